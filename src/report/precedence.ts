/**
 * Which line may stand on a commit that several pull requests have as their head, or that a push, the merge queue or
 * somebody who was refused speaks for too (docs/architecture.md, "One commit, one voice"). Pure: the same
 * statuses, claimants and line give the same answer, before a write and after it.
 */
import { claimIn, digestOf, pullIn, refusalIn, runIn, type Tests } from './claim.ts';
import { isHeldBack, type StandingStatus, type StatusLine } from './status.ts';

/** A pull request that has claimed a commit, is open and ready, and still has it as its head. */
export interface Claimant {
  readonly pull: number;
  /** What it asks for as it is labelled now; undefined where that cannot be run, so that nothing covers it. */
  readonly wants: Tests | undefined;
}

/**
 * Who says a line: somebody who was let through, the same with a wish that cannot be met, somebody who was not let
 * through, or a push, tag or queue, which claim nothing.
 */
export type Speaks = 'claimant' | 'declined' | 'refused' | 'ref';

/** A line that a run would like to stand. */
export interface Line extends StatusLine {
  readonly targetUrl: string;
  readonly speaks: Speaks;
  /** The pull request that it is for. */
  readonly pull: number | undefined;
  /** The tests that it is for; undefined: for none that can be run. */
  readonly tests: Tests | undefined;
}

/** `write` it; `hold` a success back, as a pending line, because somebody asks for more; `leave` what stands. */
export type Precedence = 'write' | 'hold' | 'leave';

/** Whether tests are at least as much as others. Pure. */
export const includes = (tests: Tests, others: Tests): boolean =>
  tests.all || (!others.all && others.ids.every((id) => tests.ids.includes(id)));

const covers = (tests: Tests | undefined, claimants: readonly Claimant[]): boolean =>
  tests !== undefined && claimants.every(({ wants }) => wants !== undefined && includes(tests, wants));

/** The first claimant whose tests a line does not cover; undefined where it covers all. Pure. */
export const whoAsksMore = (tests: Tests | undefined, claimants: readonly Claimant[]): Claimant | undefined =>
  claimants.find((one) => !covers(tests, [one]));

/**
 * The tests that a digest stands for, by name if somebody asks for just these now. Of another one than `all` or `none`,
 * and where nothing is claimed, the tests are not known: that covers nothing. Pure.
 */
export function testsOf(digest: string | undefined, claimants: readonly Claimant[]): Tests | undefined {
  const wanted = claimants
    .map(({ wants }) => wants)
    .find((wants) => wants !== undefined && digestOf(wants) === digest);
  if (wanted) return wanted;
  return digest === 'all' || digest === 'none' ? { ids: [], all: digest === 'all' } : undefined;
}

/** The tests of a line, or those that its link claims: `post` knows no others. */
export const testsFor = ({ tests, targetUrl }: Line, claimants: readonly Claimant[]): Tests | undefined =>
  tests ?? testsOf(claimIn(targetUrl)?.tests, claimants);

/**
 * Whether a success stands that some claimant asks more of. `demandsAll`: `require-all`
 * is on, so that a pass for fewer does not cover. Pure.
 */
export function isTooLittle(
  standing: StandingStatus | undefined,
  claimants: readonly Claimant[],
  demandsAll: boolean,
): boolean {
  if (standing?.state !== 'success') return false;
  const claim = claimIn(standing.targetUrl);
  // What nobody has claimed covers only those who ask for nothing.
  if (claim === undefined) return !covers({ ids: [], all: false }, claimants);
  if (demandsAll && !claim.full) return true;
  return !covers(testsOf(claim.tests, claimants), claimants);
}

/**
 * What to do with a line where these statuses of its context stand, newest first. `claimants` has the line's own pull
 * request, if that was let through.
 */
export function precedenceOf(
  line: Line,
  lines: readonly StandingStatus[],
  claimants: readonly Claimant[],
): Precedence {
  if (line.speaks === 'ref' && claimants.length > 0) return 'leave';
  const counts = countingOf(lines, claimants);
  if (counts && isProtected(counts, line, claimants)) return 'leave';
  if (line.state !== 'success' || line.speaks === 'ref') return 'write';
  // Who was not let through holds nothing back: it is silent.
  if (line.speaks === 'refused') return covers(line.tests, claimants) ? 'write' : 'leave';
  const isFull = claimIn(line.targetUrl)?.full === true;
  return isFull && covers(testsFor(line, claimants), claimants) ? 'write' : 'hold';
}

/**
 * The status that counts: the newest, or a last word beneath pending ones that may not lie on it. A run for at least as
 * much may: it tests the same again.
 */
export function countingOf(
  lines: readonly StandingStatus[],
  claimants: readonly Claimant[],
): StandingStatus | undefined {
  const nth = lines.findIndex(({ state }) => state !== 'pending');
  const [last, above] = [lines[nth], lines.slice(0, nth)];
  const tests = last && testsOf(claimIn(last.targetUrl)?.tests, claimants);
  if (!last || !tests) return lines[0];
  const isTestedAgain = above.some((one) => {
    const again = isHeldBack(one) ? undefined : testsOf(claimIn(one.targetUrl)?.tests, claimants);
    return again !== undefined && includes(again, tests);
  });
  return isTestedAgain ? lines[0] : last;
}

/** Pure. */
export const isFailure = ({ state }: Pick<StandingStatus, 'state'>): boolean =>
  state === 'failure' || state === 'error';

/** Whether what stands may not be written over by a line. Its own run's earlier words never are. */
function isProtected(
  { state, targetUrl }: StandingStatus,
  line: Line,
  claimants: readonly Claimant[],
): boolean {
  const claim = claimIn(targetUrl);
  const isOfPull = pullIn(targetUrl) === line.pull;
  // One run may see to several pull requests, and may be started again by somebody who is refused: what it refuses is
  // said over no claim of another, and over no last word.
  const isRefusable = isOfPull && (claim === undefined || state === 'pending');
  const isOwn = runIn(targetUrl) === runIn(line.targetUrl) && (isRefusable || line.speaks !== 'refused');
  if (isOwn) return false;
  const claimant = claimants.find(({ pull }) => pull === claim?.pull);
  switch (line.speaks) {
    case 'refused': {
      // A success that nobody has claimed says that all tests are selected: whoever selects fewer takes it back.
      const whose = refusalIn(targetUrl);
      const isUnclaimed =
        state === 'success' && whose !== undefined && !claimants.some(({ pull }) => pull === whose);
      return !isUnclaimed && (line.pull === undefined || refusalIn(targetUrl) !== line.pull);
    }
    case 'ref':
      return false;
    case 'claimant':
    case 'declined': {
      if (claim === undefined || state === 'pending') return false;
      const tests = testsOf(claim.tests, claimants);
      const own = testsFor(line, claimants);
      const outdoes = tests !== undefined && own !== undefined && includes(own, tests);
      if (state === 'success') return covers(tests, claimants) && !outdoes;
      // A failure for what another pull request asks now, which this line does not answer.
      // Another failure is as true, and stays on record.
      if (isFailure(line) || claimant === undefined || claimant.pull === line.pull) return false;
      return claimant.wants === undefined || (tests !== undefined && !outdoes);
    }
  }
}
