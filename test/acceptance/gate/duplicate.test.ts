import { expect, it } from 'vitest';
import type { PullRequest } from '../../../sandbox/github/repository.ts';
import type { ScenePull } from '../../../sandbox/scene.ts';
import { openGateStage } from './stage.ts';

const stage = await openGateStage();
const { sandbox, scene, comment, event, play, refused, reactions, comments, push } = stage;
const { github, recorder } = sandbox;
const { repository } = scene;

const tokenWith = (permissions: Parameters<typeof github.issueToken>[0]['permissions']) =>
  github.issueToken({ kind: 'app', permissions: permissions ?? {}, repositories: [repository] });
const token = tokenWith({ contents: 'write', 'pull-requests': 'write', workflows: 'write' });

/** The job of `/duplicate`, with a token of its own for it. */
const duplicate = (pull: ScenePull, by = 'carol', sha = pull.sha, own = token) =>
  comment(pull, by, `/duplicate ${sha}`, {
    with: { 'duplicate-token': own },
    job: { secrets: [...Object.values(scene.tokens), own] },
  });

const refsOf = () => github.world.repositories.get(repository)?.refs ?? new Map<string, string>();
const branchOf = ({ number, sha }: ScenePull) => `ext/pr-${number}-${sha.slice(0, 12)}`;
const copies = () => [...refsOf().keys()].filter((ref) => ref.startsWith('refs/heads/ext/'));
/** One more commit on an outsider's branch, with these files. */
const pushFiles = (pull: ScenePull, files: Record<string, string | null>): ScenePull => ({
  ...pull,
  sha: github.push({ repo: 'mallory/engine', branch: pull.branch, by: 'mallory', files }),
});
const writes = () =>
  recorder
    .all()
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(
      ({ method, path }) => `${method} ${path.replace(/^\/repos\/acme\/engine\//, '').replace(/\d+/, 'N')}`,
    );

it('makes a branch at exactly that commit, reads it back, and opens a draft that says what is next', async () => {
  const pull = scene.openByOutsider('worth-merging');
  const result = await play(duplicate(pull));
  expect([result.exitCode, result.outputs['reason']]).toEqual([0, 'duplicated']);
  expect(refsOf().get(`refs/heads/${branchOf(pull)}`)).toBe(pull.sha);
  expect(writes()).toEqual([
    'POST issues/comments/N/reactions',
    'POST git/refs',
    'POST pulls',
    'POST issues/N/comments',
  ]);
  const lines = recorder.lines('github');
  const made = lines.findIndex((line) => line.includes('POST /repos/acme/engine/git/refs'));
  expect(lines.slice(made + 1).some((line) => line.includes(`GET /repos/acme/engine/git/ref`))).toBe(true);

  const [number, opened] = [...(github.world.repositories.get(repository)?.issues ?? [])].at(-1) ?? [];
  const copy = opened as PullRequest;
  expect([copy.pull.draft, copy.pull.head.ref, copy.pull.head.sha]).toEqual([true, branchOf(pull), pull.sha]);
  for (const part of [`#${pull.number}`, '@carol', pull.sha, 'ready for review', `/ok-to-test ${pull.sha}`])
    expect(copy.body).toContain(part);
  expect(reactions(pull)).toEqual(['eyes']);
  expect(stage.issue(pull).comments[0]?.reactions.map(({ content }) => content)).toEqual(['eyes']);
  expect(comments(pull).at(-1)).toContain(`#${number}`);
  expect(sandbox.recorder.of('gitlab')).toEqual([]);
  expect(stage.audit(result)).toMatchObject({
    ...{ decision: 'allowed', rule: 'member-with-write', commit: pull.sha },
    outcome: { verdict: null, reason: 'duplicated' },
  });

  // Once more: there is one already.
  const again = await play(duplicate(pull));
  expect([again.exitCode, again.outputs['reason']]).toEqual([1, 'duplicate-exists']);

  // The branch goes when the original closes, and others like it stay.
  const other = `refs/heads/ext/pr-${pull.number}0-${'a'.repeat(12)}`;
  refsOf().set(other, pull.sha);
  github.closePullRequest(repository, pull.number);
  const closed = event(pull, { action: 'closed', with: { mode: 'cancel', 'duplicate-token': token } });
  const ended = await play({ ...closed, secrets: [...Object.values(scene.tokens), token] });
  expect([ended.exitCode, ended.outputs['reason']]).toEqual([0, 'cancel-done']);
  expect(copies()).toEqual([other]);
  expect(copy.state).toBe('closed');
  refsOf().delete(other);
});

it.each([
  ['a workflow', '.github/workflows/ci.yml'],
  ['an action', 'tools/setup/action.yml'],
  ['the CI of GitLab', '.gitlab-ci.yml'],
])('refuses a change of %s, in a comment', async (_, path) => {
  const opened = scene.openByOutsider(`touches-${path.length}`);
  const pull = pushFiles(opened, { 'src/main.rs': 'fn main() {}\n', [path]: 'on: push\n' });
  const result = await play(duplicate(pull));
  expect([result.exitCode, result.outputs['reason']]).toEqual([1, 'duplicate-touches-ci']);
  expect(comments(pull).at(-1)).toMatch(/^Not duplicated: .*what CI runs/);
  expect(copies()).toEqual([]);
});

