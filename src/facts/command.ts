/** Reads what a comment on a pull request asks for, as people type it. */
import { safeTestId } from './alphabet.ts';
import { isSha, type Sha } from './pull.ts';

/** What a comment on a pull request may ask for (docs/comments.md, "Commands"). */
export type Command =
  | { readonly name: 'ok-to-test'; readonly commit: Sha }
  | { readonly name: 'retest'; readonly all: boolean }
  | { readonly name: 'test'; readonly tests: readonly string[] }
  | { readonly name: 'list-tests' }
  | { readonly name: 'cancel' }
  | { readonly name: 'duplicate'; readonly commit: Sha };

/** The names of all commands. */
export type CommandName = Command['name'];

/** The words that are typed; `/test ?` lists the tests. */
export type CommandWord = Exclude<CommandName, 'list-tests'>;

/**
 * A comment, read strictly. `malformed`: it names a command but not in a form that may be acted on. `meant` is what of
 * it has the form of an argument, and may therefore be repeated: test ids, the first digits of a commit, `all`.
 */
export type Parsed =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed'; readonly name: CommandWord; readonly meant?: readonly string[] }
  | { readonly kind: 'command'; readonly command: Command };

/** Which command a comment names, in whatever form; undefined for talk. Pure. */
export function nameIn(parsed: Parsed): CommandName | undefined {
  if (parsed.kind === 'none') return undefined;
  return parsed.kind === 'command' ? parsed.command.name : parsed.name;
}

const names: readonly CommandWord[] = ['ok-to-test', 'retest', 'test', 'cancel', 'duplicate'];

/** What looks like nothing on a page, and is pasted along. */
const blank = '[ \\t\\u00a0]';
const blanks = new RegExp(`${blank}+`);
const isBlank = (text = ''): boolean => /^[ \t\u00a0]/.test(text);

/** Without the blanks around it. No pattern: one for those at the end takes seconds where many are in the middle. */
function withoutBlanks(line: string): string {
  let [start, end] = [0, line.length];
  while (start < end && isBlank(line[start])) start += 1;
  while (end > start && isBlank(line[end - 1])) end -= 1;
  return line.slice(start, end);
}

/** A command in other letters, with blanks for its dashes, or with a mark behind it. Longer words are other bots'. */
const slip = new RegExp(
  `^/(?:(ok(?:${blank}|[_-])*to(?:${blank}|[_-])*test)|(retest|test|cancel|duplicate))[:,.!?]?(?=${blank}|$)`,
  'i',
);

/**
 * Reads the first line of a comment. Blanks and back-ticks around it, several blanks, and digits of a commit in
 * capitals make no difference; all else has to be exact. What names no command of ours is ordinary talk, or for another
 * bot.
 */
export function parseCommand(body: string): Parsed {
  const line = firstLine(body);
  const [word = '', ...rest] = line.split(blanks);
  const exact = names.find((known) => word === `/${known}`);
  if (exact !== undefined) {
    const command = read(exact, rest);
    return command ? { kind: 'command', command } : malformed(exact, rest);
  }
  const found = slip.exec(line);
  if (!found) return { kind: 'none' };
  const [text, approves, other = ''] = found;
  const name = approves ? 'ok-to-test' : names.find((known) => known === other.toLowerCase());
  return name ? malformed(name, line.slice(text.length).split(blanks)) : { kind: 'none' };
}

/**
 * The first line that is not empty. Back-ticks around all of it are dropped, and a fence above it; those around a part
 * of it are a sentence about a command.
 */
function firstLine(body: string): string {
  const lines = body.split(/\r?\n/).map(withoutBlanks);
  const [first = '', second = ''] = lines.filter((line) => line !== '');
  if (/^`{3,}$/.test(first)) return second;
  const within = /^(`+)([^`]+)\1$/.exec(first)?.[2];
  return within === undefined ? first : withoutBlanks(within);
}

function read(name: CommandWord, words: readonly string[]): Command | undefined {
  const [argument] = words;
  if (words.length > 1) return undefined;
  switch (name) {
    case 'ok-to-test':
    case 'duplicate': {
      const commit = argument?.toLowerCase() ?? '';
      return isSha(commit) ? { name, commit } : undefined;
    }
    case 'cancel':
      return argument === undefined ? { name } : undefined;
    case 'retest':
      return argument === undefined || argument === 'all' ? { name, all: argument === 'all' } : undefined;
    case 'test':
      return argument === '?' ? { name: 'list-tests' } : readTests(argument);
  }
}

function readTests(argument: string | undefined): Command | undefined {
  const tests = (argument ?? '').split(',');
  return tests.every((test) => safeTestId.test(test)) ? { name: 'test', tests } : undefined;
}

/** At most so many words of a command in a wrong form are kept. */
const mostMeant = 20;

function malformed(name: CommandWord, words: readonly string[]): Parsed {
  const meant = words
    .flatMap((word) => word.split(','))
    .filter((word) => forms[name]?.test(word))
    .slice(0, mostMeant);
  return { kind: 'malformed', name, ...(meant.length > 0 && { meant }) };
}

/** The forms of arguments, and of what may be completed to one. */
const forms: Readonly<Partial<Record<CommandWord, RegExp>>> = {
  'ok-to-test': /^[0-9a-f]{4,40}$/i,
  duplicate: /^[0-9a-f]{4,40}$/i,
  retest: /^all$/i,
  test: safeTestId,
};
