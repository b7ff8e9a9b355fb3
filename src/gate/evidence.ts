import { ask } from '../facts/ask.ts';
import type { CommentEvent, GateEvent, PullRequestEvent, Run } from '../facts/event.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { LivePull, Person, PullComment } from '../facts/pull.ts';
import { readApprovals } from './approvals.ts';
import type { Cause, Evidence, PullRequestEvidence } from './decide.ts';
import { type Members, readMembers } from './members.ts';
import type { GatePolicy } from './policy.ts';
import type { GateSource } from './source.ts';
import type { Witness } from './witness.ts';
import { readCauser, readRerunningWriter, readWriter } from './writers.ts';

/** What decides which labels matter, for events about other labels. */
export interface LabelRules {
  readonly prefix: string;
  readonly allLabel: string;
}

/**
 * Reads everything that `decide` needs: two sequential round trips for members, three with an approval.
 * `dispatched` is the input `pull-request`, for events that name none themselves.
 */
export async function gather(
  source: GateSource,
  run: Run,
  policy: GatePolicy,
  labels: LabelRules,
  dispatched: number | undefined,
): Promise<Evidence> {
  const { event } = run;
  const members = readMembers(source, policy);
  const rerunner = run.rerunner;
  switch (event.kind) {
    case 'pull-request':
      if (ending.includes(event.action)) break;
      if (!startsTests(event, labels)) return { kind: 'none', reason: 'label-without-prefix' };
      return gatherPullRequest({ source, policy, members, rerunner, event, number: event.number });
    case 'comment':
      if (event.parsed.kind === 'none') return { kind: 'none', reason: 'no-command' };
      return gatherPullRequest({ source, policy, members, rerunner, event, number: event.number });
    case 'dispatch':
      if (dispatched === undefined) break;
      return gatherPullRequest({ source, policy, members, rerunner, event, number: dispatched });
    case 'ref': {
      const [sender, again] = await Promise.all([
        readCauser(source, members, policy, event.sender),
        rerunner === undefined ? undefined : readRerunningWriter(source, members, rerunner),
      ]);
      return { kind: 'ref', event, sender, rerunners: again === undefined ? [] : [again] };
    }
    case 'workflow-run':
    case 'schedule':
    case 'unsupported':
  }
  return { kind: 'none', reason: 'unsupported-event' };
}

const ending: readonly PullRequestEvent['action'][] = ['closed', 'converted_to_draft'];

/** Whether an event of a pull request may start tests: it does not end anything, and its label, if any, is ours. */
export const startsTests = ({ action, label }: PullRequestEvent, { prefix, allLabel }: LabelRules): boolean =>
  !ending.includes(action) && (label === undefined || label.startsWith(prefix) || label === allLabel);

interface Asking {
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
  const live = ask(source.pull(asking.number), { 'not-found': 'pull-request-not-found' });
  const pushed = payload && readPusher(source, payload);
  // First round trip: everything that the payload already names. Its author is asked about before the live pull
  // request has confirmed who that is; where the live one differs, the second round asks again.
  const [pull, cause, payloadAuthor, people, rerunners] = await Promise.all([
    live,
    readCause(asking),
    members.witness(payload?.author ?? null),
    live.then((pull) => readPeople(asking, pull, pushed)),
    readRerunners(asking),
    pushed,
  ]);
  const rest = people ?? { author: payloadAuthor, pusher: nobody, approvals: undefined };
  return { kind: 'pull-request', cause, pull, rerunners, ...rest };
}

/** Who started this run again, and who started the run again that it follows. */
async function readRerunners({ members, event, rerunner }: Asking): Promise<readonly Witness[]> {
  const followed = event.kind === 'pull-request' ? event.rerunner : undefined;
  return Promise.all([
    ...(followed === undefined ? [] : [members.witness(followed)]),
    ...(rerunner === undefined ? [] : [members.byLogin(rerunner)]),
  ]);
}

type People = Pick<PullRequestEvidence, 'author' | 'pusher' | 'approvals'>;

/**
 * Who answers for the live head. Undefined where the pull request cannot be read, or has another head than the event.
 * Second round trip: who pushed, where the payload did not say or named another person.
 */
