import { failureItself, ServiceFailure, serviceFailureAs } from '../net/failure.ts';
import { isRefusal } from '../pipeline/failures.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { familyOf, type PipelineRequest } from '../pipeline/request.ts';
import { yieldToElder } from '../pipeline/rivals.ts';
import { searchAll } from '../pipeline/search.ts';
import { isLive } from '../pipeline/status.ts';
import { patientStop, type Stopped, stop, stopAll } from '../pipeline/stop.ts';
import { obsoleteOf } from '../pipeline/supersede.ts';
import type { Admitted } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { whatChanged } from './current.ts';
import { ensureName } from './name.ts';
import type { StartedPipeline } from './start.ts';
import { stopAndSay } from './stop.ts';
import { awaitsOnRequest } from './tell.ts';

/** When rivals are looked for (ms after the start): GitLab's replicas may show one late. */
const looksForRivals = [0, 15_000];

/** The pause (ms) after a look that told nothing, and how many looks there are at most. */
const againMs = 20_000;
const mostLooks = 8;

/** No pipeline of ours outlives its deadline by more than this, ms. */
export const marginMs = 600_000;

/**
 * Cancels the pipelines that this run's own replaces: those for older heads and selections of the pull request, and
 * younger rivals of the same request. Where a rival is elder, its own is cancelled, and the watch changes over. What
 * GitLab does not answer is asked again until `over`. Gives the elder one when its own was cancelled for it.
 */
export async function replaceOthers(
  bridge: Bridge,
  admitted: Admitted,
  started: StartedPipeline,
  mine: Pipeline,
  over: AbortSignal,
): Promise<Pipeline | undefined> {
  const [elder] = await Promise.all([
    yieldToRivals(bridge, started, mine, over),
    supersede(bridge, admitted, started, mine, over),
  ]);
  return elder;
}

/**
 * The same for a run that goes away at once. Gives the pipeline that stays, its own or an elder rival, and whether
 * nobody wants it any more.
 */
export async function replaceOthersNow(
  bridge: Bridge,
  admitted: Admitted,
  started: StartedPipeline,
): Promise<{ readonly pipeline: Pipeline; readonly superseded: boolean }> {
  const mine = started.pipeline;
  const over = new AbortController();
  const [elder, superseded] = await Promise.all([
    yieldToRivals(bridge, started, mine, bridge.interrupted).finally(() => over.abort()),
    supersede(bridge, admitted, started, mine, over.signal),
    bridge.settings.gitlab.token === undefined
      ? undefined
      : ensureName(bridge, mine.id, started.request.key, over.signal),
  ]);
  return { pipeline: elder ?? mine, superseded };
}

/** Looks for rivals of the same request. Gives the elder one when its own pipeline was cancelled for it. */
async function yieldToRivals(
  bridge: Bridge,
  started: StartedPipeline,
  mine: Pipeline,
  over: AbortSignal,
): Promise<Pipeline | undefined> {
  const { gitlab, clock, log, settings, interrupted } = bridge;
  const { launched, stopped, request, unsettled } = started;
  if (settings.gitlab.token === undefined) return undefined;
  // Who joins a pipeline has made no rival to it.
  if (launched === 'attached' || launched === 'verdict') return undefined;
  const find = async () => {
    const found = unsettled
      ? (await searchAll(gitlab, request.key, unsettled)).pipelines
      : await gitlab.find(request.key);
    return found.filter(({ id }) => !stopped.includes(id));
  };
  const begun = clock.now();
  const times = [...looksForRivals, ...(unsettled ? [unsettled.until - begun] : [])];
  for (let looks = 0, shown = 0, pause = 0; looks < mostLooks && shown < times.length; looks++) {
    if (pause > 0) await clock.sleep(pause, over);
    if (over.aborted || interrupted.aborted) return undefined;
    const met = await yieldToElder(gitlab, find, mine);
    const end = met.elder && (await makeWay(bridge, mine.id, met.elder, request.key));
    if (end === 'ended') return met.elder;
    if (end === 'refused') {
      log.warning(`pipeline #${mine.id} is a duplicate, but the token may not cancel it; stop it in GitLab`);
      return undefined;
    }
    const counts = met.shown && !met.elder;
    if (counts) shown += 1;
    pause = counts ? begun + (times[shown] ?? 0) - clock.now() : againMs;
  }
  return undefined;
}

/**
 * After a start that was not confirmed the pipeline that was found may be that of a rival, and have ended before the
 * own one comes: waits until none can come any more, and cancels what lives besides.
 */
