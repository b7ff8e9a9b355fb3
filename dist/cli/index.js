#!/bin/sh
':' //; exec node -- "$0" "$@"
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 9907:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("cluster");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5675:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http2");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ notStarted),
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   S2: () => (/* binding */ signalCode),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   xY: () => (/* binding */ wrongUsage)
/* harmony export */ });
/** How the launcher ends: with the child's own code, or the one that a shell would give. Pure. */
/** Ours: the command line was understood and what it asks for did not work. */
const failed = 1;
/** Ours: wrong usage. */
const wrongUsage = 2;
/** Found, and cannot be run (POSIX.1-2024, XCU 2.8.2). */
const notExecutable = 126;
/** Not found (the same). */
const notFound = 127;
/** What a signal's number is added to (bash(1), "Exit Status"). */
const bySignal = 128;
/**
 * The exit code for the end of a child.
 * @param numbers of the system's signals, by name
 */
function exitCodeOf({ code, signal }, numbers) {
    return signal === null ? (code ?? failed) : signalCode(signal, numbers);
}
/** The exit code of what a signal has ended. */
const signalCode = (signal, numbers) => bySignal + (numbers[signal] ?? 0);
/** The shape of a command's name that is shown; a whole line in its place may hold anything. */
const shownCommand = /^[A-Za-z0-9_.+/@-]{1,100}$/;
/** What a failed start means, by the system's code (execve(2), "Errors"). */
function notStarted(code, command) {
    switch (code) {
        case 'ENOENT':
            return { exit: notFound, said: absentCommand(command) };
        case 'E2BIG':
            return {
                exit: notExecutable,
                said: 'the variables are too large together: hand the largest over with `--file`',
            };
        case 'EACCES':
        case 'EPERM':
            return { exit: notExecutable, said: 'the command may not be run: is it executable?' };
        default:
            return { exit: notExecutable, said: 'the command could not be started' };
    }
}
function absentCommand(command) {
    if (/\s/.test(command))
        return "the command was not found: no shell splits it, so write its words apart, or `-- sh -c '…'`";
    return `${shownCommand.test(command) ? `\`${command}\`` : 'the command'} was not found`;
}


/***/ }),

/***/ 6219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Jq: () => (/* binding */ inherited),
  Bs: () => (/* binding */ isReserved),
  KL: () => (/* binding */ isVariableName),
  HD: () => (/* binding */ shownName)
});

;// CONCATENATED MODULE: ./build/js/child/reserved.js
/** The names that no secret may have: variables that decide what a program loads, runs or believes of itself. */
/** By the pages that document them; a `*` stands for any text. */
const rows = [
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
const reserved = rows.flatMap(([, names]) => names.split(' '));

;// CONCATENATED MODULE: ./build/js/child/names.js
/** Which names a variable of the child may have, and which variables of ours it does not get. Pure. */

/** Whether a text can be the name of an environment variable for every shell (POSIX.1-2024, XBD 8.1). */
const isVariableName = (text) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
/** The shape of a name that is shown although somebody else chose it, such as a key in Vault. */
const shownName = (name) => /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/.test(name) ? name : 'a key';
/** A `*` stands for any text; there is one at most. */
function fits(name, pattern) {
    const [start = '', end] = pattern.split('*');
    if (end === undefined)
        return name === pattern;
    return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}
/**
 * Whether no secret may become a variable of this name: whoever may write a secret must not gain more than that. Case makes
 * no difference: some programs read both.
 */
function isReserved(name) {
    const upper = name.toUpperCase();
    return reserved.some((pattern) => fits(upper, pattern));
}
/**
 * Variables by which one logs in to Vault, or asks for a token that does (Vault docs, "Vault commands", environment
 * variables; OpenBao docs, the same; GitHub docs, "OpenID Connect reference"; GitLab docs, "ID tokens" and "Predefined
 * variables": `CI_JOB_JWT` and its versions until GitLab 17). With `CI_JOB_TOKEN` a job reaches what GitLab has, not
 * Vault: it stays. A proof is an ID token too, in parts.
 */
const stripped = ['VAULT_*', 'BAO_*', 'ACTIONS_ID_TOKEN_REQUEST_*', 'CI_JOB_JWT*', 'DRAWBRIDGE_PROOF_*'];
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
/**
 * What the child gets of our environment: all but what leads to Vault, or with `clean` only the usual. This is hygiene and
 * no boundary: a process of the same user can read ours (docs/facts/vault.md, "Launcher").
 */
function inherited(environment, { clean, pass, used }) {
    const anyOf = (name, patterns) => patterns.some((pattern) => fits(name, pattern));
    const goes = (name) => {
        if (anyOf(name, pass))
            return true;
        if (used.includes(name) || anyOf(name, stripped))
            return false;
        return !clean || anyOf(name, usual);
    };
    const kept = Object.entries(environment).filter((entry) => entry[1] !== undefined && goes(entry[0]));
    return Object.fromEntries(kept);
}


/***/ }),

/***/ 6557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b1: () => (/* binding */ neededOf),
/* harmony export */   cp: () => (/* binding */ absentPaths),
/* harmony export */   hB: () => (/* binding */ withPlain),
/* harmony export */   u0: () => (/* binding */ sourcesOf)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6219);

/** Vault's own mount of secrets: a path of one segment is below it (src/secrets/secrets.ts). */
const usualMount = 'secret';
/**
 * The sources of what was asked. A key that is asked for by name does not come a second time with the whole of its path,
 * so that `--secrets tests --secrets tests#REGION:plain` says more of one key. A secret that was asked for twice counts
 * once.
 * @param read by path, as `fetchSecrets` gives it
 */
function sourcesOf(asked, read) {
    const named = [];
    const byName = new Set();
    for (const one of asked) {
        if (one.kind === 'whole')
            continue;
        for (const { key, name, form } of one.keys) {
            byName.add(idOf(one.path, key));
            named.push({ name, origin: `${one.path}#${key}`, form, value: read.get(one.path)?.get(key) });
        }
    }
    const seen = new Set();
    const whole = [];
    const nameless = new Map();
    for (const one of asked) {
        if (one.kind === 'keys')
            continue;
        for (const [path, values] of read) {
            if (!covers(one, path))
                continue;
            for (const [key, value] of values) {
                const id = idOf(path, key);
                if (byName.has(id) || seen.has(id))
                    continue;
                seen.add(id);
                const shown = one.below ? `${one.path}/**` : one.path;
                if ((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isVariableName */ .KL)(key))
                    whole.push({ name: key, origin: `${shown}#${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .HD)(key)}`, form: 'text', value });
                else
                    nameless.set(shown, (nameless.get(shown) ?? 0) + 1);
            }
        }
    }
    return {
        found: [...named, ...whole],
        nameless: [...nameless].map(([path, keys]) => ({ path, keys })),
    };
}
/** Keeps two secrets apart, with the mount written or not. */
const idOf = (path, key) => JSON.stringify([withMount(path), key]);
const withMount = (path) => (path.includes('/') ? path : `${usualMount}/${path}`);
function covers(asked, path) {
    const [wanted, given] = [withMount(asked.path), withMount(path)];
    return given === wanted || (asked.below && given.startsWith(`${wanted}/`));
}
/**
 * The paths, as they were asked for, at which nothing is: neither a secret there nor, of `path/**`, one below. A path that
 * is mistyped must not start a command without its secrets.
 */
const absentPaths = (asked, read) => {
    const isThere = (one) => [...read.keys()].some((path) => covers({ path: one.path, below: one.kind === 'whole' && one.below }, path));
    const absent = asked.filter((one) => !isThere(one));
    return [...new Set(absent.map((one) => (one.kind === 'whole' && one.below ? `${one.path}/**` : one.path)))];
};
/** The sources, where some names are said to hold no secret. */
const withPlain = (found, names) => found.map((one) => (one.form === 'text' && names.includes(one.name) ? { ...one, form: 'plain' } : one));
/**
 * What has to be read of what was asked. Where keys were named, and our environment has a variable for each of them that
 * is kept, Vault has nothing to add: what is not needed is not read.
 */
const neededOf = (asked, isKept) => asked.filter((one) => one.kind === 'whole' || !one.keys.every(({ name }) => isKept(name)));


/***/ }),

/***/ 4816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ parseFile),
/* harmony export */   Gw: () => (/* binding */ parseNames),
/* harmony export */   dC: () => (/* binding */ parseSecrets)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6219);
/** What the options `--secrets`, `--file` and lists of names say. Pure. */

const right = (value) => ({ ok: true, value });
const wrong = (text) => ({ ok: false, wrong: text });
/** Reads `path`, `path/**` or `path#KEY[:base64|:plain][=NAME],…`. */
function parseSecrets(text) {
    const [path = '', ...rest] = text.split('#');
    const below = path.endsWith('/**');
    const plain = below ? path.slice(0, -3) : path;
    if (plain === '')
        return wrong('names no path');
    if (plain.includes('*'))
        return wrong('may have `**` only at its end, as in `team/**`');
    if (plain.split('/').some((segment) => segment === '' || segment === '.' || segment === '..'))
        return wrong('has a slash too many, or a `.` or `..`, in its path');
    if (rest.length === 0)
        return right({ kind: 'whole', path: plain, below });
    if (below)
        return wrong('cannot name keys after `/**`: which of the secrets they are of is not said');
    if (rest.length > 1)
        return wrong('has more than one `#`');
    const keys = [];
    for (const part of (rest[0] ?? '').split(',')) {
        const key = parseKey(part);
        if (!key.ok)
            return key;
        keys.push(key.value);
    }
    return right({ kind: 'keys', path: plain, keys });
}
function parseKey(text) {
    const [asked = '', name, ...rest] = text.split('=');
    if (rest.length > 0)
        return wrong('has a key with more than one `=`');
    const formed = parseForm(asked);
    if (!formed.ok)
        return formed;
    const [key, form] = formed.value;
    if (key === '')
        return wrong('has an empty key: keys stand between commas');
    if (!(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isVariableName */ .KL)(name ?? key)) {
        return wrong(name === undefined
            ? 'has a key that cannot be the name of a variable: give it one, as in `#api-key=API_KEY`'
            : 'gives a name that cannot be one of a variable: letters, digits and `_`, no digit in front');
    }
    return right({ key, name: name ?? key, form });
}
function parseForm(text) {
    const [key = '', form = 'text', ...rest] = text.split(':');
    if (rest.length > 0)
        return wrong('has a key with more than one `:`');
    if (form === 'base64' || form === 'plain')
        return right([key, form]);
    return text.includes(':') ? wrong('has a form that is neither `base64` nor `plain`') : right([key, 'text']);
}
/** Reads `NAME[:base64][=path]`; without a path the file is named after the variable. */
function parseFile(text) {
    const at = text.indexOf('=');
    const [asked, given] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
    const formed = parseForm(asked);
    if (!formed.ok)
        return formed;
    const [name, form] = formed.value;
    if (form === 'plain')
        return wrong('has the form `plain`, which belongs to `--secrets`');
    if (!(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isVariableName */ .KL)(name))
        return wrong('names no variable: it is `NAME=path`');
    const path = given ?? name;
    if (path === '' || path.endsWith('/'))
        return wrong('has no name for the file after the `=`');
    if (path.includes('\0'))
        return wrong('has a path that no file can have');
    const inside = !/^(?:\/|\.{1,2}\/)/.test(path);
    if (inside && path.split('/').some((segment) => ['', '.', '..'].includes(segment)))
        return wrong('has a path that leads out of the private folder: begin it with `./` or `/` if that is meant');
    return right({ name, form: form === 'base64' ? 'base64' : 'as-read', path });
}
/** Reads names of variables between commas; `PREFIX_*` where `patterns` are allowed. */
function parseNames(text, patterns) {
    const names = text.split(',').map((name) => name.trim());
    const isName = (name) => (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isVariableName */ .KL)(patterns ? name.replace(/\*$/, '') : name);
    return names.every(isName) ? right(names) : wrong('must be names of variables, with commas between');
}


/***/ }),

/***/ 1402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decode),
/* harmony export */   g: () => (/* binding */ hiddenForms)
/* harmony export */ });
/**
 * The bytes of a value: as UTF-8, or decoded. Base64 of both alphabets is taken, with line ends in it and with or without
 * padding (RFC 4648, sections 3.1, 3.2 and 5), as tools write it. Undefined where it is none: half a certificate helps
 * nobody.
 */
function decode(value, form) {
    if (form !== 'base64')
        return new TextEncoder().encode(value);
    const digits = value.replace(/[ \t\r\n]+/g, '');
    const [, body = '', padding = ''] = /^([A-Za-z0-9+/]*|[A-Za-z0-9_-]*)(={0,2})$/.exec(digits) ?? [];
    if (body.length + padding.length !== digits.length || body.length % 4 === 1)
        return undefined;
    if (padding !== '' && (body.length + padding.length) % 4 !== 0)
        return undefined;
    return new Uint8Array(Buffer.from(body, 'base64'));
}
/**
 * What has to be hidden of a value: it as it is used, and as it is kept where that differs, because either could be
 * printed. Nothing of one that is plain or empty.
 * @param used what `decode` gave
 */
function hiddenForms(value, used, form) {
    if (form === 'plain')
        return [];
    const kept = new TextEncoder().encode(value);
    const differs = kept.length !== used.length || kept.some((byte, at) => byte !== used[at]);
    return (differs ? [used, kept] : [used]).filter(({ length }) => length > 0);
}


/***/ }),

/***/ 9587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  kg: () => (/* binding */ gather),
  sB: () => (/* binding */ loginOptions),
  pG: () => (/* binding */ sayAbsent)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./build/js/child/names.js + 1 modules
var names = __nccwpck_require__(6219);
// EXTERNAL MODULE: ./build/js/child/sources.js
var sources = __nccwpck_require__(6557);
// EXTERNAL MODULE: ./build/js/facts/ask.js
var ask = __nccwpck_require__(8003);
// EXTERNAL MODULE: ./build/js/reasons.js + 8 modules
var reasons = __nccwpck_require__(7953);
// EXTERNAL MODULE: ./build/js/net/url.js
var net_url = __nccwpck_require__(8551);
;// CONCATENATED MODULE: ./build/js/cli/login.js
/** Which Vault, and how to log in there: decided from options and environment. Pure but for the file of a token. */

const wrong = (...said) => ({ ok: false, exit: 1, said });
/** A variable that is set to nothing counts as none, as CI leaves it where a secret does not exist. */
const set = (text) => text?.trim() || undefined;
/** Vault's variable, else OpenBao's own name for it (OpenBao docs, "Commands", environment variables). */
const ofVault = (env, name) => set(env[`VAULT_${name}`]) ?? set(env[`BAO_${name}`]);
/**
 * Decides. Without a choice the first that is there: VAULT_TOKEN, VAULT_ROLE_ID, GitLab's ID token, GitHub's, the file
 * that `vault login` writes.
 * @param tokenFile gives what is in that file
 */
function wayIn(options, env, tokenFile) {
    const url = options.url ?? ofVault(env, 'ADDR');
    if (url === undefined)
        return wrong('no Vault is named: set VAULT_ADDR, or use --env-file where there is none');
    if ((0,net_url/* allowedUrl */._)(url) === undefined)
        return wrong('VAULT_ADDR or --vault-url must begin with https://, or for a server on this machine http://, and hold no password');
    const server = {
        url,
        namespace: options.namespace ?? ofVault(env, 'NAMESPACE'),
        certificates: options.certificates ?? ofVault(env, 'CACERT'),
    };
    const found = meansFrom(options, env, tokenFile);
    if ('ok' in found)
        return found;
    const sent = secretsOf(found);
    if (sent.some((secret) => !/^[\x21-\x7e]+$/.test(secret)))
        return wrong('what Vault is to be shown holds blanks or line ends: was it pasted in full, and nothing else?');
    return { ok: true, server, means: found };
}
/** The secrets that one logs in with. */
function secretsOf(means) {
    switch (means.method) {
        case 'token':
            return [means.token];
        case 'approle':
            return means.secretId === undefined ? [] : [means.secretId];
        case 'id-token':
            return [means.jwt];
        case 'github':
            return [means.requestToken];
    }
}
function meansFrom(options, env, tokenFile) {
    const { method } = options;
    const token = ofVault(env, 'TOKEN');
    const roleId = ofVault(env, 'ROLE_ID');
    // GitLab's own names for the two (GitLab docs, "Using external secrets in CI").
    const mount = (usual) => (options.mount ?? set(env['VAULT_AUTH_PATH']) ?? usual).replace(/^\/+|\/+$/g, '');
    const role = options.role ?? set(env['VAULT_AUTH_ROLE']);
    const jwt = Object.hasOwn(env, options.idToken) ? set(env[options.idToken]) : undefined;
    const requestUrl = set(env['ACTIONS_ID_TOKEN_REQUEST_URL']);
    const requestToken = set(env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
    const may = (one) => method === 'found' || method === one;
    if (may('token') && token !== undefined)
        return { method: 'token', token };
    if (may('approle') && roleId !== undefined)
        return { method: 'approle', mount: mount('approle'), roleId, secretId: ofVault(env, 'SECRET_ID') };
    if (may('jwt') && jwt !== undefined)
        return { method: 'id-token', mount: mount('jwt'), role, jwt };
    if (may('jwt') && requestUrl !== undefined && requestToken !== undefined) {
        const { audience } = options;
        if (audience === undefined)
            return wrong('--vault-audience is missing: the audience that the role in Vault binds, to ask GitHub for an ID token');
        return { method: 'github', mount: mount('jwt'), role, requestUrl, requestToken, audience };
    }
    const kept = may('token') ? set(tokenFile()) : undefined;
    if (kept !== undefined)
        return { method: 'token', token: kept };
    return wrong(nothing(method, options.idToken));
}
function nothing(method, idToken) {
    switch (method) {
        case 'token':
            return 'there is no token: set VAULT_TOKEN, or log in with `vault login`';
        case 'approle':
            return 'there is no role id: set VAULT_ROLE_ID, and VAULT_SECRET_ID';
        case 'jwt':
            return `there is no ID token: give the GitLab job \`id_tokens\` with ${idToken}, or the GitHub job \`id-token: write\``;
        case 'found':
            return `nothing to log in with: set VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID, or give the job an ID token (${idToken})`;
    }
}

;// CONCATENATED MODULE: ./build/js/cli/gather.js
/** Gathers secrets for a command: from Vault and from files of variables. What `exec` and `mask` share. */









/** Reads them. `one` gives the value of an option. */
function loginOptions(one) {
    const version = one('vault-kv-version');
    return {
        login: {
            url: one('vault-url'),
            namespace: one('vault-namespace'),
            certificates: one('vault-ca'),
            method: (one('vault-auth') ?? 'found'),
            mount: one('vault-mount'),
            role: one('vault-role'),
            idToken: one('vault-id-token') ?? 'VAULT_ID_TOKEN',
            audience: one('vault-audience'),
        },
        kvVersion: version === '1' ? 1 : version === '2' ? 2 : undefined,
    };
}
/**
 * Gathers. The token that we log in for is revoked before this resolves, unless a secret has a lease that hangs on it.
 * Vault is asked only where something is wanted of it.
 * @param needed what has to be read of Vault; the other paths hold nothing but what the environment has already
 */
async function gather(wishes, needed, io, log, interrupted) {
    const fromFiles = wishes.envFiles.map((file, at) => readVariables(file, wishes.envFiles.length > 1 ? `--env-file (the ${at + 1}.)` : '--env-file'));
    const broken = fromFiles.find((one) => !one.ok);
    if (broken?.ok === false)
        return broken;
    const written = fromFiles.flatMap((one) => (one.ok ? one.found : []));
    const read = needed.length === 0 ? nothingRead : await fromVault(wishes, needed, io, log, interrupted);
    if (!read.ok)
        return read;
    const { found, nameless } = (0,sources/* sourcesOf */.u0)(wishes.asked, read.fetched.secrets);
    const absent = (0,sources/* absentPaths */.cp)(needed, read.fetched.secrets);
    const { proofs } = read;
    return {
        ok: true,
        found: [...found, ...written],
        nameless,
        absent,
        lease: read.fetched.lease,
        proofs,
    };
}
/** What is said of a path at which nothing is. */
const sayAbsent = (path) => `Vault has no secret at ${path}: check the path, in capital and small letters`;
const nothingRead = {
    ok: true,
    fetched: { secrets: new Map(), deleted: new Set(), lease: undefined },
    proofs: [],
};
async function fromVault(wishes, needed, io, log, interrupted) {
    const way = wayIn(wishes.login, io.env, keptToken);
    if (!way.ok)
        return way;
    const [{ wire }, { fetchSecrets }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(395), __nccwpck_require__.e(323), __nccwpck_require__.e(149)]).then(__nccwpck_require__.bind(__nccwpck_require__, 149)),
        Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(6)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2006)),
    ]);
    const wired = wire(way.server, way.means, { env: io.env, log, interrupted });
    if (!wired.ok)
        return wired;
    const wanted = needed.map((one) => ({ path: one.path, below: one.kind === 'whole' && one.below }));
    const fact = await (0,ask/* ask */.k)(fetchSecrets(wired.ports, wired.login, wanted, wishes.kvVersion));
    if (fact.known) {
        return { ok: true, fetched: fact.value, proofs: secretsOf(way.means) };
    }
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(fact.reason);
    const said = wired.identityFailed()
        ? ['GitHub gave no ID token: has the job the permission `id-token: write`?']
        : [`${sentence}. ${remedy}`];
    return { ok: false, exit: 1, said };
}
/** What `vault login` and `bao login` write (Vault docs, "Token helpers"). Undefined without it. */
function keptToken() {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,external_node_os_.homedir)(), '.vault-token'), 'utf8');
    }
    catch {
        return undefined;
    }
}
/**
 * The variables of a file, as Node reads one (Node docs, "util.parseEnv"). It skips what it does not understand; a secret
 * that is skipped would be neither handed over nor hidden, so a file that is something else is refused.
 * @param option what the file was given by
 */
