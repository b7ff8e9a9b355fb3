import { safeTestId } from '../facts/alphabet.ts';
import { choosesTests, type LabelRules, meansAll } from '../facts/labels.ts';
import { eachOnce, nameKey } from '../facts/names.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Pattern } from './patterns.ts';

/** How labels choose tests. What may be sent has been validated against `safeTestId`: the ids and the all label. */
export interface SelectionRules extends LabelRules {
  /** Label → test id. Labels may have any characters. Undefined: the id is the whole label, as it is written. */
  readonly tests: ReadonlyMap<string, string> | undefined;
  /** What no label means: test ids, or the all label alone. */
  readonly defaultTests: readonly string[];
  /** Test id → patterns of its files, which choose on pull requests where no label does. */
  readonly paths?: ReadonlyMap<string, readonly Pattern[]>;
}

/**
 * The tests of one run, in a stable order without duplicates, or why nothing may be selected. No test at all (`needsNone`)
 * is a selection too: files may need none.
 */
export type Selection =
  | { readonly selected: true; readonly tests: readonly string[]; readonly all: boolean }
  | {
      readonly selected: false;
      readonly reason: ReasonCode;
      /** Why: labels or ids, in whatever characters. */
      readonly labels: readonly string[];
      readonly known: readonly string[];
    };

/** Tests that were selected. */
export type Selected = Extract<Selection, { selected: true }>;

/** Whether nothing is to be run. Pure. */
export const needsNone = ({ tests }: Pick<Selected, 'tests'>): boolean => tests.length === 0;

/** Whether a selection is of these very tests. Pure. */
export const isSame = (one: Selection, { tests }: Pick<Selected, 'tests'>): boolean =>
  one.selected && one.tests.join() === tests.join();

/** Whether tests that were selected are at least those that are needed. Pure. */
export const covers = ({ tests, all }: Selected, needed: Selected): boolean =>
  all || needed.tests.every((id) => tests.includes(id));

/** Every test, as the merge queue wants them. */
export const selectAll = ({ allLabel }: SelectionRules): Selected => ({
  selected: true,
  tests: [allLabel],
  all: true,
});

/** Labels that choose tests, known or not, each once and in order. */
const chosenOf = (labels: readonly string[], rules: SelectionRules): readonly string[] =>
  eachOnce(labels.filter((label) => choosesTests(label, rules)).sort());

/** Whether the files of a pull request with these labels choose its tests: there are `paths`, and no label chooses. */
export const isLeftToFiles = (labels: readonly string[], rules: SelectionRules): boolean =>
  rules.paths !== undefined && chosenOf(labels, rules).length === 0;

/**
 * Labels → tests; without any that chooses the default ones. The same labels in any order, and in any case where
 * `tests` is given, give the same selection.
 */
export function select(labels: readonly string[], rules: SelectionRules): Selection {
  const chosen = chosenOf(labels, rules);
  if (chosen.length === 0) return selectIds(rules.defaultTests, rules);
  const idOf = idsOf(rules);
  const strange = chosen.filter((label) => idOf(label) === undefined);
  if (strange.length > 0) {
    const reason = rules.tests ? 'unknown-label' : 'unsafe-value';
    return { selected: false, reason, labels: strange, known: knownLabels(rules) };
  }
  return selectIds(
    chosen.flatMap((label) => idOf(label) ?? []),
    rules,
  );
}

/** Label → the id that is sent; undefined for a label that stands for none. */
function idsOf({ tests, allLabel }: SelectionRules): (label: string) => string | undefined {
  const all = nameKey(allLabel);
  const listed = tests && new Map([...tests].map(([label, id]) => [nameKey(label), id]));
  return (label) => {
    const key = nameKey(label);
    if (key === all) return allLabel;
    if (listed) return listed.get(key);
    return safeTestId.test(label) ? label : undefined;
  };
}

/** The tests that a command names one by one, or all. They must be known where the tests are listed at all. */
export function selectTests(ids: readonly string[], rules: SelectionRules): Selection {
  const known = rules.tests && [...new Set([...rules.tests.values(), rules.allLabel])].sort();
  const strange = known ? ids.filter((id) => !known.includes(id) && !meansAll(id, rules)) : [];
  if (strange.length > 0)
    return { selected: false, reason: 'unknown-test', labels: strange, known: known ?? [] };
  return selectIds(ids, rules);
}

/**
 * Test ids, known to be right. What means all swallows the others and is sent as the all label; all tests named one by
 * one are all tests too, and are sent as they are.
 */
export function selectIds(ids: readonly string[], rules: SelectionRules): Selected {
  if (ids.some((id) => meansAll(id, rules))) return selectAll(rules);
  const tests = [...new Set(ids)].sort();
  const every = [...(rules.tests?.values() ?? [])].filter((id) => !meansAll(id, rules));
  return { selected: true, tests, all: every.length > 0 && every.every((id) => tests.includes(id)) };
}

const knownLabels = (rules: SelectionRules): readonly string[] =>
  rules.tests ? eachOnce([rules.allLabel, ...rules.tests.keys()]).toSorted() : [];
