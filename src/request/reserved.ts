/**
 * Names of variables that may not be passed on: they steer GitLab, its runner, git, the shell or a language's runtime
 * instead of a test (docs/facts/gitlab.md, "Job environment"; docs/security.md, attack 18).
 */
const reservedPrefixes = [
  'CI_',
  'GITLAB_',
  'GIT_',
  'FF_',
  'DOCKER_',
  'RUNNER_',
  'GITHUB_',
  'DRAWBRIDGE_',
  'VAULT_',
  'LD_',
  'DYLD_',
  'NPM_CONFIG_',
  'BASH_FUNC_',
  'SSH_',
  'KUBECONFIG',
];

const reservedNames = [
  'CI',
  'PATH',
  'HOME',
  'IFS',
  'ENV',
  'SHELL',
  'SHELLOPTS',
  'BASHOPTS',
  'BASH_ENV',
  'PROMPT_COMMAND',
  'NODE_OPTIONS',
  'NODE_PATH',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'PYTHONPATH',
  'PYTHONSTARTUP',
  'PYTHONHOME',
  'PERL5LIB',
  'PERL5OPT',
  'RUBYLIB',
  'RUBYOPT',
  'JAVA_TOOL_OPTIONS',
  '_JAVA_OPTIONS',
  'JDK_JAVA_OPTIONS',
  'MAVEN_OPTS',
  'GOFLAGS',
  'RUSTFLAGS',
  'RUSTC_WRAPPER',
  'CARGO_HOME',
  'EDITOR',
  'PAGER',
  'CURL_HOME',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'REQUESTS_CA_BUNDLE',
  'TRIGGER_PAYLOAD',
  'FORCE_CHECKOUT_CUSTOM_BRANCH',
];

/** Whether a maintainer's further variable may not have this name. Case makes no difference: `https_proxy`. */
export function isReserved(name: string): boolean {
  const upper = name.toUpperCase();
  return (
    reservedNames.includes(upper) ||
    upper.endsWith('_PROXY') ||
    reservedPrefixes.some((prefix) => upper.startsWith(prefix))
  );
}
