/**
 * Many pull requests that wait at the same time and share one GitLab user at 2,000 requests a minute: the real watch
 * and its pace on a virtual clock, against a GitLab that counts, sends RateLimit-* headers and throttles.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../src/clock.ts';
import { ServiceFailure } from '../src/net/failure.ts';
import { expectationFrom } from '../src/pipeline/pace.ts';
import type { Pipeline } from '../src/pipeline/pipeline.ts';
import { watch } from '../src/pipeline/watch.ts';
import type { Figure } from './figure.ts';

const perMinute = 2_000;
const minute = 60_000;
const length = 30 * minute;

/** All pull requests arrive within this time. */
const rush = 5 * minute;

interface Fleet {
  readonly pulls: number;
  readonly requests: number;
  readonly throttled: number;
  /** Mean seconds from end to notice. */
  readonly delay: number;
  /** Watches that did not end with their pipeline's own end. */
  readonly lost: number;
}

/** Fleets are sailed again until so many pull requests have been seen, so that rows can be compared. */
const enough = 1_000;

/** The figures, and a table for `print`. */
export async function fleetFigures(print: (line: string) => void): Promise<readonly Figure[]> {
  print('  pull requests  requests each  throttled each  mean delay   lost');
  const costs: number[] = [];
  let lost = 0;
  for (const pulls of [1, 10, 100, 300, 1_000]) {
    const fleets: Fleet[] = [];
    while (fleets.length * pulls < enough) fleets.push(await sail(pulls, 1 + fleets.length));
    const mean = (of: (fleet: Fleet) => number) =>
      fleets.reduce((sum, fleet) => sum + of(fleet), 0) / fleets.length;
    const cost = mean(({ requests }) => requests / pulls);
    const throttled = mean((fleet) => fleet.throttled / pulls);
    const delay = mean((fleet) => fleet.delay);
    lost = mean((fleet) => fleet.lost);
    costs.push(cost);
    print(
      `  ${String(pulls).padStart(13)} ${cost.toFixed(2).padStart(14)} ${throttled.toFixed(2).padStart(15)} ${delay.toFixed(2).padStart(9)} s ${String(lost).padStart(6)}`,
    );
  }
  const rises = costs.slice(1).map((cost, n) => cost / (costs[n] ?? Number.NaN));
  return [
    // The cost falls or stays flat; a few per cent are the draw.
    {
      name: 'requests for each, most that a row has over the one above',
      value: Math.max(...rises),
      unit: '',
      budget: 1.05,
    },
    { name: 'lost of 1,000', value: lost, unit: '', budget: 0 },
  ];
}

async function sail(pulls: number, seed: number): Promise<Fleet> {
  const clock = simulatedClock();
  const random = lehmer(seed);
  let windowEnds = 0;
  let used = 0;
  let requests = 0;
  let throttled = 0;
  let lost = 0;
  let delay = 0;

  const ask = (endsAt: number): Pipeline => {
    const now = clock.now();
    if (now >= windowEnds) {
      windowEnds = (Math.floor(now / minute) + 1) * minute;
      used = 0;
    }
    requests += 1;
    used += 1;
    if (used > perMinute) {
      throttled += 1;
      const retryAfterMs = windowEnds - now;
      throw new ServiceFailure({
        service: 'gitlab',
        status: 429,
        kind: 'rate-limited',
        mayHaveActed: false,
        retryAfterMs,
      });
    }
    return {
      ...alive,
      status: now >= endsAt ? 'success' : 'running',
      budget: { limit: perMinute, remaining: perMinute - used },
    };
  };

  const one = async (): Promise<void> => {
    await clock.sleep(random() * rush);
    const endsAt = clock.now() + length * (0.85 + 0.3 * random());
    const outcome = await watch(
      { get: async () => ask(endsAt) },
      1,
      { timeoutMs: 150 * minute, errorBudgetMs: 10 * minute, onBlocked: 'fail' },
      {
        clock,
        interrupted: never,
        onLook: () => {},
        expected: () => expectation,
        age: 0,
        unchangedSince: undefined,
      },
    );
    if (outcome.how !== 'ended') lost += 1;
    delay += (clock.now() - endsAt) / 1000;
  };

  const all = Promise.all(Array.from({ length: pulls }, one));
  await clock.run();
  await all;
  return { pulls, requests, throttled, delay: delay / pulls, lost };
}

const expectation = expectationFrom([length]);
const never = new AbortController().signal;

const alive: Pipeline = {
  id: 1,
  ref: 'main',
  source: 'api',
  sha: '0'.repeat(40),
  status: 'running',
  warnings: false,
  invalidConfiguration: false,
  name: undefined,
  createdAt: 0,
  startedAt: undefined,
  finishedAt: undefined,
};

/** A clock on which many sleep at once: `run` wakes them in order, without real time. */
function simulatedClock(): Clock & { run(): Promise<void> } {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  const add = (at: number, wake: () => void) => {
    let low = 0;
    let high = sleepers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sleepers[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    sleepers.splice(low, 0, { at, wake });
  };
  return {
    now: () => now,
    sleep: (ms) => new Promise((resolve) => add(now + Math.max(0, ms), resolve)),
    run: async () => {
      await turn();
      for (let next = sleepers.pop(); next; next = sleepers.pop()) {
        now = Math.max(now, next.at);
        next.wake();
        await turn();
      }
    },
  };
}

/** A small generator of pseudo-random numbers from 0 to 1 (Park and Miller, 1988), so that figures can be had again. */
function lehmer(seed: number): () => number {
  let state = seed * 48_271 + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
