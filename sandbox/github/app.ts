import { randomBytes } from 'node:crypto';
import { type Context, Hono, type Next } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { refuseParameters } from '../base/asked.ts';
import { tagged } from '../base/etag.ts';
import { NotImitated } from '../base/gaps.ts';
import { sees } from './access.ts';
import type { Api, Env } from './api.ts';
import { graphqlRoutes } from './graphql/route.ts';
import { limitHeaders, limitShape, type Resource } from './limits.ts';
import { numberedPath } from './pages.ts';
import { parameters, pathOf } from './parameters.ts';
import { refuse } from './refusals.ts';
import { activityRoutes } from './routes/activity.ts';
import { commentRoutes } from './routes/comments.ts';
import { commitRoutes, singleCommitRoutes } from './routes/commits.ts';
import { fetchRoutes } from './routes/fetches.ts';
import { gitRoutes } from './routes/git.ts';
import { collaboratorRoutes, peopleRoutes } from './routes/people.ts';
import { pullRoutes } from './routes/pulls.ts';
import { setUpRoutes } from './routes/set-up.ts';
import { statusRoutes } from './routes/statuses.ts';
import { fullRepository } from './shapes/repository.ts';
import type { Store } from './store.ts';
import { type Token, tokenOfHeader } from './tokens.ts';

/**
 * The HTTP side: REST at the root and under /api/v3 (GHES), GraphQL at /graphql and /api/graphql, and the repositories
 * for `git fetch`. `find` gives the live token of a value.
 */
export function createApp(api: Api, find: (value: string) => Token | undefined, store: Store): Hono<Env> {
  const app = new Hono<Env>();
  const { gaps } = api.world;
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    return error instanceof NotImitated ? notImitated(gaps.note(error.message)) : unexpected(error);
  });
  app.notFound((c) => notImitated(gaps.note(`${c.req.method} ${c.req.path}`)));
  // Before the guard: git asks the web server, which counts no calls of the API.
  app.route('/', fetchRoutes(api.world, find, store));
  app.use('*', (c, next) => guard(api, find, c, next));

  const rest = restRoutes(api);
  app.route('/', rest);
  app.route('/api/v3', rest);
  app.route('/graphql', graphqlRoutes(api));
  app.route('/api/graphql', graphqlRoutes(api));
  return app;
}

const docs = 'https://docs.github.com/rest';

const notImitated = (message: string): Response =>
  Response.json({ message, documentation_url: docs, status: '501' }, { status: 501 });

function restRoutes(api: Api): Hono<Env> {
  const { world, limits } = api;
  const repository = new Hono<Env>();
  repository.use('*', (c, next) => findRepository(api, c, next));
  repository.get('/', (c) => c.json(fullRepository(world, c.get('repo'), c.get('token'))));
  const rooms = [
    pullRoutes,
    commentRoutes,
    commitRoutes,
    statusRoutes,
    activityRoutes,
    gitRoutes,
    collaboratorRoutes,
    setUpRoutes,
    // Last: a ref may have slashes, and so look like the paths above.
    singleCommitRoutes,
  ];
  for (const room of rooms) repository.route('/', room(api));

  const rest = new Hono<Env>();
  rest.get('/rate_limit', (c) => {
    const shape = (resource: Resource) => limitShape(limits.bucket(c.get('token'), resource));
    const core = shape('core');
    return c.json({ resources: { core, search: shape('search'), graphql: shape('graphql') }, rate: core });
  });
  rest.route('/', peopleRoutes(api));
  rest.route('/repos/:owner/:repository', repository);
  rest.route('/repositories/:id', repository);
  return rest;
}

/** Who asks, and whether the limits let them; then GitHub's headers on whatever the answer is. */
async function guard(api: Api, find: (value: string) => Token | undefined, c: Context<Env>, next: Next) {
  const { limits, world } = api;
  if (!c.req.header('user-agent')) {
    return c.text('Request forbidden by administrative rules. Please send a User-Agent header.', 403);
  }
  const header = c.req.header('authorization');
  const token = header === undefined ? undefined : find(tokenOfHeader(header));
  if (header !== undefined && !token) {
    return c.json({ message: 'Bad credentials', documentation_url: docs, status: '401' }, 401, jsonType);
  }
  c.set('token', token);

  const resource: Resource = /^\/(api\/)?graphql$/.test(c.req.path) ? 'graphql' : 'core';
  const secondary = limits.secondary();
  const { exceeded, bucket } = /^(\/api\/v3)?\/rate_limit$/.test(c.req.path)
    ? { exceeded: false, bucket: limits.bucket(token, resource) }
    : limits.count(token, resource);
  if (secondary) {
    const message =
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
    c.res = c.json(
      { message, documentation_url: docs, status: String(secondary.status ?? 403) },
      secondary.status ?? 403,
    );
    if (secondary.retryAfter !== undefined) c.res.headers.set('retry-after', String(secondary.retryAfter));
  } else if (exceeded && !(resource === 'graphql' && token)) {
    const message = `API rate limit exceeded for ${token ? `user ID ${token.account.id}` : '127.0.0.1'}.`;
    c.res = c.json({ message, documentation_url: docs, status: '403' }, 403);
  } else if (exceeded) {
    // GraphQL tells it inside a 200 (docs: "Rate limits and query limits for the GraphQL API").
    c.res = c.json({ errors: [{ type: 'RATE_LIMITED', message: 'API rate limit already exceeded.' }] });
  } else {
    if (resource === 'core') refuseParameters(c, parameters, pathOf);
    await next();
    c.res = await tagged(c.req.raw, c.res);
    // What has not changed is free for those who say who they are.
    if (c.res.status === 304 && token) limits.giveBack(bucket);
  }

  const { headers } = c.res;
  for (const [name, value] of Object.entries(limitHeaders(bucket, resource))) headers.set(name, value);
  headers.set('x-github-request-id', randomBytes(8).toString('hex').toUpperCase());
  headers.set('x-github-api-version-selected', c.req.header('x-github-api-version') ?? '2022-11-28');
  headers.set('date', new Date(world.now()).toUTCString());
  if (token?.scopes) headers.set('x-oauth-scopes', token.scopes.join(', '));
  if (headers.get('content-type')?.startsWith('application/json')) {
    headers.set('content-type', jsonType['content-type']);
  }
  return undefined;
}

const jsonType = { 'content-type': 'application/json; charset=utf-8' };

/** The repository of the path by name or number; 301 for an old name, 404 for what the asker may not know of. */
async function findRepository(api: Api, c: Context<Env>, next: Next) {
  const { world } = api;
  const name = `${c.req.param('owner')}/${c.req.param('repository')}`.toLowerCase();
  const id = c.req.param('id');
  const byName = world.repositories.get(name);
  const moved = byName || id ? undefined : world.renamed.get(name);
  const repo =
    byName ?? moved ?? [...world.repositories.values()].find((known) => id && known.id === Number(id));
  if (!repo || !sees(world, c.get('token'), repo)) return refuse(404, 'Not Found');
  c.set('repo', repo);
  if (!moved) return next();
  const url = world.url + numberedPath(c) + new URL(c.req.url).search;
  const body = { message: 'Moved Permanently', url, documentation_url: docs };
  return c.json(body, 301, { location: url });
}

/** A fault of the sandbox itself must be loud in a test, not look like GitHub's own 500. */
function unexpected(error: Error): Response {
  console.error('the sandbox GitHub broke:', error);
  return Response.json({ message: 'Server Error' }, { status: 500 });
}
