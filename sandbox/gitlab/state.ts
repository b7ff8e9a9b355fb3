import { isOf, type Job, type Pipeline } from './pipeline.ts';
import { isEnded, type Status } from './status.ts';

/** The jobs and bridges that count: the newest run of each. */
export const currentJobs = (pipeline: Pipeline): Job[] => pipeline.jobs.filter((job) => !job.retried);

/** A failure that the configuration allows. */
export function isAllowedFailure(job: Job): boolean {
  const codes = job.plan.allowedExitCodes;
  const isAllowed = job.plan.allowFailure && (codes === undefined || codes.includes(job.exitCode ?? -1));
  return isAllowed && (job.status === 'failed' || job.status === 'canceled');
}

const isIgnored = (job: Job) => job.plan.allowFailure && job.status === 'manual';

/** The status that GitLab composes from those of the jobs (GitLab docs: "CI/CD pipelines", order as observed). */
export function compositeStatus(jobs: Job[]): Status {
  const seen = new Set<Status | 'ignored'>(
    jobs.map((job) => (isAllowedFailure(job) ? 'success' : isIgnored(job) ? 'ignored' : job.status)),
  );
  const only = (...statuses: (Status | 'ignored')[]) => [...seen].every((one) => statuses.includes(one));
  const first = (...statuses: Status[]) => statuses.find((one) => seen.has(one));
  if (only('skipped', 'ignored')) return 'skipped';
  if (only('success', 'skipped', 'ignored')) return 'success';
  if (only('created', 'ignored')) return 'created';
  if (only('canceled', 'success', 'skipped', 'ignored')) return 'canceled';
  if (only('pending', 'created', 'skipped', 'ignored')) return 'pending';
  if (seen.has('canceling')) return 'canceling';
  if (seen.has('running') || seen.has('pending')) return 'running';
  const waiting = first('waiting_for_resource', 'waiting_for_callback', 'manual', 'scheduled', 'preparing');
  if (waiting) return waiting;
  return seen.has('created') ? 'running' : 'failed';
}

/** The pipeline's status: what a test holds it at, else what its jobs come to. */
export function pipelineStatus(pipeline: Pipeline): Status {
  const { report } = pipeline;
  if (report.kind === 'held') return report.status;
  if (report.kind === 'script') return report.left[0] ?? 'created';
  if (pipeline.yamlErrors !== null) return 'failed';
  return compositeStatus(currentJobs(pipeline));
}

/** A job's status: while it has not begun, that which a test has its pipeline report. */
export const jobStatus = (pipeline: Pipeline, { status }: Job): Status =>
  pipeline.report.kind === 'script' && status === 'created' ? pipelineStatus(pipeline) : status;

/** Whether a pipeline that passed had failures that were allowed. */
export const hasWarnings = (pipeline: Pipeline): boolean => currentJobs(pipeline).some(isAllowedFailure);

const isSettled = (job: Job) => isEnded(job.status) || isIgnored(job);
const isBroken = (job: Job) =>
  (job.status === 'failed' || job.status === 'canceled') && !isAllowedFailure(job);

/** What becomes of a job that is `created`, given the others. */
export function nextStep(job: Job, pipeline: Pipeline): 'wait' | 'skip' | 'start' {
  const { needs, when, stageIndex } = job.plan;
  const before = currentJobs(pipeline).filter((other) =>
    needs ? needs.some((need) => isOf(other.plan.name, need)) : other.plan.stageIndex < stageIndex,
  );
  if (!before.every(isSettled)) return 'wait';
  const came = compositeStatus(before);
  if (when === 'always') return came === 'canceled' ? 'skip' : 'start';
  if (when === 'on_failure') return came === 'failed' ? 'start' : 'skip';
  if (before.some(isBroken)) return 'skip';
  // A needed job that did not run cannot have made what this one needs; a skipped stage hinders nobody.
  const isUnmet =
    needs !== undefined && before.some((other) => other.status === 'skipped' || isIgnored(other));
  return isUnmet ? 'skip' : 'start';
}
