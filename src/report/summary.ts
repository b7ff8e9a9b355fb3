import { shownList } from '../facts/shown.ts';
import { nothingToDo } from '../reasons/reason.ts';
import type { Result } from './result.ts';
import { describe, nextStep } from './status.ts';

/** The action's outputs by name (docs/inputs.md, "Outputs"). What is not known is the empty string. */
export function outputsOf(result: Result): Readonly<Record<OutputName, string>> {
  return {
    decision: result.decision,
    reason: result.reason,
    commit: result.commit ?? '',
    tests: result.tests?.join(',') ?? '',
    'all-tests-selected': result.allSelected === undefined ? '' : String(result.allSelected),
    'gitlab-ref': result.ref?.shown ?? '',
    'twin-branch': result.ref?.twin ? result.ref.shown : '',
    'pipeline-id': result.pipelineId === undefined ? '' : String(result.pipelineId),
    'pipeline-status': result.pipelineStatus ?? '',
    verdict: result.verdict ?? '',
    reused: result.reused ?? '',
    audit: result.audit ?? '',
    'duration-seconds': result.durationSeconds === undefined ? '' : String(result.durationSeconds),
  };
}

/** Names of all outputs; a test holds them against action.yml. */
export type OutputName =
  | 'decision'
  | 'reason'
  | 'commit'
  | 'tests'
  | 'all-tests-selected'
  | 'gitlab-ref'
  | 'twin-branch'
  | 'pipeline-id'
  | 'pipeline-status'
  | 'verdict'
  | 'reused'
  | 'duration-seconds'
  | 'audit';

/**
 * The job summary in Markdown. Every cell is one of our own words, a number, or public and safe by pattern. `details` are
 * lines of our own that stand below it as they are; none holds three back-ticks.
 */
export function summaryOf(result: Result, details: readonly string[] = []): string {
  const remedy = nextStep(result);
  const rows: [string, string | undefined][] = [
    ['Decision', result.decision],
    ['Commit', result.commit && code(result.commit)],
    ['Tests', result.tests && code(result.tests.join(', '))],
    ['Refused', names(result.unknownLabels)],
    ['Known', names(result.knownLabels)],
    ['GitLab branch', result.ref && code(result.ref.shown) + (result.ref.twin ? ' (same name)' : '')],
    [
      'Passed over',
      result.passedOver && `${code(result.passedOver)}: protected, and not in \`twin-branches\``,
    ],
    ['Pipeline', result.pipelineId === undefined ? undefined : `#${result.pipelineId}`],
    ['Verdict', result.verdict],
    ['Reused', result.reused === 'none' ? undefined : result.reused],
    ['Jobs', result.jobs && `${result.jobs.done} of ${result.jobs.all} ended`],
    ...Object.entries(result.testResults ?? {}).map(([test, status]): [string, string] => [
      code(test),
      status,
    ]),
    ['Whether each test ran', result.unchecked && 'not checked (`test-jobs: none`)'],
    ['Queued', duration(result.queuedSeconds)],
    ['Running', duration(result.ranSeconds)],
    ['Reason', code(result.reason)],
  ];
  const table = rows
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `| ${name} | ${value} |`);
  const next = remedy === nothingToDo ? [] : [`**Next:** ${remedy}`, ''];
  return [
    `### Drawbridge: ${describe({ ...result, tests: [], unknownLabels: [] })}`,
    '',
    '| | |',
    '|---|---|',
    ...table,
    '',
    ...(details.length > 0 ? ['```text', ...details, '```', ''] : []),
    ...next,
  ].join('\n');
}

const code = (text: string): string => `\`${text}\``;

/** In a heading Markdown would make a link of a name that looks like one, so names have rows of their own. */
const names = (all: readonly string[] = []): string | undefined =>
  all.length > 0 ? code(shownList(all)) : undefined;

/** Seconds as a person writes them: `1 h 5 min`, `3 min 2 s`, `40 s`. */
export function duration(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
