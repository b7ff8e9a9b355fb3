import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosesTests, meansAll } from '../../src/facts/labels.ts';
import { beginsWith, eachOnce, nameKey, sameName, sameRepository } from '../../src/facts/names.ts';

/** Characters of any number, halves too. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
});

describe('one name to GitHub', () => {
  it.each([
    ['test-all', 'Test-All'],
    ['TÉST', 'tést'],
    ['ΟΔΟΣ', 'οδος'],
    ['οδοσ', 'οδος'],
    ['\u00c5', '\u212b'],
    ['𐐀', '𐐨'],
    ['STRA\u1e9eE', 'straße'],
  ])('%s is %s', (one, other) => expect(sameName(one, other)).toBe(true));

  // What only looks alike, or becomes alike in one language's rules, must not pass for an organisation's or team's name.
  it.each([
    ['kernel', '\u212aernel'],
    ['admin', 'adm\u0131n'],
    ['ADMIN', 'ADM\u0130N'],
    ['staff', '\u017ftaff'],
    ['strasse', 'straße'],
    ['test-a', 'test-\u0430'],
    ['test-a', 'test-a '],
    ['é', 'e'],
  ])('%s is not %s', (one, other) => expect(sameName(one, other)).toBe(false));

  it('a name of ASCII is the same as no other name', () => {
    const ascii = fc.string();
    fc.assert(
      fc.property(ascii, anyText, (one, other) => {
        if (sameName(one, other)) expect(other.toLowerCase()).toBe(one.toLowerCase());
        expect([...nameKey(other)].filter((letter) => letter <= '\x7f').join('')).toBe(
          [...other]
            .filter((letter) => letter <= '\x7f')
            .join('')
            .toLowerCase(),
        );
      }),
    );
  });

  it('one key is its own key', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
    );
  });

  it('begins with the first part of itself, in any letters', () => {
    fc.assert(
      fc.property(anyText, fc.string(), (start, rest) => {
        expect(beginsWith(`${start}${rest}`, start)).toBe(true);
        expect(beginsWith(`TEST-${rest}`, 'test-')).toBe(true);
      }),
    );
    expect(beginsWith('tes', 'test-')).toBe(false);
  });

  it('each name once, the first spelling of it, in the order given', () => {
    expect(eachOnce(['b', 'A', 'B', 'a', 'c'])).toEqual(['b', 'A', 'c']);
  });

  it('a repository that is gone is the same as none', () => {
    expect(sameRepository('Acme/Engine', 'acme/engine')).toBe(true);
    expect(sameRepository('acme/engine', 'mallory/engine')).toBe(false);
    expect([sameRepository(null, null), sameRepository('a/b', null)]).toEqual([false, false]);
  });
});

describe('labels', () => {
  const rules = { prefix: 'Test-', allLabel: 'everything' };

  it.each([
    ['test-dns', true],
    ['TEST-', true],
    ['Everything', true],
    ['tests', false],
    ['my-test-dns', false],
    ['all', false],
  ])('%s chooses tests: %s', (label, expected) => expect(choosesTests(label, rules)).toBe(expected));

  it.each([
    ['all', true],
    ['ALL', true],
    ['EveryThing', true],
    ['test-all', false],
    ['', false],
  ])('%j means all: %s', (word, expected) => expect(meansAll(word, rules)).toBe(expected));
});
