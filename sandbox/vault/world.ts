import { randomBytes, randomUUID } from 'node:crypto';
import { createGaps, type Gaps } from '../base/gaps.ts';
import type { Namespace, Token } from './api.ts';

/** What the server is doing. Only an active one and a standby answer more than their health. */
export type ServerState =
  | { readonly kind: 'active' }
  | { readonly kind: 'sealed' }
  | { readonly kind: 'uninitialised' }
  /**
   * Answers reads itself. It hands on what changes something, and where its leader cannot be reached it answers that with
   * 307 to `leader`, an address without a slash at its end.
   */
  | { readonly kind: 'standby'; readonly leader: string; readonly reachesLeader: boolean };

/** Settings of the whole server. */
export interface ServerSettings {
  version: string;
  /** Seconds; for tokens and leases whose role and mount say nothing. 32 days, as out of the box. */
  defaultTtl: number;
  maxTtl: number;
  /** Virtual ms for which a new token answers 412, as HashiCorp's performance standbys may. */
  lagMs: number;
  /** Whether a 429 says when to come back. */
  rateLimitHeaders: boolean;
}

/** A lease of a secret. */
export interface Lease {
  readonly id: string;
  readonly token: string;
  readonly renewable: boolean;
  readonly ttl: number;
  readonly maxTtl: number;
  readonly issuedAt: number;
  expiresAt: number;
}

/** An answer that waits behind a wrapping token. */
export interface Wrapped {
  readonly body: unknown;
  readonly path: string;
  readonly createdAt: number;
  readonly ttl: number;
}

/** At most so many requests of a path in each interval. */
export interface Quota {
  readonly path: string;
  readonly rate: number;
  readonly intervalMs: number;
  windowStart: number;
  calls: number;
}

/** The state behind the embedded Vault; tests may read and change it. */
export interface World {
  /** Without a slash at its end. */
  url: string;
  /** Virtual milliseconds. */
  now(): number;
  settings: ServerSettings;
  state: ServerState;
  namespaces: Map<string, Namespace>;
  tokens: Map<string, Token>;
  leases: Map<string, Lease>;
  wrapped: Map<string, Wrapped>;
  quotas: Map<string, Quota>;
  /** The entity of each name at each mount. */
  entities: Map<string, string>;
  readonly clusterId: string;
  readonly unsealKey: string;
  /** What was asked for that is not imitated. */
  gaps: Gaps;
}

/** A server with an empty root namespace. `now` gives virtual milliseconds. */
export function createWorld(now: () => number, url: string): World {
  return {
    url,
    now,
    settings: {
      version: '2.7.2',
      defaultTtl: 2_764_800,
      maxTtl: 2_764_800,
      lagMs: 0,
      rateLimitHeaders: false,
    },
    state: { kind: 'active' },
    namespaces: new Map(),
    tokens: new Map(),
    leases: new Map(),
    wrapped: new Map(),
    quotas: new Map(),
    entities: new Map(),
    clusterId: randomUUID(),
    unsealKey: randomBytes(32).toString('base64'),
    gaps: createGaps('Vault'),
  };
}

/** The namespace of that path, as `''` or `team/`. Throws when there is none. */
export function namespaceOf(world: World, path: string): Namespace {
  return world.namespaces.get(path) ?? unknown('namespace', path);
}

/** What a verb says when a test names something that is not there. Throws, always. */
export function unknown(kind: string, which: string): never {
  throw new Error(`The sandbox's Vault has no ${kind} ${which}.`);
}
