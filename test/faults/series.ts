import { type Fault, faultKinds, kindsOfFault, nameOf } from './fault.ts';
import { countRequests, type Played, playScenario } from './play.ts';
import { type Random, random } from './random.ts';
import type { Scenario } from './scenarios/stage.ts';
import { scenarios } from './scenarios.ts';

/** One run of a series: which story, drawn from which seed, with which faults at which requests. */
export interface Case {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly faults: ReadonlyMap<number, Fault>;
}

/** What came of a series. */
export interface Figures {
  readonly runs: number;
  readonly singles: number;
  readonly requests: number;
  /** Runs that told the truth in the end. */
  readonly truths: number;
  readonly broken: readonly string[];
  /** Runs that did not tell the truth, in a line each. */
  readonly untrue: readonly string[];
  /** How often each kind of fault was met, and how often a run with it told the truth. */
  readonly byKind: ReadonlyMap<string, { runs: number; truths: number }>;
  readonly byScenario: ReadonlyMap<string, { runs: number; truths: number }>;
}

/**
 * The cases of a series, the same for the same seed. The first half has single faults: first each kind at each request
 * of the usual story, then of all stories in turn; the second half has pairs, every third at neighbouring requests, so
 * that what is sent again fails again.
 */
export async function* casesOf(runs: number, seed: number): AsyncGenerator<Case> {
  const numbers = random(seed);
  const singles = Math.ceil(runs / 2);
  const [usual, ...others] = scenarios as readonly [Scenario, ...Scenario[]];
  const length = await countRequests(usual, seed);
  // Looks at a running pipeline are all alike: of those after the 24th the usual story meets some.
  const positions = Math.min(length, 24);
  const thorough = Math.min(positions * kindsOfFault, Math.floor(singles / 2));
  for (let n = 0; n < thorough; n++) {
    const fault = faultKinds(numbers)[n % kindsOfFault] as Fault;
    const stride = Math.max(1, Math.floor((positions * kindsOfFault) / thorough));
    const at = Math.floor((n * stride) / kindsOfFault) % positions;
    yield { scenario: usual, seed, faults: new Map([[at, fault]]) };
  }
  for (let n = thorough; n < runs; n++) {
    const scenario = n % 4 === 0 ? usual : (others[(n - Math.ceil(n / 4)) % others.length] as Scenario);
    const own = seed + n;
    const requests = await countRequests(scenario, own);
    const first = position(numbers, requests);
    const faults = new Map([[first, numbers.pick(faultKinds(numbers))]]);
    if (n >= singles) {
      const second = n % 3 === 0 ? first + 1 : position(numbers, requests);
      faults.set(second === first ? first + 1 : second, numbers.pick(faultKinds(numbers)));
    }
    yield { scenario, seed: own, faults };
  }
}

/** Half of the faults meet the first requests and the last, of which each has a meaning of its own. */
function position(numbers: Random, requests: number): number {
  const way = numbers.next();
  if (way < 0.5) return numbers.below(Math.min(requests, 20));
  if (way < 0.65) return Math.max(0, requests - 1 - numbers.below(4));
  return numbers.below(requests);
}

/** Plays a series and counts. */
export async function playSeries(runs: number, seed: number): Promise<Figures> {
  const byKind = new Map<string, { runs: number; truths: number }>();
  const byScenario = new Map<string, { runs: number; truths: number }>();
  const broken: string[] = [];
  const untrue: string[] = [];
  const counts = { runs: 0, singles: 0, requests: 0, truths: 0 };
  for await (const one of casesOf(runs, seed)) {
    const played = await playScenario(one.scenario, one.seed, one.faults);
    counts.runs += 1;
    counts.singles += one.faults.size === 1 ? 1 : 0;
    counts.requests += played.sent.length;
    counts.truths += played.isTrue ? 1 : 0;
    for (const what of played.broken) broken.push(`${what}: ${inALine(one, played)}`);
    if (!played.isTrue) untrue.push(inALine(one, played));
    const kinds = new Set([...one.faults.values()].map(nameOf));
    for (const kind of kinds) add(byKind, kind, played.isTrue);
    add(byScenario, one.scenario.name, played.isTrue);
  }
  return { ...counts, broken, untrue, byKind, byScenario };
}

function add(map: Map<string, { runs: number; truths: number }>, name: string, isTrue: boolean): void {
  const entry = map.get(name) ?? { runs: 0, truths: 0 };
  map.set(name, { runs: entry.runs + 1, truths: entry.truths + (isTrue ? 1 : 0) });
}

/** Everything that it takes to play a case again: story, seed, faults by the position of their request. */
function inALine({ scenario, seed, faults }: Case, { sent, done, finalState }: Played): string {
  const met = [...faults].map(
    ([at, fault]) => `${at}=${JSON.stringify(fault)} (${sent[at]?.line ?? 'never sent'})`,
  );
  const ends = done.map(({ result }) => result?.reason ?? 'killed').join(', ');
  return `${scenario.name}, seed ${seed}, ${met.join(', ')} → ${finalState} [${ends}]`;
}
