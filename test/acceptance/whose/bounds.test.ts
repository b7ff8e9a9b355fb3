/** Nothing of ours waits for ever, searches for what is not there, or blames the wrong thing. */
import { describe, expect, it } from 'vitest';
import type { SceneJob } from '../../../sandbox/scene.ts';
import { openCases } from '../bridge/cases.ts';
import { changes, ciFile, isWatched, statusesOf, switchesOf, untilOn } from '../life/life.ts';
import { cancelPipeline, namePipeline } from '../requests.ts';
import { until } from '../stage.ts';
import { warmUp } from './warm.ts';

const cases = await openCases();
const turnOn = switchesOf(cases);
const { sandbox, scene } = cases;
const { github } = sandbox;

await warmUp(cases, [ciFile({ unit: untilOn }), ciFile({ unit: 'exit 0' })]);

const make = () => cases.make({ files: ciFile({ unit: untilOn }) });
type Case = ReturnType<typeof make>;
const isUnderWay = (one: Case) => until(() => isWatched(cases, one, 'unit'), 'the private test', 20_000);

describe.concurrent('a cancel that GitLab does not confirm', () => {
  it('is tried again by post for some seconds, and nothing is searched', async () => {
    const one = make();
    const fault = { kind: 'status', status: 503 } as const;
    one.plant({ path: /\/pipelines\/\d+\/cancel$/, when: 'before', nth: 'every', fault });
    const { job, told } = one.start({ job: { realSignals: true } });
    await isUnderWay(one);
    await job.cancel();
    const story = await told();

    expect(story.state).toMatchObject({ done: 'job-cancelled', uncancelled: 'true', unclear: 'no' });
    const tries = story.requests.filter((line) => line === `${cancelPipeline} → 503`);
    // Each half a second of four by the job, and each second of fifteen by post.
    expect(tries.length).toBeGreaterThan(1);
    expect(tries.length).toBeLessThanOrEqual(8 + 15);
    const cancelling = story.requests.slice(story.requests.indexOf(`${cancelPipeline} → 503`));
    expect(cancelling.filter((line) => line.includes('/pipelines?'))).toEqual([]);
    expect(story.postLog.join()).toContain('could not be cancelled (unconfirmed); stop it in GitLab');
    turnOn(one);
  });

  it('because the project has moved: told soon, and post does not ask again', async () => {
    const one = make();
    const { job, told } = one.start({ job: { realSignals: true } });
    await isUnderWay(one);
    const moved = () => one.move('acme/elsewhere');
    one.plant({ method: 'POST', path: /\/cancel$/, when: 'before', fault: { kind: 'act', act: moved } });
    moved();
    await job.cancel();
    const story = await told();

    // A no is believed after three tries, or when the time is over.
    const cancels = new Set(changes(story).filter((line) => line.includes('/cancel')));
    expect([...cancels]).toEqual([`${cancelPipeline} → 405`]);
    expect(story.log.join('\n')).toContain('could not be cancelled (gitlab-moved); stop it in GitLab');
    expect(story.result.post).toBeUndefined();
    turnOn(one);
  });
});

describe.concurrent('a wait that GitLab asks for', () => {
  it('of a month, for the name of a pipeline: the watch goes on, and nothing is asked over and over', async () => {
    const one = make();
    const fault = { kind: 'status', status: 429, headers: { 'retry-after': '3000000' } } as const;
    one.plant({ method: 'PUT', path: /\/pipelines\/\d+\/metadata$/, when: 'before', nth: 'every', fault });
    const { told } = one.start();
    await isUnderWay(one);
    await sandbox.clock.sleep(60_000);
    turnOn(one);
    const story = await told();

    expect(story.outputs).toMatchObject({ verdict: 'success' });
    // Right after the start, and once by the watch.
    expect(story.requests.filter((line) => line === `${namePipeline} → 429`).length).toBeLessThanOrEqual(2);
  });

  it('of a month, for a look: the deadline comes first', async () => {
    const one = make();
    const fault = { kind: 'status', status: 429, headers: { 'retry-after': '3000000' } } as const;
    one.plant({ method: 'GET', path: /\/pipelines\/\d+$/, when: 'before', times: 20, fault });
    const story = await one.play({ with: { 'timeout-minutes': '1', 'error-budget-minutes': '1' } });

    expect(story.outputs['verdict']).toMatch(/^(lost|timed-out)$/);
    expect(story.requests.filter((line) => line.endsWith('→ 429')).length).toBeLessThanOrEqual(20);
    turnOn(one);
  });
});

describe.concurrent('a project that has moved', () => {
  it('is told by any call that would change something', async () => {
    const one = make();
    one.move('acme/moved-before');
    const story = await one.play();
    expect(story.outputs).toMatchObject({ decision: 'undecided', reason: 'gitlab-moved' });
    expect(one.pipelines()).toEqual([]);
  });

  it('is told with a trigger token alone too, whose pipeline GitLab starts all the same', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    one.move('acme/renamed');
    const alone = { 'gitlab-token': ' ', 'gitlab-trigger-token': one.tokens.trigger, 'gitlab-ref': 'main' };
    const story = await one.play({ with: { ...alone, wait: 'false' } });
    expect(story.outputs).toMatchObject({ verdict: 'pending', reason: 'detached' });
    expect(story.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^gitlab-moved: .* has moved.*Update `gitlab-project`/),
    ]);
    expect(story.log.join('\n')).not.toContain('acme/renamed');
    expect(statusesOf(one)).toHaveLength(1);
  });

  it('is found in any case of letters, and has not moved then', async () => {
    const one = cases.make({ files: ciFile({ unit: 'exit 0' }) });
    const story = await one.play({ with: { 'gitlab-project': one.project.toUpperCase() } });
    expect(story.outputs).toMatchObject({ verdict: 'success' });
    expect(story.annotations).toEqual([]);
  });
});

describe.concurrent('a token that may only read', () => {
  const stories = [
    { how: 'mode `cancel`', command: false },
    { how: '`/cancel`', command: true },
  ];

  it.each(stories)('cannot cancel, and says what it needs: $how', async ({ command }) => {
    const one = make();
    const { job } = one.start();
    await isUnderWay(one);
    const reader = one.addToken({ scopes: ['read_api'], role: 'developer', user: 'drawbridge-bot' });
    if (!command) github.closePullRequest(scene.repository, one.pull.number);
    const said = () => {
      const comment = github.comment(scene.repository, one.pull.number, 'carol', '/cancel');
      const details = { repo: scene.repository, number: one.pull.number, sender: 'carol', comment };
      const payload = { ...github.event('issue_comment', 'created', details) };
      return { job: { event: { name: 'issue_comment', payload } } };
    };
    const cause: SceneJob = command ? said() : { action: 'closed', with: { mode: 'cancel' } };
    const story = await one.play({ ...cause, with: { ...cause.with, 'gitlab-token': reader } });

    expect([story.exitCode, story.outputs['reason']]).toEqual([1, 'cancel-needs-api']);
    expect(story.annotations.at(-1)?.message).toContain('give `gitlab-token` the scope `api`');
    expect(statusesOf(one)).toEqual(['running']);
    turnOn(one);
    await job.done;
  });
});
