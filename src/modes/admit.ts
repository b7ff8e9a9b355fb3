import { react, reactionTo } from '../commands/answer.ts';
import { type Crossing, type Decision, decide, type Evidence } from '../gate/decide.ts';
import type { GateEvent } from '../gate/event.ts';
import { gather, type Run, startsTests } from '../gate/evidence.ts';
import type { Fact, Sha } from '../gate/facts.ts';
import { beyondRights, type Rights, readRights } from '../gate/rights.ts';
import type { Subject } from '../pipeline/request.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { SelectionRules } from '../selection/select.ts';
import type { Bridge } from './bridge.ts';
import type { RunSubject } from './current.ts';
import { answerable, commandOf, isSafe, selectionFor, subjectOf } from './subject.ts';
import { otherOwner, recorded, tellRefusal, type Voice, voiceOf } from './tell.ts';

/** What was let through, with all that the rest of the run needs to know of it. */
export interface Admitted {
  readonly admitted: true;
  readonly evidence: Evidence;
  readonly decision: Extract<Decision, { decision: 'allowed' }>;
  readonly crossing: Crossing;
  readonly subject: Subject;
  readonly voice: Voice;
  readonly current: RunSubject | undefined;
  readonly again: { readonly wanted: boolean; readonly all: boolean };
  /** What is known so far, for the report. */
  readonly result: Result;
}

/** Either something may cross, or the last word is said already. */
export type Admission = Admitted | { readonly admitted: false; readonly result: Result };

/**
 * Gate, selection and rights: who crosses, for which commit, with which tests. Nothing in here talks to GitLab.
 * What is refused has been told (status, reaction, audit) when this returns. `together` are the pull requests that one
 * run sees to: none of them takes the commit's status from another.
 */
export async function admit(bridge: Bridge, together: readonly number[] = []): Promise<Admission> {
  const { settings, github, run, log } = bridge;
  await settleLabels(bridge);
  const early = readOwnerEarly(bridge);
  const evidence = await gather(github, run, settings.gate, settings.selection, settings.pullRequest);
  const decision = decide(evidence, settings.gate);
  log.info(`gate: ${decision.decision} (${decision.reason})`);
  const command = commandOf(evidence);
  const voice = voiceOf(bridge);
  const refuse = async (result: Result): Promise<Admission> => {
    await answer(bridge, result);
    const record = recorded(bridge, evidence, decision, result);
    return { admitted: false, result: await tellRefusal(bridge, voice, record, ownerOf) };
  };
  const ownerOf = (commit: Sha) => early ?? otherOwner(bridge, voice, commit);
  if (decision.decision !== 'allowed') return refuse(decision);

  const { crossing, commit } = decision;
  const allowed: Result = { decision: 'allowed', reason: 'starting', commit };
  const refused = (reason: ReasonCode, more: Partial<Result> = {}) =>
    refuse({ ...allowed, ...more, decision: 'denied', reason });
  const selection = selectionFor(crossing, command, settings.selection);
  if (!selection.selected) {
    const { reason, labels: unknownLabels, known: knownLabels } = selection;
    return refused(reason, { unknownLabels, knownLabels });
  }
  const subject = subjectOf(crossing, commit, selection.tests, settings.github.repository);
  if (!isSafe(subject)) return refused('unsafe-value');
  const result: Result = { ...allowed, tests: selection.tests, allSelected: selection.all };
  log.info(`tests: ${selection.tests.join(', ')}`);

  const [owner, rights] = await Promise.all([ownerOf(commit), readAllRights(bridge, evidence, crossing)]);
  if (!owner.known) return refuse({ ...result, decision: 'undecided', reason: owner.reason });
  if (owner.value !== undefined && !together.includes(owner.value)) return refused('head-shared');
  if (typeof rights === 'string') return refuse({ ...result, decision: 'undecided', reason: rights });
  const beyond = rights.flatMap((one) => beyondRights(selection.tests, one));
  if (beyond.length > 0) return refused('test-not-allowed', { ...result, unknownLabels: beyond });
  await answer(bridge, result);

  return {
    admitted: true,
    evidence,
    decision,
    crossing,
    subject,
    voice,
    current: currentOf(bridge, crossing, commit, command?.name === 'test' ? undefined : selection.tests),
    again: {
      wanted: isAgain(run) || command?.name === 'retest',
      all: command?.name === 'retest' && command.all,
    },
    result,
  };
}

/** The payload names the commit of most runs, so its status is read beside the gate's own questions. */
function readOwnerEarly(bridge: Bridge): Promise<Fact<number | undefined>> | undefined {
  const { event } = bridge.run;
  if (event.kind !== 'pull-request' || !startsTests(event, bridge.settings.selection)) return undefined;
  return otherOwner(bridge, voiceOf(bridge), event.head.sha);
}

/** Somebody started this run again, or the one that it follows. */
const isAgain = ({ attempt, event }: Run): boolean =>
  attempt > 1 || (event.kind === 'pull-request' && event.rerunner !== undefined);

/** Where labels may be what caused the run: waits, so that a hand that sets several of them is finished. */
export async function settleLabels({ settings, run, clock, interrupted }: Bridge): Promise<void> {
  if (mayBeOfLabels(run.event, settings.selection) && settings.settleMs > 0)
    await clock.sleep(settings.settleMs, interrupted);
}

/** A `workflow_run` does not tell what happened to the pull request. */
function mayBeOfLabels(event: GateEvent, rules: SelectionRules): boolean {
  if (event.kind === 'workflow-run') return true;
  if (event.kind !== 'pull-request' || !startsTests(event, rules)) return false;
  return event.action === 'labeled' || event.action === 'unlabeled';
}

/** A command is answered as soon as it is certain what comes of it, before GitLab is asked for anything. */
async function answer({ github, run, log }: Bridge, { decision, reason }: Result): Promise<void> {
  const { event } = run;
  if (event.kind !== 'comment' || event.parsed.kind === 'none') return;
  const taken = await react(github, event.commentId, reactionTo(decision, reason));
  if (!taken) log.warning('GitHub did not take the reaction: give the job `pull-requests: write`');
}

async function readAllRights(
  { settings, github }: Bridge,
  evidence: Evidence,
  crossing: Crossing,
): Promise<readonly Rights[] | ReasonCode> {
  const { rights: table } = settings;
  if (table === undefined) return [];
  const all = await Promise.all(
    answerable(evidence, crossing).map((person) =>
      readRights(github, settings.gate.organization, table, person),
    ),
  );
  const unknown = all.find((rights) => !rights.known);
  if (unknown && !unknown.known) return unknown.reason;
  return all.flatMap((rights) => (rights.known ? [rights.value] : []));
}

function currentOf(
  { settings }: Bridge,
  crossing: Crossing,
  commit: Sha,
  tests: readonly string[] | undefined,
): RunSubject | undefined {
  if (crossing.kind !== 'pull-request') return undefined;
  const { number, draft } = crossing.pull;
  return { number, commit, tests, mayBeDraft: draft || settings.gate.drafts };
}
