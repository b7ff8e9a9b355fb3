/** Mode `sweep`: finds the statuses that hang, and what runs for pull requests that are over. */
import { ask } from '../facts/ask.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { LivePull } from '../facts/pull.ts';
import { reasonOf } from '../reasons.ts';
import { type Claim, claimIn, contextOnRequest, digestOf } from '../report/claim.ts';
import type { Result } from '../report/result.ts';
import { historyOf } from '../report/standing.ts';
import { isHeldBack, type StandingStatus } from '../report/status.ts';
import { cancelEnded } from './ended.ts';
import { type Hanging, settle } from './hanging.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';
import { releaseAll } from './restate.ts';
import { wantedTests } from './speak.ts';

/**
 * Settles statuses from what GitLab says: those of runs that did not wait, once their pipeline has ended, and whatever
 * has been pending for longer than the deadline, so that a lost report never holds a pull request for ever. And stops what runs for pull requests that are over: GitHub starts no run at
 * the close of one with a merge conflict. It starts nothing, so it has no gate.
 */
export async function sweep(ports: Ports): Promise<Result> {
  const { settings, log } = ports;
  const context = settings.statusContext;
  const nothing: Found = { hanging: [], stale: new Set() };
  const found = context === undefined ? known(nothing) : await findHanging(ports, context);
  if (!found.known) return recorded(ports, { decision: 'undecided', reason: found.reason });
  const { hanging, stale } = found.value;
  for (const commit of stale) await releaseAll(ports, commit);
  let open = 0;
  let underWay = 0;
  for (const one of hanging) {
    const { result, done } = await settle(ports, one);
    log.info(`#${one.pull.number}, ${one.status.context}: ${result.reason}`);
    if (!done) open += 1;
    if (result.reason === 'detached') underWay += 1;
  }
  const hung = hanging.length - underWay;
  log.info(`${hung} hanging, ${hung - open} settled`);
  const { reason } = await cancelEnded(ports);
  const done = open === 0 && reason === 'cancel-done';
  return recorded(ports, { decision: 'allowed', reason: done ? 'sweep-done' : 'sweep-incomplete' });
}

/** What is found on the heads of open pull requests. */
interface Found {
  /** Pending statuses that no run answers for any more. */
  readonly hanging: readonly Hanging[];
  /** Commits whose status is not what the pull requests there ask for now: labels may have changed without an event. */
  readonly stale: ReadonlySet<string>;
}

async function findHanging(ports: Ports, context: string): Promise<Fact<Found>> {
  const { github, settings, clock } = ports;
  const pulls = await ask(github.openPulls());
  if (!pulls.known) return pulls;
  const oldest = clock.now() - settings.pipeline.limits.timeoutMs;
  const contexts = [context, contextOnRequest(context)];
  const hanging: Hanging[] = [];
  const stale = new Set<string>();
  for (const pull of pulls.value) {
    const statuses = await ask(github.statuses(pull.head.sha));
    if (!statuses.known) return statuses;
    for (const status of statuses.value) {
      if (!contexts.includes(status.context)) continue;
      if (await isStale(ports, pull, status)) stale.add(pull.head.sha);
      if (status.state !== 'pending') continue;
      const overdue = status.at < oldest;
      // Which pipeline a status on request is about, no key tells.
      if (!overdue && !(status.context === context && isDetached(status))) continue;
      // A status without a claim waits for a person (an approval, a draft), and may do so for ever.
      const claim = claimIn(status.targetUrl);
      if (claim === undefined) continue;
      const hangs =
        claim.pull !== pull.number
          ? overdue && (await isLeftTo(ports, pull, status, pulls.value))
          : !isHeldBack(status) || (await isOfOtherTests(ports, pull, claim));
      if (hangs) hanging.push({ pull, status, overdue });
    }
  }
  return known({ hanging, stale });
}

/** Whether the pull request of a status has left the commit, and this one has claimed it as well. */
async function isLeftTo(
  { github }: Ports,
  { number, head }: LivePull,
  { context, targetUrl }: StandingStatus,
  open: readonly LivePull[],
): Promise<boolean> {
  const whose = claimIn(targetUrl)?.pull;
  if (open.some((pull) => pull.number === whose && pull.head.sha === head.sha)) return false;
  const history = await historyOf(github, head.sha);
  return (
    history.known &&
    history.value.some((line) => line.context === context && claimIn(line.targetUrl)?.pull === number)
  );
}

/** Whether a status stands for another pull request, or for other tests than this one asks for, or holds a pass back. */
async function isStale(ports: Ports, pull: LivePull, status: StandingStatus): Promise<boolean> {
  if (status.context !== ports.settings.statusContext) return false;
  const claim = claimIn(status.targetUrl);
  if (claim === undefined) return false;
  if (claim.pull !== pull.number || isHeldBack(status)) return true;
  return status.state === 'success' && (await isOfOtherTests(ports, pull, claim));
}

/** Whether a claim is for other tests than its pull request asks for now. */
async function isOfOtherTests(ports: Ports, pull: LivePull, { tests }: Claim): Promise<boolean> {
  const wanted = await wantedTests(ports, pull);
  return wanted.known && (wanted.value === undefined || digestOf(wanted.value) !== tests);
}

/** Whether the run that wrote a status has left its pipeline to the sweep (`wait: false`). Pure. */
const isDetached = ({ description }: StandingStatus): boolean =>
  description.startsWith(reasonOf('detached').sentence);
