/** The shapes of a user and of a token. */
import type { AccessToken, User } from '../people.ts';
import type { World } from '../world.ts';
import { time } from './time.ts';

/** Entity `UserBasic`. */
export function userBasic(world: World, user: User) {
  return {
    id: user.id,
    username: user.username,
    public_email: null,
    name: user.name,
    state: 'active',
    locked: false,
    avatar_url: null,
    web_url: `${world.url}/${user.username}`,
  };
}

/** Entity `PersonalAccessTokenWithLastUsedIps`. */
export function tokenShape(world: World, of: AccessToken) {
  return {
    id: of.id,
    name: `token-${of.id}`,
    revoked: of.state === 'revoked',
    created_at: time(of.createdAt),
    description: null,
    scopes: of.scopes,
    user_id: of.user.id,
    last_used_at: time(world.now()),
    active: of.state === 'active',
    expires_at: time(of.createdAt + 90 * 86_400_000)?.slice(0, 10) ?? null,
    last_used_ips: ['127.0.0.1'],
  };
}
