import { createPipeline, readPull } from '../requests.ts';
import { answered, base, broken, ci, type Refusal, start, starts, startsOnRef, triggers } from './refusal.ts';
import { accessRefusals } from './refusals.access.ts';

/** The sandbox keeps the failed pipeline, but it has other words for what is wrong with the files. */
const inGitLabsWords = [
  [400, 'jobs:unit config contains unknown keys: scrip'],
  [422, "'unit' job needs 'nobody' job, but 'nobody' does not exist in the pipeline"],
] as const;

/** All ways in which GitLab refuses a start (docs/facts/gitlab.md, "Refusals"). */
export const refusals: readonly Refusal[] = [
  {
    when: 'the reference is not found',
    reason: 'gitlab-ref-not-found',
    state: 'failure',
    says: ['`gitlab-ref`', 'branch in the GitLab project'],
    given: () => ({ 'gitlab-ref': 'gone' }),
    requests: startsOnRef,
  },
  {
    when: 'pipeline variables are not allowed',
    reason: 'gitlab-variables-refused',
    state: 'failure',
    says: ['`pass-as: inputs`', 'Settings > CI/CD > Variables'],
    make: { settings: { pipelineVariablesMinimumOverrideRole: 'no_one_allowed' } },
    requests: starts(start),
  },
  {
    when: 'a trigger token may not even send inputs',
    reason: 'gitlab-variables-refused',
    state: 'failure',
    says: ['without a trigger token'],
    make: {
      settings: { pipelineVariablesMinimumOverrideRole: 'no_one_allowed', refusesTriggerPayload: true },
    },
    given: (one) => ({ 'gitlab-trigger-token': one.tokens.trigger, 'pass-as': 'inputs' }),
    requests: triggers(400),
  },
  {
    when: 'the variables are not understood',
    reason: 'gitlab-variables-invalid',
    state: 'failure',
    says: ['`variables`'],
    given: answered(400, { error: 'variables is invalid' }),
    requests: starts(start),
  },
  {
    when: 'the inputs are not declared',
    reason: 'gitlab-inputs-refused',
    state: 'failure',
    says: ['`spec: inputs`', '`.gitlab-ci.yml`', '`pass-as: variables`'],
    given: () => ({ 'pass-as': 'inputs' }),
    requests: starts(start),
  },
  {
    when: 'it is filtered out by workflow rules',
    reason: 'gitlab-filtered',
    state: 'failure',
    says: ['`workflow: rules`', '`.gitlab-ci.yml`'],
    make: ci('workflow: { rules: [{ if: $CI_PIPELINE_SOURCE == "web" }] }\nunit: { script: [exit 0] }\n'),
    requests: starts(start),
  },
  {
    when: 'no job belongs to it',
    reason: 'gitlab-no-jobs',
    state: 'failure',
    says: ['labels', '`rules`', '`.gitlab-ci.yml`'],
    make: ci('unit: { script: [exit 0], rules: [{ if: $TESTS_TO_RUN == "none" }] }\n'),
    requests: starts(start),
  },
  {
    when: 'creation is throttled, and stays so',
    reason: 'gitlab-throttled',
    state: 'error',
    says: ['Wait a minute'],
    make: { settings: { creationsPerMinute: 0 } },
    requests: starts(start, readPull, start, readPull, start),
  },
  {
    when: 'the name is too long',
    reason: 'gitlab-name-refused',
    state: 'failure',
    says: ['`workflow: name`', '`.gitlab-ci.yml`', '`$DRAWBRIDGE_KEY`'],
    make: ci(`workflow: { name: "${'$DRAWBRIDGE_KEY '.repeat(5)}" }\nunit: { script: [exit 0] }\n`),
    requests: starts(start),
  },
  {
    when: 'the CI files have errors, and the failed pipeline comes as a success',
    reason: 'gitlab-config-invalid',
    state: 'failure',
    says: ['Build > Pipelines'],
    make: broken(201),
    requests: starts(createPipeline),
  },
  ...inGitLabsWords.map(
    ([status, text]): Refusal => ({
      when: `the CI files have errors, and the answer is ${status}`,
      reason: 'gitlab-config-invalid',
      state: 'failure',
      says: ['Build > Pipelines'],
      make: broken(status),
      given: answered(status, base(text), 'after'),
      requests: starts(`${createPipeline} → ${status}`),
    }),
  ),
  {
    when: 'there are no CI files',
    reason: 'gitlab-config-missing',
    state: 'failure',
    says: ['`.gitlab-ci.yml`', 'Settings > CI/CD > General pipelines'],
    make: { files: { 'README.md': 'Nothing here.\n' } },
    requests: starts(start),
  },
  {
    when: 'CI/CD is switched off',
    reason: 'gitlab-pipelines-disabled',
    state: 'failure',
    says: ['Settings > General'],
    given: answered(400, base('Pipelines are disabled!')),
    requests: starts(start),
  },
  {
    when: 'it says something that nobody knows',
    reason: 'gitlab-refused',
    state: 'failure',
    says: ['Build > Pipelines > New pipeline'],
    given: answered(422, base('The moon is in the wrong house')),
    requests: starts(`${createPipeline} → 422`),
  },
  ...accessRefusals,
];
