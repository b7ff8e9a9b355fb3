/** Stops what a start may still make of which a run that is over does not know what became. */
import { failureItself, ServiceFailure } from '../net/failure.ts';
import { isRefused } from './lasting.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import { searchAll, skewMs } from './search.ts';
import { isLive } from './status.ts';
import { type StopLimits, type StopPorts, stopAndSay } from './stop.ts';
import { settledMs } from './unconfirmed.ts';

/** What a run has left of a start. */
export interface UnclearStart {
  readonly key: string;
  /** When it was sent, epoch ms. */
  readonly since: number;
  /** Id of the run's own pipeline: it is seen to already, or was left on purpose. */
  readonly own: number | undefined;
}

/** How long it is looked for. Epoch ms. */
export interface UnclearLimits {
  readonly until: number;
  /** The same where GitLab has only turned us away: who gets 401 or 403 for everything learns nothing by waiting. */
  readonly untilTurnedAway: number;
  readonly stop: StopLimits;
}

/** The pause between two looks for what may still come, and after one that told nothing, ms. */
const pauseMs = 10_000;
const soonMs = 2_000;

/** What a start may still make is seen by the last look so long (ms) before the end, and stopped in the rest. */
const restMs = 5_000;

/**
 * GitLab goes on with a start that nobody waits for any more, and a pipeline that is seen may be that of a run that
 * raced with it: cancels what lives until nothing can come any more. Gives whether that could be found out.
 */
export async function stopUnclear(
  ports: StopPorts & { readonly gitlab: Pipelines },
  { key, since, own }: UnclearStart,
  { until, untilTurnedAway, stop }: UnclearLimits,
): Promise<boolean> {
  const { gitlab, clock } = ports;
  const before = new Set(own === undefined ? [] : [own]);
  const last = since + settledMs - restMs;
  // What is younger than all that this start can make is another run's.
  const mayBeOfIt = ({ status, createdAt }: Pipeline) =>
    isLive(status) && createdAt <= since + settledMs + skewMs;
  let end = untilTurnedAway;
  for (;;) {
    const asked = clock.now();
    const found = await searchAll(gitlab, key, { since, before }).catch(failureItself);
    if (!isTurnedAway(found)) end = until;
    if (found instanceof ServiceFailure) {
      if (clock.now() + soonMs >= end) return false;
      await clock.sleep(soonMs);
      continue;
    }
    const live = found.pipelines.filter(mayBeOfIt).map(({ id }) => id);
    await stopAndSay(ports, live, stop);
    if (asked >= last) return !found.doubtful;
    await clock.sleep(Math.max(0, Math.min(pauseMs, last - clock.now())));
  }
}

/**
 * By the status, whoever says it: a gateway that lets nobody through in its own words is no better. Nor is a Vault that
 * gave no token to ask GitLab with.
 */
const isTurnedAway = (found: unknown): boolean =>
  found instanceof ServiceFailure &&
  (found.service !== 'gitlab' || isRefused(found) || found.status === 401 || found.status === 403);
