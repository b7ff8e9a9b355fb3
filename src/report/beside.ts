/** What becomes of a line beside one of another run that says as much, or that it may not lie on. */
import { claimIn, refusalIn } from './claim.ts';
import { type Claimant, isFailure, type Line, whoAsksMore } from './precedence.ts';
import { isHeldBack, isSaid, type StandingStatus } from './status.ts';
import type { Preceded } from './write.ts';

/**
 * What becomes of a pass beside another pull request's failure that it may not lie on: it is held back, and put on record
 * once, so that it can be told when that one has left. The failure is given back right afterwards. Pure.
 */
export function besideFailure(
  line: Line,
  lines: readonly StandingStatus[],
  claimants: readonly Claimant[],
  counts: StandingStatus | undefined,
): Preceded {
  const whose = counts && isFailure(counts) ? claimIn(counts.targetUrl)?.pull : undefined;
  if (whose === undefined || line.speaks !== 'claimant') return { act: 'leave' };
  if (line.state === 'success')
    return { act: 'hold', asksMore: whoAsksMore(line.tests, claimants)?.pull ?? whose };
  return { act: isHeldBack(line) && !lines.some(isSaid(line)) ? 'write' : 'leave' };
}

/** The link of what was said of this very pull request, where it was not let through; else that of the line. Pure. */
export const refusedAs = ({ targetUrl: said }: StandingStatus, { targetUrl, pull }: Line): string =>
  pull !== undefined && refusalIn(said) === pull && refusalIn(targetUrl) === pull ? said : targetUrl;
