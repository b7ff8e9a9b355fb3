/** The mount tables of secrets and log-ins (Vault docs, "/sys/mounts", "/sys/auth", "/sys/internal/ui/mounts"). */
import { isRoot, rulesOf } from '../access.ts';
import { reachesBelow } from '../acl.ts';
import { type Answer, type Backend, type Call, type Mount, type Token, withData } from '../api.ts';
import { seconds } from '../duration.ts';
import { addMount, type Engine, mountFor } from '../mounts.ts';
import { badRequest, deadToken, refusal } from '../refusals.ts';
import { mountShape } from '../shapes/mount.ts';
import type { World } from '../world.ts';

/** What can be mounted, by its type. */
export type Engines = Readonly<Record<string, Engine>>;

export function mounts(world: World, secrets: Engines, logins: Engines): Backend {
  const within = { mounts: '', auth: 'auth/' } as const;
  const tables = Object.keys(within).join('|');
  const prefixOf = ({ caught }: Call) => within[caught[0] as keyof typeof within];
  const pathOf = (call: Call) => `${prefixOf(call)}${(call.caught[1] ?? '').replace(/\/$/, '')}/`;

  const all = (call: Call): Answer => {
    const wanted = prefixOf(call);
    const found = [...call.namespace.mounts.values()].filter(
      ({ path }) => path.startsWith('auth/') === (wanted === 'auth/'),
    );
    const data = Object.fromEntries(
      found.map((mount) => [mount.path.slice(wanted.length), mountShape(mount, world.settings)]),
    );
    return { kind: 'usual', data, repeats: true };
  };

  const add = (call: Call): Answer => {
    const { body, namespace } = call;
    const path = pathOf(call);
    const type = String(body['type'] ?? '');
    const engine = (prefixOf(call) === 'auth/' ? logins : secrets)[type];
    if (!engine) throw badRequest(`plugin not found in the catalog: ${type}`);
    if (namespace.mounts.has(path))
      throw badRequest(`path is already in use at ${path.slice(prefixOf(call).length)}`);
    const config = (body['config'] ?? {}) as Record<string, unknown>;
    addMount(world, namespace, {
      path,
      type,
      engine,
      options: { ...(body['options'] as Record<string, string> | undefined) },
      description: String(body['description'] ?? ''),
      defaultTtl: seconds(config['default_lease_ttl']),
      maxTtl: seconds(config['max_lease_ttl']),
    });
    return undefined;
  };

  const tuned = (call: Call): Mount => {
    const mount = call.namespace.mounts.get(pathOf(call));
    if (!mount) throw badRequest(`cannot fetch sysview for path "${pathOf(call)}"`);
    return mount;
  };

  return [
    {
      path: new RegExp(`^(${tables})/(.+)/tune$`),
      sudo: true,
      fields: ['default_lease_ttl', 'max_lease_ttl'],
      write: (call) => {
        const { body } = call;
        const mount = tuned(call);
        mount.defaultTtl = seconds(body['default_lease_ttl'], mount.defaultTtl);
        mount.maxTtl = seconds(body['max_lease_ttl'], mount.maxTtl);
        return undefined;
      },
      read: (call) => {
        const { description, options, defaultTtl, maxTtl, path } = tuned(call);
        const data = {
          default_lease_ttl: defaultTtl || world.settings.defaultTtl,
          description,
          force_no_cache: false,
          max_lease_ttl: maxTtl || world.settings.maxTtl,
          ...(path.startsWith('auth/') ? { token_type: 'default-service' } : { options }),
        };
        return { kind: 'usual', data, repeats: true };
      },
    },
    {
      path: new RegExp(`^(${tables})/(.+)$`),
      sudo: true,
      fields: ['type', 'description', 'options', 'config'],
      write: add,
      delete: (call) => {
        call.namespace.mounts.delete(pathOf(call));
        return undefined;
      },
    },
    { path: new RegExp(`^(${tables})/?$`), read: all },
    { path: /^internal\/ui\/mounts\/(.+)$/s, open: true, read: (call) => probed(world, call) },
    { path: /^internal\/ui\/mounts\/?$/, open: true, read: (call) => reachable(world, call) },
  ];
}

/** Whether a token may do something below a mount. */
function reaches(token: Token, { namespace }: Call, mount: Mount): boolean {
  if (isRoot(token)) return true;
  return reachesBelow(rulesOf(token, namespace), mount.path);
}

/** Of which kind the mount on the way is. No mount, and one below which nothing is allowed, look the same. */
function probed(world: World, call: Call): Answer {
  const { token, caught, namespace } = call;
  if (!token) throw deadToken();
  const asked = `${(caught[0] ?? '').replace(/\/$/, '')}/`;
  const mount = mountFor(namespace, asked);
  if (!mount || !reaches(token, call, mount))
    throw refusal(403, [
      `preflight capability check returned 403, please ensure client's policies grant access to path "${asked}"`,
    ]);
  return withData({ ...mountShape(mount, world.settings), path: mount.path.replace(/^auth\//, '') });
}

/** What somebody can reach, as the web page shows it. */
function reachable(world: World, call: Call): Answer {
  const { token, namespace, sent } = call;
  if (sent !== undefined && !token) throw deadToken();
  const found = [...namespace.mounts.values()].filter((mount) => token && reaches(token, call, mount));
  const table = (isAuth: boolean) =>
    Object.fromEntries(
      found
        .filter(({ path }) => path.startsWith('auth/') === isAuth)
        .map((mount) => [mount.path.replace(/^auth\//, ''), mountShape(mount, world.settings)]),
    );
  return withData({ auth: table(true), secret: table(false) });
}
