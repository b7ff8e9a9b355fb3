/** Stops what runs for pull requests that are closed, or drafts that run no tests. */
import { removeDuplicates } from '../duplicate/duplicate.ts';
import { ask } from '../facts/ask.ts';
import { isUnknown } from '../facts/fact.ts';
import type { LivePull } from '../facts/pull.ts';
import { marginMs } from '../pipeline/life.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { isLive } from '../pipeline/status.ts';
import { stopAndSay } from '../pipeline/stop.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import { pullOfKey } from '../request/request.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';

/** Which pull requests are meant, and which of them are closed, so that branches made for them go too. */
export interface Meant {
  readonly numbers: readonly number[];
  readonly closed: readonly LivePull[];
}

/**
 * Stops the pipelines of these pull requests as far as GitHub says now that they are over, or of all that are closed:
 * one that was opened again meanwhile keeps its own. Stopping is safe, so no membership is asked for.
 */
export async function cancelEnded(ports: Ports, meant?: Meant): Promise<Result> {
  const { settings, gitlab, clock, log } = ports;
  const undecided = (reason: ReasonCode): Result => ({ decision: 'undecided', reason });
  for (const { number } of meant?.closed ?? []) await cleanBranches(ports, number);
  const found = await ask(gitlab.recent(clock.now() - settings.pipeline.limits.timeoutMs - marginMs));
  if (!found.known) return undecided(found.reason);
  const live = byPull(ports, found.value, meant?.numbers);
  // Asked after the list: no pipeline in it is newer than what GitHub shows now.
  const pulls = await Promise.all([...live.keys()].map((number) => ask(ports.github.pull(number))));
  const over = pulls.flatMap((pull) =>
    pull.known && isOver(ports, pull.value, meant) ? [pull.value.number] : [],
  );
  const ends = await stopAndSay(
    ports,
    over.flatMap((number) => live.get(number) ?? []),
  );
  const unread = pulls.find(isUnknown);
  if (unread) return undecided(unread.reason);
  if (ends.length === 0) log.info('no private pipeline of a pull request that is over has to be stopped');
  const done = ends.every((stopped) => stopped === 'ended');
  return { decision: 'allowed', reason: done ? 'cancel-done' : 'cancel-incomplete' };
}

/** The same, recorded; the record names the pull request where there is only one. */
export async function cancelMeant(ports: Ports, meant: Meant): Promise<Result> {
  const [first, ...more] = meant.numbers;
  const grounds = first === undefined || more.length > 0 ? {} : { pullRequest: first };
  return recorded(ports, await cancelEnded(ports, meant), grounds);
}

/** Ids of live pipelines, by the pull request in their names. */
function byPull(
  { settings }: Ports,
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
const isOver = ({ settings }: Ports, { open, draft }: LivePull, meant: Meant | undefined): boolean =>
  !open || (meant !== undefined && draft && !settings.gate.drafts);

/** Branches that `/duplicate` made for this pull request go when it is closed. */
export async function cleanBranches({ github, log }: Ports, number: number): Promise<void> {
  const { removed, failed, refused } = await removeDuplicates(github, number);
  if (refused) log.info('branches made by /duplicate were not looked for: the token may not list branches');
  for (const branch of removed) log.info(`branch ${branch}: deleted`);
  if (failed > 0) log.warning('a branch made by /duplicate could not be deleted; delete it by hand');
}
