export const id = 225;
export const ids = [225];
export const modules = {

/***/ 5407:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

var map = {
	"./BurstyRateLimiter": [
		5860
	],
	"./BurstyRateLimiter.js": [
		5860
	],
	"./ExpressBruteFlexible": [
		3966,
		966
	],
	"./ExpressBruteFlexible.js": [
		3966,
		966
	],
	"./RLWrapperBlackAndWhite": [
		7383
	],
	"./RLWrapperBlackAndWhite.js": [
		7383
	],
	"./RLWrapperTimeouts": [
		4016
	],
	"./RLWrapperTimeouts.js": [
		4016
	],
	"./RateLimiterAbstract": [
		8569
	],
	"./RateLimiterAbstract.js": [
		8569
	],
	"./RateLimiterCluster": [
		565
	],
	"./RateLimiterCluster.js": [
		565
	],
	"./RateLimiterDrizzle": [
		673
	],
	"./RateLimiterDrizzle.js": [
		673
	],
	"./RateLimiterDrizzleNonAtomic": [
		5347
	],
	"./RateLimiterDrizzleNonAtomic.js": [
		5347
	],
	"./RateLimiterDynamo": [
		2309
	],
	"./RateLimiterDynamo.js": [
		2309
	],
	"./RateLimiterEtcd": [
		6481
	],
	"./RateLimiterEtcd.js": [
		6481
	],
	"./RateLimiterEtcdNonAtomic": [
		5299
	],
	"./RateLimiterEtcdNonAtomic.js": [
		5299
	],
	"./RateLimiterInsuredAbstract": [
		3847
	],
	"./RateLimiterInsuredAbstract.js": [
		3847
	],
	"./RateLimiterMemcache": [
		3250
	],
	"./RateLimiterMemcache.js": [
		3250
	],
	"./RateLimiterMemory": [
		4544
	],
	"./RateLimiterMemory.js": [
		4544
	],
	"./RateLimiterMongo": [
		8439
	],
	"./RateLimiterMongo.js": [
		8439
	],
	"./RateLimiterMySQL": [
		7793
	],
	"./RateLimiterMySQL.js": [
		7793
	],
	"./RateLimiterPostgres": [
		3740
	],
	"./RateLimiterPostgres.js": [
		3740
	],
	"./RateLimiterPrisma": [
		6323
	],
	"./RateLimiterPrisma.js": [
		6323
	],
	"./RateLimiterQueue": [
		2860
	],
	"./RateLimiterQueue.js": [
		2860
	],
	"./RateLimiterRedis": [
		4336
	],
	"./RateLimiterRedis.js": [
		4336
	],
	"./RateLimiterRes": [
		449
	],
	"./RateLimiterRes.js": [
		449
	],
	"./RateLimiterSQLite": [
		3283
	],
	"./RateLimiterSQLite.js": [
		3283
	],
	"./RateLimiterStoreAbstract": [
		5140
	],
	"./RateLimiterStoreAbstract.js": [
		5140
	],
	"./RateLimiterUnion": [
		244
	],
	"./RateLimiterUnion.js": [
		244
	],
	"./RateLimiterValkey": [
		2193
	],
	"./RateLimiterValkey.js": [
		2193
	],
	"./RateLimiterValkeyGlide": [
		3756
	],
	"./RateLimiterValkeyGlide.js": [
		3756
	],
	"./component/BlockedKeys": [
		8830
	],
	"./component/BlockedKeys/": [
		8830
	],
	"./component/BlockedKeys/BlockedKeys": [
		5202
	],
	"./component/BlockedKeys/BlockedKeys.js": [
		5202
	],
	"./component/BlockedKeys/index": [
		8830
	],
	"./component/BlockedKeys/index.js": [
		8830
	],
	"./component/MemoryStorage": [
		8178,
		178
	],
	"./component/MemoryStorage/": [
		8178,
		178
	],
	"./component/MemoryStorage/MemoryStorage": [
		1534
	],
	"./component/MemoryStorage/MemoryStorage.js": [
		1534
	],
	"./component/MemoryStorage/Record": [
		749
	],
	"./component/MemoryStorage/Record.js": [
		749
	],
	"./component/MemoryStorage/index": [
		8178,
		178
	],
	"./component/MemoryStorage/index.js": [
		8178,
		178
	],
	"./component/RateLimiterEtcdTransactionFailedError": [
		3184
	],
	"./component/RateLimiterEtcdTransactionFailedError.js": [
		3184
	],
	"./component/RateLimiterQueueError": [
		7948
	],
	"./component/RateLimiterQueueError.js": [
		7948
	],
	"./component/RateLimiterSetupError": [
		2922
	],
	"./component/RateLimiterSetupError.js": [
		2922
	],
	"./constants": [
		3880,
		880
	],
	"./constants.js": [
		3880,
		880
	]
};
function webpackAsyncContext(req) {
	if(!__webpack_require__.o(map, req)) {
		return Promise.resolve().then(() => {
			var e = new Error("Cannot find module '" + req + "'");
			e.code = 'MODULE_NOT_FOUND';
			throw e;
		});
	}

	var ids = map[req], id = ids[0];
	return Promise.all(ids.slice(1).map(__webpack_require__.e)).then(() => {
		return __webpack_require__.t(id, 7 | 16);
	});
}
webpackAsyncContext.keys = () => (Object.keys(map));
webpackAsyncContext.id = 5407;
module.exports = webpackAsyncContext;

/***/ }),

/***/ 6051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

;// CONCATENATED MODULE: ./build/js/action/input-names.js
/** Names of all inputs; a test holds them against action.yml. */
const inputNames = [
    'mode',
    'github-token',
    'membership-token',
    'organization',
    'teams',
    'trusted-bots',
    'approvals',
    'who-may-run',
    'duplicate-token',
    'pull-request',
    'drafts',
    'label-prefix',
    'tests',
    'test-jobs',
    'paths',
    'default-tests',
    'all-label',
    'require-all',
    'settle-seconds',
    'gitlab-url',
    'gitlab-project',
    'gitlab-ref',
    'twin-branches',
    'gitlab-trigger-token',
    'gitlab-token',
    'gitlab-creators',
    'vault-url',
    'vault-namespace',
    'vault-auth',
    'vault-mount',
    'vault-role',
    'vault-audience',
    'vault-role-id',
    'vault-secret-id',
    'vault-token',
    'vault-secrets',
    'vault-kv-version',
    'pass-as',
    'proof',
    'variables',
    'branch-variable',
    'tests-variable',
    'wait',
    'supersede',
    'disclose',
    'link',
    'comment',
    'audit-file',
    'timeout-minutes',
    'error-budget-minutes',
    'on-blocked',
    'on-rerun',
    'status-context',
    'ca-certificate',
];
/**
 * Faults for the inputs that are unknown, each with the nearest name: a mistyped `team:` would open the gate to everybody
 * in the organisation. `env` are the runner's variables, in which each input is `INPUT_<NAME>` (GitHub docs, "Metadata
 * syntax", inputs). The library that measures distances loads only where there is one to measure.
 */
async function unknownInputs(env) {
    return unknownNames(Object.keys(env).flatMap((name) => /^INPUT_(.+)$/.exec(name)?.[1]?.toLowerCase() ?? []));
}
/** The same for names as a workflow file has them, in small letters. */
async function unknownNames(given) {
    const unknown = given.filter((name) => !inputNames.includes(name));
    if (unknown.length === 0)
        return [];
    const { default: leven } = await __webpack_require__.e(/* import() */ 785).then(__webpack_require__.bind(__webpack_require__, 7785));
    return unknown.map((name) => {
        const [nearest = ''] = inputNames.toSorted((a, b) => leven(name, a) - leven(name, b));
        // The name is the maintainer's own; one with other characters is not repeated.
        const input = /^[a-z0-9_-]{1,60}$/.test(name) ? name : 'an input';
        return { input, wrong: `is no input of this action; the nearest is \`${nearest}\`` };
    });
}

// EXTERNAL MODULE: ./build/js/facts/alphabet.js
var alphabet = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/js/report/claim.js
var claim = __webpack_require__(9841);
// EXTERNAL MODULE: ./build/js/request/request.js
var request = __webpack_require__(2717);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/action/certificates.js
/** Reads certificates in PEM form: those in a text, whatever stands around them. */

/** One block, and what its label says that it is (RFC 7468, section 3). */
const block = /-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/g;
const begins = /-----BEGIN CERTIFICATE-----/g;
/**
 * The certificates of an input, without the text around them, which RFC 7468 (section 2) allows and which tools write.
 * Undefined when it is not set. A fault where one is cut off or none, or where a key is among them.
 */
