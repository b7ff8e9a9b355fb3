import { expect, it } from 'vitest';
import type { EventName } from '../../../sandbox/github/events.ts';
import type { SceneJob } from '../../../sandbox/scene.ts';
import { openGateStage, unwatched } from './stage.ts';

const stage = await openGateStage();
const { sandbox, scene, event, detached, started, refused, other, play, audit } = stage;
const { github } = sandbox;
const { repository } = scene;

/** The job of an event that is about no pull request. */
const about = (
  name: EventName,
  action: string | null,
  sender: string,
  details: object,
  options: SceneJob = {},
) => {
  const payload = { ...github.event(name, action, { repo: repository, sender, ...details }) };
  return other(name, payload, sender, { ...options, with: { ...unwatched, ...options.with } });
};

it('merge_group: all tests on the merge commit, for a member with write', async () => {
  const pull = scene.openByMember('feature/queued', ['test-do-infra']);
  const { head_sha, head_ref } = github.enqueue(repository, pull.number);
  const result = await started(about('merge_group', 'checks_requested', 'bob', { number: pull.number }));
  expect(result.asked.variables).toMatchObject({
    ...{ GITHUB_COMMIT_ID: head_sha, TESTS_TO_RUN: 'test-all', GITHUB_PULL_REQUEST: '' },
    GITHUB_ENGINE_BRANCH_NAME: head_ref.replace('refs/heads/', ''),
    DRAWBRIDGE_KEY: expect.stringMatching(new RegExp(`^acme/engine!queue@${head_sha}:[0-9a-f]{12}$`)),
  });
  expect(result.outputs['all-tests-selected']).toBe('true');
  expect(stage.statuses(head_sha)).toEqual(Array(2).fill('drawbridge pending'));
  await refused(about('merge_group', 'checks_requested', 'wendy', { number: pull.number }), {
    reason: 'sender-not-writer',
  });

  // The queue may be a bot, here for its next commit; GitHub shows no role for it. It is believed where it is trusted by its number.
  const bot = github.addUser('github-merge-queue[bot]');
  github.enqueue(repository, pull.number);
  const queued = (trusted: string) =>
    about('merge_group', 'checks_requested', bot.login, { number: pull.number }, trusting(trusted));
  await refused(queued(String(bot.id + 1)), { reason: 'sender-not-writer', statuses: ['failure'] });
  const believed = await started(queued(String(bot.id)));
  expect(audit(believed)).toMatchObject({ rule: 'member-with-write', sender: bot.id, event: 'merge_group' });
});

const trusting = (ids: string) => ({ with: { 'trusted-bots': ids } });

it('push: the default tests on the new head, for a member with write', async () => {
  const sha = github.push({ repo: repository, branch: 'main', by: 'carol' });
  const tests = { with: { 'default-tests': 'test-do-infra' } };
  const result = await started(about('push', null, 'carol', {}, tests));
  expect(result.asked.variables).toMatchObject({ GITHUB_COMMIT_ID: sha, TESTS_TO_RUN: 'test-do-infra' });
  expect(result.outputs['gitlab-ref']).toBe('main');
  // What has been tested stays so: nobody who was refused paints over it.
  for (const login of ['wendy', 'dora'])
    await refused(about('push', null, login, {}), { reason: 'sender-not-writer' });
  const again = { ...about('push', null, 'carol', {}), runAttempt: 2, triggeringActor: 'wendy' };
  await refused(again, { reason: 'sender-not-writer' });
});

it('push of a tag: the commit that it stands for, also of an annotated one, which is an object of its own', async () => {
  const sha = github.push({ repo: repository, branch: 'main', by: 'carol' });
  for (const [tag, after] of [
    ['v1.0.0', sha],
    ['v1.0.1', 'e'.repeat(40)],
  ] as const) {
    const payload = {
      ...github.event('push', null, { repo: repository, sender: 'carol', ref: `refs/tags/${tag}`, sha }),
    };
    const job = { ref: `refs/tags/${tag}`, sha };
    const result = await started(
      other('push', { ...payload, after }, 'carol', { with: { ...unwatched, mode: 'run' }, job }),
    );
    expect(result.asked.variables).toMatchObject({ GITHUB_COMMIT_ID: sha, GITHUB_ENGINE_BRANCH_NAME: tag });
    expect(audit(result)).toMatchObject({ event: 'tag', rule: 'member-with-write', commit: sha });
  }
});

