export const id = 509;
export const ids = [509];
export const modules = {

/***/ 4509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   initWishes: () => (/* binding */ initWishes)
/* harmony export */ });
/* harmony import */ var _init_questions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(928);
/** What `drawbridge init` was asked for. Pure. */

/** Reads the options. Each line of `wrong` names its option: a wrong answer is refused before anything is asked. */
function initWishes(given) {
    const said = new Map();
    const wrong = [];
    if (given.command !== undefined)
        wrong.push('takes no command');
    for (const name of _init_questions_js__WEBPACK_IMPORTED_MODULE_0__/* .questionNames */ .F1) {
        const text = given.one(name);
        if (text === undefined)
            continue;
        const fault = (0,_init_questions_js__WEBPACK_IMPORTED_MODULE_0__/* .faultOf */ .Kl)(name, text);
        if (fault !== undefined)
            wrong.push(`--${name} ${fault}`);
        said.set(name, text);
    }
    if (wrong.length > 0)
        return { ok: false, wrong };
    return {
        ok: true,
        value: {
            said,
            folder: given.one('folder') ?? '.',
            force: given.is('force'),
            dryRun: given.is('dry-run'),
            json: given.is('json'),
        },
    };
}


/***/ }),

/***/ 928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ questionNames),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   M1: () => (/* binding */ usualFor),
/* harmony export */   ab: () => (/* binding */ questions),
/* harmony export */   b7: () => (/* binding */ naming),
/* harmony export */   pu: () => (/* binding */ testsIn)
/* harmony export */ });
/* harmony import */ var _facts_alphabet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4611);
/* harmony import */ var _net_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8551);
/** What `drawbridge init` has to know: each question, and which answers are taken. Pure. */


/** GitHub's own bounds (GitHub docs, "Username considerations"; a repository's name has 100 characters at most). */
const repositoryForm = /^([A-Za-z0-9-]{1,39})\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
/**
 * A branch that can stand in a filter of GitHub's, in the name of a workflow that is trusted, and behind `refs/heads/`: what git
 * allows beyond that is refused (git-check-ref-format(1)).
 */
