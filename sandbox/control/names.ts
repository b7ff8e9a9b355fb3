/** Names of branches and files that git takes; what it refuses never comes to GitHub. */
import { Refusal } from './refusal.ts';

/** What no name of a branch holds (git docs, "git-check-ref-format"). */
const noBranch =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /^[-/]|^@$|^refs\/|(?:^|\/)\.|\.\.|\/\/|@\{|[\u0000-\u0020\u007f~^:?*[\\]|\.lock(?:\/|$)|[./]$|^[0-9a-f]{40}$/;

/** Gives the name. Throws a Refusal with 422 for one that git, or GitHub, refuses. */
export function branchNamed(name: string): string {
  if (!noBranch.test(name)) return name;
  throw new Refusal(422, `${JSON.stringify(name)} is no name of a branch (git check-ref-format --branch)`);
}

/** Gives the path. Throws a Refusal with 422 for one that leads out of a work tree, or to no file. */
export function fileNamed(path: string): string {
  const isIn = path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git');
  if (isIn && !/[\0\\]/.test(path)) return path;
  throw new Refusal(422, `${JSON.stringify(path)} is no path of a file in a repository`);
}
