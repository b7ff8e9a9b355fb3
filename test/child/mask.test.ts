import { describe, expect, it } from 'vitest';
import { createMasks, type Mask, tooShort } from '../../src/child/mask.ts';

const key = Buffer.alloc(32, 1);
const maskOf = (...values: (string | Uint8Array)[]): Mask =>
  createMasks(
    values.map((value, n) => ({ name: `KEY_${n}`, value: Buffer.from(value) })),
    { key, placeholder: 'hash' },
  )();

/** What is written, with `[n]` for the nth placeholder that differs from those before. */
function numbered(out: Uint8Array): string {
  const seen: string[] = [];
  return Buffer.from(out)
    .toString()
    .replace(/\*\*[0-9a-f]{16}\*\*/g, (name) => {
      if (!seen.includes(name)) seen.push(name);
      return `[${seen.indexOf(name) + 1}]`;
    });
}
function masked(secrets: readonly (string | Uint8Array)[], ...chunks: (string | Uint8Array)[]): string {
  const mask = maskOf(...secrets);
  return numbered(Buffer.concat([...chunks.map((chunk) => mask.push(Buffer.from(chunk))), mask.end()]));
}

describe('what is wrong elsewhere', () => {
  it.each<[string, (string | Uint8Array)[], (string | Uint8Array)[], string]>([
    ['a value that is a regular expression', ['p+ss.w$rd'], ['p+ss.w$rd ppss.w$rd'], '[1] ppss.w$rd'],
    ['a value that begins with another', ['pass', 'password'], ['password pass passw'], '[1] [2] [2]w'],
    ['the same, the longer one first', ['password', 'pass'], ['password pass passw'], '[1] [2] [2]w'],
    ['a value over two chunks', ['s3cret'], ['a s3c', 'ret b'], 'a [1] b'],
    ['a value in chunks of one byte', ['s3cret'], [...'a s3cret b'], 'a [1] b'],
    ['what was a begin only', ['s3cret'], ['a s3c', 'rap'], 'a s3crap'],
    ['a begin within a begin', ['aab1'], ['aa', 'ab1'], 'a[1]'],
    [
      'a chunk that ends within a character',
      ['größe'],
      [Buffer.from('die größe').subarray(0, 7), Buffer.from('die größe').subarray(7)],
      'die [1]',
    ],
    ['a value before CRLF', ['s3cret'], ['s3cret\r\ns3cret\r', '\n'], '[1]\r\n[1]\r\n'],
    ['a combining accent after a value', ['s3cret'], ['s3cret\u0301'], '[1]\u0301'],
    ['an empty value', ['', 's3cret'], ['a s3cret'], 'a [1]'],
    ['a value on several lines', ['one1\ntwo2\n3'], ['one1\ntwo2\n3|two2 one1 3'], '[1]|[2] [3] 3'],
    ['the same, by a terminal', ['one1\ntwo2\n3'], ['one1\r\ntwo2\r\n3'], '[1]'],
    [
      'base64 of a text around it',
      ['hunter22'],
      [Buffer.from('user:hunter22!').toString('base64')],
      'dXNlcjp[1]iE=',
    ],
    ['two values that overlap', ['abcdef', 'efghij'], ['abcdefghij!'], '[1][2]!'],
    ['a value that overlaps with itself', ['abab1abab'], ['abab1abab1abab'], '[1][2]'],
    ['two values side by side', ['abcdef', 'ghij'], ['abcdefghij'], '[1][2]'],
    ['a value at the end, of which a longer one was possible', ['word', 'wordy one'], ['wordy'], '[1]y'],
    [
      'bytes that are no text',
      [Buffer.from('ff00fe01', 'hex')],
      [Buffer.from('61ff00fe0162', 'hex')],
      'a[1]b',
    ],
  ])('%s', (_, secrets, chunks, expected) => {
    expect(masked(secrets, ...chunks)).toBe(expected);
  });
});

