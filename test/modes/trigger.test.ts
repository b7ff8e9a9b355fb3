import { describe, expect, it } from 'vitest';
import { trigger } from '../../src/modes/trigger.ts';
import { exitCode } from '../../src/report/exit.ts';
import { head, mallory, record, refEvent } from '../gate/build.ts';
import { ending, openStage as open, type Stage, type StageOptions } from './stage.ts';

/** A stage whose commit is on the default branch. */
async function openStage(options: StageOptions): Promise<Stage> {
  const stage = await open(options);
  stage.github.onBranch = (commit, branch) => commit === head && branch === 'main';
  return stage;
}

const minute = 60_000;

describe('mode trigger', () => {
  it('starts a pipeline for a tag, and neither waits nor writes a status', async () => {
    const stage = await openStage({
      inputs: { mode: 'trigger' },
      run: { event: refEvent({ on: 'tag', name: 'v1' }) },
    });
    const result = await trigger(stage.ports);
    expect([ending(result), exitCode(result, 'x')]).toEqual(['allowed triggered pending none', 0]);
    expect([stage.of('status'), stage.gitlab.made.length, stage.clock.elapsed() < minute]).toEqual([
      [],
      1,
      true,
    ]);
    expect(stage.gitlab.made[0]?.request).toMatchObject({
      values: { GITHUB_ENGINE_BRANCH_NAME: 'v1', GITHUB_PULL_REQUEST: '' },
    });
  });

  it.each([
    ['release', 1],
    ['tag', 0],
  ] as const)('by mode auto a %s is one of it, and only a release says so', async (on, times) => {
    const stage = await openStage({
      inputs: { mode: 'trigger' },
      run: { event: refEvent({ on, name: 'v1' }) },
    });
    expect(ending(await trigger(stage.ports))).toBe('allowed triggered pending none');
    const said = stage.log.filter((line) => line.startsWith('this release starts a pipeline'));
    expect(said).toHaveLength(times);
  });

  it('works by trigger token alone', async () => {
    const inputs = {
      mode: 'trigger',
      'gitlab-token': ' ',
      'gitlab-trigger-token': 'x',
      'gitlab-ref': 'main',
    };
    const stage = await openStage({ inputs, run: { event: refEvent({ on: 'tag' }) } });
    expect(ending(await trigger(stage.ports))).toBe('allowed triggered pending none');
    expect([stage.of('gitlab'), stage.gitlab.made[0]?.request?.ref.name]).toEqual([
      ['gitlab create'],
      'main',
    ]);
  });

  it.each(['tag', 'release'] as const)(
    'starts nothing for a %s on a commit that nobody vouches for',
    async (on) => {
      const stage = await openStage({ inputs: { mode: 'trigger' }, run: { event: refEvent({ on }) } });
      stage.github.onBranch = () => false;
      stage.github.branchesAt = ['feature/x'];
      stage.github.pushes = record([mallory, head]);
      expect([ending(await trigger(stage.ports)), stage.of('gitlab')]).toEqual(['denied tag-off-branch', []]);
    },
  );

  it('a tag and its release are one: the second one joins', async () => {
    const event = refEvent({ on: 'tag', name: 'v1' });
    const tagged = await openStage({ inputs: { mode: 'trigger' }, run: { event } });
    await trigger(tagged.ports);
    const released = await openStage({
      ...{ inputs: { mode: 'trigger' }, beside: tagged },
      run: { event: { ...event, on: 'release' } },
    });
    expect(ending(await trigger(released.ports))).toBe('allowed triggered pending attached');
    expect(tagged.gitlab.made).toHaveLength(1);
    expect([tagged, released].flatMap(({ audit }) => audit.map(({ event }) => event))).toEqual([
      ...['tag', 'tag'],
      ...['release', 'release'],
    ]);
  });

  it('starts nothing for an outsider', async () => {
    const stage = await openStage({
      inputs: { mode: 'trigger' },
      run: { event: refEvent({ sender: mallory }) },
    });
    expect([ending(await trigger(stage.ports)), stage.of('gitlab')]).toEqual([
      'denied sender-not-writer',
      [],
    ]);
  });
});
