import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/facts/command.ts';
import { run } from '../../src/modes/run.ts';
import { claimingUrl, digestOf, refusingUrl } from '../../src/report/claim.ts';
import {
  comment,
  commentEvent,
  event,
  githubFailure,
  head,
  livePull,
  mallory,
  other,
} from '../gate/build.ts';
import { job } from '../pipeline/build.ts';
import { standingOn } from '../world/github.ts';
import { passes } from '../world/gitlab.ts';
import { ending, openStage, type Stage } from './stage.ts';

const play = async (stage: Stage) => ending(await run(stage.ports));
const contexts = (stage: Stage) => [
  ...new Set(stage.of('status').map((line) => line.split(': ')[0]?.slice('status '.length))),
];
const theirs = livePull({
  author: mallory,
  head: { sha: head, branch: 'patch', repository: 'mallory/engine' },
});

const runs = 'https://github.com/acme/engine/actions/runs';
const all = { tests: 'all', full: true };

describe('two pull requests with one head: attack 28', () => {
  /** Pull request 41, labelled so, has passed by this commit. */
  const passed = async (over: Parameters<typeof livePull>[0] = {}, run = {}) => {
    const stage = await openStage({ run });
    stage.github.pulls.set(41, livePull({ number: 41, ...over }));
    const tests = digestOf({ ids: over.labels ?? [], all: (over.labels ?? []).length === 0 });
    const targetUrl = claimingUrl(`${runs}/1`, { pull: 41, tests, full: true });
    const standing = { commit: head, context: 'drawbridge', state: 'success', description: 'x' } as const;
    stage.github.statuses.push({ ...standing, targetUrl, at: 0 });
    return stage;
  };
  const states = (stage: Stage) => stage.of('status').map((line) => line.split(': ')[1]);

  it('the second runs, and what it passes does not cover what the first asks', async () => {
    const stage = await passed();
    stage.github.pulls.set(42, livePull({ labels: ['test-aws'] }));
    expect(await play(stage)).toBe('allowed pipeline-success success none');
    // A success for all covers both, and only a run for all may replace it: the claim is on record, and it is given back.
    expect(states(stage)).toEqual(['pending', 'success']);
    const other = await passed({ labels: ['test-do'] });
    other.github.pulls.set(42, livePull({ labels: ['test-aws'] }));
    expect(await play(other)).toBe('allowed more-tests-asked pending none');
    expect(other.of('status').at(-1)).toBe('status drawbridge: pending: passed: test-aws; #41 asks for more');
  });

  it('a second that asks for all speaks for both', async () => {
    const stage = await passed({ labels: ['test-do'] });
    expect(await play(stage)).toBe('allowed pipeline-success success none');
    expect(states(stage)).toEqual(['pending', 'pending', 'success']);
  });

  it('an outsider with the same commit repaints nothing', async () => {
    const stage = await passed({}, { event: event({ author: mallory, sender: mallory }) });
    stage.github.pulls.set(42, theirs);
    expect([await play(stage), stage.of('status')]).toEqual(['denied approval-needed', []]);
  });

  it.each([
    ['is closed', { open: false }],
    ['has moved on', { head: { sha: other, branch: 'x', repository: 'acme/engine' } }],
  ])('the first asks for nothing when it %s', async (_, over) => {
    const stage = await passed({ labels: ['test-do'], ...over });
    stage.github.pulls.set(42, livePull({ labels: ['test-aws'] }));
    expect(await play(stage)).toBe('allowed pipeline-success success none');
    expect(states(stage).at(-1)).toBe('success');
  });

  it('who may run claims the status, who may not claims nothing', async () => {
    const links = async (pull: typeof theirs) => {
      const stage = await openStage();
      stage.github.pulls.set(42, pull);
      await run(stage.ports);
      return standingOn(stage.github, head).map(({ targetUrl }) =>
        targetUrl.replace(/&key=[0-9a-f]{12}/, ''),
      );
    };
    expect(await links(livePull())).toEqual([claimingUrl(`${runs}/9`, { pull: 42, ...all })]);
    expect(await links(theirs)).toEqual([refusingUrl(`${runs}/9`, 42)]);
  });

  it('nothing is written while it cannot be found out', async () => {
    const stage = await openStage();
    stage.fail('github history', githubFailure('unavailable'));
    expect([await play(stage), stage.of('gitlab')]).toEqual(['undecided github-unavailable', []]);
    expect(states(stage)).toEqual([]);
  });
});

