export const id = 715;
export const ids = [715];
export const modules = {

/***/ 6637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   LJ: () => (/* binding */ unknowable),
/* harmony export */   Qm: () => (/* binding */ wrong),
/* harmony export */   bj: () => (/* binding */ unanswered),
/* harmony export */   g$: () => (/* binding */ judged),
/* harmony export */   hU: () => (/* binding */ well),
/* harmony export */   iA: () => (/* binding */ orWell),
/* harmony export */   k5: () => (/* binding */ refusedOrUnknown),
/* harmony export */   r_: () => (/* binding */ untold)
/* harmony export */ });
/* harmony import */ var _facts_fact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1350);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7953);
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
    const { sentence, remedy } = (0,_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A)(fact.reason);
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
    const { sentence, remedy } = (0,_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A)(fact.reason);
    return wrong(sentence, remedy);
}
/** Judges what is known, or says that it could not be found out. Pure. */
const judged = (fact, what, judge) => ((0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnknown */ .t8)(fact) ? [unanswered(fact, what)] : judge(fact.value));
/** The faults, or the one line that there are none. Pure. */
const orWell = (faults, said) => faults.length > 0 ? faults : [well(said)];


/***/ }),

/***/ 9096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loginFound: () => (/* binding */ loginFound),
/* harmony export */   policiesFound: () => (/* binding */ policiesFound),
/* harmony export */   revokeFound: () => (/* binding */ revokeFound),
/* harmony export */   visit: () => (/* binding */ visit)
/* harmony export */ });
/* harmony import */ var _facts_ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8003);
/* harmony import */ var _facts_fact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1350);
/* harmony import */ var _secrets_places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(810);
/* harmony import */ var _secrets_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9959);
/* harmony import */ var _secrets_session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4672);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6637);
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
    const opened = await (0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)((0,_secrets_session_js__WEBPACK_IMPORTED_MODULE_3__/* .open */ .ho)({ ...quiet, onToken }, login));
    if (!opened.known)
        return {
            login: opened,
            rights: undefined,
            secrets: (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)(opened.reason),
            places: [],
            revoked: undefined,
        };
    const { access, issued, end } = opened.value;
    const leases = [];
    const reading = (async () => {
        const places = await (0,_secrets_places_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlaces */ .C)(access, wanted, kvVersion, () => { });
        const told = { leased: (lease) => void leases.push(lease), deleted: () => { } };
        return { places, secrets: await (0,_secrets_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readAll */ .y)(access, places, told) };
    })();
    // Whatever happens, and only after both: a lease that comes later would stay.
    const [rights, read] = await Promise.allSettled([(0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(source.rights(held)), (0,_facts_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(reading)]);
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
        return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusedOrUnknown */ .k5)(login, 'whether the log-in works')];
    const issued = login.value;
    const found = [];
    if (!secrets.known)
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .refusedOrUnknown */ .k5)(secrets, 'whether the token of GitLab is there'));
    else if (wanted.some(({ path }) => !secrets.value.has(path)))
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .wrong */ .Qm)('there is nothing at the path of `vault-secrets`', 'Write the token there, or correct the path.'));
    else if (wanted.some(({ path, key }) => !secrets.value.get(path)?.has(key)))
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .wrong */ .Qm)('the secret of `vault-secrets` has no such key', 'Correct the key, or write the token under it.'));
    if (issued === undefined)
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)('a token of Vault is handed over, and lives on', 'Log in by `vault-auth: jwt`: nothing is stored then.'));
    else if (issued.batch)
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)('the role gives batch tokens, which cannot be given back', 'Set its `token_type` to `service`.'));
    else if (issued.ttlMs === 0 || issued.ttlMs > longLife)
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)('the role gives tokens that live for hours', 'Set its `token_ttl` to `5m`.'));
    return found.length > 0
        ? found
        : [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .well */ .hU)('the log-in works, for a short time, and the token of GitLab is there')];
}
/** What the policy `default` allows everybody (Vault docs, "Policies", default policy; OpenBao's the same). */
const usual = /^(?:auth\/token\/(?:lookup|renew|revoke)-self|sys\/(?:capabilities-self|internal\/ui\/resultant-acl|renew|leases\/(?:renew|lookup)|wrapping\/(?:wrap|lookup|unwrap)|tools\/hash(?:\/\*)?|control-group\/request)|cubbyhole\/\*|identity\/oidc\/provider\/[^/*]+\/authorize)$/;
/** By the same policy each may read about itself; to write there would be to give oneself policies. */
const ofItself = /^identity\/entity\/(?:id|name)\/[^/*]+$/;
/** None of those is about everything, which `sudo` is. */
const isUsual = ({ path, capabilities }) => (usual.test(path) && !capabilities.includes('sudo')) ||
    (ofItself.test(path) && capabilities.every((one) => one === 'read'));
/** Judges what the token may do beside the read of these API paths. Pure. */
function policiesFound({ login, rights, places, secrets }) {
    if (rights === undefined || !login.known)
        return [];
    if (!rights.known && rights.reason === 'vault-policy-denied')
        return [
            (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .unknowable */ .LJ)('the token may not ask what it may do', 'Leave the policy `default` on it: it allows that, and to give the token back.'),
        ];
    return (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .judged */ .g$)(rights, 'what the token may do', ({ root, paths }) => {
        if (root)
            return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .wrong */ .Qm)('the token is root: it may do everything', 'Give the role a policy of its own.')];
        const allowed = paths.filter(({ capabilities }) => !capabilities.includes('deny'));
        // Without the read it is not known which path is the one.
        if (!secrets.known)
            return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .untold */ .r_)('whether the policies allow more than that read', 'See what is said of the log-in.')];
        const more = allowed.filter((one) => !isUsual(one) && !places.includes(one.path)).length;
        const byOther = places.filter((place) => !allowed.some(({ path }) => path === place)).length;
        const writes = allowed.some(({ path, capabilities }) => places.includes(path) && capabilities.some((one) => one !== 'read'));
        if (more > 0)
            return [
                (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .wrong */ .Qm)(`the policies allow ${more} path${more === 1 ? '' : 's'} more than the token of GitLab needs`, 'Give the role one policy: `read` on that path, without `*`.'),
            ];
        // Something allowed the read that is not among the rules which Vault shows.
        if (byOther > 0)
            return [
                (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)('the read is allowed by a rule with `+`, which may allow others too', 'Write the path itself into the policy, without `+` and `*`.'),
            ];
        if (writes)
            return [
                (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)('the policies allow more than to read that path', 'Leave `read` alone in its capabilities.'),
            ];
        return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .well */ .hU)('the policies allow that read, and no more (rules with `+` are not shown by Vault)')];
    });
}
/** Judges whether the token was given back. Pure. */
function revokeFound({ login, revoked }) {
    if (!login.known)
        return [];
    if (revoked === undefined)
        return [];
    return revoked
        ? [(0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .well */ .hU)('the token was given back')]
        : [
            (0,_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .wrong */ .Qm)('the token could not be given back, and lives on', 'Leave the policy `default` on the role, and `token_type` at `service`.'),
        ];
}


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
