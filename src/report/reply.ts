/**
 * What somebody with write reads where a command was wrong, or asked for the tests: why, and the exact line to paste.
 * Nothing of a comment is repeated but digits of the live head, and test ids. Pure.
 */

import { nameKey, sameName } from '../facts/names.ts';
import type { Sha } from '../facts/pull.ts';
import { shown } from '../facts/shown.ts';

/** The tests that can be told. */
export interface TestsToName {
  /** Test ids, without the word that means all. */
  readonly ids: readonly string[];
  /** Label → test id, where `tests` lists them; then there are no others. */
  readonly labels: ReadonlyMap<string, string> | undefined;
  readonly prefix: string;
}

/** A command that was wrong, with what of it had the form of an argument (`Parsed`). */
export type Wrong =
  | {
      readonly command: 'ok-to-test' | 'duplicate';
      readonly meant: readonly string[];
      /** The head of the pull request; undefined where it is closed or could not be read. */
      readonly head: Sha | undefined;
    }
  | { readonly command: 'test'; readonly meant: readonly string[]; readonly tests: TestsToName }
  | { readonly command: 'retest'; readonly meant: readonly string[] }
  | { readonly command: 'cancel' };

/** The reply to a command that was wrong. It begins with a word, so that it is no command itself. */
export function replyTo(wrong: Wrong): string {
  switch (wrong.command) {
    case 'ok-to-test':
    case 'duplicate':
      return aboutCommit(wrong);
    case 'test':
      return aboutTests(wrong);
    case 'retest':
      return withLine(alone, wrong.meant.length > 0 ? '/retest all' : '/retest');
    case 'cancel':
      return withLine(alone, '/cancel');
  }
}

/** The answer to `/test ?`. */
export function listOf(tests: TestsToName): string {
  const some = tests.ids.slice(0, 2).join(',');
  return withLine(`${listed(tests)} To run some, name them between commas:`, `/test ${some || 'all'}`);
}

const alone = 'The command has to stand alone, written like this:';

function aboutCommit({ command, meant, head }: Extract<Wrong, { head: Sha | undefined }>): string {
  const whole = 'A command for a commit names all of its 40 digits';
  if (head === undefined) return `${whole}: \`/${command}\` and the commit.`;
  const [digits] = meant;
  const isOther = digits !== undefined && !head.startsWith(digits.toLowerCase());
  const why = isOther ? 'The newest commit of this pull request is another one' : whole;
  return withLine(`${why}. Read the change up to the commit below; then paste:`, `/${command} ${head}`);
}

function aboutTests({ meant, tests }: Extract<Wrong, { command: 'test' }>): string {
  const found = [...new Set(meant.flatMap((word) => idFor(word, tests) ?? []))];
  const strange = meant.filter((word) => idFor(word, tests) === undefined);
  const partial = meant.filter((word) => idFor(word, tests) !== word);
  const why =
    strange.length > 0
      ? `There is no test ${strange.map(code).join(', ')}.`
      : partial.length > 0
        ? `A test is named by its whole id, and ${partial.map(code).join(', ')} is none.`
        : 'Tests are named between commas, without blanks.';
  return withLine(
    `${why} ${listed(tests)} For example:`,
    `/test ${found.join(',') || (tests.ids[0] ?? 'all')}`,
  );
}

/** The id that a word stands for: itself, in other letters, or the label of that test. */
function idFor(word: string, { ids, labels, prefix }: TestsToName): string | undefined {
  if (sameName(word, 'all')) return 'all';
  const named = [word, `${prefix}${word}`].map(nameKey);
  const label = [...(labels ?? [])].find(([one]) => named.includes(nameKey(one)));
  return ids.find((id) => sameName(id, word)) ?? label?.[1] ?? (labels ? undefined : word);
}

/** At most so many ids are listed. */
const mostIds = 50;

function listed({ ids, labels, prefix }: TestsToName): string {
  const rest = ids.length > mostIds ? `, and ${ids.length - mostIds} more` : '';
  const known = ids.slice(0, mostIds).map(code).join(', ') + rest;
  const open = `Every label that begins with ${code(shown(prefix))} is a test, and its own id`;
  if (labels) return known === '' ? 'The only test is `all`.' : `Tests: ${known}; \`all\` for all.`;
  return known === ''
    ? `${open}; \`all\` is all.`
    : `${open}. Named in the set-up: ${known}; \`all\` for all.`;
}

const code = (text: string): string => `\`${text}\``;

/** In a block of its own, which GitHub lets a person copy with one click. */
const withLine = (why: string, line: string): string => [why, '', '```', line, '```'].join('\n');
