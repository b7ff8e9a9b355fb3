/** What is told of a commit that a pull request has left, or for which labels ask more by now. */
import { describe, expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { claimingUrl, digestOf, refusingUrl } from '../../src/report/claim.ts';
import { type Leaving, release, withdraw } from '../../src/report/restate.ts';
import { historyOf } from '../../src/report/standing.ts';
import { heldLine } from '../../src/report/status.ts';
import { githubFailure, livePull } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
import { githubClient, githubWorld, type WrittenStatus } from '../world/github.ts';
import { commit } from './build.ts';

const runs = 'https://github.com/acme/engine/actions/runs';
const linkOf = (run: number, pull: number, ...ids: string[]) =>
  claimingUrl(`${runs}/${run}`, {
    ...{ pull, full: true },
    tests: digestOf({ ids, all: ids.includes('test-all') }),
  });
const line = (
  state: WrittenStatus['state'],
  targetUrl: string,
  description = state as string,
): WrittenStatus => ({
  ...{ commit, context: 'drawbridge', state, description, targetUrl, at: 0 },
});
const held = (targetUrl: string, by: number) => line('pending', targetUrl, heldLine(['a'], by).description);

/** A commit with these statuses, eldest first; #1 asks for a, #2 and #3 for all, #4 for none, as far as they are open. */
function on(
  statuses: readonly WrittenStatus[],
  open: readonly number[],
  onWrite?: () => WrittenStatus,
  nth = 1,
) {
  const { carry, fail, of, on: before } = notedCalls();
  const world = githubWorld();
  world.statuses.push(...statuses);
  world.pulls.set(1, livePull({ number: 1, labels: ['a'], open: open.includes(1) }));
  world.pulls.set(2, livePull({ number: 2, labels: ['test-all'], open: open.includes(2) }));
  world.pulls.set(3, livePull({ number: 3, labels: ['test-all'], open: open.includes(3) }));
  world.pulls.set(4, livePull({ number: 4, open: open.includes(4) }));
  const wants = async ({ labels }: LivePull) => known({ ids: labels, all: labels.includes('test-all') });
  const client = githubClient(world, carry);
  let written = 0;
  const github: typeof client = {
    ...client,
    setStatus: async (...given) => {
      // Somebody else is quicker by a moment.
      written += 1;
      if (written === nth && onWrite) world.statuses.push(onWrite());
      await client.setStatus(...given);
    },
  };
  const logged: string[] = [];
  const log = {
    info: (said: string) => void logged.push(said),
    warning: (said: string) => void logged.push(`warning: ${said}`),
  };
  const ports = { github, log, context: 'drawbridge', requiresAll: false };
  const claims = { context: 'drawbridge', drafts: false, wants };
  const told = () =>
    world.statuses.slice(statuses.length).map(({ state, description }) => `${state}: ${description}`);
  return {
    ...{ told, logged, fail, of, before, world },
    release: (leaving?: Leaving) => release({ ...ports, claims }, commit, historyOf(github, commit), leaving),
    withdraw: () => withdraw({ ...ports, claims }, commit, historyOf(github, commit)),
  };
}

const left: Leaving = { pull: 2, how: 'closed' };
/** What is said before a pass is told again: by whom it was written is found out by it. */
const again = 'pending: passed: a; #2 asks for more';
/** #4 needs no test. */
const noTest = claimingUrl(`${runs}/7`, { pull: 4, tests: 'none', full: true });
const [first, second] = [linkOf(5, 1, 'a'), linkOf(6, 2, 'test-all')];

describe('a pull request that has left a commit', () => {
  it.each<[string, readonly WrittenStatus[], readonly number[], readonly string[]]>([
    [
      'its failure, over a pass that was held back',
      [held(first, 2), line('failure', second)],
      [1],
      [again, 'success: private tests passed (a)'],
    ],
    [
      'a pass of its own for other tests, over one that is enough',
      [line('success', first), line('success', linkOf(6, 2, 'b'))],
      [1],
      ['pending: passed: a; all tests are needed to merge', 'success: private tests passed (a)'],
    ],
    [
      'a pass of its own for other tests, over one that is still running',
      [line('pending', first), line('success', linkOf(6, 2, 'b'))],
      [1],
      ['pending: passed; #1 asks for more'],
    ],
    [
      'a pass that was held back for it, and is not enough',
      [held(linkOf(5, 1, 'b'), 2)],
      [1],
      ['pending: passed; #1 asks for more'],
    ],
    [
      'a pass that is held back for one that is left',
      [line('pending', linkOf(5, 1, 'b'), 'passed; #1 asks for more')],
      [1],
      [],
    ],
    [
      'a pass that was held back for it',
      [line('pending', second), held(first, 2)],
      [1],
      [again, 'success: private tests passed (a)'],
    ],
    [
      'its pending line, over a failure of the other',
      [line('failure', first), line('pending', second)],
      [1],
      ['failure: failure'],
    ],
    [
      'its pending line, over one that still runs',
      [line('pending', first), line('pending', second)],
      [1],
      [],
    ],
    ['a success that covers the other', [line('pending', first), line('success', second)], [1], []],
    ['the same, over a failure of the other', [line('failure', first), line('success', second)], [1], []],
    [
      'a pass for no test that was held back for it',
      [line('pending', noTest, 'passed; #2 asks for more')],
      ...([
        [4],
        ['pending: passed; #2 asks for more', 'success: no private test concerns these files'],
      ] as const),
    ],
    ['its pending line alone', [line('pending', second)], [], ['failure: the pull request is closed']],
    [
      'its wait for an approval',
      [line('pending', refusingUrl(`${runs}/6`, 2))],
      [],
      ['failure: the pull request is closed'],
    ],
    ['its failure alone', [line('failure', second)], [], []],
    ['what is another’s', [line('pending', first)], [], []],
    ['nothing', [], [], []],
  ])('%s', async (_, statuses, open, expected) => {
    const one = on(statuses, open);
    await one.release(left);
    expect(one.told()).toEqual(expected);
  });

  it.each<[Leaving['how'], string, readonly string[]]>([
    ['closed', second, ['failure: the pull request is closed']],
    ['draft', second, ['pending: draft pull request: tests start when it is ready for review']],
    ['draft', refusingUrl(`${runs}/6`, 2), []],
    ['moved', second, []],
  ])('as %s: its own pending line %#', async (how, targetUrl, expected) => {
    const one = on([line('pending', targetUrl)], []);
    await one.release({ pull: 2, how });
    expect(one.told()).toEqual(expected);
  });

  it.each<[Leaving['how'], readonly string[]]>([
    ['closed', ['history', 'pull 1']],
    ['draft', ['history', 'pull 1']],
    // A push may have come back.
    ['moved', ['history', 'pull 1', 'pull 2']],
  ])('as %s is read only where it may claim still', async (how, first) => {
    const one = on([line('pending', second), line('pending', linkOf(5, 1, 'a'))], [1, 2]);
    await one.release({ pull: 2, how });
    expect(
      one
        .of('')
        .slice(0, first.length + 1)
        .filter((call) => !call.startsWith('status')),
    ).toEqual(first);
  });

  it('by a push that has come back has not left: what it asks for counts', async () => {
    const one = on([held(first, 2), line('failure', second)], [1, 2]);
    await one.release({ pull: 2, how: 'moved' });
    expect(one.told()).toEqual([]);
  });

  it.each<[1 | 2, readonly string[]]>([
    [1, ['failure: failure', again, 'failure: failure']],
    [2, [again, 'failure: failure', 'success: private tests passed (a)', 'failure: failure']],
  ])('a last word that came before write %i is given back', async (nth, told) => {
    const failure = line('failure', linkOf(7, 1, 'a'));
    const one = on([held(first, 2), line('failure', second)], [1], () => failure, nth);
    await one.release(left);
    expect(one.told()).toEqual(told);
  });
});

describe('a success that is told again', () => {
  it.each<[string, WrittenStatus]>([
    ['somebody else has claimed the commit', line('pending', linkOf(7, 3, 'test-all'))],
    ['the one that had left was opened again', line('pending', second)],
  ])('is held back where %s in between, and asks for more', async (_, claim) => {
    const isBack = claim.targetUrl === second;
    const one = on([held(first, 2)], isBack ? [1, 2, 3] : [1, 3], () => claim, 2);
    await one.release(left);
    expect(one.told()).toEqual([
      again,
      'pending: pending',
      'success: private tests passed (a)',
      `pending: passed: a; #${isBack ? 2 : 3} asks for more`,
    ]);
  });

  it('is one that lies beneath a pass for less, of somebody who asks for less by now', async () => {
    const none = claimingUrl(`${runs}/7`, { pull: 4, tests: 'none', full: true });
    const one = on([held(first, 4), line('pending', none, 'passed; #1 asks for more')], [1, 4]);
    await one.release();
    expect(one.told()).toEqual(['pending: passed: a; #4 asks for more', 'success: private tests passed (a)']);
  });

  it.each([
    ['another account', 666],
    ['nobody who is told', undefined],
  ])('is none that %s has written: a forged one must not be written again by ours', async (_, creator) => {
    const forged = { ...held(first, 2), ...(creator !== undefined && { creator }) };
    const one = on([line('pending', second), forged], [1]);
    await one.release();
    const told = creator === undefined ? [again, 'success: private tests passed (a)'] : [again];
    expect(one.told()).toEqual(told);
  });

  it('is one beneath a line of somebody who has left, and of a push', async () => {
    const one = on(
      [
        ...[held(first, 4), line('failure', second), line('failure', `${runs}/8`)],
        line('pending', noTest, 'passed; #1 asks for more'),
      ],
      [1, 4],
    );
    await one.release();
    expect(one.told()).toEqual(['pending: passed: a; #4 asks for more', 'success: private tests passed (a)']);
  });

  it('is told beside another check, which speaks at the same moment', async () => {
    const one = on([line('pending', second), held(first, 2)], [1]);
    const ci = { ...line('success', `${runs}/8`), context: 'ci' };
    one.before('history', () => one.world.statuses.push(ci), 3);
    await one.release();
    expect(one.told()).toEqual([again, 'success: success', 'success: private tests passed (a)']);
  });

  it('is none of a run that is still under way', async () => {
    const one = on([line('pending', first), line('pending', noTest, 'passed; #1 asks for more')], [1, 4]);
    await one.release();
    expect(one.told()).toEqual([]);
  });

  it('is none where another account has ever written with its link', async () => {
    const one = on([line('pending', first, 'x'), { ...held(first, 2), creator: 666 }].toReversed(), [1]);
    await one.release();
    expect(one.told()).toEqual([]);
    const forged = on([{ ...line('success', first), creator: 666 }, held(first, 2)], [1]);
    await forged.release();
    expect([forged.told(), forged.logged]).toEqual([
      ...[[], [expect.stringMatching(/^warning: a pass that was held back is not told again: /)]],
    ]);
  });

  it('is not one beneath a later word of the same pull request', async () => {
    const none = claimingUrl(`${runs}/7`, { pull: 4, tests: 'none', full: true });
    const one = on(
      [held(first, 4), line('failure', linkOf(8, 1, 'a')), line('pending', none, 'passed; #1 asks for more')],
      [1, 4],
    );
    await one.release();
    expect(one.told()).toEqual([]);
  });
});

describe('a success that somebody asks more of', () => {
  it('is taken back, and names who', async () => {
    const one = on([line('pending', second), line('success', first)], [1, 2]);
    await one.withdraw();
    expect(one.told()).toEqual(['pending: passed: a; #2 asks for more']);
  });

  it('is told again when nobody does any more', async () => {
    const one = on([line('pending', second), held(first, 2)], [1]);
    await one.release();
    expect(one.told()).toEqual([again, 'success: private tests passed (a)']);
  });

  it('is told of in the log, also where GitHub does not take it', async () => {
    const stands = [line('pending', second), line('success', first)];
    const one = on(stands, [1, 2]);
    await one.withdraw();
    expect(one.logged).toEqual(['commit status: pending, as the pull requests with this commit ask now']);
    const refused = on(stands, [1, 2]);
    refused.fail('status ', githubFailure('forbidden'));
    await refused.withdraw();
    expect(refused.logged).toEqual(['warning: GitHub did not take a commit status (status-not-written)']);
  });

  it.each<[string, readonly WrittenStatus[], string | undefined, readonly string[]]>([
    ['nothing is green', [line('pending', second), line('failure', first)], undefined, ['history']],
    ['nothing stands', [], undefined, ['history']],
    [
      'another check is green',
      [line('pending', second), { ...line('success', first), context: 'ci' }],
      undefined,
      ['history'],
    ],
    ['a claimant cannot be read', [line('success', first)], 'pull', ['history', 'pull 1']],
    ['what stands cannot be read', [line('success', first)], 'history', ['history']],
  ])('is not looked for in vain: %s', async (_, stands, failing, asked) => {
    const one = on(stands, [1, 2]);
    if (failing !== undefined) one.fail(failing, githubFailure('unavailable'));
    await one.withdraw();
    expect([one.told(), one.of('')]).toEqual([[], asked]);
  });

  it('of a commit that somebody has left, and cannot be read: that is told', async () => {
    const one = on([held(first, 2)], [1]);
    one.fail('history', githubFailure('unavailable'));
    await one.release(left);
    expect([one.told(), one.logged]).toEqual([
      ...[[], ['warning: a commit status was left as it is: what stands on the commit could not be read']],
    ]);
  });

  it('stays where it covers', async () => {
    const one = on([line('success', second)], [1, 2]);
    await one.withdraw();
    expect(one.told()).toEqual([]);
  });
});

it('says the same as another run that releases the commit, and does not answer it', async () => {
  const passed = line('success', first, 'private tests passed (a)');
  const { release, told } = on([held(first, 2), line('failure', second)], [1], () => passed, 2);
  await release(left);
  const said = `${passed.state}: ${passed.description}`;
  expect(told()).toEqual([again, said, said]);
});
