/** The other modes by `workflow_run`, and the sweep, which stops what GitHub starts no run for. */
import { expect, it } from 'vitest';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import type { SceneJob, ScenePull } from '../../sandbox/scene.ts';
import { openGateStage } from './gate/stage.ts';
import { byRun } from './workflow-run.ts';

const stage = await openGateStage();
const { scene, sandbox, play, event, detached, answer, meanwhile, other, toGitLab, audit } = stage;
const { github, gitlab, recorder } = sandbox;
const { repository } = scene;

const openInto = (pull: ScenePull, base: string, labels: string[]): ScenePull => {
  github.push({ repo: repository, branch: base, by: 'alice' });
  const opened = { repo: repository, author: 'carol', branch: pull.branch, base, labels };
  return { ...pull, number: github.openPullRequest(opened).number };
};

/** How a job ended, and every status on the commit: `context state: description`. */
async function ending(pull: ScenePull, options: SceneJob) {
  const { exitCode, outputs } = await play(event(pull, options));
  const { decision, reason } = outputs;
  const statuses = github
    .statuses(repository, pull.sha)
    .map(({ context, state, description }) => `${context} ${state}: ${description}`);
  return { end: `${exitCode} ${decision} ${reason}`, statuses };
}

/** Starts a pipeline that goes on until it is cancelled; gives what tells how it stands. */
async function startHeld(pull: ScenePull, options = byRun()): Promise<() => string> {
  gitlab.hold('next', 'running');
  const { asked } = await stage.started(detached(pull, options));
  const name = asked.variables['DRAWBRIDGE_KEY'];
  return () =>
    [...gitlab.world.pipelines.values()]
      .filter((one) => one.name === name)
      .map(pipelineStatus)
      .join();
}

const cancels = () => toGitLab().filter((line) => line.endsWith('/cancel')).length;

it('require-all: one status for all that are open, without a secret and without GitLab', async () => {
  const pull = scene.openByMember('feature/all', ['test-all']);
  const second = openInto(pull, 'all-base', ['test-do-infra']);
  const mode = { with: { mode: 'require-all', 'gitlab-token': ' ', 'membership-token': ' ' } };
  const some = await ending(pull, byRun({}, mode));
  github.addLabel(repository, second.number, 'test-all');
  const all = await ending(pull, byRun({}, mode));
  expect([some.end, all.end, ...all.statuses]).toMatchInlineSnapshot(`
    [
      "1 denied tests-missing",
      "0 allowed all-tests-selected",
      "drawbridge/require-all failure: not all tests are enabled (test-do-infra)",
    ]
  `);

  for (const { number } of [pull, second]) github.convertToDraft(repository, number);
  const draft = await ending(pull, byRun({}, mode));
  expect([draft.end, draft.statuses.at(-1)]).toMatchInlineSnapshot(`
    [
      "0 not-run draft",
      "drawbridge/require-all failure: not all tests are enabled (test-do-infra)",
    ]
  `);
  for (const { number } of [pull, second]) github.closePullRequest(repository, number);
  const closed = await ending(pull, byRun({}, mode));
  expect([closed.end, closed.statuses.length - draft.statuses.length]).toEqual([
    '0 not-run no-pull-request',
    0,
  ]);
  expect(toGitLab()).toEqual([]);
  expect(recorder.lines('github').filter((line) => line.includes('/orgs/'))).toEqual([]);
});

