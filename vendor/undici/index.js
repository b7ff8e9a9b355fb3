/**
 * Stands in for the package undici, whose names @actions/http-client and @actions/github import. Every request goes
 * through src/net/transport.ts, so the real one was never called; it cost 35 ms of each start and half of the
 * bundle, and it was one more way to the network, with rules of its own. Here that way is shut.
 */

/** @actions/github makes one while it is loaded, where a proxy is set. It sends nothing. */
export class ProxyAgent {}

/** @actions/github hands it to Octokit as a default that src/github/octokit.ts always replaces. @throws always */
export function fetch() {
  throw new Error('undici is not part of this action: requests go through src/net/transport.ts');
}
