/** What may be told about the jobs of a pipeline. */
import type { Job } from '../pipeline/pipeline.ts';
import { isEnded, type PipelineStatus } from '../pipeline/status.ts';
import { statusOfJob } from './ran.ts';
import type { Result } from './result.ts';
import { isNamed, type JobRules, jobNamesOf } from './test-jobs.ts';

/** How much of a pipeline is told: only its status, how many jobs are done, or how each test ended. */
export type Disclose = 'status' | 'counts' | 'jobs';

/** What `disclose` lets out about the jobs of a pipeline for these tests; nothing with `status`. Pure. */
export function disclosed(
  jobs: readonly Job[],
  tests: readonly string[],
  rules: JobRules & { readonly disclose: Disclose },
): Pick<Result, 'jobs' | 'testResults'> {
  const { disclose, selection } = rules;
  if (disclose === 'status') return {};
  const counts = { jobs: countJobs(jobs) };
  if (disclose === 'counts') return counts;
  const known = [...new Set([...tests, ...(selection.tests?.values() ?? [])])];
  return { ...counts, testResults: resultsOf(jobs, known, rules) };
}

/** Jobs and bridges that have ended, of all that were not skipped by a rule. Pure. */
export const countJobs = (jobs: readonly Job[]): { done: number; all: number } => ({
  done: jobs.filter(({ status }) => isEnded(status)).length,
  all: jobs.length,
});

/** What is told of a test when its jobs ended differently: the lowest. One on its way is neither good nor bad. */
const rankOf = (status: PipelineStatus): number =>
  (
    ({ failed: 0, canceled: 1, manual: 3, skipped: 4, success: 5 }) as Partial<Record<PipelineStatus, number>>
  )[status] ?? 2;

/**
 * How each test ended, by test id. A job's name is private and never told: only the id, which the public side knows
 * already. Several jobs of a test: the worst. Pure.
 */
export function resultsOf(
  jobs: readonly Job[],
  tests: readonly string[],
  rules: JobRules,
): Readonly<Record<string, PipelineStatus>> {
  const results: [string, PipelineStatus][] = [];
  for (const test of tests) {
    const names = jobNamesOf(test, rules);
    const statuses = jobs.filter(({ name }) => isNamed(name, names)).map(statusOfJob);
    const [worst] = statuses.sort((a, b) => rankOf(a) - rankOf(b));
    if (worst !== undefined) results.push([test, worst]);
  }
  return Object.fromEntries(results);
}
