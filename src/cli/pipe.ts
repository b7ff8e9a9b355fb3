/**
 * Pipes for the output of a child. What Node makes is a pair of sockets: the child cannot open its own `/dev/stderr` then,
 * which shell scripts do (nodejs/node, issue 21941), and stdout and stderr cannot share one.
 */
import { execFile } from 'node:child_process';
import { closeSync, constants, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A pipe whose far end a child is given. */
export interface Pipe {
  /** For the child's stdio. */
  readonly end: number;
  /** To be called when the child has it: what it writes can be read from then on, and ends when all have closed theirs. */
  open(): Readable;
  /** Closes both ends, unless they were opened. */
  discard(): void;
}

/**
 * Makes a pipe by way of a name in a private folder, which is gone again at once. Undefined where the system has no
 * `mkfifo` (POSIX.1-2024, XCU), as an image of one program may not.
 */
export async function makePipe(
  folder: string,
  name: string,
  path: string | undefined,
): Promise<Pipe | undefined> {
  const file = join(folder, name);
  const made = await new Promise<boolean>((resolve) => {
    execFile('mkfifo', ['-m', '600', file], { env: { PATH: path } }, (error) => resolve(error === null));
  });
  if (!made) return undefined;
  try {
    // The near end first and without waiting: a name with nobody at its other end would hold us up (fifo(7)).
    const near = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const end = openSync(file, constants.O_WRONLY);
    let taken = false;
    return {
      end,
      open: () => {
        taken = true;
        closeSync(end);
        return new Socket({ fd: near, readable: true, writable: false });
      },
      discard: () => {
        if (taken) return;
        taken = true;
        closeSync(end);
        closeSync(near);
      },
    };
  } catch {
    return undefined;
  } finally {
    rmSync(file, { force: true });
  }
}
