/** Gate, selection and rights: who crosses, for which commit, with which tests. Nothing in here talks to GitLab. */
import type { Command } from '../facts/command.ts';
import { isRunAction, type Run } from '../facts/event.ts';
import { allKnown, type Fact, known } from '../facts/fact.ts';
import type { FileSource } from '../facts/files.ts';
import type { Sha } from '../facts/pull.ts';
import { decide, type Evidence } from '../gate/decide.ts';
import { gather } from '../gate/evidence.ts';
import { startsTests } from '../gate/idle.ts';
import { answerable, beyondRights, type Rights, readRights } from '../gate/rights.ts';
import type { Starts } from '../pipeline/launch.ts';
import type { ReasonCode } from '../reasons.ts';
import { claimIn } from '../report/claim.ts';
import type { Result } from '../report/result.ts';
import type { Standing } from '../report/standing.ts';
import type { Look, Voice } from '../report/voice.ts';
import { fitsInputs } from '../request/limits.ts';
import { neededBy } from '../request/live-selection.ts';
import { type Recheck, recheck, stillAsks } from '../request/recheck.ts';
import { type Allowed, comparedWith, type Subject, selectionFor, subjectOf } from '../request/subject.ts';
import { covers, needsNone, type Selected, type SelectionRules } from '../request/tests.ts';
import { answer } from './answer.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';
import { releaseAll } from './restate.ts';
import { allIfUnread, readFilesEarly } from './selection.ts';
import { settleLabels } from './settle-labels.ts';
import { speakerOf, voiceFor } from './speak.ts';

