/** A real git repository that is written only once somebody wants a work tree of it. */
import { execFile, execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type CommitText, commitName, modeOf } from '../base/objects.ts';
import { gitEnvironment } from '../base/upload-pack.ts';

/** What a repository asks of git. */
export interface Git {
  /** Notes a commit on a branch; gives its name, which git will give it too. */
  commit(branch: string, commit: CommitText): string;
  /** Points a branch at a commit, or deletes it. */
  point(branch: string, sha: string | undefined): void;
  /** A work tree of that commit at `path`; gives the path. */
  workTree(sha: string, path: string): Promise<string>;
}

const run = promisify(execFile);

/** A bare repository in `folder` with an `origin` remote, as `git clone` leaves one. */
export function createGit(folder: string, origin: string, defaultBranch: string): Git {
  const options = { cwd: folder, env: gitEnvironment() };
  // What is noted and not written yet: lines for `git fast-import`, and the names that it must come to, which stand for
  // themselves only once they are written. Until then a commit is named by its mark.
  const pending: string[] = [];
  const expected: string[] = [];
  const written = (sha: string) => (expected.includes(sha) ? `:${expected.indexOf(sha) + 1}` : sha);
  let isMade = false;

  const make = () => {
    mkdirSync(folder, { recursive: true });
    execFileSync(
      'git',
      ['init', '-q', '--bare', '--template=', `--initial-branch=${defaultBranch}`],
      options,
    );
    appendFileSync(
      join(folder, 'config'),
      `[remote "origin"]\n\turl = ${origin}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n` +
        '[user]\n\tname = Sandbox\n\temail = sandbox@example.com\n',
    );
    // gitlab-ci-local learns the default branch from the remote's HEAD.
    mkdirSync(join(folder, 'refs/remotes/origin'), { recursive: true });
    writeFileSync(join(folder, 'refs/remotes/origin/HEAD'), `ref: refs/remotes/origin/${defaultBranch}\n`);
  };
  const write = () => {
    if (!isMade) make();
    isMade = true;
    const input = pending
      .splice(0)
      .map((line) => `${line}\n`)
      .join('');
    if (input === '') return;
    const names = execFileSync('git', ['fast-import', '--quiet', '--force'], { ...options, input });
    const wanted = expected.splice(0).map((name) => `${name}\n`);
    if (names.toString() !== wanted.join('')) throw new Error(`git names these commits otherwise: ${names}`);
  };

  return {
    commit: (branch, commit) => {
      const [parent] = commit.parents;
      const from = parent === undefined ? [] : [`from ${written(parent)}`];
      const name = commitName(commit);
      expected.push(name);
      pending.push(...importLines(branch, `:${expected.length}`, from, commit));
      return name;
    },
    point: (branch, sha) => {
      const target = sha === undefined ? NOWHERE : written(sha);
      for (const side of ['heads', 'remotes/origin'])
        pending.push(...reset(`refs/${side}/${branch}`, target));
    },
    workTree: async (sha, path) => {
      write();
      await run('git', ['worktree', 'add', '-q', '--detach', path, sha], options);
      return path;
    },
  };
}

/** A ref that comes from nowhere is deleted (git-fast-import(1), reset). */
const NOWHERE = '0'.repeat(40);

const reset = (ref: string, from: string) => [`reset ${ref}`, `from ${from}`, ''];

/** What `git fast-import` reads (git-fast-import(1)): one commit, and the wish to be told its name. */
function importLines(
  branch: string,
  mark: string,
  from: readonly string[],
  { files, title, who }: CommitText,
): string[] {
  return [
    `commit refs/heads/${branch}`,
    `mark ${mark}`,
    `author ${who}`,
    `committer ${who}`,
    data(title),
    ...from,
    'deleteall',
    ...Object.entries(files).map(
      ([path, content]) => `M ${modeOf(content)} inline ${path}\n${data(content)}`,
    ),
    '',
    ...reset(`refs/remotes/origin/${branch}`, mark),
    `get-mark ${mark}`,
  ];
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}`;
