import { describe, expect, it } from 'vitest';
import { roles } from '../../../sandbox/github/people.ts';
import type { NewToken } from '../../../sandbox/github/tokens.ts';
import { ask, type Stage, stage } from '../../contract/github/stage.ts';

describe('who asks', () => {
  it('a bad, an expired, a revoked token and one of a deleted person are 401', async () => {
    const { github, clock, tokens } = stage();
    const status = async (token: string) => (await ask(github, 'GET', '/users/ada', { token })).status;
    expect(await status('nonsense')).toBe(401);
    clock.at += 3599_000;
    expect(await status(tokens.app)).toBe(200);
    clock.at += 2_000;
    expect(await status(tokens.app)).toBe(401);
    expect(await status(tokens.actions)).toBe(200);
    github.revokeToken(tokens.actions);
    expect(await status(tokens.actions)).toBe(401);
    github.deleteUser('ada');
    expect(await status(tokens.member)).toBe(401);
  });

  it('tells bad credentials from a missing right', async () => {
    const { github } = stage();
    const response = await ask(github, 'GET', '/users/ada', { token: 'nonsense' });
    expect(await response.json()).toMatchObject({ message: 'Bad credentials', status: '401' });
  });

  it.each(['token', 'bearer', 'Bearer'])('takes the scheme %s, and Basic', async (scheme) => {
    const { github, tokens } = stage();
    const path = '/orgs/acme/memberships/mel';
    const basic = Buffer.from(`x-access-token:${tokens.app}`).toString('base64');
    for (const authorization of [`${scheme} ${tokens.app}`, `Basic ${basic}`]) {
      expect((await ask(github, 'GET', path, { headers: { authorization } })).status).toBe(200);
    }
  });

  it('wants a User-Agent', async () => {
    expect((await stage().github.app.request('/users/ada')).status).toBe(403);
  });

  it('installation tokens are long and full of marks, like the new ones', () => {
    const { tokens } = stage();
    expect(tokens.actions).toMatch(/^ghs_[\w.-]{500,}$/);
    expect(tokens.actions).toMatch(/[.].*[.]/);
    expect(tokens.actions).not.toBe(tokens.weak);
  });
});

describe('what a token may do', () => {
  type Call = [method: string, path: (s: Stage) => string, body: unknown, needs: NewToken['permissions']];
  const calls: Call[] = [
    ['GET', (s) => `/pulls/${s.pull.number}`, undefined, { 'pull-requests': 'read' }],
    ['GET', (s) => `/issues/${s.pull.number}/comments`, undefined, { issues: 'read' }],
    ['GET', (s) => `/issues/${s.pull.number}/comments`, undefined, { 'pull-requests': 'read' }],
    ['POST', (s) => `/issues/${s.pull.number}/comments`, { body: 'hi' }, { 'pull-requests': 'write' }],
    ['GET', (s) => `/commits/${s.sha}/status`, undefined, { statuses: 'read' }],
    ['POST', (s) => `/statuses/${s.sha}`, { state: 'success' }, { statuses: 'write' }],
    ['GET', () => '/contents/README.md', undefined, { contents: 'read' }],
    ['GET', () => '/git/ref/heads/main', undefined, { contents: 'read' }],
    ['DELETE', () => '/git/refs/heads/old', undefined, { contents: 'write' }],
    ['GET', () => '/activity', undefined, {}],
    ['GET', (s) => `/compare/main...${s.sha}`, undefined, { contents: 'read' }],
    ['GET', (s) => `/commits/${s.sha}/branches-where-head`, undefined, { contents: 'read' }],
    ['GET', (s) => `/commits/${s.sha}/statuses`, undefined, { statuses: 'read' }],
    ['GET', () => '/collaborators/mel/permission', undefined, {}],
  ];

  it.each(calls)('%s needs what it says', async (method, path, body, needs = {}) => {
    const s = stage();
    s.github.push({ repo: 'acme/engine', branch: 'old', by: 'mel' });
    const call = (token: string) => ask(s.github, method, `/repos/acme/engine${path(s)}`, { token, body });
    const without = await call(s.tokens.weak);
    if (Object.keys(needs).length > 0) {
      expect(without.status).toBe(403);
      expect(await without.json()).toMatchObject({ message: 'Resource not accessible by integration' });
    }
    const weaker = Object.keys(needs).map((name) => [name, 'read']);
    if (Object.values(needs).includes('write')) {
      const read = s.github.issueToken({ kind: 'actions', permissions: Object.fromEntries(weaker) });
      expect((await call(read)).status).toBe(403);
    }
    const enough = s.github.issueToken({ kind: 'actions', permissions: needs });
    expect((await call(enough)).status).toBeLessThan(300);
  });

  it('reads a public fork it was not issued for, but writes nothing there', async () => {
    const { github, tokens, sha } = stage();
    expect((await ask(github, 'GET', '/repos/eve/engine/activity', { token: tokens.weak })).status).toBe(200);
    const write = await ask(github, 'POST', `/repos/eve/engine/statuses/${sha}`, {
      token: tokens.actions,
      body: { state: 'success' },
    });
    expect(write.status).toBe(403);
  });

  it('shows the activity of a private repository to whoever reads its contents', async () => {
    const { github, tokens } = stage();
    const path = '/repos/acme/secret/activity';
    expect((await ask(github, 'GET', path, { token: tokens.weak })).status).toBe(403);
    const enough = github.issueToken({ kind: 'actions', permissions: { contents: 'read' } });
    expect((await ask(github, 'GET', path, { token: enough })).status).toBe(200);
  });

  it('compares public forks for anybody', async () => {
    const { github } = stage();
    expect((await ask(github, 'GET', '/repos/eve/engine/compare/main...fix%2Fdns')).status).toBe(200);
  });

  it('hides a private repository from everybody it does not concern', async () => {
    const { github, tokens } = stage();
    const outsider = github.issueToken({ kind: 'pat', login: 'eve', scopes: ['repo'] });
    const publicOnly = github.issueToken({ kind: 'pat', login: 'ada', scopes: ['public_repo'] });
    expect((await ask(github, 'GET', '/repos/acme/secret', { token: publicOnly })).status).toBe(404);
    const narrow = github.issueToken({ kind: 'app', repositories: ['acme/engine'] });
    const seen = async (token?: string) => (await ask(github, 'GET', '/repos/acme/secret', { token })).status;
    expect([await seen(), await seen(outsider), await seen(narrow)]).toEqual([404, 404, 404]);
    expect([await seen(tokens.member), await seen(tokens.app)]).toEqual([200, 200]);
  });

  it("a person's token is no stronger than the person", async () => {
    const { github, sha } = stage();
    const post = (login: string) =>
      ask(github, 'POST', `/repos/acme/engine/statuses/${sha}`, {
        token: github.issueToken({ kind: 'pat', login, scopes: ['repo'] }),
        body: { state: 'success' },
      });
    expect((await post('eve')).status).toBe(404);
    expect((await post('mel')).status).toBe(201);
  });

  it('a stranger may read what is public and write nothing', async () => {
    const { github, pull } = stage();
    const path = `/repos/acme/engine/issues/${pull.number}/comments`;
    expect((await ask(github, 'GET', path)).status).toBe(200);
    expect((await ask(github, 'POST', path, { body: { body: 'x' } })).status).toBe(401);
  });
});

