import { ask } from '../gate/ask.ts';
import { serviceFailureAs } from '../net/failure.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { searchAll } from '../pipeline/search.ts';
import { isLive } from '../pipeline/status.ts';
import { patientStop, stopAll } from '../pipeline/stop.ts';
import { lookForUnconfirmed } from '../pipeline/unconfirmed.ts';
import type { Bridge } from './bridge.ts';
import { tell, voiceOf } from './tell.ts';

/** What a run had told the runner when it ended or was killed. */
export interface Left {
  /** Saved before the trigger, so a pipeline whose id never arrived is found too. */
  readonly key: string | undefined;
  readonly pipeline: number | undefined;
  /** The commit that has a pending status. */
  readonly commit: string | undefined;
  /** Whether the run ended by itself, and so has said its last word. */
  readonly done: boolean;
  /** Whether a run that ended by itself may have left its pipeline running. */
  readonly alive: boolean;
}

/** How long (ms) GitLab may be unreachable here: the runner ends everything after some minutes. */
const patienceMs = 120_000;

/**
 * After a run that was killed, or could not see its pipeline end: cancels the pipeline, and settles the pending status
 * where no last word was said.
 */
export async function cleanUp(bridge: Bridge, left: Left): Promise<void> {
  const { gitlab, log, clock } = bridge;
  for (const { id, stopped } of await stopAll(gitlab, await pipelinesOf(bridge, left), clock, patientStop)) {
    if (stopped === 'ended') log.info(`pipeline #${id}: cancel confirmed`);
    else log.warning(`pipeline #${id} could not be cancelled (${stopped}); stop it in GitLab`);
  }
  if (!left.done) await settleStatus(bridge, left);
}

async function pipelinesOf(bridge: Bridge, left: Left): Promise<readonly number[]> {
  const { key, pipeline, alive } = left;
  const known = pipeline === undefined ? [] : [pipeline];
  // A number is all there is, unless the start was unclear: then there may be another.
  if (key === undefined || (pipeline !== undefined && !alive)) return known;
  return [...new Set([...known, ...(await searchFor(bridge, key))])];
}

/** Live pipelines of the request, named or not: the run was killed before it knew which is its own. */
async function searchFor(bridge: Bridge, key: string): Promise<readonly number[]> {
  const { gitlab, clock, log, settings } = bridge;
  const showsKey = settings.pipeline.passAs === 'variables' && settings.gitlab.triggerToken === undefined;
  const all = { since: clock.now(), before: new Set<number>(), showsKey };
  const search = () => searchAll(gitlab, key, all).catch(serviceFailureAs([]));
  const before = await search();
  const live = idsOfLive(before);
  if (live.length > 0) return live;
  // GitLab goes on with a start that nobody waits for any more: look until it must have shown.
  const fate = await lookForUnconfirmed(gitlab, key, {
    ...all,
    before: new Set(before.map(({ id }) => id)),
    clock,
    patienceMs,
    interrupted: bridge.interrupted,
  });
  if (fate.was === 'created') return [fate.pipeline.id];
  if (fate.was === 'unknown')
    log.warning('it could not be found out whether a pipeline is left running; look in GitLab');
  // A retry that was under way makes no new pipeline: it wakes an old one.
  return idsOfLive(await search());
}

const idsOfLive = (pipelines: readonly Pipeline[]): readonly number[] =>
  pipelines.filter(({ status }) => isLive(status)).map(({ id }) => id);

/** Only a pending status of this very run is settled: another may have taken over the commit meanwhile. */
async function settleStatus(bridge: Bridge, { commit }: Left): Promise<void> {
  if (commit === undefined) return;
  const voice = voiceOf(bridge);
  const statuses = await ask(bridge.github.statuses(commit));
  if (!statuses.known) return bridge.log.warning('the commit status was left pending: it could not be read');
  const standing = statuses.value.find(({ context }) => context === voice.context);
  const { runUrl } = bridge.settings.github;
  if (standing && (standing.state !== 'pending' || standing.targetUrl.split('?')[0] !== runUrl)) return;
  await tell(bridge, voice, { decision: 'allowed', reason: 'job-cancelled', verdict: 'cancelled', commit });
}
