export const id = 601;
export const ids = [601];
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

/***/ 4535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  consult: () => (/* binding */ consult)
});

// EXTERNAL MODULE: ./build/js/clock.js
var clock = __webpack_require__(6616);
// EXTERNAL MODULE: ./build/js/facts/ask.js
var ask = __webpack_require__(8003);
// EXTERNAL MODULE: ./build/js/facts/fact.js
var fact = __webpack_require__(1350);
;// CONCATENATED MODULE: ./build/js/doctor/checks.js
/** Every check of the doctor, in the order in which it speaks. The table of docs/doctor.md is made from this one. */
const file = 'the workflow files of the default branch, or of the checkout';
const get = (path) => `\`GET ${path}\``;
const here = '/repos/{owner}/{repo}';
const project = '/projects/:id';
const checks_checks = {
    inputs: {
        area: 'workflow',
        what: 'the inputs are right, and there is none that does not exist',
        asks: file,
    },
    files: { area: 'workflow', what: 'a workflow file uses the action', asks: file },
    events: {
        area: 'workflow',
        what: 'its events are those that count, no filter holds one back, and `workflow_run` names a file that is there',
        asks: file,
    },
    conditions: {
        area: 'workflow',
        what: 'no `if:` of a step, of its job or of one that calls it leaves somebody without a status',
        asks: file,
    },
    checkout: {
        area: 'workflow',
        what: 'nothing of a pull request is checked out where there are secrets',
        asks: file,
    },
    concurrency: {
        area: 'workflow',
        what: 'no `concurrency` ends a run that watches, or drops one that waits',
        asks: file,
    },
    pinned: { area: 'workflow', what: 'actions beside the secrets are pinned by commit', asks: file },
    permissions: { area: 'workflow', what: 'the job may do what the action does, and not more', asks: file },
    environment: {
        area: 'workflow',
        what: 'the job has an `environment:`, which exists and is bound to branches',
        asks: get(`${here}/environments/{environment_name}`),
    },
    secrets: {
        area: 'workflow',
        what: 'each secret that is named exists where the job is given it',
        asks: `${get(`${here}/actions/secrets`)}, \`…/actions/organization-secrets\`, \`…/environments/{environment_name}/secrets\``,
    },
    agreement: { area: 'workflow', what: 'several steps agree on the inputs that make a request', asks: file },
    policy: {
        area: 'GitHub',
        what: 'the Actions policies let the events through',
        asks: get(`${here}/actions/policies`),
    },
    token: {
        area: 'GitHub',
        what: '`github-token` reads the repository, pull requests and statuses',
        asks: `${get(here)}, \`…/pulls\`, \`…/commits/{ref}/statuses\``,
    },
    statuses: {
        area: 'GitHub',
        what: 'it may write commit statuses',
        asks: 'the `permissions:` of the job, or the header `x-oauth-scopes`; nothing is written',
    },
    membership: {
        area: 'GitHub',
        what: '`membership-token` sees members that conceal it',
        asks: `${get('/orgs/{org}/members/{username}')} and \`/orgs/{org}/memberships/{username}\` of the account \`ghost\``,
    },
    teams: {
        area: 'GitHub',
        what: 'the teams exist, and can be seen',
        asks: get('/orgs/{org}/teams/{team_slug}'),
    },
    ruleset: {
        area: 'GitHub',
        what: 'the status is required on the default branch, from the source that writes it; with a report in GitLab, of one App',
        asks: `${get(`${here}/rules/branches/{branch}`)}, \`…/branches/{branch}\`; who wrote it last by \`…/commits/{ref}/statuses\` and ${get('/apps/{app_slug}')}`,
    },
    labels: { area: 'GitHub', what: 'the labels of `tests` exist', asks: get(`${here}/labels`) },
    project: {
        area: 'GitLab',
        what: 'the project is there, not archived, and private; so are its pipelines',
        asks: get(project),
    },
    'gitlab-token': {
        area: 'GitLab',
        what: 'the token lives for some time, and has the scope and the role that are needed, not more',
        asks: `${get('/personal_access_tokens/self')}, \`${project}\``,
    },
    branch: {
        area: 'GitLab',
        what: 'the branch that pipelines run on is protected, takes no pushes of developers, and the token may start one there',
        asks: get(`${project}/repository/branches/:branch`),
    },
    passing: {
        area: 'GitLab',
        what: 'what is sent is accepted: variables by the override role, inputs by `spec: inputs`',
        asks: `${get(project)}, \`…/repository/files/:file_path\``,
    },
    template: {
        area: 'GitLab',
        what: 'the template is included, fixed by `integrity`; is handed what is sent; knows the tests of `tests`; each has a job behind its check',
        asks: get(`${project}/repository/files/:file_path`),
    },
    proof: {
        area: 'GitLab',
        what: '`proof: true`: inputs take it, nobody may set variables, and the template trusts this repository, workflow and environment',
        asks: `${get(project)}, \`…/repository/files/:file_path\`, ${get(here)}`,
    },
    verdict: {
        area: 'GitLab',
        what: '`wait: false`: the report or a sweep tells the verdict, and no test can read the token of the report',
        asks: `${get(`${project}/repository/files/:file_path`)}; the token of the report is not looked at`,
    },
    'vault-login': {
        area: 'Vault',
        what: 'the log-in works by the audience that the role binds, for a short time, and the token of GitLab is there',
        asks: 'the log-in and the read',
    },
    'vault-policies': {
        area: 'Vault',
        what: 'its policies allow that read, and no more',
        asks: '`GET sys/internal/ui/resultant-acl`; Vault shows no rules with `+` there',
    },
    'vault-revoke': {
        area: 'Vault',
        what: 'the token can be given back',
        asks: '`POST auth/token/revoke-self`',
    },
    crossing: {
        area: 'pull request',
        what: '`--pull-request`: it would cross',
        asks: 'all that the gate asks in a run',
    },
};

// EXTERNAL MODULE: ./build/js/facts/shown.js
var shown = __webpack_require__(6527);
// EXTERNAL MODULE: ./build/js/gate/decide.js
var decide = __webpack_require__(802);
// EXTERNAL MODULE: ./build/js/gate/evidence.js + 2 modules
var gate_evidence = __webpack_require__(7943);
// EXTERNAL MODULE: ./build/js/gate/rights.js
var gate_rights = __webpack_require__(7053);
// EXTERNAL MODULE: ./build/js/reasons.js + 8 modules
var reasons = __webpack_require__(7953);
// EXTERNAL MODULE: ./build/js/request/limits.js
var limits = __webpack_require__(174);
// EXTERNAL MODULE: ./build/js/request/live-selection.js + 1 modules
var live_selection = __webpack_require__(7515);
// EXTERNAL MODULE: ./build/js/request/tests.js
var request_tests = __webpack_require__(7845);
// EXTERNAL MODULE: ./build/js/request/wanted.js
var request_wanted = __webpack_require__(3633);
// EXTERNAL MODULE: ./build/js/doctor/finding.js
var finding = __webpack_require__(6637);
;// CONCATENATED MODULE: ./build/js/doctor/crossing.js
/** "Would this pull request cross?": the real gate is asked, as if its author had just opened it anew. */












