/**
 * Builds `dist`: TypeScript to JavaScript, then one bundle for each entry. ncc cannot load TypeScript 7 itself, so
 * tsc goes first. The result is committed; CI builds again and compares.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { licences } from './licences.ts';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const entries = { main: 'action/main.js', post: 'action/post.js', cli: 'cli/main.js' };

await rm(join(root, 'build'), { recursive: true, force: true });
await execa(bin('tsc'), ['-p', 'tsconfig.build.json', '--outDir', 'build/js'], {
  cwd: root,
  stdio: 'inherit',
});
for (const [name, entry] of Object.entries(entries)) {
  const out = join('build', 'dist', name);
  const options = ['-o', out, '--target', 'es2022', '--stats-out', statsOf(name), '-q'];
  await execa(bin('ncc'), ['build', join('build', 'js', entry), ...options], { cwd: root });
}
const program = join(root, 'build', 'dist', 'cli', 'index.js');
await writeFile(program, asProgram(await readFile(program, 'utf8')));
await mkdir(join(root, 'build', 'dist'), { recursive: true });
await writeFile(
  join(root, 'build', 'dist', 'LICENSES.txt'),
  await licences(root, Object.keys(entries).map(statsOf)),
);
// Swapped in as a whole, so that a test that runs meanwhile never meets half a build.
await rm(join(root, 'dist'), { recursive: true, force: true });
await rename(join(root, 'build', 'dist'), join(root, 'dist'));

/** Where ncc writes which modules it has put together. */
function statsOf(name: string): string {
  return join(root, 'build', `${name}.stats.json`);
}

/**
 * The command line starts through `sh`, which hands Node our options behind `--`. Otherwise Node reads our `--env-file` too, as
 * its own, and does what `NODE_OPTIONS` in that file says before a line of ours has run (docs/facts/vault.md, "Launcher": not behind
 * `--`). For Node the second line is a text and a comment.
 */
function asProgram(bundle: string): string {
  const plain = '#!/usr/bin/env node\n';
  if (!bundle.startsWith(plain)) throw new Error('The bundle of the command line does not begin as expected');
  return `#!/bin/sh\n':' //; exec node -- "$0" "$@"\n${bundle.slice(plain.length)}`;
}
