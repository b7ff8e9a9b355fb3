/** What policies allow; pure. */
import type { Capability, Rule } from './api.ts';

/**
 * The capabilities that rules give on a path, sorted; `deny` alone where nothing allows it. Rules of one path are put
 * together, and of several paths the most exact counts alone (Vault docs, "Policies", "Priority matching"). `asFolder`: of
 * a path with a slash at its end a rule without one speaks too, unless there is one with it.
 */
export function capabilitiesOn(
  rules: readonly Rule[],
  path: string,
  asFolder = false,
): readonly Capability[] {
  const isNamed = (one: string) => rules.some((rule) => rule.path === one);
  const bare = path.replace(/\/$/, '');
  const meant = asFolder && !isNamed(path) && isNamed(bare) ? bare : path;
  const matching = rules.filter((rule) => matches(rule.path, meant));
  const [best] = matching.toSorted((a, b) => byPriority(a.path, b.path));
  const together = new Set(
    matching.filter((rule) => rule.path === best?.path).flatMap((rule) => rule.capabilities),
  );
  if (together.size === 0 || together.has('deny')) return ['deny'];
  return [...together].sort();
}

/** Whether something may be done to what is below a path: for whoever asks of which kind a mount is. */
export const reachesBelow = (rules: readonly Rule[], prefix: string): boolean =>
  rules.some(({ path, capabilities }) => {
    if (capabilities.includes('deny')) return false;
    const fixed = path.replace(/[*+].*$/, '');
    return path === fixed ? path.startsWith(prefix) : fixed.startsWith(prefix) || prefix.startsWith(fixed);
  });

function matches(pattern: string, path: string): boolean {
  const open = pattern.endsWith('*');
  const parts = (open ? pattern.slice(0, -1) : pattern).split('/');
  const source = parts
    .map((part) => (part === '+' ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/');
  return new RegExp(`^${source}${open ? '' : '$'}`, 's').test(path);
}

/** Which of two patterns comes first: by the docs' five rules, in their order. */
function byPriority(a: string, b: string): number {
  const firstWildcard = (path: string) => {
    const at = path.search(/\+|\*$/);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  const open = (path: string) => Number(path.endsWith('*'));
  const plus = (path: string) => path.split('/').filter((part) => part === '+').length;
  if (firstWildcard(a) !== firstWildcard(b)) return firstWildcard(b) > firstWildcard(a) ? 1 : -1;
  return open(a) - open(b) || plus(a) - plus(b) || b.length - a.length || (a < b ? 1 : -1);
}
