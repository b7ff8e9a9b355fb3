/** Whether the selected tests ran: green means that, and not only that a pipeline ended well. */
import type { Job } from '../pipeline/pipeline.ts';
import { meaningOf, type PipelineStatus } from '../pipeline/status.ts';
import { isNamed, type JobRules, jobNamesOf } from './test-jobs.ts';

/**
 * What the jobs of a pipeline say about tests. `passed`: each has jobs, and all of them passed; of those that are
 * `warned`, a job failed that may. `missing`: these have no job, or one that did not run to its end. Test ids.
 */
export type Ran =
  | { readonly ran: 'passed'; readonly warned: readonly string[] }
  | { readonly ran: 'failed' }
  | { readonly ran: 'missing'; readonly missing: readonly string[] };

/** Where there is nothing to show. */
export const nothingToShow: Ran = { ran: 'passed', warned: [] };

/**
 * The test ids of which it is to be shown that they ran: for all tests those that the input `tests` lists. None where
 * nothing is listed, or nothing is known of jobs. Pure.
 */
export function testsToShow(tests: readonly string[], { selection, testJobs }: JobRules): readonly string[] {
  if (testJobs === 'none') return [];
  const { allLabel } = selection;
  const listed = [...(selection.tests?.values() ?? [])];
  const ids = tests.flatMap((test) => (test === allLabel ? listed : [test]));
  return [...new Set(ids)].filter((id) => id !== allLabel);
}

/** What jobs say about these tests. A failure that counts comes before what is missing. Pure. */
export function ranOf(jobs: readonly Job[], tests: readonly string[], rules: JobRules): Ran {
  const ends = tests.map((test) => {
    const names = jobNamesOf(test, rules);
    return { test, end: endOf(jobs.filter(({ name }) => isNamed(name, names))) };
  });
  const thatEnded = (wanted: End) => ends.flatMap(({ test, end }) => (end === wanted ? [test] : []));
  if (thatEnded('failed').length > 0) return { ran: 'failed' };
  const missing = thatEnded('missing');
  return missing.length > 0 ? { ran: 'missing', missing } : { ran: 'passed', warned: thatEnded('warned') };
}

/** Whether a job of these tests is still on its way. Pure. */
export const isUnderWay = (jobs: readonly Job[], tests: readonly string[], rules: JobRules): boolean =>
  tests
    .map((test) => jobNamesOf(test, rules))
    .some((names) => jobs.some((job) => isNamed(job.name, names) && meaningOf(statusOfJob(job)) === 'alive'));

/**
 * How a job stands. Without `strategy` a bridge passes as soon as it has started a pipeline, so that one's status is the
 * bridge's (docs/facts/gitlab.md, "Jobs"); a pass that shows none tells nothing. Pure.
 */
export function statusOfJob({ status, bridge, downstream }: Job): PipelineStatus {
  if (!bridge) return status;
  return downstream ?? (status === 'success' ? 'unknown' : status);
}

type End = 'passed' | 'warned' | 'failed' | 'missing';

/** How a test ended whose jobs these are. */
function endOf(jobs: readonly Job[]): End {
  const ends = jobs.map((job): End => {
    const status = statusOfJob(job);
    if (status === 'success') return 'passed';
    if (status !== 'failed') return 'missing';
    return job.mayFail ? 'warned' : 'failed';
  });
  const order: readonly End[] = ['failed', 'missing', 'warned', 'passed'];
  return order.find((end) => ends.includes(end)) ?? 'missing';
}
