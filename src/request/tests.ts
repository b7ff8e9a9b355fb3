import { safeTestId } from '../facts/alphabet.ts';
import type { ReasonCode } from '../reasons.ts';

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
}

/** The tests of one run, in a stable order without duplicates, or why there are none. */
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

/** Every test, as the merge queue wants them. */
export const selectAll = ({ allLabel }: SelectionRules): Selection => ({
  selected: true,
  tests: [allLabel],
  all: true,
});

/** Labels → tests. The same labels in any order give the same selection. */
export function select(labels: readonly string[], rules: SelectionRules): Selection {
  const chosen = [...new Set(labels)]
    .filter((label) => label.startsWith(rules.prefix) || label === rules.allLabel)
    .sort();
  const known = knownLabels(rules);
  const unsafe = chosen.filter((label) => !safeTestId.test(label));
  if (unsafe.length > 0) return { selected: false, reason: 'unsafe-value', labels: [], known };
  const strange = rules.tests
    ? chosen.filter((label) => label !== rules.allLabel && !rules.tests?.has(label))
    : [];
  if (strange.length > 0) return { selected: false, reason: 'unknown-label', labels: strange, known };
  const ids = chosen.length === 0 ? rules.defaultTests : chosen.map((label) => testOf(label, rules));
  return { selected: true, ...normalise(ids, rules) };
}

/** The tests that a command names one by one. They must be known where the tests are listed at all. */
export function selectTests(ids: readonly string[], rules: SelectionRules): Selection {
  const known = rules.tests && [...new Set([...rules.tests.values(), rules.allLabel])].sort();
  const strange = known ? ids.filter((id) => !known.includes(id)) : [];
  if (strange.length > 0)
    return { selected: false, reason: 'unknown-test', labels: strange, known: known ?? [] };
  return { selected: true, ...normalise(ids, rules) };
}

const testOf = (label: string, rules: SelectionRules): string =>
  label === rules.allLabel ? label : (rules.tests?.get(label) ?? label);

/** The all label swallows the others; all tests named one by one are all tests too, and are sent as they are. */
function normalise(
  ids: readonly string[],
  rules: SelectionRules,
): { tests: readonly string[]; all: boolean } {
  if (ids.includes(rules.allLabel)) return { tests: [rules.allLabel], all: true };
  const tests = [...new Set(ids)].sort();
  const every = [...(rules.tests?.values() ?? [])];
  return { tests, all: every.length > 0 && every.every((id) => tests.includes(id)) };
}

const knownLabels = (rules: SelectionRules): readonly string[] =>
  rules.tests ? [...new Set([...rules.tests.keys(), rules.allLabel])].sort() : [];
