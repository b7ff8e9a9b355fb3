/** Commits: one, two compared, and the branches that one is the head of. */
import { type Context, Hono } from 'hono';
import { need } from '../access.ts';
import type { Api, Env } from '../api.ts';
import { changesBetween, commitsBetween, mergeBase, resolve } from '../history.ts';
import { page } from '../pages.ts';
import { refuse } from '../refusals.ts';
import type { Commit, Repository } from '../repository.ts';
import { comparisonShape } from '../shapes/comparison.ts';
import { commitShape, shortBranch } from '../shapes/git.ts';
import { fileShape } from '../shapes/pull.ts';
import type { World } from '../world.ts';

/** As many commits at most come without `per_page` and `page` (GitHub docs, "Compare two commits"). */
const mostCommits = 250;

/** Both need Contents: read (GitHub docs, "Permissions required for fine-grained personal access tokens"). */
export function commitRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();

  app.get('/compare/:basehead{.+}', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['contents'], 'read');
    const [from = '', to = '', ...rest] = c.req.param('basehead').split('...');
    const base = named(world, repo, from);
    const head = named(world, repo, to);
    if (!base || !head || rest.length > 0) return refuse(404, 'Not Found');
    const middle = mergeBase(repo, head.sha, base.sha);
    if (!middle) return refuse(404, `No common ancestor between ${from} and ${to}.`);
    const ahead = commitsBetween(repo, base.sha, head.sha);
    const behind = commitsBetween(repo, head.sha, base.sha);
    const { commits, isFirst } = shown(world, c, ahead);
    const about = { names: `${from}...${to}`, base, head, middle, ahead, behind };
    return c.json(comparisonShape(world, repo, about, commits, isFirst));
  });

  app.get('/commits/:sha/branches-where-head', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['contents'], 'read');
    const sha = c.req.param('sha').toLowerCase();
    if (!repo.network.has(sha)) refuse(422, `No commit found for SHA: ${sha}`);
    const heads = [...repo.refs].filter(([ref, head]) => head === sha && ref.startsWith('refs/heads/'));
    return c.json(heads.map(([ref]) => shortBranch(world, repo, ref.slice('refs/heads/'.length), sha)));
  });

  return app;
}

/** One commit with its files, by whatever names it. */
export function singleCommitRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();
  app.get('/commits/:ref{.+}', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['contents'], 'read');
    if (repo.refs.size === 0) refuse(409, 'Git Repository is empty.');
    const ref = c.req.param('ref');
    const commit = resolve(repo, ref) ?? refuse(422, `No commit found for SHA: ${ref}`);
    const before = repo.network.get(commit.parents[0] ?? '')?.tree ?? new Map<string, string>();
    const files = changesBetween(before, commit.tree).map((file) => fileShape(world, repo, commit.sha, file));
    const sum = (count: 'additions' | 'deletions') => files.reduce((all, file) => all + file[count], 0);
    const [additions, deletions] = [sum('additions'), sum('deletions')];
    const stats = { additions, deletions, total: additions + deletions };
    return c.json({ ...commitShape(world, repo, commit), stats, files: page(world, c, files) });
  });
  return app;
}

/** `ref`, or `owner:ref` and `owner:repository:ref` of another repository in the network. */
function named(world: World, repo: Repository, text: string): Commit | undefined {
  const parts = text.split(':');
  const ref = parts.pop() ?? '';
  if (parts.length === 0) return resolve(repo, ref);
  const [owner, name] = parts.map((part) => part.toLowerCase());
  const there = [...world.repositories.values()].find(
    (one) =>
      one.network === repo.network &&
      one.owner.login.toLowerCase() === owner &&
      (name === undefined || one.name.toLowerCase() === name),
  );
  return there && resolve(there, ref);
}

/** Without paging the newest commits; with it a page from the oldest on. Files are on the first page alone. */
function shown(world: World, c: Context<Env>, ahead: Commit[]): { commits: Commit[]; isFirst: boolean } {
  const { page: number, per_page: size } = c.req.query();
  if (number === undefined && size === undefined)
    return { commits: ahead.slice(-mostCommits), isFirst: true };
  return { commits: page(world, c, ahead), isFirst: (number ?? '1') === '1' };
}
