export const id = 654;
export const ids = [654];
export const modules = {

/***/ 5407:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

var map = {
	"./BurstyRateLimiter": [
		5860
	],
	"./BurstyRateLimiter.js": [
		5860
	],
	"./ExpressBruteFlexible": [
		3966,
		966
	],
	"./ExpressBruteFlexible.js": [
		3966,
		966
	],
	"./RLWrapperBlackAndWhite": [
		7383
	],
	"./RLWrapperBlackAndWhite.js": [
		7383
	],
	"./RLWrapperTimeouts": [
		4016
	],
	"./RLWrapperTimeouts.js": [
		4016
	],
	"./RateLimiterAbstract": [
		8569
	],
	"./RateLimiterAbstract.js": [
		8569
	],
	"./RateLimiterCluster": [
		565
	],
	"./RateLimiterCluster.js": [
		565
	],
	"./RateLimiterDrizzle": [
		673
	],
	"./RateLimiterDrizzle.js": [
		673
	],
	"./RateLimiterDrizzleNonAtomic": [
		5347
	],
	"./RateLimiterDrizzleNonAtomic.js": [
		5347
	],
	"./RateLimiterDynamo": [
		2309
	],
	"./RateLimiterDynamo.js": [
		2309
	],
	"./RateLimiterEtcd": [
		6481
	],
	"./RateLimiterEtcd.js": [
		6481
	],
	"./RateLimiterEtcdNonAtomic": [
		5299
	],
	"./RateLimiterEtcdNonAtomic.js": [
		5299
	],
	"./RateLimiterInsuredAbstract": [
		3847
	],
	"./RateLimiterInsuredAbstract.js": [
		3847
	],
	"./RateLimiterMemcache": [
		3250
	],
	"./RateLimiterMemcache.js": [
		3250
	],
	"./RateLimiterMemory": [
		4544
	],
	"./RateLimiterMemory.js": [
		4544
	],
	"./RateLimiterMongo": [
		8439
	],
	"./RateLimiterMongo.js": [
		8439
	],
	"./RateLimiterMySQL": [
		7793
	],
	"./RateLimiterMySQL.js": [
		7793
	],
	"./RateLimiterPostgres": [
		3740
	],
	"./RateLimiterPostgres.js": [
		3740
	],
	"./RateLimiterPrisma": [
		6323
	],
	"./RateLimiterPrisma.js": [
		6323
	],
	"./RateLimiterQueue": [
		2860
	],
	"./RateLimiterQueue.js": [
		2860
	],
	"./RateLimiterRedis": [
		4336
	],
	"./RateLimiterRedis.js": [
		4336
	],
	"./RateLimiterRes": [
		449
	],
	"./RateLimiterRes.js": [
		449
	],
	"./RateLimiterSQLite": [
		3283
	],
	"./RateLimiterSQLite.js": [
		3283
	],
	"./RateLimiterStoreAbstract": [
		5140
	],
	"./RateLimiterStoreAbstract.js": [
		5140
	],
	"./RateLimiterUnion": [
		244
	],
	"./RateLimiterUnion.js": [
		244
	],
	"./RateLimiterValkey": [
		2193
	],
	"./RateLimiterValkey.js": [
		2193
	],
	"./RateLimiterValkeyGlide": [
		3756
	],
	"./RateLimiterValkeyGlide.js": [
		3756
	],
	"./component/BlockedKeys": [
		8830
	],
	"./component/BlockedKeys/": [
		8830
	],
	"./component/BlockedKeys/BlockedKeys": [
		5202
	],
	"./component/BlockedKeys/BlockedKeys.js": [
		5202
	],
	"./component/BlockedKeys/index": [
		8830
	],
	"./component/BlockedKeys/index.js": [
		8830
	],
	"./component/MemoryStorage": [
		8178,
		178
	],
	"./component/MemoryStorage/": [
		8178,
		178
	],
	"./component/MemoryStorage/MemoryStorage": [
		1534
	],
	"./component/MemoryStorage/MemoryStorage.js": [
		1534
	],
	"./component/MemoryStorage/Record": [
		749
	],
	"./component/MemoryStorage/Record.js": [
		749
	],
	"./component/MemoryStorage/index": [
		8178,
		178
	],
	"./component/MemoryStorage/index.js": [
		8178,
		178
	],
	"./component/RateLimiterEtcdTransactionFailedError": [
		3184
	],
	"./component/RateLimiterEtcdTransactionFailedError.js": [
		3184
	],
	"./component/RateLimiterQueueError": [
		7948
	],
	"./component/RateLimiterQueueError.js": [
		7948
	],
	"./component/RateLimiterSetupError": [
		2922
	],
	"./component/RateLimiterSetupError.js": [
		2922
	],
	"./constants": [
		3880,
		880
	],
	"./constants.js": [
		3880,
		880
	]
};
function webpackAsyncContext(req) {
	if(!__webpack_require__.o(map, req)) {
		return Promise.resolve().then(() => {
			var e = new Error("Cannot find module '" + req + "'");
			e.code = 'MODULE_NOT_FOUND';
			throw e;
		});
	}

	var ids = map[req], id = ids[0];
	return Promise.all(ids.slice(1).map(__webpack_require__.e)).then(() => {
		return __webpack_require__.t(id, 7 | 16);
	});
}
webpackAsyncContext.keys = () => (Object.keys(map));
webpackAsyncContext.id = 5407;
module.exports = webpackAsyncContext;

/***/ }),

