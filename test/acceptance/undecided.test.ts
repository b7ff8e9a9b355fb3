import { expect, it } from 'vitest';
import type { Fault } from '../../sandbox/base/faults.ts';
import { outputs } from './expected.ts';
import {
  activityOf,
  atGate,
  expectRequests,
  membershipOf,
  publicMembershipOf,
  readBranch,
  readComments,
  readProject,
  readPull,
  together,
  writeStatus,
} from './requests.ts';
import { openStage } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { gitlab } = sandbox;

/** Plants a fault on every question whether GitLab has a branch. */
const onBranchProbe = (fault: Fault) =>
  sandbox.faults.plant({
    service: 'gitlab',
    path: /\/repository\/branches\//,
    when: 'before',
    nth: 'every',
    fault,
  });

const started = 'pending: private tests are being started (test-do-infra)';

it.each([
  {
    status: 401,
    asked: 1,
    reason: 'gitlab-token-refused',
    sentence: 'GitLab refused the token',
    remedy:
      'Check `gitlab-token`, or what `vault-secrets` names for it: expired, revoked, or of another server than `gitlab-url`? Renew it in GitLab under Settings > Access tokens.',
  },
  {
    status: 500,
    asked: 3,
    reason: 'gitlab-unavailable',
    sentence: 'GitLab could not be reached or did not answer properly',
    remedy: 'Run the job again. If it persists, check `gitlab-url`, and the status page of that server.',
  },
])('takes a $status on the branch probe for neither yes nor no', async (row) => {
  const { status, asked, reason, sentence, remedy } = row;
  onBranchProbe({ kind: 'status', status });
  const pull = scene.openByMember(`feature/probe-${status}`, ['test-do-infra']);
  const story = await stage.play(pull);

  const probes = Array.from({ length: asked }, () => `${readBranch(pull.branch)} → ${status}`);
  expectRequests(story, [atGate(pull.branch), together(writeStatus, readProject, ...probes), writeStatus]);
  expect(story.asked).toEqual([]);
  expect(gitlab.world.pipelines.size).toBe(0);
  expect(gitlab.world.processes).toEqual([]);
  expect(story.exitCode).toBe(1);
  const error = `${sentence} (test-do-infra)`;
  expect(story.statuses).toEqual([started, `error: ${error}`]);
  expect(story.log).toEqual([
    'gate: allowed (all-members)',
    'tests: test-do-infra',
    'audit record',
    '<audit>',
    `Error: ${error}. ${remedy}`,
  ]);
  expect(story.outputs).toEqual(
    outputs({ decision: 'undecided', reason, tests: 'test-do-infra', 'all-tests-selected': 'false' }),
  );
  expect(story.summary[0]).toContain(`### ⚠️ ${sentence} · [#${pull.number}](`);
  expect(story.summary[1]).toBe(
    `Nothing has run, and this says nothing about the change. **Next** · ${remedy}`,
  );
  // Nothing was asked for, so post has neither key nor pipeline to look for.
  expect(story.state).toEqual({ commit: '<head>', done: reason });
  expect(story.postLog).toEqual([]);
});

it('takes no expired token for a branch that exists or does not', async () => {
  const { project } = scene;
  const token = gitlab.addAccessToken({ project, scopes: ['api'], role: 'developer' });
  gitlab.revokeToken(token, 'expired');
  gitlab.addBranch(project, 'feature/expired');
  const pull = scene.openByMember('feature/expired', ['test-do-infra']);
  const job = { secrets: [...Object.values(scene.tokens), token] };
  const story = await stage.play(pull, { with: { 'gitlab-token': token }, job });

  expectRequests(story, [
    atGate('feature/expired'),
    together(writeStatus, `${readProject} → 401`, `${readBranch('feature/expired')} → 401`),
    writeStatus,
  ]);
  expect(story.exitCode).toBe(1);
  expect(story.statuses).toEqual([started, 'error: GitLab refused the token (test-do-infra)']);
  expect(story.outputs['decision']).toBe('undecided');
});

it('takes a project that the token cannot see for no answer about its branches', async () => {
  gitlab.addProject({ path: 'acme/other-tests', files: {} });
  const token = gitlab.addAccessToken({ project: 'acme/other-tests', scopes: ['api'] });
  const pull = scene.openByMember('feature/elsewhere', ['test-do-infra']);
  const job = { secrets: [...Object.values(scene.tokens), token] };
  const given = { 'gitlab-token': token, 'gitlab-ref': 'main' };
  const story = await stage.play(pull, { with: given, job });

  expectRequests(story, [
    atGate('feature/elsewhere'),
    together(writeStatus, `${readBranch('feature/elsewhere')} → 404`),
    writeStatus,
  ]);
  expect(story.exitCode).toBe(1);
  expect(story.statuses).toEqual([
    started,
    'error: GitLab shows no such project to this token (test-do-infra)',
  ]);
  expect(story.outputs['decision']).toBe('undecided');
  expect(story.outputs['reason']).toBe('gitlab-project-not-found');
});

it('takes nobody for a stranger whose membership the token cannot see', async () => {
  const pull = scene.openByMember('feature/hidden', ['test-do-infra']);
  const story = await stage.play(pull, { with: { 'membership-token': ' ' } });

  expectRequests(story, [
    together(
      readPull,
      activityOf('acme/engine', 'feature/hidden'),
      ...[`${membershipOf('bob')} → 403`, `${publicMembershipOf('bob')} → 404`],
    ),
    readComments,
    writeStatus,
  ]);
  expect(story.exitCode).toBe(1);
  expect(story.statuses).toEqual(['error: the token cannot see who is a member of the organisation']);
  expect(story.outputs).toEqual(outputs({ decision: 'undecided', reason: 'membership-hidden' }));
});
