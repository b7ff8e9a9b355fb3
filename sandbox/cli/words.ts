/** Reads a command line by the table of verbs. Every fault names the right word. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import leven from 'leven';
import { type Field, isVerb, type Verb, type VerbName, verbOf, verbs } from '../control/verbs.ts';

/** What was typed. */
export type Typed =
  | { readonly kind: 'start'; readonly port: number | undefined; readonly body: Body }
  | { readonly kind: 'help'; readonly about: Command | undefined }
  | ({ readonly kind: 'ask'; readonly verb: VerbName; readonly body: Body } & Common)
  | ({ readonly kind: 'show'; readonly number: number | undefined } & Common)
  | { readonly kind: 'wrong'; readonly says: string; readonly about: Command | undefined };

/** What every command takes. */
export interface Common {
  readonly port: number | undefined;
  readonly json: boolean;
  /** Whether to wait for what runs, and to show it. */
  readonly waits: boolean;
}

/** The JSON that is sent; files are still paths. */
export type Body = Readonly<Record<string, unknown>>;

/** A verb, or what asks for nothing to happen. */
export type Command = VerbName | 'show' | 'start';

/** What is no verb, as a table too. */
export const further: Readonly<Record<'show' | 'start', Verb>> = {
  start: {
    what: 'Without a command: starts the sandbox and keeps it up.',
    example: '--workflow my-workflow.yml',
    fields: { ...startFields() },
  },
  show: {
    what: 'Shows how everything stands, a pull request, or a run with its log.',
    example: 'show 1',
    fields: {
      number: { kind: 'number', word: true, help: 'of a pull request or a run (default: an overview)' },
    },
  },
};

/** Starting takes what `run` takes; its file has no place without a name before it. */
function startFields(): Verb['fields'] {
  const { workflow, ...rest } = verbs.run.fields;
  const { word: _, required: __, ...option } = workflow;
  return { workflow: { ...option, help: `${option.help}; default: the README's` }, ...rest };
}

/** What every command takes, for the help. */
export const common: Readonly<Record<string, Field>> = {
  port: { kind: 'number', help: 'which sandbox, where several are up; of a start: the port to listen on' },
  json: { kind: 'flag', help: 'prints the answer of the API (with npm run --silent)' },
  'no-wait': { kind: 'flag', help: 'does not wait for what runs' },
  help: { kind: 'flag', help: 'this page' },
};

const isCommand = (word: string): word is Command => isVerb(word) || Object.hasOwn(further, word);

/** The table's entry of a command. */
export const tableOf = (command: Command): Verb =>
  command === 'show' || command === 'start' ? further[command] : verbOf(command);

/** Reads the words after `npm run sandbox --`. */
export function readWords(words: readonly string[]): Typed {
  const [first = ''] = words;
  if (words.length === 0) return { kind: 'start', port: undefined, body: {} };
  if (first === '--help' || first === '-h' || first === 'help')
    return { kind: 'help', about: words.slice(1).find(isCommand) };
  const isStart = first.startsWith('-') || first === 'start';
  if (!isStart && !isCommand(first))
    return wrong(undefined, `there is no command ${first}${nearest(first, commands)}`);
  const command: Command = isStart ? 'start' : (first as Command);
  return read(command, first.startsWith('-') ? words : words.slice(1));
}

/** The names of all commands. */
export const commands: readonly string[] = [...Object.keys(verbs), 'show'];

const wrong = (about: Command | undefined, says: string): Typed => ({ kind: 'wrong', says, about });

function read(command: Command, words: readonly string[]): Typed {
  const { fields } = tableOf(command);
  const table: Readonly<Record<string, Field>> = { ...fields, ...common };
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(table).map(([name, { kind }]) => [
        name,
        {
          type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
          ...(name === 'help' && { short: 'h' }),
        },
      ]),
    ),
    ...{ strict: false, allowPositionals: true, tokens: true },
  });
  const body: Record<string, unknown> = {};
  for (const token of tokens ?? []) {
    if (token.kind !== 'option') continue;
    const field = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    if (!field)
      return wrong(
        command,
        `there is no option ${token.rawName}${nearest(token.name, Object.keys(table), '--')}`,
      );
    const fault = add(body, token.name, field, field.kind === 'flag' ? undefined : token.value);
    if (fault !== undefined) return wrong(command, `--${token.name} ${fault}`);
  }
  if (body['help'] === true) return { kind: 'help', about: command };
  const fault = addWords(body, fields, positionals);
  if (fault !== undefined) return wrong(command, fault);
  const { port, json, 'no-wait': noWait, ...rest } = body;
  const shared = {
    port: port as number | undefined,
    ...{ json: json === true, waits: noWait !== true },
  };
  if (command === 'start') return { kind: 'start', port: shared.port, body: rest };
  if (command === 'show') return { kind: 'show', number: rest['number'] as number | undefined, ...shared };
  return { kind: 'ask', verb: command, body: rest, ...shared };
}

/** The words without `--`, in the order of the table; the last field takes the rest where it is a list of files. */
function addWords(
  body: Record<string, unknown>,
  fields: Verb['fields'],
  words: readonly string[],
): string | undefined {
  const places = Object.entries(fields).filter(([, { word }]) => word);
  const left = [...words];
  for (const [name, field] of places) {
    const isRest = field.kind === 'files';
    for (const word of left.splice(0, isRest ? left.length : 1)) {
      const fault = add(body, name, field, word);
      if (fault !== undefined) return `${name}: ${word} ${fault}`;
    }
    if (field.required && body[name] === undefined) return `${name} is missing: ${field.help}`;
  }
  const [more] = left;
  return more === undefined ? undefined : `what is ${more}? A text with blanks needs quotes around it`;
}

/** Adds one value. Gives what is wrong with it, if something is. */
function add(
  body: Record<string, unknown>,
  name: string,
  { kind }: Field,
  value: string | boolean | undefined,
): string | undefined {
  if (kind === 'flag') {
    body[name] = true;
    return undefined;
  }
  if (typeof value !== 'string' || value === '' || value.startsWith('--')) return 'needs a value';
  const before = body[name];
  if (kind === 'number' || kind === 'text') {
    if (before !== undefined) return 'is given twice';
    const number = value.replace(/^#/, '');
    if (kind === 'number' && !/^[1-9]\d{0,14}$/.test(number)) return 'must be a number';
    body[name] = kind === 'number' ? Number(number) : value;
    return undefined;
  }
  if (kind === 'list') {
    body[name] = [...((before as string[] | undefined) ?? []), value];
    return undefined;
  }
  const [, key = '', text = ''] =
    kind === 'files' ? ['', basename(value), value] : (/^([\w.-]+)=(.*)$/s.exec(value) ?? []);
  if (key === '') return 'must be NAME=value';
  const pairs = (before as Record<string, string> | undefined) ?? {};
  if (Object.hasOwn(pairs, key)) return `is given twice for ${key}`;
  body[name] = { ...pairs, [key]: text };
  return undefined;
}

function nearest(word: string, names: readonly string[], before = ''): string {
  const [near = ''] = names.toSorted((a, b) => leven(word, a) - leven(word, b));
  if (leven(word, near) <= Math.ceil(word.length / 2)) return `; did you mean ${before}${near}?`;
  return `; there are ${names.map((name) => before + name).join(', ')}`;
}
