import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { sweep } from '../../src/modes/sweep.ts';
import {
  alice,
  comment,
  commentEvent,
  event,
  forkHead,
  githubFailure,
  head,
  livePull,
  mallory,
  record,
} from '../gate/build.ts';
import { standingOn } from '../world/github.ts';
import { fails, lasts, passes } from '../world/gitlab.ts';
import { ending, openStage, type Stage, type StageOptions } from './stage.ts';

const minute = 60_000;
const theirs = (over: Parameters<typeof livePull>[0] = {}) =>
  livePull({ author: mallory, head: forkHead, ...over });
const byMallory = (over: Parameters<typeof event>[0] = {}) =>
  event({
    ...{ author: mallory, sender: mallory, head: forkHead, action: 'opened', moved: undefined },
    ...over,
  });

/** An outsider's pull request, whose commit dave has approved: one event of hers. */
async function hers(options: StageOptions & { readonly over?: Parameters<typeof event>[0] } = {}) {
  const { over, ...more } = options;
  const stage = await openStage({ run: { event: byMallory(over) }, ...more });
  if (options.beside === undefined) {
    stage.github.pulls.set(42, theirs());
    stage.github.pushes = record([mallory, head]);
    stage.github.comments = [comment()];
  }
  return stage;
}
const play = async (stage: Stage) => ending(await run(stage.ports));
const retest = commentEvent({
  commentId: 7,
  parsed: { kind: 'command', command: { name: 'retest', all: true } },
});
const reopened = { action: 'reopened' } as const;
const made = ({ gitlab }: Stage) => gitlab.made.length;
const standing = ({ github }: Stage) =>
  standingOn(github, head).map(({ state, description }) => `${state}: ${description}`);

it('who waits for an approval is told so once: GitHub takes a thousand statuses for a commit', async () => {
  const first = await hers({});
  first.github.comments = [];
  for (const _ of [1, 2, 3]) expect(await play(first)).toBe('denied approval-needed');
  for (const _ of [1, 2, 3])
    expect(await play(await hers({ over: reopened, beside: first }))).toBe('denied approval-needed');
  expect(first.github.statuses).toHaveLength(1);
});

describe('one approval is not a subscription', () => {
  it('the first event of an outsider starts a pipeline for an approved commit', async () => {
    expect(await play(await hers())).toBe('allowed pipeline-success success none');
  });

  it.each([
    ['passed', passes, 'allowed pipeline-success success verdict'],
    ['failed', fails, 'allowed pipeline-failed failure verdict'],
  ])('what has %s is told again, whatever has become of the private branch', async (_, course, told) => {
    const first = await hers();
    first.gitlab.courses = [course];
    await run(first.ports);
    for (let times = 1; times <= 3; times += 1) {
      first.gitlab.branches.set('main', { protected: true, sha: `${times}`.repeat(40) });
      expect(await play(await hers({ over: reopened, beside: first }))).toBe(told);
    }
    expect(made(first)).toBe(1);
  });

  it('what runs is joined', async () => {
    const first = await hers({ inputs: { wait: 'false' } });
    await run(first.ports);
    first.gitlab.branches.set('main', { protected: true, sha: '1'.repeat(40) });
    expect(await play(await hers({ over: reopened, beside: first }))).toBe(
      'allowed pipeline-success success attached',
    );
    expect(made(first)).toBe(1);
  });

  it.each([
    ['run again', { run: { event: byMallory(), rerunner: 'dave', attempt: 2 } }],
    ['by a label', { over: { action: 'labeled', label: 'test-all' } as const }],
    ['by closing and opening', { over: reopened }],
  ])('what was cancelled waits for a member: %s', async (_, options) => {
    const first = await hers({ inputs: { wait: 'false' } });
    first.gitlab.courses = [lasts];
    await run(first.ports);
    first.gitlab.cancel(100);
    const again = await hers({ ...options, beside: first });
    expect(await play(again)).toBe('allowed retest-needed');
    expect([made(first), again.of('gitlab create'), again.of('gitlab retry')]).toEqual([1, [], []]);
    expect(standing(first)[0]).toMatch(/^pending: .*a member to comment \/retest/);
  });

  it('more tests, asked for by an outsider, wait for a member, who gets them', async () => {
    const first = await hers();
    first.github.pulls.set(42, theirs({ labels: ['test-do'] }));
    await run(first.ports);
    first.github.pulls.set(42, theirs({ labels: ['test-aws'] }));
    const labeled = await hers({ over: { action: 'labeled', label: 'test-aws' }, beside: first });
    expect(await play(labeled)).toBe('allowed retest-needed');
    expect([made(first), standing(first)[0]]).toEqual([
      1,
      'pending: waiting for a member to comment /retest (test-aws)',
    ]);

    first.github.looked = { 7: comment() };
    const member = await hers({ run: { event: retest }, beside: first });
    expect(await play(member)).toBe('allowed pipeline-success success none');
    expect([made(first), standing(first)[0]]).toEqual([2, 'success: private tests passed (test-aws)']);
  });

  it('the sweep says the same, for as long as nobody asks', async () => {
    const first = await hers();
    first.github.pulls.set(42, theirs({ labels: ['test-do'] }));
    await run(first.ports);
    first.github.pulls.set(42, theirs({ labels: ['test-aws'] }));
    await run((await hers({ over: { action: 'labeled', label: 'test-aws' }, beside: first })).ports);
    for (let hours = 0; hours < 2; hours += 1) {
      await first.clock.sleep(180 * minute);
      const run = { event: { kind: 'schedule' } } as const;
      const sweeping = await openStage({ inputs: { mode: 'sweep' }, run, beside: first });
      expect(ending(await sweep(sweeping.ports))).toBe('allowed sweep-done');
      expect(standing(first)[0]).toMatch(/^pending: .*a member to comment \/retest/);
    }
    expect(made(first)).toBe(1);
  });

  it("a member's own event starts what an outsider's does not", async () => {
    const first = await hers();
    await run(first.ports);
    first.gitlab.branches.set('main', { protected: true, sha: '1'.repeat(40) });
    const labeled = { action: 'labeled', label: 'test-all', sender: alice } as const;
    expect(await play(await hers({ over: labeled, beside: first }))).toBe(
      'allowed pipeline-success success none',
    );
    expect(made(first)).toBe(2);
  });
});

