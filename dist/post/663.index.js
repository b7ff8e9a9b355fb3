export const id = 663;
export const ids = [663];
export const modules = {

/***/ 3801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tidy: () => (/* binding */ tidy)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/js/facts/ask.js
var facts_ask = __webpack_require__(8003);
// EXTERNAL MODULE: ./build/js/net/failure.js
var failure = __webpack_require__(5828);
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
function lasting_countNoes() {
    const heard = new Map();
    return {
        lasts: (failure, at) => {
            const what = lasting_isRefused(failure) ? 'refused' : isForeign(failure) ? 'foreign' : failure.kind;
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
const lasting_isRefused = ({ service, kind, refusal }) => service === 'gitlab' &&
    (kind === 'unauthorized' || kind === 'forbidden' || refusal === 'project-not-found');
/** A 404 of something before GitLab, which says nothing of what was asked for. */
const isForeign = ({ refusal }) => refusal === 'foreign-not-found';
/**
 * GitLab itself says that the pipeline which was asked for is not there, and not that its project is not. Where Vault has
 * no token for GitLab, that was not asked.
 */
const isAbsent = (failure) => failure.service === 'gitlab' && failure.kind === 'not-found' && !isForeign(failure) && !lasting_isRefused(failure);
/** A no that may be another one a moment later. */
const mayChange = (failure) => failure.service === 'gitlab' &&
    (lasting_isRefused(failure) || failure.kind === 'not-found' || failure.kind === 'moved');

// EXTERNAL MODULE: ./build/js/pipeline/status.js
var pipeline_status = __webpack_require__(5403);
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
const reasonOfRefusal = (failure) => lasting_isRefused(failure) && failure.kind === 'forbidden' && failure.refusal !== 'insufficient-granular-scope'
    ? 'cancel-needs-api'
    : (0,facts_ask/* reasonOfFailure */.g)(failure);
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

// EXTERNAL MODULE: ./build/js/request/request.js
var request = __webpack_require__(2717);
;// CONCATENATED MODULE: ./build/js/pipeline/search.js
/** Finds the pipelines of ours that belong to one key, those among them that do not bear it as their name yet. */

/** GitLab's clock and ours may differ by this much, ms. */
const skewMs = 600_000;
/**
 * Pipelines that a start has just made: the project names them in its own way, or not at all, until we do, and somebody
 * may have renamed one. They are told by the key in their variables.
 */
async function searchRecent(pipelines, key, { since, before }) {
    const from = since - skewMs;
    const recent = await pipelines.recent(from, ({ id, createdAt }) => createdAt >= from && !before.has(id));
    return {
        pipelines: recent.filter((one) => one.key === key),
        // Where keys are hidden, any pipeline of ours without one may be the one.
        doubtful: recent.some((one) => one.keyHidden && (0,request/* readKey */.YZ)(one.key) === undefined),
    };
}
/** All pipelines of a request, by name and by their variables. Throws the ServiceFailure of a look that told nothing. */
async function search_searchAll(pipelines, key, search) {
    const [named, recent] = await Promise.all([pipelines.find(key), searchRecent(pipelines, key, search)]);
    const own = named.filter(({ id }) => !search.before.has(id));
    const more = recent.pipelines.filter(({ id }) => !own.some((one) => one.id === id));
    return { pipelines: [...own, ...more], doubtful: recent.doubtful };
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
    const elder = choose_eldestAlive(current);
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
const choose_eldestAlive = (pipelines) => pipelines.filter(({ status }) => isLive(status)).sort((a, b) => a.id - b.id)[0];
/** The ended pipeline of a request that counts: the newest that was not cancelled as a duplicate. Pure. */
const newestEnded = (pipelines) => pipelines
    .filter((pipeline) => isEnded(pipeline.status) && !isDuplicate(pipeline, pipelines))
    .sort((a, b) => b.id - a.id)[0];
/**
 * Whether a pipeline lost a race: it was cancelled, and an elder one was still going on when it was made. Its own jobs
 * never ran, so neither its end nor a retry of it says anything (docs/architecture.md, "Rivals").
 */
const isDuplicate = (pipeline, all) => pipeline.status === 'canceled' &&
    all.some(({ id, status, updatedAt = 0 }) => id < pipeline.id && status !== 'skipped' && updatedAt >= pipeline.createdAt);

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
            const look = await lookOnce(pipelines, key, context);
            noes.forget();
            if (look.was === 'created')
                return look;
            empty += 1;
            if (empty >= agreeing && clock.now() >= since + settledMs)
                return look;
        }
        catch (error) {
            if (!(error instanceof ServiceFailure))
                throw error;
            if (isRefused(error) && noes.lasts(error, clock.now()))
                return { was: 'unknown' };
            empty = 0;
        }
        if (interrupted.aborted || (empty === 0 && clock.now() >= end))
            return { was: 'unknown' };
    }
}
async function lookOnce(pipelines, key, search) {
    const { pipelines: all, doubtful } = await searchAll(pipelines, key, search);
    const found = all.toSorted((a, b) => b.id - a.id);
    const [newest] = found;
    if (newest)
        return { was: 'created', pipeline: eldestAlive(found) ?? newest };
    return { was: doubtful ? 'unknown' : 'none' };
}

;// CONCATENATED MODULE: ./build/js/pipeline/unclear.js
/** Stops what a start may still make of which a run that is over does not know what became. */






/** The pause between two looks for what may still come, and after one that told nothing, ms. */
const unclear_pauseMs = 10_000;
const soonMs = 2_000;
/** What a start may still make is seen by the last look so long (ms) before the end, and stopped in the rest. */
const restMs = 5_000;
/**
 * GitLab goes on with a start that nobody waits for any more, and a pipeline that is seen may be that of a run that
 * raced with it: cancels what lives until nothing can come any more. Gives whether that could be found out.
 */
async function stopUnclear(ports, { key, since, own }, { until, untilTurnedAway, stop }) {
    const { gitlab, clock } = ports;
    const before = new Set(own === undefined ? [] : [own]);
    const last = since + settledMs - restMs;
    // What is younger than all that this start can make is another run's.
    const mayBeOfIt = ({ status, createdAt }) => (0,pipeline_status/* isLive */.DG)(status) && createdAt <= since + settledMs + skewMs;
    let end = untilTurnedAway;
    for (;;) {
        const asked = clock.now();
        const found = await search_searchAll(gitlab, key, { since, before }).catch(failure/* failureItself */.gA);
        if (!isTurnedAway(found))
            end = until;
        if (found instanceof failure/* ServiceFailure */.A) {
            if (clock.now() + soonMs >= end)
                return false;
            await clock.sleep(soonMs);
            continue;
        }
        const live = found.pipelines.filter(mayBeOfIt).map(({ id }) => id);
        await stopAndSay(ports, live, stop);
        if (asked >= last)
            return !found.doubtful;
        await clock.sleep(Math.max(0, Math.min(unclear_pauseMs, last - clock.now())));
    }
}
/**
 * By the status, whoever says it: a gateway that lets nobody through in its own words is no better. Nor is a Vault that
 * gave no token to ask GitLab with.
 */
const isTurnedAway = (found) => found instanceof failure/* ServiceFailure */.A &&
    (found.service !== 'gitlab' || lasting_isRefused(found) || found.status === 401 || found.status === 403);

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
/** Whether a command has named the tests of a run (`/test a,b`). Pure. */
const isOnRequest = (event) => event.kind === 'comment' && event.parsed.kind === 'command' && event.parsed.command.name === 'test';

// EXTERNAL MODULE: ./build/js/facts/fact.js
var fact = __webpack_require__(1350);
// EXTERNAL MODULE: ./build/js/reasons.js + 8 modules
var reasons = __webpack_require__(7953);
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
const alphabet_safeRef = /^(?!-)[A-Za-z0-9._/,:@#+=-]{1,255}$/;
/** The login of a person or of an app, as it is shown: at most 39 characters, which an app's may exceed. */
const accountName = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9_])?(?:\[bot\])?$/;
/** A login, an organisation, a team's slug (GitHub docs, "Username considerations"). */
const slug = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?$/;

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
function shown_shown(name) {
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
function shown_shownList(names) {
    const more = names.length > mostNames ? [`${names.length - mostNames} more`] : [];
    return [...names.slice(0, mostNames).map(shown_shown), ...more].join(', ');
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
        const known = knownLabels.length > 0 ? `; known: ${shown_shownList(knownLabels)}` : '';
        return `${sentence}: ${shown_shownList(unknownLabels)}${known}`;
    }
    if (missingTests.length > 0)
        return `${sentence}: ${missingTests.join(', ')}`;
    const counted = jobs ? `, ${status_inJobs(jobs)}` : '';
    const told = warnedTests.length > 0 ? `${sentence}: ${warnedTests.join(', ')}` : sentence;
    return tests.length > 0 ? `${told} (${tests.join(', ')}${counted})` : told + counted;
}
/** `1 of 3 jobs failed`; where none did, how many are done: `3 of 3 jobs`. Pure. */
const status_inJobs = ({ done, failed, all }) => failed > 0 ? `${failed} of ${all} jobs failed` : `${done} of ${all} jobs`;
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

;// CONCATENATED MODULE: ./build/js/report/precedence.js
/**
 * Which line may stand on a commit that several pull requests have as their head, or that a push, the merge queue or
 * somebody who was refused speaks for too (docs/architecture.md, "One commit, one voice"). Pure: the same
 * statuses, claimants and line give the same answer, before a write and after it.
 */


/** Whether tests are at least as much as others. Pure. */
const includes = (tests, others) => tests.all || (!others.all && others.ids.every((id) => tests.ids.includes(id)));
const covers = (tests, claimants) => tests !== undefined && claimants.every(({ wants }) => wants !== undefined && includes(tests, wants));
/** The first claimant whose tests a line does not cover; undefined where it covers all. Pure. */
const whoAsksMore = (tests, claimants) => claimants.find((one) => !covers(tests, [one]));
/**
 * The tests that a digest stands for, by name if somebody asks for just these now. Of another one than `all` or `none`,
 * and where nothing is claimed, the tests are not known: that covers nothing. Pure.
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
const testsFor = ({ tests, targetUrl }, claimants) => tests ?? testsOf(claimIn(targetUrl)?.tests, claimants);
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
        return !covers({ ids: [], all: false }, claimants);
    if (demandsAll && !claim.full)
        return true;
    return !covers(testsOf(claim.tests, claimants), claimants);
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
        return covers(line.tests, claimants) ? 'write' : 'leave';
    const isFull = claimIn(line.targetUrl)?.full === true;
    return isFull && covers(testsFor(line, claimants), claimants) ? 'write' : 'hold';
}
/**
 * The status that counts: the newest, or a last word beneath pending ones that may not lie on it. A run for at least as
 * much may: it tests the same again.
 */
function countingOf(lines, claimants) {
    const nth = lines.findIndex(({ state }) => state !== 'pending');
    const [last, above] = [lines[nth], lines.slice(0, nth)];
    const tests = last && testsOf(claimIn(last.targetUrl)?.tests, claimants);
    if (!last || !tests)
        return lines[0];
    const isTestedAgain = above.some((one) => {
        const again = isHeldBack(one) ? undefined : testsOf(claimIn(one.targetUrl)?.tests, claimants);
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
                return covers(tests, claimants) && !outdoes;
            // A failure for what another pull request asks now, which this line does not answer.
            // Another failure is as true, and stays on record.
            if (isFailure(line) || claimant === undefined || claimant.pull === line.pull)
                return false;
            return claimant.wants === undefined || (tests !== undefined && !outdoes);
        }
    }
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
    return claimants.known ? (0,fact/* known */.eO)({ lines: linesOf(context), claimants: claimants.value }) : claimants;
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
        const live = await (0,facts_ask/* ask */.k)(github.pull(pull), { 'not-found': 'pull-request-not-found' });
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

// EXTERNAL MODULE: ./build/js/net/again.js
var again = __webpack_require__(7374);
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
    const sent = await (0,facts_ask/* ask */.k)(send(statuses, target, line), meaning);
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
        if (changed !== undefined && (line.state === 'success' || (0,reasons/* reasonOf */.A)(changed).shows === 'untouched'))
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
    const written = await (0,facts_ask/* ask */.k)((0,again/* repeatedly */.S)(act, { clock, pauses, longestWait, mayPass }), meaning);
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
    const before = lines.findIndex((one, nth) => nth > 0 && seen !== undefined && isSame(one, seen));
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
    const tests = testsOf(claimIn(targetUrl)?.tests, claimants);
    const by = whoAsksMore(tests, claimants)?.pull ?? 'all';
    return { ...heldLine(tests?.ids ?? [], by), targetUrl };
}
const isSame = (one, other) => isSaid(one)(other) && one.at === other.at;
/** A status as the line that it was. Pure. */
function lineOf({ state, description, targetUrl }) {
    const speaks = claimIn(targetUrl) ? 'claimant' : refusalIn(targetUrl) === undefined ? 'ref' : 'refused';
    return { state, description, targetUrl, speaks, pull: pullIn(targetUrl), tests: undefined };
}

;// CONCATENATED MODULE: ./build/js/report/cancelled.js
/** How runs that wait for one pipeline hear that the job of one of them was cancelled, and the pipeline with it. */







/** Whether another run has told, since the speaker's has started, that this pipeline went with its job. What cannot be found out is `no`. */
async function hearsOfCancel(github, speaker, commit, pipeline) {
    const history = await (0,facts_ask/* ask */.k)(github.history(commit));
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
    const { sentence } = (0,reasons/* reasonOf */.A)('starting');
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
const give_way_skewMs = 5_000;
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
    const said = lines.find(isOwn);
    if (!said) {
        const isSince = ({ at }) => at >= since - give_way_skewMs;
        return lines.filter(isSince).some(isOf(pull)) ? undefined : pull;
    }
    // Another pull request's word, or a refusal, may lie on it: neither speaks for this one.
    const own = claimIn(said.targetUrl)?.pull;
    if (own === undefined)
        return undefined;
    const [first, newest] = [lines.findLastIndex(isOwn), lines.findIndex(isOwn)];
    // Whose pending word lies beneath this run's newest gives way to it in turn.
    const other = lines.find((line, nth) => nth < first && isOf(own)(line) && (nth < newest || line.state !== 'pending'));
    if (!other)
        return own;
    // Beneath the run's own newest word only a last word counts, by what was just asked.
    const liesOnLast = newest === 0;
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
        await retell({ github, claims }, { commit, context, claimants }, said, other);
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
            return (0,reasons/* reasonOf */.A)(now.reason).shows === 'untouched' ? now : report(reporting, now);
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
    if ((0,reasons/* reasonOf */.A)(changed).shows === 'untouched')
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
    const { github, clock, log, memory, comment } = ports;
    const { context, runUrl } = speaker;
    // What was written is looked at once more while the run goes on; the next word waits for it.
    let lookedBack = Promise.resolve();
    let newest;
    const look = async (commit) => {
        if (context === undefined)
            return (0,fact/* known */.eO)({ lines: [], claimants: [] });
        const seen = await lookAt(ports, commit, context);
        return seen.known ? (0,fact/* known */.eO)(await withoutGone(ports, seen.value, commit, speaker.pull)) : seen;
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
    const precede = async ({ line, target }, seen) => {
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
                if (!isSaid({ ...top, ...said })(top))
                    await retell(ports, { ...target, claimants }, top, said);
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
        if (!spoken) {
            // Without a status the comment is all there is.
            if (context === undefined && result.commit !== undefined)
                void comment?.said(result);
            return false;
        }
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
        else {
            lookedBack = lookBack(spoken);
            // Beside the run: nothing waits for a comment but the next one.
            void comment?.said(result);
        }
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
        let isTold = context === undefined;
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
            onTold: async () => {
                isTold = true;
                return said ? lookBack(said) : undefined;
            },
        }, result);
        if (isTold && statusLine(told))
            await comment?.said(told);
        // A refusal that was not told has changed nothing: this run's own comment may be about an attempt that has ended well.
        else if (speaks !== 'refused')
            await comment?.left(told);
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
            if (changed === undefined || (0,reasons/* reasonOf */.A)(changed).shows !== 'untouched')
                await pending(result, seen);
        },
        last: (result) => last(result, { stands: holds }),
        giveUp: (result, link) => last(result, { link }),
        decline: (result, seen) => last(result, { speaks: 'declined', seen }),
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
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(reason);
    log.warning(`GitHub did not take the commit status (${reason}): ${sentence}. ${remedy}`);
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
const labels_meansAll = (word, { allLabel }) => sameName(word, 'all') || sameName(word, allLabel);

;// CONCATENATED MODULE: ./build/js/request/tests.js



/** Whether nothing is to be run. Pure. */
const needsNone = ({ tests }) => tests.length === 0;
/** Whether a selection is of these very tests. Pure. */
const tests_isSame = (one, { tests }) => one.selected && one.tests.join() === tests.join();
/** Whether tests that were selected are at least those that are needed. Pure. */
const tests_covers = ({ tests, all }, needed) => all || needed.tests.every((id) => tests.includes(id));
/** Every test, as the merge queue wants them. */
const tests_selectAll = ({ allLabel }) => ({
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
    if (ids.some((id) => labels_meansAll(id, rules)))
        return tests_selectAll(rules);
    const tests = [...new Set(ids)].sort();
    const every = [...(rules.tests?.values() ?? [])].filter((id) => !labels_meansAll(id, rules));
    return { selected: true, tests, all: every.length > 0 && every.every((id) => tests.includes(id)) };
}
const knownLabels = (rules) => rules.tests ? eachOnce([rules.allLabel, ...rules.tests.keys()]).toSorted() : [];

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
        return tests_selectAll(rules);
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
        : (0,fact/* known */.eO)(tests_select(pull.labels, rules));
}
/** The tests that the files of a pull request need, whatever its labels choose; all where there are no `paths`. */
async function neededBy(github, { baseBranch, head }, rules) {
    const { paths } = rules;
    if (paths === undefined)
        return (0,fact/* known */.eO)(tests_selectAll(rules));
    const files = await (0,facts_ask/* ask */.k)(github.filesOf(baseBranch, head.sha));
    return files.known ? (0,fact/* known */.eO)(selectByFiles(files.value, { ...rules, paths })) : files;
}
/** All tests, where it could not be found out which. Pure. */
const orAll = (fact, rules) => fact.known ? fact.value : selectAll(rules);

;// CONCATENATED MODULE: ./build/js/reasons/page.js
/** The page of this project that has a heading for each reason, with its code as the anchor. */
const page = 'https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md';
/** The address of what is written about a reason. Pure. */
const page_pageOf = (code) => `${page}#${code}`;

;// CONCATENATED MODULE: ./build/js/report/duration.js
/** Times as a person writes them. */
/** Seconds: `1 h 05 min`, `3 min 02 s`, `40 s`. Pure. */
function duration_duration(seconds) {
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    if (hours > 0)
        return `${hours} h ${two(minutes)} min`;
    return minutes > 0 ? `${minutes} min ${two(seconds % 60)} s` : `${seconds} s`;
}
/** Milliseconds, to the minute: `1 h 05 min`, `40 min`. What is shorter is one minute. Pure. */
function duration_inMinutes(ms) {
    const minutes = Math.max(1, Math.round(ms / 60_000));
    const hours = Math.floor(minutes / 60);
    return hours > 0 ? `${hours} h ${two(minutes % 60)} min` : `${minutes} min`;
}
/** The hour of a moment (epoch ms): `14:03 UTC`. Pure. */
const duration_hourOf = (at) => `${new Date(at).toISOString().slice(11, 16)} UTC`;
const two = (number) => String(number).padStart(2, '0');

;// CONCATENATED MODULE: ./build/js/report/headline.js
/** The first line that a person reads of a run: an icon and one sentence. */


/** Nothing has run, because a person has to say yes first. */
const waitsForPerson = [
    'approval-needed',
    'push-unrecorded',
    'dependabot',
    'retest-needed',
];
/** An icon that tells how it stands before a word is read. Pass, fail, waiting and not known never look the same. Pure. */
function headline_iconOf({ reason, verdict, asksMore }) {
    if (asksMore !== undefined)
        return '⏳';
    if (verdict === 'cancelled')
        return '🛑';
    const { shows, exit } = (0,reasons/* reasonOf */.A)(reason);
    switch (shows) {
        case 'success':
            return '✅';
        case 'pending':
            return '⏳';
        case 'error':
            return '⚠️';
        case 'failure':
            return verdict === undefined ? '✋' : '❌';
        case 'untouched':
            return exit === 0 ? 'ℹ️' : '⏭️';
    }
}
/**
 * One sentence, with a capital and no full stop. Names that somebody chose are not in it: Markdown would make a link of one
 * that looks like it. `organization`: whose members are waited for. Pure.
 */
function headline_sentenceOf(result, organization) {
    const { reason, asksMore, jobs } = result;
    if (asksMore === 'all')
        return 'The selected tests passed; all tests are needed to merge';
    if (asksMore !== undefined)
        return `The selected tests passed; #${asksMore} asks for more`;
    if (waitsForPerson.includes(reason) && reason !== 'retest-needed' && organization !== undefined)
        return `Waiting for a maintainer of ${organization}`;
    if (reason === 'pipeline-failed')
        return failedSentence(result);
    const { sentence } = (0,reasons/* reasonOf */.A)(reason);
    const capital = /^[a-z]+\b/.test(sentence)
        ? sentence.charAt(0).toUpperCase() + sentence.slice(1)
        : sentence;
    // Beside rows for the tests a count of jobs says less, and beside what did not run it says the wrong thing.
    const counts = jobs && result.testResults === undefined && reason !== 'test-not-run';
    return counts && result.verdict ? `${capital}, ${status_inJobs(jobs)}` : capital;
}
/** `1 of 2 private tests failed`, as far as it may be told. */
function failedSentence({ testResults = {}, jobs, warnedTests = [] }) {
    const ends = Object.entries(testResults);
    const failed = ends.filter(([test, status]) => status === 'failed' && !warnedTests.includes(test));
    if (failed.length > 0)
        return `${failed.length} of ${ends.length} private ${tests(ends.length)} failed`;
    return jobs ? `Private tests failed: ${status_inJobs(jobs)}` : 'Private tests failed';
}
const tests = (count) => (count === 1 ? 'test' : 'tests');

;// CONCATENATED MODULE: ./build/js/report/place.js
/** Where people are sent: addresses made of our own settings, of numbers and of commits, and of nothing that a service said. */
/** A project that is known by its number has no address that we could make. */
const byPath = /^[A-Za-z0-9_][A-Za-z0-9_./-]*\/[A-Za-z0-9_.-]+$/;
/** The place of a run. Pure. */
function placeOf({ github, gate, gitlab, link }) {
    const { runUrl } = github;
    const { organization, teams } = gate;
    const hasPage = link && byPath.test(gitlab.project);
    return {
        repositoryUrl: runUrl.replace(/\/actions\/runs\/[^/]*$/, ''),
        ...{ runUrl, organization, teams },
        projectUrl: hasPage ? `${gitlab.url}/${gitlab.project}` : undefined,
    };
}
/** The page of a pipeline; undefined where it is not shown. Pure. */
const place_pipelineUrl = ({ projectUrl }, id) => projectUrl === undefined || id === undefined ? undefined : `${projectUrl}/-/pipelines/${id}`;
/** A link in Markdown, or its text alone where there is no address. `text` is our own, and has no bracket. Pure. */
const place_linked = (text, url) => url === undefined ? text : `[${text}](${url})`;
/** The commit by its first seven digits, as GitHub shows it, and its page. Pure. */
const place_commitLink = (commit, place) => place_linked(`\`${commit.slice(0, 7)}\``, place && `${place.repositoryUrl}/commit/${commit}`);
/** `#42`, and its page. Pure. */
const place_pullLink = (pull, place) => place_linked(`#${pull}`, place && `${place.repositoryUrl}/pull/${pull}`);

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
function disclosed(jobs, tests, rules) {
    const { disclose, selection } = rules;
    if (disclose === 'status')
        return {};
    const counts = { jobs: jobs_countJobs(jobs) };
    if (disclose === 'counts')
        return counts;
    const known = [...new Set([...tests, ...(selection.tests?.values() ?? [])])];
    return {
        ...{ ...counts, testResults: resultsOf(jobs, known, rules) },
        testSeconds: secondsOf(jobs, known, rules),
    };
}
/** Jobs and bridges that have ended, and those that failed and must not, of all that were not skipped by a rule. Pure. */
const jobs_countJobs = (jobs) => ({
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

;// CONCATENATED MODULE: ./build/js/report/progress.js






/** How long (ms) the log is silent. */
const everyMs = 300_000;
/** Of so many successes the middle one is the usual duration. */
const mostSuccesses = 10;
/**
 * The middle of the last ten successes (ms, newest first); of two in the middle the longer: who waits is rather early.
 * Undefined without any. Pure.
 */
function usualDuration(durations) {
    const sorted = durations.slice(0, mostSuccesses).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
}
/** Whether a pipeline is at work, or waits for a machine yet. Pure. */
const isQueued = (status) => status === undefined || queued.includes(status);
const queued = [
    'created',
    'waiting_for_resource',
    'preparing',
    'waiting_for_callback',
    'pending',
];
/** `pipeline #5 is running since 14:03 UTC, for 12 min; 1 of 3 jobs; usually 40 min`. Pure. */
function progressLine({ pipelineId, status, since, jobs, usualMs }, now) {
    const doing = isQueued(status) ? 'queued' : status === 'running' ? 'running' : status;
    const parts = [
        `pipeline #${pipelineId} is ${doing} since ${hourOf(since)}, for ${inMinutes(now - since)}`,
        ...(jobs ? [jobs.failed > 0 ? `${inJobs(jobs)}, ${jobs.done} done` : `${inJobs(jobs)} done`] : []),
        ...(usualMs === undefined ? [] : [`usually ${inMinutes(usualMs)}`]),
    ];
    return parts.join('; ');
}
/**
 * Gives what is to be told of each look. It never waits: GitLab is asked for jobs beside the watch, only when a line is
 * due and only where something of them may be told. A line that comes after the end is not said.
 */
function progressOf(ports) {
    const { clock, log, gitlab, disclose, show } = ports;
    let saidAt = clock.now();
    let jobs;
    let watched;
    let over = false;
    return (pipeline, durations) => {
        const { id, status, createdAt } = pipeline;
        over = isEnded(status);
        if (over)
            return;
        // A run may change over to another pipeline.
        if (watched !== id)
            jobs = undefined;
        watched = id;
        const tells = disclose !== 'status';
        const now = () => ({
            ...{ pipelineId: id, status, jobs },
            since: createdAt > 0 ? createdAt : saidAt,
            usualMs: tells ? usualDuration(durations) : undefined,
        });
        if (clock.now() - saidAt < everyMs)
            return show(now());
        saidAt = clock.now();
        const say = () => {
            if (over || watched !== id)
                return;
            log.info(progressLine(now(), clock.now()));
            show(now());
        };
        if (!tells)
            return say();
        // Nobody waits for it, so a fault of ours in it would end the run, and it is only a line.
        const read = ask(gitlab.jobs(id)).catch(() => unknown('internal'));
        void read.then((counted) => {
            if (counted.known && watched === id)
                jobs = countJobs(counted.value);
            say();
        });
    };
}

// EXTERNAL MODULE: ./build/js/reasons/reason.js
var reasons_reason = __webpack_require__(2330);
;// CONCATENATED MODULE: ./build/js/report/advice.js
/** What to do next, in words that do not scold, and the exact command to paste. */





/** A command at the end of a remedy: it has a block of its own, which GitHub lets a person copy with one click. */
const atEnd = /(?:, then)? (comments?|with|comment) `(\/[a-z-]+(?: [0-9a-f]{40})?)`\.$/;
/** What a result asks for. Pure. */
function adviceOn(result, place) {
    const { reason, commit, pull } = result;
    const comfort = comfortFor(result);
    if (reason === 'pipeline-failed')
        return { comfort, ...afterFailure(result, place) };
    const remedy = nextStep(result);
    if (remedy === reasons_reason/* nothingToDo */.KN)
        return { comfort, text: undefined, command: undefined };
    if (waitsForPerson.includes(reason)) {
        const command = reason === 'retest-needed' ? '/retest' : commit && `/ok-to-test ${commit}`;
        if (command === undefined)
            return { comfort, text: remedy, command };
        const files = place && pull !== undefined ? `${place.repositoryUrl}/pull/${pull}/files` : undefined;
        const reads = reason === 'retest-needed' ? '' : ` reads ${place_linked('the change', files)}, then`;
        return { comfort, text: `${whom(place)}${reads} comments:`, command };
    }
    const [ending, verb, command] = atEnd.exec(remedy) ?? [];
    if (ending === undefined || command === undefined)
        return { comfort, text: remedy, command: undefined };
    const then = ending.startsWith(', then') ? ', then' : '';
    return { comfort, text: `${remedy.slice(0, -ending.length)}${then} ${verb}:`, command };
}
/** Whom to ask. A team is named and not called: each run would notify all of it. */
function whom(place) {
    if (!place)
        return 'A member with write access';
    const { organization, teams } = place;
    if (teams.length === 0)
        return `A member of \`${organization}\` with write access`;
    const names = teams.map((team) => `\`${organization}/${team}\``);
    return `A member of ${names.join(' or ')} with write access`;
}
function afterFailure({ pipelineId }, place) {
    const url = place && place_pipelineUrl(place, pipelineId);
    const logs = url === undefined
        ? 'a maintainer can see the logs in GitLab'
        : `maintainers open ${place_linked(`pipeline ${pipelineId} in GitLab`, url)} (sign-in needed)`;
    return { text: `${logs}. To run the failed jobs again, a member comments:`, command: '/retest' };
}
/** Reasons of which it is the set-up, and nobody's change, that has to be mended. */
const setUp = ['bad-input', 'unsupported-event', 'gitlab-config-invalid'];
function comfortFor({ decision, reason, verdict }) {
    const { shows } = (0,reasons/* reasonOf */.A)(reason);
    if (waitsForPerson.includes(reason))
        return 'Nothing has run yet, and nothing is wrong with this change.';
    if (setUp.includes(reason))
        return 'Nothing is wrong with this change.';
    if (verdict === 'cancelled' || verdict === 'timed-out' || verdict === 'blocked' || verdict === 'lost')
        return 'This says nothing about the change.';
    if (shows === 'error' || decision === 'undecided')
        return 'Nothing has run, and this says nothing about the change.';
    return shows === 'failure' && verdict === undefined
        ? 'Nothing has run, and this says nothing about the change.'
        : undefined;
}

;// CONCATENATED MODULE: ./build/js/report/tests-table.js
/** The selected tests as Markdown: a row for each with its result and time, as far as they may be told. */


/** More rows than these nobody reads. */
const mostRows = 50;
/** How a test ended, in words of ours; what is not here is under way. */
const words = {
    success: '✅ passed',
    failed: '❌ failed',
    canceled: '🛑 cancelled',
    canceling: '🛑 cancelled',
    skipped: '⏭️ skipped',
    manual: '⏳ waits for somebody',
    scheduled: '⏳ waits for somebody',
};
function wordFor(test, status, result) {
    if (result.missingTests?.includes(test))
        return '⚠️ did not run';
    if (result.warnedTests?.includes(test))
        return '⚠️ failed, and may';
    return status === undefined ? '–' : (words[status] ?? '⏳ under way');
}
/** Rows for the tests whose results may be told; none with less than `disclose: jobs`. A name that is not shown as it is stands in quotes. Pure. */
function tests_table_testsTable(result) {
    const { testResults, testSeconds = {}, missingTests = [] } = result;
    if (testResults === undefined)
        return [];
    const tests = [...new Set([...Object.keys(testResults), ...missingTests])];
    if (tests.length === 0)
        return [];
    const rows = tests.slice(0, mostRows).map((test) => {
        const seconds = testSeconds[test];
        const time = seconds === undefined ? '–' : duration_duration(seconds);
        return `| ${code(shown_shown(test))} | ${wordFor(test, testResults[test], result)} | ${time} |`;
    });
    const rest = tests.length > mostRows ? [`| and ${tests.length - mostRows} more | | |`] : [];
    return ['| Test | Result | Time |', '|:--|:--|--:|', ...rows, ...rest, ''];
}
/** `Tests: a, b`, for where no table is. Pure. */
const testsLine = ({ tests = [] }) => tests.length === 0 ? undefined : `${tests.length === 1 ? 'Test' : 'Tests'}: ${code(shown_shownList(tests))}`;
const code = (text) => `\`${text}\``;

;// CONCATENATED MODULE: ./build/js/report/summary.js
/** The job summary in Markdown: what came of it first, then what to do, then how it was decided. Pure. */









/**
 * The summary of a run. Every value is one of our own words, a number, or public and safe by pattern. `details` are lines that
 * stand in it as they are, in a fence that none of them ends. Without a place nothing is a link.
 */
function summaryOf(result, details = [], place) {
    const { pull, commit, durationSeconds } = result;
    const heading = [
        `${iconOf(result)} ${sentenceOf(result, place?.organization)}`,
        ...(pull === undefined ? [] : [pullLink(pull, place)]),
        ...(commit === undefined ? [] : [commitLink(commit, place)]),
        ...(durationSeconds === undefined || result.verdict === undefined ? [] : [duration(durationSeconds)]),
    ];
    return [
        ...[`### ${heading.join(' · ')}`, ''],
        ...testsTable(result),
        ...namedLines(result),
        ...fenced(details),
        ...nextLines(result, place),
        ...decidedLines(result, place),
    ].join('\n');
}
/** Longer than any run of back-ticks in it, so that no line ends it (CommonMark, "Fenced code blocks"). */
function fenced(lines) {
    if (lines.length === 0)
        return [];
    const runs = lines.join('\n').match(/`+/g) ?? [];
    const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
    return [`${fence}text`, ...lines, fence, ''];
}
/** What the sentence is about, where it is about names: whoever has to mend it reads them first. */
function namedLines(result) {
    const { unknownLabels = [], knownLabels = [], missingTests = [], warnedTests = [], testResults } = result;
    const parts = [
        ['Refused', names(unknownLabels)],
        ['Known', names(knownLabels)],
        // A table says it already.
        ['Failed, and may', testResults === undefined ? names(warnedTests) : undefined],
        ['Did not run', testResults === undefined ? names(missingTests) : undefined],
    ];
    const told = parts.flatMap(([word, list]) => (list === undefined ? [] : [`${word}: ${list}`]));
    return told.length === 0 ? [] : [told.join(' · '), ''];
}
/** What to do, the command in a block of its own. Pure. */
function nextLines(result, place) {
    const { comfort, text, command } = adviceOn(result, place);
    const isPlain = comfort !== undefined && command !== undefined && text !== undefined;
    const words = isPlain ? `${comfort} ${capital(text)}` : [comfort, text && `**Next** · ${capital(text)}`];
    const lines = [words].flat().filter((line) => line !== undefined);
    if (lines.length === 0)
        return [];
    return [...[lines.join(' '), ''], ...(command === undefined ? [] : ['```', command, '```', ''])];
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** Everything else, folded: whoever needs it opens it. A list, which a telephone can show. */
function decidedLines(result, place) {
    const rows = rowsOf(result, place).flatMap(([name, value]) => value === undefined ? [] : [`- ${name}: ${value}`]);
    return [
        ...['<details>', '<summary>How it was decided</summary>', ''],
        ...[...rows, ''],
        ...['</details>', ''],
    ];
}
function rowsOf(result, place) {
    const { pipelineId, ref, reason, grounds, jobs } = result;
    return [
        ['Decision', decisionOf(result)],
        ...peopleOf(grounds).map(([part, logins]) => [part, logins]),
        ['Commit', result.commit && summary_code(result.commit)],
        ['Tests', result.tests && summary_code(shownList(result.tests))],
        ['GitLab branch', ref && summary_code(branchOf(ref.shown)) + (ref.twin ? ' (same name)' : '')],
        [
            'Passed over',
            result.passedOver && `${summary_code(branchOf(result.passedOver))}: protected, and not in \`twin-branches\``,
        ],
        [
            'Pipeline',
            pipelineId === undefined
                ? undefined
                : linked(`#${pipelineId}`, place && pipelineUrl(place, pipelineId)),
        ],
        ['Verdict', result.verdict],
        ['Reused', result.reused === 'none' ? undefined : result.reused],
        ['Jobs', jobs && `${jobs.done} of ${jobs.all} ended, ${jobs.failed} failed`],
        ['Whether each test ran', result.unchecked && 'not checked (`test-jobs: none`)'],
        ['Queued', timed(result.queuedSeconds)],
        ['Running', timed(result.ranSeconds)],
        // Of what did not cross it is the gate's, and stands above.
        ['Reason', result.decision === 'allowed' ? linked(summary_code(reason), pageOf(reason)) : undefined],
        ['Run', place && linked('its log', place.runUrl)],
    ];
}
/** The gate's answer, and the rule by which it was given. */
function decisionOf({ decision, grounds, reason }) {
    // Of what it let cross the reason tells what came of it.
    const rule = decision === 'allowed' ? grounds?.rule : reason;
    const answer = `**${decision}**`;
    return rule === undefined
        ? answer
        : `${answer} by ${linked(summary_code(rule), pageOf(rule))}: ${reasonOf(rule).sentence}`;
}
const parts = (/* unused pure expression or super */ null && ([
    ['author', 'Author'],
    ['pusher', 'Pusher'],
    ['sender', 'Sender'],
    ['rerunner', 'Run again by'],
    ['approver', 'Approved by'],
]));
/** Who had which part, the parts of the same people together; nobody is named twice in one, and nobody is called. */
function peopleOf(grounds) {
    const byPeople = new Map();
    for (const [part, word] of parts) {
        const logins = (grounds?.people ?? []).filter((one) => one.part === part).map(({ login }) => login);
        if (logins.length === 0)
            continue;
        const people = summary_code(accounts([...new Set(logins)]));
        const before = byPeople.get(people);
        byPeople.set(people, before === undefined ? word : `${before}, ${word.toLowerCase()}`);
    }
    return [...byPeople].map(([people, words]) => [words, people]);
}
/** At most so many are named. */
const mostAccounts = 20;
/** As they are: of the alphabet of logins nothing means anything between back-ticks, the ending of an app's included. */
function accounts(logins) {
    const more = logins.length - mostAccounts;
    return [...logins.slice(0, mostAccounts), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
const timed = (seconds) => seconds === undefined ? undefined : duration(seconds);
/** A branch may have a longer name than a test. */
const branchOf = (name) => (safeRef.test(name) ? name : shown(name));
const summary_code = (text) => `\`${text}\``;
/** In a heading Markdown would make a link of a name that looks like one, so names have rows of their own. */
const names = (all = []) => all.length > 0 ? summary_code(shownList(all)) : undefined;

;// CONCATENATED MODULE: ./build/js/report/comment.js
/**
 * The comment on a pull request: what it says, and how it is found again. Nothing in it is text that somebody else chose:
 * sentences of ours, numbers, commits, ids of tests and names of the set-up. Pure.
 */











/** The marker of a run. Pure. */
const markerOf = (context, runUrl) => ({
    check: (0,external_node_crypto_.createHash)('sha256')
        .update(context ?? '')
        .digest('hex')
        .slice(0, 12),
    run: /\/runs\/(\d{1,20})$/.exec(runUrl)?.[1] ?? '0',
});
const line = ({ check, run }) => `<!-- drawbridge ${check} ${run} -->`;
/** The marker with which a comment begins; undefined where it has none. Whose the comment is, its author tells. Pure. */
function markerIn(body) {
    const [, check, run] = /^<!-- drawbridge ([0-9a-f]{12}) (\d{1,20}) -->(?:\r?\n|$)/.exec(body) ?? [];
    return check === undefined || run === undefined ? undefined : { check, run };
}
/**
 * The comment of a result. `progress`: how the pipeline stands, while it goes on. It begins with its marker, so no line of it
 * is a command.
 */
function commentOf(given, place, marker, progress) {
    const result = withoutNames(given);
    const { commit, reason } = result;
    const isOn = reason === 'starting' || reason === 'running';
    const headline = isOn
        ? `⏳ ${isQueued(progress?.status) ? 'Private tests are queued' : 'Private tests are running'}`
        : `${headline_iconOf(result)} ${headline_sentenceOf(result, place.organization)}`;
    const heading = [headline, ...(commit === undefined ? [] : [place_commitLink(commit, place)])];
    const table = isOn ? [] : tests_table_testsTable(result);
    return [
        line(marker),
        ...[`### ${heading.join(' · ')}`, ''],
        ...(table.length > 0
            ? table
            : [...(isOn ? paragraph(goingOn(progress)) : []), ...paragraph([testsLine(result)])]),
        ...(isOn ? [] : nextLines(result, place)),
        footer(result, place),
        '',
    ].join('\n');
}
const paragraph = (parts) => {
    const told = parts.filter((part) => part !== undefined);
    return told.length === 0 ? [] : [told.join(' · '), ''];
};
function goingOn(progress) {
    if (!progress)
        return [];
    const { since, jobs, usualMs } = progress;
    return [
        `Since ${duration_hourOf(since)}`,
        jobs && (jobs.failed > 0 ? status_inJobs(jobs) : `${status_inJobs(jobs)} done`),
        usualMs === undefined ? undefined : `usually ${duration_inMinutes(usualMs)}`,
    ];
}
function footer({ reason, pipelineId }, place) {
    // What to do after a failure leads there already.
    const pipeline = reason === 'pipeline-failed' ? undefined : place_pipelineUrl(place, pipelineId);
    const parts = [
        place_linked('run and how it was decided', place.runUrl),
        ...(pipeline === undefined ? [] : [`${place_linked(`pipeline ${pipelineId}`, pipeline)} (sign-in needed)`]),
        ...((0,reasons/* reasonOf */.A)(reason).shows === 'success' ? [] : [place_linked('what this means', page_pageOf(reason))]),
    ];
    return `<sub>${parts.join(' · ')}</sub>`;
}
/** Without labels and branches, which anybody may have named, and with tests by plain ids alone. */
function withoutNames({ unknownLabels: _unknown, knownLabels: _known, passedOver: _passedOver, ref: _ref, grounds: _grounds, ...result }) {
    const plain = (ids) => ids.filter((id) => safeTestId.test(id) && id.length <= 80);
    const { tests, missingTests, testResults } = result;
    return {
        ...result,
        ...(tests && { tests: plain(tests) }),
        ...(missingTests && { missingTests: plain(missingTests) }),
        ...(testResults && {
            testResults: Object.fromEntries(Object.entries(testResults).filter(([test]) => plain([test]).length > 0)),
        }),
    };
}

;// CONCATENATED MODULE: ./build/js/report/keep-comment.js




/** The pause (ms) between a comment and what is told on the way. */
const leastMs = 60_000;
/** How long (ms) a verdict waits for its comment, and how long in a job that was cancelled. */
const mostMs = 20_000;
const mostAtEndMs = 2_000;
/** GitHub's clock and the runner's may differ by so much (ms); GitHub tells whole seconds. */
const keep_comment_skewMs = 5_000;
const isOnTheWay = ({ reason }) => reason === 'starting' || reason === 'running';
/** What helps, where that is the set-up's to mend: any other failure passes, or is GitHub's. */
const helpFor = (reason) => reason === 'github-forbidden' ? ': give the job `pull-requests: write`' : '';
/** Another run, or a person, may have taken a comment away since the list was read. */
const orGone = (0,failure/* serviceFailureAs */.i5)('gone', ({ kind }) => kind === 'not-found');
/** The keeper of a run. */
function commentKeeper({ github, clock, log, interrupted }, { pull, place, marker }) {
    let account;
    let last;
    let isWarned = false;
    // One after the other: of two that ran at once each could make a comment.
    let queue = Promise.resolve();
    const warn = (what) => {
        if (!isWarned)
            log.warning(`the comment was not written ${what}`);
        isWarned = true;
    };
    /** Of several the eldest stays, whoever has made the others: their run may be dead. */
    const ours = async () => {
        account ??= await github.ownAccount();
        const all = await github.comments(pull);
        const [eldest, ...younger] = all
            .filter(({ author, body }) => author?.id === account && markerIn(body)?.check === marker.check)
            .toSorted((a, b) => a.id - b.id);
        for (const { id } of younger)
            await github.deleteComment(id).catch(orGone);
        return eldest;
    };
    const edit = (id, body) => github.editComment(id, body).then(() => 'done', orGone);
    /** `at`: when this was said. GitHub may have kept it waiting for so long that another run has spoken since. */
    const put = async ({ body, act, at }, triesLeft = 2) => {
        const kept = await ours();
        const isOwn = kept && markerIn(kept.body)?.run === marker.run;
        if (act === 'update' && !isOwn)
            return;
        if (kept) {
            if (!isOwn && Date.parse(kept.updatedAt) > at + keep_comment_skewMs)
                return;
            if (kept.body === body || (await edit(kept.id, body)) === 'done')
                return;
            if (triesLeft > 0)
                await put({ body, act, at }, triesLeft - 1);
            return;
        }
        const made = await github.createComment(pull, body);
        // Another run may have looked at the same moment: then its comment may be the one that stays. What it has said in
        // this one since stays as well.
        const now = await ours();
        if (now && now.id !== made)
            await edit(now.id, body);
    };
    /** A fault of ours in it is no reason to lose a verdict either. */
    const textOf = (result, progress) => {
        try {
            return commentOf(result, place, marker, progress);
        }
        catch {
            warn('(internal)');
            return undefined;
        }
    };
    const write = (result, act, body) => {
        const at = clock.now();
        last = { result, body, at };
        if (body === undefined)
            return queue;
        queue = queue.then(async () => {
            const done = await (0,facts_ask/* ask */.k)(put({ body, act, at })).catch(() => (0,fact/* unknown */.L5)('internal'));
            if (!done.known)
                warn(`(${done.reason})${helpFor(done.reason)}`);
        });
        return queue;
    };
    /** Waits for what is written, but for no longer than a comment is worth. */
    const patiently = async (writing) => {
        const written = new AbortController();
        const { signal } = written;
        const time = async () => {
            await clock.sleep(mostMs, AbortSignal.any([signal, interrupted]));
            if (interrupted.aborted)
                await clock.sleep(mostAtEndMs, signal);
            if (!signal.aborted)
                warn('in time: the run does not wait for it any longer');
        };
        await Promise.race([writing.then(() => written.abort()), time()]);
    };
    return {
        said: async (result) => {
            if (!isOnTheWay(result))
                return patiently(write(result, 'write', textOf(result)));
            const isEarly = last !== undefined && isOnTheWay(last.result) && clock.now() - last.at < leastMs;
            if (last && isEarly)
                last = { ...last, result };
            else
                await write(result, 'write', textOf(result));
        },
        goesOn: (progress) => {
            if (!last || !isOnTheWay(last.result) || clock.now() - last.at < leastMs)
                return;
            const now = { ...last.result, pipelineId: progress.pipelineId };
            const body = textOf(now, progress);
            if (body !== last.body)
                void write(now, 'update', body);
        },
        left: (result) => patiently(write(result, 'update', textOf(result))),
    };
}

;// CONCATENATED MODULE: ./build/js/modes/comments.js
/** Who keeps the comment of each pull request that a run speaks for. */




/** The modes that tell what came of tests. */
const telling = ['run', 'sweep'];
/** One keeper for each pull request, as long as the run lasts; undefined where no comment is kept. */
function commentsOf({ settings, github, clock, log, interrupted, }) {
    if (!settings.comment || !telling.includes(settings.mode))
        return undefined;
    const place = placeOf(settings);
    const marker = markerOf(settings.statusContext, place.runUrl);
    const keepers = new Map();
    return (pull) => {
        const keeper = keepers.get(pull) ?? commentKeeper({ github, clock, log, interrupted }, { pull, place, marker });
        keepers.set(pull, keeper);
        return keeper;
    };
}
/**
 * The keeper of the pull request of a run; none for a run on request, which has a status of its own, or none where the
 * others have none either.
 */
function comments_commentOf({ commentOn, settings, run }, { pull, context }) {
    if (isOnRequest(run.event))
        return undefined;
    return pull === undefined || context !== settings.statusContext ? undefined : commentOn?.(pull);
}

;// CONCATENATED MODULE: ./build/js/modes/speak.js
/** Whom the run of an event speaks for, and with whose voice. */







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
    const onRequest = isOnRequest(run.event);
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
        return (0,fact/* known */.eO)(undefined);
    const { requireAll, selection: rules } = settings;
    if (!requireAll || rules.paths === undefined)
        return (0,fact/* known */.eO)(speak_testsOf(value));
    // One that is green for another pull request would be green for this one too, whose files may need more.
    const needed = await neededBy(github, pull, rules);
    if (!needed.known)
        return needed;
    return (0,fact/* known */.eO)(speak_testsOf(tests_covers(value, needed.value) ? value : selectIds([...value.tests, ...needed.value.tests], rules)));
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
    return (0,fact/* known */.eO)(value.selected && tests_covers(value, needed.value) ? nothing : undefined);
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
    return isOnRequest(ports.run.event) ? { ...rules, wants: async () => (0,fact/* known */.eO)(nothing) } : rules;
}
/** The voice of a run, whose words stand while they hold. */
const voiceFor = (ports, holds, speaker = speakerOf(ports)) => voiceOf({ ...ports, claims: claimsFor(ports, speaker), comment: comments_commentOf(ports, speaker) }, speaker, holds);

;// CONCATENATED MODULE: ./build/js/modes/clean-up.js
/** What `post` does after a run that was killed, or that could not see its pipeline end. */







/** How long (ms) everything takes at most where no start is unclear: a machine that is shutting down does not wait long. */
const clean_up_mostMs = 20_000;
const stopLimits = { confirmMs: 15_000, pauseMs: 1_000 };
/**
 * After a run that was killed, or could not see its pipeline end: cancels the pipeline, looks for what an unclear start
 * may have made, and settles the pending status where no last word was said. One `left` for each pull request of the
 * run. Ends in time, whatever the services do, and says what it has left.
 */
async function cleanUp(ports, left) {
    const { clock, log } = ports;
    const now = clock.now();
    const times = {
        now,
        end: Math.max(now + clean_up_mostMs, ...left.map(({ unclearSince: since = 0 }) => since + settledMs)),
    };
    // The pull requests of one run share one commit, and so one status: it is settled once.
    const untold = left.filter(({ commit, done }) => commit !== undefined && !done);
    const status = { work: settleStatus(ports, untold), otherwise: unsettled };
    const tasks = [...left.flatMap((one) => [ownOf(ports, one), unclearOf(ports, one, times)]), status].filter((task) => task !== undefined);
    const undone = new Set(tasks);
    const work = Promise.all(tasks.map(async (task) => {
        await task.work;
        undone.delete(task);
    }));
    const inTime = new AbortController();
    await Promise.race([work, clock.sleep(times.end - now, inTime.signal)]).finally(() => inTime.abort());
    for (const { otherwise } of undone)
        log.warning(otherwise);
}
function ownOf(ports, { pipeline, done, uncancelled }) {
    if (pipeline === undefined || (done && !uncancelled))
        return undefined;
    const work = stopAndSay(ports, [pipeline], stopLimits).then(() => { });
    return { work, otherwise: `pipeline #${pipeline} may still be running; stop it in GitLab` };
}
function unclearOf(ports, { key, unclearSince: since, pipeline: own }, { now, end }) {
    // A trigger token alone cannot look.
    if (key === undefined || since === undefined || ports.settings.gitlab.token === undefined)
        return undefined;
    const otherwise = `it could not be found out whether a pipeline named ${key} is left running; look in GitLab`;
    const limits = { until: end, untilTurnedAway: now + clean_up_mostMs, stop: stopLimits };
    const work = stopUnclear(ports, { key, since, own }, limits).then((isKnown) => {
        if (!isKnown)
            ports.log.warning(otherwise);
    });
    return { work, otherwise };
}
const unsettled = 'the commit status was left pending: GitHub did not answer in time';
/** Only a pending status of this very run is settled: another may have taken over the commit meanwhile. */
async function settleStatus(ports, untold) {
    const { commit, fault = false } = untold[0] ?? {};
    if (commit === undefined)
        return;
    const { context, runUrl } = speakerOf(ports);
    const statuses = await (0,facts_ask/* ask */.k)(ports.github.statuses(commit));
    if (!statuses.known)
        return ports.log.warning('the commit status was left pending: it could not be read');
    const standing = standingIn(statuses.value, context);
    if (standing && standing.state !== 'pending')
        return;
    const end = fault
        ? { reason: 'internal', verdict: 'lost' }
        : { reason: 'job-cancelled', verdict: 'cancelled' };
    const resultOf = (pipelineId) => ({
        ...{ decision: 'allowed', commit, ...end },
        ...(pipelineId !== undefined && { pipelineId }),
    });
    const voice = voiceFor(ports);
    if (!standing || runIn(standing.targetUrl) === runUrl) {
        await voice.giveUp(resultOf(untold[0]?.pipeline), standing?.targetUrl);
        return;
    }
    // That run may wait for the same pipeline.
    const claim = claimIn(standing.targetUrl);
    const shared = untold.find(({ key }) => claim !== undefined && (0,request/* readKey */.YZ)(key)?.origin === claim.pull);
    if (!fault && claim && shared?.pipeline !== undefined)
        await voice.tellOfCancel(resultOf(shared.pipeline), claimingUrl(runUrl, claim));
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
        return new external_node_crypto_.X509Certificate(pem).raw.length > 0;
    }
    catch {
        return false;
    }
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

;// CONCATENATED MODULE: ./build/js/action/address.js
/** Reads the address of a server. */

/** An https address without user, query or fragment, http on loopback only; without the slash at its end. */
function readServerUrl(reader, name, { why, slip }) {
    const text = reader.required(name, why);
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
        const wrong = slip(url);
        if (wrong !== undefined)
            reader.fault(name, wrong);
    }
    return text.replace(/\/+$/, '');
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
    return entries && joined(entries);
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
            return { map: joined(mapOf(reader, name, read.entries)), isList: false };
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
    const { parseDocument, isAlias, isMap, isScalar, isSeq } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
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
const joined = (entries) => new Map([...entries].map(([key, value]) => [key, [value].flat().join(',')]));
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






/** How GitLab is reached. `fromVault`: the tokens that are there. */
function readGitLab(reader, need, fromVault) {
    const sourceOf = (name) => {
        const value = secret(reader, name);
        return value === undefined ? fromVault.tokens[name] : { from: 'input', value };
    };
    const triggerToken = sourceOf('gitlab-trigger-token');
    const token = sourceOf('gitlab-token');
    const isEmpty = reader.isEmpty('gitlab-token') || reader.isEmpty('gitlab-trigger-token');
    if (isEmpty || fromVault.isFaulty) {
        // Those are faults by themselves, and what is missing because of them is not.
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
        url: readServerUrl(reader, 'gitlab-url', {
            why: 'give the address of the server',
            slip: (url) => {
                const wrong = urlSlip(url, reader.text('gitlab-project'));
                return wrong === undefined ? undefined : `must be the address of the GitLab server alone: ${wrong}`;
            },
        }),
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
                .matching('gitlab-ref', alphabet_safeRef, 'must be the name of a branch or tag')
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
            reader.fault('variables', `the name ${shown_shown(name)} must be letters, digits and _`);
        else if (isReserved(name) || taken.includes(name))
            reader.fault('variables', `the name ${name} is reserved; choose another`);
        if (!safeValue.test(value))
            reader.fault('variables', `the value of ${shown_shown(name)} must consist of letters, digits and . _ / , : @ # + = -`);
    }
    return Object.fromEntries(further);
}

;// CONCATENATED MODULE: ./build/js/action/mode.js
/** The modes that a workflow can name, in the order in which they are shown. */
const modes = [
    'run',
    'require-all',
    'cancel',
    'trigger',
    'sweep',
    'doctor',
];
/**
 * The mode of an event, where the workflow names none (`mode: auto`, docs/inputs.md, "Modes"). An event that is not understood
 * is one of `run`, which refuses it. Pure.
 */
function modeFor(event, rules) {
    switch (event.kind) {
        case 'pull-request':
            return ofPull(event, rules);
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
function ofPull({ action }, { drafts }) {
    if (action === 'closed')
        return 'cancel';
    return action === 'converted_to_draft' && !drafts ? 'cancel' : 'run';
}

// EXTERNAL MODULE: ./build/js/proof/parts.js
var proof_parts = __webpack_require__(3789);
// EXTERNAL MODULE: ./build/js/request/limits.js
var limits = __webpack_require__(174);
;// CONCATENATED MODULE: ./build/js/action/proof-input.js
/** Reads the input `proof`, and holds what is sent by pipeline inputs against what GitLab takes. */



/** The branch and the tests have names of the maintainer's. */
const ownNames = request/* alwaysSent */.av.length + 2;
/**
 * Whether requests are proven. A proof travels in pipeline inputs, which cannot be changed once they are sent, and is for
 * the project's numeric id, which a trigger token cannot read.
 */
function readProof(reader, { triggerToken }, { passAs, further }) {
    const proof = reader.boolean('proof');
    if (proof && passAs !== 'inputs')
        reader.fault('proof', 'needs `pass-as: inputs`: pipeline variables can be changed by others');
    if (proof && triggerToken !== undefined)
        reader.fault('proof', 'needs `gitlab-token` to start pipelines: leave `gitlab-trigger-token` out');
    if (passAs === 'inputs')
        holdAgainstLimits(reader, further, proof);
    return proof;
}
function holdAgainstLimits(reader, further, proof) {
    const most = limits/* mostInputs */.tp - ownNames - (proof ? proof_parts/* partNames */.wX.length : 0);
    const values = Object.entries(further);
    if (values.length > most)
        reader.fault('variables', `has ${values.length} entries, and may have ${most}${proof ? ' with `proof: true`' : ''}: GitLab takes ${limits/* mostInputs */.tp} inputs, and the others are ours`);
    const long = values.findIndex(([, value]) => value.length > limits/* longestInput */.n_);
    if (long >= 0)
        reader.fault('variables', `the value of entry ${long + 1} is longer than the ${limits/* longestInput */.n_} characters that one input may have`);
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
    const tests = await readTests(reader, { prefix, allLabel });
    const known = tests_inputs_idsOf(reader, tests);
    const paths = await readPaths(reader, known && [...known, allLabel]);
    return {
        ...{ prefix, tests, allLabel },
        defaultTests: readDefaultTests(reader, tests, allLabel),
        ...(paths && { paths }),
    };
}
/** Labels may have any characters that GitHub takes; only ids go on to GitLab. In a list a label is its own id. */
async function readTests(reader, rules) {
    const read = await readMapOrList(reader, 'tests');
    if (read === undefined)
        return undefined;
    for (const [label, id] of read.map) {
        const named = `the label ${shown_shown(label)}`;
        if (!testId.pattern.test(id)) {
            const ownId = `${named} is its own id, and ${testId.shape}; give it an id of such characters: \`label: id\``;
            reader.fault('tests', read.isList ? ownId : `the id of ${named} ${testId.shape}`);
        }
        else if (!choosesTests(label, rules)) {
            reader.fault('tests', `${named} must begin with \`label-prefix\`, or it can never choose its test`);
        }
    }
    for (const label of twice([...read.map.keys()]))
        reader.fault('tests', `the label ${shown_shown(label)} is there twice: case makes no difference to GitHub`);
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
    const isStrange = (id) => testId.pattern.test(id) && known?.includes(id) === false && !labels_meansAll(id, { allLabel });
    const strange = ids.findIndex(isStrange);
    if (strange >= 0) {
        const shape = 'must be test ids that `tests` lists, or the one of `all-label`';
        reader.fault(name, `${shape}; item ${strange + 1} is neither`);
    }
    return ids;
}
/** Who may run which tests. Ids are compared to the letter, because GitLab's jobs do; what means all is not. */
async function readRights(reader, { tests: labels, allLabel }) {
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
        if (known && safe.some((test) => !known.includes(test) && !labels_meansAll(test, { allLabel })))
            reader.fault(name, `${shown_shown(row)} must have test ids that \`tests\` lists, or \`all\``);
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

;// CONCATENATED MODULE: ./build/js/action/vault-inputs.js


/** The inputs that Vault may fill. Nothing else: secrets do not travel as variables of a pipeline. */
const fillable = ['gitlab-token', 'gitlab-trigger-token'];
const secretsInput = 'vault-secrets';
/** Nothing is asked of Vault where no token is to be read there; then no other input of Vault's may be set. */
function readVault(reader) {
    const before = reader.faults.length;
    const tokens = readTokens(reader);
    const other = others.find((name) => ![undefined, usual[name]].includes(reader.text(name)));
    if (reader.isEmpty(secretsInput))
        reader.fault(secretsInput, 'is empty: name a token to read there, or leave the input out');
    else if (reader.text(secretsInput) === undefined && other !== undefined)
        reader.fault(secretsInput, `is missing, and \`${other}\` is set: say which token to read, as \`secret/ci/gitlab token = gitlab-token\``);
    const isFaulty = reader.faults.length > before;
    const access = Object.keys(tokens).length === 0 ? undefined : readAccess(reader);
    return { tokens, access, isFaulty };
}
const others = [
    'vault-url',
    'vault-auth',
    'vault-role',
    'vault-role-id',
    'vault-secret-id',
    'vault-token',
    'vault-mount',
    'vault-namespace',
    'vault-audience',
    'vault-kv-version',
];
/** What stands there where nothing is set. */
const usual = { 'vault-auth': 'jwt' };
/** Segments between slashes, one at the end at most; `.` and `..` would lead elsewhere. */
const places = /^(?:(?!\.{1,2}\/)[\w.-]+\/)*(?!\.{1,2}\/?$)[\w.-]+\/?$/;
/** `path key = name`: the path without `..`, doubled slashes or one at an end, as `vault kv get` takes it. */
const vault_inputs_line = /^([^\s=/]+(?:\/[^\s=/]+)*)\s+([^\s=]+)\s*=\s*(\S+)$/;
function readTokens(reader) {
    const tokens = {};
    const lines = (reader.text(secretsInput) ?? '').split('\n').map((text) => text.trim());
    for (const [index, text] of lines.entries()) {
        if (text === '')
            continue;
        const fault = (wrong) => reader.fault(secretsInput, `line ${index + 1} ${wrong}`);
        const [, path = '', key = '', target = ''] = vault_inputs_line.exec(text) ?? [];
        const name = fillable.find((one) => one === target);
        if (path === '' || path.split('/').some((segment) => /^\.{1,2}$/.test(segment)))
            fault('must be `path key = gitlab-token`, the path as in `secret/ci/gitlab`, without a slash around it');
        else if (name === undefined)
            fault(`may fill ${fillable.map((one) => `\`${one}\``).join(' or ')}: secrets of tests do not pass here`);
        else if (tokens[name])
            fault(`fills \`${name}\` once more`);
        else if (reader.text(name) !== undefined)
            fault(`fills \`${name}\`, which is set as an input too: leave out one of them`);
        else
            tokens[name] = { from: 'vault', path, key };
    }
    return tokens;
}
function readAccess(reader) {
    const url = readServerUrl(reader, 'vault-url', {
        why: 'give the address of the Vault server',
        slip: ({ pathname }) => /\/(?:v1|ui)(?:\/|$)/.test(pathname)
            ? 'must be the address of the Vault server alone: leave out `/v1` and `/ui`'
            : undefined,
    });
    return {
        url,
        namespace: reader
            .matching('vault-namespace', places, 'must be the path of a namespace')
            ?.replace(/\/$/, ''),
        kvVersion: readVersion(reader),
        auth: readAuth(reader, url),
    };
}
function readVersion(reader) {
    const text = reader.matching('vault-kv-version', /^[12]$/, 'must be 1 or 2; left out, Vault is asked for it');
    return text === undefined ? undefined : text === '1' ? 1 : 2;
}
function readAuth(reader, url) {
    const before = reader.faults.length;
    const method = reader.choice('vault-auth', ['jwt', 'approle', 'token']);
    // What the others should be, depends on it.
    if (reader.faults.length > before)
        return { method: 'token', token: '' };
    const foreign = Object.entries(usedBy).find(([name, methods]) => reader.text(name) !== undefined && !methods.includes(method));
    if (foreign)
        reader.fault(foreign[0], `is not used with \`vault-auth: ${method}\`: leave it out, or set \`vault-auth: ${foreign[1][0]}\``);
    switch (method) {
        case 'jwt':
            return {
                method,
                mount: readMount(reader, method),
                role: reader.matching('vault-role', /^[\w.-]+$/, 'must be the name of a role'),
                audience: reader.matching('vault-audience', /^[\x21-\x7e]{1,255}$/, 'must be one word without blanks') ?? url,
            };
        case 'approle': {
            const roleId = reader.required('vault-role-id', '`vault-auth: approle` logs in by it');
            reader.matching('vault-role-id', /^[\x21-\x7e]+$/, 'must be one word without blanks');
            const secretId = secret(reader, 'vault-secret-id');
            return { method, mount: readMount(reader, method), roleId, secretId };
        }
        case 'token': {
            const token = secret(reader, 'vault-token');
            if (token === undefined && !reader.isEmpty('vault-token'))
                reader.fault('vault-token', 'is missing: `vault-auth: token` uses it');
            return { method, token: token ?? '' };
        }
    }
}
/** Which ways to log in use an input. */
const usedBy = {
    'vault-mount': ['jwt', 'approle'],
    'vault-role': ['jwt'],
    'vault-audience': ['jwt'],
    'vault-role-id': ['approle'],
    'vault-secret-id': ['approle'],
    'vault-token': ['token'],
};
/** The path below `auth/` of the method, as `vault auth list` shows it. */
function readMount(reader, usual) {
    const text = reader.text('vault-mount');
    if (text?.startsWith('auth/') === true || text?.endsWith('/login') === true)
        reader.fault('vault-mount', 'must be the path of the mount alone: leave out `auth/` and `/login`');
    const mount = reader.matching('vault-mount', places, 'must be the path of a mount');
    return mount?.replace(/\/$/, '') ?? usual;
}

;// CONCATENATED MODULE: ./build/js/action/inputs.js











/**
 * INPUT_* → Settings. Every fault names its input, what is wrong and what to do. No value is ever repeated; of a map the
 * name that is meant is, as `shown`.
 */
async function readInputs(get, runner) {
    const reader = createReader(get);
    const named = reader.choice('mode', ['auto', ...modes]);
    const pullRequest = readPullRequest(reader);
    const drafts = reader.boolean('drafts');
    const mode = named === 'auto' ? modeFor(runner.event, { pullRequest, drafts }) : named;
    const wait = reader.boolean('wait');
    const requireAll = reader.boolean('require-all');
    const statusContext = readStatusContext(reader, { mode, requireAll }, runner);
    const selection = await readSelection(reader);
    // It reads labels only: it needs no secret and knows no GitLab.
    const fromVault = mode === 'require-all' ? noVault : readVault(reader);
    const gitlab = mode === 'require-all' ? noGitLab : readGitLab(reader, needOf(mode, wait), fromVault);
    const pipeline = await readPipeline(reader);
    const proof = readProof(reader, gitlab, pipeline);
    const settings = {
        mode,
        github: readGitHub(reader, runner),
        gate: readGate(reader, runner, drafts),
        rights: await readRights(reader, selection),
        selection,
        testJobs: await readTestJobs(reader, selection),
        requireAll,
        settleMs: reader.number('settle-seconds', 'seconds', { least: 0, most: 600 }) * 1000,
        pullRequest,
        gitlab,
        vault: fromVault.access,
        wait,
        supersede: reader.boolean('supersede'),
        disclose: reader.choice('disclose', ['status', 'counts', 'jobs']),
        link: readLink(reader),
        comment: reader.boolean('comment'),
        auditFile: reader.text('audit-file'),
        pipeline: { ...pipeline, proof, mark: (0,request/* markOf */.Fg)(statusContext, runner.serverUrl) },
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
const noVault = { tokens: {}, access: undefined, isFaulty: false };
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
/** GitLab takes a number for a project in its API, and not in the address of a page. */
function readLink(reader) {
    const link = reader.boolean('link');
    if (link && /^\d+$/.test(reader.text('gitlab-project') ?? ''))
        reader.fault('link', 'needs `gitlab-project` as a path (`group/project`): a number makes no address');
    return link;
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/js/facts/pull.js
var facts_pull = __webpack_require__(7523);
;// CONCATENATED MODULE: ./build/js/facts/command.js
/** Reads what a comment on a pull request asks for, as people type it. */


/** Which command a comment names, in whatever form; undefined for talk. Pure. */
function nameIn(parsed) {
    if (parsed.kind === 'none')
        return undefined;
    return parsed.kind === 'command' ? parsed.command.name : parsed.name;
}
const command_names = ['ok-to-test', 'retest', 'test', 'cancel', 'duplicate'];
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
            return (0,facts_pull/* isSha */.H)(commit) ? { name, commit } : undefined;
        }
        case 'cancel':
            return argument === undefined ? { name } : undefined;
        case 'retest':
            return argument === undefined || argument === 'all' ? { name, all: argument === 'all' } : undefined;
        case 'test':
            return argument === '?' ? { name: 'list-tests' } : command_readTests(argument);
    }
}
function command_readTests(argument) {
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
    if (!action || !sha || !(0,facts_pull/* isSha */.H)(sha) || !branch || typeof number !== 'number')
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
    return before && after && (0,facts_pull/* isSha */.H)(before) && (0,facts_pull/* isSha */.H)(after) ? { before, after } : undefined;
}
function readWorkflowRun(root) {
    const action = runActions.find((known) => known === root['action']);
    const run = asObject(root['workflow_run']);
    const sha = asText(run['head_sha']);
    const branch = asText(run['head_branch']);
    const sender = toPerson(run['actor']);
    const starter = toPerson(run['triggering_actor']);
    const attempt = run['run_attempt'];
    if (run['event'] !== 'pull_request' || !action || !sha || !(0,facts_pull/* isSha */.H)(sha) || !branch)
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
    if (root['action'] !== 'checks_requested' || !commit || !(0,facts_pull/* isSha */.H)(commit) || !name)
        return undefined;
    return { kind: 'ref', on: 'queue', commit, name, sender, defaultBranch: defaultBranchOf(root) };
}
function readPush(root, sender, tagCommit) {
    const after = asText(root['after']);
    const ref = asText(root['ref']);
    const branch = withoutPrefix(ref, 'refs/heads/');
    const name = branch ?? withoutPrefix(ref, 'refs/tags/');
    // A deleted ref has a commit of zeros: there is nothing to test.
    if (!after || !(0,facts_pull/* isSha */.H)(after) || /^0+$/.test(after) || !name)
        return undefined;
    const on = branch === undefined ? 'tag' : 'push';
    const commit = on === 'tag' && tagCommit !== undefined && (0,facts_pull/* isSha */.H)(tagCommit) ? tagCommit : after;
    return { kind: 'ref', on, commit, name, sender, defaultBranch: defaultBranchOf(root) };
}
function readRelease(root, sender, tagCommit) {
    const name = asText(asObject(root['release'])['tag_name']);
    // One release causes several events (created, published, released): the tests are for the one that publishes it.
    if (root['action'] !== 'published' || !name || tagCommit === undefined || !(0,facts_pull/* isSha */.H)(tagCommit))
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

;// CONCATENATED MODULE: ./build/js/secrets/pieces.js
/** The bytes by which a value may show itself in something that is printed: as a whole, by lines, by what it holds. */
/** Fewer bytes are no secret by themselves, and hiding them would shred what is printed: `}`, `1`, `yes`. */
const shortestPiece = 4;
/** Lines and leaves that say nothing, whoever wrote them. */
const emptyWords = new Set(['true', 'false', 'null']);
/**
 * What a line gives a name to, quoted or not: `token: …` of a kubeconfig, `export KEY=…`. Only what is long and without
 * blanks: others are words such as `default`, which would take the same words out of a log.
 */
const namedOnLine = /^(?:- )?(?:export )?["']?[\w./-]+["']?\s*[:=]\s*(["']?)([^\s"']{16,})\1,?$/;
/**
 * The value, with its line ends and with those of the other kind; its lines, and what one of them gives a name to; where
 * it is JSON its strings and numbers; where it is a text in base64 that text; and the same of each of these. Each once, without the white space around it: a
 * value that was stored with a line end must not take that out of a log. Only those of `shortestPiece` bytes and more;
 * of a value that is text all of them are. The value is first, where it is long enough. Pure.
 */
function piecesOf(value) {
    const pieces = new Map();
    const take = (whole) => {
        const piece = trimmed(whole);
        const bytes = piece.toString('latin1');
        if (piece.length < shortestPiece || pieces.has(bytes))
            return;
        pieces.set(bytes, piece);
        const lines = bytes.split(/\r\n|\n|\r/);
        if (lines.length > 1) {
            for (const end of ['\n', '\r\n'])
                pieces.set(lines.join(end), Buffer.from(lines.join(end), 'latin1'));
            for (const line of lines)
                takeInner(Buffer.from(line, 'latin1'));
        }
        const text = textOf(piece);
        if (text === undefined)
            return;
        for (const leaf of leavesOf(text))
            takeInner(Buffer.from(leaf));
        const named = namedOnLine.exec(text)?.[2];
        if (named !== undefined)
            takeInner(Buffer.from(named));
        const decoded = decodedOf(text);
        if (decoded !== undefined)
            take(decoded);
    };
    const takeInner = (inner) => {
        if (!emptyWords.has(inner.toString('latin1').trim()))
            take(inner);
    };
    take(value);
    return [...pieces.values()];
}
/** The mark that some editors begin UTF-8 with: part of a file, and not of what it holds. */
const pieces_mark = [0xef, 0xbb, 0xbf];
/** Bytes without the blanks, tabs and line ends around them, and without a mark at their begin. Pure. */
function trimmed(bytes) {
    let begin = pieces_mark.every((byte, at) => bytes[at] === byte) ? pieces_mark.length : 0;
    let end = bytes.length;
    while (begin < end && pieces_isBlank(bytes[begin]))
        begin += 1;
    while (begin < end && pieces_isBlank(bytes[end - 1]))
        end -= 1;
    return Buffer.from(bytes.subarray(begin, end));
}
const pieces_isBlank = (byte) => byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
/** The text of UTF-8. Undefined for other bytes. Pure. */
function textOf(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/**
 * The strings and numbers of a JSON text, however deep; a number as it is written, which is the third argument
 * (ECMAScript, "JSON.parse source text access"). Nothing of a text that is no JSON.
 */
function leavesOf(text) {
    if (!/^\s*[[{"]/.test(text))
        return [];
    const leaves = [];
    try {
        JSON.parse(text, (_, value, from) => {
            if (typeof value === 'string')
                leaves.push(value);
            if (typeof value === 'number')
                leaves.push(from?.source ?? String(value));
            return value;
        });
    }
    catch {
        return [];
    }
    return leaves;
}
/**
 * The text that a value is the base64 of, as a kubeconfig is stored: a job decodes it and may print what it reads. Short
 * ones, and those that hold no readable text, are passwords that only look like it.
 */
function decodedOf(text) {
    const packed = text.replace(/\s+/g, '');
    if (packed.length < 16 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed))
        return undefined;
    const bytes = Buffer.from(packed, 'base64');
    const decoded = textOf(bytes);
    return decoded !== undefined && !/[^\t\r\n\x20-\x7e\u{a0}-\u{10ffff}]/u.test(decoded) ? bytes : undefined;
}

// EXTERNAL MODULE: ./build/js/action/slots.js
var slots = __webpack_require__(4104);
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
        return JSON.parse((0,external_node_fs_.readFileSync)(path ?? '', 'utf8'));
    }
    catch {
        return undefined;
    }
}
/**
 * The log of the job. What reaches it has been through closed lists already (docs/architecture.md, "Only closed lists
 * are printed").
 */
const log = { info: core/* info */.pq, warning: (line) => core/* warning */.$e(line) };
/** Keeps audit records: each is a line of the log, and of a file where one is configured. */
const auditTo = (file) => (record) => {
    const line = JSON.stringify(record);
    // Folded, because a reader of the log rarely wants it.
    core/* startGroup */.Oh('audit record');
    core/* info */.pq(line);
    core/* endGroup */.N4();
    if (file === undefined)
        return;
    try {
        (0,external_node_fs_.appendFileSync)(file, `${line}\n`);
    }
    catch {
        core/* warning */.$e('the audit line could not be appended to `audit-file`: check the path');
    }
};
/**
 * Tells a debug log where a fault of our own happened: the stack of our bundle, without the error's message, which may
 * hold anything.
 */
function debugFault(error) {
    if (error instanceof Error)
        core/* debug */.Yz((error.stack ?? '').replace(error.message, ''));
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
function leave() {
    process.stdout.write('', () => process.exit());
}
/** State that reaches `post` even when this process is killed. */
const memory = {
    save: (name, value, nth = 0) => core/* saveState */.LZ(`${name}${(0,slots/* slotEnding */.m)(nth)}`, value),
};
/** The shortest value worth masking: the runner masks every occurrence, and a short one ruins the log. */
const shortestMask = 8;
/** Hides what was fetched, in whatever piece of it something might ever print, before it is used. */
function runner_hide(value) {
    for (const piece of piecesOf(Buffer.from(value)))
        core/* setSecret */.Pq(Buffer.from(piece).toString());
}
/** The text of an input, with the blanks around it. */
const rawInput = (name) => core/* getInput */.V4(name, { trimWhitespace: false });
/** Inputs that are secrets; a test holds them against action.yml. */
const secretInputs = [
    'github-token',
    'membership-token',
    'duplicate-token',
    'gitlab-trigger-token',
    'gitlab-token',
    'vault-secret-id',
    'vault-token',
];
/** Hides the tokens that were handed in, should anything ever print one. */
function maskSecrets() {
    for (const name of secretInputs) {
        const value = core/* getInput */.V4(name);
        if (value.length >= shortestMask)
            core/* setSecret */.Pq(value);
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

;// CONCATENATED MODULE: ./build/js/action/seal.js
/** Seals what the runner keeps for `post`: its state is a file, and no secret is written there in clear. */

const ivLength = 12;
const tagLength = 16;
/** `secret` is one that main and `post` of one job both have, and nobody else. */
const keyFrom = (secret) => Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', secret, '', 'drawbridge: state of a job', 32));
/** The text, readable only with the same secret; letters, digits, `-` and `_`. */
function seal(text, secret) {
    const iv = (0,external_node_crypto_.randomBytes)(ivLength);
    const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', keyFrom(secret), iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}
/** What was sealed; undefined where it was not sealed with this secret, or was changed. Pure. */
function unseal(sealed, secret) {
    const bytes = Buffer.from(sealed, 'base64url');
    const [iv, tag] = [bytes.subarray(0, ivLength), bytes.subarray(ivLength, ivLength + tagLength)];
    try {
        const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', keyFrom(secret), iv, { authTagLength: tagLength });
        decipher.setAuthTag(tag);
        const text = Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
        return text.toString('utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/clock.js
/** A longer timer fires at once (Node docs, "setTimeout"), ms. */
const longestTimer = 2 ** 31 - 1;
/** The machine's own clock. */
const clock_systemClock = {
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

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/js/net/refusal.js
var refusal = __webpack_require__(7650);
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
            throw (0,refusal/* asServiceFailure */.Iq)('github', thrown);
        });
        if (response.status !== 200)
            throw (0,refusal/* refusedBy */.it)('github', response, []);
        const read = dist/* safeParse */.xLC(answer, JSON.parse(response.body || 'null'));
        if (!read.success)
            throw unreadable;
        return read.output.value;
    };
}
const failed = (facts) => new failure/* ServiceFailure */.A({ service: 'github', mayHaveActed: false, ...facts });
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

// EXTERNAL MODULE: ./build/js/net/retry.js
var retry = __webpack_require__(9372);
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
        const url = allowedUrl(request.url);
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

;// CONCATENATED MODULE: ./build/js/action/vault-wiring.js
/** Builds the client of Vault: reads with it, and gives back what it lends. */






/** So long (ms) a run that is over waits for Vault at most: what is not given back by then is left to `post`. */
const mostToClose = 5_000;
/** A transport, which carries proxy, private CA and deadlines. */
const transportFor = ({ caCertificate }, proxyEnv, bounds = {}) => createTransport({
    ...{ clock: clock_systemClock, random: Math.random, proxyEnv, ...bounds },
    ...(caCertificate !== undefined && { ca: caCertificate }),
});
/**
 * Reads in Vault as the inputs say. A token that is held meanwhile is kept for `post`, sealed, and where it stays, because
 * what was read has a lease, until `close`.
 */
function readerOf(settings, edge, send) {
    const { vault: access, github } = settings;
    const { log, memory, env } = edge;
    const leases = [];
    // Another one is held beside the first where what was read has a lease, and is read again.
    const held = new Set();
    const onToken = keeperOf(memory, github.token, held);
    const read = async (wanted) => {
        if (access === undefined)
            throw new RangeError('nothing is to be read in Vault');
        const [{ createVault }, { fetchSecrets }] = await Promise.all([
            __webpack_require__.e(/* import() */ 705).then(__webpack_require__.bind(__webpack_require__, 5705)),
            __webpack_require__.e(/* import() */ 6).then(__webpack_require__.bind(__webpack_require__, 2006)),
        ]);
        // Whoever is cancelled already reads all the same: what runs in GitLab has to be stopped.
        const interrupted = edge.interrupted.aborted ? undefined : edge.interrupted;
        const reading = interrupted ? transportFor(settings, env, { signal: interrupted }) : send;
        // The answer to a log-in is waited for: else nobody could give that token back.
        const patiently = (request) => (request.method === 'GET' ? reading : send)(request);
        const vault = createVault({ ...addressOf(access), send: patiently });
        const ports = { vault, log, onToken, interrupted, clock: clock_systemClock, random: Math.random };
        const fetched = await fetchSecrets(ports, loginBy(access, env, patiently), wanted, access.kvVersion);
        if (fetched.lease)
            leases.push(fetched.lease);
        return fetched;
    };
    const close = async () => {
        const inTime = new AbortController();
        const ended = Promise.all(leases.map((lease) => lease.end()));
        const late = clock_systemClock.sleep(mostToClose, inTime.signal).then(() => 'late');
        if ((await Promise.race([ended, late])) === 'late')
            log.warning('Vault has not confirmed in time that it got back what it has lent');
        inTime.abort();
    };
    return { read, close };
}
/** Keeps the tokens that are held for `post`, sealed. `held` are those of now. */
function keeperOf(memory, key, held) {
    return (token, state) => {
        if (state === 'held') {
            runner_hide(token);
            held.add(token);
        }
        else
            held.delete(token);
        memory.save('vault', held.size === 0 ? 'no' : seal([...held].join(' '), key));
    };
}
/** Visits Vault for the doctor, as the inputs say: one log-in, which is kept for `post` until it is given back. */
function visitorOf(settings, edge, send) {
    const { vault: access, github } = settings;
    return async (wanted) => {
        if (access === undefined)
            throw new RangeError('nothing is to be read in Vault');
        const [{ createVault }, { createRights }, { visit }] = await Promise.all([
            __webpack_require__.e(/* import() */ 705).then(__webpack_require__.bind(__webpack_require__, 5705)),
            __webpack_require__.e(/* import() */ 474).then(__webpack_require__.bind(__webpack_require__, 2474)),
            __webpack_require__.e(/* import() */ 272).then(__webpack_require__.bind(__webpack_require__, 6272)),
        ]);
        const at = { ...addressOf(access), send };
        const onToken = keeperOf(edge.memory, github.token, new Set());
        const { log, interrupted } = edge;
        const ports = {
            vault: createVault(at),
            log,
            onToken,
            interrupted,
            clock: systemClock,
            random: Math.random,
        };
        const login = loginBy(access, edge.env, send);
        const seen = await visit(ports, createRights(at), login, { wanted, kvVersion: access.kvVersion });
        const secrets = seen.secrets.known ? [...seen.secrets.value.values()] : [];
        for (const values of secrets)
            for (const value of values.values())
                hide(value);
        return seen;
    };
}
/** A machine that is shutting down does not wait long (ms), and the last pause is not counted in. */
const mostToRevoke = 15_000;
const revokePauses = [500, 1_000, 2_000, 4_000];
/**
 * Gives back the Vault token of a run that was killed before it could; tries for some seconds. Rejects with a
 * ServiceFailure of Vault.
 */
async function revokeLeft(settings, env, token) {
    if (settings.vault === undefined)
        return;
    const [{ createVault }, { revoke }] = await Promise.all([
        __webpack_require__.e(/* import() */ 705).then(__webpack_require__.bind(__webpack_require__, 5705)),
        __webpack_require__.e(/* import() */ 6).then(__webpack_require__.bind(__webpack_require__, 2006)),
    ]);
    const send = transportFor(settings, env, { deadline: clock_systemClock.now() + mostToRevoke });
    const vault = createVault({ ...addressOf(settings.vault), send });
    await (0,again/* repeatedly */.S)(() => revoke(vault, token), {
        ...{ clock: clock_systemClock, pauses: revokePauses, longestWait: 4_000 },
        lasts: ({ transport }) => transport === 'run-deadline',
    });
}
const addressOf = ({ url, namespace }) => ({
    url,
    ...(namespace !== undefined && { namespace }),
});
function loginBy({ auth }, env, send) {
    if (auth.method !== 'jwt')
        return auth;
    const identity = idTokenFrom(env, auth.audience, send);
    return {
        ...auth,
        identity: async () => {
            const token = await identity();
            runner_hide(token);
            return token;
        },
    };
}

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
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

;// CONCATENATED MODULE: ./build/js/github/comments.js



const id = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b());
const viewerShape = dist/* object */.Ikc({ viewer: dist/* object */.Ikc({ databaseId: id }) });
const createdShape = dist/* object */.Ikc({ id });
/** The comment that is kept up to date. */
function createComments(octokit, here) {
    return {
        ownAccount: async () => {
            // `GET /user` refuses the token of a job or an App (docs/facts/github.md, "Comments").
            const answer = await octokit.graphql('query { viewer { databaseId } }').catch((error) => {
                throw toGitHubFailure(error);
            });
            return read_read(viewerShape, answer).viewer.databaseId;
        },
        createComment: async (pull, body) => {
            const { data } = await octokit.rest.issues.createComment({ ...here, issue_number: pull, body });
            return read_read(createdShape, data).id;
        },
        editComment: async (comment_id, body) => {
            await octokit.rest.issues.updateComment({ ...here, comment_id, body });
        },
        deleteComment: async (comment_id) => {
            await octokit.rest.issues.deleteComment({ ...here, comment_id });
        },
    };
}

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

;// CONCATENATED MODULE: ./build/js/github/pulls.js




const sha = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y(facts_pull/* isSha */.H), dist/* transform */.pdi((text) => text));
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
        ...createComments(octokit, here),
        ...createDuplication(duplication, here),
        react: async (commentId, content) => {
            await octokit.rest.reactions.createForIssueComment({ ...here, comment_id: commentId, content });
        },
        say: async (pull, body) => {
            await octokit.rest.issues.createComment({ ...here, issue_number: pull, body });
        },
    };
}

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

;// CONCATENATED MODULE: ./build/js/action/gitlab-tokens.js
/** The tokens of GitLab's, from where the inputs say: those in Vault are read when GitLab is first needed. */

/**
 * Both tokens. What Vault gave is handed to `hide` before it is used, whatever else the secret holds.
 * Rejects with a ServiceFailure of Vault that says that GitLab has not acted.
 */
async function gitLabTokens({ token, triggerToken }, read, hide) {
    const sources = [token, triggerToken].filter((source) => source?.from === 'vault');
    const wanted = [...new Set(sources.map(({ path }) => path))].map((path) => ({ path, below: false }));
    const nothing = { secrets: new Map(), deleted: new Set() };
    const { secrets, deleted } = wanted.length === 0 ? nothing : await read(wanted);
    for (const values of secrets.values())
        for (const value of values.values())
            hide(value);
    const textOf = (source) => {
        if (source === undefined)
            return undefined;
        if (source.from === 'input')
            return source.value;
        const values = secrets.get(source.path);
        if (values === undefined)
            throw unusable(deleted.has(source.path) ? 'deleted-version' : 'absent');
        return usable(values.get(source.key));
    };
    return { token: textOf(token), triggerToken: textOf(triggerToken) };
}
/**
 * As an input that is a secret: one word, without the line end that a paste brings. A short one could not be hidden, and
 * what was stored in quotes, as a map, a list or null is no token.
 */
function usable(value) {
    if (value === undefined)
        throw unusable('key-missing');
    const token = value.trim();
    const isWord = /^(?!["'[{])[\x21-\x7e]{4,8192}$/.test(token);
    if (!isWord || ['null', 'true', 'false'].includes(token))
        throw unusable('token-unusable');
    return token;
}
const unusable = (refusal) => new failure/* ServiceFailure */.A({
    service: 'vault',
    status: undefined,
    kind: 'not-found',
    mayHaveActed: false,
    refusal,
});

;// CONCATENATED MODULE: ./build/js/action/wiring.js













/** Builds the clients over one transport and hands them to a mode. The only place where rooms meet the SDKs. */
function wire(settings, edge) {
    const { url, project, creators } = settings.gitlab;
    const send = transportFor(settings, edge.env);
    const { token, membershipToken, duplicateToken, apiUrl, repository } = settings.github;
    const clientOf = (own) => createOctokit({ token: own, baseUrl: apiUrl, send: patientWithNew(send, clock_systemClock) });
    const octokit = clientOf(token);
    const other = (own) => (own === token ? octokit : clientOf(own));
    const membership = other(membershipToken);
    const duplication = other(duplicateToken);
    const { run, log, memory, audit, interrupted } = edge;
    const vault = readerOf(settings, edge, send);
    const readTokens = () => gitLabTokens(settings.gitlab, vault.read, runner_hide).catch(failure/* withoutEffect */.oU);
    const github = createGitHubClient({ octokit, membership, duplication, repository });
    const ports = {
        settings,
        run,
        github,
        commentOn: commentsOf({ settings, github, clock: clock_systemClock, log, interrupted }),
        gitlab: lazily(async () => {
            const [{ createGitLabClient }, { withRotated }, tokens] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(470), __webpack_require__.e(342), __webpack_require__.e(659)]).then(__webpack_require__.bind(__webpack_require__, 8945)),
                __webpack_require__.e(/* import() */ 25).then(__webpack_require__.bind(__webpack_require__, 8025)),
                readTokens(),
            ]);
            const isFetched = settings.gitlab.token?.from === 'vault';
            const another = async () => (await readTokens().catch(sayTo(log))).token;
            const lasting = isFetched ? withRotated(send, another) : send;
            const created = createGitLabClient({ url, project, ...tokens, send: lasting });
            const client = settings.pipeline.proof ? await withProofs(created, edge.env, send) : created;
            const byTrigger = tokens.triggerToken !== undefined;
            const showsKey = settings.pipeline.passAs === 'variables' && !byTrigger;
            const ownership = { creators, byTrigger, showsKey };
            return { ...client, ...oursOf(client, ownership, { clock: clock_systemClock, log }) };
        }),
        log,
        memory,
        audit,
        clock: clock_systemClock,
        interrupted,
    };
    return { ports, close: vault.close };
}
/** The same client, each of whose starts carries a proof. Who sends none does not pay for it. */
async function withProofs(client, env, send) {
    const { proving } = await __webpack_require__.e(/* import() */ 715).then(__webpack_require__.bind(__webpack_require__, 4715));
    return proving(client, {
        project: client.projectId,
        idToken: async (audience) => {
            const token = await idTokenFrom(env, audience, send)();
            runner_hide(token);
            return token;
        },
    });
}
/** For `catch`: why GitLab's new token could not be read, which the refusal of the old one does not tell. */
const sayTo = (log) => (error) => {
    const code = (0,facts_ask/* reasonOfFailure */.g)(error);
    const { sentence, remedy } = (0,reasons/* reasonOf */.A)(code);
    log.warning(`GitLab refuses the token, and no newer one could be read (${code}): ${sentence}. ${remedy}`);
    throw error;
};
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

;// CONCATENATED MODULE: ./build/js/action/tidy.js








/**
 * Leaves no pipeline, no pending status and no Vault token behind, ends the process, and never fails the job. `held`: the
 * tokens, sealed; empty where there is none.
 */
function tidy(left, held) {
    onStrayFault(giveUp, 0);
    clean(left, held).catch(giveUp).finally(leave);
}
async function clean(left, held) {
    maskSecrets();
    const { facts, run } = readSurroundings(process.env);
    const { settings, faults } = await readInputs(rawInput, facts);
    if (faults.length > 0)
        return;
    const interrupted = interruptions();
    const audit = auditTo(settings.auditFile);
    const edge = { run, log: log, memory: memory, audit, interrupted, env: process.env };
    await Promise.all([
        left.length === 0 ? undefined : cleanUpBy(wire(settings, edge), left),
        held === '' ? undefined : giveBack(settings, held),
    ]);
}
async function cleanUpBy({ ports, close }, left) {
    try {
        await cleanUp(ports, left);
    }
    finally {
        await close();
    }
}
async function giveBack(settings, held) {
    const tokens = unseal(held, settings.github.token)?.split(' ');
    if (tokens === undefined)
        return notGivenBack('`github-token` is not the one that the step had');
    await Promise.all(tokens.map(async (token) => {
        runner_hide(token);
        const given = await (0,facts_ask/* ask */.k)(revokeLeft(settings, process.env, token));
        if (!given.known)
            notGivenBack(given.reason);
    }));
}
const notGivenBack = (why) => core/* warning */.$e(`a Vault token was not given back (${why}): it lives until its time is over`);
async function giveUp(error) {
    debugFault(error);
    core/* warning */.$e('Drawbridge could not clean up; look in GitLab for a pipeline of this pull request');
}


/***/ }),

/***/ 8003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ reasonOfFailure),
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _net_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5828);
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1350);
/** The one receiver of failures: a call to a service becomes a fact, known or not, with the reason. */


/** What a failure of each kind is called, by service. */
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
    vault: {
        unauthorized: 'vault-token-refused',
        forbidden: 'vault-policy-denied',
        'not-found': 'vault-unexpected',
        conflict: 'vault-unexpected',
        invalid: 'vault-unexpected',
        'rate-limited': 'vault-rate-limited',
        unavailable: 'vault-unavailable',
        untrusted: 'vault-untrusted',
        moved: 'vault-moved',
        unexpected: 'vault-unexpected',
    },
};
/** Vault's: each has a reason of its own (docs/facts/vault.md, "Answers"). */
const byVaultRefusal = {
    audience: 'vault-audience',
    'audience-unbound': 'vault-audience-unbound',
    'claim-differs': 'vault-claim-differs',
    'claim-missing': 'vault-claim-missing',
    'claim-not-text': 'vault-claim-not-text',
    'subject-differs': 'vault-subject-differs',
    'user-claim-missing': 'vault-user-claim-missing',
    'role-unknown': 'vault-role-unknown',
    'role-missing': 'vault-role-missing',
    'jwt-missing': 'vault-jwt-missing',
    'jwt-invalid': 'vault-jwt-invalid',
    'issuer-differs': 'vault-issuer-differs',
    'jwt-expired': 'vault-jwt-expired',
    'jwt-early': 'vault-jwt-early',
    'issuer-unreachable': 'vault-issuer-unreachable',
    'login-mount-missing': 'vault-login-mount-missing',
    'login-network': 'vault-login-network',
    'login-method-differs': 'vault-login-method-differs',
    'login-unconfigured': 'vault-login-unconfigured',
    'approle-invalid': 'vault-approle-refused',
    'approle-network': 'vault-approle-network',
    'secret-id-missing': 'vault-secret-id-missing',
    'token-dead': 'vault-token-refused',
    'token-missing': 'vault-token-missing',
    policy: 'vault-policy-denied',
    'list-denied': 'vault-list-denied',
    absent: 'vault-absent',
    'deleted-version': 'vault-version-deleted',
    'kv-version-differs': 'vault-kv-version-differs',
    'mount-missing': 'vault-mount-missing',
    'mount-hidden': 'vault-mount-hidden',
    'path-invalid': 'vault-path-invalid',
    'path-has-data': 'vault-path-has-data',
    'too-many-below': 'vault-too-many-below',
    'batch-token': 'vault-batch-token',
    'revoke-denied': 'vault-revoke-denied',
    'not-renewable': 'vault-not-renewable',
    wrapped: 'vault-wrapped',
    'wrapping-token-invalid': 'vault-wrapping-token',
    'too-large': 'vault-too-large',
    'no-api': 'vault-no-api',
    'tls-expected': 'vault-https-expected',
    'address-refused': 'vault-address-refused',
    'address-path': 'vault-address-path',
    'header-refused': 'vault-token-form',
    sealed: 'vault-sealed',
    'not-initialised': 'vault-not-initialised',
    'namespace-unknown': 'vault-namespace-unknown',
    'namespace-locked': 'vault-namespace-locked',
    'replication-lag': 'vault-lagging',
    'leader-unreachable': 'vault-leader-unreachable',
    'key-missing': 'vault-key-missing',
    'token-unusable': 'vault-token-unusable',
};
/** Refusals with a reason of their own; the others are told by their kind. */
const byRefusal = {
    'too-many-statuses': 'status-limit-reached',
    'id-token-not-allowed': 'id-token-not-allowed',
    'id-token-too-long': 'id-token-too-long',
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
    ...byVaultRefusal,
};
/** The reason code of a failed call, whatever it was. Throws on what is no ServiceFailure: a fault in our own code. */
function reasonOfFailure(error, meaning = {}) {
    if (!(error instanceof _net_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceFailure */ .A))
        throw error;
    const { service, kind, refusal = '' } = error;
    return byRefusal[refusal] ?? meaning[kind] ?? byKind[service][kind];
}
/** Turns a call into a fact: where the service gave no usable answer, the fact is unknown, with the reason. */
const ask = (call, meaning) => call.then(_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO, (error) => (0,_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)(reasonOfFailure(error, meaning)));


