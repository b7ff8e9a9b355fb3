/** `/test ?`: lists the tests, for anyone with write. */
import { ask } from '../facts/ask.ts';
import { canWrite } from '../gate/roles.ts';
import { react, reactionTo, say } from '../report/answer.ts';
import { listOf } from '../report/reply.ts';
import type { Result } from '../report/result.ts';
import { testsToName } from './answer.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';

/** Gives whether they were listed. Nothing is asked of GitLab: the inputs name them. */
export async function listTests(ports: Ports): Promise<Result> {
  const { settings, github, run } = ports;
  const { event } = run;
  if (event.kind !== 'comment') return recorded(ports, { decision: 'denied', reason: 'unsupported-event' });
  const role = await ask(github.role(event.sender.login));
  const result = ((): Result => {
    if (!role.known) return { decision: 'undecided', reason: role.reason };
    if (!canWrite(role.value)) return { decision: 'denied', reason: 'command-not-allowed' };
    return { decision: 'allowed', reason: 'tests-listed' };
  })();
  await react(ports, event.commentId, reactionTo(result.decision, result.reason));
  if (result.decision === 'allowed') await say(ports, event.number, listOf(testsToName(settings)));
  return recorded(ports, result);
}
