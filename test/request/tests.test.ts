import { describe, expect, it } from 'vitest';
import { covers, type SelectionRules, select, selectAll, selectTests } from '../../src/request/tests.ts';

const open: SelectionRules = {
  prefix: 'test-',
  tests: undefined,
  defaultTests: ['test-all'],
  allLabel: 'test-all',
};
const listed: SelectionRules = {
  ...open,
  tests: new Map([
    ['test-aws', 'aws'],
    ['test-do', 'do'],
    ['test-cloud', 'aws'],
  ]),
};

const selected = (labels: readonly string[], rules: SelectionRules) => {
  const selection = select(labels, rules);
  return selection.selected
    ? [selection.tests.join(), selection.all]
    : [selection.reason, selection.labels.join()];
};

describe('what is selected is enough', () => {
  const some = (...tests: string[]) => ({ selected: true, tests, all: false }) as const;
  it.each([
    ['all tests, for any', selectAll(open), some('aws'), true],
    ['the very tests', some('aws', 'do'), some('aws', 'do'), true],
    ['more than those', some('aws', 'do'), some('do'), true],
    ['only one of two', some('aws'), some('aws', 'do'), false],
    ['others', some('do'), some('aws'), false],
    ['some, for all', some('aws', 'do'), selectAll(open), false],
    ['none, where none is needed', some(), some(), true],
  ])('%s', (_, chosen, needed, enough) => expect(covers(chosen, needed)).toBe(enough));
});

describe('labels choose tests, when any may', () => {
  it.each([
    ['no label means all', [], 'test-all', true],
    ['other labels mean nothing', ['bug', 'tests', 'mytest-x', 'Tests'], 'test-all', true],
    ['one label', ['test-aws'], 'test-aws', false],
    ['several, in a stable order', ['test-do', 'bug', 'test-aws'], 'test-aws,test-do', false],
    ['one twice', ['test-aws', 'test-aws'], 'test-aws', false],
    ['the all label', ['test-all'], 'test-all', true],
    ['the all label swallows the others', ['test-aws', 'test-all'], 'test-all', true],
    ['the prefix alone', ['test-'], 'test-', false],
    ['the prefix in other letters: the id is the label as it is written', ['TEST-Aws'], 'TEST-Aws', false],
    ['one name in other letters is one test', ['test-aws', 'Test-AWS'], 'Test-AWS', false],
    ['the all label in other letters, as it is configured', ['Test-All', 'test-dns'], 'test-all', true],
  ])('%s', (_, labels, tests, all) => expect(selected(labels, open)).toEqual([tests, all]));

  it('what no label means may be less than all', () => {
    const rules = { ...open, defaultTests: ['smoke', 'lint', 'smoke'] };
    expect(selected([], rules)).toEqual(['lint,smoke', false]);
    expect(selected(['bug'], rules)).toEqual(['lint,smoke', false]);
    expect(selected(['test-aws'], rules)).toEqual(['test-aws', false]);
  });

  it('the all label needs no prefix', () => {
    const rules = { ...open, allLabel: 'everything' };
    expect(selected(['everything', 'test-aws'], rules)).toEqual(['everything', true]);
  });
});

