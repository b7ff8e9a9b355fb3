/** "Would this pull request cross?": the real gate is asked, as if its author had just opened it anew. */
import { ask } from '../facts/ask.ts';
import type { PullRequestEvent } from '../facts/event.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { FileSource } from '../facts/files.ts';
import type { LivePull, Person } from '../facts/pull.ts';
import { shownList } from '../facts/shown.ts';
import { type Decision, decide, type PullRequestEvidence } from '../gate/decide.ts';
import { type GatherPorts, gather } from '../gate/evidence.ts';
import { answerable, beyondRights, readRights } from '../gate/rights.ts';
import type { Witness } from '../gate/witness.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { fitsInputs } from '../request/limits.ts';
import { liveSelection } from '../request/live-selection.ts';
import { needsNone, type Selected } from '../request/tests.ts';
import { unsafeIn, wantedBy, wantedOfApproved } from '../request/wanted.ts';
import type { Settings } from '../settings.ts';
import { type Found, unanswered, unknowable, well, wrong } from './finding.ts';

/** What the gate is asked with. */
export interface CrossingPorts extends GatherPorts {
  readonly github: GatherPorts['github'] & FileSource;
}

/** The rows of the gate for one pull request, then its answer. */
export async function crossingFound(
  ports: CrossingPorts,
  settings: Pick<Settings, 'gate' | 'selection' | 'rights' | 'github' | 'pipeline'>,
  number: number,
): Promise<readonly Found[]> {
  const live = await ask(ports.github.pull(number), { 'not-found': 'pull-request-not-found' });
  if (!live.known) return [unanswered(live, `whether #${number} would cross`)];
  const pull = live.value;
  const { author } = pull;
  if (author === null) return [ended(number, { decision: 'denied', reason: 'author-gone' })];
  const run = { event: eventFor(pull, author, ports.clock.now()), rerunner: undefined, attempt: 1 };
  const evidence = await gather(ports, run, { ...settings, pullRequest: number });
  if (evidence.kind !== 'pull-request')
    return [unknowable(`whether #${number} would cross`, 'Look at the labels and the inputs about them.')];
  const decision = decide(evidence, settings.gate);
  const rows = rowsOf(evidence);
  if (decision.decision !== 'allowed') return [...rows, ended(number, decision)];
  const [selection, rights] = await Promise.all([
    liveSelection(ports.github, pull, settings.selection),
    rightsFor(ports, settings, evidence, decision),
  ]);
  if (!selection.known) return [...rows, unanswered(selection, 'which tests its files need')];
  if (!selection.value.selected) {
    const { reason, labels } = selection.value;
    return [
      ...rows,
      wrong(
        `its labels are refused (${shownList(labels)}): ${reasonOf(reason).sentence}`,
        reasonOf(reason).remedy,
      ),
    ];
  }
  const { tests } = selection.value;
  if (!rights.known) return [...rows, unanswered(rights, 'which tests its people may run')];
  const beyond = rights.value.flatMap((one) => beyondRights(tests, one));
  if (beyond.length > 0) {
    const { sentence, remedy } = reasonOf('test-not-allowed');
    return [...rows, wrong(`${sentence}: ${shownList([...new Set(beyond)])}`, remedy)];
  }
  const stopped = stoppedBy(pull, selection.value, decision, settings);
  if (stopped !== undefined) return [...rows, wrong(reasonOf(stopped).sentence, reasonOf(stopped).remedy)];
  if (needsNone(selection.value))
    return [...rows, well(`#${number} would start nothing: no private test concerns its files`)];
  return [...rows, well(`#${number} would cross (${decision.reason}), with ${shownList(tests)}`)];
}

/** What a run refuses to send on, where the gate has nothing against it. */
function stoppedBy(
  pull: LivePull,
  selected: Selected,
  { crossing }: Extract<Decision, { decision: 'allowed' }>,
  { github, pipeline }: Pick<Settings, 'github' | 'pipeline'>,
): ReasonCode | undefined {
  const isApproved = crossing.kind === 'pull-request' && crossing.approval !== undefined;
  const wanted = (isApproved ? wantedOfApproved : wantedBy)(pull, selected, github.repository);
  if (unsafeIn(wanted).length > 0) return 'unsafe-value';
  return fitsInputs(wanted, pipeline) ? undefined : 'gitlab-input-too-long';
}

/** As a payload would tell it that its author opens it again: that pushes nothing, and whoever pushed is read. */
const eventFor = (
  { number, head, baseBranch, labels }: LivePull,
  author: Person,
  at: number,
): PullRequestEvent => ({
  kind: 'pull-request',
  action: 'reopened',
  ...{ number, head, base: baseBranch, labels, at, sender: author, author },
  ...{ rerunner: undefined, label: undefined, rebased: false, moved: undefined },
});

function rightsFor(
  { github }: CrossingPorts,
  { rights, gate }: Pick<Settings, 'rights' | 'gate'>,
  evidence: PullRequestEvidence,
  { crossing }: Extract<Decision, { decision: 'allowed' }>,
): Promise<Fact<readonly (readonly string[] | 'all')[]>> {
  if (rights === undefined) return Promise.resolve(known([]));
  return Promise.all(
    answerable(evidence, crossing).map((person) => readRights(github, gate.organization, rights, person)),
  ).then(
    (facts) =>
      facts.find((fact) => !fact.known) ?? known(facts.flatMap((fact) => (fact.known ? [fact.value] : []))),
  );
}

/** One row for each person: the author, and everybody who pushed. */
function rowsOf({ author, pushers, approvals }: PullRequestEvidence): readonly Found[] {
  const people = !pushers.known || pushers.value === undefined ? [] : pushers.value;
  const others = people.filter(({ person }) => person?.id !== author.person?.id);
  const once = [...new Map(others.map((one) => [one.person?.id, one])).values()];
  const approved = approvals?.known && approvals.value.length > 0;
  const row = (witness: Witness, part: string) => rowOf(witness, part, approved === true);
  return [
    row(author, 'its author'),
    ...once.map((one) => row(one, 'who pushed to its branch')),
    ...(pushers.known ? [] : [unanswered(pushers, 'who pushed to its branch')]),
    ...(pushers.known && pushers.value === undefined
      ? [wrong('GitHub has no record of who pushed to its branch', approve)]
      : []),
  ];
}

const approve = 'A member with write access comments `/ok-to-test` with the 40 digits of the commit.';

function rowOf({ person, member }: Witness, part: string, isApproved: boolean): Found {
  const name =
    person !== null && /^[A-Za-z0-9-]{1,39}(?:\[bot\])?$/.test(person.login) ? `@${person.login}, ` : '';
  const who = person === null ? `${part} is gone` : `${name}${part}`;
  if (!member.known) return unanswered(member, `whether ${who}, is a member`);
  if (member.value) return well(`${who}, is a member`);
  if (isApproved) return well(`${who}, is no member; there is a comment that approves this commit`);
  return wrong(`${who}, is no member`, approve);
}

function ended(number: number, { decision, reason }: Pick<Decision, 'decision' | 'reason'>): Found {
  const { sentence, remedy } = reasonOf(reason);
  const said = `#${number} would not cross: ${sentence} (${reason})`;
  return decision === 'undecided' ? unknowable(said, remedy) : wrong(said, remedy);
}
