import { describe, expect, it } from 'vitest';
import type { PlantedFault } from '../../../sandbox/base/faults.ts';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import type { JobOptions } from '../../../sandbox/runner/job.ts';
import { cancelPipeline, createPipeline, look, namePipeline, readPull, writeStatus } from '../requests.ts';
import type { Story } from '../story.ts';
import { type Case, openCases } from './cases.ts';
import { beforeStart, expectWatched } from './watched.ts';

const cases = await openCases({ scale: 20 });

/** Plants a fault on looks at the pipeline, usually the second one. */
const onLooks = (one: Case, fault: PlantedFault['fault'], more: Partial<PlantedFault> = {}) =>
  one.plant({ method: 'GET', when: 'before', nth: 2, ...more, path: /\/pipelines\/\d+$/, fault });

const expectLooks = (one: Case, story: Story, watch: readonly string[], end = [readPull, writeStatus]) =>
  expectWatched(
    story,
    [...beforeStart(one.pull.branch), createPipeline, namePipeline],
    [writeStatus, ...watch, ...end],
  );

const status = (status: number, more: object = {}) => ({ kind: 'status', status, ...more }) as const;
const throttled = status(429, {
  headers: { 'retry-after': '20' },
  body: 'Retry later\n',
  contentType: 'text/plain',
});

interface Blip {
  readonly what: string;
  /** How the pipeline ends: the verdict must be that one and no other. */
  readonly end: 'success' | 'failed';
  readonly fault: PlantedFault['fault'];
  readonly more?: Partial<PlantedFault>;
  /** Looks that are met by it, as they stand in the list of requests. */
  readonly seen: readonly string[];
  /** The least time (virtual ms) from the first of them to the next look. */
  readonly gap?: number;
  readonly job?: Partial<JobOptions>;
}

const blips: readonly Blip[] = [
  { what: 'one 502', end: 'success', fault: status(502), seen: [`${look} → 502`] },
  {
    what: 'more 502s than are asked again at once',
    end: 'failed',
    fault: status(502),
    more: { times: 5 },
    seen: Array(5).fill(`${look} → 502`),
  },
  {
    what: 'a 429 with Retry-After',
    end: 'success',
    fault: throttled,
    seen: [`${look} → 429`],
    gap: 20_000,
  },
  { what: 'a reset', end: 'failed', fault: { kind: 'drop' }, seen: [`${look} → dropped`] },
  {
    what: 'half a body',
    end: 'success',
    fault: { kind: 'half-body' },
    more: { when: 'after' },
    // For GitLab it was a whole answer: it has told the end, and tells it again.
    seen: [look],
  },
  { what: 'an HTML page with 200', end: 'failed', fault: { kind: 'html' }, seen: [look] },
  {
    what: 'a 403 page of a gateway',
    end: 'success',
    fault: status(403, { body: '<html><h1>403 Forbidden</h1></html>', contentType: 'text/html' }),
    more: { times: 4 },
    seen: Array(4).fill(`${look} → 403`),
  },
  {
    what: 'a 401 in JSON, twice',
    end: 'failed',
    fault: status(401),
    more: { times: 2 },
    seen: Array(2).fill(`${look} → 401`),
  },
  {
    what: 'a redirect to a sign-in',
    end: 'success',
    fault: status(302, { headers: { location: 'https://sign-in.example' } }),
    seen: [`${look} → 302`],
  },
  {
    what: '30 s of silence',
    end: 'success',
    fault: { kind: 'silence' },
    more: { times: 2 },
    seen: Array(2).fill(`${look} → dropped`),
    job: { networkScale: 10 },
  },
];

