/** Why nobody was logged in to Vault (docs/facts/vault.md, "Log-in by a token (JWT)" and "Log-in by AppRole"). */
import { type Reasons, reason } from './reason.ts';

/** How the log-in to Vault ends where it fails. */
export const loggingIn = {
  'vault-audience': reason(
    'error',
    'the audience of the ID token is none that the role in Vault accepts',
    'Set `bound_audiences` of the role in Vault to the audience that is asked for, `vault-audience`, or the other way round; the log shows what the token has.',
  ),
  'vault-audience-unbound': reason(
    'error',
    'the ID token has an audience, and the role in Vault binds none',
    'Set `bound_audiences` of the role in Vault to what `vault-audience` asks for.',
  ),
  'vault-claim-differs': reason(
    'error',
    'a claim of the ID token is not what the role in Vault binds',
    'Compare `bound_claims` of the role in Vault with the claims that the log shows: another branch, environment, workflow or repository?',
  ),
  'vault-claim-missing': reason(
    'error',
    'the role in Vault binds a claim that the ID token does not have',
    'Take that claim out of `bound_claims` of the role in Vault, or give the job what makes it, such as `environment:`.',
  ),
  'vault-claim-not-text': reason(
    'error',
    'the role in Vault binds a claim that is no text in the ID token',
    'Bind another claim in `bound_claims` of the role in Vault: only texts, and lists of texts, are compared.',
  ),
  'vault-subject-differs': reason(
    'error',
    'the subject of the ID token is not the one that the role in Vault binds',
    'Take `bound_subject` out of the role in Vault, since the form of `sub` changes, and bind ids in `bound_claims` instead; the log shows them.',
  ),
  'vault-user-claim-missing': reason(
    'error',
    'the ID token lacks the claim that the role in Vault names its users by',
    'Set `user_claim` of the role in Vault to `repository_id`, for GitLab to `project_id`.',
  ),
  'vault-role-unknown': reason(
    'error',
    'Vault knows no such role',
    'Check `vault-role`, and that the role is at the mount `vault-mount` and in the namespace `vault-namespace`.',
  ),
  'vault-role-missing': reason(
    'error',
    'no role was named, and the log-in in Vault has no default one',
    'Set `vault-role`, or `default_role` in the configuration of that mount in Vault.',
  ),
  'vault-jwt-missing': reason(
    'error',
    'no ID token was sent to Vault',
    'Give the job `id-token: write`, in GitLab `id_tokens:`, and check that the variable with the token is not empty.',
  ),
  'vault-jwt-invalid': reason(
    'error',
    'Vault does not accept the form or the signature of the ID token',
    'Check in Vault that `oidc_discovery_url` or `jwks_url` of the mount is that of the server which issued the token.',
  ),
  'vault-issuer-differs': reason(
    'error',
    'the ID token is of another issuer than the one that Vault expects',
    'Set `bound_issuer` of the mount in Vault to the issuer: for github.com `https://token.actions.githubusercontent.com`, for GitLab the address of its server.',
  ),
  'vault-jwt-expired': reason(
    'error',
    'the ID token has expired',
    'Run the job again. If it persists, compare the clocks of the runner and of Vault.',
  ),
  'vault-jwt-early': reason(
    'error',
    'Vault takes the ID token for one of the future',
    'Set the clock of the Vault server: it is more than a minute behind.',
  ),
  'vault-issuer-unreachable': reason(
    'error',
    'Vault cannot fetch the keys of the issuer of the ID token',
    'Let the Vault server reach `oidc_discovery_url` or `jwks_url` of the mount, then run the job again.',
  ),
  'vault-login-mount-missing': reason(
    'error',
    'Vault has no log-in at this mount',
    'Check `vault-mount` and `vault-namespace`, and `vault auth list` in Vault. `vault-url` is the address of the server alone, without `/v1`.',
  ),
  'vault-login-network': reason(
    'error',
    'the role in Vault does not let in the network that this job runs in',
    'Add the address of the runner to `token_bound_cidrs` of the role in Vault.',
  ),
  'vault-login-method-differs': reason(
    'error',
    'at this mount of Vault one logs in by another method',
    'Set `vault-auth` to the method of that mount, or `vault-mount` to a mount of that method.',
  ),
  'vault-login-unconfigured': reason(
    'error',
    'the log-in in Vault is mounted, but not configured',
    'Write its configuration in Vault: `vault write auth/<mount>/config oidc_discovery_url=… bound_issuer=…`.',
  ),
  'vault-approle-refused': reason(
    'error',
    'Vault does not accept the role id or the secret id',
    'Check `vault-role-id`; make a new secret id for `vault-secret-id`: it may be used up or expired.',
  ),
  'vault-approle-network': reason(
    'error',
    'the secret id is bound to another network than the one that this job runs in',
    'Add the address of the runner to `secret_id_bound_cidrs` of the AppRole in Vault.',
  ),
  'vault-secret-id-missing': reason(
    'error',
    'the AppRole in Vault asks for a secret id, and none was sent',
    'Set `vault-secret-id`, or `bind_secret_id=false` of the AppRole in Vault, which is less safe.',
  ),
} as const satisfies Reasons;
