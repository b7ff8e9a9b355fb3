/** How the step ends: green or red. */
import { reasonOf } from '../reasons.ts';
import type { Result } from './result.ts';

/**
 * The process's exit code (docs/architecture.md, "The status is the check"): the status is the check, but a red job
 * says it too. A draft without a status to hold it back must not leave a green job.
 */
export function exitCode(result: Result, statusContext: string | undefined): 0 | 1 {
  if (result.reason === 'draft' && statusContext === undefined) return 1;
  return reasonOf(result.reason).exit;
}
