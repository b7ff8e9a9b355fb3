/** Which jobs in GitLab are a test's. */
import { fits } from '../facts/wildcard.ts';
import type { SelectionRules } from '../request/tests.ts';

/**
 * Input `test-jobs`: test id → names of its jobs, `*` for any text. A test that is not named has the usual ones. `none`:
 * nothing is known of jobs, so a success is not checked by them.
 */
export type TestJobs = 'none' | ReadonlyMap<string, readonly string[]>;

/** What decides which jobs are a test's. */
export interface JobRules {
  readonly selection: SelectionRules;
  readonly testJobs: TestJobs;
}

/**
 * The names of a test's jobs as patterns: those that were given, else its id, and the id or label without the prefix. A
 * short name that is another test's id is that one's. Pure.
 */
export function jobNamesOf(test: string, { selection, testJobs }: JobRules): readonly string[] {
  const given = testJobs === 'none' ? undefined : testJobs.get(test);
  if (given) return given;
  const { prefix, tests = new Map<string, string>(), defaultTests } = selection;
  const labels = [...tests].flatMap(([label, id]) => (id === test ? [label] : []));
  const short = [test, ...labels]
    .filter((name) => name.startsWith(prefix) && name !== prefix)
    .map((name) => name.slice(prefix.length));
  const others = [...tests.values(), ...defaultTests].filter((id) => id !== test);
  return [test, ...short.filter((name) => !others.includes(name))];
}

/**
 * Whether a job has one of these names, alone or with what GitLab puts behind the names of parallel jobs: `unit 2/5`,
 * `unit: [linux, 24]` (docs/facts/gitlab.md, "Jobs"). Pure.
 */
export function isNamed(job: string, names: readonly string[]): boolean {
  const alone = job.replace(/ \d+\/\d+$|: \[.*\]$/, '');
  return names.some((name) => fits(name, job) || fits(name, alone));
}
