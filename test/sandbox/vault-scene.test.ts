import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JobOptions } from '../../sandbox/runner/options.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';
import { VAULT_AUDIENCE, type VaultScene, vaultFor } from '../../sandbox/vault-scene.ts';
import { type OpenBao, playsOnOpenBao, startOpenBao } from '../openbao.ts';

const sandbox = await startSandbox();
const scene = exampleScene(sandbox);
const real: OpenBao | undefined = playsOnOpenBao() ? await startOpenBao() : undefined;
const scenes: VaultScene[] = [];
beforeAll(async () => {
  for (const server of [sandbox.vault, ...(real ? [real] : [])]) scenes.push(await vaultFor(scene, server));
});
afterAll(async () => {
  await real?.stop();
  await sandbox.close();
});

const job = scene.job(scene.openByMember('with-vault').number);
const idTokenOf = async ({ idToken }: JobOptions): Promise<string> => {
  const headers = { authorization: `bearer ${idToken?.requestToken}` };
  const answer = await fetch(`${idToken?.requestUrl}&audience=${VAULT_AUDIENCE}`, { headers });
  return ((await answer.json()) as { value: string }).value;
};

it.each([0, ...(real ? [1] : [])])("gives the example's job GitLab's token, on server %i", async (index) => {
  const [scene_, given] = [scenes[index], scenes[index]?.job(job)];
  if (!scene_ || !given) throw new Error('no such server');
  expect(given.with).toMatchObject({ 'vault-role': 'ci', 'vault-url': scene_.url });
  expect(given.with).not.toHaveProperty('gitlab-token');
  const log = await scene_.ask('POST', 'auth/jwt/login', { role: 'ci', jwt: await idTokenOf(given) });
  const token = String(log?.auth['client_token']);
  const read = async (path: string) => {
    const answer = await fetch(`${scene_.url}/v1/secret/data/${path}`, {
      headers: { 'x-vault-token': token },
    });
    return answer.status === 200
      ? ((await answer.json()) as { data: { data: unknown } }).data.data
      : answer.status;
  };
  expect(await read('ci/gitlab')).toEqual({ token: scene.tokens.gitlab, trigger: scene.tokens.trigger });
  expect(await read('functional-tests')).toBe(403);
  await scene_.rotate('glpat-new');
  expect(await read('ci/gitlab')).toMatchObject({ token: 'glpat-new' });
  expect(await scene_.isAlive(token)).toBe(true);
  await scene_.ask('POST', 'auth/token/revoke', { token });
  expect(await scene_.isAlive(token)).toBe(false);
  expect(Object.keys(scene_.secrets)).toHaveLength(40);
});

it('records what the action asks of the sandbox, not what set it up', () => {
  expect(sandbox.recorder.lines('vault').filter((line) => line.includes('sys/'))).toEqual([]);
});