function readVariables(file, option) {
    const refused = (why) => ({ ok: false, exit: 1, said: [`${option}: ${why}`] });
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8').replace(/^\uFEFF/, '');
    }
    catch {
        return refused('the file cannot be read');
    }
    const read = Object.entries((0,external_node_util_.parseEnv)(text));
    if (!read.every(([name]) => (0,names/* isVariableName */.KL)(name)))
        return refused('the file has a name that is none of a variable; its lines are `NAME=value`');
    if (read.length === 0 && /^\s*[^\s#]/m.test(text))
        return refused('the file has no variables; its lines are `NAME=value`');
    const found = read.map(([name, value = '']) => ({ name, origin: '--env-file', form: 'text', value }));
    return { ok: true, found };
}


/***/ }),

/***/ 6239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ logOf),
/* harmony export */   c: () => (/* binding */ say)
/* harmony export */ });
/* harmony import */ var _typed_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5527);

/** Says lines on stderr, as `drawbridge exec: …`. They hold no value of a secret. */
function say(io, command, lines) {
    for (const line of lines)
        io.stderr.write(`drawbridge ${command}: ${(0,_typed_js__WEBPACK_IMPORTED_MODULE_0__/* .asTyped */ .j)(line)}\n`);
}
/** What Vault's client has to tell, said like everything else: it tells what the role may be bound to only where a log-in fails. */
const logOf = (io, command) => {
    const tell = (line) => say(io, command, [line]);
    return { info: tell, warning: tell };
};


/***/ }),

/***/ 5527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ asDoctored),
/* harmony export */   j: () => (/* binding */ asTyped)
/* harmony export */ });
/** What the remedies of the reasons call by an input of the action, as one writes it on a command line. Pure. */
/** Inputs of the action that the remedies name, and what stands for each here (docs/exec.md, "Where Vault is, and how to log in"). */
const inputs = {
    'vault-url': '`VAULT_ADDR` or `--vault-url`',
    'vault-namespace': '`VAULT_NAMESPACE` or `--vault-namespace`',
    'vault-auth': '`--vault-auth`',
    'vault-mount': '`VAULT_AUTH_PATH` or `--vault-mount`',
    'vault-role': '`VAULT_AUTH_ROLE` or `--vault-role`',
    'vault-audience': '`--vault-audience` (in GitLab `aud:` below `id_tokens:`)',
    'vault-role-id': '`VAULT_ROLE_ID`',
    'vault-secret-id': '`VAULT_SECRET_ID`',
    'vault-token': '`VAULT_TOKEN` (or log in with `vault login`)',
    'vault-secrets': '`--secrets`',
    'vault-kv-version': '`--vault-kv-version`',
    'test-jobs': '`--test-jobs`',
    'ca-certificate': '`VAULT_CACERT` or `--vault-ca` (a file)',
    organization: '`--organization`',
    'github-token': 'the variable of `--github-token-variable`',
    'membership-token': 'the variable of `--github-token-variable`',
};
/** Not everybody who types is a job on a runner, and there is no log but the lines on the screen. */
const phrases = {
    'Give the job `statuses: write`': 'Let the token write the commit statuses of this repository',
    'Run the job again': 'Run it again',
    'run the job again': 'run it again',
    'this runner': 'this machine',
    'the runner': 'this machine',
    'the log shows': 'the lines above show',
};
/** A line for the command line: each name of an input in back-ticks is what one types here instead. */
const asTyped = (line) => replaced(line, phrases)
    .replace(/`([a-z-]+)`/g, (whole, name) => Object.hasOwn(inputs, name) ? (inputs[name] ?? whole) : whole)
    // Two inputs may be one thing here.
    .replace(/(the variable of `--[a-z-]+`) and \1/g, '$1');
/** The doctor speaks of inputs because it looks at them; only where a token was refused it is that of the environment. */
const doctorPhrases = {
    'Check `github-token` and `membership-token`': 'Check `GITHUB_TOKEN` and `MEMBERSHIP_TOKEN`',
    'Check `gitlab-token`, or what `vault-secrets` names for it': 'Check `GITLAB_TOKEN`',
    'Run the job again': 'Run it again',
    'run the job again': 'run it again',
    'this runner': 'this machine',
};
/** The same for a line of the doctor's, where somebody types it. */
const asDoctored = (line) => replaced(line, doctorPhrases);
const replaced = (line, by) => Object.entries(by).reduce((said, [there, here]) => said.replaceAll(there, here), line);


/***/ }),

/***/ 520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ verifyWishes),
/* harmony export */   verifyCommand: () => (/* binding */ verifyCommand)
/* harmony export */ });
/* harmony import */ var _facts_alphabet_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4611);
/* harmony import */ var _net_url_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8551);
/** What is to be verified, read from the options that `verify`, `exec --verify` and `report` share. Pure. */


/**
 * Events whose workflow no pull request can change: of the default branch, of the queue, or of a branch or tag that
 * somebody with write has pushed (GitHub docs, "Events that trigger workflows").
 */
const usualEvents = [
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'workflow_dispatch',
    'push',
    'merge_group',
    'release',
    'schedule',
];
/**
 * Events of which the pull request itself brings the workflow: they run on its merge branch (GitHub docs, "Events that trigger
 * workflows"). What it says there is called with, a trusted workflow that can be called may believe.
 */
const ofPullRequest = [
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment',
];
const matches = (pattern) => (text) => pattern.test(text);
const forms = {
    url: [
        (text) => (0,_net_url_js__WEBPACK_IMPORTED_MODULE_0__/* .allowedUrl */ ._)(text) !== undefined && !/[?#]/.test(text),
        'must begin with https://, or for a server on this machine http://, and hold no password, query or `#`',
    ],
    number: [matches(/^[1-9]\d{0,19}$/), 'must be the number that GitHub has given it, not its name'],
    // By its file and ref, or pinned to a commit; without patterns, and without what would part two of them.
    workflow: [
        matches(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+\/\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml@(?:refs\/(?:heads|tags)\/[A-Za-z0-9._/:@#+=-]+|[0-9a-f]{40})$/),
        'must be like acme/engine/.github/workflows/drawbridge.yml@refs/heads/main, each in full',
    ],
    environment: [matches(/^[^\p{Cc}]{1,255}$/u), 'must be one line'],
    event: [
        (text) => /^[a-z][a-z_]{0,49}$/.test(text) && !ofPullRequest.includes(text),
        'must be names of events, and not `pull_request` or one of its reviews, whose workflow the pull request itself can change',
    ],
    variable: [matches(_facts_alphabet_js__WEBPACK_IMPORTED_MODULE_1__/* .variableName */ .cG), 'must be the name of a variable'],
    test: [matches(_facts_alphabet_js__WEBPACK_IMPORTED_MODULE_1__/* .safeTestId */ .v9), 'must be test ids: letters, digits and . _ / : @ # + = -'],
    organization: [matches(_facts_alphabet_js__WEBPACK_IMPORTED_MODULE_1__/* .slug */ .yR), 'must be the login of an organisation'],
    proxy: [
        matches(/^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/?$/),
        'must be like http://proxy.example:3128, without a password',
    ],
};
/** Of github.com (GitHub docs, "OpenID Connect reference"). */
const githubIssuer = 'https://token.actions.githubusercontent.com';
const needed = ['gitlab-url', 'repository-id', 'owner-id', 'workflow'];
/** Reads the options. Each line of `wrong` names its option. */
function verifyWishes(given) {
    const wrong = [];
    const check = (name, texts, [fits, must]) => {
        if (!texts.every(fits))
            wrong.push(`--${name} ${must}`);
        return texts;
    };
    const one = (name, form) => {
        const text = given.one(name);
        if (text !== undefined)
            check(name, [text], form);
        return text;
    };
    const list = (name, form) => check(name, given.all(name).flatMap((text) => text.split(',').map((part) => part.trim())), form);
    for (const name of needed)
        if (given.all(name).length === 0)
            wrong.push(`--${name} is missing`);
    const organization = one('organization', forms.organization);
    const events = list('event', forms.event);
    const knownTests = list('known-tests', forms.test);
    const tokenVariable = one('github-token-variable', forms.variable) ?? 'DRAWBRIDGE_GITHUB_TOKEN';
    const apiUrl = (one('github-api-url', forms.url) ?? 'https://api.github.com').replace(/\/+$/, '');
    const gitlabUrl = one('gitlab-url', forms.url) ?? '';
    const value = {
        gitlabUrl: gitlabUrl.replace(/\/+$/, ''),
        policy: {
            issuer: (one('issuer', forms.url) ?? githubIssuer).replace(/\/+$/, ''),
            repositoryId: one('repository-id', forms.number) ?? '',
            ownerId: one('owner-id', forms.number) ?? '',
            workflows: list('workflow', forms.workflow),
            events: events.length > 0 ? events : usualEvents,
            environment: one('environment', forms.environment),
        },
        covers: list('covers', forms.variable),
        branchVariable: one('branch-variable', forms.variable) ?? 'GITHUB_ENGINE_BRANCH_NAME',
        testsVariable: one('tests-variable', forms.variable) ?? 'TESTS_TO_RUN',
        knownTests: knownTests.length > 0 ? knownTests : undefined,
        allLabel: one('all-label', forms.test) ?? 'test-all',
        member: organization === undefined ? undefined : { organization, tokenVariable, apiUrl },
        proxy: one('proxy', forms.proxy),
        certificates: given.one('ca-certificate'),
    };
    return wrong.length > 0 ? { ok: false, wrong } : { ok: true, value };
}
/** Reads the options of `verify`. */
function verifyCommand(given) {
    const read = verifyWishes(given);
    if (given.command !== undefined)
        return { ok: false, wrong: ['takes no command: `drawbridge exec --verify` starts one'] };
    return read.ok ? { ok: true, value: { wishes: read.value, json: given.is('json') } } : read;
}


/***/ }),

/***/ 6616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ whenAborted),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** A longer timer fires at once (Node docs, "setTimeout"), ms. */
const longestTimer = 2 ** 31 - 1;
/** The machine's own clock. */
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, Math.min(ms, longestTimer));
        signal?.addEventListener('abort', done, { once: true });
    }),
};
/** Resolves when the signal is aborted, at once where it is already. */
const whenAborted = (signal) => new Promise((resolve) => {
    if (signal.aborted)
        resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
});


/***/ }),

/***/ 4611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cG: () => (/* binding */ variableName),
/* harmony export */   pI: () => (/* binding */ safeValue),
/* harmony export */   v9: () => (/* binding */ safeTestId),
/* harmony export */   xu: () => (/* binding */ safeRef),
/* harmony export */   yR: () => (/* binding */ slug)
/* harmony export */ });
/* unused harmony export accountName */
/** Which characters: every alphabet that a value from outside has to keep to, in one place. */
/**
 * What may be sent to GitLab as a value. GitLab expands `$X` in the values of a trigger and jobs use them in shells, so
 * everything else is refused (docs/facts/gitlab.md, "Values"; docs/gitlab.md, "What arrives").
 */
const safeValue = /^[A-Za-z0-9._/,:@#+=-]*$/;
/** One test id: safe, and without the comma that joins them. */
const safeTestId = /^[A-Za-z0-9._/:@#+=-]+$/;
/** What a variable may be called: as in POSIX shells. */
const variableName = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
/** The name of a branch or tag that is sent on: of the safe alphabet, and nothing that a shell takes for an option. */
const safeRef = /^(?!-)[A-Za-z0-9._/,:@#+=-]{1,255}$/;
/** The login of a person or of an app, as it is shown: at most 39 characters, which an app's may exceed. */
const accountName = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9_])?(?:\[bot\])?$/;
/** A login, an organisation, a team's slug (GitHub docs, "Username considerations"). */
const slug = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?$/;


/***/ }),

/***/ 8003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* unused harmony export reasonOfFailure */
/* harmony import */ var _net_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5828);
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1350);
/** The one receiver of failures: a call to a service becomes a fact, known or not, with the reason. */


/** What a failure of each kind is called, by service. */
const byKind = {
    github: {
        unauthorized: 'github-token-refused',
        forbidden: 'github-forbidden',
        'not-found': 'github-unexpected',
        conflict: 'github-unexpected',
        invalid: 'github-unexpected',
        'rate-limited': 'github-rate-limited',
        unavailable: 'github-unavailable',
        untrusted: 'github-untrusted',
        moved: 'github-moved',
        unexpected: 'github-unexpected',
    },
    gitlab: {
        unauthorized: 'gitlab-token-refused',
        forbidden: 'gitlab-forbidden',
        // GitLab says of a project that is hidden that it is the project (docs/facts/gitlab.md, "Refusals").
        'not-found': 'gitlab-not-there',
        conflict: 'gitlab-unexpected',
        invalid: 'gitlab-unexpected',
        'rate-limited': 'gitlab-rate-limited',
        unavailable: 'gitlab-unavailable',
        untrusted: 'gitlab-untrusted',
        moved: 'gitlab-moved',
        unexpected: 'gitlab-unexpected',
    },
    vault: {
        unauthorized: 'vault-token-refused',
        forbidden: 'vault-policy-denied',
        'not-found': 'vault-unexpected',
        conflict: 'vault-unexpected',
        invalid: 'vault-unexpected',
        'rate-limited': 'vault-rate-limited',
        unavailable: 'vault-unavailable',
        untrusted: 'vault-untrusted',
        moved: 'vault-moved',
        unexpected: 'vault-unexpected',
    },
};
/** Vault's: each has a reason of its own (docs/facts/vault.md, "Answers"). */
const byVaultRefusal = {
    audience: 'vault-audience',
    'audience-unbound': 'vault-audience-unbound',
    'claim-differs': 'vault-claim-differs',
    'claim-missing': 'vault-claim-missing',
    'claim-not-text': 'vault-claim-not-text',
    'subject-differs': 'vault-subject-differs',
    'user-claim-missing': 'vault-user-claim-missing',
    'role-unknown': 'vault-role-unknown',
    'role-missing': 'vault-role-missing',
    'jwt-missing': 'vault-jwt-missing',
    'jwt-invalid': 'vault-jwt-invalid',
    'issuer-differs': 'vault-issuer-differs',
    'jwt-expired': 'vault-jwt-expired',
    'jwt-early': 'vault-jwt-early',
    'issuer-unreachable': 'vault-issuer-unreachable',
    'login-mount-missing': 'vault-login-mount-missing',
    'login-network': 'vault-login-network',
    'login-method-differs': 'vault-login-method-differs',
    'login-unconfigured': 'vault-login-unconfigured',
    'approle-invalid': 'vault-approle-refused',
    'approle-network': 'vault-approle-network',
    'secret-id-missing': 'vault-secret-id-missing',
    'token-dead': 'vault-token-refused',
    'token-missing': 'vault-token-missing',
    policy: 'vault-policy-denied',
    'list-denied': 'vault-list-denied',
    absent: 'vault-absent',
    'deleted-version': 'vault-version-deleted',
    'kv-version-differs': 'vault-kv-version-differs',
    'mount-missing': 'vault-mount-missing',
    'mount-hidden': 'vault-mount-hidden',
    'path-invalid': 'vault-path-invalid',
    'path-has-data': 'vault-path-has-data',
    'too-many-below': 'vault-too-many-below',
    'batch-token': 'vault-batch-token',
    'revoke-denied': 'vault-revoke-denied',
    'not-renewable': 'vault-not-renewable',
    wrapped: 'vault-wrapped',
    'wrapping-token-invalid': 'vault-wrapping-token',
    'too-large': 'vault-too-large',
    'no-api': 'vault-no-api',
    'tls-expected': 'vault-https-expected',
    'address-refused': 'vault-address-refused',
    'address-path': 'vault-address-path',
    'header-refused': 'vault-token-form',
    sealed: 'vault-sealed',
    'not-initialised': 'vault-not-initialised',
    'namespace-unknown': 'vault-namespace-unknown',
    'namespace-locked': 'vault-namespace-locked',
    'replication-lag': 'vault-lagging',
    'leader-unreachable': 'vault-leader-unreachable',
    'key-missing': 'vault-key-missing',
    'token-unusable': 'vault-token-unusable',
};
/** Refusals with a reason of their own; the others are told by their kind. */
const byRefusal = {
    'too-many-statuses': 'status-limit-reached',
    'id-token-not-allowed': 'id-token-not-allowed',
    'id-token-too-long': 'id-token-too-long',
    'actions-may-not-open-pull-requests': 'duplicate-pull-refused',
    'pull-request-exists': 'duplicate-exists',
    'workflows-permission-missing': 'duplicate-token-lacks',
    'reference-not-found': 'gitlab-ref-not-found',
    'protected-ref': 'gitlab-ref-protected',
    'branch-unreadable': 'gitlab-branch-unreadable',
    'project-not-found': 'gitlab-project-not-found',
    'trigger-token-refused': 'gitlab-trigger-token-refused',
    'variables-refused': 'gitlab-variables-refused',
    'variables-invalid': 'gitlab-variables-invalid',
    'inputs-invalid': 'gitlab-inputs-refused',
    'filtered-by-workflow': 'gitlab-filtered',
    'no-jobs': 'gitlab-no-jobs',
    'too-many-pipelines': 'gitlab-throttled',
    'name-refused': 'gitlab-name-refused',
    'config-invalid': 'gitlab-config-invalid',
    'config-missing': 'gitlab-config-missing',
    'pipelines-disabled': 'gitlab-pipelines-disabled',
    'identity-verification': 'gitlab-verification-needed',
    'start-refused': 'gitlab-refused',
    'insufficient-role': 'gitlab-forbidden',
    'insufficient-scope': 'gitlab-scope-missing',
    'insufficient-granular-scope': 'gitlab-permission-missing',
    ...byVaultRefusal,
};
/** The reason code of a failed call, whatever it was. Throws on what is no ServiceFailure: a fault in our own code. */
function reasonOfFailure(error, meaning = {}) {
    if (!(error instanceof _net_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceFailure */ .A))
        throw error;
    const { service, kind, refusal = '' } = error;
    return byRefusal[refusal] ?? meaning[kind] ?? byKind[service][kind];
}
/** Turns a call into a fact: where the service gave no usable answer, the fact is unknown, with the reason. */
const ask = (call, meaning) => call.then(_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO, (error) => (0,_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)(reasonOfFailure(error, meaning)));


/***/ }),

/***/ 1350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ allKnown),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   sz: () => (/* binding */ everyone),
/* harmony export */   t8: () => (/* binding */ isUnknown)
/* harmony export */ });
/** A fact that is known. */
const known = (value) => ({ known: true, value });
/** A fact that could not be found out, and the reason. */
const unknown = (reason) => ({
    known: false,
    reason,
});
/** The facts that could not be found out. Pure. */
const isUnknown = (fact) => !fact.known;
/** All values, or the first that could not be found out. Pure. */
function allKnown(facts) {
    return facts.find(isUnknown) ?? known(facts.flatMap((fact) => (fact.known ? [fact.value] : [])));
}
/** Yes when all are yes; no when one is a certain no; otherwise unknown. Pure. */
function everyone(facts) {
    const no = facts.find((fact) => fact.known && !fact.value);
    return no ?? facts.find(isUnknown) ?? known(true);
}


/***/ }),

/***/ 5828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ServiceFailure),
/* harmony export */   Az: () => (/* binding */ TransportFailure),
/* harmony export */   gA: () => (/* binding */ failureItself),
/* harmony export */   i5: () => (/* binding */ serviceFailureAs)
/* harmony export */ });
/* unused harmony exports namedAs, withoutEffect */
const TRANSPORT_WORDS = {
    timeout: 'no full answer in time',
    'run-deadline': 'the time of the run is over',
    connection: 'the connection failed',
    tls: 'the certificate was not accepted',
    'refused-url': 'such an address is not called',
    'refused-header': 'a header holds characters that cannot be sent',
    'too-large': 'the answer is too large',
    'bad-content': 'the answer is not the JSON that was expected',
};
/** A request that brought no usable answer. */
class TransportFailure extends Error {
    kind;
    method;
    /** Host name, with its port when one is given; `unknown` when the address could not be read. */
    host;
    /** False only when it is certain that the service did not receive the request. */
    mayHaveActed;
    constructor(facts) {
        super(`${facts.method} ${facts.host}: ${TRANSPORT_WORDS[facts.kind]}`);
        this.name = 'TransportFailure';
        this.kind = facts.kind;
        this.method = facts.method;
        this.host = facts.host;
        this.mayHaveActed = facts.mayHaveActed;
    }
}
/**
 * For `catch`: gives `instead` where a service failed, in this way if one is named, and throws on all else.
 * @throws whatever is no such ServiceFailure
 */
const serviceFailureAs = (instead, fits = () => true) => (error) => {
    if (error instanceof ServiceFailure && fits(error))
        return instead;
    throw error;
};
/** For `catch`: gives the ServiceFailure itself, and throws on what is a fault in our own code. */
function failureItself(error) {
    if (error instanceof ServiceFailure)
        return error;
    throw error;
}
/** A call to a service that did not do what was asked; the only error that leaves an SDK adapter. */
class ServiceFailure extends Error {
    service;
    status;
    kind;
    /** False when the service did not receive the request, or has answered that it refuses it. */
    mayHaveActed;
    retryAfterMs;
    refusal;
    transport;
    constructor(facts) {
        const why = facts.refusal ?? facts.transport;
        const status = facts.status === undefined ? 'no answer' : `status ${facts.status}`;
        super(`${facts.service}: ${facts.kind} (${status}${why === undefined ? '' : `, ${why}`})`);
        this.name = 'ServiceFailure';
        this.service = facts.service;
        this.status = facts.status;
        this.kind = facts.kind;
        this.mayHaveActed = facts.mayHaveActed;
        if (facts.retryAfterMs !== undefined)
            this.retryAfterMs = facts.retryAfterMs;
        if (facts.refusal !== undefined)
            this.refusal = facts.refusal;
        if (facts.transport !== undefined)
            this.transport = facts.transport;
    }
}
/**
 * For `catch`: gives a refusal that the service words like any other of its kind the name that this call alone can
 * give. Throws whatever it is handed.
 */
const namedAs = (refusal, kind) => (error) => {
    const nameless = error instanceof ServiceFailure && error.kind === kind && error.refusal === undefined;
    throw nameless ? new ServiceFailure({ ...error, refusal }) : error;
};
/**
 * For `catch`: the failure of a service that was asked for something that another call needs, which therefore has not been
 * made. Throws whatever it is handed.
 */
