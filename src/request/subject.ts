/** What crosses: the one value from which requests are made, and which only an allowed decision can make. */
import type { Command } from '../facts/command.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { FileSource } from '../facts/files.ts';
import type { Crossing, Decision } from '../gate/decide.ts';
import { liveSelection } from './live-selection.ts';
import {
  isLeftToFiles,
  type Selected,
  type Selection,
  type SelectionRules,
  select,
  selectAll,
  selectTests,
} from './tests.ts';
import { unsafeIn, type Wanted, wantedBy, wantedOfApproved } from './wanted.ts';

declare const crossed: unique symbol;

/** What was let through. */
export type Subject = Wanted & {
  /** A command named the tests, so labels say nothing about them. */
  readonly onRequest: boolean;
  /** The branch against which its files have chosen the tests; undefined where something else has. */
  readonly against: string | undefined;
  readonly [crossed]: true;
};

/** A decision by which something may cross. */
export type Allowed = Extract<Decision, { decision: 'allowed' }>;

/**
 * The branch against which the files of what crosses choose the tests; undefined where a command, a label or the event
 * does. Pure.
 */
export function comparedWith(
  crossing: Crossing,
  command: Command | undefined,
  rules: SelectionRules,
): string | undefined {
  if (command?.name === 'test' || crossing.kind === 'ref') return undefined;
  const { labels, baseBranch } = crossing.pull;
  return isLeftToFiles(labels, rules) ? baseBranch : undefined;
}

/**
 * The tests of what crosses: by the command, by live labels or files, all in the merge queue, else the default ones. Not
 * known where the files could not be read.
 */
export async function selectionFor(
  github: FileSource,
  crossing: Crossing,
  command: Command | undefined,
  rules: SelectionRules,
): Promise<Fact<Selection>> {
  if (command?.name === 'test') return known(selectTests(command.tests, rules));
  if (crossing.kind === 'pull-request') return liveSelection(github, crossing.pull, rules);
  return known(crossing.event.on === 'queue' ? selectAll(rules) : select([], rules));
}

/** What may not be sent on: a branch or test ids, in whatever characters. */
export interface Unsafe {
  readonly unsafe: readonly string[];
}

/**
 * The subject of an allowed decision, or which of its values may not be sent on. Only `admit` calls this, which a test
 * over imports holds: so nothing reaches GitLab without the gate. Pure.
 */
export function subjectOf(
  { crossing, commit }: Allowed,
  selected: Selected,
  {
    repository,
    onRequest,
    against,
  }: Pick<Subject, 'repository' | 'onRequest'> & { readonly against?: Subject['against'] },
): Subject | Unsafe {
  const wanted =
    crossing.kind === 'ref' ? ofRef(crossing.event, selected) : ofPull(crossing, selected, repository);
  const unsafe = unsafeIn(wanted);
  if (unsafe.length > 0) return { unsafe };
  return { ...wanted, repository, commit, onRequest, against } as Subject;
}

type OfPull = Extract<Crossing, { kind: 'pull-request' }>;
type RefEvent = Extract<Crossing, { kind: 'ref' }>['event'];

function ofPull({ pull, approval }: OfPull, selected: Selected, repository: string): Wanted {
  return (approval === undefined ? wantedBy : wantedOfApproved)(pull, selected, repository);
}

/** A release is one of its tag: who asks for both asks for the same. */
const ofRef = ({ on, name }: RefEvent, { tests, all }: Selected): Omit<Wanted, 'repository' | 'commit'> => ({
  ...{
    origin: on === 'release' ? 'tag' : on,
    branch: name,
    twin: on === 'push' ? name : undefined,
    tests,
    all,
  },
});
