/** Between which ages (ms) such pipelines end, as the last successful ones did. */
export interface Expectation {
  readonly low: number;
  readonly high: number;
}

/** What GitLab said of our budget of requests (docs: "Rate limits", RateLimit-* headers). */
export interface RequestBudget {
  readonly limit: number;
  readonly remaining: number;
}

/** What the next look depends on. All times in milliseconds. */
export interface PaceFacts {
  /** The age of the pipeline. */
  readonly elapsed: number;
  /** Undefined when no such pipeline has succeeded before. */
  readonly expected: Expectation | undefined;
  /** Until the deadline. */
  readonly remaining: number;
  readonly budget: RequestBudget | undefined;
}

/** How far around the usual duration pipelines end, when there are few to learn from. */
const spread = 0.15;

/** How far beyond the shortest and the longest known duration the next may lie. */
const margin = 0.03;

/**
 * Durations without those that are far from the usual: one whose failed jobs ran again a day later seems to have taken
 * the day. Pure.
 */
export function usual(durations: readonly number[]): readonly number[] {
  const median = durations.toSorted((a, b) => a - b)[Math.floor(durations.length / 2)] ?? 0;
  return durations.filter((ms) => ms >= median / 3 && ms <= median * 3);
}

/** The expectation from durations (ms) of earlier successes; undefined without any. */
export function expectationFrom(durations: readonly number[]): Expectation | undefined {
  const sorted = durations.filter((ms) => ms > 0).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  const [shortest = 0] = sorted;
  const longest = sorted.at(-1) ?? 0;
  if (median === undefined) return undefined;
  return {
    low: Math.min(shortest * (1 - margin), median * (1 - spread)),
    high: Math.max(longest * (1 + margin), median * (1 + spread)),
  };
}

/**
 * How long to wait before the next look: never past the deadline, and longer while our budget of requests runs low,
 * because others spend from the same one.
 */
export function nextLook(facts: PaceFacts): number {
  const wanted = facts.expected ? expectedPace(facts.elapsed, facts.expected) : unknownPace(facts.elapsed);
  return Math.max(0, Math.min(wanted * thrift(facts.budget), facts.remaining));
}

/**
 * Without history: about a fifteenth of the age, so that short pipelines are noticed at once, and at most every 20 s, so
 * that long ones are noticed within 10 s in the mean.
 */
const unknownPace = (elapsed: number): number => Math.min(19_800, Math.max(2_900, elapsed / 15.5));

/**
 * With history. Looks at a density ρ cost ∫S·ρ requests and ∫f/(2ρ) delay (S: still running, f: ending now), and the
 * product is least for ρ ∝ √(f/S) (Cauchy–Schwarz). Endings spread evenly up to `high` have f/S = 1/(high − t), so
 * the pause is proportional to √(high − t). Before `low` few looks are enough: only an early failure ends it there.
 */
function expectedPace(elapsed: number, { low, high }: Expectation): number {
  if (elapsed < low)
    return Math.min(
      Math.max(2_000, Math.min(elapsed, Math.max(5_000, low / 17))),
      Math.max(1_000, low - elapsed),
    );
  if (elapsed >= high) return Math.min(19_800, Math.max(2_000, (elapsed - high) / 8));
  const window = high - low;
  // The mean delay of this pace is √window/(3c): c follows from the delay that is wanted.
  const c = Math.sqrt(window) / (3 * meanDelay((low + high) / 2));
  return Math.max(1_000, Math.sqrt(high - elapsed) / c);
}

/** The mean delay to aim at, ms: 1.3 s for a pipeline of one minute, 4.2 s for one of two hours. */
const meanDelay = (duration: number): number =>
  Math.min(4_200, Math.max(1_200, 1_300 * (duration / 60_000) ** 0.245));

/** Above this share of the budget nothing changes; below it pauses grow as the rest shrinks, up to eightfold. */
const comfortable = 0.5;

function thrift(budget: RequestBudget | undefined): number {
  if (!budget || budget.limit <= 0) return 1;
  const share = Math.max(0, budget.remaining) / budget.limit;
  return share >= comfortable ? 1 : Math.min(8, comfortable / Math.max(share, 0.01));
}
