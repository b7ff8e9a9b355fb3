/** The last look before something is started or told: is this still what the pull request is about? */
import { ask } from '../facts/ask.ts';
import type { LivePull } from '../facts/pull.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Subject } from './subject.ts';
import { isLeftToFiles, isSame, type SelectionRules, select } from './tests.ts';

/** Reads the live pull request. Throws a ServiceFailure when GitHub gave no usable answer. */
export interface PullSource {
  pull(number: number): Promise<LivePull>;
}

/**
 * Whether what was asked for still holds: undefined while it does, `superseded` when the pull request asks for
 * something else by now, `pull-request-closed`, another code where it could not be found out.
 */
export type Recheck = () => Promise<ReasonCode | undefined>;

/** Reads the pull request once more and asks whether it `holds`. */
export async function recheck(
  github: PullSource,
  number: number,
  holds: (live: LivePull) => boolean,
): Promise<ReasonCode | undefined> {
  const pull = await ask(github.pull(number));
  if (!pull.known) return pull.reason;
  // No newer run takes over from one of a closed pull request.
  if (!pull.value.open) return 'pull-request-closed';
  return holds(pull.value) ? undefined : 'superseded';
}

/**
 * Whether a live pull request still asks for a subject. What files have chosen is not read again: for the same head
 * and the same base branch they change only as that branch moves on, and then no other run speaks. Pure.
 */
export const stillAsks =
  ({ commit, tests, onRequest, against }: Subject, rules: SelectionRules, drafts: boolean) =>
  ({ head, open, draft, labels, baseBranch }: LivePull): boolean => {
    if (!open || head.sha !== commit || (draft && !drafts)) return false;
    if (onRequest) return true;
    if (isLeftToFiles(labels, rules)) return against === baseBranch;
    return isSame(select(labels, rules), { tests });
  };
