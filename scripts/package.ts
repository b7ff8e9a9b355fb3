/**
 * `npm run build:package [-- folder]`: the npm package of the command line, as `drawbridge.tgz` in that folder (default:
 * build/package). Packed from a copy whose package.json has neither dependencies, which are in the bundle, nor scripts.
 * The project's own stays private, so that nothing publishes it by accident.
 */
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';

/** What somebody who installs it has a use for; the others are of this project. */
const fields = ['name', 'version', 'description', 'license', 'repository', 'type', 'bin', 'files'] as const;

const root = join(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(root, 'build', 'package'));
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
const files = manifest['files'] as readonly string[];

const folder = await mkdtemp(join(tmpdir(), 'package-'));
try {
  for (const file of [...files, 'README.md', 'LICENSE'])
    await cp(join(root, file), join(folder, file), { recursive: true });
  const kept = Object.fromEntries(fields.map((name) => [name, manifest[name]]));
  // docs/exec.md says the same. It starts through `sh`.
  const needs = { engines: { node: '>=24.5' }, os: ['!win32'] };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ ...kept, ...needs }, null, 2)}\n`);
  const { stdout } = await execa('npm', ['pack', '--silent'], { cwd: folder });
  await mkdir(out, { recursive: true });
  await rm(join(out, 'drawbridge.tgz'), { force: true });
  await cp(join(folder, stdout.trim()), join(out, 'drawbridge.tgz.new'));
  await rename(join(out, 'drawbridge.tgz.new'), join(out, 'drawbridge.tgz'));
  console.log(join(out, 'drawbridge.tgz'));
} finally {
  await rm(folder, { recursive: true, force: true });
}
