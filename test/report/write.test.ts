/** A status is written once on the way, and until it is there where it is the last word. */
import { describe, expect, it } from 'vitest';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { ReasonCode } from '../../src/reasons.ts';
import { type Preceded, writeLastWord, writeStatus } from '../../src/report/write.ts';
import { everyKind, githubFailure } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { githubClient, githubWorld } from '../world/github.ts';
import { commit } from './build.ts';

const target = { commit, context: 'drawbridge', targetUrl: 'https://github.com/acme/engine/actions/runs/9' };
const success = { state: 'success', description: 'passed' } as const;
const failure = { state: 'failure', description: 'failed' } as const;

interface Given {
  readonly failures?: readonly Error[];
  readonly changed?: ReasonCode;
  readonly preceded?: Preceded;
}

/** Writes a last word on a GitHub whose first answers are these failures. */
async function last(line: typeof success | typeof failure, { failures = [], changed, preceded }: Given) {
  const world = githubWorld();
  const { carry, fail } = notedCalls();
  // A hook counts the calls that reach it, so each fails the next one.
  for (const one of failures) fail('status ', one, 1);
  const clock = virtualClock();
  let asked = 0;
  const asking = {
    clock,
    holds: async () => {
      asked += 1;
      return changed;
    },
    precede: async () => preceded ?? ({ act: 'write' } as const),
  };
  const written = await writeLastWord(githubClient(world, carry), asking, target, line);
  return { written, slept: clock.slept, asked, statuses: world.statuses };
}

describe('the last word', () => {
  const permission = new ServiceFailure({
    ...{ service: 'github', status: 403, kind: 'forbidden', mayHaveActed: false },
    refusal: 'token-lacks-permission',
  });
  const wait = (retryAfterMs: number) =>
    new ServiceFailure({
      service: 'github',
      status: 429,
      kind: 'rate-limited',
      mayHaveActed: false,
      retryAfterMs,
    });

  it.each<[string, Error, readonly number[]]>([
    ['an outage', githubFailure('unavailable'), [1_000]],
    ['a limit', githubFailure('rate-limited'), [1_000]],
    ['a limit for a minute', wait(60_000), [60_000]],
    ['a no that may be that of one replica', githubFailure('forbidden'), [1_000]],
    ['the same of a token', githubFailure('unauthorized'), [1_000]],
  ])('is sent again after %s, and each time it is asked whether it holds', async (_, one, slept) => {
    const told = await last(success, { failures: [one] });
    expect([told.written, told.slept, told.asked]).toEqual([{ written: true }, slept, 2]);
    expect(told.statuses).toMatchObject([{ ...target, ...success }]);
  });

  it.each<[string, Error, ReasonCode]>([
    ['a permission that is missing', permission, 'status-not-written'],
    ['a limit for longer', wait(60_001), 'status-throttled'],
    ['a commit that is not there', githubFailure('not-found'), 'status-not-written'],
    ['a status that GitHub does not take', githubFailure('invalid'), 'github-unexpected'],
  ])('is not sent again after %s', async (_, one, reason) => {
    const told = await last(success, { failures: [one] });
    expect([told.written, told.slept]).toEqual([{ written: false, why: 'failed', reason }, []]);
  });

  it('is given up after three tries', async () => {
    const told = await last(failure, { failures: Array(3).fill(githubFailure('unavailable')) });
    expect(told.written).toEqual({ written: false, why: 'failed', reason: 'status-undelivered' });
    expect([told.slept, told.asked]).toEqual([[1_000, 4_000], 3]);
  });

  it.each<[string, typeof success | typeof failure, Given, object]>([
    [
      'a success that is out of date',
      success,
      { changed: 'superseded' },
      { why: 'changed', reason: 'superseded' },
    ],
    [
      'a failure that is out of date',
      failure,
      { changed: 'superseded' },
      { why: 'changed', reason: 'superseded' },
    ],
    [
      'a success of which that is not known',
      success,
      { changed: 'github-unavailable' },
      { why: 'changed', reason: 'github-unavailable' },
    ],
    [
      'a success, where it is not known what stands',
      success,
      { preceded: { act: 'unknown', reason: 'head-crowded' } },
      { why: 'changed', reason: 'head-crowded' },
    ],
    ['what may not lie on what stands', failure, { preceded: { act: 'leave' } }, { why: 'left' }],
    [
      'a success that somebody asks more of',
      success,
      { preceded: { act: 'hold', asksMore: 5 } },
      { why: 'held', asksMore: 5 },
    ],
  ])('is not written: %s', async (_, line, given, why) => {
    const told = await last(line, given);
    expect([told.written, told.statuses]).toEqual([{ written: false, ...why }, []]);
  });

  it.each<[string, Given]>([
    ['whether it holds', { changed: 'github-unavailable' }],
    ['what stands', { preceded: { act: 'unknown', reason: 'head-crowded' } }],
  ])('that is no success is written where it is not known %s', async (_, given) => {
    expect((await last(failure, given)).written).toEqual({ written: true });
  });
});

it.each(everyKind)('a status on the way is sent once, and its reason told: %s', async (kind) => {
  const { carry, fail, of } = notedCalls();
  fail('status ', githubFailure(kind));
  const reason = await writeStatus(githubClient(githubWorld(), carry), target, success);
  expect([typeof reason, of('status ').length]).toEqual(['string', 1]);
});
