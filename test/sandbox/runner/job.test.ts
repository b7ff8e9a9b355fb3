import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startJob } from '../../../sandbox/runner/job.ts';
import { jobOf, writeAction } from './fixture.ts';

const PRINT_ENV = 'console.log(JSON.stringify(process.env));';

describe('what a step is told', () => {
  test('inputs: names, defaults, expressions, and nothing for one without a default', async () => {
    const job = startJob(
      jobOf(writeAction(PRINT_ENV), { with: { Drafts: 'true', 'no-such': 'x', 'old-name': '1' } }),
    );
    const result = await job.done;
    const env = JSON.parse(result.stdout);
    expect(env).toMatchObject({
      'INPUT_GITHUB-TOKEN': 'ghs_secret.token-1',
      INPUT_ORGANIZATION: 'octo',
      'INPUT_PULL-REQUEST': '42',
      INPUT_TWO_WORDS: 'a b',
      INPUT_DRAFTS: 'true',
      'INPUT_NO-SUCH': 'x',
    });
    expect(env).not.toHaveProperty('INPUT_NO-DEFAULT');
    expect(result.annotations.map((a) => [a.level, a.message])).toEqual([
      [
        'warning',
        "Unexpected input(s) 'no-such', valid inputs are ['github-token', 'organization', 'pull-request', 'two words', 'drafts', 'no-default', 'old-name']",
      ],
      ['warning', "Input 'old-name' has been deprecated with message: use the new one"],
    ]);
    expect(result.log).toContain(
      'Run drawbridge-ci/drawbridge@v1\nwith:\n  Drafts: true\n  no-such: x\n  old-name: 1\n  github-token: ***\n',
    );
  });

  test('the environment is that of a job and nothing else', async () => {
    process.env['SANDBOX_TEST_LEAK'] = 'yes';
    const options = jobOf(writeAction(PRINT_ENV), {
      triggeringActor: 'hubot',
      runAttempt: 2,
      env: { EXTRA: '1' },
      idToken: { requestUrl: 'http://127.0.0.1:2/token?a=b', requestToken: 'request-me' },
    });
    const result = await startJob(options).done;
    delete process.env['SANDBOX_TEST_LEAK'];
    const env = JSON.parse(result.stdout);
    expect(env).toMatchObject({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request_target',
      GITHUB_REPOSITORY: 'octo/engine',
      GITHUB_REPOSITORY_OWNER: 'octo',
      GITHUB_REPOSITORY_ID: '74',
      GITHUB_REPOSITORY_OWNER_ID: '65',
      GITHUB_ACTOR: 'mona',
      GITHUB_ACTOR_ID: '9',
      GITHUB_TRIGGERING_ACTOR: 'hubot',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_NUMBER: '1',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_SERVER_URL: 'http://127.0.0.1:1',
      GITHUB_API_URL: 'http://127.0.0.1:1/api/v3',
      GITHUB_GRAPHQL_URL: 'http://127.0.0.1:1/api/graphql',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: '0'.repeat(40),
      GITHUB_HEAD_REF: 'topic',
      GITHUB_WORKFLOW_REF: 'octo/engine/.github/workflows/drawbridge.yml@refs/heads/main',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:2/token?a=b',
      EXTRA: '1',
    });
    expect(env).not.toHaveProperty('SANDBOX_TEST_LEAK');
    expect(env).not.toHaveProperty('GITHUB_TOKEN');
    expect(env['HOME']).not.toBe(process.env['HOME']);
    expect(result.log).not.toContain('request-me');
    expect(result.log).toContain('env:\n  EXTRA: 1\n');
    expect(existsSync(env['RUNNER_TEMP'])).toBe(false);
  });

  test('the event file holds the payload', async () => {
    const main = `import { readFileSync } from 'node:fs';
      console.log(JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH)).pull_request.number);`;
    expect((await startJob(jobOf(writeAction(main))).done).stdout).toBe('42\n');
  });

  test.each([
    ['  pre: pre.mjs\n', 'runs.pre'],
    ['  post-if: success()\n', 'post-if success()'],
  ])('what is not played is refused: %s', (more, message) => {
    expect(() => startJob(jobOf(writeAction('', '', more)))).toThrow(message);
  });
});

