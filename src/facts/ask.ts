/** The one receiver of failures: a call to a service becomes a fact, known or not, with the reason. */
import { type Service, ServiceFailure, type ServiceFailureKind } from '../net/failure.ts';
import type { Refusal, VaultRefusal } from '../net/refusals.ts';
import type { ReasonCode } from '../reasons.ts';
import { type Fact, known, unknown } from './fact.ts';

/** What a failure of each kind is called, by service. */
const byKind: Record<Service, Record<ServiceFailureKind, ReasonCode>> = {
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
  vault: {
    unauthorized: 'vault-token-refused',
    forbidden: 'vault-policy-denied',
    'not-found': 'vault-unexpected',
    conflict: 'vault-unexpected',
    invalid: 'vault-unexpected',
    'rate-limited': 'vault-rate-limited',
    unavailable: 'vault-unavailable',
    untrusted: 'vault-untrusted',
    moved: 'vault-moved',
    unexpected: 'vault-unexpected',
  },
};

/** Vault's: each has a reason of its own (docs/facts/vault.md, "Answers"). */
const byVaultRefusal = {
  audience: 'vault-audience',
  'audience-unbound': 'vault-audience-unbound',
  'claim-differs': 'vault-claim-differs',
  'claim-missing': 'vault-claim-missing',
  'claim-not-text': 'vault-claim-not-text',
  'subject-differs': 'vault-subject-differs',
  'user-claim-missing': 'vault-user-claim-missing',
  'role-unknown': 'vault-role-unknown',
  'role-missing': 'vault-role-missing',
  'jwt-missing': 'vault-jwt-missing',
  'jwt-invalid': 'vault-jwt-invalid',
  'issuer-differs': 'vault-issuer-differs',
  'jwt-expired': 'vault-jwt-expired',
  'jwt-early': 'vault-jwt-early',
  'issuer-unreachable': 'vault-issuer-unreachable',
  'login-mount-missing': 'vault-login-mount-missing',
  'login-network': 'vault-login-network',
  'login-method-differs': 'vault-login-method-differs',
  'login-unconfigured': 'vault-login-unconfigured',
  'approle-invalid': 'vault-approle-refused',
  'approle-network': 'vault-approle-network',
  'secret-id-missing': 'vault-secret-id-missing',
  'token-dead': 'vault-token-refused',
  'token-missing': 'vault-token-missing',
  policy: 'vault-policy-denied',
  'list-denied': 'vault-list-denied',
  absent: 'vault-absent',
  'deleted-version': 'vault-version-deleted',
  'kv-version-differs': 'vault-kv-version-differs',
  'mount-missing': 'vault-mount-missing',
  'mount-hidden': 'vault-mount-hidden',
  'path-invalid': 'vault-path-invalid',
  'path-has-data': 'vault-path-has-data',
  'too-many-below': 'vault-too-many-below',
  'batch-token': 'vault-batch-token',
  'revoke-denied': 'vault-revoke-denied',
  'not-renewable': 'vault-not-renewable',
  wrapped: 'vault-wrapped',
  'wrapping-token-invalid': 'vault-wrapping-token',
  'too-large': 'vault-too-large',
  'no-api': 'vault-no-api',
  'tls-expected': 'vault-https-expected',
  'address-refused': 'vault-address-refused',
  'address-path': 'vault-address-path',
  'header-refused': 'vault-token-form',
  sealed: 'vault-sealed',
  'not-initialised': 'vault-not-initialised',
  'namespace-unknown': 'vault-namespace-unknown',
  'namespace-locked': 'vault-namespace-locked',
  'replication-lag': 'vault-lagging',
  'leader-unreachable': 'vault-leader-unreachable',
  'key-missing': 'vault-key-missing',
  'token-unusable': 'vault-token-unusable',
} satisfies Record<VaultRefusal, ReasonCode>;

/** Refusals with a reason of their own; the others are told by their kind. */
const byRefusal: Readonly<Partial<Record<string, ReasonCode>>> = {
  'too-many-statuses': 'status-limit-reached',
  'id-token-not-allowed': 'id-token-not-allowed',
  'id-token-too-long': 'id-token-too-long',
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
  ...byVaultRefusal,
} satisfies Partial<Record<Refusal, ReasonCode>>;

/** What a failure of some kinds means in one call, where the call allows to say more. */
export type Meaning = Readonly<Partial<Record<ServiceFailureKind, ReasonCode>>>;

/** The reason code of a failed call, whatever it was. Throws on what is no ServiceFailure: a fault in our own code. */
export function reasonOfFailure(error: unknown, meaning: Meaning = {}): ReasonCode {
  if (!(error instanceof ServiceFailure)) throw error;
  const { service, kind, refusal = '' } = error;
  return byRefusal[refusal] ?? meaning[kind] ?? byKind[service][kind];
}

/** Turns a call into a fact: where the service gave no usable answer, the fact is unknown, with the reason. */
export const ask = <T>(call: Promise<T>, meaning?: Meaning): Promise<Fact<T>> =>
  call.then(known, (error: unknown) => unknown(reasonOfFailure(error, meaning)));
