import { afterAll, describe, expect, it } from 'vitest';
import { claimsOf } from '../../sandbox/runner/claims.ts';
import { githubContext } from '../../sandbox/runner/context.ts';
import { startJob } from '../../sandbox/runner/job.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene, hasLeft, type SceneJob } from '../../sandbox/scene.ts';

const sandbox = await startSandbox();
const scene = exampleScene(sandbox);
const { repository } = scene;
const { github } = sandbox;
afterAll(() => sandbox.close());

/** What a job of the example is told, loosely typed. */
const told = (number: number, options?: SceneJob) => {
  const job = scene.job(number, options);
  return JSON.parse(JSON.stringify({ ...job, github: githubContext(job, '') }));
};

describe("the example's job", () => {
  it.each(['pull_request_target', 'workflow_run'] as const)('by %s runs on the default branch', (by) => {
    const pull = scene.openByOutsider(`somewhere-${by}`);
    const sha = github.push({ repo: repository, branch: 'main', by: 'carol' });
    const { github: context } = told(pull.number, { by });
    expect(context).toMatchObject({
      event_name: by,
      ref: 'refs/heads/main',
      sha,
      actor: 'mallory',
      actor_id: github.world.accounts.get('mallory')?.id,
    });
  });

  it('is one of opening it, or of what a test says, with the label', () => {
    const pull = scene.openByMember('labelled', ['test-all']);
    expect(told(pull.number).event.payload).toMatchObject({ action: 'opened' });
    const { event } = told(pull.number, { action: 'labeled', label: 'test-all', sender: 'carol' });
    expect(event).toMatchObject({
      name: 'pull_request_target',
      payload: { action: 'labeled', label: { name: 'test-all' }, sender: { login: 'carol' } },
    });
  });

  it('by workflow_run is told of a run that was asked for, by whoever caused it', () => {
    const pull = scene.openByMember('asked');
    const { event, actor } = told(pull.number, { by: 'workflow_run', sender: 'carol' });
    expect([event.payload.action, actor]).toEqual(['requested', 'carol']);
    expect(event.payload).toMatchObject({
      sender: { login: 'carol' },
      workflow_run: { head_sha: pull.sha, head_branch: 'asked', actor: { login: 'carol' } },
    });
  });

  it('of a run that somebody asked for again stays with who caused it first', () => {
    const pull = scene.openByMember('again');
    const run = { triggering_actor: 'mallory', run_attempt: 2 };
    const { event, actor } = told(pull.number, { by: 'workflow_run', action: 'completed', run });
    expect(actor).toBe('bob');
    expect(event.payload).toMatchObject({
      sender: { login: 'mallory' },
      workflow_run: { actor: { login: 'bob' }, triggering_actor: { login: 'mallory' }, run_attempt: 2 },
    });
  });
});

describe('the job of a run', () => {
  const job = 'jobs: { run: { runs-on: x } }';
  const path = '.github/workflows/tests.yml';
  const on = '{ workflow_run: { workflows: [event], types: [requested, completed] } }';
  github.actions.install(
    repository,
    '.github/workflows/event.yml',
    `name: event\non: pull_request\n${job}`,
    'carol',
  );
  const install = (more = '') =>
    github.actions.install(repository, path, `${more}on: ${on}\n${job}`, 'carol');

  it('is told what the run was: event, payload, people, ref, commit, file and attempt', () => {
    const sha = install();
    const pull = scene.openByMember('run-of-it');
    const details = { repo: repository, number: pull.number, sender: 'carol' };
    const [first] = github.actions.happen('pull_request', 'opened', details);
    if (!first) throw new Error('nothing ran');
    const [, ended] = github.actions.rerun(first, 'alice');
    if (!ended) throw new Error('nothing was told');
    const made = scene.jobOf(github.actions.rerun(ended, 'bob')[0] ?? ended, { with: { wait: 'false' } });
    expect(githubContext(made, '')).toMatchObject({
      event_name: 'workflow_run',
      event: { action: 'completed', workflow_run: { head_sha: pull.sha, run_attempt: 2 } },
      actor: 'carol',
      actor_id: github.world.accounts.get('carol')?.id,
      triggering_actor: 'bob',
      run_id: ended.id,
      run_attempt: 2,
      ref: 'refs/heads/main',
      sha,
      workflow_ref: `${repository}/${path}@refs/heads/main`,
    });
    expect(made.with).toMatchObject({ ...scene.inputs(), wait: 'false' });
    expect(claimsOf(made)).toMatchObject({
      sub: expect.stringMatching(/:ref:refs\/heads\/main$/),
      event_name: 'workflow_run',
      actor: 'carol',
      head_ref: '',
      sha,
      run_attempt: '2',
    });
  });

  it('is there only for a run whose jobs run', () => {
    github.actions.install(repository, path, `on: pull_request_target\n${job}`, 'carol');
    const { number } = scene.openByOutsider('blocked');
    const details = { repo: repository, number, sender: 'mallory' };
    const [blocked] = github.actions.happen('pull_request_target', 'opened', details);
    if (!blocked) throw new Error('nothing happened');
    expect(() => scene.jobOf(blocked)).toThrow(`tests.yml is blocked: Event 'pull_request_target'`);
  });
});

describe('post of the built action', () => {
  const quick = { 'settle-seconds': '0' };

  it('does nothing after a run that ended as it should, so that it need not be started', async () => {
    const pull = scene.openByOutsider('nothing-left');
    const whole = await startJob(scene.job(pull.number, { with: quick })).done;
    expect(whole.state).toMatchObject({ done: whole.outputs['reason'] });
    expect(whole.post).toMatchObject({ exitCode: 0, stdout: '', stderr: '', log: 'Post job cleanup.\n' });
    const asked = sandbox.recorder.all().length;
    const spared = await scene.start(pull.number, { with: quick }).done;
    expect(spared.state['done']).toBe(whole.state['done']);
    expect(spared).not.toHaveProperty('post');
    expect(sandbox.recorder.all().length).toBeGreaterThan(asked);
  });

  it.each([
    ['main was killed', null, {}],
    ['main was killed after it was done', 'SIGKILL', { done: 'passed' }],
    ['main did not say that it was done', null, { key: 'k', pipeline: '7' }],
    ['a cancel was not confirmed', null, { done: 'cancelled', uncancelled: 'true' }],
    [
      'a cancel of the second of two was not',
      null,
      { done: 'cancelled', uncancelled: '', 'uncancelled-2': 'true' },
    ],
    ['a start is unclear', null, { done: 'cancelled', key: 'k', unclear: '1700000000000' }],
    [
      'the second of two starts is unclear',
      null,
      { done: 'cancelled', unclear: 'no', 'unclear-2': '1700000000000' },
    ],
  ] as const)('is started when %s', (_, signal, state) => {
    expect(hasLeft({ signal, state })).toBe(true);
  });

  it.each([
    ['no cancel is unconfirmed', { uncancelled: '' }],
    ['each was confirmed', { uncancelled: 'false' }],
    ['it is clear what became of each start', { unclear: 'no', 'unclear-2': 'no' }],
  ] as const)('is not started when %s', (_, state) => {
    expect(hasLeft({ signal: null, state: { done: 'cancelled', key: 'k', ...state } })).toBe(false);
  });
});
