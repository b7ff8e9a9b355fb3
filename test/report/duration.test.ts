import { describe, expect, it } from 'vitest';
import { duration, hourOf, inMinutes } from '../../src/report/duration.ts';

describe('a duration', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min 00 s'],
    [3_599, '59 min 59 s'],
    [3_600, '1 h 00 min'],
    [7_325, '2 h 02 min'],
    [90_000, '25 h 00 min'],
  ])('%i s: %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it.each([
    [0, '1 min'],
    [89_000, '1 min'],
    [2_399_000, '40 min'],
    [3_900_000, '1 h 05 min'],
  ])('%i ms, to the minute: %s', (ms, text) => expect(inMinutes(ms)).toBe(text));

  it('the hour of a moment', () => expect(hourOf(Date.UTC(2026, 0, 2, 4, 5, 59))).toBe('04:05 UTC'));
});
