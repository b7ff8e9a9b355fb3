/** Files of a child: written for it alone, and removed at the end. */
import {
  closeSync,
  constants,
  fchmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { HandedFile } from '../child/environment.ts';
import { shownName } from '../child/names.ts';
import type { Failed } from './io.ts';

/** A folder that only this user can enter, and what was written into it or elsewhere for the child. */
export interface PrivateFiles {
  /** The folder; made by the first call. */
  folder(): string;
  /** Writes files, mode 0600, and gives each variable its path. Never over another file, and through no symbolic link. */
  write(
    files: readonly HandedFile[],
  ): { readonly ok: true; readonly paths: Readonly<Record<string, string>> } | Failed;
  /** Removes all that was written. True when nothing is left. It may be called again. */
  remove(): boolean;
}

/**
 * Where temporary files of this user belong: the folder that is in memory and goes with the session where there is one
 * (XDG Base Directory Specification, XDG_RUNTIME_DIR), else the system's.
 */
function base(env: Readonly<Record<string, string | undefined>>): string {
  const own = env['XDG_RUNTIME_DIR'] ?? '';
  try {
    const { uid, mode } = statSync(own);
    if (isAbsolute(own) && uid === process.getuid?.() && (mode & 0o077) === 0) return own;
  } catch {
    // There is none.
  }
  // Absolute, because the child may go elsewhere.
  return resolve(tmpdir());
}

/** Files for one child. */
export function privateFiles(env: Readonly<Record<string, string | undefined>>): PrivateFiles {
  let own: string | undefined;
  const elsewhere: string[] = [];
  const folder = (): string => {
    // Made with mode 0700, under a name that nobody can foresee (mkdtemp(3)).
    own ??= mkdtempSync(join(base(env), 'drawbridge-'));
    return own;
  };
  const writeOne = ({ path, content }: HandedFile): string => {
    const outside = /^(?:\/|\.{1,2}\/)/.test(path);
    const file = outside ? resolve(path) : join(folder(), path);
    if (!outside) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // O_EXCL: neither a file that is there nor a link, wherever that leads (open(2)).
    const open = openSync(
      file,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
      0o600,
    );
    if (outside) elsewhere.push(file);
    try {
      fchmodSync(open, 0o600);
      writeFileSync(open, content);
    } finally {
      closeSync(open);
    }
    return file;
  };
  return {
    folder,
    write: (files) => {
      const paths: [string, string][] = [];
      for (const file of files) {
        try {
          paths.push([file.name, writeOne(file)]);
        } catch (error) {
          return { ok: false, exit: 1, said: [`the file of ${shownName(file.name)} ${whyNot(error)}`] };
        }
      }
      return { ok: true, paths: Object.fromEntries(paths) };
    },
    remove: () => {
      const gone = elsewhere.map(removeFile);
      if (own === undefined) return gone.every(Boolean);
      try {
        rmSync(own, { recursive: true, force: true });
        return gone.every(Boolean);
      } catch {
        return false;
      }
    },
  };
}

/** Removes a file, or whatever the child has put in its place; what a link leads to stays. */
function removeFile(file: string): boolean {
  try {
    unlinkSync(file);
    return true;
  } catch {
    return lstatSync(file, { throwIfNoEntry: false }) === undefined;
  }
}

function whyNot(error: unknown): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EEXIST':
    case 'ELOOP':
      return 'exists already: it is never overwritten';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'cannot be written: its folder is not there';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'cannot be written: its folder does not allow it';
    default:
      return 'cannot be written';
  }
}
