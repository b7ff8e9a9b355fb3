/** What `--dry-run` prints: names, sources and lengths. Never a value. Pure. */
import type { Listed } from '../child/environment.ts';

/** One line for each variable, or one JSON array of them. */
export function listing(listed: readonly Listed[], json: boolean): string {
  const sorted = listed.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (json) return `${JSON.stringify(sorted)}\n`;
  const widest = (of: (one: Listed) => string) => Math.max(0, ...sorted.map((one) => of(one).length));
  const [names, origins] = [widest(({ name }) => name), widest(({ origin }) => origin)];
  return sorted
    .map(({ name, origin, as, bytes, masked }) => {
      const size = as === 'skipped' ? '' : `, ${bytes} byte${bytes === 1 ? '' : 's'}`;
      return `${name.padEnd(names)}  ${origin.padEnd(origins)}  ${words[as]}${size}${masked ? ', masked' : ''}\n`;
    })
    .join('');
}

const words: Readonly<Record<Listed['as'], string>> = {
  variable: 'variable',
  file: 'file',
  kept: 'kept as the environment has it',
  empty: 'empty, because it is not there',
  skipped: 'left out, because it is not there',
};
