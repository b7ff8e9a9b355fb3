import { ServiceFailure } from '../net/failure.ts';
import { isRefusal } from '../pipeline/failures.ts';
import type { Bridge } from './bridge.ts';

/** The pause (ms) after a call that GitLab did not answer. */
const againMs = 15_000;

/**
 * The key is the name by which re-runs and `post` find a pipeline; the template sets it, otherwise we do. Tries until
 * it is set, refused, or `over`.
 */
export async function giveName(bridge: Bridge, id: number, key: string, over: AbortSignal): Promise<void> {
  await persist(bridge, over, () => bridge.gitlab.rename(id, key));
}

/** The same for a pipeline that nobody has looked at yet. */
export async function ensureName(bridge: Bridge, id: number, key: string, over: AbortSignal): Promise<void> {
  await persist(bridge, over, async () => {
    const { name } = await bridge.gitlab.get(id);
    if (name !== key) await bridge.gitlab.rename(id, key);
  });
}

async function persist({ clock, log }: Bridge, over: AbortSignal, act: () => Promise<void>): Promise<void> {
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
