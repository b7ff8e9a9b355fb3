import { expect, it } from 'vitest';
import { inParallel } from '../../src/secrets/in-parallel.ts';
import { rejection } from '../net/loopback.ts';

it('does all, in their order, and never more than so many at once', async () => {
  let now = 0;
  let most = 0;
  const begun: number[] = [];
  await inParallel(3, [1, 2, 3, 4, 5, 6, 7], async (item) => {
    begun.push(item);
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now--;
  });
  expect([begun, most, now]).toEqual([[1, 2, 3, 4, 5, 6, 7], 3, 0]);
});

it('begins nothing after a failure, and waits for what is under way', async () => {
  const ended: number[] = [];
  const failure = new Error('first');
  const thrown = await rejection(
    inParallel(2, [1, 2, 3, 4], async (item) => {
      if (item === 1) throw failure;
      await new Promise((resolve) => setImmediate(resolve));
      ended.push(item);
    }),
  );
  expect([thrown, ended]).toEqual([failure, [2]]);
});
