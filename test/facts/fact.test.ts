import { describe, expect, it } from 'vitest';
import { allKnown, everyone, type Fact, isUnknown, known, unknown } from '../../src/facts/fact.ts';

const hidden = unknown('membership-hidden');
const down = unknown('github-unavailable');
const yes = known(true);
const no = known(false);

describe('facts together', () => {
  it.each<[readonly Fact<number>[], Fact<readonly number[]>]>([
    [[], known([])],
    [[known(1), known(2)], known([1, 2])],
    [[known(1), hidden, down], hidden],
    [[down, known(2)], down],
  ])('all of %j: %j', (facts, all) => expect(allKnown(facts)).toEqual(all));

  it.each<[readonly Fact<boolean>[], Fact<boolean>]>([
    [[], yes],
    [[yes, yes], yes],
    [[yes, no], no],
    [[hidden, no, down], no],
    [[yes, hidden, down], hidden],
  ])('everyone in %j: %j', (facts, all) => expect(everyone(facts)).toEqual(all));

  it('one is known or not', () => expect([yes, no, hidden].map(isUnknown)).toEqual([false, false, true]));
});
