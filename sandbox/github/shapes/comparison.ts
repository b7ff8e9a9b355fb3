/** The shape of two commits compared. */
import { changesBetween } from '../history.ts';
import type { Commit, Repository } from '../repository.ts';
import type { World } from '../world.ts';
import { commitShape } from './git.ts';
import { fileShape } from './pull.ts';
import { apiOf, pageOf } from './repository.ts';

/** GitHub lists at most so many files, and does not say that it cut (GitHub docs, "Compare two commits"). */
const mostFiles = 300;

/** Two commits, the newest before both, and what each has that the other has not. */
export interface Compared {
  /** As asked: `main...eve:fix`. */
  readonly names: string;
  readonly base: Commit;
  readonly head: Commit;
  readonly middle: Commit;
  readonly ahead: readonly Commit[];
  readonly behind: readonly Commit[];
}

/** Schema commit-comparison, with one page of its commits; on the first it has the files, on others an empty list. */
export function comparisonShape(
  world: World,
  repo: Repository,
  { names, base, head, middle, ahead, behind }: Compared,
  commits: readonly Commit[],
  isFirst: boolean,
) {
  const page = `${pageOf(world, repo)}/compare`;
  const path = names.split('...').map(encodeURIComponent).join('...');
  const files = isFirst ? changesBetween(middle.tree, head.tree).slice(0, mostFiles) : [];
  return {
    url: `${apiOf(world, repo)}/compare/${path}`,
    html_url: `${page}/${path}`,
    permalink_url: `${page}/${repo.owner.login}:${base.sha.slice(0, 7)}...${repo.owner.login}:${head.sha.slice(0, 7)}`,
    diff_url: `${page}/${path}.diff`,
    patch_url: `${page}/${path}.patch`,
    base_commit: commitShape(world, repo, base),
    merge_base_commit: commitShape(world, repo, middle),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: commits.map((commit) => commitShape(world, repo, commit)),
    files: files.map((file) => fileShape(world, repo, head.sha, file)),
  };
}

function statusOf(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
