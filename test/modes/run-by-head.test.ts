import { describe, expect, it } from 'vitest';
import type { WorkflowRunEvent } from '../../src/facts/event.ts';
import { dispatch } from '../../src/modes/dispatch.ts';
import { claimingUrl } from '../../src/report/claim.ts';
import { alice, bob, githubFailure, head, livePull, mallory, record, sha } from '../gate/build.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import { standingOn } from '../world/github.ts';
import { fails, lasts, passes } from '../world/gitlab.ts';
import { ending, openStage, read, type Stage } from './stage.ts';

const here = { sha: head, branch: 'feature/x', repository: 'acme/engine' };
const requested: WorkflowRunEvent = {
  ...{ kind: 'workflow-run', action: 'requested', head: here, sender: alice, rerunner: undefined },
};
const pull = (number: number, over: Parameters<typeof livePull>[0] = {}) =>
  livePull({ number, head: here, ...over });

/** Pull requests with the head of the run, which alice has pushed. */
async function stageOf(
  pulls: ReturnType<typeof pull>[],
  event: Partial<WorkflowRunEvent> = {},
  inputs: Record<string, string> = {},
): Promise<Stage> {
  const stage = await openStage({
    inputs: { 'settle-seconds': '0', ...inputs },
    run: { event: { ...requested, ...event } },
  });
  stage.github.pulls.clear();
  for (const one of pulls) stage.github.pulls.set(one.number, one);
  stage.github.pushes = record([alice, head]);
  return stage;
}
const statuses = (stage: Stage) => stage.of('status').map((line) => line.split(': ')[1]);
const created = (stage: Stage) => stage.of('gitlab create').length;

describe('mode run, by workflow_run', () => {
  it('waits for labels to be quiet, finds the pull request, and crosses as by the other way', async () => {
    const stage = await stageOf([pull(42)], {}, { 'settle-seconds': '7' });
    const begun = stage.clock.now();
    let found = 0;
    stage.on('github pulls from acme:feature/x', () => {
      found = stage.clock.now() - begun;
    });
    expect(ending(await dispatch(stage.ports))).toBe('allowed pipeline-success success none');
    expect(found).toBe(7_000);
    expect(stage.audit.map(({ event, pullRequest }) => [event, pullRequest])).toEqual([
      ['workflow_run:requested', 42],
      ['workflow_run:requested', 42],
    ]);
    expect(stage.log.some((line) => line.startsWith('#42'))).toBe(false);
  });

  it.each([
    ['the end of a first attempt', { action: 'completed' as const }, 'not-run run-seen-before', []],
    ['a fork that is gone', { head: { ...here, repository: null } }, 'not-run no-pull-request', []],
    ['no pull request', { head: { ...here, branch: 'other', sha: sha('b') } }, 'denied head-moved', []],
  ])('does nothing at %s', async (_, event, expected, written) => {
    const stage = await stageOf([pull(42)], event);
    expect(ending(await dispatch(stage.ports))).toBe(expected);
    expect([statuses(stage), stage.of('gitlab')]).toEqual([written, []]);
  });

  it('does nothing where no pull request has that head', async () => {
    const stage = await stageOf([pull(42, { open: false, head: { ...here, sha: sha('b') } })]);
    expect(ending(await dispatch(stage.ports))).toBe('not-run no-pull-request');
    expect([statuses(stage), stage.of('gitlab')]).toEqual([[], []]);
  });

  it('is undecided, and says so, where GitHub does not list pull requests', async () => {
    const stage = await stageOf([pull(42)]);
    stage.fail('github pulls from', githubFailure('unavailable'));
    expect(ending(await dispatch(stage.ports))).toBe('undecided github-unavailable');
    expect([statuses(stage), stage.of('gitlab')]).toEqual([['error'], []]);
  });

  it('sees to no more than ten', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, nth) => pull(nth + 1));
    const stage = await stageOf(many(11));
    expect(ending(await dispatch(stage.ports))).toBe('denied head-crowded');
    expect(stage.of('gitlab')).toEqual([]);
    const ten = await stageOf(many(10));
    expect(ending(await dispatch(ten.ports))).toBe('allowed pipeline-success success none');
    expect(created(ten)).toBe(10);
  });

  it('believes the rerunner of the run that it follows no more than its own', async () => {
    const stage = await stageOf([pull(42)], { action: 'completed', rerunner: mallory });
    expect(ending(await dispatch(stage.ports))).toBe('denied rerunner-not-member');
    const own = await stageOf([pull(42)], { action: 'completed', rerunner: bob });
    own.gitlab.courses = [fails, passes];
    expect(ending(await dispatch(own.ports))).toBe('allowed pipeline-failed failure none');
    // Somebody started the run again, so what failed runs again.
    const again = await openStage({ run: own.ports.run, beside: own, inputs: { 'settle-seconds': '0' } });
    expect(ending(await dispatch(again.ports))).toBe('allowed pipeline-success success retried');
  });
});