function readCertificates(reader, name) {
    const text = reader.text(name);
    if (text === undefined)
        return undefined;
    const blocks = [...text.matchAll(block)].map(([pem, label = '']) => ({ pem, label }));
    const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ pem }) => pem);
    if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text))
        reader.fault(name, 'must not hold a private key: the runner shows this input in the log. Replace that key');
    const wrong = certificates.findIndex((pem) => !isCertificate(pem));
    if (wrong >= 0)
        reader.fault(name, `the certificate number ${wrong + 1} in it cannot be read: is it cut off?`);
    const begun = text.match(begins)?.length ?? 0;
    if (begun > certificates.length)
        reader.fault(name, 'a certificate in it has no end: is it cut off?');
    if (begun === 0)
        reader.fault(name, 'must be one or more certificates in PEM form, from `-----BEGIN CERTIFICATE-----` on');
    return certificates.join('\n');
}
function isCertificate(pem) {
    try {
        return new external_node_crypto_.X509Certificate(pem).raw.length > 0;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/js/facts/shown.js
var shown = __webpack_require__(6527);
;// CONCATENATED MODULE: ./build/js/request/reserved.js
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
function isReserved(name) {
    const upper = name.toUpperCase();
    return (reservedNames.includes(upper) ||
        upper.endsWith('_PROXY') ||
        reservedPrefixes.some((prefix) => upper.startsWith(prefix)));
}

// EXTERNAL MODULE: ./build/js/net/url.js
var net_url = __webpack_require__(8551);
;// CONCATENATED MODULE: ./build/js/action/address.js
/** Reads the address of a server. */

/** An https address without user, query or fragment, http on loopback only; without the slash at its end. */
function readServerUrl(reader, name, { why, slip }) {
    const text = reader.required(name, why);
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const fits = url !== undefined &&
        (url.protocol === 'https:' || (url.protocol === 'http:' && (0,net_url/* isLoopback */.U)(url.hostname))) &&
        url.username === '' &&
        url.password === '' &&
        url.search === '' &&
        url.hash === '';
    if (text !== '' && !fits) {
        const shape = 'must be an https URL without user, query or fragment (http only on loopback)';
        reader.fault(name, /^[\w-]+(?:\.[\w-]+)+(?:[:/].*)?$/.test(text) ? 'must begin with `https://`' : shape);
    }
    else if (url) {
        const wrong = slip(url);
        if (wrong !== undefined)
            reader.fault(name, wrong);
    }
    return text.replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./build/js/action/maps.js
const mapShape = 'a YAML map, one `name: value` on each line';
/** To YAML `!x` is a tag and `*x` an alias, and their texts are lost. */
const quoting = 'put quotes around what begins with `*` or `!`';
/**
 * Reads an input that is a YAML map of single values; a list as value counts as its items with commas between.
 * Undefined when the input is not set.
 */
async function readMap(reader, name) {
    const entries = await readLists(reader, name);
    return entries && joined(entries);
}
/**
 * Reads an input that is a YAML map of single values and lists. `shape` says what the input must be. Undefined when the
 * input is not set.
 */
async function readLists(reader, name, shape = mapShape) {
    const source = reader.text(name);
    if (source === undefined)
        return undefined;
    const read = await readYaml(source);
    if (read.kind === 'map')
        return mapOf(reader, name, read.entries);
    reader.fault(name, `must be ${shape}`);
    return new Map();
}
/**
 * Reads an input that is a YAML map of single values, or a list of names that are their own value: a YAML list, or names
 * between commas or line ends. `isList` tells a list from a map. Undefined when the input is not set.
 */
async function readMapOrList(reader, name) {
    const source = reader.text(name);
    if (source === undefined)
        return undefined;
    const read = await readYaml(source);
    switch (read.kind) {
        case 'map':
            return { map: joined(mapOf(reader, name, read.entries)), isList: false };
        case 'list':
            return { map: ownValues(reader, name, read.items), isList: true };
        case 'text': {
            const items = source.split(/[,\n]/).map((item) => item.trim());
            const named = items.filter((item) => item !== '');
            return { map: ownValues(reader, name, named), isList: true };
        }
        case 'wrong':
            reader.fault(name, `must be ${mapShape}, or a list of names`);
            return { map: new Map(), isList: false };
    }
}
/** The parser is loaded only when there is something to parse, so that the usual run starts faster. */
async function readYaml(source) {
    const { parseDocument, isAlias, isMap, isScalar, isSeq } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const textOf = (node) => isScalar(node) ? String(node.value ?? '') : undefined;
    const { errors, contents } = parseDocument(source, {
        ...{ version: '1.2', schema: 'failsafe', prettyErrors: false },
    });
    if (errors.length > 0)
        return { kind: 'wrong' };
    if (isScalar(contents))
        return { kind: 'text' };
    if (isSeq(contents))
        return { kind: 'list', items: contents.items.map(textOf) };
    if (!isMap(contents))
        return { kind: 'wrong' };
    const isUnquoted = (node) => isAlias(node) || (isScalar(node) && node.tag !== undefined);
    const entries = contents.items.map(({ key, value }) => {
        const name = textOf(key);
        const nodes = isSeq(value) ? value.items : [value];
        if (nodes.some(isUnquoted))
            return 'unquoted';
        const items = nodes.map(textOf).filter((item) => item !== undefined);
        if (name === undefined || name === '' || items.length < nodes.length)
            return 'wrong';
        return [name, isSeq(value) ? items : (items[0] ?? '')];
    });
    return { kind: 'map', entries };
}
function mapOf(reader, name, entries) {
    const wrong = entries.findIndex((entry) => typeof entry === 'string');
    if (wrong >= 0) {
        const why = entries[wrong] === 'unquoted' ? `: ${quoting}` : ' must be `name: value`';
        reader.fault(name, `entry ${wrong + 1}${why}`);
    }
    return new Map(entries.filter((entry) => typeof entry !== 'string'));
}
const joined = (entries) => new Map([...entries].map(([key, value]) => [key, [value].flat().join(',')]));
function ownValues(reader, name, items) {
    const wrong = items.findIndex((item) => item === undefined || item === '');
    if (wrong >= 0)
        reader.fault(name, `item ${wrong + 1} of the list must be a name`);
    if (items.length === 0)
        reader.fault(name, 'must name at least one');
    return new Map(items.flatMap((item) => (item ? [[item, item]] : [])));
}

;// CONCATENATED MODULE: ./build/js/action/read.js
/**
 * Reads single inputs and collects what is wrong with them, so that the maintainer sees all faults at once. Each
 * reader gives a harmless value for a faulty input; the caller throws everything away when there are faults.
 */
function createReader(get) {
    const faults = [];
    const fault = (input, wrong) => void faults.push({ input, wrong });
    const trimmed = (name) => get(name).trim();
    const text = (name) => trimmed(name) || undefined;
    /**
     * Whether an input is given, and empty, as an expression is that finds nothing. The runner hands over the empty text
     * also for one that is left out, unless it has a default: so those of which it matters have a blank for one in
     * action.yml (docs/facts/runner.md, "Inputs").
     */
    const isEmpty = (name) => get(name) === '';
    const matching = (name, pattern, shape) => {
        const value = text(name);
        if (value !== undefined && !pattern.test(value))
            fault(name, `${shape}; got ${value.length} characters that do not fit`);
        return value;
    };
    /** Items between commas or line ends, each trimmed; empty ones left out. */
    const list = (name, pattern, shape) => {
        const items = trimmed(name)
            .split(/[,\n]/)
            .map((item) => item.trim())
            .filter((item) => item !== '');
        const wrong = items.findIndex((item) => !pattern.test(item));
        if (wrong >= 0)
            fault(name, `${shape}; item ${wrong + 1} does not fit`);
        return items;
    };
    return {
        faults,
        fault,
        text,
        isEmpty,
        matching,
        list,
        required: (name, why) => {
            const value = text(name);
            if (value === undefined)
                fault(name, `is ${isEmpty(name) ? 'empty' : 'missing'}: ${why}`);
            return value ?? '';
        },
        choice: (name, choices) => {
            const value = trimmed(name);
            const chosen = choices.find((choice) => choice === value);
            if (chosen === undefined)
                fault(name, `must be one of: ${choices.join(', ')}`);
            return chosen ?? choices[0];
        },
        /** The spellings of YAML 1.2's core schema, as `core.getBooleanInput` takes them. */
        boolean: (name) => {
            const value = trimmed(name);
            if (!/^(true|True|TRUE|false|False|FALSE)$/.test(value))
                fault(name, 'must be true or false');
            return value.toLowerCase() === 'true';
        },
        /** A number within bounds, fractions allowed. */
        number: (name, unit, { least, most }) => {
            const value = trimmed(name);
            const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
            const fits = number >= least && number <= most;
            if (!fits)
                fault(name, `must be a number of ${unit} from ${least} to ${most}`);
            return fits ? number : least;
        },
        /** A positive number of minutes, fractions allowed, as milliseconds. */
        minutes: (name, most) => {
            const value = trimmed(name);
            const minutes = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
            if (!(minutes > 0 && minutes <= most))
                fault(name, `must be a number of minutes, more than 0 and at most ${most}`);
            return minutes * 60_000;
        },
    };
}
/**
 * A secret goes into a header or a body: no spaces or control characters, as a pasted line end would bring. One that is
 * given and empty is a fault: what stands in for it would be blamed for what it cannot do.
 */
function secret(reader, name) {
    if (reader.isEmpty(name))
        reader.fault(name, 'is empty: does the secret exist, and has the job its `environment:`?');
    return reader.matching(name, /^[\x21-\x7e]+$/, 'must be one word without spaces or line ends');
}

;// CONCATENATED MODULE: ./build/js/action/gitlab-inputs.js






/** How GitLab is reached. `fromVault`: the tokens that are there. */
function readGitLab(reader, need, fromVault) {
    const sourceOf = (name) => {
        const value = secret(reader, name);
        return value === undefined ? fromVault.tokens[name] : { from: 'input', value };
    };
    const triggerToken = sourceOf('gitlab-trigger-token');
    const token = sourceOf('gitlab-token');
    const isEmpty = reader.isEmpty('gitlab-token') || reader.isEmpty('gitlab-trigger-token');
    if (isEmpty || fromVault.isFaulty) {
        // Those are faults by themselves, and what is missing because of them is not.
    }
    else if (token === undefined && triggerToken === undefined) {
        reader.fault('gitlab-token', 'is missing: give an access token of the GitLab project with the scope `api`');
    }
    else if (token === undefined && need !== 'start') {
        const why = 'is missing: a trigger token alone can neither watch nor cancel';
        reader.fault('gitlab-token', `${why}; add an access token, or ${insteadOf[need]}`);
    }
    else if (token === undefined && reader.text('gitlab-ref') === undefined) {
        reader.fault('gitlab-ref', 'is missing: a trigger token alone cannot read the default branch; name the ref');
    }
    return {
        url: readServerUrl(reader, 'gitlab-url', {
            why: 'give the address of the server',
            slip: (url) => {
                const wrong = urlSlip(url, reader.text('gitlab-project'));
                return wrong === undefined ? undefined : `must be the address of the GitLab server alone: ${wrong}`;
            },
        }),
        project: readProject(reader),
        triggerToken,
        token,
        creators: reader.list('gitlab-creators', /^[1-9]\d{0,14}$/, 'must be ids of GitLab users').map(Number),
    };
}
/** What may be done in place of giving an access token. */
const insteadOf = {
    watch: 'set `wait: false` or `mode: trigger`',
    stop: 'leave events that stop (`closed`, `converted_to_draft`) and the sweep out of this workflow',
};
function readProject(reader) {
    const name = 'gitlab-project';
    const text = reader.text(name) ?? '';
    const slip = projectSlips.find(([pattern]) => pattern.test(text));
    if (slip) {
        reader.fault(name, `must be the path alone, as \`group/project\`: leave out ${slip[1]}`);
        return text;
    }
    const why = 'give the path (`group/project`) or the id of the GitLab project';
    return (reader.matching(name, projectName, 'must be `group/project` or a number') ?? reader.required(name, why));
}
/** What is copied along with a project's path. */
const projectSlips = [
    [/^[a-z+]+:\/\/|^git@/i, 'the address of the server'],
    [/\/-(?:\/|$)/, 'all from `/-/` on'],
    [/\.git$/i, 'the `.git` at its end'],
    [/^\/|\/$/, 'the `/` around it'],
];
/** Two or more segments, none of which begins with a dash or a dot (GitLab docs, "Rules for usernames, project and group names and slugs"). */
const projectName = /^(?:\d{1,18}|[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+)$/;
/** What is copied along with the address of a server, or is none. A server may have a path of its own. */
function urlSlip({ hostname, pathname }, project = '') {
    const path = pathname.toLowerCase().replace(/\/+$/, '');
    if (/(?:^|\.)github\.com$/.test(hostname))
        return 'this one is GitHub';
    if (/\/api(?:\/v\d+)?$/.test(path))
        return 'leave out `/api/v4`';
    const isOfProject = path.endsWith('.git') ||
        `${path}/`.includes('/-/') ||
        (project !== '' && path.endsWith(`/${project.toLowerCase()}`));
    if (isOfProject || (hostname === 'gitlab.com' && path !== ''))
        return 'leave out the path of the project, which is the input `gitlab-project`';
    return undefined;
}
/** What is asked for, and how long it is waited for. */
async function readPipeline(reader) {
    const names = readNames(reader);
    return {
        ref: {
            // GitLab shows a pipeline's ref by its short name alone.
            ref: reader
                .matching('gitlab-ref', alphabet/* safeRef */.xu, 'must be the name of a branch or tag')
                ?.replace(/^refs\/(?:heads|tags)\//, ''),
            twinPatterns: reader.list('twin-branches', /^[A-Za-z0-9._/*-]+$/, 'must be branch names, `*` for any text'),
        },
        passAs: reader.choice('pass-as', ['variables', 'inputs']),
        names,
        further: await readFurther(reader, Object.values(names)),
        limits: {
            timeoutMs: reader.minutes('timeout-minutes', 24 * 60),
            errorBudgetMs: reader.minutes('error-budget-minutes', 24 * 60),
            onBlocked: reader.choice('on-blocked', ['fail', 'wait']),
        },
        onRerun: reader.choice('on-rerun', ['retry-failed', 'new']),
    };
}
/** The two names that a maintainer may choose; each must be free, or one value would replace another. */
function readNames(reader) {
    const read = (input, usual) => {
        const name = reader.matching(input, alphabet/* variableName */.cG, 'must be the name of a variable') ?? usual;
        if (name !== usual && isReserved(name))
            reader.fault(input, 'must be a name that is not reserved');
        return name;
    };
    const branch = read('branch-variable', 'GITHUB_ENGINE_BRANCH_NAME');
    const tests = read('tests-variable', 'TESTS_TO_RUN');
    if (branch === tests)
        reader.fault('tests-variable', 'must be another name than `branch-variable`');
    return { branch, tests };
}
async function readFurther(reader, taken) {
    const further = (await readMap(reader, 'variables')) ?? new Map();
    for (const [name, value] of further) {
        if (!alphabet/* variableName */.cG.test(name))
            reader.fault('variables', `the name ${(0,shown/* shown */.SP)(name)} must be letters, digits and _`);
        else if (isReserved(name) || taken.includes(name))
            reader.fault('variables', `the name ${name} is reserved; choose another`);
        if (!alphabet/* safeValue */.pI.test(value))
            reader.fault('variables', `the value of ${(0,shown/* shown */.SP)(name)} must consist of letters, digits and . _ / , : @ # + = -`);
    }
    return Object.fromEntries(further);
}

;// CONCATENATED MODULE: ./build/js/action/mode.js
/** The modes that a workflow can name, in the order in which they are shown. */
const modes = [
    'run',
    'require-all',
    'cancel',
    'trigger',
    'sweep',
    'doctor',
];
/**
 * The mode of an event, where the workflow names none (`mode: auto`, docs/inputs.md, "Modes"). An event that is not understood
 * is one of `run`, which refuses it. Pure.
 */
function modeFor(event, rules) {
    switch (event.kind) {
        case 'pull-request':
            return ofPull(event, rules);
        case 'dispatch':
            return rules.pullRequest === undefined ? 'sweep' : 'run';
        case 'schedule':
            return 'sweep';
        case 'ref':
            return event.on === 'tag' || event.on === 'release' ? 'trigger' : 'run';
        // Live pull requests decide: what is closed or a draft is stopped there. A comment says it itself.
        case 'workflow-run':
        case 'comment':
        case 'unsupported':
            return 'run';
    }
}
function ofPull({ action }, { drafts }) {
    if (action === 'closed')
        return 'cancel';
    return action === 'converted_to_draft' && !drafts ? 'cancel' : 'run';
}

// EXTERNAL MODULE: ./build/js/proof/parts.js
var parts = __webpack_require__(3789);
// EXTERNAL MODULE: ./build/js/request/limits.js
var limits = __webpack_require__(174);
;// CONCATENATED MODULE: ./build/js/action/proof-input.js
/** Reads the input `proof`, and holds what is sent by pipeline inputs against what GitLab takes. */



/** The branch and the tests have names of the maintainer's. */
const ownNames = request/* alwaysSent */.av.length + 2;
/**
 * Whether requests are proven. A proof travels in pipeline inputs, which cannot be changed once they are sent, and is for
 * the project's numeric id, which a trigger token cannot read.
 */
function readProof(reader, { triggerToken }, { passAs, further }) {
    const proof = reader.boolean('proof');
    if (proof && passAs !== 'inputs')
        reader.fault('proof', 'needs `pass-as: inputs`: pipeline variables can be changed by others');
    if (proof && triggerToken !== undefined)
        reader.fault('proof', 'needs `gitlab-token` to start pipelines: leave `gitlab-trigger-token` out');
    if (passAs === 'inputs')
        holdAgainstLimits(reader, further, proof);
    return proof;
}
function holdAgainstLimits(reader, further, proof) {
    const most = limits/* mostInputs */.tp - ownNames - (proof ? parts/* partNames */.wX.length : 0);
    const values = Object.entries(further);
    if (values.length > most)
        reader.fault('variables', `has ${values.length} entries, and may have ${most}${proof ? ' with `proof: true`' : ''}: GitLab takes ${limits/* mostInputs */.tp} inputs, and the others are ours`);
    const long = values.findIndex(([, value]) => value.length > limits/* longestInput */.n_);
    if (long >= 0)
        reader.fault('variables', `the value of entry ${long + 1} is longer than the ${limits/* longestInput */.n_} characters that one input may have`);
}

;// CONCATENATED MODULE: ./build/js/action/test-jobs.js
/** Reads the input `test-jobs`: which jobs in GitLab are a test's. */


const test_jobs_name = 'test-jobs';
/** GitLab's own bound (docs/facts/gitlab.md, "Jobs"), and no control characters. */
const jobName = /^[^\p{Cc}]{1,255}$/u;
/** Not set: the usual names. Each fault says what is wrong; no value is repeated. */
async function readTestJobs(reader, selection) {
    if (reader.text(test_jobs_name) === 'none')
        return 'none';
    const shape = 'the word `none`, or a YAML map, one `test id: names of jobs` on each line';
    const rows = (await readLists(reader, test_jobs_name, shape)) ?? [];
    const table = new Map();
    for (const [test, value] of rows) {
        const entry = `entry ${table.size + 1}`;
        const wrong = wrongId(reader, test, selection);
        if (wrong !== undefined)
            reader.fault(test_jobs_name, `${entry} ${wrong}`);
        const names = namesIn(value);
        if (names.length === 0 || !names.every((job) => jobName.test(job)))
            reader.fault(test_jobs_name, `${entry} must have names of jobs, each of 1 to 255 characters`);
        table.set(test, names);
    }
    return table;
}
/** A name in a list may hold commas, as those of a matrix do: `unit: [linux, 24]`. */
const namesIn = (value) => (typeof value === 'string' ? value.split(',') : value).map((job) => job.trim());
/** An entry that no selected test can ever have would be left out in silence. */
function wrongId(reader, test, { tests, allLabel }) {
    if (!alphabet/* safeTestId */.v9.test(test))
        return 'must be for a test id: letters, digits and . _ / : @ # + = -';
    if (test === allLabel)
        return 'must be for a test id, and not for the one of `all-label`';
    const isListed = tests === undefined || [...tests.values()].includes(test);
    const isReadable = !reader.faults.some(({ input }) => input === 'tests');
    return isReadable && !isListed ? 'must be for a test id that `tests` lists' : undefined;
}

// EXTERNAL MODULE: ./build/js/facts/labels.js
var facts_labels = __webpack_require__(5127);
// EXTERNAL MODULE: ./build/js/facts/names.js
var facts_names = __webpack_require__(6866);
;// CONCATENATED MODULE: ./build/js/request/patterns.js
/**
 * Patterns of files, with the meaning that GitHub gives to a workflow's own `paths` (docs/facts/github.md, "Patterns of
 * files"). No library of globs has it: theirs take `?` for any one character, `+` for itself, and `**` for folders only.
 */
/** Reads one pattern. Texts that could never match, or of which the documentation says nothing, are refused. Pure. */
function parsePattern(text) {
    const negated = text.startsWith('!');
    const body = negated ? text.slice(1) : text;
    const wrong = faultOf(body);
    if (wrong !== undefined)
        return { fits: false, wrong };
    const steps = stepsOf(body);
    return typeof steps === 'string'
        ? { fits: false, wrong: steps }
        : { fits: true, pattern: { negated, steps } };
}
/** Whether a path is meant by patterns: the last one that matches decides. Pure. */
const isMeant = (patterns, path) => patterns.findLast(({ steps }) => isWhole(steps, path))?.negated === false;
function faultOf(body) {
    if (body === '')
        return 'is empty (quote a pattern that begins with `*`, `[` or `!`)';
    if (/\p{Cc}/u.test(body))
        return 'must be one line without control characters';
    if (/^\.?\//.test(body))
        return 'must begin at the root of the repository, without `/` or `./`';
    return body.endsWith('/') ? 'names a folder: write `folder/**` for the files in it' : undefined;
}
/** Stars, or one thing to take with how often: a set, a character that is escaped, or any other. */
const token = /\*\*\/|\*\*|\*|(?:\[([^\]]*)\]|\\([[\]?*+\\!])|([^[*?+]))([?+]?)/uy;
function stepsOf(body) {
    const steps = [];
    for (let at = 0; at < body.length;) {
        token.lastIndex = at;
        const [whole, set, escaped, plain, often = ''] = token.exec(body) ?? [];
        if (whole === undefined)
            return body[at] === '[' ? setShape : 'must have a character or `]` before each `?` and `+`';
        const one = escaped ?? plain;
        const chars = set === undefined ? one && new Set([one]) : charsOf(set);
        if (set !== undefined && chars === undefined)
            return setShape;
        // Whole folders or none: `**/a` is also `a` at the root. Inside a name it is any text and a slash.
        const folders = whole === '**/' && (at === 0 || body[at - 1] === '/');
        steps.push(...(chars ? taking(chars, often) : folders ? anyFolders : starred[whole]));
        at += whole.length;
    }
    return steps;
}
const setShape = 'must close each `[` by `]`, with only letters, digits and ranges of one kind between them';
/** The characters of a set; undefined where GitHub's page does not say what it would mean. */
function charsOf(set) {
    if (!/^(?:[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d|[A-Za-z0-9])+$/.test(set))
        return undefined;
    const chars = new Set();
    for (const [part] of set.matchAll(/.-.|./g)) {
        const [first = '', last = first] = part.split('-');
        if (first > last)
            return undefined;
        for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code += 1)
            chars.add(String.fromCharCode(code));
    }
    return chars;
}
const once = (takes) => ({ takes, loops: false, jumps: [] });
const anyOf = (takes) => ({ takes, loops: true, jumps: [1] });
function taking(chars, often) {
    if (often === '?')
        return [{ takes: chars, loops: false, jumps: [1] }];
    return often === '+' ? [once(chars), anyOf(chars)] : [once(chars)];
}
const slash = new Set(['/']);
const starred = {
    '*': [anyOf('within a folder')],
    '**': [anyOf('anything')],
    '**/': [anyOf('anything'), once(slash)],
};
/** A door before them, so that nothing but whole folders can be left out. */
const anyFolders = [{ takes: 'nothing', loops: false, jumps: [1, 3] }, ...starred['**/']];
/**
 * Whether the steps take the whole path. All ways are followed at once, character by character: names of files are
 * chosen by outsiders, and a regular expression with several stars can be kept busy by a name.
 */
function isWhole(steps, path) {
    let reached = withJumps(steps, [0]);
    for (const char of path) {
        const next = new Set();
        for (const at of reached) {
            const step = steps[at];
            if (step === undefined || !takes(step.takes, char))
                continue;
            next.add(step.loops ? at : at + 1);
        }
        reached = withJumps(steps, next);
    }
    return reached.has(steps.length);
}
/** What is reached without taking anything, too; a set may grow while it is walked through. */
function withJumps(steps, from) {
    const reached = new Set(from);
    for (const at of reached)
        for (const jump of steps[at]?.jumps ?? [])
            reached.add(at + jump);
    return reached;
}
function takes(taken, char) {
    if (typeof taken !== 'string')
        return taken.has(char);
    return taken === 'anything' || (taken === 'within a folder' && char !== '/');
}

;// CONCATENATED MODULE: ./build/js/action/paths-input.js
/** Reads the input `paths`: which files each test is about. */



const paths_input_name = 'paths';
/** Undefined when it is not set. `known`: the ids that there are; undefined where `tests` does not list them. */
async function readPaths(reader, known) {
    const rows = await readLists(reader, paths_input_name);
    if (rows === undefined)
        return undefined;
    const paths = new Map();
    let entry = 0;
    for (const [id, value] of rows) {
        entry += 1;
        const fault = (wrong) => reader.fault(paths_input_name, `entry ${entry}: ${wrong}`);
        if (!alphabet/* safeTestId */.v9.test(id))
            fault('test ids must consist of letters, digits and . _ / : @ # + = -');
        else if (known?.includes(id) === false)
            fault(`\`${id}\` is no test id: give one that \`tests\` lists, or the one of \`all-label\``);
        paths.set(id, readPatterns([value].flat(), fault));
    }
    // Else every pull request would be green with nothing tested.
    if (rows.size === 0)
        reader.fault(paths_input_name, 'must name at least one test, as `dns: [dns/**]`');
    return paths;
}
function readPatterns(texts, fault) {
    const patterns = [];
    for (const [index, text] of texts.entries()) {
        const parsed = parsePattern(text);
        if (parsed.fits)
            patterns.push(parsed.pattern);
        else
            fault(`pattern ${index + 1} ${parsed.wrong}`);
    }
    const wrong = patterns.length < texts.length;
    if (!wrong && patterns.every(({ negated }) => negated))
        fault('must have a pattern that does not begin with `!`');
    return patterns;
}

;// CONCATENATED MODULE: ./build/js/action/tests-inputs.js
/** The inputs about tests: which labels choose them, what no label means, and who may run which. */






const testId = { pattern: alphabet/* safeTestId */.v9, shape: 'must consist of letters, digits and . _ / : @ # + = -' };
/** How labels choose tests. */
async function readSelection(reader) {
    const prefix = reader.required('label-prefix', 'labels that begin with it choose tests');
    const allLabel = reader.matching('all-label', testId.pattern, testId.shape) ?? 'test-all';
    const tests = await readTests(reader, { prefix, allLabel });
    const known = idsOf(reader, tests);
    const paths = await readPaths(reader, known && [...known, allLabel]);
    return {
        ...{ prefix, tests, allLabel },
        defaultTests: readDefaultTests(reader, tests, allLabel),
        ...(paths && { paths }),
    };
}
/** Labels may have any characters that GitHub takes; only ids go on to GitLab. In a list a label is its own id. */
async function readTests(reader, rules) {
    const read = await readMapOrList(reader, 'tests');
    if (read === undefined)
        return undefined;
    for (const [label, id] of read.map) {
        const named = `the label ${(0,shown/* shown */.SP)(label)}`;
        if (!testId.pattern.test(id)) {
            const ownId = `${named} is its own id, and ${testId.shape}; give it an id of such characters: \`label: id\``;
            reader.fault('tests', read.isList ? ownId : `the id of ${named} ${testId.shape}`);
        }
        else if (!(0,facts_labels/* choosesTests */.o)(label, rules)) {
            reader.fault('tests', `${named} must begin with \`label-prefix\`, or it can never choose its test`);
        }
    }
    for (const label of twice([...read.map.keys()]))
        reader.fault('tests', `the label ${(0,shown/* shown */.SP)(label)} is there twice: case makes no difference to GitHub`);
    return read.map;
}
/** The ids that `tests` lists; undefined where it lists none, or not rightly. */
const idsOf = (reader, tests) => reader.faults.some(({ input }) => input === 'tests') ? undefined : tests && [...tests.values()];
/** What no label means. As with `/test`, it must be known where the tests are listed at all. */
function readDefaultTests(reader, tests, allLabel) {
    const name = 'default-tests';
    if (reader.text(name) === undefined)
        return [allLabel];
    const ids = reader.list(name, testId.pattern, testId.shape);
    // Else a pull request without labels would be green with nothing tested.
    if (ids.length === 0)
        reader.fault(name, 'must name at least one test');
    const known = idsOf(reader, tests);
    const isStrange = (id) => testId.pattern.test(id) && known?.includes(id) === false && !(0,facts_labels/* meansAll */.Q)(id, { allLabel });
    const strange = ids.findIndex(isStrange);
    if (strange >= 0) {
        const shape = 'must be test ids that `tests` lists, or the one of `all-label`';
        reader.fault(name, `${shape}; item ${strange + 1} is neither`);
    }
    return ids;
}
/** Who may run which tests. Ids are compared to the letter, because GitLab's jobs do; what means all is not. */
async function readRights(reader, { tests: labels, allLabel }) {
    const name = 'who-may-run';
    if (reader.isEmpty(name))
        reader.fault(name, 'is empty: name who may run what, or leave the input out for every member');
    const rows = await readMap(reader, name);
    if (rows === undefined)
        return undefined;
    const known = idsOf(reader, labels);
    const table = new Map();
    for (const [row, value] of rows) {
        const tests = value.split(',').map((test) => test.trim());
        if (!alphabet/* slug */.yR.test(row))
            reader.fault(name, 'names must be roles, or team slugs without the organisation (`cloud`, not `acme/cloud`)');
        const safe = tests.filter((test) => testId.pattern.test(test));
        if (safe.length < tests.length)
            reader.fault(name, `test ids ${testId.shape}`);
        // Compared to the letter with what the labels mean, another one would let nobody run it, and say nothing.
        if (known && safe.some((test) => !known.includes(test) && !(0,facts_labels/* meansAll */.Q)(test, { allLabel })))
            reader.fault(name, `${(0,shown/* shown */.SP)(row)} must have test ids that \`tests\` lists, or \`all\``);
        const all = tests.some((test) => (0,facts_names/* sameName */.q)(test, 'all'));
        table.set(row, all ? 'all' : tests.map((test) => ((0,facts_names/* sameName */.q)(test, allLabel) ? allLabel : test)));
    }
    for (const row of twice([...table.keys()]))
        if (alphabet/* slug */.yR.test(row))
            reader.fault(name, `the name ${row} is there twice: case makes no difference to GitHub`);
    return table;
}
/** The names that are there before in other letters. */
const twice = (names) => {
    const keys = names.map(facts_names/* nameKey */.Rc);
    return names.filter((_, nth) => keys.indexOf(keys[nth] ?? '') < nth);
};

;// CONCATENATED MODULE: ./build/js/action/vault-inputs.js


/** The inputs that Vault may fill. Nothing else: secrets do not travel as variables of a pipeline. */
const fillable = ['gitlab-token', 'gitlab-trigger-token'];
const secretsInput = 'vault-secrets';
/** Nothing is asked of Vault where no token is to be read there; then no other input of Vault's may be set. */
function readVault(reader) {
    const before = reader.faults.length;
    const tokens = readTokens(reader);
    const other = others.find((name) => ![undefined, usual[name]].includes(reader.text(name)));
    if (reader.isEmpty(secretsInput))
        reader.fault(secretsInput, 'is empty: name a token to read there, or leave the input out');
    else if (reader.text(secretsInput) === undefined && other !== undefined)
        reader.fault(secretsInput, `is missing, and \`${other}\` is set: say which token to read, as \`secret/ci/gitlab token = gitlab-token\``);
    const isFaulty = reader.faults.length > before;
    const access = Object.keys(tokens).length === 0 ? undefined : readAccess(reader);
    return { tokens, access, isFaulty };
}
const others = [
    'vault-url',
    'vault-auth',
    'vault-role',
    'vault-role-id',
    'vault-secret-id',
    'vault-token',
    'vault-mount',
    'vault-namespace',
    'vault-audience',
    'vault-kv-version',
];
/** What stands there where nothing is set. */
const usual = { 'vault-auth': 'jwt' };
/** Segments between slashes, one at the end at most; `.` and `..` would lead elsewhere. */
const places = /^(?:(?!\.{1,2}\/)[\w.-]+\/)*(?!\.{1,2}\/?$)[\w.-]+\/?$/;
/** `path key = name`: the path without `..`, doubled slashes or one at an end, as `vault kv get` takes it. */
const line = /^([^\s=/]+(?:\/[^\s=/]+)*)\s+([^\s=]+)\s*=\s*(\S+)$/;
function readTokens(reader) {
    const tokens = {};
    const lines = (reader.text(secretsInput) ?? '').split('\n').map((text) => text.trim());
    for (const [index, text] of lines.entries()) {
        if (text === '')
            continue;
        const fault = (wrong) => reader.fault(secretsInput, `line ${index + 1} ${wrong}`);
        const [, path = '', key = '', target = ''] = line.exec(text) ?? [];
        const name = fillable.find((one) => one === target);
        if (path === '' || path.split('/').some((segment) => /^\.{1,2}$/.test(segment)))
            fault('must be `path key = gitlab-token`, the path as in `secret/ci/gitlab`, without a slash around it');
        else if (name === undefined)
            fault(`may fill ${fillable.map((one) => `\`${one}\``).join(' or ')}: secrets of tests do not pass here`);
        else if (tokens[name])
            fault(`fills \`${name}\` once more`);
        else if (reader.text(name) !== undefined)
            fault(`fills \`${name}\`, which is set as an input too: leave out one of them`);
        else
            tokens[name] = { from: 'vault', path, key };
    }
    return tokens;
}
function readAccess(reader) {
    const url = readServerUrl(reader, 'vault-url', {
        why: 'give the address of the Vault server',
        slip: ({ pathname }) => /\/(?:v1|ui)(?:\/|$)/.test(pathname)
            ? 'must be the address of the Vault server alone: leave out `/v1` and `/ui`'
            : undefined,
    });
    return {
        url,
        namespace: reader
            .matching('vault-namespace', places, 'must be the path of a namespace')
            ?.replace(/\/$/, ''),
        kvVersion: readVersion(reader),
        auth: readAuth(reader, url),
    };
}
function readVersion(reader) {
    const text = reader.matching('vault-kv-version', /^[12]$/, 'must be 1 or 2; left out, Vault is asked for it');
    return text === undefined ? undefined : text === '1' ? 1 : 2;
}
function readAuth(reader, url) {
    const before = reader.faults.length;
    const method = reader.choice('vault-auth', ['jwt', 'approle', 'token']);
    // What the others should be, depends on it.
    if (reader.faults.length > before)
        return { method: 'token', token: '' };
    const foreign = Object.entries(usedBy).find(([name, methods]) => reader.text(name) !== undefined && !methods.includes(method));
    if (foreign)
        reader.fault(foreign[0], `is not used with \`vault-auth: ${method}\`: leave it out, or set \`vault-auth: ${foreign[1][0]}\``);
    switch (method) {
        case 'jwt':
            return {
                method,
                mount: readMount(reader, method),
                role: reader.matching('vault-role', /^[\w.-]+$/, 'must be the name of a role'),
                audience: reader.matching('vault-audience', /^[\x21-\x7e]{1,255}$/, 'must be one word without blanks') ?? url,
            };
        case 'approle': {
            const roleId = reader.required('vault-role-id', '`vault-auth: approle` logs in by it');
            reader.matching('vault-role-id', /^[\x21-\x7e]+$/, 'must be one word without blanks');
            const secretId = secret(reader, 'vault-secret-id');
            return { method, mount: readMount(reader, method), roleId, secretId };
        }
        case 'token': {
            const token = secret(reader, 'vault-token');
            if (token === undefined && !reader.isEmpty('vault-token'))
                reader.fault('vault-token', 'is missing: `vault-auth: token` uses it');
            return { method, token: token ?? '' };
        }
    }
}
/** Which ways to log in use an input. */
const usedBy = {
    'vault-mount': ['jwt', 'approle'],
    'vault-role': ['jwt'],
    'vault-audience': ['jwt'],
    'vault-role-id': ['approle'],
    'vault-secret-id': ['approle'],
    'vault-token': ['token'],
};
/** The path below `auth/` of the method, as `vault auth list` shows it. */
function readMount(reader, usual) {
    const text = reader.text('vault-mount');
    if (text?.startsWith('auth/') === true || text?.endsWith('/login') === true)
        reader.fault('vault-mount', 'must be the path of the mount alone: leave out `auth/` and `/login`');
    const mount = reader.matching('vault-mount', places, 'must be the path of a mount');
    return mount?.replace(/\/$/, '') ?? usual;
}

;// CONCATENATED MODULE: ./build/js/action/inputs.js











/**
 * INPUT_* → Settings. Every fault names its input, what is wrong and what to do. No value is ever repeated; of a map the
 * name that is meant is, as `shown`.
 */
async function readInputs(get, runner) {
    const reader = createReader(get);
    const named = reader.choice('mode', ['auto', ...modes]);
    const pullRequest = readPullRequest(reader);
    const drafts = reader.boolean('drafts');
    const mode = named === 'auto' ? modeFor(runner.event, { pullRequest, drafts }) : named;
    const wait = reader.boolean('wait');
    const requireAll = reader.boolean('require-all');
    const statusContext = readStatusContext(reader, { mode, requireAll }, runner);
    const selection = await readSelection(reader);
    // It reads labels only: it needs no secret and knows no GitLab.
    const fromVault = mode === 'require-all' ? noVault : readVault(reader);
    const gitlab = mode === 'require-all' ? noGitLab : readGitLab(reader, needOf(mode, wait), fromVault);
    const pipeline = await readPipeline(reader);
    const proof = readProof(reader, gitlab, pipeline);
    const settings = {
        mode,
        github: readGitHub(reader, runner),
        gate: readGate(reader, runner, drafts),
        rights: await readRights(reader, selection),
        selection,
        testJobs: await readTestJobs(reader, selection),
        requireAll,
        settleMs: reader.number('settle-seconds', 'seconds', { least: 0, most: 600 }) * 1000,
        pullRequest,
        gitlab,
        vault: fromVault.access,
        wait,
        supersede: reader.boolean('supersede'),
        disclose: reader.choice('disclose', ['status', 'counts', 'jobs']),
        link: readLink(reader),
        comment: reader.boolean('comment'),
        auditFile: reader.text('audit-file'),
        pipeline: { ...pipeline, proof, mark: (0,request/* markOf */.Fg)(statusContext, runner.serverUrl) },
        statusContext,
        caCertificate: readCertificates(reader, 'ca-certificate'),
    };
    return { settings, faults: reader.faults };
}
function needOf(mode, wait) {
    if (mode === 'cancel' || mode === 'sweep')
        return 'stop';
    return mode === 'trigger' || !wait ? 'start' : 'watch';
}
const noVault = { tokens: {}, access: undefined, isFaulty: false };
const noGitLab = {
    ...{ url: '', project: '' },
    ...{ token: undefined, triggerToken: undefined, creators: [] },
};
function readGate(reader, runner, drafts) {
    return {
        organization: reader.matching('organization', alphabet/* slug */.yR, 'must be the name of an organisation, as `acme`, and no address') ?? ownerOf(runner),
        membershipTokenGiven: reader.text('membership-token') !== undefined,
        teams: readTeams(reader),
        trustedBots: reader.list('trusted-bots', /^\d{1,15}$/, 'must be numeric ids between commas').map(Number),
        drafts,
        approvals: reader.choice('approvals', ['comment', 'none']),
    };
}
/** Empty, they would let in the whole organisation, which nobody writes a name of an input for. */
function readTeams(reader) {
    const name = 'teams';
    if (reader.isEmpty(name))
        reader.fault(name, 'is empty: name a team, or leave the input out for all members');
    const shape = 'must be team slugs between commas, without the organisation (`platform`, not `acme/platform`)';
    return reader.list(name, alphabet/* slug */.yR, shape);
}
/** The check of mode `require-all` stands beside that of `run`, so the name of both cannot be the same. */
function readStatusContext(reader, { mode, requireAll }, { event }) {
    const name = 'status-context';
    const shape = 'must be at most 100 printable characters';
    const context = reader.matching(name, /^[\x20-\x7e]{1,100}$/, shape);
    if (context === undefined && event.kind === 'workflow-run' && (mode === 'run' || mode === 'require-all')) {
        const why = 'the job of a `workflow_run` belongs to the default branch';
        reader.fault(name, `is empty: ${why}, so without a commit status nothing is shown on the pull request; leave it out`);
    }
    if (context === undefined)
        return context;
    const ending = (0,claim/* contextOfRequireAll */.RF)('');
    const isOfAll = context.endsWith(ending);
    // A pass for one test would stand where all are required.
    if (isOfAll && mode === 'run' && !requireAll)
        reader.fault(name, `must not end with \`${ending}\` unless \`require-all: true\`: who reads it relies on all`);
    return mode !== 'require-all' || isOfAll ? context : (0,claim/* contextOfRequireAll */.RF)(context);
}
/** GitLab takes a number for a project in its API, and not in the address of a page. */
function readLink(reader) {
    const link = reader.boolean('link');
    if (link && /^\d+$/.test(reader.text('gitlab-project') ?? ''))
        reader.fault('link', 'needs `gitlab-project` as a path (`group/project`): a number makes no address');
    return link;
}
function readPullRequest(reader) {
    const text = reader.matching('pull-request', /^[1-9]\d{0,9}$/, 'must be the number of a pull request');
    return text === undefined ? undefined : Number(text);
}
const ownerOf = ({ repository }) => repository.split('/')[0] ?? '';
function readGitHub(reader, runner) {
    const token = secret(reader, 'github-token') ?? '';
    return {
        token,
        membershipToken: secret(reader, 'membership-token') ?? token,
        duplicateToken: secret(reader, 'duplicate-token') ?? token,
        apiUrl: runner.apiUrl,
        repository: runner.repository,
        runUrl: `${runner.serverUrl}/${runner.repository}/actions/runs/${runner.runId}`,
    };
}

// EXTERNAL MODULE: ./build/js/child/exit.js
var exit = __webpack_require__(1799);
// EXTERNAL MODULE: ./build/js/facts/ask.js
var ask = __webpack_require__(8003);
// EXTERNAL MODULE: ./build/js/facts/fact.js
var facts_fact = __webpack_require__(1350);
;// CONCATENATED MODULE: ./build/js/doctor/checks.js
/** Every check of the doctor, in the order in which it speaks. The table of docs/doctor.md is made from this one. */
const file = 'the workflow files of the default branch, or of the checkout';
const get = (path) => `\`GET ${path}\``;
const here = '/repos/{owner}/{repo}';
const project = '/projects/:id';
const checks = {
    inputs: {
        area: 'workflow',
        what: 'the inputs are right, and there is none that does not exist',
        asks: file,
    },
    files: { area: 'workflow', what: 'a workflow file uses the action', asks: file },
    events: {
        area: 'workflow',
        what: 'its events are those that count, no filter holds one back, and `workflow_run` names a file that is there',
        asks: file,
    },
    conditions: {
        area: 'workflow',
        what: 'no `if:` of a step, of its job or of one that calls it leaves somebody without a status',
        asks: file,
    },
    checkout: {
        area: 'workflow',
        what: 'nothing of a pull request is checked out where there are secrets',
        asks: file,
    },
    concurrency: {
        area: 'workflow',
        what: 'no `concurrency` ends a run that watches, or drops one that waits',
        asks: file,
    },
    pinned: { area: 'workflow', what: 'actions beside the secrets are pinned by commit', asks: file },
    permissions: { area: 'workflow', what: 'the job may do what the action does, and not more', asks: file },
    environment: {
        area: 'workflow',
        what: 'the job has an `environment:`, which exists and is bound to branches',
        asks: get(`${here}/environments/{environment_name}`),
    },
    secrets: {
        area: 'workflow',
        what: 'each secret that is named exists where the job is given it',
        asks: `${get(`${here}/actions/secrets`)}, \`…/actions/organization-secrets\`, \`…/environments/{environment_name}/secrets\``,
    },
    agreement: { area: 'workflow', what: 'several steps agree on the inputs that make a request', asks: file },
    policy: {
        area: 'GitHub',
        what: 'the Actions policies let the events through',
        asks: get(`${here}/actions/policies`),
    },
    token: {
        area: 'GitHub',
        what: '`github-token` reads the repository, pull requests and statuses',
        asks: `${get(here)}, \`…/pulls\`, \`…/commits/{ref}/statuses\``,
    },
    statuses: {
        area: 'GitHub',
        what: 'it may write commit statuses',
        asks: 'the `permissions:` of the job, or the header `x-oauth-scopes`; nothing is written',
    },
    membership: {
        area: 'GitHub',
        what: '`membership-token` sees members that conceal it',
        asks: `${get('/orgs/{org}/members/{username}')} and \`/orgs/{org}/memberships/{username}\` of the account \`ghost\``,
    },
    teams: {
        area: 'GitHub',
        what: 'the teams exist, and can be seen',
        asks: get('/orgs/{org}/teams/{team_slug}'),
    },
    ruleset: {
        area: 'GitHub',
        what: 'the status is required on the default branch, from the source that writes it; with a report in GitLab, of one App',
        asks: `${get(`${here}/rules/branches/{branch}`)}, \`…/branches/{branch}\`; who wrote it last by \`…/commits/{ref}/statuses\` and ${get('/apps/{app_slug}')}`,
    },
    labels: { area: 'GitHub', what: 'the labels of `tests` exist', asks: get(`${here}/labels`) },
    project: {
        area: 'GitLab',
        what: 'the project is there, not archived, and private; so are its pipelines',
        asks: get(project),
    },
    'gitlab-token': {
        area: 'GitLab',
        what: 'the token lives for some time, and has the scope and the role that are needed, not more',
        asks: `${get('/personal_access_tokens/self')}, \`${project}\``,
    },
    branch: {
        area: 'GitLab',
        what: 'the branch that pipelines run on is protected, takes no pushes of developers, and the token may start one there',
        asks: get(`${project}/repository/branches/:branch`),
    },
    passing: {
        area: 'GitLab',
        what: 'what is sent is accepted: variables by the override role, inputs by `spec: inputs`',
        asks: `${get(project)}, \`…/repository/files/:file_path\``,
    },
    template: {
        area: 'GitLab',
        what: 'the template is included, fixed by `integrity`; is handed what is sent; knows the tests of `tests`; each has a job behind its check',
        asks: get(`${project}/repository/files/:file_path`),
    },
    proof: {
        area: 'GitLab',
        what: '`proof: true`: inputs take it, nobody may set variables, and the template trusts this repository, workflow and environment',
        asks: `${get(project)}, \`…/repository/files/:file_path\`, ${get(here)}`,
    },
    verdict: {
        area: 'GitLab',
        what: '`wait: false`: the report or a sweep tells the verdict, and no test can read the token of the report',
        asks: `${get(`${project}/repository/files/:file_path`)}; the token of the report is not looked at`,
    },
    'vault-login': {
        area: 'Vault',
        what: 'the log-in works by the audience that the role binds, for a short time, and the token of GitLab is there',
        asks: 'the log-in and the read',
    },
    'vault-policies': {
        area: 'Vault',
        what: 'its policies allow that read, and no more',
        asks: '`GET sys/internal/ui/resultant-acl`; Vault shows no rules with `+` there',
    },
    'vault-revoke': {
        area: 'Vault',
        what: 'the token can be given back',
        asks: '`POST auth/token/revoke-self`',
    },
    crossing: {
        area: 'pull request',
        what: '`--pull-request`: it would cross',
        asks: 'all that the gate asks in a run',
    },
};

// EXTERNAL MODULE: ./build/js/facts/command.js
var command = __webpack_require__(23);
;// CONCATENATED MODULE: ./build/js/gate/roles.js
/** What somebody may do in the repository. */
const writers = ['admin', 'maintain', 'write'];
/** Whether a role includes write. A custom role has a name of its own, and its holder is no writer here. */
const canWrite = (role) => writers.includes(role);

;// CONCATENATED MODULE: ./build/js/gate/writers.js



/** Whether somebody is known to be a member with write, who may give commands. Pure. */
const mayCommand = ({ member, role }) => member.known && member.value && role.known && canWrite(role.value);
/** Membership and rights of a person, in one round trip. */
async function readWriter(source, members, person) {
    const [witness, role] = await Promise.all([members.witness(person), (0,ask/* ask */.k)(source.role(person.login))]);
    return { ...witness, role };
}
/**
 * The same of somebody whose event only writers can cause: a push, an entry of the merge queue, a dispatch. GitHub
 * shows no role for bots (404), so there a bot that the maintainer trusts by its number counts as a writer. Never so
 * for comments: a bot may repeat what an outsider told it.
 */
async function readCauser(source, members, policy, person) {
    if (person.type !== 'Bot')
        return readWriter(source, members, person);
    const role = (0,facts_fact/* known */.eO)(policy.trustedBots.includes(person.id) ? 'write' : 'none');
    return { ...(await members.witness(person)), role };
}
/** The same of somebody known by login only: the one who started a run again. */
async function readRerunningWriter(source, members, login) {
    const [witness, role] = await Promise.all([members.byLogin(login), (0,ask/* ask */.k)(source.role(login))]);
    return { ...witness, role };
}

;// CONCATENATED MODULE: ./build/js/gate/approvals.js
/** Approvals of a commit by comment: which stand, and what is asked to find out. */





/** The commit that a comment approves: its first line is exactly `/ok-to-test <40 hex>`. */
function approvedCommit(body) {
    const parsed = (0,command/* parseCommand */.R)(body);
    return parsed.kind === 'command' && parsed.command.name === 'ok-to-test'
        ? parsed.command.commit
        : undefined;
}
/** Comments worth asking about: an approval of this commit by a person whose account still exists. Oldest first. */
const approvalsOf = (comments, head) => comments.flatMap((comment) => {
    const { author: approver, body } = comment;
    return approver?.type === 'User' && approvedCommit(body) === head ? [{ comment, approver }] : [];
});
const not = (fact) => (fact.known ? (0,facts_fact/* known */.eO)(!fact.value) : fact);
/** Whether one candidate is a standing approval. Unknown when a fact about it is. */
function stands(candidate) {
    const facts = [
        not(candidate.edited),
        not(candidate.hidden),
        candidate.member,
        candidate.role.known ? (0,facts_fact/* known */.eO)(canWrite(candidate.role.value)) : candidate.role,
    ];
    const no = facts.find((fact) => fact.known && !fact.value);
    return no ?? facts.find((fact) => !fact.known) ?? (0,facts_fact/* known */.eO)(true);
}
/** The first approval that stands; unknown when none is certain and one might; otherwise none. */
function standingApproval(candidates) {
    const judged = candidates.map((candidate) => ({ candidate, fact: stands(candidate) }));
    const standing = judged.find(({ fact }) => fact.known && fact.value);
    if (standing)
        return (0,facts_fact/* known */.eO)(standing.candidate);
    const uncertain = judged.find(({ fact }) => !fact.known)?.fact;
    return uncertain && !uncertain.known ? uncertain : (0,facts_fact/* known */.eO)(undefined);
}
/** With more candidates than this, most are not meant to approve anything but to use up the rate limit. */
const few = 5;
/**
 * The comments that approve a commit, each with the rights of its author as they are now and whether it was edited or
 * hidden: one round trip. Anybody may write such comments, any number of them, so each author is asked about once, and
 * where there are many, only those of people who may approve are looked at (one round trip more).
 *
 * GraphQL is asked also where `updated_at` is `created_at`: the times are whole seconds, and everybody with write can
 * edit a member's comment, within its first second too (docs/facts/github.md, "Comments"; docs/security.md, attack 20).
 * Unlike the command of an event, an approval is read from the comment itself, so an edit within that second would
 * count.
 */
async function readApprovals(source, members, comments, commit) {
    const found = approvalsOf(comments, commit);
    const many = found.length > few;
    const writers = new Map();
    const candidates = found.map(async ({ comment, approver }) => {
        const asked = writers.get(approver.id) ?? readWriter(source, members, approver);
        writers.set(approver.id, asked);
        const early = many ? undefined : (0,ask/* ask */.k)(source.altered(comment));
        const { member, role } = await asked;
        if (many && isNo(member, role))
            return [];
        const altered = await (early ?? (0,ask/* ask */.k)(source.altered(comment)));
        const edited = altered.known ? (0,facts_fact/* known */.eO)(altered.value.edited) : altered;
        const hidden = altered.known ? (0,facts_fact/* known */.eO)(altered.value.hidden) : altered;
        return [{ commentId: comment.id, approver, commit, edited, hidden, member, role }];
    });
    return (await Promise.all(candidates)).flat();
}
const isNo = (member, role) => (member.known && !member.value) || (role.known && !canWrite(role.value));

;// CONCATENATED MODULE: ./build/js/gate/decide.js



/** The gate's table (docs/security.md) as a function: evidence in, decision out. */
function decide(evidence, policy) {
    switch (evidence.kind) {
        case 'none':
            if (evidence.reason === 'unsupported-event')
                return denied(evidence.reason);
            return { decision: 'not-run', reason: evidence.reason };
        case 'ref':
            return decideRef(evidence);
        case 'pull-request':
            return decidePullRequest(evidence, policy);
    }
}
/** The merge queue, pushes and tags: only somebody who may write caused them, and must be a member too. */
function decideRef({ event, sender, rerunners, vouched }) {
    const { commit } = event;
    const refused = refuseWriters([sender, ...rerunners], commit);
    if (refused)
        return refused;
    // Anybody with write can put a tag on any commit that the repository or a fork of it holds.
    if (!vouched.known)
        return undecided(vouched.reason, commit);
    if (!vouched.value)
        return denied('tag-off-branch', commit);
    return { decision: 'allowed', reason: 'member-with-write', commit, crossing: { kind: 'ref', event } };
}
/**
 * The order of the rows matters: what is wrong with the pull request itself comes before what is known of people,
 * so that nobody's membership changes what a stale or closed pull request may do. Only a command is answered by who
 * gave it first: an outsider's gets no word more.
 */
function decidePullRequest(evidence, policy) {
    const { cause, pull: fact } = evidence;
    const expected = cause.by === 'event' ? cause.head : undefined;
    if (cause.by === 'command' || cause.by === 'malformed') {
        const refused = refuseCommand(cause);
        if (refused)
            return refused;
    }
    if (!fact.known)
        return undecided(fact.reason, expected);
    const pull = fact.value;
    const commit = pull.head.sha;
    if (!pull.open)
        return denied('pull-request-closed', commit);
    if (expected !== undefined && commit !== expected)
        return denied('head-moved', expected);
    if (pull.author === null)
        return denied('author-gone', commit);
    if (pull.head.repository === null)
        return denied('head-repository-gone', commit);
    if (pull.draft && !policy.drafts)
        return { decision: 'not-run', reason: 'draft', commit };
    if (cause.by === 'dispatch') {
        const refused = refuseWriter(cause.sender, commit);
        if (refused)
            return refused;
    }
    return decideByPeople(evidence, pull, policy);
}
function decideByPeople(evidence, pull, policy) {
    const commit = pull.head.sha;
    const { cause, author, pushers, rerunners } = evidence;
    const sender = cause.sender.member;
    const byOutsider = !(sender.known && sender.value);
    const crossing = (approval) => ({ kind: 'pull-request', pull, approval, byOutsider });
    const refused = refuseRerunners(rerunners, commit);
    if (refused)
        return refused;
    if (cause.by === 'command' && cause.command.name === 'ok-to-test') {
        if (policy.approvals === 'none')
            return denied('approvals-off', commit);
        if (cause.command.commit !== commit)
            return denied('approval-stale', commit);
    }
    const members = (0,facts_fact/* everyone */.sz)([author.member, sender, pushersAreMembers(pushers)]);
    if (members.known && members.value)
        return { decision: 'allowed', reason: 'all-members', commit, crossing: crossing() };
    const approval = standing(evidence, policy);
    if (approval.known && approval.value) {
        const reason = cause.by === 'command' && cause.command.name === 'ok-to-test' ? 'approved-now' : 'approved-commit';
        return { decision: 'allowed', reason, commit, crossing: crossing(approval.value) };
    }
    if (!approval.known)
        return undecided(approval.reason, commit);
    if (!members.known)
        return undecided(members.reason, commit);
    if (policy.approvals === 'none')
        return denied('not-member', commit);
    const others = (0,facts_fact/* everyone */.sz)([author.member, sender]);
    const unrecorded = pushers.known && pushers.value === undefined && others.known && others.value;
    return denied(unrecorded ? 'push-unrecorded' : 'approval-needed', commit);
}
/** Whether everybody who pushed is a member; who is not on record is none. Pure. */
function pushersAreMembers(pushers) {
    if (!pushers.known)
        return pushers;
    if (pushers.value === undefined)
        return (0,facts_fact/* known */.eO)(false);
    return (0,facts_fact/* everyone */.sz)(pushers.value.map(({ member }) => member));
}
/** Whether a commit may be duplicated (`/duplicate`): checked as an approval is, whoever wrote the commit. */
function decideDuplicate(evidence) {
    if (evidence.kind !== 'pull-request')
        return denied('unsupported-event');
    const { cause, pull, rerunners } = evidence;
    if (cause.by !== 'command' && cause.by !== 'malformed')
        return denied('unsupported-event');
    const refused = refuseCommand(cause) ?? refuseRerunners(rerunners);
    if (refused)
        return refused;
    if (cause.by !== 'command' || cause.command.name !== 'duplicate')
        return denied('command-malformed');
    if (!pull.known)
        return undecided(pull.reason);
    const { open, head } = pull.value;
    if (!open)
        return denied('pull-request-closed', head.sha);
    if (head.sha !== cause.command.commit)
        return denied('approval-stale', head.sha);
    return { decision: 'allowed', reason: 'member-with-write', commit: head.sha, crossing: undefined };
}
function refuseCommand(cause) {
    const refused = refuseWriter(cause.sender);
    if (refused)
        return refused.decision === 'denied' ? denied('command-not-allowed') : refused;
    if (cause.by === 'malformed')
        return denied('command-malformed');
    if (!cause.unedited.known)
        return undecided(cause.unedited.reason);
    return cause.unedited.value ? undefined : denied('comment-edited');
}
/** GitHub lets only writers start a run again, so here membership is what is left to ask for. */
function refuseRerunners(rerunners, commit) {
    const members = (0,facts_fact/* everyone */.sz)(rerunners.map(({ member }) => member));
    if (!members.known)
        return undecided(members.reason, commit);
    return members.value ? undefined : denied('rerunner-not-member', commit);
}
const refuseWriter = (writer, commit) => refuseWriters([writer], commit);
function refuseWriters(writers, commit) {
    const may = (0,facts_fact/* everyone */.sz)(writers.flatMap(({ member, role }) => [member, role.known ? (0,facts_fact/* known */.eO)(canWrite(role.value)) : role]));
    if (!may.known)
        return undecided(may.reason, commit);
    return may.value ? undefined : denied('sender-not-writer', commit);
}
function standing({ approvals }, policy) {
    if (policy.approvals === 'none' || approvals === undefined)
        return (0,facts_fact/* known */.eO)(undefined);
    return approvals.known ? standingApproval(approvals.value) : approvals;
}
const denied = (reason, commit) => ({
    decision: 'denied',
    reason,
    ...(commit !== undefined && { commit }),
});
const undecided = (reason, commit) => ({
    decision: 'undecided',
    reason,
    ...(commit !== undefined && { commit }),
});

;// CONCATENATED MODULE: ./build/js/gate/idle.js

/** Whether an event ends what runs for a pull request. Pure. */
const ends = ({ action }, { drafts }) => action === 'closed' || (action === 'converted_to_draft' && !drafts);
/**
 * Whether an event of a pull request may start tests: it does not close it, its label, if any, is ours, and what was
 * edited, if anything, is the base branch. Pure.
 */
const startsTests = ({ action, label, rebased }, rules) => action !== 'closed' &&
    (label === undefined || (0,facts_labels/* choosesTests */.o)(label, rules)) &&
    (action !== 'edited' || rebased);
/** Why one that ends nothing starts no tests. Pure. */
const whyIdle = ({ action }) => action === 'edited' ? 'text-edited' : 'label-without-prefix';

// EXTERNAL MODULE: ./build/js/gate/members.js
var gate_members = __webpack_require__(1023);
;// CONCATENATED MODULE: ./build/js/gate/pushers.js


/** As many entries as one page of the record has: where it is full, older ones may be missing. */
const mostEntries = 100;
/**
 * Everybody who moved the branch since it was made. One outsider's push is enough to bring code over, also where a
 * member has pushed since: "Update branch" is a push of who pressed the button. So the entries must chain, each
 * beginning where the older one ended, back to the one that made the branch. A branch that was made at a commit which a
 * deleted one of its name has had is that one ("Restore branch"), whoever made it. Pure.
 */
function recordedIn(entries, head, isCut = entries.length >= mostEntries) {
    if (entries[0]?.after !== head)
        return { shows: 'behind' };
    const pushers = [];
    let expected = head;
    for (const [nth, { actor, before, after, creates }] of entries.entries()) {
        if (after !== expected)
            return { shows: 'gap' };
        pushers.push(actor);
        if (creates)
            return withEarlier(pushers, after, entries.slice(nth + 1), isCut);
        expected = before;
    }
    return { shows: 'cut' };
}
/** The same with those who had brought the commit at which the branch was made, when it had that name before. Pure. */
function withEarlier(pushers, made, older, isCut) {
    const last = older.findIndex(({ after }) => after === made);
    // Somebody had moved it away from there, or deleted it, and how it had come there is missing.
    if (last < 0 && older.some(({ before }) => before === made))
        return { shows: 'gap' };
    if (last < 0)
        return isCut ? { shows: 'cut' } : { shows: 'all', pushers };
    const earlier = recordedIn(older.slice(last), made, isCut);
    return earlier.shows === 'all' ? { shows: 'all', pushers: [...pushers, ...earlier.pushers] } : earlier;
}
/**
 * The same with the push that the event itself tells of, which the record may not show yet: its sender has moved the
 * head from `before`, so the record must go back from there. Pure.
 */
function recordedWith(entries, head, { sender, moved }) {
    const recorded = recordedIn(entries, head);
    if (recorded.shows !== 'behind' || moved?.after !== head)
        return recorded;
    const older = recordedIn(entries, moved.before);
    return older.shows === 'all' ? { shows: 'all', pushers: [sender, ...older.pushers] } : recorded;
}
/** Pauses (ms) between looks at a record that lags: 20 s in all. */
const pauses = [1_000, 2_000, 4_000, 6_000, 7_000];
/**
 * Who has pushed the head. A record that is behind, or has a gap, is looked at again for up to 20 s, but only where
 * `worthWaiting`: for others an approval is needed anyway. Undefined: GitHub has not recorded it.
 */
async function readPushers({ source, clock, interrupted }, head, event, worthWaiting) {
    const { repository, branch, sha } = head;
    if (repository === null)
        return (0,facts_fact/* known */.eO)(undefined);
    for (const pause of [...pauses, undefined]) {
        const entries = await (0,ask/* ask */.k)(source.pushes(repository, branch));
        if (!entries.known)
            return entries;
        if (entries.value === undefined)
            return (0,facts_fact/* known */.eO)(undefined);
        const recorded = event ? recordedWith(entries.value, sha, event) : recordedIn(entries.value, sha);
        if (recorded.shows === 'all')
            return (0,facts_fact/* known */.eO)(recorded.pushers);
        if (recorded.shows === 'cut' || pause === undefined || interrupted.aborted)
            return (0,facts_fact/* known */.eO)(undefined);
        if (!(await worthWaiting()))
            return (0,facts_fact/* known */.eO)(undefined);
        await clock.sleep(pause, interrupted);
    }
    return (0,facts_fact/* known */.eO)(undefined);
}

;// CONCATENATED MODULE: ./build/js/gate/evidence.js










/** Reads everything that `decide` needs: two sequential round trips for members, three with an approval. */
async function gather(ports, run, rules) {
    const { event, rerunner } = run;
    const { github: source } = ports;
    const { gate: policy } = rules;
    const members = (0,gate_members/* readMembers */.m)(source, policy);
    const asking = { ports, source, policy, members, rerunner };
    switch (event.kind) {
        case 'pull-request':
            if (ends(event, policy))
                break;
            if (!startsTests(event, rules.selection))
                return { kind: 'none', reason: whyIdle(event) };
            return gatherPullRequest({ ...asking, event, number: event.number });
        case 'comment':
            if (event.parsed.kind === 'none')
                return { kind: 'none', reason: 'no-command' };
            return gatherPullRequest({ ...asking, event, number: event.number });
        case 'dispatch':
            if (rules.pullRequest === undefined)
                break;
            return gatherPullRequest({ ...asking, event, number: rules.pullRequest });
        case 'ref': {
            const [sender, again, vouched] = await Promise.all([
                readCauser(source, members, policy, event.sender),
                rerunner === undefined ? undefined : readRerunningWriter(source, members, rerunner),
                readVouched({ ports, source, members }, event),
            ]);
            return { kind: 'ref', event, sender, rerunners: again === undefined ? [] : [again], vouched };
        }
        case 'workflow-run':
        case 'schedule':
        case 'unsupported':
    }
    return { kind: 'none', reason: 'unsupported-event' };
}
/**
 * Whether the commit of a tag came by a way that is trusted: it is on the default branch, or it is the head of a branch
 * whose every pusher is a member. The tag itself says nothing: anybody with write may have made or moved it.
 */
async function readVouched({ ports, source, members }, { on, commit, defaultBranch }) {
    if (on === 'queue' || on === 'push')
        return (0,facts_fact/* known */.eO)(true);
    const [onDefault, branches] = await Promise.all([
        defaultBranch === '' ? (0,facts_fact/* known */.eO)(false) : (0,ask/* ask */.k)(source.isOnBranch(commit, defaultBranch)),
        (0,ask/* ask */.k)(source.branchesAt(commit)),
    ]);
    if (onDefault.known && onDefault.value)
        return onDefault;
    if (!branches.known)
        return branches;
    const vouching = await Promise.all(branches.value.map(async (branch) => {
        const head = { sha: commit, branch, repository: source.repository };
        const pushers = await readPushers({ ...ports, source }, head, undefined, async () => false);
        return pushersAreMembers(await witnessesOf(members, pushers));
    }));
    return vouching.find((one) => one.known && one.value) ?? vouching.find(facts_fact/* isUnknown */.t8) ?? onDefault;
}
async function gatherPullRequest(asking) {
    const { source, members, event } = asking;
    const payload = event.kind === 'pull-request' ? event : undefined;
    // Anybody may comment, as often as they like: who gives a command is asked before anything else is read.
    const commander = event.kind === 'comment' ? await readWriter(source, members, event.sender) : undefined;
    if (event.kind === 'comment' && commander && !mayCommand(commander))
        return { ...nothingElse, cause: { by: 'malformed', name: namedBy(event), sender: commander } };
    const live = (0,ask/* ask */.k)(source.pull(asking.number), { 'not-found': 'pull-request-not-found' });
    const pushed = payload && readWhoPushed(asking, payload);
    // First round trip: everything that the payload already names. Its author is asked about before the live pull
    // request has confirmed who that is; where the live one differs, the second round asks again.
    const [pull, cause, payloadAuthor, people, rerunners] = await Promise.all([
        live,
        readCause(asking, commander),
        members.witness(payload?.author ?? null),
        live.then((pull) => readPeople(asking, pull, pushed)),
        readRerunners(asking),
        pushed,
    ]);
    const rest = people ?? { author: payloadAuthor, pushers: (0,facts_fact/* known */.eO)(undefined), approvals: undefined };
    return { kind: 'pull-request', cause, pull, rerunners, ...rest };
}
/** What is left unread where a command is refused for who gave it. */
const nothingElse = {
    kind: 'pull-request',
    pull: (0,facts_fact/* unknown */.L5)('github-unexpected'),
    author: { person: null, member: (0,facts_fact/* known */.eO)(false) },
    pushers: (0,facts_fact/* known */.eO)(undefined),
    rerunners: [],
    approvals: undefined,
};
/** `none` never gets here; any name will do then. */
const namedBy = ({ parsed }) => (0,command/* nameIn */.Z)(parsed) ?? 'test';
/** Who started this run again, and who started the run again that it follows. */
async function readRerunners({ members, event, rerunner }) {
    const followed = event.kind === 'pull-request' ? event.rerunner : undefined;
    return Promise.all([
        ...(followed === undefined ? [] : [members.witness(followed)]),
        ...(rerunner === undefined ? [] : [members.byLogin(rerunner)]),
    ]);
}
/** A record that lags is worth waiting for where author and sender are members. */
function readWhoPushed({ ports, source, members, event }, { head, author }) {
    const payload = event.kind === 'pull-request' ? event : undefined;
    const worthWaiting = () => areAll(members, [author, event.sender]);
    return readPushers({ ...ports, source }, head, payload, worthWaiting);
}
const areAll = async (members, people) => (await Promise.all(people.map((person) => members.soon(person)))).every((yes) => yes);
/**
 * Who answers for the live head. Undefined where the pull request cannot be read, or has another head than the event.
 * Second round trip: the people who pushed, where the payload did not name them.
 */
async function readPeople(asking, pull, pushed) {
    const { members, event } = asking;
    if (!pull.known || (event.kind === 'pull-request' && pull.value.head.sha !== event.head.sha))
        return undefined;
    const live = pull.value;
    // The branch may have another name by now, and somebody else the name that it had.
    const named = event.kind === 'pull-request' && isSameBranch(event.head, live.head) ? pushed : undefined;
    const who = named ?? readWhoPushed(asking, live);
    const [author, pushers, approvals] = await Promise.all([
        members.witness(live.author),
        who.then((people) => witnessesOf(members, people)),
        readNeeded(asking, live, who),
    ]);
    return { author, pushers, approvals };
}
const isSameBranch = (one, other) => (0,facts_names/* sameRepository */.RB)(one.repository, other.repository) && one.branch === other.branch;
/**
 * The approvals, where one may be needed. They are read while a first no about somebody is being confirmed: second
 * round trip, the comments; third, the rights of each approver as they are now.
 */
async function readNeeded({ source, policy, members, event }, live, who) {
    if (policy.approvals === 'none')
        return undefined;
    const { sender } = event;
    const pushers = who.then((pushed) => (pushed.known ? pushed.value : undefined));
    if (event.kind === 'pull-request') {
        const [people, yes] = await Promise.all([pushers, areAll(members, [event.author, sender])]);
        if (yes && people?.every((person) => isOneOf(person, [event.author, sender])))
            return undefined;
    }
    const [comments, pushersAre, othersAre] = await Promise.all([
        (0,ask/* ask */.k)(source.comments(live.number)),
        pushers.then((people) => people !== undefined && areAll(members, people)),
        areAll(members, [live.author, sender]),
    ]);
    if (pushersAre && othersAre)
        return undefined;
    if (!comments.known)
        return comments;
    return (0,facts_fact/* known */.eO)(await readApprovals(source, members, comments.value, live.head.sha));
}
const isOneOf = (person, others) => person !== null && others.some((other) => other?.id === person.id);
/** Everybody once, each with what is known about the membership. */
async function witnessesOf(members, who) {
    if (!who.known || who.value === undefined)
        return who.known ? (0,facts_fact/* known */.eO)(undefined) : who;
    const people = [...new Map(who.value.map((person) => [person?.id, person])).values()];
    return (0,facts_fact/* known */.eO)(await Promise.all(people.map((person) => members.witness(person))));
}
async function readCause({ source, policy, members, event }, commander) {
    if (event.kind === 'pull-request')
        return { by: 'event', head: event.head.sha, sender: await members.witness(event.sender) };
    if (event.kind === 'dispatch')
        return { by: 'dispatch', sender: await readCauser(source, members, policy, event.sender) };
    const sender = commander ?? (await readWriter(source, members, event.sender));
    const { parsed } = event;
    if (parsed.kind !== 'command')
        return { by: 'malformed', name: namedBy(event), sender };
    return { by: 'command', command: parsed.command, sender, unedited: await readUnedited(source, event) };
}
/** Whether the comment of the event is still there, by the same account, and was never changed. */
async function readUnedited(source, event) {
    const comment = await (0,ask/* ask */.k)(source.comment(event.commentId));
    if (!comment.known)
        return comment;
    if (comment.value === undefined || comment.value.author?.id !== event.sender.id)
        return (0,facts_fact/* known */.eO)(false);
    const edited = await isEditedLater(source, comment.value);
    return edited.known ? (0,facts_fact/* known */.eO)(!edited.value) : edited;
}
/**
 * `updated_at` moves for other reasons too (hiding a comment), so GraphQL has the last word (docs/facts/github.md,
 * "Comments"). An edit within the first second does not show here; it cannot change the command, which was read from
 * the payload.
 */
const isEditedLater = async (source, comment) => comment.updatedAt === comment.createdAt
    ? (0,facts_fact/* known */.eO)(false)
    : (0,ask/* ask */.k)(source.altered(comment).then(({ edited }) => edited));

;// CONCATENATED MODULE: ./build/js/gate/rights.js



/** Roles from the least to the most; a row for one of them is also about the ones after it. */
const ladder = ['read', 'triage', 'write', 'maintain', 'admin'];
/** The role that a row of the table names; undefined for the others, which name teams. */
const roleIn = (row) => ladder.find((role) => (0,facts_names/* sameName */.q)(role, row));
/** The rights of a person who has a role and is in some of the teams. Pure. */
function rightsOf(table, role, teams) {
    const rows = [...table].filter(([row]) => {
        const least = roleIn(row);
        return least ? ladder.indexOf(role) >= ladder.indexOf(least) : teams.some((team) => (0,facts_names/* sameName */.q)(team, row));
    });
    const rights = rows.map(([, tests]) => tests);
    if (rights.includes('all'))
        return 'all';
    return [...new Set(rights.flat())];
}
/** The tests that a person's rights do not cover. Asking for all tests takes the right to all. Pure. */
const beyondRights = (tests, rights) => rights === 'all' ? [] : tests.filter((test) => !rights.includes(test));
/** Reads what one person may run, with one round trip. */
async function rights_readRights(source, organization, table, person) {
    const teams = [...table.keys()].filter((row) => roleIn(row) === undefined);
    const hidden = { forbidden: 'team-hidden', 'not-found': 'team-hidden', moved: 'team-hidden' };
    const [role, ...memberships] = await Promise.all([
        (0,ask/* ask */.k)(source.role(person.login)),
        ...teams.map((team) => (0,ask/* ask */.k)(source.teamMembership(organization, team, person.login), hidden)),
    ]);
    const active = teams.filter((_, n) => {
        const membership = memberships[n];
        return membership?.known && membership.value === 'active';
    });
    const rights = rightsOf(table, role.known ? role.value : 'none', active);
    // Rows only add up, so nothing that is unknown can take this away.
    if (rights === 'all')
        return (0,facts_fact/* known */.eO)(rights);
    return [role, ...memberships].find(facts_fact/* isUnknown */.t8) ?? (0,facts_fact/* known */.eO)(rights);
}
/** The people on whose word a run crosses, and whose rights (`who-may-run`) therefore bound the tests. Pure. */
function answerable(evidence, crossing) {
    if (evidence.kind === 'none')
        return [];
    const rerunners = evidence.rerunners.map(({ person }) => person);
    if (evidence.kind === 'ref')
        return people(evidence.sender.person, ...rerunners);
    const { cause } = evidence;
    const approver = crossing.kind === 'pull-request' ? crossing.approval?.approver : undefined;
    // A label or push under an approval is anybody's; the approver answers for it. A command is its giver's own.
    return people(cause.by === 'event' ? (approver ?? cause.sender.person) : cause.sender.person, ...rerunners);
}
const people = (...all) => all.filter((person) => person !== null && person !== undefined);

// EXTERNAL MODULE: ./build/js/reasons.js + 8 modules
var reasons = __webpack_require__(7953);
;// CONCATENATED MODULE: ./build/js/facts/files.js
/** The files that a commit changes, as GitHub lists them. */
/** Both names of a renamed file, the one of any other. Pure. */
const namesOf = ({ path, from }) => from === undefined ? [path] : [path, from];

// EXTERNAL MODULE: ./build/js/request/tests.js
var request_tests = __webpack_require__(7845);
;// CONCATENATED MODULE: ./build/js/request/files.js
/** Which tests the files of a commit need (input `paths`). Pure. */



/** A change here may change what is tested at all. A submodule has the name of the folder itself. */
const workflows = /^\.github(?:\/|$)/;
/**
 * The tests of the files, which may be none. A renamed file counts under both names. All, where the list was cut or
 * something below `.github/` changes.
 */
function selectByFiles({ files, complete }, rules) {
    const names = files.flatMap(namesOf);
    if (!complete || names.some((name) => workflows.test(name)))
        return (0,request_tests/* selectAll */.Ub)(rules);
    const needed = [...rules.paths].filter(([, patterns]) => names.some((name) => isMeant(patterns, name)));
    return (0,request_tests/* selectIds */.hs)(needed.map(([id]) => id), rules);
}

;// CONCATENATED MODULE: ./build/js/request/live-selection.js
/** What a pull request asks for as it is now: by its labels, or by the files of its head. */




/**
 * The selection of a pull request, which may be no test at all (`needsNone`). Files are read, in one round trip, only
 * where there are `paths` and no label chooses. Not known where they could not be read: who starts tests takes that for
 * all of them (`orAll`), who stops or settles waits.
 */
async function liveSelection(github, pull, rules) {
    return (0,request_tests/* isLeftToFiles */.as)(pull.labels, rules)
        ? neededBy(github, pull, rules)
        : (0,facts_fact/* known */.eO)((0,request_tests/* select */.Lt)(pull.labels, rules));
}
/** The tests that the files of a pull request need, whatever its labels choose; all where there are no `paths`. */
async function neededBy(github, { baseBranch, head }, rules) {
    const { paths } = rules;
    if (paths === undefined)
        return (0,facts_fact/* known */.eO)((0,request_tests/* selectAll */.Ub)(rules));
    const files = await (0,ask/* ask */.k)(github.filesOf(baseBranch, head.sha));
    return files.known ? (0,facts_fact/* known */.eO)(selectByFiles(files.value, { ...rules, paths })) : files;
}
/** All tests, where it could not be found out which. Pure. */
const orAll = (fact, rules) => fact.known ? fact.value : selectAll(rules);

;// CONCATENATED MODULE: ./build/js/request/wanted.js
/** What may be asked of GitLab, before anybody has said that it may. */


/** What a pull request asks for as it is labelled now. A fork is named by its commit: its branch name is an outsider's text. Pure. */
function wantedBy(pull, { tests, all }, repository) {
    const { number, base, head } = pull;
    const twin = (0,facts_names/* sameRepository */.RB)(head.repository, base) ? head.branch : undefined;
    return { repository, origin: number, commit: head.sha, branch: twin ?? head.sha, twin, tests, all };
}
/** What crosses by an approval is asked for as a fork's is: its branch, too, may bear a name that an outsider chose. Pure. */
function wantedOfApproved(pull, selected, repository) {
    const wanted = wantedBy(pull, selected, repository);
    return { ...wanted, branch: wanted.commit, twin: undefined };
}
/** What of it may not be sent on: a branch or test ids, in whatever characters. Pure. */
const unsafeIn = ({ branch, tests }) => [branch, ...tests].filter((value) => !alphabet/* safeValue */.pI.test(value));

;// CONCATENATED MODULE: ./build/js/doctor/finding.js
/** What the doctor has to say of one thing: a closed sentence, and what to do. */


const well = (said) => ({ mark: 'well', said });
const warning = (said, todo) => ({ mark: 'warning', said, todo });
const wrong = (said, todo) => ({ mark: 'wrong', said, todo });
const unknowable = (said, todo) => ({
    mark: 'unknown',
    said: `could not find out: ${said}`,
    todo,
});
/** What this token is not meant to be told, by our own advice: no fault of anybody's. */
const untold = (said, todo) => ({
    mark: 'warning',
    said: `could not find out: ${said}`,
    todo,
});
/** What is found where a question had no answer, told by the reason of the failure. */
function unanswered(fact, what) {
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(fact.reason);
    return unknowable(`${what} (${sentence})`, remedy);
}
/** After these another look may find something else: the service has given no answer of its own. */
const passing = [
    ...['github-unavailable', 'github-rate-limited', 'github-untrusted', 'github-unexpected'],
    ...['gitlab-unavailable', 'gitlab-rate-limited', 'gitlab-untrusted', 'gitlab-unexpected'],
    ...['vault-unavailable', 'vault-rate-limited', 'vault-untrusted', 'vault-unexpected'],
    ...['vault-lagging', 'vault-leader-unreachable', 'vault-issuer-unreachable', 'vault-sealed'],
];
/** The same of a question to which a no is an answer, as to a token that is refused. */
function refusedOrUnknown(fact, what) {
    if (passing.includes(fact.reason))
        return unanswered(fact, what);
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(fact.reason);
    return wrong(sentence, remedy);
}
/** Judges what is known, or says that it could not be found out. Pure. */
const judged = (fact, what, judge) => ((0,facts_fact/* isUnknown */.t8)(fact) ? [unanswered(fact, what)] : judge(fact.value));
/** The faults, or the one line that there are none. Pure. */
const orWell = (faults, said) => faults.length > 0 ? faults : [well(said)];

;// CONCATENATED MODULE: ./build/js/doctor/crossing.js
/** "Would this pull request cross?": the real gate is asked, as if its author had just opened it anew. */












/** The rows of the gate for one pull request, then its answer. */
async function crossingFound(ports, settings, number) {
    const live = await (0,ask/* ask */.k)(ports.github.pull(number), { 'not-found': 'pull-request-not-found' });
    if (!live.known)
        return [unanswered(live, `whether #${number} would cross`)];
    const pull = live.value;
    const { author } = pull;
    if (author === null)
        return [ended(number, { decision: 'denied', reason: 'author-gone' })];
    const run = { event: eventFor(pull, author, ports.clock.now()), rerunner: undefined, attempt: 1 };
    const evidence = await gather(ports, run, { ...settings, pullRequest: number });
    if (evidence.kind !== 'pull-request')
        return [unknowable(`whether #${number} would cross`, 'Look at the labels and the inputs about them.')];
    const decision = decide(evidence, settings.gate);
    const rows = rowsOf(evidence);
    if (decision.decision !== 'allowed')
        return [...rows, ended(number, decision)];
    const [selection, rights] = await Promise.all([
        liveSelection(ports.github, pull, settings.selection),
        rightsFor(ports, settings, evidence, decision),
    ]);
    if (!selection.known)
        return [...rows, unanswered(selection, 'which tests its files need')];
    if (!selection.value.selected) {
        const { reason, labels } = selection.value;
        return [
            ...rows,
            wrong(`its labels are refused (${(0,shown/* shownList */.y9)(labels)}): ${(0,reasons/* reasonOf */.A)(reason).sentence}`, (0,reasons/* reasonOf */.A)(reason).remedy),
        ];
    }
    const { tests } = selection.value;
    if (!rights.known)
        return [...rows, unanswered(rights, 'which tests its people may run')];
    const beyond = rights.value.flatMap((one) => beyondRights(tests, one));
    if (beyond.length > 0) {
        const { sentence, remedy } = (0,reasons/* reasonOf */.A)('test-not-allowed');
        return [...rows, wrong(`${sentence}: ${(0,shown/* shownList */.y9)([...new Set(beyond)])}`, remedy)];
    }
    const stopped = stoppedBy(pull, selection.value, decision, settings);
    if (stopped !== undefined)
        return [...rows, wrong((0,reasons/* reasonOf */.A)(stopped).sentence, (0,reasons/* reasonOf */.A)(stopped).remedy)];
    if ((0,request_tests/* needsNone */.cL)(selection.value))
        return [...rows, well(`#${number} would start nothing: no private test concerns its files`)];
    return [...rows, well(`#${number} would cross (${decision.reason}), with ${(0,shown/* shownList */.y9)(tests)}`)];
}
/** What a run refuses to send on, where the gate has nothing against it. */
function stoppedBy(pull, selected, { crossing }, { github, pipeline }) {
    const isApproved = crossing.kind === 'pull-request' && crossing.approval !== undefined;
    const wanted = (isApproved ? wantedOfApproved : wantedBy)(pull, selected, github.repository);
    if (unsafeIn(wanted).length > 0)
        return 'unsafe-value';
    return (0,limits/* fitsInputs */.k5)(wanted, pipeline) ? undefined : 'gitlab-input-too-long';
}
/** As a payload would tell it that its author opens it again: that pushes nothing, and whoever pushed is read. */
const eventFor = ({ number, head, baseBranch, labels }, author, at) => ({
    kind: 'pull-request',
    action: 'reopened',
    ...{ number, head, base: baseBranch, labels, at, sender: author, author },
    ...{ rerunner: undefined, label: undefined, rebased: false, moved: undefined },
});
function rightsFor({ github }, { rights, gate }, evidence, { crossing }) {
    if (rights === undefined)
        return Promise.resolve((0,facts_fact/* known */.eO)([]));
    return Promise.all(answerable(evidence, crossing).map((person) => rights_readRights(github, gate.organization, rights, person))).then((facts) => facts.find((fact) => !fact.known) ?? (0,facts_fact/* known */.eO)(facts.flatMap((fact) => (fact.known ? [fact.value] : []))));
}
/** One row for each person: the author, and everybody who pushed. */
function rowsOf({ author, pushers, approvals }) {
    const people = !pushers.known || pushers.value === undefined ? [] : pushers.value;
    const others = people.filter(({ person }) => person?.id !== author.person?.id);
    const once = [...new Map(others.map((one) => [one.person?.id, one])).values()];
    const approved = approvals?.known && approvals.value.length > 0;
    const row = (witness, part) => rowOf(witness, part, approved === true);
    return [
        row(author, 'its author'),
        ...once.map((one) => row(one, 'who pushed to its branch')),
        ...(pushers.known ? [] : [unanswered(pushers, 'who pushed to its branch')]),
        ...(pushers.known && pushers.value === undefined
            ? [wrong('GitHub has no record of who pushed to its branch', approve)]
            : []),
    ];
}
const approve = 'A member with write access comments `/ok-to-test` with the 40 digits of the commit.';
function rowOf({ person, member }, part, isApproved) {
    const name = person !== null && /^[A-Za-z0-9-]{1,39}(?:\[bot\])?$/.test(person.login) ? `@${person.login}, ` : '';
    const who = person === null ? `${part} is gone` : `${name}${part}`;
    if (!member.known)
        return unanswered(member, `whether ${who}, is a member`);
    if (member.value)
        return well(`${who}, is a member`);
    if (isApproved)
        return well(`${who}, is no member; there is a comment that approves this commit`);
    return wrong(`${who}, is no member`, approve);
}
function ended(number, { decision, reason }) {
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(reason);
    const said = `#${number} would not cross: ${sentence} (${reason})`;
    return decision === 'undecided' ? unknowable(said, remedy) : wrong(said, remedy);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/js/doctor/workflow.js
/** Workflow files as the doctor sees them: events, jobs, and the steps that use the action. Pure. */

/** Reads a file; undefined for one that is no workflow. */
function readWorkflow({ path, text }) {
    let parsed;
    try {
        parsed = (0,dist/* parse */.qg)(text);
    }
    catch {
        return undefined;
    }
    const file = mapping(parsed);
    if (file['on'] === undefined || file['jobs'] === undefined)
        return undefined;
    return {
        path,
        name: textOf(file['name']) || path,
        events: eventsOf(file['on']),
        permissions: permissionsOf(file['permissions']),
        concurrency: concurrencyOf(file['concurrency']),
        env: textsOf(file['env']),
        jobs: Object.entries(mapping(file['jobs'])).map(([id, given]) => jobOf(id, mapping(given))),
    };
}
/** `owner/drawbridge@ref`, whoever has copied it. */
const isOurs = ({ uses }) => /^[\w.-]+\/drawbridge@/i.test(uses);
/** All steps that use the action. */
const usesIn = (workflows) => workflows.flatMap((workflow) => workflow.jobs.flatMap((job) => job.steps
    .filter(isOurs)
    .map((step) => ({ workflow, job, step, callers: callersOf(workflow, workflows) }))));
/** Jobs of these workflows that call one, and those that call theirs, each once. */
function callersOf(called, all) {
    const found = [];
    const look = ({ path }) => {
        for (const workflow of all)
            for (const job of workflow.jobs) {
                const isKnown = found.some((one) => one.job === job);
                if (isKnown || !job.calls.split('@', 1)[0]?.endsWith(`/${path}`))
                    continue;
                found.push({ workflow, job });
                look(workflow);
            }
    };
    look(called);
    return found;
}
/** What a use does; where an expression says it, all that an event may ask for. */
const modeOf = ({ step }) => {
    const mode = (step.with['mode'] ?? '').trim();
    return mode === '' || mode.includes('${{') ? 'auto' : mode;
};
/** An expression in one form: GitHub takes `A['b']` for `a.b` (GitHub docs, "Contexts reference"; names in any case). */
const plainly = (expression) => expression.replace(/\s*\[\s*'([\w-]+)'\s*\]/g, '.$1').toLowerCase();
/** Events whose runs have secrets, though somebody else's pull request can cause them. */
const privileged = ['pull_request_target', 'workflow_run', 'issue_comment'];
/** How a file is called in a line; the default branch chose its name, and it is shown only where it is plain. */
const shownPath = (path) => (/^[\w./-]{1,120}$/.test(path) ? path : 'a workflow file');
function jobOf(id, job) {
    const { environment } = job;
    const named = (typeof environment === 'string' ? environment : textOf(mapping(environment)['name'])).trim();
    const secrets = job['secrets'];
    return {
        id,
        condition: textOf(job['if']),
        environment: named === '' ? undefined : named.includes('${{') ? '' : named,
        permissions: permissionsOf(job['permissions']),
        concurrency: concurrencyOf(job['concurrency']),
        env: textsOf(job['env']),
        needs: list(job['needs']).length > 0,
        calls: textOf(job['uses']),
        hands: secrets === 'inherit' ? 'all' : Object.keys(mapping(secrets)).length > 0 ? 'some' : 'none',
        steps: list(job['steps']).map((given) => {
            const step = mapping(given);
            const inputs = Object.entries(textsOf(step['with'])).map(([name, text]) => [name.toLowerCase(), text]);
            return {
                ...{ uses: textOf(step['uses']), run: textOf(step['run']), condition: textOf(step['if']) },
                ...{ with: Object.fromEntries(inputs), env: textsOf(step['env']) },
            };
        }),
    };
}
function eventsOf(on) {
    if (typeof on === 'string')
        return new Map([[on, {}]]);
    if (Array.isArray(on))
        return new Map(on.map((event) => [String(event), {}]));
    return new Map(Object.entries(mapping(on)).map(([event, filters]) => [event, mapping(filters)]));
}
function permissionsOf(given) {
    if (given === undefined)
        return undefined;
    if (given === 'read-all' || given === 'write-all')
        return given;
    return Object.fromEntries(Object.entries(mapping(given)).map(([scope, level]) => [scope, textOf(level)]));
}
function concurrencyOf(given) {
    if (given === undefined || given === null)
        return 'free';
    const cancels = mapping(given)['cancel-in-progress'];
    return cancels == null || cancels === false || cancels === 'false' ? 'queues' : 'cancels';
}
const textsOf = (given) => Object.fromEntries(Object.entries(mapping(given)).map(([name, value]) => [name, textOf(value)]));
/** The list below a filter, or the one value. */
const list = (value) => value === undefined || value === null ? [] : [value].flat();
/** YAML's booleans and numbers are texts for the runner. */
const textOf = (value) => ['string', 'boolean', 'number'].includes(typeof value) ? String(value) : '';
function mapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
/** Names between back-ticks. */
const quoted = (words) => words.map((word) => `\`${word}\``).join(', ');

;// CONCATENATED MODULE: ./build/js/doctor/agreement.js
/** Whether several steps that use the action know of each other. Pure. */


/** Inputs that make a request or decide about it: where two steps differ, one does not know what the other has done. */
const shared = [
    ...['organization', 'teams', 'trusted-bots', 'approvals', 'who-may-run', 'drafts'],
    ...['label-prefix', 'tests', 'test-jobs', 'paths', 'default-tests', 'all-label'],
    ...['gitlab-url', 'gitlab-project', 'gitlab-ref', 'twin-branches', 'pass-as', 'variables'],
    ...['branch-variable', 'tests-variable', 'status-context', 'proof'],
];
/** Which inputs differ between the steps that use the action, for the check `agreement`. Pure. */
function agreement(uses) {
    const steps = uses.filter(({ step }) => step.with['gitlab-project'] !== undefined);
    const names = shared.filter((name) => new Set(steps.map(({ step }) => (step.with[name] ?? '').trim())).size > 1);
    if (steps.length < 2)
        return orWell([], 'one step alone asks GitLab');
    return orWell(names.length > 0
        ? [
            wrong(`steps differ in ${quoted(names)}: one does not know what another has started`, 'Give them all the same value; a step that is for something else has a `status-context` and a project of its own.'),
        ]
        : [], `${steps.length} steps agree`);
}

;// CONCATENATED MODULE: ./build/js/doctor/checkout.js
/** Whether a workflow that has secrets brings in the code of a pull request. Pure. */


/** What names the code of a pull request, in an expression, a variable of the runner, or a reference. */
const foreign = /pull_request\.(?:head|number|merge_commit_sha|diff_url|patch_url)|github[._]head_ref|refs\/pull\/|\bpull\/[$\d]|workflow_run\.(?:head_|pull_requests)|issue\.(?:number|pull_request\.)|github\.event\.(?:number|after)\b/;
/** References that are never somebody else's: plain ones, and those of the base. */
const own = /^(?:[^$]*|\$\{\{\s*(?:github\.(?:sha|ref|ref_name|base_ref|workflow_sha|repository)|github\.event\.(?:repository\.(?:default_branch|full_name)|pull_request\.base\.(?:sha|ref)))\s*\}\})$/;
/** Commands that bring in files of a repository. */
const fetches = /\bgit\b[^\n]*\b(?:fetch|pull|clone|checkout|switch|worktree|merge|reset|cherry-pick|apply|am)\b|\bgh\s+(?:repo\s+clone|run\s+download)\b|\b(?:tarball|zipball|archive)\b|\.(?:diff|patch|tar\.gz|zip)\b/;
const checkout_ofPull = /\bgh\s+pr\s+(?:checkout|diff)\b|\bgh\s+co\b/;
const isCheckout = (uses) => /checkout|clone/i.test(uses);
/** Each workflow with secrets; one that is called has the events of those that call it. */
function checkoutFaults(uses, all) {
    const inUse = new Set(uses.map(({ job }) => job));
    const isPrivileged = ({ events }) => privileged.some((event) => events.has(event));
    return all
        .filter((one) => isPrivileged(one) || callersOf(one, all).some(({ workflow }) => isPrivileged(workflow)))
        .flatMap((workflow) => {
        const at = shownPath(workflow.path);
        const steps = workflow.jobs.flatMap((job) => job.steps.map((step) => ({ job, step, workflow })));
        const brought = steps.map((one) => broughtBy(one.step, one));
        if (brought.includes('foreign'))
            return [
                wrong(`${at} checks out the code of a pull request where there are secrets`, 'Do that in a workflow on `pull_request`, which has none.'),
            ];
        const beside = steps.some(({ job, step }) => inUse.has(job) && isCheckout(step.uses));
        return [
            ...(brought.includes('unseen')
                ? [
                    warning(`${at} checks out what an expression names that is not followed here, where there are secrets`, 'See that it is never the code of a pull request; write a branch of your own as it is.'),
                ]
                : []),
            ...(beside
                ? [
                    warning(`${at} checks something out beside the action, which needs no checkout`, 'Move that step to another job.'),
                ]
                : []),
        ];
    });
}
/** What a step brings in. `unseen`: that hangs on a value which is not followed. */
function broughtBy(step, { workflow, job }) {
    const variables = { ...workflow.env, ...job.env, ...step.env };
    if (step.uses !== '') {
        if (isOurs(step))
            return 'nothing';
        if (/download-artifact/i.test(step.uses))
            return step.with['run-id'] === undefined ? 'nothing' : 'unseen';
        const texts = [step.with['ref'] ?? '', step.with['repository'] ?? ''].map((text) => text.trim());
        if (texts.some((text) => foreign.test(filled(text, variables))))
            return 'foreign';
        return isCheckout(step.uses) && !texts.every((text) => own.test(plainly(text))) ? 'unseen' : 'nothing';
    }
    const script = step.run.toLowerCase();
    if (checkout_ofPull.test(script))
        return 'foreign';
    return fetches.test(script) && foreign.test(filled(step.run, variables)) ? 'foreign' : 'nothing';
}
/** A text, and behind it the values of the variables that it names. */
function filled(text, variables) {
    const named = Object.entries(variables).filter(([name]) => text.includes(name));
    return plainly([text, ...named.map(([, value]) => value)].join('\n'));
}

;// CONCATENATED MODULE: ./build/js/doctor/conditions.js
/** Whether an `if:` leaves somebody without a status. Pure. */


/** What tells people apart in a condition: whom it leaves out gets no status, and a required one never comes. */
const byPerson = /github\.(?:triggering_)?actor|\.sender\b|author_association|\.user\.(?:login|type|id)\b|head\.repo|head_repository|\.fork\b/;
/** A label in a condition: the events without it are skipped, and with them the status. */
const byLabel = /\.labels?\b/;
const byDraft = /\.draft\b/;
const never = /^\s*(?:\$\{\{)?\s*(?:false|0|null|'')\s*(?:\}\})?\s*$/;
/** Names that say the same of everybody's pull request; those of the examples are among them. */
const harmless = [
    /^github\.(?:event_name|repository|repository_owner|repository_id|run_attempt)$/,
    /^github\.event\.(?:action|changes|changes\.base|issue\.pull_request|comment\.body)$/,
    /^github\.event\.(?:repository|inputs)\.[\w.-]+$|^inputs\.[\w-]+$/,
    /^github\.event\.workflow_run\.(?:run_attempt|event|name)$/,
    /^(?:contains|startswith|endswith|always|cancelled|success|true|false|null)$/,
];
/** Judges the conditions of a step, of its job, and of the jobs by which that is called. */
function conditionFaults(use) {
    // These tell no verdict of their own.
    if (['doctor', 'sweep', 'cancel', 'trigger'].includes(modeOf(use)))
        return [];
    const places = [use, ...use.callers];
    return [
        ...ofCondition(use.step.condition, use, 'the step'),
        ...places.flatMap((place) => ofCondition(place.job.condition, place, 'the job')),
        ...places.filter(({ job }) => job.needs).map(waiting),
    ];
}
const waiting = ({ workflow }) => warning(`the job in ${shownPath(workflow.path)} waits for another (\`needs\`): where that fails, no status is written`, 'Let the action have a job that waits for nothing.');
function ofCondition(written, { workflow }, part) {
    const at = `${part} in ${shownPath(workflow.path)}`;
    if (never.test(written))
        return [wrong(`${at} never runs: its \`if:\` is false`, 'Remove the `if:`.')];
    const condition = plainly(written);
    const by = byPerson.test(condition)
        ? 'by who somebody is'
        : byLabel.test(condition)
            ? 'by labels'
            : byDraft.test(condition)
                ? 'drafts'
                : forgotten(condition, [...workflow.events.keys()]);
    if (by !== undefined)
        return [
            wrong(`${at} leaves out ${by} (\`if:\`): no status is written then, and a required one never comes`, 'Leave that to the action: it decides who crosses, and says why not. Take the `if:` of the example.'),
        ];
    const names = condition.replace(/'(?:[^']|'')*'/g, '').match(/[a-z_][\w.*-]*/g) ?? [];
    return names.every((name) => harmless.some((one) => one.test(name)))
        ? []
        : [
            warning(`${at} has an \`if:\` that is not followed here: whom it leaves out gets no status`, 'Take the `if:` of the example (examples/workflows), or none.'),
        ];
}
const pushes = ['opened', 'synchronize', 'reopened'];
/** What a condition has forgotten that names events or actions one by one; undefined: nothing that is seen. */
function forgotten(condition, events) {
    const named = (name, operator) => {
        const found = condition.matchAll(new RegExp(`github\\.${name}\\s*${operator}\\s*'([\\w-]+)'`, 'g'));
        return [...found].map(([, one = '']) => one);
    };
    const ways = ['pull_request_target', 'workflow_run'].filter((event) => events.includes(event));
    const only = named('event_name', '==');
    const not = named('event_name', '!=');
    const isOut = (only.length > 0 && not.length === 0 && !only.some((event) => ways.includes(event))) ||
        (only.length === 0 && ways.length > 0 && ways.every((event) => not.includes(event)));
    if (ways.length > 0 && isOut)
        return 'pull requests';
    const actions = named('event\\.action', '==');
    const isChosen = actions.length > 0 && named('event\\.action', '!=').length === 0;
    return events.includes('pull_request_target') && isChosen && !pushes.every((one) => actions.includes(one))
        ? 'pushes'
        : undefined;
}

;// CONCATENATED MODULE: ./build/js/doctor/events.js
/** Whether the events of the workflows are those that count, and none is held back. Pure. */


/** What GitHub takes where `types` is left out (GitHub docs, "Events that trigger workflows", pull_request_target). */
const events_usual = ['opened', 'synchronize', 'reopened'];
/** Without these a push or a label is not noticed. */
const needed = ['opened', 'synchronize', 'reopened', 'labeled', 'unlabeled'];
const filters = ['paths', 'paths-ignore', 'branches-ignore'];
/** Modes that tell a verdict about a pull request, so that none of its events may be missed. */
const telling = ['auto', 'run', 'require-all'];
/** Judges all workflows that use the action, and those that call them. */
function eventsFound(uses, all) {
    const workflows = [...new Set(uses.flatMap(workflowsOf))];
    const isEnded = workflows.some(({ events }) => typesOf(events.get('pull_request_target')).includes('closed'));
    const faults = workflows.flatMap((workflow) => {
        const modes = uses.filter((use) => workflowsOf(use).includes(workflow)).map(modeOf);
        return eventFaults(workflow, all, { modes, isEnded });
    });
    return [...noWayIn(uses), ...faults];
}
const workflowsOf = (use) => [use, ...use.callers].map(({ workflow }) => workflow);
const typesOf = (given) => given !== undefined && 'types' in given ? list(given['types']).map(String) : events_usual;
function noWayIn(uses) {
    const listens = (use, events) => workflowsOf(use).some((workflow) => events.some((event) => workflow.events.has(event)));
    const ways = ['pull_request', 'pull_request_target', 'workflow_run'];
    if (uses.some((use) => ['auto', 'run'].includes(modeOf(use)) && listens(use, ways)))
        return [];
    const isElse = uses.some((use) => modeOf(use) === 'trigger' || listens(use, ['push', 'release', 'merge_group']));
    const todo = 'Take `pull_request_target`, or `workflow_run` behind an empty workflow (docs/recipes.md, "Without a policy: workflow_run").';
    return [
        isElse
            ? warning('no workflow listens to pull requests: they get no status', todo)
            : wrong('no workflow listens to pull requests, so none is ever tested', todo),
    ];
}
function eventFaults(workflow, all, duty) {
    const { events } = workflow;
    const at = shownPath(workflow.path);
    const pulls = events.get('pull_request_target');
    const runs = events.get('workflow_run');
    const faults = [];
    if (events.has('pull_request'))
        faults.push(wrong(`${at} listens to \`pull_request\`: runs of forks have no secrets, and the action refuses them`, 'Use `pull_request_target`, or `workflow_run` behind an empty workflow (docs/recipes.md, "Without a policy: workflow_run").'));
    const isTelling = duty.modes.some((mode) => telling.includes(mode));
    if (pulls !== undefined && isTelling)
        faults.push(...pullFaults(pulls, at, duty));
    if (runs !== undefined && isTelling)
        faults.push(...runFaults(runs, at, all));
    const comments = events.get('issue_comment');
    if (comments !== undefined && 'types' in comments && !list(comments['types']).includes('created'))
        faults.push(wrong(`${at} is not told of new comments, so no command is answered`, 'Set `types: [created]` of `issue_comment`.'));
    return faults;
}
function pullFaults(given, at, { modes, isEnded }) {
    const types = typesOf(given);
    const missing = needed.filter((type) => !types.includes(type));
    const filter = filters.find((name) => name in given);
    return [
        ...(missing.length > 0
            ? [
                wrong(`${at} is not told of ${quoted(missing)}`, `Add ${quoted(missing)} to \`types\` of the event.`),
            ]
            : []),
        ...(missing.length === 0 && !isEnded && modes.some((mode) => mode !== 'require-all')
            ? [
                warning(`${at} is not told of \`closed\`: pipelines go on for pull requests that are over`, 'Add `closed` to `types` of the event.'),
            ]
            : []),
        ...(filter !== undefined
            ? [
                wrong(`${at} has \`${filter}\`: a pull request that it leaves out never gets the status`, `Remove \`${filter}\`; the input \`paths\` chooses tests by files.`),
            ]
            : []),
        ...('branches' in given
            ? [
                warning(`${at} listens to pull requests into some branches alone (\`branches\`)`, 'See that each branch that requires the status is among them, or remove `branches`.'),
            ]
            : []),
    ];
}
function runFaults(given, at, all) {
    const names = list(given['workflows']).map(String);
    const first = all.filter(({ name }) => names.includes(name));
    const types = list(given['types']).map(String);
    const missing = ['requested', 'completed'].filter((type) => !types.includes(type));
    const pulls = first.flatMap(({ events, path }) => {
        const filtersOf = events.get('pull_request');
        const duty = { modes: ['auto'], isEnded: typesOf(filtersOf).includes('closed') };
        return filtersOf === undefined ? [] : pullFaults(filtersOf, shownPath(path), duty);
    });
    const filter = ['branches', 'branches-ignore'].find((name) => name in given);
    return [
        ...(first.length === 0
            ? [
                wrong(`${at} waits for a workflow that is not there`, 'Write below `workflows:` what the other file says at `name:`, to the letter.'),
            ]
            : !first.some(({ events }) => events.has('pull_request'))
                ? [
                    wrong(`${at} waits for a workflow that does not listen to \`pull_request\``, 'Let that one listen to `pull_request`, with all types of the example.'),
                ]
                : []),
        ...(missing.length > 0
            ? [
                wrong(`${at} is not told of ${quoted(missing)}`, 'Set `types: [requested, completed]` of `workflow_run`.'),
            ]
            : []),
        ...(filter !== undefined
            ? [
                wrong(`${at} has \`${filter}\` below \`workflow_run\`: it asks for the head's branch, whose name anybody chooses`, `Remove \`${filter}\`: a pull request that it leaves out never gets the status.`),
            ]
            : []),
        ...pulls,
    ];
}

;// CONCATENATED MODULE: ./build/js/doctor/hazards.js
/** What can be wrong with workflow files by themselves. Pure: files in, findings out. */





/** Each check that needs the files alone. */
const hazards = {
    events: (uses, all) => orWell(eventsFound(uses, all), 'the events are those that count'),
    conditions: (uses) => orWell(uses.flatMap(conditionFaults), 'no condition leaves out whom it should not'),
    checkout: (uses, all) => orWell(checkoutFaults(uses, all), 'nothing of a pull request is checked out beside secrets'),
    concurrency: (uses) => orWell(uses.flatMap((use) => [use, ...use.callers].flatMap(groupFaults)), 'no `concurrency` ends or drops a run'),
    pinned: (uses) => orWell(uses.flatMap(pinFaults), 'all actions of the job are pinned by commit'),
};
function groupFaults({ job, workflow }) {
    const both = [job.concurrency, workflow.concurrency];
    if (both.every((one) => one === 'free'))
        return [];
    if (!both.includes('cancels'))
        return [
            warning(`${shownPath(workflow.path)} has \`concurrency\`: GitHub lets one run wait, and drops it for the next one`, 'Remove it: what is dropped writes no status. The action joins and stops runs by itself.'),
        ];
    return [
        wrong(`${shownPath(workflow.path)} has \`cancel-in-progress\`: any label or comment kills the run that watches`, 'Remove it: the action stops what a newer run makes obsolete.'),
    ];
}
function pinFaults({ job: { steps }, workflow }) {
    const at = shownPath(workflow.path);
    const loose = steps.filter(({ uses }) => uses !== '' && !uses.startsWith('./') && !/@[0-9a-f]{40}$|@sha256:[0-9a-f]{64}$/.test(uses));
    const others = loose.filter((step) => !isOurs(step)).length;
    const branch = loose.some((step) => isOurs(step) && !/@v\d[\w.-]*$/.test(step.uses));
    return [
        ...(others > 0
            ? [
                wrong(`${at} uses ${others} other action${others === 1 ? '' : 's'} beside the secrets, not pinned by commit`, 'Pin by 40 digits: `uses: owner/name@<commit> # v1.2.3`; or move the step to another job.'),
            ]
            : []),
        ...(branch
            ? [
                wrong(`${at} uses the action from a branch, which can move`, 'Pin it by 40 digits: `uses: …/drawbridge@<commit> # v1.2.3`.'),
            ]
            : loose.some(isOurs)
                ? [
                    warning(`${at} uses the action by a tag, which can move`, 'Pin it by 40 digits, with the version behind it.'),
                ]
                : []),
    ];
}

;// CONCATENATED MODULE: ./build/js/doctor/job.js


/** The environments that the jobs name, each once; undefined among them: none. */
const environmentsOf = (uses) => [
    ...new Set(uses.flatMap(({ job }) => (job.environment ? [job.environment] : []))),
];
/** Whether a step is handed a secret. */
const hasSecret = (use) => secretsOf(use).length > 0;
/** Secrets that a step is handed, also by way of the environment of its process. */
const secretsOf = ({ step, job, workflow }) => {
    const texts = [step.with, step.env, job.env, workflow.env].flatMap((one) => Object.values(one));
    return [...new Set(texts.flatMap(secretsIn))].filter((name) => name !== 'GITHUB_TOKEN');
};
/** Judges the environments. Pure. */
function environmentFound(uses, environments) {
    const bare = uses.filter((use) => use.job.environment === undefined && hasSecret(use));
    const unseen = uses.filter(({ job }) => job.environment === '');
    const found = [...environments].flatMap(([name, fact]) => {
        const at = shownName(name);
        if (!fact.known)
            return [unanswered(fact, `whether ${at} exists`)];
        if (fact.value === undefined)
            return [
                wrong(`${at} does not exist: GitHub makes an empty one then, without secrets and open to every branch`, 'Make it under Settings > Environments, bound to the default branch, with the secrets in it.'),
            ];
        return fact.value.branches === 'any'
            ? [
                warning(`${at} is open to every branch: whoever may push can read its secrets`, 'Under Settings > Environments choose *Selected branches*: the default one.'),
            ]
            : [];
    });
    return orWell([
        ...[...new Set(bare.map(({ workflow }) => workflow.path))].map((path) => warning(`the job in ${shownPath(path)} has no \`environment:\`: its secrets are those of every workflow of the repository`, 'Move them to an environment that is bound to the default branch, and name it in the job.')),
        ...[...new Set(unseen.map(({ workflow }) => workflow.path))].map((path) => untold(`the environment of the job in ${shownPath(path)}, which an expression names`, 'Name it as it is: one that does not exist is made by the run, and is open to every branch.')),
        ...found,
    ], environments.size > 0
        ? 'the environment is there, and bound to branches'
        : 'no job that is handed a secret is without an `environment:`');
}
/** How an environment is called in a line. */
const shownName = (name) => /^[\w. -]{1,60}$/.test(name) ? `the environment \`${name}\`` : 'the environment';
/** The names of secrets in an expression. */
const secretsIn = (value) => [...plainly(value).matchAll(/\bsecrets\s*\.\s*([a-z_]\w{0,99})/g)].map(([, name = '']) => name.toUpperCase());
/**
 * Whether each secret that a step names exists. GitHub hands over the empty text for one that does not. Pure.
 * @param names those that are there, of all levels; undefined: only an administrator may list them
 */
function secretsFound(uses, names, empty) {
    const blank = uses.flatMap(({ step }) => secretInputs.filter((input) => step.with[input] !== undefined && step.with[input]?.trim() === ''));
    const faults = [...new Set([...blank, ...empty])].map((input) => wrong(`\`${input}\` is empty`, 'Name a secret that exists, or leave the input out.'));
    const handed = uses.filter(hasSecret);
    // What cannot be named here is not said to be there.
    const isOpaque = uses.some(({ step }) => Object.values(step.with).some((value) => /\bsecrets\s*(?:\[\s*[^'\s]|\)|\.\s*\*)/.test(plainly(value))));
    if (isOpaque)
        faults.push(untold('which secret an expression names', 'Write `secrets.NAME`, which can be looked for.'));
    for (const { workflow, job, callers } of handed)
        if (job.environment === undefined && callers.some((caller) => caller.job.hands === 'none'))
            faults.push(wrong(`${shownPath(workflow.path)} is called without \`secrets:\`, so its secrets are empty`, 'Add `secrets: inherit` to the job that calls it, or name an environment that holds them.'));
    if (handed.length === 0)
        return orWell(faults, 'no secret is named');
    const unlisted = names.known ? names.value === undefined : names.reason === 'github-forbidden';
    if (unlisted)
        return [
            ...faults,
            untold('only an administrator is told which secrets there are', 'Let an administrator run `drawbridge doctor`; in a run an empty one is an error of its own.'),
        ];
    return [
        ...faults,
        ...judged(names, 'which secrets there are', (there) => there === undefined
            ? []
            : orWell(handed.flatMap((use) => missingFor(use, there)), 'each secret that is named is there')),
    ];
}
/** Secrets of one step that its job is not given: another environment's are none of its own. */
function missingFor(use, { everywhere, inEnvironment }) {
    const { environment } = use.job;
    // A caller may have given it another name.
    if (use.callers.some(({ job }) => job.hands === 'some'))
        return [];
    const there = [...everywhere, ...(inEnvironment.get(environment ?? '') ?? [])];
    return secretsOf(use)
        .filter((name) => !there.includes(name))
        .map((name) => environment === ''
        ? untold(`whether the environment has the secret \`${name}\``, 'Name the environment as it is.')
        : wrong(`there is no secret \`${name}\``, `\`gh secret set ${name}\`, with \`--env\` for the environment of the job.`));
}
/** Inputs that hold a secret: empty, they are a fault of the set-up. */
const secretInputs = [
    ...['github-token', 'membership-token', 'duplicate-token', 'gitlab-token', 'gitlab-trigger-token'],
    ...['vault-token', 'vault-secret-id'],
];

;// CONCATENATED MODULE: ./build/js/doctor/file-section.js




/** Judges them. */
function fileSection({ faults, absent }, files, all, uses) {
    const inputs = orWell([
        ...faults.map(({ input, wrong: what }) => wrong(`\`${input}\` ${what}`, 'Correct it in the workflow file.')),
        ...[...absent]
            .filter(([input]) => !secretInputs.includes(input))
            .map(([input, where]) => unknowable(`the value of \`${input}\` is not at hand`, where)),
    ], 'the inputs are right');
    if (!files.known)
        return { inputs, files: [unanswered(files, 'which workflow files there are')] };
    const broken = files.value.length - all.length;
    const unread = broken === 0
        ? []
        : [
            unknowable(`what ${broken} of ${files.value.length} workflow files say: they are no workflows, or no YAML`, 'Mend them, or take them out of .github/workflows: a fault of theirs is not seen here.'),
        ];
    if (uses.length === 0)
        return {
            inputs,
            files: [
                ...unread,
                wrong('no workflow file of the default branch uses the action', 'Copy one from examples/workflows, and merge it: events take it from the default branch.'),
            ],
        };
    const count = new Set(uses.map(({ workflow }) => workflow.path)).size;
    const looked = Object.entries(hazards).map(([name, look]) => [name, look(uses, all)]);
    return {
        inputs,
        files: [...unread, well(`${count} of ${all.length} workflow files use the action`)],
        ...Object.fromEntries(looked),
        agreement: agreement(uses),
    };
}

;// CONCATENATED MODULE: ./build/js/doctor/people.js
/** Whether the token that reads membership sees those who conceal it, and the teams. */


/** The account that stands in for those who are gone; it can be a member of nothing (docs/facts/github.md, "Membership"). */
const nobody = 'ghost';
/**
 * Asks about somebody who is no member: who sees the members is told 404, who does not is sent elsewhere (302). So it is
 * known without the name of anybody who conceals it.
 */
async function membershipFound(github, policy) {
    const { organization, membershipTokenGiven } = policy;
    const [there, membership, listed] = await Promise.all([
        (0,ask/* ask */.k)(github.organizationExists(organization)),
        (0,ask/* ask */.k)(github.organizationMembership(organization, nobody), {
            forbidden: 'membership-hidden',
            moved: 'membership-hidden',
        }),
        (0,ask/* ask */.k)(github.listedMember(organization, nobody), {
            forbidden: 'membership-hidden',
            moved: 'membership-hidden',
        }),
    ]);
    if (there.known && !there.value)
        return [
            wrong('there is no such organisation', 'Name it in `organization`; default: the owner of the repository.'),
        ];
    if (membership.known && listed.known && !listed.value)
        return [well('members that conceal it are seen')];
    const hidden = [membership, listed].some((fact) => !fact.known && fact.reason === 'membership-hidden');
    if (hidden || (listed.known && listed.value))
        return [
            membershipTokenGiven
                ? wrong('`membership-token` does not see the members of the organisation', 'Make it with the organisation as its owner, and *Members: read*; where the organisation asks for it, an owner approves it.')
                : warning('without `membership-token` only public members are known: all others wait for an approval', 'Give a token with *Members: read*, or let members show that they are (github.com/orgs/…/people).'),
        ];
    const fact = [membership, listed, there].find((one) => !one.known);
    return fact && !fact.known ? [unanswered(fact, 'whether members are seen')] : [];
}
/** Asks for each team that is named. A team that is not there lets nobody in; one that is hidden neither. */
async function teamsFound(github, { organization }, teams) {
    const facts = await Promise.all(teams.map((team) => (0,ask/* ask */.k)(github.teamMembership(organization, team, nobody), {
        'not-found': 'team-hidden',
        forbidden: 'team-hidden',
        moved: 'team-hidden',
    })));
    return orWell(facts.flatMap((fact, n) => {
        if (fact.known)
            return [];
        if (fact.reason !== 'team-hidden')
            return [unanswered(fact, 'whether a team is there')];
        return [
            wrong(`the team \`${teams[n]}\` is not there, or the token does not see it`, 'Write its slug as in the address of its page; the token needs *Members: read*.'),
        ];
    }), teams.length === 0 ? 'no team is asked for' : 'the teams are there');
}

;// CONCATENATED MODULE: ./build/js/doctor/permissions.js


const permissions_ladder = ['none', 'read', 'write'];
const isAtLeast = (level, least) => permissions_ladder.indexOf(level) >= permissions_ladder.indexOf(least);
/** Whether a token is the job's own: what the input says, as it is written. */
const isJobToken = (written) => written === undefined || /^\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\}$/i.test(written.trim());
/**
 * What a job's token may do; undefined where its permissions are the repository's own, which are not known. A workflow that
 * is called has what its callers have, at most (GitHub docs, "Reusing workflow configurations").
 */
function levelOf(use, scope, usual) {
    const levels = [use, ...use.callers].map((place) => levelAt(place, scope, usual));
    const [least] = permissions_ladder.filter((level) => levels.includes(level));
    return least === 'none' || !levels.includes(undefined) ? least : undefined;
}
function levelAt({ job, workflow }, scope, usualOf) {
    const given = job.permissions ?? workflow.permissions;
    if (given === 'read-all')
        return scope === 'id-token' ? 'none' : 'read';
    if (given === 'write-all')
        return 'write';
    if (given !== undefined)
        return permissions_ladder.find((level) => level === given[scope]) ?? 'none';
    // An ID token is never given unasked (GitHub docs, "OpenID Connect reference").
    if (scope === 'id-token')
        return 'none';
    if (!usualOf.known)
        return undefined;
    // GitHub docs, "GITHUB_TOKEN": the restricted default reads contents and packages alone.
    return usualOf.value === 'write' ? 'write' : scope === 'contents' ? 'read' : 'none';
}
/** What is missing in the `permissions:` of each job, and what is too much. Pure. */
function permissionsFound(uses, needsOf, usual) {
    return orWell(uses.flatMap((use) => permissionFaults(use, needsOf(use), usual)), 'the jobs have the permissions that they need');
}
function permissionFaults(use, needs, usual) {
    const at = shownPath(use.workflow.path);
    const own = isJobToken(use.step.with['github-token']);
    const wanted = [
        ...(own && needs.statuses ? [['statuses', 'write']] : []),
        ...(own && needs.pulls ? [['pull-requests', needs.commands ? 'write' : 'read']] : []),
        ...(own && needs.contents ? [['contents', 'read']] : []),
        ...(needs.idToken ? [['id-token', 'write']] : []),
    ];
    const levels = wanted.map(([scope, least]) => ({ scope, least, level: levelOf(use, scope, usual) }));
    const unknown = levels.filter(({ level }) => level === undefined);
    const missing = levels.filter(({ level, least }) => level !== undefined && !isAtLeast(level, least));
    const all = use.job.permissions ?? use.workflow.permissions;
    const spare = typeof all === 'object' ? spareIn(all, use, needs) : [];
    const lines = missing.map(({ scope, least }) => `\`${scope}: ${least}\``).join(', ');
    return [
        ...(missing.length > 0
            ? [wrong(`the job in ${at} lacks ${lines}`, `Add to its \`permissions:\` ${lines}.`)]
            : []),
        ...(unknown.length > 0
            ? [
                untold(`the job in ${at} has no \`permissions:\`, and only an administrator is told what it gets`, `Write them into the file: ${wanted.map(([scope, least]) => `\`${scope}: ${least}\``).join(', ')}.`),
            ]
            : []),
        ...(spare.length > 0
            ? [
                warning(`the job in ${at} may do more than the action does: ${spare.map((scope) => `\`${scope}: write\``).join(', ')}`, 'Take it out of its `permissions:`; what else needs it can have a job of its own.'),
            ]
            : []),
        ...(all === 'write-all' || (all === undefined && usual.known && usual.value === 'write')
            ? [
                warning(`the job in ${at} may write everything`, `Write into the file: ${wanted.map(([scope, least]) => `\`${scope}: ${least}\``).join(', ')}.`),
            ]
            : []),
    ];
}
/** What some mode or input of the action writes by a job's own token (docs/security.md, "Least permissions"). */
const written = ['statuses', 'pull-requests', 'issues', 'contents'];
function spareIn(all, { job }, { idToken }) {
    // Another step may be what it is for.
    const isShared = job.steps.some((step) => !isOurs(step));
    const names = Object.keys(all).filter((scope) => all[scope] === 'write' && /^[a-z-]{1,40}$/.test(scope));
    const spare = names.filter((scope) => !written.includes(scope) && !(scope === 'id-token' && idToken));
    return isShared ? [] : spare;
}
/**
 * Whether commit statuses may be written, without writing one. A job's token may what its job says; a classic token of a
 * person says it by its scopes (GitHub docs, "Scopes for OAuth apps"); of any other nothing tells. Pure.
 */
function statusesFound(uses, usual, token) {
    if (token.isOwn) {
        const levels = uses.map((use) => levelOf(use, 'statuses', usual));
        if (levels.length > 0 && levels.every((level) => level === 'write'))
            return [well('the token of the job may write statuses')];
        if (levels.includes(undefined) || levels.length === 0)
            return [
                untold('whether the token of the job may write statuses', 'Give the job `statuses: write` in the file.'),
            ];
        return [wrong('the token of the job may not write statuses', 'Give the job `statuses: write`.')];
    }
    const { scopes, isPublic, mayPush } = token;
    if (scopes === undefined)
        return [
            untold('GitHub does not tell whether this token may write statuses, and none is written to try it', 'See that it has *Commit statuses: write*; the first run shows it.'),
        ];
    if (mayPush !== true)
        return [
            wrong('whom `github-token` belongs to may not write in the repository, so it writes no status', 'Give that person write access, or take the token of the job.'),
        ];
    const enough = ['repo', 'repo:status', ...(isPublic ? ['public_repo'] : [])];
    return scopes.some((scope) => enough.includes(scope))
        ? [well('`github-token` may write statuses, by its scopes')]
        : [wrong('`github-token` has no scope that writes statuses', 'Give it the scope `repo:status`.')];
}

;// CONCATENATED MODULE: ./build/js/doctor/policy.js


/** When the default policy began to block (GitHub changelog of 2026-09-17), epoch ms. */
const defaultEnforcedFrom = Date.parse('2026-12-02T00:00:00Z');
const where = 'Settings > Actions > Policies';
const how = `Under ${where} add a policy for the file, whose *Restrict events* lists every event of it (docs/recipes.md, "Allow pull_request_target by a policy").`;
/** Judges each file with each of its events. Pure. */
function policyFound(uses, facts) {
    const workflows = [...new Map(uses.map(({ workflow }) => [workflow.path, workflow])).values()];
    const targets = workflows.filter(({ events }) => events.has('pull_request_target'));
    if (!facts.hasPolicies)
        return orWell([], 'this GitHub has no Actions policies');
    const { policies } = facts;
    const hidden = policies.known
        ? policies.value === undefined && !facts.isAdmin
        : policies.reason === 'github-forbidden';
    if (hidden)
        return [hiddenFound(targets.length > 0 && facts.isPublic, facts.isDefaultEnforced)];
    return judged(policies, 'which Actions policies there are', (listed = []) => orWell(workflows.flatMap(({ path, events }) => [...events.keys()].flatMap((event) => faultsOf(path, event, listed, facts))), 'all events of the workflows may start them'));
}
function hiddenFound(blocks, isEnforced) {
    const said = 'only an administrator is told of Actions policies';
    const todo = `Let an administrator run \`drawbridge doctor\`, or look under ${where}.`;
    if (!blocks)
        return untold(said, todo);
    const since = isEnforced ? 'since' : 'from';
    return unknowable(`${said}, and without one GitHub refuses \`pull_request_target\` in public repositories ${since} 2026-12-02`, todo);
}
function faultsOf(path, event, listed, { isPublic, isDefaultEnforced }) {
    const at = shownPath(path);
    const active = listed.filter(({ enforcement }) => enforcement === 'active');
    const covering = active.map((policy) => ({ policy, covers: covers(policy, path) }));
    if (covering.some(({ policy, covers: is }) => is === undefined || (is && !policy.complete)))
        return [
            unknowable(`a policy has patterns or rules that are not read here; \`${event}\` of ${at}`, `Look under ${where}.`),
        ];
    const rules = covering.flatMap(({ policy, covers: is }) => (is ? [policy] : []));
    const lists = rules.flatMap(({ events }) => (events === undefined ? [] : [events]));
    const byDefault = lists.length === 0 && isPublic && event === 'pull_request_target';
    return [
        ...(lists.some((events) => !events.includes(event))
            ? [
                wrong(`an Actions policy refuses \`${event}\` of ${at}`, `Add \`${event}\` to the events of that policy, under ${where}.`),
            ]
            : []),
        ...(byDefault && isDefaultEnforced
            ? [wrong(`GitHub's default policy refuses \`pull_request_target\` of ${at}`, how)]
            : []),
        ...(byDefault && !isDefaultEnforced
            ? [warning(`GitHub will refuse \`pull_request_target\` of ${at} from 2026-12-02`, how)]
            : []),
        ...(rules.some(({ restrictsActors }) => restrictsActors) && event === 'pull_request_target'
            ? [
                warning(`an Actions policy lets only some people start ${at}: the others get no status at all`, 'See that whoever opens pull requests is among them.'),
            ]
            : []),
    ];
}
/** Whether a policy is about a file; undefined where that depends on a pattern, whose rules are not written down. */
function covers({ include, exclude }, path) {
    const isPattern = (one) => one !== '~ALL' && /[*?[\]{}!]/.test(one);
    if (exclude.includes(path))
        return false;
    if (exclude.some(isPattern))
        return undefined;
    if (include.length === 0 || include.includes('~ALL') || include.includes(path))
        return true;
    return include.some(isPattern) ? undefined : false;
}

;// CONCATENATED MODULE: ./build/js/doctor/required.js



/** The App of GitHub Actions, as whom a job's own token writes (`GET /apps/github-actions`). */
const actionsApp = 15_368;
const required_where = 'Settings > Rules > Rulesets';
/** Judges what the default branch requires. */
function rulesetFound(required, contexts, { isOwn, isMixed, reported, seen }) {
    if (contexts.length === 0)
        return [
            warning('no commit status is written (`status-context` is empty)', 'Give it a name, and require that one.'),
        ];
    return judged(required, 'what the default branch requires', (checks) => contexts.flatMap((context) => {
        const found = checks.filter((check) => check.context === context);
        const name = (0,shown/* shown */.SP)(context);
        if (found.length === 0)
            return [
                wrong(`the default branch does not require the status \`${name}\`: a pull request merges without it`, `Under ${required_where} require it, with the source *GitHub Actions*.`),
            ];
        if (found.every(({ source }) => source === undefined))
            return [
                warning(`\`${name}\` is required from any source: whoever may write statuses can write it`, `Under ${required_where} choose its source: *GitHub Actions*, or the App whose token writes it.`),
            ];
        if (isMixed)
            return [
                wrong(`\`${name}\` has two sources: some steps have a \`github-token\` of their own, and others that of the job`, `Give all of them tokens of one App, or none, and choose that source under ${required_where}.`),
            ];
        if (isOwn && context === reported)
            return [
                wrong(`\`${name}\` has two sources: the job's own token, and that of the report in GitLab, which is another`, `Give \`github-token\` and the report tokens of one App, and choose that App under ${required_where}.`),
            ];
        const sources = found.flatMap(({ source }) => (source === undefined ? [] : [source]));
        const fromActions = sources.includes(actionsApp);
        if (isOwn !== fromActions || new Set(sources).size > 1)
            return [
                anotherSource(name, isOwn ? `The token of the job writes it: under ${required_where} choose *GitHub Actions*.` : ofApp),
            ];
        const writers = seen.get(context);
        return isOwn || writers === undefined
            ? [well(`\`${name}\` is required, from its source`)]
            : writersFound(writers, sources[0], name);
    }));
}
/** Judges whether the App that is required is the one that has written: of a token nothing tells whose it is. */
function writersFound(writers, source, name) {
    return judged(writers, `who writes \`${name}\``, (seen) => {
        if (seen.some((one) => one !== 'hidden' && one !== source))
            return [anotherSource(name, ofApp)];
        if (seen.length > 0 && !seen.includes('hidden'))
            return [well(`\`${name}\` is required, from the App that writes it`)];
        return [
            untold(`whether the App that writes \`${name}\` is the one that is required`, 'Look again when a run has written it; one App has to be the source, here and in GitLab.'),
        ];
    });
}
const anotherSource = (name, todo) => wrong(`\`${name}\` is required from another source than the one that writes it`, todo);
const ofApp = `Under ${required_where} choose the App whose token is \`github-token\`, and that of a report in GitLab.`;
/** Which labels of `tests` the repository lacks. GitHub finds labels in any case of letters. */
function labelsFound(labels, wanted, prefix) {
    return judged(labels, 'which labels there are', (there) => {
        const keys = new Set(there.map(facts_names/* nameKey */.Rc));
        if (wanted === undefined) {
            const some = there.some((label) => (0,facts_names/* nameKey */.Rc)(label).startsWith((0,facts_names/* nameKey */.Rc)(prefix)));
            return some
                ? [well('there are labels that choose tests')]
                : [
                    warning(`no label begins with \`${(0,shown/* shown */.SP)(prefix)}\`: nobody can choose tests`, 'Make some, or list `tests`; until then `default-tests` run.'),
                ];
        }
        const missing = wanted.filter((label) => !keys.has((0,facts_names/* nameKey */.Rc)(label)));
        return orWell(missing.map((label) => wrong(`there is no label \`${(0,shown/* shown */.SP)(label)}\``, `\`gh label create ${plain(label)}\``)), `the ${wanted.length} labels of \`tests\` are there`);
    });
}
/** A label as one types it: in quotes unless it is plain. */
const plain = (label) => /^[\w.:/-]+$/.test(label) ? label : `"${(0,shown/* shown */.SP)(label).replace(/"/g, '')}"`;

;// CONCATENATED MODULE: ./build/js/doctor/include.js
/** Whether the include of the template is the one that was looked at, and hands on what is sent. Pure. */




/** The names by which the template knows the two values whose names can be chosen. */
const include_usual = { branch: 'GITHUB_ENGINE_BRANCH_NAME', tests: 'TESTS_TO_RUN' };
/** What a request brings, and the include has to hand on. */
const handed = [include_usual.branch, include_usual.tests, ...request/* alwaysSent */.av, ...parts/* partNames */.wX];
/** An input of the template, or its default (templates/functional-tests/template.yml, `spec: inputs`). */
const given = ({ inputs }, name) => inputs.get(name) ?? defaults[name];
const defaults = {
    'repository-id': '',
    'owner-id': '',
    workflows: '',
    environment: '',
    events: '',
    issuer: 'https://token.actions.githubusercontent.com',
    covers: '',
    'gitlab-url': 'https://gitlab.com',
    'engine-url': 'https://github.com',
    'github-url': 'https://github.com',
    'github-api-url': 'https://api.github.com',
    'known-tests': '',
    'all-tests': 'test-all',
    'vault-audience': '',
    report: 'false',
    'status-context': 'drawbridge',
    'report-vault-audience': 'drawbridge-report',
};
/** The parts of an input that is a list. */
const listed = (text) => text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
/** What is wrong with the include by itself. */
const includeFaults = (template, { names }, templates) => [
    ...(templates > 1
        ? [
            wrong(`the template is included ${templates} times: what one of them trusts, all jobs trust`, 'Include it once.'),
        ]
        : []),
    ...(template.isConditional
        ? [
            wrong('the include of the template has `rules`: where they leave it out, nothing checks a proof', 'Remove `rules` from the include.'),
        ]
        : []),
    ...fixedFaults(template),
    ...handedFaults(template),
    ...(names.branch !== include_usual.branch || names.tests !== include_usual.tests
        ? [
            wrong(`the template knows ${include_usual.branch} and ${include_usual.tests} by these names alone`, 'Leave `branch-variable` and `tests-variable` out.'),
        ]
        : []),
];
/** Whether the text that is included can become another one: it decides what a proof is good for. */
function fixedFaults({ by, at, integrity }) {
    const isCommit = /(?:^|[@/])[0-9a-f]{40}(?:\/|$)/.test(at);
    if (by === 'local')
        return [];
    if (by !== 'remote')
        return isCommit
            ? []
            : [
                warning('the template is included by a tag or a branch, which can move', 'Name a commit by its 40 digits; or use `remote:` with `integrity:`.'),
            ];
    if (integrity === undefined)
        return [
            (isCommit ? warning : wrong)('the template is included without `integrity:`: what stands at its address can change', 'Copy the line `integrity: sha256-…` of the release (docs/gitlab.md, "The template").'),
        ];
    // GitLab docs, "CI/CD YAML syntax reference", include:integrity: the digest in Base64.
    return /^sha256-[A-Za-z0-9+/]{43}=$/.test(integrity)
        ? []
        : [
            wrong('the `integrity:` of the template is no SHA-256 in Base64, so GitLab refuses the file', 'Copy the line `integrity: sha256-…` of the release (docs/gitlab.md, "The template").'),
        ];
}
/** Whether what is sent arrives, and nothing else can choose whom a job trusts. */
function handedFaults({ inputs }) {
    const lost = handed.filter((name) => !isHandedOn(name, inputs.get(name)));
    const open = [...inputs].filter(([name, value]) => !handed.includes(name) && value.includes('$'));
    const known = open.map(([name]) => name).filter((name) => /^[a-z][a-z0-9-]{0,40}$/.test(name));
    return [
        ...(lost.length > 0
            ? [
                wrong(`the include does not hand on ${(0,shown/* shownList */.y9)(lost)}`, 'Hand each on by its own name: `NAME: $[[ inputs.NAME ]]`.'),
            ]
            : []),
        ...(open.length > 0
            ? [
                wrong(`the include takes ${known.length === open.length ? (0,shown/* shownList */.y9)(known) : 'inputs'} from elsewhere: who starts a pipeline could choose whom it trusts`, 'Write the values themselves into the file.'),
            ]
            : []),
    ];
}
const isHandedOn = (name, value) => value?.replace(/\s/g, '') === `$[[inputs.${name}]]`;

;// CONCATENATED MODULE: ./build/js/doctor/verdict.js


/** Whether a job of GitLab tells it. */
const isReported = ({ template, jobs }) => (template !== undefined && given(template, 'report') === 'true') ||
    jobs.some(({ commands }) => /\bdrawbridge\s+report\b/.test(commands));
/** Whether a workflow looks for statuses that hang. */
const isSwept = (uses) => uses.some(({ step, workflow }) => {
    const mode = (step.with['mode'] ?? '').trim() || 'auto';
    return mode === 'sweep' || (mode === 'auto' && workflow.events.has('schedule'));
});
/** Judges it. @param run how the workflow of the run is set; `context`: the status that it writes */
function verdictFound(file, uses, run) {
    if (run.waits)
        return [];
    return judged(file, 'who tells the verdict', (ci) => {
        // That there is none is told already.
        if (ci === undefined)
            return [];
        const swept = isSwept(uses);
        if (isReported(ci))
            return reportFound(ci, swept, run.context);
        if (swept)
            return [well('a sweep tells the verdict')];
        return [
            ci.others
                ? warning('no job of the root file tells the verdict, and no workflow sweeps', 'See that a job of another file does: `drawbridge report` (docs/report.md).')
                : wrong('nobody tells the verdict: `wait: false`, no `drawbridge report`, and no sweep', "Set `report: 'true'` in the include, or add a workflow with `mode: sweep` on a schedule."),
        ];
    });
}
/** What is seen of the report from here. Its token is in reach of its job alone, as it should be. */
function reportFound({ template, audiences }, swept, context) {
    const audience = template && given(template, 'report-vault-audience');
    const isShared = template && [given(template, 'vault-audience'), ...audiences].includes(audience ?? '');
    const isOther = template && context !== undefined && given(template, 'status-context') !== context;
    return [
        ...(isShared
            ? [
                wrong('a test has the audience of the report too: it could read its token, and tell a verdict', 'Give the report an audience of its own (`report-vault-audience`), bound by its role alone.'),
            ]
            : []),
        ...(isOther
            ? [
                wrong('the report tells another status than the workflow: `status-context` differs', 'Give the include and the workflow the same one.'),
            ]
            : []),
        ...(swept
            ? []
            : [
                warning('nothing sweeps: a verdict whose report got lost is never told', 'Add `schedule` to the workflow, or one with `mode: sweep`.'),
            ]),
        untold('what the token of the report may do: its job alone can read it', 'It needs *Commit statuses: write* and *Pull requests: read*, of the App that the ruleset names.'),
    ];
}

;// CONCATENATED MODULE: ./build/js/doctor/github-section.js
/** Asks GitHub how the repository is set up. */










/** Asks, and judges. @param uses the steps that use the action */
async function gitHubSection(patient, uses, asked) {
    const { github, settings, clock, isSound, absent } = patient;
    const { tests, prefix } = settings.selection;
    const environments = environmentsOf(uses);
    const repository = await asked.repository;
    const branch = repository.known ? repository.value.defaultBranch : 'main';
    const writing = uses.filter((use) => needsOf(use, patient).statuses);
    const owners = writing.map(({ step }) => isJobToken(step.with['github-token']));
    const isOwn = owners.every(Boolean);
    const isMixed = !isOwn && owners.includes(true);
    const contexts = contextsOf(uses, settings);
    const written = isOwn || !isSound ? [] : contexts.map((context) => (0,ask/* ask */.k)(github.writers(context)));
    const [policies, usual, names, required, labels, reads, membership, teams, ...found] = await Promise.all([
        (0,ask/* ask */.k)(github.policies()),
        (0,ask/* ask */.k)(github.usualPermissions()),
        (0,ask/* ask */.k)(github.secretNames(environments)),
        (0,ask/* ask */.k)(github.requiredChecks(branch)),
        (0,ask/* ask */.k)(github.labels()),
        (0,ask/* ask */.k)(github.reads(branch)),
        isSound && !absent.has('membership-token') ? membershipFound(github, settings.gate) : [],
        isSound ? teamsFound(github, settings.gate, teamsOf(settings)) : [],
        ...environments.map((name) => (0,ask/* ask */.k)(github.environment(name))),
    ]);
    const { file } = await asked.gitlab;
    const reported = file?.known && file.value && isReported(file.value) ? settings.statusContext : undefined;
    const seen = new Map((await Promise.all(written)).map((fact, n) => [contexts[n] ?? '', fact]));
    const elsewhere = absent.get('github-token');
    const isPublic = !repository.known || repository.value.isPublic;
    const ofFiles = uses.length === 0
        ? {}
        : {
            permissions: permissionsFound(uses, (use) => needsOf(use, patient), usual),
            environment: environmentFound(uses, new Map(environments.map((name, n) => [name, found[n] ?? unreadable]))),
            secrets: secretsFound(uses, names, []),
            policy: policyFound(uses, {
                policies,
                isPublic,
                isAdmin: repository.known && repository.value.isAdmin,
                isDefaultEnforced: clock.now() >= defaultEnforcedFrom,
                hasPolicies: patient.hasPolicies,
            }),
            statuses: statusesFound(writing, usual, {
                isOwn,
                isPublic,
                // Of another token these tell nothing.
                mayPush: repository.known && elsewhere === undefined ? repository.value.mayPush : undefined,
                scopes: repository.known && elsewhere === undefined ? repository.value.scopes : undefined,
            }),
        };
    const ofPeople = {
        membership: absent.has('membership-token')
            ? [untold('`membership-token` is not at hand', absent.get('membership-token') ?? '')]
            : membership,
        teams,
    };
    if (!repository.known)
        return {
            ...{ ...ofFiles, ...ofPeople },
            token: [refusedOrUnknown(repository, 'whether `github-token` reads')],
            ...(isSound && {
                // Of which branch is not known.
                ruleset: [unanswered(repository, 'whether a rule requires the status')],
                labels: labelsFound(labels, tests && [...tests.keys()], prefix),
            }),
        };
    return {
        ...{ ...ofFiles, ...ofPeople },
        token: [
            elsewhere !== undefined
                ? untold('`github-token` is not at hand: GitHub was asked with another one', elsewhere)
                : repository.value.isArchived
                    ? wrong('the repository is archived: nothing runs there', 'Unarchive it, or look at another one.')
                    : reads.known
                        ? well('`github-token` reads what is needed')
                        : refusedOrUnknown(reads, 'whether `github-token` reads'),
        ],
        ...(isSound && {
            ruleset: rulesetFound(required, contexts, { isOwn, isMixed, reported, seen }),
            labels: labelsFound(labels, tests && [...tests.keys()], prefix),
        }),
    };
}
const unreadable = { known: false, reason: 'github-unexpected' };
/** Teams of `teams`, and those that `who-may-run` names. */
function teamsOf({ gate, rights }) {
    const roles = ['read', 'triage', 'write', 'maintain', 'admin'];
    const rows = [...(rights?.keys() ?? [])].filter((row) => !roles.includes(row.toLowerCase()));
    return [...new Set([...gate.teams, ...rows])];
}
/** The statuses that the workflows write. */
function contextsOf(uses, { statusContext }) {
    if (statusContext === undefined)
        return [];
    const modes = uses.map(({ step }) => step.with['mode'] ?? 'auto');
    const requiresAll = modes.includes('require-all') ? [(0,claim/* contextOfRequireAll */.RF)(statusContext)] : [];
    return [statusContext, ...requiresAll];
}
function needsOf(use, { settings }) {
    const mode = modeOf(use);
    const listens = (event) => [use, ...use.callers].some(({ workflow }) => workflow.events.has(event));
    const isTold = use.step.with['status-context']?.trim() !== '';
    // A release has no commit whose status is waited for; a copy of a pull request has a run of its own (docs/recipes.md).
    const isCopying = use.step.with['duplicate-token'] !== undefined &&
        /(?<![!(])contains\([^)]*'\/duplicate'\)/.test(use.job.condition);
    return {
        statuses: isTold && !['doctor', 'trigger'].includes(mode) && !isCopying,
        commands: (mode === 'auto' || mode === 'run') && listens('issue_comment'),
        pulls: mode !== 'trigger' && pullEvents.some(listens),
        contents: settings.selection.paths !== undefined,
        idToken: mode !== 'require-all' && (settings.vault?.auth.method === 'jwt' || settings.pipeline.proof),
    };
}
/** Events of which pull requests are read. */
const pullEvents = [
    ...['pull_request_target', 'workflow_run', 'issue_comment', 'workflow_dispatch', 'schedule', 'push'],
];

;// CONCATENATED MODULE: ./build/js/doctor/ci-file.js
/** The root CI file of the GitLab project, as far as it is looked at. Pure. Nothing of its text is ever shown. */

/** Keys that are no jobs (GitLab docs, "CI/CD YAML syntax reference", global keywords). */
const globals = [
    ...['spec', 'include', 'workflow', 'stages', 'variables', 'default', 'image', 'services'],
    ...['before_script', 'after_script', 'cache', 'pages:deploy', 'types'],
];
/** The template's jobs that report; a root file may set a key of theirs. */
const reporting = ['.drawbridge-report', 'drawbridge-report', 'drawbridge-report-failure'];
/** Reads it; undefined where it is no YAML, or grows too large by its aliases. */
function readCiFile(text) {
    const documents = documentsIn(text);
    if (documents === undefined)
        return undefined;
    const [first = {}, second] = documents;
    // A header stands before `---` (GitLab docs, "CI/CD inputs").
    const header = 'spec' in first ? first : undefined;
    const body = header === undefined || second !== undefined ? (second ?? first) : {};
    const included = [body['include']].flat().filter((one) => one !== undefined);
    const templates = included.flatMap((one) => templateIn(one) ?? []);
    const names = Object.keys(body).filter((name) => !globals.includes(name));
    return {
        inputs: header && Object.keys(ci_file_mapping(ci_file_mapping(header['spec'])['inputs'])),
        others: included.length > templates.length,
        template: templates[0],
        templates: templates.length,
        jobs: names.filter((name) => !name.startsWith('.')).map((name) => jobIn(body, name)),
        audiences: [...names.filter((name) => !reporting.includes(name)), 'default'].flatMap((name) => Object.values(ci_file_mapping(ci_file_mapping(body[name])['id_tokens'])).flatMap((token) => [ci_file_mapping(token)['aud']].flat().map(ci_file_textOf))),
    };
}
function documentsIn(text) {
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { logLevel: 'silent' });
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0))
        return undefined;
    try {
        return documents.map((one) => ci_file_mapping(one.toJS({ maxAliasCount: 1000 })));
    }
    catch {
        return undefined;
    }
}
/** The template, where an include takes it: by its place, or by the list that nothing else wants. */
function templateIn(include) {
    const given = ci_file_mapping(include);
    const inputs = ci_file_mapping(given['inputs']);
    const by = ['remote', 'component', 'project', 'local'].find((key) => key in given);
    if (by === undefined)
        return undefined;
    const places = [given[by], given['file']].flat().map(ci_file_textOf);
    if (!('known-tests' in inputs) && !places.some((text) => /functional-tests(?:[/.@]|$)/.test(text)))
        return undefined;
    const texts = Object.entries(inputs).map(([name, value]) => [name, [value].flat().map(ci_file_textOf).join(',')]);
    return {
        by,
        at: ci_file_textOf(given[by === 'project' ? 'ref' : by]),
        integrity: given['integrity'] === undefined ? undefined : ci_file_textOf(given['integrity']),
        isConditional: 'rules' in given,
        inputs: new Map(texts),
    };
}
function jobIn(body, name) {
    const line = lineageOf(body, name, new Set());
    const own = line.map((one) => ci_file_mapping(body[one]));
    const chosen = own.map((one) => ci_file_mapping(one['variables'])['DRAWBRIDGE_TEST']).find((one) => one != null);
    const value = typeof chosen === 'object' ? ci_file_mapping(chosen)['value'] : chosen;
    return {
        name,
        extended: line.slice(1),
        keys: [...new Set(own.flatMap((one) => Object.keys(one)))],
        chosenBy: value == null ? undefined : ci_file_textOf(value),
        commands: own
            .flatMap((one) => [one['before_script'], one['script']].flat(3))
            .map(ci_file_textOf)
            .filter(Boolean)
            .join('\n'),
    };
}
/** A job and what it extends, the nearest first: of several the last one wins (GitLab docs, "extends"). */
function lineageOf(body, name, seen) {
    if (seen.has(name))
        return [];
    seen.add(name);
    const parents = [ci_file_mapping(body[name])['extends']].flat().map(ci_file_textOf).filter(Boolean);
    return [name, ...parents.toReversed().flatMap((parent) => lineageOf(body, parent, seen))];
}
const ci_file_textOf = (value) => ['string', 'boolean', 'number'].includes(typeof value) ? String(value) : '';
const ci_file_mapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

;// CONCATENATED MODULE: ./build/js/doctor/gitlab-answers.js
/** Asks GitLab how the project is set up, after Vault where its token is there. */



/** What is known where nothing was asked. */
const unasked = { visit: undefined, wanted: [], asked: undefined, file: undefined };
/** Asks. Never rejects where Vault or GitLab refuses. */
async function askGitLab(patient) {
    const { settings, absent } = patient;
    const visit = await patient.vault?.();
    const wanted = [settings.gitlab.token, settings.gitlab.triggerToken].flatMap((one) => one?.from === 'vault' ? [one] : []);
    const token = absent.has('gitlab-token') ? undefined : tokenFrom(settings.gitlab.token, visit);
    if (token === undefined)
        return { ...unasked, visit, wanted };
    const gitlab = patient.gitlab(token);
    const project = await (0,ask/* ask */.k)(gitlab.project());
    const branch = settings.pipeline.ref.ref ?? (project.known ? project.value.defaultBranch : 'main');
    const path = (project.known ? project.value.configPath : undefined) ?? '.gitlab-ci.yml';
    const [own, rights, text] = await Promise.all([
        (0,ask/* ask */.k)(gitlab.accessToken()),
        (0,ask/* ask */.k)(gitlab.branchRights(branch)),
        (0,ask/* ask */.k)(gitlab.file(path, branch)),
    ]);
    const file = text.known ? (0,facts_fact/* known */.eO)(text.value === undefined ? undefined : readCiFile(text.value)) : text;
    return { visit, wanted, asked: { project, own, rights }, file };
}
/** The access token: as it was given, or as Vault has it; undefined where it is neither. */
function tokenFrom(source, visit) {
    if (source?.from !== 'vault')
        return source?.value;
    const text = visit?.secrets.known
        ? visit.secrets.value.get(source.path)?.get(source.key)?.trim()
        : undefined;
    return text !== undefined && /^[\x21-\x7e]{4,8192}$/.test(text) ? text : undefined;
}

;// CONCATENATED MODULE: ./build/js/doctor/project.js

/** Judges an answer; a no of GitLab is one too. */
const answered = (fact, what, judge) => (fact.known ? judge(fact.value) : [refusedOrUnknown(fact, what)]);
/** Where the token's role stands. */
const developer = 30;
const maintainer = 40;
const projectFound = (project) => answered(project, 'what the project is like', ({ visibility, publicPipelines, isArchived }) => orWell([
    ...(isArchived
        ? [wrong('the project is archived: GitLab starts no pipeline there', 'Unarchive it.')]
        : []),
    ...(publicPipelines === undefined
        ? [
            untold('GitLab does not tell this token whether its pipelines are public', 'See that *Project-based pipeline visibility* is clear: Settings > CI/CD > General pipelines.'),
        ]
        : []),
    ...(visibility !== 'private'
        ? [
            wrong(`the project is ${visibility}: who is outside can read its code, and perhaps its logs`, 'In GitLab, Settings > General > Visibility: private.'),
        ]
        : []),
    ...(publicPipelines === true
        ? [
            visibility === 'private'
                ? warning('pipelines and logs are shown to guests of the project', 'In GitLab, Settings > CI/CD > General pipelines: clear *Project-based pipeline visibility*.')
                : wrong('its pipelines are public, logs included', 'In GitLab, Settings > CI/CD > General pipelines: clear *Project-based pipeline visibility*.'),
        ]
        : []),
], 'the project is private, and its pipelines are'));
/** Judges the branch on which pipelines run, which holds the CI file. */
function branchFound(branch, project, { starts, isDefault }) {
    const name = isDefault ? 'the default branch' : 'the branch of `gitlab-ref`';
    return judged(branch, `what ${name} is like`, (found) => {
        if (found === undefined)
            return isDefault
                ? [wrong('the project has no default branch', 'Push one.')]
                : [warning(`${name} is no branch`, 'A tag will do; see that it is one that nobody moves.')];
        const level = project.known ? project.value.level : undefined;
        // Whom a branch that excludes developers lets merge, GitLab tells maintainers alone, and elsewhere.
        const isSeen = found.canPush || (level !== undefined && level <= developer);
        const mayStart = found.canPush || (found.developersCanMerge && (level ?? 0) >= developer);
        return orWell([
            ...(!found.protected
                ? [
                    wrong(`${name} is not protected: any developer can change what the jobs do`, 'In GitLab, Settings > Repository > Protected branches.'),
                ]
                : []),
            ...(found.protected && found.developersCanPush
                ? [
                    warning(`${name} takes pushes of every developer, and of this token: each can change what the jobs do`, 'Under Protected branches set *Allowed to push* to *No one* or Maintainers; *to merge* is enough.'),
                ]
                : []),
            ...(starts && found.protected && !mayStart && !isSeen
                ? [
                    untold(`whether ${name} lets the token start pipelines`, 'Under Protected branches, *Allowed to merge*: the role of the token, or the token itself.'),
                ]
                : []),
            ...(starts && found.protected && !mayStart && isSeen
                ? [
                    wrong(`${name} lets the token neither merge nor push, so GitLab starts no pipeline there`, 'Under Protected branches, *Allowed to merge*: the role of the token, or the token itself.'),
                ]
                : []),
        ], `${name} is protected${starts ? ', and the token may start pipelines there' : ''}`);
    });
}

;// CONCATENATED MODULE: ./build/js/doctor/gitlab-token.js


/** How many days are left when it is time to say so, and when it is urgent. */
const soon = 21;
const urgent = 3;
const day = 86_400_000;
/** Judges scope, life and role. @param starts whether this token starts pipelines, and does not only watch */
function tokenFound(token, project, { now, starts }) {
    return answered(token, 'whether GitLab takes the token', ({ scopes, expiresAt }) => {
        const days = expiresAt === undefined ? undefined : Math.floor((expiresAt - now) / day);
        const level = project.known ? project.value.level : undefined;
        const broad = scopes.filter((scope) => !['api', 'read_api', 'self_rotate', 'granular'].includes(scope));
        return orWell([
            ...(starts && !scopes.some((scope) => scope === 'api' || scope === 'granular')
                ? [wrong('the token may only read: it starts and stops nothing', 'Make one with the scope `api`.')]
                : []),
            ...(broad.length > 0
                ? [
                    warning(`the token has ${broad.length} more scopes than it needs`, 'Make one with the scope `api` alone.'),
                ]
                : []),
            ...(days === undefined
                ? [warning('the token never ends', 'Give it a date of expiry, and rotate it.')]
                : days < urgent
                    ? [
                        wrong(`the token ends in ${days} days`, 'Rotate it now: Settings > Access tokens, or `POST …/rotate`.'),
                    ]
                    : days < soon
                        ? [
                            warning(`the token ends in ${days} days`, 'Rotate it: it keeps its user, so nothing else changes.'),
                        ]
                        : []),
            ...(scopes.includes('granular') && !scopes.includes('api')
                ? [
                    untold('what a token with fine-grained permissions may do', 'See that it has those of docs/gitlab.md, "Tokens".'),
                ]
                : []),
            ...(project.known && level === undefined
                ? [
                    untold('which role the token has in the project', `See that it is ${starts ? 'Developer' : 'Reporter'}, by itself or by a group.`),
                ]
                : []),
            ...(level !== undefined && level < (starts ? developer : 20)
                ? [
                    wrong(`the role of the token is too low to ${starts ? 'start pipelines' : 'watch pipelines'}`, `Make one with the role ${starts ? 'Developer' : 'Reporter'}.`),
                ]
                : []),
            ...(level !== undefined && level > developer
                ? [warning('the role of the token is more than Developer', 'Make one with the role Developer.')]
                : []),
        ], `the token is good${days === undefined ? '' : ` for ${days} days`}, with the scope and the role that it needs`);
    });
}

;// CONCATENATED MODULE: ./build/js/doctor/passing.js




/** Names of all values that a run sends, but those of the proof. */
const sentNames = ({ names, further }) => [
    ...new Set([...Object.keys(further), names.branch, names.tests, ...request/* alwaysSent */.av]),
];
/** Judges whether GitLab takes what is sent. */
function passingFound(project, file, sending, starts) {
    if (sending.passAs === 'variables')
        return judged(project, 'who may set variables', (one) => variablesFound(one, starts));
    return judged(file, 'which inputs the CI file declares', (ci) => {
        if (ci === undefined)
            return [noFile];
        const missing = sentNames(sending).filter((name) => !(ci.inputs ?? []).includes(name));
        return orWell(missing.length > 0
            ? [
                wrong(`\`spec: inputs\` of the CI file does not declare ${(0,shown/* shownList */.y9)(missing)}`, 'Declare each of them, with a `regex` (docs/gitlab.md); GitLab refuses what is not declared.'),
            ]
            : [], 'all inputs are declared');
    });
}
const noFile = wrong('the project has no CI file that can be read', 'Add `.gitlab-ci.yml` (docs/gitlab.md).');
function variablesFound({ overrideRole, level }, starts) {
    if (overrideRole === undefined)
        return [
            untold('GitLab tells maintainers alone who may set variables', 'Look under Settings > CI/CD > Variables, *Minimum role to use pipeline variables*: Developer; or use `pass-as: inputs`.'),
        ];
    // Who made a trigger token, GitLab tells to nobody else.
    if (overrideRole !== 'no_one_allowed' && (!starts || level === undefined))
        return [
            untold(starts
                ? 'whether the role of the token may set variables'
                : 'whether who made the trigger token may set variables', 'Compare it with *Minimum role to use pipeline variables*, under Settings > CI/CD > Variables.'),
        ];
    const least = { developer: developer, maintainer: maintainer, owner: 50, no_one_allowed: Number.POSITIVE_INFINITY }[overrideRole];
    return (level ?? 0) >= least
        ? [well('the token may set variables')]
        : [
            wrong('the token may not set variables, so GitLab starts no pipeline', 'Use `pass-as: inputs`; or under Settings > CI/CD > Variables let Developers use pipeline variables.'),
        ];
}

;// CONCATENATED MODULE: ./build/js/doctor/accepted.js




/** What is compared with the include; what it takes from elsewhere is a fault of its own. */
function acceptedFaults(template, asking) {
    const isPlain = (name) => !(template.inputs.get(name) ?? '').includes('$');
    const starting = asking.uses.filter(startsPipelines);
    return [
        ...judged(asking.repository, 'whose proofs the template has to take', (repository) => [
            ...(isPlain('repository-id') && isPlain('owner-id') ? numberFaults(template, repository) : []),
            ...(isPlain('workflows') ? workflowFaults(template, starting, repository) : []),
        ]),
        ...(isPlain('environment') ? environmentFaults(template, starting) : []),
        ...(isPlain('events') ? accepted_eventFaults(template, starting) : []),
        ...coverFaults(template, asking),
        ...addressFaults(template, asking),
    ];
}
const startsPipelines = ({ step }) => ['auto', 'run', 'trigger'].includes((step.with['mode'] ?? '').trim() || 'auto');
function numberFaults(template, { id, ownerId }) {
    const wanted = [
        ['repository-id', id],
        ['owner-id', ownerId],
    ];
    const other = wanted.filter(([name, number]) => given(template, name) !== String(number));
    return other.length === 0
        ? []
        : [
            wrong(`the template trusts another repository: ${(0,shown/* shownList */.y9)(other.map(([name]) => name))} is not that of this one`, `Set ${other.map(([name, number]) => `\`${name}: '${number}'\``).join(' and ')} in the include.`),
        ];
}
/** Events of which GitHub takes the workflow from the default branch (GitHub docs, "Events that trigger workflows"). */
const ofDefaultBranch = [
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'workflow_dispatch',
    'schedule',
];
function workflowFaults(template, uses, { fullName, defaultBranch }) {
    const trusted = listed(given(template, 'workflows'));
    const files = [...new Map(uses.map(({ workflow }) => [workflow.path, workflow])).values()];
    return files.flatMap(({ path, events }) => {
        const full = `${fullName}/${path}@`;
        // One that others call is trusted by its own name or by theirs.
        if (events.has('workflow_call'))
            return [];
        const wanted = ofDefaultBranch.some((event) => events.has(event))
            ? `${full}refs/heads/${defaultBranch}`
            : undefined;
        const isTrusted = trusted.some((one) => (wanted === undefined ? one.startsWith(full) : one === wanted));
        return isTrusted
            ? []
            : [
                wrong(`the template does not trust ${shownPath(path)}: it refuses what that asks for`, 'Add to its `workflows` owner/name/.github/workflows/file.yml@refs/heads/ and the default branch.'),
            ];
    });
}
function environmentFaults(template, uses) {
    const environment = given(template, 'environment');
    if (environment === '')
        return [];
    // An expression may give it.
    const others = uses.filter(({ job }) => job.environment !== '' && job.environment !== environment);
    return [...new Set(others.map(({ workflow }) => workflow.path))].map((path) => wrong(`the job in ${shownPath(path)} has not the \`environment\` that the template asks for`, 'Give the job and the include the same one.'));
}
/** Events that start pipelines; a schedule sweeps, and a call by hand without inputs does too. */
const starting = [
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'push',
    'merge_group',
    'release',
];
function accepted_eventFaults(template, uses) {
    const trusted = listed(given(template, 'events'));
    if (trusted.length === 0)
        return [];
    const missing = starting.filter((event) => uses.some(({ workflow }) => workflow.events.has(event)) && !trusted.includes(event));
    return missing.length === 0
        ? []
        : [
            wrong(`the template does not trust the event ${(0,shown/* shownList */.y9)(missing)}`, 'Add it to `events` of the include, or leave `events` out.'),
        ];
}
/** What is sent beside the usual has to be covered by name, and nothing else can be. */
function coverFaults(template, { further }) {
    const covered = listed(given(template, 'covers'));
    const isSame = further.every((name) => covered.includes(name)) && covered.length === further.length;
    return isSame
        ? []
        : [
            wrong('`covers` of the include is not what the input `variables` sends, so each proof is refused', further.length === 0
                ? 'Leave `covers` out of the include.'
                : `Set \`covers: ${further.join(',')}\` in the include.`),
        ];
}
const host = (url) => (URL.canParse(url) ? new URL(url).host : '');
/** Addresses that stand for github.com and gitlab.com where the include does not say another. */
function addressFaults(template, { apiUrl, gitlabUrl }) {
    const isGitHubCom = host(apiUrl) === 'api.github.com';
    const wanted = [
        'issuer',
        'engine-url',
        ...(given(template, 'report') === 'true' ? ['github-url', 'github-api-url'] : []),
    ];
    const left = isGitHubCom ? [] : wanted.filter((name) => !template.inputs.has(name));
    const issuer = host(given(template, 'issuer'));
    const isForeign = isGitHubCom && issuer !== 'token.actions.githubusercontent.com';
    const jobUrl = given(template, 'gitlab-url');
    return [
        ...(left.length > 0
            ? [
                wrong(`${(0,shown/* shownList */.y9)(left)} of the include stand at github.com's, and this is another server`, 'Set them to the addresses of your GitHub (docs/gitlab.md, "The template").'),
            ]
            : []),
        ...(isForeign && template.inputs.get('issuer')?.includes('$') !== true
            ? [wrong('`issuer` of the include is not that of github.com', 'Leave `issuer` out of the include.')]
            : []),
        ...(host(jobUrl) === host(gitlabUrl) || jobUrl.includes('$')
            ? []
            : [
                // A server can have another name inside of a company.
                (template.inputs.has('gitlab-url') ? warning : wrong)('`gitlab-url` of the include is not that of the workflow: a job would ask another server what it is', 'Set both to the address of the GitLab that runs the jobs.'),
            ]),
    ];
}

;// CONCATENATED MODULE: ./build/js/doctor/proof.js





/** Judges `proof: true`, and a template that takes nothing else. */
function proofFound(project, file, { proof }, asking) {
    // That it needs `pass-as: inputs` is a fault of the inputs.
    if (!proof)
        return file.known && file.value?.template !== undefined
            ? [
                wrong('the template takes only what is proven, and `proof` is not `true`', 'Set `proof: true` and `pass-as: inputs` in the workflow, and `id-token: write` for its job.'),
            ]
            : [];
    const inputs = judged(file, 'whether the proof is taken', (ci) => {
        if (ci === undefined)
            return [noFile];
        const missing = parts/* partNames */.wX.filter((name) => !(ci.inputs ?? []).includes(name));
        const verified = ci.jobs.some(({ commands }) => /\bdrawbridge\b[^\n]*\bverify\b/.test(commands));
        return [
            ...(missing.length > 0
                ? [
                    wrong(`\`spec: inputs\` does not declare ${(0,shown/* shownList */.y9)(missing)}`, 'Declare the five, each with a `regex` and an empty default.'),
                ]
                : []),
            ...(ci.template !== undefined
                ? acceptedFaults(ci.template, asking)
                : missing.length === 0 && !verified
                    ? [
                        warning('the template is not included in the root file: whether jobs check the proof is not seen here', 'Let each job that reads a secret verify first (`drawbridge exec --verify`).'),
                    ]
                    : []),
        ];
    });
    const role = judged(project, 'who may set variables', ({ overrideRole }) => {
        if (overrideRole === 'no_one_allowed')
            return [];
        return [
            overrideRole === undefined
                ? untold('GitLab tells maintainers alone who may set variables', 'Look under Settings > CI/CD > Variables: *Minimum role to use pipeline variables* has to be *No one allowed*.')
                : wrong('variables may be set beside the proof, and could turn a job against it', 'Under Settings > CI/CD > Variables set *Minimum role to use pipeline variables* to *No one allowed*.'),
        ];
    });
    return orWell([...inputs, ...role], 'the proof is taken, and nobody may set variables');
}

// EXTERNAL MODULE: ./build/js/report/test-jobs.js + 1 modules
var test_jobs = __webpack_require__(5621);
;// CONCATENATED MODULE: ./build/js/doctor/template.js





/** Judges whether GitLab knows the tests that can be chosen, by the template or by the jobs of the file. */
function templateFound(file, rules, sending) {
    return judged(file, 'what the CI file says', (ci) => {
        if (ci === undefined)
            return [noFile];
        const { template } = ci;
        const faults = template === undefined ? [] : includeFaults(template, sending, ci.templates);
        const { tests: labels, allLabel } = rules.selection;
        if (labels === undefined)
            return [
                ...faults,
                warning('`tests` is not set, so there is nothing to compare', 'List the tests in `tests`.'),
            ];
        const tests = [...new Set(labels.values())].filter((id) => id !== allLabel);
        if (template === undefined)
            return withoutTemplate(ci, tests, rules);
        return orWell([...faults, ...knownFaults(template, tests, allLabel), ...jobFaults(ci, tests, rules)], 'the template is included, unchangeable, and knows the same tests');
    });
}
function withoutTemplate(ci, tests, rules) {
    const silent = silentIn(ci, tests, rules);
    if (silent.length === 0)
        return [well('each test has its job in the CI file')];
    return [
        ci.others
            ? warning('the template is not included, and some jobs come from files that are not read here', 'Include the template: it compares its `known-tests` with what is asked for.')
            : noJobs(silent),
    ];
}
/** The tests that have no job in the file. */
const silentIn = (ci, tests, rules) => rules.testJobs === 'none' ? [] : tests.filter((test) => jobsOf(ci, test, rules).length === 0);
const jobsOf = ({ jobs }, test, rules) => jobs.filter(({ name }) => (0,test_jobs/* isNamed */.e)(name, (0,test_jobs/* jobNamesOf */.b)(test, rules)));
const noJobs = (silent) => wrong(`the CI file has no job for ${(0,shown/* shownList */.y9)(silent)}: all tests together can never pass`, 'Name the jobs of a test like its id, or say in `test-jobs` which they are.');
function knownFaults(template, wanted, allLabel) {
    const there = listed(given(template, 'known-tests'));
    const all = given(template, 'all-tests');
    const missing = wanted.filter((id) => !there.includes(id));
    const more = there.filter((id) => !wanted.includes(id) && id !== all).length;
    return [
        ...(missing.length > 0
            ? [
                wrong(`the template does not know ${(0,shown/* shownList */.y9)(missing)}`, 'Add them to its `known-tests`, or take them out of `tests`.'),
            ]
            : []),
        ...(more > 0
            ? [
                wrong(`the template knows ${more} more test${more === 1 ? '' : 's'} than \`tests\` lists`, 'Give both the same list: nobody can choose those.'),
            ]
            : []),
        ...(all === allLabel
            ? []
            : [
                wrong('the template has another word for all tests: `all-tests` is not the input `all-label`', 'Give both the same word.'),
            ]),
    ];
}
/** The job of the template that checks the proof, and hands over secrets; and that for builds, which has none. */
const checked = '.drawbridge-test';
const building = '.drawbridge-build';
/** Keys that stand in place of the check, where a job sets them. */
const ofTheCheck = ['script', 'before_script', 'rules'];
/** Whether the job of each test is one of the template's, as it was made. Of other files' jobs nothing is known. */
function jobFaults(ci, tests, rules) {
    if (rules.testJobs === 'none')
        return [];
    const silent = ci.others ? [] : silentIn(ci, tests, rules);
    const faulty = (fault) => tests.filter((test) => jobsOf(ci, test, rules).some((job) => fault(job, test)));
    const beside = faulty(({ extended, commands }) => {
        const isKnown = !ci.others || extended.length === 0;
        const isOurs = extended.includes(checked) || extended.includes(building);
        return !isOurs && isKnown && !/\bdrawbridge\b[^\n]*--verify\b/.test(commands);
    });
    const replaced = faulty(({ extended, keys }) => extended.includes(checked) && keys.some((key) => ofTheCheck.includes(key)));
    const unchosen = faulty(({ extended, chosenBy }, test) => extended.includes(checked) && !choosesOnly(chosenBy, test));
    return [
        ...(silent.length > 0 ? [noJobs(silent)] : []),
        ...(beside.length > 0
            ? [
                wrong(`the job of ${(0,shown/* shownList */.y9)(beside)} does not extend \`${checked}\`: nothing checks the proof there`, `Let it extend \`${checked}\`, which verifies and then runs DRAWBRIDGE_RUN.`),
            ]
            : []),
        ...(replaced.length > 0
            ? [
                wrong(`the job of ${(0,shown/* shownList */.y9)(replaced)} replaces a part of the check (${ofTheCheck.join(', ')})`, 'Leave these to the template; DRAWBRIDGE_RUN is what the job runs.'),
            ]
            : []),
        ...(unchosen.length > 0
            ? [
                wrong(`DRAWBRIDGE_TEST of the job of ${(0,shown/* shownList */.y9)(unchosen)} does not name that test alone`, 'Write its id between `/,` and `,/`, with a backslash before each `.` and `/` of it.'),
            ]
            : []),
    ];
}
/** Whether a pattern begins and ends at the commas of the list, and, where it is one id, is that of the test. */
function choosesOnly(pattern, test) {
    const inner = /^\/,(.+),\/$/.exec(pattern ?? '')?.[1];
    if (inner === undefined)
        return false;
    // Anything more than an id is the maintainer's own way to name several.
    return !/^(?:[\w:@#=,.-]|\\.)+$/.test(inner) || inner.replaceAll('\\', '') === test;
}

// EXTERNAL MODULE: ./build/js/secrets/places.js
var secrets_places = __webpack_require__(810);
// EXTERNAL MODULE: ./build/js/secrets/read.js + 1 modules
var secrets_read = __webpack_require__(9959);
// EXTERNAL MODULE: ./build/js/secrets/session.js + 2 modules
var session = __webpack_require__(4672);
;// CONCATENATED MODULE: ./build/js/doctor/vault.js
/** Logs in to Vault as a run does, looks at what the token may do, reads what is wanted, and gives the token back. */






/** One log-in, one look, one read, one revoke. Never rejects where Vault refuses: that is what is to be told. */
async function visit(ports, source, login, { wanted, kvVersion }) {
    // What the session says by itself is said here as a finding.
    const quiet = { ...ports, log: { info: () => { }, warning: () => { } } };
    let held = login.method === 'token' ? login.token : '';
    const onToken = (token, state) => {
        if (state === 'held')
            held = token;
        ports.onToken?.(token, state);
    };
    const opened = await (0,ask/* ask */.k)((0,session/* open */.ho)({ ...quiet, onToken }, login));
    if (!opened.known)
        return {
            login: opened,
            rights: undefined,
            secrets: (0,facts_fact/* unknown */.L5)(opened.reason),
            places: [],
            revoked: undefined,
        };
    const { access, issued, end } = opened.value;
    const leases = [];
    const reading = (async () => {
        const places = await (0,secrets_places/* findPlaces */.C)(access, wanted, kvVersion, () => { });
        const told = { leased: (lease) => void leases.push(lease), deleted: () => { } };
        return { places, secrets: await (0,secrets_read/* readAll */.y)(access, places, told) };
    })();
    // Whatever happens, and only after both: a lease that comes later would stay.
    const [rights, read] = await Promise.allSettled([(0,ask/* ask */.k)(source.rights(held)), (0,ask/* ask */.k)(reading)]);
    const revoked = await end(leases);
    if (rights.status === 'rejected')
        throw rights.reason;
    if (read.status === 'rejected')
        throw read.reason;
    return seenBy({ issued, revoked, rights: rights.value, read: read.value });
}
/** What was seen. */
function seenBy({ issued, revoked, rights, read, }) {
    return {
        login: { known: true, value: issued },
        rights,
        secrets: read.known ? { known: true, value: read.value.secrets } : read,
        places: read.known
            ? read.value.places.map(({ mount, path }) => [mount.path, ...(mount.engine === 'kv-2' ? ['data'] : []), path].join('/'))
            : [],
        revoked: issued === undefined ? undefined : revoked,
    };
}
/** Longer than this a token has no need to live: the action gives it back within seconds, ms. */
const longLife = 60 * 60_000;
/** Judges the log-in and the read. Pure. */
function loginFound({ login, secrets }, wanted) {
    if (!login.known)
        return [refusedOrUnknown(login, 'whether the log-in works')];
    const issued = login.value;
    const found = [];
    if (!secrets.known)
        found.push(refusedOrUnknown(secrets, 'whether the token of GitLab is there'));
    else if (wanted.some(({ path }) => !secrets.value.has(path)))
        found.push(wrong('there is nothing at the path of `vault-secrets`', 'Write the token there, or correct the path.'));
    else if (wanted.some(({ path, key }) => !secrets.value.get(path)?.has(key)))
        found.push(wrong('the secret of `vault-secrets` has no such key', 'Correct the key, or write the token under it.'));
    if (issued === undefined)
        found.push(warning('a token of Vault is handed over, and lives on', 'Log in by `vault-auth: jwt`: nothing is stored then.'));
    else if (issued.batch)
        found.push(warning('the role gives batch tokens, which cannot be given back', 'Set its `token_type` to `service`.'));
    else if (issued.ttlMs === 0 || issued.ttlMs > longLife)
        found.push(warning('the role gives tokens that live for hours', 'Set its `token_ttl` to `5m`.'));
    return found.length > 0
        ? found
        : [well('the log-in works, for a short time, and the token of GitLab is there')];
}
/** What the policy `default` allows everybody (Vault docs, "Policies", default policy; OpenBao's the same). */
const vault_usual = /^(?:auth\/token\/(?:lookup|renew|revoke)-self|sys\/(?:capabilities-self|internal\/ui\/resultant-acl|renew|leases\/(?:renew|lookup)|wrapping\/(?:wrap|lookup|unwrap)|tools\/hash(?:\/\*)?|control-group\/request)|cubbyhole\/\*|identity\/oidc\/provider\/[^/*]+\/authorize)$/;
/** By the same policy each may read about itself; to write there would be to give oneself policies. */
const ofItself = /^identity\/entity\/(?:id|name)\/[^/*]+$/;
/** None of those is about everything, which `sudo` is. */
const isUsual = ({ path, capabilities }) => (vault_usual.test(path) && !capabilities.includes('sudo')) ||
    (ofItself.test(path) && capabilities.every((one) => one === 'read'));
/** Judges what the token may do beside the read of these API paths. Pure. */
function policiesFound({ login, rights, places, secrets }) {
    if (rights === undefined || !login.known)
        return [];
    if (!rights.known && rights.reason === 'vault-policy-denied')
        return [
            unknowable('the token may not ask what it may do', 'Leave the policy `default` on it: it allows that, and to give the token back.'),
        ];
    return judged(rights, 'what the token may do', ({ root, paths }) => {
        if (root)
            return [wrong('the token is root: it may do everything', 'Give the role a policy of its own.')];
        const allowed = paths.filter(({ capabilities }) => !capabilities.includes('deny'));
        // Without the read it is not known which path is the one.
        if (!secrets.known)
            return [untold('whether the policies allow more than that read', 'See what is said of the log-in.')];
        const more = allowed.filter((one) => !isUsual(one) && !places.includes(one.path)).length;
        const byOther = places.filter((place) => !allowed.some(({ path }) => path === place)).length;
        const writes = allowed.some(({ path, capabilities }) => places.includes(path) && capabilities.some((one) => one !== 'read'));
        if (more > 0)
            return [
                wrong(`the policies allow ${more} path${more === 1 ? '' : 's'} more than the token of GitLab needs`, 'Give the role one policy: `read` on that path, without `*`.'),
            ];
        // Something allowed the read that is not among the rules which Vault shows.
        if (byOther > 0)
            return [
                warning('the read is allowed by a rule with `+`, which may allow others too', 'Write the path itself into the policy, without `+` and `*`.'),
            ];
        if (writes)
            return [
                warning('the policies allow more than to read that path', 'Leave `read` alone in its capabilities.'),
            ];
        return [well('the policies allow that read, and no more (rules with `+` are not shown by Vault)')];
    });
}
/** Judges whether the token was given back. Pure. */
function revokeFound({ login, revoked }) {
    if (!login.known)
        return [];
    if (revoked === undefined)
        return [];
    return revoked
        ? [well('the token was given back')]
        : [
            wrong('the token could not be given back, and lives on', 'Leave the policy `default` on the role, and `token_type` at `service`.'),
        ];
}

;// CONCATENATED MODULE: ./build/js/doctor/gitlab-section.js








/** Judges the answers. @param uses the steps that use the action */
function gitLabSection(patient, uses, { repository, gitlab }) {
    const { settings, clock, absent, vaultElsewhere } = patient;
    const { visit, asked, file } = gitlab;
    const ofVault = visit
        ? {
            'vault-login': loginFound(visit, gitlab.wanted),
            'vault-policies': policiesFound(visit),
            'vault-revoke': revokeFound(visit),
        }
        : vaultElsewhere
            ? {
                'vault-login': [
                    untold('what the log-in to Vault takes is not at hand here', 'Run `mode: doctor` in the job.'),
                ],
            }
            : {};
    if (asked === undefined || file === undefined)
        return {
            ...ofVault,
            'gitlab-token': [
                visit !== undefined
                    ? unknowable('without its token GitLab is not asked', 'See what is said of Vault.')
                    : settings.gitlab.token === undefined
                        ? untold('a trigger token alone shows nothing of the project', 'Look at docs/gitlab.md.')
                        : unknowable('the token of GitLab is not at hand', whereOf(absent)),
            ],
        };
    const { project, own, rights } = asked;
    const sending = settings.pipeline;
    const starts = settings.gitlab.triggerToken === undefined;
    const asking = {
        ...{ uses, repository, apiUrl: settings.github.apiUrl, gitlabUrl: settings.gitlab.url },
        further: Object.keys(sending.further),
    };
    const rules = { selection: settings.selection, testJobs: settings.testJobs };
    const run = { waits: settings.wait, context: settings.statusContext };
    return {
        ...ofVault,
        project: projectFound(project),
        'gitlab-token': tokenFound(own, project, { now: clock.now(), starts }),
        ...(project.known && {
            branch: branchFound(rights, project, { starts, isDefault: sending.ref.ref === undefined }),
            passing: passingFound(project, file, sending, starts),
            template: templateFound(file, rules, sending),
            proof: proofFound(project, file, sending, asking),
            verdict: verdictFound(file, uses, run),
        }),
    };
}
const whereOf = (absent) => absent.get('gitlab-token') ?? 'Set it in the environment.';

;// CONCATENATED MODULE: ./build/js/doctor/doctor.js
/** The doctor: asks everything at once, and gives what it found in the order of the table of checks. */









/** All findings. Asks GitHub, GitLab and Vault at the same time; changes nothing anywhere. */
async function examine(patient) {
    const files = patient.files === undefined ? await (0,ask/* ask */.k)(patient.github.workflowFiles()) : (0,facts_fact/* known */.eO)(patient.files);
    const all = files.known ? files.value.flatMap((file) => readWorkflow(file) ?? []) : [];
    const uses = usesIn(all);
    const repository = (0,ask/* ask */.k)(patient.github.settings());
    const gitlab = patient.isSound ? askGitLab(patient) : Promise.resolve(unasked);
    const judgeGitLab = async () => gitLabSection(patient, uses, { repository: await repository, gitlab: await gitlab });
    const sections = [
        Promise.resolve(fileSection(patient, files, all, uses)),
        gitHubSection(patient, uses, { repository, gitlab }),
        ...(patient.isSound ? [judgeGitLab(), crossingSection(patient)] : []),
    ];
    const found = Object.assign({}, ...(await Promise.all(sections)));
    return Object.keys(checks).flatMap((check) => {
        const own = (found[check] ?? []);
        // Two jobs of one file may have the same fault.
        return own
            .filter(({ said }, n) => own.findIndex((one) => one.said === said) === n)
            .map((one) => ({ check, ...one }));
    });
}
async function crossingSection(patient) {
    const { settings } = patient;
    if (settings.pullRequest === undefined)
        return {};
    return { crossing: await crossingFound(patient, settings, settings.pullRequest) };
}

;// CONCATENATED MODULE: ./build/js/doctor/page.js
/** What the doctor prints: a line for each finding, and what to do below it; or JSON. Pure. */

const signs = { well: '✓', warning: '!', wrong: '✗', unknown: '?' };
/** Plain lines, by area, with a last one that counts. */
function linesOf(findings) {
    const areas = [...new Set(Object.values(checks).map(({ area }) => area))];
    const parts = areas.flatMap((area) => {
        const own = findings.filter(({ check }) => checks[check].area === area);
        return own.length === 0 ? [] : [area, ...own.flatMap(lineOf), ''];
    });
    return [...parts, summaryLine(findings)];
}
const lineOf = ({ mark, said, todo }) => [
    `  ${signs[mark]} ${said}`,
    ...(todo === undefined ? [] : [`      ${todo}`]),
];
/** `12 ✓, 1 !, no ✗: …` */
function summaryLine(findings) {
    const count = (mark) => findings.filter((one) => one.mark === mark).length;
    const marks = ['well', 'warning', 'wrong', 'unknown'].map((mark) => `${count(mark)} ${signs[mark]}`);
    const end = isWell(findings)
        ? 'nothing stands in the way'
        : 'something is wrong, or could not be found out';
    return `${marks.join('  ')}  ${end}`;
}
/** Whether only what is well and warnings were found: the exit code is 0 then. */
const isWell = (findings) => findings.every(({ mark }) => mark === 'well' || mark === 'warning');
/** One object: `{ "well": true, "findings": [{ "check", "area", "mark", "said", "todo" }] }`. */
const jsonOf = (findings) => JSON.stringify({
    well: isWell(findings),
    findings: findings.map((one) => ({ ...one, area: checks[one.check].area })),
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/cli/checkout.js
/** What a checkout says of itself: its workflow files, and the repository that it is of. */


const folder = '.github/workflows';
/** The workflow files below the folder one is in; undefined where there are none. */
function workflowFilesIn(root) {
    try {
        return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder))
            .filter((name) => /\.ya?ml$/.test(name))
            .sort()
            .map((name) => ({ path: `${folder}/${name}`, text: (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, folder, name), 'utf8') }));
    }
    catch {
        return undefined;
    }
}
/** `owner/name` of the remote `origin`, read from Git's own file; undefined without one on GitHub. */
function repositoryIn(root) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, '.git', 'config'), 'utf8');
    }
    catch {
        return undefined;
    }
    const [, section = ''] = /^\[remote "origin"\]\n((?:[^[].*\n?|\n)*)/m.exec(text) ?? [];
    const [, url = ''] = /^\s*url\s*=\s*(\S+)/m.exec(section) ?? [];
    const [, name] = /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url) ?? [];
    return name;
}

// EXTERNAL MODULE: ./build/js/clock.js
var clock = __webpack_require__(6616);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var valibot_dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/js/github/octokit.js
var github_octokit = __webpack_require__(5701);
// EXTERNAL MODULE: ./build/js/github/read.js + 1 modules
var read = __webpack_require__(6078);
;// CONCATENATED MODULE: ./build/js/github/comments.js



const id = valibot_dist/* pipe */.FsL(valibot_dist/* number */.aig(), valibot_dist/* safeInteger */.Y2b());
const viewerShape = valibot_dist/* object */.Ikc({ viewer: valibot_dist/* object */.Ikc({ databaseId: id }) });
const createdShape = valibot_dist/* object */.Ikc({ id });
/** The comment that is kept up to date. */
function createComments(octokit, here) {
    return {
        ownAccount: async () => {
            // `GET /user` refuses the token of a job or an App (docs/facts/github.md, "Comments").
            const answer = await octokit.graphql('query { viewer { databaseId } }').catch((error) => {
                throw (0,github_octokit/* toGitHubFailure */.F)(error);
            });
            return (0,read/* read */.LF)(viewerShape, answer).viewer.databaseId;
        },
        createComment: async (pull, body) => {
            const { data } = await octokit.rest.issues.createComment({ ...here, issue_number: pull, body });
            return (0,read/* read */.LF)(createdShape, data).id;
        },
        editComment: async (comment_id, body) => {
            await octokit.rest.issues.updateComment({ ...here, comment_id, body });
        },
        deleteComment: async (comment_id) => {
            await octokit.rest.issues.deleteComment({ ...here, comment_id });
        },
    };
}

// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
;// CONCATENATED MODULE: ./build/js/github/files.js



const fileShape = valibot_dist/* object */.Ikc({ filename: valibot_dist/* string */.YjP(), previous_filename: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) });
const comparisonShape = valibot_dist/* object */.Ikc({ files: valibot_dist/* array */.YOg(fileShape) });
/** GitHub lists at most this many files of a comparison (GitHub docs, "Compare two commits"). */
const mostFiles = 300;
/** What a commit changes. An answer that is larger than we take is a list that was cut. */
const createFiles = (octokit, here) => ({
    filesOf: async (base, commit) => {
        const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
        // One commit a page: all files come with the first.
        const asked = { ...here, basehead: `${base}...${commit}`, per_page: 1 };
        const answer = await octokit.request(route, asked).catch((0,failure/* serviceFailureAs */.i5)(undefined, read/* isTooLarge */.I9));
        if (answer === undefined)
            return { files: [], complete: false };
        const { files } = (0,read/* read */.LF)(comparisonShape, answer.data);
        return {
            files: files.map(({ filename, previous_filename }) => ({ path: filename, from: previous_filename })),
            complete: files.length < mostFiles,
        };
    },
});

;// CONCATENATED MODULE: ./build/js/github/duplication.js



const refShape = valibot_dist/* object */.Ikc({ ref: valibot_dist/* string */.YjP(), object: valibot_dist/* object */.Ikc({ sha: valibot_dist/* string */.YjP() }) });
const numberShape = valibot_dist/* object */.Ikc({ number: valibot_dist/* number */.aig() });
/** Branches and pull requests for `/duplicate`, with a client whose token may write both. */
function createDuplication(octokit, here) {
    return {
        changedFiles: createFiles(octokit, here).filesOf,
        createBranch: async (branch, sha) => {
            await octokit.rest.git.createRef({ ...here, ref: `refs/heads/${branch}`, sha });
        },
        branchHead: async (branch) => {
            const answer = await (0,read/* absentAs */.s5)(undefined, octokit.rest.git.getRef({ ...here, ref: `heads/${branch}` }));
            return answer === undefined ? undefined : (0,read/* read */.LF)(refShape, answer.data).object.sha;
        },
        branchesLike: async (start) => {
            const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
            const all = await (0,read/* readAll */.yw)(octokit, refShape, route, { ...here, ref: `heads/${start}` });
            return all.map(({ ref, object }) => ({ name: ref.replace(/^refs\/heads\//, ''), head: object.sha }));
        },
        deleteBranch: async (branch) => {
            await octokit.rest.git.deleteRef({ ...here, ref: `heads/${branch}` });
        },
        openDraft: async ({ branch, base, title, body }) => {
            const opened = await octokit.rest.pulls.create({
                ...here,
                head: branch,
                base,
                title,
                body,
                draft: true,
            });
            return (0,read/* read */.LF)(numberShape, opened.data).number;
        },
    };
}

;// CONCATENATED MODULE: ./build/js/github/people.js


const membershipShape = valibot_dist/* object */.Ikc({ state: valibot_dist/* string */.YjP(), role: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) });
const accountShape = valibot_dist/* object */.Ikc({ type: valibot_dist/* string */.YjP() });
const roleShape = valibot_dist/* object */.Ikc({ role_name: valibot_dist/* string */.YjP() });
/** Who people are and what they belong to. `membership` is the client whose token may see the organisation. */
function createPeople(octokit, membership, here) {
    const membershipOf = async (route, parameters) => {
        const answer = await (0,read/* absentAs */.s5)(undefined, membership.request(route, parameters));
        if (answer === undefined)
            return 'absent';
        const { state, role } = (0,read/* read */.LF)(membershipShape, answer.data);
        // Who only pays the bills has a membership too (GitHub docs, "Roles in an organization").
        return state === 'active' && role !== 'billing_manager' ? 'active' : 'pending';
    };
    return {
        person: async (login) => {
            const answer = await (0,read/* absentAs */.s5)(undefined, octokit.rest.users.getByUsername({ username: login }));
            return answer === undefined ? null : (0,read/* read */.LF)(read/* personShape */.py, answer.data);
        },
        organizationMembership: (org, username) => membershipOf('GET /orgs/{org}/memberships/{username}', { org, username }),
        listedMember: async (org, username) => {
            const route = 'GET /orgs/{org}/members/{username}';
            return (await (0,read/* absentAs */.s5)(undefined, membership.request(route, { org, username }))) !== undefined;
        },
        organizationExists: async (org) => {
            const answer = await (0,read/* absentAs */.s5)(undefined, octokit.rest.users.getByUsername({ username: org }));
            return answer !== undefined && (0,read/* read */.LF)(accountShape, answer.data).type === 'Organization';
        },
        publicMember: async (org, username) => {
            const route = 'GET /orgs/{org}/public_members/{username}';
            const answer = await (0,read/* absentAs */.s5)(undefined, membership.request(route, { org, username }));
            return answer !== undefined && answer.status === 204;
        },
        teamMembership: async (org, team, username) => {
            // A slug is in small letters, whatever the name of its team is (docs/facts/github.md, "Membership").
            const team_slug = team.toLowerCase();
            const parameters = { org, team_slug, username };
            const state = await membershipOf('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', parameters);
            // 404 is also the answer for a team that is not there or not shown: only a visible team can lack somebody.
            if (state === 'absent')
                await membership.request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug });
            return state;
        },
        role: async (username) => {
            const call = octokit.rest.repos.getCollaboratorPermissionLevel({ ...here, username });
            const answer = await (0,read/* absentAs */.s5)(undefined, call);
            return answer === undefined ? 'none' : toRole((0,read/* read */.LF)(roleShape, answer.data).role_name);
        },
    };
}
const roles = ['admin', 'maintain', 'write', 'triage', 'read', 'none'];
const toRole = (name) => (roles.includes(name) ? name : 'other');

// EXTERNAL MODULE: ./build/js/github/pulls.js
var pulls = __webpack_require__(5432);
// EXTERNAL MODULE: ./build/js/github/statuses.js
var statuses = __webpack_require__(856);
;// CONCATENATED MODULE: ./build/js/github/client.js






/**
 * Every method throws a ServiceFailure when there is no usable answer. What an answer means is in docs/facts/github.md.
 */
function createGitHubClient(options) {
    const { octokit, membership, duplication, repository } = options;
    const [owner = '', repo = ''] = repository.split('/');
    const here = { owner, repo };
    return {
        ...createPeople(octokit, membership, here),
        ...(0,pulls/* createPulls */.F)(octokit, here),
        ...createFiles(octokit, here),
        ...(0,statuses/* createStatuses */.P)(octokit, here),
        ...createComments(octokit, here),
        ...createDuplication(duplication, here),
        react: async (commentId, content) => {
            await octokit.rest.reactions.createForIssueComment({ ...here, comment_id: commentId, content });
        },
        say: async (pull, body) => {
            await octokit.rest.issues.createComment({ ...here, issue_number: pull, body });
        },
    };
}

// EXTERNAL MODULE: ./build/js/github/new-token.js
var new_token = __webpack_require__(1342);
;// CONCATENATED MODULE: ./build/js/github/set-up.js
/** How a repository is set up: what the doctor asks beside what the gate asks. Nothing here changes anything. */


const repositoryShape = valibot_dist/* object */.Ikc({
    id: valibot_dist/* number */.aig(),
    full_name: valibot_dist/* string */.YjP(),
    owner: valibot_dist/* object */.Ikc({ id: valibot_dist/* number */.aig() }),
    private: valibot_dist/* boolean */.zMY(),
    default_branch: valibot_dist/* string */.YjP(),
    permissions: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({ admin: valibot_dist/* boolean */.zMY(), push: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY()) })),
    archived: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY(), false),
});
const texts = valibot_dist/* array */.YOg(valibot_dist/* string */.YjP());
const policiesShape = valibot_dist/* object */.Ikc({
    policies: valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({
        enforcement: valibot_dist/* string */.YjP(),
        conditions: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({
            workflow_path: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({ include: valibot_dist/* optional */.lqM(texts), exclude: valibot_dist/* optional */.lqM(texts) })),
        }))),
        rules: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({
            type: valibot_dist/* string */.YjP(),
            parameters: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({ allowed_events: valibot_dist/* optional */.lqM(texts) })),
        }))),
    })),
});
const entryShape = valibot_dist/* object */.Ikc({ path: valibot_dist/* string */.YjP(), type: valibot_dist/* string */.YjP() });
const set_up_fileShape = valibot_dist/* object */.Ikc({ content: valibot_dist/* string */.YjP(), encoding: valibot_dist/* literal */.euz('base64') });
const ruleShape = valibot_dist/* object */.Ikc({
    type: valibot_dist/* string */.YjP(),
    parameters: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({
        required_status_checks: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ context: valibot_dist/* string */.YjP(), integration_id: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* number */.aig())) }))),
    })),
});
const branchShape = valibot_dist/* object */.Ikc({
    protection: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({
        required_status_checks: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({
            contexts: valibot_dist/* optional */.lqM(texts),
            checks: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ context: valibot_dist/* string */.YjP(), app_id: valibot_dist/* nullable */.mee(valibot_dist/* number */.aig()) }))),
        })),
    })),
});
const environmentShape = valibot_dist/* object */.Ikc({
    deployment_branch_policy: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ protected_branches: valibot_dist/* boolean */.zMY() }))),
});
const secretsShape = valibot_dist/* object */.Ikc({ total_count: valibot_dist/* number */.aig(), secrets: valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ name: valibot_dist/* string */.YjP() })) });
const pullsShape = valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ head: valibot_dist/* object */.Ikc({ sha: valibot_dist/* string */.YjP() }) }));
const statusesShape = valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({
    context: valibot_dist/* string */.YjP(),
    creator: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ login: valibot_dist/* string */.YjP(), type: valibot_dist/* string */.YjP() }))),
}));
const appShape = valibot_dist/* object */.Ikc({ id: valibot_dist/* number */.aig() });
const permissionsShape = valibot_dist/* object */.Ikc({ default_workflow_permissions: valibot_dist/* picklist */.KIO(['read', 'write']) });
/** So many pull requests are looked at for a status. */
const heads = 3;
/** The account of an App; nobody else's name can have brackets (docs/facts/github.md, "Set-up"). */
const botName = /^([a-z0-9][a-z0-9-]{0,99})\[bot\]$/;
/** Of one repository, asked with one token. */
function createSetUp(octokit, here) {
    const get = (path, more = {}) => octokit.request(`GET /repos/{owner}/{repo}${path}`, { ...here, ...more });
    const rulesOf = async (branch) => {
        const rules = await (0,read/* readAll */.yw)(octokit, ruleShape, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', {
            ...here,
            branch,
        });
        return rules
            .filter(({ type }) => type === 'required_status_checks')
            .flatMap(({ parameters }) => parameters?.required_status_checks ?? [])
            .map(({ context, integration_id: id }) => ({ context, source: id ?? undefined }));
    };
    /** The older protection of a branch, which rulesets stand beside. */
    const protectionOf = async (branch) => {
        const answer = await (0,read/* absentAs */.s5)(undefined, get('/branches/{branch}', { branch }));
        const { contexts = [], checks } = (answer && (0,read/* read */.LF)(branchShape, answer.data).protection?.required_status_checks) ?? {};
        return (checks?.map(({ context, app_id: id }) => ({
            context,
            source: id === null || id < 0 ? undefined : id,
        })) ?? contexts.map((context) => ({ context, source: undefined })));
    };
    /** Undefined: 404. The list is asked for to its end. */
    const namesFrom = async (path, more = {}) => {
        const names = [];
        for (let page = 1;; page += 1) {
            const answer = await (0,read/* absentAs */.s5)(undefined, get(path, { ...more, per_page: 100, page }));
            if (answer === undefined)
                return undefined;
            const { secrets, total_count: all } = (0,read/* read */.LF)(secretsShape, answer.data);
            names.push(...secrets.map(({ name }) => name));
            if (secrets.length === 0 || names.length >= all)
                return names;
        }
    };
    const appOf = async (slug) => {
        if (slug === undefined)
            return 'person';
        const answer = await (0,read/* absentAs */.s5)(undefined, octokit.request('GET /apps/{app_slug}', { app_slug: slug }));
        return answer === undefined ? 'hidden' : (0,read/* read */.LF)(appShape, answer.data).id;
    };
    return {
        settings: async () => {
            const answer = await get('');
            const { id, full_name: fullName, owner, private: isPrivate, default_branch: defaultBranch, permissions, archived: isArchived, } = (0,read/* read */.LF)(repositoryShape, answer.data);
            const scopes = answer.headers['x-oauth-scopes'];
            return {
                ...{ id, fullName, ownerId: owner.id },
                isPublic: !isPrivate,
                defaultBranch,
                isArchived,
                isAdmin: permissions?.admin === true,
                mayPush: permissions?.push,
                scopes: typeof scopes === 'string'
                    ? scopes
                        .split(',')
                        .map((scope) => scope.trim())
                        .filter(Boolean)
                    : undefined,
            };
        },
        policies: async () => {
            const answer = await (0,read/* absentAs */.s5)(undefined, get('/actions/policies', { per_page: 100 }));
            return answer && (0,read/* read */.LF)(policiesShape, answer.data).policies.map(toPolicy);
        },
        workflowFiles: async () => {
            const folder = await (0,read/* absentAs */.s5)(undefined, get('/contents/{path}', { path: '.github/workflows' }));
            const entries = folder === undefined ? [] : (0,read/* read */.LF)(valibot_dist/* array */.YOg(entryShape), folder.data);
            const paths = entries
                .filter(({ path, type }) => type === 'file' && /\.ya?ml$/.test(path))
                .map(({ path }) => path);
            return Promise.all(paths.map(async (path) => {
                const { content } = (0,read/* read */.LF)(set_up_fileShape, (await get('/contents/{path}', { path })).data);
                return { path, text: Buffer.from(content, 'base64').toString('utf8') };
            }));
        },
        requiredChecks: async (branch) => (await Promise.all([rulesOf(branch), protectionOf(branch)])).flat(),
        labels: async () => {
            const shape = valibot_dist/* object */.Ikc({ name: valibot_dist/* string */.YjP() });
            return (await (0,read/* readAll */.yw)(octokit, shape, 'GET /repos/{owner}/{repo}/labels', here)).map(({ name }) => name);
        },
        environment: async (name) => {
            const answer = await (0,read/* absentAs */.s5)(undefined, get('/environments/{environment_name}', { environment_name: name }));
            if (answer === undefined)
                return undefined;
            const policy = (0,read/* read */.LF)(environmentShape, answer.data).deployment_branch_policy;
            return { branches: policy == null ? 'any' : policy.protected_branches ? 'protected' : 'named' };
        },
        secretNames: async (environments) => {
            const [own, organization = [], ...others] = await Promise.all([
                namesFrom('/actions/secrets'),
                namesFrom('/actions/organization-secrets'),
                ...environments.map((name) => namesFrom('/environments/{environment_name}/secrets', { environment_name: name })),
            ]);
            // GitHub hides what one may not see as what is not there.
            if (own === undefined)
                return undefined;
            return {
                everywhere: [...own, ...organization],
                inEnvironment: new Map(environments.map((name, n) => [name, others[n] ?? []])),
            };
        },
        usualPermissions: async () => (0,read/* read */.LF)(permissionsShape, (await get('/actions/permissions/workflow')).data).default_workflow_permissions,
        writers: async (context) => {
            const newest = { state: 'all', sort: 'updated', direction: 'desc', per_page: heads };
            const pulls = (0,read/* read */.LF)(pullsShape, (await get('/pulls', newest)).data);
            const lists = await Promise.all(pulls.map(async ({ head }) => {
                const { data } = await get('/commits/{ref}/statuses', { ref: head.sha, per_page: 100 });
                return (0,read/* read */.LF)(statusesShape, data).filter((status) => status.context === context);
            }));
            const found = lists.find((list) => list.length > 0) ?? [];
            const bots = found.map(({ creator }) => creator?.type === 'Bot' ? botName.exec(creator.login)?.[1] : undefined);
            return Promise.all([...new Set(bots)].map(appOf));
        },
        reads: async (branch) => {
            await Promise.all([
                get('/pulls', { state: 'open', per_page: 1 }),
                get('/commits/{ref}/statuses', { ref: branch, per_page: 1 }),
            ]);
        },
    };
}
function toPolicy(raw) {
    const { enforcement, conditions, rules } = raw;
    const events = rules?.find(({ type }) => type === 'restrict_action_events')?.parameters?.allowed_events;
    return {
        enforcement,
        include: conditions?.workflow_path?.include ?? [],
        exclude: conditions?.workflow_path?.exclude ?? [],
        events,
        restrictsActors: rules?.some(({ type }) => type === 'restrict_actions_actors') ?? false,
        complete: rules !== undefined,
    };
}

