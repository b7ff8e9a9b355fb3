/** Holds a request against what its route reads: what it would pass over in silence is not imitated. */
import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { NotImitated } from './gaps.ts';

/** Method and path of a route, as in `GET /projects/:id`, to the names that it reads. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/** How a service calls the paths of its routes in its tables. */
export type PathOf = (path: string) => string;

/** The route that answers a request, as the tables call it; undefined where none does. */
function routeOf(c: Context, pathOf: PathOf): string | undefined {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  return route && `${route.method} ${pathOf(route.path)}`;
}

/**
 * Throws NotImitated for a parameter of the query that the route does not read; `name[]` and `name[x]` count as `name`.
 * `everywhere` is read by every route. Throws an Error for a route that the table has not.
 */
export function refuseParameters(
  c: Context,
  table: Parameters,
  pathOf: PathOf,
  everywhere: readonly string[] = [],
): void {
  const route = routeOf(c, pathOf);
  if (route === undefined) return;
  const known = [...namesFor(table, route), ...everywhere];
  const asked = [...new URL(c.req.url).searchParams.keys()].map((key) => key.replace(/\[.*$/, ''));
  const other = asked.find((key) => !known.includes(key));
  if (other !== undefined) throw new NotImitated(`the parameter \`${other}\` of ${route}`);
}

/** The same for the fields of a body. */
export function refuseFields(c: Context, body: object, table: Parameters, pathOf: PathOf): void {
  const route = routeOf(c, pathOf) ?? '';
  const known = namesFor(table, route);
  const other = Object.keys(body).find((name) => !known.includes(name));
  if (other !== undefined) throw new NotImitated(`the field \`${other}\` of ${route}`);
}

function namesFor(table: Parameters, route: string): readonly string[] {
  const known = table[route];
  if (!known) throw new Error(`${route} has no line in the table`);
  return known;
}
