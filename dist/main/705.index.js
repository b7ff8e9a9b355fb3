export const id = 705;
export const ids = [705];
export const modules = {

/***/ 5705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createVault: () => (/* binding */ createVault)
});

// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/js/net/shape.js
var shape = __webpack_require__(5567);
;// CONCATENATED MODULE: ./build/js/vault/answers.js
/** What Vault answers, checked for its shape and turned into our words. */



/** Vault tells times in seconds; 0: without end. */
const seconds = dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0), dist/* maxValue */.cGV(1e12));
/** It goes into a header, and a short one could not be hidden. */
const tokenShape = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\x21-\x7e]{4,8192}$/));
const authShape = dist/* object */.Ikc({
    auth: dist/* object */.Ikc({
        client_token: tokenShape,
        lease_duration: seconds,
        renewable: dist/* boolean */.zMY(),
        token_type: dist/* optional */.lqM(dist/* string */.YjP(), 'service'),
    }),
});
const renewedTokenShape = dist/* object */.Ikc({
    auth: dist/* object */.Ikc({ lease_duration: seconds, renewable: dist/* boolean */.zMY() }),
});
const renewedLeaseShape = dist/* object */.Ikc({ lease_duration: seconds, renewable: dist/* boolean */.zMY() });
const wrappedShape = dist/* object */.Ikc({ data: dist/* null */.chJ(), auth: dist/* null */.chJ(), wrap_info: dist/* object */.Ikc({ token: dist/* string */.YjP() }) });
const mountShape = dist/* object */.Ikc({
    data: dist/* object */.Ikc({
        path: dist/* string */.YjP(),
        type: dist/* string */.YjP(),
        options: dist/* optional */.lqM(dist/* nullable */.mee(dist/* object */.Ikc({ version: dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP())) }))),
    }),
});
/** Not a record of valibot: that leaves out keys such as `constructor`. */
const values = dist/* custom */.IeY((data) => typeof data === 'object' && data !== null && !Array.isArray(data));
const leased = { lease_id: dist/* string */.YjP(), lease_duration: seconds, renewable: dist/* boolean */.zMY() };
const firstShape = dist/* object */.Ikc({ ...leased, data: dist/* nullable */.mee(values) });
const secondShape = dist/* object */.Ikc({
    ...leased,
    data: dist/* object */.Ikc({ data: dist/* nullable */.mee(values), metadata: dist/* object */.Ikc({}) }),
});
const listShape = dist/* object */.Ikc({ data: dist/* object */.Ikc({ keys: dist/* array */.YOg(dist/* string */.YjP()) }) });
const read = (0,shape/* readerOf */.T)('vault');
/** JSON that Vault has sent. An empty body, and one that is wrapped, is of no shape that was asked for. */
function parsed(body) {
    const data = body === '' ? undefined : JSON.parse(body);
    if (!dist.is(wrappedShape, data))
        return data;
    const facts = { service: 'vault', status: 200, kind: 'unexpected', mayHaveActed: true };
    throw new failure/* ServiceFailure */.A({ ...facts, refusal: 'wrapped' });
}
const toLife = (of) => ({
    ttlMs: of.lease_duration * 1000,
    renewable: of.renewable,
});
/** The answer to a log-in. */
function toIssued(body) {
    const { auth } = read(authShape, parsed(body));
    return { token: auth.client_token, ...toLife(auth), batch: auth.token_type === 'batch' };
}
/** The answer to `renew-self`. */
const toTokenLife = (body) => toLife(read(renewedTokenShape, parsed(body)).auth);
/** The answer to the renewal of a lease. */
const toLeaseLife = (body) => toLife(read(renewedLeaseShape, parsed(body)));
/** A mount. A key/value store without a version is of the first (docs/facts/vault.md, "Mounts"). */
function toMount(body) {
    const { path, type, options } = read(mountShape, parsed(body)).data;
    const isKv = type === 'kv' || type === 'generic';
    const version = options?.version ?? '1';
    if (isKv && version !== '1' && version !== '2')
        throw notUnderstood();
    return { path: path.replace(/\/+$/, ''), engine: isKv ? `kv-${version}` : 'plain' };
}
const notUnderstood = () => new failure/* ServiceFailure */.A({ service: 'vault', status: 200, kind: 'unexpected', mayHaveActed: false });
/**
 * A secret, as the engine of its mount answers. What was written as null has no keys. A value that is no text is its
 * JSON, with the digits that Vault has sent: the second version of the store has lost some of them by then, 1.0 is 1
 * there and 12345678901234567890 is 12345678901234567000 (docs/facts/vault.md, "Secrets").
 */
