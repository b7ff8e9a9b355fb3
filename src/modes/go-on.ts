/** What a run does that is out of date: it gives way where another run speaks, and else goes on with what is asked now. */
import { ask } from '../facts/ask.ts';
import { byHead } from '../facts/by-head.ts';
import type { LivePull } from '../facts/pull.ts';
import type { Result } from '../report/result.ts';
import type { Ports } from './ports.ts';
import { releaseAll } from './restate.ts';
import { voiceFor } from './speak.ts';

/** Labels that a job's own token sets start no run: somebody may set them again and again. */
const mostTimes = 10;

/** How long (ms) the run of a label may take until it speaks: it waits for a machine, and for the labels to be quiet. */
const patienceMs = 60_000;

/**
 * Crosses until what came of it is told, or another run tells it. Labels that are set by a job's own token, and a label
 * that is renamed, cause no run: then nobody else speaks for what they choose. Of a closed pull request nothing is told
 * any more, and its status does not stay pending.
 */
export async function untilTold(ports: Ports, cross: () => Promise<Result>): Promise<Result> {
  const began = ports.clock.now();
  for (let times = 1; ; times += 1) {
    const result = await cross();
    const { reason, commit } = result;
    if (commit === undefined || ports.interrupted.aborted) return result;
    // Who asks for more may have passed already, when this one asked for more yet.
    if (typeof result.asksMore === 'number') await releaseAll(ports, commit);
    if (reason !== 'superseded' && reason !== 'pull-request-closed') return result;
    const pull = await voiceFor(ports).giveWay(commit, began);
    if (pull === undefined) return result;
    const seesToMore = ports.run.event.kind === 'workflow-run';
    // By its head a run may see to several pull requests, of which another is closed.
    if (reason === 'pull-request-closed' && !(seesToMore && (await isHead(ports, pull, commit)))) {
      await releaseAll(ports, commit, { pull, how: 'closed' });
      return result;
    }
    if (times === mostTimes || !(await isHead(ports, pull, commit))) return result;
    await ports.clock.sleep(patienceMs, ports.interrupted);
    if ((await voiceFor(ports).giveWay(commit, began)) === undefined || ports.interrupted.aborted)
      return result;
    ports.log.info('other tests are asked for by now, and no other run speaks for them: once more');
  }
}

/** Whether the commit is still what the pull request wants tested, or by `workflow_run` one that has this head. */
async function isHead({ github, settings, run }: Ports, number: number, commit: string): Promise<boolean> {
  const { event } = run;
  const isReady = ({ draft }: LivePull) => !draft || settings.gate.drafts;
  if (event.kind === 'workflow-run') {
    const [owner = ''] = event.head.repository?.split('/') ?? [];
    const found = await ask(github.pullsFrom(owner, event.head.branch));
    return found.known && byHead(found.value, event.head).open.some(isReady);
  }
  const pull = await ask(github.pull(number));
  return pull.known && pull.value.open && pull.value.head.sha === commit && isReady(pull.value);
}