describe('a stream', () => {
  it('is held back only where a secret may begin', () => {
    const mask = maskOf('s3cret word');
    expect(numbered(mask.push(Buffer.from('a prompt: ')))).toBe('a prompt: ');
    expect(mask.held()).toBe(0);
    expect(numbered(mask.push(Buffer.from('yes')))).toBe('ye');
    expect(mask.held()).toBe(1);
    expect(numbered(mask.push(Buffer.from('!')))).toBe('s!');
  });

  it('shows three bytes when it idles, and hides the rest', () => {
    const mask = maskOf('s3cret word');
    expect(numbered(mask.push(Buffer.from('a s3cre')))).toBe('a ');
    expect(numbered(mask.idle())).toBe('s3c');
    expect(numbered(mask.idle())).toBe('');
    expect(mask.held()).toBe(2);
    expect(numbered(mask.push(Buffer.from('t wor')))).toBe('');
    expect(numbered(mask.idle())).toBe('');
    expect(numbered(mask.push(Buffer.from('d.')))).toBe('[1].');
  });

  it('gives a whole secret as its placeholder when it idles, also where a longer one is possible', () => {
    const mask = maskOf('word', 'word and more');
    expect(numbered(mask.push(Buffer.from('a word')))).toBe('a ');
    expect(numbered(mask.idle())).toBe('[1]');
    expect(numbered(mask.push(Buffer.from(' and more.')))).toBe('[1].');
  });

  it('shows nothing of a secret that stands where another may have begun', () => {
    const mask = maskOf('xabcdefgh', 'abcd');
    expect(numbered(mask.push(Buffer.from('xabcd')))).toBe('');
    expect(numbered(mask.idle())).toBe('x');
    expect(numbered(mask.push(Buffer.from('!')))).toBe('[1]!');
  });

  it('shares its placeholders with the other streams of a run, and with no other run', () => {
    const secrets = [{ name: 'KEY', value: Buffer.from('s3cret') }];
    const of = (masks: () => Mask) => Buffer.from(masks().push(Buffer.from('s3cret.'))).toString();
    const run = createMasks(secrets, { key, placeholder: 'hash' });
    expect(of(run)).toMatch(/^\*\*[0-9a-f]{16}\*\*\.$/);
    expect(of(run)).toBe(of(run));
    expect(of(createMasks(secrets, { key: Buffer.alloc(32, 2), placeholder: 'hash' }))).not.toBe(of(run));
    expect(of(createMasks(secrets, { key, placeholder: 'testflinger' }))).toMatch(/^\*\*[0-9a-f]{6}\*\*\.$/);
  });

  it('goes on in a long chunk after what was kept of the one before', () => {
    const long = 'ab'.repeat(1000);
    for (const before of ['', 's3c', 'x'.repeat(20), long.slice(0, 1500)])
      for (const after of [
        'ret',
        long.slice(1500),
        'ret'.padEnd(1021, '-').concat('s3cret'),
        's3cret'.padStart(1026, '-'),
      ]) {
        const rest = `${after}${'-'.repeat(3000)}s3cret${'='.repeat(2000)}s3`;
        expect(masked(['s3cret', long], before, rest)).toBe(masked(['s3cret', long], `${before}${rest}`));
      }
  });

  it('keeps no more than the longest form of a secret', () => {
    const mask = maskOf('ab'.repeat(2000));
    let most = 0;
    for (let n = 0; n < 120; n++) {
      mask.push(Buffer.from('ab'.repeat(50)));
      most = Math.max(most, mask.held());
    }
    expect(most).toBeGreaterThan(3000);
    expect(most).toBeLessThan(4000);
  });
});

it('refuses values under four bytes, by their names', () => {
  const secrets = [
    { name: 'REGION', value: Buffer.from('eu') },
    { name: 'NONE', value: Buffer.from('') },
    { name: 'TOKEN', value: Buffer.from('abcd') },
  ];
  expect(tooShort(secrets)).toEqual(['REGION']);
  expect(() => createMasks(secrets, { key, placeholder: 'hash' })).toThrow('too short to be hidden: REGION');
});

it('hides nothing where there is no secret', () => {
  expect(masked([], 'all of it')).toBe('all of it');
});
