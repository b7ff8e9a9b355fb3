/** Asks GitHub everything that the gate needs to decide. */
import type { Clock } from '../clock.ts';
import { ask } from '../facts/ask.ts';
import { type CommandName, nameIn } from '../facts/command.ts';
import type { CommentEvent, EventHead, GateEvent, PullRequestEvent, RefEvent, Run } from '../facts/event.ts';
import { type Fact, isUnknown, known, unknown } from '../facts/fact.ts';
import type { LabelRules } from '../facts/labels.ts';
import { sameRepository } from '../facts/names.ts';
import type { LivePull, Person, PullComment } from '../facts/pull.ts';
import { readApprovals } from './approvals.ts';
import { type Cause, type Evidence, type PullRequestEvidence, pushersAreMembers } from './decide.ts';
import { ends, startsTests, whyIdle } from './idle.ts';
import { type Members, readMembers } from './members.ts';
import type { GatePolicy } from './policy.ts';
import { readPushers } from './pushers.ts';
import type { GateSource } from './source.ts';
import type { Witness, Writer } from './witness.ts';
import { mayCommand, readCauser, readRerunningWriter, readWriter } from './writers.ts';

/** What asking takes. */
export interface GatherPorts {
  readonly github: GateSource;
  readonly clock: Clock;
  /** Aborted when the job is cancelled. */
  readonly interrupted: AbortSignal;
}

/** What the maintainer decided that is of use here. */
export interface GatherRules {
  readonly gate: GatePolicy;
  readonly selection: LabelRules;
  /** The input `pull-request`, for events that name none themselves. */
  readonly pullRequest: number | undefined;
}

/** Reads everything that `decide` needs: two sequential round trips for members, three with an approval. */
export async function gather(ports: GatherPorts, run: Run, rules: GatherRules): Promise<Evidence> {
  const { event, rerunner } = run;
  const { github: source } = ports;
  const { gate: policy } = rules;
  const members = readMembers(source, policy);
  const asking = { ports, source, policy, members, rerunner };
  switch (event.kind) {
    case 'pull-request':
      if (ends(event, policy)) break;
      if (!startsTests(event, rules.selection)) return { kind: 'none', reason: whyIdle(event) };
      return gatherPullRequest({ ...asking, event, number: event.number });
    case 'comment':
      if (event.parsed.kind === 'none') return { kind: 'none', reason: 'no-command' };
      return gatherPullRequest({ ...asking, event, number: event.number });
    case 'dispatch':
      if (rules.pullRequest === undefined) break;
      return gatherPullRequest({ ...asking, event, number: rules.pullRequest });
    case 'ref': {
      const [sender, again, vouched] = await Promise.all([
        readCauser(source, members, policy, event.sender),
        rerunner === undefined ? undefined : readRerunningWriter(source, members, rerunner),
        readVouched({ ports, source, members }, event),
      ]);
      return { kind: 'ref', event, sender, rerunners: again === undefined ? [] : [again], vouched };
    }
    case 'workflow-run':
    case 'schedule':
    case 'unsupported':
  }
  return { kind: 'none', reason: 'unsupported-event' };
}

/**
 * Whether the commit of a tag came by a way that is trusted: it is on the default branch, or it is the head of a branch
 * whose every pusher is a member. The tag itself says nothing: anybody with write may have made or moved it.
 */
async function readVouched(
  { ports, source, members }: Pick<Asking, 'ports' | 'source' | 'members'>,
  { on, commit, defaultBranch }: RefEvent,
): Promise<Fact<boolean>> {
  if (on === 'queue' || on === 'push') return known(true);
  const [onDefault, branches] = await Promise.all([
    defaultBranch === '' ? known(false) : ask(source.isOnBranch(commit, defaultBranch)),
    ask(source.branchesAt(commit)),
  ]);
  if (onDefault.known && onDefault.value) return onDefault;
  if (!branches.known) return branches;
  const vouching = await Promise.all(
    branches.value.map(async (branch) => {
      const head = { sha: commit, branch, repository: source.repository };
      const pushers = await readPushers({ ...ports, source }, head, undefined, async () => false);
      return pushersAreMembers(await witnessesOf(members, pushers));
    }),
  );
  return vouching.find((one) => one.known && one.value) ?? vouching.find(isUnknown) ?? onDefault;
}

