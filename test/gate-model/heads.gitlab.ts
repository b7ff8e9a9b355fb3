/** GitLab for pull requests of one commit: how a pipeline ends is for its tests to say. */
import type { Job } from '../../src/pipeline/pipeline.ts';
import type { PipelineRequest } from '../../src/request/request.ts';
import type { Random } from '../faults/random.ts';
import type { VirtualClock } from '../world/clock.ts';
import { type Course, type GitLabWorld, gitlabWorld, type Made, stateAt } from '../world/gitlab.ts';
import { type Id, ids } from './heads.steps.ts';

/** It, and what the oracle is told of it. */
export interface ModelGitLab {
  readonly world: GitLabWorld;
  /** The tests of each pipeline of a commit that has passed by now. */
  passed(commit: string): readonly ReadonlySet<string>[];
  /** Whether one has ended otherwise. */
  failed(commit: string): boolean;
  /** A job for each test. */
  jobs(id: number): readonly Job[];
}

/** `broken`: the tests that fail. */
export function createModelGitLab(broken: readonly Id[], clock: VirtualClock, numbers: Random): ModelGitLab {
  const gitlab = gitlabWorld(clock);
  const whole: ReadonlySet<string> = new Set(ids);
  const testsIn = (request: PipelineRequest | undefined): ReadonlySet<string> => {
    const sent = request?.values['TESTS_TO_RUN']?.split(',') ?? [];
    return sent.some((test) => !ids.includes(test as Id)) ? whole : new Set(sent);
  };
  const pipelinesOf = (commit: string) =>
    gitlab.made.filter(({ request }) => request?.values['GITHUB_COMMIT_ID'] === commit);
  const statusNow = (one: Made) => stateAt(one, clock.now())?.status;
  const courseOf = (request: PipelineRequest | undefined): Course => {
    const end = [...testsIn(request)].some((test) => broken.includes(test as Id)) ? 'failed' : 'success';
    const runs = Math.round(numbers.between(5_000, 180_000));
    return [
      [0, 'created'],
      [1_000, 'running'],
      [runs, end],
    ];
  };
  Object.assign(gitlab, {
    start: (request: PipelineRequest) =>
      gitlab.add({ request, name: request.key, course: courseOf(request), creator: gitlab.user }),
    retry: (id: number) => {
      const one = gitlab.made.find((made) => made.id === id);
      if (one && ['failed', 'canceled'].includes(statusNow(one) ?? ''))
        gitlab.change(id, courseOf(one.request));
    },
  });

  return {
    world: gitlab,
    passed: (commit) =>
      pipelinesOf(commit).flatMap((one) => (statusNow(one) === 'success' ? [testsIn(one.request)] : [])),
    failed: (commit) =>
      pipelinesOf(commit).some(({ states }) =>
        states.some(({ at, status }) => at <= clock.now() && ['failed', 'canceled'].includes(status)),
      ),
    jobs: (id) => {
      const made = gitlab.made.find((one) => one.id === id);
      const status = (made && statusNow(made)) ?? 'created';
      return [...testsIn(made?.request)].map((name) => ({ name, status, bridge: false, mayFail: false }));
    },
  };
}
