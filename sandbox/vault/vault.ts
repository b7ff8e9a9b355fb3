/** The sandbox's Vault: a hono app, its world, and the verbs that change it. It answers as OpenBao 2.7.2 does. */
import type { SandboxClock } from '../clock.ts';
import { createApp } from './app.ts';
import { ownEngines, secretEngines } from './engines.ts';
import { addMount, addNamespace } from './mounts.ts';
import { issueRoot } from './tokens.ts';
import { rootVerbs } from './verbs/root.ts';
import { stateVerbs } from './verbs/state.ts';
import { createWorld, unknown } from './world.ts';

/** The sandbox's Vault, as `createVault` makes it. */
export type Vault = ReturnType<typeof createVault>;

/**
 * A Vault as `bao server -dev` starts one: unsealed, with a kv of version 2 at `secret`, in virtual time. `url` has no
 * slash at its end; set it once the port is known. `vault.app.request(…)` works without a port.
 */
export function createVault({ clock, url = '' }: { clock: SandboxClock; url?: string }) {
  const world = createWorld(() => clock.now(), url);
  const root = addNamespace(world, '', ownEngines);
  addMount(world, root, {
    path: 'secret/',
    type: 'kv',
    engine: secretEngines.kv,
    options: { version: '2' },
    description: 'key/value secret storage',
  });
  const tokenMount = root.mounts.get('auth/token/') ?? unknown('mount', 'auth/token');
  const rootToken = issueRoot(world, root, tokenMount);
  const app = createApp(world);
  return {
    app,
    world,
    settings: world.settings,
    rootToken,
    ...rootVerbs(world, app, rootToken),
    ...stateVerbs(world),

    get url(): string {
      return world.url;
    },
    set url(value: string) {
      world.url = value.replace(/\/$/, '');
    },
  };
}