const branchForm = /^(?![-./])(?!.*(?:\.\.|\/[./]|\.lock(?:\/|$)))[A-Za-z0-9._/-]{1,200}(?<![./])$/;
/** GitLab's full path of a project (GitLab docs, "Reserved project and group names", limitations). */
const projectForm = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/;
/** The name of an image, perhaps with its registry, tag and digest (distribution/reference, grammar). */
const imageForm = /^[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5}(?=\/))?(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;
/** A label has 50 characters at most, and the ids travel together in one input (docs/facts/gitlab.md, "Values"). */
const longestLabel = 50;
const longestTests = 1000;
/** The test ids in an answer, in the order given. */
const testsIn = (text) => text.split(',').map((one) => one.trim());
/** Labels of tests that a job of GitLab can be called like; two that GitHub takes for one are not two. */
function areTests(text) {
    const tests = testsIn(text);
    const isOne = (test) => /^test-[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(test);
    return (tests.every((test) => isOne(test) && test.length <= longestLabel && test.toLowerCase() !== 'test-all') &&
        new Set(tests.map((test) => test.toLowerCase())).size === tests.length &&
        tests.join(',').length <= longestTests);
}
/** As the template takes one, and nothing that could be read as another address. */
const isUrl = (text) => /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?(?:\/[A-Za-z0-9._-]+)*$/.test(text) &&
    (0,_net_url_js__WEBPACK_IMPORTED_MODULE_0__/* .allowedUrl */ ._)(text) !== undefined;
const matches = (form) => (text) => form.test(text);
const isNumber = matches(/^[1-9]\d{0,19}$/);
const digits = /[0-9]/;
const pathCharacters = /[A-Za-z0-9._/-]/;
const urlCharacters = /[A-Za-z0-9._:/-]/;
/** All of them, in the order in which they are asked. */
const questions = {
    event: {
        ask: 'How may a pull request get in?',
        choices: {
            pull_request_target: 'one file; a public repository needs an Actions policy that allows the event',
            workflow_run: 'two files, and no policy',
        },
        alphabet: /[a-z_]/,
        fits: matches(/^(?:pull_request_target|workflow_run)$/),
        must: 'must be pull_request_target (one file, with an Actions policy) or workflow_run (two files, without)',
    },
    repository: {
        ask: 'Which public repository on GitHub?',
        alphabet: pathCharacters,
        fits: (text) => repositoryForm.test(text) && _facts_alphabet_js__WEBPACK_IMPORTED_MODULE_1__/* .slug */ .yR.test(text.split('/')[0] ?? ''),
        must: 'must be like acme/engine, with its letters as GitHub shows them',
        hint: 'acme/engine',
    },
    'repository-id': {
        ask: 'The number of that repository?',
        alphabet: digits,
        fits: isNumber,
        must: 'must be the number that `gh api repos/OWNER/NAME --jq .id` tells',
        hint: '`gh api repos/OWNER/NAME --jq .id` tells it',
    },
    'owner-id': {
        ask: 'The number of its owner?',
        alphabet: digits,
        fits: isNumber,
        must: 'must be the number that `gh api repos/OWNER/NAME --jq .owner.id` tells',
        hint: '`gh api repos/OWNER/NAME --jq .owner.id` tells it',
    },
    'default-branch': {
        ask: 'Its default branch?',
        alphabet: pathCharacters,
        fits: matches(branchForm),
        must: 'must be the name of a branch: letters, digits and . _ / -, beginning with none of these but _',
        usual: 'main',
    },
    'action-commit': {
        ask: 'Which commit of Drawbridge?',
        alphabet: /[0-9a-f]/,
        fits: matches(/^[0-9a-f]{40}$/),
        must: 'must be all 40 digits that `gh api repos/drawbridge-ci/drawbridge/commits/v1 --jq .sha` tells',
        hint: '`gh api repos/drawbridge-ci/drawbridge/commits/v1 --jq .sha` tells it',
    },
    'gitlab-url': {
        ask: 'Where is GitLab?',
        alphabet: urlCharacters,
        fits: isUrl,
        must: 'must be like https://gitlab.com, without a slash at its end',
        usual: 'https://gitlab.com',
    },
    'gitlab-project': {
        ask: 'Which private project there?',
        alphabet: pathCharacters,
        fits: (text) => projectForm.test(text) && text.length <= 255,
        must: 'must be its path in full, like acme/engine-tests',
        hint: 'acme/engine-tests',
    },
    'gitlab-project-id': {
        ask: 'The number of that project?',
        alphabet: digits,
        fits: isNumber,
        must: 'must be the number on its page in GitLab (Settings > General, Project ID)',
        hint: 'Settings > General, Project ID',
    },
    tests: {
        ask: 'Which tests? Each is a label and a job',
        alphabet: /[A-Za-z0-9._, -]/,
        fits: areTests,
        must: 'must be like test-dns, test-aws: each begins with test-, has letters, digits and . _ -, 50 characters at most, and is there once; test-all is known without',
        hint: 'test-dns, test-aws',
    },
    image: {
        ask: 'In which image do they run?',
        alphabet: /[A-Za-z0-9._/:@-]/,
        fits: (text) => imageForm.test(text) && text.length <= 255,
        must: 'must be like registry.acme.example/engine-tests:1; it has git and drawbridge',
        hint: 'registry.acme.example/engine-tests:1, with git and drawbridge',
    },
    'vault-url': {
        ask: 'Where is Vault?',
        alphabet: urlCharacters,
        fits: isUrl,
        must: 'must be like https://vault.acme.example, without a slash at its end',
        hint: 'https://vault.acme.example',
    },
    'token-in': {
        ask: 'Where is the token for GitLab kept?',
        choices: {
            environment: 'a secret of the environment private-tests on GitHub',
            vault: 'in Vault, which the runner of GitHub must reach',
        },
        alphabet: /[a-z]/,
        fits: matches(/^(?:environment|vault)$/),
        must: 'must be environment (a secret on GitHub) or vault',
        usual: 'environment',
    },
};
/** All names, in the order in which they are asked. */
const questionNames = Object.keys(questions);
/** What is wrong with an answer, as the rest of a sentence that begins with its name; undefined: nothing. */
function faultOf(name, text) {
    const { alphabet, fits, must } = questions[name];
    const stranger = [...text].find((character) => !alphabet.test(character));
    if (stranger !== undefined)
        return `has ${shown(stranger)} in it; it ${must}`;
    return fits(text) ? undefined : must;
}
/** A text about a question, with the repository that was named in place of `OWNER/NAME`, once one was. */
const naming = (text, repository) => repository === undefined || faultOf('repository', repository) !== undefined
    ? text
    : text.replace('OWNER/NAME', () => repository);
/** What is taken where nothing is said; undefined: it has to be said. */
function usualFor(name) {
    const { usual } = questions[name];
    return usual;
}
/** One character that cannot stay: as it is, where it is of ASCII and can be seen. */
function shown(character) {
    if (character === '`')
        return 'a back-tick';
    if (/^[!-~]$/.test(character))
        return `\`${character}\``;
    if (character === ' ')
        return 'a blank';
    return /^\p{Cc}$/u.test(character) ? 'a control character' : 'a character that is not ASCII';
}


/***/ })

};
