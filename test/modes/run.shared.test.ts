import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { githubFailure, head, livePull } from '../gate/build.ts';
import { type Course, fails, lasts, passes } from '../world/gitlab.ts';
import { ending, openStage, type Stage } from './stage.ts';

/** Two runs of one request: the first has started a pipeline, the second has joined it. */
async function sharing(courses: readonly Course[] = [lasts, passes]) {
  const first = await openStage({ runId: 1 });
  const second = await openStage({ runId: 2, beside: first });
  first.gitlab.courses = [...courses];
  const one = run(first.ports);
  await first.clock.sleep(30_000);
  const two = run(second.ports);
  await first.clock.sleep(30_000);
  const endings = async () => (await Promise.all([one, two])).map(ending);
  return { first, second, endings };
}

const pipelines = ({ gitlab }: Stage) => gitlab.made.map(({ id }) => gitlab.status(id));
const stands = ({ github }: Stage) =>
  github.statuses.findLast(({ context }) => context === 'drawbridge')?.state;

describe('a pipeline that two runs wait for', () => {
  it('and that one took along when its job was cancelled: the other starts it again', async () => {
    const { first, second, endings } = await sharing();
    second.interrupt();
    expect(await endings()).toEqual([
      'allowed pipeline-success success retried',
      'allowed job-cancelled cancelled attached',
    ]);
    expect([pipelines(first), stands(first)]).toEqual([['success'], 'success']);
    expect(first.log).toContain(
      'another run that waited for this pipeline was cancelled, and the pipeline with it: once more',
    );
  });

  it('whichever of them it was', async () => {
    const { first, endings } = await sharing();
    first.interrupt();
    expect(await endings()).toEqual([
      'allowed job-cancelled cancelled none',
      'allowed pipeline-success success retried',
    ]);
    expect([pipelines(first), stands(first)]).toEqual([['success'], 'success']);
  });

  it('and that a person stopped in GitLab stays stopped, for both', async () => {
    const { first, endings } = await sharing();
    first.gitlab.cancel(100);
    expect(await endings()).toEqual([
      'allowed pipeline-canceled cancelled none',
      'allowed pipeline-canceled cancelled attached',
    ]);
    expect([pipelines(first), first.of('gitlab retry'), stands(first)]).toEqual([
      ['canceled'],
      [],
      'failure',
    ]);
  });

  it('and that a person stopped once more: started again once, and no more', async () => {
    const { first, second, endings } = await sharing([lasts]);
    second.interrupt();
    await first.clock.sleep(60_000);
    expect(pipelines(first)).toEqual(['running']);
    first.gitlab.cancel(100);
    expect((await endings())[0]).toBe('allowed pipeline-canceled cancelled retried');
    expect(pipelines(first)).toEqual(['canceled']);
  });

  it('is not started again where nobody wants it any more', async () => {
    const { first, second, endings } = await sharing();
    second.interrupt();
    first.github.pulls.clear();
    const [one = ''] = await endings();
    expect(one).toMatch(/^undecided github-/);
    expect(pipelines(first)).toEqual(['canceled']);
  });

  it('is not started again where GitHub does not tell who was cancelled', async () => {
    const { first, second, endings } = await sharing();
    first.fail('github history', githubFailure('unavailable'));
    second.interrupt();
    expect((await endings())[0]).toBe('allowed pipeline-canceled cancelled none');
    expect(pipelines(first)).toEqual(['canceled']);
  });
});

