/** Which names a variable of the child may have, and which variables of ours it does not get. Pure. */

/** Whether a text can be the name of an environment variable for every shell (POSIX.1-2024, XBD 8.1). */
export const isVariableName = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);

/** The shape of a name that is shown although somebody else chose it, such as a key in Vault. */
export const shownName = (name: string): string =>
  /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/.test(name) ? name : 'a key';

/**
 * Variables that decide what a program loads, runs or believes of itself, instead of handing it a value: whoever may
 * write a secret must not gain more than that. Each row with the page that documents it.
 */
const reserved: readonly { readonly source: string; readonly names: readonly string[] }[] = [
  {
    source: 'ld.so(8); dyld(1)',
    names: ['LD_*', 'DYLD_*', 'GCONV_PATH', 'GLIBC_TUNABLES', 'LOCPATH', 'NLSPATH'],
  },
  {
    source: 'POSIX.1-2024, XBD 8.3 and XCU sh; bash(1), "Shell Variables"; zsh(1), "Startup/Shutdown Files"',
    names: [
      'PATH',
      'HOME',
      'SHELL',
      'USER',
      'LOGNAME',
      'PWD',
      'OLDPWD',
      'TMPDIR',
      'IFS',
      'ENV',
      'CDPATH',
      'PS1',
      'PS4',
      'BASH_ENV',
      'BASH_FUNC_*',
      'BASHOPTS',
      'SHELLOPTS',
      'PROMPT_COMMAND',
      'ZDOTDIR',
      'EDITOR',
      'VISUAL',
      'PAGER',
    ],
  },
  { source: 'XDG Base Directory Specification', names: ['XDG_*'] },
  {
    source: 'git(1), "Environment Variables"; git-config(1)',
    names: [
      'GIT_CONFIG*',
      'GIT_EXEC_PATH',
      'GIT_TEMPLATE_DIR',
      'GIT_SSH',
      'GIT_SSH_COMMAND',
      'GIT_ASKPASS',
      'GIT_EDITOR',
      'GIT_SEQUENCE_EDITOR',
      'GIT_PAGER',
      'GIT_PROXY_COMMAND',
      'GIT_EXTERNAL_DIFF',
      'GIT_DIR',
      'GIT_WORK_TREE',
    ],
  },
  { source: 'ssh(1), "Environment"', names: ['SSH_ASKPASS', 'SSH_ASKPASS_REQUIRE', 'SSH_AUTH_SOCK'] },
  {
    source: 'Node docs, "Command-line API", environment variables; npm docs, "config"',
    names: [
      'NODE_OPTIONS',
      'NODE_PATH',
      'NODE_EXTRA_CA_CERTS',
      'NODE_TLS_REJECT_UNAUTHORIZED',
      'NPM_CONFIG_*',
    ],
  },
  {
    source: 'Python docs, "Command line and environment"',
    names: [
      'PYTHONPATH',
      'PYTHONHOME',
      'PYTHONSTARTUP',
      'PYTHONUSERBASE',
      'PYTHONWARNINGS',
      'PYTHONBREAKPOINT',
    ],
  },
  {
    source: 'perlrun(1); ruby(1); php(1); lua(1)',
    names: [
      'PERL5LIB',
      'PERLLIB',
      'PERL5OPT',
      'PERL5DB',
      'RUBYLIB',
      'RUBYOPT',
      'PHPRC',
      'PHP_INI_SCAN_DIR',
      'LUA_INIT*',
    ],
  },
  {
    source: 'JDK docs, "The java Command"; Maven docs, "Configuring Maven"; Gradle docs, "Build Environment"',
    names: [
      'JAVA_TOOL_OPTIONS',
      '_JAVA_OPTIONS',
      'JDK_JAVA_OPTIONS',
      'CLASSPATH',
      'MAVEN_OPTS',
      'MAVEN_ARGS',
      'GRADLE_OPTS',
    ],
  },
  {
    source: '.NET docs, "Startup hooks" and "Profiling"',
    names: ['DOTNET_STARTUP_HOOKS', 'CORECLR_PROFILER*', 'CORECLR_ENABLE_PROFILING'],
  },
  {
    source:
      'Go docs, "Environment variables"; The Cargo Book, "Environment Variables"; GNU make, "Variables"',
    names: [
      'GOFLAGS',
      'GOROOT',
      'GOTOOLCHAIN',
      'CARGO_HOME',
      'CARGO_BUILD_RUSTC*',
      'RUSTC',
      'RUSTC_WRAPPER',
      'RUSTC_WORKSPACE_WRAPPER',
      'RUSTDOC',
      'RUSTFLAGS',
      'CARGO_ENCODED_RUSTFLAGS',
      'RUSTUP_*',
      'MAKEFLAGS',
      'MAKEFILES',
    ],
  },
];

/** A `*` at the end stands for any ending. */
const fits = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** Whether no secret may become a variable of this name. Case makes no difference: some programs read both. */
export function isReserved(name: string): boolean {
  const upper = name.toUpperCase();
  return reserved.some(({ names }) => names.some((pattern) => fits(upper, pattern)));
}

/**
 * Variables by which one logs in to Vault, or asks for a token that does (Vault docs, "Vault commands", environment
 * variables; OpenBao docs, the same; GitHub docs, "OpenID Connect reference"; GitLab docs, "ID tokens" and "Predefined
 * variables": `CI_JOB_JWT` and its versions until GitLab 17). With `CI_JOB_TOKEN` a job reaches what GitLab has, not
 * Vault: it stays.
 */
const stripped = ['VAULT_*', 'BAO_*', 'ACTIONS_ID_TOKEN_REQUEST_*', 'CI_JOB_JWT*'];

/** What sudo leaves when it cleans (sudoers(5), "env_reset"), and what says how text is written and what time it is. */
const usual = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'TERM',
  'COLORTERM',
  'TMPDIR',
  'TZ',
  'LANG',
  'LANGUAGE',
  'LC_*',
];

/** What the child may have of our variables. */
export interface Inheritance {
  /** `clean`: only the usual ones and those of `pass`. */
  readonly clean: boolean;
  /** Names to let through in any case; `PREFIX_*` for all that begin so. */
  readonly pass: readonly string[];
  /** Variables that held a token with which we have logged in. */
  readonly used: readonly string[];
}

/**
 * What the child gets of our environment: all but what leads to Vault, or with `clean` only the usual. This is hygiene and
 * no boundary: a process of the same user can read ours (docs/facts/vault.md, "Launcher").
 */
export function inherited(
  environment: Readonly<Record<string, string | undefined>>,
  { clean, pass, used }: Inheritance,
): Readonly<Record<string, string>> {
  const anyOf = (name: string, patterns: readonly string[]) =>
    patterns.some((pattern) => fits(name, pattern));
  const goes = (name: string): boolean => {
    if (anyOf(name, pass)) return true;
    if (used.includes(name) || anyOf(name, stripped)) return false;
    return !clean || anyOf(name, usual);
  };
  const kept = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && goes(entry[0]),
  );
  return Object.fromEntries(kept);
}
