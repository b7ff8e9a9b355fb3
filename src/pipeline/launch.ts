import type { Clock } from '../clock.ts';
import { ServiceFailure } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';
import { choose, type Wish } from './choose.ts';
import { gitlabReason } from './failures.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import type { PipelineRequest } from './request.ts';
import { retry } from './retry.ts';
import { lookForUnconfirmed } from './unconfirmed.ts';

/** How a pipeline for the request came to be, or why there is none. */
export type Launch =
  | {
      readonly launched: 'started' | 'attached' | 'retried' | 'verdict';
      readonly pipeline: Pipeline;
      /** Why an existing pipeline was not used, for the log. */
      readonly because: readonly string[];
    }
  | { readonly launched: 'no'; readonly reason: ReasonCode };

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
  const { existing = [], clock, wish } = context;
  try {
    if (existing.length === 0) return await start(pipelines, request, context, []);
    const choice = choose(existing, await context.head(), wish);
    if (choice.take === 'new') return await start(pipelines, request, context, [choice.because]);
    if (choice.take === 'verdict') return { launched: 'verdict', pipeline: choice.pipeline, because: [] };
    if (choice.take === 'attach') return { launched: 'attached', pipeline: choice.pipeline, because: [] };
    const retried = await retry(pipelines, choice.pipeline.id, clock);
    if (retried.retried) return { launched: 'retried', pipeline: retried.pipeline, because: [] };
    return await start(pipelines, request, context, [retried.because]);
  } catch (error) {
    return { launched: 'no', reason: gitlabReason(error) };
  }
}

async function start(
  pipelines: Pipelines,
  request: PipelineRequest,
  { clock, existing, patienceMs, interrupted }: LaunchContext,
  because: readonly string[],
): Promise<Launch> {
  const before = new Set(existing?.map(({ id }) => id));
  for (let starts = 1; ; starts++) {
    const sentAt = clock.now();
    try {
      const pipeline = await pipelines.create(request);
      if (pipeline.invalidConfiguration) return { launched: 'no', reason: 'gitlab-config-invalid' };
      return { launched: 'started', pipeline, because };
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      if (isRefusal(error)) return { launched: 'no', reason: gitlabReason(error) };
      if (existing === undefined) return { launched: 'no', reason: 'trigger-uncertain' };
      // A start that never arrived, or was refused for now, is certain not to have happened.
      const fate = error.mayHaveActed
        ? await lookForUnconfirmed(pipelines, request, { clock, before, sentAt, patienceMs })
        : ({ was: 'none' } as const);
      if (fate.was === 'created') return { launched: 'started', pipeline: fate.pipeline, because };
      if (fate.was === 'unknown') return { launched: 'no', reason: 'trigger-uncertain' };
      if (starts < mostStarts) await clock.sleep(pauseBefore(error), interrupted);
      if (interrupted.aborted || starts >= mostStarts) return { launched: 'no', reason: gitlabReason(error) };
    }
  }
}

/** A clear no, which another start would only hear again. Throttling and lost connections pass. */
const isRefusal = ({ mayHaveActed, kind }: ServiceFailure): boolean =>
  !mayHaveActed && kind !== 'unavailable' && kind !== 'rate-limited';

/** Milliseconds before another start. GitLab.com counts new pipelines by the minute. */
const pauseBefore = ({ retryAfterMs, kind }: ServiceFailure): number =>
  retryAfterMs ?? (kind === 'rate-limited' ? 61_000 : 5_000);
