export const id = 651;
export const ids = [651];
export const modules = {

/***/ 23:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseCommand),
/* harmony export */   Z: () => (/* binding */ nameIn)
/* harmony export */ });
/* harmony import */ var _alphabet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4611);
/* harmony import */ var _pull_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7523);
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
            return (0,_pull_js__WEBPACK_IMPORTED_MODULE_0__/* .isSha */ .H)(commit) ? { name, commit } : undefined;
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
    return tests.every((test) => _alphabet_js__WEBPACK_IMPORTED_MODULE_1__/* .safeTestId */ .v9.test(test)) ? { name: 'test', tests } : undefined;
}
/** At most so many words of a command in a wrong form are kept. */
const mostMeant = 20;
function malformed(name, words) {
    const meant = words
        .flatMap((word) => word.split(','))
        .filter((word) => forms[name]?.test(word))
        .slice(0, mostMeant);
    return { kind: 'malformed', name, ...(meant.length > 0 && { meant }) };
}
/** The forms of arguments, and of what may be completed to one. */
const forms = {
    'ok-to-test': /^[0-9a-f]{4,40}$/i,
    duplicate: /^[0-9a-f]{4,40}$/i,
    retest: /^all$/i,
    test: _alphabet_js__WEBPACK_IMPORTED_MODULE_1__/* .safeTestId */ .v9,
};


/***/ }),

/***/ 5127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ meansAll),
/* harmony export */   o: () => (/* binding */ choosesTests)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6866);
/** Which labels choose tests, and which words mean all of them. */

/** Whether a label chooses tests: it begins with the prefix, or is the one that means all. Pure. */
const choosesTests = (label, { prefix, allLabel }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .beginsWith */ .t$)(label, prefix) || (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .sameName */ .q)(label, allLabel);
/** Whether a word, where a test is named, means all of them: `all`, whatever else has that name, and the all label. Pure. */
const meansAll = (word, { allLabel }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .sameName */ .q)(word, 'all') || (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .sameName */ .q)(word, allLabel);


/***/ }),

/***/ 7523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isSha)
/* harmony export */ });
const shaPattern = /^[0-9a-f]{40}$/;
/** Whether a text is a full commit name: 40 lower-case hex digits. */
const isSha = (text) => shaPattern.test(text);


/***/ }),

/***/ 6527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   aM: () => (/* binding */ withoutWide),
/* harmony export */   y9: () => (/* binding */ shownList)
/* harmony export */ });
/* harmony import */ var _alphabet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4611);
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
    if (_alphabet_js__WEBPACK_IMPORTED_MODULE_0__/* .safeTestId */ .v9.test(name) && name.length <= longest)
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


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ patientWithNew)
/* harmony export */ });
/* harmony import */ var _net_content_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(423);

/** For so long (ms) after the run began a token may be too new, and so long a replica may need to hear of it. */
const newMs = 60_000;
const pauseMs = 3_000;
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
        if (final || answer.status !== 401 || (0,_net_content_js__WEBPACK_IMPORTED_MODULE_0__/* .isForeignNo */ .o)(answer.status, answer.body))
            return answer;
        waiting ??= clock.sleep(pauseMs).then(() => {
            waited = true;
        });
        await waiting;
        return send(request);
    };
}


/***/ }),

/***/ 5701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ toGitHubFailure),
/* harmony export */   Q: () => (/* binding */ createOctokit)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);
/* harmony import */ var _net_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5828);
/* harmony import */ var _net_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7650);



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
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(options.token, {
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
    return (0,_net_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .asServiceFailure */ .Iq)('github', inner);
}
function fetchOver(send, origin) {
    return async (url, init = {}) => {
        const method = init.method ?? 'GET';
        const { host, origin: asked } = new URL(url);
        if (asked !== origin)
            throw new _net_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportFailure */ .Az({ kind: 'refused-url', method, host, mayHaveActed: false });
        const request = { method, url, headers: init.headers ?? {} };
        if (init.body !== undefined && init.body !== null)
            request.body = init.body;
        const response = await send(request);
        // 304 is what a conditional request asked for, yet Octokit too takes it for an error.
        if (response.status >= 300)
            throw (0,_net_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .refusedBy */ .it)('github', response, KNOWN);
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
    throw new _net_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceFailure */ .A({
        service: 'github',
        status: 200,
        kind: (typeof type === 'string' ? GRAPHQL_KINDS.get(type) : undefined) ?? 'unexpected',
        mayHaveActed: true,
    });
}


/***/ }),

