/** The status of a pipeline, as it follows from those of its jobs. */
import type { Job } from './pipeline.ts';
import { meaningOf, type PipelineStatus } from './status.ts';

/**
 * What the status of a pipeline would be if it had these jobs alone, each in its newest attempt: GitLab's own rule
 * (docs/facts/gitlab.md, "Status"), for who may read the jobs and not the pipeline. Where a job is on its way it is
 * `running`, whichever of the living ones GitLab would say. Without a job nothing has run: `skipped`. Pure.
 */
export function compositeOf(jobs: readonly Job[]): PipelineStatus {
  const counting = new Set(jobs.filter((job) => !isIgnored(job)).map(({ status }) => status));
  const moves = [...counting].some((status) => status !== 'created' && meaningOf(status) === 'alive');
  if (moves) return 'running';
  if (counting.has('manual')) return 'manual';
  if (counting.has('scheduled')) return 'scheduled';
  if (counting.has('created')) return 'running';
  if (counting.has('failed')) return 'failed';
  if (counting.has('canceled')) return 'canceled';
  return counting.has('success') || hasWarnings(jobs) ? 'success' : 'skipped';
}

/** Whether a job did not pass that may fail: then a pipeline that passes has warnings. Pure. */
export const hasWarnings = (jobs: readonly Job[]): boolean => jobs.some(isWarning);

const isWarning = ({ status, mayFail }: Job): boolean =>
  mayFail && (status === 'failed' || status === 'canceled');

/** What may fail counts neither where it did, nor while somebody may start it by hand. */
const isIgnored = (job: Job): boolean => isWarning(job) || (job.mayFail && job.status === 'manual');
