/** What really happened in a model of GitHub, and what may cross by it: the oracle, which knows nothing of the source. */

/** Somebody in a model, by login. */
export type Login = string;

/** Why a commit may be tested. */
export type Clearance = 'pushed by members' | 'approved by a member' | 'on the default branch';

/**
 * What really happened, kept beside a model of GitHub: who pushed what to the branch of the pull request, which
 * approvals stand, and who was a member (with write) at some instant of the run that is under way. What the gate may
 * read can lag, have gaps or fail; this cannot.
 */
export interface Truth {
  /**
   * Somebody makes the branch, at this commit. Where the branch of that name had ended there ("Restore branch"), it is
   * that one, with everybody who had pushed to it.
   */
  made(commit: string, by: Login): void;
  /** Somebody moves the branch to this commit: a push, a force-push, "Update branch". */
  pushed(commit: string, by: Login): void;
  /** The branch is merged as it is now: its commits are on the default branch. */
  merged(): void;
  /** `/ok-to-test` with this commit, written so from the beginning by its author. */
  approved(comment: number, commit: string, by: Login): void;
  /** A comment was edited, hidden or deleted: it approves nothing any more. */
  withdrawn(comment: number): void;
  setMember(login: Login, member: boolean): void;
  setWriter(login: Login, writer: boolean): void;
  /** Whether GitHub's record shows all that has happened to the branch. */
  setRecorded(whole: boolean): void;
  /** A run begins: what was true before it, and is no more, does not count. */
  beginRun(): void;
  /** Whether somebody was a member at some instant of the run. */
  wasMember(login: Login): boolean;
  /** Why the pull request's head may be tested by this run; undefined when it may not. */
  clearance(commit: string): Clearance | undefined;
  /** The same of a tag's commit: an approval is for a pull request, and a fork's branch is none of the repository. */
  clearanceOfTag(commit: string, fork: boolean): Clearance | undefined;
}

/** Nothing has happened yet. */
export function createTruth(): Truth {
  const members = flags<Login>();
  const writers = flags<Login>();
  const standing = flags<number>();
  const approvals = new Map<number, { readonly commit: string; readonly by: Login }>();
  const unrecorded = flags<'some'>();
  const branch = createBranch();

  const byMembers = (commit: string): boolean =>
    unrecorded.had('some')
      ? branch.isReachedBy(commit, members.had)
      : branch.headsOfRun().some((one) => one.commit === commit && one.pushers.every(members.had));
  const isApproved = (commit: string): boolean =>
    [...approvals].some(
      ([id, one]) => one.commit === commit && standing.had(id) && members.had(one.by) && writers.had(one.by),
    );
  return {
    made: branch.made,
    pushed: branch.pushed,
    merged: branch.merged,
    approved: (comment, commit, by) => {
      approvals.set(comment, { commit, by });
      standing.set(comment, true);
    },
    withdrawn: (comment) => standing.set(comment, false),
    setMember: members.set,
    setWriter: writers.set,
    setRecorded: (whole) => unrecorded.set('some', !whole),
    beginRun: () => {
      for (const one of [members, writers, standing, unrecorded, branch]) one.begin();
    },
    wasMember: members.had,
    clearance: (commit) => {
      if (byMembers(commit)) return 'pushed by members';
      return isApproved(commit) ? 'approved by a member' : undefined;
    },
    clearanceOfTag: (commit, fork) => {
      if (branch.isMerged(commit)) return 'on the default branch';
      return !fork && byMembers(commit) ? 'pushed by members' : undefined;
    },
  };
}

/** A head of the branch, and everybody who had pushed to it since it was made. */
interface Head {
  readonly commit: string;
  readonly pushers: readonly Login[];
}

interface Move {
  /** Undefined where the branch was made. */
  readonly from: string | undefined;
  readonly to: string;
  readonly by: Login;
}

/** The branch of the pull request: its heads during a run, and all moves that ever were. */
function createBranch() {
  let heads: Head[] = [];
  const moves: Move[] = [];
  const parents = new Map<string, string | undefined>();
  const merged = new Set<string>();
  const last = (): Head | undefined => heads.at(-1);
  const moveTo = (commit: string, by: Login, from: string | undefined, earlier: readonly Login[]) => {
    if (!parents.has(commit)) parents.set(commit, from);
    moves.push({ from, to: commit, by });
    heads.push({ commit, pushers: [...earlier, by] });
  };
  return {
    made: (commit: string, by: Login) => {
      const ended = last();
      const restores = ended?.commit === commit;
      moveTo(commit, by, restores ? commit : undefined, restores ? ended.pushers : []);
    },
    pushed: (commit: string, by: Login) => moveTo(commit, by, last()?.commit, last()?.pushers ?? []),
    merged: () => {
      for (let at = last()?.commit; at !== undefined && !merged.has(at); at = parents.get(at)) merged.add(at);
    },
    isMerged: (commit: string) => merged.has(commit),
    begin: () => {
      heads = heads.slice(-1);
    },
    headsOfRun: (): readonly Head[] => heads,
    /**
     * Whether members' moves alone lead to a commit from where a member made the branch. Where the record has gaps no
     * more can be asked: who moved a branch away and back again has brought nothing.
     */
    isReachedBy: (commit: string, member: (login: Login) => boolean): boolean => {
      const reached = new Set<string | undefined>([undefined]);
      for (let size = 0; size !== reached.size; ) {
        size = reached.size;
        for (const { from, to, by } of moves) if (reached.has(from) && member(by)) reached.add(to);
      }
      return reached.has(commit);
    },
  };
}

/** Something that holds and ceases to: what holds now, and what has held since the run began. */
function flags<T>() {
  const now = new Set<T>();
  let since = new Set<T>();
  return {
    set: (key: T, holds: boolean) => {
      if (holds) since.add(key);
      if (holds) now.add(key);
      else now.delete(key);
    },
    begin: () => {
      since = new Set(now);
    },
    had: (key: T) => since.has(key),
  };
}
