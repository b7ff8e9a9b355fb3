import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isAlive, isGroupAlive } from '../../sandbox/demo/processes.ts';
import { leaks, privateLines } from '../../sandbox/demo/seen.ts';
import { until } from '../../sandbox/demo/until.ts';
import type { Pipeline } from '../../sandbox/gitlab/pipeline.ts';

describe('the search for private lines', () => {
  it('takes every line of every job once, but none that GitHub had sent itself', () => {
    const pipeline = {
      variables: [{ key: 'GITHUB_COMMIT_ID', value: 'abc123' }],
      inputs: { DRAWBRIDGE_KEY: 'acme/engine#1' },
      jobs: [
        { trace: '$ ./checkout\nabc123\nacme/engine#1\nfi\n\n' },
        { trace: '$ ./checkout\naccount 4711\n' },
      ],
    } as unknown as Pipeline;
    expect(privateLines([pipeline])).toEqual(['$ ./checkout', 'account 4711']);
  });

  it('finds a line inside a text, as it is or as JSON writes it', () => {
    const lines = ['say "x"', 'account 4711', 'not there'];
    expect(leaks(lines, ['{"body":"they say \\"x\\" here"}', 'at account 4711!'])).toEqual([
      'say "x"',
      'account 4711',
    ]);
    expect(leaks(lines, ['account 471'])).toEqual([]);
  });
});

describe('whether a job still runs', () => {
  it('counts a grandchild that outlives its parent', async () => {
    const child = spawn('sh', ['-c', 'sleep 60 & echo started'], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const group = child.pid ?? 0;
    await once(child, 'exit');
    expect(isAlive(group)).toBe(false);
    expect(isGroupAlive(group)).toBe(true);
    process.kill(-group, 'SIGKILL');
    expect(await until(() => !isGroupAlive(group), 2_000)).toBe(true);
  });

  it('knows that nothing is no process', () => {
    expect(isGroupAlive(0)).toBe(false);
  });
});
