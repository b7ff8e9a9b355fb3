import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variableName } from '../../src/facts/alphabet.ts';
import { isReserved } from '../../src/request/reserved.ts';

const steering = [
  'CI',
  'CI_PIPELINE_SOURCE',
  'CI_API_V4_URL',
  'GITLAB_USER_LOGIN',
  'GIT_STRATEGY',
  'GIT_CONFIG_COUNT',
  'GIT_CONFIG_KEY_0',
  'GIT_SSH_COMMAND',
  'FF_USE_FASTZIP',
  'DOCKER_AUTH_CONFIG',
  'DOCKER_HOST',
  'RUNNER_SCRIPT_TIMEOUT',
  'NODE_OPTIONS',
  'BASH_ENV',
  'BASH_FUNC_ls%%',
  'ENV',
  'PATH',
  'HOME',
  'IFS',
  'PROMPT_COMMAND',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'DYLD_INSERT_LIBRARIES',
  'PYTHONPATH',
  'PYTHONSTARTUP',
  'PERL5OPT',
  'RUBYOPT',
  'JAVA_TOOL_OPTIONS',
  '_JAVA_OPTIONS',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'no_proxy',
  'NPM_CONFIG_REGISTRY',
  'npm_config_registry',
  'VAULT_ADDR',
  'VAULT_TOKEN',
  'SSL_CERT_FILE',
  'TRIGGER_PAYLOAD',
  'SHELL',
  'SHELLOPTS',
  'BASHOPTS',
  'NODE_PATH',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'PYTHONHOME',
  'PERL5LIB',
  'RUBYLIB',
  'JDK_JAVA_OPTIONS',
  'MAVEN_OPTS',
  'GOFLAGS',
  'RUSTFLAGS',
  'RUSTC_WRAPPER',
  'CARGO_HOME',
  'EDITOR',
  'PAGER',
  'CURL_HOME',
  'SSL_CERT_DIR',
  'REQUESTS_CA_BUNDLE',
  'SSH_X',
  'KUBECONFIGX',
  'GITHUB_COMMIT_ID',
  'GITHUB_PULL_REQUEST',
  'FORCE_CHECKOUT_CUSTOM_BRANCH',
  'DRAWBRIDGE_KEY',
  'DRAWBRIDGE_PROOF',
];

const harmless = ['REGION', 'TEST_CLUSTER', 'CLOUD_CI', 'CIRCLE', 'MY_PATH', 'PROXY', 'LOG_LEVEL', 'A', '_'];

describe('names of variables', () => {
  it.each(steering)('%s is reserved', (name) => expect(isReserved(name)).toBe(true));
  it.each(harmless)('%s is free', (name) => expect(isReserved(name)).toBe(false));

  it('makes no difference of case', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...steering, ...harmless),
        fc.infiniteStream(fc.boolean()),
        (name, upper) => {
          const spelled = [...name]
            .map((c) => (upper.next().value ? c.toUpperCase() : c.toLowerCase()))
            .join('');
          expect(isReserved(spelled)).toBe(isReserved(name));
        },
      ),
    );
  });

  it.each(['A', '_x9', 'a'.repeat(255)])('%s may be a name', (name) =>
    expect(variableName.test(name)).toBe(true),
  );
  it.each(['', '9A', 'A-B', 'A B', 'A\n', 'Ä', 'A=B', 'a'.repeat(256)])('%j may be no name', (name) =>
    expect(variableName.test(name)).toBe(false),
  );
});
