export const id = 133;
export const ids = [133];
export const modules = {

/***/ 2221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ transportFor),
  k: () => (/* binding */ wireProof)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/js/clock.js
var clock = __webpack_require__(6616);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/js/facts/ask.js
var ask = __webpack_require__(8003);
// EXTERNAL MODULE: ./build/js/facts/fact.js
var fact = __webpack_require__(1350);
// EXTERNAL MODULE: ./build/js/gate/members.js
var gate_members = __webpack_require__(1023);
// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./build/js/net/refusal.js
var refusal = __webpack_require__(7650);
// EXTERNAL MODULE: ./build/js/net/shape.js
var shape = __webpack_require__(5567);
;// CONCATENATED MODULE: ./build/js/github/member-by-id.js
/** Whether somebody is a member of an organisation, asked by number. Without the SDK: the command line loads it. */







const id = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b());
const accountShape = dist/* object */.Ikc({ id, login: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1)), type: dist/* string */.YjP() });
const membershipShape = dist/* object */.Ikc({
    state: dist/* string */.YjP(),
    role: dist/* optional */.lqM(dist/* string */.YjP()),
    user: dist/* object */.Ikc({ id }),
});
const kindShape = dist/* object */.Ikc({ type: dist/* string */.YjP() });
const read = (0,shape/* readerOf */.T)('github');
const unexpected = new failure/* ServiceFailure */.A({
    service: 'github',
    status: 200,
    kind: 'unexpected',
    mayHaveActed: false,
});
/**
 * Gives the asker. A login can change hands, so the account is looked up by its number, and the membership that is found
 * by that login must be of the same number (docs/facts/github.md, "Membership"). An account that is gone is no member;
 * where nobody could tell, the fact is unknown.
 * @param person decimal digits
 */
function membershipById({ apiUrl, organization, token, send, }) {
    /** What GitHub answers; null for a success without a body. Throws a ServiceFailure. */
    const get = async (path) => {
        try {
            const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' };
            const answer = await send({ method: 'GET', url: apiUrl + path, headers });
            if (answer.status >= 300)
                throw (0,refusal/* refusedBy */.it)('github', answer, []);
            return answer.body === '' ? null : JSON.parse(answer.body);
        }
        catch (thrown) {
            throw (0,refusal/* asServiceFailure */.Iq)('github', thrown);
        }
    };
    const absentAs = (other, call) => call.catch((0,failure/* serviceFailureAs */.i5)(other, ({ kind }) => kind === 'not-found'));
    const path = (...parts) => parts.map((part) => `/${encodeURIComponent(part)}`).join('');
    const exists = (call) => absentAs(false, call.then(() => true));
    const sourceFor = (person) => ({
        person: async () => null,
        organizationMembership: async (org, login) => {
            const answer = await absentAs(undefined, get(path('orgs', org, 'memberships', login)));
            if (answer === undefined)
                return 'absent';
            const { state, role, user } = read(membershipShape, answer);
            // The login is somebody else's by now.
            if (user.id !== person)
                throw unexpected;
            return state === 'active' && role !== 'billing_manager' ? 'active' : 'pending';
        },
        listedMember: (org, login) => exists(get(path('orgs', org, 'members', login))),
        organizationExists: async (org) => {
            const answer = await absentAs(undefined, get(path('users', org)));
            return answer !== undefined && read(kindShape, answer).type === 'Organization';
        },
        // It names nobody by number, and a token that sees the members needs no such help.
        publicMember: async () => false,
        teamMembership: async () => 'absent',
    });
    return async (person) => {
        const account = await (0,ask/* ask */.k)(absentAs(undefined, get(path('user', person))));
        if (!account.known)
            return account;
        if (account.value === undefined)
            return (0,fact/* known */.eO)(false);
        const found = await (0,ask/* ask */.k)(Promise.resolve().then(() => read(accountShape, account.value)));
        if (!found.known)
            return found;
        const { id: number, login, type } = found.value;
        if (String(number) !== person)
            return (0,ask/* ask */.k)(Promise.reject(unexpected));
        const policy = { organization, membershipTokenGiven: true, teams: [], trustedBots: [] };
        const members = (0,gate_members/* readMembers */.m)(sourceFor(number), policy);
        return (await members.witness({ id: number, login, type: type === 'User' ? 'User' : 'Bot' })).member;
    };
}

// EXTERNAL MODULE: ./build/js/gitlab/own-job.js + 1 modules
var own_job = __webpack_require__(3745);
// EXTERNAL MODULE: ./build/js/net/transport.js + 2 modules
var transport = __webpack_require__(6992);
;// CONCATENATED MODULE: ./build/js/proof/keys.js


