import { describe, expect, it } from 'vitest';
import {
  byHand,
  duplicateBranch,
  duplicateCommit,
  duplicatedAs,
  removeDuplicates,
  touchesCi,
} from '../../src/duplicate/duplicate.ts';
import type { ChangedFile } from '../../src/facts/files.ts';
import { ServiceFailure, type ServiceFailureKind } from '../../src/net/failure.ts';
import type { Refusal } from '../../src/net/refusals.ts';
import { head as commit, githubFailure, livePull, other } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
import { type GitHubWorld, githubClient, githubWorld } from '../world/github.ts';

const branch = `ext/pr-42-${'a'.repeat(12)}`;
const request = { original: 42, commit, requester: 'carol', approvable: true };
const file = (path: string, from?: string): ChangedFile => ({ path, from });

/** GitHub with what a test changes of it; a failure under the name of a call is what that call throws. */
function github(over: Partial<GitHubWorld> = {}, fails: Readonly<Record<string, Error>> = {}) {
  const pulls = new Map([[42, livePull({ baseBranch: 'release/1.0' })]]);
  const world = githubWorld({ pulls, ...over });
  const { carry, done, fail } = notedCalls();
  for (const [call, failure] of Object.entries(fails)) fail(call, failure);
  return { client: githubClient(world, carry), world, done };
}

const refusal = (kind: ServiceFailureKind, code: Refusal) =>
  new ServiceFailure({ service: 'github', status: 422, kind, mayHaveActed: false, refusal: code });

it('is a branch at exactly that commit, read back, with a draft that tells what it is', async () => {
  const fake = github();
  expect(await duplicateCommit(fake.client, request)).toEqual({ done: true, branch, pull: 77 });
  expect(fake.done).toEqual([
    'pull 42',
    `files release/1.0...${commit}`,
    `head ${branch}`,
    `create ${branch}`,
    `head ${branch}`,
    `draft ${branch}`,
  ]);
  expect(fake.world.branches.get(branch)).toBe(commit);
  expect(fake.world.drafts).toEqual([
    { branch, base: 'release/1.0', title: 'Test of #42', body: expect.any(String) },
  ]);
  expect(fake.world.drafts[0]?.body.split('\n')).toEqual([
    `This branch holds commit ${commit} of #42, so that it can be tested and merged.`,
    'Asked for by @carol. It is never synchronised: a newer commit of #42 needs a new duplicate.',
    '',
    `Next: mark this pull request ready for review, then comment \`/ok-to-test ${commit}\` here.`,
  ]);
});

it('says nothing of an approval where none counts', async () => {
  const fake = github();
  const unapprovable = { ...request, approvable: false };
  await duplicateCommit(fake.client, unapprovable);
  expect(fake.world.drafts[0]?.body).toMatch(/\n\nNext: mark this pull request ready for review\.$/);
  expect(duplicatedAs(77, request)).toContain(`comment \`/ok-to-test ${commit}\` there`);
  expect(duplicatedAs(77, unapprovable)).toBe('Duplicated as #77. Next: mark it ready for review.');
});

it('names its branch after the pull request and the commit', () => {
  expect(duplicateBranch({ original: 7, commit: '0123456789abcdef' })).toBe('ext/pr-7-0123456789ab');
});

it('goes on with a branch that is there already, at that commit', async () => {
  const fake = github({ branches: new Map([[branch, commit]]) });
  expect(await duplicateCommit(fake.client, request)).toMatchObject({ done: true });
  expect(fake.done).not.toContain(`create ${branch}`);
});

