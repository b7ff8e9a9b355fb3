/** How a name that somebody else chose is shown: a label, a branch, a variable. */
import { safeTestId } from './alphabet.ts';

/** An emoji, with the two characters that show nothing by themselves and of which emoji are made. */
const emoji =
  /[\p{Extended_Pictographic}\p{Emoji_Presentation}]\u{fe0f}?(?:\u{200d}\p{Extended_Pictographic}\u{fe0f}?)*/v;
/**
 * Letters and numbers of any script, a blank, and what means nothing in Markdown, HTML or a workflow command (`##[`
 * anywhere in a line begins one). Characters that show nothing, or change how others are read, are none of them.
 */
const mark = /[[\p{L}\p{M}\p{N} ._\/,:@#+=\(\)!?'\-]--\p{Default_Ignorable_Code_Point}]/v;

/** What is shown as it is, in a group, or any one character. */
const pieces = new RegExp(`(${emoji.source}|${mark.source})|[^]`, 'gv');

/** The most characters of a name that are shown. A label of GitHub's has at most 50 of its own. */
const longest = 80;

/** At most so many names of a list are shown. */
const mostNames = 20;

/**
 * A name as it may stand in a log, an annotation, a status, and between back-ticks in Markdown: everything that is not
 * plain as `\u{…}` with its number, at most 80 characters. What is no test id stands in quotes, so that its ends can be
 * seen. Pure.
 */
export function shown(name: string): string {
  if (safeTestId.test(name) && name.length <= longest) return name;
  let text = '';
  for (const [piece, plain] of name.matchAll(pieces)) {
    const next = plain ?? escaped(piece);
    if (text.length + next.length > longest) return `"${text}…"`;
    text += next;
  }
  return `"${text}"`;
}

/** Several, between commas. Pure. */
export function shownList(names: readonly string[]): string {
  const more = names.length > mostNames ? [`${names.length - mostNames} more`] : [];
  return [...names.slice(0, mostNames).map(shown), ...more].join(', ');
}

/** `\u{…}` in place of each character above U+FFFF, which GitHub takes in no status (docs/facts/github.md, "Commit statuses"). Pure. */
export const withoutWide = (text: string): string => text.replace(/[\u{10000}-\u{10ffff}]/gu, escaped);

const escaped = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
