import type { ReasonCode } from '../../../src/reasons.ts';
import type { Together } from '../requests.ts';
import {
  createPipeline,
  readBranch,
  readProject,
  readPull,
  readScopes,
  together,
  triggerPipeline,
  writeStatus,
} from '../requests.ts';
import { type Case, type CaseOptions, marker } from './cases.ts';
import { atGate, beforeStart } from './watched.ts';

/** One way in which GitLab refuses a start, and what is made of it. */
export interface Refusal {
  readonly when: string;
  readonly reason: ReasonCode;
  readonly state: 'failure' | 'error';
  /** What the remedy must name: the input to change, or the place in GitLab. */
  readonly says: readonly string[];
  readonly requests: (branch: string) => readonly (string | Together)[];
  readonly make?: CaseOptions;
  /** Further inputs, and what happens before the job starts. */
  readonly given?: (one: Case) => Readonly<Record<string, string>>;
}

const start = `${createPipeline} → 400`;
const starts =
  (...refused: string[]) =>
  (branch: string) => [...beforeStart(branch), ...refused, writeStatus];
/** With `gitlab-ref` the default branch is not asked for. */
const startsOnRef = (branch: string) => [...beforeStart(branch, []), start, writeStatus];
const triggers = (status: number) => (branch: string) => [
  ...beforeStart(branch, [readProject, readScopes]),
  `${triggerPipeline} → ${status}`,
  writeStatus,
];
const probes = (status: number, project: string) => (branch: string) => [
  atGate,
  together(writeStatus, `${readBranch(branch)} → ${status}`, project),
  writeStatus,
];

const ci = (text: string): CaseOptions => ({ files: { '.gitlab-ci.yml': text } });
const broken = (yamlErrorStatus: 201 | 400 | 422): CaseOptions => ({
  ...ci('unit: { script: [exit 0], needs: [nobody] }\n'),
  settings: { yamlErrorStatus },
});

/** GitLab's answer to a start, where the sandbox does not play the cause. */
const answered =
  (status: number, body: object, when: 'before' | 'after' = 'before') =>
  (one: Case) => {
    const fault = { kind: 'status', status, body: JSON.stringify({ ...body, trace: marker }) } as const;
    one.plant({ method: 'POST', path: /\/pipeline$/, when, nth: 'every', fault });
    return {};
  };
const base = (text: string) => ({ message: { base: [text] } });

/** The sandbox keeps the failed pipeline, but it has other words for what is wrong with the files. */
const inGitLabsWords = [
  [400, 'jobs:unit config contains unknown keys: scrip'],
  [422, "'unit' job needs 'nobody' job, but 'nobody' does not exist in the pipeline"],
] as const;

const tokenOf =
  (wanted: Parameters<Case['addToken']>[0]) =>
  (one: Case): Readonly<Record<string, string>> => ({ 'gitlab-token': one.addToken(wanted) });

/** All of them (reference gitlab.md, "Creating a pipeline"). */
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
    when: 'the ref is protected',
    reason: 'gitlab-ref-protected',
    state: 'failure',
    says: ['Settings > Repository > Protected branches', '`gitlab-ref`'],
    given: (one) => {
      one.protect('main');
      return { 'gitlab-ref': 'main' };
    },
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
    when: 'the trigger token is wrong',
    reason: 'gitlab-trigger-token-refused',
    state: 'error',
    says: ['`gitlab-trigger-token`', 'Settings > CI/CD > Pipeline trigger tokens'],
    given: () => ({ 'gitlab-trigger-token': 'glptt-0123456789abcdefghij' }),
    requests: triggers(404),
  },
  {
    when: 'the project is not found',
    reason: 'gitlab-project-not-found',
    state: 'error',
    says: ['`gitlab-project`', 'token'],
    given: () => ({ 'gitlab-project': 'acme/engine-tests' }),
    requests: probes(404, `${readProject} → 404`),
  },
  {
    when: 'the project has moved',
    reason: 'gitlab-moved',
    state: 'error',
    says: ['`gitlab-url`', '`gitlab-project`'],
    given: (one) => {
      one.move(`${one.project}-elsewhere`);
      return {};
    },
    requests: probes(301, `${readProject} → 301`),
  },
  {
    when: 'the token may not read branches',
    reason: 'gitlab-branch-unreadable',
    state: 'error',
    says: ['`gitlab-token`', 'Reporter', 'Settings > Access tokens'],
    given: tokenOf({ scopes: ['api'], role: 'guest' }),
    requests: probes(403, readProject),
  },
  {
    when: 'the token lacks the scope',
    reason: 'gitlab-scope-missing',
    state: 'error',
    says: ['`gitlab-token`', '`api`', 'Settings > Access tokens'],
    given: tokenOf({ scopes: ['read_api'] }),
    requests: starts(`${createPipeline} → 403`),
  },
  {
    when: 'a fine-grained token lacks a permission',
    reason: 'gitlab-permission-missing',
    state: 'error',
    says: ['`gitlab-token`', 'create', 'cancel pipelines'],
    given: tokenOf({ scopes: ['api'], missing: 'create_pipeline' }),
    requests: starts(`${createPipeline} → 403`),
  },
  {
    when: 'the token has too low a role',
    reason: 'gitlab-forbidden',
    state: 'error',
    says: ['`gitlab-token`', 'Developer', 'Settings > Access tokens'],
    given: tokenOf({ scopes: ['api'], role: 'reporter' }),
    requests: starts(`${createPipeline} → 403`),
  },
  {
    when: 'the token is taken away just before the start',
    reason: 'gitlab-token-refused',
    state: 'error',
    says: ['`gitlab-token`', 'Settings > Access tokens'],
    given: answered(401, { error: 'invalid_token', error_description: 'Token was revoked.' }),
    requests: starts(`${createPipeline} → 401`),
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
    when: 'the owner of the token is not verified',
    reason: 'gitlab-verification-needed',
    state: 'failure',
    says: ['owner of the token'],
    given: answered(400, base('Identity verification is required in order to run CI jobs')),
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
];
