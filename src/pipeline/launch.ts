import { type Clock, whenAborted } from '../clock.ts';
import { reasonOfFailure } from '../facts/ask.ts';
import { type Fact, known, unknown } from '../facts/fact.ts';
import type { Memory } from '../memory.ts';
import { ServiceFailure, serviceFailureAs } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Recheck } from '../request/recheck.ts';
import type { PipelineRequest } from '../request/request.ts';
import { choose, eldestAlive, isFresh, newestEnded, type Wish } from './choose.ts';
import { isRefusal, pauseAfter } from './failures.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import { retry } from './retry.ts';
import type { Unsettled } from './siblings.ts';
import { isLive } from './status.ts';
import { patientStop, quickStop, type StopLimits, stopAll } from './stop.ts';
import { lookForUnconfirmed, settledMs } from './unconfirmed.ts';

/** How a pipeline for the request came to be, or why there is none. */
export type Launch =
  | {
      readonly launched: 'started' | 'attached' | 'retried' | 'verdict';
      readonly pipeline: Pipeline;
      /** Why an existing pipeline was not used, for the log. */
      readonly because: readonly string[];
      /** Of one that is retried: the time of its last change before, by which a replica that lags is told. */
      readonly unchangedSince?: number;
      /** Ids of live pipelines of the request that were stopped for this one. */
      readonly stopped?: readonly number[];
      readonly unsettled?: Unsettled;
    }
  | { readonly launched: 'no'; readonly reason: ReasonCode };

/** When a pipeline may be started: whenever there is none that counts, only where there never was one, or not at all. */
export type Starts = 'always' | 'first' | 'never';

/** What a launch is handed. */
export interface LaunchContext {
  readonly clock: Clock;
  readonly memory: Memory;
  /** Pipelines of this key that are ours, already read; undefined where the token cannot look. */
  readonly existing: readonly Pipeline[] | undefined;
  /** Reads the head of the request's ref; asked only when there is a pipeline to compare with. */
  readonly head: () => Promise<string | undefined>;
  readonly wish: Wish;
  /** How long GitLab may be unreachable, ms. */
  readonly patienceMs: number;
  /** Aborted when the job is cancelled: nothing more is started then. */
  readonly interrupted: AbortSignal;
  /** Whether the token may give a pipeline its name. */
  readonly mayName: boolean;
  /** Whether GitLab itself has named the request's ref in this run: a replica that does not find it lags. */
  readonly refSeen?: boolean;
  /** Default `always`. */
  readonly starts?: Starts;
  /** Asked before a start that had to wait: nobody may want the pipeline any more. */
  readonly recheck?: Recheck;
}

/** A start that is certain not to have happened is sent again, this often in all. */
const mostStarts = 3;

/**
 * One pipeline for one request: joins, retries or reuses the one that exists, else starts one. An unclear answer to
 * a start is followed by looks for the key, and by another start only when they have shown that there is none. What
 * is under way is in the runner's memory before it is sent, and the pipeline right after.
 */
export async function launch(
  pipelines: Pipelines,
  request: PipelineRequest,
  context: LaunchContext,
): Promise<Launch> {
  const { existing = [], wish, starts = 'always', memory } = context;
  try {
    if (starts === 'never' || (starts === 'first' && existing.length > 0)) return joinOnly(existing, memory);
    if (existing.length === 0) return await start(pipelines, request, context, []);
    const aim = { ref: request.ref.name, head: await context.head() };
    const fresh = existing.filter((pipeline) => isFresh(pipeline, aim));
    const choice = choose(existing, aim, wish);
    if (choice.take === 'attach' || choice.take === 'verdict') {
      // What another run left behind on an older head: this one goes on, whatever comes of it.
      const stale = existing.filter((pipeline) => !fresh.includes(pipeline));
      await stopLive(pipelines, stale, context.clock, quickStop);
      return joined(choice.take === 'attach' ? 'attached' : 'verdict', choice.pipeline, memory);
    }
    const because = choice.take === 'new' ? [choice.because] : [];
    if (choice.take === 'retry') {
      const retried = await retry(pipelines, choice.pipeline, context);
      if (retried.retried === 'unknown') return { launched: 'no', reason: 'trigger-uncertain' };
      if (retried.retried) memory.save('pipeline', String(choice.pipeline.id));
      memory.save('unclear', 'no');
      const { updatedAt } = choice.pipeline;
      const before = updatedAt === undefined ? {} : { unchangedSince: updatedAt };
      if (retried.retried) return { launched: 'retried', pipeline: retried.pipeline, because, ...before };
      because.push(retried.because);
    }
    const stopped = await stopLive(pipelines, existing, context.clock, patientStop);
    if (!stopped.known) return { launched: 'no', reason: stopped.reason };
    const ids = stopped.value;
    // All this may have taken minutes.
    const waited = choice.take === 'retry' || ids.length > 0;
    const reason = waited ? await context.recheck?.() : undefined;
    if (reason !== undefined) return { launched: 'no', reason };
    const answer = await start(pipelines, request, context, because);
    return answer.launched === 'no' ? answer : { ...answer, stopped: ids };
  } catch (error) {
    return { launched: 'no', reason: reasonOfFailure(error) };
  }
}

