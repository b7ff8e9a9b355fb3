/**
 * What the schedule of looks costs and how soon it notices the end, beside fixed intervals, for pipelines whose real
 * length is uniform within 15 % of the expected one. A schedule that knows only that distribution cannot have a
 * product of mean requests and mean delay below (∫√(S·f))²/2 (S: still running, f: density; Cauchy–Schwarz).
 */
import { expectationFrom, nextLook } from '../src/pipeline/pace.ts';
import type { Figure } from './figure.ts';

const spread = 0.15;
const runs = 20_000;

type Schedule = (elapsed: number) => number;

interface Cost {
  readonly requests: number;
  /** Seconds. */
  readonly delay: number;
  readonly late: number;
}

/** The figures, and a table of all schedules for `print`. */
export function paceFigures(print: (line: string) => void): readonly Figure[] {
  print('  minutes  schedule              requests   mean delay   p95 delay   product/bound');
  const figures: Figure[] = [];
  for (const minutes of [1, 10, 30, 120]) {
    const length = minutes * 60_000;
    const window = (2 * spread * length) / 1000;
    const bound = ((2 / 3) * Math.sqrt(window)) ** 2 / 2;
    const unlimited = { remaining: Number.MAX_SAFE_INTEGER, budget: undefined };
    const known = expectationFrom([length]);
    const schedules: [string, Schedule][] = [
      ['with history', (elapsed) => nextLook({ elapsed, expected: known, ...unlimited })],
      ['without history', (elapsed) => nextLook({ elapsed, expected: undefined, ...unlimited })],
      ...[5, 10, 15, 120].map((s): [string, Schedule] => [`every ${s} s`, () => s * 1000]),
    ];
    for (const [name, schedule] of schedules) {
      const cost = costOf(schedule, length);
      const ratio = (cost.requests * cost.delay) / bound;
      print(
        `  ${String(minutes).padStart(7)}  ${name.padEnd(20)} ${cost.requests.toFixed(1).padStart(9)} ${cost.delay.toFixed(2).padStart(10)} s ${cost.late.toFixed(1).padStart(9)} s ${ratio.toFixed(2).padStart(15)}`,
      );
      figures.push(...budgets(minutes, name, cost, ratio));
    }
  }
  return figures;
}

function budgets(minutes: number, name: string, cost: Cost, ratio: number): readonly Figure[] {
  const at = `${minutes} min ${name}:`;
  if (minutes === 120 && name === 'with history') {
    return [
      { name: `${at} product to bound`, value: ratio, unit: '', budget: 1.25 },
      { name: `${at} mean delay`, value: cost.delay, unit: 's', budget: 5 },
    ];
  }
  if (minutes === 120 && name === 'without history') {
    return [
      { name: `${at} requests`, value: cost.requests, unit: '', budget: 400 },
      { name: `${at} mean delay`, value: cost.delay, unit: 's', budget: 10 },
    ];
  }
  return minutes === 1 && name.startsWith('with')
    ? [{ name: `${at} mean delay`, value: cost.delay, unit: 's', budget: 2 }]
    : [];
}

/** Plays many pipelines, their lengths spread evenly over the window. The first look is right after the start. */
function costOf(schedule: Schedule, length: number): Cost {
  let requests = 0;
  const delays: number[] = [];
  for (let run = 0; run < runs; run++) {
    const end = length * (1 - spread + (2 * spread * (run + 0.5)) / runs);
    let at = 0;
    requests += 1;
    while (at < end) {
      at += schedule(at);
      requests += 1;
    }
    delays.push((at - end) / 1000);
  }
  delays.sort((a, b) => a - b);
  const mean = delays.reduce((sum, delay) => sum + delay, 0) / runs;
  return { requests: requests / runs, delay: mean, late: delays[Math.floor(runs * 0.95)] ?? 0 };
}
