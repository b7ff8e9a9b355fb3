/** A request as it arrived in GitLab: what a job of its pipeline makes of the values that it got. */
import { isSha, type Sha } from '../facts/pull.ts';
import { readKey } from './request.ts';
import { type SelectionRules, selectTests } from './tests.ts';

/** The request that a pipeline was started for, where it is for a pull request. */
export interface ReceivedRequest {
  /** `owner/name`. */
  readonly repository: string;
  readonly commit: Sha;
  /** Number of the pull request. */
  readonly pull: number;
  /** The twelve hexadecimal digits at the end of its key: they stand for tests, ref and variables. */
  readonly ending: string;
  /** Test ids, and whether they are all there are. */
  readonly tests: readonly string[];
  readonly all: boolean;
}

/**
 * Reads it from values that are proven to come from the action. They are told several times over, so they have to agree.
 * Undefined where they do not, for a push, a tag or the merge queue, and where a test is not known. Pure.
 * @param testsVariable the name of the value that holds the tests
 */
export function receivedIn(
  values: Readonly<Record<string, string | undefined>>,
  testsVariable: string,
  rules: SelectionRules,
): ReceivedRequest | undefined {
  const text = (name: string): string => (Object.hasOwn(values, name) ? (values[name] ?? '') : '');
  const key = readKey(text('DRAWBRIDGE_KEY'));
  const ids = text(testsVariable).split(',');
  if (key === undefined || typeof key.origin !== 'number' || ids.includes('')) return undefined;
  const { repository, origin: pull, commit } = key;
  const agree =
    text('GITHUB_REPOSITORY_FULL_NAME') === repository &&
    text('GITHUB_COMMIT_ID') === commit &&
    text('GITHUB_PULL_REQUEST') === String(pull);
  const selection = selectTests(ids, rules);
  if (!agree || !selection.selected || !isSha(commit)) return undefined;
  const { tests, all } = selection;
  return { repository, commit, pull, ending: text('DRAWBRIDGE_KEY').slice(-12), tests, all };
}
