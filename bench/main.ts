/** `npm run bench`: measures, prints, and ends 1 when a budget is exceeded. Quote ratios: machines are noisy. */
import { crossingFigures } from './crossing.ts';
import { detachedFigures } from './detached.ts';
import { execFigures } from './exec.ts';
import { executableFigures } from './executable.ts';
import { type Figure, isWithin, lineOf } from './figure.ts';
import { fleetFigures } from './fleet.ts';
import { maskFigures } from './mask.ts';
import { paceFigures } from './pace.ts';
import { startFigures } from './start.ts';

const print = (line: string): void => console.log(line);

const parts: readonly [string, () => Promise<readonly Figure[]> | readonly Figure[]][] = [
  ['Start', startFigures],
  ['One crossing', crossingFigures],
  ['A pipeline that nobody waits for', detachedFigures],
  ['The mask', maskFigures],
  ['A command with secrets', execFigures],
  ['The executable without Node', executableFigures],
  ['When to look next', () => paceFigures(print)],
  ['Many pull requests, one GitLab user', () => fleetFigures(print)],
];

let exceeded = 0;
for (const [title, measure] of parts) {
  print(`${title}`);
  for (const figure of await measure()) {
    print(lineOf(figure));
    if (!isWithin(figure)) exceeded += 1;
  }
  print('');
}
print(exceeded === 0 ? 'All budgets are kept.' : `${exceeded} budgets are exceeded.`);
process.exit(exceeded === 0 ? 0 : 1);