/** What makes RS256 with at least 2,048 bits (RFC 7518, section 3.3); whatever else is in a set is passed over. */
const usable = dist/* object */.Ikc({
    kty: dist/* literal */.euz('RSA'),
    kid: dist/* string */.YjP(),
    n: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w-]{342,2000}$/)),
    e: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w-]{1,16}$/)),
    use: dist/* optional */.lqM(dist/* literal */.euz('sig')),
    alg: dist/* optional */.lqM(dist/* literal */.euz('RS256')),
});
const setShape = dist/* object */.Ikc({ keys: dist/* array */.YOg(dist/* unknown */.L5J()) });
/** For so long (ms) a set that was read is good. One in which a key is not found is read again before. */
const goodForMs = 600_000;
/**
 * Keys of `issuer`, a URL without a slash at the end, from `<issuer>/.well-known/jwks`. They are read at the first
 * question, kept for ten minutes, and read once more for a key that is not among those that were kept: issuers change
 * theirs. What could not be read is not kept.
 */
function createKeys(issuer, send, clock) {
    let kept;
    return {
        keyOf: async (kid) => {
            const old = kept && clock.now() < kept.until ? only(kept.keys, kid) : undefined;
            if (old)
                return imported(old);
            const set = await readSet(issuer, send);
            if (!set.read)
                return { found: false, reason: set.reason };
            kept = { keys: set.keys, until: clock.now() + goodForMs };
            const key = only(set.keys, kid);
            return key ? imported(key) : { found: false, reason: 'proof-unknown-key' };
        },
    };
}
/** The one key of this name: where two have it, nobody can say which is meant. */
function only(keys, kid) {
    const named = keys.filter((key) => key.kid === kid);
    return named.length === 1 ? named[0] : undefined;
}
async function imported({ kty, n, e }) {
    const { importJWK } = await __webpack_require__.e(/* import() */ 862).then(__webpack_require__.bind(__webpack_require__, 8862));
    const key = await importJWK({ kty, n, e }, 'RS256').catch(() => undefined);
    return key === undefined || key instanceof Uint8Array
        ? { found: false, reason: 'proof-keys-unreadable' }
        : { found: true, key };
}
async function readSet(issuer, send) {
    try {
        const { status, body } = await send({ method: 'GET', url: `${issuer}/.well-known/jwks` });
        if (status >= 400)
            return { read: false, reason: 'proof-keys-unavailable' };
        const { success, output } = dist/* safeParse */.xLC(setShape, status === 200 ? JSON.parse(body) : undefined);
        if (!success)
            return { read: false, reason: 'proof-keys-unreadable' };
        const fitting = output.keys.filter((key) => dist.is(usable, key));
        return { read: true, keys: fitting };
    }
    catch (thrown) {
        if (thrown instanceof SyntaxError)
            return { read: false, reason: 'proof-keys-unreadable' };
        if (!(thrown instanceof failure/* TransportFailure */.Az))
            throw thrown;
        return { read: false, reason: byTransport[thrown.kind] ?? 'proof-keys-unavailable' };
    }
}
const byTransport = {
    tls: 'proof-keys-untrusted',
    'bad-content': 'proof-keys-unreadable',
    'too-large': 'proof-keys-unreadable',
    'refused-url': 'proof-keys-unreadable',
};

;// CONCATENATED MODULE: ./build/js/cli/proof-wiring.js
/** Builds what a verification asks: GitLab with the job's token, the issuer's keys, and GitHub where membership counts. */






/** The way to all that a verification asks. Fails where the file of certificates is not there. */
function transportFor({ proxy, certificates }, interrupted) {
    const ca = certificates === undefined ? undefined : readText(certificates);
    if (certificates !== undefined && ca === undefined)
        return { ok: false, exit: 1, said: ['the file of --ca-certificate cannot be read'] };
    const send = (0,transport/* createTransport */.oO)({
        clock: clock/* systemClock */.m,
        random: Math.random,
        signal: interrupted,
        // Neither the proxy nor the authorities are those of the environment: whoever starts a pipeline may have set them.
        roots: 'bundled',
        ...(proxy !== undefined && { proxyEnv: { HTTPS_PROXY: proxy } }),
        ...(ca !== undefined && { ca }),
    });
    return { ok: true, send };
}
/** Builds them. Fails where a file or token that the options name is not there. */
function wireProof(wishes, { env, interrupted }) {
    const { gitlabUrl, policy, member } = wishes;
    const way = transportFor(wishes, interrupted);
    if (!way.ok)
        return way;
    const { send } = way;
    const token = member && env[member.tokenVariable];
    if (member && !token)
        return {
            ok: false,
            exit: 1,
            said: [`--organization needs a token of GitHub in ${member.tokenVariable}`],
        };
    const ownJob = (0,own_job/* createOwnJob */.K)({ url: gitlabUrl, jobToken: env['CI_JOB_TOKEN'] ?? '', send });
    const isMember = member && token
        ? membershipById({ apiUrl: member.apiUrl, organization: member.organization, token, send })
        : undefined;
    return {
        ok: true,
        ports: { job: ownJob.job, keys: createKeys(policy.issuer, send, clock/* systemClock */.m), isMember },
    };
}
function readText(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyFirst: () => (/* binding */ verifyFirst)
});

