/**
 * What is said for others: a success that does not cover is taken back by whoever sees it, and when a claimant has left
 * a commit, what is true of it without that one is told (docs/architecture.md, "One commit, one voice").
 */
import type { Fact } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import { reasonOf } from '../reasons.ts';
import { claimIn, pullIn, refusingUrl, runIn } from './claim.ts';
import { type Claimant, isTooLittle, testsOf } from './precedence.ts';
import { heldFrom, type Place, retell, type Said } from './retell.ts';
import { historyOf, lookAt, type Standing, type StandingPorts } from './standing.ts';
import { isBySame, isHeldBack, isSaid, type StandingStatus, statusLine } from './status.ts';

/** What it takes. */
export interface RestatePorts extends StandingPorts {
  readonly log: Log;
  readonly context: string;
  /** `require-all` is on, or the check is that all tests are selected. */
  readonly requiresAll: boolean;
}

/** How a pull request has left a commit: closed, as a draft, or with another head. */
export interface Leaving {
  readonly pull: number;
  readonly how: 'closed' | 'draft' | 'moved';
}

/** All that was said of the commit, read once for both contexts. */
export type History = Promise<Fact<readonly StandingStatus[]>>;

/** Takes back a success of the context that somebody's labels ask more of. */
export async function withdraw(ports: RestatePorts, commit: string, history: History): Promise<void> {
  const all = await history;
  // Where nothing is green, there is nothing to take back, and nobody's pull request is read.
  if (all.known && all.value.find(({ context }) => context === ports.context)?.state !== 'success') return;
  const standing = await lookAt(ports, commit, ports.context, history);
  // Who cannot see it leaves it to who can: the run that comes next, or the sweep.
  if (standing.known) await restate(ports, commit, standing.value, tooLittle(ports, standing.value));
}

/** Tells what is true of a commit without a pull request that has left it; without `leaving`, of all that are left. */
export async function release(
  ports: RestatePorts,
  commit: string,
  history: History,
  leaving?: Leaving,
): Promise<void> {
  // What has left is not read: it claims nothing any more. A push may have come back, so there the live head decides.
  const claims = { ...ports.claims, own: leaving?.how === 'moved' ? undefined : leaving?.pull };
  const standing = await lookAt({ ...ports, claims }, commit, ports.context, history);
  if (!standing.known) {
    ports.log.warning('a commit status was left as it is: what stands on the commit could not be read');
    return;
  }
  await restate(ports, commit, standing.value, saidWithout(ports, standing.value, leaving));
}

/** Says it for others, and what came in between. */
async function restate(
  ports: RestatePorts,
  commit: string,
  { lines, claimants }: Standing,
  said: Said | undefined,
): Promise<void> {
  if (!said) return;
  const { context, log } = ports;
  const place = { commit, context, claimants };
  const seen = said.state === 'success' ? await proven(ports, place, lines, said) : lines[0];
  if (!seen) return log.warning(unproven);
  const failed = await retell(ports, place, seen, said);
  if (failed) return log.warning(`GitHub did not take a commit status (${failed})`);
  log.info(`commit status: ${said.state}, as the pull requests with this commit ask now`);
}

const unproven =
  'a pass that was held back is not told again: it could not be found out that this check has written it; `/retest` helps';

/**
 * A pass of which another run has told is only told again where our own account has written it: anybody with write can
 * write one in our words (docs/security.md, "What a status proves"). Which account that is, a line of our own shows: the
 * held one, which is said once more. Gives that line as it stands; undefined where it is another's, or not on top.
 */
async function proven(
  ports: RestatePorts,
  place: Place,
  lines: readonly StandingStatus[],
  { targetUrl }: Said,
): Promise<StandingStatus | undefined> {
  const linked = lines.filter((one) => one.targetUrl === targetUrl);
  const pass = linked.find((one) => isHeldBack(one) || one.state === 'success');
  // What is said here is ours, and would prove a forged line the next time: so no other's may have the same link.
  if (!pass || !linked.every((one) => isBySame(one, pass))) return undefined;
  const held = isHeldBack(pass) ? pass : heldFrom(pass, place.claimants);
  const { state, description } = held;
  if (await retell(ports, place, lines[0], { state, description, targetUrl })) return undefined;
  const now = await historyOf(ports.github, place.commit);
  const top = now.known ? now.value.find((line) => line.context === place.context) : undefined;
  return top && isSaid(held)(top) && isBySame(top, pass) ? top : undefined;
}

