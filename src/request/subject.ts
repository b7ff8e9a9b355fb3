/** What crosses: the one value from which requests are made, and which only an allowed decision can make. */
import { safeValue } from '../facts/alphabet.ts';
import type { Command } from '../facts/command.ts';
import type { Crossing, Decision } from '../gate/decide.ts';
import {
  type Selected,
  type Selection,
  type SelectionRules,
  select,
  selectAll,
  selectTests,
} from './tests.ts';
import { type Wanted, wantedBy } from './wanted.ts';

declare const crossed: unique symbol;

/** What was let through. `onRequest`: a command named the tests, so labels say nothing about them. */
export type Subject = Wanted & { readonly onRequest: boolean; readonly [crossed]: true };

/** A decision by which something may cross. */
export type Allowed = Extract<Decision, { decision: 'allowed' }>;

/** The tests of what crosses: by the command, by live labels, all in the merge queue, else the default ones. Pure. */
export function selectionFor(
  crossing: Crossing,
  command: Command | undefined,
  rules: SelectionRules,
): Selection {
  if (command?.name === 'test') return selectTests(command.tests, rules);
  if (crossing.kind === 'pull-request') return select(crossing.pull.labels, rules);
  return crossing.event.on === 'queue' ? selectAll(rules) : select([], rules);
}

/**
 * The subject of an allowed decision; undefined where it has a value that may not be sent on. Only `admit` calls this,
 * which a test over imports holds: so nothing reaches GitLab without the gate. Pure.
 */
export function subjectOf(
  { crossing, commit }: Allowed,
  selected: Selected,
  { repository, onRequest }: { readonly repository: string; readonly onRequest: boolean },
): Subject | undefined {
  const wanted =
    crossing.kind === 'ref' ? ofRef(crossing.event, selected) : wantedBy(crossing.pull, selected, repository);
  if (![wanted.branch, ...wanted.tests].every((value) => safeValue.test(value))) return undefined;
  return { ...wanted, repository, commit, onRequest } as Subject;
}

type RefEvent = Extract<Crossing, { kind: 'ref' }>['event'];

const ofRef = ({ on, name }: RefEvent, { tests, all }: Selected): Omit<Wanted, 'repository' | 'commit'> => ({
  ...{ origin: on, branch: name, twin: on === 'push' ? name : undefined, tests, all },
});
