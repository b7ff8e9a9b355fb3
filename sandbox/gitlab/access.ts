import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type AccessToken, isAtLeast, type Role, type User } from './people.ts';
import type { Job, Pipeline } from './pipeline.ts';
import type { Project } from './project.ts';
import {
  forbidden,
  insufficientGranularScope,
  insufficientScope,
  invalidToken,
  messageRefusal,
  notFound,
  unauthorized,
} from './refusals.ts';
import type { World } from './world.ts';

/** Who calls, and with what. */
export interface Caller {
  token: AccessToken;
  user: User;
}

/** What a call needs: `api` for changes, a role, and the permission that a fine-grained token must have. */
export interface Need {
  scope: 'api' | 'read_api';
  role: Role;
  permission: string;
}

/**
 * The holder of the access token in `PRIVATE-TOKEN`, `Authorization: Bearer` or `private_token`; undefined when none
 * is sent. Throws 401 for a token that is unknown, revoked or expired.
 */
export function callerOf(c: Context, world: World): Caller | undefined {
  const sent =
    c.req.header('private-token') ??
    /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ??
    c.req.query('private_token');
  if (sent === undefined) return undefined;
  const token = world.accessTokens.find((one) => one.token === sent);
  if (!token) throw unauthorized();
  if (token.state !== 'active') throw invalidToken(token.state);
  return { token, user: token.user };
}

/** The project that the path names, by number or encoded path, also by one that it had before. */
export function projectNamed(c: Context, world: World): { project: Project; moved: boolean } | undefined {
  const id = (c.req.param('id') ?? '').toLowerCase();
  const all = [...world.projects.values()];
  const project = all.find((one) => String(one.id) === id || one.path.toLowerCase() === id);
  if (project) return { project, moved: false };
  const former = all.find((one) => one.formerPaths.some((path) => path.toLowerCase() === id));
  return former && { project: former, moved: true };
}

/** The same; throws 404, and after a move 301, or 405 where something is to be changed. */
function projectAsked(c: Context, world: World): Project {
  const named = projectNamed(c, world);
  if (!named) throw notFound('Project');
  const { project: moved } = named;
  if (!named.moved) return moved;
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
    throw messageRefusal(405, 'Non GET methods are not allowed for moved projects');
  const asked = new URL(c.req.url);
  const tail = asked.pathname.split('/projects/')[1]?.split('/').slice(1).join('/') ?? '';
  const location = `${world.url}/api/v4/projects/${moved.id}${tail && `/${tail}`}${asked.search}`;
  const headers = { location, 'content-type': 'text/plain' };
  const res = new Response(`This resource has been moved permanently to ${location}.`, {
    status: 301,
    headers,
  });
  throw new HTTPException(301, { res });
}

/** Checks a call on a project. Throws what GitLab answers: 401, 403 in its three shapes, or 404. */
export function permit(c: Context, world: World, need: Need): Caller & { project: Project } {
  const caller = callerOf(c, world);
  // Who may not read a project learns nothing of it; what would change something is refused before that.
  if (!caller) throw c.req.method === 'GET' || c.req.method === 'HEAD' ? notFound('Project') : unauthorized();
  const { token } = caller;
  // The scope of a token is looked at before the project is.
  if (need.scope === 'api' && !token.scopes.includes('api')) throw insufficientScope('api');
  const project = projectAsked(c, world);
  if (token.projectId !== project.id && !token.user.admin) throw notFound('Project');
  if (token.missing === need.permission) throw insufficientGranularScope(need.permission, project.path);
  if (!isAtLeast(token.role, need.role)) throw forbidden();
  return { ...caller, project };
}

/** The running job whose `CI_JOB_TOKEN` was sent in `JOB-TOKEN`; it expires when the job ends. */
export function jobOf(c: Context, world: World): { job: Job; pipeline: Pipeline } | undefined {
  const sent = c.req.header('job-token');
  if (sent === undefined) return undefined;
  for (const pipeline of world.pipelines.values()) {
    const job = pipeline.jobs.find((one) => one.token === sent && one.status === 'running');
    if (job) return { job, pipeline };
  }
  throw unauthorized();
}
