import { afterAll, beforeEach, expect, test } from 'vitest';
import { FILES } from './ci.ts';
import { startBench } from './start.ts';

const WITH_INPUTS = `
spec:
  inputs:
    tests: { default: none }
    count: { type: number, default: 1 }
---
workflow: { name: 'tests $[[ inputs.tests ]]' }
unit:
  script: ['echo $[[ inputs.count ]]']
  rules:
    - if: '"$[[ inputs.tests ]]" == "unit"'
`;

const bench = startBench(FILES);
const { gitlab, call, triggerToken } = bench;
const project = gitlab.project('acme/engine-tests');
const defaults = { ...project.settings };
gitlab.addBranch('acme/engine-tests', 'inputs', { files: { '.gitlab-ci.yml': WITH_INPUTS } });
gitlab.addBranch('acme/engine-tests', 'broken', { files: { '.gitlab-ci.yml': 'unit: [script: {x\n' } });
afterAll(() => gitlab.close());
beforeEach(() => {
  Object.assign(project.settings, defaults);
});

const byTrigger = (body: object) =>
  call('POST', '/trigger/pipeline', {
    token: undefined,
    body: { token: triggerToken, ref: 'main', ...body },
  });
const byApi = (body: object, token = bench.token) =>
  call('POST', '/pipeline', { token, body: { ref: 'main', ...body } });
const base = (reason: unknown) => ({ message: { base: [reason] } });
const tokenOf = (role: 'reporter' | 'developer') =>
  gitlab.addAccessToken({ project: 'acme/engine-tests', scopes: ['api'], role });

test('inputs choose jobs and name the pipeline; wrong ones are refused', async () => {
  const made = await byApi({ ref: 'inputs', inputs: { tests: 'unit' } });
  expect(made.status).toBe(201);
  expect((await call('GET', `/pipelines/${made.json.id}`)).json.name).toBe('tests unit');

  const none = await byApi({ ref: 'inputs' });
  expect([none.status, none.json.message.base[0]]).toEqual([
    400,
    'The resulting pipeline would have been empty. Review the rules configuration for the relevant jobs.',
  ]);
  const unknown = await byApi({ ref: 'inputs', inputs: { other: '1' } });
  expect(unknown.json).toEqual(base('unknown input arguments: other'));
  const wrong = await byApi({ ref: 'inputs', inputs: { tests: 'unit', count: 'many' } });
  expect([wrong.status, wrong.json]).toEqual([400, base('`count` input: provided value is not a number')]);
  const asText = await byApi({ ref: 'inputs', inputs: { tests: 'unit', count: '3' } });
  expect(gitlab.pipeline(asText.json.id).jobs[0]?.plan.script).toEqual(['echo 3']);
});

test('workflow rules can refuse a pipeline', async () => {
  const answer = await byApi({ variables: [{ key: 'NO_PIPELINE', value: '1' }] });
  expect([answer.status, answer.json]).toEqual([
    400,
    base('The pipeline did not run. Review the workflow:rules configuration for the pipeline.'),
  ]);
});

test('wrong YAML leaves a failed pipeline, whatever the answer is', async () => {
  const error = expect.stringContaining('did not find expected node content');
  const broken = { ref: 'broken' };
  const kept = async () => (await call('GET', '/pipelines?ref=broken&yaml_errors=true')).json.length;
  const today = await byApi(broken);
  expect([today.status, today.json, await kept()]).toEqual([400, base(error), 0]);
  const byToken = await byTrigger(broken);
  expect([byToken.status, byToken.json, await kept()]).toEqual([422, base(error), 1]);
  project.settings.yamlErrorStatus = 201;
  expect((await byApi(broken)).json).toMatchObject({ status: 'failed', yaml_errors: error });
  project.settings.yamlErrorStatus = 422;
  expect([(await byApi(broken)).status, await kept()]).toEqual([422, 3]);
});

test.each([
  ['a ref that is not there', { ref: 'nowhere' }, base('Reference not found')],
  ['a key with a dash', { variables: { 'A-B': '1' } }, base(expect.stringContaining('letters, digits'))],
  ['a value that is no text', { variables: { A: 1 } }, { message: expect.stringContaining('map of key') }],
  ['variables that are a list', { variables: [] }, { error: 'variables is invalid' }],
  ['no ref', { ref: undefined }, { error: 'ref is missing' }],
  ['no token', { token: undefined }, { error: 'token is missing' }],
])('the trigger route refuses %s', async (_what, body, answer) => {
  const refused = await byTrigger(body);
  expect([refused.status, refused.json]).toEqual([400, answer]);
});

test.each(['NODE_OPTIONS', 'BASH_ENV', 'LD_PRELOAD', 'PATH', 'GIT_SSH_COMMAND'])(
  'a variable %s would act on this machine and is refused',
  async (key) => {
    expect((await byApi({ variables: [{ key, value: 'x' }] })).status).toBe(400);
  },
);

test('a name of 255 characters is kept, a longer one fails the creation', async () => {
  const named = (length: number) => byTrigger({ variables: { DRAWBRIDGE_KEY: 'k'.repeat(length) } });
  expect((await named(256)).json).toEqual(
    base('Failed to build pipeline metadata! Name is too long (maximum is 255 characters)'),
  );
  const kept = await named(255);
  expect(kept.status).toBe(201);
  const renamed = await call('PUT', `/pipelines/${kept.json.id}/metadata`, { body: { name: 'other' } });
  expect([renamed.status, renamed.json.name]).toEqual([200, 'other']);
  const tooLong = { body: { name: 'k'.repeat(256) } };
  expect((await call('PUT', `/pipelines/${kept.json.id}/metadata`, tooLong)).status).toBe(400);
});

