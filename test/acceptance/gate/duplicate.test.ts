import { expect, it } from 'vitest';
import type { PullRequest } from '../../../sandbox/github/world.ts';
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
  expect(reactions({ ...pull, number: pull.number })).toEqual([]);
  expect(stage.issue(pull).comments[0]?.reactions.map(({ content }) => content)).toEqual(['eyes']);
  expect(comments(pull).at(-1)).toContain(`#${number}`);
  expect(sandbox.recorder.of('gitlab')).toEqual([]);
  expect(stage.audit(result)).toMatchObject({ reason: 'duplicated', commit: pull.sha });

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
  const pull = scene.openByOutsider(`touches-${path.length}`);
  github.setFiles(repository, pull.number, ['src/main.rs', path]);
  const result = await play(duplicate(pull));
  expect([result.exitCode, result.outputs['reason']]).toEqual([1, 'duplicate-touches-ci']);
  expect(comments(pull).at(-1)).toMatch(/^Not duplicated: .*what CI runs/);
  expect(copies()).toEqual([]);
});

it('refuses a change away from a workflow, which a rename hides', async () => {
  const pull = scene.openByOutsider('renames');
  const renamed = { filename: 'old/ci.yml', status: 'renamed', previous_filename: '.github/ci.yml' } as const;
  github.setFiles(repository, pull.number, [renamed]);
  expect((await play(duplicate(pull))).outputs['reason']).toBe('duplicate-touches-ci');
});

it('refuses a list that GitHub has cut at 3000, and one that ends there', async () => {
  const pull = scene.openByOutsider('endless');
  const files = Array.from({ length: 3100 }, (_, n) => `src/${String(n).padStart(4, '0')}.rs`);
  github.setFiles(repository, pull.number, [...files, '.github/workflows/hidden.yml']);
  const result = await play(duplicate(pull));
  expect([result.exitCode, result.outputs['reason']]).toEqual([1, 'duplicate-list-cut']);
  expect(recorder.lines('github').filter((line) => line.includes('/files'))).toHaveLength(30);
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

it('does not clear a commit by the files of the next one', async () => {
  const pull = scene.openByOutsider('swapped-files');
  github.setFiles(repository, pull.number, ['src/harmless.rs']);
  stage.meanwhile(/\/files\?/, () => void push(pull, 'mallory/engine', 'mallory'));
  const result = await play(duplicate(pull));
  expect([result.exitCode, result.outputs['reason']]).toEqual([1, 'approval-stale']);
  expect(copies()).toEqual([]);
});

it('says which token it needs, and offers no way around the check', async () => {
  const pull = scene.openByOutsider('weak-token');
  const weak = tokenWith({ contents: 'read', 'pull-requests': 'write' });
  expect((await play(duplicate(pull, 'carol', pull.sha, weak))).outputs['reason']).toBe(
    'duplicate-token-lacks',
  );
  expect(comments(pull).at(-1)).toContain('duplicate-token');
  stage.answer(/\/files\?/, { kind: 'status', status: 404 });
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
