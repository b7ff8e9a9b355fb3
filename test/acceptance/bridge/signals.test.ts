import { describe, expect, it, vi } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import {
  cancelPipeline,
  createPipeline,
  gitlabFirst,
  look,
  namePipeline,
  readPull,
  readStatuses,
  writeStatus,
} from '../requests.ts';
import type { Story } from '../story.ts';
import { type Case, openCases } from './cases.ts';
import { beforeStart, expectWatched } from './watched.ts';

// Real time: what counts here are the seconds that a runner leaves between its signals.
const cases = await openCases({ scale: 1 });
const { recorder } = cases.sandbox;

// Whether post is started at all is the sandbox's choice; here it is looked at.
const job = { realSignals: true, post: () => true };
const failure = 'failure: the GitHub job was cancelled';

/** Waits until a case's pipeline has been looked at so often. */
const untilLooks = (one: Case, count: number) => {
  const ids = () => one.pipelines().map(({ id }) => `/pipelines/${id}`);
  const looks = () => recorder.of('gitlab').filter(({ path }) => ids().some((id) => path.endsWith(id)));
  return vi.waitUntil(() => looks().length >= count, { timeout: 25_000, interval: 5 });
};

/** Real milliseconds from a moment to a case's first cancel. */
const cancelAfter = ({ recorded }: Story, since: number) =>
  (recorded.find(({ path }) => path.endsWith('/cancel'))?.at ?? Number.POSITIVE_INFINITY) - since;

const expectLooks = (one: Case, story: Story, watch: readonly string[], end = [readPull, writeStatus]) =>
  expectWatched(
    story,
    [...beforeStart(one.pull.branch), createPipeline, namePipeline],
    [writeStatus, ...watch, ...end],
  );

function expectCancelled(one: Case, story: Story): void {
  expect([story.exitCode, story.signal]).toEqual([1, null]);
  expect(story.statuses.at(-1)).toBe(`${failure} (test-all)`);
  expect(story.outputs).toMatchObject({ verdict: 'cancelled', reason: 'job-cancelled' });
  expect(story.log).toContain('pipeline #<pipeline>: cancelling (interrupted)');
  expect(story.log).toContain('pipeline #<pipeline>: cancel confirmed');
  expect(one.pipelines().map(pipelineStatus)).toEqual(['canceled']);
  // Nothing is left for post, and it does nothing.
  expect(story.postLog).toEqual([]);
  expect(story.result.post?.exitCode).toBe(0);
}

describe.concurrent('a signal cancels the pipeline within two seconds, and sees that it is cancelled', () => {
  it('SIGINT, as a runner sends it', async () => {
    const one = cases.make({ looks: ['running'] });
    const { job: action, told } = one.start({ job });
    await untilLooks(one, 1);
    const since = Date.now();
    await action.cancel();
    const story = await told();

    expect(cancelAfter(story, since)).toBeLessThan(2_000);
    expectLooks(one, story, [look, cancelPipeline, look]);
    expectCancelled(one, story);
  });

  it.each([
    ['SIGTERM', 'a machine that shuts down'],
    ['SIGHUP', 'the end of the terminal in which a runner was started'],
  ] as const)('%s alone, as %s sends it', async (signal, _) => {
    const one = cases.make({ looks: ['pending'] });
    const { job: action, told } = one.start({ job });
    await untilLooks(one, 1);
    const since = Date.now();
    action.signal(signal);
    const story = await told();

    expect(cancelAfter(story, since)).toBeLessThan(2_000);
    expectLooks(one, story, [look, cancelPipeline, look]);
    expectCancelled(one, story);
  });

  it('SIGINT while GitLab does not answer a look', async () => {
    const one = cases.make({ looks: ['running'] });
    one.plant({ method: 'GET', path: /\/pipelines\/\d+$/, when: 'before', fault: { kind: 'silence' } });
    const { job: action, told } = one.start({ job });
    await untilLooks(one, 1);
    const since = Date.now();
    await action.cancel();
    const story = await told();

    expect(cancelAfter(story, since)).toBeLessThan(2_000);
    expectLooks(one, story, [`${look} → dropped`, cancelPipeline, look]);
    expectCancelled(one, story);
  });

  it('both signals and one more: one cancel is asked for', async () => {
    const one = cases.make({ looks: ['running'] });
    const { job: action, told } = one.start({ job });
    await untilLooks(one, 1);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGINT'] as const) action.signal(signal);
    const story = await told();

    expectLooks(one, story, [look, cancelPipeline, look]);
    expectCancelled(one, story);
  });

  it('and so does the end of the runner: nobody reads our output, or waits for the pipeline', async () => {
    const one = cases.make({ looks: ['pending', 'pending', 'running'] });
    const { job: action, told } = one.start();
    await action.waitFor(/: pending/, 25_000);
    action.abandon();
    const story = await told();

    expectLooks(one, story, [look, look, look, cancelPipeline, look]);
    expect([story.exitCode, story.outputs['reason']]).toEqual([1, 'job-cancelled']);
    expect(one.pipelines().map(pipelineStatus)).toEqual(['canceled']);
  });

  it('GitLab has jobs to end first: that it is `canceling` is confirmation enough', async () => {
    const one = cases.make({ looks: ['running'] });
    const change = (body: unknown) => ({ ...(body as object), status: 'canceling' });
    const path = /\/pipelines\/\d+$/;
    one.plant({ method: 'GET', path, when: 'after', nth: 2, fault: { kind: 'mutate', change } });
    const { job: action, told } = one.start({ job });
    await untilLooks(one, 1);
    await action.cancel();
    const story = await told();

    expectLooks(one, story, [look, cancelPipeline, look]);
    expect(story.log.filter((line) => line.startsWith('pipeline #')).slice(-2)).toEqual([
      'pipeline #<pipeline>: cancelling (interrupted)',
      'pipeline #<pipeline>: cancel confirmed',
    ]);
    expect(story.exitCode).toBe(1);
  });
});

