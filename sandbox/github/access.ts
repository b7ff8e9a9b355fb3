import type { Api } from './api.ts';
import { type Account, type Membership, type RepositoryRole, roles } from './people.ts';
import { refuse } from './refusals.ts';
import { fullName, type Repository } from './repository.ts';
import type { PermissionName, Token } from './tokens.ts';
import type { World } from './world.ts';

export type Level = 'read' | 'write';

/**
 * The strongest role of an account: owner, organisation owner, accepted collaborator, base permission of the
 * organisation, and read for everybody where the repository is public.
 */
export function roleOf(world: World, repo: Repository, account: Account): RepositoryRole | 'none' {
  if (repo.owner === account) return 'admin';
  const held: (RepositoryRole | 'none')[] = [repo.private ? 'none' : 'read'];
  const collaborator = repo.collaborators.get(account.login.toLowerCase());
  if (collaborator?.state === 'active') held.push(collaborator.role);
  const organization = world.organizations.get(repo.owner.login.toLowerCase());
  const membership = organization?.members.get(account.login.toLowerCase());
  if (organization && membership && isMember(membership)) {
    held.push(membership.role === 'admin' ? 'admin' : organization.basePermission);
  }
  return held.reduce((best, role) => (rank(role) > rank(best) ? role : best));
}

const rank = (role: RepositoryRole | 'none'): number => (role === 'none' ? -1 : roles.indexOf(role));

/** Whether an account has at least that role. */
export const atLeast = (held: RepositoryRole | 'none', wanted: RepositoryRole): boolean =>
  rank(held) >= rank(wanted);

/**
 * Whether a membership makes a member: an invitation does not, nor does paying. A billing manager is in no list of
 * members and reaches no repository (GitHub docs, "Adding a billing manager to your organization").
 */
export const isMember = (membership: Membership | undefined): boolean =>
  membership?.state === 'active' && membership.role !== 'billing_manager';

/** Whether an installation's or a job's token was issued for this repository; a person's covers what the person sees. */
export function covers(world: World, token: Token, repo: Repository): boolean {
  if (token.repositories) return token.repositories.has(fullName(repo).toLowerCase());
  if (token.kind === 'pat') return true;
  return world.organizations.has(repo.owner.login.toLowerCase());
}

/** Whether the asker may know that the repository exists. */
export function sees(world: World, token: Token | undefined, repo: Repository): boolean {
  if (!repo.private) return true;
  if (!token || !covers(world, token, repo)) return false;
  if (token.kind !== 'pat') return true;
  if (token.scopes && !token.scopes.includes('repo')) return false;
  return roleOf(world, repo, token.account) !== 'none';
}

export const holds = (token: Token, names: PermissionName[], level: Level): boolean =>
  names.some((name) => token.permissions[name] === 'write' || token.permissions[name] === level);

/**
 * Lets a call pass or answers like GitHub: 401 for strangers who want to write, 403 for a missing permission, 404
 * where a person's own role is too weak. `role` is what a person must have for a write.
 */
export function need(
  api: Api,
  token: Token | undefined,
  repo: Repository,
  names: PermissionName[],
  level: Level,
  role: RepositoryRole = level === 'write' ? 'write' : 'read',
): void {
  const open = level === 'read' && !repo.private;
  if (!token) {
    if (!open) refuse(401, 'Requires authentication');
    return;
  }
  const covered = covers(api.world, token, repo);
  if (open && (!covered || !api.world.settings.strictReads || token.kind === 'pat')) return;
  if (!covered || !holds(token, names, level)) refuse(403, notAccessible(token));
  if (token.kind === 'pat' && !atLeast(roleOf(api.world, repo, token.account), role)) {
    refuse(token.scopes ? 404 : 403, token.scopes ? 'Not Found' : notAccessible(token));
  }
}

/** GitHub's sentence for a token that lacks a permission. */
export const notAccessible = (token: Token): string =>
  `Resource not accessible by ${token.kind === 'pat' ? 'personal access token' : 'integration'}`;
