import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { exitCode } from '../../src/report/exit.ts';
import { event, everyKind, githubFailure, head, livePull, mallory } from '../gate/build.ts';
import { currentHead as branchHead, gitlabFailure } from '../pipeline/build.ts';
import { fails, lasts } from '../world/gitlab.ts';
import { changes, ending, openStage, read, type Stage } from './stage.ts';

const minute = 60_000;

const started = 'status drawbridge: pending: private tests are being started (test-all)';

/** Lines in groups of the same sizes as others; the order within a group does not count. */
function groups(lines: readonly string[], like: readonly (readonly string[])[]): string[][] {
  const ends = like.map((_, n) => like.slice(0, n + 1).flat().length);
  return ends.map((end, n) => lines.slice(ends[n - 1] ?? 0, n === like.length - 1 ? undefined : end).sort());
}

async function play(stage: Stage) {
  const result = await run(stage.ports);
  const { statusContext } = stage.ports.settings;
  return {
    ending: ending(result),
    exit: exitCode(result, statusContext),
    result,
    statuses: stage.of('status'),
  };
}

describe("a member's pull request", () => {
  it('crosses, in this order', async () => {
    const stage = await openStage();
    const { ending, exit } = await play(stage);
    expect([ending, exit]).toEqual(['allowed pipeline-success success none', 0]);
    const watch = /^gitlab (get 100|recent|durations|find)$|^github (pull 42|history)$/;
    const begun = stage.done.indexOf('status drawbridge: pending: private tests are running (test-all)');
    const rounds = [
      // What stands on the commit, and on the one that the push has left.
      [
        ...['github history', 'github history', 'github pull 42', 'github member acme alice'],
        'github pushes acme/engine feature/x',
      ],
      ['gitlab branch feature/x', 'gitlab default', 'save commit', started],
      ['github history', 'gitlab find', 'github pull 42'],
      [
        ...['save key', 'save unclear', 'gitlab create', 'save pipeline 100', 'save unclear'],
        ...['gitlab rename 100', 'github pull 42', 'save commit'],
      ],
    ];
    expect(groups(stage.done.slice(0, begun), rounds)).toEqual(rounds.map((round) => [...round].sort()));
    const rest = stage.done.slice(begun + 1);
    expect(rest.slice(0, -4).filter((line) => !watch.test(line))).toEqual([]);
    // Once beside the watch, after the list of older pipelines.
    expect(rest.slice(0, -4).filter((line) => line === 'github pull 42')).toHaveLength(1);
    expect(rest.slice(-4)).toEqual([
      ...['github pull 42', 'github history'],
      ...['status drawbridge: success: private tests passed (test-all)', 'github history'],
    ]);
    expect(read(stage)).toMatchInlineSnapshot(`
      "log:
      gate: allowed (all-members)
      tests: test-all
      GitLab branch: default
      pipeline #100: started
      pipeline #100: created
      pipeline #100: running
      pipeline #100: success

      statuses:
      drawbridge: pending: private tests are being started (test-all)
      drawbridge: pending: private tests are running (test-all)
      drawbridge: success: private tests passed (test-all)"
    `);
  });

  it('sends what was asked for', async () => {
    const stage = await openStage();
    const { result } = await play(stage);
    expect(stage.gitlab.made[0]?.request).toMatchObject({
      key: result.key,
      ref: { name: 'main', shown: 'default', twin: false },
      values: { GITHUB_ENGINE_BRANCH_NAME: 'feature/x', TESTS_TO_RUN: 'test-all', GITHUB_COMMIT_ID: head },
    });
    expect(result).toMatchObject({ commit: head, tests: ['test-all'], allSelected: true, pipelineId: 100 });
  });

  it('uses the branch of the same name', async () => {
    const stage = await openStage();
    stage.gitlab.branches.set('feature/x', { protected: false, sha: branchHead });
    const { result } = await play(stage);
    expect(result.ref).toEqual({ name: 'feature/x', shown: 'feature/x', twin: true });
    expect(stage.gitlab.made[0]?.request?.values['FORCE_CHECKOUT_CUSTOM_BRANCH']).toBe('true');
  });

  it('from a fork is named by its commit, and no branch is looked for: attack 22', async () => {
    const stage = await openStage();
    stage.github.pulls.set(42, livePull({ head: { sha: head, branch: 'main', repository: 'alice/engine' } }));
    await play(stage);
    expect(stage.gitlab.made[0]?.request?.values['GITHUB_ENGINE_BRANCH_NAME']).toBe(head);
    expect(stage.of('gitlab branch')).toEqual([]);
  });

  it('that fails is told so', async () => {
    const stage = await openStage();
    stage.gitlab.courses = [fails];
    const { ending, exit } = await play(stage);
    expect([ending, exit]).toEqual(['allowed pipeline-failed failure none', 1]);
    expect(read(stage)).toMatchInlineSnapshot(`
      "log:
      gate: allowed (all-members)
      tests: test-all
      GitLab branch: default
      pipeline #100: started
      pipeline #100: running
      pipeline #100: failed

      statuses:
      drawbridge: pending: private tests are being started (test-all)
      drawbridge: pending: private tests are running (test-all)
      drawbridge: failure: private tests failed (test-all)"
    `);
  });

  it('writes no status where none is wanted', async () => {
    const stage = await openStage({ inputs: { 'status-context': '' } });
    const { ending, exit, statuses } = await play(stage);
    expect([ending, exit, statuses]).toEqual(['allowed pipeline-success success none', 0, []]);
  });
});

