import { describe, expect, it } from 'vitest';
import { openCases } from '../bridge/cases.ts';
import { until } from '../stage.ts';
import {
  again,
  changes,
  ciFile,
  isOn,
  isRunning,
  isWatched,
  processesOf,
  statusesOf,
  switchesOf,
  untilOn,
} from './life.ts';

const cases = await openCases();
const turnOn = switchesOf(cases);

describe.concurrent('a run that is started again', () => {
  it('runs exactly the one failed job of forty', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `job-${String(n + 1).padStart(2, '0')}`);
    const jobs = Object.fromEntries(names.map((name) => [name, name === 'job-17' ? isOn : 'exit 0']));
    const one = cases.make({ files: ciFile(jobs) });

    const first = await one.play();
    expect([first.exitCode, first.outputs['verdict']]).toEqual([1, 'failure']);
    expect(processesOf(cases, one)).toEqual(names);

    turnOn(one);
    const second = await one.play(again());
    expect(second.outputs).toMatchObject({ verdict: 'success', reused: 'retried' });
    expect(second.exitCode).toBe(0);
    expect(processesOf(cases, one)).toEqual([...names, 'job-17'].sort());
    expect(statusesOf(one)).toEqual(['success']);
    expect(second.statuses.at(-1)).toBe('success: private tests passed (test-all)');
  });

  it('joins a pipeline that is still running', async () => {
    const one = cases.make({ files: ciFile({ unit: untilOn }) });
    const first = one.start();
    await until(() => isWatched(cases, one, 'unit'), 'the private test');
    const second = one.start(again());
    await second.job.waitFor(/attached/, 20_000);
    turnOn(one);
    const stories = [await first.told(), await second.told()];

    expect(stories.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(stories.map(({ outputs }) => outputs['reused'])).toEqual(['none', 'attached']);
    expect(processesOf(cases, one)).toEqual(['unit']);
  });

  it.each([
    { script: 'exit 0', verdict: 'success', exit: 0 },
    { script: 'exit 1', verdict: 'failure', exit: 1 },
  ])('for the same commit and tests tells the verdict that stands: $verdict', async (row) => {
    const one = cases.make({ files: ciFile({ unit: row.script }) });
    await one.play();
    const story = await one.play({ action: 'reopened' });

    expect(story.outputs).toMatchObject({ verdict: row.verdict, reused: 'verdict' });
    expect(story.exitCode).toBe(row.exit);
    expect(changes(story)).toEqual([]);
    expect(processesOf(cases, one)).toEqual(['unit']);
  });

  it('with `on-rerun: new` starts all over', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    await one.play();
    const story = await one.play(again(2, { 'on-rerun': 'new' }));

    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'none' });
    expect(story.log).toContain('new pipeline: a new pipeline was asked for');
    expect(processesOf(cases, one)).toEqual(['unit', 'unit']);
  });

  it('with `on-rerun: new` ends a pipeline that is running before it starts another', async () => {
    const one = cases.make({ files: ciFile({ unit: untilOn }) });
    await one.play({ with: { wait: 'false' } });
    await until(() => isRunning(cases, one, 'unit'), 'the private test');
    const second = one.start(again(2, { 'on-rerun': 'new' }));
    await second.job.waitFor(/started/, 20_000);
    expect(statusesOf(one).slice(0, 1)).toEqual(['canceled']);
    turnOn(one);
    const story = await second.told();

    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'none' });
    expect(statusesOf(one)).toEqual(['canceled', 'success']);
  });

  it('starts a new one when the GitLab branch has moved', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 1' }) });
    await one.play();
    cases.sandbox.gitlab.push(one.project, 'main', ciFile({ unit: 'exit 0' }));
    const story = await one.play(again());

    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'none' });
    expect(story.log).toContain(
      'new pipeline: the GitLab branch has moved since the last pipeline of this request',
    );
  });

  it('starts a new one when what failed is a trigger job, and says why', async () => {
    const files = ciFile({ unit: 'exit 0', deploy: 'trigger: acme/downstream' });
    const one = cases.make({ files, settings: { bridgeStatus: 'failed' } });
    const first = await one.play();
    expect(first.outputs['verdict']).toBe('failure');
    cases.sandbox.gitlab.project(one.project).settings.bridgeStatus = 'success';
    const story = await one.play(again());

    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'none' });
    expect(story.log).toContain('new pipeline: a trigger job failed, and GitLab does not retry those');
    expect(changes(story).some((line) => line.includes('/retry'))).toBe(false);
    expect(statusesOf(one)).toEqual(['failed', 'success']);
  });

  it('starts a new one when GitLab refuses the retry, and says why', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 1' }) });
    await one.play();
    const refusal = { kind: 'status', status: 403 } as const;
    one.plant({ method: 'POST', path: /\/pipelines\/\d+\/retry$/, when: 'before', fault: refusal });
    const story = await one.play(again());

    expect(story.outputs).toMatchObject({ verdict: 'failure', reused: 'none' });
    expect(story.log).toContain('new pipeline: GitLab refused to retry the failed jobs');
  });

  it('starts none beside a retry whose answer got lost', async () => {
    const one = cases.make({ files: ciFile({ unit: isOn }) });
    await one.play();
    turnOn(one);
    one.plant({ method: 'POST', path: /\/pipelines\/\d+\/retry$/, when: 'after', fault: { kind: 'drop' } });
    const story = await one.play(again());

    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'retried' });
    expect(statusesOf(one)).toEqual(['success']);
    expect(processesOf(cases, one)).toEqual(['unit', 'unit']);
  });
});
