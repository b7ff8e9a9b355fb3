/** Conditional requests (RFC 9110, sections 8.8.3 and 13.1.2; GitHub docs, "Best practices for using the REST API"). */
import { createHash } from 'node:crypto';

/** The same answer with a weak tag of its body, or a 304 where the asker has that body. Only a 200 of a look is tagged. */
export async function tagged(request: Request, response: Response): Promise<Response> {
  const isLook = request.method === 'GET' || request.method === 'HEAD';
  if (!isLook || response.status !== 200) return response;
  const body = await response.arrayBuffer();
  const tag = `W/"${createHash('sha256').update(Buffer.from(body)).digest('hex')}"`;
  const headers = new Headers(response.headers);
  headers.set('etag', tag);
  const known = (request.headers.get('if-none-match') ?? '').split(/,\s*/);
  if (!known.includes('*') && !known.some((one) => bare(one) === bare(tag))) {
    return new Response(body, { status: 200, headers });
  }
  headers.delete('content-type');
  headers.delete('content-length');
  return new Response(null, { status: 304, headers });
}

const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
