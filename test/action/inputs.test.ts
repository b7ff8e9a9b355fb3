import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { markOf } from '../../src/request/request.ts';
import type { Settings } from '../../src/settings.ts';
import { selfSigned } from '../net/certificate.ts';
import { pathsOf } from '../request/build.ts';
import { type Inputs, settings } from './build.ts';

const certificate = selfSigned().cert.trim();

it('the least that a maintainer writes gives the documented defaults', async () => {
  expect(await settings()).toEqual({
    mode: 'run',
    github: {
      token: 'ghs_0123456789',
      membershipToken: 'ghs_0123456789',
      duplicateToken: 'ghs_0123456789',
      apiUrl: 'https://api.github.com',
      repository: 'acme/engine',
      runUrl: 'https://github.com/acme/engine/actions/runs/9',
    },
    gate: {
      organization: 'acme',
      membershipTokenGiven: false,
      teams: [],
      trustedBots: [],
      drafts: false,
      approvals: 'comment',
    },
    rights: undefined,
    selection: { prefix: 'test-', tests: undefined, defaultTests: ['test-all'], allLabel: 'test-all' },
    requireAll: false,
    testJobs: new Map(),
    settleMs: 5_000,
    pullRequest: undefined,
    gitlab: {
      url: 'https://gitlab.com',
      project: 'acme/engine-tests',
      triggerToken: undefined,
      token: { from: 'input', value: 'glpat-0123456789' },
      creators: [],
    },
    vault: undefined,
    wait: true,
    supersede: true,
    disclose: 'status',
    link: false,
    comment: false,
    auditFile: undefined,
    pipeline: {
      ref: { ref: undefined, twinPatterns: [] },
      passAs: 'variables',
      proof: false,
      names: { branch: 'GITHUB_ENGINE_BRANCH_NAME', tests: 'TESTS_TO_RUN' },
      further: {},
      mark: markOf('drawbridge', 'https://github.com'),
      limits: { timeoutMs: 9_000_000, errorBudgetMs: 600_000, onBlocked: 'fail' },
      onRerun: 'retry-failed',
    },
    statusContext: 'drawbridge',
    caCertificate: undefined,
  } satisfies Settings);
});

/** One part of the settings, by its path. */
const at = (from: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], from);

const plain = await settings();

/** Parts of the settings that change with an input, where it is more than the one it is written to. */
const wide: Readonly<Record<string, readonly string[]>> = {
  mode: ['mode', 'gitlab', 'statusContext', 'pipeline'],
  'membership-token': ['github', 'gate'],
  'status-context': ['statusContext', 'pipeline'],
};

