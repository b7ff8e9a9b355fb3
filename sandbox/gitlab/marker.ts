/** A marker in every free text of an answer. */
import type { Marker } from './world.ts';

// Values from closed lists, identifiers and times: a client may compare these, and they tell nothing.
const CLOSED = new Set([
  'status',
  'source',
  'sha',
  'before_sha',
  'id',
  'short_id',
  'parent_ids',
  'group',
  'scope',
  'scopes',
  'state',
  'visibility',
  'variable_type',
  'kind',
  'failure_reason',
  'version',
  'revision',
  'ci_pipeline_variables_minimum_override_role',
  'default_branch',
  'expires_at',
  'key',
]);
const TIME = /(_at|_date)$/;
const CODE = /^[a-z]+(_[a-z]+)+$/;

/** The same answer with the marker at the end of every free string. */
export function withMarker(body: unknown, marker: Marker, key = '', isLookedUp = false): unknown {
  if (typeof body === 'string') {
    const isClosed = CLOSED.has(key) || TIME.test(key) || marker.keep.includes(key);
    // Error codes such as `insufficient_scope` are closed, error sentences are free.
    const isCode = key === 'error' && CODE.test(body);
    if (isClosed || isCode || (isLookedUp && !marker.inPipelineNames)) return body;
    return `${body} ${marker.text}`;
  }
  if (Array.isArray(body)) return body.map((one) => withMarker(one, marker, key));
  if (typeof body !== 'object' || body === null) return body;
  const lookedUp = lookedUpIn(body);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, withMarker(value, marker, name, name === lookedUp)]),
  );
}

/** The name of the string by which a client may look up this object. */
function lookedUpIn(body: object): string | undefined {
  if ('iid' in body && 'sha' in body) return 'name';
  if ('variable_type' in body && 'key' in body && body.key === 'DRAWBRIDGE_KEY') return 'value';
  return undefined;
}

/** The answer with the marker in its JSON, text and one header; others pass unchanged. */
export async function marked(response: Response, marker: Marker): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  const headers = new Headers(response.headers);
  headers.set('x-gitlab-meta', JSON.stringify({ marker: marker.text }));
  headers.delete('content-length');
  const { status } = response;
  if (type.includes('json')) {
    return new Response(JSON.stringify(withMarker(await response.json(), marker)), { status, headers });
  }
  const text = await response.text();
  return new Response(text === '' ? null : `${text}\n${marker.text}\n`, { status, headers });
}
