import { describe, expect, it } from 'vitest';
import { cancel } from '../../src/modes/cancel.ts';
import { cleanUp } from '../../src/modes/clean-up.ts';
import type { Ports } from '../../src/modes/ports.ts';
import { run } from '../../src/modes/run.ts';
import { trigger } from '../../src/modes/trigger.ts';
import { event, head, livePull, refEvent, sha } from '../gate/build.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import { type Course, fails, lasts, passes } from '../world/gitlab.ts';
import { changes, ending, keyNamed, openStage, type Stage } from './stage.ts';

const minute = 60_000;
const other = sha('b');
const newHead = { sha: other, branch: 'feature/x', repository: 'acme/engine' };
const twoHours: Course = [
  [0, 'running'],
  [120 * minute, 'success'],
];

/** A ports whose GitLab takes so long (ms) over a start. */
const slowly = ({ ports, clock }: Stage, ms: number): Ports => ({
  ...ports,
  gitlab: {
    ...ports.gitlab,
    create: async (request) => {
      await clock.sleep(ms);
      return ports.gitlab.create(request);
    },
  },
});

describe('what changes while a run is under way', () => {
  it('a push while GitLab makes the pipeline: the slow run makes way, and leaves the newer one alone', async () => {
    const old = await openStage();
    old.gitlab.courses = [twoHours];
    const first = run(slowly(old, 40_000));
    await old.clock.sleep(5_000);
    old.github.pulls.set(42, livePull({ head: newHead }));
    const newer = await openStage({ beside: old, run: { event: event({ head: newHead }) } });
    const [slow, quick] = await Promise.all([first, run(newer.ports)]);

    expect(ending(quick)).toBe('allowed pipeline-success success none');
    expect(ending(slow)).toBe('allowed superseded superseded none');
    expect(old.gitlab.made.map(({ id }) => old.gitlab.status(id))).toEqual(['success', 'canceled']);
    expect(old.log).toContain(
      'pipeline #101: cancelling, the pull request has changed since it was asked for',
    );
  });

  it.each([
    { what: 'closed', over: { open: false }, cause: event({ action: 'closed' }), verdict: 'cancelled' },
    {
      ...{ what: 'made a draft', over: { draft: true }, verdict: 'superseded' },
      cause: event({ action: 'converted_to_draft' }),
    },
  ])('$what while GitLab makes the pipeline: nothing runs on', async ({ over, cause, verdict }) => {
    const stage = await openStage();
    stage.gitlab.courses = [lasts];
    const running = run(slowly(stage, 20_000));
    await stage.clock.sleep(5_000);
    stage.github.pulls.set(42, livePull(over));
    const closing = await openStage({ beside: stage, inputs: { mode: 'cancel' }, run: { event: cause } });
    expect(ending(await cancel(closing.ports))).toContain('cancel-done');
    const result = await running;

    expect(result.verdict).toBe(verdict);
    expect(stage.gitlab.status(100)).toBe('canceled');
  });

  it('a run that does not wait and is out of date says so, and writes no status', async () => {
    const stage = await openStage({ inputs: { wait: 'false' } });
    stage.gitlab.courses = [lasts];
    const running = run(slowly(stage, 20_000));
    await stage.clock.sleep(5_000);
    stage.github.pulls.set(42, livePull({ head: newHead }));

    expect((await running).verdict).toBe('superseded');
    expect(stage.gitlab.status(100)).toBe('canceled');
    expect(stage.of('status').at(-1)).toContain('are being started');
  });

  it('a push while a retry is refused: no pipeline is started for the old head', async () => {
    const first = await openStage();
    first.gitlab.courses = [fails];
    await run(first.ports);
    const again = await openStage({ beside: first, run: { attempt: 2, rerunner: 'alice' } });
    again.on('gitlab retry', () => again.github.pulls.set(42, livePull({ head: newHead })));
    again.fail('gitlab retry', gitlabFailure('forbidden', { mayHaveActed: false }));

    expect((await run(again.ports)).verdict).toBe('superseded');
    expect(again.of('gitlab create')).toEqual([]);
  });
});

