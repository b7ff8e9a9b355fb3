/** One commit, one voice: several pull requests with one head, labels without events, and what all tests are needed for. */
import { beforeEach, expect, it } from 'vitest';
import type { SceneJob, ScenePull } from '../../sandbox/scene.ts';
import { openStage } from './stage.ts';
import { openInto } from './workflow-run.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { github, gitlab, faults } = sandbox;
const { repository } = scene;

beforeEach(() => faults.clear());

/** What was said of a commit in a context, eldest first, from a moment on. */
const said = ({ sha }: ScenePull, context = 'drawbridge', from = 0): string[] =>
  github
    .statuses(repository, sha)
    .filter((one) => one.context === context)
    .slice(from)
    .map(({ state, description }) => `${state}: ${description}`);
const stands = (pull: ScenePull, context?: string) => said(pull, context).at(-1);

/** A run that speaks in other contexts, or of other commits, than those of its pull request. */
const playElsewhere = (pull: ScenePull, options: SceneJob) => scene.start(pull.number, options).done;

/** A second pull request of another branch, with the same commit as its head. */
function sameHead(pull: ScenePull, branch: string, labels: string[]): ScenePull {
  github.push({ repo: repository, branch, by: 'carol', sha: pull.sha });
  const { number } = github.openPullRequest({ repo: repository, author: 'carol', branch, labels });
  return { ...pull, number, branch };
}

it('two pull requests of one branch: what passes for one waits for what the other asks, and all covers both', async () => {
  const few = scene.openByMember('feature/voice', ['test-do-infra']);
  const all = openInto(stage, few, 'voice-base', 'carol', ['test-all']);
  gitlab.hold('next', 'running');
  const detached = await stage.play(all, { with: { wait: 'false' } });
  expect(detached.outputs['reason']).toBe('detached');

  stage.answerLooksWhen('running', 'success');
  const first = await stage.play(few, { action: 'reopened' });
  expect([first.exitCode, first.outputs['verdict'], first.outputs['reason']]).toEqual([
    ...[0, 'pending', 'more-tests-asked'],
  ]);
  expect(stands(few)).toBe(`pending: passed: test-do-infra; #${all.number} asks for more`);

  // The other's turn: the pipeline that it started passes now.
  const [held] = detached.pipelines;
  if (held) gitlab.scriptStatuses(['success'], held.id);
  const second = await stage.play(all, { action: 'reopened' });
  expect([second.exitCode, stands(all)]).toEqual([0, 'success: private tests passed (test-all)']);

  // It covers both, so a run for fewer leaves it, whatever comes of it.
  const before = said(few).length;
  stage.answerLooksWhen('running', 'failed');
  const again = await stage.play(few, { action: 'reopened', with: { 'on-rerun': 'new' } });
  expect(said(few, 'drawbridge', before)).toEqual([]);
  expect(again.outputs['decision']).toBe('allowed');
});

it('a claimant that moves on: what the other had passed is told again', async () => {
  const leaving = scene.openByMember('feature/leaves', ['test-all']);
  const staying = sameHead(leaving, 'feature/stays', ['test-do-infra']);
  gitlab.hold('next', 'running');
  await stage.play(leaving, { with: { wait: 'false' } });
  stage.answerLooksWhen('running', 'success');
  await stage.play(staying);
  expect(stands(staying)).toBe(`pending: passed: test-do-infra; #${leaving.number} asks for more`);

  github.push({ repo: repository, branch: leaving.branch, by: 'bob' });
  await playElsewhere(leaving, { action: 'synchronize', with: { wait: 'false' } });
  expect(stands(staying)).toBe('success: private tests passed (test-do-infra)');
});

