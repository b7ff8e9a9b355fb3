/** The verdict of a pipeline as one of its own jobs finds and tells it: `drawbridge report`. */
import type { Clock } from '../clock.ts';
import { ask } from '../facts/ask.ts';
import { type Fact, known, unknown } from '../facts/fact.ts';
import { repeatedly, untilHour } from '../net/again.ts';
import { mayChange } from '../pipeline/lasting.ts';
import type { Job } from '../pipeline/pipeline.ts';
import type { PullSource } from '../request/recheck.ts';
import { contextOnRequest } from './claim.ts';
import { failedUnseen, verdictByJobs } from './conclusion.ts';
import { amendmentOf, isOfRequest, type OwnRequest, type Saying, sayingOf } from './own-status.ts';
import type { Claimant } from './precedence.ts';
import type { Result } from './result.ts';
import { claimantsOf, historyOf } from './standing.ts';
import { type StandingStatus, type Statuses, statusLine } from './status.ts';
import type { JobRules } from './test-jobs.ts';
import type { Judgement } from './verdict.ts';
import { meaning } from './write.ts';

/** How long it is tried: what has failed in passing is done again until this hour (epoch ms). */
export interface Limits {
  readonly clock: Clock;
  readonly until: number;
  /** Aborted when the job is cancelled. */
  readonly interrupted: AbortSignal;
}

/** Pauses (ms) between two looks at jobs that are under way: at first, and at most. */
const looks = { first: 5_000, most: 30_000 };

/** The job that asks, and why. */
export interface Asker {
  readonly name: string;
  /** Names of the other jobs that report: one must not wait for another, and none is a part of what came of the pipeline. */
  readonly alike: readonly string[];
  /**
   * Whether GitLab has started it because a job of an earlier stage failed. Its word counts: a job token does not see all
   * jobs (docs/facts/gitlab.md, "Tokens").
   */
  readonly afterFailure: boolean;
}

/**
 * The verdict of the pipeline by its other jobs, once they are over. Unknown where GitLab does not tell, where one runs
 * on past the hour, and where the list lacks the job that asks: to who may not see jobs GitLab gives an empty one
 * (docs/facts/gitlab.md, "Jobs"). After a failure never a success: where none is seen, a hidden job has failed; unless one
 * was started again meanwhile, whose pass is another report's to tell.
 * @param jobs reads all jobs of the pipeline, each in its newest attempt; throws a ServiceFailure
 */
export async function judgeFromInside(
  jobs: () => Promise<readonly Job[]>,
  { name: own, alike, afterFailure }: Asker,
  tests: readonly string[],
  rules: JobRules,
  { clock, until, interrupted }: Limits,
): Promise<Fact<Judgement>> {
  const patience = { ...untilHour(clock, until), mayPass: mayChange, interrupted };
  const reports = [own, ...alike];
  let waited = false;
  for (let pause = looks.first; ; pause = Math.min(pause * 2, looks.most)) {
    const seen = await ask(repeatedly(jobs, patience));
    if (interrupted.aborted) return unknown('job-cancelled');
    if (!seen.known) return seen;
    if (!seen.value.some(({ name, bridge }) => !bridge && name === own)) return unknown('report-jobs-unseen');
    const others = seen.value.filter(({ name, bridge }) => bridge || !reports.includes(name));
    const judgement = verdictByJobs(others, tests, rules);
    if (judgement && afterFailure && waited && judgement.verdict === 'success')
      return unknown('report-retried');
    if (judgement) return known(afterFailure ? failedUnseen(judgement) : judgement);
    if (clock.now() + pause > until) return unknown('report-jobs-running');
    waited = true;
    await clock.sleep(pause, interrupted);
  }
}

/** GitHub, as the report uses it. */
export type InsideGitHub = Statuses & PullSource;

/**
 * What became of a verdict: it was written, or stood already (`told`); it waits for the sweep (`left`); or the status is
 * of another request (`not-ours`).
 */
export type Told = 'told' | 'left' | 'not-ours';

/** A run that has claimed makes its request within this time (ms): GitLab takes a minute at most to start a pipeline. */
const formingMs = 120_000;
const formingPauseMs = 5_000;