/***/ 5432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ createPulls)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _facts_pull_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7523);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5701);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6078);




const sha = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(_facts_pull_js__WEBPACK_IMPORTED_MODULE_3__/* .isSha */ .H), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((text) => text));
const pullShape = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    number: valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    state: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    draft: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), false),
    user: _read_js__WEBPACK_IMPORTED_MODULE_1__/* .personShape */ .py,
    head: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha, ref: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), repo: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })) }),
    base: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ref: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), repo: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }) }),
    labels: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
});
const activityShape = valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ actor: _read_js__WEBPACK_IMPORTED_MODULE_1__/* .personShape */ .py, before: sha, after: sha, activity_type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }));
const commentShape = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    node_id: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    user: _read_js__WEBPACK_IMPORTED_MODULE_1__/* .personShape */ .py,
    body: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())),
    created_at: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    updated_at: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
const alteredShape = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    node: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ lastEditedAt: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), isMinimized: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY() }),
});
const refShape = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ object: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha }) });
const comparisonShape = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const branchShape = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
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
            return toPull((0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(pullShape, data));
        },
        openPulls: async () => {
            const parameters = { ...here, state: 'open' };
            return (await (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readAll */ .yw)(octokit, pullShape, 'GET /repos/{owner}/{repo}/pulls', parameters)).map(toPull);
        },
        pullsFrom: async (owner, branch) => {
            // Without the owner GitHub takes no notice of `head` (GitHub docs, "List pull requests").
            const parameters = { ...here, state: 'all', head: `${owner}:${branch}` };
            return (await (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readAll */ .yw)(octokit, pullShape, 'GET /repos/{owner}/{repo}/pulls', parameters)).map(toPull);
        },
        pushes: async (repository, branch) => {
            const [owner = '', repo = ''] = repository.split('/');
            const parameters = { owner, repo, ref: `refs/heads/${branch}`, per_page: 100 };
            const answer = await (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .absentAs */ .s5)(undefined, octokit.request('GET /repos/{owner}/{repo}/activity', parameters));
            return answer && (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(activityShape, answer.data).map(toPush);
        },
        isOnBranch: async (commit, branch) => {
            // A tag may bear the name of the branch, and GitHub tells nowhere which of the two a bare name means.
            const ref = await (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .absentAs */ .s5)(undefined, octokit.rest.git.getRef({ ...here, ref: `heads/${branch}` }));
            if (ref === undefined)
                return false;
            const { sha: head } = (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(refShape, ref.data).object;
            // On the second page there are no files, which can be many (GitHub docs, "Compare two commits").
            const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
            const parameters = { ...here, basehead: `${head}...${commit}`, per_page: 1, page: 2 };
            const answer = await (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .absentAs */ .s5)(undefined, octokit.request(route, parameters));
            const status = answer && (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(comparisonShape, answer.data).status;
            return status === 'identical' || status === 'behind';
        },
        branchesAt: async (commit) => {
            const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head';
            const answer = await (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .absentAs */ .s5)(undefined, octokit.request(route, { ...here, commit_sha: commit }));
            return answer ? (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(branchShape), answer.data).map(({ name }) => name) : [];
        },
        comments: async (number) => {
            const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
            const parameters = { ...here, issue_number: number };
            return (await (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readAll */ .yw)(octokit, commentShape, route, parameters)).map(toComment);
        },
        comment: async (id) => {
            const answer = await (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .absentAs */ .s5)(undefined, octokit.rest.issues.getComment({ ...here, comment_id: id }));
            return answer === undefined ? undefined : toComment((0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(commentShape, answer.data));
        },
        altered: async ({ nodeId }) => {
            const query = 'query ($id: ID!) { node(id: $id) { ... on IssueComment { lastEditedAt isMinimized } } }';
            const answer = await octokit.graphql(query, { id: nodeId }).catch((error) => {
                throw (0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .toGitHubFailure */ .F)(error);
            });
            const { lastEditedAt, isMinimized } = (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(alteredShape, answer).node;
            return { edited: lastEditedAt !== null, hidden: isMinimized };
        },
    };
}


/***/ }),

/***/ 6078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s5: () => (/* binding */ absentAs),
  I9: () => (/* binding */ isTooLarge),
  py: () => (/* binding */ personShape),
  LF: () => (/* binding */ read),
  yw: () => (/* binding */ readAll)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/js/facts/command.js
var command = __webpack_require__(23);
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
        pull_request_target: () => sender && readPullRequest(root, sender),
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
function readPullRequest(root, sender) {
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

// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./build/js/net/shape.js
var shape = __webpack_require__(5567);
;// CONCATENATED MODULE: ./build/js/github/read.js




/**
 * An account, or null for one that is gone: deleted, or the ghost that stands in for it. Any other shape is not
 * understood; it must not pass for nobody.
 */
const personShape = dist/* pipe */.FsL(dist/* nullable */.mee(dist/* object */.Ikc({ id: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b()), login: dist/* string */.YjP(), type: dist/* optional */.lqM(dist/* string */.YjP()) })), dist/* transform */.pdi((value) => toPerson(value)));
/** Reads an answer by its documented shape. Throws a ServiceFailure (`unexpected`) for any other shape. */
const read = (0,shape/* readerOf */.T)('github');
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
        items.push(...read(dist/* array */.YOg(shape), answer.data));
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


/***/ }),

