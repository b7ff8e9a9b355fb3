import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { sweep } from '../../src/modes/sweep.ts';
import { reasonOf } from '../../src/reasons.ts';
import { exitCode } from '../../src/report/exit.ts';
import { askedBy } from '../../src/request/keys.ts';
import { select } from '../../src/request/tests.ts';
import { githubFailure, head, livePull, other } from '../gate/build.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import { standingOn } from '../world/github.ts';
import { fails, lasts, passes } from '../world/gitlab.ts';
import { changes, ending, keyNamed, openStage, type Stage } from './stage.ts';

const minute = 60_000;

const later = 'https://github.com/acme/engine/actions/runs/10?pr=42&tests=all&full=1';

describe('mode sweep', () => {
  /** A run that was lost without a word, hours ago. */
  async function swept(
    course: typeof passes,
    hours: number,
    prepare: (stage: Stage) => void = () => {},
    inputs: Record<string, string> = {},
  ) {
    const lost = await openStage();
    lost.gitlab.courses = [course];
    lost.fail('status drawbridge: success', githubFailure('unavailable'));
    lost.fail('status drawbridge: failure', githubFailure('unavailable'));
    lost.fail('gitlab cancel', gitlabFailure('unavailable'));
    await run(lost.ports);
    await lost.clock.sleep(hours * 60 * minute);
    const stage = await openStage({
      inputs: { mode: 'sweep', ...inputs },
      run: { event: { kind: 'schedule' } },
      beside: lost,
    });
    prepare(stage);
    const { settings } = stage.ports;
    const github = { ...settings.github, runUrl: 'https://github.com/acme/engine/actions/runs/77' };
    const result = await sweep({ ...stage.ports, settings: { ...settings, github } });
    return {
      result,
      ending: ending(result),
      exit: exitCode(result, 'x'),
      statuses: stage.of('status').map((line) => line.split(': ')[1]),
      stage,
    };
  }

  const write = ({ github }: Stage, context: string, at: number) => {
    const pending = { commit: head, context, state: 'pending', description: '', targetUrl: later } as const;
    github.statuses.push({ ...pending, at });
  };
  /** A run that has begun since: its status stands. */
  const newer = (stage: Stage, context = 'drawbridge') => write(stage, context, stage.clock.now());
  const label = (stage: Stage, ...labels: string[]) => stage.github.pulls.set(42, livePull({ labels }));
  const keyFor = (stage: Stage, labels: string[]) =>
    askedBy(livePull({ labels }), select(labels, stage.ports.settings.selection), stage.ports.settings)
      ?.requests[0]?.key ?? '';

  it.each([
    ['passed', passes, 'success'],
    ['failed', fails, 'failure'],
    ['still running', lasts, 'failure'],
  ])('settles a status from a pipeline that is %s', async (_, course, state) => {
    const { ending, exit, statuses, stage } = await swept(course, 3);
    expect([ending, exit, statuses]).toEqual(['allowed sweep-done', 0, [state]]);
    expect(stage.gitlab.status(100)).not.toBe('running');
  });

  describe('where files choose the tests', () => {
    const inputs = { paths: 'test-all: dns/**' };
    const files = (stage: Stage, path: string) => {
      stage.github.files = [{ path, from: undefined }];
    };

    it('settles a status from the pipeline for those tests', async () => {
      const { statuses, stage } = await swept(passes, 3, (stage) => files(stage, 'dns/x'), inputs);
      expect(statuses).toEqual(['success']);
      expect(stage.of('github files').length).toBeGreaterThan(0);
    });

    it('is green where they need none, and stops what runs for others', async () => {
      const { ending, stage } = await swept(lasts, 3, (stage) => files(stage, 'README.md'), inputs);
      expect(ending).toBe('allowed sweep-done');
      expect(stage.of('status')).toEqual([
        'status drawbridge: success: no private test concerns these files',
      ]);
      expect(stage.gitlab.status(100)).not.toBe('running');
    });

    it('asks labels first', async () => {
      const { statuses, stage } = await swept(
        passes,
        3,
        (stage) => {
          files(stage, 'README.md');
          label(stage, 'test-all');
        },
        inputs,
      );
      expect([statuses, stage.of('github files')]).toEqual([['success'], []]);
    });

    it.each([1, 2])('leaves it to the next sweep where they cannot be read (look %i)', async (nth) => {
      const { ending, statuses } = await swept(
        passes,
        3,
        (stage) => stage.fail('github files', githubFailure('unavailable'), nth),
        inputs,
      );
      expect([ending, statuses]).toEqual(['allowed sweep-incomplete', []]);
    });

    it('a label that is set meanwhile: nothing is green', async () => {
      const { statuses } = await swept(
        passes,
        3,
        (stage) => {
          files(stage, 'README.md');
          stage.on('github files', () => label(stage, 'test-b'));
        },
        inputs,
      );
      expect(statuses).toEqual([]);
    });
  });

  describe('a run that did not wait', () => {
    /** The sweep comes some minutes after it. */
    async function sweptAfter(
      minutes: number,
      course: typeof passes,
      prepare: (stage: Stage) => void = () => {},
    ) {
      const left = await openStage({ inputs: { wait: 'false' } });
      left.gitlab.courses = [course];
      expect(ending(await run(left.ports))).toBe('allowed detached pending none');
      await left.clock.sleep(minutes * minute);
      const event = { kind: 'schedule' } as const;
      const stage = await openStage({ inputs: { mode: 'sweep' }, run: { event }, beside: left, runId: 77 });
      prepare(stage);
      const said = ending(await sweep(stage.ports));
      const statuses = stage.of('status').map((line) => line.split(': ')[1]);
      return { said, statuses, stage, cancels: stage.of('gitlab cancel') };
    }
    const hung = ({ log }: Stage) => log.find((line) => line.includes(' hanging, '));

    it.each([
      ['passed', passes, 'success'],
      ['failed', fails, 'failure'],
    ])('is told as soon as its pipeline has %s', async (_, course, state) => {
      const { said, statuses, stage, cancels } = await sweptAfter(10, course);
      expect([said, statuses, cancels]).toEqual(['allowed sweep-done', [state], []]);
      expect(hung(stage)).toBe('1 hanging, 1 settled');
      expect(stage.audit[0]).toMatchObject({ pipeline: 100, pullRequest: 42 });
    });

    it('is left alone while its pipeline runs', async () => {
      const { said, statuses, stage, cancels } = await sweptAfter(10, lasts);
      expect([said, statuses, cancels]).toEqual(['allowed sweep-done', [], []]);
      expect([hung(stage), stage.gitlab.status(100)]).toEqual(['0 hanging, 0 settled', 'running']);
    });

    it('is stopped at the deadline', async () => {
      const { statuses, stage } = await sweptAfter(180, lasts);
      expect([statuses, stage.gitlab.status(100)]).toEqual([['failure'], 'canceled']);
    });

    it.each<[string, (stage: Stage) => void]>([
      ['that waits for a person', ({ gitlab }) => gitlab.change(100, [[0, 'manual']])],
      ['that is not there', ({ gitlab }) => void gitlab.made.splice(0)],
      ['for other tests than are asked for now', (stage) => label(stage, 'test-aws')],
      ['that lives again', ({ gitlab }) => gitlab.change(100, [[0, 'running']])],
    ])('is not told by a pipeline %s', async (_, prepare) => {
      const { said, statuses, cancels } = await sweptAfter(10, passes, prepare);
      expect([said, statuses, cancels]).toEqual(['allowed sweep-done', [], []]);
    });

    it('is left to the next sweep where GitLab does not answer', async () => {
      const { said, statuses } = await sweptAfter(10, passes, (stage) =>
        stage.fail('gitlab get', gitlabFailure('unavailable')),
      );
      expect([said, statuses]).toEqual(['allowed sweep-incomplete', []]);
    });

    it('is left to a newer run that speaks by now', async () => {
      const { said, statuses } = await sweptAfter(10, passes, (stage) =>
        stage.on('gitlab find', () => newer(stage)),
      );
      expect([said, statuses]).toEqual(['allowed sweep-done', []]);
    });
  });

  it('leaves a status alone that may still be answered for', async () =>
    expect((await swept(passes, 2)).statuses).toEqual([]));

  it('leaves the statuses of closed pull requests alone', async () => {
    const { statuses } = await swept(passes, 3, (stage) => stage.github.pulls.set(42, changes.closed));
    expect(statuses).toEqual([]);
  });

  it('says what could not be settled', async () => {
    const { ending, exit, statuses } = await swept(passes, 3, (stage) => {
      stage.fail('gitlab find', gitlabFailure('unavailable'));
    });
    expect([ending, exit, statuses]).toEqual(['allowed sweep-incomplete', 1, []]);
  });

  describe('what has changed since it looked first', () => {
    const moments = ['gitlab recent', 'github pull 42', 'gitlab find', 'gitlab get 100'];

    it.each(moments)('a newer run has begun: its status is left alone (%s)', async (moment) => {
      const { ending, statuses } = await swept(passes, 3, (stage) => stage.on(moment, () => newer(stage)));
      expect([ending, statuses]).toEqual(['allowed sweep-done', []]);
    });

    it('the newer run may have the pipeline that hung: it is not cancelled', async () => {
      const { stage, statuses } = await swept(lasts, 3, (stage) =>
        stage.on('gitlab recent', () => newer(stage)),
      );
      expect([stage.gitlab.status(100), statuses]).toEqual(['running', []]);
    });

    it.each(Object.entries(changes))('%s: nothing is written', async (_, pull) => {
      const { ending, statuses } = await swept(passes, 3, (stage) =>
        stage.on('gitlab branch main', () => stage.github.pulls.set(42, pull)),
      );
      expect([ending, statuses]).toEqual(['allowed sweep-done', []]);
    });

    it.each(['github pull 42', 'github statuses'])(
      'is not known: left to the next sweep (%s)',
      async (call) => {
        const { ending, exit, statuses } = await swept(passes, 3, (stage) =>
          stage.on('gitlab get 100', () => stage.fail(call, githubFailure('unavailable'))),
        );
        expect([ending, exit, statuses]).toEqual(['allowed sweep-incomplete', 1, []]);
      },
    );

    it('a newer run speaks while a lost answer is waited for: it is not overwritten', async () => {
      const { ending, stage } = await swept(passes, 3, (stage) => {
        stage.on('status drawbridge: success', () => void stage.clock.at(500, () => newer(stage)));
        stage.fail('status drawbridge: success', githubFailure('unavailable', 502), 1, 'after');
      });
      expect([ending, stage.of('status').length]).toEqual(['allowed sweep-done', 1]);
      expect(standingOn(stage.github, head).map(({ targetUrl }) => targetUrl)).toEqual([later]);
    });

    it('only that its own status arrived, though the answer got lost: not written again', async () => {
      const { ending, statuses } = await swept(passes, 3, (stage) =>
        stage.fail('status drawbridge: success', githubFailure('unavailable', 502), 1, 'after'),
      );
      expect([ending, statuses]).toEqual(['allowed sweep-done', ['success']]);
    });
  });

  it.each([[passes], [fails]])('a status that is not taken hangs on', async (course) => {
    const { ending, exit } = await swept(course, 3, (stage) =>
      stage.fail('status', githubFailure('forbidden')),
    );
    expect([ending, exit]).toEqual(['allowed sweep-incomplete', 1]);
  });

  describe('labels that have changed and whose run never came', () => {
    it.each([
      // Somebody who is no member may have asked for them: the run has said the same.
      ['other labels', 'test-aws', {}, 'pending', 'retest-needed'],
      ['an unknown label', 'test-x', { tests: 'test-a: a' }, 'error', 'run-lost'],
    ] as const)(
      '%s: told as such, and the old pipeline is stopped',
      async (_, name, inputs, state, reason) => {
        const { ending, stage } = await swept(lasts, 3, (stage) => label(stage, name), inputs);
        expect(ending).toBe('allowed sweep-done');
        expect(stage.of('status')[0]).toContain(`${state}: ${reasonOf(reason).sentence}`);
        expect(stage.gitlab.status(100)).toBe('canceled');
      },
    );

    it('does not settle it by a pipeline for fewer tests', async () => {
      const { statuses } = await swept(passes, 3, (stage) => label(stage, 'test-aws'));
      expect(statuses).toEqual(['pending']);
    });

    it('is an error where the commit has had no pipeline at all', async () => {
      const { statuses, stage } = await swept(passes, 3, (stage) => {
        label(stage, 'test-aws');
        for (const made of stage.gitlab.made) Object.assign(made, { key: keyNamed(other) });
      });
      expect(statuses).toEqual(['error']);
      expect(stage.of('status')[0]).toContain(reasonOf('run-lost').sentence);
    });

    it.each([keyNamed(head, 421), keyNamed(`${head}0`), `x ${keyNamed(head)}`, undefined])(
      'is an error where the only pipeline is called %s',
      async (name) => {
        const { statuses } = await swept(passes, 3, (stage) => {
          label(stage, 'test-aws');
          for (const { id } of stage.gitlab.made) stage.gitlab.rename(id, name);
        });
        expect(statuses).toEqual(['error']);
      },
    );

    it('an old pipeline that cannot be stopped is named, and makes the exit red', async () => {
      const { ending, exit, statuses, stage } = await swept(lasts, 3, (stage) => {
        label(stage, 'test-aws');
        stage.fail('gitlab cancel', gitlabFailure('forbidden', { mayHaveActed: false }));
      });
      expect([ending, exit, statuses]).toEqual(['allowed sweep-incomplete', 1, ['pending']]);
      expect(stage.log.some((line) => line.startsWith('warning: pipeline #100'))).toBe(true);
    });

    it('stops nothing of other pull requests, and nothing that a run on request waits for', async () => {
      const { stage } = await swept(passes, 3, (stage) => {
        stage.gitlab.add({ name: keyNamed(head, 421), course: lasts });
        stage.gitlab.add({ name: keyNamed(head), course: lasts });
        stage.gitlab.add({ name: keyNamed(other), course: lasts });
        newer(stage, 'drawbridge/test');
      });
      expect([101, 102, 103].map((id) => stage.gitlab.status(id))).toEqual([
        'running',
        'running',
        'canceled',
      ]);
    });
  });

  it('a run on request that was lost: an error of its own, and its pipeline is stopped', async () => {
    const { ending, stage } = await swept(passes, 3, (stage) => {
      newer(stage);
      write(stage, 'drawbridge/test', stage.clock.now() - 3 * 60 * minute);
      stage.gitlab.add({ name: keyNamed(head), course: lasts });
      stage.gitlab.add({ name: keyFor(stage, []), course: lasts });
    });
    expect(ending).toBe('allowed sweep-done');
    expect(stage.of('status')).toEqual([`status drawbridge/test: error: ${reasonOf('run-lost').sentence}`]);
    expect([101, 102].map((id) => stage.gitlab.status(id))).toEqual(['canceled', 'running']);
  });

  it('records each status that it settles, and itself', async () => {
    const { stage, result } = await swept(passes, 3);
    const [one, itself, ...more] = stage.audit;
    expect(one).toMatchObject({
      ...{ mode: 'sweep', event: 'schedule', pullRequest: 42, commit: head, decision: 'not-run' },
      ...{
        outcome: { verdict: 'success', reason: 'pipeline-success' },
        tests: ['test-all'],
        key: keyFor(stage, []),
        pipeline: 100,
      },
    });
    expect(itself).toMatchObject({
      ...{ mode: 'sweep', decision: 'not-run', pullRequest: null, pipeline: null },
      outcome: { verdict: null, reason: 'sweep-done' },
    });
    expect([more, result.audit]).toEqual([[], JSON.stringify(itself)]);
  });

  it('records the key that it looked for, not the name that GitLab tells', async () => {
    const { stage } = await swept(passes, 3, (one) =>
      one.on('gitlab branch main', () => {
        for (const { id } of one.gitlab.made) one.gitlab.rename(id, 'Zq7f private');
      }),
    );
    expect(stage.audit[0]).toMatchObject({
      ...{ key: keyFor(stage, []), outcome: { verdict: 'success', reason: 'pipeline-success' } },
    });
    expect(JSON.stringify(stage.audit)).not.toContain('Zq7f');
  });

  it('records also what it could not do', async () => {
    const stuck = await swept(lasts, 3, (stage) =>
      stage.fail('gitlab cancel', gitlabFailure('forbidden', { mayHaveActed: false })),
    );
    expect(stuck.stage.audit.map(({ outcome, pipeline }) => [outcome.reason, pipeline])).toEqual([
      ['sweep-incomplete', 100],
      ['sweep-incomplete', null],
    ]);
    const blind = await swept(passes, 3, (stage) => stage.fail('github open', githubFailure('unavailable')));
    expect([blind.ending, blind.stage.audit.length]).toEqual(['undecided github-unavailable', 1]);
  });
});

