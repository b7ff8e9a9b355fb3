import type { Command, CommandName } from '../facts/command.ts';
import type { RefEvent } from '../facts/event.ts';
import { everyone, type Fact, known } from '../facts/fact.ts';
import type { LivePull, Sha } from '../facts/pull.ts';
import type { ReasonCode } from '../reasons.ts';
import { type ApprovalCandidate, standingApproval } from './approvals.ts';
import type { GatePolicy } from './policy.ts';
import { canWrite } from './roles.ts';
import type { Witness, Writer } from './witness.ts';

/** What caused a run for a pull request, and what that asks of the one who caused it. */
export type Cause =
  | { readonly by: 'event'; readonly head: Sha; readonly sender: Witness }
  | { readonly by: 'dispatch'; readonly sender: Writer }
  | {
      readonly by: 'command';
      readonly command: Command;
      readonly sender: Writer;
      readonly unedited: Fact<boolean>;
    }
  | { readonly by: 'malformed'; readonly name: CommandName; readonly sender: Writer };

/** Everything that the gate knows about a pull request when it decides. All of it was read now, none of it later. */
export interface PullRequestEvidence {
  readonly kind: 'pull-request';
  readonly cause: Cause;
  readonly pull: Fact<LivePull>;
  readonly author: Witness;
  /** Everybody who has pushed to the branch since it was made; undefined where GitHub has not recorded it. */
  readonly pushers: Fact<readonly Witness[] | undefined>;
  /** Who started this run again, or the run that it follows; nobody on the first attempt of both. */
  readonly rerunners: readonly Witness[];
  /** Comments that approve the live head; undefined when it was not necessary to ask. */
  readonly approvals: Fact<readonly ApprovalCandidate[]> | undefined;
}

/** Evidence for a commit of the repository itself. */
export interface RefEvidence {
  readonly kind: 'ref';
  readonly event: RefEvent;
  readonly sender: Writer;
  readonly rerunners: readonly Writer[];
  /** Of a tag or release: whether its commit came by a way that is trusted. Elsewhere the sender brought it. */
  readonly vouched: Fact<boolean>;
}

/** Evidence for one run, by the kind of event. */
export type Evidence =
  | PullRequestEvidence
  | RefEvidence
  | { readonly kind: 'none'; readonly reason: 'unsupported-event' | 'no-command' | Idle };

/** Why an event of an open pull request asks for no tests. */
export type Idle = 'label-without-prefix' | 'text-edited';

/** What may be tested once it was allowed. */
export type Crossing =
  | {
      readonly kind: 'pull-request';
      readonly pull: LivePull;
      readonly approval: ApprovalCandidate | undefined;
      /** Whether somebody who is no member caused the run: it may join or tell what there is, and start nothing anew. */
      readonly byOutsider: boolean;
    }
  | { readonly kind: 'ref'; readonly event: RefEvent };

/** The rules that let something cross; each is a row of the table in docs/security.md. */
export type Rule = 'all-members' | 'approved-commit' | 'approved-now' | 'member-with-write';

/** The gate's answer. `denied` is known; `undecided` is not; neither lets anything cross. */
export type Decision =
  | { readonly decision: 'allowed'; readonly reason: Rule; readonly commit: Sha; readonly crossing: Crossing }
  | {
      readonly decision: 'denied' | 'undecided' | 'not-run';
      readonly reason: ReasonCode;
      readonly commit?: Sha;
    };

/** The gate's table (docs/security.md) as a function: evidence in, decision out. */
export function decide(evidence: Evidence, policy: GatePolicy): Decision {
  switch (evidence.kind) {
    case 'none':
      if (evidence.reason === 'unsupported-event') return denied(evidence.reason);
      return { decision: 'not-run', reason: evidence.reason };
    case 'ref':
      return decideRef(evidence);
    case 'pull-request':
      return decidePullRequest(evidence, policy);
  }
}

/** The merge queue, pushes and tags: only somebody who may write caused them, and must be a member too. */
function decideRef({ event, sender, rerunners, vouched }: RefEvidence): Decision {
  const { commit } = event;
  const refused = refuseWriters([sender, ...rerunners], commit);
  if (refused) return refused;
  // Anybody with write can put a tag on any commit that the repository or a fork of it holds.
  if (!vouched.known) return undecided(vouched.reason, commit);
  if (!vouched.value) return denied('tag-off-branch', commit);
  return { decision: 'allowed', reason: 'member-with-write', commit, crossing: { kind: 'ref', event } };
}

/**
 * The order of the rows matters: what is wrong with the pull request itself comes before what is known of people,
 * so that nobody's membership changes what a stale or closed pull request may do. Only a command is answered by who
 * gave it first: an outsider's gets no word more.
 */
function decidePullRequest(evidence: PullRequestEvidence, policy: GatePolicy): Decision {
  const { cause, pull: fact } = evidence;
  const expected = cause.by === 'event' ? cause.head : undefined;
  if (cause.by === 'command' || cause.by === 'malformed') {
    const refused = refuseCommand(cause);
    if (refused) return refused;
  }
  if (!fact.known) return undecided(fact.reason, expected);
  const pull = fact.value;
  const commit = pull.head.sha;
  if (!pull.open) return denied('pull-request-closed', commit);
  if (expected !== undefined && commit !== expected) return denied('head-moved', expected);
  if (pull.author === null) return denied('author-gone', commit);
  if (pull.head.repository === null) return denied('head-repository-gone', commit);
  if (pull.draft && !policy.drafts) return { decision: 'not-run', reason: 'draft', commit };
  if (cause.by === 'dispatch') {
    const refused = refuseWriter(cause.sender, commit);
    if (refused) return refused;
  }
  return decideByPeople(evidence, pull, policy);
}

