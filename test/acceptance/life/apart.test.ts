import { describe, expect, it } from 'vitest';
import type { SceneJob } from '../../../sandbox/scene.ts';
import { type Case, openCases } from '../bridge/cases.ts';
import { until } from '../stage.ts';
import { changes, ciFile, isRunning, statusesOf, switchesOf, untilOn } from './life.ts';

const cases = await openCases();
const turnOn = switchesOf(cases);
const { github, gitlab, clock } = cases.sandbox;
const { repository } = cases.scene;

describe.concurrent('a run that does not wait', () => {
  it('leaves the pipeline running and the status pending', async () => {
    const one = cases.make({ files: ciFile({ unit: untilOn }) });
    const story = await one.play({ with: { wait: 'false' } });

    expect([story.exitCode, story.outputs['verdict']]).toEqual([0, 'pending']);
    expect(story.postLog).toEqual([]);
    await until(() => isRunning(cases, one, 'unit'), 'the private test', 20_000);
    expect(story.statuses.at(-1)).toMatch(/^pending: private tests are running; the verdict will follow/);
    turnOn(one);
    await until(() => statusesOf(one)[0] === 'success', 'the end of the private test');
  });

  it('tells a verdict that stands itself: GitLab will not tell it again', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    await one.play();
    const story = await one.play({ action: 'reopened', with: { wait: 'false' } });

    expect(changes(story)).toEqual([]);
    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'verdict' });
    expect(story.statuses.at(-1)).toBe('success: private tests passed (test-all)');
  });

  it('makes way for an elder pipeline all the same', async () => {
    const one = cases.make({ files: ciFile({ unit: untilOn }) });
    const jobs = [1, 2].map((runId) => one.start({ with: { wait: 'false' }, job: { runId } }));
    const stories = await Promise.all(jobs.map(({ told }) => told()));

    expect(stories.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    await until(
      () => statusesOf(one).filter((status) => !status.startsWith('cancel')).length === 1,
      'one pipeline',
    );
    expect(new Set(stories.map(({ result }) => result.outputs['pipeline-id'])).size).toBe(1);
  });
});

/** A release of bob's, for the commit that its tag stands for. */
function release(one: Case, given: Readonly<Record<string, string>>): SceneJob {
  const sha = github.push({ repo: repository, branch: 'main', by: 'bob' });
  const payload = github.event('release', 'published', { repo: repository, sender: 'bob', tag: 'v2.1.0' });
  const event = { name: 'release', payload: { ...payload } };
  return {
    with: { mode: 'trigger', ...given },
    job: { event, sha, ref: 'refs/tags/v2.1.0', githubToken: one.tokens.job, actor: 'bob' },
  };
}

it('mode `trigger` starts a pipeline for a release with a trigger token alone, and goes', async () => {
  const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
  const given = {
    ...{ 'gitlab-token': ' ', 'gitlab-trigger-token': one.tokens.trigger },
    'gitlab-ref': 'main',
  };
  const story = await one.play(release(one, given));

  expect(story.exitCode).toBe(0);
  expect(story.outputs).toMatchObject({ verdict: 'pending', reason: 'triggered' });
  expect(changes(story)).toHaveLength(1);
  expect(one.pipelines()[0]?.name).toMatch(/^acme\/engine!tag@[0-9a-f]{40}:[0-9a-f]{12}$/);
  expect(story.statuses).toEqual([]);
  await until(() => statusesOf(one)[0] === 'success', 'the end of the pipeline');
});

