import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import type { KeptLease } from '../../src/secrets/secrets.ts';
import { rejection } from '../net/loopback.ts';
import { vaultFailure } from '../world/vault.ts';
import { secretsStage } from './stage.ts';

const minute = 60_000;

/** A job that has read the password of a database, which has a lease. */
async function withLease(change: (stage: ReturnType<typeof secretsStage>) => void = () => {}) {
  const stage = secretsStage();
  stage.world.secrets.set('database/creds/x', { PASSWORD: 'p' }).set('secret/x', { A: '1' });
  change(stage);
  const { secrets, lease } = await stage.fetch(['secret/x', 'database/creds/x']);
  expect([...secrets.keys()]).toEqual(['secret/x', 'database/creds/x']);
  return { ...stage, lease: lease as KeptLease, made: stage.world.leases[0] };
}

describe('a secret with a lease', () => {
  it('keeps the token, renews both in time, and ends both', async () => {
    const { clock, world, calls, tokens, said, lease, made } = await withLease();
    expect(world.isDead('s.token1')).toBe(false);
    await clock.sleep(31 * minute);
    expect([world.isDead('s.token1'), (made?.until ?? 0) > clock.now(), said]).toEqual([false, true, []]);
    expect(calls.of('renew database').length).toBe(46);
    expect(calls.of('renew').filter((line) => line === 'renew').length).toBe(9);
    expect(await lease.end()).toBe(true);
    expect([made?.revoked, world.isDead('s.token1'), tokens.at(-1)]).toEqual([
      true,
      true,
      `s.token1 revoked after ${calls.done.length}`,
    ]);
  });

  it('is ended once, and not renewed after that', async () => {
    const { clock, calls, lease } = await withLease();
    expect(await Promise.all([lease.end(), lease.end()])).toEqual([true, true]);
    const { length } = calls.done;
    await clock.sleep(10 * minute);
    expect([calls.of('revoke').length, calls.done.length]).toEqual([1, length]);
    expect(calls.of('renew')).toEqual([]);
  });

  it('that cannot be renewed is left to its time', async () => {
    const { clock, calls, said, lease } = await withLease(({ world }) => {
      world.lease = { ttlMs: minute, renewable: false };
    });
    await clock.sleep(2 * minute);
    expect([calls.of('renew database'), said]).toEqual([[], []]);
    await lease.end();
  });

  it('says when it has come to its longest time, once, and asks no more', async () => {
    const { clock, calls, said, lease } = await withLease(({ world }) => {
      world.role = { ...world.role, ttlMs: 5 * minute, mostMs: 6 * minute };
      world.lease = { ttlMs: 60 * minute, renewable: true };
    });
    await clock.sleep(5.5 * minute);
    expect(said).toEqual([
      '! the lease in Vault cannot be renewed. Raise `token_ttl` of the role in Vault, or the time of the lease, to what the job needs.',
    ]);
    expect(calls.of('renew')).toHaveLength(2);
    await lease.end();
  });

  it('is renewed over a standby without a leader', async () => {
    const { clock, calls, said, lease } = await withLease();
    calls.fail('renew database', vaultFailure('leader-unreachable', 'unavailable'), 1);
    await clock.sleep(2 * minute);
    expect([said, calls.of('renew database').length]).toEqual([[], 3]);
    await lease.end();
  });

  it('that could not be ended is told', async () => {
    const { calls, said, tokens, lease } = await withLease();
    calls.fail('revoke', vaultFailure('sealed', 'unavailable'));
    expect(await lease.end()).toBe(false);
    expect(said).toEqual(['! Vault is sealed. Unseal the Vault server, then run the job again.']);
    expect(tokens).toHaveLength(1);
  });

  it('is ended with its token where a later read fails', async () => {
    const { world, fetch } = secretsStage();
    world.secrets.set('database/creds/x', { PASSWORD: 'p' });
    world.denied.add('secret/x');
    expect(reasonOfFailure(await rejection(fetch(['database/creds/x', 'secret/x'])))).toBe(
      'vault-policy-denied',
    );
    expect(world.leases.map(({ revoked }) => revoked)).toEqual([true]);
  });
});

describe('a lease of a token that was handed over', () => {
  it('is ended alone; the token is renewed while it can be, and lives on', async () => {
    const { world, calls, said, fetch } = secretsStage();
    world.secrets.set('database/creds/x', { PASSWORD: 'p' });
    const token = world.handOver();
    const { lease } = await fetch(['database/creds/x'], { method: 'token', token });
    expect(await lease?.end()).toBe(true);
    expect([world.leases[0]?.revoked, world.isDead(token), said]).toEqual([true, false, []]);
    expect(calls.of('revoke')).toEqual([`revoke ${world.leases[0]?.id}`]);
  });

  it('that may not be ended is told', async () => {
    const { world, calls, said, fetch } = secretsStage();
    world.secrets.set('database/creds/x', { PASSWORD: 'p' });
    const login = { method: 'token', token: world.handOver() } as const;
    calls.fail('revoke', vaultFailure('revoke-denied', 'forbidden'));
    expect(await (await fetch(['database/creds/x'], login)).lease?.end()).toBe(false);
    expect(said).toHaveLength(1);
  });
});
