import type { LivePull, PullComment, Push } from '../facts/pull.ts';
import type { MembershipSource } from './members.ts';
import type { Role } from './roles.ts';

/**
 * What the gate asks GitHub. Each call answers for now, and throws a ServiceFailure when GitHub gave no usable
 * answer. The github client satisfies it.
 */
export interface GateSource extends MembershipSource {
  pull(number: number): Promise<LivePull>;
  role(login: string): Promise<Role>;
  /** Newest first; empty when the activity of that repository cannot be seen. */
  pushes(repository: string, branch: string): Promise<readonly Push[]>;
  /** All comments of a pull request, oldest first, paged to the end. */
  comments(pull: number): Promise<readonly PullComment[]>;
  /** One comment; undefined when it was deleted. */
  comment(id: number): Promise<PullComment | undefined>;
  /** Whether a comment's text was changed after it was written (GraphQL `lastEditedAt`). */
  edited(comment: PullComment): Promise<boolean>;
}
