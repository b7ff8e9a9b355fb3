/**
 * One process between two pipes, for `mask.ts`: `plain` or `masked`. It ends with a line on its standard error: ms from
 * when it is ready for its first byte to its last, and the most memory that it had, KiB.
 */
import { createMasks } from '../src/child/mask.ts';
import { maskInto } from '../src/cli/masked.ts';
import { systemClock } from '../src/clock.ts';
import { benchKey, benchSecrets } from './mask-secrets.ts';

const [, , how] = process.argv;
const mask = createMasks(benchSecrets(), { key: benchKey, placeholder: 'hash' })();

const begun = performance.now();
if (how === 'plain') {
  process.stdin.pipe(process.stdout);
  await new Promise((resolve) => process.stdin.once('end', resolve));
} else {
  await maskInto(process.stdin, process.stdout, mask, systemClock);
}
process.stderr.write(`${performance.now() - begun} ${process.resourceUsage().maxRSS}\n`);
