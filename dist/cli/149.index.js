export const id = 149;
export const ids = [149];
export const modules = {

/***/ 149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wire: () => (/* binding */ wire)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _child_exit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1799);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6616);
/* harmony import */ var _github_id_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8871);
/* harmony import */ var _net_transport_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6992);
/* harmony import */ var _vault_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5705);
/** Builds the client of Vault over the transport. The only place of this edge where rooms meet the SDK. */






/** Builds both. */
function wire(server, means, edge) {
    const { interrupted, env } = edge;
    const certificates = server.certificates === undefined ? [] : readCertificates(server.certificates);
    if (certificates === undefined)
        return { ok: false, exit: _child_exit_js__WEBPACK_IMPORTED_MODULE_5__/* .failed */ .gz, said: ['the file of VAULT_CACERT or --vault-ca cannot be read'] };
    const [ca] = certificates;
    const common = { clock: _clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m, random: Math.random, proxyEnv: env, ...(ca !== undefined && { ca }) };
    const send = untilInterrupted((0,_net_transport_js__WEBPACK_IMPORTED_MODULE_3__/* .createTransport */ .oO)(common), (0,_net_transport_js__WEBPACK_IMPORTED_MODULE_3__/* .createTransport */ .oO)({ ...common, signal: interrupted }), interrupted);
    const { url, namespace } = server;
    const vault = (0,_vault_client_js__WEBPACK_IMPORTED_MODULE_4__/* .createVault */ .B)({ url, send, ...(namespace !== undefined && { namespace }) });
    const clock = {
        ..._clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m,
        sleep: (ms, signal) => _clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.sleep(ms, signal === undefined ? interrupted : AbortSignal.any([signal, interrupted])),
    };
    let refused = false;
    const login = loginBy(means, send, () => {
        refused = true;
    });
    const ports = { vault, clock, random: Math.random, log: edge.log };
    return { ok: true, ports, login, identityFailed: () => refused };
}
/** None where the file cannot be read. */
function readCertificates(file) {
    try {
        return [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8')];
    }
    catch {
        return undefined;
    }
}
/**
 * Once we are interrupted nothing new is asked but that a token or lease be revoked. What only reads is given up at once; a log-in
 * that is under way is waited for, because nobody could revoke a token of which the answer was not read.
 */
function untilInterrupted(patient, interruptible, interrupted) {
    return (request) => {
        const revokes = /\/(?:revoke-self|leases\/revoke)$/.test(request.url);
        const begins = request.method.toUpperCase() !== 'GET' && !interrupted.aborted;
        return revokes || begins ? patient(request) : interruptible(request);
    };
}
function loginBy(means, send, onRefused) {
    switch (means.method) {
        case 'token':
        case 'approle':
            return means;
        case 'id-token': {
            const { mount, role, jwt } = means;
            return { method: 'jwt', mount, role, identity: async () => jwt };
        }
        case 'github': {
            const { mount, role, audience } = means;
            const asked = {
                ACTIONS_ID_TOKEN_REQUEST_URL: means.requestUrl,
                ACTIONS_ID_TOKEN_REQUEST_TOKEN: means.requestToken,
            };
            const idToken = (0,_github_id_token_js__WEBPACK_IMPORTED_MODULE_2__/* .idTokenFrom */ .N)(asked, audience, send);
            const identity = () => idToken().catch((error) => {
                onRefused();
                throw error;
            });
            return { method: 'jwt', mount, role, identity };
        }
    }
}


/***/ })

};
