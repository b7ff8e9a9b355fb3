/** Verbs that merge: the base into a head, a head into the base, and what the merge queue does before that. */
import { named } from '../commit.ts';
import { contains, mergeBase, mergeTrees } from '../history.ts';
import { type Repository, tip } from '../repository.ts';
import { accountOf, pullOf, repositoryOf, type World } from '../world.ts';
import { closePull } from './pulls.ts';
import { moveRef } from './repositories.ts';

/** All throw when the repository or number is unknown. */
export function mergeVerbs(world: World) {
  return {
    /**
     * "Update branch": merges the base into the head branch. In the activity that is a push of whoever pressed the
     * button, whoever has pushed before. Gives what `synchronize` tells. Throws where GitHub shows no such button: on a
     * conflict, or where nothing is to be merged (GitHub docs, "Keeping your pull request in sync with the base branch").
     */
    updateBranch(name: string, number: number, by: string): { before: string; after: string } {
      const repo = repositoryOf(world, name);
      const { head, base, mergeable } = pullOf(repo, number).pull;
      if (!head.repo) throw new Error(`the head repository of ${name}#${number} is gone`);
      const onto = tip(repo, base.ref);
      if (contains(repo, head.sha, onto)) throw new Error(`${name}#${number} is up to date`);
      const message = `Merge branch '${base.ref}' into ${head.ref}`;
      const after = mergeCommit(world, repo, [head.sha, onto], { by, message, mergeable });
      const before = head.sha;
      moveRef(world, head.repo, `refs/heads/${head.ref}`, after, accountOf(world, by));
      return { before, after };
    },

    /** "Merge pull request": a merge commit on the base, which gives the base's activity a `pr_merge` by `by`. */
    mergePullRequest(name: string, number: number, by: string): string {
      const repo = repositoryOf(world, name);
      const issue = pullOf(repo, number);
      const { head, base, mergeable } = issue.pull;
      const message = `Merge pull request #${number}`;
      const sha = mergeCommit(world, repo, [tip(repo, base.ref), head.sha], { by, message, mergeable });
      moveRef(world, repo, `refs/heads/${base.ref}`, sha, accountOf(world, by), 'pr_merge');
      closePull(world, issue, true);
      return sha;
    },

    /**
     * Puts a pull request into the merge queue: makes the merge commit on `gh-readonly-queue/<base>/pr-<n>-<sha>`
     * and gives its SHA and full ref, as `merge_group` reports them.
     */
    enqueue(name: string, number: number): { head_sha: string; head_ref: string } {
      const repo = repositoryOf(world, name);
      const { pull } = pullOf(repo, number);
      const head = repo.network.get(pull.head.sha);
      const commit = named({
        parents: [pull.base.sha, pull.head.sha],
        author: 'GitHub',
        message: `Merge pull request #${number}`,
        date: world.now(),
        tree: new Map(head?.tree),
      });
      const { sha } = commit;
      repo.network.set(sha, commit);
      const ref = `refs/heads/gh-readonly-queue/${pull.base.ref}/pr-${number}-${pull.base.sha}`;
      repo.refs.set(ref, sha);
      return { head_sha: sha, head_ref: ref };
    },
  };
}

/** Makes a merge commit of two, in the place of a person. Throws on a conflict, played or real. */
function mergeCommit(
  world: World,
  repo: Repository,
  parents: [ours: string, theirs: string],
  how: { by: string; message: string; mergeable: boolean },
): string {
  const [ours, theirs] = parents.map((sha) => repo.network.get(sha)?.tree ?? new Map<string, string>());
  const before = mergeBase(repo, ...parents)?.tree ?? new Map<string, string>();
  const { tree, conflicts } = mergeTrees(before, ours ?? before, theirs ?? before);
  if (conflicts.length > 0 || !how.mergeable) throw new Error(`a merge conflict: ${conflicts.join(', ')}`);
  const { by, message } = how;
  const commit = named({ parents, author: by, message, date: world.now(), tree });
  repo.network.set(commit.sha, commit);
  return commit.sha;
}
