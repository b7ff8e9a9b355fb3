import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGitHubClient } from '../../src/github/client.ts';
import { createOctokit } from '../../src/github/octokit.ts';
import { quickSend } from '../net/loopback.ts';

const baseUrl = 'https://api.github.com';
const sha = 'a'.repeat(40);
const send = quickSend({ maxAttempts: 1 });
const token = (name: string) => createOctokit({ token: `ghs_${name}`, baseUrl, send });
const client = createGitHubClient({
  octokit: token('job'),
  membership: token('membership'),
  duplication: token('duplication'),
  repository: 'acme/engine',
});

const as = (name: string) => nock(baseUrl, { reqheaders: { authorization: `token ghs_${name}` } });
const alice = { id: 1, login: 'alice', type: 'User', site_admin: false };

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

const pull = (over: object = {}) => ({
  number: 42,
  state: 'open',
  draft: false,
  user: alice,
  head: { sha, ref: 'feature/x', repo: { full_name: 'alice/engine' } },
  base: { ref: 'main', repo: { full_name: 'acme/engine' } },
  labels: [{ name: 'test-a', color: 'fff' }, { name: 'bug' }],
  author_association: 'MEMBER',
  ...over,
});
const live = {
  number: 42,
  open: true,
  draft: false,
  author: { id: 1, login: 'alice', type: 'User' },
  head: { sha, branch: 'feature/x', repository: 'alice/engine' },
  base: 'acme/engine',
  baseBranch: 'main',
  labels: ['test-a', 'bug'],
};

describe('a pull request', () => {
  it.each([
    ['as it is', {}, {}],
    ['closed', { state: 'closed' }, { open: false }],
    ['in a state of the future', { state: 'locked' }, { open: false }],
    ['a draft', { draft: true }, { draft: true }],
    ['of an older server, without drafts', { draft: undefined }, { draft: false }],
    ['of a deleted account', { user: null }, { author: null }],
    ['of the ghost', { user: { id: 10137, login: 'ghost', type: 'User' } }, { author: null }],
    [
      'of a bot',
      { user: { id: 9, login: 'x[bot]', type: 'Bot' } },
      { author: { id: 9, login: 'x[bot]', type: 'Bot' } },
    ],
    [
      'from a deleted repository',
      { head: { sha, ref: 'x', repo: null } },
      { head: { sha, branch: 'x', repository: null } },
    ],
    ['without labels', { labels: [] }, { labels: [] }],
  ])('%s', async (_, over, expected) => {
    as('job').get('/repos/acme/engine/pulls/42').reply(200, pull(over));
    expect(await client.pull(42)).toEqual({ ...live, ...expected });
  });

  it('is one of all that are open, paged to the end', async () => {
    const next = `<${baseUrl}/repos/acme/engine/pulls?state=open&per_page=100&page=2>; rel="next"`;
    as('job').get('/repos/acme/engine/pulls?state=open&per_page=100').reply(200, [pull()], { link: next });
    as('job')
      .get('/repos/acme/engine/pulls?state=open&per_page=100&page=2')
      .reply(200, [pull({ number: 43 })]);
    expect((await client.openPulls()).map(({ number }) => number)).toEqual([42, 43]);
  });
});

