import type { Auth, Token } from '../api.ts';
import { time, unix, wholeTime } from './time.ts';

/** What a log-in, a creation and a renewal give. */
export function authShape({ token, ttl }: Auth) {
  return {
    client_token: token.id,
    accessor: token.accessor,
    policies: token.policies,
    token_policies: token.policies,
    metadata: token.meta,
    lease_duration: ttl,
    renewable: token.renewable,
    entity_id: token.entityId,
    token_type: token.type,
    orphan: token.orphan,
    mfa_requirement: null,
    num_uses: token.limited ? token.usesLeft : 0,
  };
}

/** What a token's look-up gives. `id` is '' where it is looked up by its accessor. */
export function lookupShape(token: Token, now: number, id: string = token.id) {
  const print = token.type === 'batch' ? wholeTime : time;
  return {
    accessor: token.accessor,
    creation_time: unix(token.createdAt),
    creation_ttl: token.creationTtl,
    display_name: token.displayName,
    entity_id: token.entityId,
    expire_time: token.expiresAt === undefined ? null : print(token.expiresAt),
    explicit_max_ttl: token.explicitMaxTtl,
    id,
    issue_time: print(token.createdAt),
    meta: token.meta,
    num_uses: token.limited ? token.usesLeft : 0,
    orphan: token.orphan,
    path: token.path,
    ...(token.period > 0 && { period: token.period }),
    policies: token.policies,
    renewable: token.renewable,
    ttl: token.expiresAt === undefined ? 0 : Math.max(0, Math.floor((token.expiresAt - now) / 1000)),
    type: token.type,
  };
}
