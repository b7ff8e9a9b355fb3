import type { Clock } from '../clock.ts';
import { ServiceFailure } from '../net/failure.ts';
import { eldestAlive } from './choose.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import type { PipelineRequest } from './request.ts';

/** What became of a start whose answer got lost. `none`: it was looked for, and it is certain that there is none. */
export type Unconfirmed =
  | { readonly was: 'created'; readonly pipeline: Pipeline }
  | { readonly was: 'none' | 'unknown' };

/** What a look needs. */
export interface UnconfirmedContext {
  readonly clock: Clock;
  /** Ids of pipelines of the key that were there before the start. */
  readonly before: ReadonlySet<number>;
  /** When the start was sent, epoch ms. */
  readonly sentAt: number;
  /** How long GitLab may be unreachable, ms. */
  readonly patienceMs: number;
}

/** Looks that must agree before "none" counts, and the pause between them, ms: a replica may lag behind. */
const agreeing = 4;
const pauseMs = 4_000;

/** GitLab's clock and ours may differ by this much, ms. */
const skewMs = 120_000;

/**
 * Looks for a pipeline that GitLab may have created without our hearing of it: by name, and among pipelines without
 * a name by the key in their own variables. A pipeline that could be ours but cannot be told makes it unknown.
 */
export async function lookForUnconfirmed(
  pipelines: Pick<Pipelines, 'find' | 'recent' | 'keyVariable'>,
  request: PipelineRequest,
  { clock, before, sentAt, patienceMs }: UnconfirmedContext,
): Promise<Unconfirmed> {
  const end = clock.now() + patienceMs;
  let empty = 0;
  let doubtful = false;
  for (;;) {
    await clock.sleep(pauseMs);
    try {
      const look = await lookOnce(pipelines, request, before, sentAt - skewMs);
      if (look.was === 'created') return look;
      doubtful = look.was === 'unknown';
      empty += 1;
      if (empty >= agreeing) return { was: doubtful ? 'unknown' : 'none' };
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      if (error.kind === 'unauthorized' || error.kind === 'forbidden') return { was: 'unknown' };
      empty = 0;
    }
    if (clock.now() >= end) return { was: 'unknown' };
  }
}

async function lookOnce(
  pipelines: Pick<Pipelines, 'find' | 'recent' | 'keyVariable'>,
  request: PipelineRequest,
  before: ReadonlySet<number>,
  since: number,
): Promise<Unconfirmed> {
  const named = (await pipelines.find(request.key)).filter(({ id }) => !before.has(id));
  const [newest] = named;
  if (newest) return { was: 'created', pipeline: eldestAlive(named) ?? newest };
  const unnamed = (await pipelines.recent(since)).filter(
    ({ id, name }) => name === undefined && !before.has(id),
  );
  let doubtful = false;
  for (const pipeline of unnamed) {
    const key = await pipelines.keyVariable(pipeline.id).catch(hidden);
    if (key === request.key) return { was: 'created', pipeline };
    // Inputs leave no trace among the variables, so a pipeline without a key may be ours then.
    doubtful ||= key === 'hidden' || (key === undefined && request.passAs === 'inputs');
  }
  return { was: doubtful ? 'unknown' : 'none' };
}

/** Somebody else's pipeline hides its variables, and is not ours for that very reason. */
function hidden(error: unknown): 'hidden' | undefined {
  if (!(error instanceof ServiceFailure)) throw error;
  if (error.kind === 'forbidden' || error.kind === 'not-found') return undefined;
  return 'hidden';
}
