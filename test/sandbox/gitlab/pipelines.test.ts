import { afterAll, expect, test } from 'vitest';
import { FILES } from './ci.ts';
import { type Fields, startBench } from './start.ts';

const bench = startBench(FILES);
const { gitlab, call, trigger, until, jobs } = bench;
afterAll(() => gitlab.close());

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const processesOf = (id: number) => gitlab.world.processes.filter((one) => one.pipelineId === id);

test('rules choose the jobs, and the exit codes make the results', async () => {
  const id = await trigger({ TESTS_TO_RUN: 'unit,code-7', DRAWBRIDGE_KEY: 'acme/engine#1@x' });
  const pipeline = await until(id, 'failed');
  expect(await jobs(id)).toEqual({
    build: 'success',
    unit: 'success',
    'code-7': 'failed',
    deploy: 'skipped',
    'on-failure': 'success',
  });
  expect(processesOf(id).find((one) => one.job === 'code-7')?.code).toBe(7);
  expect(pipeline.name).toBe('acme/engine#1@x');
  expect(Date.parse(pipeline.finished_at)).toBeGreaterThan(Date.parse(pipeline.started_at));
});

test('without a selection the default of the YAML holds, and bridges are listed apart', async () => {
  const id = await trigger();
  await until(id, 'success');
  expect(await jobs(id)).toMatchObject({ unit: 'success', 'on-failure': 'skipped' });
  const { json: bridges } = await call('GET', `/pipelines/${id}/bridges`);
  expect(bridges.map((one: Fields) => [one.name, one.status])).toEqual([['child', 'success']]);
});

test('jobs of a stage run side by side, and a cancel kills their processes', async () => {
  const id = await trigger({ TESTS_TO_RUN: 'slow' });
  const waiting = () => gitlab.pipeline(id).jobs.filter((one) => one.trace.includes('& wait'));
  while (waiting().length < 2) await new Promise((resolve) => setTimeout(resolve, 4));
  const pids = processesOf(id).flatMap((one) => (one.alive ? [one.pid] : []));
  const cancel = await call('POST', `/pipelines/${id}/cancel`);
  expect([cancel.status, cancel.json.status]).toEqual([200, 'canceling']);
  await until(id, 'canceled');
  expect(pids.map(isAlive)).toEqual([false, false]);
  expect(await jobs(id)).toMatchObject({ build: 'success', 'slow-a': 'canceled', deploy: 'canceled' });
  const { json: list } = await call('GET', `/pipelines/${id}/jobs?scope[]=canceled`);
  const slow = list.filter((one: Fields) => one.name.startsWith('slow'));
  const traces = slow.map((one: Fields) => call('GET', `/jobs/${one.id}/trace`));
  for (const { text } of await Promise.all(traces)) expect(text).toMatch(/^told to stop$/m);
  expect((await call('POST', `/pipelines/${id}/cancel`)).status).toBe(200);
});

test('a retry runs only what failed, and what was skipped because of it', async () => {
  const id = await trigger({ TESTS_TO_RUN: 'unit,code-7' });
  await until(id, 'failed');
  const before = processesOf(id).map((one) => one.job);
  expect(before.toSorted()).toEqual(['build', 'code-7', 'on-failure', 'unit']);
  const retry = await call('POST', `/pipelines/${id}/retry`);
  expect([retry.status, retry.json.finished_at]).toEqual([201, null]);
  await until(id, 'failed');
  const again = processesOf(id)
    .slice(before.length)
    .map((one) => one.job);
  expect(again).toEqual(['code-7']);
  const all = await call('GET', `/pipelines/${id}/jobs?include_retried=true&scope[]=failed`);
  expect(all.json.map((one: Fields) => one.name)).toEqual(['code-7', 'code-7']);
});

test('a retry of a pipeline in which nothing failed does nothing', async () => {
  const id = await trigger();
  await until(id, 'success');
  const before = processesOf(id).length;
  expect((await call('POST', `/pipelines/${id}/retry`)).json.status).toBe('success');
  expect(processesOf(id)).toHaveLength(before);
});

