/** How much GitLab takes by pipeline inputs (docs/facts/gitlab.md, "Values"). */
import type { Passing } from './request.ts';
import type { Wanted } from './wanted.ts';

/** How many inputs a pipeline has at most. */
export const mostInputs = 20;

/** How many characters one has at most: GitLab documents 1 KB, and our values have one byte each. */
export const longestInput = 1_000;

/**
 * Whether what a subject brings along fits into inputs, where that is how values are passed: its branch, and the ids of
 * its tests together. The other values are short, or the maintainer's own and looked at with the inputs. Pure.
 */
export const fitsInputs = (
  { branch, tests }: Pick<Wanted, 'branch' | 'tests'>,
  { passAs }: Pick<Passing, 'passAs'>,
): boolean => passAs !== 'inputs' || Math.max(branch.length, tests.join(',').length) <= longestInput;