/***/ 8084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitLabClient: () => (/* binding */ createGitLabClient)
});

// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/js/net/shape.js
var shape = __webpack_require__(5567);
// EXTERNAL MODULE: ./build/js/pipeline/status.js
var pipeline_status = __webpack_require__(5403);
;// CONCATENATED MODULE: ./build/js/gitlab/answers.js
/** What GitLab answers, checked for its shape and turned into our words. */




const jobShape = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    status: dist/* string */.YjP(),
    allow_failure: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
    downstream_pipeline: dist/* optional */.lqM(dist/* nullable */.mee(dist/* object */.Ikc({ status: dist/* string */.YjP() }))),
});
const variablesShape = dist/* array */.YOg(dist/* object */.Ikc({ key: dist/* string */.YjP(), value: dist/* string */.YjP() }));
const ownerShape = dist/* object */.Ikc({ user_id: dist/* number */.aig(), scopes: dist/* array */.YOg(dist/* string */.YjP()) });
const time = dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP()));
const answers_text = dist/* optional */.lqM(dist/* nullable */.mee(dist/* string */.YjP()));
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
        status: (0,pipeline_status/* toStatus */.mf)(raw.status),
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
const toDurations = (body, keyEnding) => read(dist/* array */.YOg(finishedShape), body)
    .filter(({ name }) => name?.endsWith(keyEnding))
    .map(({ created_at, updated_at }) => (toTime(updated_at) ?? 0) - (toTime(created_at) ?? 0))
    .filter((ms) => ms > 0);
/** Jobs, or bridges, from all pages of their list. */
const toJobs = (entries, bridge) => read(dist/* array */.YOg(jobShape), entries).map((job) => ({
    name: job.name,
    status: (0,pipeline_status/* toStatus */.mf)(job.status),
    bridge,
    mayFail: job.allow_failure,
    ...(job.downstream_pipeline && { downstream: (0,pipeline_status/* toStatus */.mf)(job.downstream_pipeline.status) }),
}));
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

// EXTERNAL MODULE: ./build/js/gitlab/gitbeaker.js + 1 modules
var gitbeaker = __webpack_require__(3126);
;// CONCATENATED MODULE: ./build/js/gitlab/client.js



/** GitLab takes up to a minute to make a pipeline of many files (GitLab docs, "Rack Timeout"), ms. */
const creationTimeoutMs = 65_000;
/** How many earlier successes tell how long the next one takes. */
const mostDurations = 20;
/**
 * One GitLab project's pipelines and refs. Every method throws a ServiceFailure when GitLab did not do what was
 * asked. Nothing of GitLab's text leaves this file, except a pipeline's name and commit, which are only compared.
 */