/** The rows of the gate for one pull request, then its answer. */
async function crossingFound(ports, settings, number) {
    const live = await (0,ask/* ask */.k)(ports.github.pull(number), { 'not-found': 'pull-request-not-found' });
    if (!live.known)
        return [(0,finding/* unanswered */.bj)(live, `whether #${number} would cross`)];
    const pull = live.value;
    const { author } = pull;
    if (author === null)
        return [ended(number, { decision: 'denied', reason: 'author-gone' })];
    const run = { event: eventFor(pull, author, ports.clock.now()), rerunner: undefined, attempt: 1 };
    const evidence = await (0,gate_evidence/* gather */.k)(ports, run, { ...settings, pullRequest: number });
    if (evidence.kind !== 'pull-request')
        return [(0,finding/* unknowable */.LJ)(`whether #${number} would cross`, 'Look at the labels and the inputs about them.')];
    const decision = (0,decide/* decide */.LD)(evidence, settings.gate);
    const rows = rowsOf(evidence);
    if (decision.decision !== 'allowed')
        return [...rows, ended(number, decision)];
    const [selection, rights] = await Promise.all([
        (0,live_selection/* liveSelection */.hF)(ports.github, pull, settings.selection),
        rightsFor(ports, settings, evidence, decision),
    ]);
    if (!selection.known)
        return [...rows, (0,finding/* unanswered */.bj)(selection, 'which tests its files need')];
    if (!selection.value.selected) {
        const { reason, labels } = selection.value;
        return [
            ...rows,
            (0,finding/* wrong */.Qm)(`its labels are refused (${(0,shown/* shownList */.y9)(labels)}): ${(0,reasons/* reasonOf */.A)(reason).sentence}`, (0,reasons/* reasonOf */.A)(reason).remedy),
        ];
    }
    const { tests } = selection.value;
    if (!rights.known)
        return [...rows, (0,finding/* unanswered */.bj)(rights, 'which tests its people may run')];
    const beyond = rights.value.flatMap((one) => (0,gate_rights/* beyondRights */.D3)(tests, one));
    if (beyond.length > 0) {
        const { sentence, remedy } = (0,reasons/* reasonOf */.A)('test-not-allowed');
        return [...rows, (0,finding/* wrong */.Qm)(`${sentence}: ${(0,shown/* shownList */.y9)([...new Set(beyond)])}`, remedy)];
    }
    const stopped = stoppedBy(pull, selection.value, decision, settings);
    if (stopped !== undefined)
        return [...rows, (0,finding/* wrong */.Qm)((0,reasons/* reasonOf */.A)(stopped).sentence, (0,reasons/* reasonOf */.A)(stopped).remedy)];
    if ((0,request_tests/* needsNone */.cL)(selection.value))
        return [...rows, (0,finding/* well */.hU)(`#${number} would start nothing: no private test concerns its files`)];
    return [...rows, (0,finding/* well */.hU)(`#${number} would cross (${decision.reason}), with ${(0,shown/* shownList */.y9)(tests)}`)];
}
/** What a run refuses to send on, where the gate has nothing against it. */
function stoppedBy(pull, selected, { crossing }, { github, pipeline }) {
    const isApproved = crossing.kind === 'pull-request' && crossing.approval !== undefined;
    const wanted = (isApproved ? request_wanted/* wantedOfApproved */.Y1 : request_wanted/* wantedBy */.fy)(pull, selected, github.repository);
    if ((0,request_wanted/* unsafeIn */.CC)(wanted).length > 0)
        return 'unsafe-value';
    return (0,limits/* fitsInputs */.k5)(wanted, pipeline) ? undefined : 'gitlab-input-too-long';
}
/** As a payload would tell it that its author opens it again: that pushes nothing, and whoever pushed is read. */
const eventFor = ({ number, head, baseBranch, labels }, author, at) => ({
    kind: 'pull-request',
    action: 'reopened',
    ...{ number, head, base: baseBranch, labels, at, sender: author, author },
    ...{ rerunner: undefined, label: undefined, rebased: false, moved: undefined },
});
function rightsFor({ github }, { rights, gate }, evidence, { crossing }) {
    if (rights === undefined)
        return Promise.resolve((0,fact/* known */.eO)([]));
    return Promise.all((0,gate_rights/* answerable */.pl)(evidence, crossing).map((person) => (0,gate_rights/* readRights */.Cx)(github, gate.organization, rights, person))).then((facts) => facts.find((fact) => !fact.known) ?? (0,fact/* known */.eO)(facts.flatMap((fact) => (fact.known ? [fact.value] : []))));
}
/** One row for each person: the author, and everybody who pushed. */
function rowsOf({ author, pushers, approvals }) {
    const people = !pushers.known || pushers.value === undefined ? [] : pushers.value;
    const others = people.filter(({ person }) => person?.id !== author.person?.id);
    const once = [...new Map(others.map((one) => [one.person?.id, one])).values()];
    const approved = approvals?.known && approvals.value.length > 0;
    const row = (witness, part) => rowOf(witness, part, approved === true);
    return [
        row(author, 'its author'),
        ...once.map((one) => row(one, 'who pushed to its branch')),
        ...(pushers.known ? [] : [(0,finding/* unanswered */.bj)(pushers, 'who pushed to its branch')]),
        ...(pushers.known && pushers.value === undefined
            ? [(0,finding/* wrong */.Qm)('GitHub has no record of who pushed to its branch', approve)]
            : []),
    ];
}
const approve = 'A member with write access comments `/ok-to-test` with the 40 digits of the commit.';
function rowOf({ person, member }, part, isApproved) {
    const name = person !== null && /^[A-Za-z0-9-]{1,39}(?:\[bot\])?$/.test(person.login) ? `@${person.login}, ` : '';
    const who = person === null ? `${part} is gone` : `${name}${part}`;
    if (!member.known)
        return (0,finding/* unanswered */.bj)(member, `whether ${who}, is a member`);
    if (member.value)
        return (0,finding/* well */.hU)(`${who}, is a member`);
    if (isApproved)
        return (0,finding/* well */.hU)(`${who}, is no member; there is a comment that approves this commit`);
    return (0,finding/* wrong */.Qm)(`${who}, is no member`, approve);
}
function ended(number, { decision, reason }) {
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(reason);
    const said = `#${number} would not cross: ${sentence} (${reason})`;
    return decision === 'undecided' ? (0,finding/* unknowable */.LJ)(said, remedy) : (0,finding/* wrong */.Qm)(said, remedy);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/js/doctor/workflow.js
/** Workflow files as the doctor sees them: events, jobs, and the steps that use the action. Pure. */

/** Reads a file; undefined for one that is no workflow. */
function readWorkflow({ path, text }) {
    let parsed;
    try {
        parsed = (0,dist/* parse */.qg)(text);
    }
    catch {
        return undefined;
    }
    const file = mapping(parsed);
    if (file['on'] === undefined || file['jobs'] === undefined)
        return undefined;
    return {
        path,
        name: textOf(file['name']) || path,
        events: eventsOf(file['on']),
        permissions: permissionsOf(file['permissions']),
        concurrency: concurrencyOf(file['concurrency']),
        env: textsOf(file['env']),
        jobs: Object.entries(mapping(file['jobs'])).map(([id, given]) => jobOf(id, mapping(given))),
    };
}
/** `owner/drawbridge@ref`, whoever has copied it. */
const isOurs = ({ uses }) => /^[\w.-]+\/drawbridge@/i.test(uses);
/** All steps that use the action. */
const usesIn = (workflows) => workflows.flatMap((workflow) => workflow.jobs.flatMap((job) => job.steps
    .filter(isOurs)
    .map((step) => ({ workflow, job, step, callers: callersOf(workflow, workflows) }))));
/** Jobs of these workflows that call one, and those that call theirs, each once. */
function callersOf(called, all) {
    const found = [];
    const look = ({ path }) => {
        for (const workflow of all)
            for (const job of workflow.jobs) {
                const isKnown = found.some((one) => one.job === job);
                if (isKnown || !job.calls.split('@', 1)[0]?.endsWith(`/${path}`))
                    continue;
                found.push({ workflow, job });
                look(workflow);
            }
    };
    look(called);
    return found;
}
/** What a use does; where an expression says it, all that an event may ask for. */
const modeOf = ({ step }) => {
    const mode = (step.with['mode'] ?? '').trim();
    return mode === '' || mode.includes('${{') ? 'auto' : mode;
};
/** An expression in one form: GitHub takes `A['b']` for `a.b` (GitHub docs, "Contexts reference"; names in any case). */
const plainly = (expression) => expression.replace(/\s*\[\s*'([\w-]+)'\s*\]/g, '.$1').toLowerCase();
/** Events whose runs have secrets, though somebody else's pull request can cause them. */
const privileged = ['pull_request_target', 'workflow_run', 'issue_comment'];
/** How a file is called in a line; the default branch chose its name, and it is shown only where it is plain. */
const shownPath = (path) => (/^[\w./-]{1,120}$/.test(path) ? path : 'a workflow file');
function jobOf(id, job) {
    const { environment } = job;
    const named = (typeof environment === 'string' ? environment : textOf(mapping(environment)['name'])).trim();
    const secrets = job['secrets'];
    return {
        id,
        condition: textOf(job['if']),
        environment: named === '' ? undefined : named.includes('${{') ? '' : named,
        permissions: permissionsOf(job['permissions']),
        concurrency: concurrencyOf(job['concurrency']),
        env: textsOf(job['env']),
        needs: list(job['needs']).length > 0,
        calls: textOf(job['uses']),
        hands: secrets === 'inherit' ? 'all' : Object.keys(mapping(secrets)).length > 0 ? 'some' : 'none',
        steps: list(job['steps']).map((given) => {
            const step = mapping(given);
            const inputs = Object.entries(textsOf(step['with'])).map(([name, text]) => [name.toLowerCase(), text]);
            return {
                ...{ uses: textOf(step['uses']), run: textOf(step['run']), condition: textOf(step['if']) },
                ...{ with: Object.fromEntries(inputs), env: textsOf(step['env']) },
            };
        }),
    };
}
function eventsOf(on) {
    if (typeof on === 'string')
        return new Map([[on, {}]]);
    if (Array.isArray(on))
        return new Map(on.map((event) => [String(event), {}]));
    return new Map(Object.entries(mapping(on)).map(([event, filters]) => [event, mapping(filters)]));
}
function permissionsOf(given) {
    if (given === undefined)
        return undefined;
    if (given === 'read-all' || given === 'write-all')
        return given;
    return Object.fromEntries(Object.entries(mapping(given)).map(([scope, level]) => [scope, textOf(level)]));
}
function concurrencyOf(given) {
    if (given === undefined || given === null)
        return 'free';
    const cancels = mapping(given)['cancel-in-progress'];
    return cancels == null || cancels === false || cancels === 'false' ? 'queues' : 'cancels';
}
const textsOf = (given) => Object.fromEntries(Object.entries(mapping(given)).map(([name, value]) => [name, textOf(value)]));
/** The list below a filter, or the one value. */
const list = (value) => value === undefined || value === null ? [] : [value].flat();
/** YAML's booleans and numbers are texts for the runner. */
const textOf = (value) => ['string', 'boolean', 'number'].includes(typeof value) ? String(value) : '';
function mapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
/** Names between back-ticks. */
const quoted = (words) => words.map((word) => `\`${word}\``).join(', ');

;// CONCATENATED MODULE: ./build/js/doctor/agreement.js
/** Whether several steps that use the action know of each other. Pure. */


/** Inputs that make a request or decide about it: where two steps differ, one does not know what the other has done. */
const shared = [
    ...['organization', 'teams', 'trusted-bots', 'approvals', 'who-may-run', 'drafts'],
    ...['label-prefix', 'tests', 'test-jobs', 'paths', 'default-tests', 'all-label'],
    ...['gitlab-url', 'gitlab-project', 'gitlab-ref', 'twin-branches', 'pass-as', 'variables'],
    ...['branch-variable', 'tests-variable', 'status-context', 'proof'],
];
/** Which inputs differ between the steps that use the action, for the check `agreement`. Pure. */
function agreement(uses) {
    const steps = uses.filter(({ step }) => step.with['gitlab-project'] !== undefined);
    const names = shared.filter((name) => new Set(steps.map(({ step }) => (step.with[name] ?? '').trim())).size > 1);
    if (steps.length < 2)
        return (0,finding/* orWell */.iA)([], 'one step alone asks GitLab');
    return (0,finding/* orWell */.iA)(names.length > 0
        ? [
            (0,finding/* wrong */.Qm)(`steps differ in ${quoted(names)}: one does not know what another has started`, 'Give them all the same value; a step that is for something else has a `status-context` and a project of its own.'),
        ]
        : [], `${steps.length} steps agree`);
}

;// CONCATENATED MODULE: ./build/js/doctor/checkout.js
/** Whether a workflow that has secrets brings in the code of a pull request. Pure. */


/** What names the code of a pull request, in an expression, a variable of the runner, or a reference. */
const foreign = /pull_request\.(?:head|number|merge_commit_sha|diff_url|patch_url)|github[._]head_ref|refs\/pull\/|\bpull\/[$\d]|workflow_run\.(?:head_|pull_requests)|issue\.(?:number|pull_request\.)|github\.event\.(?:number|after)\b/;
/** References that are never somebody else's: plain ones, and those of the base. */
const own = /^(?:[^$]*|\$\{\{\s*(?:github\.(?:sha|ref|ref_name|base_ref|workflow_sha|repository)|github\.event\.(?:repository\.(?:default_branch|full_name)|pull_request\.base\.(?:sha|ref)))\s*\}\})$/;
/** Commands that bring in files of a repository. */
const fetches = /\bgit\b[^\n]*\b(?:fetch|pull|clone|checkout|switch|worktree|merge|reset|cherry-pick|apply|am)\b|\bgh\s+(?:repo\s+clone|run\s+download)\b|\b(?:tarball|zipball|archive)\b|\.(?:diff|patch|tar\.gz|zip)\b/;
const ofPull = /\bgh\s+pr\s+(?:checkout|diff)\b|\bgh\s+co\b/;
const isCheckout = (uses) => /checkout|clone/i.test(uses);
/** Each workflow with secrets; one that is called has the events of those that call it. */
function checkoutFaults(uses, all) {
    const inUse = new Set(uses.map(({ job }) => job));
    const isPrivileged = ({ events }) => privileged.some((event) => events.has(event));
    return all
        .filter((one) => isPrivileged(one) || callersOf(one, all).some(({ workflow }) => isPrivileged(workflow)))
        .flatMap((workflow) => {
        const at = shownPath(workflow.path);
        const steps = workflow.jobs.flatMap((job) => job.steps.map((step) => ({ job, step, workflow })));
        const brought = steps.map((one) => broughtBy(one.step, one));
        if (brought.includes('foreign'))
            return [
                (0,finding/* wrong */.Qm)(`${at} checks out the code of a pull request where there are secrets`, 'Do that in a workflow on `pull_request`, which has none.'),
            ];
        const beside = steps.some(({ job, step }) => inUse.has(job) && isCheckout(step.uses));
        return [
            ...(brought.includes('unseen')
                ? [
                    (0,finding/* warning */.$e)(`${at} checks out what an expression names that is not followed here, where there are secrets`, 'See that it is never the code of a pull request; write a branch of your own as it is.'),
                ]
                : []),
            ...(beside
                ? [
                    (0,finding/* warning */.$e)(`${at} checks something out beside the action, which needs no checkout`, 'Move that step to another job.'),
                ]
                : []),
        ];
    });
}
/** What a step brings in. `unseen`: that hangs on a value which is not followed. */
function broughtBy(step, { workflow, job }) {
    const variables = { ...workflow.env, ...job.env, ...step.env };
    if (step.uses !== '') {
        if (isOurs(step))
            return 'nothing';
        if (/download-artifact/i.test(step.uses))
            return step.with['run-id'] === undefined ? 'nothing' : 'unseen';
        const texts = [step.with['ref'] ?? '', step.with['repository'] ?? ''].map((text) => text.trim());
        if (texts.some((text) => foreign.test(filled(text, variables))))
            return 'foreign';
        return isCheckout(step.uses) && !texts.every((text) => own.test(plainly(text))) ? 'unseen' : 'nothing';
    }
    const script = step.run.toLowerCase();
    if (ofPull.test(script))
        return 'foreign';
    return fetches.test(script) && foreign.test(filled(step.run, variables)) ? 'foreign' : 'nothing';
}
/** A text, and behind it the values of the variables that it names. */
function filled(text, variables) {
    const named = Object.entries(variables).filter(([name]) => text.includes(name));
    return plainly([text, ...named.map(([, value]) => value)].join('\n'));
}

;// CONCATENATED MODULE: ./build/js/doctor/conditions.js
/** Whether an `if:` leaves somebody without a status. Pure. */


/** What tells people apart in a condition: whom it leaves out gets no status, and a required one never comes. */
const byPerson = /github\.(?:triggering_)?actor|\.sender\b|author_association|\.user\.(?:login|type|id)\b|head\.repo|head_repository|\.fork\b/;
/** A label in a condition: the events without it are skipped, and with them the status. */
const byLabel = /\.labels?\b/;
const byDraft = /\.draft\b/;
const never = /^\s*(?:\$\{\{)?\s*(?:false|0|null|'')\s*(?:\}\})?\s*$/;
/** Names that say the same of everybody's pull request; those of the examples are among them. */
const harmless = [
    /^github\.(?:event_name|repository|repository_owner|repository_id|run_attempt)$/,
    /^github\.event\.(?:action|changes|changes\.base|issue\.pull_request|comment\.body)$/,
    /^github\.event\.(?:repository|inputs)\.[\w.-]+$|^inputs\.[\w-]+$/,
    /^github\.event\.workflow_run\.(?:run_attempt|event|name)$/,
    /^(?:contains|startswith|endswith|always|cancelled|success|true|false|null)$/,
];
/** Judges the conditions of a step, of its job, and of the jobs by which that is called. */
function conditionFaults(use) {
    // These tell no verdict of their own.
    if (['doctor', 'sweep', 'cancel', 'trigger'].includes(modeOf(use)))
        return [];
    const places = [use, ...use.callers];
    return [
        ...ofCondition(use.step.condition, use, 'the step'),
        ...places.flatMap((place) => ofCondition(place.job.condition, place, 'the job')),
        ...places.filter(({ job }) => job.needs).map(waiting),
    ];
}
const waiting = ({ workflow }) => (0,finding/* warning */.$e)(`the job in ${shownPath(workflow.path)} waits for another (\`needs\`): where that fails, no status is written`, 'Let the action have a job that waits for nothing.');
function ofCondition(written, { workflow }, part) {
    const at = `${part} in ${shownPath(workflow.path)}`;
    if (never.test(written))
        return [(0,finding/* wrong */.Qm)(`${at} never runs: its \`if:\` is false`, 'Remove the `if:`.')];
    const condition = plainly(written);
    const by = byPerson.test(condition)
        ? 'by who somebody is'
        : byLabel.test(condition)
            ? 'by labels'
            : byDraft.test(condition)
                ? 'drafts'
                : forgotten(condition, [...workflow.events.keys()]);
    if (by !== undefined)
        return [
            (0,finding/* wrong */.Qm)(`${at} leaves out ${by} (\`if:\`): no status is written then, and a required one never comes`, 'Leave that to the action: it decides who crosses, and says why not. Take the `if:` of the example.'),
        ];
    const names = condition.replace(/'(?:[^']|'')*'/g, '').match(/[a-z_][\w.*-]*/g) ?? [];
    return names.every((name) => harmless.some((one) => one.test(name)))
        ? []
        : [
            (0,finding/* warning */.$e)(`${at} has an \`if:\` that is not followed here: whom it leaves out gets no status`, 'Take the `if:` of the example (examples/workflows), or none.'),
        ];
}
const pushes = ['opened', 'synchronize', 'reopened'];
/** What a condition has forgotten that names events or actions one by one; undefined: nothing that is seen. */
function forgotten(condition, events) {
    const named = (name, operator) => {
        const found = condition.matchAll(new RegExp(`github\\.${name}\\s*${operator}\\s*'([\\w-]+)'`, 'g'));
        return [...found].map(([, one = '']) => one);
    };
    const ways = ['pull_request_target', 'workflow_run'].filter((event) => events.includes(event));
    const only = named('event_name', '==');
    const not = named('event_name', '!=');
    const isOut = (only.length > 0 && not.length === 0 && !only.some((event) => ways.includes(event))) ||
        (only.length === 0 && ways.length > 0 && ways.every((event) => not.includes(event)));
    if (ways.length > 0 && isOut)
        return 'pull requests';
    const actions = named('event\\.action', '==');
    const isChosen = actions.length > 0 && named('event\\.action', '!=').length === 0;
    return events.includes('pull_request_target') && isChosen && !pushes.every((one) => actions.includes(one))
        ? 'pushes'
        : undefined;
}

;// CONCATENATED MODULE: ./build/js/doctor/events.js
/** Whether the events of the workflows are those that count, and none is held back. Pure. */


/** What GitHub takes where `types` is left out (GitHub docs, "Events that trigger workflows", pull_request_target). */
const usual = ['opened', 'synchronize', 'reopened'];
/** Without these a push or a label is not noticed. */
const needed = ['opened', 'synchronize', 'reopened', 'labeled', 'unlabeled'];
const filters = ['paths', 'paths-ignore', 'branches-ignore'];
/** Modes that tell a verdict about a pull request, so that none of its events may be missed. */
const telling = ['auto', 'run', 'require-all'];
/** Judges all workflows that use the action, and those that call them. */
function eventsFound(uses, all) {
    const workflows = [...new Set(uses.flatMap(workflowsOf))];
    const isEnded = workflows.some(({ events }) => typesOf(events.get('pull_request_target')).includes('closed'));
    const faults = workflows.flatMap((workflow) => {
        const modes = uses.filter((use) => workflowsOf(use).includes(workflow)).map(modeOf);
        return eventFaults(workflow, all, { modes, isEnded });
    });
    return [...noWayIn(uses), ...faults];
}
const workflowsOf = (use) => [use, ...use.callers].map(({ workflow }) => workflow);
const typesOf = (given) => given !== undefined && 'types' in given ? list(given['types']).map(String) : usual;
function noWayIn(uses) {
    const listens = (use, events) => workflowsOf(use).some((workflow) => events.some((event) => workflow.events.has(event)));
    const ways = ['pull_request', 'pull_request_target', 'workflow_run'];
    if (uses.some((use) => ['auto', 'run'].includes(modeOf(use)) && listens(use, ways)))
        return [];
    const isElse = uses.some((use) => modeOf(use) === 'trigger' || listens(use, ['push', 'release', 'merge_group']));
    const todo = 'Take `pull_request_target`, or `workflow_run` behind an empty workflow (docs/recipes.md, "Without a policy: workflow_run").';
    return [
        isElse
            ? (0,finding/* warning */.$e)('no workflow listens to pull requests: they get no status', todo)
            : (0,finding/* wrong */.Qm)('no workflow listens to pull requests, so none is ever tested', todo),
    ];
}
function eventFaults(workflow, all, duty) {
    const { events } = workflow;
    const at = shownPath(workflow.path);
    const pulls = events.get('pull_request_target');
    const runs = events.get('workflow_run');
    const faults = [];
    if (events.has('pull_request'))
        faults.push((0,finding/* wrong */.Qm)(`${at} listens to \`pull_request\`: runs of forks have no secrets, and the action refuses them`, 'Use `pull_request_target`, or `workflow_run` behind an empty workflow (docs/recipes.md, "Without a policy: workflow_run").'));
    const isTelling = duty.modes.some((mode) => telling.includes(mode));
    if (pulls !== undefined && isTelling)
        faults.push(...pullFaults(pulls, at, duty));
    if (runs !== undefined && isTelling)
        faults.push(...runFaults(runs, at, all));
    const comments = events.get('issue_comment');
    if (comments !== undefined && 'types' in comments && !list(comments['types']).includes('created'))
        faults.push((0,finding/* wrong */.Qm)(`${at} is not told of new comments, so no command is answered`, 'Set `types: [created]` of `issue_comment`.'));
    return faults;
}
function pullFaults(given, at, { modes, isEnded }) {
    const types = typesOf(given);
    const missing = needed.filter((type) => !types.includes(type));
    const filter = filters.find((name) => name in given);
    return [
        ...(missing.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`${at} is not told of ${quoted(missing)}`, `Add ${quoted(missing)} to \`types\` of the event.`),
            ]
            : []),
        ...(missing.length === 0 && !isEnded && modes.some((mode) => mode !== 'require-all')
            ? [
                (0,finding/* warning */.$e)(`${at} is not told of \`closed\`: pipelines go on for pull requests that are over`, 'Add `closed` to `types` of the event.'),
            ]
            : []),
        ...(filter !== undefined
            ? [
                (0,finding/* wrong */.Qm)(`${at} has \`${filter}\`: a pull request that it leaves out never gets the status`, `Remove \`${filter}\`; the input \`paths\` chooses tests by files.`),
            ]
            : []),
        ...('branches' in given
            ? [
                (0,finding/* warning */.$e)(`${at} listens to pull requests into some branches alone (\`branches\`)`, 'See that each branch that requires the status is among them, or remove `branches`.'),
            ]
            : []),
    ];
}
function runFaults(given, at, all) {
    const names = list(given['workflows']).map(String);
    const first = all.filter(({ name }) => names.includes(name));
    const types = list(given['types']).map(String);
    const missing = ['requested', 'completed'].filter((type) => !types.includes(type));
    const pulls = first.flatMap(({ events, path }) => {
        const filtersOf = events.get('pull_request');
        const duty = { modes: ['auto'], isEnded: typesOf(filtersOf).includes('closed') };
        return filtersOf === undefined ? [] : pullFaults(filtersOf, shownPath(path), duty);
    });
    const filter = ['branches', 'branches-ignore'].find((name) => name in given);
    return [
        ...(first.length === 0
            ? [
                (0,finding/* wrong */.Qm)(`${at} waits for a workflow that is not there`, 'Write below `workflows:` what the other file says at `name:`, to the letter.'),
            ]
            : !first.some(({ events }) => events.has('pull_request'))
                ? [
                    (0,finding/* wrong */.Qm)(`${at} waits for a workflow that does not listen to \`pull_request\``, 'Let that one listen to `pull_request`, with all types of the example.'),
                ]
                : []),
        ...(missing.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`${at} is not told of ${quoted(missing)}`, 'Set `types: [requested, completed]` of `workflow_run`.'),
            ]
            : []),
        ...(filter !== undefined
            ? [
                (0,finding/* wrong */.Qm)(`${at} has \`${filter}\` below \`workflow_run\`: it asks for the head's branch, whose name anybody chooses`, `Remove \`${filter}\`: a pull request that it leaves out never gets the status.`),
            ]
            : []),
        ...pulls,
    ];
}

