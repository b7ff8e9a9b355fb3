import { getOctokit } from '@actions/github';
import { ServiceFailure, TransportFailure } from '../net/failure.ts';
import type { KnownRefusal } from '../net/refusal.ts';
import { asServiceFailure, refusedBy } from '../net/refusal.ts';
import type { GitHubRefusal } from '../net/refusals.ts';
import type { HttpRequest, HttpResponse, Send } from '../net/transport.ts';

/** The typed client of @actions/github: `rest`, `graphql`, `paginate`, `request`. */
export type Octokit = ReturnType<typeof getOctokit>;

/**
 * GitHub's messages as its docs and public threads show them (docs/facts/github.md, "Branches", "Commit statuses",
 * "Rate limits", "Tokens").
 */
const KNOWN: readonly KnownRefusal<GitHubRefusal>[] = [
  { code: 'secondary-rate-limit', text: /secondary rate limit|submitted too quickly/i, kind: 'rate-limited' },
  { code: 'sso-required', text: /SAML (?:SSO )?enforcement|must grant .* access to this organization/i },
  { code: 'workflows-permission-missing', text: /without `?workflows?`? (?:permission|scope)/i },
  {
    code: 'actions-may-not-open-pull-requests',
    text: /Actions is not permitted to create or approve pull requests/i,
  },
  { code: 'token-lacks-permission', text: /Resource not accessible by/i },
  { code: 'reference-exists', text: /Reference already exists/i },
  { code: 'object-not-found', text: /Object does not exist|No commit found for SHA/i },
  { code: 'pull-request-exists', text: /A pull request already exists/i },
  { code: 'no-commits-between', text: /No commits between/i },
  { code: 'too-many-statuses', text: /maximum number of statuses/i },
];

/** GraphQL answers 200 also when it refuses; the first error's `type` says why (GitHub docs, "GraphQL API"). */
const GRAPHQL_KINDS: ReadonlyMap<string, ServiceFailure['kind']> = new Map([
  ['NOT_FOUND', 'not-found'],
  ['FORBIDDEN', 'forbidden'],
  ['INSUFFICIENT_SCOPES', 'forbidden'],
  ['RATE_LIMITED', 'rate-limited'],
  ['RATE_LIMIT', 'rate-limited'],
  ['UNPROCESSABLE', 'invalid'],
]);

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Octokit over our transport. Every call that does not end in a success rejects with a ServiceFailure, redirects
 * included (`moved`), so no Octokit error with its request, headers and GitHub's words gets out. Nothing is
 * retried beyond what the transport does, and nothing is logged. The token is only sent to the origin of
 * `baseUrl`, also when a `Link` header names another one.
 * @param options.token any GitHub token, not empty
 * @param options.baseUrl the REST API: `GITHUB_API_URL`, without a slash at its end
 */
export function createOctokit(options: {
  token: string;
  baseUrl: string;
  send: Send;
  userAgent?: string;
}): Octokit {
  const octokit = getOctokit(options.token, {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    userAgent: options.userAgent ?? 'drawbridge',
    log: silent,
    request: { fetch: fetchOver(options.send, new URL(options.baseUrl).origin), log: silent },
  });
  octokit.hook.error('request', (error) => {
    throw toGitHubFailure(error);
  });
  octokit.hook.after('request', (response) => {
    if (response.url.endsWith('/graphql')) refuseGraphqlErrors(response.data);
  });
  return octokit;
}

/**
 * Turns whatever an Octokit call threw into a ServiceFailure. The clients from `createOctokit` have done so
 * already; it is for code around them.
 */
export function toGitHubFailure(thrown: unknown): ServiceFailure {
  // Octokit wraps what its fetch throws, and keeps it as the cause.
  const inner = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  return asServiceFailure('github', inner);
}

/** The little of a fetch Response that Octokit reads; the global one costs 20 ms at start-up. */
interface FetchAnswer {
  ok: boolean;
  status: number;
  statusText: string;
  url: string;
  headers: ReadonlyMap<string, string>;
  text(): Promise<string>;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

interface FetchInit {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | null;
}

function fetchOver(send: Send, origin: string): (url: string, init?: FetchInit) => Promise<FetchAnswer> {
  return async (url, init = {}) => {
    const method = init.method ?? 'GET';
    const { host, origin: asked } = new URL(url);
    if (asked !== origin)
      throw new TransportFailure({ kind: 'refused-url', method, host, mayHaveActed: false });
    const request: HttpRequest = { method, url, headers: init.headers ?? {} };
    if (init.body !== undefined && init.body !== null) request.body = init.body;
    const response = await send(request);
    // 304 is what a conditional request asked for, yet Octokit too takes it for an error.
    if (response.status >= 300) throw refusedBy('github', response, KNOWN);
    return answerOf(response);
  };
}

function answerOf(response: HttpResponse): FetchAnswer {
  const { status, url, headers, body } = response;
  return {
    ok: true,
    status,
    statusText: '',
    url,
    headers,
    text: async () => body,
    json: async () => JSON.parse(body),
    arrayBuffer: async () => new TextEncoder().encode(body).buffer,
  };
}

function refuseGraphqlErrors(data: unknown): void {
  if (typeof data !== 'object' || data === null || !('errors' in data)) return;
  const [first] = Array.isArray(data.errors) ? data.errors : [];
  const type: unknown = first?.type;
  throw new ServiceFailure({
    service: 'github',
    status: 200,
    kind: (typeof type === 'string' ? GRAPHQL_KINDS.get(type) : undefined) ?? 'unexpected',
    mayHaveActed: true,
  });
}
