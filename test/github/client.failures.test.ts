import { describe, expect, it } from 'vitest';
import { createGitHubClient } from '../../src/github/client.ts';
import { createOctokit } from '../../src/github/octokit.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { Send } from '../../src/net/transport.ts';
import { comment, commitOf } from '../gate/build.ts';
import { rejection } from '../net/loopback.ts';

const sha = 'a'.repeat(40);

/** A client to whose every request GitHub gives one answer. */
function clientOf(status: number, body: unknown, headers: Record<string, string> = {}) {
  const send: Send = async ({ url }) => ({
    status,
    headers: new Map(Object.entries({ 'content-type': 'application/json; charset=utf-8', ...headers })),
    body: JSON.stringify(body),
    url,
  });
  const octokit = createOctokit({ token: 'x', baseUrl: 'https://api.github.com', send });
  return createGitHubClient({
    octokit,
    membership: octokit,
    duplication: octokit,
    repository: 'acme/engine',
  });
}
type Client = ReturnType<typeof clientOf>;

const calls: Record<string, (client: Client) => Promise<unknown>> = {
  pull: (client) => client.pull(42),
  openPulls: (client) => client.openPulls(),
  pullsFrom: (client) => client.pullsFrom('alice', 'x'),
  person: (client) => client.person('alice'),
  organizationMembership: (client) => client.organizationMembership('acme', 'alice'),
  listedMember: (client) => client.listedMember('acme', 'alice'),
  organizationExists: (client) => client.organizationExists('acme'),
  publicMember: (client) => client.publicMember('acme', 'alice'),
  teamMembership: (client) => client.teamMembership('acme', 'qa', 'alice'),
  role: (client) => client.role('alice'),
  pushes: (client) => client.pushes('alice/engine', 'x'),
  isOnBranch: (client) => client.isOnBranch(commitOf(sha), 'main'),
  branchesAt: (client) => client.branchesAt(commitOf(sha)),
  comments: (client) => client.comments(42),
  comment: (client) => client.comment(7),
  altered: (client) => client.altered(comment()),
  statuses: (client) => client.statuses(sha),
  history: (client) => client.history(sha),
  filesOf: (client) => client.filesOf('main', sha),
  changedFiles: (client) => client.changedFiles('main', sha),
  branchHead: (client) => client.branchHead('x'),
  branchesLike: (client) => client.branchesLike('x'),
  openDraft: (client) => client.openDraft({ branch: 'x', base: 'main', title: 'title', body: 'body' }),
  setStatus: (client) =>
    client.setStatus(sha, { state: 'pending', description: 'x', context: 'x', targetUrl: 'https://x' }),
  createBranch: (client) => client.createBranch('x', sha),
  deleteBranch: (client) => client.deleteBranch('x'),
  react: (client) => client.react(7, 'eyes'),
  say: (client) => client.say(42, 'x'),
  ownAccount: (client) => client.ownAccount(),
  createComment: (client) => client.createComment(42, 'x'),
  editComment: (client) => client.editComment(7, 'x'),
  deleteComment: (client) => client.deleteComment(7),
};

it('every call is in the table', () =>
  expect(Object.keys(calls).sort()).toEqual(
    Object.keys(clientOf(200, {}))
      .filter((name) => name !== 'repository')
      .sort(),
  ));

describe.each(Object.entries(calls))('%s', (name, call) => {
  it.each([
    [302, {}, 'moved'],
    [401, {}, 'unauthorized'],
    [403, {}, 'forbidden'],
    [403, { 'x-ratelimit-remaining': '0' }, 'rate-limited'],
    [422, {}, 'invalid'],
    [429, { 'retry-after': '60' }, 'rate-limited'],
    [500, {}, 'unavailable'],
    [502, {}, 'unavailable'],
  ])('%i %j is no answer: %s', async (status, headers, kind) => {
    const failure = await rejection(call(clientOf(status, { message: 'private words' }, headers)));
    expect(failure).toBeInstanceOf(ServiceFailure);
    expect(failure).toMatchObject({ service: 'github', kind });
    expect(String(failure)).not.toContain('private words');
  });

  /** Where a 404 tells something; everywhere else it is a failure. */
  const told404: Record<string, unknown> = {
    person: null,
    organizationMembership: 'absent',
    listedMember: false,
    organizationExists: false,
    publicMember: false,
    role: 'none',
    pushes: undefined,
    isOnBranch: false,
    branchesAt: [],
    comment: undefined,
    branchHead: undefined,
  };
  it('404', async () => {
    const asked = call(clientOf(404, { message: 'Not Found' }));
    if (name in told404) expect(await asked).toEqual(told404[name]);
    else await expect(asked).rejects.toMatchObject({ service: 'github', kind: 'not-found' });
  });
});

const writes = ['setStatus', 'createBranch', 'deleteBranch', 'react', 'say', 'editComment', 'deleteComment'];
/** Calls for which an account or an object of any shape is nobody, or that look at the status alone. */
const lenient = ['person', 'listedMember', 'publicMember'];
const reads = Object.entries(calls).filter(([name]) => !writes.includes(name) && !lenient.includes(name));

const oddShapes: readonly (readonly [string, unknown])[] = [
  ['an empty object', {}],
  ['a text', 'x'],
  ['null', null],
  ['a list of them', [{}]],
  ['a list of lists', [[]]],
  ['numbers for texts', { state: 1, role_name: 2, total_count: 'x', data: { node: 3 } }],
];

describe.each(reads)('an odd answer to %s', (_, call) => {
  it.each(oddShapes)('%s is not understood', async (_shape, body) => {
    const failure = await rejection(call(clientOf(200, body)));
    expect(failure).toMatchObject({ service: 'github', kind: 'unexpected' });
  });
});

describe('a pull request in an odd shape', () => {
  const pull = {
    number: 42,
    state: 'open',
    draft: false,
    user: null,
    head: { sha, ref: 'x', repo: null },
    base: { ref: 'main', repo: { full_name: 'acme/engine' } },
    labels: [],
  };

  it('the shape itself is right', async () => expect((await clientOf(200, pull).pull(42)).number).toBe(42));

  it.each([
    ['a short commit', { head: { ...pull.head, sha: 'abc' } }],
    ['a commit in capitals', { head: { ...pull.head, sha: 'A'.repeat(40) } }],
    ['no branch', { head: { sha, repo: null } }],
    ['no head', { head: null }],
    ['no base repository', { base: { ref: 'main', repo: null } }],
    ['no base branch', { base: { repo: { full_name: 'acme/engine' } } }],
    ['no state', { state: undefined }],
    ['labels as texts', { labels: ['test-a'] }],
    ['no labels', { labels: null }],
    ['a number as text', { number: '42' }],
  ])('%s', async (_, over) => {
    await expect(clientOf(200, { ...pull, ...over }).pull(42)).rejects.toMatchObject({ kind: 'unexpected' });
  });
});

it('an account in an odd shape is not one that is gone', async () => {
  const asked = clientOf(200, { id: 'one', login: 'alice' }).person('alice');
  await expect(asked).rejects.toMatchObject({ kind: 'unexpected' });
});
