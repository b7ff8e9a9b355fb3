/** The pull requests that a `workflow_run` may be about: those whose live head is the commit that it ran on. */
import type { EventHead, PullRequestEvent, WorkflowRunEvent } from './event.ts';
import { sameRepository } from './names.ts';
import type { LivePull } from './pull.ts';

/** Reads pull requests by their head. Throws a ServiceFailure when GitHub gave no usable answer. */
export interface HeadSource {
  /** Open and closed ones whose head has this owner and branch; one owner may have several forks. */
  pullsFrom(owner: string, branch: string): Promise<readonly LivePull[]>;
}

/** What became of a search by head. Each list is in order of number. */
export interface ByHead {
  readonly open: readonly LivePull[];
  readonly closed: readonly LivePull[];
  /** Whether an open pull request of that branch has another head by now. */
  readonly moved: boolean;
}

/** Sorts out what was found: only the very repository, branch and commit of the run count. Pure. */
export function byHead(found: readonly LivePull[], { sha, repository }: EventHead): ByHead {
  const here = found
    .filter(({ head }) => sameRepository(head.repository, repository))
    .toSorted((a, b) => a.number - b.number);
  const ours = here.filter(({ head }) => head.sha === sha);
  return {
    open: ours.filter(({ open }) => open),
    closed: ours.filter(({ open }) => !open),
    moved: here.some(({ open, head }) => open && head.sha !== sha),
  };
}

/** The event as one of a pull request that was found: from here on both ways in are the same. Pure. */
export const eventFor = (
  { action, sender, rerunner, head }: WorkflowRunEvent,
  { number, author, baseBranch: base, labels }: LivePull,
): PullRequestEvent => ({
  ...{ kind: 'pull-request', action, number, head, base, labels, sender, rerunner, author },
  // Neither a label, nor a time, nor a move is told.
  ...{ label: undefined, at: 0, rebased: false, moved: undefined },
});
