/** What a pull request asks for as it is now: by its labels, or by the files of its head. */
import { ask } from '../facts/ask.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { FileSource } from '../facts/files.ts';
import type { LivePull } from '../facts/pull.ts';
import { selectByFiles } from './files.ts';
import {
  isLeftToFiles,
  type Selected,
  type Selection,
  type SelectionRules,
  select,
  selectAll,
} from './tests.ts';

/**
 * The selection of a pull request, which may be no test at all (`needsNone`). Files are read, in one round trip, only
 * where there are `paths` and no label chooses. Not known where they could not be read: who starts tests takes that for
 * all of them (`orAll`), who stops or settles waits.
 */
export async function liveSelection(
  github: FileSource,
  pull: LivePull,
  rules: SelectionRules,
): Promise<Fact<Selection>> {
  return isLeftToFiles(pull.labels, rules)
    ? neededBy(github, pull, rules)
    : known(select(pull.labels, rules));
}

/** The tests that the files of a pull request need, whatever its labels choose; all where there are no `paths`. */
export async function neededBy(
  github: FileSource,
  { baseBranch, head }: LivePull,
  rules: SelectionRules,
): Promise<Fact<Selected>> {
  const { paths } = rules;
  if (paths === undefined) return known(selectAll(rules));
  const files = await ask(github.filesOf(baseBranch, head.sha));
  return files.known ? known(selectByFiles(files.value, { ...rules, paths })) : files;
}

/** All tests, where it could not be found out which. Pure. */
export const orAll = <T extends Selection>(fact: Fact<T>, rules: SelectionRules): T | Selected =>
  fact.known ? fact.value : selectAll(rules);
