/** What outlives a run that is killed: `post` cleans up by it. */

/**
 * - `key`: of the request, before anything is started
 * - `unclear`: when a start or a retry was sent (epoch ms), before it is sent; `no` once it is known what became of it
 * - `pipeline`: id of the run's own, as soon as it has one
 * - `uncancelled`: `true` where a cancel of that one was not confirmed
 * - `commit`: that has a pending status, with the first one
 * - `vault`: the Vault tokens that are held, sealed, as soon as we have logged in; `no` once they are revoked
 * - `done`: the reason of the last word; `fault`: the run ended by a fault of our own, without one
 */
export type Remembered =
  | 'key'
  | 'unclear'
  | 'pipeline'
  | 'uncancelled'
  | 'commit'
  | 'vault'
  | 'done'
  | 'fault';

/** Kept by the runner at once, so that it survives a SIGKILL. */
export interface Memory {
  /** `nth`: which pull request of a run for several, from 0. */
  save(name: Remembered, value: string, nth?: number): void;
}
