/** Reads a command line by the table of options. Every fault names its option, the unknown ones the nearest too. */
import { parseArgs } from 'node:util';
import type { Option, Options } from './usage.ts';

/** A command line that was understood. */
export interface Given<Names extends string> {
  readonly ok: true;
  /** Undefined where an option was not given; its choice's default where it has choices. */
  one(name: Names): string | undefined;
  all(name: Names): readonly string[];
  is(name: Names): boolean;
  /** What stands after `--`; undefined without one. */
  readonly command: readonly string[] | undefined;
}

/** One that was not: each line says what is wrong. */
export interface Misgiven {
  readonly ok: false;
  readonly wrong: readonly string[];
}

/** What the options of a command come to: what is wished, or what is wrong with them. */
export type Read<T> = { readonly ok: true; readonly value: T } | Misgiven;

/** Reads the arguments after the name of a command. `starts`: what stands after `--` is a command to start. */
export async function readOptions<Names extends string>(
  options: Readonly<Record<Names, Option>>,
  given: readonly string[],
  starts = false,
): Promise<Given<Names> | Misgiven> {
  const at = given.indexOf('--');
  const table: Options = options;
  const { tokens } = parseArgs({
    args: [...(at < 0 ? given : given.slice(0, at))],
    options: Object.fromEntries(
      Object.entries(table).map(([name, { value }]) => [
        name,
        {
          type: value === undefined ? ('boolean' as const) : ('string' as const),
          multiple: true,
          ...(name === 'help' && { short: 'h' }),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const wrong: string[] = [];
  const read = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional')
      wrong.push(
        starts
          ? 'put `--` before the command: a word stands between the options'
          : 'a word stands where only options do',
      );
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    const fault =
      option === undefined
        ? await unknownOption(token.rawName, Object.keys(table))
        : faultOf(token.name, option, givenTo(token), read.has(token.name));
    if (fault !== undefined) wrong.push(fault);
    read.set(token.name, [...(read.get(token.name) ?? []), token.value ?? '']);
  }
  if (wrong.length > 0) return { ok: false, wrong: [...new Set(wrong)] };
  return {
    ok: true,
    one: (name) => read.get(name)?.[0] ?? table[name]?.choices?.[0],
    all: (name) => read.get(name) ?? [],
    is: (name) => read.has(name),
    command: at < 0 ? undefined : given.slice(at + 1),
  };
}

/** What follows an option is its value only if it is no option itself: `--secrets --dry-run` has forgotten one. */
const givenTo = ({ value, inlineValue }: { value: string | undefined; inlineValue?: boolean | undefined }) =>
  inlineValue !== true && value?.startsWith('--') ? undefined : value;

function faultOf(
  name: string,
  { value, choices, repeated }: Option,
  given: string | undefined,
  again: boolean,
): string | undefined {
  if (again && !repeated) return `--${name} is given twice`;
  if (value === undefined) return given === undefined ? undefined : `--${name} takes no value`;
  if (given === undefined || given === '') return `--${name} needs a value: ${choices?.join(', ') ?? value}`;
  return choices === undefined || choices.includes(given)
    ? undefined
    : `--${name} must be one of: ${choices.join(', ')}`;
}

/**
 * The nearest of some names, by the least letters to change; the library that counts them loads only then. Undefined where the
 * word shares less than half its letters with it: then it is no slip.
 */
export async function nearest(word: string, names: readonly string[]): Promise<string | undefined> {
  const { default: leven } = await import('leven');
  const [near = ''] = names.toSorted((a, b) => leven(word, a) - leven(word, b));
  return leven(word, near) <= Math.ceil(word.length / 2) ? near : undefined;
}

/** What others take as options, and what it is here. A secret is none: all who list processes would see it. */
const elsewhere: Readonly<Record<string, string>> = {
  token: 'VAULT_TOKEN',
  'vault-token': 'VAULT_TOKEN',
  'role-id': 'VAULT_ROLE_ID',
  'vault-role-id': 'VAULT_ROLE_ID',
  'secret-id': 'VAULT_SECRET_ID',
  'vault-secret-id': 'VAULT_SECRET_ID',
  address: 'VAULT_ADDR or --vault-url',
  'vault-addr': 'VAULT_ADDR or --vault-url',
};

async function unknownOption(given: string, names: readonly string[]): Promise<string> {
  // A mistyped option may hold what should not be shown.
  if (!/^-{1,2}[a-z][a-z0-9_-]{0,39}$/.test(given)) return 'an option is not known';
  const word = given.replace(/^-+/, '').replaceAll('_', '-');
  const shown = given.includes('_') ? 'an option' : given;
  if (Object.hasOwn(elsewhere, word)) return `${shown} is not known: set ${elsewhere[word]}`;
  const near = await nearest(word, names);
  return `${shown} is not known${near === undefined ? '' : `; the nearest is --${near}`}`;
}
