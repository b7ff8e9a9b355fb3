import { afterAll, afterEach, expect, test } from 'vitest';
import { STATUSES } from '../../../sandbox/gitlab/status.ts';
import { type Fields, startBench } from './start.ts';

// Nothing is run here that would need time: one job, and most pipelines are held.
const bench = startBench({ '.gitlab-ci.yml': "unit: { script: ['true'] }\n" });
const { gitlab, call, trigger, until } = bench;
const project = gitlab.project('acme/engine-tests');
project.settings.creationsPerMinute = 1000;
afterAll(() => gitlab.close());
afterEach(() => {
  gitlab.plantMarker(undefined);
  project.settings.lagMs = 0;
});

const tokenWith = (wanted: object) =>
  gitlab.addAccessToken({ project: 'acme/engine-tests', scopes: ['api'], ...wanted });
const held = async (status: 'running' | 'failed' = 'running') => {
  gitlab.hold('next', status);
  return trigger();
};

test('tokens: none, unknown, revoked, expired, wrong scope, missing permission', async () => {
  const id = await held();
  const ask = async (token: string | undefined, method = 'GET', path = '') => {
    const answer = await call(method, `/pipelines/${id}${path}`, { token });
    return [answer.status, answer.json.message ?? answer.json.error];
  };
  const old = tokenWith({});
  const late = tokenWith({});
  gitlab.revokeToken(old);
  gitlab.revokeToken(late, 'expired');
  expect(await ask(undefined)).toEqual([404, '404 Project Not Found']);
  expect((await call('POST', '/pipeline', { token: undefined, body: { ref: 'main' } })).status).toBe(401);
  expect(await ask('glpat-unknown')).toEqual([401, '401 Unauthorized']);
  expect(await ask(old)).toEqual([401, 'invalid_token']);
  expect(await ask(late)).toEqual([401, 'invalid_token']);
  const reader = tokenWith({ scopes: ['read_api'], role: 'maintainer' });
  expect((await ask(reader))[0]).toBe(200);
  expect(await ask(reader, 'POST', '/cancel')).toEqual([403, 'insufficient_scope']);
  const fine = tokenWith({ missing: 'cancel_pipeline' });
  expect(await ask(fine, 'POST', '/cancel')).toEqual([403, 'insufficient_granular_scope']);
  expect(await ask(tokenWith({ role: 'reporter' }), 'POST', '/retry')).toEqual([403, '403 Forbidden']);
  expect(await ask(tokenWith({ user: 'somebody' }), 'GET', '/variables')).toEqual([403, '403 Forbidden']);
  const self = await gitlab.app.request('/api/v4/personal_access_tokens/self', {
    headers: { authorization: `Bearer ${reader}` },
  });
  expect(await self.json()).toMatchObject({ scopes: ['read_api'], active: true });
});

test('projects: by number, by path, unknown, and moved', async () => {
  const get = (path: string) =>
    gitlab.app.request(`/api/v4/projects/${path}`, { headers: { 'private-token': bench.token } });
  expect(await (await get(String(project.id))).json()).toMatchObject({ default_branch: 'main' });
  const unknown = await get('acme%2Fother');
  expect([unknown.status, await unknown.json()]).toEqual([404, { message: '404 Project Not Found' }]);
  gitlab.moveProject(project.id, 'acme/moved');
  const moved = await get('acme%2Fengine-tests/pipelines?per_page=1');
  expect(moved.status).toBe(301);
  expect(moved.headers.get('location')).toBe(`/api/v4/projects/${project.id}/pipelines?per_page=1`);
  gitlab.moveProject(project.id, 'acme/engine-tests');
});

test('a new pipeline is not seen before the lag is over', async () => {
  project.settings.lagMs = 20_000;
  const id = await held();
  const looks = async () => [
    (await call('GET', `/pipelines/${id}`)).status,
    (await call('GET', '/pipelines?per_page=100')).json.some((one: Fields) => one.id === id),
  ];
  expect(await looks()).toEqual([404, false]);
  await new Promise((resolve) => setTimeout(resolve, 220));
  expect(await looks()).toEqual([200, true]);
});

