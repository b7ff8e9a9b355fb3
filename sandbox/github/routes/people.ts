import { Hono } from 'hono';
import { atLeast, covers, holds, isMember, need, notAccessible, roleOf } from '../access.ts';
import type { Api, Env } from '../api.ts';
import type { Organization, RepositoryRole } from '../people.ts';
import { refuse } from '../refusals.ts';
import {
  fullOrganization,
  publicUser,
  simpleOrganization,
  simpleUser,
  teamShape,
} from '../shapes/account.ts';
import type { Token } from '../tokens.ts';
import type { World } from '../world.ts';

/** Users, memberships of organisations and teams. */
export function peopleRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();

  app.get('/user', (c) => {
    const token = c.get('token') ?? refuse(401, 'Requires authentication');
    // An installation and a job are no users.
    if (token.kind !== 'pat') return refuse(403, notAccessible(token));
    return c.json(publicUser(world, token.account));
  });

  app.get('/user/:id', (c) => {
    const wanted = Number(c.req.param('id'));
    const account = [...world.accounts.values()].find(({ id }) => id === wanted);
    return c.json(account ? publicUser(world, account) : refuse(404, 'Not Found'));
  });

  app.get('/orgs/:org', (c) => c.json(fullOrganization(world, organizationAsked(world, c.req.param('org')))));

  app.get('/users/:login', (c) => {
    const account = world.accounts.get(c.req.param('login').toLowerCase());
    return c.json(account ? publicUser(world, account) : refuse(404, 'Not Found'));
  });

  app.get('/orgs/:org/members/:login', (c) => {
    const organization = organizationAsked(world, c.req.param('org'));
    const login = c.req.param('login');
    if (!seesMembers(world, c.get('token'), organization)) {
      // The asker is no member: GitHub points to the public list and says nothing about the question.
      const target = `/orgs/${organization.account.login}/public_members/${encodeURIComponent(login)}`;
      c.header('location', world.url + target);
      return c.body(null, 302);
    }
    return isMember(organization.members.get(login.toLowerCase()))
      ? c.body(null, 204)
      : refuse(404, 'Not Found');
  });

  app.get('/orgs/:org/public_members/:login', (c) => {
    const { members } = organizationAsked(world, c.req.param('org'));
    const membership = members.get(c.req.param('login').toLowerCase());
    return membership?.public && isMember(membership) ? c.body(null, 204) : refuse(404, 'Not Found');
  });

  app.get('/orgs/:org/memberships/:login', (c) => {
    const organization = organizationAsked(world, c.req.param('org'));
    needMembers(world, c.get('token'), organization);
    const found = organization.members.get(c.req.param('login').toLowerCase());
    if (!found) return refuse(404, 'Not Found');
    const url = `${world.url}/orgs/${organization.account.login}`;
    return c.json({
      url: `${url}/memberships/${encodeURIComponent(found.user.login)}`,
      state: found.state,
      role: found.role,
      organization_url: url,
      organization: simpleOrganization(world, organization),
      user: simpleUser(world, found.user),
      direct_membership: true,
      enterprise_teams_providing_indirect_membership: [],
    });
  });

  app.get('/orgs/:org/teams/:slug', (c) => {
    const organization = organizationAsked(world, c.req.param('org'));
    needMembers(world, c.get('token'), organization);
    const team = organization.teams.get(c.req.param('slug')) ?? refuse(404, 'Not Found');
    return c.json(teamShape(world, organization, team));
  });

  app.get('/orgs/:org/teams/:slug/memberships/:login', (c) => {
    const organization = organizationAsked(world, c.req.param('org'));
    needMembers(world, c.get('token'), organization);
    const { slug, login } = c.req.param();
    const found = organization.teams.get(slug)?.members.get(login.toLowerCase());
    if (!found) return refuse(404, 'Not Found');
    const url = `${world.url}/organizations/${organization.account.id}/team/${slug}/memberships`;
    return c.json({
      url: `${url}/${encodeURIComponent(found.user.login)}`,
      role: found.role,
      state: found.state,
    });
  });

  return app;
}

/** A collaborator's permission in one repository. */
export function collaboratorRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();
  app.get('/collaborators/:login/permission', (c) => {
    const repo = c.get('repo');
    const token = c.get('token');
    if (!token) return refuse(401, 'Requires authentication');
    need(api, token, repo, ['metadata'], 'read');
    if (token.kind === 'pat' && !atLeast(roleOf(world, repo, token.account), 'write')) {
      refuse(403, 'Must have push access to view collaborator permission.');
    }
    const login = c.req.param('login');
    const account = world.accounts.get(login.toLowerCase());
    if (account?.type !== 'User') return refuse(404, `${login} is not a user`);
    const role = roleOf(world, repo, account);
    const may = (wanted: RepositoryRole) => atLeast(role, wanted);
    return c.json({
      permission: folded(role),
      role_name: role,
      user: {
        ...simpleUser(world, account),
        permissions: {
          admin: may('admin'),
          maintain: may('maintain'),
          push: may('write'),
          triage: may('triage'),
          pull: may('read'),
        },
        role_name: role,
      },
    });
  });
  return app;
}

/** The legacy `permission`, which hides maintain and triage. */
function folded(role: RepositoryRole | 'none'): 'none' | 'read' | 'write' | 'admin' {
  if (role === 'maintain') return 'write';
  return role === 'triage' ? 'read' : role;
}

function organizationAsked(world: World, login: string): Organization {
  return world.organizations.get(login.toLowerCase()) ?? refuse(404, 'Not Found');
}

/** Whether GitHub answers this asker as a member. A job's GITHUB_TOKEN never is one, whatever it was granted. */
function seesMembers(world: World, token: Token | undefined, organization: Organization): boolean {
  if (!token || token.kind === 'actions' || !holds(token, ['members'], 'read')) return false;
  if (token.kind === 'pat') {
    return isMember(organization.members.get(token.account.login.toLowerCase()));
  }
  const owned = [...world.repositories.values()].filter((repo) => repo.owner === organization.account);
  return token.repositories === null || owned.some((repo) => covers(world, token, repo));
}

function needMembers(world: World, token: Token | undefined, organization: Organization): void {
  if (!token) refuse(401, 'Requires authentication');
  if (!seesMembers(world, token, organization)) refuse(403, notAccessible(token));
}