describe('is refused', () => {
  const refused = async (...given: Parameters<typeof github>) => {
    const fake = github(...given);
    const result = await duplicateCommit(fake.client, request);
    return [result.done ? 'done' : result.reason, fake.done.at(-1)?.split(' ')[0]];
  };
  const ci = [file('src/main.rs'), file('.github/workflows/ci.yml')];

  it.each([
    ['the change touches CI', { files: ci }, 'duplicate-touches-ci'],
    ['the list was cut', { filesComplete: false }, 'duplicate-list-cut'],
    ['the list was cut, and CI is in it', { files: ci, filesComplete: false }, 'duplicate-list-cut'],
  ])('before anything is made: %s', async (_, given, reason) => {
    expect(await refused(given)).toEqual([reason, 'files']);
  });

  it('when the head has moved since: what was asked for is not what is there', async () => {
    const moved = livePull({ head: { sha: other, branch: 'patch-1', repository: 'mallory/engine' } });
    expect(await refused({ pulls: new Map([[42, moved]]) })).toEqual(['approval-stale', 'pull']);
  });

  it.each(['', '-x', 'a b', 'x\n', 'größer', '$(id)', 'x'.repeat(256)])(
    'before anything is made: a base branch named %j',
    async (base) => {
      const fake = github({ pulls: new Map([[42, livePull({ baseBranch: base })]]) });
      expect(await duplicateCommit(fake.client, request)).toEqual({
        ...{ done: false, reason: 'unsafe-value' },
        branch: base,
      });
      expect(fake.done).toEqual(['pull 42']);
    },
  );

  it.each([
    ['the branch is there with another commit', { branches: new Map([[branch, other]]) }],
    ['GitHub made it at another commit', { branchesGet: other }],
  ])('when %s', async (_, given) => {
    expect(await refused(given)).toEqual(['duplicate-branch-differs', 'head']);
  });

  it.each([
    ['create', githubFailure('invalid'), 'duplicate-by-hand'],
    ['create', githubFailure('conflict'), 'duplicate-by-hand'],
    ['create', githubFailure('forbidden'), 'duplicate-token-lacks'],
    ['create', refusal('not-found', 'workflows-permission-missing'), 'duplicate-token-lacks'],
    ['create', githubFailure('unavailable'), 'github-unavailable'],
    ['create', githubFailure('unexpected'), 'github-unexpected'],
    ['draft', refusal('forbidden', 'actions-may-not-open-pull-requests'), 'duplicate-pull-refused'],
    ['draft', refusal('invalid', 'pull-request-exists'), 'duplicate-exists'],
    ['draft', githubFailure('forbidden'), 'duplicate-token-lacks'],
    // Only a branch that GitHub did not make may be made by hand.
    ['draft', githubFailure('invalid'), 'github-unexpected'],
    ['files', githubFailure('forbidden'), 'duplicate-token-lacks'],
    ['files', githubFailure('not-found'), 'github-unexpected'],
    ['files', githubFailure('invalid'), 'github-unexpected'],
    ['files', githubFailure('unauthorized'), 'github-token-refused'],
    ['files', githubFailure('rate-limited'), 'github-rate-limited'],
    ['files', githubFailure('moved'), 'github-moved'],
    ['pull', githubFailure('unavailable'), 'github-unavailable'],
    ['head', githubFailure('unavailable'), 'github-unavailable'],
  ])('when GitHub does not %s: %s', async (call, failure, reason) => {
    expect(await refused({}, { [call]: failure })).toEqual([reason, call]);
  });

  it('before anything is made, where it cannot be read whether the branch is there', async () => {
    const fake = github({}, { head: githubFailure('unavailable') });
    await duplicateCommit(fake.client, request);
    expect(fake.done.filter((call) => call.startsWith('create'))).toEqual([]);
  });

  it('when the branch that was made cannot be read back', async () => {
    const world = githubWorld({ pulls: new Map([[42, livePull()]]) });
    const { carry, done, fail } = notedCalls();
    fail('head', githubFailure('rate-limited'), 2);
    const result = await duplicateCommit(githubClient(world, carry), request);
    expect([result, done.at(-1)]).toEqual([{ done: false, reason: 'github-rate-limited' }, `head ${branch}`]);
  });

  it.each(['files', 'create'])('never for a fault of our own in %s', async (call) => {
    const fake = github({}, { [call]: new TypeError('x') });
    await expect(duplicateCommit(fake.client, request)).rejects.toThrow(TypeError);
  });
});

describe('what decides what CI runs', () => {
  it.each([
    '.github/workflows/ci.yml',
    '.github/CODEOWNERS',
    '.gitlab-ci.yml',
    '.gitlab-ci.yaml',
    '.gitlab/ci/build.yml',
    '.circleci/config.yml',
    '.buildkite/pipeline.yml',
    '.woodpecker.yml',
    '.woodpecker.yaml',
    '.woodpecker/build.yaml',
    '.travis.yml',
    '.drone.yaml',
    '.cirrus.yml',
    '.appveyor.yml',
    'appveyor.yaml',
    'azure-pipelines.yml',
    'bitbucket-pipelines.yml',
    'cloudbuild.yaml',
    'buildspec.yml',
    '.azure-pipelines/build.yml',
    'Jenkinsfile',
    'Jenkinsfile.release',
    '.semaphore/semaphore.yml',
    '.teamcity/settings.kts',
    'action.yml',
    'tools/setup/action.yaml',
  ])('%s does', (path) => {
    expect(touchesCi([file('README.md'), file(path)])).toBe(true);
    expect(touchesCi([file('moved.txt', path)])).toBe(true);
  });

  it.each([
    'src/main.rs',
    'docs/.github/workflows/ci.yml',
    'x.github/ci.yml',
    'github/ci.yml',
    '.githubx/ci.yml',
    'sub/.gitlab-ci.yml',
    '.gitlab-ci.yml.md',
    'xgitlab-ci.yml',
    '.gitlab-ci.ymlx',
    '.gitlabx',
    'x/.gitlab/ci.yml',
    'x/.circleci/config.yml',
    'xcircleci/config.yml',
    'x/.buildkite/pipeline.yml',
    'x/.woodpecker.yml',
    '.woodpeckers',
    '.woodpecker.yml.md',
    'x/.travis.yml',
    'travis.yml',
    '.travis.ymlx',
    'x/azure-pipelines.yml',
    'azure-pipelines.yml.md',
    'x/.azure-pipelines/build.yml',
    'x/Jenkinsfile',
    'x/.semaphore/s.yml',
    'x/.teamcity/settings.kts',
    'src/reaction.yml',
    'src/action.yml.md',
    'transaction.yaml',
  ])('%s does not', (path) => {
    expect(touchesCi([file(path, path)])).toBe(false);
  });

  it('no change does not', () => expect(touchesCi([])).toBe(false));
});

