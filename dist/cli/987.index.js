export const id = 987;
export const ids = [987];
export const modules = {

/***/ 987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askFor: () => (/* binding */ askFor),
/* harmony export */   mayWrite: () => (/* binding */ mayWrite)
/* harmony export */ });
/* harmony import */ var _clack_prompts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6170);
/* harmony import */ var _init_questions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(928);
/** The questions of `drawbridge init`, asked in a terminal. The library comes with this file, which only a terminal loads. */


/**
 * Asks until each answer is one, and gives them by question; undefined: whoever was asked has gone.
 * @param repository the one that was named on the command line
 */
async function askFor(names, repository, io, signal) {
    const on = { input: io.stdin, output: io.stderr, signal };
    (0,_clack_prompts__WEBPACK_IMPORTED_MODULE_0__/* .intro */ .Lv)('drawbridge init', on);
    const answers = new Map();
    const named = () => answers.get('repository') ?? repository;
    for (const name of names) {
        const { ask, choices, hint, usual } = _init_questions_js__WEBPACK_IMPORTED_MODULE_1__/* .questions */ .ab[name];
        const answer = choices === undefined
            ? await (0,_clack_prompts__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
                message: ask,
                ...(hint !== undefined && { placeholder: (0,_init_questions_js__WEBPACK_IMPORTED_MODULE_1__/* .naming */ .b7)(hint, named()) }),
                ...(usual !== undefined && { initialValue: usual }),
                validate: (given) => {
                    const fault = (0,_init_questions_js__WEBPACK_IMPORTED_MODULE_1__/* .faultOf */ .Kl)(name, given ?? '');
                    return fault === undefined ? undefined : (0,_init_questions_js__WEBPACK_IMPORTED_MODULE_1__/* .naming */ .b7)(fault, named());
                },
                ...on,
            })
            : await (0,_clack_prompts__WEBPACK_IMPORTED_MODULE_0__/* .select */ .Lt)({
                message: ask,
                options: Object.entries(choices).map(([value, hint]) => ({ value, hint })),
                ...(usual !== undefined && { initialValue: usual }),
                ...on,
            });
        if ((0,_clack_prompts__WEBPACK_IMPORTED_MODULE_0__/* .isCancel */ .FZ)(answer))
            return undefined;
        answers.set(name, answer);
    }
    return answers;
}
/** Whether these lines may be made true. */
async function mayWrite(lines, io, signal) {
    const on = { input: io.stdin, output: io.stderr, signal };
    (0,_clack_prompts__WEBPACK_IMPORTED_MODULE_0__/* .note */ .N4)(lines.join('\n'), 'To be written', on);
    return (await (0,_clack_prompts__WEBPACK_IMPORTED_MODULE_0__/* .confirm */ .lJ)({ message: 'Write these files?', ...on })) === true;
}


/***/ })

};
