import { describe, expect, it } from 'vitest';
import { cancel } from '../../src/modes/cancel.ts';
import { requireAll } from '../../src/modes/require-all.ts';
import { run } from '../../src/modes/run.ts';
import { sweep } from '../../src/modes/sweep.ts';
import { trigger } from '../../src/modes/trigger.ts';
import { exitCode } from '../../src/report/status.ts';
import { bob, commentEvent, event, githubFailure, head, livePull, mallory, refEvent } from '../gate/build.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import { fails, lasts, passes } from './gitlab.ts';
import { changes, ending, openStage, type Stage } from './stage.ts';

const minute = 60_000;
const own = (commit = head) => `acme/engine#42@${commit}:0`;

describe('mode require-all', () => {
  const open = (labels: string[], over: object = {}) =>
    openStage({ inputs: { mode: 'require-all', tests: 'test-a: a\ntest-b: b', 'gitlab-token': '' } }).then(
      (stage) => {
        stage.github.pulls.set(42, livePull({ labels, ...over }));
        return stage;
      },
    );

  it.each<[string, string[], object, string, 0 | 1]>([
    ['the all label', ['test-all'], {}, 'success', 0],
    ['all tests one by one', ['test-b', 'test-a'], {}, 'success', 0],
    ['no label, which means all', ['bug'], {}, 'success', 0],
    ['one of two', ['test-a'], {}, 'failure', 1],
    ['an unknown label', ['test-a', 'test-b', 'test-x'], {}, 'failure', 1],
    ['a draft', ['test-a'], { draft: true }, 'pending', 0],
  ])('%s', async (_, labels, over, state, exit) => {
    const stage = await open(labels, over);
    const result = await requireAll(stage.bridge);
    expect(stage.of('status').map((line) => line.split(': ').slice(0, 2).join())).toEqual([
      `status drawbridge/require-all,${state}`,
    ]);
    expect([exitCode(result, 'x'), stage.of('gitlab'), stage.of('github member')]).toEqual([exit, [], []]);
  });

  it('a closed pull request and another label change nothing', async () => {
    const closed = await open([], { open: false });
    expect(ending(await requireAll(closed.bridge))).toBe('denied pull-request-closed');
    const labeled = await openStage({
      inputs: { mode: 'require-all' },
      run: { event: event({ action: 'labeled', label: 'bug' }) },
    });
    expect(ending(await requireAll(labeled.bridge))).toBe('not-run label-without-prefix');
    expect([...closed.of('status'), ...labeled.of('status')]).toEqual([]);
  });

  it('the merge queue has all tests', async () => {
    const stage = await openStage({
      inputs: { mode: 'require-all' },
      run: { event: refEvent({ on: 'queue' }) },
    });
    expect(ending(await requireAll(stage.bridge))).toBe('allowed all-tests-selected');
  });

  it('a GitHub that does not answer: undecided', async () => {
    const stage = await open([]);
    stage.fail('github pull', githubFailure('unavailable'));
    expect(ending(await requireAll(stage.bridge))).toBe('undecided github-unavailable');
  });
});

describe('mode cancel', () => {
  const stop = async (over: Parameters<typeof openStage>[0], prepare: (stage: Stage) => void = () => {}) => {
    const stage = await openStage(over);
    for (const name of [own(), own('b'.repeat(40)), 'acme/engine#421@x:0'])
      stage.gitlab.add({ name, course: lasts });
    prepare(stage);
    const result = await cancel(stage.bridge);
    const left = stage.gitlab.made
      .filter(({ id }) => stage.gitlab.status(id) === 'running')
      .map(({ id }) => id);
    return { stage, left, ending: ending(result), exit: exitCode(result, 'x') };
  };

  it.each(['closed', 'converted_to_draft'] as const)(
    '%s: all of the pull request and none of others',
    async (action) => {
      const { left, ending, exit, stage } = await stop({
        run: { event: event({ action, sender: mallory }) },
      });
      expect([left, ending, exit, stage.of('status')]).toEqual([[102], 'allowed cancel-done', 0, []]);
    },
  );

  it('a label taken away: only what was there before', async () => {
    const at = Date.UTC(2026, 0, 1) + minute;
    const { left } = await stop(
      { run: { event: event({ action: 'unlabeled', label: 'test-a', at }) } },
      (stage) => {
        stage.gitlab.add({ name: own(), course: lasts, createdAt: at + 1 });
      },
    );
    expect(left).toEqual([102, 103]);
  });

  it('another label taken away: nothing', async () => {
    const { left, ending } = await stop({ run: { event: event({ action: 'unlabeled', label: 'bug' }) } });
    expect([left.length, ending]).toEqual([3, 'not-run label-without-prefix']);
  });

  const command = { kind: 'command', command: { name: 'cancel' } } as const;
  it.each([
    [bob, [102], 'allowed cancel-done', 'react 7 eyes'],
    [mallory, [100, 101, 102], 'denied command-not-allowed', 'react 7 -1'],
  ])('a comment of %j', async (sender, expected, told, reaction) => {
    const { left, ending, stage } = await stop({ run: { event: commentEvent({ sender, parsed: command }) } });
    expect([left, ending, stage.of('react')]).toEqual([expected, told, [reaction]]);
  });

  it('what is left running is told by the exit', async () => {
    const { ending, exit, stage } = await stop({ run: { event: event({ action: 'closed' }) } }, (stage) =>
      stage.fail('gitlab cancel 101', gitlabFailure('forbidden', { mayHaveActed: false })),
    );
    expect([ending, exit]).toEqual(['allowed cancel-incomplete', 1]);
    expect(stage.log.filter((line) => line.includes('#101'))).toHaveLength(1);
  });

  it('a GitLab that cannot be asked: undecided', async () => {
    const { ending } = await stop({ run: { event: event({ action: 'closed' }) } }, (stage) =>
      stage.fail('gitlab recent', gitlabFailure('unavailable')),
    );
    expect(ending).toBe('undecided gitlab-unavailable');
  });
});

describe('mode trigger', () => {
  it('starts a pipeline for a tag, and neither waits nor writes a status', async () => {
    const stage = await openStage({
      inputs: { mode: 'trigger' },
      run: { event: refEvent({ on: 'tag', name: 'v1' }) },
    });
    const result = await trigger(stage.bridge);
    expect([ending(result), exitCode(result, 'x')]).toEqual(['allowed triggered pending none', 0]);
    expect([stage.of('status'), stage.gitlab.made.length, stage.clock.elapsed() < minute]).toEqual([
      [],
      1,
      true,
    ]);
    expect(stage.gitlab.made[0]?.request).toMatchObject({
      values: { GITHUB_ENGINE_BRANCH_NAME: 'v1', GITHUB_PULL_REQUEST: '' },
    });
  });

  it('works by trigger token alone', async () => {
    const inputs = { mode: 'trigger', 'gitlab-token': '', 'gitlab-trigger-token': 'x', 'gitlab-ref': 'main' };
    const stage = await openStage({ inputs, run: { event: refEvent({ on: 'tag' }) } });
    expect(ending(await trigger(stage.bridge))).toBe('allowed triggered pending none');
    expect(stage.of('gitlab')).toEqual(['gitlab create main']);
  });

  it('starts nothing for an outsider', async () => {
    const stage = await openStage({
      inputs: { mode: 'trigger' },
      run: { event: refEvent({ sender: mallory }) },
    });
    expect([ending(await trigger(stage.bridge)), stage.of('gitlab')]).toEqual([
      'denied sender-not-writer',
      [],
    ]);
  });
});

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
