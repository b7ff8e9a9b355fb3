/** The names under which the runner keeps what a run for several pull requests has told it. */

/** What the names of the nth pull request's state end with, from 0; the first one's with nothing. */
export const slotEnding = (nth: number): string => (nth === 0 ? '' : `-${nth + 1}`);
