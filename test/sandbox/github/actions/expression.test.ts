import { describe, expect, it } from 'vitest';
import { holds } from '../../../../sandbox/github/actions/expression.ts';

const github = {
  event_name: 'workflow_run',
  actor: 'Mel',
  event: {
    action: 'requested',
    issue: { pull_request: { url: 'u' }, labels: [{ name: 'a' }] },
    comment: { body: '/retest now' },
    workflow_run: { run_attempt: 2, conclusion: null, name: "it's" },
  },
};

/** The condition that the recipe of `workflow_run` has. */
const once = "github.event.action == 'requested' || github.event.workflow_run.run_attempt > 1";

describe('a condition', () => {
  it.each([
    [once, true],
    ["github.event.issue.pull_request && startsWith(github.event.comment.body, '/')", true],
    ["github.event.issue.pull_request && startsWith(github.event.comment.body, '!')", false],
    ["${{ github.event_name == 'workflow_run' }}", true],
    ["  github.event_name\n  == 'workflow_run'\n", true],
    ['contains(fromJSON(\'["closed", "requested"]\'), github.event.action)', true],
    ['contains(fromJSON(\'["closed"]\'), github.event.action)', false],
    ["contains('abc', 'B')", true],
    ["github.event.workflow_run.name == 'it''s'", true],
    ['github.event.workflow_run.conclusion == null', true],
    ["github.event.workflow_run.conclusion == 'action_required'", false],
    ["github.event.workflow_run.conclusion == ''", true],
    ['github.event.nothing.deeper', false],
    ['github.event.issue.labels.name', false],
    ["github.actor == 'mel'", true],
    ["github.actor != 'mel'", false],
    ['!github.event.nothing', true],
    ["'0' == 0 && true == 1 && !'' && 'false'", true],
    ["'x' > 1 || 'x' <= 1", false],
    ["'a' < 'B'", true],
    ['github.event.workflow_run.run_attempt >= 2 && -1.5 < 0', true],
    // && binds closer than ||, comparing closer than both.
    ["github.event.action == 'requested' || false && false", true],
    ["(github.event.action == 'requested' || false) && false", false],
    ['1 < 2 == true', true],
    ['2 > 1 > 0 && 3 > 2 >= 1 && 1 < 2 <= 1', true],
    ['1 == 1 != false && 1 != 1 == false', true],
    ["'1' <= 1 && '2' > 1 && '' < 1", true],
    ['1 < 1 || 2 <= 1 || 1 > 1 || 0 >= 1', false],
    ["'a' < 1 || 1 < 'a'", false],
    ["'B' > 'a' && 'a' <= 'A'", true],
    ["startsWith('ABC', 'aB') && !startsWith('ABC', 'b')", true],
    ["startsWith(github.event.nothing, '') && contains(github.event.issue, 'Object')", true],
    ['github.event.issue == github.event.issue', true],
    ['github.event.issue == github.event.comment || github.event.issue == 1', false],
    ["startsWith(github.event.nothing, 'O')", false],
    ['1 == 2 || true == false', false],
    ["null == 0 && null == ''", true],
  ])('%s: %s', (condition, expected) => {
    expect(holds(condition, github)).toBe(expected);
  });

  it('tells a first attempt that ended from one that was asked for', () => {
    const completed = (run_attempt: number) => ({
      event: { action: 'completed', workflow_run: { run_attempt } },
    });
    expect([holds(once, completed(1)), holds(once, completed(2))]).toEqual([false, true]);
  });

  it.each([
    '',
    'always()',
    'env.X',
    'github',
    'secrets.GITLAB_TOKEN',
    "github.event['action']",
    'github.event.issue.labels.*.name',
    "endsWith(github.event.comment.body, '/')",
    "github.event.action = 'requested'",
    'true false',
    "(github.actor == 'mel'",
    "startsWith('a'",
    "contains('a' 'b')",
    "${{ github.actor }} == 'mel'",
    // Not even where the rest decides it already.
    'true || always()',
  ])('that is not played is refused: %s', (condition) => {
    expect(() => holds(condition, github)).toThrow('does not play this condition');
  });
});
