import { describe, expect, it } from 'vitest';
import { ask, json, type Stage, stage } from '../../contract/github/stage.ts';

const send = async (s: Stage, query: string, variables: object = {}, path = '/graphql') =>
  json(await ask(s.github, 'POST', path, { token: s.tokens.actions, body: { query, variables } }));

const nodeOf = async (s: Stage) =>
  (await json(await ask(s.github, 'GET', `/repos/acme/engine/issues/comments/${s.comment.id}`))).node_id;

describe('GraphQL', () => {
  it('tells an edit from a mere touch, by node id', async () => {
    const s = stage();
    const id = await nodeOf(s);
    const query =
      'query($id: ID!) { node(id: $id) { ... on IssueComment { lastEditedAt updatedAt createdAt } } }';
    s.clock.at += 60_000;
    s.github.touchComment('acme/engine', s.comment.id);
    expect((await send(s, query, { id })).data.node).toEqual({
      lastEditedAt: null,
      updatedAt: '2026-11-21T10:01:00Z',
      createdAt: '2026-11-21T10:00:00Z',
    });
    s.github.editComment('acme/engine', s.comment.id, 'x');
    expect((await send(s, query, { id }, '/api/graphql')).data.node.lastEditedAt).toBe(
      '2026-11-21T10:01:00Z',
    );
  });

  it('tells that a comment is hidden, which is no edit', async () => {
    const s = stage();
    const id = await nodeOf(s);
    const query =
      'query($id: ID!) { node(id: $id) { ... on IssueComment { isMinimized minimizedReason lastEditedAt } } }';
    const node = async () => (await send(s, query, { id })).data.node;
    expect(await node()).toEqual({ isMinimized: false, minimizedReason: null, lastEditedAt: null });
    s.github.minimizeComment('acme/engine', s.comment.id, 'mel', { reason: 'off-topic' });
    expect(await node()).toEqual({ isMinimized: true, minimizedReason: 'off-topic', lastEditedAt: null });
  });

  it('answers nodes, with null and an error for what is not there', async () => {
    const s = stage();
    const id = await nodeOf(s);
    const query =
      'query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ...C } } fragment C on IssueComment { databaseId }';
    expect(await send(s, query, { ids: [id] })).toEqual({
      data: { nodes: [{ __typename: 'IssueComment', id, databaseId: s.comment.id }] },
    });
    const missing = await send(s, '{ node(id: "IC_nothing") { id } }');
    expect(missing).toMatchObject({ data: { node: null }, errors: [{ type: 'NOT_FOUND', path: ['node'] }] });
  });

  it('walks from the repository to the comments, in pages', async () => {
    const s = stage();
    for (const body of ['b', 'c']) s.github.comment('acme/engine', 1, 'eve', body);
    const query = `query($owner: String!, $after: String, $n: Int = 2) {
      repository(owner: $owner, name: "engine") { pullRequest(number: 1) {
        headRefOid
        all: comments(first: $n, after: $after) { totalCount nodes { body author { login } } pageInfo { hasNextPage endCursor } }
      } }
    }`;
    const first = (await send(s, query, { owner: 'acme' })).data.repository.pullRequest;
    expect(first.headRefOid).toBe(s.sha);
    expect(first.all).toMatchObject({
      totalCount: 3,
      nodes: [{ body: 'Looks good', author: { login: 'mel' } }, { body: 'b' }],
      pageInfo: { hasNextPage: true },
    });
    const after = first.all.pageInfo.endCursor;
    const second = (await send(s, query, { owner: 'acme', after })).data.repository.pullRequest.all;
    expect(second).toMatchObject({ nodes: [{ body: 'c' }], pageInfo: { hasNextPage: false } });
  });

  it('names bots without [bot], and deleted people not at all', async () => {
    const s = stage();
    s.github.comment('acme/engine', 1, 'github-actions[bot]', 'beep');
    s.github.deleteUser('mel');
    const query =
      '{ repository(owner: "acme", name: "engine") { pullRequest(number: 1) { comments(last: 9) { nodes { author { login __typename } } } } } }';
    expect((await send(s, query)).data.repository.pullRequest.comments.nodes).toEqual([
      { author: null },
      { author: { login: 'github-actions', __typename: 'Bot' } },
    ]);
  });

  it.each([
    ['{ viewer { shoeSize } }', "Field 'shoeSize' doesn't exist on type 'User'"],
    ['{ viewer }', 'Field must have selections'],
    ['{ viewer { login { x } } }', "Selections can't be made on scalars"],
    ['{ node(uid: "x") { id } }', "doesn't accept argument 'uid'"],
    ['query($id: ID!) { node(id: $id) { id } }', 'Variable $id was provided'],
    ['{ viewer { login }', 'Parse error on "end of file"'],
    ['{ node(id: "x") { ... on Shoe { id } } }', 'No such type Shoe'],
    ['mutation { addStar { id } }', 'The sandbox knows no mutation'],
  ])('%s is an error in a 200, without data', async (query, message) => {
    const answer = await send(stage(), query);
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors[0].message).toContain(message);
  });

  it('wants a bound for every list', async () => {
    const query =
      '{ repository(owner: "acme", name: "engine") { pullRequest(number: 1) { comments { totalCount } } } }';
    expect((await send(stage(), query)).errors[0]).toMatchObject({ type: 'MISSING_PAGINATION_BOUNDARIES' });
  });

  it('hides private repositories and strangers get nothing', async () => {
    const s = stage();
    const body = { query: '{ repository(owner: "acme", name: "secret") { id } }' };
    const token = s.github.issueToken({ kind: 'pat', login: 'eve', scopes: ['repo'] });
    const hidden = await json(await ask(s.github, 'POST', '/graphql', { token, body }));
    expect(hidden).toMatchObject({ data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] });
    s.github.openIssue({ repo: 'acme/secret', author: 'ada' });
    const { id } = s.github.comment('acme/secret', 1, 'ada', 'private words');
    const path = `/repos/acme/secret/issues/comments/${id}`;
    const node = (await json(await ask(s.github, 'GET', path, { token: s.tokens.app }))).node_id;
    const look = { query: `{ node(id: "${node}") { id ... on IssueComment { body } } }` };
    const byNode = (as: string) => ask(s.github, 'POST', '/graphql', { token: as, body: look });
    expect((await json(await byNode(token))).data.node).toBeNull();
    expect((await json(await byNode(s.tokens.app))).data.node.body).toBe('private words');
    expect((await ask(s.github, 'POST', '/graphql', { body })).ok).toBe(false);
  });
});
