/** Mode `run` by `workflow_run`: one run sees to every pull request that has the head of the run it follows. */
import { eventFor } from '../facts/by-head.ts';
import type { WorkflowRunEvent } from '../facts/event.ts';
import type { LivePull } from '../facts/pull.ts';
import type { Log } from '../log.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { includes } from '../report/precedence.ts';
import { heldBack } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import { statusLine } from '../report/status.ts';
import type { Recheck } from '../request/recheck.ts';
import { type Admission, admit } from './admit.ts';
import { commentOf } from './comments.ts';
import { cancelMeant } from './ended.ts';
import { findPulls } from './find-pulls.ts';
import type { Ports } from './ports.ts';
import { conclude } from './run.ts';
import { speakerOf, voiceFor } from './speak.ts';
import { type Started, start } from './start.ts';

/** How far one pull request came: refused at the gate, without a pipeline, or with one. */
interface Begun {
  /** What it was given of the run: its event, its memory, its number in the log. */
  readonly ports: Ports;
  readonly admission: Admission;
  readonly start: Started | undefined;
}

/** The same, with how it ended. */
type Ended = Begun & { readonly result: Result };

/**
 * The live state decides: what is open and ready crosses as it would by itself, what is closed or a draft is stopped.
 * All are begun in order of number, and watched together, because they share one commit and so one status.
 */
export async function runByHead(ports: Ports, event: WorkflowRunEvent): Promise<Result> {
  const pulls = await findPulls(ports, event);
  if (!pulls.found) return pulls.result;
  const { open, closed } = pulls;
  const begun: Begun[] = [];
  for (const [nth, pull] of open.entries())
    begun.push(await begin(portsFor(ports, event, pull, { nth, alone: open.length === 1 })));
  const idle = open.filter((_, nth) => runsNothing(begun[nth]));
  const [stopped, ended] = await Promise.all([stopIdle(ports, closed, idle), Promise.all(begun.map(toEnd))]);
  // What was closed since it was found has been stopped, as if it had been found closed.
  const told = await sayTogether(ended);
  const results = [...told.filter(({ reason }) => reason !== 'pull-request-closed'), ...stopped];
  // `findPulls` has found one at least.
  return firstThatCounts(results) ?? told[0] ?? { decision: 'undecided', reason: 'internal' };
}

function portsFor(
  ports: Ports,
  event: WorkflowRunEvent,
  pull: LivePull,
  { nth, alone }: { readonly nth: number; readonly alone: boolean },
): Ports {
  const { run, memory, log } = ports;
  return {
    ...ports,
    run: { ...run, event: eventFor(event, pull) },
    memory: { save: (name, value) => memory.save(name, value, nth) },
    log: alone ? log : numbered(log, pull.number),
  };
}

const numbered = ({ info, warning }: Log, number: number): Log => ({
  info: (line) => info(`#${number}: ${line}`),
  warning: (line) => warning(`#${number}: ${line}`),
});

async function begin(ports: Ports): Promise<Begun> {
  const admission = await admit(ports);
  return { ports, admission, start: admission.ok ? await start(ports, admission) : undefined };
}

async function toEnd(begun: Begun): Promise<Ended> {
  const { ports, admission, start: started } = begun;
  if (!admission.ok) return { ...begun, result: admission.last };
  if (!started?.ok) return { ...begun, result: started?.last ?? admission.result };
  return { ...begun, result: await conclude(ports, admission, started) };
}

const over: readonly ReasonCode[] = ['draft', 'pull-request-closed'];

/** Whether a pull request runs nothing now, and may have something running from before. */
const runsNothing = (begun: Begun | undefined): boolean =>
  begun?.admission.ok === false && over.includes(begun.admission.last.reason);

/** Stops what runs for pull requests that are over. */
async function stopIdle(
  ports: Ports,
  closed: readonly LivePull[],
  drafts: readonly LivePull[],
): Promise<readonly Result[]> {
  const numbers = [...closed, ...drafts].map(({ number }) => number);
  return numbers.length === 0
    ? []
    : [await cancelMeant(ports, { numbers, closed: closed.map(({ number }) => number) })];
}

