import { changesBetween, contains, mergeBase } from '../history.ts';
import { type Issue, isPull, type PullRequest, type Repository, tip } from '../repository.ts';
import type { ChangedFile, Label } from '../thread.ts';
import { accountOf, issueOf, pullOf, repositoryOf, type World } from '../world.ts';
import { deleteRepository } from './repositories.ts';

export interface NewPullRequest {
  /** The repository it is opened in. */
  repo: string;
  author: string;
  /** Where the branch lives; default `repo`. */
  headRepo?: string;
  /** Default `patch-<n>`; made from the default branch with one commit by the author when it does not exist. */
  branch?: string;
  base?: string;
  title?: string;
  body?: string | null;
  draft?: boolean;
  labels?: string[];
  /** What `author_association` claims, where a test wants it to lie. */
  association?: string;
}

/** Verbs for pull requests, issues and their labels. All throw when the repository or number is unknown. */
export function pullVerbs(world: World, push: (p: { repo: string; branch: string; by: string }) => string) {
  const touch = (issue: Issue) => {
    issue.updatedAt = world.now();
  };
  const at = (repo: string, number: number) => pullOf(repositoryOf(world, repo), number);

  return {
    /** Opens a pull request; gives it with its `number`. The head branch is pushed by the author if it is missing. */
    openPullRequest(options: NewPullRequest): PullRequest {
      const repo = repositoryOf(world, options.repo);
      const headRepo = repositoryOf(world, options.headRepo ?? options.repo);
      const branch = options.branch ?? `patch-${repo.issues.size + 1}`;
      if (!headRepo.refs.has(`refs/heads/${branch}`)) {
        push({ repo: options.headRepo ?? options.repo, branch, by: options.author });
      }
      return createPull(world, repo, headRepo, branch, options);
    },

    /** Opens a plain issue, which is no pull request although it shares the numbers and the comments. */
    openIssue(options: { repo: string; author: string; title?: string; labels?: string[] }): Issue {
      const repo = repositoryOf(world, options.repo);
      const issue: Issue = { ...newIssue(world, repo, options), pull: null };
      repo.issues.set(issue.number, issue);
      return issue;
    },

    /** Describes a label of a repository; labels that nobody described have no description, as on GitHub. */
    defineLabel(repo: string, name: string, about: { description?: string; color?: string }): void {
      Object.assign(labelOf(world, repositoryOf(world, repo), name), about);
    },

    setLabels(repo: string, number: number, names: string[]): void {
      const owner = repositoryOf(world, repo);
      const issue = issueOf(owner, number);
      issue.labels = names.map((name) => labelOf(world, owner, name));
      touch(issue);
    },

    addLabel(repo: string, number: number, name: string): void {
      const owner = repositoryOf(world, repo);
      addLabels(world, owner, issueOf(owner, number), [name]);
    },

    removeLabel(repo: string, number: number, name: string): void {
      const issue = issueOf(repositoryOf(world, repo), number);
      issue.labels = issue.labels.filter((label) => label.name.toLowerCase() !== name.toLowerCase());
      touch(issue);
    },

    closePullRequest(repo: string, number: number, options: { merged?: boolean } = {}): void {
      closePull(world, at(repo, number), options.merged ?? false);
    },

    reopenPullRequest(repo: string, number: number): void {
      const pull = at(repo, number);
      pull.state = 'open';
      pull.closedAt = null;
      touch(pull);
    },

    convertToDraft(repo: string, number: number): void {
      const pull = at(repo, number);
      pull.pull.draft = true;
      touch(pull);
    },

    /** "Edit", then another base branch. Gives what the event `edited` tells of it. */
    changeBase(
      repo: string,
      number: number,
      base: string,
    ): { base: { ref: { from: string }; sha: { from: string } } } {
      const pull = at(repo, number);
      const { ref, sha } = pull.pull.base;
      pull.pull.base = { ref: base, sha: tip(repositoryOf(world, repo), base) };
      touch(pull);
      return { base: { ref: { from: ref }, sha: { from: sha } } };
    },

    markReady(repo: string, number: number): void {
      const pull = at(repo, number);
      pull.pull.draft = false;
      touch(pull);
    },

    /** Says whether head and base can be merged: on a conflict no run starts on `pull_request`. */
    setMergeable(repo: string, number: number, mergeable: boolean): void {
      at(repo, number).pull.mergeable = mergeable;
    },

    /** The head's repository is deleted: `head.repo` is null from now on, the pull request stays open. */
    deleteHeadRepository(repo: string, number: number): void {
      const head = at(repo, number).pull.head.repo;
      if (head) deleteRepository(world, head);
    },

    /** Says which files a pull request changes; without it they are computed from the trees of base and head. */
    setFiles(repo: string, number: number, files: (string | ChangedFile)[]): void {
      at(repo, number).pull.files = files.map((file) =>
        typeof file === 'string' ? { filename: file, status: 'modified' } : file,
      );
    },
  };
}

