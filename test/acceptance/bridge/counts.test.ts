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
    expect(story.log.slice(-2).join('\n')).toContain('`statuses: write`');
  });
});
