/** Attacks from inside GitLab: by a Developer of the private project who may not run on its protected branch. */
import { expect } from 'vitest';
import type { Pipeline } from '../../../sandbox/gitlab/pipeline.ts';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import type { ScenePull } from '../../../sandbox/scene.ts';
import { ownScript, scriptFiles } from '../../acceptance/scripts.ts';
import { until } from '../../acceptance/stage.ts';
import type { Attack, AttackStage } from '../stage.ts';

/** Files of a project with one job. */
const oneJob = (script: string) => ({
  '.gitlab-ci.yml': `unit:\n  ${ownScript('unit')}\n`,
  ...scriptFiles({ unit: script }),
});

/** The project's job fails on its default branch, and passes, or lasts, on hers. */
const unlike = (elsewhere: string) =>
  oneJob(`if [ "$CI_COMMIT_REF_NAME" = main ]; then exit 1; else ${elsewhere}; fi`);

/** A member's pull request for a project with such jobs, and the name that a run for it gives its pipeline. */
async function seen({ sandbox: { gitlab }, scene, play, event }: AttackStage, elsewhere: string) {
  gitlab.push(scene.project, 'main', unlike(elsewhere));
  gitlab.protectBranch(scene.project, 'main', 'developer');
  const pull = scene.openByMember('feature/forged');
  const { outputs } = await play(event(pull));
  const made = gitlab.pipeline(Number(outputs['pipeline-id']));
  gitlab.deletePipeline(made.id);
  return { pull, name: made.name ?? '' };
}

/** A pipeline of eve's on a branch of hers, at the same commit and with the same values. */
function byEve({ sandbox: { gitlab }, scene }: AttackStage, key: string, name: string): Promise<Pipeline> {
  gitlab.addBranch(scene.project, 'eves');
  const variables = { DRAWBRIDGE_KEY: key, TESTS_TO_RUN: 'test-all' };
  return gitlab.startPipeline(scene.project, { user: 'eve', ref: 'eves', variables, name });
}

const isLive = (pipeline: Pipeline) => !['success', 'failed', 'canceled'].includes(pipelineStatus(pipeline));

/** Pipelines of a pull request, by whoever. */
const pipelinesOf = ({ sandbox }: AttackStage, { number }: ScenePull) =>
  [...sandbox.gitlab.world.pipelines.values()].filter(({ variables }) =>
    variables.some(({ key, value }) => key === 'DRAWBRIDGE_KEY' && value.includes(`#${number}@`)),
  );

export const forgeries: readonly Attack[] = [
  {
    number: 53,
    title: 'a GitLab Developer copies our name, values and commit, and passes: her verdict is nobody’s',
    play: async (stage) => {
      const { pull, name } = await seen(stage, 'exit 0');
      const hers = await byEve(stage, name, name);
      await until(() => pipelineStatus(hers) === 'success', 'her success');
      for (const action of ['reopened', 'labeled']) {
        const { outputs } = await stage.play(stage.event(pull, { action, label: 'test-all' }));
        expect(outputs).toMatchObject({ verdict: 'failure' });
        expect(outputs['pipeline-id']).not.toBe(String(hers.id));
      }
      expect(stage.standing(pull.sha)).toMatch(/^failure: /);
    },
  },
  {
    number: 54,
    title: 'she gives a pipeline of hers that is older and running our name: ours does not make way',
    play: async (stage) => {
      const { gitlab } = stage.sandbox;
      const { pull, name } = await seen(stage, 'sleep 3600');
      const hers = await byEve(stage, name, 'mine');
      await until(() => pipelineStatus(hers) === 'running', 'hers');
      stage.sandbox.faults.plant({
        ...{ service: 'gitlab', method: 'GET', path: /\?name=/, when: 'before', nth: 2 },
        fault: { kind: 'act', act: () => gitlab.renamePipeline(hers.id, name) },
      });
      const { outputs } = await stage.play(stage.event(pull, { action: 'reopened' }));
      expect([hers.name, pipelineStatus(hers)]).toEqual([name, 'running']);
      // Its own end, not that of hers, and not a cancelled one.
      expect(outputs).toMatchObject({ verdict: 'failure', reason: 'pipeline-failed' });
    },
  },
  {
    number: 55,
    title: 'she gives ours another name, so that the next run finds none: of the two the younger makes way',
    play: async (stage) => {
      const { gitlab } = stage.sandbox;
      gitlab.push(stage.scene.project, 'main', oneJob('sleep 4'));
      const pull = stage.scene.openByMember('feature/renamed');
      const first = stage.play(stage.event(pull));
      const running = () => pipelinesOf(stage, pull).filter((one) => pipelineStatus(one) === 'running');
      await until(() => running().length === 1, 'ours');
      for (const { id } of running()) gitlab.renamePipeline(id, 'nightly');
      const second = stage.play(stage.event(pull, { action: 'reopened', job: { runId: 2 } }));
      const results = await Promise.all([first, second]);
      expect(results.map(({ outputs }) => outputs['verdict'])).toEqual(['success', 'success']);
      expect(new Set(results.map(({ outputs }) => outputs['pipeline-id'])).size).toBe(1);
      expect(pipelinesOf(stage, pull).filter(isLive)).toEqual([]);
    },
  },
  {
    number: 56,
    title: 'somebody closes and reopens: the late run for the close stops nothing of what is open again',
    play: async (stage) => {
      const { github } = stage.sandbox;
      const { repository } = stage.scene;
      stage.sandbox.gitlab.push(stage.scene.project, 'main', oneJob('sleep 4'));
      const pull = stage.scene.openByMember('feature/reopened');
      github.closePullRequest(repository, pull.number);
      const late = stage.event(pull, { action: 'closed', with: { mode: 'cancel' } });
      github.reopenPullRequest(repository, pull.number);
      const reopened = stage.play(stage.event(pull, { action: 'reopened' }));
      await until(() => pipelinesOf(stage, pull).some(isLive), 'a pipeline');
      const { outputs } = await stage.play(late);
      expect(outputs).toMatchObject({ reason: 'cancel-done' });
      expect((await reopened).outputs).toMatchObject({ verdict: 'success' });
    },
  },
];
