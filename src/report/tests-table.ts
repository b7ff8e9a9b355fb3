/** The selected tests as Markdown: a row for each with its result and time, as far as they may be told. */
import { shown, shownList } from '../facts/shown.ts';
import type { PipelineStatus } from '../pipeline/status.ts';
import { duration } from './duration.ts';
import type { Result } from './result.ts';

/** More rows than these nobody reads. */
const mostRows = 50;

/** How a test ended, in words of ours; what is not here is under way. */
const words: Partial<Record<PipelineStatus, string>> = {
  success: '✅ passed',
  failed: '❌ failed',
  canceled: '🛑 cancelled',
  canceling: '🛑 cancelled',
  skipped: '⏭️ skipped',
  manual: '⏳ waits for somebody',
  scheduled: '⏳ waits for somebody',
};

function wordFor(test: string, status: PipelineStatus | undefined, result: Result): string {
  if (result.missingTests?.includes(test)) return '⚠️ did not run';
  if (result.warnedTests?.includes(test)) return '⚠️ failed, and may';
  return status === undefined ? '–' : (words[status] ?? '⏳ under way');
}

/** Rows for the tests whose results may be told; none with less than `disclose: jobs`. A name that is not shown as it is stands in quotes. Pure. */
export function testsTable(result: Result): readonly string[] {
  const { testResults, testSeconds = {}, missingTests = [] } = result;
  if (testResults === undefined) return [];
  const tests = [...new Set([...Object.keys(testResults), ...missingTests])];
  if (tests.length === 0) return [];
  const rows = tests.slice(0, mostRows).map((test) => {
    const seconds = testSeconds[test];
    const time = seconds === undefined ? '–' : duration(seconds);
    return `| ${code(shown(test))} | ${wordFor(test, testResults[test], result)} | ${time} |`;
  });
  const rest = tests.length > mostRows ? [`| and ${tests.length - mostRows} more | | |`] : [];
  return ['| Test | Result | Time |', '|:--|:--|--:|', ...rows, ...rest, ''];
}

/** `Tests: a, b`, for where no table is. Pure. */
export const testsLine = ({ tests = [] }: Result): string | undefined =>
  tests.length === 0 ? undefined : `${tests.length === 1 ? 'Test' : 'Tests'}: ${code(shownList(tests))}`;

const code = (text: string): string => `\`${text}\``;
