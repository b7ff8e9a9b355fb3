/** The npm package: what is in it, and that it works where nothing else is. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { version } from '../src/cli/version.ts';
import { roomFor, withoutHashes } from './acceptance/exec/cli.ts';
import { blocksOf } from './docs/pages.ts';

const room = roomFor();
const tarball = join(room.path, 'drawbridge.tgz');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

it('holds the command line, what it must be given on with, and nothing else', async () => {
  await execa(process.execPath, ['scripts/package.ts', room.path]);
  const { stdout } = await execa('tar', ['-tzf', tarball]);
  const files = stdout.split('\n').map((file) => file.replace(/^package\//, ''));
  // The build makes that folder as a whole.
  const built = readdirSync('dist/cli').map((file) => `dist/cli/${file}`);
  const expected = ['LICENSE', 'README.md', 'dist/LICENSES.txt', 'package.json', ...built];
  expect(files.toSorted()).toEqual(expected.sort());
});

it('is installed as its page says, into an empty folder, offline, and works there', async () => {
  const prefix = join(room.path, 'prefix');
  const programs = join(room.path, 'programs');
  mkdirSync(programs);
  const { stdout: npm } = await execa('sh', ['-c', 'command -v npm']);
  // The release is not out yet: npm takes the file in place of its address.
  const script = `#!/bin/sh\nexec '${npm}' install --global --offline '${tarball}' # "$@"\n`;
  writeFileSync(join(programs, 'npm'), script, { mode: 0o755 });
  const path = [join(prefix, 'bin'), programs, dirname(process.execPath), process.env['PATH']];
  const env = { PATH: path.join(delimiter), HOME: room.path, npm_config_prefix: prefix };
  const options = { cwd: room.path, env, extendEnv: false };
  const block = blocksOf('docs/install.md').find(({ text }) =>
    text.startsWith('npm install --global https:'),
  );
  const shown = await execa('bash', ['-euo', 'pipefail', '-c', `${block?.text}`], options);
  expect(shown.stdout.split('\n').at(-1)).toBe(version);

  const folder = join(prefix, 'lib/node_modules');
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

  room.file('of.env', 'TOKEN=the-value-of-it\n');
  const args = ['exec', '--env-file', 'of.env', '--', 'sh', '-c', 'echo "$TOKEN"'];
  const { stdout } = await execa(join(prefix, 'bin/drawbridge'), args, options);
  expect(withoutHashes(stdout)).toBe('**');
});
