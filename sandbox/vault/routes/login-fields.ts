/** What roles say of the tokens that a log-in gives, the same for every way to log in. */
import { list, seconds } from '../duration.ts';
import type { TokenWish } from '../tokens.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Their fields (Vault docs, "Token arguments"). */
export const TOKEN_FIELDS = [
  'token_bound_cidrs',
  'token_explicit_max_ttl',
  'token_max_ttl',
  'token_no_default_policy',
  'token_num_uses',
  'token_period',
  'token_policies',
  'token_ttl',
  'token_type',
] as const;

/** As a role is shown. `type` is what is said where the role says nothing. */
export const tokenFieldsShape = (role: Fields, type: string) => ({
  token_bound_cidrs: list(role['token_bound_cidrs']),
  token_explicit_max_ttl: seconds(role['token_explicit_max_ttl']),
  token_max_ttl: seconds(role['token_max_ttl']),
  token_no_default_policy: isYes(role['token_no_default_policy']),
  token_num_uses: Number(role['token_num_uses'] ?? 0),
  token_period: seconds(role['token_period']),
  token_policies: list(role['token_policies']),
  token_strictly_bind_ip: false,
  token_ttl: seconds(role['token_ttl']),
  token_type: String(role['token_type'] ?? type),
});

/** A boolean of JSON, or as a command line sends it. */
export const isYes = (value: unknown): boolean => value === true || value === 'true';

/** What a token made by this role is to be. */
export const wishOf = (role: Fields) =>
  ({
    policies: list(role['token_policies']),
    noDefaultPolicy: isYes(role['token_no_default_policy']),
    type: role['token_type'] === 'batch' ? 'batch' : 'service',
    ttl: seconds(role['token_ttl']),
    maxTtl: seconds(role['token_max_ttl']),
    explicitMaxTtl: seconds(role['token_explicit_max_ttl']),
    period: seconds(role['token_period']),
    uses: Number(role['token_num_uses'] ?? 0),
    cidrs: list(role['token_bound_cidrs']),
  }) satisfies Partial<TokenWish>;
