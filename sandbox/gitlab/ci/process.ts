import { type ChildProcess, spawn } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readdirSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { cp, glob, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { modeOf } from '../../base/objects.ts';

/** A job ready to run: scripts, the files of its commit, and the variables it may see. */
export interface JobRequest {
  /** Folder of this job alone; made here. */
  folder: string;
  /** Path → content. There is no `.git` beside them: asking git for a work tree costs more than most jobs. */
  files: Readonly<Record<string, string>>;
  /** Folders with the artifacts of earlier jobs, copied over the work tree. */
  artifacts: string[];
  /** Name → content of the variables that are files. */
  fileVariables: Readonly<Record<string, string>>;
  script: string[];
  afterScript: string[];
  environment: Record<string, string>;
  write(text: string): void;
}

/** Where in a job's folder the variables lie that are files. */
export const VARIABLES = 'variables';

/** The shared parts of every job's machine. */
export interface Machine {
  /** Folder that holds the `sleep` which runs on the sandbox's time, and `drawbridge` as it is built. */
  shims: string;
  /** More folders for PATH, before the system's. */
  path: string[];
}

/** Starts what `npm run build` makes of the command line. */
const COMMAND_LINE = join(import.meta.dirname, 'drawbridge.mjs');

/** Makes a `sleep` that divides by `scale`, so that a script waits in virtual time, and a `drawbridge`. */
export function createMachine(folder: string, scale: number, path: string[]): Machine {
  const shims = join(folder, 'shims');
  mkdirSync(shims, { recursive: true });
  const real = programNamed('sleep');
  const divide =
    'BEGIN { for (i = 1; i < ARGC; i++) { n = ARGV[i] + 0; u = substr(ARGV[i], length(ARGV[i])); ' +
    'if (u == "m") n *= 60; if (u == "h") n *= 3600; if (u == "d") n *= 86400; s += n } ' +
    `printf "%.4f", s / ${scale} }`;
  const scripts = {
    sleep: `exec ${real} "$(awk '${divide}' "$@")"`,
    drawbridge: `exec ${quoted(process.execPath)} ${quoted(COMMAND_LINE)} "$@"`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(shims, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(shims, name), 0o755);
  }
  return { shims, path };
}

function programNamed(name: string): string {
  const candidates = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  const found = candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (found === undefined) throw new Error(`The sandbox needs ${name} in PATH.`);
  return found;
}

/** Writes the job's folder: the commit's files with the artifacts over them. Gives the project folder. */
export async function prepare(request: JobRequest): Promise<string> {
  const project = join(request.folder, 'project');
  for (const path of [project, join(request.folder, 'home')]) await mkdir(path, { recursive: true });
  for (const [name, content] of Object.entries(request.files)) {
    const path = join(project, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { mode: Number.parseInt(modeOf(content), 8) & 0o777 });
  }
  for (const [name, content] of Object.entries(request.fileVariables)) {
    await mkdir(join(request.folder, VARIABLES), { recursive: true });
    await writeFile(join(request.folder, VARIABLES, name), content);
  }
  for (const artifacts of request.artifacts) await cp(artifacts, project, { recursive: true });
  await writeFile(join(request.folder, 'script.sh'), scriptText(request.script));
  return project;
}

/** Starts bash on the script in a process group of its own, in a clean environment. */
export function start(request: JobRequest, machine: Machine, project: string, script: string): ChildProcess {
  const path = [machine.shims, ...machine.path, process.env['PATH'] ?? ''].join(delimiter);
  const environment = {
    ...request.environment,
    CI_PROJECT_DIR: project,
    PATH: path,
    HOME: join(request.folder, 'home'),
    PWD: project,
  };
  const child = spawn('bash', ['--noprofile', '--norc', script], {
    cwd: project,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.setEncoding('utf8').on('data', request.write);
  child.stderr?.setEncoding('utf8').on('data', request.write);
  child.once('exit', (_code, signal) => {
    // What a script left in the background would keep the pipes, and so the job, open.
    signalGroup(child, 'SIGKILL');
    if (signal !== null) endBelow(request.folder);
  });
  return child;
}

/** The exit code of a process; undefined when a signal ended it or it could not start. */
export function ended(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    // `close` and not `exit`: the trace is complete then.
    child.once('close', (code) => resolve(code ?? undefined));
  });
}

/** Starts `after_script`, whose end does not count; undefined when there is none. */
export async function startAfterScript(
  request: JobRequest,
  machine: Machine,
  project: string,
): Promise<ChildProcess | undefined> {
  if (request.afterScript.length === 0) return undefined;
  const script = join(request.folder, 'after-script.sh');
  await writeFile(script, scriptText(request.afterScript));
  return start(request, machine, project, script);
}

/** Sends a signal to the whole group of a job's process; nothing happens when it is gone. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group ended in between.
  }
}

/**
 * A container that ends takes along whatever runs in it, of every session (pid_namespaces(7)): `drawbridge exec` gives its
 * command one of its own, and may be killed before it could pass a signal on. Here it is what works below the job's folder,
 * where /proc shows it.
 */
function endBelow(folder: string): void {
  if (process.platform !== 'linux') return;
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended in between, or is somebody else's.
    }
  }
}

/** Copies the files that match `patterns` out of the project folder. Gives the folder of the copies. */
export async function keepArtifacts(folder: string, project: string, patterns: string[]): Promise<string> {
  const kept = join(folder, 'artifacts');
  await mkdir(kept, { recursive: true });
  for (const pattern of patterns) {
    for await (const path of glob(pattern.replace(/\/$/, ''), { cwd: project })) {
      await cp(join(project, path), join(kept, path), { recursive: true });
    }
  }
  return kept;
}

/** Like GitLab's runner: all lines in one shell, each shown before it runs, the first failure ends it. */
function scriptText(lines: string[]): string {
  const shown = lines.map((line) => `printf '%s\\n' ${quoted(`$ ${line}`)}\n${line}\n`);
  return `set -eo pipefail\n${shown.join('')}`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