function withoutEffect(error) {
    throw error instanceof ServiceFailure ? new ServiceFailure({ ...error, mayHaveActed: false }) : error;
}


/***/ }),

/***/ 8551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback),
/* harmony export */   _: () => (/* binding */ allowedUrl)
/* harmony export */ });
/**
 * Which addresses may be called. Pure.
 */
/** Characters that the WHATWG URL parser silently drops or rewrites; a URL that holds one is not what it seems. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const REWRITTEN = /[\u0000-\u0020\\\u007f]/;
/** `.` and `..` segments, plain or percent-encoded: the URL parser would resolve them into another path. */
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:\/|$)/i;
/**
 * Tells whether a host, as the `hostname` of a parsed URL (so `127.1` reads `127.0.0.1` and IPv6 has brackets),
 * is this machine: 127.0.0.0/8, ::1 or localhost.
 */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
/**
 * Parses an absolute URL and returns it when it may be called, else undefined. Allowed is https, and http on
 * loopback only; never user info, never a path with dot segments (a name such as `..` in a path would reach
 * another endpoint), never blanks, control characters or backslashes. The fragment is cut off.
 */
function allowedUrl(text) {
    if (REWRITTEN.test(text))
        return undefined;
    const path = text.split(/[?#]/, 1)[0] ?? '';
    if (DOT_SEGMENT.test(path))
        return undefined;
    if (!URL.canParse(text))
        return undefined;
    const url = new URL(text);
    if (url.username !== '' || url.password !== '')
        return undefined;
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
        return undefined;
    url.hash = '';
    return url;
}


/***/ }),

/***/ 7953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ reasonOf)
});

// UNUSED EXPORTS: reasons

// EXTERNAL MODULE: ./build/js/reasons/reason.js
var reason = __nccwpck_require__(2330);
;// CONCATENATED MODULE: ./build/js/reasons/gate.js

