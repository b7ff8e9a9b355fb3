import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, outputsOf, summaryOf } from '../../src/report/render.ts';
import { anyResult, commit, passed } from './build.ts';

describe('outputs', () => {
  it('tell everything that is known', () => {
    expect(outputsOf(passed)).toMatchObject({
      decision: 'allowed',
      reason: 'pipeline-success',
      commit,
      tests: 'test-aws,test-do',
      'all-tests-selected': 'false',
      'gitlab-ref': 'feature/x',
      'twin-branch': 'feature/x',
      'pipeline-id': '5',
      'pipeline-status': 'success',
      verdict: 'success',
      reused: 'none',
      'duration-seconds': '125',
    });
    expect(outputsOf({ ...passed, audit: '{"v":1}' }).audit).toBe('{"v":1}');
  });

  it('are empty where nothing is known', () => {
    const { decision, reason, ...others } = outputsOf({ decision: 'denied', reason: 'not-member' });
    expect([decision, reason]).toEqual(['denied', 'not-member']);
    expect(new Set(Object.values(others))).toEqual(new Set(['']));
  });

  it('tell what is known to be nothing', () => {
    const outputs = outputsOf({
      ...passed,
      allSelected: true,
      durationSeconds: 0,
      ref: { name: 'x', shown: 'default', twin: false },
    });
    expect(outputs).toMatchObject({
      'all-tests-selected': 'true',
      'duration-seconds': '0',
      'gitlab-ref': 'default',
      'twin-branch': '',
    });
  });

  it('are single lines, and never a name that was read from GitLab', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        for (const value of Object.values(outputsOf(result)))
          expect(value).not.toMatch(/[\r\n]|private-branch/);
      }),
    );
  });
});

describe('the summary', () => {
  it('tells a run that passed', () => {
    expect(summaryOf(passed).split('\n')).toEqual([
      '### Drawbridge: private tests passed',
      '',
      '| | |',
      '|---|---|',
      '| Decision | allowed |',
      `| Commit | \`${commit}\` |`,
      '| Tests | `test-aws, test-do` |',
      '| GitLab branch | `feature/x` (same name) |',
      '| Pipeline | #5 |',
      '| Verdict | success |',
      '| Queued | 40 s |',
      '| Running | 1 h 5 min |',
      '| Reason | `pipeline-success` |',
      '',
    ]);
  });

  it('says what to do next when it did not pass', () => {
    const summary = summaryOf({ decision: 'denied', reason: 'approval-needed', commit });
    expect(summary).toContain('### Drawbridge: waiting for a member to approve this commit\n');
    // Ready to be copied, with all 40 digits.
    expect(summary).toContain(`reads the change, then comments \`/ok-to-test ${commit}\`.\n`);
    expect(summary).not.toContain('Pipeline');
  });

  it('names unknown labels', () => {
    const summary = summaryOf({
      decision: 'denied',
      reason: 'unknown-label',
      unknownLabels: ['test-x'],
      knownLabels: ['test-a'],
    });
    expect(summary).toContain(
      '### Drawbridge: a label with the test prefix is not known: test-x; known: test-a',
    );
  });

  it('tells what is disclosed of jobs', () => {
    const summary = summaryOf({
      ...passed,
      jobs: { done: 3, all: 4 },
      testResults: { 'test-aws': 'failed', 'test-do': 'success' },
    });
    expect(summary).toContain('| Jobs | 3 of 4 ended |\n');
    expect(summary).toContain('| `test-aws` | failed |\n| `test-do` | success |\n');
  });

  it('tells what was reused', () => {
    expect(summaryOf({ ...passed, reused: 'attached' })).toContain('| Reused | attached |');
    expect(summaryOf(passed)).not.toContain('Reused');
  });

  it('is a table with two cells in each row, and no name that was read from GitLab', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const summary = summaryOf(result);
        const rows = summary.split('\n').filter((line) => line.startsWith('|'));
        expect(rows.length).toBeGreaterThanOrEqual(4);
        for (const row of rows) expect(row.split('|')).toHaveLength(4);
        expect(summary).not.toContain('private-branch');
      }),
    );
  });
});

describe('a duration', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min 0 s'],
    [3_599, '59 min 59 s'],
    [3_600, '1 h 0 min'],
    [7_325, '2 h 2 min'],
    [90_000, '25 h 0 min'],
  ])('%i s: %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it('that is not known is not told', () => expect(duration(undefined)).toBeUndefined());
});
