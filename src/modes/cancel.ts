import { react, reactionTo } from '../commands/answer.ts';
import { removeDuplicates } from '../commands/duplicate.ts';
import { canWrite } from '../gate/approval.ts';
import { ask } from '../gate/ask.ts';
import { gitlabReason } from '../pipeline/failures.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { familyOf } from '../pipeline/request.ts';
import { patientStop, stop } from '../pipeline/stop.ts';
import { obsoleteOf } from '../pipeline/supersede.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Bridge } from './bridge.ts';
import { recorded } from './tell.ts';

/** Which pull request to stop, and whether only pipelines from before a moment (epoch ms). */
interface Target {
  readonly number: number;
  readonly before: number | undefined;
}

/**
 * Mode `cancel`: stops the private pipelines of a pull request that was closed, became a draft or lost a label, or
 * for which somebody with write said `/cancel`. Stopping is safe, so no membership is asked for.
 */
export async function cancel(bridge: Bridge): Promise<Result> {
  const target = await targetOf(bridge);
  if ('reason' in target) return recorded(bridge, undefined, undefined, target);
  const { settings, gitlab, clock, log } = bridge;
  await cleanBranches(bridge, target.number);
  const family = familyOf(settings.github.repository, target.number);
  const since = clock.now() - settings.pipeline.limits.timeoutMs - marginMs;
  const found = await gitlab.recent(since).catch(gitlabReason);
  if (typeof found === 'string')
    return recorded(bridge, undefined, undefined, { decision: 'undecided', reason: found });
  const live = obsoleteOf(found, { family, except: undefined, sparing: undefined });
  const meant = live.filter(({ createdAt }) => target.before === undefined || createdAt < target.before);
  const left = await stopAll(bridge, meant);
  if (meant.length === 0) log.info('no private pipeline of this pull request is running');
  return recorded(bridge, undefined, undefined, {
    decision: 'allowed',
    reason: left === 0 ? 'cancel-done' : 'cancel-incomplete',
  });
}

/** No pipeline of ours outlives its deadline by more than this, ms. */
const marginMs = 600_000;

async function stopAll({ gitlab, clock, log }: Bridge, pipelines: readonly Pipeline[]): Promise<number> {
  const ends = await Promise.all(
    pipelines.map(async ({ id }) => {
      const stopped = await stop(gitlab, id, clock, patientStop);
      if (stopped === 'ended') log.info(`pipeline #${id}: cancel confirmed`);
      else log.warning(`pipeline #${id} could not be cancelled (${stopped}); stop it in GitLab`);
      return stopped;
    }),
  );
  return ends.filter((end) => end !== 'ended').length;
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
async function cleanBranches({ run, github, log }: Bridge, number: number): Promise<void> {
  if (run.event.kind !== 'pull-request' || run.event.action !== 'closed') return;
  const { removed, failed, refused } = await removeDuplicates(github, number);
  if (refused) log.info('branches made by /duplicate were not looked for: the token may not list branches');
  for (const branch of removed) log.info(`branch ${branch}: deleted`);
  if (failed > 0) log.warning('a branch made by /duplicate could not be deleted; delete it by hand');
}
