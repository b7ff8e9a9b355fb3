import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputsOf } from '../../src/report/outputs.ts';
import type { Result } from '../../src/report/result.ts';
import { summaryOf } from '../../src/report/summary.ts';
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
    expect(summaryOf(passed)).toMatchInlineSnapshot(`
      "### ✅ Private tests passed · \`aaaaaaa\` · 2 min 05 s

      <details>
      <summary>How it was decided</summary>

      - Decision: **allowed**
      - Commit: \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\`
      - Tests: \`test-aws, test-do\`
      - GitLab branch: \`feature/x\` (same name)
      - Pipeline: #5
      - Verdict: success
      - Queued: 40 s
      - Running: 1 h 05 min
      - Reason: [\`pipeline-success\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#pipeline-success)

      </details>
      "
    `);
  });

  it('tells one that failed, and what is disclosed of its jobs', () => {
    const failed: Result = {
      ...{ ...passed, verdict: 'failure', reason: 'pipeline-failed', pipelineStatus: 'failed' },
      jobs: { done: 3, failed: 1, all: 4 },
      testResults: { 'test-aws': 'failed', 'test-do': 'success' },
    };
    expect(summaryOf(failed)).toMatchInlineSnapshot(`
      "### ❌ 1 of 2 private tests failed · \`aaaaaaa\` · 2 min 05 s

      | Test | Result | Time |
      |:--|:--|--:|
      | \`test-aws\` | ❌ failed | – |
      | \`test-do\` | ✅ passed | – |

      **Next** · A maintainer can see the logs in GitLab. To run the failed jobs again, a member comments:

      \`\`\`
      /retest
      \`\`\`

      <details>
      <summary>How it was decided</summary>

      - Decision: **allowed**
      - Commit: \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\`
      - Tests: \`test-aws, test-do\`
      - GitLab branch: \`feature/x\` (same name)
      - Pipeline: #5
      - Verdict: failure
      - Jobs: 3 of 4 ended, 1 failed
      - Queued: 40 s
      - Running: 1 h 05 min
      - Reason: [\`pipeline-failed\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#pipeline-failed)

      </details>
      "
    `);
  });

  it('tells of a success that nobody has checked', () => {
    const row = '- Whether each test ran: not checked (`test-jobs: none`)';
    expect(summaryOf({ ...passed, unchecked: true })).toContain(row);
    expect(summaryOf(passed)).not.toContain('Whether each test ran');
  });

  it('tells what an outsider waits for; the command is ready to be copied, with all 40 digits', () => {
    const waiting: Result = { decision: 'denied', reason: 'approval-needed', commit };
    expect(summaryOf(waiting)).toMatchInlineSnapshot(`
      "### ⏳ Waiting for a member to approve this commit · \`aaaaaaa\`

      Nothing has run yet, and nothing is wrong with this change. A member with write access reads the change, then comments:

      \`\`\`
      /ok-to-test aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      \`\`\`

      <details>
      <summary>How it was decided</summary>

      - Decision: **denied** by [\`approval-needed\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#approval-needed): waiting for a member to approve this commit
      - Commit: \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\`

      </details>
      "
    `);
  });

  it('names people and apps as they are called, and of many the first ones', () => {
    const named = (...logins: readonly string[]) =>
      summaryOf({
        ...passed,
        grounds: { rule: 'all-members', people: logins.map((login) => ({ part: 'pusher', login })) },
      });
    expect(named('alice', 'dependabot[bot]', 'alice')).toContain('- Pusher: `alice, dependabot[bot]`\n');
    expect(named(...Array.from({ length: 22 }, (_, nth) => `u${nth}`))).toContain(', u19, 2 more`\n');
  });

  it('tells why a draft runs nothing', () => {
    expect(summaryOf({ decision: 'not-run', reason: 'draft', commit })).toMatchInlineSnapshot(`
      "### ⏳ Draft pull request: tests start when it is ready for review · \`aaaaaaa\`

      **Next** · Mark the pull request ready for review, or set \`drafts: true\`.

      <details>
      <summary>How it was decided</summary>

      - Decision: **not-run** by [\`draft\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#draft): draft pull request: tests start when it is ready for review
      - Commit: \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\`

      </details>
      "
    `);
  });

  it('tells of wrong inputs', () => {
    const faults = ['- gitlab-token: is empty', '- teams: must be team slugs'];
    expect(summaryOf({ decision: 'denied', reason: 'bad-input', commit }, faults)).toMatchInlineSnapshot(`
      "### ✋ A maintainer has to mend the set-up of this check: an input is wrong · \`aaaaaaa\`

      \`\`\`text
      - gitlab-token: is empty
      - teams: must be team slugs
      \`\`\`

      Nothing is wrong with this change. **Next** · Read the error in the log or the summary: it names each wrong input and says what it must be.

      <details>
      <summary>How it was decided</summary>

      - Decision: **denied** by [\`bad-input\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#bad-input): a maintainer has to mend the set-up of this check: an input is wrong
      - Commit: \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\`

      </details>
      "
    `);
  });

  it('names unknown labels', () => {
    const labels = { unknownLabels: ['test-x'], knownLabels: ['test-a', 'test 🚀 b'] };
    expect(summaryOf({ decision: 'denied', reason: 'unknown-label', ...labels })).toMatchInlineSnapshot(`
      "### ✋ A label with the test prefix is not known

      Refused: \`test-x\` · Known: \`test-a, "test 🚀 b"\`

      Nothing has run, and this says nothing about the change. **Next** · Correct the label or take it away, or add it to the input \`tests\`.

      <details>
      <summary>How it was decided</summary>

      - Decision: **denied** by [\`unknown-label\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#unknown-label): a label with the test prefix is not known

      </details>
      "
    `);
  });

  it('tells which branch of the same name was passed over, and by which input it would not have been', () => {
    const ref = { name: 'private-branch', shown: 'default', twin: false };
    expect(summaryOf({ ...passed, ref, passedOver: 'release/3' })).toContain(
      '- GitLab branch: `default`\n- Passed over: `release/3`: protected, and not in `twin-branches`',
    );
    expect(summaryOf(passed)).not.toContain('Passed over');
  });

  it('tells what was reused', () => {
    expect(summaryOf({ ...passed, reused: 'attached' })).toContain('- Reused: attached');
    expect(summaryOf(passed)).not.toContain('Reused');
  });

  it('has three cells in each row of its table, and no name that was read from GitLab', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const summary = summaryOf(result);
        const rows = summary.split('\n').filter((line) => line.startsWith('|'));
        expect(rows.filter((row) => row.split('|').length !== 5)).toEqual([]);
        expect(summary).not.toContain('private-branch');
      }),
    );
  });
});
