/** Which signals are passed on to the child. Pure. */

/**
 * The signals that we hear: those that ask a process to end, and the two that are free for its own use. No other is
 * passed on: SIGTSTP and SIGCONT stop and wake us like the shell expects it, SIGWINCH and SIGPIPE are the system's own
 * business with each process, and SIGKILL is heard by nobody (signal(7)). With a listener for SIGUSR1 Node does not open
 * its debugger, in which every secret could be read (Node docs, "Signal events").
 */
export const heard = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const;

/** One of them. */
export type Heard = (typeof heard)[number];

/** What a terminal sends to every process of the group in front, at a key (termios(3), ISIG). */
export const byKey: ReadonlySet<Heard> = new Set(['SIGINT', 'SIGQUIT'] as const);

/**
 * Whether a signal goes to the child. At a terminal the child is in our group, and has had what a key sends: a second
 * SIGINT means "at once" to many programs. Without one it has a group of its own, and hears only what we pass on.
 */
export const passesOn = (signal: Heard, terminal: boolean): boolean => !(terminal && byKey.has(signal));

/** Signals that end us where there is no child yet; the others are nothing to us. */
export const ends = (signal: Heard): boolean => signal !== 'SIGUSR1' && signal !== 'SIGUSR2';
