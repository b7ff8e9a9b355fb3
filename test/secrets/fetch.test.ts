import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { revoke } from '../../src/secrets/fetch.ts';
import { rejection } from '../net/loopback.ts';
import { vaultFailure } from '../world/vault.ts';
import { secretsStage } from './stage.ts';

describe('a fetch', () => {
  it('logs in, reads, and has revoked its token before it is over', async () => {
    const { world, calls, tokens, read } = secretsStage();
    world.secrets.set('secret/functional-tests', { A: '1', B: '2' });
    world.secrets.set('old/more', { C: '3' });
    expect(await read(['functional-tests', 'old/more'])).toEqual({
      'functional-tests': { A: '1', B: '2' },
      'old/more': { C: '3' },
    });
    expect(calls.done).toEqual([
      'log in at jwt',
      'mount of secret/functional-tests',
      'mount of old/more',
      'read secret functional-tests',
      'read old more',
      'revoke',
    ]);
    expect(tokens).toEqual(['s.token1 held after 1', 's.token1 revoked after 6']);
    expect(world.isDead('s.token1')).toBe(true);
  });

  it('by AppRole is the same', async () => {
    const { world, calls, read } = secretsStage();
    world.secrets.set('secret/x', { A: '1' });
    const login = { method: 'approle', mount: 'team/roles', roleId: 'r', secretId: 's' } as const;
    expect(await read(['x'], login)).toEqual({ x: { A: '1' } });
    expect([calls.done[0], world.shown]).toEqual(['log in at team/roles', ['r']]);
  });

  it('with a token that was handed over neither logs in nor revokes', async () => {
    const { world, calls, tokens, read } = secretsStage();
    world.secrets.set('secret/x', { A: '1' });
    const token = world.handOver();
    expect(await read(['x'], { method: 'token', token })).toEqual({ x: { A: '1' } });
    expect(calls.done).toEqual(['mount of secret/x', 'read secret x']);
    expect([tokens, world.isDead(token)]).toEqual([[], false]);
    const failure = await rejection(read(['team/a/kv/x', 'nowhere/x'], { method: 'token', token }));
    expect([reasonOfFailure(failure), world.isDead(token)]).toEqual(['vault-mount-hidden', false]);
  });

  it('without a token asks nothing', async () => {
    const { calls, fetch } = secretsStage();
    const failure = await rejection(fetch(['x'], { method: 'token', token: '' }));
    expect([reasonOfFailure(failure), calls.done]).toEqual(['vault-token-missing', []]);
  });

  it('that fails has revoked its token too, when no more read is under way', async () => {
    const { world, calls, fetch } = secretsStage();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'])
      world.secrets.set(`secret/${name}`, { A: '1' });
    world.denied.add('secret/b');
    const failure = await rejection(fetch(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']));
    expect(reasonOfFailure(failure)).toBe('vault-policy-denied');
    expect(calls.done.at(-1)).toBe('revoke');
    expect(calls.of('read').length).toBeLessThan(9);
    expect(world.isDead('s.token1')).toBe(true);
  });

  it('wastes no use of its token: the last one is the revoke', async () => {
    const { world, said, read } = secretsStage();
    world.role.uses = 2;
    world.secrets.set('secret/x', { A: '1' });
    expect(await read(['x', 'x'])).toEqual({ x: { A: '1' } });
    expect([world.isDead('s.token1'), said]).toEqual([true, []]);
    world.role.uses = 1;
    expect(await read(['x'])).toEqual({ x: { A: '1' } });
    expect([world.isDead('s.token2'), said]).toEqual([true, []]);
  });

  it('leaves out what is not there, and says of what is deleted that it is', async () => {
    const { world, said, read } = secretsStage();
    world.secrets.set('secret/gone', 'deleted').set('secret/null', {});
    expect(await read(['absent', 'gone', 'null'])).toEqual({ null: {} });
    expect(said).toEqual([
      '! the newest version of the secret in Vault is deleted or destroyed. Bring it back with `vault kv undelete`, or write a new one with `vault kv put`.',
    ]);
  });

  it('finds a path that cannot be before it logs in', async () => {
    const { calls, fetch } = secretsStage();
    expect(reasonOfFailure(await rejection(fetch(['x', 'secret//x'])))).toBe('vault-path-invalid');
    expect(calls.done).toEqual([]);
  });
});

describe('a token that is not revoked', () => {
  it('is told, and what was read is given all the same', async () => {
    const { world, said, tokens, read } = secretsStage();
    world.role.revokes = false;
    world.secrets.set('secret/x', { A: '1' });
    expect(await read(['x'])).toEqual({ x: { A: '1' } });
    expect(said).toEqual([
      '! the policy of the Vault token does not allow it to revoke itself. Give the role in Vault the policy `default`: take `token_no_default_policy` away.',
    ]);
    expect(tokens).toEqual(['s.token1 held after 1']);
  });

  it('is revoked again while there is no leader; dead already is as good', async () => {
    const { world, calls, said, tokens, clock, fetch } = secretsStage();
    calls.fail('revoke', vaultFailure('leader-unreachable', 'unavailable'), 1);
    calls.fail('revoke', vaultFailure(undefined, 'unavailable'), 1, 'after');
    await fetch(['x']);
    expect([calls.of('revoke').length, said, clock.slept]).toEqual([3, [], [1_000, 2_000]]);
    expect([tokens.length, world.isDead('s.token1')]).toEqual([2, true]);
  });

  it('is a batch token: that is said once, and nothing is tried', async () => {
    const { world, calls, said, tokens, fetch } = secretsStage();
    world.role.batch = true;
    await fetch(['x']);
    expect([calls.of('revoke'), said, tokens]).toEqual([
      [],
      [
        '! batch tokens of Vault can be neither revoked nor renewed. Set `token_type=service` of the role in Vault.',
      ],
      ['s.token1 held after 1'],
    ]);
  });

  it('by post: resolves only where it is dead', async () => {
    const { world, ports, calls } = secretsStage();
    const token = world.handOver();
    await revoke(ports.vault, token);
    expect(world.isDead(token)).toBe(true);
    await revoke(ports.vault, token);
    calls.fail('revoke', vaultFailure('sealed', 'unavailable'));
    expect(reasonOfFailure(await rejection(revoke(ports.vault, token)))).toBe('vault-sealed');
  });

  it('is not left behind where the edge cannot note it', async () => {
    const { world, ports } = secretsStage();
    const { fetchSecrets } = await import('../../src/secrets/fetch.ts');
    const noting = { ...ports, onToken: (_: string, state: string) => state === 'held' && fault() };
    const fault = () => {
      throw new TypeError('disk full');
    };
    const login = { method: 'approle', mount: 'approle', roleId: 'r', secretId: undefined } as const;
    await expect(fetchSecrets(noting, login, [], undefined)).rejects.toThrow('disk full');
    expect(world.isDead('s.token1')).toBe(true);
  });
});
