/** Settles one status that hangs, from what GitLab says of the pipeline that counts for it. */
import { ask } from '../facts/ask.ts';
import { type Fact, known, unknown } from '../facts/fact.ts';
import type { LivePull } from '../facts/pull.ts';
import { marginMs } from '../pipeline/life.ts';
import type { KeyedPipeline } from '../pipeline/pipeline.ts';
import { isEnded, meaningOf } from '../pipeline/status.ts';
import { stopAndSay } from '../pipeline/stop.ts';
import { isObsolete, isOfFamily } from '../pipeline/supersede.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { claimIn, isAwaited, runIn, standingIn } from '../report/claim.ts';
import type { Result } from '../report/result.ts';
import { isHeldBack, type StandingStatus } from '../report/status.ts';
import { type Asked, askedBy, asksFor } from '../request/keys.ts';
import { liveSelection, neededBy } from '../request/live-selection.ts';
import { covers, isSame, needsNone, type Selection } from '../request/tests.ts';
import { findCounting, judgeLeft } from './counting.ts';
import { familyOf } from './ended.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';
import { speakerOf, voiceFor } from './speak.ts';

/** A pending status that no run answers for, and the pull request that claimed it. */
export interface Hanging {
  readonly pull: LivePull;
  readonly status: StandingStatus;
  /** Whether it is older than the deadline. If not, its run did not wait, and it is told once the pipeline has ended. */
  readonly overdue: boolean;
}

/** What became of it. `done`: it hangs no more, and no pipeline that nobody waits for is left. */
export interface Settled {
  readonly result: Result;
  readonly done: boolean;
}

/**
 * Of one that is overdue, stops the other pipelines of the pull request too. What it knows may be minutes old when its
 * turn comes, so it looks again before it acts and before it writes: a newer run may speak by then. What cannot be found
 * out is left to the next sweep.
 */
export async function settle(ports: Ports, hanging: Hanging): Promise<Settled> {
  const { github, gitlab, settings } = ports;
  const { status, overdue } = hanging;
  const nothing = (reason: ReasonCode): Settled => ({
    result: { decision: 'allowed', reason },
    done: reason === 'superseded',
  });
  // Before the look at the status: every run writes one before it starts, so none of a newer run is in this list.
  const since = status.at - settings.pipeline.limits.timeoutMs - marginMs;
  const family = familyOf(settings, hanging.pull.number);
  const recent = overdue ? await ask(gitlab.recent(since, ({ key }) => isOfFamily(key, family))) : known([]);
  const now = await lookAgain(ports, hanging);
  if (!now.known) return nothing(now.reason);
  const { pull } = now.value;
  const selection = await liveSelection(github, pull, settings.selection);
  if (!selection.known) return nothing('sweep-incomplete');
  const asked = askedBy(pull, selection.value, settings);
  const onRequest = status.context !== settings.statusContext;
  // Without the list the others stay as they are. A status on request is told by nothing else.
  if (onRequest && !recent.known) return nothing('sweep-incomplete');
  const counting = onRequest ? known(undefined) : await findCounting(ports, asked);
  if (!counting.known) return nothing(counting.reason);
  const counts = counting.value;
  if (!overdue && !(counts && isEnded(counts.status))) return underWay;
  const none = !onRequest && selection.value.selected && needsNone(selection.value);
  // Who asks for more, or for less that was never tested, has to say so: then a run will tell.
  if (isHeldBack(status) && counts === undefined && !none)
    return { result: { decision: 'allowed', reason: 'more-tests-asked' }, done: true };

  const others = recent.known
    ? othersOf(ports, recent.value, { ...now.value, asked, counts, onRequest })
    : [];
  if (!recent.known) ports.log.warning('GitLab did not tell which older pipelines are running; look there');
  const runs = counts !== undefined && meaningOf(counts.status) === 'alive';
  const ends = await stopAndSay(ports, [...(runs ? [counts.id] : []), ...others]);
  // A run on request is a member's, and where labels choose nothing there is nothing to test again.
  const retestable = !onRequest && asked !== undefined;
  const hadOne = saysRetest(status) || (recent.known && hasHadOne(ports, recent.value, pull));
  // It was let through, or the status would claim nothing.
  const judged = none ? known(noTest) : await judgeLeft(ports, counts, asked, retestable && hadOne);
  if (!judged.known) return nothing(judged.reason);
  const sufficient = await isSufficient(ports, pull, selection.value);
  const result: Result = {
    ...{ decision: 'allowed', commit: pull.head.sha },
    ...(!onRequest && asked && { tests: asked.tests, allSelected: asked.all }),
    ...(sufficient && { sufficient }),
    ...(none && { tests: [], allSelected: false, sufficient: true }),
    ...(counts?.key !== undefined && { key: counts.key }),
    ...judged.value,
  };
  const record = (last: Result) => recorded(ports, last, { pullRequest: pull.number });
  if (runs && ends[0]?.stopped !== 'ended')
    return { result: record({ ...result, ...unsettled }), done: false };
  const { told, written } = await write(ports, hanging, onRequest ? undefined : selection.value, result);
  const done = recent.known && written && ends.every(({ stopped }) => stopped === 'ended');
  return { result: record(told), done };
}