/** Pure. */
function tooLittle({ requiresAll }: RestatePorts, { lines, claimants }: Standing): Said | undefined {
  const [top] = lines;
  if (!top || !isTooLittle(top, claimants, requiresAll)) return undefined;
  return heldFrom(top, claimants);
}

/** What is to be said now; undefined: what stands is true, or nobody is left whom it concerns. Pure. */
function saidWithout(
  ports: RestatePorts,
  { lines, claimants }: Standing,
  leaving: Leaving | undefined,
): Said | undefined {
  const [top] = lines;
  if (!top) return undefined;
  if (claimants.length === 0) return leaving && farewell(top, leaving);
  const little = tooLittle(ports, { lines, claimants });
  if (top.state === 'success' && !little) return undefined;
  const isTheirs = ({ targetUrl }: StandingStatus) =>
    claimants.some(({ pull }) => pull === pullIn(targetUrl));
  if (isTheirs(top)) {
    const held = isHeldBack(top)
      ? (passAgain(ports, top, claimants) ?? passBeneath(ports, lines, claimants) ?? heldFrom(top, claimants))
      : little;
    return held && isSaid({ ...top, ...held })(top) ? undefined : held;
  }
  const theirs = lines.find(isTheirs);
  // Who is still running says the last word itself.
  if (!theirs || (theirs.state === 'pending' && !isHeldBack(theirs))) return little;
  if (theirs.state !== 'success' && !isHeldBack(theirs)) return theirs;
  return passAgain(ports, theirs, claimants) ?? heldFrom(theirs, claimants);
}

/** A pass that was held back, where nobody asks for more now. Pure. */
function passAgain(
  { requiresAll }: RestatePorts,
  { targetUrl }: StandingStatus,
  claimants: readonly Claimant[],
): Said | undefined {
  const passed = { state: 'success', targetUrl, context: '', description: '', at: 0 } as const;
  if (isTooLittle(passed, claimants, requiresAll)) return undefined;
  const ids = testsOf(claimIn(targetUrl)?.tests, claimants)?.ids ?? [];
  const reason = claimIn(targetUrl)?.tests === 'none' ? 'no-test-needed' : 'pipeline-success';
  const line = statusLine({ decision: 'allowed', reason, tests: ids });
  return line && { ...line, targetUrl };
}

/**
 * A pass of another claimant that lies beneath one for less, and is enough for all by now: nobody tests it again. What a
 * claimant said last counts. Pure.
 */
function passBeneath(
  ports: RestatePorts,
  lines: readonly StandingStatus[],
  claimants: readonly Claimant[],
): Said | undefined {
  const lasts = claimants.flatMap(
    ({ pull }) => lines.find(({ targetUrl }) => claimIn(targetUrl)?.pull === pull) ?? [],
  );
  const held = lasts.filter(isHeldBack).map((one) => passAgain(ports, one, claimants));
  return held.find((said) => said !== undefined);
}

/** A closed pull request's status does not stay pending, and a draft's says so. Nothing is claimed any more. Pure. */
function farewell({ state, targetUrl }: StandingStatus, { pull, how }: Leaving): Said | undefined {
  const whose = pullIn(targetUrl);
  const url = refusingUrl(runIn(targetUrl), pull);
  if (state !== 'pending' || whose !== pull || how === 'moved') return undefined;
  if (how === 'closed')
    return { state: 'failure', description: reasonOf('pull-request-closed').sentence, targetUrl: url };
  // What is no claim says so already, or waits for an approval.
  if (claimIn(targetUrl) === undefined) return undefined;
  return { state: 'pending', description: reasonOf('draft').sentence, targetUrl: url };
}
