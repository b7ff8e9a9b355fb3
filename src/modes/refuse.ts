import { type CommandName, nameIn } from '../facts/command.ts';
import type { GateEvent } from '../facts/event.ts';
import type { Sha } from '../facts/pull.ts';
import type { ReasonCode } from '../reasons.ts';
import { react, reactionTo } from '../report/answer.ts';
import type { Result } from '../report/result.ts';
import type { Mode } from '../settings.ts';
import type { Ports } from './ports.ts';
import { type Recorder, recorded } from './record.ts';
import { voiceFor } from './speak.ts';

/** GitHub's own id of `dependabot[bot]`. */
const dependabotId = 49_699_333;

/** The modes whose verdict is a commit status; the others leave it alone, whatever becomes of them. */
const speaking: readonly Mode[] = ['run', 'require-all'];

/**
 * A run that cannot begin, because its inputs are wrong: recorded, told on the commit of the event where the mode
 * writes a status, and answered where it was a command. Runs of Dependabot and of forks get no secrets
 * (docs/facts/github.md, "Events"), so for them it is not a mistake of anybody: the one needs an approval, the other
 * (`pull_request`) another event.
 */
export async function refuseInputs(ports: Ports): Promise<Result> {
  const { settings, run } = ports;
  const record = recordRefusal(ports, reasonFor(run.event, settings.mode));
  await answer(ports, record);
  return speaking.includes(settings.mode) ? voiceFor(ports).refuse(record) : record;
}

/** The same, of inputs so wrong that GitHub cannot even be spoken to: it is recorded, and nothing is sent. */
export function recordRefusal(recorder: Recorder, reason: ReasonCode = 'bad-input'): Result {
  const commit = commitOf(recorder.run.event);
  return recorded(recorder, {
    decision: 'denied',
    reason,
    ...(commit !== undefined && { commit }),
  });
}

function reasonFor(event: GateEvent, mode: Mode): ReasonCode {
  if (event.kind === 'unsupported') return 'unsupported-event';
  // An approval by comment leads to a run of mode `run`, and to no other.
  return mode === 'run' && 'sender' in event && event.sender.id === dependabotId ? 'dependabot' : 'bad-input';
}

function commitOf(event: GateEvent): Sha | undefined {
  if (event.kind === 'pull-request' || event.kind === 'workflow-run') return event.head.sha;
  return event.kind === 'ref' ? event.commit : undefined;
}

async function answer(ports: Ports, { decision, reason }: Result): Promise<void> {
  const { event } = ports.run;
  if (event.kind !== 'comment') return;
  const name = nameIn(event.parsed);
  if (name !== undefined && isFor(ports.settings.mode, name))
    await react(ports, event.commentId, reactionTo(decision, reason));
}

/** Whether a mode answers that command when its inputs are right; two workflows may listen to the same comments. */
function isFor(mode: Mode, command: CommandName): boolean {
  if (mode === 'cancel') return command === 'cancel';
  return mode === 'run' || mode === 'trigger';
}
