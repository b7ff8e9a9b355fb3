import { randomBytes } from 'node:crypto';
import type { Account, Collaborator, Organization } from './people.ts';
import { type Issue, isPull, type Label, type PullRequest } from './thread.ts';

export interface Commit {
  sha: string;
  parents: string[];
  author: string;
  message: string;
  /** What the commit itself claims; anybody may write anything here. */
  date: number;
  /** The whole tree: path to content. */
  tree: Map<string, string>;
}

export interface Activity {
  id: number;
  actor: Account;
  before: string;
  after: string;
  ref: string;
  activity_type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge';
  timestamp: number;
}

export interface Status {
  id: number;
  sha: string;
  context: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  description: string | null;
  target_url: string | null;
  creator: Account;
  createdAt: number;
}

export interface Repository {
  id: number;
  owner: Account;
  name: string;
  private: boolean;
  defaultBranch: string;
  parent: Repository | null;
  createdAt: number;
  pushedAt: number;
  /** Shared by a repository and all its forks, as on GitHub: a fork's commit resolves in the parent too. */
  network: Map<string, Commit>;
  /** `refs/heads/…`, `refs/tags/…` and `refs/pull/<n>/head` to a SHA. */
  refs: Map<string, string>;
  activity: Activity[];
  /** False: its activity is answered with 404, as where the asker may not know of it. */
  showsActivity: boolean;
  collaborators: Map<string, Collaborator>;
  labels: Map<string, Label>;
  issues: Map<number, Issue>;
  statuses: Status[];
  /** "Allow GitHub Actions to create and approve pull requests"; GitHub's default is off. */
  actionsMayOpenPullRequests: boolean;
}

/** Knobs for what the documentation leaves open or what changes between installations. */
export interface Settings {
  /**
   * Whether `POST git/refs` accepts a commit that only a fork has; reports conflict (docs/facts/github.md, "Branches").
   */
  forkCommitsMakeRefs: boolean;
  /** Virtual milliseconds until a push shows up in the activity list. */
  activityLag: number;
  /** Whether an App's or a job's token without a permission is refused reads of a public repository it covers. */
  strictReads: boolean;
}

/** The whole state of the fake GitHub. Keys of maps are lower-case where GitHub ignores case. */
export interface World {
  url: string;
  now(): number;
  nextId(): number;
  accounts: Map<string, Account>;
  organizations: Map<string, Organization>;
  repositories: Map<string, Repository>;
  renamed: Map<string, Repository>;
  settings: Settings;
}

/** An empty world. `now` gives virtual milliseconds. */
export function createWorld(now: () => number, url: string): World {
  let id = 1_700_000_000;
  return {
    url,
    now,
    nextId: () => {
      id += 1;
      return id;
    },
    accounts: new Map(),
    organizations: new Map(),
    repositories: new Map(),
    renamed: new Map(),
    settings: { forkCommitsMakeRefs: true, activityLag: 0, strictReads: true },
  };
}

/** 40 random hex digits. */
export const randomSha = (): string => randomBytes(20).toString('hex');

export const zeroSha = '0'.repeat(40);

/** GitHub's time stamps: whole seconds, so two changes within one second look alike. */
export const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export const fullName = (repo: Repository): string => `${repo.owner.login}/${repo.name}`;

/** The account of that login, which the test must have added. */
export function accountOf(world: World, login: string): Account {
  const account = world.accounts.get(login.toLowerCase());
  if (!account) throw new Error(`the sandbox's GitHub has no account ${login}`);
  return account;
}

/** The organisation of that login, which the test must have added. */
export function organizationOf(world: World, login: string): Organization {
  const organization = world.organizations.get(login.toLowerCase());
  if (!organization) throw new Error(`the sandbox's GitHub has no organisation ${login}`);
  return organization;
}

/** The repository `owner/name`, which the test must have added. */
export function repositoryOf(world: World, name: string): Repository {
  const repo = world.repositories.get(name.toLowerCase());
  if (!repo) throw new Error(`the sandbox's GitHub has no repository ${name}`);
  return repo;
}

/** Issue or pull request by number, which the test must have opened. */
export function issueOf(repo: Repository, number: number): Issue {
  const issue = repo.issues.get(number);
  if (!issue) throw new Error(`${fullName(repo)} has no issue or pull request ${number}`);
  return issue;
}

/** Pull request by number, which the test must have opened. */
export function pullOf(repo: Repository, number: number): PullRequest {
  const issue = issueOf(repo, number);
  if (!isPull(issue)) throw new Error(`${fullName(repo)}#${number} is an issue, not a pull request`);
  return issue;
}
