/** How many pull requests one run sees to at most; in a file of its own, because `post` loads nothing else for it. */

/**
 * Open pull requests with one head in one run. Each push to such a branch causes a run for each of them, and each run
 * sees to all of them: without a bound an outsider could multiply requests by opening some for every branch there is.
 */
export const mostTogether = 10;
