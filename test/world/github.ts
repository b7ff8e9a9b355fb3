/** GitHub in memory: what it holds, and the port through which the modes and their rooms ask it. */
import type { Draft } from '../../src/duplicate/duplicate.ts';
import type { ChangedFile } from '../../src/facts/files.ts';
import type { LivePull, Person, PullComment, Push } from '../../src/facts/pull.ts';
import type { MembershipAnswer } from '../../src/gate/members.ts';
import type { Role } from '../../src/gate/roles.ts';
import type { Ports } from '../../src/modes/ports.ts';
import type { StandingStatus } from '../../src/report/status.ts';
import { alice, bob, carol, dave, githubFailure, livePull, mallory, record } from '../gate/build.ts';
import { type Answer, answerOf, type Carry, straight } from './calls.ts';

/** Numeric id of `github-actions[bot]`, as which a job's token writes. */
export const ownAccount = 41_898_282;

/** A commit status as it was written. */
export interface WrittenStatus extends StandingStatus {
  readonly commit: string;
  readonly description: string;
}

/**
 * What GitHub holds; tests change it at will, also between two calls. A failure in place of a value is what every call
 * for it throws. People are named by login: who is not named is no member, and may read.
 */
export interface GitHubWorld {
  readonly pulls: Map<number, Answer<LivePull>>;
  people: Record<string, Answer<Person | null>>;
  members: Record<string, Answer<MembershipAnswer>>;
  /** Whom the list of members shows; who is not named here is on it as `members` says. */
  listed: Record<string, Answer<boolean>>;
  /** Whether the organisation exists. */
  organization: Answer<boolean>;
  publicMembers: Record<string, Answer<boolean>>;
  /** By `team/login`. */
  teams: Record<string, Answer<MembershipAnswer>>;
  roles: Record<string, Answer<Role>>;
  /**
   * The record of whatever branch is asked about, newest first; undefined: it cannot be seen. `whole`: the author of the
   * pull request has made its branch, and nobody else has pushed.
   */
  pushes: Answer<readonly Push[] | undefined> | 'whole';
  /** Whether a commit is on a branch. */
  onBranch: (commit: string, branch: string) => Answer<boolean>;
  /** Branches that have a commit as their head. */
  branchesAt: Answer<readonly string[]>;
  /** Of whatever pull request is asked about, oldest first. */
  comments: Answer<readonly PullComment[]>;
  /** Id of the newest comment of ours: none is given twice. */
  newestComment: number;
  /** What a look at one comment shows, where that differs from the list by now; undefined: it was deleted. */
  looked: Record<number, Answer<PullComment | undefined>>;
  /** Whether the text of a comment was changed. */
  edited: (id: number) => Answer<boolean>;
  /** Whether a comment is hidden. */
  hidden: (id: number) => boolean;
  /** Every status that was ever written, oldest first. */
  readonly statuses: WrittenStatus[];
  /** Whether a commit has more statuses than are read. */
  historyCut: boolean;
  /** Branches of the repository, with their commits. */
  readonly branches: Map<string, string>;
  /** The commit that a new branch really gets; undefined: the one that was asked for. */
  branchesGet: string | undefined;
  /** What the pull request changes, and whether GitHub tells all of it. */
  files: readonly ChangedFile[];
  filesComplete: boolean;
  readonly drafts: Draft[];
  /** Comments of ours, oldest first. */
  readonly said: string[];
}

const writers = { alice: 'write', bob: 'write', carol: 'write', dave: 'write' } as const;
const members = { alice: 'active', bob: 'active', carol: 'active', dave: 'active' } as const;

/** Pull request 42 is open; alice, bob, carol and dave are members who may write, mallory is not. */
export const githubWorld = (over: Partial<GitHubWorld> = {}): GitHubWorld => ({
  pulls: new Map([[42, livePull()]]),
  people: { alice, bob, carol, dave, mallory },
  members: { ...members },
  listed: {},
  organization: true,
  publicMembers: {},
  teams: {},
  roles: { ...writers },
  pushes: 'whole',
  onBranch: () => false,
  branchesAt: [],
  comments: [],
  newestComment: 1_000,
  looked: {},
  edited: () => false,
  hidden: () => false,
  statuses: [],
  historyCut: false,
  branches: new Map(),
  branchesGet: undefined,
  files: [{ path: 'src/main.rs', from: undefined }],
  filesComplete: true,
  drafts: [],
  said: [],
  ...over,
});

/** The newest status of each context of a commit. */
export const standingOn = ({ statuses }: GitHubWorld, commit: string): readonly WrittenStatus[] => [
  ...new Map(
    statuses.filter((one) => one.commit === commit).map((one) => [one.context, one] as const),
  ).values(),
];

