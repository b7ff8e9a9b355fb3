import type { Pipeline } from './pipeline.ts';
import { isEnded, isLive } from './status.ts';

/** What to do about a request for which pipelines may already exist. */
export type Choice =
  | { readonly take: 'attach' | 'retry' | 'verdict'; readonly pipeline: Pipeline }
  | { readonly take: 'new'; readonly because: string };

/** What the run wants of pipelines that exist already. */
export interface Wish {
  /** Whether somebody asked for these tests to run again: a re-run of the job, or `/retest`. */
  readonly again: boolean;
  /** `retry-failed` runs only failed and cancelled jobs again; `new` never looks back. */
  readonly onRerun: 'retry-failed' | 'new';
}

/** Where a request runs, as GitLab shows it now. */
export interface Aim {
  /** The branch or tag. */
  readonly ref: string;
  /** Its commit; undefined: it is no more. */
  readonly head: string | undefined;
}

/** Whether a pipeline runs on the commit that its request would run on now: the private tests may have changed. Pure. */
export const isFresh = ({ ref, sha }: Pipeline, aim: Aim): boolean => ref === aim.ref && sha === aim.head;

/**
 * Chooses among the pipelines of one key that are ours; only fresh ones count. A live one is joined whichever run
 * started it; the eldest, so that two runs that race end on the same. A verdict that stands is told again; what failed
 * runs again only when somebody asked.
 */
export function choose(existing: readonly Pipeline[], aim: Aim, wish: Wish): Choice {
  if (wish.again && wish.onRerun === 'new') return { take: 'new', because: 'a new pipeline was asked for' };
  const current = existing.filter((pipeline) => isFresh(pipeline, aim) && !pipeline.invalidConfiguration);
  const elder = eldestAlive(current);
  if (elder) return { take: 'attach', pipeline: elder };
  if (current.some(({ status }) => status === 'canceling'))
    return { take: 'new', because: 'the last pipeline of this request is being cancelled' };
  const newest = newestEnded(current);
  if (!newest)
    return { take: 'new', because: 'the GitLab branch has moved since the last pipeline of this request' };
  if (newest.status === 'skipped')
    return { take: 'new', because: 'the last pipeline of this request was skipped' };
  if (newest.status === 'success') return { take: 'verdict', pipeline: newest };
  if (wish.again || newest.status === 'canceled') return { take: 'retry', pipeline: newest };
  return { take: 'verdict', pipeline: newest };
}

/** The live pipeline with the smallest id. GitLab gives ids in order of creation. */
export const eldestAlive = <One extends Pipeline>(pipelines: readonly One[]): One | undefined =>
  pipelines.filter(({ status }) => isLive(status)).sort((a, b) => a.id - b.id)[0];

/** The ended pipeline of a request that counts: the newest that was not cancelled as a duplicate. Pure. */
export const newestEnded = <One extends Pipeline>(pipelines: readonly One[]): One | undefined =>
  pipelines
    .filter((pipeline) => isEnded(pipeline.status) && !isDuplicate(pipeline, pipelines))
    .sort((a, b) => b.id - a.id)[0];

/**
 * Whether a pipeline lost a race: it was cancelled, and an elder one was still going on when it was made. Its own jobs
 * never ran, so neither its end nor a retry of it says anything (docs/architecture.md, "Rivals").
 */
const isDuplicate = (pipeline: Pipeline, all: readonly Pipeline[]): boolean =>
  pipeline.status === 'canceled' &&
  all.some(
    ({ id, status, updatedAt = 0 }) =>
      id < pipeline.id && status !== 'skipped' && updatedAt >= pipeline.createdAt,
  );
