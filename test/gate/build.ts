import type { CommandName, Parsed } from '../../src/facts/command.ts';
import type { CommentEvent, PullRequestEvent, RefEvent } from '../../src/facts/event.ts';
import { type Fact, known } from '../../src/facts/fact.ts';
import {
  isSha,
  type LivePull,
  type Person,
  type PullComment,
  type Push,
  type Sha,
} from '../../src/facts/pull.ts';
import type { ApprovalCandidate } from '../../src/gate/approvals.ts';
import type { Cause, Decision, PullRequestEvidence, RefEvidence } from '../../src/gate/decide.ts';
import type { GatePolicy } from '../../src/gate/policy.ts';
import type { Role } from '../../src/gate/roles.ts';
import type { Witness, Writer } from '../../src/gate/witness.ts';
import { ServiceFailure, type ServiceFailureKind } from '../../src/net/failure.ts';

/** Parts from which the gate's tests are made. Every builder gives a case that crosses; tests change one thing. */

export const user = (login: string, id: number): Person => ({ id, login, type: 'User' });
export const bot = (login: string, id: number): Person => ({ id, login, type: 'Bot' });

export const alice = user('alice', 1);
export const bob = user('bob', 2);
export const carol = user('carol', 3);
export const dave = user('dave', 4);
export const mallory = user('mallory', 66);
export const renovate = bot('renovate[bot]', 29);

/** The commit that a text of 40 hex digits names. */
export function commitOf(text: string): Sha {
  if (!isSha(text)) throw new Error(`${text} names no commit`);
  return text;
}

/** A commit made of one hex digit. */
export const sha = (digit: string): Sha => commitOf(digit.repeat(40));
export const head = sha('a');
export const other = sha('b');
export const third = sha('c');

export const policy: GatePolicy = {
  organization: 'acme',
  membershipTokenGiven: true,
  teams: [],
  trustedBots: [],
  drafts: false,
  approvals: 'comment',
};

/** What GitHub writes in place of a commit where a branch was made or deleted. */
export const noCommit = sha('0');

/**
 * The record of a branch, newest first. `moves` are those who moved it and to where, oldest first; the first one made
 * it.
 */
export function record(...moves: readonly (readonly [by: Person | null, to: Sha])[]): readonly Push[] {
  const before = (n: number) => moves[n - 1]?.[1] ?? noCommit;
  const entries = moves.map(([actor, after], n) => ({ actor, before: before(n), after, creates: n === 0 }));
  return entries.toReversed();
}

const branchHead = { sha: head, branch: 'feature/x', repository: 'acme/engine' };

export const livePull = (over: Partial<LivePull> = {}): LivePull => ({
  number: 42,
  open: true,
  draft: false,
  author: alice,
  head: branchHead,
  base: 'acme/engine',
  baseBranch: 'main',
  labels: [],
  ...over,
});

export const forkHead = { sha: head, branch: 'patch-1', repository: 'mallory/engine' } as const;

export const fact = <T>(value: T | Fact<T>): Fact<T> =>
  typeof value === 'object' && value !== null && 'known' in value ? (value as Fact<T>) : known(value as T);

export const witness = (person: Person | null, member: boolean | Fact<boolean> = true): Witness => ({
  person,
  member: fact(member),
});

export const writer = (
  person: Person | null,
  member: boolean | Fact<boolean> = true,
  role: Role | Fact<Role> = 'write',
): Writer => ({ ...witness(person, member), role: fact(role) });

/** A member's comment that approves the head, unedited, by someone who may write. */
export const approval = (over: Partial<ApprovalCandidate> = {}): ApprovalCandidate => ({
  commentId: 7,
  approver: dave,
  commit: head,
  edited: known(false),
  hidden: known(false),
  member: known(true),
  role: known<Role>('write'),
  ...over,
});

export const byEvent = (sender: Witness = witness(bob), sha = head): Cause => ({
  by: 'event',
  head: sha,
  sender,
});

export const byCommand = (over: Partial<Extract<Cause, { by: 'command' }>> = {}): Cause => ({
  by: 'command',
  command: { name: 'ok-to-test', commit: head },
  sender: writer(dave),
  unedited: known(true),
  ...over,
});

export const malformed = (name: CommandName, sender: Writer = writer(dave)): Cause => ({
  by: 'malformed',
  name,
  sender,
});

/** Evidence in which author, sender and the only one who pushed are three members. */
export const evidence = (over: Partial<PullRequestEvidence> = {}): PullRequestEvidence => ({
  kind: 'pull-request',
  cause: byEvent(),
  pull: known(livePull()),
  author: witness(alice),
  pushers: known([witness(carol)]),
  rerunners: [],
  approvals: undefined,
  ...over,
});

/** `decision reason`, and the commit whose status is meant. */
export const said = (decision: Decision): [string, string | undefined] => [
  `${decision.decision} ${decision.reason}`,
  decision.commit,
];

/** Alice pushed to her pull request. */
export const event = (over: Partial<PullRequestEvent> = {}): PullRequestEvent => ({
  kind: 'pull-request',
  action: 'synchronize',
  number: 42,
  head: branchHead,
  base: 'main',
  labels: [],
  rebased: false,
  sender: alice,
  rerunner: undefined,
  author: alice,
  label: undefined,
  at: 0,
  moved: { before: other, after: head },
  ...over,
});

/** Dave approves the head in a comment. */
export const commentEvent = (over: Partial<CommentEvent> = {}): CommentEvent => ({
  kind: 'comment',
  number: 42,
  commentId: 7,
  sender: dave,
  parsed: { kind: 'command', command: { name: 'ok-to-test', commit: head } } satisfies Parsed,
  ...over,
});

/** Evidence of a member who has pushed to a branch of the repository. */
export const refEvidence = (over: Partial<RefEvidence> = {}): RefEvidence => ({
  kind: 'ref',
  event: refEvent(),
  sender: writer(bob),
  rerunners: [],
  vouched: known(true),
  ...over,
});

export const refEvent = (over: Partial<RefEvent> = {}): RefEvent => ({
  kind: 'ref',
  on: 'push',
  commit: head,
  name: 'main',
  sender: bob,
  defaultBranch: 'main',
  ...over,
});

export const comment = (over: Partial<PullComment> = {}): PullComment => ({
  id: 7,
  nodeId: 'IC_7',
  author: dave,
  body: `/ok-to-test ${head}`,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  ...over,
});

/** A call to GitHub that did not do what was asked. */
export const githubFailure = (kind: ServiceFailureKind, status?: number): ServiceFailure =>
  new ServiceFailure({ service: 'github', status, kind, mayHaveActed: true });

export const everyKind: readonly ServiceFailureKind[] = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'rate-limited',
  'unavailable',
  'moved',
  'unexpected',
];
