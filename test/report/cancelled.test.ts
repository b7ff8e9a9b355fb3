/** A run whose job was cancelled tells it to who waits for the same pipeline, over nobody's last word. */
import { expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { tellOfCancel } from '../../src/report/cancelled.ts';
import { claimingUrl } from '../../src/report/claim.ts';
import { livePull } from '../gate/build.ts';
import { githubClient, githubWorld, type WrittenStatus } from '../world/github.ts';
import { commit } from './build.ts';

const runs = 'https://github.com/acme/engine/actions/runs';
const claimOf = (run: number) => claimingUrl(`${runs}/${run}`, { pull: 42, tests: 'all', full: true });
const line = (state: WrittenStatus['state']): WrittenStatus => ({
  ...{ commit, context: 'drawbridge', state, description: state, targetUrl: claimOf(10), at: 0 },
});

/** `quicker`: what the other run says right before ours is written. */
async function tell(stands: WrittenStatus, quicker?: WrittenStatus): Promise<readonly string[]> {
  const world = githubWorld();
  world.statuses.push(stands);
  world.pulls.set(42, livePull({ labels: ['test-all'] }));
  const client = githubClient(world);
  let first = true;
  const github: typeof client = {
    ...client,
    setStatus: async (...given) => {
      if (first && quicker) world.statuses.push(quicker);
      first = false;
      await client.setStatus(...given);
    },
  };
  const wants = async ({ labels }: LivePull) => known({ ids: labels, all: labels.includes('test-all') });
  const claims = { context: 'drawbridge', drafts: false, wants };
  const speaker = { pull: 42, context: 'drawbridge', runUrl: `${runs}/9`, requiresAll: false };
  const result = { decision: 'allowed', reason: 'job-cancelled', commit, pipelineId: 100 } as const;
  await tellOfCancel({ github, claims }, speaker, result, claimOf(9));
  return world.statuses.slice(1).map(({ state, targetUrl }) => `${state} ${targetUrl}`);
}

it.each<[string, WrittenStatus, WrittenStatus | undefined, readonly string[]]>([
  ['a run that goes on hears it', line('pending'), undefined, [`pending ${claimOf(9)}#100`]],
  ['a last word stays', line('success'), undefined, []],
  [
    'a last word of the same moment is given back',
    ...([line('pending'), line('success')] as const),
    [`success ${claimOf(10)}`, `pending ${claimOf(9)}#100`, `success ${claimOf(10)}`],
  ],
])('%s', async (_, stands, quicker, told) => {
  expect(await tell(stands, quicker)).toEqual(told);
});
