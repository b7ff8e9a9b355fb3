import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createEvaluator } from '../../sandbox/gitlab/ci/evaluate.ts';
import { keptEvaluations } from '../../sandbox/gitlab/ci/kept.ts';
import type { Evaluation } from '../../sandbox/gitlab/ci/plan.ts';
import type { Source } from '../../sandbox/gitlab/pipeline.ts';
import { createRepository } from '../../sandbox/gitlab/repository.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';
import { systemClock } from '../../src/clock.ts';
import { requestFor } from '../../src/request/request.ts';
import { passing, subject } from '../request/build.ts';
import { bare, blocksOf, checkedTable } from './pages.ts';

const [variablesFile = '', inputsFile = '', ...others] = blocksOf('docs/gitlab.md')
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

it('has two files, and knows both', () => {
  expect(others).toEqual([]);
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

  it('runs nothing for a push to the GitLab project', async () => {
    expect(await withVariables({}, {}, 'push')).toEqual({ kind: 'filtered' });
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

it('crosses with the file for inputs where variables are refused', { timeout: 60_000 }, async () => {
  const scene = exampleScene(sandbox);
  const path = 'acme/inputs-only';
  // The sandbox's files are not executable, so the page's script is started by sh.
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
  const [pipeline] = [...sandbox.gitlab.world.pipelines.values()];
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

  it('fail for a commit that is not there', async () => {
    expect((await fetchCommit(() => 'b'.repeat(40))).exitCode).not.toBe(0);
  });
});
