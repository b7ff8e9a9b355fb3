import { afterAll, describe, expect, it } from 'vitest';
import type { EventDetails, EventName } from '../../sandbox/github/events.ts';
import { writeStatus } from '../../sandbox/github/verbs/conversation.ts';
import { accountOf, repositoryOf } from '../../sandbox/github/world.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { claimsOf } from '../../sandbox/runner/claims.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';
import { vaultFor } from '../../sandbox/vault-scene.ts';
import { pageText } from './pages.ts';
import { type Cause, jobFor, type Played, playJob, type Values, valuesOf } from './play.ts';
import { expectLeast, recipe, recipes } from './recipes.ts';
import { parseWorkflow } from './workflows.ts';

/**
 * The workflows of the README and of docs/recipes.md, played with the built action: their `on:`, their `with:`, and a
 * token with exactly their `permissions:`.
 */
// Slower than elsewhere: many plays at once, on two cores, must still confirm a cancel in time.
const sandbox = await startSandbox({ scale: 10 });
const scene = exampleScene(sandbox);
const { repository } = scene;
const { github, gitlab } = sandbox;
afterAll(() => sandbox.close());

const played = new Set<string>();

const causeOf = (
  event: EventName,
  action: string | null,
  sender: string,
  details: Partial<EventDetails>,
): Cause => ({
  event,
  sender,
  payload: github.event(event, action, { repo: repository, sender, ...details }),
});

const play = async (heading: string, job: string, cause: Cause, more: Values = {}): Promise<Played> => {
  played.add(`${heading}: ${job}`);
  return playJob(scene, jobFor(recipe(heading), job, cause), cause, valuesOf(scene, more));
};

const statusesOf = (sha: string) =>
  github.statuses(repository, sha).map(({ context, state }) => `${context}: ${state}`);

/** A pull request as the details of an event. */
const event = (action: string, sender: string, details: Partial<EventDetails>): Cause =>
  causeOf('pull_request_target', action, sender, details);

describe('README', () => {
  it("leaves an outsider's pull request waiting, and GitLab alone", async () => {
    const pull = scene.openByOutsider('readme');
    const result = await play('README', 'private-tests', event('opened', 'mallory', pull));
    expect([result.exitCode, result.outputs['reason']]).toEqual([1, 'approval-needed']);
    expect(statusesOf(pull.sha)).toEqual(['drawbridge: pending']);
    expect(sandbox.recorder.of('gitlab')).toEqual([]);
  });

  it('says of a label that is mistyped what to do', async () => {
    const pull = scene.openByMember('mistyped', ['test-aws-infr']);
    const result = await play('README', 'private-tests', event('opened', 'bob', pull));
    expect([result.exitCode, result.outputs['reason']], result.log).toEqual([1, 'unknown-label']);
    expect(statusesOf(pull.sha).at(-1)).toBe('drawbridge: failure');
    expect(result.log).toContain('test-aws-infr');
  });

  it("runs a member's pull request with two labels, and all of them once a comment asks for that", async () => {
    const pull = scene.openByMember('readme', ['test-aws-self-hosted', 'test-do-infra']);
    const result = await play('README', 'private-tests', event('opened', 'bob', pull));
    expect([result.exitCode, result.outputs['reason']], result.log).toEqual([0, 'all-tests-needed']);
    expect(statusesOf(pull.sha).at(-1)).toBe('drawbridge: pending');
    github.setLabels(repository, pull.number, ['test-all']);
    github.comment(repository, pull.number, 'carol', '/retest');
    const all = await play('README', 'private-tests', causeOf('issue_comment', 'created', 'carol', pull));
    expect(statusesOf(pull.sha).at(-1)).toBe('drawbridge: success');
    github.closePullRequest(repository, pull.number);
    const closed = await play('README', 'private-tests', event('closed', 'bob', pull));
    expect([closed.exitCode, closed.outputs['reason']], closed.log).toEqual([0, 'cancel-done']);
    expectLeast([result, all, closed], 'README', 'private-tests');
  });
});

