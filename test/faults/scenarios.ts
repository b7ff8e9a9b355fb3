import type { JobPlan } from './job.ts';
import type { Random } from './random.ts';
import type { GitHubModel } from './world/github.ts';
import type { GitLabModel, GitLabTraits } from './world/gitlab.ts';
import type { Course } from './world/pipeline.ts';

/** The heads of the pull request, and of the private project. */
export const firstHead = 'a'.repeat(40);
export const secondHead = 'b'.repeat(40);
const privateHead = 'c'.repeat(40);
const movedHead = 'd'.repeat(40);

/** A world before its first request, and the jobs that play in it. */
export interface Stage {
  readonly traits: GitLabTraits;
  /** GitHub's clock is ahead by so much, ms. */
  readonly githubSkewMs: number;
  readonly jobs: readonly JobPlan[];
  /** What happens by itself: ms after the start → what. */
  readonly events?: readonly {
    readonly at: number;
    happens(github: GitHubModel, gitlab: GitLabModel, now: number): void;
  }[];
  /** GitLab goes away so long (ms) after it has made the first pipeline of these jobs, and comes back. */
  readonly away?: { readonly after: number; readonly forMs: number };
  /** What earlier runs have left in GitLab. `key` is that of the first job. */
  readonly before?: (gitlab: GitLabModel, key: string, now: number) => void;
  /** How many pipelines may be made at most, those of `before` not counted. */
  readonly mostStarts: number;
  /** How many pipelines may go on when all jobs are over: those that nobody waits for. */
  readonly mayLive?: number;
  /** Final states of the commit status that are true. The commit is that of the last job. */
  readonly truth: readonly string[];
}

/** A story in which faults are planted. */
export interface Scenario {
  readonly name: string;
  /** Draws a world of this story. The same numbers draw the same world. */
  draw(random: Random): Stage;
}

const minute = 60_000;

/** A world with skewed clocks and lagging replicas, as most are a little and some are much. */
function traitsOf(
  random: Random,
  courses: readonly Course[],
  more: Partial<GitLabTraits> = {},
): GitLabTraits {
  const left = [...courses];
  const last = courses.at(-1) as Course;
  return {
    skewMs: random.next() < 0.5 ? 0 : Math.round(random.between(-300_000, 300_000)),
    lagMs: random.next() < 0.5 ? 0 : Math.round(random.between(100, 10_000)),
    names: random.next() < 0.8,
    head: privateHead,
    failsInBridge: false,
    course: () => left.shift() ?? last,
    ...more,
  };
}

const courseOf = (random: Random, end: Course['end']): Course => ({
  queueMs: Math.round(random.between(1_000, 3 * minute)),
  runMs: Math.round(random.between(20_000, 12 * minute)),
  end,
});

const anyEnd = (random: Random): Course['end'] => (random.next() < 0.6 ? 'success' : 'failed');
const stateOf = (end: Course['end']): string => (end === 'success' ? 'success' : 'failure');
const githubSkew = (random: Random) =>
  random.next() < 0.5 ? 0 : Math.round(random.between(-60_000, 60_000));

/** A pipeline of the same request that an earlier run has left. */
const earlier = (gitlab: GitLabModel, key: string) => {
  const pipeline = gitlab.make({ DRAWBRIDGE_KEY: key }, 'api');
  if (pipeline.names.length === 0) pipeline.names.push({ at: pipeline.createdAt, name: key });
  return pipeline;
};

const fresh: Scenario = {
  name: 'a new pipeline',
  draw: (random) => {
    const course = courseOf(random, anyEnd(random));
    return {
      traits: traitsOf(random, [course]),
      githubSkewMs: githubSkew(random),
      jobs: [{ at: 0, head: firstHead }],
      mostStarts: 1,
      truth: [stateOf(course.end)],
    };
  },
};

const byTrigger: Scenario = {
  name: 'started by trigger token',
  draw: (random) => {
    const stage = fresh.draw(random);
    const tokens = { triggerToken: 'trigger', token: 'access' };
    const gitlab = { url: 'https://gitlab.model', project: 'acme/engine-tests', ...tokens };
    return { ...stage, jobs: [{ at: 0, head: firstHead, settings: { gitlab } }] };
  },
};

