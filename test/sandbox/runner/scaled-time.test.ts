import { expect, test } from 'vitest';
import { scaledClock } from '../../../sandbox/clock.ts';
import { startJob } from '../../../sandbox/runner/job.ts';
import { jobOf, writeAction } from './fixture.ts';

/** Runs a program as an action in time that is `scale` times as fast, and gives what it prints, line by line. */
async function run(main: string, scale: number, networkScale = 1): Promise<{ lines: string[]; ms: number }> {
  const began = performance.now();
  const job = startJob(jobOf(writeAction(main), { clock: scaledClock(scale), networkScale }));
  const result = await job.done;
  expect(result.stderr).toBe('');
  return { lines: result.stdout.trim().split('\n'), ms: performance.now() - began };
}

test('every way to wait is scaled', async () => {
  const { lines, ms } = await run(
    `import { setTimeout as sleep, setInterval as ticks, scheduler } from 'node:timers/promises';
    import { setTimeout as named } from 'node:timers';
    import { promisify } from 'node:util';
    const hour = 3_600_000;
    console.log(await new Promise((resolve) => setTimeout(resolve, hour, 'global')));
    console.log(await new Promise((resolve) => named(resolve, hour, 'named')));
    console.log(await sleep(hour, 'promises'));
    console.log(await promisify(setTimeout)(hour, 'promisified'));
    await scheduler.wait(hour);
    for await (const value of ticks(hour, 'tick')) { console.log(value); break; }
    let n = 0;
    await new Promise((resolve) => { const i = setInterval(() => { if (++n === 3) { clearInterval(i); resolve(); } }, hour); });
    console.log(n);
    clearTimeout(setTimeout(() => console.log('cleared'), 1));
    setTimeout(() => console.log('unreffed'), hour).unref();
    const stop = new AbortController();
    const stopped = sleep(hour, undefined, { signal: stop.signal }).catch((error) => error.name);
    stop.abort();
    console.log(await stopped);`,
    100_000,
  );
  expect(lines).toEqual(['global', 'named', 'promises', 'promisified', 'tick', '3', 'AbortError']);
  expect(ms).toBeGreaterThan(250);
  expect(ms).toBeLessThan(5000);
});

test('the hour is virtual and advances as timers do', async () => {
  const clock = scaledClock(1000, Date.now() - 60_000);
  const job = startJob(
    jobOf(
      writeAction(`const before = Date.now(), tick = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      console.log(JSON.stringify({ before, slept: Date.now() - before, ticked: performance.now() - tick,
        date: new Date().getTime(), given: new Date(5).getTime(), parts: new Date(2030, 0).getFullYear(),
        isDate: new Date() instanceof Date, year: Date().includes(String(new Date().getFullYear())),
        same: new Date().constructor === Date, class: new (class extends Date {})().getTime(),
        sum: performance.timeOrigin + performance.now() }));`),
      { clock },
    ),
  );
  const result = await job.done;
  const seen = JSON.parse(result.stdout);
  const now = clock.now();
  for (const time of [seen.before, seen.date, seen.class]) {
    expect(time).toBeGreaterThan(now - 5_000_000);
    expect(time).toBeLessThanOrEqual(now);
  }
  expect(seen.slept).toBeGreaterThanOrEqual(59_000);
  expect(seen.slept).toBeLessThan(600_000);
  expect(Math.abs(seen.ticked - seen.slept)).toBeLessThan(5000);
  expect(Math.abs(seen.sum - seen.date)).toBeLessThan(60_000);
  expect(seen).toMatchObject({ given: 5, parts: 2030, isDate: true, year: true, same: true });
});

test('AbortSignal.timeout runs on the network scale', async () => {
  const program = `const began = process.hrtime.bigint();
    const signal = AbortSignal.timeout(300);
    await new Promise((resolve) => { const keep = setInterval(() => {}, 1e6);
      signal.addEventListener('abort', () => { clearInterval(keep); resolve(); }); });
    console.log(signal.reason.name, Number((process.hrtime.bigint() - began) / 1_000_000n));`;
  const [real, fast] = await Promise.all([run(program, 1000), run(program, 1, 30)]);
  const [name, ms] = real.lines[0]?.split(' ') ?? [];
  expect(name).toBe('TimeoutError');
  expect(Number(ms)).toBeGreaterThanOrEqual(299);
  expect(Number(fast.lines[0]?.split(' ')[1])).toBeLessThan(200);
});

test('odd delays behave as in Node, its warnings included', async () => {
  const main = `const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    for (const ms of [undefined, null, 0, -5, NaN, '3', 2 ** 31]) await wait(ms);
    console.log('through');`;
  const result = await startJob(jobOf(writeAction(main), { clock: scaledClock(1000) })).done;
  expect(result.stdout).toBe('through\n');
  expect(result.stderr.match(/Timeout\w+Warning/g)).toEqual([
    'TimeoutNegativeWarning',
    'TimeoutNaNWarning',
    'TimeoutOverflowWarning',
  ]);
});

test('fetch keeps its own time-outs: an answer that takes real time still arrives', async () => {
  const { lines } = await run(
    `import { createServer } from 'node:http';
    const began = process.hrtime.bigint();
    const server = createServer((_, answer) => {
      const wait = () => process.hrtime.bigint() - began > 700_000_000n ? answer.end('late') : setImmediate(wait);
      wait();
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const answer = await fetch('http://127.0.0.1:' + server.address().port);
    console.log(await answer.text());
    process.exit();`,
    3600,
  );
  expect(lines).toEqual(['late']);
});
