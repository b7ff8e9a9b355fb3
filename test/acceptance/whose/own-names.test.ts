/** In a project that names its pipelines in a way of its own: at most one of ours, and none that nobody finds again. */
import { describe, expect, it } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import { openCases } from '../bridge/cases.ts';
import { again, ciFile, isRunning, isWatched, statusesOf, switchesOf, untilOn } from '../life/life.ts';
import { createPipeline, namePipeline } from '../requests.ts';
import { ownScript, scriptFiles } from '../scripts.ts';
import { until } from '../stage.ts';
import { warmUp } from './warm.ts';

const cases = await openCases();
const turnOn = switchesOf(cases);
const { sandbox, scene } = cases;
const { github } = sandbox;

/** The most ordinary CI file there is: `workflow: name` says what a person wants to read. */
const named = (script: string) => {
  const { '.gitlab-ci.yml': text = '', ...others } = ciFile({ unit: script });
  const own = text.replace("'$DRAWBRIDGE_KEY'", "'$TESTS_TO_RUN on $CI_COMMIT_BRANCH'");
  return { '.gitlab-ci.yml': own, ...others };
};
/** The same without any name. */
const unnamed = (script: string) => ({
  '.gitlab-ci.yml': `unit:\n  ${ownScript('unit')}\n`,
  ...scriptFiles({ unit: script }),
});

await warmUp(cases, [named('exit 0'), named(untilOn), unnamed(untilOn)]);

const answers = [
  { what: 'a 502', fault: { kind: 'status', status: 502 } },
  { what: 'a reset', fault: { kind: 'drop' } },
  { what: 'half a body', fault: { kind: 'half-body' } },
  { what: 'a page of HTML', fault: { kind: 'html' } },
] as const;

describe.concurrent('after GitLab has made the pipeline', () => {
  it.each(answers)('$what is no reason for a second one', async ({ fault }) => {
    const one = cases.make({ files: named('exit 0') });
    one.plant({ method: 'POST', path: /\/pipeline$/, when: 'after', fault });
    const story = await one.play();

    expect(story.outputs).toMatchObject({ verdict: 'success', reason: 'pipeline-success' });
    expect(statusesOf(one)).toEqual(['success']);
    expect(one.pipelines()[0]?.name).toMatch(/^acme\/engine#\d+@[0-9a-f]{40}:[0-9a-f]{12}$/);
  });

  it.each([
    { what: 'with a name of its own', files: named },
    { what: 'without a name', files: unnamed },
  ])('a runner that dies before it hears of it leaves none: $what', async ({ files }) => {
    const one = cases.make({ files: files(untilOn) });
    const { job, told } = one.start();
    const act = () => job.kill();
    one.plant({ method: 'POST', path: /\/pipeline$/, when: 'after', fault: { kind: 'act', act } });
    const story = await told();

    await until(() => statusesOf(one).join() === 'canceled', 'the end of its pipeline');
    expect(story.postLog.join()).toContain('cancel confirmed');
    expect(story.statuses.at(-1)).toBe('failure: the GitHub job was cancelled');
  });

  it('a machine that is lost before its first look leaves one that the next run replaces', async () => {
    const one = cases.make({ files: named(untilOn) });
    const { job } = one.start({ job: { post: () => false } });
    const act = () => job.kill();
    one.plant({
      method: 'PUT',
      path: /\/pipelines\/\d+\/metadata$/,
      when: 'after',
      fault: { kind: 'act', act },
    });
    await job.done;
    await until(() => isRunning(cases, one, 'unit'), 'the private test', 20_000);
    github.push({ repo: scene.repository, branch: one.pull.branch, by: 'bob' });
    const next = one.start({ action: 'synchronize', sender: 'bob' });
    await until(
      () => statusesOf(one).join() === 'canceled,running',
      'the new one in place of the old',
      20_000,
    );
    turnOn(one);
    await next.told();
    expect(statusesOf(one)).toEqual(['canceled', 'success']);
  });
});

describe.concurrent('the name', () => {
  it('comes right after the start, in one request', async () => {
    const one = cases.make({ files: named('exit 0') });
    const { requests } = await one.play();
    expect(requests.slice(requests.indexOf(createPipeline))[1]).toBe(namePipeline);
    expect(requests.filter((line) => line === namePipeline)).toHaveLength(1);
  });

  it('is how a re-run finds it', async () => {
    const one = cases.make({ files: named('exit 0') });
    await one.play();
    const story = await one.play(again());
    expect(story.outputs).toMatchObject({ verdict: 'success', reused: 'verdict' });
    expect(one.pipelines()).toHaveLength(1);
  });

  it('is given by a run that does not wait, also when the answer to its start was lost', async () => {
    const one = cases.make({ files: named(untilOn) });
    one.plant({ method: 'POST', path: /\/pipeline$/, when: 'after', fault: { kind: 'status', status: 502 } });
    const story = await one.play({ with: { wait: 'false' } });
    expect(story.outputs).toMatchObject({ verdict: 'pending', reason: 'detached' });

    const next = one.start();
    await until(() => isRunning(cases, one, 'unit'), 'the private test', 20_000);
    turnOn(one);
    expect((await next.told()).outputs).toMatchObject({ verdict: 'success' });
    expect(statusesOf(one)).toEqual(['success']);
  });

  it('that somebody takes away is given back', async () => {
    const one = cases.make({ files: named(untilOn) });
    const { told } = one.start();
    await until(() => isWatched(cases, one, 'unit'), 'the private test', 20_000);
    const [ours] = one.pipelines();
    const name = ours?.name;
    sandbox.gitlab.renamePipeline(ours?.id ?? 0, 'nightly');
    await until(() => ours?.name === name, 'its name', 20_000);
    turnOn(one);
    expect((await told()).outputs).toMatchObject({ verdict: 'success' });
  });
});

describe.concurrent('a run that does not wait', () => {
  const sha = github.push({ repo: scene.repository, branch: 'main', by: 'bob' });
  const payload = { ...github.event('push', null, { repo: scene.repository, sender: 'bob', sha }) };
  it.each([
    { how: '`wait: false`', job: { with: { wait: 'false' } } },
    { how: 'mode `trigger`', job: { with: { mode: 'trigger' }, job: { event: { name: 'push', payload } } } },
  ])('looks once for a rival and goes: $how', async ({ job }) => {
    const one = cases.make({ files: named(untilOn) });
    const story = await one.play(job);
    const { requests } = story;

    const afterStart = requests.slice(requests.indexOf(createPipeline) + 1);
    expect(afterStart.filter((line) => line.includes('?name='))).toHaveLength(1);
    expect(story.outputs['verdict']).toBe('pending');
    const [left] = one.pipelines();
    expect(left && pipelineStatus(left)).toMatch(/created|pending|running/);
    turnOn(one);
  });
});
