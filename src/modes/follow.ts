import { serviceFailureAs } from '../net/failure.ts';
import { type Expectation, expectationFrom } from '../pipeline/pace.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { successorOf } from '../pipeline/rivals.ts';
import { patientStop, quickStop, stop } from '../pipeline/stop.ts';
import { type Outcome, watch } from '../pipeline/watch.ts';
import type { Admitted } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { replaceOthers } from './replace.ts';
import type { StartedPipeline } from './start.ts';

/** How the pipeline ended, and which one it was in the end: a run may change over to an elder one. */
export interface Followed {
  readonly outcome: Outcome;
  readonly id: number;
}

/**
 * Watches the pipeline to an outcome, and leaves none running that nobody waits for: rivals of the same request and
 * pipelines that this one makes obsolete are cancelled on the way, its own when time is up or the job is cancelled.
 */
export async function follow(
  bridge: Bridge,
  admitted: Admitted,
  started: StartedPipeline,
): Promise<Followed> {
  const { clock, log, memory } = bridge;
  const timeoutAt = clock.now() + bridge.settings.pipeline.limits.timeoutMs;
  let mine = started.pipeline;
  for (;;) {
    const watched = new AbortController();
    const replaced = replaceOthers(bridge, admitted, started, mine, watched.signal);
    const outcome = await watchOne(bridge, started, mine, timeoutAt).finally(() => watched.abort());
    await replaced;
    const successor = await successorFor(bridge, started, mine, outcome);
    if (!successor) return { outcome: await leaveNone(bridge, mine.id, outcome), id: mine.id };
    log.info(`pipeline #${mine.id} was a duplicate of #${successor.id}; watching that one`);
    memory.save('pipeline', String(successor.id));
    mine = successor;
  }
}

async function watchOne(
  bridge: Bridge,
  started: StartedPipeline,
  mine: Pipeline,
  timeoutAt: number,
): Promise<Outcome> {
  const { gitlab, log, clock, interrupted, settings } = bridge;
  const { id } = mine;
  const { key } = started.request;
  let named = false;
  const onChange = async (pipeline: Pipeline) => {
    log.info(`pipeline #${id}: ${pipeline.status}`);
    if (pipeline.status === 'unknown') log.warning(unknownStatus);
    // The key is the name by which re-runs and `post` find the pipeline; the template sets it, otherwise we do.
    if (!named && pipeline.name !== key) await gitlab.rename(id, key).catch(warnUnnamed(bridge));
    named = true;
  };
  let expectation: Expectation | undefined;
  void readExpectation(bridge, started).then((read) => {
    expectation = read;
  });
  const limits = { ...settings.pipeline.limits, timeoutMs: timeoutAt - clock.now() };
  const age = started.launched === 'attached' ? Math.max(0, clock.now() - mine.createdAt) : 0;
  return watch(gitlab, id, limits, { clock, interrupted, onChange, expected: () => expectation, age });
}

const unknownStatus = 'GitLab reports a status that this version does not know; watching on';

/** From the last successful pipelines of the same tests. A retry runs only some jobs, so nothing is expected of it. */
async function readExpectation(
  { gitlab }: Bridge,
  { launched, request }: StartedPipeline,
): Promise<Expectation | undefined> {
  if (launched === 'retried' || launched === 'verdict') return undefined;
  const ending = request.key.slice(request.key.lastIndexOf(':'));
  return expectationFrom(await gitlab.durations(ending).catch(serviceFailureAs([])));
}

/** Where to look on when our pipeline was cancelled in favour of one that raced with it. */
async function successorFor(
  { gitlab, interrupted }: Bridge,
  { request, before }: StartedPipeline,
  mine: Pipeline,
  outcome: Outcome,
): Promise<Pipeline | undefined> {
  if (interrupted.aborted || outcome.how !== 'ended' || outcome.pipeline.status !== 'canceled')
    return undefined;
  const found = await gitlab.find(request.key).catch(serviceFailureAs([]));
  return successorOf(
    found.filter(({ id }) => !before.includes(id)),
    mine,
  );
}

/** Cancels what would run on with nobody waiting for it. */
async function leaveNone({ gitlab, log, clock }: Bridge, id: number, outcome: Outcome): Promise<Outcome> {
  if (outcome.how === 'ended' || outcome.how === 'blocked') return outcome;
  log.info(`pipeline #${id}: cancelling (${outcome.how})`);
  const stopped = await stop(gitlab, id, clock, outcome.how === 'timed-out' ? patientStop : quickStop);
  if (stopped === 'ended') log.info(`pipeline #${id}: cancelled`);
  else log.warning(`pipeline #${id} could not be cancelled (${stopped}); stop it in GitLab`);
  return outcome;
}

/** For `catch` of a rename. */
const warnUnnamed =
  ({ log }: Bridge) =>
  (error: unknown): void => {
    serviceFailureAs(undefined)(error);
    log.warning(
      'the pipeline could not be given its name: set `workflow: name: $DRAWBRIDGE_KEY` in GitLab, or give the token `api`',
    );
  };
