/** What is said in an issue, and put on it. */
import type { Account } from './people.ts';

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
