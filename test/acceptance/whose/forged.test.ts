/** What bears our name and is somebody else's: it is never believed, and never touched. */
import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../../../sandbox/gitlab/pipeline.ts';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import { type Case, openCases } from '../bridge/cases.ts';
import { again, changes, ciFile, isWatched, statusesOf, switchesOf, untilOn } from '../life/life.ts';
import { until } from '../stage.ts';
import { warmUp } from './warm.ts';

const cases = await openCases();
const turnOn = switchesOf(cases);
const { sandbox, scene } = cases;
const { gitlab, github } = sandbox;

/** On the default branch the tests do this; on any other branch that. */
const files = (onMain: string, elsewhere: string) =>
  ciFile({ unit: `if [ "$CI_COMMIT_REF_NAME" = main ]; then ${onMain}; else ${elsewhere}; fi` });

await warmUp(cases, [
  files('exit 1', 'exit 0'),
  files('sleep 1', untilOn),
  files('exit 0', untilOn),
  ciFile({ unit: untilOn }),
]);

/** The name that a run for the case's pull request gives its pipeline: eve has seen it in GitLab. */
async function nameSeen(one: Case): Promise<string> {
  await one.play();
  const [seen] = one.pipelines();
  if (seen?.name === undefined || seen.name === null) throw new Error('the run has named no pipeline');
  gitlab.deletePipeline(seen.id);
  return seen.name;
}

/** A pipeline that eve, a Developer of the project, starts on a branch of hers at the same commit. */
function startByEve(one: Case, name: string, given: string | undefined = name): Promise<Pipeline> {
  gitlab.addBranch(one.project, 'eves');
  const variables = { DRAWBRIDGE_KEY: name, TESTS_TO_RUN: 'test-all' };
  return gitlab.startPipeline(one.project, {
    ...{ user: 'eve', ref: 'eves', variables },
    ...(given !== undefined && { name: given }),
  });
}

const isOver = (pipeline: Pipeline) => ['success', 'failed'].includes(pipelineStatus(pipeline));

describe.concurrent('a GitLab Developer', () => {
  it('copies name, values and commit: her verdict is not told, and she is named in a warning', async () => {
    const one = cases.make({ files: files('exit 1', 'exit 0') });
    const forged = await startByEve(one, await nameSeen(one));
    await until(() => isOver(forged), 'the end of her pipeline');
    expect(pipelineStatus(forged)).toBe('success');
    const story = await one.play({ action: 'reopened' });

    expect(story.outputs).toMatchObject({ verdict: 'failure', reason: 'pipeline-failed', reused: 'none' });
    expect(story.outputs['pipeline-id']).not.toBe(String(forged.id));
    expect(story.statuses.at(-1)).toBe('failure: private tests failed (test-all)');
    expect(story.log.filter((line) => line.includes('was not started by us'))).toHaveLength(1);
  });

  it('renames a running one: ours is not cancelled as its duplicate, and hers goes on', async () => {
    const one = cases.make({ files: files('sleep 1', untilOn) });
    const name = await nameSeen(one);
    const hers = await startByEve(one, name, 'mine');
    const { told } = one.start({ action: 'reopened' });
    await until(
      () =>
        one
          .pipelines()
          .some(({ id, jobs }) => id > hers.id && jobs.some(({ status }) => status === 'running')),
      'ours',
    );
    gitlab.renamePipeline(hers.id, name);
    const story = await told();

    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'none' });
    expect(changes(story).filter((line) => line.includes('/cancel'))).toEqual([]);
    expect(pipelineStatus(hers)).toBe('running');
    turnOn(one);
  });

  it('gives hers the name of an older head: what a newer run replaces is ours alone', async () => {
    const one = cases.make({ files: files('exit 0', untilOn) });
    const name = await nameSeen(one);
    const older = await startByEve(one, name.replace(/@[0-9a-f]{40}:/, `@${'b'.repeat(40)}:`));
    const story = await one.play({ action: 'reopened' });
    expect(story.outputs).toMatchObject({ verdict: 'success' });
    expect(pipelineStatus(older)).toBe('running');
    turnOn(one);
  });

  it('has hers running when the pull request is closed: mode `cancel` stops ours alone', async () => {
    const one = cases.make({ files: ciFile({ unit: untilOn }) });
    const { job } = one.start();
    await until(() => isWatched(cases, one, 'unit'), 'our test', 20_000);
    const [ours] = one.pipelines();
    const hers = await startByEve(one, ours?.name ?? '');
    github.closePullRequest(scene.repository, one.pull.number);
    const story = await one.play({ action: 'closed', with: { mode: 'cancel' } });

    expect(story.outputs).toMatchObject({ reason: 'cancel-done' });
    expect(statusesOf(one)[0]).toMatch(/cancel/);
    expect(isOver(hers)).toBe(false);
    turnOn(one);
    await job.done;
  });

  it('has hers running when ours hangs: the sweep neither tells nor stops it', async () => {
    const one = cases.make({ files: files('exit 0', untilOn) });
    const name = await nameSeen(one);
    const hers = await startByEve(one, name);
    const detached = { wait: 'false', 'timeout-minutes': '0.01' };
    await one.play({ action: 'reopened', with: detached });
    const [, ours] = one.pipelines();
    await until(() => ours !== undefined && isOver(ours), 'the end of ours');
    await sandbox.clock.sleep(2_000);
    const payload = { ...github.event('schedule', null, { repo: scene.repository }) };
    const job = { event: { name: 'schedule', payload } };
    const story = await one.play({ job, with: { mode: 'sweep', 'timeout-minutes': '0.01' } });

    expect(story.statuses.at(-1)).toBe('success: private tests passed (test-all)');
    expect(pipelineStatus(hers)).toBe('running');
    turnOn(one);
  });

  it('has hers running when a start is unclear: `post` stops ours alone', async () => {
    const one = cases.make({ files: ciFile({ unit: untilOn }) });
    const name = `acme/engine#${one.pull.number}@${one.pull.sha}:${'0'.repeat(12)}`;
    const hers = await startByEve(one, name, 'mine');
    const { job, told } = one.start();
    one.plant({
      method: 'POST',
      path: /\/pipeline$/,
      when: 'after',
      fault: { kind: 'act', act: () => job.kill() },
    });
    const story = await told();

    expect(story.postLog.join()).toContain('cancel confirmed');
    expect(pipelineStatus(hers)).toBe('running');
    expect(
      one
        .pipelines()
        .filter(({ id }) => id !== hers.id)
        .map(pipelineStatus),
    ).toEqual(['canceled']);
    turnOn(one);
  });
});

