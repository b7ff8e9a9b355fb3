import type { LivePull, PullComment, Sha } from '../facts/pull.ts';
import type { MembershipSource } from './members.ts';
import type { PushSource } from './pushers.ts';
import type { Role } from './roles.ts';

/**
 * What the gate asks GitHub. Each call answers for now, and throws a ServiceFailure when GitHub gave no usable
 * answer. The github client satisfies it.
 */
export interface GateSource extends MembershipSource, PushSource {
  /** `owner/name` of this repository. */
  readonly repository: string;
  pull(number: number): Promise<LivePull>;
  role(login: string): Promise<Role>;
  /** Whether a commit is on a branch of this repository: its head, or behind it. */
  isOnBranch(commit: Sha, branch: string): Promise<boolean>;
  /** Branches of this repository that have a commit as their head. */
  branchesAt(commit: Sha): Promise<readonly string[]>;
  /** All comments of a pull request, oldest first, paged to the end. */
  comments(pull: number): Promise<readonly PullComment[]>;
  /** One comment; undefined when it was deleted. */
  comment(id: number): Promise<PullComment | undefined>;
  /** Whether a comment was edited (GraphQL `lastEditedAt`) or hidden (`isMinimized`) after it was written. */
  altered(comment: PullComment): Promise<{ readonly edited: boolean; readonly hidden: boolean }>;
}
