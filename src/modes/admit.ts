/** Gate, selection and rights: who crosses, for which commit, with which tests. Nothing in here talks to GitLab. */
import type { Command } from '../facts/command.ts';
import type { Run } from '../facts/event.ts';
import { allKnown, type Fact, known } from '../facts/fact.ts';
import { decide, type Evidence } from '../gate/decide.ts';
import { gather, startsTests } from '../gate/evidence.ts';
import { answerable, beyondRights, type Rights, readRights } from '../gate/rights.ts';
import type { Starts } from '../pipeline/launch.ts';
import type { ReasonCode } from '../reasons.ts';
import { react, reactionTo } from '../report/answer.ts';
import type { Result } from '../report/result.ts';
import type { Voice } from '../report/voice.ts';
import { type Recheck, recheck, stillAsks } from '../request/recheck.ts';
import { type Allowed, comparedWith, type Subject, selectionFor, subjectOf } from '../request/subject.ts';
import { needsNone } from '../request/tests.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';
import { allIfUnread } from './selection.ts';
import { settleLabels } from './settle-labels.ts';
import { voiceFor } from './speak.ts';

/** What was let through. */
export interface Admitted {
  readonly ok: true;
  readonly subject: Subject;
  readonly voice: Voice;
  /** Asks GitHub whether the subject is still wanted; what is of no pull request always is. */
  readonly recheck: Recheck;
  /** When a pipeline may be started for it. */
  readonly starts: Starts;
  /** Whether somebody asked for these tests to run again, and for all jobs of them. */
  readonly again: { readonly wanted: boolean; readonly all: boolean };
  /** What is known so far, for the report. */
  readonly result: Result;
  /** Puts the gate's decision on record, with what came of it. */
  readonly recorded: (result: Result) => Result;
}

/** Either something may cross, or the last word is said already. */
export type Admission = Admitted | { readonly ok: false; readonly last: Result };

/**
 * What is refused has been told (status, reaction, audit) when this returns. `together` are the pull requests that one
 * run sees to: none of them takes the commit's status from another.
 */
export async function admit(ports: Ports, together: readonly number[] = []): Promise<Admission> {
  const { settings, run, github, log } = ports;
  await settleLabels(ports);
  const voice = voiceFor(ports);
  const early = readOwnerEarly(ports, voice);
  const evidence = await gather(ports, run, settings);
  const decision = decide(evidence, settings.gate);
  log.info(`gate: ${decision.decision} (${decision.reason})`);
  const record = (result: Result) => recorded(ports, result, { evidence, decision });
  const refuse = async (result: Result): Promise<Admission> => {
    await answer(ports, result);
    return { ok: false, last: await voice.refuse(record(result), early) };
  };
  if (decision.decision !== 'allowed') return refuse(decision);

  const { crossing, commit } = decision;
  const command = commandOf(evidence);
  const allowed: Result = { decision: 'allowed', reason: 'starting', commit };
  const refused = (reason: ReasonCode, more: Partial<Result> = {}) =>
    refuse({ ...allowed, ...more, decision: 'denied', reason });
  const against = comparedWith(crossing, command, settings.selection);
  const readOthers = () =>
    Promise.all([
      early ?? voice.ownerOf(commit),
      readAllRights(ports, evidence, decision),
      readStarts(voice, decision),
    ]);
  // Beside the files, which are one round trip more; without them a label that is refused costs none of these.
  const besides = against === undefined ? undefined : readOthers();
  const selection = allIfUnread(ports, await selectionFor(github, crossing, command, settings.selection));
  if (!selection.selected) {
    const { reason, labels: unknownLabels, known: knownLabels } = selection;
    return refused(reason, { unknownLabels, knownLabels });
  }
  const { repository } = settings.github;
  const subject = subjectOf(decision, selection, {
    repository,
    onRequest: command?.name === 'test',
    against,
  });
  if (!subject) return refused('unsafe-value');
  const { tests } = subject;
  const result: Result = { ...allowed, tests, allSelected: subject.all };
  log.info(`tests: ${tests.join(', ') || 'none'}${against === undefined ? '' : ' (by the changed files)'}`);

  const [owner, rights, starts] = await (besides ?? readOthers());
  if (!owner.known) return refuse({ ...result, decision: 'undecided', reason: owner.reason });
  if (owner.value !== undefined && !together.includes(owner.value)) return refused('head-shared');
  if (!rights.known) return refuse({ ...result, decision: 'undecided', reason: rights.reason });
  if (!starts.known) return refuse({ ...result, decision: 'undecided', reason: starts.reason });
  const beyond = rights.value.flatMap((one) => beyondRights(tests, one));
  if (beyond.length > 0) return refused('test-not-allowed', { ...result, unknownLabels: beyond });
  await answer(ports, result);
  const speaking = voiceFor(ports, holdsFor(ports, subject, voice));
  if (needsNone(subject))
    return { ok: false, last: await speaking.last(record({ ...result, reason: 'no-test-needed' })) };

  return {
    ok: true,
    subject,
    voice: speaking,
    recheck: recheckOf(ports, subject),
    starts: starts.value,
    again: {
      wanted: isAgain(run) || command?.name === 'retest',
      all: command?.name === 'retest' && command.all,
    },
    result,
    recorded: record,
  };
}

