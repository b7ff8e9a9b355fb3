/** Which byte forms of a secret are hidden: the value, its lines, the leaves of its JSON, and the encodings of each. */
import { base64Forms, hexForms, urlForms } from './encodings.ts';
import { jsonForms, leavesOf } from './json.ts';

/** Fewer bytes are no secret: to hide them would take every `1` and `}` out of a log. */
export const shortest = 4;

/**
 * Every form in which a value is hidden, each once, each of at least four bytes. None for a value that is empty or
 * blank. White space around a value, a line or a leaf is not hidden with it: a secret that was stored with a line end
 * must not take that out of the log. Pure.
 */
export function formsOf(value: Uint8Array): readonly Uint8Array[] {
  const forms = new Map<string, Uint8Array>();
  const add = (form: Uint8Array): void => {
    if (form.length >= shortest) forms.set(Buffer.from(form).toString('latin1'), form);
  };
  for (const piece of piecesOf(value)) {
    add(piece);
    for (const form of encodingsOf(piece)) add(form);
  }
  if (trimmed(value).length > 0) for (const form of encodingsOf(value)) add(form);
  return [...forms.values()];
}

/** A value that is too short to be hidden, and not empty either. Pure. */
export function isTooShort(value: Uint8Array): boolean {
  const { length } = trimmed(value);
  return length > 0 && length < shortest;
}

/** The value with line ends of both kinds, its lines, its leaves, and what it holds in base64: each without the white space around it. */
function piecesOf(value: Uint8Array): readonly Uint8Array[] {
  const pieces = new Map<string, Uint8Array>();
  const take = (whole: Uint8Array): void => {
    const piece = trimmed(whole);
    const bytes = piece.toString('latin1');
    if (piece.length < shortest || pieces.has(bytes)) return;
    pieces.set(bytes, piece);
    const lines = bytes.split(/\r\n|\n|\r/);
    if (lines.length > 1) {
      pieces.set(lines.join('\n'), Buffer.from(lines.join('\n'), 'latin1'));
      pieces.set(lines.join('\r\n'), Buffer.from(lines.join('\r\n'), 'latin1'));
      for (const line of lines) take(Buffer.from(line, 'latin1'));
    }
    const text = textOf(piece);
    if (text === undefined) return;
    for (const leaf of leavesOf(text)) if (!jsonWords.has(leaf)) take(Buffer.from(leaf));
    const decoded = decodedOf(text);
    if (decoded !== undefined) take(decoded);
  };
  take(value);
  return [...pieces.values()];
}

/** Leaves that say nothing. */
const jsonWords: ReadonlySet<string> = new Set(['true', 'false', 'null']);

function* encodingsOf(piece: Uint8Array): Generator<Uint8Array> {
  for (const form of base64Forms(piece)) yield Buffer.from(form, 'latin1');
  for (const form of hexForms(piece)) yield Buffer.from(form, 'latin1');
  for (const form of urlForms(piece)) yield Buffer.from(form, 'latin1');
  const text = textOf(piece);
  if (text !== undefined) for (const form of jsonForms(text)) yield Buffer.from(form);
}

/** Bytes without the blanks, tabs and line ends around them. */
function trimmed(bytes: Uint8Array): Buffer {
  let begin = 0;
  let end = bytes.length;
  while (begin < end && isBlank(bytes[begin])) begin += 1;
  while (begin < end && isBlank(bytes[end - 1])) end -= 1;
  return Buffer.from(bytes.subarray(begin, end));
}

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);

/** The text of UTF-8, a mark at its begin included. Undefined for other bytes. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
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
