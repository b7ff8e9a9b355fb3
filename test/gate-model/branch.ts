/** The branch of the pull request in memory: its head, its commits, and what GitHub's activity shows of them. */
import type { Person, Push, Sha } from '../../src/facts/pull.ts';
import { commitOf, noCommit } from '../gate/build.ts';
import type { Shown } from './steps.ts';
import type { Truth } from './truth.ts';

/** The branch of the model. Numbers choose among its commits, the newest first. */
export interface ModelBranch {
  head(): Sha;
  commit(back: number): Sha;
  /** Somebody moves it, to a new commit or to one that it has had. Gives between which commits. */
  push(by: Person, again?: number): { readonly before: Sha; readonly after: Sha };
  /** Deletes it and makes it again. */
  recreate(by: Person, again?: number): void;
  /** The default branch gets what it holds. */
  merge(): void;
  isMerged(commit: string): boolean;
  show(shown: Shown): void;
  /** An entry is forgotten, the nth from the newest; only once: of a branch that has lost all but its end nothing tells. */
  lose(entry: number): void;
  /** The activity as GitHub shows it. */
  activity(): readonly Push[] | undefined;
}

/** A branch that nobody has made yet: its first push does. */
export function createModelBranch(truth: Truth): ModelBranch {
  let made = 0;
  /** Newest first; one that came again is there again. */
  const commits: Sha[] = [];
  const parents = new Map<Sha, Sha | undefined>();
  const merged = new Set<string>();
  let entries: Push[] = [];
  let lost = false;
  let shown: Shown = 'all';
  const at = (back: number): Sha => commits[Math.min(back, commits.length - 1)] ?? noCommit;
  const chosen = (again: number | undefined): Sha => {
    if (again !== undefined && commits.length > 0) return at(again);
    made += 1;
    return commitOf(`${made.toString(16).padStart(38, '0')}fe`);
  };
  const tell = () => truth.setRecorded(shown === 'all' && !lost);
  const enter = (actor: Person, before: Sha, after: Sha, creates: boolean) => {
    entries = [{ actor, before, after, creates }, ...entries];
  };

  const create = (by: Person, commit: Sha) => {
    if (!parents.has(commit)) parents.set(commit, undefined);
    enter(by, noCommit, commit, true);
    commits.unshift(commit);
    truth.made(commit, by.login);
  };
  return {
    head: () => at(0),
    commit: at,
    push: (by, again) => {
      const [before, after] = [at(0), chosen(again)];
      if (commits.length === 0) create(by, after);
      else {
        if (!parents.has(after)) parents.set(after, before);
        enter(by, before, after, false);
        commits.unshift(after);
        truth.pushed(after, by.login);
      }
      return { before, after };
    },
    recreate: (by, again) => {
      enter(by, at(0), noCommit, false);
      create(by, chosen(again));
    },
    merge: () => {
      for (let one: Sha | undefined = at(0); one !== undefined; one = parents.get(one)) merged.add(one);
      truth.merged();
    },
    isMerged: (commit) => merged.has(commit),
    show: (now) => {
      shown = now;
      tell();
    },
    lose: (entry) => {
      if (lost) return;
      entries = entries.filter((_, n) => n !== Math.min(entry, entries.length - 1));
      lost = true;
      tell();
    },
    activity: () =>
      ({ all: [...entries], late: entries.slice(1), later: entries.slice(2), none: [], hidden: undefined })[
        shown
      ],
  };
}
