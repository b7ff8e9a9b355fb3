import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGitLabClient } from '../../src/gitlab/client.ts';
import type { ServiceFailure } from '../../src/net/failure.ts';
import { quickSend } from '../net/loopback.ts';

const url = 'https://gitlab.example';
const at = '/api/v4/projects/acme%2Fengine-tests';
const sha = 'c'.repeat(40);
const send = quickSend({ maxAttempts: 1 });
const client = createGitLabClient({
  url,
  project: 'acme/engine-tests',
  token: 'glpat-x',
  triggerToken: undefined,
  send,
});
const gitlab = () => nock(url, { reqheaders: { 'private-token': 'glpat-x' } });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

const raw = (over: object = {}) => ({
  id: 5,
  iid: 1,
  sha,
  ref: 'private-branch',
  status: 'running',
  source: 'api',
  name: null,
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:20:00.000Z',
  started_at: null,
  finished_at: null,
  yaml_errors: null,
  web_url: 'https://gitlab.example/private',
  detailed_status: { group: 'running', text: 'läuft' },
  ...over,
});
describe('finding', () => {
  it('is by the exact name, newest first', async () => {
    const found = [
      raw({ id: 7, name: 'key' }),
      raw({ id: 6, name: 'key-2' }),
      raw({ id: 5, name: 'key' }),
      raw({ id: 4 }),
    ];
    gitlab()
      .get(`${at}/pipelines`)
      .query({ name: 'key', order_by: 'id', sort: 'desc', per_page: 100 })
      .reply(200, found);
    expect((await client.named('key')).map(({ id }) => id)).toEqual([7, 5]);
  });

  it('recent ones are paged until a page is not full', async () => {
    const since = Date.UTC(2026, 0, 1);
    const page = (n: number, length: number) =>
      gitlab()
        .get(`${at}/pipelines`)
        .query({
          updated_after: '2026-01-01T00:00:00.000Z',
          order_by: 'id',
          sort: 'desc',
          per_page: 100,
          ...(n > 1 && { page: n }),
        })
        .reply(
          200,
          Array.from({ length }, (_, i) => raw({ id: 1_000 * n + i })),
        );
    page(1, 100);
    page(2, 3);
    expect(await client.changedSince(since)).toHaveLength(103);
  });

  it('a list that is longer than can be read is no answer', async () => {
    gitlab()
      .get(`${at}/pipelines`)
      .query(true)
      .times(30)
      .reply(
        200,
        Array.from({ length: 100 }, (_, i) => raw({ id: i })),
      );
    await expect(client.changedSince(0)).rejects.toMatchObject({ kind: 'unexpected' });
  });

  it.each([
    ['is switched off', 200, { builds_access_level: 'disabled', jobs_enabled: false }, 'pipelines-disabled'],
    ['is switched off, on an old server', 200, { jobs_enabled: false }, 'pipelines-disabled'],
    ['is on, and the role too low', 200, { builds_access_level: 'private', jobs_enabled: false }, undefined],
    ['is on, on an old server', 200, { jobs_enabled: true }, undefined],
    ['is not told', 200, {}, undefined],
    ['cannot be asked about', 403, { message: '403 Forbidden' }, undefined],
  ])('a list that is refused where CI/CD %s', async (_, status, project, refusal) => {
    gitlab().get(`${at}/pipelines`).query(true).reply(403, { message: '403 Forbidden' });
    gitlab().get(at).reply(status, project);
    const failure = await client.changedSince(0).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'forbidden', status: 403 });
    expect((failure as ServiceFailure).refusal).toBe(refusal);
  });

  it('a list that is refused for a scope asks no more', async () => {
    gitlab().get(`${at}/pipelines`).query(true).reply(403, { error: 'insufficient_scope' });
    const project = gitlab().get(at).reply(200, { builds_access_level: 'disabled' });
    await expect(client.changedSince(0)).rejects.toMatchObject({ refusal: 'insufficient-scope' });
    expect(project.isDone()).toBe(false);
    nock.cleanAll();
  });

  it('durations are those of the same selection, newest first', async () => {
    const success = (name: string | null, minutes: number) =>
      raw({ name, status: 'success', updated_at: new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString() });
    const found = [
      success('a@b:1', 20),
      success('a@c:1', 10),
      success('a@c:2', 30),
      success(null, 30),
      success('x:1', 0),
    ];
    gitlab()
      .get(`${at}/pipelines`)
      .query({ status: 'success', order_by: 'id', sort: 'desc', per_page: 100 })
      .reply(200, found);
    expect(await client.durations(':1')).toEqual([1_200_000, 600_000]);
  });

  it('the key among the variables of a pipeline, if it is there', async () => {
    const variables = [
      { key: 'TESTS', value: 'x' },
      { key: 'DRAWBRIDGE_KEY', value: 'key' },
    ];
    gitlab().get(`${at}/pipelines/5/variables`).reply(200, variables);
    expect(await client.keyVariable(5)).toBe('key');
    gitlab().get(`${at}/pipelines/5/variables`).reply(200, []);
    expect(await client.keyVariable(5)).toBeUndefined();
  });

  it('jobs and bridges', async () => {
    gitlab()
      .get(`${at}/pipelines/5/jobs?per_page=100`)
      .reply(200, [
        { id: 1, name: 'test-aws', status: 'failed', allow_failure: true },
        { id: 2, name: 'x', status: 'odd' },
      ]);
    gitlab()
      .get(`${at}/pipelines/5/bridges?per_page=100`)
      .reply(200, [
        { id: 3, name: 'down', status: 'success', allow_failure: false, downstream_pipeline: null },
        { id: 4, name: 'deep', status: 'success', downstream_pipeline: { id: 9, status: 'failed' } },
      ]);
    expect(await client.jobs(5)).toEqual([
      { name: 'test-aws', status: 'failed', bridge: false, mayFail: true },
      { name: 'x', status: 'unknown', bridge: false, mayFail: false },
      { name: 'down', status: 'success', bridge: true, mayFail: false },
      { name: 'deep', status: 'success', bridge: true, mayFail: false, downstream: 'failed' },
    ]);
  });

  it('whose the token is, and its scopes', async () => {
    gitlab()
      .get('/api/v4/personal_access_tokens/self')
      .reply(200, { id: 1, user_id: 71, scopes: ['read_api'] });
    expect(await client.self()).toEqual({ user: 71, scopes: ['read_api'] });
  });
});

