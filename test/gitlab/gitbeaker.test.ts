import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGitbeaker, endpoint } from '../../src/gitlab/gitbeaker.ts';
import type { ServiceFailure } from '../../src/net/failure.ts';
import { json, quickSend, rejection, serve } from '../net/loopback.ts';

const TOKEN = 'glpat-s3cret';
const TRIGGER = 'glptt-s3cret';
const PROJECT = 'group/sub/project';
const AT = '/api/v4/projects/group%2Fsub%2Fproject';
const url = 'https://gitlab.example';
const send = quickSend();
const { pipelines, branches, projects, jobs, requester } = createGitbeaker({ url, token: TOKEN, send });

/** Whatever a value may try to be: another parameter, a new line, another encoding, another spelling, large. */
const hostile = {
  TESTS_TO_RUN: 'a&ref=prod&variables[X]=1',
  lines: 'one\ntwo\r\n\tthree',
  camelCaseKey: 'ü€😀 "quoted" \\ %2F + ;$(id)`id`$CI_JOB_TOKEN',
  'key with & and =': '',
  large: 'x'.repeat(100 * 1024),
};

const gitlab = () =>
  nock(url, { reqheaders: { 'private-token': TOKEN }, badheaders: ['accept-encoding', 'authorization'] });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

describe('the wire', () => {
  it('creates a pipeline with variables and inputs', async () => {
    const variables = [{ key: 'camelCase', value: 'a&ref=prod' }];
    const inputs = { testsToRun: 'unit,end-to-end' };
    gitlab()
      .post(`${AT}/pipeline`, { ref: 'main', variables, inputs })
      .matchHeader('content-type', 'application/json')
      .reply(201, { id: 7, status: 'created' });
    const asked = { variables, inputs };
    const created = await pipelines.create(PROJECT, 'main', asked);
    expect(created).toEqual({ id: 7, status: 'created' });
  });

  it('calls the trigger route with the token in the body and no other token', async () => {
    const body = { token: TRIGGER, ref: 'main', variables: { camelCase: 'x' }, inputs: { a: 'b' } };
    nock(url, { badheaders: ['private-token', 'authorization'] })
      .post(`${AT}/trigger/pipeline`, body)
      .reply(201, { id: 8 });
    const client = createGitbeaker({ url, send });
    const answer = await client.requester.post(endpoint`projects/${PROJECT}/trigger/pipeline`, { body });
    expect(answer).toMatchObject({ status: 201, body: { id: 8 } });
  });

  it('lists by name', async () => {
    const name = 'owner/repo#42@abc:def &x=1 +ü';
    gitlab()
      .get(
        `${AT}/pipelines?name=owner%2Frepo%2342%40abc%3Adef%20%26x%3D1%20%2B%C3%BC&order_by=id&per_page=20&page=1`,
      )
      .reply(200, [{ id: 1, name }]);
    const found = await pipelines.all(PROJECT, { name, orderBy: 'id', perPage: 20, page: 1 });
    expect(found).toEqual([{ id: 1, name }]);
  });

  it('lists page by page', async () => {
    const link = `<${url}${AT}/pipelines?updated_after=2026-11-21T10%3A00%3A00Z&page=2&per_page=1>; rel="next"`;
    gitlab()
      .get(`${AT}/pipelines?updated_after=2026-11-21T10%3A00%3A00Z&per_page=1`)
      .reply(200, [{ id: 1 }], { link });
    gitlab()
      .get(`${AT}/pipelines?updated_after=2026-11-21T10%3A00%3A00Z&page=2&per_page=1`)
      .reply(200, [{ id: 2 }]);
    const found = await pipelines.all(PROJECT, { updatedAfter: '2026-11-21T10:00:00Z', perPage: 1 });
    expect(found.map((one) => one.id)).toEqual([1, 2]);
  });

  it('reads lists of values and leaves out what is not set', async () => {
    gitlab().get(`${AT}/pipelines/7/jobs?scope[]=failed&scope[]=canceled`).reply(200, []);
    expect(await jobs.all(PROJECT, { pipelineId: 7, scope: ['failed', 'canceled'] as never })).toEqual([]);
    gitlab().get(`${AT}/pipelines`).reply(200, []);
    await requester.get(endpoint`projects/${PROJECT}/pipelines`, {
      searchParams: { a: undefined, b: null },
    });
  });

  it('reads a branch with a slash, and asks for one with HEAD', async () => {
    gitlab().get(`${AT}/repository/branches/feature%2Fx`).reply(200, { name: 'feature/x' });
    expect(await branches.show(PROJECT, 'feature/x')).toEqual({ name: 'feature/x' });
    gitlab().head(`${AT}/repository/branches/feature%2Fx`).reply(204);
    const path = endpoint`projects/${PROJECT}/repository/branches/${'feature/x'}`;
    expect(await requester.head(path)).toMatchObject({ status: 204, body: null });
    gitlab().head(`${AT}/repository/branches/feature%2Fx`).reply(404);
    expect(await rejection(requester.head(path))).toMatchObject({ kind: 'not-found' });
  });

  it('reads a project and a pipeline', async () => {
    gitlab().get(AT).reply(200, { id: 1, default_branch: 'main' });
    expect(await projects.show(PROJECT)).toMatchObject({ default_branch: 'main' });
    gitlab().get(`${AT}/pipelines/7`).reply(200, { id: 7, status: 'canceling' });
    expect(await pipelines.show(PROJECT, 7)).toMatchObject({ status: 'canceling' });
  });

  it('cancels, retries and renames', async () => {
    gitlab().post(`${AT}/pipelines/7/cancel`, '').reply(200, { id: 7 });
    await pipelines.cancel(PROJECT, 7);
    gitlab().post(`${AT}/pipelines/7/retry`, '').reply(201, { id: 7 });
    await pipelines.retry(PROJECT, 7);
    gitlab().put(`${AT}/pipelines/7/metadata`, { name: 'o/r#1' }).reply(200, { id: 7 });
    await requester.put(endpoint`projects/${PROJECT}/pipelines/${7}/metadata`, { body: { name: 'o/r#1' } });
  });

  it('knows an instance below a path', async () => {
    nock('https://host.example').get('/gitlab/api/v4/projects/1/pipelines/2').reply(200, { id: 2 });
    const client = createGitbeaker({ url: 'https://host.example/gitlab/', token: TOKEN, send });
    expect(await client.pipelines.show(1, 2)).toEqual({ id: 2 });
  });

  it('lets no name climb out of its path', async () => {
    const failure = await rejection(branches.show(PROJECT, '..'));
    expect(failure).toMatchObject({ kind: 'unexpected', transport: 'refused-url', mayHaveActed: false });
  });
});

