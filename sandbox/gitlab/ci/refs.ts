/** Which commit a pipeline runs on, and what has changed there. */
import type { Source } from '../pipeline.ts';
import type { Project } from '../project.ts';
import type { Origin } from './origin.ts';

/** A branch or tag by its short name, with its commit. */
export interface Ref {
  readonly ref: string;
  readonly tag: boolean;
  readonly sha: string;
}

/** The ref of that name, short or whole (`refs/heads/…`); else GitLab's sentence. */
export function findRef(project: Project, name: string): Ref | string {
  const { branches, tags } = project.repository;
  const [, kind, whole] = /^refs\/(heads|tags)\/(.+)$/.exec(name) ?? [];
  const ref = whole ?? name;
  const branch = kind === 'tags' ? undefined : branches.get(ref);
  const tag = kind === 'heads' ? undefined : tags.get(ref);
  if (branch !== undefined && tag !== undefined) return 'Ref is ambiguous';
  const sha = branch ?? tag;
  return sha === undefined ? 'Reference not found' : { ref, tag: tag !== undefined, sha };
}

/** What `changed` of an origin says for that commit: only a push has a commit before. */
export function changesOf(project: Project, source: Source, sha: string): Origin['changed'] {
  const { commits } = project.repository;
  const between = (from: string | undefined) =>
    changedPaths(commits.get(from ?? '')?.files ?? {}, commits.get(sha)?.files ?? {});
  return (since) => {
    if (since !== undefined) {
      const found = findRef(project, since);
      if (typeof found === 'string') throw new RangeError(found);
      return between(commonAncestor(project, found.sha, sha));
    }
    const parent = commits.get(sha)?.parent;
    return source === 'push' && parent !== undefined ? between(parent) : undefined;
  };
}

function changedPaths(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return all.filter((path) => before[path] !== after[path]);
}

function commonAncestor(
  { repository: { commits } }: Project,
  one: string,
  other: string,
): string | undefined {
  const line = (sha: string | undefined): string[] =>
    sha === undefined ? [] : [sha, ...line(commits.get(sha)?.parent)];
  const ancestors = new Set(line(one));
  return line(other).find((sha) => ancestors.has(sha));
}
