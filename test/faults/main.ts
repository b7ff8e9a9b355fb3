/**
 * Faults at every request, singly and in pairs, on a virtual clock: `node test/faults/main.ts [runs] [seed]`. Prints
 * the figures, and ends 1 when something happened that must never happen, or too few runs told the truth.
 */
import { playSeries } from './series.ts';

const runs = Number(process.argv[2] ?? 2_000);
const seed = Number(process.argv[3] ?? 1);
const leastTruths = 0.98;

const begun = performance.now();
const figures = await playSeries(runs, seed);
const seconds = (performance.now() - begun) / 1000;

const share = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`;
const rows = (title: string, map: ReadonlyMap<string, { runs: number; truths: number }>) => {
  console.log(`\n${title.padEnd(34)}  runs  true verdict`);
  for (const [name, { runs: all, truths }] of [...map].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`  ${name.padEnd(32)} ${String(all).padStart(5)}  ${share(truths, all).padStart(7)}`);
};

console.log(
  `${figures.runs} runs (${figures.singles} with one fault, ${figures.runs - figures.singles} with two), seed ${seed}`,
);
console.log(`${figures.requests} requests in ${seconds.toFixed(1)} s`);
rows('by story', figures.byScenario);
rows('by fault', figures.byKind);
if (figures.untrue.length > 0) console.log(`\nnot the true verdict:\n  ${figures.untrue.join('\n  ')}`);
if (figures.broken.length > 0) console.log(`\nMUST NEVER HAPPEN:\n  ${figures.broken.join('\n  ')}`);

const isTrueEnough = figures.truths >= leastTruths * figures.runs;
console.log(
  `\nnever two alive, never a false green, none left behind: ${figures.broken.length === 0 ? 'ok' : `${figures.broken.length} times broken`}`,
);
console.log(
  `true verdict: ${share(figures.truths, figures.runs)} of the runs (at least ${share(leastTruths, 1)}): ${isTrueEnough ? 'ok' : 'too few'}`,
);
process.exitCode = figures.broken.length === 0 && isTrueEnough ? 0 : 1;