// EXTERNAL MODULE: ./build/js/net/shape.js
var shape = __webpack_require__(5567);
// EXTERNAL MODULE: ./node_modules/@gitbeaker/rest/dist/index.mjs + 2 modules
var rest_dist = __webpack_require__(342);
// EXTERNAL MODULE: ./build/js/net/refusal.js
var refusal = __webpack_require__(7650);
// EXTERNAL MODULE: ./build/js/gitlab/wording.js
var wording = __webpack_require__(212);
;// CONCATENATED MODULE: ./build/js/gitlab/gitbeaker.js



/**
 * Writes an endpoint: every value is percent-encoded, so that `group/project` and `feature/x` stay one segment.
 * @example endpoint`projects/${project}/trigger/pipeline`
 */
function endpoint(parts, ...values) {
    return parts.reduce((path, part, n) => path + encodeURIComponent(String(values[n - 1])) + part);
}
/**
 * gitbeaker's resources over our transport: no redirects, no retries of its own, bodies untouched, ServiceFailure on
 * errors (docs/facts/gitlab.md, "gitbeaker"). The trigger route is called through the `requester` of a client without
 * `token`: ``requester.post(endpoint`projects/${id}/trigger/pipeline`, { body })`` with the trigger token in the body,
 * never by gitbeaker's own `trigger()`.
 * @param options.url of the instance, with path prefix if it has one: `https://host/gitlab`
 * @param options.token access token, sent as `private-token`
 */