/** Closes a pull request, merged or not. */
export function closePull(world: World, issue: PullRequest, merged: boolean): void {
  issue.state = 'closed';
  issue.pull.merged = merged;
  issue.closedAt = issue.updatedAt = world.now();
}

/** The label of that name (case ignored), made on first use with GitHub's default colour. */
export function labelOf(world: World, repo: Repository, name: string): Label {
  const known = repo.labels.get(name.toLowerCase());
  if (known) return known;
  const label: Label = { id: world.nextId(), name, color: 'ededed', description: null };
  repo.labels.set(name.toLowerCase(), label);
  return label;
}

/** Adds labels that are not there yet, keeping the order. */
export function addLabels(world: World, repo: Repository, issue: Issue, names: string[]): void {
  for (const name of names) {
    const label = labelOf(world, repo, name);
    if (!issue.labels.includes(label)) issue.labels.push(label);
  }
  issue.updatedAt = world.now();
}

/** Opens a pull request for a branch that exists. */
export function createPull(
  world: World,
  repo: Repository,
  headRepo: Repository,
  branch: string,
  options: Omit<NewPullRequest, 'repo' | 'headRepo' | 'branch'>,
): PullRequest {
  const base = options.base ?? repo.defaultBranch;
  const sha = headRepo.refs.get(`refs/heads/${branch}`);
  const baseSha = repo.refs.get(`refs/heads/${base}`);
  if (!sha || !baseSha) throw new Error(`no branch ${sha ? base : branch} to open a pull request with`);
  const issue: PullRequest = {
    ...newIssue(world, repo, options),
    pull: {
      id: world.nextId(),
      draft: options.draft ?? false,
      head: { owner: headRepo.owner, repo: headRepo, ref: branch, sha },
      base: { ref: base, sha: baseSha },
      merged: false,
      mergeable: true,
      files: null,
    },
  };
  repo.issues.set(issue.number, issue);
  repo.refs.set(`refs/pull/${issue.number}/head`, sha);
  return issue;
}

/**
 * The changed files: those a test set, else what the head has changed since it left the base. A merged pull request is
 * held against the base that it was opened for.
 */
export function changedFiles(repo: Repository, { pull }: PullRequest): ChangedFile[] {
  if (pull.files) return pull.files;
  const live = repo.refs.get(`refs/heads/${pull.base.ref}`) ?? pull.base.sha;
  const onto = contains(repo, live, pull.head.sha) ? pull.base.sha : live;
  const before = mergeBase(repo, pull.head.sha, onto)?.tree ?? new Map<string, string>();
  return changesBetween(before, repo.network.get(pull.head.sha)?.tree ?? new Map<string, string>());
}

/** Open and closed pull requests of a repository, newest first. */
export const pullsOf = (repo: Repository): PullRequest[] =>
  [...repo.issues.values()].filter(isPull).sort((a, b) => b.number - a.number);

function newIssue(
  world: World,
  repo: Repository,
  options: { author: string; title?: string; body?: string | null; labels?: string[]; association?: string },
): Omit<Issue, 'pull'> {
  const number = repo.issues.size + 1;
  return {
    id: world.nextId(),
    number,
    author: accountOf(world, options.author),
    title: options.title ?? `Change ${number}`,
    body: options.body ?? null,
    state: 'open',
    createdAt: world.now(),
    updatedAt: world.now(),
    closedAt: null,
    labels: (options.labels ?? []).map((name) => labelOf(world, repo, name)),
    comments: [],
    ...(options.association ? { association: options.association } : {}),
  };
}
