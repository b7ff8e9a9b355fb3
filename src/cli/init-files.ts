/** Writes the files of `drawbridge init`: all or none, over nothing unless that was asked for, and nowhere else. */
import {
  closeSync,
  existsSync,
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
import { join } from 'node:path';
import type { File } from '../init/made.ts';

/** What came of it. Each fault is a line that begins with the path of its file. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly faults: readonly string[] };

/** How files are written. */
export interface Writing {
  /** Over files that are there. */
  readonly force: boolean;
  /** A word that no file there ends with. */
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
  try {
    return inFolder(folder, files, force);
  } catch {
    // A name that is too long, links in a circle, a folder that may not be entered (path_resolution(7)).
    return ['the folder, or one in it, cannot be read'];
  }
}

function inFolder(folder: string, files: readonly File[], force: boolean): readonly string[] {
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
 * Writes all files. Where one cannot be put in its place, what was is put back, and what was made is taken away. No signal ends
 * us in between (src/cli/hearing.ts), and nothing waits.
 */
export function writeAll(folder: string, files: readonly File[], writing: Writing): Written {
  const faults = inTheWay(folder, files, writing);
  if (faults.length > 0) return { ok: false, faults };
  const undo: (() => void)[] = [];
  const tidy: (() => void)[] = [];
  const root = realpathSync(folder);
  for (const file of files) {
    try {
      makeFolder(root, file, undo);
      const place = join(root, file.path);
      if (writing.force && existsSync(place)) {
        const old = `${place}.${writing.mark}`;
        // Only a name that nobody has can be lost by a rename.
        if (lstatSync(old, { throwIfNoEntry: false }) !== undefined) throw new Error('that name is taken');
        renameSync(place, old);
        undo.push(() => renameSync(old, place));
        tidy.push(() => unlinkSync(old));
      }
      write(place, file.text, undo);
    } catch {
      const said = isUndone(undo) ? 'all is as it was' : 'and not all could be put back';
      return { ok: false, faults: [`${file.path} cannot be written; ${said}`] };
    }
  }
  for (const step of tidy) step();
  return { ok: true };
}

/** Takes every step back, the last one first; whether all could be. */
function isUndone(undo: readonly (() => void)[]): boolean {
  const ends = undo.toReversed().map((step) => {
    try {
      step();
      return true;
    } catch {
      return false;
    }
  });
  return ends.every(Boolean);
}

/** Makes the folder of a file, by folder. Throws where it cannot, and where the way leads elsewhere. */
function makeFolder(root: string, { path }: File, undo: (() => void)[]): void {
  const parts = path.split('/').slice(0, -1);
  for (const [at] of parts.entries()) {
    const folder = join(root, ...parts.slice(0, at + 1));
    if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined) continue;
    mkdirSync(folder);
    undo.push(() => rmdirSync(folder));
  }
  // Somebody may have put a link there since it was looked at.
  const folder = join(root, ...parts);
  if (realpathSync(folder) !== folder) throw new Error('it leads elsewhere');
}

/** Throws where something has the name, be it a link to nowhere (open(2), O_EXCL). */
function write(place: string, text: string, undo: (() => void)[]): void {
  const open = openSync(place, 'wx', 0o666);
  undo.push(() => unlinkSync(place));
  try {
    writeFileSync(open, text);
  } finally {
    closeSync(open);
  }
}
