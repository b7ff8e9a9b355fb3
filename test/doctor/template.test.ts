import { afterEach, describe, expect, it } from 'vitest';
import { repositoryOf } from '../../sandbox/github/world.ts';
import { withInputs } from '../../sandbox/gitlab/example.ts';
import { change, expectFound, type Fault, fault, inputs, job } from './faults.ts';
import { openStage, type Stage, writeStatus } from './stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

/** Sets inputs of the include. */
const set = (values: Readonly<Record<string, string>>) => (on: Stage) =>
  on.ci((text) => withInputs(text, values));
/** Takes out the line that begins so. */
const without = (line: string) => (on: Stage) =>
  on.ci((text) => text.replace(new RegExp(`^ *${line}.*\\n`, 'm'), ''));
const instead = (from: string, to: string) => (on: Stage) => on.ci((text) => text.replace(from, to));
const nothing = () => {};

/** What the job is never told there. */
const untold: readonly Fault[] = ['secrets', 'policy', 'statuses', 'token', 'proof', 'verdict'].map((check) =>
  fault('not told', ['warning', check, /could not find out/], nothing),
);

const series: readonly (readonly [name: string, faults: readonly Fault[]])[] = [
  [
    'whom the template trusts, and what it runs',
    [
      ...untold,
      fault('no integrity', ['wrong', 'template', /without `integrity:`/], without('integrity:')),
      fault(
        'a part of the proof stays outside',
        ['wrong', 'template', /does not hand on DRAWBRIDGE_PROOF_3$/],
        without('DRAWBRIDGE_PROOF_3: \\$'),
      ),
      fault(
        'another word for all tests',
        ['wrong', 'template', /another word for all tests/],
        set({ 'all-tests': 'everything' }),
      ),
      fault(
        'a job beside the check',
        ['wrong', 'template', /job of test-do-infra does not extend/],
        instead('test-do-infra: { extends: .drawbridge-test,', 'test-do-infra: { script: make,'),
      ),
      fault(
        'a job that replaces it',
        ['wrong', 'template', /job of test-scaleway-infra replaces a part/],
        instead(
          'test-scaleway-infra: { extends: .drawbridge-test,',
          '.mine: { extends: .drawbridge-test, script: make }\ntest-scaleway-infra: { extends: .mine,',
        ),
      ),
      fault(
        'a test by a part of its name',
        ['wrong', 'template', /DRAWBRIDGE_TEST of the job of test-aws-infra/],
        instead("'/,test-aws-infra,/'", "'/test-aws-infra/'"),
      ),
      fault(
        'another repository',
        ['wrong', 'proof', /trusts another repository: repository-id is/],
        set({ 'repository-id': '7' }),
      ),
      fault(
        'another workflow',
        ['wrong', 'proof', /does not trust .*private-tests.yml/],
        set({ workflows: 'acme/engine/.github/workflows/tests.yml@refs/heads/main' }),
      ),
      fault(
        'another environment',
        ['wrong', 'proof', /has not the `environment`/],
        set({ environment: 'production' }),
      ),
      fault(
        'an event that does not count',
        ['wrong', 'proof', /does not trust the event workflow_run$/],
        set({ events: 'issue_comment,push' }),
      ),
      fault(
        'a value that is not sent',
        ['wrong', 'proof', /`covers` of the include/],
        set({ covers: 'CLOUD' }),
      ),
      fault(
        "github.com's addresses",
        ['wrong', 'proof', /^github-api-url of the include stand/],
        without('github-api-url'),
      ),
      fault("gitlab.com's", ['wrong', 'proof', /`gitlab-url` of the include/], without('gitlab-url')),
      fault(
        'the audience of the report is that of the tests',
        ['wrong', 'verdict', /a test has the audience/],
        set({ 'report-vault-audience': 'drawbridge-vault' }),
      ),
      fault(
        'the report has a token of another App',
        ['wrong', 'ruleset', /another source/],
        async ({ sandbox, scene }) => {
          const login = 'other-app[bot]';
          const token = sandbox.github.issueToken({ kind: 'app', login, permissions: { statuses: 'write' } });
          const { refs } = repositoryOf(sandbox.github.world, scene.repository);
          await writeStatus(sandbox, scene.repository, { sha: refs.get('refs/pull/1/head') ?? '', token });
        },
      ),
      fault('another status', ['wrong', 'verdict', /another status/], set({ 'status-context': 'tests' })),
      fault(
        'no sweep',
        ['warning', 'verdict', /nothing sweeps/],
        change((file) => {
          delete file.on.schedule;
        }),
      ),
    ],
  ],
  [
    'a workflow that does not know of the template',
    [
      ...untold.filter(({ check }) => !['statuses', 'token', 'ruleset', 'verdict', 'proof'].includes(check)),
      fault(
        'no proof',
        ['wrong', 'proof', /takes only what is proven/],
        change((file) => {
          delete inputs(file).proof;
        }),
      ),
      fault(
        'the request chooses whom to trust',
        ['wrong', 'template', /takes owner-id from elsewhere/],
        set({ 'owner-id': '$[[ inputs.GITHUB_PULL_REQUEST ]]' }),
      ),
      fault('an integrity that is none', ['wrong', 'template', /no SHA-256/], (on) =>
        on.ci((text) => text.replace(/integrity: .*/, 'integrity: sha256-abc')),
      ),
      fault(
        'names of its own',
        ['wrong', 'template', /by these names alone/],
        change((file) => {
          inputs(file)['tests-variable'] = 'TESTS';
        }),
      ),
      fault('which is not declared', ['wrong', 'passing', /does not declare TESTS$/], nothing),
      fault('nobody tells the verdict', ['wrong', 'verdict', /nobody tells the verdict/], (on) => {
        on.workflow((file) => {
          delete file.on.schedule;
        });
        on.ci((text) => withInputs(text, { report: 'false' }));
      }),
      fault(
        "the job's own token, and an App is required",
        ['wrong', 'ruleset', /another source/],
        change((file) => {
          delete inputs(file)['github-token'];
          job(file).steps.shift();
        }),
      ),
    ],
  ],
  [
    'a report, and a status by the job',
    [
      ...untold.filter(({ check }) => !['statuses', 'token', 'ruleset'].includes(check)),
      fault(
        'two sources',
        ['wrong', 'ruleset', /`drawbridge` has two sources/],
        change((file) => {
          delete inputs(file)['github-token'];
        }),
      ),
    ],
  ],
];

describe('the template', () => {
  it.each(series)('%s: each fault is found, and nothing else', async (_name, faults) => {
    stage = await openStage('detached');
    await expectFound(stage, faults);
  });

  it('a role that binds no audience takes no token', async () => {
    stage = await openStage('detached');
    await stage.vault?.ask('POST', 'auth/jwt/role/ci', { bound_audiences: [] });
    const { findings } = await stage.diagnose();
    const own = findings.filter(({ check }) => check === 'vault-login' || check === 'gitlab-token');
    expect(own.map(({ mark, said }) => [mark, said])).toMatchInlineSnapshot(`
      [
        [
          "unknown",
          "could not find out: without its token GitLab is not asked",
        ],
        [
          "wrong",
          "the ID token has an audience, and the role in Vault binds none",
        ],
      ]
    `);
  });
});
