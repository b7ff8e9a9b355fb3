/** One crossing: what is let through gets a pipeline (`begin`), which is then seen to its end (`conclude`). */
import { whenAborted } from '../clock.ts';
import type { Sha } from '../gate/facts.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import { judge } from '../report/verdict.ts';
import type { Check } from '../report/write.ts';
import { type Admitted, admit } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { whatChanged } from './current.ts';
import { detach } from './detach.ts';
import { discloseJobs } from './disclose.ts';
import { follow } from './follow.ts';
import { type StartedPipeline, start } from './start.ts';
import { announce, otherOwner, type Voice } from './tell.ts';

/** A crossing with a pipeline, or its last word, which is told already. */
export type Begun =
  | { readonly began: true; readonly admitted: Admitted; readonly started: StartedPipeline }
  | { readonly began: false; readonly admitted: boolean; readonly result: Result };

/** Gate and start; `together` as for `admit`. */
export async function begin(bridge: Bridge, together: readonly number[] = []): Promise<Begun> {
  const admitted = await admit(bridge, together);
  if (!admitted.admitted) return { began: false, admitted: false, result: admitted.result };
  const started = await start(bridge, admitted);
  if (!started.started) return { began: false, admitted: true, result: started.result };
  return { began: true, admitted, started };
}

/** How a crossing ended, who says so, and what to ask before it is said. */
export interface Concluded {
  readonly result: Result;
  readonly voice: Voice;
  readonly holds: Check;
}

/** Watches the pipeline to its end, or leaves it to GitLab where nobody waits. The last word is for the caller to say. */
export async function conclude(
  bridge: Bridge,
  { admitted, started }: Extract<Begun, { began: true }>,
): Promise<Concluded> {
  const { voice, current } = admitted;
  const holds: Check = () =>
    current
      ? whatChanged(bridge.github, current, bridge.settings.selection)
      : whoTookOver(bridge, voice, started.result.commit);
  // GitLab tells a verdict once: one that stands already has to be told from here.
  if (!bridge.settings.wait && started.launched !== 'verdict') {
    const result = await detach(bridge, admitted, started);
    const reason = result.verdict ? result.reason : 'detached';
    return { result: { verdict: 'pending', ...result, reason }, voice, holds };
  }

  // GitLab may have taken its time over the start: what a newer run has said meanwhile is not painted over.
  const announced = holds().then(async (changed) => {
    if (changed !== 'superseded') await announce(bridge, voice, { ...started.result, reason: 'running' });
  });
  // A GitHub that is silent must not keep the watch from a signal; its pending status must not come last, though.
  await Promise.race([announced, whenAborted(bridge.interrupted)]);
  const { outcome, id } = await follow(bridge, admitted, started);
  await announced;
  const disclosed = await discloseJobs(bridge, id, started.result.tests ?? []);
  return { result: { ...started.result, ...disclosed, pipelineId: id, ...judge(outcome) }, voice, holds };
}

/**
 * A pull request that was opened for the commit of a push meanwhile: its status is for its own labels, which are
 * more than the default tests perhaps.
 */
async function whoTookOver(
  bridge: Bridge,
  voice: Voice,
  commit: Sha | undefined,
): Promise<ReasonCode | undefined> {
  if (commit === undefined) return undefined;
  const owner = await otherOwner(bridge, voice, commit);
  if (!owner.known) return owner.reason;
  return owner.value === undefined ? undefined : 'superseded';
}
