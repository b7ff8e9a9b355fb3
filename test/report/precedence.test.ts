/** Which status may lie on which: one table for each rule (docs/architecture.md, "One commit, one voice"). */
import { describe, expect, it } from 'vitest';
import { claimingUrl, digestOf, refusingUrl, type Tests } from '../../src/report/claim.ts';
import {
  type Claimant,
  countingOf,
  isTooLittle,
  type Line,
  precedenceOf,
  type Speaks,
  testsOf,
} from '../../src/report/precedence.ts';
import type { StandingStatus } from '../../src/report/status.ts';

const runs = 'https://github.com/acme/engine/actions/runs';
const all: Tests = { ids: ['test-all'], all: true };
const dns: Tests = { ids: ['dns'], all: false };
const aws: Tests = { ids: ['aws'], all: false };
const both: Tests = { ids: ['aws', 'dns'], all: false };
const none: Tests = { ids: [], all: false };

const claims = (pull: number, wants: Tests | undefined): Claimant => ({ pull, wants });
const linkOf = (run: number, pull: number, tests: Tests, full = true) =>
  claimingUrl(`${runs}/${run}`, { pull, tests: digestOf(tests), full });
const standing = (state: StandingStatus['state'], targetUrl: string, description = 'x'): StandingStatus => ({
  context: 'drawbridge',
  state,
  targetUrl,
  description,
  at: 0,
});

/** What run 9 would like to say for pull request 1. */
const line = (state: Line['state'], tests: Tests | undefined, speaks: Speaks = 'claimant'): Line => ({
  ...{ state, description: 'y', speaks, tests },
  pull: speaks === 'ref' ? undefined : 1,
  targetUrl:
    speaks === 'claimant' && tests
      ? linkOf(9, 1, tests)
      : speaks === 'ref'
        ? `${runs}/9`
        : refusingUrl(`${runs}/9`, 1),
});

describe('a success', () => {
  it.each<[string, Tests, Tests | undefined, string]>([
    ['for all, beside one who asks for all', all, all, 'write'],
    ['for all, beside one who asks for fewer', all, dns, 'write'],
    ['for the same', dns, dns, 'write'],
    ['for more', both, dns, 'write'],
    ['for fewer', dns, both, 'hold'],
    ['for others', aws, dns, 'hold'],
    ['for some, beside one who asks for all', both, all, 'hold'],
    ['for none, beside one who needs none', none, none, 'write'],
    ['for none, beside one who needs some', none, dns, 'hold'],
    ['for all, beside labels that cannot be run', all, undefined, 'hold'],
  ])('%s', (_, tests, wants, expected) => {
    const claimants = [claims(1, tests), claims(5, wants)];
    expect(precedenceOf(line('success', tests), [], claimants)).toBe(expected);
  });

  it('whose link claims nothing is held back', () => {
    expect(precedenceOf(line('success', undefined), [], [])).toBe('hold');
  });

  it('for fewer than `require-all` wants is held back, whoever asks', () => {
    const few = { ...line('success', dns), targetUrl: linkOf(9, 1, dns, false) };
    expect(precedenceOf(few, [], [claims(1, dns)])).toBe('hold');
  });
});