it('a label that asks for more takes back what is green before anything is waited for', async () => {
  const pull = scene.openByMember('feature/green', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  await stage.play(pull);
  expect(stands(pull)).toBe('success: private tests passed (test-do-infra)');
  const before = said(pull).length;

  github.addLabel(repository, pull.number, 'test-all');
  stage.answerLooksWhen('running', 'success');
  await stage.play(pull, { action: 'labeled', label: 'test-all', sender: 'carol' });
  expect(said(pull, 'drawbridge', before)).toEqual([
    `pending: passed; #${pull.number} asks for more`,
    'pending: private tests are being started (test-all)',
    'pending: private tests are running (test-all)',
    'success: private tests passed (test-all)',
  ]);
});

it('`require-all: true`: a pass for fewer stays pending, and all make it green', async () => {
  const pull = scene.openByMember('feature/require', ['test-do-infra']);
  const given = { with: { 'require-all': 'true' } };
  stage.answerLooksWhen('running', 'success');
  const few = await stage.play(pull, given);
  expect([few.exitCode, few.outputs['verdict'], stands(pull)]).toEqual([
    ...[0, 'pending', 'pending: passed: test-do-infra; all tests are needed to merge'],
  ]);
  const silent = await stage.play(pull, {
    action: 'reopened',
    with: { ...given.with, 'status-context': '' },
  });
  expect([silent.exitCode, silent.outputs['reason']]).toEqual([1, 'all-tests-needed']);

  github.addLabel(repository, pull.number, 'test-all');
  stage.answerLooksWhen('running', 'success');
  await stage.play(pull, { action: 'labeled', label: 'test-all', ...given });
  expect(said(pull).filter((line) => line.startsWith('success'))).toEqual([
    'success: private tests passed (test-all)',
  ]);
});

it('mode `require-all` has a check of its own, and takes back what is green for fewer beside it', async () => {
  const pull = scene.openByMember('feature/beside', ['test-do-infra']);
  const named = { 'status-context': 'private' };
  stage.answerLooksWhen('running', 'success');
  await playElsewhere(pull, { with: named });
  expect(stands(pull, 'private')).toBe('success: private tests passed (test-do-infra)');

  github.addLabel(repository, pull.number, 'test-all');
  const mode = { ...named, mode: 'require-all', 'settle-seconds': '0' };
  const all = await playElsewhere(pull, { action: 'labeled', label: 'test-all', with: mode });
  expect([all.exitCode, stands(pull, 'private/require-all')]).toEqual([
    0,
    'success: all tests are enabled (test-all)',
  ]);
  expect(stands(pull, 'private')).toBe(`pending: passed; #${pull.number} asks for more`);
});

it('an outsider with a member’s head turns no check green that the member’s labels do not', async () => {
  const own = scene.openByMember('feature/member', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  await stage.play(own);
  github.push({ repo: 'mallory/engine', branch: 'same', by: 'mallory', sha: own.sha });
  const opened = { repo: repository, author: 'mallory', headRepo: 'mallory/engine', branch: 'same' };
  const theirs = { ...own, number: github.openPullRequest(opened).number };
  const mode = { with: { mode: 'require-all' } };
  await playElsewhere(theirs, mode);
  expect(said(own, 'drawbridge/require-all')).toEqual([]);
  await playElsewhere(own, { action: 'reopened', ...mode });
  expect(stands(own, 'drawbridge/require-all')).toBe('failure: not all tests are enabled (test-do-infra)');
});

it('labels that a job’s own token sets start no run: the one that is there goes on with them', async () => {
  const pull = scene.openByMember('feature/silent', ['test-do-infra']);
  const add = () => github.addLabel(repository, pull.number, 'test-aws-infra');
  faults.plant({
    service: 'gitlab',
    path: /\/pipelines\/\d+$/,
    when: 'before',
    fault: { kind: 'act', act: add },
  });
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull);
  expect([story.exitCode, story.outputs['tests']]).toEqual([0, 'test-aws-infra,test-do-infra']);
  expect(stands(pull)).toBe('success: private tests passed (test-aws-infra, test-do-infra)');
});
