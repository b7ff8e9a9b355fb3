import { afterAll, describe, expect, it } from 'vitest';
import { claimsOf } from '../../sandbox/runner/claims.ts';
import { type VaultServer, vaultFor } from '../../sandbox/vault-scene.ts';
import { playsOnOpenBao, startOpenBao } from '../openbao.ts';
import { formsOf, publicText } from './leaks.ts';
import { openStage } from './stage.ts';

// The machine's own time: a real server compares the token's times with it.
const stage = await openStage(1);
const { scene, sandbox } = stage;

const openbao = playsOnOpenBao() ? await startOpenBao() : undefined;
afterAll(() => openbao?.stop());
const servers: readonly (readonly [string, VaultServer])[] = [
  ['the embedded Vault', sandbox.vault],
  ...(openbao ? [['a real OpenBao', openbao] as const] : []),
];

describe.each(servers)('with %s', async (name, server) => {
  const vault = await vaultFor(scene, server);
  const pull = scene.openByMember(name.replaceAll(' ', '-'), ['test-do-infra']);
  const claims = claimsOf(scene.job(pull.number));
  const play = (changed: Readonly<Record<string, string>> = {}) =>
    stage.play(pull, {
      with: { 'gitlab-token': ' ', wait: 'false', 'settle-seconds': '0', ...vault.inputs },
      job: { idToken: sandbox.issuer.admit({ ...claims, ...changed }), debug: true, env: { DEBUG: '*' } },
    });

  it('starts a pipeline with the token that it read, and shows it to nobody', async () => {
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
  });

  it('says what does not fit where the role is not for this job', async () => {
    const story = await play({ repository_id: '4711' });
    expect([story.exitCode, story.outputs['reason']]).toEqual([1, 'vault-claim-differs']);
    expect(story.pipelines).toEqual([]);
  });
});
