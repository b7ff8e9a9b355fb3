/** What the pictures of the pages were made from, and how that is held against what is said now. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where the pictures are, with `made-from.json` beside them. */
export const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
export const file = join(folder, 'made-from.json');

/** The views in which each text is drawn: the columns of GitHub, and the width of a telephone. Pixels. */
export const views = [
  { view: 'light', scheme: 'light', width: 820 },
  { view: 'dark', scheme: 'dark', width: 820 },
  { view: 'narrow', scheme: 'light', width: 390 },
] as const;

/** By name: the text without what is another one in each run, and the digests of its pictures by their files. */
export type MadeFrom = Readonly<
  Record<string, { readonly text: string; readonly pictures: Readonly<Record<string, string>> }>
>;

/** SHA-256 in hexadecimal digits. Pure. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A text in Markdown without commits, times, numbers and addresses that are others in each run. Pure. */
export const withoutChance = (text: string): string =>
  text
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://gitlab.example')
    .replace(/\b[0-9a-f]{40}\b/g, '<commit>')
    .replace(/`[0-9a-f]{7}`/g, '`<commit>`')
    .replace(/(?<=<!-- drawbridge [0-9a-f]{12} )\d+/, '<run>')
    .replace(/(?<=\/runs\/)\d+/g, '<run>')
    .replace(/(?<=[Pp]ipelines?(?: |: \[?#|\/))\d+/g, '<pipeline>')
    .replace(/\b\d\d:\d\d UTC/g, '<hour>')
    .replace(/\b(?:\d+ h \d\d min|\d+ min(?: \d\d s)?|\d+ s)\b/g, '<time>')
    .replace(/(?<=#|\/pull\/)\d+\b/g, '<pull>');
