import type { Reader } from './read.ts';

/** Reads an input that is a YAML map of single values; a list counts as its items with commas between. */
export async function readMap(
  reader: Reader,
  name: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const entries = await readLists(reader, name);
  return entries && new Map([...entries].map(([key, value]) => [key, [value].flat().join(',')]));
}

const mapShape = 'a YAML map, one `name: value` on each line';

/**
 * Reads an input that is a YAML map of single values and lists. `shape` says what the input must be. The YAML parser is
 * loaded only when there is something to parse, so that the usual run starts faster. Undefined when the input is not set.
 */
export async function readLists(
  reader: Reader,
  name: string,
  shape = mapShape,
): Promise<ReadonlyMap<string, string | readonly string[]> | undefined> {
  const source = reader.text(name);
  if (source === undefined) return undefined;
  const { parseDocument, isMap, isScalar, isSeq } = await import('yaml');
  const document = parseDocument(source, { version: '1.2', schema: 'failsafe', prettyErrors: false });
  const entries = new Map<string, string | readonly string[]>();
  if (document.errors.length > 0 || !isMap(document.contents)) {
    reader.fault(name, `must be ${shape}`);
    return entries;
  }
  const textOf = (node: unknown): string => (isScalar(node) ? String(node.value ?? '') : '');
  for (const { key, value } of document.contents.items) {
    const items = isSeq(value) ? value.items : [value];
    if (!isScalar(key) || textOf(key) === '' || !items.every((item) => isScalar(item))) {
      reader.fault(name, `entry ${entries.size + 1} must be \`name: value\``);
      return entries;
    }
    entries.set(textOf(key), isSeq(value) ? items.map(textOf) : textOf(value));
  }
  return entries;
}
