import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { provenFile, template, withInputs } from '../../sandbox/gitlab/example.ts';
import type { Pipeline } from '../../sandbox/gitlab/pipeline.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { isEnded } from '../../sandbox/gitlab/status.ts';
import { provenScene } from '../../sandbox/proven-scene.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';
import { vaultFor } from '../../sandbox/vault-scene.ts';

const { text } = template();
/** What the jobs fetch: it says so, and is the command line as it is built. */
const executable = `#!/bin/sh
echo "the fetched one runs" >&2
PATH="\${PATH#*:}" exec drawbridge "$@"
`;
const fetched = '\nthe fetched one runs\n';
const sum = createHash('sha256').update(executable).digest('hex');

describe('a project that includes it', { timeout: 90_000 }, async () => {
  const sandbox = await startSandbox({ scale: 20 });
  const { gitlab, github, vault: server } = sandbox;
  const scene = exampleScene(sandbox);
  const vault = await vaultFor(scene);
  await vault.ask('POST', 'secret/data/drawbridge/report', { data: { token: scene.tokens.job } });
  const policy = 'path "secret/data/drawbridge/report" { capabilities = ["read"] }';
  await vault.ask('POST', 'sys/policies/acl/report', { policy });
  await vault.ask('POST', 'auth/gitlab/role/drawbridge-report', {
    ...{ role_type: 'jwt', user_claim: 'project_id', token_ttl: 300 },
    bound_audiences: ['drawbridge-report'],
    bound_claims: { project_id: String(gitlab.project(scene.project).id), ref_protected: 'true' },
    token_policies: ['report'],
  });
  let isServed = true;
  const files = createServer((_, answer) => answer.writeHead(isServed ? 200 : 404).end(executable));
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  const { port } = files.address() as AddressInfo;
  const proven = provenScene(scene, vault, {
    ...{ report: 'true', executable: `http://127.0.0.1:${port}/drawbridge`, sha256: '$[[ inputs.SUM ]]' },
  });
  afterAll(async () => {
    files.close();
    await sandbox.close();
  });
  // Jobs that wait for no other one, so that each has to refuse by itself; and one that builds.
  const { repository } = gitlab.project(scene.project);
  const written = repository.commits.get(repository.branches.get('main') ?? '')?.files['.gitlab-ci.yml'];
  const build = `build:
  extends: .drawbridge-build
  needs: []
  script: ['git -C engine rev-parse HEAD', 'test -z "\${VAULT_ID_TOKEN-}"', 'echo built']
`;
  gitlab.push(scene.project, 'main', {
    '.gitlab-ci.yml': `${written
      ?.replace(/^ {4}DRAWBRIDGE_KEY: .*\n/m, (line) => `${line}    SUM: { default: '${sum}' }\n`)
      .replaceAll('extends: .drawbridge-test,', '$& needs: [],')}\n${build}`,
  });

  const over = (pipeline: Pipeline | undefined) =>
    vi.waitFor(() => expect(pipeline && isEnded(pipelineStatus(pipeline))).toBe(true), { timeout: 60_000 });
  const last = () => [...gitlab.world.pipelines.values()].at(-1);
  const ends = (pipeline: Pipeline | undefined) =>
    Object.fromEntries(pipeline?.jobs.map(({ plan, status }) => [plan.name, status]) ?? []);
  const secretsRead = () => sandbox.recorder.of('vault').filter(({ path }) => path.includes('secret/data/'));

  it('lets GitLab tell the verdict itself', async () => {
    const pull = scene.openByMember('detached', ['test-aws-infra']);
    const job = proven.job(scene.job(pull.number));
    const tests = 'test-aws-infra,test-do-infra,test-aws-self-hosted,test-scaleway-infra';
    const result = await scene.run({ ...job, with: { ...job.with, tests, wait: 'false' } }).done;
    expect(result.exitCode, result.log).toBe(0);
    await over(last());
    const traces = last()
      ?.jobs.map(({ trace }) => trace)
      .join('\n');
    expect(ends(last()), traces).toEqual({
      'drawbridge-verify': 'success',
      build: 'success',
      'test-aws-infra': 'success',
      'drawbridge-report': 'success',
      'drawbridge-report-failure': 'skipped',
    });
    expect(github.statuses(scene.repository, pull.sha).at(-1)).toMatchObject({ state: 'success' });
    for (const { plan, trace, status } of last()?.jobs ?? [])
      if (status !== 'skipped') expect(trace, plan.name).toContain(fetched);
    const built = last()?.jobs.find(({ plan }) => plan.name === 'build')?.trace;
    expect(built).toMatch(new RegExp(`proven: asked for by [^]*\\n${pull.sha}\\n`));
  });

  const real = () =>
    [...gitlab.world.pipelines.values()].find(({ inputs }) => inputs['DRAWBRIDGE_PROOF_1'])?.inputs;

  it.each<[string, boolean, string]>([
    ['with another sum', true, sum.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))],
    ['without a sum', true, ''],
    ['that is not there', false, sum],
  ])('starts nothing and asks nobody where an executable is named %s', async (_how, served, SUM) => {
    isServed = served;
    const before = sandbox.recorder.all().length;
    const dying = await gitlab.startPipeline(scene.project, {
      ...{ user: 'root', role: 'owner' },
      inputs: { ...real(), SUM },
    });
    await over(dying);
    isServed = true;
    const { 'drawbridge-report': told, ...others } = ends(dying);
    expect([told, Object.values(others)]).toEqual(['skipped', ['failed', 'failed', 'failed', 'failed']]);
    for (const { trace } of dying.jobs.filter(({ status }) => status === 'failed')) {
      expect(trace).not.toContain(fetched);
      expect(trace).toMatch(/sha256sum: |curl: \(22\)/);
    }
    expect(sandbox.recorder.all().slice(before)).toEqual([]);
  });

  it('verifies what it checks out, whatever a variable of the pipeline says', async () => {
    const other = 'f'.repeat(40);
    const before = secretsRead().length;
    // As in a project in which that door was left open.
    const { settings } = gitlab.project(scene.project);
    settings.pipelineVariablesMinimumOverrideRole = 'developer';
    const forged = await gitlab.startPipeline(scene.project, {
      ...{ user: 'root', role: 'owner' },
      inputs: { ...real(), GITHUB_COMMIT_ID: other },
      variables: Object.fromEntries(Object.entries(real() ?? {}).map(([key, value]) => [key, String(value)])),
    });
    settings.pipelineVariablesMinimumOverrideRole = 'no_one_allowed';
    await over(forged);
    const traces = forged.jobs.map(({ trace }) => trace).join('\n');
    const { 'drawbridge-report': told, ...others } = ends(forged);
    expect([told, new Set(Object.values(others))], traces).toEqual(['skipped', new Set(['failed'])]);
    expect(traces).toContain('proof-audience');
    expect(traces).not.toContain('git -C');
    expect(secretsRead().slice(before)).toEqual([]);
    expect(server.loggedIn()).toEqual([]);
  });

  it('refuses an input that it has not declared, and a file that is another', async () => {
    const by = { user: 'mallory', role: 'developer' } as const;
    const inputs = { TESTS_TO_RUN: 'test-all', MORE: 'x' };
    await expect(gitlab.startPipeline(scene.project, { ...by, inputs })).rejects.toThrow(/MORE/);
    const { url } = template();
    gitlab.world.elsewhere.set(url, `${text}# changed\n`);
    await expect(
      gitlab.startPipeline(scene.project, { ...by, inputs: { TESTS_TO_RUN: 'test-all' } }),
    ).rejects.toThrow('fails the integrity check');
    gitlab.world.elsewhere.set(url, text);
  });

  it('can be a component of a mirror in the same GitLab, at a commit', async () => {
    const file = `${withInputs(provenFile(), {})}\nunit: { script: ['true'] }\n`;
    const mirror = gitlab.addProject({
      path: 'acme/mirror',
      files: { 'templates/functional-tests/template.yml': text },
    });
    const commit = mirror.repository.branches.get('main') ?? '';
    const from = (version: string) =>
      file.replace(
        /- remote: .*\n.*\n/,
        () => `- component: $CI_SERVER_FQDN/acme/mirror/functional-tests@${version}\n`,
      );
    const plans = async (path: string, root: string) => {
      gitlab.addProject({ path, files: { '.gitlab-ci.yml': root } });
      gitlab.hold('next', 'created');
      const { jobs } = await gitlab.startPipeline(path, { user: 'root', role: 'owner' });
      return jobs.map(({ plan }) => plan);
    };
    const remote = await plans('acme/by-remote', file);
    expect(remote).toHaveLength(1);
    expect(await plans('acme/by-component', from(commit))).toEqual(remote);
    await expect(plans('acme/by-nothing', from('f'.repeat(40)))).rejects.toThrow('content not found');
    await expect(plans('acme/by-release', from('~latest'))).rejects.toThrow('the version ~latest');
    const abroad = from(commit).replace('$CI_SERVER_FQDN', 'gitlab.com');
    await expect(plans('acme/by-stranger', abroad)).rejects.toThrow('component` of gitlab.com/');
  });

  it.each(['push', 'schedule', 'web'] as const)("leaves the project's own %s alone", async (source) => {
    const path = `acme/own-${source}`;
    const file = `${withInputs(provenFile(), {})}\nunit: { script: ['true'] }\n`;
    gitlab.addProject({ path, files: { '.gitlab-ci.yml': file } });
    gitlab.hold('next', 'created');
    const own = await gitlab.startPipeline(path, { user: 'root', role: 'owner', source });
    expect([own.name, own.yamlErrors, Object.keys(ends(own))]).toEqual([null, null, ['unit']]);
  });
});
