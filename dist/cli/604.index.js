export const id = 604;
export const ids = [604];
export const modules = {

/***/ 6604:
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

// EXTERNAL MODULE: ./build/js/report/claim.js
var report_claim = __webpack_require__(9841);
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

// EXTERNAL MODULE: ./build/js/report/test-jobs.js + 1 modules
var test_jobs = __webpack_require__(5621);
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
        const names = (0,test_jobs/* jobNamesOf */.b)(test, rules);
        return { test, end: endOf(jobs.filter(({ name }) => (0,test_jobs/* isNamed */.e)(name, names))) };
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
    return {
        ...{ ...counts, testResults: resultsOf(jobs, known, rules) },
        testSeconds: secondsOf(jobs, known, rules),
    };
}
/** Jobs and bridges that have ended, and those that failed and must not, of all that were not skipped by a rule. Pure. */
const countJobs = (jobs) => ({
    done: jobs.filter(({ status }) => isEnded(status)).length,
    failed: jobs.filter((job) => statusOfJob(job) === 'failed' && !job.mayFail).length,
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
/** How long each test took by the clock, by test id: only one whose jobs have all begun and ended is timed. Pure. */
function secondsOf(jobs, tests, rules) {
    const timed = [];
    for (const test of tests) {
        const names = jobNamesOf(test, rules);
        const own = jobs.filter(({ name }) => isNamed(name, names));
        const starts = own.flatMap(({ startedAt }) => startedAt ?? []);
        const ends = own.flatMap(({ finishedAt }) => finishedAt ?? []);
        if (own.length === 0 || starts.length < own.length || ends.length < own.length)
            continue;
        timed.push([test, Math.max(0, Math.round((Math.max(...ends) - Math.min(...starts)) / 1000))]);
    }
    return Object.fromEntries(timed);
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
/**
 * The same where GitLab says besides that a job has failed: one that is not among those that were seen, unless they tell it
 * already. A pipeline that is held stays so. Pure.
 */
const failedUnseen = (judgement) => judgement.verdict === 'blocked'
    ? judgement
    : verdict_judge({ how: 'ended', pipeline: { status: 'failed', warnings: false, ...untold } }, (0,fact/* known */.eO)(nothingToShow));
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

// EXTERNAL MODULE: ./build/js/facts/shown.js
var shown = __webpack_require__(6527);
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
    const room = longest - why.length - 2;
    const shown = passed.length <= room ? passed : `${passed.slice(0, room - 1)}…`;
    return { state: 'pending', description: `${shown}; ${why}` };
}
/** GitHub's bound on a description. */
const longest = 140;
/** The status line of a result; undefined where the status belongs to somebody else or to no one. */
function statusLine(result) {
    const { shows } = (0,reasons/* reasonOf */.A)(result.reason);
    if (result.asksMore !== undefined)
        return heldLine(result.tests ?? [], result.asksMore);
    return shows === 'untouched'
        ? undefined
        : { state: shows, description: shorten((0,shown/* withoutWide */.aM)(inShort(result))) };
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
        const known = knownLabels.length > 0 ? `; known: ${(0,shown/* shownList */.y9)(knownLabels)}` : '';
        return `${sentence}: ${(0,shown/* shownList */.y9)(unknownLabels)}${known}`;
    }
    if (missingTests.length > 0)
        return `${sentence}: ${missingTests.join(', ')}`;
    const counted = jobs ? `, ${inJobs(jobs)}` : '';
    const told = warnedTests.length > 0 ? `${sentence}: ${warnedTests.join(', ')}` : sentence;
    return tests.length > 0 ? `${told} (${tests.join(', ')}${counted})` : told + counted;
}
/** `1 of 3 jobs failed`; where none did, how many are done: `3 of 3 jobs`. Pure. */
const inJobs = ({ done, failed, all }) => failed > 0 ? `${failed} of ${all} jobs failed` : `${done} of ${all} jobs`;
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
const shorten = (text) => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);

;// CONCATENATED MODULE: ./build/js/report/own-status.js


