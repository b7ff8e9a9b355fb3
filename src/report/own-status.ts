/**
 * What a job of a pipeline may say of it on a commit: it speaks in the place of the run that has left the pipeline, so
 * only over that run's own words (docs/architecture.md, "One commit, one voice"). Pure.
 */
import type { ReceivedRequest } from '../request/received.ts';
import { claimIn, digestOf, keyEndingIn, pullIn, runIn } from './claim.ts';
import type { Result } from './result.ts';
import { isSaid, type StandingStatus, type StatusLine, statusLine } from './status.ts';

/** A request, and where the pages of GitHub are (`https://github.com`): the links of its statuses lead there. */
export interface OwnRequest extends ReceivedRequest {
  readonly server: string;
}

/** A line, and where it leads. */
export type OwnLine = StatusLine & { readonly targetUrl: string };

/**
 * `say` a line; or nothing: it is `said` already, it is `left` to the sweep, which knows what others ask for, or what
 * stands is of another request (`not-ours`), or `not-yet` of any: its run has claimed, and not made its request.
 */
export type Saying =
  | { readonly act: 'say'; readonly line: OwnLine; readonly becomes: 'told' | 'left' }
  | { readonly act: 'nothing'; readonly because: 'said' | 'left' | 'not-ours' | 'not-yet' };

/** Whether a status was written for this very request, by a run of its repository. */
export function isOfRequest({ targetUrl }: StandingStatus, request: OwnRequest): boolean {
  const claim = claimIn(targetUrl);
  return (
    claim?.pull === request.pull &&
    keyEndingIn(targetUrl) === request.ending &&
    digestsOf(request).includes(claim.tests) &&
    leadsToRun(targetUrl, request)
  );
}

/** Whether a link leads to a run of the repository: it is written again, so it must not lead anywhere else. */
function leadsToRun(targetUrl: string, { server, repository }: OwnRequest): boolean {
  const runs = `${server}/${repository}/actions/runs/`;
  const page = runIn(targetUrl);
  return page.startsWith(runs) && /^\d{1,20}$/.test(page.slice(runs.length));
}

/** The action may not list all tests there are, so all of them one by one may be some to it. */
const digestsOf = ({ tests: ids, all }: OwnRequest): readonly string[] => [
  digestOf({ ids, all: false }),
  ...(all ? ['all'] : []),
];

/**
 * What to say of a verdict where these statuses of the context stand, newest first. `alone`: whether the pull request is
 * open and ready, has this head, and nobody else claims it.
 */
export function sayingOf(
  result: Result,
  lines: readonly StandingStatus[],
  request: OwnRequest,
  alone: boolean,
): Saying {
  const [top] = lines;
  const line = statusLine(result);
  if (!top || !line) return { act: 'nothing', because: 'not-ours' };
  if (!isOfRequest(top, request)) {
    const isForming = top.state === 'pending' && claimsWithoutKey(top, request);
    return { act: 'nothing', because: isForming ? 'not-yet' : 'not-ours' };
  }
  const own = { ...line, targetUrl: linkOf(top) };
  if (isSaid(own)(top)) return { act: 'nothing', because: 'said' };
  const isFull = lines
    .filter((one) => isOfRequest(one, request))
    .every(({ targetUrl }) => claimIn(targetUrl)?.full);
  if (line.state !== 'success' || (alone && isFull)) return { act: 'say', line: own, becomes: 'told' };
  // What is green or waits already, who knows more has written, or will.
  if (top.state === 'success') return { act: 'nothing', because: 'said' };
  if (top.state === 'pending') return { act: 'nothing', because: 'left' };
  return { act: 'say', line: leftLine(request, top), becomes: 'left' };
}

/** The first word of a run comes before its request is made. */
const claimsWithoutKey = ({ targetUrl }: StandingStatus, { pull }: OwnRequest): boolean =>
  claimIn(targetUrl)?.pull === pull && keyEndingIn(targetUrl) === undefined;

/**
 * The words of a run that did not wait, by which the sweep knows what is left to it, and the claim of a status as it
 * stands; without the pipeline that a cancelled job took along.
 */
function leftLine({ tests }: Pick<OwnRequest, 'tests'>, status: StandingStatus): OwnLine {
  const detached = statusLine({ decision: 'allowed', reason: 'detached', tests });
  return { state: 'pending', description: '', ...detached, targetUrl: linkOf(status) };
}

const linkOf = ({ targetUrl }: StandingStatus): string => targetUrl.split('#')[0] ?? '';

/**
 * What to say after a line was written over `seen`, where these statuses stand now: what was said in between lies beneath
 * it, and its writer may not look again. Where that was a newer run of the pull request, the status waits for it again;
 * where another pull request has claimed the commit, a success came too early. It is never more than a pending line, in
 * our own words: anybody with write can have written what lies there. Undefined: nothing.
 */
export function amendmentOf(
  said: OwnLine,
  seen: StandingStatus,
  lines: readonly StandingStatus[],
  request: OwnRequest,
): { readonly line: OwnLine; readonly becomes: 'left' | 'not-ours' } | undefined {
  const [top, ...below] = lines;
  // Whoever has spoken since has seen this line.
  if (!top || !isSaid(said)(top)) return undefined;
  const before = below.findIndex((one) => isSaid(seen)(one) && one.at === seen.at);
  const between = below
    .slice(0, Math.max(0, before))
    .filter(({ targetUrl }) => leadsToRun(targetUrl, request));
  const [last] = between;
  if (last && pullIn(last.targetUrl) === request.pull && !isOfRequest(last, request))
    return { line: leftLine({ tests: [] }, last), becomes: 'not-ours' };
  const isOfOther = ({ targetUrl }: StandingStatus) =>
    ![undefined, request.pull].includes(claimIn(targetUrl)?.pull);
  return said.state === 'success' && between.some(isOfOther)
    ? { line: leftLine(request, top), becomes: 'left' }
    : undefined;
}
