import { Branches, Jobs, Pipelines, Projects } from '@gitbeaker/rest';
import { asServiceFailure, refusedBy } from '../net/refusal.ts';
import type { HttpRequest, Send } from '../net/transport.ts';
import { known } from './wording.ts';

/** What a call gives: parsed JSON, or null when there was no body. */
export interface GitLabAnswer<T> {
  body: T;
  headers: Record<string, string>;
  status: number;
}

/** What a call may carry. Undefined and null query parameters are left out; an empty body is not sent. */
export interface GitLabCall {
  /** Names in camelCase or snake_case; GitLab gets snake_case. */
  searchParams?: Record<string, unknown> | undefined;
  /** Sent as JSON, untouched. */
  body?: unknown;
}

type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';

/**
 * Calls of GitLab's REST API by endpoint (made with `endpoint`, relative to `api/v4/`). Rejects with a
 * ServiceFailure whenever the answer is no success, redirects included.
 */
export type GitLabRequester = {
  [M in Method]: <T = unknown>(path: string, call?: GitLabCall) => Promise<GitLabAnswer<T>>;
};

/** Part of gitbeaker's resource that its requesterFn gets. */
interface ResourceOptions {
  url: string;
  headers: Record<string, string>;
  authHeaders: Record<string, () => Promise<string>>;
}

/**
 * Writes an endpoint: every value is percent-encoded, so that `group/project` and `feature/x` stay one segment.
 * @example endpoint`projects/${project}/trigger/pipeline`
 */
export function endpoint(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((path, part, n) => path + encodeURIComponent(String(values[n - 1])) + part);
}

/**
 * gitbeaker's resources over our transport: no redirects, no retries of its own, bodies untouched, ServiceFailure on
 * errors (docs/facts/gitlab.md, "gitbeaker"). The trigger route is called through the `requester` of a client without
 * `token`: ``requester.post(endpoint`projects/${id}/trigger/pipeline`, { body })`` with the trigger token in the body,
 * never by gitbeaker's own `trigger()`.
 * @param options.url of the instance, with path prefix if it has one: `https://host/gitlab`
 * @param options.token access token, sent as `private-token`
 */
export function createGitbeaker(options: { url: string; token?: string; send: Send }): {
  pipelines: Pipelines;
  branches: Branches;
  projects: Projects;
  jobs: Jobs;
  requester: GitLabRequester;
} {
  const shared = {
    host: options.url.replace(/\/+$/, ''),
    // Would only start timers: the transport has its own deadlines.
    queryTimeout: null,
    requesterFn: (resource: ResourceOptions) => requesterOver(options.send, resource) as never,
    // gitbeaker sends the header whenever the key is there, even as "undefined".
    ...(options.token === undefined ? {} : { token: options.token }),
  };
  const pipelines = new Pipelines(shared);
  return {
    pipelines,
    branches: new Branches(shared),
    projects: new Projects(shared),
    jobs: new Jobs(shared),
    requester: pipelines.requester as unknown as GitLabRequester,
  };
}

function requesterOver(send: Send, resource: ResourceOptions): GitLabRequester {
  const over =
    (method: Method) =>
    async <T>(path: string, call: GitLabCall = {}): Promise<GitLabAnswer<T>> => {
      try {
        const headers = { ...resource.headers };
        for (const [name, value] of Object.entries(resource.authHeaders)) headers[name] = await value();
        return (await ask(send, method, `${resource.url}${path}`, headers, call)) as GitLabAnswer<T>;
      } catch (thrown) {
        throw asServiceFailure('gitlab', thrown);
      }
    };
  return {
    get: over('get'),
    head: over('head'),
    post: over('post'),
    put: over('put'),
    patch: over('patch'),
    delete: over('delete'),
  };
}

async function ask(
  send: Send,
  method: Method,
  url: string,
  headers: Record<string, string>,
  call: GitLabCall,
): Promise<GitLabAnswer<unknown>> {
  const query = queryOf(call.searchParams ?? {});
  const request: HttpRequest = {
    method: method.toUpperCase(),
    url: query === '' ? url : `${url}?${query}`,
    headers,
  };
  const body = bodyOf(call.body);
  if (body !== undefined) {
    request.body = body;
    headers['content-type'] = 'application/json';
  }
  const response = await send(request);
  if (response.status >= 300) throw refusedBy('gitlab', response, known);
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: response.body === '' ? null : JSON.parse(response.body),
  };
}

/** gitbeaker hands over `{}` where there is nothing to say. */
function bodyOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'object' && Object.keys(body).length === 0) return undefined;
  return JSON.stringify(body);
}

/** A query as GitLab reads it: names in snake_case, lists as `name[]=`, everything percent-encoded. Pure. */
function queryOf(params: Record<string, unknown>): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(params)) {
    const key = encodeURIComponent(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    if (Array.isArray(value)) {
      for (const one of value) pairs.push(`${key}[]=${encodeURIComponent(String(one))}`);
    } else if (value !== undefined && value !== null) {
      const text = value instanceof Date ? value.toISOString() : String(value);
      pairs.push(`${key}=${encodeURIComponent(text)}`);
    }
  }
  return pairs.join('&');
}
