import { react, reactionTo } from '../commands/answer.ts';
import type { CommandName } from '../commands/parse.ts';
import type { GateEvent } from '../gate/event.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Mode } from '../settings.ts';
import type { Bridge } from './bridge.ts';
import { otherOwner, type Recorder, recorded, tellRefusal, voiceOf } from './tell.ts';

/** GitHub's own id of `dependabot[bot]`. */
const dependabotId = 49_699_333;

/** The modes whose verdict is a commit status; the others leave it alone, whatever becomes of them. */
const speaking: readonly Mode[] = ['run', 'require-all'];

/**
 * A run that cannot begin, because its inputs are wrong: recorded, told on the commit of the event where the mode
 * writes a status, and answered where it was a command. Runs of Dependabot and of forks get no secrets (reference
 * github, "The gate's table"), so for them it is not a mistake of anybody: the one needs an approval, the other
 * (`pull_request`) another event.
 */
export async function refuseInputs(bridge: Bridge): Promise<Result> {
  const { settings, run } = bridge;
  const record = recordRefusal(bridge, reasonFor(run.event, settings.mode));
  await answer(bridge, record);
  if (!speaking.includes(settings.mode)) return record;
  const voice = voiceOf(bridge);
  return tellRefusal(bridge, voice, record, (sha) => otherOwner(bridge, voice, sha));
}

/** The same, of inputs so wrong that GitHub cannot even be spoken to: it is recorded, and nothing is sent. */
export function recordRefusal(recorder: Recorder, reason: ReasonCode = 'bad-input'): Result {
  const commit = commitOf(recorder.run.event);
  return recorded(recorder, undefined, undefined, {
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

function commitOf(event: GateEvent): string | undefined {
  if (event.kind === 'pull-request' || event.kind === 'workflow-run') return event.head.sha;
  return event.kind === 'ref' ? event.commit : undefined;
}

async function answer({ settings, run, github, log }: Bridge, { decision, reason }: Result): Promise<void> {
  const { event } = run;
  if (event.kind !== 'comment' || event.parsed.kind === 'none') return;
  const name = event.parsed.kind === 'command' ? event.parsed.command.name : event.parsed.name;
  if (!isFor(settings.mode, name)) return;
  const taken = await react(github, event.commentId, reactionTo(decision, reason));
  if (!taken) log.warning('GitHub did not take the reaction: give the job `pull-requests: write`');
}

/** Whether a mode answers that command when its inputs are right; two workflows may listen to the same comments. */
function isFor(mode: Mode, command: CommandName): boolean {
  if (mode === 'cancel') return command === 'cancel';
  return mode === 'run' || mode === 'trigger';
}
