/** Why a secret could not be read from Vault (docs/facts/vault.md, "Answers"). */
import { type Reasons, reason, tryAgain } from './reason.ts';
import { loggingIn } from './vault-log-in.ts';

/** Why a secret could not be read, or a token not given back. */
const reading = {
  'vault-token-refused': reason(
    'error',
    'Vault does not accept the token: it is expired, revoked, used up or of another network',
    'Make a new token for `vault-token`. Of a token that was logged in for: raise `token_ttl` or `token_num_uses` of the role in Vault.',
  ),
  'vault-token-missing': reason(
    'error',
    'no Vault token was given',
    'Set `vault-token`, or another `vault-auth`.',
  ),
  'vault-policy-denied': reason(
    'error',
    'the policy of the Vault token does not allow this path',
    'Is the path in `vault-secrets` right, and `vault-namespace`? Then let a policy of the role in Vault `read` it: `<mount>/data/<path>` with version 2, `<mount>/<path>` with version 1.',
  ),
  'vault-list-denied': reason(
    'error',
    'the policy of the Vault token does not allow to list what is below this path',
    'Let a policy of the role in Vault `list` it: `<mount>/metadata/<path>/*` with version 2, `<mount>/<path>/*` with version 1.',
  ),
  'vault-absent': reason(
    'error',
    'Vault has no secret at this path',
    'Check the path in `vault-secrets`, in capital and small letters, and write the secret: `vault kv put`.',
  ),
  'vault-key-missing': reason(
    'error',
    'the secret in Vault has no such key',
    'Check the key in `vault-secrets`, in capital and small letters: `vault kv get` shows the keys.',
  ),
  'vault-token-unusable': reason(
    'error',
    'what Vault has for a token of GitLab is none: too short, in quotes, or more than one word',
    'Store the token alone: `vault kv put`, without quotes, blanks or line ends in it.',
  ),
  'vault-version-deleted': reason(
    'error',
    'the newest version of the secret in Vault is deleted or destroyed',
    'Bring it back with `vault kv undelete`, or write a new one with `vault kv put`.',
  ),
  'vault-kv-version-differs': reason(
    'error',
    'the mount in Vault has the other version of the key/value store',
    'Take `vault-kv-version` away, or set it to `2`.',
  ),
  'vault-mount-missing': reason(
    'error',
    'Vault has no such mount',
    'Check the path in `vault-secrets`: it begins with the mount, and one without a slash is below the mount `secret`.',
  ),
  'vault-mount-hidden': reason(
    'error',
    'Vault does not say what is mounted at this path',
    'Check the path in `vault-secrets`, whose mount comes first, `vault-namespace`, and that a policy of the role in Vault allows something below that mount; else set `vault-kv-version`.',
  ),
  'vault-path-invalid': reason(
    'error',
    'a path in Vault has a form that is not asked for',
    'Write the path without slashes at its ends, without `//`, `.` or `..`, and without control characters: `secret/functional-tests`.',
  ),
  'vault-path-has-data': reason(
    'error',
    'a path in Vault has `data/` or `metadata/` in it, which is added where it is needed',
    'Write the path as `vault kv get` takes it: `secret/functional-tests`, not `secret/data/functional-tests`.',
  ),
  'vault-too-many-below': reason(
    'error',
    'there is more below the path in Vault than is read at once',
    'Name the paths singly, or a folder of fewer secrets.',
  ),
  'vault-batch-token': reason(
    'error',
    'batch tokens of Vault can be neither revoked nor renewed',
    'Set `token_type=service` of the role in Vault.',
  ),
  'vault-revoke-denied': reason(
    'error',
    'the policy of the Vault token does not allow it to revoke itself',
    'Give the role in Vault the policy `default`: take `token_no_default_policy` away.',
  ),
  'vault-not-renewable': reason(
    'error',
    'the lease in Vault cannot be renewed',
    'Raise `token_ttl` of the role in Vault, or the time of the lease, to what the job needs.',
  ),
  'vault-wrapped': reason(
    'error',
    'Vault has wrapped its answer',
    'Take away what asks for wrapping: `min_wrapping_ttl` in the policy, or a proxy that adds the header.',
  ),
  'vault-wrapping-token': reason(
    'error',
    'the wrapping token was used before, or is none',
    'Make a new one. If nobody of yours has unwrapped it, somebody else has: look into the audit log of Vault.',
  ),
  'vault-too-large': reason(
    'error',
    'what Vault would answer, or take, is too large',
    'Split the secret: at most 10 MiB are read at once.',
  ),
} as const satisfies Reasons;

/** What is wrong with the server, or with the way to it. */
const server = {
  'vault-no-api': reason(
    'error',
    'something other than the API of Vault answers at this address',
    'Check `vault-url`: the address of the server alone, without `/ui` or `/v1`, and not that of a proxy with a sign-in.',
  ),
  'vault-https-expected': reason(
    'error',
    'the Vault server speaks https at this address, and was asked by http',
    'Set `vault-url` to the address with `https://`.',
  ),
  'vault-address-refused': reason(
    'error',
    'the address of Vault is none that is called',
    'Set `vault-url` to `https://` and the server, without a name or password in it; http only on loopback.',
  ),
  'vault-address-path': reason(
    'error',
    'the address of Vault ends in a path of its API or its pages',
    'Set `vault-url` to the address of the server alone, without `/v1` or `/ui`.',
  ),
  'vault-token-form': reason(
    'error',
    'the Vault token or the namespace holds characters that cannot be sent',
    'Store it again without line breaks and blanks: `vault-token`, `vault-namespace`.',
  ),
  'vault-sealed': reason('error', 'Vault is sealed', 'Unseal the Vault server, then run the job again.'),
  'vault-not-initialised': reason(
    'error',
    'the Vault server is not initialised',
    'Is `vault-url` the right server? A new one has to be set up: `vault operator init`.',
  ),
  'vault-namespace-unknown': reason(
    'error',
    'Vault has no such namespace',
    'Check `vault-namespace`: the whole path, from the root.',
  ),
  'vault-namespace-locked': reason(
    'error',
    'the namespace in Vault is locked',
    'An administrator unlocks it: `vault namespace unlock`.',
  ),
  'vault-lagging': reason(
    'error',
    'the Vault server that answered has not caught up with the others',
    'Run the job again. If it persists, look at the replication of Vault.',
  ),
  'vault-leader-unreachable': reason(
    'error',
    'the Vault server sends to another address, as it does while it has no leader',
    'Run the job again. If it persists, look at `vault operator raft list-peers`, or set `vault-url` to the leader.',
  ),
  'vault-unavailable': reason(
    'error',
    'Vault could not be reached or did not answer properly',
    'Run the job again. If it persists, check `vault-url`, and that this runner can reach the server.',
  ),
  'vault-untrusted': reason(
    'error',
    'the certificate of the Vault server was not accepted',
    'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.',
  ),
  'vault-rate-limited': reason(
    'error',
    'Vault is throttling requests',
    'Wait a minute, then run the job again, or raise the quota in Vault: `sys/quotas/rate-limit`.',
  ),
  'vault-moved': reason(
    'error',
    'Vault answered with a redirect; redirects are never followed',
    'Update `vault-url`: the new address, with `https://`.',
  ),
  'vault-unexpected': reason('error', 'Vault gave an answer that this version does not understand', tryAgain),
} as const satisfies Reasons;

/** All of them. */
export const secrets = { ...loggingIn, ...reading, ...server } as const satisfies Reasons;
