/** What git would say about the commits of a fork network: what lies before a commit, between two, and their merge. */

import type { Commit, Repository } from './repository.ts';
import type { ChangedFile } from './thread.ts';

/** Files of a commit: path to content. */
export type Tree = ReadonlyMap<string, string>;

/** A commit and everything before it, each after its parents. */
export function lineage(repo: Repository, sha: string): Map<string, Commit> {
  const found = new Map<string, Commit>();
  const open = [sha];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const commit = repo.network.get(top);
    const parent = commit?.parents.find((one) => repo.network.has(one) && !found.has(one));
    if (parent !== undefined) {
      open.push(parent);
      continue;
    }
    open.pop();
    if (commit) found.set(top, commit);
  }
  return found;
}

/** Whether `old` is `sha` or lies before it. */
export const contains = (repo: Repository, sha: string, old: string): boolean => lineage(repo, sha).has(old);

/** Whether the repository itself holds the commit, by a branch or tag of its own. */
export function holdsCommit(repo: Repository, sha: string): boolean {
  return [...repo.refs]
    .filter(([ref]) => !ref.startsWith('refs/pull/'))
    .some(([, head]) => contains(repo, head, sha));
}

/**
 * What a `ref` in a path names: a branch, a tag, a full ref, a SHA of the whole fork network, or a SHA's first
 * seven or more digits. A branch may be called like a SHA, and then it wins.
 */
export function resolve(repo: Repository, ref: string): Commit | undefined {
  const named = [`refs/heads/${ref}`, `refs/tags/${ref}`, ref, `refs/${ref}`].map((name) =>
    repo.refs.get(name),
  );
  const sha = named.find((found) => found !== undefined) ?? ref.toLowerCase();
  const commit = repo.network.get(sha);
  if (commit || !/^[0-9a-f]{7,39}$/.test(sha)) return commit;
  const matches = [...repo.network.values()].filter((known) => known.sha.startsWith(sha));
  return matches.length === 1 ? matches[0] : undefined;
}

/** The newest commit that lies before both, or is one of them. Two histories may have none. */
export function mergeBase(repo: Repository, one: string, other: string): Commit | undefined {
  const known = lineage(repo, other);
  const common = [...lineage(repo, one).values()].filter(({ sha }) => known.has(sha));
  const older = new Set(common.flatMap(({ parents }) => parents));
  return common.findLast(({ sha }) => !older.has(sha));
}

/** `git log base..head`, oldest first: what `head` has and `base` has not. */
export function commitsBetween(repo: Repository, base: string, head: string): Commit[] {
  const known = lineage(repo, base);
  return [...lineage(repo, head).values()].filter(({ sha }) => !known.has(sha));
}

/** The files that differ, by name. A file that comes back elsewhere with the same content was renamed. */
export function changesBetween(before: Tree, after: Tree): ChangedFile[] {
  const gone = new Map([...before].filter(([path]) => !after.has(path)));
  const changes: ChangedFile[] = [];
  for (const [filename, content] of after) {
    if (before.get(filename) === content) continue;
    if (before.has(filename)) {
      changes.push({ filename, status: 'modified' });
      continue;
    }
    const previous = [...gone].find(([, old]) => old === content)?.[0];
    if (previous !== undefined) gone.delete(previous);
    changes.push(
      previous === undefined
        ? { filename, status: 'added' }
        : { filename, status: 'renamed', previous_filename: previous },
    );
  }
  const removed = [...gone.keys()].map((filename): ChangedFile => ({ filename, status: 'removed' }));
  return [...changes, ...removed].sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

/** A merge of two trees that come from `before`; `conflicts` names what both have changed, each in its own way. */
export function mergeTrees(
  before: Tree,
  ours: Tree,
  theirs: Tree,
): { tree: Map<string, string>; conflicts: string[] } {
  const tree = new Map(ours);
  const conflicts: string[] = [];
  for (const path of new Set([...before.keys(), ...theirs.keys()])) {
    const [was, our, their] = [before.get(path), ours.get(path), theirs.get(path)];
    if (their === was || their === our) continue;
    if (our !== was) conflicts.push(path);
    else if (their === undefined) tree.delete(path);
    else tree.set(path, their);
  }
  return { tree, conflicts };
}
