import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9659:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {


/* eslint-disable @typescript-eslint/no-explicit-any */
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.HttpClient = exports.HttpClientResponse = exports.HttpClientError = exports.MediaTypes = exports.Headers = exports.HttpCodes = void 0;
exports.getProxyUrl = getProxyUrl;
exports.isHttps = isHttps;
const http = __importStar(__nccwpck_require__(8611));
const https = __importStar(__nccwpck_require__(5692));
const pm = __importStar(__nccwpck_require__(3335));
const tunnel = __importStar(__nccwpck_require__(770));
const undici_1 = __nccwpck_require__(9007);
var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (exports.HttpCodes = HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (exports.Headers = Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (exports.MediaTypes = MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
exports.HttpClientError = HttpClientError;
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
exports.HttpClientResponse = HttpClientResponse;
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? https : http;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new undici_1.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
exports.HttpClient = HttpClient;
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 3335:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.getProxyUrl = getProxyUrl;
exports.checkBypass = checkBypass;
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
exports.debug = debug; // for test


/***/ }),

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

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 9482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o: () => (/* binding */ isForeignNo),
  H: () => (/* binding */ isPromisedContent)
});

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
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
    if (!(0,external_node_buffer_namespaceObject.isUtf8)(bytes))
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

/***/ 5828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ServiceFailure),
/* harmony export */   Az: () => (/* binding */ TransportFailure),
/* harmony export */   gA: () => (/* binding */ failureItself),
/* harmony export */   i5: () => (/* binding */ serviceFailureAs),
/* harmony export */   yT: () => (/* binding */ namedAs)
/* harmony export */ });
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


/***/ }),

/***/ 7650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Iq: () => (/* binding */ asServiceFailure),
/* harmony export */   it: () => (/* binding */ refusedBy)
/* harmony export */ });
/* unused harmony export kindOfAnswer */
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9482);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5828);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9372);



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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readerOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7934);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5828);


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

/***/ 5403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Pr: () => (/* binding */ meaningOf),
/* harmony export */   mf: () => (/* binding */ toStatus),
/* harmony export */   pl: () => (/* binding */ isEnded)
/* harmony export */ });
/* unused harmony export statuses */
/**
 * Every status that a GitLab pipeline can have (GitLab docs, "Pipelines API"), and what it means to us. `ended` and
 * `blocked` pipelines do not change by themselves any more; `alive` ones do.
 */
const statuses = {
    created: 'alive',
    waiting_for_resource: 'alive',
    preparing: 'alive',
    waiting_for_callback: 'alive',
    pending: 'alive',
    running: 'alive',
    canceling: 'alive',
    manual: 'blocked',
    scheduled: 'blocked',
    success: 'ended',
    failed: 'ended',
    canceled: 'ended',
    skipped: 'ended',
};
/** The meaning of a status. An unknown one is watched on, never taken for an end. */
const meaningOf = (status) => status === 'unknown' ? 'alive' : statuses[status];
/** The status that a text from GitLab names; `unknown` for any text outside the table. */
const toStatus = (text) => typeof text === 'string' && Object.hasOwn(statuses, text) ? text : 'unknown';
/** Whether a status is an end, as a type guard. */
const isEnded = (status) => meaningOf(status) === 'ended';
/** Whether a pipeline may still use machines: neither ended nor about to end because somebody cancelled it. */
const isLive = (status) => !isEnded(status) && status !== 'canceling';


/***/ }),

/***/ 7934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FsL: () => (/* binding */ pipe),
/* harmony export */   Ikc: () => (/* binding */ object),
/* harmony export */   KIO: () => (/* binding */ picklist),
/* harmony export */   L5J: () => (/* binding */ unknown),
/* harmony export */   Y2b: () => (/* binding */ safeInteger),
/* harmony export */   YOg: () => (/* binding */ array),
/* harmony export */   YjP: () => (/* binding */ string),
/* harmony export */   aig: () => (/* binding */ number),
/* harmony export */   lqM: () => (/* binding */ optional),
/* harmony export */   mee: () => (/* binding */ nullable),
/* harmony export */   pdi: () => (/* binding */ transform),
/* harmony export */   xLC: () => (/* binding */ safeParse),
/* harmony export */   z6Y: () => (/* binding */ check),
/* harmony export */   zMY: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony exports BASE64_REGEX, BIC_REGEX, CUID2_REGEX, DECIMAL_REGEX, DIGITS_REGEX, DOMAIN_REGEX, EMAIL_REGEX, EMOJI_REGEX, HEXADECIMAL_REGEX, HEX_COLOR_REGEX, IMEI_REGEX, IPV4_REGEX, IPV6_REGEX, IP_REGEX, ISO_DATE_REGEX, ISO_DATE_TIME_REGEX, ISO_DATE_TIME_SECOND_REGEX, ISO_TIMESTAMP_REGEX, ISO_TIME_REGEX, ISO_TIME_SECOND_REGEX, ISO_WEEK_REGEX, ISRC_REGEX, JWS_COMPACT_REGEX, KSUID_REGEX, MAC48_REGEX, MAC64_REGEX, MAC_REGEX, NANO_ID_REGEX, OCTAL_REGEX, RFC_EMAIL_REGEX, SLUG_REGEX, ULID_REGEX, UUID_REGEX, ValiError, _addIssue, _cloneDataset, _formatCase, _getByteCount, _getCodePointCount, _getGraphemeCount, _getLastMetadata, _getWordCount, _isLuhnAlgo, _isSameValueZero, _isValidObjectKey, _isValueMatch, _joinExpects, _standardSchema, _stringify, any, args, argsAsync, arrayAsync, assert, awaitAsync, base64, bic, bigint, blob, brand, bytes, cache, cacheAsync, checkAsync, checkItems, checkItemsAsync, codePoints, config, creditCard, cuid2, custom, customAsync, date, decimal, deleteGlobalConfig, deleteGlobalMessage, deleteSchemaMessage, deleteSpecificMessage, description, digits, domain, email, emoji, empty, endsWith, entries, entriesFromList, entriesFromObjects, enum, enum_, everyItem, exactOptional, exactOptionalAsync, examples, excludes, fallback, fallbackAsync, file, filterItems, findItem, finite, flatten, flavor, forward, forwardAsync, function, function_, getDefault, getDefaults, getDefaultsAsync, getDescription, getDotPath, getExamples, getFallback, getFallbacks, getFallbacksAsync, getGlobalConfig, getGlobalMessage, getMetadata, getSchemaMessage, getSpecificMessage, getTitle, graphemes, gtValue, guard, hash, hexColor, hexadecimal, imei, includes, instance, integer, intersect, intersectAsync, ip, ipv4, ipv6, is, isOfKind, isOfType, isValiError, isbn, isoDate, isoDateTime, isoDateTimeSecond, isoTime, isoTimeSecond, isoTimestamp, isoWeek, isrc, jwsCompact, keyof, ksuid, lazy, lazyAsync, length, literal, looseObject, looseObjectAsync, looseTuple, looseTupleAsync, ltValue, mac, mac48, mac64, map, mapAsync, mapItems, maxBytes, maxCodePoints, maxEntries, maxGraphemes, maxLength, maxSize, maxValue, maxWords, message, metadata, mimeType, minBytes, minCodePoints, minEntries, minGraphemes, minLength, minSize, minValue, minWords, multipleOf, nan, nanoid, never, nonEmpty, nonNullable, nonNullableAsync, nonNullish, nonNullishAsync, nonOptional, nonOptionalAsync, normalize, notBytes, notCodePoints, notEntries, notGraphemes, notLength, notSize, notValue, notValues, notWords, null, null_, nullableAsync, nullish, nullishAsync, objectAsync, objectWithRest, objectWithRestAsync, octal, omit, optionalAsync, parse, parseAsync, parseBoolean, parseJson, parser, parserAsync, partial, partialAsync, partialCheck, partialCheckAsync, pick, pipeAsync, promise, rawCheck, rawCheckAsync, rawTransform, rawTransformAsync, readonly, record, recordAsync, reduceItems, regex, required, requiredAsync, returns, returnsAsync, rfcEmail, safeParseAsync, safeParser, safeParserAsync, set, setAsync, setGlobalConfig, setGlobalMessage, setSchemaMessage, setSpecificMessage, size, slug, someItem, sortItems, startsWith, strictObject, strictObjectAsync, strictTuple, strictTupleAsync, stringifyJson, summarize, symbol, title, toBigint, toBoolean, toCamelCase, toDate, toKebabCase, toLowerCase, toMaxValue, toMinValue, toNumber, toPascalCase, toSnakeCase, toString, toUpperCase, transformAsync, trim, trimEnd, trimStart, tuple, tupleAsync, tupleWithRest, tupleWithRestAsync, ulid, undefined, undefined_, undefinedable, undefinedableAsync, union, unionAsync, unwrap, url, uuid, value, values, variant, variantAsync, void, void_, words */
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion


/***/ }),

/***/ 9007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ProxyAgent: () => (/* binding */ ProxyAgent),
/* harmony export */   fetch: () => (/* binding */ fetch)
/* harmony export */ });
/**
 * Stands in for the package undici, whose names @actions/http-client and @actions/github import. Every request goes
 * through src/net/transport.ts, so the real one was never called; it cost 35 ms of each start and half of the
 * bundle, and it was one more way to the network, with rules of its own. Here that way is shut.
 */

/** @actions/github makes one while it is loaded, where a proxy is set. It sends nothing. */
class ProxyAgent {}

/** @actions/github hands it to Octokit as a default that src/github/octokit.ts always replaces. @throws always */
function fetch() {
  throw new Error('undici is not part of this action: requests go through src/net/transport.ts');
}


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

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var node_modules_tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = (/* unused pure expression or super */ null && (['OPTIONS', 'GET', 'DELETE', 'HEAD']));
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? https : http;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./build/js/clock.js
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

;// CONCATENATED MODULE: ./build/js/facts/alphabet.js
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
/** A login, an organisation, a team's slug (GitHub docs, "Username considerations"). */
const slug = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?$/;

;// CONCATENATED MODULE: ./build/js/facts/pull.js
const shaPattern = /^[0-9a-f]{40}$/;
/** Whether a text is a full commit name: 40 lower-case hex digits. */
const isSha = (text) => shaPattern.test(text);

;// CONCATENATED MODULE: ./build/js/facts/command.js
/** Reads what a comment on a pull request asks for, as people type it. */


/** Which command a comment names, in whatever form; undefined for talk. Pure. */
function nameIn(parsed) {
    if (parsed.kind === 'none')
        return undefined;
    return parsed.kind === 'command' ? parsed.command.name : parsed.name;
}
const names = ['ok-to-test', 'retest', 'test', 'cancel', 'duplicate'];
/** What looks like nothing on a page, and is pasted along. */
const blank = '[ \\t\\u00a0]';
const blanks = new RegExp(`${blank}+`);
const isBlank = (text = '') => /^[ \t\u00a0]/.test(text);
/** Without the blanks around it. No pattern: one for those at the end takes seconds where many are in the middle. */
function withoutBlanks(line) {
    let [start, end] = [0, line.length];
    while (start < end && isBlank(line[start]))
        start += 1;
    while (end > start && isBlank(line[end - 1]))
        end -= 1;
    return line.slice(start, end);
}
/** A command in other letters, with blanks for its dashes, or with a mark behind it. Longer words are other bots'. */
const slip = new RegExp(`^/(?:(ok(?:${blank}|[_-])*to(?:${blank}|[_-])*test)|(retest|test|cancel|duplicate))[:,.!?]?(?=${blank}|$)`, 'i');
/**
 * Reads the first line of a comment. Blanks and back-ticks around it, several blanks, and digits of a commit in
 * capitals make no difference; all else has to be exact. What names no command of ours is ordinary talk, or for another
 * bot.
 */
function parseCommand(body) {
    const line = firstLine(body);
    const [word = '', ...rest] = line.split(blanks);
    const exact = names.find((known) => word === `/${known}`);
    if (exact !== undefined) {
        const command = read(exact, rest);
        return command ? { kind: 'command', command } : malformed(exact, rest);
    }
    const found = slip.exec(line);
    if (!found)
        return { kind: 'none' };
    const [text, approves, other = ''] = found;
    const name = approves ? 'ok-to-test' : names.find((known) => known === other.toLowerCase());
    return name ? malformed(name, line.slice(text.length).split(blanks)) : { kind: 'none' };
}
/**
 * The first line that is not empty. Back-ticks around all of it are dropped, and a fence above it; those around a part
 * of it are a sentence about a command.
 */
function firstLine(body) {
    const lines = body.split(/\r?\n/).map(withoutBlanks);
    const [first = '', second = ''] = lines.filter((line) => line !== '');
    if (/^`{3,}$/.test(first))
        return second;
    const within = /^(`+)([^`]+)\1$/.exec(first)?.[2];
    return within === undefined ? first : withoutBlanks(within);
}
function read(name, words) {
    const [argument] = words;
    if (words.length > 1)
        return undefined;
    switch (name) {
        case 'ok-to-test':
        case 'duplicate': {
            const commit = argument?.toLowerCase() ?? '';
            return isSha(commit) ? { name, commit } : undefined;
        }
        case 'cancel':
            return argument === undefined ? { name } : undefined;
        case 'retest':
            return argument === undefined || argument === 'all' ? { name, all: argument === 'all' } : undefined;
        case 'test':
            return argument === '?' ? { name: 'list-tests' } : readTests(argument);
    }
}
function readTests(argument) {
    const tests = (argument ?? '').split(',');
    return tests.every((test) => safeTestId.test(test)) ? { name: 'test', tests } : undefined;
}
/** At most so many words of a command in a wrong form are kept. */
const mostMeant = 20;
function malformed(name, words) {
    const meant = words
        .flatMap((word) => word.split(','))
        .filter((word) => command_forms[name]?.test(word))
        .slice(0, mostMeant);
    return { kind: 'malformed', name, ...(meant.length > 0 && { meant }) };
}
/** The forms of arguments, and of what may be completed to one. */
const command_forms = {
    'ok-to-test': /^[0-9a-f]{4,40}$/i,
    duplicate: /^[0-9a-f]{4,40}$/i,
    retest: /^all$/i,
    test: safeTestId,
};

// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __nccwpck_require__(5828);
;// CONCATENATED MODULE: ./build/js/facts/fact.js
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

;// CONCATENATED MODULE: ./build/js/facts/ask.js
/** The one receiver of failures: a call to a service becomes a fact, known or not, with the reason. */


/** What a failure of each kind is called, by service. Vault gets its own table with its first mode. */
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
};
/** Refusals with a reason of their own; the others are told by their kind. */
const byRefusal = {
    'too-many-statuses': 'status-limit-reached',
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
};
/**
 * The reason code of a failed call, whatever it was. Throws on what is no ServiceFailure, a fault in our own code, and
 * on a failure of Vault.
 */
function reasonOfFailure(error, meaning = {}) {
    if (!(error instanceof failure/* ServiceFailure */.A) || error.service === 'vault')
        throw error;
    const { service, kind, refusal = '' } = error;
    return byRefusal[refusal] ?? meaning[kind] ?? byKind[service][kind];
}
/** Turns a call into a fact: where the service gave no usable answer, the fact is unknown, with the reason. */
const ask = (call, meaning) => call.then(known, (error) => unknown(reasonOfFailure(error, meaning)));

;// CONCATENATED MODULE: ./build/js/facts/names.js
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

;// CONCATENATED MODULE: ./build/js/facts/labels.js
/** Which labels choose tests, and which words mean all of them. */

/** Whether a label chooses tests: it begins with the prefix, or is the one that means all. Pure. */
const choosesTests = (label, { prefix, allLabel }) => beginsWith(label, prefix) || sameName(label, allLabel);
/** Whether a word, where a test is named, means all of them: `all`, whatever else has that name, and the all label. Pure. */
const meansAll = (word, { allLabel }) => sameName(word, 'all') || sameName(word, allLabel);

;// CONCATENATED MODULE: ./build/js/gate/idle.js

/** Whether an event ends what runs for a pull request. Pure. */
const ends = ({ action }, { drafts }) => action === 'closed' || (action === 'converted_to_draft' && !drafts);
/**
 * Whether an event of a pull request may start tests: it does not close it, its label, if any, is ours, and what was
 * edited, if anything, is the base branch. Pure.
 */
const startsTests = ({ action, label, rebased }, rules) => action !== 'closed' &&
    (label === undefined || choosesTests(label, rules)) &&
    (action !== 'edited' || rebased);
/** Why one that ends nothing starts no tests. Pure. */
const whyIdle = ({ action }) => action === 'edited' ? 'text-edited' : 'label-without-prefix';

;// CONCATENATED MODULE: ./build/js/gate/roles.js
/** What somebody may do in the repository. */
const writers = ['admin', 'maintain', 'write'];
/** Whether a role includes write. A custom role has a name of its own, and its holder is no writer here. */
const canWrite = (role) => writers.includes(role);

;// CONCATENATED MODULE: ./build/js/pipeline/life.js
/** No pipeline of ours outlives its deadline by more than this, ms. */
const marginMs = 600_000;

;// CONCATENATED MODULE: ./build/js/pipeline/failures.js
/** A clear no, which the same call would only hear again. Throttling and lost connections pass. */
const isRefusal = ({ mayHaveActed, kind }) => !mayHaveActed && kind !== 'unavailable' && kind !== 'rate-limited';
/** Milliseconds before a call that did not happen is made again. GitLab.com counts new pipelines by the minute. */
const pauseAfter = ({ retryAfterMs, kind }) => retryAfterMs ?? (kind === 'rate-limited' ? 61_000 : 5_000);

;// CONCATENATED MODULE: ./build/js/pipeline/lasting.js
/** A no that is heard for so long (ms) counts; for a shorter time a replica may lag behind. */
const goneMs = 16_000;
/** And so often at least: two looks far apart say little. */
const least = 3;
/**
 * Noes of one kind count together, and a failure of another kind between them tells nothing: a replica that lags or a
 * gateway may have answered it.
 */
function countNoes() {
    const heard = new Map();
    return {
        lasts: (failure, at) => {
            const what = isRefused(failure) ? 'refused' : isForeign(failure) ? 'foreign' : failure.kind;
            const no = heard.get(what) ?? { since: at, times: 0 };
            no.times += 1;
            heard.set(what, no);
            return no.times >= least && at - no.since >= goneMs;
        },
        forget: () => heard.clear(),
    };
}
/**
 * A token that is not let in, or may not do this; GitLab hides the whole project from one that sees it no more. It may be
 * so for a moment only: while rights are worked out anew.
 */
const isRefused = ({ kind, refusal }) => kind === 'unauthorized' || kind === 'forbidden' || refusal === 'project-not-found';
/** A 404 of something before GitLab, which says nothing of what was asked for. */
const isForeign = ({ refusal }) => refusal === 'foreign-not-found';
/** GitLab itself says that the pipeline which was asked for is not there, and not that its project is not. */
const isAbsent = (failure) => failure.kind === 'not-found' && !isForeign(failure) && !isRefused(failure);
/** A no that may be another one a moment later. */
const mayChange = (failure) => isRefused(failure) || failure.kind === 'not-found' || failure.kind === 'moved';

// EXTERNAL MODULE: ./build/js/pipeline/status.js
var pipeline_status = __nccwpck_require__(5403);
;// CONCATENATED MODULE: ./build/js/pipeline/stop.js





/** A GitHub runner leaves 7.5 s after SIGINT (docs/facts/runner.md, "Cancel"), so confirming stays below that. */
const quickStop = { confirmMs: 4_000, pauseMs: 500 };
/** After a deadline nobody waits for us with a kill signal. */
const patientStop = { confirmMs: 60_000, pauseMs: 2_000 };
/** A no is believed when it has been given so often: the time is short, and what is not stopped costs money. */
const believedAfter = 3;
/**
 * Cancels a pipeline and looks until it has ended or is being cancelled by GitLab. Cancelling twice does no harm
 * (GitLab answers 200 always), so an unclear answer is simply followed by another try within the time. A clear no that
 * is given several times is the end.
 */
async function stop(pipelines, id, clock, limits) {
    const start = clock.now();
    const end = start + limits.confirmMs;
    let refusals = 0;
    for (let asked = false;;) {
        let refused;
        try {
            if (!asked)
                await pipelines.cancel(id);
            asked = true;
            const { status } = await pipelines.get(id);
            if (!(0,pipeline_status/* isLive */.DG)(status))
                return { stopped: 'ended' };
        }
        catch (error) {
            if (!(error instanceof failure/* ServiceFailure */.A))
                throw error;
            // Before it was found once, a replica that lags may just not show it yet.
            if (isAbsent(error)) {
                if (asked || clock.now() - start >= goneMs)
                    return { stopped: 'ended' };
            }
            else if (isRefusal(error)) {
                refused = asked ? { stopped: 'unconfirmed' } : { stopped: 'refused', reason: reasonOfRefusal(error) };
                refusals += mayChange(error) ? 1 : believedAfter;
            }
        }
        if (refused && refusals >= believedAfter)
            return refused;
        if (clock.now() + limits.pauseMs >= end)
            return refused ?? { stopped: 'unconfirmed' };
        await clock.sleep(limits.pauseMs);
    }
}
/** A token that sees a pipeline and may not cancel it has too small a role, or the wrong scope. */
const reasonOfRefusal = (failure) => failure.kind === 'forbidden' && failure.refusal !== 'insufficient-granular-scope'
    ? 'cancel-needs-api'
    : reasonOfFailure(failure);
/**
 * Cancels pipelines and says of each whether its end was seen: one that could not be cancelled costs money until
 * somebody stops it by hand. Gives how each ended, in their order.
 */
async function stopAndSay({ gitlab, clock, log }, ids, limits = patientStop) {
    const ends = await stopAll(gitlab, ids, clock, limits);
    for (const end of ends) {
        if (end.stopped === 'ended')
            log.info(`pipeline #${end.id}: cancel confirmed`);
        else
            log.warning(`pipeline #${end.id} could not be cancelled (${whyNot(end)}); stop it in GitLab`);
    }
    return ends;
}
/** In a word for the log. Pure. */
const whyNot = (end) => (end.stopped === 'refused' ? end.reason : end.stopped);
/** Stops several at the same time. Gives how each ended, in their order. */
const stopAll = (pipelines, ids, clock, limits) => Promise.all(ids.map(async (id) => ({ id, ...(await stop(pipelines, id, clock, limits)) })));

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build/js/request/tests.js



/** Whether nothing is to be run. Pure. */
const needsNone = ({ tests }) => tests.length === 0;
/** Whether a selection is of these very tests. Pure. */
const isSame = (one, { tests }) => one.selected && one.tests.join() === tests.join();
/** Whether tests that were selected are at least those that are needed. Pure. */
const covers = ({ tests, all }, needed) => all || needed.tests.every((id) => tests.includes(id));
/** Every test, as the merge queue wants them. */
const selectAll = ({ allLabel }) => ({
    selected: true,
    tests: [allLabel],
    all: true,
});
/** Labels that choose tests, known or not, each once and in order. */
const chosenOf = (labels, rules) => eachOnce(labels.filter((label) => choosesTests(label, rules)).sort());
/** Whether the files of a pull request with these labels choose its tests: there are `paths`, and no label chooses. */
const isLeftToFiles = (labels, rules) => rules.paths !== undefined && chosenOf(labels, rules).length === 0;
/**
 * Labels → tests; without any that chooses the default ones. The same labels in any order, and in any case where
 * `tests` is given, give the same selection.
 */
function tests_select(labels, rules) {
    const chosen = chosenOf(labels, rules);
    if (chosen.length === 0)
        return selectIds(rules.defaultTests, rules);
    const idOf = idsOf(rules);
    const strange = chosen.filter((label) => idOf(label) === undefined);
    if (strange.length > 0) {
        const reason = rules.tests ? 'unknown-label' : 'unsafe-value';
        return { selected: false, reason, labels: strange, known: knownLabels(rules) };
    }
    return selectIds(chosen.flatMap((label) => idOf(label) ?? []), rules);
}
/** Label → the id that is sent; undefined for a label that stands for none. */
function idsOf({ tests, allLabel }) {
    const all = nameKey(allLabel);
    const listed = tests && new Map([...tests].map(([label, id]) => [nameKey(label), id]));
    return (label) => {
        const key = nameKey(label);
        if (key === all)
            return allLabel;
        if (listed)
            return listed.get(key);
        return safeTestId.test(label) ? label : undefined;
    };
}
/** The tests that a command names one by one, or all. They must be known where the tests are listed at all. */
function selectTests(ids, rules) {
    const known = rules.tests && [...new Set([...rules.tests.values(), rules.allLabel])].sort();
    const strange = known ? ids.filter((id) => !known.includes(id) && !meansAll(id, rules)) : [];
    if (strange.length > 0)
        return { selected: false, reason: 'unknown-test', labels: strange, known: known ?? [] };
    return selectIds(ids, rules);
}
/**
 * Test ids, known to be right. What means all swallows the others and is sent as the all label; all tests named one by
 * one are all tests too, and are sent as they are.
 */
function selectIds(ids, rules) {
    if (ids.some((id) => meansAll(id, rules)))
        return selectAll(rules);
    const tests = [...new Set(ids)].sort();
    const every = [...(rules.tests?.values() ?? [])].filter((id) => !meansAll(id, rules));
    return { selected: true, tests, all: every.length > 0 && every.every((id) => tests.includes(id)) };
}
const knownLabels = (rules) => rules.tests ? eachOnce([rules.allLabel, ...rules.tests.keys()]).toSorted() : [];

;// CONCATENATED MODULE: ./build/js/request/request.js
/** One request for one pipeline: what is sent, and the key by which it is found again. */


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
function keyOf(wanted, ref, { passAs, names, further, mark }) {
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
    const [, repository, number, from, commit, mark] = keyPattern.exec(name ?? '') ?? [];
    if (repository === undefined || commit === undefined || mark === undefined)
        return undefined;
    return {
        repository,
        origin: number === undefined ? from : Number(number),
        commit,
        mark,
    };
}
/** The first hex digits of SHA-256 over what was asked. Nothing private goes in: the key is shown in audits. */
const digest = (asked, digits) => (0,external_node_crypto_namespaceObject.createHash)('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, digits);
const sorted = (values) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

;// CONCATENATED MODULE: ./build/js/pipeline/supersede.js
/** Which pipelines a newer run, or the end of a pull request, makes obsolete. Pure. */



/** Whether a text is the key of a request of this family, for this commit where one is given. */
function isOfFamily(text, family, commit) {
    const key = readKey(text);
    return (key !== undefined &&
        sameName(key.repository, family.repository) &&
        key.origin === family.pull &&
        key.mark === family.mark &&
        (commit === undefined || key.commit === commit));
}
/** Whether a pipeline is alive and obsolete. Whose it is, a key does not tell. */
const isObsolete = ({ family, except, sparing }) => (one) => {
    if (!(0,pipeline_status/* isLive */.DG)(one.status) || !isOfFamily(one.key, family))
        return false;
    if (except !== undefined && one.key === except.key)
        return isStale(one, except.pipeline);
    return sparing === undefined || !isOfFamily(one.key, family, sparing);
};
/** An elder one of the same request, on another ref or on a commit that the ref has left. */
const isStale = (one, mine) => one.id < mine.id && (one.sha !== mine.sha || one.ref !== mine.ref);

;// CONCATENATED MODULE: ./build/js/reasons/reason.js
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

;// CONCATENATED MODULE: ./build/js/reasons/gate.js

const askMaintainer = 'A member with write access reads the change, then comments `/ok-to-test <commit>`.';
/** Why something may cross: the rules of the gate, told in its log line and audit record. */
const allowed = {
    'all-members': reason('pending', 'author, pusher and sender are members', 'Nothing.'),
    'approved-commit': reason('pending', 'this commit was approved by a member', 'Nothing.'),
    'approved-now': reason('pending', 'a member approved this commit in this comment', 'Nothing.'),
    'member-with-write': reason('pending', 'caused by a member with write access', 'Nothing.'),
};
/** Not tested, or not yet. */
const waiting = {
    'approval-needed': reason('pending', 'waiting for a member to approve this commit', askMaintainer),
    'push-unrecorded': reason('pending', 'GitHub has not recorded who pushed all of this branch: waiting for a member to approve it', askMaintainer),
    'retest-needed': reason('pending', 'waiting for a member to comment /retest', 'A member with write access comments `/retest`.'),
    'no-command': done('untouched', 'the comment is no command'),
    'label-without-prefix': done('untouched', 'the label does not choose tests'),
    'text-edited': done('untouched', 'title or text was edited, which chooses no tests'),
    'no-pull-request': done('untouched', 'no open pull request has this commit as its head now'),
    'run-seen-before': done('untouched', 'the run has ended that was seen to when it was requested'),
    dependabot: reason('pending', 'runs of Dependabot get no secrets: waiting for a member to approve this commit', askMaintainer),
    draft: done('pending', 'draft pull request: tests start when it is ready for review', 'Mark the pull request ready for review, or set `drafts: true`.'),
};
/** We know, and the answer is no. */
const denied = {
    'unsupported-event': reason('untouched', 'this event cannot start private tests', 'Use `on: pull_request_target` with `types: [opened, synchronize, reopened, edited, ready_for_review, labeled, unlabeled]`, or `on: workflow_run` for a workflow on `pull_request`; for releases `on: release` with `types: [published]`.'),
    'pull-request-closed': reason('untouched', 'the pull request is closed', 'Reopen the pull request.'),
    'head-repository-gone': reason('failure', 'the repository that this pull request came from no longer exists', 'Open the pull request again from a repository that exists.'),
    'author-gone': reason('failure', 'the account of the author no longer exists', 'A member opens a pull request with this commit.'),
    'head-moved': reason('untouched', 'the pull request has a newer commit than the one this run is for', 'Look at the run of the newer commit. To run an old one again changes nothing.'),
    'not-member': reason('failure', 'author, sender and everybody who pushed must be members of the organisation', 'A member opens a pull request with this commit.'),
    'approvals-off': reason('untouched', 'approvals by comment are switched off', 'A member opens a pull request with this commit, or the input `approvals` is set to `comment`.'),
    'approval-stale': reason('untouched', 'the approval names another commit than the head of the pull request', 'Read the newest commit, then comment `/ok-to-test <commit>`.'),
    'comment-edited': reason('untouched', 'the comment was edited or deleted; an edited comment is no command', 'Write a new comment.'),
    'command-malformed': reason('untouched', 'the command is not in the form that it must have', 'Write it as documented, alone on the first line; a commit needs all 40 digits.'),
    'command-not-allowed': reason('untouched', 'commands are for members with write access', 'A member with write access gives the command.'),
    'sender-not-writer': reason('failure', 'the person who caused this run is no member with write access', 'A member with write access starts it.'),
    'test-not-allowed': reason('failure', 'a selected test is outside the rights of the person who asked for it', 'Take the label away, or somebody who may run that test asks for it; see `who-may-run`.'),
    'head-crowded': reason('untouched', 'too many open pull requests have this commit as their head', 'Close all but ten of them, then run the job again.'),
    'tag-off-branch': reason('failure', 'the commit of the tag is on no branch that only members have pushed to', "Put the tag on a commit of the default branch, or on the head of a branch whose every push is a member's."),
    'rerunner-not-member': reason('failure', 'the person who started this run again is no member', 'A member starts the run again.'),
};
/** It could not be found out who may cross. */
const undecided = {
    'github-token-refused': reason('error', 'GitHub refused the token', 'Check `github-token` and `membership-token`: expired, revoked or of another organisation?'),
    'github-forbidden': reason('error', 'the GitHub token may not read what the gate needs', 'Give the job `pull-requests: read` and `statuses: write`; for commands `pull-requests: write`, for tags and with `paths` `contents: read`.'),
    'github-rate-limited': reason('error', 'GitHub answered that the rate limit is used up', 'Run the job again after the hour; a `membership-token` of an App has a limit of its own.'),
    'github-unavailable': reason('error', 'GitHub could not be reached or did not answer properly', tryAgain),
    'github-untrusted': reason('error', 'the certificate of the GitHub server was not accepted', 'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'github-moved': reason('error', 'GitHub answered with a redirect; redirects are never followed', 'The repository or organisation was renamed: update its name in the workflow.'),
    'github-unexpected': reason('error', 'GitHub gave an answer that this version does not understand', tryAgain),
    'pull-request-not-found': reason('error', 'the pull request cannot be read', 'Check the number and give the job `pull-requests: read`.'),
    'membership-hidden': reason('error', 'the token cannot see who is a member of the organisation', 'Check `organization`; set `membership-token` to a token with Members: read. A member who is one in public, with write access, may approve with `/ok-to-test <commit>`.'),
    'team-hidden': reason('error', 'the token cannot see a team that is named in `teams` or `who-may-run`', 'Check the slugs in `teams` and `who-may-run`, and that `membership-token` has Members: read.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/gitlab.js

/** What helps where GitLab does not find a ref that it has named itself a moment before. */
const refGone = {
    twin: 'It is the branch of the same name, which GitLab showed a moment before: has somebody deleted it? Run the job again.',
    default: 'It is the default branch, as GitLab names it: set one that exists in GitLab under Settings > Repository > Branch defaults, or name one in the input `gitlab-ref`.',
};
/** Why GitLab started no pipeline, or may have. */
const starting = {
    'gitlab-token-refused': reason('error', 'GitLab refused the token', 'Check `gitlab-token`: expired, revoked, or of another server than `gitlab-url`? Renew it in GitLab under Settings > Access tokens.'),
    'gitlab-trigger-token-refused': reason('error', 'GitLab knows no such trigger token or project', 'Check `gitlab-project`, and `gitlab-trigger-token` in GitLab under Settings > CI/CD > Pipeline trigger tokens.'),
    'gitlab-forbidden': reason('error', 'the GitLab token may not do what is asked', 'In GitLab under Settings > Access tokens, give `gitlab-token` the role Developer and the scope `api`.'),
    'gitlab-scope-missing': reason('error', 'the GitLab token lacks a scope', 'In GitLab under Settings > Access tokens, make a `gitlab-token` with the scope `api`.'),
    'gitlab-permission-missing': reason('error', 'the fine-grained GitLab token lacks a permission', 'Let `gitlab-token` read the project and its branches, and read, create, update and cancel pipelines.'),
    'gitlab-project-not-found': reason('error', 'GitLab shows no such project to this token', 'Check `gitlab-project`, and that the token belongs to that project, on the server of `gitlab-url`.'),
    'gitlab-not-there': reason('error', 'there is nothing of GitLab at the address that was asked', 'Check `gitlab-url`: the address of the GitLab server alone, without a project or `/api/v4`. Then check `gitlab-project`.'),
    'gitlab-moved': reason('error', 'the GitLab project or server has moved; redirects are never followed', 'Update `gitlab-project`, or `gitlab-url`.'),
    'gitlab-untrusted': reason('error', 'the certificate of the GitLab server was not accepted', 'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'gitlab-rate-limited': reason('error', 'GitLab is throttling requests', 'Wait some minutes, then run the job again.'),
    'gitlab-unavailable': reason('error', 'GitLab could not be reached or did not answer properly', 'Run the job again. If it persists, check `gitlab-url`, and the status page of that server.'),
    'gitlab-unexpected': reason('error', 'GitLab gave an answer that this version does not understand', tryAgain),
    'gitlab-ref-not-found': reason('failure', 'the GitLab project has no such branch or tag', 'Correct the input `gitlab-ref`, or make that branch in the GitLab project. Without that input it is the default branch of the project, or the branch of the same name.'),
    'gitlab-ref-protected': reason('failure', 'the GitLab token may not run pipelines on this protected branch', 'Allow its user in GitLab under Settings > Repository > Protected branches, or set another `gitlab-ref`.'),
    'gitlab-variables-refused': reason('failure', 'the GitLab project does not accept pipeline variables', 'Set `pass-as: inputs` without a trigger token, or allow Developers in GitLab under Settings > CI/CD > Variables.'),
    'gitlab-variables-invalid': reason('failure', 'GitLab does not take these pipeline variables', 'Check the input `variables`: few, short values, and names of letters, digits and _.'),
    'gitlab-inputs-refused': reason('failure', 'the GitLab project does not accept these pipeline inputs', 'Declare them under `spec: inputs` at the top of `.gitlab-ci.yml` in GitLab, or set `pass-as: variables`.'),
    'gitlab-filtered': reason('failure', 'the rules of the GitLab pipeline refuse this kind of start', 'Let `workflow: rules` in GitLab\'s `.gitlab-ci.yml` accept `$CI_PIPELINE_SOURCE == "trigger"` and `"api"`.'),
    'gitlab-no-jobs': reason('failure', 'none of the jobs in GitLab belongs to the selected tests', "Check the labels, and the `rules` of the jobs in GitLab's `.gitlab-ci.yml`."),
    'gitlab-throttled': reason('error', 'GitLab refuses more new pipelines for this minute', 'Wait a minute, then run the job again.'),
    'gitlab-config-invalid': reason('failure', 'the CI configuration in GitLab has errors', 'Open Build > Pipelines in GitLab: the errors are shown there.'),
    'gitlab-config-missing': reason('failure', 'the GitLab branch has no CI configuration', 'Add `.gitlab-ci.yml` to the branch, or name the file under Settings > CI/CD > General pipelines.'),
    'gitlab-pipelines-disabled': reason('failure', 'CI/CD is switched off in the GitLab project', 'Switch it on in GitLab under Settings > General > Visibility, project features, permissions.'),
    'gitlab-verification-needed': reason('failure', 'GitLab runs no pipelines for this token before its owner has verified their identity', 'The owner of the token signs in to GitLab and follows the notice there.'),
    'gitlab-refused': reason('failure', 'GitLab refused to start the pipeline', 'Start one by hand in GitLab under Build > Pipelines > New pipeline, on the same branch: it says why.'),
    'gitlab-name-refused': reason('failure', 'GitLab refused the name of the pipeline', "Let `workflow: name` in GitLab's `.gitlab-ci.yml` have 1 to 255 characters; `$DRAWBRIDGE_KEY` alone fits."),
    'cancel-needs-api': reason('untouched', 'the GitLab token can watch, but neither cancel, retry nor name a pipeline', 'In GitLab under Settings > Access tokens, give `gitlab-token` the scope `api` and the role Developer.'),
    'gitlab-branch-unreadable': reason('error', 'it could not be found out whether GitLab has a branch of the same name', 'In GitLab under Settings > Access tokens, give `gitlab-token` the role Reporter or more.'),
    'trigger-uncertain': reason('error', 'GitLab did not confirm the start, and it is not certain that none happened', 'Look in GitLab for a pipeline named after this pull request, then run the job again.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/outcomes.js

/** How the pipeline, or the watch over it, ended. */
const endings = {
    'pipeline-success': done('success', 'private tests passed'),
    'pipeline-success-with-warnings': done('success', 'private tests passed with warnings', 'A job that may fail did fail: a maintainer may want to look at it in GitLab.'),
    'test-not-run': reason('failure', 'a selected test did not run, or not all of its jobs', 'Correct the label, or name the GitLab jobs of that test in the input `test-jobs`. Start a manual job in GitLab, then run this check again.'),
    'pipeline-failed': reason('failure', 'private tests failed', 'A maintainer can see the logs in GitLab.'),
    'pipeline-canceled': reason('failure', 'the private pipeline was cancelled', 'Run the job again.'),
    'pipeline-skipped': reason('failure', 'GitLab skipped the private pipeline: nothing was tested', "Check the `rules` of the jobs in GitLab's `.gitlab-ci.yml`."),
    'pipeline-blocked': reason('failure', 'the private pipeline waits for somebody in GitLab', 'Start the manual job in GitLab, or set `on-blocked: wait`.'),
    'pipeline-gone': reason('error', 'the private pipeline was deleted while it was watched', 'Run the job again.'),
    'run-lost': reason('error', 'the run for these tests ended without a verdict', 'A member runs the job again or comments `/retest`; after `/test`, gives that command again.'),
    deadline: reason('failure', 'the private tests did not end within the time limit', 'Raise `timeout-minutes`, or find out what takes so long.'),
    'error-budget': reason('error', 'GitLab could not be reached for too long: how the private tests ended is not known', 'Run the job again, or raise `error-budget-minutes`.'),
    'watch-refused': reason('error', 'GitLab refused the token while the pipeline was being watched', 'See that the user of `gitlab-token` is still in the project, or renew it in GitLab under Settings > Access tokens, then run the job again: it takes up the same pipeline.'),
    'job-cancelled': reason('failure', 'the GitHub job was cancelled', 'Run the job again.'),
    superseded: reason('untouched', 'a newer run has taken over', 'Look at the newer run.'),
};
/** What is told on the way, and what goes wrong at the end of it. */
const pending = {
    detached: done('pending', 'private tests are running; the verdict will follow'),
    'all-tests-needed': done('pending', 'the selected tests passed; all tests are needed to merge', 'Select all tests, by the label of `all-label` or by theirs.'),
    'more-tests-asked': done('pending', 'the selected tests passed; another pull request with this commit asks for more', 'Wait for the run of that pull request, or comment `/retest` on it.'),
    running: reason('pending', 'private tests are running', 'Wait.'),
    starting: reason('pending', 'private tests are being started', 'Wait.'),
    'status-not-written': reason('error', 'the GitHub token may not write the commit status', 'Give the job `statuses: write`, then run it again.'),
    'status-limit-reached': reason('error', 'this commit has as many commit statuses as GitHub allows', 'Push another commit, an empty one will do: GitHub takes 1000 statuses of one name for each.'),
    'status-throttled': reason('error', 'GitHub took no commit status, because its rate limit is used up', 'Run the job again after the hour.'),
    'status-undelivered': reason('error', 'GitHub did not confirm the commit status', tryAgain),
    internal: reason('error', 'Drawbridge itself failed', 'Please report it with the reason code and the run.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/requests.js

/** Which tests were asked for. */
const selection = {
    'tests-listed': done('untouched', 'the tests were listed in a comment'),
    'unknown-label': reason('failure', 'a label with the test prefix is not known', 'Correct the label or take it away, or add it to the input `tests`.'),
    'unknown-test': reason('untouched', 'the command names a test that is not known', 'Use test ids that the input `tests` lists.'),
    'unsafe-value': reason('failure', 'a branch or label contains characters that are not passed on', 'Use only letters, digits and . _ / , : @ # + = - in names of branches and labels, or give the label an id in `tests`.'),
    'no-test-needed': done('success', 'no private test concerns these files'),
    'needed-tests-selected': done('success', 'all tests that these files need are enabled'),
    'all-tests-selected': done('success', 'all tests are enabled'),
    'tests-missing': reason('failure', 'not all tests are enabled', 'Add the label that means all tests, or the labels that are missing.'),
};
/** What became of `/duplicate`. */
const duplicating = {
    duplicated: done('untouched', 'the commit was copied to a branch of this repository'),
    'duplicate-exists': reason('untouched', 'this commit has a duplicate already', 'Use the pull request that is open.'),
    'duplicate-touches-ci': reason('untouched', 'the change touches files that decide what CI runs', 'Read it with care, and bring it in by hand.'),
    'duplicate-list-cut': reason('untouched', 'the change has more files than GitHub lists, so it could not be checked', 'Bring it in by hand, or ask for a smaller change.'),
    'duplicate-branch-differs': reason('untouched', 'the branch for the duplicate exists with another commit', 'Delete the branch, then give the command again.'),
    'duplicate-by-hand': reason('untouched', 'GitHub did not make the branch for the duplicate', 'Run the two git commands of the comment, then give the command again.'),
    'duplicate-token-lacks': reason('untouched', 'the token may not make branches or pull requests here', 'Set `duplicate-token` to a token with contents, pull-requests and workflows: write.'),
    'duplicate-pull-refused': reason('untouched', 'GitHub Actions may not open pull requests here', 'Allow it in the settings of the repository, or set `duplicate-token` to the token of an App.'),
};
/** How the other modes end. */
const modes = {
    'cancel-done': done('untouched', 'no private pipeline of this pull request is left running'),
    'cancel-incomplete': reason('untouched', 'a private pipeline of this pull request could not be cancelled', 'Cancel it in GitLab; give `gitlab-token` the scope `api` and the role Developer.'),
    triggered: done('untouched', 'the private pipeline was started'),
    'sweep-done': done('untouched', 'no status of an open pull request hangs'),
    'sweep-incomplete': reason('untouched', 'a status that hangs could not be settled', 'See the warnings in the log; the next sweep tries again.'),
};
/** The set-up of the step. */
const input = {
    'bad-input': reason('failure', 'a maintainer has to mend the set-up of this check: an input is wrong', 'Read the error in the log or the summary: it names each wrong input and says what it must be.'),
};

;// CONCATENATED MODULE: ./build/js/reasons.js




/**
 * Every reason that Drawbridge can give. A reason has a sentence for the person who reads the pull request and the
 * next thing to do. `docs/reasons.md` is generated from this table; nothing else in the product words a refusal.
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
    ...starting,
    ...endings,
    ...pending,
};
/** What is known about a reason code. */
const reasonOf = (code) => reasons[code];

;// CONCATENATED MODULE: ./build/js/report/answer.js
/** Answers a command by a reaction, and by a comment. */

/** Refusals that say no to the person who asks. All others are about what was asked for. */
const lacksRights = [
    'command-not-allowed',
    'sender-not-writer',
    'rerunner-not-member',
    'not-member',
    'test-not-allowed',
];
/** The reaction that the outcome of a command deserves: seen, no, or a question. Pure. */
function reactionTo(decision, reason) {
    if (decision === 'allowed')
        return 'eyes';
    return decision === 'denied' && lacksRights.includes(reason) ? '-1' : 'confused';
}
/** A reaction that GitHub did not take changes nothing but this line of the log. */
const untaken = 'GitHub did not take the reaction: give the job `pull-requests: write`';
/** Reacts to a comment; says so where GitHub does not take it. */
async function react({ github, log }, commentId, reaction) {
    const taken = await ask(github.react(commentId, reaction));
    if (!taken.known)
        log.warning(untaken);
}
/** Writes a comment on a pull request; says so where GitHub does not take it. */
async function say({ github, log }, pull, text) {
    const said = await ask(github.say(pull, text));
    if (!said.known)
        log.warning('GitHub did not take the comment: give the job `pull-requests: write`');
}

;// CONCATENATED MODULE: ./build/js/request/wanted.js
/** What may be asked of GitLab, before anybody has said that it may. */

/** What a pull request asks for as it is labelled now. A fork is named by its commit: its branch name is an outsider's text. Pure. */
function wantedBy(pull, { tests, all }, repository) {
    const { number, base, head } = pull;
    const twin = sameRepository(head.repository, base) ? head.branch : undefined;
    return { repository, origin: number, commit: head.sha, branch: twin ?? head.sha, twin, tests, all };
}

;// CONCATENATED MODULE: ./build/js/request/keys.js



/** Whether a name is the key of a request that is asked for. */
const asksFor = (asked, name) => asked?.requests.some(({ key }) => key === name) === true;
/** By the live selection of a pull request; undefined where that is nothing, or may not be asked for. Pure. */
function askedBy(pull, selected, { github, pipeline }) {
    if (!selected.selected || needsNone(selected))
        return undefined;
    const wanted = wantedBy(pull, selected, github.repository);
    const on = (ref, twin) => {
        const name = ref ?? 'default';
        return { ref, key: keyOf(wanted, { name, shown: name, twin }, pipeline) };
    };
    const twins = wanted.twin === undefined ? [] : [on(wanted.twin, true)];
    return { tests: selected.tests, all: selected.all, requests: [on(pipeline.ref.ref, false), ...twins] };
}

;// CONCATENATED MODULE: ./build/js/facts/files.js
/** The files that a commit changes, as GitHub lists them. */
/** Both names of a renamed file, the one of any other. Pure. */
const namesOf = ({ path, from }) => from === undefined ? [path] : [path, from];

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
        if (reached.size === 0)
            return false;
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
        return selectAll(rules);
    const needed = [...rules.paths].filter(([, patterns]) => names.some((name) => isMeant(patterns, name)));
    return selectIds(needed.map(([id]) => id), rules);
}

;// CONCATENATED MODULE: ./build/js/request/live-selection.js
/** What a pull request asks for as it is now: by its labels, or by the files of its head. */




/**
 * The selection of a pull request, which may be no test at all (`needsNone`). Files are read, in one round trip, only
 * where there are `paths` and no label chooses. Not known where they could not be read: who starts tests takes that for
 * all of them (`orAll`), who stops or settles waits.
 */
async function liveSelection(github, pull, rules) {
    return isLeftToFiles(pull.labels, rules)
        ? neededBy(github, pull, rules)
        : known(tests_select(pull.labels, rules));
}
/** The tests that the files of a pull request need, whatever its labels choose; all where there are no `paths`. */
async function neededBy(github, { baseBranch, head }, rules) {
    const { paths } = rules;
    if (paths === undefined)
        return known(selectAll(rules));
    const files = await ask(github.filesOf(baseBranch, head.sha));
    return files.known ? known(selectByFiles(files.value, { ...rules, paths })) : files;
}
/** All tests, where it could not be found out which. Pure. */
const orAll = (fact, rules) => fact.known ? fact.value : selectAll(rules);

;// CONCATENATED MODULE: ./build/js/gate/writers.js



/** Whether somebody is known to be a member with write, who may give commands. Pure. */
const mayCommand = ({ member, role }) => member.known && member.value && role.known && canWrite(role.value);
/** Membership and rights of a person, in one round trip. */
async function readWriter(source, members, person) {
    const [witness, role] = await Promise.all([members.witness(person), ask(source.role(person.login))]);
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
    const role = known(policy.trustedBots.includes(person.id) ? 'write' : 'none');
    return { ...(await members.witness(person)), role };
}
/** The same of somebody known by login only: the one who started a run again. */
async function readRerunningWriter(source, members, login) {
    const [witness, role] = await Promise.all([members.byLogin(login), ask(source.role(login))]);
    return { ...witness, role };
}

;// CONCATENATED MODULE: ./build/js/facts/shown.js
/** How a name that somebody else chose is shown: a label, a branch, a variable. */

/** An emoji, with the two characters that show nothing by themselves and of which emoji are made. */
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Presentation}]\u{fe0f}?(?:\u{200d}\p{Extended_Pictographic}\u{fe0f}?)*/v;
/**
 * Letters and numbers of any script, a blank, and what means nothing in Markdown, HTML or a workflow command (`##[`
 * anywhere in a line begins one). Characters that show nothing, or change how others are read, are none of them.
 */
const mark = /[[\p{L}\p{M}\p{N} ._\/,:@#+=\(\)!?'\-]--\p{Default_Ignorable_Code_Point}]/v;
/** What is shown as it is, in a group, or any one character. */
const pieces = new RegExp(`(${emoji.source}|${mark.source})|[^]`, 'gv');
/** The most characters of a name that are shown. A label of GitHub's has at most 50 of its own. */
const longest = 80;
/** At most so many names of a list are shown. */
const mostNames = 20;
/**
 * A name as it may stand in a log, an annotation, a status, and between back-ticks in Markdown: everything that is not
 * plain as `\u{…}` with its number, at most 80 characters. What is no test id stands in quotes, so that its ends can be
 * seen. Pure.
 */
function shown(name) {
    if (safeTestId.test(name) && name.length <= longest)
        return name;
    let text = '';
    for (const [piece, plain] of name.matchAll(pieces)) {
        const next = plain ?? escaped(piece);
        if (text.length + next.length > longest)
            return `"${text}…"`;
        text += next;
    }
    return `"${text}"`;
}
/** Several, between commas. Pure. */
function shownList(names) {
    const more = names.length > mostNames ? [`${names.length - mostNames} more`] : [];
    return [...names.slice(0, mostNames).map(shown), ...more].join(', ');
}
/** `\u{…}` in place of each character above U+FFFF, which GitHub takes in no status (docs/facts/github.md, "Commit statuses"). Pure. */
const withoutWide = (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, escaped);
const escaped = (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;

;// CONCATENATED MODULE: ./build/js/report/reply.js
/**
 * What somebody with write reads where a command was wrong, or asked for the tests: why, and the exact line to paste.
 * Nothing of a comment is repeated but digits of the live head, and test ids. Pure.
 */


/** The reply to a command that was wrong. It begins with a word, so that it is no command itself. */
function replyTo(wrong) {
    switch (wrong.command) {
        case 'ok-to-test':
        case 'duplicate':
            return aboutCommit(wrong);
        case 'test':
            return aboutTests(wrong);
        case 'retest':
            return withLine(alone, wrong.meant.length > 0 ? '/retest all' : '/retest');
        case 'cancel':
            return withLine(alone, '/cancel');
    }
}
/** The answer to `/test ?`. */
function listOf(tests) {
    const some = tests.ids.slice(0, 2).join(',');
    return withLine(`${listed(tests)} To run some, name them between commas:`, `/test ${some || 'all'}`);
}
const alone = 'The command has to stand alone, written like this:';
function aboutCommit({ command, meant, head }) {
    const whole = 'A command for a commit names all of its 40 digits';
    if (head === undefined)
        return `${whole}: \`/${command}\` and the commit.`;
    const [digits] = meant;
    const isOther = digits !== undefined && !head.startsWith(digits.toLowerCase());
    const why = isOther ? 'The newest commit of this pull request is another one' : whole;
    return withLine(`${why}. Read the change up to the commit below; then paste:`, `/${command} ${head}`);
}
function aboutTests({ meant, tests }) {
    const found = [...new Set(meant.flatMap((word) => idFor(word, tests) ?? []))];
    const strange = meant.filter((word) => idFor(word, tests) === undefined);
    const why = strange.length > 0
        ? `There is no test ${strange.map(code).join(', ')}.`
        : 'Tests are named between commas, without blanks.';
    return withLine(`${why} ${listed(tests)} For example:`, `/test ${found.join(',') || (tests.ids[0] ?? 'all')}`);
}
/** The id that a word stands for: itself, in other letters, or the label of that test. */
function idFor(word, { ids, labels, prefix }) {
    if (sameName(word, 'all'))
        return 'all';
    const named = [word, `${prefix}${word}`].map(nameKey);
    const label = [...(labels ?? [])].find(([one]) => named.includes(nameKey(one)));
    return ids.find((id) => sameName(id, word)) ?? label?.[1] ?? (labels ? undefined : word);
}
/** At most so many ids are listed. */
const mostIds = 50;
function listed({ ids, labels, prefix }) {
    const rest = ids.length > mostIds ? `, and ${ids.length - mostIds} more` : '';
    const known = ids.slice(0, mostIds).map(code).join(', ') + rest;
    const open = `Every label that begins with ${code(shown(prefix))} is a test, and its own id`;
    if (labels)
        return known === '' ? 'The only test is `all`.' : `Tests: ${known}; \`all\` for all.`;
    return known === ''
        ? `${open}; \`all\` is all.`
        : `${open}. Named in the set-up: ${known}; \`all\` for all.`;
}
const code = (text) => `\`${text}\``;
/** In a block of its own, which GitHub lets a person copy with one click. */
const withLine = (why, line) => [why, '', '```', line, '```'].join('\n');

;// CONCATENATED MODULE: ./build/js/modes/answer.js





/** What is wrong with the command itself, and not with who gave it or with the pull request. */
const slips = ['command-malformed', 'unknown-test', 'approval-stale'];
/**
 * Answers the command of an event as soon as it is certain what comes of it. A reply is for members with write alone:
 * nobody else can make us post, whatever they write.
 */
async function answer(ports, { decision, reason }, evidence) {
    const { event } = ports.run;
    if (event.kind !== 'comment' || event.parsed.kind === 'none')
        return;
    await react(ports, event.commentId, reactionTo(decision, reason));
    if (evidence.kind !== 'pull-request' || !slips.includes(reason))
        return;
    const { cause, pull } = evidence;
    if ((cause.by !== 'command' && cause.by !== 'malformed') || !mayCommand(cause.sender))
        return;
    const head = pull.known && pull.value.open ? pull.value.head.sha : undefined;
    await say(ports, event.number, replyOn(event, ports.settings, head));
}
/** What is said to a command that was wrong. `head`: of the pull request, if it is open. */
function replyOn({ parsed }, settings, head) {
    const { name, meant } = wishOf(parsed);
    if (name === 'ok-to-test' && settings.gate.approvals === 'none')
        return sentenceOf('approvals-off');
    return replyTo(wrong(name, meant, settings, head));
}
function wrong(name, meant, settings, head) {
    switch (name) {
        case 'ok-to-test':
        case 'duplicate':
            return { command: name, meant, head };
        case 'test':
            return { command: name, meant, tests: testsToName(settings) };
        case 'retest':
            return { command: name, meant };
        case 'cancel':
            return { command: name };
    }
}
/** What a comment asked for, as far as it may be repeated. */
function wishOf(parsed) {
    if (parsed.kind === 'malformed')
        return { name: parsed.name, meant: parsed.meant ?? [] };
    if (parsed.kind === 'none' || parsed.command.name === 'list-tests')
        return { name: 'test', meant: [] };
    const { command } = parsed;
    if ('commit' in command)
        return { name: command.name, meant: [command.commit] };
    return { name: command.name, meant: 'tests' in command ? command.tests : [] };
}
/** The test ids that the inputs name, whichever they are. */
function testsToName({ selection, testJobs, rights }) {
    const { tests, paths, defaultTests, prefix } = selection;
    const mentioned = [
        ...(paths?.keys() ?? []),
        ...(testJobs === 'none' ? [] : testJobs.keys()),
        ...[...(rights?.values() ?? [])].flatMap((ids) => (ids === 'all' ? [] : ids)),
        ...defaultTests,
    ];
    const ids = [...new Set(tests ? tests.values() : mentioned)].filter((id) => !meansAll(id, selection));
    return { ids: ids.toSorted(), labels: tests, prefix };
}
function sentenceOf(reason) {
    const { sentence, remedy } = reasonOf(reason);
    return `Not done: ${sentence}. ${remedy}`;
}

;// CONCATENATED MODULE: ./build/js/duplicate/duplicate.js



/** The branch of a duplicate: `ext/pr-<n>-<first 12 digits of the commit>`. */
const duplicateBranch = ({ original, commit, }) => `ext/pr-${original}-${commit.slice(0, 12)}`;
/** Files that decide what CI runs. A duplicate of a change to one of them would run it with the members' rights. */
const ciEntryPoints = [
    /^\.github\//,
    /^\.gitlab-ci\.ya?ml$/,
    /^\.gitlab\//,
    /^\.circleci\//,
    /^\.buildkite\//,
    /^\.woodpecker(\/|\.ya?ml$)/,
    /^\.(travis|drone|cirrus|appveyor)\.ya?ml$/,
    /^(azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|buildspec)\.ya?ml$/,
    /^\.azure-pipelines\//,
    /^Jenkinsfile/,
    /^\.semaphore\//,
    /^\.teamcity\//,
    /(^|\/)action\.ya?ml$/,
];
/** Whether a change touches what CI runs, by either name of a renamed file. Pure. */
const touchesCi = (files) => files.flatMap(namesOf).some((name) => ciEntryPoints.some((entry) => entry.test(name)));
/** What is asked here needs a token that may write, so a refusal is about that one. */
const asked = (call) => ask(call, { forbidden: 'duplicate-token-lacks' });
/**
 * Copies one commit of an outsider's pull request to a branch of the repository and opens a draft pull request for
 * it. Exactly that commit: it is read back, and nothing is ever pushed to the branch again.
 */
async function duplicateCommit(github, request) {
    const no = (reason) => ({ done: false, reason });
    const { original, commit } = request;
    const branch = duplicateBranch(request);
    const live = await asked(github.pull(original));
    if (!live.known)
        return no(live.reason);
    const { head, baseBranch: base } = live.value;
    if (head.sha !== commit)
        return no('approval-stale');
    // Sent back to GitHub as it came.
    if (!safeRef.test(base))
        return { done: false, reason: 'unsafe-value', branch: base };
    // Of the commit, not of the live head: a push in between must not clear a commit that nobody looked at.
    const files = await asked(github.changedFiles(base, commit));
    if (!files.known)
        return no(files.reason);
    if (!files.value.complete)
        return no('duplicate-list-cut');
    if (touchesCi(files.value.files))
        return no('duplicate-touches-ci');
    const made = await makeBranch(github, branch, commit);
    if (made !== undefined)
        return no(made);
    const title = `Test of #${original}`;
    const pull = await asked(github.openDraft({ branch, base, title, body: draftBody(request) }));
    return pull.known ? { done: true, branch, pull: pull.value } : no(pull.reason);
}
/** Makes the branch unless it is there, and reads it back. Gives why it is not there with that commit. */
async function makeBranch(github, branch, commit) {
    const before = await asked(github.branchHead(branch));
    if (!before.known)
        return before.reason;
    if (before.value === undefined) {
        // GitHub may not take the commit of a fork for a branch: by then the files have been looked at.
        const byHand = { conflict: 'duplicate-by-hand', invalid: 'duplicate-by-hand' };
        const meaning = { ...byHand, forbidden: 'duplicate-token-lacks' };
        const created = await ask(github.createBranch(branch, commit), meaning);
        if (!created.known)
            return created.reason;
    }
    const now = await asked(github.branchHead(branch));
    if (!now.known)
        return now.reason;
    return now.value === commit ? undefined : 'duplicate-branch-differs';
}
const draftBody = ({ original, commit, requester, approvable }) => [
    `This branch holds commit ${commit} of #${original}, so that it can be tested and merged.`,
    `Asked for by @${requester}. It is never synchronised: a newer commit of #${original} needs a new duplicate.`,
    '',
    approvable
        ? `Next: mark this pull request ready for review, then comment \`/ok-to-test ${commit}\` here.`
        : 'Next: mark this pull request ready for review.',
].join('\n');
/** What is said on the original once the draft is open. */
const duplicatedAs = (pull, { commit, approvable }) => approvable
    ? `Duplicated as #${pull}. Next: mark it ready for review and comment \`/ok-to-test ${commit}\` there.`
    : `Duplicated as #${pull}. Next: mark it ready for review.`;
/**
 * The commands that make the branch by hand, where GitHub does not accept a fork's commit for a new one. The command
 * then finds the branch, reads it back and opens the draft.
 */
const byHand = (request) => [
    'GitHub did not make the branch. In a clone of this repository, run:',
    '',
    '```',
    `git fetch origin pull/${request.original}/head`,
    `git push origin ${request.commit}:refs/heads/${duplicateBranch(request)}`,
    '```',
    '',
    `Then comment \`/duplicate ${request.commit}\` here once more: it takes that branch and opens the draft.`,
].join('\n');
/**
 * Deletes the branches that were made for a pull request and hold nothing but its commit. `refused`: the token may not list branches, as where
 * `/duplicate` is not in use.
 */
async function removeDuplicates(github, original) {
    const branches = await ask(github.branchesLike(`ext/pr-${original}-`));
    if (!branches.known) {
        const refused = branches.reason === 'github-forbidden';
        return { removed: [], failed: refused ? 0 : 1, refused };
    }
    const removed = [];
    let failed = 0;
    for (const { name, head } of branches.value) {
        // A colleague may have gone on from there, or have a branch of a like name.
        const digits = /^ext\/pr-\d+-([0-9a-f]{12})$/.exec(name)?.[1];
        if (digits === undefined || !head.startsWith(digits))
            continue;
        const gone = await ask(github.deleteBranch(name));
        if (gone.known)
            removed.push(name);
        else
            failed += 1;
    }
    return { removed, failed, refused: false };
}

;// CONCATENATED MODULE: ./build/js/facts/event.js
/** Actions of `pull_request_target` that mean something here. The last two end what the others began. */
const pullActions = [
    'opened',
    'synchronize',
    'reopened',
    'edited',
    'ready_for_review',
    'labeled',
    'unlabeled',
    'closed',
    'converted_to_draft',
];
/**
 * Actions of `workflow_run` that we listen to: a run of a workflow on `pull_request` was asked for, or ended. GitHub
 * asks for a run once; when somebody runs it again, only its end is told (github docs, "Events that trigger
 * workflows", workflow_run).
 */
const runActions = ['requested', 'completed'];
/** Whether an action is one of `workflow_run`: those of `pull_request_target` have other names. */
const isRunAction = (action) => runActions.some((known) => known === action);

;// CONCATENATED MODULE: ./build/js/audit.js

/** Builds the record of a decision. Pure. */
function auditRecord(context, evidence, decision, result) {
    const { run, when, repository, mode, runUrl, pullRequest } = context;
    const allowed = decision?.decision === 'allowed' ? decision : undefined;
    const approval = allowed?.crossing?.kind === 'pull-request' ? allowed.crossing.approval : undefined;
    const pulled = evidence?.kind === 'pull-request' ? evidence : undefined;
    const sender = pulled?.cause.sender.person ?? (evidence?.kind === 'ref' ? evidence.sender.person : senderOf(run.event));
    const rerunner = evidence && evidence.kind !== 'none' ? evidence.rerunners.at(-1)?.person : undefined;
    return {
        version: 2,
        when,
        repository,
        mode,
        event: eventName(run.event),
        attempt: run.attempt,
        run: runUrl,
        pullRequest: numberOf(run.event) ?? pullRequest ?? (pulled?.pull.known ? pulled.pull.value.number : null),
        commit: result.commit ?? null,
        author: idOf(pulled?.author.person),
        pushers: pushersOf(pulled),
        sender: idOf(sender),
        rerunner: idOf(rerunner),
        approver: idOf(approval?.approver),
        comment: approval?.commentId ?? (run.event.kind === 'comment' ? run.event.commentId : null),
        rule: allowed?.reason ?? null,
        decision: decision?.decision ?? 'not-run',
        outcome: { verdict: result.verdict ?? null, reason: result.reason },
        tests: result.tests ?? [],
        key: result.key ?? null,
        pipeline: result.pipelineId ?? null,
    };
}
const pushersOf = (pulled) => pulled?.pushers.known ? (pulled.pushers.value ?? []).flatMap(({ person }) => person?.id ?? []) : [];
const idOf = (person) => person?.id ?? null;
const senderOf = (event) => ('sender' in event ? event.sender : null);
const numberOf = (event) => ('number' in event ? event.number : undefined);
/** The event in words of a closed list; an unsupported one is not repeated, its name is somebody else's text. */
function eventName(event) {
    switch (event.kind) {
        case 'pull-request':
            return `${isRunAction(event.action) ? 'workflow_run' : 'pull_request_target'}:${event.action}`;
        case 'workflow-run':
            return `workflow_run:${event.action}`;
        case 'comment':
            return 'issue_comment:created';
        case 'ref':
            return { queue: 'merge_group', push: 'push', tag: 'tag', release: 'release' }[event.on];
        case 'dispatch':
            return 'workflow_dispatch';
        case 'schedule':
        case 'unsupported':
            return event.kind;
    }
}

;// CONCATENATED MODULE: ./build/js/modes/record.js
/** Records what was decided: one line for each decision, whatever comes of it. */

/** Records a decision, and puts the record into the result. */
function recorded(recorder, result, grounds = {}) {
    const { settings, run, clock } = recorder;
    const { repository, runUrl } = settings.github;
    const { evidence, decision, pullRequest } = grounds;
    const when = new Date(clock.now()).toISOString();
    const record = auditRecord({ when, repository, runUrl, mode: settings.mode, run, pullRequest }, evidence, decision, result);
    recorder.audit(record);
    return { ...result, audit: JSON.stringify(record) };
}

;// CONCATENATED MODULE: ./build/js/report/claim.js
/** Who speaks in which context for a commit: the claim that a status carries in its link. */

/** `all`, `none` or twelve hexadecimal digits. The same ids in any order give the same. Pure. */
function digestOf({ ids, all }) {
    if (all)
        return 'all';
    if (ids.length === 0)
        return 'none';
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(ids.toSorted().join(',')).digest('hex').slice(0, 12);
}
/**
 * The link of who was let through. `key`: the ending of the request's key, where it is known by then; GitHub's run pages
 * take any query.
 */
function claimingUrl(runUrl, { pull, tests, full }, key) {
    const digest = /:([0-9a-f]{12})$/.exec(key ?? '')?.[1];
    return `${runUrl}?pr=${pull}${digest === undefined ? '' : `&key=${digest}`}&tests=${tests}&full=${full ? 1 : 0}`;
}
/** The link of who speaks for a pull request and was not let through. It claims nothing. */
const refusingUrl = (runUrl, pull) => `${runUrl}?pr=${pull}`;
/** The same of a run whose job was cancelled, and which took this pipeline along. */
const takingAlong = (url, pipeline) => `${url}#${pipeline}`;
const claiming = /\?pr=(\d{1,15})(?:&key=[0-9a-f]{12})?&tests=(all|none|[0-9a-f]{12})&full=([01])(?:#\d+)?$/;
/** What a link claims; undefined where it claims nothing. Pure. */
function claimIn(targetUrl) {
    const [, pull, tests, full] = claiming.exec(targetUrl) ?? [];
    if (pull === undefined || tests === undefined)
        return undefined;
    return { pull: Number(pull), tests, full: full === '1' };
}
/** The pull request of which a link tells that it was not let through; undefined where it does not. Pure. */
function refusalIn(targetUrl) {
    const refused = /\?pr=(\d{1,15})$/.exec(targetUrl)?.[1];
    return refused === undefined ? undefined : Number(refused);
}
/** The pull request that a link speaks for, let through or not. Pure. */
const pullIn = (targetUrl) => claimIn(targetUrl)?.pull ?? refusalIn(targetUrl);
/** The run that a link leads to, whatever it claims. Pure. */
const runIn = (targetUrl) => targetUrl.split(/[?#]/)[0] ?? '';
/** The newest status of a context. Pure. */
const standingIn = (statuses, context) => statuses.find((status) => status.context === context);
/** The context of the check that all tests are selected, beside that of the tests, which it must not overwrite. */
const contextOfRequireAll = (context) => `${context}/require-all`;
/** The context of runs on request (`/test a,b`), beside that of the required check, which they must not turn green. */
const contextOnRequest = (context) => `${context}/test`;
/**
 * Whether a run on request may be watching a pipeline of the commit that has these statuses: its status is pending,
 * and not older than `since` (epoch ms). Pure.
 */
function isAwaited(statuses, context, since) {
    const standing = context === undefined ? undefined : standingIn(statuses, contextOnRequest(context));
    return standing?.state === 'pending' && standing.at >= since;
}

;// CONCATENATED MODULE: ./build/js/report/status.js



/** Whether a status is this very line. Pure. */
const isSaid = ({ state, description, targetUrl }) => (one) => one.state === state && one.description === description && one.targetUrl === targetUrl;
/**
 * Whether two statuses were written by one account. Anybody with write can write one in our words and with our link, and
 * a check may be bound to the app that writes it (docs/security.md, "What a status proves"): written again by us, theirs
 * would pass for ours. Pure.
 */
const isBySame = (one, other) => other !== undefined && one.creator === other.creator;
/** How a line begins that holds a pass back, because somebody asks for more. */
const heldBack = 'passed';
/** All that `heldLine` can say: it is said again, so not a word of anybody else may be in it. */
const heldWords = /^passed(?:: [A-Za-z0-9._/:@#+=, -]*…?)?; (?:#\d{1,15} asks for more|all tests are needed to merge)$/;
/** Whether a status says that its tests have passed, and that somebody asks for more. Pure. */
const isHeldBack = ({ state, description }) => state === 'pending' && heldWords.test(description);
/** `passed: dns; #5 asks for more`. The tests are left out where they are not known by name. Pure. */
function heldLine(tests, by) {
    const passed = tests.length > 0 ? `${heldBack}: ${tests.join(', ')}` : heldBack;
    const why = by === 'all' ? 'all tests are needed to merge' : `#${by} asks for more`;
    const room = status_longest - why.length - 2;
    const shown = passed.length <= room ? passed : `${passed.slice(0, room - 1)}…`;
    return { state: 'pending', description: `${shown}; ${why}` };
}
/** GitHub's bound on a description. */
const status_longest = 140;
/** The status line of a result; undefined where the status belongs to somebody else or to no one. */
function statusLine(result) {
    const { shows } = reasonOf(result.reason);
    if (result.asksMore !== undefined)
        return heldLine(result.tests ?? [], result.asksMore);
    return shows === 'untouched'
        ? undefined
        : { state: shows, description: shorten(withoutWide(inShort(result))) };
}
/**
 * A status has no room for what to do next, so one that waits for a person names the command (README.md, "What a
 * contributor sees").
 */
function inShort(result) {
    const { reason, commit } = result;
    if (commit === undefined || !waitsForApproval.includes(reason))
        return describe(result);
    return `needs /ok-to-test ${commit.slice(0, 12)}… (all 40 digits) from a member with write access`;
}
const waitsForApproval = ['approval-needed', 'dependabot'];
/** One line that a contributor understands, without a word from GitLab. */
function describe(result) {
    const { sentence } = reasonOf(result.reason);
    const { unknownLabels = [], knownLabels = [], missingTests = [], warnedTests = [], tests = [], jobs, } = result;
    if (unknownLabels.length > 0) {
        const known = knownLabels.length > 0 ? `; known: ${shownList(knownLabels)}` : '';
        return `${sentence}: ${shownList(unknownLabels)}${known}`;
    }
    if (missingTests.length > 0)
        return `${sentence}: ${missingTests.join(', ')}`;
    const counted = jobs ? `, ${jobs.done} of ${jobs.all} jobs` : '';
    const told = warnedTests.length > 0 ? `${sentence}: ${warnedTests.join(', ')}` : sentence;
    return tests.length > 0 ? `${told} (${tests.join(', ')}${counted})` : told + counted;
}
/**
 * What to do next, with the commit in full where a command needs it: ready to be copied. A ref that is not there is
 * looked for where its name came from.
 */
function nextStep({ reason, commit, ref }) {
    if (reason === 'gitlab-ref-not-found' && ref?.twin)
        return refGone.twin;
    if (reason === 'gitlab-ref-not-found' && ref?.shown === 'default')
        return refGone.default;
    const { remedy } = reasonOf(reason);
    return commit === undefined ? remedy : remedy.replace('<commit>', commit);
}
const shorten = (text) => (text.length <= status_longest ? text : `${text.slice(0, status_longest - 1)}…`);

;// CONCATENATED MODULE: ./build/js/report/precedence.js
/**
 * Which line may stand on a commit that several pull requests have as their head, or that a push, the merge queue or
 * somebody who was refused speaks for too (docs/architecture.md, "One commit, one voice"). Pure: the same
 * statuses, claimants and line give the same answer, before a write and after it.
 */


/** Whether tests are at least as much as others. Pure. */
const includes = (tests, others) => tests.all || (!others.all && others.ids.every((id) => tests.ids.includes(id)));
const precedence_covers = (tests, claimants) => tests !== undefined && claimants.every(({ wants }) => wants !== undefined && includes(tests, wants));
/** The first claimant whose tests a line does not cover; undefined where it covers all. Pure. */
const whoAsksMore = (tests, claimants) => claimants.find((one) => !precedence_covers(tests, [one]));
/**
 * The tests that a digest stands for, by name if somebody asks for just these now. Of another one than `all` or `none`
 * the tests are not known: it covers nothing. Pure.
 */
function testsOf(digest, claimants) {
    const wanted = claimants
        .map(({ wants }) => wants)
        .find((wants) => wants !== undefined && digestOf(wants) === digest);
    if (wanted)
        return wanted;
    return digest === 'all' || digest === 'none' ? { ids: [], all: digest === 'all' } : undefined;
}
/** The tests of a line, or those that its link claims: `post` knows no others. */
const testsFor = ({ tests, targetUrl }, claimants) => tests ?? testsOf(claimIn(targetUrl)?.tests ?? '', claimants);
/**
 * Whether a success stands that some claimant asks more of. `demandsAll`: `require-all`
 * is on, so that a pass for fewer does not cover. Pure.
 */
function isTooLittle(standing, claimants, demandsAll) {
    if (standing?.state !== 'success')
        return false;
    const claim = claimIn(standing.targetUrl);
    // What nobody has claimed covers only those who ask for nothing.
    if (claim === undefined)
        return !precedence_covers({ ids: [], all: false }, claimants);
    if (demandsAll && !claim.full)
        return true;
    return !precedence_covers(testsOf(claim.tests, claimants), claimants);
}
/**
 * What to do with a line where these statuses of its context stand, newest first. `claimants` has the line's own pull
 * request, if that was let through.
 */
function precedenceOf(line, lines, claimants) {
    if (line.speaks === 'ref' && claimants.length > 0)
        return 'leave';
    const counts = countingOf(lines, claimants);
    if (counts && isProtected(counts, line, claimants))
        return 'leave';
    if (line.state !== 'success' || line.speaks === 'ref')
        return 'write';
    // Who was not let through holds nothing back: it is silent.
    if (line.speaks === 'refused')
        return precedence_covers(line.tests, claimants) ? 'write' : 'leave';
    const isFull = claimIn(line.targetUrl)?.full === true;
    return isFull && precedence_covers(testsFor(line, claimants), claimants) ? 'write' : 'hold';
}
/**
 * The status that counts: the newest, or a last word beneath pending ones that may not lie on it. A run for at least as
 * much may: it tests the same again.
 */
function countingOf(lines, claimants) {
    const nth = lines.findIndex(({ state }) => state !== 'pending');
    const [last, above] = [lines[nth], lines.slice(0, nth)];
    const tests = last && testsOf(claimIn(last.targetUrl)?.tests ?? '', claimants);
    if (!last || !tests)
        return lines[0];
    const isTestedAgain = above.some((one) => {
        const again = isHeldBack(one) ? undefined : testsOf(claimIn(one.targetUrl)?.tests ?? '', claimants);
        return again !== undefined && includes(again, tests);
    });
    return isTestedAgain ? lines[0] : last;
}
/** Pure. */
const isFailure = ({ state }) => state === 'failure' || state === 'error';
/** Whether what stands may not be written over by a line. Its own run's earlier words never are. */
function isProtected({ state, targetUrl }, line, claimants) {
    const claim = claimIn(targetUrl);
    const isOfPull = pullIn(targetUrl) === line.pull;
    // One run may see to several pull requests, and may be started again by somebody who is refused: what it refuses is
    // said over no claim of another, and over no last word.
    const isRefusable = isOfPull && (claim === undefined || state === 'pending');
    const isOwn = runIn(targetUrl) === runIn(line.targetUrl) && (isRefusable || line.speaks !== 'refused');
    if (isOwn)
        return false;
    const claimant = claimants.find(({ pull }) => pull === claim?.pull);
    switch (line.speaks) {
        case 'refused': {
            // A success that nobody has claimed says that all tests are selected: whoever selects fewer takes it back.
            const whose = refusalIn(targetUrl);
            const isUnclaimed = state === 'success' && whose !== undefined && !claimants.some(({ pull }) => pull === whose);
            return !isUnclaimed && (line.pull === undefined || refusalIn(targetUrl) !== line.pull);
        }
        case 'ref':
            return false;
        case 'claimant':
        case 'declined': {
            if (claim === undefined || state === 'pending')
                return false;
            const tests = testsOf(claim.tests, claimants);
            const own = testsFor(line, claimants);
            const outdoes = tests !== undefined && own !== undefined && includes(own, tests);
            if (state === 'success')
                return precedence_covers(tests, claimants) && !outdoes;
            // A failure for what another pull request asks now, which this line does not answer.
            // Another failure is as true, and stays on record.
            if (isFailure(line) || claimant === undefined || claimant.pull === line.pull)
                return false;
            return claimant.wants === undefined || (tests !== undefined && !outdoes);
        }
    }
}

;// CONCATENATED MODULE: ./build/js/report/standing.js
/** What stands on a commit, and for whom: its statuses of one context, and the pull requests that have claimed it. */




/** Open pull requests that claim one commit; more are never let through together (`head-crowded`). */
const mostClaimants = 10;
/** Pull requests that have ever claimed one commit, of which that many are read at most. */
const mostRead = 30;
/** The pull requests that claim a commit by these lines: open, ready, and with this head. */
async function claimantsOf({ github, claims }, lines, commit) {
    const numbers = new Set(lines.flatMap(({ targetUrl }) => claimIn(targetUrl)?.pull ?? []));
    if (claims.own !== undefined)
        numbers.delete(claims.own);
    if (numbers.size > mostRead)
        return unknown('head-crowded');
    const found = allKnown(await Promise.all([...numbers].map((number) => claimant({ github, claims }, number, commit))));
    if (!found.known)
        return found;
    const claimants = found.value.filter((one) => one !== undefined);
    return claimants.length > mostClaimants ? unknown('head-crowded') : known(claimants);
}
async function claimant({ github, claims }, number, commit) {
    const pull = await ask(github.pull(number), { 'not-found': 'pull-request-not-found' });
    if (!pull.known)
        return pull.reason === 'pull-request-not-found' ? known(undefined) : pull;
    const { open, draft, head } = pull.value;
    if (!open || (draft && !claims.drafts) || head.sha !== commit)
        return known(undefined);
    const wants = await claims.wants(pull.value);
    return wants.known ? known({ pull: number, wants: wants.value }) : wants;
}
/** Everything that was ever said of a commit, newest first. More than ten pages are not read: who speaks is not known. */
async function historyOf(github, commit) {
    const history = await ask(github.history(commit));
    if (!history.known)
        return history;
    return history.value === undefined ? unknown('github-unexpected') : known(history.value);
}
/** Lines and claimants of a commit. `history`: where it was read already. */
async function lookAt(ports, commit, context, history = historyOf(ports.github, commit)) {
    const all = await history;
    if (!all.known)
        return all;
    const linesOf = (name) => all.value.filter((line) => line.context === name);
    const claimants = await claimantsOf(ports, linesOf(ports.claims.context), commit);
    return claimants.known ? known({ lines: linesOf(context), claimants: claimants.value }) : claimants;
}
/**
 * Without what was said of others that were not let through and have left the commit since: nobody is left whom it
 * concerns. Only the newest that is not of the run's `own` pull request is asked about, and then what it lies on.
 */
async function withoutGone({ github }, standing, commit, own) {
    let { lines } = standing;
    for (let read = 0; read < mostRead; read += 1) {
        const newest = lines.find(({ targetUrl }) => pullIn(targetUrl) !== own);
        const pull = refusalIn(newest?.targetUrl ?? '');
        if (pull === undefined)
            break;
        const live = await ask(github.pull(pull), { 'not-found': 'pull-request-not-found' });
        const isGone = live.known
            ? !live.value.open || live.value.head.sha !== commit
            : live.reason === 'pull-request-not-found';
        if (!isGone)
            break;
        lines = lines.filter(({ targetUrl }) => refusalIn(targetUrl) !== pull);
    }
    return { ...standing, lines };
}
/** The same, with the line's own pull request: its claim may not be written yet, or it asks for what nothing covers. Pure. */
function withOwn({ lines, claimants }, { speaks, pull, tests }) {
    if (pull === undefined || claimants.some((one) => one.pull === pull))
        return { lines, claimants };
    const claims = lines.some(({ targetUrl }) => claimIn(targetUrl)?.pull === pull);
    // `post` knows no tests: then nothing covers what its run was for.
    const isClaimant = speaks === 'declined' || (speaks === 'claimant' && (tests !== undefined || claims));
    if (!isClaimant)
        return { lines, claimants };
    return { lines, claimants: [...claimants, { pull, wants: speaks === 'claimant' ? tests : undefined }] };
}
/** Whether a status is of the run with this page. */
const isOfRun = (runUrl) => ({ targetUrl }) => runIn(targetUrl) === runUrl;
/**
 * Without what another account has written, as soon as a word of the run shows by which its own are: a status that
 * somebody has forged must not be written again by us. Pure.
 */
function believed({ lines, claimants }, runUrl) {
    const own = lines.find(isOfRun(runUrl));
    return { lines: own ? lines.filter((one) => isBySame(one, own)) : lines, claimants };
}

;// CONCATENATED MODULE: ./build/js/net/again.js

/**
 * Acts until it succeeds, or fails in a way that does not pass by waiting.
 * @throws the last ServiceFailure, or whatever else `act` throws
 */
async function repeatedly(act, { clock, pauses, longestWait, mayPass = () => false }) {
    for (const pause of pauses) {
        try {
            return await act();
        }
        catch (error) {
            if (!(error instanceof failure/* ServiceFailure */.A) || !(passes(error) || mayPass(error)))
                throw error;
            const wait = error.retryAfterMs ?? pause;
            if (wait > longestWait)
                throw error;
            await clock.sleep(wait);
        }
    }
    return act();
}
const passes = ({ kind }) => kind === 'unavailable' || kind === 'rate-limited';

;// CONCATENATED MODULE: ./build/js/report/write.js



/** Pauses (ms) before a status is written again, where GitHub did not say how long to wait. */
const pauses = [1_000, 4_000];
/** A longer wait than this (ms) that GitHub asks for is not waited. */
const longestWait = 60_000;
/** Why GitHub did not take a status; what helps is another thing for each. */
const meaning = {
    forbidden: 'status-not-written',
    'not-found': 'status-not-written',
    'rate-limited': 'status-throttled',
    unavailable: 'status-undelivered',
};
/** GitHub names a permission that is missing; any other no may be that of one replica. */
const mayPass = ({ kind, refusal }) => (kind === 'unauthorized' || kind === 'forbidden') && refusal === undefined;
const send = (statuses, { commit, context, targetUrl }, line) => statuses.setStatus(commit, { ...line, context, targetUrl });
/** Writes one status line once. Gives the reason when GitHub did not take it. */
async function writeStatus(statuses, target, line) {
    const sent = await ask(send(statuses, target, line), meaning);
    return sent.known ? undefined : sent.reason;
}
/**
 * Writes the last word, which does not end with the first lost answer: without it a pull request waits for ever. The
 * transport sends a POST once; a status that is written twice says the same, so here it is sent again. In between a
 * newer run may have spoken, so both questions are asked before each try. What they cannot find out stops a success
 * only.
 */
async function writeLastWord(statuses, { clock, holds, precede }, target, line) {
    const act = async () => {
        const [changed, preceded] = await Promise.all([holds(), precede()]);
        if (changed !== undefined && (line.state === 'success' || reasonOf(changed).shows === 'untouched'))
            return { written: false, why: 'changed', reason: changed };
        if (preceded.act === 'leave')
            return { written: false, why: 'left' };
        if (preceded.act === 'hold')
            return { written: false, why: 'held', asksMore: preceded.asksMore };
        if (preceded.act === 'unknown' && line.state === 'success')
            return { written: false, why: 'changed', reason: preceded.reason };
        await send(statuses, target, line);
        return { written: true };
    };
    const written = await ask(repeatedly(act, { clock, pauses, longestWait, mayPass }), meaning);
    return written.known ? written.value : { written: false, why: 'failed', reason: written.reason };
}

;// CONCATENATED MODULE: ./build/js/report/retell.js





/**
 * Writes a line and looks once more: a last word that was said between the look and the write lies beneath it now, and
 * whoever said that has left the looking to who came later. Where it may stand on this line it is told again, and looked
 * after in the same way. Who has claimed the commit in between has the success beneath which it lies held back.
 * `seen`: the newest status that the line was chosen by. Gives the reason when GitHub did not take the line.
 */
async function retell(ports, place, seen, said) {
    const { github } = ports;
    const { commit, context, claimants } = place;
    const failed = await writeStatus(github, { commit, context, targetUrl: said.targetUrl }, said);
    if (failed)
        return failed;
    const history = await historyOf(github, commit);
    if (!history.known)
        return undefined;
    const lines = history.value.filter((line) => line.context === context);
    const [top] = lines;
    if (!top || !isSaid(said)(top))
        return undefined;
    const before = lines.findIndex((one, nth) => nth > 0 && seen !== undefined && retell_isSame(one, seen));
    const between = lines.slice(1, before < 0 ? undefined : before);
    const last = between.find(({ state }) => state !== 'pending');
    // Two that say the same, as two runs for one close do, need not answer each other.
    const isNew = last && !isSaid(said)(last) && isBySame(last, top);
    const mayStand = isNew && precedenceOf(lineOf(last), [top], claimants) === 'write';
    // Best effort: what stands is true as well, and the next run looks again.
    if (mayStand)
        await retell(ports, place, top, last);
    else if (said.state === 'success')
        await holdBack(ports, place, top, history);
    return undefined;
}
/** Takes a success back that was told again over the claim of somebody who came in between, and asks for more. */
async function holdBack(ports, place, top, history) {
    const standing = await lookAt(ports, place.commit, place.context, Promise.resolve(history));
    if (!standing.known)
        return;
    // The run's own pull request is not read: what it asks for is known.
    const own = place.claimants.filter(({ pull }) => pull === ports.claims.own);
    const claimants = [...standing.value.claimants, ...own];
    // Where all have left meanwhile, the runs for that tell what is true.
    if (claimants.length > 0 && isTooLittle(top, claimants, false))
        await retell(ports, { ...place, claimants }, top, heldFrom(top, claimants));
}
/** A pass that is held back, told with its own link, so that it can be told as a pass again. Pure. */
function heldFrom({ targetUrl }, claimants) {
    const tests = testsOf(claimIn(targetUrl)?.tests ?? '', claimants);
    const by = whoAsksMore(tests, claimants)?.pull ?? 'all';
    return { ...heldLine(tests?.ids ?? [], by), targetUrl };
}
const retell_isSame = (one, other) => isSaid(one)(other) && one.at === other.at;
/** A status as the line that it was. Pure. */
function lineOf({ state, description, targetUrl }) {
    const speaks = claimIn(targetUrl) ? 'claimant' : refusalIn(targetUrl) === undefined ? 'ref' : 'refused';
    return { state, description, targetUrl, speaks, pull: pullIn(targetUrl), tests: undefined };
}

;// CONCATENATED MODULE: ./build/js/report/restate.js






/** Takes back a success of the context that somebody's labels ask more of. */
async function withdraw(ports, commit, history) {
    const all = await history;
    // Where nothing is green, there is nothing to take back, and nobody's pull request is read.
    if (all.known && all.value.find(({ context }) => context === ports.context)?.state !== 'success')
        return;
    const standing = await lookAt(ports, commit, ports.context, history);
    // Who cannot see it leaves it to who can: the run that comes next, or the sweep.
    if (standing.known)
        await restate(ports, commit, standing.value, tooLittle(ports, standing.value));
}
/** Tells what is true of a commit without a pull request that has left it; without `leaving`, of all that are left. */
async function release(ports, commit, history, leaving) {
    // What has left is not read: it claims nothing any more. A push may have come back, so there the live head decides.
    const claims = { ...ports.claims, own: leaving?.how === 'moved' ? undefined : leaving?.pull };
    const standing = await lookAt({ ...ports, claims }, commit, ports.context, history);
    if (!standing.known) {
        ports.log.warning('a commit status was left as it is: what stands on the commit could not be read');
        return;
    }
    await restate(ports, commit, standing.value, saidWithout(ports, standing.value, leaving));
}
/** Says it for others, and what came in between. */
async function restate(ports, commit, { lines, claimants }, said) {
    if (!said)
        return;
    const { context, log } = ports;
    const place = { commit, context, claimants };
    const seen = said.state === 'success' ? await proven(ports, place, lines, said) : lines[0];
    if (said.state === 'success' && !seen)
        return log.warning(unproven);
    const failed = await retell(ports, place, seen, said);
    if (failed)
        return log.warning(`GitHub did not take a commit status (${failed})`);
    log.info(`commit status: ${said.state}, as the pull requests with this commit ask now`);
}
const unproven = 'a pass that was held back is not told again: it could not be found out that this check has written it; `/retest` helps';
/**
 * A pass of which another run has told is only told again where our own account has written it: anybody with write can
 * write one in our words (docs/security.md, "What a status proves"). Which account that is, a line of our own shows: the
 * held one, which is said once more. Gives that line as it stands; undefined where it is another's, or not on top.
 */
async function proven(ports, place, lines, { targetUrl }) {
    const linked = lines.filter((one) => one.targetUrl === targetUrl);
    const pass = linked.find((one) => isHeldBack(one) || one.state === 'success');
    // What is said here is ours, and would prove a forged line the next time: so no other's may have the same link.
    if (!pass || !linked.every((one) => isBySame(one, pass)))
        return undefined;
    const held = isHeldBack(pass) ? pass : heldFrom(pass, place.claimants);
    const { state, description } = held;
    if (await retell(ports, place, lines[0], { state, description, targetUrl }))
        return undefined;
    const now = await historyOf(ports.github, place.commit);
    const top = now.known ? now.value.find((line) => line.context === place.context) : undefined;
    return top && isSaid(held)(top) && isBySame(top, pass) ? top : undefined;
}
/** Pure. */
function tooLittle({ requiresAll }, { lines, claimants }) {
    const [top] = lines;
    if (!top || !isTooLittle(top, claimants, requiresAll))
        return undefined;
    return heldFrom(top, claimants);
}
/** What is to be said now; undefined: what stands is true, or nobody is left whom it concerns. Pure. */
function saidWithout(ports, { lines, claimants }, leaving) {
    const [top] = lines;
    if (!top)
        return undefined;
    if (claimants.length === 0)
        return leaving && farewell(top, leaving);
    const little = tooLittle(ports, { lines, claimants });
    if (top.state === 'success' && !little)
        return undefined;
    const isTheirs = ({ targetUrl }) => claimants.some(({ pull }) => pull === pullIn(targetUrl));
    if (isTheirs(top)) {
        const held = isHeldBack(top)
            ? (passAgain(ports, top, claimants) ?? passBeneath(ports, lines, claimants) ?? heldFrom(top, claimants))
            : little;
        return held && isSaid({ ...top, ...held })(top) ? undefined : held;
    }
    const theirs = lines.find(isTheirs);
    // Who is still running says the last word itself.
    if (!theirs || (theirs.state === 'pending' && !isHeldBack(theirs)))
        return little;
    if (theirs.state !== 'success' && !isHeldBack(theirs))
        return theirs;
    return passAgain(ports, theirs, claimants) ?? heldFrom(theirs, claimants);
}
/** A pass that was held back, where nobody asks for more now. Pure. */
function passAgain({ requiresAll }, { targetUrl }, claimants) {
    const passed = { state: 'success', targetUrl, context: '', description: '', at: 0 };
    if (isTooLittle(passed, claimants, requiresAll))
        return undefined;
    const ids = testsOf(claimIn(targetUrl)?.tests ?? '', claimants)?.ids ?? [];
    const reason = claimIn(targetUrl)?.tests === 'none' ? 'no-test-needed' : 'pipeline-success';
    const line = statusLine({ decision: 'allowed', reason, tests: ids });
    return line && { ...line, targetUrl };
}
/**
 * A pass of another claimant that lies beneath one for less, and is enough for all by now: nobody tests it again. What a
 * claimant said last counts. Pure.
 */
function passBeneath(ports, lines, claimants) {
    const lasts = claimants.flatMap(({ pull }) => lines.find(({ targetUrl }) => claimIn(targetUrl)?.pull === pull) ?? []);
    const held = lasts.filter(isHeldBack).map((one) => passAgain(ports, one, claimants));
    return held.find((said) => said !== undefined);
}
/** A closed pull request's status does not stay pending, and a draft's says so. Nothing is claimed any more. Pure. */
function farewell({ state, targetUrl }, { pull, how }) {
    const whose = pullIn(targetUrl);
    const url = refusingUrl(runIn(targetUrl), pull);
    if (state !== 'pending' || whose !== pull || how === 'moved')
        return undefined;
    if (how === 'closed')
        return { state: 'failure', description: reasonOf('pull-request-closed').sentence, targetUrl: url };
    // What is no claim says so already, or waits for an approval.
    if (claimIn(targetUrl) === undefined)
        return undefined;
    return { state: 'pending', description: reasonOf('draft').sentence, targetUrl: url };
}

;// CONCATENATED MODULE: ./build/js/report/beside.js
/** What becomes of a line beside one of another run that says as much, or that it may not lie on. */



/**
 * What becomes of a pass beside another pull request's failure that it may not lie on: it is held back, and put on record
 * once, so that it can be told when that one has left. The failure is given back right afterwards. Pure.
 */
function besideFailure(line, lines, claimants, counts) {
    const whose = counts && isFailure(counts) ? claimIn(counts.targetUrl)?.pull : undefined;
    if (whose === undefined || line.speaks !== 'claimant')
        return { act: 'leave' };
    if (line.state === 'success')
        return { act: 'hold', asksMore: whoAsksMore(line.tests, claimants)?.pull ?? whose };
    return { act: isHeldBack(line) && !lines.some(isSaid(line)) ? 'write' : 'leave' };
}
/** The link of what was said of this very pull request, where it was not let through; else that of the line. Pure. */
const refusedAs = ({ targetUrl: said }, { targetUrl, pull }) => pull !== undefined && refusalIn(said) === pull && refusalIn(targetUrl) === pull ? said : targetUrl;

;// CONCATENATED MODULE: ./build/js/report/line.js
/** What a run says of a result: the status line, and the link by which it speaks. */



/** Who has no pull request, and no claim, speaks for a ref. */
const usually = ({ pull }, link = '') => pull === undefined && claimIn(link) === undefined ? 'ref' : 'claimant';
/** Who asks for more than a line covers. Pure. */
const asksMoreThan = (line, claimants) => whoAsksMore(testsFor(line, claimants), claimants)?.pull ?? 'all';
/** The line that a result stands for; undefined where it says nothing, or there is nowhere to say it. Pure. */
function spokenOf(speaker, result, speaks, link) {
    const line = statusLine(result);
    const target = targetOf(speaker, result, speaks, link);
    if (!line || !target)
        return undefined;
    const { tests: ids, allSelected } = result;
    const tests = ids && { ids, all: allSelected === true };
    const { targetUrl } = target;
    const pull = claimIn(targetUrl)?.pull ?? speaker.pull;
    return { target, line: { ...line, targetUrl, speaks, pull, tests }, tests: ids ?? [] };
}
/** Where a result is told, and by which link: the claim of who was let through, else who speaks. */
function targetOf({ pull, context, runUrl, requiresAll }, { commit, reason, pipelineId, tests, allSelected = false, sufficient = false, key }, speaks, link) {
    if (commit === undefined || context === undefined)
        return undefined;
    const url = () => {
        if (link !== undefined && claimIn(link))
            return link;
        if (pull === undefined)
            return runUrl;
        // Who was let through and asks for what cannot be run is a claimant all the same: nothing covers that.
        if (speaks === 'declined')
            return claimingUrl(runUrl, { pull, tests: 'none', full: false });
        if (speaks !== 'claimant' || tests === undefined)
            return refusingUrl(runUrl, pull);
        const claim = {
            pull,
            tests: digestOf({ ids: tests, all: allSelected }),
            full: !requiresAll || allSelected || sufficient,
        };
        return claimingUrl(runUrl, claim, key);
    };
    const takes = reason === 'job-cancelled' && pipelineId !== undefined;
    return { commit, context, targetUrl: takes ? takingAlong(url(), pipelineId) : url() };
}

;// CONCATENATED MODULE: ./build/js/report/cancelled.js
/** How runs that wait for one pipeline hear that the job of one of them was cancelled, and the pipeline with it. */







/** Whether another run has told, since the speaker's has started, that this pipeline went with its job. What cannot be found out is `no`. */
async function hearsOfCancel(github, speaker, commit, pipeline) {
    const history = await ask(github.history(commit));
    return history.known && history.value ? heardIn(history.value, speaker, pipeline) : 'no';
}
/**
 * Whether a run other than the speaker's has told that its job was cancelled and this pipeline with it, after the
 * speaker's own start; `perhaps` while one has not said its last word. Runs on request have a context of their own, and
 * may share the pipeline. `history`: all statuses of a commit, newest first. Pure.
 */
function heardIn(history, { context = '', runUrl }, pipeline) {
    const isShared = (other) => other === context || other === contextOnRequest(context) || contextOnRequest(other) === context;
    const lines = history.filter((line) => isShared(line.context));
    const isOwn = ({ targetUrl }) => runIn(targetUrl) === runUrl;
    const { sentence } = reasonOf('starting');
    const start = lines.findIndex((line) => isOwn(line) && line.description.startsWith(sentence));
    const since = lines.slice(0, Math.max(0, start)).filter((line) => !isOwn(line));
    if (since.some(({ targetUrl }) => targetUrl.endsWith(takingAlong('', pipeline))))
        return 'yes';
    const lastWords = new Map(lines.toReversed().map((line) => [`${line.context} ${runIn(line.targetUrl)}`, line]));
    return [...lastWords.values()].some((line) => line.state === 'pending' && !isOwn(line)) ? 'perhaps' : 'no';
}
/**
 * Tells it to a run of the same pull request that goes on, where the status is that run's: it stays pending. What has
 * its last word needs to hear nothing. `link`: the claim of that pull request, with this run's page.
 */
async function tellOfCancel(ports, speaker, result, link) {
    const target = targetOf(speaker, result, 'claimant', link);
    if (!target)
        return;
    const standing = await lookAt(ports, target.commit, target.context);
    if (!standing.known)
        return;
    const { lines, claimants } = standing.value;
    const [top] = lines;
    if (top?.state !== 'pending')
        return;
    const { targetUrl } = target;
    await retell(ports, { ...target, claimants }, top, {
        ...{ state: 'pending', description: describe(result), targetUrl },
    });
}

;// CONCATENATED MODULE: ./build/js/report/give-way.js
/** What a run does with its word that is out of date. */




/** GitHub's clock and the runner's may differ by so much (ms); GitHub tells whole seconds. */
const skewMs = 5_000;
/**
 * A run that is out of date says no more. Where its word lies on the last word of another run of its pull request, that
 * is given back. Gives the pull request for which nobody else has spoken since this run has, or, where it has said
 * nothing, since it began (`since`, epoch ms); undefined where somebody has, or it could not be found out.
 */
async function giveWay(ports, { context, runUrl, requiresAll, pull }, commit, since) {
    if (context === undefined)
        return undefined;
    const { github } = ports;
    const history = historyOf(github, commit);
    const all = await history;
    if (!all.known)
        return undefined;
    const ofContext = all.value.filter((one) => one.context === context);
    const { lines } = believed({ lines: ofContext, claimants: [] }, runUrl);
    const isOwn = isOfRun(runUrl);
    const isOf = (number) => (line) => !isOwn(line) && pullIn(line.targetUrl) === number;
    if (!lines.some(isOwn)) {
        const isSince = ({ at }) => at >= since - skewMs;
        return pull === undefined || lines.filter(isSince).some(isOf(pull)) ? undefined : pull;
    }
    // Another pull request's word, or a refusal, may lie on it: neither speaks for this one.
    const own = claimIn(lines.find(isOwn)?.targetUrl ?? '')?.pull;
    if (own === undefined)
        return undefined;
    const [top] = lines;
    const [first, newest] = [lines.findLastIndex(isOwn), lines.findIndex(isOwn)];
    // Whose pending word lies beneath this run's newest gives way to it in turn.
    const other = lines.find((line, nth) => nth < first && isOf(own)(line) && (nth < newest || line.state !== 'pending'));
    if (!other)
        return own;
    const liesOnLast = top !== undefined && isOwn(top) && other.state !== 'pending';
    // Only a success may be for too little.
    if (!liesOnLast && other.state !== 'success')
        return undefined;
    // Its own pull request asks for something else by now, so that is read too.
    const claims = { ...ports.claims, own: undefined };
    const standing = await lookAt({ ...ports, claims }, commit, context, history);
    if (!standing.known)
        return undefined;
    const { claimants } = standing.value;
    if (isTooLittle(other, claimants, requiresAll))
        return own;
    if (liesOnLast)
        await retell({ github, claims }, { commit, context, claimants }, top, other);
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/report/report.js



/**
 * Writes the status that a result stands for, where there is one to write, and gives back the result that is true afterwards: one that does not hold any
 * more is superseded, a success that somebody asks more of is held back, and one that GitHub does not show is none,
 * with a verdict or without (`require-all` has none).
 */
async function report(reporting, result) {
    const { statuses, clock, holds, precede, onTold, onUntold } = reporting;
    const line = statusLine(result);
    const target = reporting.target(result);
    if (!line)
        return result;
    if (!target)
        return afterwards(result, await holds());
    const asking = { clock, holds, precede: () => precede(result) };
    const outcome = await writeLastWord(statuses, asking, target, line);
    if (outcome.written) {
        const asksMore = await onTold?.();
        return asksMore === undefined ? result : report_heldBack(result, asksMore);
    }
    switch (outcome.why) {
        case 'left':
            return result;
        case 'held':
            return report(reporting, report_heldBack(result, outcome.asksMore));
        case 'changed': {
            const now = afterwards(result, outcome.reason);
            // It could not be found out whether a success still holds: that is said instead of it.
            return reasonOf(now.reason).shows === 'untouched' ? now : report(reporting, now);
        }
        case 'failed':
            if (line.state === 'success')
                return unless(result, 'lost', outcome.reason);
            onUntold(outcome.reason);
            return result;
    }
}
/** The result of a pass that is not told as one. Pure. */
const report_heldBack = (result, asksMore) => ({
    ...result,
    ...(result.verdict && { verdict: 'pending' }),
    reason: asksMore === 'all' ? 'all-tests-needed' : 'more-tests-asked',
    asksMore,
});
/** The result once it is known what the recheck gave. Not to know it undoes a success and nothing else. */
function afterwards(result, changed) {
    if (changed === undefined)
        return result;
    if (changed === 'pull-request-closed')
        return unless(result, 'cancelled', changed);
    if (reasonOf(changed).shows === 'untouched')
        return unless(result, 'superseded', changed);
    return statusLine(result)?.state === 'success' ? unless(result, 'lost', changed) : result;
}
const unless = (result, verdict, reason) => ({
    ...result,
    ...(result.verdict && { verdict }),
    reason,
});

;// CONCATENATED MODULE: ./build/js/report/voice.js













/** How long (ms) a look at what stands is good enough for a pending status. */
const freshMs = 30_000;
/** For a last word that nothing can overtake. */
const always = async () => undefined;
/** The voice of a speaker whose words stand while they hold. */
function voiceOf(ports, speaker, holds = always) {
    const { github, clock, log, memory } = ports;
    const { context, runUrl } = speaker;
    // What was written is looked at once more while the run goes on; the next word waits for it.
    let lookedBack = Promise.resolve();
    let newest;
    const look = async (commit) => {
        if (context === undefined)
            return known({ lines: [], claimants: [] });
        const seen = await lookAt(ports, commit, context);
        return seen.known ? known(await withoutGone(ports, seen.value, commit, speaker.pull)) : seen;
    };
    const isOwn = isOfRun(runUrl);
    /** What is given back: who asks for more by now has only been told by a line that lay on it. */
    const asItHolds = (line, claimants) => isTooLittle(line, claimants, speaker.requiresAll) ? heldFrom(line, claimants) : line;
    /**
     * After a write: what it lies on and must not is given back, and a success that came too early is held back; gives who
     * asks for more. Where somebody has spoken since, that one has looked at this line; a list that lags does not show it
     * yet.
     */
    const lookBack = async ({ target, line, tests }) => {
        const standing = await look(target.commit);
        if (!standing.known)
            return undefined;
        newest = { at: clock.now(), standing };
        const { lines, claimants } = withOwn(believed(standing.value, runUrl), line);
        const others = lines.filter((one) => !isOwn(one));
        if (others[0] === lines[0] && lines.some(isSaid(line)))
            return undefined;
        const precedence = precedenceOf(line, others, claimants);
        if (precedence !== 'write')
            newest = undefined;
        const beneath = countingOf(others, claimants);
        // A pending line beneath is older than what its run has said since, perhaps.
        const place = { ...target, claimants };
        if (precedence === 'leave' && beneath && beneath.state !== 'pending')
            await retell(ports, place, lines[0], asItHolds(beneath, claimants));
        if (precedence !== 'hold')
            return undefined;
        const asksMore = asksMoreThan(line, claimants);
        await retell(ports, place, lines[0], { ...heldLine(tests, asksMore), targetUrl: line.targetUrl });
        return asksMore;
    };
    const precede = async ({ line, target: { commit } }, seen) => {
        const standing = await seen;
        if (!standing.known)
            return { act: 'unknown', reason: standing.reason };
        const { lines, claimants } = withOwn(believed(standing.value, runUrl), line);
        const [top] = lines;
        const precedence = precedenceOf(line, lines, claimants);
        if (precedence === 'hold')
            return { act: 'hold', asksMore: asksMoreThan(line, claimants) };
        if (precedence === 'leave') {
            const counts = countingOf(lines.filter((one) => !isOwn(one)), claimants);
            // Neither an own line nor a pass that is held back may stay on what it is left for: who asked for more has left.
            const isLast = line.speaks === 'claimant' && line.state !== 'pending';
            const mustGo = top && (isOwn(top) || (isLast && isHeldBack(top)));
            if (mustGo && counts && counts.state !== 'pending') {
                const said = asItHolds(counts, claimants);
                const place = { commit, context: context ?? '', claimants };
                if (!isSaid({ ...top, ...said })(top))
                    await retell(ports, place, top, said);
            }
            return besideFailure(line, lines, claimants, counts);
        }
        // The same line with the same link is not written again: GitHub takes a thousand. Nor, with any link, is what was
        // said of who is not let through: each event of an outsider would write one.
        const same = line.speaks === 'refused' && top ? { ...line, targetUrl: refusedAs(top, line) } : line;
        return { act: top && isSaid(same)(top) ? 'leave' : 'write' };
    };
    /** Whether these lines are known, and none of them claims for this run's pull request. */
    const isUnclaimed = (standing) => standing.known &&
        !standing.value.lines.some(({ targetUrl }) => claimIn(targetUrl)?.pull === speaker.pull);
    const pending = async (result, seen, isFirst = false) => {
        await lookedBack;
        const spoken = spokenOf(speaker, result, usually(speaker));
        if (!spoken)
            return false;
        const { target, line } = spoken;
        const looked = seen ?? look(target.commit);
        const { act } = await precede(spoken, looked);
        // The first claim is always put on record: what it lies on, and may not, is given back right afterwards.
        const isNew = isFirst && usually(speaker) === 'claimant' && isUnclaimed(await looked);
        if (act === 'leave' && !isNew) {
            log.info('the commit status stands as it is: for at least as much, or for somebody who comes first');
            return false;
        }
        memory.save('commit', target.commit);
        // That it cannot be written is no reason to stop; the last one is what counts.
        const failed = await writeStatus(github, target, line);
        if (failed)
            log.warning(`GitHub did not take the pending status (${failed})`);
        else
            lookedBack = lookBack(spoken);
        return failed === undefined;
    };
    const last = async (wanted, { stands = always, seen, link, ...given } = {}) => {
        await lookedBack;
        const speaks = given.speaks ?? usually(speaker, link);
        const isHeld = speaker.requiresAll &&
            statusLine(wanted)?.state === 'success' &&
            !wanted.allSelected &&
            !wanted.sufficient;
        const result = isHeld ? report_heldBack(wanted, 'all') : wanted;
        const onUntold = (reason) => {
            warnUntold(log, reason);
            ports.onUntold?.();
        };
        let early = seen;
        let said;
        const told = await report({
            ...{ statuses: github, clock, holds: stands, onUntold },
            target: (now) => spokenOf(speaker, now, speaks, link)?.target,
            precede: async (now) => {
                said = spokenOf(speaker, now, speaks, link);
                const asked = early ?? (said && look(said.target.commit));
                // A second try looks again.
                early = undefined;
                return said && asked ? precede(said, asked) : { act: 'leave' };
            },
            onTold: async () => (said ? lookBack(said) : undefined),
        }, result);
        return told;
    };
    return {
        look,
        claim: (result, seen) => pending(result, seen, true),
        announce: async (result) => {
            await lookedBack;
            const { commit } = result;
            if (commit === undefined)
                return;
            // GitHub counts requests, and what this lies on is looked at afterwards in any case.
            const isFresh = newest !== undefined && clock.now() - newest.at < freshMs;
            const seen = isFresh && newest ? Promise.resolve(newest.standing) : look(commit);
            const changed = await holds();
            // What is not known is no reason to be silent: the last word is what counts.
            if (changed === undefined || reasonOf(changed).shows !== 'untouched')
                await pending(result, seen);
        },
        last: (result) => last(result, { stands: holds }),
        giveUp: (result, link) => last(result, { ...(link !== undefined && { link }) }),
        decline: (result, seen) => last(result, { speaks: 'declined', ...(seen && { seen }) }),
        refuse: async (result, seen) => {
            if (result.commit === undefined || !statusLine(result))
                return result;
            const standing = await (seen ?? look(result.commit));
            if (!standing.known) {
                log.warning(`the commit status was left alone: whose it is could not be read (${standing.reason})`);
                return result;
            }
            return last(result, { stands: holds, speaks: 'refused', seen: Promise.resolve(standing) });
        },
        giveWay: async (commit, since) => {
            await lookedBack;
            return giveWay(ports, speaker, commit, since);
        },
        hearsOfCancel: (commit, pipeline) => hearsOfCancel(github, speaker, commit, pipeline),
        tellOfCancel: (result, link) => tellOfCancel(ports, speaker, result, link),
    };
}
/** Says why a status is not there, and what to do: the result itself speaks of something else. */
function warnUntold(log, reason) {
    const { sentence, remedy } = reasonOf(reason);
    log.warning(`GitHub did not take the commit status (${reason}): ${sentence}. ${remedy}`);
}

;// CONCATENATED MODULE: ./build/js/modes/speak.js
/** Whom the run of an event speaks for, and with whose voice. */





/** Whether a command has named the tests of a run (`/test a,b`). */
const isOnRequest = ({ event }) => event.kind === 'comment' && event.parsed.kind === 'command' && event.parsed.command.name === 'test';
/**
 * The speaker of a run. One on request has a context of its own: it must not turn the required status green. Where no
 * status is to be written, the mode says so.
 */
function speakerOf({ settings, run }) {
    const { statusContext, pullRequest, github, mode } = settings;
    const { event } = run;
    const pull = 'number' in event ? event.number : event.kind === 'dispatch' ? pullRequest : undefined;
    // What a release starts is nobody's required check.
    const context = mode === 'trigger' ? undefined : statusContext;
    const onRequest = isOnRequest(run);
    return {
        pull,
        context: onRequest && context !== undefined ? contextOnRequest(context) : context,
        runUrl: github.runUrl,
        requiresAll: mode === 'require-all' || (settings.requireAll && !onRequest),
    };
}
/**
 * What has to be covered for a pull request: what it asks for by its labels or files, with `require-all` all that its
 * files need too. Undefined where that cannot be run.
 */
async function wantedTests({ settings, github }, pull) {
    const selection = await liveSelection(github, pull, settings.selection);
    if (!selection.known)
        return selection;
    const { value } = selection;
    if (!value.selected)
        return known(undefined);
    const { requireAll, selection: rules } = settings;
    if (!requireAll || rules.paths === undefined)
        return known(speak_testsOf(value));
    // One that is green for another pull request would be green for this one too, whose files may need more.
    const needed = await neededBy(github, pull, rules);
    if (!needed.known)
        return needed;
    return known(speak_testsOf(covers(value, needed.value) ? value : selectIds([...value.tests, ...needed.value.tests], rules)));
}
const speak_testsOf = ({ tests, all }) => ({ ids: tests, all });
/** The same for the check that all are selected: nothing is asked of who has all, or all that the files need. */
async function lackingTests({ settings, github }, pull) {
    const [selection, needed] = await Promise.all([
        liveSelection(github, pull, settings.selection),
        neededBy(github, pull, settings.selection),
    ]);
    if (!selection.known)
        return selection;
    if (!needed.known)
        return needed;
    const { value } = selection;
    return known(value.selected && covers(value, needed.value) ? nothing : undefined);
}
const nothing = { ids: [], all: false };
/** How claimants are judged for the status that the tests of labels have. */
const claimsOfTests = (ports) => ({
    context: contextOfTests(ports.settings),
    drafts: ports.settings.gate.drafts,
    wants: (pull) => wantedTests(ports, pull),
});
/** The context of the tests that labels choose, whatever the mode. */
const contextOfTests = ({ mode, statusContext }) => mode === 'require-all' ? statusContext?.slice(0, -contextOfRequireAll('').length) : statusContext;
/** The same for the check that all of them are selected: nothing covers who asks for fewer. */
const claimsOfRequireAll = (ports) => ({
    ...claimsOfTests(ports),
    wants: (pull) => lackingTests(ports, pull),
});
/** How claimants are judged for the status of a run. */
function claimsFor(ports, { pull }) {
    if (ports.settings.mode === 'require-all')
        return claimsOfRequireAll(ports);
    const rules = { ...claimsOfTests(ports), own: pull };
    // Where a command names the tests, nobody's labels ask for more.
    return isOnRequest(ports.run) ? { ...rules, wants: async () => known(nothing) } : rules;
}
/** The voice of a run, whose words stand while they hold. */
const voiceFor = (ports, holds, speaker = speakerOf(ports)) => voiceOf({ ...ports, claims: claimsFor(ports, speaker) }, speaker, holds);

;// CONCATENATED MODULE: ./build/js/modes/restate.js




/** The status of the tests, and that of the check that all of them are selected; none without a context. */
function contextsOf(ports) {
    const { settings, github, log } = ports;
    const context = contextOfTests(settings);
    if (context === undefined)
        return [];
    const requiresAll = settings.mode !== 'require-all' && settings.requireAll;
    return [
        { github, log, context, requiresAll, claims: claimsOfTests(ports) },
        {
            ...{ github, log, requiresAll: true },
            context: contextOfRequireAll(context),
            claims: claimsOfRequireAll(ports),
        },
    ];
}
/** Takes back what is green for fewer tests than somebody asks for by now. */
async function withdrawAll(ports, commit) {
    const contexts = contextsOf(ports);
    const history = historyOf(ports.github, commit);
    await Promise.all(contexts.map((one) => withdraw(one, commit, history)));
}
/** The same for a commit that a pull request has left, or, without `leaving`, that one may have left unseen. */
async function releaseAll(ports, commit, leaving) {
    const contexts = contextsOf(ports);
    const history = historyOf(ports.github, commit);
    await Promise.all(contexts.map((one) => release(one, commit, history, leaving)));
}
/** How a pull request that runs no tests has left its commit. Pure. */
const leavingOf = ({ number, open }) => ({
    pull: number,
    how: open ? 'draft' : 'closed',
});

;// CONCATENATED MODULE: ./build/js/modes/ended.js
/** Stops what runs for pull requests that are closed, or drafts that run no tests. */









/**
 * Stops the pipelines of these pull requests as far as GitHub says now that they are over, or of all that are closed:
 * one that was opened again meanwhile keeps its own. Stopping is safe, so no membership is asked for.
 */
async function cancelEnded(ports, meant) {
    const { settings, github, gitlab, clock, log } = ports;
    const undecided = (reason) => ({ decision: 'undecided', reason });
    const since = clock.now() - settings.pipeline.limits.timeoutMs - marginMs;
    const found = await ask(gitlab.recent(since, ended_isMeant(ports, meant?.numbers)));
    const live = Map.groupBy(found.known ? found.value : [], pullOf);
    // Asked after the list: no pipeline in it is newer than what GitHub shows now.
    const numbers = new Set([...live.keys(), ...(meant?.numbers ?? [])]);
    const pulls = await Promise.all([...numbers].map((number) => ask(github.pull(number))));
    const over = pulls.flatMap((pull) => (pull.known && isOver(ports, pull.value, meant) ? [pull.value] : []));
    const ends = await stopAndSay(ports, over.flatMap(({ number }) => live.get(number) ?? []).map(({ id }) => id));
    if (meant)
        for (const pull of over)
            await releaseAll(ports, pull.head.sha, leavingOf(pull));
    for (const { open, number } of over)
        if (!open && meant?.closed.includes(number))
            await cleanBranches(ports, number);
    const unread = [found, ...pulls].find(isUnknown);
    if (unread)
        return undecided(unread.reason);
    if (ends.length === 0)
        log.info('no private pipeline of a pull request that is over has to be stopped');
    return { decision: 'allowed', reason: whatCameOf(ends) };
}
/** What a run that stops pipelines has to tell: why GitLab refused, where it did. Pure. */
function whatCameOf(ends) {
    for (const end of ends)
        if (end.stopped === 'refused')
            return end.reason;
    return ends.every(({ stopped }) => stopped === 'ended') ? 'cancel-done' : 'cancel-incomplete';
}
/** The requests of one pull request, as this check makes them. Pure. */
const familyOf = ({ github, pipeline }, pull) => ({
    repository: github.repository,
    pull,
    mark: pipeline.mark,
});
/** The same, recorded; the record names the pull request where there is only one. */
async function cancelMeant(ports, meant) {
    const [first, ...more] = meant.numbers;
    const grounds = first === undefined || more.length > 0 ? {} : { pullRequest: first };
    return recorded(ports, await cancelEnded(ports, meant), grounds);
}
/** Live ones of pull requests, of those that are named or of all. */
const ended_isMeant = ({ settings }, only) => (listed) => {
    const pull = pullOf(listed);
    if (only?.includes(pull) === false)
        return false;
    return isObsolete({ family: familyOf(settings, pull), except: undefined, sparing: undefined })(listed);
};
/** The pull request in a pipeline's key; 0, which is none, where there is none. */
function pullOf({ key }) {
    const origin = readKey(key)?.origin;
    return typeof origin === 'number' ? origin : 0;
}
/** Whether drafts run tests is for the workflow to say that hears of them: a sweep may be without `drafts: true`. */
const isOver = ({ settings }, { open, draft }, meant) => !open || (meant !== undefined && draft && !settings.gate.drafts);
/** Branches that `/duplicate` made for this pull request go when it is closed. */
async function cleanBranches({ github, log }, number) {
    const { removed, failed, refused } = await removeDuplicates(github, number);
    if (refused)
        log.info('branches made by /duplicate were not looked for: the token may not list branches');
    for (const branch of removed)
        log.info(`branch ${branch}: deleted`);
    if (failed > 0)
        log.warning('a branch made by /duplicate could not be deleted; delete it by hand');
}

;// CONCATENATED MODULE: ./build/js/facts/by-head.js

/** Sorts out what was found: only the very repository, branch and commit of the run count. Pure. */
function byHead(found, { sha, repository }) {
    const here = found
        .filter(({ head }) => sameRepository(head.repository, repository))
        .toSorted((a, b) => a.number - b.number);
    const ours = here.filter(({ head }) => head.sha === sha);
    return {
        open: ours.filter(({ open }) => open),
        closed: ours.filter(({ open }) => !open),
        moved: here.some(({ open, head }) => open && head.sha !== sha),
    };
}
/** The event as one of a pull request that was found: from here on both ways in are the same. Pure. */
const eventFor = ({ action, sender, rerunner, head }, { number, author, baseBranch: base, labels }) => ({
    ...{ kind: 'pull-request', action, number, head, base, labels, sender, rerunner, author },
    // Neither a label, nor a time, nor a move is told.
    ...{ label: undefined, at: 0, rebased: false, moved: undefined },
});

;// CONCATENATED MODULE: ./build/js/modes/most-together.js
/** How many pull requests one run sees to at most; in a file of its own, because `post` loads nothing else for it. */
/**
 * Open pull requests with one head in one run. Each push to such a branch causes a run for each of them, and each run
 * sees to all of them: without a bound an outsider could multiply requests by opening some for every branch there is.
 */
const mostTogether = 10;

;// CONCATENATED MODULE: ./build/js/modes/settle-labels.js


/**
 * Where labels may be what caused the run: takes back at once what is green for fewer tests than they choose now, and
 * waits, so that a hand that sets several of them is finished.
 */
async function settleLabels(ports) {
    const { settings, run, clock, interrupted } = ports;
    const { event } = run;
    // Without a wait the claim or the refusal follows at once, and takes back as much.
    if (!mayBeOfLabels(event, settings.selection) || settings.settleMs === 0)
        return;
    await Promise.all([
        'head' in event ? withdrawAll(ports, event.head.sha) : undefined,
        clock.sleep(settings.settleMs, interrupted),
    ]);
}
/** A `workflow_run` does not tell what happened to the pull request. */
function mayBeOfLabels(event, rules) {
    if (event.kind === 'workflow-run')
        return true;
    if (event.kind !== 'pull-request' || !startsTests(event, rules))
        return false;
    return event.action === 'labeled' || event.action === 'unlabeled';
}

;// CONCATENATED MODULE: ./build/js/modes/find-pulls.js
/** Which pull requests a `workflow_run` is about, found live by the head of the run that it follows. */






/**
 * Waits for labels to be quiet, because they may be what the run was about, and reads the pull requests of the branch:
 * one round trip. At least one has the commit of the run as its head, or none is given.
 */
async function findPulls(ports, event) {
    const { head } = event;
    const end = async (decision, reason) => {
        const record = recorded(ports, { decision, reason, commit: head.sha });
        // The verdict of this mode is no commit status, so it writes none when it cannot find out what to stop.
        if (ports.settings.mode === 'cancel')
            return { found: false, result: record };
        return { found: false, result: await voiceFor(ports).refuse(record) };
    };
    // Of a run that nobody started again, the request was heard already: one event has one watcher.
    if (event.action === 'completed' && event.rerunner === undefined)
        return end('not-run', 'run-seen-before');
    if (head.repository === null)
        return end('not-run', 'no-pull-request');
    await settleLabels(ports);
    const [owner = ''] = head.repository.split('/');
    const found = await ask(ports.github.pullsFrom(owner, head.branch));
    if (!found.known)
        return end('undecided', found.reason);
    const { open, closed, moved } = byHead(found.value, head);
    if (open.length > mostTogether)
        return end('denied', 'head-crowded');
    if (open.length > 0 || closed.length > 0) {
        const names = [
            ...open.map(({ number }) => `#${number}`),
            ...closed.map(({ number }) => `#${number} (closed)`),
        ];
        // GitHub shows such a run on the default branch, with no word of a pull request.
        ports.log.info(`pull requests with this head: ${names.join(', ')}`);
        return { found: true, open, closed };
    }
    return moved ? end('denied', 'head-moved') : end('not-run', 'no-pull-request');
}

;// CONCATENATED MODULE: ./build/js/modes/cancel.js
/**
 * Mode `cancel`: stops the private pipelines of a pull request that is closed or a draft, has lost a label, or for
 * which somebody with write said `/cancel`. Stopping is safe, so no membership is asked for.
 */















/** Gives whether all came of it. */
async function cancel(ports) {
    const target = await cancel_targetOf(ports);
    if (target.stop === 'nothing')
        return recorded(ports, target.result);
    const { event } = ports.run;
    if (target.stop === 'ended')
        return cancelMeant(ports, { numbers: [target.number], closed: [target.number] });
    const result = await stopTarget(ports, target);
    // The command was seen to at once; that not all came of it is not said by the silence after that.
    if (event.kind === 'comment' && reasonOf(result.reason).exit !== 0)
        await react(ports, event.commentId, 'confused');
    return recorded(ports, result);
}
/** A `workflow_run` does not tell what happened, so the live state does: closed ones and drafts are stopped. */
async function cancelByHead(ports, event) {
    const pulls = await findPulls(ports, event);
    if (!pulls.found)
        return pulls.result;
    const { open, closed } = pulls;
    const numbers = [...open, ...closed].map(({ number }) => number);
    return cancelMeant(ports, { numbers, closed: closed.map(({ number }) => number) });
}
async function stopTarget(ports, target) {
    const { settings, gitlab, clock, log } = ports;
    const undecided = (reason) => ({ decision: 'undecided', reason });
    const family = familyOf(settings, target.number);
    const since = clock.now() - settings.pipeline.limits.timeoutMs - marginMs;
    const isMeant = isObsolete({ family, except: undefined, sparing: undefined });
    const [asked, found] = await Promise.all([
        stillAskedFor(ports, target),
        ask(gitlab.recent(since, isMeant)),
    ]);
    if (!asked.known) {
        log.warning('nothing is cancelled: it could not be found out which tests are still asked for');
        return undecided(asked.reason);
    }
    if (!found.known)
        return undecided(found.reason);
    const meant = found.value.filter(({ key, createdAt }) => target.stop === 'all' || (createdAt < target.before && !asksFor(asked.value, key)));
    const ends = await stopAndSay(ports, meant.map(({ id }) => id));
    if (meant.length === 0)
        log.info('no private pipeline of this pull request has to be stopped');
    return { decision: 'allowed', reason: whatCameOf(ends) };
}
/** What the live pull request asks for, which may be the same tests as before. */
async function stillAskedFor({ github, settings }, { stop, number }) {
    if (stop === 'all')
        return known(undefined);
    const pull = await ask(github.pull(number), { 'not-found': 'pull-request-not-found' });
    if (!pull.known)
        return pull;
    if (!pull.value.open)
        return known(undefined);
    const selection = await liveSelection(github, pull.value, settings.selection);
    return selection.known ? known(askedBy(pull.value, selection.value, settings)) : selection;
}
const cancel_nothing = (decision, reason) => ({
    stop: 'nothing',
    result: { decision, reason },
});
async function cancel_targetOf(ports) {
    const { event } = ports.run;
    switch (event.kind) {
        case 'pull-request':
            return ofPull(ports, event);
        case 'comment':
            return ofCommand(ports, event);
        case 'dispatch': {
            const { pullRequest } = ports.settings;
            if (pullRequest === undefined)
                return cancel_nothing('denied', 'unsupported-event');
            return writerOnly(ports, event.sender.login, pullRequest);
        }
        case 'workflow-run':
        case 'ref':
        case 'schedule':
        case 'unsupported':
            return cancel_nothing('denied', 'unsupported-event');
    }
}
function ofPull({ settings }, event) {
    const { action, number, at } = event;
    // It may have been opened again, and a new run may have joined what it finds.
    if (action === 'closed' || action === 'converted_to_draft')
        return { stop: 'ended', number };
    if (action !== 'unlabeled')
        return cancel_nothing('denied', 'unsupported-event');
    // The run for the labels that are left starts at the same time: only what was there before is meant.
    if (event.label !== undefined && startsTests(event, settings.selection))
        return { stop: 'unasked', number, before: at };
    return cancel_nothing('not-run', 'label-without-prefix');
}
async function ofCommand(ports, event) {
    const { parsed, number, commentId, sender } = event;
    const name = parsed.kind === 'command' ? parsed.command.name : parsed.kind === 'malformed' && parsed.name;
    if (name !== 'cancel')
        return cancel_nothing('not-run', 'no-command');
    const allowed = await writerOnly(ports, sender.login, number);
    const malformed = parsed.kind === 'malformed' && allowed.stop !== 'nothing';
    const target = malformed ? cancel_nothing('denied', 'command-malformed') : allowed;
    const reaction = target.stop === 'nothing' ? reactionTo(target.result.decision, target.result.reason) : 'eyes';
    await react(ports, commentId, reaction);
    if (malformed)
        await say(ports, number, replyOn(event, ports.settings));
    return target;
}
async function writerOnly({ github }, login, number) {
    const role = await ask(github.role(login));
    if (!role.known)
        return cancel_nothing('undecided', role.reason);
    return canWrite(role.value) ? { stop: 'all', number } : cancel_nothing('denied', 'command-not-allowed');
}

;// CONCATENATED MODULE: ./build/js/gate/approvals.js
/** Approvals of a commit by comment: which stand, and what is asked to find out. */





/** The commit that a comment approves: its first line is exactly `/ok-to-test <40 hex>`. */
function approvedCommit(body) {
    const parsed = parseCommand(body);
    return parsed.kind === 'command' && parsed.command.name === 'ok-to-test'
        ? parsed.command.commit
        : undefined;
}
/** Comments worth asking about: an approval of this commit by a person whose account still exists. Oldest first. */
const approvalsOf = (comments, head) => comments.flatMap((comment) => {
    const { author: approver, body } = comment;
    return approver?.type === 'User' && approvedCommit(body) === head ? [{ comment, approver }] : [];
});
const not = (fact) => (fact.known ? known(!fact.value) : fact);
/** Whether one candidate is a standing approval. Unknown when a fact about it is. */
function stands(candidate) {
    const facts = [
        not(candidate.edited),
        not(candidate.hidden),
        candidate.member,
        candidate.role.known ? known(canWrite(candidate.role.value)) : candidate.role,
    ];
    const no = facts.find((fact) => fact.known && !fact.value);
    return no ?? facts.find((fact) => !fact.known) ?? known(true);
}
/** The first approval that stands; unknown when none is certain and one might; otherwise none. */
function standingApproval(candidates) {
    const judged = candidates.map((candidate) => ({ candidate, fact: stands(candidate) }));
    const standing = judged.find(({ fact }) => fact.known && fact.value);
    if (standing)
        return known(standing.candidate);
    const uncertain = judged.find(({ fact }) => !fact.known)?.fact;
    return uncertain && !uncertain.known ? uncertain : known(undefined);
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
        const early = many ? undefined : ask(source.altered(comment));
        const { member, role } = await asked;
        if (many && isNo(member, role))
            return [];
        const altered = await (early ?? ask(source.altered(comment)));
        const edited = altered.known ? known(altered.value.edited) : altered;
        const hidden = altered.known ? known(altered.value.hidden) : altered;
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
                return decide_denied(evidence.reason);
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
        return decide_undecided(vouched.reason, commit);
    if (!vouched.value)
        return decide_denied('tag-off-branch', commit);
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
        return decide_undecided(fact.reason, expected);
    const pull = fact.value;
    const commit = pull.head.sha;
    if (!pull.open)
        return decide_denied('pull-request-closed', commit);
    if (expected !== undefined && commit !== expected)
        return decide_denied('head-moved', expected);
    if (pull.author === null)
        return decide_denied('author-gone', commit);
    if (pull.head.repository === null)
        return decide_denied('head-repository-gone', commit);
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
            return decide_denied('approvals-off', commit);
        if (cause.command.commit !== commit)
            return decide_denied('approval-stale', commit);
    }
    const members = everyone([author.member, sender, pushersAreMembers(pushers)]);
    if (members.known && members.value)
        return { decision: 'allowed', reason: 'all-members', commit, crossing: crossing() };
    const approval = standing(evidence, policy);
    if (approval.known && approval.value) {
        const reason = cause.by === 'command' && cause.command.name === 'ok-to-test' ? 'approved-now' : 'approved-commit';
        return { decision: 'allowed', reason, commit, crossing: crossing(approval.value) };
    }
    if (!approval.known)
        return decide_undecided(approval.reason, commit);
    if (!members.known)
        return decide_undecided(members.reason, commit);
    if (policy.approvals === 'none')
        return decide_denied('not-member', commit);
    const others = everyone([author.member, sender]);
    const unrecorded = pushers.known && pushers.value === undefined && others.known && others.value;
    return decide_denied(unrecorded ? 'push-unrecorded' : 'approval-needed', commit);
}
/** Whether everybody who pushed is a member; who is not on record is none. Pure. */
function pushersAreMembers(pushers) {
    if (!pushers.known)
        return pushers;
    if (pushers.value === undefined)
        return known(false);
    return everyone(pushers.value.map(({ member }) => member));
}
/** Whether a commit may be duplicated (`/duplicate`): checked as an approval is, whoever wrote the commit. */
function decideDuplicate(evidence) {
    if (evidence.kind !== 'pull-request')
        return decide_denied('unsupported-event');
    const { cause, pull, rerunners } = evidence;
    if (cause.by !== 'command' && cause.by !== 'malformed')
        return decide_denied('unsupported-event');
    const refused = refuseCommand(cause) ?? refuseRerunners(rerunners);
    if (refused)
        return refused;
    if (cause.by !== 'command' || cause.command.name !== 'duplicate')
        return decide_denied('command-malformed');
    if (!pull.known)
        return decide_undecided(pull.reason);
    const { open, head } = pull.value;
    if (!open)
        return decide_denied('pull-request-closed', head.sha);
    if (head.sha !== cause.command.commit)
        return decide_denied('approval-stale', head.sha);
    return { decision: 'allowed', reason: 'member-with-write', commit: head.sha, crossing: undefined };
}
function refuseCommand(cause) {
    const refused = refuseWriter(cause.sender);
    if (refused)
        return refused.decision === 'denied' ? decide_denied('command-not-allowed') : refused;
    if (cause.by === 'malformed')
        return decide_denied('command-malformed');
    if (!cause.unedited.known)
        return decide_undecided(cause.unedited.reason);
    return cause.unedited.value ? undefined : decide_denied('comment-edited');
}
/** GitHub lets only writers start a run again, so here membership is what is left to ask for. */
function refuseRerunners(rerunners, commit) {
    const members = everyone(rerunners.map(({ member }) => member));
    if (!members.known)
        return decide_undecided(members.reason, commit);
    return members.value ? undefined : decide_denied('rerunner-not-member', commit);
}
const refuseWriter = (writer, commit) => refuseWriters([writer], commit);
function refuseWriters(writers, commit) {
    const may = everyone(writers.flatMap(({ member, role }) => [member, role.known ? known(canWrite(role.value)) : role]));
    if (!may.known)
        return decide_undecided(may.reason, commit);
    return may.value ? undefined : decide_denied('sender-not-writer', commit);
}
function standing({ approvals }, policy) {
    if (policy.approvals === 'none' || approvals === undefined)
        return known(undefined);
    return approvals.known ? standingApproval(approvals.value) : approvals;
}
const decide_denied = (reason, commit) => ({
    decision: 'denied',
    reason,
    ...(commit !== undefined && { commit }),
});
const decide_undecided = (reason, commit) => ({
    decision: 'undecided',
    reason,
    ...(commit !== undefined && { commit }),
});

;// CONCATENATED MODULE: ./build/js/gate/members.js



/** The reader of one run. Nothing is kept from one run to the next: membership is what it is now. */
function readMembers(source, policy) {
    const everybody = new Map();
    let existing;
    const exists = () => {
        existing ??= ask(source.organizationExists(policy.organization));
        return existing;
    };
    const ofUser = (login) => {
        const known = everybody.get(nameKey(login));
        if (known)
            return known;
        const first = readMembership(source, policy, login);
        const member = first.then((answers) => members_confirm(source, policy, login, answers, exists)).then(isMember);
        const asked = { first, member };
        everybody.set(nameKey(login), asked);
        return asked;
    };
    const isTrusted = ({ id }) => policy.trustedBots.includes(id);
    const witness = async (person) => {
        if (person === null)
            return { person, member: known(false) };
        if (person.type === 'Bot')
            return { person, member: known(isTrusted(person)) };
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
                ask(source.person(login)),
                nameKey(login).endsWith('[bot]') ? known(false) : ofUser(login).member,
            ]);
            if (!person.known)
                return { person: null, member: person };
            return person.value?.type === 'User' ? { person: person.value, member } : witness(person.value);
        },
    };
}
/** Hidden: neither 302 nor 403 says anything about the person; they are about the one who asks. */
const members_hidden = { forbidden: 'membership-hidden', moved: 'membership-hidden' };
async function readMembership(source, policy, login) {
    const { organization } = policy;
    const askPublic = () => ask(source.publicMember(organization, login));
    // A token that was given for membership usually sees it; the job's own token never does, so then both calls go
    // out together and save a round trip.
    const early = policy.membershipTokenGiven ? undefined : askPublic();
    const [membership, ...teams] = await Promise.all([
        ask(source.organizationMembership(organization, login), members_hidden),
        ...policy.teams.map((team) => ask(source.teamMembership(organization, team, login), { ...members_hidden, 'not-found': 'team-hidden' })),
    ]);
    const publicMember = early !== undefined || !membership.known ? await (early ?? askPublic()) : undefined;
    return { organization: membership, ...(publicMember && { publicMember }), teams };
}
/**
 * Confirms a 404 for a membership, which GitHub also gives for an organisation that is not there (a mistyped name) and
 * to who may not see its members: only a token that is told by the list of members that the person is none sees them.
 * The job's own token never does, so it is not asked again.
 */
async function members_confirm(source, { organization, membershipTokenGiven }, login, answers, exists) {
    const first = answers.organization;
    if (!membershipTokenGiven || !first.known || first.value !== 'absent')
        return answers;
    const [shown, there] = await Promise.all([ask(source.listedMember(organization, login), members_hidden), exists()]);
    const listed = !there.known ? there : there.value ? shown : unknown('membership-hidden');
    if (listed.known && !listed.value)
        return { ...answers, listed };
    return { ...answers, listed, publicMember: await ask(source.publicMember(organization, login)) };
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
        return known(true);
    return answers.teams.find((team) => !team.known) ?? known(false);
}
function organizationMember({ organization, listed, publicMember }) {
    if (organization.known && organization.value !== 'absent')
        return known(organization.value === 'active');
    // Absent is also what a token hears that sees nobody, so it is a no only where another answer confirms it.
    if (organization.known && listed?.known && !listed.value)
        return known(false);
    if (publicMember?.known && publicMember.value)
        return known(true);
    if (!organization.known)
        return organization;
    return listed === undefined || listed.known ? unknown('membership-hidden') : listed;
}

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
const pushers_pauses = [1_000, 2_000, 4_000, 6_000, 7_000];
/**
 * Who has pushed the head. A record that is behind, or has a gap, is looked at again for up to 20 s, but only where
 * `worthWaiting`: for others an approval is needed anyway. Undefined: GitHub has not recorded it.
 */
async function readPushers({ source, clock, interrupted }, head, event, worthWaiting) {
    const { repository, branch, sha } = head;
    if (repository === null)
        return known(undefined);
    for (const pause of [...pushers_pauses, undefined]) {
        const entries = await ask(source.pushes(repository, branch));
        if (!entries.known)
            return entries;
        if (entries.value === undefined)
            return known(undefined);
        const recorded = event ? recordedWith(entries.value, sha, event) : recordedIn(entries.value, sha);
        if (recorded.shows === 'all')
            return known(recorded.pushers);
        if (recorded.shows === 'cut' || pause === undefined || interrupted.aborted)
            return known(undefined);
        if (!(await worthWaiting()))
            return known(undefined);
        await clock.sleep(pause, interrupted);
    }
    return known(undefined);
}

;// CONCATENATED MODULE: ./build/js/gate/evidence.js










/** Reads everything that `decide` needs: two sequential round trips for members, three with an approval. */
async function gather(ports, run, rules) {
    const { event, rerunner } = run;
    const { github: source } = ports;
    const { gate: policy } = rules;
    const members = readMembers(source, policy);
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
        return known(true);
    const [onDefault, branches] = await Promise.all([
        defaultBranch === '' ? known(false) : ask(source.isOnBranch(commit, defaultBranch)),
        ask(source.branchesAt(commit)),
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
    return vouching.find((one) => one.known && one.value) ?? vouching.find(isUnknown) ?? onDefault;
}
async function gatherPullRequest(asking) {
    const { source, members, event } = asking;
    const payload = event.kind === 'pull-request' ? event : undefined;
    // Anybody may comment, as often as they like: who gives a command is asked before anything else is read.
    const commander = event.kind === 'comment' ? await readWriter(source, members, event.sender) : undefined;
    if (event.kind === 'comment' && commander && !mayCommand(commander))
        return { ...nothingElse, cause: { by: 'malformed', name: namedBy(event), sender: commander } };
    const live = ask(source.pull(asking.number), { 'not-found': 'pull-request-not-found' });
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
    const rest = people ?? { author: payloadAuthor, pushers: known(undefined), approvals: undefined };
    return { kind: 'pull-request', cause, pull, rerunners, ...rest };
}
/** What is left unread where a command is refused for who gave it. */
const nothingElse = {
    kind: 'pull-request',
    pull: unknown('github-unexpected'),
    author: { person: null, member: known(false) },
    pushers: known(undefined),
    rerunners: [],
    approvals: undefined,
};
/** `none` never gets here; any name will do then. */
const namedBy = ({ parsed }) => nameIn(parsed) ?? 'test';
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
const isSameBranch = (one, other) => sameRepository(one.repository, other.repository) && one.branch === other.branch;
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
        ask(source.comments(live.number)),
        pushers.then((people) => people !== undefined && areAll(members, people)),
        areAll(members, [live.author, sender]),
    ]);
    if (pushersAre && othersAre)
        return undefined;
    if (!comments.known)
        return comments;
    return known(await readApprovals(source, members, comments.value, live.head.sha));
}
const isOneOf = (person, others) => person !== null && others.some((other) => other?.id === person.id);
/** Everybody once, each with what is known about the membership. */
async function witnessesOf(members, who) {
    if (!who.known || who.value === undefined)
        return who.known ? known(undefined) : who;
    const people = [...new Map(who.value.map((person) => [person?.id, person])).values()];
    return known(await Promise.all(people.map((person) => members.witness(person))));
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
    const comment = await ask(source.comment(event.commentId));
    if (!comment.known)
        return comment;
    if (comment.value === undefined || comment.value.author?.id !== event.sender.id)
        return known(false);
    const edited = await isEditedLater(source, comment.value);
    return edited.known ? known(!edited.value) : edited;
}
/**
 * `updated_at` moves for other reasons too (hiding a comment), so GraphQL has the last word (docs/facts/github.md,
 * "Comments"). An edit within the first second does not show here; it cannot change the command, which was read from
 * the payload.
 */
const isEditedLater = async (source, comment) => comment.updatedAt === comment.createdAt
    ? known(false)
    : ask(source.altered(comment).then(({ edited }) => edited));

;// CONCATENATED MODULE: ./build/js/modes/duplicate.js
/** `/duplicate <sha>`: copies an outsider's commit to a branch, and answers. */








/**
 * `/duplicate <sha>`: copies an outsider's commit to a branch of the repository and opens a draft pull request, so
 * that a member can test and merge it.
 */
async function duplicate(ports) {
    const { settings, github, run, log } = ports;
    const { event } = run;
    if (event.kind !== 'comment')
        return { decision: 'denied', reason: 'unsupported-event' };
    const rules = { ...settings, gate: { ...settings.gate, approvals: 'none' } };
    const evidence = await gather(ports, run, rules);
    const decision = decideDuplicate(evidence);
    log.info(`gate: ${decision.decision} (${decision.reason})`);
    await answer(ports, decision, evidence);
    if (decision.decision !== 'allowed')
        return recorded(ports, decision, { evidence, decision });
    const request = {
        original: event.number,
        commit: decision.commit,
        requester: event.sender.login,
        approvable: settings.gate.approvals === 'comment',
    };
    const duplicated = await duplicateCommit(github, request);
    const reason = duplicated.done ? 'duplicated' : duplicated.reason;
    await say(ports, event.number, textFor(duplicated, request));
    const result = {
        decision: reasonOf(reason).shows === 'error' ? 'undecided' : duplicated.done ? 'allowed' : 'denied',
        reason,
        commit: decision.commit,
        ...(!duplicated.done && duplicated.branch !== undefined && { unknownLabels: [duplicated.branch] }),
    };
    return recorded(ports, result, { evidence, decision });
}
function textFor(duplicated, request) {
    if (duplicated.done)
        return duplicatedAs(duplicated.pull, request);
    if (duplicated.reason === 'duplicate-by-hand')
        return byHand(request);
    const { sentence, remedy } = reasonOf(duplicated.reason);
    const named = duplicated.branch === undefined ? '' : `: \`${shown(duplicated.branch)}\``;
    return `Not duplicated: ${sentence}${named}. ${remedy}`;
}

;// CONCATENATED MODULE: ./build/js/modes/go-on.js
/** What a run does that is out of date: it gives way where another run speaks, and else goes on with what is asked now. */




/** Labels that a job's own token sets start no run: somebody may set them again and again. */
const mostTimes = 10;
/** How long (ms) the run of a label may take until it speaks: it waits for a machine, and for the labels to be quiet. */
const patienceMs = 60_000;
/**
 * Crosses until what came of it is told, or another run tells it. Labels that are set by a job's own token, and a label
 * that is renamed, cause no run: then nobody else speaks for what they choose. Of a closed pull request nothing is told
 * any more, and its status does not stay pending.
 */
async function untilTold(ports, cross) {
    const began = ports.clock.now();
    for (let times = 1;; times += 1) {
        const result = await cross();
        const { reason, commit } = result;
        if (commit === undefined || ports.interrupted.aborted)
            return result;
        // Who asks for more may have passed already, when this one asked for more yet.
        if (typeof result.asksMore === 'number')
            await releaseAll(ports, commit);
        if (reason !== 'superseded' && reason !== 'pull-request-closed')
            return result;
        const pull = await voiceFor(ports).giveWay(commit, began);
        if (pull === undefined)
            return result;
        const seesToMore = ports.run.event.kind === 'workflow-run';
        // By its head a run may see to several pull requests, of which another is closed.
        if (reason === 'pull-request-closed' && !(seesToMore && (await isHead(ports, pull, commit)))) {
            await releaseAll(ports, commit, { pull, how: 'closed' });
            return result;
        }
        if (times === mostTimes || !(await isHead(ports, pull, commit)))
            return result;
        await ports.clock.sleep(patienceMs, ports.interrupted);
        if ((await voiceFor(ports).giveWay(commit, began)) === undefined || ports.interrupted.aborted)
            return result;
        ports.log.info('other tests are asked for by now, and no other run speaks for them: once more');
    }
}
/** Whether the commit is still what the pull request wants tested, or by `workflow_run` one that has this head. */
async function isHead({ github, settings, run }, number, commit) {
    const { event } = run;
    const isReady = ({ draft }) => !draft || settings.gate.drafts;
    if (event.kind === 'workflow-run') {
        const [owner = ''] = event.head.repository?.split('/') ?? [];
        const found = await ask(github.pullsFrom(owner, event.head.branch));
        return found.known && byHead(found.value, event.head).open.some(isReady);
    }
    const pull = await ask(github.pull(number));
    return pull.known && pull.value.open && pull.value.head.sha === commit && isReady(pull.value);
}

;// CONCATENATED MODULE: ./build/js/modes/list-tests.js
/** `/test ?`: lists the tests, for anyone with write. */






/** Gives whether they were listed. Nothing is asked of GitLab: the inputs name them. */
async function listTests(ports) {
    const { settings, github, run } = ports;
    const { event } = run;
    if (event.kind !== 'comment')
        return recorded(ports, { decision: 'denied', reason: 'unsupported-event' });
    const role = await ask(github.role(event.sender.login));
    const result = (() => {
        if (!role.known)
            return { decision: 'undecided', reason: role.reason };
        if (!canWrite(role.value))
            return { decision: 'denied', reason: 'command-not-allowed' };
        return { decision: 'allowed', reason: 'tests-listed' };
    })();
    await react(ports, event.commentId, reactionTo(result.decision, result.reason));
    if (result.decision === 'allowed')
        await say(ports, event.number, listOf(testsToName(settings)));
    return recorded(ports, result);
}

;// CONCATENATED MODULE: ./build/js/request/recheck.js
/** The last look before something is started or told: is this still what the pull request is about? */


/** Reads the pull request once more and asks whether it `holds`. */
async function recheck(github, number, holds) {
    const pull = await ask(github.pull(number));
    if (!pull.known)
        return pull.reason;
    // No newer run takes over from one of a closed pull request.
    if (!pull.value.open)
        return 'pull-request-closed';
    return holds(pull.value) ? undefined : 'superseded';
}
/**
 * Whether a live pull request still asks for a subject. What files have chosen is not read again: for the same head
 * and the same base branch they change only as that branch moves on, and then no other run speaks. Pure.
 */
const stillAsks = ({ commit, tests, onRequest, against }, rules, drafts) => ({ head, open, draft, labels, baseBranch }) => {
    if (!open || head.sha !== commit || (draft && !drafts))
        return false;
    if (onRequest)
        return true;
    if (isLeftToFiles(labels, rules))
        return against === baseBranch;
    return isSame(tests_select(labels, rules), { tests });
};

;// CONCATENATED MODULE: ./build/js/modes/selection.js




/** Takes them for changes that need all tests, and says so. */
function allIfUnread({ settings, log }, selection) {
    if (!selection.known) {
        const { sentence, remedy } = reasonOf(selection.reason);
        log.warning(`the changed files could not be read, so all tests are needed (${selection.reason}): ${sentence}. ${remedy}`);
    }
    return orAll(selection, settings.selection);
}
/**
 * Where files may choose, those of the event's head against its base are read beside the gate's own questions: it is one
 * request. Others than the live pull request's are not used.
 */
function readFilesEarly({ run, settings, github }) {
    const { event } = run;
    const { selection, requireAll } = settings;
    if (event.kind !== 'pull-request' || selection.paths === undefined || !startsTests(event, selection))
        return github;
    const { base, head, labels } = event;
    if (base === undefined || !(requireAll || isLeftToFiles(labels, selection)))
        return github;
    const early = github.filesOf(base, head.sha);
    // Where nobody comes to ask, its failure is nobody's.
    early.catch(() => { });
    return {
        filesOf: (branch, commit) => branch === base && commit === head.sha ? early : github.filesOf(branch, commit),
    };
}

;// CONCATENATED MODULE: ./build/js/modes/require-all.js
/**
 * Mode `require-all`: passes only when every test is selected, or every one that the files need where `paths` is set. It
 * reads labels and names of files alone, so it needs neither membership nor a secret; its status is a check of its own
 * beside that of `run`.
 */











/** Judges once more where labels have changed meanwhile: those that a job's own token sets cause no run. */
const require_all_mostTimes = 3;
/** Gives the result whose status stands. */
const requireAll = (ports) => untilItHolds(() => judgeOnce(ports));
async function untilItHolds(judge) {
    for (let times = 1;; times += 1) {
        const result = await judge();
        if (result.reason !== 'superseded' || times === require_all_mostTimes)
            return result;
    }
}
async function judgeOnce(ports) {
    const { event } = ports.run;
    if (event.kind === 'ref' && event.on === 'queue') {
        // The merge queue runs all tests whatever the labels say.
        return require_all_say(ports, undefined, {
            decision: 'allowed',
            reason: 'all-tests-selected',
            commit: event.commit,
            allSelected: true,
        });
    }
    const number = event.kind === 'pull-request' ? event.number : ports.settings.pullRequest;
    if (number === undefined || (event.kind !== 'pull-request' && event.kind !== 'dispatch'))
        return recorded(ports, { decision: 'denied', reason: 'unsupported-event' });
    if (event.kind === 'pull-request' && !startsTests(event, ports.settings.selection))
        return recorded(ports, { decision: 'not-run', reason: whyIdle(event) });
    const pull = await ask(ports.github.pull(number), { 'not-found': 'pull-request-not-found' });
    const commit = event.kind === 'pull-request' ? event.head.sha : undefined;
    if (!pull.known)
        return require_all_say(ports, number, { decision: 'undecided', reason: pull.reason, ...(commit && { commit }) });
    const judged = await judge(ports, pull.value);
    const { result } = judged;
    if (result.reason === 'pull-request-closed')
        return recorded(ports, result);
    return require_all_say(ports, number, result, recheckOf(ports, judged));
}
/** All open pull requests with the head of the run share one status. */
const requireAllByHead = (ports, event) => untilItHolds(() => judgeByHead(ports, event));
/**
 * The first that lacks tests speaks, else the lowest number. Where some have been let through, only these are heard: what
 * the others lack is nobody's failure but their own.
 */
async function judgeByHead(ports, event) {
    const pulls = await findPulls(ports, event);
    if (!pulls.found)
        return pulls.result;
    const [seen, ...judged] = await Promise.all([
        voiceFor(ports).look(event.head.sha),
        ...pulls.open.map((pull) => judge(ports, pull)),
    ]);
    const claimants = new Set(seen.known ? seen.value.claimants.map(({ pull }) => pull) : []);
    const heard = judged.filter(({ pull }) => claimants.size === 0 || claimants.has(pull.number));
    const speaker = heard.find(({ result }) => reasonOf(result.reason).exit !== 0) ?? heard[0] ?? judged[0];
    // The run of a close: nobody asks for anything, so the job is not red.
    if (!speaker)
        return recorded(ports, { decision: 'not-run', reason: 'no-pull-request' });
    const holds = async () => {
        const changes = judged.map((one) => recheckOf(ports, one)());
        return (await Promise.all(changes)).find((changed) => changed !== undefined);
    };
    return require_all_say(ports, speaker.pull.number, speaker.result, holds);
}
async function judge(ports, pull) {
    const { github, settings } = ports;
    const rules = settings.selection;
    const counts = pull.open && (!pull.draft || settings.gate.drafts);
    const needed = counts ? allIfUnread(ports, await neededBy(github, pull, rules)) : selectAll(rules);
    return { pull, needed, result: judgePull(ports, pull, needed) };
}
/** Pure: the same pull request gives the same result. */
function judgePull({ settings }, { open, draft, head, labels }, needed) {
    if (!open)
        return { decision: 'denied', reason: 'pull-request-closed' };
    const { sha: commit } = head;
    if (draft && !settings.gate.drafts)
        return { decision: 'not-run', reason: 'draft', commit };
    const byFiles = isLeftToFiles(labels, settings.selection);
    const selection = byFiles ? needed : tests_select(labels, settings.selection);
    if (!selection.selected) {
        const { reason, labels: unknownLabels, known: knownLabels } = selection;
        return { decision: 'denied', reason, commit, unknownLabels, knownLabels };
    }
    const { tests, all } = selection;
    const result = { commit, tests, allSelected: all };
    if (!covers(selection, needed))
        return { ...result, decision: 'denied', reason: 'tests-missing' };
    if (all)
        return { ...result, decision: 'allowed', reason: 'all-tests-selected' };
    const reason = needsNone(selection) ? 'no-test-needed' : 'needed-tests-selected';
    return { ...result, decision: 'allowed', reason, sufficient: true };
}
/**
 * Judges the live pull request once more, by the files that were read: they are those of its head against its base
 * branch. Another result than before is for the run of that event to tell.
 */
const recheckOf = (ports, { pull, needed, result }) => () => recheck(ports.github, pull.number, (live) => {
    const now = judgePull(ports, live, needed);
    const same = now.reason === result.reason && now.commit === result.commit;
    return same && live.baseBranch === pull.baseBranch;
});
/**
 * Whoever has not been let through by mode `run` speaks only where nothing stands, so that nobody's pull request turns
 * another's check green. A success of fewer tests beside this one is taken back before it turns green and after.
 */
async function require_all_say(ports, pull, result, holds) {
    const voice = voiceFor(ports, holds, { ...speakerOf(ports), pull });
    const record = recorded(ports, result);
    const { commit } = result;
    if (commit === undefined || pull === undefined)
        return voice.last(record);
    const isGreen = reasonOf(result.reason).shows === 'success';
    if (isGreen)
        await withdrawAll(ports, commit);
    const seen = voice.look(commit);
    const standing = await seen;
    if (!standing.known)
        return { ...record, decision: 'undecided', reason: standing.reason };
    const isClaimant = standing.value.claimants.some((one) => one.pull === pull);
    const told = isClaimant ? await voice.last(record) : await voice.refuse(record, seen);
    if (isGreen)
        await withdrawAll(ports, commit);
    return told;
}

;// CONCATENATED MODULE: ./build/js/pipeline/name.js
/** Keeps the key as a pipeline's name, by which other runs find it. */



/** The pause (ms) after a call that GitLab did not answer. */
const againMs = 15_000;
/**
 * Gives a pipeline its name. Tries until that is done, refused for good, or `over`; gives whether it is done.
 */
async function giveName({ gitlab, clock, log }, id, key, over) {
    const noes = countNoes();
    let refused = false;
    while (!over.aborted) {
        const answer = await gitlab.rename(id, key).catch(failure/* failureItself */.gA);
        if (!(answer instanceof failure/* ServiceFailure */.A))
            return true;
        // A replica that lags does not find the pipeline yet.
        refused = isRefusal(answer) && answer.kind !== 'not-found';
        if (refused && noes.lasts(answer, clock.now()))
            break;
        await clock.sleep(Math.max(againMs, answer.retryAfterMs ?? 0), over);
    }
    if (refused)
        log.warning(unnamed);
    return false;
}
const unnamed = 'the pipeline could not be given its name: set `workflow: name: $DRAWBRIDGE_KEY` in GitLab, or give the token `api`';
/**
 * For each look at a pipeline: gives it its name back where it bears another one, and then has `onNamed` called, since
 * a run that looked for it meanwhile has not found it. After a refusal it is left at that.
 */
function nameKeeper(ports, key, over, onNamed) {
    let idle = true;
    return ({ id, name }) => {
        if (!idle || name === key)
            return;
        idle = false;
        void giveName(ports, id, key, over).then(async (given) => {
            idle = given;
            if (given)
                await onNamed();
        });
    };
}

;// CONCATENATED MODULE: ./build/js/pipeline/pace.js
/** How far around the usual duration pipelines end, when there are few to learn from. */
const spread = 0.15;
/** How far beyond the shortest and the longest known duration the next may lie. */
const margin = 0.03;
/**
 * Durations without those that are far from the usual: one whose failed jobs ran again a day later seems to have taken
 * the day. Pure.
 */
function usual(durations) {
    const median = durations.toSorted((a, b) => a - b)[Math.floor(durations.length / 2)] ?? 0;
    return durations.filter((ms) => ms >= median / 3 && ms <= median * 3);
}
/** The expectation from durations (ms) of earlier successes; undefined without any. */
function expectationFrom(durations) {
    const sorted = durations.filter((ms) => ms > 0).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    const [shortest = 0] = sorted;
    const longest = sorted.at(-1) ?? 0;
    if (median === undefined)
        return undefined;
    return {
        low: Math.min(shortest * (1 - margin), median * (1 - spread)),
        high: Math.max(longest * (1 + margin), median * (1 + spread)),
    };
}
/**
 * How long to wait before the next look: never past the deadline, and longer while our budget of requests runs low,
 * because others spend from the same one.
 */
function nextLook(facts) {
    const wanted = facts.expected ? expectedPace(facts.elapsed, facts.expected) : unknownPace(facts.elapsed);
    return Math.max(0, Math.min(wanted * thrift(facts.budget), facts.remaining));
}
/**
 * Without history: about a fifteenth of the age, so that short pipelines are noticed at once, and at most every 20 s, so
 * that long ones are noticed within 10 s in the mean.
 */
const unknownPace = (elapsed) => Math.min(19_800, Math.max(2_900, elapsed / 15.5));
/**
 * With history. Looks at a density ρ cost ∫S·ρ requests and ∫f/(2ρ) delay (S: still running, f: ending now), and the
 * product is least for ρ ∝ √(f/S) (Cauchy–Schwarz). Endings spread evenly up to `high` have f/S = 1/(high − t), so
 * the pause is proportional to √(high − t). Before `low` few looks are enough: only an early failure ends it there.
 */
function expectedPace(elapsed, { low, high }) {
    if (elapsed < low)
        return Math.min(Math.max(2_000, Math.min(elapsed, Math.max(5_000, low / 17))), Math.max(1_000, low - elapsed));
    if (elapsed >= high)
        return Math.min(19_800, Math.max(2_000, (elapsed - high) / 8));
    const window = high - low;
    // The mean delay of this pace is √window/(3c): c follows from the delay that is wanted.
    const c = Math.sqrt(window) / (3 * meanDelay((low + high) / 2));
    return Math.max(1_000, Math.sqrt(high - elapsed) / c);
}
/** The mean delay to aim at, ms: 1.3 s for a pipeline of one minute, 4.2 s for one of two hours. */
const meanDelay = (duration) => Math.min(4_200, Math.max(1_200, 1_300 * (duration / 60_000) ** 0.245));
/** Above this share of the budget nothing changes; below it pauses grow as the rest shrinks, up to eightfold. */
const comfortable = 0.5;
function thrift(budget) {
    if (!budget || budget.limit <= 0)
        return 1;
    const share = Math.max(0, budget.remaining) / budget.limit;
    return share >= comfortable ? 1 : Math.min(8, comfortable / Math.max(share, 0.01));
}

;// CONCATENATED MODULE: ./build/js/pipeline/choose.js

/** Whether a pipeline runs on the commit that its request would run on now: the private tests may have changed. Pure. */
const isFresh = ({ ref, sha }, aim) => ref === aim.ref && sha === aim.head;
/**
 * Chooses among the pipelines of one key that are ours; only fresh ones count. A live one is joined whichever run
 * started it; the eldest, so that two runs that race end on the same. A verdict that stands is told again; what failed
 * runs again only when somebody asked.
 */
function choose(existing, aim, wish) {
    if (wish.again && wish.onRerun === 'new')
        return { take: 'new', because: 'a new pipeline was asked for' };
    const current = existing.filter((pipeline) => isFresh(pipeline, aim) && !pipeline.invalidConfiguration);
    const elder = eldestAlive(current);
    if (elder)
        return { take: 'attach', pipeline: elder };
    if (current.some(({ status }) => status === 'canceling'))
        return { take: 'new', because: 'the last pipeline of this request is being cancelled' };
    const newest = newestEnded(current);
    if (!newest)
        return { take: 'new', because: 'the GitLab branch has moved since the last pipeline of this request' };
    if (newest.status === 'skipped')
        return { take: 'new', because: 'the last pipeline of this request was skipped' };
    if (newest.status === 'success')
        return { take: 'verdict', pipeline: newest };
    if (wish.again || newest.status === 'canceled')
        return { take: 'retry', pipeline: newest };
    return { take: 'verdict', pipeline: newest };
}
/** The live pipeline with the smallest id. GitLab gives ids in order of creation. */
const eldestAlive = (pipelines) => pipelines.filter(({ status }) => (0,pipeline_status/* isLive */.DG)(status)).sort((a, b) => a.id - b.id)[0];
/** The ended pipeline of a request that counts: the newest that was not cancelled as a duplicate. Pure. */
const newestEnded = (pipelines) => pipelines
    .filter((pipeline) => (0,pipeline_status/* isEnded */.pl)(pipeline.status) && !isDuplicate(pipeline, pipelines))
    .sort((a, b) => b.id - a.id)[0];
/**
 * Whether a pipeline lost a race: it was cancelled, and an elder one was still going on when it was made. Its own jobs
 * never ran, so neither its end nor a retry of it says anything (docs/architecture.md, "Rivals").
 */
const isDuplicate = (pipeline, all) => pipeline.status === 'canceled' &&
    all.some(({ id, status, updatedAt = 0 }) => id < pipeline.id && status !== 'skipped' && updatedAt >= pipeline.createdAt);

;// CONCATENATED MODULE: ./build/js/pipeline/rivals.js



/**
 * Two runs may start the same request at the same moment. The eldest pipeline stays, whoever looks: each run sees the
 * same ids, so both come to the same answer without a lock (docs/architecture.md, "Rivals"). Where the GitLab branch
 * moved between two starts, only those on the ref and the commit of the newest count. One that is over stands in
 * nobody's way: where ours was cancelled for a newer wish, the newer pipeline is not our rival. Pure.
 */
function rivalsOf(found, mine) {
    // A replica that lags may not show ours yet; it lives all the same.
    const all = found.some(({ id }) => id === mine.id) ? found : [...found, mine];
    const alive = all.filter(({ status }) => (0,pipeline_status/* isLive */.DG)(status)).sort((a, b) => b.id - a.id);
    const [newest] = alive;
    const stays = eldestAlive(alive.filter(({ sha, ref }) => sha === newest?.sha && ref === newest.ref));
    return {
        elder: stays?.id === mine.id || !alive.some(({ id }) => id === mine.id) ? undefined : stays,
        others: alive.filter(({ id }) => id !== mine.id && id !== stays?.id),
    };
}
/**
 * Where a run whose pipeline was cancelled should look now: the eldest live one, else a verdict of an elder one that
 * stands. Undefined: nobody cancelled it in favour of another. Pure.
 */
function successorOf(found, mine) {
    const others = found.filter(({ id, sha }) => id < mine.id && sha === mine.sha).sort((a, b) => a.id - b.id);
    return eldestAlive(others) ?? others.find(isVerdict);
}
/**
 * The pipeline by which another run replaced a cancelled one of the same request: somebody asked for a new one, or
 * the GitLab branch has moved. Pure.
 */
function replacementOf(found, mine) {
    const later = found.filter(({ id }) => id > mine.id).sort((a, b) => b.id - a.id);
    return eldestAlive(later) ?? later.find(isVerdict);
}
const isVerdict = ({ status }) => status === 'success' || status === 'failed';
/** Looks at the pipelines of the same request, and cancels all but the own one and the one that stays. */
async function yieldToElder(pipelines, find, mine) {
    try {
        const found = await find();
        const { elder, others } = rivalsOf(found, mine);
        const answers = await Promise.allSettled(others.map(({ id }) => pipelines.cancel(id)));
        for (const answer of answers) {
            if (answer.status === 'rejected' && !(answer.reason instanceof failure/* ServiceFailure */.A))
                throw answer.reason;
        }
        const taken = answers.every(({ status }) => status === 'fulfilled');
        const own = found.find(({ id }) => id === mine.id);
        const successor = own?.status === 'canceled' ? successorOf(found, mine) : undefined;
        return { shown: taken && own !== undefined, elder, successor };
    }
    catch (error) {
        // What could not be seen or cancelled now is seen by the next look, or by the other run.
        if (!(error instanceof failure/* ServiceFailure */.A))
            throw error;
        return { shown: false, elder: undefined, successor: undefined };
    }
}

;// CONCATENATED MODULE: ./build/js/pipeline/replace.js
/** What goes on beside a watch: rivals of the same request make way, and so does what the own pipeline makes obsolete. */










/**
 * When rivals are looked for (ms after the start): one that did not get its name at once is found late. A run that goes
 * away has its one look: what shows the own pipeline by its name shows every rival that was named before.
 */
const looksForRivals = { staying: [0, 15_000], leaving: [0] };
/** How many looks there are at most, and the pause (ms) after the nth that told nothing. */
const mostLooks = { staying: 8, leaving: 4 };
const pauseAfterLook = (nth) => Math.min(replace_againMs, 2_000 * 2 ** nth);
/** The pause (ms) after a call about others that GitLab did not answer. */
const replace_againMs = 20_000;
/**
 * Cancels the pipelines that this run's own replaces: those for older heads and selections of the pull request, and
 * younger rivals of the same request. Where a rival is elder, its own is cancelled, and the watch changes over. What
 * GitLab does not answer is asked again until `over`. Gives the elder one when its own was cancelled for it.
 */
async function replaceOthers(life, started, mine, over) {
    const [elder] = await Promise.all([
        yieldToRivals(life, started, mine, 'staying', over),
        supersede(life, started, mine, over),
    ]);
    return elder;
}
/**
 * The same for a run that goes away at once. Gives the pipeline that stays, its own or an elder rival, and whether
 * nobody wants it any more.
 */
async function replaceOthersNow(life, started) {
    const mine = started.pipeline;
    const over = new AbortController();
    const [elder, superseded] = await Promise.all([
        yieldToRivals(life, started, mine, 'leaving', life.interrupted).finally(() => over.abort()),
        supersede(life, started, mine, over.signal),
        nameUnlessNamed(life, mine, over.signal),
    ]);
    return { pipeline: elder ?? mine, superseded };
}
/** Names the own pipeline where that was not possible right after its start, and the project does not do it either. */
async function nameUnlessNamed(life, { id, name }, over) {
    const { gitlab, mayLook, request } = life;
    if (!mayLook || name === request.key)
        return;
    const shown = await gitlab.get(id).catch((0,failure/* serviceFailureAs */.i5)(undefined));
    if (shown?.name !== request.key)
        await giveName(life, id, request.key, over);
}
/** Looks for rivals of the same request. Gives the elder one when its own pipeline was cancelled for it, by whichever run. */
async function yieldToRivals(life, { how: begun, siblings }, mine, how, over) {
    const { gitlab, clock, log, interrupted } = life;
    // Who joins a pipeline has made no rival to it.
    if (!life.mayLook || begun === 'attached' || begun === 'verdict')
        return undefined;
    const { unsettled } = siblings;
    const find = async () => (await siblings.all()).pipelines;
    const start = clock.now();
    const times = [...looksForRivals[how], ...(unsettled ? [unsettled.until - start] : [])];
    let shown = 0;
    let pause = 0;
    for (let looks = 0; looks < mostLooks[how]; looks++) {
        if (pause > 0)
            await clock.sleep(pause, over);
        if (over.aborted || interrupted.aborted)
            return undefined;
        const met = await yieldToElder(gitlab, find, mine);
        if (met.successor)
            return met.successor;
        const end = met.elder && (await makeWay(life, mine.id, met.elder));
        if (end?.stopped === 'ended')
            return met.elder;
        if (end?.stopped === 'refused') {
            log.warning(`pipeline #${mine.id} is a duplicate that could not be cancelled (${end.reason}); stop it in GitLab`);
            return undefined;
        }
        const told = met.shown && !met.elder;
        if (told)
            shown += 1;
        const next = times[shown];
        if (next === undefined)
            return undefined;
        pause = told ? start + next - clock.now() : pauseAfterLook(looks);
    }
    return undefined;
}
/**
 * Once more, when the own pipeline bears its name again: a run that did not find it may have started another. An own
 * one that makes way here ends, and its watch looks for the elder.
 */
async function meetRivals(life, { siblings }, mine) {
    const find = async () => (await siblings.all()).pipelines;
    const { elder } = await yieldToElder(life.gitlab, find, mine);
    if (elder)
        await makeWay(life, mine.id, elder);
}
/**
 * After a start that was not confirmed the pipeline that was found may be that of a rival, and have ended before the
 * own one comes: waits until none can come any more, and cancels what lives besides.
 */
async function cancelLateOnes({ gitlab, clock, log, memory, interrupted }, siblings, watched) {
    const { unsettled } = siblings;
    if (!unsettled)
        return;
    await clock.sleep(Math.max(0, unsettled.until - clock.now()), interrupted);
    // What is not seen here is looked for once more by `post`.
    if (interrupted.aborted)
        return;
    const found = await siblings.all().catch((0,failure/* serviceFailureAs */.i5)(undefined));
    if (!found)
        return;
    const late = found.pipelines
        .filter(({ id, status }) => id !== watched && (0,pipeline_status/* isLive */.DG)(status))
        .map(({ id }) => id);
    const ends = await stopAll(gitlab, late, clock, patientStop);
    for (const end of ends)
        log.info(`pipeline #${end.id}, a duplicate: ${whyNot(end)}`);
    if (!found.doubtful && ends.every(({ stopped }) => stopped === 'ended'))
        memory.save('unclear', 'no');
}
/** Cancels the own pipeline, once everybody can find the elder one by its name. */
async function makeWay({ gitlab, clock, request }, id, elder) {
    const { key } = request;
    const named = elder.name === key || (await gitlab.rename(elder.id, key).then(() => true, (0,failure/* serviceFailureAs */.i5)(false)));
    return named ? stop(gitlab, id, clock, patientStop) : { stopped: 'unconfirmed' };
}
/**
 * Older heads and older selections of the same pull request, never those of others. Where it is this run that is out
 * of date, because head, labels or state changed while GitLab made the pipeline, its own goes. Gives whether it did.
 */
async function supersede(life, { how }, mine, over) {
    const { gitlab, log, clock, interrupted, subject } = life;
    const { origin } = subject;
    if (!life.supersedes || !life.mayLook || typeof origin !== 'number' || interrupted.aborted)
        return false;
    const family = { repository: subject.repository, pull: origin, mark: life.mark };
    const noes = countNoes();
    let found = await findObsolete(life, family, mine, noes);
    while (found.was === 'unanswered' && !over.aborted) {
        await clock.sleep(replace_againMs, over);
        found = await findObsolete(life, family, mine, noes);
    }
    switch (found.was) {
        case 'unanswered':
        case 'refused':
            log.warning('it could not be found out which older pipelines are running; look in GitLab');
            return false;
        case 'own':
            if (how !== 'verdict')
                await stopOwn(life, mine.id, over);
            return true;
        case 'others': {
            const others = found.ids.filter((id) => id !== mine.id);
            for (const end of await stopAll(gitlab, others, clock, patientStop)) {
                if (end.stopped === 'ended')
                    log.info(`pipeline #${end.id}: cancelled, this run replaces it`);
                else
                    log.warning(`pipeline #${end.id} is obsolete but could not be cancelled (${whyNot(end)}); stop it in GitLab`);
            }
            return false;
        }
    }
}
/** Cancels the own pipeline, which nobody wants any more, until that is confirmed or `over`. */
async function stopOwn(life, id, over) {
    life.log.info(`pipeline #${id}: cancelling, the pull request has changed since it was asked for`);
    for (;;) {
        const [end] = await stopAndSay(life, [id]);
        const isOpen = end?.stopped === 'unconfirmed';
        life.memory.save('uncancelled', String(isOpen));
        if (!isOpen)
            return;
        if (over.aborted)
            return;
        await life.clock.sleep(replace_againMs, over);
    }
}
async function findObsolete(life, family, mine, noes) {
    const { gitlab, clock, limits, subject, request } = life;
    const except = { key: request.key, pipeline: mine };
    const isMeant = isObsolete({ family, except, sparing: undefined });
    const since = clock.now() - limits.timeoutMs - marginMs;
    const found = await gitlab.recent(since, isMeant).catch(failure/* failureItself */.gA);
    if (found instanceof failure/* ServiceFailure */.A) {
        const refused = isRefusal(found) && noes.lasts(found, clock.now());
        return { was: refused ? 'refused' : 'unanswered' };
    }
    // Asked after the list: nothing in it can be for a newer wish than what GitHub shows now.
    const changed = await life.recheck();
    if (changed !== undefined)
        return { was: reasonOf(changed).shows === 'untouched' ? 'own' : 'unanswered' };
    const idsOf = (pipelines) => pipelines.map(({ id }) => id);
    const ofOtherHeads = idsOf(found.filter(isObsolete({ family, except, sparing: subject.commit })));
    if (subject.onRequest)
        return { was: 'others', ids: ofOtherHeads };
    const all = idsOf(found);
    // Those of this commit are of older labels, or of a run on request: which, no key tells.
    const spare = all.length > ofOtherHeads.length && (await life.isAwaited());
    return { was: 'others', ids: spare ? ofOtherHeads : all };
}

;// CONCATENATED MODULE: ./build/js/pipeline/patience.js

/**
 * What passes is borne for as long as the error budget allows, a no until it has lasted. Before a pipeline was shown
 * once, its absence is borne like an outage: it may just have been made.
 */
function patienceOf(errorBudgetMs) {
    const noes = countNoes();
    /** When the first of the looks was made that have failed since the last answer. */
    let failing;
    let absent = false;
    let shown = false;
    return {
        endsWith: (failure, asked, now) => {
            failing ??= asked;
            absent ||= isAbsent(failure);
            const isOver = now - failing > errorBudgetMs;
            if (isOver && absent && !shown)
                return 'pipeline-gone';
            const lasts = noes.lasts(failure, asked);
            if (isRefused(failure))
                return lasts || isOver ? 'watch-refused' : undefined;
            if (failure.kind === 'moved')
                return (lasts && !patience_passes(failure)) || isOver ? 'gitlab-moved' : undefined;
            if (isAbsent(failure) && lasts && shown)
                return 'pipeline-gone';
            return isOver ? 'error-budget' : undefined;
        },
        renew: () => {
            failing = undefined;
            absent = false;
            shown = true;
            noes.forget();
        },
    };
}
/** A redirect that calls itself temporary is a sign-in before GitLab, as a page is: a moved project answers 301. */
const patience_passes = ({ status }) => status === 302 || status === 303 || status === 307;

;// CONCATENATED MODULE: ./build/js/pipeline/watch.js





/** For so long (ms) after a retry an old end is not believed. */
const lagMs = 60_000;
/** After a look that failed the next one comes soon (ms): the error budget is short beside a long pause. */
const soon = 15_000;
/**
 * Looks at a pipeline until it has ended, is blocked, time is up, or GitLab has been silent for longer than the
 * error budget. That it is gone, moved, or refused to the token counts once it has been said for a while. It cancels
 * nothing: what follows from an outcome is the caller's to do.
 */
async function watch(pipelines, id, limits, { clock, interrupted, first, onLook, expected, age, unchangedSince = 0 }) {
    const start = clock.now();
    const aborted = whenAborted(interrupted).then(() => 'interrupted');
    const isOld = ({ status, updatedAt = Number.POSITIVE_INFINITY }) => (0,pipeline_status/* isEnded */.pl)(status) && updatedAt <= unchangedSince && clock.now() < start + lagMs;
    const patience = patienceOf(limits.errorBudgetMs);
    let seen;
    let had = first;
    for (;;) {
        if (interrupted.aborted)
            return { how: 'interrupted' };
        const asked = clock.now();
        const look = had ?? (await lookOnce(pipelines, id, aborted));
        had = undefined;
        if (look === 'interrupted')
            return { how: 'interrupted' };
        let pause = { least: 0, most: Number.POSITIVE_INFINITY };
        if (look instanceof failure/* ServiceFailure */.A) {
            const reason = patience.endsWith(look, asked, clock.now());
            if (reason !== undefined)
                return { how: 'lost', reason };
            pause = { least: look.retryAfterMs ?? 0, most: soon };
        }
        else {
            patience.renew();
            if (isOld(look))
                pause = { least: 0, most: soon };
            else {
                onLook(look, look.status !== seen);
                seen = look.status;
                if (hasEnded(look))
                    return { how: 'ended', pipeline: look };
                if ((0,pipeline_status/* meaningOf */.Pr)(look.status) === 'blocked' && limits.onBlocked === 'fail')
                    return { how: 'blocked', pipeline: look };
            }
        }
        const remaining = start + limits.timeoutMs - clock.now();
        if (remaining <= 0)
            return { how: 'timed-out' };
        const wait = nextLook({
            elapsed: age + clock.now() - start,
            expected: expected(),
            remaining,
            budget: look instanceof failure/* ServiceFailure */.A ? undefined : look.budget,
        });
        await clock.sleep(Math.min(Math.max(Math.min(wait, pause.most), pause.least), remaining), interrupted);
    }
}
const hasEnded = (pipeline) => (0,pipeline_status/* isEnded */.pl)(pipeline.status);
/** One look; a cancelled job does not wait for GitLab's answer. */
function lookOnce(pipelines, id, aborted) {
    const answer = pipelines.get(id).catch((error) => {
        if (error instanceof failure/* ServiceFailure */.A)
            return error;
        throw error;
    });
    return Promise.race([answer, aborted]);
}

;// CONCATENATED MODULE: ./build/js/pipeline/follow.js
/** Watches one pipeline to its end, and leaves none running that nobody waits for. */








/**
 * When it is looked (ms after each other) for what has become of a cancelled one: a run that replaces it starts the other
 * a moment later, and one that is cancelled says so within some seconds, or its `post` does (docs/facts/runner.md,
 * "Cancel").
 */
const looksAfterCancel = [0, 5_000, 10_000, 15_000];
/**
 * Watches the pipeline to an outcome, and leaves none running that nobody waits for: rivals of the same request and
 * pipelines that this one makes obsolete are cancelled on the way, its own when time is up or the job is cancelled.
 */
async function follow(life, started) {
    const { clock, log, memory, limits, interrupted } = life;
    const { timeoutMs } = limits;
    let timeoutAt = clock.now() + timeoutMs;
    let mine = started.pipeline;
    for (;;) {
        const watched = new AbortController();
        const replaced = replaceOthers(life, started, mine, watched.signal);
        // Awaited below; a fault of ours in it must not end the process before the pipeline is seen to.
        replaced.catch(() => { });
        const outcome = await watchOne(life, started, mine, timeoutAt, watched.signal).finally(() => watched.abort());
        // A runner that cancels the job leaves no time to wait for what is under way besides.
        const rival = await Promise.race([replaced, whenAborted(interrupted)]);
        const after = rival ? { successor: rival } : await afterCancel(life, started, mine, outcome);
        const { successor, takenAlong = false } = after;
        if (!successor) {
            // What was only to be told has ended; if it lives again, somebody else has retried it.
            const isToldOnly = started.how === 'verdict' && mine === started.pipeline;
            if (!isToldOnly)
                await leaveNone(life, mine.id, outcome);
            const followed = { outcome, id: mine.id, takenAlong };
            await cancelLateOnes(life, started.siblings, mine.id);
            return followed;
        }
        const elder = successor.id < mine.id;
        log.info(`pipeline #${mine.id} was ${elder ? 'a duplicate of' : 'replaced by'} #${successor.id}; watching that one`);
        memory.save('pipeline', String(successor.id));
        if (!elder)
            timeoutAt = clock.now() + timeoutMs;
        mine = successor;
    }
}
async function watchOne(life, started, mine, timeoutAt, over) {
    const { gitlab, log, clock, interrupted, request } = life;
    const { id } = mine;
    const keepName = nameKeeper(life, request.key, over, () => meetRivals(life, started, mine));
    let warned = false;
    const onLook = (pipeline, isNew) => {
        keepName(pipeline);
        if (!isNew)
            return;
        log.info(`pipeline #${id}: ${pipeline.status}`);
        if (pipeline.status === 'unknown' && !warned)
            log.warning(unknownStatus);
        warned ||= pipeline.status === 'unknown';
    };
    let expectation;
    void readExpectation(life, started).then((read) => {
        expectation = read;
    });
    const limits = { ...life.limits, timeoutMs: timeoutAt - clock.now() };
    const own = mine === started.pipeline;
    const joined = !own || started.how === 'attached';
    return watch(gitlab, id, limits, {
        clock,
        interrupted,
        onLook,
        first: own && isAnswerToNaming(life, started) ? mine : undefined,
        expected: () => expectation,
        age: joined ? Math.max(0, clock.now() - mine.createdAt) : 0,
        unchangedSince: own ? started.unchangedSince : undefined,
    });
}
/** It is complete, and newer than what any replica shows. What was found after an unclear start is of a list. */
const isAnswerToNaming = ({ request }, { pipeline, how, siblings }) => how === 'started' && pipeline.name === request.key && siblings.unsettled === undefined;
const unknownStatus = 'GitLab reports a status that this version does not know; watching on';
/** From the last successful pipelines of the same tests. A retry runs only some jobs, so nothing is expected of it. */
async function readExpectation({ gitlab, request }, { how }) {
    if (how === 'retried' || how === 'verdict')
        return undefined;
    const ending = request.key.slice(request.key.lastIndexOf(':'));
    return expectationFrom(usual(await gitlab.durations(ending).catch((0,failure/* serviceFailureAs */.i5)([]))));
}
/** While another run for the same commit goes on, one more look may tell. */
async function afterCancel({ clock, interrupted, hearsOfCancel }, { siblings }, mine, outcome) {
    if (outcome.how !== 'ended' || outcome.pipeline.status !== 'canceled')
        return {};
    for (const pause of looksAfterCancel) {
        await clock.sleep(pause, interrupted);
        if (interrupted.aborted)
            return {};
        const found = await siblings.fresh().catch((0,failure/* serviceFailureAs */.i5)([]));
        const successor = successorOf(found, mine) ?? replacementOf(found, mine);
        if (successor)
            return { successor };
        const heard = await hearsOfCancel(mine.id);
        if (heard !== 'perhaps')
            return { takenAlong: heard === 'yes' };
    }
    return {};
}
/**
 * Cancels what would run on with nobody waiting for it. What cannot be confirmed now is left to `post`. A no of GitLab
 * tells nothing of how the pipeline ends: it goes on, and the next run takes it up.
 */
async function leaveNone(life, id, outcome) {
    const { log, memory } = life;
    if (outcome.how === 'ended' || outcome.how === 'blocked')
        return;
    if (outcome.how === 'lost' && outcome.reason === 'pipeline-gone')
        return;
    if (outcome.how === 'lost' && outcome.reason !== 'error-budget')
        return log.warning(`pipeline #${id} is left running: a later run of this job takes it up`);
    log.info(`pipeline #${id}: cancelling (${outcome.how})`);
    const [end] = await stopAndSay(life, [id], outcome.how === 'interrupted' ? quickStop : patientStop);
    if (end?.stopped === 'unconfirmed')
        memory.save('uncancelled', 'true');
}

;// CONCATENATED MODULE: ./build/js/facts/wildcard.js
/** Wildcards in names, as GitLab's own protected branches have them. */
/** Whether a name fits a pattern: `*` stands for any text, everything else for itself. Pure. */
function fits(pattern, name) {
    const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(name);
}

;// CONCATENATED MODULE: ./build/js/report/test-jobs.js
/** Which jobs in GitLab are a test's. */

/**
 * The names of a test's jobs as patterns: those that were given, else its id, and the id or label without the prefix. A
 * short name that is another test's id is that one's. Pure.
 */
function jobNamesOf(test, { selection, testJobs }) {
    const given = testJobs === 'none' ? undefined : testJobs.get(test);
    if (given)
        return given;
    const { prefix, tests = new Map(), defaultTests } = selection;
    const labels = [...tests].flatMap(([label, id]) => (id === test ? [label] : []));
    const short = [test, ...labels]
        .filter((name) => name.startsWith(prefix) && name !== prefix)
        .map((name) => name.slice(prefix.length));
    const others = [...tests.values(), ...defaultTests].filter((id) => id !== test);
    return [test, ...short.filter((name) => !others.includes(name))];
}
/**
 * Whether a job has one of these names, alone or with what GitLab puts behind the names of parallel jobs: `unit 2/5`,
 * `unit: [linux, 24]` (docs/facts/gitlab.md, "Jobs"). Pure.
 */
function isNamed(job, names) {
    const alone = job.replace(/ \d+\/\d+$|: \[.*\]$/, '');
    return names.some((name) => fits(name, job) || fits(name, alone));
}

;// CONCATENATED MODULE: ./build/js/report/ran.js


/** Where there is nothing to show. */
const nothingToShow = { ran: 'passed', warned: [] };
/**
 * The test ids of which it is to be shown that they ran: for all tests those that the input `tests` lists. None where
 * nothing is listed, or nothing is known of jobs. Pure.
 */
function testsToShow(tests, { selection, testJobs }) {
    if (testJobs === 'none')
        return [];
    const { allLabel } = selection;
    const listed = [...(selection.tests?.values() ?? [])];
    const ids = tests.flatMap((test) => (test === allLabel ? listed : [test]));
    return [...new Set(ids)].filter((id) => id !== allLabel);
}
/** What jobs say about these tests. A failure that counts comes before what is missing. Pure. */
function ranOf(jobs, tests, rules) {
    const ends = tests.map((test) => {
        const names = jobNamesOf(test, rules);
        return { test, end: endOf(jobs.filter(({ name }) => isNamed(name, names))) };
    });
    const thatEnded = (wanted) => ends.flatMap(({ test, end }) => (end === wanted ? [test] : []));
    if (thatEnded('failed').length > 0)
        return { ran: 'failed' };
    const missing = thatEnded('missing');
    return missing.length > 0 ? { ran: 'missing', missing } : { ran: 'passed', warned: thatEnded('warned') };
}
/** Whether a job of these tests is still on its way. Pure. */
const isUnderWay = (jobs, tests, rules) => tests
    .map((test) => jobNamesOf(test, rules))
    .some((names) => jobs.some((job) => isNamed(job.name, names) && (0,pipeline_status/* meaningOf */.Pr)(statusOfJob(job)) === 'alive'));
/**
 * How a job stands. Without `strategy` a bridge passes as soon as it has started a pipeline, so that one's status is the
 * bridge's (docs/facts/gitlab.md, "Jobs"); a pass that shows none tells nothing. Pure.
 */
function statusOfJob({ status, bridge, downstream }) {
    if (!bridge)
        return status;
    return downstream ?? (status === 'success' ? 'unknown' : status);
}
/** How a test ended whose jobs these are. */
function endOf(jobs) {
    const ends = jobs.map((job) => {
        const status = statusOfJob(job);
        if (status === 'success')
            return 'passed';
        if (status !== 'failed')
            return 'missing';
        return job.mayFail ? 'warned' : 'failed';
    });
    const order = ['failed', 'missing', 'warned', 'passed'];
    return order.find((end) => ends.includes(end)) ?? 'missing';
}

;// CONCATENATED MODULE: ./build/js/report/jobs.js



/** What `disclose` lets out about the jobs of a pipeline for these tests; nothing with `status`. Pure. */
function disclosed(jobs, tests, rules) {
    const { disclose, selection } = rules;
    if (disclose === 'status')
        return {};
    const counts = { jobs: countJobs(jobs) };
    if (disclose === 'counts')
        return counts;
    const known = [...new Set([...tests, ...(selection.tests?.values() ?? [])])];
    return { ...counts, testResults: resultsOf(jobs, known, rules) };
}
/** Jobs and bridges that have ended, of all that were not skipped by a rule. Pure. */
const countJobs = (jobs) => ({
    done: jobs.filter(({ status }) => (0,pipeline_status/* isEnded */.pl)(status)).length,
    all: jobs.length,
});
/** What is told of a test when its jobs ended differently: the lowest. One on its way is neither good nor bad. */
const rankOf = (status) => ({ failed: 0, canceled: 1, manual: 3, skipped: 4, success: 5 })[status] ?? 2;
/**
 * How each test ended, by test id. A job's name is private and never told: only the id, which the public side knows
 * already. Several jobs of a test: the worst. Pure.
 */
function resultsOf(jobs, tests, rules) {
    const results = [];
    for (const test of tests) {
        const names = jobNamesOf(test, rules);
        const statuses = jobs.filter(({ name }) => isNamed(name, names)).map(statusOfJob);
        const [worst] = statuses.sort((a, b) => rankOf(a) - rankOf(b));
        if (worst !== undefined)
            results.push([test, worst]);
    }
    return Object.fromEntries(results);
}

;// CONCATENATED MODULE: ./build/js/report/verdict.js
/**
 * Outcome → verdict. Only a pipeline that ended `success`, and in which the selected tests ran, is a success; `skipped`
 * and `canceled` never are. `ran` is what its jobs have shown; it says nothing where the pipeline did not pass. Pure.
 */
function verdict_judge(outcome, ran) {
    if (outcome.how !== 'ended')
        return judgeUnended(outcome);
    const { pipeline } = outcome;
    const shown = { pipelineStatus: pipeline.status, ...times(pipeline) };
    if (pipeline.status !== 'success')
        return { ...verdict_endings[endingOf(pipeline)], ...shown };
    if (!ran.known)
        return { ...(ran.reason === 'job-cancelled' ? cancelled : lost(ran.reason)), ...shown };
    const { value } = ran;
    if (value.ran === 'failed')
        return { ...verdict_endings.failed, ...shown };
    if (value.ran === 'missing')
        return { ...verdict_endings.missing, missingTests: value.missing, ...shown };
    const { warned } = value;
    if (warned.length > 0)
        return { ...verdict_endings.warnings, warnedTests: warned, ...shown };
    return { ...verdict_endings[pipeline.warnings ? 'warnings' : 'success'], ...shown };
}
/** The verdict where no end was seen: never a success. Pure. */
function judgeUnended(outcome) {
    switch (outcome.how) {
        case 'blocked':
            return { verdict: 'blocked', reason: 'pipeline-blocked', pipelineStatus: outcome.pipeline.status };
        case 'timed-out':
            return { verdict: 'timed-out', reason: 'deadline' };
        case 'interrupted':
            return cancelled;
        case 'lost':
            return lost(outcome.reason);
    }
}
const cancelled = { verdict: 'cancelled', reason: 'job-cancelled' };
const lost = (reason) => ({ verdict: 'lost', reason });
const verdict_endings = {
    success: { verdict: 'success', reason: 'pipeline-success' },
    warnings: { verdict: 'success', reason: 'pipeline-success-with-warnings' },
    failed: { verdict: 'failure', reason: 'pipeline-failed' },
    invalid: { verdict: 'failure', reason: 'gitlab-config-invalid' },
    canceled: { verdict: 'cancelled', reason: 'pipeline-canceled' },
    skipped: { verdict: 'failure', reason: 'pipeline-skipped' },
    missing: { verdict: 'failure', reason: 'test-not-run' },
};
function endingOf(pipeline) {
    return pipeline.status === 'failed' && pipeline.invalidConfiguration ? 'invalid' : pipeline.status;
}
function times({ createdAt, startedAt, finishedAt }) {
    const seconds = (from, to) => Math.max(0, Math.round((to - from) / 1000));
    return {
        // The client gives 0 where GitLab told no time of creation.
        ...(createdAt > 0 && startedAt !== undefined && { queuedSeconds: seconds(createdAt, startedAt) }),
        ...(startedAt !== undefined &&
            finishedAt !== undefined && { ranSeconds: seconds(startedAt, finishedAt) }),
    };
}

;// CONCATENATED MODULE: ./build/js/report/conclusion.js
/** What came of a pipeline, once it is over: the only way to a success. */








/** The pauses (ms) before GitLab is asked again where it gave no answer, and where a job was still on its way. */
const conclusion_pauses = [5_000, 15_000, 40_000];
const conclusion_longestWait = 60_000;
/**
 * Outcome → verdict, and what `disclose` lets out about jobs. A pipeline that passed is a success only if the selected
 * tests ran in it (docs/architecture.md, "Green means that the selected tests ran"). Jobs are read once, for both, and
 * only before a success or where something of them is told.
 */
async function verdictOn(ports, id, tests, outcome) {
    const { settings, interrupted } = ports;
    const toShow = hasPassed(outcome) ? testsToShow(tests, settings) : [];
    const tells = settings.disclose !== 'status' && !interrupted.aborted;
    const jobs = toShow.length > 0 || tells ? await readJobs(ports, id, toShow) : known([]);
    return {
        ...verdict_judge(outcome, ranIn(jobs, toShow, settings)),
        ...(jobs.known && tells && disclosed(jobs.value, tests, settings)),
        ...(hasPassed(outcome) && settings.testJobs === 'none' && { unchecked: true }),
    };
}
/** What the jobs of a pipeline that passed say about these tests. GitLab is asked where there is something to show. */
async function askRan(ports, id, tests, outcome) {
    const { settings } = ports;
    const toShow = hasPassed(outcome) ? testsToShow(tests, settings) : [];
    return ranIn(toShow.length > 0 ? await readJobs(ports, id, toShow) : known([]), toShow, settings);
}
const hasPassed = (outcome) => outcome.how === 'ended' && outcome.pipeline.status === 'success';
function ranIn(jobs, toShow, rules) {
    if (toShow.length === 0)
        return known(nothingToShow);
    return jobs.known ? known(ranOf(jobs.value, toShow, rules)) : jobs;
}
/**
 * The answer may be that of a replica that lags behind the end of the pipeline: a job that is on its way by it is looked
 * at again.
 */
async function readJobs({ gitlab, settings, clock, interrupted }, id, toShow) {
    const patience = { clock, pauses: toShow.length > 0 ? conclusion_pauses : [], longestWait: conclusion_longestWait, mayPass: mayChange };
    const aborted = whenAborted(interrupted).then(() => unknown('job-cancelled'));
    const read = () => Promise.race([
        ask(repeatedly(() => gitlab.jobs(id), patience), { 'not-found': 'pipeline-gone' }),
        aborted,
    ]);
    let jobs = await read();
    for (const pause of conclusion_pauses) {
        if (!jobs.known || !isUnderWay(jobs.value, toShow, settings))
            break;
        await clock.sleep(pause, interrupted);
        jobs = await read();
    }
    return jobs;
}

;// CONCATENATED MODULE: ./build/js/gate/rights.js



/** Roles from the least to the most; a row for one of them is also about the ones after it. */
const ladder = ['read', 'triage', 'write', 'maintain', 'admin'];
/** The role that a row of the table names; undefined for the others, which name teams. */
const roleIn = (row) => ladder.find((role) => sameName(role, row));
/** The rights of a person who has a role and is in some of the teams. Pure. */
function rightsOf(table, role, teams) {
    const rows = [...table].filter(([row]) => {
        const least = roleIn(row);
        return least ? ladder.indexOf(role) >= ladder.indexOf(least) : teams.some((team) => sameName(team, row));
    });
    const rights = rows.map(([, tests]) => tests);
    if (rights.includes('all'))
        return 'all';
    return [...new Set(rights.flat())];
}
/** The tests that a person's rights do not cover. Asking for all tests takes the right to all. Pure. */
const beyondRights = (tests, rights) => rights === 'all' ? [] : tests.filter((test) => !rights.includes(test));
/** Reads what one person may run, with one round trip. */
async function readRights(source, organization, table, person) {
    const teams = [...table.keys()].filter((row) => roleIn(row) === undefined);
    const hidden = { forbidden: 'team-hidden', 'not-found': 'team-hidden', moved: 'team-hidden' };
    const [role, ...memberships] = await Promise.all([
        ask(source.role(person.login)),
        ...teams.map((team) => ask(source.teamMembership(organization, team, person.login), hidden)),
    ]);
    const active = teams.filter((_, n) => {
        const membership = memberships[n];
        return membership?.known && membership.value === 'active';
    });
    const rights = rightsOf(table, role.known ? role.value : 'none', active);
    // Rows only add up, so nothing that is unknown can take this away.
    if (rights === 'all')
        return known(rights);
    return [role, ...memberships].find(isUnknown) ?? known(rights);
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

;// CONCATENATED MODULE: ./build/js/request/subject.js
/** What crosses: the one value from which requests are made, and which only an allowed decision can make. */





/**
 * The branch against which the files of what crosses choose the tests; undefined where a command, a label or the event
 * does. Pure.
 */
function comparedWith(crossing, command, rules) {
    if (command?.name === 'test' || crossing.kind === 'ref')
        return undefined;
    const { labels, baseBranch } = crossing.pull;
    return isLeftToFiles(labels, rules) ? baseBranch : undefined;
}
/**
 * The tests of what crosses: by the command, by live labels or files, all in the merge queue, else the default ones. Not
 * known where the files could not be read.
 */
async function selectionFor(github, crossing, command, rules) {
    if (command?.name === 'test')
        return known(selectTests(command.tests, rules));
    if (crossing.kind === 'pull-request')
        return liveSelection(github, crossing.pull, rules);
    return known(crossing.event.on === 'queue' ? selectAll(rules) : tests_select([], rules));
}
/**
 * The subject of an allowed decision, or which of its values may not be sent on. Only `admit` calls this, which a test
 * over imports holds: so nothing reaches GitLab without the gate. Pure.
 */
function subjectOf({ crossing, commit }, selected, { repository, onRequest, against, }) {
    const wanted = crossing.kind === 'ref' ? ofRef(crossing.event, selected) : subject_ofPull(crossing, selected, repository);
    const unsafe = [wanted.branch, ...wanted.tests].filter((value) => !safeValue.test(value));
    if (unsafe.length > 0)
        return { unsafe };
    return { ...wanted, repository, commit, onRequest, against };
}
/** What crosses by an approval is sent as a fork's is: its branch, too, may bear a name that an outsider chose. */
function subject_ofPull({ pull, approval }, selected, repository) {
    const wanted = wantedBy(pull, selected, repository);
    return approval === undefined ? wanted : { ...wanted, branch: wanted.commit, twin: undefined };
}
/** A release is one of its tag: who asks for both asks for the same. */
const ofRef = ({ on, name }, { tests, all }) => ({
    ...{
        origin: on === 'release' ? 'tag' : on,
        branch: name,
        twin: on === 'push' ? name : undefined,
        tests,
        all,
    },
});

;// CONCATENATED MODULE: ./build/js/modes/admit.js

















/** What is refused has been told (status, reaction, audit) when this returns. */
async function admit(ports) {
    const { settings, run, log } = ports;
    await settleLabels(ports);
    const voice = voiceFor(ports);
    const seenOn = lookEarly(ports, voice);
    const files = readFilesEarly(ports);
    const evidence = await gather(ports, run, settings);
    const decision = decide(evidence, settings.gate);
    log.info(`gate: ${decision.decision} (${decision.reason})`);
    const record = (result) => recorded(ports, result, { evidence, decision });
    const end = async (result, say) => {
        await answer(ports, result, evidence);
        // Whoever has set the label, or taken it away: what stands is told by what the labels choose now.
        if (result.commit !== undefined && isOfLabels(run))
            await releaseAll(ports, result.commit);
        return { ok: false, last: await say(record(result), seenOn(result.commit)) };
    };
    if (decision.decision !== 'allowed')
        return end(decision, voice.refuse);
    const { crossing, commit } = decision;
    const command = commandOf(evidence);
    const allowed = { decision: 'allowed', reason: 'starting', commit };
    const refused = (reason, more = {}) => end({ ...allowed, ...more, decision: 'denied', reason }, voice.decline);
    const undecided = (result, reason) => end({ ...result, decision: 'undecided', reason }, voice.decline);
    const seen = seenOn(commit) ?? voice.look(commit);
    const readOthers = () => Promise.all([seen, readAllRights(ports, evidence, decision)]);
    const against = comparedWith(crossing, command, settings.selection);
    // Beside the files, which are one round trip more; without them a label that is refused costs none of these.
    const besides = against === undefined ? undefined : readOthers();
    const selection = allIfUnread(ports, await selectionFor(files, crossing, command, settings.selection));
    if (!selection.selected) {
        const { reason, labels: unknownLabels, known: knownLabels } = selection;
        return refused(reason, { unknownLabels, knownLabels });
    }
    const { repository } = settings.github;
    const onRequest = command?.name === 'test';
    const subject = subjectOf(decision, selection, { repository, onRequest, against });
    if ('unsafe' in subject)
        return refused('unsafe-value', { unknownLabels: subject.unsafe });
    const { tests } = subject;
    const sufficient = settings.requireAll &&
        (await coversNeeded(files, decision, selection, { rules: settings.selection, against }));
    const result = { ...allowed, tests, allSelected: subject.all, ...(sufficient && { sufficient }) };
    log.info(`tests: ${tests.join(', ') || 'none'}${against === undefined ? '' : ' (by the changed files)'}`);
    const [standing, rights] = await (besides ?? readOthers());
    // Whose status it is, is not known: it is left alone.
    if (!standing.known)
        return end({ ...result, decision: 'undecided', reason: standing.reason }, voice.refuse);
    // A push, a tag and the queue give way to whoever has claimed the commit: that one's labels may ask for more.
    if (crossing.kind === 'ref' && standing.value.claimants.length > 0)
        return end({ ...result, reason: 'superseded' }, voice.refuse);
    if (!rights.known)
        return undecided(result, rights.reason);
    const beyond = rights.value.flatMap((one) => beyondRights(tests, one));
    if (beyond.length > 0)
        return refused('test-not-allowed', { ...result, unknownLabels: beyond });
    await answer(ports, result, evidence);
    const speaking = voiceFor(ports, holdsFor(ports, subject, voice));
    if (needsNone(subject)) {
        // Over another's pass this word is not said, but its claim has to be on record: labels may ask for more later.
        if (isOthersAlone(subject, standing.value))
            await speaking.claim(result, seen);
        return { ok: false, last: await speaking.last(record({ ...result, reason: 'no-test-needed' })) };
    }
    return {
        ok: true,
        subject,
        voice: speaking,
        seen,
        recheck: admit_recheckOf(ports, subject),
        starts: startsOf(ports, standing.value, decision),
        again: {
            wanted: isAgain(run) || command?.name === 'retest',
            all: command?.name === 'retest' && command.all,
        },
        result,
        recorded: record,
    };
}
/**
 * One approval is not a subscription: an event by somebody who is no member may start a pipeline for an approved commit
 * that has had none, and else joins or tells what there is. Closing and reopening would start one each time otherwise.
 */
function startsOf(ports, { lines }, { crossing }) {
    if (crossing.kind === 'ref' || !crossing.byOutsider)
        return 'always';
    const { pull, context } = speakerOf(ports);
    // Without a status nobody can tell whether there was one.
    const claimed = context === undefined || lines.some(({ targetUrl }) => claimIn(targetUrl)?.pull === pull);
    return claimed ? 'never' : 'first';
}
/** Whether others have claimed the commit of a subject, and its own pull request has not. Pure. */
function isOthersAlone({ origin }, { lines }) {
    const pulls = lines.flatMap(({ targetUrl }) => claimIn(targetUrl)?.pull ?? []);
    return pulls.length > 0 && !pulls.includes(origin);
}
/** Whether a label may have been set or taken away: `workflow_run` does not tell. */
const isOfLabels = ({ event }) => event.kind === 'pull-request' &&
    (event.action === 'labeled' || event.action === 'unlabeled' || isRunAction(event.action));
/** Whether all that the files need is selected, where not all tests are. A list that cannot be read means all. */
async function coversNeeded(files, { crossing }, selection, { rules, against }) {
    if (selection.all || rules.paths === undefined || crossing.kind === 'ref')
        return false;
    if (against !== undefined)
        return true;
    const needed = await neededBy(files, crossing.pull, rules);
    return needed.known && covers(selection, needed.value);
}
/** The command that caused a run, if one did. */
function commandOf(evidence) {
    return evidence.kind === 'pull-request' && evidence.cause.by === 'command'
        ? evidence.cause.command
        : undefined;
}
/** Somebody started this run again, or the one that it follows. */
const isAgain = ({ attempt, event }) => attempt > 1 || (event.kind === 'pull-request' && event.rerunner !== undefined);
function admit_recheckOf({ github, settings }, subject) {
    const { origin } = subject;
    if (typeof origin !== 'number')
        return async () => undefined;
    const holds = stillAsks(subject, settings.selection, settings.gate.drafts);
    return () => recheck(github, origin, holds);
}
/**
 * What a word of the run has to hold for. A pull request that was opened for the commit of a push meanwhile has the
 * status: it is for its own labels, which are more than the default tests perhaps.
 */
function holdsFor(ports, subject, voice) {
    if (typeof subject.origin === 'number')
        return admit_recheckOf(ports, subject);
    return async () => {
        const standing = await voice.look(subject.commit);
        if (!standing.known)
            return standing.reason;
        return standing.value.claimants.length === 0 ? undefined : 'superseded';
    };
}
/**
 * The payload names the commit of most runs, so what stands on it is read beside the gate's own questions. Gives the
 * look at a commit, where it was taken.
 */
function lookEarly({ run, settings }, voice) {
    const { event } = run;
    if (event.kind !== 'pull-request' || !startsTests(event, settings.selection))
        return () => undefined;
    const { sha } = event.head;
    const seen = voice.look(sha);
    return (commit) => (commit === sha ? seen : undefined);
}
async function readAllRights({ settings, github }, evidence, { crossing }) {
    const { rights: table, gate } = settings;
    if (table === undefined)
        return known([]);
    const people = answerable(evidence, crossing);
    return allKnown(await Promise.all(people.map((person) => readRights(github, gate.organization, table, person))));
}

;// CONCATENATED MODULE: ./build/js/modes/leave.js



/**
 * What the pipeline replaces is cancelled from here, and a rival of the same request makes way. Gives the result with
 * the pipeline that stays; `left` is its reason where that one is wanted and goes on.
 */
async function leave(life, started, result, left) {
    const { log, memory, interrupted } = life;
    const { pipeline, superseded } = await replaceOthersNow(life, started);
    const { id } = pipeline;
    if (id !== started.pipeline.id) {
        log.info(`pipeline #${started.pipeline.id} was a duplicate of #${id}`);
        memory.save('pipeline', String(id));
    }
    await cancelLateOnes(life, started.siblings, id);
    const stays = { ...result, pipelineId: id };
    if (superseded)
        return { ...stays, verdict: 'superseded', reason: 'superseded' };
    if (!interrupted.aborted)
        return { ...stays, verdict: 'pending', reason: left };
    const [end] = await stopAndSay(life, [id], quickStop);
    if (end?.stopped === 'unconfirmed')
        memory.save('uncancelled', 'true');
    return { ...stays, ...judgeUnended({ how: 'interrupted' }) };
}

;// CONCATENATED MODULE: ./build/js/pipeline/search.js
/** Finds the pipelines of ours that belong to one key, those among them that do not bear it as their name yet. */

/** GitLab's clock and ours may differ by this much, ms. */
const search_skewMs = 600_000;
/**
 * Pipelines that a start has just made: the project names them in its own way, or not at all, until we do, and somebody
 * may have renamed one. They are told by the key in their variables.
 */
async function searchRecent(pipelines, key, { since, before }) {
    const from = since - search_skewMs;
    const recent = await pipelines.recent(from, ({ id, createdAt }) => createdAt >= from && !before.has(id));
    return {
        pipelines: recent.filter((one) => one.key === key),
        // Where keys are hidden, any pipeline of ours without one may be the one.
        doubtful: recent.some((one) => one.keyHidden && readKey(one.key) === undefined),
    };
}
/** All pipelines of a request, by name and by their variables. Throws the ServiceFailure of a look that told nothing. */
async function searchAll(pipelines, key, search) {
    const [named, recent] = await Promise.all([pipelines.find(key), searchRecent(pipelines, key, search)]);
    const own = named.filter(({ id }) => !search.before.has(id));
    const more = recent.pipelines.filter(({ id }) => !own.some((one) => one.id === id));
    return { pipelines: [...own, ...more], doubtful: recent.doubtful };
}

;// CONCATENATED MODULE: ./build/js/pipeline/unconfirmed.js




/** Looks that must agree before "none" counts, and the pause between them, ms. */
const agreeing = 4;
const pauseMs = 4_000;
/**
 * GitLab goes on with a request whose caller has gone, for up to a minute (GitLab docs, "Rack Timeout"), and a replica
 * may show the result a little later. Before this time (ms) "none" does not count.
 */
const settledMs = 75_000;
/**
 * Looks for a pipeline that GitLab may have created without our hearing of it: by name, and by the key in the variables
 * of what is new. A pipeline that could be the one but cannot be told makes it unknown. What is found may be that of a
 * run that raced with this one, and the own one may still come.
 */
async function lookForUnconfirmed(pipelines, key, context) {
    const { clock, since, patienceMs, interrupted } = context;
    const end = clock.now() + patienceMs;
    const noes = countNoes();
    let empty = 0;
    for (;;) {
        await clock.sleep(pauseMs, interrupted);
        try {
            const look = await unconfirmed_lookOnce(pipelines, key, context);
            noes.forget();
            if (look.was === 'created')
                return look;
            empty += 1;
            if (empty >= agreeing && clock.now() >= since + settledMs)
                return look;
        }
        catch (error) {
            if (!(error instanceof failure/* ServiceFailure */.A))
                throw error;
            if (isRefused(error) && noes.lasts(error, clock.now()))
                return { was: 'unknown' };
            empty = 0;
        }
        if (interrupted.aborted || (empty === 0 && clock.now() >= end))
            return { was: 'unknown' };
    }
}
async function unconfirmed_lookOnce(pipelines, key, search) {
    const { pipelines: all, doubtful } = await searchAll(pipelines, key, search);
    const found = all.toSorted((a, b) => b.id - a.id);
    const [newest] = found;
    if (newest)
        return { was: 'created', pipeline: eldestAlive(found) ?? newest };
    return { was: doubtful ? 'unknown' : 'none' };
}

;// CONCATENATED MODULE: ./build/js/pipeline/retry.js




/** How often and how far apart (ms) to look whether a retry has taken effect. */
const looks = 4;
const retry_pauseMs = 2_000;
/** How often a retry is asked for at most: asking twice does no harm, only what failed runs again. */
const mostTries = 3;
const refusal = 'GitLab refused to retry the failed jobs';
/**
 * Runs the failed and cancelled jobs of a pipeline again. GitLab leaves trigger jobs (bridges) out
 * (docs/facts/gitlab.md, "Retry and cancel"). An unclear answer is looked into, and asked again, before anything else
 * is done. Throws the ServiceFailure of a GitLab that cannot be asked now.
 */
async function retry(pipelines, ended, context) {
    const { id } = ended;
    const jobs = await pipelines.jobs(id);
    const bridge = jobs.some((job) => job.bridge && !job.mayFail && (job.status === 'failed' || job.status === 'canceled'));
    if (bridge)
        return { retried: false, because: 'a trigger job failed, and GitLab does not retry those' };
    /** Until when a request whose answer got lost may still take effect. */
    let mayActUntil = 0;
    for (let tries = 1;; tries++) {
        const sent = context.clock.now();
        context.memory.save('unclear', String(sent));
        const answer = await pipelines.retry(id).catch(failure/* failureItself */.gA);
        const clear = !(answer instanceof failure/* ServiceFailure */.A);
        if (clear && !(0,pipeline_status/* isEnded */.pl)(answer.status))
            return { retried: true, pipeline: answer };
        const refused = !clear && isRefusal(answer);
        // Neither this one nor one before can take effect any more.
        if (!clear && !answer.mayHaveActed && mayActUntil === 0)
            context.memory.save('unclear', 'no');
        if (!clear && !refused && !answer.mayHaveActed) {
            // Not now, or not reached: a new pipeline for all jobs would be no answer to that.
            const pause = pauseAfter(answer);
            const last = tries >= mostTries || pause > context.patienceMs;
            if (!last)
                await context.clock.sleep(pause, context.interrupted);
            if (!last && !context.interrupted.aborted)
                continue;
            if (mayActUntil > context.clock.now())
                return { retried: 'unknown' };
            throw answer;
        }
        if (!clear && answer.mayHaveActed)
            mayActUntil = sent + settledMs;
        if (refused && mayActUntil === 0)
            return { retried: false, because: refusal };
        const last = clear || refused || tries >= mostTries;
        const shown = await lookFor(pipelines, ended, context, last ? mayActUntil : 0);
        if (shown === 'unknown')
            return { retried: 'unknown' };
        if (shown !== 'unchanged')
            return { retried: true, pipeline: shown };
        if (last)
            return { retried: false, because: refused ? refusal : 'GitLab found no job to retry' };
    }
}
/**
 * Looks whether the pipeline is on its way again, or has ended once more already: some times, and for as long as a
 * request may take effect that was sent before.
 */
async function lookFor(pipelines, { id, updatedAt }, { clock, patienceMs, interrupted }, mayActUntil) {
    const end = clock.now() + patienceMs;
    for (let unchanged = 0; unchanged < looks || clock.now() < mayActUntil;) {
        await clock.sleep(retry_pauseMs, interrupted);
        const seen = await pipelines.get(id).catch(failure/* failureItself */.gA);
        if (seen instanceof failure/* ServiceFailure */.A) {
            if (clock.now() >= end || interrupted.aborted)
                return 'unknown';
            continue;
        }
        const changed = updatedAt !== undefined && seen.updatedAt !== undefined && seen.updatedAt > updatedAt;
        if (!(0,pipeline_status/* isEnded */.pl)(seen.status) || changed)
            return seen;
        unchanged += 1;
        if (interrupted.aborted && clock.now() < mayActUntil)
            return 'unknown';
    }
    return 'unchanged';
}

;// CONCATENATED MODULE: ./build/js/pipeline/launch.js










/** A start that is certain not to have happened is sent again, this often in all. */
const mostStarts = 3;
/**
 * One pipeline for one request: joins, retries or reuses the one that exists, else starts one. An unclear answer to
 * a start is followed by looks for the key, and by another start only when they have shown that there is none. What
 * is under way is in the runner's memory before it is sent, and the pipeline right after.
 */
async function launch(pipelines, request, context) {
    const { existing = [], wish, starts = 'always', memory } = context;
    try {
        if (starts === 'never' || (starts === 'first' && existing.length > 0))
            return joinOnly(existing, memory);
        if (existing.length === 0)
            return await start(pipelines, request, context, []);
        const aim = { ref: request.ref.name, head: await context.head() };
        const fresh = existing.filter((pipeline) => isFresh(pipeline, aim));
        const choice = choose(existing, aim, wish);
        if (choice.take === 'attach' || choice.take === 'verdict') {
            // What another run left behind on an older head: this one goes on, whatever comes of it.
            const stale = existing.filter((pipeline) => !fresh.includes(pipeline));
            await stopLive(pipelines, stale, context.clock, quickStop);
            return joined(choice.take === 'attach' ? 'attached' : 'verdict', choice.pipeline, memory);
        }
        const because = choice.take === 'new' ? [choice.because] : [];
        if (choice.take === 'retry') {
            const retried = await retry(pipelines, choice.pipeline, context);
            if (retried.retried === 'unknown')
                return { launched: 'no', reason: 'trigger-uncertain' };
            if (retried.retried)
                memory.save('pipeline', String(choice.pipeline.id));
            memory.save('unclear', 'no');
            const { updatedAt } = choice.pipeline;
            const before = updatedAt === undefined ? {} : { unchangedSince: updatedAt };
            if (retried.retried)
                return { launched: 'retried', pipeline: retried.pipeline, because, ...before };
            because.push(retried.because);
        }
        const stopped = await stopLive(pipelines, existing, context.clock, patientStop);
        if (!stopped.known)
            return { launched: 'no', reason: stopped.reason };
        const ids = stopped.value;
        // All this may have taken minutes.
        const waited = choice.take === 'retry' || ids.length > 0;
        const reason = waited ? await context.recheck?.() : undefined;
        if (reason !== undefined)
            return { launched: 'no', reason };
        const answer = await start(pipelines, request, context, because);
        return answer.launched === 'no' ? answer : { ...answer, stopped: ids };
    }
    catch (error) {
        return { launched: 'no', reason: reasonOfFailure(error) };
    }
}
/** Joins what lives or tells what has ended, on whatever head of the private branch: what stands is told once more. */
function joinOnly(existing, memory) {
    const elder = eldestAlive(existing);
    if (elder)
        return joined('attached', elder, memory);
    const newest = newestEnded(existing);
    if (newest?.status === 'success' || newest?.status === 'failed')
        return joined('verdict', newest, memory);
    return { launched: 'no', reason: 'retest-needed' };
}
function joined(launched, pipeline, memory) {
    // What has ended is nobody's to stop: somebody else may run it again.
    if (launched === 'attached')
        memory.save('pipeline', String(pipeline.id));
    return { launched, pipeline, because: [] };
}
/**
 * Pipelines of this request that are alive and not good enough make way first: there are never two. Gives their ids;
 * unknown where the token may not stop one, or GitLab does not confirm in time.
 */
async function stopLive(pipelines, existing, clock, limits) {
    const ids = existing.filter(({ status }) => (0,pipeline_status/* isLive */.DG)(status)).map(({ id }) => id);
    const ends = await stopAll(pipelines, ids, clock, limits);
    for (const end of ends)
        if (end.stopped === 'refused')
            return unknown(end.reason);
    return ends.every(({ stopped }) => stopped === 'ended') ? known(ids) : unknown('gitlab-unavailable');
}
async function start(pipelines, request, context, because) {
    const { clock, memory, existing, patienceMs, interrupted, refSeen = false } = context;
    const before = new Set(existing?.map(({ id }) => id));
    if (interrupted.aborted)
        return { launched: 'no', reason: 'job-cancelled' };
    for (let starts = 1;; starts++) {
        const since = clock.now();
        memory.save('unclear', String(since));
        try {
            const pipeline = await pipelines.create(request);
            memory.save('pipeline', String(pipeline.id));
            memory.save('unclear', 'no');
            if (pipeline.invalidConfiguration)
                return { launched: 'no', reason: 'gitlab-config-invalid' };
            const named = await nameAtOnce(pipelines, pipeline, request.key, context);
            return { launched: 'started', pipeline: named, because };
        }
        catch (error) {
            if (!(error instanceof failure/* ServiceFailure */.A))
                throw error;
            const no = { launched: 'no', reason: reasonOfFailure(error) };
            if (error.mayHaveActed) {
                // Nobody can look for it, now or in post.
                if (existing === undefined)
                    return { launched: 'no', reason: 'trigger-uncertain' };
                const looked = { clock, before, since, patienceMs, interrupted };
                const fate = await lookForUnconfirmed(pipelines, request.key, looked);
                const unsettled = { since, until: since + settledMs, before };
                if (fate.was === 'created') {
                    const { pipeline } = fate;
                    memory.save('pipeline', String(pipeline.id));
                    const named = await nameAtOnce(pipelines, pipeline, request.key, context);
                    return { launched: 'started', pipeline: named, because, unsettled };
                }
                if (fate.was === 'unknown')
                    return { launched: 'no', reason: 'trigger-uncertain' };
            }
            memory.save('unclear', 'no');
            const pause = pauseAfter(error);
            const early = refSeen && starts === 1 && error.refusal === 'reference-not-found';
            if ((isRefusal(error) && !early) || starts >= mostStarts || pause > patienceMs)
                return no;
            await clock.sleep(pause, interrupted);
            if (interrupted.aborted)
                return no;
            const reason = await context.recheck?.();
            if (reason !== undefined)
                return { launched: 'no', reason };
        }
    }
}
/**
 * The key becomes its name right away: a machine that is lost later leaves a pipeline that others find. What does not
 * work now is done by the watch, and a cancelled job does not wait for it.
 */
async function nameAtOnce(pipelines, started, key, { mayName, interrupted }) {
    if (!mayName || started.name === key)
        return started;
    const named = pipelines.rename(started.id, key).catch((0,failure/* serviceFailureAs */.i5)(started));
    return Promise.race([named, whenAborted(interrupted).then(() => started)]);
}

;// CONCATENATED MODULE: ./build/js/pipeline/siblings.js


/** The siblings of one request. */
function siblingsOf(gitlab, { key, ref }, beginning) {
    const { before, own, stopped, unsettled } = beginning;
    const old = before.filter(({ id, status }) => id !== own && (0,pipeline_status/* isEnded */.pl)(status)).map(({ id }) => id);
    const counts = ({ id }) => !stopped.includes(id) && !old.includes(id);
    return {
        key,
        unsettled,
        all: async () => {
            const found = unsettled
                ? await searchAll(gitlab, key, unsettled)
                : { pipelines: await gitlab.find(key), doubtful: false };
            return { ...found, pipelines: found.pipelines.filter(counts) };
        },
        fresh: async () => (await gitlab.find(key)).filter((one) => one.ref === ref.name && counts(one)),
    };
}

;// CONCATENATED MODULE: ./build/js/request/ref.js

/**
 * The GitLab branch to run on: the one named like the pull request's branch where it exists and may be used, else the
 * configured or default one. `branchName` is undefined for forks: an outsider's branch name must never choose among
 * private branches (docs/security.md, attack 22). Throws the ServiceFailure of a call that told nothing: only a 404
 * means that there is no such branch.
 */
async function chooseRef(refs, branchName, rules) {
    const [twin, configured] = await Promise.all([
        branchName === undefined ? undefined : refs.branch(branchName),
        rules.ref === undefined ? refs.defaultBranch() : rules.ref,
    ]);
    if (twin && branchName !== undefined && mayBeTwin(branchName, twin, rules)) {
        return {
            ref: { name: branchName, shown: branchName, twin: true },
            ...{ head: twin.sha, passedOver: undefined },
        };
    }
    return {
        ref: { name: configured, shown: rules.ref ?? 'default', twin: false },
        head: undefined,
        // A run that goes to that very branch passes nothing over.
        passedOver: twin && branchName !== configured ? branchName : undefined,
    };
}
/**
 * The commit of the configured ref or of the default branch, by its name; undefined where there is none, and where a
 * branch and a tag share the configured one: GitLab starts nothing on such a name (docs/facts/gitlab.md, "Branches and tags"),
 * and whoever may make branches could choose what counts as the tag's head. Throws as `chooseRef` does.
 */
async function headOf(refs, name, { ref }) {
    if (ref === undefined)
        return (await refs.branch(name))?.sha;
    const [branch, tag] = await Promise.all([refs.branch(name), refs.tag(name)]);
    return branch && tag !== undefined ? undefined : (branch?.sha ?? tag);
}
const mayBeTwin = (name, branch, { twinPatterns }) => !branch.protected || twinPatterns.some((pattern) => fits(pattern, name));

;// CONCATENATED MODULE: ./build/js/modes/start.js
/** One pipeline for what was admitted: chooses the ref, looks once more, then joins, retries, reuses or starts one. */









/** One pipeline for what was admitted; where there is none, that is told. */
async function start_start(ports, admitted) {
    const tried = await tryToStart(ports, admitted);
    if (tried.ok)
        return tried;
    return { ok: false, last: await admitted.voice.giveUp(admitted.recorded(tried.untold)) };
}
/**
 * The key is saved for `post` before anything is started, the number of the pipeline right after. `over`: id of a
 * pipeline that was seen to be cancelled, whatever a replica that lags may show.
 */
async function tryToStart(ports, admitted, over) {
    const { settings, gitlab, log, memory, clock, interrupted } = ports;
    const { subject, voice } = admitted;
    // A trigger token alone can neither read branches nor find pipelines (README.md, "GitLab tokens").
    const mayLook = settings.gitlab.token !== undefined;
    const end = (untold) => ({ ok: false, untold });
    const [chosen, claimed, mayName] = await Promise.all([
        ask(chooseRef(gitlab, mayLook ? subject.twin : undefined, settings.pipeline.ref)),
        voice.claim(admitted.result, admitted.seen),
        mayNamePipelines(ports),
    ]);
    if (!chosen.known)
        return end(refused(admitted.result, chosen.reason));
    const { ref, passedOver } = chosen.value;
    const request = requestFor(subject, ref, settings.pipeline);
    const aimed = {
        ...{ ...admitted.result, ref, key: request.key },
        ...(passedOver !== undefined && { passedOver }),
    };
    log.info(`GitLab branch: ${ref.shown}${ref.twin ? ' (same name)' : ''}`);
    if (passedOver !== undefined)
        log.warning(notTwin(passedOver, ref.shown));
    else if (mayLook && subject.twin === undefined)
        log.info(noTwin);
    const [existing, changed] = await Promise.all([
        mayLook ? ask(gitlab.find(request.key)) : known(undefined),
        admitted.recheck(),
    ]);
    if (changed)
        return end(refused(aimed, changed));
    if (!existing.known)
        return end(refused(aimed, existing.reason));
    const stopped = { ...aimed, ...judgeUnended({ how: 'interrupted' }) };
    if (interrupted.aborted)
        return end(stopped);
    memory.save('key', request.key);
    const { wanted, all } = admitted.again;
    const outcome = await launch(gitlab, request, {
        ...{ clock, memory, mayName },
        refSeen: ref.twin || settings.pipeline.ref.ref === undefined,
        existing: existing.value?.map((one) => (one.id === over ? { ...one, status: 'canceled' } : one)),
        head: async () => chosen.value.head ?? headOf(gitlab, ref.name, settings.pipeline.ref),
        wish: { again: wanted, onRerun: all ? 'new' : settings.pipeline.onRerun },
        patienceMs: settings.pipeline.limits.errorBudgetMs,
        interrupted,
        // What is not on record could be started again and again.
        starts: admitted.starts === 'first' && !claimed ? 'never' : admitted.starts,
        recheck: admitted.recheck,
    });
    if (outcome.launched === 'no')
        return end(interrupted.aborted ? stopped : refused(aimed, outcome.reason));
    const { pipeline, launched: how, because, unsettled } = outcome;
    // It is started all the same, and so it is no failure.
    if (pipeline.moved)
        warnOf(log, 'gitlab-moved');
    for (const why of because)
        log.info(`new pipeline: ${why}`);
    log.info(`pipeline #${pipeline.id}: ${how === 'verdict' ? 'its verdict stands' : how}`);
    const beginning = {
        before: existing.value ?? [],
        own: pipeline.id,
        stopped: outcome.stopped ?? [],
        unsettled,
    };
    const siblings = siblingsOf(gitlab, request, beginning);
    return {
        ok: true,
        started: { pipeline, how, siblings, unchangedSince: outcome.unchangedSince },
        life: lifeOf(ports, admitted, request, mayLook),
        result: admitted.recorded({
            ...aimed,
            pipelineId: pipeline.id,
            reused: how === 'started' ? 'none' : how,
        }),
    };
}
function lifeOf(ports, { subject, voice, recheck }, request, mayLook) {
    const { settings, github, gitlab, clock, log, memory, interrupted } = ports;
    const { limits } = settings.pipeline;
    return {
        ...{ gitlab, clock, log, memory, interrupted, limits, subject, request, mayLook, recheck },
        mark: settings.pipeline.mark,
        supersedes: settings.supersede,
        hearsOfCancel: (pipeline) => voice.hearsOfCancel(subject.commit, pipeline),
        isAwaited: async () => {
            const statuses = await ask(github.statuses(subject.commit));
            const since = clock.now() - limits.timeoutMs;
            return !statuses.known || isAwaited(statuses.value, settings.statusContext, since);
        },
    };
}
/**
 * Whether pipelines can be given their names. A token that starts them may; beside a trigger token the other one may
 * only read: what it cannot do is said before it is needed.
 */
async function mayNamePipelines({ settings, gitlab, log }) {
    const { token, triggerToken } = settings.gitlab;
    if (token === undefined) {
        log.info(aloneCannot);
        return false;
    }
    if (triggerToken === undefined)
        return true;
    const self = await ask(gitlab.self());
    if (!self.known || self.value.scopes.includes('api'))
        return true;
    warnOf(log, 'cancel-needs-api');
    return false;
}
function warnOf(log, reason) {
    const { sentence, remedy } = reasonOf(reason);
    log.warning(`${reason}: ${sentence}. ${remedy}`);
}
const aloneCannot = 'a trigger token alone: no GitLab branch of the same name and no running pipeline is looked for, none is cancelled';
const notTwin = (branch, ref) => `the tests run on the GitLab branch ${ref}: there is one of the name ${branch}, but it is protected and passed over. ` +
    'Name it in the input `twin-branches` if it holds the tests of this branch.';
const noTwin = 'no GitLab branch of the same name is looked for: a fork, a tag, the merge queue and what crosses by an approval have none';
/** Nothing was started, or it is not known whether anything was. Pure. */
function refused(result, reason) {
    if (reason === 'superseded')
        return { ...result, reason, verdict: 'superseded' };
    return { ...result, reason, decision: reasonOf(reason).shows === 'error' ? 'undecided' : result.decision };
}

;// CONCATENATED MODULE: ./build/js/modes/run.js
/**
 * Mode `run`: the gate decides who crosses, the selection says which tests, one GitLab pipeline is found, retried or
 * started and watched, and GitHub is told the verdict.
 */








/**
 * The story of a run. Gives what is true when the last word has been said. After a push it also tells what is true of the
 * commit that the pull request has left: others may still have it as their head.
 */
async function run(ports) {
    const { event } = ports.run;
    const moved = event.kind === 'pull-request' && event.moved;
    const [result] = await Promise.all([
        untilTold(ports, () => cross(ports)),
        // A branch that has just been made has left nothing.
        moved && !/^0+$/.test(moved.before)
            ? releaseAll(ports, moved.before, { pull: event.number, how: 'moved' })
            : undefined,
    ]);
    return result;
}
/** The story of one crossing. */
async function cross(ports) {
    const admitted = await admit(ports);
    if (!admitted.ok)
        return admitted.last;
    const started = await start_start(ports, admitted);
    if (!started.ok)
        return started.last;
    // Put on record once more: what came of it is not what was decided.
    return admitted.recorded(await admitted.voice.last(await conclude(ports, admitted, started)));
}
/**
 * Sees a pipeline to its end, or leaves it where nobody waits. Another run that waited for the same pipeline may have
 * been cancelled and have taken it along: then it is started again, once. What a person stops in GitLab stays stopped.
 * The last word is for the caller to say.
 */
async function conclude(ports, admitted, begun) {
    const { voice, recheck } = admitted;
    const { clock, log } = ports;
    const start = clock.now();
    const first = await seeToEnd(ports, voice, begun);
    if (!first.takenAlong)
        return first.result;
    log.info('another run that waited for this pipeline was cancelled, and the pipeline with it: once more');
    // Before a word is said: a newer run may speak by now.
    const changed = await recheck();
    if (changed !== undefined)
        return refused(first.result, changed);
    const again = await tryToStart(ports, admitted, first.result.pipelineId);
    if (!again.ok)
        return again.untold;
    const limits = { ...again.life.limits, timeoutMs: again.life.limits.timeoutMs - (clock.now() - start) };
    return (await seeToEnd(ports, voice, { ...again, life: { ...again.life, limits } })).result;
}
async function seeToEnd(ports, voice, { started, life, result }) {
    // GitLab tells a verdict once: one that stands already has to be told from here.
    if (!ports.settings.wait && started.how !== 'verdict')
        return { result: await leave(life, started, result, 'detached'), takenAlong: false };
    const announced = voice.announce({ ...result, reason: 'running' });
    // A GitHub that is silent must not keep the watch from a signal; its pending status must not come last, though.
    await Promise.race([announced, whenAborted(ports.interrupted)]);
    const { outcome, id, takenAlong } = await follow(life, started);
    await announced;
    const conclusion = await verdictOn(ports, id, life.subject.tests, outcome);
    return { result: { ...result, ...conclusion, pipelineId: id }, takenAlong };
}

;// CONCATENATED MODULE: ./build/js/modes/run-by-head.js
/** Mode `run` by `workflow_run`: one run sees to every pull request that has the head of the run it follows. */











/**
 * The live state decides: what is open and ready crosses as it would by itself, what is closed or a draft is stopped.
 * All are begun in order of number, and watched together, because they share one commit and so one status.
 */
async function runByHead(ports, event) {
    const pulls = await findPulls(ports, event);
    if (!pulls.found)
        return pulls.result;
    const { open, closed } = pulls;
    const begun = [];
    for (const [nth, pull] of open.entries())
        begun.push(await begin(portsFor(ports, event, pull, { nth, alone: open.length === 1 })));
    const idle = open.filter((_, nth) => runsNothing(begun[nth]));
    const [stopped, ended] = await Promise.all([stopIdle(ports, closed, idle), Promise.all(begun.map(toEnd))]);
    // What was closed since it was found has been stopped, as if it had been found closed.
    const told = await sayTogether(ended);
    const results = [...told.filter(({ reason }) => reason !== 'pull-request-closed'), ...stopped];
    // `findPulls` has found one at least.
    return firstThatCounts(results) ?? told[0] ?? { decision: 'undecided', reason: 'internal' };
}
function portsFor(ports, event, pull, { nth, alone }) {
    const { run, memory, log } = ports;
    return {
        ...ports,
        run: { ...run, event: eventFor(event, pull) },
        memory: { save: (name, value) => memory.save(name, value, nth) },
        log: alone ? log : numbered(log, pull.number),
    };
}
const numbered = ({ info, warning }, number) => ({
    info: (line) => info(`#${number}: ${line}`),
    warning: (line) => warning(`#${number}: ${line}`),
});
async function begin(ports) {
    const admission = await admit(ports);
    return { ports, admission, start: admission.ok ? await start_start(ports, admission) : undefined };
}
async function toEnd(begun) {
    const { ports, admission, start: started } = begun;
    if (!admission.ok)
        return { ...begun, result: admission.last };
    if (!started?.ok)
        return { ...begun, result: started?.last ?? admission.result };
    return { ...begun, result: await conclude(ports, admission, started) };
}
const over = ['draft', 'pull-request-closed'];
/** Whether a pull request runs nothing now, and may have something running from before. */
const runsNothing = (begun) => begun?.admission.ok === false && over.includes(begun.admission.last.reason);
/** Stops what runs for pull requests that are over. */
async function stopIdle(ports, closed, drafts) {
    const numbers = [...closed, ...drafts].map(({ number }) => number);
    return numbers.length === 0
        ? []
        : [await cancelMeant(ports, { numbers, closed: closed.map(({ number }) => number) })];
}
/**
 * Says the last word once: that of the first pull request that was let through and is not successful, else of the one
 * that asks for most, and only while all of them are still what was asked for. Gives what is true of each afterwards.
 */
async function sayTogether(ended) {
    const admitted = ended.filter(({ admission }) => admission.ok);
    const last = lastWordOf(admitted.map(({ result }) => result));
    const speaker = admitted.find(({ result }) => result === last);
    // Where none has a pipeline, each has been told its own end already.
    if (!speaker || !admitted.some(({ start: started }) => started?.ok))
        return ended.map(({ result }) => result);
    const told = await voiceFor(speaker.ports, allHold(admitted)).last(speaker.result);
    if (told.reason === 'pull-request-closed') {
        // The others still want to know.
        const open = await stillOpen(admitted);
        if (open.length > 0 && open.length < admitted.length)
            return [...(await sayTogether(open)), told];
    }
    return ended.map((one) => {
        const last = one === speaker ? told : asTold(one.result, told);
        // Put on record once more, where there was a pipeline: what came of it is not what was decided.
        return one.admission.ok && one.start?.ok ? one.admission.recorded(last) : last;
    });
}
/** A pass whose status is another's, which was held back, is held back as well. Pure. */
const asTold = (result, { asksMore }) => asksMore !== undefined && statusLine(result)?.state === 'success' ? report_heldBack(result, asksMore) : result;
/** Those whose pull request has not been closed meanwhile. */
async function stillOpen(ended) {
    const changes = await Promise.all(ended.map(async ({ admission }) => (admission.ok ? admission.recheck() : undefined)));
    return ended.filter((_, nth) => changes[nth] !== 'pull-request-closed');
}
/** Whether what was asked for still holds for all; somebody else who speaks by now comes before what is not known. */
function allHold(ended) {
    return async () => {
        const checks = ended.flatMap(({ admission, start: started }) => admission.ok && started?.ok ? [admission.recheck()] : []);
        const changes = (await Promise.all(checks)).filter((changed) => changed !== undefined);
        return changes.find((changed) => reasonOf(changed).shows === 'untouched') ?? changes[0];
    };
}
/** The first that is not successful; of those that are, the first whose tests are at least as much as all others. Pure. */
function lastWordOf(results) {
    const first = firstThatCounts(results);
    if (first === undefined || reasonOf(first.reason).exit !== 0)
        return first;
    const testsOf = ({ tests = [], allSelected = false }) => ({ ids: tests, all: allSelected });
    return results.find((one) => results.every((other) => includes(testsOf(one), testsOf(other)))) ?? first;
}
/** The first that is not successful, else the first. Pure. */
const firstThatCounts = (results) => results.find(({ reason }) => reasonOf(reason).exit !== 0) ?? results[0];

;// CONCATENATED MODULE: ./build/js/modes/counting.js
/** The pipeline that counts for a status that hangs, and what it says. */







/**
 * The pipeline that counts for what the labels ask: a pipeline for fewer tests must not settle the status, nor one from
 * before the GitLab branch moved. By name and not by date: what was retried or joined is older than the status that
 * hangs.
 */
async function findCounting({ gitlab }, asked) {
    const found = allKnown(await Promise.all((asked?.requests ?? []).map((request) => ask(findFresh(gitlab, request)))));
    if (!found.known)
        return unknown('sweep-incomplete');
    const all = found.value.flat();
    const counts = eldestAlive(all) ?? newestEnded(all);
    if (!counts)
        return known(undefined);
    // A list leaves out what a single answer tells: warnings, errors of the configuration.
    const whole = await ask(gitlab.get(counts.id));
    const { key, keyHidden } = counts;
    return whole.known ? known({ ...whole.value, key, keyHidden }) : unknown('sweep-incomplete');
}
async function findFresh(gitlab, { key, ref }) {
    const found = await gitlab.find(key);
    if (found.length === 0)
        return [];
    const name = ref ?? (await gitlab.defaultBranch());
    const aim = { ref: name, head: await headOf(gitlab, name, { ref }) };
    return found.filter((pipeline) => isFresh(pipeline, aim));
}
/**
 * None: nothing was started for these tests, or it was deleted. What is alive here has just been stopped. Unknown: a
 * pipeline that passed, where it could not be found out whether the tests ran.
 */
async function judgeLeft(ports, counts, asked, hadOne) {
    // Somebody who is no member has asked for more, or a run for a member's label was lost: which, nothing here tells.
    if (counts === undefined && hadOne)
        return known({ verdict: 'pending', reason: 'retest-needed' });
    if (counts === undefined)
        return known({ verdict: 'lost', reason: 'run-lost' });
    const { id: pipelineId, status } = counts;
    if ((0,pipeline_status/* isEnded */.pl)(status)) {
        const outcome = { how: 'ended', pipeline: { ...counts, status } };
        const ran = await askRan(ports, pipelineId, asked?.tests ?? [], outcome);
        return ran.known ? known({ ...verdict_judge(outcome, ran), pipelineId }) : ran;
    }
    if ((0,pipeline_status/* meaningOf */.Pr)(status) === 'blocked')
        return known({ ...judgeUnended({ how: 'blocked', pipeline: counts }), pipelineId });
    return known({ ...judgeUnended({ how: 'timed-out' }), pipelineId });
}

;// CONCATENATED MODULE: ./build/js/modes/hanging.js
/** Settles one status that hangs, from what GitLab says of the pipeline that counts for it. */
















/**
 * Of one that is overdue, stops the other pipelines of the pull request too. What it knows may be minutes old when its
 * turn comes, so it looks again before it acts and before it writes: a newer run may speak by then. What cannot be found
 * out is left to the next sweep.
 */
async function settle(ports, hanging) {
    const { github, gitlab, settings } = ports;
    const { status, overdue } = hanging;
    const nothing = (reason) => ({
        result: { decision: 'allowed', reason },
        done: reason === 'superseded',
    });
    // Before the look at the status: every run writes one before it starts, so none of a newer run is in this list.
    const since = status.at - settings.pipeline.limits.timeoutMs - marginMs;
    const family = familyOf(settings, hanging.pull.number);
    const recent = overdue ? await ask(gitlab.recent(since, ({ key }) => isOfFamily(key, family))) : known([]);
    const now = await lookAgain(ports, hanging);
    if (!now.known)
        return nothing(now.reason);
    const { pull } = now.value;
    const selection = await liveSelection(github, pull, settings.selection);
    if (!selection.known)
        return nothing('sweep-incomplete');
    const asked = askedBy(pull, selection.value, settings);
    const onRequest = status.context !== settings.statusContext;
    // Without the list the others stay as they are. A status on request is told by nothing else.
    if (onRequest && !recent.known)
        return nothing('sweep-incomplete');
    const counting = onRequest ? known(undefined) : await findCounting(ports, asked);
    if (!counting.known)
        return nothing(counting.reason);
    const counts = counting.value;
    if (!overdue && !(counts && (0,pipeline_status/* isEnded */.pl)(counts.status)))
        return underWay;
    const none = !onRequest && selection.value.selected && needsNone(selection.value);
    // Who asks for more, or for less that was never tested, has to say so: then a run will tell.
    if (isHeldBack(status) && counts === undefined && !none)
        return { result: { decision: 'allowed', reason: 'more-tests-asked' }, done: true };
    const others = recent.known
        ? othersOf(ports, recent.value, { ...now.value, asked, counts, onRequest })
        : [];
    if (!recent.known)
        ports.log.warning('GitLab did not tell which older pipelines are running; look there');
    const runs = counts !== undefined && (0,pipeline_status/* meaningOf */.Pr)(counts.status) === 'alive';
    const ends = await stopAndSay(ports, [...(runs ? [counts.id] : []), ...others]);
    // A run on request is a member's, and where labels choose nothing there is nothing to test again.
    const retestable = !onRequest && asked !== undefined;
    const hadOne = saysRetest(status) || (recent.known && hasHadOne(ports, recent.value, pull));
    // It was let through, or the status would claim nothing.
    const judged = none ? known(noTest) : await judgeLeft(ports, counts, asked, retestable && hadOne);
    if (!judged.known)
        return nothing(judged.reason);
    const sufficient = await isSufficient(ports, pull, selection.value);
    const result = {
        ...{ decision: 'allowed', commit: pull.head.sha },
        ...(!onRequest && asked && { tests: asked.tests, allSelected: asked.all }),
        ...(sufficient && { sufficient }),
        ...(none && { tests: [], allSelected: false, sufficient: true }),
        ...(counts?.key !== undefined && { key: counts.key }),
        ...judged.value,
    };
    const record = (last) => recorded(ports, last, { pullRequest: pull.number });
    if (runs && ends[0]?.stopped !== 'ended')
        return { result: record({ ...result, ...unsettled }), done: false };
    const { told, written } = await write(ports, hanging, onRequest ? undefined : selection.value, result);
    const done = recent.known && written && ends.every(({ stopped }) => stopped === 'ended');
    return { result: record(told), done };
}
/** Whether all that the files need is selected, where that is enough. */
async function isSufficient({ github, settings }, pull, selection) {
    const rules = settings.selection;
    if (!settings.requireAll || rules.paths === undefined || !selection.selected)
        return false;
    const needed = await neededBy(github, pull, rules);
    return needed.known && covers(selection, needed.value);
}
const underWay = { result: { decision: 'allowed', reason: 'detached' }, done: true };
const noTest = { tests: [], reason: 'no-test-needed' };
const unsettled = { verdict: 'pending', reason: 'sweep-incomplete' };
/** Writes the status, unless a newer run speaks by now. `written`: it is there, or need not be. */
async function write(ports, hanging, selection, result) {
    const { settings } = ports;
    const { pull, status } = hanging;
    let untold = false;
    const speaker = {
        ...speakerOf(ports),
        ...{ pull: pull.number, context: status.context },
        requiresAll: settings.requireAll && status.context === settings.statusContext,
    };
    const onUntold = () => {
        untold = true;
    };
    const voice = voiceFor({ ...ports, onUntold }, () => whatChanged(ports, hanging, selection), speaker);
    const told = await voice.last(result);
    const said = told.reason === result.reason || told.asksMore !== undefined || told.reason === 'superseded';
    return { told, written: said && !untold };
}
/** The pull request and its statuses as they are now, where the very status that hung still stands. */
async function lookAgain({ github, settings }, { pull, status }) {
    const [live, statuses] = await Promise.all([
        ask(github.pull(pull.number)),
        ask(github.statuses(pull.head.sha)),
    ]);
    if (!live.known || !statuses.known)
        return unknown('sweep-incomplete');
    if (!live.value.open || live.value.head.sha !== pull.head.sha)
        return unknown('superseded');
    const standing = standingIn(statuses.value, status.context);
    const same = standing?.state === 'pending' && standing.at === status.at && standing.targetUrl === status.targetUrl;
    // Written by this sweep, whose answer got lost: to write it again changes nothing.
    const own = standing !== undefined &&
        standing.state !== 'pending' &&
        runIn(standing.targetUrl) === settings.github.runUrl &&
        claimIn(standing.targetUrl)?.pull === pull.number;
    return same || own ? known({ pull: live.value, statuses: statuses.value }) : unknown('superseded');
}
/** For the last moment before the write: the look once more, and whether the same tests are still asked for. */
async function whatChanged(ports, hanging, before) {
    const now = await lookAgain(ports, hanging);
    if (!now.known)
        return now.reason;
    if (!before?.selected)
        return undefined;
    const live = await liveSelection(ports.github, now.value.pull, ports.settings.selection);
    if (!live.known)
        return 'sweep-incomplete';
    return isSame(live.value, before) ? undefined : 'superseded';
}
/** Whether a run has left the status to a member. Pipelines of the commit may be older by now than the list goes back. Pure. */
const saysRetest = ({ description }) => description.startsWith(reasonOf('retest-needed').sentence);
/** Whether the commit of a pull request has had a pipeline for other tests. */
const hasHadOne = ({ settings }, recent, { number, head }) => recent.some(({ key }) => isOfFamily(key, familyOf(settings, number), head.sha));
/**
 * Ids of the live pipelines of the pull request that nobody waits for: those of older labels and heads, and rivals. Of
 * a status on request those of its commit that the labels do not ask for are meant: which one it was, no key tells.
 */
function othersOf(ports, recent, { pull, statuses, asked, counts, onRequest }) {
    const { settings } = ports;
    const family = familyOf(settings, pull.number);
    const { sha } = pull.head;
    const since = ports.clock.now() - settings.pipeline.limits.timeoutMs;
    const sparing = !onRequest && isAwaited(statuses, settings.statusContext, since) ? sha : undefined;
    const live = recent.filter(isObsolete({ family, except: undefined, sparing }));
    const isOther = ({ id, key }) => onRequest ? isOfFamily(key, family, sha) && !asksFor(asked, key) : id !== counts?.id;
    return live.filter(isOther).map(({ id }) => id);
}

;// CONCATENATED MODULE: ./build/js/modes/sweep.js
/** Mode `sweep`: finds the statuses that hang, and what runs for pull requests that are over. */











/**
 * Settles statuses from what GitLab says: those of runs that did not wait, once their pipeline has ended, and whatever
 * has been pending for longer than the deadline, so that a lost report never holds a pull request for ever. And stops what runs for pull requests that are over: GitHub starts no run at
 * the close of one with a merge conflict. It starts nothing, so it has no gate.
 */
async function sweep(ports) {
    const { settings, log } = ports;
    const context = settings.statusContext;
    const nothing = { hanging: [], stale: new Set() };
    const found = context === undefined ? known(nothing) : await findHanging(ports, context);
    if (!found.known)
        return recorded(ports, { decision: 'undecided', reason: found.reason });
    const { hanging, stale } = found.value;
    for (const commit of stale)
        await releaseAll(ports, commit);
    let open = 0;
    let underWay = 0;
    for (const one of hanging) {
        const { result, done } = await settle(ports, one);
        log.info(`#${one.pull.number}, ${one.status.context}: ${result.reason}`);
        if (!done)
            open += 1;
        if (result.reason === 'detached')
            underWay += 1;
    }
    const hung = hanging.length - underWay;
    log.info(`${hung} hanging, ${hung - open} settled`);
    const { reason } = await cancelEnded(ports);
    const done = open === 0 && reason === 'cancel-done';
    return recorded(ports, { decision: 'allowed', reason: done ? 'sweep-done' : 'sweep-incomplete' });
}
async function findHanging(ports, context) {
    const { github, settings, clock } = ports;
    const pulls = await ask(github.openPulls());
    if (!pulls.known)
        return pulls;
    const oldest = clock.now() - settings.pipeline.limits.timeoutMs;
    const contexts = [context, contextOnRequest(context)];
    const hanging = [];
    const stale = new Set();
    for (const pull of pulls.value) {
        const statuses = await ask(github.statuses(pull.head.sha));
        if (!statuses.known)
            return statuses;
        for (const status of statuses.value) {
            if (!contexts.includes(status.context))
                continue;
            if (await sweep_isStale(ports, pull, status))
                stale.add(pull.head.sha);
            if (status.state !== 'pending')
                continue;
            const overdue = status.at < oldest;
            // Which pipeline a status on request is about, no key tells.
            if (!overdue && !(status.context === context && isDetached(status)))
                continue;
            // A status without a claim waits for a person (an approval, a draft), and may do so for ever.
            const claim = claimIn(status.targetUrl);
            if (claim === undefined)
                continue;
            const hangs = claim.pull !== pull.number
                ? overdue && (await isLeftTo(ports, pull, status, pulls.value))
                : !isHeldBack(status) || (await isOfOtherTests(ports, pull, claim));
            if (hangs)
                hanging.push({ pull, status, overdue });
        }
    }
    return known({ hanging, stale });
}
/** Whether the pull request of a status has left the commit, and this one has claimed it as well. */
async function isLeftTo({ github }, { number, head }, { context, targetUrl }, open) {
    const whose = claimIn(targetUrl)?.pull;
    if (open.some((pull) => pull.number === whose && pull.head.sha === head.sha))
        return false;
    const history = await historyOf(github, head.sha);
    return (history.known &&
        history.value.some((line) => line.context === context && claimIn(line.targetUrl)?.pull === number));
}
/** Whether a status stands for another pull request, or for other tests than this one asks for, or holds a pass back. */
async function sweep_isStale(ports, pull, status) {
    if (status.context !== ports.settings.statusContext)
        return false;
    const claim = claimIn(status.targetUrl);
    if (claim === undefined)
        return false;
    if (claim.pull !== pull.number || isHeldBack(status))
        return true;
    return status.state === 'success' && (await isOfOtherTests(ports, pull, claim));
}
/** Whether a claim is for other tests than its pull request asks for now. */
async function isOfOtherTests(ports, pull, { tests }) {
    const wanted = await wantedTests(ports, pull);
    return wanted.known && (wanted.value === undefined || digestOf(wanted.value) !== tests);
}
/** Whether the run that wrote a status has left its pipeline to the sweep (`wait: false`). Pure. */
const isDetached = ({ description }) => description.startsWith(reasonOf('detached').sentence);

;// CONCATENATED MODULE: ./build/js/modes/trigger.js
/** Mode `trigger`: starts a pipeline for a push, tag or release and does not wait for it. No status is written. */





/** Where the verdict of an earlier pipeline stands, that is told: nothing was started. */
async function trigger(ports) {
    const admitted = await admit(ports);
    if (!admitted.ok)
        return admitted.last;
    const begun = await start_start(ports, admitted);
    if (!begun.ok)
        return begun.last;
    const { event } = ports.run;
    // By `mode: auto` nobody may have meant a release to start anything.
    if (event.kind === 'ref' && event.on === 'release')
        ports.log.info(ofRelease);
    const { started, life, result } = begun;
    const { pipeline, how } = started;
    const { status } = pipeline;
    if (how === 'verdict' && (0,pipeline_status/* isEnded */.pl)(status)) {
        const outcome = { how: 'ended', pipeline: { ...pipeline, status } };
        return admitted.recorded({
            ...result,
            ...(await verdictOn(ports, pipeline.id, life.subject.tests, outcome)),
        });
    }
    return admitted.recorded(await leave(life, started, result, 'triggered'));
}
const ofRelease = 'this release starts a pipeline in GitLab; nobody waits for it, and no status is written';

;// CONCATENATED MODULE: ./build/js/modes/dispatch.js
/** Which mode answers a run: by the input `mode`, the event, and the command of a comment. */










const dispatch_modes = { run: run, 'require-all': requireAll, cancel: cancel, trigger: trigger, sweep: sweep };
/** By `workflow_run` the pull requests are found first. */
const dispatch_byHead = {
    ...dispatch_modes,
    run: (ports, event) => untilTold(ports, () => runByHead(ports, event)),
    'require-all': requireAllByHead,
    cancel: cancelByHead,
};
/** What a command asks for wherever `run` listens. */
const commands = {
    ...{ 'ok-to-test': run, retest: run, test: run },
    ...{ 'list-tests': listTests, cancel: cancel, duplicate: duplicate },
};
/** Plays the mode that the run is for. */
function dispatch(ports) {
    const { mode } = ports.settings;
    const { event } = ports.run;
    if (event.kind === 'workflow-run')
        return dispatch_byHead[mode](ports, event);
    const name = event.kind === 'comment' ? nameIn(event.parsed) : undefined;
    if (name !== undefined && isFor(mode, name))
        return commands[name](ports);
    return dispatch_modes[mode](ports);
}
/** What a command asks for is done by its own mode; where tests are started without waiting, by that one. */
const isFor = (mode, name) => mode === 'run' || (mode === 'trigger' && commands[name] !== run);

;// CONCATENATED MODULE: ./build/js/modes/refuse.js




/** GitHub's own id of `dependabot[bot]`. */
const dependabotId = 49_699_333;
/** The modes whose verdict is a commit status; the others leave it alone, whatever becomes of them. */
const speaking = ['run', 'require-all'];
/**
 * A run that cannot begin, because its inputs are wrong: recorded, told on the commit of the event where the mode
 * writes a status, and answered where it was a command. Runs of Dependabot and of forks get no secrets
 * (docs/facts/github.md, "Events"), so for them it is not a mistake of anybody: the one needs an approval, the other
 * (`pull_request`) another event.
 */
async function refuseInputs(ports) {
    const { settings, run } = ports;
    const record = recordRefusal(ports, reasonFor(run.event, settings.mode));
    await refuse_answer(ports, record);
    return speaking.includes(settings.mode) ? voiceFor(ports).refuse(record) : record;
}
/** The same, of inputs so wrong that GitHub cannot even be spoken to: it is recorded, and nothing is sent. */
function recordRefusal(recorder, reason = 'bad-input') {
    const commit = commitOf(recorder.run.event);
    return recorded(recorder, {
        decision: 'denied',
        reason,
        ...(commit !== undefined && { commit }),
    });
}
function reasonFor(event, mode) {
    if (event.kind === 'unsupported')
        return 'unsupported-event';
    // An approval by comment leads to a run of mode `run`, and to no other.
    return mode === 'run' && 'sender' in event && event.sender.id === dependabotId ? 'dependabot' : 'bad-input';
}
function commitOf(event) {
    if (event.kind === 'pull-request' || event.kind === 'workflow-run')
        return event.head.sha;
    return event.kind === 'ref' ? event.commit : undefined;
}
async function refuse_answer(ports, { decision, reason }) {
    const { event } = ports.run;
    if (event.kind !== 'comment')
        return;
    const name = nameIn(event.parsed);
    if (name !== undefined && refuse_isFor(ports.settings.mode, name))
        await react(ports, event.commentId, reactionTo(decision, reason));
}
/** Whether a mode answers that command when its inputs are right; two workflows may listen to the same comments. */
function refuse_isFor(mode, command) {
    if (mode === 'cancel')
        return command === 'cancel';
    return mode === 'run' || mode === 'trigger';
}

;// CONCATENATED MODULE: ./build/js/report/exit.js
/** How the step ends: green or red. */

/**
 * The process's exit code (docs/architecture.md, "The status is the check"): the status is the check, but a red job
 * says it too. What only a pending status holds back must not leave a green job where there is no status.
 */
function exitCode(result, statusContext) {
    if (heldByStatus.includes(result.reason) && statusContext === undefined)
        return 1;
    return reasonOf(result.reason).exit;
}
const heldByStatus = ['draft', 'all-tests-needed', 'more-tests-asked'];

;// CONCATENATED MODULE: ./build/js/report/summary.js



/** The action's outputs by name (README.md, "Outputs"). What is not known is the empty string. */
function outputsOf(result) {
    return {
        decision: result.decision,
        reason: result.reason,
        commit: result.commit ?? '',
        tests: result.tests?.join(',') ?? '',
        'all-tests-selected': result.allSelected === undefined ? '' : String(result.allSelected),
        'gitlab-ref': result.ref?.shown ?? '',
        'twin-branch': result.ref?.twin ? result.ref.shown : '',
        'pipeline-id': result.pipelineId === undefined ? '' : String(result.pipelineId),
        'pipeline-status': result.pipelineStatus ?? '',
        verdict: result.verdict ?? '',
        reused: result.reused ?? '',
        audit: result.audit ?? '',
        'duration-seconds': result.durationSeconds === undefined ? '' : String(result.durationSeconds),
    };
}
/**
 * The job summary in Markdown. Every cell is one of our own words, a number, or public and safe by pattern. `details` are
 * lines of our own that stand below it as they are; none holds three back-ticks.
 */
function summaryOf(result, details = []) {
    const remedy = nextStep(result);
    const rows = [
        ['Decision', result.decision],
        ['Commit', result.commit && summary_code(result.commit)],
        ['Tests', result.tests && summary_code(result.tests.join(', '))],
        ['Refused', summary_names(result.unknownLabels)],
        ['Known', summary_names(result.knownLabels)],
        ['GitLab branch', result.ref && summary_code(result.ref.shown) + (result.ref.twin ? ' (same name)' : '')],
        [
            'Passed over',
            result.passedOver && `${summary_code(result.passedOver)}: protected, and not in \`twin-branches\``,
        ],
        ['Pipeline', result.pipelineId === undefined ? undefined : `#${result.pipelineId}`],
        ['Verdict', result.verdict],
        ['Reused', result.reused === 'none' ? undefined : result.reused],
        ['Jobs', result.jobs && `${result.jobs.done} of ${result.jobs.all} ended`],
        ...Object.entries(result.testResults ?? {}).map(([test, status]) => [
            summary_code(test),
            status,
        ]),
        ['Whether each test ran', result.unchecked && 'not checked (`test-jobs: none`)'],
        ['Queued', duration(result.queuedSeconds)],
        ['Running', duration(result.ranSeconds)],
        ['Reason', summary_code(result.reason)],
    ];
    const table = rows
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `| ${name} | ${value} |`);
    const next = remedy === nothingToDo ? [] : [`**Next:** ${remedy}`, ''];
    return [
        `### Drawbridge: ${describe({ ...result, tests: [], unknownLabels: [] })}`,
        '',
        '| | |',
        '|---|---|',
        ...table,
        '',
        ...(details.length > 0 ? ['```text', ...details, '```', ''] : []),
        ...next,
    ].join('\n');
}
const summary_code = (text) => `\`${text}\``;
/** In a heading Markdown would make a link of a name that looks like one, so names have rows of their own. */
const summary_names = (all = []) => all.length > 0 ? summary_code(shownList(all)) : undefined;
/** Seconds as a person writes them: `1 h 5 min`, `3 min 2 s`, `40 s`. */
function duration(seconds) {
    if (seconds === undefined)
        return undefined;
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    if (hours > 0)
        return `${hours} h ${minutes} min`;
    return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

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
    'pass-as',
    'variables',
    'branch-variable',
    'tests-variable',
    'wait',
    'supersede',
    'disclose',
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
    const given = Object.keys(env).flatMap((name) => /^INPUT_(.+)$/.exec(name)?.[1]?.toLowerCase() ?? []);
    const unknown = given.filter((name) => !inputNames.includes(name));
    if (unknown.length === 0)
        return [];
    const { default: leven } = await __nccwpck_require__.e(/* import() */ 785).then(__nccwpck_require__.bind(__nccwpck_require__, 7785));
    return unknown.map((name) => {
        const [nearest = ''] = inputNames.toSorted((a, b) => leven(name, a) - leven(name, b));
        // The name is the maintainer's own; one with other characters is not repeated.
        const input = /^[a-z0-9_-]{1,60}$/.test(name) ? name : 'an input';
        return { input, wrong: `is no input of this action; the nearest is \`${nearest}\`` };
    });
}

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
        return new external_node_crypto_namespaceObject.X509Certificate(pem).raw.length > 0;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/js/net/url.js
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
    return entries && maps_joined(entries);
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
            return { map: maps_joined(mapOf(reader, name, read.entries)), isList: false };
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
    const { parseDocument, isAlias, isMap, isScalar, isSeq } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
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
const maps_joined = (entries) => new Map([...entries].map(([key, value]) => [key, [value].flat().join(',')]));
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






/** How GitLab is reached. */
function readGitLab(reader, need) {
    const triggerToken = secret(reader, 'gitlab-trigger-token');
    const token = secret(reader, 'gitlab-token');
    const isEmpty = reader.isEmpty('gitlab-token') || reader.isEmpty('gitlab-trigger-token');
    if (isEmpty) {
        // That is a fault by itself, and what is missing because of it is not.
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
        url: readUrl(reader, 'gitlab-url'),
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
function readUrl(reader, name) {
    const text = reader.required(name, 'give the address of the server');
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const fits = url !== undefined &&
        (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) &&
        url.username === '' &&
        url.password === '' &&
        url.search === '' &&
        url.hash === '';
    if (text !== '' && !fits) {
        const shape = 'must be an https URL without user, query or fragment (http only on loopback)';
        reader.fault(name, /^[\w-]+(?:\.[\w-]+)+(?:[:/].*)?$/.test(text) ? 'must begin with `https://`' : shape);
    }
    else if (url) {
        const slip = urlSlip(url, reader.text('gitlab-project'));
        if (slip !== undefined)
            reader.fault(name, `must be the address of the GitLab server alone: ${slip}`);
    }
    return text.replace(/\/+$/, '');
}
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
                .matching('gitlab-ref', safeRef, 'must be the name of a branch or tag')
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
        const name = reader.matching(input, variableName, 'must be the name of a variable') ?? usual;
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
        if (!variableName.test(name))
            reader.fault('variables', `the name ${shown(name)} must be letters, digits and _`);
        else if (isReserved(name) || taken.includes(name))
            reader.fault('variables', `the name ${name} is reserved; choose another`);
        if (!safeValue.test(value))
            reader.fault('variables', `the value of ${shown(name)} must consist of letters, digits and . _ / , : @ # + = -`);
    }
    return Object.fromEntries(further);
}

;// CONCATENATED MODULE: ./build/js/action/mode.js
/** The modes that a workflow can name, in the order in which they are shown. */
const mode_modes = ['run', 'require-all', 'cancel', 'trigger', 'sweep'];
/**
 * The mode of an event, where the workflow names none (`mode: auto`, README.md, "Modes"). An event that is not understood
 * is one of `run`, which refuses it. Pure.
 */
function modeFor(event, rules) {
    switch (event.kind) {
        case 'pull-request':
            return mode_ofPull(event, rules);
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
function mode_ofPull({ action }, { drafts }) {
    if (action === 'closed')
        return 'cancel';
    return action === 'converted_to_draft' && !drafts ? 'cancel' : 'run';
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
    if (!safeTestId.test(test))
        return 'must be for a test id: letters, digits and . _ / : @ # + = -';
    if (test === allLabel)
        return 'must be for a test id, and not for the one of `all-label`';
    const isListed = tests === undefined || [...tests.values()].includes(test);
    const isReadable = !reader.faults.some(({ input }) => input === 'tests');
    return isReadable && !isListed ? 'must be for a test id that `tests` lists' : undefined;
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
        if (!safeTestId.test(id))
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






const testId = { pattern: safeTestId, shape: 'must consist of letters, digits and . _ / : @ # + = -' };
/** How labels choose tests. */
async function readSelection(reader) {
    const prefix = reader.required('label-prefix', 'labels that begin with it choose tests');
    const allLabel = reader.matching('all-label', testId.pattern, testId.shape) ?? 'test-all';
    const tests = await tests_inputs_readTests(reader, { prefix, allLabel });
    const known = tests_inputs_idsOf(reader, tests);
    const paths = await readPaths(reader, known && [...known, allLabel]);
    return {
        ...{ prefix, tests, allLabel },
        defaultTests: readDefaultTests(reader, tests, allLabel),
        ...(paths && { paths }),
    };
}
/** Labels may have any characters that GitHub takes; only ids go on to GitLab. In a list a label is its own id. */
async function tests_inputs_readTests(reader, rules) {
    const read = await readMapOrList(reader, 'tests');
    if (read === undefined)
        return undefined;
    for (const [label, id] of read.map) {
        const named = `the label ${shown(label)}`;
        if (!testId.pattern.test(id)) {
            const ownId = `${named} is its own id, and ${testId.shape}; give it an id of such characters: \`label: id\``;
            reader.fault('tests', read.isList ? ownId : `the id of ${named} ${testId.shape}`);
        }
        else if (!choosesTests(label, rules)) {
            reader.fault('tests', `${named} must begin with \`label-prefix\`, or it can never choose its test`);
        }
    }
    for (const label of twice([...read.map.keys()]))
        reader.fault('tests', `the label ${shown(label)} is there twice: case makes no difference to GitHub`);
    return read.map;
}
/** The ids that `tests` lists; undefined where it lists none, or not rightly. */
const tests_inputs_idsOf = (reader, tests) => reader.faults.some(({ input }) => input === 'tests') ? undefined : tests && [...tests.values()];
/** What no label means. As with `/test`, it must be known where the tests are listed at all. */
function readDefaultTests(reader, tests, allLabel) {
    const name = 'default-tests';
    if (reader.text(name) === undefined)
        return [allLabel];
    const ids = reader.list(name, testId.pattern, testId.shape);
    // Else a pull request without labels would be green with nothing tested.
    if (ids.length === 0)
        reader.fault(name, 'must name at least one test');
    const known = tests_inputs_idsOf(reader, tests);
    const isStrange = (id) => testId.pattern.test(id) && known?.includes(id) === false && !meansAll(id, { allLabel });
    const strange = ids.findIndex(isStrange);
    if (strange >= 0) {
        const shape = 'must be test ids that `tests` lists, or the one of `all-label`';
        reader.fault(name, `${shape}; item ${strange + 1} is neither`);
    }
    return ids;
}
/** Who may run which tests. Ids are compared to the letter, because GitLab's jobs do; what means all is not. */
async function tests_inputs_readRights(reader, { tests: labels, allLabel }) {
    const name = 'who-may-run';
    if (reader.isEmpty(name))
        reader.fault(name, 'is empty: name who may run what, or leave the input out for every member');
    const rows = await readMap(reader, name);
    if (rows === undefined)
        return undefined;
    const known = tests_inputs_idsOf(reader, labels);
    const table = new Map();
    for (const [row, value] of rows) {
        const tests = value.split(',').map((test) => test.trim());
        if (!slug.test(row))
            reader.fault(name, 'names must be roles, or team slugs without the organisation (`cloud`, not `acme/cloud`)');
        const safe = tests.filter((test) => testId.pattern.test(test));
        if (safe.length < tests.length)
            reader.fault(name, `test ids ${testId.shape}`);
        // Compared to the letter with what the labels mean, another one would let nobody run it, and say nothing.
        if (known && safe.some((test) => !known.includes(test) && !meansAll(test, { allLabel })))
            reader.fault(name, `${shown(row)} must have test ids that \`tests\` lists, or \`all\``);
        const all = tests.some((test) => sameName(test, 'all'));
        table.set(row, all ? 'all' : tests.map((test) => (sameName(test, allLabel) ? allLabel : test)));
    }
    for (const row of twice([...table.keys()]))
        if (slug.test(row))
            reader.fault(name, `the name ${row} is there twice: case makes no difference to GitHub`);
    return table;
}
/** The names that are there before in other letters. */
const twice = (names) => {
    const keys = names.map(nameKey);
    return names.filter((_, nth) => keys.indexOf(keys[nth] ?? '') < nth);
};

;// CONCATENATED MODULE: ./build/js/action/inputs.js









/**
 * INPUT_* → Settings. Every fault names its input, what is wrong and what to do. No value is ever repeated; of a map the
 * name that is meant is, as `shown`.
 */
async function readInputs(get, runner) {
    const reader = createReader(get);
    const named = reader.choice('mode', ['auto', ...mode_modes]);
    const pullRequest = readPullRequest(reader);
    const drafts = reader.boolean('drafts');
    const mode = named === 'auto' ? modeFor(runner.event, { pullRequest, drafts }) : named;
    const wait = reader.boolean('wait');
    const requireAll = reader.boolean('require-all');
    const statusContext = readStatusContext(reader, { mode, requireAll }, runner);
    const selection = await readSelection(reader);
    const settings = {
        mode,
        github: readGitHub(reader, runner),
        gate: readGate(reader, runner, drafts),
        rights: await tests_inputs_readRights(reader, selection),
        selection,
        testJobs: await readTestJobs(reader, selection),
        requireAll,
        settleMs: reader.number('settle-seconds', 'seconds', { least: 0, most: 600 }) * 1000,
        pullRequest,
        gitlab: mode === 'require-all' ? noGitLab : readGitLab(reader, needOf(mode, wait)),
        wait,
        supersede: reader.boolean('supersede'),
        disclose: reader.choice('disclose', ['status', 'counts', 'jobs']),
        auditFile: reader.text('audit-file'),
        pipeline: { ...(await readPipeline(reader)), mark: markOf(statusContext, runner.serverUrl) },
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
/** `require-all` reads labels only: it needs no secret and knows no GitLab. */
const noGitLab = {
    ...{ url: '', project: '' },
    ...{ token: undefined, triggerToken: undefined, creators: [] },
};
function readGate(reader, runner, drafts) {
    return {
        organization: reader.matching('organization', slug, 'must be the name of an organisation, as `acme`, and no address') ?? ownerOf(runner),
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
    return reader.list(name, slug, shape);
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
    const ending = contextOfRequireAll('');
    const isOfAll = context.endsWith(ending);
    // A pass for one test would stand where all are required.
    if (isOfAll && mode === 'run' && !requireAll)
        reader.fault(name, `must not end with \`${ending}\` unless \`require-all: true\`: who reads it relies on all`);
    return mode !== 'require-all' || isOfAll ? context : contextOfRequireAll(context);
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

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./build/js/facts/payload.js
/** Reads the event file of a run: what has not the documented shape is no event that means something. */



const asObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
const asText = (value) => (typeof value === 'string' ? value : undefined);
/** The account that GitHub shows in place of a deleted one (docs: "Deleting your personal account"). */
const ghostId = 10137;
/** A person out of a webhook payload or an API answer; null when the account is gone or the shape is wrong. */
function toPerson(value) {
    const { id, login, type } = asObject(value);
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || typeof login !== 'string')
        return null;
    if (id === ghostId)
        return null;
    return { id, login, type: type === 'User' ? 'User' : 'Bot' };
}
/**
 * Reads the event of this run. Whatever does not have the documented shape (GitHub docs, "Webhook events and
 * payloads") becomes `unsupported`: an event that is not understood starts nothing. `tagCommit` is the commit that
 * the runner names for a tag or release (`GITHUB_SHA`): the payload of a release has none, and that of an annotated tag
 * names the tag's own object (docs/facts/github.md, "Events").
 */
function parseEvent(name, payload, tagCommit) {
    const root = asObject(payload);
    const sender = toPerson(root['sender']);
    const read = {
        pull_request_target: () => sender && payload_readPullRequest(root, sender),
        workflow_run: () => readWorkflowRun(root),
        issue_comment: () => sender && readComment(root, sender),
        merge_group: () => sender && readQueue(root, sender),
        push: () => sender && readPush(root, sender, tagCommit),
        release: () => sender && readRelease(root, sender, tagCommit),
        workflow_dispatch: () => sender && { kind: 'dispatch', sender },
        schedule: () => ({ kind: 'schedule' }),
    };
    const reader = Object.hasOwn(read, name) ? read[name] : undefined;
    return reader?.() ?? { kind: 'unsupported', name };
}
function payload_readPullRequest(root, sender) {
    const action = pullActions.find((known) => known === root['action']);
    const pull = asObject(root['pull_request']);
    const head = asObject(pull['head']);
    const sha = asText(head['sha']);
    const branch = asText(head['ref']);
    const number = pull['number'];
    if (!action || !sha || !isSha(sha) || !branch || typeof number !== 'number')
        return undefined;
    return {
        kind: 'pull-request',
        action,
        number,
        head: { sha, branch, repository: asText(asObject(head['repo'])['full_name']) ?? null },
        base: asText(asObject(pull['base'])['ref']),
        sender,
        rerunner: undefined,
        author: toPerson(pull['user']),
        labels: labelsOf(pull),
        label: asText(asObject(root['label'])['name']),
        at: Date.parse(asText(pull['updated_at']) ?? '') || 0,
        rebased: action === 'edited' && isRebased(root),
        moved: action === 'synchronize' ? readMove(root) : undefined,
    };
}
const labelsOf = ({ labels }) => Array.isArray(labels) ? labels.flatMap((label) => asText(asObject(label)['name']) ?? []) : [];
/** `changes` names what was edited (GitHub docs, "Webhook events and payloads", pull_request, edited). */
const isRebased = (root) => asObject(root['changes'])['base'] !== undefined;
function readMove(root) {
    const before = asText(root['before']);
    const after = asText(root['after']);
    return before && after && isSha(before) && isSha(after) ? { before, after } : undefined;
}
function readWorkflowRun(root) {
    const action = runActions.find((known) => known === root['action']);
    const run = asObject(root['workflow_run']);
    const sha = asText(run['head_sha']);
    const branch = asText(run['head_branch']);
    const sender = toPerson(run['actor']);
    const starter = toPerson(run['triggering_actor']);
    const attempt = run['run_attempt'];
    if (run['event'] !== 'pull_request' || !action || !sha || !isSha(sha) || !branch)
        return undefined;
    if (!sender || !starter || !Number.isSafeInteger(attempt))
        return undefined;
    const again = attempt !== 1 || starter.id !== sender.id;
    return {
        kind: 'workflow-run',
        action,
        head: { sha, branch, repository: asText(asObject(run['head_repository'])['full_name']) ?? null },
        sender,
        rerunner: again ? starter : undefined,
    };
}
function readComment(root, sender) {
    const issue = asObject(root['issue']);
    const comment = asObject(root['comment']);
    const number = issue['number'];
    const commentId = comment['id'];
    const body = asText(comment['body']);
    if (typeof number !== 'number' || typeof commentId !== 'number' || body === undefined)
        return undefined;
    // An edited comment, and one on an issue, is talk: answering it with a failed job would be noise.
    const counts = root['action'] === 'created' && asText(asObject(issue['pull_request'])['url']) !== undefined;
    return {
        kind: 'comment',
        number,
        commentId,
        sender,
        parsed: counts ? parseCommand(body) : { kind: 'none' },
    };
}
function readQueue(root, sender) {
    const group = asObject(root['merge_group']);
    const commit = asText(group['head_sha']);
    const name = withoutPrefix(asText(group['head_ref']), 'refs/heads/');
    if (root['action'] !== 'checks_requested' || !commit || !isSha(commit) || !name)
        return undefined;
    return { kind: 'ref', on: 'queue', commit, name, sender, defaultBranch: defaultBranchOf(root) };
}
function readPush(root, sender, tagCommit) {
    const after = asText(root['after']);
    const ref = asText(root['ref']);
    const branch = withoutPrefix(ref, 'refs/heads/');
    const name = branch ?? withoutPrefix(ref, 'refs/tags/');
    // A deleted ref has a commit of zeros: there is nothing to test.
    if (!after || !isSha(after) || /^0+$/.test(after) || !name)
        return undefined;
    const on = branch === undefined ? 'tag' : 'push';
    const commit = on === 'tag' && tagCommit !== undefined && isSha(tagCommit) ? tagCommit : after;
    return { kind: 'ref', on, commit, name, sender, defaultBranch: defaultBranchOf(root) };
}
function readRelease(root, sender, tagCommit) {
    const name = asText(asObject(root['release'])['tag_name']);
    // One release causes several events (created, published, released): the tests are for the one that publishes it.
    if (root['action'] !== 'published' || !name || tagCommit === undefined || !isSha(tagCommit))
        return undefined;
    return {
        kind: 'ref',
        on: 'release',
        commit: tagCommit,
        name,
        sender,
        defaultBranch: defaultBranchOf(root),
    };
}
/** Empty where the payload names none: then nothing can be compared with it. */
const defaultBranchOf = (root) => asText(asObject(root['repository'])['default_branch']) ?? '';
const withoutPrefix = (text, prefix) => text?.startsWith(prefix) ? text.slice(prefix.length) : undefined;

;// CONCATENATED MODULE: ./build/js/action/slots.js
/** The names under which the runner keeps what a run for several pull requests has told it. */
/** What the names of the nth pull request's state end with, from 0; the first one's with nothing. */
const slotEnding = (nth) => (nth === 0 ? '' : `-${nth + 1}`);

;// CONCATENATED MODULE: ./build/js/action/runner.js




/** Reads the runner's variables and the event file. An event file that cannot be read is no supported event. */
function readSurroundings(env) {
    const attempt = Number(env['GITHUB_RUN_ATTEMPT']) || 1;
    const event = parseEvent(env['GITHUB_EVENT_NAME'] ?? '', readJson(env['GITHUB_EVENT_PATH']), env['GITHUB_SHA']);
    return {
        facts: {
            repository: env['GITHUB_REPOSITORY'] ?? '',
            apiUrl: (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/+$/, ''),
            serverUrl: (env['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, ''),
            runId: env['GITHUB_RUN_ID'] ?? '',
            event,
        },
        run: {
            event,
            rerunner: attempt > 1 ? (env['GITHUB_TRIGGERING_ACTOR'] ?? '') : undefined,
            attempt,
        },
    };
}
function readJson(path) {
    try {
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path ?? '', 'utf8'));
    }
    catch {
        return undefined;
    }
}
/**
 * The log of the job. What reaches it has been through closed lists already (docs/architecture.md, "Only closed lists
 * are printed").
 */
const log = { info: info, warning: (line) => warning(line) };
/** Keeps audit records: each is a line of the log, and of a file where one is configured. */
const auditTo = (file) => (record) => {
    const line = JSON.stringify(record);
    // Folded, because a reader of the log rarely wants it.
    startGroup('audit record');
    info(line);
    endGroup();
    if (file === undefined)
        return;
    try {
        (0,external_node_fs_namespaceObject.appendFileSync)(file, `${line}\n`);
    }
    catch {
        warning('the audit line could not be appended to `audit-file`: check the path');
    }
};
/**
 * Tells a debug log where a fault of our own happened: the stack of our bundle, without the error's message, which may
 * hold anything.
 */
function debugFault(error) {
    if (error instanceof Error)
        core_debug((error.stack ?? '').replace(error.message, ''));
}
/**
 * Does this instead of Node, which would print whatever nobody caught, and then ends the process. A second fault ends
 * it at once: it may come from what is done about the first.
 */
function onStrayFault(act, code) {
    let acted = false;
    process.on('uncaughtException', (error) => {
        if (acted)
            process.exit(code);
        acted = true;
        void act(error).finally(() => process.exit(code));
    });
}
/**
 * Ends the process once everything is printed. A request or wait that nobody needs any more would hold it, and a
 * runner kills a cancelled step that lingers, with its outputs.
 */
function runner_leave() {
    process.stdout.write('', () => process.exit());
}
/** State that reaches `post` even when this process is killed. */
const memory = {
    save: (name, value, nth = 0) => saveState(`${name}${slotEnding(nth)}`, value),
};
/** The shortest value worth masking: the runner masks every occurrence, and a short one ruins the log. */
const shortestMask = 8;
/** The text of an input, with the blanks around it. */
const rawInput = (name) => getInput(name, { trimWhitespace: false });
/** Inputs that are secrets; a test holds them against action.yml. */
const secretInputs = [
    'github-token',
    'membership-token',
    'duplicate-token',
    'gitlab-trigger-token',
    'gitlab-token',
];
/** Hides the tokens that were handed in, should anything ever print one. */
function maskSecrets() {
    for (const name of secretInputs) {
        const value = getInput(name);
        if (value.length >= shortestMask)
            core_setSecret(value);
    }
}
/**
 * Aborted on SIGINT and SIGTERM, which is how a runner cancels a step, on SIGHUP, by which the end of a terminal ends
 * what runs in it, such as a runner that was started by hand, and when nobody reads our output any more: a runner that
 * died waits for no pipeline either. The process then ends by itself.
 */
function interruptions() {
    const controller = new AbortController();
    const abort = () => controller.abort();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.on(signal, abort);
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', abort);
    return controller.signal;
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __nccwpck_require__(7934);
// EXTERNAL MODULE: ./build/js/net/shape.js
var shape = __nccwpck_require__(5567);
;// CONCATENATED MODULE: ./build/js/github/read.js




/**
 * An account, or null for one that is gone: deleted, or the ghost that stands in for it. Any other shape is not
 * understood; it must not pass for nobody.
 */
const personShape = dist/* pipe */.FsL(dist/* nullable */.mee(dist/* object */.Ikc({ id: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b()), login: dist/* string */.YjP(), type: dist/* optional */.lqM(dist/* string */.YjP()) })), dist/* transform */.pdi((value) => toPerson(value)));
/** Reads an answer by its documented shape. Throws a ServiceFailure (`unexpected`) for any other shape. */
const read_read = (0,shape/* readerOf */.T)('github');
/** Sizes of a page: where an answer is too large, the rest of the list is asked for in smaller ones. */
const pageSizes = [100, 10, 1];
/**
 * Reads a list to its end, page by page (GitHub docs, "Using pagination in the REST API"). Octokit's own paging takes
 * an answer that is no list for an empty one. A page of texts that others wrote can be larger than any bound on an
 * answer, so then smaller ones are asked for: nobody's length may hide what comes after it.
 */
async function readAll(octokit, shape, route, parameters) {
    const items = [];
    let page = 1;
    let [size = 1, ...smaller] = pageSizes;
    for (;;) {
        const asked = { ...parameters, per_page: size, ...(page > 1 && { page }) };
        const answer = await octokit.request(route, asked).catch((0,failure/* serviceFailureAs */.i5)(undefined, isTooLarge));
        if (answer === undefined) {
            const [next, ...rest] = smaller;
            // One item alone is never larger than the bound.
            if (next === undefined)
                throw tooLarge;
            page = ((page - 1) * size) / next + 1;
            [size, smaller] = [next, rest];
            continue;
        }
        items.push(...read_read(dist/* array */.YOg(shape), answer.data));
        if (!/rel="next"/.test(answer.headers.link ?? ''))
            return items;
        page += 1;
    }
}
/** Whether an answer was larger than we take. */
const isTooLarge = ({ transport }) => transport === 'too-large';
const tooLarge = new failure/* ServiceFailure */.A({
    service: 'github',
    status: undefined,
    kind: 'unexpected',
    mayHaveActed: false,
    transport: 'too-large',
});
/** What a call gives, or `other` where GitHub answered 404. */
const absentAs = (other, call) => call.catch((0,failure/* serviceFailureAs */.i5)(other, ({ kind }) => kind === 'not-found'));

;// CONCATENATED MODULE: ./build/js/github/files.js



const fileShape = dist/* object */.Ikc({ filename: dist/* string */.YjP(), previous_filename: dist/* optional */.lqM(dist/* string */.YjP()) });
const comparisonShape = dist/* object */.Ikc({ files: dist/* array */.YOg(fileShape) });
/** GitHub lists at most this many files of a comparison (GitHub docs, "Compare two commits"). */
const mostFiles = 300;
/** What a commit changes. An answer that is larger than we take is a list that was cut. */
const createFiles = (octokit, here) => ({
    filesOf: async (base, commit) => {
        const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
        // One commit a page: all files come with the first.
        const asked = { ...here, basehead: `${base}...${commit}`, per_page: 1 };
        const answer = await octokit.request(route, asked).catch((0,failure/* serviceFailureAs */.i5)(undefined, isTooLarge));
        if (answer === undefined)
            return { files: [], complete: false };
        const { files } = read_read(comparisonShape, answer.data);
        return {
            files: files.map(({ filename, previous_filename }) => ({ path: filename, from: previous_filename })),
            complete: files.length < mostFiles,
        };
    },
});

;// CONCATENATED MODULE: ./build/js/github/duplication.js



const refShape = dist/* object */.Ikc({ ref: dist/* string */.YjP(), object: dist/* object */.Ikc({ sha: dist/* string */.YjP() }) });
const numberShape = dist/* object */.Ikc({ number: dist/* number */.aig() });
/** Branches and pull requests for `/duplicate`, with a client whose token may write both. */
function createDuplication(octokit, here) {
    return {
        changedFiles: createFiles(octokit, here).filesOf,
        createBranch: async (branch, sha) => {
            await octokit.rest.git.createRef({ ...here, ref: `refs/heads/${branch}`, sha });
        },
        branchHead: async (branch) => {
            const answer = await absentAs(undefined, octokit.rest.git.getRef({ ...here, ref: `heads/${branch}` }));
            return answer === undefined ? undefined : read_read(refShape, answer.data).object.sha;
        },
        branchesLike: async (start) => {
            const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
            const all = await readAll(octokit, refShape, route, { ...here, ref: `heads/${start}` });
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
            return read_read(numberShape, opened.data).number;
        },
    };
}

;// CONCATENATED MODULE: ./build/js/github/people.js


const membershipShape = dist/* object */.Ikc({ state: dist/* string */.YjP(), role: dist/* optional */.lqM(dist/* string */.YjP()) });
const accountShape = dist/* object */.Ikc({ type: dist/* string */.YjP() });
const roleShape = dist/* object */.Ikc({ role_name: dist/* string */.YjP() });
/** Who people are and what they belong to. `membership` is the client whose token may see the organisation. */
function createPeople(octokit, membership, here) {
    const membershipOf = async (route, parameters) => {
        const answer = await absentAs(undefined, membership.request(route, parameters));
        if (answer === undefined)
            return 'absent';
        const { state, role } = read_read(membershipShape, answer.data);
        // Who only pays the bills has a membership too (GitHub docs, "Roles in an organization").
        return state === 'active' && role !== 'billing_manager' ? 'active' : 'pending';
    };
    return {
        person: async (login) => {
            const answer = await absentAs(undefined, octokit.rest.users.getByUsername({ username: login }));
            return answer === undefined ? null : read_read(personShape, answer.data);
        },
        organizationMembership: (org, username) => membershipOf('GET /orgs/{org}/memberships/{username}', { org, username }),
        listedMember: async (org, username) => {
            const route = 'GET /orgs/{org}/members/{username}';
            return (await absentAs(undefined, membership.request(route, { org, username }))) !== undefined;
        },
        organizationExists: async (org) => {
            const answer = await absentAs(undefined, octokit.rest.users.getByUsername({ username: org }));
            return answer !== undefined && read_read(accountShape, answer.data).type === 'Organization';
        },
        publicMember: async (org, username) => {
            const route = 'GET /orgs/{org}/public_members/{username}';
            const answer = await absentAs(undefined, membership.request(route, { org, username }));
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
            const answer = await absentAs(undefined, call);
            return answer === undefined ? 'none' : toRole(read_read(roleShape, answer.data).role_name);
        },
    };
}
const roles = ['admin', 'maintain', 'write', 'triage', 'read', 'none'];
const toRole = (name) => (roles.includes(name) ? name : 'other');

;// CONCATENATED MODULE: ./node_modules/@actions/github/lib/context.js


class Context {
    /**
     * Hydrate the context from the environment
     */
    constructor() {
        var _a, _b, _c;
        this.payload = {};
        if (process.env.GITHUB_EVENT_PATH) {
            if ((0,external_fs_namespaceObject.existsSync)(process.env.GITHUB_EVENT_PATH)) {
                this.payload = JSON.parse((0,external_fs_namespaceObject.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: 'utf8' }));
            }
            else {
                const path = process.env.GITHUB_EVENT_PATH;
                process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${external_os_namespaceObject.EOL}`);
            }
        }
        this.eventName = process.env.GITHUB_EVENT_NAME;
        this.sha = process.env.GITHUB_SHA;
        this.ref = process.env.GITHUB_REF;
        this.workflow = process.env.GITHUB_WORKFLOW;
        this.action = process.env.GITHUB_ACTION;
        this.actor = process.env.GITHUB_ACTOR;
        this.job = process.env.GITHUB_JOB;
        this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
        this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
        this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
        this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
        this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
        this.graphqlUrl =
            (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
    }
    get issue() {
        const payload = this.payload;
        return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
    }
    get repo() {
        if (process.env.GITHUB_REPOSITORY) {
            const [owner, repo] = process.env.GITHUB_REPOSITORY.split('/');
            return { owner, repo };
        }
        if (this.payload.repository) {
            return {
                owner: this.payload.repository.owner.login,
                repo: this.payload.repository.name
            };
        }
        throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
    }
}
//# sourceMappingURL=context.js.map
// EXTERNAL MODULE: ./node_modules/@actions/github/node_modules/@actions/http-client/lib/index.js
var lib = __nccwpck_require__(9659);
// EXTERNAL MODULE: ./vendor/undici/index.js
var undici = __nccwpck_require__(9007);
;// CONCATENATED MODULE: ./node_modules/@actions/github/lib/internal/utils.js
var utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


function getAuthString(token, options) {
    if (!token && !options.auth) {
        throw new Error('Parameter token or opts.auth is required');
    }
    else if (token && options.auth) {
        throw new Error('Parameters token and opts.auth may not both be specified');
    }
    return typeof options.auth === 'string' ? options.auth : `token ${token}`;
}
function getProxyAgent(destinationUrl) {
    const hc = new lib.HttpClient();
    return hc.getAgent(destinationUrl);
}
function getProxyAgentDispatcher(destinationUrl) {
    const hc = new lib.HttpClient();
    return hc.getAgentDispatcher(destinationUrl);
}
function getProxyFetch(destinationUrl) {
    const httpDispatcher = getProxyAgentDispatcher(destinationUrl);
    const proxyFetch = (url, opts) => utils_awaiter(this, void 0, void 0, function* () {
        return (0,undici.fetch)(url, Object.assign(Object.assign({}, opts), { dispatcher: httpDispatcher }));
    });
    return proxyFetch;
}
function getApiBaseUrl() {
    return process.env['GITHUB_API_URL'] || 'https://api.github.com';
}
function getUserAgentWithOrchestrationId(baseUserAgent) {
    var _a;
    const orchId = (_a = process.env['ACTIONS_ORCHESTRATION_ID']) === null || _a === void 0 ? void 0 : _a.trim();
    if (orchId) {
        const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
        const tag = `actions_orchestration_id/${sanitizedId}`;
        if (baseUserAgent === null || baseUserAgent === void 0 ? void 0 : baseUserAgent.includes(tag))
            return baseUserAgent;
        const ua = baseUserAgent ? `${baseUserAgent} ` : '';
        return `${ua}${tag}`;
    }
    return baseUserAgent;
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/universal-user-agent/index.js
function getUserAgent() {
  if (typeof navigator === "object" && "userAgent" in navigator) {
    return navigator.userAgent;
  }

  if (typeof process === "object" && process.version !== undefined) {
    return `Node.js/${process.version.substr(1)} (${process.platform}; ${
      process.arch
    })`;
  }

  return "<environment undetectable>";
}

;// CONCATENATED MODULE: ./node_modules/before-after-hook/lib/register.js
// @ts-check

function register(state, name, method, options) {
  if (typeof method !== "function") {
    throw new Error("method for before hook must be a function");
  }

  if (!options) {
    options = {};
  }

  if (Array.isArray(name)) {
    return name.reverse().reduce((callback, name) => {
      return register.bind(null, state, name, callback, options);
    }, method)();
  }

  return Promise.resolve().then(() => {
    if (!state.registry[name]) {
      return method(options);
    }

    return state.registry[name].reduce((method, registered) => {
      return registered.hook.bind(null, method, options);
    }, method)();
  });
}

;// CONCATENATED MODULE: ./node_modules/before-after-hook/lib/add.js
// @ts-check

function addHook(state, kind, name, hook) {
  const orig = hook;
  if (!state.registry[name]) {
    state.registry[name] = [];
  }

  if (kind === "before") {
    hook = (method, options) => {
      return Promise.resolve()
        .then(orig.bind(null, options))
        .then(method.bind(null, options));
    };
  }

  if (kind === "after") {
    hook = (method, options) => {
      let result;
      return Promise.resolve()
        .then(method.bind(null, options))
        .then((result_) => {
          result = result_;
          return orig(result, options);
        })
        .then(() => {
          return result;
        });
    };
  }

  if (kind === "error") {
    hook = (method, options) => {
      return Promise.resolve()
        .then(method.bind(null, options))
        .catch((error) => {
          return orig(error, options);
        });
    };
  }

  state.registry[name].push({
    hook: hook,
    orig: orig,
  });
}

;// CONCATENATED MODULE: ./node_modules/before-after-hook/lib/remove.js
// @ts-check

function removeHook(state, name, method) {
  if (!state.registry[name]) {
    return;
  }

  const index = state.registry[name]
    .map((registered) => {
      return registered.orig;
    })
    .indexOf(method);

  if (index === -1) {
    return;
  }

  state.registry[name].splice(index, 1);
}

;// CONCATENATED MODULE: ./node_modules/before-after-hook/index.js
// @ts-check





// bind with array of arguments: https://stackoverflow.com/a/21792913
const bind = Function.bind;
const bindable = bind.bind(bind);

function bindApi(hook, state, name) {
  const removeHookRef = bindable(removeHook, null).apply(
    null,
    name ? [state, name] : [state]
  );
  hook.api = { remove: removeHookRef };
  hook.remove = removeHookRef;
  ["before", "error", "after", "wrap"].forEach((kind) => {
    const args = name ? [state, kind, name] : [state, kind];
    hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
  });
}

function Singular() {
  const singularHookName = Symbol("Singular");
  const singularHookState = {
    registry: {},
  };
  const singularHook = register.bind(null, singularHookState, singularHookName);
  bindApi(singularHook, singularHookState, singularHookName);
  return singularHook;
}

function Collection() {
  const state = {
    registry: {},
  };

  const hook = register.bind(null, state);
  bindApi(hook, state);

  return hook;
}

/* harmony default export */ const before_after_hook = ({ Singular, Collection });

;// CONCATENATED MODULE: ./node_modules/@octokit/endpoint/dist-bundle/index.js
// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var VERSION = "0.0.0-development";

// pkg/dist-src/defaults.js
var userAgent = `octokit-endpoint.js/${VERSION} ${getUserAgent()}`;
var DEFAULTS = {
  method: "GET",
  baseUrl: "https://api.github.com",
  headers: {
    accept: "application/vnd.github.v3+json",
    "user-agent": userAgent
  },
  mediaType: {
    format: ""
  }
};

// pkg/dist-src/util/lowercase-keys.js
function dist_bundle_lowercaseKeys(object) {
  if (!object) {
    return {};
  }
  return Object.keys(object).reduce((newObj, key) => {
    newObj[key.toLowerCase()] = object[key];
    return newObj;
  }, {});
}

// pkg/dist-src/util/is-plain-object.js
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/util/merge-deep.js
function mergeDeep(defaults, options) {
  const result = Object.assign({}, defaults);
  Object.keys(options).forEach((key) => {
    if (isPlainObject(options[key])) {
      if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
      else result[key] = mergeDeep(defaults[key], options[key]);
    } else {
      Object.assign(result, { [key]: options[key] });
    }
  });
  return result;
}

// pkg/dist-src/util/remove-undefined-properties.js
function removeUndefinedProperties(obj) {
  for (const key in obj) {
    if (obj[key] === void 0) {
      delete obj[key];
    }
  }
  return obj;
}

// pkg/dist-src/merge.js
function merge(defaults, route, options) {
  if (typeof route === "string") {
    let [method, url] = route.split(" ");
    options = Object.assign(url ? { method, url } : { url: method }, options);
  } else {
    options = Object.assign({}, route);
  }
  options.headers = dist_bundle_lowercaseKeys(options.headers);
  removeUndefinedProperties(options);
  removeUndefinedProperties(options.headers);
  const mergedOptions = mergeDeep(defaults || {}, options);
  if (options.url === "/graphql") {
    if (defaults && defaults.mediaType.previews?.length) {
      mergedOptions.mediaType.previews = defaults.mediaType.previews.filter(
        (preview) => !mergedOptions.mediaType.previews.includes(preview)
      ).concat(mergedOptions.mediaType.previews);
    }
    mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
  }
  return mergedOptions;
}

// pkg/dist-src/util/add-query-parameters.js
function addQueryParameters(url, parameters) {
  const separator = /\?/.test(url) ? "&" : "?";
  const names = Object.keys(parameters);
  if (names.length === 0) {
    return url;
  }
  return url + separator + names.map((name) => {
    if (name === "q") {
      return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
    }
    return `${name}=${encodeURIComponent(parameters[name])}`;
  }).join("&");
}

// pkg/dist-src/util/extract-url-variable-names.js
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
  return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
  const matches = url.match(urlVariableRegex);
  if (!matches) {
    return [];
  }
  return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}

// pkg/dist-src/util/omit.js
function omit(object, keysToOmit) {
  const result = { __proto__: null };
  for (const key of Object.keys(object)) {
    if (keysToOmit.indexOf(key) === -1) {
      result[key] = object[key];
    }
  }
  return result;
}

// pkg/dist-src/util/url-template.js
function encodeReserved(str) {
  return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
    if (!/%[0-9A-Fa-f]/.test(part)) {
      part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
    }
    return part;
  }).join("");
}
function encodeUnreserved(str) {
  return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}
function encodeValue(operator, value, key) {
  value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
  if (key) {
    return encodeUnreserved(key) + "=" + value;
  } else {
    return value;
  }
}
function isDefined(value) {
  return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
  return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
  var value = context[key], result = [];
  if (isDefined(value) && value !== "") {
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
      value = value.toString();
      if (modifier && modifier !== "*") {
        value = value.substring(0, parseInt(modifier, 10));
      }
      result.push(
        encodeValue(operator, value, isKeyOperator(operator) ? key : "")
      );
    } else {
      if (modifier === "*") {
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            result.push(
              encodeValue(operator, value2, isKeyOperator(operator) ? key : "")
            );
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              result.push(encodeValue(operator, value[k], k));
            }
          });
        }
      } else {
        const tmp = [];
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            tmp.push(encodeValue(operator, value2));
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              tmp.push(encodeUnreserved(k));
              tmp.push(encodeValue(operator, value[k].toString()));
            }
          });
        }
        if (isKeyOperator(operator)) {
          result.push(encodeUnreserved(key) + "=" + tmp.join(","));
        } else if (tmp.length !== 0) {
          result.push(tmp.join(","));
        }
      }
    }
  } else {
    if (operator === ";") {
      if (isDefined(value)) {
        result.push(encodeUnreserved(key));
      }
    } else if (value === "" && (operator === "&" || operator === "?")) {
      result.push(encodeUnreserved(key) + "=");
    } else if (value === "") {
      result.push("");
    }
  }
  return result;
}
function parseUrl(template) {
  return {
    expand: expand.bind(null, template)
  };
}
function expand(template, context) {
  var operators = ["+", "#", ".", "/", ";", "?", "&"];
  template = template.replace(
    /\{([^\{\}]+)\}|([^\{\}]+)/g,
    function(_, expression, literal) {
      if (expression) {
        let operator = "";
        const values = [];
        if (operators.indexOf(expression.charAt(0)) !== -1) {
          operator = expression.charAt(0);
          expression = expression.substr(1);
        }
        expression.split(/,/g).forEach(function(variable) {
          var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
          values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
        });
        if (operator && operator !== "+") {
          var separator = ",";
          if (operator === "?") {
            separator = "&";
          } else if (operator !== "#") {
            separator = operator;
          }
          return (values.length !== 0 ? operator : "") + values.join(separator);
        } else {
          return values.join(",");
        }
      } else {
        return encodeReserved(literal);
      }
    }
  );
  if (template === "/") {
    return template;
  } else {
    return template.replace(/\/$/, "");
  }
}

// pkg/dist-src/parse.js
function parse(options) {
  let method = options.method.toUpperCase();
  let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
  let headers = Object.assign({}, options.headers);
  let body;
  let parameters = omit(options, [
    "method",
    "baseUrl",
    "url",
    "headers",
    "request",
    "mediaType"
  ]);
  const urlVariableNames = extractUrlVariableNames(url);
  url = parseUrl(url).expand(parameters);
  if (!/^http/.test(url)) {
    url = options.baseUrl + url;
  }
  const omittedParameters = Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl");
  const remainingParameters = omit(parameters, omittedParameters);
  const isBinaryRequest = /application\/octet-stream/i.test(headers.accept);
  if (!isBinaryRequest) {
    if (options.mediaType.format) {
      headers.accept = headers.accept.split(/,/).map(
        (format) => format.replace(
          /application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
          `application/vnd$1$2.${options.mediaType.format}`
        )
      ).join(",");
    }
    if (url.endsWith("/graphql")) {
      if (options.mediaType.previews?.length) {
        const previewsFromAcceptHeader = headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || [];
        headers.accept = previewsFromAcceptHeader.concat(options.mediaType.previews).map((preview) => {
          const format = options.mediaType.format ? `.${options.mediaType.format}` : "+json";
          return `application/vnd.github.${preview}-preview${format}`;
        }).join(",");
      }
    }
  }
  if (["GET", "HEAD"].includes(method)) {
    url = addQueryParameters(url, remainingParameters);
  } else {
    if ("data" in remainingParameters) {
      body = remainingParameters.data;
    } else {
      if (Object.keys(remainingParameters).length) {
        body = remainingParameters;
      }
    }
  }
  if (!headers["content-type"] && typeof body !== "undefined") {
    headers["content-type"] = "application/json; charset=utf-8";
  }
  if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") {
    body = "";
  }
  return Object.assign(
    { method, url, headers },
    typeof body !== "undefined" ? { body } : null,
    options.request ? { request: options.request } : null
  );
}

// pkg/dist-src/endpoint-with-defaults.js
function endpointWithDefaults(defaults, route, options) {
  return parse(merge(defaults, route, options));
}

// pkg/dist-src/with-defaults.js
function withDefaults(oldDefaults, newDefaults) {
  const DEFAULTS2 = merge(oldDefaults, newDefaults);
  const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
  return Object.assign(endpoint2, {
    DEFAULTS: DEFAULTS2,
    defaults: withDefaults.bind(null, DEFAULTS2),
    merge: merge.bind(null, DEFAULTS2),
    parse
  });
}

// pkg/dist-src/index.js
var endpoint = withDefaults(null, DEFAULTS);


;// CONCATENATED MODULE: ./node_modules/content-type/dist/index.js
/*!
 * content-type
 * Copyright(c) 2015 Douglas Christopher Wilson
 * MIT Licensed
 */
const SP = 32; // " "
const HTAB = 9; // "\t"
const SEMI = 59; // ";"
const EQ = 61; // "="
const DQUOTE = 34; // '"'
const BSLASH = 92; // "\\"
const COMMA = 44; // ","
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 0xff00;
const CASE_FLAGS = LOWER_CASE | NON_ASCII;
/**
 * Character flags used to normalize HTTP field values while scanning.
 * Out-of-range reads intentionally coerce to zero in bitwise expressions.
 */
const CHAR_MAP = new Uint8Array(0x100);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 0x80 /* non-ASCII */; code <= 0xff; code++) {
    CHAR_MAP[code] |= LOWER_CASE;
}
for (const char of "!#$%&'*+-.^_`|~") {
    CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
}
for (let code = 0x30 /* 0 */; code <= 0x39 /* 9 */; code++) {
    CHAR_MAP[code] |= TOKEN_FLAG;
}
for (let code = 0x41 /* A */; code <= 0x5a /* Z */; code++) {
    CHAR_MAP[code] |= LOWER_CASE | TOKEN_FLAG;
}
for (let code = 0x61 /* a */; code <= 0x7a /* z */; code++) {
    CHAR_MAP[code] |= TOKEN_FLAG;
}
/**
 * Null object perf optimization. Faster than `Object.create(null)` and `{ __proto__: null }`.
 */
const NullObject = /* @__PURE__ */ (() => {
    const C = function () { };
    C.prototype = Object.create(null);
    return C;
})();
/**
 * Validate a type string against RFC 9110.
 */
function isTypeValid(type, start = 0, end = type.length) {
    let hasSlash = false;
    for (let index = start; index < end; index++) {
        const code = type.charCodeAt(index);
        if (code === 47 /* / */) {
            if (hasSlash || index === start || index >= end - 1)
                return false;
            hasSlash = true;
        }
        else if (!isTokenCode(code)) {
            return false;
        }
    }
    return hasSlash;
}
/**
 * Validate a token against RFC 9110.
 */
function isTokenValid(token, start = 0, end = token.length) {
    if (start >= end)
        return false;
    for (let index = start; index < end; index++) {
        if (!isTokenCode(token.charCodeAt(index)))
            return false;
    }
    return true;
}
/**
 * Check whether a character code belongs to the token production in RFC 9110.
 */
function isTokenCode(code) {
    return (CHAR_MAP[code] & TOKEN_FLAG) !== 0;
}
/**
 * Serialize a parameter value.
 */
function parameterValue(str) {
    const len = str.length;
    if (len === 0)
        return '""';
    let index = 0;
    while (index < len && isTokenCode(str.charCodeAt(index)))
        index++;
    if (index === len)
        return str;
    let result = '"';
    let start = 0;
    while (index < len) {
        const code = str.charCodeAt(index);
        if (code !== HTAB && (code < SP || code === 127 || code > 255)) {
            throw new TypeError(`Invalid parameter value: ${str}`);
        }
        if (code === 34 /* " */ || code === 92 /* \\ */) {
            result += `${str.slice(start, index)}\\`;
            start = index;
        }
        index++;
    }
    return `${result}${str.slice(start)}"`;
}
/**
 * Format an object into a `Content-Type` header.
 */
function format(obj) {
    const { type, parameters } = obj;
    if (!type || !isTypeValid(type)) {
        throw new TypeError(`Invalid type: ${type}`);
    }
    let result = type;
    if (parameters) {
        for (const param of Object.keys(parameters)) {
            if (!isTokenValid(param)) {
                throw new TypeError(`Invalid parameter name: ${param}`);
            }
            result += `; ${param}=${parameterValue(parameters[param])}`;
        }
    }
    return result;
}
/**
 * Parse a `Content-Type` header.
 */
function dist_parse(header, options) {
    const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
    const len = header.length;
    let valueStart = options?.start ?? 0;
    while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) {
        valueStart++;
    }
    let index = valueStart;
    let typeFlags = 0;
    let whitespace = -1;
    let stop = options?.parameters === false ? COMMA_FLAG : 0;
    while (index < len) {
        const code = header.charCodeAt(index);
        const flags = CHAR_MAP[code];
        if ((flags & stopFlags) !== 0) {
            stop |= flags & COMMA_FLAG;
            break;
        }
        if ((flags & OWS) !== 0) {
            if (whitespace === -1)
                whitespace = index;
        }
        else {
            whitespace = -1;
        }
        typeFlags |= (code & NON_ASCII) | flags;
        index++;
    }
    const valueEnd = whitespace === -1 ? index : whitespace;
    const value = header.slice(valueStart, valueEnd);
    const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
    if (index === len || stop !== 0) {
        return { type, index, parameters: new NullObject() };
    }
    return parseParameters(header, type, index, len, stopFlags);
}
/**
 * Parses the parameters of a `Content-Type` header starting at the given index.
 */
function parseParameters(header, type, index, len, stopFlags) {
    const parameters = new NullObject();
    parameter: while (index < len) {
        index++; // Skip over ;
        while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
            index++;
        }
        const keyStart = index;
        let keyFlags = 0;
        let keyWhitespace = -1;
        while (index < len) {
            const code = header.charCodeAt(index);
            const flags = CHAR_MAP[code];
            if ((flags & stopFlags) !== 0) {
                if ((flags & COMMA_FLAG) !== 0)
                    break parameter;
                continue parameter;
            }
            if (code === EQ) {
                const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
                const value = header.slice(keyStart, keyEnd);
                const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
                index++;
                while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
                    index++;
                }
                if (index < len && header.charCodeAt(index) === DQUOTE) {
                    const quotedStart = ++index;
                    let escaped = false;
                    while (index < len) {
                        const code = header.charCodeAt(index);
                        if (code === DQUOTE) {
                            if (parameters[key] === undefined) {
                                parameters[key] = escaped
                                    ? unescapeQuotedPairs(header, quotedStart, index)
                                    : header.slice(quotedStart, index);
                            }
                            index++;
                            let stop = 0;
                            // Discard characters between quote and delimiter.
                            while (index < len) {
                                const code = header.charCodeAt(index);
                                const flags = CHAR_MAP[code];
                                if ((flags & stopFlags) !== 0) {
                                    stop = flags & COMMA_FLAG;
                                    break;
                                }
                                index++;
                            }
                            if (stop !== 0)
                                break parameter;
                            continue parameter;
                        }
                        if (code === BSLASH && index + 1 < len) {
                            escaped = true;
                            index += 2;
                            continue;
                        }
                        index++;
                    }
                    continue parameter;
                }
                const valueStart = index;
                let stop = 0;
                let valueWhitespace = -1;
                while (index < len) {
                    const code = header.charCodeAt(index);
                    const flags = CHAR_MAP[code];
                    if ((flags & stopFlags) !== 0) {
                        stop = flags & COMMA_FLAG;
                        break;
                    }
                    if ((flags & OWS) !== 0) {
                        if (valueWhitespace === -1)
                            valueWhitespace = index;
                    }
                    else {
                        valueWhitespace = -1;
                    }
                    index++;
                }
                if (parameters[key] === undefined) {
                    const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
                    parameters[key] = header.slice(valueStart, valueEnd);
                }
                if (stop !== 0)
                    break parameter;
                continue parameter;
            }
            if ((flags & OWS) !== 0) {
                if (keyWhitespace === -1)
                    keyWhitespace = index;
            }
            else {
                keyWhitespace = -1;
            }
            keyFlags |= (code & NON_ASCII) | flags;
            index++;
        }
    }
    return { type, index, parameters };
}
/**
 * Remove backslashes from quoted pairs in a known-terminated quoted string body.
 */
function unescapeQuotedPairs(str, start, end) {
    let result = "";
    for (let index = start; index < end; index++) {
        if (str.charCodeAt(index) === BSLASH) {
            result += str.slice(start, index);
            start = ++index;
        }
    }
    return result + str.slice(start, end);
}
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/; // Noise - strings that match the custom format before being converted to it
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;

const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;

/**
 * @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
 * @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
 */

/**
 * Checks if a value is unstringifiable according to native JSON.stringify rules.
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is undefined, a function, or a symbol.
 */
const isUnstringifiable = (val) =>
  val === undefined || typeof val === "function" || typeof val === "symbol";

/**
 * Checks if a value is a native JSON.rawJSON object (Node.js 22+).
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is a RawJSON instance.
 */
const isRawJSON = (val) =>
  val !== null &&
  typeof val === "object" &&
  val.constructor &&
  val.constructor.name === "RawJSON";

/**
 * Iteratively converts a JS value to a JSON string.
 * Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
 * Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
 *
 * @param {any} rootValue The value to stringify.
 * @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
 * @param {string | number} [spaceParam] Indentation for pretty-printing.
 * @returns {string | undefined} The generated JSON string.
 */
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
  let space = "";

  if (typeof spaceParam === "number") {
    space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
  } else if (typeof spaceParam === "string") {
    space = spaceParam.slice(0, 10);
  }

  const isFunctionReplacer = typeof replacer === "function";
  const propertyList = Array.isArray(replacer)
    ? new Set(replacer.map(String))
    : null;

  /**
   * Prepares a value for stringification by resolving toJSON, handling BigInts,
   * applying custom replacers, and unwrapping primitive objects.
   *
   * @param {object|Array} parent The parent object or array holding the value.
   * @param {string} key The key associated with the value.
   * @param {any} val The raw value to process.
   * @returns {any} The processed value ready for stringification.
   */
  const prepareVal = (parent, key, val) => {
    const isObject = val !== null && typeof val === "object";
    const hasToJSON = isObject && typeof val.toJSON === "function";

    if (hasToJSON) {
      val = val.toJSON(key);
    }

    const isNoise = typeof val === "string" && noiseValue.test(val);

    if (isNoise) return val + "n";

    const isBigInt = typeof val === "bigint";

    if (isBigInt) {
      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return JSON.rawJSON(val.toString());

      return val.toString() + "n";
    }

    if (isFunctionReplacer) {
      val = replacer.call(parent, key, val);
    }

    const isPostReplacerObject = val !== null && typeof val === "object";

    if (isPostReplacerObject) {
      const isPrimitiveWrapper =
        val instanceof Number ||
        val instanceof String ||
        val instanceof Boolean;

      if (isPrimitiveWrapper) {
        val = val.valueOf();
      }
    }

    return val;
  };

  const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);

  if (isUnstringifiable(rootProcessed)) {
    return undefined;
  }

  const isRootPrimitive =
    rootProcessed === null || typeof rootProcessed !== "object";
  const isRootNativeRawJSON = isRawJSON(rootProcessed);

  if (isRootPrimitive || isRootNativeRawJSON) {
    return originalStringify(rootProcessed);
  }

  const chunks = [];
  let level = 0;

  const stack = [
    {
      parent: { "": rootProcessed },
      key: "",
      val: rootProcessed,
      isArray: Array.isArray(rootProcessed),
      keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
      index: 0,
      first: true,
    },
  ];

  const visited = new WeakSet([rootProcessed]);

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (node.index === 0) {
      chunks.push(node.isArray ? "[" : "{");
      level++;
    }

    let isDone = false;

    if (node.isArray) {
      if (node.index < node.val.length) {
        if (!node.first) chunks.push(",");

        if (space) chunks.push("\n" + space.repeat(level));

        const childRaw = node.val[node.index];
        const childVal = prepareVal(node.val, String(node.index), childRaw);

        if (isUnstringifiable(childVal)) {
          chunks.push("null");
          node.first = false;
          node.index++;
        } else {
          const isComplexObject =
            childVal !== null && typeof childVal === "object";
          const isNativeRaw = isRawJSON(childVal);

          if (isComplexObject && !isNativeRaw) {
            if (visited.has(childVal)) {
              throw new TypeError("Converting circular structure to JSON");
            }

            visited.add(childVal);

            stack.push({
              parent: node.val,
              key: String(node.index),
              val: childVal,
              isArray: Array.isArray(childVal),
              keys: Array.isArray(childVal) ? null : Object.keys(childVal),
              index: 0,
              first: true,
            });

            node.first = false;
            node.index++;
          } else {
            chunks.push(originalStringify(childVal));
            node.first = false;
            node.index++;
          }
        }
      } else {
        isDone = true;
      }
    } else {
      while (node.index < node.keys.length) {
        const k = node.keys[node.index++];

        const isFilteredOutByArray = propertyList && !propertyList.has(k);

        if (isFilteredOutByArray) continue;

        const childRaw = node.val[k];
        const childVal = prepareVal(node.val, k, childRaw);

        if (isUnstringifiable(childVal)) continue;

        if (!node.first) chunks.push(",");

        if (space) {
          chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
        } else {
          chunks.push(originalStringify(k) + ":");
        }

        const isComplexObject =
          childVal !== null && typeof childVal === "object";
        const isNativeRaw = isRawJSON(childVal);

        if (isComplexObject && !isNativeRaw) {
          if (visited.has(childVal)) {
            throw new TypeError("Converting circular structure to JSON");
          }

          visited.add(childVal);

          stack.push({
            parent: node.val,
            key: k,
            val: childVal,
            isArray: Array.isArray(childVal),
            keys: Array.isArray(childVal) ? null : Object.keys(childVal),
            index: 0,
            first: true,
          });

          node.first = false;

          break; // Stop current loop level to process the newly pushed stack node
        } else {
          chunks.push(originalStringify(childVal));
          node.first = false;
        }
      }

      const isNodeFullyProcessed =
        node.index >= node.keys.length && stack[stack.length - 1] === node;

      if (isNodeFullyProcessed) {
        isDone = true;
      }
    }

    if (isDone) {
      level--;

      if (!node.first && space) chunks.push("\n" + space.repeat(level));

      chunks.push(node.isArray ? "]" : "}");
      visited.delete(node.val);
      stack.pop();
    }
  }

  return chunks.join("");
};

/**
 * Converts a JavaScript value to a JSON string.
 *
 * Supports serialization of BigInt values using two strategies:
 * 1. Custom format "123n" → "123" (universal fallback)
 * 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
 *
 * All other values are serialized exactly like native JSON.stringify().
 *
 * @param {*} value The value to convert to a JSON string.
 * @param {Replacer | Array<string | number> | null} [replacer]
 * A function that alters the behavior of the stringification process,
 * or an array of strings/numbers to indicate properties to exclude.
 * @param {string | number} [space]
 * A string or number to specify indentation or pretty-printing.
 * @returns {string} The JSON string representation.
 */
const JSONStringify = (value, replacer, space) => {
  try {
    const supportsRawJSON = "rawJSON" in JSON;

    if (supportsRawJSON) {
      return originalStringify(
        value,
        (key, val) => {
          if (typeof val === "bigint") return JSON.rawJSON(val.toString());

          const hasFunctionReplacer = typeof replacer === "function";

          if (hasFunctionReplacer) return replacer(key, val);

          const isKeyInArrayReplacer =
            Array.isArray(replacer) && replacer.includes(key);

          if (isKeyInArrayReplacer) return val;

          return val;
        },
        space,
      );
    }

    if (!value) return originalStringify(value, replacer, space);

    const convertedToCustomJSON = originalStringify(
      value,
      (key, val) => {
        const isNoise = typeof val === "string" && noiseValue.test(val);

        if (isNoise) return val.toString() + "n"; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

        if (typeof val === "bigint") return val.toString() + "n";

        const hasFunctionReplacer = typeof replacer === "function";

        if (hasFunctionReplacer) return replacer(key, val);

        const isKeyInArrayReplacer =
          Array.isArray(replacer) && replacer.includes(key);

        if (isKeyInArrayReplacer) return val;

        return val;
      },
      space,
    );

    const processedJSON = convertedToCustomJSON.replace(
      bigIntsStringify,
      "$1$2$3",
    ); // Delete one "n" off the end of every BigInt value

    const denoisedJSON = processedJSON.replace(noiseStringify, "$1$2$3"); // Remove one "n" off the end of every noisy string

    return denoisedJSON;
  } catch (error) {
    if (error instanceof RangeError) {
      const convertedJSON = stringifyIteratively(value, replacer, space);

      if (convertedJSON === undefined) return undefined;

      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return convertedJSON;

      const processedJSON = convertedJSON.replace(bigIntsStringify, "$1$2$3");

      return processedJSON.replace(noiseStringify, "$1$2$3");
    }

    throw error;
  }
};

const featureCache = new Map();

/**
 * Detects if the current JSON.parse implementation supports the context.source feature.
 *
 * Uses toString() fingerprinting to cache results and automatically detect runtime
 * replacements of JSON.parse (polyfills, mocks, etc.).
 *
 * @returns {boolean} true if context.source is supported, false otherwise.
 */
const isContextSourceSupported = () => {
  const parseFingerprint = JSON.parse.toString();

  if (featureCache.has(parseFingerprint)) {
    return featureCache.get(parseFingerprint);
  }

  try {
    const result = JSON.parse(
      "1",
      (_, __, context) => !!context?.source && context.source === "1",
    );
    featureCache.set(parseFingerprint, result);

    return result;
  } catch {
    featureCache.set(parseFingerprint, false);

    return false;
  }
};

/**
 * Reviver function that converts custom-format BigInt strings back to BigInt values.
 * Also handles "noise" strings that accidentally match the BigInt format.
 *
 * @param {string | number | undefined} key The object key.
 * @param {*} value The value being parsed.
 * @param {object} [context] Parse context (if supported by JSON.parse).
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The transformed value.
 */
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
  const isCustomFormatBigInt =
    typeof value === "string" && customFormat.test(value);

  if (isCustomFormatBigInt) return BigInt(value.slice(0, -1));

  const isNoiseValue = typeof value === "string" && noiseValue.test(value);
  if (isNoiseValue) return value.slice(0, -1);

  const hasUserReviver = typeof userReviver === "function";

  if (!hasUserReviver) return value;

  return userReviver(key, value, context);
};

/**
 * Fast JSON.parse implementation (~2x faster than classic fallback).
 * Uses JSON.parse's context.source feature to detect integers and convert
 * large numbers directly to BigInt without string manipulation.
 *
 * Does not support legacy custom format from v1 of this library.
 *
 * @param {string} text JSON string to parse.
 * @param {Reviver} [reviver] Transform function to apply to each value.
 * @returns {any} Parsed JavaScript value.
 */
const JSONParseV2 = (text, reviver) => {
  return JSON.parse(text, (key, value, context) => {
    const isNumber = typeof value === "number";
    const isOutOfBounds =
      value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
    const isBigNumber = isNumber && isOutOfBounds;
    const isInt = context && intRegex.test(context.source);
    const isBigInt = isBigNumber && isInt;

    if (isBigInt) return BigInt(context.source);

    const hasCustomReviver = typeof reviver === "function";

    if (!hasCustomReviver) return value;

    return reviver(key, value, context);
  });
};

const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers =
  /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/; // Noise - strings that match the custom format before being converted to it

/**
 * Iteratively traverses the parsed object bottom-up (post-order),
 * emulating the native JSON.parse reviver behavior.
 * This avoids Call Stack overflows (RangeError) on deeply nested structures.
 *
 * @param {any} parsed The natively parsed JSON object.
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The fully processed object.
 */
const applyReviverIteratively = (parsed, userReviver) => {
  const rootHolder = { "": parsed };
  const stack = [{ parent: rootHolder, key: "", visited: false }];

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (!node.visited) {
      node.visited = true;

      const value = node.parent[node.key];
      const isComplexObject = value !== null && typeof value === "object";

      if (isComplexObject) {
        const keys = Object.keys(value);

        for (let i = keys.length - 1; i >= 0; i--) {
          stack.push({ parent: value, key: keys[i], visited: false });
        }
      }
    } else {
      const { parent, key } = node;
      let value = parent[key];

      if (typeof value === "string") {
        const isCustomFormatBigInt = customFormat.test(value);

        if (isCustomFormatBigInt) {
          value = BigInt(value.slice(0, -1));
        } else {
          const isNoise = noiseValue.test(value);

          if (isNoise) value = value.slice(0, -1);
        }
      }

      const hasUserReviver = typeof userReviver === "function";

      if (hasUserReviver) {
        value = userReviver.call(parent, key, value);
      }

      const isDeleted = value === undefined;

      if (isDeleted) {
        delete parent[key];
      } else {
        parent[key] = value;
      }

      stack.pop();
    }
  }

  return rootHolder[""];
};

/**
 * Pre-processes the JSON string to mark large numbers with an 'n' suffix.
 *
 * @param {string} text The raw JSON string.
 * @returns {string} The serialized string with marked BigInts.
 */
const serializeBigInts = (text) => {
  return text.replace(
    stringsOrLargeNumbers,
    (match, digits, fractional, exponential) => {
      const isString = match[0] === '"';
      const isNoise = isString && noiseValueWithQuotes.test(match);

      if (isNoise) return match.substring(0, match.length - 1) + 'n"'; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

      const hasFractionalOrExponential = fractional || exponential;

      // With a fixed number of digits, we can correctly use lexicographical comparison to do a numeric comparison
      const isLessThanMaxSafeInt =
        digits &&
        (digits.length < MAX_DIGITS ||
          (digits.length === MAX_DIGITS && digits <= MAX_INT));

      const isStandardValue =
        isString || hasFractionalOrExponential || isLessThanMaxSafeInt;

      if (isStandardValue) return match;

      return '"' + match + 'n"';
    },
  );
};

/**
 * Converts a JSON string into a JavaScript value.
 *
 * Supports parsing of large integers using two strategies:
 * 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
 * 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
 *
 * All other JSON values are parsed exactly like native JSON.parse().
 *
 * @param {string} text A valid JSON string.
 * @param {Reviver} [reviver]
 * A function that transforms the results. This function is called for each member
 * of the object. If a member contains nested objects, the nested objects are
 * transformed before the parent object is.
 * @returns {any} The parsed JavaScript value.
 * @throws {SyntaxError} If text is not valid JSON.
 */
const JSONParse = (text, reviver) => {
  if (!text) return originalParse(text, reviver);

  try {
    if (isContextSourceSupported()) return JSONParseV2(text, reviver); // Shortcut to a faster (2x) and simpler version

    // Find and mark big numbers with "n"
    const serializedData = serializeBigInts(text);

    return originalParse(serializedData, (key, value, context) =>
      convertMarkedBigIntsReviver(key, value, context, reviver),
    );
  } catch (error) {
    if (error instanceof RangeError) {
      const serializedData = serializeBigInts(text);
      const parsed = originalParse(serializedData);

      return applyReviverIteratively(parsed, reviver);
    }

    throw error;
  }
};



;// CONCATENATED MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}


;// CONCATENATED MODULE: ./node_modules/@octokit/request/dist-bundle/index.js
// pkg/dist-src/index.js


// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var dist_bundle_VERSION = "10.0.16";

// pkg/dist-src/defaults.js
var defaults_default = {
  headers: {
    "user-agent": `octokit-request.js/${dist_bundle_VERSION} ${getUserAgent()}`
  }
};

// pkg/dist-src/fetch-wrapper.js



// pkg/dist-src/is-plain-object.js
function dist_bundle_isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/fetch-wrapper.js

var noop = () => "";
async function fetchWrapper(requestOptions) {
  const fetch = requestOptions.request?.fetch || globalThis.fetch;
  if (!fetch) {
    throw new Error(
      "fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing"
    );
  }
  const log = requestOptions.request?.log || console;
  const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
  const body = dist_bundle_isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
  const requestHeaders = Object.fromEntries(
    Object.entries(requestOptions.headers).map(([name, value]) => [
      name,
      String(value)
    ])
  );
  let fetchResponse;
  try {
    fetchResponse = await fetch(requestOptions.url, {
      method: requestOptions.method,
      body,
      redirect: requestOptions.request?.redirect,
      headers: requestHeaders,
      signal: requestOptions.request?.signal,
      // duplex must be set if request.body is ReadableStream or Async Iterables.
      // See https://fetch.spec.whatwg.org/#dom-requestinit-duplex.
      ...requestOptions.body && { duplex: "half" }
    });
  } catch (error) {
    let message = "Unknown Error";
    if (error instanceof Error) {
      if (error.name === "AbortError") {
        error.status = 500;
        throw error;
      }
      message = error.message;
      if (error.name === "TypeError" && "cause" in error) {
        if (error.cause instanceof Error) {
          message = error.cause.message;
        } else if (typeof error.cause === "string") {
          message = error.cause;
        }
      }
    }
    const requestError = new RequestError(message, 500, {
      request: requestOptions
    });
    requestError.cause = error;
    throw requestError;
  }
  const status = fetchResponse.status;
  const url = fetchResponse.url;
  const responseHeaders = {};
  for (const [key, value] of fetchResponse.headers) {
    responseHeaders[key] = value;
  }
  const octokitResponse = {
    url,
    status,
    headers: responseHeaders,
    data: ""
  };
  if ("deprecation" in responseHeaders) {
    const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
    const deprecationLink = matches && matches.pop();
    log.warn(
      `[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`
    );
  }
  if (status === 204 || status === 205) {
    return octokitResponse;
  }
  if (requestOptions.method === "HEAD") {
    if (status < 400) {
      return octokitResponse;
    }
    throw new RequestError(fetchResponse.statusText, status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status === 304) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError("Not modified", status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status >= 400) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError(toErrorMessage(octokitResponse.data), status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
  return octokitResponse;
}
async function getResponseData(response) {
  const contentType = response.headers.get("content-type");
  if (!contentType) {
    return response.text().catch(noop);
  }
  const mimetype = dist_parse(contentType);
  if (isJSONResponse(mimetype)) {
    let text = "";
    try {
      text = await response.text();
      return JSONParse(text);
    } catch (err) {
      return text;
    }
  } else if (mimetype.type.startsWith("text/") || // `application/octet-stream` is the canonical "arbitrary binary" type
  // (RFC 2046) and must never be decoded as text, even when the response
  // carries a (misleading) `charset=utf-8` parameter — see #751.
  mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") {
    return response.text().catch(noop);
  } else {
    return response.arrayBuffer().catch(
      /* v8 ignore next -- @preserve */
      () => new ArrayBuffer(0)
    );
  }
}
function isJSONResponse(mimetype) {
  return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
  if (typeof data === "string") {
    return data;
  }
  if (data instanceof ArrayBuffer) {
    return "Unknown error";
  }
  if (typeof data === "object" && data !== null && "message" in data) {
    const objectData = data;
    const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
    return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
  }
  return `Unknown error: ${JSON.stringify(data)}`;
}

// pkg/dist-src/with-defaults.js
function dist_bundle_withDefaults(oldEndpoint, newDefaults) {
  const endpoint2 = oldEndpoint.defaults(newDefaults);
  const newApi = function(route, parameters) {
    const endpointOptions = endpoint2.merge(route, parameters);
    if (!endpointOptions.request || !endpointOptions.request.hook) {
      return fetchWrapper(endpoint2.parse(endpointOptions));
    }
    const request2 = (route2, parameters2) => {
      return fetchWrapper(
        endpoint2.parse(endpoint2.merge(route2, parameters2))
      );
    };
    Object.assign(request2, {
      endpoint: endpoint2,
      defaults: dist_bundle_withDefaults.bind(null, endpoint2)
    });
    return endpointOptions.request.hook(request2, endpointOptions);
  };
  return Object.assign(newApi, {
    endpoint: endpoint2,
    defaults: dist_bundle_withDefaults.bind(null, endpoint2)
  });
}

// pkg/dist-src/index.js
var request = dist_bundle_withDefaults(endpoint, defaults_default);

/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */

;// CONCATENATED MODULE: ./node_modules/@octokit/graphql/dist-bundle/index.js
// pkg/dist-src/index.js



// pkg/dist-src/version.js
var graphql_dist_bundle_VERSION = "0.0.0-development";

// pkg/dist-src/with-defaults.js


// pkg/dist-src/graphql.js


// pkg/dist-src/error.js
function _buildMessageForResponseErrors(data) {
  return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
  constructor(request2, headers, response) {
    super(_buildMessageForResponseErrors(response));
    this.request = request2;
    this.headers = headers;
    this.response = response;
    this.errors = response.errors;
    this.data = response.data;
    if (Error.captureStackTrace) {
      Error.captureStackTrace(this, this.constructor);
    }
  }
  request;
  headers;
  response;
  name = "GraphqlResponseError";
  errors;
  data;
};

// pkg/dist-src/graphql.js
var NON_VARIABLE_OPTIONS = [
  "method",
  "baseUrl",
  "url",
  "headers",
  "request",
  "query",
  "mediaType",
  "operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = ["query", "method", "url"];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
  if (options) {
    if (typeof query === "string" && "query" in options) {
      return Promise.reject(
        new Error(`[@octokit/graphql] "query" cannot be used as variable name`)
      );
    }
    for (const key in options) {
      if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
      return Promise.reject(
        new Error(
          `[@octokit/graphql] "${key}" cannot be used as variable name`
        )
      );
    }
  }
  const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
  const requestOptions = Object.keys(
    parsedOptions
  ).reduce((result, key) => {
    if (NON_VARIABLE_OPTIONS.includes(key)) {
      result[key] = parsedOptions[key];
      return result;
    }
    if (!result.variables) {
      result.variables = {};
    }
    result.variables[key] = parsedOptions[key];
    return result;
  }, {});
  const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
  if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) {
    requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
  }
  return request2(requestOptions).then((response) => {
    if (response.data.errors) {
      const headers = {};
      for (const key of Object.keys(response.headers)) {
        headers[key] = response.headers[key];
      }
      throw new GraphqlResponseError(
        requestOptions,
        headers,
        response.data
      );
    }
    return response.data.data;
  });
}

// pkg/dist-src/with-defaults.js
function graphql_dist_bundle_withDefaults(request2, newDefaults) {
  const newRequest = request2.defaults(newDefaults);
  const newApi = (query, options) => {
    return graphql(newRequest, query, options);
  };
  return Object.assign(newApi, {
    defaults: graphql_dist_bundle_withDefaults.bind(null, newRequest),
    endpoint: newRequest.endpoint
  });
}

// pkg/dist-src/index.js
var graphql2 = graphql_dist_bundle_withDefaults(request, {
  headers: {
    "user-agent": `octokit-graphql.js/${graphql_dist_bundle_VERSION} ${getUserAgent()}`
  },
  method: "POST",
  url: "/graphql"
});
function withCustomRequest(customRequest) {
  return graphql_dist_bundle_withDefaults(customRequest, {
    method: "POST",
    url: "/graphql"
  });
}

/* v8 ignore if -- @preserve */

;// CONCATENATED MODULE: ./node_modules/@octokit/auth-token/dist-bundle/index.js
// pkg/dist-src/is-jwt.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);

// pkg/dist-src/auth.js
async function auth(token) {
  const isApp = isJWT(token);
  const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
  const isUserToServer = token.startsWith("ghu_");
  const tokenType = isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth";
  return {
    type: "token",
    token,
    tokenType
  };
}

// pkg/dist-src/with-authorization-prefix.js
function withAuthorizationPrefix(token) {
  if (token.split(/\./).length === 3) {
    return `bearer ${token}`;
  }
  return `token ${token}`;
}

// pkg/dist-src/hook.js
async function hook(token, request, route, parameters) {
  const endpoint = request.endpoint.merge(
    route,
    parameters
  );
  endpoint.headers.authorization = withAuthorizationPrefix(token);
  return request(endpoint);
}

// pkg/dist-src/index.js
var createTokenAuth = function createTokenAuth2(token) {
  if (!token) {
    throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
  }
  if (typeof token !== "string") {
    throw new Error(
      "[@octokit/auth-token] Token passed to createTokenAuth is not a string"
    );
  }
  token = token.replace(/^(token|bearer) +/i, "");
  return Object.assign(auth.bind(null, token), {
    hook: hook.bind(null, token)
  });
};


;// CONCATENATED MODULE: ./node_modules/@octokit/core/dist-src/version.js
const version_VERSION = "7.0.8";


;// CONCATENATED MODULE: ./node_modules/@octokit/core/dist-src/index.js






const dist_src_noop = () => {
};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
  if (typeof logger.debug !== "function") {
    logger.debug = dist_src_noop;
  }
  if (typeof logger.info !== "function") {
    logger.info = dist_src_noop;
  }
  if (typeof logger.warn !== "function") {
    logger.warn = consoleWarn;
  }
  if (typeof logger.error !== "function") {
    logger.error = consoleError;
  }
  return logger;
}
const userAgentTrail = `octokit-core.js/${version_VERSION} ${getUserAgent()}`;
class Octokit {
  static VERSION = version_VERSION;
  static defaults(defaults) {
    const OctokitWithDefaults = class extends this {
      constructor(...args) {
        const options = args[0] || {};
        if (typeof defaults === "function") {
          super(defaults(options));
          return;
        }
        super(
          Object.assign(
            {},
            defaults,
            options,
            options.userAgent && defaults.userAgent ? {
              userAgent: `${options.userAgent} ${defaults.userAgent}`
            } : null
          )
        );
      }
    };
    return OctokitWithDefaults;
  }
  static plugins = [];
  /**
   * Attach a plugin (or many) to your Octokit instance.
   *
   * @example
   * const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
   */
  static plugin(...newPlugins) {
    const currentPlugins = this.plugins;
    const NewOctokit = class extends this {
      static plugins = currentPlugins.concat(
        newPlugins.filter((plugin) => !currentPlugins.includes(plugin))
      );
    };
    return NewOctokit;
  }
  constructor(options = {}) {
    const hook = new before_after_hook.Collection();
    const requestDefaults = {
      baseUrl: request.endpoint.DEFAULTS.baseUrl,
      headers: {},
      request: Object.assign({}, options.request, {
        // @ts-ignore internal usage only, no need to type
        hook: hook.bind(null, "request")
      }),
      mediaType: {
        previews: [],
        format: ""
      }
    };
    requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
    if (options.baseUrl) {
      requestDefaults.baseUrl = options.baseUrl;
    }
    if (options.previews) {
      requestDefaults.mediaType.previews = options.previews;
    }
    if (options.timeZone) {
      requestDefaults.headers["time-zone"] = options.timeZone;
    }
    this.request = request.defaults(requestDefaults);
    this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
    this.log = createLogger(options.log);
    this.hook = hook;
    if (!options.authStrategy) {
      if (!options.auth) {
        this.auth = async () => ({
          type: "unauthenticated"
        });
      } else {
        const auth = createTokenAuth(options.auth);
        hook.wrap("request", auth.hook);
        this.auth = auth;
      }
    } else {
      const { authStrategy, ...otherOptions } = options;
      const auth = authStrategy(
        Object.assign(
          {
            request: this.request,
            log: this.log,
            // we pass the current octokit instance as well as its constructor options
            // to allow for authentication strategies that return a new octokit instance
            // that shares the same internal state as the current one. The original
            // requirement for this was the "event-octokit" authentication strategy
            // of https://github.com/probot/octokit-auth-probot.
            octokit: this,
            octokitOptions: otherOptions
          },
          options.auth
        )
      );
      hook.wrap("request", auth.hook);
      this.auth = auth;
    }
    const classConstructor = this.constructor;
    for (let i = 0; i < classConstructor.plugins.length; ++i) {
      Object.assign(this, classConstructor.plugins[i](this, options));
    }
  }
  // assigned during constructor
  request;
  graphql;
  log;
  hook;
  // TODO: type `octokit.auth` based on passed options.authStrategy
  auth;
}


;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/version.js
const dist_src_version_VERSION = "17.0.0";

//# sourceMappingURL=version.js.map

;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js
const Endpoints = {
  actions: {
    addCustomLabelsToSelfHostedRunnerForOrg: [
      "POST /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    addCustomLabelsToSelfHostedRunnerForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    addRepoAccessToSelfHostedRunnerGroupInOrg: [
      "PUT /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories/{repository_id}"
    ],
    addSelectedRepoToOrgSecret: [
      "PUT /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"
    ],
    addSelectedRepoToOrgVariable: [
      "PUT /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"
    ],
    approveWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve"
    ],
    cancelWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel"
    ],
    createEnvironmentVariable: [
      "POST /repos/{owner}/{repo}/environments/{environment_name}/variables"
    ],
    createHostedRunnerForOrg: ["POST /orgs/{org}/actions/hosted-runners"],
    createOrUpdateEnvironmentSecret: [
      "PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"
    ],
    createOrUpdateOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}"],
    createOrUpdateRepoSecret: [
      "PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}"
    ],
    createOrgVariable: ["POST /orgs/{org}/actions/variables"],
    createRegistrationTokenForOrg: [
      "POST /orgs/{org}/actions/runners/registration-token"
    ],
    createRegistrationTokenForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/registration-token"
    ],
    createRemoveTokenForOrg: ["POST /orgs/{org}/actions/runners/remove-token"],
    createRemoveTokenForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/remove-token"
    ],
    createRepoVariable: ["POST /repos/{owner}/{repo}/actions/variables"],
    createWorkflowDispatch: [
      "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches"
    ],
    deleteActionsCacheById: [
      "DELETE /repos/{owner}/{repo}/actions/caches/{cache_id}"
    ],
    deleteActionsCacheByKey: [
      "DELETE /repos/{owner}/{repo}/actions/caches{?key,ref}"
    ],
    deleteArtifact: [
      "DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"
    ],
    deleteCustomImageFromOrg: [
      "DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"
    ],
    deleteCustomImageVersionFromOrg: [
      "DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"
    ],
    deleteEnvironmentSecret: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"
    ],
    deleteEnvironmentVariable: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"
    ],
    deleteHostedRunnerForOrg: [
      "DELETE /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"
    ],
    deleteOrgSecret: ["DELETE /orgs/{org}/actions/secrets/{secret_name}"],
    deleteOrgVariable: ["DELETE /orgs/{org}/actions/variables/{name}"],
    deleteRepoSecret: [
      "DELETE /repos/{owner}/{repo}/actions/secrets/{secret_name}"
    ],
    deleteRepoVariable: [
      "DELETE /repos/{owner}/{repo}/actions/variables/{name}"
    ],
    deleteSelfHostedRunnerFromOrg: [
      "DELETE /orgs/{org}/actions/runners/{runner_id}"
    ],
    deleteSelfHostedRunnerFromRepo: [
      "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}"
    ],
    deleteWorkflowRun: ["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}"],
    deleteWorkflowRunLogs: [
      "DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs"
    ],
    disableSelectedRepositoryGithubActionsOrganization: [
      "DELETE /orgs/{org}/actions/permissions/repositories/{repository_id}"
    ],
    disableWorkflow: [
      "PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable"
    ],
    downloadArtifact: [
      "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}"
    ],
    downloadJobLogsForWorkflowRun: [
      "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs"
    ],
    downloadWorkflowRunAttemptLogs: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs"
    ],
    downloadWorkflowRunLogs: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/logs"
    ],
    enableSelectedRepositoryGithubActionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/repositories/{repository_id}"
    ],
    enableWorkflow: [
      "PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable"
    ],
    forceCancelWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel"
    ],
    generateRunnerJitconfigForOrg: [
      "POST /orgs/{org}/actions/runners/generate-jitconfig"
    ],
    generateRunnerJitconfigForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/generate-jitconfig"
    ],
    getActionsCacheList: ["GET /repos/{owner}/{repo}/actions/caches"],
    getActionsCacheUsage: ["GET /repos/{owner}/{repo}/actions/cache/usage"],
    getActionsCacheUsageByRepoForOrg: [
      "GET /orgs/{org}/actions/cache/usage-by-repository"
    ],
    getActionsCacheUsageForOrg: ["GET /orgs/{org}/actions/cache/usage"],
    getAllowedActionsOrganization: [
      "GET /orgs/{org}/actions/permissions/selected-actions"
    ],
    getAllowedActionsRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions/selected-actions"
    ],
    getArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
    getCustomImageForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"
    ],
    getCustomImageVersionForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"
    ],
    getCustomOidcSubClaimForRepo: [
      "GET /repos/{owner}/{repo}/actions/oidc/customization/sub"
    ],
    getEnvironmentPublicKey: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key"
    ],
    getEnvironmentSecret: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"
    ],
    getEnvironmentVariable: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"
    ],
    getGithubActionsDefaultWorkflowPermissionsOrganization: [
      "GET /orgs/{org}/actions/permissions/workflow"
    ],
    getGithubActionsDefaultWorkflowPermissionsRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions/workflow"
    ],
    getGithubActionsPermissionsOrganization: [
      "GET /orgs/{org}/actions/permissions"
    ],
    getGithubActionsPermissionsRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions"
    ],
    getHostedRunnerForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"
    ],
    getHostedRunnersGithubOwnedImagesForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/github-owned"
    ],
    getHostedRunnersLimitsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/limits"
    ],
    getHostedRunnersMachineSpecsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/machine-sizes"
    ],
    getHostedRunnersPartnerImagesForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/partner"
    ],
    getHostedRunnersPlatformsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/platforms"
    ],
    getJobForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/jobs/{job_id}"],
    getOrgPublicKey: ["GET /orgs/{org}/actions/secrets/public-key"],
    getOrgSecret: ["GET /orgs/{org}/actions/secrets/{secret_name}"],
    getOrgVariable: ["GET /orgs/{org}/actions/variables/{name}"],
    getPendingDeploymentsForRun: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"
    ],
    getRepoPermissions: [
      "GET /repos/{owner}/{repo}/actions/permissions",
      {},
      { renamed: ["actions", "getGithubActionsPermissionsRepository"] }
    ],
    getRepoPublicKey: ["GET /repos/{owner}/{repo}/actions/secrets/public-key"],
    getRepoSecret: ["GET /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
    getRepoVariable: ["GET /repos/{owner}/{repo}/actions/variables/{name}"],
    getReviewsForRun: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals"
    ],
    getSelfHostedRunnerForOrg: ["GET /orgs/{org}/actions/runners/{runner_id}"],
    getSelfHostedRunnerForRepo: [
      "GET /repos/{owner}/{repo}/actions/runners/{runner_id}"
    ],
    getWorkflow: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}"],
    getWorkflowAccessToRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions/access"
    ],
    getWorkflowRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}"],
    getWorkflowRunAttempt: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}"
    ],
    getWorkflowRunUsage: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/timing"
    ],
    getWorkflowUsage: [
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/timing"
    ],
    listArtifactsForRepo: ["GET /repos/{owner}/{repo}/actions/artifacts"],
    listCustomImageVersionsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions"
    ],
    listCustomImagesForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom"
    ],
    listEnvironmentSecrets: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets"
    ],
    listEnvironmentVariables: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/variables"
    ],
    listGithubHostedRunnersInGroupForOrg: [
      "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners"
    ],
    listHostedRunnersForOrg: ["GET /orgs/{org}/actions/hosted-runners"],
    listJobsForWorkflowRun: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs"
    ],
    listJobsForWorkflowRunAttempt: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs"
    ],
    listLabelsForSelfHostedRunnerForOrg: [
      "GET /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    listLabelsForSelfHostedRunnerForRepo: [
      "GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    listOrgSecrets: ["GET /orgs/{org}/actions/secrets"],
    listOrgVariables: ["GET /orgs/{org}/actions/variables"],
    listRepoOrganizationSecrets: [
      "GET /repos/{owner}/{repo}/actions/organization-secrets"
    ],
    listRepoOrganizationVariables: [
      "GET /repos/{owner}/{repo}/actions/organization-variables"
    ],
    listRepoSecrets: ["GET /repos/{owner}/{repo}/actions/secrets"],
    listRepoVariables: ["GET /repos/{owner}/{repo}/actions/variables"],
    listRepoWorkflows: ["GET /repos/{owner}/{repo}/actions/workflows"],
    listRunnerApplicationsForOrg: ["GET /orgs/{org}/actions/runners/downloads"],
    listRunnerApplicationsForRepo: [
      "GET /repos/{owner}/{repo}/actions/runners/downloads"
    ],
    listSelectedReposForOrgSecret: [
      "GET /orgs/{org}/actions/secrets/{secret_name}/repositories"
    ],
    listSelectedReposForOrgVariable: [
      "GET /orgs/{org}/actions/variables/{name}/repositories"
    ],
    listSelectedRepositoriesEnabledGithubActionsOrganization: [
      "GET /orgs/{org}/actions/permissions/repositories"
    ],
    listSelfHostedRunnersForOrg: ["GET /orgs/{org}/actions/runners"],
    listSelfHostedRunnersForRepo: ["GET /repos/{owner}/{repo}/actions/runners"],
    listWorkflowRunArtifacts: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"
    ],
    listWorkflowRuns: [
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs"
    ],
    listWorkflowRunsForRepo: ["GET /repos/{owner}/{repo}/actions/runs"],
    reRunJobForWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun"
    ],
    reRunWorkflow: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun"],
    reRunWorkflowFailedJobs: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs"
    ],
    removeAllCustomLabelsFromSelfHostedRunnerForOrg: [
      "DELETE /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    removeAllCustomLabelsFromSelfHostedRunnerForRepo: [
      "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    removeCustomLabelFromSelfHostedRunnerForOrg: [
      "DELETE /orgs/{org}/actions/runners/{runner_id}/labels/{name}"
    ],
    removeCustomLabelFromSelfHostedRunnerForRepo: [
      "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}"
    ],
    removeSelectedRepoFromOrgSecret: [
      "DELETE /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"
    ],
    removeSelectedRepoFromOrgVariable: [
      "DELETE /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"
    ],
    reviewCustomGatesForRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule"
    ],
    reviewPendingDeploymentsForRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"
    ],
    setAllowedActionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/selected-actions"
    ],
    setAllowedActionsRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions/selected-actions"
    ],
    setCustomLabelsForSelfHostedRunnerForOrg: [
      "PUT /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    setCustomLabelsForSelfHostedRunnerForRepo: [
      "PUT /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    setCustomOidcSubClaimForRepo: [
      "PUT /repos/{owner}/{repo}/actions/oidc/customization/sub"
    ],
    setGithubActionsDefaultWorkflowPermissionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/workflow"
    ],
    setGithubActionsDefaultWorkflowPermissionsRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions/workflow"
    ],
    setGithubActionsPermissionsOrganization: [
      "PUT /orgs/{org}/actions/permissions"
    ],
    setGithubActionsPermissionsRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions"
    ],
    setSelectedReposForOrgSecret: [
      "PUT /orgs/{org}/actions/secrets/{secret_name}/repositories"
    ],
    setSelectedReposForOrgVariable: [
      "PUT /orgs/{org}/actions/variables/{name}/repositories"
    ],
    setSelectedRepositoriesEnabledGithubActionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/repositories"
    ],
    setWorkflowAccessToRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions/access"
    ],
    updateEnvironmentVariable: [
      "PATCH /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"
    ],
    updateHostedRunnerForOrg: [
      "PATCH /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"
    ],
    updateOrgVariable: ["PATCH /orgs/{org}/actions/variables/{name}"],
    updateRepoVariable: [
      "PATCH /repos/{owner}/{repo}/actions/variables/{name}"
    ]
  },
  activity: {
    checkRepoIsStarredByAuthenticatedUser: ["GET /user/starred/{owner}/{repo}"],
    deleteRepoSubscription: ["DELETE /repos/{owner}/{repo}/subscription"],
    deleteThreadSubscription: [
      "DELETE /notifications/threads/{thread_id}/subscription"
    ],
    getFeeds: ["GET /feeds"],
    getRepoSubscription: ["GET /repos/{owner}/{repo}/subscription"],
    getThread: ["GET /notifications/threads/{thread_id}"],
    getThreadSubscriptionForAuthenticatedUser: [
      "GET /notifications/threads/{thread_id}/subscription"
    ],
    listEventsForAuthenticatedUser: ["GET /users/{username}/events"],
    listNotificationsForAuthenticatedUser: ["GET /notifications"],
    listOrgEventsForAuthenticatedUser: [
      "GET /users/{username}/events/orgs/{org}"
    ],
    listPublicEvents: ["GET /events"],
    listPublicEventsForRepoNetwork: ["GET /networks/{owner}/{repo}/events"],
    listPublicEventsForUser: ["GET /users/{username}/events/public"],
    listPublicOrgEvents: ["GET /orgs/{org}/events"],
    listReceivedEventsForUser: ["GET /users/{username}/received_events"],
    listReceivedPublicEventsForUser: [
      "GET /users/{username}/received_events/public"
    ],
    listRepoEvents: ["GET /repos/{owner}/{repo}/events"],
    listRepoNotificationsForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/notifications"
    ],
    listReposStarredByAuthenticatedUser: ["GET /user/starred"],
    listReposStarredByUser: ["GET /users/{username}/starred"],
    listReposWatchedByUser: ["GET /users/{username}/subscriptions"],
    listStargazersForRepo: ["GET /repos/{owner}/{repo}/stargazers"],
    listWatchedReposForAuthenticatedUser: ["GET /user/subscriptions"],
    listWatchersForRepo: ["GET /repos/{owner}/{repo}/subscribers"],
    markNotificationsAsRead: ["PUT /notifications"],
    markRepoNotificationsAsRead: ["PUT /repos/{owner}/{repo}/notifications"],
    markThreadAsDone: ["DELETE /notifications/threads/{thread_id}"],
    markThreadAsRead: ["PATCH /notifications/threads/{thread_id}"],
    setRepoSubscription: ["PUT /repos/{owner}/{repo}/subscription"],
    setThreadSubscription: [
      "PUT /notifications/threads/{thread_id}/subscription"
    ],
    starRepoForAuthenticatedUser: ["PUT /user/starred/{owner}/{repo}"],
    unstarRepoForAuthenticatedUser: ["DELETE /user/starred/{owner}/{repo}"]
  },
  apps: {
    addRepoToInstallation: [
      "PUT /user/installations/{installation_id}/repositories/{repository_id}",
      {},
      { renamed: ["apps", "addRepoToInstallationForAuthenticatedUser"] }
    ],
    addRepoToInstallationForAuthenticatedUser: [
      "PUT /user/installations/{installation_id}/repositories/{repository_id}"
    ],
    checkToken: ["POST /applications/{client_id}/token"],
    createFromManifest: ["POST /app-manifests/{code}/conversions"],
    createInstallationAccessToken: [
      "POST /app/installations/{installation_id}/access_tokens"
    ],
    deleteAuthorization: ["DELETE /applications/{client_id}/grant"],
    deleteInstallation: ["DELETE /app/installations/{installation_id}"],
    deleteToken: ["DELETE /applications/{client_id}/token"],
    getAuthenticated: ["GET /app"],
    getBySlug: ["GET /apps/{app_slug}"],
    getInstallation: ["GET /app/installations/{installation_id}"],
    getOrgInstallation: ["GET /orgs/{org}/installation"],
    getRepoInstallation: ["GET /repos/{owner}/{repo}/installation"],
    getSubscriptionPlanForAccount: [
      "GET /marketplace_listing/accounts/{account_id}"
    ],
    getSubscriptionPlanForAccountStubbed: [
      "GET /marketplace_listing/stubbed/accounts/{account_id}"
    ],
    getUserInstallation: ["GET /users/{username}/installation"],
    getWebhookConfigForApp: ["GET /app/hook/config"],
    getWebhookDelivery: ["GET /app/hook/deliveries/{delivery_id}"],
    listAccountsForPlan: ["GET /marketplace_listing/plans/{plan_id}/accounts"],
    listAccountsForPlanStubbed: [
      "GET /marketplace_listing/stubbed/plans/{plan_id}/accounts"
    ],
    listInstallationReposForAuthenticatedUser: [
      "GET /user/installations/{installation_id}/repositories"
    ],
    listInstallationRequestsForAuthenticatedApp: [
      "GET /app/installation-requests"
    ],
    listInstallations: ["GET /app/installations"],
    listInstallationsForAuthenticatedUser: ["GET /user/installations"],
    listPlans: ["GET /marketplace_listing/plans"],
    listPlansStubbed: ["GET /marketplace_listing/stubbed/plans"],
    listReposAccessibleToInstallation: ["GET /installation/repositories"],
    listSubscriptionsForAuthenticatedUser: ["GET /user/marketplace_purchases"],
    listSubscriptionsForAuthenticatedUserStubbed: [
      "GET /user/marketplace_purchases/stubbed"
    ],
    listWebhookDeliveries: ["GET /app/hook/deliveries"],
    redeliverWebhookDelivery: [
      "POST /app/hook/deliveries/{delivery_id}/attempts"
    ],
    removeRepoFromInstallation: [
      "DELETE /user/installations/{installation_id}/repositories/{repository_id}",
      {},
      { renamed: ["apps", "removeRepoFromInstallationForAuthenticatedUser"] }
    ],
    removeRepoFromInstallationForAuthenticatedUser: [
      "DELETE /user/installations/{installation_id}/repositories/{repository_id}"
    ],
    resetToken: ["PATCH /applications/{client_id}/token"],
    revokeInstallationAccessToken: ["DELETE /installation/token"],
    scopeToken: ["POST /applications/{client_id}/token/scoped"],
    suspendInstallation: ["PUT /app/installations/{installation_id}/suspended"],
    unsuspendInstallation: [
      "DELETE /app/installations/{installation_id}/suspended"
    ],
    updateWebhookConfigForApp: ["PATCH /app/hook/config"]
  },
  billing: {
    getGithubActionsBillingOrg: ["GET /orgs/{org}/settings/billing/actions"],
    getGithubActionsBillingUser: [
      "GET /users/{username}/settings/billing/actions"
    ],
    getGithubBillingPremiumRequestUsageReportOrg: [
      "GET /organizations/{org}/settings/billing/premium_request/usage"
    ],
    getGithubBillingPremiumRequestUsageReportUser: [
      "GET /users/{username}/settings/billing/premium_request/usage"
    ],
    getGithubBillingUsageReportOrg: [
      "GET /organizations/{org}/settings/billing/usage"
    ],
    getGithubBillingUsageReportUser: [
      "GET /users/{username}/settings/billing/usage"
    ],
    getGithubPackagesBillingOrg: ["GET /orgs/{org}/settings/billing/packages"],
    getGithubPackagesBillingUser: [
      "GET /users/{username}/settings/billing/packages"
    ],
    getSharedStorageBillingOrg: [
      "GET /orgs/{org}/settings/billing/shared-storage"
    ],
    getSharedStorageBillingUser: [
      "GET /users/{username}/settings/billing/shared-storage"
    ]
  },
  campaigns: {
    createCampaign: ["POST /orgs/{org}/campaigns"],
    deleteCampaign: ["DELETE /orgs/{org}/campaigns/{campaign_number}"],
    getCampaignSummary: ["GET /orgs/{org}/campaigns/{campaign_number}"],
    listOrgCampaigns: ["GET /orgs/{org}/campaigns"],
    updateCampaign: ["PATCH /orgs/{org}/campaigns/{campaign_number}"]
  },
  checks: {
    create: ["POST /repos/{owner}/{repo}/check-runs"],
    createSuite: ["POST /repos/{owner}/{repo}/check-suites"],
    get: ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}"],
    getSuite: ["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}"],
    listAnnotations: [
      "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations"
    ],
    listForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-runs"],
    listForSuite: [
      "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs"
    ],
    listSuitesForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-suites"],
    rerequestRun: [
      "POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest"
    ],
    rerequestSuite: [
      "POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest"
    ],
    setSuitesPreferences: [
      "PATCH /repos/{owner}/{repo}/check-suites/preferences"
    ],
    update: ["PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}"]
  },
  codeScanning: {
    commitAutofix: [
      "POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix/commits"
    ],
    createAutofix: [
      "POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"
    ],
    createVariantAnalysis: [
      "POST /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses"
    ],
    deleteAnalysis: [
      "DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}"
    ],
    deleteCodeqlDatabase: [
      "DELETE /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"
    ],
    getAlert: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}",
      {},
      { renamedParameters: { alert_id: "alert_number" } }
    ],
    getAnalysis: [
      "GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}"
    ],
    getAutofix: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"
    ],
    getCodeqlDatabase: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"
    ],
    getDefaultSetup: ["GET /repos/{owner}/{repo}/code-scanning/default-setup"],
    getSarif: ["GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}"],
    getVariantAnalysis: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}"
    ],
    getVariantAnalysisRepoTask: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}/repos/{repo_owner}/{repo_name}"
    ],
    listAlertInstances: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances"
    ],
    listAlertsForOrg: ["GET /orgs/{org}/code-scanning/alerts"],
    listAlertsForRepo: ["GET /repos/{owner}/{repo}/code-scanning/alerts"],
    listAlertsInstances: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",
      {},
      { renamed: ["codeScanning", "listAlertInstances"] }
    ],
    listCodeqlDatabases: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/databases"
    ],
    listRecentAnalyses: ["GET /repos/{owner}/{repo}/code-scanning/analyses"],
    updateAlert: [
      "PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}"
    ],
    updateDefaultSetup: [
      "PATCH /repos/{owner}/{repo}/code-scanning/default-setup"
    ],
    uploadSarif: ["POST /repos/{owner}/{repo}/code-scanning/sarifs"]
  },
  codeSecurity: {
    attachConfiguration: [
      "POST /orgs/{org}/code-security/configurations/{configuration_id}/attach"
    ],
    attachEnterpriseConfiguration: [
      "POST /enterprises/{enterprise}/code-security/configurations/{configuration_id}/attach"
    ],
    createConfiguration: ["POST /orgs/{org}/code-security/configurations"],
    createConfigurationForEnterprise: [
      "POST /enterprises/{enterprise}/code-security/configurations"
    ],
    deleteConfiguration: [
      "DELETE /orgs/{org}/code-security/configurations/{configuration_id}"
    ],
    deleteConfigurationForEnterprise: [
      "DELETE /enterprises/{enterprise}/code-security/configurations/{configuration_id}"
    ],
    detachConfiguration: [
      "DELETE /orgs/{org}/code-security/configurations/detach"
    ],
    getConfiguration: [
      "GET /orgs/{org}/code-security/configurations/{configuration_id}"
    ],
    getConfigurationForRepository: [
      "GET /repos/{owner}/{repo}/code-security-configuration"
    ],
    getConfigurationsForEnterprise: [
      "GET /enterprises/{enterprise}/code-security/configurations"
    ],
    getConfigurationsForOrg: ["GET /orgs/{org}/code-security/configurations"],
    getDefaultConfigurations: [
      "GET /orgs/{org}/code-security/configurations/defaults"
    ],
    getDefaultConfigurationsForEnterprise: [
      "GET /enterprises/{enterprise}/code-security/configurations/defaults"
    ],
    getRepositoriesForConfiguration: [
      "GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories"
    ],
    getRepositoriesForEnterpriseConfiguration: [
      "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}/repositories"
    ],
    getSingleConfigurationForEnterprise: [
      "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}"
    ],
    setConfigurationAsDefault: [
      "PUT /orgs/{org}/code-security/configurations/{configuration_id}/defaults"
    ],
    setConfigurationAsDefaultForEnterprise: [
      "PUT /enterprises/{enterprise}/code-security/configurations/{configuration_id}/defaults"
    ],
    updateConfiguration: [
      "PATCH /orgs/{org}/code-security/configurations/{configuration_id}"
    ],
    updateEnterpriseConfiguration: [
      "PATCH /enterprises/{enterprise}/code-security/configurations/{configuration_id}"
    ]
  },
  codesOfConduct: {
    getAllCodesOfConduct: ["GET /codes_of_conduct"],
    getConductCode: ["GET /codes_of_conduct/{key}"]
  },
  codespaces: {
    addRepositoryForSecretForAuthenticatedUser: [
      "PUT /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    addSelectedRepoToOrgSecret: [
      "PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    checkPermissionsForDevcontainer: [
      "GET /repos/{owner}/{repo}/codespaces/permissions_check"
    ],
    codespaceMachinesForAuthenticatedUser: [
      "GET /user/codespaces/{codespace_name}/machines"
    ],
    createForAuthenticatedUser: ["POST /user/codespaces"],
    createOrUpdateOrgSecret: [
      "PUT /orgs/{org}/codespaces/secrets/{secret_name}"
    ],
    createOrUpdateRepoSecret: [
      "PUT /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"
    ],
    createOrUpdateSecretForAuthenticatedUser: [
      "PUT /user/codespaces/secrets/{secret_name}"
    ],
    createWithPrForAuthenticatedUser: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/codespaces"
    ],
    createWithRepoForAuthenticatedUser: [
      "POST /repos/{owner}/{repo}/codespaces"
    ],
    deleteForAuthenticatedUser: ["DELETE /user/codespaces/{codespace_name}"],
    deleteFromOrganization: [
      "DELETE /orgs/{org}/members/{username}/codespaces/{codespace_name}"
    ],
    deleteOrgSecret: ["DELETE /orgs/{org}/codespaces/secrets/{secret_name}"],
    deleteRepoSecret: [
      "DELETE /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"
    ],
    deleteSecretForAuthenticatedUser: [
      "DELETE /user/codespaces/secrets/{secret_name}"
    ],
    exportForAuthenticatedUser: [
      "POST /user/codespaces/{codespace_name}/exports"
    ],
    getCodespacesForUserInOrg: [
      "GET /orgs/{org}/members/{username}/codespaces"
    ],
    getExportDetailsForAuthenticatedUser: [
      "GET /user/codespaces/{codespace_name}/exports/{export_id}"
    ],
    getForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}"],
    getOrgPublicKey: ["GET /orgs/{org}/codespaces/secrets/public-key"],
    getOrgSecret: ["GET /orgs/{org}/codespaces/secrets/{secret_name}"],
    getPublicKeyForAuthenticatedUser: [
      "GET /user/codespaces/secrets/public-key"
    ],
    getRepoPublicKey: [
      "GET /repos/{owner}/{repo}/codespaces/secrets/public-key"
    ],
    getRepoSecret: [
      "GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"
    ],
    getSecretForAuthenticatedUser: [
      "GET /user/codespaces/secrets/{secret_name}"
    ],
    listDevcontainersInRepositoryForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces/devcontainers"
    ],
    listForAuthenticatedUser: ["GET /user/codespaces"],
    listInOrganization: [
      "GET /orgs/{org}/codespaces",
      {},
      { renamedParameters: { org_id: "org" } }
    ],
    listInRepositoryForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces"
    ],
    listOrgSecrets: ["GET /orgs/{org}/codespaces/secrets"],
    listRepoSecrets: ["GET /repos/{owner}/{repo}/codespaces/secrets"],
    listRepositoriesForSecretForAuthenticatedUser: [
      "GET /user/codespaces/secrets/{secret_name}/repositories"
    ],
    listSecretsForAuthenticatedUser: ["GET /user/codespaces/secrets"],
    listSelectedReposForOrgSecret: [
      "GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories"
    ],
    preFlightWithRepoForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces/new"
    ],
    publishForAuthenticatedUser: [
      "POST /user/codespaces/{codespace_name}/publish"
    ],
    removeRepositoryForSecretForAuthenticatedUser: [
      "DELETE /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    removeSelectedRepoFromOrgSecret: [
      "DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    repoMachinesForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces/machines"
    ],
    setRepositoriesForSecretForAuthenticatedUser: [
      "PUT /user/codespaces/secrets/{secret_name}/repositories"
    ],
    setSelectedReposForOrgSecret: [
      "PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories"
    ],
    startForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/start"],
    stopForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/stop"],
    stopInOrganization: [
      "POST /orgs/{org}/members/{username}/codespaces/{codespace_name}/stop"
    ],
    updateForAuthenticatedUser: ["PATCH /user/codespaces/{codespace_name}"]
  },
  copilot: {
    addCopilotSeatsForTeams: [
      "POST /orgs/{org}/copilot/billing/selected_teams"
    ],
    addCopilotSeatsForUsers: [
      "POST /orgs/{org}/copilot/billing/selected_users"
    ],
    cancelCopilotSeatAssignmentForTeams: [
      "DELETE /orgs/{org}/copilot/billing/selected_teams"
    ],
    cancelCopilotSeatAssignmentForUsers: [
      "DELETE /orgs/{org}/copilot/billing/selected_users"
    ],
    copilotMetricsForOrganization: ["GET /orgs/{org}/copilot/metrics"],
    copilotMetricsForTeam: ["GET /orgs/{org}/team/{team_slug}/copilot/metrics"],
    getCopilotOrganizationDetails: ["GET /orgs/{org}/copilot/billing"],
    getCopilotSeatDetailsForUser: [
      "GET /orgs/{org}/members/{username}/copilot"
    ],
    listCopilotSeats: ["GET /orgs/{org}/copilot/billing/seats"]
  },
  credentials: { revoke: ["POST /credentials/revoke"] },
  dependabot: {
    addSelectedRepoToOrgSecret: [
      "PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"
    ],
    createOrUpdateOrgSecret: [
      "PUT /orgs/{org}/dependabot/secrets/{secret_name}"
    ],
    createOrUpdateRepoSecret: [
      "PUT /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"
    ],
    deleteOrgSecret: ["DELETE /orgs/{org}/dependabot/secrets/{secret_name}"],
    deleteRepoSecret: [
      "DELETE /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"
    ],
    getAlert: ["GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
    getOrgPublicKey: ["GET /orgs/{org}/dependabot/secrets/public-key"],
    getOrgSecret: ["GET /orgs/{org}/dependabot/secrets/{secret_name}"],
    getRepoPublicKey: [
      "GET /repos/{owner}/{repo}/dependabot/secrets/public-key"
    ],
    getRepoSecret: [
      "GET /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"
    ],
    listAlertsForEnterprise: [
      "GET /enterprises/{enterprise}/dependabot/alerts"
    ],
    listAlertsForOrg: ["GET /orgs/{org}/dependabot/alerts"],
    listAlertsForRepo: ["GET /repos/{owner}/{repo}/dependabot/alerts"],
    listOrgSecrets: ["GET /orgs/{org}/dependabot/secrets"],
    listRepoSecrets: ["GET /repos/{owner}/{repo}/dependabot/secrets"],
    listSelectedReposForOrgSecret: [
      "GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories"
    ],
    removeSelectedRepoFromOrgSecret: [
      "DELETE /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"
    ],
    repositoryAccessForOrg: [
      "GET /organizations/{org}/dependabot/repository-access"
    ],
    setRepositoryAccessDefaultLevel: [
      "PUT /organizations/{org}/dependabot/repository-access/default-level"
    ],
    setSelectedReposForOrgSecret: [
      "PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories"
    ],
    updateAlert: [
      "PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"
    ],
    updateRepositoryAccessForOrg: [
      "PATCH /organizations/{org}/dependabot/repository-access"
    ]
  },
  dependencyGraph: {
    createRepositorySnapshot: [
      "POST /repos/{owner}/{repo}/dependency-graph/snapshots"
    ],
    diffRange: [
      "GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}"
    ],
    exportSbom: ["GET /repos/{owner}/{repo}/dependency-graph/sbom"]
  },
  emojis: { get: ["GET /emojis"] },
  enterpriseTeamMemberships: {
    add: [
      "PUT /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"
    ],
    bulkAdd: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/add"
    ],
    bulkRemove: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/remove"
    ],
    get: [
      "GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"
    ],
    list: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships"],
    remove: [
      "DELETE /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"
    ]
  },
  enterpriseTeamOrganizations: {
    add: [
      "PUT /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"
    ],
    bulkAdd: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/add"
    ],
    bulkRemove: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/remove"
    ],
    delete: [
      "DELETE /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"
    ],
    getAssignment: [
      "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"
    ],
    getAssignments: [
      "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations"
    ]
  },
  enterpriseTeams: {
    create: ["POST /enterprises/{enterprise}/teams"],
    delete: ["DELETE /enterprises/{enterprise}/teams/{team_slug}"],
    get: ["GET /enterprises/{enterprise}/teams/{team_slug}"],
    list: ["GET /enterprises/{enterprise}/teams"],
    update: ["PATCH /enterprises/{enterprise}/teams/{team_slug}"]
  },
  gists: {
    checkIsStarred: ["GET /gists/{gist_id}/star"],
    create: ["POST /gists"],
    createComment: ["POST /gists/{gist_id}/comments"],
    delete: ["DELETE /gists/{gist_id}"],
    deleteComment: ["DELETE /gists/{gist_id}/comments/{comment_id}"],
    fork: ["POST /gists/{gist_id}/forks"],
    get: ["GET /gists/{gist_id}"],
    getComment: ["GET /gists/{gist_id}/comments/{comment_id}"],
    getRevision: ["GET /gists/{gist_id}/{sha}"],
    list: ["GET /gists"],
    listComments: ["GET /gists/{gist_id}/comments"],
    listCommits: ["GET /gists/{gist_id}/commits"],
    listForUser: ["GET /users/{username}/gists"],
    listForks: ["GET /gists/{gist_id}/forks"],
    listPublic: ["GET /gists/public"],
    listStarred: ["GET /gists/starred"],
    star: ["PUT /gists/{gist_id}/star"],
    unstar: ["DELETE /gists/{gist_id}/star"],
    update: ["PATCH /gists/{gist_id}"],
    updateComment: ["PATCH /gists/{gist_id}/comments/{comment_id}"]
  },
  git: {
    createBlob: ["POST /repos/{owner}/{repo}/git/blobs"],
    createCommit: ["POST /repos/{owner}/{repo}/git/commits"],
    createRef: ["POST /repos/{owner}/{repo}/git/refs"],
    createTag: ["POST /repos/{owner}/{repo}/git/tags"],
    createTree: ["POST /repos/{owner}/{repo}/git/trees"],
    deleteRef: ["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],
    getBlob: ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"],
    getCommit: ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}"],
    getRef: ["GET /repos/{owner}/{repo}/git/ref/{ref}"],
    getTag: ["GET /repos/{owner}/{repo}/git/tags/{tag_sha}"],
    getTree: ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"],
    listMatchingRefs: ["GET /repos/{owner}/{repo}/git/matching-refs/{ref}"],
    updateRef: ["PATCH /repos/{owner}/{repo}/git/refs/{ref}"]
  },
  gitignore: {
    getAllTemplates: ["GET /gitignore/templates"],
    getTemplate: ["GET /gitignore/templates/{name}"]
  },
  hostedCompute: {
    createNetworkConfigurationForOrg: [
      "POST /orgs/{org}/settings/network-configurations"
    ],
    deleteNetworkConfigurationFromOrg: [
      "DELETE /orgs/{org}/settings/network-configurations/{network_configuration_id}"
    ],
    getNetworkConfigurationForOrg: [
      "GET /orgs/{org}/settings/network-configurations/{network_configuration_id}"
    ],
    getNetworkSettingsForOrg: [
      "GET /orgs/{org}/settings/network-settings/{network_settings_id}"
    ],
    listNetworkConfigurationsForOrg: [
      "GET /orgs/{org}/settings/network-configurations"
    ],
    updateNetworkConfigurationForOrg: [
      "PATCH /orgs/{org}/settings/network-configurations/{network_configuration_id}"
    ]
  },
  interactions: {
    getRestrictionsForAuthenticatedUser: ["GET /user/interaction-limits"],
    getRestrictionsForOrg: ["GET /orgs/{org}/interaction-limits"],
    getRestrictionsForRepo: ["GET /repos/{owner}/{repo}/interaction-limits"],
    getRestrictionsForYourPublicRepos: [
      "GET /user/interaction-limits",
      {},
      { renamed: ["interactions", "getRestrictionsForAuthenticatedUser"] }
    ],
    removeRestrictionsForAuthenticatedUser: ["DELETE /user/interaction-limits"],
    removeRestrictionsForOrg: ["DELETE /orgs/{org}/interaction-limits"],
    removeRestrictionsForRepo: [
      "DELETE /repos/{owner}/{repo}/interaction-limits"
    ],
    removeRestrictionsForYourPublicRepos: [
      "DELETE /user/interaction-limits",
      {},
      { renamed: ["interactions", "removeRestrictionsForAuthenticatedUser"] }
    ],
    setRestrictionsForAuthenticatedUser: ["PUT /user/interaction-limits"],
    setRestrictionsForOrg: ["PUT /orgs/{org}/interaction-limits"],
    setRestrictionsForRepo: ["PUT /repos/{owner}/{repo}/interaction-limits"],
    setRestrictionsForYourPublicRepos: [
      "PUT /user/interaction-limits",
      {},
      { renamed: ["interactions", "setRestrictionsForAuthenticatedUser"] }
    ]
  },
  issues: {
    addAssignees: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees"
    ],
    addBlockedByDependency: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"
    ],
    addLabels: ["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],
    addSubIssue: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"
    ],
    checkUserCanBeAssigned: ["GET /repos/{owner}/{repo}/assignees/{assignee}"],
    checkUserCanBeAssignedToIssue: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}"
    ],
    create: ["POST /repos/{owner}/{repo}/issues"],
    createComment: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments"
    ],
    createLabel: ["POST /repos/{owner}/{repo}/labels"],
    createMilestone: ["POST /repos/{owner}/{repo}/milestones"],
    deleteComment: [
      "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}"
    ],
    deleteLabel: ["DELETE /repos/{owner}/{repo}/labels/{name}"],
    deleteMilestone: [
      "DELETE /repos/{owner}/{repo}/milestones/{milestone_number}"
    ],
    get: ["GET /repos/{owner}/{repo}/issues/{issue_number}"],
    getComment: ["GET /repos/{owner}/{repo}/issues/comments/{comment_id}"],
    getEvent: ["GET /repos/{owner}/{repo}/issues/events/{event_id}"],
    getLabel: ["GET /repos/{owner}/{repo}/labels/{name}"],
    getMilestone: ["GET /repos/{owner}/{repo}/milestones/{milestone_number}"],
    getParent: ["GET /repos/{owner}/{repo}/issues/{issue_number}/parent"],
    list: ["GET /issues"],
    listAssignees: ["GET /repos/{owner}/{repo}/assignees"],
    listComments: ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"],
    listCommentsForRepo: ["GET /repos/{owner}/{repo}/issues/comments"],
    listDependenciesBlockedBy: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"
    ],
    listDependenciesBlocking: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking"
    ],
    listEvents: ["GET /repos/{owner}/{repo}/issues/{issue_number}/events"],
    listEventsForRepo: ["GET /repos/{owner}/{repo}/issues/events"],
    listEventsForTimeline: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline"
    ],
    listForAuthenticatedUser: ["GET /user/issues"],
    listForOrg: ["GET /orgs/{org}/issues"],
    listForRepo: ["GET /repos/{owner}/{repo}/issues"],
    listLabelsForMilestone: [
      "GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels"
    ],
    listLabelsForRepo: ["GET /repos/{owner}/{repo}/labels"],
    listLabelsOnIssue: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/labels"
    ],
    listMilestones: ["GET /repos/{owner}/{repo}/milestones"],
    listSubIssues: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"
    ],
    lock: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/lock"],
    removeAllLabels: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels"
    ],
    removeAssignees: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees"
    ],
    removeDependencyBlockedBy: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}"
    ],
    removeLabel: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}"
    ],
    removeSubIssue: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue"
    ],
    reprioritizeSubIssue: [
      "PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority"
    ],
    setLabels: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/labels"],
    unlock: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock"],
    update: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],
    updateComment: ["PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}"],
    updateLabel: ["PATCH /repos/{owner}/{repo}/labels/{name}"],
    updateMilestone: [
      "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}"
    ]
  },
  licenses: {
    get: ["GET /licenses/{license}"],
    getAllCommonlyUsed: ["GET /licenses"],
    getForRepo: ["GET /repos/{owner}/{repo}/license"]
  },
  markdown: {
    render: ["POST /markdown"],
    renderRaw: [
      "POST /markdown/raw",
      { headers: { "content-type": "text/plain; charset=utf-8" } }
    ]
  },
  meta: {
    get: ["GET /meta"],
    getAllVersions: ["GET /versions"],
    getOctocat: ["GET /octocat"],
    getZen: ["GET /zen"],
    root: ["GET /"]
  },
  migrations: {
    deleteArchiveForAuthenticatedUser: [
      "DELETE /user/migrations/{migration_id}/archive"
    ],
    deleteArchiveForOrg: [
      "DELETE /orgs/{org}/migrations/{migration_id}/archive"
    ],
    downloadArchiveForOrg: [
      "GET /orgs/{org}/migrations/{migration_id}/archive"
    ],
    getArchiveForAuthenticatedUser: [
      "GET /user/migrations/{migration_id}/archive"
    ],
    getStatusForAuthenticatedUser: ["GET /user/migrations/{migration_id}"],
    getStatusForOrg: ["GET /orgs/{org}/migrations/{migration_id}"],
    listForAuthenticatedUser: ["GET /user/migrations"],
    listForOrg: ["GET /orgs/{org}/migrations"],
    listReposForAuthenticatedUser: [
      "GET /user/migrations/{migration_id}/repositories"
    ],
    listReposForOrg: ["GET /orgs/{org}/migrations/{migration_id}/repositories"],
    listReposForUser: [
      "GET /user/migrations/{migration_id}/repositories",
      {},
      { renamed: ["migrations", "listReposForAuthenticatedUser"] }
    ],
    startForAuthenticatedUser: ["POST /user/migrations"],
    startForOrg: ["POST /orgs/{org}/migrations"],
    unlockRepoForAuthenticatedUser: [
      "DELETE /user/migrations/{migration_id}/repos/{repo_name}/lock"
    ],
    unlockRepoForOrg: [
      "DELETE /orgs/{org}/migrations/{migration_id}/repos/{repo_name}/lock"
    ]
  },
  oidc: {
    getOidcCustomSubTemplateForOrg: [
      "GET /orgs/{org}/actions/oidc/customization/sub"
    ],
    updateOidcCustomSubTemplateForOrg: [
      "PUT /orgs/{org}/actions/oidc/customization/sub"
    ]
  },
  orgs: {
    addSecurityManagerTeam: [
      "PUT /orgs/{org}/security-managers/teams/{team_slug}",
      {},
      {
        deprecated: "octokit.rest.orgs.addSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#add-a-security-manager-team"
      }
    ],
    assignTeamToOrgRole: [
      "PUT /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"
    ],
    assignUserToOrgRole: [
      "PUT /orgs/{org}/organization-roles/users/{username}/{role_id}"
    ],
    blockUser: ["PUT /orgs/{org}/blocks/{username}"],
    cancelInvitation: ["DELETE /orgs/{org}/invitations/{invitation_id}"],
    checkBlockedUser: ["GET /orgs/{org}/blocks/{username}"],
    checkMembershipForUser: ["GET /orgs/{org}/members/{username}"],
    checkPublicMembershipForUser: ["GET /orgs/{org}/public_members/{username}"],
    convertMemberToOutsideCollaborator: [
      "PUT /orgs/{org}/outside_collaborators/{username}"
    ],
    createArtifactStorageRecord: [
      "POST /orgs/{org}/artifacts/metadata/storage-record"
    ],
    createInvitation: ["POST /orgs/{org}/invitations"],
    createIssueType: ["POST /orgs/{org}/issue-types"],
    createWebhook: ["POST /orgs/{org}/hooks"],
    customPropertiesForOrgsCreateOrUpdateOrganizationValues: [
      "PATCH /organizations/{org}/org-properties/values"
    ],
    customPropertiesForOrgsGetOrganizationValues: [
      "GET /organizations/{org}/org-properties/values"
    ],
    customPropertiesForReposCreateOrUpdateOrganizationDefinition: [
      "PUT /orgs/{org}/properties/schema/{custom_property_name}"
    ],
    customPropertiesForReposCreateOrUpdateOrganizationDefinitions: [
      "PATCH /orgs/{org}/properties/schema"
    ],
    customPropertiesForReposCreateOrUpdateOrganizationValues: [
      "PATCH /orgs/{org}/properties/values"
    ],
    customPropertiesForReposDeleteOrganizationDefinition: [
      "DELETE /orgs/{org}/properties/schema/{custom_property_name}"
    ],
    customPropertiesForReposGetOrganizationDefinition: [
      "GET /orgs/{org}/properties/schema/{custom_property_name}"
    ],
    customPropertiesForReposGetOrganizationDefinitions: [
      "GET /orgs/{org}/properties/schema"
    ],
    customPropertiesForReposGetOrganizationValues: [
      "GET /orgs/{org}/properties/values"
    ],
    delete: ["DELETE /orgs/{org}"],
    deleteAttestationsBulk: ["POST /orgs/{org}/attestations/delete-request"],
    deleteAttestationsById: [
      "DELETE /orgs/{org}/attestations/{attestation_id}"
    ],
    deleteAttestationsBySubjectDigest: [
      "DELETE /orgs/{org}/attestations/digest/{subject_digest}"
    ],
    deleteIssueType: ["DELETE /orgs/{org}/issue-types/{issue_type_id}"],
    deleteWebhook: ["DELETE /orgs/{org}/hooks/{hook_id}"],
    disableSelectedRepositoryImmutableReleasesOrganization: [
      "DELETE /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"
    ],
    enableSelectedRepositoryImmutableReleasesOrganization: [
      "PUT /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"
    ],
    get: ["GET /orgs/{org}"],
    getImmutableReleasesSettings: [
      "GET /orgs/{org}/settings/immutable-releases"
    ],
    getImmutableReleasesSettingsRepositories: [
      "GET /orgs/{org}/settings/immutable-releases/repositories"
    ],
    getMembershipForAuthenticatedUser: ["GET /user/memberships/orgs/{org}"],
    getMembershipForUser: ["GET /orgs/{org}/memberships/{username}"],
    getOrgRole: ["GET /orgs/{org}/organization-roles/{role_id}"],
    getOrgRulesetHistory: ["GET /orgs/{org}/rulesets/{ruleset_id}/history"],
    getOrgRulesetVersion: [
      "GET /orgs/{org}/rulesets/{ruleset_id}/history/{version_id}"
    ],
    getWebhook: ["GET /orgs/{org}/hooks/{hook_id}"],
    getWebhookConfigForOrg: ["GET /orgs/{org}/hooks/{hook_id}/config"],
    getWebhookDelivery: [
      "GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}"
    ],
    list: ["GET /organizations"],
    listAppInstallations: ["GET /orgs/{org}/installations"],
    listArtifactStorageRecords: [
      "GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records"
    ],
    listAttestationRepositories: ["GET /orgs/{org}/attestations/repositories"],
    listAttestations: ["GET /orgs/{org}/attestations/{subject_digest}"],
    listAttestationsBulk: [
      "POST /orgs/{org}/attestations/bulk-list{?per_page,before,after}"
    ],
    listBlockedUsers: ["GET /orgs/{org}/blocks"],
    listFailedInvitations: ["GET /orgs/{org}/failed_invitations"],
    listForAuthenticatedUser: ["GET /user/orgs"],
    listForUser: ["GET /users/{username}/orgs"],
    listInvitationTeams: ["GET /orgs/{org}/invitations/{invitation_id}/teams"],
    listIssueTypes: ["GET /orgs/{org}/issue-types"],
    listMembers: ["GET /orgs/{org}/members"],
    listMembershipsForAuthenticatedUser: ["GET /user/memberships/orgs"],
    listOrgRoleTeams: ["GET /orgs/{org}/organization-roles/{role_id}/teams"],
    listOrgRoleUsers: ["GET /orgs/{org}/organization-roles/{role_id}/users"],
    listOrgRoles: ["GET /orgs/{org}/organization-roles"],
    listOrganizationFineGrainedPermissions: [
      "GET /orgs/{org}/organization-fine-grained-permissions"
    ],
    listOutsideCollaborators: ["GET /orgs/{org}/outside_collaborators"],
    listPatGrantRepositories: [
      "GET /orgs/{org}/personal-access-tokens/{pat_id}/repositories"
    ],
    listPatGrantRequestRepositories: [
      "GET /orgs/{org}/personal-access-token-requests/{pat_request_id}/repositories"
    ],
    listPatGrantRequests: ["GET /orgs/{org}/personal-access-token-requests"],
    listPatGrants: ["GET /orgs/{org}/personal-access-tokens"],
    listPendingInvitations: ["GET /orgs/{org}/invitations"],
    listPublicMembers: ["GET /orgs/{org}/public_members"],
    listSecurityManagerTeams: [
      "GET /orgs/{org}/security-managers",
      {},
      {
        deprecated: "octokit.rest.orgs.listSecurityManagerTeams() is deprecated, see https://docs.github.com/rest/orgs/security-managers#list-security-manager-teams"
      }
    ],
    listWebhookDeliveries: ["GET /orgs/{org}/hooks/{hook_id}/deliveries"],
    listWebhooks: ["GET /orgs/{org}/hooks"],
    pingWebhook: ["POST /orgs/{org}/hooks/{hook_id}/pings"],
    redeliverWebhookDelivery: [
      "POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"
    ],
    removeMember: ["DELETE /orgs/{org}/members/{username}"],
    removeMembershipForUser: ["DELETE /orgs/{org}/memberships/{username}"],
    removeOutsideCollaborator: [
      "DELETE /orgs/{org}/outside_collaborators/{username}"
    ],
    removePublicMembershipForAuthenticatedUser: [
      "DELETE /orgs/{org}/public_members/{username}"
    ],
    removeSecurityManagerTeam: [
      "DELETE /orgs/{org}/security-managers/teams/{team_slug}",
      {},
      {
        deprecated: "octokit.rest.orgs.removeSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#remove-a-security-manager-team"
      }
    ],
    reviewPatGrantRequest: [
      "POST /orgs/{org}/personal-access-token-requests/{pat_request_id}"
    ],
    reviewPatGrantRequestsInBulk: [
      "POST /orgs/{org}/personal-access-token-requests"
    ],
    revokeAllOrgRolesTeam: [
      "DELETE /orgs/{org}/organization-roles/teams/{team_slug}"
    ],
    revokeAllOrgRolesUser: [
      "DELETE /orgs/{org}/organization-roles/users/{username}"
    ],
    revokeOrgRoleTeam: [
      "DELETE /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"
    ],
    revokeOrgRoleUser: [
      "DELETE /orgs/{org}/organization-roles/users/{username}/{role_id}"
    ],
    setImmutableReleasesSettings: [
      "PUT /orgs/{org}/settings/immutable-releases"
    ],
    setImmutableReleasesSettingsRepositories: [
      "PUT /orgs/{org}/settings/immutable-releases/repositories"
    ],
    setMembershipForUser: ["PUT /orgs/{org}/memberships/{username}"],
    setPublicMembershipForAuthenticatedUser: [
      "PUT /orgs/{org}/public_members/{username}"
    ],
    unblockUser: ["DELETE /orgs/{org}/blocks/{username}"],
    update: ["PATCH /orgs/{org}"],
    updateIssueType: ["PUT /orgs/{org}/issue-types/{issue_type_id}"],
    updateMembershipForAuthenticatedUser: [
      "PATCH /user/memberships/orgs/{org}"
    ],
    updatePatAccess: ["POST /orgs/{org}/personal-access-tokens/{pat_id}"],
    updatePatAccesses: ["POST /orgs/{org}/personal-access-tokens"],
    updateWebhook: ["PATCH /orgs/{org}/hooks/{hook_id}"],
    updateWebhookConfigForOrg: ["PATCH /orgs/{org}/hooks/{hook_id}/config"]
  },
  packages: {
    deletePackageForAuthenticatedUser: [
      "DELETE /user/packages/{package_type}/{package_name}"
    ],
    deletePackageForOrg: [
      "DELETE /orgs/{org}/packages/{package_type}/{package_name}"
    ],
    deletePackageForUser: [
      "DELETE /users/{username}/packages/{package_type}/{package_name}"
    ],
    deletePackageVersionForAuthenticatedUser: [
      "DELETE /user/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    deletePackageVersionForOrg: [
      "DELETE /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    deletePackageVersionForUser: [
      "DELETE /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    getAllPackageVersionsForAPackageOwnedByAnOrg: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}/versions",
      {},
      { renamed: ["packages", "getAllPackageVersionsForPackageOwnedByOrg"] }
    ],
    getAllPackageVersionsForAPackageOwnedByTheAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}/versions",
      {},
      {
        renamed: [
          "packages",
          "getAllPackageVersionsForPackageOwnedByAuthenticatedUser"
        ]
      }
    ],
    getAllPackageVersionsForPackageOwnedByAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}/versions"
    ],
    getAllPackageVersionsForPackageOwnedByOrg: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}/versions"
    ],
    getAllPackageVersionsForPackageOwnedByUser: [
      "GET /users/{username}/packages/{package_type}/{package_name}/versions"
    ],
    getPackageForAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}"
    ],
    getPackageForOrganization: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}"
    ],
    getPackageForUser: [
      "GET /users/{username}/packages/{package_type}/{package_name}"
    ],
    getPackageVersionForAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    getPackageVersionForOrganization: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    getPackageVersionForUser: [
      "GET /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    listDockerMigrationConflictingPackagesForAuthenticatedUser: [
      "GET /user/docker/conflicts"
    ],
    listDockerMigrationConflictingPackagesForOrganization: [
      "GET /orgs/{org}/docker/conflicts"
    ],
    listDockerMigrationConflictingPackagesForUser: [
      "GET /users/{username}/docker/conflicts"
    ],
    listPackagesForAuthenticatedUser: ["GET /user/packages"],
    listPackagesForOrganization: ["GET /orgs/{org}/packages"],
    listPackagesForUser: ["GET /users/{username}/packages"],
    restorePackageForAuthenticatedUser: [
      "POST /user/packages/{package_type}/{package_name}/restore{?token}"
    ],
    restorePackageForOrg: [
      "POST /orgs/{org}/packages/{package_type}/{package_name}/restore{?token}"
    ],
    restorePackageForUser: [
      "POST /users/{username}/packages/{package_type}/{package_name}/restore{?token}"
    ],
    restorePackageVersionForAuthenticatedUser: [
      "POST /user/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"
    ],
    restorePackageVersionForOrg: [
      "POST /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"
    ],
    restorePackageVersionForUser: [
      "POST /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"
    ]
  },
  privateRegistries: {
    createOrgPrivateRegistry: ["POST /orgs/{org}/private-registries"],
    deleteOrgPrivateRegistry: [
      "DELETE /orgs/{org}/private-registries/{secret_name}"
    ],
    getOrgPrivateRegistry: ["GET /orgs/{org}/private-registries/{secret_name}"],
    getOrgPublicKey: ["GET /orgs/{org}/private-registries/public-key"],
    listOrgPrivateRegistries: ["GET /orgs/{org}/private-registries"],
    updateOrgPrivateRegistry: [
      "PATCH /orgs/{org}/private-registries/{secret_name}"
    ]
  },
  projects: {
    addItemForOrg: ["POST /orgs/{org}/projectsV2/{project_number}/items"],
    addItemForUser: [
      "POST /users/{username}/projectsV2/{project_number}/items"
    ],
    deleteItemForOrg: [
      "DELETE /orgs/{org}/projectsV2/{project_number}/items/{item_id}"
    ],
    deleteItemForUser: [
      "DELETE /users/{username}/projectsV2/{project_number}/items/{item_id}"
    ],
    getFieldForOrg: [
      "GET /orgs/{org}/projectsV2/{project_number}/fields/{field_id}"
    ],
    getFieldForUser: [
      "GET /users/{username}/projectsV2/{project_number}/fields/{field_id}"
    ],
    getForOrg: ["GET /orgs/{org}/projectsV2/{project_number}"],
    getForUser: ["GET /users/{username}/projectsV2/{project_number}"],
    getOrgItem: ["GET /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
    getUserItem: [
      "GET /users/{username}/projectsV2/{project_number}/items/{item_id}"
    ],
    listFieldsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/fields"],
    listFieldsForUser: [
      "GET /users/{username}/projectsV2/{project_number}/fields"
    ],
    listForOrg: ["GET /orgs/{org}/projectsV2"],
    listForUser: ["GET /users/{username}/projectsV2"],
    listItemsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/items"],
    listItemsForUser: [
      "GET /users/{username}/projectsV2/{project_number}/items"
    ],
    updateItemForOrg: [
      "PATCH /orgs/{org}/projectsV2/{project_number}/items/{item_id}"
    ],
    updateItemForUser: [
      "PATCH /users/{username}/projectsV2/{project_number}/items/{item_id}"
    ]
  },
  pulls: {
    checkIfMerged: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
    create: ["POST /repos/{owner}/{repo}/pulls"],
    createReplyForReviewComment: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies"
    ],
    createReview: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
    createReviewComment: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments"
    ],
    deletePendingReview: [
      "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"
    ],
    deleteReviewComment: [
      "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}"
    ],
    dismissReview: [
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals"
    ],
    get: ["GET /repos/{owner}/{repo}/pulls/{pull_number}"],
    getReview: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"
    ],
    getReviewComment: ["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}"],
    list: ["GET /repos/{owner}/{repo}/pulls"],
    listCommentsForReview: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments"
    ],
    listCommits: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/commits"],
    listFiles: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/files"],
    listRequestedReviewers: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"
    ],
    listReviewComments: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments"
    ],
    listReviewCommentsForRepo: ["GET /repos/{owner}/{repo}/pulls/comments"],
    listReviews: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
    merge: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
    removeRequestedReviewers: [
      "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"
    ],
    requestReviewers: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"
    ],
    submitReview: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events"
    ],
    update: ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],
    updateBranch: [
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch"
    ],
    updateReview: [
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"
    ],
    updateReviewComment: [
      "PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}"
    ]
  },
  rateLimit: { get: ["GET /rate_limit"] },
  reactions: {
    createForCommitComment: [
      "POST /repos/{owner}/{repo}/comments/{comment_id}/reactions"
    ],
    createForIssue: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/reactions"
    ],
    createForIssueComment: [
      "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"
    ],
    createForPullRequestReviewComment: [
      "POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"
    ],
    createForRelease: [
      "POST /repos/{owner}/{repo}/releases/{release_id}/reactions"
    ],
    createForTeamDiscussionCommentInOrg: [
      "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"
    ],
    createForTeamDiscussionInOrg: [
      "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"
    ],
    deleteForCommitComment: [
      "DELETE /repos/{owner}/{repo}/comments/{comment_id}/reactions/{reaction_id}"
    ],
    deleteForIssue: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}"
    ],
    deleteForIssueComment: [
      "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}"
    ],
    deleteForPullRequestComment: [
      "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}"
    ],
    deleteForRelease: [
      "DELETE /repos/{owner}/{repo}/releases/{release_id}/reactions/{reaction_id}"
    ],
    deleteForTeamDiscussion: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions/{reaction_id}"
    ],
    deleteForTeamDiscussionComment: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions/{reaction_id}"
    ],
    listForCommitComment: [
      "GET /repos/{owner}/{repo}/comments/{comment_id}/reactions"
    ],
    listForIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
    listForIssueComment: [
      "GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"
    ],
    listForPullRequestReviewComment: [
      "GET /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"
    ],
    listForRelease: [
      "GET /repos/{owner}/{repo}/releases/{release_id}/reactions"
    ],
    listForTeamDiscussionCommentInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"
    ],
    listForTeamDiscussionInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"
    ]
  },
  repos: {
    acceptInvitation: [
      "PATCH /user/repository_invitations/{invitation_id}",
      {},
      { renamed: ["repos", "acceptInvitationForAuthenticatedUser"] }
    ],
    acceptInvitationForAuthenticatedUser: [
      "PATCH /user/repository_invitations/{invitation_id}"
    ],
    addAppAccessRestrictions: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
      {},
      { mapToData: "apps" }
    ],
    addCollaborator: ["PUT /repos/{owner}/{repo}/collaborators/{username}"],
    addStatusCheckContexts: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
      {},
      { mapToData: "contexts" }
    ],
    addTeamAccessRestrictions: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
      {},
      { mapToData: "teams" }
    ],
    addUserAccessRestrictions: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
      {},
      { mapToData: "users" }
    ],
    cancelPagesDeployment: [
      "POST /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}/cancel"
    ],
    checkAutomatedSecurityFixes: [
      "GET /repos/{owner}/{repo}/automated-security-fixes"
    ],
    checkCollaborator: ["GET /repos/{owner}/{repo}/collaborators/{username}"],
    checkImmutableReleases: ["GET /repos/{owner}/{repo}/immutable-releases"],
    checkPrivateVulnerabilityReporting: [
      "GET /repos/{owner}/{repo}/private-vulnerability-reporting"
    ],
    checkVulnerabilityAlerts: [
      "GET /repos/{owner}/{repo}/vulnerability-alerts"
    ],
    codeownersErrors: ["GET /repos/{owner}/{repo}/codeowners/errors"],
    compareCommits: ["GET /repos/{owner}/{repo}/compare/{base}...{head}"],
    compareCommitsWithBasehead: [
      "GET /repos/{owner}/{repo}/compare/{basehead}"
    ],
    createAttestation: ["POST /repos/{owner}/{repo}/attestations"],
    createAutolink: ["POST /repos/{owner}/{repo}/autolinks"],
    createCommitComment: [
      "POST /repos/{owner}/{repo}/commits/{commit_sha}/comments"
    ],
    createCommitSignatureProtection: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"
    ],
    createCommitStatus: ["POST /repos/{owner}/{repo}/statuses/{sha}"],
    createDeployKey: ["POST /repos/{owner}/{repo}/keys"],
    createDeployment: ["POST /repos/{owner}/{repo}/deployments"],
    createDeploymentBranchPolicy: [
      "POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"
    ],
    createDeploymentProtectionRule: [
      "POST /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"
    ],
    createDeploymentStatus: [
      "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"
    ],
    createDispatchEvent: ["POST /repos/{owner}/{repo}/dispatches"],
    createForAuthenticatedUser: ["POST /user/repos"],
    createFork: ["POST /repos/{owner}/{repo}/forks"],
    createInOrg: ["POST /orgs/{org}/repos"],
    createOrUpdateEnvironment: [
      "PUT /repos/{owner}/{repo}/environments/{environment_name}"
    ],
    createOrUpdateFileContents: ["PUT /repos/{owner}/{repo}/contents/{path}"],
    createOrgRuleset: ["POST /orgs/{org}/rulesets"],
    createPagesDeployment: ["POST /repos/{owner}/{repo}/pages/deployments"],
    createPagesSite: ["POST /repos/{owner}/{repo}/pages"],
    createRelease: ["POST /repos/{owner}/{repo}/releases"],
    createRepoRuleset: ["POST /repos/{owner}/{repo}/rulesets"],
    createUsingTemplate: [
      "POST /repos/{template_owner}/{template_repo}/generate"
    ],
    createWebhook: ["POST /repos/{owner}/{repo}/hooks"],
    customPropertiesForReposCreateOrUpdateRepositoryValues: [
      "PATCH /repos/{owner}/{repo}/properties/values"
    ],
    customPropertiesForReposGetRepositoryValues: [
      "GET /repos/{owner}/{repo}/properties/values"
    ],
    declineInvitation: [
      "DELETE /user/repository_invitations/{invitation_id}",
      {},
      { renamed: ["repos", "declineInvitationForAuthenticatedUser"] }
    ],
    declineInvitationForAuthenticatedUser: [
      "DELETE /user/repository_invitations/{invitation_id}"
    ],
    delete: ["DELETE /repos/{owner}/{repo}"],
    deleteAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"
    ],
    deleteAdminBranchProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"
    ],
    deleteAnEnvironment: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}"
    ],
    deleteAutolink: ["DELETE /repos/{owner}/{repo}/autolinks/{autolink_id}"],
    deleteBranchProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection"
    ],
    deleteCommitComment: ["DELETE /repos/{owner}/{repo}/comments/{comment_id}"],
    deleteCommitSignatureProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"
    ],
    deleteDeployKey: ["DELETE /repos/{owner}/{repo}/keys/{key_id}"],
    deleteDeployment: [
      "DELETE /repos/{owner}/{repo}/deployments/{deployment_id}"
    ],
    deleteDeploymentBranchPolicy: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"
    ],
    deleteFile: ["DELETE /repos/{owner}/{repo}/contents/{path}"],
    deleteInvitation: [
      "DELETE /repos/{owner}/{repo}/invitations/{invitation_id}"
    ],
    deleteOrgRuleset: ["DELETE /orgs/{org}/rulesets/{ruleset_id}"],
    deletePagesSite: ["DELETE /repos/{owner}/{repo}/pages"],
    deletePullRequestReviewProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"
    ],
    deleteRelease: ["DELETE /repos/{owner}/{repo}/releases/{release_id}"],
    deleteReleaseAsset: [
      "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}"
    ],
    deleteRepoRuleset: ["DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
    deleteWebhook: ["DELETE /repos/{owner}/{repo}/hooks/{hook_id}"],
    disableAutomatedSecurityFixes: [
      "DELETE /repos/{owner}/{repo}/automated-security-fixes"
    ],
    disableDeploymentProtectionRule: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"
    ],
    disableImmutableReleases: [
      "DELETE /repos/{owner}/{repo}/immutable-releases"
    ],
    disablePrivateVulnerabilityReporting: [
      "DELETE /repos/{owner}/{repo}/private-vulnerability-reporting"
    ],
    disableVulnerabilityAlerts: [
      "DELETE /repos/{owner}/{repo}/vulnerability-alerts"
    ],
    downloadArchive: [
      "GET /repos/{owner}/{repo}/zipball/{ref}",
      {},
      { renamed: ["repos", "downloadZipballArchive"] }
    ],
    downloadTarballArchive: ["GET /repos/{owner}/{repo}/tarball/{ref}"],
    downloadZipballArchive: ["GET /repos/{owner}/{repo}/zipball/{ref}"],
    enableAutomatedSecurityFixes: [
      "PUT /repos/{owner}/{repo}/automated-security-fixes"
    ],
    enableImmutableReleases: ["PUT /repos/{owner}/{repo}/immutable-releases"],
    enablePrivateVulnerabilityReporting: [
      "PUT /repos/{owner}/{repo}/private-vulnerability-reporting"
    ],
    enableVulnerabilityAlerts: [
      "PUT /repos/{owner}/{repo}/vulnerability-alerts"
    ],
    generateReleaseNotes: [
      "POST /repos/{owner}/{repo}/releases/generate-notes"
    ],
    get: ["GET /repos/{owner}/{repo}"],
    getAccessRestrictions: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"
    ],
    getAdminBranchProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"
    ],
    getAllDeploymentProtectionRules: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"
    ],
    getAllEnvironments: ["GET /repos/{owner}/{repo}/environments"],
    getAllStatusCheckContexts: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts"
    ],
    getAllTopics: ["GET /repos/{owner}/{repo}/topics"],
    getAppsWithAccessToProtectedBranch: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps"
    ],
    getAutolink: ["GET /repos/{owner}/{repo}/autolinks/{autolink_id}"],
    getBranch: ["GET /repos/{owner}/{repo}/branches/{branch}"],
    getBranchProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection"
    ],
    getBranchRules: ["GET /repos/{owner}/{repo}/rules/branches/{branch}"],
    getClones: ["GET /repos/{owner}/{repo}/traffic/clones"],
    getCodeFrequencyStats: ["GET /repos/{owner}/{repo}/stats/code_frequency"],
    getCollaboratorPermissionLevel: [
      "GET /repos/{owner}/{repo}/collaborators/{username}/permission"
    ],
    getCombinedStatusForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/status"],
    getCommit: ["GET /repos/{owner}/{repo}/commits/{ref}"],
    getCommitActivityStats: ["GET /repos/{owner}/{repo}/stats/commit_activity"],
    getCommitComment: ["GET /repos/{owner}/{repo}/comments/{comment_id}"],
    getCommitSignatureProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"
    ],
    getCommunityProfileMetrics: ["GET /repos/{owner}/{repo}/community/profile"],
    getContent: ["GET /repos/{owner}/{repo}/contents/{path}"],
    getContributorsStats: ["GET /repos/{owner}/{repo}/stats/contributors"],
    getCustomDeploymentProtectionRule: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"
    ],
    getDeployKey: ["GET /repos/{owner}/{repo}/keys/{key_id}"],
    getDeployment: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}"],
    getDeploymentBranchPolicy: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"
    ],
    getDeploymentStatus: [
      "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{status_id}"
    ],
    getEnvironment: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}"
    ],
    getLatestPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/latest"],
    getLatestRelease: ["GET /repos/{owner}/{repo}/releases/latest"],
    getOrgRuleSuite: ["GET /orgs/{org}/rulesets/rule-suites/{rule_suite_id}"],
    getOrgRuleSuites: ["GET /orgs/{org}/rulesets/rule-suites"],
    getOrgRuleset: ["GET /orgs/{org}/rulesets/{ruleset_id}"],
    getOrgRulesets: ["GET /orgs/{org}/rulesets"],
    getPages: ["GET /repos/{owner}/{repo}/pages"],
    getPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/{build_id}"],
    getPagesDeployment: [
      "GET /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}"
    ],
    getPagesHealthCheck: ["GET /repos/{owner}/{repo}/pages/health"],
    getParticipationStats: ["GET /repos/{owner}/{repo}/stats/participation"],
    getPullRequestReviewProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"
    ],
    getPunchCardStats: ["GET /repos/{owner}/{repo}/stats/punch_card"],
    getReadme: ["GET /repos/{owner}/{repo}/readme"],
    getReadmeInDirectory: ["GET /repos/{owner}/{repo}/readme/{dir}"],
    getRelease: ["GET /repos/{owner}/{repo}/releases/{release_id}"],
    getReleaseAsset: ["GET /repos/{owner}/{repo}/releases/assets/{asset_id}"],
    getReleaseByTag: ["GET /repos/{owner}/{repo}/releases/tags/{tag}"],
    getRepoRuleSuite: [
      "GET /repos/{owner}/{repo}/rulesets/rule-suites/{rule_suite_id}"
    ],
    getRepoRuleSuites: ["GET /repos/{owner}/{repo}/rulesets/rule-suites"],
    getRepoRuleset: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
    getRepoRulesetHistory: [
      "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history"
    ],
    getRepoRulesetVersion: [
      "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history/{version_id}"
    ],
    getRepoRulesets: ["GET /repos/{owner}/{repo}/rulesets"],
    getStatusChecksProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"
    ],
    getTeamsWithAccessToProtectedBranch: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams"
    ],
    getTopPaths: ["GET /repos/{owner}/{repo}/traffic/popular/paths"],
    getTopReferrers: ["GET /repos/{owner}/{repo}/traffic/popular/referrers"],
    getUsersWithAccessToProtectedBranch: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users"
    ],
    getViews: ["GET /repos/{owner}/{repo}/traffic/views"],
    getWebhook: ["GET /repos/{owner}/{repo}/hooks/{hook_id}"],
    getWebhookConfigForRepo: [
      "GET /repos/{owner}/{repo}/hooks/{hook_id}/config"
    ],
    getWebhookDelivery: [
      "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}"
    ],
    listActivities: ["GET /repos/{owner}/{repo}/activity"],
    listAttestations: [
      "GET /repos/{owner}/{repo}/attestations/{subject_digest}"
    ],
    listAutolinks: ["GET /repos/{owner}/{repo}/autolinks"],
    listBranches: ["GET /repos/{owner}/{repo}/branches"],
    listBranchesForHeadCommit: [
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head"
    ],
    listCollaborators: ["GET /repos/{owner}/{repo}/collaborators"],
    listCommentsForCommit: [
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/comments"
    ],
    listCommitCommentsForRepo: ["GET /repos/{owner}/{repo}/comments"],
    listCommitStatusesForRef: [
      "GET /repos/{owner}/{repo}/commits/{ref}/statuses"
    ],
    listCommits: ["GET /repos/{owner}/{repo}/commits"],
    listContributors: ["GET /repos/{owner}/{repo}/contributors"],
    listCustomDeploymentRuleIntegrations: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps"
    ],
    listDeployKeys: ["GET /repos/{owner}/{repo}/keys"],
    listDeploymentBranchPolicies: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"
    ],
    listDeploymentStatuses: [
      "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"
    ],
    listDeployments: ["GET /repos/{owner}/{repo}/deployments"],
    listForAuthenticatedUser: ["GET /user/repos"],
    listForOrg: ["GET /orgs/{org}/repos"],
    listForUser: ["GET /users/{username}/repos"],
    listForks: ["GET /repos/{owner}/{repo}/forks"],
    listInvitations: ["GET /repos/{owner}/{repo}/invitations"],
    listInvitationsForAuthenticatedUser: ["GET /user/repository_invitations"],
    listLanguages: ["GET /repos/{owner}/{repo}/languages"],
    listPagesBuilds: ["GET /repos/{owner}/{repo}/pages/builds"],
    listPublic: ["GET /repositories"],
    listPullRequestsAssociatedWithCommit: [
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls"
    ],
    listReleaseAssets: [
      "GET /repos/{owner}/{repo}/releases/{release_id}/assets"
    ],
    listReleases: ["GET /repos/{owner}/{repo}/releases"],
    listTags: ["GET /repos/{owner}/{repo}/tags"],
    listTeams: ["GET /repos/{owner}/{repo}/teams"],
    listWebhookDeliveries: [
      "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries"
    ],
    listWebhooks: ["GET /repos/{owner}/{repo}/hooks"],
    merge: ["POST /repos/{owner}/{repo}/merges"],
    mergeUpstream: ["POST /repos/{owner}/{repo}/merge-upstream"],
    pingWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/pings"],
    redeliverWebhookDelivery: [
      "POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"
    ],
    removeAppAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
      {},
      { mapToData: "apps" }
    ],
    removeCollaborator: [
      "DELETE /repos/{owner}/{repo}/collaborators/{username}"
    ],
    removeStatusCheckContexts: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
      {},
      { mapToData: "contexts" }
    ],
    removeStatusCheckProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"
    ],
    removeTeamAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
      {},
      { mapToData: "teams" }
    ],
    removeUserAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
      {},
      { mapToData: "users" }
    ],
    renameBranch: ["POST /repos/{owner}/{repo}/branches/{branch}/rename"],
    replaceAllTopics: ["PUT /repos/{owner}/{repo}/topics"],
    requestPagesBuild: ["POST /repos/{owner}/{repo}/pages/builds"],
    setAdminBranchProtection: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"
    ],
    setAppAccessRestrictions: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
      {},
      { mapToData: "apps" }
    ],
    setStatusCheckContexts: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
      {},
      { mapToData: "contexts" }
    ],
    setTeamAccessRestrictions: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
      {},
      { mapToData: "teams" }
    ],
    setUserAccessRestrictions: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
      {},
      { mapToData: "users" }
    ],
    testPushWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/tests"],
    transfer: ["POST /repos/{owner}/{repo}/transfer"],
    update: ["PATCH /repos/{owner}/{repo}"],
    updateBranchProtection: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection"
    ],
    updateCommitComment: ["PATCH /repos/{owner}/{repo}/comments/{comment_id}"],
    updateDeploymentBranchPolicy: [
      "PUT /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"
    ],
    updateInformationAboutPagesSite: ["PUT /repos/{owner}/{repo}/pages"],
    updateInvitation: [
      "PATCH /repos/{owner}/{repo}/invitations/{invitation_id}"
    ],
    updateOrgRuleset: ["PUT /orgs/{org}/rulesets/{ruleset_id}"],
    updatePullRequestReviewProtection: [
      "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"
    ],
    updateRelease: ["PATCH /repos/{owner}/{repo}/releases/{release_id}"],
    updateReleaseAsset: [
      "PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}"
    ],
    updateRepoRuleset: ["PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
    updateStatusCheckPotection: [
      "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks",
      {},
      { renamed: ["repos", "updateStatusCheckProtection"] }
    ],
    updateStatusCheckProtection: [
      "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"
    ],
    updateWebhook: ["PATCH /repos/{owner}/{repo}/hooks/{hook_id}"],
    updateWebhookConfigForRepo: [
      "PATCH /repos/{owner}/{repo}/hooks/{hook_id}/config"
    ],
    uploadReleaseAsset: [
      "POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}",
      { baseUrl: "https://uploads.github.com" }
    ]
  },
  search: {
    code: ["GET /search/code"],
    commits: ["GET /search/commits"],
    issuesAndPullRequests: ["GET /search/issues"],
    labels: ["GET /search/labels"],
    repos: ["GET /search/repositories"],
    topics: ["GET /search/topics"],
    users: ["GET /search/users"]
  },
  secretScanning: {
    createPushProtectionBypass: [
      "POST /repos/{owner}/{repo}/secret-scanning/push-protection-bypasses"
    ],
    getAlert: [
      "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"
    ],
    getScanHistory: ["GET /repos/{owner}/{repo}/secret-scanning/scan-history"],
    listAlertsForOrg: ["GET /orgs/{org}/secret-scanning/alerts"],
    listAlertsForRepo: ["GET /repos/{owner}/{repo}/secret-scanning/alerts"],
    listLocationsForAlert: [
      "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations"
    ],
    listOrgPatternConfigs: [
      "GET /orgs/{org}/secret-scanning/pattern-configurations"
    ],
    updateAlert: [
      "PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"
    ],
    updateOrgPatternConfigs: [
      "PATCH /orgs/{org}/secret-scanning/pattern-configurations"
    ]
  },
  securityAdvisories: {
    createFork: [
      "POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/forks"
    ],
    createPrivateVulnerabilityReport: [
      "POST /repos/{owner}/{repo}/security-advisories/reports"
    ],
    createRepositoryAdvisory: [
      "POST /repos/{owner}/{repo}/security-advisories"
    ],
    createRepositoryAdvisoryCveRequest: [
      "POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/cve"
    ],
    getGlobalAdvisory: ["GET /advisories/{ghsa_id}"],
    getRepositoryAdvisory: [
      "GET /repos/{owner}/{repo}/security-advisories/{ghsa_id}"
    ],
    listGlobalAdvisories: ["GET /advisories"],
    listOrgRepositoryAdvisories: ["GET /orgs/{org}/security-advisories"],
    listRepositoryAdvisories: ["GET /repos/{owner}/{repo}/security-advisories"],
    updateRepositoryAdvisory: [
      "PATCH /repos/{owner}/{repo}/security-advisories/{ghsa_id}"
    ]
  },
  teams: {
    addOrUpdateMembershipForUserInOrg: [
      "PUT /orgs/{org}/teams/{team_slug}/memberships/{username}"
    ],
    addOrUpdateRepoPermissionsInOrg: [
      "PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
    ],
    checkPermissionsForRepoInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
    ],
    create: ["POST /orgs/{org}/teams"],
    createDiscussionCommentInOrg: [
      "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"
    ],
    createDiscussionInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions"],
    deleteDiscussionCommentInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"
    ],
    deleteDiscussionInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"
    ],
    deleteInOrg: ["DELETE /orgs/{org}/teams/{team_slug}"],
    getByName: ["GET /orgs/{org}/teams/{team_slug}"],
    getDiscussionCommentInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"
    ],
    getDiscussionInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"
    ],
    getMembershipForUserInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/memberships/{username}"
    ],
    list: ["GET /orgs/{org}/teams"],
    listChildInOrg: ["GET /orgs/{org}/teams/{team_slug}/teams"],
    listDiscussionCommentsInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"
    ],
    listDiscussionsInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions"],
    listForAuthenticatedUser: ["GET /user/teams"],
    listMembersInOrg: ["GET /orgs/{org}/teams/{team_slug}/members"],
    listPendingInvitationsInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/invitations"
    ],
    listReposInOrg: ["GET /orgs/{org}/teams/{team_slug}/repos"],
    removeMembershipForUserInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}"
    ],
    removeRepoInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
    ],
    updateDiscussionCommentInOrg: [
      "PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"
    ],
    updateDiscussionInOrg: [
      "PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"
    ],
    updateInOrg: ["PATCH /orgs/{org}/teams/{team_slug}"]
  },
  users: {
    addEmailForAuthenticated: [
      "POST /user/emails",
      {},
      { renamed: ["users", "addEmailForAuthenticatedUser"] }
    ],
    addEmailForAuthenticatedUser: ["POST /user/emails"],
    addSocialAccountForAuthenticatedUser: ["POST /user/social_accounts"],
    block: ["PUT /user/blocks/{username}"],
    checkBlocked: ["GET /user/blocks/{username}"],
    checkFollowingForUser: ["GET /users/{username}/following/{target_user}"],
    checkPersonIsFollowedByAuthenticated: ["GET /user/following/{username}"],
    createGpgKeyForAuthenticated: [
      "POST /user/gpg_keys",
      {},
      { renamed: ["users", "createGpgKeyForAuthenticatedUser"] }
    ],
    createGpgKeyForAuthenticatedUser: ["POST /user/gpg_keys"],
    createPublicSshKeyForAuthenticated: [
      "POST /user/keys",
      {},
      { renamed: ["users", "createPublicSshKeyForAuthenticatedUser"] }
    ],
    createPublicSshKeyForAuthenticatedUser: ["POST /user/keys"],
    createSshSigningKeyForAuthenticatedUser: ["POST /user/ssh_signing_keys"],
    deleteAttestationsBulk: [
      "POST /users/{username}/attestations/delete-request"
    ],
    deleteAttestationsById: [
      "DELETE /users/{username}/attestations/{attestation_id}"
    ],
    deleteAttestationsBySubjectDigest: [
      "DELETE /users/{username}/attestations/digest/{subject_digest}"
    ],
    deleteEmailForAuthenticated: [
      "DELETE /user/emails",
      {},
      { renamed: ["users", "deleteEmailForAuthenticatedUser"] }
    ],
    deleteEmailForAuthenticatedUser: ["DELETE /user/emails"],
    deleteGpgKeyForAuthenticated: [
      "DELETE /user/gpg_keys/{gpg_key_id}",
      {},
      { renamed: ["users", "deleteGpgKeyForAuthenticatedUser"] }
    ],
    deleteGpgKeyForAuthenticatedUser: ["DELETE /user/gpg_keys/{gpg_key_id}"],
    deletePublicSshKeyForAuthenticated: [
      "DELETE /user/keys/{key_id}",
      {},
      { renamed: ["users", "deletePublicSshKeyForAuthenticatedUser"] }
    ],
    deletePublicSshKeyForAuthenticatedUser: ["DELETE /user/keys/{key_id}"],
    deleteSocialAccountForAuthenticatedUser: ["DELETE /user/social_accounts"],
    deleteSshSigningKeyForAuthenticatedUser: [
      "DELETE /user/ssh_signing_keys/{ssh_signing_key_id}"
    ],
    follow: ["PUT /user/following/{username}"],
    getAuthenticated: ["GET /user"],
    getById: ["GET /user/{account_id}"],
    getByUsername: ["GET /users/{username}"],
    getContextForUser: ["GET /users/{username}/hovercard"],
    getGpgKeyForAuthenticated: [
      "GET /user/gpg_keys/{gpg_key_id}",
      {},
      { renamed: ["users", "getGpgKeyForAuthenticatedUser"] }
    ],
    getGpgKeyForAuthenticatedUser: ["GET /user/gpg_keys/{gpg_key_id}"],
    getPublicSshKeyForAuthenticated: [
      "GET /user/keys/{key_id}",
      {},
      { renamed: ["users", "getPublicSshKeyForAuthenticatedUser"] }
    ],
    getPublicSshKeyForAuthenticatedUser: ["GET /user/keys/{key_id}"],
    getSshSigningKeyForAuthenticatedUser: [
      "GET /user/ssh_signing_keys/{ssh_signing_key_id}"
    ],
    list: ["GET /users"],
    listAttestations: ["GET /users/{username}/attestations/{subject_digest}"],
    listAttestationsBulk: [
      "POST /users/{username}/attestations/bulk-list{?per_page,before,after}"
    ],
    listBlockedByAuthenticated: [
      "GET /user/blocks",
      {},
      { renamed: ["users", "listBlockedByAuthenticatedUser"] }
    ],
    listBlockedByAuthenticatedUser: ["GET /user/blocks"],
    listEmailsForAuthenticated: [
      "GET /user/emails",
      {},
      { renamed: ["users", "listEmailsForAuthenticatedUser"] }
    ],
    listEmailsForAuthenticatedUser: ["GET /user/emails"],
    listFollowedByAuthenticated: [
      "GET /user/following",
      {},
      { renamed: ["users", "listFollowedByAuthenticatedUser"] }
    ],
    listFollowedByAuthenticatedUser: ["GET /user/following"],
    listFollowersForAuthenticatedUser: ["GET /user/followers"],
    listFollowersForUser: ["GET /users/{username}/followers"],
    listFollowingForUser: ["GET /users/{username}/following"],
    listGpgKeysForAuthenticated: [
      "GET /user/gpg_keys",
      {},
      { renamed: ["users", "listGpgKeysForAuthenticatedUser"] }
    ],
    listGpgKeysForAuthenticatedUser: ["GET /user/gpg_keys"],
    listGpgKeysForUser: ["GET /users/{username}/gpg_keys"],
    listPublicEmailsForAuthenticated: [
      "GET /user/public_emails",
      {},
      { renamed: ["users", "listPublicEmailsForAuthenticatedUser"] }
    ],
    listPublicEmailsForAuthenticatedUser: ["GET /user/public_emails"],
    listPublicKeysForUser: ["GET /users/{username}/keys"],
    listPublicSshKeysForAuthenticated: [
      "GET /user/keys",
      {},
      { renamed: ["users", "listPublicSshKeysForAuthenticatedUser"] }
    ],
    listPublicSshKeysForAuthenticatedUser: ["GET /user/keys"],
    listSocialAccountsForAuthenticatedUser: ["GET /user/social_accounts"],
    listSocialAccountsForUser: ["GET /users/{username}/social_accounts"],
    listSshSigningKeysForAuthenticatedUser: ["GET /user/ssh_signing_keys"],
    listSshSigningKeysForUser: ["GET /users/{username}/ssh_signing_keys"],
    setPrimaryEmailVisibilityForAuthenticated: [
      "PATCH /user/email/visibility",
      {},
      { renamed: ["users", "setPrimaryEmailVisibilityForAuthenticatedUser"] }
    ],
    setPrimaryEmailVisibilityForAuthenticatedUser: [
      "PATCH /user/email/visibility"
    ],
    unblock: ["DELETE /user/blocks/{username}"],
    unfollow: ["DELETE /user/following/{username}"],
    updateAuthenticated: ["PATCH /user"]
  }
};
var endpoints_default = Endpoints;

//# sourceMappingURL=endpoints.js.map

;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/endpoints-to-methods.js

const endpointMethodsMap = /* @__PURE__ */ new Map();
for (const [scope, endpoints] of Object.entries(endpoints_default)) {
  for (const [methodName, endpoint] of Object.entries(endpoints)) {
    const [route, defaults, decorations] = endpoint;
    const [method, url] = route.split(/ /);
    const endpointDefaults = Object.assign(
      {
        method,
        url
      },
      defaults
    );
    if (!endpointMethodsMap.has(scope)) {
      endpointMethodsMap.set(scope, /* @__PURE__ */ new Map());
    }
    endpointMethodsMap.get(scope).set(methodName, {
      scope,
      methodName,
      endpointDefaults,
      decorations
    });
  }
}
const handler = {
  has({ scope }, methodName) {
    return endpointMethodsMap.get(scope).has(methodName);
  },
  getOwnPropertyDescriptor(target, methodName) {
    return {
      value: this.get(target, methodName),
      // ensures method is in the cache
      configurable: true,
      writable: true,
      enumerable: true
    };
  },
  defineProperty(target, methodName, descriptor) {
    Object.defineProperty(target.cache, methodName, descriptor);
    return true;
  },
  deleteProperty(target, methodName) {
    delete target.cache[methodName];
    return true;
  },
  ownKeys({ scope }) {
    return [...endpointMethodsMap.get(scope).keys()];
  },
  set(target, methodName, value) {
    return target.cache[methodName] = value;
  },
  get({ octokit, scope, cache }, methodName) {
    if (cache[methodName]) {
      return cache[methodName];
    }
    const method = endpointMethodsMap.get(scope).get(methodName);
    if (!method) {
      return void 0;
    }
    const { endpointDefaults, decorations } = method;
    if (decorations) {
      cache[methodName] = decorate(
        octokit,
        scope,
        methodName,
        endpointDefaults,
        decorations
      );
    } else {
      cache[methodName] = octokit.request.defaults(endpointDefaults);
    }
    return cache[methodName];
  }
};
function endpointsToMethods(octokit) {
  const newMethods = {};
  for (const scope of endpointMethodsMap.keys()) {
    newMethods[scope] = new Proxy({ octokit, scope, cache: {} }, handler);
  }
  return newMethods;
}
function decorate(octokit, scope, methodName, defaults, decorations) {
  const requestWithDefaults = octokit.request.defaults(defaults);
  function withDecorations(...args) {
    let options = requestWithDefaults.endpoint.merge(...args);
    if (decorations.mapToData) {
      options = Object.assign({}, options, {
        data: options[decorations.mapToData],
        [decorations.mapToData]: void 0
      });
      return requestWithDefaults(options);
    }
    if (decorations.renamed) {
      const [newScope, newMethodName] = decorations.renamed;
      octokit.log.warn(
        `octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`
      );
    }
    if (decorations.deprecated) {
      octokit.log.warn(decorations.deprecated);
    }
    if (decorations.renamedParameters) {
      const options2 = requestWithDefaults.endpoint.merge(...args);
      for (const [name, alias] of Object.entries(
        decorations.renamedParameters
      )) {
        if (name in options2) {
          octokit.log.warn(
            `"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`
          );
          if (!(alias in options2)) {
            options2[alias] = options2[name];
          }
          delete options2[name];
        }
      }
      return requestWithDefaults(options2);
    }
    return requestWithDefaults(...args);
  }
  return Object.assign(withDecorations, requestWithDefaults);
}

//# sourceMappingURL=endpoints-to-methods.js.map

;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js


function restEndpointMethods(octokit) {
  const api = endpointsToMethods(octokit);
  return {
    rest: api
  };
}
restEndpointMethods.VERSION = dist_src_version_VERSION;
function legacyRestEndpointMethods(octokit) {
  const api = endpointsToMethods(octokit);
  return {
    ...api,
    rest: api
  };
}
legacyRestEndpointMethods.VERSION = dist_src_version_VERSION;

//# sourceMappingURL=index.js.map

;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
// pkg/dist-src/version.js
var plugin_paginate_rest_dist_bundle_VERSION = "0.0.0-development";

// pkg/dist-src/normalize-paginated-list-response.js
function normalizePaginatedListResponse(response) {
  if (!response.data) {
    return {
      ...response,
      data: []
    };
  }
  const responseNeedsNormalization = ("total_count" in response.data || "total_commits" in response.data) && !("url" in response.data);
  if (!responseNeedsNormalization) return response;
  const incompleteResults = response.data.incomplete_results;
  const repositorySelection = response.data.repository_selection;
  const totalCount = response.data.total_count;
  const totalCommits = response.data.total_commits;
  delete response.data.incomplete_results;
  delete response.data.repository_selection;
  delete response.data.total_count;
  delete response.data.total_commits;
  const namespaceKey = Object.keys(response.data)[0];
  const data = response.data[namespaceKey];
  response.data = data;
  if (typeof incompleteResults !== "undefined") {
    response.data.incomplete_results = incompleteResults;
  }
  if (typeof repositorySelection !== "undefined") {
    response.data.repository_selection = repositorySelection;
  }
  response.data.total_count = totalCount;
  response.data.total_commits = totalCommits;
  return response;
}

// pkg/dist-src/iterator.js
function iterator(octokit, route, parameters) {
  const options = typeof route === "function" ? route.endpoint(parameters) : octokit.request.endpoint(route, parameters);
  const requestMethod = typeof route === "function" ? route : octokit.request;
  const method = options.method;
  const headers = options.headers;
  let url = options.url;
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        if (!url) return { done: true };
        try {
          const response = await requestMethod({ method, url, headers });
          const normalizedResponse = normalizePaginatedListResponse(response);
          url = ((normalizedResponse.headers.link || "").match(
            /<([^<>]+)>;\s*rel="next"/
          ) || [])[1];
          if (!url && "total_commits" in normalizedResponse.data) {
            const parsedUrl = new URL(normalizedResponse.url);
            const params = parsedUrl.searchParams;
            const page = parseInt(params.get("page") || "1", 10);
            const per_page = parseInt(params.get("per_page") || "250", 10);
            if (page * per_page < normalizedResponse.data.total_commits) {
              params.set("page", String(page + 1));
              url = parsedUrl.toString();
            }
          }
          return { value: normalizedResponse };
        } catch (error) {
          if (error.status !== 409) throw error;
          url = "";
          return {
            value: {
              status: 200,
              headers: {},
              data: []
            }
          };
        }
      }
    })
  };
}

// pkg/dist-src/paginate.js
function paginate(octokit, route, parameters, mapFn) {
  if (typeof parameters === "function") {
    mapFn = parameters;
    parameters = void 0;
  }
  return dist_bundle_gather(
    octokit,
    [],
    iterator(octokit, route, parameters)[Symbol.asyncIterator](),
    mapFn
  );
}
function dist_bundle_gather(octokit, results, iterator2, mapFn) {
  return iterator2.next().then((result) => {
    if (result.done) {
      return results;
    }
    let earlyExit = false;
    function done() {
      earlyExit = true;
    }
    results = results.concat(
      mapFn ? mapFn(result.value, done) : result.value.data
    );
    if (earlyExit) {
      return results;
    }
    return dist_bundle_gather(octokit, results, iterator2, mapFn);
  });
}

// pkg/dist-src/compose-paginate.js
var composePaginateRest = Object.assign(paginate, {
  iterator
});

// pkg/dist-src/generated/paginating-endpoints.js
var paginatingEndpoints = (/* unused pure expression or super */ null && ([
  "GET /advisories",
  "GET /app/hook/deliveries",
  "GET /app/installation-requests",
  "GET /app/installations",
  "GET /assignments/{assignment_id}/accepted_assignments",
  "GET /classrooms",
  "GET /classrooms/{classroom_id}/assignments",
  "GET /enterprises/{enterprise}/code-security/configurations",
  "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}/repositories",
  "GET /enterprises/{enterprise}/dependabot/alerts",
  "GET /enterprises/{enterprise}/teams",
  "GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships",
  "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations",
  "GET /events",
  "GET /gists",
  "GET /gists/public",
  "GET /gists/starred",
  "GET /gists/{gist_id}/comments",
  "GET /gists/{gist_id}/commits",
  "GET /gists/{gist_id}/forks",
  "GET /installation/repositories",
  "GET /issues",
  "GET /licenses",
  "GET /marketplace_listing/plans",
  "GET /marketplace_listing/plans/{plan_id}/accounts",
  "GET /marketplace_listing/stubbed/plans",
  "GET /marketplace_listing/stubbed/plans/{plan_id}/accounts",
  "GET /networks/{owner}/{repo}/events",
  "GET /notifications",
  "GET /organizations",
  "GET /organizations/{org}/dependabot/repository-access",
  "GET /orgs/{org}/actions/cache/usage-by-repository",
  "GET /orgs/{org}/actions/hosted-runners",
  "GET /orgs/{org}/actions/permissions/repositories",
  "GET /orgs/{org}/actions/permissions/self-hosted-runners/repositories",
  "GET /orgs/{org}/actions/runner-groups",
  "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners",
  "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories",
  "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/runners",
  "GET /orgs/{org}/actions/runners",
  "GET /orgs/{org}/actions/secrets",
  "GET /orgs/{org}/actions/secrets/{secret_name}/repositories",
  "GET /orgs/{org}/actions/variables",
  "GET /orgs/{org}/actions/variables/{name}/repositories",
  "GET /orgs/{org}/attestations/repositories",
  "GET /orgs/{org}/attestations/{subject_digest}",
  "GET /orgs/{org}/blocks",
  "GET /orgs/{org}/campaigns",
  "GET /orgs/{org}/code-scanning/alerts",
  "GET /orgs/{org}/code-security/configurations",
  "GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories",
  "GET /orgs/{org}/codespaces",
  "GET /orgs/{org}/codespaces/secrets",
  "GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories",
  "GET /orgs/{org}/copilot/billing/seats",
  "GET /orgs/{org}/copilot/metrics",
  "GET /orgs/{org}/dependabot/alerts",
  "GET /orgs/{org}/dependabot/secrets",
  "GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories",
  "GET /orgs/{org}/events",
  "GET /orgs/{org}/failed_invitations",
  "GET /orgs/{org}/hooks",
  "GET /orgs/{org}/hooks/{hook_id}/deliveries",
  "GET /orgs/{org}/insights/api/route-stats/{actor_type}/{actor_id}",
  "GET /orgs/{org}/insights/api/subject-stats",
  "GET /orgs/{org}/insights/api/user-stats/{user_id}",
  "GET /orgs/{org}/installations",
  "GET /orgs/{org}/invitations",
  "GET /orgs/{org}/invitations/{invitation_id}/teams",
  "GET /orgs/{org}/issues",
  "GET /orgs/{org}/members",
  "GET /orgs/{org}/members/{username}/codespaces",
  "GET /orgs/{org}/migrations",
  "GET /orgs/{org}/migrations/{migration_id}/repositories",
  "GET /orgs/{org}/organization-roles/{role_id}/teams",
  "GET /orgs/{org}/organization-roles/{role_id}/users",
  "GET /orgs/{org}/outside_collaborators",
  "GET /orgs/{org}/packages",
  "GET /orgs/{org}/packages/{package_type}/{package_name}/versions",
  "GET /orgs/{org}/personal-access-token-requests",
  "GET /orgs/{org}/personal-access-token-requests/{pat_request_id}/repositories",
  "GET /orgs/{org}/personal-access-tokens",
  "GET /orgs/{org}/personal-access-tokens/{pat_id}/repositories",
  "GET /orgs/{org}/private-registries",
  "GET /orgs/{org}/projects",
  "GET /orgs/{org}/projectsV2",
  "GET /orgs/{org}/projectsV2/{project_number}/fields",
  "GET /orgs/{org}/projectsV2/{project_number}/items",
  "GET /orgs/{org}/properties/values",
  "GET /orgs/{org}/public_members",
  "GET /orgs/{org}/repos",
  "GET /orgs/{org}/rulesets",
  "GET /orgs/{org}/rulesets/rule-suites",
  "GET /orgs/{org}/rulesets/{ruleset_id}/history",
  "GET /orgs/{org}/secret-scanning/alerts",
  "GET /orgs/{org}/security-advisories",
  "GET /orgs/{org}/settings/immutable-releases/repositories",
  "GET /orgs/{org}/settings/network-configurations",
  "GET /orgs/{org}/team/{team_slug}/copilot/metrics",
  "GET /orgs/{org}/teams",
  "GET /orgs/{org}/teams/{team_slug}/discussions",
  "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
  "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions",
  "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions",
  "GET /orgs/{org}/teams/{team_slug}/invitations",
  "GET /orgs/{org}/teams/{team_slug}/members",
  "GET /orgs/{org}/teams/{team_slug}/projects",
  "GET /orgs/{org}/teams/{team_slug}/repos",
  "GET /orgs/{org}/teams/{team_slug}/teams",
  "GET /projects/{project_id}/collaborators",
  "GET /repos/{owner}/{repo}/actions/artifacts",
  "GET /repos/{owner}/{repo}/actions/caches",
  "GET /repos/{owner}/{repo}/actions/organization-secrets",
  "GET /repos/{owner}/{repo}/actions/organization-variables",
  "GET /repos/{owner}/{repo}/actions/runners",
  "GET /repos/{owner}/{repo}/actions/runs",
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs",
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs",
  "GET /repos/{owner}/{repo}/actions/secrets",
  "GET /repos/{owner}/{repo}/actions/variables",
  "GET /repos/{owner}/{repo}/actions/workflows",
  "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
  "GET /repos/{owner}/{repo}/activity",
  "GET /repos/{owner}/{repo}/assignees",
  "GET /repos/{owner}/{repo}/attestations/{subject_digest}",
  "GET /repos/{owner}/{repo}/branches",
  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations",
  "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs",
  "GET /repos/{owner}/{repo}/code-scanning/alerts",
  "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",
  "GET /repos/{owner}/{repo}/code-scanning/analyses",
  "GET /repos/{owner}/{repo}/codespaces",
  "GET /repos/{owner}/{repo}/codespaces/devcontainers",
  "GET /repos/{owner}/{repo}/codespaces/secrets",
  "GET /repos/{owner}/{repo}/collaborators",
  "GET /repos/{owner}/{repo}/comments",
  "GET /repos/{owner}/{repo}/comments/{comment_id}/reactions",
  "GET /repos/{owner}/{repo}/commits",
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/comments",
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-suites",
  "GET /repos/{owner}/{repo}/commits/{ref}/status",
  "GET /repos/{owner}/{repo}/commits/{ref}/statuses",
  "GET /repos/{owner}/{repo}/compare/{basehead}",
  "GET /repos/{owner}/{repo}/compare/{base}...{head}",
  "GET /repos/{owner}/{repo}/contributors",
  "GET /repos/{owner}/{repo}/dependabot/alerts",
  "GET /repos/{owner}/{repo}/dependabot/secrets",
  "GET /repos/{owner}/{repo}/deployments",
  "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
  "GET /repos/{owner}/{repo}/environments",
  "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies",
  "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps",
  "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets",
  "GET /repos/{owner}/{repo}/environments/{environment_name}/variables",
  "GET /repos/{owner}/{repo}/events",
  "GET /repos/{owner}/{repo}/forks",
  "GET /repos/{owner}/{repo}/hooks",
  "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries",
  "GET /repos/{owner}/{repo}/invitations",
  "GET /repos/{owner}/{repo}/issues",
  "GET /repos/{owner}/{repo}/issues/comments",
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
  "GET /repos/{owner}/{repo}/issues/events",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/events",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/labels",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/reactions",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline",
  "GET /repos/{owner}/{repo}/keys",
  "GET /repos/{owner}/{repo}/labels",
  "GET /repos/{owner}/{repo}/milestones",
  "GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels",
  "GET /repos/{owner}/{repo}/notifications",
  "GET /repos/{owner}/{repo}/pages/builds",
  "GET /repos/{owner}/{repo}/projects",
  "GET /repos/{owner}/{repo}/pulls",
  "GET /repos/{owner}/{repo}/pulls/comments",
  "GET /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments",
  "GET /repos/{owner}/{repo}/releases",
  "GET /repos/{owner}/{repo}/releases/{release_id}/assets",
  "GET /repos/{owner}/{repo}/releases/{release_id}/reactions",
  "GET /repos/{owner}/{repo}/rules/branches/{branch}",
  "GET /repos/{owner}/{repo}/rulesets",
  "GET /repos/{owner}/{repo}/rulesets/rule-suites",
  "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history",
  "GET /repos/{owner}/{repo}/secret-scanning/alerts",
  "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations",
  "GET /repos/{owner}/{repo}/security-advisories",
  "GET /repos/{owner}/{repo}/stargazers",
  "GET /repos/{owner}/{repo}/subscribers",
  "GET /repos/{owner}/{repo}/tags",
  "GET /repos/{owner}/{repo}/teams",
  "GET /repos/{owner}/{repo}/topics",
  "GET /repositories",
  "GET /search/code",
  "GET /search/commits",
  "GET /search/issues",
  "GET /search/labels",
  "GET /search/repositories",
  "GET /search/topics",
  "GET /search/users",
  "GET /teams/{team_id}/discussions",
  "GET /teams/{team_id}/discussions/{discussion_number}/comments",
  "GET /teams/{team_id}/discussions/{discussion_number}/comments/{comment_number}/reactions",
  "GET /teams/{team_id}/discussions/{discussion_number}/reactions",
  "GET /teams/{team_id}/invitations",
  "GET /teams/{team_id}/members",
  "GET /teams/{team_id}/projects",
  "GET /teams/{team_id}/repos",
  "GET /teams/{team_id}/teams",
  "GET /user/blocks",
  "GET /user/codespaces",
  "GET /user/codespaces/secrets",
  "GET /user/emails",
  "GET /user/followers",
  "GET /user/following",
  "GET /user/gpg_keys",
  "GET /user/installations",
  "GET /user/installations/{installation_id}/repositories",
  "GET /user/issues",
  "GET /user/keys",
  "GET /user/marketplace_purchases",
  "GET /user/marketplace_purchases/stubbed",
  "GET /user/memberships/orgs",
  "GET /user/migrations",
  "GET /user/migrations/{migration_id}/repositories",
  "GET /user/orgs",
  "GET /user/packages",
  "GET /user/packages/{package_type}/{package_name}/versions",
  "GET /user/public_emails",
  "GET /user/repos",
  "GET /user/repository_invitations",
  "GET /user/social_accounts",
  "GET /user/ssh_signing_keys",
  "GET /user/starred",
  "GET /user/subscriptions",
  "GET /user/teams",
  "GET /users",
  "GET /users/{username}/attestations/{subject_digest}",
  "GET /users/{username}/events",
  "GET /users/{username}/events/orgs/{org}",
  "GET /users/{username}/events/public",
  "GET /users/{username}/followers",
  "GET /users/{username}/following",
  "GET /users/{username}/gists",
  "GET /users/{username}/gpg_keys",
  "GET /users/{username}/keys",
  "GET /users/{username}/orgs",
  "GET /users/{username}/packages",
  "GET /users/{username}/projects",
  "GET /users/{username}/projectsV2",
  "GET /users/{username}/projectsV2/{project_number}/fields",
  "GET /users/{username}/projectsV2/{project_number}/items",
  "GET /users/{username}/received_events",
  "GET /users/{username}/received_events/public",
  "GET /users/{username}/repos",
  "GET /users/{username}/social_accounts",
  "GET /users/{username}/ssh_signing_keys",
  "GET /users/{username}/starred",
  "GET /users/{username}/subscriptions"
]));

// pkg/dist-src/paginating-endpoints.js
function isPaginatingEndpoint(arg) {
  if (typeof arg === "string") {
    return paginatingEndpoints.includes(arg);
  } else {
    return false;
  }
}

// pkg/dist-src/index.js
function paginateRest(octokit) {
  return {
    paginate: Object.assign(paginate.bind(null, octokit), {
      iterator: iterator.bind(null, octokit)
    })
  };
}
paginateRest.VERSION = plugin_paginate_rest_dist_bundle_VERSION;


;// CONCATENATED MODULE: ./node_modules/@actions/github/lib/utils.js


// octokit + plugins



const context = new Context();
const baseUrl = getApiBaseUrl();
const defaults = {
    baseUrl,
    request: {
        agent: getProxyAgent(baseUrl),
        fetch: getProxyFetch(baseUrl)
    }
};
const GitHub = Octokit.plugin(restEndpointMethods, paginateRest).defaults(defaults);

/**
 * Convience function to correctly format Octokit Options to pass into the constructor.
 *
 * @param     token    the repo PAT or GITHUB_TOKEN
 * @param     options  other options to set
 */
function getOctokitOptions(token, options) {
    const opts = Object.assign({}, options || {}); // Shallow clone - don't mutate the object provided by the caller
    // Auth
    const auth = getAuthString(token, opts);
    if (auth) {
        opts.auth = auth;
    }
    // Orchestration ID
    const userAgent = getUserAgentWithOrchestrationId(opts.userAgent);
    if (userAgent) {
        opts.userAgent = userAgent;
    }
    return opts;
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/github/lib/github.js


const github_context = new Context();
/**
 * Returns a hydrated octokit ready to use for GitHub Actions
 *
 * @param     token    the repo PAT or GITHUB_TOKEN
 * @param     options  other options to set
 */
function getOctokit(token, options, ...additionalPlugins) {
    const GitHubWithPlugins = GitHub.plugin(...additionalPlugins);
    return new GitHubWithPlugins(getOctokitOptions(token, options));
}
//# sourceMappingURL=github.js.map
// EXTERNAL MODULE: ./build/js/net/refusal.js
var net_refusal = __nccwpck_require__(7650);
;// CONCATENATED MODULE: ./build/js/github/octokit.js



/**
 * GitHub's messages as its docs and public threads show them (docs/facts/github.md, "Branches", "Commit statuses",
 * "Rate limits", "Tokens").
 */
const KNOWN = [
    { code: 'secondary-rate-limit', text: /secondary rate limit|submitted too quickly/i, kind: 'rate-limited' },
    { code: 'sso-required', text: /SAML (?:SSO )?enforcement|must grant .* access to this organization/i },
    { code: 'workflows-permission-missing', text: /without `?workflows?`? (?:permission|scope)/i },
    {
        code: 'actions-may-not-open-pull-requests',
        text: /Actions is not permitted to create or approve pull requests/i,
    },
    { code: 'token-lacks-permission', text: /Resource not accessible by/i },
    { code: 'reference-exists', text: /Reference already exists/i },
    { code: 'object-not-found', text: /Object does not exist|No commit found for SHA/i },
    { code: 'pull-request-exists', text: /A pull request already exists/i },
    { code: 'no-commits-between', text: /No commits between/i },
    { code: 'too-many-statuses', text: /maximum number of statuses/i },
];
/** GraphQL answers 200 also when it refuses; the first error's `type` says why (GitHub docs, "GraphQL API"). */
const GRAPHQL_KINDS = new Map([
    ['NOT_FOUND', 'not-found'],
    ['FORBIDDEN', 'forbidden'],
    ['INSUFFICIENT_SCOPES', 'forbidden'],
    ['RATE_LIMITED', 'rate-limited'],
    ['RATE_LIMIT', 'rate-limited'],
    ['UNPROCESSABLE', 'invalid'],
]);
const silent = { debug() { }, info() { }, warn() { }, error() { } };
/**
 * Octokit over our transport. Every call that does not end in a success rejects with a ServiceFailure, redirects
 * included (`moved`), so no Octokit error with its request, headers and GitHub's words gets out. Nothing is
 * retried beyond what the transport does, and nothing is logged. The token is only sent to the origin of
 * `baseUrl`, also when a `Link` header names another one.
 * @param options.token any GitHub token, not empty
 * @param options.baseUrl the REST API: `GITHUB_API_URL`, without a slash at its end
 */
function createOctokit(options) {
    const octokit = getOctokit(options.token, {
        baseUrl: options.baseUrl.replace(/\/+$/, ''),
        userAgent: options.userAgent ?? 'drawbridge',
        log: silent,
        request: { fetch: fetchOver(options.send, new URL(options.baseUrl).origin), log: silent },
    });
    octokit.hook.error('request', (error) => {
        throw toGitHubFailure(error);
    });
    octokit.hook.after('request', (response) => {
        if (response.url.endsWith('/graphql'))
            refuseGraphqlErrors(response.data);
    });
    return octokit;
}
/**
 * Turns whatever an Octokit call threw into a ServiceFailure. The clients from `createOctokit` have done so
 * already; it is for code around them.
 */
function toGitHubFailure(thrown) {
    // Octokit wraps what its fetch throws, and keeps it as the cause.
    const inner = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
    return (0,net_refusal/* asServiceFailure */.Iq)('github', inner);
}
function fetchOver(send, origin) {
    return async (url, init = {}) => {
        const method = init.method ?? 'GET';
        const { host, origin: asked } = new URL(url);
        if (asked !== origin)
            throw new failure/* TransportFailure */.Az({ kind: 'refused-url', method, host, mayHaveActed: false });
        const request = { method, url, headers: init.headers ?? {} };
        if (init.body !== undefined && init.body !== null)
            request.body = init.body;
        const response = await send(request);
        // 304 is what a conditional request asked for, yet Octokit too takes it for an error.
        if (response.status >= 300)
            throw (0,net_refusal/* refusedBy */.it)('github', response, KNOWN);
        return answerOf(response);
    };
}
function answerOf(response) {
    const { status, url, headers, body } = response;
    return {
        ok: true,
        status,
        statusText: '',
        url,
        headers,
        text: async () => body,
        json: async () => JSON.parse(body),
        arrayBuffer: async () => new TextEncoder().encode(body).buffer,
    };
}
function refuseGraphqlErrors(data) {
    if (typeof data !== 'object' || data === null || !('errors' in data))
        return;
    const [first] = Array.isArray(data.errors) ? data.errors : [];
    const type = first?.type;
    throw new failure/* ServiceFailure */.A({
        service: 'github',
        status: 200,
        kind: (typeof type === 'string' ? GRAPHQL_KINDS.get(type) : undefined) ?? 'unexpected',
        mayHaveActed: true,
    });
}

;// CONCATENATED MODULE: ./build/js/github/pulls.js




const sha = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y(isSha), dist/* transform */.pdi((text) => text));
const pullShape = dist/* object */.Ikc({
    number: dist/* number */.aig(),
    state: dist/* string */.YjP(),
    draft: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
    user: personShape,
    head: dist/* object */.Ikc({ sha, ref: dist/* string */.YjP(), repo: dist/* nullable */.mee(dist/* object */.Ikc({ full_name: dist/* string */.YjP() })) }),
    base: dist/* object */.Ikc({ ref: dist/* string */.YjP(), repo: dist/* object */.Ikc({ full_name: dist/* string */.YjP() }) }),
    labels: dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP() })),
});
const activityShape = dist/* array */.YOg(dist/* object */.Ikc({ actor: personShape, before: sha, after: sha, activity_type: dist/* string */.YjP() }));
const commentShape = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    node_id: dist/* string */.YjP(),
    user: personShape,
    body: dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP())),
    created_at: dist/* string */.YjP(),
    updated_at: dist/* string */.YjP(),
});
const alteredShape = dist/* object */.Ikc({
    node: dist/* object */.Ikc({ lastEditedAt: dist/* nullable */.mee(dist/* string */.YjP()), isMinimized: dist/* boolean */.zMY() }),
});
const pulls_refShape = dist/* object */.Ikc({ object: dist/* object */.Ikc({ sha }) });
const pulls_comparisonShape = dist/* object */.Ikc({ status: dist/* string */.YjP() });
const branchShape = dist/* object */.Ikc({ name: dist/* string */.YjP() });
const toPull = (pull) => ({
    number: pull.number,
    open: pull.state === 'open',
    draft: pull.draft,
    author: pull.user,
    head: { sha: pull.head.sha, branch: pull.head.ref, repository: pull.head.repo?.full_name ?? null },
    base: pull.base.repo.full_name,
    baseBranch: pull.base.ref,
    labels: pull.labels.map(({ name }) => name),
});
const toComment = (comment) => ({
    id: comment.id,
    nodeId: comment.node_id,
    author: comment.user,
    body: comment.body ?? '',
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
});
const toPush = (entry) => ({
    actor: entry.actor,
    before: entry.before,
    after: entry.after,
    creates: entry.activity_type === 'branch_creation',
});
/** Pull requests, their comments, and the activity of their branches, as they are now. */
function createPulls(octokit, here) {
    return {
        repository: `${here.owner}/${here.repo}`,
        pull: async (number) => {
            const { data } = await octokit.rest.pulls.get({ ...here, pull_number: number });
            return toPull(read_read(pullShape, data));
        },
        openPulls: async () => {
            const parameters = { ...here, state: 'open' };
            return (await readAll(octokit, pullShape, 'GET /repos/{owner}/{repo}/pulls', parameters)).map(toPull);
        },
        pullsFrom: async (owner, branch) => {
            // Without the owner GitHub takes no notice of `head` (GitHub docs, "List pull requests").
            const parameters = { ...here, state: 'all', head: `${owner}:${branch}` };
            return (await readAll(octokit, pullShape, 'GET /repos/{owner}/{repo}/pulls', parameters)).map(toPull);
        },
        pushes: async (repository, branch) => {
            const [owner = '', repo = ''] = repository.split('/');
            const parameters = { owner, repo, ref: `refs/heads/${branch}`, per_page: 100 };
            const answer = await absentAs(undefined, octokit.request('GET /repos/{owner}/{repo}/activity', parameters));
            return answer && read_read(activityShape, answer.data).map(toPush);
        },
        isOnBranch: async (commit, branch) => {
            // A tag may bear the name of the branch, and GitHub tells nowhere which of the two a bare name means.
            const ref = await absentAs(undefined, octokit.rest.git.getRef({ ...here, ref: `heads/${branch}` }));
            if (ref === undefined)
                return false;
            const { sha: head } = read_read(pulls_refShape, ref.data).object;
            // On the second page there are no files, which can be many (GitHub docs, "Compare two commits").
            const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
            const parameters = { ...here, basehead: `${head}...${commit}`, per_page: 1, page: 2 };
            const answer = await absentAs(undefined, octokit.request(route, parameters));
            const status = answer && read_read(pulls_comparisonShape, answer.data).status;
            return status === 'identical' || status === 'behind';
        },
        branchesAt: async (commit) => {
            const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head';
            const answer = await absentAs(undefined, octokit.request(route, { ...here, commit_sha: commit }));
            return answer ? read_read(dist/* array */.YOg(branchShape), answer.data).map(({ name }) => name) : [];
        },
        comments: async (number) => {
            const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
            const parameters = { ...here, issue_number: number };
            return (await readAll(octokit, commentShape, route, parameters)).map(toComment);
        },
        comment: async (id) => {
            const answer = await absentAs(undefined, octokit.rest.issues.getComment({ ...here, comment_id: id }));
            return answer === undefined ? undefined : toComment(read_read(commentShape, answer.data));
        },
        altered: async ({ nodeId }) => {
            const query = 'query ($id: ID!) { node(id: $id) { ... on IssueComment { lastEditedAt isMinimized } } }';
            const answer = await octokit.graphql(query, { id: nodeId }).catch((error) => {
                throw toGitHubFailure(error);
            });
            const { lastEditedAt, isMinimized } = read_read(alteredShape, answer).node;
            return { edited: lastEditedAt !== null, hidden: isMinimized };
        },
    };
}

;// CONCATENATED MODULE: ./build/js/github/statuses.js


const statusShape = dist/* object */.Ikc({
    context: dist/* string */.YjP(),
    state: dist/* picklist */.KIO(['success', 'failure', 'error', 'pending']),
    target_url: dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP())),
    description: dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP())),
    created_at: dist/* string */.YjP(),
    // Only the list tells it, and of an account that is gone nothing.
    creator: dist/* optional */.lqM(dist/* nullable */.mee(dist/* object */.Ikc({ id: dist/* number */.aig() }))),
});
const combinedShape = dist/* object */.Ikc({ total_count: dist/* number */.aig(), statuses: dist/* array */.YOg(statusShape) });
/** GitHub takes a thousand statuses of one context, so these pages of a hundred hold any of ours. */
const mostPages = 10;
/** Commit statuses of one repository. */
function createStatuses(octokit, here) {
    return {
        setStatus: async (sha, { state, description, context, targetUrl }) => {
            await octokit.rest.repos.createCommitStatus({
                ...here,
                sha,
                state,
                description,
                context,
                target_url: targetUrl,
            });
        },
        history: async (ref) => {
            const all = [];
            for (let page = 1;; page += 1) {
                const asked = { ...here, ref, per_page: 100, ...(page > 1 && { page }) };
                const { data } = await octokit.rest.repos.listCommitStatusesForRef(asked);
                const statuses = read_read(dist/* array */.YOg(statusShape), data);
                if (page > mostPages && statuses.length > 0)
                    return undefined;
                all.push(...statuses.map(toStanding));
                if (statuses.length < 100)
                    return all;
            }
        },
        statuses: async (ref) => {
            const standing = [];
            for (let page = 1;; page += 1) {
                // The newest of each context: among all that were ever written, other tools could bury a claim.
                const { data } = await octokit.rest.repos.getCombinedStatusForRef({
                    ...here,
                    ref,
                    per_page: 100,
                    ...(page > 1 && { page }),
                });
                const { statuses, total_count } = read_read(combinedShape, data);
                standing.push(...statuses.map(toStanding));
                if (statuses.length === 0 || standing.length >= total_count)
                    return standing;
            }
        },
    };
}
const toStanding = ({ context, state, target_url, description, created_at, creator, }) => ({
    context,
    state,
    targetUrl: target_url ?? '',
    description: description ?? '',
    at: Date.parse(created_at),
    ...(creator && { creator: creator.id }),
});

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
        ...createPulls(octokit, here),
        ...createFiles(octokit, here),
        ...createStatuses(octokit, here),
        ...createDuplication(duplication, here),
        react: async (commentId, content) => {
            await octokit.rest.reactions.createForIssueComment({ ...here, comment_id: commentId, content });
        },
        say: async (pull, body) => {
            await octokit.rest.issues.createComment({ ...here, issue_number: pull, body });
        },
    };
}

// EXTERNAL MODULE: ./build/js/net/content.js + 1 modules
var content = __nccwpck_require__(9482);
;// CONCATENATED MODULE: ./build/js/github/new-token.js

/** For so long (ms) after the run began a token may be too new, and so long a replica may need to hear of it. */
const newMs = 60_000;
const new_token_pauseMs = 3_000;
/**
 * Sends what was answered by 401 once more after a pause, in the first minute of a run: the step before may have made
 * the token, and a replica of GitHub may not know it yet (docs/facts/github.md, "Tokens"). Who is not let in has done
 * nothing, so that holds for every method. All requests of one token wait together, once.
 */
function patientWithNew(send, clock) {
    const begun = clock.now();
    let waited = false;
    let waiting;
    return async (request) => {
        const final = waited || clock.now() - begun >= newMs;
        const answer = await send(request);
        if (final || answer.status !== 401 || (0,content/* isForeignNo */.o)(answer.status, answer.body))
            return answer;
        waiting ??= clock.sleep(new_token_pauseMs).then(() => {
            waited = true;
        });
        await waiting;
        return send(request);
    };
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
;// CONCATENATED MODULE: ./build/js/net/agents.js



/** As many as are asked for side by side at the gate: one that waits for a connection would be a round trip more. */
const MAX_SOCKETS = 8;
/**
 * Agents, made when first needed. `reuse` keeps connections for the next request; their idle sockets are unref'd
 * by Node, so they never hold the process. Without `reuse` each request gets a fresh connection: a POST must not
 * meet a kept connection that the server is just closing, because whether it arrived could not be known.
 * @param options.proxyEnv an environment: `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY` in both cases are read, by Node
 *   itself (Node docs, "Built-in Proxy Support"; since 24.5)
 * @param options.ca PEM certificates to trust besides Node's own
 */
function createAgents(options) {
    const made = new Map();
    const proxyEnv = options.proxyEnv === undefined ? {} : { proxyEnv: options.proxyEnv };
    const make = (protocol, keepAlive) => {
        const shared = { keepAlive, maxSockets: MAX_SOCKETS, ...proxyEnv };
        if (protocol === 'http:')
            return new external_node_http_namespaceObject.Agent(shared);
        const ca = options.ca === undefined ? {} : { ca: [...(0,external_node_tls_namespaceObject.getCACertificates)('default'), options.ca] };
        // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED=0 would else switch the check off.
        return new external_node_https_namespaceObject.Agent({ ...shared, ...ca, rejectUnauthorized: true });
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
            const { request: open } = wire.url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject;
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

// EXTERNAL MODULE: ./build/js/net/retry.js
var net_retry = __nccwpck_require__(9372);
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
            agent: () => agentFor(url, (0,net_retry/* isSafe */.IP)(method)),
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
        const asked = (0,net_retry/* retryAfterMs */.Vs)(headers, clock.now());
        const response = { status, headers, body: bytes.toString('utf8'), url: request.url };
        if (asked !== undefined)
            response.retryAfterMs = asked;
        return { ok: true, response };
    };
    return async (request) => {
        const method = request.method.toUpperCase();
        const url = allowedUrl(request.url);
        if (url === undefined) {
            throw new failure/* TransportFailure */.Az({
                kind: 'refused-url',
                method: /^[A-Z]{1,10}$/.test(method) ? method : 'unknown',
                host: URL.canParse(request.url) ? new URL(request.url).host : 'unknown',
                mayHaveActed: false,
            });
        }
        const allowed = (0,net_retry/* isSafe */.IP)(method) ? (request.attempts ?? maxAttempts) : 1;
        for (let made = 1;; made++) {
            const last = await attempt(request, method, url);
            const passing = last.ok
                ? isPassing(last.response, request.retryAlso)
                : (0,net_retry/* isPassingFailure */.IM)(last.failure.kind);
            const wait = passing
                ? (0,net_retry/* waitBeforeRetry */.jy)({
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
const isPassing = ({ status, headers, body }, also) => (0,net_retry/* isPassingAnswer */.k2)(status, headers, also) || (0,content/* isForeignNo */.o)(status, body);
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
    if (body !== undefined || !(0,net_retry/* isSafe */.IP)(method))
        headers['content-length'] = String(body?.length ?? 0);
    return headers;
}

;// CONCATENATED MODULE: ./build/js/pipeline/ours.js


/** How far apart (ms) a pipeline is read that a list shows and another replica does not know yet. */
const ours_pauseMs = 2_000;
/** How many pipelines are read at the same time: anybody can make many that bear our name. */
const atOnce = 10;
/**
 * The project's pipelines with lists of ours alone. What never changes is asked once a run for each pipeline, and never
 * for those that this run has started. Others' that bear a name of ours are left alone, which the log says once for
 * each.
 */
function oursOf(api, ownership, { clock, log }) {
    const { creators, byTrigger, showsKey } = ownership;
    const identities = new Map();
    const warned = new Set();
    let owner;
    const tokenUser = () => {
        owner ??= api.self().then(({ user }) => user, (error) => {
            owner = undefined;
            throw error;
        });
        return owner;
    };
    /** What GitLab tells of a pipeline; undefined where it is no more. A list may show it before another replica does. */
    const whereItIs = async (ask) => {
        const end = clock.now() + goneMs;
        for (;;) {
            const told = await ask().catch((0,failure/* serviceFailureAs */.i5)(undefined, isAbsent));
            if (told !== undefined || clock.now() >= end)
                return told;
            await clock.sleep(ours_pauseMs);
        }
    };
    /** Variables are shown to nobody but the user who started it, so they hide those of a replaced token. */
    const keyOf = async (id) => {
        if (!showsKey)
            return 'hidden';
        const variable = whereItIs(() => api.keyVariable(id).then((key) => ({ key })));
        const told = await variable.catch(failure/* failureItself */.gA);
        return told ?? 'hidden';
    };
    const read = async (listed) => {
        const [whole, user, variable] = await Promise.all([
            whereItIs(() => api.get(listed.id)),
            tokenUser(),
            keyOf(listed.id),
        ]);
        if (!whole) {
            identities.delete(listed.id);
            return { ours: false };
        }
        const { creator } = whole;
        const ours = creator !== undefined && (creator === user || creators.includes(creator));
        if (!ours)
            return { ours };
        if (variable === 'hidden')
            return { ours, hidden: true };
        if (!(variable instanceof failure/* ServiceFailure */.A))
            return { ours, hidden: false, ...variable };
        // The token's own user may see them: if not, it is not known what the pipeline was started for.
        if (variable.kind !== 'forbidden' || creator === user)
            throw variable;
        return { ours, hidden: true };
    };
    /** Two searches at the same time see the same pipeline, and it is asked for once. */
    const identify = async (listed) => {
        const { id, source } = listed;
        const known = identities.get(id);
        if (known)
            return known;
        if (source === 'trigger' && byTrigger)
            return { ours: true, hidden: true };
        if (source !== 'api')
            return { ours: false };
        const asked = read(listed);
        identities.set(id, asked);
        asked.catch(() => identities.delete(id));
        return asked;
    };
    const among = async (listed) => {
        const ours = [];
        for (let from = 0; from < listed.length; from += atOnce) {
            const part = listed.slice(from, from + atOnce);
            const found = await Promise.all(part.map(identify));
            ours.push(...part.flatMap((one, nth) => withItsKey(one, found[nth])));
        }
        return ours;
    };
    const warnOfOthers = (namesakes, ours) => {
        for (const { id } of namesakes) {
            if (warned.has(id) || ours.some((one) => one.id === id))
                continue;
            warned.add(id);
            log.warning(`pipeline #${id} has the name of ours, but was not started by us for this: it is left alone. ${remedy}`);
        }
    };
    const { changedSince, named, keyVariable: _, ...calls } = api;
    return {
        ...calls,
        create: async (request) => {
            const pipeline = await api.create(request);
            identities.set(pipeline.id, Promise.resolve({ ours: true, hidden: false, key: request.key }));
            return pipeline;
        },
        find: async (key) => {
            const listed = await named(key);
            const ours = (await among(listed)).filter((one) => one.key === key);
            warnOfOthers(listed, ours);
            return ours;
        },
        recent: async (since, fits) => {
            const meant = (await changedSince(since)).filter((one) => fits(byName(one)));
            const ours = (await among(meant)).filter(fits);
            // What fits whatever its name is, bears none of ours by that.
            const namesakes = meant.filter((one) => !fits({ ...byName(one), key: undefined }));
            warnOfOthers(namesakes, ours);
            return ours;
        },
    };
}
/** By what its name says. Pure. */
const byName = (listed) => ({ ...listed, key: listed.name, keyHidden: true });
/** None where it is not ours; else it, with the key of its request. Pure. */
function withItsKey(listed, identity) {
    if (!identity?.ours)
        return [];
    return [identity.hidden ? byName(listed) : { ...listed, key: identity.key, keyHidden: false }];
}
const remedy = "If it was started with a token that has been replaced, name that token's user in `gitlab-creators`; if by a trigger " +
    'token, give this job a `gitlab-trigger-token` too, and the same `pass-as`; else ask who did';

;// CONCATENATED MODULE: ./build/js/action/wiring.js






/** Builds the clients over one transport and hands them to a mode. The only place where rooms meet the SDKs. */
function wire(settings, edge) {
    const { creators, triggerToken } = settings.gitlab;
    const send = createTransport({
        clock: systemClock,
        random: Math.random,
        proxyEnv: edge.env,
        ...(settings.caCertificate !== undefined && { ca: settings.caCertificate }),
    });
    const { token, membershipToken, duplicateToken, apiUrl, repository } = settings.github;
    const clientOf = (own) => createOctokit({ token: own, baseUrl: apiUrl, send: patientWithNew(send, systemClock) });
    const octokit = clientOf(token);
    const other = (own) => (own === token ? octokit : clientOf(own));
    const membership = other(membershipToken);
    const duplication = other(duplicateToken);
    const { run, log, memory, audit, interrupted } = edge;
    return {
        settings,
        run,
        github: createGitHubClient({ octokit, membership, duplication, repository }),
        gitlab: lazily(async () => {
            const { createGitLabClient } = await Promise.all(/* import() */[__nccwpck_require__.e(342), __nccwpck_require__.e(659)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8945));
            const client = createGitLabClient({ ...settings.gitlab, send });
            const byTrigger = triggerToken !== undefined;
            const showsKey = settings.pipeline.passAs === 'variables' && !byTrigger;
            const ownership = { creators, byTrigger, showsKey };
            return { ...client, ...oursOf(client, ownership, { clock: systemClock, log }) };
        }),
        log,
        memory,
        audit,
        clock: systemClock,
        interrupted,
    };
}
/** Loads a client by its first call: a run that is refused at the gate never pays for GitLab's SDK. */
function lazily(load) {
    let loading;
    const call = (name) => async (...given) => {
        loading ??= load();
        const method = (await loading)[name];
        return method(...given);
    };
    return new Proxy({}, { get: (_, name) => call(name) });
}

;// CONCATENATED MODULE: ./build/js/action/main.js











/** The entry of the step: inputs → wiring → mode → outputs. */
async function main() {
    const begun = Date.now();
    const interrupted = interruptions();
    maskSecrets();
    const { facts, run: cause } = readSurroundings(process.env);
    const read = await readInputs(rawInput, facts);
    const { settings } = read;
    const faults = [...(await unknownInputs(process.env)), ...read.faults];
    const audit = auditTo(settings.auditFile);
    const edge = { run: cause, log: log, memory: memory, audit, interrupted, env: process.env };
    const act = faults.length === 0 ? dispatch : refuseInputs;
    // Without a token nothing can be told on GitHub, and a wrong certificate would only add a second error.
    const mute = faults.some(({ input }) => ['github-token', 'status-context', 'ca-certificate'].includes(input));
    const result = mute
        ? recordRefusal({ settings, run: cause, clock: systemClock, audit })
        : await act(wire(settings, edge));
    const durationSeconds = Math.round((Date.now() - begun) / 1000);
    const told = result.reason === 'bad-input' ? faults : [];
    await finish({ ...result, durationSeconds }, settings.statusContext, told);
}
/** Says how the run ended, everywhere that the runner has a place for it, and ends the process. */
async function finish(result, statusContext, faults = []) {
    const lines = faults.map(({ input, wrong }) => `- ${input}: ${wrong}`);
    for (const [name, value] of Object.entries(outputsOf(result)))
        setOutput(name, value);
    await summary
        .addRaw(summaryOf(result, lines), true)
        .write()
        .catch(() => warning('the job summary could not be written'));
    // After a fault of our own a pipeline may be left: then `post` has to look.
    memory.save(result.reason === 'internal' ? 'fault' : 'done', result.reason);
    const code = exitCode(result, statusContext);
    const text = lines.length > 0 ? ['Wrong inputs:', ...lines].join('\n') : `${describe(result)}. ${nextStep(result)}`;
    if (code !== 0)
        error(text, { title: `Drawbridge: ${result.reason}` });
    else
        info(`${result.verdict ?? result.decision}: ${describe(result)}`);
    process.exitCode = code;
}
async function giveUp(error) {
    debugFault(error);
    await finish({ decision: 'undecided', reason: 'internal' }, undefined);
}
onStrayFault(giveUp, 1);
main().catch(giveUp).finally(runner_leave);

