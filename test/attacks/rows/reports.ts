import { expect } from 'vitest';
import { startJob } from '../../../sandbox/runner/job.ts';
import type { Attack } from '../stage.ts';

const waiting = { reason: 'approval-needed', statuses: ['pending'] } as const;

/** Attacks on what the pull request shows. */
export const reports: readonly Attack[] = [
  {
    number: 14,
    title: 'a denial that leaves a green job: every one is red, with and without a commit status',
    play: async ({ scene, sandbox, refused, event }) => {
      const theirs = scene.openByOutsider('green');
      await refused(event(theirs), waiting);
      const none = { 'status-context': '' };
      await refused(event(theirs, { with: none }), { reason: 'approval-needed' });
      await refused(event(theirs, { with: { approvals: 'none' } }), {
        reason: 'not-member',
        statuses: ['failure'],
      });
      const draft = scene.openByMember('feature/draft');
      sandbox.github.convertToDraft(scene.repository, draft.number);
      const left = await startJob(event(draft, { with: none })).done;
      expect([left.exitCode, left.outputs['reason']]).toEqual([1, 'draft']);
    },
  },
  {
    number: 27,
    title: 'a smaller selection on the same head finishes last: it does not overwrite the failure',
    play: async ({ scene, sandbox, play, event, other, refused, standing }) => {
      const { github, gitlab } = sandbox;
      const pull = scene.openByMember('feature/smaller', ['test-do-infra']);
      gitlab.hold('next', 'running');
      const first = startJob(event(pull, { with: { supersede: 'false' } }));
      await first.waitFor(/pipeline #\d+: running/, 15_000);
      const held = [...gitlab.world.pipelines.keys()].at(-1) ?? 0;

      github.addLabel(scene.repository, pull.number, 'test-aws-infra');
      gitlab.scriptStatuses(['failed'], 'next');
      const labelled = { action: 'labeled', label: 'test-aws-infra', with: { supersede: 'false' } };
      const second = await play(event(pull, labelled));
      expect(second.outputs['verdict']).toBe('failure');
      const failure = standing(pull.sha);
      expect(failure).toBe('failure: private tests failed (test-aws-infra, test-do-infra)');

      gitlab.scriptStatuses(['success'], held);
      gitlab.release(held);
      const last = await first.done;
      expect([last.exitCode, last.outputs['verdict']]).toEqual([1, 'superseded']);
      expect(standing(pull.sha)).toBe(failure);

      // Nor does a run on request, which has a status of its own, or one for a push of the same commit.
      sandbox.recorder.clear();
      const details = { repo: scene.repository, sender: 'bob', ref: `refs/heads/${pull.branch}` };
      const pushed = { ...github.event('push', null, details) };
      await refused(other('push', pushed, 'bob', { with: { 'default-tests': 'test-do-infra' } }), {
        reason: 'superseded',
        decision: 'allowed',
      });
      expect(standing(pull.sha)).toBe(failure);
    },
  },
  {
    number: 28,
    scale: 50,
    title:
      "two open pull requests share a head: the outsider's denial or selection leaves the member's status",
    play: async ({ scene, sandbox, play, refused, event, comment, standing }) => {
      const { github, recorder } = sandbox;
      const own = scene.openByMember('feature/shared-head', ['test-do-infra', 'test-aws-infra']);
      const detached = await play(event(own, { with: { wait: 'false' } }));
      expect(detached.outputs['reason']).toBe('detached');
      const status = standing(own.sha);
      expect(status).toMatch(/^pending: private tests are running/);

      recorder.clear();
      github.push({ repo: 'mallory/engine', branch: 'same', by: 'mallory', sha: own.sha });
      const opened = {
        repo: scene.repository,
        author: 'mallory',
        headRepo: 'mallory/engine',
        branch: 'same',
      };
      const { number } = github.openPullRequest({ ...opened, labels: ['test-do-infra'] });
      const theirs = { number, sha: own.sha, branch: 'same' };
      await refused(event(theirs), { reason: 'approval-needed' });
      // Also when other tools bury the member's status under theirs.
      for (let n = 0; n < 120; n++)
        github.setStatus(scene.repository, own.sha, { context: 'coverage', state: 'success', by: 'bob' });
      await refused(event(theirs), { reason: 'approval-needed' });
      expect(standing(own.sha)).toBe(status);
      // Approved, it is tested, but what it passes is not told in place of the other's, which asks for more.
      const passed = await play(comment(theirs, 'carol', `/ok-to-test ${own.sha}`));
      expect([passed.exitCode, passed.outputs['reason']]).toEqual([0, 'more-tests-asked']);
      const triaged = { action: 'unlabeled', label: 'test-do-infra', sender: 'trina' } as const;
      expect((await play(event(theirs, triaged))).outputs['verdict']).not.toBe('success');
      expect(standing(own.sha)).toBe(`pending: passed: test-do-infra; #${own.number} asks for more`);
    },
  },
];
