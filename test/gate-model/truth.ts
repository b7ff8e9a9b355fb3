/** Somebody in a model, by login. */
export type Login = string;

/**
 * What really happened, kept beside a model of GitHub: who pushed which commit, who approved which in words of their
 * own, and who was a member (with write) at some instant of the run that is under way. What the gate may read can
 * lag, fail or be edited; this cannot.
 */
export interface Truth {
  /**
   * A push of this commit, or what the gate counts as one: opening a pull request with it (docs/security.md, "The
   * gate").
   */
  pushed(commit: string, by: Login): void;
  /** `/ok-to-test` with this commit, written so from the beginning by its author. */
  approved(commit: string, by: Login): void;
  setMember(login: Login, member: boolean): void;
  setWriter(login: Login, writer: boolean): void;
  /** A run begins: what was true before it no longer counts. */
  beginRun(): void;
  /** Why a commit may be tested by this run; undefined when it may not. */
  clearance(commit: string): 'pushed by a member' | 'approved by a member' | undefined;
}

/** Nothing has happened yet. */
export function createTruth(): Truth {
  const pushers = new Map<string, Set<Login>>();
  const approvers = new Map<string, Set<Login>>();
  const members = flags();
  const writers = flags();
  const add = (to: Map<string, Set<Login>>, commit: string, login: Login) => {
    to.set(commit, (to.get(commit) ?? new Set()).add(login));
  };
  const some = (from: Map<string, Set<Login>>, commit: string, holds: (login: Login) => boolean) =>
    [...(from.get(commit) ?? [])].some(holds);
  return {
    pushed: (commit, by) => add(pushers, commit, by),
    approved: (commit, by) => add(approvers, commit, by),
    setMember: members.set,
    setWriter: writers.set,
    beginRun: () => {
      members.begin();
      writers.begin();
    },
    clearance: (commit) => {
      if (some(pushers, commit, members.had)) return 'pushed by a member';
      const mayApprove = (login: Login) => members.had(login) && writers.had(login);
      return some(approvers, commit, mayApprove) ? 'approved by a member' : undefined;
    },
  };
}

/** A property of people that changes: who has it now, and who has had it since the run began. */
function flags() {
  const now = new Set<Login>();
  let since = new Set<Login>();
  return {
    set: (login: Login, has: boolean) => {
      if (has) since.add(login);
      if (has) now.add(login);
      else now.delete(login);
    },
    begin: () => {
      since = new Set(now);
    },
    had: (login: Login) => since.has(login),
  };
}