// EXTERNAL MODULE: ./build/js/cli/proof-wiring.js + 2 modules
var proof_wiring = __webpack_require__(2221);
// EXTERNAL MODULE: ./build/js/facts/alphabet.js
var alphabet = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/js/facts/ask.js
var ask = __webpack_require__(8003);
// EXTERNAL MODULE: ./build/js/proof/parts.js
var parts = __webpack_require__(3789);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./node_modules/canonicalize/lib/canonicalize.js
function serializeString (value) {
  if (!value.isWellFormed()) {
    throw new Error('Lone surrogate is not allowed');
  }
  return JSON.stringify(value);
}

function serializePrimitive (value) {
  switch (typeof value) {
    case 'number':
      if (isNaN(value)) {
        throw new Error('NaN is not allowed');
      }
      if (!isFinite(value)) {
        throw new Error('Infinity is not allowed');
      }
      // For finite numbers String(value) would give identical output, but
      // JSON.stringify benchmarks faster on V8.
      return JSON.stringify(value);
    case 'string':
      return serializeString(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      // null, or values JSON.stringify maps to undefined (undefined,
      // functions, symbols).
      return JSON.stringify(value);
  }
}

// Resolves a value to either its serialized primitive form (a string — or
// undefined, for values JSON.stringify drops) or a frame describing the
// container to descend into. Callers distinguish the two cases with
// `typeof result !== 'object'`.
//
// toJSON results are unwrapped here, and the wrapper objects stay in `seen`
// until the resolved subtree is fully serialized, so cycles introduced via
// toJSON are still detected.
function enterValue (value, seen) {
  let wrappers = null;
  while (value !== null && typeof value === 'object' && typeof value.toJSON === 'function') {
    if (seen.has(value)) {
      throw new Error('Circular reference detected');
    }
    seen.add(value);
    (wrappers ??= []).push(value);
    value = value.toJSON();
  }

  // Boxed Number/String/Boolean objects serialize as their primitive values,
  // mirroring how JSON.stringify treats them.
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    value = value.valueOf();
  }

  if (value === null || typeof value !== 'object') {
    if (wrappers !== null) {
      for (const wrapper of wrappers) seen.delete(wrapper);
    }
    return serializePrimitive(value);
  }

  if (seen.has(value)) {
    throw new Error('Circular reference detected');
  }
  seen.add(value);

  return {
    container: value,
    // null marks an array frame; object frames carry their sorted keys.
    // `sort()`'s default comparator orders by UTF-16 code unit, which is the
    // order JCS requires.
    keys: Array.isArray(value) ? null : Object.keys(value).sort(),
    // Next child to serialize; the frame resumes here after a nested
    // container's subtree completes.
    index: 0,
    // Whether no member has been emitted yet (controls comma placement).
    first: true,
    // toJSON wrappers to release from `seen` when this frame completes.
    wrappers
  };
}

