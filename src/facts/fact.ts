/** What is known, and what could not be found out. */
import type { ReasonCode } from '../reasons.ts';

/**
 * Something that was asked. `known: false` means that it could not be found out, and why: that is neither yes nor no
 * (docs/architecture.md, "Fail closed, and say which").
 */
export type Fact<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly reason: ReasonCode };

/** A fact that is known. */
export const known = <T>(value: T): Fact<T> => ({ known: true, value });

/** A fact that could not be found out, and the reason. */
export const unknown = (reason: ReasonCode): { known: false; reason: ReasonCode } => ({
  known: false,
  reason,
});

/** The facts that could not be found out. Pure. */
export const isUnknown = (fact: Fact<unknown>): fact is Extract<Fact<never>, { known: false }> => !fact.known;

/** All values, or the first that could not be found out. Pure. */
export function allKnown<T>(facts: readonly Fact<T>[]): Fact<readonly T[]> {
  return facts.find(isUnknown) ?? known(facts.flatMap((fact) => (fact.known ? [fact.value] : [])));
}

/** Yes when all are yes; no when one is a certain no; otherwise unknown. Pure. */
export function everyone(facts: readonly Fact<boolean>[]): Fact<boolean> {
  const no = facts.find((fact) => fact.known && !fact.value);
  return no ?? facts.find(isUnknown) ?? known(true);
}