describe('what stands', () => {
  const others = [claims(1, dns), claims(5, all)];
  it.each<[string, StandingStatus, Line, readonly Claimant[], string]>([
    [
      'a success that covers, under less',
      standing('success', linkOf(2, 5, all)),
      line('failure', dns),
      others,
      'leave',
    ],
    [
      'the same, under as much',
      standing('success', linkOf(2, 5, all)),
      line('failure', all),
      others,
      'write',
    ],
    [
      'the same, under a pending line for less',
      standing('success', linkOf(2, 5, all)),
      line('pending', dns),
      others,
      'leave',
    ],
    [
      'one that does not cover',
      standing('success', linkOf(2, 1, dns)),
      line('failure', dns),
      others,
      'write',
    ],
    [
      'one for tests that nobody asks for now',
      standing('success', linkOf(2, 5, aws)),
      line('failure', dns),
      [claims(1, dns), claims(5, both)],
      'write',
    ],
    [
      'another’s failure for what it asks',
      standing('failure', linkOf(2, 5, all)),
      line('success', dns),
      others,
      'leave',
    ],
    [
      'another’s error: the same',
      standing('error', linkOf(2, 5, all)),
      line('success', dns),
      others,
      'leave',
    ],
    [
      'the same, under an error, which is as true',
      standing('failure', linkOf(2, 5, all)),
      line('error', dns),
      others,
      'write',
    ],
    [
      'another’s failure for what it does not ask any more',
      standing('failure', linkOf(2, 5, aws)),
      line('success', dns),
      [claims(1, dns), claims(5, dns)],
      'write',
    ],
    [
      'a success of its own run for more',
      standing('success', linkOf(9, 5, all)),
      line('failure', dns),
      others,
      'write',
    ],
    [
      'the same, under a success for as much',
      standing('failure', linkOf(2, 5, dns)),
      line('success', all),
      [claims(1, all), claims(5, dns)],
      'write',
    ],
    [
      'a failure of the same pull request',
      standing('failure', linkOf(2, 1, all)),
      line('pending', dns),
      [claims(1, dns)],
      'write',
    ],
    [
      'a failure of one that has left',
      standing('failure', linkOf(2, 7, all)),
      line('success', dns),
      [claims(1, dns)],
      'write',
    ],
    ['another’s pending line', standing('pending', linkOf(2, 5, all)), line('pending', dns), others, 'write'],
    [
      'its own success',
      standing('success', linkOf(9, 1, dns)),
      line('failure', dns),
      [claims(1, dns)],
      'write',
    ],
    ['a push’s success', standing('success', `${runs}/2`), line('pending', dns), [claims(1, dns)], 'write'],
  ])('%s', (_, one, said, claimants, expected) => {
    expect(precedenceOf(said, [one], claimants)).toBe(expected);
  });
});

describe('who was not let through', () => {
  it.each<[string, StandingStatus | undefined, string]>([
    ['where nothing stands', undefined, 'write'],
    ['its own refusal', standing('pending', refusingUrl(`${runs}/2`, 1)), 'write'],
    ['another’s refusal', standing('pending', refusingUrl(`${runs}/2`, 5)), 'leave'],
    ['a claim', standing('pending', linkOf(2, 1, dns)), 'leave'],
    ['a push’s status', standing('pending', `${runs}/2`), 'leave'],
    ['a claim by the same run for another', standing('pending', linkOf(9, 5, dns)), 'leave'],
    ['what its own run has said of it on the way', standing('pending', linkOf(9, 1, dns)), 'write'],
    ['a last word of its own run that it was let through', standing('success', linkOf(9, 1, dns)), 'leave'],
    ['what its own run has said of another', standing('pending', refusingUrl(`${runs}/9`, 5)), 'leave'],
    ['a word of nobody who is told', standing('success', ''), 'leave'],
    ['a success that nobody has claimed', standing('success', refusingUrl(`${runs}/2`, 5)), 'write'],
  ])('%s', (_, one, expected) => {
    expect(precedenceOf(line('failure', dns, 'refused'), one ? [one] : [], [])).toBe(expected);
  });

  it('takes back a success by which nobody was told who claims now, beside others who do', () => {
    const selected = standing('success', refusingUrl(`${runs}/2`, 5));
    expect(precedenceOf(line('failure', dns, 'refused'), [selected], [claims(7, none)])).toBe('write');
  });

  it('leaves a success by which a claimant was told that all tests are selected', () => {
    const selected = standing('success', refusingUrl(`${runs}/2`, 5));
    expect(precedenceOf(line('failure', dns, 'refused'), [selected], [claims(5, all)])).toBe('leave');
  });

  it.each([
    ['its own run', 9, 'write'],
    ['another run', 2, 'leave'],
  ])('as a push says so over a word of %s: %i', (_, run, expected) => {
    const push: Line = { ...line('failure', dns, 'refused'), pull: undefined, targetUrl: `${runs}/9` };
    expect(precedenceOf(push, [standing('failure', `${runs}/${run}`)], [])).toBe(expected);
  });

  it('turns nothing green that a claimant’s labels do not', () => {
    const green = line('success', none, 'refused');
    expect(precedenceOf(green, [], [claims(5, undefined)])).toBe('leave');
    expect(precedenceOf(green, [], [claims(5, none)])).toBe('write');
  });
});

