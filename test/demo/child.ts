import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A program of the sandbox, started as `npm run` does, with a folder for temporary files of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** Its folder for temporary files. */
  readonly folder: string;
  /** What it has printed so far. */
  output(): string;
  /** Resolves when the output matches; rejects at the end of the program. */
  waitFor(wanted: RegExp): Promise<void>;
  /** Ctrl-C, as a terminal sends it: to the program and to all that it has started in its group. */
  interrupt(): void;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** What it left behind: files in its folder, and processes that work below it. */
  left(): string[];
}

const root = join(import.meta.dirname, '../..');

/** Starts `node <file> <words>` with nothing but PATH and `env`. It and its folder are gone at the end of the test. */
export function startProgram(
  file: string,
  env: Record<string, string> = {},
  words: readonly string[] = [],
): Program {
  const folder = mkdtempSync(join(tmpdir(), 'demo-test-'));
  const child = spawn(process.execPath, [file, ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], TMPDIR: folder, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return {
    ...{ child, folder },
    output: () => output,
    waitFor: async (wanted) => {
      const over = ended.then((how) => {
        throw new Error(`ended (${how}) without ${wanted}:\n${output}`);
      });
      over.catch(() => undefined);
      while (!wanted.test(output)) await Promise.race([once(child.stdout, 'data'), over]);
    },
    interrupt: () => void process.kill(-(child.pid ?? 0), 'SIGINT'),
    ended,
    left: () => [...readdirSync(folder), ...processesBelow(folder)],
  };
}

/** The processes whose working folder is below this one, also after it was removed (proc(5), cwd): id and command line. */
function processesBelow(folder: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        if (!readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) return [];
        return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()}`];
      } catch {
        return [];
      }
    });
}
