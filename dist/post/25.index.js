export const id = 25;
export const ids = [25];
export const modules = {

/***/ 8025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withRotated: () => (/* binding */ withRotated)
/* harmony export */ });
/* harmony import */ var _net_content_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(423);
/* harmony import */ var _net_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5828);
/** Asks once more where GitLab no longer takes a token that was rotated while it was used. */


const header = 'private-token';
/** So often a token is fetched that turns out to be the refused one: the store may hear of a rotation later than GitLab. */
const mostInVain = 3;
/**
 * Sends what GitLab answers by its own 401 once more with the token that `another` gives then, if that is another one; from
 * then on everything is sent with it. Who is not let in has done nothing, so that holds for every method. `another` rejects
 * with a ServiceFailure where there is none to be had: then the 401 stands.
 */
function withRotated(send, another) {
    let newest;
    let fetching;
    let inVain = 0;
    const replacementOf = async (refused) => {
        if (newest !== undefined && newest !== refused)
            return newest;
        if (inVain === mostInVain)
            return undefined;
        fetching ??= another()
            .catch((0,_net_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceFailureAs */ .i5)(undefined))
            .finally(() => {
            fetching = undefined;
        });
        const found = await fetching;
        if (found === undefined || found === refused) {
            inVain += 1;
            return undefined;
        }
        newest = found;
        return found;
    };
    return async (request) => {
        const own = request.headers?.[header];
        if (own === undefined)
            return send(request);
        const used = newest ?? own;
        const answer = await send(carrying(request, used));
        if (answer.status !== 401 || (0,_net_content_js__WEBPACK_IMPORTED_MODULE_0__/* .isForeignNo */ .o)(answer.status, answer.body))
            return answer;
        const replacement = await replacementOf(used);
        return replacement === undefined ? answer : send(carrying(request, replacement));
    };
}
const carrying = (request, token) => ({
    ...request,
    headers: { ...request.headers, [header]: token },
});


/***/ })

};
