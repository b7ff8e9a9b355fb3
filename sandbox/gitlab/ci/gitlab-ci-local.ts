/** gitlab-ci-local as a process of its own, which decides what CI files come to. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** What it printed, or why it refuses the files. */
export type Said = { ok: true; text: string } | { ok: false; error: string };

const project = join(import.meta.dirname, '..', '..', '..');

const BIN = join(
  dirname(createRequire(import.meta.url).resolve('gitlab-ci-local/package.json')),
  'dist/index.js',
);

/**
 * Asks it in one checkout, with one set of variables. `folder` is its home and takes its state. Rejects when it could not
 * be asked: it did not start, or something ended it.
 */
export function gitlabCiLocal(checkout: string, folder: string, variables: Record<string, string>) {
  const options = {
    cwd: checkout,
    maxBuffer: 64 * 2 ** 20,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      GIT_CONFIG_GLOBAL: '/dev/null',
      // Its one file is large: what V8 makes of it is kept, as for the built action (sandbox/runner/scaled-time.mjs).
      NODE_COMPILE_CACHE: join(project, 'node_modules', '.cache', 'compiled'),
      GCL_IGNORE_PREDEFINED_VARS: Object.keys(variables).join(','),
    },
  };
  const given = Object.entries(variables).map(([key, value]) => `--variable=${key}=${value}`);
  return (args: string[]): Promise<Said> =>
    new Promise((resolve, reject) => {
      const all = [BIN, ...args, `--state-dir=${relative(checkout, folder)}`, ...given];
      execFile(process.execPath, all, options, (error, stdout, stderr) => {
        if (!error) resolve({ ok: true, text: stdout });
        else if (typeof error.code !== 'number' || isLost(stderr)) reject(error);
        else resolve({ ok: false, error: reasonIn(stderr) });
      });
    });
}

/** Whether the checkout went away meanwhile, with the sandbox that it belongs to: no word about the files. */
const isLost = (stderr: string): boolean => / is not a directory\s*$/m.test(stderr);

/** Its sentence, without its notes on timing and its stack. */
function reasonIn(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trimEnd());
  const said = lines.filter((line) => line !== '' && !/^\s+at |finished in|validated in/.test(line));
  return said.join('\n') || 'Invalid CI configuration';
}
