/** Lists in pages, and the links between them. */
import type { Context } from 'hono';
import type { Env } from './api.ts';
import type { World } from './world.ts';

/**
 * One page of a list with GitHub's Link header. `per_page` is at most 100 (default 30). Links name the repository
 * by its number, as GitHub's own do.
 */
export function page<T>(world: World, c: Context<Env>, items: T[]): T[] {
  const { size, number } = pageAsked(c);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (n: number, rel: string) => {
    const query = new URLSearchParams(c.req.query());
    query.set('page', String(n));
    return `<${world.url}${numberedPath(c)}?${query}>; rel="${rel}"`;
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
