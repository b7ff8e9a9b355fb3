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

/** Reads the arguments after the name of a command. */
export async function readOptions<Names extends string>(
  options: Readonly<Record<Names, Option>>,
  given: readonly string[],
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
      wrong.push(`put \`--\` before the command: a word stands between the options`);
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

/** The nearest of some names, by the least letters to change; the library that counts them loads only then. */
export async function nearest(word: string, names: readonly string[]): Promise<string> {
  const { default: leven } = await import('leven');
  return names.toSorted((a, b) => leven(word, a) - leven(word, b))[0] ?? '';
}

async function unknownOption(given: string, names: readonly string[]): Promise<string> {
  // Node reads that file wherever the option stands before `--`, and runs what its NODE_OPTIONS say (nodejs/node, issue 54232).
  if (given.startsWith('--env-file'))
    return `${given.slice(0, 10)} is an option of Node itself: use --dotenv`;
  // A mistyped option may hold what should not be shown.
  if (!/^-{1,2}[a-z][a-z0-9-]{0,39}$/.test(given)) return 'an option is not known';
  return `${given} is not known; the nearest is --${await nearest(given.replace(/^-+/, ''), names)}`;
}
