import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fields, PROJECT, startBench } from '../sandbox/gitlab/start.ts';
import type { SchemaName } from './gitlab/schemas.ts';
import { faultsOf } from './gitlab/validate.ts';

const CI = `
stages: [build, test]
build: { stage: build, script: [echo made], tags: [linux] }
unit: { stage: test, script: ['false'] }
lint: { stage: test, script: ['false'], allow_failure: true }
child: { stage: test, trigger: acme/other }
`;

const bench = startBench({ '.gitlab-ci.yml': CI });
const { gitlab, call } = bench;
gitlab.url = 'http://127.0.0.1:9';
gitlab.addBranch('acme/engine-tests', 'feat/x', { protected: 'developer' });
const reader = gitlab.addAccessToken({ project: 'acme/engine-tests', scopes: ['read_api'] });
const fine = gitlab.addAccessToken({
  project: 'acme/engine-tests',
  scopes: ['api'],
  missing: 'create_pipeline',
});
let id = 0;
let job = 0;

beforeAll(async () => {
  const variables = [{ key: 'A', value: '1' }];
  const made = await call('POST', '/pipeline', { body: { ref: 'main', variables } });
  expect(made.status).toBe(201);
  expect(faultsOf('pipeline', made.json)).toEqual([]);
  id = made.json.id;
  await bench.until(id, 'failed');
  job = (await call('GET', `/pipelines/${id}/jobs`)).json[0].id;
});
afterAll(() => gitlab.close());

/** Method, path (PIPELINE and JOB stand for the ids), status, kind of answer, and the token or body. */
type Row = [string, string, number, SchemaName, { token?: string | undefined; body?: unknown }?];
const rows: Row[] = [
  ['GET', '', 200, 'project'],
  ['GET', '', 200, 'project', { token: reader }],
  ['GET', '/repository/branches/main', 200, 'branch'],
  ['GET', '/repository/branches/feat%2Fx', 200, 'branch'],
  ['GET', '/repository/branches', 200, 'branches'],
  ['GET', '/repository/branches/nowhere', 404, 'message'],
  ['GET', '', 404, 'message', { token: undefined }],
  ['GET', '/pipelines?scope=none', 400, 'error'],
  ['GET', '/pipelines/abc', 400, 'error'],
  ['GET', '/pipelines/latest?ref=feat%2Fx', 403, 'message'],
  ['GET', '/pipelines', 200, 'pipelines'],
  ['GET', '/pipelines/latest', 200, 'pipelineWithName'],
  ['GET', '/pipelines/PIPELINE', 200, 'pipelineWithName'],
  ['GET', '/pipelines/1', 404, 'message'],
  ['GET', '/pipelines/PIPELINE/variables', 200, 'variables'],
  ['GET', '/pipelines/PIPELINE/jobs', 200, 'jobs'],
  ['GET', '/pipelines/PIPELINE/bridges', 200, 'bridges'],
  ['GET', '/pipelines/PIPELINE/test_report_summary', 200, 'testReportSummary'],
  ['GET', '/jobs/JOB', 200, 'job'],
  ['PUT', '/pipelines/PIPELINE/metadata', 200, 'pipelineWithName', { body: { name: 'n' } }],
  ['PUT', '/pipelines/PIPELINE/metadata', 400, 'error', { body: {} }],
  ['POST', '/trigger/pipeline', 400, 'error', { body: { ref: 'main' } }],
  ['POST', '/trigger/pipeline', 404, 'message', { body: { ref: 'main', token: 'wrong' } }],
  ['POST', '/pipeline', 400, 'baseErrors', { body: { ref: 'nowhere' } }],
  ['POST', '/pipeline', 400, 'error', { body: { ref: 'main', variables: 'A=1' } }],
  [
    'POST',
    '/pipeline',
    400,
    'error',
    { body: { ref: 'main', variables: [{ key: 'A', value: '1', variable_type: 'x' }] } },
  ],
  ['POST', '/pipeline', 401, 'message', { token: 'glpat-unknown', body: { ref: 'main' } }],
  ['POST', '/pipeline', 403, 'scopeError', { token: reader, body: { ref: 'main' } }],
  ['POST', '/pipeline', 403, 'scopeError', { token: fine, body: { ref: 'main' } }],
  // The description says 201; the code answers 200.
  ['POST', '/pipelines/PIPELINE/cancel', 200, 'pipeline'],
  ['POST', '/pipelines/PIPELINE/retry', 201, 'pipeline'],
];

test.each(rows)('%s %s answers %i as %s', async (method, path, status, kind, options = {}) => {
  const at = path.replace('PIPELINE', String(id)).replace('JOB', String(job));
  const answer = await call(method, at, options);
  expect(faultsOf(kind, answer.json)).toEqual([]);
  expect(answer.status).toBe(status);
});

test.each<[string, SchemaName]>([
  ['/personal_access_tokens/self', 'accessToken'],
  ['/user', 'currentUser'],
  ['/metadata', 'metadata'],
  ['/version', 'metadata'],
])('GET %s answers as %s', async (path, kind) => {
  const headers = { 'private-token': reader };
  const answer = await gitlab.app.request(PROJECT.replace(/\/projects.*/, path), { headers });
  expect(faultsOf(kind, await answer.json())).toEqual([]);
});

test.each<[string, SchemaName, string, (body: Fields) => void]>([
  ['a status that GitLab does not know', 'pipelineWithName', '', (body) => (body.status = 'passed')],
  ['a field that is missing', 'pipelineWithName', '', (body) => delete body.updated_at],
  ['a field that is misspelt', 'pipelineWithName', '', (body) => (body.finishedAt = null)],
  ['a time that is a number', 'jobs', '/jobs', (body) => (body[0].created_at = 0)],
])('the validator complains about %s', async (_what, kind, path, corrupt) => {
  const { json } = await call('GET', `/pipelines/${id}${path}`);
  expect(faultsOf(kind, json)).toEqual([]);
  corrupt(json);
  expect(faultsOf(kind, json)).not.toEqual([]);
});
