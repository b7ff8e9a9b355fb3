import type { Permissions } from '../../sandbox/github/tokens.ts';
import { bare, checkedTable } from './pages.ts';

/** A call of the tables in docs/security.md. */
export interface Call {
  /** `GET /repos/{owner}/{repo}`, as documented. */
  readonly call: string;
  /** The cells after call and purpose. */
  readonly needs: readonly string[];
  /** Whether a request, method and path with query, is this call. */
  readonly matches: (request: string) => boolean;
}

/** The calls of one table. `prefix`: what stands before every path on the wire. */
export const documentedCalls = (table: 'github' | 'gitlab', prefix = ''): readonly Call[] =>
  checkedTable('docs/security.md', table).map(([call = '', , ...needs]) => {
    const [method, route = ''] = bare(call).split(' ');
    // {ref} is a name with slashes in it; everything else is one segment.
    const pattern = route
      .split('/')
      .map((part) => (part === '{ref}' && /\/git\//.test(route) ? '.+' : /^[{:]/.test(part) ? '[^/]+' : part))
      .join('/');
    const regular = new RegExp(`^${method} ${prefix}${pattern}(\\?.*)?$`);
    return { call: bare(call), needs, matches: (request) => regular.test(request) };
  });

/** `pull-requests: read` → `{ 'pull-requests': 'read' }`. Throws on anything else. */
export function permissionOf(cell: string | undefined): Permissions {
  const match = /^([a-z-]+): (read|write)$/.exec(cell ?? '');
  if (!match?.[1] || !match[2]) throw new Error(`not a permission: ${cell}`);
  return { [match[1]]: match[2] };
}

/** What covers all of these, without what every token has. */
export function unionOf(all: readonly Permissions[]): Permissions {
  const entries = all.flatMap((permissions) => Object.entries(permissions));
  const levelOf = (scope: string) =>
    entries.some(([other, level]) => other === scope && level === 'write') ? 'write' : 'read';
  const scopes = entries.map(([scope]) => scope).filter((scope) => scope !== 'metadata');
  return Object.fromEntries(scopes.map((scope) => [scope, levelOf(scope)]));
}
