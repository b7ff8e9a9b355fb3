export const id = 395;
export const ids = [395];
export const modules = {

/***/ 423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isPromisedContent),
/* harmony export */   o: () => (/* binding */ isForeignNo)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/** Whose words an answer is in: those of the service that was asked, or of something that stands before it. */

/**
 * Tells whether the body of a success is what an API promises: empty, or JSON in name (`application/json`, any
 * `+json`, with or without parameters) and in fact. A proxy's log-in page with status 200 is not. Pure.
 */
function isPromisedContent(bytes, headers) {
    if (bytes.length === 0)
        return true;
    const type = (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type))
        return false;
    if ((headers.get('content-encoding') ?? 'identity').toLowerCase() !== 'identity')
        return false;
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return false;
    try {
        JSON.parse(bytes.toString('utf8'));
        return true;
    }
    catch {
        return false;
    }
}
/** These say that a request was too large or came too often, whoever says so (RFC 9110, section 15.5; RFC 6585). */
const SAID_BY_ANYBODY = new Set([408, 413, 414, 429, 431]);
/**
 * Tells whether a 4xx is not the service's own no. GitHub, GitLab and Vault refuse in JSON; a page or a line of text is
 * of a gateway, a firewall or a sign-in before them, so it says nothing about the request and passes with its cause
 * (docs/facts/gitlab.md, "Refusals"). An empty 401 or 403 is no word of theirs either; GitHub describes some of its 404s
 * without a body. Pure.
 */
function isForeignNo(status, body) {
    if (status < 400 || status >= 500 || SAID_BY_ANYBODY.has(status))
        return false;
    if (body === '')
        return status === 401 || status === 403;
    return !isJsonObject(body);
}
function isJsonObject(text) {
    if (!/^\s*\{/.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 7650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iq: () => (/* binding */ asServiceFailure),
/* harmony export */   it: () => (/* binding */ refusedBy)
/* harmony export */ });
/* unused harmony export kindOfAnswer */
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(423);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5828);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9372);



/** Known messages are short and near the start; a longer body is not searched. */
const SEARCHED = 16_384;
/** What the status and the rate-limit headers of a service's own answer that is no success say. Pure. */
function kindOfAnswer(status, headers) {
    if ((0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isRateLimited */ .Jz)(status, headers))
        return 'rate-limited';
    if (status >= 300 && status < 400)
        return 'moved';
    if (status >= 500 || status === 408)
        return 'unavailable';
    switch (status) {
        case 401:
            return 'unauthorized';
        case 403:
            return 'forbidden';
        case 404:
        case 410:
            return 'not-found';
        case 409:
            return 'conflict';
        case 400:
        case 413:
        case 414:
        case 415:
        case 422:
            return 'invalid';
        default:
            return 'unexpected';
    }
}
/**
 * Turns an answer that is no success into a ServiceFailure. The body is only compared with the known messages and
 * then dropped. A redirect or a 4xx is the service's own "no", so it did not act; 408 and 5xx leave that open
 * (RFC 9110, section 15), and so does a no of something before the service, which may have kept back the answer. Pure.
 */
function refusedBy(service, answer, known) {
    const { status, headers } = answer;
    const text = answer.body.slice(0, SEARCHED);
    const foreign = (0,_content_js__WEBPACK_IMPORTED_MODULE_0__/* .isForeignNo */ .o)(status, answer.body) && !(0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isRateLimited */ .Jz)(status, headers);
    // A gateway's page says nothing about the request, whatever words are on it.
    const match = foreign || /^\s*</.test(text) ? undefined : known.find((one) => fits(one, status, text));
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceFailure */ .A({
        service,
        status,
        kind: foreign ? 'unavailable' : (match?.kind ?? kindOfAnswer(status, headers)),
        mayHaveActed: foreign || status < 300 || status >= 500 || status === 408,
        retryAfterMs: answer.retryAfterMs,
        refusal: match?.code,
    });
}
/**
 * Turns whatever was thrown into a ServiceFailure: one that is already there stays, a TransportFailure means that
 * the service is unavailable (or untrusted; an address that we refuse to call: unexpected), and anything else is
 * unexpected and loses its message. Pure.
 */
