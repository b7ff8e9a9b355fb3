/** Which events of a pull request ask for no tests; known before anything is asked of GitHub. */
import type { PullRequestEvent } from '../facts/event.ts';
import { choosesTests, type LabelRules } from '../facts/labels.ts';
import type { Idle } from './decide.ts';
import type { GatePolicy } from './policy.ts';

/** Whether an event ends what runs for a pull request. Pure. */
export const ends = ({ action }: PullRequestEvent, { drafts }: GatePolicy): boolean =>
  action === 'closed' || (action === 'converted_to_draft' && !drafts);

/**
 * Whether an event of a pull request may start tests: it does not close it, its label, if any, is ours, and what was
 * edited, if anything, is the base branch. Pure.
 */
export const startsTests = ({ action, label, rebased }: PullRequestEvent, rules: LabelRules): boolean =>
  action !== 'closed' &&
  (label === undefined || choosesTests(label, rules)) &&
  (action !== 'edited' || rebased);

/** Why one that ends nothing starts no tests. Pure. */
export const whyIdle = ({ action }: PullRequestEvent): Idle =>
  action === 'edited' ? 'text-edited' : 'label-without-prefix';
