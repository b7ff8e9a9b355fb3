import { ask } from '../gate/ask.ts';
import type { LivePull } from '../gate/facts.ts';
import { eldestAlive, newestEnded } from '../pipeline/choose.ts';
import { gitlabReason } from '../pipeline/failures.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { isEnded, meaningOf } from '../pipeline/status.ts';
import { patientStop, stop } from '../pipeline/stop.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { claimingUrl } from '../report/owner.ts';
import { report } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import { judge } from '../report/verdict.ts';
import type { Bridge } from './bridge.ts';
import { askedBy } from './keys.ts';
import { warnUntold } from './tell.ts';

/**
 * Mode `sweep`: settles statuses that have been pending for longer than the deadline from what GitLab says, so that
 * a lost report never holds a pull request for ever. It starts nothing, so it has no gate.
 */
export async function sweep(bridge: Bridge): Promise<Result> {
  const { settings, log } = bridge;
  const context = settings.statusContext;
  if (context === undefined) return { decision: 'not-run', reason: 'sweep-done' };
  const hanging = await findHanging(bridge, context);
  if (typeof hanging === 'string') return { decision: 'undecided', reason: hanging };
  let settled = 0;
  for (const pull of hanging) {
    const reason = await settle(bridge, context, pull);
    log.info(`#${pull.number}: ${reason}`);
    if (reasonOf(reason).shows !== 'untouched') settled += 1;
  }
  log.info(`${hanging.length} hanging, ${settled} settled`);
  return { decision: 'allowed', reason: settled === hanging.length ? 'sweep-done' : 'sweep-incomplete' };
}

/** Open pull requests with a pending status that no run answers for any more. */
async function findHanging(
  { github, settings, clock }: Bridge,
  context: string,
): Promise<readonly LivePull[] | ReasonCode> {
  const pulls = await ask(github.openPulls());
  if (!pulls.known) return pulls.reason;
  const oldest = clock.now() - settings.pipeline.limits.timeoutMs;
  const hanging: LivePull[] = [];
  for (const pull of pulls.value) {
    const statuses = await ask(github.statuses(pull.head.sha));
    if (!statuses.known) return statuses.reason;
    const standing = statuses.value.find((status) => status.context === context);
    // A status without a claim waits for a person (an approval, a draft), and may do so for ever.
    const claimed = standing?.targetUrl.endsWith(`?pr=${pull.number}`);
    if (standing?.state === 'pending' && claimed && standing.at < oldest) hanging.push(pull);
  }
  return hanging;
}

/** Writes what GitLab says of the pipeline for commit and tests that counts; gives the reason code of it. */
async function settle(bridge: Bridge, context: string, pull: LivePull): Promise<ReasonCode> {
  const { gitlab, github, settings, clock } = bridge;
  // By name and not by date: what was retried or joined is older than the status that hangs.
  const found = await Promise.all(
    (askedBy(pull, settings)?.keys ?? []).map((key) => gitlab.find(key).catch(gitlabReason)),
  );
  if (found.some((answer) => typeof answer === 'string')) return 'sweep-incomplete';
  const all = found.flatMap((answer) => (typeof answer === 'string' ? [] : answer));
  const counts = eldestAlive(all) ?? newestEnded(all);
  // A list leaves out what a single answer tells: warnings, errors of the configuration.
  const left = counts && (await gitlab.get(counts.id).catch(gitlabReason));
  const judged = typeof left === 'string' ? undefined : await judgeLeft(bridge, left);
  if (judged === undefined) return 'sweep-incomplete';
  const commit = pull.head.sha;
  const target = { commit, context, targetUrl: claimingUrl(settings.github.runUrl, pull.number) };
  const reporting = {
    statuses: github,
    clock,
    check: async () => undefined,
    onUntold: (reason: ReasonCode) => warnUntold(bridge, reason),
  };
  return (await report(reporting, target, { decision: 'allowed', commit, ...judged })).reason;
}

/** None at all was never started or has been deleted; one that still runs past the deadline is cancelled. */
async function judgeLeft(
  { gitlab, clock }: Bridge,
  pipeline: Pipeline | undefined,
): Promise<Pick<Result, 'verdict' | 'reason' | 'pipelineId'> | undefined> {
  if (pipeline === undefined) return { verdict: 'lost', reason: 'pipeline-gone' };
  const { id, status } = pipeline;
  if (isEnded(status))
    return { ...judge({ how: 'ended', pipeline: { ...pipeline, status } }), pipelineId: id };
  if (meaningOf(status) === 'blocked') return { ...judge({ how: 'blocked', pipeline }), pipelineId: id };
  const stopped = await stop(gitlab, id, clock, patientStop);
  return stopped === 'ended' ? { ...judge({ how: 'timed-out' }), pipelineId: id } : undefined;
}
