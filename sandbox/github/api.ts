/** What the routes share: the world behind them, who asks, and what a request says. */
import type { Context } from 'hono';
import type { Limits } from './limits.ts';
import { refuse } from './refusals.ts';
import type { Repository } from './repository.ts';
import type { Token } from './tokens.ts';
import type { World } from './world.ts';

/** What every handler works with. */
export interface Api {
  world: World;
  limits: Limits;
}

/** What the middleware leaves for a handler: who asks, and about which repository. */
export interface Env {
  Variables: { token: Token | undefined; repo: Repository };
}

/** The JSON object in a request's body. 400 where it is none. */
export async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse(400, 'Problems parsing JSON');
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  return refuse(400, 'Body should be a JSON object');
}

/** A whole positive number from a path, else 404. */
export function numberOf(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : refuse(404, 'Not Found');
}
