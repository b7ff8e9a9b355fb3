export const id = 141;
export const ids = [141];
export const modules = {

/***/ 1141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportWishes: () => (/* binding */ reportWishes)
/* harmony export */ });
/* harmony import */ var _child_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4816);
/* harmony import */ var _facts_alphabet_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4611);
/* harmony import */ var _net_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8551);
/* harmony import */ var _gather_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9587);
/* harmony import */ var _verify_wishes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(520);
/** What `drawbridge report` was asked for. Pure. */





/** GitHub takes no longer one for a context (GitHub docs, "REST API endpoints for commit statuses"). */
const contextForm = /^[^\p{Cc}]{1,255}$/u;
const jobName = /^[^\p{Cc}]{1,255}$/u;
const longestMinutes = 24 * 60;
/** Reads the options. Each line of `wrong` names its option. */
function reportWishes(given) {
    const verify = (0,_verify_wishes_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyWishes */ .r)(given);
    const wrong = verify.ok ? [] : [...verify.wrong];
    const apiUrl = (given.one('github-api-url') ?? 'https://api.github.com').replace(/\/+$/, '');
    const server = given.one('github-url') ?? ((0,_net_url_js__WEBPACK_IMPORTED_MODULE_3__/* .allowedUrl */ ._)(apiUrl) ? serverOf(apiUrl) : '');
    if (given.one('github-url') !== undefined && !/^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/?$/.test(server))
        wrong.push('--github-url must be like https://github.com');
    if (given.command !== undefined)
        wrong.push('takes no command: `drawbridge exec` starts one');
    if (!given.is('verify'))
        wrong.push('--verify is missing: what was not proven could turn any commit green, so it is not reported');
    if (given.all('known-tests').length === 0)
        wrong.push('--known-tests is missing: by it a report knows which tests `all` are');
    const context = given.one('status-context') ?? 'drawbridge';
    if (!contextForm.test(context))
        wrong.push('--status-context must be one line of 1 to 255 characters');
    const prefix = given.one('label-prefix') ?? 'test-';
    if (!_facts_alphabet_js__WEBPACK_IMPORTED_MODULE_4__/* .safeTestId */ .v9.test(prefix))
        wrong.push('--label-prefix must be letters, digits and . _ / : @ # + = -');
    const gitlabToken = given.one('gitlab-token-variable');
    if (gitlabToken !== undefined && !_facts_alphabet_js__WEBPACK_IMPORTED_MODULE_4__/* .variableName */ .cG.test(gitlabToken))
        wrong.push('--gitlab-token-variable must be the name of a variable');
    const reportJobs = given.all('report-jobs').flatMap((text) => text.split(',').map((name) => name.trim()));
    if (!reportJobs.every((name) => jobName.test(name)))
        wrong.push('--report-jobs must be names of jobs, each of 1 to 255 characters');
    const minutes = Number(given.one('deadline-minutes') ?? '15');
    if (!(minutes > 0 && minutes <= longestMinutes))
        wrong.push(`--deadline-minutes must be a number above 0 and at most ${longestMinutes}`);
    const secret = given.one('secrets');
    const asked = secret === undefined ? undefined : keyOf(secret, wrong);
    const tests = verify.ok ? (verify.value.knownTests ?? []) : [];
    const testJobs = testJobsIn(given.all('test-jobs'), tests, verify.ok ? wrong : []);
    if (!verify.ok || wrong.length > 0)
        return { ok: false, wrong };
    const selection = {
        ...{ prefix, allLabel: verify.value.allLabel, defaultTests: [] },
        tests: new Map(tests.map((id) => [id, id])),
    };
    const variable = given.one('github-token-variable') ?? 'DRAWBRIDGE_GITHUB_TOKEN';
    return {
        ok: true,
        value: {
            verify: verify.value,
            context,
            apiUrl,
            server: server.replace(/\/+$/, ''),
            token: asked === undefined
                ? { from: 'variable', name: variable }
                : { from: 'vault', asked: [asked], envFiles: [], ...(0,_gather_js__WEBPACK_IMPORTED_MODULE_1__/* .loginOptions */ .sB)(given.one) },
            gitlabToken,
            reportJobs,
            afterFailure: given.is('after-failure'),
            rules: { selection, testJobs },
            deadlineMs: minutes * 60_000,
        },
    };
}
/**
 * Where the pages of GitHub are, of which this is the REST API: `https://api.github.com` has `https://github.com`, a
 * server of one's own `/api/v3` below it (GitHub docs, "Getting started with the REST API"; "Network access to GHE.com").
 */
function serverOf(apiUrl) {
    const { protocol, host } = new URL(apiUrl);
    return `${protocol}//${host.replace(/^api\./, '')}`;
}
/** One token: one key of one path. */
function keyOf(text, wrong) {
    const parsed = (0,_child_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSecrets */ .dC)(text);
    if (!parsed.ok)
        wrong.push(`--secrets ${parsed.wrong}`);
    else if (parsed.value.kind === 'whole' || parsed.value.keys.length !== 1)
        wrong.push('--secrets must name one key, that of the token: path#KEY');
    return parsed.ok ? parsed.value : undefined;
}
/** `id=name,…`, given once for each test; or `none`. A name with a comma in it is reached by `*`. */
function testJobsIn(texts, tests, wrong) {
    if (texts.length === 1 && texts[0] === 'none')
        return 'none';
    const table = new Map();
    for (const text of texts) {
        // An id may hold a `=` itself.
        const id = tests
            .filter((test) => text.startsWith(`${test}=`))
            .toSorted((a, b) => b.length - a.length)
            .at(0);
        if (id === undefined) {
            wrong.push('--test-jobs must begin with a test id of --known-tests and `=`');
            continue;
        }
        const names = text
            .slice(id.length + 1)
            .split(',')
            .map((name) => name.trim());
        if (table.has(id))
            wrong.push('--test-jobs has a test twice');
        else if (!names.every((name) => jobName.test(name)))
            wrong.push('--test-jobs must have names of jobs after the `=`, each of 1 to 255 characters');
        table.set(id, names);
    }
    return table;
}


/***/ })

};