it('a push and the queue give way while somebody claims', () => {
  for (const state of ['pending', 'success', 'failure'] as const) {
    expect(precedenceOf(line(state, dns, 'ref'), [], [claims(5, none)])).toBe('leave');
    expect(precedenceOf(line(state, dns, 'ref'), [], [])).toBe('write');
  }
});

it('who asks for what cannot be run says so over a success of its own, and leaves others’ that cover', () => {
  const declined = line('failure', undefined, 'declined');
  expect(precedenceOf(declined, [standing('success', linkOf(2, 1, dns))], [claims(1, undefined)])).toBe(
    'write',
  );
  expect(precedenceOf(declined, [standing('success', linkOf(2, 5, all))], [claims(5, all)])).toBe('leave');
});

describe('beneath pending lines', () => {
  const success = standing('success', linkOf(2, 5, all));
  const claimants = [claims(1, dns), claims(5, all)];
  it.each<[string, StandingStatus, StandingStatus]>([
    ['a run for less hides nothing', standing('pending', linkOf(3, 1, dns)), success],
    [
      'a run for as much tests it again',
      standing('pending', linkOf(3, 5, all)),
      standing('pending', linkOf(3, 5, all)),
    ],
    [
      'a pass that is held back hides nothing',
      standing('pending', linkOf(3, 5, all), 'passed: x; #1 asks for more'),
      success,
    ],
    ['a push’s word hides nothing', standing('pending', `${runs}/3`), success],
  ])('%s', (_, above, counts) => {
    expect(countingOf([above, success], claimants)).toEqual(counts);
  });

  it('one run for as much is enough, beside others', () => {
    const [less, same] = [standing('pending', linkOf(3, 1, dns)), standing('pending', linkOf(4, 5, all))];
    expect(countingOf([less, same, success], claimants)).toBe(less);
  });

  it('a last word for tests that nobody asks for, or that nobody has claimed, does not count', () => {
    const above = standing('pending', linkOf(3, 1, dns));
    expect(countingOf([above, standing('success', linkOf(2, 5, aws))], claimants)).toBe(above);
    expect(countingOf([above, standing('success', `${runs}/2`)], claimants)).toBe(above);
    expect(countingOf([], claimants)).toBeUndefined();
  });
});

it.each<[string, string | undefined, readonly Claimant[], Tests | undefined]>([
  ['all', 'all', [], { ids: [], all: true }],
  ['none', 'none', [], { ids: [], all: false }],
  ['all, by name', 'all', [claims(1, dns), claims(5, all)], all],
  ['some that somebody asks for', digestOf(dns), [claims(1, undefined), claims(5, dns)], dns],
  ['some that nobody asks for', digestOf(dns), [claims(1, undefined), claims(5, both)], undefined],
  ['nothing that was claimed', undefined, [claims(1, dns)], undefined],
])('the tests of a claim: %s', (_, digest, claimants, tests) => {
  expect(testsOf(digest, claimants)).toEqual(tests);
});

describe('a success that is too little', () => {
  it.each<[string, StandingStatus | undefined, readonly Claimant[], boolean, boolean]>([
    ['none', undefined, [claims(1, all)], false, false],
    ['a failure is none', standing('failure', linkOf(2, 1, dns)), [claims(1, all)], false, false],
    ['for fewer', standing('success', linkOf(2, 1, dns)), [claims(1, all)], false, true],
    ['for as much', standing('success', linkOf(2, 1, dns)), [claims(1, dns)], false, false],
    [
      'for fewer than `require-all` wants',
      standing('success', linkOf(2, 1, dns, false)),
      [claims(1, dns)],
      true,
      true,
    ],
    [
      'the same, where that is off',
      standing('success', linkOf(2, 1, dns, false)),
      [claims(1, dns)],
      false,
      false,
    ],
    ['for all that it wants', standing('success', linkOf(2, 1, dns)), [claims(1, dns)], true, false],
    [
      'of nobody, where somebody asks for tests',
      standing('success', `${runs}/2`),
      [claims(1, dns)],
      false,
      true,
    ],
    [
      'of nobody, where all have all',
      standing('success', refusingUrl(`${runs}/2`, 1)),
      [claims(1, none)],
      true,
      false,
    ],
    ['of nobody, where nobody claims', standing('success', `${runs}/2`), [], false, false],
  ])('%s', (_, one, claimants, demandsAll, expected) => {
    expect(isTooLittle(one, claimants, demandsAll)).toBe(expected);
  });
});
