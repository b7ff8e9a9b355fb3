import { describe, expect, it } from 'vitest';
import * as e from '../../sandbox/demo/expectations.ts';
import type { Expectation, Seen } from '../../sandbox/demo/story.ts';
import { sample, samplePipeline } from './samples.ts';

const [build, passed, failed] = samplePipeline.jobs as [Job, Job, Job];
type Job = (typeof samplePipeline.jobs)[number];
const withPipeline = (change: Partial<typeof samplePipeline>): Partial<Seen> => ({
  pipelines: [{ ...samplePipeline, ...change }],
});
const two: Partial<Seen> = { pipelines: [samplePipeline, samplePipeline] };

/** What holds for the sample, a change after which it does not, and what is said then. */
const rows: [Expectation, Partial<Seen>, string][] = [
  [
    e.statusIs('failure'),
    { statuses: sample.statuses.slice(0, 1) },
    'pending: "private tests are running (test-a, test-b)"',
  ],
  [e.statusIs('failure'), { statuses: [] }, 'no status'],
  [
    e.statusIs('failure', 'tests failed'),
    { statuses: [{ context: 'drawbridge', state: 'failure', description: 'other' }] },
    'failure: "other"',
  ],
  [e.exitCodeIs(1), { runner: { log: [], exitCode: 0 } }, '0'],
  [e.exitCodeIs(1), { runner: { log: [], exitCode: null } }, 'killed'],
  [
    e.testsThatRan('', ['test-b', 'test-a']),
    withPipeline({ jobs: [build, passed] }),
    '1 pipelines, tests: test-a',
  ],
  [
    e.testsThatRan('', ['test-b', 'test-a']),
    withPipeline({ jobs: [build, passed, failed, { ...passed, name: 'test-c' }] }),
    '1 pipelines, tests: test-a, test-b, test-c',
  ],
  [
    e.testsThatRan('', ['test-b', 'test-a']),
    withPipeline({ jobs: [build, passed, { ...failed, trace: [] }] }),
    '1 pipelines, tests: test-a',
  ],
  [e.testsThatRan('', ['test-a', 'test-b']), two, '2 pipelines, tests: test-a, test-a, test-b, test-b'],
  [e.jobsThatFailed(['test-b']), withPipeline({ jobs: [build, passed] }), 'failed: none'],
  [
    e.jobsThatFailed(['test-b']),
    withPipeline({ jobs: [{ ...build, status: 'failed' }, failed] }),
    'failed: build-engine, test-b',
  ],
  [e.twinUsed('feature/x'), withPipeline({ ref: 'main' }), 'ran on main'],
  [e.twinUsed('feature/x'), withPipeline({ toldTwin: false }), 'ran on feature/x'],
  [e.twinUsed('feature/x'), { pipelines: [] }, 'ran on none'],
  [e.pipelineIs('failed'), withPipeline({ status: 'running' }), 'running'],
  [e.pipelineIs('failed'), two, 'failed, failed'],
  [e.nothingLeaked, { leaked: ['account 1'] }, 'account 1'],
  [e.nothingLeaked, { privateLines: 0 }, 'there was no private line to look for'],
  [e.tokenFromVault, { vault: { requests: 0, logIns: 0, reads: 1, lent: 0 } }, '0 log-ins, 0 tokens alive'],
  [e.tokenFromVault, { vault: { requests: 3, logIns: 1, reads: 1, lent: 1 } }, '1 log-ins, 1 tokens alive'],
  [e.secretsRead, { vault: { requests: 3, logIns: 1, reads: 0, lent: 0 } }, '0 reads'],
  [e.noProcessLeft, { processesLeft: 2 }, '2 still running'],
];

describe('what a story expects', () => {
  it.each(rows)('$says', (expectation, change, instead) => {
    expect(expectation.holds(sample)).toBe(true);
    const other = { ...sample, ...change };
    expect(expectation.holds(other)).toBe(false);
    expect(expectation.instead(other)).toBe(instead);
  });

  it('that nobody is asked', () => {
    const none = { requests: 0, logIns: 0, reads: 1, lent: 0 };
    const untouched = { ...sample, gitlabRequests: 0, pipelines: [], vault: none };
    expect(e.nobodyAsked.holds(untouched)).toBe(true);
    expect(e.nobodyAsked.holds({ ...untouched, gitlabRequests: 1 })).toBe(false);
    expect(e.nobodyAsked.holds({ ...untouched, pipelines: [samplePipeline] })).toBe(false);
    expect(e.nobodyAsked.holds({ ...untouched, vault: sample.vault })).toBe(false);
    expect(e.nobodyAsked.instead(sample)).toBe('5 and 4 requests');
  });
});