function toRead(engine, body) {
    try {
        const [answer, data] = engine === 'kv-2' ? secondOf(body) : firstOf(body);
        const lease = { id: answer.lease_id, ...toLife(answer) };
        // A store of the first version tells a time without a lease; only the id counts (docs/facts/vault.md, "Secrets").
        return { values: toValues(data), lease: lease.id === '' ? undefined : lease };
    }
    catch (error) {
        // Lists in lists, deeper than can be followed: whoever writes secrets is not to be taken for a fault of ours.
        throw error instanceof RangeError ? notUnderstood() : error;
    }
}
const firstOf = (body) => [
    read(firstShape, parsed(body)),
    read(dist/* object */.Ikc({ data: firstShape.entries.data }), exactly(body)).data,
];
const secondOf = (body) => [
    read(secondShape, parsed(body)),
    read(dist/* object */.Ikc({ data: secondShape.entries.data }), exactly(body)).data.data,
];
/** JSON whose numbers are written again as they were (V8's "JSON.parse source text access"). */
const exactly = (body) => JSON.parse(body, ((_, value, { source }) => typeof value === 'number' ? rawJson(source) : value));
const rawJson = (source) => JSON.rawJSON(source);
/** The names below a path. */
const toNames = (body) => read(listShape, parsed(body)).data.keys;
function toValues(data) {
    const entries = Object.entries(data ?? {});
    return new Map(entries.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]));
}

// EXTERNAL MODULE: ./build/js/vault/node-vault.js + 1 modules
var node_vault = __webpack_require__(789);
;// CONCATENATED MODULE: ./build/js/vault/client.js
/** The port to Vault over its HTTP API: which path is asked, and what its answer is to us. */



/**
 * One Vault, or one namespace of it. Every method rejects with a ServiceFailure when Vault did not do what was asked;
 * nothing of Vault's text leaves this folder but the secrets, and the names of a list. node-vault is loaded by the first
 * call.
 */
function createVault({ url, namespace, send }) {
    const callsOf = (token, of = namespace) => (0,node_vault/* createCalls */.o)({ url, namespace: of, token, send });
    const anonymous = callsOf(undefined);
    /** Sealed is said of a server that was never set up, too; only its state tells which, asked of the root namespace. */
    const orNotInitialised = async (error) => {
        const uninitialised = await callsOf(undefined, '')
            .get('sys/seal-status', 'read')
            .then((body) => /"initialized"\s*:\s*false/.test(body))
            .catch((0,failure/* serviceFailureAs */.i5)(false));
        throw uninitialised ? renamed(error, 'not-initialised') : error;
    };
    /**
     * OpenBao answers alike where nothing is mounted and where the role's networks leave the caller out. What is mounted
     * says of an empty log-in what it misses; nothing says 403 again.
     */
    const whyForbidden = async (path, error) => {
        const again = await anonymous.post(path, 'logIn', {}).then(() => undefined, failure/* failureItself */.gA);
        const nothingThere = again?.kind === 'unauthorized' || again?.refusal === 'login-mount-missing';
        throw renamed(error, nothingThere ? 'login-mount-missing' : 'login-network');
    };
    return {
        logIn: async (mount, proof) => {
            const path = `auth/${mount}/login`;
            try {
                return toIssued(await anonymous.post(path, 'logIn', bodyOf(proof)));
            }
            catch (error) {
                const { refusal } = (0,failure/* failureItself */.gA)(error);
                if (refusal === 'sealed')
                    return orNotInitialised(error);
                if (refusal === 'token-dead')
                    return whyForbidden(path, error);
                throw error;
            }
        },
        as: (token) => {
            const calls = callsOf(token);
            return {
                mountOf: async (path) => toMount(await calls.get(`sys/internal/ui/mounts/${path}`, 'read')),
                read: async (mount, path) => toRead(mount.engine, await calls.get(apiPath(mount, 'data', path), 'read')),
                list: (mount, path) => calls
                    .list(apiPath(mount, 'metadata', path))
                    .then(toNames)
                    .catch((0,failure/* serviceFailureAs */.i5)([], ({ refusal }) => refusal === 'absent')),
                renew: async () => toTokenLife(await calls.post('auth/token/renew-self', 'renew', {})),
                renewLease: async (id) => toLeaseLife(await calls.post('sys/leases/renew', 'renew', { lease_id: id })),
                revokeLease: async (id) => {
                    await calls.post('sys/leases/revoke', 'revoke', { lease_id: id });
                },
                revoke: async () => {
                    await calls.post('auth/token/revoke-self', 'revoke');
                },
            };
        },
    };
}
/** Where a secret of a mount is read, or listed: the second version of the store puts a word in between. */
const apiPath = ({ path: mount, engine }, word, path) => [mount, ...(engine === 'kv-2' ? [word] : []), path].filter((part) => part !== '').join('/');
/** JSON leaves out what is undefined. */
const bodyOf = (proof) => proof.method === 'jwt'
    ? { role: proof.role, jwt: proof.jwt }
    : { role_id: proof.roleId, secret_id: proof.secretId };
