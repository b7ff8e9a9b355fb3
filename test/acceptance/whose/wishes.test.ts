/** A cancel hits what nobody wants any more, and not what somebody else waits for. */
import { describe, expect, it } from 'vitest';
import { openCases } from '../bridge/cases.ts';
import { again, changes, ciFile, isWatched, statusesOf, switchesOf, untilOn } from '../life/life.ts';
import { cancelPipeline } from '../requests.ts';
import { until } from '../stage.ts';
import { warmUp } from './warm.ts';

const cases = await openCases();
const turnOn = switchesOf(cases);
const { sandbox, scene } = cases;
const { github, gitlab } = sandbox;
const repository = scene.repository;

await warmUp(cases, [ciFile({ unit: untilOn }), ciFile({ unit: 'exit 0' })]);

const make = () => cases.make({ files: ciFile({ unit: untilOn }) });
type Case = ReturnType<typeof make>;
const isUnderWay = (one: Case) => until(() => isWatched(cases, one, 'unit'), 'the private test', 20_000);

describe.concurrent('a pull request that is over', () => {
  it('and is opened again at once: the late run for its close stops nothing', async () => {
    const one = make();
    github.closePullRequest(repository, one.pull.number);
    github.reopenPullRequest(repository, one.pull.number);
    const reopened = one.start({ action: 'reopened' });
    await isUnderWay(one);
    const closed = await one.play({ action: 'closed', with: { mode: 'cancel' } });
    expect(closed.outputs).toMatchObject({ reason: 'cancel-done' });
    expect(changes(closed)).toEqual([]);
    turnOn(one);
    expect((await reopened.told()).outputs).toMatchObject({ verdict: 'success' });
    expect(statusesOf(one)).toEqual(['success']);
  });

  it('as a draft, and is ready at once: the late run for the draft stops nothing', async () => {
    const one = make();
    github.convertToDraft(repository, one.pull.number);
    github.markReady(repository, one.pull.number);
    const ready = one.start({ action: 'ready_for_review' });
    await isUnderWay(one);
    const drafted = await one.play({ action: 'converted_to_draft', with: { mode: 'cancel' } });
    expect(changes(drafted)).toEqual([]);
    turnOn(one);
    expect((await ready.told()).outputs).toMatchObject({ verdict: 'success' });
  });

  it('is stopped by `/cancel` whatever its state', async () => {
    const one = make();
    const running = one.start();
    await isUnderWay(one);
    const comment = github.comment(repository, one.pull.number, 'carol', '/cancel');
    const details = { repo: repository, number: one.pull.number, sender: 'carol', comment };
    const payload = { ...github.event('issue_comment', 'created', details) };
    const story = await one.play({ job: { event: { name: 'issue_comment', payload } } });
    expect(story.outputs).toMatchObject({ reason: 'cancel-done' });
    // It was asked for by a person, so nothing is started again.
    expect((await running.told()).outputs).toMatchObject({
      verdict: 'cancelled',
      reason: 'pipeline-canceled',
    });
    expect(statusesOf(one)).toEqual(['canceled']);
    turnOn(one);
  });
});

describe.concurrent('a pipeline that two jobs wait for', () => {
  const sharing = async (one: Case) => {
    const first = one.start();
    await isUnderWay(one);
    const second = one.start({ job: { runId: 2, realSignals: true } });
    await second.job.waitFor('attached', 20_000);
    return { first, second };
  };

  it('is started again, once, by the one that is left when the other is cancelled', async () => {
    const one = make();
    const { first, second } = await sharing(one);
    void second.job.cancel();
    const cancelled = await second.told();
    expect(cancelled.outputs).toMatchObject({ verdict: 'cancelled', reason: 'job-cancelled' });
    await until(() => statusesOf(one).join() === 'running', 'the tests again', 20_000);
    turnOn(one);
    const story = await first.told();

    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'retried' });
    expect(statusesOf(one)).toEqual(['success']);
    expect(story.statuses.at(-1)).toBe('success: private tests passed (test-all)');
  });

  it('is started again also where the other was killed, and its post stopped it', async () => {
    const one = make();
    const { first, second } = await sharing(one);
    second.job.kill();
    const killed = await second.told();
    expect(killed.postLog.join()).toContain('cancel confirmed');
    await until(() => statusesOf(one).join() === 'running', 'the tests again', 20_000);
    turnOn(one);
    expect((await first.told()).outputs).toMatchObject({ verdict: 'success', reused: 'retried' });
  });

  it('stays stopped where a person stopped it in GitLab', async () => {
    const one = make();
    const { first, second } = await sharing(one);
    gitlab.cancelPipeline(one.pipelines()[0]?.id ?? 0);
    const stories = await Promise.all([first.told(), second.told()]);
    expect(stories.map(({ outputs }) => outputs['reason'])).toEqual(Array(2).fill('pipeline-canceled'));
    expect(statusesOf(one)).toEqual(['canceled']);
    expect(stories.flatMap(({ requests }) => requests.filter((line) => line === cancelPipeline))).toEqual([]);
    turnOn(one);
  });
});

describe.concurrent('two checks with one GitLab project', () => {
  /** One of two workflows, or of two servers, for the same pull request. */
  const pairs = [
    { what: 'two workflows', other: { with: { 'status-context': 'second' } } },
    { what: 'two servers', other: { job: { githubUrl: 'https://github.acme.example' } } },
  ];

  it.each(pairs)('leave each other’s pipelines alone: $what', async ({ other }) => {
    const one = make();
    const usual = one.start();
    await isUnderWay(one);
    // It does not look itself whether it is out of date.
    const second = one.start({ ...other, with: { ...other.with, supersede: 'false' } });
    await until(() => statusesOf(one).join() === 'running,running', 'both', 20_000);
    github.push({ repo: repository, branch: one.pull.branch, by: 'bob' });
    const next = one.start({ action: 'synchronize', sender: 'bob' });
    await until(() => statusesOf(one).join() === 'canceled,running,running', 'its own', 20_000);
    turnOn(one);
    await Promise.all([usual.job.done, second.job.done, next.job.done]);
    expect(statusesOf(one)).toEqual(['canceled', 'success', 'success']);
  });

  it.each(pairs)('and those of a closed pull request: $what', async ({ other }) => {
    const one = make();
    const usual = one.start();
    await isUnderWay(one);
    const second = one.start(other);
    await until(() => statusesOf(one).join() === 'running,running', 'both', 20_000);
    github.closePullRequest(repository, one.pull.number);
    await one.play({ action: 'closed', ...other, with: { ...other.with, mode: 'cancel' } });
    expect(statusesOf(one)).toEqual(['running', 'canceled']);
    turnOn(one);
    await Promise.all([usual.job.done, second.job.done]);
  });

  it('are told apart also by a re-run: each reuses its own verdict', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    await one.play();
    const other = await one.play({ with: { 'status-context': 'second' } });
    expect(other.outputs).toMatchObject({ reused: 'none' });
    const rerun = await one.play(again(2, { 'status-context': 'second' }));
    expect(rerun.outputs).toMatchObject({ reused: 'verdict' });
    expect(one.pipelines()).toHaveLength(2);
  });
});
