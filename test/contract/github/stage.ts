import { createGitHub } from '../../../sandbox/github/github.ts';

/** A GitHub with one of everything, at a fixed virtual time, and tokens for three kinds of askers. */
export function stage() {
  const clock = { at: Date.parse('2026-11-21T10:00:00Z'), now: () => clock.at };
  const github = createGitHub({ clock, url: 'http://127.0.0.1:8080' });
  github.addOrganization('acme');
  for (const login of ['ada', 'mel', 'eve', 'bill']) github.addUser(login);
  github.addMember('acme', 'ada', { role: 'admin', public: true });
  github.addMember('acme', 'mel');
  github.addMember('acme', 'bill', { role: 'billing_manager', public: true });
  github.addTeam('acme', 'engine');
  github.addTeamMember('acme', 'engine', 'mel');
  const repo = github.addRepository('acme/engine', { actionsMayOpenPullRequests: true });
  github.addRepository('acme/secret', { private: true });
  github.setCollaborator('acme/engine', 'mel', 'maintain');
  github.fork('acme/engine', 'eve');
  github.defineLabel('acme/engine', 'test-dns', { description: 'runs the DNS tests' });
  github.setEnvironment('acme/engine', 'tests');
  github.setSecret('acme/engine', 'GITLAB_TOKEN', 'tests');
  github.setSecret('acme/engine', 'OTHER_TOKEN');
  repo.setUp.organizationSecrets.add('SHARED_TOKEN');
  github.requireStatuses('acme/engine', { context: 'drawbridge', integration: 15_368 });
  const pull = github.openPullRequest({
    repo: 'acme/engine',
    headRepo: 'eve/engine',
    branch: 'fix/dns',
    author: 'eve',
    labels: ['test-dns'],
  });
  const comment = github.comment('acme/engine', pull.number, 'mel', 'Looks good');
  const sha = pull.pull.head.sha;
  const permissions = {
    contents: 'write',
    'pull-requests': 'write',
    issues: 'write',
    statuses: 'write',
    workflows: 'write',
  } as const;
  const tokens = {
    actions: github.issueToken({ kind: 'actions', permissions }),
    weak: github.issueToken({ kind: 'actions', permissions: {} }),
    app: github.issueToken({ kind: 'app', permissions: { ...permissions, members: 'read' } }),
    member: github.issueToken({ kind: 'pat', login: 'ada', scopes: ['repo', 'read:org'] }),
  };
  return { github, clock, repo, pull, comment, sha, tokens };
}

export type Stage = ReturnType<typeof stage>;

/** One request, as a client would send it; `token` undefined is a stranger. */
export function ask(
  github: Pick<Stage['github'], 'app'>,
  method: string,
  path: string,
  options: { token?: string | undefined; body?: unknown; headers?: Record<string, string> } = {},
) {
  return github.app.request(path, {
    method,
    headers: {
      'user-agent': 'contract',
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
}

/** A response's body: parsed where it is JSON, else the text. */
export async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return response.headers.get('content-type') === 'application/json; charset=utf-8' ? JSON.parse(text) : text;
}

/** A response's JSON body, loosely typed: tests say what they expect of it. */
export const json = async (response: Response) => JSON.parse(await response.text());
