import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of a test file's own, removed after its tests. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-audit-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