;// CONCATENATED MODULE: ./build/js/doctor/hazards.js
/** What can be wrong with workflow files by themselves. Pure: files in, findings out. */





/** Each check that needs the files alone. */
const hazards = {
    events: (uses, all) => (0,finding/* orWell */.iA)(eventsFound(uses, all), 'the events are those that count'),
    conditions: (uses) => (0,finding/* orWell */.iA)(uses.flatMap(conditionFaults), 'no condition leaves out whom it should not'),
    checkout: (uses, all) => (0,finding/* orWell */.iA)(checkoutFaults(uses, all), 'nothing of a pull request is checked out beside secrets'),
    concurrency: (uses) => (0,finding/* orWell */.iA)(uses.flatMap((use) => [use, ...use.callers].flatMap(groupFaults)), 'no `concurrency` ends or drops a run'),
    pinned: (uses) => (0,finding/* orWell */.iA)(uses.flatMap(pinFaults), 'all actions of the job are pinned by commit'),
};
function groupFaults({ job, workflow }) {
    const both = [job.concurrency, workflow.concurrency];
    if (both.every((one) => one === 'free'))
        return [];
    if (!both.includes('cancels'))
        return [
            (0,finding/* warning */.$e)(`${shownPath(workflow.path)} has \`concurrency\`: GitHub lets one run wait, and drops it for the next one`, 'Remove it: what is dropped writes no status. The action joins and stops runs by itself.'),
        ];
    return [
        (0,finding/* wrong */.Qm)(`${shownPath(workflow.path)} has \`cancel-in-progress\`: any label or comment kills the run that watches`, 'Remove it: the action stops what a newer run makes obsolete.'),
    ];
}
function pinFaults({ job: { steps }, workflow }) {
    const at = shownPath(workflow.path);
    const loose = steps.filter(({ uses }) => uses !== '' && !uses.startsWith('./') && !/@[0-9a-f]{40}$|@sha256:[0-9a-f]{64}$/.test(uses));
    const others = loose.filter((step) => !isOurs(step)).length;
    const branch = loose.some((step) => isOurs(step) && !/@v\d[\w.-]*$/.test(step.uses));
    return [
        ...(others > 0
            ? [
                (0,finding/* wrong */.Qm)(`${at} uses ${others} other action${others === 1 ? '' : 's'} beside the secrets, not pinned by commit`, 'Pin by 40 digits: `uses: owner/name@<commit> # v1.2.3`; or move the step to another job.'),
            ]
            : []),
        ...(branch
            ? [
                (0,finding/* wrong */.Qm)(`${at} uses the action from a branch, which can move`, 'Pin it by 40 digits: `uses: …/drawbridge@<commit> # v1.2.3`.'),
            ]
            : loose.some(isOurs)
                ? [
                    (0,finding/* warning */.$e)(`${at} uses the action by a tag, which can move`, 'Pin it by 40 digits, with the version behind it.'),
                ]
                : []),
    ];
}

;// CONCATENATED MODULE: ./build/js/doctor/job.js


/** The environments that the jobs name, each once; undefined among them: none. */
const environmentsOf = (uses) => [
    ...new Set(uses.flatMap(({ job }) => (job.environment ? [job.environment] : []))),
];
/** Whether a step is handed a secret. */
const hasSecret = (use) => secretsOf(use).length > 0;
/** Secrets that a step is handed, also by way of the environment of its process. */
const secretsOf = ({ step, job, workflow }) => {
    const texts = [step.with, step.env, job.env, workflow.env].flatMap((one) => Object.values(one));
    return [...new Set(texts.flatMap(secretsIn))].filter((name) => name !== 'GITHUB_TOKEN');
};
/** Judges the environments. Pure. */
function environmentFound(uses, environments) {
    const bare = uses.filter((use) => use.job.environment === undefined && hasSecret(use));
    const unseen = uses.filter(({ job }) => job.environment === '');
    const found = [...environments].flatMap(([name, fact]) => {
        const at = shownName(name);
        if (!fact.known)
            return [(0,finding/* unanswered */.bj)(fact, `whether ${at} exists`)];
        if (fact.value === undefined)
            return [
                (0,finding/* wrong */.Qm)(`${at} does not exist: GitHub makes an empty one then, without secrets and open to every branch`, 'Make it under Settings > Environments, bound to the default branch, with the secrets in it.'),
            ];
        return fact.value.branches === 'any'
            ? [
                (0,finding/* warning */.$e)(`${at} is open to every branch: whoever may push can read its secrets`, 'Under Settings > Environments choose *Selected branches*: the default one.'),
            ]
            : [];
    });
    return (0,finding/* orWell */.iA)([
        ...[...new Set(bare.map(({ workflow }) => workflow.path))].map((path) => (0,finding/* warning */.$e)(`the job in ${shownPath(path)} has no \`environment:\`: its secrets are those of every workflow of the repository`, 'Move them to an environment that is bound to the default branch, and name it in the job.')),
        ...[...new Set(unseen.map(({ workflow }) => workflow.path))].map((path) => (0,finding/* untold */.r_)(`the environment of the job in ${shownPath(path)}, which an expression names`, 'Name it as it is: one that does not exist is made by the run, and is open to every branch.')),
        ...found,
    ], environments.size > 0
        ? 'the environment is there, and bound to branches'
        : 'no job that is handed a secret is without an `environment:`');
}
/** How an environment is called in a line. */
const shownName = (name) => /^[\w. -]{1,60}$/.test(name) ? `the environment \`${name}\`` : 'the environment';
/** The names of secrets in an expression. */
const secretsIn = (value) => [...plainly(value).matchAll(/\bsecrets\s*\.\s*([a-z_]\w{0,99})/g)].map(([, name = '']) => name.toUpperCase());
/**
 * Whether each secret that a step names exists. GitHub hands over the empty text for one that does not. Pure.
 * @param names those that are there, of all levels; undefined: only an administrator may list them
 */
