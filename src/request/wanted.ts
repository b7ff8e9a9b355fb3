/** What may be asked of GitLab, before anybody has said that it may. */
import { safeValue } from '../facts/alphabet.ts';
import { sameRepository } from '../facts/names.ts';
import type { LivePull, Sha } from '../facts/pull.ts';
import type { Selected } from './tests.ts';

/** What a request comes from: a pull request by its number, or a commit of the repository itself. */
export type Origin = number | 'queue' | 'push' | 'tag';

/** What may be asked for, whether or not it has been let through. Its key is public; only a `Subject` is sent. */
export interface Wanted {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly origin: Origin;
  readonly commit: Sha;
  /** The branch; for a fork the commit, because a fork's ref moves. */
  readonly branch: string;
  /** The branch name that GitLab may have too; undefined for forks, the queue's own branches and tags. */
  readonly twin: string | undefined;
  /** Test ids in a stable order. */
  readonly tests: readonly string[];
  /** Whether they are all there are. */
  readonly all: boolean;
}

/** What a pull request asks for as it is labelled now. A fork is named by its commit: its branch name is an outsider's text. Pure. */
export function wantedBy(pull: LivePull, { tests, all }: Selected, repository: string): Wanted {
  const { number, base, head } = pull;
  const twin = sameRepository(head.repository, base) ? head.branch : undefined;
  return { repository, origin: number, commit: head.sha, branch: twin ?? head.sha, twin, tests, all };
}

/** What crosses by an approval is asked for as a fork's is: its branch, too, may bear a name that an outsider chose. Pure. */
export function wantedOfApproved(pull: LivePull, selected: Selected, repository: string): Wanted {
  const wanted = wantedBy(pull, selected, repository);
  return { ...wanted, branch: wanted.commit, twin: undefined };
}

/** What of it may not be sent on: a branch or test ids, in whatever characters. Pure. */
export const unsafeIn = ({ branch, tests }: Pick<Wanted, 'branch' | 'tests'>): readonly string[] =>
  [branch, ...tests].filter((value) => !safeValue.test(value));