describe('who may run what', () => {
  const table = { 'who-may-run': 'write: [test-a]\nadmin: all' };

  const asked = async (labels: readonly string[], role: 'write' | 'admin') => {
    const stage = await openStage({ inputs: table });
    stage.github.pulls.set(42, livePull({ labels }));
    stage.github.roles['alice'] = role;
    return { ending: await play(stage), stage };
  };

  it.each([
    [['test-a'], 'write'],
    [['test-b'], 'admin'],
    [[], 'admin'],
  ] as const)('%j by %s is run', async (labels, role) => {
    expect((await asked(labels, role)).ending).toBe('allowed pipeline-success success none');
  });

  it.each([
    [['test-a', 'test-b'], 'write', 'test-b'],
    [['test-b'], 'write', 'test-b'],
    [[], 'write', 'test-all'],
  ] as const)('%j by %s is refused', async (labels, role, test) => {
    const { ending, stage } = await asked(labels, role);
    expect([ending, stage.of('gitlab')]).toEqual(['denied test-not-allowed', []]);
    expect(stage.of('status')).toEqual([expect.stringMatching(`^status drawbridge: failure: .*: ${test}$`)]);
  });
});

describe('a comment', () => {
  const say = async (command: Command, over: Parameters<typeof commentEvent>[0] = {}, beside?: Stage) => {
    const parsed = { kind: 'command', command } as const;
    const stage = await openStage({
      run: { event: commentEvent({ parsed, ...over }) },
      ...(beside && { beside }),
    });
    if (!beside) stage.github.comments = [comment()];
    return stage;
  };
  const ok: Command = { name: 'ok-to-test', commit: head };

  it('of a member with write lets a commit cross, and is answered', async () => {
    const stage = await say(ok);
    stage.github.pulls.set(42, theirs);
    expect([await play(stage), stage.of('react')]).toEqual([
      'allowed pipeline-success success none',
      ['react 7 eyes'],
    ]);
    expect(stage.gitlab.made[0]?.request?.values['GITHUB_ENGINE_BRANCH_NAME']).toBe(head);
  });

  it('of an outsider is answered with a no, and nothing else', async () => {
    const stage = await say(ok, { sender: mallory });
    stage.github.pulls.set(42, theirs);
    expect([await play(stage), stage.of('react'), stage.of('status'), stage.of('gitlab')]).toEqual([
      'denied command-not-allowed',
      ['react 7 -1'],
      [],
      [],
    ]);
  });

  it('for some tests has a status of its own, so the required one stays as it is', async () => {
    const stage = await say({ name: 'test', tests: ['a'] });
    expect([await play(stage), contexts(stage)]).toEqual([
      'allowed pipeline-success success none',
      ['drawbridge/test'],
    ]);
    expect(stage.gitlab.made[0]?.request?.values['TESTS_TO_RUN']).toBe('a');
  });

  it.each([
    [false, 'retried', 1],
    [true, 'none', 2],
  ])('asks for a re-test (all: %s): %s', async (all, reused, made) => {
    const before = await openStage();
    before.gitlab.courses = [
      [
        [0, 'running'],
        [30_000, 'failed'],
      ],
      passes,
    ];
    await run(before.ports);
    before.github.comments = [comment()];
    before.gitlab.jobs = [job({ status: 'failed' })];
    const stage = await say({ name: 'retest', all }, {}, before);
    expect([await play(stage), stage.gitlab.made.length]).toEqual([
      `allowed pipeline-success success ${reused}`,
      made,
    ]);
  });

  it('that is ordinary talk is nothing', async () => {
    const stage = await openStage({ run: { event: commentEvent({ parsed: { kind: 'none' } }) } });
    expect([await play(stage), stage.done]).toEqual(['not-run no-command', []]);
  });
});

it('each decision leaves an audit record, and so does the end of a pipeline, with numbers for people', async () => {
  const nothing = { verdict: null };
  for (const [pull, decision, ...outcomes] of [
    [
      livePull(),
      'allowed',
      { ...nothing, reason: 'starting' },
      { verdict: 'success', reason: 'pipeline-success' },
    ],
    [theirs, 'denied', { ...nothing, reason: 'approval-needed' }],
    // The gate let it cross; its labels did not.
    [livePull({ labels: ['test-$x'] }), 'allowed', { ...nothing, reason: 'unsafe-value' }],
  ] as const) {
    const stage = await openStage();
    stage.github.pulls.set(42, pull);
    await run(stage.ports);
    expect(stage.audit.map(({ outcome }) => outcome)).toEqual(outcomes);
    for (const record of stage.audit)
      expect(record).toMatchObject({ pullRequest: 42, commit: head, sender: 1, decision });
    expect(JSON.stringify(stage.audit)).not.toMatch(/alice|mallory@/);
  }
});