describe.concurrent('while GitLab is polled, a blip changes nothing', () => {
  it.each(blips)('$what: $end', async ({ fault, more, seen, gap = 0, job = {}, end }) => {
    const one = cases.make({ looks: ['running', end] });
    onLooks(one, fault, more);
    const story = await one.play({ job });

    expectLooks(one, story, [look, ...seen, look]);
    expect(story.exitCode).toBe(end === 'success' ? 0 : 1);
    const verdict = end === 'success' ? 'success' : 'failure';
    expect(story.outputs).toMatchObject({ verdict, 'pipeline-status': end });
    expect(story.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
    const times = story.recorded.filter(({ path }) => /\/pipelines\/\d+$/.test(path)).map(({ at }) => at);
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(gap);
  });
});

describe.concurrent('what looks like a fault and is none', () => {
  it('a new pipeline may be absent for a while', async () => {
    const one = cases.make({ looks: ['running', 'success'], settings: { lagMs: 20_000 } });
    const story = await one.play();

    const absent = story.requests.filter((line) => line === `${look} → 404`);
    expect(absent).not.toEqual([]);
    expectWatched(
      story,
      [...beforeStart(one.pull.branch), createPipeline, `${namePipeline} → 404`],
      [writeStatus, ...absent, look, look, readPull, writeStatus],
    );
    expect(story.exitCode).toBe(0);
    expect(story.outputs['verdict']).toBe('success');
  });

  it('queueing takes as long as it takes', async () => {
    const queue = [
      'created',
      'waiting_for_resource',
      'preparing',
      'waiting_for_callback',
      'pending',
    ] as const;
    const one = cases.make({ looks: [...queue, ...queue, 'running', 'success'] });
    const story = await one.play();

    expectLooks(one, story, Array(12).fill(look));
    expect(story.exitCode).toBe(0);
    // One line for each change of state.
    const lines = story.log.filter((line) => line.startsWith('pipeline #'));
    expect(lines).toHaveLength(1 + 12);
  });
});

describe.concurrent('what no patience cures', () => {
  it.each([401, 403])('%i: the watch is lost, the pipeline is not', async (code) => {
    const one = cases.make({ looks: ['running'] });
    const path = /\/pipelines\/\d+/;
    // The first request to the pipeline gives it its name.
    one.plant({ path, when: 'before', nth: 3, times: 100, fault: status(code) });
    const story = await one.play();

    const refused = story.requests.filter((line) => line === `${look} → ${code}`);
    expect(refused.length).toBeGreaterThanOrEqual(3);
    expectLooks(one, story, [look, ...refused]);
    expect(one.pipelines().map(pipelineStatus)).toEqual(['running']);
    expect(story.exitCode).toBe(1);
    const sentence = 'GitLab refused the token while the pipeline was being watched';
    expect(story.statuses.at(-1)).toBe(`error: ${sentence} (test-all)`);
    expect(story.outputs).toMatchObject({ verdict: 'lost', reason: 'watch-refused' });
    expect(story.log.slice(-4)).toEqual([
      'Warning: pipeline #<pipeline> is left running: a later run of this job takes it up',
      ...['audit record', '<audit>'],
      expect.stringMatching(/Settings > Access tokens, then run the job again/),
    ]);
  });

  it('GitLab stays away for longer than the error budget: lost, and the pipeline cancelled', async () => {
    const one = cases.make({ looks: ['running'] });
    const outage: PlantedFault['fault'] = status(503);
    onLooks(one, outage, { times: 1000 });
    const path = /\/pipelines\/\d+\/cancel$/;
    const back = () => void Object.assign(outage, { kind: 'delay', ms: 0 });
    one.plant({ method: 'POST', path, when: 'before', fault: { kind: 'act', act: back } });
    const story = await one.play({ with: { 'error-budget-minutes': '0.5' } });

    const failed = story.requests.filter((line) => line === `${look} → 503`);
    expect(failed.length).toBeGreaterThan(1);
    expectLooks(one, story, [look, ...failed, cancelPipeline, look]);
    expect(story.exitCode).toBe(1);
    const sentence = 'GitLab could not be reached for too long: how the private tests ended is not known';
    expect(story.statuses.at(-1)).toBe(`error: ${sentence} (test-all)`);
    expect(story.outputs).toMatchObject({ verdict: 'lost', reason: 'error-budget' });
    expect(one.pipelines().map(pipelineStatus)).toEqual(['canceled']);
  });

  it('the deadline: timed out, and the pipeline cancelled, also while GitLab is silent', async () => {
    const one = cases.make({ looks: ['running'] });
    onLooks(one, { kind: 'silence' }, { times: 2 });
    const story = await one.play({ with: { 'timeout-minutes': '0.4' }, job: { networkScale: 20 } });

    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ verdict: 'timed-out', reason: 'deadline' });
    expect(story.requests).toContain(cancelPipeline);
    expect(one.pipelines().map(pipelineStatus)).toEqual(['canceled']);
  });
});
