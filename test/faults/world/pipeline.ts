/** How one attempt of a pipeline goes when nobody cancels it. Milliseconds. */
export interface Course {
  readonly queueMs: number;
  readonly runMs: number;
  readonly end: 'success' | 'failed';
}

/** A pipeline of the model: when what happened to it. What it shows at a moment follows from that. */
export interface ModelPipeline {
  readonly id: number;
  readonly sha: string;
  readonly source: 'trigger' | 'api';
  readonly variables: readonly { key: string; value: string }[];
  readonly createdAt: number;
  /** The first, and one for each retry. */
  readonly attempts: { readonly at: number; readonly course: Course }[];
  readonly cancels: number[];
  readonly names: { readonly at: number; readonly name: string }[];
  /** Whether what fails is a bridge: GitLab does not retry those. */
  readonly failsInBridge: boolean;
}

/** For so long (ms) a pipeline is `created`, and `canceling`. */
const createdMs = 400;
const cancelingMs = 3_000;

/** What a pipeline shows at a moment. */
export interface Shown {
  readonly status: string;
  readonly updatedAt: number;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly name: string | null;
}

/** The state of a pipeline at a moment, as a replica that has just caught up with it shows it. */
export function shownAt(pipeline: ModelPipeline, at: number): Shown {
  const name = pipeline.names.findLast((one) => one.at <= at)?.name ?? null;
  const attempt = pipeline.attempts.findLast((one) => one.at <= at) ?? pipeline.attempts[0];
  if (!attempt) throw new Error('a pipeline has an attempt');
  const { course } = attempt;
  const started = attempt.at + createdMs + course.queueMs;
  const ends = started + course.runMs;
  const cancelled = pipeline.cancels.find((one) => one >= attempt.at && one <= at && one < ends);
  if (cancelled !== undefined) {
    const over = cancelled + cancelingMs;
    return at < over
      ? { status: 'canceling', updatedAt: cancelled, startedAt: undefined, finishedAt: undefined, name }
      : { status: 'canceled', updatedAt: over, startedAt: undefined, finishedAt: over, name };
  }
  const phases = [
    { from: attempt.at, status: 'created' },
    { from: attempt.at + createdMs, status: 'pending' },
    { from: started, status: 'running' },
    { from: ends, status: course.end },
  ];
  const phase = phases.findLast(({ from }) => from <= at) ?? phases[0];
  return {
    status: phase?.status ?? 'created',
    updatedAt: phase?.from ?? attempt.at,
    startedAt: at >= started ? started : undefined,
    finishedAt: at >= ends ? ends : undefined,
    name,
  };
}

/** Whether it uses machines at a moment. */
export const livesAt = (pipeline: ModelPipeline, at: number): boolean =>
  pipeline.createdAt <= at && ['created', 'pending', 'running'].includes(shownAt(pipeline, at).status);