/***/ 856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ createStatuses)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6078);


const statusShape = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    context: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(['success', 'failure', 'error', 'pending']),
    target_url: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
    description: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
    created_at: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    // Only the list tells it, and of an account that is gone nothing.
    creator: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() }))),
});
const combinedShape = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ total_count: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), statuses: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(statusShape) });
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
                const statuses = (0,_read_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(statusShape), data);
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
                const { statuses, total_count } = (0,_read_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(combinedShape, data);
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


/***/ }),

/***/ 7374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ untilHour),
/* harmony export */   S: () => (/* binding */ repeatedly)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5828);

/**
 * Acts until it succeeds, or fails in a way that does not pass by waiting.
 * @throws the last ServiceFailure, or whatever else `act` throws
 */
async function repeatedly(act, { clock, pauses, longestWait, mayPass = () => false, lasts = () => false, interrupted }) {
    for (const pause of pauses) {
        try {
            return await act();
        }
        catch (error) {
            if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceFailure */ .A) || !(passes(error) || mayPass(error)) || lasts(error))
                throw error;
            const wait = error.retryAfterMs ?? pause;
            if (wait > (typeof longestWait === 'number' ? longestWait : longestWait()))
                throw error;
            await clock.sleep(wait, interrupted);
            if (interrupted?.aborted)
                throw error;
        }
    }
    return act();
}
const passes = ({ kind }) => kind === 'unavailable' || kind === 'rate-limited';
/** The patience of who tries again until an hour (epoch ms) on a clock: at first soon, then once a minute. */
function untilHour(clock, hour) {
    const remaining = () => hour - clock.now();
    return { clock, pauses: { [Symbol.iterator]: () => growing(remaining) }, longestWait: remaining };
}
const shortestMs = 1_000;
const longestMs = 60_000;
function* growing(remaining) {
    for (let pause = shortestMs; pause <= remaining(); pause = Math.min(pause * 2, longestMs))
        yield pause;
}


/***/ }),

/***/ 9841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ keyEndingIn),
/* harmony export */   Fw: () => (/* binding */ pullIn),
/* harmony export */   RF: () => (/* binding */ contextOfRequireAll),
/* harmony export */   VO: () => (/* binding */ runIn),
/* harmony export */   aY: () => (/* binding */ claimIn),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   qr: () => (/* binding */ contextOnRequest)
/* harmony export */ });
/* unused harmony exports claimingUrl, refusingUrl, takingAlong, refusalIn, standingIn, isAwaited */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** Who speaks in which context for a commit: the claim that a status carries in its link. */

