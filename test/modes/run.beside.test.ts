import { describe, expect, it } from 'vitest';
import type { Ports } from '../../src/modes/ports.ts';
import { run } from '../../src/modes/run.ts';
import { sweep } from '../../src/modes/sweep.ts';
import { alice, comment, commentEvent, event, githubFailure, head, livePull, record } from '../gate/build.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import { standingOn } from '../world/github.ts';
import { type Course, lasts, passes } from '../world/gitlab.ts';
import { ending, openStage as open, type Stage, type StageOptions } from './stage.ts';

/** A stage where GitHub knows that alice pushed the head. */
async function openStage(options: StageOptions = {}): Promise<Stage> {
  const stage = await open(options);
  stage.github.pushes = record([alice, head]);
  return stage;
}

const minute = 60_000;
const anHour: Course = [
  [0, 'running'],
  [60 * minute, 'success'],
];
const standing = ({ github }: Stage) =>
  Object.fromEntries(standingOn(github, head).map(({ context, state }) => [context, state]));

const testAws = {
  run: { event: commentEvent({ parsed: { kind: 'command', command: { name: 'test', tests: ['aws'] } } }) },
} as const;

describe('a run on request beside the usual one', () => {
  it.each([{}, { 'status-context': '' }])('both go on, with %j', async (inputs) => {
    const usual = await openStage({ inputs });
    usual.gitlab.courses = [anHour];
    const first = run(usual.ports);
    await usual.clock.sleep(10 * minute);
    usual.github.comments = [comment({ body: '/test aws' })];
    const second = run((await openStage({ beside: usual, inputs, ...testAws })).ports);

    expect((await Promise.all([first, second])).map(({ verdict }) => verdict)).toEqual([
      'success',
      'success',
    ]);
  });

  it('is left alone by a later one that only tells a verdict again', async () => {
    const usual = await openStage();
    await run(usual.ports);
    usual.gitlab.courses = [anHour];
    usual.github.comments = [comment({ body: '/test aws' }), comment({ id: 8, body: '/retest' })];
    const requested = run((await openStage({ beside: usual, ...testAws })).ports);
    await usual.clock.sleep(5 * minute);
    const command = { name: 'retest', all: false } as const;
    const again = commentEvent({ commentId: 8, parsed: { kind: 'command', command } });
    const retest = await openStage({ beside: usual, run: { event: again } });

    expect(ending(await run(retest.ports))).toContain('verdict');
    expect((await requested).verdict).toBe('success');
    expect(standing(usual)).toEqual({ drawbridge: 'success', 'drawbridge/test': 'success' });
  });

  it('older labels of the commit are stopped all the same, where no such run is waited for', async () => {
    const older = await openStage();
    older.gitlab.courses = [anHour];
    const first = run(older.ports);
    await older.clock.sleep(minute);
    older.github.pulls.set(42, livePull({ labels: ['test-aws'] }));
    const cause = event({ action: 'labeled', label: 'test-aws' });
    await run((await openStage({ beside: older, run: { event: cause } })).ports);

    expect((await first).verdict).toBe('superseded');
    expect(older.gitlab.status(100)).toBe('canceled');
  });
});

it.each([20_000, 20 * minute])(
  'with `drafts: true` a draft is wanted, also when it becomes one later (%i ms)',
  async (ms) => {
    const stage = await openStage({ inputs: { drafts: 'true' } });
    stage.gitlab.courses = [anHour];
    const running = run(stage.ports);
    await stage.clock.sleep(ms);
    stage.github.pulls.set(42, livePull({ draft: true }));

    expect((await running).verdict).toBe('success');
    expect(standing(stage)).toEqual({ drawbridge: 'success' });
  },
);

it('a run whose start was slow says nothing over what a newer run has said', async () => {
  const first = await openStage();
  await run(first.ports);
  first.github.pulls.set(42, livePull({ labels: ['test-aws'] }));
  first.gitlab.courses = [lasts];
  const added = event({ action: 'labeled', label: 'test-aws' });
  const older = await openStage({ beside: first, run: { event: added } });
  const { create } = older.ports.gitlab;
  const slow: typeof create = async (request) => {
    await first.clock.sleep(40_000);
    return create(request);
  };
  const running = run({ ...older.ports, gitlab: { ...older.ports.gitlab, create: slow } });
  await first.clock.sleep(10_000);
  first.github.pulls.set(42, livePull());
  const removed = event({ action: 'unlabeled', label: 'test-aws', at: first.clock.now() });
  await run((await openStage({ beside: first, run: { event: removed } })).ports);

  expect((await running).verdict).toBe('superseded');
  expect(standing(first)).toEqual({ drawbridge: 'success' });
  expect(first.gitlab.status(101)).toBe('canceled');
});