it('says no words again that are not of its own', async () => {
  const stage = await openStage({ inputs: { mode: 'sweep' }, run: { event: { kind: 'schedule' } } });
  const foreign = { state: 'pending', description: 'passed; see https://evil.example/' } as const;
  stage.github.statuses.push({
    ...{ commit: head, at: stage.clock.now(), context: 'drawbridge', ...foreign },
    targetUrl: 'https://github.com/acme/engine/actions/runs/7?pr=42&tests=all&full=1',
  });
  await sweep(stage.ports);
  expect(stage.github.statuses).toHaveLength(1);
});

it('turns no pass green that another account has written, however often it comes by, and says its own line once', async () => {
  const forging = { inputs: { mode: 'sweep' }, run: { event: { kind: 'schedule' } } } as const;
  const first = await openStage(forging);
  const forged = { state: 'pending', description: 'passed; #1 asks for more', creator: 666 } as const;
  first.github.statuses.push({
    ...{ commit: head, at: 0, context: 'drawbridge', ...forged },
    targetUrl: 'https://github.com/acme/engine/actions/runs/7?pr=42&tests=all&full=1',
  });
  await sweep(first.ports);
  expect(first.log.some((line) => line.startsWith('warning: a pass that was held back'))).toBe(true);
  for (const times of [2, 3]) {
    await sweep((await openStage({ ...forging, beside: first, runId: times })).ports);
    expect(first.github.statuses.map(({ state }) => state)).toEqual(['pending', 'pending']);
  }
});