describe('mode `sweep`', () => {
  const sweep = (one: Case) => {
    const payload = { ...github.event('schedule', null, { repo: repository }) };
    return one.play({
      with: { mode: 'sweep', 'timeout-minutes': '1' },
      job: { event: { name: 'schedule', payload }, githubToken: one.tokens.job },
    });
  };
  const last = (one: Case) => github.statuses(repository, one.pull.sha).at(-1);
  /** A run that does not wait, and whose report never comes. */
  const hang = async (script: string) => {
    const one = cases.make({ files: ciFile({ unit: script }) });
    await one.play({ with: { wait: 'false' } });
    return one;
  };
  const afterTheDeadline = () => clock.sleep(61_000);

  it.each([
    {
      what: 'passed',
      script: 'exit 0',
      ended: 'success',
      state: 'success',
      description: 'private tests passed (test-all)',
    },
    {
      what: 'failed',
      script: 'exit 1',
      ended: 'failed',
      state: 'failure',
      description: 'private tests failed (test-all)',
    },
  ])('settles the status of a pipeline that has $what, long before the deadline', async (row) => {
    const one = await hang(row.script);
    await until(() => statusesOf(one)[0] === row.ended, 'the end of the private test', 20_000);
    const story = await sweep(one);

    expect(last(one)).toMatchObject({ state: row.state, description: row.description });
    expect([story.exitCode, story.outputs['reason']]).toEqual([0, 'sweep-done']);
    expect(story.audit).toMatchObject({
      ...{ mode: 'sweep', decision: 'not-run', pullRequest: null },
      outcome: { verdict: null, reason: 'sweep-done' },
    });
    const settled = story.result.stdout.split('\n').find((line) => line.startsWith('{"version":2'));
    expect(JSON.parse(settled ?? '{}')).toMatchObject({
      ...{ pullRequest: one.pull.number, commit: one.pull.sha, tests: ['test-all'] },
      ...{ pipeline: one.pipelines()[0]?.id, outcome: { verdict: row.state } },
    });
  });

  it('leaves a status alone when a label is added while it is busy', async () => {
    const one = await hang('exit 0');
    await until(() => statusesOf(one)[0] === 'success', 'the end of the private test', 20_000);
    await afterTheDeadline();
    const act = () => github.addLabel(repository, one.pull.number, 'test-other');
    one.plant({ path: /\/pipelines\/\d+$/, when: 'after', fault: { kind: 'act', act } });
    const story = await sweep(one);

    expect([story.outputs['reason'], last(one)?.state]).toEqual(['sweep-done', 'pending']);
  });

  it('ends the pipeline of labels that are no more, and says who starts one for those that are', async () => {
    const one = await hang(untilOn);
    await until(() => isRunning(cases, one, 'unit'), 'the private test', 20_000);
    await afterTheDeadline();
    github.addLabel(repository, one.pull.number, 'test-other');
    const story = await sweep(one);

    expect([story.exitCode, last(one)?.state]).toEqual([0, 'pending']);
    expect(last(one)?.description).toBe('waiting for a member to comment /retest (test-other)');
    expect(statusesOf(one)[0]).toMatch(/^cancel/);
  });

  it('ends a pipeline that still runs after the deadline', async () => {
    const one = await hang(untilOn);
    await until(() => isRunning(cases, one, 'unit'), 'the private test', 20_000);
    await afterTheDeadline();
    await sweep(one);

    expect(last(one)?.state).toBe('failure');
    expect(last(one)?.description).toContain('did not end within the time limit');
    expect(statusesOf(one)[0]).toMatch(/^cancel/);
  });

  it('does nothing for a pull request that is closed', async () => {
    const one = await hang('exit 0');
    github.closePullRequest(repository, one.pull.number);
    await afterTheDeadline();
    const story = await sweep(one);

    expect(story.outputs['reason']).toBe('sweep-done');
    expect(last(one)?.state).toBe('pending');
  });

  it('leaves a status alone that is younger than the deadline', async () => {
    const one = await hang(untilOn);
    const payload = { ...github.event('schedule', null, { repo: repository }) };
    const story = await one.play({
      with: { mode: 'sweep' },
      job: { event: { name: 'schedule', payload }, githubToken: one.tokens.job },
    });

    expect([story.exitCode, story.outputs['reason']]).toEqual([0, 'sweep-done']);
    expect(last(one)?.state).toBe('pending');
    expect(statusesOf(one)).toEqual(['running']);
    gitlab.deletePipeline(one.pipelines()[0]?.id ?? 0);
  });
});
