import type { Clock } from '../../src/clock.ts';

/** A clock on which no real time passes. */
export interface VirtualClock extends Clock {
  /** Milliseconds since the clock was made. */
  elapsed(): number;
  /** Every sleep that was asked for, in order; milliseconds. */
  readonly slept: readonly number[];
  /** Runs `act` as soon as `ms` milliseconds from now have passed. */
  at(ms: number, act: () => void): void;
}

interface Waiting {
  readonly until: number;
  readonly go: () => void;
}

/**
 * Time that jumps to the next moment for which somebody waits, as soon as nothing else is left to do. Several
 * sleepers wake in the order of their time, equal ones in the order in which they fell asleep, so a run is the same
 * every time as long as nothing in it waits for real I/O.
 */
export function virtualClock(start: number = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = start;
  let due = false;
  const slept: number[] = [];
  let waiting: Waiting[] = [];

  // After an immediate every promise that can settle has done so: only then time may move.
  const schedule = (): void => {
    if (due || waiting.length === 0) return;
    due = true;
    setImmediate(() => {
      due = false;
      const next = waiting.reduce<Waiting | undefined>(
        (first, one) => (first === undefined || one.until < first.until ? one : first),
        undefined,
      );
      if (next === undefined) return;
      waiting = waiting.filter((one) => one !== next);
      now = Math.max(now, next.until);
      next.go();
      schedule();
    });
  };

  const wait = (ms: number, go: () => void): Waiting => {
    const one = { until: now + ms, go };
    waiting.push(one);
    schedule();
    return one;
  };

  return {
    now: () => now,
    elapsed: () => now - start,
    slept,
    at: (ms, act) => void wait(ms, act),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        slept.push(ms);
        if (signal?.aborted) return resolve();
        const interrupted = () => {
          waiting = waiting.filter((other) => other !== one);
          resolve();
        };
        const one = wait(ms, () => {
          signal?.removeEventListener('abort', interrupted);
          resolve();
        });
        signal?.addEventListener('abort', interrupted, { once: true });
      }),
  };
}
