import type { Commit, Repository } from '../world.ts';

/** A commit and everything before it. */
export function ancestors(repo: Repository, sha: string): Set<string> {
  const seen = new Set<string>();
  const open = [sha];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(repo.network.get(next)?.parents ?? []));
  }
  return seen;
}

/** Whether the repository itself holds the commit, by a branch or tag of its own. */
export function holdsCommit(repo: Repository, sha: string): boolean {
  return [...repo.refs]
    .filter(([ref]) => !ref.startsWith('refs/pull/'))
    .some(([, head]) => ancestors(repo, head).has(sha));
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
