/** What the doctor has to say of one thing: a closed sentence, and what to do. */
import { type Fact, isUnknown } from '../facts/fact.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { CheckName } from './checks.ts';

/**
 * - `well`: it was asked, and is as it should be
 * - `warning`: it works, and could be safer; or this token is not meant to be told
 * - `wrong`: it does not work, or it opens what should be closed
 * - `unknown`: it could not be found out, though it should have been
 */
export type Mark = 'well' | 'warning' | 'wrong' | 'unknown';

/** One line of the doctor's. What it says is made of our own words, numbers, and names that passed a strict pattern. */
export interface Finding {
  readonly check: CheckName;
  readonly mark: Mark;
  readonly said: string;
  /** The next thing to do; undefined where there is none. */
  readonly todo?: string;
}

/** What one check finds: the lines about it, without its name. */
export type Found = Omit<Finding, 'check'>;

export const well = (said: string): Found => ({ mark: 'well', said });
export const warning = (said: string, todo: string): Found => ({ mark: 'warning', said, todo });
export const wrong = (said: string, todo: string): Found => ({ mark: 'wrong', said, todo });
export const unknowable = (said: string, todo: string): Found => ({
  mark: 'unknown',
  said: `could not find out: ${said}`,
  todo,
});
/** What this token is not meant to be told, by our own advice: no fault of anybody's. */
export const untold = (said: string, todo: string): Found => ({
  mark: 'warning',
  said: `could not find out: ${said}`,
  todo,
});

/** What is found where a question had no answer, told by the reason of the failure. */
export function unanswered(fact: Extract<Fact<never>, { known: false }>, what: string): Found {
  const { sentence, remedy } = reasonOf(fact.reason);
  return unknowable(`${what} (${sentence})`, remedy);
}

/** After these another look may find something else: the service has given no answer of its own. */
const passing: readonly ReasonCode[] = [
  ...(['github-unavailable', 'github-rate-limited', 'github-untrusted', 'github-unexpected'] as const),
  ...(['gitlab-unavailable', 'gitlab-rate-limited', 'gitlab-untrusted', 'gitlab-unexpected'] as const),
  ...(['vault-unavailable', 'vault-rate-limited', 'vault-untrusted', 'vault-unexpected'] as const),
  ...(['vault-lagging', 'vault-leader-unreachable', 'vault-issuer-unreachable', 'vault-sealed'] as const),
];

/** The same of a question to which a no is an answer, as to a token that is refused. */
export function refusedOrUnknown(fact: Extract<Fact<never>, { known: false }>, what: string): Found {
  if (passing.includes(fact.reason)) return unanswered(fact, what);
  const { sentence, remedy } = reasonOf(fact.reason);
  return wrong(sentence, remedy);
}

/** Judges what is known, or says that it could not be found out. Pure. */
export const judged = <T>(
  fact: Fact<T>,
  what: string,
  judge: (value: T) => readonly Found[],
): readonly Found[] => (isUnknown(fact) ? [unanswered(fact, what)] : judge(fact.value));

/** The faults, or the one line that there are none. Pure. */
export const orWell = (faults: readonly Found[], said: string): readonly Found[] =>
  faults.length > 0 ? faults : [well(said)];
