import { describe, expect, it } from 'vitest';
import { openCases } from '../bridge/cases.ts';
import { until } from '../stage.ts';
import { ciFile, isRunning, isWatched, statusesOf, switchesOf, untilOn } from './life.ts';

const cases = await openCases();
const turnOn = switchesOf(cases);
const { github, gitlab } = cases.sandbox;
const { repository } = cases.scene;

const endless = () => ciFile({ unit: untilOn });

describe.concurrent('what nobody waits for any more', () => {
  it('is cancelled by the run of a push', async () => {
    const one = cases.make({ files: endless() });
    const older = one.start();
    await until(() => isWatched(cases, one, 'unit'), 'the private test', 20_000);
    const first = one.pipelines()[0]?.id;
    github.push({ repo: repository, branch: one.pull.branch, by: 'bob' });
    gitlab.push(one.project, 'main', ciFile({ unit: 'exit 0' }));
    const newer = one.start({ action: 'synchronize' });
    const [superseded, story] = [await older.told(), await newer.told()];

    expect([superseded.exitCode, superseded.outputs['verdict']]).toEqual([1, 'superseded']);
    expect(superseded.statuses.filter((status) => !status.startsWith('pending'))).toEqual([]);
    expect(story.outputs).toMatchObject({ verdict: 'success' });
    expect(story.result.log).toContain(`pipeline #${first}: cancelled, this run replaces it`);
    expect(statusesOf(one)).toEqual(['canceled', 'success']);
  });

  it('is left alone by a push where `supersede` is off', async () => {
    const one = cases.make({ files: ciFile({ unit: untilOn }) });
    const older = one.start();
    await until(() => isWatched(cases, one, 'unit'), 'the private test', 20_000);
    github.push({ repo: repository, branch: one.pull.branch, by: 'bob' });
    const newer = one.start({ action: 'synchronize', with: { supersede: 'false' } });
    await until(() => one.pipelines().length === 2, 'the second pipeline', 20_000);
    turnOn(one);
    await Promise.all([older.told(), newer.told()]);

    expect(statusesOf(one)).toEqual(['success', 'success']);
  });

  it('is cancelled by the run for the labels that are left', async () => {
    const rules = (name: string, script: string) =>
      `${name}:\n  script: ['${script}']\n  rules:\n    - if: '$TESTS_TO_RUN =~ /(^|,)${name}(,|$)/'\n`;
    const file = `workflow:\n  name: '$DRAWBRIDGE_KEY'\n${rules('test-a', 'exit 0')}${rules('test-b', untilOn)}`;
    const one = cases.make({ files: { '.gitlab-ci.yml': file }, labels: ['test-a', 'test-b'] });
    const older = one.start();
    await until(() => isWatched(cases, one, 'test-b'), 'the private test', 20_000);
    github.removeLabel(repository, one.pull.number, 'test-b');
    // GitLab's answers have the marker behind the name of the job.
    const given = { 'test-jobs': 'test-a: test-a *' };
    const newer = one.start({ action: 'unlabeled', label: 'test-b', with: given });
    const [superseded, story] = [await older.told(), await newer.told()];

    expect(superseded.outputs['verdict']).toBe('superseded');
    expect(story.outputs).toMatchObject({ verdict: 'success', tests: 'test-a' });
    expect(statusesOf(one)).toEqual(['canceled', 'success']);
  });

  it('is cancelled when the pull request is closed', async () => {
    const one = cases.make({ files: endless() });
    const other = cases.make({ files: endless() });
    await Promise.all([one, other].map((each) => each.play({ with: { wait: 'false' } })));
    await until(() => isRunning(cases, one, 'unit') && isRunning(cases, other, 'unit'), 'both', 20_000);
    github.closePullRequest(repository, one.pull.number);
    const story = await one.play({ action: 'closed', with: { mode: 'cancel' } });

    expect([story.exitCode, story.outputs['reason']]).toEqual([0, 'cancel-done']);
    expect(story.statuses).toEqual(['failure: the pull request is closed']);
    await until(() => statusesOf(one)[0] === 'canceled', 'the end of the private test');
    expect(statusesOf(other)).toEqual(['running']);
  });

  it('is not what the labels that are left ask for', async () => {
    const one = cases.make({ files: endless(), labels: ['test-all', 'test-dns'] });
    await one.play({ with: { wait: 'false' } });
    await until(() => isRunning(cases, one, 'unit'), 'the private test', 20_000);
    github.removeLabel(repository, one.pull.number, 'test-dns');
    const story = await one.play({ action: 'unlabeled', label: 'test-dns', with: { mode: 'cancel' } });

    expect([story.exitCode, story.outputs['reason']]).toEqual([0, 'cancel-done']);
    expect(statusesOf(one)).toEqual(['running']);
    github.removeLabel(repository, one.pull.number, 'test-all');
    github.addLabel(repository, one.pull.number, 'test-dns');
    await one.play({ action: 'unlabeled', label: 'test-all', with: { mode: 'cancel' } });
    await until(() => statusesOf(one)[0] === 'canceled', 'the end of the private test');
  });

  it('and cannot be cancelled is named, and makes the exit red', async () => {
    const one = cases.make({ files: endless() });
    await one.play({ with: { wait: 'false' } });
    await until(() => isRunning(cases, one, 'unit'), 'the private test', 20_000);
    github.closePullRequest(repository, one.pull.number);
    const refusal = { kind: 'status', status: 403 } as const;
    one.plant({
      method: 'POST',
      path: /\/pipelines\/\d+\/cancel$/,
      when: 'before',
      nth: 'every',
      fault: refusal,
    });
    const story = await one.play({ action: 'closed', with: { mode: 'cancel' } });

    expect([story.exitCode, story.outputs['reason']]).toEqual([1, 'cancel-needs-api']);
    const id = one.pipelines()[0]?.id;
    expect(story.annotations.map(({ message }) => message)).toContain(
      `pipeline #${id} could not be cancelled (cancel-needs-api); stop it in GitLab`,
    );
  });

  it('is cancelled at the deadline', async () => {
    const one = cases.make({ files: endless() });
    const story = await one.play({ with: { 'timeout-minutes': '1.5' } });

    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ verdict: 'timed-out', reason: 'deadline' });
    expect(story.statuses.at(-1)).toContain('failure: the private tests did not end within the time limit');
    expect(statusesOf(one)).toEqual(['canceled']);
  });
});
