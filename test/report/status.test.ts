import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../src/reasons.ts';
import { exitCode } from '../../src/report/exit.ts';
import type { Result } from '../../src/report/result.ts';
import {
  heldLine,
  isBySame,
  isHeldBack,
  isSaid,
  nextStep,
  type StandingStatus,
  describe as sentence,
  statusLine,
} from '../../src/report/status.ts';
import { anyResult, codes, commit, passed } from './build.ts';

const denied = (over: Partial<Result>): Result => ({
  decision: 'denied',
  reason: 'not-member',
  commit,
  ...over,
});
const allowed = (over: Partial<Result>): Result => ({ ...passed, ...over });

describe('what counts', () => {
  it.each<[string, Result, string | undefined, 0 | 1]>([
    ['passed', passed, 'success', 0],
    ['passed with warnings', allowed({ reason: 'pipeline-success-with-warnings' }), 'success', 0],
    ['failed', allowed({ verdict: 'failure', reason: 'pipeline-failed' }), 'failure', 1],
    ['skipped', allowed({ verdict: 'failure', reason: 'pipeline-skipped' }), 'failure', 1],
    ['cancelled in GitLab', allowed({ verdict: 'cancelled', reason: 'pipeline-canceled' }), 'failure', 1],
    ['cancelled in GitHub', allowed({ verdict: 'cancelled', reason: 'job-cancelled' }), 'failure', 1],
    ['timed out', allowed({ verdict: 'timed-out', reason: 'deadline' }), 'failure', 1],
    ['blocked', allowed({ verdict: 'blocked', reason: 'pipeline-blocked' }), 'failure', 1],
    ['denied by right', denied({}), 'failure', 1],
    ['bad input', denied({ reason: 'bad-input' }), 'failure', 1],
    ['unknown label', denied({ reason: 'unknown-label' }), 'failure', 1],
    ['unsafe value', denied({ reason: 'unsafe-value' }), 'failure', 1],
    ['undecided', denied({ decision: 'undecided', reason: 'github-unavailable' }), 'error', 1],
    ['lost: silence', allowed({ verdict: 'lost', reason: 'error-budget' }), 'error', 1],
    ['lost: refused', allowed({ verdict: 'lost', reason: 'watch-refused' }), 'error', 1],
    ['lost: deleted', allowed({ verdict: 'lost', reason: 'pipeline-gone' }), 'error', 1],
    [
      'lost: the status could not be written',
      allowed({ verdict: 'lost', reason: 'status-not-written' }),
      'error',
      1,
    ],
    ['waiting for an approval', denied({ reason: 'approval-needed' }), 'pending', 1],
    ['superseded', allowed({ verdict: 'superseded', reason: 'superseded' }), undefined, 1],
    ['the head has moved', denied({ reason: 'head-moved' }), undefined, 1],
    ['closed', denied({ reason: 'pull-request-closed' }), undefined, 1],
    ['unsupported event', denied({ reason: 'unsupported-event' }), undefined, 1],
    ['draft', denied({ decision: 'not-run', reason: 'draft' }), 'pending', 0],
    ['all tests enabled', allowed({ reason: 'all-tests-selected' }), 'success', 0],
    ['not all tests enabled', denied({ reason: 'tests-missing' }), 'failure', 1],
    ['started, GitLab reports', allowed({ verdict: 'pending', reason: 'detached' }), 'pending', 0],
    ['a release was started', allowed({ verdict: 'pending', reason: 'triggered' }), undefined, 0],
    ['ordinary talk', denied({ decision: 'not-run', reason: 'no-command' }), undefined, 0],
    ['another label', denied({ decision: 'not-run', reason: 'label-without-prefix' }), undefined, 0],
    ['cancelled all', allowed({ reason: 'cancel-done' }), undefined, 0],
    ['could not cancel all', allowed({ reason: 'cancel-incomplete' }), undefined, 1],
    ['swept', allowed({ reason: 'sweep-done' }), undefined, 0],
    ['could not sweep', allowed({ reason: 'sweep-incomplete' }), undefined, 1],
    ['pull request of Dependabot', denied({ reason: 'dependabot' }), 'pending', 1],
    ['ours to blame', denied({ decision: 'undecided', reason: 'internal' }), 'error', 1],
  ])('%s', (_, result, state, exit) => {
    expect([statusLine(result)?.state, exitCode(result, 'drawbridge')]).toEqual([state, exit]);
  });

  it('a draft without a status to hold it back is no green job', () => {
    expect(exitCode(denied({ decision: 'not-run', reason: 'draft' }), undefined)).toBe(1);
  });

  it('a green pipeline is a green job also without a status', () =>
    expect(exitCode(passed, undefined)).toBe(0));
});

