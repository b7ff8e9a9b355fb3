/** Which variables in a job's environment could have changed what we do before our first line. Pure. */

/**
 * By the pages that document them; a `*` stands for any text. Closed: only these words are ever told. None of the shell's
 * functions, `BASH_FUNC_name%%`, is here: no variable of GitLab can be called so (GitLab docs, "CI/CD variables", keys), and
 * images have some of their own. What is not here steers nothing: proxies, `NODE_EXTRA_CA_CERTS` and GitLab's `CI_*` are not
 * looked at.
 */
const rows: readonly (readonly [source: string, names: string])[] = [
  ['ld.so(8); glibc manual; dyld(1)', 'LD_* DYLD_* GLIBC_TUNABLES GCONV_PATH'],
  ['POSIX.1-2024, XCU sh; bash(1), "Shell Variables"', 'BASH_ENV ENV SHELLOPTS BASHOPTS PROMPT_COMMAND'],
  [
    'Node docs, "Command-line API", environment variables',
    'NODE_OPTIONS NODE_PATH NODE_TLS_REJECT_UNAUTHORIZED NODE_COMPILE_CACHE NODE_REPL_EXTERNAL_MODULE ' +
      'NODE_V8_COVERAGE NODE_REDIRECT_WARNINGS NODE_ICU_DATA',
  ],
  [
    'openssl-env(7); OpenSSL docs, "openssl.cnf"',
    'OPENSSL_CONF OPENSSL_CONF_INCLUDE OPENSSL_ENGINES OPENSSL_MODULES',
  ],
];

const hostile = rows.flatMap(([, names]) => names.split(' '));

/**
 * The words of the list for what is set; none where nothing is. An empty variable does nothing, and is how a CI file takes
 * one back.
 */
export function hostileIn(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const set = Object.entries(env).flatMap(([name, value]) => (value ? [name] : []));
  return hostile.filter((pattern) => {
    const start = pattern.endsWith('*') ? pattern.slice(0, -1) : undefined;
    return set.some((name) => (start === undefined ? name === pattern : name.startsWith(start)));
  });
}
