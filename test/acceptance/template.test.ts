import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { provenFile, template, withInputs } from '../../sandbox/gitlab/example.ts';
import type { Pipeline } from '../../sandbox/gitlab/pipeline.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { isEnded } from '../../sandbox/gitlab/status.ts';
import { provenScene } from '../../sandbox/proven-scene.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';
import { vaultFor } from '../../sandbox/vault-scene.ts';

const { text } = template();
interface Spec {
  readonly default?: string;
  readonly regex?: string;
  readonly options?: readonly string[];
}
const [header] = parseAllDocuments(text) as { toJS(): { spec: { inputs: Record<string, Spec> } } }[];
const specs = Object.entries(header?.toJS().spec.inputs ?? {});

describe('the template', () => {
  it('is the one whose integrity the example names', () => {
    const digest = createHash('sha256').update(text).digest('base64');
    expect(provenFile()).toContain(`integrity: sha256-${digest}\n`);
  });

  it.each(specs)('lets nothing out of its quotes by %s', (_name, spec) => {
    const fits = (value: string) => spec.options?.includes(value) ?? new RegExp(spec.regex ?? '').test(value);
    const good = spec.default || (spec.options?.[0] ?? '1');
    for (const bad of ["'", '"', '$', '`', '\\', ' ', '\n', ';', '$(id)', ']]'])
      for (const value of [bad, good + bad, bad + good]) expect(fits(value), value).toBe(false);
    if (spec.default !== undefined) expect(fits(spec.default)).toBe(true);
  });

  it.each(['acme/engine#42', 'acme/engine!queue', 'acme/engine!push', 'acme/engine!tag'])(
    'takes the key of %s',
    (from) => {
      const key = new RegExp(Object.fromEntries(specs)['DRAWBRIDGE_KEY']?.regex ?? '(?!)');
      expect(key.test(`${from}@${'a'.repeat(40)}:0123456789ab`)).toBe(true);
    },
  );

  it('puts every input between quotes', () => {
    const bare = text.split('\n---\n')[1]?.match(/(^|[^"'/,])\$\[\[|\]\]([^"'/,.]|$)/gm) ?? [];
    expect(bare).toEqual([]);
  });
});

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
  const proven = provenScene(scene, vault, { report: 'true' });
  afterAll(() => sandbox.close());

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
      'test-aws-infra': 'success',
      'drawbridge-report': 'success',
      'drawbridge-report-failure': 'skipped',
    });
    expect(github.statuses(scene.repository, pull.sha).at(-1)).toMatchObject({ state: 'success' });
  });

  it.each<[string, Record<string, string>, string]>([
    ['on another ref', {}, 'elsewhere'],
    ['with another test', { TESTS_TO_RUN: 'test-do-infra' }, 'main'],
    ['with another commit', { GITHUB_COMMIT_ID: 'f'.repeat(40) }, 'main'],
    ['without a part of its proof', { DRAWBRIDGE_PROOF_1: '' }, 'main'],
  ])('reads no secret for a copied request %s', async (_how, change, ref) => {
    const real = [...gitlab.world.pipelines.values()].find(({ inputs }) => inputs['DRAWBRIDGE_PROOF_1']);
    const { repository } = gitlab.project(scene.project);
    const files = repository.commits.get(repository.branches.get('main') ?? '')?.files ?? {};
    // Tests that wait for no other job, so that each has to refuse by itself.
    const eager = files['.gitlab-ci.yml']?.replaceAll(
      /extends: .drawbridge-test, (?!needs)/g,
      '$&needs: [], ',
    );
    gitlab.push(scene.project, 'main', { '.gitlab-ci.yml': eager ?? '' });
    if (!repository.branches.has('elsewhere')) proven.addBranch('elsewhere');
    const before = secretsRead().length;
    const forged = await gitlab.startPipeline(scene.project, {
      ...{ user: 'mallory', role: 'developer', ref },
      inputs: { ...real?.inputs, ...change },
    });
    await over(forged);
    const { 'drawbridge-report': told, ...others } = ends(forged);
    expect([told, new Set(Object.values(others))]).toEqual(['skipped', new Set(['failed'])]);
    expect(forged.jobs.length).toBe(4);
    expect(secretsRead().slice(before)).toEqual([]);
    expect(server.loggedIn()).toEqual([]);
  });

  it('verifies what it checks out, whatever a variable of the pipeline says', async () => {
    const real = [...gitlab.world.pipelines.values()].find(({ inputs }) => inputs['DRAWBRIDGE_PROOF_1']);
    const other = 'f'.repeat(40);
    const before = secretsRead().length;
    // As in a project in which that door was left open.
    const { settings } = gitlab.project(scene.project);
    settings.pipelineVariablesMinimumOverrideRole = 'developer';
    const forged = await gitlab.startPipeline(scene.project, {
      ...{ user: 'root', role: 'owner' },
      inputs: { ...real?.inputs, GITHUB_COMMIT_ID: other },
      variables: Object.fromEntries(
        Object.entries(real?.inputs ?? {}).map(([key, value]) => [key, String(value)]),
      ),
    });
    settings.pipelineVariablesMinimumOverrideRole = 'no_one_allowed';
    await over(forged);
    const traces = forged.jobs.map(({ trace }) => trace).join('\n');
    const { 'drawbridge-report': told, ...others } = ends(forged);
    expect([told, new Set(Object.values(others))], traces).toEqual(['skipped', new Set(['failed'])]);
    expect(traces).toContain('proof-audience');
    expect(traces).not.toContain('git -C');
    expect(secretsRead().slice(before)).toEqual([]);
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

  it.each(['push', 'schedule', 'web'] as const)("leaves the project's own %s alone", async (source) => {
    const path = `acme/own-${source}`;
    const file = `${withInputs(provenFile(), {})}\nunit: { script: ['true'] }\n`;
    gitlab.addProject({ path, files: { '.gitlab-ci.yml': file } });
    gitlab.hold('next', 'created');
    const own = await gitlab.startPipeline(path, { user: 'root', role: 'owner', source });
    expect([own.name, own.yamlErrors, Object.keys(ends(own))]).toEqual([null, null, ['unit']]);
  });
});
