import { refusal } from './refusals.ts';
import type { World } from './world.ts';

/** Counts a request on the quota of its path, given below its namespace. Throws 429 for one too many. */
export function countRequest(world: World, path: string): void {
  for (const quota of world.quotas.values()) {
    if (!`${path}/`.startsWith(`${quota.path.replace(/\/$/, '')}/`) && quota.path !== '') continue;
    const now = world.now();
    if (now >= quota.windowStart + quota.intervalMs) Object.assign(quota, { windowStart: now, calls: 0 });
    quota.calls += 1;
    if (quota.calls <= quota.rate) continue;
    const left = String(Math.floor((quota.windowStart + quota.intervalMs - now) / 1000));
    const headers = world.settings.rateLimitHeaders && {
      'retry-after': left,
      'x-ratelimit-limit': String(quota.rate),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': left,
    };
    throw refusal(429, [`request path "${path}": rate limit quota exceeded`], headers || {});
  }
}
