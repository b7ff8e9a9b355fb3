import type { Clock } from '../clock.ts';
import { ServiceFailure } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';
import { choose, eldestAlive, type Wish } from './choose.ts';
import { gitlabReason } from './failures.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import type { PipelineRequest } from './request.ts';

/** How a pipeline for the request came to be, or why there is none. */
export type Launch =
  | { readonly launched: 'started' | 'attached' | 'retried' | 'verdict'; readonly pipeline: Pipeline }
  | { readonly launched: 'no'; readonly reason: ReasonCode };

/** What a launch is handed. */
export interface LaunchContext {
  readonly clock: Clock;
  /** Pipelines of this key, already read; undefined where the token cannot look. */
  readonly existing: readonly Pipeline[] | undefined;
  /** Reads the head of the request's ref; asked only when there is a pipeline to compare with. */
  readonly head: () => Promise<string | undefined>;
  readonly wish: Wish;
}

/** How often, and how far apart (ms), to look for a pipeline whose creation GitLab did not confirm: replica lag. */
const looks = 4;
const pauseMs = 3_000;

/**
 * One pipeline for one request: joins, retries or reuses the one that exists, else starts one. A start is sent once;
 * an unclear answer is followed by looks for the key and never by another start.
 */
export async function launch(
  pipelines: Pipelines,
  request: PipelineRequest,
  context: LaunchContext,
): Promise<Launch> {
  const { existing = [], head, wish } = context;
  const choice = existing.length === 0 ? ({ take: 'new' } as const) : choose(existing, await head(), wish);
  if (choice.take === 'verdict') return { launched: 'verdict', pipeline: choice.pipeline };
  if (choice.take === 'attach') return { launched: 'attached', pipeline: choice.pipeline };
  if (choice.take === 'retry') {
    const retried = await retry(pipelines, choice.pipeline.id);
    if (retried) return { launched: 'retried', pipeline: retried };
  }
  return start(pipelines, request, context);
}

async function start(
  pipelines: Pipelines,
  request: PipelineRequest,
  context: LaunchContext,
): Promise<Launch> {
  try {
    const pipeline = await pipelines.create(request);
    if (pipeline.invalidConfiguration) return { launched: 'no', reason: 'gitlab-config-invalid' };
    return { launched: 'started', pipeline };
  } catch (error) {
    if (!(error instanceof ServiceFailure) || !error.mayHaveActed)
      return { launched: 'no', reason: gitlabReason(error) };
    const found = await lookForUnconfirmed(pipelines, request.key, context);
    return found ? { launched: 'started', pipeline: found } : { launched: 'no', reason: 'trigger-uncertain' };
  }
}

/** A pipeline of the key that was not there before the start whose answer got lost. */
async function lookForUnconfirmed(
  pipelines: Pipelines,
  key: string,
  { clock, existing }: LaunchContext,
): Promise<Pipeline | undefined> {
  if (existing === undefined) return undefined;
  const before = new Set(existing.map(({ id }) => id));
  for (let look = 0; look < looks; look++) {
    await clock.sleep(pauseMs);
    const found = await pipelines.find(key).catch(onlyServiceFailures);
    const created = found?.filter(({ id }) => !before.has(id));
    if (created && created.length > 0) return eldestAlive(created) ?? created[0];
  }
  return undefined;
}

/** undefined when GitLab will not retry this pipeline; then a new one is the only way to run the tests again. */
async function retry(pipelines: Pipelines, id: number): Promise<Pipeline | undefined> {
  return pipelines.retry(id).catch(onlyServiceFailures);
}

const onlyServiceFailures = (error: unknown): undefined => {
  if (!(error instanceof ServiceFailure)) throw error;
  return undefined;
};