it('cancel: what is closed or a draft, and nothing else; the status says so, also where GitHub does not answer', async () => {
  const open = scene.openByMember('feature/stop', ['test-do-infra']);
  const closed = openInto(open, 'stop-base', ['test-aws-infra']);
  const draft = scene.openByMember('feature/stop-draft', ['test-do-infra']);
  github.closePullRequest(repository, open.number);
  const stopped = await startHeld(closed);
  github.reopenPullRequest(repository, open.number);
  const going = await startHeld(open);
  github.closePullRequest(repository, closed.number);
  const sketched = await startHeld(draft);
  github.convertToDraft(repository, draft.number);
  const before = github.statuses(repository).length;

  expect([going(), stopped(), sketched(), cancels()]).toEqual(['running', 'running', 'running', 0]);
  const mode = { with: { mode: 'cancel' } };
  expect((await ending(open, byRun({}, mode))).end).toBe('0 allowed cancel-done');
  expect([going(), stopped(), sketched(), cancels()]).toEqual(['running', 'canceled', 'running', 1]);
  expect((await ending(draft, byRun({}, mode))).end).toBe('0 allowed cancel-done');
  expect([going(), sketched(), cancels()]).toEqual(['running', 'canceled', 2]);
  // Nobody owns the status of this one.
  const silent = scene.openByMember('feature/stop-unknown');
  answer(/\/pulls\?/, { kind: 'status', status: 403 });
  expect((await ending(silent, byRun({}, mode))).end).toBe('1 undecided github-forbidden');
  // That of the other pull request with the head of the closed one is still its own.
  const written = github.statuses(repository).slice(before);
  expect(written.map(({ sha, state, description }) => [sha, state, description])).toEqual([
    [draft.sha, 'pending', 'draft pull request: tests start when it is ready for review'],
  ]);
});

it('run: a list that GitHub does not show is told on the commit, unless somebody owns its status', async () => {
  const pull = scene.openByMember('feature/hidden', ['test-do-infra']);
  answer(/\/pulls\?/, { kind: 'status', status: 403 });
  const first = await ending(pull, byRun());
  expect([first.end, ...first.statuses]).toMatchInlineSnapshot(`
    [
      "1 undecided github-forbidden",
      "drawbridge error: the GitHub token may not read what the gate needs",
    ]
  `);
  expect(toGitLab()).toEqual([]);

  sandbox.faults.clear();
  await startHeld(pull);
  const before = github.statuses(repository).length;
  answer(/\/pulls\?/, { kind: 'status', status: 403 });
  expect((await ending(pull, byRun())).end).toBe('1 undecided github-forbidden');
  expect(github.statuses(repository).slice(before)).toEqual([]);
});

it('run: what is closed between the list and the gate is stopped, as if it had been found closed', async () => {
  const pull = scene.openByMember('feature/closing', ['test-do-infra']);
  const standing = await startHeld(pull);
  recorder.clear();
  meanwhile(/\/pulls\/\d+$/, () => github.closePullRequest(repository, pull.number));
  const before = github.statuses(repository).length;
  expect((await ending(pull, byRun())).end).toBe('0 allowed cancel-done');
  expect([standing(), cancels(), github.statuses(repository).length - before]).toEqual(['canceled', 1, 1]);
});

it('sweep: stops what runs for pull requests that were closed without a run, not for open ones and drafts', async () => {
  const pulls = ['merged', 'sketched', 'going'].map((name) =>
    scene.openByMember(`feature/${name}`, ['test-do-infra']),
  );
  const [merged, sketched] = pulls;
  const standing: (() => string)[] = [];
  // A check without a status: the sweep finds its pull requests by their pipelines alone.
  const silent = { 'status-context': '' };
  for (const pull of pulls) standing.push(await startHeld(pull, { with: silent }));
  github.closePullRequest(repository, merged?.number ?? 0, { merged: true });
  github.convertToDraft(repository, sketched?.number ?? 0);

  recorder.clear();
  const payload = { ...github.event('schedule', null, { repo: repository }) };
  const sweeping = other('schedule', payload, 'alice', { with: { mode: 'sweep', ...silent } });
  const { exitCode, outputs, log, ...result } = await play(sweeping);
  expect([exitCode, outputs['reason'], cancels()]).toEqual([0, 'sweep-done', 1]);
  expect(standing.map((state) => state())).toEqual(['canceled', 'running', 'running']);
  expect(log).toMatch(/^pipeline #\d+: cancel confirmed$/m);
  expect(audit({ ...result, exitCode, outputs, log })).toMatchObject({
    event: 'schedule',
    outcome: { verdict: null, reason: 'sweep-done' },
  });
});
