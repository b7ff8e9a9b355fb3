import { describe, expect, it } from 'vitest';
import type { WorkflowRunEvent } from '../../src/facts/event.ts';
import type { Remembered } from '../../src/memory.ts';
import { cleanUp, type Left } from '../../src/modes/clean-up.ts';
import { run } from '../../src/modes/run.ts';
import { alice, githubFailure, head } from '../gate/build.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import type { WrittenStatus } from '../world/github.ts';
import { lasts, passes } from '../world/gitlab.ts';
import { openStage, type Stage } from './stage.ts';

const minute = 60_000;
const nothing: Left = {
  key: undefined,
  pipeline: undefined,
  commit: undefined,
  unclearSince: undefined,
  done: false,
  uncancelled: false,
  fault: false,
};

/** What a run leaves that is killed after some time. `post` finds the same GitHub and GitLab. */
async function killedAfter(
  ms: number,
  prepare: (stage: Stage) => void = () => {},
): Promise<{ stage: Stage; left: Left }> {
  const killed = await openStage();
  killed.gitlab.courses = [lasts];
  prepare(killed);
  const state = new Map<Remembered, string>();
  void run({
    ...killed.ports,
    memory: { save: (name, value) => void state.set(name, value) },
    // A process that is killed never hears of the time after.
    clock: {
      ...killed.clock,
      sleep: (time) =>
        killed.clock.elapsed() + time > ms ? new Promise(() => {}) : killed.clock.sleep(time),
    },
  });
  await killed.clock.sleep(ms);
  const stage = await openStage({ beside: killed, runId: 9 });
  return { stage, left: leftIn(state) };
}

/** What `post` reads of the runner's state. */
const leftIn = (state: ReadonlyMap<Remembered, string>): Left => ({
  ...nothing,
  key: state.get('key'),
  unclearSince: Number(state.get('unclear')) || undefined,
  pipeline: Number(state.get('pipeline')) || undefined,
  uncancelled: state.get('uncancelled') === 'true',
  commit: state.has('commit') ? head : undefined,
});

describe('after a run that was killed', () => {
  it('its pipeline is cancelled and its pending status settled', async () => {
    const { stage, left } = await killedAfter(30_000);
    expect(left.pipeline).toBe(100);
    await cleanUp(stage.ports, [left]);
    expect(stage.gitlab.status(100)).toBe('canceled');
    expect(stage.of('status')).toEqual(['status drawbridge: failure: the GitHub job was cancelled']);
    expect(stage.log).toEqual(['pipeline #100: cancel confirmed']);
  });

  it('by a fault of ours, nobody cancelled it: how its tests end is not known', async () => {
    const { stage, left } = await killedAfter(30_000);
    await cleanUp(stage.ports, [{ ...left, fault: true }]);
    expect(stage.gitlab.status(100)).toBe('canceled');
    expect(stage.of('status')).toEqual(['status drawbridge: error: Drawbridge itself failed']);
    // The pull request keeps its claim.
    expect(stage.github.statuses[0]?.targetUrl).toMatch(/\?pr=42&tests=all&full=1$/);
  });

  it('twice does no harm', async () => {
    const { stage, left } = await killedAfter(30_000);
    await cleanUp(stage.ports, [left]);
    const again = await openStage({ beside: stage });
    await cleanUp(again.ports, [left]);
    expect([stage.gitlab.status(100), again.of('status')]).toEqual(['canceled', []]);
  });

  it('its pipeline is found by the key, where its number never arrived', async () => {
    const { stage, left } = await killedAfter(2_000, (killed) =>
      killed.fail('gitlab create', gitlabFailure('unavailable'), 1, 'after'),
    );
    expect([left.pipeline, left.key === undefined]).toEqual([undefined, false]);
    await cleanUp(stage.ports, [left]);
    expect(stage.gitlab.status(100)).toBe('canceled');
  });

  it('its pipeline is found also when GitLab shows it late', async () => {
    const { stage, left } = await killedAfter(2_000, (killed) =>
      killed.fail('gitlab create', gitlabFailure('unavailable'), 1, 'before'),
    );
    stage.clock.at(40_000, () => stage.gitlab.add({ name: left.key, course: lasts }));
    await cleanUp(stage.ports, [left]);
    expect(stage.gitlab.status(100)).toBe('canceled');
  });

  it('that started nothing, nothing is cancelled, and it is said so in a few minutes', async () => {
    const { stage, left } = await killedAfter(2_000, (killed) =>
      killed.fail('gitlab create', gitlabFailure('unavailable'), 1, 'before'),
    );
    await cleanUp(stage.ports, [left]);
    expect(stage.of('gitlab cancel')).toEqual([]);
    expect(stage.of('status')).toHaveLength(1);
    expect(stage.clock.elapsed()).toBeLessThan(5 * minute);
  });

  it('what cannot be cancelled or found out is named', async () => {
    const refused = await killedAfter(30_000);
    refused.stage.fail('gitlab cancel', gitlabFailure('forbidden', { mayHaveActed: false }));
    await cleanUp(refused.stage.ports, [refused.left]);
    expect(refused.stage.log).toEqual([
      'warning: pipeline #100 could not be cancelled (cancel-needs-api); stop it in GitLab',
    ]);
    const silent = await killedAfter(2_000, (killed) =>
      killed.fail('gitlab create', gitlabFailure('unavailable'), 1, 'after'),
    );
    silent.stage.fail('gitlab find', gitlabFailure('unavailable'));
    await cleanUp(silent.stage.ports, [silent.left]);
    expect(silent.stage.log.some((line) => line.includes('could not be found out'))).toBe(true);
    // It is given the time in which GitLab may still end what it has begun.
    expect(silent.stage.clock.elapsed()).toBeGreaterThan(70_000);
  });
});

