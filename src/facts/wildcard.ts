/** Wildcards in names, as GitLab's own protected branches have them. */

/** Whether a name fits a pattern: `*` stands for any text, everything else for itself. Pure. */
export function fits(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
