/** What a run of the suite costs: starts of the built action, and processor time. */
import { readFileSync } from 'node:fs';

/**
 * What the file that `DRAWBRIDGE_STARTS` names tells (sandbox/runner): a line for each start, and the seconds of processes
 * for which nobody has waited.
 */
export function readStarts(text: string): { starts: number; seconds: number } {
  const lines = text.split('\n').filter((line) => line !== '');
  const told = lines.filter((line) => line.startsWith('seconds '));
  const seconds = told.reduce((sum, line) => sum + Number(line.slice('seconds '.length)), 0);
  return { starts: lines.length - told.length, seconds };
}

/** One line for people. `seconds` is undefined where the system does not tell. */
export function costLine(starts: number, seconds: number | undefined): string {
  const time =
    seconds === undefined ? 'processor time unknown' : `${Math.round(seconds)} s of processor time`;
  return `dist was started ${starts} times; ${time}`;
}

/**
 * Seconds that this process and all that it has waited for have run, in user and in kernel mode: utime, stime, cutime and
 * cstime of proc_pid_stat(5). What a child has waited for counts with it. Undefined where there is no such file.
 */
export function processorSeconds(
  read: () => string = () => readFileSync('/proc/self/stat', 'utf8'),
): number | undefined {
  try {
    // The second field is the command's name, which may hold spaces and brackets.
    const text = read();
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // Linux counts in ticks of a hundredth of a second, whatever the kernel's own frequency is (time(7), sysconf(3)).
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return undefined;
  }
}
