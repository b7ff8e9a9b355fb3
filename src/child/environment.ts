/** What the child gets: variables, files and what is to be masked, decided from what was read. Pure. */
import { isTooShort } from './forms.ts';
import type { Secret } from './mask.ts';
import { isReserved } from './names.ts';
import type { Source } from './sources.ts';
import type { AskedFile } from './spec.ts';
import { decode, hiddenForms } from './value.ts';

/** What becomes of a key that was asked for by name and is not there. */
export type Missing = 'fail' | 'empty' | 'skip';

/** What becomes of a variable that our own environment has already. */
export type Existing = 'keep' | 'overwrite' | 'error';

/** What is decided from. */
export interface Given {
  readonly sources: readonly Source[];
  readonly files: readonly AskedFile[];
  /** What the child has already of our environment. */
  readonly inherited: Readonly<Record<string, string>>;
  readonly missing: Missing;
  readonly existing: Existing;
  /** Whether any stream of the child is masked: a value that is too short for that is a fault then. */
  readonly masking: boolean;
}

/** A file to write for the child; its variable holds the path. */
export interface HandedFile {
  readonly name: string;
  readonly path: string;
  readonly content: Uint8Array;
}

/** What is told of one variable without its value: where it comes from, what it becomes, how many bytes it has. */
export interface Listed {
  readonly name: string;
  readonly origin: string;
  readonly as: 'variable' | 'file' | 'kept' | 'empty' | 'skipped';
  readonly bytes: number;
  readonly masked: boolean;
}

/** What the child gets, or why it gets nothing: each fault names its variable, and no value. */
export type Decision =
  | {
      readonly ok: true;
      readonly variables: Readonly<Record<string, string>>;
      readonly files: readonly HandedFile[];
      readonly masked: readonly Secret[];
      readonly listed: readonly Listed[];
    }
  | { readonly ok: false; readonly faults: readonly string[] };

/** What one source becomes. */
interface Part {
  readonly variable?: string;
  readonly file?: Uint8Array;
  readonly masked: readonly Uint8Array[];
  readonly listed: Omit<Listed, 'name' | 'origin' | 'masked'>;
}
type Outcome = ({ readonly ok: true } & Part) | { readonly ok: false; readonly fault: string };

const fault = (text: string): Outcome => ({ ok: false, fault: text });

/**
 * The longest `NAME=value` that a program can be started with, bytes: 32 pages of 4,096, less the byte that ends it
 * (execve(2), "Limits on size of arguments and environment").
 */
export const longestVariable = 131_071;

/** What is said of a value that is too short to be masked: it would be found all over the output. */
export const tooShort = ({ name, origin }: Pick<Source, 'name' | 'origin'>, bytes: number): string =>
  `${name} (${origin}) is too short to be masked, ${bytes} byte${bytes === 1 ? '' : 's'}: if it is no secret, write \`KEY:plain\` or \`--plain ${name}\``;

/** Decides what the child gets. All faults at once. */
export function decideEnvironment(given: Given): Decision {
  const { sources, files } = given;
  const faults: string[] = [];
  const names = sources.map(({ name }) => name);
  for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at))) {
    const origins = sources.filter((one) => one.name === name).map(({ origin }) => origin);
    faults.push(
      `${name} has two sources, ${origins.slice(0, 2).join(' and ')}: rename one with \`#KEY=NAME\``,
    );
  }
  const lost = files.filter(({ name }) => !names.includes(name));
  const all = [
    ...sources,
    ...lost.map(({ name }): Source => ({ name, origin: '--file', form: 'text', value: undefined })),
  ];
  const parts: { readonly source: Source; readonly part: Part }[] = [];
  for (const source of all) {
    const outcome = isReserved(source.name)
      ? fault(
          `${source.name} is a name that no secret may have (${source.origin}): rename it with \`#KEY=NAME\``,
        )
      : outcomeOf(source, given);
    if (outcome.ok) parts.push({ source, part: outcome });
    else faults.push(outcome.fault);
  }
  if (faults.length > 0) return { ok: false, faults };
  const pathOf = (name: string) => files.find((file) => file.name === name)?.path ?? name;
  return {
    ok: true,
    variables: Object.fromEntries(
      parts.flatMap(({ source, part }) =>
        part.variable === undefined ? [] : [[source.name, part.variable]],
      ),
    ),
    files: parts.flatMap(({ source: { name }, part }) =>
      part.file === undefined ? [] : [{ name, path: pathOf(name), content: part.file }],
    ),
    masked: parts.flatMap(({ source: { name }, part }) => part.masked.map((value) => ({ name, value }))),
    listed: parts.map(({ source: { name, origin }, part }) => ({
      name,
      origin,
      ...part.listed,
      masked: part.masked.length > 0,
    })),
  };
}

function outcomeOf(source: Source, given: Given): Outcome {
  const { name, form } = source;
  const file = given.files.find((one) => one.name === name);
  // A key may be named `constructor`, which every object has.
  const own = Object.hasOwn(given.inherited, name) ? given.inherited[name] : undefined;
  if (own !== undefined && given.existing === 'error')
    return fault(`${name} is set in the environment already: unset it, or choose with \`--existing\``);
  if (own !== undefined && given.existing === 'keep') {
    const bytes = bytesOf(own);
    // What stands in for a secret is one too, unless it is too short to be told from any other text.
    const hidden = form !== 'plain' && file === undefined && bytes.length > 0 && !isTooShort(bytes);
    return { ok: true, masked: hidden ? [bytes] : [], listed: { as: 'kept', bytes: bytes.length } };
  }
  if (source.value === undefined) return absent(source, file, given.missing);
  const decoded = decode(source.value, file?.form === 'base64' ? 'base64' : form);
  if (decoded === undefined) return fault(`${name} (${source.origin}) is not base64`);
  const hidden = hiddenForms(source.value, decoded, form);
  const short = hidden.find(isTooShort);
  if (given.masking && short !== undefined) return fault(tooShort(source, short.length));
  const masked = hidden.filter((bytes) => !isTooShort(bytes));
  if (file !== undefined)
    return { ok: true, file: decoded, masked, listed: { as: 'file', bytes: decoded.length } };
  const text = textOf(decoded);
  if (text === undefined)
    return fault(
      `${name} (${source.origin}) holds bytes that no variable can: hand it over with \`--file ${name}\``,
    );
  if (name.length + 1 + decoded.length > longestVariable) {
    return fault(
      `${name} (${source.origin}) is too large for a variable, ${decoded.length} bytes: hand it over with \`--file ${name}\``,
    );
  }
  return { ok: true, variable: text, masked, listed: { as: 'variable', bytes: decoded.length } };
}

function absent({ name, origin }: Source, file: AskedFile | undefined, missing: Missing): Outcome {
  switch (missing) {
    case 'fail':
      return fault(`${name} is missing (${origin}): correct the key, or choose with \`--missing\``);
    case 'empty': {
      const listed = { as: 'empty', bytes: 0 } as const;
      if (file !== undefined) return { ok: true, file: new Uint8Array(), masked: [], listed };
      return { ok: true, variable: '', masked: [], listed };
    }
    case 'skip':
      return { ok: true, masked: [], listed: { as: 'skipped', bytes: 0 } };
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes as a text that a variable can hold: UTF-8, without the byte that ends it. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
