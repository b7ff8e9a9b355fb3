import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../sandbox/gitlab/pipeline.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { isEnded } from '../../sandbox/gitlab/status.ts';
import { provenScene } from '../../sandbox/proven-scene.ts';
import { claimsOf } from '../../sandbox/runner/claims.ts';
import { type VaultServer, vaultFor } from '../../sandbox/vault-scene.ts';
import { playsOnOpenBao, startOpenBao } from '../openbao.ts';
import { formsOf, publicText } from './leaks.ts';
import { openStage, until } from './stage.ts';

// The machine's own time: a real server compares the token's times with it.
const stage = await openStage(1);
const { scene, sandbox } = stage;
const { gitlab } = sandbox;

const openbao = playsOnOpenBao() ? await startOpenBao() : undefined;
afterAll(() => openbao?.stop());

/** What the sandbox's own Vault was asked, in the words in which the real one writes it down. */
const recorded = () =>
  sandbox.recorder
    .of('vault')
    .map(({ method, path }) => `${method === 'GET' ? 'read' : 'update'} ${path.replace('/v1/', '')}`);
const servers: readonly (readonly [string, VaultServer, () => readonly string[]])[] = [
  ['the embedded Vault', sandbox.vault, recorded],
  ...(openbao ? [['a real OpenBao', openbao, openbao.audited] as const] : []),
];

describe.each(servers)('with %s', async (name, server, asked) => {
  const vault = await vaultFor(scene, server);
  const pull = scene.openByMember(name.replaceAll(' ', '-'), ['test-do-infra']);
  const claims = claimsOf(scene.job(pull.number));
  let proof: Readonly<Record<string, string>>;
  beforeAll(() => {
    proof = provenScene(scene, vault).inputs;
    // Tests that wait for no other job, so that each has to refuse by itself; and that take no time.
    const { repository } = gitlab.project(scene.project);
    const files = repository.commits.get(repository.branches.get('main') ?? '')?.files ?? {};
    gitlab.push(scene.project, 'main', {
      '.gitlab-ci.yml':
        files['.gitlab-ci.yml']?.replaceAll('extends: .drawbridge-test,', '$& needs: [],') ?? '',
      'expected/test-do-infra.txt': 'pass\n',
    });
  });

  const play = (changed: Readonly<Record<string, string>> = {}) =>
    stage.play(pull, {
      with: { 'gitlab-token': ' ', wait: 'false', 'settle-seconds': '0', ...vault.inputs, ...proof },
      job: { idToken: sandbox.issuer.admit({ ...claims, ...changed }), debug: true, env: { DEBUG: '*' } },
    });
  const over = (pipeline: Pipeline) =>
    until(() => isEnded(pipelineStatus(pipeline)), 'the end of the pipeline');
  const ends = (pipeline: Pipeline) =>
    Object.fromEntries(pipeline.jobs.map(({ plan, status }) => [plan.name, status]));
  const traces = (pipeline: Pipeline) => pipeline.jobs.map(({ trace }) => trace);
  /** What the action has sent, with its proof. */
  let request: Readonly<Record<string, unknown>>;
  /** What whoever has the token can do: send it again, with changes. */
  const startPipeline = async (
    ref: string,
    changed: Readonly<Record<string, string>> = {},
  ): Promise<Pipeline> => {
    const url = `${gitlab.url}/api/v4/projects/${encodeURIComponent(scene.project)}/pipeline`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'private-token': scene.tokens.gitlab, 'content-type': 'application/json' },
      body: JSON.stringify({ ref, inputs: { ...request, ...changed } }),
    });
    expect(answer.status).toBe(201);
    return gitlab.pipeline(((await answer.json()) as { id: number }).id);
  };

  it('starts a pipeline with the token that it read, and shows it to nobody', async () => {
    gitlab.hold('next', 'created');
    const story = await play();
    expect([story.exitCode, story.outputs['verdict']], story.log.join('\n')).toEqual([0, 'pending']);
    expect(story.pipelines).toHaveLength(1);
    expect(story.state['vault']).toBe('no');
    const masked = [...story.result.stdout.matchAll(/^::add-mask::(.+)$/gm)].map(([, text = '']) => text);
    const tokens = masked.filter((text) => text.startsWith('s.'));
    expect(tokens).toHaveLength(1);
    for (const token of tokens) expect(await vault.isAlive(token)).toBe(false);
    const text = publicText(story);
    const shown = masked.filter((secret) => formsOf(secret).some((form) => text.includes(form)));
    expect(shown).toEqual([]);
    request = story.pipelines[0]?.inputs ?? {};
  });

  // With the embedded one the tests of the template do this.
  if (server === openbao)
    it('gives the secrets to the test of that pipeline', async () => {
      const before = asked().length;
      const honest = await startPipeline('main');
      await over(honest);
      expect(ends(honest)).toEqual({ 'drawbridge-verify': 'success', 'test-do-infra': 'success' });
      expect(asked().slice(before)).toEqual([
        'update auth/gitlab/login',
        'read sys/internal/ui/mounts/secret/functional-tests',
        'read secret/data/functional-tests',
        'update auth/token/revoke-self',
      ]);
    });

  it('is not asked for anything by a forged trigger, which has the right token and no proof, or that of another branch', async () => {
    const elsewhere = `elsewhere-${name.replaceAll(' ', '-')}`;
    gitlab.addBranch(scene.project, elsewhere, { protected: 'developer' });
    const before = asked().length;
    const unproven = await startPipeline('main', { DRAWBRIDGE_PROOF_1: '', DRAWBRIDGE_PROOF_2: '' });
    const copied = await startPipeline(elsewhere);
    await Promise.all([over(unproven), over(copied)]);
    expect(asked().slice(before)).toEqual([]);
    for (const [pipeline, reason] of [
      [unproven, 'proof-missing'],
      [copied, 'proof-audience'],
    ] as const) {
      expect(ends(pipeline)).toEqual({ 'drawbridge-verify': 'failed', 'test-do-infra': 'failed' });
      for (const trace of traces(pipeline)) expect(trace).toContain(reason);
    }
  });

  it('says what does not fit where the role is not for this job', async () => {
    const story = await play({ repository_id: '4711' });
    expect([story.exitCode, story.outputs['reason']]).toEqual([1, 'vault-claim-differs']);
    expect(story.pipelines).toEqual([]);
  });
});
