/** Reads the input `paths`: which files each test is about. */
import { safeTestId } from '../facts/alphabet.ts';
import { type Pattern, parsePattern } from '../request/patterns.ts';
import type { SelectionRules } from '../request/tests.ts';
import { readLists } from './maps.ts';
import type { Reader } from './read.ts';

const name = 'paths';

/** Undefined when it is not set. `known`: the ids that there are; undefined where `tests` does not list them. */
export async function readPaths(
  reader: Reader,
  known: readonly string[] | undefined,
): Promise<SelectionRules['paths']> {
  const rows = await readLists(reader, name);
  if (rows === undefined) return undefined;
  const paths = new Map<string, readonly Pattern[]>();
  let entry = 0;
  for (const [id, value] of rows) {
    entry += 1;
    const fault = (wrong: string) => reader.fault(name, `entry ${entry}: ${wrong}`);
    if (!safeTestId.test(id)) fault('test ids must consist of letters, digits and . _ / : @ # + = -');
    else if (known?.includes(id) === false)
      fault(`\`${id}\` is no test id: give one that \`tests\` lists, or the one of \`all-label\``);
    paths.set(id, readPatterns([value].flat(), fault));
  }
  // Else every pull request would be green with nothing tested.
  if (rows.size === 0) reader.fault(name, 'must name at least one test, as `dns: [dns/**]`');
  return paths;
}

function readPatterns(texts: readonly string[], fault: (wrong: string) => void): readonly Pattern[] {
  const patterns: Pattern[] = [];
  for (const [index, text] of texts.entries()) {
    const parsed = parsePattern(text);
    if (parsed.fits) patterns.push(parsed.pattern);
    else fault(`pattern ${index + 1} ${parsed.wrong}`);
  }
  const wrong = patterns.length < texts.length;
  if (!wrong && patterns.every(({ negated }) => negated))
    fault('must have a pattern that does not begin with `!`');
  return patterns;
}