/** Whether a status was written for this very request, by a run of its repository. */
function isOfRequest({ targetUrl }, request) {
    const claim = (0,report_claim/* claimIn */.aY)(targetUrl);
    return (claim?.pull === request.pull &&
        (0,report_claim/* keyEndingIn */.E9)(targetUrl) === request.ending &&
        digestsOf(request).includes(claim.tests) &&
        leadsToRun(targetUrl, request));
}
/** Whether a link leads to a run of the repository: it is written again, so it must not lead anywhere else. */
function leadsToRun(targetUrl, { server, repository }) {
    const runs = `${server}/${repository}/actions/runs/`;
    const page = (0,report_claim/* runIn */.VO)(targetUrl);
    return page.startsWith(runs) && /^\d{1,20}$/.test(page.slice(runs.length));
}
/** The action may not list all tests there are, so all of them one by one may be some to it. */
const digestsOf = ({ tests: ids, all }) => [
    (0,report_claim/* digestOf */.ol)({ ids, all: false }),
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
        .every(({ targetUrl }) => (0,report_claim/* claimIn */.aY)(targetUrl)?.full);
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
const claimsWithoutKey = ({ targetUrl }, { pull }) => (0,report_claim/* claimIn */.aY)(targetUrl)?.pull === pull && (0,report_claim/* keyEndingIn */.E9)(targetUrl) === undefined;
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
    if (last && (0,report_claim/* pullIn */.Fw)(last.targetUrl) === request.pull && !isOfRequest(last, request))
        return { line: leftLine({ tests: [] }, last), becomes: 'not-ours' };
    const isOfOther = ({ targetUrl }) => ![undefined, request.pull].includes((0,report_claim/* claimIn */.aY)(targetUrl)?.pull);
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
    const numbers = new Set(lines.flatMap(({ targetUrl }) => (0,report_claim/* claimIn */.aY)(targetUrl)?.pull ?? []));
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
 * (docs/facts/gitlab.md, "Jobs"). After a failure never a success: where none is seen, a hidden job has failed; unless one
 * was started again meanwhile, whose pass is another report's to tell.
 * @param jobs reads all jobs of the pipeline, each in its newest attempt; throws a ServiceFailure
 */
async function judgeFromInside(jobs, { name: own, alike, afterFailure }, tests, rules, { clock, until, interrupted }) {
    const patience = { ...(0,again/* untilHour */.F)(clock, until), mayPass: lasting_mayChange, interrupted };
    const reports = [own, ...alike];
    let waited = false;
    for (let pause = looks.first;; pause = Math.min(pause * 2, looks.most)) {
        const seen = await (0,facts_ask/* ask */.k)((0,again/* repeatedly */.S)(jobs, patience));
        if (interrupted.aborted)
            return (0,fact/* unknown */.L5)('job-cancelled');
        if (!seen.known)
            return seen;
        if (!seen.value.some(({ name, bridge }) => !bridge && name === own))
            return (0,fact/* unknown */.L5)('report-jobs-unseen');
        const others = seen.value.filter(({ name, bridge }) => bridge || !reports.includes(name));
        const judgement = verdictByJobs(others, tests, rules);
        if (judgement && afterFailure && waited && judgement.verdict === 'success')
            return (0,fact/* unknown */.L5)('report-retried');
        if (judgement)
            return (0,fact/* known */.eO)(afterFailure ? failedUnseen(judgement) : judgement);
        if (clock.now() + pause > until)
            return (0,fact/* unknown */.L5)('report-jobs-running');
        waited = true;
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
    const onRequest = await tell((0,report_claim/* contextOnRequest */.qr)(context));
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

// EXTERNAL MODULE: ./build/js/facts/pull.js
var facts_pull = __webpack_require__(7523);
// EXTERNAL MODULE: ./build/js/request/request.js
var request = __webpack_require__(2717);
// EXTERNAL MODULE: ./build/js/request/tests.js
var request_tests = __webpack_require__(7845);
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
    const selection = (0,request_tests/* selectTests */.M0)(ids, rules);
    if (!agree || !selection.selected || !(0,facts_pull/* isSha */.H)(commit))
        return undefined;
    const { tests, all } = selection;
    return { repository, commit, pull, ending: text('DRAWBRIDGE_KEY').slice(-12), tests, all };
}

// EXTERNAL MODULE: ./build/js/child/value.js
var value = __webpack_require__(1402);
// EXTERNAL MODULE: ./build/js/cli/gather.js + 1 modules
var gather = __webpack_require__(9587);
// EXTERNAL MODULE: ./build/js/cli/io.js
var cli_io = __webpack_require__(6239);
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

// EXTERNAL MODULE: ./build/js/cli/proof-wiring.js + 2 modules
var proof_wiring = __webpack_require__(2221);
// EXTERNAL MODULE: ./build/js/github/new-token.js
var new_token = __webpack_require__(1342);
// EXTERNAL MODULE: ./build/js/github/octokit.js
var github_octokit = __webpack_require__(5701);
// EXTERNAL MODULE: ./build/js/github/pulls.js
var pulls = __webpack_require__(5432);
// EXTERNAL MODULE: ./build/js/github/statuses.js
var statuses = __webpack_require__(856);
// EXTERNAL MODULE: ./build/js/gitlab/own-job.js + 1 modules
var own_job = __webpack_require__(3745);
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
    const octokit = (0,github_octokit/* createOctokit */.Q)({ token, baseUrl: apiUrl, send: (0,new_token/* patientWithNew */.M)(send, clock/* systemClock */.m) });
    return { ...(0,statuses/* createStatuses */.P)(octokit, { owner, repo }), pull: (0,pulls/* createPulls */.F)(octokit, { owner, repo }).pull };
}

// EXTERNAL MODULE: ./build/js/cli/verified.js + 5 modules
var cli_verified = __webpack_require__(9133);
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
async function judged({ verify, gitlabToken, reportJobs, afterFailure, rules }, io, { job }, { commit, tests, all }, limits) {
    const send = (0,proof_wiring/* transportFor */.J)(verify, limits.interrupted);
    if (!send.ok)
        return { known: false, reason: 'gitlab-untrusted' };
    const access = gitlabToken === undefined ? undefined : io.env[gitlabToken];
    const gitlab = wireJobs(verify.gitlabUrl, { job: io.env['CI_JOB_TOKEN'] ?? '', access }, send.send);
    const jobs = () => gitlab.jobs(job.project, job.pipeline);
    const asker = { name: job.name, alike: reportJobs, afterFailure };
    const judgement = await judgeFromInside(jobs, asker, tests, rules, limits);
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


/***/ })

};
