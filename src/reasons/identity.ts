import { type Reasons, reason } from './reason.ts';

/** Why a job could not prove who it is. */
export const identity = {
  'id-token-not-allowed': reason(
    'error',
    'the job may not ask GitHub for an ID token',
    'Give the job `permissions: id-token: write`. A `pull_request` event from a fork never has it.',
  ),
  'id-token-too-long': reason(
    'error',
    'the ID token of the job is longer than the five pipeline inputs that carry it',
    'Shorten what goes into it: the names of the branch, the workflow file and the environment.',
  ),
} as const satisfies Reasons;
