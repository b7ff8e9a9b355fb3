/** Who speaks in which context for a commit: the claim that a status carries in its link. */
import { reasonOf } from '../reasons.ts';
import type { StandingStatus } from './status.ts';

/**
 * A commit status belongs to a commit, and two pull requests may have the same head. The first of them that was
 * allowed claims the status by its link (`?pr=<number>`, which GitHub's run pages understand), and the others leave
 * it alone as long as that one is open (docs/security.md, attack 28).
 */
export const claimingUrl = (runUrl: string, pull: number): string => `${runUrl}?pr=${pull}`;

/** The same of a run whose job was cancelled, and which took this pipeline along. */
export const takingAlong = (url: string, pipeline: number): string => `${url}#${pipeline}`;

/** The number that a link claims for; undefined where it claims nothing. Pure. */
export function claimIn(targetUrl: string): number | undefined {
  const claim = /\?pr=(\d{1,15})(?:#\d+)?$/.exec(targetUrl)?.[1];
  return claim === undefined ? undefined : Number(claim);
}

/** The run that a link leads to, whatever it claims. Pure. */
export const runIn = (targetUrl: string): string => targetUrl.split(/[?#]/)[0] ?? '';

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
 * Whether a run other than the speaker's has told that its job was cancelled and this pipeline with it, after the
 * speaker's own start; `perhaps` while one has not said its last word. Runs on request have a context of their own, and
 * may share the pipeline. `history`: all statuses of a commit, newest first. Pure.
 */
export function cancelHeard(
  history: readonly StandingStatus[],
  { context = '', runUrl }: { readonly context: string | undefined; readonly runUrl: string },
  pipeline: number,
): 'yes' | 'no' | 'perhaps' {
  const isShared = (other: string) =>
    other === context || other === contextOnRequest(context) || contextOnRequest(other) === context;
  const lines = history.filter((line) => isShared(line.context));
  const isOwn = ({ targetUrl }: StandingStatus) => runIn(targetUrl) === runUrl;
  const { sentence } = reasonOf('starting');
  const start = lines.findIndex((line) => isOwn(line) && line.description.startsWith(sentence));
  const since = lines.slice(0, Math.max(0, start)).filter((line) => !isOwn(line));
  if (since.some(({ targetUrl }) => targetUrl.endsWith(takingAlong('', pipeline)))) return 'yes';
  const lastWords = new Map(
    lines.toReversed().map((line) => [`${line.context} ${runIn(line.targetUrl)}`, line]),
  );
  return [...lastWords.values()].some((line) => line.state === 'pending' && !isOwn(line)) ? 'perhaps' : 'no';
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
