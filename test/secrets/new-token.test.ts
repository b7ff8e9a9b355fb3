import { expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { rejection } from '../net/loopback.ts';
import { vaultFailure } from '../world/vault.ts';
import { secretsStage } from './stage.ts';

const dead = vaultFailure('token-dead', 'unauthorized');

it.each(['mount of', 'read', 'list'])('a token that was just given is shown again: %s', async (call) => {
  const { world, calls, clock, read } = secretsStage();
  world.secrets.set('secret/x', { A: '1' });
  for (const _ of ['first', 'second']) calls.fail(call, dead, 1);
  expect(await read(['x/**'])).toEqual({ x: { A: '1' } });
  expect(clock.slept).toEqual([250, 500]);
});

it('that is dead is given up soon', async () => {
  const { calls, clock, fetch } = secretsStage();
  calls.fail('mount of', dead);
  expect(reasonOfFailure(await rejection(fetch(['x'])))).toBe('vault-token-refused');
  expect(clock.slept).toEqual([250, 500, 1_000, 2_000]);
});

it('that was handed over is taken at its word, and so is every other no', async () => {
  const { world, calls, clock, fetch } = secretsStage();
  calls.fail('read', dead, 1);
  await rejection(fetch(['x'], { method: 'token', token: world.handOver() }));
  calls.fail('read', vaultFailure('policy', 'forbidden'), 1);
  await rejection(fetch(['x']));
  calls.fail('read', vaultFailure(undefined, 'unavailable'), 1);
  await rejection(fetch(['x']));
  expect(clock.slept).toEqual([]);
});
