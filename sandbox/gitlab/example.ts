import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../examples/engine-tests');

/** The files of the example private project (`examples/engine-tests`): path → content. */
export function exampleEngine(): Record<string, string> {
  const entries = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(FOLDER.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
