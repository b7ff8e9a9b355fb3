/**
 * Builds `dist`: TypeScript to JavaScript, then one bundle for each entry. ncc cannot load TypeScript 7 itself, so
 * tsc goes first. The result is committed; CI builds again and compares.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
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
  await execa(bin('ncc'), ['build', join('build', 'js', entry), '-o', out, '--target', 'es2022', '-q'], {
    cwd: root,
  });
}
await mkdir(join(root, 'build', 'dist'), { recursive: true });
await writeFile(join(root, 'build', 'dist', 'LICENSES.txt'), await licences(root));
// Swapped in as a whole, so that a test that runs meanwhile never meets half a build.
await rm(join(root, 'dist'), { recursive: true, force: true });
await rename(join(root, 'build', 'dist'), join(root, 'dist'));
