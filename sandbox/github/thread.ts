/** Issues and pull requests, and what is said and put on them. */
import type { Account } from './people.ts';
import type { Repository } from './world.ts';

export interface Label {
  id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface Reaction {
  id: number;
  user: Account;
  content: string;
  createdAt: number;
}

export interface Comment {
  id: number;
  author: Account;
  body: string;
  createdAt: number;
  updatedAt: number;
  /** When the body was last edited; GraphQL calls it `lastEditedAt`. A change of `updatedAt` alone is no edit. */
  editedAt: number | null;
  editor: Account | null;
  /** Why it was hidden, as REST words it (`off-topic`, `outdated`, …); null: it is not. */
  minimized: string | null;
  reactions: Reaction[];
  association?: string;
}

export interface ChangedFile {
  filename: string;
  status: 'added' | 'removed' | 'modified' | 'renamed';
  previous_filename?: string;
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
