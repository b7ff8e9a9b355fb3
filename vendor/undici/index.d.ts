/** See index.js. */
export class ProxyAgent {}
/** @throws always */
export function fetch(): never;
