import type { Result } from '../report/result.ts';
import { judge } from '../report/verdict.ts';
import { type Admitted, admit } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { cancel } from './cancel.ts';
import { whatChanged } from './current.ts';
import { discloseJobs } from './disclose.ts';
import { duplicate } from './duplicate.ts';
import { follow } from './follow.ts';
import { replaceOthers } from './replace.ts';
import { type StartedPipeline, start } from './start.ts';
import { announce, tell } from './tell.ts';

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
  if (!bridge.settings.wait) return detach(bridge, admitted, started);

  await announce(bridge, voice, { ...started.result, reason: 'running' });
  const { outcome, id } = await follow(bridge, admitted, started);
  const disclosed = await discloseJobs(bridge, id, started.result.tests ?? []);
  const result: Result = { ...started.result, ...disclosed, pipelineId: id, ...judge(outcome) };

  const changed = await whatChanged(bridge.github, current, bridge.settings.selection);
  if (changed === 'superseded') return { ...result, verdict: 'superseded', reason: 'superseded' };
  // Without this last look a green status could stand for what nobody asks for any more.
  if (changed && result.verdict === 'success')
    return tell(bridge, voice, { ...result, verdict: 'lost', reason: changed });
  return tell(bridge, voice, result);
}

/** `wait: false`: GitLab reports the verdict itself; what this pipeline replaces is still cancelled from here. */
async function detach(bridge: Bridge, admitted: Admitted, started: StartedPipeline): Promise<Result> {
  await replaceOthers(bridge, admitted, started, started.pipeline, AbortSignal.abort());
  return tell(bridge, admitted.voice, { ...started.result, verdict: 'pending', reason: 'detached' });
}

/** Commands that are no runs have modes of their own; a comment may ask for them wherever `run` listens. */
function otherCommand({ run: { event } }: Bridge): ((bridge: Bridge) => Promise<Result>) | undefined {
  if (event.kind !== 'comment' || event.parsed.kind !== 'command') return undefined;
  return { cancel, duplicate, 'ok-to-test': undefined, retest: undefined, test: undefined }[
    event.parsed.command.name
  ];
}
