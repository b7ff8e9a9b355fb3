import { expect } from 'vitest';
import type { Attack } from '../stage.ts';

const waiting = { reason: 'approval-needed', statuses: ['pending'] } as const;
const noSecrets = { 'gitlab-token': '', 'gitlab-trigger-token': '', 'membership-token': '' };

/** Attacks by the event: other workflows, other payloads. */
export const events: readonly Attack[] = [
  {
    number: 1,
    title:
      'pull request code in the privileged job: a fork’s `pull_request` is refused and has no secret (against a ' +
      'job that does not run this code stands the environment alone)',
    play: async ({ scene, sandbox, refused, other }) => {
      const { number } = scene.openByOutsider('privileged');
      const details = { repo: scene.repository, number, sender: 'mallory' };
      const payload = { ...sandbox.github.event('pull_request', 'opened', details) };
      const result = await refused(other('pull_request', payload, 'mallory', { with: noSecrets }), {
        reason: 'unsupported-event',
      });
      expect(result.log).toContain('on: pull_request_target');
      expect(sandbox.recorder.all()).toEqual([]);
    },
  },
  {
    number: 15,
    title:
      'a pull request of the repository itself edits its workflow: `pull_request` is refused with all secrets at ' +
      'hand (against a workflow without this code stands the environment alone)',
    play: async ({ scene, sandbox, refused, other }) => {
      const { number } = scene.openByMember('feature/own-workflow', [], 'wendy');
      const details = { repo: scene.repository, number, sender: 'wendy' };
      const payload = { ...sandbox.github.event('pull_request', 'opened', details) };
      const ref = `refs/pull/${number}/merge`;
      await refused(other('pull_request', payload, 'wendy', { job: { ref } }), {
        reason: 'unsupported-event',
      });
      expect(sandbox.recorder.all()).toEqual([]);
    },
  },
  {
    number: 19,
    title:
      'an artifact or payload names a pull request of a member: what the event is about is found live, by the head',
    play: async ({ scene, sandbox, refused, event }) => {
      const theirs = scene.openByOutsider('artifact');
      const own = scene.openByMember('feature/named');
      const { pull_request } = sandbox.github.event('pull_request_target', 'opened', {
        repo: scene.repository,
        number: own.number,
        sender: 'mallory',
      });
      const named = { 'pull-request': String(own.number) };
      // An artifact is what `with:` would be filled from; `pull_requests` is GitHub's own list, but need not be right.
      const lying = { by: 'workflow_run', run: { pull_requests: [own.number] }, with: named } as const;
      await refused(event(theirs, lying), waiting);
      expect(sandbox.recorder.lines('github').filter((line) => line.includes('artifacts'))).toEqual([]);
      expect(sandbox.github.statuses(scene.repository, own.sha)).toEqual([]);
      await refused(event(theirs, { ...lying, run: { ...lying.run, event: 'push' } }), {
        reason: 'unsupported-event',
      });
      await refused(event(theirs, { with: named }), waiting);
      // A payload that was put together: a member's pull request under the head of the outsider's.
      const job = event(theirs);
      const forged = { ...job.event.payload, number: own.number, pull_request: { ...Object(pull_request) } };
      Object.assign(forged.pull_request, { head: Object(job.event.payload['pull_request']).head });
      await refused({ ...job, event: { ...job.event, payload: forged } }, { reason: 'head-moved' });
    },
  },
  {
    number: 22,
    title: 'a fork’s branch is called like a private branch of GitLab: no twin, before and after an approval',
    play: async ({ scene, sandbox, refused, play, event, toGitLab }) => {
      const { github, gitlab, recorder } = sandbox;
      gitlab.addBranch(scene.project, 'production');
      const pull = scene.openByOutsider('production', ['test-do-infra']);
      await refused(event(pull), waiting);
      github.comment(scene.repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
      const job = event(pull, { action: 'reopened', sender: 'bob', with: { wait: 'false' } });
      expect((await play(job)).outputs['reason']).toBe('detached');
      expect(toGitLab().filter((line) => line.includes('branches'))).toEqual([]);
      const asked = recorder.of('gitlab').filter(({ method, path }) => method === 'POST' && /e$/.test(path));
      expect(asked.map(({ body }) => [JSON.parse(body).ref, body.includes('production')])).toEqual([
        ['main', false],
      ]);
    },
  },
];