function secretsFound(uses, names, empty) {
    const blank = uses.flatMap(({ step }) => secretInputs.filter((input) => step.with[input] !== undefined && step.with[input]?.trim() === ''));
    const faults = [...new Set([...blank, ...empty])].map((input) => (0,finding/* wrong */.Qm)(`\`${input}\` is empty`, 'Name a secret that exists, or leave the input out.'));
    const handed = uses.filter(hasSecret);
    // What cannot be named here is not said to be there.
    const isOpaque = uses.some(({ step }) => Object.values(step.with).some((value) => /\bsecrets\s*(?:\[\s*[^'\s]|\)|\.\s*\*)/.test(plainly(value))));
    if (isOpaque)
        faults.push((0,finding/* untold */.r_)('which secret an expression names', 'Write `secrets.NAME`, which can be looked for.'));
    for (const { workflow, job, callers } of handed)
        if (job.environment === undefined && callers.some((caller) => caller.job.hands === 'none'))
            faults.push((0,finding/* wrong */.Qm)(`${shownPath(workflow.path)} is called without \`secrets:\`, so its secrets are empty`, 'Add `secrets: inherit` to the job that calls it, or name an environment that holds them.'));
    if (handed.length === 0)
        return (0,finding/* orWell */.iA)(faults, 'no secret is named');
    const unlisted = names.known ? names.value === undefined : names.reason === 'github-forbidden';
    if (unlisted)
        return [
            ...faults,
            (0,finding/* untold */.r_)('only an administrator is told which secrets there are', 'Let an administrator run `drawbridge doctor`; in a run an empty one is an error of its own.'),
        ];
    return [
        ...faults,
        ...(0,finding/* judged */.g$)(names, 'which secrets there are', (there) => there === undefined
            ? []
            : (0,finding/* orWell */.iA)(handed.flatMap((use) => missingFor(use, there)), 'each secret that is named is there')),
    ];
}
/** Secrets of one step that its job is not given: another environment's are none of its own. */
function missingFor(use, { everywhere, inEnvironment }) {
    const { environment } = use.job;
    // A caller may have given it another name.
    if (use.callers.some(({ job }) => job.hands === 'some'))
        return [];
    const there = [...everywhere, ...(inEnvironment.get(environment ?? '') ?? [])];
    return secretsOf(use)
        .filter((name) => !there.includes(name))
        .map((name) => environment === ''
        ? (0,finding/* untold */.r_)(`whether the environment has the secret \`${name}\``, 'Name the environment as it is.')
        : (0,finding/* wrong */.Qm)(`there is no secret \`${name}\``, `\`gh secret set ${name}\`, with \`--env\` for the environment of the job.`));
}
/** Inputs that hold a secret: empty, they are a fault of the set-up. */
const secretInputs = [
    ...['github-token', 'membership-token', 'duplicate-token', 'gitlab-token', 'gitlab-trigger-token'],
    ...['vault-token', 'vault-secret-id'],
];

;// CONCATENATED MODULE: ./build/js/doctor/file-section.js




/** Judges them. */
function fileSection({ faults, absent }, files, all, uses) {
    const inputs = (0,finding/* orWell */.iA)([
        ...faults.map(({ input, wrong: what }) => (0,finding/* wrong */.Qm)(`\`${input}\` ${what}`, 'Correct it in the workflow file.')),
        ...[...absent]
            .filter(([input]) => !secretInputs.includes(input))
            .map(([input, where]) => (0,finding/* unknowable */.LJ)(`the value of \`${input}\` is not at hand`, where)),
    ], 'the inputs are right');
    if (!files.known)
        return { inputs, files: [(0,finding/* unanswered */.bj)(files, 'which workflow files there are')] };
    const broken = files.value.length - all.length;
    const unread = broken === 0
        ? []
        : [
            (0,finding/* unknowable */.LJ)(`what ${broken} of ${files.value.length} workflow files say: they are no workflows, or no YAML`, 'Mend them, or take them out of .github/workflows: a fault of theirs is not seen here.'),
        ];
    if (uses.length === 0)
        return {
            inputs,
            files: [
                ...unread,
                (0,finding/* wrong */.Qm)('no workflow file of the default branch uses the action', 'Copy one from examples/workflows, and merge it: events take it from the default branch.'),
            ],
        };
    const count = new Set(uses.map(({ workflow }) => workflow.path)).size;
    const looked = Object.entries(hazards).map(([name, look]) => [name, look(uses, all)]);
    return {
        inputs,
        files: [...unread, (0,finding/* well */.hU)(`${count} of ${all.length} workflow files use the action`)],
        ...Object.fromEntries(looked),
        agreement: agreement(uses),
    };
}

// EXTERNAL MODULE: ./build/js/report/claim.js
var claim = __webpack_require__(9841);
;// CONCATENATED MODULE: ./build/js/doctor/people.js
/** Whether the token that reads membership sees those who conceal it, and the teams. */


/** The account that stands in for those who are gone; it can be a member of nothing (docs/facts/github.md, "Membership"). */
const nobody = 'ghost';
/**
 * Asks about somebody who is no member: who sees the members is told 404, who does not is sent elsewhere (302). So it is
 * known without the name of anybody who conceals it.
 */
async function membershipFound(github, policy) {
    const { organization, membershipTokenGiven } = policy;
    const [there, membership, listed] = await Promise.all([
        (0,ask/* ask */.k)(github.organizationExists(organization)),
        (0,ask/* ask */.k)(github.organizationMembership(organization, nobody), {
            forbidden: 'membership-hidden',
            moved: 'membership-hidden',
        }),
        (0,ask/* ask */.k)(github.listedMember(organization, nobody), {
            forbidden: 'membership-hidden',
            moved: 'membership-hidden',
        }),
    ]);
    if (there.known && !there.value)
        return [
            (0,finding/* wrong */.Qm)('there is no such organisation', 'Name it in `organization`; default: the owner of the repository.'),
        ];
    if (membership.known && listed.known && !listed.value)
        return [(0,finding/* well */.hU)('members that conceal it are seen')];
    const hidden = [membership, listed].some((fact) => !fact.known && fact.reason === 'membership-hidden');
    if (hidden || (listed.known && listed.value))
        return [
            membershipTokenGiven
                ? (0,finding/* wrong */.Qm)('`membership-token` does not see the members of the organisation', 'Make it with the organisation as its owner, and *Members: read*; where the organisation asks for it, an owner approves it.')
                : (0,finding/* warning */.$e)('without `membership-token` only public members are known: all others wait for an approval', 'Give a token with *Members: read*, or let members show that they are (github.com/orgs/…/people).'),
        ];
    const fact = [membership, listed, there].find((one) => !one.known);
    return fact && !fact.known ? [(0,finding/* unanswered */.bj)(fact, 'whether members are seen')] : [];
}
/** Asks for each team that is named. A team that is not there lets nobody in; one that is hidden neither. */
async function teamsFound(github, { organization }, teams) {
    const facts = await Promise.all(teams.map((team) => (0,ask/* ask */.k)(github.teamMembership(organization, team, nobody), {
        'not-found': 'team-hidden',
        forbidden: 'team-hidden',
        moved: 'team-hidden',
    })));
    return (0,finding/* orWell */.iA)(facts.flatMap((fact, n) => {
        if (fact.known)
            return [];
        if (fact.reason !== 'team-hidden')
            return [(0,finding/* unanswered */.bj)(fact, 'whether a team is there')];
        return [
            (0,finding/* wrong */.Qm)(`the team \`${teams[n]}\` is not there, or the token does not see it`, 'Write its slug as in the address of its page; the token needs *Members: read*.'),
        ];
    }), teams.length === 0 ? 'no team is asked for' : 'the teams are there');
}

;// CONCATENATED MODULE: ./build/js/doctor/permissions.js


const ladder = ['none', 'read', 'write'];
const isAtLeast = (level, least) => ladder.indexOf(level) >= ladder.indexOf(least);
/** Whether a token is the job's own: what the input says, as it is written. */
const isJobToken = (written) => written === undefined || /^\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\}$/i.test(written.trim());
/**
 * What a job's token may do; undefined where its permissions are the repository's own, which are not known. A workflow that
 * is called has what its callers have, at most (GitHub docs, "Reusing workflow configurations").
 */
function levelOf(use, scope, usual) {
    const levels = [use, ...use.callers].map((place) => levelAt(place, scope, usual));
    const [least] = ladder.filter((level) => levels.includes(level));
    return least === 'none' || !levels.includes(undefined) ? least : undefined;
}
function levelAt({ job, workflow }, scope, usualOf) {
    const given = job.permissions ?? workflow.permissions;
    if (given === 'read-all')
        return scope === 'id-token' ? 'none' : 'read';
    if (given === 'write-all')
        return 'write';
    if (given !== undefined)
        return ladder.find((level) => level === given[scope]) ?? 'none';
    // An ID token is never given unasked (GitHub docs, "OpenID Connect reference").
    if (scope === 'id-token')
        return 'none';
    if (!usualOf.known)
        return undefined;
    // GitHub docs, "GITHUB_TOKEN": the restricted default reads contents and packages alone.
    return usualOf.value === 'write' ? 'write' : scope === 'contents' ? 'read' : 'none';
}
/** What is missing in the `permissions:` of each job, and what is too much. Pure. */
function permissionsFound(uses, needsOf, usual) {
    return (0,finding/* orWell */.iA)(uses.flatMap((use) => permissionFaults(use, needsOf(use), usual)), 'the jobs have the permissions that they need');
}
function permissionFaults(use, needs, usual) {
    const at = shownPath(use.workflow.path);
    const own = isJobToken(use.step.with['github-token']);
    const wanted = [
        ...(own && needs.statuses ? [['statuses', 'write']] : []),
        ...(own && needs.pulls ? [['pull-requests', needs.commands ? 'write' : 'read']] : []),
        ...(own && needs.contents ? [['contents', 'read']] : []),
        ...(needs.idToken ? [['id-token', 'write']] : []),
    ];
    const levels = wanted.map(([scope, least]) => ({ scope, least, level: levelOf(use, scope, usual) }));
    const unknown = levels.filter(({ level }) => level === undefined);
    const missing = levels.filter(({ level, least }) => level !== undefined && !isAtLeast(level, least));
    const all = use.job.permissions ?? use.workflow.permissions;
    const spare = typeof all === 'object' ? spareIn(all, use, needs) : [];
    const lines = missing.map(({ scope, least }) => `\`${scope}: ${least}\``).join(', ');
    return [
        ...(missing.length > 0
            ? [(0,finding/* wrong */.Qm)(`the job in ${at} lacks ${lines}`, `Add to its \`permissions:\` ${lines}.`)]
            : []),
        ...(unknown.length > 0
            ? [
                (0,finding/* untold */.r_)(`the job in ${at} has no \`permissions:\`, and only an administrator is told what it gets`, `Write them into the file: ${wanted.map(([scope, least]) => `\`${scope}: ${least}\``).join(', ')}.`),
            ]
            : []),
        ...(spare.length > 0
            ? [
                (0,finding/* warning */.$e)(`the job in ${at} may do more than the action does: ${spare.map((scope) => `\`${scope}: write\``).join(', ')}`, 'Take it out of its `permissions:`; what else needs it can have a job of its own.'),
            ]
            : []),
        ...(all === 'write-all' || (all === undefined && usual.known && usual.value === 'write')
            ? [
                (0,finding/* warning */.$e)(`the job in ${at} may write everything`, `Write into the file: ${wanted.map(([scope, least]) => `\`${scope}: ${least}\``).join(', ')}.`),
            ]
            : []),
    ];
}
/** What some mode or input of the action writes by a job's own token (docs/security.md, "Least permissions"). */
const written = ['statuses', 'pull-requests', 'issues', 'contents'];
function spareIn(all, { job }, { idToken }) {
    // Another step may be what it is for.
    const isShared = job.steps.some((step) => !isOurs(step));
    const names = Object.keys(all).filter((scope) => all[scope] === 'write' && /^[a-z-]{1,40}$/.test(scope));
    const spare = names.filter((scope) => !written.includes(scope) && !(scope === 'id-token' && idToken));
    return isShared ? [] : spare;
}
/**
 * Whether commit statuses may be written, without writing one. A job's token may what its job says; a classic token of a
 * person says it by its scopes (GitHub docs, "Scopes for OAuth apps"); of any other nothing tells. Pure.
 */
function statusesFound(uses, usual, token) {
    if (token.isOwn) {
        const levels = uses.map((use) => levelOf(use, 'statuses', usual));
        if (levels.length > 0 && levels.every((level) => level === 'write'))
            return [(0,finding/* well */.hU)('the token of the job may write statuses')];
        if (levels.includes(undefined) || levels.length === 0)
            return [
                (0,finding/* untold */.r_)('whether the token of the job may write statuses', 'Give the job `statuses: write` in the file.'),
            ];
        return [(0,finding/* wrong */.Qm)('the token of the job may not write statuses', 'Give the job `statuses: write`.')];
    }
    const { scopes, isPublic, mayPush } = token;
    if (scopes === undefined)
        return [
            (0,finding/* untold */.r_)('GitHub does not tell whether this token may write statuses, and none is written to try it', 'See that it has *Commit statuses: write*; the first run shows it.'),
        ];
    if (mayPush !== true)
        return [
            (0,finding/* wrong */.Qm)('whom `github-token` belongs to may not write in the repository, so it writes no status', 'Give that person write access, or take the token of the job.'),
        ];
    const enough = ['repo', 'repo:status', ...(isPublic ? ['public_repo'] : [])];
    return scopes.some((scope) => enough.includes(scope))
        ? [(0,finding/* well */.hU)('`github-token` may write statuses, by its scopes')]
        : [(0,finding/* wrong */.Qm)('`github-token` has no scope that writes statuses', 'Give it the scope `repo:status`.')];
}

;// CONCATENATED MODULE: ./build/js/doctor/policy.js


/** When the default policy began to block (GitHub changelog of 2026-09-17), epoch ms. */
const defaultEnforcedFrom = Date.parse('2026-12-02T00:00:00Z');
const where = 'Settings > Actions > Policies';
const how = `Under ${where} add a policy for the file, whose *Restrict events* lists every event of it (docs/recipes.md, "Allow pull_request_target by a policy").`;
/** Judges each file with each of its events. Pure. */
function policyFound(uses, facts) {
    const workflows = [...new Map(uses.map(({ workflow }) => [workflow.path, workflow])).values()];
    const targets = workflows.filter(({ events }) => events.has('pull_request_target'));
    if (!facts.hasPolicies)
        return (0,finding/* orWell */.iA)([], 'this GitHub has no Actions policies');
    const { policies } = facts;
    const hidden = policies.known
        ? policies.value === undefined && !facts.isAdmin
        : policies.reason === 'github-forbidden';
    if (hidden)
        return [hiddenFound(targets.length > 0 && facts.isPublic, facts.isDefaultEnforced)];
    return (0,finding/* judged */.g$)(policies, 'which Actions policies there are', (listed = []) => (0,finding/* orWell */.iA)(workflows.flatMap(({ path, events }) => [...events.keys()].flatMap((event) => faultsOf(path, event, listed, facts))), 'all events of the workflows may start them'));
}
function hiddenFound(blocks, isEnforced) {
    const said = 'only an administrator is told of Actions policies';
    const todo = `Let an administrator run \`drawbridge doctor\`, or look under ${where}.`;
    if (!blocks)
        return (0,finding/* untold */.r_)(said, todo);
    const since = isEnforced ? 'since' : 'from';
    return (0,finding/* unknowable */.LJ)(`${said}, and without one GitHub refuses \`pull_request_target\` in public repositories ${since} 2026-12-02`, todo);
}
function faultsOf(path, event, listed, { isPublic, isDefaultEnforced }) {
    const at = shownPath(path);
    const active = listed.filter(({ enforcement }) => enforcement === 'active');
    const covering = active.map((policy) => ({ policy, covers: covers(policy, path) }));
    if (covering.some(({ policy, covers: is }) => is === undefined || (is && !policy.complete)))
        return [
            (0,finding/* unknowable */.LJ)(`a policy has patterns or rules that are not read here; \`${event}\` of ${at}`, `Look under ${where}.`),
        ];
    const rules = covering.flatMap(({ policy, covers: is }) => (is ? [policy] : []));
    const lists = rules.flatMap(({ events }) => (events === undefined ? [] : [events]));
    const byDefault = lists.length === 0 && isPublic && event === 'pull_request_target';
    return [
        ...(lists.some((events) => !events.includes(event))
            ? [
                (0,finding/* wrong */.Qm)(`an Actions policy refuses \`${event}\` of ${at}`, `Add \`${event}\` to the events of that policy, under ${where}.`),
            ]
            : []),
        ...(byDefault && isDefaultEnforced
            ? [(0,finding/* wrong */.Qm)(`GitHub's default policy refuses \`pull_request_target\` of ${at}`, how)]
            : []),
        ...(byDefault && !isDefaultEnforced
            ? [(0,finding/* warning */.$e)(`GitHub will refuse \`pull_request_target\` of ${at} from 2026-12-02`, how)]
            : []),
        ...(rules.some(({ restrictsActors }) => restrictsActors) && event === 'pull_request_target'
            ? [
                (0,finding/* warning */.$e)(`an Actions policy lets only some people start ${at}: the others get no status at all`, 'See that whoever opens pull requests is among them.'),
            ]
            : []),
    ];
}
/** Whether a policy is about a file; undefined where that depends on a pattern, whose rules are not written down. */
function covers({ include, exclude }, path) {
    const isPattern = (one) => one !== '~ALL' && /[*?[\]{}!]/.test(one);
    if (exclude.includes(path))
        return false;
    if (exclude.some(isPattern))
        return undefined;
    if (include.length === 0 || include.includes('~ALL') || include.includes(path))
        return true;
    return include.some(isPattern) ? undefined : false;
}

// EXTERNAL MODULE: ./build/js/facts/names.js
var names = __webpack_require__(6866);
;// CONCATENATED MODULE: ./build/js/doctor/required.js



/** The App of GitHub Actions, as whom a job's own token writes (`GET /apps/github-actions`). */
const actionsApp = 15_368;
const required_where = 'Settings > Rules > Rulesets';
/** Judges what the default branch requires. */
function rulesetFound(required, contexts, { isOwn, isMixed, reported, seen }) {
    if (contexts.length === 0)
        return [
            (0,finding/* warning */.$e)('no commit status is written (`status-context` is empty)', 'Give it a name, and require that one.'),
        ];
    return (0,finding/* judged */.g$)(required, 'what the default branch requires', (checks) => contexts.flatMap((context) => {
        const found = checks.filter((check) => check.context === context);
        const name = (0,shown/* shown */.SP)(context);
        if (found.length === 0)
            return [
                (0,finding/* wrong */.Qm)(`the default branch does not require the status \`${name}\`: a pull request merges without it`, `Under ${required_where} require it, with the source *GitHub Actions*.`),
            ];
        if (found.every(({ source }) => source === undefined))
            return [
                (0,finding/* warning */.$e)(`\`${name}\` is required from any source: whoever may write statuses can write it`, `Under ${required_where} choose its source: *GitHub Actions*, or the App whose token writes it.`),
            ];
        if (isMixed)
            return [
                (0,finding/* wrong */.Qm)(`\`${name}\` has two sources: some steps have a \`github-token\` of their own, and others that of the job`, `Give all of them tokens of one App, or none, and choose that source under ${required_where}.`),
            ];
        if (isOwn && context === reported)
            return [
                (0,finding/* wrong */.Qm)(`\`${name}\` has two sources: the job's own token, and that of the report in GitLab, which is another`, `Give \`github-token\` and the report tokens of one App, and choose that App under ${required_where}.`),
            ];
        const sources = found.flatMap(({ source }) => (source === undefined ? [] : [source]));
        const fromActions = sources.includes(actionsApp);
        if (isOwn !== fromActions || new Set(sources).size > 1)
            return [
                anotherSource(name, isOwn ? `The token of the job writes it: under ${required_where} choose *GitHub Actions*.` : ofApp),
            ];
        const writers = seen.get(context);
        return isOwn || writers === undefined
            ? [(0,finding/* well */.hU)(`\`${name}\` is required, from its source`)]
            : writersFound(writers, sources[0], name);
    }));
}
/** Judges whether the App that is required is the one that has written: of a token nothing tells whose it is. */
function writersFound(writers, source, name) {
    return (0,finding/* judged */.g$)(writers, `who writes \`${name}\``, (seen) => {
        if (seen.some((one) => one !== 'hidden' && one !== source))
            return [anotherSource(name, ofApp)];
        if (seen.length > 0 && !seen.includes('hidden'))
            return [(0,finding/* well */.hU)(`\`${name}\` is required, from the App that writes it`)];
        return [
            (0,finding/* untold */.r_)(`whether the App that writes \`${name}\` is the one that is required`, 'Look again when a run has written it; one App has to be the source, here and in GitLab.'),
        ];
    });
}
const anotherSource = (name, todo) => (0,finding/* wrong */.Qm)(`\`${name}\` is required from another source than the one that writes it`, todo);
const ofApp = `Under ${required_where} choose the App whose token is \`github-token\`, and that of a report in GitLab.`;
/** Which labels of `tests` the repository lacks. GitHub finds labels in any case of letters. */
function labelsFound(labels, wanted, prefix) {
    return (0,finding/* judged */.g$)(labels, 'which labels there are', (there) => {
        const keys = new Set(there.map(names/* nameKey */.Rc));
        if (wanted === undefined) {
            const some = there.some((label) => (0,names/* nameKey */.Rc)(label).startsWith((0,names/* nameKey */.Rc)(prefix)));
            return some
                ? [(0,finding/* well */.hU)('there are labels that choose tests')]
                : [
                    (0,finding/* warning */.$e)(`no label begins with \`${(0,shown/* shown */.SP)(prefix)}\`: nobody can choose tests`, 'Make some, or list `tests`; until then `default-tests` run.'),
                ];
        }
        const missing = wanted.filter((label) => !keys.has((0,names/* nameKey */.Rc)(label)));
        return (0,finding/* orWell */.iA)(missing.map((label) => (0,finding/* wrong */.Qm)(`there is no label \`${(0,shown/* shown */.SP)(label)}\``, `\`gh label create ${plain(label)}\``)), `the ${wanted.length} labels of \`tests\` are there`);
    });
}
/** A label as one types it: in quotes unless it is plain. */
const plain = (label) => /^[\w.:/-]+$/.test(label) ? label : `"${(0,shown/* shown */.SP)(label).replace(/"/g, '')}"`;

// EXTERNAL MODULE: ./build/js/proof/parts.js
var parts = __webpack_require__(3789);
// EXTERNAL MODULE: ./build/js/request/request.js
var request = __webpack_require__(2717);
;// CONCATENATED MODULE: ./build/js/doctor/include.js
/** Whether the include of the template is the one that was looked at, and hands on what is sent. Pure. */




/** The names by which the template knows the two values whose names can be chosen. */
const include_usual = { branch: 'GITHUB_ENGINE_BRANCH_NAME', tests: 'TESTS_TO_RUN' };
/** What a request brings, and the include has to hand on. */
const handed = [include_usual.branch, include_usual.tests, ...request/* alwaysSent */.av, ...parts/* partNames */.wX];
/** An input of the template, or its default (templates/functional-tests/template.yml, `spec: inputs`). */
const given = ({ inputs }, name) => inputs.get(name) ?? defaults[name];
const defaults = {
    'repository-id': '',
    'owner-id': '',
    workflows: '',
    environment: '',
    events: '',
    issuer: 'https://token.actions.githubusercontent.com',
    covers: '',
    'gitlab-url': 'https://gitlab.com',
    'engine-url': 'https://github.com',
    'github-url': 'https://github.com',
    'github-api-url': 'https://api.github.com',
    'known-tests': '',
    'all-tests': 'test-all',
    'vault-audience': '',
    report: 'false',
    'status-context': 'drawbridge',
    'report-vault-audience': 'drawbridge-report',
};
/** The parts of an input that is a list. */
const listed = (text) => text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
/** What is wrong with the include by itself. */
const includeFaults = (template, { names }, templates) => [
    ...(templates > 1
        ? [
            (0,finding/* wrong */.Qm)(`the template is included ${templates} times: what one of them trusts, all jobs trust`, 'Include it once.'),
        ]
        : []),
    ...(template.isConditional
        ? [
            (0,finding/* wrong */.Qm)('the include of the template has `rules`: where they leave it out, nothing checks a proof', 'Remove `rules` from the include.'),
        ]
        : []),
    ...fixedFaults(template),
    ...handedFaults(template),
    ...(names.branch !== include_usual.branch || names.tests !== include_usual.tests
        ? [
            (0,finding/* wrong */.Qm)(`the template knows ${include_usual.branch} and ${include_usual.tests} by these names alone`, 'Leave `branch-variable` and `tests-variable` out.'),
        ]
        : []),
];
/** Whether the text that is included can become another one: it decides what a proof is good for. */
function fixedFaults({ by, at, integrity }) {
    const isCommit = /(?:^|[@/])[0-9a-f]{40}(?:\/|$)/.test(at);
    if (by === 'local')
        return [];
    if (by !== 'remote')
        return isCommit
            ? []
            : [
                (0,finding/* warning */.$e)('the template is included by a tag or a branch, which can move', 'Name a commit by its 40 digits; or use `remote:` with `integrity:`.'),
            ];
    if (integrity === undefined)
        return [
            (isCommit ? finding/* warning */.$e : finding/* wrong */.Qm)('the template is included without `integrity:`: what stands at its address can change', 'Copy the line `integrity: sha256-…` of the release (docs/gitlab.md, "The template").'),
        ];
    // GitLab docs, "CI/CD YAML syntax reference", include:integrity: the digest in Base64.
    return /^sha256-[A-Za-z0-9+/]{43}=$/.test(integrity)
        ? []
        : [
            (0,finding/* wrong */.Qm)('the `integrity:` of the template is no SHA-256 in Base64, so GitLab refuses the file', 'Copy the line `integrity: sha256-…` of the release (docs/gitlab.md, "The template").'),
        ];
}
/** Whether what is sent arrives, and nothing else can choose whom a job trusts. */
function handedFaults({ inputs }) {
    const lost = handed.filter((name) => !isHandedOn(name, inputs.get(name)));
    const open = [...inputs].filter(([name, value]) => !handed.includes(name) && value.includes('$'));
    const known = open.map(([name]) => name).filter((name) => /^[a-z][a-z0-9-]{0,40}$/.test(name));
    return [
        ...(lost.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`the include does not hand on ${(0,shown/* shownList */.y9)(lost)}`, 'Hand each on by its own name: `NAME: $[[ inputs.NAME ]]`.'),
            ]
            : []),
        ...(open.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`the include takes ${known.length === open.length ? (0,shown/* shownList */.y9)(known) : 'inputs'} from elsewhere: who starts a pipeline could choose whom it trusts`, 'Write the values themselves into the file.'),
            ]
            : []),
    ];
}
const isHandedOn = (name, value) => value?.replace(/\s/g, '') === `$[[inputs.${name}]]`;

;// CONCATENATED MODULE: ./build/js/doctor/verdict.js


/** Whether a job of GitLab tells it. */
const isReported = ({ template, jobs }) => (template !== undefined && given(template, 'report') === 'true') ||
    jobs.some(({ commands }) => /\bdrawbridge\s+report\b/.test(commands));
/** Whether a workflow looks for statuses that hang. */
const isSwept = (uses) => uses.some(({ step, workflow }) => {
    const mode = (step.with['mode'] ?? '').trim() || 'auto';
    return mode === 'sweep' || (mode === 'auto' && workflow.events.has('schedule'));
});
/** Judges it. @param run how the workflow of the run is set; `context`: the status that it writes */
function verdictFound(file, uses, run) {
    if (run.waits)
        return [];
    return (0,finding/* judged */.g$)(file, 'who tells the verdict', (ci) => {
        // That there is none is told already.
        if (ci === undefined)
            return [];
        const swept = isSwept(uses);
        if (isReported(ci))
            return reportFound(ci, swept, run.context);
        if (swept)
            return [(0,finding/* well */.hU)('a sweep tells the verdict')];
        return [
            ci.others
                ? (0,finding/* warning */.$e)('no job of the root file tells the verdict, and no workflow sweeps', 'See that a job of another file does: `drawbridge report` (docs/report.md).')
                : (0,finding/* wrong */.Qm)('nobody tells the verdict: `wait: false`, no `drawbridge report`, and no sweep', "Set `report: 'true'` in the include, or add a workflow with `mode: sweep` on a schedule."),
        ];
    });
}
/** What is seen of the report from here. Its token is in reach of its job alone, as it should be. */
function reportFound({ template, audiences }, swept, context) {
    const audience = template && given(template, 'report-vault-audience');
    const isShared = template && [given(template, 'vault-audience'), ...audiences].includes(audience ?? '');
    const isOther = template && context !== undefined && given(template, 'status-context') !== context;
    return [
        ...(isShared
            ? [
                (0,finding/* wrong */.Qm)('a test has the audience of the report too: it could read its token, and tell a verdict', 'Give the report an audience of its own (`report-vault-audience`), bound by its role alone.'),
            ]
            : []),
        ...(isOther
            ? [
                (0,finding/* wrong */.Qm)('the report tells another status than the workflow: `status-context` differs', 'Give the include and the workflow the same one.'),
            ]
            : []),
        ...(swept
            ? []
            : [
                (0,finding/* warning */.$e)('nothing sweeps: a verdict whose report got lost is never told', 'Add `schedule` to the workflow, or one with `mode: sweep`.'),
            ]),
        (0,finding/* untold */.r_)('what the token of the report may do: its job alone can read it', 'It needs *Commit statuses: write* and *Pull requests: read*, of the App that the ruleset names.'),
    ];
}

;// CONCATENATED MODULE: ./build/js/doctor/github-section.js
/** Asks GitHub how the repository is set up. */










/** Asks, and judges. @param uses the steps that use the action */
async function gitHubSection(patient, uses, asked) {
    const { github, settings, clock, isSound, absent } = patient;
    const { tests, prefix } = settings.selection;
    const environments = environmentsOf(uses);
    const repository = await asked.repository;
    const branch = repository.known ? repository.value.defaultBranch : 'main';
    const writing = uses.filter((use) => needsOf(use, patient).statuses);
    const owners = writing.map(({ step }) => isJobToken(step.with['github-token']));
    const isOwn = owners.every(Boolean);
    const isMixed = !isOwn && owners.includes(true);
    const contexts = contextsOf(uses, settings);
    const written = isOwn || !isSound ? [] : contexts.map((context) => (0,ask/* ask */.k)(github.writers(context)));
    const [policies, usual, names, required, labels, reads, membership, teams, ...found] = await Promise.all([
        (0,ask/* ask */.k)(github.policies()),
        (0,ask/* ask */.k)(github.usualPermissions()),
        (0,ask/* ask */.k)(github.secretNames(environments)),
        (0,ask/* ask */.k)(github.requiredChecks(branch)),
        (0,ask/* ask */.k)(github.labels()),
        (0,ask/* ask */.k)(github.reads(branch)),
        isSound && !absent.has('membership-token') ? membershipFound(github, settings.gate) : [],
        isSound ? teamsFound(github, settings.gate, teamsOf(settings)) : [],
        ...environments.map((name) => (0,ask/* ask */.k)(github.environment(name))),
    ]);
    const { file } = await asked.gitlab;
    const reported = file?.known && file.value && isReported(file.value) ? settings.statusContext : undefined;
    const seen = new Map((await Promise.all(written)).map((fact, n) => [contexts[n] ?? '', fact]));
    const elsewhere = absent.get('github-token');
    const isPublic = !repository.known || repository.value.isPublic;
    const ofFiles = uses.length === 0
        ? {}
        : {
            permissions: permissionsFound(uses, (use) => needsOf(use, patient), usual),
            environment: environmentFound(uses, new Map(environments.map((name, n) => [name, found[n] ?? unreadable]))),
            secrets: secretsFound(uses, names, []),
            policy: policyFound(uses, {
                policies,
                isPublic,
                isAdmin: repository.known && repository.value.isAdmin,
                isDefaultEnforced: clock.now() >= defaultEnforcedFrom,
                hasPolicies: patient.hasPolicies,
            }),
            statuses: statusesFound(writing, usual, {
                isOwn,
                isPublic,
                // Of another token these tell nothing.
                mayPush: repository.known && elsewhere === undefined ? repository.value.mayPush : undefined,
                scopes: repository.known && elsewhere === undefined ? repository.value.scopes : undefined,
            }),
        };
    const ofPeople = {
        membership: absent.has('membership-token')
            ? [(0,finding/* untold */.r_)('`membership-token` is not at hand', absent.get('membership-token') ?? '')]
            : membership,
        teams,
    };
    if (!repository.known)
        return {
            ...{ ...ofFiles, ...ofPeople },
            token: [(0,finding/* refusedOrUnknown */.k5)(repository, 'whether `github-token` reads')],
            ...(isSound && {
                // Of which branch is not known.
                ruleset: [(0,finding/* unanswered */.bj)(repository, 'whether a rule requires the status')],
                labels: labelsFound(labels, tests && [...tests.keys()], prefix),
            }),
        };
    return {
        ...{ ...ofFiles, ...ofPeople },
        token: [
            elsewhere !== undefined
                ? (0,finding/* untold */.r_)('`github-token` is not at hand: GitHub was asked with another one', elsewhere)
                : repository.value.isArchived
                    ? (0,finding/* wrong */.Qm)('the repository is archived: nothing runs there', 'Unarchive it, or look at another one.')
                    : reads.known
                        ? (0,finding/* well */.hU)('`github-token` reads what is needed')
                        : (0,finding/* refusedOrUnknown */.k5)(reads, 'whether `github-token` reads'),
        ],
        ...(isSound && {
            ruleset: rulesetFound(required, contexts, { isOwn, isMixed, reported, seen }),
            labels: labelsFound(labels, tests && [...tests.keys()], prefix),
        }),
    };
}
const unreadable = { known: false, reason: 'github-unexpected' };
/** Teams of `teams`, and those that `who-may-run` names. */
function teamsOf({ gate, rights }) {
    const roles = ['read', 'triage', 'write', 'maintain', 'admin'];
    const rows = [...(rights?.keys() ?? [])].filter((row) => !roles.includes(row.toLowerCase()));
    return [...new Set([...gate.teams, ...rows])];
}
/** The statuses that the workflows write. */
function contextsOf(uses, { statusContext }) {
    if (statusContext === undefined)
        return [];
    const modes = uses.map(({ step }) => step.with['mode'] ?? 'auto');
    const requiresAll = modes.includes('require-all') ? [(0,claim/* contextOfRequireAll */.RF)(statusContext)] : [];
    return [statusContext, ...requiresAll];
}
function needsOf(use, { settings }) {
    const mode = modeOf(use);
    const listens = (event) => [use, ...use.callers].some(({ workflow }) => workflow.events.has(event));
    const isTold = use.step.with['status-context']?.trim() !== '';
    // A release has no commit whose status is waited for; a copy of a pull request has a run of its own (docs/recipes.md).
    const isCopying = use.step.with['duplicate-token'] !== undefined &&
        /(?<![!(])contains\([^)]*'\/duplicate'\)/.test(use.job.condition);
    return {
        statuses: isTold && !['doctor', 'trigger'].includes(mode) && !isCopying,
        commands: (mode === 'auto' || mode === 'run') && listens('issue_comment'),
        pulls: mode !== 'trigger' && pullEvents.some(listens),
        contents: settings.selection.paths !== undefined,
        idToken: mode !== 'require-all' && (settings.vault?.auth.method === 'jwt' || settings.pipeline.proof),
    };
}
/** Events of which pull requests are read. */
const pullEvents = [
    ...['pull_request_target', 'workflow_run', 'issue_comment', 'workflow_dispatch', 'schedule', 'push'],
];

;// CONCATENATED MODULE: ./build/js/doctor/ci-file.js
/** The root CI file of the GitLab project, as far as it is looked at. Pure. Nothing of its text is ever shown. */

/** Keys that are no jobs (GitLab docs, "CI/CD YAML syntax reference", global keywords). */
const globals = [
    ...['spec', 'include', 'workflow', 'stages', 'variables', 'default', 'image', 'services'],
    ...['before_script', 'after_script', 'cache', 'pages:deploy', 'types'],
];
/** The template's jobs that report; a root file may set a key of theirs. */
const reporting = ['.drawbridge-report', 'drawbridge-report', 'drawbridge-report-failure'];
/** Reads it; undefined where it is no YAML, or grows too large by its aliases. */
function readCiFile(text) {
    const documents = documentsIn(text);
    if (documents === undefined)
        return undefined;
    const [first = {}, second] = documents;
    // A header stands before `---` (GitLab docs, "CI/CD inputs").
    const header = 'spec' in first ? first : undefined;
    const body = header === undefined || second !== undefined ? (second ?? first) : {};
    const included = [body['include']].flat().filter((one) => one !== undefined);
    const templates = included.flatMap((one) => templateIn(one) ?? []);
    const names = Object.keys(body).filter((name) => !globals.includes(name));
    return {
        inputs: header && Object.keys(ci_file_mapping(ci_file_mapping(header['spec'])['inputs'])),
        others: included.length > templates.length,
        template: templates[0],
        templates: templates.length,
        jobs: names.filter((name) => !name.startsWith('.')).map((name) => jobIn(body, name)),
        audiences: [...names.filter((name) => !reporting.includes(name)), 'default'].flatMap((name) => Object.values(ci_file_mapping(ci_file_mapping(body[name])['id_tokens'])).flatMap((token) => [ci_file_mapping(token)['aud']].flat().map(ci_file_textOf))),
    };
}
function documentsIn(text) {
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { logLevel: 'silent' });
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0))
        return undefined;
    try {
        return documents.map((one) => ci_file_mapping(one.toJS({ maxAliasCount: 1000 })));
    }
    catch {
        return undefined;
    }
}
/** The template, where an include takes it: by its place, or by the list that nothing else wants. */
function templateIn(include) {
    const given = ci_file_mapping(include);
    const inputs = ci_file_mapping(given['inputs']);
    const by = ['remote', 'component', 'project', 'local'].find((key) => key in given);
    if (by === undefined)
        return undefined;
    const places = [given[by], given['file']].flat().map(ci_file_textOf);
    if (!('known-tests' in inputs) && !places.some((text) => /functional-tests(?:[/.@]|$)/.test(text)))
        return undefined;
    const texts = Object.entries(inputs).map(([name, value]) => [name, [value].flat().map(ci_file_textOf).join(',')]);
    return {
        by,
        at: ci_file_textOf(given[by === 'project' ? 'ref' : by]),
        integrity: given['integrity'] === undefined ? undefined : ci_file_textOf(given['integrity']),
        isConditional: 'rules' in given,
        inputs: new Map(texts),
    };
}
function jobIn(body, name) {
    const line = lineageOf(body, name, new Set());
    const own = line.map((one) => ci_file_mapping(body[one]));
    const chosen = own.map((one) => ci_file_mapping(one['variables'])['DRAWBRIDGE_TEST']).find((one) => one != null);
    const value = typeof chosen === 'object' ? ci_file_mapping(chosen)['value'] : chosen;
    return {
        name,
        extended: line.slice(1),
        keys: [...new Set(own.flatMap((one) => Object.keys(one)))],
        chosenBy: value == null ? undefined : ci_file_textOf(value),
        commands: own
            .flatMap((one) => [one['before_script'], one['script']].flat(3))
            .map(ci_file_textOf)
            .filter(Boolean)
            .join('\n'),
    };
}
/** A job and what it extends, the nearest first: of several the last one wins (GitLab docs, "extends"). */
function lineageOf(body, name, seen) {
    if (seen.has(name))
        return [];
    seen.add(name);
    const parents = [ci_file_mapping(body[name])['extends']].flat().map(ci_file_textOf).filter(Boolean);
    return [name, ...parents.toReversed().flatMap((parent) => lineageOf(body, parent, seen))];
}
const ci_file_textOf = (value) => ['string', 'boolean', 'number'].includes(typeof value) ? String(value) : '';
const ci_file_mapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

