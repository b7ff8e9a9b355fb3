import { randomBytes } from 'node:crypto';
import type { Account } from './people.ts';
import { accountOf, type World } from './world.ts';

/** Names as in `permissions:` of a workflow, plus `members` of the organisation. */
export type PermissionName =
  | 'contents'
  | 'pull-requests'
  | 'issues'
  | 'statuses'
  | 'metadata'
  | 'workflows'
  | 'members'
  | 'actions'
  | 'checks'
  | 'deployments'
  | 'id-token'
  | 'environments'
  | 'secrets'
  | 'administration';
export type Permissions = Partial<Record<PermissionName, 'read' | 'write'>>;

export interface NewToken {
  /** `actions`: a job's GITHUB_TOKEN; `app`: an installation token (lives one hour); `pat`: a person's. */
  kind: 'actions' | 'app' | 'pat';
  /** Whose: the person of a `pat`; the bot of an `app` (default `drawbridge-app[bot]`). */
  login?: string;
  permissions?: Permissions;
  /** Scopes of a classic `pat`: `repo`, `public_repo`, `read:org`, `admin:org`. */
  scopes?: string[];
  /** Repositories the token covers, `owner/name`; default every repository that an organisation owns. */
  repositories?: string[];
  /** Virtual seconds it lives; default 3600 for `app`, else for ever. */
  lifetime?: number;
}

export interface Token {
  value: string;
  kind: NewToken['kind'];
  account: Account;
  permissions: Permissions;
  scopes: string[] | null;
  repositories: Set<string> | null;
  expiresAt: number;
}

/** GitHub's own numeric id of `github-actions[bot]`. */
const actionsBotId = 41_898_282;

const classic: Record<string, Permissions> = {
  repo: {
    contents: 'write',
    'pull-requests': 'write',
    issues: 'write',
    statuses: 'write',
    metadata: 'read',
    workflows: 'write',
  },
  public_repo: { contents: 'write', 'pull-requests': 'write', issues: 'write', statuses: 'write' },
  'repo:status': { statuses: 'write' },
  'read:org': { members: 'read' },
  'write:org': { members: 'write' },
  'admin:org': { members: 'write' },
};

/** Issues, revokes and finds tokens. */
export function createTokens(world: World) {
  const tokens = new Map<string, Token>();
  return {
    /** A fresh random token with exactly these rights. Throws when `login` is unknown. */
    issueToken(options: NewToken): string {
      const value = randomToken(options);
      const lifetime = options.lifetime ?? (options.kind === 'app' ? 3600 : Number.POSITIVE_INFINITY);
      const fromScopes = Object.assign({}, ...(options.scopes ?? []).map((scope) => classic[scope] ?? {}));
      tokens.set(value, {
        value,
        kind: options.kind,
        account: holder(world, options),
        permissions: { metadata: 'read', ...fromScopes, ...options.permissions },
        scopes: options.scopes ?? null,
        repositories: options.repositories ? new Set(options.repositories.map((r) => r.toLowerCase())) : null,
        expiresAt: world.now() + lifetime * 1000,
      });
      return value;
    },

    revokeToken(value: string): void {
      tokens.delete(value);
    },

    /** The live token of that value; expired and revoked ones are unknown, as are those of deleted accounts. */
    find(value: string): Token | undefined {
      const token = tokens.get(value);
      return token && token.expiresAt > world.now() && !token.account.gone ? token : undefined;
    },
  };
}

function holder(world: World, options: NewToken): Account {
  if (options.kind === 'pat') return accountOf(world, options.login ?? '');
  const login = options.kind === 'actions' ? 'github-actions[bot]' : (options.login ?? 'drawbridge-app[bot]');
  const id = options.kind === 'actions' ? actionsBotId : world.nextId();
  const known = world.accounts.get(login.toLowerCase());
  if (known) return known;
  const bot: Account = { id, login, type: 'Bot', createdAt: world.now() };
  world.accounts.set(login.toLowerCase(), bot);
  return bot;
}

/**
 * New installation tokens are about 520 characters long and contain `.`, `-` and `_` (docs/facts/github.md, "Tokens").
 */
function randomToken({ kind, scopes }: NewToken): string {
  const letters = (n: number) => randomBytes(n).toString('hex').slice(0, n);
  const url = (n: number) => randomBytes(n).toString('base64url').slice(0, n);
  if (kind !== 'pat') return `ghs_${url(120)}-_.${url(380)}.${url(12)}`;
  return scopes ? `ghp_${letters(36)}` : `github_pat_${letters(22)}_${letters(59)}`;
}

/** The token inside an Authorization header: `token x`, `Bearer x`, or the password of Basic. */
export function tokenOfHeader(header: string): string {
  const [scheme = '', value = ''] = header.trim().split(/\s+/, 2);
  if (/^(token|bearer)$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return '';
  return Buffer.from(value, 'base64').toString('utf8').split(':')[1] ?? '';
}