function canonicalize (object) {
  if (object === null || typeof object !== 'object') {
    return serializePrimitive(object);
  }

  const seen = new Set();
  const root = enterValue(object, seen);
  if (typeof root !== 'object') {
    // A toJSON chain resolved the input to a primitive.
    return root;
  }

  let result = root.keys === null ? '[' : '{';
  const stack = [root];

  // Depth-first serialization with an explicit stack instead of recursion, so
  // nesting depth is bounded by heap size rather than call-stack size. The top
  // frame is the container currently being serialized: primitive children are
  // appended inline, while a nested container pushes a new frame and jumps
  // back to the outer loop. Because frame.index was already advanced, the
  // parent resumes at its next child once the subtree is done. Opening
  // brackets are emitted when a frame is pushed, closing brackets when it
  // completes.
  outer:
  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    const container = frame.container;

    // keys === null marks an array frame; otherwise keys holds the object's
    // sorted property names. Either way the iteration counter lives on the
    // frame itself (frame.index), so when a frame is resumed after a nested
    // container completes, the while condition continues at the first
    // unserialized child instead of restarting from the beginning.
    if (frame.keys === null) {
      while (frame.index < container.length) {
        const i = frame.index++;
        if (i > 0) {
          result += ',';
        }
        const element = container[i];
        // Inside arrays, JSON.stringify serializes values with no JSON
        // representation (undefined, symbols, functions) as null.
        const value = element === undefined || typeof element === 'symbol' || typeof element === 'function' ? null : element;
        if (value === null || typeof value !== 'object') {
          result += serializePrimitive(value);
          continue;
        }
        const child = enterValue(value, seen);
        if (typeof child !== 'object') {
          // A toJSON chain resolved the child to an already-serialized
          // primitive — or, when child is undefined, to a value with no JSON
          // representation, which becomes null inside arrays.
          result += child === undefined ? 'null' : child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += ']';
    } else {
      const keys = frame.keys;
      while (frame.index < keys.length) {
        const key = keys[frame.index++];
        const value = container[key];
        // Inside objects, JSON.stringify omits properties whose value has no
        // JSON representation (undefined, symbols, functions).
        if (value === undefined || typeof value === 'symbol' || typeof value === 'function') {
          continue;
        }
        if (value === null || typeof value !== 'object') {
          // Commas are tracked with a flag rather than the key index: a
          // skipped key must not leave a stray comma behind.
          if (frame.first) {
            frame.first = false;
          } else {
            result += ',';
          }
          result += serializeString(key) + ':' + serializePrimitive(value);
          continue;
        }
        // The child must be resolved before the key is emitted: a toJSON
        // returning a value with no JSON representation drops the whole
        // property.
        const child = enterValue(value, seen);
        if (child === undefined) {
          continue;
        }
        if (frame.first) {
          frame.first = false;
        } else {
          result += ',';
        }
        result += serializeString(key) + ':';
        if (typeof child !== 'object') {
          result += child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += '}';
    }

    // Frame complete. The container leaves `seen` so that a later, sibling
    // reference to the same object is not mistaken for a cycle.
    seen.delete(container);
    if (frame.wrappers !== null) {
      for (const wrapper of frame.wrappers) seen.delete(wrapper);
    }
    stack.pop();
  }

  return result;
}

// EXTERNAL MODULE: ./build/js/request/request.js
var request = __webpack_require__(2717);
;// CONCATENATED MODULE: ./build/js/proof/request.js
/** What a proof is about: all that is sent, and the audience by which GitHub's token is bound to exactly that. */



/** Names the form of what is signed: another form would get another word, and neither is taken for the other. */
const request_form = 'drawbridge.v1.';
/**
 * `drawbridge.v1.` and the SHA-256 of the request in its canonical form (RFC 8785), as base64url: 57 characters. Equal
 * requests have equal ones, whatever the order of their values. Throws an Error for text that is no well-formed Unicode.
 * Pure.
 */
const audienceOf = (request) => request_form + (0,external_node_crypto_.createHash)('sha256').update(canonicalOf(request)).digest('base64url');
/** What goes into the digest: no two requests have the same. Only the three fields, whatever else an object holds. */
const canonicalOf = ({ project, ref, values }) => canonicalize({ project, ref, values }) ?? '';

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/js/proof/verify.js
/** Whether what a job in GitLab has received is what GitHub has signed for a run of the trusted workflow. */



/** So much (ms) the clocks of GitHub and GitLab may differ. */
const leewayMs = 60_000;
const digits = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[1-9]\d{0,18}$/));
const verify_text = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(1_000));
const second = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
/** All claims of GitHub's own are texts (docs/facts/runner.md, "ID tokens"). */
const claimsShape = dist/* object */.Ikc({
    iss: dist/* string */.YjP(),
    aud: dist/* string */.YjP(),
    iat: second,
    exp: second,
    repository: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w.-]{1,100}\/[\w.-]{1,100}$/)),
    repository_id: digits,
    repository_owner_id: digits,
    actor: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z0-9][\w-]{0,99}(?:\[bot\])?$/)),
    actor_id: digits,
    event_name: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-z_]{1,50}$/)),
    run_id: digits,
    run_attempt: digits,
    // Enterprise Server had the second one later.
    job_workflow_ref: dist/* optional */.lqM(verify_text),
    workflow_ref: dist/* optional */.lqM(verify_text),
    environment: dist/* optional */.lqM(verify_text),
});
const headerShape = dist/* object */.Ikc({ alg: dist/* string */.YjP(), kid: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(200))) });
const issuerShape = dist/* object */.Ikc({ iss: dist/* string */.YjP() });
const no = (reason) => ({ proven: false, reason });
/**
 * Looks at the proof among the values. Proven is: signed with RS256 by a key of the issuer, for exactly these values,
 * project and ref, by a run of a trusted workflow, and issued when the pipeline was made. Now is not asked: jobs wait in
 * queues longer than a token lives. Never rejects, but for a fault of our own.
 */
