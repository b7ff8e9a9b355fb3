import { systemClock } from '../../src/clock.ts';

/** What the promise gives; throws when that takes more than `ms` real milliseconds. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const late = systemClock.sleep(ms, settled.signal).then(() => 'late' as const);
  try {
    const first = await Promise.race([promise.then((value) => ({ value })), late]);
    if (first === 'late') throw new Error(`${what} took more than ${ms / 1000} seconds`);
    return first.value;
  } finally {
    settled.abort();
  }
}
