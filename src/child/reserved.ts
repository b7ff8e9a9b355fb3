/** The names that no secret may have: variables that decide what a program loads, runs or believes of itself. */

/** By the pages that document them; a `*` stands for any text. */
const rows: readonly (readonly [source: string, names: string])[] = [
  ['ld.so(8); dyld(1); glibc manual', 'LD_* DYLD_* GCONV_PATH GETCONF_DIR GLIBC_TUNABLES LOCPATH NLSPATH'],
  ['resolv.conf(5), hostname(7), terminfo(5)', 'HOSTALIASES LOCALDOMAIN RES_OPTIONS TERMINFO* TERMCAP'],
  [
    'POSIX.1-2024, XBD 8.3 and XCU sh; bash(1), "Shell Variables"; zsh(1), "Startup/Shutdown Files"',
    'PATH HOME SHELL USER LOGNAME PWD OLDPWD TMPDIR IFS ENV CDPATH PS0 PS1 PS2 PS4 BASH_ENV BASH_FUNC_* BASHOPTS ' +
      'SHELLOPTS PROMPT_COMMAND ZDOTDIR FPATH FCEDIT EDITOR VISUAL PAGER',
  ],
  [
    'less(1); man(1); sudo(8); tar(1); rsync(1)',
    'LESSOPEN LESSCLOSE MANPAGER BROWSER SUDO_ASKPASS SUDO_EDITOR TAR_OPTIONS RSYNC_RSH',
  ],
  ['XDG Base Directory Specification', 'XDG_*'],
  [
    'git(1), "Environment Variables"; git-config(1)',
    'GIT_CONFIG* GIT_EXEC_PATH GIT_TEMPLATE_DIR GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS GIT_EDITOR GIT_SEQUENCE_EDITOR ' +
      'GIT_PAGER GIT_PROXY_COMMAND GIT_EXTERNAL_DIFF GIT_DIR GIT_COMMON_DIR GIT_WORK_TREE GIT_INDEX_FILE ' +
      'GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_ALLOW_PROTOCOL GIT_SSL_* GIT_TRACE*',
  ],
  ['ssh(1), "Environment"', 'SSH_ASKPASS SSH_ASKPASS_REQUIRE SSH_AUTH_SOCK'],
  [
    'openssl-env(7); curl(1), "Environment"; Requests docs, "SSL Cert Verification"',
    'OPENSSL_CONF OPENSSL_CONF_INCLUDE OPENSSL_ENGINES OPENSSL_MODULES SSL_CERT_FILE SSL_CERT_DIR SSLKEYLOGFILE ' +
      'CURL_HOME CURL_CA_BUNDLE REQUESTS_CA_BUNDLE',
  ],
  [
    'Node docs, "Command-line API", environment variables; npm docs, "config"; Yarn docs, "yarnrc"; Bun docs',
    'NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NODE_TLS_REJECT_UNAUTHORIZED NODE_DEBUG NODE_COMPILE_CACHE ' +
      'NODE_V8_COVERAGE NODE_REDIRECT_WARNINGS NODE_REPL_EXTERNAL_MODULE NPM_CONFIG_* YARN_YARN_PATH ' +
      'YARN_RC_FILENAME BUN_OPTIONS',
  ],
  [
    'Python docs, "Command line and environment"; pip docs, "Configuration"; pytest docs, "API Reference"',
    'PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONUSERBASE PYTHONWARNINGS PYTHONBREAKPOINT PYTHONINSPECT ' +
      'PYTHONPLATLIBDIR PYTHONEXECUTABLE PYTHONPYCACHEPREFIX PIP_CONFIG_FILE PYTEST_ADDOPTS PYTEST_PLUGINS',
  ],
  [
    'perlrun(1); ruby(1); RubyGems and Bundler docs; php(1); lua(1)',
    'PERL5LIB PERLLIB PERL5OPT PERL5DB RUBYLIB RUBYOPT GEM_HOME GEM_PATH BUNDLE_GEMFILE PHPRC PHP_INI_SCAN_DIR ' +
      'LUA_INIT* LUA_PATH* LUA_CPATH*',
  ],
  [
    'JDK docs, "The java Command"; Maven docs, "Configuring Maven"; Gradle docs, "Build Environment"',
    'JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS JAVA_OPTS JAVA_HOME CLASSPATH MAVEN_OPTS MAVEN_ARGS ' +
      'GRADLE_OPTS GRADLE_USER_HOME',
  ],
  [
    '.NET docs, "Startup hooks", "Profiling" and "Environment variables"',
    'DOTNET_STARTUP_HOOKS DOTNET_ADDITIONAL_DEPS DOTNET_SHARED_STORE DOTNET_ROOT* CORECLR_PROFILER* ' +
      'CORECLR_ENABLE_PROFILING COR_PROFILER* COR_ENABLE_PROFILING',
  ],
  ['erl(1); R documentation, "Startup"', 'ERL_*FLAGS ERL_LIBS R_PROFILE* R_ENVIRON* R_LIBS*'],
  ['Julia docs, "Environment Variables"', 'JULIA_LOAD_PATH JULIA_DEPOT_PATH JULIA_PROJECT'],
  [
    'Go docs, "Environment variables" and cmd/go',
    'GOFLAGS GOROOT GOPATH GOENV GOTOOLCHAIN GOAUTH GOCACHEPROG GOVCS GOINSECURE GOSUMDB GONOSUMDB CGO_*',
  ],
  [
    'The Cargo Book, "Environment Variables", "Configuration" (of `target.<triple>.runner` and `linker` too)',
    'CARGO CARGO_HOME CARGO_ALIAS_* CARGO_BUILD_* CARGO_TARGET_* CARGO_HTTP_* CARGO_ENCODED_* RUSTC RUSTC_* RUSTDOC ' +
      'RUSTFLAGS RUSTDOCFLAGS RUSTUP_* CARGO_REGISTRY_CREDENTIAL_PROVIDER CARGO_REGISTRY_GLOBAL_CREDENTIAL_PROVIDERS ' +
      'CARGO_REGISTRIES_*_CREDENTIAL_PROVIDER',
  ],
  [
    'GNU make, "Variables" and "Implicit Variables"; pkg-config(1)',
    'MAKE MAKEFLAGS MAKEFILES GNUMAKEFLAGS MFLAGS CC CXX CPP LD AR AS FC CFLAGS CXXFLAGS CPPFLAGS LDFLAGS ' +
      'PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_LIBDIR',
  ],
];

/** All of them, in upper case. */
export const reserved: readonly string[] = rows.flatMap(([, names]) => names.split(' '));
