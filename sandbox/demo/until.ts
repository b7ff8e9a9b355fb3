import { systemClock } from '../../src/clock.ts';

/** Looks every few real milliseconds until `isSo`, for `patienceMs` real ones at most. Gives whether it came true. */
export async function until(isSo: () => boolean, patienceMs: number): Promise<boolean> {
  const end = systemClock.now() + patienceMs;
  while (!isSo()) {
    if (systemClock.now() > end) return false;
    await systemClock.sleep(10);
  }
  return true;
}
