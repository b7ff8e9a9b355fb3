export const id = 31;
export const ids = [31];
export const modules = {

/***/ 3031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/js/child/exit.js
var exit = __webpack_require__(1799);
// EXTERNAL MODULE: ./build/js/cli/io.js
var cli_io = __webpack_require__(6239);
// EXTERNAL MODULE: ./build/js/facts/alphabet.js
var alphabet = __webpack_require__(4611);
;// CONCATENATED MODULE: ./build/js/cli/proof-record.js
/** What is recorded of one verification (schema: docs/verification.schema.json). Pure. */

const keyForm = /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+(?:#\d+|!queue|!push|!tag)@[0-9a-f]{40}:[0-9a-f]{12}$/;
/** The record of what a verification came to, at a time. */
function proofRecord(verified, { branchVariable }, when) {
    const common = { version: 1, when: when.toISOString(), proven: verified.ok };
    if (!verified.ok) {
        const reason = 'reason' in verified ? verified.reason : null;
        return { ...common, reason, github: null, gitlab: null, request: null };
    }
    const { claims, job, values, tests } = verified;
    const { repository, repositoryId, ownerId, actorId, event, workflow, environment } = claims;
    const like = (name, form) => {
        const value = values[name] ?? '';
        return form.test(value) ? value : null;
    };
    const pullRequest = like('GITHUB_PULL_REQUEST', /^[1-9]\d{0,14}$/);
    return {
        ...common,
        reason: null,
        github: {
            ...{ repository, repositoryId, ownerId, actor: actorId, event, workflow },
            environment: environment ?? null,
            ...{ run: claims.runId, attempt: claims.runAttempt, signed: new Date(claims.issuedAt).toISOString() },
        },
        gitlab: {
            project: job.project,
            pipeline: job.pipeline,
            job: job.id,
            ref: alphabet/* safeRef */.xu.test(job.ref) ? job.ref : null,
        },
        request: {
            commit: like('GITHUB_COMMIT_ID', /^[0-9a-f]{40}$/),
            branch: like(branchVariable, alphabet/* safeRef */.xu),
            pullRequest: pullRequest === null ? null : Number(pullRequest),
            key: like('DRAWBRIDGE_KEY', keyForm),
            tests: tests.filter((id) => alphabet/* safeValue */.pI.test(id)),
        },
    };
}

// EXTERNAL MODULE: ./build/js/cli/verified.js + 5 modules
var cli_verified = __webpack_require__(9133);
;// CONCATENATED MODULE: ./build/js/cli/verify.js
/** `drawbridge verify`: the early notice of a job before all others, and the audit line in its log. */





/** Runs the command. Gives the exit code: 0 where the request is proven, 1 where not, or where that could not be found out. */
async function verify({ wishes, json }, io, hearing) {
    const verified = await (0,cli_verified.verifyFirst)(wishes, io, hearing);
    const signal = hearing.first();
    if (signal !== undefined)
        return (0,exit/* signalCode */.S2)(signal, external_node_os_.constants.signals);
    const record = JSON.stringify(proofRecord(verified, wishes, new Date(io.clock.now())));
    if (!verified.ok) {
        (0,cli_io/* say */.c)(io, 'verify', verified.said);
        io.stdout.write(`${json ? '' : 'audit: '}${record}\n`);
        return verified.exit;
    }
    if (json) {
        io.stdout.write(`${record}\n`);
        return 0;
    }
    const { repository, runId } = verified.claims;
    io.stdout.write(`proven: asked for by run ${runId} of ${repository}, tests ${verified.tests.join(',')}\naudit: ${record}\n`);
    return 0;
}


/***/ })

};
