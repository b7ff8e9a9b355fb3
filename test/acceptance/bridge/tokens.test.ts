import { describe, expect, it } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import type { SceneJob } from '../../../sandbox/scene.ts';
import {
  atGate,
  cancelPipeline,
  createPipeline,
  expectRequests,
  findByKey,
  look,
  membershipOf,
  namePipeline,
  readBranch,
  readOwner,
  readProject,
  readPull,
  together,
  triggerPipeline,
  writeStatus,
} from '../requests.ts';
import { type Case, openCases } from './cases.ts';
import { beforeStart, expectWatched } from './watched.ts';

const cases = await openCases();
const { github, gitlab } = cases.sandbox;

const triggerAlone = (one: Case) => ({ 'gitlab-token': ' ', 'gitlab-trigger-token': one.tokens.trigger });
const reader = (one: Case) => one.addToken({ scopes: ['read_api'], role: 'reporter' });

/** A push of bob's to the default branch. */
function push(one: Case): Partial<SceneJob> {
  const sha = github.push({ repo: 'acme/engine', branch: 'main', by: 'bob' });
  const payload = github.event('push', null, { repo: 'acme/engine', sender: 'bob', sha });
  return { job: { event: { name: 'push', payload: { ...payload } }, githubToken: one.tokens.job } };
}

describe.concurrent('a trigger token alone', () => {
  it('starts on `gitlab-ref` and goes away; it neither looks for a branch nor for a pipeline', async () => {
    const one = cases.make({ looks: ['running'] });
    gitlab.addBranch(one.project, one.pull.branch);
    const given = { ...triggerAlone(one), wait: 'false', 'gitlab-ref': 'main' };
    const story = await one.play({ with: given });

    expectRequests(story, [
      atGate(one.pull.branch),
      together(writeStatus, readPull),
      triggerPipeline,
      readPull,
      writeStatus,
    ]);
    expect(story.asked).toMatchObject([{ token: one.tokens.trigger, ref: 'main' }]);
    // The token is in the body of the one request that needs it, and nowhere else.
    const gitlabHeaders = story.recorded
      .filter(({ service }) => service === 'gitlab')
      .map(({ headers }) => headers);
    expect(gitlabHeaders.filter((headers) => 'private-token' in headers)).toEqual([]);
    expect(story.exitCode).toBe(0);
    expect(story.statuses.at(-1)).toBe(
      'pending: private tests are running; the verdict will follow (test-all)',
    );
    expect(story.outputs).toMatchObject({ verdict: 'pending', reason: 'detached', 'twin-branch': '' });
    const said = story.log.findIndex((line) => line.startsWith('a trigger token alone: no GitLab branch'));
    expect(said).toBeGreaterThan(-1);
    expect(said).toBeLessThan(story.log.indexOf('pipeline #<pipeline>: started'));
    expect(one.pipelines().map(pipelineStatus)).toEqual(['running']);
  });

  it('starts for a push in mode `trigger`', async () => {
    const one = cases.make({ looks: ['running'] });
    const given = { ...triggerAlone(one), mode: 'trigger', 'gitlab-ref': 'main' };
    const story = await one.play({ ...push(one), with: given });

    expect(story.requests.filter((line) => line.startsWith('gitlab '))).toEqual([triggerPipeline]);
    expect(story.exitCode).toBe(0);
    expect(story.statuses).toEqual([]);
    expect(story.outputs).toMatchObject({ verdict: 'pending', reason: 'triggered' });
  });

  it.each([
    {
      what: 'watch',
      inputs: { 'gitlab-ref': 'main' },
      fault: /^- gitlab-token: .*alone can neither watch nor cancel; .*`wait: false` or `mode: trigger`/,
    },
    {
      what: 'cancel',
      inputs: { 'gitlab-ref': 'main', mode: 'cancel' },
      fault: /^- gitlab-token: .*alone can neither watch nor cancel/,
    },
    {
      what: 'sweep',
      inputs: { 'gitlab-ref': 'main', mode: 'sweep' },
      fault: /^- gitlab-token: .*alone can neither watch nor cancel/,
    },
    {
      what: 'read the default branch',
      inputs: { wait: 'false' },
      fault: /^- gitlab-ref: .*alone cannot read the default branch/,
    },
  ])('cannot $what, and says so before anything is done', async ({ inputs, fault }) => {
    const one = cases.make();
    const story = await one.play({ with: { ...triggerAlone(one), ...inputs } });

    expect(story.requests.filter((line) => line.startsWith('gitlab '))).toEqual([]);
    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ decision: 'denied', reason: 'bad-input' });
    const [, told = ''] = story.annotations.at(-1)?.message.split('\n') ?? [];
    expect(told).toMatch(fault);
  });
});