describe('a run that does not wait', () => {
  it('does not paint pending over what a newer run has said', async () => {
    const first = await openStage();
    await run(first.ports);
    first.github.pulls.set(42, livePull({ labels: ['test-aws'] }));
    first.gitlab.courses = [lasts];
    const inputs = { wait: 'false' };
    const added = event({ action: 'labeled', label: 'test-aws' });
    const { ports } = await openStage({ beside: first, inputs, run: { event: added } });
    // GitLab takes long to make the pipeline, and the label is gone again meanwhile.
    const slow: Ports['gitlab']['create'] = async (request) => {
      const made = await ports.gitlab.create(request);
      await first.clock.sleep(20_000);
      return made;
    };
    const older = run({ ...ports, gitlab: { ...ports.gitlab, create: slow } });
    await first.clock.sleep(8_000);
    first.github.pulls.set(42, livePull());
    const removed = event({ action: 'unlabeled', label: 'test-aws', at: first.clock.now() });
    const newer = run((await openStage({ beside: first, inputs, run: { event: removed } })).ports);

    expect((await Promise.all([older, newer])).map(({ verdict }) => verdict)).toEqual([
      'superseded',
      'success',
    ]);
    expect(standing(first)).toEqual({ drawbridge: 'success' });
    expect(first.gitlab.status(101)).toBe('canceled');
  });

  it('leaves its pipeline to GitLab, not to post, also after an unclear start and an unclear look', async () => {
    const stage = await openStage({ inputs: { wait: 'false' } });
    stage.gitlab.courses = [lasts];
    stage.fail('gitlab create', gitlabFailure('unavailable'), 1, 'after');
    stage.fail('gitlab find', gitlabFailure('unavailable'), 6);
    const saved: Record<string, string> = {};
    const save = (name: string, value: string) => {
      saved[name] = value;
    };
    const result = await run({ ...stage.ports, memory: { save } });

    expect(result.reason).toBe('detached');
    expect([saved['pipeline'], saved['uncancelled'], saved['unclear']]).toEqual(['100', undefined, 'no']);
  });

  it.each(['own', 'none'] as const)(
    'gives the pipeline of an unclear start its name, so that the next run joins it (naming: %s)',
    async (naming) => {
      const inputs = { wait: 'false' };
      const one = await openStage({ inputs });
      Object.assign(one.gitlab, { naming, courses: [lasts] });
      one.fail('gitlab create', gitlabFailure('unavailable'), 1, 'after');
      const first = await run(one.ports);
      const two = await openStage({ inputs, beside: one, runId: 10 });
      const second = await run(two.ports);

      expect([first.pipelineId, second.pipelineId]).toEqual([100, 100]);
      expect(one.gitlab.made).toHaveLength(1);
      expect(one.gitlab.name(100)).toBe(first.key);
    },
  );

  it('names the pipeline that stays before it stops its younger one: the run that waits for that looks on', async () => {
    const one = await openStage({ inputs: { wait: 'false' } });
    Object.assign(one.gitlab, { naming: 'none', courses: [passes] });
    one.fail('gitlab create', gitlabFailure('unavailable'), 1, 'after');
    const first = run(one.ports);
    // It looks after some seconds, and finds both.
    const two = await openStage({ beside: one, runId: 10 });
    const second = one.clock.sleep(1_000).then(() => run(two.ports));
    const results = await Promise.all([first, second]);

    expect(results.map(({ pipelineId }) => pipelineId)).toEqual([100, 100]);
    expect(results[1]?.verdict).toBe('success');
    expect(one.gitlab.name(100)).toBe(results[0]?.key);
    expect(one.gitlab.made.map(({ id }) => one.gitlab.status(id))).toEqual(['success', 'canceled']);
  });
});

it('a detached run whose out-of-date pipeline cannot be cancelled now leaves it to post', async () => {
  const stage = await openStage({ inputs: { wait: 'false' } });
  stage.gitlab.courses = [lasts];
  stage.on('gitlab create', () => stage.github.pulls.set(42, livePull({ open: false })));
  stage.fail('gitlab cancel', gitlabFailure('unavailable'), 'every');
  const saved: Record<string, string> = {};
  const save = (name: string, value: string) => {
    saved[name] = value;
  };
  const result = await run({ ...stage.ports, memory: { save } });

  expect(result.verdict).toBe('superseded');
  expect(saved['uncancelled']).toBe('true');
});

