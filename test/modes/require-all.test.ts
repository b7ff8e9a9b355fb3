import { describe, expect, it } from 'vitest';
import { requireAll } from '../../src/modes/require-all.ts';
import { refusingUrl } from '../../src/report/claim.ts';
import { exitCode } from '../../src/report/exit.ts';
import { event, githubFailure, head, livePull, other, refEvent } from '../gate/build.ts';
import { ending, openStage } from './stage.ts';

describe('mode require-all', () => {
  const open = (labels: string[], over: object = {}) =>
    openStage({ inputs: { mode: 'require-all', tests: 'test-a: a\ntest-b: b', 'gitlab-token': ' ' } }).then(
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
    const result = await requireAll(stage.ports);
    expect(stage.of('status').map((line) => line.split(': ').slice(0, 2).join())).toEqual([
      `status drawbridge/require-all,${state}`,
    ]);
    expect([exitCode(result, 'x'), stage.of('gitlab'), stage.of('github member')]).toEqual([exit, [], []]);
  });

  it.each<[string, string[], string[], string, string | undefined]>([
    ['what the files need', ['a/x'], [], 'success', 'needed-tests-selected'],
    ['no test, where they need none', ['README.md'], [], 'success', 'no-test-needed'],
    ['all that they need, by label', ['a/x'], ['test-a'], 'success', 'needed-tests-selected'],
    ['more than they need', ['a/x'], ['test-all'], 'success', 'all-tests-selected'],
    ['a test that they do not need', ['README.md'], ['test-b'], 'success', 'needed-tests-selected'],
    ['another test than they need', ['a/x'], ['test-b'], 'failure', 'tests-missing'],
    ['one of two that they need', ['a/x', 'b/x'], ['test-b'], 'failure', 'tests-missing'],
    ['all, for a workflow', ['.github/x'], [], 'success', 'all-tests-selected'],
    ['one, for a workflow', ['.github/x'], ['test-b'], 'failure', 'tests-missing'],
  ])('with `paths`: %s', async (_, files, labels, state, reason) => {
    const inputs = { mode: 'require-all', tests: 'test-a: a\ntest-b: b', paths: 'a: a/**\nb: b/**' };
    const stage = await openStage({ inputs });
    stage.github.files = files.map((path) => ({ path, from: undefined }));
    stage.github.pulls.set(42, livePull({ labels }));
    const result = await requireAll(stage.ports);
    expect([result.reason, stage.of('gitlab')]).toEqual([reason, []]);
    expect(stage.of('status').map((line) => line.split(': ')[1])).toEqual([state]);
    expect(stage.of('github files')).toHaveLength(1);
  });

  it.each([
    ['one that is closed', { open: false }, 'success'],
    ['one that has moved on', { head: { sha: other, branch: 'x', repository: 'acme/engine' } }, 'success'],
    ['one that is still there', {}, 'failure'],
  ])('what was said of %s, which was not let through, stands no longer than that', async (_, over, state) => {
    const stage = await open(['test-all']);
    stage.github.pulls.set(41, livePull({ number: 41, ...over }));
    const said = { commit: head, at: 0, context: 'drawbridge/require-all', description: 'x' } as const;
    const targetUrl = refusingUrl('https://github.com/acme/engine/actions/runs/7', 41);
    stage.github.statuses.push({ ...said, state: 'failure', targetUrl });
    await requireAll(stage.ports);
    expect(stage.github.statuses.at(-1)?.state).toBe(state);
  });

  it('with `paths`: files that cannot be read need all tests', async () => {
    const stage = await openStage({ inputs: { mode: 'require-all', paths: 'a: a/**' } });
    stage.fail('github files', githubFailure('unavailable'));
    stage.github.pulls.set(42, livePull({ labels: ['test-a'] }));
    expect(ending(await requireAll(stage.ports))).toBe('denied tests-missing');
  });

  it.each([
    ['a label', { labels: ['test-b'] }, 'tests-missing', ['failure']],
    ['another base branch', { baseBranch: 'next' }, 'needed-tests-selected', ['success']],
  ] as const)(
    'with `paths`: %s before the status is written: judged again',
    async (_, over, reason, states) => {
      const stage = await openStage({ inputs: { mode: 'require-all', paths: 'a: a/**' } });
      stage.github.files = [{ path: 'a/x', from: undefined }];
      stage.on('github history', () => stage.github.pulls.set(42, livePull(over)));
      const result = await requireAll(stage.ports);
      expect([result.reason, stage.of('status').map((line) => line.split(': ')[1])]).toEqual([
        reason,
        states,
      ]);
      expect(stage.of('github files').length).toBeGreaterThan(1);
    },
  );

  it('a closed pull request and another label change nothing', async () => {
    const closed = await open([], { open: false });
    expect(ending(await requireAll(closed.ports))).toBe('denied pull-request-closed');
    const labeled = await openStage({
      inputs: { mode: 'require-all' },
      run: { event: event({ action: 'labeled', label: 'bug' }) },
    });
    expect(ending(await requireAll(labeled.ports))).toBe('not-run label-without-prefix');
    expect([...closed.of('status'), ...labeled.of('status')]).toEqual([]);
  });

  it('the merge queue has all tests', async () => {
    const stage = await openStage({
      inputs: { mode: 'require-all' },
      run: { event: refEvent({ on: 'queue' }) },
    });
    expect(ending(await requireAll(stage.ports))).toBe('allowed all-tests-selected');
  });

  it('a GitHub that does not answer: undecided', async () => {
    const stage = await open([]);
    stage.fail('github pull', githubFailure('unavailable'));
    expect(ending(await requireAll(stage.ports))).toBe('undecided github-unavailable');
  });

  it.each<[string, object, string[], string, readonly string[]]>([
    ['a label that chooses fewer', { labels: ['test-a'] }, ['test-all'], 'tests-missing', ['failure']],
    ['a label that chooses all', { labels: ['test-all'] }, ['test-a'], 'all-tests-selected', ['success']],
    ['the end of the pull request', { open: false }, ['test-all'], 'pull-request-closed', []],
    ['the end of a draft', { draft: false }, ['test-all'], 'all-tests-selected', ['success']],
  ])('%s before the status is written: judged again', async (what, over, labels, reason, states) => {
    const stage = await open(labels, { draft: what.includes('draft') });
    stage.on('github history', () => stage.github.pulls.set(42, livePull({ labels, ...over })));
    const result = await requireAll(stage.ports);
    expect([result.reason, stage.of('status').map((line) => line.split(': ')[1])]).toEqual([reason, states]);
  });

  it('a status that is sent again is judged again', async () => {
    const stage = await open(['test-all']);
    const own = 'status drawbridge/require-all: success';
    stage.fail(own, githubFailure('unavailable', 502), 1, 'after');
    // Meanwhile somebody takes the label away, and the run of that event writes.
    stage.clock.at(500, () => stage.github.pulls.set(42, livePull({ labels: ['test-a'] })));
    const result = await requireAll(stage.ports);
    expect([result.reason, stage.of('status').map((line) => line.split(': ')[1])]).toEqual([
      'tests-missing',
      ['success', 'failure'],
    ]);
  });

  it('a GitHub that does not answer the second time turns nothing green', async () => {
    const stage = await open(['test-all']);
    stage.fail('github pull', githubFailure('unavailable'), 2);
    const result = await requireAll(stage.ports);
    expect([result.reason, exitCode(result, 'x')]).toEqual(['github-unavailable', 1]);
    expect(stage.of('status').map((line) => line.split(': ')[1])).toEqual(['error']);
  });
});
