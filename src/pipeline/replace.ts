/** What goes on beside a watch: rivals of the same request make way, and so does what the own pipeline makes obsolete. */
import { failureItself, ServiceFailure, serviceFailureAs } from '../net/failure.ts';
import { familyOf } from '../request/request.ts';
import { isRefusal } from './failures.ts';
import { type Life, marginMs, type StartedPipeline } from './life.ts';
import { ensureName } from './name.ts';
import type { Pipeline } from './pipeline.ts';
import { yieldToElder } from './rivals.ts';
import type { Siblings } from './siblings.ts';
import { isLive } from './status.ts';
import { patientStop, type Stopped, stop, stopAll, stopAndSay } from './stop.ts';
import { obsoleteOf } from './supersede.ts';

/** When rivals are looked for (ms after the start): GitLab's replicas may show one late. */
const looksForRivals = [0, 15_000];

/** The pause (ms) after a look that told nothing, and how many looks there are at most. */
const againMs = 20_000;
const mostLooks = 8;

/**
 * Cancels the pipelines that this run's own replaces: those for older heads and selections of the pull request, and
 * younger rivals of the same request. Where a rival is elder, its own is cancelled, and the watch changes over. What
 * GitLab does not answer is asked again until `over`. Gives the elder one when its own was cancelled for it.
 */
export async function replaceOthers(
  life: Life,
  started: StartedPipeline,
  mine: Pipeline,
  over: AbortSignal,
): Promise<Pipeline | undefined> {
  const [elder] = await Promise.all([
    yieldToRivals(life, started, mine, over),
    supersede(life, started, mine, over),
  ]);
  return elder;
}

/**
 * The same for a run that goes away at once. Gives the pipeline that stays, its own or an elder rival, and whether
 * nobody wants it any more.
 */
export async function replaceOthersNow(
  life: Life,
  started: StartedPipeline,
): Promise<{ readonly pipeline: Pipeline; readonly superseded: boolean }> {
  const mine = started.pipeline;
  const over = new AbortController();
  const [elder, superseded] = await Promise.all([
    yieldToRivals(life, started, mine, life.interrupted).finally(() => over.abort()),
    supersede(life, started, mine, over.signal),
    life.mayLook ? ensureName(life, mine.id, life.request.key, over.signal) : undefined,
  ]);
  return { pipeline: elder ?? mine, superseded };
}

/** Looks for rivals of the same request. Gives the elder one when its own pipeline was cancelled for it, by whichever run. */
async function yieldToRivals(
  life: Life,
  { how, siblings }: StartedPipeline,
  mine: Pipeline,
  over: AbortSignal,
): Promise<Pipeline | undefined> {
  const { gitlab, clock, log, interrupted } = life;
  // Who joins a pipeline has made no rival to it.
  if (!life.mayLook || how === 'attached' || how === 'verdict') return undefined;
  const { unsettled } = siblings;
  const find = async () => (await siblings.all()).pipelines;
  const begun = clock.now();
  const times = [...looksForRivals, ...(unsettled ? [unsettled.until - begun] : [])];
  let shown = 0;
  let pause = 0;
  for (let looks = 0; looks < mostLooks; looks++) {
    if (pause > 0) await clock.sleep(pause, over);
    if (over.aborted || interrupted.aborted) return undefined;
    const met = await yieldToElder(gitlab, find, mine);
    if (met.successor) return met.successor;
    const end = met.elder && (await makeWay(life, mine.id, met.elder));
    if (end === 'ended') return met.elder;
    if (end === 'refused') {
      log.warning(`pipeline #${mine.id} is a duplicate, but the token may not cancel it; stop it in GitLab`);
      return undefined;
    }
    const told = met.shown && !met.elder;
    if (told) shown += 1;
    const next = times[shown];
    if (next === undefined) return undefined;
    pause = told ? begun + next - clock.now() : againMs;
  }
  return undefined;
}

/**
 * After a start that was not confirmed the pipeline that was found may be that of a rival, and have ended before the
 * own one comes: waits until none can come any more, and cancels what lives besides.
 */
