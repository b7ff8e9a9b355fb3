import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { startProgram } from './child.ts';

/** Runs a line as it was printed. */
const sh = (line: string) => execa('sh', ['-c', line], { reject: false, all: true });
const json = async (line: string) => JSON.parse((await sh(line)).stdout);

describe('npm run sandbox', () => {
  it('prints lines that work, and leaves nothing behind', async () => {
    const sandbox = startProgram('sandbox/cli.ts');
    await sandbox.waitFor(/run it again\n/);
    const lines = sandbox
      .output()
      .split('\n')
      .map((line) => line.trim());
    const curls = lines.filter((line) => line.startsWith('curl '));
    const scripts = lines.filter((line) => line.startsWith('sh '));
    const summaries = lines.filter((line) => line.startsWith('cat '));
    expect([curls.length, scripts.length, summaries.length]).toEqual([4, 2, 2]);
    const [pull = '', statuses = '', start = '', list = ''] = curls;
    const [member = '', outsider = ''] = scripts;

    expect(await json(pull)).toMatchObject({
      number: 1,
      user: { login: 'bob' },
      head: { ref: 'feature/fast-joins' },
    });
    expect(await json(statuses)).toEqual([]);

    const waiting = await sh(outsider);
    expect(waiting.exitCode).toBe(1);
    expect(waiting.all).toContain('/ok-to-test');
    expect(await json(list)).toEqual([]);

    const passing = await sh(member);
    expect(passing.exitCode, passing.all).toBe(0);
    expect(await json(statuses)).toMatchObject([
      { state: 'success' },
      { state: 'pending' },
      { state: 'pending' },
    ]);
    expect((await sh(summaries[0] ?? '')).stdout).toContain('private tests passed');

    // A command of another terminal finds it, and one that is not understood names the right one.
    const type = async (...words: string[]) => {
      const command = startProgram('sandbox/cli.ts', { TMPDIR: sandbox.folder }, words);
      return [await command.ended, command.output()] as const;
    };
    expect(await type('open', '--as', 'mallory', '--fork')).toEqual([
      0,
      expect.stringMatching(
        /gate: denied \(approval-needed\)(?:.|\n)*Next\n {2}npm run sandbox -- comment 3 '\/ok-to-test/,
      ),
    ]);
    expect(await type('opn')).toEqual([
      2,
      expect.stringMatching(/^there is no command opn; did you mean open\?/),
    ]);
    expect(sandbox.output()).toContain('mallory opened #3');

    const started = await json(start);
    expect(started).toMatchObject({ ref: 'main', source: 'trigger' });
    expect(await json(list)).toMatchObject([
      { id: started.id },
      { ref: 'feature/fast-joins', status: 'success' },
    ]);

    // The pipeline that was just started is running now: Ctrl-C has to end it, too.
    while ((await json(list))[0].status !== 'running');
    expect(sandbox.left()).not.toEqual([]);
    sandbox.interrupt();
    expect(await sandbox.ended).toBe(0);
    expect(sandbox.output()).toMatch(/\nStopped\.\n$/);
    expect(sandbox.left()).toEqual([]);
  });

  it('makes other tokens at each start', async () => {
    const tokens: string[] = [];
    for (let start = 0; start < 2; start += 1) {
      const sandbox = startProgram('sandbox/cli.ts');
      await sandbox.waitFor(/run it again\n/);
      tokens.push(...(sandbox.output().match(/gh[ps]_\w+|gl\w+-[\w-]{20}/g) ?? []));
      sandbox.child.kill('SIGTERM');
      expect(await sandbox.ended).toBe(0);
    }
    expect(new Set(tokens).size).toBe(6);
  });
});

describe('a command', () => {
  it('says how to start a sandbox where none is up', async () => {
    const command = startProgram('sandbox/cli.ts', {}, ['show']);
    expect(await command.ended).toBe(1);
    expect(command.output()).toBe('no sandbox is up; start one in another terminal: npm run sandbox\n');
  });
});

describe('the script of a job', () => {
  it('is the whole environment of the action, and nothing of this machine', async () => {
    const sandbox = startProgram('sandbox/cli.ts', { GITHUB_TOKEN: 'mine', MY_SECRET: 'mine' });
    await sandbox.waitFor(/run it again\n/);
    const script = readFileSync(/sh (\S+)/.exec(sandbox.output())?.[1] ?? '', 'utf8');
    expect(script).toContain("'INPUT_GITLAB-PROJECT=acme/engine-tests'");
    expect(script).toContain("'GITHUB_EVENT_NAME=pull_request_target'");
    expect(script).not.toMatch(/mine|SANDBOX_/);
    sandbox.interrupt();
    expect(await sandbox.ended).toBe(0);
  });
});
