import { ask } from '../gate/ask.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import type { Bridge } from './bridge.ts';
import { cancelEnded } from './ended.ts';
import { type Hanging, settle } from './settle.ts';
import { contextOnRequest, recorded } from './tell.ts';

/**
 * Mode `sweep`: settles statuses that have been pending for longer than the deadline from what GitLab says, so that
 * a lost report never holds a pull request for ever, and stops what runs for pull requests that are over: GitHub starts
 * no run at the close of one with a merge conflict. It starts nothing, so it has no gate.
 */
export async function sweep(bridge: Bridge): Promise<Result> {
  const { settings, log } = bridge;
  const end = (result: Result) => recorded(bridge, undefined, undefined, result);
  const context = settings.statusContext;
  const hanging = context === undefined ? [] : await findHanging(bridge, context);
  if (typeof hanging === 'string') return end({ decision: 'undecided', reason: hanging });
  let open = 0;
  for (const one of hanging) {
    const { result, done } = await settle(bridge, one);
    log.info(`#${one.pull.number}, ${one.status.context}: ${result.reason}`);
    if (!done) open += 1;
  }
  log.info(`${hanging.length} hanging, ${hanging.length - open} settled`);
  const { reason } = await cancelEnded(bridge);
  const done = open === 0 && reason === 'cancel-done';
  return end({ decision: 'allowed', reason: done ? 'sweep-done' : 'sweep-incomplete' });
}

/** Pending statuses of open pull requests that no run answers for any more. */
async function findHanging(
  { github, settings, clock }: Bridge,
  context: string,
): Promise<readonly Hanging[] | ReasonCode> {
  const pulls = await ask(github.openPulls());
  if (!pulls.known) return pulls.reason;
  const oldest = clock.now() - settings.pipeline.limits.timeoutMs;
  const contexts = [context, contextOnRequest(context)];
  const hanging: Hanging[] = [];
  for (const pull of pulls.value) {
    const statuses = await ask(github.statuses(pull.head.sha));
    if (!statuses.known) return statuses.reason;
    for (const status of statuses.value) {
      if (!contexts.includes(status.context) || status.state !== 'pending' || status.at >= oldest) continue;
      // A status without a claim waits for a person (an approval, a draft), and may do so for ever.
      if (status.targetUrl.endsWith(`?pr=${pull.number}`)) hanging.push({ pull, status });
    }
  }
  return hanging;
}
