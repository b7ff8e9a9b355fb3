/** Who speaks in which context for a commit: the claim that a status carries in its link. */
import { reasonOf } from '../reasons.ts';
import type { StandingStatus } from './status.ts';

/**
 * A commit status belongs to a commit, and two pull requests may have the same head. The first of them that was
 * allowed claims the status by its link (`?pr=<number>`, which GitHub's run pages understand), and the others leave
 * it alone as long as that one is open (docs/security.md, attack 28).
 */
export const claimingUrl = (runUrl: string, pull: number): string => `${runUrl}?pr=${pull}`;

/** The number that a link claims for; undefined where it claims nothing. Pure. */
export function claimIn(targetUrl: string): number | undefined {
  const claim = /\?pr=(\d{1,15})$/.exec(targetUrl)?.[1];
  return claim === undefined ? undefined : Number(claim);
}

/** The run that a link leads to, whatever it claims. Pure. */
export const runIn = (targetUrl: string): string => targetUrl.split('?')[0] ?? '';

/** The newest status of a context. Pure. */
export const standingIn = (
  statuses: readonly StandingStatus[],
  context: string | undefined,
): StandingStatus | undefined => statuses.find((status) => status.context === context);

/** The pull request that has claimed the status of a context; undefined where none has. Pure. */
export function claimantOf(statuses: readonly StandingStatus[], context: string): number | undefined {
  const standing = standingIn(statuses, context);
  return standing && claimIn(standing.targetUrl);
}

/**
 * Whether a run other than the speaker's has told, after the speaker's first word, that its job was cancelled;
 * `perhaps` while one has not said its last word. `history`: all statuses of a commit, newest first. Pure.
 */
export function cancelHeard(
  history: readonly StandingStatus[],
  { context, runUrl }: { readonly context: string | undefined; readonly runUrl: string },
): 'yes' | 'no' | 'perhaps' {
  const lines = history.filter((line) => line.context === context);
  const isOwn = ({ targetUrl }: StandingStatus) => runIn(targetUrl) === runUrl;
  const since = lines.slice(0, Math.max(0, lines.findLastIndex(isOwn))).filter((line) => !isOwn(line));
  const { sentence } = reasonOf('job-cancelled');
  if (since.some(({ state, description }) => state === 'failure' && description.startsWith(sentence)))
    return 'yes';
  const lastWords = new Map(lines.toReversed().map((line) => [runIn(line.targetUrl), line.state]));
  lastWords.delete(runUrl);
  return [...lastWords.values()].includes('pending') ? 'perhaps' : 'no';
}

/** The context of runs on request (`/test a,b`), beside that of the required check, which they must not turn green. */
export const contextOnRequest = (context: string): string => `${context}/test`;

/**
 * Whether a run on request may be watching a pipeline of the commit that has these statuses: its status is pending,
 * and not older than `since` (epoch ms). Pure.
 */
export function isAwaited(
  statuses: readonly StandingStatus[],
  context: string | undefined,
  since: number,
): boolean {
  const standing = context === undefined ? undefined : standingIn(statuses, contextOnRequest(context));
  return standing?.state === 'pending' && standing.at >= since;
}