/** What was let through. */
export interface Admitted {
  readonly ok: true;
  readonly subject: Subject;
  readonly voice: Voice;
  /** What stood on the commit when the gate was asked. */
  readonly seen: Look;
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

/** What is refused has been told (status, reaction, audit) when this returns. */
export async function admit(ports: Ports): Promise<Admission> {
  const { settings, run, log } = ports;
  await settleLabels(ports);
  const voice = voiceFor(ports);
  const seenOn = lookEarly(ports, voice);
  const files = readFilesEarly(ports);
  const evidence = await gather(ports, run, settings);
  const decision = decide(evidence, settings.gate);
  log.info(`gate: ${decision.decision} (${decision.reason})`);
  const record = (result: Result) => recorded(ports, result, { evidence, decision });
  const end = async (result: Result, say: Voice['refuse']): Promise<Admission> => {
    await answer(ports, result, evidence);
    // Whoever has set the label, or taken it away: what stands is told by what the labels choose now.
    if (result.commit !== undefined && isOfLabels(run)) await releaseAll(ports, result.commit);
    return { ok: false, last: await say(record(result), seenOn(result.commit)) };
  };
  if (decision.decision !== 'allowed') return end(decision, voice.refuse);

  const { crossing, commit } = decision;
  const command = commandOf(evidence);
  const allowed: Result = { decision: 'allowed', reason: 'starting', commit };
  const refused = (reason: ReasonCode, more: Partial<Result> = {}) =>
    end({ ...allowed, ...more, decision: 'denied', reason }, voice.decline);
  const undecided = (result: Result, reason: ReasonCode) =>
    end({ ...result, decision: 'undecided', reason }, voice.decline);
  const seen = seenOn(commit) ?? voice.look(commit);
  const readOthers = () => Promise.all([seen, readAllRights(ports, evidence, decision)]);
  const against = comparedWith(crossing, command, settings.selection);
  // Beside the files, which are one round trip more; without them a label that is refused costs none of these.
  const besides = against === undefined ? undefined : readOthers();
  const selection = allIfUnread(ports, await selectionFor(files, crossing, command, settings.selection));
  if (!selection.selected) {
    const { reason, labels: unknownLabels, known: knownLabels } = selection;
    return refused(reason, { unknownLabels, knownLabels });
  }
  const { repository } = settings.github;
  const onRequest = command?.name === 'test';
  const subject = subjectOf(decision, selection, { repository, onRequest, against });
  if ('unsafe' in subject) return refused('unsafe-value', { unknownLabels: subject.unsafe });
  const { tests } = subject;
  if (!fitsInputs(subject, settings.pipeline)) return refused('gitlab-input-too-long', { tests });
  const sufficient =
    settings.requireAll &&
    (await coversNeeded(files, decision, selection, { rules: settings.selection, against }));
  const result: Result = { ...allowed, tests, allSelected: subject.all, ...(sufficient && { sufficient }) };
  log.info(`tests: ${tests.join(', ') || 'none'}${against === undefined ? '' : ' (by the changed files)'}`);

  const [standing, rights] = await (besides ?? readOthers());
  // Whose status it is, is not known: it is left alone.
  if (!standing.known)
    return end({ ...result, decision: 'undecided', reason: standing.reason }, voice.refuse);
  // A push, a tag and the queue give way to whoever has claimed the commit: that one's labels may ask for more.
  if (crossing.kind === 'ref' && standing.value.claimants.length > 0)
    return end({ ...result, reason: 'superseded' }, voice.refuse);
  if (!rights.known) return undecided(result, rights.reason);
  const beyond = rights.value.flatMap((one) => beyondRights(tests, one));
  if (beyond.length > 0) return refused('test-not-allowed', { ...result, unknownLabels: beyond });
  await answer(ports, result, evidence);
  const speaking = voiceFor(ports, holdsFor(ports, subject, voice));
  if (needsNone(subject)) {
    // Over another's pass this word is not said, but its claim has to be on record: labels may ask for more later.
    if (isOthersAlone(subject, standing.value)) await speaking.claim(result, seen);
    return { ok: false, last: await speaking.last(record({ ...result, reason: 'no-test-needed' })) };
  }

  return {
    ok: true,
    subject,
    voice: speaking,
    seen,
    recheck: recheckOf(ports, subject),
    starts: startsOf(ports, standing.value, decision),
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
function startsOf(ports: Ports, { lines }: Standing, { crossing }: Allowed): Starts {
  if (crossing.kind === 'ref' || !crossing.byOutsider) return 'always';
  const { pull, context } = speakerOf(ports);
  // Without a status nobody can tell whether there was one.
  const claimed = context === undefined || lines.some(({ targetUrl }) => claimIn(targetUrl)?.pull === pull);
  return claimed ? 'never' : 'first';
}

/** Whether others have claimed the commit of a subject, and its own pull request has not. Pure. */
function isOthersAlone({ origin }: Subject, { lines }: Standing): boolean {
  const pulls: readonly Subject['origin'][] = lines.flatMap(
    ({ targetUrl }) => claimIn(targetUrl)?.pull ?? [],
  );
  return pulls.length > 0 && !pulls.includes(origin);
}

/** Whether a label may have been set or taken away: `workflow_run` does not tell. */
const isOfLabels = ({ event }: Run): boolean =>
  event.kind === 'pull-request' &&
  (event.action === 'labeled' || event.action === 'unlabeled' || isRunAction(event.action));

/** Whether all that the files need is selected, where not all tests are. A list that cannot be read means all. */
async function coversNeeded(
  files: FileSource,
  { crossing }: Allowed,
  selection: Selected,
  { rules, against }: { readonly rules: SelectionRules; readonly against: string | undefined },
): Promise<boolean> {
  if (selection.all || rules.paths === undefined || crossing.kind === 'ref') return false;
  if (against !== undefined) return true;
  const needed = await neededBy(files, crossing.pull, rules);
  return needed.known && covers(selection, needed.value);
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
    const standing = await voice.look(subject.commit);
    if (!standing.known) return standing.reason;
    return standing.value.claimants.length === 0 ? undefined : 'superseded';
  };
}

/**
 * The payload names the commit of most runs, so what stands on it is read beside the gate's own questions. Gives the
 * look at a commit, where it was taken.
 */
function lookEarly({ run, settings }: Ports, voice: Voice): (commit: Sha | undefined) => Look | undefined {
  const { event } = run;
  if (event.kind !== 'pull-request' || !startsTests(event, settings.selection)) return () => undefined;
  const { sha } = event.head;
  const seen = voice.look(sha);
  return (commit) => (commit === sha ? seen : undefined);
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
