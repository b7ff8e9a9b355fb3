/** Where a pipeline comes from, as far as the choice of its jobs depends on it. */

import type { Source } from '../pipeline.ts';

/** What `rules`, `only` and `except` can ask of a pipeline, besides its variables. */
export interface Origin {
  readonly source: Source;
  /** Name of the branch or tag. */
  readonly ref: string;
  readonly tag: boolean;
  /** Of the project. */
  readonly path: string;
  /**
   * The paths that have changed since the commit of `ref`, or without one since the push before; undefined where there was
   * none. Throws a RangeError for a ref that is not there.
   */
  changed(ref?: string): readonly string[] | undefined;
}
