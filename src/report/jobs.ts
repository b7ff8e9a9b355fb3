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
): Pick<Result, 'jobs' | 'testResults' | 'testSeconds'> {
  const { disclose, selection } = rules;
  if (disclose === 'status') return {};
  const counts = { jobs: countJobs(jobs) };
  if (disclose === 'counts') return counts;
  const known = [...new Set([...tests, ...(selection.tests?.values() ?? [])])];
  return {
    ...{ ...counts, testResults: resultsOf(jobs, known, rules) },
    testSeconds: secondsOf(jobs, known, rules),
  };
}

/** Jobs and bridges that have ended, and those that failed and must not, of all that were not skipped by a rule. Pure. */
export const countJobs = (jobs: readonly Job[]): { done: number; failed: number; all: number } => ({
  done: jobs.filter(({ status }) => isEnded(status)).length,
  failed: jobs.filter((job) => statusOfJob(job) === 'failed' && !job.mayFail).length,
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

/** How long each test took by the clock, by test id: only one whose jobs have all begun and ended is timed. Pure. */
export function secondsOf(
  jobs: readonly Job[],
  tests: readonly string[],
  rules: JobRules,
): Readonly<Record<string, number>> {
  const timed: [string, number][] = [];
  for (const test of tests) {
    const names = jobNamesOf(test, rules);
    const own = jobs.filter(({ name }) => isNamed(name, names));
    const starts = own.flatMap(({ startedAt }) => startedAt ?? []);
    const ends = own.flatMap(({ finishedAt }) => finishedAt ?? []);
    if (own.length === 0 || starts.length < own.length || ends.length < own.length) continue;
    timed.push([test, Math.max(0, Math.round((Math.max(...ends) - Math.min(...starts)) / 1000))]);
  }
  return Object.fromEntries(timed);
}