function createGitLabClient({ url, project, token, triggerToken, send, }) {
    const access = token === undefined ? {} : { token };
    const gitlab = (0,gitbeaker/* createGitbeaker */.v)({ url, send, ...access });
    // An answer that is waited for need not be looked for.
    const patient = (request) => send({ ...request, timeoutMs: creationTimeoutMs });
    const starter = (0,gitbeaker/* createGitbeaker */.v)({ url, send: patient, ...(triggerToken === undefined ? access : {}) });
    const createByTrigger = (request, secret) => 
    // Never gitbeaker's trigger(): it puts values and token into the query unencoded (docs/facts/gitlab.md,
    // "gitbeaker").
    starter.requester
        .post((0,gitbeaker/* endpoint */.s) `projects/${project}/trigger/pipeline`, {
        body: { token: secret, ref: request.ref.name, [request.passAs]: request.values },
    })
        .catch((0,failure/* namedAs */.yT)('trigger-token-refused', 'not-found'));
    const createByToken = (request) => {
        const variables = Object.entries(request.values).map(([key, value]) => ({ key, value }));
        return starter.requester.post((0,gitbeaker/* endpoint */.s) `projects/${project}/pipeline`, {
            body: {
                ref: request.ref.name,
                ...(request.passAs === 'inputs' ? { inputs: request.values } : { variables }),
            },
        });
    };
    /** Where CI/CD is switched off, a list is refused like one that the token may not see; the project tells which. */
    const orSwitchedOff = async (error) => {
        const { kind, refusal } = (0,failure/* failureItself */.gA)(error);
        const isBare = kind === 'forbidden' && refusal === undefined;
        const off = isBare && (await gitlab.projects.show(project).then(isSwitchedOff, () => false));
        if (!off)
            throw error;
        return (0,failure/* namedAs */.yT)('pipelines-disabled', 'forbidden')(error);
    };
    /** A list of pipelines, newest first, all pages of it: one that stops early could be filled up by anybody. */
    const listed = async (searchParams) => {
        const path = (0,gitbeaker/* endpoint */.s) `projects/${project}/pipelines`;
        const newestFirst = { ...searchParams, orderBy: 'id', sort: 'desc', perPage: perPage };
        // The first page is what GitLab gives unasked.
        const asked = (page) => ({ ...newestFirst, ...(page > 1 && { page }) });
        const all = await paged((page) => gitlab.requester.get(path, { searchParams: asked(page) })).catch(orSwitchedOff);
        return all.map(toPipeline);
    };
    return {
        create: async (request) => {
            const answer = triggerToken === undefined ? createByToken(request) : createByTrigger(request, triggerToken);
            return toStarted((await answer.catch((0,failure/* namedAs */.yT)('start-refused', 'invalid'))).body, project);
        },
        // The filter is GitLab's; the comparison is ours, should a version ignore a filter that it does not know.
        named: async (name) => (await listed({ name })).filter((pipeline) => pipeline.name === name),
        changedSince: (since) => listed({ updatedAfter: new Date(since) }),
        durations: async (keyEnding) => {
            const answer = await gitlab.requester.get((0,gitbeaker/* endpoint */.s) `projects/${project}/pipelines`, {
                searchParams: { status: 'success', orderBy: 'id', sort: 'desc', perPage: perPage },
            });
            return toDurations(answer.body, keyEnding).slice(0, mostDurations);
        },
        keyVariable: async (id) => {
            const answer = await gitlab.requester.get((0,gitbeaker/* endpoint */.s) `projects/${project}/pipelines/${id}/variables`);
            return toVariable(answer.body, 'DRAWBRIDGE_KEY');
        },
        jobs: async (id) => {
            const list = async (kind) => {
                const path = `${(0,gitbeaker/* endpoint */.s) `projects/${project}/pipelines/${id}`}/${kind}`;
                // The first page is what GitLab gives unasked.
                const asked = (page) => ({ perPage: perPage, ...(page > 1 && { page }) });
                const all = await paged((page) => gitlab.requester.get(path, { searchParams: asked(page) }));
                return toJobs(all, kind === 'bridges');
            };
            return (await Promise.all([list('jobs'), list('bridges')])).flat();
        },
        self: async () => {
            const answer = await gitlab.requester.get('personal_access_tokens/self');
            return toOwner(answer.body);
        },
        get: async (id) => {
            const answer = await gitlab.requester.get((0,gitbeaker/* endpoint */.s) `projects/${project}/pipelines/${id}`);
            const budget = toBudget(answer.headers);
            return { ...toPipeline(answer.body), ...(budget && { budget }) };
        },
        retry: async (id) => toPipeline(await gitlab.pipelines.retry(project, id)),
        cancel: async (id) => {
            await gitlab.pipelines.cancel(project, id);
        },
        rename: async (id, name) => {
            const path = (0,gitbeaker/* endpoint */.s) `projects/${project}/pipelines/${id}`;
            return toPipeline((await gitlab.requester.put(`${path}/metadata`, { body: { name } })).body);
        },
        // Any other 404, for the project or from a gateway, says nothing about the branch.
        branch: (name) => gitlab.branches
            .show(project, name)
            .catch((0,failure/* namedAs */.yT)('branch-unreadable', 'forbidden'))
            .then(toBranch)
            .catch((0,failure/* serviceFailureAs */.i5)(undefined, ({ refusal }) => refusal === 'branch-not-found')),
        tag: (name) => gitlab.requester
            .get((0,gitbeaker/* endpoint */.s) `projects/${project}/repository/tags/${name}`)
            .then(({ body }) => toTagged(body))
            .catch((0,failure/* serviceFailureAs */.i5)(undefined, ({ refusal }) => refusal === 'tag-not-found')),
        projectId: async () => toProjectId(await gitlab.projects.show(project)),
        defaultBranch: async () => toDefaultBranch(await gitlab.projects.show(project)),
    };
}


