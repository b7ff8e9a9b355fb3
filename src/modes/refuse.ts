import type { GateEvent } from '../gate/event.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Bridge } from './bridge.ts';
import { otherOwner, recorded, tellRefusal, voiceOf } from './tell.ts';

/** GitHub's own id of `dependabot[bot]`. */
const dependabotId = 49_699_333;

/**
 * A run that cannot begin, because its inputs are wrong: told on the commit of the event, and recorded. Runs of
 * Dependabot get no secrets (reference github, "The gate's table"), so for them it is not a mistake of anybody.
 */
export async function refuseInputs(bridge: Bridge): Promise<Result> {
  const { event } = bridge.run;
  const byDependabot = 'sender' in event && event.sender.id === dependabotId;
  const reason: ReasonCode = byDependabot ? 'dependabot' : 'bad-input';
  const commit = commitOf(event);
  const result: Result = { decision: 'denied', reason, ...(commit !== undefined && { commit }) };
  const voice = voiceOf(bridge);
  const record = recorded(bridge, undefined, undefined, result);
  return tellRefusal(bridge, voice, record, (sha) => otherOwner(bridge, voice, sha));
}

function commitOf(event: GateEvent): string | undefined {
  if (event.kind === 'pull-request') return event.head.sha;
  return event.kind === 'ref' ? event.commit : undefined;
}
