import { absent } from '../refusals.ts';

/** What lies right below a path, folders with a slash, sorted. Throws 404 where there is nothing. */
export function keysBelow(all: Iterable<string>, path: string): string[] {
  const prefix = path === '' || path.endsWith('/') ? path : `${path}/`;
  const below = [...all].filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
  const names = new Set(below.map((one) => /^[^/]*\/?/.exec(one)?.[0] ?? ''));
  if (names.size === 0) throw absent();
  return [...names].sort();
}
