/**
 * What the commit status becomes (docs/security.md, "The table"); `untouched` means that another run, or nobody, owns
 * the status.
 */
export type Shows = 'success' | 'failure' | 'error' | 'pending' | 'untouched';

/** What is known about one reason. Sentences are at most 100 characters, so that they fit a commit status. */
export interface Reason {
  readonly shows: Shows;
  /** The exit code of a run that ends with it. */
  readonly exit: 0 | 1;
  readonly sentence: string;
  /** The next thing to do; `<commit>` stands for the 40 digits of the commit. */
  readonly remedy: string;
}

/** A part of the table. */
export type Reasons = Readonly<Record<string, Reason>>;

/** A run that did not do, or not yet, what it was asked for. */
export const reason = (shows: Shows, sentence: string, remedy: string): Reason => ({
  shows,
  exit: 1,
  sentence,
  remedy,
});

/** The remedy of a reason that asks for none. */
export const nothingToDo = 'Nothing.';

/** A run that did what it was asked for. Nothing else ends with 0. */
export const done = (shows: Shows, sentence: string, remedy = nothingToDo): Reason => ({
  shows,
  exit: 0,
  sentence,
  remedy,
});

/** What helps against an outage. */
export const tryAgain = 'Run the job again. If it persists, look at the status page of the service.';
