import { describe, expect, it } from 'vitest';
import { partNames, partsOf, tokenIn } from '../../src/proof/parts.ts';
import { isReserved } from '../../src/request/reserved.ts';

const tokenOf = (length: number): string => `a.b.${'c'.repeat(length - 4)}`;

describe('a token in parts', () => {
  it.each([5, 999, 1_000, 1_001, 1_673, 2_000, 4_999, 5_000])('of %i characters comes back', (length) => {
    const parts = partsOf(tokenOf(length)) ?? {};
    expect(Object.keys(parts)).toEqual([1, 2, 3, 4, 5].map((n) => `DRAWBRIDGE_PROOF_${n}`));
    expect(Math.max(...Object.values(parts).map((part) => part.length))).toBeLessThanOrEqual(1_000);
    expect(tokenIn(parts)).toEqual({ found: true, token: tokenOf(length) });
  });

  it('has no place for more', () => {
    expect(partsOf(tokenOf(5_001))).toBeUndefined();
  });

  it('is found whether unused parts are empty or not there', () => {
    const { DRAWBRIDGE_PROOF_1, DRAWBRIDGE_PROOF_2 } = partsOf(tokenOf(1_200)) ?? {};
    expect(tokenIn({ DRAWBRIDGE_PROOF_1, DRAWBRIDGE_PROOF_2 }).found).toBe(true);
  });

  it('has names that no further variable may have', () => {
    expect(partNames.filter((name) => !isReserved(name) || !isReserved(name.toLowerCase()))).toEqual([]);
  });
});
