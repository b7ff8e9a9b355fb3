import { expect, it } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import { isEnded } from '../../../sandbox/gitlab/status.ts';
import { openGateStage, unwatched } from './stage.ts';

const stage = await openGateStage();
const { sandbox, scene, comment, event, detached, started, refused, play, reactions, statuses } = stage;
const { gitlab } = sandbox;
const isAlive = (id: number) => !isEnded(pipelineStatus(gitlab.pipeline(id)));

it('/retest runs the failed jobs again, /retest all a new pipeline', async () => {
  gitlab.addBranch(scene.project, 'feature/retest', {
    files: { 'expected/test-do-infra.txt': 'fail 1 once\n' },
  });
  const pull = scene.openByMember('feature/retest', ['test-do-infra']);
  const failed = await play(event(pull));
  expect([failed.outputs['verdict'], failed.exitCode]).toEqual(['failure', 1]);

  const again = await play(comment(pull, 'carol', '/retest', { with: unwatched }));
  const id = failed.outputs['pipeline-id'];
  expect([again.outputs['reused'], again.outputs['pipeline-id'], again.exitCode]).toEqual(['retried', id, 0]);
  expect(reactions(pull)).toEqual(['eyes']);

  const anew = await started(comment(pull, 'carol', '/retest all', { with: unwatched }));
  expect(anew.outputs['reused']).toBe('none');
  expect(anew.outputs['pipeline-id']).not.toBe(id);
});

it('/retest of what nobody approved is questioned, and the status says what is missing', async () => {
  const pull = scene.openByOutsider('retest');
  await refused(comment(pull, 'carol', '/retest'), { reason: 'approval-needed', statuses: ['pending'] });
  expect(reactions(pull)).toEqual(['confused']);
});

it('/test a,b runs these on this commit, under a status of its own', async () => {
  const pull = scene.openByMember('feature/on-request', ['test-scaleway-infra']);
  const asked = '/test test-do-infra,test-aws-infra';
  const result = await started(comment(pull, 'carol', asked, { with: unwatched }));
  expect(result.asked.variables['TESTS_TO_RUN']).toBe('test-aws-infra,test-do-infra');
  expect(new Set(statuses(pull.sha))).toEqual(new Set(['drawbridge/test pending']));
  expect(stage.standing(pull.sha)).toBeUndefined();
  expect(reactions(pull)).toEqual(['eyes']);
});

it('/test of something unknown is questioned once, without 👀', async () => {
  const pull = scene.openByMember('feature/unknown');
  const tests = { tests: 'test-do-infra: do\ntest-aws-infra: aws' };
  await refused(comment(pull, 'carol', '/test do,gcp', { with: tests }), { reason: 'unknown-test' });
  expect(reactions(pull)).toEqual(['confused']);
  expect(stage.comments(pull).slice(1)).toEqual([
    'There is no test `gcp`. Tests: `aws`, `do`; `all` for all. For example:\n\n```\n/test do\n```',
  ]);
});

it('/test ? lists the tests for whoever has write, and for nobody else', async () => {
  const pull = scene.openByOutsider('listed');
  const tests = { tests: 'test-do-infra: do\ntest-aws-infra: aws' };
  const no = await play(comment(pull, 'mallory', '/test ?', { with: tests }));
  expect([no.exitCode, no.outputs['reason'], reactions(pull)]).toEqual([1, 'command-not-allowed', ['-1']]);
  expect(stage.comments(pull)).toHaveLength(1);
  sandbox.recorder.clear();
  const yes = await play(comment(pull, 'wendy', '`/test  ?`', { with: tests }));
  expect([yes.exitCode, yes.outputs['reason']]).toEqual([0, 'tests-listed']);
  expect(stage.comments(pull)[2]).toContain('Tests: `aws`, `do`; `all` for all.');
  expect(sandbox.recorder.lines().map((line) => line.replace(/\d+/g, 'N'))).toMatchInlineSnapshot(`
    [
      "github GET /repos/acme/engine/collaborators/wendy/permission",
      "github POST /repos/acme/engine/issues/comments/N/reactions",
      "github POST /repos/acme/engine/issues/N/comments",
    ]
  `);
});

it('/test beyond the rights of the one who asks is refused by name, with 👎', async () => {
  const pull = scene.openByMember('feature/beyond');
  const rights = { 'who-may-run': 'write: [test-do-infra]\nadmin: all' };
  const job = comment(pull, 'carol', '/test test-do-infra,test-aws-infra', { with: rights });
  const { log } = await refused(job, { reason: 'test-not-allowed', statuses: ['failure'] });
  expect(log).toMatch(/test-not-allowed|outside the rights[^\n]*: test-aws-infra\b/);
  expect(reactions(pull)).toEqual(['-1']);
  expect(statuses(pull.sha)).toEqual(['drawbridge/test failure']);
});

it('/cancel stops the pipelines of the pull request, for anyone with write and for nobody else', async () => {
  const pull = scene.openByMember('feature/cancelled', ['test-do-infra']);
  gitlab.hold('next', 'running');
  const { outputs } = await started(detached(pull));
  const id = Number(outputs['pipeline-id']);

  const no = await play(comment(pull, 'mallory', '/cancel'));
  expect([no.exitCode, no.outputs['reason'], reactions(pull)]).toEqual([1, 'command-not-allowed', ['-1']]);
  expect(isAlive(id)).toBe(true);
  const odd = await play(comment(pull, 'carol', '/cancel now', { with: { mode: 'cancel' } }));
  expect([odd.exitCode, odd.outputs['reason'], reactions(pull)]).toEqual([
    1,
    'command-malformed',
    ['confused'],
  ]);
  expect(isAlive(id)).toBe(true);

  // Stopping is safe: an outside collaborator with write may.
  const yes = await play(comment(pull, 'wendy', '/cancel'));
  expect([yes.exitCode, yes.outputs['reason'], reactions(pull)]).toEqual([0, 'cancel-done', ['eyes']]);
  expect(isAlive(id)).toBe(false);
  expect(stage.audit(yes)).toMatchObject({ event: 'issue_comment:created', sender: stage.idOf('wendy') });
});

it('a role that cannot be read is no role: /cancel is questioned', async () => {
  const pull = scene.openByMember('feature/uncancelled');
  stage.answer(/\/permission$/, { kind: 'status', status: 503 });
  const result = await play(comment(pull, 'carol', '/cancel'));
  expect([result.outputs['decision'], result.outputs['reason']]).toEqual(['undecided', 'github-unavailable']);
  expect(reactions(pull)).toEqual(['confused']);
});

it('a command that meets a wrong input is questioned, and no status is touched', async () => {
  const pull = scene.openByOutsider('wrong-inputs');
  const wrong = { with: { drafts: 'perhaps' } };
  await refused(comment(pull, 'carol', `/ok-to-test ${pull.sha}`, wrong), { reason: 'bad-input' });
  expect(reactions(pull)).toEqual(['confused']);
  await refused(event(pull, { action: 'closed', with: { ...wrong.with, mode: 'cancel' } }), {
    reason: 'bad-input',
  });
  expect(statuses(pull.sha)).toEqual([]);
});
