import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeTestId, safeValue } from '../../src/facts/alphabet.ts';
import { type Selection, type SelectionRules, select } from '../../src/request/tests.ts';

/** Any UTF-16 unit, also half a character. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

/** The alphabet of the contract, written down here and not read from the source. */
const safe = /^[A-Za-z0-9._/,:@#+=-]*$/;

const id = fc.stringMatching(/^[a-z0-9._/:@#+=-]{1,6}$/);
const label = fc.oneof(
  id.map((text) => `test-${text}`),
  fc.constantFrom('test-all', 'test-aws', 'bug', 'test-'),
  fc.string({ unit: anyUnit, maxLength: 8 }).map((text) => `test-${text}`),
  fc.string({ maxLength: 8 }),
);
const labels = fc.array(label, { maxLength: 6 });
const rules: fc.Arbitrary<SelectionRules> = fc.record({
  prefix: fc.constantFrom('test-', 'ci/', 't'),
  tests: fc.option(
    fc
      .array(
        fc.tuple(
          id.map((text) => `test-${text}`),
          id,
        ),
        { maxLength: 4 },
      )
      .map((pairs) => new Map([...pairs, ['test-aws', 'aws']])),
    { nil: undefined },
  ),
  defaultTests: fc.array(id, { minLength: 1, maxLength: 3 }),
  allLabel: fc.constantFrom('test-all', 'all'),
});

const shuffled = labels.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
);
const whenSelected = (selection: Selection) => (selection.selected ? selection : undefined);

describe('any selection', () => {
  it('does not depend on the order or the number of equal labels', () => {
    fc.assert(
      fc.property(shuffled, rules, ([one, other], given) => {
        expect(select(other, given)).toEqual(select(one, given));
        expect(select([...one, ...other], given)).toEqual(select(one, given));
      }),
    );
  });

  it('sends only safe values, and never none', () => {
    fc.assert(
      fc.property(labels, rules, (given, by) => {
        const selection = whenSelected(select(given, by));
        if (!selection) return;
        expect(selection.tests.join()).toMatch(safe);
        expect(selection.tests.length).toBeGreaterThan(0);
        expect(selection.tests).not.toContain('');
        expect(new Set(selection.tests).size).toBe(selection.tests.length);
        expect([...selection.tests].sort()).toEqual(selection.tests);
      }),
    );
  });

  it('refuses exactly those that may not cross, and says nothing of an unsafe label', () => {
    fc.assert(
      fc.property(labels, rules, (given, by) => {
        const meant = given.filter((one) => one.startsWith(by.prefix) || one === by.allLabel);
        const selection = select(given, by);
        const unsafe = meant.some((one) => !/^[A-Za-z0-9._/:@#+=-]+$/.test(one));
        const strange = meant.some(
          (one) => one !== by.allLabel && by.tests !== undefined && !by.tests.has(one),
        );
        expect(selection.selected).toBe(!unsafe && !strange);
        if (!selection.selected) expect(selection.labels.join('')).toMatch(safe);
      }),
    );
  });

  it('chooses the same again when its own tests are the labels', () => {
    fc.assert(
      fc.property(labels, rules, (given, by) => {
        const open = { ...by, tests: undefined };
        const selection = whenSelected(select(given, open));
        const chosen = given.some((one) => one.startsWith(open.prefix) || one === open.allLabel);
        if (selection && chosen) expect(select(selection.tests, open)).toEqual(selection);
      }),
    );
  });

  it('is not changed by a label that means nothing', () => {
    fc.assert(
      fc.property(labels, rules, fc.string(), (given, by, stranger) => {
        fc.pre(!stranger.startsWith(by.prefix) && stranger !== by.allLabel);
        expect(select([...given, stranger], by)).toEqual(select(given, by));
      }),
    );
  });

  it('means all only when every listed test, or the all label, is in it', () => {
    fc.assert(
      fc.property(labels, rules, (given, by) => {
        const selection = whenSelected(select(given, by));
        if (!selection) return;
        const every = [...new Set(by.tests?.values() ?? [])];
        const complete = every.length > 0 && every.every((one) => selection.tests.includes(one));
        expect(selection.all).toBe(complete || selection.tests.includes(by.allLabel));
      }),
    );
  });
});

describe('the safe alphabets', () => {
  it('are those of the contract', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 3 }), (text) => {
        expect(safeValue.test(text)).toBe(safe.test(text));
        expect(safeTestId.test(text)).toBe(safe.test(text) && text !== '' && !text.includes(','));
      }),
    );
    for (const newline of ['a\n', '\na', 'a\u2028'])
      expect([safeValue.test(newline), safeTestId.test(newline)]).toEqual([false, false]);
  });
});
