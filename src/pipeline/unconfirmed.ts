import type { Clock } from '../clock.ts';
import { ServiceFailure } from '../net/failure.ts';
import { eldestAlive } from './choose.ts';
import { countNoes, isRefused } from './lasting.ts';
import type { Pipeline } from './pipeline.ts';
import { type Search, type Searchable, searchAll } from './search.ts';

/** What became of a start whose answer got lost. `none`: it was looked for, and it is certain that there is none. */
export type Unconfirmed =
  | { readonly was: 'created'; readonly pipeline: Pipeline }
  | { readonly was: 'none' | 'unknown' };

/** What a look needs. `since`: when the start was sent; where that is not known, when the looks begin. */
export interface UnconfirmedContext extends Search {
  readonly clock: Clock;
  /** How long GitLab may be unreachable, ms. */
  readonly patienceMs: number;
  /** Aborted when the job is cancelled: then one more look has to do. */
  readonly interrupted: AbortSignal;
}

/** Looks that must agree before "none" counts, and the pause between them, ms. */
const agreeing = 4;
const pauseMs = 4_000;

/**
 * GitLab goes on with a request whose caller has gone, for up to a minute (GitLab docs, "Rack Timeout"), and a replica
 * may show the result a little later. Before this time (ms) "none" does not count.
 */
export const settledMs = 75_000;

/**
 * Looks for a pipeline that GitLab may have created without our hearing of it: by name, and by the key in the variables
 * of what is new. A pipeline that could be the one but cannot be told makes it unknown. What is found may be that of a
 * run that raced with this one, and the own one may still come.
 */
export async function lookForUnconfirmed(
  pipelines: Searchable,
  key: string,
  context: UnconfirmedContext,
): Promise<Unconfirmed> {
  const { clock, since, patienceMs, interrupted } = context;
  const end = clock.now() + patienceMs;
  const noes = countNoes();
  let empty = 0;
  for (;;) {
    await clock.sleep(pauseMs, interrupted);
    try {
      const look = await lookOnce(pipelines, key, context);
      noes.forget();
      if (look.was === 'created') return look;
      empty += 1;
      if (empty >= agreeing && clock.now() >= since + settledMs) return look;
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      if (isRefused(error) && noes.lasts(error, clock.now())) return { was: 'unknown' };
      empty = 0;
    }
    if (interrupted.aborted || (empty === 0 && clock.now() >= end)) return { was: 'unknown' };
  }
}

async function lookOnce(pipelines: Searchable, key: string, search: Search): Promise<Unconfirmed> {
  const { pipelines: all, doubtful } = await searchAll(pipelines, key, search);
  const found = all.toSorted((a, b) => b.id - a.id);
  const [newest] = found;
  if (newest) return { was: 'created', pipeline: eldestAlive(found) ?? newest };
  return { was: doubtful ? 'unknown' : 'none' };
}
