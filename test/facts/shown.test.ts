import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shown, shownList, withoutWide } from '../../src/facts/shown.ts';

/** Characters of any number, halves too. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
});

describe('a name that somebody else chose', () => {
  it.each([
    ['a test id', 'test-aws_1.2/x:y@z#1', 'test-aws_1.2/x:y@z#1'],
    ['blanks and emoji', 'test 🚀 rocket', '"test 🚀 rocket"'],
    ['an emoji of several characters', 'a 👩‍💻 b', '"a 👩‍💻 b"'],
    ['an emoji without its colours', 'a 🛰 ✈', '"a 🛰 ✈"'],
    ['a comma', 'a, b', '"a, b"'],
    ['letters of any script', 'prüfung-試験-é', '"prüfung-試験-é"'],
    ['nothing', '', '""'],
    [
      'back-ticks and Markdown',
      '`a` *b* [c](d) ~e~',
      '"\\u{60}a\\u{60} \\u{2a}b\\u{2a} \\u{5b}c\\u{5d}(d) \\u{7e}e\\u{7e}"',
    ],
    ['HTML', '<b>&amp;', '"\\u{3c}b\\u{3e}\\u{26}amp\\u{3b}"'],
    ['the cell of a table', 'a|b', '"a\\u{7c}b"'],
    ['a workflow command of another line', 'a\n::add-mask::b', '"a\\u{a}::add-mask::b"'],
    ['one of the older form', 'a ##[add-mask]b', '"a ##\\u{5b}add-mask\\u{5d}b"'],
    ['quotes', 'a", "b', '"a\\u{22}, \\u{22}b"'],
    ['an escape of its own', '\\u{61}', '"\\u{5c}u\\u{7b}61\\u{7d}"'],
    ['another direction', 'test-\u202egnp', '"test-\\u{202e}gnp"'],
    [
      'what cannot be seen',
      'a\u200bb\u00ad\u3164\ufeff\u00a0',
      '"a\\u{200b}b\\u{ad}\\u{3164}\\u{feff}\\u{a0}"',
    ],
    ['a joiner outside an emoji', 'a\u200db', '"a\\u{200d}b"'],
    ['half a character', 'a\ud83d', '"a\\u{d83d}"'],
    ['control characters', 'a\u0000\u001b\u0085', '"a\\u{0}\\u{1b}\\u{85}"'],
  ])('%s', (_, name, expected) => expect(shown(name)).toBe(expected));

  it('is cut, and never within a character', () => {
    expect(shown('x'.repeat(81))).toBe(`"${'x'.repeat(80)}…"`);
    expect(shown('x'.repeat(80))).toBe('x'.repeat(80));
    expect(shown(`${'x'.repeat(79)}🚀`)).toBe(`"${'x'.repeat(79)}…"`);
    expect(shown('$'.repeat(50))).toBe(`"${'\\u{24}'.repeat(13)}…"`);
  });

  it('is one short line that means nothing to Markdown, HTML or the runner, and two names are shown alike only when cut', () => {
    const name = fc.oneof(anyText, fc.string());
    fc.assert(
      fc.property(name, name, (one, other) => {
        const text = shown(one);
        expect(text.length).toBeLessThanOrEqual(83);
        expect(text).not.toMatch(/[`|<>&[\]*~\r\n\u2028\u2029]|\p{Bidi_Control}|\p{Cc}/u);
        expect(text.isWellFormed()).toBe(true);
        if (one !== other && !text.endsWith('…"')) expect(shown(other)).not.toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('stands between commas with others, of which twenty are shown', () => {
    expect(shownList(['test-a', 'b c'])).toBe('test-a, "b c"');
    const many = Array.from({ length: 23 }, (_, n) => `t${n}`);
    expect(shownList(many)).toBe(`${many.slice(0, 20).join(', ')}, 3 more`);
  });
});

it('a status has no character above U+FFFF', () => {
  expect(withoutWide('a 🚀 é ✈ b')).toBe('a \\u{1f680} é ✈ b');
});
