/** GitLab in memory, on a virtual clock: one private project, its pipelines, and the port through which they are asked. */
import type { Clock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { Ports } from '../../src/modes/ports.ts';
import { type Ownership, oursOf } from '../../src/pipeline/ours.ts';
import type { Job, Pipeline, PipelineApi, Source } from '../../src/pipeline/pipeline.ts';
import { isEnded, type PipelineStatus } from '../../src/pipeline/status.ts';
import type { Branch, Refs } from '../../src/request/ref.ts';
import type { PipelineRequest } from '../../src/request/request.ts';
import { currentHead, gitlabFailure } from '../pipeline/build.ts';
import { type Carry, straight } from './calls.ts';

/** How a pipeline goes: from when (ms after it was made or retried) it is in which status; the first from 0. */
export type Course = readonly (readonly [after: number, status: PipelineStatus])[];

export const passes: Course = [
  [0, 'created'],
  [5_000, 'running'],
  [60_000, 'success'],
];
export const fails: Course = [
  [0, 'running'],
  [60_000, 'failed'],
];
export const lasts: Course = [[0, 'running']];

/** A pipeline: when what happens to it. What lies ahead happens unless somebody changes it. */
export interface Made {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly source: Source;
  /** Id of the user who started it. */
  readonly creator: number;
  readonly request: PipelineRequest | undefined;
  /** The value of its variable `DRAWBRIDGE_KEY`. */
  readonly key: string | undefined;
  readonly createdAt: number;
  readonly states: { readonly at: number; readonly status: PipelineStatus }[];
  readonly names: { readonly at: number; readonly name: string | undefined }[];
}

/** What a test tells of a pipeline: when GitLab says that it was made, and when its course began; both now. */
export interface Added {
  readonly name?: string | undefined;
  readonly request?: PipelineRequest;
  readonly course?: Course;
  readonly createdAt?: number;
  readonly begun?: number;
  /** Default: the request's, else `main`. */
  readonly ref?: string;
  /** Default: started by the token that the runs use. */
  readonly source?: Source;
  readonly creator?: number;
}

/** The user of the token that runs use, and somebody else of the project. */
export const botUser = 71;
export const eveUser = 72;

/** GitLab. What it holds is open to the tests, also between two calls. */
export interface GitLabWorld {
  readonly made: Made[];
  readonly branches: Map<string, Branch>;
  defaultBranch: string;
  /** Tags, with their commits. */
  readonly tags: Map<string, string>;
  /** How the next pipelines and retries go; the last one holds on. */
  courses: Course[];
  /** How the project's file names a pipeline: by its key, in a way of its own, or not at all. */
  naming: 'key' | 'own' | 'none';
  /** What its pipelines consist of; undefined: one job for each test that was asked for, which stands as its pipeline does. */
  jobs: readonly Job[] | undefined;
  /** Of the token that runs use. */
  user: number;
  scopes: readonly string[];
  /** How far (ms) the replicas that answer reads lag behind. */
  lagMs: number;
  /** For so long (ms) a pipeline is `canceling`. */
  cancelingMs: number;
  add(over: Added): Made;
  /** Now, as the primary knows it. */
  status(id: number): PipelineStatus;
  name(id: number): string | undefined;
  rename(id: number, name: string | undefined): void;
  /** What happens to it from now on is another thing. */
  change(id: number, course: Course): void;
  start(request: PipelineRequest, over?: Pick<Added, 'source' | 'creator'>): Made;
  cancel(id: number): void;
  retry(id: number): void;
  /** The API: what it lists is everybody's. `source`: how it starts pipelines. */
  api(carry?: Carry, source?: Source): PipelineApi & Refs;
  /** The same as one run uses it. */
  client(carry?: Carry, by?: Partial<Ownership & { readonly log: Log }>): Ports['gitlab'];
}

/** What has become of a pipeline by a moment: its last state of then. */
export const stateAt = ({ states }: Made, at: number): Made['states'][number] | undefined =>
  states.findLast((one) => one.at <= at);

/** A pipeline as it was at a moment. */
export function shownAt(made: Made, at: number): Pipeline {
  const { id, sha, ref, source, creator, createdAt, states, names } = made;
  const now = stateAt(made, at) ?? { at: createdAt, status: 'created' };
  const started = states.findLast((one) => one.at <= at && one.status === 'running');
  return {
    ...{ id, sha, ref, source, creator, createdAt },
    ...{ status: now.status, warnings: false, invalidConfiguration: false },
    name: names.findLast((one) => one.at <= at)?.name,
    updatedAt: now.at,
    startedAt: started?.at,
    finishedAt: isEnded(now.status) ? now.at : undefined,
  };
}

/** Inputs are no variables (GitLab docs, "CI/CD inputs"). */
const keyShown = ({ key, passAs }: PipelineRequest): string | undefined =>
  passAs === 'variables' ? key : undefined;

/** One job for each test that was asked for. */
function jobsOf(made: Made, at: number): readonly Job[] {
  const { status } = shownAt(made, at);
  const tests = made.request?.values['TESTS_TO_RUN']?.split(',') ?? [];
  return tests.map((name) => ({ name, status, bridge: false, mayFail: false }));
}

/** A list leaves out who started a pipeline. */
function listed({ creator: _, ...shown }: Pipeline): Pipeline {
  return shown;
}

const silent: Log = { info: () => {}, warning: () => {} };

export function gitlabWorld(clock: Clock): GitLabWorld {
  const { now } = clock;
  const made: Made[] = [];
  let count = 0;
  const found = (id: number): Made => {
    const one = made.find((each) => each.id === id);
    if (!one) throw gitlabFailure('not-found', { mayHaveActed: false });
    return one;
  };
  const nextCourse = (): Course => {
    const [first = passes, ...others] = world.courses;
    if (others.length > 0) world.courses = others;
    return first;
  };
  /** What replicas show, newest first. */
  const replica = (): Pipeline[] => {
    const at = now() - world.lagMs;
    const seen = made.filter((one) => stateAt(one, at) !== undefined);
    return seen.toReversed().map((one) => shownAt(one, at));
  };
  const world: GitLabWorld = {
    made,
    branches: new Map([['main', { protected: true, sha: currentHead }]]),
    tags: new Map(),
    defaultBranch: 'main',
    courses: [passes],
    ...{ naming: 'key', jobs: undefined, user: botUser, scopes: ['api'], lagMs: 0, cancelingMs: 0 },
    add: ({ name, request, course = passes, createdAt = now(), begun = now(), ...told }) => {
      const { ref = request?.ref.name ?? 'main', source = 'api', creator = botUser } = told;
      const sha = world.branches.get(ref)?.sha ?? world.tags.get(ref) ?? currentHead;
      const one: Made = {
        id: 100 + count,
        ...{ sha, ref, source, creator },
        request,
        key: request ? keyShown(request) : name,
        createdAt,
        states: [],
        names: [{ at: 0, name }],
      };
      for (const [after, status] of course) one.states.push({ at: begun + after, status });
      count += 1;
      made.push(one);
      return one;
    },
    status: (id) => shownAt(found(id), now()).status,
    name: (id) => shownAt(found(id), now()).name,
    rename: (id, name) => void found(id).names.push({ at: now(), name }),
    change: (id, course) => {
      const { states } = found(id);
      const past = states.filter(({ at }) => at <= now());
      states.splice(0, states.length, ...past, ...course.map(([ms, status]) => ({ at: now() + ms, status })));
    },
    start: (request, over) =>
      world.add({
        ...{ request, course: nextCourse(), creator: world.user },
        name: { key: request.key, own: 'all tests on main', none: undefined }[world.naming],
        ...over,
      }),
    cancel: (id) => {
      const status = world.status(id);
      if (isEnded(status) || status === 'canceling') return;
      const soon: Course = world.cancelingMs > 0 ? [[0, 'canceling']] : [];
      world.change(id, [...soon, [world.cancelingMs, 'canceled']]);
    },
    retry: (id) => {
      if (['failed', 'canceled'].includes(world.status(id))) world.change(id, nextCourse());
    },
    api: (carry = straight, source = 'api') => ({
      // The answer to a write is the primary's, and tells no name.
      create: (request) =>
        carry(`create ${request.key}`, () => ({
          ...shownAt(world.start(request, { source }), now()),
          name: undefined,
        })),
      retry: (id) =>
        carry(`retry ${id}`, () => {
          world.retry(id);
          return { ...shownAt(found(id), now()), name: undefined };
        }),
      cancel: (id) => carry(`cancel ${id}`, () => world.cancel(id)),
      rename: (id, name) =>
        carry(`rename ${id} ${name}`, () => {
          world.rename(id, name);
          return shownAt(found(id), now());
        }),
      named: (key) =>
        carry(`find ${key}`, () =>
          replica()
            .filter(({ name }) => name === key)
            .map(listed),
        ),
      changedSince: (since) =>
        carry(`recent ${since}`, () =>
          replica()
            .filter(({ updatedAt = 0 }) => updatedAt >= since)
            .map(listed),
        ),
      get: (id) =>
        carry(`get ${id}`, () => {
          const shown = replica().find((one) => one.id === id);
          if (!shown) throw gitlabFailure('not-found', { mayHaveActed: false });
          return shown;
        }),
      keyVariable: (id) =>
        carry(`variable ${id}`, () => {
          const { creator, key } = found(id);
          if (creator !== world.user) throw gitlabFailure('forbidden', { mayHaveActed: false });
          return key;
        }),
      jobs: (id) => carry(`jobs ${id}`, () => world.jobs ?? jobsOf(found(id), now())),
      durations: (ending) => carry(`durations ${ending}`, () => []),
      self: () => carry('self', () => ({ user: world.user, scopes: world.scopes })),
      branch: (name) => carry(`branch ${name}`, () => world.branches.get(name)),
      tag: (name) => carry(`tag ${name}`, () => world.tags.get(name)),
      defaultBranch: () => carry('default', () => world.defaultBranch),
    }),
    client: (carry, { creators = [], byTrigger = false, showsKey = !byTrigger, log = silent } = {}) => {
      const api = world.api(carry, byTrigger ? 'trigger' : 'api');
      return { ...api, ...oursOf(api, { creators, byTrigger, showsKey }, { clock, log }) };
    },
  };
  return world;
}