function createGitbeaker(options) {
    const shared = {
        host: options.url.replace(/\/+$/, ''),
        // Would only start timers: the transport has its own deadlines.
        queryTimeout: null,
        requesterFn: (resource) => requesterOver(options.send, resource),
        // gitbeaker sends the header whenever the key is there, even as "undefined".
        ...(options.token === undefined ? {} : { token: options.token }),
    };
    const pipelines = new rest_dist/* Pipelines */.Cwc(shared);
    return {
        pipelines,
        branches: new rest_dist/* Branches */.PRz(shared),
        projects: new rest_dist/* Projects */.JtL(shared),
        jobs: new rest_dist/* Jobs */.XPB(shared),
        requester: pipelines.requester,
    };
}
function requesterOver(send, resource) {
    const over = (method) => async (path, call = {}) => {
        try {
            const headers = { ...resource.headers };
            for (const [name, value] of Object.entries(resource.authHeaders))
                headers[name] = await value();
            return (await gitbeaker_ask(send, method, `${resource.url}${path}`, headers, call));
        }
        catch (thrown) {
            throw (0,refusal/* asServiceFailure */.Iq)('gitlab', thrown);
        }
    };
    return {
        get: over('get'),
        head: over('head'),
        post: over('post'),
        put: over('put'),
        patch: over('patch'),
        delete: over('delete'),
    };
}
async function gitbeaker_ask(send, method, url, headers, call) {
    const query = queryOf(call.searchParams ?? {});
    const request = {
        method: method.toUpperCase(),
        url: query === '' ? url : `${url}?${query}`,
        headers,
    };
    const body = bodyOf(call.body);
    if (body !== undefined) {
        request.body = body;
        headers['content-type'] = 'application/json';
    }
    const response = await send(request);
    if (response.status >= 300)
        throw (0,refusal/* refusedBy */.it)('gitlab', response, wording/* known */.e);
    return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: response.body === '' ? null : JSON.parse(response.body),
    };
}
/** gitbeaker hands over `{}` where there is nothing to say. */
function bodyOf(body) {
    if (body === undefined || body === null)
        return undefined;
    if (typeof body === 'object' && Object.keys(body).length === 0)
        return undefined;
    return JSON.stringify(body);
}
/** A query as GitLab reads it: names in snake_case, lists as `name[]=`, everything percent-encoded. Pure. */
function queryOf(params) {
    const pairs = [];
    for (const [name, value] of Object.entries(params)) {
        const key = encodeURIComponent(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
        if (Array.isArray(value)) {
            for (const one of value)
                pairs.push(`${key}[]=${encodeURIComponent(String(one))}`);
        }
        else if (value !== undefined && value !== null) {
            const text = value instanceof Date ? value.toISOString() : String(value);
            pairs.push(`${key}=${encodeURIComponent(text)}`);
        }
    }
    return pairs.join('&');
}

;// CONCATENATED MODULE: ./build/js/gitlab/set-up.js
/** How a GitLab project is set up, as its token sees it. Nothing here changes anything. */




const access = valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ access_level: valibot_dist/* number */.aig() })));
const projectShape = valibot_dist/* object */.Ikc({
    visibility: valibot_dist/* picklist */.KIO(['private', 'internal', 'public']),
    default_branch: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* string */.YjP())),
    archived: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* boolean */.zMY())),
    public_jobs: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* boolean */.zMY())),
    ci_config_path: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* string */.YjP())),
    ci_pipeline_variables_minimum_override_role: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* picklist */.KIO(['no_one_allowed', 'developer', 'maintainer', 'owner']))),
    restrict_user_defined_variables: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* boolean */.zMY())),
    permissions: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ project_access: access, group_access: access }))),
});
const tokenShape = valibot_dist/* object */.Ikc({
    scopes: valibot_dist/* array */.YOg(valibot_dist/* string */.YjP()),
    expires_at: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* isoDate */._$n()))),
});
const set_up_branchShape = valibot_dist/* object */.Ikc({
    protected: valibot_dist/* boolean */.zMY(),
    can_push: valibot_dist/* boolean */.zMY(),
    developers_can_push: valibot_dist/* boolean */.zMY(),
    developers_can_merge: valibot_dist/* boolean */.zMY(),
});
const gitlab_set_up_fileShape = valibot_dist/* object */.Ikc({ content: valibot_dist/* string */.YjP(), encoding: valibot_dist/* literal */.euz('base64') });
const set_up_read = (0,shape/* readerOf */.T)('gitlab');
/** Of one project, asked with one token. @param options.project path or numeric id */
function set_up_createSetUp(options) {
    const { url, project, token, send } = options;
    const { requester } = createGitbeaker({ url, token, send });
    return {
        project: async () => {
            const { body } = await requester.get(endpoint `projects/${project}`);
            const raw = set_up_read(projectShape, body);
            const levels = [raw.permissions?.project_access, raw.permissions?.group_access].flatMap((one) => one?.access_level ?? []);
            // Where it is off, every developer may, whatever the role says (GitLab docs, "Projects API").
            const isFree = raw.restrict_user_defined_variables === false;
            return {
                visibility: raw.visibility,
                isArchived: raw.archived === true,
                publicPipelines: raw.public_jobs ?? undefined,
                level: levels.length === 0 ? undefined : Math.max(...levels),
                overrideRole: isFree ? 'developer' : (raw.ci_pipeline_variables_minimum_override_role ?? undefined),
                defaultBranch: raw.default_branch ?? 'main',
                configPath: raw.ci_config_path || undefined,
            };
        },
        accessToken: async () => {
            const { scopes, expires_at: end } = set_up_read(tokenShape, (await requester.get('personal_access_tokens/self')).body);
            return { scopes, expiresAt: end == null ? undefined : Date.parse(end) };
        },
        branchRights: async (name) => {
            const path = endpoint `projects/${project}/repository/branches/${name}`;
            const answer = await requester
                .get(path)
                .catch((0,failure/* serviceFailureAs */.i5)(undefined, ({ refusal }) => refusal === 'branch-not-found'));
            if (answer === undefined)
                return undefined;
            const raw = set_up_read(set_up_branchShape, answer.body);
            return {
                protected: raw.protected,
                canPush: raw.can_push,
                developersCanPush: raw.developers_can_push,
                developersCanMerge: raw.developers_can_merge,
            };
        },
        file: async (path, ref) => {
            const answer = await requester
                .get(endpoint `projects/${project}/repository/files/${path}`, { searchParams: { ref } })
                .catch((0,failure/* serviceFailureAs */.i5)(undefined, ({ kind }) => kind === 'not-found'));
            return answer && Buffer.from(set_up_read(gitlab_set_up_fileShape, answer.body).content, 'base64').toString('utf8');
        },
    };
}

