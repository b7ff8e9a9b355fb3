/** gitlab-ci-local as a process of its own, which decides what CI files come to. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { isWarm, runWarm, type Start } from '../../warm/warm.ts';

/** What it printed, or why it refuses the files. */
export type Said = { ok: true; text: string } | { ok: false; error: string };

const project = join(import.meta.dirname, '..', '..', '..');

const BIN = join(
  dirname(createRequire(import.meta.url).resolve('gitlab-ci-local/package.json')),
  'dist/index.js',
);

/**
 * Asks it in one checkout, with one set of variables. `folder` is its home and takes its state; `index` says what git has
 * there, where it is not the checkout's own. Rejects when it could not
 * be asked: it did not start, or something ended it.
 */
export function gitlabCiLocal(
  checkout: string,
  folder: string,
  variables: Record<string, string>,
  index?: string,
) {
  const env = {
    ...(index !== undefined && { GIT_INDEX_FILE: index }),
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GCL_IGNORE_PREDEFINED_VARS: Object.keys(variables).join(','),
  };
  const given = Object.entries(variables).map(([key, value]) => `--variable=${key}=${value}`);
  return async (args: string[]): Promise<Said> => {
    const all = [...args, `--state-dir=${relative(checkout, folder)}`, ...given];
    const run = isWarm() ? runWarmly : runAnew;
    const { code, stdout, stderr } = await run({ path: BIN, args: all, env, cwd: checkout, mayFail: true });
    if (code === 0) return { ok: true, text: stdout };
    if (code === null || isLost(stderr)) throw new Error(`gitlab-ci-local could not be asked: ${stderr}`);
    return { ok: false, error: reasonIn(stderr) };
  };
}

/** How a process ended. `code` is null where a signal ended it. */
interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

async function runWarmly(start: Start): Promise<Ended> {
  const child = runWarm(start);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

function runAnew({ path, args = [], env, cwd }: Start): Promise<Ended> {
  // Its one file is large: what V8 makes of it is kept, as for the built action (sandbox/runner/scaled-time.mjs).
  const cache = { NODE_COMPILE_CACHE: join(project, 'node_modules', '.cache', 'compiled') };
  const options = { cwd, maxBuffer: 64 * 2 ** 20, env: { ...env, ...cache } };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [path, ...args], options, (error, stdout, stderr) => {
      if (!error) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr });
      else reject(error);
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