it('a run that cannot tell a late duplicate from others leaves the look to post', async () => {
  const stage = await openStage({ inputs: { 'gitlab-trigger-token': 'x'.repeat(10) } });
  stage.gitlab.courses = [anHour];
  stage.gitlab.add({ course: lasts });
  stage.fail('gitlab create', gitlabFailure('unavailable'), 1, 'after');
  const saved: Record<string, string> = {};
  const save = (name: string, value: string) => {
    saved[name] = value;
  };
  await run({ ...stage.ports, memory: { save } });

  expect(Number(saved['unclear'])).toBeGreaterThan(0);
});

it('its own pipeline is not obsolete, whatever a list calls it', async () => {
  const stage = await openStage();
  stage.gitlab.courses = [anHour];
  stage.on('gitlab recent', () => {
    for (const { id, request } of stage.gitlab.made) stage.gitlab.rename(id, `${request?.key} and more`);
  });

  expect((await run(stage.ports)).verdict).toBe('success');
});

describe('a GitHub that is slow to take the status of a running pipeline', () => {
  const slowly = ({ ports, clock }: Stage, ms: number): Ports => ({
    ...ports,
    github: new Proxy(ports.github, {
      get: (github, name: keyof Ports['github']) =>
        name !== 'setStatus'
          ? github[name]
          : async (...call: Parameters<Ports['github']['setStatus']>) => {
              if (call[1].description.includes('are running')) await clock.sleep(ms);
              return github.setStatus(...call);
            },
    }),
  });

  it('keeps no signal from cancelling it', async () => {
    const stage = await openStage();
    stage.gitlab.courses = [lasts];
    const running = run(slowly(stage, 20_000));
    await stage.clock.sleep(5_000);
    stage.interrupt();
    await stage.clock.sleep(2_000);

    expect(stage.gitlab.status(100)).toBe('canceled');
    expect((await running).verdict).toBe('cancelled');
    // Whatever is under way has arrived by then: the pending status did not come last.
    await stage.clock.sleep(minute);
    expect(standing(stage)).toEqual({ drawbridge: 'failure' });
  });
});

it('a fault of our own beside the watch is thrown when the watch is over, and not before', async () => {
  const stage = await openStage();
  const recent = () => Promise.reject(new TypeError('ours'));
  const running = run({ ...stage.ports, gitlab: { ...stage.ports.gitlab, recent } });

  await expect(running).rejects.toThrow(TypeError);
  expect(stage.gitlab.status(100)).toBe('success');
});

it('a pipeline that nobody wants is cancelled as soon as GitLab lets it', async () => {
  const stage = await openStage();
  stage.gitlab.courses = [anHour];
  const outage = { until: 0 };
  const { cancel, create } = stage.ports.gitlab;
  const gitlab: typeof stage.ports.gitlab = {
    ...stage.ports.gitlab,
    create: async (request) => {
      stage.github.pulls.set(42, livePull({ open: false }));
      outage.until = stage.clock.now() + 70_000;
      return create(request);
    },
    cancel: async (id) => {
      if (stage.clock.now() < outage.until) throw gitlabFailure('unavailable');
      return cancel(id);
    },
  };
  const begun = stage.clock.now();
  const result = await run({ ...stage.ports, gitlab });

  expect(result).toMatchObject({ verdict: 'cancelled', reason: 'pull-request-closed' });
  expect(stage.gitlab.status(100)).toBe('canceled');
  expect(stage.clock.now() - begun).toBeLessThan(5 * minute);
});

it('a sweep settles a status also where GitLab lists too many pipelines, and says that it did not see all', async () => {
  const lost = await openStage();
  lost.fail('status drawbridge: success', githubFailure('unavailable'), 'every');
  await run(lost.ports);
  await lost.clock.sleep(180 * minute);
  const stage = await openStage({
    inputs: { mode: 'sweep' },
    run: { event: { kind: 'schedule' } },
    beside: lost,
  });
  stage.fail('gitlab recent', gitlabFailure('unexpected', { mayHaveActed: false }), 'every');

  expect((await sweep(stage.ports)).reason).toBe('sweep-incomplete');
  expect(standing(stage)).toEqual({ drawbridge: 'success' });
  expect(stage.log.join()).toContain('did not tell which older pipelines are running');
});
