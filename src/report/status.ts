import { reasonOf } from '../reasons.ts';
import type { Result } from './result.ts';

/** A commit status as GitHub takes it (REST: commit statuses). */
export interface StatusLine {
  readonly state: 'success' | 'failure' | 'error' | 'pending';
  /** At most 140 characters. */
  readonly description: string;
}

/** Writes commit statuses. Throws a ServiceFailure when GitHub did not take one. The github client satisfies it. */
export interface Statuses {
  setStatus(
    commit: string,
    status: StatusLine & { readonly context: string; readonly targetUrl: string },
  ): Promise<void>;
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
  if (result.reason === 'approval-needed' && result.commit) {
    return `needs /ok-to-test ${result.commit.slice(0, 12)}… (all 40 digits) from a member with write access`;
  }
  if (result.reason === 'unknown-label') {
    return `unknown: ${list(result.unknownLabels)}; known labels: ${list(result.knownLabels)}`;
  }
  return result.tests && result.tests.length > 0 ? `${sentence} (${list(result.tests)})` : sentence;
}

/** The process's exit code (interface.md, "What counts"): the status is the check, but a red job says it too. */
export function exitCode(result: Result, statusContext: string | undefined): 0 | 1 {
  if (result.verdict === 'success') return 0;
  if (result.decision === 'not-run') return statusContext === undefined ? 1 : 0;
  return 1;
}

const list = (names: readonly string[] | undefined): string => (names ?? []).join(', ');

const shorten = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