const askMaintainer = 'A member with write access reads the change, then comments `/ok-to-test <commit>`.';
/** Why something may cross: the rules of the gate, told in its log line and audit record. */
const allowed = {
    'all-members': (0,reason/* reason */.l)('pending', 'author, pusher and sender are members', 'Nothing.'),
    'approved-commit': (0,reason/* reason */.l)('pending', 'this commit was approved by a member', 'Nothing.'),
    'approved-now': (0,reason/* reason */.l)('pending', 'a member approved this commit in this comment', 'Nothing.'),
    'member-with-write': (0,reason/* reason */.l)('pending', 'caused by a member with write access', 'Nothing.'),
};
/** Not tested, or not yet. */
const waiting = {
    'approval-needed': (0,reason/* reason */.l)('pending', 'waiting for a member to approve this commit', askMaintainer),
    'push-unrecorded': (0,reason/* reason */.l)('pending', 'GitHub has not recorded who pushed all of this branch: waiting for a member to approve it', askMaintainer),
    'retest-needed': (0,reason/* reason */.l)('pending', 'waiting for a member to comment /retest', 'A member with write access comments `/retest`.'),
    'no-command': (0,reason/* done */.Vw)('untouched', 'the comment is no command'),
    'label-without-prefix': (0,reason/* done */.Vw)('untouched', 'the label does not choose tests'),
    'text-edited': (0,reason/* done */.Vw)('untouched', 'title or text was edited, which chooses no tests'),
    'no-pull-request': (0,reason/* done */.Vw)('untouched', 'no open pull request has this commit as its head now'),
    'run-seen-before': (0,reason/* done */.Vw)('untouched', 'the run has ended that was seen to when it was requested'),
    dependabot: (0,reason/* reason */.l)('pending', 'runs of Dependabot get no secrets: waiting for a member to approve this commit', askMaintainer),
    draft: (0,reason/* done */.Vw)('pending', 'draft pull request: tests start when it is ready for review', 'Mark the pull request ready for review, or set `drafts: true`.'),
};
/** We know, and the answer is no. */
const denied = {
    'unsupported-event': (0,reason/* reason */.l)('untouched', 'this event cannot start private tests', 'Use `on: pull_request_target` with `types: [opened, synchronize, reopened, edited, ready_for_review, labeled, unlabeled]`, or `on: workflow_run` for a workflow on `pull_request`; for releases `on: release` with `types: [published]`.'),
    'pull-request-closed': (0,reason/* reason */.l)('untouched', 'the pull request is closed', 'Reopen the pull request.'),
    'head-repository-gone': (0,reason/* reason */.l)('failure', 'the repository that this pull request came from no longer exists', 'Open the pull request again from a repository that exists.'),
    'author-gone': (0,reason/* reason */.l)('failure', 'the account of the author no longer exists', 'A member opens a pull request with this commit.'),
    'head-moved': (0,reason/* reason */.l)('untouched', 'the pull request has a newer commit than the one this run is for', 'Look at the run of the newer commit. To run an old one again changes nothing.'),
    'not-member': (0,reason/* reason */.l)('failure', 'author, sender and everybody who pushed must be members of the organisation', 'A member opens a pull request with this commit.'),
    'approvals-off': (0,reason/* reason */.l)('untouched', 'approvals by comment are switched off', 'A member opens a pull request with this commit, or the input `approvals` is set to `comment`.'),
    'approval-stale': (0,reason/* reason */.l)('untouched', 'the approval names another commit than the head of the pull request', 'Read the newest commit, then comment `/ok-to-test <commit>`.'),
    'comment-edited': (0,reason/* reason */.l)('untouched', 'the comment was edited or deleted; an edited comment is no command', 'Write a new comment.'),
    'command-malformed': (0,reason/* reason */.l)('untouched', 'the command is not in the form that it must have', 'Write it as documented, alone on the first line; a commit needs all 40 digits.'),
    'command-not-allowed': (0,reason/* reason */.l)('untouched', 'commands are for members with write access', 'A member with write access gives the command.'),
    'sender-not-writer': (0,reason/* reason */.l)('failure', 'the person who caused this run is no member with write access', 'A member with write access starts it.'),
    'test-not-allowed': (0,reason/* reason */.l)('failure', 'a selected test is outside the rights of the person who asked for it', 'Take the label away, or somebody who may run that test asks for it; see `who-may-run`.'),
    'head-crowded': (0,reason/* reason */.l)('untouched', 'too many open pull requests have this commit as their head', 'Close all but ten of them, then run the job again.'),
    'tag-off-branch': (0,reason/* reason */.l)('failure', 'the commit of the tag is on no branch that only members have pushed to', "Put the tag on a commit of the default branch, or on the head of a branch whose every push is a member's."),
    'rerunner-not-member': (0,reason/* reason */.l)('failure', 'the person who started this run again is no member', 'A member starts the run again.'),
};
/** It could not be found out who may cross. */
const undecided = {
    'github-token-refused': (0,reason/* reason */.l)('error', 'GitHub refused the token', 'Check `github-token` and `membership-token`: expired, revoked or of another organisation?'),
    'github-forbidden': (0,reason/* reason */.l)('error', 'the GitHub token may not read what the gate needs', 'Give the job `pull-requests: read` and `statuses: write`; for commands `pull-requests: write`, for tags and with `paths` `contents: read`.'),
    'github-rate-limited': (0,reason/* reason */.l)('error', 'GitHub answered that the rate limit is used up', 'Run the job again after the hour; a `membership-token` of an App has a limit of its own.'),
    'github-unavailable': (0,reason/* reason */.l)('error', 'GitHub could not be reached or did not answer properly', reason/* tryAgain */.QC),
    'github-untrusted': (0,reason/* reason */.l)('error', 'the certificate of the GitHub server was not accepted', 'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'github-moved': (0,reason/* reason */.l)('error', 'GitHub answered with a redirect; redirects are never followed', 'The repository or organisation was renamed: update its name in the workflow.'),
    'github-unexpected': (0,reason/* reason */.l)('error', 'GitHub gave an answer that this version does not understand', reason/* tryAgain */.QC),
    'pull-request-not-found': (0,reason/* reason */.l)('error', 'the pull request cannot be read', 'Check the number and give the job `pull-requests: read`.'),
    'membership-hidden': (0,reason/* reason */.l)('error', 'the token cannot see who is a member of the organisation', 'Check `organization`; set `membership-token` to a token with Members: read. A member who is one in public, with write access, may approve with `/ok-to-test <commit>`.'),
    'team-hidden': (0,reason/* reason */.l)('error', 'the token cannot see a team that is named in `teams` or `who-may-run`', 'Check the slugs in `teams` and `who-may-run`, and that `membership-token` has Members: read.'),
};

// EXTERNAL MODULE: ./build/js/reasons/gitlab.js
var gitlab = __nccwpck_require__(7717);
;// CONCATENATED MODULE: ./build/js/reasons/identity.js

/** Why a job could not prove who it is. */
const identity = {
    'id-token-not-allowed': (0,reason/* reason */.l)('error', 'the job may not ask GitHub for an ID token', 'Give the job `permissions: id-token: write`. A `pull_request` event from a fork never has it.'),
    'id-token-too-long': (0,reason/* reason */.l)('error', 'the ID token of the job is longer than the five pipeline inputs that carry it', 'Shorten what goes into it: the names of the branch, the workflow file and the environment.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/outcomes.js

/** How the pipeline, or the watch over it, ended. */
const endings = {
    'pipeline-success': (0,reason/* done */.Vw)('success', 'private tests passed'),
    'pipeline-success-with-warnings': (0,reason/* done */.Vw)('success', 'private tests passed with warnings', 'A job that may fail did fail: a maintainer may want to look at it in GitLab.'),
    'test-not-run': (0,reason/* reason */.l)('failure', 'a selected test did not run, or not all of its jobs', 'Correct the label, or name the GitLab jobs of that test in the input `test-jobs`. Start a manual job in GitLab, then run this check again.'),
    'pipeline-failed': (0,reason/* reason */.l)('failure', 'private tests failed', 'A maintainer can see the logs in GitLab.'),
    'pipeline-canceled': (0,reason/* reason */.l)('failure', 'the private pipeline was cancelled', 'Run the job again.'),
    'pipeline-skipped': (0,reason/* reason */.l)('failure', 'GitLab skipped the private pipeline: nothing was tested', "Check the `rules` of the jobs in GitLab's `.gitlab-ci.yml`."),
    'pipeline-blocked': (0,reason/* reason */.l)('failure', 'the private pipeline waits for somebody in GitLab', 'Start the manual job in GitLab, or set `on-blocked: wait`.'),
    'pipeline-gone': (0,reason/* reason */.l)('error', 'the private pipeline was deleted while it was watched', 'Run the job again.'),
    'run-lost': (0,reason/* reason */.l)('error', 'the run for these tests ended without a verdict', 'A member runs the job again or comments `/retest`; after `/test`, gives that command again.'),
    deadline: (0,reason/* reason */.l)('failure', 'the private tests did not end within the time limit', 'Raise `timeout-minutes`, or find out what takes so long.'),
    'error-budget': (0,reason/* reason */.l)('error', 'GitLab could not be reached for too long: how the private tests ended is not known', 'Run the job again, or raise `error-budget-minutes`.'),
    'watch-refused': (0,reason/* reason */.l)('error', 'GitLab refused the token while the pipeline was being watched', 'See that the user of `gitlab-token` is still in the project, or renew it in GitLab under Settings > Access tokens, then run the job again: it takes up the same pipeline.'),
    'job-cancelled': (0,reason/* reason */.l)('failure', 'the GitHub job was cancelled', 'Run the job again.'),
    superseded: (0,reason/* reason */.l)('untouched', 'a newer run has taken over', 'Look at the newer run.'),
};
/** What is told on the way, and what goes wrong at the end of it. */
const pending = {
    detached: (0,reason/* done */.Vw)('pending', 'private tests are running; the verdict will follow'),
    'all-tests-needed': (0,reason/* done */.Vw)('pending', 'the selected tests passed; all tests are needed to merge', 'Select all tests, by the label of `all-label` or by theirs.'),
    'more-tests-asked': (0,reason/* done */.Vw)('pending', 'the selected tests passed; another pull request with this commit asks for more', 'Wait for the run of that pull request, or comment `/retest` on it.'),
    running: (0,reason/* reason */.l)('pending', 'private tests are running', 'Wait.'),
    starting: (0,reason/* reason */.l)('pending', 'private tests are being started', 'Wait.'),
    'status-not-written': (0,reason/* reason */.l)('error', 'the GitHub token may not write the commit status', 'Give the job `statuses: write`, then run it again.'),
    'status-limit-reached': (0,reason/* reason */.l)('error', 'this commit has as many commit statuses as GitHub allows', 'Push another commit, an empty one will do: GitHub takes 1000 statuses of one name for each.'),
    'status-throttled': (0,reason/* reason */.l)('error', 'GitHub took no commit status, because its rate limit is used up', 'Run the job again after the hour.'),
    'status-undelivered': (0,reason/* reason */.l)('error', 'GitHub did not confirm the commit status', reason/* tryAgain */.QC),
    internal: (0,reason/* reason */.l)('error', 'Drawbridge itself failed', 'Please report it with the reason code and the run.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/proof.js
/** Why a GitLab job does not take a request for proven (docs/gitlab.md, "Proof"; docs/facts/runner.md, "ID tokens"). */

/** What helps where a request was signed for something else than what has arrived. */
const notOurs = 'If nobody of yours has started this pipeline by hand, somebody holds a token of the project who should not: renew it.';
/** What the proof is, and what it says. */
const proofs = {
    'proof-missing': (0,reason/* reason */.l)('failure', 'the pipeline was started without a proof', 'Set `proof: true` in the workflow. A pipeline that was started by hand, or by a schedule, has none and gets no secrets.'),
    'proof-malformed': (0,reason/* reason */.l)('failure', 'what the pipeline got as its proof is no ID token in five parts', 'Pass `DRAWBRIDGE_PROOF_1` to `DRAWBRIDGE_PROOF_5` on as they are, each as an input of its own.'),
    'proof-algorithm': (0,reason/* reason */.l)('failure', 'the proof is signed in another way than GitHub signs', `Only RS256 is accepted. ${notOurs}`),
    'proof-signature': (0,reason/* reason */.l)('failure', 'the signature of the proof is not that of its issuer', notOurs),
    'proof-unknown-key': (0,reason/* reason */.l)('failure', 'the issuer of the proof has no such key', 'Run the workflow again: GitHub may have changed its keys. On Enterprise Server check `--issuer`.'),
    'proof-issuer': (0,reason/* reason */.l)('failure', 'the proof was issued by somebody else than the configured issuer', 'Set `--issuer` to the issuer of your GitHub: on Enterprise Server `https://HOST/_services/token`.'),
    'proof-claims': (0,reason/* reason */.l)('failure', 'the proof lacks a claim that each ID token of GitHub has, or has it in another form', 'Is `--issuer` an issuer of GitHub Actions, and nothing that issues tokens in its place?'),
    'proof-audience': (0,reason/* reason */.l)('failure', 'what the pipeline got is not what was signed', `A value was changed, added or left out, or the project or its branch is another one. Name further variables in \`--covers\`. ${notOurs}`),
    'proof-repository': (0,reason/* reason */.l)('failure', 'the proof is of another GitHub repository', 'Set `--repository-id` to the id of the repository whose pull requests are tested. A fork has another one.'),
    'proof-owner': (0,reason/* reason */.l)('failure', 'the repository of the proof has another owner', 'Set `--owner-id` to the id of the organisation. Was the repository transferred?'),
    'proof-workflow': (0,reason/* reason */.l)('failure', 'the proof is of a workflow that is not trusted', 'Name it in `--workflow`, with its ref: `acme/engine/.github/workflows/drawbridge.yml@refs/heads/main`.'),
    'proof-event': (0,reason/* reason */.l)('failure', 'the proof is of an event that is not trusted', 'Name it in `--event`, unless it is `pull_request`, whose workflow the pull request itself can change.'),
    'proof-environment-claim': (0,reason/* reason */.l)('failure', 'the job of the proof had not the GitHub environment that is asked for', 'Give the job in the workflow its `environment:`, or correct `--environment`.'),
    'proof-expired': (0,reason/* reason */.l)('failure', 'the pipeline was made after the proof had expired: it may have been used before', 'Run the workflow again: each start gets a new one. If it happens again, compare the clocks of both servers.'),
    'proof-early': (0,reason/* reason */.l)('failure', 'the pipeline was made before the proof was issued', 'Run the workflow again. If it happens again, compare the clocks of both servers.'),
    'proof-actor': (0,reason/* reason */.l)('failure', 'who caused the run of the proof is no member of the organisation any more', 'Let a member run the workflow again.'),
    'proof-tests-unknown': (0,reason/* reason */.l)('failure', 'a test is asked for that this project does not know', 'Correct the label or the input `tests` on GitHub, or add the test to `--known-tests`.'),
    'proof-tests-missing': (0,reason/* reason */.l)('failure', 'the pipeline was asked for no test at all', 'Check `--tests-variable`: it must be the input `tests-variable` of the workflow, which is never empty.'),
};
/** Where it could not be found out whether a proof holds. */
const unproven = {
    'proof-keys-unavailable': (0,reason/* reason */.l)('error', 'the keys of the issuer could not be read, so no proof can be checked', 'Retry the job in GitLab. If it persists, let its runner reach the issuer, with `--proxy` where it needs one.'),
    'proof-keys-untrusted': (0,reason/* reason */.l)('error', 'the certificate of the issuer was not accepted', 'Set `--ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'proof-keys-unreadable': (0,reason/* reason */.l)('error', 'what the issuer answers is no set of keys', 'Check `--issuer`: a proxy with a sign-in, or another address, answers in its place.'),
    'proof-job-token-missing': (0,reason/* reason */.l)('error', 'the job has no token by which GitLab says what the job is', 'Run this in a job of GitLab, which sets `CI_JOB_TOKEN`.'),
    'proof-job-refused': (0,reason/* reason */.l)('error', 'GitLab does not say to this job token what the job is', 'Check `--gitlab-url`: it must be the server that runs the job.'),
    'proof-job-unavailable': (0,reason/* reason */.l)('error', 'GitLab could not be asked what the job is', 'Retry the job. If it persists, check `--gitlab-url`, and that the runner can reach that server.'),
    'proof-job-untrusted': (0,reason/* reason */.l)('error', 'the certificate of the GitLab server was not accepted, so it was not asked what the job is', 'Set `--ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'proof-job-unreadable': (0,reason/* reason */.l)('error', 'what GitLab says of the job lacks its project, ref or time of creation, or is no answer of GitLab', reason/* tryAgain */.QC),
    'proof-hostile-environment': (0,reason/* reason */.l)('error', 'a variable in the environment of the job can change what the check does', 'Forbid pipeline variables under Settings > CI/CD > Variables in GitLab, and take the one that the log names away.'),
};
/** All of them. */
const proof = { ...proofs, ...unproven };

;// CONCATENATED MODULE: ./build/js/reasons/report.js

/** `drawbridge report`, by which a job in GitLab tells the verdict of its own pipeline. */
const reporting = {
    'report-left': (0,reason/* done */.Vw)('pending', 'the private tests passed; whether that is enough here, the sweep tells', 'Wait for the next sweep: another pull request has this commit too, or all tests are needed to merge.'),
    'report-not-ours': (0,reason/* reason */.l)('untouched', 'the newest commit status is not of this request, and was left as it is', 'Look at the newer run. If there is none: are `--status-context` and `--github-url` those of the action?'),
    'report-jobs-running': (0,reason/* reason */.l)('untouched', 'other jobs of the pipeline were still running when the time for the report was over', 'Put the job with `drawbridge report` into the stage `.post` and give it no `needs`, or raise `--deadline-minutes`; then retry it.'),
    'report-retried': (0,reason/* reason */.l)('untouched', 'a job was started again and passed while its failure was to be told', 'The job that reports a success (`when: on_success`) tells it. If the pipeline has none, retry the pipeline.'),
    'report-jobs-unseen': (0,reason/* reason */.l)('untouched', 'GitLab did not show the jobs of the pipeline to one of them', 'In GitLab under Settings > General > Visibility, let project members see CI/CD; or name a token with `read_api` by `--gitlab-token-variable`.'),
    'report-request-unknown': (0,reason/* reason */.l)('untouched', 'the values of the pipeline are not those of one request for a pull request', 'Only pipelines that Drawbridge has started for a pull request are reported. Pass its seven values on as they are.'),
    'report-token-missing': (0,reason/* reason */.l)('untouched', 'there is no GitHub token to write the commit status with', 'Set the variable `DRAWBRIDGE_GITHUB_TOKEN` for this job alone, name another by `--github-token-variable`, or use `--secrets path#KEY`.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/requests.js

/** Which tests were asked for. */
const selection = {
    'tests-listed': (0,reason/* done */.Vw)('untouched', 'the tests were listed in a comment'),
    'unknown-label': (0,reason/* reason */.l)('failure', 'a label with the test prefix is not known', 'Correct the label or take it away, or add it to the input `tests`.'),
    'unknown-test': (0,reason/* reason */.l)('untouched', 'the command names a test that is not known', 'Use test ids that the input `tests` lists.'),
    'unsafe-value': (0,reason/* reason */.l)('failure', 'a branch or label contains characters that are not passed on', 'Use only letters, digits and . _ / , : @ # + = - in names of branches and labels, or give the label an id in `tests`.'),
    'no-test-needed': (0,reason/* done */.Vw)('success', 'no private test concerns these files'),
    'needed-tests-selected': (0,reason/* done */.Vw)('success', 'all tests that these files need are enabled'),
    'all-tests-selected': (0,reason/* done */.Vw)('success', 'all tests are enabled'),
    'tests-missing': (0,reason/* reason */.l)('failure', 'not all tests are enabled', 'Add the label that means all tests, or the labels that are missing.'),
};
/** What became of `/duplicate`. */
const duplicating = {
    duplicated: (0,reason/* done */.Vw)('untouched', 'the commit was copied to a branch of this repository'),
    'duplicate-exists': (0,reason/* reason */.l)('untouched', 'this commit has a duplicate already', 'Use the pull request that is open.'),
    'duplicate-touches-ci': (0,reason/* reason */.l)('untouched', 'the change touches files that decide what CI runs', 'Read it with care, and bring it in by hand.'),
    'duplicate-list-cut': (0,reason/* reason */.l)('untouched', 'the change has more files than GitHub lists, so it could not be checked', 'Bring it in by hand, or ask for a smaller change.'),
    'duplicate-branch-differs': (0,reason/* reason */.l)('untouched', 'the branch for the duplicate exists with another commit', 'Delete the branch, then give the command again.'),
    'duplicate-by-hand': (0,reason/* reason */.l)('untouched', 'GitHub did not make the branch for the duplicate', 'Run the two git commands of the comment, then give the command again.'),
    'duplicate-token-lacks': (0,reason/* reason */.l)('untouched', 'the token may not make branches or pull requests here', 'Set `duplicate-token` to a token with contents, pull-requests and workflows: write.'),
    'duplicate-pull-refused': (0,reason/* reason */.l)('untouched', 'GitHub Actions may not open pull requests here', 'Allow it in the settings of the repository, or set `duplicate-token` to the token of an App.'),
};
/** How the other modes end. */
const modes = {
    'set-up-well': (0,reason/* done */.Vw)('untouched', 'nothing stands in the way of the set-up'),
    'set-up-faulty': (0,reason/* reason */.l)('untouched', 'something in the set-up is wrong, or could not be found out', 'Do what stands below each line that begins with ✗ or ? (docs/doctor.md).'),
    'cancel-done': (0,reason/* done */.Vw)('untouched', 'no private pipeline of this pull request is left running'),
    'cancel-incomplete': (0,reason/* reason */.l)('untouched', 'a private pipeline of this pull request could not be cancelled', 'Cancel it in GitLab; give `gitlab-token` the scope `api` and the role Developer.'),
    triggered: (0,reason/* done */.Vw)('untouched', 'the private pipeline was started'),
    'sweep-done': (0,reason/* done */.Vw)('untouched', 'no status of an open pull request hangs'),
    'sweep-incomplete': (0,reason/* reason */.l)('untouched', 'a status that hangs could not be settled', 'See the warnings in the log; the next sweep tries again.'),
};
/** The set-up of the step. */
const input = {
    'bad-input': (0,reason/* reason */.l)('failure', 'a maintainer has to mend the set-up of this check: an input is wrong', 'Read the error in the log or the summary: it names each wrong input and says what it must be.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/vault-log-in.js
/** Why nobody was logged in to Vault (docs/facts/vault.md, "Log-in by a token (JWT)" and "Log-in by AppRole"). */

/** How the log-in to Vault ends where it fails. */
const loggingIn = {
    'vault-audience': (0,reason/* reason */.l)('error', 'the audience of the ID token is none that the role in Vault accepts', 'Set `bound_audiences` of the role in Vault to the audience that is asked for, `vault-audience`, or the other way round; the log shows what the token has.'),
    'vault-audience-unbound': (0,reason/* reason */.l)('error', 'the ID token has an audience, and the role in Vault binds none', 'Set `bound_audiences` of the role in Vault to what `vault-audience` asks for.'),
    'vault-claim-differs': (0,reason/* reason */.l)('error', 'a claim of the ID token is not what the role in Vault binds', 'Compare `bound_claims` of the role in Vault with the claims that the log shows: another branch, environment, workflow or repository?'),
    'vault-claim-missing': (0,reason/* reason */.l)('error', 'the role in Vault binds a claim that the ID token does not have', 'Take that claim out of `bound_claims` of the role in Vault, or give the job what makes it, such as `environment:`.'),
    'vault-claim-not-text': (0,reason/* reason */.l)('error', 'the role in Vault binds a claim that is no text in the ID token', 'Bind another claim in `bound_claims` of the role in Vault: only texts, and lists of texts, are compared.'),
    'vault-subject-differs': (0,reason/* reason */.l)('error', 'the subject of the ID token is not the one that the role in Vault binds', 'Take `bound_subject` out of the role in Vault, since the form of `sub` changes, and bind ids in `bound_claims` instead; the log shows them.'),
    'vault-user-claim-missing': (0,reason/* reason */.l)('error', 'the ID token lacks the claim that the role in Vault names its users by', 'Set `user_claim` of the role in Vault to `repository_id`, for GitLab to `project_id`.'),
    'vault-role-unknown': (0,reason/* reason */.l)('error', 'Vault knows no such role', 'Check `vault-role`, and that the role is at the mount `vault-mount` and in the namespace `vault-namespace`.'),
    'vault-role-missing': (0,reason/* reason */.l)('error', 'no role was named, and the log-in in Vault has no default one', 'Set `vault-role`, or `default_role` in the configuration of that mount in Vault.'),
    'vault-jwt-missing': (0,reason/* reason */.l)('error', 'no ID token was sent to Vault', 'Give the job `id-token: write`, in GitLab `id_tokens:`, and check that the variable with the token is not empty.'),
    'vault-jwt-invalid': (0,reason/* reason */.l)('error', 'Vault does not accept the form or the signature of the ID token', 'Check in Vault that `oidc_discovery_url` or `jwks_url` of the mount is that of the server which issued the token.'),
    'vault-issuer-differs': (0,reason/* reason */.l)('error', 'the ID token is of another issuer than the one that Vault expects', 'Set `bound_issuer` of the mount in Vault to the issuer: for github.com `https://token.actions.githubusercontent.com`, for GitLab the address of its server.'),
    'vault-jwt-expired': (0,reason/* reason */.l)('error', 'the ID token has expired', 'Run the job again. If it persists, compare the clocks of the runner and of Vault.'),
    'vault-jwt-early': (0,reason/* reason */.l)('error', 'Vault takes the ID token for one of the future', 'Set the clock of the Vault server: it is more than a minute behind.'),
    'vault-issuer-unreachable': (0,reason/* reason */.l)('error', 'Vault cannot fetch the keys of the issuer of the ID token', 'Let the Vault server reach `oidc_discovery_url` or `jwks_url` of the mount, then run the job again.'),
    'vault-login-mount-missing': (0,reason/* reason */.l)('error', 'Vault has no log-in at this mount', 'Check `vault-mount` and `vault-namespace`, and `vault auth list` in Vault. `vault-url` is the address of the server alone, without `/v1`.'),
    'vault-login-network': (0,reason/* reason */.l)('error', 'the role in Vault does not let in the network that this job runs in', 'Add the address of the runner to `token_bound_cidrs` of the role in Vault.'),
    'vault-login-method-differs': (0,reason/* reason */.l)('error', 'at this mount of Vault one logs in by another method', 'Set `vault-auth` to the method of that mount, or `vault-mount` to a mount of that method.'),
    'vault-login-unconfigured': (0,reason/* reason */.l)('error', 'the log-in in Vault is mounted, but not configured', 'Write its configuration in Vault: `vault write auth/<mount>/config oidc_discovery_url=… bound_issuer=…`.'),
    'vault-approle-refused': (0,reason/* reason */.l)('error', 'Vault does not accept the role id or the secret id', 'Check `vault-role-id`; make a new secret id for `vault-secret-id`: it may be used up or expired.'),
    'vault-approle-network': (0,reason/* reason */.l)('error', 'the secret id is bound to another network than the one that this job runs in', 'Add the address of the runner to `secret_id_bound_cidrs` of the AppRole in Vault.'),
    'vault-secret-id-missing': (0,reason/* reason */.l)('error', 'the AppRole in Vault asks for a secret id, and none was sent', 'Set `vault-secret-id`, or `bind_secret_id=false` of the AppRole in Vault, which is less safe.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/vault.js
/** Why a secret could not be read from Vault (docs/facts/vault.md, "Answers"). */


/** Why a secret could not be read, or a token not given back. */
const reading = {
    'vault-token-refused': (0,reason/* reason */.l)('error', 'Vault does not accept the token: it is expired, revoked, used up or of another network', 'Make a new token for `vault-token`. Of a token that was logged in for: raise `token_ttl` or `token_num_uses` of the role in Vault.'),
    'vault-token-missing': (0,reason/* reason */.l)('error', 'no Vault token was given', 'Set `vault-token`, or another `vault-auth`.'),
    'vault-policy-denied': (0,reason/* reason */.l)('error', 'the policy of the Vault token does not allow this path', 'Is the path in `vault-secrets` right, and `vault-namespace`? Then let a policy of the role in Vault `read` it: `<mount>/data/<path>` with version 2, `<mount>/<path>` with version 1.'),
    'vault-list-denied': (0,reason/* reason */.l)('error', 'the policy of the Vault token does not allow to list what is below this path', 'Let a policy of the role in Vault `list` it: `<mount>/metadata/<path>/*` with version 2, `<mount>/<path>/*` with version 1.'),
    'vault-absent': (0,reason/* reason */.l)('error', 'Vault has no secret at this path', 'Check the path in `vault-secrets`, in capital and small letters, and write the secret: `vault kv put`.'),
    'vault-key-missing': (0,reason/* reason */.l)('error', 'the secret in Vault has no such key', 'Check the key in `vault-secrets`, in capital and small letters: `vault kv get` shows the keys.'),
    'vault-token-unusable': (0,reason/* reason */.l)('error', 'what Vault has for a token of GitLab is none: too short, in quotes, or more than one word', 'Store the token alone: `vault kv put`, without quotes, blanks or line ends in it.'),
    'vault-version-deleted': (0,reason/* reason */.l)('error', 'the newest version of the secret in Vault is deleted or destroyed', 'Bring it back with `vault kv undelete`, or write a new one with `vault kv put`.'),
    'vault-kv-version-differs': (0,reason/* reason */.l)('error', 'the mount in Vault has the other version of the key/value store', 'Take `vault-kv-version` away, or set it to `2`.'),
    'vault-mount-missing': (0,reason/* reason */.l)('error', 'Vault has no such mount', 'Check the path in `vault-secrets`: it begins with the mount, and one without a slash is below the mount `secret`.'),
    'vault-mount-hidden': (0,reason/* reason */.l)('error', 'Vault does not say what is mounted at this path', 'Check the path in `vault-secrets`, whose mount comes first, `vault-namespace`, and that a policy of the role in Vault allows something below that mount; else set `vault-kv-version`.'),
    'vault-path-invalid': (0,reason/* reason */.l)('error', 'a path in Vault has a form that is not asked for', 'Write the path without slashes at its ends, without `//`, `.` or `..`, and without control characters: `secret/functional-tests`.'),
    'vault-path-has-data': (0,reason/* reason */.l)('error', 'a path in Vault has `data/` or `metadata/` in it, which is added where it is needed', 'Write the path as `vault kv get` takes it: `secret/functional-tests`, not `secret/data/functional-tests`.'),
    'vault-too-many-below': (0,reason/* reason */.l)('error', 'there is more below the path in Vault than is read at once', 'Name the paths singly, or a folder of fewer secrets.'),
    'vault-batch-token': (0,reason/* reason */.l)('error', 'batch tokens of Vault can be neither revoked nor renewed', 'Set `token_type=service` of the role in Vault.'),
    'vault-revoke-denied': (0,reason/* reason */.l)('error', 'the policy of the Vault token does not allow it to revoke itself', 'Give the role in Vault the policy `default`: take `token_no_default_policy` away.'),
    'vault-not-renewable': (0,reason/* reason */.l)('error', 'the lease in Vault cannot be renewed', 'Raise `token_ttl` of the role in Vault, or the time of the lease, to what the job needs.'),
    'vault-wrapped': (0,reason/* reason */.l)('error', 'Vault has wrapped its answer', 'Take away what asks for wrapping: `min_wrapping_ttl` in the policy, or a proxy that adds the header.'),
    'vault-wrapping-token': (0,reason/* reason */.l)('error', 'the wrapping token was used before, or is none', 'Make a new one. If nobody of yours has unwrapped it, somebody else has: look into the audit log of Vault.'),
    'vault-too-large': (0,reason/* reason */.l)('error', 'what Vault would answer, or take, is too large', 'Split the secret: at most 10 MiB are read at once.'),
};
/** What is wrong with the server, or with the way to it. */
const server = {
    'vault-no-api': (0,reason/* reason */.l)('error', 'something other than the API of Vault answers at this address', 'Check `vault-url`: the address of the server alone, without `/ui` or `/v1`, and not that of a proxy with a sign-in.'),
    'vault-https-expected': (0,reason/* reason */.l)('error', 'the Vault server speaks https at this address, and was asked by http', 'Set `vault-url` to the address with `https://`.'),
    'vault-address-refused': (0,reason/* reason */.l)('error', 'the address of Vault is none that is called', 'Set `vault-url` to `https://` and the server, without a name or password in it; http only on loopback.'),
    'vault-address-path': (0,reason/* reason */.l)('error', 'the address of Vault ends in a path of its API or its pages', 'Set `vault-url` to the address of the server alone, without `/v1` or `/ui`.'),
    'vault-token-form': (0,reason/* reason */.l)('error', 'the Vault token or the namespace holds characters that cannot be sent', 'Store it again without line breaks and blanks: `vault-token`, `vault-namespace`.'),
    'vault-sealed': (0,reason/* reason */.l)('error', 'Vault is sealed', 'Unseal the Vault server, then run the job again.'),
    'vault-not-initialised': (0,reason/* reason */.l)('error', 'the Vault server is not initialised', 'Is `vault-url` the right server? A new one has to be set up: `vault operator init`.'),
    'vault-namespace-unknown': (0,reason/* reason */.l)('error', 'Vault has no such namespace', 'Check `vault-namespace`: the whole path, from the root.'),
    'vault-namespace-locked': (0,reason/* reason */.l)('error', 'the namespace in Vault is locked', 'An administrator unlocks it: `vault namespace unlock`.'),
    'vault-lagging': (0,reason/* reason */.l)('error', 'the Vault server that answered has not caught up with the others', 'Run the job again. If it persists, look at the replication of Vault.'),
    'vault-leader-unreachable': (0,reason/* reason */.l)('error', 'the Vault server sends to another address, as it does while it has no leader', 'Run the job again. If it persists, look at `vault operator raft list-peers`, or set `vault-url` to the leader.'),
    'vault-unavailable': (0,reason/* reason */.l)('error', 'Vault could not be reached or did not answer properly', 'Run the job again. If it persists, check `vault-url`, and that this runner can reach the server.'),
    'vault-untrusted': (0,reason/* reason */.l)('error', 'the certificate of the Vault server was not accepted', 'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'vault-rate-limited': (0,reason/* reason */.l)('error', 'Vault is throttling requests', 'Wait a minute, then run the job again, or raise the quota in Vault: `sys/quotas/rate-limit`.'),
    'vault-moved': (0,reason/* reason */.l)('error', 'Vault answered with a redirect; redirects are never followed', 'Update `vault-url`: the new address, with `https://`.'),
    'vault-unexpected': (0,reason/* reason */.l)('error', 'Vault gave an answer that this version does not understand', reason/* tryAgain */.QC),
};
/** All of them. */
const secrets = { ...loggingIn, ...reading, ...server };

;// CONCATENATED MODULE: ./build/js/reasons.js








/**
 * Every reason that Drawbridge can give. A reason has a sentence for the person who reads the pull request and the
 * next thing to do. docs/troubleshooting.md is generated from this table; nothing else in the product words a refusal.
 */
const reasons = {
    ...allowed,
    ...waiting,
    ...denied,
    ...undecided,
    ...selection,
    ...duplicating,
    ...modes,
    ...input,
    ...identity,
    ...gitlab/* starting */.D,
    ...secrets,
    ...proof,
    ...endings,
    ...pending,
    ...reporting,
};
/** What is known about a reason code. */
const reasonOf = (code) => reasons[code];


/***/ }),

/***/ 7717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ starting),
/* harmony export */   v: () => (/* binding */ refGone)
/* harmony export */ });
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2330);

/** What helps where GitLab does not find a ref that it has named itself a moment before. */
const refGone = {
    twin: 'It is the branch of the same name, which GitLab showed a moment before: has somebody deleted it? Run the job again.',
    default: 'It is the default branch, as GitLab names it: set one that exists in GitLab under Settings > Repository > Branch defaults, or name one in the input `gitlab-ref`.',
};
/** Why GitLab started no pipeline, or may have. */
const starting = {
    'gitlab-token-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab refused the token', 'Check `gitlab-token`, or what `vault-secrets` names for it: expired, revoked, or of another server than `gitlab-url`? Renew it in GitLab under Settings > Access tokens.'),
    'gitlab-trigger-token-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab knows no such trigger token or project', 'Check `gitlab-project`, and `gitlab-trigger-token` in GitLab under Settings > CI/CD > Pipeline trigger tokens.'),
    'gitlab-forbidden': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the GitLab token may not do what is asked', 'In GitLab under Settings > Access tokens, give `gitlab-token` the role Developer and the scope `api`.'),
    'gitlab-scope-missing': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the GitLab token lacks a scope', 'In GitLab under Settings > Access tokens, make a `gitlab-token` with the scope `api`.'),
    'gitlab-permission-missing': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the fine-grained GitLab token lacks a permission', 'Let `gitlab-token` read the project and its branches, and read, create, update and cancel pipelines.'),
    'gitlab-project-not-found': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab shows no such project to this token', 'Check `gitlab-project`, and that the token belongs to that project, on the server of `gitlab-url`.'),
    'gitlab-not-there': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'there is nothing of GitLab at the address that was asked', 'Check `gitlab-url`: the address of the GitLab server alone, without a project or `/api/v4`. Then check `gitlab-project`.'),
    'gitlab-moved': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the GitLab project or server has moved; redirects are never followed', 'Update `gitlab-project`, or `gitlab-url`.'),
    'gitlab-untrusted': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the certificate of the GitLab server was not accepted', 'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'gitlab-rate-limited': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab is throttling requests', 'Wait some minutes, then run the job again.'),
    'gitlab-unavailable': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab could not be reached or did not answer properly', 'Run the job again. If it persists, check `gitlab-url`, and the status page of that server.'),
    'gitlab-unexpected': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab gave an answer that this version does not understand', _reason_js__WEBPACK_IMPORTED_MODULE_0__/* .tryAgain */ .QC),
    'gitlab-ref-not-found': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab project has no such branch or tag', 'Correct the input `gitlab-ref`, or make that branch in the GitLab project. Without that input it is the default branch of the project, or the branch of the same name.'),
    'gitlab-ref-protected': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab token may not run pipelines on this protected branch', 'Allow its user in GitLab under Settings > Repository > Protected branches, or set another `gitlab-ref`.'),
    'gitlab-variables-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab project does not accept pipeline variables', 'Set `pass-as: inputs` without a trigger token, or allow Developers in GitLab under Settings > CI/CD > Variables.'),
    'gitlab-variables-invalid': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'GitLab does not take these pipeline variables', 'Check the input `variables`: few, short values, and names of letters, digits and _.'),
    'gitlab-inputs-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab project does not accept these pipeline inputs', 'Declare them under `spec: inputs` at the top of `.gitlab-ci.yml` in GitLab, or set `pass-as: variables`.'),
    'gitlab-input-too-long': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'a value is longer than the 1,000 characters that one pipeline input may have', 'Select fewer tests at once, or give them shorter ids. With `all-label` one short word is sent for all.'),
    'gitlab-filtered': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the rules of the GitLab pipeline refuse this kind of start', 'Let `workflow: rules` in GitLab\'s `.gitlab-ci.yml` accept `$CI_PIPELINE_SOURCE == "trigger"` and `"api"`.'),
    'gitlab-no-jobs': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'none of the jobs in GitLab belongs to the selected tests', "Check the labels, and the `rules` of the jobs in GitLab's `.gitlab-ci.yml`."),
    'gitlab-throttled': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab refuses more new pipelines for this minute', 'Wait a minute, then run the job again.'),
    'gitlab-config-invalid': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the CI configuration in GitLab has errors', 'Open Build > Pipelines in GitLab: the errors are shown there.'),
    'gitlab-config-missing': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab branch has no CI configuration', 'Add `.gitlab-ci.yml` to the branch, or name the file under Settings > CI/CD > General pipelines.'),
    'gitlab-pipelines-disabled': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'CI/CD is switched off in the GitLab project', 'Switch it on in GitLab under Settings > General > Visibility, project features, permissions.'),
    'gitlab-verification-needed': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'GitLab runs no pipelines for this token before its owner has verified their identity', 'The owner of the token signs in to GitLab and follows the notice there.'),
    'gitlab-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'GitLab refused to start the pipeline', 'Start one by hand in GitLab under Build > Pipelines > New pipeline, on the same branch: it says why.'),
    'gitlab-name-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'GitLab refused the name of the pipeline', "Let `workflow: name` in GitLab's `.gitlab-ci.yml` have 1 to 255 characters; `$DRAWBRIDGE_KEY` alone fits."),
    'cancel-needs-api': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('untouched', 'the GitLab token can watch, but neither cancel, retry nor name a pipeline', 'In GitLab under Settings > Access tokens, give `gitlab-token` the scope `api` and the role Developer.'),
    'gitlab-branch-unreadable': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'it could not be found out whether GitLab has a branch of the same name', 'In GitLab under Settings > Access tokens, give `gitlab-token` the role Reporter or more.'),
    'trigger-uncertain': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab did not confirm the start, and it is not certain that none happened', 'Look in GitLab for a pipeline named after this pull request, then run the job again.'),
};


/***/ }),

/***/ 2330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QC: () => (/* binding */ tryAgain),
/* harmony export */   Vw: () => (/* binding */ done),
/* harmony export */   l: () => (/* binding */ reason)
/* harmony export */ });
/* unused harmony export nothingToDo */
/** A run that did not do, or not yet, what it was asked for. */
const reason = (shows, sentence, remedy) => ({
    shows,
    exit: 1,
    sentence,
    remedy,
});
/** The remedy of a reason that asks for none. */
const nothingToDo = 'Nothing.';
/** A run that did what it was asked for. Nothing else ends with 0. */
const done = (shows, sentence, remedy = nothingToDo) => ({
    shows,
    exit: 0,
    sentence,
    remedy,
});
/** What helps against an outage. */
const tryAgain = 'Run the job again. If it persists, look at the status page of the service.';


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./build/js/child/exit.js
var child_exit = __nccwpck_require__(1799);
// EXTERNAL MODULE: ./build/js/clock.js
var clock = __nccwpck_require__(6616);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/js/secrets/pieces.js
/** The bytes by which a value may show itself in something that is printed: as a whole, by lines, by what it holds. */
/** Fewer bytes are no secret by themselves, and hiding them would shred what is printed: `}`, `1`, `yes`. */
const shortestPiece = 4;
/** Lines and leaves that say nothing, whoever wrote them. */
const emptyWords = new Set(['true', 'false', 'null']);
/**
 * What a line gives a name to, quoted or not: `token: …` of a kubeconfig, `export KEY=…`. Only what is long and without
 * blanks: others are words such as `default`, which would take the same words out of a log.
 */
