import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { createGitLabClient } from '../../src/gitlab/client.ts';
import type { Send } from '../../src/net/transport.ts';
import type { ReasonCode } from '../../src/reasons.ts';
import { rejection } from '../net/loopback.ts';
import { request } from '../pipeline/build.ts';

/** The reason that a start ends in which GitLab answers with 400 and this body. */
async function reasonOf(body: unknown): Promise<ReasonCode> {
  const answer = { status: 400, headers: new Map(), body: JSON.stringify(body), url: '' };
  const send: Send = async () => answer;
  const at = { url: 'https://gitlab.example', project: 'acme/tests', token: 'x', triggerToken: undefined };
  return reasonOfFailure(await rejection(createGitLabClient({ ...at, send }).create(request())));
}
const base = (text: string) => ({ message: { base: [text] } });

// docs/facts/gitlab.md, "Words of a refused start", has the source of each.
const help = 'https://gitlab.example.com/help/ci/yaml/_index.md';
const sentences: Readonly<Partial<Record<ReasonCode, readonly string[]>>> = {
  'gitlab-no-jobs': [
    'No stages / jobs for this pipeline.',
    'No jobs for this pipeline.',
    'Pipeline will not run for the selected trigger. The rules configuration prevented any jobs from being added to the pipeline.',
    `the resulting pipeline would have been empty. Review the [rules](${help}#rules) configuration for the relevant jobs.`,
    `The resulting pipeline would have been empty. Review the <a href="${help}#rules">rules</a> configuration for the relevant jobs.`,
    'The resulting pipeline would have been empty. Review the rules configuration for the relevant jobs.',
    'Resulting pipeline would have been empty.',
  ],
  'gitlab-filtered': [
    'Pipeline filtered out by workflow rules.',
    `the pipeline did not run. Review the [workflow:rules](${help}#workflowrules) configuration for the pipeline.`,
    `The pipeline did not run. Review the <a href="${help}#workflowrules">workflow:rules</a> configuration for the pipeline.`,
    'The pipeline did not run. Review the workflow:rules configuration for the pipeline.',
    'Pipeline did not run. Review the workflow:rules configuration for the pipeline.',
  ],
  'gitlab-ref-not-found': ['Reference not found'],
  'gitlab-ref-protected': [
    "You do not have sufficient permission to run a pipeline on 'main'. Please select a different branch or contact your administrator for assistance.",
    "You do not have sufficient permission to run a pipeline on 'main'. Please select a different branch or contact your administrator for assistance. <a href=https://docs.gitlab.com/ee/ci/pipelines/#pipeline-security-on-protected-branches>Learn more</a>",
    "Insufficient permissions for protected ref 'main'",
  ],
  'gitlab-forbidden': ['Insufficient permissions to create a new pipeline'],
  'gitlab-variables-refused': ['Insufficient permissions to set pipeline variables'],
  'gitlab-variables-invalid': [
    "Variables key can contain only letters, digits and '_'.",
    'Duplicate variable name: A',
  ],
  'gitlab-inputs-refused': [
    '`tests` input: required value has not been provided',
    '`count` input: provided value is not a number',
    'Given inputs not defined in the `spec` section of the included configuration file',
    'unknown input arguments: other',
    'There cannot be more than 20 inputs',
  ],
  'gitlab-name-refused': [
    'Failed to build pipeline metadata! Name is too long (maximum is 255 characters)',
    'workflow name is too long (maximum is 255 characters)',
    'workflow name is too short (minimum is 1 character)',
  ],
  'gitlab-config-missing': ['Missing CI config file'],
  'gitlab-pipelines-disabled': ['Pipelines are disabled!'],
  'gitlab-throttled': ['Too many pipelines created in the last minute. Try again later.'],
  'gitlab-verification-needed': [
    'Identity verification is required in order to run CI jobs',
    'Credit card required to be on file in order to create a pipeline',
  ],
  'gitlab-config-invalid': [
    'jobs:unit config contains unknown keys: scrip',
    'jobs:unit:script config should be a string or a nested array of strings up to 10 levels deep',
    'jobs unit config should implement the script:, run:, or trigger: keyword',
    'jobs config should contain at least one visible job',
    'root config contains unknown keys: unit',
    'jobs:unit config key may not be used with `rules`: only',
    'unit job: chosen stage qa does not exist; available stages are .pre, build, test, deploy, .post',
    "'unit' job needs 'build' job, but 'build' does not exist in the pipeline",
    'unit: unknown keys in `extends` (.base)',
    'Local file `ci/none.yml` does not exist!',
    'Included file `ci/none.yml` is empty or does not exist!',
    'Project `acme/other` not found or access denied! Make sure any includes in the pipeline configuration are correctly defined.',
    '(<unknown>): did not find expected key while parsing a block mapping at line 3 column 1',
    'Invalid configuration format',
  ],
  // Real sentences of GitLab that have no reason of their own: the neutral one, which sends a person to GitLab's page.
  'gitlab-refused': [
    'External validation failed',
    'Project is deleted!',
    'You cannot run pipelines before project import is complete.',
    'Ref is ambiguous',
    'Commit not found',
    'Undefined error (01HV3KZ)',
    'The number of jobs has exceeded the limit of 500. Try splitting the configuration with parent-child-pipelines https://gitlab.example.com/help/ci/yaml/debugging.md#pipeline-with-many-jobs-fails-to-start',
    'Failed to persist the pipeline: the name of this service is too long a story',
  ],
};

