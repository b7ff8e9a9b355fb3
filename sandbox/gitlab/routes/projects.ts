import { type Context, Hono } from 'hono';
import { callerOf, type Need, permit } from '../access.ts';
import type { Api } from '../api.ts';
import { page } from '../pages.ts';
import { type AccessToken, isAtLeast } from '../people.ts';
import type { Project } from '../project.ts';
import { missing, notFound, unauthorized } from '../refusals.ts';
import { branchShape, fileShape, tagShape } from '../shapes/git.ts';
import { currentUser, tokenShape } from '../shapes/people.ts';
import { projectShape } from '../shapes/project.ts';

const READ: Need = { scope: 'read_api', role: 'guest', permission: 'read_project' };
const READ_CODE: Need = { scope: 'read_api', role: 'reporter', permission: 'read_branch' };

/** The project, its branches and tags, the caller's own token, and the instance. */
export function projectRoutes(api: Api): Hono {
  const { world } = api;
  const app = new Hono();

  app.get('/projects/:id', (c) => {
    const opened = permit(c, world, READ);
    return c.json(projectShape(world, opened.project, opened.token));
  });

  const openBranch = (c: Context) => {
    const opened = permit(c, world, READ_CODE);
    const name = c.req.param('branch') ?? '';
    return { ...opened, name, exists: opened.project.repository.branches.has(name) };
  };
  // hono answers HEAD with the GET handler and without its body.
  app.get('/projects/:id/repository/branches/:branch', (c) => {
    const { project: of, token, name, exists } = openBranch(c);
    if (!exists) throw notFound('Branch');
    if (c.req.method === 'HEAD') return c.body(null, 204);
    return c.json(branchShape(world, of, name, mayPush(of, name, token)));
  });

  app.get('/projects/:id/repository/branches', (c) => {
    const { project: of, token } = permit(c, world, READ_CODE);
    const part = c.req.query('search') ?? '';
    const names = [...of.repository.branches.keys()].filter((name) => name.includes(part)).sort();
    return c.json(
      page(world, c, names).map((name) => branchShape(world, of, name, mayPush(of, name, token))),
    );
  });

  app.get('/projects/:id/repository/files/:path', (c) => {
    const { project: of } = permit(c, world, READ_CODE);
    const ref = c.req.query('ref') ?? '';
    if (ref === '') throw missing('ref');
    const { branches, tags, commits } = of.repository;
    const sha = branches.get(ref) ?? tags.get(ref) ?? ref;
    const commit = commits.get(sha);
    if (!commit) throw notFound('Commit');
    const path = c.req.param('path');
    const text = commit.files[path];
    if (text === undefined) throw notFound('File');
    return c.json(fileShape(path, ref, commit.sha, text));
  });

  app.get('/projects/:id/repository/tags/:tag', (c) => {
    const { project: of } = permit(c, world, READ_CODE);
    const name = c.req.param('tag');
    if (!of.repository.tags.has(name)) throw notFound('Tag');
    return c.json(tagShape(world, of, name));
  });

  const self = (c: Context) => {
    const caller = callerOf(c, world);
    if (!caller) throw unauthorized();
    return caller;
  };
  app.get('/personal_access_tokens/self', (c) => c.json(tokenShape(world, self(c).token)));
  app.get('/user', (c) => {
    const { user, token } = self(c);
    return c.json(currentUser(world, user, token.createdAt));
  });

  const metadata = (c: Context) => {
    self(c);
    const kas = { enabled: false, externalUrl: null, externalK8sProxyUrl: null, version: null };
    return c.json({ version: world.settings.version, revision: '5a4d1c0b2e8', kas, enterprise: true });
  };
  app.get('/metadata', metadata);
  app.get('/version', metadata);
  return app;
}

const mayPush = (project: Project, branch: string, { role }: AccessToken): boolean => {
  const least = project.protectedBranches.get(branch);
  return isAtLeast(role, least === undefined ? 'developer' : (project.pushRoles.get(branch) ?? least));
};
