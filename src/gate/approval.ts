import { parseCommand } from '../commands/parse.ts';
import { type Fact, known, type Person, type PullComment, type Sha } from './facts.ts';

/** How GitHub names what somebody may do in a repository (`role_name`; custom roles have other names). */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none' | 'other';

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

const writers: readonly Role[] = ['admin', 'maintain', 'write'];

/** Whether a role includes write. Custom roles are not recognised: their base role is not shown by this call. */
export const canWrite = (role: Role): boolean => writers.includes(role);

/** Whether one candidate is a standing approval. Unknown when a fact about it is. */
export function stands(candidate: ApprovalCandidate): Fact<boolean> {
  const facts: Fact<boolean>[] = [
    candidate.edited.known ? known(!candidate.edited.value) : candidate.edited,
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
