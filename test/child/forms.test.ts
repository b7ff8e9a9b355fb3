import { describe, expect, it } from 'vitest';
import { formsOf, isTooShort } from '../../src/child/forms.ts';

const hides = (secret: string | Uint8Array, form: string): boolean =>
  formsOf(Buffer.from(secret)).some((one) => Buffer.from(one).equals(Buffer.from(form)));

const kubeconfig = 'apiVersion: v1\nusers:\n- name: admin\n  token: "a b/c"\n}\n1\n';
const account = JSON.stringify({
  key: 'one\ntwo/2',
  port: 16443,
  on: true,
  off: 'true',
  deep: [{ pin: '0042' }],
  n: 12,
});

describe('a secret is hidden', () => {
  it.each([
    ['as it is', 'p+ss.w$rd', 'p+ss.w$rd'],
    ['without the line end that it was stored with', 's3cret\n', 's3cret'],
    ['with its line ends of the other kind', 'first\nsecond', 'first\r\nsecond'],
    ['line by line', kubeconfig, 'token: "a b/c"'],
    ['line by line, where lines end in CRLF', 'first\r\nsecond\r\n', 'second'],
    ['by the leaves of its JSON', account, '0042'],
    ['by the lines of a leaf', account, 'two/2'],
    ['by a leaf in another encoding', account, 'one%0Atwo%2F2'],
    ['by a number of its JSON', account, '16443'],
    ['by the leaves of JSON in JSON', JSON.stringify({ a: account }), '0042'],
    ['by every digit of a number', '{"n": 12345678901234567890}', '12345678901234567890'],
    ['in base64', 'any carnal pleas', 'YW55IGNhcm5hbCBwbGVhcw=='],
    ['in base64 without padding', 'any carnal pleas', 'YW55IGNhcm5hbCBwbGVhcw'],
    ['in base64 before other text', 'any carnal pleas', 'YW55IGNhcm5hbCBwbGVhc'],
    ['in base64 one byte further', 'any carnal pleas', 'FueSBjYXJuYWwgcGxlYX'],
    ['in base64 two bytes further', 'any carnal pleas', 'hbnkgY2FybmFsIHBsZWFz'],
    ['in base64 with its line end', 'token\n', 'dG9rZW4K'],
    ['in base64url', 'ab>>>???', 'YWI-Pj4_Pz8'],
    ['in lines of base64', 'x'.repeat(58), `${'eHh4'.repeat(19)}`],
    [
      'decoded from the base64 that it was stored in',
      Buffer.from(kubeconfig).toString('base64'),
      'apiVersion: v1',
    ],
    ['decoded from lines of base64', 'YXBpVmVyc2lvbjog\ndjEgYWJj\n', 'apiVersion: v1 abc'],
    ['in the base64 that it was decoded from', kubeconfig, Buffer.from(kubeconfig).toString('base64')],
    ['in hexadecimal digits', 'Ünï', 'c39c6ec3af'],
    ['in capital ones', 'Ünï', 'C39C6EC3AF'],
    ['in a URL', 'a b/ü~', 'a%20b%2F%C3%BC~'],
    ['in a URL with small digits', 'a b/ü~', 'a%20b%2f%c3%bc~'],
    ['in a form', 'a b/ü~', 'a+b%2F%C3%BC%7E'],
    ['in JSON', 'a"b\\c\nd', 'a\\"b\\\\c\\nd'],
    ['in JSON by numbers', 'a"b\\c\nd', 'a\\"b\\\\c\\u000ad'],
    ['in JSON of PHP', 'a/b/é', 'a\\/b\\/\\u00e9'],
    ['in JSON of Go', 'a<b>&é', 'a\\u003cb\\u003e\\u0026é'],
    ['in JSON of .NET', "it's+é", 'it\\u0027s\\u002B\\u00E9'],
    ['in JSON in JSON', 'a"b\\c', 'a\\\\\\"b\\\\\\\\c'],
    ['in XML', `a<b>&"'`, `a&lt;b&gt;&amp;"'`],
    ['in an attribute of XML', `a<b>&"'`, 'a&lt;b&gt;&amp;&quot;&apos;'],
    ['in HTML of Go', `a<b>&"'`, 'a&lt;b&gt;&amp;&#34;&#39;'],
    ["in a shell's trace", `it's 1`, `it'\\''s 1`],
    ["as bash's printf quotes it", `it's $1`, `it\\'s\\ \\$1`],
    ['in double quotes of a shell', 'a$b`c', 'a\\$b\\`c'],
    ["by Python's repr", `a\\b"c'`, `a\\\\b"c\\'`],
    [
      'in the lines into which its base64 is broken',
      Buffer.alloc(90, 255).toString('base64').replace(/.$/, 'A'),
      `${'/'.repeat(55)}A`,
    ],
    ['in JSON, all of it by numbers', 'word', '\\u0077\\u006f\\u0072\\u0064'],
  ])('%s', (_, secret, form) => {
    expect(hides(secret, form)).toBe(true);
  });

  it('by its bytes where it is no text', () => {
    const bytes = Buffer.from('ff00fe01aabb', 'hex');
    expect(formsOf(bytes)[0]).toEqual(bytes);
    expect(hides(bytes, 'FF00FE01AABB')).toBe(true);
  });
});

describe('left alone', () => {
  it.each([
    ['a line of one character', kubeconfig, '}'],
    ['a word of JSON', account, 'true'],
    ['a short leaf', account, '12'],
    ['white space', 'first\n\n    \nsecond', '    '],
    ['the line end of a value', 's3cret\n', 's3cret\n'],
  ])('%s', (_, secret, form) => {
    expect(hides(secret, form)).toBe(false);
  });

  it.each(['', '\n', '      ', '\t\r\n'])('all of %j, which is no value', (value) => {
    expect(formsOf(Buffer.from(value))).toEqual([]);
    expect(isTooShort(Buffer.from(value))).toBe(false);
  });

  it('gives each form once, none shorter than four bytes', () => {
    const forms = formsOf(Buffer.from(`${kubeconfig}${account}`)).map((form) =>
      Buffer.from(form).toString('latin1'),
    );
    expect(new Set(forms).size).toBe(forms.length);
    expect(forms.filter(({ length }) => length < 4)).toEqual([]);
  });
});

it.each([
  ['a', true],
  ['abc', true],
  ['ab\n\n', true],
  ['é1', true],
  ['abcd', false],
  ['éé', false],
])('says whether %j is too short', (value, short) => {
  expect(isTooShort(Buffer.from(value))).toBe(short);
});
