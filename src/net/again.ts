/** Sends again what may be sent twice without harm, where the transport would not. */
import type { Clock } from '../clock.ts';
import { ServiceFailure } from './failure.ts';

/** How often and how patiently. Milliseconds. */
export interface Repetition {
  readonly clock: Clock;
  /** Before each further try, where the service does not say how long to wait. */
  readonly pauses: Iterable<number>;
  /** A longer wait that the service asks for is not waited. */
  readonly longestWait: number | (() => number);
  /** What may pass besides an outage and a limit. */
  readonly mayPass?: (failure: ServiceFailure) => boolean;
  /** What stays as it is, although its status is that of an outage. */
  readonly lasts?: (failure: ServiceFailure) => boolean;
  /** Aborted when nobody waits any more: then nothing is tried again. */
  readonly interrupted?: AbortSignal | undefined;
}

/**
 * Acts until it succeeds, or fails in a way that does not pass by waiting.
 * @throws the last ServiceFailure, or whatever else `act` throws
 */
export async function repeatedly<T>(
  act: () => Promise<T>,
  { clock, pauses, longestWait, mayPass = () => false, lasts = () => false, interrupted }: Repetition,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ServiceFailure) || !(passes(error) || mayPass(error)) || lasts(error))
        throw error;
      const wait = error.retryAfterMs ?? pause;
      if (wait > (typeof longestWait === 'number' ? longestWait : longestWait())) throw error;
      await clock.sleep(wait, interrupted);
      if (interrupted?.aborted) throw error;
    }
  }
  return act();
}

const passes = ({ kind }: ServiceFailure): boolean => kind === 'unavailable' || kind === 'rate-limited';

/** The patience of who tries again until an hour (epoch ms) on a clock: at first soon, then once a minute. */
export function untilHour(clock: Clock, hour: number): Pick<Repetition, 'clock' | 'pauses' | 'longestWait'> {
  const remaining = () => hour - clock.now();
  return { clock, pauses: { [Symbol.iterator]: () => growing(remaining) }, longestWait: remaining };
}

const shortestMs = 1_000;
const longestMs = 60_000;

function* growing(remaining: () => number): Generator<number> {
  for (let pause = shortestMs; pause <= remaining(); pause = Math.min(pause * 2, longestMs)) yield pause;
}
