import type { Reader } from './read.ts';

/** A value of a map: one text, or a list of them. */
type Value = string | readonly string[];

/** An entry of a map, or why it is none. */
type Entry = readonly [name: string, value: Value] | 'wrong' | 'unquoted';

/** What a text is in YAML, as far as inputs may be: a map, a list, or one text. */
type Read =
  | { readonly kind: 'map'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly items: readonly (string | undefined)[] }
  | { readonly kind: 'text' | 'wrong' };

const mapShape = 'a YAML map, one `name: value` on each line';

/** To YAML `!x` is a tag and `*x` an alias, and their texts are lost. */
const quoting = 'put quotes around what begins with `*` or `!`';

/**
 * Reads an input that is a YAML map of single values; a list as value counts as its items with commas between.
 * Undefined when the input is not set.
 */
export async function readMap(
  reader: Reader,
  name: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const entries = await readLists(reader, name);
  return entries && joined(entries);
}

/**
 * Reads an input that is a YAML map of single values and lists. `shape` says what the input must be. Undefined when the
 * input is not set.
 */
export async function readLists(
  reader: Reader,
  name: string,
  shape = mapShape,
): Promise<ReadonlyMap<string, Value> | undefined> {
  const source = reader.text(name);
  if (source === undefined) return undefined;
  const read = await readYaml(source);
  if (read.kind === 'map') return mapOf(reader, name, read.entries);
  reader.fault(name, `must be ${shape}`);
  return new Map();
}

/**
 * Reads an input that is a YAML map of single values, or a list of names that are their own value: a YAML list, or names
 * between commas or line ends. `isList` tells a list from a map. Undefined when the input is not set.
 */
export async function readMapOrList(
  reader: Reader,
  name: string,
): Promise<{ readonly map: ReadonlyMap<string, string>; readonly isList: boolean } | undefined> {
  const source = reader.text(name);
  if (source === undefined) return undefined;
  const read = await readYaml(source);
  switch (read.kind) {
    case 'map':
      return { map: joined(mapOf(reader, name, read.entries)), isList: false };
    case 'list':
      return { map: ownValues(reader, name, read.items), isList: true };
    case 'text': {
      const items = source.split(/[,\n]/).map((item) => item.trim());
      const named = items.filter((item) => item !== '');
      return { map: ownValues(reader, name, named), isList: true };
    }
    case 'wrong':
      reader.fault(name, `must be ${mapShape}, or a list of names`);
      return { map: new Map(), isList: false };
  }
}

/** The parser is loaded only when there is something to parse, so that the usual run starts faster. */
async function readYaml(source: string): Promise<Read> {
  const { parseDocument, isAlias, isMap, isScalar, isSeq } = await import('yaml');
  const textOf = (node: unknown): string | undefined =>
    isScalar(node) ? String(node.value ?? '') : undefined;
  const { errors, contents } = parseDocument(source, {
    ...{ version: '1.2', schema: 'failsafe', prettyErrors: false },
  });
  if (errors.length > 0) return { kind: 'wrong' };
  if (isScalar(contents)) return { kind: 'text' };
  if (isSeq(contents)) return { kind: 'list', items: contents.items.map(textOf) };
  if (!isMap(contents)) return { kind: 'wrong' };
  const isUnquoted = (node: unknown) => isAlias(node) || (isScalar(node) && node.tag !== undefined);
  const entries = contents.items.map(({ key, value }): Entry => {
    const name = textOf(key);
    const nodes = isSeq(value) ? value.items : [value];
    if (nodes.some(isUnquoted)) return 'unquoted';
    const items = nodes.map(textOf).filter((item) => item !== undefined);
    if (name === undefined || name === '' || items.length < nodes.length) return 'wrong';
    return [name, isSeq(value) ? items : (items[0] ?? '')];
  });
  return { kind: 'map', entries };
}

function mapOf(reader: Reader, name: string, entries: readonly Entry[]): ReadonlyMap<string, Value> {
  const wrong = entries.findIndex((entry) => typeof entry === 'string');
  if (wrong >= 0) {
    const why = entries[wrong] === 'unquoted' ? `: ${quoting}` : ' must be `name: value`';
    reader.fault(name, `entry ${wrong + 1}${why}`);
  }
  return new Map(entries.filter((entry) => typeof entry !== 'string'));
}

const joined = (entries: ReadonlyMap<string, Value>): ReadonlyMap<string, string> =>
  new Map([...entries].map(([key, value]) => [key, [value].flat().join(',')]));

function ownValues(
  reader: Reader,
  name: string,
  items: readonly (string | undefined)[],
): ReadonlyMap<string, string> {
  const wrong = items.findIndex((item) => item === undefined || item === '');
  if (wrong >= 0) reader.fault(name, `item ${wrong + 1} of the list must be a name`);
  if (items.length === 0) reader.fault(name, 'must name at least one');
  return new Map(items.flatMap((item) => (item ? [[item, item] as const] : [])));
}
