import { expect } from 'vitest';
import type { Attack } from '../stage.ts';

const fork = 'mallory/engine';

/** Attacks on which commit is meant. */
export const heads: readonly Attack[] = [
  {
    number: 2,
    title: 'the head moves between two calls: the run of the old head ends, whatever it was allowed',
    play: async ({ scene, sandbox, refused, play, event, push, meanwhile, toGitLab }) => {
      // Before the head is read for the first time.
      const own = scene.openByMember('feature/swapped');
      meanwhile(/\/pulls\/\d+$/, () => push(own, scene.repository, 'wendy'));
      await refused(event(own), { reason: 'head-moved' });

      // After the approval was found, before the start: nothing is started, and the pending status is all there is.
      const theirs = scene.openByOutsider('swapped');
      sandbox.github.comment(scene.repository, theirs.number, 'carol', `/ok-to-test ${theirs.sha}`);
      meanwhile(/\/issues\/\d+\/comments/, () => push(theirs, fork, 'mallory'));
      const late = await play(event(theirs));
      expect([late.exitCode, late.outputs['reason']]).toEqual([1, 'superseded']);
      expect(toGitLab().filter((line) => line.startsWith('gitlab POST'))).toEqual([]);
      expect(sandbox.gitlab.world.pipelines.size).toBe(0);
      const states = sandbox.github.statuses(scene.repository, theirs.sha).map(({ state }) => state);
      expect(states).toEqual(['pending']);
    },
  },
  {
    number: 3,
    title: 'a label is kept across a push: it chose tests for the commit before, and lets nothing cross',
    play: async ({ scene, sandbox, refused, event, push }) => {
      const pull = scene.openByOutsider('labelled', ['test-aws-infra']);
      sandbox.github.comment(scene.repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
      const next = push(pull, fork, 'mallory');
      await refused(event(next, { action: 'synchronize' }), {
        reason: 'approval-needed',
        statuses: ['pending'],
      });
      // Nor does a member's label on what an outsider pushed.
      sandbox.github.addLabel(scene.repository, pull.number, 'test-do-infra');
      await refused(event(next, { action: 'labeled', label: 'test-do-infra', sender: 'bob' }), {
        reason: 'approval-needed',
        statuses: ['pending'],
      });
    },
  },
  {
    number: 6,
    title: 'a commit is dated back to before the approval: its date proves nothing',
    play: async ({ scene, sandbox, refused, event, push }) => {
      const pull = scene.openByOutsider('dated-back');
      sandbox.github.comment(scene.repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
      const date = sandbox.clock.now() - 86_400_000;
      const next = push(pull, fork, 'mallory', { date, force: true });
      const ending = { reason: 'approval-needed', statuses: ['pending'] };
      await refused(event(next, { action: 'synchronize' }), ending);
    },
  },
  {
    number: 7,
    title: 'an approval names a short SHA: it approves nothing, now or later',
    play: async ({ scene, refused, event, comment }) => {
      const pull = scene.openByOutsider('short');
      await refused(comment(pull, 'carol', `/ok-to-test ${pull.sha.slice(0, 12)}`), {
        reason: 'command-malformed',
      });
      await refused(comment(pull, 'carol', `/ok-to-test ${pull.sha.slice(0, 39)}`), {
        reason: 'command-malformed',
      });
      const ending = { reason: 'approval-needed', statuses: ['pending'] };
      await refused(event(pull, { action: 'reopened', sender: 'bob' }), ending);
    },
  },
  {
    number: 13,
    title: "an outsider pushes to the branch of a member's fork: an approval is needed",
    play: async ({ scene, sandbox, refused, event, push, answer }) => {
      const { github } = sandbox;
      github.fork(scene.repository, 'bob');
      const sha = github.push({ repo: 'bob/engine', branch: 'shared', by: 'bob' });
      const opened = { repo: scene.repository, author: 'bob', headRepo: 'bob/engine', branch: 'shared' };
      const pull = { number: github.openPullRequest(opened).number, sha, branch: 'shared' };
      const next = push(pull, 'bob/engine', 'mallory');
      const ending = { reason: 'approval-needed', statuses: ['pending'] };
      await refused(event(next, { action: 'synchronize', sender: 'mallory' }), ending);
      await refused(event(next, { action: 'labeled', label: 'test-do-infra' }), ending);
      // Reopening moves nothing, so it is not the member's push either, and GitHub's record of pushes may be late.
      await refused(event(next, { action: 'reopened' }), ending);
      const bob = { login: 'bob', id: github.world.accounts.get('bob')?.id, type: 'User' };
      for (const actor of [null, bob]) {
        const late = (pushes: unknown) =>
          Array.isArray(pushes) ? pushes.map((one) => ({ ...one, after: pull.sha, actor })) : pushes;
        sandbox.faults.clear();
        answer(/\/activity\?/, { kind: 'mutate', change: late });
        const unrecorded = { ...ending, reason: 'push-unrecorded' };
        await refused(event(next, { action: 'reopened' }), unrecorded);
        await refused(event(next, { action: 'labeled', label: 'test-do-infra' }), unrecorded);
      }
    },
  },
  {
    number: 21,
    title: 'a commit resolves in the repository but is not the head: no approval, no duplicate',
    play: async ({ scene, sandbox, refused, event, comment, push }) => {
      const pull = scene.openByOutsider('resolves');
      const before = { ...pull };
      push(pull, fork, 'mallory');
      // The older commit is still served by GitHub, for the fork and the repository share their objects.
      await refused(comment(pull, 'carol', `/ok-to-test ${before.sha}`), { reason: 'approval-stale' });
      await refused(event(pull, { action: 'reopened', sender: 'bob' }), {
        reason: 'approval-needed',
        statuses: ['pending'],
      });
      // With a token that could: only the gate is in the way.
      const githubToken = sandbox.github.issueToken({
        kind: 'actions',
        permissions: { contents: 'write', 'pull-requests': 'write', statuses: 'write' },
        repositories: [scene.repository],
      });
      const duplicating = comment(pull, 'carol', `/duplicate ${before.sha}`, { job: { githubToken } });
      await refused(duplicating, { reason: 'approval-stale' });
      const refs = sandbox.github.world.repositories.get(scene.repository)?.refs ?? new Map();
      expect([...refs.keys()].filter((ref) => ref.includes('ext/'))).toEqual([]);
    },
  },
];