;// CONCATENATED MODULE: ./build/js/action/doctor-wiring.js
/** Builds the clients that the doctor asks with, for either edge. */






/** The doctor's patient, as these settings have it. */
function patientOf(settings, edge) {
    const { send, visit, ...given } = edge;
    const { token, membershipToken, apiUrl, repository } = settings.github;
    const clientOf = (own) => (0,github_octokit/* createOctokit */.Q)({ token: own, baseUrl: apiUrl, send: (0,new_token/* patientWithNew */.M)(send, clock/* systemClock */.m) });
    const octokit = clientOf(token);
    const membership = membershipToken === token ? octokit : clientOf(membershipToken);
    const [owner = '', repo = ''] = repository.split('/');
    const wanted = [settings.gitlab.token, settings.gitlab.triggerToken].flatMap((source) => source?.from === 'vault' ? [source.path] : []);
    return {
        ...given,
        settings,
        github: {
            ...createGitHubClient({ octokit, membership, duplication: octokit, repository }),
            ...createSetUp(octokit, { owner, repo }),
        },
        hasPolicies: !/\/api\/v3$/.test(apiUrl),
        gitlab: (own) => set_up_createSetUp({ url: settings.gitlab.url, project: settings.gitlab.project, token: own, send }),
        vault: visit && wanted.length > 0
            ? () => visit([...new Set(wanted)].map((path) => ({ path, below: false })))
            : undefined,
    };
}

