/** Mode `trigger`: starts a pipeline for a push, tag or release and does not wait for it. No status is written. */
import { isEnded } from '../pipeline/status.ts';
import { verdictOn } from '../report/conclusion.ts';
import type { Result } from '../report/result.ts';
import { admit } from './admit.ts';
import { leave } from './leave.ts';
import type { Ports } from './ports.ts';
import { start } from './start.ts';

/** Where the verdict of an earlier pipeline stands, that is told: nothing was started. */
export async function trigger(ports: Ports): Promise<Result> {
  const admitted = await admit(ports);
  if (!admitted.ok) return admitted.last;
  const begun = await start(ports, admitted);
  if (!begun.ok) return begun.last;
  const { event } = ports.run;
  // By `mode: auto` nobody may have meant a release to start anything.
  if (event.kind === 'ref' && event.on === 'release') ports.log.info(ofRelease);
  const { started, life, result } = begun;
  const { pipeline, how } = started;
  const { status } = pipeline;
  if (how === 'verdict' && isEnded(status)) {
    const outcome = { how: 'ended', pipeline: { ...pipeline, status } } as const;
    return admitted.recorded({
      ...result,
      ...(await verdictOn(ports, pipeline.id, life.subject.tests, outcome)),
    });
  }
  return admitted.recorded(await leave(life, started, result, 'triggered'));
}

const ofRelease = 'this release starts a pipeline in GitLab; nobody waits for it, and no status is written';
