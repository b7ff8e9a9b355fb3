import { named } from '../commit.ts';
import type { Account, RepositoryRole } from '../people.ts';
import { type Activity, type Commit, fullName, isPull, type Repository } from '../repository.ts';
import { accountOf, iso, repositoryOf, type World, zeroSha } from '../world.ts';

export interface Push {
  repo: string;
  branch: string;
  by: string;
  /** Path to new content; null removes the file. */
  files?: Record<string, string | null>;
  /** Rewrites the branch: the new commit replaces the old head instead of following it. */
  force?: boolean;
  /** A known commit moves the branch to it; an unknown SHA becomes the new commit's, which nobody can fetch then. */
  sha?: string;
  message?: string;
  /** The date the commit claims, virtual milliseconds; any lie is possible. */
  date?: number;
}

/** Verbs that make and change repositories, their branches and who may do what in them. */
export function repositoryVerbs(world: World) {
  const enroll = (owner: Account, name: string, rest: Partial<Repository>): Repository => {
    const repo: Repository = {
      id: world.nextId(),
      owner,
      name,
      private: false,
      defaultBranch: 'main',
      parent: null,
      createdAt: world.now(),
      pushedAt: world.now(),
      network: new Map(),
      refs: new Map(),
      activity: [],
      showsActivity: true,
      collaborators: new Map(),
      labels: new Map(),
      issues: new Map(),
      statuses: [],
      actionsMayOpenPullRequests: false,
      setUp: {
        policies: [],
        environments: new Map(),
        secrets: new Map(),
        organizationSecrets: new Set(),
        required: [],
        usualPermissions: 'read',
      },
      ...rest,
    };
    world.repositories.set(fullName(repo).toLowerCase(), repo);
    return repo;
  };

  return {
    /** `owner/name`, with one commit on its default branch. The owner must exist. */
    addRepository(
      name: string,
      options: { defaultBranch?: string; private?: boolean; actionsMayOpenPullRequests?: boolean } = {},
    ): Repository {
      const [owner = '', short = ''] = name.split('/');
      const account = accountOf(world, owner);
      const repo = enroll(account, short, options);
      const first = named({
        parents: [],
        author: account.login,
        message: 'Initial commit',
        date: world.now(),
        tree: new Map([['README.md', `# ${short}\n`]]),
      });
      repo.network.set(first.sha, first);
      repo.refs.set(`refs/heads/${repo.defaultBranch}`, first.sha);
      return repo;
    },

    /** A fork of `name` under `owner`, sharing its commits. */
    fork(name: string, owner: string, as?: string): Repository {
      const parent = repositoryOf(world, name);
      const branches = [...parent.refs].filter(([ref]) => ref.startsWith('refs/heads/'));
      return enroll(accountOf(world, owner), as ?? parent.name, {
        parent,
        private: parent.private,
        defaultBranch: parent.defaultBranch,
        network: parent.network,
        refs: new Map(branches),
      });
    },

    /** The old name answers 301 from now on, as GitHub's does. */
    renameRepository(from: string, to: string): void {
      const repo = repositoryOf(world, from);
      world.repositories.delete(from.toLowerCase());
      world.renamed.set(from.toLowerCase(), repo);
      repo.name = to.split('/')[1] ?? to;
      world.repositories.set(fullName(repo).toLowerCase(), repo);
    },

    /** Gives `login` a role in one repository; a pending one is an invitation nobody has accepted. */
    setCollaborator(
      repo: string,
      login: string,
      role: RepositoryRole,
      options: { state?: 'active' | 'pending' } = {},
    ): void {
      const user = accountOf(world, login);
      const entry = { user, role, state: options.state ?? ('active' as const) };
      repositoryOf(world, repo).collaborators.set(login.toLowerCase(), entry);
    },

    /**
     * Pushes one commit and gives its SHA. The branch's activity gets an entry, and every open pull request from
     * this branch gets the new head. The push is not checked for rights: a test decides who gets in.
     */
    push(push: Push): string {
      const repo = repositoryOf(world, push.repo);
      const ref = `refs/heads/${push.branch}`;
      const before = repo.refs.get(ref);
      const commit = (push.sha && repo.network.get(push.sha)) || newCommit(world, repo, push);
      repo.network.set(commit.sha, commit);
      const kind = before && push.force ? 'force_push' : 'push';
      moveRef(world, repo, ref, commit.sha, accountOf(world, push.by), kind);
      return commit.sha;
    },

    /** From now on its activity is answered with 404, as where the asker may not know of it. */
    hideActivity(name: string): void {
      repositoryOf(world, name).showsActivity = false;
    },

    /** Loses entries of the activity, as a feed does that lags for ever or forgets. Throws where there is none such. */
    loseActivity(name: string, which: (entry: Activity) => boolean): void {
      const repo = repositoryOf(world, name);
      const left = repo.activity.filter((entry) => !which(entry));
      if (left.length === repo.activity.length) throw new Error(`${name} has no such activity`);
      repo.activity = left;
    },

    /** Deletes a branch; its pull requests close, as on GitHub. */
    deleteBranch(name: string, branch: string, by: string): void {
      const repo = repositoryOf(world, name);
      deleteRef(world, repo, `refs/heads/${branch}`, accountOf(world, by));
    },

    /** Sets a tag on a commit (default: the head of the default branch). */
    tag(name: string, tag: string, sha?: string): string {
      const repo = repositoryOf(world, name);
      const target = sha ?? repo.refs.get(`refs/heads/${repo.defaultBranch}`) ?? zeroSha;
      repo.refs.set(`refs/tags/${tag}`, target);
      return target;
    },
  };
}