async function verifyProof(received, policy, keys) {
    const found = (0,parts/* tokenIn */.jf)(received.values);
    if (!found.found)
        return no(found.reason);
    const [head = '', body = ''] = found.token.split('.');
    // Read before the signature is checked: good for nothing but to choose what to check it by.
    const header = dist/* safeParse */.xLC(headerShape, jsonOf(Buffer.from(head, 'base64url')));
    const unproven = dist/* safeParse */.xLC(issuerShape, jsonOf(Buffer.from(body, 'base64url')));
    if (!header.success || !unproven.success)
        return no('proof-malformed');
    const { alg, kid } = header.output;
    if (alg !== 'RS256')
        return no('proof-algorithm');
    if (unproven.output.iss !== policy.issuer)
        return no('proof-issuer');
    if (kid === undefined)
        return no('proof-unknown-key');
    const key = await keys.keyOf(kid);
    if (!key.found)
        return no(key.reason);
    const { compactVerify } = await __webpack_require__.e(/* import() */ 862).then(__webpack_require__.bind(__webpack_require__, 8862));
    const signed = await compactVerify(found.token, key.key, { algorithms: ['RS256'] }).catch(() => undefined);
    if (signed === undefined)
        return no('proof-signature');
    const claims = dist/* safeParse */.xLC(claimsShape, jsonOf(signed.payload));
    if (!claims.success)
        return no('proof-claims');
    return judge(received, policy, claims.output);
}
/** The same for claims whose signature is good. Pure. */
function judge(received, policy, claims) {
    const { repository_id: repositoryId, repository_owner_id: ownerId, environment } = claims;
    if (claims.iss !== policy.issuer)
        return no('proof-issuer');
    if (repositoryId !== policy.repositoryId)
        return no('proof-repository');
    if (ownerId !== policy.ownerId)
        return no('proof-owner');
    const own = [claims.job_workflow_ref, claims.workflow_ref];
    const workflow = policy.workflows.find((trusted) => own.includes(trusted));
    if (workflow === undefined)
        return no('proof-workflow');
    if (!policy.events.includes(claims.event_name))
        return no('proof-event');
    if (policy.environment !== undefined && environment !== policy.environment)
        return no('proof-environment-claim');
    if (claims.aud !== audienceOfReceived(received))
        return no('proof-audience');
    if (received.createdAt < claims.iat * 1_000 - leewayMs)
        return no('proof-early');
    if (!(received.createdAt <= claims.exp * 1_000 + leewayMs))
        return no('proof-expired');
    return {
        proven: true,
        claims: {
            ...{ repository: claims.repository, repositoryId, ownerId },
            ...{ actor: claims.actor, actorId: claims.actor_id },
            ...{ event: claims.event_name, workflow, environment: policy.environment },
            ...{ runId: claims.run_id, runAttempt: claims.run_attempt, issuedAt: claims.iat * 1_000 },
        },
    };
}
/** What the audience would be of what has arrived; undefined for text that nobody can have signed. */
function audienceOfReceived({ project, ref, values }) {
    const covered = Object.entries(values).filter((entry) => entry[1] !== undefined && !parts/* partNames */.wX.includes(entry[0]));
    const isText = [ref, ...covered.flat()].every((one) => one.isWellFormed());
    return isText ? audienceOf({ project, ref, values: Object.fromEntries(covered) }) : undefined;
}
/** The JSON of a part of a token; undefined where it is none. */
function jsonOf(part) {
    try {
        return JSON.parse(new TextDecoder().decode(part));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/js/reasons.js + 8 modules
var reasons = __webpack_require__(7953);
;// CONCATENATED MODULE: ./build/js/cli/hostile.js
/** Which variables in a job's environment could have changed what we do before our first line. Pure. */
/**
 * By the pages that document them; a `*` stands for any text. Closed: only these words are ever told. None of the shell's
 * functions, `BASH_FUNC_name%%`, is here: no variable of GitLab can be called so (GitLab docs, "CI/CD variables", keys), and
 * images have some of their own. What is not here steers nothing: proxies, `NODE_EXTRA_CA_CERTS` and GitLab's `CI_*` are not
 * looked at.
 */
const rows = [
    ['ld.so(8); glibc manual; dyld(1)', 'LD_* DYLD_* GLIBC_TUNABLES GCONV_PATH'],
    ['POSIX.1-2024, XCU sh; bash(1), "Shell Variables"', 'BASH_ENV ENV SHELLOPTS BASHOPTS PROMPT_COMMAND'],
    [
        'Node docs, "Command-line API", environment variables',
        'NODE_OPTIONS NODE_PATH NODE_TLS_REJECT_UNAUTHORIZED NODE_COMPILE_CACHE NODE_REPL_EXTERNAL_MODULE ' +
            'NODE_V8_COVERAGE NODE_REDIRECT_WARNINGS NODE_ICU_DATA',
    ],
    [
        'openssl-env(7); OpenSSL docs, "openssl.cnf"',
        'OPENSSL_CONF OPENSSL_CONF_INCLUDE OPENSSL_ENGINES OPENSSL_MODULES',
    ],
];
const hostile = rows.flatMap(([, names]) => names.split(' '));
/**
 * The words of the list for what is set; none where nothing is. An empty variable does nothing, and is how a CI file takes
 * one back.
 */
function hostileIn(env) {
    const set = Object.entries(env).flatMap(([name, value]) => (value ? [name] : []));
    return hostile.filter((pattern) => {
        const start = pattern.endsWith('*') ? pattern.slice(0, -1) : undefined;
        return set.some((name) => (start === undefined ? name === pattern : name.startsWith(start)));
    });
}

;// CONCATENATED MODULE: ./build/js/cli/verification.js
/** The story of a verification: what the job is, whether the request was signed, for which tests, and by whose run. */







/** Refuses by a reason: its code, sentence and remedy in one line, and what there is to say beside. */
function refused(reason, ...beside) {
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(reason);
    return { ok: false, exit: 1, reason, said: [`${reason}: ${sentence}. ${remedy}`, ...beside] };
}
/** What a failed question about the job means, whatever GitLab calls it. */
const ofJob = {
    unauthorized: 'proof-job-refused',
    forbidden: 'proof-job-refused',
    'not-found': 'proof-job-refused',
    'rate-limited': 'proof-job-unavailable',
    unavailable: 'proof-job-unavailable',
    untrusted: 'proof-job-untrusted',
    conflict: 'proof-job-unreadable',
    invalid: 'proof-job-unreadable',
    moved: 'proof-job-unreadable',
    unexpected: 'proof-job-unreadable',
};
/**
 * Refuses what stands against any verification before something is asked: an environment that may have changed us, and a
 * job without a token. Undefined where nothing does.
 */
function standsAgainst(env) {
    const hostile = hostileIn(env);
    if (hostile.length > 0)
        return refused('proof-hostile-environment', `set are: ${hostile.join(', ')}`);
    return env['CI_JOB_TOKEN'] ? undefined : refused('proof-job-token-missing');
}
/** Verifies what this job has received. Whatever cannot be found out is a refusal too, with a reason of its own. */
async function verification(wishes, env, ports) {
    const against = standsAgainst(env);
    if (against)
        return against;
    const asked = await (0,ask/* ask */.k)(ports.job(), ofJob);
    if (!asked.known)
        return refused(asked.reason);
    const job = asked.value;
    const received = receivedBy(env, [...namesOf(wishes), ...parts/* partNames */.wX]);
    const { project, ref, createdAt } = job;
    const proof = await verifyProof({ project, ref, createdAt, values: received }, wishes.policy, ports.keys);
    if (!proof.proven)
        return refused(proof.reason);
    const { claims } = proof;
    const values = receivedBy(env, namesOf(wishes));
    const tests = (values[wishes.testsVariable] ?? '').split(',');
    const strange = standsAgainstTests(tests, wishes);
    if (strange)
        return strange;
    const member = await ports.isMember?.(claims.actorId);
    if (member && !member.known)
        return refused(member.reason);
    if (member && !member.value)
        return refused('proof-actor');
    return { ok: true, claims, job, values, tests };
}
/** The variables that the proof covers, each once. */
const namesOf = ({ branchVariable, testsVariable, covers }) => [
    ...new Set([...request/* alwaysSent */.av, branchVariable, testsVariable, ...covers]),
];
/** Those of them that are there. */
function receivedBy(env, names) {
    const own = names.flatMap((name) => {
        const value = Object.hasOwn(env, name) ? env[name] : undefined;
        return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(own);
}
/** A test that nobody knows would run no job, and so would none at all: both must not look like a success. */
function standsAgainstTests(tests, wishes) {
    const { knownTests, allLabel } = wishes;
    if (tests.join('') === '')
        return refused('proof-tests-missing');
    const isKnown = (id) => alphabet/* safeTestId */.v9.test(id) && (knownTests === undefined || id === allLabel || knownTests.includes(id));
    const unknown = tests.filter((id) => !isKnown(id));
    if (unknown.length === 0)
        return undefined;
    const shown = unknown.map((id) => (alphabet/* safeTestId */.v9.test(id) ? id : 'one that is no test id'));
    const known = [...new Set([...(knownTests ?? []), allLabel])].sort();
    return refused('proof-tests-unknown', `not known: ${shown.join(', ')}`, ...(knownTests === undefined ? [] : [`known: ${known.join(', ')}`]));
}

;// CONCATENATED MODULE: ./build/js/cli/verified.js


/**
 * Verifies. What is given is proven, and `values` holds just what was signed. A failure has its `said` for the person who
 * reads the log; a `Refused` among them has its reason code. A signal that comes meanwhile ends it as a failure: the caller
 * asks `hearing.first()`.
 */
async function verifyFirst(wishes, io, hearing) {
    const against = standsAgainst(io.env);
    if (against)
        return against;
    const wired = (0,proof_wiring/* wireProof */.k)(wishes, { env: io.env, interrupted: hearing.interrupted });
    return wired.ok ? verification(wishes, io.env, wired.ports) : wired;
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

/***/ 3745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ createOwnJob)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/js/net/refusal.js
var refusal = __webpack_require__(7650);
// EXTERNAL MODULE: ./build/js/net/shape.js
var shape = __webpack_require__(5567);
// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./build/js/pipeline/status.js
var pipeline_status = __webpack_require__(5403);
;// CONCATENATED MODULE: ./build/js/gitlab/answers.js
/** What GitLab answers, checked for its shape and turned into our words. */




const variablesShape = dist/* array */.YOg(dist/* object */.Ikc({ key: dist/* string */.YjP(), value: dist/* string */.YjP() }));
const ownerShape = dist/* object */.Ikc({ user_id: dist/* number */.aig(), scopes: dist/* array */.YOg(dist/* string */.YjP()) });
const time = dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP()));
const answers_text = dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP()));
const jobShape = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    status: dist/* string */.YjP(),
    allow_failure: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
    downstream_pipeline: dist/* optional */.lqM(dist/* nullable */.mee(dist/* object */.Ikc({ status: dist/* string */.YjP() }))),
    started_at: time,
    finished_at: time,
});
const pipelineShape = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    sha: dist/* string */.YjP(),
    ref: dist/* string */.YjP(),
    status: dist/* string */.YjP(),
    name: answers_text,
    source: dist/* string */.YjP(),
    user: dist/* optional */.lqM(dist/* nullable */.mee(dist/* object */.Ikc({ id: dist/* number */.aig() }))),
    created_at: time,
    updated_at: time,
    started_at: time,
    finished_at: time,
    yaml_errors: answers_text,
    detailed_status: dist/* optional */.lqM(dist/* nullable */.mee(dist/* object */.Ikc({ group: answers_text }))),
});
const addressShape = dist/* object */.Ikc({ web_url: answers_text });
const finishedShape = dist/* object */.Ikc({ name: answers_text, created_at: time, updated_at: time });
const branchShape = dist/* object */.Ikc({ protected: dist/* boolean */.zMY(), commit: dist/* object */.Ikc({ id: dist/* string */.YjP() }) });
const tagShape = dist/* object */.Ikc({ commit: dist/* object */.Ikc({ id: dist/* string */.YjP() }) });
const projectShape = dist/* object */.Ikc({ default_branch: dist/* string */.YjP() });
const identityShape = dist/* object */.Ikc({ id: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(1)) });
const featuresShape = dist/* object */.Ikc({ builds_access_level: answers_text, jobs_enabled: dist/* optional */.lqM(dist/* boolean */.zMY()) });
const read = (0,shape/* readerOf */.T)('gitlab');
/** Epoch milliseconds of an ISO 8601 time; undefined where there is none. */
function toTime(text) {
    const ms = Date.parse(text ?? '');
    return Number.isNaN(ms) ? undefined : ms;
}
/** A pipeline, complete or as a list shows it. */
function toPipeline(data) {
    const raw = read(pipelineShape, data);
    const updatedAt = toTime(raw.updated_at);
    return {
        id: raw.id,
        sha: raw.sha,
        ref: raw.ref,
        status: toStatus(raw.status),
        // Only the group is a fixed word; `text` and `label` are translated (GitLab docs, "Pipelines API").
        warnings: raw.detailed_status?.group === 'success-with-warnings',
        invalidConfiguration: typeof raw.yaml_errors === 'string' && raw.yaml_errors !== '',
        name: raw.name ?? undefined,
        createdAt: toTime(raw.created_at) ?? 0,
        startedAt: toTime(raw.started_at),
        finishedAt: toTime(raw.finished_at),
        ...(updatedAt !== undefined && { updatedAt }),
        source: toSource(raw.source),
        ...(raw.user && { creator: raw.user.id }),
    };
}
/**
 * The answer to a start. The trigger route follows a project that has moved (docs/facts/gitlab.md, "Refusals"), and says
 * so only by the address of what it has made. `project`: path or id, as it was asked for; a path in any case of letters.
 */
