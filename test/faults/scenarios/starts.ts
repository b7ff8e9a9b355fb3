import { botUser } from '../../world/gitlab.ts';
import type { Random } from '../random.ts';
import type { GitLabTraits } from '../world/gitlab.ts';
import {
  type Attempt,
  anyEnd,
  attemptOf,
  earlier,
  firstHead,
  formerUser,
  githubSkew,
  minute,
  movedHead,
  type Scenario,
  type Stage,
  stateOf,
  traitsOf,
} from './stage.ts';

export const fresh: Scenario = {
  name: 'a new pipeline',
  draw: (random) => {
    const course = attemptOf(random, anyEnd(random));
    return {
      traits: traitsOf(random, [course]),
      githubSkewMs: githubSkew(random),
      jobs: [{ at: 0, head: firstHead }],
      mostStarts: 1,
      truth: [stateOf(course.end)],
    };
  },
};

/** The project's file names pipelines by their key, which such a token needs: it hides the variables. */
export const byTrigger: Scenario = {
  name: 'started by trigger token',
  draw: (random) => startedByTrigger(random, 'key'),
};

/** The same without such a name: after a lost answer nobody can tell whether a pipeline is the one, so it goes on. */
export const byTriggerUnnamed: Scenario = {
  name: 'started by trigger token, not named',
  draw: (random) => {
    const stage = startedByTrigger(random, random.pick(['own', 'none']));
    return { ...stage, mayLive: 1, truth: [...stage.truth, 'error'] };
  },
};

function startedByTrigger(random: Random, names: GitLabTraits['names']): Stage {
  const stage = fresh.draw(random);
  const given = (value: string) => ({ from: 'input' as const, value });
  const tokens = { triggerToken: given('trigger'), token: given('access'), creators: [] };
  const gitlab = { url: 'https://gitlab.model', project: 'acme/engine-tests', ...tokens };
  const jobs = [{ at: 0, head: firstHead, settings: { gitlab } }];
  return { ...stage, traits: { ...stage.traits, names }, jobs };
}

export const retried: Scenario = {
  name: 're-run of a failed one',
  draw: (random) => {
    const end = anyEnd(random);
    const failed: Attempt = { queueMs: 100, runMs: 1_000, end: 'failed' };
    return {
      traits: traitsOf(random, [failed, attemptOf(random, end)]),
      githubSkewMs: githubSkew(random),
      before: earlier,
      jobs: [{ at: 2 * minute, head: firstHead, attempt: 2 }],
      mostStarts: 0,
      truth: [stateOf(end)],
    };
  },
};

export const bridgeFailed: Scenario = {
  name: 're-run where a bridge failed',
  draw: (random) => {
    const end = anyEnd(random);
    const failed: Attempt = { queueMs: 100, runMs: 1_000, end: 'failed' };
    return {
      traits: traitsOf(random, [failed, attemptOf(random, end)], { failsInBridge: true }),
      githubSkewMs: githubSkew(random),
      before: earlier,
      jobs: [{ at: 2 * minute, head: firstHead, attempt: 2 }],
      mostStarts: 1,
      truth: [stateOf(end)],
    };
  },
};

export const attached: Scenario = {
  name: 'joins a running one',
  draw: (random) => {
    const course = attemptOf(random, anyEnd(random));
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

/** The token was replaced since, and its user is named. */
export const replacedToken: Scenario = {
  name: 'joins one of a replaced token',
  draw: (random) => {
    const stage = attached.draw(random);
    return {
      ...stage,
      before: (gitlab, key) => earlier(gitlab, key, formerUser),
      jobs: stage.jobs.map((job) => ({ ...job, creators: [formerUser] })),
      ours: [botUser, formerUser],
    };
  },
};

/** The same where nobody has named the user: the old pipeline is somebody's, and goes on. */
export const forgottenToken: Scenario = {
  name: 'beside one of a forgotten token',
  draw: (random) => {
    const old: Attempt = { queueMs: 100, runMs: 60 * minute, end: 'success' };
    const course = attemptOf(random, anyEnd(random));
    return {
      traits: traitsOf(random, [old, course]),
      githubSkewMs: githubSkew(random),
      before: (gitlab, key) => earlier(gitlab, key, formerUser),
      jobs: [{ at: 90_000, head: firstHead, attempt: 2 }],
      mostStarts: 1,
      truth: [stateOf(course.end)],
    };
  },
};

export const stands: Scenario = {
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

export const anew: Scenario = {
  name: 'anew beside a running one',
  draw: (random) => {
    const old: Attempt = { queueMs: 100, runMs: 60 * minute, end: 'failed' };
    const course = attemptOf(random, anyEnd(random));
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

export const moved: Scenario = {
  name: 'the private branch has moved',
  draw: (random) => {
    const old: Attempt = { queueMs: 100, runMs: 60 * minute, end: 'success' };
    const course = attemptOf(random, anyEnd(random));
    return {
      traits: traitsOf(random, [old, course]),
      githubSkewMs: githubSkew(random),
      before: (gitlab, key) => {
        earlier(gitlab, key);
        gitlab.branches.set('main', { protected: false, sha: movedHead });
      },
      jobs: [{ at: 90_000, head: firstHead, attempt: 2 }],
      mostStarts: 1,
      truth: [stateOf(course.end)],
    };
  },
};

export const racing: Scenario = {
  name: 'two runs that race',
  draw: (random) => {
    const course = attemptOf(random, anyEnd(random));
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

/** The same story, told by `workflow_run`: its first request finds the pull request. */
export const byRun = (scenario: Scenario): Scenario => ({
  name: `${scenario.name}, by workflow_run`,
  draw: (random) => {
    const stage = scenario.draw(random);
    return { ...stage, jobs: stage.jobs.map((job) => ({ ...job, way: 'workflow_run' as const })) };
  },
});

export const bothWays: Scenario = {
  name: 'both ways in, side by side',
  draw: (random) => {
    const stage = racing.draw(random);
    return {
      ...stage,
      jobs: stage.jobs.map((job, nth) => (nth === 1 ? { ...job, way: 'workflow_run' } : job)),
    };
  },
};
