import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer that ends a request at once; thrown, and sent as it is. */
export function refusal(status: ContentfulStatusCode, body: unknown): HTTPException {
  return new HTTPException(status, { res: Response.json(body, { status }) });
}

/** The usual shape: `{"message": …}`. */
export const messageRefusal = (status: ContentfulStatusCode, message: unknown) =>
  refusal(status, { message });

/** The shape of validation errors: `{"message": {"base": […]}}`. */
export const baseRefusal = (reason: string, status: ContentfulStatusCode = 400) =>
  messageRefusal(status, { base: [reason] });

export const notFound = (what = '') =>
  messageRefusal(404, ['404', what, 'Not Found'].filter(Boolean).join(' '));
export const forbidden = () => messageRefusal(403, '403 Forbidden');
export const unauthorized = () => messageRefusal(401, '401 Unauthorized');

/** A parameter that is absent: `{"error": "ref is missing"}`. */
export const missing = (name: string) => refusal(400, { error: `${name} is missing` });

/** A parameter of a wrong form: `{"error": "per_page is invalid"}`. */
export const invalid = (name: string) => refusal(400, { error: `${name} is invalid` });

/** A value that a closed list has not. */
export const invalidValue = (name: string) => refusal(400, { error: `${name} does not have a valid value` });

/** A token that was revoked or is past its day (RFC 6750, "invalid_token"). */
export function invalidToken(state: 'revoked' | 'expired'): HTTPException {
  const description =
    state === 'revoked'
      ? 'Token was revoked. You have to re-authorize from the user.'
      : 'Token is expired. You can either do re-authorization or token refresh.';
  return refusal(401, { error: 'invalid_token', error_description: description });
}

/** A token whose scopes do not allow the call. */
export const insufficientScope = (scope: string) =>
  refusal(403, {
    error: 'insufficient_scope',
    error_description: 'The request requires higher privileges than provided by the access token.',
    scope,
  });

/** A fine-grained token without the permission (GA since 19.2). */
export const insufficientGranularScope = (permission: string, project: string) =>
  refusal(403, {
    error: 'insufficient_granular_scope',
    error_description: `Access denied: Your Personal Access Token lacks the required permissions: [${permission}] for "${project}".`,
  });

/** GitLab's rack throttle: text, not JSON. */
export function throttled(retryAfterSeconds: number, headers: Record<string, string>): Response {
  return new Response('Retry later\n', {
    status: 429,
    headers: { 'content-type': 'text/plain', 'retry-after': String(retryAfterSeconds), ...headers },
  });
}
