/**
 * Which addresses may be called. Pure.
 */

/** Characters that the WHATWG URL parser silently drops or rewrites; a URL that holds one is not what it seems. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const REWRITTEN = /[\u0000-\u0020\\\u007f]/;

/** `.` and `..` segments, plain or percent-encoded: the URL parser would resolve them into another path. */
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * Tells whether a host, as the `hostname` of a parsed URL (so `127.1` reads `127.0.0.1` and IPv6 has brackets),
 * is this machine: 127.0.0.0/8, ::1 or localhost.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/**
 * Parses an absolute URL and returns it when it may be called, else undefined. Allowed is https, and http on
 * loopback only; never user info, never a path with dot segments (a name such as `..` in a path would reach
 * another endpoint), never blanks, control characters or backslashes. The fragment is cut off.
 */
export function allowedUrl(text: string): URL | undefined {
  if (REWRITTEN.test(text)) return undefined;
  const path = text.split(/[?#]/, 1)[0] ?? '';
  if (DOT_SEGMENT.test(path)) return undefined;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return undefined;
  url.hash = '';
  return url;
}