describe('before anything is sent to GitLab', () => {
  it.each([
    [
      'an outsider',
      () => event({ author: mallory, sender: mallory }),
      livePull({ author: mallory }),
      'denied approval-needed',
      'pending',
    ],
    ['a stale run', () => event(), changes['a new head'], 'denied head-moved', undefined],
    ['a closed pull request', () => event(), changes.closed, 'denied pull-request-closed', undefined],
    ['a draft', () => event(), livePull({ draft: true }), 'not-run draft', 'pending'],
    [
      'a label that may not be passed on: attack 17',
      () => event(),
      livePull({ labels: ['test-$CI_JOB_TOKEN'] }),
      'denied unsafe-value',
      'failure',
    ],
    [
      'a branch that may not be passed on: attack 16',
      () => event(),
      livePull({ head: { sha: head, branch: '$(id)', repository: 'acme/engine' } }),
      'denied unsafe-value',
      'failure',
    ],
    // The tests' ids together are one input of GitLab's.
    [
      'more tests than one input can name',
      () => event(),
      livePull({ labels: [...Array(11).keys()].map((n) => `test-${n}-${'x'.repeat(90)}`) }),
      'denied gitlab-input-too-long',
      'failure',
    ],
  ])('%s ends', async (_, cause, pull, expected, state) => {
    const stage = await openStage({ run: { event: cause() }, inputs: { 'pass-as': 'inputs' } });
    stage.github.pulls.set(42, pull);
    const { ending, statuses } = await play(stage);
    expect(ending).toBe(expected);
    expect(stage.of('gitlab')).toEqual([]);
    expect(statuses.map((line) => line.split(': ')[1])).toEqual(state === undefined ? [] : [state]);
  });

  it('what an outsider reads', async () => {
    const stage = await openStage({ run: { event: event({ author: mallory, sender: mallory }) } });
    stage.github.pulls.set(42, livePull({ author: mallory }));
    await play(stage);
    expect(read(stage)).toMatchInlineSnapshot(`
      "log:
      gate: denied (approval-needed)

      statuses:
      drawbridge: pending: needs /ok-to-test aaaaaaaaaaaa… (all 40 digits) from a member with write access"
    `);
  });

  it('what is read of a draft', async () => {
    const stage = await openStage();
    stage.github.pulls.set(42, livePull({ draft: true }));
    await play(stage);
    expect(read(stage)).toMatchInlineSnapshot(`
      "log:
      gate: not-run (draft)

      statuses:
      drawbridge: pending: draft pull request: tests start when it is ready for review"
    `);
  });

  it('an unknown label is refused by its name', async () => {
    const stage = await openStage({ inputs: { tests: 'test-a: a' } });
    stage.github.pulls.set(42, livePull({ labels: ['test-x'] }));
    const { ending, statuses } = await play(stage);
    expect([ending, stage.of('gitlab')]).toEqual(['denied unknown-label', []]);
    expect(statuses).toEqual([
      'status drawbridge: failure: a label with the test prefix is not known: test-x; known: test-a, test-all',
    ]);
  });

  it.each(['pull 42', 'member acme alice'])('what GitHub does not tell ends undecided: %s', async (call) => {
    const stage = await openStage();
    stage.fail(`github ${call}`, githubFailure('unavailable'));
    stage.fail('github public acme alice', githubFailure('unavailable'));
    const { ending, exit } = await play(stage);
    expect([ending, exit, stage.of('gitlab')]).toEqual(['undecided github-unavailable', 1, []]);
  });
});

