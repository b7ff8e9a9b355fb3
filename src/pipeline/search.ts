/** Finds the pipelines of ours that belong to one key, those among them that do not bear it as their name yet. */
import { ServiceFailure } from '../net/failure.ts';
import { readKey } from '../request/request.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';

/** What a search by key asks of GitLab. */
export type Searchable = Pick<Pipelines, 'find' | 'recent' | 'keyVariable'>;

/** Where to search besides the names. */
export interface Search {
  /** Only pipelines created after this time (epoch ms, by our clock). */
  readonly since: number;
  /** Ids that do not count. */
  readonly before: ReadonlySet<number>;
  /** Whether the key is among the variables, and the token may read them: not so with inputs, nor by trigger token. */
  readonly showsKey: boolean;
}

/** What a search came to. `doubtful`: a pipeline of ours may be one of the request, and cannot be told. */
export interface Found {
  readonly pipelines: readonly Pipeline[];
  readonly doubtful: boolean;
}

/** GitLab's clock and ours may differ by this much, ms. */
const skewMs = 600_000;

/**
 * Pipelines that a start has just made: the project names them in its own way, or not at all, until we do. They are
 * told by the key in their variables.
 */
export async function searchUnnamed(
  pipelines: Searchable,
  key: string,
  { since, before, showsKey }: Search,
): Promise<Found> {
  const from = since - skewMs;
  const unnamed = await pipelines.recent(
    from,
    ({ id, name, createdAt }) => createdAt >= from && !before.has(id) && readKey(name) === undefined,
  );
  const keys = await Promise.all(
    unnamed.map(async (pipeline) => ({ pipeline, found: await readVariable(pipelines, pipeline.id) })),
  );
  return {
    pipelines: keys.filter(({ found }) => found === key).map(({ pipeline }) => pipeline),
    // Where keys are not shown, any pipeline of ours may be the one.
    doubtful: keys.some(({ found }) => found === 'unread' || (found === undefined && !showsKey)),
  };
}

/** All pipelines of a request, with its name and without. Throws the ServiceFailure of a look that told nothing. */
export async function searchAll(pipelines: Searchable, key: string, search: Search): Promise<Found> {
  const [named, unnamed] = await Promise.all([pipelines.find(key), searchUnnamed(pipelines, key, search)]);
  const own = named.filter(({ id }) => !search.before.has(id));
  return { pipelines: [...own, ...unnamed.pipelines], doubtful: unnamed.doubtful };
}

/** The key in the variables of a pipeline; undefined where there is none, or the pipeline is no more. */
async function readVariable(
  pipelines: Pick<Pipelines, 'keyVariable'>,
  id: number,
): Promise<string | 'unread' | undefined> {
  try {
    return await pipelines.keyVariable(id);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    return error.kind === 'not-found' ? undefined : 'unread';
  }
}
