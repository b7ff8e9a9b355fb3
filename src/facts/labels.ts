/** Which labels choose tests, and which words mean all of them. */
import { beginsWith, sameName } from './names.ts';

/** What decides which labels matter. */
export interface LabelRules {
  /** Labels that begin with it choose tests; other labels mean nothing here. */
  readonly prefix: string;
  /** The label, and the value sent, that mean all tests. */
  readonly allLabel: string;
}

/** Whether a label chooses tests: it begins with the prefix, or is the one that means all. Pure. */
export const choosesTests = (label: string, { prefix, allLabel }: LabelRules): boolean =>
  beginsWith(label, prefix) || sameName(label, allLabel);

/** Whether a word, where a test is named, means all of them: `all`, whatever else has that name, and the all label. Pure. */
export const meansAll = (word: string, { allLabel }: Pick<LabelRules, 'allLabel'>): boolean =>
  sameName(word, 'all') || sameName(word, allLabel);