function newCommit(world: World, repo: Repository, push: Push): Commit {
  const head =
    repo.refs.get(`refs/heads/${push.branch}`) ?? repo.refs.get(`refs/heads/${repo.defaultBranch}`);
  const current = head ? repo.network.get(head) : undefined;
  const parent = push.force ? (current?.parents[0] ?? head) : head;
  const tree = new Map(parent ? repo.network.get(parent)?.tree : undefined);
  const files = push.files ?? { [`changes/${iso(world.now())}-${world.nextId()}.txt`]: 'changed\n' };
  for (const [path, content] of Object.entries(files)) {
    if (content === null) tree.delete(path);
    else tree.set(path, content);
  }
  const commit = named({
    parents: parent ? [parent] : [],
    author: push.by,
    message: push.message ?? 'Change',
    date: push.date ?? world.now(),
    tree,
  });
  return push.sha === undefined ? commit : { ...commit, sha: push.sha };
}

/** Points a ref at a commit, writes the activity entry and moves the open pull requests of that branch. */
export function moveRef(
  world: World,
  repo: Repository,
  ref: string,
  sha: string,
  actor: Account,
  kind: 'push' | 'force_push' | 'pr_merge' = 'push',
): void {
  const before = repo.refs.get(ref);
  repo.refs.set(ref, sha);
  repo.pushedAt = world.now();
  record(world, repo, {
    actor,
    before: before ?? zeroSha,
    after: sha,
    ref,
    activity_type: before ? kind : 'branch_creation',
  });
  for (const { issue, base } of pullsFrom(world, repo, ref)) {
    issue.pull.head.sha = sha;
    issue.updatedAt = world.now();
    base.refs.set(`refs/pull/${issue.number}/head`, sha);
  }
}

/** Removes a ref, writes the activity entry and closes the pull requests of that branch. */
export function deleteRef(world: World, repo: Repository, ref: string, actor: Account): void {
  const before = repo.refs.get(ref) ?? zeroSha;
  repo.refs.delete(ref);
  record(world, repo, { actor, before, after: zeroSha, ref, activity_type: 'branch_deletion' });
  for (const { issue } of pullsFrom(world, repo, ref)) {
    issue.state = 'closed';
    issue.closedAt = issue.updatedAt = world.now();
  }
}

/** Removes a repository; pull requests from it stay open but lose their head repository ("unknown repository"). */
export function deleteRepository(world: World, repo: Repository): void {
  world.repositories.delete(fullName(repo).toLowerCase());
  for (const base of world.repositories.values()) {
    for (const issue of base.issues.values()) {
      if (issue.pull?.head.repo === repo) issue.pull.head.repo = null;
    }
  }
}

function record(world: World, repo: Repository, entry: Omit<Activity, 'id' | 'timestamp'>): void {
  if (!entry.ref.startsWith('refs/heads/')) return;
  repo.activity.push({ id: world.nextId(), timestamp: world.now(), ...entry });
}

function pullsFrom(world: World, repo: Repository, ref: string) {
  const branch = ref.replace(/^refs\/heads\//, '');
  return [...world.repositories.values()].flatMap((base) =>
    [...base.issues.values()]
      .filter(isPull)
      .filter((issue) => issue.state === 'open')
      .filter(({ pull }) => pull.head.repo === repo && pull.head.ref === branch)
      .map((issue) => ({ issue, base })),
  );
}
