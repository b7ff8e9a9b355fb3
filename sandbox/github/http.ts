import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Limits } from './limits.ts';
import type { Token } from './tokens.ts';
import type { Repository, World } from './world.ts';

/** What every handler works with. */
export interface Api {
  world: World;
  limits: Limits;
}

/** What the middleware leaves for a handler: who asks, and about which repository. */
export interface Env {
  Variables: { token: Token | undefined; repo: Repository };
}

const docs = 'https://docs.github.com/rest';

/** Ends the call with GitHub's error body. Throws hono's HTTPException, always. */
export function refuse(
  status: ContentfulStatusCode,
  message: string,
  more: { errors?: unknown[]; headers?: Record<string, string> } = {},
): never {
  const body = {
    message,
    ...(more.errors ? { errors: more.errors } : {}),
    documentation_url: docs,
    status: String(status),
  };
  throw new HTTPException(status, { res: Response.json(body, { status, headers: more.headers ?? {} }) });
}

/** 422 "Validation Failed" about one field, with GitHub's codes (`missing_field`, `invalid`, `custom`, …). */
export function invalid(error: { resource: string; code: string; field?: string; message?: string }): never {
  return refuse(422, 'Validation Failed', { errors: [error] });
}

/** The JSON object in a request's body. 400 where it is none. */
export async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse(400, 'Problems parsing JSON');
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  return refuse(400, 'Body should be a JSON object');
}

/**
 * One page of a list with GitHub's Link header. `per_page` is at most 100 (default 30). Links name the repository
 * by its number, as GitHub's own do.
 */
export function page<T>(api: Api, c: Context<Env>, items: T[]): T[] {
  const { size, number } = pageAsked(c);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (n: number, rel: string) => {
    const query = new URLSearchParams(c.req.query());
    query.set('page', String(n));
    return `<${api.world.url}${numberedPath(c)}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ];
  if (links.length > 0) c.header('link', links.join(', '));
  return items.slice((number - 1) * size, number * size);
}

/** `per_page` and `page` as GitHub reads them: nonsense counts as absent, too much as 100. */
export function pageAsked(c: Context): { size: number; number: number } {
  const whole = (text: string | undefined, otherwise: number) => {
    const n = Number.parseInt(text ?? '', 10);
    return n >= 1 ? n : otherwise;
  };
  return { size: Math.min(100, whole(c.req.query('per_page'), 30)), number: whole(c.req.query('page'), 1) };
}

/** The request's path with `/repos/owner/name` replaced by `/repositories/<id>`, and without the GHES prefix. */
export function numberedPath(c: Context<Env>): string {
  const path = new URL(c.req.url).pathname.replace(/^\/api\/v3/, '');
  const repo = c.get('repo');
  return repo ? path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repo.id}`) : path;
}

/** A whole positive number from a path, else 404. */
export function numberOf(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : refuse(404, 'Not Found');
}