describe('what a step leaves behind', () => {
  const write = (variable: string, text: string) =>
    `(await import('node:fs')).appendFileSync(process.env.${variable}, ${JSON.stringify(text)});`;

  test('outputs, state, environment and summary; post sees state, environment and inputs', async () => {
    const main = [
      write('GITHUB_OUTPUT', 'one=1\nmany<<EOF_1\nline 1\nx=y\nline 2\nEOF_1\nleak=a ghs_secret.token-1\n'),
      write('GITHUB_STATE', 'pipeline<<E\n7\nE\nKebab-key=k\n'),
      write('GITHUB_ENV', 'ADDED=yes\n'),
      write('GITHUB_STEP_SUMMARY', '# Passed ghs_secret.token-1\n'),
      'process.exitCode = 3;',
    ].join('\n');
    const post = `console.log(process.env.STATE_pipeline, process.env['STATE_Kebab-key'], process.env.ADDED,
      process.env['INPUT_ORGANIZATION']);`;
    const result = await startJob(jobOf(writeAction(main, post))).done;
    expect(result).toMatchObject({
      exitCode: 3,
      signal: null,
      cancelled: false,
      outputs: { one: '1', many: 'line 1\nx=y\nline 2', leak: 'a ghs_secret.token-1' },
      state: { pipeline: '7', 'Kebab-key': 'k' },
      summary: '# Passed ***\n',
    });
    expect(Object.keys(result.jobOutputs)).toEqual(['one', 'many']);
    expect(result.post?.stdout).toBe('7 k yes octo\n');
    expect(result.post?.log).toBe('Post job cleanup.\n7 k yes octo\n');
  });

  test('a summary above 1 MiB is dropped with an error, one of exactly 1 MiB is kept', async () => {
    const grow = (bytes: number) =>
      `(await import('node:fs')).writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'é'.repeat(${bytes} / 2));`;
    const [kept, dropped] = await Promise.all([
      startJob(jobOf(writeAction(grow(1024 * 1024)))).done,
      startJob(jobOf(writeAction(grow(1024 * 1024 + 2)))).done,
    ]);
    expect(Buffer.byteLength(kept.summary)).toBe(1024 * 1024);
    expect(dropped.summary).toBe('');
    expect(dropped.annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining('1025k') },
    ]);
  });

  test('a broken output file is an error', async () => {
    const result = await startJob(jobOf(writeAction(write('GITHUB_OUTPUT', 'a<<E\nno end\n')))).done;
    expect(result.outputs).toEqual({});
    expect(result.annotations.map((a) => a.message)).toEqual([
      "Unable to process file command 'output' successfully.",
      "Invalid value. Matching delimiter not found 'E'",
    ]);
  });

  test('masks of main hold in post; secrets hold from the start', async () => {
    const main = `console.log('swordfish'); console.log('::add-mask::swordfish'); console.log('swordfish kept-secret');`;
    const post = `console.error('swordfish');`;
    const options = jobOf(writeAction(main, post), { secrets: ['kept-secret'] });
    const result = await startJob(options).done;
    expect(result.log.split('\n').slice(-3)).toEqual(['swordfish', '*** ***', '']);
    expect(result.masks).toEqual(['swordfish']);
    expect(result.stdout).toContain('swordfish kept-secret');
    expect(result.post?.log).toBe('Post job cleanup.\n***\n');
    expect(result.post?.stderr).toBe('swordfish\n');
  });
});

test('lines end at LF, CR LF or CR, whatever the chunks, and at nothing else', async () => {
  const main = `const print = (text) => new Promise((resolve) => process.stdout.write(text, () => setTimeout(resolve, 2000)));
    for (const part of ['a\\r', '\\nb\\rc\\u2028::error::no\\n::not', 'ice::yes\\nend']) await print(part);`;
  const result = await startJob(jobOf(writeAction(main))).done;
  expect(result.annotations).toEqual([{ level: 'notice', message: 'yes' }]);
  expect(result.log.split('\n').slice(-6)).toEqual([
    'a',
    'b',
    'c\u2028::error::no',
    'Notice: yes',
    'end',
    '',
  ]);
});