/**
 * One approval is not a subscription: an event by somebody who is no member may start a pipeline for an approved commit
 * that has had none, and else joins or tells what there is. Closing and reopening would start one each time otherwise.
 */
async function readStarts(voice: Voice, { crossing, commit }: Allowed): Promise<Fact<Starts>> {
  if (crossing.kind === 'ref' || !crossing.byOutsider) return known('always');
  const claimed = await voice.hasClaimed(commit);
  if (!claimed.known) return claimed;
  return known(claimed.value ? 'never' : 'first');
}

/** The command that caused a run, if one did. */
function commandOf(evidence: Evidence): Command | undefined {
  return evidence.kind === 'pull-request' && evidence.cause.by === 'command'
    ? evidence.cause.command
    : undefined;
}

/** Somebody started this run again, or the one that it follows. */
const isAgain = ({ attempt, event }: Run): boolean =>
  attempt > 1 || (event.kind === 'pull-request' && event.rerunner !== undefined);

function recheckOf({ github, settings }: Ports, subject: Subject): Recheck {
  const { origin } = subject;
  if (typeof origin !== 'number') return async () => undefined;
  const holds = stillAsks(subject, settings.selection, settings.gate.drafts);
  return () => recheck(github, origin, holds);
}

/**
 * What a word of the run has to hold for. A pull request that was opened for the commit of a push meanwhile has the
 * status: it is for its own labels, which are more than the default tests perhaps.
 */
function holdsFor(ports: Ports, subject: Subject, voice: Voice): Recheck {
  if (typeof subject.origin === 'number') return recheckOf(ports, subject);
  return async () => {
    const owner = await voice.ownerOf(subject.commit);
    if (!owner.known) return owner.reason;
    return owner.value === undefined ? undefined : 'superseded';
  };
}

/** The payload names the commit of most runs, so its status is read beside the gate's own questions. */
function readOwnerEarly(ports: Ports, voice: Voice): Promise<Fact<number | undefined>> | undefined {
  const { event } = ports.run;
  if (event.kind !== 'pull-request' || !startsTests(event, ports.settings.selection)) return undefined;
  return voice.ownerOf(event.head.sha);
}

/** A command is answered as soon as it is certain what comes of it, before GitLab is asked for anything. */
async function answer(ports: Ports, { decision, reason }: Result): Promise<void> {
  const { event } = ports.run;
  if (event.kind !== 'comment' || event.parsed.kind === 'none') return;
  await react(ports, event.commentId, reactionTo(decision, reason));
}

async function readAllRights(
  { settings, github }: Ports,
  evidence: Evidence,
  { crossing }: Allowed,
): Promise<Fact<readonly Rights[]>> {
  const { rights: table, gate } = settings;
  if (table === undefined) return known([]);
  const people = answerable(evidence, crossing);
  return allKnown(
    await Promise.all(people.map((person) => readRights(github, gate.organization, table, person))),
  );
}
