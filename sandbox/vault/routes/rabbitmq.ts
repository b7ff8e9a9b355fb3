/**
 * An engine with leases that can be renewed, and the only one that a real server runs without a service of its own behind
 * it: any server that says yes will do (Vault docs, "RabbitMQ secrets engine (API)"). Here none is asked.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer, Backend, Call } from '../api.ts';
import { seconds } from '../duration.ts';
import { badRequest } from '../refusals.ts';
import type { World } from '../world.ts';
import { own } from './token.ts';

const letters = (count: number) =>
  randomBytes(count * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, count);

export function rabbitmq(world: World): Backend {
  const roles = new Set<string>();
  const config = { ttl: 0, maxTtl: 0 };

  const credentials = (call: Call): Answer => {
    const role = call.caught[0] ?? '';
    if (!roles.has(role)) throw badRequest(`unknown role: ${role}`);
    const { displayName, id: token } = own(call);
    const maxTtl = config.maxTtl || world.settings.maxTtl;
    const ttl = Math.min(config.ttl || world.settings.defaultTtl, maxTtl);
    const id = `${call.whole}/${letters(24)}`;
    const issuedAt = world.now();
    world.leases.set(id, {
      id,
      token,
      renewable: true,
      ttl,
      maxTtl,
      issuedAt,
      expiresAt: issuedAt + ttl * 1000,
    });
    const data = { password: letters(36), username: `${displayName}-${randomUUID()}` };
    return { kind: 'usual', data, lease: { id, seconds: ttl, renewable: true } };
  };

  return [
    {
      path: /^config\/connection$/,
      fields: ['connection_uri', 'username', 'password', 'verify_connection'],
      write: () => undefined,
    },
    {
      path: /^config\/lease$/,
      fields: ['ttl', 'max_ttl'],
      write: ({ body }) => {
        Object.assign(config, { ttl: seconds(body['ttl']), maxTtl: seconds(body['max_ttl']) });
        return undefined;
      },
    },
    {
      path: /^roles\/([^/]+)$/,
      fields: ['tags'],
      write: ({ caught }) => {
        roles.add(caught[0] ?? '');
        return undefined;
      },
    },
    { path: /^creds\/([^/]+)$/, read: credentials },
  ];
}
