import { describe, expect, it } from 'vitest';
import { safeValue } from '../../src/facts/alphabet.ts';
import { type SelectionRules, select, selectTests } from '../../src/request/tests.ts';

const rules: SelectionRules = {
  ...{ prefix: 'test-', defaultTests: ['test-all'], allLabel: 'test-all' },
  tests: new Map([
    ['test-z', 'zone'],
    ['test-a', 'aws'],
    ['test-all', 'everything'],
  ]),
};
const unlisted: SelectionRules = { ...rules, tests: undefined };

describe('what may be sent: attacks 16 and 17', () => {
  it.each(['', 'a', 'feature/dns_v2.1', 'a,b', 'owner/repo#42@0:1+2=3'])('%j', (value) =>
    expect(safeValue.test(value)).toBe(true),
  );
  it.each([
    '$a',
    'a$',
    'a b',
    '`',
    'a;b',
    '{',
    'a\n',
    '\na',
    'ü',
    '"',
    "'",
    '\\',
    '%',
    '&',
    '|',
    '<',
    '*',
    '~',
  ])('not %j', (value) => expect(safeValue.test(value)).toBe(false));
});

describe('what is told of what is known', () => {
  it('the test ids, in order, where a command names a strange one', () => {
    expect(selectTests(['aws', 'gcp'], rules)).toEqual({
      ...{ selected: false, reason: 'unknown-test', labels: ['gcp'] },
      known: ['aws', 'everything', 'test-all', 'zone'],
    });
  });

  it('the labels, in order, where a label is strange', () => {
    expect(select(['test-gcp'], rules)).toMatchObject({ known: ['test-a', 'test-all', 'test-z'] });
  });

  it('nothing where nothing is listed', () => {
    expect(select(['test-$x'], unlisted)).toMatchObject({ reason: 'unsafe-value', labels: [], known: [] });
    expect(selectTests(['anything'], unlisted)).toEqual({ selected: true, tests: ['anything'], all: false });
  });
});

it('the all label means all, whatever the map makes of it', () => {
  expect(select(['test-all', 'test-a'], rules)).toEqual({ selected: true, tests: ['test-all'], all: true });
});

it('without a map no selection is all but the all label', () => {
  expect(select(['test-a'], unlisted)).toMatchObject({ tests: ['test-a'], all: false });
});
