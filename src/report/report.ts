import { ServiceFailure } from '../net/failure.ts';
import type { Result } from './result.ts';
import { type Statuses, type StatusLine, statusLine } from './status.ts';

/** Where a commit status goes, and the public page that it links to. */
export interface StatusTarget {
  readonly commit: string;
  readonly context: string;
  readonly targetUrl: string;
}

/** Writes one status line. False when GitHub did not take it. */
export async function writeStatus(
  statuses: Statuses,
  target: StatusTarget,
  line: StatusLine,
): Promise<boolean> {
  const { commit, context, targetUrl } = target;
  try {
    await statuses.setStatus(commit, { ...line, context, targetUrl });
    return true;
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    return false;
  }
}

/**
 * Writes the status that a result stands for, where there is one to write (`target` undefined: no context is
 * configured, or no commit is known), and gives back the result that is true afterwards: a success that GitHub does
 * not show is none, with a verdict or without (`require-all` has none). `onUntold` is called when any other status
 * could not be written.
 */
export async function report(
  statuses: Statuses,
  target: StatusTarget | undefined,
  result: Result,
  onUntold: () => void = () => {},
): Promise<Result> {
  const line = statusLine(result);
  if (!line || !target || (await writeStatus(statuses, target, line))) return result;
  if (line.state !== 'success') {
    onUntold();
    return result;
  }
  return { ...result, ...(result.verdict && { verdict: 'lost' }), reason: 'status-not-written' };
}
