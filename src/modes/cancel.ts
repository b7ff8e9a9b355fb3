import { react, reactionTo } from '../commands/answer.ts';
import { removeDuplicates } from '../commands/duplicate.ts';
import { canWrite } from '../gate/approval.ts';
import { ask } from '../gate/ask.ts';
import type { WorkflowRunEvent } from '../gate/event.ts';
import { gitlabReason } from '../pipeline/failures.ts';
import { familyOf } from '../pipeline/request.ts';
import { obsoleteOf } from '../pipeline/supersede.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Bridge } from './bridge.ts';
import { cancelEnded } from './ended.ts';
import { findPulls, onlyOne } from './find-pulls.ts';
import { askedBy } from './keys.ts';
import { marginMs } from './replace.ts';
import { stopAndSay } from './stop.ts';
import { recorded } from './tell.ts';

/** Which pull request to stop, and whether only pipelines from before a moment (epoch ms) that no label asks for. */
interface Target {
  readonly number: number;
  readonly before: number | undefined;
}

/**
 * Mode `cancel`: stops the private pipelines of a pull request that was closed, became a draft or lost a label, or
 * for which somebody with write said `/cancel`. Stopping is safe, so no membership is asked for.
 */
export async function cancel(bridge: Bridge): Promise<Result> {
  const { event } = bridge.run;
  if (event.kind === 'workflow-run') return cancelByHead(bridge, event);
  const target = await targetOf(bridge);
  if ('reason' in target) return recorded(bridge, undefined, undefined, target);
  if (event.kind === 'pull-request' && event.action === 'closed') await cleanBranches(bridge, target.number);
  const result = await stopTarget(bridge, target);
  // The command was seen to at once; that not all came of it is not said by the silence after that.
  if (event.kind === 'comment' && reasonOf(result.reason).exit !== 0)
    await react(bridge.github, event.commentId, 'confused');
  return recorded(bridge, undefined, undefined, result);
}

/** A `workflow_run` does not tell what happened, so the live state does: closed ones and drafts are stopped. */
async function cancelByHead(bridge: Bridge, event: WorkflowRunEvent): Promise<Result> {
  const pulls = await findPulls(bridge, event);
  if (!pulls.found) return pulls.result;
  const { open, closed } = pulls;
  for (const { number } of closed) await cleanBranches(bridge, number);
  const numbers = [...open, ...closed].map(({ number }) => number);
  return recorded(bridge, undefined, undefined, await cancelEnded(bridge, numbers), onlyOne(numbers));
}

async function stopTarget(bridge: Bridge, target: Target): Promise<Result> {
  const { settings, gitlab, clock, log } = bridge;
  const undecided = (reason: ReasonCode): Result => ({ decision: 'undecided', reason });
  const family = familyOf(settings.github.repository, target.number);
  const since = clock.now() - settings.pipeline.limits.timeoutMs - marginMs;
  const [spared, found] = await Promise.all([
    stillAskedFor(bridge, target),
    gitlab.recent(since).catch(gitlabReason),
  ]);
  if (typeof spared === 'string') {
    log.warning('nothing is cancelled: it could not be found out which tests the labels still ask for');
    return undecided(spared);
  }
  if (typeof found === 'string') return undecided(found);
  const live = obsoleteOf(found, { family, except: undefined, sparing: undefined });
  const meant = live.filter(
    ({ name = '', createdAt }) =>
      (target.before === undefined || createdAt < target.before) && !spared.includes(name),
  );
  const ends = await stopAndSay(
    bridge,
    meant.map(({ id }) => id),
  );
  if (meant.length === 0) log.info('no private pipeline of this pull request has to be stopped');
  const done = ends.every((stopped) => stopped === 'ended');
  return { decision: 'allowed', reason: done ? 'cancel-done' : 'cancel-incomplete' };
}

/** Keys of the live pull request, whose labels may choose the same tests as before; a code where it is not known. */
async function stillAskedFor(
  { github, settings }: Bridge,
  { number, before }: Target,
): Promise<readonly string[] | ReasonCode> {
  if (before === undefined) return [];
  const pull = await ask(github.pull(number), { 'not-found': 'pull-request-not-found' });
  if (!pull.known) return pull.reason;
  return pull.value.open ? (askedBy(pull.value, settings)?.keys ?? []) : [];
}

async function targetOf(bridge: Bridge): Promise<Target | Result> {
  const { event } = bridge.run;
  const no = (reason: ReasonCode): Result => ({ decision: 'denied', reason });
  switch (event.kind) {
    case 'pull-request':
      if (event.action === 'closed' || event.action === 'converted_to_draft')
        return { number: event.number, before: undefined };
      // The run for the labels that are left starts at the same time: only what was there before is meant.
      if (event.action === 'unlabeled') return unlabeled(bridge, event.number, event.label, event.at);
      return no('unsupported-event');
    case 'comment':
      return commanded(bridge, event);
    case 'dispatch': {
      const { pullRequest } = bridge.settings;
      if (pullRequest === undefined) return no('unsupported-event');
      return writerOnly(bridge, event.sender.login, { number: pullRequest, before: undefined });
    }
    case 'workflow-run':
    case 'ref':
    case 'schedule':
    case 'unsupported':
      return no('unsupported-event');
  }
}

function unlabeled(
  { settings }: Bridge,
  number: number,
  label: string | undefined,
  at: number,
): Target | Result {
  const { prefix, allLabel } = settings.selection;
  const ours = label !== undefined && (label.startsWith(prefix) || label === allLabel);
  return ours ? { number, before: at } : { decision: 'not-run', reason: 'label-without-prefix' };
}

async function commanded(
  bridge: Bridge,
  event: Extract<Bridge['run']['event'], { kind: 'comment' }>,
): Promise<Target | Result> {
  const { parsed, number, commentId, sender } = event;
  const name = parsed.kind === 'command' ? parsed.command.name : parsed.kind === 'malformed' && parsed.name;
  if (name !== 'cancel') return { decision: 'not-run', reason: 'no-command' };
  const allowed = await writerOnly(bridge, sender.login, { number, before: undefined });
  const malformed: Result = { decision: 'denied', reason: 'command-malformed' };
  const target = parsed.kind === 'malformed' && !('reason' in allowed) ? malformed : allowed;
  const reaction = 'reason' in target ? reactionTo(target.decision, target.reason) : 'eyes';
  await react(bridge.github, commentId, reaction);
  return target;
}

async function writerOnly({ github }: Bridge, login: string, target: Target): Promise<Target | Result> {
  const role = await ask(github.role(login));
  if (!role.known) return { decision: 'undecided', reason: role.reason };
  return canWrite(role.value) ? target : { decision: 'denied', reason: 'command-not-allowed' };
}

/** Branches that `/duplicate` made for this pull request go when it is closed. */
export async function cleanBranches({ github, log }: Bridge, number: number): Promise<void> {
  const { removed, failed, refused } = await removeDuplicates(github, number);
  if (refused) log.info('branches made by /duplicate were not looked for: the token may not list branches');
  for (const branch of removed) log.info(`branch ${branch}: deleted`);
  if (failed > 0) log.warning('a branch made by /duplicate could not be deleted; delete it by hand');
}
