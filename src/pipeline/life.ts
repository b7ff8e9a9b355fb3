/** What the life of one pipeline is handed, from its start to its end; each room takes of it what it uses. */
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../memory.ts';
import type { Recheck } from '../request/recheck.ts';
import type { PipelineRequest } from '../request/request.ts';
import type { Subject } from '../request/subject.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import type { Siblings } from './siblings.ts';
import type { WatchLimits } from './watch.ts';

/** No pipeline of ours outlives its deadline by more than this, ms. */
export const marginMs = 600_000;

/** See above. */
export interface Life {
  readonly gitlab: Pipelines;
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: Memory;
  /** Aborted when the job is cancelled. */
  readonly interrupted: AbortSignal;
  readonly limits: WatchLimits;
  readonly subject: Subject;
  readonly request: PipelineRequest;
  /** What tells the keys of this check from those of others (`markOf`). */
  readonly mark: string;
  /** Whether there is a token that may look for pipelines. */
  readonly mayLook: boolean;
  /** Whether pipelines that this one makes obsolete are cancelled (input `supersede`). */
  readonly supersedes: boolean;
  /** Told of each look at the pipeline that is watched, and how long (ms) such ones took, newest first. It does not wait. */
  readonly onLook?: ((pipeline: Pipeline, durations: readonly number[]) => void) | undefined;
  /** Asks GitHub whether the pipeline is still wanted. */
  readonly recheck: Recheck;
  /** Asks GitHub whether a run on request may be watching a pipeline of this commit. */
  readonly isAwaited: () => Promise<boolean>;
  /** Asks GitHub whether another run says that its job was cancelled, and this pipeline with it; `perhaps`: one goes on. */
  readonly hearsOfCancel: (pipeline: number) => Promise<'yes' | 'no' | 'perhaps'>;
}

/** A pipeline of the run's own, how it came to be that, and its siblings. */
export interface StartedPipeline {
  readonly pipeline: Pipeline;
  readonly how: 'started' | 'attached' | 'retried' | 'verdict';
  readonly siblings: Siblings;
  /** Of a retried one: when it last changed before the retry, by GitLab's clock. */
  readonly unchangedSince: number | undefined;
}