describe('a GitLab that answers 401 or 403 to everything', () => {
  const calls = ['create', 'find', 'get', 'recent', 'cancel', 'rename', 'self'] as const;
  /** As JSON, and as a page of a gateway. */
  const noes = [
    gitlabFailure('unauthorized', { status: 401, mayHaveActed: false }),
    gitlabFailure('forbidden', { status: 403, mayHaveActed: false }),
    gitlabFailure('unavailable', { status: 403 }),
    gitlabFailure('not-found', { status: 404, refusal: 'project-not-found', mayHaveActed: false }),
  ];

  it.each(noes)('%s: it is over within 20 seconds, and says what is left', async (no) => {
    const { stage, left } = await killedAfter(2_000, (killed) =>
      killed.fail('gitlab create', gitlabFailure('unavailable'), 1, 'after'),
    );
    for (const call of calls) stage.fail(`gitlab ${call}`, no, 'every');
    const begun = stage.clock.elapsed();
    await cleanUp(stage.ports, [left, { ...left, key: undefined, pipeline: 7 }]);
    expect(stage.clock.elapsed() - begun).toBeLessThanOrEqual(20_000);
    expect(
      stage.log.filter((line) => line.startsWith('warning: ')).map((line) => line.replace(/\(.*\)/, '(…)')),
    ).toEqual([
      'warning: pipeline #7 could not be cancelled (…); stop it in GitLab',
      `warning: it could not be found out whether a pipeline named ${left.key} is left running; look in GitLab`,
    ]);
  });

  it('at first, and then lets us in: what the start has made is stopped', async () => {
    const { stage, left } = await killedAfter(2_000, (killed) =>
      killed.fail('gitlab create', gitlabFailure('unavailable'), 1, 'after'),
    );
    stage.fail('gitlab find', gitlabFailure('forbidden', { status: 403, mayHaveActed: false }), 1);
    await cleanUp(stage.ports, [left]);
    expect(stage.gitlab.status(100)).toBe('canceled');
    expect(stage.clock.elapsed()).toBeGreaterThan(60_000);
  });
});

describe('a status', () => {
  it('of a run that has ended is left alone', async () => {
    const stage = await openStage();
    await cleanUp(stage.ports, [{ ...nothing, commit: head, done: true }]);
    expect(stage.of('status')).toEqual([]);
  });

  const taken = (stage: Stage, over: Partial<WrittenStatus>) => {
    const [standing] = stage.github.statuses;
    if (standing === undefined) throw new Error('no status was written');
    const targetUrl = 'https://github.com/acme/engine/actions/runs/10?pr=42&tests=all&full=1';
    stage.github.statuses.push({ ...standing, targetUrl, ...over });
  };

  it('that another run has settled is left alone', async () => {
    const { stage, left } = await killedAfter(30_000);
    taken(stage, { state: 'success' });
    await cleanUp(stage.ports, [left]);
    expect(stage.of('status')).toEqual([]);
  });

  it('that another run has taken over stays pending, and that run hears which pipeline was taken along', async () => {
    const { stage, left } = await killedAfter(30_000);
    taken(stage, {});
    await cleanUp(stage.ports, [left]);
    expect(stage.of('status')).toEqual(['status drawbridge: pending: the GitHub job was cancelled']);
    expect(stage.github.statuses.at(-1)?.targetUrl).toMatch(/runs\/9\?pr=42&tests=all&full=1#100$/);
  });

  it('the same by workflow_run, which has no pull request of its own', async () => {
    const { stage, left } = await killedAfter(30_000);
    taken(stage, {});
    const run: WorkflowRunEvent = {
      ...{ kind: 'workflow-run', action: 'requested', sender: alice, rerunner: undefined },
      head: { sha: head, branch: 'feature/x', repository: 'acme/engine' },
    };
    const ports = { ...stage.ports, run: { ...stage.ports.run, event: run } };
    await cleanUp(ports, [left]);
    expect(stage.github.statuses.at(-1)?.targetUrl).toMatch(/runs\/9\?pr=42&tests=all&full=1#100$/);
  });

  it('that another pull request has claimed is left alone', async () => {
    const { stage, left } = await killedAfter(30_000);
    taken(stage, { targetUrl: 'https://github.com/acme/engine/actions/runs/10?pr=43&tests=all&full=1' });
    await cleanUp(stage.ports, [left]);
    expect(stage.of('status')).toEqual([]);
  });

  it('that cannot be read is left alone', async () => {
    const { stage, left } = await killedAfter(30_000);
    stage.fail('github statuses', githubFailure('unavailable'));
    await cleanUp(stage.ports, [left]);
    expect(stage.of('status')).toEqual([]);
  });

  it('is settled where nothing else was left', async () => {
    const { stage } = await killedAfter(30_000, (killed) => {
      killed.gitlab.courses = [passes];
    });
    await cleanUp(stage.ports, [{ ...nothing, commit: head }]);
    expect(stage.of('status')).toHaveLength(1);
  });
});
