import { parsePattern } from '../../../src/request/patterns.ts';
import type { JobPlan } from '../job.ts';
import type { Random } from '../random.ts';
import { ids, pullNumber, secondPull } from '../world/github.ts';
import {
  anyEnd,
  attemptOf,
  firstHead,
  githubSkew,
  minute,
  type Scenario,
  type Stage,
  stateOf,
  traitsOf,
} from './stage.ts';

const selection = {
  ...{ prefix: 'Test-', defaultTests: ['test-all'], allLabel: 'test-all' },
  tests: new Map(ids.map((id) => [`TEST-${id}`, id])),
};

/** A run for each of two pull requests of one branch, beside each other. */
const twoRuns = (random: Random, settings: JobPlan['settings']): readonly JobPlan[] => [
  { at: 0, head: firstHead, run: 1, ...(settings && { settings }) },
  {
    at: Math.round(random.between(0, 20_000)),
    ...{ head: firstHead, run: 2, pull: secondPull, ...(settings && { settings }) },
  },
];

function shared(random: Random, requireAll: boolean): Stage {
  const end = anyEnd(random);
  return {
    traits: traitsOf(random, [attemptOf(random, end), attemptOf(random, end)]),
    githubSkewMs: githubSkew(random),
    prepare: (github) => {
      github.label(pullNumber, ['Test-ALL']);
      github.label(secondPull, ['tEST-dns']);
    },
    jobs: twoRuns(random, { selection, requireAll }),
    ...{ mostStarts: 2, sweeps: true, requireAll },
    truth: [stateOf(end)],
  };
}

export const oneHead: Scenario = {
  name: 'two pull requests of one head',
  draw: (random) => shared(random, false),
};

export const oneHeadForAll: Scenario = {
  name: 'the same, where all tests are required',
  draw: (random) => shared(random, true),
};

/** A job's own token sets a label, of which GitHub tells nobody. */
export const silentLabel: Scenario = {
  name: 'a label without an event',
  draw: (random) => {
    const end = anyEnd(random);
    const at = Math.round(random.between(0, 3 * minute));
    return {
      traits: traitsOf(random, [attemptOf(random, end)]),
      githubSkewMs: githubSkew(random),
      prepare: (github) => github.label(pullNumber, ['test-DNS']),
      events: [{ at, happens: (github) => github.label(pullNumber, ['test-DNS', 'Test-Deploy']) }],
      jobs: [{ at: 0, head: firstHead, settings: { selection } }],
      ...{ mostStarts: 2, sweeps: true },
      // It came after the last word, which the sweep takes back.
      truth: [stateOf(end), 'pending'],
    };
  },
};

/** No label chooses; one pull request is about fewer files than the other, by its base. */
export const byFiles: Scenario = {
  name: 'two pull requests of one head, by files',
  draw: (random) => {
    const end = anyEnd(random);
    const paths = new Map(
      ids.map((id) => {
        const parsed = parsePattern(`${id}/**`);
        if (!parsed.fits) throw new Error(parsed.wrong);
        return [id, [parsed.pattern]] as const;
      }),
    );
    const requireAll = random.next() < 0.5;
    return {
      traits: traitsOf(random, [attemptOf(random, end), attemptOf(random, end)]),
      githubSkewMs: githubSkew(random),
      prepare: (github) => {
        github.label(pullNumber, []);
        github.label(secondPull, []);
        github.changes(['deploy/main.tf', 'dns/zone'], random.next() < 0.5 ? ['dns/zone'] : ['README.md']);
      },
      jobs: twoRuns(random, { selection: { ...selection, paths }, requireAll }),
      ...{ mostStarts: 2, sweeps: true, requireAll },
      truth: [stateOf(end)],
    };
  },
};
