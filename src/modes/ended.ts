/** Stops what runs for pull requests that are closed, or drafts that run no tests. */
import { removeDuplicates } from '../duplicate/duplicate.ts';
import { ask } from '../facts/ask.ts';
import { isUnknown } from '../facts/fact.ts';
import type { LivePull } from '../facts/pull.ts';
import { marginMs } from '../pipeline/life.ts';
import type { KeyedPipeline } from '../pipeline/pipeline.ts';
import { type Stopped, stopAndSay } from '../pipeline/stop.ts';
import { type Family, isObsolete } from '../pipeline/supersede.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import { readKey } from '../request/request.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';
import { leavingOf, releaseAll } from './restate.ts';

/** Which pull requests are meant, and which of them have been closed, so that branches made for them go too. */
export interface Meant {
  readonly numbers: readonly number[];
  readonly closed: readonly number[];
}

/**
 * Stops the pipelines of these pull requests as far as GitHub says now that they are over, or of all that are closed:
 * one that was opened again meanwhile keeps its own. Stopping is safe, so no membership is asked for.
 */
export async function cancelEnded(ports: Ports, meant?: Meant): Promise<Result> {
  const { settings, github, gitlab, clock, log } = ports;
  const undecided = (reason: ReasonCode): Result => ({ decision: 'undecided', reason });
  const since = clock.now() - settings.pipeline.limits.timeoutMs - marginMs;
  const found = await ask(gitlab.recent(since, isMeant(ports, meant?.numbers)));
  const live = Map.groupBy(found.known ? found.value : [], pullOf);
  // Asked after the list: no pipeline in it is newer than what GitHub shows now.
  const numbers = new Set([...live.keys(), ...(meant?.numbers ?? [])]);
  const pulls = await Promise.all([...numbers].map((number) => ask(github.pull(number))));
  const over = pulls.flatMap((pull) => (pull.known && isOver(ports, pull.value, meant) ? [pull.value] : []));
  const ends = await stopAndSay(
    ports,
    over.flatMap(({ number }) => live.get(number) ?? []).map(({ id }) => id),
  );
  if (meant) for (const pull of over) await releaseAll(ports, pull.head.sha, leavingOf(pull));
  for (const { open, number } of over)
    if (!open && meant?.closed.includes(number)) await cleanBranches(ports, number);
  const unread = [found, ...pulls].find(isUnknown);
  if (unread) return undecided(unread.reason);
  if (ends.length === 0) log.info('no private pipeline of a pull request that is over has to be stopped');
  return { decision: 'allowed', reason: whatCameOf(ends) };
}

/** What a run that stops pipelines has to tell: why GitLab refused, where it did. Pure. */
export function whatCameOf(ends: readonly Stopped[]): ReasonCode {
  for (const end of ends) if (end.stopped === 'refused') return end.reason;
  return ends.every(({ stopped }) => stopped === 'ended') ? 'cancel-done' : 'cancel-incomplete';
}

/** The requests of one pull request, as this check makes them. Pure. */
export const familyOf = ({ github, pipeline }: Ports['settings'], pull: number): Family => ({
  repository: github.repository,
  pull,
  mark: pipeline.mark,
});

/** The same, recorded; the record names the pull request where there is only one. */
export async function cancelMeant(ports: Ports, meant: Meant): Promise<Result> {
  const [first, ...more] = meant.numbers;
  const grounds = first === undefined || more.length > 0 ? {} : { pullRequest: first };
  return recorded(ports, await cancelEnded(ports, meant), grounds);
}

/** Live ones of pull requests, of those that are named or of all. */
const isMeant =
  ({ settings }: Ports, only: readonly number[] | undefined) =>
  (listed: KeyedPipeline): boolean => {
    const pull = pullOf(listed);
    if (only?.includes(pull) === false) return false;
    return isObsolete({ family: familyOf(settings, pull), except: undefined, sparing: undefined })(listed);
  };

/** The pull request in a pipeline's key; 0, which is none, where there is none. */
function pullOf({ key }: KeyedPipeline): number {
  const origin = readKey(key)?.origin;
  return typeof origin === 'number' ? origin : 0;
}

/** Whether drafts run tests is for the workflow to say that hears of them: a sweep may be without `drafts: true`. */
const isOver = ({ settings }: Ports, { open, draft }: LivePull, meant: Meant | undefined): boolean =>
  !open || (meant !== undefined && draft && !settings.gate.drafts);

/** Branches that `/duplicate` made for this pull request go when it is closed. */
async function cleanBranches({ github, log }: Ports, number: number): Promise<void> {
  const { removed, failed, refused } = await removeDuplicates(github, number);
  if (refused) log.info('branches made by /duplicate were not looked for: the token may not list branches');
  for (const branch of removed) log.info(`branch ${branch}: deleted`);
  if (failed > 0) log.warning('a branch made by /duplicate could not be deleted; delete it by hand');
}
