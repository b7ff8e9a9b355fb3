/** The bytes by which a value may show itself in something that is printed: as a whole, by lines, by what it holds. */

/** Fewer bytes are no secret by themselves, and hiding them would shred what is printed: `}`, `1`, `yes`. */
export const shortestPiece = 4;

/** Lines and leaves that say nothing, whoever wrote them. */
const emptyWords: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/**
 * What a line gives a name to, quoted or not: `token: …` of a kubeconfig, `export KEY=…`. Only what is long and without
 * blanks: others are words such as `default`, which would take the same words out of a log.
 */
const namedOnLine = /^(?:- )?(?:export )?["']?[\w./-]+["']?\s*[:=]\s*(["']?)([^\s"']{16,})\1,?$/;

/**
 * The value, with its line ends and with those of the other kind; its lines, and what one of them gives a name to; where
 * it is JSON its strings and numbers; where it is a text in base64 that text; and the same of each of these. Each once, without the white space around it: a
 * value that was stored with a line end must not take that out of a log. Only those of `shortestPiece` bytes and more;
 * of a value that is text all of them are. The value is first, where it is long enough. Pure.
 */
export function piecesOf(value: Uint8Array): readonly Uint8Array[] {
  const pieces = new Map<string, Uint8Array>();
  const take = (whole: Uint8Array): void => {
    const piece = trimmed(whole);
    const bytes = piece.toString('latin1');
    if (piece.length < shortestPiece || pieces.has(bytes)) return;
    pieces.set(bytes, piece);
    const lines = bytes.split(/\r\n|\n|\r/);
    if (lines.length > 1) {
      for (const end of ['\n', '\r\n']) pieces.set(lines.join(end), Buffer.from(lines.join(end), 'latin1'));
      for (const line of lines) takeInner(Buffer.from(line, 'latin1'));
    }
    const text = textOf(piece);
    if (text === undefined) return;
    for (const leaf of leavesOf(text)) takeInner(Buffer.from(leaf));
    const named = namedOnLine.exec(text)?.[2];
    if (named !== undefined) takeInner(Buffer.from(named));
    const decoded = decodedOf(text);
    if (decoded !== undefined) take(decoded);
  };
  const takeInner = (inner: Buffer): void => {
    if (!emptyWords.has(inner.toString('latin1').trim())) take(inner);
  };
  take(value);
  return [...pieces.values()];
}

/** The mark that some editors begin UTF-8 with: part of a file, and not of what it holds. */
const mark = [0xef, 0xbb, 0xbf];

/** Bytes without the blanks, tabs and line ends around them, and without a mark at their begin. Pure. */
export function trimmed(bytes: Uint8Array): Buffer {
  let begin = mark.every((byte, at) => bytes[at] === byte) ? mark.length : 0;
  let end = bytes.length;
  while (begin < end && isBlank(bytes[begin])) begin += 1;
  while (begin < end && isBlank(bytes[end - 1])) end -= 1;
  return Buffer.from(bytes.subarray(begin, end));
}

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);

/** The text of UTF-8. Undefined for other bytes. Pure. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The strings and numbers of a JSON text, however deep; a number as it is written, which is the third argument
 * (ECMAScript, "JSON.parse source text access"). Nothing of a text that is no JSON.
 */
function leavesOf(text: string): readonly string[] {
  if (!/^\s*[[{"]/.test(text)) return [];
  const leaves: string[] = [];
  try {
    JSON.parse(text, (_, value: unknown, from?: { readonly source?: string }) => {
      if (typeof value === 'string') leaves.push(value);
      if (typeof value === 'number') leaves.push(from?.source ?? String(value));
      return value;
    });
  } catch {
    return [];
  }
  return leaves;
}

/**
 * The text that a value is the base64 of, as a kubeconfig is stored: a job decodes it and may print what it reads. Short
 * ones, and those that hold no readable text, are passwords that only look like it.
 */
function decodedOf(text: string): Buffer | undefined {
  const packed = text.replace(/\s+/g, '');
  if (packed.length < 16 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed)) return undefined;
  const bytes = Buffer.from(packed, 'base64');
  const decoded = textOf(bytes);
  return decoded !== undefined && !/[^\t\r\n\x20-\x7e\u{a0}-\u{10ffff}]/u.test(decoded) ? bytes : undefined;
}
