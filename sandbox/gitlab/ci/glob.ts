/** Patterns of paths as Ruby's File.fnmatch reads them with FNM_PATHNAME, FNM_DOTMATCH and FNM_EXTGLOB. */

/** Whether `path` is one of those that `glob` means: `**` and a slash for any folders, `*`, `?`, `[a-z]`, `{a,b}`. */
export function globMatches(glob: string, path: string): boolean {
  return alternativesOf(glob).some((one) => new RegExp(`^${patternOf(one)}$`).test(path));
}

/** `a{b,c}` as `ab` and `ac`; the innermost braces first. */
function alternativesOf(glob: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(glob);
  if (!braces) return [glob];
  const [all, inner = ''] = braces;
  return inner.split(',').flatMap((one) => alternativesOf(glob.replace(all, () => one)));
}

const patternOf = (glob: string): string =>
  glob.replace(/\*\*\/|\*+|\?|\[!?[^\]]+\]|[.+^$()|\\{}[\]]/g, (part) => {
    if (part === '**/') return '(?:[^/]+/)*';
    if (part.startsWith('*')) return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.startsWith('[') && part.length > 2) return part.replace('[!', '[^');
    return `\\${part}`;
  });
