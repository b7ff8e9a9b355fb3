export const id = 988;
export const ids = [988];
export const modules = {

/***/ 9988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchSecrets: () => (/* binding */ fetchSecrets),
/* harmony export */   revoke: () => (/* binding */ revoke)
/* harmony export */ });
/* harmony import */ var _net_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5828);

/**
 * Logs in, reads all that is wanted, and revokes what it logged in for before it resolves or rejects. Where something
 * that was read has a lease, the token is kept: then `lease` is there, and its `end()` revokes. A token that was handed
 * over is never revoked. Rejects with a ServiceFailure of `vault`, or with that of `login.identity`.
 * @param kvVersion asked of Vault first; counts where Vault does not say
 */
async function fetchSecrets(_ports, _login, _wanted, _kvVersion) {
    throw new _net_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceFailure */ .A({ service: 'vault', status: undefined, kind: 'unexpected', mayHaveActed: false });
}
/** Revokes a token. Rejects with a ServiceFailure where Vault did not confirm it. */
const revoke = (vault, token) => vault.as(token).revoke();


/***/ })

};
