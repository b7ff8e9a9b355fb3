/** The npm package: what is in it, and that it works where nothing else is. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { version } from '../src/cli/version.ts';
import { roomFor, withoutHashes } from './acceptance/exec/cli.ts';

const room = roomFor();
const tarball = join(room.path, 'drawbridge.tgz');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

it('holds the command line, what it must be given on with, and nothing else', async () => {
  await execa(process.execPath, ['scripts/package.ts', room.path]);
  const { stdout } = await execa('tar', ['-tzf', tarball]);
  const files = stdout.split('\n').map((file) => file.replace(/^package\//, ''));
  const { stdout: built } = await execa('git', ['ls-files', '--cached', '--others', 'dist/cli']);
  const expected = ['LICENSE', 'README.md', 'dist/LICENSES.txt', 'package.json', ...built.split('\n')];
  expect(files.toSorted()).toEqual([...new Set(expected)].sort());
});

it('is installed into an empty folder, offline, and works there', async () => {
  const home = join(room.path, 'home');
  const env = {
    PATH: [dirname(process.execPath), process.env['PATH']].join(':'),
    HOME: home,
    npm_config_update_notifier: 'false',
  };
  const options = { cwd: room.path, env, extendEnv: false };
  await execa('npm', ['install', '--offline', '--prefix', home, tarball], options);
  const folder = join(home, 'node_modules');
  const { stdout: packages } = await execa('find', [folder, '-name', 'package.json'], options);
  const installed = join(folder, '@drawbridge-ci/drawbridge');
  // The second one says only that the bundle has modules.
  expect(packages.split('\n').sort()).toEqual([
    join(installed, 'dist/cli/package.json'),
    join(installed, 'package.json'),
  ]);
  const { scripts, dependencies, engines, private: isPrivate } = json(join(installed, 'package.json'));
  expect({ scripts, dependencies, isPrivate }).toEqual({});
  // Nothing publishes the project as it is.
  expect(json('package.json').private).toBe(true);
  const [, node] = /need Node (\S+) or newer/.exec(readFileSync('docs/exec.md', 'utf8')) ?? [];
  expect(engines).toEqual({ node: `>=${node}` });

  const program = join(folder, '.bin/drawbridge');
  expect((await execa(program, ['--version'], options)).stdout).toBe(version);
  room.file('of.env', 'TOKEN=the-value-of-it\n');
  const args = ['exec', '--env-file', 'of.env', '--', 'sh', '-c', 'echo "$TOKEN"'];
  const { stdout } = await execa(program, args, options);
  expect(withoutHashes(stdout)).toBe('**');
});