const retried: Scenario = {
  name: 're-run of a failed one',
  draw: (random) => {
    const end = anyEnd(random);
    const failed: Course = { queueMs: 100, runMs: 1_000, end: 'failed' };
    return {
      traits: traitsOf(random, [failed, courseOf(random, end)]),
      githubSkewMs: githubSkew(random),
      before: earlier,
      jobs: [{ at: 2 * minute, head: firstHead, attempt: 2 }],
      mostStarts: 0,
      truth: [stateOf(end)],
    };
  },
};

const bridgeFailed: Scenario = {
  name: 're-run where a bridge failed',
  draw: (random) => {
    const end = anyEnd(random);
    const failed: Course = { queueMs: 100, runMs: 1_000, end: 'failed' };
    return {
      traits: traitsOf(random, [failed, courseOf(random, end)], { failsInBridge: true }),
      githubSkewMs: githubSkew(random),
      before: earlier,
      jobs: [{ at: 2 * minute, head: firstHead, attempt: 2 }],
      mostStarts: 1,
      truth: [stateOf(end)],
    };
  },
};

const attached: Scenario = {
  name: 'joins a running one',
  draw: (random) => {
    const course = courseOf(random, anyEnd(random));
    return {
      traits: traitsOf(random, [{ ...course, runMs: course.runMs + 5 * minute }]),
      githubSkewMs: githubSkew(random),
      before: earlier,
      jobs: [{ at: 90_000, head: firstHead, attempt: 2 }],
      mostStarts: 0,
      truth: [stateOf(course.end)],
    };
  },
};

const stands: Scenario = {
  name: 'a verdict that stands',
  draw: (random) => {
    const end = anyEnd(random);
    return {
      traits: traitsOf(random, [{ queueMs: 100, runMs: 1_000, end }]),
      githubSkewMs: githubSkew(random),
      before: earlier,
      jobs: [{ at: 2 * minute, head: firstHead, action: 'labeled' }],
      mostStarts: 0,
      truth: [stateOf(end)],
    };
  },
};

const anew: Scenario = {
  name: 'anew beside a running one',
  draw: (random) => {
    const old: Course = { queueMs: 100, runMs: 60 * minute, end: 'failed' };
    const course = courseOf(random, anyEnd(random));
    return {
      traits: traitsOf(random, [old, course]),
      githubSkewMs: githubSkew(random),
      before: earlier,
      jobs: [{ at: 90_000, head: firstHead, attempt: 2, onRerun: 'new' }],
      mostStarts: 1,
      truth: [stateOf(course.end)],
    };
  },
};

const moved: Scenario = {
  name: 'the private branch has moved',
  draw: (random) => {
    const old: Course = { queueMs: 100, runMs: 60 * minute, end: 'success' };
    const course = courseOf(random, anyEnd(random));
    const traits = traitsOf(random, [old, course]);
    const moving = { ...traits };
    return {
      traits: moving,
      githubSkewMs: githubSkew(random),
      before: (gitlab, key) => {
        earlier(gitlab, key);
        Object.assign(moving, { head: movedHead });
      },
      jobs: [{ at: 90_000, head: firstHead, attempt: 2 }],
      mostStarts: 1,
      truth: [stateOf(course.end)],
    };
  },
};

const racing: Scenario = {
  name: 'two runs that race',
  draw: (random) => {
    const course = courseOf(random, anyEnd(random));
    const long = { ...course, runMs: course.runMs + 2 * minute };
    return {
      traits: traitsOf(random, [long]),
      githubSkewMs: githubSkew(random),
      jobs: [
        { at: 0, head: firstHead, run: 1 },
        { at: Math.round(random.between(0, 3_000)), head: firstHead, run: 2 },
      ],
      mostStarts: 2,
      truth: [stateOf(course.end)],
    };
  },
};

const superseding: Scenario = {
  name: 'a push supersedes',
  draw: (random) => {
    const old: Course = { queueMs: 1_000, runMs: 50 * minute, end: 'success' };
    const course = courseOf(random, anyEnd(random));
    const at = Math.round(random.between(60_000, 5 * minute));
    return {
      traits: traitsOf(random, [old, course]),
      githubSkewMs: githubSkew(random),
      events: [
        {
          at,
          happens: (github) => {
            github.head = secondHead;
          },
        },
      ],
      jobs: [
        { at: 0, head: firstHead, run: 1 },
        { at: at + 3_000, head: secondHead, action: 'synchronize', run: 2 },
      ],
      mostStarts: 2,
      truth: [stateOf(course.end)],
    };
  },
};