/***/ }),

/***/ 1350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ allKnown),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   t8: () => (/* binding */ isUnknown)
/* harmony export */ });
/* unused harmony export everyone */
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


/***/ }),

/***/ 7374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ repeatedly)
/* harmony export */ });
/* unused harmony export untilHour */
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

/***/ 5828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ServiceFailure),
/* harmony export */   Az: () => (/* binding */ TransportFailure),
/* harmony export */   gA: () => (/* binding */ failureItself),
/* harmony export */   i5: () => (/* binding */ serviceFailureAs),
/* harmony export */   oU: () => (/* binding */ withoutEffect),
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
/**
 * For `catch`: the failure of a service that was asked for something that another call needs, which therefore has not been
 * made. Throws whatever it is handed.
 */
function withoutEffect(error) {
    throw error instanceof ServiceFailure ? new ServiceFailure({ ...error, mayHaveActed: false }) : error;
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

/***/ 5403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   mf: () => (/* binding */ toStatus)
/* harmony export */ });
/* unused harmony exports statuses, meaningOf, isEnded */
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
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   wX: () => (/* binding */ partNames)
/* harmony export */ });
/* unused harmony export tokenIn */
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

/***/ 7953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ reasonOf)
});

// UNUSED EXPORTS: reasons

// EXTERNAL MODULE: ./build/js/reasons/reason.js
var reason = __webpack_require__(2330);
;// CONCATENATED MODULE: ./build/js/reasons/gate.js