describe('what arrives', () => {
  it('is byte for byte what was given, and no token is ever in a URL', async () => {
    await using server = await serve((_seen, response) => json(response, { id: 1 }, 201));
    nock.enableNetConnect('127.0.0.1');
    const at = endpoint`projects/${PROJECT}/trigger/pipeline`;
    const byTrigger = { token: TRIGGER, ref: 'main', variables: hostile, inputs: hostile };
    await createGitbeaker({ url: server.url, send }).requester.post(at, { body: byTrigger });
    const variables = Object.entries(hostile).map(([key, value]) => ({ key, value }));
    const client = createGitbeaker({ url: server.url, token: TOKEN, send });
    const asked = { variables, inputs: hostile };
    await client.pipelines.create(PROJECT, 'main', asked);

    expect(server.seen.map((one) => one.url)).toEqual([`${AT}/trigger/pipeline`, `${AT}/pipeline`]);
    expect(server.seen[0]?.body.equals(Buffer.from(JSON.stringify(byTrigger)))).toBe(true);
    expect(JSON.parse(String(server.seen[0]?.body))).toEqual(byTrigger);
    expect(JSON.parse(String(server.seen[1]?.body))).toEqual({ ref: 'main', variables, inputs: hostile });
    for (const { headers } of server.seen) expect(headers['content-type']).toBe('application/json');
  });
});

