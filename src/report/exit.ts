/** How the step ends: green or red. */
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Result } from './result.ts';

/**
 * The process's exit code (docs/architecture.md, "The status is the check"): the status is the check, but a red job
 * says it too. What only a pending status holds back must not leave a green job where there is no status.
 */
export function exitCode(result: Result, statusContext: string | undefined): 0 | 1 {
  if (heldByStatus.includes(result.reason) && statusContext === undefined) return 1;
  return reasonOf(result.reason).exit;
}

const heldByStatus: readonly ReasonCode[] = ['draft', 'all-tests-needed', 'more-tests-asked'];
