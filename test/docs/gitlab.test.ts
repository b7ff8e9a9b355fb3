import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { createEvaluator } from '../../sandbox/gitlab/ci/evaluate.ts';
import { keptEvaluations } from '../../sandbox/gitlab/ci/kept.ts';
import type { Evaluation } from '../../sandbox/gitlab/ci/plan.ts';
import { exampleEngine, provenFile, template } from '../../sandbox/gitlab/example.ts';
import type { Source } from '../../sandbox/gitlab/pipeline.ts';
import { createRepository } from '../../sandbox/gitlab/repository.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';
import { systemClock } from '../../src/clock.ts';
import { requestFor } from '../../src/request/request.ts';
import { passing, subject } from '../request/build.ts';
import { bare, blocksOf, checkedTable } from './pages.ts';

const [variablesFile = '', inputsFile = '', provenText = '', group = '', ...others] = blocksOf(
  'docs/gitlab.md',
)
  .filter(({ language }) => language === 'yaml')
  .map(({ text }) => text);

const folder = mkdtempSync(join(tmpdir(), 'drawbridge-docs-'));
const sandbox = await startSandbox({ scale: 20 });
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What Drawbridge sends for a pull request. */
const valuesFor = (tests: readonly string[], passAs: 'variables' | 'inputs' = 'variables') =>
  requestFor(subject({ tests }), { name: 'main', shown: 'main', twin: false }, { ...passing, passAs }).values;

// One for all: it keeps what it has expanded.
const evaluator = createEvaluator(join(folder, 'evaluations'), keptEvaluations());

/** Asks which jobs a file runs, in a git repository that holds nothing else; by the API where no source is given. */
function projectWith(file: string) {
  const files = { '.gitlab-ci.yml': file };
  const url = 'https://gitlab.example.com/acme/engine-tests.git';
  const repository = createRepository(mkdtempSync(join(folder, 'project-')), url, 'main', systemClock.now);
  const sha = repository.commit('main', files);
  return (variables: object, inputs: Readonly<Record<string, unknown>> = {}, source: Source = 'api') => {
    const given = { CI_PIPELINE_SOURCE: source, CI_COMMIT_REF_NAME: 'main', ...variables };
    const origin = { source, ref: 'main', tag: false, path: 'acme/engine-tests', changed: () => undefined };
    return evaluator({ files, checkout: () => repository.checkout(sha), variables: given, inputs, origin });
  };
}

const withVariables = projectWith(variablesFile);
const withInputs = projectWith(inputsFile);

const jobsOf = (evaluation: Evaluation) =>
  evaluation.kind === 'plan' ? evaluation.jobs.map(({ name }) => name) : evaluation;

it('has three files and a part of one, and knows them', () => {
  expect(others).toEqual([]);
  expect(provenText).toBe(provenFile());
  expect(variablesFile).toContain('GITHUB_COMMIT_ID');
  expect(inputsFile).toMatch(/^spec:/m);
});

it('lists the values that are sent', () => {
  const listed = checkedTable('docs/gitlab.md', 'values').map(([name]) => bare(name));
  expect(listed.sort()).toEqual(Object.keys(valuesFor(['test-all'])).sort());
});

describe('the file for variables', { timeout: 60_000 }, () => {
  it.each([
    [['test-dns'], ['build', 'test-dns']],
    [
      ['test-aws-infra', 'test-dns'],
      ['build', 'test-aws-infra', 'test-dns'],
    ],
    [['test-all'], ['build', 'test-aws-infra', 'test-dns']],
    [['test-dns-slow'], ['build']],
  ])('runs for %j the jobs %j', async (tests, jobs) => {
    const evaluation = await withVariables(valuesFor(tests));
    expect(jobsOf(evaluation)).toEqual(jobs);
    const name = evaluation.kind === 'plan' ? evaluation.name : undefined;
    expect(name).toBe('$DRAWBRIDGE_KEY');
  });
});

