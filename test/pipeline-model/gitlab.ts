import type { Clock } from '../../src/clock.ts';
import { ServiceFailure, type ServiceFailureKind } from '../../src/net/failure.ts';
import type { Pipeline, Pipelines } from '../../src/pipeline/pipeline.ts';

/** A call that may go wrong. */
export type Call = 'create' | 'find' | 'get' | 'cancel' | 'retry' | 'rename';

/** What happens to the next call of a kind. `acts`: GitLab does it all the same. */
export interface Mishap {
  readonly call: Call;
  readonly acts: boolean;
}

/** A pipeline as it truly is. Jobs run as long as it is `running`. */
export interface TruePipeline {
  readonly id: number;
  readonly sha: string;
  readonly at: number;
  status: 'running' | 'success' | 'failed' | 'canceled';
  name: string | undefined;
}

/** GitLab as the model has it: pipelines whose states the commands change. */
export interface World {
  readonly pipelines: readonly TruePipeline[];
  /** How many pipelines each run has made. */
  readonly madeBy: ReadonlyMap<string, number>;
  readonly mishaps: Mishap[];
  /** The head of the branch that pipelines run on. */
  head: string;
  /** How far (ms) what is shown lags behind. */
  lagMs: number;
  change(pipeline: TruePipeline, change: Partial<Pick<TruePipeline, 'status' | 'name'>>): void;
  /** Whether a pipeline has ever been in a state: a later run may have changed it since. */
  everWas(id: number, status: string): boolean;
  /** GitLab as one run sees it. */
  portOf(run: string): Pipelines;
}

/** All runs of the model ask for the same. */
export const theKey = `acme/engine#7@${'a'.repeat(40)}:0123456789ab`;

const failure = (kind: ServiceFailureKind, mayHaveActed: boolean) =>
  new ServiceFailure({ service: 'gitlab', status: undefined, kind, mayHaveActed });

/**
 * A GitLab. `names`: the project names its pipelines itself. `latency` gives how long (ms) the next way there or back
 * takes, so that the calls of two runs mix in every order.
 */
export function createWorld(clock: Clock, names: boolean, latency: () => number): World {
  const pipelines: TruePipeline[] = [];
  const madeBy = new Map<string, number>();
  const history: { readonly since: number; readonly id: number; readonly shown: Pipeline }[] = [];

  const note = ({ id, sha, status, name, at }: TruePipeline) => {
    const since = clock.now();
    const none = {
      warnings: false,
      invalidConfiguration: false,
      startedAt: undefined,
      finishedAt: undefined,
    };
    history.push({ since, id, shown: { id, sha, status, name, createdAt: at, updatedAt: since, ...none } });
  };
  const shownAt = (id: number, at: number) =>
    history.findLast((one) => one.id === id && one.since <= at)?.shown;
  const known = (id: number): TruePipeline => {
    const one = pipelines.find((pipeline) => pipeline.id === id);
    if (!one) throw failure('not-found', false);
    return one;
  };
  const replica = () => {
    const at = clock.now() - world.lagMs;
    return pipelines.map(({ id }) => shownAt(id, at)).filter((one) => one !== undefined);
  };

  const call = async <T>(kind: Call, act: () => T): Promise<T> => {
    await clock.sleep(latency());
    const next = world.mishaps.findIndex((mishap) => mishap.call === kind);
    const [mishap] = next < 0 ? [] : world.mishaps.splice(next, 1);
    if (mishap && !mishap.acts) throw failure('unavailable', true);
    const answer = act();
    await clock.sleep(latency());
    if (mishap) throw failure('unavailable', true);
    return answer;
  };

  const world: World = {
    pipelines,
    madeBy,
    mishaps: [],
    head: 'c'.repeat(40),
    lagMs: 0,
    change: (pipeline, change) => {
      Object.assign(pipeline, change);
      note(pipeline);
    },
    everWas: (id, status) => history.some((one) => one.id === id && one.shown.status === status),
    portOf: (run) => ({
      create: ({ key }) =>
        call('create', () => {
          const id = 100 + pipelines.length;
          const name = names ? key : undefined;
          pipelines.push({ id, sha: world.head, at: clock.now(), status: 'running', name });
          madeBy.set(run, (madeBy.get(run) ?? 0) + 1);
          note(known(id));
          return { ...(shownAt(id, clock.now()) as Pipeline), name: undefined };
        }),
      find: (key) => call('find', () => replica().filter(({ name }) => name === key)),
      recent: () => call('find', replica),
      durations: async () => [],
      keyVariable: (id) => call('get', () => (known(id).id > 0 ? theKey : undefined)),
      jobs: async () => [],
      get: (id) =>
        call('get', () => {
          const shown = replica().find((one) => one.id === id);
          if (!shown) throw failure('not-found', false);
          return shown;
        }),
      retry: (id) =>
        call('retry', () => {
          const one = known(id);
          if (one.status === 'failed' || one.status === 'canceled') world.change(one, { status: 'running' });
          return shownAt(id, clock.now()) as Pipeline;
        }),
      cancel: (id) =>
        call('cancel', () => {
          if (known(id).status === 'running') world.change(known(id), { status: 'canceled' });
        }),
      scopes: async () => ['api'],
      rename: (id, name) => call('rename', () => world.change(known(id), { name })),
    }),
  };
  return world;
}
