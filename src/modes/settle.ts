import { ask } from '../gate/ask.ts';
import type { LivePull } from '../gate/facts.ts';
import { eldestAlive, newestEnded } from '../pipeline/choose.ts';
import { gitlabReason } from '../pipeline/failures.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { familyOf } from '../pipeline/request.ts';
import { isEnded, meaningOf } from '../pipeline/status.ts';
import { obsoleteOf } from '../pipeline/supersede.ts';
import type { ReasonCode } from '../reasons.ts';
import { claimingUrl } from '../report/owner.ts';
import { report } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import type { StandingStatus } from '../report/status.ts';
import { type Judgement, judge } from '../report/verdict.ts';
import type { Bridge } from './bridge.ts';
import { type Asked, askedBy } from './keys.ts';
import { marginMs } from './replace.ts';
import { stopAndSay } from './stop.ts';
import { isAwaited, recorded, warnUntold } from './tell.ts';

/** A status that has been pending for longer than the deadline, and the pull request that claimed it. */
export interface Hanging {
  readonly pull: LivePull;
  readonly status: StandingStatus;
}

/** What became of it. `done`: it hangs no more, and no pipeline that nobody waits for is left. */
export interface Settled {
  readonly result: Result;
  readonly done: boolean;
}

/**
 * Settles one status from what GitLab says of the pipeline for commit and tests that counts, and stops the others of
 * the pull request. What it knows may be minutes old when its turn comes, so it looks again before it acts and before
 * it writes: a newer run may speak by then. What cannot be found out is left to the next sweep.
 */
export async function settle(bridge: Bridge, hanging: Hanging): Promise<Settled> {
  const { gitlab, settings } = bridge;
  const { status } = hanging;
  const nothing = (reason: ReasonCode): Settled => ({
    result: { decision: 'allowed', reason },
    done: reason === 'superseded',
  });
  // Before the look at the status: every run writes one before it starts, so none of a newer run is in this list.
  const since = status.at - settings.pipeline.limits.timeoutMs - marginMs;
  const recent = await gitlab.recent(since).catch(gitlabReason);
  const now = await lookAgain(bridge, hanging);
  if (typeof now === 'string') return nothing(now);
  const { pull } = now;
  const asked = askedBy(pull, settings);
  const onRequest = status.context !== settings.statusContext;
  // Without the list the others stay as they are. A status on request is told by nothing else.
  if (onRequest && typeof recent === 'string') return nothing('sweep-incomplete');
  const counts = onRequest ? undefined : await findCounting(bridge, asked);
  if (typeof counts === 'string') return nothing(counts);

  const complete = typeof recent !== 'string';
  const others = complete ? othersOf(bridge, recent, { ...now, asked, counts, onRequest }) : [];
  if (!complete) bridge.log.warning('GitLab did not tell which older pipelines are running; look there');
  const runs = counts !== undefined && meaningOf(counts.status) === 'alive';
  const ends = await stopAndSay(bridge, [...(runs ? [counts.id] : []), ...others]);
  const result: Result = {
    ...{ decision: 'allowed', commit: pull.head.sha },
    ...(!onRequest && asked && { tests: asked.tests }),
    ...(counts?.name !== undefined && { key: counts.name }),
    ...judgeLeft(counts),
  };
  const record = (last: Result) => recorded(bridge, undefined, undefined, last, pull.number);
  if (runs && ends[0] !== 'ended') return { result: record({ ...result, ...unsettled }), done: false };
  const { told, written } = await write(bridge, hanging, onRequest ? undefined : asked, result);
  return { result: record(told), done: complete && written && ends.every((stopped) => stopped === 'ended') };
}

const unsettled = { verdict: 'pending', reason: 'sweep-incomplete' } as const;

/** Writes the status, unless a newer run speaks by now. `written`: it is there, or need not be. */
async function write(
  bridge: Bridge,
  hanging: Hanging,
  asked: Asked | undefined,
  result: Result,
): Promise<{ readonly told: Result; readonly written: boolean }> {
  const { github, settings, clock } = bridge;
  const { pull, status } = hanging;
  let untold = false;
  const reporting = {
    ...{ statuses: github, clock },
    check: () => whatChanged(bridge, hanging, asked),
    onUntold: (reason: ReasonCode) => {
      untold = true;
      warnUntold(bridge, reason);
    },
  };
  const targetUrl = claimingUrl(settings.github.runUrl, pull.number);
  const target = { commit: pull.head.sha, context: status.context, targetUrl };
  const told = await report(reporting, target, result);
  const said = told.reason === result.reason || told.reason === 'superseded';
  return { told, written: said && !untold };
}

