import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { type RunningWarm, runWarm } from '../../../sandbox/warm/warm.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'drawbridge-warm-')));
afterAll(() => rmSync(folder, { recursive: true }));
let programs = 0;

/** A program that ends as the built action does: when all is printed, with the exit code that was set before. */
const LEAVE = "process.stdout.write('', () => process.exit());";

/** Writes a program, in the form in which bundlers write them. */
function program(body: string): string {
  programs += 1;
  const path = join(folder, `program-${programs}.mjs`);
  writeFileSync(path, `import { createRequire as require_ } from "module";\n${body}`);
  return path;
}

/** Starts one, and gives how it ended. */
function start(
  path: string,
  more: { args?: string[]; env?: Record<string, string>; mayFail?: boolean } = {},
) {
  const child = runWarm({ path, env: {}, cwd: folder, ...more });
  return { child, ended: endOf(child) };
}

async function endOf(child: RunningWarm) {
  const exit = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', reject);
  });
  const [ended, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  return { ...ended, stdout, stderr, pid: child.pid, isFree: await child.rested };
}

/** Runs it as often as asked, one after another. */
async function times(count: number, path: string, more: Parameters<typeof start>[1] = {}) {
  const all: Awaited<ReturnType<typeof endOf>>[] = [];
  for (let i = 0; i < count; i += 1) all.push(await start(path, more).ended);
  return all;
}

describe('a program that has left nothing behind', () => {
  test('is run again from its first line by the same process, and finds what a new one would', async () => {
    const path = program(`let runs = 0; runs += 1;
      process.on('SIGINT', () => {}); process.stdout.on('error', () => {});
      console.log(runs, process.env.GIVEN, process.env.ADDED, process.exitCode, process.cwd(), process.argv.slice(2),
        process.listenerCount('SIGINT'), process.stdout.listenerCount('error'), typeof this, import.meta.url);
      console.error('to stderr');
      process.env.ADDED = 'yes'; process.chdir('/'); process.exitCode = Number(process.env.CODE); ${LEAVE}`);
    const first = await start(path, { args: ['one'], env: { GIVEN: 'a', CODE: '3' } }).ended;
    const second = await start(path, { args: [], env: { CODE: '0' } }).ended;
    const url = `file://${path}`;
    expect(first).toMatchObject({ code: 3, signal: null, stderr: 'to stderr\n' });
    expect(first.stdout).toBe(`1 a undefined undefined ${folder} [ 'one' ] 1 1 undefined ${url}\n`);
    expect(second).toMatchObject({ code: 0, signal: null, stderr: 'to stderr\n', pid: first.pid });
    expect(second.stdout).toBe(`1 undefined undefined undefined ${folder} [] 1 1 undefined ${url}\n`);
  });

  test('shares its process with no other program', async () => {
    const [one] = await times(1, program(LEAVE));
    const [other] = await times(1, program(`1; ${LEAVE}`));
    expect(other?.pid).not.toBe(one?.pid);
  });

  test('may have connections that nobody uses: they are closed', async () => {
    const server = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const path = program(`import http from "http";
      http.get({ port: ${port}, host: '127.0.0.1', agent: new http.Agent({ keepAlive: true }) }, (response) => {
        response.resume(); response.on('end', () => setImmediate(() => { ${LEAVE} }));
      });`);
    const [one, two] = await times(2, path);
    expect([one?.code, two?.code, two?.pid]).toEqual([0, 0, one?.pid]);
    await expect
      .poll(() => new Promise((resolve) => server.getConnections((_, count) => resolve(count))))
      .toBe(0);
    server.close();
  });

  test('prints what it likes, whatever the chunks', async () => {
    const path = program(
      `process.stdout.write('a\\0b\\0'); process.stdout.write('é'.repeat(100_000)); ${LEAVE}`,
    );
    const [one, two] = await times(2, path);
    expect(one?.stdout).toBe(`a\0b\0${'é'.repeat(100_000)}`);
    expect(two?.stdout).toBe(one?.stdout);
  });
});

describe('no program is run after one', () => {
  test.each([
    ['that has a timer left', `setTimeout(() => console.log('late'), 50); ${LEAVE}`, 0],
    ['that listens to the end', `process.on('exit', () => console.log('end')); ${LEAVE}`, 0],
    ['that has a name of its own everywhere', `globalThis.ours = 1; ${LEAVE}`, 0],
    ['that gives up in the midst of things', 'process.exit(4); console.log("more")', 4],
    ['that ends without a word', 'process.exitCode = 5;', 5],
    ['that throws', 'throw new Error("no")', 1],
  ])('%s', async (_, body, code) => {
    const [one, two] = await times(2, program(body));
    expect([one?.code, two?.code, one?.isFree]).toEqual([code, code, false]);
    expect(two?.pid).not.toBe(one?.pid);
    expect(one?.stdout).not.toMatch(/late|more/);
    if (body.includes("'end'")) expect(one?.stdout).toBe('end\n');
  });

  test('that was sent a signal, and none is sent after its end', async () => {
    const path =
      program(`process.on('SIGTERM', () => { console.log('heard'); clearInterval(wait); ${LEAVE} });
      const wait = setInterval(() => {}, 1e6); console.log('ready');`);
    const one = start(path);
    await new Promise((resolve) => one.child.stdout.once('readable', resolve));
    one.child.kill('SIGTERM');
    const ended = await one.ended;
    expect(ended).toMatchObject({ code: 0, signal: null, stdout: 'ready\nheard\n' });
    one.child.kill('SIGKILL');
    const two = start(path);
    expect(two.child.pid).not.toBe(ended.pid);
    await new Promise((resolve) => two.child.stdout.once('readable', resolve));
    two.child.kill('SIGKILL');
    expect(await two.ended).toMatchObject({ code: null, signal: 'SIGKILL', stdout: 'ready\n' });
  });

  test('whose pipes nobody reads any more', async () => {
    const path =
      program(`process.stdout.on('error', () => { process.exitCode = 7; ${LEAVE.replace('stdout', 'stderr')} });
      setTimeout(() => console.log('into nothing'), 50);`);
    const one = start(path);
    const exit = new Promise((resolve) => one.child.once('exit', resolve));
    one.ended.catch(() => {});
    one.child.stdout.destroy();
    expect(await exit).toBe(7);
    expect((await start(program(LEAVE)).ended).code).toBe(0);
  });
});

test('where it is how a program ends, `process.exit(code)` does no harm', async () => {
  const [one, two] = await times(2, program('console.log("said"); process.exit(6);'), { mayFail: true });
  expect([one?.code, one?.stdout, two?.code, two?.stdout]).toEqual([6, 'said\n', 6, 'said\n']);
  expect(two?.pid).toBe(one?.pid);
});

test('what cannot be run at all is no end of a program', async () => {
  await expect(start(join(folder, 'not-there.mjs')).ended).rejects.toThrow('ENOENT');
  await expect(start(program('import x from "./other.mjs"; export default x;')).ended).rejects.toThrow();
});
