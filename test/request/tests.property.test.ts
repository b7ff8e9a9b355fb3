import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeTestId, safeValue } from '../../src/facts/alphabet.ts';
import { choosesTests, meansAll } from '../../src/facts/labels.ts';
import { nameKey } from '../../src/facts/names.ts';
import { type Selection, type SelectionRules, select } from '../../src/request/tests.ts';

/** Any UTF-16 unit, also half a character. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

/** The alphabet of the contract, written down here and not read from the source. */
const safe = /^[A-Za-z0-9._/,:@#+=-]*$/;

const id = fc.stringMatching(/^[a-z0-9._/:@#+=-]{1,6}$/);
const label = fc.oneof(
  fc.constantFrom('TEST-AWS', 'Test-All', 'test-é', 'TEST-É', 'test-ς', 'test-Σ', 'test-\u212a'),
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
      .map((pairs) => new Map([...pairs, ['test-aws', 'aws'], ['test-Ⅻ ΔΣ ǅ é', 'odd']])),
    { nil: undefined },
  ),
  defaultTests: fc.array(id, { minLength: 1, maxLength: 3 }),
  allLabel: fc.constantFrom('test-all', 'all'),
});

const shuffled = labels.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
);
/** The letter in the other case, where that is one letter too, and one of ASCII only where this one is. */
const inCase = (letter: string, upper: boolean): string => {
  const other = upper ? letter.toUpperCase() : letter.toLowerCase();
  const isLike = other.length === letter.length && other <= '\x7f' === letter <= '\x7f';
  return isLike ? other : letter;
};
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

  it('refuses exactly the labels that stand for no test, and names them', () => {
    fc.assert(
      fc.property(labels, rules, (given, by) => {
        const isAll = (one: string) => one.toLowerCase() === by.allLabel;
        const meant = given.filter((one) => one.toLowerCase().startsWith(by.prefix) || isAll(one));
        const known = [...(by.tests?.keys() ?? [])].map((one) => one.toLowerCase());
        const isStrange = (one: string) =>
          by.tests ? !known.includes(one.toLowerCase()) : !/^[A-Za-z0-9._/:@#+=-]+$/.test(one);
        const strange = meant.filter((one) => !isAll(one) && isStrange(one));
        const selection = select(given, by);
        const named = selection.selected ? [] : selection.labels;
        expect(new Set(named.map(nameKey))).toEqual(new Set(strange.map(nameKey)));
        expect(strange).toEqual(expect.arrayContaining([...named]));
      }),
    );
  });

  it('with `tests` given does not depend on the case of any label', () => {
    const cased = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
    const listed = rules.map((by) => ({ ...by, tests: by.tests ?? new Map([['test-aws', 'aws']]) }));
    const known = (by: { readonly tests: ReadonlyMap<string, string>; readonly allLabel: string }) =>
      fc.array(fc.constantFrom(...by.tests.keys(), by.allLabel), { maxLength: 4 });
    const some = listed.chain((by) => fc.tuple(fc.constant(by), known(by), labels));
    fc.assert(
      fc.property(some, cased, ([by, ours, others], upper) => {
        const given = [...ours, ...others];
        const other = given.map((label) =>
          Array.from(label, (letter, nth) => inCase(letter, upper[nth % upper.length] === true)).join(''),
        );
        const [one, two] = [select(given, by), select(other, by)];
        if (one.selected) expect(two).toEqual(one);
        else expect(two).toMatchObject({ selected: false, reason: one.reason });
        expect(select([...given, ...other], by)).toMatchObject({ selected: one.selected });
      }),
    );
  });

  it('chooses the same again when its own tests are the labels', () => {
    fc.assert(
      fc.property(labels, rules, (given, by) => {
        const open = { ...by, tests: undefined };
        const selection = whenSelected(select(given, open));
        const chosen = given.some((one) => choosesTests(one, open));
        if (selection && chosen) expect(select(selection.tests, open)).toEqual(selection);
      }),
    );
  });

  it('is not changed by a label that means nothing', () => {
    fc.assert(
      fc.property(labels, rules, fc.string(), (given, by, stranger) => {
        fc.pre(!choosesTests(stranger, by));
        expect(select([...given, stranger], by)).toEqual(select(given, by));
      }),
    );
  });

  it('means all only when every listed test, or the all label, is in it', () => {
    fc.assert(
      fc.property(labels, rules, (given, by) => {
        const selection = whenSelected(select(given, by));
        if (!selection) return;
        const every = [...new Set(by.tests?.values() ?? [])].filter((one) => !meansAll(one, by));
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
