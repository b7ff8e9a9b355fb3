import { throttled } from './refusals.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;

/**
 * Counts calls in windows of one virtual minute. Gives the 429 for a call too many, else the headers that GitLab
 * puts on every answer (docs: "Rate limits", "Response headers").
 */
export function createLimits(world: World) {
  let windowStart = 0;
  let calls = 0;
  return (): { refused: Response } | { headers: Record<string, string> } => {
    const now = world.now();
    if (now >= windowStart + MINUTE_MS) {
      windowStart = now;
      calls = 0;
    }
    calls += 1;
    const limit = world.settings.callsPerMinute;
    if (!Number.isFinite(limit)) return { headers: {} };
    const reset = Math.ceil((windowStart + MINUTE_MS) / 1000);
    const headers = {
      'ratelimit-limit': String(limit),
      'ratelimit-observed': String(calls),
      'ratelimit-remaining': String(Math.max(0, limit - calls)),
      'ratelimit-reset': String(reset),
    };
    if (calls <= limit) return { headers };
    return { refused: throttled(Math.max(1, Math.ceil(reset - now / 1000)), headers) };
  };
}
