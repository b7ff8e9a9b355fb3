import { type Clock, whenAborted } from '../clock.ts';
import { ServiceFailure } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';
import { type Expectation, nextLook } from './pace.ts';
import { patienceOf } from './patience.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import { type EndedStatus, isEnded, meaningOf, type PipelineStatus } from './status.ts';

/** How the watch over one pipeline ended. */
export type Outcome =
  | { readonly how: 'ended'; readonly pipeline: Pipeline & { readonly status: EndedStatus } }
  | { readonly how: 'blocked'; readonly pipeline: Pipeline }
  | { readonly how: 'timed-out' | 'interrupted' }
  | { readonly how: 'lost'; readonly reason: ReasonCode };

/** The bounds of a watch. Milliseconds. */
export interface WatchLimits {
  /** For queue and run together, counted from the start of the watch. */
  readonly timeoutMs: number;
  /** How long GitLab may give no usable answer before the watch gives up. */
  readonly errorBudgetMs: number;
  readonly onBlocked: 'fail' | 'wait';
}

/** What the watch is handed besides GitLab. */
export interface WatchContext {
  readonly clock: Clock;
  /** Aborted when the job is cancelled. */
  readonly interrupted: AbortSignal;
  /** A look at the pipeline that has been had already, where the watch begins with a pause. */
  readonly first?: Pipeline | undefined;
  /** Told of each look, and whether its status is a new one. */
  readonly onLook: (pipeline: Pipeline, isNew: boolean) => void;
  /** When such pipelines end; undefined while it is not known. */
  readonly expected: () => Expectation | undefined;
  /** The age (ms) of the pipeline when the watch begins: more than 0 where a run joins one. */
  readonly age: number;
  /** An end that is no newer than this (GitLab's clock) is that of an earlier attempt, shown by a replica that lags. */
  readonly unchangedSince?: number | undefined;
}

/** For so long (ms) after a retry an old end is not believed. */
const lagMs = 60_000;

/** After a look that failed the next one comes soon (ms): the error budget is short beside a long pause. */
const soon = 15_000;

/**
 * Looks at a pipeline until it has ended, is blocked, time is up, or GitLab has been silent for longer than the
 * error budget. That it is gone, moved, or refused to the token counts once it has been said for a while. It cancels
 * nothing: what follows from an outcome is the caller's to do.
 */
export async function watch(
  pipelines: Pick<Pipelines, 'get'>,
  id: number,
  limits: WatchLimits,
  { clock, interrupted, first, onLook, expected, age, unchangedSince = 0 }: WatchContext,
): Promise<Outcome> {
  const start = clock.now();
  const aborted = whenAborted(interrupted).then(() => 'interrupted' as const);
  const isOld = ({ status, updatedAt = Number.POSITIVE_INFINITY }: Pipeline) =>
    isEnded(status) && updatedAt <= unchangedSince && clock.now() < start + lagMs;
  const patience = patienceOf(limits.errorBudgetMs);
  let seen: PipelineStatus | undefined;
  let had = first;
  for (;;) {
    if (interrupted.aborted) return { how: 'interrupted' };
    const asked = clock.now();
    const look = had ?? (await lookOnce(pipelines, id, aborted));
    had = undefined;
    if (look === 'interrupted') return { how: 'interrupted' };
    let pause = { least: 0, most: Number.POSITIVE_INFINITY };
    if (look instanceof ServiceFailure) {
      const reason = patience.endsWith(look, asked, clock.now());
      if (reason !== undefined) return { how: 'lost', reason };
      pause = { least: look.retryAfterMs ?? 0, most: soon };
    } else {
      patience.renew();
      if (isOld(look)) pause = { least: 0, most: soon };
      else {
        onLook(look, look.status !== seen);
        seen = look.status;
        if (hasEnded(look)) return { how: 'ended', pipeline: look };
        if (meaningOf(look.status) === 'blocked' && limits.onBlocked === 'fail')
          return { how: 'blocked', pipeline: look };
      }
    }
    const remaining = start + limits.timeoutMs - clock.now();
    if (remaining <= 0) return { how: 'timed-out' };
    const wait = nextLook({
      elapsed: age + clock.now() - start,
      expected: expected(),
      remaining,
      budget: look instanceof ServiceFailure ? undefined : look.budget,
    });
    await clock.sleep(Math.min(Math.max(Math.min(wait, pause.most), pause.least), remaining), interrupted);
  }
}

const hasEnded = (pipeline: Pipeline): pipeline is Pipeline & { readonly status: EndedStatus } =>
  isEnded(pipeline.status);

/** One look; a cancelled job does not wait for GitLab's answer. */
function lookOnce(
  pipelines: Pick<Pipelines, 'get'>,
  id: number,
  aborted: Promise<'interrupted'>,
): Promise<Pipeline | ServiceFailure | 'interrupted'> {
  const answer = pipelines.get(id).catch((error: unknown) => {
    if (error instanceof ServiceFailure) return error;
    throw error;
  });
  return Promise.race([answer, aborted]);
}
