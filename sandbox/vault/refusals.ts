import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer that ends a request at once, in Vault's shape: `{"errors": […]}`. Thrown, and sent as it is. */
export function refusal(
  status: ContentfulStatusCode,
  errors: readonly string[],
  headers: Record<string, string> = {},
): HTTPException {
  return new HTTPException(status, { res: Response.json({ errors }, { status, headers }) });
}

/** 400 with one sentence. */
export const badRequest = (error: string) => refusal(400, [error]);

/** The token is bad, dead or missing. */
export const deadToken = () => refusal(403, ['permission denied']);

/** The token is good, and its policies say no: the words differ, so that both can be told apart. */
export const deniedByPolicy = () => refusal(403, ['1 error occurred:\n\t* permission denied\n\n']);

/** What is not there, where one may look. */
export const absent = () => refusal(404, []);

/** No mount on the way. */
export const noHandler = (path: string) =>
  refusal(404, [`no handler for route "${path}". route entry not found.`]);

/** A mount has no such path. */
export const unsupportedPath = () => refusal(404, ['1 error occurred:\n\t* unsupported path\n\n']);

/** A path is not asked in that way. */
export const unsupportedOperation = () => refusal(405, ['1 error occurred:\n\t* unsupported operation\n\n']);
