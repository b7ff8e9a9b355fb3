/**
 * The executable, as in an image without Node: an environment of its own, and a PATH with a few programs. What the command
 * line does is tested as a script; here are those things in which a process could tell the two apart.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../src/cli/version.ts';
import { play, roomFor, withoutHashes } from './acceptance/exec/cli.ts';
import { servers, startStage } from './acceptance/exec/vault-stage.ts';
import { executable, playsExecutable } from './executable.ts';

const { file } = executable();
const isBuilt = playsExecutable();

/** The newest that an image needs of each library, as the table of symbols says it: `GLIBC` → `2.28`. */
async function needs(): Promise<Record<string, string>> {
  const { stdout } = await execa('readelf', ['--wide', '--version-info', file]);
  const found = [...stdout.matchAll(/\b(GLIBC|GLIBCXX)_([\d.]+)/g)]
    .map(([, library = '', one = '']) => [library, one] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'en', { numeric: true }));
  return Object.fromEntries(found);
}

if (isBuilt) describe('the executable', started);
else
  it('is not started here', () => {
    expect(process.env['EXECUTABLE']).not.toBe('required');
  });

function started(): void {
  const room = roomFor();
  const programs = join(room.path, 'bin');
  const run = (args: readonly string[], env: Record<string, string> = {}, input = '') =>
    execa(file, args, { cwd: room.path, env, extendEnv: false, reject: false, input });

  beforeAll(async () => {
    mkdirSync(programs);
    for (const name of ['sh', 'mkfifo', 'cat']) {
      const { stdout } = await execa('sh', ['-c', `command -v ${name}`]);
      symlinkSync(stdout, join(programs, name));
    }
  });

  it('starts in an environment with nothing in it, and has the checksum beside it', async () => {
    expect(await run(['--version'])).toMatchObject({ exitCode: 0, stdout: version, stderr: '' });
    const script = await play(room, ['exec', '--help']);
    expect((await run(['exec', '--help'])).stdout).toBe(script.stdout.trimEnd());
    const sum = createHash('sha256').update(readFileSync(file)).digest('hex');
    const sums = readFileSync(join(dirname(file), 'SHA256SUMS'), 'utf8');
    expect(sums.split('\n')).toContain(`${sum}  ${basename(file)}`);
  });

  it('needs no newer libraries than an image of 2018 has', async () => {
    // Debian 10, Ubuntu 18.10, RHEL 8: glibc 2.28 and the libstdc++ of GCC 8.
    expect(await needs()).toEqual({
      GLIBC: '2.28',
      GLIBCXX: expect.stringMatching(/^3\.4(\.(\d|1\d|2[0-5]))?$/),
    });
  });

  it('lets nobody run code in it, or read its options as those of Node', async () => {
    const evil = room.file('evil.cjs', "require('node:fs').writeSync(2, 'evil ran');");
    for (const env of [{ NODE_OPTIONS: `--require ${evil}` }, { NODE_OPTIONS: '--no-such-option' }])
      expect(await run(['--version'], env)).toMatchObject({ exitCode: 0, stdout: version, stderr: '' });
    for (const args of [[`--require=${evil}`], [`--node-options=--require=${evil}`]])
      expect(await run(args)).toMatchObject({ exitCode: 2, stdout: '' });
    // Node would say `not found`, and take NODE_OPTIONS out of a file that is there.
    const missing = ['exec', '--env-file', 'nothing.env', '--', 'true'];
    expect(await run(missing, { PATH: programs })).toMatchObject({
      exitCode: 1,
      stderr: 'drawbridge exec: --env-file: the file cannot be read',
    });
    room.file('evil.env', `NODE_OPTIONS=--require ${evil}\n`);
    const refused = await run(['exec', '--env-file', 'evil.env', '--', 'true'], { PATH: programs });
    expect(refused.stderr).toMatch(/^drawbridge exec: NODE_OPTIONS is a name that no secret may have/);
  });

  describe.each(servers.filter(({ plays }) => plays))('with $name', (server) => {
    let stage: Awaited<ReturnType<typeof startStage>>;
    beforeAll(async () => {
      stage = await startStage(server);
    });
    afterAll(() => stage.close());

    it('reads secrets for a command without Node, and hides them', async () => {
      const made = await stage.vault.ask('POST', 'auth/token/create', { policies: ['root'], ttl: '5m' });
      const env = {
        PATH: programs,
        HOME: room.path,
        VAULT_ADDR: stage.url,
        VAULT_TOKEN: String(made?.auth['client_token']),
      };
      const secret = `${stage.vault.secrets['KEY_01']}`;
      const command = 'command -v node || echo "$KEY_01 without node" >&2; exit 5';
      const asked = ['--secrets', 'functional-tests#KEY_01'];
      const child = await run(['exec', ...asked, '--', 'sh', '-c', command], env);
      expect(child).toMatchObject({ exitCode: 5, stdout: '' });
      expect(withoutHashes(child.stderr)).toBe('** without node');
      const masked = await run(['mask', ...asked], env, `it is ${secret}.\n`);
      expect([withoutHashes(masked.stdout), masked.exitCode]).toEqual(['it is **.', 0]);
    });
  });
}
