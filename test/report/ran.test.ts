import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/pipeline/pipeline.ts';
import { type PipelineStatus, statuses } from '../../src/pipeline/status.ts';
import { isUnderWay, ranOf, testsToShow } from '../../src/report/ran.ts';
import { job } from '../pipeline/build.ts';

const every = [...Object.keys(statuses), 'unknown'] as PipelineStatus[];

const rulesFor = (tests?: Readonly<Record<string, string>>) => ({
  selection: {
    prefix: 'test-',
    tests: tests && new Map(Object.entries(tests)),
    defaultTests: ['test-all'],
    allLabel: 'test-all',
  },
  testJobs: new Map<string, readonly string[]>(),
});

const dns = (over: Partial<Job> = {}) => job({ name: 'dns', ...over });
const bridge = (over: Partial<Job> = {}) => dns({ bridge: true, ...over });
const passed = { ran: 'passed', warned: [] };
const missing = { ran: 'missing', missing: ['dns'] };

describe('whether a test ran', () => {
  it.each<[string, readonly Job[], unknown]>([
    ['its job passed', [dns()], passed],
    ['no job at all', [], missing],
    ['only jobs of other names', [job({ name: 'build' }), job({ name: 'dns-slow' })], missing],
    [
      'a job that may fail failed',
      [dns({ status: 'failed', mayFail: true })],
      { ran: 'passed', warned: ['dns'] },
    ],
    ['a job that may not fail failed', [dns({ status: 'failed' })], { ran: 'failed' }],
    ['a job waits for a person', [dns({ status: 'manual', mayFail: true })], missing],
    ['a job was skipped', [dns({ status: 'skipped' })], missing],
    ['a job that may fail was cancelled', [dns({ status: 'canceled', mayFail: true })], missing],
    [
      'one of its parallel jobs was skipped',
      [dns({ name: 'dns 1/2' }), dns({ name: 'dns 2/2', status: 'skipped' })],
      missing,
    ],
    ['one passed, one waits for a person', [dns(), dns({ status: 'manual' })], missing],
    [
      'one waits, one that may fail failed',
      [dns({ status: 'manual' }), dns({ status: 'failed', mayFail: true })],
      missing,
    ],
    ['a bridge whose pipeline passed', [bridge({ downstream: 'success' })], passed],
    ['a bridge that did not wait, and whose pipeline runs', [bridge({ downstream: 'running' })], missing],
    [
      'a bridge that did not wait, and whose pipeline failed',
      [bridge({ downstream: 'failed' })],
      { ran: 'failed' },
    ],
    [
      'the same, where it may fail',
      [bridge({ downstream: 'failed', mayFail: true })],
      { ran: 'passed', warned: ['dns'] },
    ],
    ['a bridge that shows no pipeline', [bridge()], missing],
    [
      'a bridge that started none',
      [bridge({ status: 'failed', mayFail: true })],
      { ran: 'passed', warned: ['dns'] },
    ],
    ['a bridge that waits for a person', [bridge({ status: 'manual' })], missing],
  ])('%s', (_, jobs, expected) => expect(ranOf(jobs, ['dns'], rulesFor())).toEqual(expected));

  it('is told for each test', () => {
    const jobs = [
      dns(),
      job({ name: 'tls', status: 'failed', mayFail: true }),
      job({ name: 'load', status: 'skipped' }),
    ];
    expect(ranOf(jobs, ['dns', 'tls'], rulesFor())).toEqual({ ran: 'passed', warned: ['tls'] });
    expect(ranOf(jobs, ['dns', 'tls', 'load', 'x'], rulesFor())).toEqual({
      ran: 'missing',
      missing: ['load', 'x'],
    });
    expect(ranOf([...jobs, dns({ status: 'failed' })], ['dns', 'x'], rulesFor())).toEqual({ ran: 'failed' });
  });

  it('passes for nothing but a pass, or a failure that is allowed, of every job', () => {
    const jobOf = fc.record({
      name: fc.constantFrom('dns', 'dns 1/2', 'tls', 'build'),
      status: fc.constantFrom(...every),
      bridge: fc.constant(false),
      mayFail: fc.boolean(),
    });
    const good = ({ status, mayFail }: Job) => status === 'success' || (status === 'failed' && mayFail);
    fc.assert(
      fc.property(fc.array(jobOf, { maxLength: 6 }), (jobs) => {
        const own = (name: string) => jobs.filter((one) => one.name.split(' ')[0] === name);
        const expected = ['dns', 'tls'].every((name) => own(name).length > 0 && own(name).every(good));
        expect(ranOf(jobs, ['dns', 'tls'], rulesFor()).ran === 'passed').toBe(expected);
      }),
    );
  });
});

describe('what is to be shown', () => {
  const listed = rulesFor({ 'test-dns': 'dns', 'test-tls': 'tls' });

  it.each([
    ['the selected tests', ['dns', 'dns', 'x'], rulesFor(), ['dns', 'x']],
    ['all that are listed', ['test-all'], listed, ['dns', 'tls']],
    [
      'all that are listed but the word for all',
      ['test-all'],
      rulesFor({ a: 'dns', b: 'test-all' }),
      ['dns'],
    ],
    ['for all nothing where nothing is listed', ['test-all'], rulesFor(), []],
    ['nothing where nothing is known of jobs', ['dns'], { ...listed, testJobs: 'none' as const }, []],
  ])('%s', (_, tests, rules, expected) => expect(testsToShow(tests, rules)).toEqual(expected));
});

it('one job of one test that is under way is enough', () => {
  const jobs = [job({ name: 'build' }), dns(), dns({ name: 'dns 2/2', status: 'running' })];
  expect(isUnderWay(jobs, ['tls', 'dns'], rulesFor())).toBe(true);
  expect(isUnderWay(jobs, ['tls'], rulesFor())).toBe(false);
});

it.each(every)('a job that is %s may be under way', (status) => {
  const ends = ['success', 'failed', 'canceled', 'skipped', 'manual', 'scheduled'];
  expect(isUnderWay([dns({ status })], ['dns'], rulesFor())).toBe(!ends.includes(status));
  expect(isUnderWay([job({ name: 'build', status })], ['dns'], rulesFor())).toBe(false);
});
