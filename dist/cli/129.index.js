export const id = 129;
export const ids = [129];
export const modules = {

/***/ 8955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/js/child/exit.js
var child_exit = __webpack_require__(1799);
// EXTERNAL MODULE: ./build/js/reasons.js + 8 modules
var reasons = __webpack_require__(7953);
// EXTERNAL MODULE: ./build/js/facts/ask.js
var facts_ask = __webpack_require__(8003);
// EXTERNAL MODULE: ./build/js/facts/fact.js
var fact = __webpack_require__(1350);
// EXTERNAL MODULE: ./build/js/net/again.js
var again = __webpack_require__(7374);
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
const isRefused = ({ service, kind, refusal }) => service === 'gitlab' &&
    (kind === 'unauthorized' || kind === 'forbidden' || refusal === 'project-not-found');
/** A 404 of something before GitLab, which says nothing of what was asked for. */
const isForeign = ({ refusal }) => refusal === 'foreign-not-found';
/**
 * GitLab itself says that the pipeline which was asked for is not there, and not that its project is not. Where Vault has
 * no token for GitLab, that was not asked.
 */
const isAbsent = (failure) => failure.service === 'gitlab' && failure.kind === 'not-found' && !isForeign(failure) && !isRefused(failure);
/** A no that may be another one a moment later. */
const lasting_mayChange = (failure) => failure.service === 'gitlab' &&
    (isRefused(failure) || failure.kind === 'not-found' || failure.kind === 'moved');

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/report/claim.js
/** Who speaks in which context for a commit: the claim that a status carries in its link. */

/** `all`, `none` or twelve hexadecimal digits. The same ids in any order give the same. Pure. */
function digestOf({ ids, all }) {
    if (all)
        return 'all';
    if (ids.length === 0)
        return 'none';
    return (0,external_node_crypto_.createHash)('sha256').update(ids.toSorted().join(',')).digest('hex').slice(0, 12);
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
function claim_claimIn(targetUrl) {
    const [, pull, , tests = '', full] = claiming.exec(targetUrl) ?? [];
    return pull === undefined ? undefined : { pull: Number(pull), tests, full: full === '1' };
}
/** The ending of a key in a claim; undefined where it claims nothing, or its run had not made its request by then. Pure. */
const keyEndingIn = (targetUrl) => claiming.exec(targetUrl)?.[2];
/** The pull request of which a link tells that it was not let through; undefined where it does not. Pure. */
function claim_refusalIn(targetUrl) {
    const refused = /\?pr=(\d{1,15})$/.exec(targetUrl)?.[1];
    return refused === undefined ? undefined : Number(refused);
}
/** The pull request that a link speaks for, let through or not. Pure. */
const claim_pullIn = (targetUrl) => claim_claimIn(targetUrl)?.pull ?? claim_refusalIn(targetUrl);
/** The run that a link leads to, whatever it claims. Pure. */
const claim_runIn = (targetUrl) => targetUrl.split(/[?#]/)[0] ?? '';
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

// EXTERNAL MODULE: ./build/js/clock.js
var clock = __webpack_require__(6616);
// EXTERNAL MODULE: ./build/js/pipeline/status.js
var pipeline_status = __webpack_require__(5403);
;// CONCATENATED MODULE: ./build/js/pipeline/composite.js

/**
 * What the status of a pipeline would be if it had these jobs alone, each in its newest attempt: GitLab's own rule
 * (docs/facts/gitlab.md, "Status"), for who may read the jobs and not the pipeline. Where a job is on its way it is
 * `running`, whichever of the living ones GitLab would say. Without a job nothing has run: `skipped`. Pure.
 */
function compositeOf(jobs) {
    const counting = new Set(jobs.filter((job) => !isIgnored(job)).map(({ status }) => status));
    const moves = [...counting].some((status) => status !== 'created' && (0,pipeline_status/* meaningOf */.Pr)(status) === 'alive');
    if (moves)
        return 'running';
    if (counting.has('manual'))
        return 'manual';
    if (counting.has('scheduled'))
        return 'scheduled';
    if (counting.has('created'))
        return 'running';
    if (counting.has('failed'))
        return 'failed';
    if (counting.has('canceled'))
        return 'canceled';
    return counting.has('success') || hasWarnings(jobs) ? 'success' : 'skipped';
}
/** Whether a job did not pass that may fail: then a pipeline that passes has warnings. Pure. */
const hasWarnings = (jobs) => jobs.some(isWarning);
const isWarning = ({ status, mayFail }) => mayFail && (status === 'failed' || status === 'canceled');
/** What may fail counts neither where it did, nor while somebody may start it by hand. */
const isIgnored = (job) => isWarning(job) || (job.mayFail && job.status === 'manual');

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
function test_jobs_jobNamesOf(test, { selection, testJobs }) {
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
function test_jobs_isNamed(job, names) {
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
function ran_testsToShow(tests, { selection, testJobs }) {
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
        const names = test_jobs_jobNamesOf(test, rules);
        return { test, end: endOf(jobs.filter(({ name }) => test_jobs_isNamed(name, names))) };
    });
    const thatEnded = (wanted) => ends.flatMap(({ test, end }) => (end === wanted ? [test] : []));
    if (thatEnded('failed').length > 0)
        return { ran: 'failed' };
    const missing = thatEnded('missing');
    return missing.length > 0 ? { ran: 'missing', missing } : { ran: 'passed', warned: thatEnded('warned') };
}
/** Whether a job of these tests is still on its way. Pure. */
const ran_isUnderWay = (jobs, tests, rules) => tests
    .map((test) => jobNamesOf(test, rules))
    .some((names) => jobs.some((job) => isNamed(job.name, names) && meaningOf(ran_statusOfJob(job)) === 'alive'));
/**
 * How a job stands. Without `strategy` a bridge passes as soon as it has started a pipeline, so that one's status is the
 * bridge's (docs/facts/gitlab.md, "Jobs"); a pass that shows none tells nothing. Pure.
 */
function ran_statusOfJob({ status, bridge, downstream }) {
    if (!bridge)
        return status;
    return downstream ?? (status === 'success' ? 'unknown' : status);
}
/** How a test ended whose jobs these are. */
function endOf(jobs) {
    const ends = jobs.map((job) => {
        const status = ran_statusOfJob(job);
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
function jobs_disclosed(jobs, tests, rules) {
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
    done: jobs.filter(({ status }) => isEnded(status)).length,
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
        return { ...endings[endingOf(pipeline)], ...shown };
    if (!ran.known)
        return { ...(ran.reason === 'job-cancelled' ? cancelled : lost(ran.reason)), ...shown };
    const { value } = ran;
    if (value.ran === 'failed')
        return { ...endings.failed, ...shown };
    if (value.ran === 'missing')
        return { ...endings.missing, missingTests: value.missing, ...shown };
    const { warned } = value;
    if (warned.length > 0)
        return { ...endings.warnings, warnedTests: warned, ...shown };
    return { ...endings[pipeline.warnings ? 'warnings' : 'success'], ...shown };
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
const endings = {
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
const pauses = (/* unused pure expression or super */ null && ([5_000, 15_000, 40_000]));
const longestWait = 60_000;
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
        ...judge(outcome, ranIn(jobs, toShow, settings)),
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
/**
 * The same by the jobs alone, for who cannot read the pipeline: one of its own jobs, whose end it would have to wait for.
 * `jobs` are the others, each in its newest attempt. Undefined while one of them is on its way. Pure.
 */
function verdictByJobs(jobs, tests, rules) {
    const status = compositeOf(jobs);
    if ((0,pipeline_status/* meaningOf */.Pr)(status) === 'blocked')
        return judgeUnended({ how: 'blocked', pipeline: { status } });
    if (!(0,pipeline_status/* isEnded */.pl)(status))
        return undefined;
    const pipeline = { status, warnings: hasWarnings(jobs), ...untold };
    const ending = { how: 'ended', pipeline };
    return verdict_judge(ending, ranIn((0,fact/* known */.eO)(jobs), hasPassed(ending) ? ran_testsToShow(tests, rules) : [], rules));
}
/** A configuration with errors has no jobs that could look; times are the pipeline's, which is not over. */
const untold = {
    invalidConfiguration: false,
    createdAt: 0,
    startedAt: undefined,
    finishedAt: undefined,
};
const hasPassed = (outcome) => outcome.how === 'ended' && outcome.pipeline.status === 'success';
function ranIn(jobs, toShow, rules) {
    if (toShow.length === 0)
        return (0,fact/* known */.eO)(nothingToShow);
    return jobs.known ? (0,fact/* known */.eO)(ranOf(jobs.value, toShow, rules)) : jobs;
}
/**
 * The answer may be that of a replica that lags behind the end of the pipeline: a job that is on its way by it is looked
 * at again.
 */
async function readJobs({ gitlab, settings, clock, interrupted }, id, toShow) {
    const patience = { clock, pauses: toShow.length > 0 ? pauses : [], longestWait, mayPass: mayChange };
    const aborted = whenAborted(interrupted).then(() => unknown('job-cancelled'));
    const read = () => Promise.race([
        ask(repeatedly(() => gitlab.jobs(id), patience), { 'not-found': 'pipeline-gone' }),
        aborted,
    ]);
    let jobs = await read();
    for (const pause of pauses) {
        if (!jobs.known || !isUnderWay(jobs.value, toShow, settings))
            break;
        await clock.sleep(pause, interrupted);
        jobs = await read();
    }
    return jobs;
}

// EXTERNAL MODULE: ./build/js/facts/alphabet.js
var alphabet = __webpack_require__(4611);
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
    if (alphabet/* safeTestId */.v9.test(name) && name.length <= longest)
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

// EXTERNAL MODULE: ./build/js/reasons/gitlab.js
var gitlab = __webpack_require__(7717);
;// CONCATENATED MODULE: ./build/js/report/status.js



/** Whether a status is this very line. Pure. */
const isSaid = ({ state, description, targetUrl }) => (one) => one.state === state && one.description === description && one.targetUrl === targetUrl;
/**
 * Whether two statuses were written by one account. Anybody with write can write one in our words and with our link, and
 * a check may be bound to the app that writes it (docs/security.md, "What a status proves"): written again by us, theirs
 * would pass for ours. Pure.
 */
const status_isBySame = (one, other) => other !== undefined && one.creator === other.creator;
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
    const { shows } = (0,reasons/* reasonOf */.A)(result.reason);
    if (result.asksMore !== undefined)
        return heldLine(result.tests ?? [], result.asksMore);
    return shows === 'untouched'
        ? undefined
        : { state: shows, description: shorten(withoutWide(inShort(result))) };
}
/**
 * A status has no room for what to do next, so one that waits for a person names the command (docs/comments.md, "What
 * the check says").
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
    const { sentence } = (0,reasons/* reasonOf */.A)(result.reason);
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
        return gitlab/* refGone */.v.twin;
    if (reason === 'gitlab-ref-not-found' && ref?.shown === 'default')
        return gitlab/* refGone */.v.default;
    const { remedy } = (0,reasons/* reasonOf */.A)(reason);
    return commit === undefined ? remedy : remedy.replace('<commit>', commit);
}
const shorten = (text) => (text.length <= status_longest ? text : `${text.slice(0, status_longest - 1)}…`);

;// CONCATENATED MODULE: ./build/js/report/own-status.js


/** Whether a status was written for this very request, by a run of its repository. */
function isOfRequest({ targetUrl }, request) {
    const claim = claim_claimIn(targetUrl);
    return (claim?.pull === request.pull &&
        keyEndingIn(targetUrl) === request.ending &&
        digestsOf(request).includes(claim.tests) &&
        leadsToRun(targetUrl, request));
}
/** Whether a link leads to a run of the repository: it is written again, so it must not lead anywhere else. */
function leadsToRun(targetUrl, { server, repository }) {
    const runs = `${server}/${repository}/actions/runs/`;
    const page = claim_runIn(targetUrl);
    return page.startsWith(runs) && /^\d{1,20}$/.test(page.slice(runs.length));
}
/** The action may not list all tests there are, so all of them one by one may be some to it. */
const digestsOf = ({ tests: ids, all }) => [
    digestOf({ ids, all: false }),
    ...(all ? ['all'] : []),
];
/**
 * What to say of a verdict where these statuses of the context stand, newest first. `alone`: whether the pull request is
 * open and ready, has this head, and nobody else claims it.
 */
function sayingOf(result, lines, request, alone) {
    const [top] = lines;
    const line = statusLine(result);
    if (!top || !line)
        return { act: 'nothing', because: 'not-ours' };
    if (!isOfRequest(top, request)) {
        const isForming = top.state === 'pending' && claimsWithoutKey(top, request);
        return { act: 'nothing', because: isForming ? 'not-yet' : 'not-ours' };
    }
    const own = { ...line, targetUrl: linkOf(top) };
    if (isSaid(own)(top))
        return { act: 'nothing', because: 'said' };
    const isFull = lines
        .filter((one) => isOfRequest(one, request))
        .every(({ targetUrl }) => claim_claimIn(targetUrl)?.full);
    if (line.state !== 'success' || (alone && isFull))
        return { act: 'say', line: own, becomes: 'told' };
    // What is green or waits already, who knows more has written, or will.
    if (top.state === 'success')
        return { act: 'nothing', because: 'said' };
    if (top.state === 'pending')
        return { act: 'nothing', because: 'left' };
    return { act: 'say', line: leftLine(request, top), becomes: 'left' };
}
/** The first word of a run comes before its request is made. */
const claimsWithoutKey = ({ targetUrl }, { pull }) => claim_claimIn(targetUrl)?.pull === pull && keyEndingIn(targetUrl) === undefined;
/**
 * The words of a run that did not wait, by which the sweep knows what is left to it, and the claim of a status as it
 * stands; without the pipeline that a cancelled job took along.
 */
function leftLine({ tests }, status) {
    const detached = statusLine({ decision: 'allowed', reason: 'detached', tests });
    return { state: 'pending', description: '', ...detached, targetUrl: linkOf(status) };
}
const linkOf = ({ targetUrl }) => targetUrl.split('#')[0] ?? '';
/**
 * What to say after a line was written over `seen`, where these statuses stand now: what was said in between lies beneath
 * it, and its writer may not look again. Where that was a newer run of the pull request, the status waits for it again;
 * where another pull request has claimed the commit, a success came too early. It is never more than a pending line, in
 * our own words: anybody with write can have written what lies there. Undefined: nothing.
 */
function amendmentOf(said, seen, lines, request) {
    const [top, ...below] = lines;
    // Whoever has spoken since has seen this line.
    if (!top || !isSaid(said)(top))
        return undefined;
    const before = below.findIndex((one) => isSaid(seen)(one) && one.at === seen.at);
    const between = below
        .slice(0, Math.max(0, before))
        .filter(({ targetUrl }) => leadsToRun(targetUrl, request));
    const [last] = between;
    if (last && claim_pullIn(last.targetUrl) === request.pull && !isOfRequest(last, request))
        return { line: leftLine({ tests: [] }, last), becomes: 'not-ours' };
    const isOfOther = ({ targetUrl }) => ![undefined, request.pull].includes(claim_claimIn(targetUrl)?.pull);
    return said.state === 'success' && between.some(isOfOther)
        ? { line: leftLine(request, top), becomes: 'left' }
        : undefined;
}

;// CONCATENATED MODULE: ./build/js/report/standing.js
/** What stands on a commit, and for whom: its statuses of one context, and the pull requests that have claimed it. */




/** Open pull requests that claim one commit; more are never let through together (`head-crowded`). */
const mostClaimants = 10;
/** Pull requests that have ever claimed one commit, of which that many are read at most. */
const mostRead = 30;
/** The pull requests that claim a commit by these lines: open, ready, and with this head. */
async function claimantsOf({ github, claims }, lines, commit) {
    const numbers = new Set(lines.flatMap(({ targetUrl }) => claim_claimIn(targetUrl)?.pull ?? []));
    if (claims.own !== undefined)
        numbers.delete(claims.own);
    if (numbers.size > mostRead)
        return (0,fact/* unknown */.L5)('head-crowded');
    const found = (0,fact/* allKnown */.HC)(await Promise.all([...numbers].map((number) => claimant({ github, claims }, number, commit))));
    if (!found.known)
        return found;
    const claimants = found.value.filter((one) => one !== undefined);
    return claimants.length > mostClaimants ? (0,fact/* unknown */.L5)('head-crowded') : (0,fact/* known */.eO)(claimants);
}
async function claimant({ github, claims }, number, commit) {
    const pull = await (0,facts_ask/* ask */.k)(github.pull(number), { 'not-found': 'pull-request-not-found' });
    if (!pull.known)
        return pull.reason === 'pull-request-not-found' ? (0,fact/* known */.eO)(undefined) : pull;
    const { open, draft, head } = pull.value;
    if (!open || (draft && !claims.drafts) || head.sha !== commit)
        return (0,fact/* known */.eO)(undefined);
    const wants = await claims.wants(pull.value);
    return wants.known ? (0,fact/* known */.eO)({ pull: number, wants: wants.value }) : wants;
}
/** Everything that was ever said of a commit, newest first. More than ten pages are not read: who speaks is not known. */
async function historyOf(github, commit) {
    const history = await (0,facts_ask/* ask */.k)(github.history(commit));
    if (!history.known)
        return history;
    return history.value === undefined ? (0,fact/* unknown */.L5)('github-unexpected') : (0,fact/* known */.eO)(history.value);
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

;// CONCATENATED MODULE: ./build/js/report/write.js



/** Pauses (ms) before a status is written again, where GitHub did not say how long to wait. */
const write_pauses = (/* unused pure expression or super */ null && ([1_000, 4_000]));
/** A longer wait than this (ms) that GitHub asks for is not waited. */
const write_longestWait = 60_000;
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
    const written = await ask(repeatedly(act, { clock, pauses: write_pauses, longestWait: write_longestWait, mayPass }), meaning);
    return written.known ? written.value : { written: false, why: 'failed', reason: written.reason };
}

;// CONCATENATED MODULE: ./build/js/report/inside.js










/** Pauses (ms) between two looks at jobs that are under way: at first, and at most. */
const looks = { first: 5_000, most: 30_000 };
/**
 * The verdict of the pipeline by its other jobs, once they are over. Unknown where GitLab does not tell, where one runs
 * on past the hour, and where the list lacks the job that asks: to who may not see jobs GitLab gives an empty one
 * (docs/facts/gitlab.md, "Jobs").
 * @param jobs reads all jobs of the pipeline, each in its newest attempt; throws a ServiceFailure
 * @param own the name of the job that asks
 */
async function judgeFromInside(jobs, own, tests, rules, { clock, until, interrupted }) {
    const patience = { ...(0,again/* untilHour */.F)(clock, until), mayPass: lasting_mayChange, interrupted };
    for (let pause = looks.first;; pause = Math.min(pause * 2, looks.most)) {
        const seen = await (0,facts_ask/* ask */.k)((0,again/* repeatedly */.S)(jobs, patience));
        if (interrupted.aborted)
            return (0,fact/* unknown */.L5)('job-cancelled');
        if (!seen.known)
            return seen;
        const others = seen.value.filter(({ name, bridge }) => bridge || name !== own);
        if (others.length === seen.value.length)
            return (0,fact/* unknown */.L5)('report-jobs-unseen');
        const judgement = verdictByJobs(others, tests, rules);
        if (judgement)
            return (0,fact/* known */.eO)(judgement);
        if (clock.now() + pause > until)
            return (0,fact/* unknown */.L5)('report-jobs-running');
        await clock.sleep(pause, interrupted);
    }
}
/** A run that has claimed makes its request within this time (ms): GitLab takes a minute at most to start a pipeline. */
const formingMs = 120_000;
const formingPauseMs = 5_000;
/**
 * Tells a verdict where the newest status of the context, or of that of runs on request, is of this very request.
 * Whatever fails in passing is tried again until the hour; what could not be found out is never told. A second time it
 * changes nothing.
 */
async function tellFromInside(github, context, request, result, limits) {
    const patience = { ...(0,again/* untilHour */.F)(limits.clock, limits.until), interrupted: limits.interrupted };
    const patient = {
        ...github,
        history: (commit) => (0,again/* repeatedly */.S)(() => github.history(commit), patience),
        pull: (number) => (0,again/* repeatedly */.S)(() => github.pull(number), patience),
    };
    const tell = async (one) => {
        const act = () => tellOnce(patient, { context: one, claimedIn: context }, request, result, limits);
        const told = await (0,facts_ask/* ask */.k)((0,again/* repeatedly */.S)(act, patience), meaning);
        return told.known ? told.value : told;
    };
    const required = await tell(context);
    if (!required.known)
        return required;
    const onRequest = await tell(contextOnRequest(context));
    return onRequest.known && required.value !== 'not-ours' ? required : onRequest;
}
/** One try. Throws a ServiceFailure where GitHub did not take a line. */
async function tellOnce(github, place, request, result, { clock, interrupted }) {
    const since = clock.now();
    for (;;) {
        if (interrupted.aborted)
            return (0,fact/* unknown */.L5)('job-cancelled');
        const history = await historyOf(github, request.commit);
        if (!history.known)
            return history;
        const lines = linesOf(place.context, history.value);
        const mayPass = statusLine(result)?.state === 'success' && lines[0] && isOfRequest(lines[0], request);
        const alone = mayPass ? await isAlone(github, place, request, history.value) : (0,fact/* known */.eO)(false);
        if (!alone.known)
            return alone;
        const saying = sayingOf(result, lines, request, alone.value);
        const [top] = lines;
        if (saying.act === 'say' && top)
            return say(github, place, request, saying, top);
        if (saying.act === 'say' || saying.because === 'said')
            return (0,fact/* known */.eO)('told');
        if (saying.because !== 'not-yet')
            return (0,fact/* known */.eO)(saying.because);
        if (clock.now() - since >= formingMs)
            return (0,fact/* known */.eO)('not-ours');
        await clock.sleep(formingPauseMs, interrupted);
    }
}
const linesOf = (context, history) => history.filter((line) => line.context === context);
/**
 * Whether the pull request is open and ready, has this head, and is the only one that claims the commit. What others ask
 * for, nothing here tells, so their drafts count too. A run on request answers nobody's labels.
 */
async function isAlone(github, { context, claimedIn }, { pull, commit }, history) {
    const wants = async () => (0,fact/* known */.eO)(undefined);
    const claims = { context: claimedIn, own: pull, drafts: true, wants };
    const [own, others] = await Promise.all([
        (0,facts_ask/* ask */.k)(github.pull(pull), { 'not-found': 'pull-request-not-found' }),
        context === claimedIn
            ? claimantsOf({ github, claims }, linesOf(claimedIn, history), commit)
            : (0,fact/* known */.eO)([]),
    ]);
    if (!own.known)
        return own.reason === 'pull-request-not-found' ? (0,fact/* known */.eO)(false) : own;
    if (!others.known)
        return others.reason === 'head-crowded' ? (0,fact/* known */.eO)(false) : others;
    const { open, draft, head } = own.value;
    return (0,fact/* known */.eO)(open && !draft && head.sha === commit && others.value.length === 0);
}
/** Writes a line over `seen`, and looks once more. */
async function say(github, { context }, request, { line, becomes }, seen) {
    const { commit } = request;
    await github.setStatus(commit, { ...line, context });
    const history = await historyOf(github, commit);
    if (!history.known)
        return history;
    const amendment = amendmentOf(line, seen, linesOf(context, history.value), request);
    if (!amendment)
        return (0,fact/* known */.eO)(becomes);
    await github.setStatus(commit, { ...amendment.line, context });
    return (0,fact/* known */.eO)(amendment.becomes);
}

;// CONCATENATED MODULE: ./build/js/facts/pull.js
const shaPattern = /^[0-9a-f]{40}$/;
/** Whether a text is a full commit name: 40 lower-case hex digits. */
const pull_isSha = (text) => shaPattern.test(text);

// EXTERNAL MODULE: ./build/js/request/request.js
var request = __webpack_require__(2717);
// EXTERNAL MODULE: ./build/js/facts/names.js
var names = __webpack_require__(6866);
;// CONCATENATED MODULE: ./build/js/facts/labels.js
/** Which labels choose tests, and which words mean all of them. */

/** Whether a label chooses tests: it begins with the prefix, or is the one that means all. Pure. */
const labels_choosesTests = (label, { prefix, allLabel }) => beginsWith(label, prefix) || sameName(label, allLabel);
/** Whether a word, where a test is named, means all of them: `all`, whatever else has that name, and the all label. Pure. */
const meansAll = (word, { allLabel }) => (0,names/* sameName */.q)(word, 'all') || (0,names/* sameName */.q)(word, allLabel);

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

;// CONCATENATED MODULE: ./build/js/request/received.js
/** A request as it arrived in GitLab: what a job of its pipeline makes of the values that it got. */



/**
 * Reads it from values that are proven to come from the action. They are told several times over, so they have to agree.
 * Undefined where they do not, for a push, a tag or the merge queue, and where a test is not known. Pure.
 * @param testsVariable the name of the value that holds the tests
 */
function receivedIn(values, testsVariable, rules) {
    const text = (name) => (Object.hasOwn(values, name) ? (values[name] ?? '') : '');
    const key = (0,request/* readKey */.YZ)(text('DRAWBRIDGE_KEY'));
    const ids = text(testsVariable).split(',');
    if (key === undefined || typeof key.origin !== 'number' || ids.includes(''))
        return undefined;
    const { repository, origin: pull, commit } = key;
    const agree = text('GITHUB_REPOSITORY_FULL_NAME') === repository &&
        text('GITHUB_COMMIT_ID') === commit &&
        text('GITHUB_PULL_REQUEST') === String(pull);
    const selection = selectTests(ids, rules);
    if (!agree || !selection.selected || !pull_isSha(commit))
        return undefined;
    const { tests, all } = selection;
    return { repository, commit, pull, ending: text('DRAWBRIDGE_KEY').slice(-12), tests, all };
}

// EXTERNAL MODULE: ./build/js/child/value.js
var value = __webpack_require__(1402);
// EXTERNAL MODULE: ./build/js/cli/gather.js + 1 modules
var gather = __webpack_require__(9587);
// EXTERNAL MODULE: ./build/js/cli/io.js + 1 modules
var cli_io = __webpack_require__(2227);
;// CONCATENATED MODULE: ./build/js/cli/github-token.js
/** The token by which a report writes: from a variable of the job, or from Vault. */




/** A token of GitHub is one word (docs/facts/github.md, "Tokens"): a header can hold nothing else. */
const word = /^[\x21-\x7e]{1,4096}$/;
/**
 * Reads it; Vault is asked here, and no sooner. The token by which one logs in there is revoked, unless the secret has a
 * lease, which `release` ends. Nothing of the value is ever said.
 */
async function githubToken(wishes, io, interrupted) {
    if (wishes.from === 'variable') {
        const { name } = wishes;
        const value = Object.hasOwn(io.env, name) ? (io.env[name] ?? '').trim() : '';
        return value === '' ? missing(`${name} is not set`) : held(value, async () => { });
    }
    const gathered = await (0,gather/* gather */.kg)(wishes, wishes.asked, io, (0,cli_io/* logOf */.G)(io, 'report'), interrupted);
    if (!gathered.ok)
        return gathered;
    const release = () => endLease(gathered);
    const [source] = gathered.found;
    const bytes = source?.value === undefined ? undefined : (0,value/* decode */.D)(source.value, source.form);
    if (bytes !== undefined) {
        const token = held(new TextDecoder().decode(bytes).trim(), release);
        if (!token.ok)
            await release();
        return token;
    }
    await release();
    const [absent] = gathered.absent;
    return missing(absent === undefined ? 'Vault has no such key there' : (0,gather/* sayAbsent */.pG)(absent));
}
async function endLease({ lease }) {
    await lease?.end();
}
const held = (token, release) => word.test(token)
    ? { ok: true, token, release }
    : missing('what is there holds blanks or line ends: was it stored in full, and nothing else?');
function missing(why) {
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)('report-token-missing');
    return { ok: false, exit: 1, said: [`report-token-missing: ${sentence} (${why}). ${remedy}`] };
}

// EXTERNAL MODULE: ./build/js/cli/proof-wiring.js + 3 modules
var proof_wiring = __webpack_require__(2801);
// EXTERNAL MODULE: ./build/js/net/content.js
var content = __webpack_require__(423);
;// CONCATENATED MODULE: ./build/js/github/new-token.js

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
        if (final || answer.status !== 401 || (0,content/* isForeignNo */.o)(answer.status, answer.body))
            return answer;
        waiting ??= clock.sleep(pauseMs).then(() => {
            waited = true;
        });
        await waiting;
        return send(request);
    };
}

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
// EXTERNAL MODULE: ./build/js/net/refusal.js
var refusal = __webpack_require__(7650);
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
    const octokit = (0,github/* getOctokit */.Q)(options.token, {
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
    return (0,refusal/* asServiceFailure */.Iq)('github', inner);
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
            throw (0,refusal/* refusedBy */.it)('github', response, KNOWN);
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

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/js/facts/command.js
/** Reads what a comment on a pull request asks for, as people type it. */


/** Which command a comment names, in whatever form; undefined for talk. Pure. */
function nameIn(parsed) {
    if (parsed.kind === 'none')
        return undefined;
    return parsed.kind === 'command' ? parsed.command.name : parsed.name;
}
const command_names = (/* unused pure expression or super */ null && (['ok-to-test', 'retest', 'test', 'cancel', 'duplicate']));
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
function command_parseCommand(body) {
    const line = firstLine(body);
    const [word = '', ...rest] = line.split(blanks);
    const exact = command_names.find((known) => word === `/${known}`);
    if (exact !== undefined) {
        const command = read(exact, rest);
        return command ? { kind: 'command', command } : malformed(exact, rest);
    }
    const found = slip.exec(line);
    if (!found)
        return { kind: 'none' };
    const [text, approves, other = ''] = found;
    const name = approves ? 'ok-to-test' : command_names.find((known) => known === other.toLowerCase());
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
    test: alphabet/* safeTestId */.v9,
};

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

// EXTERNAL MODULE: ./build/js/net/shape.js
var shape = __webpack_require__(5567);
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

;// CONCATENATED MODULE: ./build/js/github/pulls.js




const sha = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y(pull_isSha), dist/* transform */.pdi((text) => text));
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
const refShape = dist/* object */.Ikc({ object: dist/* object */.Ikc({ sha }) });
const comparisonShape = dist/* object */.Ikc({ status: dist/* string */.YjP() });
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
            const { sha: head } = read_read(refShape, ref.data).object;
            // On the second page there are no files, which can be many (GitHub docs, "Compare two commits").
            const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
            const parameters = { ...here, basehead: `${head}...${commit}`, per_page: 1, page: 2 };
            const answer = await absentAs(undefined, octokit.request(route, parameters));
            const status = answer && read_read(comparisonShape, answer.data).status;
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

// EXTERNAL MODULE: ./build/js/gitlab/own-job.js + 2 modules
var own_job = __webpack_require__(390);
;// CONCATENATED MODULE: ./build/js/cli/report-wiring.js
/** Builds what a report asks: GitLab for the jobs of the pipeline, GitHub for the statuses of the commit. */






/** GitLab, by the job's own token, and by another one where it sees more. */
const wireJobs = (url, tokens, send) => (0,own_job/* createOwnJob */.K)({
    ...{ url, jobToken: tokens.job, send },
    ...(tokens.access !== undefined && { accessToken: tokens.access }),
});
/** GitHub, with a token that may write the statuses of the repository and read its pull requests. */
function wireGitHub(apiUrl, repository, token, send) {
    const [owner = '', repo = ''] = repository.split('/');
    const octokit = createOctokit({ token, baseUrl: apiUrl, send: patientWithNew(send, clock/* systemClock */.m) });
    return { ...createStatuses(octokit, { owner, repo }), pull: createPulls(octokit, { owner, repo }).pull };
}

// EXTERNAL MODULE: ./build/js/cli/verified.js + 6 modules
var cli_verified = __webpack_require__(1887);
;// CONCATENATED MODULE: ./build/js/cli/report.js
/** `drawbridge report`: the verdict of a pipeline, told to GitHub by one of its own jobs. */











/**
 * Runs the command. Gives the exit code: 0 where the tests passed and that was told, or is somebody else's to tell; 1
 * where they did not, so that a retry in GitLab runs this job too, and where something could not be found out or told.
 */
async function report(wishes, io, hearing) {
    const exit = await story(wishes, io, hearing);
    const signal = hearing.first();
    return signal === undefined ? exit : (0,child_exit/* signalCode */.S2)(signal, external_node_os_.constants.signals);
}
async function story(wishes, io, hearing) {
    const { interrupted } = hearing;
    const limits = { clock: io.clock, until: io.clock.now() + wishes.deadlineMs, interrupted };
    const verified = await (0,cli_verified.verifyFirst)(wishes.verify, io, hearing);
    if (!verified.ok)
        return fail(verified, io);
    const request = receivedIn(verified.values, wishes.verify.testsVariable, wishes.rules.selection);
    if (!request)
        return fail(because('report-request-unknown'), io);
    const result = await judged(wishes, io, verified, request, limits);
    if (!result.known)
        return fail(because(result.reason), io);
    const token = await githubToken(wishes.token, io, interrupted);
    if (!token.ok)
        return fail(token, io);
    try {
        const send = (0,proof_wiring/* transportFor */.J)(wishes.verify, interrupted);
        if (!send.ok)
            return fail(send, io);
        const github = wireGitHub(wishes.apiUrl, request.repository, token.token, send.send);
        const own = { ...request, server: wishes.server };
        const told = await tellFromInside(github, wishes.context, own, result.value, limits);
        sayVerdict(result.value, wishes, io);
        if (!told.known)
            return fail(because(told.reason), io);
        (0,cli_io/* say */.c)(io, 'report', [inWords[told.value]]);
        return (0,reasons/* reasonOf */.A)(result.value.reason).exit;
    }
    finally {
        await token.release();
    }
}
/** What came of the other jobs. */
async function judged({ verify, gitlabToken, rules }, io, { job }, { commit, tests, all }, limits) {
    const send = (0,proof_wiring/* transportFor */.J)(verify, limits.interrupted);
    if (!send.ok)
        return { known: false, reason: 'gitlab-untrusted' };
    const access = gitlabToken === undefined ? undefined : io.env[gitlabToken];
    const gitlab = wireJobs(verify.gitlabUrl, { job: io.env['CI_JOB_TOKEN'] ?? '', access }, send.send);
    const jobs = () => gitlab.jobs(job.project, job.pipeline);
    const judgement = await judgeFromInside(jobs, job.name, tests, rules, limits);
    if (!judgement.known)
        return judgement;
    const { value } = judgement;
    return {
        known: true,
        value: { decision: 'allowed', commit, tests, allSelected: all, pipelineId: job.pipeline, ...value },
    };
}
/** A commit status was written, or stood there. */
const inWords = {
    told: 'the commit status says so',
    left: lineOf('report-left'),
    'not-ours': lineOf('report-not-ours'),
};
function lineOf(reason) {
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(reason);
    return `${reason}: ${sentence}. ${remedy}`;
}
const because = (reason) => ({ ok: false, exit: child_exit/* failed */.gz, said: [lineOf(reason)] });
function sayVerdict(result, { gitlabToken }, io) {
    const isGreen = (0,reasons/* reasonOf */.A)(result.reason).exit === 0;
    (0,cli_io/* say */.c)(io, 'report', [`${result.reason}: ${describe(result)}${isGreen ? '' : `. ${nextStep(result)}`}`]);
    if (result.reason === 'test-not-run' && gitlabToken === undefined)
        (0,cli_io/* say */.c)(io, 'report', [unseen]);
}
const unseen = 'a test that is a `trigger:` job is not seen by the token of a job: name one with `read_api` by --gitlab-token-variable';
function fail({ exit, said }, io) {
    (0,cli_io/* say */.c)(io, 'report', said);
    return exit;
}


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
