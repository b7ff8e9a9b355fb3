/** Runs that wait for "Approve and run" (GitHub docs, "Approving workflow runs from forks"). */

import { atLeast, roleOf } from '../access.ts';
import { lineage } from '../history.ts';
import type { Account } from '../people.ts';
import type { Repository } from '../repository.ts';
import { isPull, type PullRequest } from '../repository.ts';
import type { World } from '../world.ts';

/**
 * Whether a run on `pull_request` is held: in a public repository, for a pull request from a fork, where its author or
 * who caused the event is a first-time contributor. That is GitHub's default setting; nothing of theirs was ever merged.
 */
export function isHeld(
  world: World,
  repo: Repository,
  { author, pull }: PullRequest,
  actor: Account,
): boolean {
  if (repo.private || pull.head.repo === repo) return false;
  return [author, actor].some((account) => isFirstTime(world, repo, account));
}

/** Whether somebody may let a held run start. */
export const mayApprove = (world: World, repo: Repository, account: Account): boolean =>
  atLeast(roleOf(world, repo, account), 'write');

function isFirstTime(world: World, repo: Repository, account: Account): boolean {
  if (mayApprove(world, repo, account)) return false;
  const merged = [...repo.issues.values()].some(
    (issue) => isPull(issue) && issue.pull.merged && issue.author === account,
  );
  const main = repo.refs.get(`refs/heads/${repo.defaultBranch}`) ?? '';
  const login = account.login.toLowerCase();
  return (
    !merged && ![...lineage(repo, main).values()].some((commit) => commit.author.toLowerCase() === login)
  );
}
