import { ask } from '../gate/ask.ts';
import type { LivePull, Sha } from '../gate/facts.ts';
import type { ReasonCode } from '../reasons.ts';
import { type SelectionRules, select } from '../selection/select.ts';

/** What a run is for: this commit of this pull request, with these tests. */
export interface RunSubject {
  readonly number: number;
  readonly commit: Sha;
  /** Undefined when a command named the tests: then labels say nothing about this run. */
  readonly tests: readonly string[] | undefined;
  /** Whether it may be a draft: drafts run tests, or it was one when the run was let through. */
  readonly mayBeDraft: boolean;
}

/** Reads the live pull request. */
export interface PullSource {
  pull(number: number): Promise<LivePull>;
}

/**
 * Reads the pull request once more. undefined: it is still what the run is for. `superseded`: head or selection
 * changed, or it was closed or made a draft, so a newer run speaks for it. Another code: GitHub could not be asked.
 */
export async function whatChanged(
  github: PullSource,
  subject: RunSubject | undefined,
  rules: SelectionRules,
): Promise<ReasonCode | undefined> {
  if (subject === undefined) return undefined;
  const pull = await ask(github.pull(subject.number));
  if (!pull.known) return pull.reason;
  const { head, open, draft, labels } = pull.value;
  if (!open || head.sha !== subject.commit || (draft && !subject.mayBeDraft)) return 'superseded';
  if (subject.tests === undefined) return undefined;
  const selection = select(labels, rules);
  return selection.selected && selection.tests.join() === subject.tests.join() ? undefined : 'superseded';
}

/** Whether a commit is still the head of a pull request; true also when GitHub cannot be asked. */
export async function isHeadOf(github: PullSource, number: number, commit: Sha): Promise<boolean> {
  const pull = await ask(github.pull(number));
  return !pull.known || pull.value.head.sha === commit;
}
