import type { Fact } from '../facts/fact.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { EndedStatus, PipelineStatus } from '../pipeline/status.ts';
import type { Outcome } from '../pipeline/watch.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Ran } from './ran.ts';
import type { Result, Verdict } from './result.ts';

/** The part of a result that the end of a watch decides. */
export type Judgement = Required<Pick<Result, 'verdict' | 'reason'>> &
  Pick<Result, 'pipelineStatus' | 'ranSeconds' | 'queuedSeconds' | 'missingTests' | 'warnedTests'>;

/** What a verdict takes of a pipeline that has ended. */
export type Ended = Pick<
  Pipeline,
  'warnings' | 'invalidConfiguration' | 'createdAt' | 'startedAt' | 'finishedAt'
> & { readonly status: EndedStatus };

/** How a watch ended, or what the jobs of a pipeline show of its end. */
export type Ending =
  | { readonly how: 'ended'; readonly pipeline: Ended }
  | { readonly how: 'blocked'; readonly pipeline: { readonly status: PipelineStatus } }
  | Exclude<Outcome, { how: 'ended' | 'blocked' }>;

/**
 * Outcome → verdict. Only a pipeline that ended `success`, and in which the selected tests ran, is a success; `skipped`
 * and `canceled` never are. `ran` is what its jobs have shown; it says nothing where the pipeline did not pass. Pure.
 */
export function judge(outcome: Ending, ran: Fact<Ran>): Judgement {
  if (outcome.how !== 'ended') return judgeUnended(outcome);
  const { pipeline } = outcome;
  const shown = { pipelineStatus: pipeline.status, ...times(pipeline) };
  if (pipeline.status !== 'success') return { ...endings[endingOf(pipeline)], ...shown };
  if (!ran.known) return { ...(ran.reason === 'job-cancelled' ? cancelled : lost(ran.reason)), ...shown };
  const { value } = ran;
  if (value.ran === 'failed') return { ...endings.failed, ...shown };
  if (value.ran === 'missing') return { ...endings.missing, missingTests: value.missing, ...shown };
  const { warned } = value;
  if (warned.length > 0) return { ...endings.warnings, warnedTests: warned, ...shown };
  return { ...endings[pipeline.warnings ? 'warnings' : 'success'], ...shown };
}

/** The verdict where no end was seen: never a success. Pure. */
export function judgeUnended(outcome: Exclude<Ending, { how: 'ended' }>): Judgement {
  switch (outcome.how) {
    case 'blocked':
      return { verdict: 'blocked', reason: 'pipeline-blocked', pipelineStatus: outcome.pipeline.status };
    case 'timed-out':
      return { verdict: 'timed-out', reason: 'deadline' };
    case 'interrupted':
      return cancelled;
    case 'lost':
      return lost(outcome.reason);
  }
}

const cancelled = { verdict: 'cancelled', reason: 'job-cancelled' } as const;
const lost = (reason: ReasonCode) => ({ verdict: 'lost', reason }) as const;

const endings = {
  success: { verdict: 'success', reason: 'pipeline-success' },
  warnings: { verdict: 'success', reason: 'pipeline-success-with-warnings' },
  failed: { verdict: 'failure', reason: 'pipeline-failed' },
  invalid: { verdict: 'failure', reason: 'gitlab-config-invalid' },
  canceled: { verdict: 'cancelled', reason: 'pipeline-canceled' },
  skipped: { verdict: 'failure', reason: 'pipeline-skipped' },
  missing: { verdict: 'failure', reason: 'test-not-run' },
} as const satisfies Record<string, { verdict: Verdict; reason: ReasonCode }>;

function endingOf(pipeline: Ended): Ended['status'] | 'invalid' {
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