test('no_one_allowed refuses variables, and a trigger that sends nothing at all', async () => {
  const refusal = base('Insufficient permissions to set pipeline variables');
  project.settings.pipelineVariablesMinimumOverrideRole = 'no_one_allowed';
  expect((await byTrigger({ variables: { A: '1' } })).json).toEqual(refusal);
  expect((await byTrigger({})).json).toEqual(refusal);
  expect((await byApi({ variables: [{ key: 'A', value: '1' }] })).json).toEqual(refusal);
  const inputs = { ref: 'inputs', inputs: { tests: 'unit' } };
  expect((await byTrigger(inputs)).status).toBe(201);
  project.settings.refusesTriggerPayload = true;
  expect((await byTrigger(inputs)).json).toEqual(refusal);
  expect((await byApi(inputs)).status).toBe(201);
});

test('a role below the minimum may start a pipeline but not set variables', async () => {
  project.settings.pipelineVariablesMinimumOverrideRole = 'maintainer';
  const developer = tokenOf('developer');
  expect((await byApi({ variables: [{ key: 'A', value: '1' }] }, developer)).status).toBe(400);
  expect((await byApi({}, developer)).status).toBe(201);
});

test('reporters create nothing, developers nothing on a protected branch', async () => {
  gitlab.addBranch('acme/engine-tests', 'release', { protected: true });
  expect((await byApi({}, tokenOf('reporter'))).status).toBe(403);
  const developer = tokenOf('developer');
  const refused = await byApi({ ref: 'release' }, developer);
  expect(refused.json).toEqual(base(expect.stringContaining("run a pipeline on 'release'")));
  const made = await byApi({ ref: 'release' });
  expect(made.status).toBe(201);
  expect((await call('POST', `/pipelines/${made.json.id}/cancel`, { token: developer })).status).toBe(403);
});

test('a wrong or revoked trigger token looks like a project that is not there', async () => {
  const notFound = [404, { message: '404 Not Found' }];
  const wrong = await byTrigger({ token: 'glptt-wrong' });
  expect([wrong.status, wrong.json]).toEqual(notFound);
  const revoked = gitlab.addTriggerToken('acme/engine-tests');
  gitlab.revokeToken(revoked);
  expect((await byTrigger({ token: revoked })).status).toBe(404);
});

test('the creation throttle counts project, user and commit over one virtual minute', async () => {
  project.settings.creationsPerMinute = 2;
  const user = gitlab.addTriggerToken('acme/engine-tests', { owner: 'hasty' });
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++) statuses.push((await byTrigger({ token: user })).status);
  expect(statuses).toEqual([201, 201, 400]);
  expect((await byTrigger({ token: user })).json).toEqual(
    base('Too many pipelines created in the last minute. Try again later.'),
  );
  const other = gitlab.addTriggerToken('acme/engine-tests', { owner: 'patient' });
  expect((await byTrigger({ token: other })).status).toBe(201);
});

test('form fields and query arrive as Rails reads them', async () => {
  const form = await call('POST', '/trigger/pipeline?ref=main', {
    token: undefined,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `token=${triggerToken}&variables[X]=1&variables[Y]=a%26b`,
  });
  expect(form.status).toBe(201);
  expect(gitlab.pipeline(form.json.id).variables).toEqual([
    { key: 'X', value: '1', variable_type: 'env_var' },
    { key: 'Y', value: 'a&b', variable_type: 'env_var' },
  ]);
});

test('a ref may be whole, and a tag is no branch', async () => {
  gitlab.tag('acme/engine-tests', 'v1', 'main');
  const kept = async (ref: string) => {
    const { json } = await byApi({ ref, variables: [{ key: 'TESTS_TO_RUN', value: 'early' }] });
    return [json.ref, json.tag];
  };
  expect(await kept('refs/heads/main')).toEqual(['main', false]);
  expect(await kept('refs/tags/v1')).toEqual(['v1', true]);
  expect(await kept('v1')).toEqual(['v1', true]);
  expect((await byApi({ ref: 'refs/tags/main' })).json).toEqual(base('Reference not found'));
  gitlab.tag('acme/engine-tests', 'inputs', 'main');
  expect((await byApi({ ref: 'inputs' })).json).toEqual(base('Ref is ambiguous'));
  project.repository.tags.delete('inputs');
  const tags = (await call('GET', '/pipelines?scope=tags')).json;
  expect(new Set(tags.map(({ ref }: { ref: string }) => ref))).toEqual(new Set(['v1']));
});

test('a variable can be a file', async () => {
  const ci = 'show: { script: [\'cat "$SECRET"; echo "=$PLAIN="\'] }\n';
  gitlab.addBranch('acme/engine-tests', 'file', { files: { '.gitlab-ci.yml': ci } });
  const variables = [
    { key: 'SECRET', value: 'in the file', variable_type: 'file' },
    { key: 'PLAIN', value: 'in the environment', variable_type: 'env_var' },
  ];
  const { json } = await byApi({ ref: 'file', variables });
  await bench.until(json.id, 'success', 'failed');
  expect(gitlab.pipeline(json.id).jobs[0]?.trace).toContain('in the file=in the environment=');
  const listed = (await call('GET', `/pipelines/${json.id}/variables`)).json;
  expect(listed).toMatchObject([{ variable_type: 'file' }, { variable_type: 'env_var' }]);
  const odd = await byApi({ variables: [{ key: 'A', value: '1', variable_type: 'secret' }] });
  expect([odd.status, odd.json]).toEqual([
    400,
    { error: 'variables[0][variable_type] does not have a valid value' },
  ]);
});
