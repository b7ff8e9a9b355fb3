import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import { reasonOf } from '../../src/reasons.ts';
import { exitCode } from '../../src/report/exit.ts';
import { githubFailure } from '../gate/build.ts';
import { fails, passes } from '../world/gitlab.ts';
import { changes, ending, openStage, type Stage } from './stage.ts';

async function play(stage: Stage) {
  const result = await run(stage.ports);
  const exit = exitCode(result, stage.ports.settings.statusContext);
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
    stage.fail('github pull 42', githubFailure('unavailable'), 5);
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
    expect(stage.log).toContain('warning: GitHub did not take the pending status (status-undelivered)');
  });

  it('that was lost is not said over a newer run', async () => {
    const stage = await openStage();
    const lost = new ServiceFailure({
      ...{ service: 'github', status: 502, kind: 'unavailable', mayHaveActed: true },
      retryAfterMs: 60_000,
    });
    stage.on('status drawbridge: success', () =>
      stage.clock.at(30_000, () => stage.github.pulls.set(42, changes['other labels'])),
    );
    stage.fail('status drawbridge: success', lost);
    const { ending, exit, statuses } = await play(stage);
    expect([ending, exit]).toEqual(['allowed superseded superseded none', 1]);
    expect(statuses.filter((line) => line.includes(': success'))).toHaveLength(1);
  });

  it.each([
    ['forbidden', 'status-not-written'],
    ['rate-limited', 'status-throttled'],
    ['unavailable', 'status-undelivered'],
  ] as const)(
    'a failure that cannot be told (%s) is told in the log, with what helps',
    async (kind, reason) => {
      const stage = await openStage();
      stage.gitlab.courses = [fails];
      stage.fail('status drawbridge: failure', githubFailure(kind));
      expect((await play(stage)).ending).toBe('allowed pipeline-failed failure none');
      const { sentence, remedy } = reasonOf(reason);
      expect(stage.log).toContain(
        `warning: GitHub did not take the commit status (${reason}): ${sentence}. ${remedy}`,
      );
    },
  );
});