describe('GET collaborators/{user}/permission', () => {
  const permission = async (s: Stage, login: string, repo = 'acme/engine') =>
    (
      await ask(s.github, 'GET', `/repos/${repo}/collaborators/${login}/permission`, { token: s.tokens.app })
    ).json();

  it.each(roles)('folds %s but names it', async (role) => {
    const s = stage();
    s.github.setCollaborator('acme/engine', 'eve', role);
    const folded = { read: 'read', triage: 'read', write: 'write', maintain: 'write', admin: 'admin' }[role];
    expect(await permission(s, 'eve')).toMatchObject({ permission: folded, role_name: role });
  });

  it('gives everybody read where the repository is public, and nothing where it is private', async () => {
    const s = stage();
    expect(await permission(s, 'eve')).toMatchObject({ role_name: 'read' });
    expect(await permission(s, 'eve', 'acme/secret')).toMatchObject({ permission: 'none' });
  });

  it('a pending invitation gives no right', async () => {
    const s = stage();
    s.github.setCollaborator('acme/engine', 'eve', 'admin', { state: 'pending' });
    expect(await permission(s, 'eve')).toMatchObject({ role_name: 'read' });
  });

  it("owners are admins, members have the organisation's base permission", async () => {
    const s = stage();
    s.github.addOrganization('umbra', { basePermission: 'write' });
    s.github.addMember('umbra', 'mel');
    s.github.addRepository('umbra/x');
    expect(await permission(s, 'ada')).toMatchObject({ role_name: 'admin' });
    expect(await permission(s, 'mel', 'umbra/x')).toMatchObject({ role_name: 'write' });
    s.github.addMember('umbra', 'eve', { role: 'admin', state: 'pending' });
    expect(await permission(s, 'eve', 'umbra/x')).toMatchObject({ role_name: 'read' });
    s.github.addMember('umbra', 'bill', { role: 'billing_manager' });
    expect(await permission(s, 'bill', 'umbra/x')).toMatchObject({ role_name: 'read' });
    s.github.removeMember('umbra', 'mel');
    expect(await permission(s, 'mel', 'umbra/x')).toMatchObject({ role_name: 'read' });
  });

  it('knows neither bots nor strangers', async () => {
    const s = stage();
    s.github.addUser('dependabot[bot]');
    expect(await permission(s, 'dependabot%5Bbot%5D')).toMatchObject({ status: '404' });
    expect(await permission(s, 'nobody')).toMatchObject({ status: '404' });
  });

  it('tells a person only who may push', async () => {
    const s = stage();
    const token = s.github.issueToken({ kind: 'pat', login: 'eve', scopes: ['repo'] });
    const path = '/repos/acme/engine/collaborators/mel/permission';
    expect((await ask(s.github, 'GET', path, { token })).status).toBe(403);
  });
});
