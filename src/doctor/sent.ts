/** Which values a run sends, by name. A test holds the list against what is sent. */
import type { Passing } from '../request/request.ts';

/** Sent beside the branch and the tests, whose names a maintainer may choose. */
const always = [
  ...['GITHUB_COMMIT_ID', 'FORCE_CHECKOUT_CUSTOM_BRANCH', 'GITHUB_PULL_REQUEST'],
  ...['GITHUB_REPOSITORY_FULL_NAME', 'DRAWBRIDGE_KEY'],
];

/** Names of all values, the maintainer's own among them. Pure. */
export const sentNames = ({ names, further }: Pick<Passing, 'names' | 'further'>): readonly string[] => [
  ...new Set([...Object.keys(further), names.branch, names.tests, ...always]),
];
