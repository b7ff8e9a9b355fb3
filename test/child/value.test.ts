import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, hiddenForms } from '../../src/child/value.ts';

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('latin1');

describe('base64', () => {
  it.each([
    ['YWJj', 'abc'],
    ['YWI=', 'ab'],
    ['YWI', 'ab'],
    ['YQ==', 'a'],
    [' YW\r\nJj\n', 'abc'],
    ['_-8', '\xff\xef'],
    ['/+8=', '\xff\xef'],
    ['', ''],
    ['YWJjZ', undefined],
    ['YWI==', undefined],
    ['YW=Jj', undefined],
    ['YW.j', undefined],
    ['_+8', undefined],
    ['=', undefined],
  ])('%j is %j', (value, expected) => {
    expect(text(decode(value, 'base64'))).toBe(expected);
  });

  it('gives back whatever was encoded, in lines or not', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('base64' as const, 'base64url' as const),
        (bytes, form) => {
          const lines = Buffer.from(bytes)
            .toString(form)
            .replace(/.{1,64}/g, '$&\n');
          expect(Buffer.from(decode(lines, 'base64') ?? []).equals(bytes)).toBe(true);
        },
      ),
    );
  });
});

it('hides a value as it is used and as it is kept', () => {
  const hidden = (value: string, form: 'text' | 'base64' | 'plain') =>
    hiddenForms(value, decode(value, form) ?? new Uint8Array(), form).map(text);
  expect(hidden('secret', 'text')).toEqual(['secret']);
  expect(hidden('c2VjcmV0', 'base64')).toEqual(['secret', 'c2VjcmV0']);
  expect(hidden('secret', 'plain')).toEqual([]);
  expect(hidden('', 'text')).toEqual([]);
});