describe('where no pipeline can be found', () => {
  const alone = {
    ...{ 'gitlab-token': ' ', 'gitlab-trigger-token': 'x', 'gitlab-ref': 'main', wait: 'false' },
  };

  it('by trigger token alone, the claim in the status list tells that there has been one', async () => {
    const first = await hers({ inputs: alone });
    expect(await play(first)).toBe('allowed detached pending none');
    const second = await hers({ over: reopened, inputs: alone, beside: first });
    expect(await play(second)).toBe('allowed retest-needed');
    expect(made(first)).toBe(1);
  });

  it('a claim that other words have hidden since counts too', async () => {
    const first = await hers({ inputs: alone });
    await run(first.ports);
    const words = {
      context: 'drawbridge',
      state: 'pending',
      description: '',
      targetUrl: 'https://x/1',
    } as const;
    first.github.statuses.push({ commit: head, ...words, at: first.clock.now() });
    expect(await play(await hers({ over: reopened, inputs: alone, beside: first }))).toBe(
      'allowed retest-needed',
    );
  });

  it('a claim that GitHub did not take: nothing is on record, so nothing is started', async () => {
    const first = await hers();
    first.fail('status', githubFailure('forbidden'));
    expect(await play(first)).toMatch(/^allowed retest-needed/);
    expect(made(first)).toBe(0);
  });

  it('without statuses only the events of members start anything', async () => {
    const silent = { 'status-context': '' };
    const first = await hers({ inputs: silent });
    expect([await play(first), made(first)]).toEqual(['allowed retest-needed', 0]);
    first.github.looked = { 7: comment() };
    const member = await hers({ inputs: silent, run: { event: retest }, beside: first });
    expect(await play(member)).toBe('allowed pipeline-success success none');
    expect(await play(await hers({ inputs: silent, over: reopened, beside: first }))).toBe(
      'allowed pipeline-success success verdict',
    );
  });

  it.each(['forbidden', 'unavailable', 'rate-limited'] as const)(
    'a list of statuses that fails with %s: undecided, and nothing is started',
    async (kind) => {
      const stage = await hers();
      stage.fail('github history', githubFailure(kind));
      expect(await play(stage)).toBe(`undecided github-${kind}`);
      expect(stage.of('gitlab')).toEqual([]);
    },
  );

  it('more statuses than are read: undecided', async () => {
    const stage = await hers();
    stage.github.historyCut = true;
    expect(await play(stage)).toBe('undecided github-unexpected');
  });
});
