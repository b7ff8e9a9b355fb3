/** What the template's jobs do in a shell, in the shells that images have: with files and programs in the place of the world. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { template } from '../../sandbox/gitlab/example.ts';

type Script = readonly (string | readonly [job: string, part: 'script' | 'before_script'])[];
type Jobs = Readonly<Record<string, { readonly script?: Script; readonly before_script?: Script }>>;

const folder = mkdtempSync(join(tmpdir(), 'template-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines of a job, as GitLab puts them together, with these inputs; another one is empty. */
function linesOf(job: string, part: 'script' | 'before_script', inputs: Readonly<Record<string, string>>) {
  const text = template().text.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_all, name) => inputs[name] ?? '');
  const reference = { tag: '!reference', collection: 'seq' } as const;
  const [, document] = parseAllDocuments(text, { customTags: [reference as never] });
  const jobs = document?.toJS() as Jobs;
  const flat = (name: string, of: 'script' | 'before_script'): string[] =>
    (jobs[name]?.[of] ?? []).flatMap((line) => (typeof line === 'string' ? [line] : flat(...line)));
  return flat(job, part);
}

/** Runs lines as GitLab's runner does: in one shell, the first failure ends it. Gives the exit code and the output. */
function run(shell: string, lines: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const cwd = mkdtempSync(join(folder, 'job-'));
  return { cwd, ...runIn(cwd, shell, lines, env) };
}
function runIn(cwd: string, shell: string, lines: readonly string[], env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(shell, ['-ec', lines.join('\n')], {
    ...{ cwd, encoding: 'utf8' },
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
  });
  return { status, output: stdout + stderr };
}

describe('what a test runs', () => {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  /** Starts the command, as `drawbridge exec` does. */
  const drawbridge = join(programs, 'drawbridge');
  writeFileSync(drawbridge, '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"\n');
  chmodSync(drawbridge, 0o755);
  const lines = linesOf('.drawbridge-test', 'script', {});
  const ran = (shell: string, command: string) =>
    run(shell, lines, { PATH: `${programs}:${process.env['PATH']}`, DRAWBRIDGE_RUN: command });

  it.each<[string, string]>([
    ['a test whose output goes through a pipe', 'false | cat'],
    ['a line before the last one', 'false\ntrue'],
    ['a variable that is not there', 'echo "$NO_SUCH_VARIABLE"'],
    ['nothing at all', ''],
  ])('is red where it fails: %s', (_what, command) => {
    for (const shell of ['bash', 'sh']) expect(ran(shell, command).status, shell).not.toBe(0);
  });

  it('is green where it passes, and has its environment', () => {
    for (const shell of ['bash', 'sh'])
      expect(ran(shell, 'echo "$DRAWBRIDGE_RUN" | cat')).toMatchObject({
        ...{ status: 0, output: 'echo "$DRAWBRIDGE_RUN" | cat\n' },
      });
  });
});

describe('the report', () => {
  const programs = join(folder, 'speaking');
  mkdirSync(programs);
  writeFileSync(join(programs, 'drawbridge'), '#!/bin/sh\nfor one; do echo "$one"; done\n', { mode: 0o755 });

  it.each([
    ['drawbridge-report', 'bash', false],
    ['drawbridge-report-failure', 'bash', true],
    ['drawbridge-report-failure', 'sh', true],
  ])('%s says in %s whether it is for a failure', (job, shell, isForFailure) => {
    const own = linesOf(job, 'script', {});
    const lines = [
      ...linesOf('.drawbridge-report', 'before_script', { covers: 'A,B', 'repository-id': '7' }),
      ...(own.length > 0 ? own : linesOf('.drawbridge-report', 'script', {})),
    ];
    const { status, output } = run(shell, lines, { PATH: `${programs}:${process.env['PATH']}` });
    const said = output.split('\n');
    expect([status, said.slice(0, 2), said.includes('--after-failure')]).toEqual([
      ...[0, ['report', '--verify'], isForFailure],
    ]);
    for (const [name, value] of [
      ['--covers', 'A,B'],
      ['--repository-id', '7'],
      ['--report-jobs', 'drawbridge-report,drawbridge-report-failure'],
    ] as const)
      expect(said[said.indexOf(name) + 1]).toBe(value);
  });
});

describe('the checkout', () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-C', cwd, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const origin = join(folder, 'acme', 'engine.git');
  mkdirSync(origin, { recursive: true });
  git(origin, 'init', '--quiet');
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  writeFileSync(join(origin, 'code'), 'engine\n');
  git(origin, 'add', 'code');
  git(origin, 'commit', '--quiet', '-m', 'first');
  const commit = git(origin, 'rev-parse', 'HEAD');
  const inputs = {
    ...{ engine: 'engine', 'engine-url': `file://${folder}` },
    ...{ GITHUB_REPOSITORY_FULL_NAME: 'acme/engine', GITHUB_COMMIT_ID: commit },
  };

  it('runs nothing that a former job has left in its place', () => {
    const lines = linesOf('.drawbridge-checkout', 'script', inputs);
    const { cwd, status } = run('sh', lines);
    expect([status, existsSync(join(cwd, 'engine/code'))]).toEqual([0, true]);
    const spy = `#!/bin/sh\necho "$VAULT_ID_TOKEN" >> ${join(cwd, 'stolen')}\n`;
    for (const hook of ['post-checkout', 'reference-transaction', 'fsmonitor']) {
      writeFileSync(join(cwd, 'engine/.git/hooks', hook), spy);
      chmodSync(join(cwd, 'engine/.git/hooks', hook), 0o755);
    }
    git(join(cwd, 'engine'), 'config', 'core.fsmonitor', join(cwd, 'engine/.git/hooks/fsmonitor'));
    rmSync(join(cwd, 'stolen'), { force: true });
    writeFileSync(join(cwd, 'engine/built'), 'kept');
    expect(runIn(cwd, 'sh', lines, { VAULT_ID_TOKEN: 'ey.ey.sig' }).status).toBe(0);
    expect([existsSync(join(cwd, 'stolen')), existsSync(join(cwd, 'engine/built'))]).toEqual([false, true]);
  });

  it('is red where its folder leads elsewhere', () => {
    const cwd = mkdtempSync(join(folder, 'linked-'));
    writeFileSync(join(cwd, 'code'), 'private\n');
    symlinkSync('.', join(cwd, 'engine'));
    const lines = linesOf('.drawbridge-checkout', 'script', inputs);
    expect(runIn(cwd, 'sh', lines, {}).status).not.toBe(0);
    expect(readFileSync(join(cwd, 'code'), 'utf8')).toBe('private\n');
  });

  it.each(['0'.repeat(40), ''])('is red for the commit %j', (other) => {
    const lines = linesOf('.drawbridge-checkout', 'script', { ...inputs, GITHUB_COMMIT_ID: other });
    expect(run('sh', lines).status).not.toBe(0);
  });
});
