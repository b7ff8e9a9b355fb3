import type { Clock } from '../../src/clock.ts';
import type { Sha } from '../../src/facts/pull.ts';
import { keyOf } from '../../src/request/request.ts';
import { createHeadsTruth } from '../gate-model/heads.truth.ts';
import { main, passing, subject } from '../request/build.ts';
import { type VirtualClock, virtualClock } from '../world/clock.ts';
import { eveUser, lasts, type Made, stateAt } from '../world/gitlab.ts';
import type { Fault } from './fault.ts';
import { context, type Done, githubHost, gitlabHost, play, type Surroundings } from './job.ts';
import { type Random, random } from './random.ts';
import { minute, type Scenario, type Stage } from './scenarios/stage.ts';
import { createNetwork, type Network, type Sent } from './wire.ts';
import { createGitHubModel, type GitHubModel, pullNumber } from './world/github.ts';
import { createGitLabModel, type GitLabModel, livesAt, requestOf, testsOf } from './world/gitlab.ts';

/** One run of a scenario with its faults. */
export interface Played {
  readonly scenario: string;
  readonly seed: number;
  readonly done: readonly Done[];
  readonly sent: readonly Sent[];
  readonly github: GitHubModel;
  readonly gitlab: GitLabModel;
  /** What must never happen and did. */
  readonly broken: readonly string[];
  /** Whether the commit status tells the truth in the end. */
  readonly isTrue: boolean;
  readonly finalState: string;
  /** The longest time (ms) for which two pipelines of one request were alive. */
  readonly twoLivedMs: number;
}

/** A silent service may act so late that a run has ended by then, ms. */
const settleMs = 120_000;

/** Two runs that race, with lagging replicas and two faults, must have ended on one pipeline after so long, ms. */
const longestRaceMs = 150_000;

/** Plays a scenario on a virtual clock. The same arguments give the same run. */
export async function playScenario(
  scenario: Scenario,
  seed: number,
  faults: ReadonlyMap<number, Fault>,
  sabotage?: Surroundings['sabotage'],
): Promise<Played> {
  const numbers = random(seed);
  const stage = scenario.draw(numbers);
  const clock = virtualClock();
  const [first] = stage.jobs;
  if (!first) throw new Error('a scenario has a job');
  const { head } = first;
  const github = createGitHubModel(head, stage.githubSkewMs, clock.now);
  stage.prepare?.(github);
  const gitlab = createGitLabModel(stage.traits, clock);
  stage.before?.(gitlab, keyFor(head));
  const there = gitlab.made.length;
  const theirs = numbers.next() < 0.5 ? plantStrangers(gitlab, keyFor(head), numbers, clock) : [];
  const services = { [gitlabHost]: gitlab.service, [githubHost]: github.service };
  const network = createNetwork(services, faults, clock, numbers);
  const { away } = stage;
  if (away) gitlab.onMade(() => goAway(network, clock, away));
  for (const { at, happens } of stage.events ?? []) clock.at(at, () => happens(github, gitlab));
  const around: Surroundings = { clock, network, random: numbers, ...(sabotage && { sabotage }) };
  const truth = createHeadsTruth({
    ...{ context, demandsAll: stage.requireAll === true, pulls: github.wishes },
    passed: (commit) =>
      madeFor(gitlab, commit).flatMap((one) =>
        stateAt(one, clock.now())?.status === 'success' ? [new Set(testsOf(one))] : [],
      ),
    failed: (commit) =>
      madeFor(gitlab, commit).some((one) => stateAt(one, clock.now())?.status !== 'success'),
  });
  github.watcher = truth;
  const done = await Promise.all(stage.jobs.map((job) => play(job, around)));
  const exit = clock.now();
  await clock.sleep(settleMs);
  const sent = network.sent.length;
  if (stage.sweeps) await sweep(head, around);

  const commit = stage.jobs.at(-1)?.head;
  const finalState =
    github.statuses.findLast((one) => one.commit === commit && one.context === context)?.state ?? 'none';
  // What earlier runs left is this one's to end once it has got so far as to take it.
  const tookOver = done.some(({ result }) => result?.pipelineId !== undefined);
  const { ours: users = [gitlab.user] } = stage;
  const isOurs = ({ source, creator }: Made) => source === 'trigger' || users.includes(creator);
  const ours = gitlab.made.filter(isOurs);
  const taken = gitlab.made.slice(tookOver ? 0 : there).filter(isOurs);
  const twoLivedMs = twoLived(ours, clock.now());
  const broken = [
    ...truth.broken,
    // Where files may need no test, it takes no pipeline to be green: then the oracle knows.
    ...(stage.sweeps ? truth.atRest(head, true) : falseGreens(github, ours)),
    ...leftAlive(taken, [exit, clock.now()], stage.mayLive ?? 0, network),
    ...theirs
      .filter((id) => gitlab.status(id) !== 'running')
      .map((id) => `#${id} is somebody else's, and was touched`),
    ...done
      .filter(({ ended, endsBy }) => ended > endsBy + 500)
      .map(({ mainEnded, ended }) => `post took ${(ended - mainEnded) / 1000} s`),
    ...(gitlab.requested() > stage.mostStarts
      ? [`${gitlab.requested()} pipelines were made, ${stage.mostStarts} at most`]
      : []),
    ...(twoLivedMs > longestRaceMs ? [`two were alive for ${twoLivedMs / 1000} s`] : []),
  ];
  const isTrue = stage.truth.includes(finalState) && agree(done, finalState, stage);
  return {
    scenario: scenario.name,
    seed,
    done,
    sent: network.sent.slice(0, sent),
    github,
    gitlab,
    broken,
    isTrue,
    finalState,
    twoLivedMs,
  };
}

