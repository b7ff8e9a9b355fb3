import { readFileSync } from 'node:fs';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, expect, test, vi } from 'vitest';
import { exampleEngine } from '../../../sandbox/gitlab/example.ts';
import { type Fields, startBench } from './start.ts';

const bench = startBench(exampleEngine());
const { gitlab, call, trigger, until, jobs } = bench;
afterAll(() => gitlab.close());

const trace = async (id: number, name: string) => {
  const { json } = await call('GET', `/pipelines/${id}/jobs`);
  return (await call('GET', `/jobs/${json.find((one: Fields) => one.name === name).id}/trace`)).text;
};

test('the example runs the tests that were asked for, under the name of the request', async () => {
  const id = await trigger({
    TESTS_TO_RUN: 'test-aws-infra,test-do-infra',
    DRAWBRIDGE_KEY: 'acme/engine#7@x',
  });
  expect(await until(id, 'success', 'failed')).toMatchObject({ status: 'success', name: 'acme/engine#7@x' });
  expect(await jobs(id)).toEqual({
    'build-engine': 'success',
    'test-aws-infra': 'success',
    'test-do-infra': 'success',
  });
  expect(await trace(id, 'test-do-infra')).toContain('ACME-PRIVATE-LICENSE');
});

test('a twin branch of the example fails one test by a file', async () => {
  gitlab.addBranch('acme/engine-tests', 'feat/dns', {
    files: { 'expected/test-aws-infra.txt': 'fail\n' },
  });
  const variables = {
    TESTS_TO_RUN: 'test-all',
    GITHUB_ENGINE_BRANCH_NAME: 'feat/dns',
    FORCE_CHECKOUT_CUSTOM_BRANCH: 'true',
  };
  const id = await trigger(variables, 'feat/dns');
  await until(id, 'failed');
  expect(await jobs(id)).toMatchObject({ 'test-aws-infra': 'failed', 'test-scaleway-infra': 'success' });
  expect(await trace(id, 'build-engine')).toContain('twin branch feat/dns tests engine branch feat/dns');
});

test('a job gets the ID token that it asks for, signed for its audience', async () => {
  gitlab.url = 'http://127.0.0.1:9';
  const ci =
    "ask: { script: ['echo \"=$TOKEN=\"'], id_tokens: { TOKEN: { aud: 'https://vault.example' } } }\n";
  gitlab.addBranch('acme/engine-tests', 'token', { protected: true, files: { '.gitlab-ci.yml': ci } });
  const id = await trigger({}, 'token');
  await until(id, 'success');
  const token = /^=(.+)=$/m.exec(await trace(id, 'ask'))?.[1] ?? '';
  const keys = (await (await gitlab.app.request('/oauth/discovery/keys')).json()) as JSONWebKeySet;
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: 'http://127.0.0.1:9',
    audience: 'https://vault.example',
    currentDate: new Date(gitlab.pipeline(id).createdAt),
    // On a busy machine the job starts some virtual minutes after its pipeline.
    clockTolerance: '1h',
  });
  expect(payload).toMatchObject({
    project_path: 'acme/engine-tests',
    ref: 'token',
    ref_protected: 'true',
    pipeline_id: String(id),
  });
});

test('a job finds the command line in its PATH', async () => {
  const ci = 'ask: { script: [drawbridge --version] }\n';
  gitlab.addBranch('acme/engine-tests', 'command-line', { files: { '.gitlab-ci.yml': ci } });
  const id = await trigger({}, 'command-line');
  await until(id, 'success');
  expect(await trace(id, 'ask')).toMatch(/^\$ drawbridge --version\n(drawbridge )?\d+\.\d+\.\d+/m);
});

test('a job token reads its own job while the job runs, and nothing afterwards', async () => {
  const id = await trigger({ TESTS_TO_RUN: 'test-aws-infra' });
  const running = () => gitlab.pipeline(id).jobs.find((one) => one.status === 'running');
  while (!running()) await new Promise((resolve) => setTimeout(resolve, 2));
  const own = running();
  const headers = { 'job-token': own?.token ?? '' };
  const seen = await gitlab.app.request('/api/v4/job', { headers });
  expect(await seen.json()).toMatchObject({ id: own?.id, pipeline: { id } });
  const list = await call('GET', `/pipelines/${id}/jobs`, { token: undefined, headers });
  expect(list.status).toBe(200);
  for (const refused of [`/pipelines/${id}`, `/pipelines/${id}/bridges`, `/pipelines/${id}/variables`])
    expect((await call('GET', refused, { token: undefined, headers })).status, refused).toBe(404);
  const { id: other } = gitlab.addProject({ path: 'acme/other', files: {} });
  const elsewhere = `/api/v4/projects/${other}/pipelines/${id}/jobs`;
  expect((await gitlab.app.request(elsewhere, { headers })).status).toBe(404);
  await until(id, 'success');
  expect((await gitlab.app.request('/api/v4/job', { headers })).status).toBe(401);
});

test('closing leaves no process behind', async () => {
  const other = startBench({ '.gitlab-ci.yml': "long: { script: ['sleep 100000'] }\n" });
  await other.trigger();
  while (other.gitlab.world.processes.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  const pid = other.gitlab.world.processes[0]?.pid ?? 0;
  expect(process.kill(pid, 0)).toBe(true);
  await other.gitlab.close();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('a cancelled job takes along what has a session of its own', async () => {
  const inner = `const { pid } = require('child_process').spawn('sleep', ['100000'], { detached: true, stdio: 'ignore' });
    console.log('started ' + pid); setInterval(() => {}, 1e6);`;
  const script = [`'${process.execPath}' -e "${inner.replaceAll('\n', ' ')}"`];
  const other = startBench({ '.gitlab-ci.yml': JSON.stringify({ long: { script } }) });
  const id = await other.trigger();
  const pid = () =>
    Number(/^started (\d+)$/m.exec(other.gitlab.world.pipelines.get(id)?.jobs[0]?.trace ?? '')?.[1]);
  await vi.waitUntil(() => pid() > 0, { timeout: 20_000 });
  expect(process.kill(pid(), 0)).toBe(true);
  await other.call('POST', `/pipelines/${id}/cancel`);
  await other.until(id, 'canceled');
  await vi.waitFor(() => expect(isRunning(pid())).toBe(false));
  await other.gitlab.close();
});

/** A dead one that nobody collects stays listed: its state is Z (proc(5)). */
function isRunning(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
