/** Sends one stream through its mask into another. */
import type { Readable, Writable } from 'node:stream';
import type { Mask } from '../child/mask.ts';
import type { Clock } from '../clock.ts';

/** How it ended: with the input, or because nobody reads the output any more. */
export type MaskedEnd = 'input' | 'output';

/**
 * How long nothing has come before a stream is idle, ms. It is looked at in steps of this length, so what is held back
 * appears after twice as much at the latest.
 */
const idleAfter = 15;

/**
 * Writes what comes, masked, in its order, no faster than the output takes it. Resolves when all of it was handed over;
 * the output is left open. Where the reader of the output has gone (EPIPE), the input is closed, so that whoever writes
 * to it learns so too, as in a shell's pipeline. Rejects with any other failure of either stream; then, too, nothing of
 * it goes on, and no timer is left.
 */
export function maskInto(input: Readable, output: Writable, mask: Mask, clock: Clock): Promise<MaskedEnd> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    let came = 0;
    let watched = false;

    const finish = (settle: () => void): void => {
      if (over.signal.aborted) return;
      over.abort();
      input.off('data', take).off('end', end).off('close', end).off('error', fail);
      output.off('error', lose).off('close', leave).off('drain', goOn);
      settle();
    };
    /** A late error of a stream that was closed here is nobody's. */
    const close = (): void => {
      input.on('error', () => {});
      output.on('error', () => {});
      input.destroy();
    };
    const fail = (failure: Error): void =>
      finish(() => {
        close();
        reject(failure);
      });
    const leave = (): void =>
      finish(() => {
        close();
        resolve('output');
      });
    const lose = (failure: NodeJS.ErrnoException): void =>
      goneCodes.has(failure.code ?? '') ? leave() : fail(failure);

    /**
     * A pipe of Linux has taken it before `write` is back, whatever that says of the size of a part (Node.js docs, "A note
     * on process I/O"): there is nothing to wait for then.
     */
    const write = (parts: readonly Uint8Array[]): void => {
      let takesMore = true;
      for (const part of parts) if (part.length > 0) takesMore = output.write(part);
      if (!takesMore && output.writableLength > 0) input.pause();
    };
    const goOn = (): void => {
      input.resume();
    };
    /** One for the whole stream, and only while something is held back: a timer for each chunk would cost more than the mask. */
    const watch = async (): Promise<void> => {
      watched = true;
      for (let seen = -1; mask.held() > 0 && seen !== came && !over.signal.aborted; ) {
        seen = came;
        await clock.sleep(idleAfter, over.signal);
      }
      watched = false;
      if (!over.signal.aborted && mask.held() > 0) write([mask.idle()]);
    };
    const take = (chunk: Uint8Array | string): void => {
      came += 1;
      write(mask.parts(typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
      if (!watched && mask.held() > 0) void watch();
    };
    const end = (): void => {
      input.off('end', end).off('close', end);
      if (over.signal.aborted) return;
      const rest = mask.end();
      // An empty write too is called back only after everything before it.
      output.write(rest, (failure) => (failure ? lose(failure) : finish(() => resolve('input'))));
    };

    output.on('error', lose).on('close', leave).on('drain', goOn);
    input.on('error', fail).on('end', end).on('close', end).on('data', take);
    input.resume();
  });
}

/** What a write to a pipe or socket fails with whose reader has gone, and one to a stream that is closed. */
const goneCodes: ReadonlySet<string> = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);
