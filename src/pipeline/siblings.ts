/** The pipelines that belong to one request, seen from the run whose own is one of them. */
import type { PipelineRequest } from '../request/request.ts';
import type { Pipeline } from './pipeline.ts';
import { type Found, type Search, type Searchable, searchAll } from './search.ts';
import { isEnded } from './status.ts';

/** A start that was not confirmed: how its pipeline is found, and until when (epoch ms) one more may come. */
export type Unsettled = Search & { readonly until: number };

/**
 * Each look throws the ServiceFailure of a GitLab that tells nothing. What was stopped for our own never counts, nor what
 * had ended when the run began and was not taken: it was not good enough, whoever runs it again.
 */
export interface Siblings {
  readonly key: string;
  readonly unsettled: Unsettled | undefined;
  /** All of the request, and where a start was not confirmed also those that are not named yet. */
  all(): Promise<Found>;
  /** Those on the request's ref that a run may change over to. */
  fresh(): Promise<readonly Pipeline[]>;
}

/** What was there when the run began, what it took, and what it stopped. */
export interface Beginning {
  readonly before: readonly Pipeline[];
  /** Id of the run's own. */
  readonly own: number;
  /** Ids of live ones that made way. */
  readonly stopped: readonly number[];
  readonly unsettled: Unsettled | undefined;
}

/** The siblings of one request. */
export function siblingsOf(
  gitlab: Searchable,
  { key, ref }: Pick<PipelineRequest, 'key' | 'ref'>,
  beginning: Beginning,
): Siblings {
  const { before, own, stopped, unsettled } = beginning;
  const old = before.filter(({ id, status }) => id !== own && isEnded(status)).map(({ id }) => id);
  const counts = ({ id }: Pipeline) => !stopped.includes(id) && !old.includes(id);
  return {
    key,
    unsettled,
    all: async () => {
      const found = unsettled
        ? await searchAll(gitlab, key, unsettled)
        : { pipelines: await gitlab.find(key), doubtful: false };
      return { ...found, pipelines: found.pipelines.filter(counts) };
    },
    fresh: async () => (await gitlab.find(key)).filter((one) => one.ref === ref.name && counts(one)),
  };
}