describe('a pipeline that one run alone waits for', () => {
  const cancelled = async (prepare: (stage: Stage) => void = () => {}) => {
    const stage = await openStage();
    stage.gitlab.courses = [lasts, passes];
    prepare(stage);
    stage.clock.at(60_000, () => stage.gitlab.cancel(100));
    const result = await run(stage.ports);
    return { stage, ending: ending(result) };
  };

  it('and that a person stopped: said without waiting for anybody', async () => {
    const { stage, ending } = await cancelled();
    expect(ending).toBe('allowed pipeline-canceled cancelled none');
    expect(stage.clock.elapsed()).toBeLessThan(90_000);
  });

  it('is not started again for what an earlier run has said, nor for another check', async () => {
    const said = { commit: head, state: 'failure', description: 'the GitHub job was cancelled' } as const;
    const targetUrl = 'https://github.com/acme/engine/actions/runs/1?pr=42';
    const { ending } = await cancelled(({ github, clock }) => {
      github.statuses.push({ ...said, targetUrl, context: 'drawbridge', at: 0 });
      clock.at(30_000, () => github.statuses.push({ ...said, targetUrl, context: 'other', at: 0 }));
    });
    expect(ending).toBe('allowed pipeline-canceled cancelled none');
  });

  /** A run of that context says so, 30 s after this one has begun; `of`: the pipeline that it names. */
  const word =
    (context: string, of: string) =>
    ({ github, clock }: Stage) => {
      const said = {
        commit: head,
        state: 'failure',
        description: 'the GitHub job was cancelled (x)',
      } as const;
      const targetUrl = `https://github.com/acme/engine/actions/runs/1?pr=42${of}`;
      clock.at(30_000, () => github.statuses.push({ ...said, targetUrl, context, at: clock.now() }));
    };

  it.each([
    ['drawbridge', '#100', 'retried'],
    ['drawbridge/test', '#100', 'retried'],
    ['drawbridge', '#1000', 'none'],
    ['drawbridge', '#10', 'none'],
    ['drawbridge', '', 'none'],
    ['other', '#100', 'none'],
    ['other/test', '#100', 'none'],
  ])(
    'is started again where a run of the check says that it took this one along: %s %s: %s',
    async (context, of, reused) => {
      const { ending } = await cancelled(word(context, of));
      expect(ending.split(' ').at(-1)).toBe(reused);
    },
  );
});

describe('a run that starts its pipeline again', () => {
  it('says nothing where a newer run speaks by then', async () => {
    const { first, second, endings } = await sharing();
    second.interrupt();
    first.on('github history', () => first.github.pulls.set(42, livePull({ labels: ['test-aws'] })));
    const before = first.of('status').length;
    expect((await endings())[0]).toBe('allowed superseded superseded none');
    expect(first.of('status').length).toBe(before);
    expect(pipelines(first)).toEqual(['canceled']);
  });

  it('has what is left of its time', async () => {
    const { first, second, endings } = await sharing([lasts]);
    await first.clock.sleep(100 * 60_000);
    second.interrupt();
    expect((await endings())[0]).toBe('allowed deadline timed-out retried');
    expect(first.clock.elapsed()).toBeLessThan(152 * 60_000);
  });
});

describe('an older pipeline of the request, which had failed when a new one was asked for', () => {
  it.each([1_000, 14_900, 40_000])('is no rival, whoever runs it again %s ms later', async (after) => {
    const before = await openStage();
    before.gitlab.courses = [fails];
    await run(before.ports);
    const inputs = { 'on-rerun': 'new' };
    const stage = await openStage({ beside: before, inputs, run: { attempt: 2, rerunner: 'alice' } });
    stage.gitlab.courses = [passes];
    stage.clock.at(after, () => stage.gitlab.change(100, lasts));
    expect(ending(await run(stage.ports))).toBe('allowed pipeline-success success none');
    expect(pipelines(stage)).toEqual(['running', 'success']);
  });

  it('is not told, where a person stops the new one', async () => {
    for (const at of [14_000, 14_900, 15_000, 15_100, 20_000]) {
      const before = await openStage();
      await run(before.ports);
      const inputs = { 'on-rerun': 'new' };
      const stage = await openStage({ beside: before, inputs, run: { attempt: 2, rerunner: 'alice' } });
      stage.gitlab.courses = [lasts];
      stage.clock.at(at, () => stage.gitlab.cancel(101));
      expect(ending(await run(stage.ports))).toBe('allowed pipeline-canceled cancelled none');
    }
  });
});

describe('a run that tells a verdict', () => {
  it('stops nothing that somebody runs again meanwhile', async () => {
    const before = await openStage();
    before.gitlab.courses = [fails];
    await run(before.ports);
    const stage = await openStage({ beside: before, runId: 10 });
    stage.on(
      'github pull',
      () => {
        stage.gitlab.change(100, lasts);
        stage.interrupt();
      },
      2,
    );
    await run(stage.ports);
    expect(pipelines(stage)).toEqual(['running']);
    expect(stage.of('save pipeline')).toEqual([]);
  });
});
