import { describe, expect, it } from 'vitest';
import { ask, stage } from '../../contract/github/stage.ts';

/** mel: private member · ada: public owner · pen: invited · bill: pays · eve: stranger · gus: has left. */
function people() {
  const s = stage();
  s.github.addUser('pen');
  s.github.addUser('gus');
  s.github.addMember('acme', 'pen', { state: 'pending' });
  s.github.addMember('acme', 'gus', { public: true });
  s.github.removeMember('acme', 'gus');
  const tokens = {
    ...s.tokens,
    stranger: undefined,
    outsider: s.github.issueToken({ kind: 'pat', login: 'eve', scopes: ['repo', 'read:org'] }),
    payer: s.github.issueToken({ kind: 'pat', login: 'bill', scopes: ['repo', 'read:org'] }),
    unscoped: s.github.issueToken({ kind: 'pat', login: 'ada', scopes: ['repo'] }),
    granted: s.github.issueToken({ kind: 'actions', permissions: { members: 'read' } }),
    elsewhere: s.github.issueToken({
      kind: 'app',
      permissions: { members: 'read' },
      repositories: ['eve/engine'],
    }),
  };
  return { ...s, tokens };
}
type Asker = keyof ReturnType<typeof people>['tokens'];

describe('GET /orgs/{org}/members/{user}: the answer depends on who asks', () => {
  const insiders: Asker[] = ['member', 'app'];
  const outsiders: Asker[] = ['stranger', 'actions', 'granted', 'outsider', 'unscoped', 'elsewhere', 'payer'];
  const table: [who: string, whenInside: number][] = [
    ['mel', 204],
    ['ada', 204],
    ['ADA', 204],
    ['pen', 404],
    ['bill', 404],
    ['eve', 404],
    ['gus', 404],
    ['nobody', 404],
  ];

  it.each(table)('%s is answered %i to those inside, 302 to the others', async (who, expected) => {
    const { github, tokens } = people();
    const path = `/orgs/acme/members/${who}`;
    for (const as of insiders) {
      expect((await ask(github, 'GET', path, { token: tokens[as] })).status, as).toBe(expected);
    }
    for (const as of outsiders) {
      const response = await ask(github, 'GET', path, { token: tokens[as] });
      expect(response.status, as).toBe(302);
      expect(response.headers.get('location')).toBe(`http://127.0.0.1:8080/orgs/acme/public_members/${who}`);
    }
  });

  it('follows the API base under /api/v3 in the redirect', async () => {
    const { github } = people();
    github.url = 'http://ghe.example/api/v3';
    const response = await ask(github, 'GET', '/api/v3/orgs/acme/members/mel');
    expect(response.headers.get('location')).toBe('http://ghe.example/api/v3/orgs/acme/public_members/mel');
  });
});

describe('GET /orgs/{org}/public_members/{user}', () => {
  it.each([
    ['ada', 204],
    ['mel', 404],
    ['pen', 404],
    ['bill', 404],
    ['gus', 404],
  ])('%s → %i, whoever asks', async (who, expected) => {
    const { github, tokens } = people();
    for (const token of [undefined, tokens.actions, tokens.app]) {
      expect((await ask(github, 'GET', `/orgs/acme/public_members/${who}`, { token })).status).toBe(expected);
    }
  });

  it('an invited person is not public however the invitation is marked', async () => {
    const { github } = people();
    github.addMember('acme', 'pen', { state: 'pending', public: true });
    expect((await ask(github, 'GET', '/orgs/acme/public_members/pen')).status).toBe(404);
  });
});

describe('GET /orgs/{org}/memberships/{user}', () => {
  it.each([
    ['mel', { state: 'active', role: 'member' }],
    ['ada', { state: 'active', role: 'admin' }],
    ['pen', { state: 'pending', role: 'member' }],
    ['bill', { state: 'active', role: 'billing_manager' }],
  ])('%s', async (who, expected) => {
    const { github, tokens } = people();
    const response = await ask(github, 'GET', `/orgs/acme/memberships/${who}`, { token: tokens.app });
    expect(await response.json()).toMatchObject({ ...expected, user: { login: who } });
  });

  it.each<[Asker, number, string]>([
    ['stranger', 401, 'Requires authentication'],
    ['actions', 403, 'Resource not accessible by integration'],
    ['granted', 403, 'Resource not accessible by integration'],
    ['outsider', 403, 'Resource not accessible by personal access token'],
    ['unscoped', 403, 'Resource not accessible by personal access token'],
  ])('%s is refused with %i', async (as, status, message) => {
    const { github, tokens } = people();
    const response = await ask(github, 'GET', '/orgs/acme/memberships/mel', { token: tokens[as] });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ message, status: String(status) });
  });
});

describe('teams', () => {
  it('shows state and role, 404 for the others and for a team that is not there, 403 for a job', async () => {
    const { github, tokens } = people();
    github.addTeamMember('acme', 'engine', 'ada', { role: 'maintainer', state: 'pending' });
    const team = (slug: string, who: string, token: string) =>
      ask(github, 'GET', `/orgs/acme/teams/${slug}/memberships/${who}`, { token });
    expect(await (await team('engine', 'mel', tokens.app)).json()).toMatchObject({ state: 'active' });
    expect(await (await team('engine', 'ada', tokens.app)).json()).toMatchObject({
      state: 'pending',
      role: 'maintainer',
    });
    expect((await team('engine', 'eve', tokens.app)).status).toBe(404);
    expect((await team('other', 'mel', tokens.app)).status).toBe(404);
    expect((await team('engine', 'mel', tokens.actions)).status).toBe(403);
    github.removeMember('acme', 'mel');
    expect((await team('engine', 'mel', tokens.app)).status).toBe(404);
  });
});
