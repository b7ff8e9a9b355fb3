import { sha } from '../../gate/build.ts';
import type { Course } from '../../world/gitlab.ts';
import type { JobPlan } from '../job.ts';
import type { Random } from '../random.ts';
import type { GitHubModel } from '../world/github.ts';
import { type GitLabModel, type GitLabTraits, requestOf } from '../world/gitlab.ts';

/** The user of a token that was replaced. */
export const formerUser = 73;

/** The heads of the pull request, and of the private project. */
export const firstHead = sha('a');
export const secondHead = sha('b');
/** The head of the private branch, and one that it moves to. */
export const privateHead = 'c'.repeat(40);
export const movedHead = 'd'.repeat(40);

/** How one attempt of a pipeline goes when nobody cancels it. Milliseconds. */
export interface Attempt {
  readonly queueMs: number;
  readonly runMs: number;
  readonly end: 'success' | 'failed';
}

/** For so long (ms) a pipeline is `created`. */
const createdMs = 400;

const courseOf = ({ queueMs, runMs, end }: Attempt): Course => [
  [0, 'created'],
  [createdMs, 'pending'],
  [createdMs + queueMs, 'running'],
  [createdMs + queueMs + runMs, end],
];

/** A world before its first request, and the jobs that play in it. */
export interface Stage {
  readonly traits: GitLabTraits;
  /** GitHub's clock is ahead by so much, ms. */
  readonly githubSkewMs: number;
  readonly jobs: readonly JobPlan[];
  /** What happens by itself: ms after the start → what. */
  readonly events?: readonly {
    readonly at: number;
    happens(github: GitHubModel, gitlab: GitLabModel): void;
  }[];
  /** GitLab goes away so long (ms) after it has made the first pipeline of these jobs, and comes back. */
  readonly away?: { readonly after: number; readonly forMs: number; readonly status: 503 | 403 };
  /** What GitHub is like before the first job. */
  readonly prepare?: (github: GitHubModel) => void;
  /** What earlier runs have left in GitLab. `key` is that of the first job. */
  readonly before?: (gitlab: GitLabModel, key: string) => void;
  /** How many pipelines may be made at most, those of `before` not counted. */
  readonly mostStarts: number;
  /** How many pipelines of ours may go on when all jobs are over: those that nobody waits for. */
  readonly mayLive?: number;
  /** Users whose pipelines are ours; default: the token's own. */
  readonly ours?: readonly number[];
  /** Input `require-all`. */
  readonly requireAll?: boolean;
  /** The sweep comes when all is over, and what stands then must be true for each pull request of the commit. */
  readonly sweeps?: boolean;
  /** Final states of the commit status that are true. The commit is that of the last job. */
  readonly truth: readonly string[];
}

/** A story in which faults are planted. */
export interface Scenario {
  readonly name: string;
  /** Draws a world of this story. The same numbers draw the same world. */
  draw(random: Random): Stage;
}

/** Milliseconds. */
export const minute = 60_000;

/** A world with skewed clocks and lagging replicas, as most are a little and some are much. */
export function traitsOf(
  random: Random,
  attempts: readonly Attempt[],
  more: Partial<GitLabTraits> = {},
): GitLabTraits {
  return {
    skewMs: random.next() < 0.5 ? 0 : Math.round(random.between(-300_000, 300_000)),
    lagMs: random.next() < 0.5 ? 0 : Math.round(random.between(100, 10_000)),
    names: random.pick(['key', 'key', 'own', 'none']),
    head: privateHead,
    failsInBridge: false,
    courses: attempts.map(courseOf),
    ...more,
  };
}

/** An attempt of some minutes to that end. */
export const attemptOf = (random: Random, end: Attempt['end']): Attempt => ({
  queueMs: Math.round(random.between(1_000, 3 * minute)),
  runMs: Math.round(random.between(20_000, 12 * minute)),
  end,
});

/** Success more often than not. */
export const anyEnd = (random: Random): Attempt['end'] => (random.next() < 0.6 ? 'success' : 'failed');
/** The state of the commit status that tells the end. */
export const stateOf = (end: Attempt['end']): string => (end === 'success' ? 'success' : 'failure');
/** How far GitHub's clock is ahead, ms; often not at all. */
export const githubSkew = (random: Random) =>
  random.next() < 0.5 ? 0 : Math.round(random.between(-60_000, 60_000));

/** A pipeline of the same request that an earlier run has left; default: one with the same token. */
export const earlier = (gitlab: GitLabModel, key: string, creator?: number): void => {
  const { id } = gitlab.start(
    requestOf({ DRAWBRIDGE_KEY: key }, 'main'),
    creator === undefined ? {} : { creator },
  );
  gitlab.rename(id, key);
};
