import type { Clock } from '../clock.ts';
import { ServiceFailure } from '../net/failure.ts';
import type { Statuses } from './status.ts';

/** Pauses (ms) before a status is written again, where GitHub did not say how long to wait. */
const pauses = [1_000, 4_000];

/** A longer wait than this (ms) that GitHub asks for is not waited. */
const longestWait = 60_000;

/**
 * Statuses whose writing does not end with the first lost answer. The transport sends a POST once; a status that is
 * written twice says the same, so here it is sent again. For the last word: without it a pull request waits for ever.
 */
export const persistent = (statuses: Statuses, clock: Clock): Statuses => ({
  statuses: (commit) => statuses.statuses(commit),
  setStatus: async (commit, status) => {
    for (const pause of pauses) {
      const failure = await statuses.setStatus(commit, status).catch(asPassing);
      if (!failure) return;
      const wait = failure.retryAfterMs ?? pause;
      if (wait > longestWait) throw failure;
      await clock.sleep(wait);
    }
    await statuses.setStatus(commit, status);
  },
});

/** For `catch`: gives a failure that may pass, and throws every other. */
function asPassing(error: unknown): ServiceFailure {
  if (error instanceof ServiceFailure && (error.kind === 'unavailable' || error.kind === 'rate-limited'))
    return error;
  throw error;
}
