/** `rules: changes` (GitLab docs, "CI/CD YAML syntax reference", `rules:changes`; GitLab's code, build/rules/rule/clause). */
import { NotImitated } from '../../base/gaps.ts';
import { list, type Mapping, mapping } from './configuration.ts';
import { expandText } from './expand.ts';
import { globMatches } from './glob.ts';
import type { Origin } from './origin.ts';

/** No variable has this name with this value. */
const NEVER = '$CI == "never"';

/**
 * The configuration with every `changes` decided: gone where it is met, else in the place of its rule one that never is.
 * Without a push there is nothing to compare with, and it is met. Gives the sentence of GitLab for a ref that is not there.
 */
export function withChangesDecided(
  preview: Mapping,
  origin: Origin,
  variables: Readonly<Record<string, string>>,
): { ok: true; preview: Mapping } | { ok: false; error: string } {
  const decide = (owner: string, rules: unknown): unknown =>
    Array.isArray(rules) ? rules.map((rule) => decided(owner, mapping(rule), origin, variables)) : rules;
  try {
    const entries = Object.entries(preview).map(([name, entry]): [string, unknown] => {
      const rules = mapping(entry)['rules'];
      return [name, rules === undefined ? entry : { ...mapping(entry), rules: decide(name, rules) }];
    });
    return { ok: true, preview: Object.fromEntries(entries) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, error: error.message };
    throw error;
  }
}

function decided(
  owner: string,
  rule: Mapping,
  origin: Origin,
  variables: Readonly<Record<string, string>>,
): Mapping {
  const { changes, ...rest } = rule;
  if (changes === undefined) return rule;
  const globs =
    Array.isArray(changes) || typeof changes === 'string' ? list(changes) : list(mapping(changes)['paths']);
  const compareTo = mapping(changes)['compare_to'];
  const since = typeof compareTo === 'string' ? expandText(compareTo, variables) : undefined;
  const paths = changedSince(owner, origin, since);
  const wanted = globs.map((glob) => expandText(String(glob), variables));
  const isMet = paths === undefined || paths.some((path) => wanted.some((glob) => globMatches(glob, path)));
  return isMet ? rest : { if: NEVER, when: 'never' };
}

function changedSince(
  owner: string,
  origin: Origin,
  since: string | undefined,
): readonly string[] | undefined {
  try {
    return origin.changed(since);
  } catch {
    throw new RangeError(`Failed to parse rule for ${owner}: rules:changes:compare_to is not a valid ref`);
  }
}

/** `only: changes` and `except: changes`: a list of patterns, met where there was no push. */
export function areChangesMet(globs: unknown, { changed }: Origin): boolean {
  const paths = changed();
  return (
    paths === undefined || paths.some((path) => list(globs).some((glob) => globMatches(String(glob), path)))
  );
}

/** Throws for a rule that looks at another project. */
export function refuseForeignFiles(rule: Mapping): void {
  if (mapping(rule['exists'])['project'] !== undefined) throw new NotImitated('`rules:exists:project`');
}
