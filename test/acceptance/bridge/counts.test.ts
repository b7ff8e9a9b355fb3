import { describe, expect, it } from 'vitest';
import { openCases } from './cases.ts';
import { situations } from './counts.ts';

const cases = await openCases();
const { github, faults } = cases.sandbox;

describe.concurrent('what counts: the commit status and the exit code', () => {
  it.each(situations)('$when: exit $exit', async ({ reason, status, exit, make, given }) => {
    const one = cases.make(make);
    const options = given?.(one, cases) ?? {};
    const before = github.statuses(cases.scene.repository).length;
    const story = await one.play(options);

    expect(story.outputs['reason']).toBe(reason);
    expect(story.exitCode).toBe(exit);
    const written = story.recorded.filter(
      ({ service, method, path }) => service === 'github' && method === 'POST' && path.includes('/statuses/'),
    );
    if (status === undefined) {
      expect(written).toEqual([]);
      return;
    }
    // On the commit that was decided on, and on no other.
    expect(written.filter(({ path }) => !path.endsWith(`/statuses/${one.pull.sha}`))).toEqual([]);
    const mine = github
      .statuses(cases.scene.repository)
      .slice(before)
      .filter(({ sha }) => sha === one.pull.sha);
    expect(mine).toHaveLength(written.length);
    const last = mine.at(-1);
    const told = `${last?.context}: ${last?.state}: ${last?.description}`;
    if (typeof status === 'string') expect(told).toBe(status);
    else expect(told).toMatch(status);
    expect(last?.description?.length).toBeLessThanOrEqual(140);
  });
});

describe.concurrent('a status that GitHub does not take', () => {
  it.each([
    { when: 'green', looks: ['success'] as const, given: {}, reason: 'status-not-written', verdict: 'lost' },
    { when: 'green', given: { mode: 'require-all' }, reason: 'status-not-written', verdict: '' },
    { when: 'red', looks: ['failed'] as const, given: {}, reason: 'pipeline-failed', verdict: 'failure' },
  ])('makes no green job, and is told ($when, $given)', async ({ looks, given, reason, verdict }) => {
    const one = cases.make(looks && { looks });
    const path = new RegExp(`/statuses/${one.pull.sha}`);
    const fault = { kind: 'status', status: 403 } as const;
    faults.plant({ service: 'github', method: 'POST', path, when: 'before', nth: 'every', fault });
    const story = await one.play({ with: given });

    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ reason, verdict });
    expect(story.log.slice(-4).join('\n')).toContain('`statuses: write`');
  });
});

describe.concurrent('a label that is taken away while `require-all` is busy', () => {
  it.each([
    { what: 'before it writes', method: 'GET', path: /\/commits\/<head>\/status/, written: ['failure'] },
    {
      what: 'while it waits to write again',
      method: 'POST',
      path: /\/statuses\/<head>/,
      written: ['success', 'failure'],
    },
  ])('is judged again, with and without a run of that event: $what', async ({ method, path, written }) => {
    const one = cases.make({ labels: ['test-all'] });
    const act = () => {
      github.removeLabel(cases.scene.repository, one.pull.number, 'test-all');
      github.addLabel(cases.scene.repository, one.pull.number, 'test-one');
    };
    const meets = {
      ...({ service: 'github', method, when: 'after' } as const),
      path: new RegExp(path.source.replace('<head>', one.pull.sha)),
    };
    faults.plant({ ...meets, fault: { kind: 'act', act } });
    if (method === 'POST') faults.plant({ ...meets, fault: { kind: 'status', status: 502 } });
    const story = await one.play({ with: { mode: 'require-all' } });

    expect([story.exitCode, story.outputs['reason']]).toEqual([1, 'tests-missing']);
    const mine = github.statuses(cases.scene.repository).filter(({ sha }) => sha === one.pull.sha);
    expect(mine.map(({ state }) => state)).toEqual(written);
  });
});