const namedOnLine = /^(?:- )?(?:export )?["']?[\w./-]+["']?\s*[:=]\s*(["']?)([^\s"']{16,})\1,?$/;
/**
 * The value, with its line ends and with those of the other kind; its lines, and what one of them gives a name to; where
 * it is JSON its strings and numbers; where it is a text in base64 that text; and the same of each of these. Each once, without the white space around it: a
 * value that was stored with a line end must not take that out of a log. Only those of `shortestPiece` bytes and more;
 * of a value that is text all of them are. The value is first, where it is long enough. Pure.
 */
function piecesOf(value) {
    const pieces = new Map();
    const take = (whole) => {
        const piece = trimmed(whole);
        const bytes = piece.toString('latin1');
        if (piece.length < shortestPiece || pieces.has(bytes))
            return;
        pieces.set(bytes, piece);
        const lines = bytes.split(/\r\n|\n|\r/);
        if (lines.length > 1) {
            for (const end of ['\n', '\r\n'])
                pieces.set(lines.join(end), Buffer.from(lines.join(end), 'latin1'));
            for (const line of lines)
                takeInner(Buffer.from(line, 'latin1'));
        }
        const text = textOf(piece);
        if (text === undefined)
            return;
        for (const leaf of leavesOf(text))
            takeInner(Buffer.from(leaf));
        const named = namedOnLine.exec(text)?.[2];
        if (named !== undefined)
            takeInner(Buffer.from(named));
        const decoded = decodedOf(text);
        if (decoded !== undefined)
            take(decoded);
    };
    const takeInner = (inner) => {
        if (!emptyWords.has(inner.toString('latin1').trim()))
            take(inner);
    };
    take(value);
    return [...pieces.values()];
}
/** The mark that some editors begin UTF-8 with: part of a file, and not of what it holds. */
const mark = [0xef, 0xbb, 0xbf];
/** Bytes without the blanks, tabs and line ends around them, and without a mark at their begin. Pure. */
function trimmed(bytes) {
    let begin = mark.every((byte, at) => bytes[at] === byte) ? mark.length : 0;
    let end = bytes.length;
    while (begin < end && isBlank(bytes[begin]))
        begin += 1;
    while (begin < end && isBlank(bytes[end - 1]))
        end -= 1;
    return Buffer.from(bytes.subarray(begin, end));
}
const isBlank = (byte) => byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
/** The text of UTF-8. Undefined for other bytes. Pure. */
function textOf(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/**
 * The strings and numbers of a JSON text, however deep; a number as it is written, which is the third argument
 * (ECMAScript, "JSON.parse source text access"). Nothing of a text that is no JSON.
 */
function leavesOf(text) {
    if (!/^\s*[[{"]/.test(text))
        return [];
    const leaves = [];
    try {
        JSON.parse(text, (_, value, from) => {
            if (typeof value === 'string')
                leaves.push(value);
            if (typeof value === 'number')
                leaves.push(from?.source ?? String(value));
            return value;
        });
    }
    catch {
        return [];
    }
    return leaves;
}
/**
 * The text that a value is the base64 of, as a kubeconfig is stored: a job decodes it and may print what it reads. Short
 * ones, and those that hold no readable text, are passwords that only look like it.
 */
function decodedOf(text) {
    const packed = text.replace(/\s+/g, '');
    if (packed.length < 16 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed))
        return undefined;
    const bytes = Buffer.from(packed, 'base64');
    const decoded = textOf(bytes);
    return decoded !== undefined && !/[^\t\r\n\x20-\x7e\u{a0}-\u{10ffff}]/u.test(decoded) ? bytes : undefined;
}

;// CONCATENATED MODULE: ./build/js/child/encodings.js
/** How bytes look once a program has encoded them: base64, hexadecimal digits, per cent signs. */
/**
 * A value in base64 (RFC 4648, both alphabets), wherever in a longer text it stands: at each of the three offsets the
 * characters that its own bytes determine, alone and with what fills the end up, without and with padding. A long value
 * also in lines, as programs break them. Pure.
 */
function* base64Forms(value) {
    for (const offset of [0, 1, 2]) {
        const text = Buffer.concat([Buffer.alloc(offset), value]).toString('base64');
        const begin = Math.ceil((offset * 8) / 6);
        const determined = Math.floor(((offset + value.length) * 8) / 6);
        const filled = Math.ceil(((offset + value.length) * 8) / 6);
        for (const end of new Set([determined, filled, text.length]))
            yield* bothAlphabets(text.slice(begin, end));
    }
    for (const width of lineWidths)
        yield* linesOf(value, width);
}
/** Where `base64` and mail (RFC 2045, section 6.8), and where PEM (RFC 7468, section 2) break lines, characters. */
const lineWidths = [76, 64];
/** A last line that holds fewer bytes is left alone. */
const shortestRest = 4;
function* linesOf(value, width) {
    const bytes = (width / 4) * 3;
    if (value.length <= bytes)
        return;
    for (let from = 0; value.length - from >= shortestRest; from += bytes)
        yield* bothAlphabets(Buffer.from(value.subarray(from, from + bytes)).toString('base64'));
}
/** A text that is base64 on one line, such as a key, in the lines into which programs break it. Pure. */
function* brokenLines(text) {
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text))
        return;
    for (const width of lineWidths)
        for (let from = 0; text.length > width && text.length - from >= 2 * shortestRest; from += width)
            yield text.slice(from, from + width);
}
function* bothAlphabets(text) {
    yield text;
    yield text.replaceAll('+', '-').replaceAll('/', '_');
}
/** A value in hexadecimal digits of both cases. Pure. */
function* hexForms(value) {
    const text = Buffer.from(value).toString('hex');
    yield text;
    yield text.toUpperCase();
}
/** A value as programs put it into URLs and forms: with digits of both cases, and with every byte encoded. Pure. */
function* urlForms(value) {
    const simple = value.every((byte) => isAlphanumeric(byte));
    for (const table of simple ? everyByte : urlTables) {
        let text = '';
        for (const byte of value)
            text += table[byte];
        yield text;
    }
}
/** What is left as it is beside letters and digits, and what a blank becomes. */
const urlStyles = [
    // RFC 3986, section 2.3; then the same in queries, as Go's QueryEscape and Python's quote_plus write it.
    ['-_.~', '%20'],
    ['-_.~', '+'],
    // Python's quote.
    ['-_.~/', '%20'],
    // encodeURIComponent and encodeURI (ECMA-262, "URI Handling Functions").
    ["-_.!~*'()", '%20'],
    ["-_.!~*'();/?:@&=+$,#", '%20'],
    // Forms (URL Standard, "application/x-www-form-urlencoded percent-encode set"), and Java's URLEncoder.
    ['*-._', '+'],
    // Go's PathEscape.
    ['-_.~$&+=:@', '%20'],
];
const isAlphanumeric = (byte) => /[A-Za-z0-9]/.test(String.fromCharCode(byte));
const tableOf = (write) => Array.from({ length: 256 }, (_, byte) => write(byte));
const percent = [
    (byte) => `%${byte.toString(16).padStart(2, '0')}`,
    (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`,
];
/** By byte, what is written for it. */
const everyByte = percent.map(tableOf);
const urlTables = [
    ...everyByte,
    ...percent.flatMap((encoded) => urlStyles.map(([plain, blank]) => tableOf((byte) => {
        if (byte === 0x20)
            return blank;
        return isAlphanumeric(byte) || plain.includes(String.fromCharCode(byte))
            ? String.fromCharCode(byte)
            : encoded(byte);
    }))),
];

;// CONCATENATED MODULE: ./build/js/child/json.js
/** How a text looks inside the quotes of JSON. */
/** A text as JSON writes it between quotes, in every style of writing that makes a difference to it. Pure. */
function* jsonForms(text) {
    for (const upper of [false, true])
        yield numbered(text, upper);
    if (!special.test(text))
        return;
    const either = (makesADifference) => (makesADifference.test(text) ? [false, true] : [false]);
    for (const short of [
        true,
        ...either(hasShort)
            .slice(1)
            .map(() => false),
    ])
        for (const slash of either(/\//))
            for (const ascii of either(/[^\0-\x7f]/))
                for (const html of htmlStyles)
                    for (const upper of [false, true])
                        yield escaped(text, { short, slash, ascii, html, upper });
}
const htmlStyles = ['', '<>&\u2028\u2029', '<>&\u2028\u2029\'"+`\u007f'];
/** What any style escapes. */
const special = /[^ !#-%(-*,.0-;=?-[\]-_a-~]/;
const shortForms = {
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};
const hasShort = /[\b\f\n\r\t]/;
/** What one style replaces; the rest of a text, which is nearly all of it, is not looked at one by one. */
function escaped(text, style) {
    const { short, slash, ascii, html } = style;
    const replaced = `["\\\\\\0-\\x1f${slash ? '/' : ''}${ascii ? '\\x80-\\uffff' : ''}${html}]`;
    return text.replace(patternOf(replaced), (character) => {
        if (html.includes(character))
            return number(character, style.upper);
        if (character === '"' || character === '\\' || character === '/')
            return `\\${character}`;
        return (short ? shortForms[character] : undefined) ?? number(character, style.upper);
    });
}
const patterns = new Map();
function patternOf(source) {
    const pattern = patterns.get(source) ?? new RegExp(source, 'g');
    patterns.set(source, pattern);
    return pattern;
}
function number(unit, upper) {
    const digits = unit.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${upper ? digits.toUpperCase() : digits}`;
}
/** All of a text by numbers: those of ASCII are looked up. */
const numbered = (text, upper) => {
    const known = asciiNumbers[upper ? 1 : 0];
    let written = '';
    for (let at = 0; at < text.length; at++)
        written += known?.[text.charCodeAt(at)] ?? number(text.charAt(at), upper);
    return written;
};
const asciiNumbers = [false, true].map((upper) => Array.from({ length: 128 }, (_, code) => number(String.fromCharCode(code), upper)));

;// CONCATENATED MODULE: ./build/js/child/quoting.js
/** How a text looks once a program has quoted it for another one: XML, shells, program texts, JSON in JSON. */
/** A text as it is written in each of these, where that makes a difference to it. Pure. */
function* quotedForms(text) {
    for (const write of writers) {
        const written = write(text);
        if (written !== text)
            yield written;
    }
}
/** Replaces each character of a table. */
function by(table) {
    const special = new RegExp(`[${Object.keys(table).join('').replaceAll('\\', '\\\\')}]`, 'g');
    return (text) => text.replace(special, (character) => table[character] ?? character);
}
/** XML 1.0, section 2.4. What holds for attributes many write everywhere; the apostrophe has three forms (HTML, XML, Go). */
const inText = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const inAttributes = { ...inText, '"': '&quot;' };
const jsonTwice = (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1);
const writers = [
    by(inText),
    by(inAttributes),
    ...['&#39;', '&apos;', '&#x27;'].map((apostrophe) => by({ ...inAttributes, "'": apostrophe })),
    by({ ...inText, '"': '&#34;', "'": '&#39;' }),
    // A shell's trace, and who quotes for one (POSIX, "Shell Command Language", 2.2).
    by({ "'": "'\\''" }),
    by({ "'": `'"'"'` }),
    // In double quotes of a shell.
    by({ '"': '\\"', $: '\\$', '`': '\\`', '\\': '\\\\' }),
    // `printf %q` of bash.
    (text) => text.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|^[#~]/g, '\\$&'),
    // Program texts: Python's repr with either quote.
    by({ '\\': '\\\\' }),
    by({ '\\': '\\\\', "'": "\\'" }),
    // A body of JSON in a line of a log that is JSON.
    jsonTwice,
];

;// CONCATENATED MODULE: ./build/js/child/forms.js
/** Which byte forms of a secret are hidden: its pieces, and the encodings of each. */




/**
 * Every form in which a value is hidden, each once, each of at least four bytes. None for a value that is empty or
 * blank. Pure.
 */
function formsOf(value) {
    const forms = new Map();
    const add = (form) => {
        if (form.length >= shortestPiece)
            forms.set(Buffer.from(form).toString('latin1'), form);
    };
    for (const piece of piecesOf(value)) {
        add(piece);
        for (const form of encodingsOf(piece))
            add(form);
    }
    if (trimmed(value).length > 0)
        for (const form of encodingsOf(value))
            add(form);
    return [...forms.values()];
}
/** A value that is too short to be hidden, and not empty either. Pure. */
function isTooShort(value) {
    const { length } = trimmed(value);
    return length > 0 && length < shortestPiece;
}
function* encodingsOf(piece) {
    for (const form of base64Forms(piece))
        yield Buffer.from(form, 'latin1');
    for (const form of hexForms(piece))
        yield Buffer.from(form, 'latin1');
    for (const form of urlForms(piece))
        yield Buffer.from(form, 'latin1');
    const text = textOf(piece);
    if (text === undefined)
        return;
    for (const form of jsonForms(text))
        yield Buffer.from(form);
    for (const form of quotedForms(text))
        yield Buffer.from(form);
    for (const line of brokenLines(text))
        yield Buffer.from(line);
}

// EXTERNAL MODULE: ./build/js/child/names.js + 1 modules
var child_names = __nccwpck_require__(6219);
// EXTERNAL MODULE: ./build/js/child/value.js
var child_value = __nccwpck_require__(1402);
;// CONCATENATED MODULE: ./build/js/child/environment.js
/** What the child gets: variables, files and what is to be masked, decided from what was read. Pure. */



const fault = (text) => ({ ok: false, fault: text });
/**
 * The longest `NAME=value` that a program can be started with, bytes: 32 pages of 4,096, less the byte that ends it
 * (execve(2), "Limits on size of arguments and environment").
 */
const longestVariable = 131_071;
/** What is said of a value that is too short to be masked: it would be found all over the output. */
const tooShort = ({ name, origin }, bytes) => `${name} (${origin}) is too short to be masked, ${bytes} byte${bytes === 1 ? '' : 's'}: if it is no secret, write \`KEY:plain\` or \`--plain ${name}\``;
/** Decides what the child gets. All faults at once. */
function decideEnvironment(given) {
    const { sources, files } = given;
    const faults = [];
    const names = sources.map(({ name }) => name);
    for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at))) {
        const origins = sources.filter((one) => one.name === name).map(({ origin }) => origin);
        faults.push(`${name} has two sources, ${origins.slice(0, 2).join(' and ')}: rename one with \`#KEY=NAME\``);
    }
    const lost = files.filter(({ name }) => !names.includes(name));
    const all = [
        ...sources,
        ...lost.map(({ name }) => ({ name, origin: '--file', form: 'text', value: undefined })),
    ];
    const parts = [];
    for (const source of all) {
        const outcome = (0,child_names/* isReserved */.Bs)(source.name)
            ? fault(`${source.name} is a name that no secret may have (${source.origin}): rename it with \`#KEY=NAME\``)
            : outcomeOf(source, given);
        if (outcome.ok)
            parts.push({ source, part: outcome });
        else
            faults.push(outcome.fault);
    }
    if (faults.length > 0)
        return { ok: false, faults };
    const pathOf = (name) => files.find((file) => file.name === name)?.path ?? name;
    return {
        ok: true,
        variables: Object.fromEntries(parts.flatMap(({ source, part }) => part.variable === undefined ? [] : [[source.name, part.variable]])),
        files: parts.flatMap(({ source: { name }, part }) => part.file === undefined ? [] : [{ name, path: pathOf(name), content: part.file }]),
        masked: parts.flatMap(({ source: { name }, part }) => part.masked.map((value) => ({ name, value }))),
        listed: parts.map(({ source: { name, origin }, part }) => ({
            name,
            origin,
            ...part.listed,
            masked: part.masked.length > 0,
        })),
    };
}
function outcomeOf(source, given) {
    const { name, form } = source;
    const file = given.files.find((one) => one.name === name);
    // A key may be named `constructor`, which every object has.
    const own = Object.hasOwn(given.inherited, name) ? given.inherited[name] : undefined;
    if (own !== undefined && given.existing === 'error')
        return fault(`${name} is set in the environment already: unset it, or choose with \`--existing\``);
    if (own !== undefined && given.existing === 'keep') {
        const bytes = bytesOf(own);
        // What stands in for a secret is one too, unless it is too short to be told from any other text.
        const hidden = form !== 'plain' && file === undefined && bytes.length > 0 && !isTooShort(bytes);
        return { ok: true, masked: hidden ? [bytes] : [], listed: { as: 'kept', bytes: bytes.length } };
    }
    if (source.value === undefined)
        return absent(source, file, given.missing);
    const decoded = (0,child_value/* decode */.D)(source.value, file?.form === 'base64' ? 'base64' : form);
    if (decoded === undefined)
        return fault(`${name} (${source.origin}) is not base64`);
    const hidden = (0,child_value/* hiddenForms */.g)(source.value, decoded, form);
    const short = hidden.find(isTooShort);
    if (given.masking && short !== undefined)
        return fault(tooShort(source, short.length));
    const masked = hidden.filter((bytes) => !isTooShort(bytes));
    if (file !== undefined)
        return { ok: true, file: decoded, masked, listed: { as: 'file', bytes: decoded.length } };
    const text = environment_textOf(decoded);
    if (text === undefined)
        return fault(`${name} (${source.origin}) holds bytes that no variable can: hand it over with \`--file ${name}\``);
    if (name.length + 1 + decoded.length > longestVariable) {
        return fault(`${name} (${source.origin}) is too large for a variable, ${decoded.length} bytes: hand it over with \`--file ${name}\``);
    }
    return { ok: true, variable: text, masked, listed: { as: 'variable', bytes: decoded.length } };
}
function absent({ name, origin }, file, missing) {
    switch (missing) {
        case 'fail':
            return fault(`${name} is missing (${origin}): correct the key, or choose with \`--missing\``);
        case 'empty': {
            const listed = { as: 'empty', bytes: 0 };
            if (file !== undefined)
                return { ok: true, file: new Uint8Array(), masked: [], listed };
            return { ok: true, variable: '', masked: [], listed };
        }
        case 'skip':
            return { ok: true, masked: [], listed: { as: 'skipped', bytes: 0 } };
    }
}
const bytesOf = (text) => new TextEncoder().encode(text);
/** The bytes as a text that a variable can hold: UTF-8, without the byte that ends it. */
function environment_textOf(bytes) {
    if (bytes.includes(0))
        return undefined;
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/child/group.js
/** The tables of Wu and Manber for patterns of about one length, and the two looks into them. */
/** Entries of a table by a block's hash. */
const tableSize = 1 << 16;
/** The furthest that one look may skip: what an entry of the table holds. */
const furthest = 255;
/** From this length on blocks have four bytes: there are more of them, so most are in no pattern and skip far. */
const forFour = 8;
/**
 * Makes the tables of one group, which has at least one pattern. A window of the shortest pattern's length goes over the
 * text; what its last block says is how far it may go on without missing the begin of a pattern. Pure.
 */
function groupOf(patterns) {
    const window = patterns.reduce((least, { bytes }) => Math.min(least, bytes.length), furthest);
    if (window < 2)
        throw new RangeError('a pattern of fewer than two bytes');
    const { block, hash, skip } = window >= forFour ? byFour : byTwo;
    const shifts = new Uint8Array(tableSize).fill(window - block + 1);
    const begins = new Uint8Array(tableSize);
    const byBlock = new Map();
    const byFirst = new Map();
    for (const pattern of patterns.toSorted((a, b) => b.bytes.length - a.bytes.length)) {
        const { bytes } = pattern;
        for (let end = block; end <= window; end++) {
            const key = hash(bytes, end);
            shifts[key] = Math.min(shifts[key], window - end);
        }
        begins[pair(bytes, 0)] = 1;
        listed(byBlock, hash(bytes, window)).push(pattern);
        listed(byFirst, bytes[0]).push(pattern);
    }
    /** Patterns that may stand at a place, the longest first: by the last block of a whole window, else by the first byte. */
    const candidates = (text, start) => (start + window <= text.length
        ? byBlock.get(hash(text, start + window))
        : byFirst.get(text[start])) ?? none;
    const mayBegin = (text, start) => start + 1 === text.length || begins[pair(text, start)] === 1;
    const tables = { shifts, begins };
    return {
        next(text, from) {
            for (let end = from + window;; end++) {
                end = skip(tables, text, end, window);
                if (end > text.length) {
                    for (let start = end - window; start < text.length; start++)
                        if (mayBegin(text, start) && anyStands(candidates(text, start), text, start, window))
                            return start;
                    return text.length;
                }
                if (anyStands(candidates(text, end - window), text, end - window, window))
                    return end - window;
            }
        },
        at(text, start) {
            let open = false;
            for (const { bytes, number } of candidates(text, start)) {
                if (!stands(bytes, text, start, bytes.length))
                    continue;
                if (start + bytes.length <= text.length)
                    return { pattern: number, end: start + bytes.length, open };
                open = true;
            }
            return { pattern: undefined, end: start, open };
        },
    };
}
const none = [];
function listed(lists, key) {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
}
/** Whether the first `most` bytes of any stand at a place, or as many of them as the text has. */
function anyStands(patterns, text, start, most) {
    for (const { bytes } of patterns)
        if (stands(bytes, text, start, most))
            return true;
    return false;
}
function stands(bytes, text, start, most) {
    const length = Math.min(most, text.length - start);
    for (let n = 0; n < length; n++)
        if (bytes[n] !== text[start + n])
            return false;
    return true;
}
/** Hashes of a block by its end, below `tableSize`; the loops below repeat them, because calls would cost half the speed. */
const hashOfTwo = (text, end) => pair(text, end - 2);
const hashOfFour = (text, end) => Math.imul((pair(text, end - 4) << 16) | pair(text, end - 2), multiplier) >>> 16;
/** Spreads four bytes over the table (Knuth, "The Art of Computer Programming", 6.4: multiplicative hashing). */
const multiplier = 0x9e3779b1;
const pair = (text, at) => (text[at] << 8) | text[at + 1];
/**
 * Most windows may be left behind as far as there is to go. That is asked first, and by a branch of its own: a processor
 * foresees it and looks up the next one meanwhile, which halves the time.
 */
const skipByTwo = ({ shifts, begins }, text, from, window) => {
    const { length } = text;
    const most = window - 1;
    let end = from;
    while (end <= length) {
        const shift = shifts[(text[end - 2] << 8) | text[end - 1]];
        if (shift === most)
            end += most;
        else if (shift > 0)
            end += shift;
        else if (begins[pair(text, end - window)] === 1)
            return end;
        else
            end += 1;
    }
    return end;
};
const skipByFour = ({ shifts, begins }, text, from, window) => {
    const { length } = text;
    const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
    const most = window - 3;
    let end = from;
    while (end <= length) {
        const shift = shifts[Math.imul(view.getInt32(end - 4), multiplier) >>> 16];
        if (shift === most)
            end += most;
        else if (shift > 0)
            end += shift;
        else if (begins[pair(text, end - window)] === 1)
            return end;
        else
            end += 1;
    }
    return end;
};
const byTwo = { block: 2, hash: hashOfTwo, skip: skipByTwo };
const byFour = { block: 4, hash: hashOfFour, skip: skipByFour };

;// CONCATENATED MODULE: ./build/js/child/matcher.js
/**
 * Finds many byte patterns in a text at once, and skips what cannot hold one: Wu and Manber's algorithm ("A fast
 * algorithm for multi-pattern searching", University of Arizona, TR-94-17).
 */

/**
 * How many bytes of a text can be skipped at once depends on the shortest pattern. So patterns are searched for in
 * groups, by the least length of each: a few short ones do not make the others slow.
 */
const leastLengths = [16, 8, 0];
/**
 * Makes the tables. Patterns are literal bytes, at least two each (else a RangeError), known by their place in the list.
 * Pure.
 */
function createMatcher(patterns) {
    const groups = [];
    let left = patterns.map((bytes, number) => ({ bytes, number }));
    for (const least of leastLengths) {
        const group = left.filter(({ bytes }) => bytes.length >= least);
        if (group.length > 0)
            groups.push(groupOf(group));
        left = left.filter(({ bytes }) => bytes.length < least);
    }
    return { walk: (text) => walk(groups, text) };
}
function walk(groups, text) {
    const places = groups.map(() => -1);
    return {
        next(from) {
            let first = text.length;
            for (const [n, group] of groups.entries()) {
                let place = places[n] ?? -1;
                if (place < from) {
                    place = group.next(text, from);
                    places[n] = place;
                }
                if (place < first)
                    first = place;
            }
            return first;
        },
        at(start) {
            let longest = { pattern: undefined, end: start, open: false };
            for (const group of groups) {
                const found = group.at(text, start);
                const { pattern, end } = found.end > longest.end ? found : longest;
                longest = { pattern, end, open: longest.open || found.open };
            }
            return longest;
        },
    };
}

;// CONCATENATED MODULE: ./build/js/child/placeholder.js
/** What stands in the output in place of a secret. */

/** Hexadecimal digits of the hash. Six coincide for one pair of values in 16.8 million, sixteen for none in practice. */
const digitsOf = { hash: 16, testflinger: 6 };
/** At least so many bytes of key, or the hash could be guessed. */
const shortestKey = 16;
/**
 * Gives the placeholder of bytes, `**<hash>**`. The hash is that of the very bytes that are replaced, under a key that
 * only this run has: the same bytes have the same placeholder everywhere in a run, an encoding of a value has its own,
 * and who knows the bytes behind each can put the text back as it was. Without the key nothing can be tried out on it,
 * so it says nothing of the value; an unsalted one (Testflinger's) would tell who guesses a short one that she is right.
 * Throws a RangeError for a key of fewer than 16 bytes. Pure.
 */
function placeholders(key, style) {
    if (key.length < shortestKey)
        throw new RangeError('the key of the placeholders is too short');
    return (bytes) => Buffer.from(`**${(0,external_node_crypto_.createHmac)('sha256', key).update(bytes).digest('hex').slice(0, digitsOf[style])}**`);
}

;// CONCATENATED MODULE: ./build/js/child/mask.js
/** Hides secrets in a stream of bytes, whatever its chunks are. */



/** The names of those whose value is too short to be hidden: under four bytes, and not empty. Pure. */
const mask_tooShort = (secrets) => secrets.filter(({ value }) => isTooShort(value)).map(({ name }) => name);
/**
 * Makes the tables for some secrets, in all their forms, and gives what makes a mask for each stream of a run. The key
 * is this run's own, at least 16 random bytes. Throws a RangeError for a value that is too short to be hidden
 * (`tooShort` names them): a log would be full of holes, so who wants it in the log has to say so (`KEY:plain`).
 */
function createMasks(secrets, options) {
    const short = mask_tooShort(secrets);
    if (short.length > 0)
        throw new RangeError(`too short to be hidden: ${short.join(', ')}`);
    return masksOf(secrets.flatMap(({ value }) => formsOf(value)), placeholders(options.key, options.placeholder));
}
/** The same for patterns as they are: nothing else is hidden. Each at least four bytes long. */
function masksOf(patterns, placeholderOf) {
    const matcher = createMatcher(patterns);
    const known = new Map();
    const whole = (pattern, bytes) => {
        const placeholder = known.get(pattern) ?? placeholderOf(bytes);
        known.set(pattern, placeholder);
        return placeholder;
    };
    return () => maskOf(matcher, { whole, part: placeholderOf });
}
/** The most of a secret that an idle stream may show. */
const mostShown = 3;
/** Of a longer chunk only so many bytes are copied. */
const seam = 1024;
const nothing = new Uint8Array(0);
/**
 * Replaces the longest pattern at the first place where one stands, and goes on behind it. A pattern that begins inside
 * of what was replaced, and ends behind it, is hidden too: the rest of it has a placeholder of its own.
 */
function maskOf(matcher, placeholder) {
    /** What came and is still needed, from the first place that is not decided on. */
    let text = nothing;
    /** Up to here it was given, as it is or by a placeholder. */
    let given = 0;
    /** Up to here it has to be hidden, by the patterns before the first place. */
    let hidden = 0;
    const read = (last, idle) => {
        const parts = [];
        /** From here to `given` it is shown as it is, in one part. */
        let shown = given;
        const show = (end) => {
            given = Math.max(given, end);
        };
        const flush = () => {
            if (given > shown)
                parts.push(text.subarray(shown, given));
            shown = given;
        };
        const hide = (end, pattern) => {
            if (end <= given)
                return;
            flush();
            const bytes = text.subarray(given, end);
            parts.push(pattern === undefined ? placeholder.part(bytes) : placeholder.whole(pattern, bytes));
            given = end;
            shown = end;
        };
        const walk = matcher.walk(text);
        let place = 0;
        for (;;) {
            place = walk.next(place);
            if (place > given)
                hide(hidden);
            show(place);
            if (place === text.length)
                break;
            const { pattern, end, open } = walk.at(place);
            const waits = open && !last;
            if (pattern !== undefined && (!waits || idle)) {
                if (place === given)
                    hide(end, pattern);
                hidden = Math.max(hidden, end);
            }
            if (waits)
                break;
            place += 1;
        }
        if (idle) {
            hide(hidden);
            show(mayShow(walk, place, text.length));
        }
        flush();
        keepFrom(place);
        return parts;
    };
    const keepFrom = (place) => {
        text = Buffer.from(text.subarray(place));
        given -= place;
        hidden = Math.max(0, hidden - place);
    };
    const append = (bytes) => {
        text = text.length === 0 ? bytes : Buffer.concat([text, bytes]);
    };
    /** What was kept is joined with the begin of the chunk only, then the look goes on in the chunk itself. */
    const parts = (chunk) => {
        if (text.length === 0 || chunk.length <= seam) {
            append(chunk);
            return few(read(false, false), chunk.length <= seam ? 1 : mostParts);
        }
        append(chunk.subarray(0, seam));
        const first = read(false, false);
        if (text.length <= seam)
            text = chunk.subarray(seam - text.length);
        else
            append(chunk.subarray(seam));
        return few([...first, ...read(false, false)], mostParts);
    };
    return {
        parts,
        push: (chunk) => joined(parts(chunk)),
        idle: () => joined(read(false, true)),
        end: () => joined(read(true, false)),
        held: () => text.length - given,
    };
}
/** How far a text may be shown that waits at a place: not into what is a whole secret already. */
function mayShow(walk, place, length) {
    const most = Math.min(place + mostShown, length);
    for (let next = walk.next(place + 1); next < most; next = walk.next(next + 1))
        if (walk.at(next).pattern !== undefined)
            return next;
    return most;
}
/** Of a long chunk more parts than this cost more to write than to join; those of a short one are joined anyway. */
const mostParts = 4;
const few = (parts, most) => parts.length > most ? [joined(parts)] : parts;
function joined(parts) {
    if (parts.length === 1)
        return parts[0] ?? nothing;
    return parts.length === 0 ? nothing : Buffer.concat(parts);
}

// EXTERNAL MODULE: ./build/js/child/sources.js
var sources = __nccwpck_require__(6557);
;// CONCATENATED MODULE: ./build/js/child/streams.js
/** Which stream of the child is masked, and how it learns that there is a terminal all the same. Pure. */
/** What `--mask` may say. */
const maskings = ['auto', 'always', 'never'];
/** The way of one stream. Where there is no secret there is nothing to mask. */
function wayOf(masking, stream) {
    if (masking === 'never' || stream.secrets === 0)
        return 'raw';
    return masking === 'auto' && stream.isTerminal ? 'raw' : 'masked';
}
/**
 * What asks programs for colours although they see a pipe (force-color.org; bixense.com/clicolors; The Cargo Book,
 * "Configuration", term.color). What the user has said of colours stands, `NO_COLOR` above all (no-color.org).
 */
function colours(environment) {
    if ((environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb')
        return {};
    const asked = { FORCE_COLOR: depth(environment), CLICOLOR_FORCE: '1', CARGO_TERM_COLOR: 'always' };
    return Object.fromEntries(Object.entries(asked).filter(([name]) => environment[name] === undefined));
}
/** 1: 16 colours, 2: 256, 3: all (chalk's supports-color, "Info"). */
function depth({ COLORTERM = '', TERM = '' }) {
    if (/^(?:truecolor|24bit)$/.test(COLORTERM))
        return '3';
    return TERM.includes('256color') ? '2' : '1';
}

;// CONCATENATED MODULE: ./build/js/cli/dry-run.js
/** One line for each variable, or one JSON array of them. */
function listing(listed, json) {
    const sorted = listed.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    if (json)
        return `${JSON.stringify(sorted)}\n`;
    const widest = (of) => Math.max(0, ...sorted.map((one) => of(one).length));
    const [names, origins] = [widest(({ name }) => name), widest(({ origin }) => origin)];
    return sorted
        .map(({ name, origin, as, bytes, masked }) => {
        const size = as === 'skipped' ? '' : `, ${bytes} byte${bytes === 1 ? '' : 's'}`;
        return `${name.padEnd(names)}  ${origin.padEnd(origins)}  ${words[as]}${size}${masked ? ', masked' : ''}\n`;
    })
        .join('');
}
const words = {
    variable: 'variable',
    file: 'file',
    kept: 'kept as the environment has it',
    empty: 'empty, because it is not there',
    skipped: 'left out, because it is not there',
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/js/cli/files.js
/** Files of a child: written for it alone, and removed at the end. */




/**
 * Where temporary files of this user belong: the folder that is in memory and goes with the session where there is one
 * (XDG Base Directory Specification, XDG_RUNTIME_DIR), else the system's.
 */
function base(env) {
    const own = env['XDG_RUNTIME_DIR'] ?? '';
    try {
        const { uid, mode } = (0,external_node_fs_.statSync)(own);
        if ((0,external_node_path_.isAbsolute)(own) && uid === process.getuid?.() && (mode & 0o077) === 0)
            return own;
    }
    catch {
        // There is none.
    }
    // Absolute, because the child may go elsewhere.
    return (0,external_node_path_.resolve)((0,external_node_os_.tmpdir)());
}
/** Files for one child. */
function privateFiles(env) {
    let own;
    const elsewhere = [];
    const folder = () => {
        // Made with mode 0700, under a name that nobody can foresee (mkdtemp(3)).
        own ??= (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(base(env), 'drawbridge-'));
        return own;
    };
    const writeOne = ({ path, content }) => {
        const outside = /^(?:\/|\.{1,2}\/)/.test(path);
        const file = outside ? (0,external_node_path_.resolve)(path) : (0,external_node_path_.join)(folder(), path);
        if (!outside)
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        // O_EXCL: neither a file that is there nor a link, wherever that leads (open(2)).
        const open = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | external_node_fs_.constants.O_NOFOLLOW, 0o600);
        if (outside)
            elsewhere.push(file);
        try {
            (0,external_node_fs_.fchmodSync)(open, 0o600);
            (0,external_node_fs_.writeFileSync)(open, content);
        }
        finally {
            (0,external_node_fs_.closeSync)(open);
        }
        return file;
    };
    return {
        folder,
        write: (files) => {
            const paths = [];
            for (const file of files) {
                try {
                    paths.push([file.name, writeOne(file)]);
                }
                catch (error) {
                    return { ok: false, exit: 1, said: [`the file of ${(0,child_names/* shownName */.HD)(file.name)} ${whyNot(error)}`] };
                }
            }
            return { ok: true, paths: Object.fromEntries(paths) };
        },
        remove: () => {
            const gone = elsewhere.map(removeFile);
            if (own === undefined)
                return gone.every(Boolean);
            try {
                (0,external_node_fs_.rmSync)(own, { recursive: true, force: true });
                return gone.every(Boolean);
            }
            catch {
                return false;
            }
        },
    };
}
/** Removes a file, or whatever the child has put in its place; what a link leads to stays. */
function removeFile(file) {
    try {
        (0,external_node_fs_.unlinkSync)(file);
        return true;
    }
    catch {
        return (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false }) === undefined;
    }
}
function whyNot(error) {
    switch (error instanceof Error && 'code' in error ? error.code : undefined) {
        case 'EEXIST':
        case 'ELOOP':
            return 'exists already: it is never overwritten';
        case 'ENOENT':
        case 'ENOTDIR':
            return 'cannot be written: its folder is not there';
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
            return 'cannot be written: its folder does not allow it';
        default:
            return 'cannot be written';
    }
}

// EXTERNAL MODULE: ./build/js/cli/gather.js + 1 modules
var gather = __nccwpck_require__(9587);
// EXTERNAL MODULE: ./build/js/cli/io.js
var cli_io = __nccwpck_require__(6239);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./build/js/child/signals.js
/** Which signals are passed on to the child. Pure. */
/**
 * The signals that we hear: those that ask a process to end, and the two that are free for its own use. No other is
 * passed on: SIGTSTP and SIGCONT stop and wake us like the shell expects it, SIGWINCH and SIGPIPE are the system's own
 * business with each process, and SIGKILL is heard by nobody (signal(7)). With a listener for SIGUSR1 Node does not open
 * its debugger, in which every secret could be read (Node docs, "Signal events").
 */
const heard = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'];
/** What a terminal sends to every process of the group in front, at a key (termios(3), ISIG). */
const byKey = new Set(['SIGINT', 'SIGQUIT']);
/**
 * Whether a signal goes to the child. At a terminal the child is in our group, and has had what a key sends: a second
 * SIGINT means "at once" to many programs. Without one it has a group of its own, and hears only what we pass on.
 */
const passesOn = (signal, terminal) => !(terminal && byKey.has(signal));
/** Signals that end us where there is no child yet; the others are nothing to us. */
const ends = (signal) => signal !== 'SIGUSR1' && signal !== 'SIGUSR2';

;// CONCATENATED MODULE: ./build/js/cli/masked.js
/**
 * How long nothing has come before a stream is idle, ms. It is looked at in steps of this length, so what is held back
 * appears after twice as much at the latest.
 */
const idleAfter = 15;
/**
 * Writes what comes, masked, in its order, no faster than the output takes it. Resolves when all of it was handed over;
 * the output is left open. Where the reader of the output has gone (EPIPE), the input is closed, so that whoever writes
 * to it learns so too, as in a shell's pipeline. Rejects with any other failure of either stream; then, too, nothing of
 * it goes on, and no timer is left.
 */
function maskInto(input, output, mask, clock) {
    return new Promise((resolve, reject) => {
        const over = new AbortController();
        let came = 0;
        let watched = false;
        const finish = (settle) => {
            if (over.signal.aborted)
                return;
            over.abort();
            input.off('data', take).off('end', end).off('close', end).off('error', fail);
            output.off('error', lose).off('close', leave).off('drain', goOn);
            settle();
        };
        /** A late error of a stream that was closed here is nobody's. */
        const close = () => {
            input.on('error', () => { });
            output.on('error', () => { });
            input.destroy();
        };
        const fail = (failure) => finish(() => {
            close();
            reject(failure);
        });
        const leave = () => finish(() => {
            close();
            resolve('output');
        });
        const lose = (failure) => goneCodes.has(failure.code ?? '') ? leave() : fail(failure);
        /**
         * A pipe of Linux has taken it before `write` is back, whatever that says of the size of a part (Node.js docs, "A note
         * on process I/O"): there is nothing to wait for then.
         */
        const write = (parts) => {
            let takesMore = true;
            for (const part of parts)
                if (part.length > 0)
                    takesMore = output.write(part);
            if (!takesMore && output.writableLength > 0)
                input.pause();
        };
        const goOn = () => {
            input.resume();
        };
        /** One for the whole stream, and only while something is held back: a timer for each chunk would cost more than the mask. */
        const watch = async () => {
            watched = true;
            for (let seen = -1; mask.held() > 0 && seen !== came && !over.signal.aborted;) {
                seen = came;
                await clock.sleep(idleAfter, over.signal);
            }
            watched = false;
            if (!over.signal.aborted && mask.held() > 0)
                write([mask.idle()]);
        };
        const take = (chunk) => {
            came += 1;
            write(mask.parts(typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
            if (!watched && mask.held() > 0)
                void watch();
        };
        const end = () => {
            input.off('end', end).off('close', end);
            if (over.signal.aborted)
                return;
            const rest = mask.end();
            // An empty write too is called back only after everything before it.
            output.write(rest, (failure) => (failure ? lose(failure) : finish(() => resolve('input'))));
        };
        output.on('error', lose).on('close', leave).on('drain', goOn);
        input.on('error', fail).on('end', end).on('close', end).on('data', take);
        input.resume();
    });
}
/** What a write to a pipe or socket fails with whose reader has gone, and one to a stream that is closed. */
const goneCodes = new Set([
    'EPIPE',
    'ECONNRESET',
    'ERR_STREAM_DESTROYED',
    'ERR_STREAM_WRITE_AFTER_END',
]);

;// CONCATENATED MODULE: ./build/js/cli/launch.js
/** Starts the child, without a shell between, and stays beside it until it has ended and its output is written. */







/** After the child has ended, its pipes are read until nothing came for this long, ms: a process that it left behind may hold them for ever. */
const quietMs = 300;
/** Whoever it left behind may also write for ever: after this long, ms, each short pause is the end. */
const patienceMs = 5_000;
const pauseMs = 20;
/** And so is this much, bytes: what the child itself had written was in the pipe, which holds no more (pipe(7), pipe-max-size). */
const pipeHolds = 1_048_576;
/** Starts the child and resolves when it is over. Signals of `hearing` go to it meanwhile. */
async function launch(what, io, hearing) {
    const terminal = hasTerminal();
    const [program, ...args] = what.command;
    const { stdio, used } = stdioOf(what);
    let child;
    // What is named here Node does not add by itself (nodejs/node, lib/child_process.js, copyProcessEnvToEnv).
    const env = { NODE_V8_COVERAGE: undefined, ...what.environment };
    try {
        // Without a terminal it leads a session, and so a group, of its own: a signal reaches its children too (setsid(2)).
        child = (0,external_node_child_process_namespaceObject.spawn)(program, args, { env, stdio, detached: !terminal });
    }
    catch (error) {
        for (const pipe of what.pipes)
            pipe.discard();
        return failedStart(error, program);
    }
    const copies = streamsOf(child, what, used, io).map(({ from, to }) => ({
        from,
        to,
        done: maskInto(from, to, what.masks(), io.clock).catch(() => 'failed'),
    }));
    const stopTelling = hearing.tell((signal) => {
        if (passesOn(signal, terminal))
            pass(child, signal, !terminal);
    });
    const end = await new Promise((resolve) => {
        child.on('error', (error) => resolve(failedStart(error, program)));
        child.on('exit', (code, signal) => {
            // At once: from here on the number may be that of another process.
            stopTelling();
            resolve({ exit: (0,child_exit/* exitCodeOf */.FO)({ code, signal }, external_node_os_.constants.signals) });
        });
    });
    const all = Promise.all(copies.map(({ from, to, done }) => {
        void cutWhenQuiet(from, to, done, io.clock);
        return done;
    }));
    // Who wants us to end now waits neither for what the child has left behind nor for a reader that takes nothing.
    const cut = (0,clock/* whenAborted */.e)(hearing.hurried).then(async () => {
        for (const { from } of copies)
            from.destroy();
        await io.clock.sleep(quietMs);
        return [];
    });
    const copied = await Promise.race([all, cut]);
    for (const { from } of copies)
        from.destroy();
    const hurriedBy = hearing.hurriedBy();
    if (end.exit === 0 && hurriedBy !== undefined)
        return { exit: (0,child_exit/* signalCode */.S2)(hurriedBy, external_node_os_.constants.signals) };
    if (end.exit === 0 && copied.includes('failed'))
        return { exit: child_exit/* failed */.gz, said: 'a part of the output could not be written' };
    return end;
}
function failedStart(error, program) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const { exit, said } = (0,child_exit/* notStarted */.DY)(code, program);
    return { exit, said };
}
/** Whether we have a controlling terminal, whatever our streams are (POSIX.1-2024, XBD 10.1, /dev/tty). */
function hasTerminal() {
    try {
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)('/dev/tty', 'r'));
        return true;
    }
    catch {
        return false;
    }
}
/** Whether both are masked and go to the same place: then one pipe keeps the order of what is written to them. */
const goTogether = ({ stdout, stderr }) => {
    if (stdout === 'raw' || stderr === 'raw')
        return false;
    const [out, err] = [(0,external_node_fs_.fstatSync)(1), (0,external_node_fs_.fstatSync)(2)];
    return out.dev === err.dev && out.ino === err.ino;
};
/** The child's stdio, and which pipe each stream has; without one Node makes it. */
function stdioOf(what) {
    const [first, second] = what.pipes;
    const out = what.stdout === 'masked' ? first : undefined;
    const err = what.stderr === 'raw' ? undefined : goTogether(what) || what.stdout === 'raw' ? first : second;
    const end = (way, pipe) => (way === 'raw' ? 'inherit' : (pipe?.end ?? 'pipe'));
    return { stdio: ['inherit', end(what.stdout, out), end(what.stderr, err)], used: [out, err] };
}
function streamsOf(child, what, [out, err], io) {
    const stdout = what.stdout === 'raw' ? undefined : (out?.open() ?? child.stdout);
    const shared = out !== undefined && out === err;
    const stderr = what.stderr === 'raw' || shared ? undefined : (err?.open() ?? child.stderr);
    return [
        ...(stdout ? [{ from: stdout, to: io.stdout }] : []),
        ...(stderr ? [{ from: stderr, to: io.stderr }] : []),
    ];
}
/** Sends a signal to the child, or to its whole group. Who has gone meanwhile needs none. */
function pass(child, signal, group) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
        return;
    try {
        process.kill(group ? -child.pid : child.pid, signal);
    }
    catch {
        // Nobody is left.
    }
}
/** Ends a stream that is still open but has fallen silent, so that what was held back of it is written. */
async function cutWhenQuiet(from, to, done, clock) {
    const over = new AbortController();
    void done.then(() => over.abort());
    // Of a pipe, and of what Node makes instead (Node docs, "socket.bytesRead").
    const read = () => from.bytesRead ?? 0;
    const began = { at: clock.now(), read: read() };
    for (let before = -1; !over.signal.aborted;) {
        const late = clock.now() - began.at >= patienceMs;
        const full = late && read() - began.read > pipeHolds;
        if ((read() === before || full) && from.readableLength === 0 && !to.writableNeedDrain)
            return void from.push(null);
        before = read();
        await clock.sleep(late ? pauseMs : quietMs, over.signal);
    }
}

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./build/js/cli/pipe.js
/**
 * Pipes for the output of a child. What Node makes is a pair of sockets: the child cannot open its own `/dev/stderr` then,
 * which shell scripts do (nodejs/node, issue 21941), and stdout and stderr cannot share one.
 */




/**
 * Makes a pipe by way of a name in a private folder, which is gone again at once. Undefined where the system has no
 * `mkfifo` (POSIX.1-2024, XCU), as an image of one program may not.
 */
async function makePipe(folder, name, path) {
    const file = (0,external_node_path_.join)(folder, name);
    const made = await new Promise((resolve) => {
        (0,external_node_child_process_namespaceObject.execFile)('mkfifo', ['-m', '600', file], { env: { PATH: path } }, (error) => resolve(error === null));
    });
    if (!made)
        return undefined;
    try {
        // The near end first and without waiting: a name with nobody at its other end would hold us up (fifo(7)).
        const near = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
        const end = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_WRONLY);
        let taken = false;
        return {
            end,
            open: () => {
                taken = true;
                (0,external_node_fs_.closeSync)(end);
                return new external_node_net_namespaceObject.Socket({ fd: near, readable: true, writable: false });
            },
            discard: () => {
                if (taken)
                    return;
                taken = true;
                (0,external_node_fs_.closeSync)(end);
                (0,external_node_fs_.closeSync)(near);
            },
        };
    }
    catch {
        return undefined;
    }
    finally {
        (0,external_node_fs_.rmSync)(file, { force: true });
    }
}

;// CONCATENATED MODULE: ./build/js/cli/exec.js
/** `drawbridge exec`: gathers secrets, hands them to a command, and leaves nothing behind. */














/** Bytes of this run's key: as many as the hash has (RFC 2104, section 3). */
const keyLength = 32;
/** A shorter one, such as the `root` of a server for development, is a word of any text. */
const shortestProof = 8;
/** Runs the command. Gives the exit code: the child's own, or ours. */
async function exec(wishes, io, hearing) {
    const files = privateFiles(io.env);
    // Also where a fault of our own ends us.
    process.once('exit', () => files.remove());
    const log = (0,cli_io/* logOf */.G)(io, 'exec');
    // Here, and not in a job before: nothing binds what another process has found out to what this one does.
    if (wishes.verify !== undefined) {
        const { verifyFirst } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(395), __nccwpck_require__.e(133)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9133));
        const verified = await verifyFirst(wishes.verify, io, hearing);
        const signal = interruptedBy(hearing);
        if (signal !== undefined)
            return signal;
        if (!verified.ok)
            return fail(verified, io);
    }
    const pipes = preparePipes(wishes, io, files);
    // Also where Vault is not asked in the end: it is a way to Vault whatever its name is.
    const environment = (0,child_names/* inherited */.Jq)(io.env, {
        clean: wishes.clean,
        pass: wishes.pass,
        used: [wishes.login.idToken],
    });
    const isKept = (name) => wishes.existing === 'keep' && Object.hasOwn(environment, name);
    const needed = (0,sources/* neededOf */.b1)(wishes.asked, isKept);
    const gathered = await (0,gather/* gather */.kg)(wishes, needed, io, log, hearing.interrupted);
    try {
        const signal = interruptedBy(hearing);
        if (signal !== undefined)
            return signal;
        const handed = gathered.ok ? decide(wishes, gathered, environment) : gathered;
        if (!handed.ok)
            return fail(handed, io);
        if (gathered.ok)
            for (const { path, keys } of gathered.nameless)
                sayNameless(io, path, keys);
        if (wishes.dryRun) {
            io.stdout.write(listing(handed.listed, wishes.json));
            return 0;
        }
        return await start(wishes, handed, files, await pipes, io, hearing);
    }
    finally {
        for (const pipe of await pipes)
            pipe.discard();
        await leave(files, gathered, io);
    }
}
/** What the child gets; or why it gets nothing. */
function decide(wishes, { found, absent, proofs }, environment) {
    const { files, missing, existing, masking } = wishes;
    if (missing === 'fail' && absent.length > 0) {
        const said = absent.map((path) => `${(0,gather/* sayAbsent */.pG)(path)}, or choose with \`--missing\``);
        return { ok: false, exit: child_exit/* failed */.gz, said };
    }
    const decision = decideEnvironment({
        sources: (0,sources/* withPlain */.hB)(found, wishes.plain),
        files,
        inherited: environment,
        missing,
        existing,
        masking: masking !== 'never',
    });
    if (!decision.ok)
        return { ok: false, exit: child_exit/* failed */.gz, said: decision.faults };
    // What we have logged in with is no part of the child's environment, and could be read out of ours.
    const ours = proofs
        .filter(({ length }) => length >= shortestProof)
        .map((proof) => ({ name: 'the log-in', value: new TextEncoder().encode(proof) }));
    const masked = [...decision.masked, ...ours];
    return { ...decision, masked, variables: { ...environment, ...decision.variables } };
}
async function start(wishes, handed, files, pipes, io, hearing) {
    if (wishes.command === undefined)
        return child_exit/* failed */.gz;
    const written = files.write(handed.files);
    if (!written.ok)
        return fail(written, io);
    const stdout = wayOf(wishes.masking, {
        isTerminal: io.stdout.isTTY === true,
        secrets: handed.masked.length,
    });
    const stderr = wayOf(wishes.masking, {
        isTerminal: io.stderr.isTTY === true,
        secrets: handed.masked.length,
    });
    const environment = { ...handed.variables, ...written.paths };
    const hidden = [...(stdout === 'masked' ? [io.stdout] : []), ...(stderr === 'masked' ? [io.stderr] : [])];
    if (hidden.some(({ isTTY }) => isTTY === true)) {
        Object.assign(environment, colours(environment));
        (0,cli_io/* say */.c)(io, 'exec', ['the output is masked, so the command sees a pipe where there is a terminal']);
    }
    const masks = createMasks(handed.masked, { key: io.random(keyLength), placeholder: wishes.placeholder });
    // A signal may have come while files were written. Node tells it at the end of a turn, so after the second turn at the
    // latest (libuv docs, "The I/O loop"); from here on the child hears it.
    await (0,promises_namespaceObject.setImmediate)();
    await (0,promises_namespaceObject.setImmediate)();
    const signal = interruptedBy(hearing);
    if (signal !== undefined)
        return signal;
    const launched = await launch({ command: wishes.command, environment, stdout, stderr, masks, pipes }, io, hearing);
    if (launched.said !== undefined)
        (0,cli_io/* say */.c)(io, 'exec', [launched.said]);
    return launched.exit;
}
/** The exit code for the signal that has ended us before there was a child. */
function interruptedBy(hearing) {
    const signal = hearing.first();
    return signal === undefined ? undefined : (0,child_exit/* signalCode */.S2)(signal, external_node_os_.constants.signals);
}
function fail({ exit, said }, io) {
    (0,cli_io/* say */.c)(io, 'exec', said);
    return exit;
}
function sayNameless(io, path, keys) {
    const what = keys === 1
        ? '1 key cannot be the name of a variable and is'
        : `${keys} keys cannot be names of variables and are`;
    (0,cli_io/* say */.c)(io, 'exec', [`${path}: ${what} left out; name it with \`#KEY=NAME\``]);
}
/** Makes the pipes that may be needed, while Vault is asked. */
async function preparePipes(wishes, io, files) {
    const wayOfStream = (isTerminal) => wayOf(wishes.masking, { isTerminal, secrets: 1 });
    const stdout = wayOfStream(io.stdout.isTTY === true);
    const stderr = wayOfStream(io.stderr.isTTY === true);
    const masked = [stdout, stderr].filter((way) => way === 'masked').length;
    if (masked === 0 || wishes.dryRun)
        return [];
    const names = ['out', 'err'].slice(0, goTogether({ stdout, stderr }) ? 1 : masked);
    try {
        const folder = files.folder();
        const made = await Promise.all(names.map((name) => makePipe(folder, `pipe-${name}`, io.env['PATH'])));
        return made.filter((pipe) => pipe !== undefined);
    }
    catch {
        // Nothing can be written here: Node's own serve.
        return [];
    }
}
/** Takes away what was there for the child alone. */
async function leave(files, gathered, io) {
    if (!files.remove())
        (0,cli_io/* say */.c)(io, 'exec', ['a file that was written for the command could not be removed']);
    if (gathered.ok && gathered.lease !== undefined && !(await gathered.lease.end()))
        (0,cli_io/* say */.c)(io, 'exec', ['Vault did not confirm that the leases were ended: they end with their time']);
}

;// CONCATENATED MODULE: ./build/js/cli/hearing.js
/** Hears signals from before the child is there until after its end. */

/** Listens. From now on no signal of the list ends the process by itself. */
function listen() {
    const controller = new AbortController();
    let first;
    const hurry = new AbortController();
    let hurriedBy;
    let listener;
    const over = () => {
        listener = (signal) => {
            if (!ends(signal))
                return;
            hurriedBy ??= signal;
            hurry.abort();
        };
    };
    for (const signal of heard) {
        process.on(signal, () => {
            if (listener !== undefined)
                return listener(signal);
            if (!ends(signal))
                return;
            first ??= signal;
            controller.abort();
        });
    }
    return {
        interrupted: controller.signal,
        first: () => first,
        tell: (given) => {
            listener = given;
            return over;
        },
        over,
        hurried: hurry.signal,
        hurriedBy: () => hurriedBy,
    };
}

;// CONCATENATED MODULE: ./build/js/cli/mask.js


/** Bytes of this run's key: as many as the hash has (RFC 2104, section 3). */
const mask_keyLength = 32;
/** The exit code of a filter whose reader has gone: 128 and the number of SIGPIPE, as a shell tells it. */
const readerGone = 141;
/**
 * Gives the exit code: 0 when all of the input was written; 1 where a value is too short to be hidden (then nothing was
 * read) or a stream failed; 141 when the reader of the output has gone. Nothing that a stream or a value says is
 * printed.
 */
async function mask(io, secrets, options) {
    const short = mask_tooShort(secrets);
    if (short.length > 0) {
        io.stderr.write(`${tooShortLine(short)}\n`);
        return 1;
    }
    const masks = createMasks(secrets, { key: io.random(mask_keyLength), placeholder: options.placeholder });
    try {
        return (await maskInto(io.stdin, io.stdout, masks(), io.clock)) === 'input' ? 0 : readerGone;
    }
    catch {
        io.stderr.write('drawbridge: the input could not be read, or the output not written.\n');
        return 1;
    }
}
/** What is said of values under four bytes, by their names. The names are the user's own, from the command line. Pure. */
const tooShortLine = (names) => `drawbridge: too short to be hidden in a log (under 4 bytes): ${names.join(', ')}. ` +
    `What is no secret is named with :plain, such as ${names[0] ?? 'KEY'}:plain.`;

;// CONCATENATED MODULE: ./build/js/cli/mask-input.js
/** `drawbridge mask`: gathers secrets, and copies the input to the output without them. */










/** Runs the command. Gives the exit code. Nothing of the input is copied where a secret could not be found. */
async function maskInput(wishes, io, hearing) {
    const log = (0,cli_io/* logOf */.G)(io, 'mask');
    const gathered = await (0,gather/* gather */.kg)(wishes, wishes.asked, io, log, hearing.interrupted);
    const signal = hearing.first();
    if (signal !== undefined)
        return (0,child_exit/* signalCode */.S2)(signal, external_node_os_.constants.signals);
    if (!gathered.ok) {
        (0,cli_io/* say */.c)(io, 'mask', gathered.said);
        return gathered.exit;
    }
    const ours = wishes.variables.map((name) => ({
        name,
        origin: '--env',
        form: 'text',
        value: Object.hasOwn(io.env, name) ? io.env[name] : undefined,
    }));
    const { secrets, faults: ofValues } = secretsOf((0,sources/* withPlain */.hB)([...gathered.found, ...ours], wishes.plain));
    await gathered.lease?.end();
    const faults = [...gathered.absent.map(gather/* sayAbsent */.pG), ...ofValues];
    if (faults.length > 0) {
        (0,cli_io/* say */.c)(io, 'mask', faults);
        return child_exit/* failed */.gz;
    }
    const ear = endOn(hearing, io);
    const code = await mask(io, secrets, { placeholder: wishes.placeholder }).finally(ear.close);
    const ended = ear.ended();
    // What is cut short is no success.
    return code === 0 && ended !== undefined ? (0,child_exit/* signalCode */.S2)(ended, external_node_os_.constants.signals) : code;
}
/** What is to be hidden of some sources. Pure. */
function secretsOf(sources) {
    const secrets = [];
    const faults = [];
    for (const { name, origin, form, value } of sources) {
        const used = value === undefined ? undefined : (0,child_value/* decode */.D)(value, form);
        if (value === undefined)
            faults.push(`${name} is missing (${origin})`);
        else if (used === undefined)
            faults.push(`${name} (${origin}) is not base64`);
        else {
            const hidden = (0,child_value/* hiddenForms */.g)(value, used, form);
            const short = hidden.find(isTooShort);
            if (short !== undefined)
                faults.push(tooShort({ name, origin }, short.length));
            else
                secrets.push(...hidden.map((bytes) => ({ name, value: bytes })));
        }
    }
    return { secrets, faults };
}
/**
 * A key at the terminal ends who writes to us, and what it says last is still to be copied, so SIGINT and SIGQUIT are not
 * for us, unless nobody writes to us but the terminal. What asks us alone to end does: the input ends.
 */
function endOn(hearing, { stdin }) {
    const typed = 'isTTY' in stdin && stdin.isTTY === true;
    let by;
    const close = hearing.tell((signal) => {
        if (!ends(signal) || (!typed && byKey.has(signal)))
            return;
        by ??= signal;
        stdin.destroy();
    });
    return { close, ended: () => by };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./build/js/cli/options.js
/** Reads a command line by the table of options. Every fault names its option, the unknown ones the nearest too. */

/** Reads the arguments after the name of a command. `starts`: what stands after `--` is a command to start. */
async function readOptions(options, given, starts = false) {
    const at = given.indexOf('--');
    const table = options;
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...(at < 0 ? given : given.slice(0, at))],
        options: Object.fromEntries(Object.entries(table).map(([name, { value }]) => [
            name,
            {
                type: value === undefined ? 'boolean' : 'string',
                multiple: true,
                ...(name === 'help' && { short: 'h' }),
            },
        ])),
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const wrong = [];
    const read = new Map();
    for (const token of tokens) {
        if (token.kind === 'positional')
            wrong.push(starts
                ? 'put `--` before the command: a word stands between the options'
                : 'a word stands where only options do');
        if (token.kind !== 'option')
            continue;
        const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
        const fault = option === undefined
            ? await unknownOption(token.rawName, Object.keys(table))
            : faultOf(token.name, option, givenTo(token), read.has(token.name));
        if (fault !== undefined)
            wrong.push(fault);
        read.set(token.name, [...(read.get(token.name) ?? []), token.value ?? '']);
    }
    if (wrong.length > 0)
        return { ok: false, wrong: [...new Set(wrong)] };
    return {
        ok: true,
        one: (name) => read.get(name)?.[0] ?? table[name]?.choices?.[0],
        all: (name) => read.get(name) ?? [],
        is: (name) => read.has(name),
        command: at < 0 ? undefined : given.slice(at + 1),
    };
}
/** What follows an option is its value only if it is no option itself: `--secrets --dry-run` has forgotten one. */
const givenTo = ({ value, inlineValue }) => inlineValue !== true && value?.startsWith('--') ? undefined : value;
function faultOf(name, { value, choices, repeated }, given, again) {
    if (again && !repeated)
        return `--${name} is given twice`;
    if (value === undefined)
        return given === undefined ? undefined : `--${name} takes no value`;
    if (given === undefined || given === '')
        return `--${name} needs a value: ${choices?.join(', ') ?? value}`;
    return choices === undefined || choices.includes(given)
        ? undefined
        : `--${name} must be one of: ${choices.join(', ')}`;
}
/**
 * The nearest of some names, by the least letters to change; the library that counts them loads only then. Undefined where the
 * word shares less than half its letters with it: then it is no slip.
 */
async function nearest(word, names) {
    const { default: leven } = await __nccwpck_require__.e(/* import() */ 785).then(__nccwpck_require__.bind(__nccwpck_require__, 7785));
    const [near = ''] = names.toSorted((a, b) => leven(word, a) - leven(word, b));
    return leven(word, near) <= Math.ceil(word.length / 2) ? near : undefined;
}
/** What others take as options, and what it is here. A secret is none: all who list processes would see it. */
const elsewhere = {
    token: 'VAULT_TOKEN',
    'vault-token': 'VAULT_TOKEN',
    'role-id': 'VAULT_ROLE_ID',
    'vault-role-id': 'VAULT_ROLE_ID',
    'secret-id': 'VAULT_SECRET_ID',
    'vault-secret-id': 'VAULT_SECRET_ID',
    address: 'VAULT_ADDR or --vault-url',
    'vault-addr': 'VAULT_ADDR or --vault-url',
};
async function unknownOption(given, names) {
    // A mistyped option may hold what should not be shown.
    if (!/^-{1,2}[a-z][a-z0-9_-]{0,39}$/.test(given))
        return 'an option is not known';
    const word = given.replace(/^-+/, '').replaceAll('_', '-');
    const shown = given.includes('_') ? 'an option' : given;
    if (Object.hasOwn(elsewhere, word))
        return `${shown} is not known: set ${elsewhere[word]}`;
    const near = await nearest(word, names);
    return `${shown} is not known${near === undefined ? '' : `; the nearest is --${near}`}`;
}

;// CONCATENATED MODULE: ./build/js/cli/usage.js
/** Every command and option, as a table: it is what the command line is read by, and what `--help` prints. */
const values = {
    secrets: {
        value: 'path[#KEY,…]',
        repeated: true,
        help: 'a path in Vault, all its keys or some; a key is KEY[:base64|:plain][=NAME]; `path/**` takes what is below too',
    },
    'env-file': {
        value: 'file',
        repeated: true,
        help: 'variables from a `.env` file, where there is no Vault',
    },
};
const masking = {
    plain: { value: 'NAME,…', repeated: true, help: 'variables that hold no secret, and may be shown' },
    placeholder: {
        value: 'form',
        choices: ['hash', 'testflinger'],
        help: 'what stands where a secret would: `**<hash>**`, or the six digits of Testflinger',
    },
};
const vault = {
    'vault-url': { value: 'url', help: 'instead of VAULT_ADDR' },
    'vault-namespace': { value: 'name', help: 'instead of VAULT_NAMESPACE' },
    'vault-ca': { value: 'file', help: 'certificates in PEM form to trust, instead of VAULT_CACERT' },
    'vault-auth': {
        value: 'method',
        choices: ['found', 'token', 'approle', 'jwt'],
        help: 'how to log in; `found`: by the first of VAULT_TOKEN, VAULT_ROLE_ID, an ID token, ~/.vault-token',
    },
    'vault-mount': {
        value: 'path',
        help: 'where that log-in is mounted; default: VAULT_AUTH_PATH, else `jwt` or `approle`',
    },
    'vault-role': {
        value: 'name',
        help: 'the role for an ID token; default: VAULT_AUTH_ROLE, else that of the mount',
    },
    'vault-id-token': {
        value: 'VARIABLE',
        help: 'the variable that holds the ID token of GitLab; default: VAULT_ID_TOKEN',
    },
    'vault-audience': { value: 'text', help: 'the audience of the ID token that GitHub is asked for' },
    'vault-kv-version': {
        value: 'version',
        choices: ['probed', '1', '2'],
        help: 'the version of the secrets engine, where Vault does not say',
    },
};
/**
 * What a proof is verified by. All of it is said on the command line, which the CI file writes; none comes from variables,
 * which whoever starts a pipeline may be able to set.
 */
const verification = {
    'gitlab-url': { value: 'url', help: 'the GitLab that runs this job; it is asked what the job is' },
    'repository-id': { value: 'number', help: 'the GitHub repository whose requests are taken' },
    'owner-id': { value: 'number', help: 'the organisation that owns it' },
    workflow: {
        value: 'ref,…',
        repeated: true,
        help: 'workflows that are trusted: owner/repository/.github/workflows/name.yml@refs/heads/main',
    },
    environment: { value: 'name', help: 'the GitHub environment that the job must have had' },
    event: {
        value: 'name,…',
        repeated: true,
        help: 'events that are trusted; default: all whose workflow no pull request can change',
    },
    issuer: {
        value: 'url',
        help: 'who signs the proof; default: https://token.actions.githubusercontent.com',
    },
    covers: {
        value: 'NAME,…',
        repeated: true,
        help: 'further variables that were sent: the input `variables`',
    },
    'branch-variable': { value: 'NAME', help: 'the input of that name; default: GITHUB_ENGINE_BRANCH_NAME' },
    'tests-variable': { value: 'NAME', help: 'the input of that name; default: TESTS_TO_RUN' },
    'known-tests': { value: 'id,…', repeated: true, help: 'the tests that there are; another one is an error' },
    'all-label': { value: 'word', help: 'what means all tests; default: test-all' },
    organization: { value: 'name', help: 'who caused the run must still be a member; needs a token of GitHub' },
    'github-token-variable': {
        value: 'VARIABLE',
        help: 'the variable that holds it; default: DRAWBRIDGE_GITHUB_TOKEN',
    },
    'github-api-url': { value: 'url', help: 'default: https://api.github.com' },
    proxy: { value: 'url', help: 'for all of this; HTTPS_PROXY and the like are not looked at' },
    'ca-certificate': {
        value: 'file',
        help: 'certificates in PEM form to trust for all of this; NODE_EXTRA_CA_CERTS is not looked at',
    },
};
/** All of them. */
const verificationNames = Object.keys(verification);
const general = {
    help: { help: 'this page' },
};
/** The options of `drawbridge exec`. */
const execOptions = {
    ...values,
    file: {
        value: 'NAME[:base64][=path]',
        repeated: true,
        help: 'hand that variable over as a file, which is removed at the end; the variable holds its path',
    },
    missing: {
        value: 'what',
        choices: ['fail', 'empty', 'skip'],
        help: 'what becomes of a path, or a key asked for by name, that is not there',
    },
    existing: {
        value: 'what',
        choices: ['keep', 'overwrite', 'error'],
        help: 'what becomes of a variable that is set already',
    },
    'clean-env': { help: 'hand over only PATH, HOME, TERM, LANG and the like of the environment' },
    pass: {
        value: 'NAME,…',
        repeated: true,
        help: 'hand over these too, also with --clean-env; `PREFIX_*` for all that begin so',
    },
    mask: {
        value: 'when',
        choices: ['auto', 'always', 'never'],
        help: 'when to mask the output; `auto`: pipes and files, not a terminal',
    },
    ...masking,
    'dry-run': { help: 'say what the command would get, names and lengths, and start nothing' },
    json: { help: 'with --dry-run: for machines' },
    ...vault,
    verify: {
        help: 'verify the proof of the request first, by the options below; without one nothing is started',
    },
    ...verification,
    ...general,
};
/** The options of `drawbridge verify`. */
const verifyOptions = {
    ...verification,
    json: { help: 'the audit record and nothing else' },
    ...general,
};
/** The options of `drawbridge mask`. */
const maskOptions = {
    ...values,
    env: { value: 'NAME,…', repeated: true, help: 'variables of our own environment whose values are secrets' },
    ...masking,
    ...vault,
    ...general,
};
/** The options of `drawbridge doctor`. */
const doctorOptions = {
    'pull-request': { value: 'number', help: 'say whether it would cross, and who is in the way' },
    workflow: {
        value: 'file',
        help: 'the workflow whose step is looked at; default: the first that names a GitLab project',
    },
    repository: {
        value: 'owner/name',
        help: 'default: GITHUB_REPOSITORY, else that of the checkout one is in',
    },
    json: { help: 'for machines' },
    ...general,
};
/** The options of `drawbridge report`. */
const reportOptions = {
    verify: { help: 'verify the proof of the request first; there is no report without it' },
    ...verification,
    'github-url': { value: 'url', help: 'where the pages of GitHub are; default: https://github.com' },
    'status-context': { value: 'name', help: 'the input of that name; default: drawbridge' },
    'label-prefix': { value: 'text', help: 'the input of that name; default: test-' },
    'test-jobs': {
        value: 'id=name,…',
        repeated: true,
        help: "names of a test's jobs, `*` for any text, where they are not the usual ones; `none`: jobs show nothing of tests",
    },
    'gitlab-token-variable': {
        value: 'VARIABLE',
        help: 'the variable that holds a token of GitLab with `read_api`, to see `trigger:` jobs too',
    },
    'report-jobs': {
        value: 'name,…',
        repeated: true,
        help: 'all jobs of the pipeline that report, if there is more than this one: what became of them does not count',
    },
    'after-failure': {
        help: 'for a job with `when: on_failure`: GitLab has seen a failure, so a success is never told',
    },
    'deadline-minutes': { value: 'number', help: 'how long it is tried; default: 15' },
    secrets: {
        value: 'path#KEY',
        help: 'the token of GitHub, read from Vault, instead of --github-token-variable',
    },
    ...vault,
    ...general,
};
/** The options of `drawbridge init`. What each must be, src/init/questions.ts says. */
const initOptions = {
    event: {
        value: 'pull_request_target|workflow_run',
        help: 'how a pull request gets in: one file and an Actions policy, or two files and none',
    },
    repository: { value: 'owner/name', help: 'the public repository on GitHub' },
    'repository-id': { value: 'number', help: 'its number' },
    'owner-id': { value: 'number', help: 'that of its owner' },
    'default-branch': { value: 'name', help: 'its default branch; default: main' },
    'action-commit': { value: 'sha', help: 'the commit of Drawbridge to use, all 40 digits' },
    'gitlab-url': { value: 'url', help: 'where GitLab is; default: https://gitlab.com' },
    'gitlab-project': { value: 'path', help: 'the private project with the tests' },
    'gitlab-project-id': { value: 'number', help: 'its number' },
    tests: { value: 'id,…', help: 'the tests; each is a label, and a job in GitLab' },
    image: { value: 'name', help: 'the image in which they run; it has git and drawbridge' },
    'vault-url': { value: 'url', help: 'where Vault is' },
    'token-in': {
        value: 'environment|vault',
        help: 'where the token for GitLab is kept; default: environment, a secret on GitHub',
    },
    folder: { value: 'path', help: 'where the files are written, a checkout of the repository; default: .' },
    force: { help: 'write over files that are there' },
    'dry-run': { help: 'say what would be written and what is left to do, and write nothing' },
    json: { help: 'for machines: the files with their texts, and the steps' },
    ...general,
};
/** What the doctor asks with. */
const doctorVariables = {
    GITHUB_TOKEN: 'a token of yours for GitHub, or GH_TOKEN; needed: `GITHUB_TOKEN=$(gh auth token)`',
    GITLAB_TOKEN: 'that of the action for GitLab; without it GitLab is not asked',
    MEMBERSHIP_TOKEN: 'that for the members of the organisation; without it these are not asked for. Where the workflow gives a secret another name, that name',
};
/** All commands. */
const commands = {
    exec: {
        usage: 'drawbridge exec [options] -- command [argument…]',
        what: 'Starts a command with secrets from Vault, and masks them in its output.',
        options: execOptions,
    },
    mask: {
        usage: 'command | drawbridge mask [options]',
        what: 'Copies its input to its output, with secrets masked.',
        options: maskOptions,
    },
    verify: {
        usage: 'drawbridge verify [options]',
        what: 'Verifies in a job of GitLab that its pipeline was asked for by the trusted workflow on GitHub, and for what.',
        options: verifyOptions,
    },
    report: {
        usage: 'drawbridge report --verify [options]',
        what: 'Sets the commit status on GitHub from a job of GitLab, by what came of the other jobs of its pipeline.',
        options: reportOptions,
    },
    doctor: {
        usage: 'drawbridge doctor [options]',
        what: 'Looks at the set-up on GitHub, GitLab and Vault, changes nothing, and says what is wrong and what to do.',
        options: doctorOptions,
        variables: doctorVariables,
    },
    init: {
        usage: 'drawbridge init [options]',
        what: 'Writes the workflow, the file for GitLab and the roles for Vault, and says what is left to do; asks in a terminal.',
        options: initOptions,
    },
};
/** Whether a word is the name of a command. */
const isCommand = (word) => Object.hasOwn(commands, word);
/** The page that `drawbridge --help` prints. */
function overview() {
    const all = Object.values(commands).map(({ usage, what }) => `  ${usage}\n      ${what}`);
    return `${['Usage:', ...all, '', '`--help` after a command tells its options; `--version` the version.'].join('\n')}\n`;
}
/** The page that `drawbridge <command> --help` prints. */
function helpOf(name) {
    const { usage, what, options, variables } = commands[name];
    const rows = Object.entries(options).flatMap(([option, { value, choices, help, repeated }]) => [
        `  --${option}${value === undefined ? '' : ` ${choices?.join('|') ?? value}`}${repeated ? ' …' : ''}`,
        `      ${help}${choices === undefined ? '' : ` (default: ${choices[0]})`}`,
    ]);
    const taken = Object.entries(variables ?? {}).flatMap(([variable, help]) => [
        `  ${variable}`,
        `      ${help}`,
    ]);
    const environment = taken.length === 0 ? [] : ['', 'Environment:', '', ...taken];
    return `${[`Usage: ${usage}`, what, '', ...rows, ...environment].join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build/js/cli/version.js
/** The version that `--version` tells; a test holds it against package.json. */
const version = '0.1.0';

// EXTERNAL MODULE: ./build/js/child/spec.js
var spec = __nccwpck_require__(4816);
// EXTERNAL MODULE: ./build/js/cli/verify-wishes.js
var verify_wishes = __nccwpck_require__(520);
;// CONCATENATED MODULE: ./build/js/cli/wishes.js





/** Collects what is wrong with options that hold something to parse. */
function parser() {
    const wrong = [];
    const parse = (option, texts, read) => texts.flatMap((text, at) => {
        const parsed = read(text);
        if (parsed.ok)
            return [parsed.value];
        wrong.push(`--${option}${texts.length > 1 ? ` (the ${at + 1}.)` : ''} ${parsed.wrong}`);
        return [];
    });
    return { wrong, parse };
}
/** The default is the first, which `one` gives where the option is not there. */
const choiceOf = (choices, given) => choices.find((choice) => choice === given) ?? choices[0];
const wishes_placeholders = ['hash', 'testflinger'];
/** Reads the options of `exec`. */
function execWishes(given) {
    const { wrong, parse } = parser();
    const asked = parse('secrets', given.all('secrets'), spec/* parseSecrets */.dC);
    const files = parse('file', given.all('file'), spec/* parseFile */.CJ);
    const pass = parse('pass', given.all('pass'), (text) => (0,spec/* parseNames */.Gw)(text, true)).flat();
    const plain = parse('plain', given.all('plain'), (text) => (0,spec/* parseNames */.Gw)(text, false)).flat();
    const twice = files.find(({ name }, at) => files.findIndex((one) => one.name === name) !== at);
    if (twice !== undefined)
        wrong.push(`--file names ${twice.name} twice`);
    const [first, ...rest] = given.command ?? [];
    const command = first === undefined || first === '' ? undefined : [first, ...rest];
    const dryRun = given.is('dry-run');
    // Node has put U+FFFD where an argument is no UTF-8: another file would be meant than the user means.
    if (given.command?.some((argument) => argument.includes('\uFFFD')))
        wrong.push('the command has an argument that is not UTF-8, and would not get it as it is');
    if (command === undefined && !dryRun)
        wrong.push('there is no command: it stands after `--`');
    const verify = given.is('verify') ? (0,verify_wishes/* verifyWishes */.r)(given) : undefined;
    if (verify?.ok === false)
        wrong.push(...verify.wrong);
    // Else one who forgets the switch would believe that it was verified.
    if (verify === undefined)
        for (const name of verificationNames)
            if (given.all(name).length > 0)
                wrong.push(`--${name} belongs to --verify`);
    if (given.is('json') && !dryRun)
        wrong.push('--json belongs to --dry-run');
    if (wrong.length > 0)
        return { ok: false, wrong };
    return {
        ok: true,
        value: {
            asked,
            files,
            envFiles: given.all('env-file'),
            ...(0,gather/* loginOptions */.sB)(given.one),
            missing: choiceOf(['fail', 'empty', 'skip'], given.one('missing')),
            existing: choiceOf(['keep', 'overwrite', 'error'], given.one('existing')),
            clean: given.is('clean-env'),
            pass,
            masking: choiceOf(maskings, given.one('mask')),
            placeholder: choiceOf(wishes_placeholders, given.one('placeholder')),
            plain,
            dryRun,
            json: given.is('json'),
            command,
            verify: verify?.ok ? verify.value : undefined,
        },
    };
}
/** Reads the options of `mask`. */
function maskWishes(given) {
    const { wrong, parse } = parser();
    const asked = parse('secrets', given.all('secrets'), spec/* parseSecrets */.dC);
    const variables = parse('env', given.all('env'), (text) => (0,spec/* parseNames */.Gw)(text, false)).flat();
    const plain = parse('plain', given.all('plain'), (text) => (0,spec/* parseNames */.Gw)(text, false)).flat();
    const envFiles = given.all('env-file');
    if (given.command !== undefined)
        wrong.push('takes no command: it copies its input; `drawbridge exec` starts one');
    if (asked.length + variables.length + envFiles.length === 0 && wrong.length === 0)
        wrong.push('there is nothing to mask: give --secrets, --env-file or --env');
    if (wrong.length > 0)
        return { ok: false, wrong };
    const placeholder = choiceOf(wishes_placeholders, given.one('placeholder'));
    return { ok: true, value: { asked, envFiles, ...(0,gather/* loginOptions */.sB)(given.one), variables, plain, placeholder } };
}
/** Reads the options of `doctor`. */
function doctorWishes(given) {
    const [pullRequest, repository] = [given.one('pull-request'), given.one('repository')];
    const wrong = [
        ...(pullRequest !== undefined && !/^[1-9]\d{0,9}$/.test(pullRequest)
            ? ['--pull-request must be the number of a pull request']
            : []),
        ...(repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository)
            ? ['--repository must be owner/name']
            : []),
        ...(given.command !== undefined ? ['takes no command'] : []),
    ];
    if (wrong.length > 0)
        return { ok: false, wrong };
    return {
        ok: true,
        value: { pullRequest, repository, workflow: given.one('workflow'), json: given.is('json') },
    };
}

;// CONCATENATED MODULE: ./build/js/cli/main.js
/** The entry of the command line: picks the command, and ends with its exit code. */












/** From the first moment on, so that no signal ends us between a log-in and its end. */
const hearing = listen();
async function main(args, io) {
    const [word, ...rest] = args;
    if (word === undefined) {
        io.stderr.write(overview());
        return child_exit/* wrongUsage */.xY;
    }
    if (word === '--help' || word === '-h' || word === 'help') {
        io.stdout.write(overview());
        return 0;
    }
    if (word === '--version') {
        io.stdout.write(`${version}\n`);
        return 0;
    }
    if (!isCommand(word)) {
        const shown = /^[a-z][a-z-]{0,29}$/.test(word) ? `\`${word}\` is` : 'that is';
        const near = await nearest(word, Object.keys(commands));
        const hint = near === undefined ? `there are ${Object.keys(commands).join(', ')}` : `the nearest is \`${near}\``;
        io.stderr.write(`drawbridge: ${shown} no command; ${hint}\n`);
        return child_exit/* wrongUsage */.xY;
    }
    // Node itself would print the environment of what it starts (Node docs, "Command-line API", NODE_DEBUG).
    if ((io.env['NODE_DEBUG'] ?? '') !== '') {
        (0,cli_io/* say */.c)(io, word, [
            'NODE_DEBUG is set, and would print secrets: set it for the command alone, with `-- env NODE_DEBUG=…`',
        ]);
        return child_exit/* failed */.gz;
    }
    return runs[word](rest, io);
}
async function runVerify(args, io) {
    const given = await readOptions(verifyOptions, args);
    if (!given.ok)
        return misused('verify', given.wrong, io);
    if (given.is('help'))
        return help('verify', io);
    const { verifyCommand } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 520));
    const wishes = verifyCommand(given);
    if (!wishes.ok)
        return misused('verify', wishes.wrong, io);
    const { verify } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(395), __nccwpck_require__.e(133), __nccwpck_require__.e(31)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3031));
    return verify(wishes.value, io, hearing);
}
async function runReport(args, io) {
    const given = await readOptions(reportOptions, args);
    if (!given.ok)
        return misused('report', given.wrong, io);
    if (given.is('help'))
        return help('report', io);
    const { reportWishes } = await __nccwpck_require__.e(/* import() */ 141).then(__nccwpck_require__.bind(__nccwpck_require__, 1141));
    const wishes = reportWishes(given);
    if (!wishes.ok)
        return misused('report', wishes.wrong, io);
    // GitHub's SDK comes with it.
    const { report } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(413), __nccwpck_require__.e(395), __nccwpck_require__.e(133), __nccwpck_require__.e(651), __nccwpck_require__.e(604)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6604));
    return report(wishes.value, io, hearing);
}
const runs = {
    exec: runExec,
    mask: runMask,
    verify: runVerify,
    report: runReport,
    doctor: runDoctor,
    init: runInit,
};
async function runInit(args, io) {
    const given = await readOptions(initOptions, args);
    if (!given.ok)
        return misused('init', given.wrong, io);
    if (given.is('help'))
        return help('init', io);
    const { initWishes } = await __nccwpck_require__.e(/* import() */ 509).then(__nccwpck_require__.bind(__nccwpck_require__, 4509));
    const wishes = initWishes(given);
    if (!wishes.ok)
        return misused('init', wishes.wrong, io);
    const { init } = await __nccwpck_require__.e(/* import() */ 617).then(__nccwpck_require__.bind(__nccwpck_require__, 9617));
    return init(wishes.value, io, hearing);
}
async function runExec(args, io) {
    const given = await readOptions(execOptions, args, true);
    if (!given.ok)
        return misused('exec', given.wrong, io);
    if (given.is('help'))
        return help('exec', io);
    const wishes = execWishes(given);
    return wishes.ok ? exec(wishes.value, io, hearing) : misused('exec', wishes.wrong, io);
}
async function runMask(args, io) {
    const given = await readOptions(maskOptions, args);
    if (!given.ok)
        return misused('mask', given.wrong, io);
    if (given.is('help'))
        return help('mask', io);
    const wishes = maskWishes(given);
    return wishes.ok ? maskInput(wishes.value, io, hearing) : misused('mask', wishes.wrong, io);
}
async function runDoctor(args, io) {
    const given = await readOptions(doctorOptions, args);
    if (!given.ok)
        return misused('doctor', given.wrong, io);
    if (given.is('help'))
        return help('doctor', io);
    const wishes = doctorWishes(given);
    if (!wishes.ok)
        return misused('doctor', wishes.wrong, io);
    // It brings the clients of GitHub and GitLab, which no other command needs.
    const { doctor } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(413), __nccwpck_require__.e(470), __nccwpck_require__.e(640), __nccwpck_require__.e(395), __nccwpck_require__.e(651), __nccwpck_require__.e(323), __nccwpck_require__.e(225)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6051));
    return doctor(wishes.value, io, hearing);
}
function help(name, io) {
    io.stdout.write(helpOf(name));
    return 0;
}
function misused(name, wrong, io) {
    (0,cli_io/* say */.c)(io, name, [...wrong, `\`drawbridge ${name} --help\` tells the options`]);
    return child_exit/* wrongUsage */.xY;
}
/**
 * Ends with a fault of our own. Its message could hold anything, so only its kind and the places of our code are told; what
 * was written for a child goes when the process does.
 */
