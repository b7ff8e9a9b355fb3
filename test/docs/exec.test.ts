import { mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTyped } from '../../src/cli/typed.ts';
import { execOptions, maskOptions, type Options, verifyOptions } from '../../src/cli/usage.ts';
import { secrets } from '../../src/reasons/vault.ts';
import { roomFor, withoutHashes } from '../acceptance/exec/cli.ts';
import { servers, startStage } from '../acceptance/exec/vault-stage.ts';
import { blocksOf, pageText } from './pages.ts';

const text = pageText('docs/exec.md');
const kubeconfigs = {
  KUBECONFIG_AWS: Buffer.from('token: of-aws-cluster').toString('base64'),
  KUBECONFIG_DO: Buffer.from('token: of-do-cluster').toString('base64'),
};
/** Options of cargo, git and other launchers. */
const ofOthers = [
  'features',
  'depth',
  'branch',
  'no-masking',
  'command',
  'preserve-env',
  'mount',
  'fallback',
  'watch',
];
const options: Options = {
  ...execOptions,
  ...maskOptions,
  ...verifyOptions,
};

it('names no option that is not there, and no value that it does not take', () => {
  const named = [...text.matchAll(/--([a-z][a-z-]+)(?: ([a-z]+)(?=[`,. ]))?/g)].filter(
    ([, name = '']) => !ofOthers.includes(name),
  );
  expect(named.length).toBeGreaterThan(15);
  const wrong = named.filter(([, name = '', value]) => {
    const option = options[name];
    if (option === undefined) return true;
    return value !== undefined && option.choices !== undefined && !option.choices.includes(value);
  });
  expect(wrong.map(([whole]) => whole)).toEqual([]);
});

it('names every option of exec but those that the help alone tells', () => {
  const named = Object.keys(execOptions).filter((name) => !text.includes(`--${name}`));
  expect(named).toEqual(['placeholder', 'help']);
});

it('names every variable and option that a remedy on the command line does', () => {
  const remedies = Object.values(secrets).map(({ remedy }) => asTyped(remedy));
  const named = remedies.flatMap((remedy) => remedy.match(/`(?:VAULT_[A-Z_]+|--[a-z-]+)`/g) ?? []);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !text.includes(name))).toEqual([]);
});

/** The page's commands, as they stand, by somebody who has just cloned the repository. */
describe('its commands', async () => {
  const stage = await startStage(servers[0]);
  const room = roomFor();
  const programs = mkdtempSync(join(room.path, 'bin-'));
  const program = (name: string, ...lines: string[]) =>
    writeFileSync(join(programs, name), `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o755 });
  const policy = 'path "secret/data/functional-tests" { capabilities = ["read"] }';
  const env = {
    PATH: [join(room.path, '.local/bin'), programs, dirname(process.execPath), process.env['PATH']].join(':'),
    HOME: room.path,
    TMPDIR: room.temporary,
    MY_OWN: 'my-own-token',
  };
  const run = (command: string, more: Record<string, string> = {}) =>
    execa('bash', ['-euo', 'pipefail', '-c', command.replaceAll('https://vault.acme.example', stage.url)], {
      ...{
        env: { ...env, ...more },
        extendEnv: false,
        reject: false,
        all: true,
        cwd: room.path,
        stdin: 'ignore',
      },
    });

  beforeAll(async () => {
    const { ask } = stage.vault;
    await ask('POST', 'sys/policies/acl/engineers', { policy });
    const data = { DO_TOKEN: 'token-of-do', REGION: 'eu-west-3', ...kubeconfigs };
    await ask('POST', 'secret/data/functional-tests', { data });
    const made = await ask('POST', 'auth/token/create', { policies: ['root'], ttl: '5m' });
    program('git', 'for last; do :; done', `ln -s ${join(import.meta.dirname, '../..')} "$last"`);
    program('vault', `printf %s '${String(made?.auth['client_token'])}' > ~/.vault-token`);
    program(
      'cargo',
      'echo "cargo $* $DO_TOKEN ${REGION-}"; for file in "$TMPDIR"/*/*.yaml; do [ ! -f "$file" ] || cat "$file"; done',
    );
    room.file('.env', 'DO_TOKEN=of-the-file\n');
  });
  afterAll(() => stage.close());

  it('work, one after the other, and show no secret', async () => {
    const blocks = blocksOf('docs/exec.md').filter(({ language }) => language === 'bash');
    const said: string[] = [];
    for (const block of blocks) {
      const { exitCode, all } = await run(block.text, { VAULT_ADDR: stage.url });
      expect(exitCode, all).toBe(0);
      said.push(withoutHashes(all));
    }
    expect(said).toMatchInlineSnapshot(`
      [
        "",
        "DO_TOKEN        functional-tests#DO_TOKEN        variable, 11 bytes, masked
      KUBECONFIG_AWS  functional-tests#KUBECONFIG_AWS  variable, 28 bytes, masked
      KUBECONFIG_DO   functional-tests#KUBECONFIG_DO   variable, 28 bytes, masked
      REGION          functional-tests#REGION          variable, 9 bytes, masked
      cargo test --features test-aws ** **",
        "cargo test ** **
      ****cargo test ** eu-west-3
      cargo test ** 
      cargo test  ",
      ]
    `);
    expect(room.left()).toEqual([]);
  });

  it('fail as it shows', async () => {
    const shown = blocksOf('docs/exec.md').find(({ language }) => language === 'console')?.text ?? '';
    const commands = [...shown.matchAll(/^\$ (.*)\n(.*)$/gm)];
    expect(commands.length).toBeGreaterThan(3);
    const all = await Promise.all(
      commands.map(([, command = '']) => run(command, { VAULT_ADDR: stage.url })),
    );
    expect(all.map((one) => one.all)).toEqual(commands.map(([, , answer]) => answer));
    expect(all.every(({ exitCode }) => exitCode !== 0)).toBe(true);
  });
});
