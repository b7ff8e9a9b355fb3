/** What the routes share: the world behind them, who asks, and what a request says. */
import type { Context } from 'hono';
import { refuseFields } from '../base/asked.ts';
import type { Limits } from './limits.ts';
import { fields, pathOf } from './parameters.ts';
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

/** The JSON object in a request's body. 400 where it is none; throws NotImitated for a field that is not read. */
export async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  const body = await jsonOf(c);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse(400, 'Body should be a JSON object');
  }
  refuseFields(c, body, fields, pathOf);
  return { ...body };
}

/** The JSON of a request's body, an empty object where there is none. 400 where it is no JSON. */
export async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return refuse(400, 'Problems parsing JSON');
  }
}

/** A whole positive number from a path, else 404. */
export function numberOf(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : refuse(404, 'Not Found');
}
