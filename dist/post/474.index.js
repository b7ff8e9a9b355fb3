export const id = 474;
export const ids = [474];
export const modules = {

/***/ 3170:
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


/***/ }),

/***/ 2474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createRights: () => (/* binding */ createRights)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _net_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5567);
/* harmony import */ var _node_vault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3170);
/** What a token may do in Vault, as its web page asks it (docs/facts/vault.md, "What a token may do"). */



const paths = valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ capabilities: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) }));
const aclShape = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    data: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        root: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), false),
        exact_paths: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(paths)),
        glob_paths: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(paths)),
    }),
});
const read = (0,_net_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .readerOf */ .T)('vault');
/** Asks Vault, or one namespace of it. */
const createRights = ({ url, namespace, send }) => ({
    rights: async (token) => {
        const calls = (0,_node_vault_js__WEBPACK_IMPORTED_MODULE_1__/* .createCalls */ .o)({ url, namespace, token, send });
        const body = await calls.get('sys/internal/ui/resultant-acl', 'read');
        const { root, exact_paths: exact, glob_paths: globs } = read(aclShape, parsed(body)).data;
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


/***/ })

};
