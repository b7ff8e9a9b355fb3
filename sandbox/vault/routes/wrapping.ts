/** Opens what is wrapped, once (Vault docs, "/sys/wrapping/unwrap"). */
import { type Answer, type Backend, type Call, withData } from '../api.ts';
import { badRequest } from '../refusals.ts';
import { time } from '../shapes/time.ts';
import { livingToken, revoke } from '../tokens.ts';
import type { World, Wrapped } from '../world.ts';

export function wrapping(world: World): Backend {
  const found = ({ body, sent }: Call): { id: string; wrapped: Wrapped } => {
    const id = String(body['token'] ?? sent ?? '');
    const wrapped = livingToken(world, id) && world.wrapped.get(id);
    if (!wrapped) throw badRequest('wrapping token is not valid or does not exist');
    return { id, wrapped };
  };
  const unwrap = (call: Call): Answer => {
    const { id, wrapped } = found(call);
    world.wrapped.delete(id);
    revoke(world, id);
    return { kind: 'bare', status: 200, body: wrapped.body };
  };
  return [
    { path: /^wrapping\/unwrap$/, open: true, fields: ['token'], write: unwrap },
    {
      path: /^wrapping\/lookup$/,
      open: true,
      fields: ['token'],
      write: (call) => {
        const { path, createdAt, ttl } = found(call).wrapped;
        return withData({ creation_path: path, creation_time: time(createdAt), creation_ttl: ttl });
      },
    },
  ];
}
