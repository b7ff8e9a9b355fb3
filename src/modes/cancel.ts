/**
 * Mode `cancel`: stops the private pipelines of a pull request that is closed or a draft, has lost a label, or for
 * which somebody with write said `/cancel`. Stopping is safe, so no membership is asked for.
 */
import { ask } from '../facts/ask.ts';
import type { CommentEvent, PullRequestEvent, WorkflowRunEvent } from '../facts/event.ts';
import { type Fact, known } from '../facts/fact.ts';
import { startsTests } from '../gate/idle.ts';
import { canWrite } from '../gate/roles.ts';
import { marginMs } from '../pipeline/life.ts';
import { stopAndSay } from '../pipeline/stop.ts';
import { isObsolete } from '../pipeline/supersede.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { react, reactionTo, say } from '../report/answer.ts';
import type { Result } from '../report/result.ts';
import { type Asked, askedBy, asksFor } from '../request/keys.ts';
import { liveSelection } from '../request/live-selection.ts';
import { replyOn } from './answer.ts';
import { cancelMeant, familyOf, whatCameOf } from './ended.ts';
import { findPulls } from './find-pulls.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';

/**
 * What to stop of a pull request: everything, everything if it is over when its turn comes, or what is from before a
 * moment (epoch ms) and no label asks for.
 */
type Target =
  | { readonly stop: 'all'; readonly number: number }
  | { readonly stop: 'ended'; readonly number: number }
  | { readonly stop: 'unasked'; readonly number: number; readonly before: number }
  | { readonly stop: 'nothing'; readonly result: Result };

/** Gives whether all came of it. */
export async function cancel(ports: Ports): Promise<Result> {
  const target = await targetOf(ports);
  if (target.stop === 'nothing') return recorded(ports, target.result);
  const { event } = ports.run;
  if (target.stop === 'ended')
    return cancelMeant(ports, { numbers: [target.number], closed: [target.number] });
  const result = await stopTarget(ports, target);
  // The command was seen to at once; that not all came of it is not said by the silence after that.
  if (event.kind === 'comment' && reasonOf(result.reason).exit !== 0)
    await react(ports, event.commentId, 'confused');
  return recorded(ports, result);
}

/** A `workflow_run` does not tell what happened, so the live state does: closed ones and drafts are stopped. */
export async function cancelByHead(ports: Ports, event: WorkflowRunEvent): Promise<Result> {
  const pulls = await findPulls(ports, event);
  if (!pulls.found) return pulls.result;
  const { open, closed } = pulls;
  const numbers = [...open, ...closed].map(({ number }) => number);
  return cancelMeant(ports, { numbers, closed: closed.map(({ number }) => number) });
}

/** What is stopped whatever the pull request's state is. */
type Stopping = Extract<Target, { stop: 'all' | 'unasked' }>;

async function stopTarget(ports: Ports, target: Stopping): Promise<Result> {
  const { settings, gitlab, clock, log } = ports;
  const undecided = (reason: ReasonCode): Result => ({ decision: 'undecided', reason });
  const family = familyOf(settings, target.number);
  const since = clock.now() - settings.pipeline.limits.timeoutMs - marginMs;
  const isMeant = isObsolete({ family, except: undefined, sparing: undefined });
  const [asked, found] = await Promise.all([
    stillAskedFor(ports, target),
    ask(gitlab.recent(since, isMeant)),
  ]);
  if (!asked.known) {
    log.warning('nothing is cancelled: it could not be found out which tests are still asked for');
    return undecided(asked.reason);
  }
  if (!found.known) return undecided(found.reason);
  const meant = found.value.filter(
    ({ key, createdAt }) =>
      target.stop === 'all' || (createdAt < target.before && !asksFor(asked.value, key)),
  );
  const ends = await stopAndSay(
    ports,
    meant.map(({ id }) => id),
  );
  if (meant.length === 0) log.info('no private pipeline of this pull request has to be stopped');
  return { decision: 'allowed', reason: whatCameOf(ends) };
}

/** What the live pull request asks for, which may be the same tests as before. */
async function stillAskedFor(
  { github, settings }: Ports,
  { stop, number }: Stopping,
): Promise<Fact<Asked | undefined>> {
  if (stop === 'all') return known(undefined);
  const pull = await ask(github.pull(number), { 'not-found': 'pull-request-not-found' });
  if (!pull.known) return pull;
  if (!pull.value.open) return known(undefined);
  const selection = await liveSelection(github, pull.value, settings.selection);
  return selection.known ? known(askedBy(pull.value, selection.value, settings)) : selection;
}

const nothing = (decision: Result['decision'], reason: ReasonCode): Target => ({
  stop: 'nothing',
  result: { decision, reason },
});

async function targetOf(ports: Ports): Promise<Target> {
  const { event } = ports.run;
  switch (event.kind) {
    case 'pull-request':
      return ofPull(ports, event);
    case 'comment':
      return ofCommand(ports, event);
    case 'dispatch': {
      const { pullRequest } = ports.settings;
      if (pullRequest === undefined) return nothing('denied', 'unsupported-event');
      return writerOnly(ports, event.sender.login, pullRequest);
    }
    case 'workflow-run':
    case 'ref':
    case 'schedule':
    case 'unsupported':
      return nothing('denied', 'unsupported-event');
  }
}

function ofPull({ settings }: Ports, event: PullRequestEvent): Target {
  const { action, number, at } = event;
  // It may have been opened again, and a new run may have joined what it finds.
  if (action === 'closed' || action === 'converted_to_draft') return { stop: 'ended', number };
  if (action !== 'unlabeled') return nothing('denied', 'unsupported-event');
  // The run for the labels that are left starts at the same time: only what was there before is meant.
  if (event.label !== undefined && startsTests(event, settings.selection))
    return { stop: 'unasked', number, before: at };
  return nothing('not-run', 'label-without-prefix');
}

async function ofCommand(ports: Ports, event: CommentEvent): Promise<Target> {
  const { parsed, number, commentId, sender } = event;
  const name = parsed.kind === 'command' ? parsed.command.name : parsed.kind === 'malformed' && parsed.name;
  if (name !== 'cancel') return nothing('not-run', 'no-command');
  const allowed = await writerOnly(ports, sender.login, number);
  const malformed = parsed.kind === 'malformed' && allowed.stop !== 'nothing';
  const target = malformed ? nothing('denied', 'command-malformed') : allowed;
  const reaction =
    target.stop === 'nothing' ? reactionTo(target.result.decision, target.result.reason) : 'eyes';
  await react(ports, commentId, reaction);
  if (malformed) await say(ports, number, replyOn(event, ports.settings));
  return target;
}

async function writerOnly({ github }: Ports, login: string, number: number): Promise<Target> {
  const role = await ask(github.role(login));
  if (!role.known) return nothing('undecided', role.reason);
  return canWrite(role.value) ? { stop: 'all', number } : nothing('denied', 'command-not-allowed');
}
