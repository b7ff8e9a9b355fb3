import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import { claimingUrl } from '../../src/report/claim.ts';
import type { Result } from '../../src/report/result.ts';
import { type Speaker, voiceOf } from '../../src/report/voice.ts';
import type { Recheck } from '../../src/request/recheck.ts';
import { githubFailure, livePull, other } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { githubClient, githubWorld, type WrittenStatus } from '../world/github.ts';
import { commit, passed } from './build.ts';

const runUrl = 'https://github.com/acme/engine/actions/runs/9';
const ours = claimingUrl(runUrl, 42);
const allowed: Result = { decision: 'allowed', reason: 'starting', commit };
const waiting: Result = { decision: 'denied', reason: 'approval-needed', commit };

/** A voice on a GitHub with these statuses, oldest first, and what it says. */
function speak(
  statuses: readonly Partial<WrittenStatus>[] = [],
  over: Partial<Speaker> & { readonly holds?: Recheck } = {},
) {
  const { holds, ...speaker } = over;
  const world = githubWorld();
  for (const one of statuses) {
    const plain = { context: 'drawbridge', state: 'pending', description: '', targetUrl: '' } as const;
    world.statuses.push({ commit, ...plain, at: 0, ...one });
  }
  const { carry, done, fail } = notedCalls();
  const log: string[] = [];
  const saved: string[] = [];
  const ports = {
    ...{ github: githubClient(world, carry), clock: virtualClock() },
    log: {
      info: (line: string) => void log.push(line),
      warning: (line: string) => void log.push(`warning: ${line}`),
    },
    memory: { save: (name: string, value: string) => void saved.push(`${name} ${value}`) },
  };
  const voice = voiceOf(ports, { pull: 42, context: 'drawbridge', runUrl, ...speaker }, holds);
  const written = () =>
    world.statuses.slice(statuses.length).map(({ state, targetUrl }) => `${state} ${targetUrl}`);
  return { voice, world, done, fail, log, saved, written };
}

describe('a claim', () => {
  it('is a pending status with the number of the pull request in its link', async () => {
    const { voice, written, saved } = speak();
    expect(await voice.claim(allowed)).toBe(true);
    expect([written(), saved]).toEqual([[`pending ${ours}`], [`commit ${commit}`]]);
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

describe('whether this pull request has claimed the commit before', () => {
  it.each<[string, readonly Partial<WrittenStatus>[], boolean]>([
    ['no status', [], false],
    ['its own claim', [{ targetUrl: ours }], true],
    [
      'a claim of another run of it',
      [{ targetUrl: claimingUrl('https://github.com/acme/engine/actions/runs/1', 42) }],
      true,
    ],
    ['a claim below newer words', [{ targetUrl: ours }, { targetUrl: runUrl }, { targetUrl: '' }], true],
    [
      'a claim below the claim of another',
      [{ targetUrl: ours }, { targetUrl: claimingUrl(runUrl, 41) }],
      true,
    ],
    ['words that claim nothing', [{ targetUrl: runUrl }], false],
    ['the claim of another', [{ targetUrl: claimingUrl(runUrl, 421) }], false],
    ['a claim in another context', [{ targetUrl: ours, context: 'drawbridge/test' }], false],
    ['a claim of another commit', [{ targetUrl: ours, commit: other }], false],
  ])('%s: %s', async (_, statuses, claimed) => {
    expect(await speak(statuses).voice.hasClaimed(commit)).toEqual(known(claimed));
  });

  it('nobody can tell without a context, so then it has, and nothing is asked', async () => {
    const { voice, done } = speak([], { context: undefined });
    expect([await voice.hasClaimed(commit), done]).toEqual([known(true), []]);
  });

  it('nobody can tell where there are more statuses than are read', async () => {
    const { voice, world } = speak();
    world.historyCut = true;
    expect(await voice.hasClaimed(commit)).toEqual(unknown('github-unexpected'));
  });

  it.each([
    ['forbidden', 'github-forbidden'],
    ['unavailable', 'github-unavailable'],
  ] as const)('nobody can tell where the list fails with %s', async (kind, reason) => {
    const { voice, fail } = speak();
    fail('history', githubFailure(kind));
    expect(await voice.hasClaimed(commit)).toEqual(unknown(reason));
  });
});

describe('who else has claimed a commit', () => {
  const claimed = [{ targetUrl: claimingUrl(runUrl, 41) }];
  const with41 = (over: Parameters<typeof livePull>[0]) => {
    const made = speak(claimed);
    made.world.pulls.set(41, livePull({ number: 41, ...over }));
    return made;
  };

  it.each<[string, Parameters<typeof livePull>[0], number | undefined]>([
    ['an open pull request with this head', {}, 41],
    ['one that is closed', { open: false }, undefined],
    [
      'one that has another head',
      { head: { sha: other, branch: 'x', repository: 'acme/engine' } },
      undefined,
    ],
  ])('%s: %s', async (_, over, owner) => {
    expect(await with41(over).voice.ownerOf(commit)).toEqual(known(owner));
  });

  it('itself is nobody else, and nobody is asked about', async () => {
    const { voice, done } = speak([{ targetUrl: ours }]);
    expect([await voice.ownerOf(commit), done]).toEqual([known(undefined), ['statuses']]);
  });

  it('nobody without a context, and nothing is asked', async () => {
    const { voice, done } = speak(claimed, { context: undefined });
    expect([await voice.ownerOf(commit), done]).toEqual([known(undefined), []]);
  });
});

describe('who is not let through', () => {
  it('is told where nobody else has claimed the commit, and claims nothing', async () => {
    const { voice, written, log } = speak();
    expect([await voice.refuse(waiting), written(), log]).toEqual([waiting, [`pending ${runUrl}`], []]);
  });

  it('repaints nobody’s claim, and that is said', async () => {
    const { voice, world, written, log } = speak([{ targetUrl: claimingUrl(runUrl, 41) }]);
    world.pulls.set(41, livePull({ number: 41 }));
    expect([await voice.refuse(waiting), written(), log]).toEqual([
      waiting,
      [],
      ['warning: the commit status was left alone: another pull request with this commit has claimed it'],
    ]);
  });

  it('is not told where it cannot be read whose status it is: the warning says that, and of no other', async () => {
    const { voice, fail, written, log } = speak();
    fail('statuses', githubFailure('forbidden'));
    expect([await voice.refuse(waiting), written(), log]).toEqual([
      waiting,
      [],
      ['warning: the commit status was left alone: whose it is could not be read (github-forbidden)'],
    ]);
  });

  it('is told by what has been asked before, where it was', async () => {
    const { voice, done, written } = speak([{ targetUrl: claimingUrl(runUrl, 41) }]);
    await voice.refuse(waiting, Promise.resolve(known(undefined)));
    expect([written(), done.includes('statuses')]).toEqual([[`pending ${runUrl}`], false]);
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
    const talk: Result = { decision: 'not-run', reason: 'no-command' };
    expect([await voice.refuse(talk), done]).toEqual([talk, []]);
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

  it('where nothing was started, nothing is asked again', async () => {
    const { voice, written } = speak([], changed('superseded'));
    const failed: Result = { ...allowed, decision: 'undecided', reason: 'gitlab-unavailable' };
    expect([await voice.giveUp(failed), written()]).toEqual([failed, [`error ${runUrl}`]]);
  });
});
