import { serviceFailureAs } from '../net/failure.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { familyOf } from '../pipeline/request.ts';
import { yieldToElder } from '../pipeline/rivals.ts';
import { cancelAll, obsoleteOf } from '../pipeline/supersede.ts';
import type { Admitted } from './admit.ts';
import type { Bridge } from './bridge.ts';
import type { StartedPipeline } from './start.ts';

/** GitLab's replicas may show a rival late, so it is looked for twice (ms after the start of the watch). */
const looksForRivals = [0, 15_000];

/** No pipeline of ours outlives its deadline by more than this, ms. */
export const marginMs = 600_000;

/**
 * Cancels the pipelines that this run's own replaces: those for older heads and selections of the pull request, and
 * younger rivals of the same request. Where a rival is elder, its own is cancelled, and the watch changes over. Ends
 * early when the watch is over.
 */
export async function replaceOthers(
  bridge: Bridge,
  admitted: Admitted,
  started: StartedPipeline,
  mine: Pipeline,
  over: AbortSignal,
): Promise<void> {
  const { gitlab, clock } = bridge;
  if (started.launched === 'verdict') return;
  await supersede(bridge, admitted, started, mine);
  if (started.launched === 'attached') return;
  for (const delay of looksForRivals) {
    if (delay > 0) await clock.sleep(delay, over);
    if (over.aborted) return;
    const elder = await yieldToElder(gitlab, started.request.key, mine);
    if (!elder) continue;
    await gitlab.cancel(mine.id).catch(serviceFailureAs(undefined));
    return;
  }
}

/** Older heads and older selections of the same pull request, never those of others. */
async function supersede(
  { settings, gitlab, log, clock }: Bridge,
  { subject, voice }: Admitted,
  { request }: StartedPipeline,
  mine: Pipeline,
): Promise<void> {
  if (!settings.supersede || settings.gitlab.token === undefined || typeof subject.origin !== 'number')
    return;
  const since = clock.now() - settings.pipeline.limits.timeoutMs - marginMs;
  const found = await gitlab.recent(since).catch(serviceFailureAs([]));
  const onRequest = voice.context !== settings.statusContext;
  const obsolete = obsoleteOf(found, {
    family: familyOf(subject.repository, subject.origin),
    except: request.key,
    olderThan: mine.id,
    sparing: onRequest ? subject.commit : undefined,
  });
  const failed = await cancelAll(gitlab, obsolete);
  for (const { id } of obsolete) {
    if (!failed.includes(id)) log.info(`pipeline #${id}: cancelled, this run replaces it`);
    else log.warning(`pipeline #${id} is obsolete but could not be cancelled; stop it in GitLab`);
  }
}
