import { whenAborted } from '../clock.ts';
import type { Sha } from '../gate/facts.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import { judge } from '../report/verdict.ts';
import { admit } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { cancel } from './cancel.ts';
import { whatChanged } from './current.ts';
import { detach } from './detach.ts';
import { discloseJobs } from './disclose.ts';
import { duplicate } from './duplicate.ts';
import { follow } from './follow.ts';
import { start } from './start.ts';
import { announce, otherOwner, tell, type Voice } from './tell.ts';

/**
 * Mode `run`: the gate decides who crosses, the selection says which tests, one GitLab pipeline is found, retried or
 * started and watched, and GitHub is told the verdict.
 */
export async function run(bridge: Bridge): Promise<Result> {
  const elsewhere = otherCommand(bridge);
  if (elsewhere) return elsewhere(bridge);

  const admitted = await admit(bridge);
  if (!admitted.admitted) return admitted.result;

  const started = await start(bridge, admitted);
  if (!started.started) return started.result;
  const { voice, current } = admitted;
  const check = () =>
    current
      ? whatChanged(bridge.github, current, bridge.settings.selection)
      : whoTookOver(bridge, voice, started.result.commit);
  // GitLab tells a verdict once: one that stands already has to be told from here.
  if (!bridge.settings.wait && started.launched !== 'verdict') {
    const result = await detach(bridge, admitted, started);
    const reason = result.verdict ? result.reason : 'detached';
    return tell(bridge, voice, { verdict: 'pending', ...result, reason }, check);
  }

  // GitLab may have taken its time over the start: what a newer run has said meanwhile is not painted over.
  const announced = check().then(async (changed) => {
    if (changed !== 'superseded') await announce(bridge, voice, { ...started.result, reason: 'running' });
  });
  // A GitHub that is silent must not keep the watch from a signal; its pending status must not come last, though.
  await Promise.race([announced, whenAborted(bridge.interrupted)]);
  const { outcome, id } = await follow(bridge, admitted, started);
  await announced;
  const disclosed = await discloseJobs(bridge, id, started.result.tests ?? []);
  const result: Result = { ...started.result, ...disclosed, pipelineId: id, ...judge(outcome) };

  // Without this look before each write a green status could stand for what nobody asks for any more.
  return tell(bridge, voice, result, check);
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

/** Commands that are no runs have modes of their own; a comment may ask for them wherever `run` listens. */
function otherCommand({ run: { event } }: Bridge): ((bridge: Bridge) => Promise<Result>) | undefined {
  if (event.kind !== 'comment' || event.parsed.kind !== 'command') return undefined;
  return { cancel, duplicate, 'ok-to-test': undefined, retest: undefined, test: undefined }[
    event.parsed.command.name
  ];
}
