import { describe, expect, it } from 'vitest';
import { trigger } from '../../src/modes/trigger.ts';
import { exitCode } from '../../src/report/status.ts';
import { mallory, refEvent } from '../gate/build.ts';
import { ending, openStage } from './stage.ts';

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

  it('works by trigger token alone', async () => {
    const inputs = { mode: 'trigger', 'gitlab-token': '', 'gitlab-trigger-token': 'x', 'gitlab-ref': 'main' };
    const stage = await openStage({ inputs, run: { event: refEvent({ on: 'tag' }) } });
    expect(ending(await trigger(stage.ports))).toBe('allowed triggered pending none');
    expect([stage.of('gitlab'), stage.gitlab.made[0]?.request?.ref.name]).toEqual([
      ['gitlab create'],
      'main',
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
