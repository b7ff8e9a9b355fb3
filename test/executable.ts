/** The executable without Node, where it has been built. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm run build:executable` puts the one for this machine, and whether it is there. */
export function executable(): { readonly file: string; readonly isHere: boolean } {
  const file = join(import.meta.dirname, '../build/executable', `drawbridge-linux-${process.arch}`);
  return { file, isHere: existsSync(file) };
}

/**
 * Whether tests start it. Says so in one line where it is missing; where EXECUTABLE is `required`, as in .ci/run, it has to
 * be there, and this throws.
 */
export function playsExecutable(): boolean {
  if (executable().isHere) return true;
  const missing =
    'the executable without Node: not here, so it is not started (npm run build:executable builds it)';
  if (process.env['EXECUTABLE'] === 'required') throw new Error(missing);
  console.log(missing);
  return false;
}