export async function cancelLateOnes(
  { gitlab, clock, log, memory, interrupted }: Life,
  siblings: Siblings,
  watched: number,
): Promise<void> {
  const { unsettled } = siblings;
  if (!unsettled) return;
  await clock.sleep(Math.max(0, unsettled.until - clock.now()), interrupted);
  // What is not seen here is looked for once more by `post`.
  if (interrupted.aborted) return;
  const found = await siblings.all().catch(serviceFailureAs(undefined));
  if (!found) return;
  const late = found.pipelines
    .filter(({ id, status }) => id !== watched && isLive(status))
    .map(({ id }) => id);
  const ends = await stopAll(gitlab, late, clock, patientStop);
  for (const { id, stopped } of ends) log.info(`pipeline #${id}, a duplicate: ${stopped}`);
  if (!found.doubtful && ends.every(({ stopped }) => stopped === 'ended')) memory.save('alive', 'false');
}

/** Cancels the own pipeline, once everybody can find the elder one by its name. */
async function makeWay({ gitlab, clock, request }: Life, id: number, elder: Pipeline): Promise<Stopped> {
  const { key } = request;
  const named =
    elder.name === key || (await gitlab.rename(elder.id, key).then(() => true, serviceFailureAs(false)));
  return named ? stop(gitlab, id, clock, patientStop) : 'unconfirmed';
}

/**
 * Older heads and older selections of the same pull request, never those of others. Where it is this run that is out
 * of date, because head, labels or state changed while GitLab made the pipeline, its own goes. Gives whether it did.
 */
async function supersede(
  life: Life,
  { how }: StartedPipeline,
  mine: Pipeline,
  over: AbortSignal,
): Promise<boolean> {
  const { gitlab, log, clock, interrupted, subject } = life;
  const { origin } = subject;
  if (!life.supersedes || !life.mayLook || typeof origin !== 'number' || interrupted.aborted) return false;
  const family = familyOf(subject.repository, origin);
  let found = await findObsolete(life, family);
  while (found.was === 'unanswered' && !over.aborted) {
    await clock.sleep(againMs, over);
    found = await findObsolete(life, family);
  }
  switch (found.was) {
    case 'unanswered':
    case 'refused':
      log.warning('it could not be found out which older pipelines are running; look in GitLab');
      return false;
    case 'own':
      if (how !== 'verdict') await stopOwn(life, mine.id, over);
      return true;
    case 'others': {
      const others = found.ids.filter((id) => id !== mine.id);
      for (const { id, stopped } of await stopAll(gitlab, others, clock, patientStop)) {
        if (stopped === 'ended') log.info(`pipeline #${id}: cancelled, this run replaces it`);
        else
          log.warning(
            `pipeline #${id} is obsolete but could not be cancelled (${stopped}); stop it in GitLab`,
          );
      }
      return false;
    }
  }
}

/** Cancels the own pipeline, which nobody wants any more, until that is confirmed or `over`. */
async function stopOwn(life: Life, id: number, over: AbortSignal): Promise<void> {
  life.log.info(`pipeline #${id}: cancelling, the pull request has changed since it was asked for`);
  for (;;) {
    const [stopped] = await stopAndSay(life, [id]);
    if (stopped !== 'unconfirmed') return;
    life.memory.save('alive', 'true');
    if (over.aborted) return;
    await life.clock.sleep(againMs, over);
  }
}

/** Pipelines that this run makes obsolete; `own`: it is this run that is out of date. */
type FoundObsolete =
  | { readonly was: 'others'; readonly ids: readonly number[] }
  | { readonly was: 'own' | 'unanswered' | 'refused' };

async function findObsolete(life: Life, family: string): Promise<FoundObsolete> {
  const { gitlab, clock, limits, subject, request } = life;
  const found = await gitlab.recent(clock.now() - limits.timeoutMs - marginMs).catch(failureItself);
  if (found instanceof ServiceFailure) return { was: isRefusal(found) ? 'refused' : 'unanswered' };
  // Asked after the list: nothing in it can be for a newer wish than what GitHub shows now.
  const changed = await life.recheck();
  if (changed !== undefined) return { was: changed === 'superseded' ? 'own' : 'unanswered' };
  const obsolete = (sparing: string | undefined) =>
    obsoleteOf(found, { family, except: request.key, sparing }).map(({ id }) => id);
  const ofOtherHeads = obsolete(subject.commit);
  if (subject.onRequest) return { was: 'others', ids: ofOtherHeads };
  const all = obsolete(undefined);
  // Those of this commit are of older labels, or of a run on request: which, no key tells.
  const spare = all.length > ofOtherHeads.length && (await life.isAwaited());
  return { was: 'others', ids: spare ? ofOtherHeads : all };
}
