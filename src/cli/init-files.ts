/** Writes the files of `drawbridge init`: all or none, over nothing unless that was asked for, and nowhere else. */
import {
  closeSync,
  constants,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { File } from '../init/made.ts';

/** What came of it. Each fault is a line that begins with the path of its file. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly faults: readonly string[] };

/** How files are written. */
export interface Writing {
  /** Over files that are there. */
  readonly force: boolean;
  /** A word that no file there has in its name. */
  readonly mark: string;
}

/**
 * What would be in the way of the files, without changing anything: files that are there, unless they may be replaced, and
 * whatever else has one of the names. A symbolic link is never followed, and never replaced.
 */
export function inTheWay(
  folder: string,
  files: readonly File[],
  { force }: Pick<Writing, 'force'>,
): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return ['the folder is not there: make it first'];
  return files.flatMap(({ path }) => {
    const parts = path.split('/');
    const above = parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'));
    const strange = above.find(
      (one) => lstatSync(join(folder, one), { throwIfNoEntry: false })?.isDirectory() === false,
    );
    if (strange !== undefined) return [`${path}: ${strange} is no folder of its own; move it away`];
    const there = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (there === undefined) return [];
    if (!there.isFile()) return [`${path} is there, and no plain file; move it away`];
    return force ? [] : [`${path} exists; --force writes over it`];
  });
}

/**
 * Writes all files, each as a whole beside its place first. Where one cannot be put there, what was is put back, and what was
 * made is taken away.
 */
export function writeAll(folder: string, files: readonly File[], writing: Writing): Written {
  const faults = inTheWay(folder, files, writing);
  if (faults.length > 0) return { ok: false, faults };
  const undo: (() => void)[] = [];
  const finish: (() => void)[] = [];
  const root = realpathSync(folder);
  for (const file of files) {
    try {
      prepare(root, file, writing.mark, undo);
    } catch {
      return takenBack(file);
    }
  }
  for (const file of files) {
    try {
      finish.push(put(root, file, writing, undo));
    } catch {
      return takenBack(file);
    }
  }
  for (const step of finish) step();
  return { ok: true };

  function takenBack({ path }: File): Written {
    for (const step of undo.toReversed()) {
      try {
        step();
      } catch {
        // It is gone already, or somebody else's by now.
      }
    }
    return { ok: false, faults: [`${path} cannot be written; nothing was`] };
  }
}

const beside = (root: string, { path }: File, mark: string, end: string): string =>
  join(root, dirname(path), `.${mark}.${path.split('/').at(-1)}.${end}`);

/** Makes the folder, and the whole text beside its place. Throws where it cannot. */
function prepare(root: string, file: File, mark: string, undo: (() => void)[]): void {
  const parts = dirname(file.path).split('/');
  for (const [at] of parts.entries()) {
    const folder = join(root, ...parts.slice(0, at + 1));
    if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined) continue;
    mkdirSync(folder);
    undo.push(() => rmdirSync(folder));
  }
  const folder = join(root, ...parts);
  // Somebody may have put a link there since it was looked at.
  if (realpathSync(folder) !== folder || !folder.startsWith(root + sep))
    throw new Error('it leads elsewhere');
  const text = beside(root, file, mark, 'new');
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const open = openSync(text, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666);
  undo.push(() => unlinkSync(text));
  try {
    writeFileSync(open, file.text);
  } finally {
    closeSync(open);
  }
}

/** Puts the text in its place, and gives what is left to tidy. Throws where it cannot, and where a file came in between. */
function put(root: string, file: File, { force, mark }: Writing, undo: (() => void)[]): () => void {
  const place = join(root, file.path);
  const text = beside(root, file, mark, 'new');
  const old = beside(root, file, mark, 'old');
  const isThere = force && lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  if (isThere) {
    linkSync(place, old);
    undo.push(() => renameSync(old, place));
    renameSync(text, place);
    return () => unlinkSync(old);
  }
  // Unlike a rename, a link never lies over what is there (link(2)).
  linkSync(text, place);
  undo.push(() => unlinkSync(place));
  return () => unlinkSync(text);
}