describe('what is written is taken, and changes nothing else', () => {
  it.each<[Inputs, string, unknown]>([
    [{ mode: 'require-all' }, 'mode', 'require-all'],
    [{ 'membership-token': 'ghp_x' }, 'github.membershipToken', 'ghp_x'],
    [{ 'membership-token': 'ghp_x' }, 'gate.membershipTokenGiven', true],
    [{ 'duplicate-token': 'ghp_x' }, 'github.duplicateToken', 'ghp_x'],
    [{ organization: 'Acme-Corp' }, 'gate.organization', 'Acme-Corp'],
    [{ teams: 'core, qa\nops,,' }, 'gate.teams', ['core', 'qa', 'ops']],
    [{ 'trusted-bots': '29139614,49699333' }, 'gate.trustedBots', [29139614, 49699333]],
    [{ drafts: 'TRUE' }, 'gate.drafts', true],
    [{ approvals: 'none' }, 'gate.approvals', 'none'],
    [
      { 'who-may-run': 'core: all\nqa: [unit, smoke]\nwrite: unit, lint' },
      'rights',
      new Map<string, unknown>([
        ['core', 'all'],
        ['qa', ['unit', 'smoke']],
        ['write', ['unit', 'lint']],
      ]),
    ],
    [
      { 'who-may-run': 'core: [unit, ALL]\nqa: [unit, Test-All]' },
      'rights',
      new Map<string, unknown>([
        ['core', 'all'],
        ['qa', ['unit', 'test-all']],
      ]),
    ],
    [{ 'label-prefix': 'ci/' }, 'selection.prefix', 'ci/'],
    ...['test-a, test-b', 'test-a\ntest-b', '[test-a, test-b]', '- test-a\n- test-b', 'test-a,test-b,'].map(
      (tests) =>
        [
          { tests },
          'selection.tests',
          new Map([
            ['test-a', 'test-a'],
            ['test-b', 'test-b'],
          ]),
        ] as [Inputs, string, unknown],
    ),
    [{ tests: 'run:a', 'label-prefix': 'run:' }, 'selection.tests', new Map([['run:a', 'run:a']])],
    [
      { tests: 'Test 🚀 rocket, big: rocket\n"TEST-ALL": x', 'label-prefix': 'test' },
      'selection.tests',
      new Map([
        ['Test 🚀 rocket, big', 'rocket'],
        ['TEST-ALL', 'x'],
      ]),
    ],
    [{ tests: 'test-aws: aws', 'default-tests': 'All' }, 'selection.defaultTests', ['All']],
    [
      { tests: 'test-aws: aws\ntest-do: do' },
      'selection.tests',
      new Map([
        ['test-aws', 'aws'],
        ['test-do', 'do'],
      ]),
    ],
    [
      { paths: "dns: dns/**\naws:\n  - 'aws/**'\n  - '!**/*.md'\ntest-all: [core/**]" },
      'selection.paths',
      pathsOf({ dns: ['dns/**'], aws: ['aws/**', '!**/*.md'], 'test-all': ['core/**'] }),
    ],
    [{ 'default-tests': 'smoke,lint' }, 'selection.defaultTests', ['smoke', 'lint']],
    [{ 'all-label': 'everything' }, 'selection.allLabel', 'everything'],
    [{ 'all-label': 'run:everything' }, 'selection.defaultTests', ['run:everything']],
    [{ 'all-label': 'run:everything', 'default-tests': 'test-all' }, 'selection.defaultTests', ['test-all']],
    [{ 'default-tests': '' }, 'selection.defaultTests', ['test-all']],
    [{ 'default-tests': ' ' }, 'selection.defaultTests', ['test-all']],
    [{ tests: 'test-aws: aws', 'default-tests': 'aws' }, 'selection.defaultTests', ['aws']],
    [{ tests: 'test-aws: aws', 'default-tests': 'test-all' }, 'selection.defaultTests', ['test-all']],
    [{ tests: 'test-aws: aws', 'all-label': 'run:everything' }, 'selection.defaultTests', ['run:everything']],
    [{ 'test-jobs': 'none' }, 'testJobs', 'none'],
    [
      { 'test-jobs': "dns: dns-*\ntls: a, b\nunit: ['unit: [linux, 24]', lint]\none: ['a: [b, c]']" },
      'testJobs',
      new Map([
        ['dns', ['dns-*']],
        ['tls', ['a', 'b']],
        ['unit', ['unit: [linux, 24]', 'lint']],
        ['one', ['a: [b, c]']],
      ]),
    ],
    [{ 'settle-seconds': '0' }, 'settleMs', 0],
    [{ 'settle-seconds': '2.5' }, 'settleMs', 2_500],
    [{ 'pull-request': '42' }, 'pullRequest', 42],
    [{ 'gitlab-url': 'https://git.example/gitlab/' }, 'gitlab.url', 'https://git.example/gitlab'],
    [{ 'gitlab-url': 'http://127.0.0.1:8080' }, 'gitlab.url', 'http://127.0.0.1:8080'],
    [{ 'gitlab-url': 'http://localhost:8080' }, 'gitlab.url', 'http://localhost:8080'],
    [{ 'gitlab-project': '4711' }, 'gitlab.project', '4711'],
    [{ 'gitlab-ref': 'release/1.0' }, 'pipeline.ref.ref', 'release/1.0'],
    [{ 'twin-branches': 'main, release/*' }, 'pipeline.ref.twinPatterns', ['main', 'release/*']],
    [{ 'gitlab-trigger-token': 'glptt-x' }, 'gitlab.triggerToken', { from: 'input', value: 'glptt-x' }],
    [{ 'pass-as': 'inputs' }, 'pipeline.passAs', 'inputs'],
    [{ 'pass-as': 'inputs', proof: 'true' }, 'pipeline.proof', true],
    [
      { variables: 'REGION: eu\nEMPTY: ""\nNUMBER: 007\nYES: yes' },
      'pipeline.further',
      { REGION: 'eu', EMPTY: '', NUMBER: '007', YES: 'yes' },
    ],
    [{ 'branch-variable': 'ENGINE_BRANCH' }, 'pipeline.names.branch', 'ENGINE_BRANCH'],
    [{ 'tests-variable': 'TESTS' }, 'pipeline.names.tests', 'TESTS'],
    [{ wait: 'false' }, 'wait', false],
    [{ supersede: 'false' }, 'supersede', false],
    [{ disclose: 'jobs' }, 'disclose', 'jobs'],
    [{ 'audit-file': 'audit.jsonl' }, 'auditFile', 'audit.jsonl'],
    [{ 'timeout-minutes': '0.05' }, 'pipeline.limits.timeoutMs', 3_000],
    [{ 'error-budget-minutes': '1440' }, 'pipeline.limits.errorBudgetMs', 86_400_000],
    [{ 'on-blocked': 'wait' }, 'pipeline.limits.onBlocked', 'wait'],
    [{ 'on-rerun': 'new' }, 'pipeline.onRerun', 'new'],
    [{ 'status-context': '' }, 'statusContext', undefined],
    [{ 'status-context': 'private tests (all)' }, 'statusContext', 'private tests (all)'],
    [{ mode: 'require-all' }, 'statusContext', 'drawbridge/require-all'],
    [{ mode: 'require-all', 'status-context': 'all-tests' }, 'statusContext', 'all-tests/require-all'],
    [{ 'ca-certificate': certificate }, 'caCertificate', certificate],
    [
      // RFC 7468, section 2: what openssl prints, and a comment.
      { 'ca-certificate': `Subject: CN = Gx7\n${certificate}\r\n\n# the other\n${certificate} end` },
      'caCertificate',
      `${certificate}\n${certificate}`,
    ],
  ])('%j → %s', async (inputs, path, expected) => {
    const made = await settings(inputs);
    expect(at(made, path)).toEqual(expected);
    const [input = ''] = Object.keys(inputs);
    const parts = Object.keys(made).filter((part) => !isDeepStrictEqual(at(made, part), at(plain, part)));
    expect(wide[input] ?? [path.split('.')[0]]).toEqual(expect.arrayContaining(parts));
  });
});

describe('the token matrix', () => {
  const alone = { 'gitlab-token': ' ', 'gitlab-trigger-token': 'glptt-x', 'gitlab-ref': 'main' };

  it.each<[string, Inputs]>([
    ['a trigger token alone, detached', { ...alone, wait: 'false' }],
    ['a trigger token alone, for a release', { ...alone, mode: 'trigger' }],
    ['both', { 'gitlab-trigger-token': 'glptt-x' }],
    ['an access token alone', {}],
    ['none, where GitLab is not asked', { mode: 'require-all', 'gitlab-token': ' ', 'gitlab-project': ' ' }],
  ])('%s', async (_, inputs) => {
    const { gitlab } = await settings(inputs);
    if (inputs['mode'] === 'require-all')
      expect(gitlab).toMatchObject({ token: undefined, triggerToken: undefined });
    else expect(gitlab.token ?? gitlab.triggerToken).toBeDefined();
  });
});
