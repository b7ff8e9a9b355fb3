import type { Clock } from '../clock.ts';
import { reasonOfFailure } from '../facts/ask.ts';
import type { Log } from '../log.ts';
import { ServiceFailure } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';
import { isRefusal } from './failures.ts';
import { goneMs, isAbsent, isRefused, mayChange } from './lasting.ts';
import type { Pipelines } from './pipeline.ts';
import { isLive } from './status.ts';

/** How a cancel ended. `refused`: GitLab does not do it, and why. `unconfirmed`: asked, but no end was seen in time. */
export type Stopped =
  | { readonly stopped: 'ended' | 'unconfirmed' }
  | { readonly stopped: 'refused'; readonly reason: ReasonCode };

/** How long to look for the end of a cancelled pipeline, and how long to pause between two looks. Milliseconds. */
export interface StopLimits {
  readonly confirmMs: number;
  readonly pauseMs: number;
}

/** A GitHub runner leaves 7.5 s after SIGINT (docs/facts/runner.md, "Cancel"), so confirming stays below that. */
export const quickStop: StopLimits = { confirmMs: 4_000, pauseMs: 500 };

/** After a deadline nobody waits for us with a kill signal. */
export const patientStop: StopLimits = { confirmMs: 60_000, pauseMs: 2_000 };

/** A no is believed when it has been given so often: the time is short, and what is not stopped costs money. */
const believedAfter = 3;

/** What stopping needs of GitLab. */
export type Stoppable = Pick<Pipelines, 'cancel' | 'get'>;

/**
 * Cancels a pipeline and looks until it has ended or is being cancelled by GitLab. Cancelling twice does no harm
 * (GitLab answers 200 always), so an unclear answer is simply followed by another try within the time. A clear no that
 * is given several times is the end.
 */
export async function stop(
  pipelines: Stoppable,
  id: number,
  clock: Clock,
  limits: StopLimits,
): Promise<Stopped> {
  const start = clock.now();
  const end = start + limits.confirmMs;
  let refusals = 0;
  for (let asked = false; ; ) {
    let refused: Stopped | undefined;
    try {
      if (!asked) await pipelines.cancel(id);
      asked = true;
      const { status } = await pipelines.get(id);
      if (!isLive(status)) return { stopped: 'ended' };
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      // Before it was found once, a replica that lags may just not show it yet.
      if (isAbsent(error)) {
        if (asked || clock.now() - start >= goneMs) return { stopped: 'ended' };
      } else if (isRefusal(error)) {
        refused = asked ? { stopped: 'unconfirmed' } : { stopped: 'refused', reason: reasonOfRefusal(error) };
        refusals += mayChange(error) ? 1 : believedAfter;
      }
    }
    if (refused && refusals >= believedAfter) return refused;
    if (clock.now() + limits.pauseMs >= end) return refused ?? { stopped: 'unconfirmed' };
    await clock.sleep(limits.pauseMs);
  }
}

/** A token that sees a pipeline and may not cancel it has too small a role, or the wrong scope. */
const reasonOfRefusal = (failure: ServiceFailure): ReasonCode =>
  isRefused(failure) && failure.kind === 'forbidden' && failure.refusal !== 'insufficient-granular-scope'
    ? 'cancel-needs-api'
    : reasonOfFailure(failure);

/** What stopping takes. */
export interface StopPorts {
  readonly gitlab: Stoppable;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Cancels pipelines and says of each whether its end was seen: one that could not be cancelled costs money until
 * somebody stops it by hand. Gives how each ended, in their order.
 */
export async function stopAndSay(
  { gitlab, clock, log }: StopPorts,
  ids: readonly number[],
  limits: StopLimits = patientStop,
): Promise<readonly Stopped[]> {
  const ends = await stopAll(gitlab, ids, clock, limits);
  for (const end of ends) {
    if (end.stopped === 'ended') log.info(`pipeline #${end.id}: cancel confirmed`);
    else log.warning(`pipeline #${end.id} could not be cancelled (${whyNot(end)}); stop it in GitLab`);
  }
  return ends;
}

/** In a word for the log. Pure. */
export const whyNot = (end: Stopped): string => (end.stopped === 'refused' ? end.reason : end.stopped);

/** Stops several at the same time. Gives how each ended, in their order. */
export const stopAll = (
  pipelines: Stoppable,
  ids: readonly number[],
  clock: Clock,
  limits: StopLimits,
): Promise<readonly (Stopped & { readonly id: number })[]> =>
  Promise.all(ids.map(async (id) => ({ id, ...(await stop(pipelines, id, clock, limits)) })));
