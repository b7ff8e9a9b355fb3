/** Attacks by asking again: one approval is for one commit, and not a subscription to pipelines. */
import { expect } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import type { JobOptions } from '../../../sandbox/runner/job.ts';
import type { StepResult } from '../../../sandbox/runner/step.ts';
import type { ScenePull } from '../../../sandbox/scene.ts';
import type { Attack, AttackStage } from '../stage.ts';

const left = { wait: 'false' };

const pipelinesOf = ({ sandbox }: AttackStage, { number }: ScenePull) =>
  [...sandbox.gitlab.world.pipelines.values()].filter(({ name }) =>
    name?.startsWith(`acme/engine#${number}@`),
  );

const reasonOf = ({ outputs }: StepResult) => outputs['reason'];

/** Requests by which GitLab starts, retries or stops something since `from`. */
const changesSince = ({ sandbox }: AttackStage, from: number): readonly string[] =>
  sandbox.recorder
    .lines()
    .slice(from)
    .filter((line) => /^gitlab (?!GET)/.test(line));

/** Plays jobs one after the other that must start, retry and stop nothing; gives how they ended. */
async function silent(stage: AttackStage, jobs: readonly JobOptions[]): Promise<unknown[]> {
  const reasons = [];
  const from = stage.sandbox.recorder.all().length;
  for (const job of jobs) reasons.push(reasonOf(await stage.play(job)));
  expect(changesSince(stage, from)).toEqual([]);
  return reasons;
}

/** What an approved outsider can do over and over. */
const again = ({ event }: AttackStage, pull: ScenePull, given = left): JobOptions[] => [
  event(pull, { action: 'reopened', with: given }),
  event(pull, { action: 'ready_for_review', with: given }),
  event(pull, { by: 'workflow_run', sender: 'mallory', with: given }),
];

/** The outsider's tokens for GitLab: a trigger token alone. */
const triggerAlone = ({ scene }: AttackStage) => ({
  ...left,
  'gitlab-token': ' ',
  'gitlab-trigger-token': scene.tokens.trigger,
  'gitlab-ref': 'main',
});

