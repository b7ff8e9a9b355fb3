import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOctokit, toGitHubFailure } from '../../src/github/octokit.ts';
import type { ServiceFailure } from '../../src/net/failure.ts';
import { json, quickSend, rejection, serve } from '../net/loopback.ts';

const TOKEN = 'ghs_s3cret';
const SHA = 'a'.repeat(40);
const octokit = createOctokit({ token: TOKEN, baseUrl: 'https://api.github.com', send: quickSend() });
const pull = { owner: 'o', repo: 'r', pull_number: 42 };

/** The headers that every call must carry, and the ones that none may. */
const github = () =>
  nock('https://api.github.com', {
    reqheaders: { authorization: `token ${TOKEN}`, 'user-agent': /^drawbridge / },
    badheaders: ['accept-encoding', 'cookie'],
  });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

describe('the wire', () => {
  it('reads a pull request', async () => {
    github()
      .get('/repos/o/r/pulls/42')
      .matchHeader('accept', 'application/vnd.github.v3+json')
      .reply(200, { number: 42, head: { sha: SHA } });
    expect((await octokit.rest.pulls.get(pull)).data.head.sha).toBe(SHA);
  });

  it('writes a commit status', async () => {
    const status = { state: 'pending', context: 'drawbridge', description: 'needs /ok-to-test ü' } as const;
    github()
      .post(`/repos/o/r/statuses/${SHA}`, status)
      .matchHeader('content-type', /^application\/json/)
      .matchHeader('content-length', String(Buffer.byteLength(JSON.stringify(status))))
      .reply(201, { id: 1 });
    const answer = await octokit.rest.repos.createCommitStatus({
      owner: 'o',
      repo: 'r',
      sha: SHA,
      ...status,
    });
    expect(answer.status).toBe(201);
  });

  it('reads a membership', async () => {
    github().get('/orgs/o/memberships/alice').reply(200, { state: 'active', role: 'member' });
    const { data } = await octokit.rest.orgs.getMembershipForUser({ org: 'o', username: 'alice' });
    expect(data).toMatchObject({ state: 'active', role: 'member' });
  });

  it('reads a 204', async () => {
    github().get('/orgs/o/members/alice').reply(204);
    expect((await octokit.rest.orgs.checkMembershipForUser({ org: 'o', username: 'alice' })).status).toBe(
      204,
    );
  });

  it('asks GraphQL', async () => {
    const query = 'query($id: ID!) { node(id: $id) { id } }';
    github()
      .post('/graphql', { query, variables: { id: 'X' } })
      .reply(200, { data: { node: { id: 'X' } } });
    expect(await octokit.graphql(query, { id: 'X' })).toEqual({ node: { id: 'X' } });
  });

  it("finds GraphQL on one's own GitHub", async () => {
    const own = createOctokit({ token: TOKEN, baseUrl: 'https://ghe.example/api/v3/', send: quickSend() });
    nock('https://ghe.example')
      .post('/api/graphql')
      .reply(200, { data: { a: 1 } });
    nock('https://ghe.example').get('/api/v3/repos/o/r/pulls/42').reply(200, { number: 42 });
    expect(await own.graphql('{ a }')).toEqual({ a: 1 });
    expect((await own.rest.pulls.get(pull)).data.number).toBe(42);
  });

  it('follows pages on the same host only', async () => {
    const next = (url: string) => ({ link: `<${url}>; rel="next"` });
    github()
      .get('/repos/o/r/issues/1/comments')
      .query({ per_page: '1' })
      .reply(200, [{ id: 1 }], next('https://api.github.com/repositories/7/comments?page=2'));
    github()
      .get('/repositories/7/comments?page=2')
      .reply(200, [{ id: 2 }], next('https://other.example/taken'));
    const pages = octokit.paginate(octokit.rest.issues.listComments, {
      owner: 'o',
      repo: 'r',
      issue_number: 1,
      per_page: 1,
    });
    expect(await rejection(pages)).toMatchObject({ kind: 'unexpected', transport: 'refused-url' });
  });
});

