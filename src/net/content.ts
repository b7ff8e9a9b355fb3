/** Whose words an answer is in: those of the service that was asked, or of something that stands before it. */
import { isUtf8 } from 'node:buffer';

/**
 * Tells whether the body of a success is what an API promises: empty, or JSON in name (`application/json`, any
 * `+json`, with or without parameters) and in fact. A proxy's log-in page with status 200 is not. Pure.
 */
export function isPromisedContent(bytes: Buffer, headers: ReadonlyMap<string, string>): boolean {
  if (bytes.length === 0) return true;
  const type = (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) return false;
  if ((headers.get('content-encoding') ?? 'identity').toLowerCase() !== 'identity') return false;
  if (!isUtf8(bytes)) return false;
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

/** These say that a request was too large or came too often, whoever says so (RFC 9110, section 15.5; RFC 6585). */
const SAID_BY_ANYBODY: ReadonlySet<number> = new Set([408, 413, 414, 429, 431]);

/**
 * Tells whether a 4xx is not the service's own no. GitHub, GitLab and Vault refuse in JSON; a page or a line of text is
 * of a gateway, a firewall or a sign-in before them, so it says nothing about the request and passes with its cause
 * (docs/facts/gitlab.md, "Refusals"). An empty 401 or 403 is no word of theirs either; GitHub describes some of its 404s
 * without a body. Pure.
 */
export function isForeignNo(status: number, body: string): boolean {
  if (status < 400 || status >= 500 || SAID_BY_ANYBODY.has(status)) return false;
  if (body === '') return status === 401 || status === 403;
  return !isJsonObject(body);
}

function isJsonObject(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