function asServiceFailure(service, thrown) {
    if (thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceFailure */ .A)
        return thrown;
    if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportFailure */ .Az)) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceFailure */ .A({ service, status: undefined, kind: 'unexpected', mayHaveActed: true });
    }
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceFailure */ .A({
        service,
        status: undefined,
        kind: kindOfTransport(thrown.kind),
        mayHaveActed: thrown.mayHaveActed,
        transport: thrown.kind,
    });
}
const fits = ({ text, status: wanted = 0 }, status, body) => (wanted === 0 || wanted === status) && text.test(body);
function kindOfTransport(kind) {
    if (kind === 'tls')
        return 'untrusted';
    return kind === 'refused-url' || kind === 'refused-header' ? 'unexpected' : 'unavailable';
}


/***/ }),

/***/ 9372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ isPassingFailure),
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   jy: () => (/* binding */ waitBeforeRetry),
/* harmony export */   k2: () => (/* binding */ isPassingAnswer)
/* harmony export */ });
/* unused harmony export backoffMs */
/**
 * When to ask again. Pure: no clock, no randomness of its own.
 */
/** Answers that a repeated question may cure. */
const PASSING_STATUSES = new Set([429, 500, 502, 503, 504]);
/** Failures that a repeated question may cure; a certificate or a size does not change in a second. */
const PASSING_FAILURES = new Set(['timeout', 'connection', 'bad-content']);
const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 8_000;
/** Only these may be sent twice: they change nothing (RFC 9110, section 9.2.1). */
function isSafe(method) {
    return method === 'GET' || method === 'HEAD';
}
/**
 * True for 429, and for the 403 by which GitHub reports its limits: with `retry-after`, or with
 * `x-ratelimit-remaining: 0` (GitHub docs, "Rate limits for the REST API").
 */
function isRateLimited(status, headers) {
    if (status === 429)
        return true;
    return status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0');
}
/**
 * Tells whether a safe request is worth repeating after this answer.
 * @param also further statuses that pass for this service, such as Vault's 412
 */
function isPassingAnswer(status, headers, also = []) {
    return PASSING_STATUSES.has(status) || also.includes(status) || isRateLimited(status, headers);
}
/** Tells whether a safe request is worth repeating after this failure. */
function isPassingFailure(kind) {
    return PASSING_FAILURES.has(kind);
}
/**
 * How long the service asks us to wait, in milliseconds from `now` (epoch ms); undefined when it does not say.
 * Reads `retry-after`, as seconds or as HTTP date (RFC 9110, section 10.2.3), else GitHub's
 * `x-ratelimit-remaining: 0` with `x-ratelimit-reset` in epoch seconds, else GitLab's `ratelimit-*` of the same
 * meaning. Header names are lower-case.
 */
function retryAfterMs(headers, now) {
    const asked = headers.get('retry-after')?.trim();
    if (asked !== undefined) {
        if (/^\d+$/.test(asked))
            return bounded(Number(asked) * 1000);
        // An HTTP date always names its weekday; Date.parse alone would take "-5" or "2" for a year.
        const date = /^[A-Z][a-z]+,? /.test(asked) ? Date.parse(asked) : Number.NaN;
        if (!Number.isNaN(date))
            return bounded(date - now);
    }
    for (const prefix of ['x-ratelimit', 'ratelimit']) {
        const reset = headers.get(`${prefix}-reset`)?.trim() ?? '';
        if (headers.get(`${prefix}-remaining`)?.trim() === '0' && /^\d+$/.test(reset)) {
            return bounded(Number(reset) * 1000 - now);
        }
    }
    return undefined;
}
/** No run lasts so long, ms: a longer wait would only overflow a timer. */
const longestAsked = 24 * 60 * 60_000;
const bounded = (ms) => Math.min(longestAsked, Math.max(0, ms));
/**
 * Exponential backoff with full jitter, in milliseconds: between 0 and 0.5 s, 1 s, 2 s … at most 8 s.
 * @param attempt attempts already made, from 1
 * @param random a number from 0 up to 1
 */
