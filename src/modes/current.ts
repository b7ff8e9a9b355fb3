import { ask } from '../gate/ask.ts';
import type { LivePull, Sha } from '../gate/facts.ts';
import type { ReasonCode } from '../reasons.ts';
import { type SelectionRules, select } from '../selection/select.ts';

/** What a run is for: this commit of this pull request, with these tests. */
export interface RunSubject {
  readonly number: number;
  readonly commit: Sha;
  readonly tests: readonly string[];
}

/**
 * Reads the pull request once more. undefined: it is still what the run is for. `superseded`: head or selection
 * changed or it was closed, so a newer run speaks for it. Another code: GitHub could not be asked.
 */
export async function whatChanged(
  github: { pull(number: number): Promise<LivePull> },
  subject: RunSubject,
  rules: SelectionRules,
): Promise<ReasonCode | undefined> {
  const pull = await ask(github.pull(subject.number));
  if (!pull.known) return pull.reason;
  const { head, open, labels } = pull.value;
  if (!open || head.sha !== subject.commit) return 'superseded';
  const selection = select(labels, rules);
  const same = selection.selected && selection.tests.join() === subject.tests.join();
  return same ? undefined : 'superseded';
}

/** Whether a commit is still the head of a pull request; true also when GitHub cannot be asked. */
export async function isHeadOf(
  github: { pull(number: number): Promise<LivePull> },
  number: number,
  commit: Sha,
): Promise<boolean> {
  const pull = await ask(github.pull(number));
  return !pull.known || pull.value.head.sha === commit;
}