function giveUp(error) {
    const { name, stack = '' } = error instanceof Error ? error : new Error();
    const places = stack.split('\n').filter((line) => /^ {4}at /.test(line));
    const lines = [`drawbridge: a fault of our own (${name}); please report it with these lines`, ...places];
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exit(child_exit/* failed */.gz);
}
process.on('uncaughtException', giveUp);
// A report of Node's, which NODE_OPTIONS can ask for, would hold our environment (Node docs, "Diagnostic report").
process.report.excludeEnv = true;
/** Whether something that was to be printed was not. Who reads our output may go before we do: that is no failure. */
let unwritten = false;
process.stderr.on('error', () => { });
process.stdout.on('error', (error) => {
    unwritten ||= error.code !== 'EPIPE';
});
const { env, stdin, stdout, stderr } = process;
main(process.argv.slice(2), { env, stdin, stdout, stderr, clock: clock/* systemClock */.m, random: external_node_crypto_.randomBytes }).then((code) => {
    const end = () => {
        const signal = hearing.hurriedBy();
        if (code !== 0)
            process.exit(code);
        process.exit(signal !== undefined ? (0,child_exit/* signalCode */.S2)(signal, external_node_os_.constants.signals) : unwritten ? child_exit/* failed */.gz : 0);
    };
    hearing.over();
    // Once everything is written, or nobody wants to wait for that: a kept connection would hold the process.
    stderr.write('', () => stdout.write('', end));
    void (0,clock/* whenAborted */.e)(hearing.hurried).then(end);
}, giveUp);

