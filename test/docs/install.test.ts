/** The commands of docs/install.md about the executable, as they stand, with GitHub's releases in a folder. */
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { version } from '../../src/cli/version.ts';
import { entry, roomFor } from '../acceptance/exec/cli.ts';
import { blocksOf, pageText } from './pages.ts';

const page = 'docs/install.md';
const name = 'drawbridge-linux-x64';
const room = roomFor();
const releases = join(room.path, 'releases');
const programs = join(room.path, 'programs');
const program = (at: string, ...lines: string[]) =>
  writeFileSync(at, `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o755 });

mkdirSync(releases);
mkdirSync(programs);
// The script stands in for it: test/executable.test.ts starts the real one, and here the way to it is what counts.
program(join(releases, name), `exec '${process.execPath}' '${entry}' "$@"`);
chmodSync(join(releases, name), 0o644);
program(
  join(programs, 'curl'),
  'for one; do case $one in https:*) cp "$RELEASES/${one##*/}" . ;; esac; done',
);
program(join(programs, 'gh'), 'echo "gh $*"');

const run = (command: string) =>
  execa('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: room.path,
    env: {
      PATH: [join(room.path, '.local/bin'), programs, process.env['PATH']].join(':'),
      HOME: room.path,
      RELEASES: releases,
    },
    extendEnv: false,
    reject: false,
    all: true,
    stdin: 'ignore',
  });

const [load, attest, keep] = blocksOf(page)
  .filter(({ language }) => language === 'bash')
  .map(({ text }) => text);

it('brings an executable that works, and says who built it', async () => {
  await execa('bash', ['-c', 'sha256sum drawbridge* > SHA256SUMS'], { cwd: releases });
  expect((await run(`${load}`)).all).toBe(`${name}: OK\n${version}`);
  expect((await run(`${attest}`)).all).toBe(`gh attestation verify ${name} --repo drawbridge-ci/drawbridge`);
  expect((await run(`${keep}`)).all).toBe(`${name}: OK`);
});

it('stops where a byte is another', async () => {
  appendFileSync(join(releases, name), '\n');
  expect(await run(`${load}`)).toMatchObject({
    exitCode: 1,
    all: expect.stringContaining(`${name}: FAILED`),
  });
  expect((await run('sha256sum --check drawbridge.sha256')).exitCode).toBe(1);
  // Pasted into a terminal, too, where no option ends the lines at the first failure.
  rmSync(join(room.path, '.local'), { recursive: true });
  expect((await run(`set +euo pipefail\n${load}`)).exitCode).toBe(1);
  expect(existsSync(join(room.path, '.local/bin/drawbridge'))).toBe(false);
});

it('names the files of a release that the workflow makes, in this version', () => {
  const named = pageText(page).match(/v\d+\.\d+\.\d+(?:\/[\w.]+)?/g);
  expect(new Set(named)).toEqual(new Set([`v${version}`, `v${version}/drawbridge.tgz`]));
  const workflow = readFileSync('.github/workflows/release.yml', 'utf8');
  for (const file of ['SHA256SUMS', 'drawbridge.tgz', 'drawbridge-linux-']) expect(workflow).toContain(file);
});

it('packs no bundle that the sources do not build to: the proof of a release says who has built it', () => {
  const workflow = readFileSync('.github/workflows/release.yml', 'utf8');
  const steps = [...workflow.matchAll(/npm run (build\S*)|status --porcelain -- (dist)/g)].map(
    ([, run, status]) => run ?? status,
  );
  expect(steps).toEqual(['build', 'dist', 'build:executable', 'build:package']);
});
