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
  for (const upper of [false, true])
    yield Array.from({ length: text.length }, (_, at) => number(text.charCodeAt(at), upper)).join('');
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

function escaped(text: string, style: Style): string {
  let written = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const character = text.charAt(at);
    const short = shortForms[character];
    if (style.html.includes(character)) written += number(unit, style.upper);
    else if (character === '"' || character === '\\') written += `\\${character}`;
    else if (style.short && short !== undefined) written += short;
    else if (unit < 0x20 || (style.ascii && unit > 0x7f)) written += number(unit, style.upper);
    else written += style.slash && character === '/' ? '\\/' : character;
  }
  return written;
}

function number(unit: number, upper: boolean): string {
  const digits = unit.toString(16).padStart(4, '0');
  return `\\u${upper ? digits.toUpperCase() : digits}`;
}