describe('between the gate and the start', () => {
  it.each([
    ['a new head', 'allowed superseded superseded', []],
    ['other labels', 'allowed pipeline-success success none', ['gitlab create']],
    ['closed', 'allowed pull-request-closed', []],
  ] as const)(
    '%s (attacks 2 and 3): nothing is started for what was asked before',
    async (what, expected, started) => {
      const stage = await openStage();
      stage.on('gitlab find', () => stage.github.pulls.set(42, changes[what]));
      const { ending } = await play(stage);
      expect([ending, stage.of('gitlab create')]).toEqual([expected, started]);
      const tests = stage.gitlab.made.map(({ request }) => request?.values['TESTS_TO_RUN']);
      expect(tests).toEqual(started.map(() => 'test-aws'));
    },
  );

  it('a GitHub that does not answer: undecided', async () => {
    const stage = await openStage();
    stage.fail('github pull 42', githubFailure('unavailable'), 2);
    const { ending, statuses } = await play(stage);
    expect([ending, stage.of('gitlab create')]).toEqual(['undecided github-unavailable', []]);
    expect(statuses.at(-1)).toMatch(/^status drawbridge: error: /);
  });

  it.each(
    everyKind.flatMap(
      (kind) =>
        [
          ['branch feature/x', kind],
          ['find', kind],
          ['default', kind],
        ] as const,
    ),
  )('GitLab fails at %s with %s: undecided, nothing is started', async (call, kind) => {
    if (call === 'branch feature/x' && kind === 'not-found') return;
    const stage = await openStage();
    stage.fail(`gitlab ${call}`, gitlabFailure(kind));
    const { result, exit, statuses } = await play(stage);
    expect([result.decision, exit, stage.of('gitlab create')]).toEqual(['undecided', 1, []]);
    expect(statuses.at(-1)).toMatch(/^status drawbridge: error: /);
  });

  it('a cancelled job: nothing is started', async () => {
    const stage = await openStage();
    stage.on('gitlab find', () => stage.interrupt());
    const { ending, statuses } = await play(stage);
    expect([ending, stage.of('gitlab create'), stage.of('save key')]).toEqual([
      'allowed job-cancelled cancelled',
      [],
      [],
    ]);
    expect(statuses.at(-1)).toMatch(/failure: the GitHub job was cancelled/);
  });

  it('a refusal of GitLab ends with its reason', async () => {
    const stage = await openStage();
    stage.fail('gitlab create', gitlabFailure('invalid', { refusal: 'no-jobs', mayHaveActed: false }));
    const { result, exit, statuses } = await play(stage);
    expect([result.reason, exit, statuses.at(-1)?.split(': ')[1]]).toEqual(['gitlab-no-jobs', 1, 'failure']);
  });
});

it('a run takes no longer than it must', async () => {
  const stage = await openStage();
  stage.gitlab.courses = [lasts];
  await play(stage);
  expect(stage.clock.elapsed()).toBeLessThan(152 * minute);
});
