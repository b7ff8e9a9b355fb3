/** Vault in memory, on a clock: mounts, secrets, one role, tokens with uses and times, leases. */
import type { Clock } from '../../src/clock.ts';
import { ServiceFailure, type ServiceFailureFacts, type ServiceFailureKind } from '../../src/net/failure.ts';
import type { VaultRefusal } from '../../src/net/refusals.ts';
import type { Issued, Mount, Vault } from '../../src/secrets/vault.ts';
import { type Carry, straight } from './calls.ts';

/** What a test writes at a path: keys and values, or what became of them. */
export type Written = Readonly<Record<string, string>> | 'deleted';

/** A token, and what has become of it. */
export interface Held {
  readonly token: string;
  uses: number;
  until: number;
  revoked: boolean;
}

/** A lease on a secret that was made for a token. */
export interface Made {
  readonly id: string;
  readonly token: string;
  until: number;
  revoked: boolean;
}

/** Vault. What it holds is open to the tests, also between two calls. */
export interface VaultWorld {
  /** By path; a path that is on none of them is hidden. */
  readonly mounts: Mount[];
  /** By whole path, the mount first, without `data/`. */
  readonly secrets: Map<string, Written>;
  /** Paths that no policy allows. */
  readonly denied: Set<string>;
  readonly tokens: Map<string, Held>;
  readonly leases: Made[];
  /** What the role gives. Milliseconds; uses 0: as many as one likes. */
  role: { ttlMs: number; mostMs: number; uses: number; batch: boolean; revokes: boolean };
  /** How long a lease of a `plain` mount lives, and whether it can be renewed. */
  lease: { ttlMs: number; renewable: boolean };
  /** Whether mounts are shown at all. */
  shows: boolean;
  /** JWTs and role ids, as they were shown. */
  readonly shown: string[];
  /** A token that somebody has made by hand. */
  handOver(): string;
  isDead(token: string): boolean;
  /** The port; `carry` is told of each call. */
  vault(carry?: Carry): Vault;
}

/** Vault, refusing by a name. */
export const vaultFailure = (
  refusal: VaultRefusal | undefined,
  kind: ServiceFailureKind = 'invalid',
  over: Partial<ServiceFailureFacts> = {},
): ServiceFailure =>
  new ServiceFailure({ service: 'vault', status: 400, kind, mayHaveActed: false, refusal, ...over });

/** A Vault with the stores `secret` (second version), `old` (first) and `team/a/kv`, and the engine `database`. */
export function vaultWorld(clock: Clock): VaultWorld {
  let count = 0;
  const world: VaultWorld = {
    mounts: [
      { path: 'secret', engine: 'kv-2' },
      { path: 'old', engine: 'kv-1' },
      { path: 'team/a/kv', engine: 'kv-2' },
      { path: 'database', engine: 'plain' },
    ],
    secrets: new Map(),
    denied: new Set(),
    tokens: new Map(),
    leases: [],
    role: { ttlMs: 300_000, mostMs: 3_600_000, uses: 0, batch: false, revokes: true },
    lease: { ttlMs: 60_000, renewable: true },
    shows: true,
    shown: [],
    handOver: () => hold(0, Number.POSITIVE_INFINITY),
    isDead: (token) => {
      const held = world.tokens.get(token);
      return !held || held.revoked || held.until <= clock.now();
    },
    vault: (carry = straight) => vaultOver(carry),
  };

  function hold(uses: number, ttlMs: number): string {
    count++;
    const token = `s.token${count}`;
    world.tokens.set(token, {
      token,
      uses: uses || Number.POSITIVE_INFINITY,
      until: clock.now() + ttlMs,
      revoked: false,
    });
    return token;
  }

  const issue = (shown: string): Issued => {
    world.shown.push(shown);
    const { ttlMs, uses, batch } = world.role;
    return { token: hold(uses, ttlMs), ttlMs, renewable: !batch, batch };
  };

  const use = (token: string): Held => {
    const held = world.tokens.get(token);
    if (!held || world.isDead(token)) throw vaultFailure('token-dead', 'unauthorized');
    held.uses--;
    if (held.uses === 0) held.revoked = true;
    return held;
  };

  function vaultOver(carry: Carry): Vault {
    return {
      logIn: (mount, proof) =>
        carry(`log in at ${mount}`, () => issue(proof.method === 'jwt' ? proof.jwt : proof.roleId)),
      as: (token) => ({
        mountOf: (path) =>
          carry(`mount of ${path}`, () => {
            if (world.isDead(token)) throw vaultFailure('token-dead', 'unauthorized');
            const found = world.mounts.find((one) => `${path}/`.startsWith(`${one.path}/`));
            if (!found || !world.shows) throw vaultFailure('mount-hidden', 'forbidden');
            return found;
          }),
        read: (mount, path) =>
          carry(`read ${mount.path} ${path}`, () => {
            use(token);
            const whole = `${mount.path}/${path}`;
            if (world.denied.has(whole)) throw vaultFailure('policy', 'forbidden');
            const written = world.secrets.get(whole);
            if (written === undefined) throw vaultFailure('absent', 'not-found');
            if (written === 'deleted') throw vaultFailure('deleted-version', 'not-found');
            const values = new Map(Object.entries(written));
            if (mount.engine !== 'plain') return { values, lease: undefined };
            const id = `${whole}/${++count}`;
            world.leases.push({ id, token, until: clock.now() + world.lease.ttlMs, revoked: false });
            return { values, lease: { id, ...world.lease } };
          }),
        list: (mount, path) =>
          carry(`list ${mount.path} ${path}`, () => {
            use(token);
            const folder = [mount.path, path, ''].filter((part, n) => part !== '' || n === 2).join('/');
            if (world.denied.has(folder)) throw vaultFailure('list-denied', 'forbidden');
            const below = [...world.secrets.keys()].filter((one) => one.startsWith(folder));
            return [...new Set(below.map((one) => one.slice(folder.length).replace(/\/.*/, '/')))];
          }),
        renew: () =>
          carry('renew', () => {
            const held = use(token);
            if (held.until === Number.POSITIVE_INFINITY) throw vaultFailure('not-renewable');
            const { ttlMs, mostMs } = world.role;
            held.until = Math.min(clock.now() + ttlMs, start + mostMs);
            return { ttlMs: held.until - clock.now(), renewable: true };
          }),
        renewLease: (id) =>
          carry(`renew ${id}`, () => {
            use(token);
            const lease = world.leases.find((one) => one.id === id);
            if (!lease || lease.until <= clock.now()) throw vaultFailure('not-renewable');
            lease.until = clock.now() + world.lease.ttlMs;
            return { ...world.lease };
          }),
        revokeLease: (id) =>
          carry(`revoke ${id}`, () => {
            use(token);
            for (const lease of world.leases) if (lease.id === id) lease.revoked = true;
          }),
        revoke: () =>
          carry('revoke', () => {
            const held = use(token);
            if (world.role.batch) throw vaultFailure('batch-token');
            if (!world.role.revokes) throw vaultFailure('revoke-denied', 'forbidden');
            held.revoked = true;
            for (const lease of world.leases) if (lease.token === token) lease.revoked = true;
          }),
      }),
    };
  }
  const start = clock.now();
  return world;
}
