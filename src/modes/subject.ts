import type { Command } from '../commands/parse.ts';
import type { Crossing, Evidence } from '../gate/decide.ts';
import type { LivePull, Person, Sha } from '../gate/facts.ts';
import type { Subject } from '../pipeline/request.ts';
import {
  type Selection,
  type SelectionRules,
  safeValue,
  select,
  selectAll,
  selectTests,
} from '../selection/select.ts';

/** The command that caused a run, if one did. */
export function commandOf(evidence: Evidence): Command | undefined {
  return evidence.kind === 'pull-request' && evidence.cause.by === 'command'
    ? evidence.cause.command
    : undefined;
}

/** The tests of what crosses: by the command, by live labels, all in the merge queue, else the default ones. */
export function selectionFor(
  crossing: Crossing,
  command: Command | undefined,
  rules: SelectionRules,
): Selection {
  if (command?.name === 'test') return selectTests(command.tests, rules);
  if (crossing.kind === 'pull-request') return select(crossing.pull.labels, rules);
  return crossing.event.on === 'queue' ? selectAll(rules) : select([], rules);
}

/** What GitLab is asked to test. A fork is named by its commit: its branch name is an outsider's text. */
export function subjectOf(
  crossing: Crossing,
  commit: Sha,
  tests: readonly string[],
  repository: string,
): Subject {
  if (crossing.kind === 'ref')
    return { repository, origin: crossing.event.on, commit, branch: crossing.event.name, tests };
  const { pull } = crossing;
  return { repository, origin: pull.number, commit, branch: branchHere(pull) ?? commit, tests };
}

/** The branch name that GitLab may have too. Undefined for forks, for the queue's own branches, and for tags. */
export function twinCandidate(crossing: Crossing): string | undefined {
  if (crossing.kind === 'pull-request') return branchHere(crossing.pull);
  return crossing.event.on === 'push' ? crossing.event.name : undefined;
}

const branchHere = (pull: LivePull): string | undefined =>
  pull.head.repository === pull.base ? pull.head.branch : undefined;

/** Whether every value that GitLab would get is of the safe alphabet. */
export const isSafe = ({ branch, tests }: Subject): boolean =>
  [branch, ...tests].every((value) => safeValue.test(value));

/** The people on whose word this run crosses, and whose rights (`who-may-run`) therefore bound the tests. */
export function answerable(evidence: Evidence, crossing: Crossing): readonly Person[] {
  if (evidence.kind === 'none') return [];
  const rerunners = evidence.rerunners.map(({ person }) => person);
  if (evidence.kind === 'ref') return people(evidence.sender.person, ...rerunners);
  const { cause } = evidence;
  const approver = crossing.kind === 'pull-request' ? crossing.approval?.approver : undefined;
  // A label or push under an approval is anybody's; the approver answers for it. A command is its giver's own.
  return people(cause.by === 'event' ? (approver ?? cause.sender.person) : cause.sender.person, ...rerunners);
}

const people = (...all: (Person | null | undefined)[]): readonly Person[] =>
  all.filter((person) => person !== null && person !== undefined);
