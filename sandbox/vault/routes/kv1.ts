import { type Backend, type Call, withData } from '../api.ts';
import { seconds } from '../duration.ts';
import { absent, badRequest } from '../refusals.ts';
import type { World } from '../world.ts';
import { keysBelow } from './keys.ts';

/** Secrets without versions (Vault docs, "KV secrets engine - version 1"). */
export function kv1(world: World): Backend {
  const secrets = new Map<string, Readonly<Record<string, unknown>>>();
  return [
    {
      path: /^(.*)$/s,
      exists: ({ path }) => secrets.has(path),
      read: ({ path }) => {
        const data = secrets.get(path);
        if (!data) throw absent();
        const wanted = data['ttl'] ?? data['lease'];
        return {
          kind: 'usual',
          data,
          lease: { id: '', seconds: seconds(wanted, world.settings.defaultTtl), renewable: false },
        };
      },
      write: ({ path, body }: Call) => {
        if (Object.keys(body).length === 0) throw badRequest('missing data fields');
        secrets.set(path, body);
        return undefined;
      },
      delete: ({ path }) => {
        secrets.delete(path);
        return undefined;
      },
      list: ({ path }) => withData({ keys: keysBelow(secrets.keys(), path) }),
    },
  ];
}