/**
 * Says the last word once: that of the first pull request that was let through and is not successful, else of the one
 * that asks for most, and only while all of them are still what was asked for. Gives what is true of each afterwards.
 */
async function sayTogether(ended: readonly Ended[]): Promise<readonly Result[]> {
  const admitted = ended.filter(({ admission }) => admission.ok);
  const last = lastWordOf(admitted.map(({ result }) => result));
  const speaker = admitted.find(({ result }) => result === last);
  // Where none has a pipeline, each has been told its own end already.
  if (!speaker || !admitted.some(({ start: started }) => started?.ok))
    return ended.map(({ result }) => result);
  const told = await voiceFor(speaker.ports, allHold(admitted)).last(speaker.result);
  if (told.reason === 'pull-request-closed') {
    // The others still want to know.
    const open = await stillOpen(admitted);
    if (open.length > 0 && open.length < admitted.length) return [...(await sayTogether(open)), told];
  }
  // Nobody else's pass is told either, where GitHub does not show it.
  const isLost = isPass(speaker.result) && told.verdict === 'lost';
  const asTold = (result: Result): Result => {
    if (!isPass(result)) return result;
    if (isLost) return { ...result, verdict: 'lost', reason: told.reason };
    return told.asksMore === undefined ? result : heldBack(result, told.asksMore);
  };
  // The status is one, and each pull request has its own comment.
  await Promise.all(
    admitted.map(async (one) => {
      if (one === speaker) return;
      const comment = commentOf(one.ports, speakerOf(one.ports));
      if (isLost) await comment?.left(asTold(one.result));
      else if (statusLine(told)) await comment?.said(asTold(one.result));
      else await comment?.left({ ...one.result, reason: told.reason });
    }),
  );
  return ended.map((one) => {
    const last = one === speaker ? told : asTold(one.result);
    // Put on record once more, where there was a pipeline: what came of it is not what was decided.
    return one.admission.ok && one.start?.ok ? one.admission.recorded(last) : last;
  });
}

/** Whether a result is told as a success: where the status is another's, it shares its fate. Pure. */
const isPass = (result: Result): boolean => statusLine(result)?.state === 'success';

/** Those whose pull request has not been closed meanwhile. */
async function stillOpen(ended: readonly Ended[]): Promise<readonly Ended[]> {
  const changes = await Promise.all(
    ended.map(async ({ admission }) => (admission.ok ? admission.recheck() : undefined)),
  );
  return ended.filter((_, nth) => changes[nth] !== 'pull-request-closed');
}

/** Whether what was asked for still holds for all; somebody else who speaks by now comes before what is not known. */
function allHold(ended: readonly Ended[]): Recheck {
  return async () => {
    const checks = ended.flatMap(({ admission, start: started }) =>
      admission.ok && started?.ok ? [admission.recheck()] : [],
    );
    const changes = (await Promise.all(checks)).filter((changed) => changed !== undefined);
    return changes.find((changed) => reasonOf(changed).shows === 'untouched') ?? changes[0];
  };
}

/** The first that is not successful; of those that are, the first whose tests are at least as much as all others. Pure. */
function lastWordOf(results: readonly Result[]): Result | undefined {
  const first = firstThatCounts(results);
  if (first === undefined || reasonOf(first.reason).exit !== 0) return first;
  const testsOf = ({ tests = [], allSelected = false }: Result) => ({ ids: tests, all: allSelected });
  return results.find((one) => results.every((other) => includes(testsOf(one), testsOf(other)))) ?? first;
}

/** The first that is not successful, else the first. Pure. */
const firstThatCounts = (results: readonly Result[]): Result | undefined =>
  results.find(({ reason }) => reasonOf(reason).exit !== 0) ?? results[0];
