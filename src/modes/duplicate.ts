/** `/duplicate <sha>`: copies an outsider's commit to a branch, and answers. */

import { byHand, type DuplicateRequest, duplicateCommit, duplicatedAs } from '../duplicate/duplicate.ts';
import { shown } from '../facts/shown.ts';
import { decideDuplicate } from '../gate/decide.ts';
import { gather } from '../gate/evidence.ts';
import { reasonOf } from '../reasons.ts';
import { say } from '../report/answer.ts';
import type { Result } from '../report/result.ts';
import { answer } from './answer.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';

/**
 * `/duplicate <sha>`: copies an outsider's commit to a branch of the repository and opens a draft pull request, so
 * that a member can test and merge it.
 */
export async function duplicate(ports: Ports): Promise<Result> {
  const { settings, github, run, log } = ports;
  const { event } = run;
  if (event.kind !== 'comment') return { decision: 'denied', reason: 'unsupported-event' };
  const rules = { ...settings, gate: { ...settings.gate, approvals: 'none' as const } };
  const evidence = await gather(ports, run, rules);
  const decision = decideDuplicate(evidence);
  log.info(`gate: ${decision.decision} (${decision.reason})`);
  await answer(ports, decision, evidence);
  if (decision.decision !== 'allowed') return recorded(ports, decision, { evidence, decision });

  const request: DuplicateRequest = {
    original: event.number,
    commit: decision.commit,
    requester: event.sender.login,
    approvable: settings.gate.approvals === 'comment',
  };
  const duplicated = await duplicateCommit(github, request);
  const reason = duplicated.done ? 'duplicated' : duplicated.reason;
  await say(ports, event.number, textFor(duplicated, request));
  const result: Result = {
    decision: reasonOf(reason).shows === 'error' ? 'undecided' : duplicated.done ? 'allowed' : 'denied',
    reason,
    commit: decision.commit,
    ...(!duplicated.done && duplicated.branch !== undefined && { unknownLabels: [duplicated.branch] }),
  };
  return recorded(ports, result, { evidence, decision });
}

function textFor(duplicated: Awaited<ReturnType<typeof duplicateCommit>>, request: DuplicateRequest): string {
  if (duplicated.done) return duplicatedAs(duplicated.pull, request);
  if (duplicated.reason === 'duplicate-by-hand') return byHand(request);
  const { sentence, remedy } = reasonOf(duplicated.reason);
  const named = duplicated.branch === undefined ? '' : `: \`${shown(duplicated.branch)}\``;
  return `Not duplicated: ${sentence}${named}. ${remedy}`;
}
