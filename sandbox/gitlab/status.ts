/** The states of a pipeline or job. */

/** The 13 states of a pipeline or job (docs/facts/gitlab.md, "Status"). */
export const STATUSES = [
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'success',
  'failed',
  'canceling',
  'canceled',
  'skipped',
  'manual',
  'scheduled',
] as const;
export type Status = (typeof STATUSES)[number];

/** True for the four states that a pipeline or job reaches and keeps. */
export const isEnded = (status: Status): boolean =>
  status === 'success' || status === 'failed' || status === 'canceled' || status === 'skipped';
