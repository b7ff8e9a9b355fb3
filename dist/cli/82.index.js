export const id = 82;
export const ids = [82];
export const modules = {

/***/ 2082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wire: () => (/* binding */ wire)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/js/child/exit.js
var exit = __webpack_require__(1799);
// EXTERNAL MODULE: ./build/js/clock.js
var js_clock = __webpack_require__(6616);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/js/net/failure.js
var net_failure = __webpack_require__(5828);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/js/net/content.js
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
    if (!(0,external_node_buffer_.isUtf8)(bytes))
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

;// CONCATENATED MODULE: ./build/js/net/retry.js
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

;// CONCATENATED MODULE: ./build/js/net/refusal.js



/** Known messages are short and near the start; a longer body is not searched. */
const SEARCHED = 16_384;
/** What the status and the rate-limit headers of a service's own answer that is no success say. Pure. */
function kindOfAnswer(status, headers) {
    if (isRateLimited(status, headers))
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
    const foreign = isForeignNo(status, answer.body) && !isRateLimited(status, headers);
    // A gateway's page says nothing about the request, whatever words are on it.
    const match = foreign || /^\s*</.test(text) ? undefined : known.find((one) => fits(one, status, text));
    return new net_failure/* ServiceFailure */.A({
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
    if (thrown instanceof net_failure/* ServiceFailure */.A)
        return thrown;
    if (!(thrown instanceof net_failure/* TransportFailure */.Az)) {
        return new net_failure/* ServiceFailure */.A({ service, status: undefined, kind: 'unexpected', mayHaveActed: true });
    }
    return new net_failure/* ServiceFailure */.A({
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

;// CONCATENATED MODULE: ./build/js/github/id-token.js
/** ID tokens of the job, by which it proves to others who it is (docs/facts/runner.md, "ID tokens"). */



const answer = dist/* object */.Ikc({ value: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w-]+\.[\w-]+\.[\w-]+$/)) });
/**
 * Asks the runner's token service for a token with this audience, a fresh one at each call. `env`: the runner's variables;
 * a job without `id-token: write` has not those that are needed.
 * Rejects with a ServiceFailure of GitHub: `id-token-not-allowed` where the job may not ask, `unexpected` where the answer
 * is no token.
 */
function idTokenFrom(env, audience, send) {
    const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    return async () => {
        if (url === '' || bearer === '')
            throw notAllowed;
        const asked = { method: 'GET', url: `${url}&audience=${encodeURIComponent(audience)}` };
        const response = await send({ ...asked, headers: { authorization: `Bearer ${bearer}` } }).catch((thrown) => {
            throw asServiceFailure('github', thrown);
        });
        if (response.status !== 200)
            throw refusedBy('github', response, []);
        const read = dist/* safeParse */.xLC(answer, JSON.parse(response.body || 'null'));
        if (!read.success)
            throw unreadable;
        return read.output.value;
    };
}
const failed = (facts) => new net_failure/* ServiceFailure */.A({ service: 'github', mayHaveActed: false, ...facts });
const notAllowed = failed({ kind: 'forbidden', status: undefined, refusal: 'id-token-not-allowed' });
const unreadable = failed({ kind: 'unexpected', status: 200 });

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
 * @param options.ca PEM certificates to trust besides Node's own
 */
function createAgents(options) {
    const made = new Map();
    const proxyEnv = options.proxyEnv === undefined ? {} : { proxyEnv: options.proxyEnv };
    const make = (protocol, keepAlive) => {
        const shared = { keepAlive, maxSockets: MAX_SOCKETS };
        // Only this machine is asked in clear (`allowedUrl`); a proxy would be another one, and read the tokens.
        if (protocol === 'http:')
            return new external_node_http_.Agent(shared);
        const ca = options.ca === undefined ? {} : { ca: [...(0,external_node_tls_.getCACertificates)('default'), options.ca] };
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
            failure: new net_failure/* TransportFailure */.Az({ kind, method, host: url.host, mayHaveActed }),
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
            agent: () => agentFor(url, isSafe(method)),
            maxBytes,
            tunnelMs: timeLeft,
            timeUp: AbortSignal.timeout(timeLeft),
            cancelled: signal,
        });
        if (!result.ok)
            return failed(kindOf(result.why, remaining <= timeout), result.received);
        const { status, headers, bytes } = result;
        if (status < 300 && !isPromisedContent(bytes, headers))
            return failed('bad-content', true);
        const asked = retryAfterMs(headers, clock.now());
        const response = { status, headers, body: bytes.toString('utf8'), url: request.url };
        if (asked !== undefined)
            response.retryAfterMs = asked;
        return { ok: true, response };
    };
    return async (request) => {
        const method = request.method.toUpperCase();
        const url = (0,net_url/* allowedUrl */._)(request.url);
        if (url === undefined) {
            throw new net_failure/* TransportFailure */.Az({
                kind: 'refused-url',
                method: /^[A-Z]{1,10}$/.test(method) ? method : 'unknown',
                host: URL.canParse(request.url) ? new URL(request.url).host : 'unknown',
                mayHaveActed: false,
            });
        }
        const allowed = isSafe(method) ? (request.attempts ?? maxAttempts) : 1;
        for (let made = 1;; made++) {
            const last = await attempt(request, method, url);
            const passing = last.ok
                ? isPassing(last.response, request.retryAlso)
                : isPassingFailure(last.failure.kind);
            const wait = passing
                ? waitBeforeRetry({
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
const isPassing = ({ status, headers, body }, also) => isPassingAnswer(status, headers, also) || isForeignNo(status, body);
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
    if (body !== undefined || !isSafe(method))
        headers['content-length'] = String(body?.length ?? 0);
    return headers;
}

;// CONCATENATED MODULE: ./build/js/net/shape.js


/**
 * Reads answers of a service by their documented shape. The reader throws a ServiceFailure (`unexpected`) for any
 * other shape: a new form of an answer is not understood, and must not be half read.
 */
const readerOf = (service) => (shape, data) => {
    const result = dist/* safeParse */.xLC(shape, data);
    if (!result.success) {
        throw new net_failure/* ServiceFailure */.A({ service, status: 200, kind: 'unexpected', mayHaveActed: true });
    }
    return result.output;
};

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
const read = readerOf('vault');
/** JSON that Vault has sent. An empty body, and one that is wrapped, is of no shape that was asked for. */
function parsed(body) {
    const data = body === '' ? undefined : JSON.parse(body);
    if (!dist.is(wrappedShape, data))
        return data;
    const facts = { service: 'vault', status: 200, kind: 'unexpected', mayHaveActed: true };
    throw new net_failure/* ServiceFailure */.A({ ...facts, refusal: 'wrapped' });
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
const notUnderstood = () => new net_failure/* ServiceFailure */.A({ service: 'vault', status: 200, kind: 'unexpected', mayHaveActed: false });
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
        const { default: nodeVault } = await __webpack_require__.e(/* import() */ 96).then(__webpack_require__.t.bind(__webpack_require__, 8096, 19));
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
    const failure = refusedBy('vault', response, known[asked]);
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
    const failure = asServiceFailure('vault', thrown);
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

;// CONCATENATED MODULE: ./build/js/vault/client.js
/** The port to Vault over its HTTP API: which path is asked, and what its answer is to us. */



/**
 * One Vault, or one namespace of it. Every method rejects with a ServiceFailure when Vault did not do what was asked;
 * nothing of Vault's text leaves this folder but the secrets, and the names of a list. node-vault is loaded by the first
 * call.
 */
function createVault({ url, namespace, send }) {
    const callsOf = (token, of = namespace) => createCalls({ url, namespace: of, token, send });
    const anonymous = callsOf(undefined);
    /** Sealed is said of a server that was never set up, too; only its state tells which, asked of the root namespace. */
    const orNotInitialised = async (error) => {
        const uninitialised = await callsOf(undefined, '')
            .get('sys/seal-status', 'read')
            .then((body) => /"initialized"\s*:\s*false/.test(body))
            .catch((0,net_failure/* serviceFailureAs */.i5)(false));
        throw uninitialised ? renamed(error, 'not-initialised') : error;
    };
    /**
     * OpenBao answers alike where nothing is mounted and where the role's networks leave the caller out. What is mounted
     * says of an empty log-in what it misses; nothing says 403 again.
     */
    const whyForbidden = async (path, error) => {
        const again = await anonymous.post(path, 'logIn', {}).then(() => undefined, net_failure/* failureItself */.gA);
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
                const { refusal } = (0,net_failure/* failureItself */.gA)(error);
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
                    .catch((0,net_failure/* serviceFailureAs */.i5)([], ({ refusal }) => refusal === 'absent')),
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
const renamed = (error, refusal) => new net_failure/* ServiceFailure */.A({ ...(0,net_failure/* failureItself */.gA)(error), refusal });

;// CONCATENATED MODULE: ./build/js/cli/wiring.js
/** Builds the client of Vault over the transport. The only place of this edge where rooms meet the SDK. */






/** Builds both. */
function wire(server, means, edge) {
    const { interrupted, env } = edge;
    const certificates = server.certificates === undefined ? [] : readCertificates(server.certificates);
    if (certificates === undefined)
        return { ok: false, exit: exit/* failed */.gz, said: ['the file of VAULT_CACERT or --vault-ca cannot be read'] };
    const [ca] = certificates;
    const common = { clock: js_clock/* systemClock */.m, random: Math.random, proxyEnv: env, ...(ca !== undefined && { ca }) };
    const send = untilInterrupted(createTransport(common), createTransport({ ...common, signal: interrupted }), interrupted);
    const { url, namespace } = server;
    const vault = createVault({ url, send, ...(namespace !== undefined && { namespace }) });
    const clock = {
        ...js_clock/* systemClock */.m,
        sleep: (ms, signal) => js_clock/* systemClock */.m.sleep(ms, signal === undefined ? interrupted : AbortSignal.any([signal, interrupted])),
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
        return [(0,external_node_fs_.readFileSync)(file, 'utf8')];
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
            const idToken = idTokenFrom(asked, audience, send);
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
