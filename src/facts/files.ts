/** The files that a commit changes, as GitHub lists them. */

/** One changed file: names only, so binary files and submodules are like all others. */
export interface ChangedFile {
  readonly path: string;
  /** Where a renamed file came from. */
  readonly from: string | undefined;
}

/** What a commit changes against a branch; `complete` is false when GitHub cut the list (at 300). */
export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  readonly complete: boolean;
}

/** Reads what a commit changes against a branch. Throws a ServiceFailure when GitHub gave no usable answer. */
export interface FileSource {
  filesOf(base: string, commit: string): Promise<ChangedFiles>;
}

/** Both names of a renamed file, the one of any other. Pure. */
export const namesOf = ({ path, from }: ChangedFile): readonly string[] =>
  from === undefined ? [path] : [path, from];
