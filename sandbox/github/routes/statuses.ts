import { Hono } from 'hono';
import { need } from '../access.ts';
import { type Api, bodyOf, type Env } from '../api.ts';
import { resolve } from '../history.ts';
import { page } from '../pages.ts';
import { invalid, refuse } from '../refusals.ts';
import type { Repository, Status } from '../repository.ts';
import { simpleStatus, statusShape } from '../shapes/conversation.ts';
import { apiOf, repositoryShape } from '../shapes/repository.ts';
import { writeStatus } from '../verbs/conversation.ts';

/** GitHub's bounds for commit statuses (docs: "Create a commit status"). */
const mostStatuses = 1000;
const longestDescription = 140;
const states = ['error', 'failure', 'pending', 'success'] as const;

/** Commit statuses: write, list, combine. */
export function statusRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();

  app.post('/statuses/:sha', async (c) => {
    const repo = c.get('repo');
    const token = c.get('token');
    need(api, token, repo, ['statuses'], 'write');
    if (!token) return refuse(401, 'Requires authentication');
    const sha = c.req.param('sha');
    if (!repo.network.has(sha)) refuse(422, `No commit found for SHA: ${sha}`);
    const { state, description, target_url, context } = await bodyOf(c);
    const known = states.find((name) => name === state);
    if (!known)
      return invalid({ resource: 'Status', code: 'custom', field: 'state', message: 'state is not valid' });
    const status = {
      sha,
      state: known,
      context: typeof context === 'string' && context !== '' ? context : 'default',
      description: typeof description === 'string' ? description : null,
      target_url: typeof target_url === 'string' && target_url !== '' ? target_url : null,
      creator: token.account,
    };
    refuseStatus(repo, status);
    return c.json(statusShape(world, repo, writeStatus(world, repo, status)), 201);
  });

  app.get('/commits/:ref/statuses', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['statuses'], 'read');
    const commit = resolve(repo, c.req.param('ref')) ?? refuse(404, 'Not Found');
    const found = newestFirst(repo, commit.sha);
    return c.json(page(world, c, found).map((status) => statusShape(world, repo, status)));
  });

  app.get('/commits/:ref/status', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['statuses'], 'read');
    const { sha } = resolve(repo, c.req.param('ref')) ?? refuse(404, 'Not Found');
    const latest = new Map<string, Status>();
    for (const status of newestFirst(repo, sha)) {
      const key = status.context.toLowerCase();
      if (!latest.has(key)) latest.set(key, status);
    }
    const statuses = [...latest.values()];
    return c.json({
      state: combined(statuses),
      statuses: page(world, c, statuses).map((status) => simpleStatus(world, repo, status)),
      sha,
      total_count: statuses.length,
      repository: repositoryShape(world, repo),
      commit_url: `${apiOf(world, repo)}/commits/${sha}`,
      url: `${apiOf(world, repo)}/commits/${sha}/status`,
    });
  });

  return app;
}

function refuseStatus(repo: Repository, status: Omit<Status, 'id' | 'createdAt'>): void {
  const custom = (message: string, field?: string) =>
    invalid({ resource: 'Status', code: 'custom', ...(field ? { field } : {}), message });
  if (status.description && [...status.description].length > longestDescription) {
    custom(`description is too long (maximum is ${longestDescription} characters)`, 'description');
  }
  // ouzi-dev/commit-status-updater#526.
  if (/[\u{10000}-\u{10ffff}]/u.test(status.description ?? ''))
    custom("description doesn't accept 4-byte Unicode", 'description');
  if (status.target_url && !/^https?:\/\//.test(status.target_url)) {
    custom('target_url must use http(s) scheme', 'target_url');
  }
  const same = repo.statuses.filter(
    (old) => old.sha === status.sha && old.context.toLowerCase() === status.context.toLowerCase(),
  );
  if (same.length >= mostStatuses) custom('This SHA and context has reached the maximum number of statuses.');
}

const newestFirst = (repo: Repository, sha: string): Status[] =>
  repo.statuses.filter((status) => status.sha === sha).reverse();

/** Failure beats pending, pending beats success, and nothing at all is pending (docs: "Get the combined status"). */
function combined(statuses: Status[]): 'failure' | 'pending' | 'success' {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return statuses.length > 0 && statuses.every(({ state }) => state === 'success') ? 'success' : 'pending';
}