/** Joins what lives or tells what has ended, on whatever head of the private branch: what stands is told once more. */
function joinOnly(existing: readonly Pipeline[], memory: Memory): Launch {
  const elder = eldestAlive(existing);
  if (elder) return joined('attached', elder, memory);
  const newest = newestEnded(existing);
  if (newest?.status === 'success' || newest?.status === 'failed') return joined('verdict', newest, memory);
  return { launched: 'no', reason: 'retest-needed' };
}

function joined(launched: 'attached' | 'verdict', pipeline: Pipeline, memory: Memory): Launch {
  // What has ended is nobody's to stop: somebody else may run it again.
  if (launched === 'attached') memory.save('pipeline', String(pipeline.id));
  return { launched, pipeline, because: [] };
}

/**
 * Pipelines of this request that are alive and not good enough make way first: there are never two. Gives their ids;
 * unknown where the token may not stop one, or GitLab does not confirm in time.
 */
async function stopLive(
  pipelines: Pipelines,
  existing: readonly Pipeline[],
  clock: Clock,
  limits: StopLimits,
): Promise<Fact<readonly number[]>> {
  const ids = existing.filter(({ status }) => isLive(status)).map(({ id }) => id);
  const ends = await stopAll(pipelines, ids, clock, limits);
  for (const end of ends) if (end.stopped === 'refused') return unknown(end.reason);
  return ends.every(({ stopped }) => stopped === 'ended') ? known(ids) : unknown('gitlab-unavailable');
}

async function start(
  pipelines: Pipelines,
  request: PipelineRequest,
  context: LaunchContext,
  because: readonly string[],
): Promise<Launch> {
  const { clock, memory, existing, patienceMs, interrupted, refSeen = false } = context;
  const before = new Set(existing?.map(({ id }) => id));
  if (interrupted.aborted) return { launched: 'no', reason: 'job-cancelled' };
  for (let starts = 1; ; starts++) {
    const since = clock.now();
    memory.save('unclear', String(since));
    try {
      const pipeline = await pipelines.create(request);
      memory.save('pipeline', String(pipeline.id));
      memory.save('unclear', 'no');
      if (pipeline.invalidConfiguration) return { launched: 'no', reason: 'gitlab-config-invalid' };
      const named = await nameAtOnce(pipelines, pipeline, request.key, context);
      return { launched: 'started', pipeline: named, because };
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      const no = { launched: 'no', reason: reasonOfFailure(error) } as const;
      if (error.mayHaveActed) {
        // Nobody can look for it, now or in post.
        if (existing === undefined) return { launched: 'no', reason: 'trigger-uncertain' };
        const looked = { clock, before, since, patienceMs, interrupted };
        const fate = await lookForUnconfirmed(pipelines, request.key, looked);
        const unsettled = { since, until: since + settledMs, before };
        if (fate.was === 'created') {
          const { pipeline } = fate;
          memory.save('pipeline', String(pipeline.id));
          const named = await nameAtOnce(pipelines, pipeline, request.key, context);
          return { launched: 'started', pipeline: named, because, unsettled };
        }
        if (fate.was === 'unknown') return { launched: 'no', reason: 'trigger-uncertain' };
      }
      memory.save('unclear', 'no');
      const pause = pauseAfter(error);
      const early = refSeen && starts === 1 && error.refusal === 'reference-not-found';
      if ((isRefusal(error) && !early) || starts >= mostStarts || pause > patienceMs) return no;
      await clock.sleep(pause, interrupted);
      if (interrupted.aborted) return no;
      const reason = await context.recheck?.();
      if (reason !== undefined) return { launched: 'no', reason };
    }
  }
}

/**
 * The key becomes its name right away: a machine that is lost later leaves a pipeline that others find. What does not
 * work now is done by the watch, and a cancelled job does not wait for it.
 */
async function nameAtOnce(
  pipelines: Pipelines,
  started: Pipeline,
  key: string,
  { mayName, interrupted }: LaunchContext,
): Promise<Pipeline> {
  if (!mayName || started.name === key) return started;
  const named = pipelines.rename(started.id, key).catch(serviceFailureAs(started));
  return Promise.race([named, whenAborted(interrupted).then(() => started)]);
}