describe.concurrent('beside a trigger token, a token that may read', () => {
  it('finds the branch of the same name and the pipeline, watches, and says what it cannot', async () => {
    const one = cases.make({ looks: ['running', 'success'] });
    gitlab.addBranch(one.project, one.pull.branch);
    const token = reader(one);
    const given = { 'gitlab-token': token, 'gitlab-trigger-token': one.tokens.trigger };
    const secrets = [...Object.values(one.tokens), token];
    const story = await one.play({ with: given, job: { secrets } });

    expectWatched(
      story,
      [
        atGate(one.pull.branch),
        together(writeStatus, readBranch(one.pull.branch), readProject, readOwner),
        together(findByKey, readPull),
        triggerPipeline,
      ],
      [writeStatus, look, look, readPull, writeStatus],
    );
    expect(story.asked).toMatchObject([{ ref: one.pull.branch }]);
    expect(story.exitCode).toBe(0);
    expect(story.outputs['twin-branch']).toBe(one.pull.branch);
    expect(story.annotations).toEqual([
      {
        level: 'warning',
        message: expect.stringMatching(/^cancel-needs-api: .*neither cancel, retry nor name.*scope `api`/),
      },
    ]);
  });

  it('cannot cancel at the deadline, and says where to', async () => {
    const one = cases.make({ looks: ['running'] });
    const token = reader(one);
    const given = { 'gitlab-token': token, 'gitlab-trigger-token': one.tokens.trigger };
    const secrets = [...Object.values(one.tokens), token];
    const story = await one.play({ with: { ...given, 'timeout-minutes': '0.2' }, job: { secrets } });

    expect(story.requests).toContain(`${cancelPipeline} → 403`);
    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ verdict: 'timed-out', reason: 'deadline' });
    expect(story.log).toContain(
      'Warning: pipeline #<pipeline> could not be cancelled (cancel-needs-api); stop it in GitLab',
    );
  });

  it('may do everything when it has the scope `api`', async () => {
    const one = cases.make({ looks: ['running'] });
    const given = { 'gitlab-trigger-token': one.tokens.trigger, 'timeout-minutes': '0.2' };
    const story = await one.play({ with: given });

    const looks = story.requests
      .slice(0, story.requests.indexOf(cancelPipeline))
      .filter((line) => line === look);
    expectWatched(
      story,
      [...beforeStart(one.pull.branch, [readProject, readOwner]), triggerPipeline, namePipeline],
      [writeStatus, ...looks, cancelPipeline, look, readPull, writeStatus],
    );
    expect(story.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
    expect(one.pipelines().map(pipelineStatus)).toEqual(['canceled']);
  });
});

describe.concurrent('an access token alone', () => {
  it('with `api` starts, finds, watches and cancels, and is asked nothing about itself', async () => {
    const one = cases.make({ looks: ['running'] });
    gitlab.addBranch(one.project, one.pull.branch);
    const story = await one.play({ with: { 'timeout-minutes': '0.2' } });

    const looks = story.requests
      .slice(0, story.requests.indexOf(cancelPipeline))
      .filter((line) => line === look);
    expectWatched(
      story,
      [
        atGate(one.pull.branch),
        together(writeStatus, readBranch(one.pull.branch), readProject),
        together(findByKey, readPull),
        ...[createPipeline, namePipeline],
      ],
      [writeStatus, ...looks, cancelPipeline, look, readPull, writeStatus],
    );
    expect(story.asked).toMatchObject([{ ref: one.pull.branch }]);
    expect(story.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
    expect(one.pipelines().map(pipelineStatus)).toEqual(['canceled']);
  });

  it('with `api` runs failed jobs again when the job is run again', async () => {
    const one = cases.make({ looks: ['failed'] });
    await one.play();
    const [failed] = one.pipelines();
    const story = await one.play({
      job: { runAttempt: 2, triggeringActor: 'bob', githubToken: one.tokens.job },
    });

    const { id = 0 } = failed ?? {};
    expect(story.requests).toContain(
      `gitlab POST /api/v4/projects/acme%2Fengine-tests/pipelines/${id}/retry`,
    );
    expect(story.requests).toContain(membershipOf('bob'));
    expect(one.pipelines()).toHaveLength(1);
    expect(story.outputs).toMatchObject({ reused: 'retried', 'pipeline-id': String(id) });
  });

  it('is missing, as the other is: told as an input, and nobody is asked', async () => {
    const one = cases.make();
    const story = await one.play({ with: { 'gitlab-token': ' ' } });

    expect(story.requests.filter((line) => line.startsWith('gitlab '))).toEqual([]);
    expect(story.outputs['reason']).toBe('bad-input');
    expect(story.annotations.at(-1)?.message).toContain('- gitlab-token: is missing: give an access token');
  });
});
