import type { Clock } from '../clock.ts';
import { ServiceFailure } from '../net/failure.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import { isEnded } from './status.ts';

/** Whether GitLab runs the failed jobs again; where it does not, why, in words for the log. */
export type Retried =
  | { readonly retried: true; readonly pipeline: Pipeline }
  | { readonly retried: false; readonly because: string };

/** How often and how far apart (ms) to look whether a retry has taken effect. */
const looks = 4;
const pauseMs = 2_000;

/**
 * Runs the failed and cancelled jobs of a pipeline again. GitLab leaves trigger jobs (bridges) out (reference
 * gitlab), and retrying twice does no harm, but an unclear answer is looked into before anything else is done.
 */
export async function retry(
  pipelines: Pick<Pipelines, 'retry' | 'get' | 'jobs'>,
  id: number,
  clock: Clock,
): Promise<Retried> {
  const jobs = await pipelines.jobs(id);
  const bridge = jobs.some(
    (job) => job.bridge && !job.mayFail && (job.status === 'failed' || job.status === 'canceled'),
  );
  if (bridge) return { retried: false, because: 'a trigger job failed, and GitLab does not retry those' };
  try {
    const pipeline = await pipelines.retry(id);
    if (!isEnded(pipeline.status)) return { retried: true, pipeline };
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    if (!error.mayHaveActed) return { retried: false, because: 'GitLab refused to retry the failed jobs' };
  }
  for (let look = 0; look < looks; look++) {
    await clock.sleep(pauseMs);
    const pipeline = await pipelines.get(id).catch(unanswered);
    if (pipeline && !isEnded(pipeline.status)) return { retried: true, pipeline };
  }
  return { retried: false, because: 'GitLab found no job to retry' };
}

const unanswered = (error: unknown): undefined => {
  if (!(error instanceof ServiceFailure)) throw error;
  return undefined;
};