/** The same failure, of which more is known now. */
const renamed = (error, refusal) => new failure/* ServiceFailure */.A({ ...(0,failure/* failureItself */.gA)(error), refusal });


/***/ }),

/***/ 789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ createCalls)
});

// EXTERNAL MODULE: ./build/js/net/failure.js
var net_failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./build/js/net/refusal.js
var net_refusal = __webpack_require__(7650);
;// CONCATENATED MODULE: ./build/js/vault/wording.js
/** An answer in whose list `errors` one text is this, or begins so where it ends with `.*`. A `"` in it is `\"` there. */
const says = (...texts) => new RegExp(`"errors"\\s*:\\s*\\[(?:"(?:[^"\\\\]|\\\\.)*"|[\\s,])*?"(?:${texts.map(({ source }) => source).join('|')})"`, 's');
/** The name of a claim, a role or a path as Vault quotes it, and as JSON writes that: a `"` in it is `\\\"`. */
const quoted = String.raw `\\"(?:\\\\\\"|\\[^"]|[^"\\])*\\"`;
/** The rest of a text. */
const rest = String.raw `(?:[^"\\]|\\.)*`;
/** The whole body of a 404 that has no text. */
const noErrors = /^\s*\{\s*"errors"\s*:\s*\[\s*\]\s*\}\s*$/;
const wording_text = (parts, ...values) => new RegExp(String.raw(parts, ...values));
/**
 * Refusals of a server as a whole, to whatever was asked (docs/facts/vault.md, "Server"). A 307 without a page is how a
 * standby sends on to the leader; one with a page is of the path.
 */
