import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { isEnded } from '../../src/pipeline/status.ts';
import { head, livePull, other } from '../gate/build.ts';
import { lasts, passes } from '../world/gitlab.ts';
import { ending, keyNamed, openStage, type Stage } from './stage.ts';

const key = (digest: string, commit = head, pull = 42) => keyNamed(commit, pull, digest);
const living = (stage: Stage) => stage.gitlab.made.filter(({ id }) => !isEnded(stage.gitlab.status(id)));

describe('two runs of the same request', () => {
  it.each([undefined, 1, 400, 3_000, 20_000])(
    'that begin %s ms apart end on one pipeline, and both tell its verdict',
    async (apart) => {
      const one = await openStage();
      const two = await openStage({ beside: one });
      const [first, second] = await Promise.all([
        run(one.ports),
        // Without a pause both ask before either has started anything.
        apart === undefined ? run(two.ports) : one.clock.sleep(apart).then(() => run(two.ports)),
      ]);
      expect(one.gitlab.made).toHaveLength(apart === undefined ? 2 : 1);
      expect([first.verdict, second.verdict]).toEqual(['success', 'success']);
      expect(first.pipelineId).toBe(second.pipelineId);
      expect(one.gitlab.made.filter(({ id }) => one.gitlab.status(id) === 'success')).toHaveLength(1);
      expect(living(one)).toEqual([]);
      // What `post` would cancel is the one that is watched, for both.
      for (const stage of [one, two]) {
        expect(stage.of('save pipeline').at(-1)).toBe(`save pipeline ${first.pipelineId}`);
      }
    },
  );

  it('that do not wait name the one that stays, also where the other run was first to cancel theirs', async () => {
    const inputs = { wait: 'false' };
    const one = await openStage({ inputs });
    const two = await openStage({ beside: one, inputs });
    one.gitlab.courses = [lasts];
    one.gitlab.lagMs = 5_000;
    const both = Promise.all([run(one.ports), run(two.ports)]);
    await one.clock.sleep(10_000);
    const [elder, younger] = one.gitlab.made.map(({ id }) => id);
    one.gitlab.cancel(younger ?? Number.NaN);
    const results = await both;
    expect(results.map(({ pipelineId }) => pipelineId)).toEqual([elder, elder]);
    expect(living(one).map(({ id }) => id)).toEqual([elder]);
  });

  it('where the second was asked to start anew: the first makes way', async () => {
    const inputs = { 'on-rerun': 'new' };
    const one = await openStage({ inputs });
    const two = await openStage({ beside: one, inputs, run: { attempt: 2, rerunner: 'alice' } });
    one.gitlab.courses = [lasts, passes];
    const [, second] = await Promise.all([
      run(one.ports),
      one.clock.sleep(30_000).then(() => run(two.ports)),
    ]);
    expect(ending(second)).toBe('allowed pipeline-success success none');
    expect(living(one)).toEqual([]);
  });
});

describe('what a newer run replaces', () => {
  it('older heads and older selections of the same pull request, and no others', async () => {
    const stage = await openStage();
    const others = [
      key('1', other),
      key('2'),
      key('1', head, 421),
      key('1').replace('#42', '!push'),
      undefined,
    ];
    for (const name of others) stage.gitlab.add({ name, course: lasts });
    await run(stage.ports);
    expect([...stage.of('gitlab cancel')].sort()).toEqual(['gitlab cancel 100', 'gitlab cancel 101']);
    expect(living(stage).map(({ id }) => stage.gitlab.name(id))).toEqual(others.slice(2));
  });

  it('nothing, where that is not wanted', async () => {
    const stage = await openStage({ inputs: { supersede: 'false' } });
    stage.gitlab.add({ name: key('1', other), course: lasts });
    await run(stage.ports);
    expect(stage.of('gitlab cancel')).toEqual([]);
  });

  it('nothing, once it is superseded itself', async () => {
    const stage = await openStage();
    stage.gitlab.add({ name: key('1', other), course: lasts });
    stage.github.pulls.set(42, livePull({ open: false }));
    await run(stage.ports);
    expect(stage.of('gitlab')).toEqual([]);
  });
});
