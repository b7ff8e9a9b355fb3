import { describe, expect, it } from 'vitest';
import {
  byHand,
  duplicateBranch,
  duplicateCommit,
  duplicatedAs,
  removeDuplicates,
  touchesCi,
} from '../../src/commands/duplicate.ts';
import { ServiceFailure, type ServiceFailureKind } from '../../src/net/failure.ts';
import { githubFailure } from '../gate/build.ts';
import { branch, commit, file, github, other, request } from './github.ts';

const refusal = (kind: ServiceFailureKind, code: string) =>
  new ServiceFailure({ service: 'github', status: 422, kind, mayHaveActed: false, refusal: code });

it('is a branch at exactly that commit, read back, with a draft that tells what it is', async () => {
  const fake = github();
  expect(await duplicateCommit(fake, request)).toEqual({ done: true, branch, pull: 77 });
  expect(fake.done).toEqual([
    'files 42',
    'pull 42',
    `head ${branch}`,
    `create ${branch}`,
    `head ${branch}`,
    `draft ${branch}`,
  ]);
  expect(fake.branches.get(branch)).toBe(commit);
  expect(fake.drafts).toEqual([
    { branch, base: 'release/1.0', title: 'Test of #42', body: expect.any(String) },
  ]);
  expect(fake.drafts[0]?.body.split('\n')).toEqual([
    `This branch holds commit ${commit} of #42, so that it can be tested and merged.`,
    'Asked for by @carol. It is never synchronised: a newer commit of #42 needs a new duplicate.',
    '',
    `Next: mark this pull request ready for review, then comment \`/ok-to-test ${commit}\` here.`,
  ]);
});

it('says nothing of an approval where none counts', async () => {
  const fake = github();
  const unapprovable = { ...request, approvable: false };
  await duplicateCommit(fake, unapprovable);
  expect(fake.drafts[0]?.body).toMatch(/\n\nNext: mark this pull request ready for review\.$/);
  expect(duplicatedAs(77, request)).toContain(`comment \`/ok-to-test ${commit}\` there`);
  expect(duplicatedAs(77, unapprovable)).toBe('Duplicated as #77. Next: mark it ready for review.');
});

it('names its branch after the pull request and the commit', () => {
  expect(duplicateBranch({ original: 7, commit: '0123456789abcdef' })).toBe('ext/pr-7-0123456789ab');
});

it('goes on with a branch that is there already, at that commit', async () => {
  const fake = github({ branches: { [branch]: commit } });
  expect(await duplicateCommit(fake, request)).toMatchObject({ done: true });
  expect(fake.done).not.toContain(`create ${branch}`);
});

describe('is refused', () => {
  const refused = async (given: Parameters<typeof github>[0], head = commit) => {
    const fake = github(given);
    fake.head = head;
    const result = await duplicateCommit(fake, request);
    return [result.done ? 'done' : result.reason, fake.done.at(-1)?.split(' ')[0]];
  };
  const ci = [file('src/main.rs'), file('.github/workflows/ci.yml')];

  it.each([
    ['the change touches CI', { files: ci }, 'duplicate-touches-ci'],
    ['the list was cut', { complete: false }, 'duplicate-list-cut'],
    ['the list was cut, and CI is in it', { files: ci, complete: false }, 'duplicate-list-cut'],
  ])('before anything is made: %s', async (_, given, reason) => {
    expect(await refused(given)).toEqual([reason, 'pull']);
  });

  it('when the head has moved since, for the files are those of the new one', async () => {
    expect(await refused({}, other)).toEqual(['approval-stale', 'pull']);
  });

  it.each(['', '-x', 'a b', 'x\n', 'größer', '$(id)', 'x'.repeat(256)])(
    'before anything is made: a base branch named %j',
    async (base) => {
      const fake = github();
      fake.base = base;
      expect(await duplicateCommit(fake, request)).toEqual({ done: false, reason: 'unsafe-value' });
      expect(fake.done).toEqual(['files 42', 'pull 42']);
    },
  );

  it.each([
    ['the branch is there with another commit', { branches: { [branch]: other } }],
    ['GitHub made it at another commit', { made: other }],
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
    ['files', githubFailure('not-found'), 'github-unexpected'],
    ['files', githubFailure('invalid'), 'github-unexpected'],
    ['files', githubFailure('unauthorized'), 'github-token-refused'],
    ['files', githubFailure('rate-limited'), 'github-rate-limited'],
    ['files', githubFailure('moved'), 'github-moved'],
    ['pull', githubFailure('unavailable'), 'github-unavailable'],
    ['head', githubFailure('unavailable'), 'github-unavailable'],
  ])('when GitHub does not %s: %s', async (call, failure, reason) => {
    expect(await refused({ fails: { [call]: failure } })).toEqual([reason, call]);
  });

  it.each(['files', 'create'])('never for a fault of our own in %s', async (call) => {
    const fake = github({ fails: { [call]: new TypeError('x') } });
    await expect(duplicateCommit(fake, request)).rejects.toThrow(TypeError);
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
  const branches = { [branch]: commit, 'ext/pr-42-bbbbbbbbbbbb': other, 'ext/pr-421-aaaaaaaaaaaa': commit };

  it('its branches go, and those of others stay', async () => {
    const fake = github({ branches });
    expect(await removeDuplicates(fake, 42)).toEqual({
      removed: [branch, 'ext/pr-42-bbbbbbbbbbbb'],
      failed: 0,
      refused: false,
    });
    expect([...fake.branches.keys()]).toEqual(['ext/pr-421-aaaaaaaaaaaa']);
    expect(fake.done[0]).toBe('like ext/pr-42-');
  });

  it('one that cannot be deleted is counted, and the others go all the same', async () => {
    const fake = github({ branches, fails: { [`delete ${branch}`]: githubFailure('forbidden') } });
    expect(await removeDuplicates(fake, 42)).toMatchObject({
      removed: ['ext/pr-42-bbbbbbbbbbbb'],
      failed: 1,
    });
  });

  it('a list that cannot be read counts as one that failed', async () => {
    const fake = github({ branches, fails: { like: githubFailure('unavailable') } });
    expect(await removeDuplicates(fake, 42)).toEqual({ removed: [], failed: 1, refused: false });
  });

  it('a token that may not list is told apart: there may be none', async () => {
    const fake = github({ branches, fails: { like: githubFailure('forbidden') } });
    expect(await removeDuplicates(fake, 42)).toEqual({ removed: [], failed: 0, refused: true });
  });

  it.each(['like', 'delete'])('a fault of our own in %s is passed on', async (call) => {
    const fake = github({ branches, fails: { [call]: new TypeError('x') } });
    await expect(removeDuplicates(fake, 42)).rejects.toThrow(TypeError);
  });
});
