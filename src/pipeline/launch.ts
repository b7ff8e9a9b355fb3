import type { Clock } from '../clock.ts';
import { reasonOfFailure } from '../facts/ask.ts';
import { ServiceFailure, type ServiceFailureKind } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Recheck } from '../request/recheck.ts';
import type { PipelineRequest } from '../request/request.ts';
import { choose, eldestAlive, newestEnded, type Wish } from './choose.ts';
import { isRefusal, pauseAfter } from './failures.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import { retry } from './retry.ts';
import type { Unsettled } from './siblings.ts';
import { isLive } from './status.ts';
import { patientStop, stopAll } from './stop.ts';
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
  /** Pipelines of this key, already read; undefined where the token cannot look. */
  readonly existing: readonly Pipeline[] | undefined;
  /** Reads the head of the request's ref; asked only when there is a pipeline to compare with. */
  readonly head: () => Promise<string | undefined>;
  readonly wish: Wish;
  /** How long GitLab may be unreachable, ms. */
  readonly patienceMs: number;
  /** Aborted when the job is cancelled: nothing more is started then. */
  readonly interrupted: AbortSignal;
  /** Whether pipelines are started by a trigger token: they are its owner's, and hide their variables from us. */
  readonly byTrigger?: boolean;
  /** Default `always`. */
  readonly starts?: Starts;
  /** Asked before a start that had to wait: nobody may want the pipeline any more. */
  readonly recheck?: Recheck;
}

/** A start that is certain not to have happened is sent again, this often in all. */
const mostStarts = 3;

/**
 * One pipeline for one request: joins, retries or reuses the one that exists, else starts one. An unclear answer to
 * a start is followed by looks for the key, and by another start only when they have shown that there is none.
 */
export async function launch(
  pipelines: Pipelines,
  request: PipelineRequest,
  context: LaunchContext,
): Promise<Launch> {
  const { existing = [], wish, starts = 'always' } = context;
  try {
    if (starts === 'never' || (starts === 'first' && existing.length > 0)) return joinOnly(existing);
    if (existing.length === 0) return await start(pipelines, request, context, []);
    const choice = choose(existing, await context.head(), wish);
    if (choice.take === 'verdict') return { launched: 'verdict', pipeline: choice.pipeline, because: [] };
    if (choice.take === 'attach') return { launched: 'attached', pipeline: choice.pipeline, because: [] };
    const because = choice.take === 'new' ? [choice.because] : [];
    if (choice.take === 'retry') {
      const retried = await retry(pipelines, choice.pipeline, context);
      if (retried.retried === 'unknown') return { launched: 'no', reason: 'trigger-uncertain' };
      const { updatedAt } = choice.pipeline;
      const before = updatedAt === undefined ? {} : { unchangedSince: updatedAt };
      if (retried.retried) return { launched: 'retried', pipeline: retried.pipeline, because, ...before };
      because.push(retried.because);
    }
    const ids = await stopLive(pipelines, existing, context.clock);
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

/** Joins what lives or tells what has ended, on whatever head of the private branch. Pure. */
function joinOnly(existing: readonly Pipeline[]): Launch {
  const elder = eldestAlive(existing);
  if (elder) return { launched: 'attached', pipeline: elder, because: [] };
  const newest = newestEnded(existing);
  if (newest?.status === 'success' || newest?.status === 'failed')
    return { launched: 'verdict', pipeline: newest, because: [] };
  return { launched: 'no', reason: 'retest-needed' };
}

/**
 * Pipelines of this request that are alive and not good enough make way first: there are never two. Gives their ids.
 * Throws a ServiceFailure where the token may not stop one, or GitLab does not confirm in time.
 */
async function stopLive(
  pipelines: Pipelines,
  existing: readonly Pipeline[],
  clock: Clock,
): Promise<readonly number[]> {
  const ids = existing.filter(({ status }) => isLive(status)).map(({ id }) => id);
  const ends = await stopAll(pipelines, ids, clock, patientStop);
  const failed = (kind: ServiceFailureKind) =>
    new ServiceFailure({ service: 'gitlab', status: undefined, kind, mayHaveActed: true });
  if (ends.some(({ stopped }) => stopped === 'refused')) throw failed('forbidden');
  if (ends.some(({ stopped }) => stopped === 'unconfirmed')) throw failed('unavailable');
  return ids;
}

async function start(
  pipelines: Pipelines,
  request: PipelineRequest,
  context: LaunchContext,
  because: readonly string[],
): Promise<Launch> {
  const { clock, existing, patienceMs, interrupted } = context;
  const before = new Set(existing?.map(({ id }) => id));
  const showsKey = request.passAs === 'variables' && !context.byTrigger;
  if (interrupted.aborted) return { launched: 'no', reason: 'job-cancelled' };
  for (let starts = 1; ; starts++) {
    const since = clock.now();
    try {
      const pipeline = await pipelines.create(request);
      if (pipeline.invalidConfiguration) return { launched: 'no', reason: 'gitlab-config-invalid' };
      return { launched: 'started', pipeline, because };
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      const no = { launched: 'no', reason: reasonOfFailure(error) } as const;
      if (isRefusal(error)) return no;
      if (error.mayHaveActed) {
        if (existing === undefined) return { launched: 'no', reason: 'trigger-uncertain' };
        const looked = { clock, before, showsKey, since, patienceMs, interrupted };
        const fate = await lookForUnconfirmed(pipelines, request.key, looked);
        const unsettled = { since, until: since + settledMs, before, showsKey };
        if (fate.was === 'created')
          return { launched: 'started', pipeline: fate.pipeline, because, unsettled };
        if (fate.was === 'unknown') return { launched: 'no', reason: 'trigger-uncertain' };
      }
      const pause = pauseAfter(error);
      if (starts >= mostStarts || pause > patienceMs) return no;
      await clock.sleep(pause, interrupted);
      if (interrupted.aborted) return no;
      const reason = await context.recheck?.();
      if (reason !== undefined) return { launched: 'no', reason };
    }
  }
}