describe('a status line', () => {
  it.each<[string, Result, string]>([
    ['names the tests', passed, 'private tests passed (test-aws, test-do)'],
    [
      'counts jobs',
      allowed({ jobs: { done: 3, failed: 0, all: 4 } }),
      'private tests passed (test-aws, test-do, 3 of 4 jobs)',
    ],
    [
      'counts jobs without tests',
      allowed({ tests: [], jobs: { done: 3, failed: 0, all: 4 } }),
      'private tests passed, 3 of 4 jobs',
    ],
    [
      'names unknown labels alone',
      denied({ reason: 'unknown-label', unknownLabels: ['x'], knownLabels: [] }),
      'a label with the test prefix is not known: x',
    ],
    [
      'names a label so that it can neither hide nor do anything',
      denied({ reason: 'unsafe-value', unknownLabels: ['test-$(id)\u202e'], knownLabels: [] }),
      'a branch or label contains characters that are not passed on: "test-\\u{24}(id)\\u{202e}"',
    ],
    [
      'has no emoji, which GitHub refuses there',
      denied({ reason: 'unknown-label', unknownLabels: ['test 🚀'], knownLabels: [] }),
      'a label with the test prefix is not known: "test \\u{1f680}"',
    ],
    [
      'names the tests that did not run',
      allowed({ verdict: 'failure', reason: 'test-not-run', missingTests: ['test-aws', 'test-do'] }),
      'a selected test did not run, or not all of its jobs: test-aws, test-do',
    ],
    [
      'names the tests that passed with warnings',
      allowed({ reason: 'pipeline-success-with-warnings', warnedTests: ['test-aws', 'test-do'] }),
      'private tests passed with warnings: test-aws, test-do (test-aws, test-do)',
    ],
    ['names none when there is none', allowed({ tests: [] }), 'private tests passed'],
    [
      'says what a contributor waits for',
      denied({ reason: 'approval-needed' }),
      'needs /ok-to-test aaaaaaaaaaaa… (all 40 digits) from a member with write access',
    ],
    [
      'says so also without a commit',
      { decision: 'denied', reason: 'approval-needed' },
      'waiting for a member to approve this commit',
    ],
    [
      'names unknown and known labels',
      denied({
        reason: 'unknown-label',
        unknownLabels: ['test-x', 'test-y'],
        knownLabels: ['test-all', 'test-aws'],
      }),
      'a label with the test prefix is not known: test-x, test-y; known: test-all, test-aws',
    ],
  ])('%s', (_, result, description) => expect(statusLine(result)?.description).toBe(description));

  it('is cut at 140 characters, visibly', () => {
    const description = statusLine(allowed({ tests: Array(40).fill('test-long-name') }))?.description ?? '';
    expect(description).toHaveLength(140);
    expect(description).toMatch(/^private tests passed \(test-long-name, .*…$/);
    const exact = 'x'.repeat(140 - 'private tests passed ()'.length);
    expect(statusLine(allowed({ tests: [exact] }))?.description).toBe(`private tests passed (${exact})`);
  });

  it('has no place for a private branch name', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        expect(statusLine(result)?.description ?? '').not.toContain('private-branch');
      }),
    );
  });

  it('is one line of at most 140 characters for any result, and never empty', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const line = statusLine(result);
        expect(line === undefined).toBe(reasonOf(result.reason).shows === 'untouched');
        // GitHub takes no character above U+FFFF, so none of them is in it, nor half of one.
        if (line) expect(line.description).toMatch(/^\S[^\n\r\u{10000}-\u{10ffff}\ud800-\udfff]{0,139}$/u);
        expect(sentence(result)).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each(codes)('says of %s no more than the table', (reason) => {
    const line = statusLine({ decision: 'denied', reason });
    const { shows } = reasonOf(reason);
    expect(line?.state ?? 'untouched').toBe(shows);
  });
});

