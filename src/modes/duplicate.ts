import { react, reactionTo } from '../commands/answer.ts';
import { byHand, type DuplicateRequest, duplicateCommit, duplicatedAs } from '../commands/duplicate.ts';
import { decideDuplicate } from '../gate/decide.ts';
import { gather } from '../gate/evidence.ts';
import { ServiceFailure } from '../net/failure.ts';
import { reasonOf } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Bridge } from './bridge.ts';
import { recorded } from './tell.ts';

/**
 * `/duplicate <sha>`: copies an outsider's commit to a branch of the repository and opens a draft pull request, so
 * that a member can test and merge it.
 */
export async function duplicate(bridge: Bridge): Promise<Result> {
  const { settings, github, run, log } = bridge;
  const { event } = run;
  if (event.kind !== 'comment') return { decision: 'denied', reason: 'unsupported-event' };
  const evidence = await gather(
    github,
    run,
    { ...settings.gate, approvals: 'none' },
    settings.selection,
    undefined,
  );
  const decision = decideDuplicate(evidence);
  log.info(`gate: ${decision.decision} (${decision.reason})`);
  await react(github, event.commentId, reactionTo(decision.decision, decision.reason));
  if (decision.decision !== 'allowed') return recorded(bridge, evidence, undefined, decision);

  const request: DuplicateRequest = {
    original: event.number,
    commit: decision.commit,
    requester: event.sender.login,
    approvable: settings.gate.approvals === 'comment',
  };
  const duplicated = await duplicateCommit(github, request);
  const reason = duplicated.done ? 'duplicated' : duplicated.reason;
  await say(bridge, event.number, textFor(duplicated, request));
  return recorded(bridge, evidence, undefined, {
    decision: reasonOf(reason).shows === 'error' ? 'undecided' : duplicated.done ? 'allowed' : 'denied',
    reason,
    commit: decision.commit,
  });
}

function textFor(duplicated: Awaited<ReturnType<typeof duplicateCommit>>, request: DuplicateRequest): string {
  if (duplicated.done) return duplicatedAs(duplicated.pull, request);
  const { sentence, remedy } = reasonOf(duplicated.reason);
  return duplicated.reason === 'duplicate-by-hand'
    ? byHand(request)
    : `Not duplicated: ${sentence}. ${remedy}`;
}

async function say({ github, log }: Bridge, pull: number, text: string): Promise<void> {
  await github.say(pull, text).catch((error: unknown) => {
    if (!(error instanceof ServiceFailure)) throw error;
    log.warning('GitHub did not take the comment: give the job `pull-requests: write`');
  });
}
