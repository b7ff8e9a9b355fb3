/**
 * Mode `require-all`: passes only when every test is selected, or every one that the files need where `paths` is set. It
 * reads labels and names of files alone, so it needs neither membership nor a secret; its status is a check of its own
 * beside that of `run`.
 */
import { ask } from '../facts/ask.ts';
import type { WorkflowRunEvent } from '../facts/event.ts';
import type { LivePull } from '../facts/pull.ts';
import { startsTests, whyIdle } from '../gate/idle.ts';
import { reasonOf } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import { neededBy } from '../request/live-selection.ts';
import { type Recheck, recheck } from '../request/recheck.ts';
import { covers, isLeftToFiles, needsNone, type Selected, select, selectAll } from '../request/tests.ts';
import { findPulls } from './find-pulls.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';
import { withdrawAll } from './restate.ts';
import { allIfUnread } from './selection.ts';
import { speakerOf, voiceFor } from './speak.ts';

/** Judges once more where labels have changed meanwhile: those that a job's own token sets cause no run. */
const mostTimes = 3;

/** Gives the result whose status stands. */
export const requireAll = (ports: Ports): Promise<Result> => untilItHolds(() => judgeOnce(ports));

async function untilItHolds(judge: () => Promise<Result>): Promise<Result> {
  for (let times = 1; ; times += 1) {
    const result = await judge();
    if (result.reason !== 'superseded' || times === mostTimes) return result;
  }
}

async function judgeOnce(ports: Ports): Promise<Result> {
  const { event } = ports.run;
  if (event.kind === 'ref' && event.on === 'queue') {
    // The merge queue runs all tests whatever the labels say.
    return say(ports, undefined, {
      decision: 'allowed',
      reason: 'all-tests-selected',
      commit: event.commit,
      allSelected: true,
    });
  }
  const number = event.kind === 'pull-request' ? event.number : ports.settings.pullRequest;
  if (number === undefined || (event.kind !== 'pull-request' && event.kind !== 'dispatch'))
    return recorded(ports, { decision: 'denied', reason: 'unsupported-event' });
  if (event.kind === 'pull-request' && !startsTests(event, ports.settings.selection))
    return recorded(ports, { decision: 'not-run', reason: whyIdle(event) });
  const pull = await ask(ports.github.pull(number), { 'not-found': 'pull-request-not-found' });
  const commit = event.kind === 'pull-request' ? event.head.sha : undefined;
  if (!pull.known)
    return say(ports, number, { decision: 'undecided', reason: pull.reason, ...(commit && { commit }) });
  const judged = await judge(ports, pull.value);
  const { result } = judged;
  if (result.reason === 'pull-request-closed') return recorded(ports, result);
  return say(ports, number, result, recheckOf(ports, judged));
}

/** All open pull requests with the head of the run share one status. */
export const requireAllByHead = (ports: Ports, event: WorkflowRunEvent): Promise<Result> =>
  untilItHolds(() => judgeByHead(ports, event));

/**
 * The first that lacks tests speaks, else the lowest number. Where some have been let through, only these are heard: what
 * the others lack is nobody's failure but their own.
 */
async function judgeByHead(ports: Ports, event: WorkflowRunEvent): Promise<Result> {
  const pulls = await findPulls(ports, event);
  if (!pulls.found) return pulls.result;
  const [seen, ...judged] = await Promise.all([
    voiceFor(ports).look(event.head.sha),
    ...pulls.open.map((pull) => judge(ports, pull)),
  ]);
  const claimants = new Set(seen.known ? seen.value.claimants.map(({ pull }) => pull) : []);
  const heard = judged.filter(({ pull }) => claimants.size === 0 || claimants.has(pull.number));
  const speaker = heard.find(({ result }) => reasonOf(result.reason).exit !== 0) ?? heard[0] ?? judged[0];
  // The run of a close: nobody asks for anything, so the job is not red.
  if (!speaker) return recorded(ports, { decision: 'not-run', reason: 'no-pull-request' });
  const holds: Recheck = async () => {
    const changes = judged.map((one) => recheckOf(ports, one)());
    return (await Promise.all(changes)).find((changed) => changed !== undefined);
  };
  return say(ports, speaker.pull.number, speaker.result, holds);
}

/** A pull request, the tests that its files need, and what comes of both. */
interface Judged {
  readonly pull: LivePull;
  readonly needed: Selected;
  readonly result: Result;
}

async function judge(ports: Ports, pull: LivePull): Promise<Judged> {
  const { github, settings } = ports;
  const rules = settings.selection;
  const counts = pull.open && (!pull.draft || settings.gate.drafts);
  const needed = counts ? allIfUnread(ports, await neededBy(github, pull, rules)) : selectAll(rules);
  return { pull, needed, result: judgePull(ports, pull, needed) };
}

/** Pure: the same pull request gives the same result. */
function judgePull({ settings }: Ports, { open, draft, head, labels }: LivePull, needed: Selected): Result {
  if (!open) return { decision: 'denied', reason: 'pull-request-closed' };
  const { sha: commit } = head;
  if (draft && !settings.gate.drafts) return { decision: 'not-run', reason: 'draft', commit };
  const byFiles = isLeftToFiles(labels, settings.selection);
  const selection = byFiles ? needed : select(labels, settings.selection);
  if (!selection.selected) {
    const { reason, labels: unknownLabels, known: knownLabels } = selection;
    return { decision: 'denied', reason, commit, unknownLabels, knownLabels };
  }
  const { tests, all } = selection;
  const result = { commit, tests, allSelected: all };
  if (!covers(selection, needed)) return { ...result, decision: 'denied', reason: 'tests-missing' };
  if (all) return { ...result, decision: 'allowed', reason: 'all-tests-selected' };
  const reason = needsNone(selection) ? 'no-test-needed' : 'needed-tests-selected';
  return { ...result, decision: 'allowed', reason, sufficient: true };
}

/**
 * Judges the live pull request once more, by the files that were read: they are those of its head against its base
 * branch. Another result than before is for the run of that event to tell.
 */
const recheckOf =
  (ports: Ports, { pull, needed, result }: Judged): Recheck =>
  () =>
    recheck(ports.github, pull.number, (live) => {
      const now = judgePull(ports, live, needed);
      const same = now.reason === result.reason && now.commit === result.commit;
      return same && live.baseBranch === pull.baseBranch;
    });

/**
 * Whoever has not been let through by mode `run` speaks only where nothing stands, so that nobody's pull request turns
 * another's check green. A success of fewer tests beside this one is taken back before it turns green and after.
 */
async function say(ports: Ports, pull: number | undefined, result: Result, holds?: Recheck): Promise<Result> {
  const voice = voiceFor(ports, holds, { ...speakerOf(ports), pull });
  const record = recorded(ports, result);
  const { commit } = result;
  if (commit === undefined || pull === undefined) return voice.last(record);
  const isGreen = reasonOf(result.reason).shows === 'success';
  if (isGreen) await withdrawAll(ports, commit);
  const seen = voice.look(commit);
  const standing = await seen;
  if (!standing.known) return { ...record, decision: 'undecided', reason: standing.reason };
  const isClaimant = standing.value.claimants.some((one) => one.pull === pull);
  const told = isClaimant ? await voice.last(record) : await voice.refuse(record, seen);
  if (isGreen) await withdrawAll(ports, commit);
  return told;
}
