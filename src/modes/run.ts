import type { Result } from '../report/result.ts';
import type { Bridge } from './bridge.ts';
import { cancel } from './cancel.ts';
import { begin, conclude } from './crossing.ts';
import { duplicate } from './duplicate.ts';
import { runTogether } from './run-together.ts';
import { tell } from './tell.ts';

/**
 * Mode `run`: the gate decides who crosses, the selection says which tests, one GitLab pipeline is found, retried or
 * started and watched, and GitHub is told the verdict.
 */
export async function run(bridge: Bridge): Promise<Result> {
  const elsewhere = otherWay(bridge);
  if (elsewhere) return elsewhere;

  const begun = await begin(bridge);
  if (!begun.began) return begun.result;
  const { result, voice, holds } = await conclude(bridge, begun);
  // Without the look before each write a green status could stand for what nobody asks for any more.
  return tell(bridge, voice, result, holds);
}

/** Events that are more than one run, and commands that are none; a comment may ask for those wherever `run` listens. */
function otherWay(bridge: Bridge): Promise<Result> | undefined {
  const { event } = bridge.run;
  if (event.kind === 'workflow-run') return runTogether(bridge, event);
  if (event.kind !== 'comment' || event.parsed.kind !== 'command') return undefined;
  const mode = { cancel, duplicate, 'ok-to-test': undefined, retest: undefined, test: undefined }[
    event.parsed.command.name
  ];
  return mode?.(bridge);
}
