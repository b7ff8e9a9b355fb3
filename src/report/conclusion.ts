/** What came of a pipeline, once it is over: the only way to a success. */
import { type Clock, whenAborted } from '../clock.ts';
import { ask } from '../facts/ask.ts';
import { type Fact, known, unknown } from '../facts/fact.ts';
import { repeatedly } from '../net/again.ts';
import { compositeOf, hasWarnings } from '../pipeline/composite.ts';
import { mayChange } from '../pipeline/lasting.ts';
import type { Job, Pipelines } from '../pipeline/pipeline.ts';
import { isEnded, meaningOf } from '../pipeline/status.ts';
import type { Outcome } from '../pipeline/watch.ts';
import { type Disclose, disclosed } from './jobs.ts';
import { isUnderWay, nothingToShow, type Ran, ranOf, testsToShow } from './ran.ts';
import type { Result } from './result.ts';
import type { JobRules } from './test-jobs.ts';
import { type Ending, type Judgement, judge, judgeUnended } from './verdict.ts';

/** What a conclusion takes. */
export interface ConclusionPorts {
  readonly settings: JobRules & { readonly disclose: Disclose };
  readonly gitlab: Pick<Pipelines, 'jobs'>;
  readonly clock: Clock;
  /** A runner that cancels the job leaves no time for questions. */
  readonly interrupted: AbortSignal;
}

/** The part of a result that a conclusion fills in. */
export type Conclusion = Judgement & Pick<Result, 'jobs' | 'testResults' | 'unchecked'>;

/** The pauses (ms) before GitLab is asked again where it gave no answer, and where a job was still on its way. */
const pauses = [5_000, 15_000, 40_000];
const longestWait = 60_000;

/**
 * Outcome → verdict, and what `disclose` lets out about jobs. A pipeline that passed is a success only if the selected
 * tests ran in it (docs/architecture.md, "Green means that the selected tests ran"). Jobs are read once, for both, and
 * only before a success or where something of them is told.
 */
export async function verdictOn(
  ports: ConclusionPorts,
  id: number,
  tests: readonly string[],
  outcome: Outcome,
): Promise<Conclusion> {
  const { settings, interrupted } = ports;
  const toShow = hasPassed(outcome) ? testsToShow(tests, settings) : [];
  const tells = settings.disclose !== 'status' && !interrupted.aborted;
  const jobs = toShow.length > 0 || tells ? await readJobs(ports, id, toShow) : known([]);
  return {
    ...judge(outcome, ranIn(jobs, toShow, settings)),
    ...(jobs.known && tells && disclosed(jobs.value, tests, settings)),
    ...(hasPassed(outcome) && settings.testJobs === 'none' && { unchecked: true }),
  };
}

/** What the jobs of a pipeline that passed say about these tests. GitLab is asked where there is something to show. */
export async function askRan(
  ports: ConclusionPorts,
  id: number,
  tests: readonly string[],
  outcome: Outcome,
): Promise<Fact<Ran>> {
  const { settings } = ports;
  const toShow = hasPassed(outcome) ? testsToShow(tests, settings) : [];
  return ranIn(toShow.length > 0 ? await readJobs(ports, id, toShow) : known([]), toShow, settings);
}

/**
 * The same by the jobs alone, for who cannot read the pipeline: one of its own jobs, whose end it would have to wait for.
 * `jobs` are the others, each in its newest attempt. Undefined while one of them is on its way. Pure.
 */
export function verdictByJobs(
  jobs: readonly Job[],
  tests: readonly string[],
  rules: JobRules,
): Judgement | undefined {
  const status = compositeOf(jobs);
  if (meaningOf(status) === 'blocked') return judgeUnended({ how: 'blocked', pipeline: { status } });
  if (!isEnded(status)) return undefined;
  const pipeline = { status, warnings: hasWarnings(jobs), ...untold };
  const ending: Ending = { how: 'ended', pipeline };
  return judge(ending, ranIn(known(jobs), hasPassed(ending) ? testsToShow(tests, rules) : [], rules));
}

/**
 * The same where GitLab says besides that a job has failed: one that is not among those that were seen, unless they tell it
 * already. A pipeline that is held stays so. Pure.
 */
export const failedUnseen = (judgement: Judgement): Judgement =>
  judgement.verdict === 'blocked'
    ? judgement
    : judge(
        { how: 'ended', pipeline: { status: 'failed', warnings: false, ...untold } },
        known(nothingToShow),
      );

/** A configuration with errors has no jobs that could look; times are the pipeline's, which is not over. */
const untold = {
  invalidConfiguration: false,
  createdAt: 0,
  startedAt: undefined,
  finishedAt: undefined,
} as const;

const hasPassed = (outcome: Ending): boolean =>
  outcome.how === 'ended' && outcome.pipeline.status === 'success';

function ranIn(jobs: Fact<readonly Job[]>, toShow: readonly string[], rules: JobRules): Fact<Ran> {
  if (toShow.length === 0) return known(nothingToShow);
  return jobs.known ? known(ranOf(jobs.value, toShow, rules)) : jobs;
}

/**
 * The answer may be that of a replica that lags behind the end of the pipeline: a job that is on its way by it is looked
 * at again.
 */
async function readJobs(
  { gitlab, settings, clock, interrupted }: ConclusionPorts,
  id: number,
  toShow: readonly string[],
): Promise<Fact<readonly Job[]>> {
  const patience = { clock, pauses: toShow.length > 0 ? pauses : [], longestWait, mayPass: mayChange };
  const aborted = whenAborted(interrupted).then(() => unknown('job-cancelled'));
  const read = () =>
    Promise.race([
      ask(
        repeatedly(() => gitlab.jobs(id), patience),
        { 'not-found': 'pipeline-gone' },
      ),
      aborted,
    ]);
  let jobs = await read();
  for (const pause of pauses) {
    if (!jobs.known || !isUnderWay(jobs.value, toShow, settings)) break;
    await clock.sleep(pause, interrupted);
    jobs = await read();
  }
  return jobs;
}
