import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { expect, it } from 'vitest';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const said = async (agent: string | undefined) => {
  const env = { PATH: process.env['PATH'] ?? '', ...(agent && { npm_config_user_agent: agent }) };
  const { stdout, exitCode } = await execa('node', ['scripts/engine.mjs'], { env, extendEnv: false });
  return [exitCode, stdout];
};

it('an older Node of npm is told in one sentence, and fails nothing', async () => {
  const agent = (node: string) => `npm/11.19.1 node/v${node} linux x64 workspaces/false`;
  const [older, justOlder, ...fine] = await Promise.all(
    [agent('20.20.2'), agent('22.11.9'), agent('22.12.0'), agent('24.0.0'), 'bun/1.0', undefined].map(said),
  );
  expect(older).toEqual([
    0,
    expect.stringMatching(/^npm runs on Node 20\.20\.2; 22\.12 or newer .* works all the same[^\n]*$/),
  ]);
  expect(justOlder?.[1]).toContain('Node 22.11.9;');
  expect(fine).toEqual(Array(4).fill([0, '']));
});

it('no warning of npm stands beside it, and no older Node is refused', () => {
  const { engines, scripts } = json('package.json');
  expect(engines).toEqual({ node: '>=22.12' });
  expect(json('package-lock.json').packages[''].engines).toEqual(engines);
  // Of the root alone: `preinstall` and its like would run for everybody who installs the package.
  expect(scripts.prepare).toBe('node scripts/engine.mjs');
  const settings = readFileSync('.npmrc', 'utf8').split('\n');
  expect(settings).toEqual(expect.arrayContaining(['engine-strict=false', 'loglevel=error']));
});
