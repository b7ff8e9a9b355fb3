import { describe, expect, it } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import { isEnded } from '../../../sandbox/gitlab/status.ts';
import { reasonOf } from '../../../src/reasons.ts';
import { expectRequests } from '../requests.ts';
import { openCases } from './cases.ts';
import { refusals } from './refusals.ts';

const cases = await openCases();

describe.concurrent('a start that GitLab refuses has a reason of its own, says what to change, and leaves nothing', () => {
  it.each(refusals)('$when: $reason', async ({ reason, state, says, requests, make, given }) => {
    const one = cases.make(make);
    const inputs = given?.(one) ?? {};
    const story = await one.play({ with: inputs });

    expectRequests(story, requests(one.pull.branch));
    expect(story.exitCode).toBe(1);
    const decision = state === 'error' ? 'undecided' : 'allowed';
    expect(story.outputs).toMatchObject({ decision, reason, verdict: '', 'pipeline-id': '' });
    const { sentence, remedy } = reasonOf(reason);
    expect(story.statuses).toEqual([
      'pending: private tests are being started (test-all)',
      `${state}: ${sentence} (test-all)`,
    ]);
    const annotations = [{ level: 'error', title: `Drawbridge: ${reason}`, message: expect.any(String) }];
    expect(story.annotations).toEqual(annotations);
    expect(story.log.at(-1)).toBe(`Error: ${sentence} (test-all). ${remedy}`);
    for (const word of says) expect(story.log.at(-1)).toContain(word);
    expect(story.summary).toContainEqual(expect.stringContaining(`**Next** · ${remedy}`));
    expect(one.pipelines().filter((pipeline) => !isEnded(pipelineStatus(pipeline)))).toEqual([]);
    expect(story.state['done']).toBe(reason);
    expect(story.postLog).toEqual([]);
  });
});
