/** Which tests the files of a commit need (input `paths`). Pure. */
import { type ChangedFiles, namesOf } from '../facts/files.ts';
import { isMeant } from './patterns.ts';
import { type Selected, type SelectionRules, selectAll, selectIds } from './tests.ts';

/** A change here may change what is tested at all. A submodule has the name of the folder itself. */
const workflows = /^\.github(?:\/|$)/;

/**
 * The tests of the files, which may be none. A renamed file counts under both names. All, where the list was cut or
 * something below `.github/` changes.
 */
export function selectByFiles(
  { files, complete }: ChangedFiles,
  rules: SelectionRules & Required<Pick<SelectionRules, 'paths'>>,
): Selected {
  const names = files.flatMap(namesOf);
  if (!complete || names.some((name) => workflows.test(name))) return selectAll(rules);
  const needed = [...rules.paths].filter(([, patterns]) => names.some((name) => isMeant(patterns, name)));
  return selectIds(
    needed.map(([id]) => id),
    rules,
  );
}
