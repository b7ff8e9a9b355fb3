import { afterAll, describe, expect, it } from 'vitest';
import type { Permissions } from '../../sandbox/github/tokens.ts';
import type { Role } from '../../sandbox/gitlab/people.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';
import { createGitHubClient, type GitHubClient } from '../../src/github/client.ts';
import { createOctokit } from '../../src/github/octokit.ts';
import { createGitLabClient } from '../../src/gitlab/client.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import { requestFor } from '../../src/request/request.ts';
import { commitOf } from '../gate/build.ts';
import { quickSend } from '../net/loopback.ts';
import { passing, subject } from '../request/build.ts';
import { type Call, documentedCalls, permissionOf, unionOf } from './calls.ts';

/**
 * The tables of calls in docs/security.md, against the clients and the sandbox: each method with exactly the documented
 * permissions, and with one less.
 */
const sandbox = await startSandbox({ scale: 20 });
const scene = exampleScene(sandbox);
afterAll(() => sandbox.close());
const { github, gitlab, recorder } = sandbox;
const { repository, project } = scene;
const send = quickSend({ maxAttempts: 1 });

const pull = scene.openByOutsider('permissions');
github.addTeam('acme', 'core');
const comment = github.comment(repository, pull.number, 'carol', 'hello');
const base = github.push({ repo: repository, branch: 'ready', by: 'carol' });

/** What a method sent, and whether it was refused for want of a right. */
interface Sent {
  readonly requests: readonly string[];
  readonly refused: boolean;
}

async function watched(act: () => Promise<unknown>): Promise<Sent> {
  recorder.clear();
  const failure = await act().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure !== undefined && !(failure instanceof ServiceFailure)) throw failure;
  const requests = recorder.all().map(({ method, path }) => `${method} ${path}`);
  const kinds = ['forbidden', 'unauthorized', 'moved'];
  return { requests, refused: failure !== undefined && kinds.includes(failure.kind) };
}

const callsOf = (requests: readonly string[], calls: readonly Call[]): readonly Call[] =>
  requests.map((request) => {
    const call = calls.find(({ matches }) => matches(request));
    if (!call) throw new Error(`not in docs/security.md: ${request}`);
    return call;
  });

describe('GitHub', () => {
  let branches = 0;
  const fresh = () => {
    branches += 1;
    return `made-${branches}`;
  };
  const made = () => {
    const branch = fresh();
    github.push({ repo: repository, branch, by: 'carol' });
    return branch;
  };
  const node = { id: comment.id, nodeId: '', author: null, body: '', createdAt: '', updatedAt: '' };
  /** The id of a comment that this client's account has just written; GitHub's to give, so it is not counted. */
  const written = async (client: GitHubClient) => {
    const id = await client.createComment(pull.number, 'hello');
    recorder.clear();
    return id;
  };
  /** All that calls GitHub. */
  type Method = Exclude<keyof GitHubClient, 'repository'>;
  const methods: Record<Method, (client: GitHubClient) => Promise<unknown>> = {
    pull: (client) => client.pull(pull.number),
    openPulls: (client) => client.openPulls(),
    pullsFrom: (client) => client.pullsFrom('acme', 'ready'),
    pushes: (client) => client.pushes(repository, 'ready'),
    comments: (client) => client.comments(pull.number),
    comment: (client) => client.comment(comment.id),
    isOnBranch: (client) => client.isOnBranch(commitOf(base), 'main'),
    branchesAt: (client) => client.branchesAt(commitOf(base)),
    altered: async (client) => {
      // The node id is GitHub's to give; whoever may list the comments has it.
      const [first] = await clientFor({ 'pull-requests': 'read' }).comments(pull.number);
      recorder.clear();
      return client.altered(first ?? node);
    },
    role: (client) => client.role('bob'),
    person: (client) => client.person('bob'),
    statuses: (client) => client.statuses(pull.sha),
    history: (client) => client.history(pull.sha),
    setStatus: (client) =>
      client.setStatus(pull.sha, {
        state: 'pending',
        description: 'x',
        context: 'x',
        targetUrl: 'https://x.example',
      }),
    react: (client) => client.react(comment.id, 'eyes'),
    say: (client) => client.say(pull.number, 'hello'),
    ownAccount: (client) => client.ownAccount(),
    createComment: (client) => client.createComment(pull.number, 'hello'),
    editComment: async (client) => client.editComment(await written(client), 'bye'),
    deleteComment: async (client) => client.deleteComment(await written(client)),
    organizationMembership: (client) => client.organizationMembership('acme', 'bob'),
    listedMember: (client) => client.listedMember('acme', 'mallory'),
    organizationExists: (client) => client.organizationExists('acme'),
    publicMember: (client) => client.publicMember('acme', 'bob'),
    teamMembership: (client) => client.teamMembership('acme', 'core', 'mallory'),
    filesOf: (client) => client.filesOf('main', pull.sha),
    changedFiles: (client) => client.changedFiles('main', pull.sha),
    branchHead: (client) => client.branchHead('ready'),
    createBranch: (client) => client.createBranch(fresh(), base),
    openDraft: (client) => client.openDraft({ branch: made(), base: 'main', title: 'title', body: 'body' }),
    branchesLike: (client) => client.branchesLike('made-'),
    deleteBranch: (client) => client.deleteBranch(made()),
  };

  function clientFor(permissions: Permissions): GitHubClient {
    // The token of an App: unlike a job's, it may see members.
    const token = github.issueToken({ kind: 'app', permissions, repositories: [repository] });
    const octokit = createOctokit({ token, baseUrl: sandbox.apiUrl, send });
    return createGitHubClient({ octokit, membership: octokit, duplication: octokit, repository });
  }

  const everything: Permissions = {
    contents: 'write',
    'pull-requests': 'write',
    statuses: 'write',
    workflows: 'write',
    members: 'read',
  };
  const calls = documentedCalls('github');
  const needOf = ({ needs }: Call): Permissions => permissionOf(needs[1]);
  const seen = new Set<string>();

  it.each(Object.keys(methods) as Method[])('%s needs what is documented', async (name) => {
    const act = methods[name];
    const all = await watched(() => act(clientFor(everything)));
    expect(all.refused).toBe(false);
    const made = callsOf(all.requests, calls);
    for (const { call } of made) seen.add(call);

    const least = unionOf(made.map(needOf));
    expect((await watched(() => act(clientFor(least)))).refused, JSON.stringify(least)).toBe(false);
    // The sandbox's GraphQL shows what is public to everybody; GitHub's documentation names no permission for it.
    const proven = name === 'altered' || name === 'ownAccount' ? [] : Object.keys(least);
    for (const scope of proven) {
      const { [scope as keyof Permissions]: level, ...rest } = least;
      const less = level === 'write' ? { ...rest, [scope]: 'read' } : rest;
      expect((await watched(() => act(clientFor(less)))).refused, `without ${scope}`).toBe(true);
    }
  });

  it('is asked nothing else, and each call is made', () => {
    expect([...seen].sort()).toEqual(calls.map(({ call }) => call).sort());
  });
});

