/** Verbs that look at pipelines and override what they report. */
import type { Engine } from '../ci/engine.ts';
import { type Pipeline, pipelineOf, type Report, type Status, unknown, type World } from '../world.ts';

/** A pipeline by its id, or the next one that is created. */
export type Which = number | 'next';

/** Every verb throws when what it names is unknown. */
export function pipelineVerbs(world: World, engine: Engine) {
  const report = (which: Which, wanted: Report) => {
    if (which === 'next') world.nextReport = wanted;
    else pipelineOf(world, which).report = wanted;
  };
  return {
    pipeline: (id: number): Pipeline => pipelineOf(world, id),

    deletePipeline(id: number): void {
      engine.cancel(pipelineOf(world, id));
      world.pipelines.delete(id);
    },

    /** The pipeline reports `status` and starts no further job until `release`, a cancel or a retry. */
    hold(which: Which, status: Status): void {
      report(which, { kind: 'held', status });
    },

    release(id: number): void {
      report(id, { kind: 'real' });
      engine.look(pipelineOf(world, id));
    },

    /** The pipeline reports one of these for each look at it, the last one for ever. */
    scriptStatuses(statuses: Status[], which: Which = 'next'): void {
      report(which, { kind: 'script', left: [...statuses] });
    },

    /** Sets the status of a job or bridge; what waits for it goes on. */
    setJob(id: number, name: string, status: Status): void {
      const of = pipelineOf(world, id);
      const job = of.jobs.findLast((one) => one.plan.name === name) ?? unknown('job', name);
      job.status = status;
      engine.look(of);
    },

    /** Every answer carries `text` from now on; undefined ends that. */
    plantMarker(
      text: string | undefined,
      { inPipelineNames = false, keep = [] }: { inPipelineNames?: boolean; keep?: string[] } = {},
    ): void {
      world.marker = text === undefined ? undefined : { text, inPipelineNames, keep };
    },
  };
}
