/**
 * Which cases the properties play. `npm test` plays the same ones each time: one tree gives one answer, and who lands a
 * change is not stopped by what was there before. `EXPLORE=<n>` plays n times as many, and new ones, of those that
 * search orders and sequences (`exploring`); `SEED=<number>` plays those of an earlier run again.
 */
import fc from 'fast-check';

const { SEED: given, EXPLORE: times } = process.env;

/** Told by what fails. */
export const seed = Number(given ?? (times === undefined ? 1 : Date.now() % 2 ** 31));

/** How often a property is tried that searches orders or sequences: rare ones are found by many. */
export const exploring = (numRuns: number) => ({ numRuns: numRuns * Number(times ?? 1), seed });

fc.configureGlobal({ seed });