interface Asking {
  readonly ports: GatherPorts;
  readonly source: GateSource;
  readonly policy: GatePolicy;
  readonly members: Members;
  readonly rerunner: string | undefined;
  readonly event: PullRequestEvent | CommentEvent | Extract<GateEvent, { kind: 'dispatch' }>;
  readonly number: number;
}

async function gatherPullRequest(asking: Asking): Promise<PullRequestEvidence> {
  const { source, members, event } = asking;
  const payload = event.kind === 'pull-request' ? event : undefined;
  // Anybody may comment, as often as they like: who gives a command is asked before anything else is read.
  const commander = event.kind === 'comment' ? await readWriter(source, members, event.sender) : undefined;
  if (event.kind === 'comment' && commander && !mayCommand(commander))
    return { ...nothingElse, cause: { by: 'malformed', name: namedBy(event), sender: commander } };
  const live = ask(source.pull(asking.number), { 'not-found': 'pull-request-not-found' });
  const pushed = payload && readWhoPushed(asking, payload);
  // First round trip: everything that the payload already names. Its author is asked about before the live pull
  // request has confirmed who that is; where the live one differs, the second round asks again.
  const [pull, cause, payloadAuthor, people, rerunners] = await Promise.all([
    live,
    readCause(asking, commander),
    members.witness(payload?.author ?? null),
    live.then((pull) => readPeople(asking, pull, pushed)),
    readRerunners(asking),
    pushed,
  ]);
  const rest = people ?? { author: payloadAuthor, pushers: known(undefined), approvals: undefined };
  return { kind: 'pull-request', cause, pull, rerunners, ...rest };
}

/** What is left unread where a command is refused for who gave it. */
const nothingElse = {
  kind: 'pull-request',
  pull: unknown('github-unexpected'),
  author: { person: null, member: known(false) },
  pushers: known(undefined),
  rerunners: [],
  approvals: undefined,
} as const;

/** `none` never gets here; any name will do then. */
const namedBy = ({ parsed }: CommentEvent): CommandName => nameIn(parsed) ?? 'test';

/** Who started this run again, and who started the run again that it follows. */
async function readRerunners({ members, event, rerunner }: Asking): Promise<readonly Witness[]> {
  const followed = event.kind === 'pull-request' ? event.rerunner : undefined;
  return Promise.all([
    ...(followed === undefined ? [] : [members.witness(followed)]),
    ...(rerunner === undefined ? [] : [members.byLogin(rerunner)]),
  ]);
}

type WhoPushed = Fact<readonly (Person | null)[] | undefined>;
type People = Pick<PullRequestEvidence, 'author' | 'pushers' | 'approvals'>;

/** A record that lags is worth waiting for where author and sender are members. */
function readWhoPushed(
  { ports, source, members, event }: Asking,
  { head, author }: { readonly head: EventHead; readonly author: Person | null },
): Promise<WhoPushed> {
  const payload = event.kind === 'pull-request' ? event : undefined;
  const worthWaiting = () => areAll(members, [author, event.sender]);
  return readPushers({ ...ports, source }, head, payload, worthWaiting);
}

const areAll = async (members: Members, people: readonly (Person | null)[]): Promise<boolean> =>
  (await Promise.all(people.map((person) => members.soon(person)))).every((yes) => yes);

/**
 * Who answers for the live head. Undefined where the pull request cannot be read, or has another head than the event.
 * Second round trip: the people who pushed, where the payload did not name them.
 */