// EXTERNAL MODULE: ./build/js/github/id-token.js
var id_token = __webpack_require__(8871);
// EXTERNAL MODULE: ./build/js/net/transport.js + 2 modules
var transport = __webpack_require__(6992);
// EXTERNAL MODULE: ./build/js/vault/client.js + 1 modules
var client = __webpack_require__(5705);
// EXTERNAL MODULE: ./build/js/vault/node-vault.js + 1 modules
var node_vault = __webpack_require__(789);
;// CONCATENATED MODULE: ./build/js/vault/rights.js
/** What a token may do in Vault, as its web page asks it (docs/facts/vault.md, "What a token may do"). */



const paths = valibot_dist/* record */.g1P(valibot_dist/* string */.YjP(), valibot_dist/* object */.Ikc({ capabilities: valibot_dist/* array */.YOg(valibot_dist/* string */.YjP()) }));
const aclShape = valibot_dist/* object */.Ikc({
    data: valibot_dist/* object */.Ikc({
        root: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY(), false),
        exact_paths: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(paths)),
        glob_paths: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(paths)),
    }),
});
const rights_read = (0,shape/* readerOf */.T)('vault');
/** Asks Vault, or one namespace of it. */
const createRights = ({ url, namespace, send }) => ({
    rights: async (token) => {
        const calls = (0,node_vault/* createCalls */.o)({ url, namespace, token, send });
        const body = await calls.get('sys/internal/ui/resultant-acl', 'read');
        const { root, exact_paths: exact, glob_paths: globs } = rights_read(aclShape, parsed(body)).data;
        return {
            root,
            paths: [
                ...Object.entries(exact ?? {}).map(([path, { capabilities }]) => ({ path, capabilities })),
                ...Object.entries(globs ?? {}).map(([path, { capabilities }]) => ({
                    path: `${path}*`,
                    capabilities,
                })),
            ],
        };
    },
});
/** What is no JSON, as a page of some proxy, is as little understood as another shape. */
function parsed(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/cli/doctor-wiring.js
/** Builds what `drawbridge doctor` asks with: one transport, the clients, and a visit to Vault where one can log in. */









/** The workflow files of a repository's default branch. Rejects with a ServiceFailure. */
function workflowFilesOf({ repository, apiUrl, token, }, { env, interrupted }) {
    const [owner = '', repo = ''] = repository.split('/');
    const send = (0,transport/* createTransport */.oO)({
        clock: clock/* systemClock */.m,
        random: Math.random,
        proxyEnv: env,
        signal: interrupted,
    });
    return createSetUp((0,github_octokit/* createOctokit */.Q)({ token, baseUrl: apiUrl, send }), { owner, repo }).workflowFiles();
}
/** The patient. */
function wireDoctor(settings, { env, ...given }) {
    const { caCertificate, vault: access } = settings;
    const common = {
        ...{ clock: clock/* systemClock */.m, random: Math.random, proxyEnv: env },
        ...(caCertificate !== undefined && { ca: caCertificate }),
    };
    const send = (0,transport/* createTransport */.oO)({ ...common, signal: given.interrupted });
    // The answer to a log-in is waited for: else nobody could give its token back.
    const patient = (0,transport/* createTransport */.oO)(common);
    const isAtHand = !['vault-token', 'vault-secret-id'].some((input) => given.absent.has(input));
    const login = access && isAtHand ? loginHere(access.auth, env) : undefined;
    const at = access && {
        ...{ url: access.url, send: patient },
        ...(access.namespace !== undefined && { namespace: access.namespace }),
    };
    return patientOf(settings, {
        ...given,
        send,
        vaultElsewhere: access !== undefined && login === undefined,
        visit: at &&
            login &&
            (async (wanted) => visit({
                ...{
                    vault: (0,client/* createVault */.B)(at),
                    clock: clock/* systemClock */.m,
                    random: Math.random,
                    interrupted: given.interrupted,
                },
                log: { info: () => { }, warning: () => { } },
            }, createRights(at), typeof login === 'function' ? login(patient) : login, { wanted, kvVersion: access.kvVersion })),
    });
    /** A job's own way; elsewhere a token of one's own, which shows nothing of the role. */
    function loginHere(auth, variables) {
        if (auth.method !== 'jwt')
            return auth;
        if (!variables['ACTIONS_ID_TOKEN_REQUEST_URL'])
            return undefined;
        const { method, mount, role, audience } = auth;
        return (over) => ({ method, mount, role, identity: (0,id_token/* idTokenFrom */.N)(variables, audience, over) });
    }
}

;// CONCATENATED MODULE: ./build/js/action/input-defaults.js
/** The defaults of action.yml, where no runner fills them in. A test holds them against that file. */
/** Input → its default; the others have none, or a blank. */
const inputDefaults = {
    mode: 'auto',
    approvals: 'comment',
    drafts: 'false',
    'label-prefix': 'test-',
    'all-label': 'test-all',
    'require-all': 'false',
    'settle-seconds': '5',
    'gitlab-url': 'https://gitlab.com',
    'vault-auth': 'jwt',
    'pass-as': 'variables',
    proof: 'false',
    'branch-variable': 'GITHUB_ENGINE_BRANCH_NAME',
    'tests-variable': 'TESTS_TO_RUN',
    wait: 'true',
    supersede: 'true',
    disclose: 'status',
    link: 'false',
    comment: 'false',
    'timeout-minutes': '150',
    'error-budget-minutes': '10',
    'on-blocked': 'fail',
    'on-rerun': 'retry-failed',
    'status-context': 'drawbridge',
};

;// CONCATENATED MODULE: ./build/js/cli/from-workflow.js
/** The inputs of a step, as the command line has them: from its `with:`, and secrets from the environment. Pure. */


/** Stands in for a secret that is not at hand, so that its absence is no fault of the file. Never sent. */
const standIn = 'not-at-hand';
const expression = /^\$\{\{\s*(secrets|vars|env|github|inputs)\.([\w-]+)\s*\}\}$/;
/** Which step: the first of the file that is named, else the first that names a GitLab project, else the first. */
function chosenUse(uses, path) {
    const own = path === undefined ? uses : uses.filter(({ workflow }) => isSamePath(workflow.path, path));
    return own.find(({ step }) => step.with['gitlab-project'] !== undefined) ?? own[0];
}
const isSamePath = (one, other) => one === other.replace(/^\.\//, '') || one.endsWith(`/${other}`);
/** Reads them. `pullRequest`: of the command line. */
function inputsOf(use, env, pullRequest) {
    const absent = new Map();
    const values = new Map();
    for (const [name, written] of Object.entries(use.step.with)) {
        if (name === 'mode' || name === 'pull-request')
            continue;
        const value = evaluated(name, written.trim(), env);
        if (typeof value === 'string')
            values.set(name, value);
        else {
            absent.set(name, value.todo);
            // Of GitHub one asks with the token that one has, and says whose it is.
            if (name === 'membership-token' || name === 'github-token')
                values.set(name, ownToken(env) || standIn);
            else if (secretInputs.includes(name))
                values.set(name, standIn);
        }
    }
    if (!values.has('github-token') && !absent.has('github-token')) {
        const value = ownToken(env);
        if (value === '')
            absent.set('github-token', 'Set GITHUB_TOKEN: `GITHUB_TOKEN=$(gh auth token) drawbridge doctor`.');
        values.set('github-token', value || standIn);
    }
    return {
        get: (name) => {
            if (name === 'mode')
                return 'doctor';
            if (name === 'pull-request')
                return pullRequest ?? '';
            // The runner hands over a blank for an input that is left out and has one for its default.
            return values.get(name) ?? inputDefaults[name] ?? ' ';
        },
        absent,
        names: Object.keys(use.step.with),
    };
}
/** The person's own token, which stands for the job's. */
const ownToken = (env) => env['GITHUB_TOKEN']?.trim() || env['GH_TOKEN']?.trim() || '';
function evaluated(name, written, env) {
    if (!written.includes('${{'))
        return written;
    const [, kind = '', key = ''] = expression.exec(written) ?? [];
    const isOwn = (kind === 'github' && key === 'token') || (kind === 'secrets' && key === 'GITHUB_TOKEN');
    if (isOwn)
        return ownToken(env) || { todo: 'Set GITHUB_TOKEN: `GITHUB_TOKEN=$(gh auth token) drawbridge doctor`.' };
    if (kind === 'secrets' || kind === 'vars' || kind === 'env') {
        const value = env[key]?.trim() || (name === 'gitlab-token' ? env['GITLAB_TOKEN']?.trim() : undefined);
        return value || { todo: `Set ${key} in the environment.` };
    }
    return { todo: 'Only a runner knows it: run `mode: doctor` in the job.' };
}

// EXTERNAL MODULE: ./build/js/cli/io.js
var cli_io = __webpack_require__(6239);
// EXTERNAL MODULE: ./build/js/cli/typed.js
var typed = __webpack_require__(5527);
;// CONCATENATED MODULE: ./build/js/cli/doctor.js
/** `drawbridge doctor`: finds the set-up in the workflow files, asks everything, and says what is wrong. */















/** Gives the exit code: 0 where nothing is wrong, 1 where something is, or could not be found out, 2 for wrong usage. */
async function doctor(wishes, io, hearing) {
    const { env } = io;
    const root = env['GITHUB_WORKSPACE']?.trim() || '.';
    const own = repositoryIn(root);
    const repository = wishes.repository ?? (env['GITHUB_REPOSITORY']?.trim() || own);
    if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        (0,cli_io/* say */.c)(io, 'doctor', [
            'which repository is not known: run it in a checkout, or give --repository owner/name',
        ]);
        return exit/* wrongUsage */.xY;
    }
    const apiUrl = (env['GITHUB_API_URL']?.trim() || 'https://api.github.com').replace(/\/+$/, '');
    const token = env['GITHUB_TOKEN']?.trim() || env['GH_TOKEN']?.trim() || '';
    if (token === '') {
        (0,cli_io/* say */.c)(io, 'doctor', ['GITHUB_TOKEN is not set: `GITHUB_TOKEN=$(gh auth token) drawbridge doctor`']);
        return exit/* wrongUsage */.xY;
    }
    // What is not merged yet is what one wants to be told of; of another repository there is no checkout here.
    const isHere = own === undefined || own.toLowerCase() === repository.toLowerCase();
    const edge = { env, interrupted: hearing.interrupted };
    const here = isHere ? workflowFilesIn(root) : undefined;
    const asked = here === undefined ? await (0,ask/* ask */.k)(workflowFilesOf({ repository, apiUrl, token }, edge)) : (0,facts_fact/* known */.eO)(here);
    if (!asked.known) {
        const { sentence, remedy } = (0,reasons/* reasonOf */.A)(asked.reason);
        // No other token was asked with yet.
        const todo = (0,typed/* asDoctored */.J)(remedy).replace(' and `MEMBERSHIP_TOKEN`', '');
        (0,cli_io/* say */.c)(io, 'doctor', [`the workflow files cannot be read: ${sentence}. ${todo}`]);
        return exit/* failed */.gz;
    }
    const read = asked.value;
    const patient = await patientFrom(read, wishes, { repository, apiUrl, io, hearing });
    if (patient === undefined) {
        (0,cli_io/* say */.c)(io, 'doctor', [
            wishes.workflow === undefined
                ? 'no workflow file uses the action: copy one from examples/workflows'
                : 'that workflow file is not there, or does not use the action',
        ]);
        return wishes.workflow === undefined ? exit/* failed */.gz : exit/* wrongUsage */.xY;
    }
    const findings = (await examine(patient)).map(({ todo, ...one }) => todo === undefined ? one : { ...one, todo: (0,typed/* asDoctored */.J)(todo) });
    io.stdout.write(wishes.json ? `${jsonOf(findings)}\n` : `${linesOf(findings).join('\n')}\n`);
    return isWell(findings) ? 0 : exit/* failed */.gz;
}
/** Undefined where no step uses the action. */
async function patientFrom(files, { workflow, pullRequest }, at) {
    const use = chosenUse(usesIn(files.flatMap((file) => readWorkflow(file) ?? [])), workflow);
    if (use === undefined)
        return undefined;
    const { env } = at.io;
    const inputs = inputsOf(use, env, pullRequest);
    const facts = {
        ...{ repository: at.repository, apiUrl: at.apiUrl, runId: '0', event: { kind: 'schedule' } },
        serverUrl: env['GITHUB_SERVER_URL']?.trim() || 'https://github.com',
    };
    const { settings, faults } = await readInputs(inputs.get, facts);
    const { absent } = inputs;
    const real = [...(await unknownNames(inputs.names)), ...faults.filter(({ input }) => !absent.has(input))];
    const isSound = real.length === 0 && [...absent.keys()].every((input) => secretInputs.includes(input));
    return wireDoctor(settings, {
        ...{ files, env, absent, isSound, faults: real, interrupted: at.hearing.interrupted },
        clock: at.io.clock,
    });
}


/***/ }),

