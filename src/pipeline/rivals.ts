import { ServiceFailure } from '../net/failure.ts';
import { eldestAlive } from './choose.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import { isLive } from './status.ts';

/** What to do about other pipelines of the same request. */
export interface Rivals {
  /** The pipeline to go on with, where it is not the own one: the eldest that counts. */
  readonly elder: Pipeline | undefined;
  /** The other live ones, without the own. */
  readonly others: readonly Pipeline[];
}

/**
 * Two runs may start the same request at the same moment. The eldest pipeline stays, whoever looks: each run sees the
 * same ids, so both come to the same answer without a lock (docs/architecture.md, "Rivals"). Where the GitLab branch
 * moved between two starts, only those on the ref and the commit of the newest count. One that is over stands in
 * nobody's way: where ours was cancelled for a newer wish, the newer pipeline is not our rival. Pure.
 */
export function rivalsOf(found: readonly Pipeline[], mine: Pipeline): Rivals {
  // A replica that lags may not show ours yet; it lives all the same.
  const all = found.some(({ id }) => id === mine.id) ? found : [...found, mine];
  const alive = all.filter(({ status }) => isLive(status)).sort((a, b) => b.id - a.id);
  const [newest] = alive;
  const stays = eldestAlive(alive.filter(({ sha, ref }) => sha === newest?.sha && ref === newest.ref));
  return {
    elder: stays?.id === mine.id || !alive.some(({ id }) => id === mine.id) ? undefined : stays,
    others: alive.filter(({ id }) => id !== mine.id && id !== stays?.id),
  };
}

/**
 * Where a run whose pipeline was cancelled should look now: the eldest live one, else a verdict of an elder one that
 * stands. Undefined: nobody cancelled it in favour of another. Pure.
 */
export function successorOf(
  found: readonly Pipeline[],
  mine: Pick<Pipeline, 'id' | 'sha'>,
): Pipeline | undefined {
  const others = found.filter(({ id, sha }) => id < mine.id && sha === mine.sha).sort((a, b) => a.id - b.id);
  return eldestAlive(others) ?? others.find(isVerdict);
}

/**
 * The pipeline by which another run replaced a cancelled one of the same request: somebody asked for a new one, or
 * the GitLab branch has moved. Pure.
 */
export function replacementOf(found: readonly Pipeline[], mine: Pick<Pipeline, 'id'>): Pipeline | undefined {
  const later = found.filter(({ id }) => id > mine.id).sort((a, b) => b.id - a.id);
  return eldestAlive(later) ?? later.find(isVerdict);
}

const isVerdict = ({ status }: Pipeline): boolean => status === 'success' || status === 'failed';

/** What a look for rivals came to. */
export interface RivalsMet {
  /** Whether the own pipeline was in it: then a rival that is elder was too. False where GitLab did not answer. */
  readonly shown: boolean;
  /** The elder one, for the run to change over to. */
  readonly elder: Pipeline | undefined;
  /** The one for which another run has cancelled the own: who goes away at once would tell of a cancelled one. */
  readonly successor: Pipeline | undefined;
}

/** Looks at the pipelines of the same request, and cancels all but the own one and the one that stays. */
export async function yieldToElder(
  pipelines: Pick<Pipelines, 'cancel'>,
  find: () => Promise<readonly Pipeline[]>,
  mine: Pipeline,
): Promise<RivalsMet> {
  try {
    const found = await find();
    const { elder, others } = rivalsOf(found, mine);
    const answers = await Promise.allSettled(others.map(({ id }) => pipelines.cancel(id)));
    for (const answer of answers) {
      if (answer.status === 'rejected' && !(answer.reason instanceof ServiceFailure)) throw answer.reason;
    }
    const taken = answers.every(({ status }) => status === 'fulfilled');
    const own = found.find(({ id }) => id === mine.id);
    const successor = own?.status === 'canceled' ? successorOf(found, mine) : undefined;
    return { shown: taken && own !== undefined, elder, successor };
  } catch (error) {
    // What could not be seen or cancelled now is seen by the next look, or by the other run.
    if (!(error instanceof ServiceFailure)) throw error;
    return { shown: false, elder: undefined, successor: undefined };
  }
}
