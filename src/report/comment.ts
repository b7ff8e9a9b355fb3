/**
 * The comment on a pull request: what it says, and how it is found again. Nothing in it is text that somebody else chose:
 * sentences of ours, numbers, commits, ids of tests and names of the set-up. Pure.
 */
import { createHash } from 'node:crypto';
import { safeTestId } from '../facts/alphabet.ts';
import { pageOf } from '../reasons/page.ts';
import { reasonOf } from '../reasons.ts';
import { hourOf, inMinutes } from './duration.ts';
import { iconOf, sentenceOf } from './headline.ts';
import { commitLink, linked, type Place, pipelineUrl } from './place.ts';
import { isQueued, type Progress } from './progress.ts';
import type { Result } from './result.ts';
import { inJobs } from './status.ts';
import { nextLines } from './summary.ts';
import { testsLine, testsTable } from './tests-table.ts';

/** What a comment of ours says of itself, in a line that nobody sees. */
export interface Marker {
  /** Which check keeps it: twelve hexadecimal digits of a digest over the context of its status. */
  readonly check: string;
  /** Number of the run that has written it last. */
  readonly run: string;
}

/** The marker of a run. Pure. */
export const markerOf = (context: string | undefined, runUrl: string): Marker => ({
  check: createHash('sha256')
    .update(context ?? '')
    .digest('hex')
    .slice(0, 12),
  run: /\/runs\/(\d{1,20})$/.exec(runUrl)?.[1] ?? '0',
});

const line = ({ check, run }: Marker): string => `<!-- drawbridge ${check} ${run} -->`;

/** The marker with which a comment begins; undefined where it has none. Whose the comment is, its author tells. Pure. */
export function markerIn(body: string): Marker | undefined {
  const [, check, run] = /^<!-- drawbridge ([0-9a-f]{12}) (\d{1,20}) -->(?:\r?\n|$)/.exec(body) ?? [];
  return check === undefined || run === undefined ? undefined : { check, run };
}

/**
 * The comment of a result. `progress`: how the pipeline stands, while it goes on. It begins with its marker, so no line of it
 * is a command.
 */
export function commentOf(given: Result, place: Place, marker: Marker, progress?: Progress): string {
  const result = withoutNames(given);
  const { commit, reason } = result;
  const isOn = reason === 'starting' || reason === 'running';
  const headline = isOn
    ? `⏳ ${isQueued(progress?.status) ? 'Private tests are queued' : 'Private tests are running'}`
    : `${iconOf(result)} ${sentenceOf(result, place.organization)}`;
  const heading = [headline, ...(commit === undefined ? [] : [commitLink(commit, place)])];
  const table = isOn ? [] : testsTable(result);
  return [
    line(marker),
    ...[`### ${heading.join(' · ')}`, ''],
    ...(table.length > 0
      ? table
      : [...(isOn ? paragraph(goingOn(progress)) : []), ...paragraph([testsLine(result)])]),
    ...(isOn ? [] : nextLines(result, place)),
    footer(result, place),
    '',
  ].join('\n');
}

const paragraph = (parts: readonly (string | undefined)[]): readonly string[] => {
  const told = parts.filter((part) => part !== undefined);
  return told.length === 0 ? [] : [told.join(' · '), ''];
};

function goingOn(progress: Progress | undefined): readonly (string | undefined)[] {
  if (!progress) return [];
  const { since, jobs, usualMs } = progress;
  return [
    `Since ${hourOf(since)}`,
    jobs && (jobs.failed > 0 ? inJobs(jobs) : `${inJobs(jobs)} done`),
    usualMs === undefined ? undefined : `usually ${inMinutes(usualMs)}`,
  ];
}

function footer({ reason, pipelineId }: Result, place: Place): string {
  // What to do after a failure leads there already.
  const pipeline = reason === 'pipeline-failed' ? undefined : pipelineUrl(place, pipelineId);
  const parts = [
    linked('run and how it was decided', place.runUrl),
    ...(pipeline === undefined ? [] : [`${linked(`pipeline ${pipelineId}`, pipeline)} (sign-in needed)`]),
    ...(reasonOf(reason).shows === 'success' ? [] : [linked('what this means', pageOf(reason))]),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}

/** Without labels and branches, which anybody may have named, and with tests by plain ids alone. */
function withoutNames({
  unknownLabels: _unknown,
  knownLabels: _known,
  passedOver: _passedOver,
  ref: _ref,
  grounds: _grounds,
  ...result
}: Result): Result {
  const plain = (ids: readonly string[]) => ids.filter((id) => safeTestId.test(id) && id.length <= 80);
  const { tests, missingTests, testResults } = result;
  return {
    ...result,
    ...(tests && { tests: plain(tests) }),
    ...(missingTests && { missingTests: plain(missingTests) }),
    ...(testResults && {
      testResults: Object.fromEntries(
        Object.entries(testResults).filter(([test]) => plain([test]).length > 0),
      ),
    }),
  };
}
