/** The inputs about tests: which labels choose them, what no label means, and who may run which. */
import { safeTestId, slug } from '../facts/alphabet.ts';
import { choosesTests, meansAll } from '../facts/labels.ts';
import { nameKey, sameName } from '../facts/names.ts';
import { shown } from '../facts/shown.ts';
import type { SelectionRules } from '../request/tests.ts';
import type { Settings } from '../settings.ts';
import { readMap, readMapOrList } from './maps.ts';
import { readPaths } from './paths-input.ts';
import type { Reader } from './read.ts';

const testId = { pattern: safeTestId, shape: 'must consist of letters, digits and . _ / : @ # + = -' };

/** How labels choose tests. */
export async function readSelection(reader: Reader): Promise<SelectionRules> {
  const prefix = reader.required('label-prefix', 'labels that begin with it choose tests');
  const allLabel = reader.matching('all-label', testId.pattern, testId.shape) ?? 'test-all';
  const tests = await readTests(reader, { prefix, allLabel });
  const known = idsOf(reader, tests);
  const paths = await readPaths(reader, known && [...known, allLabel]);
  return {
    ...{ prefix, tests, allLabel },
    defaultTests: readDefaultTests(reader, tests, allLabel),
    ...(paths && { paths }),
  };
}

/** Labels may have any characters that GitHub takes; only ids go on to GitLab. In a list a label is its own id. */
async function readTests(
  reader: Reader,
  rules: Pick<SelectionRules, 'prefix' | 'allLabel'>,
): Promise<SelectionRules['tests']> {
  const read = await readMapOrList(reader, 'tests');
  if (read === undefined) return undefined;
  for (const [label, id] of read.map) {
    const named = `the label ${shown(label)}`;
    if (!testId.pattern.test(id)) {
      const ownId = `${named} is its own id, and ${testId.shape}; give it an id of such characters: \`label: id\``;
      reader.fault('tests', read.isList ? ownId : `the id of ${named} ${testId.shape}`);
    } else if (!choosesTests(label, rules)) {
      reader.fault('tests', `${named} must begin with \`label-prefix\`, or it can never choose its test`);
    }
  }
  for (const label of twice([...read.map.keys()]))
    reader.fault('tests', `the label ${shown(label)} is there twice: case makes no difference to GitHub`);
  return read.map;
}

/** The ids that `tests` lists; undefined where it lists none, or not rightly. */
const idsOf = (reader: Reader, tests: SelectionRules['tests']): readonly string[] | undefined =>
  reader.faults.some(({ input }) => input === 'tests') ? undefined : tests && [...tests.values()];

/** What no label means. As with `/test`, it must be known where the tests are listed at all. */
function readDefaultTests(
  reader: Reader,
  tests: SelectionRules['tests'],
  allLabel: string,
): SelectionRules['defaultTests'] {
  const name = 'default-tests';
  if (reader.text(name) === undefined) return [allLabel];
  const ids = reader.list(name, testId.pattern, testId.shape);
  // Else a pull request without labels would be green with nothing tested.
  if (ids.length === 0) reader.fault(name, 'must name at least one test');
  const known = idsOf(reader, tests);
  const isStrange = (id: string) =>
    testId.pattern.test(id) && known?.includes(id) === false && !meansAll(id, { allLabel });
  const strange = ids.findIndex(isStrange);
  if (strange >= 0) {
    const shape = 'must be test ids that `tests` lists, or the one of `all-label`';
    reader.fault(name, `${shape}; item ${strange + 1} is neither`);
  }
  return ids;
}

/** Who may run which tests. Ids are compared to the letter, because GitLab's jobs do; what means all is not. */
export async function readRights(
  reader: Reader,
  { tests: labels, allLabel }: Pick<SelectionRules, 'tests' | 'allLabel'>,
): Promise<Settings['rights']> {
  const name = 'who-may-run';
  if (reader.isEmpty(name))
    reader.fault(name, 'is empty: name who may run what, or leave the input out for every member');
  const rows = await readMap(reader, name);
  if (rows === undefined) return undefined;
  const known = idsOf(reader, labels);
  const table = new Map<string, 'all' | readonly string[]>();
  for (const [row, value] of rows) {
    const tests = value.split(',').map((test) => test.trim());
    if (!slug.test(row))
      reader.fault(
        name,
        'names must be roles, or team slugs without the organisation (`cloud`, not `acme/cloud`)',
      );
    const safe = tests.filter((test) => testId.pattern.test(test));
    if (safe.length < tests.length) reader.fault(name, `test ids ${testId.shape}`);
    // Compared to the letter with what the labels mean, another one would let nobody run it, and say nothing.
    if (known && safe.some((test) => !known.includes(test) && !meansAll(test, { allLabel })))
      reader.fault(name, `${shown(row)} must have test ids that \`tests\` lists, or \`all\``);
    const all = tests.some((test) => sameName(test, 'all'));
    table.set(row, all ? 'all' : tests.map((test) => (sameName(test, allLabel) ? allLabel : test)));
  }
  for (const row of twice([...table.keys()]))
    if (slug.test(row))
      reader.fault(name, `the name ${row} is there twice: case makes no difference to GitHub`);
  return table;
}

/** The names that are there before in other letters. */
const twice = (names: readonly string[]): readonly string[] => {
  const keys = names.map(nameKey);
  return names.filter((_, nth) => keys.indexOf(keys[nth] ?? '') < nth);
};