/***/ }),

/***/ 3126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ createGitbeaker),
  s: () => (/* binding */ endpoint)
});

// EXTERNAL MODULE: ./node_modules/@gitbeaker/rest/dist/index.mjs + 2 modules
var dist = __webpack_require__(342);
// EXTERNAL MODULE: ./build/js/net/refusal.js
var refusal = __webpack_require__(7650);
;// CONCATENATED MODULE: ./build/js/gitlab/wording.js
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

;// CONCATENATED MODULE: ./build/js/gitlab/gitbeaker.js



/**
 * Writes an endpoint: every value is percent-encoded, so that `group/project` and `feature/x` stay one segment.
 * @example endpoint`projects/${project}/trigger/pipeline`
 */
function endpoint(parts, ...values) {
    return parts.reduce((path, part, n) => path + encodeURIComponent(String(values[n - 1])) + part);
}
/**
 * gitbeaker's resources over our transport: no redirects, no retries of its own, bodies untouched, ServiceFailure on
 * errors (docs/facts/gitlab.md, "gitbeaker"). The trigger route is called through the `requester` of a client without
 * `token`: ``requester.post(endpoint`projects/${id}/trigger/pipeline`, { body })`` with the trigger token in the body,
 * never by gitbeaker's own `trigger()`.
 * @param options.url of the instance, with path prefix if it has one: `https://host/gitlab`
 * @param options.token access token, sent as `private-token`
 */
function createGitbeaker(options) {
    const shared = {
        host: options.url.replace(/\/+$/, ''),
        // Would only start timers: the transport has its own deadlines.
        queryTimeout: null,
        requesterFn: (resource) => requesterOver(options.send, resource),
        // gitbeaker sends the header whenever the key is there, even as "undefined".
        ...(options.token === undefined ? {} : { token: options.token }),
    };
    const pipelines = new dist/* Pipelines */.Cwc(shared);
    return {
        pipelines,
        branches: new dist/* Branches */.PRz(shared),
        projects: new dist/* Projects */.JtL(shared),
        jobs: new dist/* Jobs */.XPB(shared),
        requester: pipelines.requester,
    };
}
function requesterOver(send, resource) {
    const over = (method) => async (path, call = {}) => {
        try {
            const headers = { ...resource.headers };
            for (const [name, value] of Object.entries(resource.authHeaders))
                headers[name] = await value();
            return (await ask(send, method, `${resource.url}${path}`, headers, call));
        }
        catch (thrown) {
            throw (0,refusal/* asServiceFailure */.Iq)('gitlab', thrown);
        }
    };
    return {
        get: over('get'),
        head: over('head'),
        post: over('post'),
        put: over('put'),
        patch: over('patch'),
        delete: over('delete'),
    };
}
async function ask(send, method, url, headers, call) {
    const query = queryOf(call.searchParams ?? {});
    const request = {
        method: method.toUpperCase(),
        url: query === '' ? url : `${url}?${query}`,
        headers,
    };
    const body = bodyOf(call.body);
    if (body !== undefined) {
        request.body = body;
        headers['content-type'] = 'application/json';
    }
    const response = await send(request);
    if (response.status >= 300)
        throw (0,refusal/* refusedBy */.it)('gitlab', response, known);
    return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: response.body === '' ? null : JSON.parse(response.body),
    };
}
/** gitbeaker hands over `{}` where there is nothing to say. */
function bodyOf(body) {
    if (body === undefined || body === null)
        return undefined;
    if (typeof body === 'object' && Object.keys(body).length === 0)
        return undefined;
    return JSON.stringify(body);
}
/** A query as GitLab reads it: names in snake_case, lists as `name[]=`, everything percent-encoded. Pure. */
function queryOf(params) {
    const pairs = [];
    for (const [name, value] of Object.entries(params)) {
        const key = encodeURIComponent(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
        if (Array.isArray(value)) {
            for (const one of value)
                pairs.push(`${key}[]=${encodeURIComponent(String(one))}`);
        }
        else if (value !== undefined && value !== null) {
            const text = value instanceof Date ? value.toISOString() : String(value);
            pairs.push(`${key}=${encodeURIComponent(text)}`);
        }
    }
    return pairs.join('&');
}


/***/ })

};
