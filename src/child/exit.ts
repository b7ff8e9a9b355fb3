/** How the launcher ends: with the child's own code, or the one that a shell would give. Pure. */

/** How a child ended: one of the two is set (Node docs, "Event: 'exit'"). */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

/** Ours: the command line was understood and what it asks for did not work. */
export const failed = 1;
/** Ours: wrong usage. */
export const wrongUsage = 2;
/** Found, and cannot be run (POSIX.1-2024, XCU 2.8.2). */
const notExecutable = 126;
/** Not found (the same). */
const notFound = 127;
/** What a signal's number is added to (bash(1), "Exit Status"). */
const bySignal = 128;

/**
 * The exit code for the end of a child.
 * @param numbers of the system's signals, by name
 */
export function exitCodeOf({ code, signal }: ChildEnd, numbers: Readonly<Record<string, number>>): number {
  return signal === null ? (code ?? failed) : signalCode(signal, numbers);
}

/** The exit code of what a signal has ended. */
export const signalCode = (signal: string, numbers: Readonly<Record<string, number>>): number =>
  bySignal + (numbers[signal] ?? 0);

/** A child that could not be started: the exit code, and what is said of it. */
export interface NotStarted {
  readonly exit: number;
  readonly said: string;
}

/** The shape of a command's name that is shown; a whole line in its place may hold anything. */
const shownCommand = /^[A-Za-z0-9_.+/@-]{1,100}$/;

/** What a failed start means, by the system's code (execve(2), "Errors"). */
export function notStarted(code: string, command: string): NotStarted {
  switch (code) {
    case 'ENOENT':
      return { exit: notFound, said: absentCommand(command) };
    case 'E2BIG':
      return {
        exit: notExecutable,
        said: 'the variables are too large together: hand the largest over with `--file`',
      };
    case 'EACCES':
    case 'EPERM':
      return { exit: notExecutable, said: 'the command may not be run: is it executable?' };
    default:
      return { exit: notExecutable, said: 'the command could not be started' };
  }
}

function absentCommand(command: string): string {
  if (/\s/.test(command))
    return "the command was not found: no shell splits it, so write its words apart, or `-- sh -c '…'`";
  return `${shownCommand.test(command) ? `\`${command}\`` : 'the command'} was not found`;
}
