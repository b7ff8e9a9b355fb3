import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../sandbox/sandbox.ts';
import { exampleScene } from '../sandbox/scene.ts';
import { costLine, processorSeconds, readStarts } from './cost.ts';

describe('what a run of the suite costs', () => {
  it('is the processor time of a process and of all that it has waited for', () => {
    const stat = (name: string) => `7 (${name}) S 1 7 7 0 -1 4194560 9 9 0 0 150 50 2000 300 20 0 7 0 1 2 3`;
    expect(processorSeconds(() => stat('node'))).toBe(25);
    expect(processorSeconds(() => stat('a) b (c'))).toBe(25);
    expect(
      processorSeconds(() => {
        throw new Error('there is no such file');
      }),
    ).toBeUndefined();
  });

  it('grows with what children have cost', async () => {
    const before = processorSeconds();
    await execa(process.execPath, ['-e', 'while (process.cpuUsage().user < 400_000);']);
    const after = processorSeconds();
    // Only Linux tells.
    if (before === undefined || after === undefined) return expect(process.platform).not.toBe('linux');
    expect(after - before).toBeGreaterThan(0.1);
  });

  it('holds the processes for which nobody has waited, since they tell it themselves', () => {
    const told = 'a/dist/main/index.js\nseconds 1.5\na/dist/post/index.js\nseconds 0.25\n';
    expect(readStarts(told)).toEqual({ starts: 2, seconds: 1.75 });
    expect(readStarts('')).toEqual({ starts: 0, seconds: 0 });
  });

  it('is one line', () => {
    expect(costLine(842, 230.6)).toBe('dist was started 842 times; 231 s of processor time');
    expect(costLine(1, undefined)).toBe('dist was started 1 times; processor time unknown');
  });

  it('counts each start of the built action, main and post, and of nothing else', async () => {
    const file = join(tmpdir(), `starts-${crypto.randomUUID()}`);
    writeFileSync(file, '');
    const given = process.env['DRAWBRIDGE_STARTS'];
    process.env['DRAWBRIDGE_STARTS'] = file;
    const sandbox = await startSandbox({ scale: 50 });
    const scene = exampleScene(sandbox);
    const pull = scene.openByOutsider('counted');
    await scene.start(pull.number, { job: { post: () => true } }).done;
    await sandbox.close();
    if (given === undefined) delete process.env['DRAWBRIDGE_STARTS'];
    else process.env['DRAWBRIDGE_STARTS'] = given;
    const entries = readFileSync(file, 'utf8').split('\n');
    expect(entries.map((entry) => entry.split('/').slice(-3).join('/'))).toEqual([
      'dist/main/index.js',
      'dist/post/index.js',
      '',
    ]);
  });
});
