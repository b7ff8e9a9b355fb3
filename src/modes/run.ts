/**
 * Mode `run`: the gate decides who crosses, the selection says which tests, one GitLab pipeline is found, retried or
 * started and watched, and GitHub is told the verdict.
 */
import { whenAborted } from '../clock.ts';
import { follow } from '../pipeline/follow.ts';
import { verdictOn } from '../report/conclusion.ts';
import type { Result } from '../report/result.ts';
import type { Voice } from '../report/voice.ts';
import { type Admitted, admit } from './admit.ts';
import { untilTold } from './go-on.ts';
import { leave } from './leave.ts';
import type { Ports } from './ports.ts';
import { releaseAll } from './restate.ts';
import { type Begun, refused, start, tryToStart } from './start.ts';

/**
 * The story of a run. Gives what is true when the last word has been said. After a push it also tells what is true of the
 * commit that the pull request has left: others may still have it as their head.
 */
export async function run(ports: Ports): Promise<Result> {
  const { event } = ports.run;
  const moved = event.kind === 'pull-request' && event.moved;
  const [result] = await Promise.all([
    untilTold(ports, () => cross(ports)),
    // A branch that has just been made has left nothing.
    moved && !/^0+$/.test(moved.before)
      ? releaseAll(ports, moved.before, { pull: event.number, how: 'moved' })
      : undefined,
  ]);
  return result;
}

/** The story of one crossing. */
async function cross(ports: Ports): Promise<Result> {
  const admitted = await admit(ports);
  if (!admitted.ok) return admitted.last;
  const started = await start(ports, admitted);
  if (!started.ok) return started.last;
  // Put on record once more: what came of it is not what was decided.
  return admitted.recorded(await admitted.voice.last(await conclude(ports, admitted, started)));
}

/**
 * Sees a pipeline to its end, or leaves it where nobody waits. Another run that waited for the same pipeline may have
 * been cancelled and have taken it along: then it is started again, once. What a person stops in GitLab stays stopped.
 * The last word is for the caller to say.
 */
export async function conclude(ports: Ports, admitted: Admitted, begun: Begun): Promise<Result> {
  const { voice, recheck } = admitted;
  const { clock, log } = ports;
  const start = clock.now();
  const first = await seeToEnd(ports, voice, begun);
  if (!first.takenAlong) return first.result;
  log.info('another run that waited for this pipeline was cancelled, and the pipeline with it: once more');
  // Before a word is said: a newer run may speak by now.
  const changed = await recheck();
  if (changed !== undefined) return refused(first.result, changed);
  const again = await tryToStart(ports, admitted, first.result.pipelineId);
  if (!again.ok) return again.untold;
  const limits = { ...again.life.limits, timeoutMs: again.life.limits.timeoutMs - (clock.now() - start) };
  return (await seeToEnd(ports, voice, { ...again, life: { ...again.life, limits } })).result;
}

/** What came of it, and whether another run took the pipeline along. */
interface Seen {
  readonly result: Result;
  readonly takenAlong: boolean;
}

async function seeToEnd(ports: Ports, voice: Voice, { started, life, result }: Begun): Promise<Seen> {
  // GitLab tells a verdict once: one that stands already has to be told from here.
  if (!ports.settings.wait && started.how !== 'verdict')
    return { result: await leave(life, started, result, 'detached'), takenAlong: false };
  const announced = voice.announce({ ...result, reason: 'running' });
  // A GitHub that is silent must not keep the watch from a signal; its pending status must not come last, though.
  await Promise.race([announced, whenAborted(ports.interrupted)]);
  const { outcome, id, takenAlong } = await follow(life, started);
  await announced;
  const conclusion = await verdictOn(ports, id, life.subject.tests, outcome);
  return { result: { ...result, ...conclusion, pipelineId: id }, takenAlong };
}
