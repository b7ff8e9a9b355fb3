import { describe, expect, it } from 'vitest';
import { openCases } from '../bridge/cases.ts';
import { until } from '../stage.ts';
import { ciFile, isRunning, processesOf, statusesOf, switchesOf, untilOn } from './life.ts';

const cases = await openCases();
const turnOn = switchesOf(cases);

describe.concurrent('at most one pipeline for one request', () => {
  it('two jobs that start at the same time end on one', async () => {
    const one = cases.make({ files: ciFile({ unit: untilOn }) });
    const looked = () =>
      cases.sandbox.recorder
        .of('gitlab')
        .filter(({ path }) => path.includes(encodeURIComponent(one.project)) && path.includes('?name='));
    // GitLab takes neither start before both have looked for a pipeline and found none.
    const both = async () => {
      while (looked().length < 2) await cases.sandbox.clock.sleep(500);
    };
    one.plant({
      method: 'POST',
      path: /\/pipeline$/,
      when: 'before',
      nth: 'every',
      fault: { kind: 'act', act: both },
    });
    const jobs = [one.start(), one.start({ job: { runId: 2 } })];
    const live = () => statusesOf(one).filter((status) => !['canceled', 'canceling'].includes(status));
    await until(() => isRunning(cases, one, 'unit'), 'the private test', 20_000);
    // Both have looked for a rival by then, and whoever is younger has made way.
    await until(() => looked().length >= 5 && live().length === 1, 'one pipeline', 20_000);
    turnOn(one);
    const stories = await Promise.all(jobs.map(({ told }) => told()));

    expect(stories.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(statusesOf(one).filter((status) => status === 'success')).toHaveLength(1);
    const ids = new Set(stories.map(({ result }) => result.outputs['pipeline-id']));
    expect(ids.size).toBe(1);
  });

  it.each([
    { what: 'a reset', fault: { kind: 'drop' } as const },
    { what: 'a 502', fault: { kind: 'status', status: 502 } as const },
    { what: 'half an answer', fault: { kind: 'half-body' } as const },
    { what: 'a page of HTML', fault: { kind: 'html' } as const },
  ])('$what after GitLab has made it: it is found, and none is made again', async ({ fault }) => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    one.plant({ method: 'POST', path: /\/pipeline$/, when: 'after', fault });
    const story = await one.play();

    expect(story.outputs).toMatchObject({ verdict: 'success', reason: 'pipeline-success' });
    expect(statusesOf(one)).toEqual(['success']);
    expect(processesOf(cases, one)).toEqual(['unit']);
  });

  it('a 502 before GitLab has made it: it is made once it is certain that there is none', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    const fault = { kind: 'status', status: 502 } as const;
    one.plant({ method: 'POST', path: /\/pipeline$/, when: 'before', fault });
    const story = await one.play();

    expect(story.outputs).toMatchObject({ verdict: 'success' });
    expect(statusesOf(one)).toEqual(['success']);
    const creation = story.requests.findLastIndex((line) => line.endsWith('/pipeline'));
    const looks = story.requests.slice(0, creation).filter((line) => line.includes('?name='));
    expect(looks.length).toBeGreaterThanOrEqual(5);
  });

  it('where the token cannot look, an unclear start is told as such', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    one.plant({ method: 'POST', path: /\/trigger\/pipeline$/, when: 'after', fault: { kind: 'drop' } });
    const given = {
      ...{ 'gitlab-token': ' ', 'gitlab-trigger-token': one.tokens.trigger },
      ...{ wait: 'false', 'gitlab-ref': 'main' },
    };
    const story = await one.play({ with: given });

    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ decision: 'undecided', reason: 'trigger-uncertain' });
    expect(story.annotations.at(-1)?.message).toContain('Look in GitLab for a pipeline named after');
    expect(one.pipelines()).toHaveLength(1);
  });
});
