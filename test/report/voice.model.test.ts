/** Several pull requests with one head: whatever the order of their calls, what stands at rest is true for all of them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import { claimIn, type Tests } from '../../src/report/claim.ts';
import { includes } from '../../src/report/precedence.ts';
import { release } from '../../src/report/restate.ts';
import type { Result } from '../../src/report/result.ts';
import { historyOf } from '../../src/report/standing.ts';
import { isHeldBack, isSaid, type StandingStatus } from '../../src/report/status.ts';
import { voiceOf } from '../../src/report/voice.ts';
import { livePull } from '../gate/build.ts';
import { exploring } from '../properties.ts';
import { virtualClock } from '../world/clock.ts';
import { commit } from './build.ts';

const context = 'drawbridge';
const all: Tests = { ids: ['test-all'], all: true };
const some = (...ids: string[]): Tests => ({ ids, all: false });
const selections = [all, some('a'), some('b'), some('a', 'b')] as const;

/** One run: its pull request, what that asks for, and how its pipeline ends. */
interface Run {
  readonly pull: number;
  readonly tests: Tests;
  readonly passes: boolean;
}

/** GitHub with one commit. `lags`: whether the next list leaves out the newest status; a list may, some seconds long. */
function world(runs: readonly Run[], order: fc.Scheduler, lags: () => boolean) {
  const written: StandingStatus[] = [];
  const wants = new Map(runs.map(({ pull, tests }) => [pull, tests]));
  const call = <A extends unknown[], T>(act: (...args: A) => T) =>
    order.scheduleFunction(async (...args: A) => act(...args));
  const left = new Set<number>();
  const github = {
    statuses: async () => [],
    history: call((_: string) => {
      const list = written.toReversed();
      return lags() ? list.slice(1) : list;
    }),
    setStatus: call((_: string, status: Omit<StandingStatus, 'at'>) => {
      written.push({ ...status, at: 0 });
    }),
    pull: call((number: number) => livePull({ number, open: !left.has(number) })),
  };
  const claims = {
    context,
    drafts: false,
    wants: async ({ number }: { readonly number: number }) => known(wants.get(number)),
  };
  const log = { info: () => {}, warning: () => {} };
  const ports = { github, claims, log, clock: virtualClock(), memory: { save: () => {} } };
  return { ports, written, wants, left };
}

type World = ReturnType<typeof world>;

async function play(
  { ports }: Pick<World, 'ports'>,
  { pull, tests, passes }: Run,
  requiresAll: boolean,
  nth: number,
) {
  const runUrl = `https://github.com/acme/engine/actions/runs/${nth + 1}`;
  const holds = async () => {
    const { open } = await ports.github.pull(pull);
    return open ? undefined : ('pull-request-closed' as const);
  };
  const voice = voiceOf(ports, { pull, context, runUrl, requiresAll }, holds);
  const result: Result = {
    ...{ decision: 'allowed', reason: 'starting', commit },
    ...{ tests: tests.ids, allSelected: tests.all },
  };
  await voice.claim(result);
  await voice.announce({ ...result, reason: 'running' });
  const told = await voice.last({
    ...result,
    ...(passes
      ? { verdict: 'success', reason: 'pipeline-success' }
      : { verdict: 'failure', reason: 'pipeline-failed' }),
  });
  // As the action does (src/modes/go-on.ts).
  if (told.reason === 'pull-request-closed' && (await voice.giveWay(commit, 0)) !== undefined)
    await leave(ports, pull);
}

/** What the run for a close does. */
const leave = (ports: World['ports'], pull: number): Promise<void> =>
  release({ ...ports, context, requiresAll: false }, commit, historyOf(ports.github, commit), {
    pull,
    how: 'closed',
  });

/** What every claimant of a commit asks for that has not left it. */
const asked = ({ written, wants, left }: World) =>
  [...new Set(written.flatMap(({ targetUrl }) => claimIn(targetUrl)?.pull ?? []))]
    .filter((pull) => !left.has(pull))
    .flatMap((pull) => wants.get(pull) ?? []);

