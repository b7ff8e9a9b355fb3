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

/** Entity `UserPublic`: what `GET /user` shows of the one who asks. */
export function currentUser(world: World, user: User, createdAt: number) {
  const email = `${user.username}@example.com`;
  return {
    ...userBasic(world, user),
    created_at: time(createdAt),
    bio: '',
    location: '',
    linkedin: '',
    twitter: '',
    discord: '',
    website_url: '',
    github: '',
    job_title: '',
    pronouns: null,
    organization: '',
    bot: user.username.endsWith('-bot'),
    work_information: null,
    local_time: null,
    last_sign_in_at: null,
    confirmed_at: time(createdAt),
    last_activity_on: time(world.now())?.slice(0, 10) ?? null,
    email,
    theme_id: 3,
    color_scheme_id: 1,
    projects_limit: 0,
    current_sign_in_at: null,
    identities: [],
    can_create_group: false,
    can_create_project: false,
    two_factor_enabled: false,
    external: false,
    private_profile: false,
    commit_email: email,
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
    expires_at:
      of.days === undefined ? null : (time(of.createdAt + of.days * 86_400_000)?.slice(0, 10) ?? null),
    last_used_ips: ['127.0.0.1'],
  };
}