function toStarted(data, project) {
    const { web_url: address } = read(addressShape, data);
    const [path] = URL.canParse(address ?? '') ? new URL(address ?? '').pathname.split('/-/') : [];
    const moved = path !== undefined && project.includes('/') && !path.toLowerCase().endsWith(`/${project.toLowerCase()}`);
    return { ...toPipeline(data), ...(moved && { moved }) };
}
/** GitLab has a dozen of sources (GitLab docs, "Pipelines API", source). */
const toSource = (text) => (text === 'api' || text === 'trigger' ? text : 'other');
/** The RateLimit-* headers of an answer (GitLab docs, "Rate limits"); undefined without them. */
function toBudget(headers) {
    const limit = Number(headers['ratelimit-limit'] ?? Number.NaN);
    const remaining = Number(headers['ratelimit-remaining'] ?? Number.NaN);
    return Number.isNaN(limit) || Number.isNaN(remaining) ? undefined : { limit, remaining };
}
/** How many entries a page has at most (GitLab docs, "Pagination"), and how many pages are read. */
const perPage = 100;
const mostPages = 30;
/** All entries of a list, page by page. One that is longer than can be read is no answer: part of it would mislead. */
async function paged(ask) {
    const all = [];
    for (let page = 1; page <= mostPages; page++) {
        const entries = read(dist/* array */.YOg(dist/* unknown */.L5J()), (await ask(page)).body);
        all.push(...entries);
        if (entries.length < perPage)
            return all;
    }
    throw new failure/* ServiceFailure */.A({ service: 'gitlab', status: 200, kind: 'unexpected', mayHaveActed: false });
}
/** How long (ms) the pipelines of a list took whose names end so, in its order. */
const toDurations = (body, keyEnding) => read(v.array(finishedShape), body)
    .filter(({ name }) => name?.endsWith(keyEnding))
    .map(({ created_at, updated_at }) => (toTime(updated_at) ?? 0) - (toTime(created_at) ?? 0))
    .filter((ms) => ms > 0);
