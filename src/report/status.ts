import { reasonOf } from '../reasons.ts';
import type { Result } from './result.ts';

/** A commit status as GitHub takes it (REST: commit statuses). */
export interface StatusLine {
  readonly state: 'success' | 'failure' | 'error' | 'pending';
  /** At most 140 characters. */
  readonly description: string;
}

/** A status as it stands on a commit; the newest of its context. */
export interface StandingStatus {
  readonly context: string;
  readonly state: StatusLine['state'];
  readonly targetUrl: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Reads and writes commit statuses. Throws a ServiceFailure when GitHub did not take one. The github client satisfies it. */
export interface Statuses {
  setStatus(
    commit: string,
    status: StatusLine & { readonly context: string; readonly targetUrl: string },
  ): Promise<void>;
  /** The newest status of each context. */
  statuses(commit: string): Promise<readonly StandingStatus[]>;
}

/** GitHub's bound on a description. */
const longest = 140;

/** The status line of a result; undefined where the status belongs to somebody else or to no one. */
export function statusLine(result: Result): StatusLine | undefined {
  const { shows } = reasonOf(result.reason);
  return shows === 'untouched' ? undefined : { state: shows, description: shorten(describe(result)) };
}

/** One line that a contributor understands, without a word from GitLab. */
export function describe(result: Result): string {
  const { sentence } = reasonOf(result.reason);
  const { unknownLabels = [], knownLabels = [], tests = [], jobs } = result;
  if (result.reason === 'approval-needed' && result.commit) {
    return `needs /ok-to-test ${result.commit.slice(0, 12)}… (all 40 digits) from a member with write access`;
  }
  if (unknownLabels.length > 0) {
    const known = knownLabels.length > 0 ? `; known: ${knownLabels.join(', ')}` : '';
    return `${sentence}: ${unknownLabels.join(', ')}${known}`;
  }
  const counted = jobs ? `, ${jobs.done} of ${jobs.all} jobs` : '';
  return tests.length > 0 ? `${sentence} (${tests.join(', ')}${counted})` : sentence + counted;
}

/**
 * The process's exit code (interface.md, "What counts"): the status is the check, but a red job says it too. A draft
 * without a status to hold it back must not leave a green job.
 */
export function exitCode(result: Result, statusContext: string | undefined): 0 | 1 {
  if (result.reason === 'draft' && statusContext === undefined) return 1;
  return reasonOf(result.reason).exit;
}

const shorten = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