/** `all`, `none` or twelve hexadecimal digits. The same ids in any order give the same. Pure. */
function digestOf({ ids, all }) {
    if (all)
        return 'all';
    if (ids.length === 0)
        return 'none';
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(ids.toSorted().join(',')).digest('hex').slice(0, 12);
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
const claiming = /\?pr=(\d{1,15})(?:&key=([0-9a-f]{12}))?&tests=(all|none|[0-9a-f]{12})&full=([01])(?:#\d+)?$/;
/** What a link claims; undefined where it claims nothing. Pure. */
function claimIn(targetUrl) {
    const [, pull, , tests = '', full] = claiming.exec(targetUrl) ?? [];
    return pull === undefined ? undefined : { pull: Number(pull), tests, full: full === '1' };
}
/** The ending of a key in a claim; undefined where it claims nothing, or its run had not made its request by then. Pure. */
const keyEndingIn = (targetUrl) => claiming.exec(targetUrl)?.[2];
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


/***/ }),

/***/ 5621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ isNamed),
  b: () => (/* binding */ jobNamesOf)
});

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


/***/ }),

/***/ 7845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ select),
/* harmony export */   M0: () => (/* binding */ selectTests),
/* harmony export */   Ub: () => (/* binding */ selectAll),
/* harmony export */   as: () => (/* binding */ isLeftToFiles),
/* harmony export */   cL: () => (/* binding */ needsNone),
/* harmony export */   hs: () => (/* binding */ selectIds)
/* harmony export */ });
/* unused harmony exports isSame, covers */
/* harmony import */ var _facts_alphabet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4611);
/* harmony import */ var _facts_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5127);
/* harmony import */ var _facts_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6866);



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
const chosenOf = (labels, rules) => (0,_facts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .eachOnce */ .B)(labels.filter((label) => (0,_facts_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .choosesTests */ .o)(label, rules)).sort());
/** Whether the files of a pull request with these labels choose its tests: there are `paths`, and no label chooses. */
const isLeftToFiles = (labels, rules) => rules.paths !== undefined && chosenOf(labels, rules).length === 0;
/**
 * Labels → tests; without any that chooses the default ones. The same labels in any order, and in any case where
 * `tests` is given, give the same selection.
 */
function select(labels, rules) {
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
    const all = (0,_facts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .nameKey */ .Rc)(allLabel);
    const listed = tests && new Map([...tests].map(([label, id]) => [(0,_facts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .nameKey */ .Rc)(label), id]));
    return (label) => {
        const key = (0,_facts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .nameKey */ .Rc)(label);
        if (key === all)
            return allLabel;
        if (listed)
            return listed.get(key);
        return _facts_alphabet_js__WEBPACK_IMPORTED_MODULE_2__/* .safeTestId */ .v9.test(label) ? label : undefined;
    };
}
/** The tests that a command names one by one, or all. They must be known where the tests are listed at all. */
function selectTests(ids, rules) {
    const known = rules.tests && [...new Set([...rules.tests.values(), rules.allLabel])].sort();
    const strange = known ? ids.filter((id) => !known.includes(id) && !(0,_facts_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .meansAll */ .Q)(id, rules)) : [];
    if (strange.length > 0)
        return { selected: false, reason: 'unknown-test', labels: strange, known: known ?? [] };
    return selectIds(ids, rules);
}
/**
 * Test ids, known to be right. What means all swallows the others and is sent as the all label; all tests named one by
 * one are all tests too, and are sent as they are.
 */
function selectIds(ids, rules) {
    if (ids.some((id) => (0,_facts_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .meansAll */ .Q)(id, rules)))
        return selectAll(rules);
    const tests = [...new Set(ids)].sort();
    const every = [...(rules.tests?.values() ?? [])].filter((id) => !(0,_facts_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .meansAll */ .Q)(id, rules));
    return { selected: true, tests, all: every.length > 0 && every.every((id) => tests.includes(id)) };
}
const knownLabels = (rules) => rules.tests ? (0,_facts_names_js__WEBPACK_IMPORTED_MODULE_0__/* .eachOnce */ .B)([rules.allLabel, ...rules.tests.keys()]).toSorted() : [];


/***/ }),

/***/ 9007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

};