async function readPeople(
  asking: Asking,
  pull: Fact<LivePull>,
  pushed: Promise<Fact<Person | null>> | undefined,
): Promise<People | undefined> {
  const { source, members, event } = asking;
  if (!pull.known || (event.kind === 'pull-request' && pull.value.head.sha !== event.head.sha))
    return undefined;
  const live = pull.value;
  const who = pushed ?? readHeadPusher(source, live);
  const [author, pusher, approvals] = await Promise.all([
    members.witness(live.author),
    who.then((person) => witnessOf(members, person)),
    readNeeded(asking, live, who),
  ]);
  return { author, pusher, approvals };
}

/**
 * The approvals, where one may be needed. They are read while a first no about somebody is being confirmed: second
 * round trip, the comments; third, the rights of each approver as they are now.
 */
async function readNeeded(
  { source, policy, members, event }: Asking,
  live: LivePull,
  who: Promise<Fact<Person | null>>,
): Promise<PullRequestEvidence['approvals']> {
  if (policy.approvals === 'none') return undefined;
  const areMembers = async (...people: readonly (Person | null)[]) =>
    (await Promise.all(people.map((person) => members.soon(person)))).every((yes) => yes);
  const { sender } = event;
  if (event.kind === 'pull-request') {
    const [pusher, members] = await Promise.all([who, areMembers(event.author, sender)]);
    if (members && pusher.known && isOneOf(pusher.value, [event.author, sender])) return undefined;
  }
  const [comments, pusherIsMember, othersAre] = await Promise.all([
    ask(source.comments(live.number)),
    who.then((pusher) => pusher.known && members.soon(pusher.value)),
    areMembers(live.author, sender),
  ]);
  if (pusherIsMember && othersAre) return undefined;
  if (!comments.known) return comments;
  return known(await readApprovals(source, members, comments.value, live.head.sha));
}

const nobody: Witness = { person: null, member: known(false) };
const isOneOf = (person: Person | null, others: readonly (Person | null)[]): boolean =>
  person !== null && others.some((other) => other?.id === person.id);

const witnessOf = async (members: Members, who: Fact<Person | null>): Promise<Witness> =>
  who.known ? members.witness(who.value) : { person: null, member: who };

async function readCause({ source, policy, members, event }: Asking): Promise<Cause> {
  if (event.kind === 'pull-request') {
    return { by: 'event', head: event.head.sha, sender: await members.witness(event.sender) };
  }
  if (event.kind === 'dispatch') {
    return { by: 'dispatch', sender: await readCauser(source, members, policy, event.sender) };
  }
  const sender = readWriter(source, members, event.sender);
  const { parsed } = event;
  if (parsed.kind === 'command') {
    const unedited = readUnedited(source, event);
    return { by: 'command', command: parsed.command, sender: await sender, unedited: await unedited };
  }
  // `none` never gets here; treating it as malformed lets nothing cross either.
  return { by: 'malformed', name: parsed.kind === 'malformed' ? parsed.name : 'test', sender: await sender };
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
  comment.updatedAt === comment.createdAt ? known(false) : ask(source.edited(comment));

/**
 * Who pushed the head of the event. `opened` and `synchronize` of this very head are that person's push; otherwise
 * the newest entry of the branch's activity must show the head. null: it was read, and shows nobody.
 */
async function readPusher(source: GateSource, event: PullRequestEvent): Promise<Fact<Person | null>> {
  if (event.action === 'opened' || event.action === 'synchronize') return known(event.sender);
  const newest = await readNewestPush(source, event.head);
  if (!newest.known) return newest;
  if (newest.value?.after === event.head.sha) return known(newest.value.actor);
  // Reopening moves nothing, so it stands for a push only where the activity shows no other.
  return known(event.action === 'reopened' && newest.value === undefined ? event.sender : null);
}

async function readHeadPusher(source: GateSource, { head }: LivePull): Promise<Fact<Person | null>> {
  const newest = await readNewestPush(source, head);
  if (!newest.known) return newest;
  return known(newest.value?.after === head.sha ? newest.value.actor : null);
}

async function readNewestPush(source: GateSource, head: { repository: string | null; branch: string }) {
  if (head.repository === null) return known(undefined);
  const pushes = await ask(source.pushes(head.repository, head.branch));
  return pushes.known ? known(pushes.value[0]) : pushes;
}
