/** The input `paths`: which tests a pull request runs by the files that it changes. */
import { describe, expect, it } from 'vitest';
import { type CaseOptions, openCases } from './bridge/cases.ts';
import { ciFile } from './life/life.ts';

const cases = await openCases();
const { github } = cases.sandbox;
const { repository } = cases.scene;
github.push({
  repo: repository,
  branch: 'main',
  by: 'carol',
  files: { 'aws/main.tf': 'aws', 'README.md': 'a' },
});

const paths = "dns:\n  - dns/**\n  - '!**.md'\naws: aws/**";
/** Behind the marker in GitLab's answers a job's name has more to it. */
const testJobs = 'dns: dns *\naws: aws *\ngcp: gcp *';
const tests = 'test-dns: dns\ntest-aws: aws\ntest-gcp: gcp';

/** Plays a pull request that changes these files; its pipelines end at once. */
const play = async (
  changes: NonNullable<CaseOptions['changes']>,
  labels: readonly string[] = [],
  more = {},
) => {
  const files = ciFile({ dns: 'exit 0', aws: 'exit 0', gcp: 'exit 0' });
  const one = cases.make({ changes, labels, files });
  const story = await one.play({ with: { paths, tests, 'test-jobs': testJobs, ...more } });
  return {
    story,
    sent: story.asked.map(({ variables }) => (variables as Record<string, string>)['TESTS_TO_RUN']),
  };
};

describe.concurrent('the files of a pull request', () => {
  it('documentation alone: green at once, in words, and nothing is asked of GitLab', async () => {
    const { story } = await play({ 'README.md': 'b', 'dns/README.md': 'c' });
    expect(story.exitCode).toBe(0);
    expect(story.statuses).toEqual(['success: no private test concerns these files']);
    expect(story.outputs).toMatchObject({
      decision: 'allowed',
      reason: 'no-test-needed',
      tests: '',
      verdict: '',
    });
    expect(story.requests.filter((line) => line.startsWith('gitlab'))).toEqual([]);
    expect(story.log).toContain('tests: none (by the changed files)');
    expect(story.log.at(-1)).toBe('allowed: no private test concerns these files');
  });

  it('a file of one test: that one', async () => {
    const { story, sent } = await play({ 'dns/zone.tf': 'x', 'README.md': 'b' });
    expect([sent, story.outputs['reason'], story.exitCode]).toEqual([['dns'], 'pipeline-success', 0]);
  });

  it('a file that was moved away: its test', async () => {
    const { sent } = await play({ 'aws/main.tf': null, 'old/main.tf': 'aws' });
    expect(sent).toEqual(['aws']);
  });

  it('a change below .github: all tests', async () => {
    const { story, sent } = await play({ '.github/CODEOWNERS': '* @acme', 'README.md': 'b' });
    expect([sent, story.outputs['all-tests-selected']]).toEqual([['test-all'], 'true']);
  });

  it('a label wins', async () => {
    const { story, sent } = await play({ 'README.md': 'b' }, ['test-gcp']);
    expect(sent).toEqual(['gcp']);
    expect(story.requests.filter((line) => line.includes('/compare/'))).toEqual([]);
  });

  it('require-all counts what the files need', async () => {
    const { story } = await play({ 'dns/zone.tf': 'x' }, ['test-gcp'], { mode: 'require-all' });
    expect([story.exitCode, story.statuses]).toEqual([1, ['failure: not all tests are enabled (gcp)']]);
    const needed = await play({ 'dns/zone.tf': 'x' }, ['test-dns'], { mode: 'require-all' });
    expect(needed.story.statuses).toEqual(['success: all tests that these files need are enabled (dns)']);
  });
});
