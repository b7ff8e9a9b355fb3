import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { exitCode } from '../../src/report/status.ts';
import { githubFailure } from '../gate/build.ts';
import { fails, passes } from './gitlab.ts';
import { changes, ending, openStage, type Stage } from './stage.ts';

async function play(stage: Stage) {
  const result = await run(stage.bridge);
  const exit = exitCode(result, stage.bridge.settings.statusContext);
  return { ending: ending(result), exit, statuses: stage.of('status') };
}

describe('before the last word', () => {
  it.each(Object.entries(changes))('%s: superseded, and the status is left alone', async (_, pull) => {
    for (const course of [passes, fails]) {
      const stage = await openStage();
      stage.gitlab.courses = [course];
      stage.clock.at(30_000, () => stage.github.pulls.set(42, pull));
      const { ending, exit, statuses } = await play(stage);
      expect([ending, exit]).toEqual(['allowed superseded superseded none', 1]);
      expect(statuses.map((line) => line.split(': ')[1])).toEqual(['pending', 'pending']);
    }
  });

  it.each([
    [passes, 'allowed github-unavailable lost none', 'error'],
    [fails, 'allowed pipeline-failed failure none', 'failure'],
  ])('a GitHub that does not answer turns no success green', async (course, expected, state) => {
    const stage = await openStage();
    stage.gitlab.courses = [course];
    stage.fail('github pull 42', githubFailure('unavailable'), 4);
    const { ending, exit, statuses } = await play(stage);
    expect([ending, exit, statuses.at(-1)?.split(': ')[1]]).toEqual([expected, 1, state]);
  });

  it('a success whose status is not taken is no success', async () => {
    const stage = await openStage();
    stage.fail('status drawbridge: success', githubFailure('forbidden'));
    const { ending, exit } = await play(stage);
    expect([ending, exit]).toEqual(['allowed status-not-written lost none', 1]);
  });

  it('pending statuses that are not taken stop nothing', async () => {
    const stage = await openStage();
    stage.fail('status drawbridge: pending', githubFailure('unavailable'));
    const { ending, exit } = await play(stage);
    expect([ending, exit]).toEqual(['allowed pipeline-success success none', 0]);
    expect(stage.log).toContain('warning: GitHub did not take the pending status');
  });
});
