import { readdirSync, readFileSync } from 'node:fs';

/**
 * Whether a process of that group is running. A dead one whose parent died first stays listed where nobody collects
 * it (a container without an init), so where /proc tells states, those do not count.
 */
export function isGroupAlive(group: number): boolean {
  if (group <= 0) return false;
  try {
    process.kill(-group, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  return readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && isLiveMember(entry, group));
}

/** proc(5), /proc/pid/stat: after the name in parentheses come state, parent and group. */
function isLiveMember(pid: string, group: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , of] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return of === String(group) && state !== 'Z' && state !== 'X';
  } catch {
    // It ended between the listing and the look.
    return false;
  }
}

/** Whether a process with that id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
