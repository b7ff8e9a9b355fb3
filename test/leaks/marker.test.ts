import { describe, expect, it, vi } from 'vitest';
import {
  type Case,
  type CaseOptions,
  expectNoMarker,
  marker,
  markerWord,
  openCases,
} from '../acceptance/bridge/cases.ts';
import { publicText } from '../acceptance/leaks.ts';
import { traceOf } from '../acceptance/stage.ts';

// Every story of test/acceptance/bridge is searched for the marker too: each refusal, status, fault and signal.
const cases = await openCases();
const { gitlab } = cases.sandbox;

/** A project whose branches and jobs have the marker in their names, and whose jobs print it. */
const named = (script: string, more: Partial<CaseOptions> = {}): CaseOptions => ({
  files: {
    '.gitlab-ci.yml': [
      "workflow: { name: '$DRAWBRIDGE_KEY' }",
      `test-one: { script: ['echo ${markerWord}', '${script}'] }`,
      `test-one ${markerWord}: { script: ['echo ${markerWord} >&2'] }`,
      `${markerWord}: { script: [exit 0] }`,
      '',
    ].join('\n'),
  },
  defaultBranch: `${markerWord}-branch`,
  labels: ['test-one'],
  ...more,
});

/** The marker at the end of every string, also of those that a client reads: statuses, commits, times. */
const everywhere = (value: unknown): unknown => {
  if (typeof value === 'string') return `${value} ${marker}`;
  if (Array.isArray(value)) return value.map(everywhere);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, everywhere(inner)]));
};
const spoil = (one: Case) =>
  one.plant({
    path: /.*/,
    when: 'after',
    nth: 'every',
    fault: { kind: 'mutate', change: everywhere },
  });

/** Names of jobs as the project has them. */
const withoutMarker = (jobs: unknown): unknown =>
  (jobs as { name: string }[]).map((job) => ({ ...job, name: job.name.replace(` ${marker}`, '') }));

describe('the search', () => {
  it('has something to find in every answer, and finds it in every form', async () => {
    const one = cases.make(named('exit 0'));
    const story = await one.play({ with: { tests: 'test-one: test-one' }, job: { debug: true } });

    expect(traceOf(story)).toContain(markerWord);
    const path = `/api/v4/projects/${encodeURIComponent(one.project)}`;
    for (const what of ['', '/pipelines', '/repository/branches/none']) {
      const headers = { 'private-token': one.tokens.gitlab };
      const answer = await fetch(`${gitlab.url}${path}${what}`, { headers });
      expect(await answer.text()).toContain(markerWord);
      expect(answer.headers.get('x-gitlab-meta')).toContain(markerWord);
    }
    const shapes = [
      marker,
      JSON.stringify({ marker }),
      encodeURIComponent(marker),
      ...['', 'x', 'xy'].map((before) => Buffer.from(`${before}${marker} and so on`).toString('base64')),
    ];
    for (const shape of shapes) {
      const { result } = story;
      const summary = `${result.summary}\n${shape}`;
      expect(() => expectNoMarker({ ...story, result: { ...result, summary } })).toThrow();
    }
  });
});

describe.concurrent('no text of GitLab’s gets out', () => {
  it.each([
    { what: 'a pass', script: 'exit 0', disclose: 'status', reason: 'pipeline-success' },
    { what: 'a failure', script: 'exit 1', disclose: 'status', reason: 'pipeline-failed' },
    { what: 'a pass with counts', script: 'exit 0', disclose: 'counts', reason: 'pipeline-success' },
    { what: 'a failure with results by test', script: 'exit 1', disclose: 'jobs', reason: 'pipeline-failed' },
  ])('$what', async ({ script, disclose, reason }) => {
    const one = cases.make(named(script));
    // Only a job that has just the name of a public test id may be told.
    const asNamed = { kind: 'mutate', change: (body: unknown) => withoutMarker(body) } as const;
    one.plant({ path: /\/pipelines\/\d+\/jobs/, when: 'after', fault: asNamed });
    const story = await one.play({ with: { disclose }, job: { debug: true } });

    expect(traceOf(story)).toContain(markerWord);
    expect(one.pipelines().map(({ ref }) => ref)).toEqual([`${markerWord}-branch`]);
    expect(story.outputs).toMatchObject({ reason, 'gitlab-ref': 'default' });
    const shown = publicText(story);
    expect(shown.includes('3 of 3')).toBe(disclose !== 'status');
    expect(shown.includes('| `test-one` | ❌ failed |')).toBe(disclose === 'jobs');
  });

  it('a cancelled job', async () => {
    const one = cases.make(named('sleep 3600'));
    const { job, told } = one.start({ job: { realSignals: true, debug: true } });
    const isRunning = () =>
      one.pipelines().some(({ jobs }) => jobs.some(({ trace }) => trace.includes(markerWord)));
    await vi.waitUntil(isRunning, { timeout: 25_000, interval: 5 });
    await job.cancel();
    const story = await told();

    expect(story.outputs['reason']).toBe('job-cancelled');
    expect(traceOf(story)).toContain(markerWord);
  });

  it('a killed job and its post', async () => {
    const one = cases.make(named('exit 0', { looks: ['running'] }));
    const { job, told } = one.start({ job: { debug: true } });
    const kill = { kind: 'act', act: () => job.kill() } as const;
    one.plant({ method: 'GET', path: /\/pipelines\/\d+$/, when: 'before', fault: kill });
    const story = await told();

    expect(story.postLog.filter((line) => !line.startsWith('##[debug]'))).toEqual([
      'pipeline #<pipeline>: cancel confirmed',
    ]);
  });

  it.each([
    { what: 'found by GitLab’s word alone', given: {}, reason: 'gitlab-ref-not-found' },
    { what: 'named by an input', given: { 'gitlab-ref': 'main' }, reason: 'deadline' },
  ])('statuses, commits, times, everything is spoilt, and the ref is $what', async ({ given, reason }) => {
    const one = cases.make({ looks: ['running'] });
    spoil(one);
    const inputs = { 'timeout-minutes': '0.2', disclose: 'jobs', ...given };
    const story = await one.play({ with: inputs, job: { debug: true } });

    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ reason, 'pipeline-status': '' });
  });
});
