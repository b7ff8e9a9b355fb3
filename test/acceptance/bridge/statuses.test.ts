import { describe, expect, it } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import type { Status } from '../../../sandbox/gitlab/status.ts';
import type { ReasonCode } from '../../../src/reasons.ts';
import { cancelPipeline, createPipeline, look, namePipeline, readPull, writeStatus } from '../requests.ts';
import type { Story } from '../story.ts';
import { type Case, oneJob, openCases } from './cases.ts';
import { beforeStart, expectWatched } from './watched.ts';

const cases = await openCases();

/** The example's own requests up to the watch, those of the watch, and the word at its end. */
const expectLooks = (one: Case, story: Story, watch: readonly string[]) =>
  expectWatched(
    story,
    [...beforeStart(one.pull.branch), createPipeline, namePipeline],
    [writeStatus, ...watch, readPull, writeStatus],
  );

const pipelineLines = ({ log }: Story) => log.filter((line) => line.startsWith('pipeline #'));

interface Ending {
  readonly last: Status;
  readonly verdict: string;
  readonly reason: ReasonCode;
  readonly status: string;
}

const endings: readonly Ending[] = [
  {
    last: 'success',
    verdict: 'success',
    reason: 'pipeline-success',
    status: 'success: private tests passed',
  },
  { last: 'failed', verdict: 'failure', reason: 'pipeline-failed', status: 'failure: private tests failed' },
  {
    last: 'canceled',
    verdict: 'cancelled',
    reason: 'pipeline-canceled',
    status: 'failure: the private pipeline was cancelled',
  },
  {
    last: 'skipped',
    verdict: 'failure',
    reason: 'pipeline-skipped',
    status: 'failure: GitLab skipped the private pipeline: nothing was tested',
  },
  ...(['manual', 'scheduled'] as const).map((last) => ({
    last,
    verdict: 'blocked',
    reason: 'pipeline-blocked' as const,
    status: 'failure: the private pipeline waits for somebody in GitLab',
  })),
];

describe.concurrent('the status that a pipeline ends with is the verdict, and only `success` is a pass', () => {
  it.each(endings)('$last: $verdict', async ({ last, verdict, reason, status }) => {
    const one = cases.make({ looks: ['running', last] });
    const story = await one.play();

    expectLooks(one, story, [look, look]);
    const green = verdict === 'success';
    expect(story.exitCode).toBe(green ? 0 : 1);
    expect(story.statuses.at(-1)).toBe(`${status} (test-all)`);
    expect(story.outputs).toMatchObject({ decision: 'allowed', verdict, reason, 'pipeline-status': last });
    // One line for each change of state, and a last word.
    expect(pipelineLines(story)).toEqual([
      'pipeline #<pipeline>: started',
      'pipeline #<pipeline>: running',
      `pipeline #<pipeline>: ${last}`,
    ]);
    expect(story.log.at(-1)).toMatch(green ? /^success: private tests passed/ : /^Error: /);
    // What waits in GitLab is left as it is, to be started there.
    expect(one.pipelines().map(pipelineStatus)).toEqual([last]);
  });
});

const alive = [
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'canceling',
] as const;

describe.concurrent('a status that lasts is watched until the deadline, then the pipeline is cancelled', () => {
  it.each([
    ...alive.map((status) => ({ status, inputs: {} })),
    ...(['manual', 'scheduled'] as const).map((status) => ({ status, inputs: { 'on-blocked': 'wait' } })),
  ])('$status', async ({ status, inputs }) => {
    const one = cases.make({ looks: [status] });
    const story = await one.play({ with: { 'timeout-minutes': '0.5', ...inputs } });

    const before = story.requests.slice(0, story.requests.indexOf(cancelPipeline));
    const looks = before.filter((line) => line === look);
    expect(looks).not.toEqual([]);
    expectLooks(one, story, [...looks, cancelPipeline, look]);
    const timeOf = (ending: RegExp) => story.recorded.find(({ path }) => ending.test(path))?.at ?? Number.NaN;
    expect(timeOf(/\/cancel$/) - timeOf(/\/pipeline$/)).toBeGreaterThanOrEqual(30_000);
    expect(story.exitCode).toBe(1);
    expect(story.statuses.at(-1)).toBe(
      'failure: the private tests did not end within the time limit (test-all)',
    );
    expect(story.outputs).toMatchObject({ verdict: 'timed-out', reason: 'deadline' });
    expect(pipelineLines(story)).toEqual([
      'pipeline #<pipeline>: started',
      `pipeline #<pipeline>: ${status}`,
      'pipeline #<pipeline>: cancelling (timed-out)',
      'pipeline #<pipeline>: cancel confirmed',
    ]);
    // GitLab takes no second cancel for one that it is cancelling already.
    expect(one.pipelines().map(pipelineStatus)).toEqual([status === 'canceling' ? 'canceling' : 'canceled']);
  });
});

describe.concurrent('beyond the thirteen', () => {
  it('a status that nobody knows is watched on, and warned of once, in our words', async () => {
    const one = cases.make({ looks: ['created', 'running', 'pending', 'success'] });
    const names: Record<string, string> = { created: 'paused_by_moon', pending: 'Läuft irgendwie' };
    const change = (body: unknown) => {
      const answer = body as { status: string };
      return { ...answer, status: names[answer.status] ?? answer.status };
    };
    const fault = { kind: 'mutate', change } as const;
    one.plant({ method: 'GET', path: /\/pipelines\/\d+$/, when: 'after', nth: 'every', fault });
    const story = await one.play();

    expectLooks(one, story, [look, look, look, look]);
    expect(story.exitCode).toBe(0);
    expect(story.log.slice(-8)).toEqual([
      'pipeline #<pipeline>: unknown',
      'Warning: GitLab reports a status that this version does not know; watching on',
      'pipeline #<pipeline>: running',
      'pipeline #<pipeline>: unknown',
      'pipeline #<pipeline>: success',
      ...['audit record', '<audit>'],
      'success: private tests passed (test-all)',
    ]);
    expect(story.result.stdout).not.toMatch(/moon|irgendwie/);
  });

  it('a pass with warnings is a pass, and told as one with warnings', async () => {
    const files = oneJob('exit 0', 'may-fail: { script: [exit 1], allow_failure: true }\n');
    const one = cases.make({ files });
    const story = await one.play();

    expect(story.exitCode).toBe(0);
    const status = 'private tests passed with warnings';
    expect(story.statuses.at(-1)).toBe(`success: ${status} (test-all)`);
    expect(story.outputs).toMatchObject({
      verdict: 'success',
      reason: 'pipeline-success-with-warnings',
      'pipeline-status': 'success',
    });
    expect(story.summary.slice(0, 2)).toEqual([
      expect.stringMatching(/^### ✅ Private tests passed with warnings · /),
      '**Next** · A job that may fail did fail: a maintainer may want to look at it in GitLab.',
    ]);
  });
});
