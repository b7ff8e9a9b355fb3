import { describe, expect, it } from 'vitest';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { Job, Pipeline } from '../../src/pipeline/pipeline.ts';
import type { Disclose } from '../../src/report/jobs.ts';
import {
  isQueued,
  type Progress,
  progressLine,
  progressOf,
  usualDuration,
} from '../../src/report/progress.ts';
import { job, pipeline } from '../pipeline/build.ts';
import { virtualClock } from '../world/clock.ts';

const minute = 60_000;

describe('the usual duration', () => {
  it.each([
    ['none', [], undefined],
    ['one', [7], 7],
    ['the middle', [1, 100, 5], 5],
    ['of two in the middle the longer', [4, 2], 4],
    [
      'the last ten alone',
      [...Array.from({ length: 10 }, () => 3), 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90],
      3,
    ],
  ])('%s', (_, durations, expected) => expect(usualDuration(durations)).toBe(expected));
});

it.each([
  ['created', true],
  ['pending', true],
  ['running', false],
  ['unknown', false],
  [undefined, true],
] as const)('whether %s waits for a machine: %s', (status, queued) => expect(isQueued(status)).toBe(queued));

describe('a line on the way', () => {
  const now = Date.UTC(2026, 0, 1, 14, 3) + 12 * minute;
  const going: Progress = {
    ...{ pipelineId: 5, status: 'running', since: now - 12 * minute },
    ...{ jobs: undefined, usualMs: undefined },
  };
  it.each<[string, Partial<Progress>]>([
    ['pipeline #5 is running since 14:03 UTC, for 12 min', {}],
    ['pipeline #5 is queued since 14:03 UTC, for 12 min', { status: 'pending' }],
    [
      'pipeline #5 is running since 14:03 UTC, for 12 min; 1 of 3 jobs done; usually 40 min',
      { jobs: { done: 1, failed: 0, all: 3 }, usualMs: 40 * minute },
    ],
    [
      'pipeline #5 is running since 14:03 UTC, for 12 min; 1 of 3 jobs failed, 2 done',
      { jobs: { done: 2, failed: 1, all: 3 } },
    ],
  ])('%s', (line, more) => expect(progressLine({ ...going, ...more }, now)).toBe(line));
});

describe('while a pipeline goes on', () => {
  /** Looks every 20 s at one that was made now, and what is said of it. */
  async function looked(disclose: Disclose, minutes: number, answer: readonly Job[] | Error = []) {
    const clock = virtualClock();
    const lines: string[] = [];
    const shown: Progress[] = [];
    let asked = 0;
    const onLook = progressOf({
      ...{ clock, disclose, show: (progress) => void shown.push(progress) },
      log: { info: (line) => void lines.push(line), warning: (line) => void lines.push(line) },
      gitlab: {
        jobs: async () => {
          asked += 1;
          if (answer instanceof Error) throw answer;
          return answer;
        },
      },
    });
    const one: Pipeline = pipeline({ id: 5, status: 'running', createdAt: clock.now() });
    const look = (at: Partial<Pipeline> = {}) => onLook({ ...one, ...at }, [40 * minute]);
    for (let passed = 0; passed < minutes * minute; passed += 20_000) {
      look();
      await clock.sleep(20_000);
    }
    return { lines, shown, asked: () => asked, look, clock };
  }

  it('the log says so every five minutes, and with `disclose: status` nothing of jobs and of what is usual', async () => {
    const { lines, asked, shown } = await looked('status', 11);
    expect(lines.map((line) => line.replace(/since \d\d:\d\d UTC/, 'since <hour>'))).toEqual([
      'pipeline #5 is running since <hour>, for 5 min',
      'pipeline #5 is running since <hour>, for 10 min',
    ]);
    expect(asked()).toBe(0);
    expect(shown.every(({ jobs, usualMs }) => jobs === undefined && usualMs === undefined)).toBe(true);
  });

  it.each(['counts', 'jobs'] as const)(
    'with `%s` how many jobs are done and how long it takes',
    async (disclose) => {
      const jobs = [
        job({ status: 'failed' }),
        job({ status: 'running' }),
        job({ status: 'failed', mayFail: true }),
      ];
      const { lines, asked } = await looked(disclose, 6, jobs);
      expect(lines.map((line) => line.replace(/since \d\d:\d\d UTC/, 'since <hour>'))).toEqual([
        'pipeline #5 is running since <hour>, for 5 min; 1 of 3 jobs failed, 2 done; usually 40 min',
      ]);
      expect(asked()).toBe(1);
    },
  );

  it('without an answer of GitLab about jobs it is said all the same', async () => {
    const silent = new ServiceFailure({
      ...{ service: 'gitlab', status: 502, kind: 'unavailable', mayHaveActed: false },
    });
    for (const failure of [silent, new Error('a fault of ours, which nobody waits for')]) {
      const { lines } = await looked('counts', 6, failure);
      expect(lines).toHaveLength(1);
    }
  });

  it('nothing is said of what has ended meanwhile', async () => {
    const { lines, look, clock } = await looked('counts', 4);
    await clock.sleep(2 * minute);
    look();
    look({ status: 'success' });
    await clock.sleep(1);
    expect(lines).toEqual([]);
  });
});
