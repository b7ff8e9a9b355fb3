import type { Reader } from './read.ts';

/** What a text is in YAML, as far as inputs may be: a map of single values, a list, or one text. */
type Read =
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, string] | undefined)[] }
  | { readonly kind: 'list'; readonly items: readonly (string | undefined)[] }
  | { readonly kind: 'text' | 'wrong' };

/**
 * Reads an input that is a YAML map of single values; a list as value counts as its items with commas between.
 * Undefined when the input is not set.
 */
export async function readMap(
  reader: Reader,
  name: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const source = reader.text(name);
  if (source === undefined) return undefined;
  const read = await readYaml(source);
  if (read.kind === 'map') return mapOf(reader, name, read.entries);
  reader.fault(name, 'must be a YAML map, one `name: value` on each line');
  return new Map();
}

/**
 * The same of one that may be a list as well, of names that are their own value: a YAML list, or names between commas or
 * line ends. `items` tells a list from a map.
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
      return { map: mapOf(reader, name, read.entries), isList: false };
    case 'list':
      return { map: ownValues(reader, name, read.items), isList: true };
    case 'text': {
      const items = source.split(/[,\n]/).map((item) => item.trim());
      return {
        map: ownValues(
          reader,
          name,
          items.filter((item) => item !== ''),
        ),
        isList: true,
      };
    }
    case 'wrong':
      reader.fault(name, 'must be a YAML map, one `name: value` on each line, or a list of names');
      return { map: new Map(), isList: false };
  }
}

/** The parser is loaded only when there is something to parse, so that the usual run starts faster. */
async function readYaml(source: string): Promise<Read> {
  const { parseDocument, isMap, isScalar, isSeq } = await import('yaml');
  const textOf = (node: unknown): string | undefined =>
    isScalar(node) ? String(node.value ?? '') : undefined;
  const { errors, contents } = parseDocument(source, {
    ...{ version: '1.2', schema: 'failsafe', prettyErrors: false },
  });
  if (errors.length > 0) return { kind: 'wrong' };
  if (isScalar(contents)) return { kind: 'text' };
  if (isSeq(contents)) return { kind: 'list', items: contents.items.map(textOf) };
  if (!isMap(contents)) return { kind: 'wrong' };
  const entries = contents.items.map(({ key, value }) => {
    const name = textOf(key);
    const items = (isSeq(value) ? value.items : [value]).map(textOf);
    if (name === undefined || name === '' || items.includes(undefined)) return undefined;
    return [name, items.join(',')] as const;
  });
  return { kind: 'map', entries };
}

function mapOf(
  reader: Reader,
  name: string,
  entries: readonly (readonly [string, string] | undefined)[],
): ReadonlyMap<string, string> {
  const wrong = entries.indexOf(undefined);
  if (wrong >= 0) reader.fault(name, `entry ${wrong + 1} must be \`name: value\``);
  return new Map(entries.filter((entry) => entry !== undefined));
}

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
