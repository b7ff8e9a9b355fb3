import type { ReasonCode } from '../reasons.ts';
import { type ApprovalCandidate, standingApproval } from './approval.ts';
import type { EventHead } from './event.ts';
import { type Fact, known, type LivePull, type Person, type Sha } from './facts.ts';

/** What the maintainer decided about who may cross. */
export interface GatePolicy {
  readonly organization: string;
  /** Whether a token was given for reading membership, apart from the job's own. */
  readonly membershipTokenGiven: boolean;
  /** Team slugs; membership of one of them is required when there are any. */
  readonly teams: readonly string[];
  /** Numeric ids of bots that count as members. */
  readonly trustedBots: readonly number[];
  readonly drafts: boolean;
  readonly approvals: 'comment' | 'none';
}

/** A person whose word counts for this run, and whether that person is a member now. */
export interface Witness {
  readonly person: Person | null;
  readonly member: Fact<boolean>;
}

/** Everything that the gate knows about a pull request when it decides. All of it was read now, none of it later. */
export interface PullRequestEvidence {
  readonly kind: 'pull-request';
  readonly event: EventHead;
  readonly pull: Fact<LivePull>;
  readonly author: Witness;
  readonly sender: Witness;
  /** Who pushed the live head. Unknown when no activity entry tells. */
  readonly pusher: Witness;
  /** Who started this run again; undefined on the first attempt. */
  readonly rerunner: Witness | undefined;
  /** Comments that approve the live head; undefined when it was not necessary to ask. */
  readonly approvals: Fact<readonly ApprovalCandidate[]> | undefined;
}

/** Evidence for one run, by the kind of event. */
export type Evidence = PullRequestEvidence | { readonly kind: 'unsupported'; readonly name: string };

/** The gate's answer. `denied` is known; `undecided` is not; neither lets anything cross. */
export type Decision =
  | {
      readonly decision: 'allowed';
      readonly reason: 'all-members' | 'approved-commit';
      readonly pull: LivePull;
      readonly approval: ApprovalCandidate | undefined;
    }
  | {
      readonly decision: 'denied' | 'undecided' | 'not-run';
      readonly reason: ReasonCode;
      readonly commit?: Sha;
    };

/**
 * The gate's table (docs/security.md) as a function: evidence in, decision out. The order of the rows matters: what
 * is wrong with the pull request itself comes before what is known of people, so that nobody's membership changes
 * what a stale or closed pull request may do.
 */
export function decide(evidence: Evidence, policy: GatePolicy): Decision {
  if (evidence.kind === 'unsupported') return denied('unsupported-event');
  const { pull: fact, event } = evidence;
  if (!fact.known) return { decision: 'undecided', reason: fact.reason, commit: event.sha };
  const pull = fact.value;
  if (!pull.open) return denied('pull-request-closed', pull.head.sha);
  if (pull.head.sha !== event.sha) return denied('head-moved', event.sha);
  if (pull.author === null) return denied('author-gone', pull.head.sha);
  if (pull.head.repository === null) return denied('head-repository-gone', pull.head.sha);
  if (pull.draft && !policy.drafts) return { decision: 'not-run', reason: 'draft', commit: pull.head.sha };
  return decideByPeople(evidence, pull, policy);
}

function decideByPeople(evidence: PullRequestEvidence, pull: LivePull, policy: GatePolicy): Decision {
  const commit = pull.head.sha;
  const { author, sender, pusher, rerunner } = evidence;
  if (rerunner) {
    if (!rerunner.member.known) return { decision: 'undecided', reason: rerunner.member.reason, commit };
    if (!rerunner.member.value) return denied('rerunner-not-member', commit);
  }
  const members = everyone([author.member, sender.member, pusher.member]);
  if (members.known && members.value)
    return { decision: 'allowed', reason: 'all-members', pull, approval: undefined };
  const approval = policy.approvals === 'comment' ? standing(evidence.approvals) : known(undefined);
  if (approval.known && approval.value) {
    return { decision: 'allowed', reason: 'approved-commit', pull, approval: approval.value };
  }
  if (!approval.known) return { decision: 'undecided', reason: approval.reason, commit };
  if (!members.known) return { decision: 'undecided', reason: members.reason, commit };
  return denied(policy.approvals === 'comment' ? 'approval-needed' : 'not-member', commit);
}

/** Yes when all are yes; no when one is a certain no; otherwise unknown. */
function everyone(facts: readonly Fact<boolean>[]): Fact<boolean> {
  const no = facts.find((fact) => fact.known && !fact.value);
  return no ?? facts.find((fact) => !fact.known) ?? known(true);
}

const standing = (approvals: PullRequestEvidence['approvals']): Fact<ApprovalCandidate | undefined> => {
  if (approvals === undefined) return known(undefined);
  return approvals.known ? standingApproval(approvals.value) : approvals;
};

const denied = (reason: ReasonCode, commit?: Sha): Decision =>
  commit === undefined ? { decision: 'denied', reason } : { decision: 'denied', reason, commit };
