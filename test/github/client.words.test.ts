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

describe('comments', () => {
  const raw = {
    id: 7,
    node_id: 'IC_7',
    user: alice,
    body: 'hi',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-02T00:00:00Z',
    author_association: 'OWNER',
  };
  const comment = {
    id: 7,
    nodeId: 'IC_7',
    author: { id: 1, login: 'alice', type: 'User' } as const,
    body: 'hi',
    createdAt: raw.created_at,
    updatedAt: raw.updated_at,
  };
  const list = '/repos/acme/engine/issues/42/comments?per_page=100';

  it('are paged to the end', async () => {
    const link = `<${baseUrl}${list}&page=2>; rel="next", <${baseUrl}${list}&page=2>; rel="last"`;
    as('job').get(list).reply(200, [raw], { link });
    as('job')
      .get(`${list}&page=2`)
      .reply(200, [{ ...raw, id: 8, user: null, body: null }]);
    expect(await client.comments(42)).toEqual([comment, { ...comment, id: 8, author: null, body: '' }]);
  });

  it('one by its number, or none', async () => {
    as('job').get('/repos/acme/engine/issues/comments/7').reply(200, raw);
    expect(await client.comment(7)).toEqual(comment);
    as('job').get('/repos/acme/engine/issues/comments/7').reply(404, {});
    expect(await client.comment(7)).toBeUndefined();
  });

  it.each([
    ['2026-01-01T00:00:01Z', false, true],
    [null, false, false],
    [null, true, false],
    ['2026-01-01T00:00:01Z', true, true],
  ])('edited at %s, hidden: %s', async (lastEditedAt, isMinimized, edited) => {
    as('job')
      .post('/graphql', ({ variables, query }) => {
        expect(query).toMatch(/\blastEditedAt\b.*\bisMinimized\b/);
        return variables.id === 'IC_7';
      })
      .reply(200, { data: { node: { lastEditedAt, isMinimized } } });
    expect(await client.altered(comment)).toEqual({ edited, hidden: isMinimized });
  });

  it.each([
    ['no comment', { node: null }],
    ['another thing than a comment', { node: {} }],
    ['no word on hiding', { node: { lastEditedAt: null } }],
    ['no word on edits', { node: { isMinimized: false } }],
    ['a hiding in an odd shape', { node: { lastEditedAt: null, isMinimized: null } }],
  ])('whether it was altered is not understood from %s', async (_, data) => {
    as('job').post('/graphql').reply(200, { data });
    await expect(client.altered(comment)).rejects.toMatchObject({ kind: 'unexpected' });
  });

  it('are written and answered', async () => {
    as('job')
      .post('/repos/acme/engine/issues/comments/7/reactions', { content: 'eyes' })
      .reply(201, { id: 1 });
    await client.react(7, 'eyes');
    as('job').post('/repos/acme/engine/issues/42/comments', { body: 'hello' }).reply(201, { id: 1 });
    await client.say(42, 'hello');
  });

  it('are kept up to date', async () => {
    as('job').post('/repos/acme/engine/issues/42/comments', { body: 'hello' }).reply(201, { id: 8 });
    expect(await client.createComment(42, 'hello')).toBe(8);
    as('job').patch('/repos/acme/engine/issues/comments/8', { body: 'bye' }).reply(200, {});
    await client.editComment(8, 'bye');
    as('job').delete('/repos/acme/engine/issues/comments/8').reply(204);
    await client.deleteComment(8);
  });

  it("are the token's by the number of its account, which a job's token is told by GraphQL alone", async () => {
    as('job')
      .post('/graphql', { query: 'query { viewer { databaseId } }' })
      .reply(200, { data: { viewer: { databaseId: 41_898_282 } } });
    expect(await client.ownAccount()).toBe(41_898_282);
  });

  it.each([
    ['nobody', { viewer: null }],
    ['no number', { viewer: { databaseId: null } }],
    ['a name', { viewer: { databaseId: 'github-actions' } }],
  ])('whose they are is not understood from %s', async (_, data) => {
    as('job').post('/graphql').reply(200, { data });
    await expect(client.ownAccount()).rejects.toMatchObject({ kind: 'unexpected' });
  });
});

describe('statuses', () => {
  it('are written', async () => {
    const body = {
      state: 'pending',
      description: 'x',
      context: 'drawbridge',
      target_url: 'https://github.com/run',
    };
    as('job').post(`/repos/acme/engine/statuses/${sha}`, body).reply(201, {});
    await client.setStatus(sha, {
      state: 'pending',
      description: 'x',
      context: 'drawbridge',
      targetUrl: 'https://github.com/run',
    });
  });

  const status = (context: string, over: object = {}) => ({
    context,
    state: 'failure',
    target_url: 'https://x/2',
    description: 'failed',
    created_at: '2026-01-02T00:00:00Z',
    ...over,
  });
  const told = { context: 'drawbridge', at: Date.UTC(2026, 0, 2) };
  const path = `/repos/acme/engine/commits/${sha}/status?per_page=100`;

  it('are read: the newest of each context', async () => {
    const ci = status('ci', { state: 'success', target_url: null, description: null });
    as('job')
      .get(path)
      .reply(200, { state: 'failure', total_count: 2, statuses: [status('drawbridge'), ci] });
    expect(await client.statuses(sha)).toEqual([
      { ...told, state: 'failure', targetUrl: 'https://x/2', description: 'failed' },
      { ...told, context: 'ci', state: 'success', targetUrl: '', description: '' },
    ]);
  });

  describe('of a commit, all of them', () => {
    const history = `/repos/acme/engine/commits/${sha}/statuses?per_page=100`;
    const hundred = (context: string) => Array.from({ length: 100 }, (_, n) => status(`${context}${n}`));

    it('newest first, until a page is not full', async () => {
      as('job').get(history).reply(200, hundred('a'));
      as('job')
        .get(`${history}&page=2`)
        .reply(200, [status('b', { target_url: undefined, description: undefined })]);
      const all = await client.history(sha);
      expect([all?.length, all?.[0]?.context, all?.at(-1)]).toEqual([
        101,
        'a0',
        { ...told, context: 'b', state: 'failure', targetUrl: '', description: '' },
      ]);
    });

    it('none is one page', async () => {
      as('job').get(history).reply(200, []);
      expect(await client.history(sha)).toEqual([]);
    });

    it.each([
      ['and another line', [status('more')], undefined],
      ['and no more', [], 1_000],
    ])('ten full pages %s: with more nobody knows, a claim may lie deeper', async (_, more, count) => {
      as('job').get(history).reply(200, hundred('1'));
      for (let page = 2; page <= 11; page += 1)
        as('job')
          .get(`${history}&page=${page}`)
          .reply(200, page === 11 ? more : hundred(`${page}`));
      expect((await client.history(sha))?.length).toBe(count);
    });
  });

  it('are paged to the end', async () => {
    as('job')
      .get(path)
      .reply(200, { total_count: 3, statuses: [status('a'), status('b')] });
    as('job')
      .get(`${path}&page=2`)
      .reply(200, { total_count: 3, statuses: [status('c')] });
    expect((await client.statuses(sha)).map(({ context }) => context)).toEqual(['a', 'b', 'c']);
    as('job')
      .get(path)
      .reply(200, { total_count: 9, statuses: [status('a')] });
    as('job').get(`${path}&page=2`).reply(200, { total_count: 9, statuses: [] });
    expect(await client.statuses(sha)).toHaveLength(1);
  });
});
