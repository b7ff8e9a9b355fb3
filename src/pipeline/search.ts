/** Finds the pipelines of ours that belong to one key, those among them that do not bear it as their name yet. */
import { readKey } from '../request/request.ts';
import type { KeyedPipeline, Pipelines } from './pipeline.ts';

/** What a search by key asks of GitLab. */
export type Searchable = Pick<Pipelines, 'find' | 'recent'>;

/** Where to search besides the names. */
export interface Search {
  /** Only pipelines created after this time (epoch ms, by our clock). */
  readonly since: number;
  /** Ids that do not count. */
  readonly before: ReadonlySet<number>;
}

/** What a search came to. `doubtful`: a pipeline of ours may be one of the request, and cannot be told. */
export interface Found {
  readonly pipelines: readonly KeyedPipeline[];
  readonly doubtful: boolean;
}

/** GitLab's clock and ours may differ by this much, ms. */
export const skewMs = 600_000;

/**
 * Pipelines that a start has just made: the project names them in its own way, or not at all, until we do, and somebody
 * may have renamed one. They are told by the key in their variables.
 */
export async function searchRecent(
  pipelines: Searchable,
  key: string,
  { since, before }: Search,
): Promise<Found> {
  const from = since - skewMs;
  const recent = await pipelines.recent(from, ({ id, createdAt }) => createdAt >= from && !before.has(id));
  return {
    pipelines: recent.filter((one) => one.key === key),
    // Where keys are hidden, any pipeline of ours without one may be the one.
    doubtful: recent.some((one) => one.keyHidden && readKey(one.key) === undefined),
  };
}

/** All pipelines of a request, by name and by their variables. Throws the ServiceFailure of a look that told nothing. */
export async function searchAll(pipelines: Searchable, key: string, search: Search): Promise<Found> {
  const [named, recent] = await Promise.all([pipelines.find(key), searchRecent(pipelines, key, search)]);
  const own = named.filter(({ id }) => !search.before.has(id));
  const more = recent.pipelines.filter(({ id }) => !own.some((one) => one.id === id));
  return { pipelines: [...own, ...more], doubtful: recent.doubtful };
}
