import { done, type Reasons, reason } from './reason.ts';

/** Which tests were asked for. */
export const selection = {
  'tests-listed': done('untouched', 'the tests were listed in a comment'),
  'unknown-label': reason(
    'failure',
    'a label with the test prefix is not known',
    'Correct the label or take it away, or add it to the input `tests`.',
  ),
  'unknown-test': reason(
    'untouched',
    'the command names a test that is not known',
    'Use test ids that the input `tests` lists.',
  ),
  'unsafe-value': reason(
    'failure',
    'a branch or label contains characters that are not passed on',
    'Use only letters, digits and . _ / , : @ # + = - in names of branches and labels, or give the label an id in `tests`.',
  ),

  'no-test-needed': done('success', 'no private test concerns these files'),
  'needed-tests-selected': done('success', 'all tests that these files need are enabled'),
  'all-tests-selected': done('success', 'all tests are enabled'),
  'tests-missing': reason(
    'failure',
    'not all tests are enabled',
    'Add the label that means all tests, or the labels that are missing.',
  ),
} as const satisfies Reasons;

/** What became of `/duplicate`. */
export const duplicating = {
  duplicated: done('untouched', 'the commit was copied to a branch of this repository'),
  'duplicate-exists': reason(
    'untouched',
    'this commit has a duplicate already',
    'Use the pull request that is open.',
  ),
  'duplicate-touches-ci': reason(
    'untouched',
    'the change touches files that decide what CI runs',
    'Read it with care, and bring it in by hand.',
  ),
  'duplicate-list-cut': reason(
    'untouched',
    'the change has more files than GitHub lists, so it could not be checked',
    'Bring it in by hand, or ask for a smaller change.',
  ),
  'duplicate-branch-differs': reason(
    'untouched',
    'the branch for the duplicate exists with another commit',
    'Delete the branch, then give the command again.',
  ),
  'duplicate-by-hand': reason(
    'untouched',
    'GitHub did not make the branch for the duplicate',
    'Run the two git commands of the comment, then give the command again.',
  ),
  'duplicate-token-lacks': reason(
    'untouched',
    'the token may not make branches or pull requests here',
    'Set `duplicate-token` to a token with contents, pull-requests and workflows: write.',
  ),
  'duplicate-pull-refused': reason(
    'untouched',
    'GitHub Actions may not open pull requests here',
    'Allow it in the settings of the repository, or set `duplicate-token` to the token of an App.',
  ),
} as const satisfies Reasons;

/** How the other modes end. */
export const modes = {
  'set-up-well': done('untouched', 'nothing stands in the way of the set-up'),
  'set-up-faulty': reason(
    'untouched',
    'something in the set-up is wrong, or could not be found out',
    'Do what stands below each line that begins with ✗ or ? (docs/doctor.md).',
  ),
  'cancel-done': done('untouched', 'no private pipeline of this pull request is left running'),
  'cancel-incomplete': reason(
    'untouched',
    'a private pipeline of this pull request could not be cancelled',
    'Cancel it in GitLab; give `gitlab-token` the scope `api` and the role Developer.',
  ),
  triggered: done('untouched', 'the private pipeline was started'),
  'sweep-done': done('untouched', 'no status of an open pull request hangs'),
  'sweep-incomplete': reason(
    'untouched',
    'a status that hangs could not be settled',
    'See the warnings in the log; the next sweep tries again.',
  ),
} as const satisfies Reasons;

/** The set-up of the step. */
export const input = {
  'bad-input': reason(
    'failure',
    'a maintainer has to mend the set-up of this check: an input is wrong',
    'Read the error in the log or the summary: it names each wrong input and says what it must be.',
  ),
} as const satisfies Reasons;
