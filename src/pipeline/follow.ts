/** Watches one pipeline to its end, and leaves none running that nobody waits for. */
import { whenAborted } from '../clock.ts';
import { serviceFailureAs } from '../net/failure.ts';
import type { Life, StartedPipeline } from './life.ts';
import { nameKeeper } from './name.ts';
import { type Expectation, expectationFrom, usual } from './pace.ts';
import type { Pipeline } from './pipeline.ts';
import { cancelLateOnes, meetRivals, replaceOthers } from './replace.ts';
import { replacementOf, successorOf } from './rivals.ts';
import { patientStop, quickStop, stopAndSay } from './stop.ts';
import { type Outcome, watch } from './watch.ts';

/** How the pipeline ended, and which one it was in the end: a run may change over to another. */
export interface Followed {
  readonly outcome: Outcome;
  readonly id: number;
  /** Whether another run that waited for it has cancelled it, because its own job was cancelled. */
  readonly takenAlong: boolean;
}

/**
 * When it is looked (ms after each other) for what has become of a cancelled one: a run that replaces it starts the other
 * a moment later, and one that is cancelled says so within some seconds, or its `post` does (docs/facts/runner.md,
 * "Cancel").
 */
const looksAfterCancel = [0, 5_000, 10_000, 15_000];

/**
 * Watches the pipeline to an outcome, and leaves none running that nobody waits for: rivals of the same request and
 * pipelines that this one makes obsolete are cancelled on the way, its own when time is up or the job is cancelled.
 */
export async function follow(life: Life, started: StartedPipeline): Promise<Followed> {
  const { clock, log, memory, limits, interrupted } = life;
  const { timeoutMs } = limits;
  let timeoutAt = clock.now() + timeoutMs;
  let mine = started.pipeline;
  for (;;) {
    const watched = new AbortController();
    const replaced = replaceOthers(life, started, mine, watched.signal);
    // Awaited below; a fault of ours in it must not end the process before the pipeline is seen to.
    replaced.catch(() => {});
    const outcome = await watchOne(life, started, mine, timeoutAt, watched.signal).finally(() =>
      watched.abort(),
    );
    // A runner that cancels the job leaves no time to wait for what is under way besides.
    const rival = await Promise.race([replaced, whenAborted(interrupted)]);
    const after = rival ? { successor: rival } : await afterCancel(life, started, mine, outcome);
    const { successor, takenAlong = false } = after;
    if (!successor) {
      // What was only to be told has ended; if it lives again, somebody else has retried it.
      const isToldOnly = started.how === 'verdict' && mine === started.pipeline;
      if (!isToldOnly) await leaveNone(life, mine.id, outcome);
      const followed = { outcome, id: mine.id, takenAlong };
      await cancelLateOnes(life, started.siblings, mine.id);
      return followed;
    }
    const elder = successor.id < mine.id;
    log.info(
      `pipeline #${mine.id} was ${elder ? 'a duplicate of' : 'replaced by'} #${successor.id}; watching that one`,
    );
    memory.save('pipeline', String(successor.id));
    if (!elder) timeoutAt = clock.now() + timeoutMs;
    mine = successor;
  }
}

async function watchOne(
  life: Life,
  started: StartedPipeline,
  mine: Pipeline,
  timeoutAt: number,
  over: AbortSignal,
): Promise<Outcome> {
  const { gitlab, log, clock, interrupted, request } = life;
  const { id } = mine;
  const keepName = nameKeeper(life, request.key, over, () => meetRivals(life, started, mine));
  let warned = false;
  const onLook = (pipeline: Pipeline, isNew: boolean) => {
    keepName(pipeline);
    life.onLook?.(pipeline, durations);
    if (!isNew) return;
    log.info(`pipeline #${id}: ${pipeline.status}`);
    if (pipeline.status === 'unknown' && !warned) log.warning(unknownStatus);
    warned ||= pipeline.status === 'unknown';
  };
  let durations: readonly number[] = [];
  let expectation: Expectation | undefined;
  void readDurations(life, started).then((read) => {
    durations = read;
    expectation = expectationFrom(usual(read));
  });
  const limits = { ...life.limits, timeoutMs: timeoutAt - clock.now() };
  const own = mine === started.pipeline;
  const joined = !own || started.how === 'attached';
  return watch(gitlab, id, limits, {
    clock,
    interrupted,
    onLook,
    first: own && isAnswerToNaming(life, started) ? mine : undefined,
    expected: () => expectation,
    age: joined ? Math.max(0, clock.now() - mine.createdAt) : 0,
    unchangedSince: own ? started.unchangedSince : undefined,
  });
}

/** It is complete, and newer than what any replica shows. What was found after an unclear start is of a list. */
const isAnswerToNaming = ({ request }: Life, { pipeline, how, siblings }: StartedPipeline): boolean =>
  how === 'started' && pipeline.name === request.key && siblings.unsettled === undefined;

const unknownStatus = 'GitLab reports a status that this version does not know; watching on';

/** Of the last successful pipelines of the same tests. A retry runs only some jobs, so nothing is expected of it. */
async function readDurations(
  { gitlab, request }: Life,
  { how }: StartedPipeline,
): Promise<readonly number[]> {
  if (how === 'retried' || how === 'verdict') return [];
  const ending = request.key.slice(request.key.lastIndexOf(':'));
  return gitlab.durations(ending).catch(serviceFailureAs([]));
}

/** What is known of a pipeline that was cancelled. */
interface AfterCancel {
  /** Where to look on: the one that raced with it, or that replaced it. */
  readonly successor?: Pipeline | undefined;
  readonly takenAlong?: boolean;
}

/** While another run for the same commit goes on, one more look may tell. */
async function afterCancel(
  { clock, interrupted, hearsOfCancel }: Life,
  { siblings }: StartedPipeline,
  mine: Pipeline,
  outcome: Outcome,
): Promise<AfterCancel> {
  if (outcome.how !== 'ended' || outcome.pipeline.status !== 'canceled') return {};
  for (const pause of looksAfterCancel) {
    await clock.sleep(pause, interrupted);
    if (interrupted.aborted) return {};
    const found = await siblings.fresh().catch(serviceFailureAs([]));
    const successor = successorOf(found, mine) ?? replacementOf(found, mine);
    if (successor) return { successor };
    const heard = await hearsOfCancel(mine.id);
    if (heard !== 'perhaps') return { takenAlong: heard === 'yes' };
  }
  return {};
}

/**
 * Cancels what would run on with nobody waiting for it. What cannot be confirmed now is left to `post`. A no of GitLab
 * tells nothing of how the pipeline ends: it goes on, and the next run takes it up.
 */
async function leaveNone(life: Life, id: number, outcome: Outcome): Promise<void> {
  const { log, memory } = life;
  if (outcome.how === 'ended' || outcome.how === 'blocked') return;
  if (outcome.how === 'lost' && outcome.reason === 'pipeline-gone') return;
  if (outcome.how === 'lost' && outcome.reason !== 'error-budget')
    return log.warning(`pipeline #${id} is left running: a later run of this job takes it up`);
  log.info(`pipeline #${id}: cancelling (${outcome.how})`);
  const [end] = await stopAndSay(life, [id], outcome.how === 'interrupted' ? quickStop : patientStop);
  if (end?.stopped === 'unconfirmed') memory.save('uncancelled', 'true');
}
