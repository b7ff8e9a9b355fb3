import { ServiceFailure } from '../net/failure.ts';
import type { Pipeline, Pipelines } from './pipeline.ts';
import { meaningOf } from './status.ts';

/** What to do about other pipelines of the same request. */
export interface Rivals {
  /** The pipeline to go on with: the eldest that counts. */
  readonly elder: Pipeline | undefined;
  /** Younger live ones than the one to go on with. */
  readonly younger: readonly Pipeline[];
}

/**
 * Two runs may start the same request at the same moment. The eldest pipeline stays, whoever looks: each run sees
 * the same ids, so both come to the same answer without a lock (architecture, "Key values"). Pure.
 */
export function rivalsOf(found: readonly Pipeline[], mine: Pick<Pipeline, 'id' | 'sha'>): Rivals {
  const alive = found.filter(({ sha, status }) => sha === mine.sha && isAlive(status));
  const elder = alive.filter(({ id }) => id < mine.id).sort((a, b) => a.id - b.id)[0];
  const stays = elder?.id ?? mine.id;
  return { elder, younger: alive.filter(({ id }) => id > stays) };
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
  return (
    others.find(({ status }) => isAlive(status)) ??
    others.find(({ status }) => status === 'success' || status === 'failed')
  );
}

/** Cancels younger pipelines of the same request. Gives the elder one, for the run to change over to. */
export async function yieldToElder(
  pipelines: Pick<Pipelines, 'find' | 'cancel'>,
  key: string,
  mine: Pick<Pipeline, 'id' | 'sha'>,
): Promise<Pipeline | undefined> {
  try {
    const { elder, younger } = rivalsOf(await pipelines.find(key), mine);
    await Promise.all(younger.map(({ id }) => pipelines.cancel(id)));
    return elder;
  } catch (error) {
    // What could not be seen or cancelled now is seen by the next look, or by the other run.
    if (!(error instanceof ServiceFailure)) throw error;
    return undefined;
  }
}

const isAlive = (status: Pipeline['status']): boolean =>
  meaningOf(status) !== 'ended' && status !== 'canceling';
