import { ask } from '../gate/ask.ts';
import type { WorkflowRunEvent } from '../gate/event.ts';
import { startsTests } from '../gate/evidence.ts';
import { known, type LivePull, type Sha } from '../gate/facts.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Check } from '../report/write.ts';
import { select } from '../selection/select.ts';
import type { Bridge } from './bridge.ts';
import { findPulls } from './find-pulls.ts';
import { otherOwner, recorded, tell, type Voice } from './tell.ts';

/**
 * Mode `require-all`: passes only when every test is selected. It reads labels and nothing else, so it needs neither
 * membership nor a secret; its status is a check of its own beside that of `run`.
 */
export async function requireAll(bridge: Bridge): Promise<Result> {
  const { event } = bridge.run;
  if (event.kind === 'ref' && event.on === 'queue') {
    // The merge queue runs all tests whatever the labels say.
    return say(bridge, undefined, {
      decision: 'allowed',
      reason: 'all-tests-selected',
      commit: event.commit,
      allSelected: true,
    });
  }
  if (event.kind === 'workflow-run') return requireAllByHead(bridge, event);
  const number = event.kind === 'pull-request' ? event.number : bridge.settings.pullRequest;
  if (number === undefined || (event.kind !== 'pull-request' && event.kind !== 'dispatch')) {
    return recorded(bridge, undefined, undefined, { decision: 'denied', reason: 'unsupported-event' });
  }
  if (event.kind === 'pull-request' && !startsTests(event, bridge.settings.selection)) {
    return recorded(bridge, undefined, undefined, { decision: 'not-run', reason: 'label-without-prefix' });
  }
  const pull = await ask(bridge.github.pull(number), { 'not-found': 'pull-request-not-found' });
  const commit = event.kind === 'pull-request' ? event.head.sha : undefined;
  if (!pull.known)
    return say(bridge, number, { decision: 'undecided', reason: pull.reason, ...(commit && { commit }) });
  const result = judgePull(bridge, pull.value);
  if (result.reason === 'pull-request-closed') return recorded(bridge, undefined, undefined, result);
  return say(bridge, number, result, () => whatChanged(bridge, number, result));
}

/** All open pull requests with the head of the run share one status: the first that lacks tests speaks, else the lowest. */
async function requireAllByHead(bridge: Bridge, event: WorkflowRunEvent): Promise<Result> {
  const pulls = await findPulls(bridge, event);
  if (!pulls.found) return pulls.result;
  const judged = pulls.open.map((pull) => ({ number: pull.number, result: judgePull(bridge, pull) }));
  const speaker = judged.find(({ result }) => reasonOf(result.reason).exit !== 0) ?? judged[0];
  // The run of a close: nobody asks for anything, so the job is not red.
  if (!speaker)
    return recorded(bridge, undefined, undefined, { decision: 'not-run', reason: 'no-pull-request' });
  const check: Check = async () => {
    const changes = judged.map(({ number, result }) => whatChanged(bridge, number, result));
    return (await Promise.all(changes)).find((changed) => changed !== undefined);
  };
  const together = judged.map(({ number }) => number);
  return say(bridge, speaker.number, speaker.result, check, together);
}

/** Pure: the same pull request gives the same result. */
function judgePull(bridge: Bridge, { open, draft, head, labels }: LivePull): Result {
  if (!open) return { decision: 'denied', reason: 'pull-request-closed' };
  if (draft && !bridge.settings.gate.drafts)
    return { decision: 'not-run', reason: 'draft', commit: head.sha };
  return judgeLabels(bridge, head.sha, labels);
}

/** Judges the live pull request once more. Another result than before is for the run of that event to tell. */
async function whatChanged(bridge: Bridge, number: number, before: Result): Promise<ReasonCode | undefined> {
  const pull = await ask(bridge.github.pull(number));
  if (!pull.known) return pull.reason;
  const now = judgePull(bridge, pull.value);
  const same = now.reason === before.reason && now.commit === before.commit;
  return same ? undefined : 'superseded';
}

function judgeLabels({ settings }: Bridge, commit: Sha, labels: readonly string[]): Result {
  const selection = select(labels, settings.selection);
  if (!selection.selected) {
    const { reason, labels: unknownLabels, known: knownLabels } = selection;
    return { decision: 'denied', reason, commit, unknownLabels, knownLabels };
  }
  const { tests, all } = selection;
  const result = { commit, tests, allSelected: all };
  return all
    ? { ...result, decision: 'allowed', reason: 'all-tests-selected' }
    : { ...result, decision: 'denied', reason: 'tests-missing' };
}

/** Two pull requests with one head share this status too: the first that is open keeps it. */
async function say(
  bridge: Bridge,
  pull: number | undefined,
  result: Result,
  check?: Check,
  together: readonly number[] = [],
): Promise<Result> {
  const voice: Voice = { pull, context: bridge.settings.statusContext };
  const { commit } = result;
  const owner = commit === undefined ? known(undefined) : await otherOwner(bridge, voice, commit);
  const record = (last: Result) => recorded(bridge, undefined, undefined, last);
  if (!owner.known) return record({ ...result, decision: 'undecided', reason: owner.reason });
  if (owner.value !== undefined && !together.includes(owner.value))
    return record({ ...result, decision: 'denied', reason: 'head-shared' });
  return tell(bridge, voice, record(result), check);
}
