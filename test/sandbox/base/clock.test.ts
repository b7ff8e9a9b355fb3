import { expect, test } from 'vitest';
import { scaledClock } from '../../../sandbox/clock.ts';

test('virtual time runs scale times as fast, from the origin', () => {
  const origin = Date.now() - 1000;
  const clock = scaledClock(60, origin);
  const passed = clock.now() - origin;
  expect(passed).toBeGreaterThanOrEqual(60_000);
  expect(passed).toBeLessThan(120_000);
  expect(clock.iso()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/);
  expect(Math.abs(Date.parse(clock.iso()) - clock.now())).toBeLessThan(6000);
});

test('two clocks with the same numbers agree', () => {
  const origin = Date.now() - 5000;
  expect(Math.abs(scaledClock(10, origin).now() - scaledClock(10, origin).now())).toBeLessThanOrEqual(20);
});

test('sleep takes virtual ms and ends early when aborted', async () => {
  const clock = scaledClock(1000);
  const began = performance.now();
  await clock.sleep(30_000);
  const took = performance.now() - began;
  expect(took).toBeGreaterThanOrEqual(29);
  expect(took).toBeLessThan(1000);
  const stop = new AbortController();
  const sleeping = clock.sleep(3_600_000, stop.signal);
  stop.abort();
  await sleeping;
  expect(performance.now() - began).toBeLessThan(1500);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a scale of %s is refused', (scale) => {
  expect(() => scaledClock(scale)).toThrow(RangeError);
});
