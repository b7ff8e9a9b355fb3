/** How bytes look once a program has encoded them: base64, hexadecimal digits, per cent signs. */

/**
 * A value in base64 (RFC 4648, both alphabets), wherever in a longer text it stands: at each of the three offsets the
 * characters that its own bytes determine, alone and with what fills the end up, without and with padding. A long value
 * also in lines, as programs break them. Pure.
 */
export function* base64Forms(value: Uint8Array): Generator<string> {
  for (const offset of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(offset), value]).toString('base64');
    const begin = Math.ceil((offset * 8) / 6);
    const determined = Math.floor(((offset + value.length) * 8) / 6);
    const filled = Math.ceil(((offset + value.length) * 8) / 6);
    for (const end of new Set([determined, filled, text.length]))
      yield* bothAlphabets(text.slice(begin, end));
  }
  for (const width of lineWidths) yield* linesOf(value, width);
}

/** Where `base64` and mail (RFC 2045, section 6.8), and where PEM (RFC 7468, section 2) break lines, characters. */
const lineWidths = [76, 64];

/** A last line that holds fewer bytes is left alone. */
const shortestRest = 4;

function* linesOf(value: Uint8Array, width: number): Generator<string> {
  const bytes = (width / 4) * 3;
  if (value.length <= bytes) return;
  for (let from = 0; value.length - from >= shortestRest; from += bytes)
    yield* bothAlphabets(Buffer.from(value.subarray(from, from + bytes)).toString('base64'));
}

/** A text that is base64 on one line, such as a key, in the lines into which programs break it. Pure. */
export function* brokenLines(text: string): Generator<string> {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return;
  for (const width of lineWidths)
    for (let from = 0; text.length > width && text.length - from >= 2 * shortestRest; from += width)
      yield text.slice(from, from + width);
}

function* bothAlphabets(text: string): Generator<string> {
  yield text;
  yield text.replaceAll('+', '-').replaceAll('/', '_');
}

/** A value in hexadecimal digits of both cases. Pure. */
export function* hexForms(value: Uint8Array): Generator<string> {
  const text = Buffer.from(value).toString('hex');
  yield text;
  yield text.toUpperCase();
}

/** A value as programs put it into URLs and forms: with digits of both cases, and with every byte encoded. Pure. */
export function* urlForms(value: Uint8Array): Generator<string> {
  const simple = value.every((byte) => isAlphanumeric(byte));
  for (const table of simple ? everyByte : urlTables) {
    let text = '';
    for (const byte of value) text += table[byte];
    yield text;
  }
}

/** What is left as it is beside letters and digits, and what a blank becomes. */
const urlStyles: readonly (readonly [plain: string, blank: '%20' | '+'])[] = [
  // RFC 3986, section 2.3; then the same in queries, as Go's QueryEscape and Python's quote_plus write it.
  ['-_.~', '%20'],
  ['-_.~', '+'],
  // Python's quote.
  ['-_.~/', '%20'],
  // encodeURIComponent and encodeURI (ECMA-262, "URI Handling Functions").
  ["-_.!~*'()", '%20'],
  ["-_.!~*'();/?:@&=+$,#", '%20'],
  // Forms (URL Standard, "application/x-www-form-urlencoded percent-encode set"), and Java's URLEncoder.
  ['*-._', '+'],
  // Go's PathEscape.
  ['-_.~$&+=:@', '%20'],
];

const isAlphanumeric = (byte: number): boolean => /[A-Za-z0-9]/.test(String.fromCharCode(byte));

type Table = readonly string[];

const tableOf = (write: (byte: number) => string): Table =>
  Array.from({ length: 256 }, (_, byte) => write(byte));

const percent = [
  (byte: number) => `%${byte.toString(16).padStart(2, '0')}`,
  (byte: number) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`,
];

/** By byte, what is written for it. */
const everyByte: readonly Table[] = percent.map(tableOf);

const urlTables: readonly Table[] = [
  ...everyByte,
  ...percent.flatMap((encoded) =>
    urlStyles.map(([plain, blank]) =>
      tableOf((byte) => {
        if (byte === 0x20) return blank;
        return isAlphanumeric(byte) || plain.includes(String.fromCharCode(byte))
          ? String.fromCharCode(byte)
          : encoded(byte);
      }),
    ),
  ),
];