describe('several pull requests with one head', () => {
  it('are begun in order of number, watched together, and told once', async () => {
    const stage = await stageOf([pull(9), pull(4)]);
    const result = await dispatch(stage.ports);
    expect(ending(result)).toBe('allowed pipeline-success success none');
    expect([created(stage), statuses(stage).filter((state) => state !== 'pending')]).toEqual([
      2,
      ['success'],
    ]);
    expect(standingOn(stage.github, head).map(({ targetUrl }) => targetUrl.split('?')[1])).toEqual([
      expect.stringMatching(/^pr=4&key=[0-9a-f]{12}&tests=all&full=1$/),
    ]);
    // As it starts, and as it ends.
    expect(stage.audit.map(({ pullRequest }) => pullRequest)).toEqual([4, 9, 4, 9]);
    expect(read(stage)).toMatchInlineSnapshot(`
      "log:
      pull requests with this head: #4, #9
      #4: gate: allowed (all-members)
      #4: tests: test-all
      #4: GitLab branch: default
      #4: pipeline #100: started
      #9: gate: allowed (all-members)
      #9: tests: test-all
      #9: GitLab branch: default
      #9: pipeline #101: started
      #4: pipeline #100: created
      #9: pipeline #101: created
      #4: pipeline #100: running
      #9: pipeline #101: running
      #4: pipeline #100: success
      #9: pipeline #101: success

      statuses:
      drawbridge: pending: private tests are being started (test-all)
      drawbridge: pending: private tests are being started (test-all)
      drawbridge: pending: private tests are running (test-all)
      drawbridge: pending: private tests are running (test-all)
      drawbridge: success: private tests passed (test-all)"
    `);
  });

  it.each([
    ['the lowest', [fails, passes]],
    ['another', [passes, fails]],
  ])('are not successful where %s is not', async (_, courses) => {
    const stage = await stageOf([pull(4), pull(9)]);
    stage.gitlab.courses = courses;
    expect(ending(await dispatch(stage.ports))).toBe('allowed pipeline-failed failure none');
    expect(statuses(stage).at(-1)).toBe('failure');
    expect(statuses(stage)).not.toContain('success');
  });

  it('of which one is refused: it is not successful, and does not repaint what the other has', async () => {
    const stage = await stageOf([pull(4), pull(9, { author: mallory })]);
    expect(ending(await dispatch(stage.ports))).toBe('denied approval-needed');
    expect([created(stage), statuses(stage).at(-1)]).toEqual([1, 'success']);
  });

  it('of which one has changed: where no newer run speaks, this one goes on with what both ask now', async () => {
    const stage = await stageOf([pull(4), pull(9)]);
    stage.on('gitlab create', () => {
      stage.clock.at(3_000, () => stage.github.pulls.set(9, pull(9, { labels: ['test-aws'] })));
    });
    expect(ending(await dispatch(stage.ports))).toBe('allowed pipeline-success success verdict');
    expect(statuses(stage).filter((state) => state !== 'pending')).toEqual(['success']);
    expect(created(stage)).toBe(3);
  });

  it('are held back together where another head of this commit asks for more', async () => {
    const few = { labels: ['test-aws'] };
    const stage = await stageOf([pull(4, few), pull(9, { labels: ['test-aws', 'test-dns'] })]);
    const fork = { ...here, repository: 'carol/engine' };
    stage.github.pulls.set(50, livePull({ number: 50, labels: ['test-all'], head: fork }));
    const claim = { pull: 50, tests: 'all', full: true };
    const targetUrl = claimingUrl('https://github.com/acme/engine/actions/runs/7', claim);
    const claimed = { context: 'drawbridge', state: 'pending', description: '', targetUrl } as const;
    stage.github.statuses.push({ commit: head, at: 0, ...claimed });
    expect(ending(await dispatch(stage.ports))).toBe('allowed more-tests-asked pending none');
    expect(statuses(stage).at(-1)).toBe('pending');
  });

  it('are saved for post, each in its place', async () => {
    const stage = await stageOf([pull(4), pull(9)]);
    const saved: string[] = [];
    const memory = { save: (name: string, _: string, nth = 0) => void saved.push(`${name} ${nth}`) };
    await dispatch({ ...stage.ports, memory });
    expect(saved.filter((line) => /^(key|pipeline) /.test(line)).toSorted()).toEqual([
      ...['key 0', 'key 1', 'pipeline 0', 'pipeline 1'],
    ]);
  });
});

