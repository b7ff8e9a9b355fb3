import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VaultScene } from '../../../sandbox/vault-scene.ts';
import { formsOf } from '../leaks.ts';
import { until } from '../stage.ts';
import { play, roomFor, start, withoutHashes } from './cli.ts';
import { servers, startStage, type VaultStage } from './vault-stage.ts';

const room = roomFor();
const reader = 'path "secret/data/functional-tests" { capabilities = ["read"] }';

describe.each(servers.filter(({ plays }) => plays))('on $name', (server) => {
  let stage: VaultStage;
  let vault: VaultScene;
  let approle: Record<string, string>;

  beforeAll(async () => {
    stage = await startStage(server);
    vault = stage.vault;
    await vault.ask('POST', 'sys/policies/acl/reader', { policy: reader });
    await vault.ask('POST', 'sys/auth/approle', { type: 'approle' });
    await vault.ask('POST', 'auth/approle/role/tests', { token_policies: ['reader'], token_ttl: '5m' });
    const role = await vault.ask('GET', 'auth/approle/role/tests/role-id');
    const secret = await vault.ask('POST', 'auth/approle/role/tests/secret-id', {});
    approle = {
      VAULT_ADDR: stage.url,
      VAULT_ROLE_ID: String(role?.data['role_id']),
      VAULT_SECRET_ID: String(secret?.data['secret_id']),
    };
  });
  afterAll(() => stage.close());

  // Row 8 of the original story: 40 secrets in one path, the same from a workstation.
  describe("the original's shape", () => {
    it('works: 40 keys, the environment wins, what is absent is not there, two kubeconfigs are files', async () => {
      const made = await vault.ask('POST', 'auth/token/create', { policies: ['reader'] });
      const token = String(made?.auth['client_token']);
      const script = [
        'env | grep -c "^KEY_"',
        'echo "$KEY_01 $KEY_02 ${ABSENT-absent} ${VAULT_TOKEN-none} ${VAULT_ADDR-none}"',
        'for file in "$KUBECONFIG_AWS_BASE64" "$KUBECONFIG_DO_BASE64"; do stat -c %a "$file"; wc -c < "$file"; base64 -w0 "$file"; echo; done',
        'sed -n 3p "$KUBECONFIG_DO_BASE64"',
      ].join('\n');
      const files = ['AWS', 'DO'].flatMap((name) => [
        '--file',
        `KUBECONFIG_${name}_BASE64:base64=${name}.yaml`,
      ]);
      const env = { VAULT_ADDR: stage.url, VAULT_TOKEN: token, KEY_02: 'own-of-workstation' };
      const args = [
        'exec',
        '--secrets',
        'functional-tests',
        ...files,
        '--pass',
        'VAULT_TOKEN',
        '--',
        'sh',
        '-c',
        script,
      ];
      const { exit, stdout, stderr } = await play(room, args, { env });
      expect([exit, stderr]).toEqual([0, '']);
      const sizes = ['AWS', 'DO'].map(
        (name) => Buffer.from(vault.secrets[`KUBECONFIG_${name}_BASE64`] ?? '', 'base64').length,
      );
      expect(withoutHashes(stdout)).toBe(
        `38\n** ** absent ** none\n600\n${sizes[0]}\n**\n600\n${sizes[1]}\n**\n**\n`,
      );
      expect(room.left()).toEqual([]);
      // A token that was handed over is not ours to end.
      expect(await vault.isAlive(token)).toBe(true);

      const dry = await play(
        room,
        ['exec', '--secrets', 'functional-tests#KEY_01,GONE', '--missing', 'skip', '--dry-run'],
        { env },
      );
      expect(dry).toEqual({
        exit: 0,
        stderr: '',
        stdout:
          'GONE    functional-tests#GONE    left out, because it is not there\n' +
          'KEY_01  functional-tests#KEY_01  variable, 24 bytes, masked\n',
      });
      // A path that is mistyped starts nothing, and hides nothing by half.
      const all = await vault.ask('POST', 'auth/token/create', { policies: ['root'], ttl: '5m' });
      const allowed = { env: { ...env, VAULT_TOKEN: String(all?.auth['client_token']) } };
      const said = 'Vault has no secret at functional-test: check the path, in capital and small letters';
      const [mistyped, unmasked] = await Promise.all([
        play(room, ['exec', '--secrets', 'functional-test', '--', 'echo', 'ran'], allowed),
        play(room, ['mask', '--secrets', 'functional-test'], { ...allowed, input: 'told' }),
      ]);
      expect(mistyped).toEqual({
        ...{ exit: 1, stdout: '' },
        stderr: `drawbridge exec: ${said}, or choose with \`--missing\`\n`,
      });
      expect(unmasked).toEqual({ exit: 1, stdout: '', stderr: `drawbridge mask: ${said}\n` });
    });
  });

  // Document 004: one key for each environment; protected branches.
  it('a key for each environment: preprod on a protected branch gets its own, dev cannot', async () => {
    for (const name of ['preprod', 'dev']) {
      await vault.ask('POST', `secret/data/env/${name}`, { data: { KEY: `key-of-${name}` } });
      await vault.ask('POST', `sys/policies/acl/${name}`, {
        policy: `path "secret/data/env/${name}" { capabilities = ["read"] }`,
      });
      const bound_claims = {
        project_id: '42',
        environment: name,
        ...(name === 'preprod' && { ref_protected: 'true' }),
      };
      await vault.ask('POST', `auth/jwt/role/${name}`, {
        role_type: 'jwt',
        user_claim: 'project_id',
        bound_audiences: ['vault'],
        bound_claims,
        token_policies: [name],
        token_ttl: 300,
      });
    }
    const idToken = async (environment: string, ref_protected: string) => {
      const { requestUrl, requestToken } = stage.sandbox.issuer.admit({
        project_id: '42',
        environment,
        ref_protected,
      });
      const answer = await fetch(`${requestUrl}&audience=vault`, {
        headers: { authorization: `bearer ${requestToken}` },
      });
      return ((await answer.json()) as { value: string }).value;
    };
    const asks = async (role: string, path: string, jwt: string) => {
      const env = { VAULT_ADDR: stage.url, PREPROD_ID_TOKEN: jwt, CI_JOB_TOKEN: 'stays' };
      const options = [
        '--vault-role',
        role,
        '--vault-id-token',
        'PREPROD_ID_TOKEN',
        '--secrets',
        `secret/env/${path}`,
      ];
      const print = 'echo "${#KEY} ${PREPROD_ID_TOKEN-none} $CI_JOB_TOKEN"';
      const { exit, stdout, stderr } = await play(room, ['exec', ...options, '--', 'sh', '-c', print], {
        env,
      });
      expect([stdout, stderr].join('')).not.toContain(jwt);
      return `${exit} ${stdout}${stderr}`;
    };
    const [protectedJwt, devJwt] = [await idToken('preprod', 'true'), await idToken('dev', 'false')];
    expect(await asks('preprod', 'preprod', protectedJwt)).toBe('0 14 none stays\n');
    const differs = await asks('preprod', 'preprod', devJwt);
    expect(differs).toMatch(/^1 .*claim/s);
    // Protected by its branch is not yet of that environment, and the other way round.
    expect(await asks('preprod', 'preprod', await idToken('preprod', 'false'))).toMatch(/^1 /);
    expect(await asks('dev', 'preprod', devJwt)).toMatch(/^1 .*policy/s);
    expect(await asks('dev', 'dev', devJwt)).toBe('0 10 none stays\n');
    expect(await stage.living()).toEqual([]);
  });

  it("GitHub's ID token is asked for with the audience, and neither it nor what asks for it reaches the child", async () => {
    const { requestUrl, requestToken } = stage.sandbox.issuer.admit({ project_id: '42', environment: 'dev' });
    const env = {
      VAULT_ADDR: stage.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    };
    const args = (audience: string) => [
      'exec',
      '--vault-role',
      'dev',
      '--vault-audience',
      audience,
      '--secrets',
      'secret/env/dev#KEY',
      '--',
      'sh',
      '-c',
      'env | grep -c ACTIONS',
    ];
    expect(await play(room, args('vault'), { env })).toMatchObject({ exit: 1, stdout: '0\n', stderr: '' });
    const refused = await play(room, args('vault'), {
      env: { ...env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'wrong' },
    });
    expect(refused).toEqual({
      exit: 1,
      stdout: '',
      stderr: 'drawbridge exec: GitHub gave no ID token: has the job the permission `id-token: write`?\n',
    });
    expect((await play(room, args('other'), { env })).stderr).toMatch(/^drawbridge exec: .*audience/s);
    expect(await stage.living()).toEqual([]);
  });

  // vault-action#427 and #501: tokens that live on.
  describe('our token is dead', () => {
    // `exec`: a shell that hears SIGINT just before it starts `sleep` waits for it all the same, without us too (seen with dash).
    const args = ['exec', '--secrets', 'functional-tests', '--', 'sh', '-c', 'echo started; exec sleep 600'];
    it('before the child starts, however that ends', async () => {
      const run = start(room, args, { env: approle });
      await run.shows('started');
      expect(await stage.living()).toEqual([]);
      run.signal('SIGINT');
      expect(await run.ended).toMatchObject({ exit: 130, stdout: 'started\n', stderr: '' });
      const failed = await play(room, ['exec', '--secrets', 'functional-tests#GONE', '--', 'true'], {
        env: approle,
      });
      expect([failed.exit, await stage.living()]).toEqual([1, []]);
    });

    it.each([
      ['the log-in', /\/login$/, 'SIGTERM', 143],
      ['the reading', /\/data\/functional-tests$/, 'SIGINT', 130],
    ] as const)(
      'after a signal while %s is under way, and no child is started',
      async (_, path, signal, exit) => {
        stage.sandbox.recorder.clear();
        let answer = (): void => {};
        const held = new Promise<void>((resolve) => {
          answer = resolve;
        });
        stage.sandbox.faults.plant({
          service: 'vault',
          path,
          when: 'after',
          fault: { kind: 'act', act: () => held },
        });
        const run = start(room, args, { env: approle });
        await until(() => stage.asked().some((line) => path.test(line)), 'the request');
        run.signal(signal);
        // Nobody could revoke a token whose answer was not read, so a log-in is waited for; a read is not.
        if (signal === 'SIGTERM') answer();
        expect(await run.ended).toEqual({ exit, stdout: '', stderr: '' });
        answer();
        expect([await stage.living(), room.left()]).toEqual([[], []]);
        expect(stage.asked().at(-1)).toMatch(/revoke-self$/);
      },
    );
  });

  it('no secret is in what we print, log, or show in the list of processes, whatever is switched on', async () => {
    const secrets = [approle['VAULT_SECRET_ID'] ?? '', ...Object.values(vault.secrets)];
    const shows = (text: string) => secrets.filter((one) => formsOf(one).some((form) => text.includes(form)));
    const env = { ...approle, DEBUG: '*' };
    const run = start(
      room,
      ['exec', '--secrets', 'functional-tests', '--', 'sh', '-c', 'env; echo started; cat; exit 5'],
      { env, input: 'open' },
    );
    await run.shows('started');
    expect(shows(readFileSync(`/proc/${run.pid}/cmdline`, 'utf8'))).toEqual([]);
    // A debugger would see everything: SIGUSR1 must not open one.
    run.signal('SIGUSR1');
    run.stdin.end();
    const ended = await run.ended;
    expect(shows(ended.stdout + ended.stderr)).toEqual([]);
    expect(ended.stderr).not.toContain('Debugger');

    const debugged = await play(room, ['exec', '--secrets', 'functional-tests', '--', 'true'], {
      env: { ...approle, NODE_DEBUG: 'child_process' },
    });
    expect(debugged).toEqual({
      exit: 1,
      stdout: '',
      stderr:
        'drawbridge exec: NODE_DEBUG is set, and would print secrets: set it for the command alone, with `-- env NODE_DEBUG=…`\n',
    });
    const inEnvironment = { VAULT_ADDR: stage.url, VAULT_TOKEN: `s.${randomUUID()}` };
    const dead = await play(room, ['exec', '--secrets', 'functional-tests', '--', 'true'], {
      env: inEnvironment,
    });
    expect([dead.exit, dead.stderr.includes(inEnvironment.VAULT_TOKEN)]).toEqual([1, false]);
    expect(dead.stderr).toMatch(/^drawbridge exec: Vault does not accept the token/);
  });

  it('`drawbridge mask` hides what a path holds, and copies nothing where it cannot', async () => {
    const { KEY_01 = '', KUBECONFIG_DO_BASE64 = '' } = vault.secrets;
    const input = `a ${KEY_01} b\n${Buffer.from(KUBECONFIG_DO_BASE64, 'base64').toString()}own-word\n`;
    const args = ['mask', '--secrets', 'functional-tests#KEY_01,KUBECONFIG_DO_BASE64:base64', '--env', 'OWN'];
    const masked = await play(room, args, { env: { ...approle, OWN: 'own-word' }, input });
    expect([masked.exit, masked.stderr, withoutHashes(masked.stdout)]).toEqual([0, '', 'a ** b\n**\n**\n']);
    const unset = await play(room, args, { env: approle, input });
    expect(unset).toEqual({ exit: 1, stdout: '', stderr: 'drawbridge mask: OWN is missing (--env)\n' });
  });
});
