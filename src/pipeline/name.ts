/** Keeps the key as a pipeline's name, by which other runs find it. */
import { failureItself, ServiceFailure } from '../net/failure.ts';
import { isRefusal } from './failures.ts';
import { countNoes } from './lasting.ts';
import type { Life } from './life.ts';
import type { Pipeline } from './pipeline.ts';

/** What naming takes of a life. */
export type NamePorts = Pick<Life, 'gitlab' | 'clock' | 'log'>;

/** The pause (ms) after a call that GitLab did not answer. */
const againMs = 15_000;

/**
 * Gives a pipeline its name. Tries until that is done, refused for good, or `over`; gives whether it is done.
 */
export async function giveName(
  { gitlab, clock, log }: NamePorts,
  id: number,
  key: string,
  over: AbortSignal,
): Promise<boolean> {
  const noes = countNoes();
  let refused = false;
  while (!over.aborted) {
    const answer = await gitlab.rename(id, key).catch(failureItself);
    if (!(answer instanceof ServiceFailure)) return true;
    // A replica that lags does not find the pipeline yet.
    refused = isRefusal(answer) && answer.kind !== 'not-found';
    if (refused && noes.lasts(answer, clock.now())) break;
    await clock.sleep(Math.max(againMs, answer.retryAfterMs ?? 0), over);
  }
  if (refused) log.warning(unnamed);
  return false;
}

const unnamed =
  'the pipeline could not be given its name: set `workflow: name: $DRAWBRIDGE_KEY` in GitLab, or give the token `api`';

/**
 * For each look at a pipeline: gives it its name back where it bears another one, and then has `onNamed` called, since
 * a run that looked for it meanwhile has not found it. After a refusal it is left at that.
 */
export function nameKeeper(
  ports: NamePorts,
  key: string,
  over: AbortSignal,
  onNamed: () => Promise<void>,
): (shown: Pipeline) => void {
  let idle = true;
  return ({ id, name }) => {
    if (!idle || name === key) return;
    idle = false;
    void giveName(ports, id, key, over).then(async (given) => {
      idle = given;
      if (given) await onNamed();
    });
  };
}
