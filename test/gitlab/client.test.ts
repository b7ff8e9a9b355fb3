import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGitLabClient } from '../../src/gitlab/client.ts';
import { quickSend } from '../net/loopback.ts';
import { request } from '../pipeline/build.ts';

const url = 'https://gitlab.example';
const at = '/api/v4/projects/acme%2Fengine-tests';
const sha = 'c'.repeat(40);
const send = quickSend({ maxAttempts: 1 });
const clientWith = (over: { token?: string | undefined; triggerToken?: string } = {}) =>
  createGitLabClient({
    url,
    project: 'acme/engine-tests',
    token: 'glpat-x',
    triggerToken: undefined,
    send,
    ...over,
  });
const client = clientWith();
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
  user: { id: 71, username: 'private' },
  name: null,
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:20:00.000Z',
  started_at: null,
  finished_at: null,
  yaml_errors: null,
  web_url: 'https://gitlab.example/acme/engine-tests/-/pipelines/5',
  detailed_status: { group: 'running', text: 'läuft' },
  ...over,
});
const pipeline = {
  id: 5,
  sha,
  ref: 'private-branch',
  source: 'api',
  creator: 71,
  status: 'running',
  warnings: false,
  invalidConfiguration: false,
  name: undefined,
  createdAt: Date.UTC(2026, 0, 1),
  updatedAt: Date.UTC(2026, 0, 1, 0, 20),
  startedAt: undefined,
  finishedAt: undefined,
};

describe('a pipeline', () => {
  it.each([
    ['as it is', {}, {}],
    ['with a name', { name: 'key' }, { name: 'key' }],
    [
      'that ended',
      { status: 'success', started_at: '2026-01-01T00:01:00Z', finished_at: '2026-01-01T00:02:00Z' },
      { status: 'success', startedAt: Date.UTC(2026, 0, 1, 0, 1), finishedAt: Date.UTC(2026, 0, 1, 0, 2) },
    ],
    [
      'with warnings',
      { status: 'success', detailed_status: { group: 'success-with-warnings' } },
      { status: 'success', warnings: true },
    ],
    [
      'with a translated text that says so',
      { detailed_status: { group: 'success', text: 'success-with-warnings' } },
      {},
    ],
    ['without detailed status', { detailed_status: undefined }, {}],
    [
      'with errors in its configuration',
      { status: 'failed', yaml_errors: 'jobs:x private' },
      { status: 'failed', invalidConfiguration: true },
    ],
    ['that a trigger token started', { source: 'trigger' }, { source: 'trigger' }],
    ['that was started on the page of GitLab', { source: 'web' }, { source: 'other' }],
    ['in a status of the future', { status: 'paused' }, { status: 'unknown' }],
    ['in a status named like one of JavaScript', { status: 'constructor' }, { status: 'unknown' }],
    ['with times that are none', { started_at: 'soon' }, {}],
    [
      'without what older servers leave out',
      { name: undefined, yaml_errors: undefined, started_at: undefined },
      {},
    ],
  ])('%s', async (_, over, expected) => {
    gitlab().get(`${at}/pipelines/5`).reply(200, raw(over));
    expect(await client.get(5)).toEqual({ ...pipeline, ...expected });
  });

  it('whose user is gone, or not told, was started by nobody that we know', async () => {
    for (const user of [null, undefined]) {
      gitlab().get(`${at}/pipelines/5`).reply(200, raw({ user }));
      expect(await client.get(5)).not.toHaveProperty('creator');
    }
  });

  it.each([
    [
      { 'ratelimit-limit': '2000', 'ratelimit-remaining': '1999' },
      { limit: 2_000, remaining: 1_999 },
    ],
    [{ 'ratelimit-limit': '2000' }, undefined],
    [{ 'ratelimit-limit': 'many', 'ratelimit-remaining': 'some' }, undefined],
    [{}, undefined],
  ])('with the budget of %j', async (headers, budget) => {
    gitlab().get(`${at}/pipelines/5`).reply(200, raw(), headers);
    expect((await client.get(5)).budget).toEqual(budget);
  });

  it('is retried, cancelled and renamed', async () => {
    gitlab()
      .post(`${at}/pipelines/5/retry`)
      .reply(201, raw({ status: 'pending' }));
    expect((await client.retry(5)).status).toBe('pending');
    gitlab()
      .post(`${at}/pipelines/5/cancel`)
      .reply(200, raw({ status: 'canceled' }));
    await client.cancel(5);
    gitlab()
      .put(`${at}/pipelines/5/metadata`, { name: 'key' })
      .reply(200, raw({ name: 'key' }));
    expect(await client.rename(5, 'key')).toEqual({ ...pipeline, name: 'key' });
  });
});

