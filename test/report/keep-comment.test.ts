/** One comment on a pull request, whoever else writes there and however many runs there are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clock, whenAborted } from '../../src/clock.ts';
import { commentOf, markerIn, markerOf } from '../../src/report/comment.ts';
import { commentKeeper } from '../../src/report/keep-comment.ts';
import type { Place } from '../../src/report/place.ts';
import type { Progress } from '../../src/report/progress.ts';
import type { Result } from '../../src/report/result.ts';
import { githubFailure, mallory } from '../gate/build.ts';
import { exploring } from '../properties.ts';
import { notedCalls } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { type GitHubWorld, githubClient, githubWorld, ownAccount } from '../world/github.ts';
import { commit } from './build.ts';

const starting: Result = { decision: 'allowed', reason: 'starting', commit, tests: ['dns'], pull: 42 };
const passed: Result = { ...starting, reason: 'pipeline-success', verdict: 'success' };
const superseded: Result = { ...starting, reason: 'superseded', verdict: 'superseded' };
const going: Progress = { pipelineId: 5, status: 'running', since: 0, jobs: undefined, usualMs: undefined };

function keeping(
  world: GitHubWorld = githubWorld(),
  run = 9,
  clock = virtualClock(),
  context = 'drawbridge',
  interrupted: AbortSignal = new AbortController().signal,
) {
  const { carry, done, fail, on } = notedCalls();
  const log: string[] = [];
  const place: Place = {
    repositoryUrl: 'https://github.com/acme/engine',
    runUrl: `https://github.com/acme/engine/actions/runs/${run}`,
    ...{ organization: 'acme', teams: [], projectUrl: undefined },
  };
  const marker = markerOf(context, place.runUrl);
  const lines = {
    info: (line: string) => void log.push(line),
    warning: (line: string) => void log.push(`warning: ${line}`),
  };
  const github = githubClient(world, carry, clock.now);
  const keeper = commentKeeper({ github, clock, log: lines, interrupted }, { pull: 42, place, marker });
  const textOf = (result: Result, progress?: Progress) => commentOf(result, place, marker, progress);
  return { keeper, github, world, clock, done, fail, on, log, textOf, marker };
}
const all = (world: GitHubWorld) => world.comments as Exclude<GitHubWorld['comments'], Error>;
const bodies = (world: GitHubWorld) => (all(world) as readonly { body: string }[]).map(({ body }) => body);
const somebody = (body: string, author: unknown = mallory, id = 7) =>
  ({ id, nodeId: 'IC', author, body, createdAt: '', updatedAt: '' }) as never;

describe('one comment', () => {
  it('is made once, and then kept up to date', async () => {
    const { keeper, world, done, textOf } = keeping();
    await keeper.said(starting);
    await keeper.said(passed);
    await keeper.said(passed);
    expect(bodies(world)).toEqual([textOf(passed)]);
    expect(done.filter((line) => /^(comment on|edit|delete)/.test(line))).toEqual([
      'comment on 42',
      'edit comment 1001',
    ]);
    // Whose the token is does not change.
    expect(done.filter((line) => line === 'own account')).toHaveLength(1);
  });

  it('is found again by another run, among those of others', async () => {
    const first = keeping();
    first.world.comments = Array.from({ length: 150 }, (_, nth) => somebody('hello', mallory, nth + 1));
    await first.keeper.said(starting);
    const second = keeping(first.world, 10);
    await second.keeper.said(passed);
    expect(bodies(first.world).filter((body) => markerIn(body))).toEqual([second.textOf(passed)]);
  });

  it("with our marker, but somebody else's, is left alone", async () => {
    const { keeper, world, textOf } = keeping();
    const forged = textOf(starting);
    const bot = { ...mallory, login: 'github-actions[bot]' };
    world.comments = [somebody(forged), somebody(forged, bot, 8), somebody(forged, null, 9)];
    await keeper.said(passed);
    expect(bodies(world)).toEqual([forged, forged, forged, textOf(passed)]);
  });

  it('of our account without our marker, or of another check, is left alone', async () => {
    const { keeper, world, textOf } = keeping();
    const other = keeping(world, 9, virtualClock(), 'other');
    await other.keeper.said(starting);
    world.comments = [
      ...(all(world) as readonly never[]),
      somebody('x', { id: ownAccount, login: 'x', type: 'Bot' }, 5_000),
    ];
    await keeper.said(passed);
    expect(bodies(world)).toEqual([other.textOf(starting), 'x', textOf(passed)]);
  });

  it('is never two, though two runs look at the same moment: the elder stays', async () => {
    const world = githubWorld();
    const [a, b] = [keeping(world, 9), keeping(world, 10)];
    await Promise.all([a.keeper.said(starting), b.keeper.said(starting)]);
    expect(bodies(world)).toHaveLength(1);
    await b.keeper.said(passed);
    expect(bodies(world)).toEqual([b.textOf(passed)]);
  });

  it('is one at rest, in whatever order the calls of three runs come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = githubWorld();
        const carry = <T>(line: string, act: () => T): Promise<T> =>
          scheduler.schedule(Promise.resolve(), line).then(act);
        const runs = [9, 10, 11].map((run) => {
          const { marker } = keeping(world, run);
          const place: Place = {
            ...{ repositoryUrl: 'https://github.com/acme/engine', runUrl: `https://x/actions/runs/${run}` },
            ...{ organization: 'acme', teams: [], projectUrl: undefined },
          };
          const log = { info() {}, warning() {} };
          const github = githubClient(world, carry as never);
          const { signal: interrupted } = new AbortController();
          const clock: Clock = { now: () => 0, sleep: (_, signal) => whenAborted(signal ?? interrupted) };
          return commentKeeper({ github, clock, log, interrupted }, { pull: 42, place, marker });
        });
        const work = runs.map((one) => one.said(starting));
        await scheduler.waitFor(Promise.all(work));
        expect(bodies(world)).toHaveLength(1);
      }),
      exploring(60),
    );
  });

  it('that a younger one stood beside is the only one after the next word', async () => {
    const world = githubWorld();
    const late = keeping(world, 10);
    await late.keeper.said(starting);
    // A list that lagged did not show it.
    world.comments = [
      somebody(keeping(world, 9).textOf(starting), { id: ownAccount, login: 'x', type: 'Bot' }, 500),
      ...(all(world) as readonly never[]),
    ];
    await late.keeper.said(passed);
    expect(bodies(world)).toEqual([late.textOf(passed)]);
  });
});

describe('what a dead run has left', () => {
  it('beside an elder one goes, though it is not ours to know who made it', async () => {
    const { keeper, world, textOf } = keeping();
    const own = { id: ownAccount, login: 'x', type: 'Bot' };
    const left = keeping(world, 8).textOf(starting);
    world.comments = [somebody(left, own, 500), somebody(left, mallory, 501), somebody(left, own, 502)];
    await keeper.said(passed);
    expect(bodies(world)).toEqual([textOf(passed), left]);
  });

  it('is written anew where somebody has taken it away since it was found', async () => {
    const { keeper, world, on, textOf } = keeping();
    await keeper.said(starting);
    on('edit comment', () => {
      world.comments = [];
    });
    await keeper.said(passed);
    expect(bodies(world)).toEqual([textOf(passed)]);
  });
});

describe('who speaks', () => {
  it('is not overwritten by the run that has made the comment, right after it was made', async () => {
    const world = githubWorld();
    const [first, second] = [keeping(world, 9), keeping(world, 10)];
    const speaks = () => {
      const body = second.textOf(passed);
      world.comments = (all(world) as readonly object[]).map((one) => ({ ...one, body }) as never);
    };
    first.on('comments 42', speaks, 2);
    await first.keeper.said(starting);
    expect(bodies(world)).toEqual([second.textOf(passed)]);
  });

  it.each([
    ['kept waiting while another run spoke', 40_000, false],
    ['at once, by clocks that differ', 4_000, true],
  ])('%s: is the newer one', async (_, later, wins) => {
    const world = githubWorld();
    const first = keeping(world, 9);
    const second = keeping(world, 10, first.clock);
    await second.keeper.said(starting);
    first.on('own account', () => {
      const at = new Date(first.clock.now() + later).toISOString();
      const body = second.textOf(passed);
      world.comments = (all(world) as readonly object[]).map(
        (one) => ({ ...one, body, updatedAt: at }) as never,
      );
    });
    await first.keeper.said(starting);
    expect(bodies(world)).toEqual([wins ? first.textOf(starting) : second.textOf(passed)]);
  });

  it('a run that has left says so only while the comment is its own', async () => {
    const first = keeping();
    await first.keeper.said(starting);
    await first.keeper.left(superseded);
    expect(bodies(first.world)).toEqual([first.textOf(superseded)]);
    const second = keeping(first.world, 10);
    await second.keeper.said(starting);
    await first.keeper.left(superseded);
    expect(bodies(first.world)).toEqual([second.textOf(starting)]);
  });

  it('a run that has left makes none', async () => {
    const { keeper, world } = keeping();
    await keeper.left(superseded);
    expect(bodies(world)).toEqual([]);
  });

  it('what goes on is told once a minute at most, where something is new', async () => {
    const { keeper, world, clock, done, textOf } = keeping();
    await keeper.said({ ...starting, reason: 'running' });
    for (let second = 0; second < 300; second += 5) {
      keeper.goesOn({ ...going, jobs: { done: second, failed: 0, all: 300 } });
      await clock.sleep(5_000);
    }
    expect(done.filter((line) => line.startsWith('edit'))).toHaveLength(4);
    const before = done.length;
    await clock.sleep(60_000);
    keeper.goesOn({ ...going, jobs: { done: 240, failed: 0, all: 300 } });
    await clock.sleep(1);
    expect(done).toHaveLength(before);
    await keeper.said(passed);
    expect(bodies(world)).toEqual([textOf(passed)]);
    await clock.sleep(60_000);
    keeper.goesOn(going);
    await clock.sleep(1);
    expect(bodies(world)).toEqual([textOf(passed)]);
  });
});

describe('at most one word a minute on the way', () => {
  it('and the one that came too early is told with the next look after it', async () => {
    const { keeper, world, clock, done, textOf } = keeping();
    const running: Result = { ...starting, reason: 'running' };
    await keeper.said(starting);
    await clock.sleep(3_000);
    await keeper.said(running);
    keeper.goesOn(going);
    await clock.sleep(1);
    expect(bodies(world)).toEqual([textOf(starting)]);
    await clock.sleep(57_000);
    keeper.goesOn(going);
    await clock.sleep(1);
    expect(bodies(world)).toEqual([textOf({ ...running, pipelineId: 5 }, going)]);
    expect(done.filter((line) => line.startsWith('edit'))).toHaveLength(1);
  });

  it('and the last one at once', async () => {
    const { keeper, world, textOf } = keeping();
    await keeper.said(starting);
    await keeper.said(passed);
    expect(bodies(world)).toEqual([textOf(passed)]);
  });
});

describe('a comment that cannot be written', () => {
  it.each(['own account', 'comments 42', 'comment on 42'])('%s: is a warning, once', async (line) => {
    const { keeper, fail, log, done } = keeping();
    fail(line, githubFailure('forbidden'));
    await keeper.said(starting);
    await keeper.said(passed);
    expect(done).toContain(line);
    expect(log).toEqual([
      'warning: the comment was not written (github-forbidden): give the job `pull-requests: write`',
    ]);
  });

  it('for what GitHub has not, gives no advice on permissions', async () => {
    const { keeper, fail, log } = keeping();
    fail('comments 42', githubFailure('unavailable'));
    await keeper.said(starting);
    await keeper.said(passed);
    expect(log).toEqual(['warning: the comment was not written (github-unavailable)']);
  });

  it('in time is not waited for, in a job that was cancelled even less', async () => {
    const never = new Promise<never>(() => {});
    const waits = async (interrupted: AbortSignal, act: 'said' | 'left') => {
      const { keeper, github, clock, log } = keeping(undefined, 9, virtualClock(), 'drawbridge', interrupted);
      github.ownAccount = () => never;
      await keeper[act](passed);
      expect(log).toEqual([
        'warning: the comment was not written in time: the run does not wait for it any longer',
      ]);
      return clock.elapsed();
    };
    expect(await waits(new AbortController().signal, 'said')).toBe(20_000);
    expect(await waits(AbortSignal.abort(), 'said')).toBe(2_000);
    expect(await waits(AbortSignal.abort(), 'left')).toBe(2_000);
  });

  it('because a fault of ours is in it costs no verdict', async () => {
    const { keeper, clock, log, world } = keeping();
    const broken = { ...passed, reason: 'no such reason' as never };
    await keeper.said(broken);
    await keeper.left(broken);
    await keeper.said({ ...starting, tests: 5 as never });
    await clock.sleep(60_000);
    keeper.goesOn(going);
    expect(log).toEqual(['warning: the comment was not written (internal)']);
    expect(bodies(world)).toEqual([]);
  });
});
