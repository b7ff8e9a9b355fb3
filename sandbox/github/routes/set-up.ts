/** How a repository is set up: labels, rules, environments, secrets, the defaults of jobs, Actions policies. */
import { type Context, Hono } from 'hono';
import { atLeast, covers, holds, need, notAccessible, roleOf } from '../access.ts';
import type { Api, Env } from '../api.ts';
import { page } from '../pages.ts';
import { refuse } from '../refusals.ts';
import type { Repository } from '../repository.ts';
import { labelShape } from '../shapes/pull.ts';
import { environmentShape, policyShape, rulesShape, secretShape } from '../shapes/set-up.ts';
import type { PermissionName } from '../tokens.ts';

/** Reads alone: tests set these things up by verbs. */
export function setUpRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();

  app.get('/labels', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['issues', 'pull-requests'], 'read');
    return c.json(page(world, c, [...repo.labels.values()]).map((label) => labelShape(world, repo, label)));
  });

  app.get('/rules/branches/:branch{.+}', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['metadata'], 'read');
    return c.json(page(world, c, c.req.param('branch') === repo.defaultBranch ? rulesShape(repo) : []));
  });

  // "Anyone with read access to the repository can use this endpoint" (GitHub docs, "Get an environment").
  app.get('/environments/:name', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['actions', 'metadata'], 'read');
    const name = c.req.param('name');
    const branches = repo.setUp.environments.get(name) ?? refuse(404, 'Not Found');
    return c.json(environmentShape(world, repo, name, branches));
  });

  const secrets = (c: Context<Env>, names: Iterable<string>) => {
    const repo = c.get('repo');
    const all = [...names].sort();
    const shown = page(world, c, all).map((name) => secretShape(repo, name));
    return c.json({ total_count: all.length, secrets: shown });
  };
  app.get('/environments/:name/secrets', (c) => {
    const repo = administered(api, c, 'environments');
    const name = c.req.param('name');
    if (!repo.setUp.environments.has(name)) refuse(404, 'Not Found');
    return secrets(c, repo.setUp.secrets.get(name) ?? []);
  });
  app.get('/actions/secrets', (c) => secrets(c, administered(api, c, 'secrets').setUp.secrets.get('') ?? []));
  app.get('/actions/organization-secrets', (c) =>
    secrets(c, administered(api, c, 'secrets').setUp.organizationSecrets),
  );

  app.get('/actions/permissions/workflow', (c) => {
    const { setUp, actionsMayOpenPullRequests } = administered(api, c, 'administration');
    return c.json({
      default_workflow_permissions: setUp.usualPermissions,
      can_approve_pull_request_reviews: actionsMayOpenPullRequests,
    });
  });

  // That there are none is told by 404 (GitHub docs name it, and not when): so a list is never empty here. (inferred)
  app.get('/actions/policies', (c) => {
    const repo = administered(api, c, 'administration');
    const { policies } = repo.setUp;
    if (policies.length === 0) refuse(404, 'Not Found');
    const shown = page(
      world,
      c,
      policies.map((policy, n) => policyShape(world, repo, policy, n)),
    );
    return c.json({ total_count: policies.length, policies: shown });
  });

  return app;
}

/** The repository, for whoever administers it: an App or a job by its permission, a person by the role too. */
function administered(api: Api, c: Context<Env>, permission: PermissionName): Repository {
  const { world } = api;
  const repo = c.get('repo');
  const token = c.get('token') ?? refuse(401, 'Requires authentication');
  if (token.kind === 'pat' && token.scopes) {
    const may = token.scopes.includes('repo') && atLeast(roleOf(world, repo, token.account), 'admin');
    return may ? repo : refuse(404, 'Not Found');
  }
  const may = covers(world, token, repo) && holds(token, [permission], 'read');
  if (!may || (token.kind === 'pat' && !atLeast(roleOf(world, repo, token.account), 'admin')))
    refuse(403, notAccessible(token));
  return repo;
}
