/** Attacks by several pull requests or several runs for one commit. */
import { expect } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import type { SceneJob, ScenePull } from '../../../sandbox/scene.ts';
import { claimIn } from '../../../src/report/claim.ts';
import { until } from '../../acceptance/stage.ts';
import type { Attack, AttackStage } from '../stage.ts';

const after: SceneJob = { by: 'workflow_run' };
const detached: SceneJob = { ...after, with: { wait: 'false' } };

/** One more pull request of a branch that has one, into another base. */
function openInto(
  { scene, sandbox: { github } }: AttackStage,
  pull: ScenePull,
  base: string,
  author: string,
  labels: string[],
): ScenePull {
  const { repository: repo } = scene;
  github.push({ repo, branch: base, by: 'alice' });
  const { number } = github.openPullRequest({ repo, author, branch: pull.branch, base, labels });
  return { ...pull, number };
}

/** How the pipelines of a pull request stand, eldest first. */
const pipelinesOf = ({ sandbox }: AttackStage, { number }: ScenePull): string[] =>
  [...sandbox.gitlab.world.pipelines.values()]
    .filter(({ name }) => name?.startsWith(`acme/engine#${number}@`))
    .map(pipelineStatus);

/** One commit has one status, whoever asks and in however many ways. */
export const together: readonly Attack[] = [
  {
    number: 31,
    title:
      'two pull requests of one branch: each passes the gate for itself, and what one is refused or fails is not ' +
      'painted over by the other',
    play: async (stage) => {
      const { scene, sandbox, play, event, standing } = stage;
      const own = scene.openByMember('feature/two-bases', ['test-do-infra']);
      const theirs = openInto(stage, own, 'stable', 'wendy', ['test-all']);
      const one = await play(event(own, detached));
      expect([one.exitCode, one.outputs['reason']]).toEqual([1, 'approval-needed']);
      expect([pipelinesOf(stage, own), pipelinesOf(stage, theirs)]).toEqual([[expect.any(String)], []]);
      expect(standing(own.sha)).toBe(
        'pending: private tests are running; the verdict will follow (test-do-infra)',
      );
      const claims = sandbox.github.statuses(scene.repository, own.sha).map(({ target_url }) => target_url);
      const claimants = claims.map((url) => claimIn(url ?? '')?.pull);
      expect(new Set(claimants)).toEqual(new Set([own.number]));

      // Both by members: the one that passes last does not speak for the one that failed.
      const first = scene.openByMember('feature/two-more', ['test-do-infra', 'test-aws-infra']);
      const second = openInto(stage, first, 'legacy', 'carol', ['test-do-infra']);
      sandbox.gitlab.scriptStatuses(['failed'], 'next');
      const both = await play(event(second, after));
      expect([both.exitCode, both.outputs['reason']]).toEqual([1, 'pipeline-failed']);
      expect([pipelinesOf(stage, first), pipelinesOf(stage, second)]).toEqual([['failed'], ['success']]);
      expect(standing(first.sha)).toBe('failure: private tests failed (test-aws-infra, test-do-infra)');
      const said = sandbox.github.statuses(scene.repository, first.sha).map(({ state }) => state);
      expect(said.filter((state) => state !== 'pending')).toEqual(['failure']);
    },
  },
  {
    number: 32,
    title:
      'a run of a closed pull request: it starts nothing, stops what runs for that one and for no other, and nothing ' +
      'of one that is open again',
    play: async (stage) => {
      const { scene, sandbox, play, event, meanwhile, toGitLab } = stage;
      const { github, gitlab, recorder } = sandbox;
      const { repository } = scene;
      const startHeld = async (pull: ScenePull) => {
        gitlab.hold('next', 'running');
        await play(event(pull, detached));
        github.closePullRequest(repository, pull.number);
      };
      const own = scene.openByMember('feature/beside-closed');
      await startHeld(own);
      github.reopenPullRequest(repository, own.number);
      github.push({ repo: 'mallory/engine', branch: 'beside', by: 'mallory', sha: own.sha });
      const opened = { repo: repository, author: 'mallory', headRepo: 'mallory/engine', branch: 'beside' };
      const theirs = { ...own, number: github.openPullRequest(opened).number };
      github.closePullRequest(repository, theirs.number);
      const [closed, again] = [scene.openByMember('feature/closed'), scene.openByMember('feature/again')];
      await startHeld(closed);
      await startHeld(again);
      // Reopened after the list was read: the run of that event has joined the pipeline by now.
      const reopen = () => github.reopenPullRequest(repository, again.number);
      meanwhile(new RegExp(`/pulls/${again.number}$`), reopen);

      recorder.clear();
      for (const pull of [theirs, closed, again]) {
        const { exitCode, outputs } = await play(event(pull, after));
        expect([exitCode, outputs['reason'], outputs['decision']]).toEqual([0, 'cancel-done', 'allowed']);
      }
      expect([own, closed, again].map((pull) => pipelinesOf(stage, pull))).toEqual([
        ['running'],
        ['canceled'],
        ['running'],
      ]);
      const changes = toGitLab().filter((line) => line.startsWith('gitlab POST'));
      expect(changes).toEqual([expect.stringMatching(/\/cancel$/)]);
      // Of the closed one alone it is said that it is closed.
      const said = recorder.lines('github').filter((line) => line.includes(' POST '));
      expect(said.map((line) => line.split('/').at(-1))).toEqual([closed.sha]);
      expect(stage.standing(closed.sha)).toBe('failure: the pull request is closed');
    },
  },
  {
    number: 35,
    title:
      'both ways are installed and hear of one event at the same moment: one pipeline, one voice, one verdict',
    play: async (stage) => {
      const { scene, sandbox, play, event } = stage;
      const { faults, recorder, github } = sandbox;
      const pull = scene.openByMember('feature/both-ways', ['test-do-infra']);
      const isStart = ({ method, path }: { method: string; path: string }) =>
        method === 'POST' && path.endsWith('/pipeline');
      // Each has looked, and seen that there is none, before the other has started one.
      const act = () => until(() => recorder.of('gitlab').filter(isStart).length === 2, 'both starts');
      const start = { service: 'gitlab', method: 'POST', path: /\/pipeline$/, when: 'before' } as const;
      faults.plant({ ...start, nth: 'every', times: 2, fault: { kind: 'act', act } });
      const results = await Promise.all([
        play({ ...event(pull), runId: 71 }),
        play({ ...event(pull, after), runId: 72 }),
      ]);
      expect(results.map(({ exitCode, outputs }) => [exitCode, outputs['verdict']])).toEqual(
        Array(2).fill([0, 'success']),
      );
      expect(results[0]?.outputs['pipeline-id']).toBe(results[1]?.outputs['pipeline-id']);
      expect(pipelinesOf(stage, pull)).toEqual(['success', 'canceled']);
      const said = github.statuses(scene.repository, pull.sha);
      expect(new Set(said.map(({ state }) => state))).toEqual(new Set(['pending', 'success']));
      expect(said.every(({ target_url }) => claimIn(target_url ?? '')?.pull === pull.number)).toBe(true);
      expect(said.at(-1)).toMatchObject({
        state: 'success',
        description: 'private tests passed (test-do-infra)',
      });
    },
  },
];