/***/ 6866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ eachOnce),
/* harmony export */   RB: () => (/* binding */ sameRepository),
/* harmony export */   Rc: () => (/* binding */ nameKey),
/* harmony export */   q: () => (/* binding */ sameName),
/* harmony export */   t$: () => (/* binding */ beginsWith)
/* harmony export */ });
/** When two names are one to GitHub: those of labels, logins, organisations, teams and repositories. */
/**
 * The same text for all spellings of a name: case makes no difference to GitHub, which has a label `test-all` or one
 * `Test-All`, and never both (docs/facts/github.md, "Names"). Letter by letter, so that it can be asked as well whether
 * one name begins with another. No other letter becomes one of ASCII (the sign for kelvin is no `k`): what only looks
 * like the name of an organisation, a team or a login must not pass for it. Pure.
 */
const nameKey = (name) => Array.from(name, inOneCase).join('');
/** Whether two spellings are one name. Pure. */
const sameName = (one, other) => nameKey(one) === nameKey(other);
/** The same of repositories, `owner/name`. One that is gone (null) is the same as none. Pure. */
const sameRepository = (one, other) => one !== null && other !== null && sameName(one, other);
/** Whether a name begins with another. Pure. */
const beginsWith = (name, start) => nameKey(name).startsWith(nameKey(start));
/** The first spelling of each name, in the order given. Pure. */
function eachOnce(names) {
    const seen = new Set();
    return names.filter((name) => {
        const key = nameKey(name);
        return !seen.has(key) && seen.add(key);
    });
}
/** By the upper case first: two small letters may have one capital, as the two forms of sigma do. */
function inOneCase(letter) {
    if (isAscii(letter))
        return letter.toLowerCase();
    const forms = [letter.toUpperCase().toLowerCase(), letter.toLowerCase()];
    return forms.find((form) => ![...form].some(isAscii)) ?? letter;
}
const isAscii = (letter) => letter <= '\x7f';


