import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { sweep } from '../../src/modes/sweep.ts';
import { exitCode } from '../../src/report/status.ts';
import { githubFailure } from '../gate/build.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import { fails, lasts, passes } from './gitlab.ts';
import { changes, ending, openStage, type Stage } from './stage.ts';

const minute = 60_000;

describe('mode sweep', () => {
  /** A run that was lost without a word, hours ago. */
  async function swept(course: typeof passes, hours: number, prepare: (stage: Stage) => void = () => {}) {
    const lost = await openStage();
    lost.gitlab.courses = [course];
    lost.fail('status drawbridge: success', githubFailure('unavailable'));
    lost.fail('status drawbridge: failure', githubFailure('unavailable'));
    lost.fail('gitlab cancel', gitlabFailure('unavailable'));
    await run(lost.bridge);
    await lost.clock.sleep(hours * 60 * minute);
    const stage = await openStage({
      inputs: { mode: 'sweep' },
      run: { event: { kind: 'schedule' } },
      beside: lost,
    });
    prepare(stage);
    const result = await sweep(stage.bridge);
    return {
      ending: ending(result),
      exit: exitCode(result, 'x'),
      statuses: stage.of('status').map((line) => line.split(': ')[1]),
      stage,
    };
  }

  it.each([
    ['passed', passes, 'success'],
    ['failed', fails, 'failure'],
    ['still running', lasts, 'failure'],
  ])('settles a status from a pipeline that is %s', async (_, course, state) => {
    const { ending, exit, statuses, stage } = await swept(course, 3);
    expect([ending, exit, statuses]).toEqual(['allowed sweep-done', 0, [state]]);
    expect(stage.gitlab.status(100)).not.toBe('running');
  });

  it('leaves a status alone that may still be answered for', async () =>
    expect((await swept(passes, 2)).statuses).toEqual([]));

  it('leaves the statuses of closed pull requests alone', async () => {
    const { statuses } = await swept(passes, 3, (stage) => stage.github.pulls.set(42, changes.closed));
    expect(statuses).toEqual([]);
  });

  it('does not settle it by a pipeline for fewer tests', async () => {
    const { statuses } = await swept(passes, 3, (stage) =>
      stage.github.pulls.set(42, changes['other labels']),
    );
    expect(statuses).not.toContain('success');
  });

  it('says what could not be settled', async () => {
    const { ending, exit, statuses } = await swept(passes, 3, (stage) => {
      stage.fail('gitlab find', gitlabFailure('unavailable'));
      stage.fail('gitlab recent', gitlabFailure('unavailable'));
    });
    expect([ending, exit, statuses]).toEqual(['allowed sweep-incomplete', 1, []]);
  });
});