/** Jobs, or bridges, from all pages of their list. */
const toJobs = (entries, bridge) => read(dist/* array */.YOg(jobShape), entries).map((job) => {
    const startedAt = toTime(job.started_at);
    const finishedAt = toTime(job.finished_at);
    return {
        name: job.name,
        status: (0,pipeline_status/* toStatus */.mf)(job.status),
        bridge,
        mayFail: job.allow_failure,
        ...(job.downstream_pipeline && { downstream: (0,pipeline_status/* toStatus */.mf)(job.downstream_pipeline.status) }),
        ...(startedAt !== undefined && { startedAt }),
        ...(finishedAt !== undefined && { finishedAt }),
    };
});
/** The value of a pipeline's own variable. */
const toVariable = (body, name) => read(variablesShape, body).find(({ key }) => key === name)?.value;
/** Whose a token is, and its scopes. */
function toOwner(body) {
    const { user_id: user, scopes } = read(ownerShape, body);
    return { user, scopes };
}
/** A branch with its head. */
function toBranch(body) {
    const branch = read(branchShape, body);
    return { protected: branch.protected, sha: branch.commit.id };
}
/** The commit of a tag, 40 hex digits. */
const toTagged = (body) => read(tagShape, body).commit.id;
/** The name of a project's default branch. */
const toDefaultBranch = (body) => read(projectShape, body).default_branch;
/** The numeric id of a project. */
const toProjectId = (body) => read(identityShape, body).id;
/** Whether CI/CD is switched off in a project. The older of the two fields is false also for who may not see it. */
function isSwitchedOff(body) {
    const { builds_access_level: level, jobs_enabled: enabled } = read(featuresShape, body);
    return level == null ? enabled === false : level === 'disabled';
}

