/** Mode `run` by `workflow_run`: one run sees to every pull request that has the head of the run it follows. */
import { eventFor } from '../gate/by-head.ts';
import type { WorkflowRunEvent } from '../gate/event.ts';
import type { LivePull } from '../gate/facts.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Check } from '../report/write.ts';
import type { Bridge, Log } from './bridge.ts';
import { cleanBranches } from './cancel.ts';
import { type Begun, begin, type Concluded, conclude } from './crossing.ts';
import { cancelEnded } from './ended.ts';
import { findPulls, onlyOne } from './find-pulls.ts';
import { recorded, tell, voiceOf } from './tell.ts';

/** What became of one pull request. */
interface Outcome {
  /** What it was given of the run: its event, its memory, its number in the log. */
  readonly bridge: Bridge;
  readonly begun: Begun;
  /** Undefined: it has no pipeline of this run, and its last word is told already. */
  readonly concluded: Concluded | undefined;
  readonly result: Result;
}

/**
 * The live state decides: what is open and ready crosses as it would by itself, what is closed or a draft is stopped.
 * All are begun in order of number, and watched together, because they share one commit and so one status.
 */
export async function runTogether(bridge: Bridge, event: WorkflowRunEvent): Promise<Result> {
  const pulls = await findPulls(bridge, event);
  if (!pulls.found) return pulls.result;
  const { open, closed } = pulls;
  const numbers = open.map(({ number }) => number);
  const begun: { readonly bridge: Bridge; readonly begun: Begun }[] = [];
  for (const [nth, pull] of open.entries()) {
    const own = bridgeFor(bridge, event, pull, { nth, alone: open.length === 1 });
    begun.push({ bridge: own, begun: await begin(own, numbers) });
  }
  const drafts = open.filter((_, nth) => runsNothing(begun[nth]?.begun));
  const [stopped, outcomes] = await Promise.all([
    stopOver(bridge, closed, drafts),
    Promise.all(begun.map(toEnd)),
  ]);
  // What was closed since it was found has been stopped, as if it had been found closed.
  const told = (await tellTogether(outcomes)).filter(({ reason }) => reason !== 'pull-request-closed');
  const results = [...told, ...stopped];
  // `findPulls` has found one at least.
  return firstThatCounts(results) ?? { decision: 'undecided', reason: 'internal' };
}

function bridgeFor(
  bridge: Bridge,
  event: WorkflowRunEvent,
  pull: LivePull,
  { nth, alone }: { readonly nth: number; readonly alone: boolean },
): Bridge {
  const { run, memory, log } = bridge;
  return {
    ...bridge,
    run: { ...run, event: eventFor(event, pull) },
    memory: { save: (name, value) => memory.save(name, value, nth) },
    log: alone ? log : numbered(log, pull.number),
  };
}

const numbered = ({ info, warning }: Log, number: number): Log => ({
  info: (line) => info(`#${number}: ${line}`),
  warning: (line) => warning(`#${number}: ${line}`),
});

async function toEnd({ bridge, begun }: Pick<Outcome, 'bridge' | 'begun'>): Promise<Outcome> {
  if (!begun.began) return { bridge, begun, concluded: undefined, result: begun.result };
  const concluded = await conclude(bridge, begun);
  return { bridge, begun, concluded, result: concluded.result };
}

const over: readonly ReasonCode[] = ['draft', 'pull-request-closed'];

/** Whether a pull request runs nothing now, and may have something running from before. */
const runsNothing = (begun: Begun | undefined): boolean =>
  begun?.began === false && over.includes(begun.result.reason);

/** Stops what runs for pull requests that are over, and deletes what `/duplicate` made for the closed ones. */
async function stopOver(
  bridge: Bridge,
  closed: readonly LivePull[],
  drafts: readonly LivePull[],
): Promise<readonly Result[]> {
  const numbers = [...closed, ...drafts].map(({ number }) => number);
  if (numbers.length === 0) return [];
  for (const { number } of closed) await cleanBranches(bridge, number);
  return [recorded(bridge, undefined, undefined, await cancelEnded(bridge, numbers), onlyOne(numbers))];
}

/**
 * Says the last word once: that of the first pull request that was let through and is not successful, else of the
 * lowest, and only while all of them are still what was asked for. Gives what is true of each afterwards.
 */
async function tellTogether(outcomes: readonly Outcome[]): Promise<readonly Result[]> {
  const admitted = outcomes.filter(({ begun }) => begun.began || begun.admitted);
  const last = firstThatCounts(admitted.map(({ result }) => result));
  const speaker = admitted.find(({ result }) => result === last);
  // Where none has a pipeline, each has been told its own end already.
  if (!speaker || !admitted.some(({ concluded }) => concluded)) return outcomes.map(({ result }) => result);
  const voice = speaker.concluded?.voice ?? voiceOf(speaker.bridge);
  const told = await tell(speaker.bridge, voice, speaker.result, allHold(admitted));
  return outcomes.map((one) => (one === speaker ? told : one.result));
}

/** Whether what was asked for still holds for all; somebody else who speaks by now comes before what is not known. */
function allHold(outcomes: readonly Outcome[]): Check {
  return async () => {
    const checks = outcomes.flatMap(({ concluded }) => (concluded ? [concluded.holds()] : []));
    const changes = (await Promise.all(checks)).filter((changed) => changed !== undefined);
    return changes.find((changed) => reasonOf(changed).shows === 'untouched') ?? changes[0];
  };
}

/** The first that is not successful, else the first. Pure. */
const firstThatCounts = (results: readonly Result[]): Result | undefined =>
  results.find(({ reason }) => reasonOf(reason).exit !== 0) ?? results[0];
