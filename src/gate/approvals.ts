/** Approvals of a commit by comment: which stand, and what is asked to find out. */
import { ask } from '../facts/ask.ts';
import { parseCommand } from '../facts/command.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { Person, PullComment, Sha } from '../facts/pull.ts';
import type { Members } from './members.ts';
import { canWrite, type Role } from './roles.ts';
import type { Writer } from './witness.ts';
import { type RoleSource, readWriter } from './writers.ts';

/** The commit that a comment approves: its first line is exactly `/ok-to-test <40 hex>`. */
export function approvedCommit(body: string): Sha | undefined {
  const parsed = parseCommand(body);
  return parsed.kind === 'command' && parsed.command.name === 'ok-to-test'
    ? parsed.command.commit
    : undefined;
}

/** A comment that names the live head in an approval, and what is known about it and its author now. */
export interface ApprovalCandidate {
  readonly commentId: number;
  readonly approver: Person;
  readonly commit: Sha;
  readonly edited: Fact<boolean>;
  /** Hidden by somebody with write: an approval that was taken back. */
  readonly hidden: Fact<boolean>;
  readonly member: Fact<boolean>;
  readonly role: Fact<Role>;
}

/** Comments worth asking about: an approval of this commit by a person whose account still exists. Oldest first. */
export const approvalsOf = (
  comments: readonly PullComment[],
  head: Sha,
): { readonly comment: PullComment; readonly approver: Person }[] =>
  comments.flatMap((comment) => {
    const { author: approver, body } = comment;
    return approver?.type === 'User' && approvedCommit(body) === head ? [{ comment, approver }] : [];
  });

const not = (fact: Fact<boolean>): Fact<boolean> => (fact.known ? known(!fact.value) : fact);

/** Whether one candidate is a standing approval. Unknown when a fact about it is. */
export function stands(candidate: ApprovalCandidate): Fact<boolean> {
  const facts: Fact<boolean>[] = [
    not(candidate.edited),
    not(candidate.hidden),
    candidate.member,
    candidate.role.known ? known(canWrite(candidate.role.value)) : candidate.role,
  ];
  const no = facts.find((fact) => fact.known && !fact.value);
  return no ?? facts.find((fact) => !fact.known) ?? known(true);
}

/** The first approval that stands; unknown when none is certain and one might; otherwise none. */
export function standingApproval(
  candidates: readonly ApprovalCandidate[],
): Fact<ApprovalCandidate | undefined> {
  const judged = candidates.map((candidate) => ({ candidate, fact: stands(candidate) }));
  const standing = judged.find(({ fact }) => fact.known && fact.value);
  if (standing) return known(standing.candidate);
  const uncertain = judged.find(({ fact }) => !fact.known)?.fact;
  return uncertain && !uncertain.known ? uncertain : known(undefined);
}

/** What is asked about a comment that may be an approval. */
export interface ApprovalSource extends RoleSource {
  altered(comment: PullComment): Promise<{ readonly edited: boolean; readonly hidden: boolean }>;
}

/** With more candidates than this, most are not meant to approve anything but to use up the rate limit. */
const few = 5;

/**
 * The comments that approve a commit, each with the rights of its author as they are now and whether it was edited or
 * hidden: one round trip. Anybody may write such comments, any number of them, so each author is asked about once, and
 * where there are many, only those of people who may approve are looked at (one round trip more).
 *
 * GraphQL is asked also where `updated_at` is `created_at`: the times are whole seconds, and everybody with write can
 * edit a member's comment, within its first second too (docs/facts/github.md, "Comments"; docs/security.md, attack 20).
 * Unlike the command of an event, an approval is read from the comment itself, so an edit within that second would
 * count.
 */
export async function readApprovals(
  source: ApprovalSource,
  members: Members,
  comments: readonly PullComment[],
  commit: Sha,
): Promise<readonly ApprovalCandidate[]> {
  const found = approvalsOf(comments, commit);
  const many = found.length > few;
  const writers = new Map<number, Promise<Writer>>();
  const candidates = found.map(async ({ comment, approver }) => {
    const asked = writers.get(approver.id) ?? readWriter(source, members, approver);
    writers.set(approver.id, asked);
    const early = many ? undefined : ask(source.altered(comment));
    const { member, role } = await asked;
    if (many && isNo(member, role)) return [];
    const altered = await (early ?? ask(source.altered(comment)));
    const edited = altered.known ? known(altered.value.edited) : altered;
    const hidden = altered.known ? known(altered.value.hidden) : altered;
    return [{ commentId: comment.id, approver, commit, edited, hidden, member, role }];
  });
  return (await Promise.all(candidates)).flat();
}

const isNo = (member: Fact<boolean>, role: Fact<Role>): boolean =>
  (member.known && !member.value) || (role.known && !canWrite(role.value));