const askMaintainer = 'A member with write access reads the change, then comments `/ok-to-test <commit>`.';
/** Why something may cross: the rules of the gate, told in its log line and audit record. */
const allowed = {
    'all-members': (0,reason/* reason */.l)('pending', 'author, pusher and sender are members', 'Nothing.'),
    'approved-commit': (0,reason/* reason */.l)('pending', 'this commit was approved by a member', 'Nothing.'),
    'approved-now': (0,reason/* reason */.l)('pending', 'a member approved this commit in this comment', 'Nothing.'),
    'member-with-write': (0,reason/* reason */.l)('pending', 'caused by a member with write access', 'Nothing.'),
};
/** Not tested, or not yet. */
const waiting = {
    'approval-needed': (0,reason/* reason */.l)('pending', 'waiting for a member to approve this commit', askMaintainer),
    'push-unrecorded': (0,reason/* reason */.l)('pending', 'GitHub has not recorded who pushed all of this branch: waiting for a member to approve it', askMaintainer),
    'retest-needed': (0,reason/* reason */.l)('pending', 'waiting for a member to comment /retest', 'A member with write access comments `/retest`.'),
    'no-command': (0,reason/* done */.Vw)('untouched', 'the comment is no command'),
    'label-without-prefix': (0,reason/* done */.Vw)('untouched', 'the label does not choose tests'),
    'text-edited': (0,reason/* done */.Vw)('untouched', 'title or text was edited, which chooses no tests'),
    'no-pull-request': (0,reason/* done */.Vw)('untouched', 'no open pull request has this commit as its head now'),
    'run-seen-before': (0,reason/* done */.Vw)('untouched', 'the run has ended that was seen to when it was requested'),
    dependabot: (0,reason/* reason */.l)('pending', 'runs of Dependabot get no secrets: waiting for a member to approve this commit', askMaintainer),
    draft: (0,reason/* done */.Vw)('pending', 'draft pull request: tests start when it is ready for review', 'Mark the pull request ready for review, or set `drafts: true`.'),
};
/** We know, and the answer is no. */
const denied = {
    'unsupported-event': (0,reason/* reason */.l)('untouched', 'this event cannot start private tests', 'Use `on: pull_request_target` with `types: [opened, synchronize, reopened, edited, ready_for_review, labeled, unlabeled]`, or `on: workflow_run` for a workflow on `pull_request`; for releases `on: release` with `types: [published]`.'),
    'pull-request-closed': (0,reason/* reason */.l)('untouched', 'the pull request is closed', 'Reopen the pull request.'),
    'head-repository-gone': (0,reason/* reason */.l)('failure', 'the repository that this pull request came from no longer exists', 'Open the pull request again from a repository that exists.'),
    'author-gone': (0,reason/* reason */.l)('failure', 'the account of the author no longer exists', 'A member opens a pull request with this commit.'),
    'head-moved': (0,reason/* reason */.l)('untouched', 'the pull request has a newer commit than the one this run is for', 'Look at the run of the newer commit. To run an old one again changes nothing.'),
    'not-member': (0,reason/* reason */.l)('failure', 'author, sender and everybody who pushed must be members of the organisation', 'A member opens a pull request with this commit.'),
    'approvals-off': (0,reason/* reason */.l)('untouched', 'approvals by comment are switched off', 'A member opens a pull request with this commit, or the input `approvals` is set to `comment`.'),
    'approval-stale': (0,reason/* reason */.l)('untouched', 'the approval names another commit than the head of the pull request', 'Read the newest commit, then comment `/ok-to-test <commit>`.'),
    'comment-edited': (0,reason/* reason */.l)('untouched', 'the comment was edited or deleted; an edited comment is no command', 'Write a new comment.'),
    'command-malformed': (0,reason/* reason */.l)('untouched', 'the command is not in the form that it must have', 'Write it as documented, alone on the first line; a commit needs all 40 digits.'),
    'command-not-allowed': (0,reason/* reason */.l)('untouched', 'commands are for members with write access', 'A member with write access gives the command.'),
    'sender-not-writer': (0,reason/* reason */.l)('failure', 'the person who caused this run is no member with write access', 'A member with write access starts it.'),
    'test-not-allowed': (0,reason/* reason */.l)('failure', 'a selected test is outside the rights of the person who asked for it', 'Take the label away, or somebody who may run that test asks for it; see `who-may-run`.'),
    'head-crowded': (0,reason/* reason */.l)('untouched', 'too many open pull requests have this commit as their head', 'Close all but ten of them, then run the job again.'),
    'tag-off-branch': (0,reason/* reason */.l)('failure', 'the commit of the tag is on no branch that only members have pushed to', "Put the tag on a commit of the default branch, or on the head of a branch whose every push is a member's."),
    'rerunner-not-member': (0,reason/* reason */.l)('failure', 'the person who started this run again is no member', 'A member starts the run again.'),
};
/** It could not be found out who may cross. */
const undecided = {
    'github-token-refused': (0,reason/* reason */.l)('error', 'GitHub refused the token', 'Check `github-token` and `membership-token`: expired, revoked or of another organisation?'),
    'github-forbidden': (0,reason/* reason */.l)('error', 'the GitHub token may not read what the gate needs', 'Give the job `pull-requests: read` and `statuses: write`; for commands `pull-requests: write`, for tags and with `paths` `contents: read`.'),
    'github-rate-limited': (0,reason/* reason */.l)('error', 'GitHub answered that the rate limit is used up', 'Run the job again after the hour; a `membership-token` of an App has a limit of its own.'),
    'github-unavailable': (0,reason/* reason */.l)('error', 'GitHub could not be reached or did not answer properly', reason/* tryAgain */.QC),
    'github-untrusted': (0,reason/* reason */.l)('error', 'the certificate of the GitHub server was not accepted', 'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'github-moved': (0,reason/* reason */.l)('error', 'GitHub answered with a redirect; redirects are never followed', 'The repository or organisation was renamed: update its name in the workflow.'),
    'github-unexpected': (0,reason/* reason */.l)('error', 'GitHub gave an answer that this version does not understand', reason/* tryAgain */.QC),
    'pull-request-not-found': (0,reason/* reason */.l)('error', 'the pull request cannot be read', 'Check the number and give the job `pull-requests: read`.'),
    'membership-hidden': (0,reason/* reason */.l)('error', 'the token cannot see who is a member of the organisation', 'Check `organization`; set `membership-token` to a token with Members: read. A member who is one in public, with write access, may approve with `/ok-to-test <commit>`.'),
    'team-hidden': (0,reason/* reason */.l)('error', 'the token cannot see a team that is named in `teams` or `who-may-run`', 'Check the slugs in `teams` and `who-may-run`, and that `membership-token` has Members: read.'),
};

// EXTERNAL MODULE: ./build/js/reasons/gitlab.js
var gitlab = __webpack_require__(7717);
;// CONCATENATED MODULE: ./build/js/reasons/identity.js

/** Why a job could not prove who it is. */
const identity = {
    'id-token-not-allowed': (0,reason/* reason */.l)('error', 'the job may not ask GitHub for an ID token', 'Give the job `permissions: id-token: write`. A `pull_request` event from a fork never has it.'),
    'id-token-too-long': (0,reason/* reason */.l)('error', 'the ID token of the job is longer than the five pipeline inputs that carry it', 'Shorten what goes into it: the names of the branch, the workflow file and the environment.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/outcomes.js

/** How the pipeline, or the watch over it, ended. */
const endings = {
    'pipeline-success': (0,reason/* done */.Vw)('success', 'private tests passed'),
    'pipeline-success-with-warnings': (0,reason/* done */.Vw)('success', 'private tests passed with warnings', 'A job that may fail did fail: a maintainer may want to look at it in GitLab.'),
    'test-not-run': (0,reason/* reason */.l)('failure', 'a selected test did not run, or not all of its jobs', 'Correct the label, or name the GitLab jobs of that test in the input `test-jobs`. Start a manual job in GitLab, then run this check again.'),
    'pipeline-failed': (0,reason/* reason */.l)('failure', 'private tests failed', 'A maintainer can see the logs in GitLab.'),
    'pipeline-canceled': (0,reason/* reason */.l)('failure', 'the private pipeline was cancelled', 'Run the job again.'),
    'pipeline-skipped': (0,reason/* reason */.l)('failure', 'GitLab skipped the private pipeline: nothing was tested', "Check the `rules` of the jobs in GitLab's `.gitlab-ci.yml`."),
    'pipeline-blocked': (0,reason/* reason */.l)('failure', 'the private pipeline waits for somebody in GitLab', 'Start the manual job in GitLab, or set `on-blocked: wait`.'),
    'pipeline-gone': (0,reason/* reason */.l)('error', 'the private pipeline was deleted while it was watched', 'Run the job again.'),
    'run-lost': (0,reason/* reason */.l)('error', 'the run for these tests ended without a verdict', 'A member runs the job again or comments `/retest`; after `/test`, gives that command again.'),
    deadline: (0,reason/* reason */.l)('failure', 'the private tests did not end within the time limit', 'Raise `timeout-minutes`, or find out what takes so long.'),
    'error-budget': (0,reason/* reason */.l)('error', 'GitLab could not be reached for too long: how the private tests ended is not known', 'Run the job again, or raise `error-budget-minutes`.'),
    'watch-refused': (0,reason/* reason */.l)('error', 'GitLab refused the token while the pipeline was being watched', 'See that the user of `gitlab-token` is still in the project, or renew it in GitLab under Settings > Access tokens, then run the job again: it takes up the same pipeline.'),
    'job-cancelled': (0,reason/* reason */.l)('failure', 'the GitHub job was cancelled', 'Run the job again.'),
    superseded: (0,reason/* reason */.l)('untouched', 'a newer run has taken over', 'Look at the newer run.'),
};
/** What is told on the way, and what goes wrong at the end of it. */
const pending = {
    detached: (0,reason/* done */.Vw)('pending', 'private tests are running; the verdict will follow'),
    'all-tests-needed': (0,reason/* done */.Vw)('pending', 'the selected tests passed; all tests are needed to merge', 'Select all tests, by the label of `all-label` or by theirs.'),
    'more-tests-asked': (0,reason/* done */.Vw)('pending', 'the selected tests passed; another pull request with this commit asks for more', 'Wait for the run of that pull request, or comment `/retest` on it.'),
    running: (0,reason/* reason */.l)('pending', 'private tests are running', 'Wait.'),
    starting: (0,reason/* reason */.l)('pending', 'private tests are being started', 'Wait.'),
    'status-not-written': (0,reason/* reason */.l)('error', 'the GitHub token may not write the commit status', 'Give the job `statuses: write`, then run it again.'),
    'status-limit-reached': (0,reason/* reason */.l)('error', 'this commit has as many commit statuses as GitHub allows', 'Push another commit, an empty one will do: GitHub takes 1000 statuses of one name for each.'),
    'status-throttled': (0,reason/* reason */.l)('error', 'GitHub took no commit status, because its rate limit is used up', 'Run the job again after the hour.'),
    'status-undelivered': (0,reason/* reason */.l)('error', 'GitHub did not confirm the commit status', reason/* tryAgain */.QC),
    internal: (0,reason/* reason */.l)('error', 'Drawbridge itself failed', 'Please report it with the reason code and the run.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/proof.js
/** Why a GitLab job does not take a request for proven (docs/gitlab.md, "Proof"; docs/facts/runner.md, "ID tokens"). */

/** What helps where a request was signed for something else than what has arrived. */
const notOurs = 'If nobody of yours has started this pipeline by hand, somebody holds a token of the project who should not: renew it.';
/** What the proof is, and what it says. */
const proofs = {
    'proof-missing': (0,reason/* reason */.l)('failure', 'the pipeline was started without a proof', 'Set `proof: true` in the workflow. A pipeline that was started by hand, or by a schedule, has none and gets no secrets.'),
    'proof-malformed': (0,reason/* reason */.l)('failure', 'what the pipeline got as its proof is no ID token in five parts', 'Pass `DRAWBRIDGE_PROOF_1` to `DRAWBRIDGE_PROOF_5` on as they are, each as an input of its own.'),
    'proof-algorithm': (0,reason/* reason */.l)('failure', 'the proof is signed in another way than GitHub signs', `Only RS256 is accepted. ${notOurs}`),
    'proof-signature': (0,reason/* reason */.l)('failure', 'the signature of the proof is not that of its issuer', notOurs),
    'proof-unknown-key': (0,reason/* reason */.l)('failure', 'the issuer of the proof has no such key', 'Run the workflow again: GitHub may have changed its keys. On Enterprise Server check `--issuer`.'),
    'proof-issuer': (0,reason/* reason */.l)('failure', 'the proof was issued by somebody else than the configured issuer', 'Set `--issuer` to the issuer of your GitHub: on Enterprise Server `https://HOST/_services/token`.'),
    'proof-claims': (0,reason/* reason */.l)('failure', 'the proof lacks a claim that each ID token of GitHub has, or has it in another form', 'Is `--issuer` an issuer of GitHub Actions, and nothing that issues tokens in its place?'),
    'proof-audience': (0,reason/* reason */.l)('failure', 'what the pipeline got is not what was signed', `A value was changed, added or left out, or the project or its branch is another one. Name further variables in \`--covers\`. ${notOurs}`),
    'proof-repository': (0,reason/* reason */.l)('failure', 'the proof is of another GitHub repository', 'Set `--repository-id` to the id of the repository whose pull requests are tested. A fork has another one.'),
    'proof-owner': (0,reason/* reason */.l)('failure', 'the repository of the proof has another owner', 'Set `--owner-id` to the id of the organisation. Was the repository transferred?'),
    'proof-workflow': (0,reason/* reason */.l)('failure', 'the proof is of a workflow that is not trusted', 'Name it in `--workflow`, with its ref: `acme/engine/.github/workflows/drawbridge.yml@refs/heads/main`.'),
    'proof-event': (0,reason/* reason */.l)('failure', 'the proof is of an event that is not trusted', 'Name it in `--event`, unless it is `pull_request`, whose workflow the pull request itself can change.'),
    'proof-environment-claim': (0,reason/* reason */.l)('failure', 'the job of the proof had not the GitHub environment that is asked for', 'Give the job in the workflow its `environment:`, or correct `--environment`.'),
    'proof-expired': (0,reason/* reason */.l)('failure', 'the pipeline was made after the proof had expired: it may have been used before', 'Run the workflow again: each start gets a new one. If it happens again, compare the clocks of both servers.'),
    'proof-early': (0,reason/* reason */.l)('failure', 'the pipeline was made before the proof was issued', 'Run the workflow again. If it happens again, compare the clocks of both servers.'),
    'proof-actor': (0,reason/* reason */.l)('failure', 'who caused the run of the proof is no member of the organisation any more', 'Let a member run the workflow again.'),
    'proof-tests-unknown': (0,reason/* reason */.l)('failure', 'a test is asked for that this project does not know', 'Correct the label or the input `tests` on GitHub, or add the test to `--known-tests`.'),
    'proof-tests-missing': (0,reason/* reason */.l)('failure', 'the pipeline was asked for no test at all', 'Check `--tests-variable`: it must be the input `tests-variable` of the workflow, which is never empty.'),
};
/** Where it could not be found out whether a proof holds. */
const unproven = {
    'proof-keys-unavailable': (0,reason/* reason */.l)('error', 'the keys of the issuer could not be read, so no proof can be checked', 'Retry the job in GitLab. If it persists, let its runner reach the issuer, with `--proxy` where it needs one.'),
    'proof-keys-untrusted': (0,reason/* reason */.l)('error', 'the certificate of the issuer was not accepted', 'Set `--ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'proof-keys-unreadable': (0,reason/* reason */.l)('error', 'what the issuer answers is no set of keys', 'Check `--issuer`: a proxy with a sign-in, or another address, answers in its place.'),
    'proof-job-token-missing': (0,reason/* reason */.l)('error', 'the job has no token by which GitLab says what the job is', 'Run this in a job of GitLab, which sets `CI_JOB_TOKEN`.'),
    'proof-job-refused': (0,reason/* reason */.l)('error', 'GitLab does not say to this job token what the job is', 'Check `--gitlab-url`: it must be the server that runs the job.'),
    'proof-job-unavailable': (0,reason/* reason */.l)('error', 'GitLab could not be asked what the job is', 'Retry the job. If it persists, check `--gitlab-url`, and that the runner can reach that server.'),
    'proof-job-untrusted': (0,reason/* reason */.l)('error', 'the certificate of the GitLab server was not accepted, so it was not asked what the job is', 'Set `--ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'proof-job-unreadable': (0,reason/* reason */.l)('error', 'what GitLab says of the job lacks its project, ref or time of creation, or is no answer of GitLab', reason/* tryAgain */.QC),
    'proof-hostile-environment': (0,reason/* reason */.l)('error', 'a variable in the environment of the job can change what the check does', 'Forbid pipeline variables under Settings > CI/CD > Variables in GitLab, and take the one that the log names away.'),
};
/** All of them. */
const proof = { ...proofs, ...unproven };

;// CONCATENATED MODULE: ./build/js/reasons/report.js

/** `drawbridge report`, by which a job in GitLab tells the verdict of its own pipeline. */
const reporting = {
    'report-left': (0,reason/* done */.Vw)('pending', 'the private tests passed; whether that is enough here, the sweep tells', 'Wait for the next sweep: another pull request has this commit too, or all tests are needed to merge.'),
    'report-not-ours': (0,reason/* reason */.l)('untouched', 'the newest commit status is not of this request, and was left as it is', 'Look at the newer run. If there is none: are `--status-context` and `--github-url` those of the action?'),
    'report-jobs-running': (0,reason/* reason */.l)('untouched', 'other jobs of the pipeline were still running when the time for the report was over', 'Put the job with `drawbridge report` into the stage `.post` and give it no `needs`, or raise `--deadline-minutes`; then retry it.'),
    'report-retried': (0,reason/* reason */.l)('untouched', 'a job was started again and passed while its failure was to be told', 'The job that reports a success (`when: on_success`) tells it. If the pipeline has none, retry the pipeline.'),
    'report-jobs-unseen': (0,reason/* reason */.l)('untouched', 'GitLab did not show the jobs of the pipeline to one of them', 'In GitLab under Settings > General > Visibility, let project members see CI/CD; or name a token with `read_api` by `--gitlab-token-variable`.'),
    'report-request-unknown': (0,reason/* reason */.l)('untouched', 'the values of the pipeline are not those of one request for a pull request', 'Only pipelines that Drawbridge has started for a pull request are reported. Pass its seven values on as they are.'),
    'report-token-missing': (0,reason/* reason */.l)('untouched', 'there is no GitHub token to write the commit status with', 'Set the variable `DRAWBRIDGE_GITHUB_TOKEN` for this job alone, name another by `--github-token-variable`, or use `--secrets path#KEY`.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/requests.js

/** Which tests were asked for. */
const selection = {
    'tests-listed': (0,reason/* done */.Vw)('untouched', 'the tests were listed in a comment'),
    'unknown-label': (0,reason/* reason */.l)('failure', 'a label with the test prefix is not known', 'Correct the label or take it away, or add it to the input `tests`.'),
    'unknown-test': (0,reason/* reason */.l)('untouched', 'the command names a test that is not known', 'Use test ids that the input `tests` lists.'),
    'unsafe-value': (0,reason/* reason */.l)('failure', 'a branch or label contains characters that are not passed on', 'Use only letters, digits and . _ / , : @ # + = - in names of branches and labels, or give the label an id in `tests`.'),
    'no-test-needed': (0,reason/* done */.Vw)('success', 'no private test concerns these files'),
    'needed-tests-selected': (0,reason/* done */.Vw)('success', 'all tests that these files need are enabled'),
    'all-tests-selected': (0,reason/* done */.Vw)('success', 'all tests are enabled'),
    'tests-missing': (0,reason/* reason */.l)('failure', 'not all tests are enabled', 'Add the label that means all tests, or the labels that are missing.'),
};
/** What became of `/duplicate`. */
const duplicating = {
    duplicated: (0,reason/* done */.Vw)('untouched', 'the commit was copied to a branch of this repository'),
    'duplicate-exists': (0,reason/* reason */.l)('untouched', 'this commit has a duplicate already', 'Use the pull request that is open.'),
    'duplicate-touches-ci': (0,reason/* reason */.l)('untouched', 'the change touches files that decide what CI runs', 'Read it with care, and bring it in by hand.'),
    'duplicate-list-cut': (0,reason/* reason */.l)('untouched', 'the change has more files than GitHub lists, so it could not be checked', 'Bring it in by hand, or ask for a smaller change.'),
    'duplicate-branch-differs': (0,reason/* reason */.l)('untouched', 'the branch for the duplicate exists with another commit', 'Delete the branch, then give the command again.'),
    'duplicate-by-hand': (0,reason/* reason */.l)('untouched', 'GitHub did not make the branch for the duplicate', 'Run the two git commands of the comment, then give the command again.'),
    'duplicate-token-lacks': (0,reason/* reason */.l)('untouched', 'the token may not make branches or pull requests here', 'Set `duplicate-token` to a token with contents, pull-requests and workflows: write.'),
    'duplicate-pull-refused': (0,reason/* reason */.l)('untouched', 'GitHub Actions may not open pull requests here', 'Allow it in the settings of the repository, or set `duplicate-token` to the token of an App.'),
};
/** How the other modes end. */
const modes = {
    'set-up-well': (0,reason/* done */.Vw)('untouched', 'nothing stands in the way of the set-up'),
    'set-up-faulty': (0,reason/* reason */.l)('untouched', 'something in the set-up is wrong, or could not be found out', 'Do what stands below each line that begins with ✗ or ? (docs/doctor.md).'),
    'cancel-done': (0,reason/* done */.Vw)('untouched', 'no private pipeline of this pull request is left running'),
    'cancel-incomplete': (0,reason/* reason */.l)('untouched', 'a private pipeline of this pull request could not be cancelled', 'Cancel it in GitLab; give `gitlab-token` the scope `api` and the role Developer.'),
    triggered: (0,reason/* done */.Vw)('untouched', 'the private pipeline was started'),
    'sweep-done': (0,reason/* done */.Vw)('untouched', 'no status of an open pull request hangs'),
    'sweep-incomplete': (0,reason/* reason */.l)('untouched', 'a status that hangs could not be settled', 'See the warnings in the log; the next sweep tries again.'),
};
/** The set-up of the step. */
const input = {
    'bad-input': (0,reason/* reason */.l)('failure', 'a maintainer has to mend the set-up of this check: an input is wrong', 'Read the error in the log or the summary: it names each wrong input and says what it must be.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/vault-log-in.js
/** Why nobody was logged in to Vault (docs/facts/vault.md, "Log-in by a token (JWT)" and "Log-in by AppRole"). */

/** How the log-in to Vault ends where it fails. */
const loggingIn = {
    'vault-audience': (0,reason/* reason */.l)('error', 'the audience of the ID token is none that the role in Vault accepts', 'Set `bound_audiences` of the role in Vault to the audience that is asked for, `vault-audience`, or the other way round; the log shows what the token has.'),
    'vault-audience-unbound': (0,reason/* reason */.l)('error', 'the ID token has an audience, and the role in Vault binds none', 'Set `bound_audiences` of the role in Vault to what `vault-audience` asks for.'),
    'vault-claim-differs': (0,reason/* reason */.l)('error', 'a claim of the ID token is not what the role in Vault binds', 'Compare `bound_claims` of the role in Vault with the claims that the log shows: another branch, environment, workflow or repository?'),
    'vault-claim-missing': (0,reason/* reason */.l)('error', 'the role in Vault binds a claim that the ID token does not have', 'Take that claim out of `bound_claims` of the role in Vault, or give the job what makes it, such as `environment:`.'),
    'vault-claim-not-text': (0,reason/* reason */.l)('error', 'the role in Vault binds a claim that is no text in the ID token', 'Bind another claim in `bound_claims` of the role in Vault: only texts, and lists of texts, are compared.'),
    'vault-subject-differs': (0,reason/* reason */.l)('error', 'the subject of the ID token is not the one that the role in Vault binds', 'Take `bound_subject` out of the role in Vault, since the form of `sub` changes, and bind ids in `bound_claims` instead; the log shows them.'),
    'vault-user-claim-missing': (0,reason/* reason */.l)('error', 'the ID token lacks the claim that the role in Vault names its users by', 'Set `user_claim` of the role in Vault to `repository_id`, for GitLab to `project_id`.'),
    'vault-role-unknown': (0,reason/* reason */.l)('error', 'Vault knows no such role', 'Check `vault-role`, and that the role is at the mount `vault-mount` and in the namespace `vault-namespace`.'),
    'vault-role-missing': (0,reason/* reason */.l)('error', 'no role was named, and the log-in in Vault has no default one', 'Set `vault-role`, or `default_role` in the configuration of that mount in Vault.'),
    'vault-jwt-missing': (0,reason/* reason */.l)('error', 'no ID token was sent to Vault', 'Give the job `id-token: write`, in GitLab `id_tokens:`, and check that the variable with the token is not empty.'),
    'vault-jwt-invalid': (0,reason/* reason */.l)('error', 'Vault does not accept the form or the signature of the ID token', 'Check in Vault that `oidc_discovery_url` or `jwks_url` of the mount is that of the server which issued the token.'),
    'vault-issuer-differs': (0,reason/* reason */.l)('error', 'the ID token is of another issuer than the one that Vault expects', 'Set `bound_issuer` of the mount in Vault to the issuer: for github.com `https://token.actions.githubusercontent.com`, for GitLab the address of its server.'),
    'vault-jwt-expired': (0,reason/* reason */.l)('error', 'the ID token has expired', 'Run the job again. If it persists, compare the clocks of the runner and of Vault.'),
    'vault-jwt-early': (0,reason/* reason */.l)('error', 'Vault takes the ID token for one of the future', 'Set the clock of the Vault server: it is more than a minute behind.'),
    'vault-issuer-unreachable': (0,reason/* reason */.l)('error', 'Vault cannot fetch the keys of the issuer of the ID token', 'Let the Vault server reach `oidc_discovery_url` or `jwks_url` of the mount, then run the job again.'),
    'vault-login-mount-missing': (0,reason/* reason */.l)('error', 'Vault has no log-in at this mount', 'Check `vault-mount` and `vault-namespace`, and `vault auth list` in Vault. `vault-url` is the address of the server alone, without `/v1`.'),
    'vault-login-network': (0,reason/* reason */.l)('error', 'the role in Vault does not let in the network that this job runs in', 'Add the address of the runner to `token_bound_cidrs` of the role in Vault.'),
    'vault-login-method-differs': (0,reason/* reason */.l)('error', 'at this mount of Vault one logs in by another method', 'Set `vault-auth` to the method of that mount, or `vault-mount` to a mount of that method.'),
    'vault-login-unconfigured': (0,reason/* reason */.l)('error', 'the log-in in Vault is mounted, but not configured', 'Write its configuration in Vault: `vault write auth/<mount>/config oidc_discovery_url=… bound_issuer=…`.'),
    'vault-approle-refused': (0,reason/* reason */.l)('error', 'Vault does not accept the role id or the secret id', 'Check `vault-role-id`; make a new secret id for `vault-secret-id`: it may be used up or expired.'),
    'vault-approle-network': (0,reason/* reason */.l)('error', 'the secret id is bound to another network than the one that this job runs in', 'Add the address of the runner to `secret_id_bound_cidrs` of the AppRole in Vault.'),
    'vault-secret-id-missing': (0,reason/* reason */.l)('error', 'the AppRole in Vault asks for a secret id, and none was sent', 'Set `vault-secret-id`, or `bind_secret_id=false` of the AppRole in Vault, which is less safe.'),
};

;// CONCATENATED MODULE: ./build/js/reasons/vault.js
/** Why a secret could not be read from Vault (docs/facts/vault.md, "Answers"). */


/** Why a secret could not be read, or a token not given back. */
const reading = {
    'vault-token-refused': (0,reason/* reason */.l)('error', 'Vault does not accept the token: it is expired, revoked, used up or of another network', 'Make a new token for `vault-token`. Of a token that was logged in for: raise `token_ttl` or `token_num_uses` of the role in Vault.'),
    'vault-token-missing': (0,reason/* reason */.l)('error', 'no Vault token was given', 'Set `vault-token`, or another `vault-auth`.'),
    'vault-policy-denied': (0,reason/* reason */.l)('error', 'the policy of the Vault token does not allow this path', 'Is the path in `vault-secrets` right, and `vault-namespace`? Then let a policy of the role in Vault `read` it: `<mount>/data/<path>` with version 2, `<mount>/<path>` with version 1.'),
    'vault-list-denied': (0,reason/* reason */.l)('error', 'the policy of the Vault token does not allow to list what is below this path', 'Let a policy of the role in Vault `list` it: `<mount>/metadata/<path>/*` with version 2, `<mount>/<path>/*` with version 1.'),
    'vault-absent': (0,reason/* reason */.l)('error', 'Vault has no secret at this path', 'Check the path in `vault-secrets`, in capital and small letters, and write the secret: `vault kv put`.'),
    'vault-key-missing': (0,reason/* reason */.l)('error', 'the secret in Vault has no such key', 'Check the key in `vault-secrets`, in capital and small letters: `vault kv get` shows the keys.'),
    'vault-token-unusable': (0,reason/* reason */.l)('error', 'what Vault has for a token of GitLab is none: too short, in quotes, or more than one word', 'Store the token alone: `vault kv put`, without quotes, blanks or line ends in it.'),
    'vault-version-deleted': (0,reason/* reason */.l)('error', 'the newest version of the secret in Vault is deleted or destroyed', 'Bring it back with `vault kv undelete`, or write a new one with `vault kv put`.'),
    'vault-kv-version-differs': (0,reason/* reason */.l)('error', 'the mount in Vault has the other version of the key/value store', 'Take `vault-kv-version` away, or set it to `2`.'),
    'vault-mount-missing': (0,reason/* reason */.l)('error', 'Vault has no such mount', 'Check the path in `vault-secrets`: it begins with the mount, and one without a slash is below the mount `secret`.'),
    'vault-mount-hidden': (0,reason/* reason */.l)('error', 'Vault does not say what is mounted at this path', 'Check the path in `vault-secrets`, whose mount comes first, `vault-namespace`, and that a policy of the role in Vault allows something below that mount; else set `vault-kv-version`.'),
    'vault-path-invalid': (0,reason/* reason */.l)('error', 'a path in Vault has a form that is not asked for', 'Write the path without slashes at its ends, without `//`, `.` or `..`, and without control characters: `secret/functional-tests`.'),
    'vault-path-has-data': (0,reason/* reason */.l)('error', 'a path in Vault has `data/` or `metadata/` in it, which is added where it is needed', 'Write the path as `vault kv get` takes it: `secret/functional-tests`, not `secret/data/functional-tests`.'),
    'vault-too-many-below': (0,reason/* reason */.l)('error', 'there is more below the path in Vault than is read at once', 'Name the paths singly, or a folder of fewer secrets.'),
    'vault-batch-token': (0,reason/* reason */.l)('error', 'batch tokens of Vault can be neither revoked nor renewed', 'Set `token_type=service` of the role in Vault.'),
    'vault-revoke-denied': (0,reason/* reason */.l)('error', 'the policy of the Vault token does not allow it to revoke itself', 'Give the role in Vault the policy `default`: take `token_no_default_policy` away.'),
    'vault-not-renewable': (0,reason/* reason */.l)('error', 'the lease in Vault cannot be renewed', 'Raise `token_ttl` of the role in Vault, or the time of the lease, to what the job needs.'),
    'vault-wrapped': (0,reason/* reason */.l)('error', 'Vault has wrapped its answer', 'Take away what asks for wrapping: `min_wrapping_ttl` in the policy, or a proxy that adds the header.'),
    'vault-wrapping-token': (0,reason/* reason */.l)('error', 'the wrapping token was used before, or is none', 'Make a new one. If nobody of yours has unwrapped it, somebody else has: look into the audit log of Vault.'),
    'vault-too-large': (0,reason/* reason */.l)('error', 'what Vault would answer, or take, is too large', 'Split the secret: at most 10 MiB are read at once.'),
};
/** What is wrong with the server, or with the way to it. */
const server = {
    'vault-no-api': (0,reason/* reason */.l)('error', 'something other than the API of Vault answers at this address', 'Check `vault-url`: the address of the server alone, without `/ui` or `/v1`, and not that of a proxy with a sign-in.'),
    'vault-https-expected': (0,reason/* reason */.l)('error', 'the Vault server speaks https at this address, and was asked by http', 'Set `vault-url` to the address with `https://`.'),
    'vault-address-refused': (0,reason/* reason */.l)('error', 'the address of Vault is none that is called', 'Set `vault-url` to `https://` and the server, without a name or password in it; http only on loopback.'),
    'vault-address-path': (0,reason/* reason */.l)('error', 'the address of Vault ends in a path of its API or its pages', 'Set `vault-url` to the address of the server alone, without `/v1` or `/ui`.'),
    'vault-token-form': (0,reason/* reason */.l)('error', 'the Vault token or the namespace holds characters that cannot be sent', 'Store it again without line breaks and blanks: `vault-token`, `vault-namespace`.'),
    'vault-sealed': (0,reason/* reason */.l)('error', 'Vault is sealed', 'Unseal the Vault server, then run the job again.'),
    'vault-not-initialised': (0,reason/* reason */.l)('error', 'the Vault server is not initialised', 'Is `vault-url` the right server? A new one has to be set up: `vault operator init`.'),
    'vault-namespace-unknown': (0,reason/* reason */.l)('error', 'Vault has no such namespace', 'Check `vault-namespace`: the whole path, from the root.'),
    'vault-namespace-locked': (0,reason/* reason */.l)('error', 'the namespace in Vault is locked', 'An administrator unlocks it: `vault namespace unlock`.'),
    'vault-lagging': (0,reason/* reason */.l)('error', 'the Vault server that answered has not caught up with the others', 'Run the job again. If it persists, look at the replication of Vault.'),
    'vault-leader-unreachable': (0,reason/* reason */.l)('error', 'the Vault server sends to another address, as it does while it has no leader', 'Run the job again. If it persists, look at `vault operator raft list-peers`, or set `vault-url` to the leader.'),
    'vault-unavailable': (0,reason/* reason */.l)('error', 'Vault could not be reached or did not answer properly', 'Run the job again. If it persists, check `vault-url`, and that this runner can reach the server.'),
    'vault-untrusted': (0,reason/* reason */.l)('error', 'the certificate of the Vault server was not accepted', 'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'vault-rate-limited': (0,reason/* reason */.l)('error', 'Vault is throttling requests', 'Wait a minute, then run the job again, or raise the quota in Vault: `sys/quotas/rate-limit`.'),
    'vault-moved': (0,reason/* reason */.l)('error', 'Vault answered with a redirect; redirects are never followed', 'Update `vault-url`: the new address, with `https://`.'),
    'vault-unexpected': (0,reason/* reason */.l)('error', 'Vault gave an answer that this version does not understand', reason/* tryAgain */.QC),
};
/** All of them. */
const secrets = { ...loggingIn, ...reading, ...server };

;// CONCATENATED MODULE: ./build/js/reasons.js








/**
 * Every reason that Drawbridge can give. A reason has a sentence for the person who reads the pull request and the
 * next thing to do. docs/troubleshooting.md is generated from this table; nothing else in the product words a refusal.
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
    ...identity,
    ...gitlab/* starting */.D,
    ...secrets,
    ...proof,
    ...endings,
    ...pending,
    ...reporting,
};
/** What is known about a reason code. */
const reasonOf = (code) => reasons[code];


/***/ }),

/***/ 7717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ starting),
/* harmony export */   v: () => (/* binding */ refGone)
/* harmony export */ });
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2330);

/** What helps where GitLab does not find a ref that it has named itself a moment before. */
const refGone = {
    twin: 'It is the branch of the same name, which GitLab showed a moment before: has somebody deleted it? Run the job again.',
    default: 'It is the default branch, as GitLab names it: set one that exists in GitLab under Settings > Repository > Branch defaults, or name one in the input `gitlab-ref`.',
};
/** Why GitLab started no pipeline, or may have. */
const starting = {
    'gitlab-token-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab refused the token', 'Check `gitlab-token`, or what `vault-secrets` names for it: expired, revoked, or of another server than `gitlab-url`? Renew it in GitLab under Settings > Access tokens.'),
    'gitlab-trigger-token-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab knows no such trigger token or project', 'Check `gitlab-project`, and `gitlab-trigger-token` in GitLab under Settings > CI/CD > Pipeline trigger tokens.'),
    'gitlab-forbidden': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the GitLab token may not do what is asked', 'In GitLab under Settings > Access tokens, give `gitlab-token` the role Developer and the scope `api`.'),
    'gitlab-scope-missing': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the GitLab token lacks a scope', 'In GitLab under Settings > Access tokens, make a `gitlab-token` with the scope `api`.'),
    'gitlab-permission-missing': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the fine-grained GitLab token lacks a permission', 'Let `gitlab-token` read the project and its branches, and read, create, update and cancel pipelines.'),
    'gitlab-project-not-found': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab shows no such project to this token', 'Check `gitlab-project`, and that the token belongs to that project, on the server of `gitlab-url`.'),
    'gitlab-not-there': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'there is nothing of GitLab at the address that was asked', 'Check `gitlab-url`: the address of the GitLab server alone, without a project or `/api/v4`. Then check `gitlab-project`.'),
    'gitlab-moved': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the GitLab project or server has moved; redirects are never followed', 'Update `gitlab-project`, or `gitlab-url`.'),
    'gitlab-untrusted': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'the certificate of the GitLab server was not accepted', 'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.'),
    'gitlab-rate-limited': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab is throttling requests', 'Wait some minutes, then run the job again.'),
    'gitlab-unavailable': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab could not be reached or did not answer properly', 'Run the job again. If it persists, check `gitlab-url`, and the status page of that server.'),
    'gitlab-unexpected': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab gave an answer that this version does not understand', _reason_js__WEBPACK_IMPORTED_MODULE_0__/* .tryAgain */ .QC),
    'gitlab-ref-not-found': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab project has no such branch or tag', 'Correct the input `gitlab-ref`, or make that branch in the GitLab project. Without that input it is the default branch of the project, or the branch of the same name.'),
    'gitlab-ref-protected': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab token may not run pipelines on this protected branch', 'Allow its user in GitLab under Settings > Repository > Protected branches, or set another `gitlab-ref`.'),
    'gitlab-variables-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab project does not accept pipeline variables', 'Set `pass-as: inputs` without a trigger token, or allow Developers in GitLab under Settings > CI/CD > Variables.'),
    'gitlab-variables-invalid': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'GitLab does not take these pipeline variables', 'Check the input `variables`: few, short values, and names of letters, digits and _.'),
    'gitlab-inputs-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab project does not accept these pipeline inputs', 'Declare them under `spec: inputs` at the top of `.gitlab-ci.yml` in GitLab, or set `pass-as: variables`.'),
    'gitlab-input-too-long': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'a value is longer than the 1,000 characters that one pipeline input may have', 'Select fewer tests at once, or give them shorter ids. With `all-label` one short word is sent for all.'),
    'gitlab-filtered': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the rules of the GitLab pipeline refuse this kind of start', 'Let `workflow: rules` in GitLab\'s `.gitlab-ci.yml` accept `$CI_PIPELINE_SOURCE == "trigger"` and `"api"`.'),
    'gitlab-no-jobs': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'none of the jobs in GitLab belongs to the selected tests', "Check the labels, and the `rules` of the jobs in GitLab's `.gitlab-ci.yml`."),
    'gitlab-throttled': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab refuses more new pipelines for this minute', 'Wait a minute, then run the job again.'),
    'gitlab-config-invalid': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the CI configuration in GitLab has errors', 'Open Build > Pipelines in GitLab: the errors are shown there.'),
    'gitlab-config-missing': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'the GitLab branch has no CI configuration', 'Add `.gitlab-ci.yml` to the branch, or name the file under Settings > CI/CD > General pipelines.'),
    'gitlab-pipelines-disabled': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'CI/CD is switched off in the GitLab project', 'Switch it on in GitLab under Settings > General > Visibility, project features, permissions.'),
    'gitlab-verification-needed': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'GitLab runs no pipelines for this token before its owner has verified their identity', 'The owner of the token signs in to GitLab and follows the notice there.'),
    'gitlab-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'GitLab refused to start the pipeline', 'Start one by hand in GitLab under Build > Pipelines > New pipeline, on the same branch: it says why.'),
    'gitlab-name-refused': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('failure', 'GitLab refused the name of the pipeline', "Let `workflow: name` in GitLab's `.gitlab-ci.yml` have 1 to 255 characters; `$DRAWBRIDGE_KEY` alone fits."),
    'cancel-needs-api': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('untouched', 'the GitLab token can watch, but neither cancel, retry nor name a pipeline', 'In GitLab under Settings > Access tokens, give `gitlab-token` the scope `api` and the role Developer.'),
    'gitlab-branch-unreadable': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'it could not be found out whether GitLab has a branch of the same name', 'In GitLab under Settings > Access tokens, give `gitlab-token` the role Reporter or more.'),
    'trigger-uncertain': (0,_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)('error', 'GitLab did not confirm the start, and it is not certain that none happened', 'Look in GitLab for a pipeline named after this pull request, then run the job again.'),
};


/***/ }),

/***/ 2330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ nothingToDo),
/* harmony export */   QC: () => (/* binding */ tryAgain),
/* harmony export */   Vw: () => (/* binding */ done),
/* harmony export */   l: () => (/* binding */ reason)
/* harmony export */ });
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


/***/ }),

/***/ 174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n_: () => (/* binding */ longestInput),
/* harmony export */   tp: () => (/* binding */ mostInputs)
/* harmony export */ });
/* unused harmony export fitsInputs */
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