function decideByPeople(evidence: PullRequestEvidence, pull: LivePull, policy: GatePolicy): Decision {
  const commit = pull.head.sha;
  const { cause, author, pushers, rerunners } = evidence;
  const sender = cause.sender.member;
  const byOutsider = !(sender.known && sender.value);
  const crossing = (approval?: ApprovalCandidate) =>
    ({ kind: 'pull-request', pull, approval, byOutsider }) as const;
  const refused = refuseRerunners(rerunners, commit);
  if (refused) return refused;
  if (cause.by === 'command' && cause.command.name === 'ok-to-test') {
    if (policy.approvals === 'none') return denied('approvals-off', commit);
    if (cause.command.commit !== commit) return denied('approval-stale', commit);
  }
  const members = everyone([author.member, sender, pushersAreMembers(pushers)]);
  if (members.known && members.value)
    return { decision: 'allowed', reason: 'all-members', commit, crossing: crossing() };
  const approval = standing(evidence, policy);
  if (approval.known && approval.value) {
    const reason =
      cause.by === 'command' && cause.command.name === 'ok-to-test' ? 'approved-now' : 'approved-commit';
    return { decision: 'allowed', reason, commit, crossing: crossing(approval.value) };
  }
  if (!approval.known) return undecided(approval.reason, commit);
  if (!members.known) return undecided(members.reason, commit);
  if (policy.approvals === 'none') return denied('not-member', commit);
  const others = everyone([author.member, sender]);
  const unrecorded = pushers.known && pushers.value === undefined && others.known && others.value;
  return denied(unrecorded ? 'push-unrecorded' : 'approval-needed', commit);
}

/** Whether everybody who pushed is a member; who is not on record is none. Pure. */
export function pushersAreMembers(pushers: PullRequestEvidence['pushers']): Fact<boolean> {
  if (!pushers.known) return pushers;
  if (pushers.value === undefined) return known(false);
  return everyone(pushers.value.map(({ member }) => member));
}

/** The gate's answer to `/duplicate`: nothing crosses by it. */
export type DuplicateDecision =
  | {
      readonly decision: 'allowed';
      readonly reason: Rule;
      readonly commit: Sha;
      readonly crossing: undefined;
    }
  | Refusal;

/** Whether a commit may be duplicated (`/duplicate`): checked as an approval is, whoever wrote the commit. */
export function decideDuplicate(evidence: Evidence): DuplicateDecision {
  if (evidence.kind !== 'pull-request') return denied('unsupported-event');
  const { cause, pull, rerunners } = evidence;
  if (cause.by !== 'command' && cause.by !== 'malformed') return denied('unsupported-event');
  const refused = refuseCommand(cause) ?? refuseRerunners(rerunners);
  if (refused) return refused;
  if (cause.by !== 'command' || cause.command.name !== 'duplicate') return denied('command-malformed');
  if (!pull.known) return undecided(pull.reason);
  const { open, head } = pull.value;
  if (!open) return denied('pull-request-closed', head.sha);
  if (head.sha !== cause.command.commit) return denied('approval-stale', head.sha);
  return { decision: 'allowed', reason: 'member-with-write', commit: head.sha, crossing: undefined };
}

function refuseCommand(cause: Extract<Cause, { by: 'command' | 'malformed' }>): Refusal | undefined {
  const refused = refuseWriter(cause.sender);
  if (refused) return refused.decision === 'denied' ? denied('command-not-allowed') : refused;
  if (cause.by === 'malformed') return denied('command-malformed');
  if (!cause.unedited.known) return undecided(cause.unedited.reason);
  return cause.unedited.value ? undefined : denied('comment-edited');
}

/** GitHub lets only writers start a run again, so here membership is what is left to ask for. */
function refuseRerunners(rerunners: readonly Witness[], commit?: Sha): Refusal | undefined {
  const members = everyone(rerunners.map(({ member }) => member));
  if (!members.known) return undecided(members.reason, commit);
  return members.value ? undefined : denied('rerunner-not-member', commit);
}

const refuseWriter = (writer: Writer, commit?: Sha): Refusal | undefined => refuseWriters([writer], commit);

function refuseWriters(writers: readonly Writer[], commit?: Sha): Refusal | undefined {
  const may = everyone(
    writers.flatMap(({ member, role }) => [member, role.known ? known(canWrite(role.value)) : role]),
  );
  if (!may.known) return undecided(may.reason, commit);
  return may.value ? undefined : denied('sender-not-writer', commit);
}

function standing(
  { approvals }: PullRequestEvidence,
  policy: GatePolicy,
): Fact<ApprovalCandidate | undefined> {
  if (policy.approvals === 'none' || approvals === undefined) return known(undefined);
  return approvals.known ? standingApproval(approvals.value) : approvals;
}

type Refusal = Exclude<Decision, { decision: 'allowed' }>;

const denied = (reason: ReasonCode, commit?: Sha): Refusal => ({
  decision: 'denied',
  reason,
  ...(commit !== undefined && { commit }),
});

const undecided = (reason: ReasonCode, commit?: Sha): Refusal => ({
  decision: 'undecided',
  reason,
  ...(commit !== undefined && { commit }),
});
