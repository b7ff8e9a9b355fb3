/** GitHub's error bodies. */
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const docs = 'https://docs.github.com/rest';

/** Ends the call with GitHub's error body. Throws hono's HTTPException, always. */
export function refuse(
  status: ContentfulStatusCode,
  message: string,
  more: { errors?: unknown[]; headers?: Record<string, string> } = {},
): never {
  const body = {
    message,
    ...(more.errors ? { errors: more.errors } : {}),
    documentation_url: docs,
    status: String(status),
  };
  throw new HTTPException(status, { res: Response.json(body, { status, headers: more.headers ?? {} }) });
}

/** 422 "Validation Failed" about one field, with GitHub's codes (`missing_field`, `invalid`, `custom`, …). */
export function invalid(error: { resource: string; code: string; field?: string; message?: string }): never {
  return refuse(422, 'Validation Failed', { errors: [error] });
}
