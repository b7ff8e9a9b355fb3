/** Reads the input `test-jobs`: which jobs in GitLab are a test's. */
import { safeTestId } from '../facts/alphabet.ts';
import type { TestJobs } from '../report/test-jobs.ts';
import type { SelectionRules } from '../request/tests.ts';
import { readLists } from './maps.ts';
import type { Reader } from './read.ts';

const name = 'test-jobs';

/** GitLab's own bound (docs/facts/gitlab.md, "Jobs"), and no control characters. */
const jobName = /^[^\p{Cc}]{1,255}$/u;

/** Not set: the usual names. Each fault says what is wrong; no value is repeated. */
export async function readTestJobs(reader: Reader, selection: SelectionRules): Promise<TestJobs> {
  if (reader.text(name) === 'none') return 'none';
  const shape = 'the word `none`, or a YAML map, one `test id: names of jobs` on each line';
  const rows = (await readLists(reader, name, shape)) ?? [];
  const table = new Map<string, readonly string[]>();
  for (const [test, value] of rows) {
    const entry = `entry ${table.size + 1}`;
    const wrong = wrongId(reader, test, selection);
    if (wrong !== undefined) reader.fault(name, `${entry} ${wrong}`);
    const names = namesIn(value);
    if (names.length === 0 || !names.every((job) => jobName.test(job)))
      reader.fault(name, `${entry} must have names of jobs, each of 1 to 255 characters`);
    table.set(test, names);
  }
  return table;
}

/** A name in a list may hold commas, as those of a matrix do: `unit: [linux, 24]`. */
const namesIn = (value: string | readonly string[]): readonly string[] =>
  (typeof value === 'string' ? value.split(',') : value).map((job) => job.trim());

/** An entry that no selected test can ever have would be left out in silence. */
function wrongId(reader: Reader, test: string, { tests, allLabel }: SelectionRules): string | undefined {
  if (!safeTestId.test(test)) return 'must be for a test id: letters, digits and . _ / : @ # + = -';
  if (test === allLabel) return 'must be for a test id, and not for the one of `all-label`';
  const isListed = tests === undefined || [...tests.values()].includes(test);
  const isReadable = !reader.faults.some(({ input }) => input === 'tests');
  return isReadable && !isListed ? 'must be for a test id that `tests` lists' : undefined;
}