describe('what GitLab does not tell of older pipelines', () => {
  const older = { name: keyNamed(other), course: lasts };
  const clear = gitlabFailure('forbidden', { mayHaveActed: false });

  it.each([
    { what: 'is asked again', failure: gitlabFailure('unavailable'), nth: 1, looks: 2, left: 'canceled' },
    { what: 'also after one no', failure: clear, nth: 1, looks: 2, left: 'canceled' },
    {
      what: 'is asked thrice where it is refused, and said',
      failure: clear,
      nth: 'every',
      looks: 3,
      left: 'running',
    },
  ] as const)('$what', async ({ failure, nth, looks, left }) => {
    const stage = await openStage();
    stage.gitlab.courses = [twoHours];
    const { id } = stage.gitlab.add(older);
    stage.fail('gitlab recent', failure, nth);
    await run(stage.ports);

    expect(stage.of('gitlab recent')).toHaveLength(looks);
    expect(stage.gitlab.status(id)).toBe(left);
    const said = stage.log.filter((line) => line.includes('which older pipelines are running'));
    expect(said).toHaveLength(left === 'running' ? 1 : 0);
  });
});

describe('a pipeline that was made yesterday and retried today', () => {
  const retried = (stage: Stage) =>
    stage.gitlab.add({
      name: keyNamed(other),
      course: lasts,
      createdAt: stage.clock.now() - 24 * 60 * minute,
      begun: stage.clock.now() - 5 * minute,
    });

  it('is cancelled by the run of a newer head', async () => {
    const stage = await openStage();
    const { id } = retried(stage);
    await run(stage.ports);
    expect(stage.gitlab.status(id)).toBe('canceled');
  });

  it('is cancelled when the pull request is closed', async () => {
    const stage = await openStage({
      inputs: { mode: 'cancel' },
      run: { event: event({ action: 'closed' }) },
    });
    stage.github.pulls.set(42, changes.closed);
    const { id } = retried(stage);
    await cancel(stage.ports);
    expect(stage.gitlab.status(id)).toBe('canceled');
  });
});

it('post says so where a pipeline may be left and cannot be told from others', async () => {
  const stage = await openStage({ inputs: { 'gitlab-trigger-token': 'x'.repeat(10) } });
  stage.gitlab.add({ course: lasts });
  stage.fail('gitlab variable', gitlabFailure('forbidden', { mayHaveActed: false }), 'every');
  const left = { pipeline: undefined, commit: undefined, done: true, uncancelled: false, fault: false };
  const key = `acme/engine#42@${head}:0123456789ab`;
  await cleanUp(stage.ports, [{ ...left, key, unclearSince: stage.clock.now() }]);
  expect(stage.log.join()).toMatch(/could not be found out whether a pipeline named \S+ is left running/);
});

describe('mode `trigger`', () => {
  const tagged = async (name: string, beside?: Stage) => {
    const stage = await openStage({
      inputs: { mode: 'trigger' },
      run: { event: refEvent({ on: 'tag', name }) },
      ...(beside && { beside }),
    });
    stage.github.onBranch = () => true;
    return stage;
  };

  it('starts one for each tag, also on the same commit', async () => {
    const first = await tagged('v1.0.0-rc1');
    await trigger(first.ports);
    await first.clock.sleep(30 * minute);
    const second = await tagged('v1.0.0', first);
    expect(ending(await trigger(second.ports))).toBe('allowed triggered pending none');
    expect(second.of('gitlab create')).toHaveLength(1);
  });

  it.each([
    [passes, 'allowed pipeline-success success verdict'],
    [fails, 'allowed pipeline-failed failure verdict'],
  ])('tells the verdict that stands: nothing was started', async (course, expected) => {
    const first = await tagged('v1.0.0');
    first.gitlab.courses = [course];
    await trigger(first.ports);
    await first.clock.sleep(30 * minute);
    const second = await tagged('v1.0.0', first);
    expect(ending(await trigger(second.ports))).toBe(expected);
    expect(second.of('gitlab create')).toEqual([]);
  });
});

it('a `gitlab-ref` that is a tag: its pipeline is joined, not replaced', async () => {
  const inputs = { 'gitlab-ref': 'v2' };
  const first = await openStage({ inputs });
  first.gitlab.tags.set('v2', first.gitlab.branches.get('main')?.sha ?? '');
  const second = await openStage({ beside: first, inputs });
  const [one, two] = await Promise.all([
    run(first.ports),
    first.clock.sleep(30_000).then(() => run(second.ports)),
  ]);
  expect([one.reused, two.reused]).toEqual(['none', 'attached']);
  expect(first.gitlab.made).toHaveLength(1);
});
