/** A voice beside others: what it leaves, gives back and holds back, and how often it asks. */
import { describe, expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import { digestOf, claimingUrl as linkOf, refusingUrl } from '../../src/report/claim.ts';
import type { Speaker } from '../../src/report/line.ts';
import type { Result } from '../../src/report/result.ts';
import { statusLine } from '../../src/report/status.ts';
import { githubFailure, livePull } from '../gate/build.ts';
import type { WrittenStatus } from '../world/github.ts';
import { commit, passed } from './build.ts';
import { allowed, claimingUrl, few, ours, runUrl, speak, waiting } from './speak.ts';

describe('who asks for more', () => {
  const run8 = 'https://github.com/acme/engine/actions/runs/8';
  const more = linkOf(run8, { pull: 66, tests: 'all', full: true });
  const asksForAll = livePull({ number: 66, labels: ['test-all'] });
  const line = (state: WrittenStatus['state'], targetUrl: string): WrittenStatus => ({
    ...{ commit, context: 'drawbridge', state, description: '', targetUrl, at: 0 },
  });

  it('and has claimed the commit while a success was written: it is held back', async () => {
    const { voice, world, on, written } = speak();
    world.pulls.set(66, asksForAll);
    on('status drawbridge: success', () => world.statuses.push(line('pending', more)));
    await voice.last(passed);
    expect(written()).toEqual([`pending ${more}`, `success ${ours}`, `pending ${ours}`]);
  });

  it('is not forgotten where a refusal lies on a success: that is given back as a pass that is held', async () => {
    const { voice, world, on, written } = speak([], { pull: 7 });
    world.pulls.set(42, livePull({ labels: [...few.ids] }));
    world.pulls.set(66, asksForAll);
    const its = claimingUrl(run8, 42);
    on('status drawbridge: pending', () => world.statuses.push(line('pending', more), line('success', its)));
    await voice.refuse(waiting);
    expect(written().at(-1)).toBe(`pending ${its}`);
  });

  it.each([
    [true, 'pending'],
    [false, 'success'],
  ])('may be a draft where drafts run tests (%s): %s', async (drafts, state) => {
    const { voice, world, written } = speak([{ targetUrl: more }], { drafts });
    world.pulls.set(66, { ...asksForAll, draft: true });
    await voice.last(passed);
    expect(written()).toEqual([`${state} ${ours}`]);
  });
});

describe('what may not be said over what stands', () => {
  const run = (nth: number) => `https://github.com/acme/engine/actions/runs/${nth}`;
  const claimOf = (pull: number, ids: readonly string[], full = true) =>
    linkOf(run(pull), { pull, tests: digestOf({ ids, all: ids.includes('test-all') }), full });
  const [forAll, forFew] = [claimOf(66, ['test-all']), claimOf(41, few.ids)];
  const running: Result = { ...allowed, reason: 'running' };
  const held = { targetUrl: forFew, description: 'passed: test-aws, test-do; #66 asks for more' };

  /** #41 asks for as much as #42, #66 for all. */
  function shared(...[statuses, over]: Parameters<typeof speak>) {
    const made = speak(statuses, over);
    made.world.pulls.set(41, livePull({ number: 41, labels: [...few.ids] }));
    made.world.pulls.set(66, livePull({ number: 66, labels: ['test-all'] }));
    return made;
  }

  it.each<[string, readonly Partial<WrittenStatus>[], Partial<Speaker>]>([
    [
      'a success beneath another’s pending line',
      [{ targetUrl: forAll, state: 'success' }, { targetUrl: forFew }],
      {},
    ],
    ['a failure beneath a pass that is held back', [{ targetUrl: forAll, state: 'failure' }, held], {}],
    ['a claim, by a push', [{ targetUrl: forAll }, { targetUrl: runUrl }], { pull: undefined }],
  ])('stays without a word: %s', async (_, statuses, over) => {
    const { voice, written, log } = shared(statuses, over);
    await voice.announce(running);
    expect(written()).toEqual([]);
    expect(log).toEqual([
      'the commit status stands as it is: for at least as much, or for somebody who comes first',
    ]);
  });

  it('a claim that is on record is not put there twice; one that is not is, and what it lies on given back', async () => {
    const success = { targetUrl: forAll, state: 'success' } as const;
    const again = shared([{ targetUrl: claimOf(42, few.ids) }, success, { targetUrl: '' }]);
    expect([await again.voice.claim(allowed), again.written()]).toEqual([false, []]);
    const first = shared([success]);
    expect(await first.voice.claim(allowed)).toBe(true);
    await first.voice.announce(running);
    expect(first.written()).toEqual([`pending ${ours}`, `success ${forAll}`]);
    const push = shared([{ targetUrl: forAll }], { pull: undefined });
    expect([await push.voice.claim(allowed), push.written()]).toEqual([false, []]);
  });

  it('a refusal says nothing over a pass that is held back', async () => {
    const { voice, written } = shared([{ targetUrl: forAll, state: 'failure' }, held]);
    await voice.refuse({ ...waiting, reason: 'not-member' });
    expect(written()).toEqual([]);
  });

  it('a pass that is held back for `require-all` is not said once more', async () => {
    const ids = [...few.ids, 'test-gcp'];
    const its = claimOf(66, ids, false);
    const description = `passed: ${ids.join(', ')}; all tests are needed to merge`;
    const { voice, world, written } = shared(
      [
        { targetUrl: its, state: 'success' },
        { targetUrl: its, description },
      ],
      {
        requiresAll: true,
      },
    );
    world.pulls.set(66, livePull({ number: 66, labels: ids }));
    await voice.last({ ...passed, verdict: 'failure', reason: 'pipeline-failed' });
    expect(written()).toEqual([]);
  });

  it('what a push passes beside who claims in another context is left', async () => {
    const { voice, written } = shared([{ targetUrl: forAll }], {
      ...{ pull: undefined, context: 'drawbridge/require-all' },
    });
    expect([await voice.last(passed), written()]).toEqual([passed, []]);
  });

  it('a failure without tests is said though another run has said the same of it', async () => {
    const failed: Result = { decision: 'undecided', reason: 'gitlab-unavailable', commit };
    const { description = '' } = statusLine(failed) ?? {};
    const { voice, written } = speak([{ state: 'error', targetUrl: refusingUrl(run(1), 42), description }]);
    await voice.last(failed);
    expect(written()).toEqual([`error ${refusingUrl(runUrl, 42)}`]);
  });

  it('who has spoken since has looked at this line: no more is said', async () => {
    const { voice, world, on, written } = shared();
    const more = {
      commit,
      context: 'drawbridge',
      state: 'pending',
      description: '',
      targetUrl: forAll,
      at: 0,
    } as const;
    on('history', () => world.statuses.push(more), 2);
    expect(await voice.last(passed)).toBe(passed);
    expect(written()).toEqual([`success ${ours}`, `pending ${forAll}`]);
  });

  it('a claim that came between is no last word, and is not given back by a push', async () => {
    const { voice, world, on, written } = shared([], { pull: undefined });
    const more = {
      commit,
      context: 'drawbridge',
      state: 'pending',
      description: '',
      targetUrl: forAll,
      at: 0,
    } as const;
    on('status', () => world.statuses.push(more));
    await voice.last({ ...passed, verdict: 'failure', reason: 'pipeline-failed' });
    expect(written()).toEqual([`pending ${forAll}`, `failure ${runUrl}`]);
  });
});

describe('where it cannot be read what stands', () => {
  it('no success is told, and everything else is', async () => {
    const made = () => {
      const one = speak();
      one.fail('history', githubFailure('forbidden'));
      return one;
    };
    const [success, failure] = [made(), made()];
    expect(await success.voice.last(passed)).toMatchObject({ verdict: 'lost', reason: 'github-forbidden' });
    await failure.voice.last({ ...passed, verdict: 'failure', reason: 'pipeline-failed' });
    expect([success, failure].map(({ written }) => written())).toEqual([
      [`error ${ours}`],
      [`failure ${ours}`],
    ]);
  });

  it('afterwards, what was said stays', async () => {
    const { voice, fail, written } = speak();
    fail('history', githubFailure('unavailable'), 2);
    expect([await voice.last(passed), written()]).toEqual([passed, [`success ${ours}`]]);
  });
});

describe('with `require-all`', () => {
  it.each<[string, Result, string, string]>([
    ['a pass for fewer is held back', passed, 'all-tests-needed', 'pending'],
    ['one for all is told', { ...passed, allSelected: true }, 'pipeline-success', 'success'],
    [
      'one for all that the files need is, too',
      { ...passed, sufficient: true },
      'pipeline-success',
      'success',
    ],
    [
      'a failure is one',
      { ...passed, verdict: 'failure', reason: 'pipeline-failed' },
      'pipeline-failed',
      'failure',
    ],
  ])('%s', async (_, result, reason, state) => {
    const { voice, written } = speak([], { requiresAll: true });
    expect((await voice.last(result)).reason).toBe(reason);
    expect(written().map((line) => line.split(' ')[0])).toEqual([state]);
  });

  it.each<[string, Partial<Speaker>, readonly string[]]>([
    ['of a push, which claims nothing', { pull: undefined }, [`pending ${runUrl}`]],
    ['that no status tells, for the job', { context: undefined }, []],
  ])('a pass for fewer is none either: %s', async (_, over, expected) => {
    const { voice, written } = speak([], { requiresAll: true, ...over });
    expect((await voice.last(passed)).reason).toBe('all-tests-needed');
    expect(written()).toEqual(expected);
  });

  it('what shows nothing stays what it is', async () => {
    const { voice, written } = speak([], { requiresAll: true });
    const superseded: Result = { ...passed, verdict: 'superseded', reason: 'superseded' };
    expect([await voice.last(superseded), written()]).toEqual([superseded, []]);
  });
});

describe('how often GitHub is asked', () => {
  const running: Result = { ...allowed, reason: 'running' };

  it.each([
    [29_999, ['status', 'history']],
    [30_000, ['history', 'status', 'history']],
  ])('a look is good for half a minute: after %i ms', async (ms, expected) => {
    const { voice, done, clock } = speak();
    await voice.claim(allowed);
    await clock.sleep(ms);
    const before = done.length;
    await voice.announce(running);
    await voice.giveWay(commit, 0);
    // The last one is of `giveWay`, which waits for the look back.
    const asked = done.slice(before, -1).map((line) => line.split(' ')[0]);
    expect(asked.filter((what) => what !== 'pull')).toEqual(expected);
  });

  it('nothing is, where there is no commit', async () => {
    const { voice, done } = speak();
    await voice.announce({ decision: 'allowed', reason: 'running' });
    expect(done).toEqual([]);
  });

  it('a look that was taken already is used', async () => {
    const { voice, done } = speak();
    const declined: Result = { decision: 'denied', reason: 'unknown-label', commit };
    await voice.decline(declined, Promise.resolve(known({ lines: [], claimants: [] })));
    expect(done[0]).toMatch(/^status /);
  });
});

describe('for whom it speaks', () => {
  it('`post`, which knows no pull request, by the link of the claim', async () => {
    const { voice, written } = speak([{ targetUrl: ours }], { pull: undefined });
    await voice.giveUp({ decision: 'allowed', reason: 'job-cancelled', commit }, ours);
    expect(written()).toEqual([`failure ${ours}`]);
  });

  it('a run that is out of date, and nobody else: itself', async () => {
    const { voice } = speak([{ targetUrl: ours }]);
    expect(await voice.giveWay(commit, 0)).toBe(42);
  });

  it('a run whose job was cancelled tells who waits, and is heard', async () => {
    const [other, gone] = [
      claimingUrl(`${runUrl}0`, 42),
      { ...allowed, reason: 'job-cancelled', pipelineId: 100 } as const,
    ];
    const { description = '' } = statusLine(allowed) ?? {};
    const { voice, written, world } = speak([{ targetUrl: other, description }]);
    await voice.tellOfCancel(gone, ours);
    expect(written()).toEqual([`pending ${ours}#100`]);
    const waits = speak(world.statuses, { runUrl: `${runUrl}0` });
    expect(await waits.voice.hearsOfCancel(commit, 100)).toBe('yes');
  });
});
