import { describe, expect, it } from 'vitest';
import { absentPaths, neededOf, sourcesOf, withPlain } from '../../src/child/sources.ts';
import { type Asked, parseSecrets } from '../../src/child/spec.ts';

const asked = (...texts: string[]): Asked[] =>
  texts.map((text) => {
    const parsed = parseSecrets(text);
    if (!parsed.ok) throw new Error(parsed.wrong);
    return parsed.value;
  });
const secrets = (given: Record<string, Record<string, string>>) =>
  new Map(Object.entries(given).map(([path, values]) => [path, new Map(Object.entries(values))]));

// vault-action#234, #247 and #591: all secrets of a path.
describe('the sources of what was asked', () => {
  const read = secrets({
    tests: { A: 'a', REGION: 'fr', 'api-key': 'k' },
    'secret/tests/aws': { B: 'b' },
    other: { A: 'o' },
  });
  const seen = (...texts: string[]) => {
    const { found, nameless } = sourcesOf(asked(...texts), read);
    const lines = found.map(({ name, origin, form, value }) => `${name} ${origin} ${form} ${value}`);
    return [...lines, ...nameless.map(({ path, keys }) => `${path} ${keys}`)];
  };

  it.each<[string[], string[]]>([
    [['tests'], ['A tests#A text a', 'REGION tests#REGION text fr', 'tests 1']],
    [
      ['tests', 'tests#REGION:plain,api-key=KEY'],
      ['REGION tests#REGION plain fr', 'KEY tests#api-key text k', 'A tests#A text a'],
    ],
    [
      ['tests/**'],
      ['A tests/**#A text a', 'REGION tests/**#REGION text fr', 'B tests/**#B text b', 'tests/** 1'],
    ],
    [
      ['tests/**', 'tests', 'secret/tests#A'],
      [
        'A secret/tests#A text undefined',
        'REGION tests/**#REGION text fr',
        'B tests/**#B text b',
        'tests/** 1',
      ],
    ],
    [['tests#GONE'], ['GONE tests#GONE text undefined']],
    [['gone', 'gone#A'], ['A gone#A text undefined']],
    [
      ['tests#A', 'other#A'],
      ['A tests#A text a', 'A other#A text o'],
    ],
  ])('%j', (texts, expected) => {
    expect(seen(...texts)).toEqual(expected);
  });

  it('may be said to be no secret', () => {
    const { found } = sourcesOf(asked('tests#A,REGION:base64'), read);
    expect(withPlain(found, ['A', 'REGION']).map(({ form }) => form)).toEqual(['plain', 'base64']);
  });
});

it('reads nothing that the environment has already', () => {
  const needed = (...texts: string[]) =>
    neededOf(asked(...texts), (name) => name === 'A' || name === 'B').map(({ path }) => path);
  expect(needed('x#A,B', 'y#A,C', 'z', 'w#C=B')).toEqual(['y', 'z']);
});

it.each<[string[], string[]]>([
  [['tests', 'secret/tests', 'tests#A,B', 'secret/tests/aws#C'], []],
  [
    ['secret', 'secret/tests/**', 'tests/aws/**'],
    ['secret', 'tests/aws/**'],
  ],
  [
    ['test', 'tests/**', 'tests/a'],
    ['test', 'tests/a'],
  ],
  [
    ['empty', 'tests/gone#A', 'tests/gone#B', 'test/**'],
    ['tests/gone', 'test/**'],
  ],
])('%j asks for what is not there: %j', (texts, absent) => {
  const read = secrets({
    tests: { A: 'a' },
    'secret/tests': { A: 'a' },
    'secret/tests/aws': { C: 'c' },
    empty: {},
  });
  expect(absentPaths(asked(...texts), read)).toEqual(absent);
});
