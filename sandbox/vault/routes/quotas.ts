/** Quotas (Vault docs, "/sys/quotas/rate-limit"). */
import type { Backend } from '../api.ts';
import { seconds } from '../duration.ts';
import type { World } from '../world.ts';
import { isYes } from './login-fields.ts';

export function quotas(world: World): Backend {
  return [
    {
      path: /^quotas\/rate-limit\/([^/]+)$/,
      fields: ['path', 'rate', 'interval'],
      write: ({ caught, body }) => {
        world.quotas.set(caught[0] ?? '', {
          path: String(body['path'] ?? ''),
          rate: Number(body['rate']),
          intervalMs: seconds(body['interval'], 1) * 1000,
          windowStart: Number.NEGATIVE_INFINITY,
          calls: 0,
        });
        return undefined;
      },
      delete: ({ caught }) => {
        world.quotas.delete(caught[0] ?? '');
        return undefined;
      },
    },
    {
      path: /^quotas\/config$/,
      fields: ['enable_rate_limit_response_headers'],
      write: ({ body }) => {
        world.settings.rateLimitHeaders = isYes(body['enable_rate_limit_response_headers']);
        return undefined;
      },
    },
  ];
}
