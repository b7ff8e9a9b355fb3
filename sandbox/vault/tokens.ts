/** Makes, finds, renews and ends tokens. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Auth, Mount, Namespace, Token } from './api.ts';
import type { World } from './world.ts';

/** What a new token is to be. Lifetimes in seconds; 0 and undefined: not said. */
export interface TokenWish {
  readonly namespace: Namespace;
  readonly mount: Mount;
  readonly path: string;
  readonly policies: readonly string[];
  readonly noDefaultPolicy?: boolean;
  readonly type?: Token['type'];
  readonly ttl?: number;
  readonly maxTtl?: number;
  readonly explicitMaxTtl?: number;
  readonly period?: number;
  readonly uses?: number;
  readonly cidrs?: readonly string[];
  readonly meta?: Readonly<Record<string, string>> | null;
  readonly displayName: string;
  /** Whom it is for: names an entity. Undefined: nobody. */
  readonly alias?: string;
  readonly parent?: string;
  readonly renewable?: boolean;
  readonly id?: string;
}

/** A new token, how long it lives, and what Vault says where that is less than was asked for. */
export interface Issued extends Auth {
  /** The lifetime that was asked for, where it was cut. */
  readonly cutFrom: number | undefined;
}

const letters = (count: number): string =>
  randomBytes(count * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, count);

/** Makes a token that lives as long as role, mount and server allow. */
export function issueToken(world: World, wish: TokenWish): Issued {
  const { namespace, mount, type = 'service', period = 0, explicitMaxTtl = 0, uses = 0, parent } = wish;
  const now = world.now();
  const mostOfMount = mount.maxTtl || world.settings.maxTtl;
  const most = Math.min(...[mostOfMount, wish.maxTtl || mostOfMount, explicitMaxTtl || mostOfMount]);
  const asked = period || wish.ttl || mount.defaultTtl || world.settings.defaultTtl;
  const ttl = period ? asked : Math.min(asked, most);
  const end = namespace.id && `.${namespace.id}`;
  const id = wish.id ?? (type === 'batch' ? `b.${letters(203)}${end}` : `s.${letters(24)}${end}`);
  const withDefault = wish.noDefaultPolicy ? wish.policies : [...wish.policies, 'default'];
  const token: Token = {
    id,
    accessor: type === 'batch' ? '' : `${letters(24)}${end}`,
    namespace,
    type,
    policies: [...new Set(withDefault)].sort(),
    meta: wish.meta ?? null,
    displayName: wish.displayName,
    entityId: wish.alias === undefined ? '' : entityOf(world, namespace, mount, wish.alias),
    path: wish.path,
    orphan: parent === undefined,
    parent,
    renewable: type === 'service' && wish.renewable !== false,
    cidrs: wish.cidrs ?? [],
    period,
    explicitMaxTtl,
    maxTtl: most,
    createdAt: now,
    creationTtl: ttl,
    expiresAt: now + ttl * 1000,
    usesLeft: uses,
    limited: uses > 0,
  };
  world.tokens.set(id, token);
  return { token, ttl, cutFrom: ttl < asked ? asked : undefined };
}

/** The root token of a server: no end, all rights. */
export function issueRoot(world: World, namespace: Namespace, mount: Mount): string {
  const { token } = issueToken(world, {
    namespace,
    mount,
    path: 'auth/token/create',
    policies: ['root'],
    noDefaultPolicy: true,
    displayName: 'token',
    renewable: false,
    id: `root-${letters(24)}`,
  });
  world.tokens.set(token.id, { ...token, creationTtl: 0, expiresAt: undefined });
  return token.id;
}

function entityOf(world: World, namespace: Namespace, mount: Mount, alias: string): string {
  const key = `${namespace.path} ${mount.accessor} ${alias}`;
  const end = namespace.id && `.${namespace.id}`;
  const known = world.entities.get(key) ?? `${randomUUID()}${end}`;
  world.entities.set(key, known);
  return known;
}

/** The token of that id while it lives; a dead one is taken away with all that hangs on it. */
export function livingToken(world: World, id: string): Token | undefined {
  const token = world.tokens.get(id);
  if (!token || token.expiresAt === undefined || token.expiresAt > world.now()) return token;
  revoke(world, token.id);
  return undefined;
}

/** The same by its accessor. */
export const byAccessor = (world: World, accessor: string): Token | undefined => {
  const found = [...world.tokens.values()].find((one) => accessor !== '' && one.accessor === accessor);
  return found && livingToken(world, found.id);
};

/** Ends a token, its children and its leases. */
export function revoke(world: World, id: string): void {
  world.tokens.delete(id);
  for (const lease of world.leases.values()) if (lease.token === id) world.leases.delete(lease.id);
  for (const child of [...world.tokens.values()]) if (child.parent === id) revoke(world, child.id);
}

/** Counts one use; after the last one the token is dead, but this request is still answered. */
export function useToken(world: World, token: Token): void {
  if (!token.limited) return;
  token.usesLeft -= 1;
  if (token.usesLeft <= 0) revoke(world, token.id);
}

/** Lets a token live on, at most as long as it may live in all. `asked` in seconds; 0: as long as at first. */
export function renew(world: World, token: Token, asked: number): Issued {
  const now = world.now();
  const wanted = token.period || asked || token.creationTtl;
  const left = Math.ceil((token.createdAt + token.maxTtl * 1000 - now) / 1000);
  const ttl = token.period ? wanted : Math.min(wanted, left);
  token.expiresAt = now + ttl * 1000;
  return { token, ttl, cutFrom: ttl < wanted ? wanted : undefined };
}
