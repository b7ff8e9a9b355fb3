import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { wholePath } from '../../src/secrets/places.ts';
import { rejection } from '../net/loopback.ts';
import { vaultFailure } from '../world/vault.ts';
import { secretsStage } from './stage.ts';

describe('a path', () => {
  it.each([
    ['functional-tests', 'secret/functional-tests'],
    ['secret/x', 'secret/x'],
    ['team/a/kv/with blank/ü', 'team/a/kv/with blank/ü'],
    ['kv/a%2Fb?c#d', 'kv/a%2Fb?c#d'],
    ['kv/...', 'kv/...'],
  ])('%s is %s', (path, whole) => {
    expect(wholePath(path)).toBe(whole);
  });

  it.each([
    '',
    '/secret/x',
    'secret/x/',
    'secret//x',
    '..',
    'secret/../sys',
    'secret/./x',
    'a/b\nc',
    'a\u007f',
  ])('%j is none', (path) => {
    expect(() => wholePath(path)).toThrow(vaultFailure('path-invalid', 'invalid', { status: undefined }));
  });
});

describe('the mount of a path', () => {
  it('may have several segments, and is asked for once', async () => {
    const { world, calls, read } = secretsStage();
    world.secrets.set('team/a/kv/x', { A: '1' }).set('team/a/kv/y/z', { B: '2' });
    expect(await read(['team/a/kv/x', 'team/a/kv/y/z'])).toEqual({
      'team/a/kv/x': { A: '1' },
      'team/a/kv/y/z': { B: '2' },
    });
    expect(calls.of('mount of')).toEqual(['mount of team/a/kv/x']);
    expect(calls.of('read')).toEqual(['read team/a/kv x', 'read team/a/kv y/z']);
  });

  it('that Vault does not show is the first segment, of the version that was set', async () => {
    const { world, calls, read, fetch } = secretsStage();
    world.shows = false;
    world.secrets.set('old/x', { A: '1' });
    expect(reasonOfFailure(await rejection(fetch(['old/x'])))).toBe('vault-mount-hidden');
    expect(calls.of('read')).toEqual([]);
    expect(await read(['old/x'], undefined, 1)).toEqual({ 'old/x': { A: '1' } });
  });

  it.each([
    ['an older server', vaultFailure('absent', 'not-found')],
    ['another form of the answer', vaultFailure(undefined, 'unexpected')],
    ['no such method', vaultFailure(undefined, 'unexpected', { status: 405 })],
  ])('is not guessed after %s', async (_what, failure) => {
    const { world, calls, read, fetch } = secretsStage();
    world.secrets.set('old/x', { A: '1' });
    calls.fail('mount of', failure);
    expect(reasonOfFailure(await rejection(fetch(['old/x'])))).toBe('vault-mount-hidden');
    expect(await read(['old/x'], undefined, 1)).toEqual({ 'old/x': { A: '1' } });
  });

  it.each([
    ['vault-sealed', vaultFailure('sealed', 'unavailable')],
    ['vault-unavailable', vaultFailure(undefined, 'unavailable')],
    ['vault-token-refused', vaultFailure('token-dead', 'unauthorized')],
  ])('is not taken from the setting after %s', async (reason, failure) => {
    const { calls, fetch } = secretsStage();
    calls.fail('mount of', failure);
    expect(reasonOfFailure(await rejection(fetch(['old/x'], undefined, 1)))).toBe(reason);
  });

  it('is told by Vault, whatever was set, which is said', async () => {
    const { world, said, read } = secretsStage();
    world.secrets.set('secret/x', { A: '1' }).set('database/creds/x', { P: '2' });
    await read(['secret/x', 'database/creds/x'], undefined, 2);
    expect(said).toEqual([]);
    expect(await read(['secret/x'], undefined, 1)).toEqual({ 'secret/x': { A: '1' } });
    expect(said).toEqual([
      '! `vault-kv-version` is not what Vault says of a mount: Vault is taken at its word',
    ]);
  });

  it('is no secret itself', async () => {
    const { fetch } = secretsStage();
    expect(reasonOfFailure(await rejection(fetch(['team/a/kv'])))).toBe('vault-path-invalid');
  });

  it.each(['secret/data/x', 'secret/metadata/x', 'team/a/kv/data'])(
    '%s has a word that is added',
    async (path) => {
      const { world, fetch } = secretsStage();
      expect(reasonOfFailure(await rejection(fetch([path])))).toBe('vault-path-has-data');
      expect(world.isDead('s.token1')).toBe(true);
    },
  );

  it('of the first version may have folders of that name', async () => {
    const { world, read } = secretsStage();
    world.secrets.set('old/data/x', { A: '1' });
    expect(await read(['old/data/x'])).toEqual({ 'old/data/x': { A: '1' } });
  });
});
