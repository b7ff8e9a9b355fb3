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