describe.concurrent('a token', () => {
  it('that is rotated keeps its user: what it has started stands', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    await one.play();
    const fresh = gitlab.rotateToken(one.tokens.gitlab);
    const story = await one.play({ ...again(), with: { 'gitlab-token': fresh } });
    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'verdict' });
    expect(one.pipelines()).toHaveLength(1);
  });

  it.each([
    { named: true, reused: 'verdict', pipelines: 1, what: 'what its user has started stands' },
    { named: false, reused: 'none', pipelines: 2, what: 'what its user has started is somebody’s' },
  ])('that is replaced, its user named: $named: $what', async ({ named, reused, pipelines }) => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    await one.play();
    gitlab.revokeToken(one.tokens.gitlab);
    const other = one.addToken({ scopes: ['api'], user: `other-bot-${named}` });
    const creators = String(gitlab.world.users.get('drawbridge-bot')?.id);
    const story = await one.play({
      ...again(),
      with: { 'gitlab-token': other, ...(named && { 'gitlab-creators': creators }) },
    });
    expect(story.outputs).toMatchObject({ verdict: 'success', reused });
    expect(one.pipelines()).toHaveLength(pipelines);
    expect(story.log.some((line) => line.includes('`gitlab-creators`'))).toBe(!named);
  });
});

describe.concurrent('a private branch', () => {
  it.each(['moves', 'is deleted'] as const)(
    'that %s keeps no closed pull request’s pipeline alive',
    async (how) => {
      const one = cases.make({ files: ciFile({ unit: untilOn }) });
      gitlab.addBranch(one.project, one.pull.branch);
      const { job } = one.start();
      await until(() => isWatched(cases, one, 'unit'), 'our test', 20_000);
      if (how === 'moves') gitlab.push(one.project, one.pull.branch, { 'new.txt': 'x' });
      else gitlab.deleteBranch(one.project, one.pull.branch);
      github.closePullRequest(scene.repository, one.pull.number);
      const story = await one.play({ action: 'closed', with: { mode: 'cancel' } });
      expect(story.outputs).toMatchObject({ reason: 'cancel-done' });
      expect(statusesOf(one)).toEqual(['canceled']);
      turnOn(one);
      await job.done;
    },
  );

  it('that moves: a run joins no pipeline of the head before, and ends it', async () => {
    const one = cases.make({ files: ciFile({ unit: untilOn }) });
    const first = one.start();
    await until(() => isWatched(cases, one, 'unit'), 'our test', 20_000);
    gitlab.push(one.project, 'main', { 'new.txt': 'x' });
    const second = one.start(again());
    await until(() => statusesOf(one).join() === 'canceled,running', 'a new one in place of the old', 20_000);
    turnOn(one);
    const [, { outputs }] = await Promise.all([first.told(), second.told()]);
    // What the first run says depends on whether it looks between the end of its pipeline and the start of the new one.
    expect(outputs).toMatchObject({ verdict: 'success', reused: 'none' });
    expect(statusesOf(one)).toEqual(['canceled', 'success']);
  });
});
