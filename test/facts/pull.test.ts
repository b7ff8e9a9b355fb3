import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSha } from '../../src/facts/pull.ts';

const digits = '0123456789abcdef0123456789abcdef01234567';

describe('the full name of a commit', () => {
  it('is 40 lower-case hex digits', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9a-f]{40}$/), (text) => isSha(text)));
  });

  it.each([
    '',
    digits.slice(1),
    `${digits}0`,
    digits.toUpperCase(),
    `g${digits.slice(1)}`,
    ` ${digits}`,
    `${digits}\n`,
    `${digits}\n${digits}`,
  ])('is not %j', (text) => expect(isSha(text)).toBe(false));
});
