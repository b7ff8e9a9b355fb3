import { auditRecord } from '../audit.ts';
import { ask } from '../gate/ask.ts';
import type { Decision, Evidence } from '../gate/decide.ts';
import { type Fact, known } from '../gate/facts.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { claimantOf, claimingUrl } from '../report/owner.ts';
import { report } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import { type StandingStatus, statusLine } from '../report/status.ts';
import { type Check, reasonOfFailure, type StatusTarget, writeStatus } from '../report/write.ts';
import type { Bridge } from './bridge.ts';

/** The pull request that a run speaks for, and the context that it speaks in. */
export interface Voice {
  /** Undefined for the merge queue, pushes and tags: they claim nothing, and give way to who does. */
  readonly pull: number | undefined;
  /** Undefined: no status is written. */
  readonly context: string | undefined;
}

/**
 * Whom the run of this event speaks for. A run on request (`/test a,b`) has a status of its own: it must not turn
 * the required one green.
 */
export function voiceOf({ settings, run: { event } }: Bridge): Voice {
  const context = settings.statusContext;
  const pull =
    'number' in event ? event.number : event.kind === 'dispatch' ? settings.pullRequest : undefined;
  const onRequest =
    event.kind === 'comment' && event.parsed.kind === 'command' && event.parsed.command.name === 'test';
  return { pull, context: onRequest && context !== undefined ? contextOnRequest(context) : context };
}

/** The context of runs on request, beside that of the required check. */
export const contextOnRequest = (context: string): string => `${context}/test`;

/** For a last word that nothing can overtake. */
const holds: Check = async () => undefined;

/**
 * Writes the last word on a run as a commit status, as long as `check` lets it stand, and gives back the result that
 * is true afterwards.
 */
export async function tell(
  bridge: Bridge,
  voice: Voice,
  result: Result,
  check: Check = holds,
): Promise<Result> {
  const { github: statuses, clock } = bridge;
  const onUntold = (reason: ReasonCode) => warnUntold(bridge, reason);
  return report({ statuses, clock, check, onUntold }, statusTarget(bridge, voice, result), result);
}

/** Says why a status is not there, and what to do: the result itself speaks of something else. */
export function warnUntold({ log }: Bridge, reason: ReasonCode): void {
  const { sentence, remedy } = reasonOf(reason);
  log.warning(`GitHub did not take the commit status (${reason}): ${sentence}. ${remedy}`);
}

/**
 * The last word on a run that was refused. It never repaints a status that another pull request with the same head
 * has claimed, nor writes one when that cannot be found out.
 */
export async function tellRefusal(
  bridge: Bridge,
  voice: Voice,
  result: Result,
  ownerOf: (commit: string) => Promise<Fact<number | undefined>>,
): Promise<Result> {
  const { commit } = result;
  if (commit !== undefined && statusLine(result)) {
    const owner = await ownerOf(commit);
    if (!owner.known || owner.value !== undefined) {
      bridge.log.warning(
        'the commit status was left alone: it may belong to another pull request with the same commit',
      );
      return result;
    }
  }
  return tell(bridge, voice, result);
}

/** A pending status on the way. That it cannot be written is no reason to stop; the last one is what counts. */
export async function announce(bridge: Bridge, voice: Voice, result: Result): Promise<void> {
  const line = statusLine(result);
  const target = statusTarget(bridge, voice, result);
  if (!line || !target) return;
  bridge.memory.save('commit', target.commit);
  const failure = await writeStatus(bridge.github, target, line);
  if (failure) bridge.log.warning(`GitHub did not take the pending status (${reasonOfFailure(failure)})`);
}

/**
 * Another pull request that is open, has this commit as its head, and has claimed its status. Only asks about the
 * other one where a claim is found.
 */
export async function otherOwner(
  bridge: Bridge,
  voice: Voice,
  commit: string,
): Promise<Fact<number | undefined>> {
  const { context, pull } = voice;
  if (context === undefined) return known(undefined);
  const statuses = await ask(bridge.github.statuses(commit));
  if (!statuses.known) return statuses;
  const claimant = claimantOf(statuses.value, context);
  if (claimant === undefined || claimant === pull) return known(undefined);
  const other = await ask(bridge.github.pull(claimant));
  if (!other.known) return other;
  const owns = other.value.open && other.value.head.sha === commit;
  return known(owns ? claimant : undefined);
}

/** Whether a run on request (`/test a,b`) may be watching a pipeline of the commit that has these statuses. */
export function isAwaited({ settings, clock }: Bridge, statuses: readonly StandingStatus[]): boolean {
  const context = contextOnRequest(settings.statusContext ?? '');
  const standing = statuses.find((one) => one.context === context);
  return standing?.state === 'pending' && standing.at >= clock.now() - settings.pipeline.limits.timeoutMs;
}

/** The same of a commit; also where GitHub does not tell. */
export async function awaitsOnRequest(bridge: Bridge, commit: string): Promise<boolean> {
  const statuses = await ask(bridge.github.statuses(commit));
  return !statuses.known || isAwaited(bridge, statuses.value);
}

/** What it takes to record a decision: none of it needs a network. */
export type Recorder = Pick<Bridge, 'settings' | 'run' | 'clock' | 'audit'>;

/**
 * Records a decision, and puts the record into the result. `pullRequest` is told where neither the event nor the
 * evidence names the pull request that was decided on.
 */
export function recorded(
  recorder: Recorder,
  evidence: Evidence | undefined,
  decision: Decision | undefined,
  result: Result,
  pullRequest?: number,
): Result {
  const { settings, run, clock } = recorder;
  const { repository, runUrl } = settings.github;
  const when = new Date(clock.now()).toISOString();
  const record = auditRecord(
    { when, repository, runUrl, mode: settings.mode, run, pullRequest },
    evidence,
    decision,
    result,
  );
  recorder.audit(record);
  return { ...result, audit: JSON.stringify(record) };
}

function statusTarget(
  { settings }: Bridge,
  { pull, context }: Voice,
  result: Result,
): StatusTarget | undefined {
  const { commit, decision } = result;
  if (commit === undefined || context === undefined) return undefined;
  const { runUrl } = settings.github;
  const claims = decision === 'allowed' && pull !== undefined;
  return { commit, context, targetUrl: claims ? claimingUrl(runUrl, pull) : runUrl };
}
