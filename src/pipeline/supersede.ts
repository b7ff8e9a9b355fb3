import type { Pipeline } from './pipeline.ts';
import { isLive } from './status.ts';

/** Which pipelines of a pull request to stop. */
export interface Obsolete {
  /** What the keys of the pull request begin with: `owner/repo#42`. */
  readonly family: string;
  /** The key that stays; undefined stops all of them. */
  readonly except: string | undefined;
  /** Leaves other selections of this commit alone (a run on request for some tests). */
  readonly sparing: string | undefined;
}

/** Live pipelines of a family that a newer run, or the end of the pull request, makes obsolete. Pure. */
export function obsoleteOf(
  found: readonly Pipeline[],
  { family, except, sparing }: Obsolete,
): readonly Pipeline[] {
  return found.filter(({ name, status }) => {
    if (name === undefined || !name.startsWith(`${family}@`) || name === except) return false;
    if (sparing !== undefined && name.startsWith(`${family}@${sparing}:`)) return false;
    return isLive(status);
  });
}