;// CONCATENATED MODULE: ./build/js/doctor/gitlab-answers.js
/** Asks GitLab how the project is set up, after Vault where its token is there. */



/** What is known where nothing was asked. */
const unasked = { visit: undefined, wanted: [], asked: undefined, file: undefined };
/** Asks. Never rejects where Vault or GitLab refuses. */
async function askGitLab(patient) {
    const { settings, absent } = patient;
    const visit = await patient.vault?.();
    const wanted = [settings.gitlab.token, settings.gitlab.triggerToken].flatMap((one) => one?.from === 'vault' ? [one] : []);
    const token = absent.has('gitlab-token') ? undefined : tokenFrom(settings.gitlab.token, visit);
    if (token === undefined)
        return { ...unasked, visit, wanted };
    const gitlab = patient.gitlab(token);
    const project = await (0,ask/* ask */.k)(gitlab.project());
    const branch = settings.pipeline.ref.ref ?? (project.known ? project.value.defaultBranch : 'main');
    const path = (project.known ? project.value.configPath : undefined) ?? '.gitlab-ci.yml';
    const [own, rights, text] = await Promise.all([
        (0,ask/* ask */.k)(gitlab.accessToken()),
        (0,ask/* ask */.k)(gitlab.branchRights(branch)),
        (0,ask/* ask */.k)(gitlab.file(path, branch)),
    ]);
    const file = text.known ? (0,fact/* known */.eO)(text.value === undefined ? undefined : readCiFile(text.value)) : text;
    return { visit, wanted, asked: { project, own, rights }, file };
}
/** The access token: as it was given, or as Vault has it; undefined where it is neither. */
function tokenFrom(source, visit) {
    if (source?.from !== 'vault')
        return source?.value;
    const text = visit?.secrets.known
        ? visit.secrets.value.get(source.path)?.get(source.key)?.trim()
        : undefined;
    return text !== undefined && /^[\x21-\x7e]{4,8192}$/.test(text) ? text : undefined;
}

