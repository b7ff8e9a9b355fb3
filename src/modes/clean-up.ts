/** What `post` does after a run that was killed, or that could not see its pipeline end. */
import { ask } from '../facts/ask.ts';
import type { Sha } from '../facts/pull.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { searchAll } from '../pipeline/search.ts';
import { isLive } from '../pipeline/status.ts';
import { stopAndSay } from '../pipeline/stop.ts';
import { lookForUnconfirmed, settledMs } from '../pipeline/unconfirmed.ts';
import { runIn, standingIn } from '../report/claim.ts';
import type { Ports } from './ports.ts';
import { speakerOf, voiceFor } from './speak.ts';

/** What a run had told the runner when it ended or was killed. */
export interface Left {
  /** Saved before the trigger, so a pipeline whose id never arrived is found too. */
  readonly key: string | undefined;
  readonly pipeline: number | undefined;
  /** The commit that has a pending status. */
  readonly commit: Sha | undefined;
  /** Whether the run ended by itself, and so has said its last word. */
  readonly done: boolean;
  /** Whether a run that ended by itself may have left its pipeline running. */
  readonly alive: boolean;
  /** Whether it ended by a fault of our own: then nobody cancelled it, and how the tests ended is not known. */
  readonly fault: boolean;
}

/** How long (ms) GitLab may be unreachable here: the runner ends everything after some minutes. */
const patienceMs = 120_000;

/** The pause between two looks for what may still come, ms. */
const pauseMs = 10_000;

/**
 * After a run that was killed, or could not see its pipeline end: cancels the pipeline, and settles the pending status
 * where no last word was said.
 */
export async function cleanUp(ports: Ports, left: Left): Promise<void> {
  const { key, pipeline, alive } = left;
  if (pipeline !== undefined) await stopAndSay(ports, [pipeline]);
  if (alive && key !== undefined) await stopAllOf(ports, key);
  else if (pipeline === undefined && key !== undefined) await stopAndSay(ports, await ownOf(ports, key));
  if (!left.done) await settleStatus(ports, left);
}

/**
 * The run knew that its start was unclear. GitLab goes on with a start that nobody waits for any more, and a pipeline
 * that is seen may be that of a run that raced with it: cancels what lives until nothing can come any more.
 */
async function stopAllOf(ports: Ports, key: string): Promise<void> {
  const { gitlab, clock, log } = ports;
  const begun = clock.now();
  const everything = { since: begun, before: new Set<number>(), showsKey: showsKey(ports) };
  for (;;) {
    const found = await ask(searchAll(gitlab, key, everything));
    if (found.known) await stopAndSay(ports, idsOfLive(found.value.pipelines));
    if (clock.now() - begun >= (found.known ? settledMs : patienceMs)) {
      if (!found.known || found.value.doubtful) log.warning(unread);
      return;
    }
    await clock.sleep(pauseMs);
  }
}

/** The pipeline of a run that was killed before its number arrived. */
async function ownOf(ports: Ports, key: string): Promise<readonly number[]> {
  const { gitlab, clock, log, interrupted } = ports;
  const find = async () => {
    const found = await ask(gitlab.find(key));
    return found.known ? found.value : [];
  };
  const before = await find();
  const live = idsOfLive(before);
  if (live.length > 0) return live;
  const fate = await lookForUnconfirmed(gitlab, key, {
    clock,
    before: new Set(before.map(({ id }) => id)),
    showsKey: showsKey(ports),
    since: clock.now(),
    patienceMs,
    interrupted,
  });
  if (fate.was === 'created') return [fate.pipeline.id];
  if (fate.was === 'unknown') log.warning(unread);
  // A retry that was under way makes no new pipeline: it wakes an old one.
  return idsOfLive(await find());
}

const unread = 'it could not be found out whether a pipeline is left running; look in GitLab';

const showsKey = ({ settings }: Ports): boolean =>
  settings.pipeline.passAs === 'variables' && settings.gitlab.triggerToken === undefined;

const idsOfLive = (pipelines: readonly Pipeline[]): readonly number[] =>
  pipelines.filter(({ status }) => isLive(status)).map(({ id }) => id);

/** Only a pending status of this very run is settled: another may have taken over the commit meanwhile. */
async function settleStatus(ports: Ports, { commit, fault }: Left): Promise<void> {
  if (commit === undefined) return;
  const { context, runUrl } = speakerOf(ports);
  const statuses = await ask(ports.github.statuses(commit));
  if (!statuses.known) return ports.log.warning('the commit status was left pending: it could not be read');
  const standing = standingIn(statuses.value, context);
  if (standing && (standing.state !== 'pending' || runIn(standing.targetUrl) !== runUrl)) return;
  const end = fault
    ? ({ reason: 'internal', verdict: 'lost' } as const)
    : ({ reason: 'job-cancelled', verdict: 'cancelled' } as const);
  await voiceFor(ports).giveUp({ decision: 'allowed', commit, ...end });
}