/** GitHub as one run asks it. `now` is its clock. */
export function githubClient(
  world: GitHubWorld,
  carry: Carry = straight,
  now: () => number = () => 0,
): Ports['github'] {
  const on = <T>(line: string, read: () => Answer<T>): Promise<T> => carry(line, () => answerOf(read()));
  const open = ({ open }: LivePull): boolean => open;
  const all = (): LivePull[] => [...world.pulls.values()].map(answerOf);
  const wholeRecord = (repository: string, branch: string): readonly Push[] => {
    const pull = all().find(({ head }) => head.repository === repository && head.branch === branch);
    return pull ? record([pull.author, pull.head.sha]) : [];
  };
  const commentOf = (id: number) =>
    Object.hasOwn(world.looked, id)
      ? world.looked[id]
      : answerOf(world.comments).find((one) => one.id === id);
  return {
    pull: (number) => on(`pull ${number}`, () => world.pulls.get(number) ?? githubFailure('not-found', 404)),
    openPulls: () => on('open pulls', () => all().filter(open)),
    pullsFrom: (owner, branch) => on(`pulls from ${owner}:${branch}`, all),
    person: (login) => on(`person ${login}`, () => world.people[login] ?? null),
    organizationMembership: (org, login) =>
      on(`member ${org} ${login}`, () => world.members[login] ?? 'absent'),
    listedMember: (org, login) =>
      on(`listed ${org} ${login}`, () => world.listed[login] ?? world.members[login] === 'active'),
    organizationExists: (org) => on(`organization ${org}`, () => world.organization),
    publicMember: (org, login) => on(`public ${org} ${login}`, () => world.publicMembers[login] ?? false),
    teamMembership: (org, team, login) =>
      on(`team ${org}/${team} ${login}`, () => world.teams[`${team}/${login}`] ?? 'absent'),
    role: (login) => on(`role ${login}`, () => world.roles[login] ?? 'read'),
    repository: 'acme/engine',
    pushes: (repository, branch) =>
      on(`pushes ${repository} ${branch}`, () =>
        world.pushes === 'whole' ? wholeRecord(repository, branch) : world.pushes,
      ),
    isOnBranch: (commit, branch) => on(`on branch ${branch}`, () => world.onBranch(commit, branch)),
    branchesAt: () => on('branches at', () => world.branchesAt),
    comments: (pull) => on(`comments ${pull}`, () => world.comments),
    comment: (id) => on(`comment ${id}`, () => commentOf(id)),
    altered: ({ id }) =>
      on(`altered ${id}`, () => ({ edited: answerOf(world.edited(id)), hidden: world.hidden(id) })),
    react: (id, reaction) => on(`react ${id} ${reaction}`, () => undefined),
    say: (pull, body) => on(`say ${pull}`, () => void world.said.push(body)),
    statuses: (commit) => on('statuses', () => standingOn(world, commit)),
    setStatus: (commit, status) =>
      on(`status ${status.context}: ${status.state}: ${status.description}`, () => {
        world.statuses.push({ commit, ...status, at: now() });
      }),
    history: (commit) =>
      on('history', () =>
        world.historyCut ? undefined : world.statuses.filter((one) => one.commit === commit).toReversed(),
      ),
    filesOf: (base, commit) =>
      on(`files ${base}...${commit}`, () => ({ files: world.files, complete: world.filesComplete })),
    changedFiles: (base, commit) =>
      on(`files ${base}...${commit}`, () => ({ files: world.files, complete: world.filesComplete })),
    createBranch: (name, commit) =>
      on(`create ${name}`, () => void world.branches.set(name, world.branchesGet ?? commit)),
    branchHead: (name) => on(`head ${name}`, () => world.branches.get(name)),
    branchesLike: (start) =>
      on(`branches ${start}`, () =>
        [...world.branches]
          .filter(([name]) => name.startsWith(start))
          .map(([name, head]) => ({ name, head })),
      ),
    deleteBranch: (name) => on(`delete ${name}`, () => void world.branches.delete(name)),
    ownAccount: () => on('own account', () => ownAccount),
    createComment: (number, body) =>
      on(`comment on ${number}`, () => {
        const all = answerOf(world.comments);
        const id = Math.max(world.newestComment, ...all.map((one) => one.id)) + 1;
        world.newestComment = id;
        const [createdAt, updatedAt] = [new Date(now()).toISOString(), new Date(now()).toISOString()];
        const author = { id: ownAccount, login: 'github-actions[bot]', type: 'Bot' } as const;
        world.comments = [...all, { id, nodeId: `IC_${id}`, author, body, createdAt, updatedAt }];
        return id;
      }),
    editComment: (id, body) =>
      on(`edit comment ${id}`, () => {
        if (commentOf(id) === undefined) throw githubFailure('not-found', 404);
        world.comments = answerOf(world.comments).map((one) => (one.id === id ? { ...one, body } : one));
      }),
    deleteComment: (id) =>
      on(`delete comment ${id}`, () => {
        if (commentOf(id) === undefined) throw githubFailure('not-found', 404);
        world.comments = answerOf(world.comments).filter((one) => one.id !== id);
      }),
    openDraft: (draft) =>
      on(`draft ${draft.branch}`, () => {
        world.drafts.push(draft);
        return 77;
      }),
  };
}
