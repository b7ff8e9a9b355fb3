/** A run whose job was cancelled tells it to who waits for the same pipeline, over nobody's last word. */
import { describe, expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { hearsOfCancel, tellOfCancel } from '../../src/report/cancelled.ts';
import { claimingUrl, takingAlong } from '../../src/report/claim.ts';
import type { Speaker } from '../../src/report/line.ts';
import { githubFailure, livePull } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
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

it.each<[string, Partial<Speaker>, (fail: (line: string, failure: Error) => void) => void]>([
  ['without a context there is nowhere to tell it', { context: undefined }, () => {}],
  ['what stands cannot be read', {}, (fail) => fail('history', githubFailure('unavailable'))],
  ['nothing stands', {}, () => {}],
])('%s: nothing is said', async (_, over, hinder) => {
  const world = githubWorld();
  const { carry, fail, of } = notedCalls();
  hinder(fail);
  const claims = { context: 'drawbridge', drafts: false, wants: async () => known(undefined) };
  const speaker = { pull: 42, context: 'drawbridge', runUrl: `${runs}/9`, requiresAll: false, ...over };
  const result = { decision: 'allowed', reason: 'job-cancelled', commit, pipelineId: 100 } as const;
  await tellOfCancel({ github: githubClient(world, carry), claims }, speaker, result, claimOf(9));
  expect(of('status')).toEqual([]);
});

describe('a run that waits for pipeline 100', () => {
  const said = (run: number, over: Partial<WrittenStatus> = {}): WrittenStatus => ({
    ...line('pending'),
    ...{ targetUrl: claimOf(run), description: 'private tests are being started (a)', ...over },
  });
  const own = said(9);
  const over = { state: 'success', description: 'private tests passed' } as const;
  const gone = (run: number, pipeline = 100) =>
    said(run, { targetUrl: takingAlong(claimOf(run), pipeline), description: 'the job was cancelled' });

  it.each<[string, readonly WrittenStatus[], string]>([
    ['another has said that it went with its job', [own, gone(10)], 'yes'],
    ['another said so, and a word came after', [own, gone(10), said(11, over)], 'yes'],
    ['it was another pipeline', [own, gone(10, 101), said(10, over)], 'no'],
    ['that was before this run had started', [gone(10), said(10, over), own], 'no'],
    ['the run itself has said so', [own, gone(9)], 'no'],
    ['this run has never started', [gone(10), said(10, over)], 'no'],
    [
      'its own later words are no start',
      [gone(10), said(10, over), said(9, { description: 'are running' })],
      'no',
    ],
    ['another one’s start is not its own', [said(10), gone(11), said(10, over), said(11, over)], 'no'],
    ['another has not said its last word', [said(10), own], 'perhaps'],
    ['another has', [said(10), own, said(10, over)], 'no'],
    ['nobody else has spoken', [own], 'no'],
    ['nobody has spoken', [], 'no'],
    ['a run on request has said so', [own, { ...gone(10), context: 'drawbridge/test' }], 'yes'],
    [
      'one has not said its last word in that context',
      [own, said(10, over), said(10, { context: 'drawbridge/test' })],
      'perhaps',
    ],
    ['another check has', [own, { ...gone(10), context: 'ci' }], 'no'],
  ])('%s: %#', async (_, history, heard) => {
    const world = githubWorld();
    world.statuses.push(...history);
    const speaker = { pull: 42, context: 'drawbridge', runUrl: `${runs}/9`, requiresAll: false };
    expect(await hearsOfCancel(githubClient(world), speaker, commit, 100)).toBe(heard);
  });

  it('and was asked for by a command hears of the usual one', async () => {
    const world = githubWorld();
    world.statuses.push({ ...own, context: 'drawbridge/test' }, gone(10));
    const speaker = { pull: 42, context: 'drawbridge/test', runUrl: `${runs}/9`, requiresAll: false };
    expect(await hearsOfCancel(githubClient(world), speaker, commit, 100)).toBe('yes');
  });

  it('hears nothing where it cannot be found out', async () => {
    const speaker = { pull: 42, context: 'drawbridge', runUrl: `${runs}/9`, requiresAll: false };
    const cut = githubWorld({ historyCut: true });
    cut.statuses.push(own, gone(10));
    expect(await hearsOfCancel(githubClient(cut), speaker, commit, 100)).toBe('no');
    const { carry, fail } = notedCalls();
    fail('history', githubFailure('unavailable'));
    expect(await hearsOfCancel(githubClient(githubWorld(), carry), speaker, commit, 100)).toBe('no');
  });
});
