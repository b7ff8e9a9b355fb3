/** Gives a pipeline its key as name, by which re-runs and `post` find it. */

import { ServiceFailure } from '../net/failure.ts';
import { isRefusal } from './failures.ts';
import type { Life } from './life.ts';

/** What naming takes of a life. */
export type NamePorts = Pick<Life, 'gitlab' | 'clock' | 'log'>;

/** The pause (ms) after a call that GitLab did not answer. */
const againMs = 15_000;

/**
 * The key is the name by which re-runs and `post` find a pipeline; the template sets it, otherwise we do. Tries until
 * it is set, refused, or `over`.
 */
export async function giveName(life: NamePorts, id: number, key: string, over: AbortSignal): Promise<void> {
  await persist(life, over, () => life.gitlab.rename(id, key));
}

/** The same for a pipeline that nobody has looked at yet. */
export async function ensureName(life: NamePorts, id: number, key: string, over: AbortSignal): Promise<void> {
  await persist(life, over, async () => {
    const { name } = await life.gitlab.get(id);
    if (name !== key) await life.gitlab.rename(id, key);
  });
}

async function persist(
  { clock, log }: NamePorts,
  over: AbortSignal,
  act: () => Promise<void>,
): Promise<void> {
  while (!over.aborted) {
    const failure = await act().then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof ServiceFailure) return error;
        throw error;
      },
    );
    if (!failure) return;
    // A replica that lags does not find the pipeline yet.
    if (isRefusal(failure) && failure.kind !== 'not-found') return log.warning(unnamed);
    await clock.sleep(Math.max(againMs, failure.retryAfterMs ?? 0), over);
  }
}

const unnamed =
  'the pipeline could not be given its name: set `workflow: name: $DRAWBRIDGE_KEY` in GitLab, or give the token `api`';
