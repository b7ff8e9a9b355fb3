/** `drawbridge mask`: writes its standard input to its standard output, with secrets hidden. */
import type { Readable, Writable } from 'node:stream';
import { createMasks, type Secret, tooShort } from '../child/mask.ts';
import type { PlaceholderStyle } from '../child/placeholder.ts';
import type { Clock } from '../clock.ts';
import { maskInto } from './masked.ts';

/** What of a process the command uses. */
export interface MaskIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: { write(text: string): unknown };
  readonly clock: Clock;
  /** Random bytes, so many. */
  random(bytes: number): Uint8Array;
}

export interface MaskOptions {
  readonly placeholder: PlaceholderStyle;
}

/** Bytes of this run's key: as many as the hash has (RFC 2104, section 3). */
const keyLength = 32;

/** The exit code of a filter whose reader has gone: 128 and the number of SIGPIPE, as a shell tells it. */
const readerGone = 141;

/**
 * Gives the exit code: 0 when all of the input was written; 1 where a value is too short to be hidden (then nothing was
 * read) or a stream failed; 141 when the reader of the output has gone. Nothing that a stream or a value says is
 * printed.
 */
export async function mask(io: MaskIo, secrets: readonly Secret[], options: MaskOptions): Promise<number> {
  const short = tooShort(secrets);
  if (short.length > 0) {
    io.stderr.write(`${tooShortLine(short)}\n`);
    return 1;
  }
  const masks = createMasks(secrets, { key: io.random(keyLength), placeholder: options.placeholder });
  try {
    return (await maskInto(io.stdin, io.stdout, masks(), io.clock)) === 'input' ? 0 : readerGone;
  } catch {
    io.stderr.write('drawbridge: the input could not be read, or the output not written.\n');
    return 1;
  }
}

/** What is said of values under four bytes, by their names. The names are the user's own, from the command line. Pure. */
export const tooShortLine = (names: readonly string[]): string =>
  `drawbridge: too short to be hidden in a log (under 4 bytes): ${names.join(', ')}. ` +
  `What is no secret is named with :plain, such as ${names[0] ?? 'KEY'}:plain.`;