export async function cancelLateOnes(
  { gitlab, clock, log, memory, interrupted }: Bridge,
  { request, unsettled }: StartedPipeline,
  watched: number,
): Promise<void> {
  if (!unsettled) return;
  await clock.sleep(Math.max(0, unsettled.until - clock.now()), interrupted);
  // What is not seen here is looked for once more by `post`.
  if (interrupted.aborted) return;
  const found = await searchAll(gitlab, request.key, unsettled).catch(serviceFailureAs(undefined));
  if (!found) return;
  const late = found.pipelines
    .filter(({ id, status }) => id !== watched && isLive(status))
    .map(({ id }) => id);
  const ends = await stopAll(gitlab, late, clock, patientStop);
  for (const { id, stopped } of ends) log.info(`pipeline #${id}, a duplicate: ${stopped}`);
  if (!found.doubtful && ends.every(({ stopped }) => stopped === 'ended')) memory.save('alive', '');
}

/** Cancels the own pipeline, once everybody can find the elder one by its name. */
async function makeWay(
  { gitlab, clock }: Bridge,
  id: number,
  elder: Pipeline,
  key: string,
): Promise<Stopped> {
  const named =
    elder.name === key || (await gitlab.rename(elder.id, key).then(done, serviceFailureAs(false)));
  return named ? stop(gitlab, id, clock, patientStop) : 'unconfirmed';
}

const done = () => true;

/**
 * Older heads and older selections of the same pull request, never those of others. Where it is this run that is out
 * of date, because head, labels or state changed while GitLab made the pipeline, its own goes. Gives whether it did.
 */
async function supersede(
  bridge: Bridge,
  admitted: Admitted,
  { request, launched }: StartedPipeline,
  mine: Pipeline,
  over: AbortSignal,
): Promise<boolean> {
  const { settings, gitlab, log, clock, interrupted } = bridge;
  const { origin } = admitted.subject;
  if (!settings.supersede || settings.gitlab.token === undefined || typeof origin !== 'number') return false;
  if (interrupted.aborted) return false;
  const find = () => findObsolete(bridge, admitted, request, origin);
  let obsolete = await find();
  while (obsolete === 'unanswered' && !over.aborted) {
    await clock.sleep(againMs, over);
    obsolete = await find();
  }
  if (obsolete === 'unanswered' || obsolete === 'refused') {
    log.warning('it could not be found out which older pipelines are running; look in GitLab');
    return false;
  }
  if (obsolete === 'own') {
    if (launched !== 'verdict') await stopOwn(bridge, mine.id, over);
    return true;
  }
  const others = obsolete.filter((id) => id !== mine.id);
  for (const { id, stopped } of await stopAll(gitlab, others, clock, patientStop)) {
    if (stopped === 'ended') log.info(`pipeline #${id}: cancelled, this run replaces it`);
    else
      log.warning(`pipeline #${id} is obsolete but could not be cancelled (${stopped}); stop it in GitLab`);
  }
  return false;
}

/** Cancels the own pipeline, which nobody wants any more, until that is confirmed or `over`. */
async function stopOwn(bridge: Bridge, id: number, over: AbortSignal): Promise<void> {
  bridge.log.info(`pipeline #${id}: cancelling, the pull request has changed since it was asked for`);
  for (;;) {
    const [stopped] = await stopAndSay(bridge, [id]);
    if (stopped !== 'unconfirmed') return;
    bridge.memory.save('alive', 'true');
    if (over.aborted) return;
    await bridge.clock.sleep(againMs, over);
  }
}

/** Ids of the pipelines that this run makes obsolete; `own` when it is this run that is out of date. */
async function findObsolete(
  bridge: Bridge,
  { subject, current }: Admitted,
  request: PipelineRequest,
  origin: number,
): Promise<readonly number[] | 'own' | 'unanswered' | 'refused'> {
  const { settings, gitlab, github, clock } = bridge;
  const since = clock.now() - settings.pipeline.limits.timeoutMs - marginMs;
  const found = await gitlab.recent(since).catch(failureItself);
  if (found instanceof ServiceFailure) return isRefusal(found) ? 'refused' : 'unanswered';
  // Asked after the list: nothing in it can be for a newer wish than what GitHub shows now.
  const changed = await whatChanged(github, current, settings.selection);
  if (changed !== undefined) return changed === 'superseded' ? 'own' : 'unanswered';
  const onRequest = current !== undefined && current.tests === undefined;
  const family = familyOf(subject.repository, origin);
  const obsolete = (sparing: string | undefined) =>
    obsoleteOf(found, { family, except: request.key, sparing }).map(({ id }) => id);
  const others = obsolete(subject.commit);
  if (onRequest) return others;
  const all = obsolete(undefined);
  // Those of this commit are of older labels, or of a run on request: which, no key tells.
  return all.length > others.length && (await awaitsOnRequest(bridge, subject.commit)) ? others : all;
}