describe('the file for inputs', { timeout: 60_000 }, () => {
  it('takes what is sent, and runs the test that was asked for', async () => {
    const values = valuesFor(['test-dns'], 'inputs');
    expect(jobsOf(await withInputs({}, values))).toEqual(['test-dns']);
    const none = await withInputs({}, valuesFor(['test-aws'], 'inputs'));
    expect(jobsOf(none)).toEqual([]);
  });

  it('refuses a commit that is none', async () => {
    const values = { ...valuesFor(['test-dns'], 'inputs'), GITHUB_COMMIT_ID: '$(id)' };
    expect(await withInputs({}, values)).toMatchObject({ kind: 'bad-inputs' });
  });
});

it('the group of tests fits the file with the template', { timeout: 60_000 }, async () => {
  const { gitlab } = sandbox;
  const { url, text } = template();
  gitlab.world.elsewhere.set(url, text);
  const files = { '.gitlab-ci.yml': `${provenText}\n${group}` };
  gitlab.addProject({ path: 'acme/grouped', files });
  gitlab.hold('next', 'created');
  const inputs = { TESTS_TO_RUN: 'test-cloud' };
  const made = await gitlab.startPipeline('acme/grouped', { user: 'root', role: 'owner', inputs });
  expect(made.jobs.map(({ plan }) => [plan.name, plan.idTokens])).toEqual([
    ['drawbridge-verify', {}],
    ['test-cloud', { VAULT_ID_TOKEN: 'vault-cloud' }],
  ]);
  expect(made.jobs[1]?.plan.variables).toMatchObject({ DRAWBRIDGE_SECRETS: 'cloud-tests' });
});

describe('started without Drawbridge', { timeout: 60_000 }, () => {
  // The sandbox's files are not executable, so the page's script is started by sh.
  const inputs = {
    '.gitlab-ci.yml': inputsFile.replace('./test-dns.sh', 'sh ./test-dns.sh'),
    'test-dns.sh': 'echo "=$@="',
  };
  const engine = exampleEngine();
  const projects: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ['the file for variables', { '.gitlab-ci.yml': variablesFile }, ['build', 'test-aws-infra', 'test-dns']],
    ['the file for inputs', inputs, ['test-dns']],
    [
      'examples/engine-tests',
      engine,
      [
        'build-engine',
        ...Object.keys(engine).flatMap((path) => /^expected\/(.+)\.txt$/.exec(path)?.[1] ?? []),
      ],
    ],
  ];

  it.each(projects)(
    '%s runs at night and by hand, without a name, and nothing fails on a push',
    async (name, files, jobs) => {
      const { gitlab } = sandbox;
      const path = `acme/${name.replaceAll(/\W+/g, '-')}`;
      gitlab.addProject({ path, files });
      gitlab.hold('next', 'created');
      const by = { user: 'root', role: 'owner' } as const;
      const nightly = await gitlab.startPipeline(path, { ...by, source: 'schedule' });
      expect(nightly.jobs.map(({ plan }) => plan.name).sort()).toEqual([...jobs].sort());
      expect([nightly.name, nightly.yamlErrors]).toEqual([null, null]);
      gitlab.hold('next', 'created');
      const byHand = await gitlab.startPipeline(path, { ...by, source: 'web' });
      expect(byHand.jobs.map(({ plan }) => plan.name).sort()).toEqual([...jobs].sort());
      // No pipeline, which is not a failed one.
      const push = gitlab.startPipeline(path, { ...by, source: 'push' });
      await expect(push).rejects.toThrow('The pipeline did not run.');
    },
  );

  it('the jobs of the file for inputs get what the defaults say', async () => {
    const { gitlab } = sandbox;
    gitlab.addProject({ path: 'acme/night', files: inputs });
    const { id } = await gitlab.startPipeline('acme/night', {
      user: 'root',
      role: 'owner',
      source: 'schedule',
    });
    await vi.waitFor(() => expect(gitlab.pipeline(id).finishedAt).toBeGreaterThan(0), { timeout: 20_000 });
    expect(gitlab.pipeline(id).jobs.map(({ status, trace }) => [status, trace])).toEqual([
      ['success', expect.stringContaining('=acme/engine HEAD=')],
    ]);
  });

  it('an empty input as name would fail all of them, as it does in GitLab', async () => {
    const files = {
      '.gitlab-ci.yml': inputsFile.replace('name: $DRAWBRIDGE_KEY', 'name: $[[ inputs.DRAWBRIDGE_KEY ]]'),
    };
    sandbox.gitlab.addProject({ path: 'acme/empty', files });
    const push = await sandbox.gitlab.startPipeline('acme/empty', {
      user: 'root',
      role: 'owner',
      source: 'push',
    });
    expect(push.yamlErrors).toBe('workflow name is too short (minimum is 1 character)');
  });
});

