import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { ServiceFailure, type ServiceFailureFacts } from '../../src/net/failure.ts';
import type { VaultRefusal } from '../../src/net/refusals.ts';
import { fetchSecrets } from '../../src/secrets/fetch.ts';
import { rejection } from '../net/loopback.ts';
import { vaultFailure } from '../world/vault.ts';
import { secretsStage } from './stage.ts';

describe('a log-in', () => {
  it.each<[string, Partial<ServiceFailureFacts>]>([
    ['412', { refusal: 'replication-lag', kind: 'unavailable' }],
    ['502', { kind: 'unavailable', status: 502, mayHaveActed: true }],
    ['503', { kind: 'unavailable', status: 503, mayHaveActed: true }],
    ['504', { kind: 'unavailable', status: 504, mayHaveActed: true }],
    ['500 that nobody explains', { kind: 'unavailable', status: 500, mayHaveActed: true }],
    ['307', { refusal: 'leader-unreachable', kind: 'unavailable' }],
    ['429', { kind: 'rate-limited', status: 429 }],
    ['no answer', { kind: 'unavailable', transport: 'timeout', mayHaveActed: true }],
  ])('is repeated after %s, each time with a fresh JWT', async (_what, facts) => {
    const { world, calls, clock, read } = secretsStage();
    world.secrets.set('secret/x', { A: '1' });
    const failure = vaultFailure(undefined, 'invalid', facts);
    for (const _ of ['first', 'second']) calls.fail('log in', failure, 1, 'after');
    expect(await read(['x'])).toEqual({ x: { A: '1' } });
    expect(clock.slept).toEqual([1_000, 2_000]);
    expect(new Set(world.shown).size).toBe(3);
  });

  it.each<[VaultRefusal | undefined, Partial<ServiceFailureFacts>]>([
    ['sealed', { kind: 'unavailable', status: 503 }],
    ['not-initialised', { kind: 'unavailable', status: 503 }],
    ['namespace-locked', { kind: 'unavailable', status: 503 }],
    ['no-api', { kind: 'unavailable', transport: 'bad-content' }],
    ['login-method-differs', { kind: 'invalid', status: 500 }],
    ['claim-differs', {}],
    [undefined, { kind: 'unavailable', transport: 'run-deadline' }],
    [undefined, { kind: 'untrusted', transport: 'tls' }],
    [undefined, { kind: 'moved', status: 301 }],
  ])('is not repeated after %s', async (refusal, facts) => {
    const { calls, clock, fetch } = secretsStage();
    const failure = vaultFailure(refusal, 'invalid', facts);
    calls.fail('log in', failure);
    expect(await rejection(fetch(['x']))).toBe(failure);
    expect([calls.done, clock.slept]).toEqual([['log in at jwt'], []]);
  });

  it('is given up after six tries', async () => {
    const { calls, clock, fetch } = secretsStage();
    calls.fail('log in', vaultFailure('leader-unreachable', 'unavailable'));
    expect(reasonOfFailure(await rejection(fetch(['x'])))).toBe('vault-leader-unreachable');
    expect([calls.done.length, clock.slept]).toEqual([6, [1_000, 2_000, 4_000, 8_000, 8_000]]);
  });

  it('and what comes after it is not repeated for a job that is cancelled', async () => {
    for (const line of ['log in', 'read', 'revoke']) {
      const { world, calls, clock, ports, jwt } = secretsStage();
      world.secrets.set('secret/x', { A: '1' });
      const refusal = line === 'read' ? 'token-dead' : 'leader-unreachable';
      calls.fail(line, vaultFailure(refusal, 'unavailable'));
      const cancelled = new AbortController();
      clock.at(100, () => cancelled.abort());
      const wanted = [{ path: 'x', below: false }];
      await fetchSecrets({ ...ports, interrupted: cancelled.signal }, jwt, wanted, undefined).catch(() => {});
      expect([line, calls.of(line).length, clock.elapsed()]).toEqual([line, 1, 100]);
    }
  });

  it('waits as long as Vault asks, and not for an hour', async () => {
    const { calls, clock, fetch } = secretsStage();
    calls.fail('log in', vaultFailure(undefined, 'rate-limited', { retryAfterMs: 59_000 }), 1);
    await fetch(['x']);
    expect(clock.slept).toEqual([59_000]);
    calls.fail('log in', vaultFailure(undefined, 'rate-limited', { retryAfterMs: 3_600_000 }));
    expect(reasonOfFailure(await rejection(fetch(['x'])))).toBe('vault-rate-limited');
    expect(clock.slept).toEqual([59_000]);
  });

  it('without an ID token fails as that does', async () => {
    const { calls, fetch } = secretsStage();
    const failure = new ServiceFailure({
      ...{ service: 'github', status: 403, kind: 'forbidden', mayHaveActed: false },
    });
    const identity = () => Promise.reject(failure);
    expect(await rejection(fetch(['x'], { method: 'jwt', mount: 'jwt', role: undefined, identity }))).toBe(
      failure,
    );
    expect(calls.done).toEqual([]);
  });

  it.each([
    [2_764_800_000, 'of 768 hours'],
    [0, 'without end'],
  ])('says that a token of %i ms lives long', async (ttlMs, words) => {
    const { world, said, fetch } = secretsStage();
    world.role.ttlMs = ttlMs;
    if (ttlMs === 0) world.role = { ...world.role, uses: 0 };
    await fetch([]).catch(() => {});
    expect(said[0]).toBe(`! the role in Vault gives tokens ${words}: set its \`token_ttl\` to \`5m\``);
  });
});

describe('a role that is bound to other claims', () => {
  it.each<VaultRefusal>([
    'audience',
    'audience-unbound',
    'claim-differs',
    'claim-missing',
    'claim-not-text',
    'subject-differs',
    'user-claim-missing',
    'issuer-differs',
  ])('%s: the log has what it may be bound to', async (refusal) => {
    const { calls, said, fetch } = secretsStage();
    calls.fail('log in', vaultFailure(refusal));
    await rejection(fetch(['x']));
    expect(said).toEqual([
      'The ID token of this job has these claims, to which the role in Vault may be bound:',
      '  bound_audiences: ["vault.acme.example"]',
      '  bound_claims: {"repository_id":"1001","repository_owner_id":"77","job_workflow_ref":"acme/engine/.github/workflows/tests.yml@refs/heads/main","ref":"refs/heads/main"}',
      '  bound_issuer (of the mount): "https://token.actions.githubusercontent.com"',
      'Bind ids, never `sub`: its form is not the same for all repositories, and it holds names.',
    ]);
  });

  it.each<VaultRefusal>(['role-unknown', 'jwt-invalid', 'jwt-expired', 'login-network'])(
    '%s is no matter of claims',
    async (refusal) => {
      const { calls, said, fetch } = secretsStage();
      calls.fail('log in', vaultFailure(refusal));
      await rejection(fetch(['x']));
      expect(said).toEqual([]);
    },
  );
});
