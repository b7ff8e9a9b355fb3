/** How a text looks inside the quotes of JSON. */

/** What a writer of JSON escapes beyond what it must (RFC 8259, section 7), and how. */
interface Style {
  /** The short form where there is one (`\n`), or the number (`\u000a`). */
  readonly short: boolean;
  /** `\/`, as PHP writes it. */
  readonly slash: boolean;
  /** Everything outside ASCII, as Python writes it. */
  readonly ascii: boolean;
  /** Characters that mean something in HTML: none; those of Go and Rails; those of .NET and PHP's flags too. */
  readonly html: '' | '<>&\u2028\u2029' | '<>&\u2028\u2029\'"+`\u007f';
  readonly upper: boolean;
}

/** A text as JSON writes it between quotes, in every style of writing that makes a difference to it. Pure. */
export function* jsonForms(text: string): Generator<string> {
  for (const upper of [false, true]) yield numbered(text, upper);
  if (!special.test(text)) return;
  const either = (makesADifference: RegExp) => (makesADifference.test(text) ? [false, true] : [false]);
  for (const short of [
    true,
    ...either(hasShort)
      .slice(1)
      .map(() => false),
  ])
    for (const slash of either(/\//))
      for (const ascii of either(/[^\0-\x7f]/))
        for (const html of htmlStyles)
          for (const upper of [false, true]) yield escaped(text, { short, slash, ascii, html, upper });
}

const htmlStyles: readonly Style['html'][] = ['', '<>&\u2028\u2029', '<>&\u2028\u2029\'"+`\u007f'];

/** What any style escapes. */
const special = /[^ !#-%(-*,.0-;=?-[\]-_a-~]/;

const shortForms: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const hasShort = /[\b\f\n\r\t]/;

/** What one style replaces; the rest of a text, which is nearly all of it, is not looked at one by one. */
function escaped(text: string, style: Style): string {
  const { short, slash, ascii, html } = style;
  const replaced = `["\\\\\\0-\\x1f${slash ? '/' : ''}${ascii ? '\\x80-\\uffff' : ''}${html}]`;
  return text.replace(patternOf(replaced), (character) => {
    if (html.includes(character)) return number(character, style.upper);
    if (character === '"' || character === '\\' || character === '/') return `\\${character}`;
    return (short ? shortForms[character] : undefined) ?? number(character, style.upper);
  });
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const pattern = patterns.get(source) ?? new RegExp(source, 'g');
  patterns.set(source, pattern);
  return pattern;
}

function number(unit: string, upper: boolean): string {
  const digits = unit.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${upper ? digits.toUpperCase() : digits}`;
}

/** All of a text by numbers: those of ASCII are looked up. */
const numbered = (text: string, upper: boolean): string => {
  const known = asciiNumbers[upper ? 1 : 0];
  let written = '';
  for (let at = 0; at < text.length; at++)
    written += known?.[text.charCodeAt(at)] ?? number(text.charAt(at), upper);
  return written;
};

const asciiNumbers = [false, true].map((upper) =>
  Array.from({ length: 128 }, (_, code) => number(String.fromCharCode(code), upper)),
);
