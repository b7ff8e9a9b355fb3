/** The job summary in Markdown: what came of it first, then what to do, then how it was decided. Pure. */
import { safeRef } from '../facts/alphabet.ts';
import { shown, shownList } from '../facts/shown.ts';
import { pageOf } from '../reasons/page.ts';
import { reasonOf } from '../reasons.ts';
import { adviceOn } from './advice.ts';
import { duration } from './duration.ts';
import { iconOf, sentenceOf } from './headline.ts';
import { commitLink, linked, type Place, pipelineUrl, pullLink } from './place.ts';
import type { Grounds, Part, Result } from './result.ts';
import { testsTable } from './tests-table.ts';

/**
 * The summary of a run. Every value is one of our own words, a number, or public and safe by pattern. `details` are lines that
 * stand in it as they are, in a fence that none of them ends. Without a place nothing is a link.
 */
export function summaryOf(result: Result, details: readonly string[] = [], place?: Place): string {
  const { pull, commit, durationSeconds } = result;
  const heading = [
    `${iconOf(result)} ${sentenceOf(result, place?.organization)}`,
    ...(pull === undefined ? [] : [pullLink(pull, place)]),
    ...(commit === undefined ? [] : [commitLink(commit, place)]),
    ...(durationSeconds === undefined || result.verdict === undefined ? [] : [duration(durationSeconds)]),
  ];
  return [
    ...[`### ${heading.join(' · ')}`, ''],
    ...testsTable(result),
    ...namedLines(result),
    ...fenced(details),
    ...nextLines(result, place),
    ...decidedLines(result, place),
  ].join('\n');
}

/** Longer than any run of back-ticks in it, so that no line ends it (CommonMark, "Fenced code blocks"). */
function fenced(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const runs = lines.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return [`${fence}text`, ...lines, fence, ''];
}

/** What the sentence is about, where it is about names: whoever has to mend it reads them first. */
function namedLines(result: Result): readonly string[] {
  const { unknownLabels = [], knownLabels = [], missingTests = [], warnedTests = [], testResults } = result;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['Refused', names(unknownLabels)],
    ['Known', names(knownLabels)],
    // A table says it already.
    ['Failed, and may', testResults === undefined ? names(warnedTests) : undefined],
    ['Did not run', testResults === undefined ? names(missingTests) : undefined],
  ];
  const told = parts.flatMap(([word, list]) => (list === undefined ? [] : [`${word}: ${list}`]));
  return told.length === 0 ? [] : [told.join(' · '), ''];
}

/** What to do, the command in a block of its own. Pure. */
export function nextLines(result: Result, place: Place | undefined): readonly string[] {
  const { comfort, text, command } = adviceOn(result, place);
  const isPlain = comfort !== undefined && command !== undefined && text !== undefined;
  const words = isPlain ? `${comfort} ${capital(text)}` : [comfort, text && `**Next** · ${capital(text)}`];
  const lines = [words].flat().filter((line) => line !== undefined);
  if (lines.length === 0) return [];
  return [...[lines.join(' '), ''], ...(command === undefined ? [] : ['```', command, '```', ''])];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything else, folded: whoever needs it opens it. A list, which a telephone can show. */
function decidedLines(result: Result, place: Place | undefined): readonly string[] {
  const rows = rowsOf(result, place).flatMap(([name, value]) =>
    value === undefined ? [] : [`- ${name}: ${value}`],
  );
  return [
    ...['<details>', '<summary>How it was decided</summary>', ''],
    ...[...rows, ''],
    ...['</details>', ''],
  ];
}

function rowsOf(result: Result, place: Place | undefined): readonly [string, string | undefined][] {
  const { pipelineId, ref, reason, grounds, jobs } = result;
  return [
    ['Decision', decisionOf(result)],
    ...peopleOf(grounds).map(([part, logins]): [string, string] => [part, logins]),
    ['Commit', result.commit && code(result.commit)],
    ['Tests', result.tests && code(shownList(result.tests))],
    ['GitLab branch', ref && code(branchOf(ref.shown)) + (ref.twin ? ' (same name)' : '')],
    [
      'Passed over',
      result.passedOver && `${code(branchOf(result.passedOver))}: protected, and not in \`twin-branches\``,
    ],
    [
      'Pipeline',
      pipelineId === undefined
        ? undefined
        : linked(`#${pipelineId}`, place && pipelineUrl(place, pipelineId)),
    ],
    ['Verdict', result.verdict],
    ['Reused', result.reused === 'none' ? undefined : result.reused],
    ['Jobs', jobs && `${jobs.done} of ${jobs.all} ended, ${jobs.failed} failed`],
    ['Whether each test ran', result.unchecked && 'not checked (`test-jobs: none`)'],
    ['Queued', timed(result.queuedSeconds)],
    ['Running', timed(result.ranSeconds)],
    // Of what did not cross it is the gate's, and stands above.
    ['Reason', result.decision === 'allowed' ? linked(code(reason), pageOf(reason)) : undefined],
    ['Run', place && linked('its log', place.runUrl)],
  ];
}

/** The gate's answer, and the rule by which it was given. */
function decisionOf({ decision, grounds, reason }: Result): string {
  // Of what it let cross the reason tells what came of it.
  const rule = decision === 'allowed' ? grounds?.rule : reason;
  const answer = `**${decision}**`;
  return rule === undefined
    ? answer
    : `${answer} by ${linked(code(rule), pageOf(rule))}: ${reasonOf(rule).sentence}`;
}

const parts: readonly (readonly [Part, string])[] = [
  ['author', 'Author'],
  ['pusher', 'Pusher'],
  ['sender', 'Sender'],
  ['rerunner', 'Run again by'],
  ['approver', 'Approved by'],
];

/** Who had which part, the parts of the same people together; nobody is named twice in one, and nobody is called. */
function peopleOf(grounds: Grounds | undefined): readonly (readonly [string, string])[] {
  const byPeople = new Map<string, string>();
  for (const [part, word] of parts) {
    const logins = (grounds?.people ?? []).filter((one) => one.part === part).map(({ login }) => login);
    if (logins.length === 0) continue;
    const people = code(accounts([...new Set(logins)]));
    const before = byPeople.get(people);
    byPeople.set(people, before === undefined ? word : `${before}, ${word.toLowerCase()}`);
  }
  return [...byPeople].map(([people, words]) => [words, people]);
}

/** At most so many are named. */
const mostAccounts = 20;

/** As they are: of the alphabet of logins nothing means anything between back-ticks, the ending of an app's included. */
function accounts(logins: readonly string[]): string {
  const more = logins.length - mostAccounts;
  return [...logins.slice(0, mostAccounts), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const timed = (seconds: number | undefined): string | undefined =>
  seconds === undefined ? undefined : duration(seconds);

/** A branch may have a longer name than a test. */
const branchOf = (name: string): string => (safeRef.test(name) ? name : shown(name));

const code = (text: string): string => `\`${text}\``;

/** In a heading Markdown would make a link of a name that looks like one, so names have rows of their own. */
const names = (all: readonly string[] = []): string | undefined =>
  all.length > 0 ? code(shownList(all)) : undefined;
