import type { Reader } from './read.ts';

/**
 * Reads an input that is a YAML map of single values. The YAML parser is loaded only when there is something to
 * parse, so that the usual run starts faster. Undefined when the input is not set.
 */
export async function readMap(
  reader: Reader,
  name: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const source = reader.text(name);
  if (source === undefined) return undefined;
  const { parseDocument, isMap, isScalar } = await import('yaml');
  const document = parseDocument(source, { version: '1.2', schema: 'failsafe', prettyErrors: false });
  const entries = new Map<string, string>();
  if (document.errors.length > 0 || !isMap(document.contents)) {
    reader.fault(name, 'must be a YAML map, one `name: value` on each line');
    return entries;
  }
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || !isScalar(value) || String(key.value ?? '') === '') {
      reader.fault(name, `entry ${entries.size + 1} must be \`name: value\` with a single value`);
      return entries;
    }
    entries.set(String(key.value), String(value.value ?? ''));
  }
  return entries;
}
