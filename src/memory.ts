/** What outlives a run that is killed: `post` cleans up by it. */

/**
 * `key` is saved before a start, `pipeline` (its id) after it, `commit` with the first pending status. `alive`: whether
 * a pipeline may be left running when the run has ended (`true` or `false`). `done`: the reason of the last word.
 * `fault`: it ended by a fault of our own, without one.
 */
export type Remembered = 'key' | 'pipeline' | 'commit' | 'alive' | 'done' | 'fault';

/** Kept by the runner at once, so that it survives a SIGKILL. */
export interface Memory {
  /** `nth`: which pull request of a run for several, from 0. */
  save(name: Remembered, value: string, nth?: number): void;
}
