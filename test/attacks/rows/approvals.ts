import { expect } from 'vitest';
import type { Attack } from '../stage.ts';

const waiting = { reason: 'approval-needed', statuses: ['pending'] } as const;
const fork = 'mallory/engine';

/** Attacks on approvals. */
export const approvals: readonly Attack[] = [
  {
    number: 5,
    title:
      'an approving review is bound to a new head by a force-push: reviews are no evidence, none is read',
    play: async ({ scene, sandbox, refused, event, other, push }) => {
      const pull = scene.openByOutsider('bound-anew');
      const { number, sha } = push(pull, fork, 'mallory', { force: true });
      const { pull_request } = sandbox.github.event('pull_request_target', 'synchronize', {
        repo: scene.repository,
        number,
        sender: 'mallory',
      });
      const review = { state: 'approved', commit_id: sha, user: { login: 'carol', id: 1, type: 'User' } };
      const sender = { login: 'carol', id: sandbox.github.world.accounts.get('carol')?.id, type: 'User' };
      const payload = { action: 'submitted', review, pull_request, sender };
      await refused(other('pull_request_review', payload, 'carol'), { reason: 'unsupported-event' });
      await refused(event({ ...pull, sha }, { action: 'synchronize' }), waiting);
      // Also not by GraphQL, whose questions are in the body.
      const asked = sandbox.recorder.of('github').map(({ path, body }) => `${path} ${body}`);
      expect(asked.filter((text) => /review/i.test(text))).toEqual([]);
    },
  },
  {
    number: 20,
    title:
      'the comment that approves was edited, later or within its first second, by its author or by others',
    play: async ({ scene, sandbox, refused, event, comment }) => {
      const { github } = sandbox;
      const { repository } = scene;
      const pull = scene.openByOutsider('edited');
      const approve = `/ok-to-test ${pull.sha}`;
      const later = github.comment(repository, pull.number, 'carol', `/ok-to-test ${'a'.repeat(40)}`);
      github.editComment(repository, later.id, approve, { at: later.createdAt + 60_000 });
      // Everybody with write may edit a member's comment, and GitHub's times have whole seconds.
      const atOnce = github.comment(repository, pull.number, 'carol', 'Looks good');
      github.editComment(repository, atOnce.id, approve, { by: 'wendy', at: atOnce.createdAt });
      await refused(event(pull, { action: 'reopened', sender: 'bob' }), waiting);

      // And the event of a comment that is no longer what it was when the event was sent.
      const job = comment(pull, 'carol', approve);
      const sent = github.world.repositories.get(repository)?.issues.get(pull.number)?.comments.at(-1);
      github.editComment(repository, sent?.id ?? 0, 'No', { at: (sent?.createdAt ?? 0) + 60_000 });
      await refused(job, { reason: 'comment-edited' });
    },
  },
  {
    number: 25,
    title: 'the approver has left the organisation since, or lost write: the approval no longer stands',
    play: async ({ scene, sandbox, refused, event, meanwhile }) => {
      const { github } = sandbox;
      const { repository } = scene;
      for (const login of ['leo', 'lara']) {
        github.addUser(login);
        github.addMember('acme', login);
        github.setCollaborator(repository, login, 'write');
      }
      const pull = scene.openByOutsider('left');
      github.comment(repository, pull.number, 'leo', `/ok-to-test ${pull.sha}`);
      github.comment(repository, pull.number, 'lara', `/ok-to-test ${pull.sha}`);
      github.setCollaborator(repository, 'lara', 'triage');
      // He leaves while the run reads the comments.
      meanwhile(/\/issues\/\d+\/comments/, () => github.removeMember('acme', 'leo'));
      await refused(event(pull, { action: 'reopened', sender: 'bob' }), waiting);
    },
  },
];
