import type { Readable } from 'node:stream';
import type { Start } from '../warm/warm.ts';
import { startProcess } from './processes.ts';

/** A process that runs an entry of the action, in virtual time. */
export interface Child {
  pid: number;
  /** What it has printed so far, raw. */
  stdout(): string;
  stderr(): string;
  /** Sends a signal; nothing happens when the process is gone. */
  signal(name: NodeJS.Signals): void;
  /** Closes our ends of its pipes: whatever it prints from now on fails. */
  closePipes(): void;
  ended: Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>;
  /** Resolves when the raw stdout matches; rejects after `timeoutMs` real ms, or when the process ends without. */
  waitFor(wanted: string | RegExp, timeoutMs: number): Promise<void>;
}

// A grandchild may hold the pipes open after the action itself has ended; the runner does not wait for it.
const PIPES_MS = 500;

/** Starts an entry. `onLine` gets every line of both streams, as they come. */
export function startChild(start: Start, onLine: (line: string) => void): Child {
  const started = startProcess(start);
  const stdout = collect(started.stdout);
  const stderr = collect(started.stderr);
  const lines = [started.stdout, started.stderr].map((stream) => readLines(stream, onLine));

  const closePipes = () => {
    started.stdout.destroy();
    started.stderr.destroy();
  };
  const ended: Child['ended'] = new Promise((resolve, reject) => {
    started.once('error', reject);
    started.once('exit', (exitCode, signal) => {
      const timer = setTimeout(closePipes, PIPES_MS);
      void Promise.all(lines).then(() => {
        clearTimeout(timer);
        resolve({ exitCode, signal });
      });
    });
  });
  return {
    pid: started.pid ?? -1,
    stdout: stdout.text,
    stderr: stderr.text,
    signal: (name) => void started.kill(name),
    closePipes,
    ended,
    waitFor: (wanted, timeoutMs) => {
      const seen = () =>
        typeof wanted === 'string' ? stdout.text().includes(wanted) : stdout.text().search(wanted) >= 0;
      return waitUntil(
        seen,
        started.stdout,
        ended,
        timeoutMs,
        () => new Error(`stdout never showed ${wanted}; it is:\n${stdout.text()}\nstderr:\n${stderr.text()}`),
      );
    },
  };
}

function collect(stream: Readable): { text(): string } {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return { text: () => text };
}

/**
 * Hands on every line; resolves when the stream is over. Not node:readline, which also breaks lines at U+2028 and
 * U+2029: the runner does not, and a workflow command must begin a line.
 */
function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  let rest = '';
  stream.on('data', (chunk: string) => {
    // A CR at the end of a chunk may be half of a CR LF.
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  return new Promise((resolve) => {
    stream.once('close', () => {
      if (rest !== '') onLine(rest.replace(/\r$/, ''));
      resolve();
    });
  });
}

function waitUntil(
  seen: () => boolean,
  stream: Readable,
  ended: Promise<unknown>,
  timeoutMs: number,
  failure: () => Error,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      stream.off('data', look);
    };
    const look = () => {
      if (!seen()) return;
      stop();
      resolve();
    };
    const giveUp = () => {
      stop();
      if (seen()) resolve();
      else reject(failure());
    };
    const timer = setTimeout(giveUp, timeoutMs);
    stream.on('data', look);
    void ended.then(giveUp, giveUp);
    look();
  });
}
