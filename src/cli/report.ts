/** `drawbridge report`: the verdict of a pipeline, told to GitHub by one of its own jobs. */
import { constants } from 'node:os';
import { failed, signalCode } from '../child/exit.ts';
import type { Fact } from '../facts/fact.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { judgeFromInside, type Limits, type Told, tellFromInside } from '../report/inside.ts';
import type { OwnRequest } from '../report/own-status.ts';
import type { Result } from '../report/result.ts';
import { describe, nextStep } from '../report/status.ts';
import { type ReceivedRequest, receivedIn } from '../request/received.ts';
import { githubToken } from './github-token.ts';
import type { Hearing } from './hearing.ts';
import { type CliIo, type Failed, say } from './io.ts';
import { transportFor } from './proof-wiring.ts';
import { wireGitHub, wireJobs } from './report-wiring.ts';
import type { ReportWishes } from './report-wishes.ts';
import type { Verified } from './verification.ts';
import { verifyFirst } from './verified.ts';

/**
 * Runs the command. Gives the exit code: 0 where the tests passed and that was told, or is somebody else's to tell; 1
 * where they did not, so that a retry in GitLab runs this job too, and where something could not be found out or told.
 */
export async function report(wishes: ReportWishes, io: CliIo, hearing: Hearing): Promise<number> {
  const exit = await story(wishes, io, hearing);
  const signal = hearing.first();
  return signal === undefined ? exit : signalCode(signal, constants.signals);
}

async function story(wishes: ReportWishes, io: CliIo, hearing: Hearing): Promise<number> {
  const { interrupted } = hearing;
  const limits = { clock: io.clock, until: io.clock.now() + wishes.deadlineMs, interrupted };
  const verified = await verifyFirst(wishes.verify, io, hearing);
  if (!verified.ok) return fail(verified, io);
  const request = receivedIn(verified.values, wishes.verify.testsVariable, wishes.rules.selection);
  if (!request) return fail(because('report-request-unknown'), io);
  const result = await judged(wishes, io, verified, request, limits);
  if (!result.known) return fail(because(result.reason), io);
  const token = await githubToken(wishes.token, io, interrupted);
  if (!token.ok) return fail(token, io);
  try {
    const send = transportFor(wishes.verify, interrupted);
    if (!send.ok) return fail(send, io);
    const github = wireGitHub(wishes.apiUrl, request.repository, token.token, send.send);
    const own: OwnRequest = { ...request, server: wishes.server };
    const told = await tellFromInside(github, wishes.context, own, result.value, limits);
    sayVerdict(result.value, wishes, io);
    if (!told.known) return fail(because(told.reason), io);
    say(io, 'report', [inWords[told.value]]);
    return reasonOf(result.value.reason).exit;
  } finally {
    await token.release();
  }
}

/** What came of the other jobs. */
async function judged(
  { verify, gitlabToken, reportJobs, afterFailure, rules }: ReportWishes,
  io: CliIo,
  { job }: Verified,
  { commit, tests, all }: ReceivedRequest,
  limits: Limits,
): Promise<Fact<Result>> {
  const send = transportFor(verify, limits.interrupted);
  if (!send.ok) return { known: false, reason: 'gitlab-untrusted' };
  const access = gitlabToken === undefined ? undefined : io.env[gitlabToken];
  const gitlab = wireJobs(verify.gitlabUrl, { job: io.env['CI_JOB_TOKEN'] ?? '', access }, send.send);
  const jobs = () => gitlab.jobs(job.project, job.pipeline);
  const asker = { name: job.name, alike: reportJobs, afterFailure };
  const judgement = await judgeFromInside(jobs, asker, tests, rules, limits);
  if (!judgement.known) return judgement;
  const { value } = judgement;
  return {
    known: true,
    value: { decision: 'allowed', commit, tests, allSelected: all, pipelineId: job.pipeline, ...value },
  };
}

/** A commit status was written, or stood there. */
const inWords: Readonly<Record<Told, string>> = {
  told: 'the commit status says so',
  left: lineOf('report-left'),
  'not-ours': lineOf('report-not-ours'),
};

function lineOf(reason: ReasonCode): string {
  const { sentence, remedy } = reasonOf(reason);
  return `${reason}: ${sentence}. ${remedy}`;
}

const because = (reason: ReasonCode): Failed => ({ ok: false, exit: failed, said: [lineOf(reason)] });

function sayVerdict(result: Result, { gitlabToken }: ReportWishes, io: CliIo): void {
  const isGreen = reasonOf(result.reason).exit === 0;
  say(io, 'report', [`${result.reason}: ${describe(result)}${isGreen ? '' : `. ${nextStep(result)}`}`]);
  if (result.reason === 'test-not-run' && gitlabToken === undefined) say(io, 'report', [unseen]);
}

const unseen =
  'a test that is a `trigger:` job is not seen by the token of a job: name one with `read_api` by --gitlab-token-variable';

function fail({ exit, said }: Failed, io: CliIo): number {
  say(io, 'report', said);
  return exit;
}
