/** The end of a run that does not wait for its pipeline. */
import type { Life, StartedPipeline } from '../pipeline/life.ts';
import { cancelLateOnes, replaceOthersNow } from '../pipeline/replace.ts';
import { quickStop, stopAndSay } from '../pipeline/stop.ts';
import type { Result } from '../report/result.ts';
import { judgeUnended } from '../report/verdict.ts';

/**
 * What the pipeline replaces is cancelled from here, and a rival of the same request makes way. Gives the result with
 * the pipeline that stays; `left` is its reason where that one is wanted and goes on.
 */
export async function leave(
  life: Life,
  started: StartedPipeline,
  result: Result,
  left: 'detached' | 'triggered',
): Promise<Result> {
  const { log, memory, interrupted } = life;
  const { pipeline, superseded } = await replaceOthersNow(life, started);
  const { id } = pipeline;
  if (id !== started.pipeline.id) {
    log.info(`pipeline #${started.pipeline.id} was a duplicate of #${id}`);
    memory.save('pipeline', String(id));
  }
  await cancelLateOnes(life, started.siblings, id);
  const stays: Result = { ...result, pipelineId: id };
  if (superseded) return { ...stays, verdict: 'superseded', reason: 'superseded' };
  if (!interrupted.aborted) return { ...stays, verdict: 'pending', reason: left };
  const [end] = await stopAndSay(life, [id], quickStop);
  if (end?.stopped === 'unconfirmed') memory.save('uncancelled', 'true');
  return { ...stays, ...judgeUnended({ how: 'interrupted' }) };
}
