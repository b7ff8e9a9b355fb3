/** Stops what runs for pull requests that are closed, or drafts that run no tests. */
import { ask } from '../gate/ask.ts';
import type { LivePull } from '../gate/facts.ts';
import { gitlabReason } from '../pipeline/failures.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { pullOfKey } from '../pipeline/request.ts';
import { isLive } from '../pipeline/status.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Bridge } from './bridge.ts';
import { marginMs } from './replace.ts';
import { stopAndSay } from './stop.ts';

/**
 * Stops the pipelines of these pull requests as far as GitHub says now that they are over, or of all that are closed:
 * one that was opened again meanwhile keeps its own. Stopping is safe, so no membership is asked for.
 */
export async function cancelEnded(bridge: Bridge, only?: readonly number[]): Promise<Result> {
  const { settings, gitlab, clock, log } = bridge;
  const undecided = (reason: ReasonCode): Result => ({ decision: 'undecided', reason });
  const found = await gitlab
    .recent(clock.now() - settings.pipeline.limits.timeoutMs - marginMs)
    .catch(gitlabReason);
  if (typeof found === 'string') return undecided(found);
  const live = byPull(bridge, found, only);
  // Asked after the list: no pipeline in it is newer than what GitHub shows now.
  const pulls = await Promise.all([...live.keys()].map((number) => ask(bridge.github.pull(number))));
  const unknown = pulls.find((pull) => !pull.known);
  const over = pulls.flatMap((pull) =>
    pull.known && isOver(bridge, pull.value, only) ? [pull.value.number] : [],
  );
  const ends = await stopAndSay(
    bridge,
    over.flatMap((number) => live.get(number) ?? []),
  );
  if (unknown?.known === false) return undecided(unknown.reason);
  if (ends.length === 0) log.info('no private pipeline of a pull request that is over has to be stopped');
  const done = ends.every((stopped) => stopped === 'ended');
  return { decision: 'allowed', reason: done ? 'cancel-done' : 'cancel-incomplete' };
}

/** Ids of live pipelines, by the pull request in their names. */
function byPull(
  { settings }: Bridge,
  found: readonly Pipeline[],
  only: readonly number[] | undefined,
): ReadonlyMap<number, readonly number[]> {
  const live = new Map<number, number[]>();
  for (const { id, name, status } of found) {
    const number = name === undefined ? undefined : pullOfKey(name, settings.github.repository);
    if (number === undefined || !isLive(status) || only?.includes(number) === false) continue;
    live.set(number, [...(live.get(number) ?? []), id]);
  }
  return live;
}

/** Whether drafts run tests is for the workflow to say that hears of them: a sweep may be without `drafts: true`. */
const isOver = (
  { settings }: Bridge,
  { open, draft }: LivePull,
  only: readonly number[] | undefined,
): boolean => !open || (only !== undefined && draft && !settings.gate.drafts);
