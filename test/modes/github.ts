import type { Clock } from '../../src/clock.ts';
import type { Role } from '../../src/gate/approval.ts';
import type { LivePull, PullComment, Push } from '../../src/gate/facts.ts';
import type { Bridge } from '../../src/modes/bridge.ts';
import type { StandingStatus } from '../../src/report/status.ts';
import { githubFailure, livePull, user } from '../gate/build.ts';
import { type Noted, noted } from './gitlab.ts';

/** What GitHub knows; tests change it at will, also between two calls. */
export interface GitHubState {
  readonly pulls: Map<number, LivePull>;
  readonly members: Set<string>;
  readonly roles: Map<string, Role>;
  readonly comments: PullComment[];
  /** By commit and context. */
  readonly statuses: Map<string, StandingStatus>;
  readonly branches: Set<string>;
  /** Newest first, of the head's branch. */
  readonly pushes: Push[];
}

const writers = ['alice', 'bob', 'carol', 'dave'];

/** Pull request 42 is open; alice, bob, carol and dave are members who may write. */
export const gitHubState = (): GitHubState => ({
  pulls: new Map([[42, livePull()]]),
  members: new Set(writers),
  roles: new Map(writers.map((login) => [login, 'write'])),
  comments: [],
  statuses: new Map(),
  branches: new Set(),
  pushes: [],
});

/** GitHub as one run uses it. A call that no test has a use for fails the run. */
export function fakeGitHub(state: GitHubState, clock: Clock, calls: Noted): Bridge['github'] {
  const on = <T>(line: string, act: () => T): Promise<T> => noted(calls, line, act);
  const known: Partial<Bridge['github']> = {
    pull: (number) =>
      on(`github pull ${number}`, () => {
        const pull = state.pulls.get(number);
        if (!pull) throw githubFailure('not-found', 404);
        return pull;
      }),
    openPulls: () => on('github open pulls', () => [...state.pulls.values()].filter(({ open }) => open)),
    pullsFrom: (owner, branch) => on(`github pulls from ${owner}:${branch}`, () => [...state.pulls.values()]),
    person: (login) => on(`github person ${login}`, () => user(login, 1_000 + login.length)),
    organizationMembership: (_, login) =>
      on(`github member ${login}`, () => (state.members.has(login) ? 'active' : 'absent')),
    listedMember: (_, login) => on(`github listed ${login}`, () => state.members.has(login)),
    organizationExists: () => on('github organization', () => true),
    publicMember: (_, login) => on(`github public ${login}`, () => state.members.has(login)),
    teamMembership: (_, team, login) => on(`github team ${team} ${login}`, () => 'absent'),
    role: (login) => on(`github role ${login}`, () => state.roles.get(login) ?? 'read'),
    pushes: () => on('github pushes', () => state.pushes),
    comments: () => on('github comments', () => state.comments),
    comment: (id) => on(`github comment ${id}`, () => state.comments.find((one) => one.id === id)),
    edited: ({ id }) => on(`github edited ${id}`, () => false),
    react: (id, reaction) => on(`react ${id} ${reaction}`, () => undefined),
    statuses: (commit) =>
      on('github statuses', () =>
        [...state.statuses].filter(([at]) => at.startsWith(commit)).map(([, one]) => one),
      ),
    setStatus: (commit, { state: shown, description, context, targetUrl }) =>
      on(`status ${context}: ${shown}: ${description}`, () => {
        state.statuses.set(`${commit} ${context}`, { context, state: shown, targetUrl, at: clock.now() });
      }),
    branchesLike: () => on('github branches', () => [...state.branches]),
    deleteBranch: (branch) => on(`github delete ${branch}`, () => void state.branches.delete(branch)),
  };
  return new Proxy(known as Bridge['github'], {
    get: (target, name: keyof Bridge['github']) =>
      target[name] ?? (() => Promise.reject(new Error(`${String(name)} was not to be called`))),
  });
}
