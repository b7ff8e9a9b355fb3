import { type Reasons, reason } from './reason.ts';

/** Why a job could not prove who it is. */
export const identity = {
  'id-token-not-allowed': reason(
    'error',
    'the job may not ask GitHub for an ID token',
    'Give the job `permissions: id-token: write`. A `pull_request` event from a fork never has it.',
  ),
} as const satisfies Reasons;
