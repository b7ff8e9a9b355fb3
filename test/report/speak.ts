/** A voice on a GitHub in memory, and what it says. */
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { digestOf, claimingUrl as linkOf } from '../../src/report/claim.ts';
import type { Speaker } from '../../src/report/line.ts';
import type { Result } from '../../src/report/result.ts';
import { voiceOf } from '../../src/report/voice.ts';
import type { Recheck } from '../../src/request/recheck.ts';
import { notedCalls } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { githubClient, githubWorld, type WrittenStatus } from '../world/github.ts';
import { commit } from './build.ts';

export const runUrl = 'https://github.com/acme/engine/actions/runs/9';
export const few = { ids: ['test-aws', 'test-do'], all: false };
/** A claim for the tests of `passed`. */
export const claimingUrl = (run: string, pull: number) =>
  linkOf(run, { pull, tests: digestOf(few), full: true });
export const ours = claimingUrl(runUrl, 42);
export const allowed: Result = { decision: 'allowed', reason: 'starting', commit, tests: few.ids };
export const waiting: Result = { decision: 'denied', reason: 'approval-needed', commit };

/** A voice on a GitHub with these statuses, oldest first, and what it says. */
export function speak(
  statuses: readonly Partial<WrittenStatus>[] = [],
  over: Partial<Speaker> & { readonly holds?: Recheck; readonly drafts?: boolean } = {},
) {
  const { holds, drafts = false, ...speaker } = over;
  const world = githubWorld();
  for (const one of statuses) {
    const plain = { context: 'drawbridge', state: 'pending', description: '', targetUrl: '' } as const;
    world.statuses.push({ commit, ...plain, at: 0, ...one });
  }
  const { carry, done, fail, on } = notedCalls();
  const log: string[] = [];
  const saved: string[] = [];
  const wants = async ({ labels }: LivePull) => known({ ids: labels, all: labels.includes('test-all') });
  const claims = { context: 'drawbridge', drafts, wants };
  const clock = virtualClock();
  const ports = {
    ...{ github: githubClient(world, carry), claims, clock },
    log: {
      info: (line: string) => void log.push(line),
      warning: (line: string) => void log.push(`warning: ${line}`),
    },
    memory: { save: (name: string, value: string) => void saved.push(`${name} ${value}`) },
  };
  const voice = voiceOf(
    ports,
    { pull: 42, context: 'drawbridge', runUrl, requiresAll: false, ...speaker },
    holds,
  );
  const context = speaker.context ?? 'drawbridge';
  const written = () =>
    world.statuses
      .slice(statuses.length)
      .filter((one) => one.commit === commit && one.context === context)
      .map(({ state, targetUrl }) => `${state} ${targetUrl}`);
  return { voice, world, done, fail, on, log, saved, written, clock };
}
