import { join } from 'node:path';
import { createGit } from './git.ts';

/** One commit of a repository. `at` is in virtual milliseconds. */
export interface Commit {
  sha: string;
  parent: string | undefined;
  files: Record<string, string>;
  title: string;
  at: number;
}

/** A real git repository with an `origin` remote, and what it holds, kept in memory for quick answers. */
export interface Repository {
  branches: Map<string, string>;
  /** Tags, with the commits that they stand for. */
  tags: Map<string, string>;
  commits: Map<string, Commit>;
  /**
   * Commits `files` (path → content, null deletes) on top of the branch, or on top of `from` when the branch is new.
   * Gives the new SHA (40 hex).
   */
  commit(branch: string, files: Record<string, string | null>, from?: string): string;
  /** Makes a branch that points at an existing commit. */
  branchAt(branch: string, sha: string): void;
  deleteBranch(branch: string): void;
  /** The folder of a work tree of that commit. Callers copy it; nobody writes into it. */
  checkout(sha: string): Promise<string>;
}

/**
 * Makes an empty repository in `folder`. `origin` is the URL of its remote, which nobody ever calls. Git itself is asked
 * for nothing until somebody wants a work tree: most tests only look at names.
 */
export function createRepository(
  folder: string,
  origin: string,
  defaultBranch: string,
  now: () => number,
): Repository {
  const branches = new Map<string, string>();
  const commits = new Map<string, Commit>();
  const checkouts = new Map<string, Promise<string>>();
  const git = createGit(join(folder, 'repository'), origin, defaultBranch);

  return {
    branches,
    tags: new Map(),
    commits,
    commit: (branch, changes, from) => {
      const parent = branches.get(branch) ?? (from === undefined ? undefined : branches.get(from));
      const files = applied(parent === undefined ? {} : (commits.get(parent)?.files ?? {}), changes);
      const title = `Commit ${commits.size + 1}`;
      const at = now();
      const sha = git.commit(branch, {
        parents: parent === undefined ? [] : [parent],
        files,
        title,
        who: whoAt(at),
      });
      branches.set(branch, sha);
      commits.set(sha, { sha, parent, files, title, at });
      return sha;
    },
    branchAt: (branch, sha) => {
      git.point(branch, sha);
      branches.set(branch, sha);
    },
    deleteBranch: (branch) => {
      git.point(branch, undefined);
      branches.delete(branch);
    },
    checkout: (sha) => {
      const known = checkouts.get(sha);
      if (known) return known;
      const made = git.workTree(sha, join(folder, `tree-${sha.slice(0, 12)}`));
      checkouts.set(sha, made);
      return made;
    },
  };
}

const whoAt = (ms: number) => `Sandbox <sandbox@example.com> ${Math.floor(ms / 1000)} +0000`;

function applied(
  files: Record<string, string>,
  changes: Record<string, string | null>,
): Record<string, string> {
  const merged = Object.entries({ ...files, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return Object.fromEntries(merged);
}
