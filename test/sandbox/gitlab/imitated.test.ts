import { afterAll, expect, test } from 'vitest';
import { FILES } from './ci.ts';
import { startBench } from './start.ts';

const bench = startBench(FILES);
const { gitlab, call } = bench;
afterAll(() => gitlab.close());

test.each([
  ['GET', '/pipelines?scope=all', 'scope does not have a valid value'],
  ['GET', '/pipelines?status=passed', 'status does not have a valid value'],
  ['GET', '/pipelines?source=tea', 'source does not have a valid value'],
  ['GET', '/pipelines?order_by=name', 'order_by does not have a valid value'],
  ['GET', '/pipelines?sort=up', 'sort does not have a valid value'],
  ['GET', '/pipelines?yaml_errors=perhaps', 'yaml_errors is invalid'],
  ['GET', '/pipelines?updated_after=soon', 'updated_after is invalid'],
  ['GET', '/pipelines?per_page=abc', 'per_page is invalid'],
  ['GET', '/pipelines?per_page=0', 'per_page has a value not allowed'],
  ['GET', '/pipelines?page=x', 'page is invalid'],
  ['GET', '/pipelines/abc', 'pipeline_id is invalid'],
  ['POST', '/pipelines/abc/cancel', 'pipeline_id is invalid'],
])('%s %s is nonsense, and said to be', async (method, path, error) => {
  const answer = await call(method, path);
  expect([answer.status, answer.json]).toEqual([400, { error }]);
});

test('the newest pipeline of a branch without one is nobody’s to read', async () => {
  expect((await call('GET', '/pipelines/latest?ref=nowhere')).status).toBe(403);
});

test('a path is found in any case, and so is the project of a verb', async () => {
  const headers = { 'private-token': bench.token };
  const shouted = await gitlab.app.request('/api/v4/projects/ACME%2FEngine-Tests', { headers });
  expect(await shouted.json()).toMatchObject({ path_with_namespace: 'acme/engine-tests' });
  expect(gitlab.project('Acme/Engine-Tests').path).toBe('acme/engine-tests');
});

test('a project that has moved answers a look with 301, and a change with 405', async () => {
  gitlab.addProject({ path: 'acme/old', files: FILES });
  const headers = {
    'private-token': gitlab.addAccessToken({ project: 'acme/old', scopes: ['api'] }),
    'content-type': 'application/json',
  };
  gitlab.moveProject('acme/old', 'acme/new');
  const at = '/api/v4/projects/acme%2Fold';
  expect((await gitlab.app.request(at, { headers })).status).toBe(301);
  const body = JSON.stringify({ ref: 'main' });
  const refused = await gitlab.app.request(`${at}/pipeline`, { method: 'POST', headers, body });
  expect([refused.status, await refused.json()]).toEqual([
    405,
    { message: 'Non GET methods are not allowed for moved projects' },
  ]);
});

test('its branches are listed', async () => {
  gitlab.addBranch('acme/engine-tests', 'feat/x');
  const names = async (query: string) =>
    (await call('GET', `/repository/branches${query}`)).json.map(({ name }: { name: string }) => name);
  expect(await names('')).toEqual(['feat/x', 'main']);
  expect(await names('?search=feat')).toEqual(['feat/x']);
});

test.each([
  ['GET', '/issues', 'GET /api/v4/projects/acme%2Fengine-tests/issues'],
  ['GET', '/pipelines?topic=x', 'the parameter `topic` of GET /projects/:id/pipelines'],
  ['GET', '?statistics=true', 'the parameter `statistics` of GET /projects/:id'],
  ['POST', '/pipeline', 'the field `sha` of POST /projects/:id/pipeline', { ref: 'main', sha: 'x' }],
  [
    'POST',
    '/trigger/pipeline',
    'the field `job` of POST /projects/:id/trigger/pipeline',
    { ref: 'main', token: 'x', job: 1 },
  ],
])(
  '%s %s is not imitated, and the test that asks for it fails',
  async (method, path, what, body = undefined) => {
    const answer = await call(method, path, { body });
    const message = `501 The sandbox's GitLab does not imitate ${what}`;
    expect([answer.status, answer.json]).toEqual([501, { message }]);
    expect(() => gitlab.world.gaps.settle()).toThrow(what);
    expect(() => gitlab.world.gaps.settle()).not.toThrow();
  },
);

test('a keyword that is not played is refused as loudly, and closing tells', async () => {
  const other = startBench({ '.gitlab-ci.yml': 'unit: { script: [echo], retry: 2 }\n' });
  const answer = await other.call('POST', '/pipeline', { body: { ref: 'main' } });
  expect([answer.status, answer.json.message]).toEqual([501, expect.stringContaining('`unit:retry`')]);
  await expect(other.gitlab.close()).rejects.toThrow('`unit:retry` in .gitlab-ci.yml');
});

test('only, except and changes choose the jobs of a push as of a start by hand', async () => {
  const ci = `
pushed: { script: [echo], only: [pushes] }
by-hand: { script: [echo], only: { refs: [web, api], variables: ['$ONLY == "yes"', '$ALSO'] } }
not-main: { script: [echo], except: [main, /^release/] }
docs: { script: [echo], rules: [{ changes: ['docs/**/*.{md,txt}'] }] }
code: { script: [echo], only: { changes: ['src/*'] } }
`;
  const at = 'acme/choosy';
  gitlab.addProject({ path: at, files: { '.gitlab-ci.yml': ci, 'src/a.c': '1' } });
  gitlab.push(at, 'main', { 'docs/deep/a.md': 'x' });
  const jobsOf = async (source: 'push' | 'api', variables: Record<string, string> = {}) =>
    (await gitlab.startPipeline(at, { user: 'root', source, variables, role: 'owner' })).jobs.map(
      ({ plan }) => plan.name,
    );
  expect(await jobsOf('push')).toEqual(['pushed', 'docs']);
  expect(await jobsOf('api', { ALSO: '1' })).toEqual(['by-hand', 'docs', 'code']);
});

test('jobs at the edges alone are no pipeline', async () => {
  const at = 'acme/edges';
  gitlab.addProject({ path: at, files: { '.gitlab-ci.yml': 'first: { stage: .pre, script: [echo] }\n' } });
  await expect(gitlab.startPipeline(at, { user: 'root', role: 'owner' })).rejects.toThrow(
    'would have been empty',
  );
});
