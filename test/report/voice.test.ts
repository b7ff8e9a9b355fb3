/** Who speaks for a commit: each word of a voice, by what has been said before. */
import { describe, expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import { claimingUrl as linkOf, refusingUrl } from '../../src/report/claim.ts';
import type { Result } from '../../src/report/result.ts';
import { statusLine } from '../../src/report/status.ts';
import { githubFailure, livePull, other } from '../gate/build.ts';
import { commit, passed } from './build.ts';
import { allowed, claimingUrl, few, ours, runUrl, speak, waiting } from './speak.ts';

describe('a claim', () => {
  it('is a pending status with the number of the pull request in its link', async () => {
    const { voice, written, saved, log } = speak();
    expect(await voice.claim(allowed)).toBe(true);
    expect([written(), saved, log]).toEqual([[`pending ${ours}`], [`commit ${commit}`], []]);
  });

  it('of no pull request claims nothing', async () => {
    const { voice, written } = speak([], { pull: undefined });
    expect([await voice.claim(allowed), written()]).toEqual([true, [`pending ${runUrl}`]]);
  });

  it('that GitHub does not take is told in the log, and by the answer', async () => {
    const { voice, fail, log } = speak();
    fail('status', githubFailure('forbidden'));
    expect([await voice.claim(allowed), log]).toEqual([
      false,
      ['warning: GitHub did not take the pending status (status-not-written)'],
    ]);
  });

  it('is none without a context, or without a commit', async () => {
    const silent = speak([], { context: undefined });
    expect([await silent.voice.claim(allowed), silent.written()]).toEqual([false, []]);
    const nothing = speak();
    expect([await nothing.voice.claim({ decision: 'allowed', reason: 'starting' }), nothing.done]).toEqual([
      false,
      [],
    ]);
  });
});

describe('who has claimed a commit', () => {
  const claimed = [{ targetUrl: claimingUrl(runUrl, 41) }];
  const with41 = async (over: Parameters<typeof livePull>[0]) => {
    const made = speak(claimed);
    made.world.pulls.set(41, livePull({ number: 41, labels: ['test-all'], ...over }));
    const seen = await made.voice.look(commit);
    return seen.known && seen.value.claimants;
  };
  const asks = [{ pull: 41, wants: { ids: ['test-all'], all: true } }];

  it.each<[string, Parameters<typeof livePull>[0], object]>([
    ['an open pull request with this head', {}, asks],
    ['one that is closed', { open: false }, []],
    ['a draft', { draft: true }, []],
    ['one that has another head', { head: { sha: other, branch: 'x', repository: 'acme/engine' } }, []],
  ])('%s: %s', async (_, over, claimants) => expect(await with41(over)).toEqual(claimants));

  it('one that GitHub does not know is none', async () => {
    expect(await speak(claimed).voice.look(commit)).toMatchObject({ value: { claimants: [] } });
  });

  it.each([
    [10, 0, 10],
    [11, 0, 'head-crowded'],
    [10, 20, 10],
    [0, 30, 0],
    [0, 31, 'head-crowded'],
  ])('%i open ones and %i that are closed: %s', async (open, closed, expected) => {
    const many = Array.from({ length: open + closed }, (_, nth) => ({
      targetUrl: claimingUrl(runUrl, nth + 1),
    }));
    const made = speak(many);
    for (let number = 1; number <= many.length; number += 1)
      made.world.pulls.set(number, livePull({ number, open: number <= open }));
    const seen = await made.voice.look(commit);
    expect(seen.known ? seen.value.claimants.length : seen.reason).toBe(expected);
  });

  it('nobody without a context, and nothing is asked', async () => {
    const { voice, done } = speak(claimed, { context: undefined });
    expect([await voice.look(commit), done]).toEqual([known({ lines: [], claimants: [] }), []]);
  });
});

describe('who is not let through', () => {
  const refusing = refusingUrl(runUrl, 42);

  it('is told where nothing stands, and claims nothing', async () => {
    const { voice, written, log } = speak();
    expect([await voice.refuse(waiting), written(), log]).toEqual([waiting, [`pending ${refusing}`], []]);
  });

  it.each([
    ['its own refusal by another run', refusingUrl('https://github.com/acme/engine/actions/runs/1', 42), 1],
    ['that of another', refusingUrl('https://github.com/acme/engine/actions/runs/1', 41), 0],
    ['a claim', claimingUrl('https://github.com/acme/engine/actions/runs/1', 41), 0],
    ['a push’s status, or the queue’s', 'https://github.com/acme/engine/actions/runs/1', 0],
    ['what somebody else has written', '', 0],
  ])('repaints nothing but its own word: %s', async (_, targetUrl, writes) => {
    const { voice, world, written } = speak([{ targetUrl }]);
    world.pulls.set(41, livePull({ number: 41 }));
    expect(await voice.refuse(waiting)).toBe(waiting);
    expect(written()).toHaveLength(writes);
  });

  it('says no more what another run has said of it already', async () => {
    const targetUrl = refusingUrl('https://github.com/acme/engine/actions/runs/1', 42);
    const { description } = statusLine(waiting) ?? { description: '' };
    const { voice, written } = speak([{ targetUrl, description }]);
    await voice.refuse(waiting);
    expect(written()).toEqual([]);
  });

  it('says the same once', async () => {
    const { voice, written } = speak();
    await voice.refuse(waiting);
    await voice.refuse(waiting);
    expect(written()).toHaveLength(1);
  });

  it('is not told where it cannot be read whose status it is: the warning says that, and of no other', async () => {
    const { voice, fail, written, log } = speak();
    fail('history', githubFailure('forbidden'));
    expect([await voice.refuse(waiting), written(), log]).toEqual([
      waiting,
      [],
      ['warning: the commit status was left alone: whose it is could not be read (github-forbidden)'],
    ]);
  });

  it('is told by what has been asked before, where it was', async () => {
    const { voice, done, written } = speak([{ targetUrl: claimingUrl(runUrl, 41) }]);
    await voice.refuse(waiting, Promise.resolve(known({ lines: [], claimants: [] })));
    expect([written(), done.slice(0, 1)]).toEqual([
      [`pending ${refusing}`],
      [expect.stringContaining('status drawbridge')],
    ]);
  });

  it('a status that GitHub does not take is told in the log, with what helps and no more', async () => {
    const { voice, fail, log } = speak();
    fail('status ', githubFailure('forbidden'));
    expect(await voice.refuse(waiting)).toBe(waiting);
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(
      /^warning: GitHub did not take the commit status \(status-not-written\): .*`statuses: write`/,
    );
    expect(log[0]).not.toMatch(/pull-requests: write|another pull request/);
  });

  it('what shows nothing asks nothing', async () => {
    const { voice, done } = speak();
    const talk: Result = { decision: 'not-run', reason: 'no-command', commit };
    expect([await voice.refuse(talk), done]).toEqual([talk, []]);
    const nowhere: Result = { decision: 'denied', reason: 'approval-needed' };
    expect([await voice.refuse(nowhere), done]).toEqual([nowhere, []]);
  });
});

describe('who was let through and asks for what cannot be run', () => {
  const declined: Result = {
    decision: 'denied',
    reason: 'unknown-label',
    commit,
    unknownLabels: ['test-typo'],
  };

  it('says so over what another pull request has passed, and claims the commit', async () => {
    const targetUrl = claimingUrl('https://github.com/acme/engine/actions/runs/1', 41);
    const { voice, world, written } = speak([{ state: 'success', targetUrl }]);
    world.pulls.set(41, livePull({ number: 41, labels: few.ids }));
    world.pulls.set(42, livePull({ labels: ['test-typo'] }));
    await voice.decline(declined);
    expect(written()).toEqual([`failure ${linkOf(runUrl, { pull: 42, tests: 'none', full: false })}`]);
  });

  it('so that nothing another passes is told as a success', async () => {
    const theirs = linkOf('https://github.com/acme/engine/actions/runs/1', {
      ...{ pull: 41, tests: 'none', full: false },
    });
    const { voice, world } = speak([{ state: 'failure', targetUrl: theirs }]);
    world.pulls.set(41, livePull({ number: 41, labels: ['test-typo'] }));
    expect((await voice.last(passed)).reason).toBe('more-tests-asked');
  });
});

describe('a status in our words that another account has written', () => {
  const forged = {
    ...({ state: 'success', description: 'private tests passed (test-all)', creator: 7 } as const),
    targetUrl: linkOf('https://github.com/acme/engine/actions/runs/1', {
      pull: 41,
      tests: 'all',
      full: true,
    }),
  };

  it('is not written again by us, and stops no word of ours', async () => {
    const { voice, written } = speak([forged]);
    await voice.claim(allowed);
    await voice.last({ ...allowed, verdict: 'failure', reason: 'pipeline-failed' });
    expect(written().map((line) => line.split(' ')[0])).toEqual(['pending', 'failure']);
  });

  it('while one of ours is given back', async () => {
    const { creator: _, ...ours } = forged;
    const { voice, written } = speak([ours]);
    await voice.claim(allowed);
    await voice.last({ ...allowed, verdict: 'failure', reason: 'pipeline-failed' });
    expect(written().map((line) => line.split(' ')[0])).toEqual(['pending', 'success']);
  });
});

describe('later words', () => {
  const changed = (reason: 'superseded' | 'github-unavailable') => ({ holds: async () => reason });

  it('that a pipeline runs is said unless a newer run speaks', async () => {
    const running: Result = { ...allowed, reason: 'running' };
    const usual = speak();
    await usual.voice.announce(running);
    const late = speak([], changed('superseded'));
    await late.voice.announce(running);
    const blind = speak([], changed('github-unavailable'));
    await blind.voice.announce(running);
    expect([usual, late, blind].map(({ written }) => written().length)).toEqual([1, 0, 1]);
  });

  it('the last one holds, or is superseded', async () => {
    expect(await speak().voice.last(passed)).toBe(passed);
    const late = speak([], changed('superseded'));
    expect([await late.voice.last(passed), late.written()]).toEqual([
      { ...passed, verdict: 'superseded', reason: 'superseded' },
      [],
    ]);
  });

  it('a success that came too early is held back, and is none for the job either', async () => {
    const { voice, world, written, on } = speak();
    world.pulls.set(41, livePull({ number: 41, labels: ['test-all'] }));
    const claim = linkOf(`${runUrl}0`, { pull: 41, tests: 'all', full: true });
    on('status', () =>
      world.statuses.push({
        ...{ commit, context: 'drawbridge', state: 'pending', description: '', targetUrl: claim, at: 0 },
      }),
    );
    expect(await voice.last(passed)).toMatchObject({
      ...{ verdict: 'pending', reason: 'more-tests-asked', asksMore: 41 },
    });
    expect(written().slice(1)).toEqual([`success ${ours}`, `pending ${ours}`]);
  });

  it('where nothing was started, nothing is asked again', async () => {
    const { voice, written } = speak([], changed('superseded'));
    const failed: Result = { ...allowed, decision: 'undecided', reason: 'gitlab-unavailable' };
    expect([await voice.giveUp(failed), written()]).toEqual([failed, [`error ${ours}`]]);
  });
});

describe('a pass that was held back for who has left since', () => {
  it('is told again by whoever has passed less, and has nothing to say', async () => {
    const run8 = 'https://github.com/acme/engine/actions/runs/8';
    const its = linkOf(run8, { pull: 66, tests: 'all', full: true });
    const { voice, world, written } = speak([
      { targetUrl: ours },
      { targetUrl: its, state: 'success', description: 'private tests passed (test-all)' },
      { targetUrl: its, description: 'passed: test-all; #66 asks for more' },
    ]);
    world.pulls.set(66, livePull({ number: 66, open: false }));
    await voice.last(passed);
    expect(written()).toEqual([`success ${its}`]);
  });
});