describe('pull requests that are over', () => {
  /** A run that has been left alone with a pipeline that lasts, for each of these pull requests. */
  async function running(...numbers: number[]): Promise<Stage> {
    const stage = await stageOf(
      numbers.map((number) => pull(number)),
      {},
      { wait: 'false' },
    );
    stage.gitlab.courses = [lasts];
    await dispatch(stage.ports);
    return stage;
  }
  const later = (stage: Stage, inputs: Record<string, string> = {}) =>
    openStage({ run: stage.ports.run, beside: stage, inputs: { 'settle-seconds': '0', ...inputs } });

  it('are stopped when they are closed', async () => {
    const first = await running(42);
    first.github.pulls.set(42, pull(42, { open: false }));
    const stage = await later(first);
    expect(ending(await dispatch(stage.ports))).toBe('allowed cancel-done');
    expect([stage.of('gitlab cancel').length, statuses(stage)]).toEqual([1, ['failure']]);
  });

  it('are stopped when they are drafts, which the status says', async () => {
    const first = await running(42);
    first.github.pulls.set(42, pull(42, { draft: true }));
    const stage = await later(first);
    expect(ending(await dispatch(stage.ports))).toBe('not-run draft');
    expect([stage.of('gitlab cancel').length, statuses(stage)]).toEqual([1, ['pending']]);
  });

  it('leave another one of the same head alone', async () => {
    const first = await running(4, 9);
    first.github.pulls.set(4, pull(4, { open: false }));
    const stage = await later(first, { wait: 'false' });
    expect(ending(await dispatch(stage.ports))).toBe('allowed detached pending attached');
    expect(stage.of('gitlab cancel')).toHaveLength(1);
  });

  it('are left alone when they were opened again between the list and the look', async () => {
    const first = await running(42);
    first.github.pulls.set(42, pull(42, { open: false }));
    const stage = await later(first);
    stage.on('github pull 42', () => stage.github.pulls.set(42, pull(42)));
    expect(ending(await dispatch(stage.ports))).toBe('allowed cancel-done');
    expect(stage.of('gitlab cancel')).toEqual([]);
  });

  it('are not told to be done where GitLab does not list pipelines, or GitHub the pull request', async () => {
    const first = await running(42);
    first.github.pulls.set(42, pull(42, { open: false }));
    const silent = await later(first);
    silent.fail('gitlab recent', gitlabFailure('unavailable'));
    expect(ending(await dispatch(silent.ports))).toBe('undecided gitlab-unavailable');
    const unread = await later(first);
    unread.fail('github pull 42', githubFailure('unavailable'));
    expect(ending(await dispatch(unread.ports))).toBe('undecided github-unavailable');
    expect(unread.of('gitlab cancel')).toEqual([]);
  });

  it('are stopped by mode cancel too, and by the sweep, which spare what is open', async () => {
    const first = await running(4, 9);
    first.github.pulls.set(4, pull(4, { open: false }));
    const canceller = await later(first, { mode: 'cancel' });
    expect(ending(await dispatch(canceller.ports))).toBe('allowed cancel-done');
    expect(canceller.of('gitlab cancel')).toHaveLength(1);

    const second = await running(4, 9);
    second.github.pulls.set(9, pull(9, { open: false }));
    const sweeper = await openStage({
      run: { event: { kind: 'schedule' } },
      beside: second,
      inputs: { mode: 'sweep' },
    });
    expect(ending(await dispatch(sweeper.ports))).toBe('allowed sweep-done');
    expect(sweeper.of('gitlab cancel')).toHaveLength(1);
    sweeper.fail('gitlab recent', gitlabFailure('unavailable'));
    expect(ending(await dispatch(sweeper.ports))).toBe('allowed sweep-incomplete');
  });
});

