import { ServiceFailure, type ServiceFailureKind } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';

const byKind: Record<ServiceFailureKind, ReasonCode> = {
  unauthorized: 'gitlab-token-refused',
  forbidden: 'gitlab-forbidden',
  'not-found': 'gitlab-project-not-found',
  conflict: 'gitlab-unexpected',
  invalid: 'gitlab-unexpected',
  'rate-limited': 'gitlab-rate-limited',
  unavailable: 'gitlab-unavailable',
  untrusted: 'gitlab-untrusted',
  moved: 'gitlab-moved',
  unexpected: 'gitlab-unexpected',
};

/** GitLab's known refusals (the adapter's closed list) and what they are called here. */
const byRefusal: Readonly<Record<string, ReasonCode>> = {
  'reference-not-found': 'gitlab-ref-not-found',
  'protected-ref': 'gitlab-ref-protected',
  'branch-unreadable': 'gitlab-branch-unreadable',
  'trigger-token-refused': 'gitlab-trigger-token-refused',
  'variables-refused': 'gitlab-variables-refused',
  'variables-invalid': 'gitlab-variables-invalid',
  'inputs-invalid': 'gitlab-inputs-refused',
  'filtered-by-workflow': 'gitlab-filtered',
  'no-jobs': 'gitlab-no-jobs',
  'too-many-pipelines': 'gitlab-throttled',
  'name-too-long': 'gitlab-name-refused',
  'config-invalid': 'gitlab-config-invalid',
  'config-missing': 'gitlab-config-missing',
  'pipelines-disabled': 'gitlab-pipelines-disabled',
  'identity-verification': 'gitlab-verification-needed',
  'start-refused': 'gitlab-refused',
  'insufficient-role': 'gitlab-forbidden',
  'insufficient-scope': 'gitlab-scope-missing',
  'insufficient-granular-scope': 'gitlab-permission-missing',
};

/**
 * The reason code of a failed call to GitLab; anything that is no ServiceFailure is a fault in our own code and is
 * thrown on.
 */
export function gitlabReason(error: unknown): ReasonCode {
  if (!(error instanceof ServiceFailure)) throw error;
  return (error.refusal !== undefined ? byRefusal[error.refusal] : undefined) ?? byKind[error.kind];
}

/** A clear no, which the same call would only hear again. Throttling and lost connections pass. */
export const isRefusal = ({ mayHaveActed, kind }: ServiceFailure): boolean =>
  !mayHaveActed && kind !== 'unavailable' && kind !== 'rate-limited';

/** Milliseconds before a call that did not happen is made again. GitLab.com counts new pipelines by the minute. */
export const pauseAfter = ({ retryAfterMs, kind }: ServiceFailure): number =>
  retryAfterMs ?? (kind === 'rate-limited' ? 61_000 : 5_000);
