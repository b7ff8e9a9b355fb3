/** The one receiver of failures: a call to a service becomes a fact, known or not, with the reason. */
import { ServiceFailure, type ServiceFailureKind } from '../net/failure.ts';
import type { GitHubRefusal, GitLabRefusal } from '../net/refusals.ts';
import type { ReasonCode } from '../reasons.ts';
import { type Fact, known, unknown } from './fact.ts';

/** What a failure of each kind is called, by service. Vault gets its own table with its first mode. */
const byKind: Record<'github' | 'gitlab', Record<ServiceFailureKind, ReasonCode>> = {
  github: {
    unauthorized: 'github-token-refused',
    forbidden: 'github-forbidden',
    'not-found': 'github-unexpected',
    conflict: 'github-unexpected',
    invalid: 'github-unexpected',
    'rate-limited': 'github-rate-limited',
    unavailable: 'github-unavailable',
    untrusted: 'github-untrusted',
    moved: 'github-moved',
    unexpected: 'github-unexpected',
  },
  gitlab: {
    unauthorized: 'gitlab-token-refused',
    forbidden: 'gitlab-forbidden',
    // GitLab says of a project that is hidden that it is the project (docs/facts/gitlab.md, "Refusals").
    'not-found': 'gitlab-not-there',
    conflict: 'gitlab-unexpected',
    invalid: 'gitlab-unexpected',
    'rate-limited': 'gitlab-rate-limited',
    unavailable: 'gitlab-unavailable',
    untrusted: 'gitlab-untrusted',
    moved: 'gitlab-moved',
    unexpected: 'gitlab-unexpected',
  },
};

/** Refusals with a reason of their own; the others are told by their kind. */
const byRefusal: Readonly<Partial<Record<string, ReasonCode>>> = {
  'too-many-statuses': 'status-limit-reached',
  'id-token-not-allowed': 'id-token-not-allowed',
  'actions-may-not-open-pull-requests': 'duplicate-pull-refused',
  'pull-request-exists': 'duplicate-exists',
  'workflows-permission-missing': 'duplicate-token-lacks',
  'reference-not-found': 'gitlab-ref-not-found',
  'protected-ref': 'gitlab-ref-protected',
  'branch-unreadable': 'gitlab-branch-unreadable',
  'project-not-found': 'gitlab-project-not-found',
  'trigger-token-refused': 'gitlab-trigger-token-refused',
  'variables-refused': 'gitlab-variables-refused',
  'variables-invalid': 'gitlab-variables-invalid',
  'inputs-invalid': 'gitlab-inputs-refused',
  'filtered-by-workflow': 'gitlab-filtered',
  'no-jobs': 'gitlab-no-jobs',
  'too-many-pipelines': 'gitlab-throttled',
  'name-refused': 'gitlab-name-refused',
  'config-invalid': 'gitlab-config-invalid',
  'config-missing': 'gitlab-config-missing',
  'pipelines-disabled': 'gitlab-pipelines-disabled',
  'identity-verification': 'gitlab-verification-needed',
  'start-refused': 'gitlab-refused',
  'insufficient-role': 'gitlab-forbidden',
  'insufficient-scope': 'gitlab-scope-missing',
  'insufficient-granular-scope': 'gitlab-permission-missing',
} satisfies Partial<Record<GitHubRefusal | GitLabRefusal, ReasonCode>>;

/** What a failure of some kinds means in one call, where the call allows to say more. */
export type Meaning = Readonly<Partial<Record<ServiceFailureKind, ReasonCode>>>;

/**
 * The reason code of a failed call, whatever it was. Throws on what is no ServiceFailure, a fault in our own code, and
 * on a failure of Vault.
 */
export function reasonOfFailure(error: unknown, meaning: Meaning = {}): ReasonCode {
  if (!(error instanceof ServiceFailure) || error.service === 'vault') throw error;
  const { service, kind, refusal = '' } = error;
  return byRefusal[refusal] ?? meaning[kind] ?? byKind[service][kind];
}

/** Turns a call into a fact: where the service gave no usable answer, the fact is unknown, with the reason. */
export const ask = <T>(call: Promise<T>, meaning?: Meaning): Promise<Fact<T>> =>
  call.then(known, (error: unknown) => unknown(reasonOfFailure(error, meaning)));
