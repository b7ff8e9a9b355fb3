import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextLook } from '../../src/pipeline/pace.ts';

const minutes = (n: number) => n * 60_000;
const times = {
  elapsed: fc.integer({ min: 0, max: minutes(1440) }),
  remaining: fc.integer({ min: -1000, max: minutes(1440) }),
};

describe('when to look next', () => {
  it.each([
    ['at once, a short pipeline is noticed', 0, 2_000],
    ['after half a minute', 30_000, 2_000],
    ['after two minutes', minutes(2), 6_000],
    ['after ten minutes', minutes(10), 30_000],
    ['after two hours', minutes(120), 30_000],
  ])('%s: %i ms → %i ms', (_, elapsed, wait) => {
    expect(nextLook({ elapsed, remaining: minutes(150) })).toBe(wait);
  });

  it('never waits past the deadline, nor backwards', () => {
    expect(nextLook({ elapsed: minutes(20), remaining: 700 })).toBe(700);
    expect(nextLook({ elapsed: minutes(20), remaining: -5 })).toBe(0);
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.record(times), ({ elapsed, remaining }) => {
        const wait = nextLook({ elapsed, remaining });
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.max(0, remaining));
        expect(wait).toBeLessThanOrEqual(30_000);
        if (remaining >= 2_000) expect(wait).toBeGreaterThanOrEqual(2_000);
      }),
    );
  });

  it('grows no shorter as time passes', () => {
    fc.assert(
      fc.property(times.elapsed, times.elapsed, (a, b) => {
        const wait = (elapsed: number) => nextLook({ elapsed, remaining: minutes(150) });
        expect(wait(Math.max(a, b))).toBeGreaterThanOrEqual(wait(Math.min(a, b)));
      }),
    );
  });

  it('costs at most 400 requests for two hours', () => {
    let elapsed = 0;
    let looks = 0;
    for (; elapsed < minutes(120); looks++)
      elapsed += nextLook({ elapsed, remaining: minutes(150) - elapsed });
    expect(looks).toBeLessThanOrEqual(400);
  });
});
