import { expect, it } from 'vitest';
import { readOptions } from '../../src/cli/options.ts';
import { execOptions, verificationNames, verifyOptions } from '../../src/cli/usage.ts';
import { verifyCommand } from '../../src/cli/verify-wishes.ts';
import { execWishes } from '../../src/cli/wishes.ts';

const workflow = 'acme/engine/.github/workflows/drawbridge.yml@refs/heads/main';
const needed = [
  '--gitlab-url=https://gitlab.example/gitlab/',
  '--repository-id=123',
  '--owner-id=77',
  `--workflow=${workflow}`,
];

async function read(...args: string[]) {
  const given = await readOptions(verifyOptions, args);
  if (!given.ok) throw new Error(given.wrong.join());
  const command = verifyCommand(given);
  return command.ok ? command.value : command.wrong;
}

async function readExec(...args: string[]) {
  const given = await readOptions(execOptions, args);
  if (!given.ok) throw new Error(given.wrong.join());
  const wishes = execWishes(given);
  return wishes.ok ? wishes.value.verify : wishes.wrong;
}

const usual = {
  gitlabUrl: 'https://gitlab.example/gitlab',
  policy: {
    issuer: 'https://token.actions.githubusercontent.com',
    repositoryId: '123',
    ownerId: '77',
    workflows: [workflow],
    events: [
      'pull_request_target',
      'workflow_run',
      'issue_comment',
      'workflow_dispatch',
      'push',
      'merge_group',
      'release',
      'schedule',
    ],
    environment: undefined,
  },
  covers: [],
  branchVariable: 'GITHUB_ENGINE_BRANCH_NAME',
  testsVariable: 'TESTS_TO_RUN',
  knownTests: undefined,
  allLabel: 'test-all',
  member: undefined,
  proxy: undefined,
  certificates: undefined,
};

it('has the usual wishes where only what is needed is said, for both commands', async () => {
  expect(await read(...needed)).toEqual({ wishes: usual, json: false });
  expect(await readExec('--verify', ...needed, '--', 'true')).toEqual(usual);
  expect(await readExec('--', 'true')).toBeUndefined();
});

it('reads each option', async () => {
  const second = 'acme/ci/.github/workflows/shared.yaml@refs/tags/v1';
  expect(
    await read(
      ...needed,
      `--workflow=${second}, acme/ci/.github/workflows/x.yml@${'a'.repeat(40)}`,
      '--environment=production eu',
      '--event=push,release',
      '--event=schedule',
      '--issuer=https://ghe.example/_services/token/',
      '--covers=REGION,SIZE',
      '--branch-variable=BRANCH',
      '--tests-variable=TESTS',
      '--known-tests=dns,test-mail',
      '--all-label=all',
      '--organization=acme',
      '--github-token-variable=MY_TOKEN',
      '--github-api-url=https://ghe.example/api/v3/',
      '--proxy=http://proxy.example:3128',
      '--ca-certificate=ca.pem',
      '--json',
    ),
  ).toEqual({
    json: true,
    wishes: {
      gitlabUrl: usual.gitlabUrl,
      policy: {
        ...usual.policy,
        issuer: 'https://ghe.example/_services/token',
        workflows: [workflow, second, `acme/ci/.github/workflows/x.yml@${'a'.repeat(40)}`],
        events: ['push', 'release', 'schedule'],
        environment: 'production eu',
      },
      covers: ['REGION', 'SIZE'],
      branchVariable: 'BRANCH',
      testsVariable: 'TESTS',
      knownTests: ['dns', 'test-mail'],
      allLabel: 'all',
      member: { organization: 'acme', tokenVariable: 'MY_TOKEN', apiUrl: 'https://ghe.example/api/v3' },
      proxy: 'http://proxy.example:3128',
      certificates: 'ca.pem',
    },
  });
});

it.each([
  ['--gitlab-url', 'http://gitlab.example'],
  ['--gitlab-url', 'https://user:pass@gitlab.example'],
  ['--gitlab-url', 'https://gitlab.example/?a=b'],
  ['--gitlab-url', '$CI_SERVER_URL'],
  ['--repository-id', 'acme/engine'],
  ['--repository-id', '0'],
  ['--owner-id', '-1'],
  ['--workflow', 'acme/engine/.github/workflows/drawbridge.yml'],
  ['--workflow', 'acme/engine/.github/workflows/drawbridge.yml@main'],
  ['--workflow', 'acme/*/.github/workflows/drawbridge.yml@refs/heads/main'],
  ['--workflow', 'acme/engine/.github/workflows/drawbridge.yml@refs/heads/*'],
  ['--workflow', 'acme/engine/.github/workflows/drawbridge.yml@refs/pull/7/merge'],
  ['--event', 'pull_request'],
  ['--event', 'push, pull_request'],
  ['--event', 'pull_request_review'],
  ['--event', 'pull_request_review_comment'],
  ['--event', 'push,'],
  ['--environment', 'a\nb'],
  ['--issuer', 'http://issuer.example'],
  ['--covers', 'A,1B'],
  ['--branch-variable', 'A B'],
  ['--tests-variable', '$A'],
  ['--known-tests', 'dns,$(id)'],
  ['--all-label', 'a,b'],
  ['--organization', '../acme'],
  ['--github-api-url', 'http://api.example'],
  ['--github-token-variable', '1'],
  ['--proxy', 'http://user:pass@proxy.example'],
  ['--proxy', 'socks5://proxy.example'],
])('%s %j is wrong usage, and its value is not repeated', async (option, value) => {
  const others = needed.filter((one) => !one.startsWith(`${option}=`));
  const wrong = await read(...others, `${option}=${value}`);
  expect(wrong).toEqual([expect.stringContaining(`${option} must`)]);
});

it('names each option that is missing, takes no command, and no option without its switch', async () => {
  expect(await read()).toEqual(
    ['gitlab-url', 'repository-id', 'owner-id', 'workflow'].map((name) => `--${name} is missing`),
  );
  expect(await read(...needed, '--', 'true')).toEqual([expect.stringContaining('drawbridge exec --verify')]);
  // Who forgets the switch must not believe that something was verified.
  const all = verificationNames.map((name) => `--${name}=x`);
  expect(await readExec(...all, '--', 'true')).toEqual(
    verificationNames.map((name) => `--${name} belongs to --verify`),
  );
  expect(await readExec('--verify', '--', 'true')).toHaveLength(4);
});
