/**
 * Finds many byte patterns in a text at once, and skips what cannot hold one: Wu and Manber's algorithm ("A fast
 * algorithm for multi-pattern searching", University of Arizona, TR-94-17).
 */
import { type Group, groupOf, type Pattern } from './group.ts';

/** What begins at one place of a text. */
export interface Found {
  /** The longest pattern that stands there, by its number. Undefined: none does. */
  readonly pattern: number | undefined;
  /** Where that one ends; the place itself where there is none. */
  readonly end: number;
  /** The text ends before it is known whether a longer one stands there. */
  readonly open: boolean;
}

/** One walk through one text, from its begin to its end. */
export interface Walk {
  /**
   * The first place at or after `from` at which a pattern stands, or may stand as far as the text goes; the text's length
   * where there is none. `from` never goes back.
   */
  next(from: number): number;
  /** What begins at a place. */
  at(start: number): Found;
}

/** The tables for some patterns: made once, used for every text. */
export interface Matcher {
  walk(text: Uint8Array): Walk;
}

/**
 * How many bytes of a text can be skipped at once depends on the shortest pattern. So patterns are searched for in
 * groups, by the least length of each: a few short ones do not make the others slow.
 */
const leastLengths = [16, 8, 0];

/**
 * Makes the tables. Patterns are literal bytes, at least two each (else a RangeError), known by their place in the list.
 * Pure.
 */
export function createMatcher(patterns: readonly Uint8Array[]): Matcher {
  const groups: Group[] = [];
  let left: Pattern[] = patterns.map((bytes, number) => ({ bytes, number }));
  for (const least of leastLengths) {
    const group = left.filter(({ bytes }) => bytes.length >= least);
    if (group.length > 0) groups.push(groupOf(group));
    left = left.filter(({ bytes }) => bytes.length < least);
  }
  return { walk: (text) => walk(groups, text) };
}

function walk(groups: readonly Group[], text: Uint8Array): Walk {
  const places = groups.map(() => -1);
  return {
    next(from) {
      let first = text.length;
      for (const [n, group] of groups.entries()) {
        let place = places[n] ?? -1;
        if (place < from) {
          place = group.next(text, from);
          places[n] = place;
        }
        if (place < first) first = place;
      }
      return first;
    },
    at(start) {
      let longest: Found = { pattern: undefined, end: start, open: false };
      for (const group of groups) {
        const found = group.at(text, start);
        const { pattern, end } = found.end > longest.end ? found : longest;
        longest = { pattern, end, open: longest.open || found.open };
      }
      return longest;
    },
  };
}
