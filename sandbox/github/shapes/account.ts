import type { Account, Organization, Team } from '../people.ts';
import { iso, type World } from '../world.ts';

/** The web's base for the API's base: GHES serves its API under /api/v3 of the same host. */
export const web = (world: World): string => world.url.replace(/\/api\/v3$/, '');

/** A node id in GitHub's newer form: a prefix that names the type, and the number. */
export const nodeId = (prefix: string, id: number): string =>
  `${prefix}_kwDO${Buffer.from(String(id)).toString('base64url')}`;

/** The number inside a node id of that type; undefined for anything else. */
export function idOfNode(prefix: string, node: string): number | undefined {
  const start = `${prefix}_kwDO`;
  if (!node.startsWith(start)) return undefined;
  const id = Number(Buffer.from(node.slice(start.length), 'base64url').toString('utf8'));
  return Number.isSafeInteger(id) ? id : undefined;
}

/** GitHub's own account that stands in for deleted ones. */
const ghost: Account = { id: 10_137, login: 'ghost', type: 'User', createdAt: 0 };

/** Schema simple-user. A deleted account shows as `ghost`; see `nullableUser` for where null is possible. */
export function simpleUser(world: World, given: Account) {
  const account = given.gone ? ghost : given;
  const url = `${world.url}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type === 'Organization' ? 'O' : account.type === 'Bot' ? 'BOT' : 'U', account.id),
    avatar_url: `${web(world)}/avatars/u/${account.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${web(world)}/${encodeURIComponent(account.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** simple-user, or null for an account that was deleted `as: 'null'`. */
export const nullableUser = (world: World, account: Account) =>
  account.gone === 'null' ? null : simpleUser(world, account);

/** Schema public-user, as `GET /users/{login}` gives it. */
export function publicUser(world: World, account: Account) {
  const owned = [...world.repositories.values()].filter((r) => r.owner === account && !r.private);
  return {
    ...simpleUser(world, account),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: owned.length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: iso(account.createdAt),
    updated_at: iso(account.createdAt),
  };
}

/** Schema organization-simple. */
export function simpleOrganization(world: World, { account }: Organization) {
  const url = `${world.url}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('O', account.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${web(world)}/avatars/u/${account.id}?v=4`,
    description: '',
  };
}

/** Schema organization-full, without what only members see. */
export function fullOrganization(world: World, organization: Organization) {
  const { account } = organization;
  const at = iso(account.createdAt);
  const owned = [...world.repositories.values()].filter((repo) => repo.owner === account && !repo.private);
  return {
    ...simpleOrganization(world, organization),
    html_url: `${web(world)}/${account.login}`,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: owned.length,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: 'Organization',
    created_at: at,
    updated_at: at,
    archived_at: null,
  };
}

/** Schema team-full. */
export function teamShape(world: World, organization: Organization, { slug, members }: Team) {
  const { account } = organization;
  const url = `${world.url}/organizations/${account.id}/team/${slug}`;
  const at = iso(account.createdAt);
  return {
    id: account.id,
    node_id: nodeId('T', account.id),
    url,
    html_url: `${web(world)}/orgs/${account.login}/teams/${slug}`,
    name: slug,
    slug,
    description: '',
    privacy: 'closed',
    type: 'organization',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
    members_count: members.size,
    repos_count: 0,
    created_at: at,
    updated_at: at,
    organization: fullOrganization(world, organization),
  };
}
