import { expect } from 'vitest';

/** All outputs of a run on `<head>`: those that are given, the others empty; a duration is some number of seconds. */
export const outputs = (given: Readonly<Record<string, string>>): Record<string, unknown> => ({
  commit: '<head>',
  tests: '',
  'all-tests-selected': '',
  'gitlab-ref': '',
  'twin-branch': '',
  'pipeline-id': '',
  'pipeline-status': '',
  'pipeline-url': '',
  verdict: '',
  reused: '',
  'duration-seconds': expect.stringMatching(/^\d+$/),
  ...given,
});

/** The outputs of a run whose pipeline was started for this and watched to its end. */
export const crossed = (given: Readonly<Record<string, string>>): Record<string, unknown> =>
  outputs({
    decision: 'allowed',
    'all-tests-selected': 'false',
    'gitlab-ref': 'default',
    'pipeline-id': '<pipeline>',
    reused: 'none',
    ...given,
  });

/** What GitLab gets for a pull request (docs/gitlab.md, "What arrives"): these and no other values. */
export const values = (
  pull: { readonly number: number },
  given: { readonly branch: string; readonly tests: string; readonly twin?: boolean },
): Record<string, string> => ({
  GITHUB_ENGINE_BRANCH_NAME: given.branch,
  TESTS_TO_RUN: given.tests,
  GITHUB_COMMIT_ID: '<head>',
  FORCE_CHECKOUT_CUSTOM_BRANCH: String(given.twin ?? false),
  GITHUB_PULL_REQUEST: String(pull.number),
  GITHUB_REPOSITORY_FULL_NAME: 'acme/engine',
  DRAWBRIDGE_KEY: '<key>',
});

/** What a run leaves for its post: everything, and the word that nothing is left to be done. */
export const finished = (reason: string): Record<string, string> => ({
  commit: '<head>',
  key: '<key>',
  unclear: 'no',
  pipeline: '<pipeline>',
  done: reason,
});
