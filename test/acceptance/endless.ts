import { expect } from 'vitest';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import type { ScenePull } from '../../sandbox/scene.ts';
import {
  atGate,
  findByKey,
  readBranch,
  readProject,
  readPull,
  type Together,
  together,
  writeStatus,
} from './requests.ts';
import { type Stage, type Story, until } from './stage.ts';

/** What stories about cancelling need: a private test that takes an hour unless it is ended. */
export interface Endless {
  /** A pull request on whose GitLab branch the test takes an hour, which is longer than any of our tests. */
  open(branch: string): ScenePull;
  /** Whether the process of the test is running. */
  runs(): boolean;
  /** Waits until a watch has read its pipeline so often and made all its other requests, and the test is running. */
  untilWatched(looks: number): Promise<void>;
  /** The pipeline is cancelled in GitLab, and the process of its test is gone from the machine. */
  expectGone(story: Story): Promise<void>;
}

/** What is asked before a pipeline on the branch of the same name is started. */
export const beforeCreation = (branch: string): (string | Together)[] => [
  atGate(branch),
  together(writeStatus, readBranch(branch), readProject),
  together(findByKey, readPull),
];

/** Puts the endless test on a stage. */
export function endlessOn({ scene, sandbox, ran }: Stage): Endless {
  const { gitlab, recorder } = sandbox;
  const runs = () => gitlab.world.processes.some(({ job, alive }) => job === 'test-do-infra' && alive);
  return {
    runs,
    open: (branch) => {
      gitlab.addBranch(scene.project, branch, { files: { 'expected/test-do-infra.txt': 'pass 3600\n' } });
      return scene.openByMember(branch, ['test-do-infra']);
    },
    untilWatched: (looks) => {
      const made = (path: RegExp) => recorder.of('gitlab').filter((one) => path.test(one.path)).length;
      // The first search for the key is that before the start.
      const isAllAsked = () =>
        made(/\?name=/) === 3 && made(/\?status=/) === 1 && made(/\?updated_after=/) === 1;
      const isLookedAt = () => made(/\/pipelines\/\d+$/) >= looks;
      return until(() => isAllAsked() && isLookedAt() && runs(), 'all requests of a watch');
    },
    expectGone: async (story) => {
      await until(() => !runs(), 'the end of the private test');
      expect(story.pipelines.map(pipelineStatus)).toEqual(['canceled']);
      expect(ran(story)).toEqual({ 'build-engine': 0, 'test-do-infra': null });
      for (const { pid } of gitlab.world.processes) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    },
  };
}
