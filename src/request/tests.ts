import { safeTestId } from '../facts/alphabet.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Pattern } from './patterns.ts';

/** How labels choose tests. All values have been validated against `safeValue`. */
export interface SelectionRules {
  /** Labels that begin with it choose tests; other labels mean nothing here. */
  readonly prefix: string;
  /** Label → test id. Undefined: the id is the whole label. */
  readonly tests: ReadonlyMap<string, string> | undefined;
  /** What no label means: test ids, or the all label alone. */
  readonly defaultTests: readonly string[];
  /** The label, and the value sent, that mean all tests. */
  readonly allLabel: string;
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
const chosenOf = (labels: readonly string[], { prefix, allLabel }: SelectionRules): readonly string[] =>
  [...new Set(labels)].filter((label) => label.startsWith(prefix) || label === allLabel).sort();

/** Whether the files of a pull request with these labels choose its tests: there are `paths`, and no label chooses. */
export const isLeftToFiles = (labels: readonly string[], rules: SelectionRules): boolean =>
  rules.paths !== undefined && chosenOf(labels, rules).length === 0;

/** Labels → tests; without any that chooses the default ones. The same labels in any order give the same selection. */
export function select(labels: readonly string[], rules: SelectionRules): Selection {
  const chosen = chosenOf(labels, rules);
  const known = knownLabels(rules);
  const unsafe = chosen.filter((label) => !safeTestId.test(label));
  if (unsafe.length > 0) return { selected: false, reason: 'unsafe-value', labels: [], known };
  const strange = rules.tests
    ? chosen.filter((label) => label !== rules.allLabel && !rules.tests?.has(label))
    : [];
  if (strange.length > 0) return { selected: false, reason: 'unknown-label', labels: strange, known };
  return selectIds(
    chosen.length === 0 ? rules.defaultTests : chosen.map((label) => testOf(label, rules)),
    rules,
  );
}

/** The tests that a command names one by one. They must be known where the tests are listed at all. */
export function selectTests(ids: readonly string[], rules: SelectionRules): Selection {
  const known = rules.tests && [...new Set([...rules.tests.values(), rules.allLabel])].sort();
  const strange = known ? ids.filter((id) => !known.includes(id)) : [];
  if (strange.length > 0)
    return { selected: false, reason: 'unknown-test', labels: strange, known: known ?? [] };
  return selectIds(ids, rules);
}

const testOf = (label: string, rules: SelectionRules): string =>
  label === rules.allLabel ? label : (rules.tests?.get(label) ?? label);

/**
 * Test ids, known to be right. The all label swallows the others; all tests named one by one are all tests too, and are
 * sent as they are.
 */
export function selectIds(ids: readonly string[], rules: SelectionRules): Selected {
  if (ids.includes(rules.allLabel)) return selectAll(rules);
  const tests = [...new Set(ids)].sort();
  const every = [...(rules.tests?.values() ?? [])];
  return { selected: true, tests, all: every.length > 0 && every.every((id) => tests.includes(id)) };
}

const knownLabels = (rules: SelectionRules): readonly string[] =>
  rules.tests ? [...new Set([...rules.tests.keys(), rules.allLabel])].sort() : [];
