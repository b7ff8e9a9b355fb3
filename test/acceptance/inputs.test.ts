import { expect, it } from 'vitest';
import { exampleEngine } from '../../sandbox/gitlab/example.ts';
import { crossed, outputs, values } from './expected.ts';
import {
  atGate,
  createPipeline,
  expectRequests,
  findByKey,
  inProject,
  namePipeline,
  readBranch,
  readOwner,
  readProject,
  readPull,
  together,
  toSuccess,
  triggerPipeline,
  writeStatus,
} from './requests.ts';
import { openStage } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { gitlab } = sandbox;

/** The example as a project that takes inputs: its values come from `spec: inputs` and from nowhere else. */
function engineWithInputs(): Record<string, string> {
  const files = exampleEngine();
  const names = [
    'GITHUB_ENGINE_BRANCH_NAME',
    'TESTS_TO_RUN',
    'GITHUB_COMMIT_ID',
    'FORCE_CHECKOUT_CUSTOM_BRANCH',
    'GITHUB_PULL_REQUEST',
    'GITHUB_REPOSITORY_FULL_NAME',
    'DRAWBRIDGE_KEY',
    'REGION',
  ];
  const spec = ['spec:', '  inputs:', ...names.map((name) => `    ${name}: { default: '' }`), '---'];
  const variables = ['variables:', ...names.map((name) => `  ${name}: '$[[ inputs.${name} ]]'`)];
  const body = (files['.gitlab-ci.yml'] ?? '')
    .replace("name: '$DRAWBRIDGE_KEY'", "name: '$[[ inputs.DRAWBRIDGE_KEY ]]'")
    .replace(/^variables:\n( {2}.*\n)+/m, `${variables.join('\n')}\n`);
  return { ...files, '.gitlab-ci.yml': `${spec.join('\n')}\n${body}` };
}

const project = 'acme/strict-tests';
gitlab.addProject({
  path: project,
  files: engineWithInputs(),
  settings: { pipelineVariablesMinimumOverrideRole: 'no_one_allowed' },
});
const token = gitlab.addAccessToken({ project, scopes: ['api'], role: 'developer' });
const trigger = gitlab.addTriggerToken(project);
const job = { secrets: [...Object.values(scene.tokens), token, trigger] };
const strict = { 'gitlab-project': project, 'gitlab-token': token };

it('is told by a project that takes no variables, and says what to change', async () => {
  const pull = scene.openByMember('feature/variables', ['test-do-infra']);
  const story = await stage.play(pull, { with: strict, job });

  expectRequests(
    story,
    inProject('strict-tests', [
      atGate('feature/variables'),
      together(writeStatus, `${readBranch('feature/variables')} → 404`, readProject),
      together(findByKey, readPull),
      `${createPipeline} → 400`,
      writeStatus,
    ]),
  );
  expect(story.pipelines).toEqual([]);
  expect(story.exitCode).toBe(1);
  const sentence = 'the GitLab project does not accept pipeline variables';
  expect(story.statuses).toEqual([
    'pending: private tests are being started (test-do-infra)',
    `failure: ${sentence} (test-do-infra)`,
  ]);
  expect(story.annotations.map(({ message }) => message)).toEqual([
    `${sentence} (test-do-infra). Set \`pass-as: inputs\` without a trigger token, or allow Developers in GitLab ` +
      'under Settings > CI/CD > Variables.',
  ]);
  expect(story.outputs).toEqual(
    outputs({
      decision: 'allowed',
      reason: 'gitlab-variables-refused',
      tests: 'test-do-infra',
      'all-tests-selected': 'false',
      'gitlab-ref': 'default',
    }),
  );
});

it.each([
  { by: 'access token', extra: {}, create: createPipeline, owner: [], sent: {} },
  {
    by: 'trigger token',
    extra: { 'gitlab-trigger-token': trigger },
    create: triggerPipeline,
    owner: [readOwner],
    sent: { token: trigger },
  },
])('passes inputs by $by', async ({ by, extra, create, owner, sent }) => {
  const branch = `feature/inputs-${by.replace(' ', '-')}`;
  const pull = scene.openByMember(branch, ['test-do-infra', 'test-aws-infra']);
  stage.answerLooksWhen('running', 'success');
  const further = { 'pass-as': 'inputs', variables: 'REGION: eu-west-3\n' };
  const story = await stage.play(pull, { with: { ...strict, ...extra, ...further }, job });

  expectRequests(
    story,
    inProject('strict-tests', [
      atGate(branch),
      together(writeStatus, `${readBranch(branch)} → 404`, readProject, ...owner),
      together(findByKey, readPull),
      ...[create, namePipeline, ...toSuccess],
    ]),
  );
  const tests = 'test-aws-infra,test-do-infra';
  const inputs = { ...values(pull, { branch, tests }), REGION: 'eu-west-3' };
  expect(story.asked).toEqual([{ ...sent, ref: 'main', inputs }]);
  expect(story.pipelines.map(({ name, variables }) => ({ name, variables }))).toEqual([
    { name: story.result.state['key'], variables: [] },
  ]);
  expect(stage.ran(story)).toEqual({ 'build-engine': 0, 'test-aws-infra': 0, 'test-do-infra': 0 });
  expect(story.exitCode).toBe(0);
  expect(story.outputs).toEqual(
    crossed({ reason: 'pipeline-success', verdict: 'success', 'pipeline-status': 'success', tests }),
  );
});
