import { expect } from 'vitest';
import {
  atGate,
  expectRequests,
  findByKey,
  findOthers,
  readBranch,
  readDurations,
  readProject,
  readPull,
  type Together,
  together,
  withoutLooks,
  writeStatus,
} from '../requests.ts';

/** Up to the start, where GitLab has no branch of the same name; `asked` is asked of GitLab besides. */
export const beforeStart = (
  branch: string,
  asked: readonly string[] = [readProject],
): (string | Together)[] => [
  atGate(branch),
  together(writeStatus, `${readBranch(branch)} → 404`, ...asked),
  together(findByKey, readPull),
];

/** What goes on beside the watch, besides one look at the pull request. */
const beside = [findOthers, readDurations, findByKey];

/**
 * Holds the requests of a story that ended in a watch: before the start and the start itself exactly, then those of
 * the watch and the report exactly and in order. What goes on beside the watch depends on how long it takes, and is
 * left out.
 */
export function expectWatched(
  story: { readonly requests: readonly string[] },
  expected: readonly (string | Together)[],
  watched: readonly string[],
): void {
  const { requests } = story;
  const last = expected.at(-1);
  const from = typeof last === 'string' ? requests.indexOf(last) + 1 : 0;
  expectRequests({ requests: requests.slice(0, from) }, expected);
  const rest = withoutLooks(requests.slice(from)).filter((line) => !beside.includes(line));
  // Before the announcement.
  expect(rest.shift()).toBe(readPull);
  const looksAtPull = (lines: readonly string[]) => lines.filter((line) => line === readPull).length;
  if (looksAtPull(rest) === looksAtPull(watched) + 1) rest.splice(rest.indexOf(readPull), 1);
  expect(rest).toEqual(watched);
}
