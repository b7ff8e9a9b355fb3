import type { Clock } from '../clock.ts';
import { ServiceFailure } from '../net/failure.ts';
import { eldestAlive } from './choose.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';

/** What became of a start whose answer got lost. `none`: it was looked for, and it is certain that there is none. */
export type Unconfirmed =
  | { readonly was: 'created'; readonly pipeline: Pipeline }
  | { readonly was: 'none' | 'unknown' };

/** What a look needs. */
export interface UnconfirmedContext {
  readonly clock: Clock;
  /** Ids of pipelines of the key that were there before the start. */
  readonly before: ReadonlySet<number>;
  /** Whether the key is among the variables, and the token may read them: not so with inputs, nor by trigger token. */
  readonly showsKey: boolean;
  /** When the start was sent, epoch ms; where that is not known, when the looks begin. */
  readonly sentAt: number;
  /** How long GitLab may be unreachable, ms. */
  readonly patienceMs: number;
  /** Aborted when the job is cancelled: then one more look has to do. */
  readonly interrupted: AbortSignal;
}

/** Looks that must agree before "none" counts, and the pause between them, ms. */
const agreeing = 4;
const pauseMs = 4_000;

/**
 * GitLab goes on with a request whose caller has gone, for up to a minute (GitLab docs, "Rack Timeout"), and a replica
 * may show the result a little later. Before this time (ms) "none" does not count.
 */
const settledMs = 75_000;

/** GitLab's clock and ours may differ by this much, ms. */
const skewMs = 600_000;

/**
 * Looks for a pipeline that GitLab may have created without our hearing of it: by name, and among pipelines without
 * a name by the key in their own variables. A pipeline that could be ours but cannot be told makes it unknown.
 */
export async function lookForUnconfirmed(
  pipelines: Pick<Pipelines, 'find' | 'recent' | 'keyVariable'>,
  key: string,
  context: UnconfirmedContext,
): Promise<Unconfirmed> {
  const { clock, sentAt, patienceMs, interrupted } = context;
  const end = clock.now() + patienceMs;
  let empty = 0;
  for (;;) {
    await clock.sleep(pauseMs, interrupted);
    try {
      const look = await lookOnce(pipelines, key, context);
      if (look.was === 'created') return look;
      empty += 1;
      if (empty >= agreeing && clock.now() >= sentAt + settledMs) return look;
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      if (error.kind === 'unauthorized' || error.kind === 'forbidden') return { was: 'unknown' };
      empty = 0;
    }
    if (interrupted.aborted || (empty === 0 && clock.now() >= end)) return { was: 'unknown' };
  }
}

async function lookOnce(
  pipelines: Pick<Pipelines, 'find' | 'recent' | 'keyVariable'>,
  key: string,
  { before, showsKey, sentAt }: UnconfirmedContext,
): Promise<Unconfirmed> {
  const named = (await pipelines.find(key)).filter(({ id }) => !before.has(id));
  const [newest] = named;
  if (newest) return { was: 'created', pipeline: eldestAlive(named) ?? newest };
  const unnamed = (await pipelines.recent(sentAt - skewMs)).filter(
    ({ id, name, byRequest }) => name === undefined && byRequest !== false && !before.has(id),
  );
  const keys = await Promise.all(
    unnamed.map(async (pipeline) => ({ pipeline, found: await readKey(pipelines, pipeline.id) })),
  );
  const ours = keys.find(({ found }) => found === key);
  if (ours) return { was: 'created', pipeline: ours.pipeline };
  // Where keys are not shown, any pipeline without one may be ours.
  const doubtful = keys.some(({ found }) => found === 'unread' || (found === undefined && !showsKey));
  return { was: doubtful ? 'unknown' : 'none' };
}

/** Somebody else's pipeline hides its variables. */
async function readKey(
  pipelines: Pick<Pipelines, 'keyVariable'>,
  id: number,
): Promise<string | 'unread' | undefined> {
  try {
    return await pipelines.keyVariable(id);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    return error.kind === 'forbidden' || error.kind === 'not-found' ? undefined : 'unread';
  }
}