/** The events are an outsider's all along; the approval stands. */
export const repeats: readonly Attack[] = [
  {
    number: 43,
    title:
      "an approved outsider closes and reopens while GitLab's branch moves: the pipeline of that commit is joined or " +
      'told, and none is started or retried',
    play: async (stage) => {
      const { scene, sandbox, play, event, comment } = stage;
      const { github, gitlab } = sandbox;
      const { project } = scene;
      const move = () => gitlab.push(project, 'main', { 'moved.txt': `${gitlab.world.pipelines.size}\n` });
      const pull = scene.openByOutsider('subscribed', ['test-do-infra']);
      gitlab.hold('next', 'running');
      await play(comment(pull, 'carol', `/ok-to-test ${pull.sha}`, { with: left }));
      const [one] = pipelinesOf(stage, pull);
      move();
      // While it lives it is joined, on whatever head of GitLab's branch.
      expect(new Set(await silent(stage, again(stage, pull)))).toEqual(new Set(['detached']));

      gitlab.release(one?.id ?? 0);

      const failed = scene.openByOutsider('failed', ['test-do-infra']);
      gitlab.scriptStatuses(['failed'], 'next');
      await play(comment(failed, 'carol', `/ok-to-test ${failed.sha}`));
      move();
      expect(new Set(await silent(stage, again(stage, failed)))).toEqual(new Set(['pipeline-failed']));

      // What closing has stopped is not started again by opening.
      const stopped = scene.openByOutsider('stopped', ['test-do-infra']);
      gitlab.hold('next', 'running');
      await play(comment(stopped, 'carol', `/ok-to-test ${stopped.sha}`, { with: left }));
      github.closePullRequest(scene.repository, stopped.number);
      await play(event(stopped, { action: 'closed', with: { mode: 'cancel' } }));
      expect(pipelinesOf(stage, stopped).map(pipelineStatus)).toEqual(['canceled']);
      github.reopenPullRequest(scene.repository, stopped.number);
      expect(new Set(await silent(stage, again(stage, stopped)))).toEqual(new Set(['retest-needed']));
      expect(stage.standing(stopped.sha)).toBe(
        'pending: waiting for a member to comment /retest (test-do-infra)',
      );

      // A commit that has had none gets its first one by any event; a member's word starts the next.
      const first = scene.openByOutsider('first', ['test-do-infra']);
      github.comment(scene.repository, first.number, 'carol', `/ok-to-test ${first.sha}`);
      expect(reasonOf(await play(event(first, { action: 'reopened', with: left })))).toBe('detached');
      expect([pull, failed, first].map((of) => pipelinesOf(stage, of).length)).toEqual([1, 1, 1]);
      await play(comment(failed, 'bob', '/retest all', { with: left }));
      expect(pipelinesOf(stage, failed)).toHaveLength(2);
    },
  },
  {
    number: 44,
    title:
      'people who are no members label an approved commit for more tests: it waits for a member’s `/retest`, and so ' +
      'says the sweep',
    play: async (stage) => {
      const { scene, sandbox, play, event, comment, other, standing } = stage;
      const { github, clock } = sandbox;
      const pull = scene.openByOutsider('more', ['test-do-infra']);
      await play(comment(pull, 'carol', `/ok-to-test ${pull.sha}`));
      expect(standing(pull.sha)).toBe('success: private tests passed (test-do-infra)');
      github.addLabel(scene.repository, pull.number, 'test-aws-infra');
      const labelled = { action: 'labeled', label: 'test-aws-infra', sender: 'trina' };
      const asked = [event(pull, labelled), event(pull, { by: 'workflow_run', sender: 'trina' })];
      expect(await silent(stage, asked)).toEqual(['retest-needed', 'retest-needed']);
      const both = '(test-aws-infra, test-do-infra)';
      const waits = `pending: waiting for a member to comment /retest ${both}`;
      expect(standing(pull.sha)).toBe(waits);

      await clock.sleep(61_000);
      const payload = { ...github.event('schedule', null, { repo: scene.repository }) };
      const sweep = { with: { mode: 'sweep', 'timeout-minutes': '1' } };
      expect(await silent(stage, [other('schedule', payload, 'alice', sweep)])).toEqual(['sweep-done']);
      expect(standing(pull.sha)).toBe(waits);

      const retested = await play(comment(pull, 'bob', '/retest'));
      expect([reasonOf(retested), retested.exitCode]).toEqual(['pipeline-success', 0]);
      expect(standing(pull.sha)).toBe(`success: private tests passed ${both}`);
      expect(pipelinesOf(stage, pull)).toHaveLength(2);
    },
  },
  {
    number: 45,
    title:
      'the same where no pipeline can be found, or no claim: with a trigger token alone, without a commit status, and ' +
      'where GitHub takes none',
    play: async (stage) => {
      const { scene, sandbox, play, event, comment } = stage;
      const { github } = sandbox;
      const alone = triggerAlone(stage);
      const pull = scene.openByOutsider('by-trigger', ['test-do-infra']);
      expect(reasonOf(await play(comment(pull, 'carol', `/ok-to-test ${pull.sha}`, { with: alone })))).toBe(
        'detached',
      );
      expect(new Set(await silent(stage, again(stage, pull, alone)))).toEqual(new Set(['retest-needed']));

      const approved = (branch: string) => {
        const one = scene.openByOutsider(branch, ['test-do-infra']);
        github.comment(scene.repository, one.number, 'carol', `/ok-to-test ${one.sha}`);
        return one;
      };
      // Without a status nobody can tell whether a commit has had one: only a member's event starts.
      const untold = approved('untold');
      const none = { ...left, 'status-context': '' };
      expect(await silent(stage, [event(untold, { action: 'reopened', with: none })])).toEqual([
        'retest-needed',
      ]);
      expect(reasonOf(await play(comment(untold, 'bob', '/retest', { with: none })))).toBe('detached');

      // Nor where the claim cannot be written.
      const unwritten = approved('unwritten');
      const weak = github.issueToken({
        kind: 'actions',
        permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'read' },
        repositories: [scene.repository],
      });
      const jobs = again(stage, unwritten, alone).filter(({ event: { name } }) => name !== 'workflow_run');
      expect(
        new Set(
          await silent(
            stage,
            jobs.map((job) => ({ ...job, githubToken: weak })),
          ),
        ),
      ).toEqual(new Set(['retest-needed']));
      const byMember = event(unwritten, { action: 'reopened', sender: 'bob', with: alone });
      expect(reasonOf(await play({ ...byMember, githubToken: weak }))).toBe('detached');
    },
  },
];
