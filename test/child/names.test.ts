import { describe, expect, it } from 'vitest';
import { inherited, isReserved, isVariableName, shownName } from '../../src/child/names.ts';

describe('reserved names', () => {
  it.each([
    'PATH',
    'path',
    'LD_PRELOAD',
    'LD_AUDIT',
    'DYLD_INSERT_LIBRARIES',
    'NODE_OPTIONS',
    'GIT_CONFIG_COUNT',
    'GIT_CONFIG',
    'GIT_SSH_COMMAND',
    'BASH_ENV',
    'BASH_FUNC_ls',
    'ENV',
    'IFS',
    'PYTHONPATH',
    'PERL5OPT',
    'RUBYOPT',
    'JAVA_TOOL_OPTIONS',
    'HOME',
    'RUSTC_WRAPPER',
    'npm_config_script_shell',
    'PROMPT_COMMAND',
    'DOTNET_STARTUP_HOOKS',
    'CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUNNER',
    'CARGO_BUILD_RUSTFLAGS',
    'CARGO_REGISTRIES_OWN_CREDENTIAL_PROVIDER',
    'OPENSSL_CONF',
    'SSL_CERT_FILE',
    'LESSOPEN',
    'GOAUTH',
    'CC',
    'NODE_DEBUG',
    'PYTEST_ADDOPTS',
  ])('%s', (name) => {
    expect(isReserved(name)).toBe(true);
  });

  it.each([
    'KUBECONFIG',
    'AWS_SECRET_ACCESS_KEY',
    'PATHS',
    'ENVIRONMENT',
    'GIT_TOKEN',
    'VAULT_TOKEN',
    'HTTPS_PROXY',
    'LDAP',
    'CARGO_REGISTRY_TOKEN',
    'CARGO_REGISTRIES_OWN_TOKEN',
    'CARGO_REGISTRIES_CREDENTIAL_PROVIDER',
    'PIP_INDEX_URL',
    'YARN_NPM_AUTH_TOKEN',
    'NODE_AUTH_TOKEN',
    'GOPROXY',
    'ARN',
  ])('but not %s', (name) => {
    expect(isReserved(name)).toBe(false);
  });
});

describe('what the child gets of our environment', () => {
  const environment = {
    PATH: '/bin',
    LANG: 'C',
    LC_ALL: 'C',
    FOO: '1',
    AWS_REGION: 'x',
    AWS_PROFILE: 'y',
    VAULT_ADDR: 'https://v',
    VAULT_TOKEN: 't',
    BAO_TOKEN: 't',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'u',
    CI_JOB_JWT: 'j',
    CI_JOB_JWT_V2: 'j',
    DRAWBRIDGE_PROOF_1: 'p',
    DRAWBRIDGE_PROOF_5: '',
    CI_JOB_TOKEN: 'c',
    MY_JWT: 'j',
    GONE: undefined,
  };
  const namesBy = (inheritance: Partial<Parameters<typeof inherited>[1]>) =>
    Object.keys(inherited(environment, { clean: false, pass: [], used: [], ...inheritance })).join(' ');

  it.each([
    ['all but what leads to Vault', {}, 'PATH LANG LC_ALL FOO AWS_REGION AWS_PROFILE CI_JOB_TOKEN MY_JWT'],
    [
      'the variable that was used',
      { used: ['MY_JWT'] },
      'PATH LANG LC_ALL FOO AWS_REGION AWS_PROFILE CI_JOB_TOKEN',
    ],
    ['the usual', { clean: true }, 'PATH LANG LC_ALL'],
    [
      'and what is passed',
      { clean: true, pass: ['FOO', 'AWS_*'] },
      'PATH LANG LC_ALL FOO AWS_REGION AWS_PROFILE',
    ],
    [
      'also what leads to Vault',
      { clean: true, pass: ['VAULT_ADDR', 'MY_JWT'], used: ['MY_JWT'] },
      'PATH LANG LC_ALL VAULT_ADDR MY_JWT',
    ],
  ])('%s', (_, inheritance, expected) => {
    expect(namesBy(inheritance)).toBe(expected);
  });
});

it.each([
  ['A', true],
  ['_a1', true],
  ['1A', false],
  ['A-B', false],
  ['', false],
  ['A=B', false],
  ['Ä', false],
  ['A\n', false],
])('%j is a name: %s', (name, expected) => {
  expect(isVariableName(name)).toBe(expected);
});

it('shows no name that is more than a word', () => {
  expect(['api-key', 'a'.repeat(100), 'a'.repeat(101), 'a b', '::add', '\u001b[31m'].map(shownName)).toEqual([
    'api-key',
    'a'.repeat(100),
    'a key',
    'a key',
    'a key',
    'a key',
  ]);
});
