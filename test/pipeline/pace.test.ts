import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expectation, expectationFrom, nextLook, type PaceFacts } from '../../src/pipeline/pace.ts';

const minutes = (n: number) => n * 60_000;
const facts = (over: Partial<PaceFacts> = {}): PaceFacts => ({
  elapsed: 0,
  expected: undefined,
  remaining: minutes(150),
  budget: undefined,
  ...over,
});

const day = minutes(1_440);
const expectation = fc
  .tuple(fc.integer({ min: 1, max: day }), fc.integer({ min: 0, max: day }))
  .map(([low, more]): Expectation => ({ low, high: low + more }));
const anyFacts: fc.Arbitrary<PaceFacts> = fc.record({
  elapsed: fc.integer({ min: 0, max: day }),
  expected: fc.option(expectation, { nil: undefined }),
  remaining: fc.integer({ min: -1_000, max: day }),
  budget: fc.option(
    fc.record({ limit: fc.integer({ min: -1, max: 2_000 }), remaining: fc.integer({ min: -5, max: 2_000 }) }),
    { nil: undefined },
  ),
});

/** When a watch looks at a pipeline that runs for so long, and how late it sees the end. */
function looksAt(duration: number, expected: Expectation | undefined) {
  let elapsed = 0;
  let looks = 1;
  for (; elapsed < duration; looks++)
    elapsed += nextLook(facts({ elapsed, expected, remaining: minutes(300) - elapsed }));
  return { looks, late: elapsed - duration };
}

describe('when to look next', () => {
  it('never waits past the deadline, nor backwards', () => {
    expect(nextLook(facts({ elapsed: minutes(20), remaining: 700 }))).toBe(700);
    expect(nextLook(facts({ elapsed: minutes(20), remaining: -5 }))).toBe(0);
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const wait = nextLook(given);
        expect(Number.isFinite(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.max(0, given.remaining));
        if (given.remaining >= 1_000) expect(wait).toBeGreaterThanOrEqual(1_000);
      }),
      { numRuns: 1_000 },
    );
  });

  it('without history, a short pipeline is noticed at once and a long one costs little', () => {
    expect(looksAt(minutes(1), undefined).late).toBeLessThanOrEqual(4_000);
    expect(looksAt(minutes(120), undefined).looks).toBeLessThanOrEqual(400);
    expect(looksAt(minutes(120), undefined).late).toBeLessThanOrEqual(20_000);
  });

  it('without history, it grows no shorter as time passes', () => {
    const elapsed = fc.integer({ min: 0, max: day });
    fc.assert(
      fc.property(elapsed, elapsed, (a, b) => {
        const wait = (at: number) => nextLook(facts({ elapsed: at, remaining: day }));
        expect(wait(Math.max(a, b))).toBeGreaterThanOrEqual(wait(Math.min(a, b)));
      }),
    );
  });

  it('with history, the end is seen sooner and with fewer looks than without', () => {
    const expected = { low: minutes(102), high: minutes(138) };
    const ends = Array.from({ length: 37 }, (_, n) => minutes(102 + n) - 17_000);
    const mean = (by: Expectation | undefined, what: 'looks' | 'late') =>
      ends.reduce((sum, end) => sum + looksAt(end, by)[what], 0) / ends.length;
    expect(mean(expected, 'looks')).toBeLessThan(mean(undefined, 'looks'));
    expect(mean(expected, 'late')).toBeLessThan(mean(undefined, 'late'));
  });

  it('with history, a pipeline that takes longer than ever is still looked at', () => {
    const expected = { low: minutes(8), high: minutes(12) };
    expect(looksAt(minutes(60), expected).late).toBeLessThanOrEqual(20_000);
  });
});

describe('a budget of requests', () => {
  const at = (limit: number, remaining: number) =>
    nextLook(facts({ elapsed: minutes(60), budget: { limit, remaining } }));
  const usual = nextLook(facts({ elapsed: minutes(60) }));

  it.each([
    ['untouched', 2_000, 2_000, 1],
    ['half used', 2_000, 1_000, 1],
    ['three quarters used', 2_000, 500, 2],
    ['used up', 2_000, 0, 8],
    ['overdrawn', 2_000, -3, 8],
    ['of nothing', 0, 0, 1],
  ])('%s: %i of %i', (_, limit, remaining, factor) =>
    expect(at(limit, remaining)).toBeCloseTo(usual * factor, 5),
  );

  it('is spent slower the less is left', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), (a, b) => {
        expect(at(2_000, Math.min(a, b))).toBeGreaterThanOrEqual(at(2_000, Math.max(a, b)));
      }),
    );
  });
});

describe('what earlier durations let us expect', () => {
  it('is nothing without any', () => {
    expect(expectationFrom([])).toBeUndefined();
    expect(expectationFrom([0, -1])).toBeUndefined();
  });

  it('is around a single one', () => expect(expectationFrom([1_000])).toEqual({ low: 850, high: 1_150 }));

  it('is around all of them, whatever their order', () => {
    const expected = expectationFrom([5_000, 1_000, 2_000]);
    expect(expected).toEqual(expectationFrom([1_000, 2_000, 5_000]));
    expect(expected?.low).toBeLessThan(1_000);
    expect(expected?.high).toBeGreaterThan(5_000);
  });

  it('holds each of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: day }), { minLength: 1, maxLength: 10 }),
        (durations) => {
          const expected = expectationFrom(durations);
          for (const one of durations) {
            expect(expected?.low).toBeLessThan(one);
            expect(expected?.high).toBeGreaterThan(one);
          }
        },
      ),
    );
  });
});