describe('a pass that is held back', () => {
  it.each<[readonly string[], number | 'all', string]>([
    [['dns'], 5, 'passed: dns; #5 asks for more'],
    [['aws', 'dns'], 'all', 'passed: aws, dns; all tests are needed to merge'],
    [[], 5, 'passed; #5 asks for more'],
  ])('%j, by %s', (tests, by, description) => {
    expect(heldLine(tests, by)).toEqual({ state: 'pending', description });
    const result = { ...passed, tests, reason: 'more-tests-asked', asksMore: by } as const;
    expect(statusLine(result)).toEqual({ state: 'pending', description });
    expect(isHeldBack({ state: 'pending', description })).toBe(true);
    expect(isHeldBack({ state: 'success', description })).toBe(false);
    expect(isHeldBack({ state: 'pending', description: `${description} @alice` })).toBe(false);
  });

  it('is told without tests where they are not known', () => {
    const { tests: _, ...without } = passed;
    expect(statusLine({ ...without, asksMore: 5 })?.description).toBe('passed; #5 asks for more');
  });

  it('is cut within 140 characters before it says why', () => {
    const room = 140 - 'passed: ; #5 asks for more'.length;
    const fits = heldLine(['x'.repeat(room)], 5).description;
    expect(fits).toBe(`passed: ${'x'.repeat(room)}; #5 asks for more`);
    const cut = heldLine(['x'.repeat(room + 1)], 5).description;
    expect(cut).toBe(`passed: ${'x'.repeat(room - 1)}…; #5 asks for more`);
    for (const description of [fits, cut]) expect(isHeldBack({ state: 'pending', description })).toBe(true);
  });
});

describe('two statuses', () => {
  const one: StandingStatus = {
    ...{ context: 'drawbridge', state: 'pending', targetUrl: 'x', description: 'y', creator: 1, at: 0 },
  };
  it.each<[string, Partial<StandingStatus>, boolean, boolean]>([
    ['that differ in their time alone', { at: 5 }, true, true],
    ['of another state', { state: 'success' }, false, true],
    ['in other words', { description: 'z' }, false, true],
    ['with another link', { targetUrl: 'z' }, false, true],
    ['of another account', { creator: 2 }, true, false],
  ])('%s', (_, over, said, bySame) => {
    const other = { ...one, ...over };
    expect([isSaid(one)(other), isBySame(one, other)]).toEqual([said, bySame]);
  });

  it('of which there is one only are by nobody, told or not', () => {
    const { creator: _, ...untold } = one;
    expect([isBySame(one, undefined), isBySame(untold, undefined)]).toEqual([false, false]);
  });
});

it.each<[object, RegExp]>([
  [{ reason: 'approval-needed' }, /`\/ok-to-test a{40}`/],
  [{ reason: 'approval-needed', commit: undefined }, /`\/ok-to-test <commit>`/],
  [{ reason: 'pipeline-failed', ref: { name: 'x', shown: 'x', twin: true } }, /see the logs in GitLab/],
  [
    { reason: 'pipeline-failed', ref: { name: 'x', shown: 'default', twin: false } },
    /see the logs in GitLab/,
  ],
  [{ reason: 'gitlab-ref-not-found', ref: undefined }, /the input `gitlab-ref`/],
])('the next step of %j', (over, expected) => {
  expect(nextStep({ ...denied({}), ...over })).toMatch(expected);
});

describe('the next step where a ref is not there', () => {
  it.each([
    [
      'configured',
      { name: 'gone', shown: 'gone', twin: false },
      /the input `gitlab-ref`, or make that branch/,
    ],
    [
      'of the same name',
      { name: 'feature/x', shown: 'feature/x', twin: true },
      /the branch of the same name/,
    ],
    ['the default one', { name: 'private-branch', shown: 'default', twin: false }, /Settings > Repository/],
  ])('is where its name came from: %s', (_, ref, expected) => {
    const result = allowed({ reason: 'gitlab-ref-not-found', ref });
    expect(nextStep(result)).toMatch(expected);
    expect(nextStep(result)).not.toContain('private-branch');
    // Nobody chose that name as an input.
    if (ref.twin) expect(nextStep(result)).not.toContain('gitlab-ref');
  });
});

it('only what the table ends with 0 is a green job', () => {
  fc.assert(
    fc.property(anyResult, fc.constantFrom('drawbridge', undefined), (result, context) => {
      const exit = exitCode(result, context);
      if (exit === 0) expect(reasonOf(result.reason).exit).toBe(0);
      if (statusLine(result)?.state === 'failure' || statusLine(result)?.state === 'error')
        expect(exit).toBe(1);
    }),
  );
});
