import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { rejection } from '../net/loopback.ts';
import { secretsStage } from './stage.ts';

describe('everything below a path', () => {
  it('is the path itself and all its folders, each secret once', async () => {
    const { world, calls, said, read } = secretsStage();
    for (const name of ['tests', 'tests/a', 'tests/b/c', 'tests/b/d/e', 'tests-of-others', 'tests/gone'])
      world.secrets.set(`secret/${name}`, name === 'tests/gone' ? 'deleted' : { N: name });
    expect(await read(['tests/**', 'secret/tests/a', 'secret/tests'])).toEqual({
      tests: { N: 'tests' },
      'secret/tests': { N: 'tests' },
      'secret/tests/a': { N: 'tests/a' },
      'secret/tests/b/c': { N: 'tests/b/c' },
      'secret/tests/b/d/e': { N: 'tests/b/d/e' },
    });
    expect(calls.of('read')).toHaveLength(5);
    expect(calls.of('read secret tests/a')).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it('of a mount has no secret of the mount itself', async () => {
    const { world, calls, read } = secretsStage();
    world.secrets.set('team/a/kv/x', { A: '1' });
    expect(await read(['team/a/kv/**'])).toEqual({ 'team/a/kv/x': { A: '1' } });
    expect(calls.done).toEqual([
      'log in at jwt',
      'mount of team/a/kv',
      'list team/a/kv ',
      'read team/a/kv x',
      'revoke',
    ]);
  });

  it('that is nothing is empty', async () => {
    const { read } = secretsStage();
    expect(await read(['none/**'])).toEqual({});
  });

  it('that may not be listed is a reason, and so is one secret that may not be read', async () => {
    const { world, fetch } = secretsStage();
    world.secrets.set('secret/tests/a', { A: '1' });
    world.denied.add('secret/tests/');
    expect(reasonOfFailure(await rejection(fetch(['tests/**'])))).toBe('vault-list-denied');
    world.denied.clear();
    world.denied.add('secret/tests/a');
    expect(reasonOfFailure(await rejection(fetch(['tests/**'])))).toBe('vault-policy-denied');
    expect([world.isDead('s.token1'), world.isDead('s.token2')]).toEqual([true, true]);
  });

  it.each([
    ['secrets', 501, (n: number) => `secret/tests/${n}`],
    ['folders', 201, (n: number) => `secret/tests/${n}/x`],
    ['folders in folders', 1, () => `secret/tests/${'f/'.repeat(12)}x`],
  ])('of too many %s is refused before any is read', async (_what, count, pathOf) => {
    const { world, calls, fetch } = secretsStage();
    for (let n = 0; n < count; n++) world.secrets.set(pathOf(n), { A: '1' });
    expect(reasonOfFailure(await rejection(fetch(['tests/**'])))).toBe('vault-too-many-below');
    expect([calls.of('read'), world.isDead('s.token1')]).toEqual([[], true]);
  });

  it.each([
    ['secrets', 500, (n: number) => `secret/tests/${n}`],
    ['folders', 199, (n: number) => `secret/tests/${n}/x`],
    ['folders in folders', 1, () => `secret/tests/${'f/'.repeat(11)}x`],
  ])('of just so many %s is read', async (_what, count, pathOf) => {
    const { world, read } = secretsStage();
    for (let n = 0; n < count; n++) world.secrets.set(pathOf(n), { A: '1' });
    expect(Object.keys(await read(['tests/**']))).toHaveLength(count);
  });
});
