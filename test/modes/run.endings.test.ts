import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { exitCode } from '../../src/report/exit.ts';
import { gitlabFailure, job } from '../pipeline/build.ts';
import { type Course, fails, lasts, passes } from '../world/gitlab.ts';
import { ending, openStage, type Stage } from './stage.ts';

const minute = 60_000;

async function play(stage: Stage, ...courses: readonly Course[]) {
  if (courses.length > 0) stage.gitlab.courses = [...courses];
  const result = await run(stage.ports);
  const exit = exitCode(result, stage.ports.settings.statusContext);
  return { ending: ending(result), exit, result, last: stage.of('status').at(-1) ?? '' };
}

describe('how a pipeline ends', () => {
  it.each<[string, Course, string, string]>([
    ['skipped', [[0, 'skipped']], 'allowed pipeline-skipped failure none', 'failure'],
    [
      'cancelled in GitLab',
      [
        [0, 'running'],
        [5_000, 'canceled'],
      ],
      'allowed pipeline-canceled cancelled none',
      'failure',
    ],
    ['waiting for a person', [[0, 'manual']], 'allowed pipeline-blocked blocked none', 'failure'],
    ['waiting for an hour', [[0, 'scheduled']], 'allowed pipeline-blocked blocked none', 'failure'],
  ])('%s', async (_, course, expected, state) => {
    const { ending, exit, last } = await play(await openStage(), course);
    expect([ending, exit, last.split(': ')[1]]).toEqual([expected, 1, state]);
  });

  it('a person may be waited for', async () => {
    const course: Course = [
      [0, 'manual'],
      [20 * minute, 'running'],
      [21 * minute, 'success'],
    ];
    expect((await play(await openStage({ inputs: { 'on-blocked': 'wait' } }), course)).exit).toBe(0);
  });

  it('a status of the future is watched, and warned of once', async () => {
    const stage = await openStage();
    const { ending } = await play(stage, [
      [0, 'unknown'],
      [20_000, 'running'],
      [40_000, 'unknown'],
      [60_000, 'success'],
    ]);
    expect(ending).toBe('allowed pipeline-success success none');
    expect(stage.log.filter((line) => line.startsWith('warning: '))).toHaveLength(1);
  });

  it('not in time: cancelled, confirmed, told', async () => {
    const stage = await openStage({ inputs: { 'timeout-minutes': '30' } });
    const { ending, exit, last } = await play(stage, lasts);
    expect([ending, exit, last.split(': ')[1]]).toEqual(['allowed deadline timed-out none', 1, 'failure']);
    expect([stage.of('gitlab cancel'), stage.gitlab.status(100)]).toEqual([
      ['gitlab cancel 100'],
      'canceled',
    ]);
    expect(stage.clock.elapsed()).toBeLessThan(31 * minute);
  });

  it.each([
    // Nobody waits for it any more, so it is at least asked to stop.
    ['silent for too long', 'unavailable', 'error-budget', 'canceled'],
    // A no tells nothing of the tests: they go on, and the next run takes them up.
    ['refusing the token', 'unauthorized', 'watch-refused', 'running'],
    ['forbidding it', 'forbidden', 'watch-refused', 'running'],
    ['moved', 'moved', 'gitlab-moved', 'running'],
  ] as const)('GitLab is %s: lost', async (_, kind, reason, left) => {
    const stage = await openStage();
    stage.clock.at(20_000, () => stage.fail('gitlab get', gitlabFailure(kind)));
    const { ending, exit, last } = await play(stage, lasts);
    expect([ending, exit, last.split(': ')[1]]).toEqual([`allowed ${reason} lost none`, 1, 'error']);
    expect([stage.gitlab.status(100), stage.of('save uncancelled')]).toEqual([
      left,
      left === 'canceled' ? ['save uncancelled'] : [],
    ]);
  });

  it.each(['unauthorized', 'forbidden', 'moved', 'not-found'] as const)(
    'GitLab says once that it is %s: that is no verdict, and cancels nothing',
    async (kind) => {
      const stage = await openStage();
      stage.clock.at(20_000, () => stage.fail('gitlab get', gitlabFailure(kind), 1));
      const { ending, exit } = await play(stage, passes);
      expect([ending, exit, stage.of('gitlab cancel')]).toEqual([
        'allowed pipeline-success success none',
        0,
        [],
      ]);
    },
  );

  it('GitLab refuses the token for a while, and the next run takes up the same pipeline', async () => {
    const stage = await openStage();
    stage.clock.at(20_000, () => stage.fail('gitlab get', gitlabFailure('forbidden')));
    expect((await play(stage, passes)).ending).toBe('allowed watch-refused lost none');
    const next = await openStage({ beside: stage });
    expect(ending(await run(next.ports))).toMatch(/^allowed pipeline-success success (?:attached|verdict)$/);
  });

  it('deleted: lost', async () => {
    const stage = await openStage();
    stage.clock.at(20_000, () => stage.gitlab.made.splice(0));
    expect((await play(stage, lasts)).ending).toBe('allowed pipeline-gone lost none');
  });

  it('what the token may not cancel is named', async () => {
    const stage = await openStage({ inputs: { 'timeout-minutes': '1' } });
    stage.fail('gitlab cancel', gitlabFailure('forbidden', { mayHaveActed: false }));
    expect((await play(stage, lasts)).ending).toBe('allowed deadline timed-out none');
    expect(stage.log.some((line) => /^warning: .*#100.*cancel-needs-api/.test(line))).toBe(true);
  });
});

describe('a cancelled job', () => {
  it('cancels its pipeline at once, and says so', async () => {
    const stage = await openStage();
    stage.clock.at(20_000, () => stage.interrupt());
    const { ending, exit, last } = await play(stage, lasts);
    expect([ending, exit]).toEqual(['allowed job-cancelled cancelled none', 1]);
    expect(last).toBe('status drawbridge: failure: the GitHub job was cancelled (test-all)');
    expect([stage.of('gitlab cancel'), stage.gitlab.status(100)]).toEqual([
      ['gitlab cancel 100'],
      'canceled',
    ]);
    expect(stage.clock.elapsed()).toBeLessThan(22_000);
  });

  it('while GitLab is asked for the first time, has not been refused', async () => {
    const stage = await openStage();
    stage.on('gitlab', () => stage.interrupt());
    stage.fail('gitlab', gitlabFailure('unavailable'), 'every');
    const { ending, last } = await play(stage, passes);
    expect(ending).toBe('allowed job-cancelled cancelled');
    expect(last).toBe('status drawbridge: failure: the GitHub job was cancelled (test-all)');
  });

  it('while a start is unclear, does not start once more', async () => {
    const stage = await openStage();
    stage.fail('gitlab create', gitlabFailure('unavailable'), 'every');
    stage.clock.at(1_000, () => stage.interrupt());
    const { exit } = await play(stage);
    expect([exit, stage.of('gitlab create').length]).toEqual([1, 1]);
    expect(stage.clock.elapsed()).toBeLessThan(5_000);
  });
});

describe('a start whose answer got lost', () => {
  it('is found and watched: one pipeline', async () => {
    const stage = await openStage();
    stage.fail('gitlab create', gitlabFailure('unavailable'), 1, 'after');
    const { ending } = await play(stage);
    expect([ending, stage.gitlab.made.length]).toEqual(['allowed pipeline-success success none', 1]);
  });

  it('and that did not happen is made again: one pipeline', async () => {
    const stage = await openStage();
    stage.fail('gitlab create', gitlabFailure('unavailable'), 1, 'before');
    const { ending } = await play(stage);
    expect([ending, stage.gitlab.made.length]).toEqual(['allowed pipeline-success success none', 1]);
  });
});

describe('the name of the pipeline', () => {
  it('is given where the template does not', async () => {
    const stage = await openStage();
    stage.gitlab.naming = 'none';
    const { result } = await play(stage);
    expect([stage.of('gitlab rename'), stage.gitlab.name(100)]).toEqual([['gitlab rename 100'], result.key]);
  });

  it('is given right after the start, and its answer is the first look', async () => {
    const stage = await openStage();
    await play(stage);
    const calls = stage.done.filter((line) => /^gitlab (create|rename|get)/.test(line));
    expect(calls.slice(0, 2)).toEqual(['gitlab create', 'gitlab rename 100']);
    expect(stage.log).toContain('pipeline #100: created');
    expect(stage.clock.elapsed() > 0 && stage.done.indexOf('gitlab get 100')).toBeGreaterThan(
      stage.done.indexOf('status drawbridge: pending: private tests are running (test-all)'),
    );
  });

  it('is given by the watch, where GitLab did not take it at once', async () => {
    const stage = await openStage();
    stage.gitlab.naming = 'own';
    stage.fail('gitlab rename', gitlabFailure('unavailable'), 1);
    const { result } = await play(stage);
    expect(stage.gitlab.name(100)).toBe(result.key);
  });

  it('is given also after a no or two', async () => {
    const stage = await openStage();
    stage.gitlab.naming = 'none';
    const no = gitlabFailure('forbidden', { mayHaveActed: false });
    // A call that fails is not counted by what is planted after.
    stage.fail('gitlab rename', no, 1);
    stage.fail('gitlab rename', no, 1);
    const { result } = await play(stage, lasts);
    expect(stage.gitlab.name(100)).toBe(result.key);
  });

  it('is given back where somebody takes it away, and a run that found nothing meanwhile makes way', async () => {
    // Looks at so old a pipeline are up to twenty seconds apart: each moment between two of them.
    for (let second = 0; second < 20; second++) {
      const first = await openStage();
      first.gitlab.courses = [lasts];
      void run(first.ports);
      await first.clock.sleep(40 * minute + second * 1_000);
      first.gitlab.rename(100, 'nightly');
      const later = await openStage({ beside: first, runId: 10 });
      void run(later.ports);
      await first.clock.sleep(minute);
      const left = first.gitlab.made.map(({ id }) => `${first.gitlab.name(id)} ${first.gitlab.status(id)}`);
      const key = first.gitlab.made[1]?.request?.key;
      expect(left, `${second} s`).toEqual([`${key} running`, `${key} canceled`]);
      expect(later.log.at(-2)).toBe('pipeline #101 was a duplicate of #100; watching that one');
    }
  });

  it('that cannot be given is warned of, and no more', async () => {
    const stage = await openStage();
    stage.gitlab.naming = 'none';
    stage.fail('gitlab rename', gitlabFailure('forbidden', { mayHaveActed: false }));
    expect((await play(stage)).exit).toBe(0);
    expect(stage.log.filter((line) => line.includes('could not be given its name'))).toHaveLength(1);
  });
});

describe('a branch that GitLab does not find', () => {
  const absent = gitlabFailure('invalid', { refusal: 'reference-not-found', mayHaveActed: false });

  it.each([
    ['though it has just named it', {}, 'allowed pipeline-success success none'],
    ['and that is configured', { 'gitlab-ref': 'gone' }, 'allowed gitlab-ref-not-found'],
  ])('at the first start, %s', async (_, inputs, expected) => {
    const stage = await openStage({ inputs });
    stage.fail('gitlab create', absent, 1);
    expect((await play(stage, passes)).ending).toBe(expected);
  });
});

describe('a run after another', () => {
  const rerun = { attempt: 2, rerunner: 'alice' };

  /** The same stage, one run later. */
  async function later(first: Course, second: Course, run: object = rerun, inputs = {}) {
    const before = await openStage({ inputs });
    await play(before, first);
    const stage = await openStage({ beside: before, run, inputs });
    stage.gitlab.jobs = [job({ status: 'failed' })];
    return { stage, ...(await play(stage, second)) };
  }

  it('tells a verdict again', async () => {
    const { ending, stage } = await later(passes, lasts);
    expect([ending, stage.gitlab.made.length]).toEqual(['allowed pipeline-success success verdict', 1]);
  });

  it('retries what failed, where somebody asked', async () => {
    const { ending, stage } = await later(fails, passes);
    expect([ending, stage.of('gitlab retry'), stage.gitlab.made.length]).toEqual([
      'allowed pipeline-success success retried',
      ['gitlab retry 100'],
      1,
    ]);
  });

  it('tells a failure again, where nobody asked', async () => {
    const { ending, stage } = await later(fails, passes, {});
    expect([ending, stage.gitlab.made.length]).toEqual(['allowed pipeline-failed failure verdict', 1]);
  });

  it('starts a new one where that is wanted', async () => {
    const { ending, stage } = await later(fails, passes, rerun, { 'on-rerun': 'new' });
    expect([ending, stage.gitlab.made.length]).toEqual(['allowed pipeline-success success none', 2]);
  });
});

it('a run that does not wait leaves the verdict to GitLab', async () => {
  const stage = await openStage({ inputs: { wait: 'false' } });
  const { ending, exit, last } = await play(stage, lasts);
  expect([ending, exit, last.split(': ')[1]]).toEqual(['allowed detached pending none', 0, 'pending']);
  // One look, to see whether it has its name.
  expect(stage.of('gitlab get').length).toBeLessThanOrEqual(1);
  expect(stage.clock.elapsed()).toBeLessThan(minute);
  expect(stage.gitlab.status(100)).toBe('running');
});
