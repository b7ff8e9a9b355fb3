/** Reads a request as the server's front door does, before a mount sees it. */
import { NotImitated } from '../base/gaps.ts';
import type { Namespace, Operation } from './api.ts';
import { badRequest, refusal } from './refusals.ts';
import type { World } from './world.ts';

/** A request that may go on to a mount. */
export interface Asked {
  readonly operation: Operation | 'head';
  readonly namespace: Namespace;
  /** Below the namespace, decoded. */
  readonly whole: string;
  /** Path and query as they were sent. */
  readonly address: string;
  readonly query: URLSearchParams;
}

const MOST_BYTES = 32 * 1024 * 1024;
const MOST_STRINGS = 1000;

/** Where it goes to. Throws 400 for a path that no mount may see, 404 for a namespace that is not there. */
export function askedOf(world: World, request: Request): Asked | { readonly redirect: string } {
  const { pathname, search, searchParams: query } = new URL(request.url);
  if (/\/{2,}/.test(pathname)) return { redirect: pathname.replace(/\/{2,}/g, '/') + search };
  const path = decode(pathname.slice('/v1/'.length));
  if (/\p{Cc}/u.test(path)) throw refusalWithoutBody();
  if (path.split('/').includes('..')) throw badRequest('relative paths not supported');
  const { namespace, whole } = namespaced(world, request.headers.get('x-vault-namespace') ?? '', path);
  const operation = operationOf(request.method, query, request.headers.get('content-type') ?? '');
  return { operation, namespace, whole, address: pathname + search, query };
}

const refusalWithoutBody = () => {
  const refused = refusal(400, []);
  return Object.assign(refused, { res: new Response(null, { status: 400 }) });
};

/** Percent signs taken away; a byte that is no UTF-8 stays what it is as U+FFFD. */
const decode = (path: string): string =>
  Buffer.from(
    path.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

function operationOf(method: string, query: URLSearchParams, type: string): Asked['operation'] {
  switch (method) {
    case 'GET':
      return /^(?:1|t|true)$/i.test(query.get('list') ?? '') ? 'list' : 'read';
    case 'LIST':
      return 'list';
    case 'POST':
    case 'PUT':
      return 'write';
    case 'DELETE':
      return 'delete';
    case 'HEAD':
      return 'head';
    case 'OPTIONS':
      throw badRequest('cannot handle internal-only request operation');
    case 'PATCH': {
      const [given = ''] = type.split(';');
      if (given === 'application/merge-patch+json') return 'patch';
      throw refusal(415, [`PATCH requires Content-Type of application/merge-patch+json, provided ${given}`]);
    }
    default:
      throw new NotImitated(`the method ${method}`);
  }
}

/** The namespace of the header, and of a path that begins with the name of one. */
function namespaced(world: World, header: string, path: string): { namespace: Namespace; whole: string } {
  const named = header.replace(/^\/+|\/+$/g, '');
  const base = named === '' || named === 'root' ? '' : `${named}/`;
  if (!world.namespaces.has(base)) throw refusal(404, ['namespace not found']);
  const full = base + path;
  const [longest] = [...world.namespaces.values()]
    .filter((one) => full.startsWith(one.path))
    .sort((a, b) => b.path.length - a.path.length);
  if (!longest) throw refusal(404, ['namespace not found']);
  return { namespace: longest, whole: full.slice(longest.path.length) };
}

/** The fields of a body: JSON whatever its type says, or a form. Throws 400 and 413. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text === '' || request.method === 'GET') return {};
  if (Buffer.byteLength(text) > MOST_BYTES) throw refusal(413, ['http: request body too large']);
  if (/^application\/x-www-form-urlencoded/.test(request.headers.get('content-type') ?? ''))
    return Object.fromEntries(new URLSearchParams(text));
  const value = parsed(text);
  if (stringsIn(value) > MOST_STRINGS)
    throw badRequest('refused JSON input due to high complexity: exceeded maximum number of strings');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NotImitated('a body that is no JSON object');
  return value as Record<string, unknown>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A value and something behind it, or no value at all; Go names the first character that does not fit.
    const first = text.trimStart()[0] ?? '';
    if ('{["'.includes(first)) throw new NotImitated('the words of Vault for a body of broken JSON');
    throw badRequest(
      `failed to decode JSON input: invalid character '${first}' looking for beginning of value`,
    );
  }
}

/** Names and values that are strings, counted. */
function stringsIn(value: unknown): number {
  if (typeof value === 'string') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, one) => sum + stringsIn(one), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}