/***/ }),

/***/ 1023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readMembers)
/* harmony export */ });
/* unused harmony export isMember */
/* harmony import */ var _facts_ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8003);
/* harmony import */ var _facts_fact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1350);
/* harmony import */ var _facts_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6866);



/** The reader of one run. Nothing is kept from one run to the next: membership is what it is now. */
function readMembers(source, policy) {
    const everybody = new Map();
    let existing;
    const exists = () => {
        existing ??= (0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(source.organizationExists(policy.organization));
        return existing;
    };
    const ofUser = (login) => {
        const known = everybody.get((0,_facts_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nameKey */ .Rc)(login));
        if (known)
            return known;
        const first = readMembership(source, policy, login);
        const member = first.then((answers) => confirm(source, policy, login, answers, exists)).then(isMember);
        const asked = { first, member };
        everybody.set((0,_facts_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nameKey */ .Rc)(login), asked);
        return asked;
    };
    const isTrusted = ({ id }) => policy.trustedBots.includes(id);
    const witness = async (person) => {
        if (person === null)
            return { person, member: (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(false) };
        if (person.type === 'Bot')
            return { person, member: (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(isTrusted(person)) };
        return { person, member: await ofUser(person.login).member };
    };
    return {
        witness,
        soon: async (person) => {
            if (person === null)
                return false;
            if (person.type === 'Bot')
                return isTrusted(person);
            const member = isMember(await ofUser(person.login).first);
            return member.known && member.value;
        },
        byLogin: async (login) => {
            const [person, member] = await Promise.all([
                (0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(source.person(login)),
                (0,_facts_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nameKey */ .Rc)(login).endsWith('[bot]') ? (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(false) : ofUser(login).member,
            ]);
            if (!person.known)
                return { person: null, member: person };
            return person.value?.type === 'User' ? { person: person.value, member } : witness(person.value);
        },
    };
}
/** Hidden: neither 302 nor 403 says anything about the person; they are about the one who asks. */
const hidden = { forbidden: 'membership-hidden', moved: 'membership-hidden' };
async function readMembership(source, policy, login) {
    const { organization } = policy;
    const askPublic = () => (0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(source.publicMember(organization, login));
    // A token that was given for membership usually sees it; the job's own token never does, so then both calls go
    // out together and save a round trip.
    const early = policy.membershipTokenGiven ? undefined : askPublic();
    const [membership, ...teams] = await Promise.all([
        (0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(source.organizationMembership(organization, login), hidden),
        ...policy.teams.map((team) => (0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(source.teamMembership(organization, team, login), { ...hidden, 'not-found': 'team-hidden' })),
    ]);
    const publicMember = early !== undefined || !membership.known ? await (early ?? askPublic()) : undefined;
    return { organization: membership, ...(publicMember && { publicMember }), teams };
}
/**
 * Confirms a 404 for a membership, which GitHub also gives for an organisation that is not there (a mistyped name) and
 * to who may not see its members: only a token that is told by the list of members that the person is none sees them.
 * The job's own token never does, so it is not asked again.
 */
async function confirm(source, { organization, membershipTokenGiven }, login, answers, exists) {
    const first = answers.organization;
    if (!membershipTokenGiven || !first.known || first.value !== 'absent')
        return answers;
    const [shown, there] = await Promise.all([(0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(source.listedMember(organization, login), hidden), exists()]);
    const listed = !there.known ? there : there.value ? shown : (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('membership-hidden');
    if (listed.known && !listed.value)
        return { ...answers, listed };
    return { ...answers, listed, publicMember: await (0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(source.publicMember(organization, login)) };
}
/**
 * Whether a person is an active member, and, where `teams` is set, in one of the teams. Unknown when the answers do
 * not settle it: a token that sees no members proves nothing about anybody.
 */
function isMember(answers) {
    const organization = organizationMember(answers);
    if (!organization.known || !organization.value || answers.teams.length === 0)
        return organization;
    if (answers.teams.some((team) => team.known && team.value === 'active'))
        return (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(true);
    return answers.teams.find((team) => !team.known) ?? (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(false);
}
function organizationMember({ organization, listed, publicMember }) {
    if (organization.known && organization.value !== 'absent')
        return (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(organization.value === 'active');
    // Absent is also what a token hears that sees nobody, so it is a no only where another answer confirms it.
    if (organization.known && listed?.known && !listed.value)
        return (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(false);
    if (publicMember?.known && publicMember.value)
        return (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(true);
    if (!organization.known)
        return organization;
    return listed === undefined || listed.known ? (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('membership-hidden') : listed;
}


/***/ }),

/***/ 212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ known)
/* harmony export */ });
/**
 * Matches an answer in which a text begins with one of these sentences, in any case of letters. Only the beginning
 * counts: further on stand links, and names that people have chosen for branches, jobs and inputs. GitLab puts
 * "400 Bad request - " before some texts, and our own `"` inside of a text is `\"` in JSON.
 */
const says = (...beginnings) => new RegExp(`(?<!\\\\)"\\s*(?:4\\d\\d (?:bad request )?- )?(?:${beginnings.map(({ source }) => source).join('|')})`, 'i');
/**
 * Known refusals, the first that fits counts (docs/facts/gitlab.md, "Refusals" and "Words of a refused start", where each
 * generation of words has its source). What is not here stays without a name: no word of it is taken for another.
 */
const known = [
    // GitLab answers every method but GET so, in whatever words, and we make no call that it does not know.
    { code: 'project-moved', status: 405, text: /./, kind: 'moved' },
    { code: 'insufficient-granular-scope', text: says(/insufficient_granular_scope\b/) },
    { code: 'insufficient-scope', text: says(/insufficient_scope\b/) },
    { code: 'token-expired', text: says(/token is expired/) },
    { code: 'token-revoked', text: says(/token was revoked/) },
    { code: 'branch-not-found', text: says(/404 branch not found/) },
    { code: 'tag-not-found', text: says(/404 tag not found/) },
    { code: 'project-not-found', text: says(/404 project not found/) },
    { code: 'reference-not-found', text: says(/reference not found/) },
    { code: 'variables-refused', text: says(/insufficient permissions to set pipeline variables/) },
    { code: 'insufficient-role', text: says(/insufficient permissions to create a new pipeline/) },
    {
        code: 'protected-ref',
        text: says(/you do not have sufficient permission to run a pipeline on /, /insufficient permissions for protected ref /),
    },
    { code: 'too-many-pipelines', text: says(/too many pipelines created/), kind: 'rate-limited' },
    { code: 'pipelines-disabled', text: says(/pipelines are disabled/) },
    { code: 'config-missing', text: says(/missing ci config file/) },
    {
        code: 'identity-verification',
        text: says(/(?:identity|account) verification/, /verify your (?:account|identity)/, /credit card required/),
    },
    // Up to 16, and since 17.
    {
        code: 'filtered-by-workflow',
        text: says(/pipeline filtered out by workflow rules/, /(?:the )?pipeline did not run\. review the /),
    },
    // Up to 15.7, up to 16, and since 17.
    {
        code: 'no-jobs',
        text: says(/no (?:stages ?\/ ?)?jobs for this pipeline/, /pipeline will not run for the selected trigger/, /(?:the )?resulting pipeline would have been empty/),
    },
    {
        code: 'name-refused',
        text: says(/name"\s*:\s*\[\s*"is too (?:long|short)/, /(?:failed to (?:build|update|persist|create) [^"]*|workflow |pipeline metadata )?name (?:is too (?:long|short)|can't be blank)/),
    },
    {
        code: 'variables-invalid',
        text: says(/variables(?:\[[^\]"]*\])* (?:is|are|needs|key|have|do(?:es)? not)\b/, /duplicate variable names?: /),
    },
    {
        code: 'inputs-invalid',
        text: says(/inputs? (?:is|are) invalid/, /`[^`"]*` input: /, /given inputs (?:not defined|must be)/, /unknown input/, /there cannot be more than \d+ inputs/, /invalid inputs/),
    },
    // The first error of the CI files. Last, because it begins with names.
    {
        code: 'config-invalid',
        text: says(/(?:jobs|root|workflow|include|stages|variables|default|image|services|cache|header|spec)\b[^"]*? config (?:should|must|can|cannot|has|contains|is|key)\b/, /[^"]* job: (?:chosen stage|undefined need|dependency|needs?\b)/, /'[^'"]*' job needs /, /[^"]*: (?:unknown keys in `extends`|circular dependency detected in `extends`)/, /(?:included file|local file|remote file|project) `[^"]*` (?:is|does|not|could)\b/, /[^"]*while (?:parsing|scanning) a /, /[^"]*did not find expected /, /invalid (?:configuration format|yaml)/, /failed to parse rule for /, /the parsed yaml is too big/),
    },
    // GitLab begins each of its own 404s with the number; a gateway that knows no such route says so in other words.
    { code: 'foreign-not-found', status: 404, text: /^(?!.*"\s*404 )/s },
];


/***/ }),

/***/ 3789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jf: () => (/* binding */ tokenIn),
/* harmony export */   wX: () => (/* binding */ partNames)
/* harmony export */ });
/* unused harmony export partsOf */
/* harmony import */ var _request_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(174);

/** What each part of a proof is called; all five are sent each time. */
const partNames = [1, 2, 3, 4, 5].map((number) => `DRAWBRIDGE_PROOF_${number}`);
/** Three parts of base64url: a token that is signed (RFC 7515, "JWS Compact Serialization"). */
const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** A token as five values by name, unused ones empty; undefined where it is longer than they are. Pure. */
function partsOf(token) {
    if (token.length > partNames.length * _request_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .longestInput */ .n_)
        return undefined;
    return Object.fromEntries(partNames.map((name, at) => [name, token.slice(at * _request_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .longestInput */ .n_, (at + 1) * _request_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .longestInput */ .n_)]));
}
/**
 * The token that values hold, in the one way in which `partsOf` lays it down: full parts, one that may be shorter, and
 * empty ones to the end. A part that is not there at all counts as empty. Pure.
 */
function tokenIn(values) {
    const parts = partNames.map((name) => values[name] ?? '');
    const token = parts.join('');
    if (token === '')
        return { found: false, reason: 'proof-missing' };
    const laid = partsOf(token);
    const isLaidSo = partNames.every((name, at) => laid?.[name] === parts[at]);
    return isLaidSo && compact.test(token)
        ? { found: true, token }
        : { found: false, reason: 'proof-malformed' };
}


/***/ }),

/***/ 174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k5: () => (/* binding */ fitsInputs),
/* harmony export */   n_: () => (/* binding */ longestInput),
/* harmony export */   tp: () => (/* binding */ mostInputs)
/* harmony export */ });
/** How many inputs a pipeline has at most. */
const mostInputs = 20;
/** How many characters one has at most: GitLab documents 1 KB, and our values have one byte each. */
const longestInput = 1_000;
/**
 * Whether what a subject brings along fits into inputs, where that is how values are passed: its branch, and the ids of
 * its tests together. The other values are short, or the maintainer's own and looked at with the inputs. Pure.
 */
const fitsInputs = ({ branch, tests }, { passAs }) => passAs !== 'inputs' || Math.max(branch.length, tests.join(',').length) <= longestInput;


/***/ }),

/***/ 2717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   YZ: () => (/* binding */ readKey),
/* harmony export */   av: () => (/* binding */ alwaysSent)
/* harmony export */ });
/* unused harmony exports requestFor, keyOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** One request for one pipeline: what is sent, and the key by which it is found again. */


/** What is sent each time, beside the two values whose names the maintainer chooses, and the parts of a proof. */
const alwaysSent = [
    'GITHUB_COMMIT_ID',
    'FORCE_CHECKOUT_CUSTOM_BRANCH',
    'GITHUB_PULL_REQUEST',
    'GITHUB_REPOSITORY_FULL_NAME',
    'DRAWBRIDGE_KEY',
];
/** What names a pipeline in GitLab at most (GitLab docs, "workflow:name"). */
const longestName = 255;
/**
 * The request for a subject. Throws a RangeError where no test is asked for, which a project could take for all of
 * them, and when the key would be too long to be a pipeline's name.
 */
function requestFor(subject, ref, passing) {
    const { names, further, passAs } = passing;
    if (needsNone(subject))
        throw new RangeError('a request needs a test');
    const key = keyOf(subject, ref, passing);
    return {
        key,
        ref,
        passAs,
        values: {
            ...further,
            [names.branch]: subject.branch,
            [names.tests]: subject.tests.join(','),
            GITHUB_COMMIT_ID: subject.commit,
            FORCE_CHECKOUT_CUSTOM_BRANCH: String(ref.twin),
            GITHUB_PULL_REQUEST: typeof subject.origin === 'number' ? String(subject.origin) : '',
            GITHUB_REPOSITORY_FULL_NAME: subject.repository,
            DRAWBRIDGE_KEY: key,
        },
    };
}
/**
 * `owner/repo#42@<sha40>:<12 hex>`, a part of the public contract. Equal requests have equal keys whatever the
 * attempt, so a re-run finds the pipeline of the run before. Throws a RangeError when it is too long.
 */
function keyOf(wanted, ref, passing) {
    const { passAs, proof, names, further, mark } = passing;
    const { repository, origin, commit, branch } = wanted;
    const asked = {
        ...{
            tests: wanted.tests.join(','),
            ref: ref.shown,
            twin: ref.twin,
            passAs,
            names,
            further: sorted(further),
        },
        ...(proof && { proof }),
        // Two branches or tags may stand for one commit; a pull request and a queue have one each.
        ...((origin === 'push' || origin === 'tag') && { branch }),
    };
    const from = typeof origin === 'number' ? `#${origin}` : `!${origin}`;
    const key = `${repository}${from}@${commit}:${mark}${digest(asked, 8)}`;
    if (key.length > longestName)
        throw new RangeError('the request key is longer than a pipeline name may be');
    return key;
}
/**
 * The first four digits of a key's twelve: two workflows with different commit statuses, and repositories of one name
 * on two servers, may share a GitLab project, and neither may take the other's pipelines for its own. `server` is the
 * address of GitHub. Pure.
 */
const markOf = (statusContext, server) => digest({ statusContext, server }, 4);
const keyPattern = /^([\w.-]+\/[\w.-]+)(?:#([1-9]\d{0,14})|!(queue|push|tag))@([0-9a-f]{40}):([0-9a-f]{4})[0-9a-f]{8}$/;
/** Reads a pipeline's name as a key; undefined for any other text. Pure. */
function readKey(name) {
    const read = keyPattern.exec(name ?? '');
    if (!read)
        return undefined;
    const [, repository, number, from, commit, mark] = read;
    return { repository, origin: number === undefined ? from : Number(number), commit, mark };
}
/** The first hex digits of SHA-256 over what was asked. Nothing private goes in: the key is shown in audits. */
const digest = (asked, digits) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, digits);
const sorted = (values) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));


/***/ }),

/***/ 2301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ patient),
/* harmony export */   J: () => (/* binding */ refused)
/* harmony export */ });
/* harmony import */ var _net_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5828);

/** Long enough for the choice of a new leader (docs/facts/vault.md, "Server"), ms; half of each is left to chance. */
const pauses = [1_000, 2_000, 4_000, 8_000, 8_000];
/** A longer wait that Vault asks for is not waited, ms. */
const longestWait = 60_000;
/** No other answer comes in a moment, whatever the status says. */
const lasting = [
    'sealed',
    'not-initialised',
    'namespace-locked',
    'no-api',
    'too-large',
];
/** What passes is an outage, lag, a missing leader, a limit, and a 500 that nobody has explained; nothing else is repeated. */
const patient = ({ clock, random, interrupted }) => ({
    ...{ clock, interrupted },
    pauses: pauses.map((pause) => (pause * (1 + random())) / 2),
    longestWait,
    lasts: ({ refusal = '', transport }) => lasting.includes(refusal) || transport === 'run-deadline',
});
/** A refusal of our own: Vault was not asked. */
const refused = (refusal) => new _net_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceFailure */ .A({ service: 'vault', status: undefined, kind: 'invalid', mayHaveActed: false, refusal });


/***/ }),

/***/ 810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findPlaces),
/* harmony export */   n: () => (/* binding */ wholePath)
/* harmony export */ });
/* harmony import */ var _net_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5828);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2301);
/** Where a path leads: its mount, and what is left of it below. */


/** A path of one segment is below this mount, as in `vault kv get -mount=secret`. */
const usualMount = 'secret';
/**
 * The whole path, the mount first. Pure. Throws a refusal `path-invalid` on what Vault would read as another path, or
 * answer with a fault (docs/facts/vault.md, "Secrets").
 */
function wholePath(path) {
    const segments = path.split('/');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    const odd = segments.some((one) => /^\.{0,2}$/.test(one) || /[\u0000-\u001f\u007f]/.test(one));
    if (odd)
        throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J)('path-invalid');
    return segments.length === 1 ? `${usualMount}/${path}` : path;
}
/**
 * Finds all that is wanted. Each mount is asked for once; where Vault does not say, the version that was set counts, and
 * the first segment is the mount. Nothing is guessed. Rejects with a ServiceFailure.
 * @param differs told when Vault names another version than was set; Vault's counts
 */
async function findPlaces(access, wanted, kvVersion, differs) {
    const mounts = [];
    const mountOf = async (path) => {
        const found = mounts.find((one) => isBelow(path, one.path));
        if (found !== undefined)
            return found;
        const mount = await access.mountOf(path).catch((error) => unseen(path, kvVersion, error));
        if (!isBelow(path, mount.path))
            throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J)('mount-hidden');
        mounts.push(mount);
        return mount;
    };
    const places = [];
    for (const one of wanted) {
        const path = wholePath(one.path);
        const mount = await mountOf(path);
        places.push(placeOf(one, mount, path.slice(mount.path.length + 1)));
    }
    const versions = mounts.filter(({ engine }) => engine !== 'plain');
    if (kvVersion && versions.some(({ engine }) => engine !== `kv-${kvVersion}`))
        differs();
    return places;
}
const isBelow = (path, mount) => path === mount || path.startsWith(`${mount}/`);
/** A mount that Vault does not show. Its way of showing them is promised to nobody, so other answers are none. */
function unseen(path, kvVersion, error) {
    const { kind, refusal } = (0,_net_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureItself */ .gA)(error);
    const noAnswer = refusal === undefined && ['not-found', 'invalid', 'unexpected'].includes(kind);
    if (!noAnswer && refusal !== 'mount-hidden' && refusal !== 'absent' && refusal !== 'policy')
        throw error;
    if (kvVersion === undefined)
        throw refusal === 'policy' ? error : (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J)('mount-hidden');
    const [mount = ''] = path.split('/');
    return { path: mount, engine: `kv-${kvVersion}` };
}
function placeOf(wanted, mount, path) {
    if (path === '' && !wanted.below)
        throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J)('path-invalid');
    if (mount.engine === 'kv-2' && /^(?:data|metadata)(?:\/|$)/.test(path))
        throw (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J)('path-has-data');
    return { wanted, mount, path };
}


/***/ }),

/***/ 9959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ readAll)
});

// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
;// CONCATENATED MODULE: ./build/js/secrets/in-parallel.js
/** Several things at once, but not all. */
/**
 * Acts on each item, at most `most` at a time, in their order. After a failure nothing more is begun; what is under way
 * is waited for, then the first failure is thrown.
 */
async function inParallel(most, items, act) {
    const left = items.values();
    const failures = [];
    const lane = async () => {
        for (const item of left) {
            if (failures.length > 0)
                return;
            await act(item).catch((error) => failures.push(error));
        }
    };
    await Promise.all(Array.from({ length: most }, lane));
    if (failures.length > 0)
        throw failures[0];
}

// EXTERNAL MODULE: ./build/js/secrets/patience.js
var patience = __webpack_require__(2301);
;// CONCATENATED MODULE: ./build/js/secrets/read.js
/** Reads the secrets at places that were found, and those below them. */



/** How much is asked for at a time. */
const mostAtOnce = 6;
/** What is read below one path at most. More is no folder of secrets for one job. */
const mostBelow = { secrets: 500, folders: 200, depth: 12 };
/**
 * The secrets by the path that was wanted; those below one by their whole path, the mount first. What is not there, or
 * deleted, is left out. Each is asked for once. Rejects with a ServiceFailure: `too-many-below` where a path has more below
 * it than is read.
 */
async function readAll(access, places, told) {
    const leaves = new Map();
    const add = (mount, path, name) => {
        const whole = joined(mount.path, path);
        const leaf = leaves.get(whole) ?? { mount, path, names: new Set(), wanted: new Set() };
        leaf.names.add(name ?? whole);
        if (name !== undefined)
            leaf.wanted.add(name);
        leaves.set(whole, leaf);
    };
    for (const { wanted, mount, path } of places)
        if (path !== '')
            add(mount, path, wanted.path);
    for (const { mount, path } of places.filter(({ wanted }) => wanted.below)) {
        for (const below of await pathsBelow(access, mount, path))
            add(mount, below);
    }
    const read = new Map();
    await inParallel(mostAtOnce, [...leaves.values()], async (leaf) => {
        const secret = await access
            .read(leaf.mount, leaf.path)
            .catch((0,failure/* serviceFailureAs */.i5)('absent', ({ refusal }) => refusal === 'absent'))
            .catch((0,failure/* serviceFailureAs */.i5)('deleted', ({ refusal }) => refusal === 'deleted-version'));
        if (secret === 'deleted')
            for (const path of leaf.wanted)
                told.deleted(path);
        if (secret === 'absent' || secret === 'deleted')
            return;
        if (secret.lease !== undefined)
            told.leased(secret.lease);
        read.set(leaf, secret.values);
    });
    // In the order in which they were wanted, not in which they came.
    const secrets = new Map();
    for (const leaf of leaves.values()) {
        const values = read.get(leaf);
        if (values !== undefined)
            for (const name of leaf.names)
                secrets.set(name, values);
    }
    return secrets;
}
/** The paths below one of a mount, folder by folder, in alphabetical order. */
async function pathsBelow(access, mount, top) {
    const paths = [];
    let folders = [top];
    let seen = 0;
    for (let depth = 0; folders.length > 0; depth++) {
        seen += folders.length;
        if (depth >= mostBelow.depth || seen > mostBelow.folders)
            throw (0,patience/* refused */.J)('too-many-below');
        const next = [];
        await inParallel(mostAtOnce, folders, async (folder) => {
            for (const name of await access.list(mount, folder)) {
                if (name.endsWith('/'))
                    next.push(joined(folder, name.slice(0, -1)));
                else
                    paths.push(joined(folder, name));
            }
        });
        if (paths.length > mostBelow.secrets)
            throw (0,patience/* refused */.J)('too-many-below');
        folders = next;
    }
    return paths.sort();
}
const joined = (...parts) => parts.filter((part) => part !== '').join('/');


/***/ }),

/***/ 4672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ho: () => (/* binding */ session_open),
  r8: () => (/* binding */ revoke),
  cv: () => (/* binding */ say)
});

// EXTERNAL MODULE: ./build/js/facts/ask.js
var ask = __webpack_require__(8003);
// EXTERNAL MODULE: ./build/js/net/again.js
var net_again = __webpack_require__(7374);
// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./build/js/reasons.js + 8 modules
var reasons = __webpack_require__(7953);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/js/secrets/claims.js
/** What a role in Vault may be bound to: the claims of an ID token that are no secret and do not change. */

/** Numbers of repositories, owners, projects. */
const id = /^[0-9]{1,20}$/;
const yesOrNo = /^(?:true|false)$/;
const word = /^[a-z_]{1,40}$/;
const claims_name = /^[A-Za-z0-9._/-]{1,255}$/;
const host = '[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?';
/**
 * Claims to bind, with the only form in which they are told. GitHub's come first, then GitLab's; `ref` and `environment`
 * are both's (GitHub docs, "OpenID Connect reference"; GitLab docs, "OpenID Connect (OIDC) Authentication Using ID
 * Tokens"). `sub` is not among them: its form differs by the age of the repository, and by what its owner has chosen
 * (docs/facts/runner.md, "ID tokens").
 */
const toBind = {
    repository_id: id,
    repository_owner_id: id,
    job_workflow_ref: /^[\w.-]{1,100}\/[\w.-]{1,100}\/\.github\/workflows\/[\w.-]{1,100}@[\w./-]{1,255}$/,
    project_id: id,
    namespace_id: id,
    ref: claims_name,
    ref_type: word,
    ref_protected: yesOrNo,
    environment: claims_name,
    environment_protected: yesOrNo,
    pipeline_source: word,
};
/** An audience or an issuer: a word, or an address without a query. */
const party = new RegExp(`^(?:https?://${host}(?:/[\\w./-]{0,200})?|(?!https?:)[\\w.:/-]{1,255})$`);
const claimsShape = dist/* object */.Ikc({
    aud: dist/* optional */.lqM(dist/* union */.KCZ([dist/* string */.YjP(), dist/* array */.YOg(dist/* string */.YjP())])),
    iss: dist/* optional */.lqM(dist/* string */.YjP()),
});
/** The lines that tell what the role may be set to. None where the token cannot be read. Pure. */
function bindable(jwt) {
    const claims = claimsOf(jwt);
    if (claims === undefined)
        return [];
    const parties = dist/* safeParse */.xLC(claimsShape, claims);
    const { aud, iss } = parties.success ? parties.output : {};
    const audiences = [aud ?? []].flat().filter((one) => party.test(one));
    const bound = Object.entries(toBind).flatMap(([claim, form]) => {
        const value = claims[claim];
        return dist.is(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(form)), value) ? [[claim, value]] : [];
    });
    return [
        ...(audiences.length > 0 ? [`  bound_audiences: ${JSON.stringify(audiences)}`] : []),
        ...(bound.length > 0 ? [`  bound_claims: ${JSON.stringify(Object.fromEntries(bound))}`] : []),
        ...(iss !== undefined && party.test(iss)
            ? [`  bound_issuer (of the mount): ${JSON.stringify(iss)}`]
            : []),
    ];
}
/** The middle part of a JWT (RFC 7519, section 3), which nobody has verified here. */
function claimsOf(jwt) {
    const [, payload = ''] = jwt.split('.');
    try {
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
        return dist.is(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J()), claims) ? claims : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/secrets/new-token.js
/** Bears with a server that does not know a token yet which another one has just given. */

/** How long a standby may lag after a change of the leader (docs/facts/vault.md, "Server"), ms; half is left to chance. */
const pauses = [250, 500, 1_000, 2_000];
/**
 * Asks again where a token is refused that was given a moment ago: OpenBao's standbys answer reads themselves. A refusal
 * costs no use of the token. What the leader does, renewals and revokes, is not repeated.
 */
function bearingWithLag(access, { clock, random, interrupted }) {
    const again = (act) => (0,net_again/* repeatedly */.S)(act, {
        ...{ clock, interrupted },
        pauses: pauses.map((pause) => (pause * (1 + random())) / 2),
        longestWait: 2_000,
        mayPass: ({ refusal }) => refusal === 'token-dead',
        // The transport has asked again already.
        lasts: ({ refusal }) => refusal !== 'token-dead',
    });
    return {
        ...access,
        mountOf: (path) => again(() => access.mountOf(path)),
        read: (mount, path) => again(() => access.read(mount, path)),
        list: (mount, path) => again(() => access.list(mount, path)),
    };
}

// EXTERNAL MODULE: ./build/js/secrets/patience.js
var secrets_patience = __webpack_require__(2301);
;// CONCATENATED MODULE: ./build/js/secrets/session.js
/** A time in which Vault is asked with one token: from the log-in until the token is given back. */







/** A role without `token_ttl` gives tokens of 32 days (docs/facts/vault.md, "Log-in by a token (JWT)"), ms. */
const longLife = 60 * 60_000;
/** Opens a session. Rejects with a ServiceFailure of `vault`, or with that of `login.identity`. */
async function session_open(ports, login) {
    if (login.method === 'token') {
        if (login.token === '')
            throw (0,secrets_patience/* refused */.J)('token-missing');
        return sessionOf(ports, login.token, undefined);
    }
    const issued = await logIn(ports, login);
    const session = sessionOf(ports, issued.token, issued);
    try {
        ports.onToken?.(issued.token, 'held');
    }
    catch (fault) {
        // Nobody would know of it after a kill.
        await session.end([]);
        throw fault;
    }
    if (issued.batch)
        say(ports.log, 'vault-batch-token');
    else if (issued.ttlMs === 0 || issued.ttlMs > longLife) {
        const hours = Math.round(issued.ttlMs / 3_600_000);
        const life = hours === 0 ? 'without end' : `of ${hours} hours`;
        ports.log.warning(`the role in Vault gives tokens ${life}: set its \`token_ttl\` to \`5m\``);
    }
    return session;
}
/** Logs in, each time with a fresh JWT, until it succeeds or fails in a way that does not pass. */
async function logIn(ports, login) {
    const { vault, log } = ports;
    if (login.method === 'approle')
        return (0,net_again/* repeatedly */.S)(() => vault.logIn(login.mount, login), (0,secrets_patience/* patient */.I)(ports));
    const { mount, role, identity } = login;
    let shown = '';
    try {
        return await (0,net_again/* repeatedly */.S)(async () => {
            shown = await identity();
            return vault.logIn(mount, { method: 'jwt', role, jwt: shown });
        }, (0,secrets_patience/* patient */.I)(ports));
    }
    catch (error) {
        if (ofTheRole.includes((0,failure/* failureItself */.gA)(error).refusal ?? ''))
            advise(log, shown);
        throw error;
    }
}
/** The role, or its mount, asks for other claims than the token has. */
const ofTheRole = [
    'audience',
    'audience-unbound',
    'claim-differs',
    'claim-missing',
    'claim-not-text',
    'subject-differs',
    'user-claim-missing',
    'issuer-differs',
];
function advise(log, jwt) {
    const lines = bindable(jwt);
    if (lines.length === 0)
        return;
    log.info('The ID token of this job has these claims, to which the role in Vault may be bound:');
    for (const line of lines)
        log.info(line);
    log.info('Bind ids, never `sub`: its form is not the same for all repositories, and it holds names.');
}
function sessionOf(ports, token, issued) {
    const { vault, log, onToken } = ports;
    const access = vault.as(token);
    const confirmed = (fact) => {
        if (!fact.known)
            say(log, fact.reason);
        return fact.known;
    };
    return {
        access: issued === undefined ? access : bearingWithLag(access, ports),
        issued,
        end: async (leases) => {
            if (issued !== undefined && !issued.batch) {
                const gone = confirmed(await (0,ask/* ask */.k)(revokePatiently(vault, token, ports)));
                if (gone)
                    onToken?.(token, 'revoked');
                return gone;
            }
            const revoked = await Promise.all(leases.map(({ id }) => (0,ask/* ask */.k)((0,net_again/* repeatedly */.S)(() => access.revokeLease(id), (0,secrets_patience/* patient */.I)(ports)))));
            return revoked.map(confirmed).every(Boolean) && issued?.batch !== true;
        },
    };
}
/** Says a reason and what helps, where nothing ends by it. */
function say(log, code) {
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(code);
    log.warning(`${sentence}. ${remedy}`);
}
/** Revokes a token; one that is dead already is as good as revoked. Rejects with a ServiceFailure. */
const revoke = (vault, token) => vault
    .as(token)
    .revoke()
    .catch((0,failure/* serviceFailureAs */.i5)(undefined, ({ refusal }) => refusal === 'token-dead'));
const revokePatiently = (vault, token, patience) => (0,net_again/* repeatedly */.S)(() => revoke(vault, token), (0,secrets_patience/* patient */.I)(patience));


/***/ })

};
