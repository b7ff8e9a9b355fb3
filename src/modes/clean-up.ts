/** What `post` does after a run that was killed, or that could not see its pipeline end. */
import { ask } from '../facts/ask.ts';
import type { Sha } from '../facts/pull.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { searchAll, skewMs } from '../pipeline/search.ts';
import { isLive } from '../pipeline/status.ts';
import { type StopLimits, stopAndSay } from '../pipeline/stop.ts';
import { settledMs } from '../pipeline/unconfirmed.ts';
import { claimIn, claimingUrl, runIn, standingIn } from '../report/claim.ts';
import type { Result } from '../report/result.ts';
import { readKey } from '../request/request.ts';
import type { Ports } from './ports.ts';
import { speakerOf, voiceFor } from './speak.ts';

/** What a run had told the runner when it ended or was killed. */
export interface Left {
  /** Saved before anything is started, so a pipeline whose id never arrived is found too. */
  readonly key: string | undefined;
  /** When a start was sent of which it is not known what became, epoch ms. */
  readonly unclearSince: number | undefined;
  /** The run's own pipeline. */
  readonly pipeline: number | undefined;
  /** Whether a cancel of that one was not confirmed. */
  readonly uncancelled: boolean;
  /** The commit that has a pending status. */
  readonly commit: Sha | undefined;
  /** Whether the run ended by itself, and so has said its last word. */
  readonly done: boolean;
  /** Whether it ended by a fault of our own: then nobody cancelled it, and how the tests ended is not known. */
  readonly fault: boolean;
}

/** How long (ms) everything takes at most where no start is unclear: a machine that is shutting down does not wait long. */
const mostMs = 20_000;

/** The pause between two looks for what may still come, and after one that told nothing, ms. */
const pauseMs = 10_000;
const soonMs = 2_000;

/** What a start may still make is seen by the last look so long (ms) before the end, and stopped in the rest. */
const restMs = 5_000;

const stopLimits: StopLimits = { confirmMs: 15_000, pauseMs: 1_000 };

/**
 * After a run that was killed, or could not see its pipeline end: cancels the pipeline, looks for what an unclear start
 * may have made, and settles the pending status where no last word was said. One `left` for each pull request of the
 * run. Ends in time, whatever the services do.
 */
export async function cleanUp(ports: Ports, left: readonly Left[]): Promise<void> {
  const { clock, log } = ports;
  const now = clock.now();
  const end = Math.max(now + mostMs, ...left.map(({ unclearSince = 0 }) => unclearSince + settledMs));
  // The pull requests of one run share one commit, and so one status: it is settled once.
  const untold = left.filter(({ commit, done }) => commit !== undefined && !done);
  const undone = new Set([unread, unsettled]);
  const stops = left.flatMap((one) => [stopOwn(ports, one), stopUnclear(ports, one, end)]);
  const work = Promise.all([
    Promise.all(stops).then(() => undone.delete(unread)),
    settleStatus(ports, untold).then(() => undone.delete(unsettled)),
  ]);
  const inTime = new AbortController();
  await Promise.race([work, clock.sleep(end - now, inTime.signal)]).finally(() => inTime.abort());
  for (const word of undone) log.warning(word);
}

async function stopOwn(ports: Ports, { pipeline, done, uncancelled }: Left): Promise<void> {
  if (pipeline !== undefined && (!done || uncancelled)) await stopAndSay(ports, [pipeline], stopLimits);
}

/**
 * GitLab goes on with a start that nobody waits for any more, and a pipeline that is seen may be that of a run that
 * raced with it: cancels what lives until nothing can come any more.
 */
async function stopUnclear(
  ports: Ports,
  { key, unclearSince: since, pipeline }: Left,
  end: number,
): Promise<void> {
  const { settings, gitlab, clock, log } = ports;
  // A trigger token alone cannot look.
  if (key === undefined || since === undefined || settings.gitlab.token === undefined) return;
  // The run's own is seen to already, or was left on purpose.
  const before = new Set(pipeline === undefined ? [] : [pipeline]);
  const last = since + settledMs - restMs;
  // What is younger than all that this start can make is another run's.
  const mayBeOfIt = ({ status, createdAt }: Pipeline) =>
    isLive(status) && createdAt <= since + settledMs + skewMs;
  for (;;) {
    const asked = clock.now();
    const found = await ask(searchAll(gitlab, key, { since, before }));
    const live = found.known ? found.value.pipelines.filter(mayBeOfIt) : [];
    await stopAndSay(
      ports,
      live.map(({ id }) => id),
      stopLimits,
    );
    const now = clock.now();
    if (found.known && asked >= last) {
      if (found.value.doubtful) log.warning(unread);
      return;
    }
    if (!found.known && now + soonMs >= end) return log.warning(unread);
    await clock.sleep(found.known ? Math.max(0, Math.min(pauseMs, last - now)) : soonMs);
  }
}

const unread = 'it could not be found out whether a pipeline is left running; look in GitLab';
const unsettled = 'the commit status was left pending: GitHub did not answer in time';

/** Only a pending status of this very run is settled: another may have taken over the commit meanwhile. */
async function settleStatus(ports: Ports, untold: readonly Left[]): Promise<void> {
  const { commit, fault = false } = untold[0] ?? {};
  if (commit === undefined) return;
  const { context, runUrl } = speakerOf(ports);
  const statuses = await ask(ports.github.statuses(commit));
  if (!statuses.known) return ports.log.warning('the commit status was left pending: it could not be read');
  const standing = standingIn(statuses.value, context);
  if (standing && standing.state !== 'pending') return;
  const end = fault
    ? ({ reason: 'internal', verdict: 'lost' } as const)
    : ({ reason: 'job-cancelled', verdict: 'cancelled' } as const);
  const resultOf = (pipelineId: number | undefined): Result => ({
    ...{ decision: 'allowed', commit, ...end },
    ...(pipelineId !== undefined && { pipelineId }),
  });
  const voice = voiceFor(ports);
  if (!standing || runIn(standing.targetUrl) === runUrl) {
    await voice.giveUp(resultOf(untold[0]?.pipeline), standing?.targetUrl);
    return;
  }
  // That run may wait for the same pipeline.
  const claim = claimIn(standing.targetUrl);
  const shared = untold.find(({ key }) => claim !== undefined && readKey(key)?.origin === claim.pull);
  if (!fault && claim && shared?.pipeline !== undefined)
    await voice.tellOfCancel(resultOf(shared.pipeline), claimingUrl(runUrl, claim));
}