describe('branches', () => {
  it('are read by their name, with slashes', async () => {
    gitlab()
      .get(`${at}/repository/branches/feature%2Fx`)
      .reply(200, { name: 'feature/x', protected: true, commit: { id: sha } });
    expect(await client.branch('feature/x')).toEqual({ protected: true, sha });
  });

  it('there is none where GitLab says so in its own words', async () => {
    gitlab().get(`${at}/repository/branches/x`).reply(404, { message: '404 Branch Not Found' });
    expect(await client.branch('x')).toBeUndefined();
    gitlab().get(`${at}/repository/tags/x`).reply(404, { message: '404 Tag Not Found' });
    expect(await client.tag('x')).toBeUndefined();
  });

  it.each([
    ['404 Project Not Found', 'project-not-found'],
    ['404 Not Found', undefined],
  ])('%s says nothing about the branch', async (message, refusal) => {
    gitlab().get(`${at}/repository/branches/x`).reply(404, { message });
    await expect(client.branch('x')).rejects.toMatchObject({ kind: 'not-found', refusal });
    gitlab().get(`${at}/repository/tags/x`).reply(404, { message });
    await expect(client.tag('x')).rejects.toMatchObject({ kind: 'not-found', refusal });
  });

  it('a tag stands for a commit', async () => {
    gitlab()
      .get(`${at}/repository/tags/v1%2F2`)
      .reply(200, { name: 'v1/2', commit: { id: sha } });
    expect(await client.tag('v1/2')).toBe(sha);
  });

  it('the default one', async () => {
    gitlab().get(at).reply(200, { id: 1, default_branch: 'trunk' });
    expect(await client.defaultBranch()).toBe('trunk');
  });
});
