import { quickStop } from '../pipeline/stop.ts';
import type { Result } from '../report/result.ts';
import { judge } from '../report/verdict.ts';
import type { Admitted } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { cancelLateOnes, replaceOthersNow } from './replace.ts';
import type { StartedPipeline } from './start.ts';
import { stopAndSay } from './stop.ts';

/**
 * The end of a run that does not wait for its pipeline: what that one replaces is cancelled from here, and a rival of
 * the same request makes way. Gives the result so far, with the pipeline that stays.
 */
export async function detach(bridge: Bridge, admitted: Admitted, started: StartedPipeline): Promise<Result> {
  const { log, memory, interrupted } = bridge;
  const { pipeline, superseded } = await replaceOthersNow(bridge, admitted, started);
  const { id } = pipeline;
  if (id !== started.pipeline.id) {
    log.info(`pipeline #${started.pipeline.id} was a duplicate of #${id}`);
    memory.save('pipeline', String(id));
  }
  await cancelLateOnes(bridge, started, id);
  const result: Result = { ...started.result, pipelineId: id };
  if (superseded) return { ...result, verdict: 'superseded', reason: 'superseded' };
  if (!interrupted.aborted) {
    // What stays is wanted; `post` could not tell it from a late duplicate.
    memory.save('alive', '');
    return result;
  }
  const [stopped] = await stopAndSay(bridge, [id], quickStop);
  if (stopped === 'unconfirmed') memory.save('alive', 'true');
  return { ...result, ...judge({ how: 'interrupted' }) };
}
