import { type ApprovalCandidate, approvalsOf, canWrite, type Role } from './approval.ts';
import { ask } from './ask.ts';
import type { Writer } from './decide.ts';
import type { Fact, PullComment, Sha } from './facts.ts';
import type { Members } from './members.ts';
import { type RoleSource, readWriter } from './writers.ts';

/** What is asked about a comment that may be an approval. */
export interface ApprovalSource extends RoleSource {
  edited(comment: PullComment): Promise<boolean>;
}

/** With more candidates than this, most are not meant to approve anything but to use up the rate limit. */
const few = 5;

/**
 * The comments that approve a commit, each with the rights of its author as they are now and whether it was edited:
 * one round trip. Anybody may write such comments, any number of them, so each author is asked about once, and where
 * there are many, only those of people who may approve are looked at (one round trip more).
 */
export async function readApprovals(
  source: ApprovalSource,
  members: Members,
  comments: readonly PullComment[],
  commit: Sha,
): Promise<readonly ApprovalCandidate[]> {
  const found = approvalsOf(comments, commit);
  const many = found.length > few;
  const writers = new Map<string, Promise<Writer>>();
  const candidates = found.map(async ({ comment, approver }) => {
    const asked = writers.get(approver.login) ?? readWriter(source, members, approver);
    writers.set(approver.login, asked);
    const early = many ? undefined : isEverEdited(source, comment);
    const { member, role } = await asked;
    if (many && isNo(member, role)) return [];
    const edited = await (early ?? isEverEdited(source, comment));
    return [{ commentId: comment.id, approver, commit, edited, member, role }];
  });
  return (await Promise.all(candidates)).flat();
}

/**
 * Asked of GraphQL also where `updated_at` is `created_at`: the times are whole seconds, and everybody with write
 * can edit a member's comment, within its first second too (reference github, attack 20). Unlike the command of an
 * event, an approval is read from the comment itself, so an edit within that second would count.
 */
const isEverEdited = (source: ApprovalSource, comment: PullComment): Promise<Fact<boolean>> =>
  ask(source.edited(comment));

const isNo = (member: Fact<boolean>, role: Fact<Role>): boolean =>
  (member.known && !member.value) || (role.known && !canWrite(role.value));