const rows = Object.entries(sentences).flatMap(([reason, texts]) =>
  texts.map((text) => [reason as ReasonCode, text] as const),
);

describe('a refused start, in the words of GitLab up to 16 and since 17', () => {
  it.each(rows)('%s: %s', async (reason, text) => {
    const spoken = [text, text.toLowerCase(), text.toUpperCase()];
    const forms = spoken.flatMap((one) => [
      base(one),
      { message: one },
      { message: `400 Bad request - ${one}` },
    ]);
    expect(await Promise.all(forms.map(reasonOf))).toEqual(forms.map(() => reason));
  });

  it.each<[string, unknown, ReasonCode]>([
    ['a parameter', { error: 'variables is invalid' }, 'gitlab-variables-invalid'],
    [
      'a kind of variable that is none',
      { error: 'variables[0][variable_type] does not have a valid value' },
      'gitlab-variables-invalid',
    ],
    ['inputs that are none', { error: 'inputs is invalid' }, 'gitlab-inputs-refused'],
    [
      'a name by its field',
      { message: { name: ['is too long (maximum is 255 characters)'] } },
      'gitlab-name-refused',
    ],
    ['no ref', { error: 'ref is missing' }, 'gitlab-refused'],
  ])('%s', async (_what, body, reason) => {
    expect(await reasonOf(body)).toBe(reason);
  });
});

describe('words that others have chosen name nothing', () => {
  const planted = [
    ...new Set(rows.filter(([reason]) => reason !== 'gitlab-refused').map(([, text]) => text)),
  ];

  it.each([
    ['a service of this server that checks pipelines', (text: string) => `Validation by acme: ${text}`],
    ['a link', (text: string) => `See https://gitlab.example.com/help/ci/yaml/_index.md ${text}`],
    ['a quoted name', (text: string) => `The policy "${text}" forbids it`],
    ['an escaped one', (text: string) => `The policy \\"${text}" forbids it`],
    ['a later line', (text: string) => `Blocked.\n${text}`],
  ])('%s', async (_where, around) => {
    // These three begin with a name: of a job, or of a file.
    const texts = planted.filter((text) => !/job: chosen|: unknown keys|: did not find/.test(text));
    const told = await Promise.all(texts.map(async (text) => [text, await reasonOf(base(around(text)))]));
    expect(told.filter(([, reason]) => reason !== 'gitlab-refused')).toEqual([]);
  });

  it('a branch, a job and an input', async () => {
    const branch = "You do not have sufficient permission to run a pipeline on 'Reference not found'.";
    expect(await reasonOf(base(branch))).toBe('gitlab-ref-protected');
    const job =
      "'The pipeline did not run. Review the' job needs 'x' job, but 'x' does not exist in the pipeline";
    expect(await reasonOf(base(job))).toBe('gitlab-config-invalid');
    expect(await reasonOf(base('`Reference not found` input: required value has not been provided'))).toBe(
      'gitlab-inputs-refused',
    );
  });

  it('a page of a gateway, whatever stands on it', async () => {
    const send: Send = async () => ({
      status: 400,
      headers: new Map(),
      body: '<html><a title="Reference not found">x</a></html>',
      url: '',
    });
    const client = createGitLabClient({
      url: 'https://gitlab.example',
      project: 'acme/tests',
      token: 'x',
      triggerToken: undefined,
      send,
    });
    expect(reasonOfFailure(await rejection(client.create(request())))).toBe('gitlab-unavailable');
  });
});
