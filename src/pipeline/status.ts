/**
 * Every status that a GitLab pipeline can have (GitLab docs, "Pipelines API"), and what it means to us. `ended` and
 * `blocked` pipelines do not change by themselves any more; `alive` ones do.
 */
export const statuses = {
  created: 'alive',
  waiting_for_resource: 'alive',
  preparing: 'alive',
  waiting_for_callback: 'alive',
  pending: 'alive',
  running: 'alive',
  canceling: 'alive',
  manual: 'blocked',
  scheduled: 'blocked',
  success: 'ended',
  failed: 'ended',
  canceled: 'ended',
  skipped: 'ended',
} as const;

/** A status of the closed table. */
export type KnownStatus = keyof typeof statuses;

/** A status as we pass it on: one of the table, or `unknown` for whatever GitLab may add. Never GitLab's own text. */
export type PipelineStatus = KnownStatus | 'unknown';

/** How a pipeline can end. */
export type EndedStatus = {
  [S in KnownStatus]: (typeof statuses)[S] extends 'ended' ? S : never;
}[KnownStatus];

/** The meaning of a status. An unknown one is watched on, never taken for an end. */
export const meaningOf = (status: PipelineStatus): 'alive' | 'blocked' | 'ended' =>
  status === 'unknown' ? 'alive' : statuses[status];

/** The status that a text from GitLab names; `unknown` for any text outside the table. */
export const toStatus = (text: unknown): PipelineStatus =>
  typeof text === 'string' && Object.hasOwn(statuses, text) ? (text as KnownStatus) : 'unknown';

/** Whether a status is an end, as a type guard. */
export const isEnded = (status: PipelineStatus): status is EndedStatus => meaningOf(status) === 'ended';

/** Whether a pipeline may still use machines: neither ended nor about to end because somebody cancelled it. */
export const isLive = (status: PipelineStatus): boolean => !isEnded(status) && status !== 'canceling';
