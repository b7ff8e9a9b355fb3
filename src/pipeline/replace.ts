/** What goes on beside a watch: rivals of the same request make way, and so does what the own pipeline makes obsolete. */
import { failureItself, ServiceFailure, serviceFailureAs } from '../net/failure.ts';
import { reasonOf } from '../reasons.ts';
import { isRefusal } from './failures.ts';
import { countNoes, type Noes } from './lasting.ts';
import { type Life, marginMs, type StartedPipeline } from './life.ts';
import { giveName } from './name.ts';
import type { Pipeline } from './pipeline.ts';
import { yieldToElder } from './rivals.ts';
import type { Siblings } from './siblings.ts';
import { isLive } from './status.ts';
import { patientStop, type Stopped, stop, stopAll, stopAndSay, whyNot } from './stop.ts';
import { type Family, isObsolete } from './supersede.ts';

/**
 * When rivals are looked for (ms after the start): one that did not get its name at once is found late. A run that goes
 * away has its one look: what shows the own pipeline by its name shows every rival that was named before.
 */
const looksForRivals = { staying: [0, 15_000], leaving: [0] };

/** How many looks there are at most, and the pause (ms) after the nth that told nothing. */
const mostLooks = { staying: 8, leaving: 4 };
const pauseAfterLook = (nth: number): number => Math.min(againMs, 2_000 * 2 ** nth);

/** The pause (ms) after a call about others that GitLab did not answer. */
const againMs = 20_000;

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
    yieldToRivals(life, started, mine, 'staying', over),
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
    yieldToRivals(life, started, mine, 'leaving', life.interrupted).finally(() => over.abort()),
    supersede(life, started, mine, over.signal),
    nameUnlessNamed(life, mine, over.signal),
  ]);
  return { pipeline: elder ?? mine, superseded };
}

/** Names the own pipeline where that was not possible right after its start, and the project does not do it either. */
async function nameUnlessNamed(life: Life, { id, name }: Pipeline, over: AbortSignal): Promise<void> {
  const { gitlab, mayLook, request } = life;
  if (!mayLook || name === request.key) return;
  const shown = await gitlab.get(id).catch(serviceFailureAs(undefined));
  if (shown?.name !== request.key) await giveName(life, id, request.key, over);
}

/** Looks for rivals of the same request. Gives the elder one when its own pipeline was cancelled for it, by whichever run. */
async function yieldToRivals(
  life: Life,
  { how: begun, siblings }: StartedPipeline,
  mine: Pipeline,
  how: 'staying' | 'leaving',
  over: AbortSignal,
): Promise<Pipeline | undefined> {
  const { gitlab, clock, log, interrupted } = life;
  // Who joins a pipeline has made no rival to it.
  if (!life.mayLook || begun === 'attached' || begun === 'verdict') return undefined;
  const { unsettled } = siblings;
  const find = async () => (await siblings.all()).pipelines;
  const start = clock.now();
  const times = [...looksForRivals[how], ...(unsettled ? [unsettled.until - start] : [])];
  let shown = 0;
  let pause = 0;
  for (let looks = 0; looks < mostLooks[how]; looks++) {
    if (pause > 0) await clock.sleep(pause, over);
    if (over.aborted || interrupted.aborted) return undefined;
    const met = await yieldToElder(gitlab, find, mine);
    if (met.successor) return met.successor;
    const end = met.elder && (await makeWay(life, mine.id, met.elder));
    if (end?.stopped === 'ended') return met.elder;
    if (end?.stopped === 'refused') {
      log.warning(
        `pipeline #${mine.id} is a duplicate that could not be cancelled (${end.reason}); stop it in GitLab`,
      );
      return undefined;
    }
    const told = met.shown && !met.elder;
    if (told) shown += 1;
    const next = times[shown];
    if (next === undefined) return undefined;
    pause = told ? start + next - clock.now() : pauseAfterLook(looks);
  }
  return undefined;
}

/**
 * Once more, when the own pipeline bears its name again: a run that did not find it may have started another. An own
 * one that makes way here ends, and its watch looks for the elder.
 */
export async function meetRivals(life: Life, { siblings }: StartedPipeline, mine: Pipeline): Promise<void> {
  const find = async () => (await siblings.all()).pipelines;
  const { elder } = await yieldToElder(life.gitlab, find, mine);
  if (elder) await makeWay(life, mine.id, elder);
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
  for (const end of ends) log.info(`pipeline #${end.id}, a duplicate: ${whyNot(end)}`);
  if (!found.doubtful && ends.every(({ stopped }) => stopped === 'ended')) memory.save('unclear', 'no');
}

/** Cancels the own pipeline, once everybody can find the elder one by its name. */
async function makeWay({ gitlab, clock, request }: Life, id: number, elder: Pipeline): Promise<Stopped> {
  const { key } = request;
  const named =
    elder.name === key || (await gitlab.rename(elder.id, key).then(() => true, serviceFailureAs(false)));
  return named ? stop(gitlab, id, clock, patientStop) : { stopped: 'unconfirmed' };
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
  const family: Family = { repository: subject.repository, pull: origin, mark: life.mark };
  const noes = countNoes();
  let found = await findObsolete(life, family, mine, noes);
  while (found.was === 'unanswered' && !over.aborted) {
    await clock.sleep(againMs, over);
    found = await findObsolete(life, family, mine, noes);
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
      for (const end of await stopAll(gitlab, others, clock, patientStop)) {
        if (end.stopped === 'ended') log.info(`pipeline #${end.id}: cancelled, this run replaces it`);
        else
          log.warning(
            `pipeline #${end.id} is obsolete but could not be cancelled (${whyNot(end)}); stop it in GitLab`,
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
    const [end] = await stopAndSay(life, [id]);
    const isOpen = end?.stopped === 'unconfirmed';
    life.memory.save('uncancelled', String(isOpen));
    if (!isOpen) return;
    if (over.aborted) return;
    await life.clock.sleep(againMs, over);
  }
}

/** Pipelines that this run makes obsolete; `own`: it is this run that is out of date. */
type FoundObsolete =
  | { readonly was: 'others'; readonly ids: readonly number[] }
  | { readonly was: 'own' | 'unanswered' | 'refused' };

async function findObsolete(life: Life, family: Family, mine: Pipeline, noes: Noes): Promise<FoundObsolete> {
  const { gitlab, clock, limits, subject, request } = life;
  const except = { key: request.key, pipeline: mine };
  const isMeant = isObsolete({ family, except, sparing: undefined });
  const since = clock.now() - limits.timeoutMs - marginMs;
  const found = await gitlab.recent(since, isMeant).catch(failureItself);
  if (found instanceof ServiceFailure) {
    const refused = isRefusal(found) && noes.lasts(found, clock.now());
    return { was: refused ? 'refused' : 'unanswered' };
  }
  // Asked after the list: nothing in it can be for a newer wish than what GitHub shows now.
  const changed = await life.recheck();
  if (changed !== undefined) return { was: reasonOf(changed).shows === 'untouched' ? 'own' : 'unanswered' };
  const idsOf = (pipelines: readonly Pipeline[]) => pipelines.map(({ id }) => id);
  const ofOtherHeads = idsOf(found.filter(isObsolete({ family, except, sparing: subject.commit })));
  if (subject.onRequest) return { was: 'others', ids: ofOtherHeads };
  const all = idsOf(found);
  // Those of this commit are of older labels, or of a run on request: which, no key tells.
  const spare = all.length > ofOtherHeads.length && (await life.isAwaited());
  return { was: 'others', ids: spare ? ofOtherHeads : all };
}