test('an allowed failure passes with warnings, told by the group and not by the text', async () => {
  const id = await trigger({ TESTS_TO_RUN: 'may-fail' });
  const pipeline = await until(id, 'success');
  expect(pipeline.detailed_status.group).toBe('success-with-warnings');
});

test('a blocking manual job holds the pipeline until it is played', async () => {
  const id = await trigger({ TESTS_TO_RUN: 'gate' });
  await until(id, 'manual');
  const { json: list } = await call('GET', `/pipelines/${id}/jobs?scope[]=manual`);
  expect((await call('POST', `/jobs/${list[0].id}/play`)).status).toBe(200);
  await until(id, 'success');
  expect(await jobs(id)).toMatchObject({ gate: 'success', deploy: 'success' });
  expect((await call('POST', `/jobs/${list[0].id}/play`)).status).toBe(400);
});

test('a job sees predefined, rule and pipeline variables, and nothing of this machine', async () => {
  process.env['SECRET_OF_THIS_MACHINE'] = 'leak';
  const id = await trigger({ TESTS_TO_RUN: 'early', A: 'one', B: '$A-two', C: 'costs $$5', SAW: 'trigger' });
  await until(id, 'success');
  const { json: list } = await call('GET', `/pipelines/${id}/jobs`);
  const early = list.find((one: Fields) => one.name === 'early');
  const build = list.find((one: Fields) => one.name === 'build');
  const { text } = await call('GET', `/jobs/${early.id}/trace`);
  const lines = text.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'saw:trigger::',
      'FROM_RULE=rule',
      'B=one-two',
      'C=costs $5',
      `CI_PIPELINE_ID=${id}`,
      'CI_PIPELINE_SOURCE=trigger',
      'CI_PIPELINE_TRIGGERED=true',
    ]),
  );
  expect(text).not.toContain('SECRET_OF_THIS_MACHINE');
  // needs: [] lets a job of the last stage start beside the first.
  expect(Date.parse(early.started_at)).toBeLessThan(Date.parse(build.finished_at));
  const sent = await call('GET', `/pipelines/${id}/variables`, {
    token: gitlab.addAccessToken({
      project: 'acme/engine-tests',
      scopes: ['read_api'],
      user: 'release-bot',
    }),
  });
  expect(sent.json).toContainEqual({ variable_type: 'env_var', key: 'B', value: '$A-two', raw: false });
});

test('a twin branch changes the result, and a push moves its head', async () => {
  const sha = gitlab.addBranch('acme/engine-tests', 'feat/x', { files: { 'result.txt': 'broken\n' } });
  const answer = await call('GET', '/repository/branches/feat%2Fx');
  expect(answer.json).toMatchObject({ name: 'feat/x', protected: false, commit: { id: sha } });
  expect((await call('HEAD', '/repository/branches/feat%2Fx')).status).toBe(204);
  const id = await trigger({ TESTS_TO_RUN: 'unit' }, 'feat/x');
  expect(await until(id, 'failed')).toMatchObject({ ref: 'feat/x', sha });

  const next = gitlab.push('acme/engine-tests', 'feat/x', { 'result.txt': 'pass\n' });
  const fixed = await trigger({ TESTS_TO_RUN: 'unit' }, 'feat/x');
  expect(await until(fixed, 'success')).toMatchObject({ sha: next });

  gitlab.deleteBranch('acme/engine-tests', 'feat/x');
  expect((await call('HEAD', '/repository/branches/feat%2Fx')).status).toBe(404);
});

test('what was evaluated once is not evaluated again', async () => {
  await until(await trigger(), 'success');
  const evaluations = gitlab.cost.realMs.length;
  // Neither of these is read by a rule.
  const id = await trigger({ DRAWBRIDGE_KEY: 'another', GITHUB_COMMIT_ID: 'f'.repeat(40) });
  await until(id, 'success');
  expect(gitlab.cost.realMs).toHaveLength(evaluations);
});
