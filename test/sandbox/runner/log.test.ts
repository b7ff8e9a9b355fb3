import '../../properties.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommand, parseKeyValues } from '../../../sandbox/runner/commands.ts';
import { createLog } from '../../../sandbox/runner/log.ts';
import { createMasks } from '../../../sandbox/runner/masks.ts';

const logOf = (lines: string[], debug = false) => {
  const log = createLog(createMasks(), debug);
  for (const line of lines) log.line(line);
  return log;
};

describe('workflow commands', () => {
  test('annotations carry level, title and the unescaped message', () => {
    const log = logOf([
      '::notice title=A%2CB%3A C,file=x.ts::one%0Atwo%25',
      '::warning::careful',
      '  ::error title=%0A::100%250A',
    ]);
    expect(log.annotations).toEqual([
      { level: 'notice', title: 'A,B: C', message: 'one\ntwo%' },
      { level: 'warning', message: 'careful' },
      { level: 'error', title: '\n', message: '100%0A' },
    ]);
    expect(log.text()).toBe('Notice: one\ntwo%\nWarning: careful\nError: 100%0A\n');
  });

  test('groups show their title, debug is hidden unless asked for, unknown commands are text', () => {
    const lines = [
      '::group::Gate',
      'inside',
      '::endgroup::',
      '::debug::deep',
      '::unknown::x',
      'a ::notice::b',
    ];
    expect(logOf(lines).text()).toBe('Gate\ninside\n::unknown::x\na ::notice::b\n');
    expect(logOf(lines, true).text()).toContain('##[debug]deep\n');
  });

  test('stop-commands holds until its token', () => {
    const log = logOf(['::stop-commands::t0k', '::error::no', '::other::', '::t0k::', '::error::yes']);
    expect(log.annotations).toEqual([{ level: 'error', message: 'yes' }]);
    expect(log.text()).toBe('::error::no\n::other::\nError: yes\n');
  });

  test('a mask holds for later lines, annotations and titles; its own line is never shown', () => {
    const log = logOf(['pw', '::add-mask::pw', 'pw', '::error title=pw::pw!']);
    expect(log.text()).toBe('pw\n***\nError: ***!\n');
    expect(log.annotations).toEqual([{ level: 'error', title: '***', message: '***!' }]);
    expect(log.masks).toEqual(['pw']);
  });

  test('an empty mask is refused with a warning and ruins nothing', () => {
    const log = logOf(['::add-mask::', 'text']);
    expect(log.annotations[0]?.level).toBe('warning');
    expect(log.text()).toContain('\ntext\n');
  });

  test('what @actions/core escapes comes back whole', () => {
    const escaped = (text: string) =>
      text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseCommand(`::notice::${escaped(text)}`)?.data).toBe(text);
      }),
    );
  });
});

describe('masks', () => {
  const mask = (secrets: string[], text: string) => {
    const masks = createMasks();
    for (const secret of secrets) masks.add(secret);
    return masks.apply(text);
  };

  test.each([
    ['a"b\\c d', JSON.stringify({ x: 'a"b\\c d' }), '{"x":"***"}'],
    ['a b/c?', `https://x/?q=${encodeURIComponent('a b/c?')}`, 'https://x/?q=***'],
    ['swordfish!', Buffer.from('swordfish!').toString('base64'), '***'],
    ['<&>', 'x &lt;&amp;&gt; y', 'x *** y'],
    ['line one\r\nline two', 'only line two here', 'only *** here'],
    ['aa', 'aaa', '***'],
    ['"quoted"', 'quoted', '***'],
    ['a', 'banana', 'b***n***n***'],
  ])('%j in %j', (secret, text, shown) => {
    expect(mask([secret], text)).toBe(shown);
  });

  test.each([0, 1, 2])('base64 of a longer text with the secret at offset %i', (offset) => {
    const text = Buffer.from(`${'x'.repeat(offset)}swordfish-9`).toString('base64');
    expect(mask(['swordfish-9'], text)).toContain('***');
  });

  test('secrets that overlap or touch become one', () => {
    expect(mask(['abc', 'cde', 'f'], 'xabcdefx')).toBe('x***x');
    expect(mask(['ab'], 'abab')).toBe('***');
    expect(mask(['ab', 'cd'], 'ab cd')).toBe('*** ***');
  });

  test('no secret is left, wherever it stands', () => {
    const secret = fc.string({ minLength: 2 }).filter((s) => s.trim().length > 1 && !s.includes('*'));
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (s, before, after) => {
        expect(mask([s], `${before}${s}${after}`)).not.toContain(s);
      }),
    );
  });
});

describe('output files', () => {
  test.each([
    ['', {}],
    ['a=1\n\nb=2=3\n', { a: '1', b: '2=3' }],
    ['a=b<<c\n', { a: 'b<<c' }],
    ['a<<E\nE\n', { a: '' }],
    ['a<<=\n1\n=\n', { a: '1' }],
    ['a<<E\r\n1\r\n2\r\nE\r\n', { a: '1\n2' }],
    ['a=1\na=2\n', { a: '2' }],
  ])('%j', (text, values) => {
    expect(parseKeyValues(text)).toEqual({ ok: true, values });
  });

  test.each(['nonsense', '=1', 'a<<E\n1\n', 'a<<\n1\n', '<<E\n1\nE'])('%j is refused', (text) => {
    expect(parseKeyValues(text).ok).toBe(false);
  });
});
