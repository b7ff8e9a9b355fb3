/** The mounts of a namespace: makes them, and finds the one that a path leads to. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Backend, Mount, Namespace } from './api.ts';
import { DEFAULT_POLICY } from './default-policy.ts';
import { rulesOf } from './hcl.ts';
import type { World } from './world.ts';

/** Makes what stands behind a mount. */
export type Engine = (world: World, options: Readonly<Record<string, string>> | null) => Backend;

/** What is answered whatever the server is doing. */
export const ALWAYS_ANSWERED = /^sys\/(?:health|seal-status|leader|init|unseal)$/;

/** The longest mount that a path is below. A mount without its slash is below it too. */
export function mountFor(namespace: Namespace, path: string): Mount | undefined {
  const [longest] = [...namespace.mounts.values()]
    .filter((mount) => path.startsWith(mount.path))
    .sort((a, b) => b.path.length - a.path.length);
  return longest;
}

/** Adds a mount; `path` with a slash at its end. */
export function addMount(
  world: World,
  namespace: Namespace,
  wish: {
    path: string;
    type: string;
    engine: Engine;
    options?: Record<string, string> | null;
    description?: string;
    defaultTtl?: number;
    maxTtl?: number;
  },
): Mount {
  const { path, type, engine, options = null, description = '', defaultTtl = 0, maxTtl = 0 } = wish;
  const prefix = path.startsWith('auth/') ? `auth_${type}` : type;
  const mount: Mount = {
    path,
    type,
    options,
    description,
    accessor: `${prefix}_${randomBytes(4).toString('hex')}`,
    uuid: randomUUID(),
    defaultTtl,
    maxTtl,
    backend: engine(world, options),
  };
  namespace.mounts.set(path, mount);
  return mount;
}

/** The mounts that every namespace has from the start. */
export interface OwnEngines {
  readonly sys: Engine;
  readonly token: Engine;
  readonly cubbyhole: Engine;
  readonly identity: Engine;
}

/** Adds a namespace; `path` is '' for the root, else with a slash at its end. */
export function addNamespace(world: World, path: string, engines: OwnEngines): Namespace {
  const letters = () =>
    randomBytes(12)
      .toString('base64')
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 6);
  const modified = world.now();
  const text = DEFAULT_POLICY;
  const namespace: Namespace = {
    path,
    id: path === '' ? '' : letters(),
    uuid: randomUUID(),
    mounts: new Map(),
    policies: new Map([['default', { name: 'default', text, rules: rulesOf(text), version: 1, modified }]]),
    locked: false,
  };
  world.namespaces.set(path, namespace);
  const prefix = path === '' ? '' : 'ns_';
  const own = [
    ['cubbyhole/', `${prefix}cubbyhole`, engines.cubbyhole, 'per-token private secret storage'],
    ['identity/', `${prefix}identity`, engines.identity, 'identity store'],
    ['sys/', `${prefix}system`, engines.sys, 'system endpoints used for control, policy and debugging'],
    ['auth/token/', `${prefix}token`, engines.token, 'token based credentials'],
  ] as const;
  for (const [at, type, engine, description] of own)
    addMount(world, namespace, { path: at, type, engine, description });
  return namespace;
}
