/** Commits as git knows them: the name, the address and the text that make up their SHA. */
import { type CommitText, commitName } from '../base/objects.ts';
import type { Commit } from './repository.ts';

/** The address that a commit carries, which belongs to nobody. */
export const email = (login: string): string =>
  `${login.replace(/[^A-Za-z0-9-]/g, '')}@users.noreply.example.com`;

/** The commit, with the SHA that git gives to it. */
export const named = (commit: Omit<Commit, 'sha'>): Commit => ({
  sha: commitName(textOf(commit)),
  ...commit,
});

/** What its SHA depends on. */
export const textOf = ({ parents, author, message, date, tree }: Omit<Commit, 'sha'>): CommitText => ({
  parents,
  files: Object.fromEntries(tree),
  title: message,
  who: `${author} <${email(author)}> ${Math.floor(date / 1000)} +0000`,
});
