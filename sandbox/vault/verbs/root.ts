/** Verbs that ask the server by its own API as root, as a person who sets it up does. */
import type { Hono } from 'hono';
import { livingToken, revoke } from '../tokens.ts';
import { unknown, type World } from '../world.ts';

/** What Vault answers, parsed; undefined without a body. */
type Body = { data: Record<string, unknown>; auth: Record<string, unknown> } | undefined;

export function rootVerbs(world: World, app: Hono, rootToken: string) {
  /** `path` without `v1/`. Throws where Vault refuses. */
  const ask = async (method: string, path: string, body?: unknown, namespace = ''): Promise<Body> => {
    const headers = { 'x-vault-token': rootToken, ...(namespace && { 'x-vault-namespace': namespace }) };
    const answer = await app.request(`/v1/${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The sandbox's Vault: ${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as Body);
  };
  const write = (path: string, body: Record<string, unknown> = {}, namespace?: string) =>
    ask('POST', path, body, namespace);
  return {
    read: (path: string, namespace?: string) => ask('GET', path, undefined, namespace),
    write,
    /** A secret of a mount with versions: `secret`, `ci/gitlab`. */
    putSecret: (mount: string, path: string, data: Record<string, unknown>) =>
      write(`${mount}/data/${path}`, { data }),
    policy: (name: string, policy: string) => write(`sys/policies/acl/${name}`, { policy }),
    /** A token with these policies; `more` as for `auth/token/create`. */
    async createToken(policies: readonly string[], more: Record<string, unknown> = {}): Promise<string> {
      const made = await write('auth/token/create', { policies, ...more });
      return String(made?.auth['client_token']);
    },
    /** Whether a token still lives. */
    isAlive: (token: string): boolean => livingToken(world, token) !== undefined,
    /** The tokens that live and came from a log-in. */
    loggedIn: (): readonly string[] =>
      [...world.tokens.keys()].filter((id) => /\/login$/.test(livingToken(world, id)?.path ?? '')),
    /** Ends a token and what hangs on it. Throws for one that is not there. */
    revokeToken: (token: string): void => {
      if (!world.tokens.has(token)) unknown('token', `${token.slice(0, 4)}…`);
      revoke(world, token);
    },
  };
}
