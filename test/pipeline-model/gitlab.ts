import type { Clock } from '../../src/clock.ts';
import type { Pipelines } from '../../src/pipeline/pipeline.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import type { Carry } from '../world/calls.ts';
import { botUser, type GitLabWorld, gitlabWorld, lasts, type Made } from '../world/gitlab.ts';

/** A call that may go wrong. */
export type Call = 'create' | 'find' | 'get' | 'cancel' | 'retry' | 'rename';

/** Lines of the port, by the call of which they are a kind. */
const kinds: Readonly<Record<string, Call>> = { recent: 'find', variable: 'get' };

/** What happens to the next call of a kind. `acts`: GitLab does it all the same. `refused`: it says no, in so many words. */
export interface Mishap {
  readonly call: Call;
  readonly acts: boolean;
  readonly refused?: 'unauthorized' | 'forbidden';
}

/** GitLab as the model has it: pipelines run until a command changes them. */
export interface World extends GitLabWorld {
  /** How many pipelines each run has made. */
  readonly madeBy: ReadonlyMap<string, number>;
  readonly mishaps: Mishap[];
  /** Those of ours whose jobs run, eldest first. */
  running(): readonly Made[];
  /** Those that somebody else has started, and that never end by themselves. */
  readonly theirs: Made[];
  /** GitLab as one run sees it; `near`: over a line on which no call takes long. */
  portOf(run: string, near?: 'near'): Pipelines;
}

/** All runs of the model ask for the same. */
export const theKey = `acme/engine#7@${'a'.repeat(40)}:0123456789ab`;

/**
 * A GitLab. `names`: how the project names its pipelines. `drawn` gives how long (ms) the next way there or back
 * takes, so that the calls of two runs mix in every order.
 */
export function createWorld(clock: Clock, names: World['naming'], drawn: () => number): World {
  const gitlab = gitlabWorld(clock);
  const madeBy = new Map<string, number>();
  const mishaps: Mishap[] = [];
  const lost = () => gitlabFailure('unavailable');

  const carryOf =
    (run: string, near: boolean): Carry =>
    async (line, act) => {
      const latency = () => (near ? 50 : drawn());
      const [method = ''] = line.split(' ');
      if (['durations', 'jobs', 'self'].includes(method)) return act();
      const kind = kinds[method] ?? method;
      await clock.sleep(latency());
      const next = mishaps.findIndex(({ call }) => call === kind);
      const [mishap] = next < 0 ? [] : mishaps.splice(next, 1);
      if (mishap?.refused) throw gitlabFailure(mishap.refused, { mayHaveActed: false });
      if (mishap && !mishap.acts) throw lost();
      if (kind === 'create') madeBy.set(run, (madeBy.get(run) ?? 0) + 1);
      const answer = act();
      await clock.sleep(latency());
      if (mishap) throw lost();
      return answer;
    };

  return Object.assign(gitlab, {
    ...{ naming: names, courses: [lasts], madeBy, mishaps },
    theirs: [],
    running: () =>
      gitlab.made.filter(({ id, creator }) => creator === botUser && gitlab.status(id) === 'running'),
    portOf: (run: string, near?: 'near') => gitlab.client(carryOf(run, near === 'near')),
  });
}