function backoffMs(attempt, random) {
    return random * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1));
}
/**
 * How long to wait before the next attempt, in milliseconds; undefined when there is to be none.
 * A wait that the service asked for is the least; the jitter comes on top, so that many runs do not all come back
 * in the same instant.
 */
function waitBeforeRetry(state) {
    if (state.attempt >= state.maxAttempts)
        return undefined;
    const asked = state.askedMs ?? 0;
    if (asked > state.maxWaitMs)
        return undefined;
    const wait = asked + backoffMs(state.attempt, state.random);
    return wait < state.remainingMs ? wait : undefined;
}


/***/ }),

/***/ 5567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readerOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5828);


/**
 * Reads answers of a service by their documented shape. The reader throws a ServiceFailure (`unexpected`) for any
 * other shape: a new form of an answer is not understood, and must not be half read.
 */
const readerOf = (service) => (shape, data) => {
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(shape, data);
    if (!result.success) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceFailure */ .A({ service, status: 200, kind: 'unexpected', mayHaveActed: true });
    }
    return result.output;
};


/***/ }),

/***/ 6992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oO: () => (/* binding */ createTransport)
});

// UNUSED EXPORTS: TransportFailure, retryAfterMs

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/js/net/agents.js



/** As many as are asked for side by side at the gate: one that waits for a connection would be a round trip more. */
const MAX_SOCKETS = 8;
/**
 * Agents, made when first needed. `reuse` keeps connections for the next request; their idle sockets are unref'd
 * by Node, so they never hold the process. Without `reuse` each request gets a fresh connection: a POST must not
 * meet a kept connection that the server is just closing, because whether it arrived could not be known.
 * @param options.proxyEnv an environment: `HTTPS_PROXY` and `NO_PROXY` in both cases are read, by Node itself
 *   (Node docs, "Built-in Proxy Support"; since 24.5)
 * @param options.ca PEM certificates to trust besides those of `roots`
 * @param options.roots `default`: Node's own with what the environment adds (`NODE_EXTRA_CA_CERTS`,
 *   `NODE_USE_SYSTEM_CA`; Node docs, "tls.getCACertificates"); `bundled`: those that Node brings and no others
 */
function createAgents(options) {
    const made = new Map();
    const proxyEnv = options.proxyEnv === undefined ? {} : { proxyEnv: options.proxyEnv };
    const make = (protocol, keepAlive) => {
        const shared = { keepAlive, maxSockets: MAX_SOCKETS };
        // Only this machine is asked in clear (`allowedUrl`); a proxy would be another one, and read the tokens.
        if (protocol === 'http:')
            return new external_node_http_.Agent(shared);
        const { roots = 'default', ca: further } = options;
        const ca = roots === 'default' && further === undefined
            ? {}
            : { ca: [...(0,external_node_tls_.getCACertificates)(roots), ...(further === undefined ? [] : [further])] };
        // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED=0 would else switch the check off.
        return new external_node_https_.Agent({ ...shared, ...proxyEnv, ...ca, rejectUnauthorized: true });
    };
    return (url, reuse) => {
        const name = `${url.protocol} ${reuse}`;
        const agent = made.get(name) ?? make(url.protocol, reuse);
        made.set(name, agent);
        return agent;
    };
}

// EXTERNAL MODULE: ./build/js/net/content.js
var content = __webpack_require__(423);
;// CONCATENATED MODULE: ./build/js/net/exchange.js


/** OpenSSL's and Node's words for a certificate that was not accepted (Node docs, "X509 certificate error codes"). */
const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;
/**
 * Sends one request once and reads the whole answer. Never rejects. Redirects come back like any other answer, and
 * an answer that was cut short is a failed connection.
 */