async function readPeople(
  asking: Asking,
  pull: Fact<LivePull>,
  pushed: Promise<WhoPushed> | undefined,
): Promise<People | undefined> {
  const { members, event } = asking;
  if (!pull.known || (event.kind === 'pull-request' && pull.value.head.sha !== event.head.sha))
    return undefined;
  const live = pull.value;
  // The branch may have another name by now, and somebody else the name that it had.
  const named = event.kind === 'pull-request' && isSameBranch(event.head, live.head) ? pushed : undefined;
  const who = named ?? readWhoPushed(asking, live);
  const [author, pushers, approvals] = await Promise.all([
    members.witness(live.author),
    who.then((people) => witnessesOf(members, people)),
    readNeeded(asking, live, who),
  ]);
  return { author, pushers, approvals };
}

const isSameBranch = (one: EventHead, other: EventHead): boolean =>
  sameRepository(one.repository, other.repository) && one.branch === other.branch;

/**
 * The approvals, where one may be needed. They are read while a first no about somebody is being confirmed: second
 * round trip, the comments; third, the rights of each approver as they are now.
 */
async function readNeeded(
  { source, policy, members, event }: Asking,
  live: LivePull,
  who: Promise<WhoPushed>,
): Promise<PullRequestEvidence['approvals']> {
  if (policy.approvals === 'none') return undefined;
  const { sender } = event;
  const pushers = who.then((pushed) => (pushed.known ? pushed.value : undefined));
  if (event.kind === 'pull-request') {
    const [people, yes] = await Promise.all([pushers, areAll(members, [event.author, sender])]);
    if (yes && people?.every((person) => isOneOf(person, [event.author, sender]))) return undefined;
  }
  const [comments, pushersAre, othersAre] = await Promise.all([
    ask(source.comments(live.number)),
    pushers.then((people) => people !== undefined && areAll(members, people)),
    areAll(members, [live.author, sender]),
  ]);
  if (pushersAre && othersAre) return undefined;
  if (!comments.known) return comments;
  return known(await readApprovals(source, members, comments.value, live.head.sha));
}

const isOneOf = (person: Person | null, others: readonly (Person | null)[]): boolean =>
  person !== null && others.some((other) => other?.id === person.id);

/** Everybody once, each with what is known about the membership. */
async function witnessesOf(members: Members, who: WhoPushed): Promise<PullRequestEvidence['pushers']> {
  if (!who.known || who.value === undefined) return who.known ? known(undefined) : who;
  const people = [...new Map(who.value.map((person) => [person?.id, person])).values()];
  return known(await Promise.all(people.map((person) => members.witness(person))));
}

async function readCause(
  { source, policy, members, event }: Asking,
  commander: Writer | undefined,
): Promise<Cause> {
  if (event.kind === 'pull-request')
    return { by: 'event', head: event.head.sha, sender: await members.witness(event.sender) };
  if (event.kind === 'dispatch')
    return { by: 'dispatch', sender: await readCauser(source, members, policy, event.sender) };
  const sender = commander ?? (await readWriter(source, members, event.sender));
  const { parsed } = event;
  if (parsed.kind !== 'command') return { by: 'malformed', name: namedBy(event), sender };
  return { by: 'command', command: parsed.command, sender, unedited: await readUnedited(source, event) };
}

/** Whether the comment of the event is still there, by the same account, and was never changed. */
async function readUnedited(source: GateSource, event: CommentEvent): Promise<Fact<boolean>> {
  const comment = await ask(source.comment(event.commentId));
  if (!comment.known) return comment;
  if (comment.value === undefined || comment.value.author?.id !== event.sender.id) return known(false);
  const edited = await isEditedLater(source, comment.value);
  return edited.known ? known(!edited.value) : edited;
}

/**
 * `updated_at` moves for other reasons too (hiding a comment), so GraphQL has the last word (docs/facts/github.md,
 * "Comments"). An edit within the first second does not show here; it cannot change the command, which was read from
 * the payload.
 */
const isEditedLater = async (source: GateSource, comment: PullComment): Promise<Fact<boolean>> =>
  comment.updatedAt === comment.createdAt
    ? known(false)
    : ask(source.altered(comment).then(({ edited }) => edited));
