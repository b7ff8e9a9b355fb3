/** What a run says of a result: the status line, and the link by which it speaks. */
import { claimIn, claimingUrl, digestOf, refusingUrl, takingAlong } from './claim.ts';
import { type Line, type Speaks, testsFor, whoAsksMore } from './precedence.ts';
import type { AsksMore, Result } from './result.ts';
import type { Standing } from './standing.ts';
import { statusLine } from './status.ts';
import type { StatusTarget } from './write.ts';

/** Whom a run speaks for. */
export interface Speaker {
  /** Undefined for the merge queue, pushes and tags: they claim nothing, and give way to who does. */
  readonly pull: number | undefined;
  /** The context of the commit status; undefined: none is written. */
  readonly context: string | undefined;
  /** The public page of the run, to which a status leads. */
  readonly runUrl: string;
  /** Input `require-all`: a pass for fewer than all tests is held back. */
  readonly requiresAll: boolean;
}

/** Who has no pull request, and no claim, speaks for a ref. */
export const usually = ({ pull }: Speaker, link = ''): Speaks =>
  pull === undefined && claimIn(link) === undefined ? 'ref' : 'claimant';

/** A line, and where it goes. `tests`: their ids, for a line that holds a pass back. */
export interface Spoken {
  readonly target: StatusTarget;
  readonly line: Line;
  readonly tests: readonly string[];
}

/** Who asks for more than a line covers. Pure. */
export const asksMoreThan = (line: Line, claimants: Standing['claimants']): AsksMore =>
  whoAsksMore(testsFor(line, claimants), claimants)?.pull ?? 'all';

/** The line that a result stands for; undefined where it says nothing, or there is nowhere to say it. Pure. */
export function spokenOf(
  speaker: Speaker,
  result: Result,
  speaks: Speaks,
  link?: string,
): Spoken | undefined {
  const line = statusLine(result);
  const target = targetOf(speaker, result, speaks, link);
  if (!line || !target) return undefined;
  const { tests: ids, allSelected } = result;
  const tests = ids && { ids, all: allSelected === true };
  const { targetUrl } = target;
  const pull = claimIn(targetUrl)?.pull ?? speaker.pull;
  return { target, line: { ...line, targetUrl, speaks, pull, tests }, tests: ids ?? [] };
}

/** Where a result is told, and by which link: the claim of who was let through, else who speaks. */
export function targetOf(
  { pull, context, runUrl, requiresAll }: Speaker,
  { commit, reason, pipelineId, tests, allSelected = false, sufficient = false, key }: Result,
  speaks: Speaks,
  link?: string,
): StatusTarget | undefined {
  if (commit === undefined || context === undefined) return undefined;
  const url = (): string => {
    if (link !== undefined && claimIn(link)) return link;
    if (pull === undefined) return runUrl;
    // Who was let through and asks for what cannot be run is a claimant all the same: nothing covers that.
    if (speaks === 'declined') return claimingUrl(runUrl, { pull, tests: 'none', full: false });
    if (speaks !== 'claimant' || tests === undefined) return refusingUrl(runUrl, pull);
    const claim = {
      pull,
      tests: digestOf({ ids: tests, all: allSelected }),
      full: !requiresAll || allSelected || sufficient,
    };
    return claimingUrl(runUrl, claim, key);
  };
  const takes = reason === 'job-cancelled' && pipelineId !== undefined;
  return { commit, context, targetUrl: takes ? takingAlong(url(), pipelineId) : url() };
}