function exchange(wire) {
    return new Promise((resolve) => {
        let received = false;
        let settled = false;
        let request;
        const settle = (result) => {
            if (settled)
                return;
            settled = true;
            wire.timeUp.removeEventListener('abort', onTimeUp);
            wire.cancelled?.removeEventListener('abort', onCancel);
            resolve(result);
            if (!result.ok)
                request?.destroy();
        };
        const fail = (why) => settle({ ok: false, why, received });
        const onTimeUp = () => fail('time-up');
        const onCancel = () => fail('cancelled');
        if (wire.cancelled?.aborted)
            return fail('cancelled');
        if (wire.timeUp.aborted)
            return fail('time-up');
        try {
            const { request: open } = wire.url.protocol === 'https:' ? external_node_https_ : external_node_http_;
            request = open(wire.url, {
                method: wire.method,
                headers: wire.headers,
                agent: wire.agent(),
                timeout: wire.tunnelMs,
            });
        }
        catch (error) {
            return fail(whyNotSent(error));
        }
        wire.timeUp.addEventListener('abort', onTimeUp, { once: true });
        wire.cancelled?.addEventListener('abort', onCancel, { once: true });
        request.on('socket', (socket) => {
            whenOpen(socket, () => {
                received = true;
            });
        });
        request.on('error', (error) => {
            fail(CERTIFICATE.test(error.code ?? '') ? 'tls' : 'connection');
        });
        // The last resort: whatever ended the request has been told before, if there was anything to tell.
        request.on('close', () => fail('connection'));
        request.on('response', (response) => {
            received = true;
            readAnswer(response, wire.maxBytes, settle, fail);
        });
        request.end(wire.body);
    });
}
/** Node checks header values, the proxy's address and the CA before anything is sent, and throws. */
function whyNotSent(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_INVALID_CHAR' || code.startsWith('ERR_HTTP_INVALID_HEADER'))
        return 'refused-header';
    return code.startsWith('ERR_OSSL_') || code.startsWith('ERR_TLS_') ? 'tls' : 'connection';
}
/** Runs `act` once request bytes can reach the other side: connected, and with TLS after the handshake. */
function whenOpen(socket, act) {
    const secure = 'encrypted' in socket;
    const opening = secure ? socket.secureConnecting !== false : socket.connecting;
    if (opening)
        socket.once(secure ? 'secureConnect' : 'connect', act);
    else
        act();
}
function readAnswer(response, maxBytes, settle, fail) {
    const chunks = [];
    let size = 0;
    response.on('data', (chunk) => {
        size += chunk.length;
        if (size > maxBytes)
            return fail('too-large');
        chunks.push(chunk);
    });
    // Also when it was cut short: Node emits no `end` then.
    response.on('error', () => fail('connection'));
    response.on('end', () => {
        const status = response.statusCode ?? 0;
        settle({ ok: true, status, headers: headersOf(response), bytes: Buffer.concat(chunks) });
    });
}
function headersOf(response) {
    const headers = new Map();
    for (const [name, value] of Object.entries(response.headers)) {
        if (value !== undefined)
            headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    return headers;
}

// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./build/js/net/retry.js
var retry = __webpack_require__(9372);
// EXTERNAL MODULE: ./build/js/net/url.js
var net_url = __webpack_require__(8551);
;// CONCATENATED MODULE: ./build/js/net/transport.js








/** Headers that are the transport's own business. */
const OWN_HEADERS = new Set([
    'accept-encoding',
    'connection',
    'content-length',
    'host',
    'transfer-encoding',
]);
/**
 * The one door to the network (docs/architecture.md, "One door to the network"), over node:http and node:https. No
 * redirect is followed, no compression is asked for. GET and HEAD are repeated with backoff when they fail in passing;
 * everything else is sent exactly once, because an answer that did not come says nothing about what was done.
 */
function createTransport(options) {
    const { clock, random, signal, deadline = Number.POSITIVE_INFINITY } = options;
    const { requestTimeoutMs = 15_000, maxBytes = 10 * 1024 * 1024 } = options;
    const { maxAttempts = 3, maxWaitMs = 60_000, exchange: overTheWire = exchange } = options;
    const agentFor = createAgents(options);
    const attempt = async (request, method, url) => {
        const failed = (kind, mayHaveActed) => ({
            ok: false,
            failure: new failure/* TransportFailure */.Az({ kind, method, host: url.host, mayHaveActed }),
        });
        const remaining = deadline - clock.now();
        if (remaining <= 0 || signal?.aborted)
            return failed('run-deadline', false);
        const timeout = request.timeoutMs ?? requestTimeoutMs;
        const body = typeof request.body === 'string' ? Buffer.from(request.body, 'utf8') : request.body;
        const timeLeft = Math.ceil(Math.min(timeout, remaining));
        const result = await overTheWire({
            method,
            url,
            headers: headersToSend(method, request.headers ?? {}, body),
            body,
            agent: () => agentFor(url, (0,retry/* isSafe */.IP)(method)),
            maxBytes,
            tunnelMs: timeLeft,
            timeUp: AbortSignal.timeout(timeLeft),
            cancelled: signal,
        });
        if (!result.ok)
            return failed(kindOf(result.why, remaining <= timeout), result.received);
        const { status, headers, bytes } = result;
        if (status < 300 && !(0,content/* isPromisedContent */.H)(bytes, headers))
            return failed('bad-content', true);
        const asked = (0,retry/* retryAfterMs */.Vs)(headers, clock.now());
        const response = { status, headers, body: bytes.toString('utf8'), url: request.url };
        if (asked !== undefined)
            response.retryAfterMs = asked;
        return { ok: true, response };
    };
    return async (request) => {
        const method = request.method.toUpperCase();
        const url = (0,net_url/* allowedUrl */._)(request.url);
        if (url === undefined) {
            throw new failure/* TransportFailure */.Az({
                kind: 'refused-url',
                method: /^[A-Z]{1,10}$/.test(method) ? method : 'unknown',
                host: URL.canParse(request.url) ? new URL(request.url).host : 'unknown',
                mayHaveActed: false,
            });
        }
        const allowed = (0,retry/* isSafe */.IP)(method) ? (request.attempts ?? maxAttempts) : 1;
        for (let made = 1;; made++) {
            const last = await attempt(request, method, url);
            const passing = last.ok
                ? isPassing(last.response, request.retryAlso)
                : (0,retry/* isPassingFailure */.IM)(last.failure.kind);
            const wait = passing
                ? (0,retry/* waitBeforeRetry */.jy)({
                    attempt: made,
                    maxAttempts: allowed,
                    random: random(),
                    askedMs: last.ok ? last.response.retryAfterMs : undefined,
                    maxWaitMs,
                    remainingMs: deadline - clock.now(),
                })
                : undefined;
            if (wait === undefined || signal?.aborted) {
                if (last.ok)
                    return last.response;
                throw last.failure;
            }
            const after = last.ok ? last.response.status : last.failure.kind;
            options.onWait?.({ method, host: url.host, after, ms: wait });
            await clock.sleep(wait, signal);
        }
    };
}
const isPassing = ({ status, headers, body }, also) => (0,retry/* isPassingAnswer */.k2)(status, headers, also) || (0,content/* isForeignNo */.o)(status, body);
function kindOf(why, lastOfTheRun) {
    if (why === 'time-up')
        return lastOfTheRun ? 'run-deadline' : 'timeout';
    return why === 'cancelled' ? 'run-deadline' : why;
}
function headersToSend(method, given, body) {
    const headers = { accept: 'application/json', 'user-agent': 'drawbridge' };
    for (const [name, value] of Object.entries(given)) {
        const lower = name.toLowerCase();
        if (!OWN_HEADERS.has(lower))
            headers[lower] = value;
    }
    if (body !== undefined || !(0,retry/* isSafe */.IP)(method))
        headers['content-length'] = String(body?.length ?? 0);
    return headers;
}


/***/ })

};
