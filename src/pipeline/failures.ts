/** What a failed call to GitLab allows to do next. */
import type { ServiceFailure } from '../net/failure.ts';

/** A clear no, which the same call would only hear again. Throttling and lost connections pass. */
export const isRefusal = ({ mayHaveActed, kind }: ServiceFailure): boolean =>
  !mayHaveActed && kind !== 'unavailable' && kind !== 'rate-limited';

/** Milliseconds before a call that did not happen is made again. GitLab.com counts new pipelines by the minute. */
export const pauseAfter = ({ retryAfterMs, kind }: ServiceFailure): number =>
  retryAfterMs ?? (kind === 'rate-limited' ? 61_000 : 5_000);
