import { Hono } from 'hono';
import { holds, need, notAccessible } from '../access.ts';
import { type Api, bodyOf, type Env } from '../api.ts';
import { contains, holdsCommit, resolve } from '../history.ts';
import { page } from '../pages.ts';
import { refuse } from '../refusals.ts';
import type { Commit, Repository } from '../repository.ts';
import { branchShape, directory, fileContent, refShape, shortBranch } from '../shapes/git.ts';
import type { Token } from '../tokens.ts';
import { deleteRef, moveRef } from '../verbs/repositories.ts';

/** Refs, branches and contents. */
export function gitRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();

  app.get('/git/ref/:ref{.+}', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['contents'], 'read');
    const ref = `refs/${c.req.param('ref')}`;
    const sha = repo.refs.get(ref) ?? refuse(404, 'Not Found');
    return c.json(refShape(world, repo, ref, sha));
  });

  app.get('/git/matching-refs/:ref{.+}', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['contents'], 'read');
    const start = `refs/${c.req.param('ref')}`;
    const found = [...repo.refs].filter(([ref]) => ref.startsWith(start));
    return c.json(found.map(([ref, sha]) => refShape(world, repo, ref, sha)));
  });

  app.post('/git/refs', async (c) => {
    const repo = c.get('repo');
    const token = c.get('token');
    need(api, token, repo, ['contents'], 'write');
    if (!token) return refuse(401, 'Requires authentication');
    const { ref, sha } = await bodyOf(c);
    if (repo.refs.size === 0) refuse(409, 'Git Repository is empty.');
    if (typeof ref !== 'string' || !/^refs\/(heads|tags)\/[^\s~^:?*[\\]+$/.test(ref)) {
      return refuse(422, `${String(ref)} is not a valid ref name.`);
    }
    if (typeof sha !== 'string' || !/^[0-9a-f]{40}$/.test(sha)) {
      return refuse(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
    }
    const commit = repo.network.get(sha);
    if (!commit || !(world.settings.forkCommitsMakeRefs || holdsCommit(repo, sha))) {
      return refuse(422, 'Object does not exist');
    }
    if (repo.refs.has(ref)) refuse(422, 'Reference already exists');
    // Git keeps refs like files: `a` and `a/b` cannot both be.
    const blocked = [...repo.refs.keys()].some(
      (old) => old.startsWith(`${ref}/`) || ref.startsWith(`${old}/`),
    );
    if (blocked) refuse(422, 'Reference update failed');
    refuseWorkflows(token, repo, commit);
    moveRef(world, repo, ref, sha, token.account);
    return c.json(refShape(world, repo, ref, sha), 201);
  });

  app.delete('/git/refs/:ref{.+}', (c) => {
    const repo = c.get('repo');
    const token = c.get('token');
    need(api, token, repo, ['contents'], 'write');
    if (!token) return refuse(401, 'Requires authentication');
    const ref = `refs/${c.req.param('ref')}`;
    if (!repo.refs.has(ref)) refuse(422, 'Reference does not exist');
    deleteRef(world, repo, ref, token.account);
    return c.body(null, 204);
  });

  app.get('/branches', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['contents'], 'read');
    // None is protected here.
    const isWanted = c.req.query('protected') !== 'true';
    const heads = [...repo.refs]
      .filter(([ref]) => isWanted && ref.startsWith('refs/heads/'))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const shown = page(world, c, heads);
    return c.json(shown.map(([ref, sha]) => shortBranch(world, repo, ref.slice('refs/heads/'.length), sha)));
  });

  app.get('/branches/:branch{.+}', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['contents'], 'read');
    const branch = c.req.param('branch');
    const commit = repo.network.get(repo.refs.get(`refs/heads/${branch}`) ?? '');
    if (!commit) return refuse(404, 'Branch not found');
    return c.json(branchShape(world, repo, branch, commit));
  });

  app.get('/contents/:path{.*}', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['contents'], 'read');
    const ref = c.req.query('ref') ?? repo.defaultBranch;
    const commit = resolve(repo, ref) ?? refuse(404, `No commit found for the ref ${ref}`);
    const path = c.req.param('path').replace(/\/$/, '');
    const content = commit.tree.get(path);
    if (content !== undefined) return c.json(fileContent(world, repo, path, ref, content));
    return c.json(directory(world, repo, path, ref, commit.tree) ?? refuse(404, 'Not Found'));
  });

  return app;
}

/** A commit that brings workflow files needs `workflows: write` as well (docs/facts/github.md, "Branches"). */
function refuseWorkflows(token: Token, repo: Repository, commit: Commit): void {
  if (holds(token, ['workflows'], 'write')) return;
  const known = repo.network.get(repo.refs.get(`refs/heads/${repo.defaultBranch}`) ?? '');
  if (known && contains(repo, known.sha, commit.sha)) return;
  const brought = [...commit.tree].some(
    ([path, content]) => path.startsWith('.github/workflows/') && known?.tree.get(path) !== content,
  );
  if (brought) refuse(403, notAccessible(token));
}
