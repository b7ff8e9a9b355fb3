import { safeTestId } from './alphabet.ts';
import { isSha, type Sha } from './pull.ts';

/** What a comment on a pull request may ask for (README.md, "Comments"). */
export type Command =
  | { readonly name: 'ok-to-test'; readonly commit: Sha }
  | { readonly name: 'retest'; readonly all: boolean }
  | { readonly name: 'test'; readonly tests: readonly string[] }
  | { readonly name: 'cancel' }
  | { readonly name: 'duplicate'; readonly commit: Sha };

/** The names of all commands. */
export type CommandName = Command['name'];

/** A comment, read strictly. `malformed`: it names a command but not in a form that may be acted on. */
export type Parsed =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed'; readonly name: CommandName }
  | { readonly kind: 'command'; readonly command: Command };

const names: readonly CommandName[] = ['ok-to-test', 'retest', 'test', 'cancel', 'duplicate'];

/**
 * Reads the first line of a comment: exact words, single spaces, all 40 digits of a commit. Anything that does not
 * begin with one of the commands is ordinary talk.
 */
export function parseCommand(body: string): Parsed {
  const line = (body.split(/\r?\n/, 1)[0] ?? '').trimEnd();
  const [word = '', ...rest] = line.split(' ');
  const name = names.find((known) => word === `/${known}`);
  if (name === undefined) return { kind: 'none' };
  const command = read(name, rest);
  return command ? { kind: 'command', command } : { kind: 'malformed', name };
}

function read(name: CommandName, words: readonly string[]): Command | undefined {
  const [argument] = words;
  if (words.length > 1) return undefined;
  switch (name) {
    case 'ok-to-test':
    case 'duplicate':
      return argument !== undefined && isSha(argument) ? { name, commit: argument } : undefined;
    case 'cancel':
      return argument === undefined ? { name } : undefined;
    case 'retest':
      return argument === undefined || argument === 'all' ? { name, all: argument === 'all' } : undefined;
    case 'test':
      return readTests(argument);
  }
}

function readTests(argument: string | undefined): Command | undefined {
  const tests = (argument ?? '').split(',');
  return tests.every((test) => safeTestId.test(test)) ? { name: 'test', tests } : undefined;
}
