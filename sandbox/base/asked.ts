/** Holds the query of a request against what its route reads: what it would pass over in silence is not imitated. */
import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { NotImitated } from './gaps.ts';

/** Method and path of a route, as in `GET /projects/:id`, to the names that it reads of the query. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/**
 * Throws NotImitated for a parameter that the route of this request does not read; `name[]` and `name[x]` count as `name`.
 * `base` is what stands before the paths of the table; `everywhere` is read by every route. Throws an Error for a route that the table has not.
 */
export function refuseParameters(
  c: Context,
  table: Parameters,
  base: RegExp,
  everywhere: readonly string[] = [],
): void {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  if (!route) return;
  const name = `${route.method} ${route.path.replace(base, '')}`;
  const known = table[name];
  if (!known) throw new Error(`${name} has no line in the table of parameters`);
  const asked = [...new URL(c.req.url).searchParams.keys()].map((key) => key.replace(/\[.*$/, ''));
  const other = asked.find((key) => !known.includes(key) && !everywhere.includes(key));
  if (other !== undefined) throw new NotImitated(`the parameter \`${other}\` of ${name}`);
}