/** The last job, where it was not killed, says the same as the status. */
function agree(done: readonly Done[], state: string, { jobs, sweeps }: Stage): boolean {
  // Of several pull requests the last job's may have asked for fewer.
  if (sweeps) return true;
  const last = done.findLast(({ plan }) => plan === jobs.at(-1));
  if (last?.result === undefined || state === 'none') return true;
  return (last.result.verdict === 'success') === (state === 'success');
}

/** Twice, and nothing goes wrong: the first takes back what is too much, the second settles what is left of it. */
async function sweep(head: Sha, around: Surroundings): Promise<void> {
  around.network.heal();
  for (const run of [98, 99]) {
    await around.clock.sleep(10_000_000);
    await play({ at: 0, head, action: 'schedule', run }, around);
  }
}

/** Pipelines for a commit. */
const madeFor = ({ made }: GitLabModel, commit: string) =>
  made.filter((one) => keyIn(one)?.includes(`@${commit}:`));

/** The key of the example's request for a commit. */
function keyFor(commit: Sha): string {
  return keyOf(subject({ origin: pullNumber, commit }), main, passing);
}

const keyIn = ({ request }: Made) => request?.key;

function leftAlive(
  pipelines: readonly Made[],
  [end = 0, later = 0]: readonly number[],
  mayLive: number,
  { sent }: Network,
): string[] {
  const alive = (moment: number) => pipelines.filter((one) => livesAt(one, moment)).slice(mayLive);
  // A cancel that was sent may act when `post` is over already.
  const isCancelled = ({ id }: Made) => sent.some(({ line }) => line.endsWith(`/pipelines/${id}/cancel`));
  return [
    ...alive(end)
      .filter((one) => !isCancelled(one))
      .map(({ id }) => `#${id} is alive at the end`),
    ...alive(later).map(({ id }) => `#${id} is alive after the end`),
  ];
}

function goAway(network: Network, clock: Clock, { after, forMs, status }: NonNullable<Stage['away']>): void {
  const from = clock.now() + after;
  network.away ??= { host: gitlabHost, from, to: from + forMs, status };
}

/**
 * Somebody of the project has started pipelines with our name, our values and our commit, on the same branch and on one
 * of hers; and gives one that she has running our name later. Gives the ids of those that never end.
 */
function plantStrangers(
  gitlab: GitLabModel,
  key: string,
  random: Random,
  clock: VirtualClock,
): readonly number[] {
  const of = { request: requestOf({ DRAWBRIDGE_KEY: key }, 'main'), creator: eveUser };
  gitlab.add({ ...of, name: key, course: [[0, 'success']] });
  const live = gitlab.add({ ...of, name: key, course: lasts, ref: random.pick(['main', 'eves-branch']) });
  const renamed = gitlab.add({ ...of, name: undefined, course: lasts });
  clock.at(random.between(0, 3 * minute), () => gitlab.rename(renamed.id, key));
  return [live.id, renamed.id];
}

/** Every green status needs a pipeline of ours for its commit that had ended `success` before. */
function falseGreens({ statuses }: GitHubModel, made: readonly Made[]): string[] {
  return statuses
    .filter(({ state }) => state === 'success')
    .filter(
      ({ commit, at }) =>
        !made.some((one) => keyIn(one)?.includes(`@${commit}:`) && stateAt(one, at)?.status === 'success'),
    )
    .map(({ commit }) => `${commit.slice(0, 7)} is green without a success`);
}

function twoLived(pipelines: readonly Made[], end: number): number {
  let longest = 0;
  for (const elder of pipelines) {
    for (const younger of pipelines) {
      if (younger.id <= elder.id || keyIn(younger) !== keyIn(elder)) continue;
      let both = 0;
      for (let at = younger.createdAt; at < end && livesAt(elder, at) && livesAt(younger, at); at += 500)
        both += 500;
      longest = Math.max(longest, both);
    }
  }
  return longest;
}

/** How many requests a scenario makes when nothing goes wrong. */
export async function countRequests(scenario: Scenario, seed: number): Promise<number> {
  return (await playScenario(scenario, seed, new Map())).sent.length;
}