describe('what GitHub refuses', () => {
  const refused = async (status: number, body: unknown, headers: Record<string, string> = {}) => {
    github()
      .post('/repos/o/r/git/refs')
      .reply(status, body as never, headers);
    return (await rejection(
      octokit.rest.git.createRef({ owner: 'o', repo: 'r', ref: 'refs/heads/ext/x', sha: SHA }),
    )) as ServiceFailure;
  };

  it.each([
    [401, { message: 'Bad credentials' }, {}, 'unauthorized', undefined, false],
    [
      403,
      { message: 'Resource not accessible by integration' },
      {},
      'forbidden',
      'token-lacks-permission',
      false,
    ],
    [403, { message: 'x' }, { 'x-ratelimit-remaining': '0' }, 'rate-limited', undefined, false],
    [403, { message: 'x' }, { 'retry-after': '9' }, 'rate-limited', undefined, false],
    [
      403,
      { message: 'You have exceeded a secondary rate limit.' },
      {},
      'rate-limited',
      'secondary-rate-limit',
      false,
    ],
    [404, { message: 'Not Found' }, {}, 'not-found', undefined, false],
    [409, { message: 'Conflict' }, {}, 'conflict', undefined, false],
    [422, { message: 'Reference already exists' }, {}, 'invalid', 'reference-exists', false],
    [422, { message: 'Object does not exist' }, {}, 'invalid', 'object-not-found', false],
    [502, '<html>', { 'content-type': 'text/html' }, 'unavailable', undefined, true],
    [
      301,
      { message: 'Moved Permanently' },
      { location: 'https://other.example/' },
      'moved',
      undefined,
      false,
    ],
    [307, '', { location: 'https://other.example/' }, 'moved', undefined, false],
  ])('%i %j %j is %s', async (status, body, headers, kind, refusal, mayHaveActed) => {
    const failure = await refused(status, body, headers as Record<string, string>);
    expect(failure).toMatchObject({ name: 'ServiceFailure', service: 'github', status, kind, mayHaveActed });
    expect(failure.refusal).toBe(refusal);
  });

  it('takes a 302 on a membership question for no answer, and does not follow it', async () => {
    github()
      .get('/orgs/o/members/alice')
      .reply(302, '', { location: 'https://api.github.com/orgs/o/public_members/alice' });
    const asked = octokit.rest.orgs.checkMembershipForUser({ org: 'o', username: 'alice' });
    expect(await rejection(asked)).toMatchObject({ status: 302, kind: 'moved' });
  });

  it('says how long to wait', async () => {
    expect((await refused(429, 'Retry later', { 'retry-after': '9' })).retryAfterMs).toBe(9_000);
  });

  it.each([
    ['NOT_FOUND', 'not-found'],
    ['FORBIDDEN', 'forbidden'],
    ['RATE_LIMITED', 'rate-limited'],
    ['SOMETHING', 'unexpected'],
  ])('fails a GraphQL answer with errors: %s is %s', async (type, kind) => {
    github()
      .post('/graphql')
      .reply(200, { data: { node: null }, errors: [{ type, message: 's3cret words' }] });
    const failure = (await rejection(octokit.graphql('{ a }'))) as ServiceFailure;
    expect(failure).toMatchObject({ name: 'ServiceFailure', status: 200, kind });
    expect(String(failure.stack)).not.toContain('s3cret');
  });

  it('fails a GraphQL answer without data', async () => {
    github()
      .post('/graphql')
      .reply(200, { errors: [{ message: 's3cret words' }] });
    const failure = await rejection(octokit.graphql('{ a }'));
    expect(failure).toMatchObject({ name: 'ServiceFailure', kind: 'unexpected' });
  });

  it('lets neither token nor words of GitHub into the error', async () => {
    const failure = await refused(422, { message: 'words of GitHub', errors: [{ message: 'more words' }] });
    const all = `${failure.stack}${JSON.stringify(Object.entries(failure))}${failure.cause}`;
    expect(all).not.toMatch(/s3cret|words/);
    expect(Object.keys(failure)).not.toContain('request');
  });
});

describe('what fails on the way', () => {
  it('is unavailable, and a POST is sent once', async () => {
    await using server = await serve((seen) => seen.socket.destroy());
    nock.enableNetConnect('127.0.0.1');
    const local = createOctokit({ token: TOKEN, baseUrl: server.url, send: quickSend() });
    const failure = await rejection(
      local.rest.issues.createComment({ owner: 'o', repo: 'r', issue_number: 1, body: 'x' }),
    );
    expect(failure).toMatchObject({ kind: 'unavailable', transport: 'connection', mayHaveActed: true });
    expect(server.seen).toHaveLength(1);
  });

  it('warns nobody of a deprecated call', async () => {
    await using server = await serve((_seen, response) => {
      response.setHeader('deprecation', 'true');
      json(response, { number: 42 });
    });
    nock.enableNetConnect('127.0.0.1');
    // Octokit binds the console's own functions when it is loaded, so that a spy would not see them.
    expect(octokit.log.warn.name).not.toBe(console.warn.bind(console).name);
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => said.push(words);
    try {
      await createOctokit({ token: TOKEN, baseUrl: server.url, send: quickSend() }).rest.pulls.get(pull);
    } finally {
      console.warn = warn;
    }
    expect(said).toEqual([]);
  });

  it('turns any other error into one without words', () => {
    expect(toGitHubFailure(new Error('s3cret')).message).toBe('github: unexpected (no answer)');
  });
});
