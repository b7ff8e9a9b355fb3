import {
  type Attempt,
  anyEnd,
  attemptOf,
  firstHead,
  githubSkew,
  minute,
  type Scenario,
  secondHead,
  stateOf,
  traitsOf,
} from './stage.ts';
import { fresh, racing } from './starts.ts';

export const superseding: Scenario = {
  name: 'a push supersedes',
  draw: (random) => {
    const old: Attempt = { queueMs: 1_000, runMs: 50 * minute, end: 'success' };
    const course = attemptOf(random, anyEnd(random));
    const at = Math.round(random.between(60_000, 5 * minute));
    return {
      traits: traitsOf(random, [old, course]),
      githubSkewMs: githubSkew(random),
      events: [
        {
          at,
          happens: (github) => github.push(secondHead),
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

export const cancelled: Scenario = {
  name: 'the job is cancelled',
  draw: (random) => {
    const course = attemptOf(random, 'success');
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

export const killed: Scenario = {
  name: 'the machine dies',
  draw: (random) => {
    const course = attemptOf(random, 'success');
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

export const late: Scenario = {
  name: 'the deadline',
  draw: (random) => {
    const endless: Attempt = { queueMs: 1_000, runMs: 600 * minute, end: 'success' };
    return {
      traits: traitsOf(random, [endless]),
      githubSkewMs: githubSkew(random),
      jobs: [{ at: 0, head: firstHead, timeoutMs: 20 * minute }],
      mostStarts: 1,
      truth: ['failure'],
    };
  },
};

export const away: Scenario = {
  name: 'GitLab is away for minutes',
  draw: (random) => {
    const stage = fresh.draw(random);
    const forMs = Math.round(random.between(0.5 * minute, 10.8 * minute));
    const after = random.next() < 0.6 ? 0 : Math.round(random.between(0, 5 * minute));
    // For longer than the error budget the truth cannot be known, and that has to be said.
    const truth = forMs < 9 * minute ? stage.truth : [...stage.truth, 'error'];
    return { ...stage, away: { after, forMs, status: 503 }, truth };
  },
};

export const turnedAway: Scenario = {
  name: 'GitLab refuses the token for seconds',
  draw: (random) => {
    const stage = fresh.draw(random);
    const forMs = Math.round(random.between(1_000, 14_000));
    const after = Math.round(random.between(0, 5 * minute));
    return { ...stage, away: { after, forMs, status: 403 } };
  },
};

export const cancelledInGitLab: Scenario = {
  name: 'somebody cancels it in GitLab',
  draw: (random) => {
    const at = Math.round(random.between(30_000, 5 * minute));
    return {
      traits: traitsOf(random, [{ queueMs: 1_000, runMs: 30 * minute, end: 'success' }]),
      githubSkewMs: githubSkew(random),
      events: [
        {
          at,
          happens: (_, { made, cancel }) => {
            for (const { id } of made.slice(-1)) cancel(id);
          },
        },
      ],
      jobs: [{ at: 0, head: firstHead }],
      mostStarts: 1,
      truth: ['failure'],
    };
  },
};

export const deleted: Scenario = {
  name: 'it is deleted while watched',
  draw: (random) => {
    const at = Math.round(random.between(2 * minute, 5 * minute));
    return {
      traits: traitsOf(random, [{ queueMs: 1_000, runMs: 30 * minute, end: 'success' }]),
      githubSkewMs: githubSkew(random),
      events: [{ at, happens: (_, { made }) => void made.pop() }],
      jobs: [{ at: 0, head: firstHead }],
      mostStarts: 1,
      truth: ['error'],
    };
  },
};

export const detached: Scenario = {
  name: 'two that race and do not wait',
  draw: (random) => {
    const stage = racing.draw(random);
    const jobs = stage.jobs.map((job) => ({ ...job, settings: { wait: false } }));
    return { ...stage, jobs, mayLive: 1, truth: ['pending'] };
  },
};

/** All stories; the first is the usual one. */
