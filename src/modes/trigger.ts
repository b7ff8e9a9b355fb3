import { isEnded } from '../pipeline/status.ts';
import type { Result } from '../report/result.ts';
import { judge } from '../report/verdict.ts';
import { admit } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { detach } from './detach.ts';
import { start } from './start.ts';

/**
 * Mode `trigger`: starts a pipeline for a push, tag or release and does not wait for it. Where the verdict of an
 * earlier one stands, that is told: nothing was started.
 */
export async function trigger(bridge: Bridge): Promise<Result> {
  // What a release starts is nobody's required check: no status is written, not even a refusal's.
  const silent: Bridge = { ...bridge, settings: { ...bridge.settings, statusContext: undefined } };
  const admitted = await admit(silent);
  if (!admitted.admitted) return admitted.result;
  const started = await start(silent, admitted);
  if (!started.started) return started.result;
  const { launched, pipeline } = started;
  const { status } = pipeline;
  if (launched === 'verdict' && isEnded(status))
    return { ...started.result, ...judge({ how: 'ended', pipeline: { ...pipeline, status } }) };
  const result = await detach(silent, admitted, started);
  return result.verdict === undefined ? { ...result, verdict: 'pending', reason: 'triggered' } : result;
}
