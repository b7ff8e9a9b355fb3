/** Which byte forms of a secret are hidden: its pieces, and the encodings of each. */
import { piecesOf, shortestPiece, textOf, trimmed } from '../secrets/pieces.ts';
import { base64Forms, brokenLines, hexForms, urlForms } from './encodings.ts';
import { jsonForms } from './json.ts';
import { quotedForms } from './quoting.ts';

/**
 * Every form in which a value is hidden, each once, each of at least four bytes. None for a value that is empty or
 * blank. Pure.
 */
export function formsOf(value: Uint8Array): readonly Uint8Array[] {
  const forms = new Map<string, Uint8Array>();
  const add = (form: Uint8Array): void => {
    if (form.length >= shortestPiece) forms.set(Buffer.from(form).toString('latin1'), form);
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
  return length > 0 && length < shortestPiece;
}

function* encodingsOf(piece: Uint8Array): Generator<Uint8Array> {
  for (const form of base64Forms(piece)) yield Buffer.from(form, 'latin1');
  for (const form of hexForms(piece)) yield Buffer.from(form, 'latin1');
  for (const form of urlForms(piece)) yield Buffer.from(form, 'latin1');
  const text = textOf(piece);
  if (text === undefined) return;
  for (const form of jsonForms(text)) yield Buffer.from(form);
  for (const form of quotedForms(text)) yield Buffer.from(form);
  for (const line of brokenLines(text)) yield Buffer.from(line);
}
