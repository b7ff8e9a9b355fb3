/** Times as GitLab prints them. */

/** Virtual milliseconds as GitLab prints a time; null when there is none. */
export const time = (ms: number | undefined): string | null =>
  ms === undefined ? null : new Date(ms).toISOString();

/** Between two times, rounded; null where one of them is missing. */
export const wholeSeconds = (from: number | undefined, to: number | undefined): number | null =>
  from === undefined || to === undefined ? null : Math.round((to - from) / 1000);

/** Between two times; null where one of them is missing. */
export const seconds = (from: number | undefined, to: number | undefined): number | null =>
  from === undefined || to === undefined ? null : (to - from) / 1000;