describe('starting in a project that has moved', () => {
  it.each([
    ['acme/engine-tests', 'https://gitlab.example/acme/engine-tests/-/pipelines/5', undefined],
    ['acme/engine-tests', 'https://gitlab.example/prefix/acme/engine-tests/-/pipelines/5', undefined],
    ['Acme/Engine-Tests', 'https://gitlab.example/acme/engine-tests/-/pipelines/5', undefined],
    ['acme/engine-tests', 'https://gitlab.example/acme/private-tests/-/pipelines/5', true],
    ['acme/engine-tests', 'https://gitlab.example/other/acme-engine-tests/-/pipelines/5', true],
    ['4711', 'https://gitlab.example/acme/private-tests/-/pipelines/5', undefined],
    ['acme/engine-tests', undefined, undefined],
    ['acme/engine-tests', 'nonsense', undefined],
  ])('%s, answered with %s: %s', async (project, web_url, moved) => {
    nock(url)
      .post(/trigger/)
      .reply(201, raw({ web_url }));
    const { create } = createGitLabClient({ url, project, token: undefined, triggerToken: 'glptt-x', send });
    expect((await create(request())).moved).toBe(moved);
  });
});

describe('starting', () => {
  const values = { TESTS_TO_RUN: 'a&ref=prod&variables[X]=1', camelCase: 'x' };
  const asked = (passAs: 'variables' | 'inputs') =>
    request({ passAs, values, ref: { name: 'main', shown: 'default', twin: false } });

  it('by access token: variables', async () => {
    const variables = Object.entries(values).map(([key, value]) => ({ key, value }));
    gitlab().post(`${at}/pipeline`, { ref: 'main', variables }).reply(201, raw());
    expect(await client.create(asked('variables'))).toEqual(pipeline);
  });

  it('by access token: inputs', async () => {
    gitlab().post(`${at}/pipeline`, { ref: 'main', inputs: values }).reply(201, raw());
    expect((await client.create(asked('inputs'))).id).toBe(5);
  });

  it.each(['variables', 'inputs'] as const)(
    'by trigger token, which goes first and alone: %s',
    async (passAs) => {
      const body = { token: 'glptt-x', ref: 'main', [passAs]: values };
      nock(url, { badheaders: ['private-token'] })
        .post(`${at}/trigger/pipeline`, body)
        .reply(201, raw());
      expect((await clientWith({ triggerToken: 'glptt-x' }).create(asked(passAs))).id).toBe(5);
      nock(url, { badheaders: ['private-token'] })
        .post(`${at}/trigger/pipeline`, body)
        .reply(201, raw());
      expect((await clientWith({ token: undefined, triggerToken: 'glptt-x' }).create(asked(passAs))).id).toBe(
        5,
      );
    },
  );

  it('is not certain when the answer is not understood', async () => {
    gitlab().post(`${at}/pipeline`).reply(201, { id: 'five' });
    await expect(client.create(asked('variables'))).rejects.toMatchObject({
      kind: 'unexpected',
      mayHaveActed: true,
    });
  });
});
