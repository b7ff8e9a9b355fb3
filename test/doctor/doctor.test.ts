import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { CheckName } from '../../src/doctor/checks.ts';
import { change, expectFound, type Fault, fault, inputs, job } from './faults.ts';
import { openStage, type Stage, type Way } from './stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

/** What may be said of a set-up that works: what this token is not told. */
const untold: Readonly<Record<Way, readonly string[]>> = {
  target: ['passing'],
  run: ['secrets', 'policy', 'passing'],
  detached: ['secrets', 'policy', 'token', 'statuses', 'proof', 'verdict'],
};

describe('three set-ups that work', () => {
  it.each<Way>(['target', 'run', 'detached'])('%s: no false alarm, and nothing is changed', async (way) => {
    stage = await openStage(way);
    const { code, findings, requests } = await stage.diagnose();
    const more = findings.filter(({ mark }) => mark !== 'well');
    expect(more.map(({ check }) => check)).toEqual(untold[way]);
    for (const { mark, said } of more)
      expect([mark, said]).toEqual(['warning', expect.stringMatching(/^could not/)]);
    expect(code).toBe(0);
    const acts = requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
    const ofVault = ['vault POST /v1/auth/jwt/login', 'vault POST /v1/auth/token/revoke-self'];
    expect(acts.map(({ service, method, path }) => `${service} ${method} ${path}`)).toEqual(
      way === 'detached' ? ofVault : [],
    );
    expect(requests.filter(({ service }) => service === 'gitlab').length).toBe(4);
  });
});

it('a token that GitHub refuses: what it would have told is not left out', async () => {
  stage = await openStage('target');
  const root = mkdtempSync(join(tmpdir(), 'drawbridge-doctor-'));
  mkdirSync(join(root, '.github/workflows'), { recursive: true });
  stage.workflow((file) => writeFileSync(join(root, '.github/workflows/private-tests.yml'), stringify(file)));
  Object.assign(stage.env, {
    GITHUB_WORKSPACE: root,
    GITHUB_TOKEN: 'ghp_wrong',
    MEMBERSHIP_TOKEN: 'ghp_wrong',
  });
  const { code, findings } = await stage.diagnose();
  const marks = new Map(findings.map(({ check, mark }) => [check, mark]));
  expect(
    ['token', 'membership', 'teams', 'ruleset', 'labels'].map((name) => marks.get(name as CheckName)),
  ).toEqual(['wrong', 'unknown', 'well', 'unknown', 'unknown']);
  expect(code).toBe(1);
  const todos = findings.flatMap(({ todo }) => todo ?? []).join('\n');
  expect(todos).toContain('Check `GITHUB_TOKEN` and `MEMBERSHIP_TOKEN`: expired');
  expect(todos).not.toMatch(/job again|--github-token-variable/);
  rmSync(root, { recursive: true });
});