describe('what GitLab refuses', () => {
  const create = async (status: number, body: unknown, headers: Record<string, string> = {}) => {
    gitlab()
      .post(`${AT}/pipeline`)
      .reply(status, body as never, headers);
    return (await rejection(pipelines.create(PROJECT, 'main'))) as ServiceFailure;
  };
  const base = (text: string) => ({ message: { base: [text] } });

  it.each([
    [400, base('Reference not found'), 'invalid', 'reference-not-found'],
    [400, base('Insufficient permissions to set pipeline variables'), 'invalid', 'variables-refused'],
    [400, { error: 'variables is invalid' }, 'invalid', 'variables-invalid'],
    [400, { error: 'inputs is invalid' }, 'invalid', 'inputs-invalid'],
    [400, base('`tests` input: required value has not been provided'), 'invalid', 'inputs-invalid'],
    [400, base('Pipeline filtered out by workflow rules.'), 'invalid', 'filtered-by-workflow'],
    [400, base('Pipeline will not run for the selected trigger. The rules …'), 'invalid', 'no-jobs'],
    [400, base('No stages / jobs for this pipeline.'), 'invalid', 'no-jobs'],
    [
      400,
      base('Too many pipelines created in the last minute. Try again later.'),
      'rate-limited',
      'too-many-pipelines',
    ],
    [400, { message: { name: ['is too long (maximum is 255 characters)'] } }, 'invalid', 'name-refused'],
    [400, base('Missing CI config file'), 'invalid', 'config-missing'],
    [400, base('some private text'), 'invalid', undefined],
    [401, { message: '401 Unauthorized' }, 'unauthorized', undefined],
    [
      401,
      { error: 'invalid_token', error_description: 'Token is expired. You can …' },
      'unauthorized',
      'token-expired',
    ],
    [403, { error: 'insufficient_scope', scope: 'api' }, 'forbidden', 'insufficient-scope'],
    [403, { error: 'insufficient_granular_scope' }, 'forbidden', 'insufficient-granular-scope'],
    [404, { message: '404 Not Found' }, 'not-found', undefined],
    [404, { message: '404 Not found' }, 'not-found', undefined],
    [404, { error: '404 Not Found' }, 'not-found', undefined],
    [404, { message: 'no Route matched with those values' }, 'not-found', 'foreign-not-found'],
    [404, { message: '404 Project Not Found' }, 'not-found', 'project-not-found'],
    [429, 'Retry later', 'rate-limited', undefined],
  ])('%i %j is %s, %s', async (status, body, kind, refusal) => {
    const failure = await create(status, body);
    expect(failure).toMatchObject({
      name: 'ServiceFailure',
      service: 'gitlab',
      status,
      kind,
      mayHaveActed: false,
    });
    expect(failure.refusal).toBe(refusal);
  });

  it('leaves open whether a 502 created something, and asks once', async () => {
    expect(await create(502, '<html>')).toMatchObject({ kind: 'unavailable', mayHaveActed: true });
  });

  it('follows no redirect', async () => {
    const failure = await create(302, '', { location: 'https://other.example/users/sign_in' });
    expect(failure).toMatchObject({ kind: 'moved', status: 302, mayHaveActed: false });
  });

  it('says how long to wait', async () => {
    expect(await create(429, 'Retry later', { 'retry-after': '60' })).toMatchObject({ retryAfterMs: 60_000 });
  });

  it('takes a sign-in page for no answer', async () => {
    const failure = await create(200, '<html>', { 'content-type': 'text/html' });
    expect(failure).toMatchObject({ kind: 'unavailable', transport: 'bad-content', mayHaveActed: true });
  });

  it('lets neither token nor words of GitLab into the error', async () => {
    const failure = await create(400, base('private text'));
    const all = `${failure.stack}${JSON.stringify(Object.entries(failure))}${failure.cause}`;
    expect(all).not.toMatch(/s3cret|private text/);
  });
});