describe('labels choose tests, when these are listed', () => {
  it.each([
    ['a label stands for its test', ['test-aws'], 'aws', false],
    ['two labels of one test', ['test-cloud', 'test-aws'], 'aws', false],
    ['all tests one by one are all', ['test-do', 'test-cloud'], 'aws,do', true],
    ['the all label', ['test-all', 'test-do'], 'test-all', true],
    ['none', [], 'test-all', true],
    ['labels without the prefix', ['aws', 'do'], 'test-all', true],
    ['an unknown label', ['test-aws', 'test-gcp'], 'unknown-label', 'test-gcp'],
    [
      'several unknown ones, in a stable order',
      ['test-x', 'test-gcp', 'bug'],
      'unknown-label',
      'test-gcp,test-x',
    ],
    ['an unknown one beside the all label', ['test-all', 'test-gcp'], 'unknown-label', 'test-gcp'],
    ['a name of JavaScript', ['test-toString'], 'unknown-label', 'test-toString'],
    ['a label in other letters', ['TEST-AWS', 'Test-Do'], 'aws,do', true],
    ['the all label in other letters', ['test-do', 'TEST-ALL'], 'test-all', true],
    ['an unknown one, as it is written', ['Test-GCP'], 'unknown-label', 'Test-GCP'],
    ['an unknown one of any characters', ['test-$(id)'], 'unknown-label', 'test-$(id)'],
  ])('%s', (_, labels, first, second) => expect(selected(labels, listed)).toEqual([first, second]));

  it('a refusal names the known labels', () => {
    expect(select(['test-gcp'], listed)).toMatchObject({
      known: ['test-all', 'test-aws', 'test-cloud', 'test-do'],
    });
  });

  it('the all label means all, whatever else it is listed as', () => {
    const rules = {
      ...open,
      tests: new Map([
        ['test-all', 'aws'],
        ['test-do', 'do'],
      ]),
    };
    expect(selected(['test-all'], rules)).toEqual(['test-all', true]);
  });

  it('a label may have blanks, commas and emoji: only its id is sent', () => {
    const rules = { ...open, tests: new Map([['test 🚀 rocket, big', 'rocket']]), prefix: 'test ' };
    expect(selected(['Test 🚀 Rocket, big'], rules)).toEqual(['rocket', true]);
    expect(selected(['test 🚀'], rules)).toEqual(['unknown-label', 'test 🚀']);
  });

  it('an id that is the word `all` means all, and so is no test that a selection of the others could lack', () => {
    const rules = {
      ...open,
      tests: new Map([
        ['test-everything', 'All'],
        ['test-do', 'do'],
      ]),
    };
    expect(selected(['test-everything'], rules)).toEqual(['test-all', true]);
    expect(selected(['test-do'], rules)).toEqual(['do', true]);
  });

  it('the all label is known once, in its own letters', () => {
    const rules = { ...open, tests: new Map([['Test-All', 'x']]) };
    expect(select(['test-x'], rules)).toMatchObject({ known: ['test-all'] });
  });

  it('nothing is known where nothing is listed', () => {
    expect(select(['test-$'], open)).toMatchObject({ reason: 'unsafe-value', known: [] });
  });

  it('an empty list knows the all label alone', () => {
    const rules = { ...open, tests: new Map<string, string>() };
    expect(selected(['test-aws'], rules)).toEqual(['unknown-label', 'test-aws']);
    expect(selected(['test-all'], rules)).toEqual(['test-all', true]);
  });
});

describe('labels that may not be passed on: attacks 16 and 17', () => {
  it.each([
    'test-$(id)',
    'test-`id`',
    'test-a;b',
    'test-a\nb',
    'test-$CI_JOB_TOKEN',
    'test-${HOME}',
    'test-a,test-b',
    'test-a b',
    'test-ü',
    "test-'",
    'test-"',
    'test-\\',
    'test-a|b',
    'test-a&b',
    'test-<b>',
    'test-\u202e',
  ])('%j', (label) => {
    expect(selected([label, 'test-aws'], open)).toEqual(['unsafe-value', label]);
    expect(selected([label, 'test-aws'], listed)).toEqual(['unknown-label', label]);
  });

  it('mean nothing without the prefix', () => expect(selected(['$(id)'], open)).toEqual(['test-all', true]));
});

describe('tests that a command names', () => {
  const named = (ids: readonly string[], rules: SelectionRules) => {
    const selection = selectTests(ids, rules);
    return selection.selected
      ? [selection.tests.join(), selection.all]
      : [selection.reason, selection.labels.join()];
  };

  it.each([
    ['any, where none are listed', ['b', 'a', 'b'], open, 'a,b', false],
    ['all', ['a', 'test-all'], open, 'test-all', true],
    ['listed ones', ['do'], listed, 'do', false],
    ['all listed ones', ['do', 'aws'], listed, 'aws,do', true],
    ['all, where tests are listed', ['test-all'], listed, 'test-all', true],
    ['unknown ones', ['aws', 'gcp'], listed, 'unknown-test', 'gcp'],
    ['a label is no test id', ['test-aws'], listed, 'unknown-test', 'test-aws'],
    ['an id in other letters is another', ['AWS'], listed, 'unknown-test', 'AWS'],
    ['the word all, where none are listed', ['all'], open, 'test-all', true],
    ['the word all in any letters, beside others', ['aws', 'ALL'], listed, 'test-all', true],
    ['the all label in other letters', ['Test-All'], listed, 'test-all', true],
  ] as const)('%s', (_, ids, rules, first, second) => expect(named(ids, rules)).toEqual([first, second]));

  it('a refusal names the known tests', () => {
    expect(selectTests(['gcp'], listed)).toMatchObject({ known: ['aws', 'do', 'test-all'] });
    const unsorted = {
      ...open,
      tests: new Map([
        ['test-z', 'z'],
        ['test-a', 'a'],
      ]),
      allLabel: 'm',
    };
    expect(selectTests(['gcp'], unsorted)).toMatchObject({ known: ['a', 'm', 'z'] });
    expect(select(['test-x'], unsorted)).toMatchObject({ known: ['m', 'test-a', 'test-z'] });
  });
});

it('the merge queue wants all tests', () => {
  expect(selectAll({ ...listed, allLabel: 'everything' })).toEqual({
    selected: true,
    tests: ['everything'],
    all: true,
  });
});