/** The tests that a status stands for, as the runs of its claim have them. */
const testsOf = ({ wants }: World, { targetUrl }: StandingStatus) => wants.get(claimIn(targetUrl)?.pull ?? 0);

function isTrue(one: World, runs: readonly Run[], lagged: boolean): void {
  const [top] = one.written.toReversed();
  const trail = one.written.map(({ state, description, targetUrl }) => [state, description, targetUrl]);
  if (!top) throw new Error('nothing was said');
  const tests = testsOf(one, top);
  const message = JSON.stringify(trail, null, 1);
  if (top.state === 'success')
    expect(
      asked(one).every((wanted) => tests && includes(tests, wanted)),
      message,
    ).toBe(true);
  // What was first said later, and tested at least as much, stands; not an older success that was written again.
  const firsts = one.written.filter((line, nth) => one.written.findIndex(isSaid(line)) === nth);
  const later = firsts.slice(firsts.findIndex(isSaid(top))).filter(({ state }) => state === 'failure');
  if (top.state === 'success' && !lagged)
    expect(
      later.some((line) => {
        const failed = testsOf(one, line);
        return tests && failed && includes(failed, tests);
      }),
      message,
    ).toBe(false);
  if (top.state === 'pending') expect(isHeldBack(top), message).toBe(true);
  if (top.state === 'failure')
    expect(
      runs.some(({ passes }) => !passes),
      message,
    ).toBe(true);
  // Where one has passed what all ask for, and none has failed, that is said.
  const enough = runs.some((run) => runs.every((other) => includes(run.tests, other.tests)));
  if (!lagged && enough && runs.every(({ passes }) => passes)) expect(top.state, message).toBe('success');
}

const run = (pull: number) =>
  fc.record({ pull: fc.constant(pull), tests: fc.constantFrom(...selections), passes: fc.boolean() });

describe('two and three pull requests with one head', () => {
  it.each([
    { lists: 'that show everything', lag: fc.constant<readonly boolean[]>([]) },
    {
      lists: 'of which each may leave out the newest status',
      lag: fc.array(fc.boolean(), { maxLength: 40 }),
    },
  ])('at rest what stands is true for each of them, by lists $lists', async ({ lag }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.oneof(fc.tuple(run(1), run(2)), fc.tuple(run(1), run(2), run(3))),
        lag,
        async (order, runs, lagging) => {
          const rest = [...lagging];
          const one = world(runs, order, () => rest.shift() ?? false);
          const done = Promise.all(runs.map((each, nth) => play(one, each, false, nth)));
          await order.waitFor(done);
          isTrue(one, runs, lagging.includes(true));
        },
      ),
      exploring(600),
    );
  });

  it('one of which closes: what stands at rest is true for those that are left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.oneof(fc.tuple(run(1), run(2)), fc.tuple(run(1), run(2), run(3))),
        async (order, runs) => {
          const one = world(runs, order, () => false);
          const close = order.scheduleFunction(async () => void one.left.add(1));
          const closing = close().then(() => leave(one.ports, 1));
          await order.waitFor(
            Promise.all([closing, ...runs.map((each, nth) => play(one, each, false, nth))]),
          );
          const [top] = one.written.toReversed();
          const message = JSON.stringify(one.written.map(({ state, description }) => [state, description]));
          if (top?.state === 'success') {
            const tests = testsOf(one, top);
            expect(
              asked(one).every((wanted) => tests && includes(tests, wanted)),
              message,
            ).toBe(true);
          }
          if (top?.state === 'pending') expect(isHeldBack(top), message).toBe(true);
        },
      ),
      exploring(600),
    );
  });

  it('with `require-all: true` no success for fewer than all stands at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.tuple(run(1), run(2)), async (order, runs) => {
        const one = world(runs, order, () => false);
        await order.waitFor(Promise.all(runs.map((each, nth) => play(one, each, true, nth))));
        const green = one.written.filter(({ state }) => state === 'success');
        expect(green.every((line) => testsOf(one, line)?.all)).toBe(true);
      }),
      exploring(300),
    );
  });
});