describe.concurrent('a recipe', { timeout: 60_000 }, () => {
  it('Tests by files: documentation alone', async () => {
    const pull = scene.openByMember('documentation', [], 'bob', { 'README.md': 'better' });
    const result = await play('Tests by files', 'run', event('opened', 'bob', pull));
    expect([result.exitCode, result.outputs['reason']], result.log).toEqual([0, 'no-test-needed']);
    expectLeast(result, 'Tests by files', 'run');
  });

  it('Tokens from Vault: with the role of docs/vault.md', async () => {
    const { issuer, vault } = sandbox;
    const pull = scene.openByMember('from-vault', ['test-all'], 'bob');
    const claims: Values = { ...claimsOf(scene.job(pull.number)), environment: 'private-tests' };
    const { repository_id = '', repository_owner_id = '', job_workflow_ref = '' } = claims;
    await vaultFor(scene);
    const [, written = ''] = /<<'ROLE'\n([\s\S]*?)ROLE/.exec(pageText('docs/vault.md')) ?? [];
    const role = JSON.parse(written) as { bound_claims: Readonly<Record<string, string>> };
    const bound_claims = { ...role.bound_claims, repository_id, repository_owner_id, job_workflow_ref };
    await vault.write('auth/jwt/role/drawbridge', {
      ...role,
      bound_claims,
      token_policies: ['gitlab-token'],
    });

    const text = recipe('Tokens from Vault').replace('https://vault.acme.example', vault.url);
    const cause = { ...event('opened', 'bob', pull), run: { idToken: issuer.admit(claims) } };
    played.add('Tokens from Vault: run');
    const result = await playJob(scene, jobFor(text, 'run', cause), cause, valuesOf(scene));
    expect([result.exitCode, result.outputs['verdict']], result.log).toEqual([0, 'success']);
    expect(result.log).not.toContain(scene.tokens.gitlab);
  });

  it('Comment commands: an approval', async () => {
    const pull = scene.openByOutsider('approve-me', ['test-all']);
    github.comment(repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
    const comment = causeOf('issue_comment', 'created', 'carol', pull);
    const result = await play('Comment commands', 'run', comment);
    expect([result.exitCode, result.outputs['verdict']], result.log).toEqual([0, 'success']);
    expectLeast(result, 'Comment commands', 'run');
  });

  it('Comment commands and Cancel: a duplicate, until the original closes', async () => {
    const pull = scene.openByOutsider('duplicate-me');
    github.comment(repository, pull.number, 'carol', `/duplicate ${pull.sha}`);
    const comment = causeOf('issue_comment', 'created', 'carol', pull);
    const result = await play('Comment commands', 'run', comment);
    expect([result.exitCode, result.outputs['reason']], result.log).toEqual([0, 'duplicated']);
    expect(result.log).not.toMatch(/warning|did not take/i);
    expect(duplicatesOf(pull.number)).toHaveLength(1);

    const unlabeled = event('unlabeled', 'carol', { ...pull, label: 'test-all' });
    const spare = await play('Cancel', 'cancel', unlabeled);
    expect(duplicatesOf(pull.number)).toHaveLength(1);
    claim(pull, github.world.now());
    github.closePullRequest(repository, pull.number);
    const cancel = await play('Cancel', 'cancel', event('closed', 'mallory', pull));
    expect(statusesOf(pull.sha).at(-1)).toBe('drawbridge: failure');
    expect([cancel.exitCode, cancel.outputs['reason']], cancel.log).toEqual([0, 'cancel-done']);
    expect(duplicatesOf(pull.number)).toEqual([]);
    expectLeast([spare, cancel], 'Cancel', 'cancel');
  });

  it('Without a waiting runner and Cancel: a pull request that becomes a draft', async () => {
    const pull = scene.openByMember('to-draft', ['test-aws-infra']);
    const files = { 'expected/test-aws-infra.txt': 'pass 3600\n' };
    gitlab.addBranch(scene.project, 'to-draft', { files });
    const detached = await play('Without a waiting runner', 'run', event('opened', 'bob', pull));
    expect([detached.exitCode, detached.outputs['verdict']], detached.log).toEqual([0, 'pending']);
    expectLeast(detached, 'Without a waiting runner', 'run');

    github.convertToDraft(repository, pull.number);
    const cancel = await play('Cancel', 'cancel', event('converted_to_draft', 'bob', pull));
    expect(cancel.exitCode, cancel.log).toBe(0);
    const pipeline = gitlab.pipeline(Number(detached.outputs['pipeline-id']));
    expect(pipelineStatus(pipeline)).toMatch(/^cancel/);
  });

  it('Require all tests: all, and not all', async () => {
    const pull = scene.openByMember('all-of-them', ['bug']);
    const all = await play('Require all tests', 'all-tests-enabled', event('opened', 'bob', pull));
    expect(all.exitCode, all.log).toBe(0);
    expectLeast(all, 'Require all tests', 'all-tests-enabled');
    github.setLabels(repository, pull.number, ['test-do-infra']);
    const labeled = event('labeled', 'bob', { ...pull, label: 'test-do-infra' });
    expect((await play('Require all tests', 'all-tests-enabled', labeled)).exitCode).toBe(1);
    expect(statusesOf(pull.sha)).toEqual([
      'drawbridge/require-all: success',
      'drawbridge/require-all: failure',
    ]);
  });

  it('Merge queue', async () => {
    const pull = scene.openByMember('queued', ['test-do-infra']);
    const { head_sha: sha, head_ref: ref } = github.enqueue(repository, pull.number);
    const checks = causeOf('merge_group', 'checks_requested', 'bob', { number: pull.number });
    const result = await play('Merge queue', 'run', { ...checks, ref, sha });
    expect([result.exitCode, result.outputs['tests']], result.log).toEqual([0, 'test-all']);
    expect(statusesOf(sha).at(-1)).toBe('drawbridge: success');
    expectLeast(result, 'Merge queue', 'run');
  });

  it('Pushes to a branch: a commit that a pull request had claimed', async () => {
    const pull = scene.openByMember('fast-forward');
    const { sha } = pull;
    claim(pull, github.world.now());
    github.closePullRequest(repository, pull.number, { merged: true });
    github.push({ repo: repository, branch: 'main', by: 'carol', sha });
    const result = await play('Pushes to a branch', 'run', { ...causeOf('push', null, 'carol', {}), sha });
    expect([result.exitCode, result.outputs['commit']], result.log).toEqual([0, sha]);
    expectLeast(result, 'Pushes to a branch', 'run');
  });

  it('By hand', async () => {
    const pull = scene.openByMember('by-hand', ['test-all']);
    const number = String(pull.number);
    const dispatch = causeOf('workflow_dispatch', null, 'carol', { inputs: { 'pull-request': number } });
    const result = await play('By hand', 'run', dispatch, { 'inputs.pull-request': number });
    expect([result.exitCode, result.outputs['commit']], result.log).toEqual([0, pull.sha]);
    expectLeast(result, 'By hand', 'run');
  });

  it('Releases', async () => {
    const sha = github.push({ repo: repository, branch: 'release', by: 'carol' });
    github.tag(repository, 'v1.0.0', sha);
    const published = causeOf('release', 'published', 'carol', { tag: 'v1.0.0' });
    const result = await play('Releases', 'trigger', { ...published, ref: 'refs/tags/v1.0.0', sha });
    expect([result.exitCode, result.outputs['reason']], result.log).toEqual([0, 'triggered']);
    expect(statusesOf(sha)).toEqual([]);
    expectLeast(result, 'Releases', 'trigger');
  });

  it('Sweep: a status that hangs', async () => {
    const pull = scene.openByMember('lost', ['test-do-infra']);
    claim(pull, github.world.now() - 151 * 60_000);
    const result = await play('Sweep', 'sweep', causeOf('schedule', null, 'alice', {}));
    expect([result.exitCode, result.outputs['reason']], result.log).toEqual([0, 'sweep-done']);
    expect(statusesOf(pull.sha).at(-1)).toBe('drawbridge: error');
    expectLeast(result, 'Sweep', 'sweep');
  });

  it('Membership by a GitHub App', async () => {
    const pull = scene.openByOutsider('app');
    const result = await play('Membership by a GitHub App', 'run', event('opened', 'mallory', pull));
    expect(result.outputs['reason'], result.log).toBe('approval-needed');
  });

  it('Duplicates: beside the one file', async () => {
    const pull = scene.openByOutsider('duplicate-beside');
    github.comment(repository, pull.number, 'carol', `/duplicate ${pull.sha}`);
    const result = await play('Duplicates', 'run', causeOf('issue_comment', 'created', 'carol', pull));
    expect([result.exitCode, result.outputs['reason']], result.log).toEqual([0, 'duplicated']);
    expect(duplicatesOf(pull.number)).toHaveLength(1);
    expectLeast(result, 'Duplicates', 'run');
  });
});

it('plays every job of every workflow', () => {
  const all = [...recipes].flatMap(([heading, text]) =>
    Object.keys(parseWorkflow(text).jobs).map((job) => `${heading}: ${job}`),
  );
  // Those two begin with what GitHub starts: test/docs/ways-in.test.ts.
  const elsewhere = ['First file: the event: noticed', 'Second file: the tests: private-tests'];
  // The README's, to the letter.
  played.add('One file: private-tests');
  expect([...played, ...elsewhere].sort()).toEqual(all.sort());
});

/** Puts a pending status there as a run for a pull request does. */
function claim({ number, sha }: { number: number; sha: string }, createdAt: number): void {
  const written = {
    sha,
    context: 'drawbridge',
    state: 'pending',
    description: 'private tests are running',
    target_url: `https://github.com/acme/engine/actions/runs/1?pr=${number}&tests=all&full=1`,
    creator: accountOf(github.world, 'alice'),
    createdAt,
  } as const;
  writeStatus(github.world, repositoryOf(github.world, repository), written);
}

/** Branches that `/duplicate` made for a pull request. */
const duplicatesOf = (number: number): string[] =>
  [...repositoryOf(github.world, repository).refs.keys()].filter((ref) => ref.includes(`/ext/pr-${number}-`));
