/**
 * One process between two pipes, for `mask.ts`: `plain` or `masked`. It ends with a line on its standard error: what it
 * took from when it is ready for its first byte to its last, as in `Run`.
 */
import { createMasks } from '../src/child/mask.ts';
import { maskInto } from '../src/cli/masked.ts';
import { systemClock } from '../src/clock.ts';
import { benchKey, benchSecrets } from './mask-secrets.ts';

export interface Run {
  readonly ms: number;
  /** Of the thread that reads and writes, ms: what others do on the machine is not in it. */
  readonly processorMs: number;
  /** The most that the process had, KiB. */
  readonly memory: number;
}

const [, , how] = process.argv;
const mask = createMasks(benchSecrets(), { key: benchKey, placeholder: 'hash' })();

const begun = performance.now();
const threadBegun = process.threadCpuUsage();
if (how === 'plain') {
  process.stdin.pipe(process.stdout);
  await new Promise((resolve) => process.stdin.once('end', resolve));
} else {
  await maskInto(process.stdin, process.stdout, mask, systemClock);
}
const { user, system } = process.threadCpuUsage(threadBegun);
const run: Run = {
  ms: performance.now() - begun,
  processorMs: (user + system) / 1000,
  memory: process.resourceUsage().maxRSS,
};
process.stderr.write(JSON.stringify(run));