interface Look {
  readonly pull: LivePull;
  readonly statuses: readonly StandingStatus[];
}

/** The pull request and its statuses as they are now, where the very status that hung still stands. */
async function lookAgain(
  { github, settings }: Bridge,
  { pull, status }: Hanging,
): Promise<Look | 'superseded' | 'sweep-incomplete'> {
  const [live, statuses] = await Promise.all([
    ask(github.pull(pull.number)),
    ask(github.statuses(pull.head.sha)),
  ]);
  if (!live.known || !statuses.known) return 'sweep-incomplete';
  if (!live.value.open || live.value.head.sha !== pull.head.sha) return 'superseded';
  const standing = statuses.value.find(({ context }) => context === status.context);
  const same =
    standing?.state === 'pending' && standing.at === status.at && standing.targetUrl === status.targetUrl;
  // Written by this sweep, whose answer got lost: to write it again changes nothing.
  const own =
    standing?.state !== 'pending' && standing?.targetUrl === claimingUrl(settings.github.runUrl, pull.number);
  return same || own ? { pull: live.value, statuses: statuses.value } : 'superseded';
}

/** For the last moment before the write: the look once more, and whether the labels still choose the same tests. */
async function whatChanged(
  bridge: Bridge,
  hanging: Hanging,
  asked: Asked | undefined,
): Promise<ReasonCode | undefined> {
  const now = await lookAgain(bridge, hanging);
  if (typeof now === 'string') return now;
  if (asked === undefined) return undefined;
  return askedBy(now.pull, bridge.settings)?.keys.join() === asked.keys.join() ? undefined : 'superseded';
}

/**
 * The pipeline that counts for what the labels ask: a pipeline for fewer tests must not settle the status. By name and
 * not by date: what was retried or joined is older than the status that hangs.
 */
async function findCounting(
  { gitlab }: Bridge,
  asked: Asked | undefined,
): Promise<Pipeline | 'sweep-incomplete' | undefined> {
  const found = await Promise.all((asked?.keys ?? []).map((key) => gitlab.find(key).catch(gitlabReason)));
  if (found.some((answer) => typeof answer === 'string')) return 'sweep-incomplete';
  const all = found.flatMap((answer) => (typeof answer === 'string' ? [] : answer));
  const counts = eldestAlive(all) ?? newestEnded(all);
  if (!counts) return undefined;
  // A list leaves out what a single answer tells: warnings, errors of the configuration.
  const whole = await gitlab.get(counts.id).catch(gitlabReason);
  // The name by which it was found is one of ours; the other one is GitLab's text, and goes into no record.
  return typeof whole === 'string' ? 'sweep-incomplete' : { ...whole, name: counts.name };
}

interface Whose extends Look {
  readonly asked: Asked | undefined;
  readonly counts: Pipeline | undefined;
  readonly onRequest: boolean;
}

/**
 * Ids of the live pipelines of the pull request that nobody waits for: those of older labels and heads, and rivals. Of
 * a status on request those of its commit that the labels do not ask for are meant: which one it was, no key tells.
 */
function othersOf(
  bridge: Bridge,
  recent: readonly Pipeline[],
  { pull, statuses, asked, counts, onRequest }: Whose,
): readonly number[] {
  const family = familyOf(bridge.settings.github.repository, pull.number);
  const { sha } = pull.head;
  const sparing = !onRequest && isAwaited(bridge, statuses) ? sha : undefined;
  const live = obsoleteOf(recent, { family, except: undefined, sparing });
  const isOther = ({ id, name = '' }: Pipeline) =>
    onRequest ? name.startsWith(`${family}@${sha}:`) && !asked?.keys.includes(name) : id !== counts?.id;
  return live.filter(isOther).map(({ id }) => id);
}

/** None: nothing was started for these tests, or it was deleted. What is alive here has just been stopped. Pure. */
function judgeLeft(counts: Pipeline | undefined): Judgement & Pick<Result, 'pipelineId'> {
  if (counts === undefined) return { verdict: 'lost', reason: 'run-lost' };
  const { id, status } = counts;
  if (isEnded(status)) return { ...judge({ how: 'ended', pipeline: { ...counts, status } }), pipelineId: id };
  if (meaningOf(status) === 'blocked')
    return { ...judge({ how: 'blocked', pipeline: counts }), pipelineId: id };
  return { ...judge({ how: 'timed-out' }), pipelineId: id };
}