;// CONCATENATED MODULE: ./build/js/doctor/project.js

/** Judges an answer; a no of GitLab is one too. */
const answered = (fact, what, judge) => (fact.known ? judge(fact.value) : [(0,finding/* refusedOrUnknown */.k5)(fact, what)]);
/** Where the token's role stands. */
const developer = 30;
const maintainer = 40;
const projectFound = (project) => answered(project, 'what the project is like', ({ visibility, publicPipelines, isArchived }) => (0,finding/* orWell */.iA)([
    ...(isArchived
        ? [(0,finding/* wrong */.Qm)('the project is archived: GitLab starts no pipeline there', 'Unarchive it.')]
        : []),
    ...(publicPipelines === undefined
        ? [
            (0,finding/* untold */.r_)('GitLab does not tell this token whether its pipelines are public', 'See that *Project-based pipeline visibility* is clear: Settings > CI/CD > General pipelines.'),
        ]
        : []),
    ...(visibility !== 'private'
        ? [
            (0,finding/* wrong */.Qm)(`the project is ${visibility}: who is outside can read its code, and perhaps its logs`, 'In GitLab, Settings > General > Visibility: private.'),
        ]
        : []),
    ...(publicPipelines === true
        ? [
            visibility === 'private'
                ? (0,finding/* warning */.$e)('pipelines and logs are shown to guests of the project', 'In GitLab, Settings > CI/CD > General pipelines: clear *Project-based pipeline visibility*.')
                : (0,finding/* wrong */.Qm)('its pipelines are public, logs included', 'In GitLab, Settings > CI/CD > General pipelines: clear *Project-based pipeline visibility*.'),
        ]
        : []),
], 'the project is private, and its pipelines are'));
/** Judges the branch on which pipelines run, which holds the CI file. */
function branchFound(branch, project, { starts, isDefault }) {
    const name = isDefault ? 'the default branch' : 'the branch of `gitlab-ref`';
    return (0,finding/* judged */.g$)(branch, `what ${name} is like`, (found) => {
        if (found === undefined)
            return isDefault
                ? [(0,finding/* wrong */.Qm)('the project has no default branch', 'Push one.')]
                : [(0,finding/* warning */.$e)(`${name} is no branch`, 'A tag will do; see that it is one that nobody moves.')];
        const level = project.known ? project.value.level : undefined;
        // Whom a branch that excludes developers lets merge, GitLab tells maintainers alone, and elsewhere.
        const isSeen = found.canPush || (level !== undefined && level <= developer);
        const mayStart = found.canPush || (found.developersCanMerge && (level ?? 0) >= developer);
        return (0,finding/* orWell */.iA)([
            ...(!found.protected
                ? [
                    (0,finding/* wrong */.Qm)(`${name} is not protected: any developer can change what the jobs do`, 'In GitLab, Settings > Repository > Protected branches.'),
                ]
                : []),
            ...(found.protected && found.developersCanPush
                ? [
                    (0,finding/* warning */.$e)(`${name} takes pushes of every developer, and of this token: each can change what the jobs do`, 'Under Protected branches set *Allowed to push* to *No one* or Maintainers; *to merge* is enough.'),
                ]
                : []),
            ...(starts && found.protected && !mayStart && !isSeen
                ? [
                    (0,finding/* untold */.r_)(`whether ${name} lets the token start pipelines`, 'Under Protected branches, *Allowed to merge*: the role of the token, or the token itself.'),
                ]
                : []),
            ...(starts && found.protected && !mayStart && isSeen
                ? [
                    (0,finding/* wrong */.Qm)(`${name} lets the token neither merge nor push, so GitLab starts no pipeline there`, 'Under Protected branches, *Allowed to merge*: the role of the token, or the token itself.'),
                ]
                : []),
        ], `${name} is protected${starts ? ', and the token may start pipelines there' : ''}`);
    });
}

;// CONCATENATED MODULE: ./build/js/doctor/gitlab-token.js


/** How many days are left when it is time to say so, and when it is urgent. */
const soon = 21;
const urgent = 3;
const day = 86_400_000;
/** Judges scope, life and role. @param starts whether this token starts pipelines, and does not only watch */
function tokenFound(token, project, { now, starts }) {
    return answered(token, 'whether GitLab takes the token', ({ scopes, expiresAt }) => {
        const days = expiresAt === undefined ? undefined : Math.floor((expiresAt - now) / day);
        const level = project.known ? project.value.level : undefined;
        const broad = scopes.filter((scope) => !['api', 'read_api', 'self_rotate', 'granular'].includes(scope));
        return (0,finding/* orWell */.iA)([
            ...(starts && !scopes.some((scope) => scope === 'api' || scope === 'granular')
                ? [(0,finding/* wrong */.Qm)('the token may only read: it starts and stops nothing', 'Make one with the scope `api`.')]
                : []),
            ...(broad.length > 0
                ? [
                    (0,finding/* warning */.$e)(`the token has ${broad.length} more scopes than it needs`, 'Make one with the scope `api` alone.'),
                ]
                : []),
            ...(days === undefined
                ? [(0,finding/* warning */.$e)('the token never ends', 'Give it a date of expiry, and rotate it.')]
                : days < urgent
                    ? [
                        (0,finding/* wrong */.Qm)(`the token ends in ${days} days`, 'Rotate it now: Settings > Access tokens, or `POST …/rotate`.'),
                    ]
                    : days < soon
                        ? [
                            (0,finding/* warning */.$e)(`the token ends in ${days} days`, 'Rotate it: it keeps its user, so nothing else changes.'),
                        ]
                        : []),
            ...(scopes.includes('granular') && !scopes.includes('api')
                ? [
                    (0,finding/* untold */.r_)('what a token with fine-grained permissions may do', 'See that it has those of docs/gitlab.md, "Tokens".'),
                ]
                : []),
            ...(project.known && level === undefined
                ? [
                    (0,finding/* untold */.r_)('which role the token has in the project', `See that it is ${starts ? 'Developer' : 'Reporter'}, by itself or by a group.`),
                ]
                : []),
            ...(level !== undefined && level < (starts ? developer : 20)
                ? [
                    (0,finding/* wrong */.Qm)(`the role of the token is too low to ${starts ? 'start pipelines' : 'watch pipelines'}`, `Make one with the role ${starts ? 'Developer' : 'Reporter'}.`),
                ]
                : []),
            ...(level !== undefined && level > developer
                ? [(0,finding/* warning */.$e)('the role of the token is more than Developer', 'Make one with the role Developer.')]
                : []),
        ], `the token is good${days === undefined ? '' : ` for ${days} days`}, with the scope and the role that it needs`);
    });
}

;// CONCATENATED MODULE: ./build/js/doctor/passing.js




/** Names of all values that a run sends, but those of the proof. */
const sentNames = ({ names, further }) => [
    ...new Set([...Object.keys(further), names.branch, names.tests, ...request/* alwaysSent */.av]),
];
/** Judges whether GitLab takes what is sent. */
function passingFound(project, file, sending, starts) {
    if (sending.passAs === 'variables')
        return (0,finding/* judged */.g$)(project, 'who may set variables', (one) => variablesFound(one, starts));
    return (0,finding/* judged */.g$)(file, 'which inputs the CI file declares', (ci) => {
        if (ci === undefined)
            return [noFile];
        const missing = sentNames(sending).filter((name) => !(ci.inputs ?? []).includes(name));
        return (0,finding/* orWell */.iA)(missing.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`\`spec: inputs\` of the CI file does not declare ${(0,shown/* shownList */.y9)(missing)}`, 'Declare each of them, with a `regex` (docs/gitlab.md); GitLab refuses what is not declared.'),
            ]
            : [], 'all inputs are declared');
    });
}
const noFile = (0,finding/* wrong */.Qm)('the project has no CI file that can be read', 'Add `.gitlab-ci.yml` (docs/gitlab.md).');
function variablesFound({ overrideRole, level }, starts) {
    if (overrideRole === undefined)
        return [
            (0,finding/* untold */.r_)('GitLab tells maintainers alone who may set variables', 'Look under Settings > CI/CD > Variables, *Minimum role to use pipeline variables*: Developer; or use `pass-as: inputs`.'),
        ];
    // Who made a trigger token, GitLab tells to nobody else.
    if (overrideRole !== 'no_one_allowed' && (!starts || level === undefined))
        return [
            (0,finding/* untold */.r_)(starts
                ? 'whether the role of the token may set variables'
                : 'whether who made the trigger token may set variables', 'Compare it with *Minimum role to use pipeline variables*, under Settings > CI/CD > Variables.'),
        ];
    const least = { developer: developer, maintainer: maintainer, owner: 50, no_one_allowed: Number.POSITIVE_INFINITY }[overrideRole];
    return (level ?? 0) >= least
        ? [(0,finding/* well */.hU)('the token may set variables')]
        : [
            (0,finding/* wrong */.Qm)('the token may not set variables, so GitLab starts no pipeline', 'Use `pass-as: inputs`; or under Settings > CI/CD > Variables let Developers use pipeline variables.'),
        ];
}

;// CONCATENATED MODULE: ./build/js/doctor/accepted.js




/** What is compared with the include; what it takes from elsewhere is a fault of its own. */
function acceptedFaults(template, asking) {
    const isPlain = (name) => !(template.inputs.get(name) ?? '').includes('$');
    const starting = asking.uses.filter(startsPipelines);
    return [
        ...(0,finding/* judged */.g$)(asking.repository, 'whose proofs the template has to take', (repository) => [
            ...(isPlain('repository-id') && isPlain('owner-id') ? numberFaults(template, repository) : []),
            ...(isPlain('workflows') ? workflowFaults(template, starting, repository) : []),
        ]),
        ...(isPlain('environment') ? environmentFaults(template, starting) : []),
        ...(isPlain('events') ? accepted_eventFaults(template, starting) : []),
        ...coverFaults(template, asking),
        ...addressFaults(template, asking),
    ];
}
const startsPipelines = ({ step }) => ['auto', 'run', 'trigger'].includes((step.with['mode'] ?? '').trim() || 'auto');
function numberFaults(template, { id, ownerId }) {
    const wanted = [
        ['repository-id', id],
        ['owner-id', ownerId],
    ];
    const other = wanted.filter(([name, number]) => given(template, name) !== String(number));
    return other.length === 0
        ? []
        : [
            (0,finding/* wrong */.Qm)(`the template trusts another repository: ${(0,shown/* shownList */.y9)(other.map(([name]) => name))} is not that of this one`, `Set ${other.map(([name, number]) => `\`${name}: '${number}'\``).join(' and ')} in the include.`),
        ];
}
/** Events of which GitHub takes the workflow from the default branch (GitHub docs, "Events that trigger workflows"). */
const ofDefaultBranch = [
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'workflow_dispatch',
    'schedule',
];
function workflowFaults(template, uses, { fullName, defaultBranch }) {
    const trusted = listed(given(template, 'workflows'));
    const files = [...new Map(uses.map(({ workflow }) => [workflow.path, workflow])).values()];
    return files.flatMap(({ path, events }) => {
        const full = `${fullName}/${path}@`;
        // One that others call is trusted by its own name or by theirs.
        if (events.has('workflow_call'))
            return [];
        const wanted = ofDefaultBranch.some((event) => events.has(event))
            ? `${full}refs/heads/${defaultBranch}`
            : undefined;
        const isTrusted = trusted.some((one) => (wanted === undefined ? one.startsWith(full) : one === wanted));
        return isTrusted
            ? []
            : [
                (0,finding/* wrong */.Qm)(`the template does not trust ${shownPath(path)}: it refuses what that asks for`, 'Add to its `workflows` owner/name/.github/workflows/file.yml@refs/heads/ and the default branch.'),
            ];
    });
}
function environmentFaults(template, uses) {
    const environment = given(template, 'environment');
    if (environment === '')
        return [];
    // An expression may give it.
    const others = uses.filter(({ job }) => job.environment !== '' && job.environment !== environment);
    return [...new Set(others.map(({ workflow }) => workflow.path))].map((path) => (0,finding/* wrong */.Qm)(`the job in ${shownPath(path)} has not the \`environment\` that the template asks for`, 'Give the job and the include the same one.'));
}
/** Events that start pipelines; a schedule sweeps, and a call by hand without inputs does too. */
const starting = [
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'push',
    'merge_group',
    'release',
];
function accepted_eventFaults(template, uses) {
    const trusted = listed(given(template, 'events'));
    if (trusted.length === 0)
        return [];
    const missing = starting.filter((event) => uses.some(({ workflow }) => workflow.events.has(event)) && !trusted.includes(event));
    return missing.length === 0
        ? []
        : [
            (0,finding/* wrong */.Qm)(`the template does not trust the event ${(0,shown/* shownList */.y9)(missing)}`, 'Add it to `events` of the include, or leave `events` out.'),
        ];
}
/** What is sent beside the usual has to be covered by name, and nothing else can be. */
function coverFaults(template, { further }) {
    const covered = listed(given(template, 'covers'));
    const isSame = further.every((name) => covered.includes(name)) && covered.length === further.length;
    return isSame
        ? []
        : [
            (0,finding/* wrong */.Qm)('`covers` of the include is not what the input `variables` sends, so each proof is refused', further.length === 0
                ? 'Leave `covers` out of the include.'
                : `Set \`covers: ${further.join(',')}\` in the include.`),
        ];
}
const host = (url) => (URL.canParse(url) ? new URL(url).host : '');
/** Addresses that stand for github.com and gitlab.com where the include does not say another. */
function addressFaults(template, { apiUrl, gitlabUrl }) {
    const isGitHubCom = host(apiUrl) === 'api.github.com';
    const wanted = [
        'issuer',
        'engine-url',
        ...(given(template, 'report') === 'true' ? ['github-url', 'github-api-url'] : []),
    ];
    const left = isGitHubCom ? [] : wanted.filter((name) => !template.inputs.has(name));
    const issuer = host(given(template, 'issuer'));
    const isForeign = isGitHubCom && issuer !== 'token.actions.githubusercontent.com';
    const jobUrl = given(template, 'gitlab-url');
    return [
        ...(left.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`${(0,shown/* shownList */.y9)(left)} of the include stand at github.com's, and this is another server`, 'Set them to the addresses of your GitHub (docs/gitlab.md, "The template").'),
            ]
            : []),
        ...(isForeign && template.inputs.get('issuer')?.includes('$') !== true
            ? [(0,finding/* wrong */.Qm)('`issuer` of the include is not that of github.com', 'Leave `issuer` out of the include.')]
            : []),
        ...(host(jobUrl) === host(gitlabUrl) || jobUrl.includes('$')
            ? []
            : [
                // A server can have another name inside of a company.
                (template.inputs.has('gitlab-url') ? finding/* warning */.$e : finding/* wrong */.Qm)('`gitlab-url` of the include is not that of the workflow: a job would ask another server what it is', 'Set both to the address of the GitLab that runs the jobs.'),
            ]),
    ];
}

