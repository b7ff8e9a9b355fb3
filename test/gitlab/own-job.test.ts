import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { createOwnJob } from '../../src/gitlab/own-job.ts';
import { quickSend } from '../net/loopback.ts';

const url = 'https://gitlab.example/gitlab';
const own = createOwnJob({ url: `${url}/`, jobToken: 'glcbt-secret', send: quickSend({ maxAttempts: 1 }) });
const gitlab = () =>
  nock(url, { reqheaders: { 'job-token': 'glcbt-secret' }, badheaders: ['private-token'] });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

const pipeline = {
  ...{ id: 5, iid: 1, project_id: 4711, sha: 'c'.repeat(40), ref: 'feature/x', status: 'running' },
  ...{ source: 'api', created_at: '2026-11-30T12:00:00.250Z', updated_at: null },
};
// As GitLab shows one (GitLab docs, "Jobs API", "Get job token's job").
const job = {
  ...{
    id: 9,
    name: 'verify',
    status: 'running',
    stage: '.pre',
    ref: 'other',
    tag: false,
    allow_failure: false,
  },
  ...{ created_at: '2026-11-30T14:00:00.000Z', started_at: '2026-11-30T14:00:01.000Z', pipeline },
};

describe('the job of a token', () => {
  it('is told by its pipeline: project, ref and time of creation', async () => {
    gitlab().get('/api/v4/job').reply(200, job);
    expect(await own.job()).toEqual({
      ...{ id: 9, name: 'verify', project: 4711, pipeline: 5, ref: 'feature/x' },
      createdAt: Date.UTC(2026, 10, 30, 12, 0, 0, 250),
    });
  });

  it.each<[string, unknown]>([
    // A release before 12 showed neither (GitLab's code, lib/api/entities/ci/pipeline_basic.rb).
    ['no time of creation', { ...job, pipeline: { ...pipeline, created_at: undefined } }],
    ['no time that is one', { ...job, pipeline: { ...pipeline, created_at: 'now' } }],
    [
      'a time in a form that only some programs read',
      { ...job, pipeline: { ...pipeline, created_at: '2026' } },
    ],
    ['a day that there is not', { ...job, pipeline: { ...pipeline, created_at: '2026-13-40T12:00:00Z' } }],
    ['a number for the time', { ...job, pipeline: { ...pipeline, created_at: 0 } }],
    ['no project', { ...job, pipeline: { ...pipeline, project_id: undefined } }],
    ['a project by its name', { ...job, pipeline: { ...pipeline, project_id: 'acme/engine-tests' } }],
    ['no ref', { ...job, pipeline: { ...pipeline, ref: null } }],
    ['an empty ref', { ...job, pipeline: { ...pipeline, ref: '' } }],
    ['no pipeline', { ...job, pipeline: null }],
    ['a list', [job]],
    ['nothing', null],
  ])('is not understood with %s', async (_, body) => {
    gitlab().get('/api/v4/job').reply(200, JSON.stringify(body), { 'content-type': 'application/json' });
    expect(await own.job().catch(reasonOfFailure)).toBe('gitlab-unexpected');
  });

  it('is not understood from an empty answer', async () => {
    gitlab().get('/api/v4/job').reply(200);
    expect(await own.job().catch(reasonOfFailure)).toBe('gitlab-unexpected');
  });

  it.each<[number, object | string, string]>([
    [401, { message: '401 Unauthorized' }, 'gitlab-token-refused'],
    [404, { message: '404 Job Not Found' }, 'gitlab-not-there'],
    [302, '', 'gitlab-moved'],
    [503, { message: 'x' }, 'gitlab-unavailable'],
    [403, '<html>blocked</html>', 'gitlab-unavailable'],
  ])('where GitLab answers %s is not known, and nobody is told the token', async (status, body, reason) => {
    gitlab().get('/api/v4/job').reply(status, body);
    const failure: unknown = await own.job().catch((error: unknown) => error);
    expect(reasonOfFailure(failure)).toBe(reason);
    expect(JSON.stringify(failure) + String(failure)).not.toContain('glcbt');
  });
});

it('the jobs beside it are read to their last page', async () => {
  const page = (n: number) => Array.from({ length: n }, (_, at) => ({ name: `t${at}`, status: 'success' }));
  const at = '/api/v4/projects/4711/pipelines/5/jobs?per_page=100&page=';
  gitlab().get(`${at}1`).reply(200, page(100));
  gitlab()
    .get(`${at}2`)
    .reply(200, [{ name: 'last', status: 'failed', allow_failure: true, stage: 'x' }]);
  const jobs = await own.jobs(4711, 5);
  expect([jobs.length, jobs.at(-1)]).toEqual([
    101,
    { name: 'last', status: 'failed', bridge: false, mayFail: true },
  ]);
});

it('an access token reads the trigger jobs too, and the job token goes along with neither list', async () => {
  const token = { reqheaders: { 'private-token': 'glpat-secret' }, badheaders: ['job-token'] };
  const byToken = createOwnJob({
    ...{ url, jobToken: 'glcbt-secret', accessToken: 'glpat-secret' },
    send: quickSend({ maxAttempts: 1 }),
  });
  const of = '/api/v4/projects/4711/pipelines/5';
  nock(url, token)
    .get(`${of}/jobs?per_page=100&page=1`)
    .reply(200, [{ name: 'unit', status: 'success' }]);
  nock(url, token)
    .get(`${of}/bridges?per_page=100&page=1`)
    .reply(200, [{ name: 'deploy', status: 'success', downstream_pipeline: { status: 'failed' } }]);
  expect(await byToken.jobs(4711, 5)).toEqual([
    { name: 'unit', status: 'success', bridge: false, mayFail: false },
    { name: 'deploy', status: 'success', bridge: true, mayFail: false, downstream: 'failed' },
  ]);
});
