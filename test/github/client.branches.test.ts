import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGitHubClient } from '../../src/github/client.ts';
import { createOctokit } from '../../src/github/octokit.ts';
import { commitOf } from '../gate/build.ts';
import { quickSend } from '../net/loopback.ts';

const baseUrl = 'https://api.github.com';
const sha = commitOf('a'.repeat(40));
const send = quickSend({ maxAttempts: 1 });
const token = (name: string) => createOctokit({ token: `ghs_${name}`, baseUrl, send });
const client = createGitHubClient({
  octokit: token('job'),
  membership: token('membership'),
  duplication: token('duplication'),
  repository: 'acme/engine',
});

const as = (name: string) => nock(baseUrl, { reqheaders: { authorization: `token ghs_${name}` } });
const alice = { id: 1, login: 'alice', type: 'User', site_admin: false };

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

const zeros = '0'.repeat(40);
const person = { id: 1, login: 'alice', type: 'User' } as const;

describe('pushes', () => {
  const activity = '/repos/alice/engine/activity?ref=refs%2Fheads%2Ffeature%2Fx&per_page=100';
  const entry = (over: object = {}) => ({
    ...{ id: 1, actor: alice, before: sha, after: 'b'.repeat(40), ref: 'refs/heads/feature/x' },
    ...{ activity_type: 'push', timestamp: '2026-01-01T00:00:00Z', ...over },
  });
  const push = { actor: person, before: sha, after: 'b'.repeat(40), creates: false };

  it.each([
    ['none', [], []],
    ['one', [entry()], [push]],
    [
      'several, newest first, as they come',
      [entry(), entry({ after: sha, before: zeros })],
      [push, { ...push, after: sha, before: zeros }],
    ],
    ['by a deleted account', [entry({ actor: null })], [{ ...push, actor: null }]],
    ['by force', [entry({ activity_type: 'force_push' })], [push]],
    ['a merge', [entry({ activity_type: 'pr_merge' })], [push]],
    ['of a kind of the future', [entry({ activity_type: 'moved' })], [push]],
    [
      'one that made the branch',
      [entry({ activity_type: 'branch_creation', before: zeros })],
      [{ ...push, before: zeros, creates: true }],
    ],
    [
      'one that deleted it',
      [entry({ activity_type: 'branch_deletion', after: zeros })],
      [{ ...push, after: zeros }],
    ],
  ])('%s', async (_, body, expected) => {
    as('job').get(activity).reply(200, body);
    expect(await client.pushes('alice/engine', 'feature/x')).toEqual(expected);
  });

  it('of a repository that is not shown', async () => {
    as('job').get(activity).reply(404, { message: 'Not Found' });
    expect(await client.pushes('alice/engine', 'feature/x')).toBeUndefined();
  });

  it.each([
    ['a short commit', { after: 'abc' }],
    ['no commit before', { before: null }],
    ['no kind', { activity_type: undefined }],
    ['an actor in an odd shape', { actor: { login: 'alice' } }],
  ])('an entry with %s is not understood', async (_, over) => {
    as('job')
      .get(activity)
      .reply(200, [entry(over)]);
    await expect(client.pushes('alice/engine', 'feature/x')).rejects.toMatchObject({ kind: 'unexpected' });
  });
});

describe('whether a commit is on a branch', () => {
  const head = 'c'.repeat(40);
  const ref = (branch: string) => `/repos/acme/engine/git/ref/heads%2F${branch}`;
  // By the head: a tag may bear the name of the branch. The second page has no files, which can be many.
  const compare = `/repos/acme/engine/compare/${head}...${sha}?per_page=1&page=2`;
  const there = (branch: string) =>
    as('job')
      .get(ref(branch))
      .reply(200, { ref: `refs/heads/${decodeURIComponent(branch)}`, object: { sha: head, type: 'commit' } });

  it.each([
    ['identical', true],
    ['behind', true],
    ['ahead', false],
    ['diverged', false],
    ['something of the future', false],
  ])('%s: %s', async (status, expected) => {
    there('main');
    as('job').get(compare).reply(200, { status, ahead_by: 0, commits: [] });
    expect(await client.isOnBranch(sha, 'main')).toBe(expected);
  });

  it('not on one that is not there; nothing is compared then', async () => {
    as('job').get(ref('main')).reply(404, { message: 'Not Found' });
    expect(await client.isOnBranch(sha, 'main')).toBe(false);
  });

  it('not where the two have nothing in common', async () => {
    there('main');
    as('job').get(compare).reply(404, { message: 'Not Found' });
    expect(await client.isOnBranch(sha, 'main')).toBe(false);
  });

  it('is asked of a branch with a slash in its name', async () => {
    there('release%2F1.0');
    as('job').get(compare).reply(200, { status: 'behind' });
    expect(await client.isOnBranch(sha, 'release/1.0')).toBe(true);
  });
});

describe('branches that have a commit as their head', () => {
  const path = `/repos/acme/engine/commits/${sha}/branches-where-head`;
  it('by their names', async () => {
    as('job')
      .get(path)
      .reply(200, [{ name: 'main', protected: true }, { name: 'release/1.0' }]);
    expect(await client.branchesAt(sha)).toEqual(['main', 'release/1.0']);
    as('job').get(path).reply(200, []);
    expect(await client.branchesAt(sha)).toEqual([]);
  });

  it('none, of a commit that the repository does not have', async () => {
    as('job').get(path).reply(404, { message: 'Not Found' });
    expect(await client.branchesAt(sha)).toEqual([]);
  });
});

describe('for a duplicate', () => {
  const compare = `/repos/acme/engine/compare/main...${sha}?per_page=1`;
  const files = (count: number) => Array.from({ length: count }, (_, n) => ({ filename: `f${n}` }));

  it('the files of the commit, by both names where one was renamed', async () => {
    const renamed = { filename: 'b', previous_filename: 'a', status: 'renamed' };
    as('duplication')
      .get(compare)
      .reply(200, { files: [{ filename: 'x', status: 'added' }, renamed] });
    expect(await client.changedFiles('main', sha)).toEqual({
      files: [
        { path: 'x', from: undefined },
        { path: 'b', from: 'a' },
      ],
      complete: true,
    });
  });

  it.each([
    [0, true],
    [299, true],
    [300, false],
  ])('a list of %i is complete: %s', async (count, complete) => {
    as('duplication')
      .get(compare)
      .reply(200, { files: files(count) });
    expect(await client.changedFiles('main', sha)).toMatchObject({ complete });
  });

  it('a comparison that is too large to be read is cut', async () => {
    as('duplication')
      .get(compare)
      .reply(200, `"${'x'.repeat(11 * 1024 * 1024)}"`, { 'content-type': 'application/json' });
    expect(await client.changedFiles('main', sha)).toEqual({ files: [], complete: false });
  });

  it('branches with their heads, paged to the end', async () => {
    const list = '/repos/acme/engine/git/matching-refs/heads%2Fext%2Fpr-42-?per_page=100';
    const ref = (name: string) => ({ ref: `refs/heads/${name}`, object: { sha, type: 'commit' } });
    as('duplication')
      .get(list)
      .reply(200, [ref('ext/pr-42-a')], { link: '<https://x>; rel="next"' });
    as('duplication')
      .get(`${list}&page=2`)
      .reply(200, [ref('refs/heads/b')]);
    expect(await client.branchesLike('ext/pr-42-')).toEqual([
      { name: 'ext/pr-42-a', head: sha },
      { name: 'refs/heads/b', head: sha },
    ]);
  });
});
