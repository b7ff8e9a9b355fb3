import { patientStop, type StopLimits, type Stopped, stopAll } from '../pipeline/stop.ts';
import type { Bridge } from './bridge.ts';

/**
 * Cancels pipelines and says of each whether its end was seen: one that could not be cancelled costs money until
 * somebody stops it by hand. Gives how each ended, in their order.
 */
export async function stopAndSay(
  { gitlab, clock, log }: Bridge,
  ids: readonly number[],
  limits: StopLimits = patientStop,
): Promise<readonly Stopped[]> {
  const ends = await stopAll(gitlab, ids, clock, limits);
  for (const { id, stopped } of ends) {
    if (stopped === 'ended') log.info(`pipeline #${id}: cancel confirmed`);
    else log.warning(`pipeline #${id} could not be cancelled (${stopped}); stop it in GitLab`);
  }
  return ends.map(({ stopped }) => stopped);
}
