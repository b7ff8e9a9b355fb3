/** Says on a commit what is true of somebody else's run, or no longer of one's own. */
import type { ReasonCode } from '../reasons.ts';
import { claimIn, pullIn, refusalIn } from './claim.ts';
import { type Claimant, type Line, precedenceOf } from './precedence.ts';
import { historyOf } from './standing.ts';
import { isBySame, isSaid, type StandingStatus, type Statuses, type StatusLine } from './status.ts';
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
 * after in the same way. `seen`: the newest status that the line was chosen by. Gives the reason when GitHub did not
 * take the line.
 */
export async function retell(
  github: Statuses,
  place: Place,
  seen: StandingStatus | undefined,
  said: Said,
): Promise<ReasonCode | undefined> {
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
  if (mayStand) await retell(github, place, top, last);
  return undefined;
}

const isSame = (one: StandingStatus, other: StandingStatus): boolean =>
  isSaid(one)(other) && one.at === other.at;

/** A status as the line that it was. Pure. */
function lineOf({ state, description, targetUrl }: StandingStatus): Line {
  const speaks = claimIn(targetUrl) ? 'claimant' : refusalIn(targetUrl) === undefined ? 'ref' : 'refused';
  return { state, description, targetUrl, speaks, pull: pullIn(targetUrl), tests: undefined };
}