/**
 * Tells a verdict where the newest status of the context, or of that of runs on request, is of this very request.
 * Whatever fails in passing is tried again until the hour; what could not be found out is never told. A second time it
 * changes nothing.
 */
export async function tellFromInside(
  github: InsideGitHub,
  context: string,
  request: OwnRequest,
  result: Result,
  limits: Limits,
): Promise<Fact<Told>> {
  const patience = { ...untilHour(limits.clock, limits.until), interrupted: limits.interrupted };
  const patient: InsideGitHub = {
    ...github,
    history: (commit) => repeatedly(() => github.history(commit), patience),
    pull: (number) => repeatedly(() => github.pull(number), patience),
  };
  const tell = async (one: string): Promise<Fact<Told>> => {
    const act = () => tellOnce(patient, { context: one, claimedIn: context }, request, result, limits);
    const told = await ask(repeatedly(act, patience), meaning);
    return told.known ? told.value : told;
  };
  const required = await tell(context);
  if (!required.known) return required;
  const onRequest = await tell(contextOnRequest(context));
  return onRequest.known && required.value !== 'not-ours' ? required : onRequest;
}

/** The context of a status, and that in which pull requests claim the commit. */
interface Place {
  readonly context: string;
  readonly claimedIn: string;
}

/** One try. Throws a ServiceFailure where GitHub did not take a line. */
async function tellOnce(
  github: InsideGitHub,
  place: Place,
  request: OwnRequest,
  result: Result,
  { clock, interrupted }: Limits,
): Promise<Fact<Told>> {
  const since = clock.now();
  for (;;) {
    if (interrupted.aborted) return unknown('job-cancelled');
    const history = await historyOf(github, request.commit);
    if (!history.known) return history;
    const lines = linesOf(place.context, history.value);
    const mayPass = statusLine(result)?.state === 'success' && lines[0] && isOfRequest(lines[0], request);
    const alone = mayPass ? await isAlone(github, place, request, history.value) : known(false);
    if (!alone.known) return alone;
    const saying = sayingOf(result, lines, request, alone.value);
    const [top] = lines;
    if (saying.act === 'say' && top) return say(github, place, request, saying, top);
    if (saying.act === 'say' || saying.because === 'said') return known('told');
    if (saying.because !== 'not-yet') return known(saying.because);
    if (clock.now() - since >= formingMs) return known('not-ours');
    await clock.sleep(formingPauseMs, interrupted);
  }
}

const linesOf = (context: string, history: readonly StandingStatus[]) =>
  history.filter((line) => line.context === context);

/**
 * Whether the pull request is open and ready, has this head, and is the only one that claims the commit. What others ask
 * for, nothing here tells, so their drafts count too. A run on request answers nobody's labels.
 */
async function isAlone(
  github: InsideGitHub,
  { context, claimedIn }: Place,
  { pull, commit }: OwnRequest,
  history: readonly StandingStatus[],
): Promise<Fact<boolean>> {
  const wants = async () => known(undefined);
  const claims = { context: claimedIn, own: pull, drafts: true, wants };
  const [own, others] = await Promise.all([
    ask(github.pull(pull), { 'not-found': 'pull-request-not-found' }),
    context === claimedIn
      ? claimantsOf({ github, claims }, linesOf(claimedIn, history), commit)
      : known<readonly Claimant[]>([]),
  ]);
  if (!own.known) return own.reason === 'pull-request-not-found' ? known(false) : own;
  if (!others.known) return others.reason === 'head-crowded' ? known(false) : others;
  const { open, draft, head } = own.value;
  return known(open && !draft && head.sha === commit && others.value.length === 0);
}

/** Writes a line over `seen`, and looks once more. */
async function say(
  github: InsideGitHub,
  { context }: Place,
  request: OwnRequest,
  { line, becomes }: Extract<Saying, { act: 'say' }>,
  seen: StandingStatus,
): Promise<Fact<Told>> {
  const { commit } = request;
  await github.setStatus(commit, { ...line, context });
  const history = await historyOf(github, commit);
  if (!history.known) return history;
  const amendment = amendmentOf(line, seen, linesOf(context, history.value), request);
  if (!amendment) return known(becomes);
  await github.setStatus(commit, { ...amendment.line, context });
  return known(amendment.becomes);
}