// EXTERNAL MODULE: ./build/js/gitlab/wording.js
var wording = __webpack_require__(212);
;// CONCATENATED MODULE: ./build/js/gitlab/own-job.js
/** What GitLab says of the very job that asks, and of the jobs beside it. With a job token, and without the SDK: the command line loads it. */





const id = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(1));
/** GitLab writes every time in this form (GitLab docs, "REST API", ISO 8601); `Date.parse` alone takes much more. */
const own_job_time = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/), dist/* transform */.pdi((text) => Date.parse(text)), dist/* number */.aig(), dist/* finite */.E2x());
const ownShape = dist/* object */.Ikc({
    id,
    name: dist/* string */.YjP(),
    pipeline: dist/* object */.Ikc({
        id,
        project_id: id,
        ref: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1)),
        created_at: own_job_time,
    }),
});
const own_job_read = (0,shape/* readerOf */.T)('gitlab');
/** Asks GitLab with the token of a job. */
function createOwnJob({ url, jobToken, accessToken, send }) {
    const base = `${url.replace(/\/+$/, '')}/api/v4`;
    const byJob = { 'job-token': jobToken };
    const byToken = accessToken === undefined ? undefined : { 'private-token': accessToken };
    const get = async (path, headers) => {
        try {
            const answer = await send({ method: 'GET', url: base + path, headers });
            if (answer.status >= 300)
                throw (0,refusal/* refusedBy */.it)('gitlab', answer, wording/* known */.e);
            return { body: JSON.parse(answer.body) };
        }
        catch (thrown) {
            throw (0,refusal/* asServiceFailure */.Iq)('gitlab', thrown);
        }
    };
    return {
        job: async () => {
            const { id, name, pipeline } = own_job_read(ownShape, (await get('/job', byJob)).body);
            const { id: number, project_id: project, ref, created_at: createdAt } = pipeline;
            return { id, name, project, pipeline: number, ref, createdAt };
        },
        jobs: async (project, pipeline) => {
            const list = async (kind) => {
                const path = `/projects/${project}/pipelines/${pipeline}/${kind}?per_page=${perPage}`;
                const all = await paged((page) => get(`${path}&page=${page}`, byToken ?? byJob));
                return toJobs(all, kind === 'bridges');
            };
            const jobs = list('jobs');
            return byToken === undefined ? jobs : (await Promise.all([jobs, list('bridges')])).flat();
        },
    };
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

/***/ 5403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ meaningOf),
/* harmony export */   mf: () => (/* binding */ toStatus),
/* harmony export */   pl: () => (/* binding */ isEnded)
/* harmony export */ });
/* unused harmony exports statuses, isLive */
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


/***/ })

};