describe('GitLab', () => {
  const roles: readonly Role[] = ['guest', 'reporter', 'developer'];
  const crossed = subject({ repository, commit: commitOf(pull.sha), tests: ['test-do-infra'] });
  const request = requestFor(crossed, { name: 'main', shown: 'main', twin: false }, passing);
  const api = (token: string) =>
    createGitLabClient({ url: gitlab.url, project, token, triggerToken: undefined, send });
  type Client = ReturnType<typeof api>;

  /** A method, with a pipeline that the same user started. */
  const methods: Record<Exclude<keyof Client, 'create'>, (client: Client, id: number) => Promise<unknown>> = {
    named: (client) => client.named(request.key),
    changedSince: (client) => client.changedSince(0),
    durations: (client) => client.durations(':x'),
    keyVariable: (client, id) => client.keyVariable(id),
    jobs: (client, id) => client.jobs(id),
    self: (client) => client.self(),
    get: (client, id) => client.get(id),
    retry: (client, id) => client.retry(id),
    cancel: (client, id) => client.cancel(id),
    rename: (client, id) => client.rename(id, 'x'),
    branch: (client) => client.branch('main'),
    tag: (client) => client.tag('v1'),
    projectId: (client) => client.projectId(),
    defaultBranch: (client) => client.defaultBranch(),
  };
  const user = 'somebody';
  const tokenOf = (scope: string, role: Role) =>
    gitlab.addAccessToken({ project, scopes: [scope as 'api'], role, user });
  const calls = documentedCalls('gitlab', '/api/v4');
  const seen = new Set<string>();
  const rankOf = (role: string) => roles.indexOf(role.toLowerCase() as Role);

  it('starts with the scope api as Developer, and with a trigger token alone', async () => {
    const starts = async (scope: string, role: Role) =>
      watched(() => api(tokenOf(scope, role)).create(request));
    const started = await starts('api', 'developer');
    expect(started.refused).toBe(false);
    expect((await starts('read_api', 'developer')).refused).toBe(true);
    expect((await starts('api', 'reporter')).refused).toBe(true);
    const triggerToken = gitlab.addTriggerToken(project);
    const byTrigger = createGitLabClient({ url: gitlab.url, project, token: undefined, triggerToken, send });
    const triggered = await watched(() => byTrigger.create(request));
    expect(triggered.refused).toBe(false);
    const made = callsOf([...started.requests, ...triggered.requests], calls);
    expect(made.map(({ needs }) => needs)).toEqual([
      ['api', 'Developer'],
      ['trigger token', 'none'],
    ]);
    for (const { call } of made) seen.add(call);
  });

  it.each(Object.entries(methods))('%s needs what is documented', async (_, act) => {
    const { id } = await api(tokenOf('api', 'developer')).create(request);
    const made = callsOf((await watched(() => act(api(tokenOf('api', 'developer')), id))).requests, calls);
    for (const { call } of made) seen.add(call);
    // Each method needs one thing, so that what is proven below is proven of each of its calls.
    const [need = '', ...others] = new Set(made.map(({ needs }) => needs.join(' ')));
    expect(others).toEqual([]);
    const [scope = '', role = ''] = need.split(' ');
    const rank = rankOf(role);
    const tries = (given: string, as: Role = 'guest') => watched(() => act(api(tokenOf(given, as)), id));
    expect((await tries(scope, roles[rank])).refused).toBe(false);
    if (scope === 'api') expect((await tries('read_api', roles[rank])).refused).toBe(true);
    if (rank > 0) expect((await tries(scope, roles[rank - 1])).refused).toBe(true);
  });

  it('is asked nothing else, and each call is made', () => {
    expect([...seen].sort()).toEqual(calls.map(({ call }) => call).sort());
  });
});
