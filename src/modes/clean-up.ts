/** What `post` does after a run that was killed, or that could not see its pipeline end. */
import { ask } from '../facts/ask.ts';
import type { Sha } from '../facts/pull.ts';
import { type StopLimits, stopAndSay } from '../pipeline/stop.ts';
import { stopUnclear } from '../pipeline/unclear.ts';
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

const stopLimits: StopLimits = { confirmMs: 15_000, pauseMs: 1_000 };

/**
 * After a run that was killed, or could not see its pipeline end: cancels the pipeline, looks for what an unclear start
 * may have made, and settles the pending status where no last word was said. One `left` for each pull request of the
 * run. Ends in time, whatever the services do, and says what it has left.
 */
export async function cleanUp(ports: Ports, left: readonly Left[]): Promise<void> {
  const { clock, log } = ports;
  const now = clock.now();
  const times = {
    now,
    end: Math.max(now + mostMs, ...left.map(({ unclearSince: since = 0 }) => since + settledMs)),
  };
  // The pull requests of one run share one commit, and so one status: it is settled once.
  const untold = left.filter(({ commit, done }) => commit !== undefined && !done);
  const status = { work: settleStatus(ports, untold), otherwise: unsettled };
  const tasks = [...left.flatMap((one) => [ownOf(ports, one), unclearOf(ports, one, times)]), status].filter(
    (task) => task !== undefined,
  );
  const undone = new Set(tasks);
  const work = Promise.all(
    tasks.map(async (task) => {
      await task.work;
      undone.delete(task);
    }),
  );
  const inTime = new AbortController();
  await Promise.race([work, clock.sleep(times.end - now, inTime.signal)]).finally(() => inTime.abort());
  for (const { otherwise } of undone) log.warning(otherwise);
}

/** Something to be done, and what is said where the time was too short for it. */
interface Task {
  readonly work: Promise<void>;
  readonly otherwise: string;
}

function ownOf(ports: Ports, { pipeline, done, uncancelled }: Left): Task | undefined {
  if (pipeline === undefined || (done && !uncancelled)) return undefined;
  const work = stopAndSay(ports, [pipeline], stopLimits).then(() => {});
  return { work, otherwise: `pipeline #${pipeline} may still be running; stop it in GitLab` };
}

function unclearOf(
  ports: Ports,
  { key, unclearSince: since, pipeline: own }: Left,
  { now, end }: { readonly now: number; readonly end: number },
): Task | undefined {
  // A trigger token alone cannot look.
  if (key === undefined || since === undefined || ports.settings.gitlab.token === undefined) return undefined;
  const otherwise = `it could not be found out whether a pipeline named ${key} is left running; look in GitLab`;
  const limits = { until: end, untilTurnedAway: now + mostMs, stop: stopLimits };
  const work = stopUnclear(ports, { key, since, own }, limits).then((isKnown) => {
    if (!isKnown) ports.log.warning(otherwise);
  });
  return { work, otherwise };
}

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