/** Faults that can be planted together: each is found, and nothing else. */
const series: readonly (readonly [name: string, way: Way, faults: readonly Fault[]])[] = [
  [
    'the workflow file',
    'target',
    [
      fault(
        'an input that does not exist',
        ['wrong', 'inputs', /`team` is no input .*`teams`/],
        change((file) => {
          inputs(file).team = 'core';
        }),
      ),
      fault(
        'labels are not listened to',
        ['wrong', 'events', /is not told of `labeled`, `unlabeled`/],
        change((file) => {
          file.on.pull_request_target.types = ['opened', 'synchronize', 'reopened'];
        }),
      ),
      fault(
        'a condition about people',
        ['wrong', 'conditions', /leaves out by who somebody is/],
        change((file) => {
          job(file).if = "github.actor != 'dependabot[bot]'";
        }),
      ),
      fault(
        'a checkout of the head',
        ['wrong', 'checkout', /checks out the code of a pull request/],
        change((file) => {
          const at = { ref: '${{ github.event.pull_request.head.sha }}' };
          job(file).steps.unshift({ uses: 'actions/checkout@v6', with: at });
        }),
      ),
      fault('another action by tag', ['wrong', 'pinned', /uses 1 other action beside/], () => {}),
      fault(
        'the action from a branch',
        ['wrong', 'pinned', /from a branch/],
        change((file) => {
          job(file).steps.at(-1).uses = 'drawbridge-ci/drawbridge@main';
        }),
      ),
      fault(
        'cancel-in-progress',
        ['wrong', 'concurrency', /has `cancel-in-progress`/],
        change((file) => {
          file.concurrency = { group: 'x', 'cancel-in-progress': true };
        }),
      ),
      fault(
        'an environment that is not there',
        ['wrong', 'environment', /`nowhere` does not exist/],
        change((file) => {
          job(file).environment = 'nowhere';
        }),
      ),
      fault(
        'a secret that is not there',
        ['wrong', 'secrets', /no secret `DUPLICATE_TOKEN`/],
        change((file) => {
          inputs(file)['duplicate-token'] = '${{ secrets.DUPLICATE_TOKEN }}';
        }),
      ),
      fault(
        'its other secrets are in the environment that is not named',
        ['wrong', 'secrets', /no secret `GITLAB_TOKEN`/],
        () => {},
      ),
      fault('the same', ['wrong', 'secrets', /no secret `MEMBERSHIP_TOKEN`/], () => {}),
      fault(
        'a permission that is missing',
        ['wrong', 'permissions', /lacks `statuses: write`/],
        change((file) => {
          delete job(file).permissions.statuses;
        }),
      ),
      fault('so no status can be written', ['wrong', 'statuses', /may not write statuses/], () => {}),
      fault(
        'two files that differ',
        ['wrong', 'agreement', /steps differ in `tests`/],
        change((file) => {
          const other = structuredClone(job(file));
          other.steps = [structuredClone(other.steps.at(-1))];
          delete other.if;
          other.steps[0].with.tests = 'test-dns';
          file.jobs.other = other;
        }),
      ),
    ],
  ],
  [
    'the way in by workflow_run',
    'run',
    [
      fault(
        'it names no workflow',
        ['wrong', 'events', /waits for a workflow that is not there/],
        change((file) => {
          file.on.workflow_run.workflows = ['private test, event'];
        }),
      ),
      fault(
        're-runs are not told',
        ['wrong', 'events', /is not told of `completed`/],
        change((file) => {
          file.on.workflow_run.types = ['requested'];
        }),
      ),
      fault(
        '`pull_request`, which has no secrets',
        ['wrong', 'events', /listens to `pull_request`/],
        change((file) => {
          file.on.pull_request = {};
        }),
      ),
      fault(
        'no environment',
        ['warning', 'environment', /has no `environment:`/],
        change((file) => {
          delete job(file).environment;
        }),
      ),
      fault(
        'an empty secret',
        ['wrong', 'inputs', /`gitlab-token` is empty/],
        change((file) => {
          inputs(file)['gitlab-token'] = '';
        }),
      ),
      fault('the same, of the file', ['wrong', 'secrets', /`gitlab-token` is empty/], () => {}),
      fault('what the job is not told', ['warning', 'secrets', /could not find out/], () => {}),
      fault('the same', ['warning', 'policy', /could not find out/], () => {}),
    ],
  ],
  [
    'GitHub and GitLab',
    'target',
    [
      fault(
        'no policy for pull_request_target',
        ['wrong', 'policy', /default policy refuses/],
        ({ sandbox, scene }) => {
          repositoryOf(sandbox, scene.repository).policies = [];
        },
      ),
      fault(
        'an environment for every branch',
        ['warning', 'environment', /open to every branch/],
        ({ sandbox, scene }) => sandbox.github.setEnvironment(scene.repository, 'private-tests', 'any'),
      ),
      fault(
        'a token that sees no members',
        ['wrong', 'membership', /does not see the members/],
        ({ env, scene }) => {
          env['MEMBERSHIP_TOKEN'] = scene.tokens.job;
        },
      ),
      fault(
        'a team that is not there',
        ['wrong', 'teams', /the team `core` is not there/],
        change((file) => {
          inputs(file).teams = 'core';
        }),
      ),
      fault(
        'a status from any source',
        ['warning', 'ruleset', /required from any source/],
        ({ sandbox, scene }) => sandbox.github.requireStatuses(scene.repository, { context: 'drawbridge' }),
      ),
      fault(
        'a label that is not there',
        ['wrong', 'labels', /no label `test-new`/],
        change((file) => {
          inputs(file).tests += ', test-new';
        }),
      ),
      fault('a test without a job', ['wrong', 'template', /no job for test-new/], () => {}),
      fault('a public project', ['wrong', 'project', /the project is public/], ({ sandbox, scene }) => {
        sandbox.gitlab.project(scene.project).settings.visibility = 'public';
      }),
      fault('public pipelines', ['wrong', 'project', /its pipelines are public/], ({ sandbox, scene }) => {
        sandbox.gitlab.project(scene.project).settings.publicJobs = true;
      }),
      fault(
        'a token that only reads',
        ['wrong', 'gitlab-token', /may only read/],
        ({ sandbox, scene, env }) => {
          const { project } = scene;
          env['GITLAB_TOKEN'] = sandbox.gitlab.addAccessToken({
            project,
            scopes: ['read_api'],
            role: 'reporter',
            days: 2,
          });
        },
      ),
      fault('with a role too low', ['wrong', 'gitlab-token', /role of the token is too low/], () => {}),
      fault('which ends soon', ['wrong', 'gitlab-token', /ends in -?\d days/], () => {}),
      fault(
        'a branch that is not protected',
        ['wrong', 'branch', /is not protected/],
        ({ sandbox, scene }) => {
          sandbox.gitlab.project(scene.project).protectedBranches.clear();
        },
      ),
      fault('variables are hidden', ['warning', 'passing', /could not find out/], () => {}),
    ],
  ],
  [
    'what only maintainers are told, and a source that is another',
    'target',
    [
      fault('another App writes', ['wrong', 'ruleset', /another source/], ({ sandbox, scene }) =>
        sandbox.github.requireStatuses(scene.repository, { context: 'drawbridge', integration: 77 }),
      ),
      fault(
        'a policy without an event',
        ['wrong', 'policy', /policy refuses `issue_comment`/],
        ({ sandbox, scene }) => {
          const [policy] = repositoryOf(sandbox, scene.repository).policies;
          if (policy?.rules[0]?.type === 'restrict_action_events')
            policy.rules[0].parameters.allowed_events = ['pull_request_target', 'workflow_dispatch'];
        },
      ),
      fault(
        'a token that is too strong',
        ['warning', 'gitlab-token', /more than Developer/],
        ({ sandbox, scene, env }) => {
          const { project } = scene;
          env['GITLAB_TOKEN'] = sandbox.gitlab.addAccessToken({
            project,
            scopes: ['api'],
            role: 'maintainer',
            days: null,
          });
        },
      ),
      fault('which never ends', ['warning', 'gitlab-token', /never ends/], () => {}),
      fault('variables are refused', ['wrong', 'passing', /may not set variables/], ({ sandbox, scene }) => {
        sandbox.gitlab.project(scene.project).settings.pipelineVariablesMinimumOverrideRole =
          'no_one_allowed';
      }),
    ],
  ],
  [
    'a branch on which the token may not start',
    'target',
    [
      fault('maintainers alone', ['wrong', 'branch', /neither merge nor push/], ({ sandbox, scene }) =>
        sandbox.gitlab.protectBranch(scene.project, 'main', 'maintainer'),
      ),
      fault(
        'a status nobody requires',
        ['wrong', 'ruleset', /does not require the status `drawbridge`/],
        ({ sandbox, scene }) => sandbox.github.requireStatuses(scene.repository, { context: 'ci' }),
      ),
      fault('variables are hidden', ['warning', 'passing', /could not find out/], () => {}),
    ],
  ],
  [
    'Vault, inputs and proof',
    'detached',
    [
      fault(
        'a policy for all secrets',
        ['wrong', 'vault-policies', /allow 2 paths more/],
        async ({ vault }) => {
          const policy = [
            'path "secret/data/ci/gitlab" { capabilities = ["read"] }',
            'path "secret/data/*" { capabilities = ["read"] }',
            'path "secret/metadata/*" { capabilities = ["list"] }',
          ].join('\n');
          await vault?.ask('POST', 'sys/policies/acl/gitlab-token', { policy });
        },
      ),
      fault(
        'a token that lives for a day',
        ['warning', 'vault-login', /live for hours/],
        async ({ vault }) => {
          await vault?.ask('POST', 'auth/jwt/role/ci', { token_ttl: 86_400, token_max_ttl: 86_400 });
        },
      ),
      fault(
        'inputs that are not declared',
        ['wrong', 'passing', /does not declare GITHUB_COMMIT_ID/],
        ({ ci }) =>
          ci((text) =>
            text
              .replace("    GITHUB_COMMIT_ID: { default: '' }\n", '')
              .replace("    DRAWBRIDGE_PROOF_5: { default: '' }\n", '')
              .replace('test-aws-self-hosted,test-aws-infra,', 'test-aws-infra,old,'),
          ),
      ),
      fault(
        'a part of the proof that is not',
        ['wrong', 'proof', /does not declare DRAWBRIDGE_PROOF_5/],
        () => {},
      ),
      fault(
        'a test that the template does not know',
        ['wrong', 'template', /does not know test-aws-self-hosted/],
        () => {},
      ),
      fault('one that it knows alone', ['wrong', 'template', /knows 1 more test than/], () => {}),
      fault('what the token is not told', ['warning', 'proof', /could not find out/], () => {}),
      fault(
        'no ID token',
        ['wrong', 'permissions', /lacks `id-token: write`/],
        change((file) => {
          delete job(file).permissions['id-token'];
        }),
      ),
      fault('what the job is not told', ['warning', 'secrets', /could not find out/], () => {}),
      fault('the same', ['warning', 'policy', /could not find out/], () => {}),
      fault('the token of the App', ['warning', 'token', /asked with another one/], () => {}),
      fault('the same', ['warning', 'statuses', /could not|does not tell/], () => {}),
      fault('that of the report', ['warning', 'verdict', /could not find out/], () => {}),
    ],
  ],
];

