/** Mode `sweep`: finds the statuses that hang, and what runs for pull requests that are over. */
import { ask } from '../facts/ask.ts';
import { type Fact, known } from '../facts/fact.ts';
import { claimIn, contextOnRequest } from '../report/claim.ts';
import type { Result } from '../report/result.ts';
import { cancelEnded } from './ended.ts';
import { type Hanging, settle } from './hanging.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';

/**
 * Settles statuses that have been pending for longer than the deadline from what GitLab says, so that a lost report
 * never holds a pull request for ever, and stops what runs for pull requests that are over: GitHub starts no run at
 * the close of one with a merge conflict. It starts nothing, so it has no gate.
 */
export async function sweep(ports: Ports): Promise<Result> {
  const { settings, log } = ports;
  const context = settings.statusContext;
  const hanging = context === undefined ? known([]) : await findHanging(ports, context);
  if (!hanging.known) return recorded(ports, { decision: 'undecided', reason: hanging.reason });
  let open = 0;
  for (const one of hanging.value) {
    const { result, done } = await settle(ports, one);
    log.info(`#${one.pull.number}, ${one.status.context}: ${result.reason}`);
    if (!done) open += 1;
  }
  log.info(`${hanging.value.length} hanging, ${hanging.value.length - open} settled`);
  const { reason } = await cancelEnded(ports);
  const done = open === 0 && reason === 'cancel-done';
  return recorded(ports, { decision: 'allowed', reason: done ? 'sweep-done' : 'sweep-incomplete' });
}

/** Pending statuses of open pull requests that no run answers for any more. */
async function findHanging(
  { github, settings, clock }: Ports,
  context: string,
): Promise<Fact<readonly Hanging[]>> {
  const pulls = await ask(github.openPulls());
  if (!pulls.known) return pulls;
  const oldest = clock.now() - settings.pipeline.limits.timeoutMs;
  const contexts = [context, contextOnRequest(context)];
  const hanging: Hanging[] = [];
  for (const pull of pulls.value) {
    const statuses = await ask(github.statuses(pull.head.sha));
    if (!statuses.known) return statuses;
    for (const status of statuses.value) {
      if (!contexts.includes(status.context) || status.state !== 'pending' || status.at >= oldest) continue;
      // A status without a claim waits for a person (an approval, a draft), and may do so for ever.
      if (claimIn(status.targetUrl) === pull.number) hanging.push({ pull, status });
    }
  }
  return known(hanging);
}
