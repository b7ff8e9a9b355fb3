import type { Outcome } from '../pipeline/watch.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result, Verdict } from './result.ts';

/** The part of a result that the end of a watch decides. */
export type Judgement = Required<Pick<Result, 'verdict' | 'reason'>> &
  Pick<Result, 'pipelineStatus' | 'ranSeconds' | 'queuedSeconds'>;

/** Outcome → verdict. Only a pipeline that ended `success` is a success; `skipped` and `canceled` never are. */
export function judge(outcome: Outcome): Judgement {
  switch (outcome.how) {
    case 'ended':
      return {
        ...endings[endingOf(outcome.pipeline)],
        pipelineStatus: outcome.pipeline.status,
        ...times(outcome.pipeline),
      };
    case 'blocked':
      return { verdict: 'blocked', reason: 'pipeline-blocked', pipelineStatus: outcome.pipeline.status };
    case 'timed-out':
      return { verdict: 'timed-out', reason: 'deadline' };
    case 'interrupted':
      return { verdict: 'cancelled', reason: 'job-cancelled' };
    case 'lost':
      return { verdict: 'lost', reason: outcome.reason };
  }
}

type Ended = Extract<Outcome, { how: 'ended' }>['pipeline'];

const endings = {
  success: { verdict: 'success', reason: 'pipeline-success' },
  warnings: { verdict: 'success', reason: 'pipeline-success-with-warnings' },
  failed: { verdict: 'failure', reason: 'pipeline-failed' },
  invalid: { verdict: 'failure', reason: 'gitlab-config-invalid' },
  canceled: { verdict: 'cancelled', reason: 'pipeline-canceled' },
  skipped: { verdict: 'failure', reason: 'pipeline-skipped' },
} as const satisfies Record<string, { verdict: Verdict; reason: ReasonCode }>;

function endingOf(pipeline: Ended): keyof typeof endings {
  if (pipeline.status === 'success' && pipeline.warnings) return 'warnings';
  return pipeline.status === 'failed' && pipeline.invalidConfiguration ? 'invalid' : pipeline.status;
}

function times({ createdAt, startedAt, finishedAt }: Ended): Pick<Result, 'ranSeconds' | 'queuedSeconds'> {
  const seconds = (from: number, to: number) => Math.max(0, Math.round((to - from) / 1000));
  return {
    // The client gives 0 where GitLab told no time of creation.
    ...(createdAt > 0 && startedAt !== undefined && { queuedSeconds: seconds(createdAt, startedAt) }),
    ...(startedAt !== undefined &&
      finishedAt !== undefined && { ranSeconds: seconds(startedAt, finishedAt) }),
  };
}