describe('people', () => {
  it.each([
    ['active', 200, { state: 'active', role: 'admin' }, 'active'],
    ['invited: attack 12', 200, { state: 'pending', role: 'member' }, 'pending'],
    ['in a state of the future', 200, { state: 'suspended' }, 'pending'],
    // Who only pays the bills sees no code and belongs to no team (GitHub docs, "Roles in an organization").
    ['active, who pays the bills', 200, { state: 'active', role: 'billing_manager' }, 'pending'],
    ['invited, to pay the bills', 200, { state: 'pending', role: 'billing_manager' }, 'pending'],
    ['active in a role of the future', 200, { state: 'active', role: 'reviewer' }, 'active'],
    ['active in a role that is not told', 200, { state: 'active' }, 'active'],
    ['absent', 404, { message: 'Not Found' }, 'absent'],
  ])('membership of the organisation: %s', async (_, status, body, expected) => {
    as('membership').get('/orgs/acme/memberships/alice').reply(status, body);
    expect(await client.organizationMembership('acme', 'alice')).toBe(expected);
  });

  it.each([
    ['shown', 204, true],
    ['not shown', 404, false],
  ])('a member who is %s in the list', async (_, status, expected) => {
    as('membership').get('/orgs/acme/members/alice').reply(status);
    expect(await client.listedMember('acme', 'alice')).toBe(expected);
  });

  it('nobody is absent from a list that is not shown, and the redirect is not followed: attack 10', async () => {
    const location = 'https://api.github.com/orgs/acme/public_members/alice';
    as('membership').get('/orgs/acme/members/alice').reply(302, '', { location });
    await expect(client.listedMember('acme', 'alice')).rejects.toMatchObject({ kind: 'moved' });
  });

  it.each([
    ['an organisation', 200, { login: 'acme', id: 3, type: 'Organization' }, true],
    ["a person's account", 200, { login: 'acme', id: 3, type: 'User' }, false],
    ['no account', 404, { message: 'Not Found' }, false],
  ])('%s exists as one', async (_, status, body, expected) => {
    as('job').get('/users/acme').reply(status, body);
    expect(await client.organizationExists('acme')).toBe(expected);
  });

  it.each([
    ['in public', 204, true],
    ['not in public', 404, false],
    ['an answer that is no 204', 200, false],
  ])('membership %s', async (_, status, expected) => {
    as('membership')
      .get('/orgs/acme/public_members/alice')
      .reply(status, status === 204 ? undefined : {});
    expect(await client.publicMember('acme', 'alice')).toBe(expected);
  });

  it('membership of a team', async () => {
    as('membership').get('/orgs/acme/teams/qa/memberships/alice').reply(200, { state: 'active' });
    expect(await client.teamMembership('acme', 'qa', 'alice')).toBe('active');
    as('membership').get('/orgs/acme/teams/qa/memberships/alice').reply(200, { state: 'active' });
    expect(await client.teamMembership('acme', 'QA', 'alice')).toBe('active');
  });

  it('nobody is absent from a team that is not shown', async () => {
    as('membership').get('/orgs/acme/teams/qa/memberships/alice').twice().reply(404, {});
    as('membership').get('/orgs/acme/teams/qa').reply(200, { slug: 'qa' });
    expect(await client.teamMembership('acme', 'qa', 'alice')).toBe('absent');
    as('membership').get('/orgs/acme/teams/qa').reply(404, {});
    await expect(client.teamMembership('acme', 'qa', 'alice')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it.each([
    ['admin', 'admin'],
    ['maintain', 'maintain'],
    ['write', 'write'],
    ['triage', 'triage'],
    ['read', 'read'],
    ['none', 'none'],
    ['release-manager', 'other'],
    ['constructor', 'other'],
  ])('the role %s, whatever `permission` says', async (role_name, expected) => {
    as('job')
      .get('/repos/acme/engine/collaborators/alice/permission')
      .reply(200, { permission: 'admin', role_name });
    expect(await client.role('alice')).toBe(expected);
  });

  it('a bot has no role', async () => {
    as('job').get('/repos/acme/engine/collaborators/x%5Bbot%5D/permission').reply(404, {});
    expect(await client.role('x[bot]')).toBe('none');
  });

  it('an account, or nobody', async () => {
    as('job')
      .get('/users/alice')
      .reply(200, { ...alice, name: 'Alice', email: 'alice@example.com' });
    expect(await client.person('alice')).toEqual({ id: 1, login: 'alice', type: 'User' });
    as('job').get('/users/old').reply(404, {});
    expect(await client.person('old')).toBeNull();
  });
});
