import { describe, expect, it } from 'vitest';
import { isNamed, jobNamesOf, type TestJobs } from '../../src/report/test-jobs.ts';

const selection = (tests?: Readonly<Record<string, string>>, prefix = 'test-') => ({
  prefix,
  tests: tests && new Map(Object.entries(tests)),
  defaultTests: ['test-all'],
  allLabel: 'test-all',
});

describe('the jobs of a test', () => {
  it.each<[string, string, ReturnType<typeof selection>, readonly string[]]>([
    ['a label that is its own id', 'test-dns', selection(), ['test-dns', 'dns']],
    ['an id without the prefix', 'smoke', selection(), ['smoke']],
    ['the id of a label', 'dns-suite', selection({ 'test-dns': 'dns-suite' }), ['dns-suite', 'dns']],
    ['two labels', 'dns', selection({ 'test-a': 'dns', 'test-b': 'dns' }), ['dns', 'a', 'b']],
    ['the prefix alone', 'test-', selection(), ['test-']],
    // Else the jobs of `a` would show that `b` ran.
    ['a short name that is another test', 'b', selection({ 'test-b': 'a', 'test-a': 'b' }), ['b']],
    ['a short name that is a default test', 'test-all', selection({ 'test-b': 'all' }), ['test-all']],
    ['its own id as a short name', 'dns', selection({ 'test-dns': 'dns' }), ['dns', 'dns']],
  ])('%s', (_, test, rules, names) =>
    expect(jobNamesOf(test, { selection: rules, testJobs: new Map() })).toEqual(names),
  );

  it('are those that were given, and no others', () => {
    const testJobs: TestJobs = new Map([['test-dns', ['resolve*']]]);
    const rules = { selection: selection(), testJobs };
    expect(jobNamesOf('test-dns', rules)).toEqual(['resolve*']);
    expect(jobNamesOf('test-tls', rules)).toEqual(['test-tls', 'tls']);
    expect(jobNamesOf('test-tls', { ...rules, testJobs: 'none' })).toEqual(['test-tls', 'tls']);
  });
});

describe('the name of a job', () => {
  it.each([
    ['dns', 'dns'],
    ['dns 2/5', 'dns'],
    ['dns 12/15', 'dns'],
    ['dns: [linux, 24]', 'dns'],
    ['dns-fast', 'dns-*'],
    ['dns-fast 1/2', 'dns-*'],
    ['a.b', 'a.b'],
    ['dns: [linux, 24]', 'dns: [linux, *]'],
  ])('%j is one of %j', (job, name) => expect(isNamed(job, ['other', name])).toBe(true));

  it.each([
    ['dns-slow', 'dns'],
    ['my dns', 'dns'],
    ['dns 2/5x', 'dns'],
    ['dns: linux', 'dns'],
    ['dns 1/2-slow', 'dns-slow'],
    ['dns: [linux] slow', 'dns slow'],
    ['x dns 2/5', 'dns'],
    ['Dns', 'dns'],
    ['axb', 'a.b'],
    ['mydns-fast', 'dns-*'],
    ['', 'dns'],
  ])('%j is none of %j', (job, name) => expect(isNamed(job, [name])).toBe(false));
});