it('workflow_dispatch: by the row of the pull request that it names, for a member with write', async () => {
  const own = scene.openByMember('feature/dispatched', ['test-do-infra']);
  const dispatch = (number: number, sender: string) =>
    about('workflow_dispatch', null, sender, {}, { with: { 'pull-request': String(number) } });
  const result = await started(dispatch(own.number, 'carol'));
  expect(audit(result)).toMatchObject({
    ...{ event: 'workflow_dispatch', pullRequest: own.number, commit: own.sha, rule: 'all-members' },
    ...{ author: stage.idOf('bob'), pushers: [stage.idOf('bob')], sender: stage.idOf('carol') },
  });
  await refused(dispatch(own.number, 'dora'), { reason: 'sender-not-writer' });

  const theirs = scene.openByOutsider('dispatched');
  await refused(dispatch(theirs.number, 'carol'), { reason: 'approval-needed', statuses: ['pending'] });
  github.comment(repository, theirs.number, 'bob', `/ok-to-test ${theirs.sha}`);
  expect(audit(await started(dispatch(theirs.number, 'carol')))).toMatchObject({ rule: 'approved-commit' });
  const unnamed = about('workflow_dispatch', null, 'carol', {}, { with: { mode: 'run' } });
  await refused(unnamed, { reason: 'unsupported-event' });
});

it('a trusted bot counts as a member by its number, another of the same name does not', async () => {
  const bot = github.addUser('renovate[bot]', { id: 29_139_614 });
  const pull = scene.openByMember('renovate/all', ['test-do-infra'], bot.login);
  const result = await started(detached(pull, trusting(String(bot.id))));
  expect(audit(result)).toMatchObject({ author: bot.id, pushers: [bot.id], sender: bot.id });
  await refused(event(pull, trusting('1')), { reason: 'approval-needed' });
  // A bot repeats what it is told, so its comments never approve or command anything.
  const says = stage.comment(pull, bot.login, `/ok-to-test ${pull.sha}`, trusting(String(bot.id)));
  await refused(says, { reason: 'command-not-allowed' });
});

it('a re-run by a member, with all others members: allowed, and recorded', async () => {
  const pull = scene.openByMember('feature/rerun', ['test-do-infra']);
  const job = { ...detached(pull), runAttempt: 2, triggeringActor: 'carol' };
  expect(audit(await started(job))).toMatchObject({ attempt: 2, rerunner: stage.idOf('carol') });
});

it('drafts are left alone, and run where that is wanted', async () => {
  const pull = scene.openByMember('feature/draft', ['test-do-infra']);
  github.convertToDraft(repository, pull.number);
  const left = await play(event(pull));
  expect([left.exitCode, left.outputs['decision'], stage.statuses(pull.sha)]).toEqual([
    0,
    'not-run',
    ['drawbridge pending'],
  ]);
  await started(detached(pull, { with: { drafts: 'true' } }));
});

it('teams: membership of one of them is required', async () => {
  for (const team of ['qa', 'infra']) github.addTeam('acme', team);
  github.addTeamMember('acme', 'infra', 'bob');
  const teams = { with: { teams: 'qa, infra' } };
  await started(detached(scene.openByMember('feature/team', ['test-do-infra']), teams));
  const waiting = { reason: 'approval-needed', statuses: ['pending'] };
  await refused(event(scene.openByMember('feature/no-team', [], 'carol'), teams), waiting);
});

it('who-may-run: the most generous row wins, and what is beyond it is refused by name', async () => {
  github.addTeam('acme', 'cloud');
  github.addTeamMember('acme', 'cloud', 'carol');
  const rights = { with: { 'who-may-run': 'write: [test-do-infra]\ncloud: [test-aws-infra]\nadmin: all' } };
  const both = ['test-do-infra', 'test-aws-infra'];
  await started(detached(scene.openByMember('feature/both', both, 'carol'), rights));
  const pull = scene.openByMember('feature/one', both, 'bob');
  await refused(event(pull, rights), { reason: 'test-not-allowed', statuses: ['failure'] });
  expect(stage.standing(pull.sha)).toMatch(/: test-aws-infra$/);
  await started(detached(pull, { ...rights, action: 'reopened', sender: 'alice' }));
  // All tests take the right to all of them.
  const all = scene.openByMember('feature/all', [], 'carol');
  await refused(event(all, rights), { reason: 'test-not-allowed', statuses: ['failure'] });
});
