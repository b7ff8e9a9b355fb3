import type { Clock } from '../clock.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Recheck } from '../request/recheck.ts';
import type { Result } from './result.ts';
import { type Statuses, statusLine } from './status.ts';
import { type StatusTarget, writeLastWord } from './write.ts';

/** What a report needs besides the result. */
export interface Reporting {
  readonly statuses: Statuses;
  readonly clock: Clock;
  /** Whether the result still holds; asked before each write, and once where no status is written. */
  readonly holds: Recheck;
  /** Called when a status other than a success could not be written. */
  readonly onUntold: (reason: ReasonCode) => void;
}

/**
 * Writes the status that a result stands for, where there is one to write (`target` undefined: no context is
 * configured, or no commit is known), and gives back the result that is true afterwards: one that does not hold any
 * more is superseded, and a success that GitHub does not show is none, with a verdict or without (`require-all` has
 * none).
 */
export async function report(
  reporting: Reporting,
  target: StatusTarget | undefined,
  result: Result,
): Promise<Result> {
  const { statuses, clock, holds, onUntold } = reporting;
  const line = statusLine(result);
  if (!line) return result;
  if (!target) return afterwards(result, await holds());
  const outcome = await writeLastWord(statuses, clock, target, line, holds);
  if (outcome.written) return result;
  if (outcome.why === 'changed') {
    const now = afterwards(result, outcome.reason);
    // It could not be found out whether a success still holds: that is said instead of it.
    return reasonOf(now.reason).shows === 'untouched' ? now : report(reporting, target, now);
  }
  if (line.state === 'success') return unless(result, 'lost', outcome.reason);
  onUntold(outcome.reason);
  return result;
}

/** The result once it is known what the recheck gave. Not to know it undoes a success and nothing else. */
function afterwards(result: Result, changed: ReasonCode | undefined): Result {
  if (changed === undefined) return result;
  if (reasonOf(changed).shows === 'untouched') return unless(result, 'superseded', changed);
  return statusLine(result)?.state === 'success' ? unless(result, 'lost', changed) : result;
}

const unless = (result: Result, verdict: 'lost' | 'superseded', reason: ReasonCode): Result => ({
  ...result,
  ...(result.verdict && { verdict }),
  reason,
});
