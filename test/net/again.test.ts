import { expect, it } from 'vitest';
import { repeatedly } from '../../src/net/again.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import { fakeClock, rejection } from './loopback.ts';

it('what lasts is not tried again, though its status is that of an outage', async () => {
  const clock = fakeClock();
  const failure = gitlabFailure('unavailable');
  let tries = 0;
  const act = async () => {
    tries++;
    throw failure;
  };
  const patience = { clock, pauses: [10, 20], longestWait: 100 };
  expect(await rejection(repeatedly(act, { ...patience, lasts: () => true }))).toBe(failure);
  expect([tries, clock.slept]).toEqual([1, []]);
  expect(await rejection(repeatedly(act, patience))).toBe(failure);
  expect([tries, clock.slept]).toEqual([4, [10, 20]]);
});

it('nothing is tried again, and no pause waited out, where nobody waits any more', async () => {
  const failure = gitlabFailure('unavailable');
  const controller = new AbortController();
  let tries = 0;
  const act = async () => {
    tries++;
    throw failure;
  };
  const clock = { now: () => 0, sleep: async () => controller.abort() };
  const patience = { clock, pauses: [10, 20], longestWait: 100, interrupted: controller.signal };
  expect(await rejection(repeatedly(act, patience))).toBe(failure);
  expect(tries).toBe(1);
});
