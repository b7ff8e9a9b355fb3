/** Which pipelines a newer run, or the end of a pull request, makes obsolete. Pure. */
import { sameName } from '../facts/names.ts';
import { readKey } from '../request/request.ts';
import type { KeyedPipeline, Pipeline } from './pipeline.ts';
import { isLive } from './status.ts';

/** The requests of one pull request, as one check makes them: their pipelines replace each other. */
export interface Family {
  /** `owner/name`. */
  readonly repository: string;
  readonly pull: number;
  /** What tells the keys of this check from those of others (`markOf`). */
  readonly mark: string;
}

/** Which pipelines of a family to stop. */
export interface Obsolete {
  readonly family: Family;
  /** The own pipeline with its key: it stays, and so do its rivals. Undefined stops all of the family. */
  readonly except: { readonly key: string; readonly pipeline: Pipeline } | undefined;
  /** A commit of which other selections are left alone (a run on request for some tests). */
  readonly sparing: string | undefined;
}

/** Whether a text is the key of a request of this family, for this commit where one is given. */
export function isOfFamily(text: string | undefined, family: Family, commit?: string): boolean {
  const key = readKey(text);
  return (
    key !== undefined &&
    sameName(key.repository, family.repository) &&
    key.origin === family.pull &&
    key.mark === family.mark &&
    (commit === undefined || key.commit === commit)
  );
}

/** Whether a pipeline is alive and obsolete. Whose it is, a key does not tell. */
export const isObsolete =
  ({ family, except, sparing }: Obsolete) =>
  (one: KeyedPipeline): boolean => {
    if (!isLive(one.status) || !isOfFamily(one.key, family)) return false;
    if (except !== undefined && one.key === except.key) return isStale(one, except.pipeline);
    return sparing === undefined || !isOfFamily(one.key, family, sparing);
  };

/** An elder one of the same request, on another ref or on a commit that the ref has left. */
const isStale = (one: Pipeline, mine: Pipeline): boolean =>
  one.id < mine.id && (one.sha !== mine.sha || one.ref !== mine.ref);
