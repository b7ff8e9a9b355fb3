/** Says on a commit what is true of somebody else's run, or no longer of one's own. */
import type { Fact } from '../facts/fact.ts';
import type { ReasonCode } from '../reasons.ts';
import { claimIn, pullIn, refusalIn } from './claim.ts';
import { type Claimant, isTooLittle, type Line, precedenceOf, testsOf, whoAsksMore } from './precedence.ts';
import { historyOf, lookAt, type StandingPorts } from './standing.ts';
import { heldLine, isBySame, isSaid, type StandingStatus, type StatusLine } from './status.ts';
import { writeStatus } from './write.ts';

/** A line, and where it leads. */
export type Said = StatusLine & Pick<StandingStatus, 'targetUrl'>;

/** Where a line is told again, and who claims the commit. */
export interface Place {
  readonly commit: string;
  readonly context: string;
  readonly claimants: readonly Claimant[];
}

/**
 * Writes a line and looks once more: a last word that was said between the look and the write lies beneath it now, and
 * whoever said that has left the looking to who came later. Where it may stand on this line it is told again, and looked
 * after in the same way. Who has claimed the commit in between has the success beneath which it lies held back.
 * `seen`: the newest status that the line was chosen by. Gives the reason when GitHub did not take the line.
 */
export async function retell(
  ports: StandingPorts,
  place: Place,
  seen: StandingStatus | undefined,
  said: Said,
): Promise<ReasonCode | undefined> {
  const { github } = ports;
  const { commit, context, claimants } = place;
  const failed = await writeStatus(github, { commit, context, targetUrl: said.targetUrl }, said);
  if (failed) return failed;
  const history = await historyOf(github, commit);
  if (!history.known) return undefined;
  const lines = history.value.filter((line) => line.context === context);
  const [top] = lines;
  if (!top || !isSaid(said)(top)) return undefined;
  const before = lines.findIndex((one, nth) => nth > 0 && seen !== undefined && isSame(one, seen));
  const between = lines.slice(1, before < 0 ? undefined : before);
  const last = between.find(({ state }) => state !== 'pending');
  // Two that say the same, as two runs for one close do, need not answer each other.
  const isNew = last && !isSaid(said)(last) && isBySame(last, top);
  const mayStand = isNew && precedenceOf(lineOf(last), [top], claimants) === 'write';
  // Best effort: what stands is true as well, and the next run looks again.
  if (mayStand) await retell(ports, place, top, last);
  else if (said.state === 'success') await holdBack(ports, place, top, history);
  return undefined;
}

/** Takes a success back that was told again over the claim of somebody who came in between, and asks for more. */
async function holdBack(
  ports: StandingPorts,
  place: Place,
  top: StandingStatus,
  history: Fact<readonly StandingStatus[]>,
): Promise<void> {
  const standing = await lookAt(ports, place.commit, place.context, Promise.resolve(history));
  if (!standing.known) return;
  // The run's own pull request is not read: what it asks for is known.
  const own = place.claimants.filter(({ pull }) => pull === ports.claims.own);
  const claimants = [...standing.value.claimants, ...own];
  // Where all have left meanwhile, the runs for that tell what is true.
  if (claimants.length > 0 && isTooLittle(top, claimants, false))
    await retell(ports, { ...place, claimants }, top, heldFrom(top, claimants));
}

/** A pass that is held back, told with its own link, so that it can be told as a pass again. Pure. */
export function heldFrom(
  { targetUrl }: Pick<StandingStatus, 'targetUrl'>,
  claimants: readonly Claimant[],
): Said {
  const tests = testsOf(claimIn(targetUrl)?.tests, claimants);
  const by = whoAsksMore(tests, claimants)?.pull ?? 'all';
  return { ...heldLine(tests?.ids ?? [], by), targetUrl };
}

const isSame = (one: StandingStatus, other: StandingStatus): boolean =>
  isSaid(one)(other) && one.at === other.at;

/** A status as the line that it was. Pure. */
function lineOf({ state, description, targetUrl }: StandingStatus): Line {
  const speaks = claimIn(targetUrl) ? 'claimant' : refusalIn(targetUrl) === undefined ? 'ref' : 'refused';
  return { state, description, targetUrl, speaks, pull: pullIn(targetUrl), tests: undefined };
}