it('refuses a change away from a workflow, which a rename hides', async () => {
  const content = 'on: push\n';
  const base = github.push({
    repo: repository,
    branch: 'main',
    by: 'bob',
    files: { '.github/ci.yml': content },
  });
  github.push({ repo: 'mallory/engine', branch: 'renames', by: 'mallory', sha: base });
  const pull = pushFiles(scene.openByOutsider('renames'), { '.github/ci.yml': null, 'old/ci.yml': content });
  expect((await play(duplicate(pull))).outputs['reason']).toBe('duplicate-touches-ci');
});

it.each([300, 320])('refuses a list of %i files, of which GitHub shows 300', async (count) => {
  const files = Array.from({ length: count }, (_, n) => [`src/${String(n).padStart(4, '0')}.rs`, `${n}\n`]);
  const pull = pushFiles(scene.openByOutsider(`endless-${count}`), Object.fromEntries(files));
  const result = await play(duplicate(pull));
  expect([result.exitCode, result.outputs['reason']]).toEqual([1, 'duplicate-list-cut']);
  // Another page would have no files.
  expect(recorder.lines('github').filter((line) => line.includes('/compare/'))).toHaveLength(1);
  expect(copies()).toEqual([]);
});

it('answers a 422 with the two git commands to run by hand', async () => {
  const pull = scene.openByOutsider('not-taken');
  github.settings.forkCommitsMakeRefs = false;
  const result = await play(duplicate(pull)).finally(() => {
    github.settings.forkCommitsMakeRefs = true;
  });
  expect([result.exitCode, result.outputs['reason']]).toEqual([1, 'duplicate-by-hand']);
  const text = comments(pull).at(-1) ?? '';
  expect(text).toContain(`git fetch origin pull/${pull.number}/head\n`);
  expect(text).toContain(`git push origin ${pull.sha}:refs/heads/${branchOf(pull)}\n`);

  // What the comment says comes next is what happens.
  expect(text).toContain(`/duplicate ${pull.sha}`);
  refsOf().set(`refs/heads/${branchOf(pull)}`, pull.sha);
  const again = await play(duplicate(pull));
  expect([again.exitCode, again.outputs['reason']]).toEqual([0, 'duplicated']);
  github.closePullRequest(repository, pull.number);
  refsOf().delete(`refs/heads/${branchOf(pull)}`);
});

it('is for the branch that the original is for, and asks for no approval where none counts', async () => {
  github.push({ repo: repository, branch: 'release/1.0', by: 'carol' });
  const pull = scene.openByOutsider('for-a-release');
  const original = stage.issue(pull) as PullRequest;
  original.pull.base.ref = 'release/1.0';
  const job = duplicate(pull);
  const result = await play({ ...job, with: { ...job.with, approvals: 'none' } });
  expect([result.exitCode, result.outputs['reason']]).toEqual([0, 'duplicated']);
  const [, opened] = [...(github.world.repositories.get(repository)?.issues ?? [])].at(-1) ?? [];
  const copy = opened as PullRequest;
  expect([copy.pull.base.ref, copy.body?.includes('/ok-to-test')]).toEqual(['release/1.0', false]);
  expect(comments(pull).at(-1)).not.toContain('/ok-to-test');
  refsOf().delete(`refs/heads/${branchOf(pull)}`);
});

it('copies the commit that was named and looked at, though the head moves meanwhile', async () => {
  const pull = scene.openByOutsider('moved-on');
  stage.meanwhile(/\/compare\//, () => void push(pull, 'mallory/engine', 'mallory', { force: true }));
  const result = await play(duplicate(pull));
  expect([result.exitCode, result.outputs['reason']]).toEqual([0, 'duplicated']);
  expect(copies().map((ref) => refsOf().get(ref))).toEqual([pull.sha]);
  refsOf().delete(`refs/heads/${branchOf(pull)}`);
});

it('says which token it needs, and offers no way around the check', async () => {
  const pull = scene.openByOutsider('weak-token');
  const weak = tokenWith({ contents: 'read', 'pull-requests': 'write' });
  expect((await play(duplicate(pull, 'carol', pull.sha, weak))).outputs['reason']).toBe(
    'duplicate-token-lacks',
  );
  expect(comments(pull).at(-1)).toContain('duplicate-token');
  stage.answer(/\/compare\//, { kind: 'status', status: 404 });
  expect((await play(duplicate(pull))).outputs['reason']).toBe('github-unexpected');
  expect(comments(pull).at(-1)).not.toContain('git push');
});

it('is for members with write, on the head, with all digits, and not for an outsider’s re-run', async () => {
  const pull = scene.openByOutsider('asked-for');
  for (const login of ['mallory', 'wendy'])
    await refused(duplicate(pull, login), { reason: 'command-not-allowed' });
  expect(reactions(pull)).toEqual(['-1']);
  await refused(duplicate(pull, 'carol', 'b'.repeat(40)), { reason: 'approval-stale' });
  expect(reactions(pull)).toEqual(['confused']);
  await refused(duplicate(pull, 'carol', pull.sha.slice(1)), { reason: 'command-malformed' });
  const job = duplicate(pull);
  await refused({ ...job, runAttempt: 2, triggeringActor: 'wendy' }, { reason: 'rerunner-not-member' });
  expect(copies()).toEqual([]);
});
