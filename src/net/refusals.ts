/** What a service's refusal may be called beyond its kind: closed lists, so that no word of a service travels on. */

/** GitHub's. */
export type GitHubRefusal =
  | 'secondary-rate-limit'
  | 'token-lacks-permission'
  | 'sso-required'
  | 'actions-may-not-open-pull-requests'
  | 'workflows-permission-missing'
  | 'reference-exists'
  | 'object-not-found'
  | 'pull-request-exists'
  | 'no-commits-between'
  | 'too-many-statuses'
  | 'id-token-not-allowed';

/** GitLab's. */
export type GitLabRefusal =
  | 'reference-not-found'
  | 'variables-refused'
  | 'variables-invalid'
  | 'inputs-invalid'
  | 'filtered-by-workflow'
  | 'no-jobs'
  | 'too-many-pipelines'
  | 'name-refused'
  | 'config-invalid'
  | 'config-missing'
  | 'protected-ref'
  | 'branch-unreadable'
  | 'trigger-token-refused'
  | 'start-refused'
  | 'insufficient-role'
  | 'identity-verification'
  | 'pipelines-disabled'
  | 'insufficient-granular-scope'
  | 'insufficient-scope'
  | 'token-expired'
  | 'token-revoked'
  | 'branch-not-found'
  | 'tag-not-found'
  | 'project-not-found'
  | 'foreign-not-found'
  | 'project-moved';

/** Vault's. */
export type VaultRefusal =
  | 'sealed'
  | 'replication-lag'
  | 'unknown-mount'
  | 'unknown-role'
  | 'audience'
  | 'bound-claims'
  | 'jwt-expired'
  | 'jwt-invalid'
  | 'approle-invalid'
  | 'token-invalid'
  | 'wrong-kv-version'
  | 'deleted-version'
  | 'absent'
  | 'key-missing'
  | 'token-unusable';

/** Any of them. */
export type Refusal = GitHubRefusal | GitLabRefusal | VaultRefusal;
