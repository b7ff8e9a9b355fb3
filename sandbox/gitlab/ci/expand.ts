/** `$NAME`, `${NAME}`, or `$$`, which stands for one dollar sign (GitLab docs: "Where variables can be used"). */
const REFERENCE = /\$\$|\$\{(\w+)\}|\$(\w+)/g;

/** Replaces each reference in `text` by the value of that name, an unknown one by nothing. */
export function expandText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(REFERENCE, (reference, braced?: string, bare?: string) => {
    if (reference === '$$') return '$';
    return values[braced ?? bare ?? ''] ?? '';
  });
}

/**
 * Expands the references that variables make to each other, as GitLab does before a job sees them. A circle of
 * references is left as it is written.
 */
export function expandAll(values: Readonly<Record<string, string>>): Record<string, string> {
  const done: Record<string, string> = {};
  const open = new Set<string>();
  const resolve = (name: string): string => {
    const known = done[name];
    if (known !== undefined) return known;
    const raw = values[name];
    if (raw === undefined) return '';
    if (open.has(name)) return `$${name}`;
    open.add(name);
    const value = raw.replace(REFERENCE, (reference, braced?: string, bare?: string) =>
      reference === '$$' ? '$' : resolve(braced ?? bare ?? ''),
    );
    open.delete(name);
    done[name] = value;
    return value;
  };
  for (const name of Object.keys(values)) resolve(name);
  return done;
}

/** The names that `text` refers to. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap((match) => match[1] ?? match[2] ?? []);
}
