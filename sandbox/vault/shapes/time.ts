/** Times as Vault prints them. */

/** Virtual milliseconds as Go prints a time, with nine digits of a second; '' when there is none. */
export const time = (ms: number | undefined): string =>
  ms === undefined ? '' : new Date(ms).toISOString().replace('Z', '000000Z');

/** The same in whole seconds, as batch tokens have it. */
export const wholeTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** Unix seconds. */
export const unix = (ms: number): number => Math.floor(ms / 1000);
