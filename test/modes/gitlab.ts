import type { Bridge } from '../../src/modes/bridge.ts';
import type { ServiceFailure } from '../../src/net/failure.ts';
import type { Job, Pipeline } from '../../src/pipeline/pipeline.ts';
import type { Branch } from '../../src/pipeline/ref.ts';
import type { PipelineRequest } from '../../src/pipeline/request.ts';
import { isEnded, type PipelineStatus } from '../../src/pipeline/status.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import type { VirtualClock } from '../virtual-clock.ts';

export const branchHead = 'c'.repeat(40);

/** How a pipeline goes: from when (ms after it was made or retried) it is in which status. */
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

/** A pipeline of the fake. */
export interface Made {
  readonly id: number;
  readonly sha: string;
  name: string | undefined;
  readonly request: PipelineRequest | undefined;
  readonly createdAt: number;
  begun: number;
  course: Course;
  canceledAt: number | undefined;
}

/** Told of each call: `before` it has its effect and `after`; a failure that it gives is what the caller gets. */
export interface Noted {
  before(line: string): ServiceFailure | undefined;
  after(line: string): ServiceFailure | undefined;
}

/** A call that is noted, takes effect, and may be failed on either side of that. */
export async function noted<T>({ before, after }: Noted, line: string, act: () => T): Promise<T> {
  const failure = before(line);
  if (failure) throw failure;
  const answer = act();
  const late = after(line);
  if (late) throw late;
  return answer;
}

/** GitLab in memory, on a virtual clock. What it holds is open to the tests. */
export interface FakeGitLab {
  readonly made: Made[];
  readonly branches: Map<string, Branch>;
  /** Tags, with their commits. */
  readonly tags: Map<string, string>;
  /** How the next pipelines go; the last one holds on. */
  courses: Course[];
  /** Whether a new pipeline is named by its template. */
  naming: boolean;
  jobs: readonly Job[];
  scopes: readonly string[];
  status(id: number): PipelineStatus;
  add(over: Partial<Made>): Made;
  /** The API, as one run uses it. */
  client(calls: Noted): Bridge['gitlab'];
}

export function fakeGitLab(clock: VirtualClock): FakeGitLab {
  const made: Made[] = [];
  const found = (id: number): Made => {
    const one = made.find((each) => each.id === id);
    if (!one) throw gitlabFailure('not-found', { mayHaveActed: false });
    return one;
  };
  const newestFirst = (): Made[] => [...made].sort((a, b) => b.id - a.id);
  const statusOf = ({ canceledAt, begun, course }: Made): PipelineStatus => {
    const now = canceledAt ?? clock.now();
    const reached = course.filter(([ms]) => begun + ms <= now).at(-1)?.[1] ?? 'created';
    return canceledAt !== undefined && !isEnded(reached) ? 'canceled' : reached;
  };
  const changedAt = ({ canceledAt, begun, course }: Made): number => {
    const changes = course.map(([ms]) => begun + ms).filter((at) => at <= clock.now());
    return canceledAt ?? changes.at(-1) ?? begun;
  };
  const shown = (one: Made): Pipeline => ({
    id: one.id,
    sha: one.sha,
    status: statusOf(one),
    warnings: false,
    invalidConfiguration: false,
    name: one.name,
    createdAt: one.createdAt,
    updatedAt: changedAt(one),
    startedAt: undefined,
    finishedAt: undefined,
    byRequest: true,
  });

  const fake: FakeGitLab = {
    made,
    branches: new Map([['main', { protected: true, sha: branchHead }]]),
    tags: new Map(),
    courses: [passes],
    naming: true,
    jobs: [],
    scopes: ['api'],
    status: (id) => statusOf(found(id)),
    add: (over) => {
      const now = clock.now();
      const one: Made = {
        id: 100 + made.length,
        sha: branchHead,
        name: undefined,
        request: undefined,
        createdAt: now,
        begun: now,
        course: passes,
        canceledAt: undefined,
        ...over,
      };
      made.push(one);
      return one;
    },
    client: (calls) => {
      const on = <T>(line: string, act: () => T): Promise<T> => noted(calls, `gitlab ${line}`, act);
      const nextCourse = (): Course =>
        (fake.courses.length > 1 ? fake.courses.shift() : fake.courses[0]) ?? passes;
      return {
        create: (request) =>
          on(`create ${request.ref.shown}`, () => {
            const sha = fake.branches.get(request.ref.name)?.sha ?? branchHead;
            const name = fake.naming ? request.key : undefined;
            return shown(fake.add({ sha, course: nextCourse(), request, name }));
          }),
        find: (key) =>
          on('find', () =>
            newestFirst()
              .filter(({ name }) => name === key)
              .map(shown),
          ),
        recent: (since) =>
          on('recent', () =>
            newestFirst()
              .filter(({ begun }) => begun >= since)
              .map(shown),
          ),
        durations: () => on('durations', () => []),
        keyVariable: (id) => on(`variable ${id}`, () => found(id).request?.key),
        jobs: (id) => on(`jobs ${id}`, () => fake.jobs),
        get: (id) => on(`get ${id}`, () => shown(found(id))),
        retry: (id) =>
          on(`retry ${id}`, () => {
            const one = found(id);
            Object.assign(one, { begun: clock.now(), canceledAt: undefined, course: nextCourse() });
            return shown(one);
          }),
        cancel: (id) =>
          on(`cancel ${id}`, () => {
            const one = found(id);
            if (!isEnded(statusOf(one))) one.canceledAt = clock.now();
          }),
        scopes: () => on('scopes', () => fake.scopes),
        rename: (id, name) =>
          on(`rename ${id}`, () => {
            found(id).name = name;
          }),
        branch: (name) => on(`branch ${name}`, () => fake.branches.get(name)),
        tag: (name) => on(`tag ${name}`, () => fake.tags.get(name)),
        defaultBranch: () => on('default', () => 'main'),
      };
    },
  };
  return fake;
}