;// CONCATENATED MODULE: ./build/js/doctor/proof.js





/** Judges `proof: true`, and a template that takes nothing else. */
function proofFound(project, file, { proof }, asking) {
    // That it needs `pass-as: inputs` is a fault of the inputs.
    if (!proof)
        return file.known && file.value?.template !== undefined
            ? [
                (0,finding/* wrong */.Qm)('the template takes only what is proven, and `proof` is not `true`', 'Set `proof: true` and `pass-as: inputs` in the workflow, and `id-token: write` for its job.'),
            ]
            : [];
    const inputs = (0,finding/* judged */.g$)(file, 'whether the proof is taken', (ci) => {
        if (ci === undefined)
            return [noFile];
        const missing = parts/* partNames */.wX.filter((name) => !(ci.inputs ?? []).includes(name));
        const verified = ci.jobs.some(({ commands }) => /\bdrawbridge\b[^\n]*\bverify\b/.test(commands));
        return [
            ...(missing.length > 0
                ? [
                    (0,finding/* wrong */.Qm)(`\`spec: inputs\` does not declare ${(0,shown/* shownList */.y9)(missing)}`, 'Declare the five, each with a `regex` and an empty default.'),
                ]
                : []),
            ...(ci.template !== undefined
                ? acceptedFaults(ci.template, asking)
                : missing.length === 0 && !verified
                    ? [
                        (0,finding/* warning */.$e)('the template is not included in the root file: whether jobs check the proof is not seen here', 'Let each job that reads a secret verify first (`drawbridge exec --verify`).'),
                    ]
                    : []),
        ];
    });
    const role = (0,finding/* judged */.g$)(project, 'who may set variables', ({ overrideRole }) => {
        if (overrideRole === 'no_one_allowed')
            return [];
        return [
            overrideRole === undefined
                ? (0,finding/* untold */.r_)('GitLab tells maintainers alone who may set variables', 'Look under Settings > CI/CD > Variables: *Minimum role to use pipeline variables* has to be *No one allowed*.')
                : (0,finding/* wrong */.Qm)('variables may be set beside the proof, and could turn a job against it', 'Under Settings > CI/CD > Variables set *Minimum role to use pipeline variables* to *No one allowed*.'),
        ];
    });
    return (0,finding/* orWell */.iA)([...inputs, ...role], 'the proof is taken, and nobody may set variables');
}

// EXTERNAL MODULE: ./build/js/report/test-jobs.js
var test_jobs = __webpack_require__(8630);
;// CONCATENATED MODULE: ./build/js/doctor/template.js





/** Judges whether GitLab knows the tests that can be chosen, by the template or by the jobs of the file. */
function templateFound(file, rules, sending) {
    return (0,finding/* judged */.g$)(file, 'what the CI file says', (ci) => {
        if (ci === undefined)
            return [noFile];
        const { template } = ci;
        const faults = template === undefined ? [] : includeFaults(template, sending, ci.templates);
        const { tests: labels, allLabel } = rules.selection;
        if (labels === undefined)
            return [
                ...faults,
                (0,finding/* warning */.$e)('`tests` is not set, so there is nothing to compare', 'List the tests in `tests`.'),
            ];
        const tests = [...new Set(labels.values())].filter((id) => id !== allLabel);
        if (template === undefined)
            return withoutTemplate(ci, tests, rules);
        return (0,finding/* orWell */.iA)([...faults, ...knownFaults(template, tests, allLabel), ...jobFaults(ci, tests, rules)], 'the template is included, unchangeable, and knows the same tests');
    });
}
function withoutTemplate(ci, tests, rules) {
    const silent = silentIn(ci, tests, rules);
    if (silent.length === 0)
        return [(0,finding/* well */.hU)('each test has its job in the CI file')];
    return [
        ci.others
            ? (0,finding/* warning */.$e)('the template is not included, and some jobs come from files that are not read here', 'Include the template: it compares its `known-tests` with what is asked for.')
            : noJobs(silent),
    ];
}
/** The tests that have no job in the file. */
const silentIn = (ci, tests, rules) => rules.testJobs === 'none' ? [] : tests.filter((test) => jobsOf(ci, test, rules).length === 0);
const jobsOf = ({ jobs }, test, rules) => jobs.filter(({ name }) => (0,test_jobs/* isNamed */.e)(name, (0,test_jobs/* jobNamesOf */.b)(test, rules)));
const noJobs = (silent) => (0,finding/* wrong */.Qm)(`the CI file has no job for ${(0,shown/* shownList */.y9)(silent)}: all tests together can never pass`, 'Name the jobs of a test like its id, or say in `test-jobs` which they are.');
function knownFaults(template, wanted, allLabel) {
    const there = listed(given(template, 'known-tests'));
    const all = given(template, 'all-tests');
    const missing = wanted.filter((id) => !there.includes(id));
    const more = there.filter((id) => !wanted.includes(id) && id !== all).length;
    return [
        ...(missing.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`the template does not know ${(0,shown/* shownList */.y9)(missing)}`, 'Add them to its `known-tests`, or take them out of `tests`.'),
            ]
            : []),
        ...(more > 0
            ? [
                (0,finding/* wrong */.Qm)(`the template knows ${more} more test${more === 1 ? '' : 's'} than \`tests\` lists`, 'Give both the same list: nobody can choose those.'),
            ]
            : []),
        ...(all === allLabel
            ? []
            : [
                (0,finding/* wrong */.Qm)('the template has another word for all tests: `all-tests` is not the input `all-label`', 'Give both the same word.'),
            ]),
    ];
}
/** The job of the template that checks the proof, and hands over secrets; and that for builds, which has none. */
const checked = '.drawbridge-test';
const building = '.drawbridge-build';
/** Keys that stand in place of the check, where a job sets them. */
const ofTheCheck = ['script', 'before_script', 'rules'];
/** Whether the job of each test is one of the template's, as it was made. Of other files' jobs nothing is known. */
function jobFaults(ci, tests, rules) {
    if (rules.testJobs === 'none')
        return [];
    const silent = ci.others ? [] : silentIn(ci, tests, rules);
    const faulty = (fault) => tests.filter((test) => jobsOf(ci, test, rules).some((job) => fault(job, test)));
    const beside = faulty(({ extended, commands }) => {
        const isKnown = !ci.others || extended.length === 0;
        const isOurs = extended.includes(checked) || extended.includes(building);
        return !isOurs && isKnown && !/\bdrawbridge\b[^\n]*--verify\b/.test(commands);
    });
    const replaced = faulty(({ extended, keys }) => extended.includes(checked) && keys.some((key) => ofTheCheck.includes(key)));
    const unchosen = faulty(({ extended, chosenBy }, test) => extended.includes(checked) && !choosesOnly(chosenBy, test));
    return [
        ...(silent.length > 0 ? [noJobs(silent)] : []),
        ...(beside.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`the job of ${(0,shown/* shownList */.y9)(beside)} does not extend \`${checked}\`: nothing checks the proof there`, `Let it extend \`${checked}\`, which verifies and then runs DRAWBRIDGE_RUN.`),
            ]
            : []),
        ...(replaced.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`the job of ${(0,shown/* shownList */.y9)(replaced)} replaces a part of the check (${ofTheCheck.join(', ')})`, 'Leave these to the template; DRAWBRIDGE_RUN is what the job runs.'),
            ]
            : []),
        ...(unchosen.length > 0
            ? [
                (0,finding/* wrong */.Qm)(`DRAWBRIDGE_TEST of the job of ${(0,shown/* shownList */.y9)(unchosen)} does not name that test alone`, 'Write its id between `/,` and `,/`, with a backslash before each `.` and `/` of it.'),
            ]
            : []),
    ];
}
/** Whether a pattern begins and ends at the commas of the list, and, where it is one id, is that of the test. */
function choosesOnly(pattern, test) {
    const inner = /^\/,(.+),\/$/.exec(pattern ?? '')?.[1];
    if (inner === undefined)
        return false;
    // Anything more than an id is the maintainer's own way to name several.
    return !/^(?:[\w:@#=,.-]|\\.)+$/.test(inner) || inner.replaceAll('\\', '') === test;
}

// EXTERNAL MODULE: ./build/js/doctor/vault.js
var vault = __webpack_require__(9096);
;// CONCATENATED MODULE: ./build/js/doctor/gitlab-section.js








/** Judges the answers. @param uses the steps that use the action */
function gitLabSection(patient, uses, { repository, gitlab }) {
    const { settings, clock, absent, vaultElsewhere } = patient;
    const { visit, asked, file } = gitlab;
    const ofVault = visit
        ? {
            'vault-login': (0,vault.loginFound)(visit, gitlab.wanted),
            'vault-policies': (0,vault.policiesFound)(visit),
            'vault-revoke': (0,vault.revokeFound)(visit),
        }
        : vaultElsewhere
            ? {
                'vault-login': [
                    (0,finding/* untold */.r_)('what the log-in to Vault takes is not at hand here', 'Run `mode: doctor` in the job.'),
                ],
            }
            : {};
    if (asked === undefined || file === undefined)
        return {
            ...ofVault,
            'gitlab-token': [
                visit !== undefined
                    ? (0,finding/* unknowable */.LJ)('without its token GitLab is not asked', 'See what is said of Vault.')
                    : settings.gitlab.token === undefined
                        ? (0,finding/* untold */.r_)('a trigger token alone shows nothing of the project', 'Look at docs/gitlab.md.')
                        : (0,finding/* unknowable */.LJ)('the token of GitLab is not at hand', whereOf(absent)),
            ],
        };
    const { project, own, rights } = asked;
    const sending = settings.pipeline;
    const starts = settings.gitlab.triggerToken === undefined;
    const asking = {
        ...{ uses, repository, apiUrl: settings.github.apiUrl, gitlabUrl: settings.gitlab.url },
        further: Object.keys(sending.further),
    };
    const rules = { selection: settings.selection, testJobs: settings.testJobs };
    const run = { waits: settings.wait, context: settings.statusContext };
    return {
        ...ofVault,
        project: projectFound(project),
        'gitlab-token': tokenFound(own, project, { now: clock.now(), starts }),
        ...(project.known && {
            branch: branchFound(rights, project, { starts, isDefault: sending.ref.ref === undefined }),
            passing: passingFound(project, file, sending, starts),
            template: templateFound(file, rules, sending),
            proof: proofFound(project, file, sending, asking),
            verdict: verdictFound(file, uses, run),
        }),
    };
}
const whereOf = (absent) => absent.get('gitlab-token') ?? 'Set it in the environment.';

;// CONCATENATED MODULE: ./build/js/doctor/doctor.js
/** The doctor: asks everything at once, and gives what it found in the order of the table of checks. */









/** All findings. Asks GitHub, GitLab and Vault at the same time; changes nothing anywhere. */
async function examine(patient) {
    const files = patient.files === undefined ? await (0,ask/* ask */.k)(patient.github.workflowFiles()) : (0,fact/* known */.eO)(patient.files);
    const all = files.known ? files.value.flatMap((file) => readWorkflow(file) ?? []) : [];
    const uses = usesIn(all);
    const repository = (0,ask/* ask */.k)(patient.github.settings());
    const gitlab = patient.isSound ? askGitLab(patient) : Promise.resolve(unasked);
    const judgeGitLab = async () => gitLabSection(patient, uses, { repository: await repository, gitlab: await gitlab });
    const sections = [
        Promise.resolve(fileSection(patient, files, all, uses)),
        gitHubSection(patient, uses, { repository, gitlab }),
        ...(patient.isSound ? [judgeGitLab(), crossingSection(patient)] : []),
    ];
    const found = Object.assign({}, ...(await Promise.all(sections)));
    return Object.keys(checks_checks).flatMap((check) => {
        const own = (found[check] ?? []);
        // Two jobs of one file may have the same fault.
        return own
            .filter(({ said }, n) => own.findIndex((one) => one.said === said) === n)
            .map((one) => ({ check, ...one }));
    });
}
async function crossingSection(patient) {
    const { settings } = patient;
    if (settings.pullRequest === undefined)
        return {};
    return { crossing: await crossingFound(patient, settings, settings.pullRequest) };
}

;// CONCATENATED MODULE: ./build/js/doctor/page.js
/** What the doctor prints: a line for each finding, and what to do below it; or JSON. Pure. */

const signs = { well: '✓', warning: '!', wrong: '✗', unknown: '?' };
/** Plain lines, by area, with a last one that counts. */
function linesOf(findings) {
    const areas = [...new Set(Object.values(checks_checks).map(({ area }) => area))];
    const parts = areas.flatMap((area) => {
        const own = findings.filter(({ check }) => checks_checks[check].area === area);
        return own.length === 0 ? [] : [area, ...own.flatMap(lineOf), ''];
    });
    return [...parts, summaryLine(findings)];
}
const lineOf = ({ mark, said, todo }) => [
    `  ${signs[mark]} ${said}`,
    ...(todo === undefined ? [] : [`      ${todo}`]),
];
/** `12 ✓, 1 !, no ✗: …` */
function summaryLine(findings) {
    const count = (mark) => findings.filter((one) => one.mark === mark).length;
    const marks = ['well', 'warning', 'wrong', 'unknown'].map((mark) => `${count(mark)} ${signs[mark]}`);
    const end = isWell(findings)
        ? 'nothing stands in the way'
        : 'something is wrong, or could not be found out';
    return `${marks.join('  ')}  ${end}`;
}
/** Whether only what is well and warnings were found: the exit code is 0 then. */
const isWell = (findings) => findings.every(({ mark }) => mark === 'well' || mark === 'warning');
/** One object: `{ "well": true, "findings": [{ "check", "area", "mark", "said", "todo" }] }`. */
const jsonOf = (findings) => JSON.stringify({
    well: isWell(findings),
    findings: findings.map((one) => ({ ...one, area: checks[one.check].area })),
});

;// CONCATENATED MODULE: ./build/js/modes/doctor.js
/** Looks at the set-up and says what is wrong with it. Changes nothing, and is no run: no status is written. */


/** Asks everything. Never rejects where a service refuses: that is what is told. */
async function doctor(patient) {
    const findings = await examine(patient);
    const reason = isWell(findings) ? 'set-up-well' : 'set-up-faulty';
    return { result: { decision: 'not-run', reason }, lines: linesOf(findings) };
}

// EXTERNAL MODULE: ./build/js/github/client.js + 6 modules
var client = __webpack_require__(8024);
// EXTERNAL MODULE: ./build/js/github/new-token.js
var new_token = __webpack_require__(1342);
// EXTERNAL MODULE: ./build/js/github/octokit.js + 23 modules
var github_octokit = __webpack_require__(596);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var valibot_dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/js/github/read.js
var read = __webpack_require__(3514);
;// CONCATENATED MODULE: ./build/js/github/set-up.js
/** How a repository is set up: what the doctor asks beside what the gate asks. Nothing here changes anything. */


const repositoryShape = valibot_dist/* object */.Ikc({
    id: valibot_dist/* number */.aig(),
    full_name: valibot_dist/* string */.YjP(),
    owner: valibot_dist/* object */.Ikc({ id: valibot_dist/* number */.aig() }),
    private: valibot_dist/* boolean */.zMY(),
    default_branch: valibot_dist/* string */.YjP(),
    permissions: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({ admin: valibot_dist/* boolean */.zMY(), push: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY()) })),
    archived: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY(), false),
});
const texts = valibot_dist/* array */.YOg(valibot_dist/* string */.YjP());
const policiesShape = valibot_dist/* object */.Ikc({
    policies: valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({
        enforcement: valibot_dist/* string */.YjP(),
        conditions: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({
            workflow_path: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({ include: valibot_dist/* optional */.lqM(texts), exclude: valibot_dist/* optional */.lqM(texts) })),
        }))),
        rules: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({
            type: valibot_dist/* string */.YjP(),
            parameters: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({ allowed_events: valibot_dist/* optional */.lqM(texts) })),
        }))),
    })),
});
const entryShape = valibot_dist/* object */.Ikc({ path: valibot_dist/* string */.YjP(), type: valibot_dist/* string */.YjP() });
const fileShape = valibot_dist/* object */.Ikc({ content: valibot_dist/* string */.YjP(), encoding: valibot_dist/* literal */.euz('base64') });
const ruleShape = valibot_dist/* object */.Ikc({
    type: valibot_dist/* string */.YjP(),
    parameters: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({
        required_status_checks: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ context: valibot_dist/* string */.YjP(), integration_id: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* number */.aig())) }))),
    })),
});
const branchShape = valibot_dist/* object */.Ikc({
    protection: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({
        required_status_checks: valibot_dist/* optional */.lqM(valibot_dist/* object */.Ikc({
            contexts: valibot_dist/* optional */.lqM(texts),
            checks: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ context: valibot_dist/* string */.YjP(), app_id: valibot_dist/* nullable */.mee(valibot_dist/* number */.aig()) }))),
        })),
    })),
});
const environmentShape = valibot_dist/* object */.Ikc({
    deployment_branch_policy: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ protected_branches: valibot_dist/* boolean */.zMY() }))),
});
const secretsShape = valibot_dist/* object */.Ikc({ total_count: valibot_dist/* number */.aig(), secrets: valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ name: valibot_dist/* string */.YjP() })) });
const pullsShape = valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ head: valibot_dist/* object */.Ikc({ sha: valibot_dist/* string */.YjP() }) }));
const statusesShape = valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({
    context: valibot_dist/* string */.YjP(),
    creator: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ login: valibot_dist/* string */.YjP(), type: valibot_dist/* string */.YjP() }))),
}));
const appShape = valibot_dist/* object */.Ikc({ id: valibot_dist/* number */.aig() });
const permissionsShape = valibot_dist/* object */.Ikc({ default_workflow_permissions: valibot_dist/* picklist */.KIO(['read', 'write']) });
/** So many pull requests are looked at for a status. */
const heads = 3;
/** The account of an App; nobody else's name can have brackets (docs/facts/github.md, "Set-up"). */
const botName = /^([a-z0-9][a-z0-9-]{0,99})\[bot\]$/;
/** Of one repository, asked with one token. */
function createSetUp(octokit, here) {
    const get = (path, more = {}) => octokit.request(`GET /repos/{owner}/{repo}${path}`, { ...here, ...more });
    const rulesOf = async (branch) => {
        const rules = await (0,read/* readAll */.yw)(octokit, ruleShape, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', {
            ...here,
            branch,
        });
        return rules
            .filter(({ type }) => type === 'required_status_checks')
            .flatMap(({ parameters }) => parameters?.required_status_checks ?? [])
            .map(({ context, integration_id: id }) => ({ context, source: id ?? undefined }));
    };
    /** The older protection of a branch, which rulesets stand beside. */
    const protectionOf = async (branch) => {
        const answer = await (0,read/* absentAs */.s5)(undefined, get('/branches/{branch}', { branch }));
        const { contexts = [], checks } = (answer && (0,read/* read */.LF)(branchShape, answer.data).protection?.required_status_checks) ?? {};
        return (checks?.map(({ context, app_id: id }) => ({
            context,
            source: id === null || id < 0 ? undefined : id,
        })) ?? contexts.map((context) => ({ context, source: undefined })));
    };
    /** Undefined: 404. The list is asked for to its end. */
    const namesFrom = async (path, more = {}) => {
        const names = [];
        for (let page = 1;; page += 1) {
            const answer = await (0,read/* absentAs */.s5)(undefined, get(path, { ...more, per_page: 100, page }));
            if (answer === undefined)
                return undefined;
            const { secrets, total_count: all } = (0,read/* read */.LF)(secretsShape, answer.data);
            names.push(...secrets.map(({ name }) => name));
            if (secrets.length === 0 || names.length >= all)
                return names;
        }
    };
    const appOf = async (slug) => {
        if (slug === undefined)
            return 'person';
        const answer = await (0,read/* absentAs */.s5)(undefined, octokit.request('GET /apps/{app_slug}', { app_slug: slug }));
        return answer === undefined ? 'hidden' : (0,read/* read */.LF)(appShape, answer.data).id;
    };
    return {
        settings: async () => {
            const answer = await get('');
            const { id, full_name: fullName, owner, private: isPrivate, default_branch: defaultBranch, permissions, archived: isArchived, } = (0,read/* read */.LF)(repositoryShape, answer.data);
            const scopes = answer.headers['x-oauth-scopes'];
            return {
                ...{ id, fullName, ownerId: owner.id },
                isPublic: !isPrivate,
                defaultBranch,
                isArchived,
                isAdmin: permissions?.admin === true,
                mayPush: permissions?.push,
                scopes: typeof scopes === 'string'
                    ? scopes
                        .split(',')
                        .map((scope) => scope.trim())
                        .filter(Boolean)
                    : undefined,
            };
        },
        policies: async () => {
            const answer = await (0,read/* absentAs */.s5)(undefined, get('/actions/policies', { per_page: 100 }));
            return answer && (0,read/* read */.LF)(policiesShape, answer.data).policies.map(toPolicy);
        },
        workflowFiles: async () => {
            const folder = await (0,read/* absentAs */.s5)(undefined, get('/contents/{path}', { path: '.github/workflows' }));
            const entries = folder === undefined ? [] : (0,read/* read */.LF)(valibot_dist/* array */.YOg(entryShape), folder.data);
            const paths = entries
                .filter(({ path, type }) => type === 'file' && /\.ya?ml$/.test(path))
                .map(({ path }) => path);
            return Promise.all(paths.map(async (path) => {
                const { content } = (0,read/* read */.LF)(fileShape, (await get('/contents/{path}', { path })).data);
                return { path, text: Buffer.from(content, 'base64').toString('utf8') };
            }));
        },
        requiredChecks: async (branch) => (await Promise.all([rulesOf(branch), protectionOf(branch)])).flat(),
        labels: async () => {
            const shape = valibot_dist/* object */.Ikc({ name: valibot_dist/* string */.YjP() });
            return (await (0,read/* readAll */.yw)(octokit, shape, 'GET /repos/{owner}/{repo}/labels', here)).map(({ name }) => name);
        },
        environment: async (name) => {
            const answer = await (0,read/* absentAs */.s5)(undefined, get('/environments/{environment_name}', { environment_name: name }));
            if (answer === undefined)
                return undefined;
            const policy = (0,read/* read */.LF)(environmentShape, answer.data).deployment_branch_policy;
            return { branches: policy == null ? 'any' : policy.protected_branches ? 'protected' : 'named' };
        },
        secretNames: async (environments) => {
            const [own, organization = [], ...others] = await Promise.all([
                namesFrom('/actions/secrets'),
                namesFrom('/actions/organization-secrets'),
                ...environments.map((name) => namesFrom('/environments/{environment_name}/secrets', { environment_name: name })),
            ]);
            // GitHub hides what one may not see as what is not there.
            if (own === undefined)
                return undefined;
            return {
                everywhere: [...own, ...organization],
                inEnvironment: new Map(environments.map((name, n) => [name, others[n] ?? []])),
            };
        },
        usualPermissions: async () => (0,read/* read */.LF)(permissionsShape, (await get('/actions/permissions/workflow')).data).default_workflow_permissions,
        writers: async (context) => {
            const newest = { state: 'all', sort: 'updated', direction: 'desc', per_page: heads };
            const pulls = (0,read/* read */.LF)(pullsShape, (await get('/pulls', newest)).data);
            const lists = await Promise.all(pulls.map(async ({ head }) => {
                const { data } = await get('/commits/{ref}/statuses', { ref: head.sha, per_page: 100 });
                return (0,read/* read */.LF)(statusesShape, data).filter((status) => status.context === context);
            }));
            const found = lists.find((list) => list.length > 0) ?? [];
            const bots = found.map(({ creator }) => creator?.type === 'Bot' ? botName.exec(creator.login)?.[1] : undefined);
            return Promise.all([...new Set(bots)].map(appOf));
        },
        reads: async (branch) => {
            await Promise.all([
                get('/pulls', { state: 'open', per_page: 1 }),
                get('/commits/{ref}/statuses', { ref: branch, per_page: 1 }),
            ]);
        },
    };
}
function toPolicy(raw) {
    const { enforcement, conditions, rules } = raw;
    const events = rules?.find(({ type }) => type === 'restrict_action_events')?.parameters?.allowed_events;
    return {
        enforcement,
        include: conditions?.workflow_path?.include ?? [],
        exclude: conditions?.workflow_path?.exclude ?? [],
        events,
        restrictsActors: rules?.some(({ type }) => type === 'restrict_actions_actors') ?? false,
        complete: rules !== undefined,
    };
}

// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./build/js/net/shape.js
var shape = __webpack_require__(5567);
// EXTERNAL MODULE: ./build/js/gitlab/gitbeaker.js + 1 modules
var gitbeaker = __webpack_require__(3126);
;// CONCATENATED MODULE: ./build/js/gitlab/set-up.js
/** How a GitLab project is set up, as its token sees it. Nothing here changes anything. */




const access = valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ access_level: valibot_dist/* number */.aig() })));
const projectShape = valibot_dist/* object */.Ikc({
    visibility: valibot_dist/* picklist */.KIO(['private', 'internal', 'public']),
    default_branch: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* string */.YjP())),
    archived: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* boolean */.zMY())),
    public_jobs: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* boolean */.zMY())),
    ci_config_path: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* string */.YjP())),
    ci_pipeline_variables_minimum_override_role: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* picklist */.KIO(['no_one_allowed', 'developer', 'maintainer', 'owner']))),
    restrict_user_defined_variables: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* boolean */.zMY())),
    permissions: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ project_access: access, group_access: access }))),
});
const tokenShape = valibot_dist/* object */.Ikc({
    scopes: valibot_dist/* array */.YOg(valibot_dist/* string */.YjP()),
    expires_at: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* isoDate */._$n()))),
});
const set_up_branchShape = valibot_dist/* object */.Ikc({
    protected: valibot_dist/* boolean */.zMY(),
    can_push: valibot_dist/* boolean */.zMY(),
    developers_can_push: valibot_dist/* boolean */.zMY(),
    developers_can_merge: valibot_dist/* boolean */.zMY(),
});
const set_up_fileShape = valibot_dist/* object */.Ikc({ content: valibot_dist/* string */.YjP(), encoding: valibot_dist/* literal */.euz('base64') });
const set_up_read = (0,shape/* readerOf */.T)('gitlab');
/** Of one project, asked with one token. @param options.project path or numeric id */
function set_up_createSetUp(options) {
    const { url, project, token, send } = options;
    const { requester } = (0,gitbeaker/* createGitbeaker */.v)({ url, token, send });
    return {
        project: async () => {
            const { body } = await requester.get((0,gitbeaker/* endpoint */.s) `projects/${project}`);
            const raw = set_up_read(projectShape, body);
            const levels = [raw.permissions?.project_access, raw.permissions?.group_access].flatMap((one) => one?.access_level ?? []);
            // Where it is off, every developer may, whatever the role says (GitLab docs, "Projects API").
            const isFree = raw.restrict_user_defined_variables === false;
            return {
                visibility: raw.visibility,
                isArchived: raw.archived === true,
                publicPipelines: raw.public_jobs ?? undefined,
                level: levels.length === 0 ? undefined : Math.max(...levels),
                overrideRole: isFree ? 'developer' : (raw.ci_pipeline_variables_minimum_override_role ?? undefined),
                defaultBranch: raw.default_branch ?? 'main',
                configPath: raw.ci_config_path || undefined,
            };
        },
        accessToken: async () => {
            const { scopes, expires_at: end } = set_up_read(tokenShape, (await requester.get('personal_access_tokens/self')).body);
            return { scopes, expiresAt: end == null ? undefined : Date.parse(end) };
        },
        branchRights: async (name) => {
            const path = (0,gitbeaker/* endpoint */.s) `projects/${project}/repository/branches/${name}`;
            const answer = await requester
                .get(path)
                .catch((0,failure/* serviceFailureAs */.i5)(undefined, ({ refusal }) => refusal === 'branch-not-found'));
            if (answer === undefined)
                return undefined;
            const raw = set_up_read(set_up_branchShape, answer.body);
            return {
                protected: raw.protected,
                canPush: raw.can_push,
                developersCanPush: raw.developers_can_push,
                developersCanMerge: raw.developers_can_merge,
            };
        },
        file: async (path, ref) => {
            const answer = await requester
                .get((0,gitbeaker/* endpoint */.s) `projects/${project}/repository/files/${path}`, { searchParams: { ref } })
                .catch((0,failure/* serviceFailureAs */.i5)(undefined, ({ kind }) => kind === 'not-found'));
            return answer && Buffer.from(set_up_read(set_up_fileShape, answer.body).content, 'base64').toString('utf8');
        },
    };
}

;// CONCATENATED MODULE: ./build/js/action/doctor-wiring.js
/** Builds the clients that the doctor asks with, for either edge. */






/** The doctor's patient, as these settings have it. */
function patientOf(settings, edge) {
    const { send, visit, ...given } = edge;
    const { token, membershipToken, apiUrl, repository } = settings.github;
    const clientOf = (own) => (0,github_octokit/* createOctokit */.Q)({ token: own, baseUrl: apiUrl, send: (0,new_token/* patientWithNew */.M)(send, clock/* systemClock */.m) });
    const octokit = clientOf(token);
    const membership = membershipToken === token ? octokit : clientOf(membershipToken);
    const [owner = '', repo = ''] = repository.split('/');
    const wanted = [settings.gitlab.token, settings.gitlab.triggerToken].flatMap((source) => source?.from === 'vault' ? [source.path] : []);
    return {
        ...given,
        settings,
        github: {
            ...(0,client/* createGitHubClient */.L)({ octokit, membership, duplication: octokit, repository }),
            ...createSetUp(octokit, { owner, repo }),
        },
        hasPolicies: !/\/api\/v3$/.test(apiUrl),
        gitlab: (own) => set_up_createSetUp({ url: settings.gitlab.url, project: settings.gitlab.project, token: own, send }),
        vault: visit && wanted.length > 0
            ? () => visit([...new Set(wanted)].map((path) => ({ path, below: false })))
            : undefined,
    };
}

// EXTERNAL MODULE: ./build/js/action/vault-wiring.js + 7 modules
var vault_wiring = __webpack_require__(5316);
;// CONCATENATED MODULE: ./build/js/action/doctor.js
/** `mode: doctor`: the set-up as the inputs of this job name it. Loaded only by it. */




/** Looks, and says what was found in the log. With faults among the inputs GitLab and Vault are not asked. */
async function consult(settings, faults, edge) {
    const { interrupted, env, log } = edge;
    const send = (0,vault_wiring/* transportFor */.JG)(settings, env, { signal: interrupted });
    // A log-in that is under way is waited for: else nobody could give its token back.
    const visit = faults.length === 0 && settings.vault
        ? (0,vault_wiring/* visitorOf */.qc)(settings, edge, (0,vault_wiring/* transportFor */.JG)(settings, env))
        : undefined;
    const patient = patientOf(settings, {
        ...{
            faults,
            isSound: faults.length === 0,
            interrupted,
            send,
            visit,
            clock: clock/* systemClock */.m,
            absent: new Map(),
            files: undefined,
            vaultElsewhere: false,
        },
    });
    const diagnosis = await doctor(patient);
    for (const line of diagnosis.lines)
        log.info(line);
    return diagnosis;
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
