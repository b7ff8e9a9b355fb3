/** A repository, with its commits, issues, pull requests and statuses. */

import type { Account, Collaborator } from './people.ts';
import type { Policy } from './policy.ts';
import type { ChangedFile, Comment, Label } from './thread.ts';

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

/** What only a pull request has. `repo` of the head is null once its repository is deleted. */
export interface PullHalf {
  id: number;
  draft: boolean;
  head: { owner: Account; repo: Repository | null; ref: string; sha: string };
  base: { ref: string; sha: string };
  merged: boolean;
  /** False: a conflict with the base. */
  mergeable: boolean;
  files: ChangedFile[] | null;
}

/** An issue; a pull request is an issue with `pull`. Both count in one row of numbers. */
export interface Issue {
  id: number;
  number: number;
  author: Account;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  createdAt: number;
  updatedAt: number;
  closedAt: number | null;
  labels: Label[];
  comments: Comment[];
  association?: string;
  pull: PullHalf | null;
}

export interface PullRequest extends Issue {
  pull: PullHalf;
}

export const isPull = (issue: Issue | undefined): issue is PullRequest => issue?.pull != null;

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

/** What an administrator sets up in a repository. */
export interface SetUp {
  /** Actions policies of the repository and of the levels above it. */
  policies: Policy[];
  /** Environment → which branches may use it: any, protected ones, or those of a list. */
  environments: Map<string, 'any' | 'protected' | 'named'>;
  /** `''` is the repository itself, else an environment → names of its secrets. */
  secrets: Map<string, Set<string>>;
  /** Names of the organisation's secrets that are shared with it. */
  organizationSecrets: Set<string>;
  /** What rulesets require on the default branch; `integration` is the App that must write it. */
  required: { context: string; integration: number | undefined }[];
  /** What a job's token may do where the file says nothing; GitHub's default is `read`. */
  usualPermissions: 'read' | 'write';
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
  setUp: SetUp;
}

export const fullName = (repo: Repository): string => `${repo.owner.login}/${repo.name}`;

/** The head of a branch. Throws when there is none. */
export function tip(repo: Repository, branch: string): string {
  const sha = repo.refs.get(`refs/heads/${branch}`);
  if (sha === undefined) throw new Error(`there is no branch ${branch}`);
  return sha;
}
