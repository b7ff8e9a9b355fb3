import type { TransportFailureKind } from './failure.ts';

/**
 * When to ask again. Pure: no clock, no randomness of its own.
 */

/** Answers that a repeated question may cure. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** Failures that a repeated question may cure; a certificate or a size does not change in a second. */
const PASSING_FAILURES: ReadonlySet<TransportFailureKind> = new Set(['timeout', 'connection', 'bad-content']);

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 8_000;

/** Only these may be sent twice: they change nothing (RFC 9110, section 9.2.1). */
export function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * True for 429, and for the 403 by which GitHub reports its limits: with `retry-after`, or with
 * `x-ratelimit-remaining: 0` (GitHub docs, "Rate limits for the REST API").
 */
export function isRateLimited(status: number, headers: ReadonlyMap<string, string>): boolean {
  if (status === 429) return true;
  return status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0');
}

/**
 * Tells whether a safe request is worth repeating after this answer.
 * @param also further statuses that pass for this service, such as Vault's 412
 */
export function isPassingAnswer(
  status: number,
  headers: ReadonlyMap<string, string>,
  also: readonly number[] = [],
): boolean {
  return PASSING_STATUSES.has(status) || also.includes(status) || isRateLimited(status, headers);
}

/** Tells whether a safe request is worth repeating after this failure. */
export function isPassingFailure(kind: TransportFailureKind): boolean {
  return PASSING_FAILURES.has(kind);
}

/**
 * How long the service asks us to wait, in milliseconds from `now` (epoch ms); undefined when it does not say.
 * Reads `retry-after`, as seconds or as HTTP date (RFC 9110, section 10.2.3), else GitHub's
 * `x-ratelimit-remaining: 0` with `x-ratelimit-reset` in epoch seconds, else GitLab's `ratelimit-*` of the same
 * meaning. Header names are lower-case.
 */
export function retryAfterMs(headers: ReadonlyMap<string, string>, now: number): number | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (asked !== undefined) {
    if (/^\d+$/.test(asked)) return bounded(Number(asked) * 1000);
    // An HTTP date always names its weekday; Date.parse alone would take "-5" or "2" for a year.
    const date = /^[A-Z][a-z]+,? /.test(asked) ? Date.parse(asked) : Number.NaN;
    if (!Number.isNaN(date)) return bounded(date - now);
  }
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    const reset = headers.get(`${prefix}-reset`)?.trim() ?? '';
    if (headers.get(`${prefix}-remaining`)?.trim() === '0' && /^\d+$/.test(reset)) {
      return bounded(Number(reset) * 1000 - now);
    }
  }
  return undefined;
}

/** No run lasts so long, ms: a longer wait would only overflow a timer. */
const longestAsked = 24 * 60 * 60_000;

const bounded = (ms: number): number => Math.min(longestAsked, Math.max(0, ms));

/**
 * Exponential backoff with full jitter, in milliseconds: between 0 and 0.5 s, 1 s, 2 s … at most 8 s.
 * @param attempt attempts already made, from 1
 * @param random a number from 0 up to 1
 */
export function backoffMs(attempt: number, random: number): number {
  return random * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1));
}

/**
 * How long to wait before the next attempt, in milliseconds; undefined when there is to be none.
 * A wait that the service asked for is the least; the jitter comes on top, so that many runs do not all come back
 * in the same instant.
 */
export function waitBeforeRetry(state: {
  attempt: number;
  maxAttempts: number;
  random: number;
  askedMs: number | undefined;
  maxWaitMs: number;
  /** What is left of the run, in milliseconds; Infinity without a deadline. */
  remainingMs: number;
}): number | undefined {
  if (state.attempt >= state.maxAttempts) return undefined;
  const asked = state.askedMs ?? 0;
  if (asked > state.maxWaitMs) return undefined;
  const wait = asked + backoffMs(state.attempt, state.random);
  return wait < state.remainingMs ? wait : undefined;
}
