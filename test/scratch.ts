/** Where a run of the suite keeps its files. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run may need at most: repositories and jobs of all sandboxes that are open at once. */
const ROOM = 512 * 2 ** 20;

/**
 * A new folder, in memory where this system has room there and lets programs run from it: every job makes and removes
 * dozens of small files, and a disk takes thirty times as long for them. Elsewhere an ordinary temporary folder. Whoever
 * asks for it removes it.
 */
export function scratchFolder(memory = '/dev/shm'): string {
  return takesPrograms(memory) ?? mkdtempSync(join(tmpdir(), 'drawbridge-tests-'));
}

function takesPrograms(memory: string): string | undefined {
  let made: string | undefined;
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize < ROOM) return undefined;
    made = mkdtempSync(join(memory, 'drawbridge-tests-'));
    // Containers often mount it with `noexec`; the scripts of private jobs are programs.
    const program = join(made, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    execFileSync(program);
    rmSync(program);
    return made;
  } catch {
    if (made !== undefined) rmSync(made, { recursive: true });
    return undefined;
  }
}
