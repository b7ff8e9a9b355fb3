/** Attacks by rights that look like others: who pays, what was taken back, what was mistyped. */
import { expect } from 'vitest';
import type { Attack } from '../stage.ts';

const waiting = { reason: 'approval-needed', statuses: ['pending'] } as const;

/** None of them is somebody's word. */
export const rights: readonly Attack[] = [
  {
    number: 46,
    title:
      'somebody whose membership is to pay the bills, with write in the repository: no member as author, pusher, ' +
      'sender, approver or rerunner',
    play: async ({ scene, sandbox, refused, event, comment, push }) => {
      const { github } = sandbox;
      github.addUser('bella');
      github.addMember('acme', 'bella', { role: 'billing_manager' });
      github.setCollaborator(scene.repository, 'bella', 'write');
      await refused(event(scene.openByMember('feature/paid', [], 'bella')), waiting);
      const own = scene.openByMember('feature/unpaid');
      await refused(event(own, { action: 'reopened', sender: 'bella' }), waiting);
      await refused(
        { ...event(own), runAttempt: 2, triggeringActor: 'bella' },
        {
          reason: 'rerunner-not-member',
          statuses: ['failure'],
        },
      );
      await refused(event(push(own, scene.repository, 'bella'), { sender: 'bob' }), waiting);
      const theirs = scene.openByOutsider('paid');
      const approve = `/ok-to-test ${theirs.sha}`;
      await refused(comment(theirs, 'bella', approve), { reason: 'command-not-allowed' });
      await refused(event(theirs, { action: 'reopened', sender: 'bob' }), waiting);
    },
  },
  {
    number: 47,
    title:
      'an approval that somebody with write has hidden, before the run or while it reads: it was taken back',
    play: async ({ scene, sandbox, refused, event, comment, meanwhile }) => {
      const { github } = sandbox;
      const { repository: repo } = scene;
      const pull = scene.openByOutsider('hidden');
      const write = () => github.comment(repo, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
      github.minimizeComment(repo, write().id, 'bob');
      await refused(event(pull, { action: 'reopened', sender: 'bob' }), waiting);
      await refused(event(pull, { by: 'workflow_run', sender: 'mallory' }), waiting);
      const next = write();
      meanwhile(/\/issues\/\d+\/comments/, () => github.minimizeComment(repo, next.id, 'bob'));
      await refused(event(pull, { action: 'reopened' }), waiting);
      // And the run of the very comment that approves.
      const job = comment(pull, 'carol', `/ok-to-test ${pull.sha}`);
      const last = github.world.repositories.get(repo)?.issues.get(pull.number)?.comments.at(-1);
      github.minimizeComment(repo, last?.id ?? 0, 'bob', { reason: 'outdated' });
      await refused(job, waiting);
    },
  },
  {
    number: 52,
    title:
      'a mistyped input would open the gate (`team` for `teams`): a name that nobody knows is a wrong input',
    play: async ({ scene, sandbox, refused, play, event }) => {
      const { github } = sandbox;
      github.addTeam('acme', 'infra');
      const pull = scene.openByMember('feature/mistyped');
      const wrong = { reason: 'bad-input', statuses: ['failure'] } as const;
      for (const [name, meant] of [
        ['team', 'teams'],
        ['who_may_run', 'who-may-run'],
        ['approval', 'approvals'],
        ['trusted-bot', 'trusted-bots'],
      ] as const) {
        const { log } = await refused(event(pull, { with: { [name]: 'infra' } }), wrong);
        expect(log).toContain(`- ${name}: is no input of this action; the nearest is \`${meant}\``);
      }
      const meant = await play(event(pull, { with: { teams: 'infra' } }));
      expect(meant.outputs['reason']).toBe('approval-needed');
    },
  },
];
