/** What a command of the terminal is handed: the process, as values and streams. */
import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { asTyped } from './typed.ts';

/** One end of a command's output. */
export type Out = Writable & { readonly isTTY?: boolean };

/** Where a command reads, and where it writes. */
export interface CliIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Out;
  readonly stderr: Out;
  readonly clock: Clock;
  /** Random bytes, so many. */
  random(bytes: number): Uint8Array;
}

/** How a command ends before it does what it is for: what is said of it on stderr, and the exit code. */
export interface Failed {
  readonly ok: false;
  readonly exit: number;
  readonly said: readonly string[];
}

/** Says lines on stderr, as `drawbridge exec: …`. They hold no value of a secret. */
export function say(io: CliIo, command: string, lines: readonly string[]): void {
  for (const line of lines) io.stderr.write(`drawbridge ${command}: ${asTyped(line)}\n`);
}

/** What Vault's client has to tell, said like everything else: it tells what the role may be bound to only where a log-in fails. */
export const logOf = (io: CliIo, command: string): Log => {
  const tell = (line: string) => say(io, command, [line]);
  return { info: tell, warning: tell };
};
