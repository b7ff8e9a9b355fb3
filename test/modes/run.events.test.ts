import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { bob, comment, dave, event, head, refEvent } from '../gate/build.ts';
import { ending, openStage, type Stage } from './stage.ts';

const play = async (stage: Stage) => ending(await run(stage.ports));

describe('other events', () => {
  it('the merge queue runs all tests', async () => {
    const stage = await openStage({
      run: { event: refEvent({ on: 'queue', name: 'gh-readonly-queue/main/pr-1' }) },
    });
    expect(await play(stage)).toBe('allowed pipeline-success success none');
    expect(stage.gitlab.made[0]?.request?.values).toMatchObject({
      TESTS_TO_RUN: 'test-all',
      GITHUB_COMMIT_ID: head,
    });
    expect(stage.gitlab.name(100)).toMatch(/^acme\/engine!queue@/);
  });

  it('a push may use the branch of the same name', async () => {
    const stage = await openStage({
      run: { event: refEvent({ name: 'main' }) },
      inputs: { 'twin-branches': 'main' },
    });
    const result = await run(stage.ports);
    expect(result.ref).toEqual({ name: 'main', shown: 'main', twin: true });
  });

  it('of a commit of the repository itself no pull request is asked about', async () => {
    const stage = await openStage({ run: { event: refEvent() } });
    expect(await play(stage)).toBe('allowed pipeline-success success none');
    expect(stage.of('github pull')).toEqual([]);
  });

  it('a dispatch is for the pull request that it names', async () => {
    const stage = await openStage({
      run: { event: { kind: 'dispatch', sender: dave } },
      inputs: { 'pull-request': '42' },
    });
    // Nobody is on record as having pushed, and nobody has approved.
    stage.github.pushes = [];
    expect(await play(stage)).toBe('denied push-unrecorded');
    expect(stage.of('status')).toEqual([
      'status drawbridge: pending: GitHub has not recorded who pushed all of this branch: waiting for a member to approve it',
    ]);
    stage.github.comments = [comment()];
    expect(await play(stage)).toBe('allowed pipeline-success success none');
  });
});

describe('labels', () => {
  const waited = async (over: Parameters<typeof event>[0]) => {
    const stage = await openStage({ run: { event: event(over) } });
    stage.github.comments = [comment({ author: bob })];
    await run(stage.ports);
    return stage.clock.slept[0] === 5_000;
  };

  it.each([
    ['labeled', 'test-a', true],
    ['unlabeled', 'test-a', true],
    ['synchronize', undefined, false],
    ['opened', undefined, false],
  ] as const)('after %s a hand is given time to finish: %s', async (action, label, expected) => {
    expect(await waited({ action, label })).toBe(expected);
  });
});

it('what a token may not do is said before it is needed', async () => {
  const stage = await openStage({ inputs: { 'gitlab-trigger-token': 'x' } });
  stage.gitlab.scopes = ['read_api'];
  expect(await play(stage)).toBe('allowed pipeline-success success none');
  expect(stage.log.filter((line) => line.startsWith('warning: cancel-needs-api'))).toHaveLength(1);
});
