/** `permissions:` of a job, and what becomes of them where a pull request comes from a fork. */
import type { PermissionName, Permissions } from '../github/tokens.ts';

/** What a token of a job may be given, as far as the sandbox's GitHub knows it. */
const names: readonly PermissionName[] = [
  ...([
    'actions',
    'checks',
    'contents',
    'deployments',
    'id-token',
    'issues',
    'pull-requests',
    'statuses',
  ] as const),
];

/** GitHub's names that no call of the sandbox asks for (GitHub docs, "Workflow syntax for GitHub Actions", permissions). */
const others = [
  ...['artifact-metadata', 'attestations', 'code-quality', 'discussions', 'models', 'packages', 'pages'],
  ...['repository-projects', 'security-events', 'vulnerability-alerts'],
];

/** Where a file says nothing: the restricted default of new organisations (the same page). */
export const defaultPermissions: Permissions = { contents: 'read' };

/** Reads `permissions:`; undefined where there is none. Throws on what GitHub would refuse. */
export function permissionsOf(given: unknown, place: string): Permissions | undefined {
  if (given === undefined) return undefined;
  if (given === 'read-all' || given === 'write-all') {
    const level = given === 'read-all' ? 'read' : 'write';
    // An ID token is not read.
    const all = names.filter((name) => level === 'write' || name !== 'id-token');
    return Object.fromEntries(all.map((name) => [name, level]));
  }
  if (given === null) return {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw new Error(`${place}: permissions must be a map, read-all or write-all`);
  const permissions: Permissions = {};
  for (const [name, level] of Object.entries(given)) {
    const known = names.find((one) => one === name);
    if (known === undefined && !others.includes(name)) throw new Error(`${place}: no permission ${name}`);
    if (level !== 'read' && level !== 'write' && level !== 'none')
      throw new Error(`${place}: permission ${name} must be read, write or none`);
    if (known !== undefined && level !== 'none') permissions[known] = level;
  }
  return permissions;
}

/**
 * The token of a run on `pull_request` of a fork reads at most, and has no ID token (GitHub docs, "Events that trigger
 * workflows", pull_request: workflows in forked repositories).
 */
export const readOnly = (permissions: Permissions): Permissions =>
  Object.fromEntries(
    Object.keys(permissions)
      .filter((name) => name !== 'id-token')
      .map((name) => [name, 'read']),
  );
