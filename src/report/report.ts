import type { Clock } from '../clock.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Recheck } from '../request/recheck.ts';
import type { AsksMore, Result } from './result.ts';
import { type Statuses, statusLine } from './status.ts';
import { type Preceded, type StatusTarget, writeLastWord } from './write.ts';

/** What a report needs besides the result. */
export interface Reporting {
  readonly statuses: Statuses;
  readonly clock: Clock;
  /** Whether the result still holds; asked before each write, and once where no status is written. */
  readonly holds: Recheck;
  /** Where a result is told; undefined: no context is configured, or no commit is known. */
  readonly target: (result: Result) => StatusTarget | undefined;
  /** What else stands on the commit; asked before each write. */
  readonly precede: (result: Result) => Promise<Preceded>;
  /** Called when a status was written: what it lies on is looked at. Gives who asks for more, if it was held back again. */
  readonly onTold?: () => Promise<AsksMore | undefined>;
  /** Called when a status other than a success could not be written. */
  readonly onUntold: (reason: ReasonCode) => void;
}

/**
 * Writes the status that a result stands for, where there is one to write, and gives back the result that is true afterwards: one that does not hold any
 * more is superseded, a success that somebody asks more of is held back, and one that GitHub does not show is none,
 * with a verdict or without (`require-all` has none).
 */
export async function report(reporting: Reporting, result: Result): Promise<Result> {
  const { statuses, clock, holds, precede, onTold, onUntold } = reporting;
  const line = statusLine(result);
  const target = reporting.target(result);
  if (!line) return result;
  if (!target) return afterwards(result, await holds());
  const asking = { clock, holds, precede: () => precede(result) };
  const outcome = await writeLastWord(statuses, asking, target, line);
  if (outcome.written) {
    const asksMore = await onTold?.();
    return asksMore === undefined ? result : heldBack(result, asksMore);
  }
  switch (outcome.why) {
    case 'left':
      return result;
    case 'held':
      return report(reporting, heldBack(result, outcome.asksMore));
    case 'changed': {
      const now = afterwards(result, outcome.reason);
      // It could not be found out whether a success still holds: that is said instead of it.
      return reasonOf(now.reason).shows === 'untouched' ? now : report(reporting, now);
    }
    case 'failed':
      if (line.state === 'success') return unless(result, 'lost', outcome.reason);
      onUntold(outcome.reason);
      return result;
  }
}

/** The result of a pass that is not told as one. Pure. */
export const heldBack = (result: Result, asksMore: AsksMore): Result => ({
  ...result,
  ...(result.verdict && { verdict: 'pending' }),
  reason: asksMore === 'all' ? 'all-tests-needed' : 'more-tests-asked',
  asksMore,
});

/** The result once it is known what the recheck gave. Not to know it undoes a success and nothing else. */
function afterwards(result: Result, changed: ReasonCode | undefined): Result {
  if (changed === undefined) return result;
  if (changed === 'pull-request-closed') return unless(result, 'cancelled', changed);
  if (reasonOf(changed).shows === 'untouched') return unless(result, 'superseded', changed);
  return statusLine(result)?.state === 'success' ? unless(result, 'lost', changed) : result;
}

const unless = (
  result: Result,
  verdict: 'lost' | 'superseded' | 'cancelled',
  reason: ReasonCode,
): Result => ({
  ...result,
  ...(result.verdict && { verdict }),
  reason,
});
