import { createGaps, type Gaps } from '../base/gaps.ts';
import type { Account, Organization } from './people.ts';
import { fullName, type Issue, isPull, type PullRequest, type Repository } from './repository.ts';

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
  /** What was asked for that is not imitated. */
  gaps: Gaps;
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
    gaps: createGaps('GitHub'),
  };
}

export const zeroSha = '0'.repeat(40);

/** GitHub's time stamps: whole seconds, so two changes within one second look alike. */
export const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

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