/** Whether all that the files need is selected, where that is enough. */
async function isSufficient(
  { github, settings }: Ports,
  pull: LivePull,
  selection: Selection,
): Promise<boolean> {
  const rules = settings.selection;
  if (!settings.requireAll || rules.paths === undefined || !selection.selected) return false;
  const needed = await neededBy(github, pull, rules);
  return needed.known && covers(selection, needed.value);
}

const underWay: Settled = { result: { decision: 'allowed', reason: 'detached' }, done: true };
const noTest = { tests: [], reason: 'no-test-needed' } as const;
const unsettled = { verdict: 'pending', reason: 'sweep-incomplete' } as const;

/** Writes the status, unless a newer run speaks by now. `written`: it is there, or need not be. */
async function write(
  ports: Ports,
  hanging: Hanging,
  selection: Selection | undefined,
  result: Result,
): Promise<{ readonly told: Result; readonly written: boolean }> {
  const { settings } = ports;
  const { pull, status } = hanging;
  let untold = false;
  const speaker = {
    ...speakerOf(ports),
    ...{ pull: pull.number, context: status.context },
    requiresAll: settings.requireAll && status.context === settings.statusContext,
  };
  const onUntold = () => {
    untold = true;
  };
  const voice = voiceFor({ ...ports, onUntold }, () => whatChanged(ports, hanging, selection), speaker);
  const told = await voice.last(result);
  const said = told.reason === result.reason || told.asksMore !== undefined || told.reason === 'superseded';
  return { told, written: said && !untold };
}

interface Look {
  readonly pull: LivePull;
  readonly statuses: readonly StandingStatus[];
}

/** The pull request and its statuses as they are now, where the very status that hung still stands. */
async function lookAgain({ github, settings }: Ports, { pull, status }: Hanging): Promise<Fact<Look>> {
  const [live, statuses] = await Promise.all([
    ask(github.pull(pull.number)),
    ask(github.statuses(pull.head.sha)),
  ]);
  if (!live.known || !statuses.known) return unknown('sweep-incomplete');
  if (!live.value.open || live.value.head.sha !== pull.head.sha) return unknown('superseded');
  const standing = standingIn(statuses.value, status.context);
  const same =
    standing?.state === 'pending' && standing.at === status.at && standing.targetUrl === status.targetUrl;
  // Written by this sweep, whose answer got lost: to write it again changes nothing.
  const own =
    standing !== undefined &&
    standing.state !== 'pending' &&
    runIn(standing.targetUrl) === settings.github.runUrl &&
    claimIn(standing.targetUrl)?.pull === pull.number;
  return same || own ? known({ pull: live.value, statuses: statuses.value }) : unknown('superseded');
}

/** For the last moment before the write: the look once more, and whether the same tests are still asked for. */
async function whatChanged(
  ports: Ports,
  hanging: Hanging,
  before: Selection | undefined,
): Promise<ReasonCode | undefined> {
  const now = await lookAgain(ports, hanging);
  if (!now.known) return now.reason;
  if (!before?.selected) return undefined;
  const live = await liveSelection(ports.github, now.value.pull, ports.settings.selection);
  if (!live.known) return 'sweep-incomplete';
  return isSame(live.value, before) ? undefined : 'superseded';
}

/** Whether a run has left the status to a member. Pipelines of the commit may be older by now than the list goes back. Pure. */
const saysRetest = ({ description }: StandingStatus): boolean =>
  description.startsWith(reasonOf('retest-needed').sentence);

/** Whether the commit of a pull request has had a pipeline for other tests. */
const hasHadOne = (
  { settings }: Ports,
  recent: readonly KeyedPipeline[],
  { number, head }: LivePull,
): boolean => recent.some(({ key }) => isOfFamily(key, familyOf(settings, number), head.sha));

interface Whose extends Look {
  readonly asked: Asked | undefined;
  readonly counts: KeyedPipeline | undefined;
  readonly onRequest: boolean;
}

/**
 * Ids of the live pipelines of the pull request that nobody waits for: those of older labels and heads, and rivals. Of
 * a status on request those of its commit that the labels do not ask for are meant: which one it was, no key tells.
 */
function othersOf(
  ports: Ports,
  recent: readonly KeyedPipeline[],
  { pull, statuses, asked, counts, onRequest }: Whose,
): readonly number[] {
  const { settings } = ports;
  const family = familyOf(settings, pull.number);
  const { sha } = pull.head;
  const since = ports.clock.now() - settings.pipeline.limits.timeoutMs;
  const sparing = !onRequest && isAwaited(statuses, settings.statusContext, since) ? sha : undefined;
  const live = recent.filter(isObsolete({ family, except: undefined, sparing }));
  const isOther = ({ id, key }: KeyedPipeline) =>
    onRequest ? isOfFamily(key, family, sha) && !asksFor(asked, key) : id !== counts?.id;
  return live.filter(isOther).map(({ id }) => id);
}
