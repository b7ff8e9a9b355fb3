/** A value as it is kept in Vault, and the bytes that it stands for. Pure. */
import type { Form } from './spec.ts';

/**
 * The bytes of a value: as UTF-8, or decoded. Base64 of both alphabets is taken, with line ends in it and with or without
 * padding (RFC 4648, sections 3.1, 3.2 and 5), as tools write it. Undefined where it is none: half a certificate helps
 * nobody.
 */
export function decode(value: string, form: Form): Uint8Array | undefined {
  if (form !== 'base64') return new TextEncoder().encode(value);
  const digits = value.replace(/[ \t\r\n]+/g, '');
  const [, body = '', padding = ''] = /^([A-Za-z0-9+/]*|[A-Za-z0-9_-]*)(={0,2})$/.exec(digits) ?? [];
  if (body.length + padding.length !== digits.length || body.length % 4 === 1) return undefined;
  if (padding !== '' && (body.length + padding.length) % 4 !== 0) return undefined;
  return new Uint8Array(Buffer.from(body, 'base64'));
}

/**
 * What has to be hidden of a value: it as it is used, and as it is kept where that differs, because either could be
 * printed. Nothing of one that is plain or empty.
 * @param used what `decode` gave
 */
export function hiddenForms(value: string, used: Uint8Array, form: Form): readonly Uint8Array[] {
  if (form === 'plain') return [];
  const kept = new TextEncoder().encode(value);
  const differs = kept.length !== used.length || kept.some((byte, at) => byte !== used[at]);
  return (differs ? [used, kept] : [used]).filter(({ length }) => length > 0);
}
