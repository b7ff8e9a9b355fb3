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

const newer = 'https://github.com/acme/engine/actions/runs/77?pr=42&tests=all&full=1';

describe('before the last word', () => {
  it('a new head: superseded, and the status is left alone', async () => {
    const pull = changes['a new head'];
    for (const course of [passes, fails]) {
      const stage = await openStage();
      stage.gitlab.courses = [course];
      stage.clock.at(30_000, () => stage.github.pulls.set(42, pull));
      const { ending, exit, statuses } = await play(stage);
      expect([ending, exit]).toEqual(['allowed superseded superseded none', 1]);
      expect(statuses.map((line) => line.split(': ')[1])).toEqual(['pending', 'pending']);
    }
  });

  it('other labels: this run goes on with them, where no newer one speaks', async () => {
    const stage = await openStage();
    stage.gitlab.courses = [passes, passes];
    stage.clock.at(30_000, () => stage.github.pulls.set(42, changes['other labels']));
    const { ending, exit, statuses } = await play(stage);
    expect([ending, exit]).toEqual(['allowed pipeline-success success none', 0]);
    expect(statuses.at(-1)).toBe('status drawbridge: success: private tests passed (test-aws)');
    expect(stage.log).toContain(
      'other tests are asked for by now, and no other run speaks for them: once more',
    );
  });

  it('other labels: superseded where a newer run speaks', async () => {
    const stage = await openStage();
    stage.clock.at(30_000, () => {
      stage.github.pulls.set(42, changes['other labels']);
      const [standing] = stage.github.statuses;
      if (standing) stage.github.statuses.push({ ...standing, targetUrl: newer });
    });
    const { ending, exit, statuses } = await play(stage);
    expect([ending, exit]).toEqual(['allowed superseded superseded none', 1]);
    expect(statuses.map((line) => line.split(': ')[1])).toEqual(['pending', 'pending']);
  });

  it('closed: told as such, and the status does not stay pending', async () => {
    const stage = await openStage();
    stage.clock.at(30_000, () => stage.github.pulls.set(42, changes.closed));
    const { ending, exit, statuses } = await play(stage);
    expect([ending, exit]).toEqual(['allowed pull-request-closed cancelled none', 1]);
    expect(statuses.at(-1)).toBe('status drawbridge: failure: the pull request is closed');
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

  it.each([
    ['forbidden', undefined, 3],
    ['unauthorized', undefined, 3],
    ['forbidden', 'token-lacks-permission', 1],
  ] as const)(
    'a success is written again after a no that may be of one replica: %s, %s',
    async (kind, refusal, times) => {
      const stage = await openStage();
      const failure = new ServiceFailure({
        ...{ service: 'github', status: 403, kind, mayHaveActed: false },
        ...(refusal && { refusal }),
      });
      stage.fail('status drawbridge: success', failure);
      await play(stage);
      expect(stage.of('status drawbridge: success')).toHaveLength(times);

      const once = await openStage();
      once.fail('status drawbridge: success', failure, 1);
      expect((await play(once)).exit).toBe(times > 1 ? 0 : 1);
    },
  );

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
      stage.clock.at(30_000, () => stage.github.pulls.set(42, changes['a new head'])),
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