test('a throttled API answers 429 in text, with the wait in seconds', async () => {
  gitlab.world.settings.callsPerMinute = 0;
  const answer = await call('GET', '/pipelines');
  gitlab.world.settings.callsPerMinute = Number.POSITIVE_INFINITY;
  expect([answer.status, answer.text.trim(), answer.json]).toEqual([429, 'Retry later', undefined]);
  const wait = Number(answer.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
});

test.each(STATUSES)('%s can be held, is listed, and ends only when it is an end', async (status) => {
  gitlab.hold('next', status);
  const id = await trigger();
  const seen = await call('GET', `/pipelines/${id}`);
  const isEnd = ['success', 'failed', 'canceled', 'skipped'].includes(status);
  expect([seen.json.status, seen.json.finished_at !== null]).toEqual([status, isEnd]);
  const { json: listed } = await call('GET', `/pipelines?status=${status}&order_by=id`);
  expect(listed[0].id).toBe(id);
});

test('a script shows one status for each look, and keeps the last', async () => {
  gitlab.scriptStatuses(['created', 'running', 'failed']);
  const id = await trigger();
  const seen: string[] = [];
  for (let i = 0; i < 4; i++) seen.push((await call('GET', `/pipelines/${id}`)).json.status);
  expect(seen).toEqual(['created', 'running', 'failed', 'failed']);
});

test('a held pipeline goes on after its release, and ends after a cancel', async () => {
  const released = await held();
  gitlab.release(released);
  await until(released, 'success');
  const canceled = await held();
  expect((await call('POST', `/pipelines/${canceled}/cancel`)).json.status).toBe('canceled');
});

test('lists filter by exact name and by time, and tell their pages', async () => {
  const ids = [await held(), await held(), await held()];
  for (const id of ids) gitlab.pipeline(id).name = 'acme/engine#9@abc';
  gitlab.pipeline(ids[0] ?? 0).name = 'acme/engine#9@abcd';
  const name = encodeURIComponent('acme/engine#9@abc');
  const found = await call('GET', `/pipelines?name=${name}&source=trigger&sort=asc&per_page=1`);
  expect(found.json.map((one: Fields) => one.id)).toEqual([ids[1]]);
  expect(Object.fromEntries(found.headers)).toMatchObject({
    'x-total': '2',
    'x-next-page': '2',
    link: expect.stringContaining('page=2'),
  });
  const limit = Date.parse('2100-01-01T00:00:00Z');
  gitlab.pipeline(ids[1] ?? 0).createdAt = limit;
  gitlab.pipeline(ids[2] ?? 0).createdAt = limit + 1;
  project.settings.lagMs = Number.NEGATIVE_INFINITY;
  const late = await call('GET', '/pipelines?created_after=2100-01-01T00:00:00Z');
  expect(late.json.map((one: Fields) => one.id)).toEqual([ids[2]]);
  expect((await call('GET', '/pipelines?status=done')).status).toBe(400);
});

test('a deleted pipeline is gone', async () => {
  const owner = tokenWith({ role: 'owner' });
  const id = await held();
  expect((await call('DELETE', `/pipelines/${id}`)).status).toBe(403);
  expect((await call('DELETE', `/pipelines/${id}`, { token: owner })).status).toBe(204);
  expect((await call('GET', `/pipelines/${id}`)).status).toBe(404);
});

test('a marker is in every free string, and only there', async () => {
  const id = await held();
  gitlab.pipeline(id).name = 'key';
  gitlab.plantMarker('MARK');
  const { json: pipeline, headers } = await call('GET', `/pipelines/${id}`);
  expect(pipeline).toMatchObject({
    status: 'running',
    sha: expect.not.stringContaining('MARK'),
    name: 'key',
    ref: 'main MARK',
    web_url: expect.stringContaining('MARK'),
    user: { username: 'release-bot MARK' },
    detailed_status: { text: expect.stringContaining('MARK'), group: 'running' },
  });
  expect(headers.get('x-gitlab-meta')).toContain('MARK');
  expect((await call('GET', '/pipelines/1')).json).toEqual({ message: '404 Not Found MARK' });
  gitlab.plantMarker('MARK', { inPipelineNames: true, keep: ['ref'] });
  const { json: again } = await call('GET', `/pipelines/${id}`);
  expect([again.name, again.ref]).toEqual(['key MARK', 'main']);
});

test('below a path prefix the API answers there and nowhere else', async () => {
  gitlab.url = 'http://127.0.0.1:9/gitlab/';
  const ask = (path: string) => gitlab.app.request(path, { headers: { 'private-token': bench.token } });
  const inside = await ask('/gitlab/api/v4/projects/acme%2Fengine-tests');
  const outside = await ask('/api/v4/projects/acme%2Fengine-tests');
  gitlab.url = '';
  expect([inside.status, outside.status]).toEqual([200, 404]);
  expect(await inside.json()).toMatchObject({ web_url: 'http://127.0.0.1:9/gitlab/acme/engine-tests' });
});
