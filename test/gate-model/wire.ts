/** The way from the real client to the sandbox's GitHub, in this process, with faults and what happens meanwhile. */
import type { GitHub } from '../../sandbox/github/github.ts';
import { createGitHubClient, type GitHubClient } from '../../src/github/client.ts';
import { createOctokit } from '../../src/github/octokit.ts';
import type { HttpRequest, HttpResponse, Send } from '../../src/net/transport.ts';
import type { CallFault, Delivery, Step } from './steps.ts';

/** The base of the API; nothing listens there. */
export const base = 'http://127.0.0.1';

const faultAnswers: Record<CallFault, { status: number; body: string; headers?: Record<string, string> }> = {
  forbidden: { status: 403, body: '{"message":"Resource not accessible by integration"}' },
  moved: { status: 302, body: '', headers: { location: `${base}/orgs/acme/public_members/alice` } },
  'not-found': { status: 404, body: '{"message":"Not Found"}' },
  'rate-limited': { status: 429, body: '{}', headers: { 'retry-after': '60' } },
  unavailable: { status: 502, body: '' },
  unexpected: { status: 200, body: '{"unexpected":true}' },
};

/** A client of a repository of the sandbox. */
export interface Wire {
  readonly client: GitHubClient;
  /** The token that sees members. */
  readonly membership: string;
  /** From now on calls are counted from one, and go as a delivery says. */
  begin(delivery: Delivery): void;
}

/** `apply` is what happens meanwhile. */
export function createWire(github: GitHub, repository: string, apply: (step: Step) => void): Wire {
  const askApp = async ({ method, url, headers = {}, body }: HttpRequest): Promise<HttpResponse> => {
    const path = url.slice(base.length);
    const response = await github.app.request(path, { method, headers, ...(body !== undefined && { body }) });
    return { status: response.status, headers: new Map(response.headers), body: await response.text(), url };
  };
  const sendOf = ({ meanwhile, faults }: Delivery): Send => {
    let calls = 0;
    return async (request) => {
      calls += 1;
      const call = calls;
      await Promise.resolve();
      for (const due of meanwhile) if (due.call === call) apply(due.step);
      const fault = faults.find((one) => one.call === call);
      if (!fault) return askApp(request);
      const { status, body, headers = {} } = faultAnswers[fault.kind];
      const type = { 'content-type': 'application/json' };
      return { status, body, headers: new Map(Object.entries({ ...type, ...headers })), url: request.url };
    };
  };
  let send: Send = askApp;
  const octokitOf = (token: string) =>
    createOctokit({ token, baseUrl: base, send: (request) => send(request) });
  const job = github.issueToken({
    kind: 'actions',
    permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'write' },
    repositories: [repository],
  });
  const membership = github.issueToken({ kind: 'app', permissions: { members: 'read' }, lifetime: 1e9 });
  const octokit = octokitOf(job);
  return {
    client: createGitHubClient({
      octokit,
      membership: octokitOf(membership),
      duplication: octokit,
      repository,
    }),
    membership,
    begin: (delivery) => {
      send = sendOf(delivery);
    },
  };
}
