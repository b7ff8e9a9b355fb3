import { describe, expect, it } from 'vitest';
import { readMap } from '../../src/action/maps.ts';
import { readerOf } from './build.ts';

describe('single inputs', () => {
  it('a text that is empty is not set', () => {
    expect(readerOf('').reader.text('it')).toBeUndefined();
    expect(readerOf('x').reader.text('it')).toBe('x');
  });

  it('a pattern holds for the whole of what is set', () => {
    const { reader, faults } = readerOf('abc');
    expect(reader.matching('it', /^[a-c]+$/, 'must be abc')).toBe('abc');
    expect(reader.matching('other', /^x$/, 'must be x')).toBeUndefined();
    expect(faults).toEqual([]);
    reader.matching('it', /^x$/, 'must be x');
    expect(faults).toEqual([{ input: 'it', wrong: 'must be x; got 3 characters that do not fit' }]);
  });

  it.each([
    ['', []],
    ['a', ['a']],
    [' a , b\nc,\n,', ['a', 'b', 'c']],
    ['a\r\nb', ['a', 'b']],
  ])('a list: %j', (value, items) =>
    expect(readerOf(value).reader.list('it', /^[a-z]$/, 'x')).toEqual(items),
  );

  it('a list names the first item that does not fit', () => {
    const { reader, faults } = readerOf('a,,B,C');
    reader.list('it', /^[a-z]$/, 'must be small');
    expect(faults).toEqual([{ input: 'it', wrong: 'must be small; item 2 does not fit' }]);
  });

  it.each([
    ['true', true, 0],
    ['True', true, 0],
    ['TRUE', true, 0],
    ['false', false, 0],
    ['FALSE', false, 0],
    ['tRUE', true, 1],
    ['1', false, 1],
    ['', false, 1],
  ])('a boolean: %j', (value, expected, wrong) => {
    const { reader, faults } = readerOf(value);
    expect([reader.boolean('it'), faults.length]).toEqual([expected, wrong]);
  });

  it.each([
    ['1', 60_000, 0],
    ['0.5', 30_000, 0],
    ['60', 3_600_000, 0],
    ['60.1', Number.NaN, 1],
    ['0', Number.NaN, 1],
    ['1.', Number.NaN, 1],
    ['.5', Number.NaN, 1],
    ['1 0', Number.NaN, 1],
    ['Infinity', Number.NaN, 1],
    ['0x10', Number.NaN, 1],
  ])('minutes: %j', (value, ms, wrong) => {
    const { reader, faults } = readerOf(value);
    const read = reader.minutes('it', 60);
    expect(faults).toHaveLength(wrong);
    if (wrong === 0) expect(read).toBe(ms);
  });

  it.each([
    ['0', 0, 0],
    ['10', 10, 0],
    ['10.5', 0, 1],
    ['', 0, 1],
    ['-1', 0, 1],
  ])('a number: %j', (value, expected, wrong) => {
    const { reader, faults } = readerOf(value);
    expect([reader.number('it', 'seconds', { least: 0, most: 10 }), faults.length]).toEqual([
      expected,
      wrong,
    ]);
  });

  it('a choice is one of them, to the letter', () => {
    const { reader, faults } = readerOf('b');
    expect(reader.choice('it', ['a', 'b'])).toBe('b');
    expect(faults).toEqual([]);
    expect(readerOf('B').reader.choice('it', ['a', 'b'])).toBe('a');
  });
});

describe('maps', () => {
  const map = async (value: string) => {
    const { reader, faults } = readerOf(value);
    const entries = await readMap(reader, 'it');
    return faults.length > 0
      ? faults.map(({ wrong }) => wrong).join()
      : entries && Object.fromEntries(entries);
  };

  it.each([
    ['nothing', '', undefined],
    ['pairs', 'a: 1\nb: two', { a: '1', b: 'two' }],
    ['on one line', '{a: 1, b: two}', { a: '1', b: 'two' }],
    ['JSON', '{"a": "1"}', { a: '1' }],
    [
      'texts as they are written',
      'a: 1.0\nb: 0x1F\nc: no\nd: null\ne: ~\nf: 2026-01-01',
      { a: '1.0', b: '0x1F', c: 'no', d: 'null', e: '~', f: '2026-01-01' },
    ],
    ['quotes', `a: "x: y"\nb: 'z'`, { a: 'x: y', b: 'z' }],
    ['no value', 'a:\nb: ""', { a: '', b: '' }],
    ['lists', 'a: [x, y]\nb:\n  - z', { a: 'x,y', b: 'z' }],
    ['comments', '# which\na: x # why', { a: 'x' }],
    [
      'names of JavaScript',
      '__proto__: x\nconstructor: y',
      Object.fromEntries([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    ],
  ])('%s', async (_, value, expected) => expect(await map(value)).toEqual(expected));

  it.each([
    ['a list', '- a', /YAML map/],
    ['a text', 'abc', /YAML map/],
    ['a name twice', 'a: 1\na: 2', /YAML map/],
    ['half a map', '{a: 1', /YAML map/],
    ['a tab', 'a:\n\t- b', /YAML map/],
    ['an alias', 'a: &x 1\nb: *x', /entry 2/],
    ['a map in it', 'a: 1\nb: {c: d}', /entry 2/],
    ['a list in a list', 'a: [[b]]', /entry 1/],
    ['no name', '"": x', /entry 1/],
    ['a list as name', '? [a]\n: x', /entry 1/],
  ])('not: %s', async (_, value, message) => expect(await map(value)).toMatch(message));
});