describe.concurrent('a token that may not cancel', () => {
  it('says so before it is needed, and again when it is', async () => {
    const one = cases.make({ looks: ['running'] });
    const reader = one.addToken({ scopes: ['read_api'], role: 'reporter' });
    const given = { 'gitlab-token': reader, 'gitlab-trigger-token': one.tokens.trigger };
    const secrets = [...Object.values(one.tokens), reader];
    const { job: action, told } = one.start({ with: given, job: { ...job, secrets } });
    await untilLooks(one, 1);
    await action.cancel();
    const story = await told();

    const warning = story.log.findIndex((line) => line.startsWith('Warning: cancel-needs-api: '));
    expect(story.log[warning]).toMatch(/gitlab-token.*`api`.*Developer/);
    expect(warning).toBeLessThan(story.log.indexOf('pipeline #<pipeline>: started'));
    expect(story.requests).toContain(`${cancelPipeline} → 403`);
    expect(story.log).toContain(
      'Warning: pipeline #<pipeline> could not be cancelled (cancel-needs-api); stop it in GitLab',
    );
    expect([story.exitCode, story.statuses.at(-1)]).toEqual([1, `${failure} (test-all)`]);
  });
});

describe.concurrent('SIGKILL leaves the rest to post, which never fails the job', () => {
  it('a pipeline that is known by its number', async () => {
    const one = cases.make({ looks: ['running'] });
    const { job: action, told } = one.start();
    await untilLooks(one, 1);
    action.kill();
    const story = await told();

    expect([story.exitCode, story.signal]).toEqual([null, 'SIGKILL']);
    // Post sees to both at the same time.
    const byPost = [cancelPipeline, readStatuses].map((line) => story.requests.lastIndexOf(line));
    const from = Math.min(...byPost);
    const requests = [...story.requests.slice(0, from), ...gitlabFirst(story.requests.slice(from))];
    expectLooks(one, { ...story, requests }, [look, cancelPipeline, look], [readStatuses, writeStatus]);
    expect(story.postLog).toEqual(['pipeline #<pipeline>: cancel confirmed']);
    expect(story.result.post?.exitCode).toBe(0);
    expect(story.statuses.at(-1)).toBe(failure);
    expect(one.pipelines().map(pipelineStatus)).toEqual(['canceled']);
  });

  it('one that somebody has cancelled already: asked again, and no harm done', async () => {
    const one = cases.make({ looks: ['canceled'] });
    const { job: action, told } = one.start();
    const kill = { kind: 'act', act: () => action.kill() } as const;
    one.plant({ method: 'PUT', path: /\/pipelines\/\d+\/metadata$/, when: 'before', fault: kill });
    const story = await told();

    expect(story.signal).toBe('SIGKILL');
    expect(story.postLog).toEqual(['pipeline #<pipeline>: cancel confirmed']);
    expect(story.result.post?.exitCode).toBe(0);
    expect(story.statuses.at(-1)).toBe(failure);
    expect(one.pipelines().map(pipelineStatus)).toEqual(['canceled']);
  });
});
