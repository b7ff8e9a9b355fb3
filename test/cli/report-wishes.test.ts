import { expect, it } from 'vitest';
import { readOptions } from '../../src/cli/options.ts';
import { type ReportWishes, reportWishes } from '../../src/cli/report-wishes.ts';
import { reportOptions } from '../../src/cli/usage.ts';

const needed = [
  ...['--verify', '--gitlab-url=https://gitlab.example', '--repository-id=123', '--owner-id=77'],
  '--workflow=acme/engine/.github/workflows/drawbridge.yml@refs/heads/main',
  '--known-tests=test-dns,a=b',
];

async function read(...args: readonly string[]): Promise<ReportWishes | readonly string[]> {
  const given = await readOptions(reportOptions, args);
  if (!given.ok) throw new Error(given.wrong.join());
  const wishes = reportWishes(given);
  return wishes.ok ? wishes.value : wishes.wrong;
}

it('what is not said is as the action has it', async () => {
  expect(await read(...needed)).toMatchObject({
    ...{ context: 'drawbridge', apiUrl: 'https://api.github.com', server: 'https://github.com' },
    ...{ gitlabToken: undefined, deadlineMs: 900_000, reportJobs: [], afterFailure: false },
    token: { from: 'variable', name: 'DRAWBRIDGE_GITHUB_TOKEN' },
    rules: {
      selection: {
        ...{ prefix: 'test-', allLabel: 'test-all', defaultTests: [] },
        tests: new Map([
          ['test-dns', 'test-dns'],
          ['a=b', 'a=b'],
        ]),
      },
      testJobs: new Map(),
    },
  });
});

it.each<[string, string[], object]>([
  ['another context', ['--status-context=private/nightly'], { context: 'private/nightly' }],
  [
    'an Enterprise Server',
    ['--github-api-url=https://ghes.example/api/v3/'],
    { apiUrl: 'https://ghes.example/api/v3', server: 'https://ghes.example' },
  ],
  ['a tenant of GHE.com', ['--github-api-url=https://api.acme.ghe.com'], { server: 'https://acme.ghe.com' }],
  ['pages elsewhere', ['--github-url=https://git.example/'], { server: 'https://git.example' }],
  [
    'a token from Vault',
    ['--secrets=ci/github#TOKEN'],
    {
      token: {
        from: 'vault',
        asked: [{ kind: 'keys', path: 'ci/github', keys: [{ key: 'TOKEN', name: 'TOKEN', form: 'text' }] }],
      },
    },
  ],
  ['a token of GitLab', ['--gitlab-token-variable=READ_API'], { gitlabToken: 'READ_API' }],
  ['other jobs that report', ['--report-jobs=a, b c', '--report-jobs=d'], { reportJobs: ['a', 'b c', 'd'] }],
  ['a failure', ['--after-failure'], { afterFailure: true }],
  ['half a minute', ['--deadline-minutes=0.5'], { deadlineMs: 30_000 }],
  [
    'jobs of tests',
    ['--test-jobs=test-dns=dns *, slow', '--test-jobs=a=b=unit'],
    {
      rules: {
        testJobs: new Map([
          ['test-dns', ['dns *', 'slow']],
          ['a=b', ['unit']],
        ]),
      },
    },
  ],
  ['no jobs of tests', ['--test-jobs=none'], { rules: { testJobs: 'none' } }],
])('%s', async (_, args, expected) => expect(await read(...needed, ...args)).toMatchObject(expected));

it.each<[string, string[], string]>([
  ['a whole path', ['--secrets=ci/github'], '--secrets must name one key, that of the token: path#KEY'],
  ['two keys', ['--secrets=ci/github#A,B'], '--secrets must name one key, that of the token: path#KEY'],
  [
    'an unknown test',
    ['--test-jobs=dns=x'],
    '--test-jobs must begin with a test id of --known-tests and `=`',
  ],
  ['a test twice', ['--test-jobs=test-dns=x', '--test-jobs=test-dns=y'], '--test-jobs has a test twice'],
  [
    'a job without a name',
    ['--test-jobs=test-dns=x,'],
    '--test-jobs must have names of jobs after the `=`, each of 1 to 255 characters',
  ],
  [
    'a report without a name',
    ['--report-jobs=a,'],
    '--report-jobs must be names of jobs, each of 1 to 255 characters',
  ],
  ['no time', ['--deadline-minutes=0'], '--deadline-minutes must be a number above 0 and at most 1440'],
  [
    'a time that is none',
    ['--deadline-minutes=soon'],
    '--deadline-minutes must be a number above 0 and at most 1440',
  ],
  [
    'pages with a path',
    ['--github-url=https://github.com/acme'],
    '--github-url must be like https://github.com',
  ],
  ['a command', ['--', 'true'], 'takes no command: `drawbridge exec` starts one'],
])('%s is wrong', async (_, args, said) => expect(await read(...needed, ...args)).toEqual([said]));

it('nothing is reported that was not proven, and `all` must be known', async () => {
  expect(await read(...needed.filter((one) => one !== '--verify'))).toEqual([
    '--verify is missing: what was not proven could turn any commit green, so it is not reported',
  ]);
  expect(await read(...needed.slice(0, -1))).toEqual([
    '--known-tests is missing: by it a report knows which tests `all` are',
  ]);
});
