import type { Reader } from './read.ts';

/** Reads an input that is a YAML map of single values; a list counts as its items with commas between. */
export async function readMap(
  reader: Reader,
  name: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const lists = await readLists(reader, name);
  return lists && new Map([...lists].map(([key, items]) => [key, items.join(',')]));
}

/**
 * Reads an input that is a YAML map of lists; a single value counts as a list of one. The YAML parser is loaded only
 * when there is something to parse, so that the usual run starts faster. Undefined when the input is not set.
 */
export async function readLists(
  reader: Reader,
  name: string,
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const source = reader.text(name);
  if (source === undefined) return undefined;
  const { parseDocument, isAlias, isMap, isScalar, isSeq } = await import('yaml');
  const document = parseDocument(source, { version: '1.2', schema: 'failsafe', prettyErrors: false });
  const entries = new Map<string, readonly string[]>();
  if (document.errors.length > 0 || !isMap(document.contents)) {
    reader.fault(name, 'must be a YAML map, one `name: value` on each line');
    return entries;
  }
  // To YAML `!x` is a tag and `*x` an alias, and their texts are lost.
  if (document.warnings.length > 0) reader.fault(name, quoting);
  for (const { key, value } of document.contents.items) {
    const items = isSeq(value) ? value.items : [value];
    if (items.some(isAlias)) {
      reader.fault(name, `entry ${entries.size + 1}: ${quoting}`);
      return entries;
    }
    if (!isScalar(key) || String(key.value ?? '') === '' || !items.every((item) => isScalar(item))) {
      reader.fault(name, `entry ${entries.size + 1} must be \`name: value\``);
      return entries;
    }
    entries.set(
      String(key.value),
      items.map((item) => (isScalar(item) ? String(item.value ?? '') : '')),
    );
  }
  return entries;
}

const quoting = 'put quotes around what begins with `*` or `!`';
