/** How a command finds the sandbox that is up: each leaves a file with its port and token where only its person can read. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

const shape = v.object({ port: v.number(), token: v.string(), pid: v.number() });

/** Where a sandbox can be asked, and with which token. */
export type Found = v.InferOutput<typeof shape>;

/** The folder of this person's sandboxes. `TMPDIR` moves it. */
export const folderOfSandboxes = (): string => join(tmpdir(), `drawbridge-sandbox-${userInfo().username}`);

/** Leaves the file. Gives what takes it away. Throws where the folder is somebody else's. */
export function leave(found: Found): () => void {
  const folder = folderOfSandboxes();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwn(folder)) throw new Error(`${folder} belongs to somebody else, or others may write to it`);
  const file = join(folder, `${found.port}.json`);
  writeFileSync(file, JSON.stringify(found), { mode: 0o600 });
  return () => {
    rmSync(file, { force: true });
    try {
      rmdirSync(folder);
    } catch {
      // Another sandbox is up.
    }
  };
}

/** The sandboxes that are up. Files of those that were killed are taken away. */
export function findAll(): Found[] {
  const folder = folderOfSandboxes();
  if (!isOwn(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d+\.json$/.test(name))
    .flatMap((name) => {
      const found = read(join(folder, name));
      if (found && isAlive(found.pid)) return [found];
      rmSync(join(folder, name), { force: true });
      return [];
    });
}

function read(file: string): Found | undefined {
  try {
    return v.parse(shape, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A folder that others made could hold a file with an address of theirs. */
function isOwn(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return false;
  return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o077) === 0);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
