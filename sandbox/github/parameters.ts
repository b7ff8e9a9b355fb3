/**
 * What the routes read of a query, and of a body. `{repo}` stands for both ways to name a repository. GitHub's own
 * descriptions have more; test/contract holds each name here against them.
 */
import type { Parameters } from '../base/asked.ts';

const pages = ['page', 'per_page'];

export const parameters: Parameters = {
  'GET /rate_limit': [],
  'GET /user': [],
  'GET /users/:login': [],
  'GET /user/:id': [],
  'GET /orgs/:org': [],
  'GET /orgs/:org/members/:login': [],
  'GET /orgs/:org/public_members/:login': [],
  'GET /orgs/:org/memberships/:login': [],
  'GET /orgs/:org/teams/:slug': [],
  'GET /orgs/:org/teams/:slug/memberships/:login': [],
  'GET {repo}': [],
  'GET {repo}/labels': pages,
  'GET {repo}/rules/branches/:branch{.+}': pages,
  'GET {repo}/environments/:name': [],
  'GET {repo}/environments/:name/secrets': pages,
  'GET {repo}/actions/secrets': pages,
  'GET {repo}/actions/organization-secrets': pages,
  'GET {repo}/actions/permissions/workflow': [],
  'GET {repo}/actions/policies': ['has_parents', ...pages],
  'GET {repo}/pulls': ['state', 'head', 'base', 'sort', 'direction', ...pages],
  'POST {repo}/pulls': [],
  'GET {repo}/pulls/:number': [],
  'GET {repo}/pulls/:number/files': pages,
  'GET {repo}/issues/:number': [],
  'GET {repo}/issues/:number/comments': ['since', ...pages],
  'POST {repo}/issues/:number/comments': [],
  'GET {repo}/issues/comments/:id': [],
  'PATCH {repo}/issues/comments/:id': [],
  'DELETE {repo}/issues/comments/:id': [],
  'POST {repo}/issues/comments/:id/reactions': [],
  'GET {repo}/issues/:number/labels': pages,
  'POST {repo}/issues/:number/labels': [],
  'DELETE {repo}/issues/:number/labels/:name': [],
  'GET {repo}/commits/:ref{.+}': pages,
  'GET {repo}/commits/:sha/pulls': pages,
  'GET {repo}/commits/:sha/branches-where-head': [],
  'GET {repo}/commits/:ref/statuses': pages,
  'GET {repo}/commits/:ref/status': pages,
  'POST {repo}/statuses/:sha': [],
  'GET {repo}/compare/:basehead{.+}': pages,
  'GET {repo}/activity': [
    ...['ref', 'actor', 'direction', 'activity_type', 'time_period', 'before', 'after', 'per_page'],
  ],
  'GET {repo}/collaborators/:login/permission': [],
  'GET {repo}/branches': ['protected', ...pages],
  'GET {repo}/branches/:branch{.+}': [],
  'GET {repo}/git/ref/:ref{.+}': [],
  'GET {repo}/git/matching-refs/:ref{.+}': ['per_page'],
  'POST {repo}/git/refs': [],
  'DELETE {repo}/git/refs/:ref{.+}': [],
  'GET {repo}/contents/:path{.*}': ['ref'],
};

export const fields: Parameters = {
  'POST {repo}/pulls': ['title', 'head', 'base', 'body', 'draft'],
  'POST {repo}/issues/:number/comments': ['body'],
  'PATCH {repo}/issues/comments/:id': ['body'],
  'POST {repo}/issues/comments/:id/reactions': ['content'],
  'POST {repo}/issues/:number/labels': ['labels'],
  'POST {repo}/statuses/:sha': ['state', 'target_url', 'description', 'context'],
  'POST {repo}/git/refs': ['ref', 'sha'],
};

/** Names that GitHub passes over where it does not describe them: a client that reads a list by pages sends them to each. */
export const passedOver: readonly string[] = ['per_page'];

/** The path of a route as these tables call it. */
export const pathOf = (path: string): string =>
  path
    .replace(/^\/api\/v3/, '')
    .replace(/^(\/repos\/:owner\/:repository|\/repositories\/:id)/, '{repo}')
    .replace(/\/$/, '');
