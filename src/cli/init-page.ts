/** What `drawbridge init` prints, for people and for machines. Pure. */
import type { Plan } from '../init/plan.ts';

/** What became of the files. */
export type Done = 'written' | 'dry-run';

/** The page: the files, then each step with its commands to paste. */
export function pageOf({ files, steps }: Plan, done: Done): string {
  const width = Math.max(...files.map(({ path }) => path.length));
  const lines = [
    `${done === 'written' ? 'Written' : 'Would be written'}:`,
    '',
    ...files.map(({ path, what }) => `  ${path.padEnd(width)}  ${what}`),
    ...steps.flatMap(({ title, notes, commands }, at) => [
      '',
      `${at + 1}. ${title}`,
      ...notes.map((note) => `   - ${note}`),
      ...(commands.length > 0 ? ['', ...commands.map((line) => `     ${line}`)] : []),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as JSON, with the text of each file. */
export const jsonOf = ({ files, steps }: Plan, done: Done): string =>
  `${JSON.stringify({ done, files, steps }, null, 2)}\n`;
