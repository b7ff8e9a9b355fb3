export const id = 586;
export const ids = [586];
export const modules = {

/***/ 3586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createVault: () => (/* binding */ createVault)
/* harmony export */ });
/* harmony import */ var _net_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5828);

/** One Vault, or one namespace of it. */
function createVault(_options) {
    const no = () => Promise.reject(new _net_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceFailure */ .A({ service: 'vault', status: undefined, kind: 'unexpected', mayHaveActed: false }));
    return {
        logIn: no,
        as: () => ({ mountOf: no, read: no, list: no, renew: no, renewLease: no, revokeLease: no, revoke: no }),
    };
}


/***/ })

};
