/** Tokens: those of people and bots, and those that trigger pipelines. */
import { randomBytes } from 'node:crypto';
import type { AccessToken, Role } from './people.ts';
import { projectOf, unknown, userNamed, type World } from './world.ts';

/** Issues and revokes tokens. Projects are named by path or id. */
export function createTokens(world: World) {
  const random = (prefix: string) => `${prefix}-${randomBytes(15).toString('base64url')}`;
  return {
    /** A random `glptt-…`; pipelines run as `owner` (default: release-bot, maintainer). */
    addTriggerToken(
      project: string | number,
      { owner = 'release-bot', role = 'maintainer' }: { owner?: string; role?: Role } = {},
    ): string {
      const token = random('glptt');
      const of = { projectId: projectOf(world, project).id, owner: userNamed(world, owner) };
      world.triggerTokens.push({ ...of, token, id: world.nextId(), role, state: 'active' });
      return token;
    },

    /**
     * A random `glpat-…`. `missing` makes it a fine-grained token without that permission; `days` is how long it lives, default
     * 90, null without end.
     */
    addAccessToken(wanted: {
      project: string | number;
      scopes: AccessToken['scopes'];
      role?: Role;
      user?: string;
      missing?: string;
      days?: number | null;
    }): string {
      const { project, scopes, role = 'developer', user = 'bridge-bot', missing, days = 90 } = wanted;
      const token = random('glpat');
      world.accessTokens.push({
        projectId: projectOf(world, project).id,
        user: userNamed(world, user),
        scopes,
        role,
        missing,
        days: days ?? undefined,
        token,
        id: world.nextId(),
        state: 'active',
        createdAt: world.now(),
      });
      return token;
    },

    /** Replaces a token by a new one of the same user, as GitLab's rotation does; the old one is revoked. */
    rotateToken(token: string): string {
      const old =
        world.accessTokens.find((one) => one.token === token) ?? unknown('token', `${token.slice(0, 6)}…`);
      const fresh = { ...old, token: random('glpat'), id: world.nextId(), createdAt: world.now() };
      world.accessTokens.push(fresh);
      old.state = 'revoked';
      return fresh.token;
    },

    /** Revokes or expires an access or trigger token. Throws for one that nobody has issued. */
    revokeToken(token: string, state: 'revoked' | 'expired' = 'revoked'): void {
      const access = world.accessTokens.find((one) => one.token === token);
      if (access) {
        access.state = state;
        return;
      }
      const trigger = world.triggerTokens.find((one) => one.token === token);
      (trigger ?? unknown('token', `${token.slice(0, 6)}…`)).state = 'revoked';
    },
  };
}
