/**
 * Time as a collaborator. Everything that waits or asks for the hour takes a Clock, so that tests hand in a virtual one
 * and nothing sleeps for real (docs/architecture.md, "Time, randomness and processes are handed in").
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /**
   * Resolves after `ms` milliseconds, or at once when `signal` is aborted. It never rejects: the caller looks at
   * the signal.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A longer timer fires at once (Node docs, "setTimeout"), ms. */
const longestTimer = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, longestTimer));
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Resolves when the signal is aborted, at once where it is already. */
export const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