it('crosses with the file for inputs where variables are refused', { timeout: 60_000 }, async () => {
  const scene = exampleScene(sandbox);
  const path = 'acme/inputs-only';
  const files = {
    '.gitlab-ci.yml': inputsFile.replace('./test-dns.sh', 'sh ./test-dns.sh'),
    'test-dns.sh': 'echo "$1 $2"\n',
  };
  const settings = { pipelineVariablesMinimumOverrideRole: 'no_one_allowed' } as const;
  sandbox.gitlab.addProject({ path, files, settings });
  const token = sandbox.gitlab.addAccessToken({ project: path, scopes: ['api'], role: 'developer' });
  const pull = scene.openByMember('by-inputs', ['test-dns']);
  const given = { 'gitlab-project': path, 'gitlab-token': token, 'pass-as': 'inputs' };
  const result = await scene.start(pull.number, { with: given }).done;
  expect([result.exitCode, result.outputs['verdict']], result.log).toEqual([0, 'success']);
  const pipeline = [...sandbox.gitlab.world.pipelines.values()].at(-1);
  expect(pipeline?.name).toMatch(new RegExp(`^acme/engine#${pull.number}@${pull.sha}:`));
  expect(pipeline?.jobs.map(({ trace }) => trace).join()).toContain(`acme/engine ${pull.sha}`);
});

describe('the lines that fetch the commit', () => {
  const lines = (parse(variablesFile) as { '.engine': { before_script: string[] } })['.engine'].before_script;

  /** Runs them with GitHub's address standing for a folder. */
  async function fetchCommit(wanted: (commits: readonly string[]) => string) {
    const home = mkdtempSync(join(folder, 'fetch-'));
    const origin = join(home, 'acme', 'engine.git');
    mkdirSync(origin, { recursive: true });
    const config = join(home, 'gitconfig');
    writeFileSync(
      config,
      `[url "file://${home}/"]\n\tinsteadOf = https://github.com/\n[protocol "file"]\n\tallow = always\n`,
    );
    const env = {
      GIT_CONFIG_GLOBAL: config,
      GIT_CONFIG_SYSTEM: '/dev/null',
      GITHUB_REPOSITORY_FULL_NAME: 'acme/engine',
    };
    const bash = (script: string, cwd: string, more: Record<string, string> = {}) =>
      execa('bash', ['-euo', 'pipefail', '-c', script], {
        cwd,
        env: { ...env, ...more },
        reject: false,
        all: true,
      });
    // GitHub serves commits by name too.
    const made = await bash(
      `git init -q . && git config uploadpack.allowAnySHA1InWant true
       git config user.name x && git config user.email x@example.com
       for n in 1 2; do git commit -q --allow-empty -m "$n"; git rev-parse HEAD; done`,
      origin,
    );
    const wantedCommit = wanted(made.stdout.split('\n'));
    const fetched = await bash(lines.join('\n'), home, { GITHUB_COMMIT_ID: wantedCommit });
    const head = await bash('git -C engine rev-parse HEAD', home);
    return { exitCode: fetched.exitCode, all: fetched.all, head: head.stdout, wanted: wantedCommit };
  }

  it('check out exactly that commit, not the branch', async () => {
    const { exitCode, all, head, wanted } = await fetchCommit(([first = '']) => first);
    expect(exitCode, all).toBe(0);
    expect(head).toBe(wanted);
  });

  it('take the default branch where no request has come', async () => {
    const { exitCode, all, head } = await fetchCommit(() => 'HEAD');
    expect([exitCode, head], all).toEqual([0, expect.stringMatching(/^[0-9a-f]{40}$/)]);
  });

  it('fail for a branch', async () => {
    expect((await fetchCommit(() => 'main')).exitCode).not.toBe(0);
  });

  it('fail for a commit that is not there', async () => {
    expect((await fetchCommit(() => 'b'.repeat(40))).exitCode).not.toBe(0);
  });
});
