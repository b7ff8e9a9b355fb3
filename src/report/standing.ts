/** What stands on a commit, and for whom: its statuses of one context, and the pull requests that have claimed it. */
import { ask } from '../facts/ask.ts';
import { allKnown, type Fact, known, unknown } from '../facts/fact.ts';
import type { LivePull } from '../facts/pull.ts';
import type { PullSource } from '../request/recheck.ts';
import { claimIn, pullIn, refusalIn, runIn, type Tests } from './claim.ts';
import type { Claimant, Line } from './precedence.ts';
import { isBySame, type StandingStatus, type Statuses } from './status.ts';

/** How a pull request is judged as a claimant. */
export interface ClaimRules {
  /** In which context pull requests claim: that of the tests, also for the check that all of them are selected. */
  readonly context: string | undefined;
  /** The run's own pull request is not read: what it asks for is known. */
  readonly own?: number | undefined;
  /** Whether drafts run tests. */
  readonly drafts: boolean;
  /** What has to be covered for a pull request as it is now; undefined where nothing covers it. */
  readonly wants: (pull: LivePull) => Promise<Fact<Tests | undefined>>;
}

/** What it takes to look. */
export interface StandingPorts {
  readonly github: Statuses & PullSource;
  readonly claims: ClaimRules;
}

/** What a look has shown. */
export interface Standing {
  /** Statuses of the context, newest first. */
  readonly lines: readonly StandingStatus[];
  readonly claimants: readonly Claimant[];
}

/** Open pull requests that claim one commit; more are never let through together (`head-crowded`). */
const mostClaimants = 10;

/** Pull requests that have ever claimed one commit, of which that many are read at most. */
const mostRead = 30;

/** The pull requests that claim a commit by these lines: open, ready, and with this head. */
export async function claimantsOf(
  { github, claims }: StandingPorts,
  lines: readonly StandingStatus[],
  commit: string,
): Promise<Fact<readonly Claimant[]>> {
  const numbers = new Set(lines.flatMap(({ targetUrl }) => claimIn(targetUrl)?.pull ?? []));
  if (claims.own !== undefined) numbers.delete(claims.own);
  if (numbers.size > mostRead) return unknown('head-crowded');
  const found = allKnown(
    await Promise.all([...numbers].map((number) => claimant({ github, claims }, number, commit))),
  );
  if (!found.known) return found;
  const claimants = found.value.filter((one) => one !== undefined);
  return claimants.length > mostClaimants ? unknown('head-crowded') : known(claimants);
}

async function claimant(
  { github, claims }: StandingPorts,
  number: number,
  commit: string,
): Promise<Fact<Claimant | undefined>> {
  const pull = await ask(github.pull(number), { 'not-found': 'pull-request-not-found' });
  if (!pull.known) return pull.reason === 'pull-request-not-found' ? known(undefined) : pull;
  const { open, draft, head } = pull.value;
  if (!open || (draft && !claims.drafts) || head.sha !== commit) return known(undefined);
  const wants = await claims.wants(pull.value);
  return wants.known ? known({ pull: number, wants: wants.value }) : wants;
}

/** Everything that was ever said of a commit, newest first. More than ten pages are not read: who speaks is not known. */
export async function historyOf(github: Statuses, commit: string): Promise<Fact<readonly StandingStatus[]>> {
  const history = await ask(github.history(commit));
  if (!history.known) return history;
  return history.value === undefined ? unknown('github-unexpected') : known(history.value);
}

/** Lines and claimants of a commit. `history`: where it was read already. */
export async function lookAt(
  ports: StandingPorts,
  commit: string,
  context: string,
  history: Promise<Fact<readonly StandingStatus[]>> = historyOf(ports.github, commit),
): Promise<Fact<Standing>> {
  const all = await history;
  if (!all.known) return all;
  const linesOf = (name: string | undefined) => all.value.filter((line) => line.context === name);
  const claimants = await claimantsOf(ports, linesOf(ports.claims.context), commit);
  return claimants.known ? known({ lines: linesOf(context), claimants: claimants.value }) : claimants;
}

/**
 * Without what was said of others that were not let through and have left the commit since: nobody is left whom it
 * concerns. Only the newest that is not of the run's `own` pull request is asked about, and then what it lies on.
 */
export async function withoutGone(
  { github }: StandingPorts,
  standing: Standing,
  commit: string,
  own: number | undefined,
): Promise<Standing> {
  let { lines } = standing;
  for (let read = 0; read < mostRead; read += 1) {
    const newest = lines.find(({ targetUrl }) => pullIn(targetUrl) !== own);
    const pull = refusalIn(newest?.targetUrl ?? '');
    if (pull === undefined) break;
    const live = await ask(github.pull(pull), { 'not-found': 'pull-request-not-found' });
    const isGone = live.known
      ? !live.value.open || live.value.head.sha !== commit
      : live.reason === 'pull-request-not-found';
    if (!isGone) break;
    lines = lines.filter(({ targetUrl }) => refusalIn(targetUrl) !== pull);
  }
  return { ...standing, lines };
}

/** The same, with the line's own pull request: its claim may not be written yet, or it asks for what nothing covers. Pure. */
export function withOwn({ lines, claimants }: Standing, { speaks, pull, tests }: Line): Standing {
  if (pull === undefined || claimants.some((one) => one.pull === pull)) return { lines, claimants };
  const claims = lines.some(({ targetUrl }) => claimIn(targetUrl)?.pull === pull);
  // `post` knows no tests: then nothing covers what its run was for.
  const isClaimant = speaks === 'declined' || (speaks === 'claimant' && (tests !== undefined || claims));
  if (!isClaimant) return { lines, claimants };
  return { lines, claimants: [...claimants, { pull, wants: speaks === 'claimant' ? tests : undefined }] };
}

/** Whether a status is of the run with this page. */
export const isOfRun =
  (runUrl: string) =>
  ({ targetUrl }: StandingStatus): boolean =>
    runIn(targetUrl) === runUrl;

/**
 * Without what another account has written, as soon as a word of the run shows by which its own are: a status that
 * somebody has forged must not be written again by us. Pure.
 */
export function believed({ lines, claimants }: Standing, runUrl: string): Standing {
  const own = lines.find(isOfRun(runUrl));
  return { lines: own ? lines.filter((one) => isBySame(one, own)) : lines, claimants };
}