it('by hand it takes two commands', () => {
  expect(byHand(request).split('\n')).toEqual([
    'GitHub did not make the branch. In a clone of this repository, run:',
    '',
    '```',
    'git fetch origin pull/42/head',
    `git push origin ${commit}:refs/heads/${branch}`,
    '```',
    '',
    `Then comment \`/duplicate ${commit}\` here once more: it takes that branch and opens the draft.`,
  ]);
});

describe('when the original is closed', () => {
  const branches = (more: readonly (readonly [string, string])[] = []) =>
    new Map<string, string>([
      [branch, commit],
      ['ext/pr-42-bbbbbbbbbbbb', other],
      ['ext/pr-421-aaaaaaaaaaaa', commit],
      ...more,
    ]);

  it('its branches go, and those of others stay', async () => {
    const fake = github({ branches: branches() });
    expect(await removeDuplicates(fake.client, 42)).toEqual({
      removed: [branch, 'ext/pr-42-bbbbbbbbbbbb'],
      failed: 0,
      refused: false,
    });
    expect([...fake.world.branches.keys()]).toEqual(['ext/pr-421-aaaaaaaaaaaa']);
    expect(fake.done[0]).toBe('branches ext/pr-42-');
  });

  it.each([
    ['a colleague has gone on from there', branch, other],
    ['a colleague has one of a like name', 'ext/pr-42-fix', commit],
    ['of fewer digits', 'ext/pr-42-aaaaaaaaaaa', commit],
    ['of more digits', 'ext/pr-42-aaaaaaaaaaaaa', commit],
    ['of capitals', 'ext/pr-42-AAAAAAAAAAAA', 'A'.repeat(40)],
    ['with something before', 'x/ext/pr-42-aaaaaaaaaaaa', commit],
    ['with something behind', 'ext/pr-42-aaaaaaaaaaaa/fix', commit],
  ])('a branch stays where %s', async (_, name, head) => {
    const fake = github({ branches: new Map([[name, head]]) });
    expect(await removeDuplicates(fake.client, 42)).toEqual({ removed: [], failed: 0, refused: false });
    expect([...fake.world.branches.keys()]).toEqual([name]);
  });

  it.each([
    ['its head ends with them', `${'b'.repeat(28)}aaaaaaaaaaaa`],
    ['its head has them in the middle', `b${'a'.repeat(12)}${'b'.repeat(27)}`],
  ])('one that is called by its digits stays where %s', async (_, head) => {
    const fake = github({ branches: new Map([[branch, head]]) });
    expect((await removeDuplicates(fake.client, 42)).removed).toEqual([]);
  });

  it('the list of branches is not taken on trust: one of another name stays', async () => {
    const fake = github();
    const branchesLike = async () => [
      { name: `x/${branch}`, head: commit },
      { name: 'main', head: commit },
    ];
    expect((await removeDuplicates({ ...fake.client, branchesLike }, 42)).removed).toEqual([]);
  });

  it('the untouched one goes beside one that was gone on from', async () => {
    const fake = github({ branches: branches([['ext/pr-42-cccccccccccc', commit]]) });
    expect((await removeDuplicates(fake.client, 42)).removed).toEqual([branch, 'ext/pr-42-bbbbbbbbbbbb']);
    expect(fake.world.branches.has('ext/pr-42-cccccccccccc')).toBe(true);
  });

  it('one that cannot be deleted is counted, and the others go all the same', async () => {
    const fake = github({ branches: branches() }, { [`delete ${branch}`]: githubFailure('forbidden') });
    expect(await removeDuplicates(fake.client, 42)).toMatchObject({
      removed: ['ext/pr-42-bbbbbbbbbbbb'],
      failed: 1,
    });
  });

  it('a list that cannot be read counts as one that failed', async () => {
    const fake = github({ branches: branches() }, { branches: githubFailure('unavailable') });
    expect(await removeDuplicates(fake.client, 42)).toEqual({ removed: [], failed: 1, refused: false });
  });

  it('a token that may not list is told apart: there may be none', async () => {
    const fake = github({ branches: branches() }, { branches: githubFailure('forbidden') });
    expect(await removeDuplicates(fake.client, 42)).toEqual({ removed: [], failed: 0, refused: true });
  });

  it.each(['branches', 'delete'])('a fault of our own in %s is passed on', async (call) => {
    const fake = github({ branches: branches() }, { [call]: new TypeError('x') });
    await expect(removeDuplicates(fake.client, 42)).rejects.toThrow(TypeError);
  });
});
