import { expect } from 'vitest';
import type { Attack } from '../stage.ts';

const waiting = { reason: 'approval-needed', statuses: ['pending'] } as const;

/** Attacks by people who pass for others. */
export const people: readonly Attack[] = [
  {
    number: 4,
    title:
      "a triager sets a label, on an outsider's pull request and on a member's: both wait for an approval",
    play: async ({ scene, sandbox, refused, event }) => {
      for (const pull of [scene.openByOutsider('triage'), scene.openByMember('feature/triage')]) {
        sandbox.github.addLabel(scene.repository, pull.number, 'test-aws-infra');
        await refused(event(pull, { action: 'labeled', label: 'test-aws-infra', sender: 'trina' }), waiting);
      }
    },
  },
  {
    number: 8,
    title: "Dependabot as the actor on an outsider's pull request, trusted or without secrets: waiting",
    play: async ({ scene, sandbox, refused, event }) => {
      const bot = sandbox.github.addUser('dependabot[bot]', { id: 49_699_333 });
      const pull = scene.openByOutsider('recreated');
      const sender = 'dependabot[bot]';
      const trusted = { 'trusted-bots': String(bot.id) };
      await refused(event(pull, { action: 'synchronize', sender, with: trusted }), waiting);
      const none = { 'gitlab-token': '', 'membership-token': '' };
      await refused(event(pull, { action: 'synchronize', sender, with: none }), {
        reason: 'dependabot',
        statuses: ['pending'],
      });
    },
  },
  {
    number: 9,
    title: "a re-run by an outsider of a member's run, and a member's re-run of a stale commit",
    play: async ({ scene, refused, event, push }) => {
      const pull = scene.openByMember('feature/again');
      const first = event(pull);
      const again = (triggeringActor: string) => ({ ...first, runAttempt: 2, triggeringActor });
      await refused(again('wendy'), { reason: 'rerunner-not-member', statuses: ['failure'] });
      push(pull, scene.repository, 'bob');
      await refused(again('bob'), { reason: 'head-moved' });
    },
  },
  {
    number: 10,
    title: 'a 302 in place of the membership, with a 204 behind it: not followed, nothing is proven',
    play: async ({ scene, sandbox, refused, event, answer }) => {
      sandbox.github.addMember('acme', 'alice', { role: 'admin', public: true });
      const location = `${sandbox.apiUrl}/orgs/acme/public_members/alice`;
      expect((await fetch(location, { headers: { 'user-agent': 'x' } })).status).toBe(204);
      answer(/\/memberships\/mallory$/, { kind: 'status', status: 302, headers: { location } });
      const pull = scene.openByOutsider('redirected');
      await refused(event(pull), {
        reason: 'membership-hidden',
        decision: 'undecided',
        statuses: ['error'],
      });
      const asked = sandbox.recorder.lines('github').filter((line) => line.includes('members/alice'));
      expect(asked).toHaveLength(1);
    },
  },
  {
    number: 11,
    title: 'the payload says `author_association: MEMBER`, GitHub says 404: waiting',
    play: async ({ scene, sandbox, refused, event, comment }) => {
      const { github } = sandbox;
      const [repo, author, association] = [scene.repository, 'mallory', 'MEMBER'];
      const sha = github.push({ repo: 'mallory/engine', branch: 'associated', by: author });
      const opened = { repo, author, headRepo: 'mallory/engine', branch: 'associated', association };
      const pull = { number: github.openPullRequest(opened).number, sha, branch: 'associated' };
      const job = event(pull);
      expect(JSON.stringify(job.event.payload)).toContain('"author_association":"MEMBER"');
      await refused(job, waiting);
      github.comment(repo, pull.number, author, `/ok-to-test ${sha}`, { association });
      await refused(comment(pull, author, undefined), { reason: 'command-not-allowed' });
    },
  },
  {
    number: 12,
    title:
      'a member who may only read, and an invitation that nobody accepted: neither is a member with write',
    play: async ({ scene, refused, event, comment }) => {
      const pull = scene.openByOutsider('nearly');
      for (const login of ['dora', 'pia', 'trina', 'wendy']) {
        await refused(comment(pull, login, `/ok-to-test ${pull.sha}`), { reason: 'command-not-allowed' });
      }
      // Nor do their words count later, as evidence.
      await refused(event(pull, { action: 'reopened', sender: 'bob' }), waiting);
      await refused(event(scene.openByMember('feature/invited', [], 'pia')), waiting);
    },
  },
  {
    number: 23,
    title: 'the author is a ghost, or the head repository is gone: refused, approved or not',
    play: async ({ scene, sandbox, refused, event }) => {
      const { github } = sandbox;
      const { repository } = scene;
      for (const [login, as] of [
        ['zoe', 'ghost'],
        ['zack', 'null'],
      ] as const) {
        github.addUser(login);
        github.fork(repository, login);
        const headRepo = `${login}/engine`;
        const sha = github.push({ repo: headRepo, branch: 'gone', by: login });
        const { number } = github.openPullRequest({
          repo: repository,
          author: login,
          headRepo,
          branch: 'gone',
        });
        github.comment(repository, number, 'carol', `/ok-to-test ${sha}`);
        github.deleteUser(login, { as });
        const job = event({ number, sha, branch: 'gone' }, { action: 'reopened', sender: 'bob' });
        await refused(job, { reason: 'author-gone', statuses: ['failure'] });
      }
      github.addUser('yves');
      github.fork(repository, 'yves');
      const sha = github.push({ repo: 'yves/engine', branch: 'gone', by: 'yves' });
      const opened = { repo: repository, author: 'yves', headRepo: 'yves/engine', branch: 'gone' };
      const pull = { number: github.openPullRequest(opened).number, sha, branch: 'gone' };
      github.comment(repository, pull.number, 'carol', `/ok-to-test ${sha}`);
      github.deleteHeadRepository(repository, pull.number);
      await refused(event(pull, { action: 'reopened', sender: 'bob' }), {
        reason: 'head-repository-gone',
        statuses: ['failure'],
      });
    },
  },
  {
    number: 26,
    title:
      "an outsider pushes to a member's branch; the member's label, re-run or dispatch does not launder it",
    play: async ({ scene, sandbox, refused, event, other, push }) => {
      const opened = scene.openByMember('feature/laundered');
      const pull = push(opened, scene.repository, 'wendy');
      await refused(event(pull, { action: 'labeled', label: 'test-do-infra', sender: 'carol' }), waiting);
      const pushed = event(pull, { action: 'synchronize', sender: 'wendy' });
      await refused({ ...pushed, runAttempt: 2, triggeringActor: 'bob' }, waiting);
      const details = { repo: scene.repository, sender: 'bob' };
      const dispatched = { ...sandbox.github.event('workflow_dispatch', null, details) };
      const number = { 'pull-request': String(pull.number) };
      await refused(other('workflow_dispatch', dispatched, 'bob', { with: number }), waiting);
    },
  },
];
