import { ServiceFailure } from '../net/failure.ts';
import { meaningOf } from '../pipeline/status.ts';
import { patientStop, stop } from '../pipeline/stop.ts';
import type { Bridge } from './bridge.ts';
import { isHeadOf } from './current.ts';
import { tell, voiceOf } from './tell.ts';

/** What a run that was killed had told the runner. */
export interface Left {
  /** Saved before the trigger, so a pipeline whose id never arrived is found too. */
  readonly key: string | undefined;
  readonly pipeline: number | undefined;
  /** The commit that has a pending status. */
  readonly commit: string | undefined;
}

/** After a run that did not end by itself: cancels its pipeline and settles its pending status. */
export async function cleanUp(bridge: Bridge, left: Left): Promise<void> {
  const { gitlab, log, clock } = bridge;
  for (const id of await pipelinesOf(bridge, left)) {
    const stopped = await stop(gitlab, id, clock, patientStop);
    if (stopped === 'ended') log.info(`pipeline #${id}: cancelled`);
    else log.warning(`pipeline #${id} could not be cancelled (${stopped}); stop it in GitLab`);
  }
  await settleStatus(bridge, left);
}

async function pipelinesOf({ gitlab, log }: Bridge, { key, pipeline }: Left): Promise<readonly number[]> {
  if (pipeline !== undefined) return [pipeline];
  if (key === undefined) return [];
  try {
    const found = await gitlab.find(key);
    return found.filter(({ status }) => meaningOf(status) !== 'ended').map(({ id }) => id);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    log.warning('it could not be found out whether a pipeline is left running; look in GitLab');
    return [];
  }
}

async function settleStatus(bridge: Bridge, { commit }: Left): Promise<void> {
  const voice = voiceOf(bridge);
  if (commit === undefined) return;
  // A newer commit has a run of its own, and a status of its own.
  if (voice.pull !== undefined && !(await isHeadOf(bridge.github, voice.pull, commit))) return;
  await tell(bridge, voice, { decision: 'allowed', reason: 'job-cancelled', verdict: 'cancelled', commit });
}
