import { serviceFailureAs } from '../net/failure.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { familyOf } from '../pipeline/request.ts';
import { yieldToElder } from '../pipeline/rivals.ts';
import { patientStop, stop, stopAll } from '../pipeline/stop.ts';
import { obsoleteOf } from '../pipeline/supersede.ts';
import type { Admitted } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { whatChanged } from './current.ts';
import type { StartedPipeline } from './start.ts';

/** GitLab's replicas may show a rival late, so it is looked for twice (ms after the start). */
const looksForRivals = [0, 15_000];

/** A run that does not wait for its pipeline does not wait long for rivals either. */
const quickLooks = [0, 5_000];

/** The pause (ms) after a look that GitLab did not answer. */
const againMs = 20_000;

/** No pipeline of ours outlives its deadline by more than this, ms. */
export const marginMs = 600_000;

/**
 * Cancels the pipelines that this run's own replaces: those for older heads and selections of the pull request, and
 * younger rivals of the same request. Where a rival is elder, its own is cancelled, and the watch changes over. What
 * GitLab does not answer is asked again until `over`.
 */
export async function replaceOthers(
  bridge: Bridge,
  admitted: Admitted,
  started: StartedPipeline,
  mine: Pipeline,
  over: AbortSignal,
): Promise<void> {
  await Promise.all([
    supersede(bridge, admitted, started, mine, over),
    yieldToRivals(bridge, started, mine, looksForRivals, over),
  ]);
}

/** The same for a run that goes away at once. Gives the pipeline that stays: its own or an elder rival. */
export async function replaceOthersNow(
  bridge: Bridge,
  admitted: Admitted,
  started: StartedPipeline,
): Promise<Pipeline> {
  const mine = started.pipeline;
  const over = new AbortController();
  const [elder] = await Promise.all([
    yieldToRivals(bridge, started, mine, quickLooks, bridge.interrupted).finally(() => over.abort()),
    supersede(bridge, admitted, started, mine, over.signal),
  ]);
  return elder ?? mine;
}

/** Looks for rivals of the same request. Gives the elder one when its own pipeline was cancelled for it. */
async function yieldToRivals(
  bridge: Bridge,
  { launched, request, stopped }: StartedPipeline,
  mine: Pipeline,
  looks: readonly number[],
  over: AbortSignal,
): Promise<Pipeline | undefined> {
  const { gitlab, clock, log, settings, interrupted } = bridge;
  if (settings.gitlab.token === undefined) return undefined;
  // Who joins a pipeline has made no rival to it.
  if (launched === 'attached' || launched === 'verdict') return undefined;
  for (let answered = 0, pause = 0; answered < looks.length; ) {
    if (pause > 0) await clock.sleep(pause, over);
    if (over.aborted || interrupted.aborted) return undefined;
    const { seen, elder } = await yieldToElder(gitlab, request.key, mine, stopped);
    const end = elder && (await stop(gitlab, mine.id, clock, patientStop));
    if (end === 'ended') return elder;
    if (end === 'refused') {
      log.warning(`pipeline #${mine.id} is a duplicate, but the token may not cancel it; stop it in GitLab`);
      return undefined;
    }
    if (seen && end === undefined) answered += 1;
    pause = seen ? (looks[answered] ?? 0) : againMs;
  }
  return undefined;
}

/** Older heads and older selections of the same pull request, never those of others. */
async function supersede(
  bridge: Bridge,
  admitted: Admitted,
  { request }: StartedPipeline,
  mine: Pipeline,
  over: AbortSignal,
): Promise<void> {
  const { settings, gitlab, github, log, clock } = bridge;
  const { subject, voice, current } = admitted;
  if (!settings.supersede || settings.gitlab.token === undefined || typeof subject.origin !== 'number')
    return;
  const since = clock.now() - settings.pipeline.limits.timeoutMs - marginMs;
  let found = await gitlab.recent(since).catch(serviceFailureAs(undefined));
  while (!found && !over.aborted) {
    await clock.sleep(againMs, over);
    found = await gitlab.recent(since).catch(serviceFailureAs(undefined));
  }
  if (!found) return log.warning('GitLab did not tell which older pipelines are running; look there');
  const onRequest = voice.context !== settings.statusContext;
  const obsolete = obsoleteOf(found, {
    family: familyOf(subject.repository, subject.origin),
    except: request.key,
    olderThan: undefined,
    sparing: onRequest ? subject.commit : undefined,
  });
  // A younger one may be that of a push since this run looked: then it is this run that is obsolete.
  const younger = obsolete.some(({ id }) => id > mine.id);
  if (younger && (await whatChanged(github, current, settings.selection))) return;
  const ids = obsolete.map(({ id }) => id);
  for (const { id, stopped } of await stopAll(gitlab, ids, clock, patientStop)) {
    if (stopped === 'ended') log.info(`pipeline #${id}: cancelled, this run replaces it`);
    else
      log.warning(`pipeline #${id} is obsolete but could not be cancelled (${stopped}); stop it in GitLab`);
  }
}