const repositoryOf = ({ github }: Stage['sandbox'], name: string) => {
  const repository = github.world.repositories.get(name);
  if (repository === undefined) throw new Error(name);
  return repository.setUp;
};

describe('seeded faults', () => {
  it.each(series)('%s: each is found, and nothing else', async (_name, way, faults) => {
    stage = await openStage(way);
    await expectFound(stage, faults);
  });

  it('are thirty at least', () => {
    const planted = series
      .flatMap(([, , faults]) => faults)
      .filter(({ said }) => !said.source.includes('could not'));
    expect(planted.length).toBeGreaterThanOrEqual(30);
  });
});

describe('would this pull request cross?', () => {
  const rows = async (number: number) =>
    (await stage?.diagnose({ pullRequest: String(number) }))?.findings
      .filter(({ check }) => check === 'crossing')
      .map(({ mark, said }) => `${mark}: ${said}`);

  it('tells who fails which row, by the real gate', async () => {
    stage = await openStage('target');
    const ours = stage.scene.openByMember('ours', ['test-do-infra']);
    const theirs = stage.scene.openByOutsider('theirs');
    const odd = stage.scene.openByMember('odd', ['test-nothing']);
    const unsafe = stage.scene.openByMember('feature/$(id)', ['test-do-infra']);
    expect(await rows(unsafe.number)).toEqual([
      'well: @bob, its author, is a member',
      expect.stringMatching(/^wrong: /),
    ]);
    expect([
      await rows(ours.number),
      await rows(theirs.number),
      await rows(odd.number),
      await rows(999),
    ]).toMatchInlineSnapshot(`
        [
          [
            "well: @bob, its author, is a member",
            "well: #1 would cross (all-members), with test-do-infra",
          ],
          [
            "wrong: @mallory, its author, is no member",
            "wrong: #2 would not cross: waiting for a member to approve this commit (approval-needed)",
          ],
          [
            "well: @bob, its author, is a member",
            "wrong: its labels are refused (test-nothing): a label with the test prefix is not known",
          ],
          [
            "unknown: could not find out: whether #999 would cross (the pull request cannot be read)",
          ],
        ]
      `);
  });
});
