/** The first line that a person reads of a run: an icon and one sentence. */
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Result } from './result.ts';
import { inJobs } from './status.ts';

/** Nothing has run, because a person has to say yes first. */
export const waitsForPerson: readonly ReasonCode[] = [
  'approval-needed',
  'push-unrecorded',
  'dependabot',
  'retest-needed',
];

/** An icon that tells how it stands before a word is read. Pass, fail, waiting and not known never look the same. Pure. */
export function iconOf({ reason, verdict, asksMore }: Result): string {
  if (asksMore !== undefined) return '⏳';
  if (verdict === 'cancelled') return '🛑';
  const { shows, exit } = reasonOf(reason);
  switch (shows) {
    case 'success':
      return '✅';
    case 'pending':
      return '⏳';
    case 'error':
      return '⚠️';
    case 'failure':
      return verdict === undefined ? '✋' : '❌';
    case 'untouched':
      return exit === 0 ? 'ℹ️' : '⏭️';
  }
}

/**
 * One sentence, with a capital and no full stop. Names that somebody chose are not in it: Markdown would make a link of one
 * that looks like it. `organization`: whose members are waited for. Pure.
 */
export function sentenceOf(result: Result, organization?: string): string {
  const { reason, asksMore, jobs } = result;
  if (asksMore === 'all') return 'The selected tests passed; all tests are needed to merge';
  if (asksMore !== undefined) return `The selected tests passed; #${asksMore} asks for more`;
  if (waitsForPerson.includes(reason) && reason !== 'retest-needed' && organization !== undefined)
    return `Waiting for a maintainer of ${organization}`;
  if (reason === 'pipeline-failed') return failedSentence(result);
  const { sentence } = reasonOf(reason);
  const capital = /^[a-z]+\b/.test(sentence)
    ? sentence.charAt(0).toUpperCase() + sentence.slice(1)
    : sentence;
  // Beside rows for the tests a count of jobs says less, and beside what did not run it says the wrong thing.
  const counts = jobs && result.testResults === undefined && reason !== 'test-not-run';
  return counts && result.verdict ? `${capital}, ${inJobs(jobs)}` : capital;
}

/** `1 of 2 private tests failed`, as far as it may be told. */
function failedSentence({ testResults = {}, jobs, warnedTests = [] }: Result): string {
  const ends = Object.entries(testResults);
  const failed = ends.filter(([test, status]) => status === 'failed' && !warnedTests.includes(test));
  if (failed.length > 0) return `${failed.length} of ${ends.length} private ${tests(ends.length)} failed`;
  return jobs ? `Private tests failed: ${inJobs(jobs)}` : 'Private tests failed';
}

const tests = (count: number): string => (count === 1 ? 'test' : 'tests');
