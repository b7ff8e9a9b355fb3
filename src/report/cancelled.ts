/** How runs that wait for one pipeline hear that the job of one of them was cancelled, and the pipeline with it. */
import { ask } from '../facts/ask.ts';
import { reasonOf } from '../reasons.ts';
import { contextOnRequest, runIn, takingAlong } from './claim.ts';
import { type Speaker, targetOf } from './line.ts';
import type { Result } from './result.ts';
import { retell } from './retell.ts';
import { lookAt, type StandingPorts } from './standing.ts';
import { describe, type StandingStatus, type Statuses } from './status.ts';

/** Whether another run has told so; `perhaps` while one has not said its last word. */
export type Heard = 'yes' | 'no' | 'perhaps';

/** Whether another run has told, since the speaker's has started, that this pipeline went with its job. What cannot be found out is `no`. */
export async function hearsOfCancel(
  github: Statuses,
  speaker: Speaker,
  commit: string,
  pipeline: number,
): Promise<Heard> {
  const history = await ask(github.history(commit));
  return history.known && history.value ? heardIn(history.value, speaker, pipeline) : 'no';
}

/**
 * Whether a run other than the speaker's has told that its job was cancelled and this pipeline with it, after the
 * speaker's own start; `perhaps` while one has not said its last word. Runs on request have a context of their own, and
 * may share the pipeline. `history`: all statuses of a commit, newest first. Pure.
 */
function heardIn(
  history: readonly StandingStatus[],
  { context = '', runUrl }: Speaker,
  pipeline: number,
): Heard {
  const isShared = (other: string) =>
    other === context || other === contextOnRequest(context) || contextOnRequest(other) === context;
  const lines = history.filter((line) => isShared(line.context));
  const isOwn = ({ targetUrl }: StandingStatus) => runIn(targetUrl) === runUrl;
  const { sentence } = reasonOf('starting');
  const start = lines.findIndex((line) => isOwn(line) && line.description.startsWith(sentence));
  const since = lines.slice(0, Math.max(0, start)).filter((line) => !isOwn(line));
  if (since.some(({ targetUrl }) => targetUrl.endsWith(takingAlong('', pipeline)))) return 'yes';
  const lastWords = new Map(
    lines.toReversed().map((line) => [`${line.context} ${runIn(line.targetUrl)}`, line]),
  );
  return [...lastWords.values()].some((line) => line.state === 'pending' && !isOwn(line)) ? 'perhaps' : 'no';
}

/**
 * Tells it to a run of the same pull request that goes on, where the status is that run's: it stays pending. What has
 * its last word needs to hear nothing. `link`: the claim of that pull request, with this run's page.
 */
export async function tellOfCancel(
  ports: StandingPorts,
  speaker: Speaker,
  result: Result,
  link: string,
): Promise<void> {
  const target = targetOf(speaker, result, 'claimant', link);
  if (!target) return;
  const standing = await lookAt(ports, target.commit, target.context);
  if (!standing.known) return;
  const { lines, claimants } = standing.value;
  const [top] = lines;
  if (top?.state !== 'pending') return;
  const { targetUrl } = target;
  await retell(ports, { ...target, claimants }, top, {
    ...{ state: 'pending', description: describe(result), targetUrl },
  });
}
