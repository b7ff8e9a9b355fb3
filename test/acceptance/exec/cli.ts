/** Starts the built command line as a process of its own, as a job or a person does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { count } from '../../../sandbox/runner/processes.ts';
import { until } from '../stage.ts';

export const entry = join(import.meta.dirname, '../../../dist/cli/index.js');

/** A folder for a test file, gone after it. */
export interface Room {
  readonly path: string;
  /** Writes a file into it, and gives its path. */
  file(name: string, text: string): string;
  /** Where commands of this room keep their temporary files; what is in it now. */
  readonly temporary: string;
  left(): readonly string[];
}

export function roomFor(): Room {
  const path = mkdtempSync(join(tmpdir(), 'exec-room-'));
  const temporary = mkdtempSync(join(path, 'tmp-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    temporary,
    file: (name, text) => {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
    left: () => readdirSync(temporary),
  };
}

/** How one run ended. */
export interface Ended {
  /** Undefined where we died of a signal ourselves. */
  readonly exit: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run under way. */
export interface Cli {
  readonly pid: number;
  readonly stdin: NonNullable<ChildProcess['stdin']>;
  stdout(): string;
  stderr(): string;
  /** To the program alone, not to its group. */
  signal(name: NodeJS.Signals): void;
  /** Until stdout shows this. */
  shows(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

/** What a run is told besides its arguments. */
export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Default: nothing, at its end. */
  readonly input?: 'open' | string;
}

// A test that fails half-way must not leave a run for ever.
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts `drawbridge …` in a room, without a terminal, whatever ours is. */
export function start(room: Room, args: readonly string[], { env = {}, input = '' }: CliOptions = {}): Cli {
  count(entry);
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env['PATH'], HOME: room.path, TMPDIR: room.temporary, ...env },
    cwd: room.path,
    stdio: 'pipe',
    detached: true,
  });
  running.add(child);
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  child.stdin.on('error', () => {});
  if (input !== 'open') child.stdin.end(input);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve({ exit: code ?? undefined, ...texts });
    });
  });
  return {
    pid: child.pid ?? -1,
    stdin: child.stdin,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    signal: (name) => void child.kill(name),
    shows: (text) => until(() => texts.stdout.includes(text), `stdout with ${text}`, 20_000),
    ended,
  };
}

/** The same, to its end. */
export const play = (room: Room, args: readonly string[], options?: CliOptions): Promise<Ended> =>
  start(room, args, options).ended;

/** The text with each placeholder as `**`. */
export const withoutHashes = (text: string): string => text.replace(/\*\*[0-9a-f]{16}\*\*/g, '**');
