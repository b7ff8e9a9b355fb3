import type { GateEvent } from '../gate/event.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Bridge } from './bridge.ts';
import { otherOwner, recorded, tellRefusal, voiceOf } from './tell.ts';

/** GitHub's own id of `dependabot[bot]`. */
const dependabotId = 49_699_333;

/**
 * A run that cannot begin, because its inputs are wrong: told on the commit of the event, and recorded. Runs of
 * Dependabot and of forks get no secrets (reference github, "The gate's table"), so for them it is not a mistake of
 * anybody: the one needs an approval, the other (`pull_request`) another event.
 */
export async function refuseInputs(bridge: Bridge): Promise<Result> {
  const { event } = bridge.run;
  const reason = reasonFor(event);
  const commit = commitOf(event);
  const result: Result = { decision: 'denied', reason, ...(commit !== undefined && { commit }) };
  const voice = voiceOf(bridge);
  const record = recorded(bridge, undefined, undefined, result);
  return tellRefusal(bridge, voice, record, (sha) => otherOwner(bridge, voice, sha));
}

function reasonFor(event: GateEvent): ReasonCode {
  if (event.kind === 'unsupported') return 'unsupported-event';
  return 'sender' in event && event.sender.id === dependabotId ? 'dependabot' : 'bad-input';
}

function commitOf(event: GateEvent): string | undefined {
  if (event.kind === 'pull-request') return event.head.sha;
  return event.kind === 'ref' ? event.commit : undefined;
}
