import type { Clock } from '../clock.ts';
import { ServiceFailure, type ServiceFailureKind } from '../net/failure.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Statuses, StatusLine } from './status.ts';

/** Where a commit status goes, and the public page that it links to. */
export interface StatusTarget {
  readonly commit: string;
  readonly context: string;
  readonly targetUrl: string;
}

/**
 * Asked right before each write: undefined while what is to be said still holds. An `untouched` reason: somebody else
 * speaks for the commit by now. Another one: it could not be found out.
 */
export type Check = () => Promise<ReasonCode | undefined>;

/** What became of a status line: GitHub took it, it did not hold any more, or GitHub did not take it. */
export type Written =
  | { readonly written: true }
  | { readonly written: false; readonly changed: ReasonCode }
  | { readonly written: false; readonly changed: undefined; readonly failed: ReasonCode };

/** Pauses (ms) before a status is written again, where GitHub did not say how long to wait. */
const pauses = [1_000, 4_000];

/** A longer wait than this (ms) that GitHub asks for is not waited. */
const longestWait = 60_000;

/** Writes one status line once. Gives the failure when GitHub did not take it. */
export async function writeStatus(
  statuses: Statuses,
  { commit, context, targetUrl }: StatusTarget,
  line: StatusLine,
): Promise<ServiceFailure | undefined> {
  try {
    await statuses.setStatus(commit, { ...line, context, targetUrl });
    return undefined;
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    return error;
  }
}

/**
 * Writes the last word, which does not end with the first lost answer: without it a pull request waits for ever. The
 * transport sends a POST once; a status that is written twice says the same, so here it is sent again. In between a
 * newer run may have spoken, so `check` is asked before each try. What it cannot find out stops a success only.
 */
export async function writeLastWord(
  statuses: Statuses,
  clock: Clock,
  target: StatusTarget,
  line: StatusLine,
  check: Check,
): Promise<Written> {
  for (let tries = 0; ; tries += 1) {
    const changed = await check();
    if (changed !== undefined && (line.state === 'success' || reasonOf(changed).shows === 'untouched'))
      return { written: false, changed };
    const failure = await writeStatus(statuses, target, line);
    if (!failure) return { written: true };
    const pause = pauses[tries];
    const wait = failure.retryAfterMs ?? pause ?? 0;
    if (pause === undefined || !passes(failure) || wait > longestWait)
      return { written: false, changed: undefined, failed: reasonOfFailure(failure) };
    await clock.sleep(wait);
  }
}

const passes = ({ kind }: ServiceFailure): boolean => kind === 'unavailable' || kind === 'rate-limited';

const byKind: Record<ServiceFailureKind, ReasonCode> = {
  unauthorized: 'github-token-refused',
  forbidden: 'status-not-written',
  'not-found': 'status-not-written',
  conflict: 'github-unexpected',
  invalid: 'github-unexpected',
  'rate-limited': 'status-throttled',
  unavailable: 'status-undelivered',
  untrusted: 'github-untrusted',
  moved: 'github-moved',
  unexpected: 'github-unexpected',
};

/** Why GitHub did not take a status; what helps is another thing for each. Pure. */
export const reasonOfFailure = ({ kind, refusal }: ServiceFailure): ReasonCode =>
  refusal === 'too-many-statuses' ? 'status-limit-reached' : byKind[kind];