const server = [
    { code: 'sealed', status: 503, text: says(/Vault is sealed/), kind: 'unavailable' },
    {
        code: 'namespace-locked',
        status: 503,
        text: says(wording_text `API access to this namespace has been locked${rest}`),
    },
    { code: 'namespace-unknown', status: 404, text: says(/namespace not found/) },
    { code: 'replication-lag', status: 412, text: /^/, kind: 'unavailable' },
    { code: 'leader-unreachable', status: 307, text: /^$/, kind: 'unavailable' },
    { code: 'too-large', status: 413, text: /^/ },
];
/** Claims come first: one that is named like an audience or a subject is none. */
const claims = [
    {
        code: 'claim-differs',
        status: 400,
        text: says(wording_text `error validating claims: claim ${quoted} does not match any associated bound claim values`),
    },
    {
        code: 'claim-missing',
        status: 400,
        text: says(wording_text `error validating claims: claim ${quoted} is missing`),
    },
    { code: 'claim-not-text', status: 400, text: says(wording_text `claim ${quoted} could not be converted to string`) },
    { code: 'user-claim-missing', status: 400, text: says(wording_text `claim ${quoted} not found in token`) },
];
/** What a log-in answers besides (docs/facts/vault.md, "Log-in by a token (JWT)" and "Log-in by AppRole"). */
const logIn = [
    ...claims,
    { code: 'role-unknown', status: 400, text: says(wording_text `role ${quoted} could not be found`) },
    { code: 'role-missing', status: 400, text: says(/missing role/) },
    { code: 'jwt-missing', status: 400, text: says(/missing token/) },
    {
        code: 'audience',
        status: 400,
        text: says(wording_text `error validating token: invalid audience \(aud\) claim${rest}`),
    },
    {
        code: 'audience-unbound',
        status: 400,
        text: says(/audience claim found in JWT but no audiences bound to the role/),
    },
    {
        code: 'subject-differs',
        status: 400,
        text: says(wording_text `error validating token: invalid subject \(sub\) claim${rest}`),
    },
    {
        code: 'issuer-differs',
        status: 400,
        text: says(wording_text `error validating token: invalid issuer \(iss\) claim${rest}`),
    },
    {
        code: 'jwt-expired',
        status: 400,
        text: says(wording_text `error validating token: invalid expiration time \(exp\) claim${rest}`),
    },
    {
        code: 'jwt-early',
        status: 400,
        text: says(wording_text `error validating token: invalid (?:not before \(nbf\)|issued at \(iat\)) claim${rest}`),
    },
    {
        code: 'issuer-unreachable',
        status: 400,
        text: says(wording_text `error validating token: error verifying token signature: fetching keys ${rest}`),
    },
    // Whatever else Vault finds wrong with it: form, algorithm, key, no time at all.
    { code: 'jwt-invalid', status: 400, text: says(wording_text `error validating token: ${rest}`) },
    { code: 'login-unconfigured', status: 400, text: says(/could not load configuration/) },
    // AppRole says so of a body without a role id. A role id is always sent there, so the body was that of a JWT.
    { code: 'login-method-differs', status: 500, text: says(/missing role_id/), kind: 'invalid' },
    { code: 'secret-id-missing', status: 400, text: says(/missing secret_id/) },
    {
        code: 'approle-network',
        status: 400,
        text: says(wording_text `source address ${quoted} unauthorized by ${rest}`),
    },
    {
        code: 'approle-invalid',
        status: 400,
        text: says(/invalid role or secret ID/, /invalid secret[_ ]id/, /invalid role[_ ](?:id|ID)/),
    },
    // No such path of the API: the address has a path that is none of the server's.
    { code: 'no-api', status: 404, text: noErrors },
    // The second is HashiCorp's; OpenBao says 403 there (src/vault/client.ts, `whyForbidden`).
    {
        code: 'login-mount-missing',
        text: says(wording_text `no handler for route ${rest}`, /missing client token/),
        kind: 'not-found',
    },
];
/** A token that is not accepted, and one whose policy says no. HashiCorp's adds "invalid token" to a list. */
const tokens = [
    {
        code: 'token-dead',
        status: 403,
        text: says(/permission denied/, wording_text `\d+ errors? occurred:${rest}\* invalid token${rest}`, /bad token/),
        kind: 'unauthorized',
    },
    { code: 'token-missing', status: 400, text: says(/missing client token/), kind: 'unauthorized' },
];
const denied = (code) => ({
    code,
    status: 403,
    text: says(wording_text `1 error occurred:\\n\\t\* permission denied(?:\\n)*`),
});
/** What a read answers. The last two are the bodies of a 404 that has no text (docs/facts/vault.md, "Secrets"). */
const reading = [
    ...tokens,
    { code: 'mount-missing', status: 404, text: says(wording_text `no handler for route ${rest}`) },
    {
        code: 'mount-hidden',
        status: 403,
        text: says(wording_text `preflight capability check returned 403${rest}`),
    },
    {
        code: 'path-invalid',
        status: 500,
        text: says(wording_text `(?:1 error occurred:\\n\\t\* )?could not find version data(?:\\n)*`),
        kind: 'invalid',
    },
    {
        code: 'path-invalid',
        status: 400,
        text: says(/relative paths not supported/, wording_text `cannot (?:write to|read) a path ending in '\/'`),
    },
    {
        code: 'wrapping-token-invalid',
        status: 400,
        text: says(/wrapping token is not valid or does not exist/),
    },
    {
        code: 'kv-version-differs',
        status: 404,
        text: /"warnings"\s*:\s*\[\s*"Invalid path for a versioned K\/V secrets engine/,
    },
    {
        code: 'deleted-version',
        status: 404,
        text: /"data"\s*:\s*\{\s*"data"\s*:\s*null\s*,\s*"metadata"\s*:\s*\{/,
    },
    { code: 'absent', status: 404, text: noErrors },
];
/** What is known of the answers to each kind of call; the first that fits counts. */
const known = {
    logIn: [...server, ...logIn, ...reading],
    read: [...server, ...reading, denied('policy')],
    list: [...server, ...reading, denied('list-denied')],
    renew: [
        ...server,
        { code: 'batch-token', status: 400, text: says(wording_text `batch tokens cannot be ${rest}`) },
        {
            code: 'not-renewable',
            status: 400,
            text: says(/lease is not renewable/, /invalid lease/, /lease not found/),
        },
        ...reading,
        denied('policy'),
    ],
    revoke: [
        ...server,
        { code: 'batch-token', status: 400, text: says(wording_text `batch tokens cannot be ${rest}`) },
        ...reading,
        denied('revoke-denied'),
    ],
};
/** Go's server says so in plain text to http at a port of TLS (Go, net/http, "server.go"). */
const isTlsExpected = (status, body) => status === 400 && /^Client sent an HTTP request to an HTTPS server\.\s*$/.test(body);

;// CONCATENATED MODULE: ./build/js/vault/node-vault.js



/**
 * Vault on a standby that has not caught up with the log-in yet (Vault docs, "Eventual consistency"), and one that has
 * no leader at the moment (docs/facts/vault.md, "Server"). Both pass.
 */
const passing = [412, 307];
/**
 * node-vault over our transport, loaded by the first call (it weighs 650 kB). None of the `VAULT_*` variables is
 * honoured, nothing is logged, no redirect is followed (docs/facts/vault.md, "node-vault").
 * @param options.url of the server, with path prefix if it has one
 * @param options.namespace Vault Enterprise and OpenBao; sent as a header
 * @param options.token sent as a header; none for a log-in
 */
function createCalls(options) {
    let loading;
    const load = async () => {
        const { default: nodeVault } = await Promise.all(/* import() */[__webpack_require__.e(470), __webpack_require__.e(96)]).then(__webpack_require__.t.bind(__webpack_require__, 8096, 19));
        const client = nodeVault({
            endpoint: options.url.replace(/\/+$/, ''),
            apiVersion: 'v1',
            debug: () => { },
            // Lists by GET.
            noCustomHTTPVerbs: true,
            'request-promise': {
                defaults: () => (request) => ask(options.send, request),
            },
        });
        // Set afterwards: node-vault takes an empty setting for none and then reads the environment.
        client.token = options.token ?? '';
        return Object.assign(client, { namespace: options.namespace ?? '', pathPrefix: '' });
    };
    const call = async (act) => {
        if (/\/(?:v1|ui)(?:\/|$)/.test(options.url))
            throw refused('address-path');
        try {
            loading ??= load();
            // What our own `ask` gave.
            return (await act(await loading));
        }
        catch (thrown) {
            throw named(thrown);
        }
    };
    return {
        get: (path, asked) => call((client) => client.read(encodePath(path), { asked })),
        list: (path) => call((client) => client.list(encodePath(path), { asked: 'list' })),
        post: (path, asked, data) => call((client) => client.write(encodePath(path), data, { asked })),
    };
}
async function ask(send, request) {
    const sent = {
        method: request.method,
        url: request.uri,
        headers: request.headers,
        retryAlso: passing,
    };
    if (typeof request.json === 'object' && request.json !== null) {
        sent.body = JSON.stringify(request.json);
        sent.headers = { 'content-type': 'application/json', ...request.headers };
    }
    const response = await send(sent);
    if (response.status >= 300)
        throw refusalOf(response, request.asked);
    // 200 whatever it was: node-vault gives the body of that back untouched.
    return { statusCode: 200, body: response.body, request: { path: '' } };
}
function refusalOf(response, asked) {
    const failure = (0,net_refusal/* refusedBy */.it)('vault', response, known[asked]);
    if (!isTlsExpected(response.status, response.body))
        return failure;
    return new net_failure/* ServiceFailure */.A({ ...failure, kind: 'invalid', mayHaveActed: false, refusal: 'tls-expected' });
}
/** What no answer that can be used means here. */
const byTransport = {
    'bad-content': 'no-api',
    'too-large': 'too-large',
    'refused-url': 'address-refused',
    'refused-header': 'header-refused',
};
function named(thrown) {
    const failure = (0,net_refusal/* asServiceFailure */.Iq)('vault', thrown);
    const refusal = thrown instanceof net_failure/* TransportFailure */.Az ? byTransport[thrown.kind] : undefined;
    return refusal === undefined ? failure : new net_failure/* ServiceFailure */.A({ ...failure, refusal });
}
/** A refusal of our own, before anything was sent. */
const refused = (refusal) => new net_failure/* ServiceFailure */.A({ service: 'vault', status: undefined, kind: 'invalid', mayHaveActed: false, refusal });
/** Encodes each segment, so that no part of a name becomes a query or reaches another path. */
const encodePath = (path) => path
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');


/***/ })

};