const cancelled: Scenario = {
  name: 'the job is cancelled',
  draw: (random) => {
    const course = courseOf(random, 'success');
    const early = random.next() < 0.5;
    const cancelledAfter = Math.round(early ? random.between(0, 3_000) : random.between(3_000, 10 * minute));
    return {
      traits: traitsOf(random, [course]),
      githubSkewMs: githubSkew(random),
      jobs: [{ at: 0, head: firstHead, cancelledAfter }],
      mostStarts: 1,
      // Too early for any word, cancelled, or over before.
      truth: ['none', 'failure', 'success'],
    };
  },
};

const killed: Scenario = {
  name: 'the machine dies',
  draw: (random) => {
    const course = courseOf(random, 'success');
    const early = random.next() < 0.5;
    const killedAfter = Math.round(early ? random.between(0, 2_000) : random.between(2_000, 10 * minute));
    return {
      traits: traitsOf(random, [course]),
      githubSkewMs: githubSkew(random),
      jobs: [{ at: 0, head: firstHead, killedAfter }],
      mostStarts: 1,
      truth: ['none', 'failure', 'success'],
    };
  },
};

const late: Scenario = {
  name: 'the deadline',
  draw: (random) => {
    const endless: Course = { queueMs: 1_000, runMs: 600 * minute, end: 'success' };
    return {
      traits: traitsOf(random, [endless]),
      githubSkewMs: githubSkew(random),
      jobs: [{ at: 0, head: firstHead, timeoutMs: 20 * minute }],
      mostStarts: 1,
      truth: ['failure'],
    };
  },
};

const away: Scenario = {
  name: 'GitLab is away for minutes',
  draw: (random) => {
    const stage = fresh.draw(random);
    const forMs = Math.round(random.between(0.5 * minute, 10.8 * minute));
    const after = random.next() < 0.6 ? 0 : Math.round(random.between(0, 5 * minute));
    // For longer than the error budget the truth cannot be known, and that has to be said.
    const truth = forMs < 9 * minute ? stage.truth : [...stage.truth, 'error'];
    return { ...stage, away: { after, forMs }, truth };
  },
};

const cancelledInGitLab: Scenario = {
  name: 'somebody cancels it in GitLab',
  draw: (random) => {
    const at = Math.round(random.between(30_000, 5 * minute));
    return {
      traits: traitsOf(random, [{ queueMs: 1_000, runMs: 30 * minute, end: 'success' }]),
      githubSkewMs: githubSkew(random),
      events: [{ at, happens: (_, { pipelines }, now) => void pipelines.at(-1)?.cancels.push(now) }],
      jobs: [{ at: 0, head: firstHead }],
      mostStarts: 1,
      truth: ['failure'],
    };
  },
};

const deleted: Scenario = {
  name: 'it is deleted while watched',
  draw: (random) => {
    const at = Math.round(random.between(2 * minute, 5 * minute));
    return {
      traits: traitsOf(random, [{ queueMs: 1_000, runMs: 30 * minute, end: 'success' }]),
      githubSkewMs: githubSkew(random),
      events: [{ at, happens: (_, { pipelines }) => void pipelines.pop() }],
      jobs: [{ at: 0, head: firstHead }],
      mostStarts: 1,
      truth: ['error'],
    };
  },
};

const detached: Scenario = {
  name: 'two that race and do not wait',
  draw: (random) => {
    const stage = racing.draw(random);
    const jobs = stage.jobs.map((job) => ({ ...job, settings: { wait: false } }));
    return { ...stage, jobs, mayLive: 1, truth: ['pending'] };
  },
};

/** All stories; the first is the usual one. */
export const scenarios: readonly Scenario[] = [
  fresh,
  byTrigger,
  retried,
  bridgeFailed,
  attached,
  stands,
  anew,
  moved,
  racing,
  superseding,
  cancelled,
  killed,
  late,
  away,
  cancelledInGitLab,
  deleted,
  detached,
];
