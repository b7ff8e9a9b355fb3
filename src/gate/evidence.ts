import { type ApprovalCandidate, approvalsOf, type Role } from './approval.ts';
import { ask } from './ask.ts';
import type { Evidence, GatePolicy, PullRequestEvidence, Witness } from './decide.ts';
import type { GateEvent } from './event.ts';
import { type Fact, known, type LivePull, type Person, type PullComment, type Push } from './facts.ts';
import { type Members, type MembershipSource, readMembers } from './members.ts';

/**
 * What the gate asks GitHub. Each call answers for now, and throws a ServiceFailure when GitHub gave no usable
 * answer. The github client satisfies it.
 */
export interface GateSource extends MembershipSource {
  pull(number: number): Promise<LivePull>;
  role(login: string): Promise<Role>;
  /** Newest first; empty when the activity of that repository cannot be seen. */
  pushes(repository: string, branch: string): Promise<readonly Push[]>;
  comments(pull: number): Promise<readonly PullComment[]>;
  /** Whether a comment's text was changed after it was written (GraphQL `lastEditedAt`). */
  edited(comment: PullComment): Promise<boolean>;
}

/** What caused this run. `rerunner` is a login, set from the second attempt on. */
export interface Run {
  readonly event: GateEvent;
  readonly rerunner: string | undefined;
}

type PullRequestEvent = Extract<GateEvent, { kind: 'pull-request' }>;

/** Reads everything that `decide` needs: two sequential round trips for members, three with an approval. */
export async function gather(source: GateSource, run: Run, policy: GatePolicy): Promise<Evidence> {
  if (run.event.kind === 'unsupported') return run.event;
  return gatherPullRequest(source, run.event, run.rerunner, policy);
}

async function gatherPullRequest(
  source: GateSource,
  event: PullRequestEvent,
  rerunnerLogin: string | undefined,
  policy: GatePolicy,
): Promise<PullRequestEvidence> {
  const members = readMembers(source, policy);
  // First round trip: everything that the payload already names. Its author is asked about before the live pull
  // request has confirmed who that is; where the live one differs, the second round asks again.
  const [pull, payloadAuthor, sender, pushedBy, rerunner] = await Promise.all([
    ask(source.pull(event.number), { 'not-found': 'pull-request-not-found' }),
    members.witness(event.author),
    members.witness(event.sender),
    readPusher(source, event),
    rerunnerLogin === undefined ? undefined : members.byLogin(rerunnerLogin),
  ]);
  const first = { kind: 'pull-request', event: event.head, pull, sender, rerunner } as const;
  if (!pull.known || pull.value.head.sha !== event.head.sha) {
    return { ...first, author: payloadAuthor, pusher: nobody, approvals: undefined };
  }
  const live = pull.value;
  const alreadyClear =
    yes(payloadAuthor) &&
    yes(sender) &&
    pushedBy.known &&
    isOneOf(pushedBy.value, [event.author, event.sender]);
  // Second: the pusher, where that is another person, and the comments, where an approval may be needed.
  const [author, pusher, comments] = await Promise.all([
    members.witness(live.author),
    pushedBy.known ? members.witness(pushedBy.value) : { person: null, member: pushedBy },
    alreadyClear || policy.approvals === 'none' ? undefined : ask(source.comments(live.number)),
  ]);
  const second = { ...first, author, pusher };
  if (comments === undefined || [author, sender, pusher].every(yes))
    return { ...second, approvals: undefined };
  if (!comments.known) return { ...second, approvals: comments };
  // Third: the rights of each approver as they are now.
  const candidates = approvalsOf(comments.value, live.head.sha).map((comment) =>
    readCandidate(source, members, comment, live),
  );
  return { ...second, approvals: known(await Promise.all(candidates)) };
}

const nobody: Witness = { person: null, member: known(false) };
const yes = ({ member }: Witness): boolean => member.known && member.value;
const isOneOf = (person: Person | null, others: readonly (Person | null)[]): boolean =>
  person !== null && others.some((other) => other?.id === person.id);

/**
 * Who pushed the head of the event. `opened` and `synchronize` of this very head are that person's push; otherwise
 * the newest entry of the branch's activity must show the head. null: it was read, and shows nobody.
 */
async function readPusher(source: GateSource, event: PullRequestEvent): Promise<Fact<Person | null>> {
  if (event.action === 'opened' || event.action === 'synchronize') return known(event.sender);
  if (event.head.repository === null) return known(null);
  const pushes = await ask(source.pushes(event.head.repository, event.head.branch));
  if (!pushes.known) return pushes;
  const newest = pushes.value[0];
  if (newest?.after === event.head.sha) return known(newest.actor);
  // Reopening moves nothing, so it stands for a push only where the activity shows no other.
  return known(event.action === 'reopened' && newest === undefined ? event.sender : null);
}

async function readCandidate(
  source: GateSource,
  members: Members,
  comment: PullComment,
  live: LivePull,
): Promise<ApprovalCandidate> {
  const [{ member }, role, edited] = await Promise.all([
    members.witness(comment.author),
    ask(source.role(comment.author?.login ?? '')),
    comment.updatedAt === comment.createdAt ? known(false) : ask(source.edited(comment)),
  ]);
  return {
    commentId: comment.id,
    approverId: comment.author?.id ?? 0,
    commit: live.head.sha,
    edited,
    member,
    role,
  };
}
