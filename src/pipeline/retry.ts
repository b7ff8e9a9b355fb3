import type { Clock } from '../clock.ts';
import type { Memory } from '../memory.ts';
import { failureItself, ServiceFailure } from '../net/failure.ts';
import { isRefusal, pauseAfter } from './failures.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import { isEnded } from './status.ts';
import { settledMs } from './unconfirmed.ts';

/** Whether GitLab runs the failed jobs again; where it does not, why, in words for the log. */
export type Retried =
  | { readonly retried: true; readonly pipeline: Pipeline }
  | { readonly retried: false; readonly because: string }
  /** It may have happened, and GitLab does not say: nothing else may be started. */
  | { readonly retried: 'unknown' };

/** What a retry needs besides GitLab. */
export interface RetryContext {
  readonly clock: Clock;
  readonly memory: Memory;
  /** How long GitLab may be unreachable, ms. */
  readonly patienceMs: number;
  /** Aborted when the job is cancelled. */
  readonly interrupted: AbortSignal;
}

/** How often and how far apart (ms) to look whether a retry has taken effect. */
const looks = 4;
const pauseMs = 2_000;

/** How often a retry is asked for at most: asking twice does no harm, only what failed runs again. */
const mostTries = 3;

const refusal = 'GitLab refused to retry the failed jobs';

/**
 * Runs the failed and cancelled jobs of a pipeline again. GitLab leaves trigger jobs (bridges) out
 * (docs/facts/gitlab.md, "Retry and cancel"). An unclear answer is looked into, and asked again, before anything else
 * is done. Throws the ServiceFailure of a GitLab that cannot be asked now.
 */
export async function retry(
  pipelines: Pick<Pipelines, 'retry' | 'get' | 'jobs'>,
  ended: Pick<Pipeline, 'id' | 'updatedAt'>,
  context: RetryContext,
): Promise<Retried> {
  const { id } = ended;
  const jobs = await pipelines.jobs(id);
  const bridge = jobs.some(
    (job) => job.bridge && !job.mayFail && (job.status === 'failed' || job.status === 'canceled'),
  );
  if (bridge) return { retried: false, because: 'a trigger job failed, and GitLab does not retry those' };
  /** Until when a request whose answer got lost may still take effect. */
  let mayActUntil = 0;
  for (let tries = 1; ; tries++) {
    const sent = context.clock.now();
    context.memory.save('unclear', String(sent));
    const answer = await pipelines.retry(id).catch(failureItself);
    const clear = !(answer instanceof ServiceFailure);
    if (clear && !isEnded(answer.status)) return { retried: true, pipeline: answer };
    const refused = !clear && isRefusal(answer);
    // Neither this one nor one before can take effect any more.
    if (!clear && !answer.mayHaveActed && mayActUntil === 0) context.memory.save('unclear', 'no');
    if (!clear && !refused && !answer.mayHaveActed) {
      // Not now, or not reached: a new pipeline for all jobs would be no answer to that.
      const pause = pauseAfter(answer);
      const last = tries >= mostTries || pause > context.patienceMs;
      if (!last) await context.clock.sleep(pause, context.interrupted);
      if (!last && !context.interrupted.aborted) continue;
      if (mayActUntil > context.clock.now()) return { retried: 'unknown' };
      throw answer;
    }
    if (!clear && answer.mayHaveActed) mayActUntil = sent + settledMs;
    if (refused && mayActUntil === 0) return { retried: false, because: refusal };
    const last = clear || refused || tries >= mostTries;
    const shown = await lookFor(pipelines, ended, context, last ? mayActUntil : 0);
    if (shown === 'unknown') return { retried: 'unknown' };
    if (shown !== 'unchanged') return { retried: true, pipeline: shown };
    if (last) return { retried: false, because: refused ? refusal : 'GitLab found no job to retry' };
  }
}

/**
 * Looks whether the pipeline is on its way again, or has ended once more already: some times, and for as long as a
 * request may take effect that was sent before.
 */
async function lookFor(
  pipelines: Pick<Pipelines, 'get'>,
  { id, updatedAt }: Pick<Pipeline, 'id' | 'updatedAt'>,
  { clock, patienceMs, interrupted }: RetryContext,
  mayActUntil: number,
): Promise<Pipeline | 'unchanged' | 'unknown'> {
  const end = clock.now() + patienceMs;
  for (let unchanged = 0; unchanged < looks || clock.now() < mayActUntil; ) {
    await clock.sleep(pauseMs, interrupted);
    const seen = await pipelines.get(id).catch(failureItself);
    if (seen instanceof ServiceFailure) {
      if (clock.now() >= end || interrupted.aborted) return 'unknown';
      continue;
    }
    const changed = updatedAt !== undefined && seen.updatedAt !== undefined && seen.updatedAt > updatedAt;
    if (!isEnded(seen.status) || changed) return seen;
    unchanged += 1;
    if (interrupted.aborted && clock.now() < mayActUntil) return 'unknown';
  }
  return 'unchanged';
}