describe('mode require-all, by workflow_run', () => {
  it.each([
    ['all tests', ['test-all'], ['test-all'], 'allowed all-tests-selected', ['success']],
    ['one with fewer', ['test-all'], ['test-aws'], 'denied tests-missing', ['failure']],
  ])('judges every open pull request of the head: %s', async (_, one, other, expected, written) => {
    const pulls = [pull(4, { labels: one }), pull(9, { labels: other }), pull(2, { open: false })];
    const stage = await stageOf(pulls, {}, { mode: 'require-all' });
    expect(ending(await dispatch(stage.ports))).toBe(expected);
    expect(statuses(stage)).toEqual(written);
  });

  it('lets each of them speak for the commit, whoever did before', async () => {
    const all = { labels: ['test-all'] };
    const stage = await stageOf([pull(4, all), pull(9, all)], {}, { mode: 'require-all' });
    await dispatch(stage.ports);
    stage.github.pulls.set(9, pull(9, { labels: ['test-aws'] }));
    expect(ending(await dispatch(stage.ports))).toBe('denied tests-missing');
    expect(statuses(stage)).toEqual(['success', 'failure']);
  });

  it.each([
    ['was let through alone', ['test-all'], 'allowed all-tests-selected', ['success']],
    ['was let through, and lacks tests', ['test-aws'], 'denied tests-missing', ['failure']],
  ])('hears the one that %s, not an outsider of the same head', async (_, labels, expected, written) => {
    const stage = await stageOf(
      [pull(4, { labels: ['test-dns'], author: mallory }), pull(9, { labels })],
      {},
      { mode: 'require-all' },
    );
    const claim = claimingUrl('https://github.com/acme/engine/actions/runs/7', {
      ...{ pull: 9, tests: 'all', full: true },
    });
    const claimed = { context: 'drawbridge', state: 'pending', description: '', targetUrl: claim } as const;
    stage.github.statuses.push({ commit: head, at: 0, ...claimed });
    expect(ending(await dispatch(stage.ports))).toBe(expected);
    expect(statuses(stage)).toEqual(written);
  });

  it('says nothing where all are closed', async () => {
    const stage = await stageOf([pull(4, { open: false })], {}, { mode: 'require-all' });
    expect(ending(await dispatch(stage.ports))).toBe('not-run no-pull-request');
    expect(statuses(stage)).toEqual([]);
  });

  it('judges again where one of them has changed', async () => {
    const all = { labels: ['test-all'] };
    const stage = await stageOf([pull(4, all), pull(9, all)], {}, { mode: 'require-all' });
    stage.on('github pull 9', () => stage.github.pulls.set(9, pull(9, { labels: ['test-aws'] })));
    expect(ending(await dispatch(stage.ports))).toBe('denied tests-missing');
    expect(statuses(stage)).toEqual(['failure']);
  });
});
