import { execFile, execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** One commit of a repository. `at` is in virtual milliseconds. */
export interface Commit {
  sha: string;
  parent: string | undefined;
  files: Record<string, string>;
  title: string;
  at: number;
}

/** A real git repository with an `origin` remote, and what it holds, kept in memory for quick answers. */
export interface Repository {
  branches: Map<string, string>;
  /** Tags, with the commits that they stand for. */
  tags: Map<string, string>;
  commits: Map<string, Commit>;
  /**
   * Commits `files` (path → content, null deletes) on top of the branch, or on top of `from` when the branch is new.
   * Gives the new SHA (40 hex).
   */
  commit(branch: string, files: Record<string, string | null>, from?: string): string;
  /** Makes a branch that points at an existing commit. */
  branchAt(branch: string, sha: string): void;
  deleteBranch(branch: string): void;
  /** The folder of a work tree of that commit. Callers copy it; nobody writes into it. */
  checkout(sha: string): Promise<string>;
}

const run = promisify(execFile);

// Nothing of this machine's git may reach the repository: neither its configuration nor a repository around it.
const gitEnvironment = () => ({
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
});

/** Makes an empty repository in `folder`. `origin` is the URL of its remote, which nobody ever calls. */
export function createRepository(
  folder: string,
  origin: string,
  defaultBranch: string,
  now: () => number,
): Repository {
  const gitFolder = join(folder, 'repository');
  const options = { cwd: gitFolder, env: gitEnvironment() };
  mkdirSync(gitFolder, { recursive: true });
  execFileSync('git', ['init', '-q', '--bare', `--initial-branch=${defaultBranch}`], options);
  appendFileSync(
    join(gitFolder, 'config'),
    `[remote "origin"]\n\turl = ${origin}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n` +
      '[user]\n\tname = Sandbox\n\temail = sandbox@example.com\n',
  );
  // gitlab-ci-local learns the default branch from the remote's HEAD.
  mkdirSync(join(gitFolder, 'refs/remotes/origin'), { recursive: true });
  writeFileSync(join(gitFolder, 'refs/remotes/origin/HEAD'), `ref: refs/remotes/origin/${defaultBranch}\n`);

  const branches = new Map<string, string>();
  const commits = new Map<string, Commit>();
  const checkouts = new Map<string, Promise<string>>();

  const importStream = (stream: string) =>
    execFileSync('git', ['fast-import', '--quiet', '--force'], {
      ...options,
      input: stream,
      encoding: 'utf8',
    }).trim();

  return {
    branches,
    tags: new Map(),
    commits,
    commit: (branch, changes, from) => {
      const parent = branches.get(branch) ?? (from === undefined ? undefined : branches.get(from));
      const files = applied(parent === undefined ? {} : (commits.get(parent)?.files ?? {}), changes);
      const title = `Commit ${commits.size + 1}`;
      const at = now();
      const sha = importStream(commitStream(branch, parent, files, title, at));
      branches.set(branch, sha);
      commits.set(sha, { sha, parent, files, title, at });
      return sha;
    },
    branchAt: (branch, sha) => {
      importStream(
        `reset refs/heads/${branch}\nfrom ${sha}\n\nreset refs/remotes/origin/${branch}\nfrom ${sha}\n\n`,
      );
      branches.set(branch, sha);
    },
    deleteBranch: (branch) => {
      execFileSync('git', ['update-ref', '-d', `refs/heads/${branch}`], options);
      execFileSync('git', ['update-ref', '-d', `refs/remotes/origin/${branch}`], options);
      branches.delete(branch);
    },
    checkout: (sha) => {
      const known = checkouts.get(sha);
      if (known) return known;
      const tree = join(folder, `tree-${sha.slice(0, 12)}`);
      const made = run('git', ['worktree', 'add', '-q', '--detach', tree, sha], options).then(() => tree);
      checkouts.set(sha, made);
      return made;
    },
  };
}

function applied(
  files: Record<string, string>,
  changes: Record<string, string | null>,
): Record<string, string> {
  const merged = Object.entries({ ...files, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return Object.fromEntries(merged);
}

/** What `git fast-import` reads (git-fast-import documentation): one commit, and the wish to be told its SHA. */
function commitStream(
  branch: string,
  parent: string | undefined,
  files: Record<string, string>,
  title: string,
  at: number,
): string {
  const who = `Sandbox <sandbox@example.com> ${Math.floor(at / 1000)} +0000`;
  const lines = [
    `commit refs/heads/${branch}`,
    'mark :1',
    `author ${who}`,
    `committer ${who}`,
    data(title),
    ...(parent === undefined ? [] : [`from ${parent}`]),
    'deleteall',
    ...Object.entries(files).map(
      ([path, content]) => `M ${content.startsWith('#!') ? 100755 : 100644} inline ${path}\n${data(content)}`,
    ),
    '',
    `reset refs/remotes/origin/${branch}`,
    'from :1',
    '',
    'get-mark :1',
    '',
  ];
  return lines.join('\n');
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}`;
