import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { scaledClock } from '../../../sandbox/clock.ts';
import { startJob } from '../../../sandbox/runner/job.ts';
import { jobOf, writeAction } from './fixture.ts';

describe('how a step ends', () => {
  const STUBBORN = `for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => console.log(s, Date.now()));
    setInterval(() => {}, 60_000); console.log('ready', Date.now());
    (await import('node:fs')).writeFileSync(process.env.GITHUB_STATE, 'key=k\\n');
    (await import('node:fs')).writeFileSync(process.env.GITHUB_OUTPUT, 'out=1\\n');
    console.log('saved');`;
  const POST = 'console.log("post", process.env.STATE_key);';

  test('cancel: SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL in virtual time, then post', async () => {
    const clock = scaledClock(20);
    const job = startJob(jobOf(writeAction(STUBBORN, POST), { clock }));
    await job.waitFor('saved', 5000);
    const began = clock.now();
    await job.cancel();
    const took = clock.now() - began;
    const result = await job.done;
    const [interrupt, terminate] = ['SIGINT', 'SIGTERM'].map((name) =>
      Number(new RegExp(`${name} (\\d+)`).exec(result.stdout)?.[1]),
    );
    expect(Number(terminate) - Number(interrupt)).toBeGreaterThan(6500);
    expect(Number(terminate) - Number(interrupt)).toBeLessThan(9500);
    expect(took).toBeGreaterThanOrEqual(10_000);
    expect(took).toBeLessThan(20_000);
    expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', cancelled: true });
    expect(result.outputs).toEqual({});
    expect(result.annotations).toEqual([{ level: 'error', message: 'The operation was canceled.' }]);
    expect(result.post).toMatchObject({ stdout: 'post k\n', exitCode: 0, cancelled: false });
  });

  test('a step that ends by itself on SIGINT gets no further signal and keeps its outputs', async () => {
    const main = `(await import('node:fs')).writeFileSync(process.env.GITHUB_OUTPUT, 'out=1\\n');
      process.on('SIGINT', () => { console.log('bye'); process.exit(1); });
      setInterval(() => {}, 60_000); console.log('ready');`;
    const job = startJob(jobOf(writeAction(main, POST), { realSignals: true }));
    await job.waitFor(/^ready$/m, 5000);
    const began = performance.now();
    await job.cancel();
    expect(performance.now() - began).toBeLessThan(3000);
    expect(await job.done).toMatchObject({
      exitCode: 1,
      signal: null,
      cancelled: true,
      outputs: { out: '1' },
    });
  });

  test.each([
    [50, 10],
    [5, 5],
  ])(
    'in a time %s times as fast as real, post goes on from the same now, %s times as fast',
    async (scale, ofPost) => {
      const clock = scaledClock(scale);
      const told = "console.log(process.hrtime.bigint() / 1_000_000n + '', Date.now());";
      const wait =
        'const end = process.hrtime.bigint() + 200_000_000n; while (process.hrtime.bigint() < end);';
      const job = startJob(jobOf(writeAction('', `${told}${wait}${told}`), { clock }));
      const before = clock.now();
      const { post } = await job.done;
      const [began, from, ended, to] = (post?.stdout ?? '').split(/\s/).map(Number) as [
        number,
        number,
        number,
        number,
      ];
      expect(from).toBeGreaterThanOrEqual(before);
      expect(to).toBeLessThanOrEqual(clock.now());
      const times = (to - from) / (ended - began);
      expect(times).toBeGreaterThan(ofPost * 0.9);
      expect(times).toBeLessThan(ofPost * 1.1);
    },
  );

  test('kill: outputs are lost, state reaches post', async () => {
    const job = startJob(jobOf(writeAction(STUBBORN, POST)));
    await job.waitFor('saved', 5000);
    job.kill();
    const result = await job.done;
    expect(result).toMatchObject({ signal: 'SIGKILL', cancelled: false, state: { key: 'k' } });
    // Not in toMatchObject: there an empty object matches any.
    expect(result.outputs).toEqual({});
    expect(result.post?.stdout).toBe('post k\n');
  });

  test('waitFor rejects at the end of main, and after its time-out', async () => {
    const quick = startJob(jobOf(writeAction('console.log("only this")')));
    await expect(quick.waitFor('never', 5000)).rejects.toThrow('only this');
    await quick.done;
    const slow = startJob(jobOf(writeAction('setInterval(() => {}, 1e9); console.log("here")')));
    await slow.waitFor('here', 5000);
    await expect(slow.waitFor('never', 20)).rejects.toThrow('never showed never');
    slow.kill();
    await slow.done;
  });

  test('an action does not outlive the process that runs the sandbox', async () => {
    const folder = writeAction('setInterval(() => {}, 1e9); console.log("on")');
    const options = JSON.stringify(jobOf(folder));
    const url = (path: string) => new URL(`../../../sandbox/${path}`, import.meta.url).href;
    const program = `import { startJob } from '${url('runner/job.ts')}';
      import { scaledClock } from '${url('clock.ts')}';
      const job = startJob({ ...${options}, clock: scaledClock(1) });
      await job.waitFor('on', 5000);
      process.stdout.write(String(job.pid));
      process.exit();`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TMPDIR: folder },
    });
    await expect
      .poll(() => existsSync(`/proc/${stdout}/cmdline`) && readFileSync(`/proc/${stdout}/cmdline`).length > 0)
      .toBe(false);
  });

  test('a grandchild that holds the pipes open does not hold the job', async () => {
    const main = `(await import('node:child_process')).spawn('sleep', ['5'], { stdio: 'inherit' }).unref();
      console.log('done');`;
    const began = performance.now();
    expect((await startJob(jobOf(writeAction(main))).done).stdout).toBe('done\n');
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
